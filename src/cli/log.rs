//! `araxes log`: everything on record, in date order.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Output, day_within};
use crate::model::{Atlas, Citation, Dating, RecordId};
use crate::timeline::Timeline;

/// What to list.
#[derive(Debug, Args)]
pub struct LogArgs {
    /// First day.
    #[arg(long)]
    from: Option<String>,
    /// Last day.
    #[arg(long)]
    to: Option<String>,
    /// Which kinds: messages, claims, control, units, events, people, places, contradictions.
    #[arg(long, value_delimiter = ',')]
    kind: Vec<Kind>,
    /// In what form.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    #[value(alias = "message")]
    Messages,
    #[value(alias = "claim")]
    Claims,
    Control,
    #[value(alias = "unit")]
    Units,
    #[value(alias = "event")]
    Events,
    #[value(alias = "person")]
    People,
    #[value(alias = "place")]
    Places,
    #[value(alias = "contradiction")]
    Contradictions,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Messages => "message",
            Self::Claims => "claim",
            Self::Control => "control",
            Self::Units => "unit",
            Self::Events => "event",
            Self::People => "person",
            Self::Places => "place",
            Self::Contradictions => "contradiction",
        }
    }
}

struct Entry {
    id: String,
    kind: Kind,
    when: Option<String>,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    as_written: Option<String>,
    title: String,
    ledger: Vec<String>,
    cites: Vec<Citation>,
}

/// The whole log as a table.
pub(super) fn everything_as_csv(timeline: &Timeline, out: &mut Output<'_>) -> anyhow::Result<()> {
    run(&LogArgs { from: None, to: None, kind: Vec::new(), format: Format::Csv }, timeline, out)
}

pub(super) fn run(args: &LogArgs, timeline: &Timeline, out: &mut Output<'_>) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let day = |text: &Option<String>| text.as_deref().map(|t| day_within(t, atlas)).transpose();
    let (from, to) = (day(&args.from)?, day(&args.to)?);
    let mut entries = entries(timeline);
    let bounded = from.is_some() || to.is_some();
    entries.retain(|e| {
        let dated = e.earliest.is_some() || e.latest.is_some();
        (args.kind.is_empty() || args.kind.contains(&e.kind))
            && (!bounded || dated)
            && from.is_none_or(|from| e.latest.is_none_or(|l| l >= from))
            && to.is_none_or(|to| e.earliest.is_none_or(|d| d <= to))
    });
    entries.sort_by_key(|e| (e.earliest.or(e.latest).is_none(), e.earliest.or(e.latest), e.id.clone()));
    match args.format {
        Format::Json => out.json(&json!({"records": entries.iter().map(value).collect::<Vec<_>>()})),
        Format::Text => entries.iter().for_each(|e| {
            let when = e.when.as_deref().unwrap_or("undated");
            out.line(format_args!(
                "{when:<26} {:<13} {} · {} · {}",
                e.kind.word(),
                e.title,
                super::cite::short(atlas, &e.cites),
                e.id
            ));
        }),
        Format::Csv => {
            let mut table = csv::Writer::from_writer(Vec::new());
            table.write_record([
                "id",
                "kind",
                "when",
                "earliest",
                "latest",
                "as_written",
                "title",
                "pages",
                "notes",
                "originals",
            ])?;
            for e in &entries {
                let text = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
                let join = |f: &dyn Fn(&Citation) -> Option<String>| e.cites.iter().filter_map(f).collect::<Vec<_>>().join("; ");
                table.write_record([
                    e.id.clone(),
                    e.kind.word().to_owned(),
                    e.when.clone().unwrap_or_default(),
                    text(e.earliest),
                    text(e.latest),
                    e.as_written.clone().unwrap_or_default(),
                    e.title.clone(),
                    join(&|c| c.page.map(|p| p.to_string())),
                    join(&|c| Some(c.note.as_ref().map_or_else(|| "no note".to_owned(), ToString::to_string))),
                    join(&|c| c.original.clone()),
                ])?;
            }
            out.bytes(&table.into_inner()?);
        }
    }
    Ok(())
}

fn value(e: &Entry) -> Value {
    json!({
        "id": e.id, "kind": e.kind.word(), "when": e.when, "earliest": e.earliest, "latest": e.latest,
        "as_written": e.as_written, "title": e.title, "ledger": e.ledger, "cites": super::json::cites(&e.cites),
    })
}

fn entries(timeline: &Timeline) -> Vec<Entry> {
    let atlas: &Atlas = timeline.atlas();
    let dated = |id: &RecordId, kind, dating: &Dating, title: String, ledger: &[String], cites: &[Citation]| {
        let (earliest, latest) = timeline.bounds_of(id);
        Entry {
            id: id.to_string(),
            kind,
            when: dating.when.as_ref().map(ToString::to_string),
            earliest,
            latest,
            as_written: dating.as_written.clone(),
            title,
            ledger: ledger.to_vec(),
            cites: cites.to_vec(),
        }
    };
    let timeless = |id: &str, kind, title: &str, ledger: &[String], cites: &[Citation]| Entry {
        id: id.to_owned(),
        kind,
        when: None,
        earliest: None,
        latest: None,
        as_written: None,
        title: title.to_owned(),
        ledger: ledger.to_vec(),
        cites: cites.to_vec(),
    };
    let mut out = Vec::new();
    out.extend(
        atlas
            .messages
            .iter()
            .map(|m| dated(&m.id, Kind::Messages, &m.dating(), m.gist.text("en").to_owned(), &m.ledger, &m.cites)),
    );
    out.extend(atlas.claims.iter().map(|c| {
        let voices: Vec<_> = c.voices.iter().map(|v| atlas.name(v.as_str(), "en")).collect();
        let stance = c.stance.map_or_else(|| "listed".to_owned(), |s| json!(s).as_str().unwrap_or("").to_owned());
        let area = c.area_as_written.as_deref().or(c.area.as_ref().map(|a| a.as_str())).unwrap_or("area not named");
        dated(&c.id, Kind::Claims, &c.dating, format!("{}: {stance}, {area}", voices.join(", ")), &c.ledger, &c.cites)
    }));
    out.extend(
        atlas.control.iter().map(|c| dated(&c.id, Kind::Control, &c.dating, c.title.text("en").to_owned(), &c.ledger, &c.cites)),
    );
    out.extend(
        atlas
            .units
            .iter()
            .flat_map(|u| &u.fixes)
            .map(|f| dated(&f.id, Kind::Units, &f.dating, f.title.text("en").to_owned(), &f.ledger, &f.cites)),
    );
    out.extend(
        atlas.events.iter().map(|e| dated(&e.id, Kind::Events, &e.dating, e.title.text("en").to_owned(), &e.ledger, &e.cites)),
    );
    out.extend(atlas.people.iter().map(|p| timeless(p.id.as_str(), Kind::People, p.names.text("en"), &p.ledger, &p.cites)));
    out.extend(atlas.places.iter().map(|p| timeless(p.id.as_str(), Kind::Places, p.names.text("en"), &p.ledger, &p.cites)));
    out.extend(
        atlas
            .contradictions
            .iter()
            .map(|c| timeless(c.id.as_str(), Kind::Contradictions, c.title.text("en"), &c.ledger, &c.cites)),
    );
    out
}
