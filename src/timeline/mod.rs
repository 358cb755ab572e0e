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
mod district;
pub mod filter;
mod lanes;
mod lens;
mod range;
mod ribbons;
mod situation;
mod thread;
mod units;

#[cfg(test)]
mod replay;
#[cfg(test)]
mod rules;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::model::{Atlas, DistrictId, RecordId, RecordKind, RecordView};

pub use crate::time::DayRange;
pub use changes::{Answer, Change, ChangeQuestion};
pub use control::{AS_OF_DAYS, Holding};
pub use district::{Claimant, DIVIDED_DAYS, DistrictOnDay, DistrictState};
pub use filter::{Condition, Filter};
pub use lanes::LaneMark;
pub use lens::{Fill, FillKind, Lens, UnknownLens};
pub use range::RangeMode;
pub use ribbons::Ribbon;
pub use situation::{Dated, Situation};
pub use thread::StanceInForce;
pub use units::UnitReport;

/// The days of records that change no answer and happen all the same.
fn happens(atlas: &Atlas) -> impl Iterator<Item = (NaiveDate, RecordKind)> {
    let told = |r: &RecordView<'_>| matches!(r, RecordView::Message(_) | RecordView::Event(_));
    let day = |r: RecordView<'_>| Some((r.head().dating.exact_day()?, r.kind()));
    atlas.records().filter(told).filter_map(day)
}

/// Everything needed to answer for any day, sorted once.
#[derive(Debug, Clone)]
pub struct Timeline {
    atlas: Arc<Atlas>,
    threads: BTreeMap<DistrictId, Vec<thread::Thread>>,
    control: control::ControlIndex,
    units: Vec<units::UnitIndex>,
    leaves: Arc<situation::Leaves>,
    messages: situation::DayIndex,
    events: situation::DayIndex,
    marked: situation::MarkIndex,
    /// Days on which something of a kind happens, ascending.
    happenings: Vec<(NaiveDate, RecordKind)>,
    change_days: Vec<NaiveDate>,
    certain_only: bool,
    ribbons: OnceLock<Vec<Ribbon>>,
    lanes: OnceLock<Vec<LaneMark>>,
}

impl Timeline {
    /// Sorts the records of `atlas`.
    #[must_use]
    pub fn new(atlas: Arc<Atlas>) -> Self {
        let bounds = thread::Bounds::new(&atlas);
        let threads = thread::threads(&atlas, &bounds);
        let control = control::ControlIndex::new(&atlas, &bounds);
        let units = units::index(&atlas, &bounds);
        let of = |kind| move |day: NaiveDate| (day, kind);
        let mut happenings: Vec<(NaiveDate, RecordKind)> = threads
            .values()
            .flatten()
            .flat_map(thread::Thread::change_days)
            .map(of(RecordKind::Claims))
            .chain(control.change_days().map(of(RecordKind::Control)))
            .chain(
                units
                    .iter()
                    .flat_map(units::UnitIndex::change_days)
                    .map(of(RecordKind::Units)),
            )
            .chain(happens(&atlas))
            .filter(|(day, _)| atlas.manifest.span.contains(*day))
            .collect();
        happenings.sort_unstable();
        happenings.dedup();
        let mut change_days: Vec<NaiveDate> = happenings.iter().map(|(day, _)| *day).collect();
        change_days.dedup();
        Self {
            leaves: Arc::new(situation::Leaves::new(&atlas)),
            messages: situation::DayIndex::new(atlas.messages.iter().map(|m| &m.head.dating)),
            events: situation::DayIndex::new(atlas.events.iter().map(|e| &e.head.dating)),
            marked: situation::MarkIndex::new(&atlas),
            atlas,
            threads,
            control,
            units,
            happenings,
            change_days,
            certain_only: false,
            ribbons: OnceLock::new(),
            lanes: OnceLock::new(),
        }
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

    /// The next day after `day` on which something of the kinds shown happens.
    #[must_use]
    pub fn next_change(
        &self,
        day: NaiveDate,
        shown: impl Fn(RecordKind) -> bool,
    ) -> Option<NaiveDate> {
        let at = self.happenings.partition_point(|(d, _)| *d <= day);
        self.happenings[at..]
            .iter()
            .find(|(_, kind)| shown(*kind))
            .map(|(d, _)| *d)
    }

    /// The last day before `day` on which something of the kinds shown happens.
    #[must_use]
    pub fn previous_change(
        &self,
        day: NaiveDate,
        shown: impl Fn(RecordKind) -> bool,
    ) -> Option<NaiveDate> {
        let at = self.happenings.partition_point(|(d, _)| *d < day);
        self.happenings[..at]
            .iter()
            .rev()
            .find(|(_, kind)| shown(*kind))
            .map(|(d, _)| *d)
    }

    /// First and last day on which the record may be dated, with bounds from its neighbours (`after`, `before`).
    #[must_use]
    pub fn bounds_of(&self, record: &RecordId) -> (Option<NaiveDate>, Option<NaiveDate>) {
        thread::Bounds::new(&self.atlas).of_record(record)
    }
}
