//! The committed map data are the ones that `make data` made: every derived file has the hash that the build wrote down.

use sha2::{Digest as _, Sha256};

#[test]
fn derived_files_have_their_hashes() {
    let sums = std::fs::read_to_string("data/build/SHA256SUMS").expect("data/build/SHA256SUMS");
    let listed: Vec<(&str, &str)> = sums.lines().filter_map(|l| l.split_once("  ")).collect();
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
            listed.iter().any(|(_, listed)| *listed == path),
            "{path} is not in SHA256SUMS"
        );
    }
    let changed: Vec<&str> = listed
        .into_iter()
        .filter(|(sum, path)| {
            let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
            let hash = Sha256::digest(bytes);
            let hex: Vec<String> = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            hex.concat() != *sum
        })
        .map(|(_, path)| path)
        .collect();
    assert!(changed.is_empty(), "run `make data`: {changed:?} changed");
}
