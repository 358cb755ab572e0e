//! What hostile input, full disks and files that are there already do to the command line.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{araxes, good};

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("day.csv");
    let export = |more: &[&str]| {
        let command = ["export", "--at", "1900-06-01", "--out", text(&out)];
        good(&[&command, more].concat())
    };
    assert_eq!(export(&[]).code, 0);
    export(&[]).refused("day.csv is there already; --force replaces it");
    assert_eq!(export(&["--force"]).code, 0);
    let far = folder.path().join("no/such/day.csv");
    good(&["export", "--at", "1900-06-01", "--out", text(&far)]).refused("day.csv");
    assert_eq!(
        fs::read_dir(folder.path()).expect("the folder").count(),
        1,
        "no folder is made"
    );
    good(&["at", "1900-06-01", "--force"]).refused("--force has no effect");
    // An empty file is nothing to lose.
    fs::write(folder.path().join("empty.svg"), "").expect("a file");
    let out = folder.path().join("empty.svg");
    let render = [
        "render",
        "--at",
        "1900-06-01",
        "--size",
        "400x300",
        "--out",
        text(&out),
    ];
    assert_eq!(good(&render).code, 0);
    good(&render).refused("--force replaces it");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_also_on_the_standard_output() {
    let helps = [&["--help"][..], &["at", "--help"], &["--version"]];
    for command in [&["at", "1900-06-01"][..], &["log"], &["schema"], &["check"]]
        .into_iter()
        .chain(helps)
    {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("a full disk");
        let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
            .args(command)
            .args(if command[0] == "schema" || helps.contains(&command) {
                &[][..]
            } else {
                &["--atlas", super::GOOD]
            })
            .stdout(Stdio::from(full))
            .output()
            .expect("the program runs");
        assert_eq!(run.status.code(), Some(2), "{command:?}");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(
            said.contains("No space left on device"),
            "{command:?}: {said}"
        );
    }
}

/// Several files are asked for, and one of them cannot be written: nothing is made.
#[test]
fn a_folder_that_is_not_there_is_told_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let (handout, slides) = (
        folder.path().join("handout.pdf"),
        folder.path().join("none/slides.pptx"),
    );
    let command = ["lecture", "--tour", "eighty-days", "--handout"];
    let files = [text(&handout), "--pptx", text(&slides)];
    let ran = araxes(&[&command[..], &files].concat());
    ran.refused("slides.pptx: there is no folder");
    assert!(!ran.messages.contains("1 of"), "{ran:?}");
    assert!(!handout.exists());
}

/// Names of the hidden files of the program in a folder.
#[cfg(unix)]
fn hidden(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = fs::read_dir(folder).expect("the folder");
    let names = entries.map(|e| e.expect("an entry").file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with('.'))
        .collect()
}

#[cfg(unix)]
#[test]
fn a_limit_of_file_sizes_is_an_error_that_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("large.svg");
    let limited = format!(
        "ulimit -f 1; exec {} render --at 1920-07-03 --out {}",
        env!("CARGO_BIN_EXE_araxes"),
        text(&out)
    );
    let run = Command::new("sh").args(["-c", &limited]).output();
    let run = run.expect("a shell");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("large.svg: File too large"), "{said}");
    assert!(!said.contains(".part"), "{said}");
    assert_eq!(hidden(folder.path()), Vec::<std::ffi::OsString>::new());
}

#[cfg(unix)]
#[test]
fn an_interrupted_import_leaves_nothing_half_made() {
    use std::os::unix::process::ExitStatusExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let square = |i: usize| {
        let (x, y) = (i % 100, i / 100);
        format!(
            r#"{{"type":"Feature","properties":{{"name":"D{i}","claimant":"P","start":1900}},"geometry":{{"type":"Polygon","coordinates":[[[{x},{y}],[{x}.5,{y}],[{x}.5,{y}.5],[{x},{y}]]]}}}}"#
        )
    };
    let all: Vec<String> = (0..5_000).map(square).collect();
    let from = folder.path().join("map.geojson");
    fs::write(&from, all.join("\n")).expect("a file");
    let mut running = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args([
            "new",
            text(&folder.path().join("atlas")),
            "--from",
            text(&from),
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    while hidden(folder.path()).is_empty() && running.try_wait().expect("a state").is_none() {
        std::thread::yield_now();
    }
    let id = running.id().to_string();
    let told = Command::new("kill").args(["-INT", &id]).status();
    assert!(told.expect("a signal").success());
    let ended = running.wait().expect("an end");
    assert_eq!(ended.signal(), Some(2), "{ended:?}");
    assert_eq!(hidden(folder.path()), Vec::<std::ffi::OsString>::new());
}

#[test]
fn a_mistyped_name_is_answered_with_the_one_that_was_meant() {
    araxes(&["chek"]).refused("no folder and no command has this name; did you mean `check`?");
    araxes(&["at", "1920-07-03", "--lens", "Moscow"]).refused("did you mean `moscow`?");
    araxes(&["at", "1920-07-03", "--lens", "chicheryn"]).refused("did you mean `chicherin`?");
    araxes(&["at", "1920-07-03", "--filter", "party:bakku"]).refused("did you mean `party:baku`?");
    araxes(&["at", "3.7.20"]).refused("the year of `3.7.20` has no century; write it in full");
    araxes(&["check", "no-such-folder"])
        .refused("could not read no-such-folder: there is no such folder");
    araxes(&["--atlas", "README.md", "at", "1920-07-03"])
        .refused("could not read README.md: an atlas is a folder");
}

#[test]
fn days_before_christ_and_of_five_digits_are_typed_and_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = |name: &str, start: i32, end: i32| {
        let from = folder.path().join(format!("{name}.geojson"));
        let feature = format!(
            r#"{{"type":"Feature","properties":{{"id":"a","claimant":"P","start":{start},"end":{end}}},"geometry":{{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}}}}"#
        );
        fs::write(&from, feature).expect("a file");
        let to = folder.path().join(name);
        let ran = araxes(&["new", text(&to), "--from", text(&from)]);
        assert_eq!(ran.code, 0, "{ran:?}");
        to
    };
    let old = make("old", -500, -400);
    let at = |arguments: &[&str]| araxes(&[arguments, &["--atlas", text(&old)]].concat());
    for day in [
        &["at", "-0449-01-01"][..],
        &["at", "--", "-0449"],
        &["at", "-0449"],
    ] {
        let ran = araxes(&[&["--atlas", text(&old)], day].concat());
        assert!(
            ran.code == 0 && ran.data.starts_with("-0449-01-01 · Claims"),
            "{ran:?}"
        );
        assert!(ran.data.contains("450 BC"), "{ran:?}");
    }
    at(&["at", "1920-01-01"]).refused("covers -0500-01-01 to -0400-12-31");
    for view in ["plate", "ribbons", "strengths", "network", "capitals"] {
        let out = folder.path().join(format!("{view}.svg"));
        let ran = at(&[
            "render",
            "--at",
            "-0449-01-01",
            "--view",
            view,
            "--out",
            text(&out),
        ]);
        assert_eq!(ran.code, 0, "{view}: {ran:?}");
    }
    let far = make("far", -20_000, 19_999);
    let out = folder.path().join("far.svg");
    let render = [
        "render",
        "--atlas",
        text(&far),
        "--at",
        "1920-01-01",
        "--view",
        "ribbons",
    ];
    let ran = araxes(&[&render[..], &["--out", text(&out)]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let svg = fs::read_to_string(&out).expect("a picture");
    let elements = svg.matches('<').count();
    assert!(elements < 1_000, "marks are as many as fit, not {elements}");
    let frames = [
        "render",
        "--atlas",
        text(&far),
        "--from",
        "-1000-01-01",
        "--to",
        "1920-01-01",
    ];
    let ran = araxes(
        &[
            &frames[..],
            &["--step", "day", "--out", text(folder.path())],
        ]
        .concat(),
    );
    ran.refused("at most 5000 are made");
}

#[test]
fn characters_for_terminals_and_spreadsheets_are_made_harmless() {
    let folder = tempfile::tempdir().expect("a folder");
    let atlas = folder.path().join("atlas");
    fs::create_dir(&atlas).expect("a folder");
    for file in fs::read_dir(super::GOOD).expect("the fixture") {
        let path = file.expect("a file").path();
        if path.is_file() {
            fs::copy(&path, atlas.join(path.file_name().expect("a name"))).expect("copied");
        }
    }
    let file = atlas.join("people.json");
    let people = fs::read_to_string(&file).expect("a file");
    let bad = people.replacen("\"id\"", "\"\\u001b[2Jid\"", 1);
    fs::write(&file, bad).expect("a file");
    let ran = araxes(&["check", text(&atlas)]);
    assert_eq!(ran.code, 1);
    assert!(!ran.data.contains('\u{1b}'), "{ran:?}");
    assert!(
        ran.data.contains("a control character, U+001B, in a text"),
        "{ran:?}"
    );
}

/// A thousand parties that claim one district at once are drawn, listed and checked.
#[test]
fn a_district_with_a_thousand_claimants_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let feature = |i: usize| {
        format!(
            "{{\"type\": \"Feature\", \"properties\": {{\"name\": \"One\", \"claimant\": \"Claimant {i}\", \
             \"start\": \"1920-01-01\", \"end\": \"1920-12-31\"}}, \"geometry\": {{\"type\": \"Polygon\", \
             \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}}}"
        )
    };
    let features: Vec<String> = (0..1000).map(feature).collect();
    let map = folder.path().join("map.geojson");
    let text_of = format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [{}]}}",
        features.join(",")
    );
    fs::write(&map, text_of).expect("written");
    let atlas = folder.path().join("atlas");
    let made = araxes(&["new", text(&atlas), "--from", text(&map)]);
    assert_eq!(made.code, 0, "{made:?}");
    let out = folder.path().join("plate.svg");
    let ran = araxes(&[
        "render",
        "--atlas",
        text(&atlas),
        "--at",
        "1920-07-01",
        "--size",
        "800x600",
        "--out",
        text(&out),
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(fs::metadata(&out).expect("a picture").len() < 2_000_000);
}

#[test]
fn a_range_takes_a_year_or_a_month_whole() {
    let days = |from: &str, to: &str| {
        let ran = araxes(&["log", "--from", from, "--to", to]);
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.data
    };
    assert_eq!(days("1920-07", "1920-08"), days("1920-07-01", "1920-08-31"));
    assert_eq!(days("1920", "1921"), days("1920-04-27", "1921-07-31"));
    assert!(days("1921", "1921").contains("12 July 1921"));
    let ran = araxes(&["at", "1920"]);
    ran.refused("`1920` stands for its first day, which is outside the atlas");
}

#[test]
fn one_absent_file_is_one_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let atlas = folder.path().join("atlas");
    let files = araxes::load::files::builtin();
    for (name, bytes) in &files {
        let path = atlas.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let records = files
        .keys()
        .filter(|name| !name.contains('/') && name.as_str() != "atlas.json");
    let is_json = |name: &&String| name.ends_with(".json") || name.ends_with(".geojson");
    for name in records.filter(is_json) {
        let path = atlas.join(name);
        let whole = fs::read(&path).expect("read");
        for half in [None, Some(&whole[..whole.len() / 2])] {
            fs::remove_file(&path).ok();
            if let Some(half) = half {
                fs::write(&path, half).expect("written");
            }
            let ran = araxes(&["check", text(&atlas)]);
            let mut lines: Vec<&str> = ran.data.lines().collect();
            let summary = lines.pop().expect("the numbers");
            // What follows from the one file is told in no other: the file itself, and at most how many
            // references need its records.
            assert!(lines.len() <= 2, "{name}: {lines:#?}");
            assert!(
                lines.iter().all(|line| line.starts_with(name)),
                "{lines:#?}"
            );
            assert_eq!(ran.code == 0, summary.starts_with("0 faults"), "{name}");
            assert!(
                half.is_none() || ran.code == 1,
                "{name}: half a file is accepted"
            );
        }
        fs::write(&path, whole).expect("written");
    }
}
