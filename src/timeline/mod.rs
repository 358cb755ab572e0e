//! The situation on a day: who claimed what, who held it, and where troops were reported.
//!
//! A [`Timeline`] indexes the records of an [`Atlas`] once and then answers for any day. It may use
//! `time` and `model`. `session` holds the answer; `scene`, `text` and `cli` show it.
//!
//! The seven rules of the situation, each with a test in `rules.rs` or `rules_held.rs`:
//!
//! 1. **Supersession** is per voice, part and question, and for *against whom* also per opponent.
//!    The later dated record ends the earlier one. On one day a statement about the part has
//!    priority over one about its uezd, and records of one document count together. Repeating a
//!    stance keeps `since` and renews `restated`.
//! 2. **A color needs two ends.** A record without an exact day is possible from its first possible
//!    day and certain from its last, where the source's words or named records give both. With the
//!    last alone it counts from that day on; otherwise it is listed ([`Timeline::undated`]) and
//!    counts on no day. It never ends a dated record, and only a record dated after its last
//!    possible day ends it.
//! 3. **A party's answer**, in order of priority: its own words before hearsay, certain before
//!    possible, decisions and officials before individuals, dated before undated, then the latest,
//!    then the higher `rank`.
//! 4. **The fill of a lens** is its answer to *whose*, otherwise to *whose troops*, otherwise to
//!    *against whom*. A certain answer has priority over a possible one.
//! 5. **Claimants** are all parties whose answer to *whose* is `claims`. **Contestedness** is the
//!    number of different answers among the capitals.
//! 6. **Control** is as far as a record names it. An as-of report, and a period with an unknown end,
//!    is carried forward for at most [`AS_OF_DAYS`] days and never back. A taking reported at two
//!    dates is possible from the first and certain from the second.
//! 7. **Units** are placed only where a dated report places them. A later report replaces an earlier
//!    one where the reports are joined.

mod archives;
mod bounds;
mod changes;
mod contradictions;
mod control;
mod district;
pub mod filter;
mod lanes;
mod lens;
pub mod offered;
mod range;
mod ribbons;
mod situation;
mod thread;
mod undated;
mod units;

#[cfg(test)]
mod replay;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod rules_held;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::model::{Atlas, DistrictId, RecordId, RecordKind, RecordView};

pub use crate::time::DayRange;
pub use archives::{ArchiveDesk, CitedFile, CitedLeaves, CitedTwice};
pub use bounds::KnownDay;
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
pub use undated::Undated;
pub use units::{REPORT_DAYS, UnitReport};

/// Days of messages and events, which count as change days although they change no answer.
fn happens(atlas: &Atlas) -> impl Iterator<Item = (NaiveDate, RecordKind)> {
    let told = |r: &RecordView<'_>| matches!(r, RecordView::Message(_) | RecordView::Event(_));
    let day = |r: RecordView<'_>| Some((r.head().dating.exact_day()?, r.kind()));
    atlas.records().filter(told).filter_map(day)
}

/// Indexes over the records of one atlas, made once, from which the situation on any day follows.
///
/// ```
/// use std::sync::Arc;
/// use araxes::timeline::{Lens, Timeline};
/// # let files = araxes::load::files::read_folder("docs/example-atlas".as_ref()).expect("files");
/// # let atlas = araxes::load::load(&files).atlas.expect("no faults");
/// let timeline = Timeline::new(Arc::new(atlas));
/// let day = "1871-03-12".parse().expect("a day");
/// let situation = timeline.situation_on(day);
/// let alder = situation.district("alder").expect("a leaf district");
/// let claimants = alder.fill(&Lens::Claims).parties;
/// assert_eq!(claimants.len(), 1);
/// assert_eq!(claimants[0].as_str(), "league");
/// ```
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
    /// Days on which an answer changes or a record is dated, with its kind, ascending.
    happenings: Vec<(NaiveDate, RecordKind)>,
    change_days: Vec<NaiveDate>,
    certain_only: bool,
    filtered: bool,
    ribbons: OnceLock<Vec<Ribbon>>,
    lanes: OnceLock<Vec<LaneMark>>,
    undated: OnceLock<Vec<Undated>>,
}

impl Timeline {
    /// Makes the indexes over the records of `atlas`.
    #[must_use]
    pub fn new(atlas: Arc<Atlas>) -> Self {
        let bounds = bounds::Bounds::new(&atlas);
        let threads = thread::threads(&atlas, &bounds);
        let control = control::ControlIndex::new(&atlas, &bounds);
        let units = units::index(&atlas, &bounds);
        let datings = atlas.messages.iter().map(|m| &m.head.dating);
        let messages = situation::DayIndex::new(&bounds, datings);
        let datings = atlas.events.iter().map(|e| &e.head.dating);
        let events = situation::DayIndex::new(&bounds, datings);
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
            messages,
            events,
            marked: situation::MarkIndex::new(&atlas),
            atlas,
            threads,
            control,
            units,
            happenings,
            change_days,
            certain_only: false,
            filtered: false,
            ribbons: OnceLock::new(),
            lanes: OnceLock::new(),
            undated: OnceLock::new(),
        }
    }

    /// The atlas whose records the timeline holds.
    #[must_use]
    pub fn atlas(&self) -> &Arc<Atlas> {
        &self.atlas
    }

    /// Days on which an answer changes or a message or event is dated, ascending.
    #[must_use]
    pub fn change_days(&self) -> &[NaiveDate] {
        &self.change_days
    }

    /// The first such day after `day` for the kinds that are shown; `None` after the last one.
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

    /// The last such day before `day` for the kinds that are shown; `None` before the first one.
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

    /// What is known of the day of a dated record.
    #[must_use]
    pub fn known_day(&self, record: &RecordId) -> KnownDay {
        let record = self.atlas.record(record.as_str());
        record.map_or(KnownDay::Unknown, |r| {
            bounds::Bounds::new(&self.atlas).known_day(&r.head().dating)
        })
    }

    /// First and last possible day of a record, with the bounds given by the records named in
    /// `after` and `before`. `None` where the record has no such bound.
    #[must_use]
    pub fn bounds_of(&self, record: &RecordId) -> (Option<NaiveDate>, Option<NaiveDate>) {
        bounds::Bounds::new(&self.atlas).of_record(record)
    }
}
