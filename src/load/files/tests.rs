use super::*;

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn writing_leaves_the_files_beside_alone_and_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("keep.part");
    std::fs::write(&other, "mine").expect("a file");
    write_file(&folder.path().join("keep.csv"), b"a,b").expect("written");
    assert_eq!(std::fs::read(&other).expect("still there"), b"mine");
    // A folder of that name cannot be replaced by a file.
    let taken = folder.path().join("taken.png");
    std::fs::create_dir(&taken).expect("a folder");
    let error = write_file(&taken, b"x").expect_err("a folder is there");
    assert!(error.to_string().contains("taken.png"), "{error}");
    assert_eq!(
        names_in(folder.path()),
        ["keep.csv", "keep.part", "taken.png"]
    );
}

#[test]
fn no_folder_is_made_and_no_file_replaced_without_being_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let far = folder.path().join("no/such/folder.csv");
    write_file(&far, b"x").expect_err("no folder to write to");
    write_new_file(&far, b"x").expect_err("no folder to write to");
    assert_eq!(names_in(folder.path()), [""; 0]);
    let file = folder.path().join("a.csv");
    write_new_file(&file, b"").expect("written");
    write_new_file(&file, b"first").expect("an empty file is nothing to lose");
    let error = write_new_file(&file, b"second").expect_err("it is there");
    assert!(error.to_string().contains("a.csv"), "{error}");
    assert_eq!(std::fs::read(&file).expect("the file"), b"first");
    write_file(&file, b"second").expect("replaced");
    assert_eq!(names_in(folder.path()), ["a.csv"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    std::fs::write(&file, "old").expect("a file");
    std::os::unix::fs::symlink("file", &link).expect("a link");
    write_file(&link, b"new").expect("written");
    assert!(link.symlink_metadata().expect("there").is_symlink());
    assert_eq!(std::fs::read(&file).expect("the file"), b"new");
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    std::os::unix::fs::symlink("b", &a).expect("a link");
    std::os::unix::fs::symlink("a", &b).expect("a link");
    write_file(&a, b"x").expect_err("links in a circle");
}

#[cfg(unix)]
#[test]
fn a_folder_is_read_by_the_names_of_a_package_and_pipes_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    for inner in ["base", "scans", "tours"] {
        std::fs::create_dir(at(inner)).expect("a folder");
    }
    // Links that would lead round for ever, and one that leads nowhere.
    std::os::unix::fs::symlink(".", at("a")).expect("a link");
    std::os::unix::fs::symlink(".", at("b")).expect("a link");
    std::os::unix::fs::symlink("nowhere", at("x.json")).expect("a link");
    for name in [
        "atlas.json",
        "notes.json",
        "scans/1.png",
        "base/relief.png",
        "tours/one.json",
    ] {
        std::fs::write(at(name), "[]").expect("a file");
    }
    let pipe = |name: &str| {
        let made = std::process::Command::new("mkfifo").arg(at(name)).status();
        assert!(made.expect("mkfifo runs").success());
    };
    pipe("zzz.json");
    let files = read_folder(folder.path()).expect("read");
    let lengths: Vec<(&str, usize)> = files.iter().map(|(n, b)| (n.as_str(), b.len())).collect();
    let expected = [
        ("atlas.json", 2),
        ("base/relief.png", 2),
        ("notes.json", 0),
        ("tours/one.json", 2),
        ("x.json", 0),
        ("zzz.json", 0),
    ];
    assert_eq!(lengths, expected);
    assert!(stamp_of(folder.path()).is_some());
    pipe("claims.json");
    let error = read_folder(folder.path()).expect_err("a pipe").to_string();
    assert!(error.contains("claims.json: no plain file"), "{error}");
    std::fs::remove_file(at("claims.json")).expect("removed");
    std::fs::create_dir(at("events.json")).expect("a folder");
    let error = read_folder(folder.path())
        .expect_err("a folder")
        .to_string();
    assert!(
        error.contains("events.json: a folder stands where a file should"),
        "{error}"
    );
}

#[test]
fn a_temporary_folder_is_kept_whole_or_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("atlas");
    let part = TemporaryFolder::beside(&to).expect("made");
    write_file(&part.path().join("atlas.json"), b"{}").expect("written");
    drop(part);
    assert_eq!(names_in(folder.path()), [""; 0]);
    let part = TemporaryFolder::beside(&to).expect("made");
    write_file(&part.path().join("atlas.json"), b"{}").expect("written");
    std::fs::create_dir(&to).expect("an empty folder");
    part.keep_as(&to).expect("kept");
    assert_eq!(names_in(&to), ["atlas.json"]);
    let part = TemporaryFolder::beside(&to).expect("made");
    part.keep_as(&to).expect_err("it is not empty");
    assert_eq!(names_in(folder.path()), ["atlas"]);
}

#[test]
fn files_that_cannot_be_read_get_free_names_one_after_the_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("app.ron");
    for i in 1..=2 {
        write_file(&file, b"(half a file").expect("written");
        let kept = put_aside(&file).expect("a free name");
        assert_eq!(kept, folder.path().join(format!("app.unreadable-{i}.ron")));
        assert!(is_there(&kept) && !is_there(&file));
    }
    assert_eq!(
        put_aside(&file),
        None,
        "what is not there has no other name"
    );
}
