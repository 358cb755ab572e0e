//! Where forces were reported on a day (rule 7). A position is never extrapolated between or beyond
//! reports. The reports go into a `Situation`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::thread::Bounds;
use crate::model::Atlas;
use crate::time::{Truth, days_between};

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
    dated: Vec<(NaiveDate, Vec<usize>)>,
    /// Position of each report, with its earliest and latest possible day.
    undated: Vec<(usize, Option<NaiveDate>, Option<NaiveDate>)>,
}

pub(super) fn index(atlas: &Atlas, bounds: &Bounds<'_>) -> Vec<UnitIndex> {
    let one = |(unit, record): (usize, &crate::model::Unit)| {
        let mut by_day: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
        let mut undated = Vec::new();
        for (i, fix) in record.fixes.iter().enumerate() {
            match fix.head.dating.exact_day() {
                Some(day) => by_day.entry(day).or_default().push(i),
                None => {
                    let (earliest, latest) = bounds.of(&fix.head.dating);
                    undated.push((i, earliest, latest));
                }
            }
        }
        UnitIndex {
            unit,
            dated: by_day.into_iter().collect(),
            undated,
        }
    };
    atlas.units.iter().enumerate().map(one).collect()
}

impl UnitIndex {
    pub(super) fn change_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.dated.iter().map(|(day, _)| *day)
    }

    /// Appends the reports that are current on `day` to `out`: those of the last dated day, and
    /// undated ones that may have been made. A report with no bound at all is listed elsewhere and
    /// counts on no day.
    pub(super) fn reports_on(&self, day: NaiveDate, out: &mut Vec<UnitReport>) {
        let count = self.dated.partition_point(|(d, _)| *d <= day);
        if let Some((reported, fixes)) = count.checked_sub(1).map(|i| &self.dated[i]) {
            out.extend(fixes.iter().map(|fix| UnitReport {
                unit: self.unit,
                fix: *fix,
                age_days: Some(days_between(*reported, day)),
                certainty: Truth::Certain,
            }));
        }
        for (fix, earliest, latest) in &self.undated {
            let Some(from) = earliest.or(*latest) else {
                continue;
            };
            let superseded =
                latest.is_some_and(|l| self.dated.iter().any(|(d, _)| *d > l && *d <= day));
            if from > day || superseded {
                continue;
            }
            let certain = latest.is_some_and(|l| l <= day);
            out.push(UnitReport {
                unit: self.unit,
                fix: *fix,
                age_days: latest.filter(|_| certain).map(|l| days_between(l, day)),
                certainty: if certain {
                    Truth::Certain
                } else {
                    Truth::Possible
                },
            });
        }
    }
}
