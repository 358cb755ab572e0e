//! `araxes new`: makes an atlas folder from any dated GeoJSON.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::{Map, Value, json};

use super::Output;
use crate::load::{self, files};
use crate::model::latin;

/// Maximum number of faults of a new atlas that are listed.
const MOST_LISTED: usize = 20;

/// Options of `araxes new`: the input, and which of its properties have which meaning.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Folder to make.
    dir: PathBuf,
    /// GeoJSON whose features are districts; a `claims.json` beside it with rows of district,
    /// claimant, start and end is read too.
    #[arg(long, value_name = "FILE.geojson")]
    from: PathBuf,
    /// Property with the id of a feature.
    #[arg(long, default_value = "id")]
    id: String,
    /// Property with the name of a feature.
    #[arg(long, default_value = "name")]
    name: String,
    /// Property with the first day.
    #[arg(long, default_value = "start")]
    start: String,
    /// Property with the day after the last.
    #[arg(long, default_value = "end")]
    end: String,
    /// Property with the claimant.
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

/// Ids made from names in any script. Equal names have equal ids, and different names different
/// ones, even where the two have the same Latin letters.
struct Ids {
    prefix: &'static str,
    by_name: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    met: BTreeMap<String, usize>,
}

impl Ids {
    const fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            by_name: BTreeMap::new(),
            taken: BTreeSet::new(),
            met: BTreeMap::new(),
        }
    }

    fn get(&mut self, name: &str) -> String {
        if let Some(known) = self.by_name.get(name) {
            return known.clone();
        }
        let stem = kebab(self.prefix, name);
        let met = self.met.entry(stem.clone()).or_insert(0);
        let id = loop {
            *met += 1;
            let id = match *met {
                1 => stem.clone(),
                n => format!("{stem}-{n}"),
            };
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        self.by_name.insert(name.to_owned(), id.clone());
        id
    }
}

/// The input in the form of an atlas.
struct Input {
    districts: Vec<Value>,
    rows: Vec<ClaimRow>,
    /// Messages to the reader about what is left out.
    left_out: Vec<String>,
}

pub(super) fn run(args: &NewArgs, out: &mut Output<'_>) -> anyhow::Result<()> {
    if files::is_filled(&args.dir) {
        bail!("{} is not empty; name a new folder", args.dir.display());
    }
    let Input {
        districts,
        rows,
        left_out,
    } = input(args)?;
    left_out.iter().for_each(|words| out.message(words));
    write(&args.dir, &args.from, &districts, &rows)?;
    let findings = load::load(&files::read_folder(&args.dir)?).findings;
    let faults = findings
        .iter()
        .filter(|f| f.severity == load::Severity::Fault)
        .count();
    findings
        .iter()
        .filter(|f| f.severity == load::Severity::Fault)
        .take(MOST_LISTED)
        .for_each(|f| out.message(f));
    if faults > MOST_LISTED {
        out.message(format_args!(
            "and {} more; `araxes check` tells all",
            faults - MOST_LISTED
        ));
    }
    out.line(format_args!(
        "{}: {} districts, {} claims, {faults} faults",
        args.dir.display(),
        districts.len(),
        rows.len()
    ));
    Ok(())
}

/// Reads the features, and the rows of `claims.json` where the features have no claims.
fn input(args: &NewArgs) -> anyhow::Result<Input> {
    let file = read(&args.from)?;
    let features = file
        .get("features")
        .and_then(Value::as_array)
        .context("the file is no GeoJSON FeatureCollection")?;
    let mut ids = Ids::new("district");
    let (mut districts, mut rows) = (Vec::<Value>::new(), Vec::new());
    let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
    let (mut redrawn, mut without_claim) = (0, 0);
    for feature in features {
        let property = |key: &str| text(feature.get("properties").and_then(|p| p.get(key)));
        let raw = property(&args.id).with_context(|| {
            format!(
                "a feature has no property `{}`; name another with --id",
                args.id
            )
        })?;
        let id = ids.get(&raw);
        match (property(&args.claimant), property(&args.start)) {
            (Some(claimant), Some(start)) => rows.push(ClaimRow {
                district: id.clone(),
                claimant,
                start,
                end: property(&args.end),
            }),
            _ => without_claim += 1,
        }
        let geometry = feature.get("geometry");
        if let Some(first) = drawn.get(&id) {
            redrawn += usize::from(districts[*first].get("geometry") != geometry);
            continue;
        }
        drawn.insert(id.clone(), districts.len());
        let name = property(&args.name).unwrap_or(raw);
        districts.push(json!({"type": "Feature", "geometry": geometry,
            "properties": {"id": id, "names": {"en": name}, "kind": "region"}}));
    }
    let mut left_out = Vec::new();
    if redrawn > 0 {
        left_out.push(format!(
            "{redrawn} features draw a district anew that an earlier feature has drawn; the first outline is taken"
        ));
    }
    let beside = args.from.with_file_name("claims.json");
    if rows.is_empty()
        && let Some(bytes) = files::read_file_if_present(&beside)?
    {
        let unread;
        (rows, unread) = rows_of(&json_of(&beside, &bytes)?, args, &mut ids);
        if unread > 0 {
            left_out.push(format!(
                "{unread} rows of claims.json are left out: no `district`, `{}` or `{}`",
                args.claimant, args.start
            ));
        }
    } else if without_claim > 0 && !rows.is_empty() {
        left_out.push(format!(
            "{without_claim} features are districts without a claim: no `{}` or `{}`",
            args.claimant, args.start
        ));
    }
    if rows.is_empty() {
        bail!(
            "no dated claims: neither properties `{}` and `{}` nor a claims.json beside the file",
            args.claimant,
            args.start
        );
    }
    Ok(Input {
        districts,
        rows,
        left_out,
    })
}

/// The rows of a `claims.json`, and the number of rows that cannot be read.
fn rows_of(table: &Value, args: &NewArgs, ids: &mut Ids) -> (Vec<ClaimRow>, usize) {
    let all = table.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut rows = Vec::new();
    for row in all {
        let property = |key: &str| text(row.get(key));
        if let (Some(district), Some(claimant), Some(start)) = (
            property("district"),
            property(&args.claimant),
            property(&args.start),
        ) {
            rows.push(ClaimRow {
                district: ids.get(&district),
                claimant,
                start,
                end: property(&args.end),
            });
        }
    }
    let unread = all.len() - rows.len();
    (rows, unread)
}

/// A value as text; `None` where there is none.
fn text(value: Option<&Value>) -> Option<String> {
    let value = value.filter(|v| !v.is_null())?;
    Some(
        value
            .as_str()
            .map_or_else(|| value.to_string(), ToOwned::to_owned),
    )
}

fn read(path: &Path) -> anyhow::Result<Value> {
    json_of(path, &files::read_file(path)?)
}

fn json_of(path: &Path, bytes: &[u8]) -> anyhow::Result<Value> {
    serde_json::from_slice(bytes).with_context(|| format!("{} is not JSON", path.display()))
}

/// An id made of the letters and digits of a name, in Latin letters; the prefix alone where the
/// name has none.
fn kebab(prefix: &str, text: &str) -> String {
    let plain: String = latin(text)
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts = plain.split('-').filter(|p| !p.is_empty());
    std::iter::once(prefix)
        .chain(parts)
        .collect::<Vec<_>>()
        .join("-")
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
    let (mut party_ids, mut voice_ids) = (Ids::new("party"), Ids::new("voice"));
    let ids: BTreeMap<&str, (String, String)> = claimants
        .iter()
        .map(|c| (*c, (party_ids.get(c), voice_ids.get(c))))
        .collect();
    let letters = |i: usize| char::from(b'A' + (i % 26) as u8).to_string();
    let parties: Vec<Value> = claimants
        .iter()
        .enumerate()
        .map(|(i, c)| json!({"id": ids[c].0, "names": {"en": c}, "seat": null, "letter": letters(i), "capital": true}))
        .collect();
    let people: Vec<Value> = claimants
        .iter()
        .map(|c| {
            json!({"id": ids[c].1, "kind": "body", "names": {"en": c}, "party": ids[c].0, "authority": "official",
            "reason": {"en": "Taken as given in the imported file."}})
        })
        .collect();
    // A claim is in force until its voice makes another statement, so an end is written as the day
    // on which the voice renounces.
    let starts: BTreeSet<(&str, &str, &str)> = rows
        .iter()
        .map(|r| (r.district.as_str(), r.claimant.as_str(), r.start.as_str()))
        .collect();
    let mut claims = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let statement = |id: String, day: &str, stance: &str| {
            json!({"id": id, "voices": [ids[row.claimant.as_str()].1], "basis": "narrative", "area": row.district,
                "stance": stance, "when": day, "cites": cite})
        };
        claims.push(statement(format!("claim-{i}"), &row.start, "claims"));
        let again = |day: &str| starts.contains(&(&row.district, &row.claimant, day));
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
            "projection": {"lat_1": home[1] + height / 6.0, "lat_2": home[3] - height / 6.0, "lat_0": f64::midpoint(home[1], home[3]),
                "lon_0": f64::midpoint(home[0], home[2])}}),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Atlas;

    /// Imports square features of the given ids and claimants, side by side; returns the atlas and
    /// the messages.
    fn imported(features: &[(&str, &str)]) -> (Atlas, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let feature = |(i, (id, claimant)): (usize, &(&str, &str))| {
            let (x, y) = (10.0 + i as f64, 50.0);
            json!({"type": "Feature", "properties": {"id": id, "claimant": claimant, "start": "1900-01-01"},
                "geometry": {"type": "Polygon", "coordinates":
                    [[[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]]]}})
        };
        let features: Vec<Value> = features.iter().enumerate().map(feature).collect();
        let from = folder.path().join("in.geojson");
        let file = json!({"type": "FeatureCollection", "features": features}).to_string();
        files::write_file(&from, file.as_bytes()).expect("written");
        let args = NewArgs {
            dir: folder.path().join("out"),
            from,
            id: "id".into(),
            name: "name".into(),
            start: "start".into(),
            end: "end".into(),
            claimant: "claimant".into(),
        };
        let (mut data, mut said) = (Vec::new(), Vec::new());
        run(&args, &mut Output::new(&mut data, &mut said)).expect("imported");
        let loaded = load::load(&files::read_folder(&args.dir).expect("read"));
        let said = String::from_utf8(said).expect("UTF-8");
        (loaded.atlas.expect(&said), said)
    }

    #[test]
    fn different_names_in_any_script_have_different_ids() {
        let features = [
            ("Шарур", "Баку"),
            ("Ордубад", "Ереван"),
            ("Նախիջևան", "Երևան"),
            ("شرور", "باکو"),
            ("Şərur!", "Bakı"),
            ("Şərur?", "Bakı"),
            ("—", "№"),
            ("…", "—"),
        ];
        let (atlas, said) = imported(&features);
        assert_eq!(said, "");
        assert_eq!(atlas.districts.len(), features.len());
        let mut areas: Vec<&str> = atlas
            .claims
            .iter()
            .filter_map(|c| c.area.as_ref().map(|a| a.as_str()))
            .collect();
        areas.sort_unstable();
        areas.dedup();
        assert_eq!(areas.len(), features.len(), "{areas:?}");
        assert!(areas.contains(&"district-sharur"), "{areas:?}");
        assert!(areas.contains(&"district-serur-2"), "{areas:?}");
        assert_eq!(atlas.parties.len(), 7);
    }

    #[test]
    fn an_outline_that_is_left_out_is_reported() {
        let (atlas, said) = imported(&[("a", "x"), ("a", "y")]);
        assert_eq!((atlas.districts.len(), atlas.claims.len()), (1, 2));
        assert!(said.contains("the first outline is taken"), "{said}");
    }
}
