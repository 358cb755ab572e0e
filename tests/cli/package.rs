//! `check`, `schema` and `new`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{GOOD, araxes, has_keys, items, keys};

/// A copy of the good package to damage.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy_files(Path::new(GOOD), folder.path());
    folder
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the good package") {
        let entry = entry.expect("a file");
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_files(&entry.path(), &copy);
        } else {
            fs::copy(entry.path(), copy).expect("a copy");
        }
    }
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().expect("UTF-8")
}

#[test]
fn a_clean_package_ends_with_0() {
    let ran = araxes(&["check", GOOD]).well();
    assert_eq!(ran.data, "0 faults, 0 warnings\n");
    let ran = araxes(&["check", "--atlas", GOOD, "--format", "json"]).well();
    assert_eq!(ran.json(), json!({"findings": []}));
    assert_eq!(araxes(&["check"]).code, 0, "the built-in atlas is clean");
}

#[test]
fn faults_end_with_1_and_each_has_its_place_and_its_remedy() {
    let folder = copy();
    let events = r#"[{"id": "event-1", "when": "1900-06-99"}]"#;
    fs::write(folder.path().join("events.json"), events).expect("written");
    let ran = araxes(&["check", path(&folder), "--format", "json"]);
    assert_eq!((ran.code, ran.messages.as_str()), (1, ""));
    let json = ran.json();
    let findings = items(&json["findings"]);
    assert!(!findings.is_empty());
    for finding in findings {
        assert_eq!(
            keys(finding),
            [
                "severity", "file", "line", "column", "record", "what", "hint"
            ]
        );
    }
    let fault = findings
        .iter()
        .find(|f| f["file"] == "events.json")
        .expect("a fault");
    assert_eq!(
        (&fault["severity"], &fault["line"]),
        (&"fault".into(), &1.into())
    );
    let text = araxes(&["check", path(&folder)]);
    assert_eq!(text.code, 1);
    assert!(text.data.contains("events.json:1:"), "{text:?}");
    araxes(&["at", "1900-03-01", "--atlas", path(&folder)]).refused("araxes check");
}

#[test]
fn warnings_alone_end_with_0() {
    let folder = copy();
    fs::write(folder.path().join("extra.json"), "[]").expect("written");
    let ran = araxes(&["check", path(&folder), "--format", "json"]).well();
    assert_eq!(ran.json()["findings"][0]["severity"], "warning");
    assert!(
        araxes(&["check", path(&folder)])
            .well()
            .data
            .ends_with("0 faults, 1 warnings\n")
    );
    araxes(&["at", "1900-03-01", "--atlas", path(&folder)]).well();
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    araxes(&["check", "no/such/folder"]).refused("could not read no/such/folder");
    araxes(&["check", GOOD, "--atlas", GOOD]).refused("two atlases");
    araxes(&["at", "1900-03-01", "--atlas", "no/such/folder"]).refused("no/such/folder");
}

/// Every file of a package against the schema of its kind.
fn fits(folder: &Path, schemas: &Value) {
    let mut count = 0;
    let base = folder.join("base");
    let base = base.exists().then_some(base);
    for entry in [Some(folder.to_path_buf()), base].into_iter().flatten() {
        for file in fs::read_dir(entry).expect("a folder") {
            let file = file.expect("a file").path();
            let name = file
                .strip_prefix(folder)
                .expect("inside")
                .to_str()
                .expect("UTF-8");
            let Ok(value) = serde_json::from_slice::<Value>(&fs::read(&file).unwrap_or_default())
            else {
                continue;
            };
            let kind = match name {
                name if name.starts_with("base/") && name.ends_with(".geojson") => "base/*.geojson",
                name => name,
            };
            let schema = schemas
                .get(kind)
                .unwrap_or_else(|| panic!("no schema of {name}"));
            let (mut compiled, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
            compiler
                .add_resource("araxes.json", schema.clone())
                .expect("a schema");
            let at = compiler
                .compile("araxes.json", &mut compiled)
                .expect("a schema");
            if let Err(error) = compiled.validate(&value, at) {
                panic!("{}: {error}", file.display());
            }
            count += 1;
        }
    }
    assert!(count >= 13, "{count} files in {}", folder.display());
}

#[test]
fn the_schemas_fit_the_files_that_the_program_reads() {
    let schemas = araxes(&["schema"]).well().json();
    assert!(
        !schemas.to_string().contains("```"),
        "examples in Rust are for other readers"
    );
    fits(Path::new(GOOD), &schemas);
    fits(Path::new("data/nakhchivan-1920"), &schemas);
}

#[test]
fn the_schemas_refuse_what_the_program_refuses() {
    let schemas = araxes(&["schema"]).well().json();
    for (file, bad) in [
        ("events.json", json!([{"id": "event-1"}])),
        ("events.json", json!({"id": "event-1"})),
        (
            "claims.json",
            json!([{"id": "c", "voices": [], "basis": "rumour"}]),
        ),
        (
            "districts.geojson",
            json!({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": "a"}, "geometry": null}]}),
        ),
    ] {
        let (mut compiled, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler
            .add_resource("araxes.json", schemas[file].clone())
            .expect("a schema");
        let at = compiler
            .compile("araxes.json", &mut compiled)
            .expect("a schema");
        assert!(compiled.validate(&bad, at).is_err(), "{file}: {bad}");
    }
}

/// Writes a GeoJSON of two districts, one of them in two pieces, and makes an atlas of it.
fn made(properties: [Value; 3], arguments: &[&str]) -> (tempfile::TempDir, String, super::Ran) {
    let folder = tempfile::tempdir().expect("a folder");
    let square = |x: i32| json!([[[x, -40], [x + 1, -40], [x + 1, -39], [x, -39], [x, -40]]]);
    let one = json!({"type": "Polygon", "coordinates": square(20)});
    let two = json!({"type": "MultiPolygon", "coordinates": [square(21), square(23)]});
    let [a, b, c] = properties;
    let map = json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": a, "geometry": one},
        {"type": "Feature", "properties": b, "geometry": two},
        {"type": "Feature", "properties": c, "geometry": two},
    ]});
    let from = folder.path().join("lands.geojson");
    fs::write(&from, map.to_string()).expect("written");
    let to = folder
        .path()
        .join("atlas")
        .to_str()
        .expect("UTF-8")
        .to_owned();
    let from = from.to_str().expect("UTF-8");
    let ran = araxes(&[&["new", &to, "--from", from], arguments].concat());
    (folder, to, ran)
}

fn lands() -> [Value; 3] {
    [
        json!({"id": "One", "name": "One land", "start": "1850-01-01", "end": "1850-03-01", "claimant": "Red"}),
        json!({"id": "Two", "name": "Two lands", "start": "1850-02-01", "end": "1850-06-01", "claimant": "Red"}),
        json!({"id": "Two", "name": "Two lands", "start": "1850-03-01", "claimant": "Blue"}),
    ]
}

#[test]
fn an_atlas_made_of_a_geojson_is_clean_and_answers() {
    let (_folder, atlas, ran) = made(lands(), &[]);
    let ran = ran.well();
    assert!(
        ran.data.contains("2 districts, 3 claims, 0 faults"),
        "{ran:?}"
    );
    assert_eq!(
        araxes(&["check", &atlas]).well().data,
        "0 faults, 0 warnings\n"
    );
    let at = |day: &str| {
        let answer = araxes(&["at", day, "--atlas", &atlas, "--format", "json"])
            .well()
            .json();
        let parties = |i: usize| answer["districts"][i]["fill"]["parties"].clone();
        (parties(0), parties(1))
    };
    assert_eq!(at("1850-01-15"), (json!(["party-red"]), json!([])));
    assert_eq!(
        at("1850-02-28"),
        (json!(["party-red"]), json!(["party-red"]))
    );
    // The day after the last is the first on which the claim is no longer made.
    let (one, mut two) = at("1850-03-01");
    two.as_array_mut()
        .expect("parties")
        .sort_by_key(ToString::to_string);
    assert_eq!((one, two), (json!([]), json!(["party-blue", "party-red"])));
    araxes(&["at", "1850-06-02", "--atlas", &atlas]).refused("1850-01-01 to 1850-05-31");
}

#[test]
fn an_atlas_made_of_a_geojson_keeps_ids_names_and_outlines() {
    let (_folder, atlas, _) = made(lands(), &[]);
    let map = araxes(&["at", "1850-01-15", "--atlas", &atlas, "--format", "geojson"])
        .well()
        .data;
    let map: geojson::FeatureCollection = map.parse().expect("GeoJSON");
    let ids: Vec<_> = map
        .features
        .iter()
        .map(|f| f.property("id").cloned())
        .collect();
    assert_eq!(
        ids,
        [Some(json!("district-one")), Some(json!("district-two"))]
    );
    let pieces = |i: usize| -> usize {
        let outline: geo_types::MultiPolygon<f64> = map.features[i]
            .geometry
            .clone()
            .expect("an outline")
            .try_into()
            .expect("polygons");
        outline.0.len()
    };
    assert_eq!((pieces(0), pieces(1)), (1, 2));
    let shown = araxes(&[
        "show",
        "district-two",
        "--atlas",
        &atlas,
        "--format",
        "json",
    ])
    .well();
    assert_eq!(shown.json()["title"], "Two lands");
    has_keys(&shown.json(), "id kind claims");
}

#[test]
fn other_names_of_properties_are_taken_and_missing_ones_named() {
    let renamed = lands().map(|mut land| {
        let object = land.as_object_mut().expect("an object");
        for (old, new) in [
            ("id", "code"),
            ("name", "label"),
            ("start", "since"),
            ("end", "till"),
            ("claimant", "who"),
        ] {
            if let Some(value) = object.remove(old) {
                object.insert(new.to_owned(), value);
            }
        }
        land
    });
    let names = [
        "--id",
        "code",
        "--name",
        "label",
        "--start",
        "since",
        "--end",
        "till",
        "--claimant",
        "who",
    ];
    let (_folder, atlas, ran) = made(renamed.clone(), &names);
    ran.well();
    araxes(&["check", &atlas]).well();
    let (_folder, _, ran) = made(renamed.clone(), &[]);
    // Usual names are guessed, and that is said.
    assert!(
        ran.messages.contains("the start is read from `since`"),
        "{ran:?}"
    );
    let (_folder, _, ran) = made(renamed, &["--id", "number"]);
    ran.refused("no feature has a property `number` for --id");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let (folder, atlas, _) = made(lands(), &[]);
    let from = folder.path().join("lands.geojson");
    araxes(&["new", &atlas, "--from", from.to_str().expect("UTF-8")]).refused("not empty");
    araxes(&["new", "elsewhere", "--from", "no/such.geojson"]).refused("no/such.geojson");
    araxes(&["new", "elsewhere", "--from", "Cargo.toml"]).refused("not JSON");
}
