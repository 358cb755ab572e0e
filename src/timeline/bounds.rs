//! What is known of the day of a record, and on which days it then counts (rule 2). Statements,
//! reports of forces, messages, events and the time line all ask here.

use chrono::NaiveDate;

use crate::model::{Atlas, Dating, RecordId};
use crate::time::Truth;

/// What the source and the records named in `after` and `before` tell of the day of a record.
///
/// A color needs two ends: only a record whose first and last possible day are both known is
/// possible between them. The days that the atlas covers are never such an end.
///
/// ```
/// use araxes::time::Truth;
/// use araxes::timeline::KnownDay;
///
/// let day = |text: &str| text.parse().expect("a day");
/// let april = KnownDay::Between(day("1871-04-01"), day("1871-04-30"));
/// assert_eq!(april.in_force_on(day("1871-04-15")), Truth::Possible);
/// assert_eq!(april.in_force_on(day("1871-04-30")), Truth::Certain);
/// let some_time_after = KnownDay::NotBefore(day("1871-04-01"));
/// assert_eq!(some_time_after.in_force_on(day("1871-05-31")), Truth::Not);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownDay {
    /// The day itself.
    On(NaiveDate),
    /// The first and the last possible day.
    Between(NaiveDate, NaiveDate),
    /// Only the last possible day.
    NotAfter(NaiveDate),
    /// Only the first possible day.
    NotBefore(NaiveDate),
    /// Nothing.
    Unknown,
}

impl KnownDay {
    /// The day itself; `None` where it is not known exactly.
    #[must_use]
    pub fn exact(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(day),
            _ => None,
        }
    }

    /// The first possible day; `None` where it is not known.
    #[must_use]
    pub fn first(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) | Self::Between(day, _) | Self::NotBefore(day) => Some(day),
            Self::NotAfter(_) | Self::Unknown => None,
        }
    }

    /// The last possible day; `None` where it is not known.
    #[must_use]
    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) | Self::Between(_, day) | Self::NotAfter(day) => Some(day),
            Self::NotBefore(_) | Self::Unknown => None,
        }
    }

    /// The first day on which a statement or report of this day counts as possible or certain;
    /// `None` where it counts on no day and is only listed.
    #[must_use]
    pub fn first_in_force(self) -> Option<NaiveDate> {
        let last = self.last()?;
        Some(self.first().unwrap_or(last))
    }

    /// Whether a statement or report of this day had been made by `day`: certainly from the last
    /// possible day on, possibly from the first. A record that lacks its last day never counts, and
    /// one that lacks its first counts from the last day on.
    #[must_use]
    pub fn in_force_on(self, day: NaiveDate) -> Truth {
        match (self.first_in_force(), self.last()) {
            (Some(first), _) if day < first => Truth::Not,
            (Some(_), Some(last)) if day >= last => Truth::Certain,
            (Some(_), Some(_)) => Truth::Possible,
            _ => Truth::Not,
        }
    }

    /// Whether the record may be of `day`, as far as its known ends tell.
    #[must_use]
    pub fn may_be(self, day: NaiveDate) -> bool {
        self.first().is_none_or(|first| first <= day) && self.last().is_none_or(|last| day <= last)
    }
}

/// Reads the dates of records, with the records that their `after` and `before` name.
pub(super) struct Bounds<'a> {
    atlas: &'a Atlas,
}

impl<'a> Bounds<'a> {
    pub(super) fn new(atlas: &'a Atlas) -> Self {
        Self { atlas }
    }

    fn dating(&self, id: &str) -> Option<&'a Dating> {
        self.atlas.record(id).map(|r| &r.head().dating)
    }

    pub(super) fn of_record(&self, id: &RecordId) -> (Option<NaiveDate>, Option<NaiveDate>) {
        self.dating(id.as_str())
            .map_or((None, None), |dating| self.of(dating))
    }

    /// First and last possible day of a date. Of the record's own bounds and those of the records
    /// that it follows or precedes, the narrowest count. The other records are read only one step
    /// deep, so they cannot form a cycle.
    pub(super) fn of(&self, dating: &Dating) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let (earliest, latest) = dating.bounds();
        let after = dating
            .after
            .iter()
            .filter_map(|id| self.dating(id.as_str())?.bounds().0);
        let before = dating
            .before
            .iter()
            .filter_map(|id| self.dating(id.as_str())?.bounds().1);
        (after.chain(earliest).max(), before.chain(latest).min())
    }

    pub(super) fn known_day(&self, dating: &Dating) -> KnownDay {
        if let Some(day) = dating.exact_day() {
            return KnownDay::On(day);
        }
        match self.of(dating) {
            (Some(first), Some(last)) => KnownDay::Between(first, last),
            (None, Some(last)) => KnownDay::NotAfter(last),
            (Some(first), None) => KnownDay::NotBefore(first),
            (None, None) => KnownDay::Unknown,
        }
    }
}
