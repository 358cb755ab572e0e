use std::path::PathBuf;

use serde_json::json;

use super::*;
use crate::model::Atlas;

fn args(dir: PathBuf, from: PathBuf) -> NewArgs {
    NewArgs {
        layer: None,
        dir,
        from,
        id: None,
        name: None,
        start: None,
        end: None,
        claimant: None,
        date: None,
        on: None,
        ends: None,
        cut_overlaps: false,
    }
}

/// Imports features; returns the atlas, if one was made, and the report.
fn imported(features: &[Value]) -> (Option<Atlas>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let from = folder.path().join("in.geojson");
    let file = json!({"type": "FeatureCollection", "features": features}).to_string();
    files::write_file(&from, file.as_bytes()).expect("written");
    let args = args(folder.path().join("out"), from);
    let (mut data, mut said) = (Vec::new(), Vec::new());
    run(&args, &mut Output::new(&mut data, &mut said)).expect("read");
    let said = String::from_utf8(said).expect("UTF-8");
    let read = files::read_folder(&args.dir);
    let names = files::list(folder.path()).expect("the folder");
    assert_eq!(names, ["in.geojson"], "nothing else is left");
    (read.ok().and_then(|files| load::load(&files).atlas), said)
}

fn square(at: usize, properties: &Value) -> Value {
    let (x, y) = (10.0 + at as f64, 50.0);
    json!({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates":
        [[[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]]]}})
}

#[test]
fn different_names_in_any_script_have_different_ids() {
    let names = [
        ("Шарур", "Баку"),
        ("Ордубад", "Ереван"),
        ("Նախիջևան", "Երևան"),
        ("شرور", "باکو"),
        ("Şərur!", "Bakı"),
        ("Şərur?", "Bakı"),
        ("—", "№"),
        ("…", "—"),
    ];
    let features = names.iter().enumerate().map(|(i, (id, claimant))| {
        square(
            i,
            &json!({"id": id, "claimant": claimant, "start": "1900-01-01"}),
        )
    });
    let (atlas, said) = imported(&features.collect::<Vec<_>>());
    let atlas = atlas.expect(&said);
    let areas: std::collections::BTreeSet<&str> =
        atlas.districts.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(areas.len(), names.len(), "{areas:?}");
    assert!(
        areas.contains("district-sharur") && areas.contains("district-serur-2"),
        "{areas:?}"
    );
    assert_eq!(atlas.parties.len(), 7);
}

#[test]
fn outlines_of_one_id_and_time_are_joined_and_others_refused() {
    let of = |at, claimant: &str, start: &str| {
        square(
            at,
            &json!({"id": "a", "claimant": claimant, "start": start}),
        )
    };
    let (atlas, said) = imported(&[of(0, "x", "1900"), of(2, "x", "1900")]);
    let atlas = atlas.expect(&said);
    assert_eq!(
        (atlas.districts.len(), atlas.districts[0].outline.0.len()),
        (1, 2)
    );
    assert!(
        said.contains("mended: 1 features have the id of another and the same dates"),
        "{said}"
    );
    // One outline with two periods is one district.
    let (atlas, said) = imported(&[of(0, "x", "1900"), of(0, "y", "1920")]);
    assert_eq!(atlas.expect(&said).districts.len(), 1);
    let (atlas, said) = imported(&[of(0, "x", "1900"), of(2, "x", "1920")]);
    assert!(atlas.is_none());
    assert!(
        said.contains("fault: the outline of `a` changes: 1900-01-01 to …; 1920-01-01 to …"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_used_is_counted_and_the_rest_is_an_atlas() {
    let good = square(
        0,
        &json!({"id": "a", "claimant": "x", "start": 1900, "end": 1950}),
    );
    let point = json!({"type": "Feature", "properties": {"id": "p", "claimant": "x", "start": 1900},
        "geometry": {"type": "Point", "coordinates": [0, 0]}});
    let none = json!({"type": "Feature", "properties": {"id": "n"}, "geometry": null});
    let late = square(
        2,
        &json!({"id": "b", "claimant": "x", "start": 1950, "end": 1900}),
    );
    let odd = square(4, &json!({"claimant": "x", "start": "3/7/1920"}));
    let (atlas, said) = imported(&[good, point, none, late, odd]);
    let atlas = atlas.expect(&said);
    let span = atlas.manifest.span;
    assert_eq!(
        (span.start.to_string(), span.end.to_string()),
        ("1900-01-01".into(), "1950-12-31".into())
    );
    for words in [
        "skipped: 1 features without a geometry",
        "skipped: 1 features without a polygon, such as points or lines",
        "skipped: a period of `b` that ends before it begins: 1950-01-01 to 1900-01-01",
        "skipped: 1 dates cannot be read",
        "guessed: 1 features have neither id nor name and are numbered",
        "guessed: an end given as a year or month is in force to its last day",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}
