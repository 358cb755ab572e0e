//! `araxes new`: any dated GeoJSON to an atlas folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::{Map, Value, json};

use super::Output;
use crate::load::{self, files};

/// From what, and which of its properties mean what.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Folder to make.
    dir: PathBuf,
    /// GeoJSON whose features are districts; a `claims.json` beside it with rows of district, claimant, start and end is
    /// taken too.
    #[arg(long, value_name = "FILE.geojson")]
    from: PathBuf,
    /// Property that holds the id.
    #[arg(long, default_value = "id")]
    id: String,
    /// Property that holds the name.
    #[arg(long, default_value = "name")]
    name: String,
    /// Property that holds the first day.
    #[arg(long, default_value = "start")]
    start: String,
    /// Property that holds the day after the last.
    #[arg(long, default_value = "end")]
    end: String,
    /// Property that holds the claimant.
    #[arg(long, default_value = "claimant")]
    claimant: String,
}

/// One dated statement found in the input.
struct ClaimRow {
    district: String,
    claimant: String,
    start: String,
    end: Option<String>,
}

pub(super) fn run(args: &NewArgs, out: &mut Output<'_>) -> anyhow::Result<()> {
    if args.dir.exists()
        && args
            .dir
            .read_dir()
            .is_ok_and(|mut entries| entries.next().is_some())
    {
        bail!("{} is not empty; name a new folder", args.dir.display());
    }
    let input = read(&args.from)?;
    let features = input
        .get("features")
        .and_then(Value::as_array)
        .context("the file is no GeoJSON FeatureCollection")?;
    let text = |value: Option<&Value>| {
        value.map(|v| v.as_str().map_or_else(|| v.to_string(), ToOwned::to_owned))
    };
    let (mut districts, mut rows, mut names) = (Vec::new(), Vec::new(), BTreeMap::new());
    for feature in features {
        let property = |key: &str| {
            text(
                feature
                    .get("properties")
                    .and_then(|p| p.get(key))
                    .filter(|v| !v.is_null()),
            )
        };
        let raw = property(&args.id).with_context(|| {
            format!(
                "a feature has no property `{}`; name another with --id",
                args.id
            )
        })?;
        let id = kebab("district", &raw);
        if let (Some(claimant), Some(start)) = (property(&args.claimant), property(&args.start)) {
            rows.push(ClaimRow {
                district: id.clone(),
                claimant,
                start,
                end: property(&args.end),
            });
        }
        if names.insert(id.clone(), ()).is_none() {
            let name = property(&args.name).unwrap_or(raw);
            districts.push(
                json!({"type": "Feature", "geometry": feature.get("geometry"),
                "properties": {"id": id, "names": {"en": name}, "kind": "region"}}),
            );
        }
    }
    let beside = args.from.with_file_name("claims.json");
    if rows.is_empty() && beside.exists() {
        for row in read(&beside)?.as_array().into_iter().flatten() {
            let property = |key: &str| text(row.get(key));
            if let (Some(district), Some(claimant), Some(start)) = (
                property("district"),
                property(&args.claimant),
                property(&args.start),
            ) {
                rows.push(ClaimRow {
                    district: kebab("district", &district),
                    claimant,
                    start,
                    end: property(&args.end),
                });
            }
        }
    }
    if rows.is_empty() {
        bail!(
            "no dated claims: neither properties `{}` and `{}` nor a claims.json beside the file",
            args.claimant,
            args.start
        );
    }
    write(&args.dir, &args.from, &districts, &rows)?;
    let findings = load::load(&files::read_folder(&args.dir)?).findings;
    let faults = findings
        .iter()
        .filter(|f| f.severity == load::Severity::Fault)
        .count();
    findings
        .iter()
        .filter(|f| f.severity == load::Severity::Fault)
        .take(20)
        .for_each(|f| out.message(f));
    out.line(format_args!(
        "{}: {} districts, {} claims, {faults} faults",
        args.dir.display(),
        districts.len(),
        rows.len()
    ));
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Value> {
    serde_json::from_slice(&files::read_file(path)?)
        .with_context(|| format!("{} is not JSON", path.display()))
}

fn kebab(prefix: &str, text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let plain = plain
        .split('-')
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    format!("{prefix}-{plain}")
}

fn write(dir: &Path, from: &Path, districts: &[Value], rows: &[ClaimRow]) -> anyhow::Result<()> {
    let mut claimants: Vec<&str> = rows.iter().map(|r| r.claimant.as_str()).collect();
    claimants.sort_unstable();
    claimants.dedup();
    let days: Vec<&str> = rows
        .iter()
        .flat_map(|r| std::iter::once(r.start.as_str()).chain(r.end.as_deref()))
        .collect();
    let (Some(start), Some(end)) = (days.iter().min(), days.iter().max()) else {
        bail!("no days")
    };
    let positions = districts
        .iter()
        .flat_map(|d| numbers(&d["geometry"]["coordinates"]))
        .collect::<Vec<_>>();
    let bound = |axis: usize, pick: fn(f64, f64) -> f64, first: f64| {
        positions.iter().map(|p| p[axis]).fold(first, pick)
    };
    let home = [
        bound(0, f64::min, 180.0),
        bound(1, f64::min, 90.0),
        bound(0, f64::max, -180.0),
        bound(1, f64::max, -90.0),
    ];
    let title = from
        .file_stem()
        .map_or_else(|| "Atlas".to_owned(), |s| s.to_string_lossy().into_owned());
    let height = home[3] - home[1];
    let cite = json!([{"source": "imported", "page": null, "note": null, "fit": "none", "original": null}]);
    let party = |c: &str| kebab("party", c);
    let letters = |i: usize| char::from(b'A' + (i % 26) as u8).to_string();
    let parties: Vec<Value> = claimants
        .iter()
        .enumerate()
        .map(|(i, c)| json!({"id": party(c), "names": {"en": c}, "seat": null, "letter": letters(i), "capital": true}))
        .collect();
    let people: Vec<Value> = claimants
        .iter()
        .map(|c| {
            json!({"id": kebab("voice", c), "kind": "body", "names": {"en": c}, "party": party(c), "authority": "official",
            "reason": {"en": "Taken as given in the imported file."}})
        })
        .collect();
    // A claim is in force until its voice says otherwise; an end is written as the day on which it renounces.
    let mut claims = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let statement = |id: String, day: &str, stance: &str| {
            json!({"id": id, "voices": [kebab("voice", &row.claimant)], "basis": "narrative", "area": row.district,
                "stance": stance, "when": day, "cites": cite})
        };
        claims.push(statement(format!("claim-{i}"), &row.start, "claims"));
        let again = |day: &str| {
            rows.iter().any(|o| {
                o.district == row.district && o.claimant == row.claimant && o.start.as_str() == day
            })
        };
        if let Some(end) = row.end.as_deref().filter(|day| !again(day)) {
            claims.push(statement(format!("claim-{i}-end"), end, "renounces"));
        }
    }
    let file = |name: &str, value: Value| -> anyhow::Result<()> {
        let text = serde_json::to_string_pretty(&value)?;
        Ok(files::write_file(&dir.join(name), text.as_bytes())?)
    };
    file(
        "atlas.json",
        json!({"format": 1, "id": kebab("atlas", &title), "title": {"en": title}, "span": {"start": start, "end": end},
            "home": home, "languages": ["en"], "capitals": parties.iter().map(|p| p["id"].clone()).collect::<Vec<_>>(),
            "projection": {"lat_1": home[1] + height / 6.0, "lat_2": home[3] - height / 6.0, "lat_0": (home[1] + home[3]) / 2.0,
                "lon_0": (home[0] + home[2]) / 2.0}}),
    )?;
    file(
        "districts.geojson",
        json!({"type": "FeatureCollection", "features": districts}),
    )?;
    file("parties.json", Value::Array(parties))?;
    file("people.json", Value::Array(people))?;
    file("claims.json", Value::Array(claims))?;
    let name = from
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let source: Map<String, Value> = [
        ("id", "imported"),
        ("type", "dataset"),
        ("title", name.as_str()),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), json!(value)))
    .collect();
    file("sources.json", json!([source]))
}

/// Every position in nested coordinates.
fn numbers(value: &Value) -> Vec<[f64; 2]> {
    let Some(items) = value.as_array() else {
        return Vec::new();
    };
    match items.as_slice() {
        [Value::Number(x), Value::Number(y), ..] => x
            .as_f64()
            .zip(y.as_f64())
            .map(|(x, y)| [x, y])
            .into_iter()
            .collect(),
        _ => items.iter().flat_map(numbers).collect(),
    }
}
