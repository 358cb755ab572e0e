//! All records as one CSV table, in the order of dates. It may use the register of `text`; the
//! command line and the window write it to a file.

use chrono::NaiveDate;

use super::cell;
use crate::model::{Citation, EntryKind, Reference, word};
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

/// Sorts records as [`order`] has it.
pub fn sort(rows: &mut [RegisterRow]) {
    rows.sort_by_key(order);
}

/// The place of a record in a list: by its first possible day, otherwise by its last. Those of which
/// one end is not known come after them, then people, places and contradictions.
#[must_use]
pub fn order(row: &RegisterRow) -> (u8, bool, Option<NaiveDate>, String) {
    let part = match row.kind {
        EntryKind::Person => 2,
        EntryKind::Place => 3,
        EntryKind::Contradiction => 4,
        _ => {
            let is_period = row.when.as_ref().is_some_and(|when| when.contains('/'));
            u8::from(!is_period && (row.earliest.is_none() || row.latest.is_none()))
        }
    };
    let day = row.earliest.or(row.latest);
    (part, day.is_none(), day, row.id.clone())
}

/// A table that begins with a byte order mark, by which Excel knows that it is UTF-8.
#[must_use]
pub fn with_bom(table: &[u8]) -> Vec<u8> {
    ["\u{feff}".as_bytes(), table].concat()
}

/// The columns of the table of records.
const COLUMNS: [&str; 26] = [
    "id",
    "kind",
    "when",
    "earliest",
    "latest",
    "until",
    "as_written",
    "title",
    "told_by",
    "note",
    "pages",
    "notes",
    "originals",
    "party",
    "voice",
    "addressee",
    "place",
    "stance",
    "concerns",
    "certainty",
    "basis",
    "hearsay",
    "teller",
    "source",
    "archive",
    "shelf_mark",
];

/// Records as CSV with a header row. A column of a record with several values separates them by
/// semicolons.
///
/// # Errors
/// An error of the CSV writer, which does not occur for a table in memory.
pub fn table_of(rows: &[RegisterRow]) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for e in rows {
        table.write_record(cells(e).map(|text| cell(&text).into_owned()))?;
    }
    Ok(table.into_inner()?)
}

/// How sure the day of a record is: certain where it is one day, possible where it is one of several,
/// undated where one end is not known. Empty for what has no day by its nature.
fn certainty(row: &RegisterRow) -> &'static str {
    match (row.earliest, row.latest) {
        _ if !row.kind.is_dated() => "",
        (Some(first), Some(last)) if first == last => "certain",
        (Some(_), Some(_)) => "possible",
        _ => "undated",
    }
}

fn cells(e: &RegisterRow) -> [String; COLUMNS.len()] {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
    let join = |f: &dyn Fn(&Citation) -> Option<String>| {
        e.cites.iter().filter_map(f).collect::<Vec<_>>().join("; ")
    };
    let references = |f: &dyn Fn(&Reference) -> Option<String>| {
        let all = e.cites.iter().flat_map(Reference::of);
        let mut all: Vec<String> = all.filter_map(|r| f(&r)).collect();
        all.dedup();
        all.join("; ")
    };
    let in_archive = |r: &Reference| r.is_archive().then(|| r.holder.clone());
    let shelf_mark = |r: &Reference| {
        let parts = [r.shelf_mark(), r.leaves_as_written.clone()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        r.is_archive().then(|| parts.collect::<Vec<_>>().join(", "))
    };
    let note = |c: &Citation| {
        let note = c.note.as_ref().map(ToString::to_string);
        Some(note.unwrap_or_else(|| "no note".to_owned()))
    };
    let said = &e.said;
    let is_hearsay = match (e.kind.is_dated(), &e.told_by) {
        (false, _) => "",
        (true, Some(_)) => "yes",
        (true, None) => "no",
    };
    [
        e.id.clone(),
        word(e.kind).to_owned(),
        e.when.clone().unwrap_or_default(),
        day(e.earliest),
        day(e.latest),
        day(e.until),
        e.as_written.clone().unwrap_or_default(),
        e.title.clone(),
        e.told_by.clone().unwrap_or_default(),
        e.note.clone(),
        join(&|c| c.page.map(|p| p.to_string())),
        join(&note),
        join(&|c| c.original.clone()),
        said.parties.join("; "),
        said.voices.join("; "),
        said.addressees.join("; "),
        said.places.join("; "),
        said.stance.to_owned(),
        said.concerns.clone().unwrap_or_default(),
        certainty(e).to_owned(),
        said.basis.to_owned(),
        is_hearsay.to_owned(),
        said.teller.clone().unwrap_or_default(),
        join(&|c| Some(c.source.to_string())),
        references(&in_archive),
        references(&shelf_mark),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_row_says_whose_words_where_of_what_how_sure_and_from_where() {
        let timeline = Timeline::new(crate::load::fixtures::builtin());
        let rows = in_date_order(&Arc::new(timeline), "en");
        let cell = |id: &str, column: &str| {
            let row = rows.iter().find(|row| row.id == id).expect(id);
            let at = COLUMNS.iter().position(|c| *c == column).expect(column);
            cells(row)[at].clone()
        };
        for (column, value) in [
            ("party", "Moscow"),
            ("voice", "G. Chicherin"),
            ("stance", "assigns"),
            ("concerns", "Yerevan"),
            ("place", "Sharur-Daralagez uezd"),
            ("certainty", "certain"),
            ("hearsay", "no"),
            ("pages", "174"),
            ("notes", "20"),
            ("archive", "RGASPI"),
            ("shelf_mark", "f. 64, op. 1, d. 21, l. 3–3v"),
        ] {
            assert_eq!(cell("claim-092", column), value, "{column}");
        }
        let told = rows
            .iter()
            .find(|row| row.told_by.is_some())
            .expect("hearsay");
        assert_eq!(cell(&told.id, "hearsay"), "yes");
        assert!(!cell(&told.id, "teller").is_empty());
        assert_eq!(cell("message-056", "addressee"), "S. Orjonikidze");
    }
}
