//! Dates as people type them: `24.7.1920`, `24 July 1920`, `24 iyul 1920`, `24.VII.1920`,
//! `11.VII.1920 old style`, or EDTF such as `1920-07`. Slashes between numbers are refused, because
//! the order of day and month differs by country.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::{Edtf, old_style};
use crate::characters::is_unseen;

/// Why a typed text is not a day. The message says what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedDateError {
    /// Slashes leave the order of day and month open.
    #[error("with slashes nobody can tell day from month; type day.month.year or YYYY-MM-DD")]
    Slashes,
    /// The year has fewer than three digits, and its century is open.
    #[error("the year of `{0}` has no century; write it in full")]
    ShortYear(String),
    /// The text has none of the forms that are read.
    #[error("`{0}` is not a day; type day.month.year, the month as a word, or YYYY-MM-DD")]
    Unreadable(String),
}

/// What a typed text means.
///
/// ```
/// use araxes::time::read_typed_days;
///
/// let near = "1920-05-01".parse().expect("a day");
/// let typed = read_typed_days("11.VII.1920 old style", near).expect("a day");
/// assert_eq!(typed.first.to_string(), "1920-07-24");
/// assert!(typed.old_style);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// The day, or the first of several days.
    pub first: NaiveDate,
    /// The last of several days; equal to `first` where one day was typed.
    pub last: NaiveDate,
    /// Whether it was typed in the Julian calendar; `first` and `last` are Gregorian.
    pub old_style: bool,
}

/// How the name of each month begins: English, Azerbaijani, Turkish, Russian, Armenian.
const MONTHS: [&[&str]; 12] = [
    &["jan", "yan", "oca", "янв", "հունվ"],
    &["feb", "fev", "şub", "фев", "փետ"],
    &["mar", "мар", "մար"],
    &["apr", "nis", "апр", "ապր"],
    &["may", "май", "мая", "մայ"],
    &["jun", "iyun", "haz", "июн", "հունիս"],
    &["jul", "iyul", "tem", "июл", "հուլ"],
    &["aug", "avq", "ağu", "авг", "օգո"],
    &["sep", "sen", "eyl", "сен", "սեպ"],
    &["oct", "okt", "eki", "окт", "հոկ"],
    &["nov", "noy", "kas", "ноя", "նոյ"],
    &["dec", "dek", "ara", "дек", "դեկ"],
];
const ROMAN: [&str; 12] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
];
/// Words beside a year before Christ, as the program writes them and as they are usual.
const BEFORE_CHRIST: [&str; 12] = [
    "г. до н. э.",
    "г. до н.э.",
    "до н. э.",
    "до н.э.",
    "b.c.e.",
    "b.c.",
    "e.ə.",
    "mö",
    "m.ö.",
    "մ.թ.ա.",
    "bce",
    "bc",
];
/// Words that say the Julian calendar is meant.
const OLD_STYLE: [&str; 7] = [
    "old style",
    "o.s.",
    "köhnə üslub",
    "eski takvim",
    "ст. ст.",
    "старого стиля",
    "հին տոմար",
];

/// Reads a day that a person typed; `near` supplies the year where none was typed.
///
/// ```
/// use araxes::time::{TypedDateError, read_typed};
///
/// let near = "1920-05-01".parse().expect("a day");
/// assert_eq!(read_typed("24 July", near).map(|d| d.to_string()).as_deref(), Ok("1920-07-24"));
/// assert_eq!(read_typed("3/7/1920", near), Err(TypedDateError::Slashes));
/// ```
///
/// # Errors
/// [`TypedDateError`], also where the text means several days.
pub fn read_typed(text: &str, near: NaiveDate) -> Result<NaiveDate, TypedDateError> {
    let typed = read_typed_days(text, near)?;
    if typed.first == typed.last {
        Ok(typed.first)
    } else {
        Err(TypedDateError::Unreadable(quoted(text)))
    }
}

/// Reads one day or several (`1920-07`, `1920-07-03/1920-07-14`, `13 – 15 July`) that a person typed.
///
/// ```
/// use araxes::time::read_typed_days;
///
/// let near = "1920-05-01".parse().expect("a day");
/// for text in ["13-15 July", "13 July – 15 July", "13.7.1920 - 15.7.1920"] {
///     let typed = read_typed_days(text, near).expect("two days");
///     assert_eq!(typed.first.to_string(), "1920-07-13", "{text}");
///     assert_eq!(typed.last.to_string(), "1920-07-15", "{text}");
/// }
/// ```
///
/// # Errors
/// [`TypedDateError`] with words that say what to type instead.
pub fn read_typed_days(text: &str, near: NaiveDate) -> Result<Typed, TypedDateError> {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    // Programs that set type write other hyphens between the numbers of a date, which stand close.
    let close = |text: &str| -> String {
        text.chars()
            .map(|c| if is_hyphen(c) { '-' } else { c })
            .collect()
    };
    let read = |text: &str| read_together(text, near).or_else(|e| read_ends(text, near).ok_or(e));
    read(&seen).or_else(|error| read(&close(&seen)).or(Err(error)))
}

/// The hyphens, dashes and minus signs that stand for a hyphen.
fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// The longest text that a message repeats, in characters.
const LONGEST_QUOTED: usize = 60;

/// What was typed, as a message repeats it.
fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= LONGEST_QUOTED {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST_QUOTED).collect();
    format!("{start}…")
}

/// Reads two days with a dash between them; the first may be a number alone.
fn read_ends(text: &str, near: NaiveDate) -> Option<Typed> {
    ["–", "—", " - ", "-"].iter().find_map(|dash| {
        let (from, to) = text.split_once(dash)?;
        let (from, to) = (from.trim(), to.trim());
        let last = read_together(to, near).ok()?;
        let is_number = !from.is_empty() && from.chars().all(|c| c.is_ascii_digit());
        let first = if is_number {
            let month = to.trim_start_matches(|c: char| c.is_ascii_digit());
            read_together(&format!("{from}{month}"), last.last)
        } else {
            read_together(from, last.last)
        };
        let first = first.ok()?;
        (first.first <= last.last).then_some(Typed {
            first: first.first,
            last: last.last,
            old_style: first.old_style || last.old_style,
        })
    })
}

fn read_together(text: &str, near: NaiveDate) -> Result<Typed, TypedDateError> {
    let text = text.trim();
    let one = |day: NaiveDate, old_style| Typed {
        first: day,
        last: day,
        old_style,
    };
    if let Ok(day) = text.parse() {
        return Ok(one(day, false));
    }
    let unreadable = || TypedDateError::Unreadable(quoted(text));
    if let Ok(edtf) = Edtf::parse(text)
        && let (Some(first), Some(last)) = (edtf.earliest(), edtf.latest())
    {
        return Ok(Typed {
            first,
            last,
            old_style: false,
        });
    }
    if text.contains('/') {
        return Err(TypedDateError::Slashes);
    }
    let mut lower = text.to_lowercase();
    let mut julian = false;
    for words in OLD_STYLE {
        if let Some(at) = lower.find(words) {
            julian = true;
            lower.replace_range(at..at + words.len(), " ");
        }
    }
    let mut is_before = false;
    for words in BEFORE_CHRIST {
        if let Some(at) = lower.find(words) {
            is_before = true;
            lower.replace_range(at..at + words.len(), " ");
        }
    }
    let parts: Vec<&str> = lower
        .split(|c: char| c == '.' || c == ',' || c.is_whitespace())
        .filter(|p| !p.is_empty())
        .collect();
    if let [a, b] = parts[..]
        && let Some(month) = month_of_year(a, b).or_else(|| month_of_year(b, a))
        && !(julian || is_before)
    {
        return Ok(month);
    }
    // In ISO 8601 the year 0 is 1 BC.
    let before = |year: &str| year.parse().ok().filter(|n| *n > 0).map(|n: i32| 1 - n);
    if let ([year], true) = (&parts[..], is_before && !julian)
        && let Some(year) = before(year)
    {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or_else(unreadable);
        return Ok(Typed {
            first: day(1, 1)?,
            last: day(12, 31)?,
            old_style: false,
        });
    }
    let (day, month, year) = match parts[..] {
        [a, b] => (a, b, None),
        [a, b, c] => (a, b, Some(c)),
        _ => return Err(unreadable()),
    };
    // "July 24" is as usual as "24 July".
    let (day, month) = if day.parse::<u32>().is_ok() {
        (day, month)
    } else {
        (month, day)
    };
    let is_short = |y: &str| y.len() < 3 && y.bytes().all(|b| b.is_ascii_digit());
    if !is_before && year.is_some_and(is_short) {
        return Err(TypedDateError::ShortYear(quoted(text)));
    }
    let year = match year {
        Some(year) if is_before => before(year),
        Some(year) => year.parse().ok(),
        None => Some(near.year()).filter(|_| !is_before),
    };
    let year = year.ok_or_else(unreadable)?;
    let month = month_number(month).ok_or_else(unreadable)?;
    let day: u32 = day.parse().ok().ok_or_else(unreadable)?;
    if julian {
        return Ok(one(
            from_old_style(year, month, day).ok_or_else(unreadable)?,
            true,
        ));
    }
    Ok(one(
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(unreadable)?,
        false,
    ))
}

/// All days of a month that is given with its year ("July 1920").
fn month_of_year(month: &str, year: &str) -> Option<Typed> {
    let is_year = year.len() >= 3 && year.bytes().all(|b| b.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_year)?;
    let first = NaiveDate::from_ymd_opt(year, month_number(month)?, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some(Typed {
        first,
        last,
        old_style: false,
    })
}

/// The Gregorian day of a Julian date, by search: the two calendars are less than 60 days apart.
fn from_old_style(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    // 29 February of a Julian leap year may not exist in the Gregorian one: start at the month's
    // first.
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    (0..60)
        .filter_map(|n| first.checked_add_days(Days::new(n)))
        .find(|d| old_style(*d) == (year, month, day))
}

fn month_number(text: &str) -> Option<u32> {
    let by_name = || {
        MONTHS
            .iter()
            .position(|starts| starts.iter().any(|s| text.starts_with(s)))
    };
    let by_roman = || ROMAN.iter().position(|m| *m == text);
    text.parse()
        .ok()
        .or_else(|| by_roman().or_else(by_name).map(|i| i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let near = NaiveDate::from_ymd_opt(1920, 5, 1).expect("a day");
        assert_eq!(
            read_typed(text, near).map(|d| d.to_string()).as_deref(),
            Ok(expected),
            "{text}"
        );
    }

    #[test]
    fn usual_forms_are_read() {
        check("1920-07-24", "1920-07-24");
        check("24.7.1920", "1920-07-24");
        check("24.07", "1920-07-24");
        check("24 July 1920", "1920-07-24");
        check("July 24, 1920", "1920-07-24");
        check("24.VII.1920", "1920-07-24");
        check("24 iyul 1920", "1920-07-24");
        check("24 temmuz 1920", "1920-07-24");
        check("24 июля 1920", "1920-07-24");
        check("24 հուլիսի 1920", "1920-07-24");
        check("3 iyun 1920", "1920-06-03");
        check("3 mart", "1920-03-03");
        check("11.VII.1920 old style", "1920-07-24");
        check("29.2.1920 o.s.", "1920-03-13");
        check("1 January 44 BC", "-0043-01-01");
        check("15.3.44 BCE", "-0043-03-15");
        check("15 mart e.ə. 44", "-0043-03-15");
        check("15 марта 44 г. до н. э.", "-0043-03-15");
    }

    /// Marks that come along when a date is copied, and the hyphens of set type.
    #[test]
    fn what_is_not_seen_is_not_read() {
        check("1920-07-03\u{200e}", "1920-07-03");
        check("\u{feff}1920-07-03", "1920-07-03");
        check("\u{202d}3 July\u{202c} 1920", "1920-07-03");
        check("1920\u{2011}07\u{2011}03", "1920-07-03");
        check("1920–07–03", "1920-07-03");
        let long = "ş".repeat(3000);
        let error = read_typed(&long, NaiveDate::MIN).expect_err("no day");
        assert!(error.to_string().chars().count() < 200, "{error}");
    }

    #[test]
    fn a_month_or_a_choice_is_several_days() {
        let near = NaiveDate::MIN;
        let days = |text: &str| {
            read_typed_days(text, near).map(|t| (t.first.to_string(), t.last.to_string()))
        };
        assert_eq!(
            days("1920-07"),
            Ok(("1920-07-01".to_owned(), "1920-07-31".to_owned()))
        );
        assert_eq!(
            days("1920-07-03/1920-07-14"),
            Ok(("1920-07-03".to_owned(), "1920-07-14".to_owned()))
        );
        for month in ["July 1920", "iyul 1920", "1920 июль", "VII 1920", "7.1920"] {
            assert_eq!(days(month), days("1920-07"), "{month}");
        }
        assert!(days("smarch 1920").is_err() && days("13.1920").is_err());
        let year = ("-0043-01-01".to_owned(), "-0043-12-31".to_owned());
        assert_eq!(days("44 BC"), Ok(year));
        assert!(days("0 BC").is_err() && days("July BC").is_err());
        assert!(read_typed("1920-07", near).is_err());
    }

    #[test]
    fn slashes_and_nonsense_are_refused() {
        let near = NaiveDate::MIN;
        assert_eq!(read_typed("3/7/1920", near), Err(TypedDateError::Slashes));
        let short = Err(TypedDateError::ShortYear("3.7.20".to_owned()));
        assert_eq!(read_typed("3.7.20", near), short);
        assert!(matches!(
            read_typed("31 June 1920", near),
            Err(TypedDateError::Unreadable(_))
        ));
        assert!(matches!(
            read_typed("", near),
            Err(TypedDateError::Unreadable(_))
        ));
    }
}
