//! Cells of CSV that spreadsheets would take for formulas.

use std::borrow::Cow;

/// A text as a cell: one that begins like a formula has an apostrophe before it, which spreadsheets
/// do not show. Negative numbers, and dates before Christ, stay as they are.
///
/// ```
/// use araxes::export::cell;
///
/// assert_eq!(cell("=1+1"), "'=1+1");
/// assert_eq!(cell("-0499-03-15"), "-0499-03-15");
/// assert_eq!(cell("Sharur"), "Sharur");
/// ```
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let mut letters = text.chars();
    let is_formula = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => letters.next().is_some_and(|c| !c.is_ascii_digit()),
        _ => false,
    };
    if is_formula {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
