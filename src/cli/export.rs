//! `araxes export`: writes data to files, for maps, tables, gazetteers and bibliographies.

use std::path::PathBuf;

use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::{Output, at, day_within, everything};
use crate::export::cite::{Style, cite};
use crate::export::records;
use crate::model::{Atlas, Citation, Source, Words, word};
use crate::timeline::{Lens, Timeline};

/// Options of `araxes export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The day; without it everything on record, with its dates (a gazetteer has no day).
    #[arg(long, allow_hyphen_values = true)]
    at: Option<String>,
    /// With --at, the lens: claims (the default), control, a party id or a voice id.
    #[arg(long)]
    lens: Option<String>,
    /// The file, whose ending is its format (.geojson, .csv, .lpf.json, .bib, .csl.json).
    #[arg(long)]
    out: PathBuf,
    /// Begins a .csv with a byte order mark, by which Excel knows its letters.
    #[arg(long)]
    bom: bool,
}

/// The context of the Linked Places Format 1.1, which versions 1.2 and 1.3 keep.
const LPF_CONTEXT: &str = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

pub(super) fn run(
    args: &ExportArgs,
    timeline: &Timeline,
    filtered: bool,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let lens = args
        .lens
        .as_ref()
        .map(|name| Lens::named(name, atlas))
        .transpose()?;
    let day = args
        .at
        .as_ref()
        .map(|text| day_within(text, atlas))
        .transpose()?;
    let name = args
        .out
        .file_name()
        .and_then(|n| n.to_str())
        .unwrap_or_default()
        .to_lowercase();
    refuse_unused(args, &name, filtered)?;
    out.refuse_unwritable(&args.out)?;
    let lens = lens.unwrap_or_default();
    let mut bytes = Vec::new();
    let mut data = Output::new(&mut bytes, out.messages());
    if name.ends_with(".lpf.json") {
        data.json(&linked_places(atlas));
    } else if name.ends_with(".geojson") {
        match day {
            Some(day) => at::geojson(timeline, &timeline.situation_on(day), &lens, &mut data)?,
            None => data.line(everything::geojson(timeline)),
        }
    } else if name.ends_with(".csv") {
        match day {
            Some(day) => at::csv(&timeline.situation_on(day), &lens, &mut data)?,
            None => data.bytes(&records::records_csv(timeline, "en")?),
        }
    } else if name.ends_with(".bib") {
        bibliography(timeline, day, filtered, Style::Bibtex)
            .iter()
            .for_each(|entry| data.line(entry));
    } else if name.ends_with(".csl.json") {
        data.line(format_args!(
            "[{}]",
            bibliography(timeline, day, filtered, Style::CslJson).join(",\n")
        ));
    } else {
        bail!("no export ends like `{name}`; choose .geojson, .csv, .lpf.json, .bib or .csl.json");
    }
    data.finish()?;
    if args.bom {
        bytes = records::with_bom(&bytes);
    }
    out.file(&args.out, &bytes)?;
    out.message(format_args!("wrote {}", args.out.display()));
    Ok(())
}

/// Refuses an option that has no effect on a file of this ending.
fn refuse_unused(args: &ExportArgs, name: &str, filtered: bool) -> anyhow::Result<()> {
    if name.ends_with(".lpf.json") {
        if args.at.is_some() {
            bail!("--at has no effect on .lpf.json: it holds every district and place");
        }
        if filtered {
            bail!("--filter has no effect on .lpf.json: it holds every district and place");
        }
    }
    if args.bom && !name.ends_with(".csv") {
        bail!("--bom has effect on .csv alone; leave it out");
    }
    let is_map = name.ends_with(".csv") || name.ends_with(".geojson");
    if args.lens.is_some() && !(is_map && args.at.is_some()) {
        bail!("--lens colours a day: it has effect on .geojson and .csv with --at");
    }
    Ok(())
}

/// One entry per source: of all sources, or of those that the records of a day or the records that
/// pass a filter cite or go back to.
fn bibliography(
    timeline: &Timeline,
    day: Option<NaiveDate>,
    filtered: bool,
    style: Style,
) -> Vec<String> {
    let atlas = timeline.atlas();
    let passing = if filtered && day.is_none() {
        records::in_date_order(timeline, "en")
    } else {
        Vec::new()
    };
    let used: Option<Vec<&Citation>> = day.map(|day| {
        let situation = timeline.situation_on(day);
        let claims = situation
            .districts()
            .flat_map(|d| d.stances())
            .flat_map(|s| &atlas.claims[s.claim].head.cites);
        let control = situation
            .districts()
            .flat_map(|d| d.holdings())
            .flat_map(|h| &atlas.control[h.control].head.cites);
        let messages = situation
            .messages
            .iter()
            .flat_map(|m| &atlas.messages[m.index].head.cites);
        let events = situation
            .events
            .iter()
            .flat_map(|e| &atlas.events[e.index].head.cites);
        let units = situation
            .units
            .iter()
            .flat_map(|u| &atlas.units[u.unit].fixes[u.fix].head.cites);
        claims
            .chain(control)
            .chain(messages)
            .chain(events)
            .chain(units)
            .collect()
    });
    let of_passing = || passing.iter().flat_map(|row| &row.cites).collect();
    let used = used.or_else(|| filtered.then(of_passing));
    let rests = |s: &&Source| {
        used.as_ref()
            .is_none_or(|all| all.iter().any(|c| atlas.is_behind(s, c)))
    };
    atlas
        .sources
        .iter()
        .filter(rests)
        .filter_map(|s| cite(atlas, &Citation::of_whole(s.id.clone()), style))
        .collect()
}

/// Districts and places in the Linked Places Format: names by language, geometry, and the span that
/// the atlas covers.
fn linked_places(atlas: &Atlas) -> Value {
    let span = atlas.manifest.span;
    let when = json!({"timespans": [{"start": {"in": span.start.to_string()}, "end": {"in": span.last().to_string()}}]});
    let source = json!([{"label": atlas.manifest.title.text("en")}]);
    let feature = |id: &str, names: &Words, kind: &str, geometry: Value| {
        let toponyms: Vec<Value> = names
            .0
            .iter()
            .map(|(lang, name)| json!({"toponym": name, "lang": lang, "citations": source}))
            .collect();
        json!({
            "@id": format!("{}/{id}", atlas.manifest.id),
            "type": "Feature",
            "properties": {"title": names.text("en")},
            "when": when,
            "names": toponyms,
            "types": [{"label": kind}],
            "geometry": geometry,
        })
    };
    let districts = atlas.districts.iter().map(|d| {
        let geometry =
            serde_json::to_value(geojson::Geometry::from(&d.outline)).unwrap_or(Value::Null);
        feature(
            d.id.as_str(),
            &d.names,
            atlas.kind_name(&d.kind, "en"),
            geometry,
        )
    });
    let places = atlas.places.iter().map(|p| {
        let geometry = match p.point {
            Some(point) => json!({"type": "Point", "coordinates": [point.x(), point.y()]}),
            None => Value::Null,
        };
        feature(p.id.as_str(), &p.names, word(p.kind), geometry)
    });
    json!({"type": "FeatureCollection", "@context": LPF_CONTEXT, "features": districts.chain(places).collect::<Vec<_>>()})
}
