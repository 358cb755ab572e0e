//! The files of the new atlas.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use geo::BoundingRect as _;
use geo_types::{LineString, MultiPolygon};
use serde_json::{Value, json};

use super::Report;
use super::districts::{Districts, Row};
use super::ids::{self, Ids};
use crate::cli::glyphs;
use crate::load::LONGEST_NAME;
use crate::model::{PALETTE_SLOTS, ProjectionKind, latin};

/// The part of its height by which the first view is larger than the districts.
const MARGIN: f64 = 0.04;
/// The part of the side of the map below which a district is no more than a dot.
const LEAST_SEEN: f64 = 0.003;
/// The least margin, in degrees: eleven metres.
const LEAST_MARGIN: f64 = 0.0001;
/// Digits after the point of a degree: a tenth of a metre.
const DIGITS: i32 = 6;

/// Names and texts of the files of the package.
pub(super) fn files(
    districts: &Districts,
    from: &str,
    report: &mut Report,
) -> anyhow::Result<Vec<(&'static str, String)>> {
    let rows = &districts.rows;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.claimant.as_str()).or_default() += 1;
    }
    let claimants: Vec<&str> = counts.keys().copied().collect();
    let mut by_count = claimants.clone();
    by_count.sort_by_key(|name| std::cmp::Reverse(counts[name]));
    by_count.truncate(usize::from(PALETTE_SLOTS));
    if by_count.len() < claimants.len() {
        report.guessed.push(format!(
            "of {} claimants the {} with most claims are the capitals, whose answers are compared; see `capitals` in atlas.json",
            claimants.len(),
            by_count.len()
        ));
    }
    let (mut party_ids, mut voice_ids) = (Ids::new("party"), Ids::new("voice"));
    let ids: BTreeMap<&str, (String, String)> = claimants
        .iter()
        .map(|c| (*c, (party_ids.get(c), voice_ids.get(c))))
        .collect();
    let letters = ids::letters(&claimants);
    let unshown = |name: &&str| !glyphs::is_shown(name);
    let all = districts
        .districts
        .iter()
        .map(|d| d.name.as_str())
        .chain(claimants.iter().copied());
    let long_names = all.clone().filter(|name| cut(name).len() < name.len());
    let long_names = long_names.count();
    if long_names > 0 {
        report.mended.push(format!(
            "{long_names} names of more than {LONGEST_NAME} characters are cut there"
        ));
    }
    let latin_names = all.filter(unshown).count();
    if latin_names > 0 {
        report.mended.push(format!(
            "{latin_names} names are written in Latin letters, because no typeface of the program has theirs; `und` keeps them as they were"
        ));
    }
    let parties: Vec<Value> = claimants
        .iter()
        .zip(&letters)
        .map(|(c, letter)| {
            json!({"id": ids[c].0, "names": names(c), "seat": null, "letter": letter, "capital": by_count.contains(c)})
        })
        .collect();
    let people: Vec<Value> = claimants
        .iter()
        .map(|c| {
            json!({"id": ids[c].1, "kind": "body", "names": names(c), "party": ids[c].0, "authority": "official",
                "reason": {"en": "Taken as given in the imported file."}})
        })
        .collect();
    let capitals: Vec<&str> = claimants
        .iter()
        .filter(|c| by_count.contains(c))
        .map(|c| ids[c].0.as_str())
        .collect();
    let array = |records: Vec<Value>| -> anyhow::Result<String> {
        let lines: Result<Vec<String>, _> = records.iter().map(serde_json::to_string).collect();
        Ok(format!("[\n{}\n]\n", lines?.join(",\n")))
    };
    let source =
        json!({"id": "imported", "type": "dataset", "title": super::columns::text(&json!(from))});
    Ok(vec![
        ("atlas.json", manifest(districts, from, &capitals, report)?),
        ("districts.geojson", outlines(districts)?),
        ("parties.json", array(parties)?),
        ("people.json", array(people)?),
        ("claims.json", array(claims(rows, &ids))?),
        ("sources.json", array(vec![source])?),
    ])
}

/// A name, or its beginning where it is longer than an atlas may have.
fn cut(name: &str) -> &str {
    let end = name.char_indices().nth(LONGEST_NAME).map(|(at, _)| at);
    end.map_or(name, |end| name[..end].trim_end())
}

/// A name, in Latin letters where the program cannot show its own.
fn names(name: &str) -> Value {
    let name = cut(name);
    if glyphs::is_shown(name) {
        json!({"en": name})
    } else {
        json!({"en": cut(&latin(name)), "und": name})
    }
}

fn manifest(
    districts: &Districts,
    from: &str,
    capitals: &[&str],
    report: &mut Report,
) -> anyhow::Result<String> {
    let stem = from.split('.').next().unwrap_or_default();
    let title = super::columns::text(&json!(stem)).unwrap_or_else(|| "Atlas".to_owned());
    let days = districts.rows.iter();
    let start = days.clone().map(|r| r.first).min().unwrap_or_default();
    let end = days
        .map(super::districts::Row::shown_until)
        .max()
        .unwrap_or_default();
    let (home, lon_0) = home(districts);
    let [west, south, east, north] = home;
    let is_unseen = |d: &&super::districts::District| {
        let side =
            |r: geo_types::Rect<f64>| (r.width() / (east - west)).max(r.height() / (north - south));
        let sides = d.outline.iter().filter_map(|p| p.bounding_rect()).map(side);
        sides.fold(0.0, f64::max) < LEAST_SEEN
    };
    let unseen = districts.districts.iter().filter(is_unseen).count();
    if unseen > 0 {
        report.understood.push(format!(
            "{unseen} districts are too small to be seen on the map of all; zoom in, or draw a part with --around ID --km N"
        ));
    }
    let kind = ProjectionKind::suitable(home);
    if kind != ProjectionKind::Conic {
        let name: &'static str = kind.into();
        report.guessed.push(format!(
            "the map has the projection `{name}`, because a cone does not suit this part of the globe"
        ));
    }
    let view = [west, south, east, north].map(rounded);
    let height = north - south;
    let lon_0 = if kind == ProjectionKind::World {
        0.0
    } else {
        lon_0
    };
    let manifest = json!({"format": 1, "id": ids::kebab("atlas", &title), "title": {"en": title},
        "span": {"start": day(start), "end": day(end)}, "home": view,
        "languages": ["en"], "capitals": capitals,
        "projection": {"kind": kind, "lat_1": rounded(south + height / 6.0), "lat_2": rounded(north - height / 6.0),
            "lat_0": rounded(f64::midpoint(south, north)), "lon_0": rounded(lon_0)}});
    Ok(serde_json::to_string_pretty(&manifest)?)
}

/// A day as ISO 8601 has it, also before Christ.
fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn rounded(degrees: f64) -> f64 {
    let factor = 10_f64.powi(DIGITS);
    (degrees * factor).round() / factor
}

/// The first view, and the meridian in its middle. Where the districts lie on both sides of the
/// antimeridian, the view reaches beyond 180°.
fn home(districts: &Districts) -> ([f64; 4], f64) {
    let rects: Vec<_> = districts
        .districts
        .iter()
        .flat_map(|d| d.outline.iter())
        .filter_map(|p| p.bounding_rect())
        .collect();
    let south = rects.iter().map(|r| r.min().y).fold(90.0, f64::min);
    let north = rects.iter().map(|r| r.max().y).fold(-90.0, f64::max);
    let mut spans: Vec<(f64, f64)> = rects.iter().map(|r| (r.min().x, r.max().x)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    // The widest gap between districts, going round the globe, is left out of the view.
    let west_most = spans.first().map_or(-180.0, |s| s.0);
    let mut reach = west_most;
    let mut gap = (0.0, 0.0, 0.0);
    for (west, east) in &spans {
        if west - reach > gap.0 {
            gap = (west - reach, reach, *west);
        }
        reach = reach.max(*east);
    }
    let round = west_most + 360.0 - reach;
    let (west, east) = if gap.0 > round {
        (gap.2, gap.1 + 360.0)
    } else {
        (west_most, reach)
    };
    let margin = ((north - south) * MARGIN).max(LEAST_MARGIN);
    let east = (east + margin).min(west - margin + 360.0);
    let (west, east) = if east - (west - margin) > 355.0 {
        (-180.0, 180.0)
    } else {
        (west - margin, east)
    };
    let home = [
        west,
        (south - margin).max(-90.0),
        east,
        (north + margin).min(90.0),
    ];
    let middle = f64::midpoint(west, east);
    (
        home,
        if middle > 180.0 {
            middle - 360.0
        } else {
            middle
        },
    )
}

fn outlines(districts: &Districts) -> anyhow::Result<String> {
    let mut text = String::from("{\"type\": \"FeatureCollection\", \"features\": [\n");
    for (i, district) in districts.districts.iter().enumerate() {
        let properties =
            json!({"id": district.id, "names": names(&district.name), "kind": "region"});
        if i > 0 {
            text.push_str(",\n");
        }
        text.push_str("{\"type\": \"Feature\", \"properties\": ");
        text.push_str(&serde_json::to_string(&properties)?);
        text.push_str(", \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": ");
        coordinates(&district.outline, &mut text);
        text.push_str("}}");
    }
    text.push_str("\n]}\n");
    Ok(text)
}

fn coordinates(outline: &MultiPolygon<f64>, text: &mut String) {
    let ring = |ring: &LineString<f64>, text: &mut String| {
        text.push('[');
        for (i, c) in ring.0.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            text.push_str(&format!("[{},{}]", c.x, c.y));
        }
        text.push(']');
    };
    text.push('[');
    for (i, polygon) in outline.iter().enumerate() {
        text.push_str(if i > 0 { ",[" } else { "[" });
        ring(polygon.exterior(), text);
        for hole in polygon.interiors() {
            text.push(',');
            ring(hole, text);
        }
        text.push(']');
    }
    text.push(']');
}

/// The end of a claim is written as its last day, because the data do not say that its voice gave it up.
fn claims(rows: &[Row], ids: &BTreeMap<&str, (String, String)>) -> Vec<Value> {
    let cite = json!([{"source": "imported", "page": null, "note": null, "fit": "none", "original": null}]);
    let claim = |(i, row): (usize, &Row)| {
        let voice = &ids[row.claimant.as_str()].1;
        json!({"id": format!("claim-{i}"), "voices": [voice], "basis": "narrative", "area": row.district,
            "stance": "claims", "when": day(row.first), "until": row.last.map(day), "cites": cite})
    };
    rows.iter().enumerate().map(claim).collect()
}
