//! The file of the reader's working list. Every change is made to what the file holds at that moment, so
//! that two windows, or a hand that edits the file, do not undo each other.

use std::path::PathBuf;

use crate::load::files::{FilesError, read_file_if_present, write_file_durably};
use crate::session::{ListEdit, ListEntry, WorkingList};

/// Folder of working lists in the user's data folder.
const FOLDER: &str = "working-lists";
/// Number of changes that can be undone.
const UNDONE: usize = 100;

/// The working list with its file.
pub(in super::super) struct ListKeeper {
    /// `None` where the system has no folder for the user's data; then the list lasts as long as the
    /// window.
    path: Option<PathBuf>,
    list: WorkingList,
    /// Earlier states of the list, the latest last.
    past: Vec<Vec<ListEntry>>,
    /// Why the file could not be read or written.
    fault: Option<Fault>,
    /// Whether the reader was told of it, or nothing has been changed since it was found.
    is_told: bool,
}

/// Why the list on the screen is not that of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Fault {
    /// The file is no working list. It is not written over.
    Unreadable(String),
    /// The file could not be written.
    NotWritten(String),
}

impl Default for ListKeeper {
    fn default() -> Self {
        Self::of_user(None, "")
    }
}

impl ListKeeper {
    /// The list of an atlas in the user's data folder.
    pub(in super::super) fn of_user(folder: Option<PathBuf>, atlas: &str) -> Self {
        let name = crate::export::file_names::file_name(&[atlas], "toml");
        let mut keeper = Self {
            path: folder.map(|folder| folder.join(FOLDER).join(name)),
            list: WorkingList::new(atlas),
            past: Vec::new(),
            fault: None,
            is_told: true,
        };
        keeper.read();
        keeper
    }

    pub(in super::super) fn list(&self) -> &WorkingList {
        &self.list
    }

    pub(in super::super) fn path(&self) -> Option<&PathBuf> {
        self.path.as_ref()
    }

    pub(in super::super) fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    pub(in super::super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Takes the list from its file, where there is one that can be read.
    pub(in super::super) fn read(&mut self) {
        let Some(path) = &self.path else { return };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| error.to_string());
        let bytes = read_file_if_present(path).map_err(|error: FilesError| error.to_string());
        let list = bytes.and_then(|bytes| match bytes {
            Some(bytes) => {
                let list = WorkingList::read(&text(bytes)?).map_err(|error| error.to_string())?;
                Ok(Some(list))
            }
            None => Ok(None),
        });
        match list {
            Ok(list) => {
                if let Some(list) = list {
                    self.list = list;
                }
                self.fault = None;
            }
            Err(reason) => self.fault = Some(Fault::Unreadable(reason)),
        }
    }

    /// Makes a change and writes the file.
    pub(in super::super) fn edit(&mut self, edit: ListEdit) {
        // What could not be written stands in no file, so that reading would lose it.
        if !matches!(self.fault, Some(Fault::NotWritten(_))) {
            self.read();
        }
        if matches!(self.fault, Some(Fault::Unreadable(_))) {
            self.is_told = false;
            return;
        }
        let before = self.list.entries.clone();
        if !self.list.edit(edit) {
            return;
        }
        self.past.push(before);
        if self.past.len() > UNDONE {
            self.past.remove(0);
        }
        self.write();
    }

    /// Takes the last change back.
    pub(in super::super) fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.list.edit(ListEdit::Replace(before));
            self.write();
        }
    }

    fn write(&mut self) {
        let Some(path) = &self.path else { return };
        let written = write_file_durably(path, self.list.to_text().as_bytes());
        self.fault = written
            .err()
            .map(|error| Fault::NotWritten(error.to_string()));
        self.is_told = false;
    }

    /// Whether the last change is in no file and the reader has not been told so; true once.
    pub(in super::super) fn has_news(&mut self) -> bool {
        self.fault.is_some() && !std::mem::replace(&mut self.is_told, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(record: &str) -> ListEdit {
        ListEdit::Add {
            record: record.to_owned(),
            title: String::new(),
        }
    }

    fn ids(keeper: &ListKeeper) -> Vec<&str> {
        let entries = keeper.list().entries.iter();
        entries.map(|e| e.record.as_str()).collect()
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_written_is_told_once_and_stays_on_the_list() {
        let folder = tempfile::tempdir().expect("a folder");
        // There is no file beyond a link to nowhere, and no folder can be made there.
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere/at/all", &link).expect("linked");
        let mut keeper = ListKeeper::of_user(Some(folder.path().to_owned()), "vale");
        keeper.path = Some(link.join("vale.toml"));
        keeper.edit(add("a"));
        assert!(keeper.has_news());
        assert!(!keeper.has_news(), "once");
        keeper.edit(add("b"));
        assert_eq!(ids(&keeper), ["a", "b"]);
        assert!(keeper.has_news(), "the second change is not written either");
        // A list that a hand has spoilt is not written over, which is told too.
        std::fs::remove_file(&link).expect("removed");
        std::fs::create_dir(&link).expect("made");
        keeper.edit(add("c"));
        assert!(!keeper.has_news(), "it can be written again");
        std::fs::write(link.join("vale.toml"), "no list").expect("written");
        keeper.edit(add("d"));
        assert!(keeper.has_news());
    }

    #[test]
    fn two_windows_do_not_undo_each_other_and_a_change_can_be_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = || ListKeeper::of_user(Some(folder.path().to_owned()), "vale");
        let (mut first, mut second) = (open(), open());
        first.edit(add("a"));
        second.edit(add("b"));
        assert_eq!(ids(&second), ["a", "b"]);
        second.undo();
        assert_eq!(ids(&second), ["a"]);
        assert_eq!(ids(&open()), ["a"], "the file has it too");
        assert!(!second.can_undo());
    }

    #[test]
    fn a_file_that_is_no_list_is_left_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(FOLDER).join("vale.toml");
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, "atlas = \"vale\"\n[[entry]\n").expect("written");
        let mut keeper = ListKeeper::of_user(Some(folder.path().to_owned()), "vale");
        keeper.edit(add("a"));
        assert!(matches!(keeper.fault(), Some(Fault::Unreadable(why)) if why.contains("line 2")));
        let text = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(text, "atlas = \"vale\"\n[[entry]\n");
        std::fs::write(&file, "atlas = \"vale\"\n").expect("mended by hand");
        keeper.edit(add("a"));
        assert_eq!((ids(&keeper), keeper.fault()), (vec!["a"], None));
    }
}
