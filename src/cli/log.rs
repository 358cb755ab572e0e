//! `araxes log`: every record, in the order of dates.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Output, range_within};
use crate::export::records;
use crate::model::{EntryKind, word};
use crate::text::{RegisterRow, Text};
use crate::timeline::Timeline;

/// Options of `araxes log`.
#[derive(Debug, Args)]
pub struct LogArgs {
    /// First day.
    #[arg(long)]
    from: Option<String>,
    /// Last day.
    #[arg(long)]
    to: Option<String>,
    /// Kinds to list: messages, claims, control, units, events, people, places, contradictions.
    #[arg(long, value_delimiter = ',')]
    kind: Vec<LogKind>,
    /// Leave out records of no known day.
    #[arg(long)]
    dated_only: bool,
    /// Output format.
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
    records::sort(&mut entries);
    match args.format {
        LogFormat::Json => {
            out.json(&json!({"records": entries.iter().map(value).collect::<Vec<_>>()}));
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
        LogFormat::Csv => out.bytes(&records::table_of(&entries)?),
    }
    Ok(())
}

fn value(e: &RegisterRow) -> Value {
    json!({
        "id": e.id, "kind": e.kind, "when": e.when, "earliest": e.earliest, "latest": e.latest,
        "as_written": e.as_written, "title": e.title, "ledger": e.ledger, "cites": super::json::cites(&e.cites),
    })
}
