//! Characters that have no place in a text, and those that leave no mark of their own.

use std::borrow::Cow;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// The most marks on one letter. The writing systems of today need up to five; a tower of more of them
/// is drawn across the lines above it.
pub const MOST_MARKS: usize = 6;

/// Whether a character belongs in no text: neither XML nor a terminal can show it, or it turns the
/// order of the letters that follow (the embeddings, overrides and isolates of Unicode Annex 9), so that
/// a reader sees something else than what is written; or it is the mark that begins a file (U+FEFF).
/// The marks of direction that Arabic and Hebrew need stay.
///
/// ```
/// assert!(araxes::characters::is_control('\u{202e}'));
/// assert!(!araxes::characters::is_control('\n'));
/// ```
#[must_use]
pub fn is_control(c: char) -> bool {
    let is_space = matches!(c, '\n' | '\r' | '\t');
    let turns_letters = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_no_character = matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    (c.is_control() && !is_space) || turns_letters || is_no_character
}

/// Whether a character leaves no mark of its own: marks of direction, joiners and blanks without a
/// width, which come along when a text is copied. Unicode calls them format characters.
///
/// ```
/// assert!(araxes::characters::is_unseen('\u{200b}'));
/// assert!(!araxes::characters::is_unseen('-'));
/// ```
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.general_category() == GeneralCategory::Format
}

/// A text without control characters, and without marks that are more than [`MOST_MARKS`] on one letter.
///
/// ```
/// use araxes::characters::cleaned;
/// assert_eq!(cleaned("Ararát"), "Ararát");
/// assert_eq!(cleaned(&format!("A{}\0", "\u{301}".repeat(200))).chars().count(), 7);
/// ```
#[must_use]
pub fn cleaned(text: &str) -> Cow<'_, str> {
    let mut marks = 0;
    let kept: String = text
        .chars()
        .filter(|c| {
            marks = if is_mark(*c) { marks + 1 } else { 0 };
            marks <= MOST_MARKS && !is_control(*c)
        })
        .collect();
    if kept.len() == text.len() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(kept)
    }
}

/// Whether a letter of a text has more marks than [`MOST_MARKS`].
pub(crate) fn has_piled_marks(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    })
}

/// Whether a character is drawn on the letter before it, and a line must not end before it.
pub(crate) fn is_mark(c: char) -> bool {
    let category = || c.general_category();
    // No mark has a smaller number than the grave accent, U+0300; most letters do.
    c >= '\u{300}'
        && matches!(
            category(),
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
        )
}
