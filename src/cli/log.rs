//! `araxes log`: every record, in the order of dates.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use clap::{Args, ValueEnum};
use serde_json::json;

use super::{LanguageArgs, Output, json, range_within};
use crate::export::records;
use crate::model::{Atlas, EntryKind};
use crate::text::RegisterRow;
use crate::time::{Extent, days_between};
use crate::timeline::{AS_OF_DAYS, Timeline};

/// Options of `araxes log`.
#[derive(Debug, Args)]
pub struct LogArgs {
    /// First day.
    #[arg(long, allow_hyphen_values = true)]
    from: Option<String>,
    /// Last day.
    #[arg(long, allow_hyphen_values = true)]
    to: Option<String>,
    /// Kinds to list: messages, claims, control, units, events, people, places, contradictions.
    #[arg(long, value_delimiter = ',')]
    kind: Vec<LogKind>,
    /// Leave out records of no known day, and what has no day by its nature.
    #[arg(long)]
    dated_only: bool,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: LogFormat,
    /// Language of the words.
    #[command(flatten)]
    language: LanguageArgs,
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
    let text = (args.language).text(atlas, args.format == LogFormat::Text)?;
    let range = LogRange { from, to };
    let mut entries: Vec<(LogPart, RegisterRow)> = text
        .register(timeline)
        .into_iter()
        .filter(|e| args.kind.is_empty() || args.kind.iter().any(|k| EntryKind::from(*k) == e.kind))
        .filter_map(|e| Some((range.part_of(timeline, &e, !args.kind.is_empty())?, e)))
        .filter(|(part, _)| !args.dated_only || part.is_dated())
        .collect();
    entries.sort_by_key(|(part, e)| {
        let day = e.earliest.or(e.latest);
        (*part, day.is_none(), day, e.id.clone())
    });
    keep_concerned(atlas, &range, &mut entries, args.kind.is_empty());
    match args.format {
        LogFormat::Json => {
            let rows = entries
                .iter()
                .map(|(part, e)| json::row(timeline, e, part.word()));
            out.json(&json!({"records": rows.collect::<Vec<_>>()}));
        }
        LogFormat::Text => {
            let mut last = None;
            for (part, e) in &entries {
                if last != Some(*part) && (last.is_some() || *part != LogPart::Dated) {
                    out.line(text.get(part.key()));
                }
                last = Some(*part);
                out.line(text.register_line(timeline, e));
            }
        }
        LogFormat::Csv => {
            let rows: Vec<RegisterRow> = entries.into_iter().map(|(_, e)| e).collect();
            out.bytes(&records::table_of(&rows)?);
        }
    }
    Ok(())
}

/// Widest range of possible days, in days, of a record that is listed on each of them.
const WIDEST_DAYS: i64 = 31;

/// The days that are asked for; `None` where an end is open.
struct LogRange {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// The parts of a log, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LogPart {
    /// Certainly of the days that are asked for.
    Dated,
    /// Possibly of them, or begun before and still so.
    Wider,
    /// At least one end of the possible days is not known.
    Undated,
    People,
    Places,
    Contradictions,
}

impl LogPart {
    /// Key of the heading.
    fn key(self) -> &'static str {
        match self {
            Self::Dated => "log-dated",
            Self::Wider => "log-wider",
            Self::Undated => "log-undated",
            Self::People => "log-people",
            Self::Places => "log-places",
            Self::Contradictions => "told-two-ways",
        }
    }

    /// The word in JSON; `None` for what has no day by its nature.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Dated => Some("within"),
            Self::Wider => Some("wider"),
            Self::Undated => Some("undated"),
            Self::People | Self::Places | Self::Contradictions => None,
        }
    }

    fn is_dated(self) -> bool {
        matches!(self, Self::Dated | Self::Wider)
    }
}

impl LogRange {
    fn is_whole(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// The part of the log in which a record stands; `None` where it is not of the range. What has
    /// no day by its nature is listed with a range only where its kind is asked for.
    fn part_of(&self, timeline: &Timeline, e: &RegisterRow, kinds: bool) -> Option<LogPart> {
        match e.kind {
            EntryKind::Person => (self.is_whole() || kinds).then_some(LogPart::People),
            EntryKind::Place => (self.is_whole() || kinds).then_some(LogPart::Places),
            EntryKind::Contradiction => Some(LogPart::Contradictions),
            _ => self.part_of_dated(timeline, e),
        }
    }

    fn part_of_dated(&self, timeline: &Timeline, e: &RegisterRow) -> Option<LogPart> {
        let begins_after = self.to.is_some_and(|to| e.earliest.is_some_and(|d| d > to));
        let ends_before = self
            .from
            .is_some_and(|from| e.latest.is_some_and(|d| d < from));
        if begins_after || ends_before {
            return None;
        }
        let within = |first: NaiveDate, last: NaiveDate| {
            self.from.is_none_or(|from| from <= first) && self.to.is_none_or(|to| last <= to)
        };
        let record = timeline.atlas().record(&e.id)?;
        let when = record
            .head()
            .dating
            .when
            .as_ref()
            .map(crate::time::Edtf::extent);
        if let Some(period) = when.filter(|extent| extent.period) {
            return self.part_of_period(period);
        }
        Some(match (e.earliest, e.latest) {
            (Some(first), Some(last)) if within(first, last) => LogPart::Dated,
            // What may be of any day of more than a month is dated no better than the undated.
            (Some(first), Some(last)) if days_between(first, last) < WIDEST_DAYS => LogPart::Wider,
            _ => LogPart::Undated,
        })
    }

    /// A period is dated by its beginning, or by its end where that alone is known. A report as of
    /// a day is listed on that day and for [`AS_OF_DAYS`] days after it.
    fn part_of_period(&self, period: Extent) -> Option<LogPart> {
        let begun = period.begins_earliest.zip(period.begins_latest);
        let ended = period.ends_earliest.zip(period.ends_latest);
        let as_of = period.begins_latest.zip(period.ends_earliest);
        let known = if period.as_of { as_of } else { begun.or(ended) };
        let Some((one, other)) = known else {
            return Some(LogPart::Undated);
        };
        let (first, last) = (one.min(other), one.max(other));
        if period.as_of {
            let fades = last.checked_add_days(Days::new(AS_OF_DAYS)).unwrap_or(last);
            let is_over = self.from.is_some_and(|from| fades < from);
            if is_over || self.to.is_some_and(|to| to < first) {
                return None;
            }
        }
        let within =
            self.from.is_none_or(|from| from <= first) && self.to.is_none_or(|to| last <= to);
        Some(if within {
            LogPart::Dated
        } else {
            LogPart::Wider
        })
    }
}

/// Of the contradictions, with a range keeps those that concern a record dated within it.
fn keep_concerned(
    atlas: &Atlas,
    range: &LogRange,
    entries: &mut Vec<(LogPart, RegisterRow)>,
    all_kinds: bool,
) {
    if range.is_whole() || !all_kinds {
        return;
    }
    let concerned: BTreeSet<String> = entries
        .iter()
        .filter(|(part, _)| *part == LogPart::Dated)
        .flat_map(|(_, e)| atlas.contradictions_of(&e.id))
        .map(|c| c.id.to_string())
        .collect();
    entries.retain(|(part, e)| *part != LogPart::Contradictions || concerned.contains(&e.id));
}
