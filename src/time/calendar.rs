//! The Julian calendar for display, and plain day arithmetic.

use chrono::{Datelike as _, NaiveDate};

/// Whole days from `from` to `to`, negative when `to` is earlier.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// Year, month and day of a Gregorian `day` in the Julian calendar ("old style").
///
/// Conversion through the Julian day number, after E. G. Richards in the *Explanatory Supplement to
/// the Astronomical Almanac*, 3rd ed., §15.11. From March 1900 to February 2100 the
/// two differ by 13 days.
///
/// ```
/// use araxes::time::old_style;
///
/// let day = "1917-11-07".parse().expect("a day");
/// assert_eq!(old_style(day), (1917, 10, 25));
/// ```
#[must_use]
pub fn old_style(day: NaiveDate) -> (i32, u32, u32) {
    // chrono counts day 1 = 0001-01-01 (Gregorian); its Julian day number is 1_721_426.
    let julian_day_number = i64::from(day.num_days_from_ce()) + 1_721_425;
    let f = julian_day_number + 1_401;
    let e = 4 * f + 3;
    let g = e.rem_euclid(1_461) / 4;
    let h = 5 * g + 2;
    let day_of_month = h.rem_euclid(153) / 5 + 1;
    let month = (h / 153 + 2).rem_euclid(12) + 1;
    let year = e / 1_461 - 4_716 + (12 + 2 - month) / 12;
    (year as i32, month as u32, day_of_month as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gregorian: &str, julian: (i32, u32, u32)) {
        assert_eq!(
            old_style(gregorian.parse().expect("a day")),
            julian,
            "{gregorian}"
        );
    }

    #[test]
    fn old_style_is_thirteen_days_behind_in_1920() {
        check("1920-07-03", (1920, 6, 20));
        check("1920-07-27", (1920, 7, 14));
        check("1920-03-13", (1920, 2, 29));
        check("1918-02-14", (1918, 2, 1));
        check("1900-03-13", (1900, 2, 29));
    }
}
