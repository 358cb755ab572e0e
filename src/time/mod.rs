//! Dates as sources give them: EDTF text, its certain and possible extent, and the calendars.
//!
//! A day is a [`chrono::NaiveDate`] throughout. What a source says of a date is an [`Edtf`];
//! whether it is in force on a day is a [`Truth`] with three values, because a document may be less
//! precise than a day. This module uses no other; all others use it.

mod axis;
mod calendar;
mod edtf;
mod range;
mod typed;

pub use axis::TimeScale;
pub use calendar::{days_between, old_style};
pub use edtf::{Edtf, EdtfError, Extent};
pub use range::{DayRange, FEWEST_VISIBLE_DAYS};
pub use typed::{Typed, TypedDateError, read_typed, read_typed_days};

use serde::Serialize;

/// Whether something is so on a day: the three answers that a source of limited precision allows.
///
/// The order is `Not < Possible < Certain`, so `max` takes the surer of two reports.
///
/// ```
/// use araxes::time::{Edtf, Truth};
///
/// let july = Edtf::parse("1920-07").expect("EDTF").extent();
/// let on = |day: &str| july.on(day.parse().expect("a day"));
/// assert_eq!(on("1920-07-15"), Truth::Possible);
/// assert_eq!(on("1920-08-01"), Truth::Not);
/// assert_eq!(Truth::Certain.and(Truth::Possible), Truth::Possible);
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Truth {
    /// Not in force on that day whatever the unknown dates were.
    Not,
    /// In force for some of the dates that the source allows.
    Possible,
    /// In force for every date that the source allows.
    Certain,
}

impl Truth {
    /// The weaker of two answers: a chain is as certain as its weakest link.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }
}
