//! Other people's map data through `araxes new`: each file of `tests/fixtures/import` has its exact
//! report beside it. `UPDATE_EXPECTED=1 cargo test --test cli import` writes them anew; read them.

use std::fs;
use std::path::Path;

use super::araxes;

/// Files that stand here as examples of JSON and not of maps keep their own reports all the same.
#[test]
fn every_file_is_reported_exactly_and_nothing_half_made_stays() {
    let mut cases: Vec<_> = fs::read_dir("tests/fixtures/import")
        .expect("the cases")
        .map(|e| e.expect("a case").path())
        .filter(|path| path.extension().is_some_and(|e| e == "geojson"))
        .collect();
    cases.sort();
    assert!(cases.len() >= 27, "{}", cases.len());
    for from in cases {
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path().join("atlas");
        let path = |path: &Path| path.to_str().expect("UTF-8").to_owned();
        let ran = araxes(&["new", &path(&to), "--from", &path(&from)]);
        let told = format!("exit {}\n{}\n{}", ran.code, ran.data, ran.messages);
        let told = told.replace(&path(&to), "atlas");
        let left = fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(
            left,
            usize::from(ran.code == 0),
            "{}: {told}",
            from.display()
        );
        if ran.code == 0 {
            let checked = araxes(&["check", &path(&to)]);
            assert_eq!(checked.code, 0, "{}: {checked:?}", from.display());
            renders(&to, &from);
        }
        let expected = from.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &told).expect("a writable report");
        }
        let report = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(told, report, "{}", from.display());
    }
}

/// An atlas that was made is drawn, and its districts are on the picture.
fn renders(atlas: &Path, from: &Path) {
    let loaded = araxes::load::load(&araxes::load::files::read_folder(atlas).expect("read"));
    let loaded = loaded.atlas.expect("an atlas");
    let day = loaded.manifest.span.start.to_string();
    let out = atlas.join("plate.svg");
    let out = out.to_str().expect("UTF-8");
    let atlas = atlas.to_str().expect("UTF-8");
    let ran = araxes(&[
        "render", "--atlas", atlas, "--at", &day, "--size", "600x400", "--out", out,
    ]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", from.display());
    let svg = fs::read_to_string(out).expect("a picture");
    for district in &loaded.districts {
        let id = format!("\"{}\"", district.id);
        assert!(
            svg.contains(&id),
            "{}: {id} is not on the map",
            from.display()
        );
    }
}

#[test]
fn data_whose_borders_change_is_taken_on_one_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("atlas");
    let to = to.to_str().expect("UTF-8");
    let from = "tests/fixtures/import/dup-id-other-shape.geojson";
    let ran = araxes(&["new", to, "--from", from, "--on", "1930-01-01"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.data.ends_with("1 districts, 1 claims, 0 faults\n"),
        "{ran:?}"
    );
    araxes(&["new", to, "--from", from]).refused("is not empty");
}

#[test]
fn a_wrong_option_says_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("atlas");
    let to = to.to_str().expect("UTF-8");
    let new = |arguments: &[&str]| {
        let from = [
            "new",
            to,
            "--from",
            "tests/fixtures/import/year-int.geojson",
        ];
        araxes(&[&from, arguments].concat())
    };
    new(&["--name", "NAME"]).refused("no feature has a property `NAME` for --name; there are");
    new(&["--date", "3/7/1920"]).refused("is not a date");
    new(&["--on", "1920"]).refused("--on needs a day");
    araxes(&["new", to, "--from", "README.md"]).refused("it is not JSON with a map");
    araxes(&["new", to, "--from", "no-such-file.json"]).refused("no-such-file.json");
    araxes(&[
        "new",
        "no/such/folder",
        "--from",
        "tests/fixtures/import/year-int.geojson",
    ])
    .refused("no/such");
}

#[test]
fn a_name_that_nobody_can_read_is_cut_and_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let name = "Nonesuch ".repeat(22_000);
    let feature = format!(
        r#"{{"type":"Feature","properties":{{"name":"{name}","start":1900,"end":1950}},"geometry":{{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}}}}"#
    );
    fs::write(path("long.geojson"), feature).expect("a file");
    let ran = araxes(&["new", &path("atlas"), "--from", &path("long.geojson")]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let words = "mended: 2 names of more than 300 characters are cut there";
    assert!(ran.messages.contains(words), "{}", ran.messages);
    assert_eq!(araxes(&["check", &path("atlas")]).code, 0);
}

#[test]
fn ground_that_two_districts_share_is_taken_from_the_larger_where_that_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("atlas");
    let to = to.to_str().expect("UTF-8");
    let from = "tests/fixtures/import/overlap-periods.geojson";
    let ran = araxes(&["new", to, "--from", from]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.messages.contains("--cut-overlaps"), "{ran:?}");
    let ran = araxes(&["new", to, "--from", from, "--cut-overlaps"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.messages.contains("1 overlaps are taken"),
        "{}",
        ran.messages
    );
    assert_eq!(araxes(&["check", to]).code, 0);
}
