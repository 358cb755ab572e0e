//! Days along a horizontal line: the x of a day, the day at an x, and which days get a mark. The time
//! line, ribbons and charts share it.

use chrono::{Datelike as _, NaiveDate};

use super::{DayRange, days_between};
use crate::numeric::clamped;

/// Maps days to points along a line and back.
///
/// ```
/// use araxes::time::{DayRange, TimeScale};
///
/// let day = |text: &str| text.parse().expect("a day");
/// let days = DayRange::between(day("1871-03-01"), day("1871-03-11"));
/// let scale = TimeScale { left: 0.0, right: 100.0, days };
/// assert_eq!(scale.x_from_day(day("1871-03-06")), 50.0);
/// assert_eq!(scale.day_from_x(51.0), day("1871-03-06"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeScale {
    /// The x of the first day, in points.
    pub left: f32,
    /// The x of the last day, in points.
    pub right: f32,
    /// From which day to which.
    pub days: DayRange,
}

impl TimeScale {
    /// The x of a day, in points; outside the line for a day outside its range.
    #[must_use]
    pub fn x_from_day(&self, day: NaiveDate) -> f32 {
        let count = (self.days.days() - 1).max(1) as f32;
        self.left + (self.right - self.left) * days_between(self.days.first, day) as f32 / count
    }

    /// The day nearest to a point.
    #[must_use]
    pub fn day_from_x(&self, x: f32) -> NaiveDate {
        let count = (self.days.days() - 1).max(1);
        let part = clamped(
            (x - self.left) / (self.right - self.left).max(1.0),
            0.0,
            1.0,
        );
        let days = (part * count as f32).round() as u64;
        self.days
            .first
            .checked_add_days(chrono::Days::new(days))
            .unwrap_or(self.days.last)
    }

    /// Points a day.
    #[must_use]
    pub fn day_width(&self) -> f32 {
        (self.right - self.left) / (self.days.days() - 1).max(1) as f32
    }

    /// The x of the first and last visible day of a range; `None` where it is outside the line.
    #[must_use]
    pub fn extent(&self, range: DayRange) -> Option<(f32, f32)> {
        if range.last < self.days.first || range.first > self.days.last {
            return None;
        }
        let half = self.day_width() / 2.0;
        let (a, b) = (
            self.x_from_day(range.first.max(self.days.first)) - half,
            self.x_from_day(range.last.min(self.days.last)) + half,
        );
        Some((a.max(self.left), b.min(self.right)))
    }

    /// Days worth a mark, and whether it is a long one: the first of each month, and between them as
    /// many as there is space for. Where months are too narrow, the first of each year, decade or
    /// century.
    #[must_use]
    pub fn ticks(&self, unit: f32) -> Vec<(NaiveDate, bool)> {
        let between: &[u32] = match self.day_width() / unit {
            w if w >= 26.0 => &[
                2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
                25, 26, 27, 28, 29, 30,
            ],
            w if w >= 9.0 => &[5, 10, 15, 20, 25],
            w if w >= 5.0 => &[10, 20],
            _ => &[],
        };
        let step = self.months_between_ticks(unit);
        let number = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
        let last = number(self.days.last);
        let mut month = number(self.days.first).div_euclid(step) * step;
        let mut out = Vec::new();
        while month <= last {
            let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
            let days = std::iter::once(1).chain(between.iter().copied());
            let days =
                days.filter_map(|n| Some((NaiveDate::from_ymd_opt(year, of_year, n)?, n == 1)));
            out.extend(days.filter(|(day, _)| self.days.holds(*day)));
            month += step;
        }
        out
    }

    /// The number of months from one long mark to the next: 1, or whole years where the marks would
    /// stand too close.
    #[must_use]
    pub fn months_between_ticks(&self, unit: f32) -> i32 {
        let month = self.day_width() / unit * DAYS_OF_MONTH;
        let fits = |step: &i32| month * *step as f32 >= LEAST_TICK;
        TICK_MONTHS.into_iter().find(fits).unwrap_or(1_200_000)
    }

    /// Whether only the beginnings of years are named, because the months of many years have no room:
    /// the names of a few of them could be of any year.
    #[must_use]
    pub fn names_years(&self, unit: f32) -> bool {
        let month = self.day_width() / unit * DAYS_OF_MONTH;
        self.months_between_ticks(unit) >= 12
            || (self.days.days() > MANY_DAYS && month < NAME_OF_MONTH)
    }
}

/// Mean length of a month, in days.
const DAYS_OF_MONTH: f32 = 30.4;
/// Least distance between two long marks, in design units.
const LEAST_TICK: f32 = 8.0;
/// Number of days from which an axis is of many years, and the width that the name of a month asks for,
/// in design units.
const MANY_DAYS: i64 = 3 * 366;
const NAME_OF_MONTH: f32 = 64.0;
/// Distances between long marks, in months.
const TICK_MONTHS: [i32; 14] = [
    1, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000, 120_000,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_years_only_the_beginnings_are_named() {
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let names_years = |first: &str, last: &str| {
            let scale = TimeScale {
                left: 0.0,
                right: 1000.0,
                days: DayRange::between(day(first), day(last)),
            };
            scale.names_years(1.0)
        };
        assert!(!names_years("1920-04-27", "1921-07-31"));
        assert!(names_years("1900-01-01", "1905-12-31"));
        assert!(names_years("1500-01-01", "1950-12-31"));
    }

    #[test]
    fn a_time_scale_leads_to_a_day_and_back() {
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let scale = TimeScale {
            left: 100.0,
            right: 900.0,
            days: DayRange::between(day("1920-06-01"), day("1920-07-31")),
        };
        for d in scale
            .days
            .first
            .iter_days()
            .take_while(|d| *d <= scale.days.last)
        {
            assert_eq!(scale.day_from_x(scale.x_from_day(d)), d);
        }
        assert_eq!(scale.day_from_x(-50.0), scale.days.first);
        assert_eq!(
            scale.extent(DayRange::between(day("1920-08-02"), day("1920-08-05"))),
            None
        );
        assert!(
            scale
                .ticks(1.0)
                .iter()
                .any(|(d, major)| *major && *d == day("1920-07-01"))
        );
    }

    #[test]
    fn marks_are_as_many_as_there_is_space_for_however_long_the_span() {
        for (first, last) in [
            ("1920-04-27", "1921-07-31"),
            ("1500-01-01", "2000-12-31"),
            ("0001-01-01", "9999-12-31"),
            ("-200000-01-01", "2000-12-31"),
            ("-0500-01-01", "-0400-12-31"),
            ("1920-07-03", "1920-07-03"),
        ] {
            let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
            let scale = TimeScale {
                left: 0.0,
                right: 1500.0,
                days: DayRange::between(day(first), day(last)),
            };
            let ticks = scale.ticks(1.0);
            assert!(ticks.len() < 200, "{first}: {}", ticks.len());
            assert!(ticks.iter().all(|(d, _)| scale.days.holds(*d)), "{first}");
            assert!(ticks.is_sorted(), "{first}");
            assert!(!ticks.is_empty(), "{first}");
        }
    }
}
