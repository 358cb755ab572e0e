//! Dates as people type them: `24.7.1920`, `24 July 1920`, `24.VII.1920`, or plain ISO. Never slashes.

use chrono::{Datelike as _, NaiveDate};

/// Why a typed text is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedDateError {
    /// Slashes leave the order of day and month open.
    #[error("with slashes nobody can tell day from month; type 24.7.1920 or 1920-07-24")]
    Slashes,
    /// Nothing that this program reads as a day.
    #[error("`{0}` is not a day; type 24.7.1920, 24 July 1920 or 1920-07-24")]
    Unreadable(String),
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Reads a day that a person typed; `near` supplies a year left out.
///
/// # Errors
/// [`TypedDateError`] with words that say what to type instead.
pub fn read_typed(text: &str, near: NaiveDate) -> Result<NaiveDate, TypedDateError> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Ok(day);
    }
    if text.contains('/') {
        return Err(TypedDateError::Slashes);
    }
    let unreadable = || TypedDateError::Unreadable(text.to_owned());
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| c == '.' || c == ',' || c.is_whitespace()).filter(|p| !p.is_empty()).collect();
    let (day, month, year) = match parts[..] {
        [a, b] => (a, b, None),
        [a, b, c] => (a, b, Some(c)),
        _ => return Err(unreadable()),
    };
    // "July 24" is as usual as "24 July".
    let (day, month) = if day.parse::<u32>().is_ok() { (day, month) } else { (month, day) };
    let year = year.map_or(Some(near.year()), |y| y.parse().ok()).ok_or_else(unreadable)?;
    let month = month_number(month).ok_or_else(unreadable)?;
    let day = day.parse().ok().ok_or_else(unreadable)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(unreadable)
}

fn month_number(text: &str) -> Option<u32> {
    let by_name = || MONTHS.iter().position(|m| text.len() >= 3 && text.starts_with(m));
    let by_roman = || ROMAN.iter().position(|m| *m == text);
    text.parse().ok().or_else(|| by_roman().or_else(by_name).map(|i| i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let near = NaiveDate::from_ymd_opt(1920, 5, 1).expect("a day");
        assert_eq!(read_typed(text, near).map(|d| d.to_string()).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn usual_forms_are_read() {
        check("1920-07-24", "1920-07-24");
        check("24.7.1920", "1920-07-24");
        check("24.07", "1920-07-24");
        check("24 July 1920", "1920-07-24");
        check("July 24, 1920", "1920-07-24");
        check("24.VII.1920", "1920-07-24");
    }

    #[test]
    fn slashes_and_nonsense_are_refused() {
        let near = NaiveDate::MIN;
        assert_eq!(read_typed("3/7/1920", near), Err(TypedDateError::Slashes));
        assert!(matches!(read_typed("31 June 1920", near), Err(TypedDateError::Unreadable(_))));
        assert!(matches!(read_typed("", near), Err(TypedDateError::Unreadable(_))));
    }
}
