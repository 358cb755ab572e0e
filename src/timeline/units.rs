//! Where forces were reported (rule 7): never extrapolated.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::thread::Bounds;
use crate::model::Atlas;
use crate::time::{Truth, days_between};

/// One report of a force that still speaks on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitReport {
    /// Position in `Atlas::units`.
    pub unit: usize,
    /// Position in that unit's fixes.
    pub fix: usize,
    /// Days since the report; `None` where its day is not known.
    pub age_days: Option<i64>,
    /// Whether it had been made by the day asked for.
    pub certainty: Truth,
}

#[derive(Debug, Clone)]
pub(super) struct UnitIndex {
    unit: usize,
    dated: Vec<(NaiveDate, Vec<usize>)>,
    /// Fix, earliest, latest.
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

    /// The reports that speak on `day`: those of the last dated day, and the undated ones that may have been made. A report
    /// with no bound at all is listed elsewhere and put on no day.
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
