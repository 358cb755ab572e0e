//! What a command writes is whole, and what it cannot do it refuses.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn araxes(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

/// Writes a file by `export` and reads it.
fn exported(arguments: &[&str], name: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    let path = file.to_str().expect("UTF-8");
    let run = araxes(&[&["export", "--out", path], arguments].concat());
    assert!(run.status.success(), "{arguments:?}: {run:?}");
    std::fs::read_to_string(file).expect("a file")
}

#[test]
fn a_full_disk_is_told_and_ends_with_2() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return; // Not on this system.
    };
    for arguments in [
        &["at", "1920-07-03"][..],
        &["schema"],
        &["log", "--format", "csv"],
    ] {
        let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
            .args(arguments)
            .stdout(full.try_clone().expect("a handle"))
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("could not write the data"), "{said}");
    }
}

#[test]
fn everything_on_record_is_exported_with_its_dates_and_its_ground() {
    let map: Value = serde_json::from_str(&exported(&[], "all.geojson")).expect("JSON");
    let features = map["features"].as_array().expect("features");
    let log: Value =
        serde_json::from_slice(&araxes(&["log", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(
        features.len(),
        log["records"].as_array().map_or(0, Vec::len)
    );
    let of = |kind: &str, geometry: &str| {
        let of_kind = features.iter().filter(|f| f["properties"]["kind"] == kind);
        of_kind
            .filter(|f| f["geometry"]["type"] == geometry)
            .count()
    };
    assert!(of("claim", "MultiPolygon") > 100);
    assert!(of("place", "Point") > 50);
    assert!(of("unit", "Point") > 10);
    let dated = features
        .iter()
        .filter(|f| f["properties"]["earliest"].is_string());
    assert!(dated.count() > 300);
    let _: geojson::GeoJson = map.to_string().parse().expect("GeoJSON");
}

#[test]
fn a_filtered_bibliography_holds_what_passes() {
    let all = exported(&[], "all.bib").matches("\n@").count();
    let few = exported(&["--filter", "party:ankara,documents-only"], "few.bib");
    assert!(few.matches("\n@").count() < all, "{few}");
}

#[test]
fn a_lens_without_a_day_to_colour_is_refused() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refused.geojson");
    let out = out.to_str().expect("UTF-8");
    for arguments in [
        &["export", "--out", out, "--lens", "moscow"][..],
        &["cite", "message-056", "--filter", "hide:messages"],
    ] {
        let run = araxes(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}: {run:?}");
    }
}
