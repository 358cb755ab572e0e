//! Where forces were reported on a day (rule 7). A position is never extrapolated between or beyond
//! reports. The reports go into a `Situation`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::bounds::{Bounds, KnownDay};
use crate::model::Atlas;
use crate::time::{Truth, days_between};

/// Days for which a report is drawn, and for which a report of a force whose reports are not joined
/// is current.
pub const REPORT_DAYS: i64 = 7;

/// One report of a force that is still current on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitReport {
    /// Position of the force in `Atlas::units`.
    pub unit: usize,
    /// Position of the report in that force's `fixes`.
    pub fix: usize,
    /// Days since the report; `None` where its day is not known.
    pub age_days: Option<i64>,
    /// Whether the report had certainly or only possibly been made by the day asked for.
    pub certainty: Truth,
}

#[derive(Debug, Clone)]
pub(super) struct UnitIndex {
    unit: usize,
    /// Whether a later report replaces an earlier one.
    joined: bool,
    dated: Vec<(NaiveDate, Vec<usize>)>,
    /// Position of each report without an exact day that counts on some day, with its bounds.
    bounded: Vec<(usize, KnownDay)>,
}

pub(super) fn index(atlas: &Atlas, bounds: &Bounds<'_>) -> Vec<UnitIndex> {
    let one = |(unit, record): (usize, &crate::model::Unit)| {
        let mut by_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
        let mut bounded = Vec::new();
        for (i, fix) in record.fixes.iter().enumerate() {
            match bounds.known_day(&fix.head.dating) {
                KnownDay::On(day) => by_day.entry(day).or_default().push(i),
                day if day.first_in_force().is_some() => bounded.push((i, day)),
                _ => {}
            }
        }
        UnitIndex {
            unit,
            joined: record.joined,
            dated: by_day.into_iter().collect(),
            bounded,
        }
    };
    atlas.units.iter().enumerate().map(one).collect()
}

impl UnitIndex {
    pub(super) fn change_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.dated.iter().map(|(day, _)| *day)
    }

    /// Appends the reports that are current on `day` to `out`: those of the last dated day, and
    /// those that had possibly or certainly been made by it. Where the reports are not joined, each
    /// is current for [`REPORT_DAYS`] days, whatever came after it.
    pub(super) fn reports_on(&self, day: NaiveDate, out: &mut Vec<UnitReport>) {
        let fresh = |made: NaiveDate| days_between(made, day) <= REPORT_DAYS;
        let upto = self.dated.partition_point(|(d, _)| *d <= day);
        let from = if self.joined {
            upto.saturating_sub(1)
        } else {
            self.dated.partition_point(|(d, _)| !fresh(*d))
        };
        for (reported, fixes) in self.dated.get(from..upto).into_iter().flatten() {
            out.extend(fixes.iter().map(|fix| UnitReport {
                unit: self.unit,
                fix: *fix,
                age_days: Some(days_between(*reported, day)),
                certainty: Truth::Certain,
            }));
        }
        for (fix, known) in &self.bounded {
            let certainty = known.in_force_on(day);
            let replaced = known.last().is_some_and(|last| {
                let later = || self.dated.iter().any(|(d, _)| *d > last && *d <= day);
                if self.joined { later() } else { !fresh(last) }
            });
            if certainty == Truth::Not || replaced {
                continue;
            }
            let made = known.last().filter(|_| certainty == Truth::Certain);
            out.push(UnitReport {
                unit: self.unit,
                fix: *fix,
                age_days: made.map(|last| days_between(last, day)),
                certainty,
            });
        }
    }
}
