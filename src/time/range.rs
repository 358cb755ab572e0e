//! A range of days, and how a time line zooms and pans over a longer one.

use chrono::{Days, NaiveDate, TimeDelta};

use super::days_between;

/// A time line shows at least this many days, where its span has as many.
pub const FEWEST_VISIBLE_DAYS: i64 = 7;

/// Days from first to last, inclusive.
///
/// ```
/// use araxes::time::DayRange;
///
/// let day = |text: &str| text.parse().expect("a day");
/// let week = DayRange::between(day("1828-03-08"), day("1828-03-02"));
/// assert_eq!(week.days(), 7);
/// assert!(week.holds(day("1828-03-05")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

impl DayRange {
    /// Between two days in either order.
    #[must_use]
    pub fn between(a: NaiveDate, b: NaiveDate) -> Self {
        Self {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The day of the range nearest to `day`.
    #[must_use]
    pub fn nearest(&self, day: NaiveDate) -> NaiveDate {
        day.min(self.last).max(self.first)
    }

    /// `factor` times closer about a day that keeps its place, within `span` and not below
    /// [`FEWEST_VISIBLE_DAYS`].
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: NaiveDate, span: Self) -> Self {
        let wanted = (self.days() as f64 / factor).round() as i64;
        // A span of fewer days than the least is shown whole.
        let count = wanted.max(FEWEST_VISIBLE_DAYS).min(span.days());
        let part = days_between(self.first, about) as f64 / self.days() as f64;
        let before = (part * count as f64).round() as i64;
        let first = about.checked_sub_signed(TimeDelta::days(before));
        Self::starting(first.unwrap_or(span.first), count, span)
    }

    /// So many days later, or earlier where negative, within `span`.
    #[must_use]
    pub fn panned(&self, days: i64, span: Self) -> Self {
        let moved = TimeDelta::try_days(days).and_then(|by| self.first.checked_add_signed(by));
        let beyond = if days < 0 { span.first } else { span.last };
        Self::starting(moved.unwrap_or(beyond), self.days(), span)
    }

    /// `count` days from `first` on, moved to lie within `span`.
    fn starting(first: NaiveDate, count: i64, span: Self) -> Self {
        let rest = Days::new((count - 1).unsigned_abs());
        let latest = span.last.checked_sub_days(rest).unwrap_or(span.first);
        let first = first.min(latest).max(span.first);
        let last = first.checked_add_days(rest).unwrap_or(span.last);
        Self {
            first,
            last: last.min(span.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(first: &str, last: &str) -> DayRange {
        let day = |text: &str| text.parse().expect("a day");
        DayRange::between(day(first), day(last))
    }

    #[test]
    fn a_short_span_is_shown_whole_at_any_zoom() {
        let span = range("1828-03-01", "1828-03-04");
        for factor in [0.01, 0.5, 1.0, 2.0, 1000.0] {
            assert_eq!(span.zoomed(factor, span.last, span), span, "{factor}");
        }
        assert_eq!(span.panned(i64::MAX, span), span);
        assert_eq!(span.panned(i64::MIN, span), span);
    }

    #[test]
    fn zooming_holds_the_day_under_the_pointer_and_stays_in_the_span() {
        let span = range("1828-01-01", "1828-12-31");
        let about = "1828-07-01".parse().expect("a day");
        let closer = span.zoomed(4.0, about, span);
        assert!(closer.holds(about) && closer.days() < 93);
        assert_eq!(span.zoomed(1e9, about, span).days(), FEWEST_VISIBLE_DAYS);
        assert_eq!(closer.panned(10_000, span).last, span.last);
        assert_eq!(closer.zoomed(1e-9, about, span), span);
    }
}
