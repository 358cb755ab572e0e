//! `araxes at`: the situation on a day, as text, JSON, CSV or GeoJSON.

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::json;

use super::{Output, day_within, json};
use crate::model::word;
use crate::text::Text;
use crate::timeline::{FillKind, Lens, Situation, Timeline};

/// Options of `araxes at`.
#[derive(Debug, Args)]
pub struct AtArgs {
    /// The day, such as 1920-07-03 (also 3.7.1920 and other usual forms).
    date: String,
    /// The lens: claims, control, a party id or a voice id of the atlas.
    #[arg(long, default_value = "claims")]
    lens: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: AtFormat,
    /// Also every record ever made about each district, in force or not (JSON only).
    #[arg(long)]
    history: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum AtFormat {
    #[default]
    Text,
    Json,
    Csv,
    Geojson,
}

pub(super) fn run(args: &AtArgs, timeline: &Timeline, out: &mut Output<'_>) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    if args.history && args.format != AtFormat::Json {
        bail!("--history is given with --format json alone");
    }
    let day = day_within(&args.date, atlas)?;
    let lens = Lens::named(&args.lens, atlas)?;
    let situation = timeline.situation_on(day);
    match args.format {
        AtFormat::Json => out.json(&json::situation(timeline, &situation, &lens, args.history)),
        AtFormat::Text => text(timeline, &situation, &lens, out),
        AtFormat::Csv => csv(&situation, &lens, out)?,
        AtFormat::Geojson => geojson(timeline, &situation, &lens, out)?,
    }
    Ok(())
}

fn text(timeline: &Timeline, situation: &Situation, lens: &Lens, out: &mut Output<'_>) {
    let atlas = timeline.atlas();
    let words = Text::new("en");
    out.line(format_args!("{} · lens {}", situation.day, lens.name()));
    for state in situation.districts() {
        let fill = state.fill(lens);
        if fill.kind == FillKind::Unknown {
            continue;
        }
        let parties: Vec<_> = fill
            .parties
            .iter()
            .map(|p| atlas.name(p.as_str(), "en"))
            .collect();
        let hearsay = if fill.hearsay {
            ", known from another's report"
        } else {
            ""
        };
        let possible = if fill.certainty == Some(crate::time::Truth::Possible) {
            ", possibly"
        } else {
            ""
        };
        out.line(format_args!(
            "  {:<18} {} {}{hearsay}{possible}",
            atlas.name(state.id.as_str(), "en"),
            word(fill.kind),
            parties.join(", ")
        ));
        for record in &fill.records {
            if let Some(claim) = atlas.claim(record.as_str()) {
                let voices: Vec<_> = claim
                    .voices
                    .iter()
                    .map(|v| atlas.name(v.as_str(), "en"))
                    .collect();
                let when = claim
                    .head
                    .dating
                    .when
                    .as_ref()
                    .map_or("undated", |w| w.as_str());
                out.line(format_args!(
                    "      {} ({when}) {} · {record}",
                    voices.join(", "),
                    words.short_citation(&claim.head.cites, atlas)
                ));
            }
        }
    }
    for report in &situation.units {
        let unit = &atlas.units[report.unit];
        let fix = &unit.fixes[report.fix];
        let at = fix
            .at
            .as_ref()
            .map_or("place not stated", |a| atlas.name(a.as_str(), "en"));
        let age = report
            .age_days
            .map_or_else(String::new, |d| format!(", reported {d} days before"));
        out.line(format_args!(
            "  troops: {} {} {at}{age} · {}",
            unit.names.text("en"),
            word(fix.kind),
            fix.head.id
        ));
    }
    for dated in &situation.messages {
        let m = &atlas.messages[dated.index];
        out.line(format_args!(
            "  message: {} {} · {}",
            m.gist.text("en"),
            words.short_citation(&m.head.cites, atlas),
            m.head.id
        ));
    }
    for dated in &situation.events {
        let e = &atlas.events[dated.index];
        out.line(format_args!(
            "  event: {} · {}",
            e.title.text("en"),
            e.head.id
        ));
    }
    for index in &situation.contradictions {
        let c = &atlas.contradictions[*index];
        out.line(format_args!(
            "  told in two ways: {} · {}",
            c.title.text("en"),
            c.id
        ));
        c.tellings
            .iter()
            .for_each(|t| out.line(format_args!("      {}", t.text.text("en"))));
    }
}

/// The situation as CSV, with one row per district.
pub(super) fn csv(situation: &Situation, lens: &Lens, out: &mut Output<'_>) -> anyhow::Result<()> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "date",
        "lens",
        "district",
        "kind",
        "parties",
        "certainty",
        "hearsay",
        "records",
    ])?;
    for state in situation.districts() {
        let fill = state.fill(lens);
        let join = |ids: Vec<&str>| ids.join(" ");
        table.write_record([
            situation.day.to_string(),
            lens.name().to_owned(),
            state.id.to_string(),
            word(fill.kind).to_owned(),
            join(fill.parties.iter().map(|p| p.as_str()).collect()),
            fill.certainty.map_or("", word).to_owned(),
            fill.hearsay.to_string(),
            join(fill.records.iter().map(|r| r.as_str()).collect()),
        ])?;
    }
    out.bytes(&table.into_inner()?);
    Ok(())
}

/// The situation as GeoJSON, with one feature per district.
pub(super) fn geojson(
    timeline: &Timeline,
    situation: &Situation,
    lens: &Lens,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let mut features = Vec::new();
    for state in situation.districts() {
        let Some(district) = atlas.district(state.id.as_str()) else {
            continue;
        };
        let geometry = geojson::Geometry::from(&district.outline);
        features.push(json!({
            "type": "Feature", "id": district.id, "geometry": serde_json::to_value(geometry)?,
            "properties": {"id": district.id, "name": district.names.text("en"), "date": situation.day, "lens": lens.name(),
                "fill": state.fill(lens)},
        }));
    }
    out.json(&json!({"type": "FeatureCollection", "features": features}));
    Ok(())
}
