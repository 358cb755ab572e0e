//! Characters that have no place in a text, and those that leave no mark of their own.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

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
