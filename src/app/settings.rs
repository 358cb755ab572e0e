//! What the window remembers: the keys under which the toolkit keeps it in one file, and what happens
//! with a file that it cannot read.

use std::path::PathBuf;

use super::open;
use crate::load::files;

/// Key of the session's lens and day.
pub(super) const SESSION: &str = "session";
/// Key of the panel sizes.
pub(super) const LAYOUT: &str = "layout";
/// Key of the language.
pub(super) const LANGUAGE: &str = "language";
/// Key of the folder in which files were saved last.
pub(super) const FOLDER: &str = "save-folder";
/// Key under which the toolkit keeps size and place of the window.
pub(super) const WINDOW: &str = "window";
/// All keys; settings without any of them are none.
const KEYS: [&str; 5] = [WINDOW, SESSION, LAYOUT, LANGUAGE, FOLDER];

/// How long after a change settings are saved at the latest.
pub(super) const SAVED_AFTER: std::time::Duration = std::time::Duration::from_secs(2);
/// The longest file of settings that is read, in bytes.
const MOST_SETTINGS: u64 = 1 << 20;

/// Settings that cannot be read.
pub(super) struct Unread {
    /// The file in which they are.
    pub(super) file: PathBuf,
    /// Whether that is a name of its own, so that nothing is written over them.
    pub(super) is_kept: bool,
}

impl Unread {
    fn in_file(file: PathBuf) -> Self {
        match files::put_aside(&file) {
            Some(kept) => Self {
                file: kept,
                is_kept: true,
            },
            None => Self {
                file,
                is_kept: false,
            },
        }
    }
}

/// Gives settings another name for which the toolkit would wait or on which it would choke: a pipe, a
/// folder, a file that is far too long. The program then starts with none.
pub(super) fn put_odd_aside() -> Option<Unread> {
    let file = settings_file()?;
    let is_odd = files::is_there(&file) && !files::is_plain_and_short(&file, MOST_SETTINGS);
    is_odd.then(|| Unread::in_file(file))
}

/// Does the same with a file in which the toolkit found no settings. It would write its own over it.
pub(super) fn put_unread_aside(storage: Option<&dyn eframe::Storage>) -> Option<Unread> {
    let file = settings_file()?;
    let has = |key| storage.is_none_or(|storage| storage.get_string(key).is_some());
    // The toolkit writes the first of these keys whenever it writes.
    if KEYS.into_iter().any(has) {
        return None;
    }
    let is_empty = match files::read_file_if_present(&file) {
        Ok(text) => matches!(text?.trim_ascii(), b"" | b"{}"),
        Err(_) => false,
    };
    (!is_empty).then(|| Unread::in_file(file))
}

fn settings_file() -> Option<PathBuf> {
    Some(open::data_folder()?.join("app.ron"))
}
