//! The committed map data are the ones that `make data` made: every derived file has the hash that
//! the build wrote down. And the ground they draw holds together: outlines along a river are that
//! river, a river is one line, towns stand on their side of it, land reaches beyond every sheet.

use std::path::Path;
use std::sync::OnceLock;

use araxes::load::{files, load};
use araxes::model::{Atlas, BaseFeature, BaseKind};
use geo::{BoundingRect as _, ClosestPoint as _, CoordsIter as _};
use geo_types::{Coord, Geometry, LineString, Point};
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
        "base/frontiers",
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

/// The built-in atlas, read once.
fn nakhchivan() -> &'static Atlas {
    static ATLAS: OnceLock<Atlas> = OnceLock::new();
    ATLAS.get_or_init(|| {
        let files = files::read_folder(Path::new("data/nakhchivan-1920")).expect("the atlas");
        load(&files).atlas.expect("an atlas without faults")
    })
}

fn lines(feature: &BaseFeature) -> Vec<&LineString<f64>> {
    match &feature.geometry {
        Geometry::LineString(line) => vec![line],
        Geometry::MultiLineString(many) => many.iter().collect(),
        _ => Vec::new(),
    }
}

fn base<'a>(atlas: &'a Atlas, id: &str) -> &'a BaseFeature {
    let mut found = atlas.base.features.iter().filter(|f| f.id == id);
    found.next().unwrap_or_else(|| panic!("no {id}"))
}

/// Metres between two positions that lie near each other.
fn metres(a: Coord<f64>, b: Coord<f64>) -> f64 {
    let east = (a.x - b.x) * a.y.to_radians().cos();
    east.hypot(a.y - b.y) * 111_200.0
}

fn nearest(line: &LineString<f64>, to: Coord<f64>) -> f64 {
    match line.closest_point(&Point(to)) {
        geo::Closest::Intersection(at) | geo::Closest::SinglePoint(at) => metres(at.0, to),
        geo::Closest::Indeterminate => f64::INFINITY,
    }
}

#[test]
fn the_outline_along_a_river_is_the_river() {
    let atlas = nakhchivan();
    let rivers: Vec<&LineString<f64>> = ["river-araxes", "river-karasu", "river-arpachay"]
        .iter()
        .flat_map(|id| lines(base(atlas, id)))
        .collect();
    let along = ["IR", "ARAS_AM", "ARAS_UP", "ARPA"];
    let arcs = atlas
        .boundaries
        .iter()
        .filter(|b| along.contains(&b.follows.as_str()));
    let mut count = 0;
    for boundary in arcs {
        for vertex in boundary.line.coords() {
            count += 1;
            if rivers.iter().any(|r| r.0.contains(vertex)) {
                continue;
            }
            let away = rivers
                .iter()
                .map(|r| nearest(r, *vertex))
                .fold(f64::INFINITY, f64::min);
            assert!(
                away < 30.0,
                "{}: {vertex:?} lies {away:.0} m off",
                boundary.id
            );
        }
    }
    assert!(count > 1000, "only {count} vertices along rivers");
}

#[test]
fn a_great_river_is_one_line() {
    let atlas = nakhchivan();
    for id in ["river-araxes", "river-kura", "river-karasu"] {
        assert_eq!(lines(base(atlas, id)).len(), 1, "{id}");
    }
    let rivers = || {
        let features = atlas.base.features.iter();
        features.filter(|f| f.kind == BaseKind::River)
    };
    for name in ["Araxes", "Kura"] {
        let named = rivers().filter(|f| f.names.text("en") == name).count();
        assert_eq!(named, 1, "{name}");
    }
    let araxes = lines(base(atlas, "river-araxes"))[0];
    let mouth = araxes.coords().next_back().expect("a mouth");
    let kura = lines(base(atlas, "river-kura"))[0];
    assert!(nearest(kura, *mouth) < 2000.0, "the Araxes joins the Kura");
}

#[test]
fn railways_meet_at_their_stations() {
    let atlas = nakhchivan();
    for (station, count) in [("ulukhanlu", 2), ("shahtakhti", 2), ("yerevan-city", 1)] {
        let at = atlas.place(station).and_then(|p| p.point).expect("a point");
        let near = atlas
            .base
            .features
            .iter()
            .filter(|f| f.kind == BaseKind::Railway)
            .filter(|f| lines(f).iter().any(|l| nearest(l, at.0) < 100.0))
            .count();
        assert_eq!(near, count, "railways at {station}");
    }
}

#[test]
fn nakhchivan_lies_on_the_right_bank_of_its_river() {
    let atlas = nakhchivan();
    let town = atlas
        .place("nakhchivan-town")
        .and_then(|p| p.point)
        .expect("a point");
    let river = lines(base(atlas, "river-nakhchivanchay"))[0];
    let crossing = river
        .lines()
        .find(|s| (s.start.y - town.y()) * (s.end.y - town.y()) <= 0.0)
        .expect("the river passes the town");
    // It flows south, so its right bank is the western one.
    assert!(crossing.start.x > town.x() && crossing.end.x > town.x());
}

#[test]
fn land_reaches_beyond_a_wide_and_an_upright_sheet() {
    let atlas = nakhchivan();
    let edge = base(atlas, "land")
        .geometry
        .bounding_rect()
        .expect("land has a size");
    assert!(edge.min().x < 32.0 && edge.max().x > 60.0);
    assert!(edge.min().y < 32.0 && edge.max().y > 48.0);
    assert!(base(atlas, "land").geometry.coords_count() < 3000);
}

#[test]
fn the_named_peaks_have_their_heights() {
    let atlas = nakhchivan();
    let height = |id: &str| atlas.place(id).and_then(|p| p.height_m);
    assert_eq!(height("ararat"), Some(5137));
    assert_eq!(height("little-ararat"), Some(3896));
    assert_eq!(height("kapujukh"), Some(3905));
}
