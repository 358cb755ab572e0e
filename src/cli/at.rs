//! `araxes at`: the situation on a day, as text, JSON, CSV or GeoJSON.

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::json;

use super::{LanguageArgs, Output, day_within, json};
use crate::model::word;
use crate::text::Text;
use crate::timeline::{Lens, Situation, Timeline};

/// Options of `araxes at`.
#[derive(Debug, Args)]
pub struct AtArgs {
    /// The day, such as 1920-07-03 (also 3.7.1920 and other usual forms).
    #[arg(allow_hyphen_values = true)]
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
    /// Language of the words.
    #[command(flatten)]
    language: LanguageArgs,
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
    let words = (args.language).text(atlas, args.format == AtFormat::Text)?;
    let situation = timeline.situation_on(day);
    match args.format {
        AtFormat::Json => out.json(&json::situation(timeline, &situation, &lens, args.history)),
        AtFormat::Text => text(&words, timeline, &situation, &lens, out),
        AtFormat::Csv => csv(&situation, &lens, out)?,
        AtFormat::Geojson => geojson(timeline, &situation, &lens, out)?,
    }
    Ok(())
}

fn text(
    words: &Text,
    timeline: &Timeline,
    situation: &Situation,
    lens: &Lens,
    out: &mut Output<'_>,
) {
    let name = words.lens_name(lens, timeline.atlas());
    out.line(format_args!("{} · {name}", situation.day));
    let title = words.lens_title(lens, timeline.atlas());
    out.line(format_args!(
        "{}. {title}",
        words.date_in_full(situation.day)
    ));
    for paragraph in words.day_page(timeline, situation, lens) {
        out.line("");
        out.line(paragraph.heading);
        for (sentence, _) in paragraph.sentences {
            out.line(format_args!("  {sentence}"));
        }
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
