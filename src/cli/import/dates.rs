//! Dates as other people's files have them: years, ISO dates, EDTF, milliseconds, old separators.

use chrono::{DateTime, Datelike as _, NaiveDate};
use serde_json::Value;

use crate::time::{Edtf, read_typed_days};

/// The days that a date of the input may mean, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Days {
    pub(super) fn one(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// Whether the date names one day, and not a month or a year.
    pub(super) fn is_day(self) -> bool {
        self.first == self.last
    }

    /// Whether it is the last year that many programs can write, which stands for no end.
    pub(super) fn is_without_end(self) -> bool {
        self.first.year() == 9999
    }
}

/// Numbers from here on are seconds since 1970, and from [`LEAST_MILLISECONDS`] on milliseconds.
const LEAST_SECONDS: f64 = 1e9;
const LEAST_MILLISECONDS: f64 = 1e11;
/// The greatest year that is read from a number.
const MOST_YEARS: f64 = 250_000.0;

/// Reads a date; `None` where it is none, or where day and month cannot be told apart.
pub(super) fn read(value: &Value) -> Option<Days> {
    match value {
        Value::Number(number) => of_number(number.as_f64()?),
        Value::String(text) => of_text(text.trim()),
        // GeoJSON-T and Linked Places: {"in": "1920"} or {"earliest": …, "latest": …}.
        Value::Object(object) => {
            let of = |key: &str| object.get(key).and_then(read);
            match of("in").or_else(|| of("year")) {
                Some(days) => Some(days),
                None => {
                    let (earliest, latest) = (of("earliest"), of("latest"));
                    let first = earliest.or(latest)?.first;
                    let last = latest.or(earliest)?.last;
                    (first <= last).then_some(Days { first, last })
                }
            }
        }
        _ => None,
    }
}

fn of_number(number: f64) -> Option<Days> {
    if number.abs() >= LEAST_MILLISECONDS {
        let at = DateTime::from_timestamp_millis(number as i64)?;
        return Some(Days::one(at.date_naive()));
    }
    if number.fract() != 0.0 {
        return None;
    }
    if number.abs() >= LEAST_SECONDS {
        let at = DateTime::from_timestamp(number as i64, 0)?;
        return Some(Days::one(at.date_naive()));
    }
    if (1e7..1e8).contains(&number) {
        let number = number as i32;
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        return NaiveDate::from_ymd_opt(year, month as u32, day as u32).map(Days::one);
    }
    (number.abs() <= MOST_YEARS).then(|| year(number as i32))?
}

fn year(year: i32) -> Option<Days> {
    Some(Days {
        first: NaiveDate::from_ymd_opt(year, 1, 1)?,
        last: NaiveDate::from_ymd_opt(year, 12, 31)?,
    })
}

/// Whether a text is a range of years as many files have it (1914-18), which looks like a month or a
/// season of EDTF where its end is above 12.
fn is_range_of_years(text: &str) -> bool {
    let parts = text
        .split_once('-')
        .map(|(a, b)| (a.len(), b.len(), b.parse::<u8>()));
    matches!(parts, Some((4, 2, Ok(end))) if end > 12)
}

/// Words and signs before a date that is not sure.
const ABOUT: [&str; 10] = [
    "circa ", "ca. ", "ca.", "ca ", "c. ", "c.", "c ", "about ", "~", "≈",
];
/// Keys of Linked Places and GeoJSON-T below which dates stand.
const DATES: [&str; 7] = [
    "start",
    "end",
    "in",
    "earliest",
    "latest",
    "year",
    "timespans",
];
/// Marks of EDTF after a date that is not sure.
const UNSURE: [char; 3] = ['~', '?', '%'];

/// A date without the words and marks that say it is not sure, and whether it had any.
fn sure_part(text: &str) -> (&str, bool) {
    let text = text.trim();
    let is_about = |words: &&&str| {
        let start = text.get(..words.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(words))
    };
    let about = ABOUT.iter().find(is_about).map_or(0, |words| words.len());
    let rest = text[about..].trim_start();
    let sure = rest.trim_end_matches(UNSURE);
    (sure, about > 0 || sure.len() < rest.len())
}

/// Whether a value has a date that is said to be approximate or uncertain.
pub(super) fn is_unsure(value: &Value) -> bool {
    match value {
        Value::String(text) => text.split('/').any(|side| {
            let (date, is_unsure) = sure_part(side);
            is_unsure && of_text(date).is_some()
        }),
        Value::Array(values) => values.iter().any(is_unsure),
        // Labels and the names of periods are no dates.
        Value::Object(values) => {
            let mut dates = values
                .iter()
                .filter(|(key, _)| DATES.contains(&key.as_str()));
            dates.any(|(_, value)| is_unsure(value))
        }
        _ => false,
    }
}

fn of_text(text: &str) -> Option<Days> {
    let (text, _) = sure_part(text);
    if is_range_of_years(text) {
        return None;
    }
    if let Some(days) = before_christ(text) {
        return Some(days);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return of_number(text.parse().ok()?);
    }
    // The time of day and its zone say nothing about a day; other words may say that it is another.
    let date = match text.split_once(['T', ' ']) {
        Some((date, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => text,
    };
    let colons = date.replace(':', "-");
    for text in [date, colons.as_str(), text] {
        if let Some(days) = iso(text) {
            return Some(days);
        }
    }
    // A day typed without a year would get any year.
    let has_year = text
        .split(|c: char| !c.is_ascii_digit())
        .any(|n| n.len() >= 3);
    let typed = read_typed_days(text, NaiveDate::default()).ok()?;
    has_year.then_some(Days {
        first: typed.first,
        last: typed.last,
    })
}

fn iso(text: &str) -> Option<Days> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Days::one(day));
    }
    let edtf = Edtf::parse(text).ok()?;
    Some(Days {
        first: edtf.earliest()?,
        last: edtf.latest()?,
    })
}

/// Years as `500 BC`, `44 BCE`, `20000BC`, `AD 476` and `476 CE`.
fn before_christ(text: &str) -> Option<Days> {
    let upper = text.to_ascii_uppercase();
    let number = |rest: &str| rest.trim().parse::<i32>().ok().filter(|n| *n > 0);
    let first = |endings: &[&str]| {
        let of = |e: &&str| {
            upper
                .strip_suffix(e)
                .or(upper.strip_prefix(e))
                .and_then(number)
        };
        endings.iter().find_map(of)
    };
    if let Some(before) = first(&["BCE", "BC"]) {
        // There is no year 0 before Christ; in ISO 8601 it is 1 BC.
        return year(1 - before);
    }
    year(first(&["CE", "AD"])?)
}

/// A period: an interval in EDTF, or an object with `start` and `end`.
pub(super) fn period(value: &Value) -> Option<(Option<Days>, Option<Days>)> {
    if let Some(text) = value.as_str() {
        let Some((start, end)) = text.split_once('/') else {
            return read(value).map(|days| (Some(days), Some(days)));
        };
        let side = |text: &str| of_text(text.trim());
        let is_open = |text: &str| matches!(text.trim(), "" | "..");
        let (first, last) = (side(start), side(end));
        let read = (first.is_some() || is_open(start)) && (last.is_some() || is_open(end));
        return (read && (first.is_some() || last.is_some())).then_some((first, last));
    }
    let Some(object) = value.as_object() else {
        return read(value).map(|days| (Some(days), Some(days)));
    };
    let (start, end) = (object.get("start"), object.get("end"));
    if start.is_none() && end.is_none() {
        return read(value).map(|days| (Some(days), Some(days)));
    }
    Some((start.and_then(read), end.and_then(read)))
}

/// The period of one property or of a `when`, with its end as an `end` has it: the day after the last. A
/// range in one text includes its last day, as EDTF and the usage of all languages have it, and so does a
/// time span of Linked Places or GeoJSON-T.
pub(super) fn given(value: &Value) -> Option<(Option<Days>, Option<Days>)> {
    let (first, last) = period(value)?;
    let after = |last: Days| {
        let next = last.last.succ_opt().filter(|_| !last.is_without_end());
        next.map(Days::one)
    };
    let Some(text) = value.as_str() else {
        let last = match last {
            Some(last) if last.is_day() && value.get("end").is_some() => after(last),
            _ => last,
        };
        return Some((first, last));
    };
    if text.contains('/') {
        let is_reversed = first.zip(last).is_some_and(|(a, b)| b.last < a.first);
        return (!is_reversed).then(|| (first, last.and_then(after)));
    }
    match first.filter(|days| is_range(text, *days)) {
        Some(days) => Some((Some(Days::one(days.first)), after(days))),
        None => Some((first, last)),
    }
}

/// Whether a text names a first and a last day with a dash between them (`1920 – 1930`), and not a month
/// or a year whose parts are joined by one, or days of which one is meant.
fn is_range(text: &str, days: Days) -> bool {
    let (text, _) = sure_part(text);
    if days.is_day() || Edtf::parse(text).is_ok() {
        return false;
    }
    let is_dash = |c: char| matches!(c, '-' | '–' | '—');
    let years = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| number.len() >= 3);
    let last = days.last.succ_opt().unwrap_or(days.last);
    let starts = |day: NaiveDate| day.day() == 1;
    let is_month = starts(days.first) && starts(last) && days.first.month() == days.last.month();
    let is_year = days.first.ordinal() == 1 && last.ordinal() == 1;
    let is_one = days.first.year() == days.last.year() && (is_month || is_year);
    text.contains(is_dash) && (years.count() > 1 || !is_one)
}

/// All periods of the `when` of a feature in Linked Places or GeoJSON-T.
pub(super) fn periods(when: &Value) -> Vec<(Option<Days>, Option<Days>)> {
    match when.get("timespans").and_then(Value::as_array) {
        Some(spans) => spans.iter().filter_map(given).collect(),
        None => given(when).into_iter().collect(),
    }
}

/// A year in the name of a file, such as `world_1920.geojson` or `world_bc500.geojson`.
pub(super) fn of_name(name: &str) -> Option<Days> {
    let lower = name.to_lowercase();
    let groups = lower.split(|c: char| !c.is_ascii_alphanumeric());
    groups.into_iter().find_map(|group| {
        if let Some(before) = group.strip_prefix("bc") {
            return before.parse::<i32>().ok().and_then(|n| year(1 - n));
        }
        let is_year = group.len() == 4 && group.bytes().all(|b| b.is_ascii_digit());
        let number = is_year.then(|| group.parse::<i32>().ok())?;
        number.filter(|n| (1000..=2100).contains(n)).and_then(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(value: &Value, expected: Option<(&str, &str)>) {
        let days = read(value).map(|d| (d.first.to_string(), d.last.to_string()));
        let expected = expected.map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(days, expected, "{value}");
    }

    #[test]
    fn usual_dates_of_data_sets_are_read() {
        let year = Some(("1920-01-01", "1920-12-31"));
        for value in [json!(1920), json!(1920.0), json!("1920"), json!(" 1920 ")] {
            check(&value, year);
        }
        let day = Some(("1821-08-23", "1821-08-23"));
        for value in [
            json!("1821-08-23"),
            json!("1821:08:23"),
            json!("1821-08-23T12:00:00Z"),
            json!("1821-08-23 00:00:00"),
            json!("23.8.1821"),
            json!("23 August 1821"),
            json!(18_210_823),
            json!("18210823"),
        ] {
            check(&value, day);
        }
        check(&json!("1920-07"), Some(("1920-07-01", "1920-07-31")));
        check(&json!("July 1920"), Some(("1920-07-01", "1920-07-31")));
        for unsure in [
            "1920~",
            "c. 1920",
            "ca 1920",
            "Circa 1920",
            "~1920",
            "1920?",
        ] {
            check(&json!(unsure), year);
            assert!(is_unsure(&json!({"in": unsure})), "{unsure}");
        }
        assert!(!is_unsure(&json!("24 July 1920")));
        check(&json!("500 BC"), Some(("-0499-01-01", "-0499-12-31")));
        check(&json!("20000BC"), Some(("-19999-01-01", "-19999-12-31")));
        check(&json!("AD 476"), Some(("0476-01-01", "0476-12-31")));
        check(&json!(-44), Some(("-0044-01-01", "-0044-12-31")));
        check(&json!("-0044"), Some(("-0044-01-01", "-0044-12-31")));
        check(&json!("-0044-03-15"), Some(("-0044-03-15", "-0044-03-15")));
        check(
            &json!(1_582_934_400_000_i64),
            Some(("2020-02-29", "2020-02-29")),
        );
        check(&json!({"in": "1920"}), year);
        let choice = json!({"earliest": "1919", "latest": "1920-07"});
        check(&choice, Some(("1919-01-01", "1920-07-31")));
    }

    #[test]
    fn what_is_no_date_or_not_sure_is_not_read() {
        for value in [
            json!("3/7/1920"),
            json!("today"),
            json!(""),
            json!(null),
            json!(1920.5),
            json!(1e300),
            json!([1920]),
            json!("24.7"),
            json!("1920-02-30"),
            json!("1914-32"),
            json!("1920 AH"),
        ] {
            check(&value, None);
        }
    }

    #[test]
    fn a_range_in_one_text_includes_its_last_day() {
        let day = |days: Option<Days>| days.map_or("-".to_owned(), |d| d.first.to_string());
        for (text, first, after) in [
            ("1920/1920", "1920-01-01", "1921-01-01"),
            ("1920-07-03/1920-07-03", "1920-07-03", "1920-07-04"),
            ("1920-07/1920-07-31", "1920-07-01", "1920-08-01"),
            ("1920-1930", "1920-01-01", "1931-01-01"),
            ("1920 - 1930", "1920-01-01", "1931-01-01"),
            ("c. 1920–1930", "1920-01-01", "1931-01-01"),
            ("July 1920 - August 1920", "1920-07-01", "1920-09-01"),
            ("1 July 1920 – 31 July 1920", "1920-07-01", "1920-08-01"),
            ("13 – 15 July 1920", "1920-07-13", "1920-07-16"),
            ("1920/..", "1920-01-01", "-"),
            ("1920/9999", "1920-01-01", "-"),
            ("../1920", "-", "1921-01-01"),
            // One day or month, and days of which one is meant, are no range.
            ("1920–07", "1920-07-01", "1920-07-01"),
            ("[1920,1925]", "1920-01-01", "1920-01-01"),
            (" [1920-07-03..1920-07-10]", "1920-07-03", "1920-07-03"),
        ] {
            let (a, b) = given(&json!(text)).unwrap_or_else(|| panic!("{text} is read"));
            assert_eq!((day(a).as_str(), day(b).as_str()), (first, after), "{text}");
        }
        let span = json!({"start": {"in": "1900-01-01"}, "end": {"in": "1920-12-31"}});
        let start = json!({"in": "1900-01-01"});
        let ends = [&span, &start].map(|value| day(given(value).and_then(|(_, last)| last)));
        assert_eq!(ends, ["1921-01-01", "1900-01-01"], "a start alone is a day");
    }

    #[test]
    fn what_is_no_date_is_not_unsure_and_a_reversed_range_is_none() {
        assert!(!is_unsure(&json!("?")) && !is_unsure(&json!({"label": "c. 1870?"})));
        assert!(is_unsure(
            &json!({"timespans": [{"start": {"in": "1870?"}}]})
        ));
        assert_eq!(given(&json!("1920-07-03/1920-07-02")), None);
    }

    #[test]
    fn periods_of_other_formats_are_read() {
        let when = json!({"timespans": [{"start": {"in": "1872"}, "end": {"in": "1878"}}, {"start": {"in": "1900"}}]});
        let spans = periods(&when);
        assert_eq!(spans.len(), 2);
        assert_eq!(
            spans[0].1.map(|d| d.last.to_string()).as_deref(),
            Some("1878-12-31")
        );
        assert_eq!(spans[1].1, None);
        assert_eq!(periods(&json!("1872/..")).len(), 1);
        assert_eq!(periods(&json!(1872)).len(), 1);
        assert!(periods(&json!("nonsense")).is_empty());
        assert_eq!(
            of_name("world_1920")
                .map(|d| d.first.to_string())
                .as_deref(),
            Some("1920-01-01")
        );
        assert_eq!(
            of_name("world_bc500")
                .map(|d| d.first.to_string())
                .as_deref(),
            Some("-0499-01-01")
        );
        assert_eq!(of_name("ne_110m"), None);
    }
}
