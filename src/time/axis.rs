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

    /// Days worth a mark: the first of each month, and between them as many as there is space for.
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
        let all = self
            .days
            .first
            .iter_days()
            .take_while(|d| *d <= self.days.last);
        all.filter_map(|d| match d.day() {
            1 => Some((d, true)),
            n => between.contains(&n).then_some((d, false)),
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
