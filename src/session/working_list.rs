//! A working list: the records that a reader has chosen, with notes, and what was seen in the archive.
//! It is no part of the atlas, and is kept in a file of the reader's own (`docs/working-list.md`). The
//! window edits it, `export::working_list` writes it as footnotes and bibliography.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Lines at the beginning of a file, which say what it is.
const HEAD: &str = "\
# A working list of Araxes. It may be edited by hand while the program is closed; docs/working-list.md
# tells what the keys mean. Comments are lost when the program writes it.
";

/// The records that a reader has chosen, in the reader's order.
///
/// ```
/// use araxes::session::{ListEdit, WorkingList};
///
/// let mut list = WorkingList::new("nakhchivan-1920");
/// list.edit(ListEdit::Add { record: "message-056".to_owned(), title: "A telegram".to_owned() });
/// list.edit(ListEdit::Note { record: "message-056".to_owned(), note: "Ask for leaf 3.".to_owned() });
/// let read = WorkingList::read(&list.to_text()).expect("it reads what it writes");
/// assert_eq!(read.entries[0].note, "Ask for leaf 3.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingList {
    /// Id of the atlas to which the records belong.
    pub atlas: String,
    /// The chosen records.
    #[serde(default, rename = "entry")]
    pub entries: Vec<ListEntry>,
}

/// One chosen record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Id of the record.
    pub record: String,
    /// What the record was called when it was chosen, for readers of the file.
    #[serde(default)]
    pub title: String,
    /// The reader's note; empty where there is none.
    #[serde(default)]
    pub note: String,
    /// The day on which the reader saw the document; `None` where not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<NaiveDate>,
    /// The shelf mark under which the reader saw it; empty where it is that of the atlas.
    #[serde(default)]
    pub shelf_mark: String,
}

/// One change of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEdit {
    /// Adds a record at the end, unless the list has it.
    Add {
        /// Id of the record.
        record: String,
        /// What it is called.
        title: String,
    },
    /// Takes a record off the list.
    Remove(String),
    /// Replaces the note of a record.
    Note {
        /// Id of the record.
        record: String,
        /// The new note.
        note: String,
    },
    /// Says when and where a document was seen.
    Seen {
        /// Id of the record.
        record: String,
        /// The day; `None` where it was not seen.
        day: Option<NaiveDate>,
        /// The shelf mark under which it was seen.
        shelf_mark: String,
    },
    /// Moves a record by this number of places, to the front where negative.
    Move {
        /// Id of the record.
        record: String,
        /// Number of places.
        places: isize,
    },
    /// Sorts the records by a key for each, in the order of the keys.
    Sort(Vec<String>),
    /// Replaces all records, as undo does.
    Replace(Vec<ListEntry>),
}

/// Why a text is no working list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ListError(String);

impl WorkingList {
    /// An empty list for an atlas.
    #[must_use]
    pub fn new(atlas: &str) -> Self {
        Self {
            atlas: atlas.to_owned(),
            entries: Vec::new(),
        }
    }

    /// Reads what [`to_text`](Self::to_text) writes.
    ///
    /// # Errors
    /// [`ListError`] names the line that cannot be read.
    pub fn read(text: &str) -> Result<Self, ListError> {
        toml::from_str(text).map_err(|error| ListError(error.to_string().trim().to_owned()))
    }

    /// The text of its file.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Strings, days and lists of them can always be written.
        format!(
            "{HEAD}\n{}",
            toml::to_string_pretty(self).unwrap_or_default()
        )
    }

    /// The entry of a record; `None` where the list does not have it.
    #[must_use]
    pub fn entry(&self, record: &str) -> Option<&ListEntry> {
        self.entries.iter().find(|e| e.record == record)
    }

    /// Carries out a change. Returns whether anything is different.
    pub fn edit(&mut self, edit: ListEdit) -> bool {
        let before = self.entries.clone();
        match edit {
            ListEdit::Add { record, title } => {
                if self.entry(&record).is_none() {
                    self.entries.push(ListEntry {
                        record,
                        title,
                        ..ListEntry::default()
                    });
                }
            }
            ListEdit::Remove(record) => self.entries.retain(|e| e.record != record),
            ListEdit::Note { record, note } => {
                if let Some(entry) = self.entry_mut(&record) {
                    entry.note = note;
                }
            }
            ListEdit::Seen {
                record,
                day,
                shelf_mark,
            } => {
                if let Some(entry) = self.entry_mut(&record) {
                    (entry.seen, entry.shelf_mark) = (day, shelf_mark);
                }
            }
            ListEdit::Move { record, places } => self.shift(&record, places),
            ListEdit::Sort(order) => {
                let place = |e: &ListEntry| order.iter().position(|id| *id == e.record);
                self.entries.sort_by_key(|e| place(e).unwrap_or(usize::MAX));
            }
            ListEdit::Replace(entries) => self.entries = entries,
        }
        self.entries != before
    }

    fn entry_mut(&mut self, record: &str) -> Option<&mut ListEntry> {
        self.entries.iter_mut().find(|e| e.record == record)
    }

    fn shift(&mut self, record: &str, places: isize) {
        let Some(from) = self.entries.iter().position(|e| e.record == record) else {
            return;
        };
        let last = self.entries.len() - 1;
        let to = from.saturating_add_signed(places).min(last);
        let entry = self.entries.remove(from);
        self.entries.insert(to, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(record: &str) -> ListEdit {
        ListEdit::Add {
            record: record.to_owned(),
            title: format!("The title of “{record}”"),
        }
    }

    fn ids(list: &WorkingList) -> Vec<&str> {
        list.entries.iter().map(|e| e.record.as_str()).collect()
    }

    #[test]
    fn records_are_added_once_moved_sorted_and_taken_off() {
        let mut list = WorkingList::new("vale");
        for record in ["a", "b", "c", "b"] {
            list.edit(add(record));
        }
        assert_eq!(ids(&list), ["a", "b", "c"]);
        let moved = |record: &str, places| ListEdit::Move {
            record: record.to_owned(),
            places,
        };
        assert!(list.edit(moved("c", -2)));
        assert_eq!(ids(&list), ["c", "a", "b"]);
        assert!(!list.edit(moved("c", -1)), "it is the first already");
        list.edit(moved("c", 9));
        assert_eq!(ids(&list), ["a", "b", "c"]);
        list.edit(ListEdit::Sort(vec!["b".into(), "c".into()]));
        assert_eq!(ids(&list), ["b", "c", "a"]);
        list.edit(ListEdit::Remove("c".into()));
        assert_eq!(ids(&list), ["b", "a"]);
        assert!(!list.edit(ListEdit::Remove("zzz".into())));
    }

    #[test]
    fn notes_in_any_script_and_days_come_back_from_the_file() {
        let mut list = WorkingList::new("vale");
        list.edit(add("a"));
        list.edit(add("b"));
        list.edit(ListEdit::Note {
            record: "a".into(),
            note: "Two lines,\n\"quoted\" \\ and Գանձակ [[entry]] # no comment".into(),
        });
        list.edit(ListEdit::Seen {
            record: "b".into(),
            day: "2026-03-12".parse().ok(),
            shelf_mark: "f. 64, op. 1, d. 21, l. 3".into(),
        });
        let text = list.to_text();
        assert!(text.contains("seen = \"2026-03-12\""), "{text}");
        assert_eq!(WorkingList::read(&text), Ok(list));
        let error = WorkingList::read("atlas = \"x\"\n\n[[entry]]\nrecrod = \"a\"\n");
        let error = error.expect_err("a key that is none").to_string();
        assert!(
            error.contains("line 4") && error.contains("recrod"),
            "{error}"
        );
    }
}
