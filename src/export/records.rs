//! All records as one CSV table, in the order of dates. It may use the register of `text`; the
//! command line and the window write it to a file.

use chrono::NaiveDate;

use crate::model::{Citation, EntryKind, word};
use crate::text::{RegisterRow, Text};
use crate::timeline::Timeline;

/// Every record that passes the filter, in the order of dates, as CSV.
///
/// # Errors
/// An error of the CSV writer, which does not occur for a table in memory.
pub fn records_csv(timeline: &Timeline, language: &str) -> anyhow::Result<Vec<u8>> {
    table_of(&in_date_order(timeline, language))
}

/// Every record that passes the filter, in the order of dates, with undated records last.
#[must_use]
pub fn in_date_order(timeline: &Timeline, language: &str) -> Vec<RegisterRow> {
    let mut rows = Text::for_atlas(language, timeline.atlas()).register(timeline);
    sort(&mut rows);
    rows
}

/// Sorts records by their first possible day, otherwise by their last. Those of which one end is
/// not known come after them, then people, places and contradictions.
pub fn sort(rows: &mut [RegisterRow]) {
    let part = |e: &RegisterRow| match e.kind {
        EntryKind::Person => 2,
        EntryKind::Place => 3,
        EntryKind::Contradiction => 4,
        _ => {
            let is_period = e.when.as_ref().is_some_and(|when| when.contains('/'));
            u8::from(!is_period && (e.earliest.is_none() || e.latest.is_none()))
        }
    };
    rows.sort_by_key(|e| {
        let day = e.earliest.or(e.latest);
        (part(e), day.is_none(), day, e.id.clone())
    });
}

/// Records as CSV with a header row.
///
/// # Errors
/// An error of the CSV writer, which does not occur for a table in memory.
pub fn table_of(rows: &[RegisterRow]) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "id",
        "kind",
        "when",
        "earliest",
        "latest",
        "as_written",
        "title",
        "told_by",
        "note",
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
            e.told_by.clone().unwrap_or_default(),
            e.note.clone(),
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
