//! The committed map data are the ones that `make data` made: every derived file has the hash that the build wrote down.
use std::process::Command;

#[test]
fn derived_files_have_their_hashes() {
    let sums = std::fs::read_to_string("data/build/SHA256SUMS").expect("data/build/SHA256SUMS");
    let listed: Vec<&str> = sums
        .lines()
        .filter_map(|l| l.split_once("  "))
        .map(|(_, file)| file)
        .collect();
    for file in [
        "boundaries",
        "districts",
        "places",
        "base/land",
        "base/lakes",
        "base/rivers",
        "base/railways",
        "base/present",
    ] {
        let path = format!("data/nakhchivan-1920/{file}.geojson");
        assert!(
            listed.contains(&path.as_str()),
            "{path} is not in SHA256SUMS"
        );
    }
    let out = Command::new("sha256sum")
        .args(["--check", "--quiet", "data/build/SHA256SUMS"])
        .output()
        .expect("sha256sum");
    assert!(
        out.status.success(),
        "run `make data`: {}{}",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
}
