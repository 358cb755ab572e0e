//! One fault a case: `tests/fixtures/broken/*.txt` says what to put into which file of the good package, and what must be told.
//! `UPDATE_EXPECTED=1 cargo test --test atlas validation` writes the reports anew; read them before you commit them.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use araxes::geometry::MapGeometry;
use araxes::load::{Files, Severity, files, load};
use araxes::model::AreaId;

fn good() -> Files {
    files::read_folder(Path::new("tests/fixtures/good")).expect("the good package is there")
}

fn report(files: &Files) -> String {
    let outcome = load(files);
    let faults = outcome
        .findings
        .iter()
        .any(|f| f.severity == Severity::Fault);
    assert_eq!(
        outcome.atlas.is_none(),
        faults,
        "an atlas opens if and only if nothing is at fault"
    );
    let lines = outcome.findings.iter().map(|f| format!("{f}\n"));
    lines.collect::<Vec<_>>().concat()
}

fn field<'a>(case: &'a str, name: &str) -> &'a str {
    case.lines()
        .find_map(|l| l.strip_prefix(name))
        .unwrap_or_else(|| panic!("no line `{name}`"))
        .trim_start()
}

#[test]
fn the_good_package_is_clean() {
    assert_eq!(report(&good()), "");
}

#[test]
fn every_broken_package_is_told_exactly() {
    let mut cases: Vec<_> = fs::read_dir("tests/fixtures/broken")
        .expect("the cases")
        .map(|e| e.expect("a case").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 25);
    for path in cases {
        let case = fs::read_to_string(&path).expect("a readable case");
        let (file, find, put) = (
            field(&case, "file:"),
            field(&case, "find:"),
            field(&case, "put:"),
        );
        let mut files = good();
        if find == "*" {
            files.remove(file);
        } else {
            let text = String::from_utf8(files[file].to_vec()).expect("UTF-8");
            assert!(
                text.contains(find),
                "{}: nothing to replace",
                path.display()
            );
            files.insert(
                file.to_owned(),
                Cow::Owned(text.replacen(find, put, 1).into_bytes()),
            );
        }
        let told = report(&files);
        let body = case.split_once("told:\n");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            let head = body.map_or(case.as_str(), |(head, _)| head);
            fs::write(&path, format!("{head}told:\n{told}")).expect("a writable case");
        } else {
            assert!(!told.is_empty(), "{}: nothing was told", path.display());
            assert_eq!(
                body.map(|(_, told)| told),
                Some(told.as_str()),
                "{}",
                path.display()
            );
        }
    }
}

fn with(file: &str, bytes: Vec<u8>) -> Files {
    let mut files = good();
    files.insert(file.to_owned(), Cow::Owned(bytes));
    files
}

#[test]
fn wrong_encoding_is_told_with_its_place() {
    let told = report(&with("people.json", b"[\n {\"id\": \"caf\xe9\"}]".to_vec()));
    assert!(
        told.contains("people.json:2:13: the text is not UTF-8; hint: save the file as UTF-8"),
        "{told}"
    );
}

#[test]
fn a_line_of_ten_megabytes_is_read_and_told() {
    let text = format!("[{}{{\"id\": \"x\"}}]", "  ".repeat(5_000_000));
    let told = report(&with("people.json", text.into_bytes()));
    assert!(
        told.contains("people.json:1:10000002"),
        "{}",
        &told[..told.len().min(400)]
    );
}

#[test]
fn nesting_a_hundred_thousand_deep_is_refused() {
    let told = report(&with("people.json", "[".repeat(100_000).into_bytes()));
    assert!(
        told.contains("people.json:1:65: nested more than 64 deep"),
        "{told}"
    );
}

#[test]
fn a_vanished_folder_is_an_error_that_names_it() {
    let error = files::read_folder(Path::new("tests/fixtures/nowhere"))
        .expect_err("there is no such folder");
    assert!(error.to_string().contains("tests/fixtures/nowhere"));
}

#[test]
fn a_feature_of_the_base_map_without_geometry_is_told() {
    let lake = br#"{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "lake-7", "kind": "lake"}, "geometry": null}]}"#;
    assert_eq!(
        report(&with("base/lakes.geojson", lake.to_vec())),
        "base/lakes.geojson:2:81: lake-7: a feature of the base map needs a geometry; hint: mend its geometry\n"
    );
}

#[test]
fn texts_of_the_manifest_that_lack_a_language_are_counted() {
    let atlas = String::from_utf8(good()["atlas.json"].to_vec()).expect("UTF-8");
    let atlas = atlas.replacen(
        r#""format": 1,"#,
        r#""format": 1, "texts": {"plate_note": {"tr": "Not"}}, "district_kinds": {"uezd": {"tr": "Kaza"}},"#,
        1,
    );
    assert_eq!(
        report(&with("atlas.json", atlas.into_bytes())),
        "atlas.json:1:1: warning: 2 texts have no `en`; hint: readers of English see another language, marked as such\n"
    );
}

/// A square of so many districts a side, of which the last is wider than its neighbours leave room for.
fn grid(side: usize) -> Vec<u8> {
    let square = |i: usize| {
        let (x, y) = ((i % side) as f64 / 100.0, (i / side) as f64 / 100.0);
        let (x, y) = (10.0 + x, 50.0 + y);
        let west = if i + 1 == side * side { x - 0.005 } else { x };
        let (east, north) = (x + 0.01, y + 0.01);
        serde_json::json!({"type": "Feature",
            "properties": {"id": format!("d-{i}"), "names": {"en": "D"}, "kind": "region"},
            "geometry": {"type": "Polygon", "coordinates":
                [[[west, y], [east, y], [east, north], [west, north], [west, y]]]}})
    };
    let features: Vec<_> = (0..side * side).map(square).collect();
    serde_json::json!({"type": "FeatureCollection", "features": features})
        .to_string()
        .into_bytes()
}

#[test]
fn overlaps_are_told_among_more_than_four_hundred_districts() {
    let mut files = with("districts.geojson", grid(21));
    for file in ["boundaries", "claims", "control", "contradictions"] {
        files.retain(|name, _| !name.starts_with(file));
    }
    let atlas = String::from_utf8(files["atlas.json"].to_vec()).expect("UTF-8");
    let atlas = atlas.replace(r#""aster", "birch""#, r#""d-0""#);
    files.insert("atlas.json".to_owned(), Cow::Owned(atlas.into_bytes()));
    files.remove("messages.json");
    for file in ["tours/walk.json", "scenes/letter.json", "kiosk.json"] {
        files.remove(file);
    }
    let told = report(&files);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("d-440: overlaps d-439 by"), "{told}");
}

#[test]
fn a_force_at_a_group_is_drawn_on_the_ground_of_the_group() {
    let units = String::from_utf8(good()["units.json"].to_vec()).expect("UTF-8");
    let units = units.replacen(r#""at": "ford""#, r#""at": "both", "from": "both""#, 1);
    let files = with("units.json", units.into_bytes());
    assert_eq!(report(&files), "");
    let atlas = load(&files).atlas.expect("no fault");
    let both = AreaId::Group("both".into());
    assert_eq!(atlas.units[0].fixes[0].at, Some(both));
    let geometry = MapGeometry::new(&atlas);
    let at = geometry.anchor_of("both").expect("a group has a middle");
    assert!(
        ["aster", "birch"]
            .iter()
            .any(|d| geometry.anchor_of(d) == Some(at))
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]
    #[test]
    fn random_damage_is_told_or_loads_and_never_panics(which in 0usize..13, at in 0.0f64..1.0, cut in 0usize..12, put in "[ -~]{0,6}") {
        let mut files = good();
        let name = files.keys().nth(which % files.len()).expect("a file").clone();
        let mut bytes = files[&name].to_vec();
        let start = (at * bytes.len() as f64) as usize;
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put.bytes());
        files.insert(name, Cow::Owned(bytes));
        report(&files);
    }
}

#[test]
fn names_on_lines_are_held_to_their_rules() {
    let mut files = good();
    let names = r#"{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "the-fells", "kind": "range", "names": {"en": "The Fells"}, "rank": 1, "area": "both"},
 "geometry": {"type": "LineString", "coordinates": [[10.1, 50.2], [10.9, 50.3]]}},
{"type": "Feature", "properties": {"id": "a-point", "kind": "state", "names": {"en": "POINT"}, "rank": 1},
 "geometry": {"type": "Point", "coordinates": [10.1, 50.2]}},
{"type": "Feature", "properties": {"id": "no-words", "kind": "region", "rank": 1, "area": "nowhere"},
 "geometry": {"type": "LineString", "coordinates": [[10.1, 50.2], [10.9, 50.3]]}}
]}"#;
    files.insert("base/names.geojson".into(), names.as_bytes().into());
    let told = report(&files);
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(
        told,
        [
            "base/names.geojson:5:14: a-point: a name is set along a line; hint: give a LineString, or a MultiLineString of lines to choose from",
            "base/names.geojson:6:35: no-words: a name without a text; hint: add `names`",
            "base/names.geojson:6:91: no-words: `area` names `nowhere`, which is no district and no group; hint: mend the id, or leave it out",
        ]
    );
}

#[test]
fn phrases_are_quoted_by_a_record_and_in_every_language() {
    let mut files = good();
    let phrases = r#"{"words that nobody wrote": {"tr": "kimsenin yazmadığı sözler"}}"#;
    files.insert("phrases.json".into(), phrases.as_bytes().into());
    let told = report(&files);
    let told: Vec<&str> = told
        .lines()
        .filter(|line| line.starts_with("phrases.json"))
        .collect();
    assert_eq!(
        told,
        [
            "phrases.json:1:1: warning: 1 texts have no `en`; hint: readers of English see another language, marked as such",
            "phrases.json:1:1: warning: no record quotes `words that nobody wrote`; hint: write it letter by letter as in a field such as `area_as_written`",
        ]
    );
}
