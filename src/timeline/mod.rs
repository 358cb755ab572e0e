//! The situation on a day: who claimed what, who held it, where the troops were reported.
//!
//! The seven rules of the situation, each with the test that holds it to its word in `rules.rs`:
//!
//! 1. **Supersession** is per voice, part and question (against whom: per opponent). The later dated record ends the earlier;
//!    on one day the part beats the uezd; records of one document stand together. Repeating keeps `since`, renews `restated`.
//! 2. **Undated records** are possible between their bounds and after them, certain after the later bound where the source
//!    gives it. They never end a dated record and end only at one dated after their later bound.
//! 3. **A capital's answer**: own words before hearsay; decisions and officials before individuals; then the latest.
//! 4. **The fill of a lens**: its answer to *whose*, else to *whose troops*, else to *against whom*; certain before possible.
//! 5. **Claimants**: every party whose answer to *whose* is `claims`. **Contestedness**: different answers among capitals.
//! 6. **Control** as named: as-of reports fade after [`AS_OF_DAYS`] days; told twice is possible, then certain.
//! 7. **Units** stand only where a dated report puts them.

mod changes;
mod control;
mod lens;
mod situation;
mod thread;
mod units;

#[cfg(test)]
mod rules;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{Atlas, DistrictId, RecordId};

pub use changes::{Answer, Change, ChangeKind, ChangeQuestion};
pub use control::{AS_OF_DAYS, Holding};
pub use lens::{Fill, FillKind, Lens, UnknownLens};
pub use situation::{Claimant, DIVIDED_DAYS, Dated, DistrictState, Situation};
pub use thread::StanceInForce;
pub use units::UnitReport;

/// Everything needed to answer for any day, sorted once.
#[derive(Debug, Clone)]
pub struct Timeline {
    atlas: Arc<Atlas>,
    threads: BTreeMap<DistrictId, Vec<thread::Thread>>,
    control: control::ControlIndex,
    units: Vec<units::UnitIndex>,
    change_days: Vec<NaiveDate>,
}

impl Timeline {
    /// Sorts the records of `atlas`.
    #[must_use]
    pub fn new(atlas: Arc<Atlas>) -> Self {
        let bounds = thread::Bounds::new(&atlas);
        let threads = thread::threads(&atlas, &bounds);
        let control = control::ControlIndex::new(&atlas, &bounds);
        let units = units::index(&atlas, &bounds);
        let mut change_days: Vec<NaiveDate> = threads
            .values()
            .flatten()
            .flat_map(thread::Thread::change_days)
            .chain(control.change_days())
            .chain(units.iter().flat_map(units::UnitIndex::change_days))
            .chain(atlas.messages.iter().filter_map(|m| m.dating().exact_day()))
            .chain(atlas.events.iter().filter_map(|e| e.dating.exact_day()))
            .filter(|day| atlas.manifest.span.contains(*day))
            .collect();
        change_days.sort_unstable();
        change_days.dedup();
        Self { atlas, threads, control, units, change_days }
    }

    /// The atlas it answers for.
    #[must_use]
    pub fn atlas(&self) -> &Arc<Atlas> {
        &self.atlas
    }

    /// Days on which something on record happens, ascending.
    #[must_use]
    pub fn change_days(&self) -> &[NaiveDate] {
        &self.change_days
    }

    /// The next day after `day` on which something on record happens.
    #[must_use]
    pub fn next_change(&self, day: NaiveDate) -> Option<NaiveDate> {
        let at = self.change_days.partition_point(|d| *d <= day);
        self.change_days.get(at).copied()
    }

    /// The last day before `day` on which something on record happens.
    #[must_use]
    pub fn previous_change(&self, day: NaiveDate) -> Option<NaiveDate> {
        let at = self.change_days.partition_point(|d| *d < day);
        at.checked_sub(1).and_then(|i| self.change_days.get(i)).copied()
    }

    /// First and last day on which the record may be dated, with bounds from its neighbours (`after`, `before`).
    #[must_use]
    pub fn bounds_of(&self, record: &RecordId) -> (Option<NaiveDate>, Option<NaiveDate>) {
        thread::Bounds::new(&self.atlas).of_record(record)
    }
}
