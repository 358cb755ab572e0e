//! `araxes log`: everything on record, in date order.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Output, range_within};
use crate::model::{Citation, EntryKind, word};
use crate::text::{RegisterRow, Text};
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
    kind: Vec<LogKind>,
    /// Without the records that no day can be given.
    #[arg(long)]
    dated_only: bool,
    /// In what form.
    #[arg(long, value_enum, default_value_t)]
    format: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum LogFormat {
    #[default]
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogKind {
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

impl From<LogKind> for EntryKind {
    fn from(kind: LogKind) -> Self {
        match kind {
            LogKind::Messages => Self::Message,
            LogKind::Claims => Self::Claim,
            LogKind::Control => Self::Control,
            LogKind::Units => Self::Unit,
            LogKind::Events => Self::Event,
            LogKind::People => Self::Person,
            LogKind::Places => Self::Place,
            LogKind::Contradictions => Self::Contradiction,
        }
    }
}

/// Every record that passes, in date order, as a table.
///
/// # Errors
/// None that a table in memory can meet.
pub fn records_csv(timeline: &Timeline, language: &str) -> anyhow::Result<Vec<u8>> {
    table(&in_date_order(timeline, language))
}

/// Every record that passes, the undated last.
pub(super) fn in_date_order(timeline: &Timeline, language: &str) -> Vec<RegisterRow> {
    let mut rows = Text::new(language).register(timeline);
    sort(&mut rows);
    rows
}

fn sort(rows: &mut [RegisterRow]) {
    rows.sort_by_key(|e| {
        (
            e.earliest.or(e.latest).is_none(),
            e.earliest.or(e.latest),
            e.id.clone(),
        )
    });
}

pub(super) fn run(args: &LogArgs, timeline: &Timeline, out: &mut Output<'_>) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let (from, to) = range_within(args.from.as_deref(), args.to.as_deref(), atlas, out)?;
    let text = Text::new("en");
    let mut entries = text.register(timeline);
    let dated_only = args.dated_only || from.is_some() || to.is_some();
    entries.retain(|e| {
        let dated = e.earliest.is_some() || e.latest.is_some();
        (args.kind.is_empty() || args.kind.iter().any(|k| EntryKind::from(*k) == e.kind))
            && (!dated_only || dated)
            && from.is_none_or(|from| e.latest.is_none_or(|l| l >= from))
            && to.is_none_or(|to| e.earliest.is_none_or(|d| d <= to))
    });
    sort(&mut entries);
    match args.format {
        LogFormat::Json => {
            out.json(&json!({"records": entries.iter().map(value).collect::<Vec<_>>()}))
        }
        LogFormat::Text => entries.iter().for_each(|e| {
            let when = e.when.as_deref().unwrap_or("undated");
            out.line(format_args!(
                "{when:<26} {:<13} {} · {} · {}",
                word(e.kind),
                e.title,
                text.short_citation(&e.cites, atlas),
                e.id
            ));
        }),
        LogFormat::Csv => out.bytes(&table(&entries)?),
    }
    Ok(())
}

fn table(rows: &[RegisterRow]) -> anyhow::Result<Vec<u8>> {
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
    for e in rows {
        let text = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
        let join = |f: &dyn Fn(&Citation) -> Option<String>| {
            e.cites.iter().filter_map(f).collect::<Vec<_>>().join("; ")
        };
        table.write_record([
            e.id.clone(),
            word(e.kind).to_owned(),
            e.when.clone().unwrap_or_default(),
            text(e.earliest),
            text(e.latest),
            e.as_written.clone().unwrap_or_default(),
            e.title.clone(),
            join(&|c| c.page.map(|p| p.to_string())),
            join(&|c| {
                Some(
                    c.note
                        .as_ref()
                        .map_or_else(|| "no note".to_owned(), ToString::to_string),
                )
            }),
            join(&|c| c.original.clone()),
        ])?;
    }
    Ok(table.into_inner()?)
}

fn value(e: &RegisterRow) -> Value {
    json!({
        "id": e.id, "kind": e.kind, "when": e.when, "earliest": e.earliest, "latest": e.latest,
        "as_written": e.as_written, "title": e.title, "ledger": e.ledger, "cites": super::json::cites(&e.cites),
    })
}
