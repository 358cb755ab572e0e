//! The list to take to a reading room: every archive file that the records go back to, with the leaves
//! to ask for, the records on each, and what is doubtful. It may use `text` and `sheets`; the command
//! line and the window write it to a file.

use std::sync::Arc;

use super::sheets::{Piece, Running, Sheets, Type, WIDTH};
use crate::model::{Atlas, Source};
use crate::paint::file::PictureError;
use crate::scene::{Face, Theme};
use crate::session::Session;
use crate::text::Text;
use crate::timeline::{ArchiveDesk, CitedFile, CitedLeaves, Timeline};

/// Height that the name of a file needs with its first leaves, in points.
const WITH_FIRST_LINE: f32 = 80.0;
/// Most records that a line of the sheet names; the table names all.
const NAMED: usize = 12;

/// The columns of the table.
const COLUMNS: [&str; 11] = [
    "archive",
    "archive_in_full",
    "town",
    "shelf_mark",
    "leaf",
    "records",
    "dates",
    "what",
    "read_in",
    "cited_twice",
    "caution",
];

/// The list as CSV, a row for each mention of leaves. With `archive`, only of that archive.
///
/// # Errors
/// An error of the CSV writer, which does not occur for a table in memory.
pub fn archives_csv(
    timeline: &Timeline,
    language: &str,
    archive: Option<&str>,
) -> anyhow::Result<Vec<u8>> {
    let (text, atlas) = (Text::new(language), timeline.atlas());
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    let desk = ArchiveDesk::new(atlas);
    for file in files_of(&desk, archive) {
        let source = source_of(atlas, file);
        let field = |key: &str| {
            source
                .and_then(|s| s.text(key))
                .unwrap_or_default()
                .to_owned()
        };
        for leaves in &file.leaves {
            let records = leaves.records.iter();
            let days = records.clone().map(|id| day_of(&text, atlas, id));
            let what = records.map(|id| text.caption(atlas, id));
            table.write_record([
                file.holder.clone(),
                field("archive"),
                field("archive-place"),
                file.shelf.join(", "),
                leaves.written.clone(),
                leaves.records.join("; "),
                each_once(days).join("; "),
                each_once(what).join("; "),
                text.short_citation(&leaves.cites, atlas),
                doubled(&text, atlas, file, leaves).join(" "),
                source.map_or("", |s| s.about.text(language)).to_owned(),
            ])?;
        }
    }
    Ok(table.into_inner()?)
}

/// The list on sheets of A4, as the bytes of a PDF file, with boxes to tick and lines to write on.
///
/// # Errors
/// [`PictureError`] where the file could not be made.
pub fn archives_pdf(
    timeline: &Arc<Timeline>,
    language: &str,
    archive: Option<&str>,
) -> Result<Vec<u8>, PictureError> {
    let session = Session::new(Arc::clone(timeline), language);
    let (text, theme) = (Text::new(language), Theme::print());
    let atlas = timeline.atlas();
    let how = |face, size: f32, line: f32, color| Type {
        face,
        size,
        line,
        color,
    };
    let title = text.with(
        "desk-sheet-title",
        &[("atlas", atlas.manifest.title.text(language))],
    );
    let small = how(Face::Regular, 8.2, 11.2, theme.ink2);
    let running = Running {
        left: title.clone(),
        how: small,
        rule: theme.rule,
    };
    let mut writer = Writer {
        sheets: Sheets::new(session.geometry(), running, theme.page),
        text: &text,
        atlas,
        heading: how(Face::SerifSemiBold, 16.0, 20.0, theme.ink),
        name: how(Face::SemiBold, 10.5, 14.0, theme.ink),
        body: how(Face::Serif, 9.6, 13.0, theme.ink),
        small,
        theme: &theme,
    };
    let desk = ArchiveDesk::new(atlas);
    let large = how(Face::DisplayMedium, 26.0, 31.0, theme.ink);
    writer.sheets.begin(Some(&title), "");
    writer.sheets.add(Piece::heading(1, &title, large, WIDTH));
    let about = text.get("desk-sheet-about");
    writer
        .sheets
        .add(Piece::text(&about, writer.body, WIDTH).below(6.0));
    let mut holder = "";
    for file in files_of(&desk, archive) {
        if file.holder != holder {
            holder = &file.holder;
            writer.archive(file);
        }
        writer.file(file);
    }
    writer.sheets.document(title, atlas, &text)
}

fn files_of<'a>(
    desk: &'a ArchiveDesk,
    archive: Option<&'a str>,
) -> impl Iterator<Item = &'a CitedFile> {
    let is_wanted = move |file: &&CitedFile| archive.is_none_or(|name| name == file.holder);
    desk.files.iter().filter(is_wanted)
}

/// The source of the atlas that describes a file.
pub fn source_of<'a>(atlas: &'a Atlas, file: &CitedFile) -> Option<&'a Source> {
    atlas.source(file.source.as_ref()?.as_str())
}

/// The day of a record in words; empty where it has none by its nature.
fn day_of(text: &Text, atlas: &Atlas, id: &str) -> String {
    let record = atlas.record(id);
    record.map_or_else(String::new, |r| text.when(r.head().dating.when.as_ref()))
}

fn each_once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for one in all.filter(|one| !one.is_empty()) {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// Sentences on leaves of a mention that another note cites too.
fn doubled(text: &Text, atlas: &Atlas, file: &CitedFile, leaves: &CitedLeaves) -> Vec<String> {
    let of_these = file.cited_twice.iter().filter(|twice| {
        let mut cites = leaves.cites.iter();
        cites.any(|c| *c == twice.first || *c == twice.second)
    });
    of_these.map(|t| text.cited_twice(atlas, t)).collect()
}

struct Writer<'a> {
    sheets: Sheets<'a>,
    text: &'a Text,
    atlas: &'a Atlas,
    heading: Type,
    name: Type,
    body: Type,
    small: Type,
    theme: &'a Theme,
}

impl Writer<'_> {
    fn archive(&mut self, file: &CitedFile) {
        let source = source_of(self.atlas, file);
        let field = |key: &str| source.and_then(|s| s.text(key)).map(ToOwned::to_owned);
        let name = field("archive").unwrap_or_else(|| file.holder.clone());
        let parts: Vec<String> = [Some(name), field("archive-place")]
            .into_iter()
            .flatten()
            .collect();
        let heading = parts.join(&self.text.get("list-comma"));
        self.sheets
            .add(Piece::heading(2, &heading, self.heading, WIDTH).below(22.0));
    }

    fn file(&mut self, file: &CitedFile) {
        if self.sheets.room() < WITH_FIRST_LINE {
            self.sheets.begin(None, "");
        }
        let rule = Piece::rule(self.theme.rule, 0.8, WIDTH);
        self.sheets.add(rule.below(10.0));
        let name = Piece::heading(3, &file.name(), self.name, WIDTH);
        self.sheets.add(name.below(4.0));
        for leaves in &file.leaves {
            let records = leaves.records.iter();
            let days = each_once(records.map(|id| day_of(self.text, self.atlas, id)));
            let (shown, more) = self.text.first_of(&leaves.records, NAMED);
            let ids: Vec<String> = shown.iter().cloned().chain(more).collect();
            let written = if leaves.written.is_empty() {
                self.text.get("desk-no-leaf")
            } else {
                leaves.written.clone()
            };
            let what = self.main_record(leaves);
            let values = [
                ("leaves", written.as_str()),
                ("what", &what),
                ("days", &days.join(&self.text.get("list-semicolon"))),
            ];
            let line = self.text.with("desk-sheet-line", &values);
            let cites = self.text.short_citation(&leaves.cites, self.atlas);
            let ids = ids.join(&self.text.get("list-comma"));
            let below = self
                .text
                .with("desk-sheet-read", &[("cites", &cites), ("records", &ids)]);
            let box_to_tick = self.box_to_tick();
            let texts = [(line.as_str(), self.body), (below.as_str(), self.small)];
            self.sheets
                .add(Piece::beside(box_to_tick, &texts, WIDTH).below(5.0));
        }
        for twice in &file.cited_twice {
            let words = self.text.cited_twice(self.atlas, twice);
            self.sheets
                .add(Piece::text(&words, self.body, WIDTH).below(3.0));
        }
        if let Some(source) = source_of(self.atlas, file) {
            let about = source.about.text(self.text.language());
            if !about.is_empty() {
                self.sheets
                    .add(Piece::text(about, self.body, WIDTH).below(3.0));
            }
        }
        let lines = Piece::lines_to_write(1, 20.0, self.theme.rule, WIDTH);
        self.sheets.add(lines.below(2.0));
    }

    /// What a mention is about: its first message, else its first record.
    fn main_record(&self, leaves: &CitedLeaves) -> String {
        let mut records = leaves.records.iter();
        let message = records.clone().find(|id| self.atlas.message(id).is_some());
        let id = message.or_else(|| records.next());
        let caption = id.map(|id| self.text.caption(self.atlas, id));
        caption.unwrap_or_default()
    }

    fn box_to_tick(&self) -> (Vec<crate::scene::Item>, (f32, f32)) {
        use crate::geometry::ScreenPoint;
        use crate::scene::{Item, Layer, Shape, Stroke};
        let side = 8.0;
        let corner = |x: f32, y: f32| ScreenPoint::new(x, y + 2.5);
        let shape = Shape::Path {
            points: vec![
                corner(0.0, 0.0),
                corner(side, 0.0),
                corner(side, side),
                corner(0.0, side),
            ],
            closed: true,
            fill: None,
            stroke: Some(Stroke::solid(self.theme.ink2, 0.8)),
        };
        let item = Item {
            layer: Layer::Furniture,
            subject: None,
            shape,
        };
        (vec![item], (side + 6.0, self.body.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_each_mention_of_leaves_with_its_doubts() {
        let timeline = Timeline::new(crate::load::fixtures::builtin());
        let table = archives_csv(&timeline, "en", Some("RGASPI")).expect("a table");
        let mut reader = csv::Reader::from_reader(table.as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
        assert!(
            rows.iter()
                .all(|row| &row[0] == "RGASPI" && &row[2] == "Moscow")
        );
        let of = |shelf: &str, leaf: &str| {
            let found = rows.iter().find(|row| &row[3] == shelf && &row[4] == leaf);
            found.unwrap_or_else(|| panic!("{shelf}, {leaf}"))
        };
        let telegram = of("f. 64, op. 1, d. 21", "l. 3–3v");
        assert!(telegram[5].contains("message-056") && &telegram[6] == "3 July 1920");
        assert!(of("f. 17, op. 3, d. 93", "l. 6")[9].contains("n. 30"));
        assert!(!of("f. 17, op. 3, d. 93", "l. 6")[10].is_empty());
        let all = archives_csv(&timeline, "en", None).expect("a table");
        assert!(String::from_utf8_lossy(&all).contains("AVPRF,"));
    }
}
