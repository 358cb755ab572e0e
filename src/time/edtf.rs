//! EDTF (ISO 8601-2:2019 Annex A) as the atlas uses it. `edtf-core` parses and bounds a date. This
//! module adds what that crate does not have: the two ends of a period, as-of periods, the widening
//! of `~` and `?`, and whether a date is in force on a day.

use std::fmt;

use chrono::{Days, NaiveDate};
use edtf_core::{Bound, Edtf as Core};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Truth;

/// How far `~` or `?` widens a date given to the day, at either end.
const WIDEN_DAY: Days = Days::new(3);
/// How far `~` or `?` widens a date given to the month or coarser, at either end.
const WIDEN_MONTH: Days = Days::new(10);

/// A date or period as a source gives it.
///
/// # Forms
/// `1920-07-03`, `1920-07`, `1920-07-24?`, `1920-07~`, a choice `[1920-06-21..1920-06-30]`, several
/// days `{1920-07-20,1920-07-27}`, a period `1920-07-06/..` (goes on), `1920-07-06/` (end unknown),
/// `/1920-04-27`, and *as of* a day `..1920-07-13/1920-07-13..`. An end of a period may be a
/// choice.
///
/// ```
/// use araxes::time::{Edtf, Truth};
///
/// let held = Edtf::parse("1920-07-06/").expect("EDTF").extent();
/// let on = |day: &str| held.on(day.parse().expect("a day"));
/// assert_eq!(on("1920-07-05"), Truth::Not);
/// assert_eq!(on("1920-07-06"), Truth::Certain);
/// assert_eq!(on("1920-07-07"), Truth::Possible, "its end is unknown");
/// assert!(Edtf::parse("3/7/1920").is_err(), "day and month cannot be told apart");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Edtf {
    text: String,
    extent: Extent,
}

/// The four days that bound a date or period; `None` is unbounded. All inclusive.
///
/// ```
/// use araxes::time::Edtf;
///
/// let extent = Edtf::parse("[1920-07-01..1920-07-04]/1920-07-20").expect("EDTF").extent();
/// let day = |text: &str| text.parse().ok();
/// assert_eq!(extent.begins_earliest, day("1920-07-01"));
/// assert_eq!(extent.begins_latest, day("1920-07-04"));
/// assert_eq!(extent.ends_earliest, day("1920-07-20"));
/// assert!(extent.period);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// The first day on which it may have begun.
    pub begins_earliest: Option<NaiveDate>,
    /// The day by which it had begun for certain.
    pub begins_latest: Option<NaiveDate>,
    /// The day through which it lasted for certain.
    pub ends_earliest: Option<NaiveDate>,
    /// The last day on which it may have been so.
    pub ends_latest: Option<NaiveDate>,
    /// Whether an unbounded end means *goes on* (open) and not *unknown*.
    pub goes_on: bool,
    /// Whether the source speaks of a state *as of* a day, with both ends unknown.
    pub as_of: bool,
    /// Whether it is a period. Otherwise it is an instant, which falls on one day of its range.
    pub period: bool,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// The text has day and month with slashes, whose order cannot be known.
    #[error(
        "`{0}` has slashes: whether day or month comes first cannot be known; write YYYY-MM-DD"
    )]
    Slashes(String),
    /// The text is not EDTF.
    #[error("`{text}` is not an EDTF date: {reason} (at character {offset})")]
    Unreadable {
        /// The text as given.
        text: String,
        /// The reason that `edtf-core` gives.
        reason: String,
        /// Zero-based byte offset in `text`.
        offset: usize,
    },
    /// The end is before the beginning.
    #[error("`{0}` ends before it begins")]
    Reversed(String),
    /// The year is beyond what `chrono` can hold, about ±262,000.
    #[error("`{0}` lies outside the years this program can hold")]
    OutOfRange(String),
}

impl Edtf {
    /// Reads EDTF text.
    ///
    /// # Errors
    /// [`EdtfError`] when the text is not EDTF, has slashes between day and month, or ends before
    /// it begins.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        if is_slashed_day(text) {
            return Err(EdtfError::Slashes(text.to_owned()));
        }
        let extent = match text.split_once('/') {
            Some((begin, end)) => period(text, begin, end)?,
            None => {
                let (first, last) = instant(text, text, 0)?;
                Extent {
                    begins_earliest: first,
                    begins_latest: last,
                    ends_earliest: first,
                    ends_latest: last,
                    ..Extent::default()
                }
            }
        };
        let reversed =
            |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_some_and(|(a, b)| a > b);
        if reversed(extent.begins_earliest, extent.ends_latest)
            || reversed(extent.begins_earliest, extent.begins_latest)
        {
            return Err(EdtfError::Reversed(text.to_owned()));
        }
        Ok(Self {
            text: text.to_owned(),
            extent,
        })
    }

    /// The date of one known day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        let d = Some(day);
        Self {
            text: day.to_string(),
            extent: Extent {
                begins_earliest: d,
                begins_latest: d,
                ends_earliest: d,
                ends_latest: d,
                ..Extent::default()
            },
        }
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The four days that bound it.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The first day it may include; `None` where it has no first bound.
    #[must_use]
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.extent.begins_earliest
    }

    /// The last day it may include; `None` where it has no last bound.
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        self.extent.ends_latest
    }

    /// The day of an instant that the source gives to the day; `None` for all else.
    #[must_use]
    pub fn exact_day(&self) -> Option<NaiveDate> {
        let e = self.extent;
        (!e.period && e.begins_earliest == e.ends_latest)
            .then_some(e.begins_earliest)
            .flatten()
    }
}

impl Extent {
    /// Whether it is so on `day`.
    ///
    /// A period is certain between its latest beginning and its earliest end, and possible between
    /// its earliest beginning and its latest end. An instant is certain only where its day is
    /// known.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Truth {
        let after = |d: Option<NaiveDate>| d.is_none_or(|d| d <= day);
        let before = |d: Option<NaiveDate>| d.is_none_or(|d| day <= d);
        if !after(self.begins_earliest) || !before(self.ends_latest) {
            return Truth::Not;
        }
        let begun = self.begins_latest.is_some_and(|d| d <= day);
        let lasts = self.ends_earliest.map_or(self.goes_on, |d| day <= d);
        if begun && lasts {
            Truth::Certain
        } else {
            Truth::Possible
        }
    }
}

/// Whether a text has the form `3/7/1920` or `03/07`, which EDTF would read as a period.
fn is_slashed_day(text: &str) -> bool {
    let mut parts = text.split('/');
    let small = |p: Option<&str>| {
        p.is_some_and(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    small(parts.next()) && small(parts.next())
}

fn period(text: &str, begin: &str, end: &str) -> Result<Extent, EdtfError> {
    let mut extent = Extent {
        period: true,
        ..Extent::default()
    };
    let end_at = begin.len() + 1;
    match begin {
        "" | ".." => {}
        _ => match begin.strip_prefix("..") {
            Some(day) => (_, extent.begins_latest) = instant(text, day, 2)?,
            None => (extent.begins_earliest, extent.begins_latest) = instant(text, begin, 0)?,
        },
    }
    match end {
        "" => extent.ends_earliest = extent.begins_latest,
        ".." => extent.goes_on = true,
        _ => match end.strip_suffix("..") {
            Some(day) => (extent.ends_earliest, _) = instant(text, day, end_at)?,
            None => (extent.ends_earliest, extent.ends_latest) = instant(text, end, end_at)?,
        },
    }
    if begin.starts_with("..") && begin.len() > 2 && end.ends_with("..") && end.len() > 2 {
        extent.as_of = true;
    }
    if begin.is_empty() && extent.begins_latest.is_none() {
        // The beginning is unknown: only the last certain day is certain, the days before are
        // possible.
        extent.begins_latest = extent.ends_earliest;
    }
    if begin == ".." {
        extent.begins_latest = extent.begins_latest.or(Some(NaiveDate::MIN));
    }
    // A coarse period such as 1920-05/1920-06 is certain from the end of its first month to the
    // start of its last. Where those cross, no day is certain, and `on` needs no special case for
    // it.
    Ok(extent)
}

/// First and last day that a date or choice may include, widened by its qualifier. `at` is the byte
/// offset of `part` in `text`, for error messages.
fn instant(
    text: &str,
    part: &str,
    at: usize,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), EdtfError> {
    if let Some(day) = expanded(part) {
        return Ok((Some(day), Some(day)));
    }
    let core = Core::parse(part).map_err(|e| EdtfError::Unreadable {
        text: text.to_owned(),
        reason: e.message.to_owned(),
        offset: at + e.offset,
    })?;
    let bounds = core.bounds();
    let (first, last) = (day_of(text, bounds.earliest)?, day_of(text, bounds.latest)?);
    if !(core.is_uncertain() || core.is_approximate()) {
        return Ok((first, last));
    }
    let width = if first == last {
        WIDEN_DAY
    } else {
        WIDEN_MONTH
    };
    Ok((
        first.and_then(|d| d.checked_sub_days(width)),
        last.and_then(|d| d.checked_add_days(width)),
    ))
}

/// A day of a year of five or six digits, which has a sign as in ISO 8601; EDTF knows such years only
/// without month and day.
fn expanded(text: &str) -> Option<NaiveDate> {
    let digits = text.strip_prefix(['-', '+'])?;
    let year = digits.split('-').next()?;
    let is_year = matches!(year.len(), 5 | 6) && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| text.parse().ok())?
}

fn day_of(text: &str, bound: Bound) -> Result<Option<NaiveDate>, EdtfError> {
    match bound {
        Bound::Date(d) => i32::try_from(d.year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, d.month.into(), d.day.into()))
            .map(Some)
            .ok_or_else(|| EdtfError::OutOfRange(text.to_owned())),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Ok(None),
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day: &str, truth: Truth) {
        let edtf = Edtf::parse(text).expect(text);
        assert_eq!(
            edtf.extent().on(day.parse().expect("a day")),
            truth,
            "{text} on {day}"
        );
    }

    #[test]
    fn an_instant_of_unknown_day_is_possible_through_its_range() {
        check("1920-07-03", "1920-07-03", Truth::Certain);
        check("1920-07-03", "1920-07-04", Truth::Not);
        check("1920-07", "1920-07-31", Truth::Possible);
        check("[1920-06-21..1920-06-30]", "1920-06-25", Truth::Possible);
        check("[1920-06-21..1920-06-30]", "1920-07-01", Truth::Not);
        check("[..1920-07-16]", "1918-01-01", Truth::Possible);
    }

    #[test]
    fn qualifiers_widen_days_by_three_and_months_by_ten() {
        check("1920-07-24?", "1920-07-21", Truth::Possible);
        check("1920-07-24?", "1920-07-20", Truth::Not);
        check("1920-07~", "1920-08-10", Truth::Possible);
        check("1920-07~", "1920-08-11", Truth::Not);
    }

    #[test]
    fn open_ends_go_on_and_unknown_ends_are_only_possible() {
        check("1920-07-06/..", "1930-01-01", Truth::Certain);
        check("1920-07-06/", "1920-07-06", Truth::Certain);
        check("1920-07-06/", "1920-07-07", Truth::Possible);
        check("/1920-04-27", "1920-04-26", Truth::Possible);
        check("/1920-04-27", "1920-04-27", Truth::Certain);
        check("/1920-04-27", "1920-04-28", Truth::Not);
        check("../1920-04-27", "1900-04-27", Truth::Certain);
    }

    #[test]
    fn as_of_is_certain_on_its_day_and_possible_around_it() {
        check("..1920-07-13/1920-07-13..", "1920-07-13", Truth::Certain);
        check("..1920-07-13/1920-07-13..", "1920-07-12", Truth::Possible);
        check("..1920-07-13/1920-07-13..", "1920-07-20", Truth::Possible);
    }

    #[test]
    fn a_period_between_months_is_certain_only_where_both_allow_it() {
        check("1920-05/1920-07", "1920-05-31", Truth::Certain);
        check("1920-05/1920-07", "1920-05-30", Truth::Possible);
        check("1920-05/1920-07", "1920-07-02", Truth::Possible);
    }

    #[test]
    fn slashes_between_day_and_month_are_refused_with_the_reason() {
        for text in ["3/7/1920", "03/07/1920", "3/7"] {
            assert!(
                matches!(Edtf::parse(text), Err(EdtfError::Slashes(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn unreadable_and_reversed_dates_say_where() {
        assert!(matches!(
            Edtf::parse("1920-02-30"),
            Err(EdtfError::Unreadable { .. })
        ));
        assert!(matches!(
            Edtf::parse("1920-13"),
            Err(EdtfError::Unreadable { .. })
        ));
        assert!(matches!(
            Edtf::parse("1920-07-13/1920-07-12"),
            Err(EdtfError::Reversed(_))
        ));
    }
}
