//! A working list as footnotes, a text in Markdown, BibTeX or CSL-JSON. It may use `session`, `text` and
//! `cite`; the command line prints the result, and the window saves or copies it.

use clap::ValueEnum;
use serde_json::Value;

use super::cite::{Style, cite_record};
use crate::model::Atlas;
use crate::session::{ListEntry, WorkingList};
use crate::text::Text;

/// The forms of a working list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ListForm {
    /// Numbered notes that name the document first.
    #[default]
    Footnotes,
    /// Footnotes, notes and what was seen, in Markdown.
    Markdown,
    /// BibTeX entries.
    Bibtex,
    /// CSL-JSON items.
    CslJson,
}

impl ListForm {
    /// All forms, with the key of the name of each and the ending of its file.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Footnotes, "list-footnotes", "txt"),
        (Self::Markdown, "list-markdown", "md"),
        (Self::Bibtex, "list-bibtex", "bib"),
        (Self::CslJson, "list-csl", "csl.json"),
    ];
}

/// The list in a form. Records that the atlas does not have are left out of bibliographies and named as
/// missing in texts.
#[must_use]
pub fn list_as(form: ListForm, atlas: &Atlas, list: &WorkingList, text: &Text) -> String {
    match form {
        ListForm::Footnotes => numbered(atlas, list, text, |_| String::new()),
        ListForm::Markdown => {
            let title = text.with(
                "list-title",
                &[("atlas", atlas.manifest.title.text(text.language()))],
            );
            let notes = numbered(atlas, list, text, |entry| {
                let seen = seen(entry, text);
                let lines = [entry.note.as_str(), seen.as_str()]
                    .into_iter()
                    .filter(|l| !l.is_empty());
                let quoted = lines
                    .flat_map(str::lines)
                    .map(|line| format!("\n   > {line}"));
                let quoted: String = quoted.collect();
                format!("{quoted}\n   `{}`\n", entry.record)
            });
            format!("# {title}\n\n{notes}")
        }
        ListForm::Bibtex => {
            let entries = list.entries.iter().flat_map(|entry| {
                let all = cite_record(atlas, &entry.record, Style::Bibtex).unwrap_or_default();
                all.into_iter().map(|one| annotated(&one, entry, text))
            });
            entries
                .map(|entry| entry + "\n")
                .collect::<Vec<_>>()
                .join("\n")
        }
        ListForm::CslJson => {
            let items = list.entries.iter().flat_map(|entry| {
                let all = cite_record(atlas, &entry.record, Style::CslJson).unwrap_or_default();
                let read = all
                    .into_iter()
                    .filter_map(|one| serde_json::from_str(&one).ok());
                read.map(|mut item: Value| {
                    let mine = remarks(entry, text);
                    if !mine.is_empty() {
                        item["note"] = mine.into();
                    }
                    item
                })
            });
            let items = Value::Array(items.collect());
            serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
        }
    }
}

/// The list as numbered footnotes, each followed by what `more` makes of it.
fn numbered(
    atlas: &Atlas,
    list: &WorkingList,
    text: &Text,
    more: impl Fn(&ListEntry) -> String,
) -> String {
    let mut out = String::new();
    for (i, entry) in list.entries.iter().enumerate() {
        let note = text.footnote(atlas, &entry.record);
        let note = note.unwrap_or_else(|| {
            let values = [("record", entry.record.as_str()), ("title", &entry.title)];
            text.with("list-missing", &values)
        });
        out.push_str(&format!("{}. {note}{}\n", i + 1, more(entry)));
    }
    out
}

/// When and where the reader saw the document; empty where not.
pub fn seen(entry: &ListEntry, text: &Text) -> String {
    let Some(day) = entry.seen else {
        return String::new();
    };
    let day = text.date_in_full(day);
    if entry.shelf_mark.is_empty() {
        text.with("list-seen", &[("date", &day)])
    } else {
        text.with(
            "list-seen-at",
            &[("date", &day), ("shelf", &entry.shelf_mark)],
        )
    }
}

/// The reader's note, and when the document was seen.
fn remarks(entry: &ListEntry, text: &Text) -> String {
    let seen = seen(entry, text);
    let parts = [entry.note.as_str(), seen.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// A BibTeX entry with the reader's remarks.
fn annotated(entry: &str, of: &ListEntry, text: &Text) -> String {
    let mine = remarks(of, text);
    let read = biblatex::Bibliography::parse(entry).ok();
    let read = read.and_then(|all| all.into_iter().next());
    match read {
        Some(mut read) if !mine.is_empty() => {
            let chunk = biblatex::Chunk::Normal(mine);
            read.set("annote", vec![biblatex::Spanned::detached(chunk)]);
            read.to_bibtex_string().unwrap_or_else(|_| entry.to_owned())
        }
        _ => entry.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::ListEdit;

    fn list() -> WorkingList {
        let mut list = WorkingList::new("nakhchivan-1920");
        for record in ["message-056", "event-001", "gone-1"] {
            list.edit(ListEdit::Add {
                record: record.to_owned(),
                title: "A title".to_owned(),
            });
        }
        list.edit(ListEdit::Note {
            record: "message-056".to_owned(),
            note: "Is “100 % & more” in the telegram?".to_owned(),
        });
        list.edit(ListEdit::Seen {
            record: "message-056".to_owned(),
            day: "2026-03-12".parse().ok(),
            shelf_mark: "RGASPI f. 64, op. 1, d. 21, l. 3".to_owned(),
        });
        list
    }

    fn in_form(form: ListForm) -> String {
        let atlas = crate::load::fixtures::builtin();
        list_as(form, &atlas, &list(), &Text::new("en"))
    }

    #[test]
    fn footnotes_are_numbered_and_name_the_document_first() {
        let notes = in_form(ListForm::Footnotes);
        let lines: Vec<&str> = notes.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with("1. Chicherin to Orjonikidze, telegram, 3 July 1920, RGASPI"));
        assert!(
            lines[2].starts_with("3. ") && lines[2].contains("gone-1"),
            "{}",
            lines[2]
        );
    }

    #[test]
    fn the_readers_own_words_are_in_every_other_form() {
        let markdown = in_form(ListForm::Markdown);
        assert!(markdown.contains("   > Is “100 % & more”"), "{markdown}");
        assert!(
            markdown.contains("12 March 2026") && markdown.contains("l. 3"),
            "{markdown}"
        );
        let bibtex = biblatex::Bibliography::parse(&in_form(ListForm::Bibtex)).expect("BibTeX");
        assert_eq!(bibtex.len(), 2);
        let entry = bibtex
            .get("ismayilov-2019-message-056")
            .expect("the key of the record");
        let mine = biblatex::ChunksExt::format_verbatim(entry.get("annote").expect("a remark"));
        assert!(
            mine.contains("Is “100 % & more” in the telegram?"),
            "{mine}"
        );
        let csl: Value = serde_json::from_str(&in_form(ListForm::CslJson)).expect("JSON");
        assert_eq!(csl.as_array().map(Vec::len), Some(2));
        assert!(
            csl[0]["note"]
                .as_str()
                .is_some_and(|note| note.contains("12 March 2026"))
        );
        assert_eq!(csl[0]["locator"], "174");
    }
}
