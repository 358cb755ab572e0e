//! The situation on one day: districts, holders, troops, messages and events.
//! [`Timeline::situation_on`] makes it from the indexes; `session`, `scene`, `text` and `cli` read
//! it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::Timeline;
use super::bounds::{Bounds, KnownDay};
use super::control::Holding;
use super::district::{DistrictOnDay, DistrictState};
use super::thread::Thread;
use super::units::UnitReport;
use crate::model::{Atlas, Dating, DistrictId, PlaceId};
use crate::time::{Edtf, Extent, Truth, days_between};

/// Widest range of days, in days, of a record that is listed on each day of its range.
const LISTED_RANGE_DAYS: i64 = 31;

/// What was so on a day. It holds the atlas that its positions refer to.
///
/// ```
/// use std::sync::Arc;
/// use araxes::model::Question;
/// use araxes::timeline::Timeline;
/// # let files = araxes::load::files::read_folder("docs/example-atlas".as_ref()).expect("files");
/// # let atlas = araxes::load::load(&files).atlas.expect("no faults");
/// let timeline = Timeline::new(Arc::new(atlas));
/// let situation = timeline.situation_on("1871-03-12".parse().expect("a day"));
/// let birch = situation.district("birch").expect("a leaf district");
/// let answer = birch.answer(&"league".into(), Question::Whose).expect("an answer");
/// assert_eq!(answer.stance.to.as_ref().map(|p| p.as_str()), Some("crown"));
/// ```
#[derive(Debug, Clone)]
pub struct Situation {
    atlas: Arc<Atlas>,
    leaves: Arc<Leaves>,
    states: Vec<DistrictState>,
    /// The day; for a range of days, its last.
    pub day: NaiveDate,
    /// First day of a range; `None` for one day.
    pub since: Option<NaiveDate>,
    /// Places with their reported holders.
    pub places: Vec<(PlaceId, Vec<Holding>)>,
    /// Reports of troops that are current on the day.
    pub units: Vec<UnitReport>,
    /// Messages of the day, as positions in `Atlas::messages`.
    pub messages: Vec<Dated>,
    /// Events of the day, as positions in `Atlas::events`.
    pub events: Vec<Dated>,
    /// Contradictions that are marked on the map on the day, as positions in
    /// `Atlas::contradictions`.
    pub contradictions: Vec<usize>,
}

/// The position of a record, with whether it is certainly of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Position in the vector of its kind.
    pub index: usize,
    /// Whether the record is certainly or only possibly of the day.
    pub certainty: Truth,
}

/// The leaf districts of an atlas, which are those without parts, in its order.
#[derive(Debug)]
pub(super) struct Leaves {
    ids: Vec<DistrictId>,
    position: HashMap<DistrictId, usize>,
}

impl Leaves {
    pub(super) fn new(atlas: &Atlas) -> Self {
        let ids: Vec<DistrictId> = atlas.leaf_districts().map(|d| d.id.clone()).collect();
        let position = ids.iter().cloned().zip(0..).collect();
        Self { ids, position }
    }

    pub(super) fn ids(&self) -> &[DistrictId] {
        &self.ids
    }
}

impl Situation {
    /// The atlas that the situation's positions refer to.
    #[must_use]
    pub fn atlas(&self) -> &Arc<Atlas> {
        &self.atlas
    }

    /// Leaf districts on this day, in the order of the atlas.
    pub fn districts(&self) -> impl ExactSizeIterator<Item = DistrictOnDay<'_>> {
        let on_day = |state| DistrictOnDay::new(&self.atlas, state);
        self.states.iter().map(on_day)
    }

    /// The leaf district of that id; `None` where there is none.
    #[must_use]
    pub fn district(&self, id: &str) -> Option<DistrictOnDay<'_>> {
        let state = self.states.get(*self.leaves.position.get(id)?)?;
        Some(DistrictOnDay::new(&self.atlas, state))
    }

    pub(super) fn states(&self) -> &[DistrictState] {
        &self.states
    }

    pub(super) fn states_mut(&mut self) -> &mut [DistrictState] {
        &mut self.states
    }
}

impl Timeline {
    /// What was so on `day`.
    #[must_use]
    pub fn situation_on(&self, day: NaiveDate) -> Situation {
        let states = self.leaves.ids().iter().map(|id| self.state_on(id, day));
        let sure = |truth: Truth| !self.certain_only || truth == Truth::Certain;
        let places = self.control.places_on(&self.atlas, day);
        let places = places.map(|(place, mut holders)| {
            holders.retain(|h| sure(h.certainty));
            (place.clone(), holders)
        });
        let mut units = Vec::new();
        for unit in &self.units {
            unit.reports_on(day, &mut units);
        }
        units.retain(|u| sure(u.certainty));
        let (mut messages, mut events) = (self.messages.on(day), self.events.on(day));
        messages.retain(|m| sure(m.certainty));
        events.retain(|e| sure(e.certainty));
        Situation {
            states: states.collect(),
            places: places.collect(),
            units,
            messages,
            events,
            contradictions: self.marked.on(day),
            day,
            since: None,
            atlas: Arc::clone(&self.atlas),
            leaves: Arc::clone(&self.leaves),
        }
    }

    /// The state of one leaf district on `day`.
    pub(super) fn state_on(&self, id: &DistrictId, day: NaiveDate) -> DistrictState {
        let mut stances = Vec::new();
        for thread in self.threads.get(id).map(Vec::as_slice).unwrap_or_default() {
            thread.in_force(day, &mut stances);
        }
        let mut holders = self.control.holders_of(&self.atlas, id, day);
        if self.certain_only {
            stances.retain(|s| s.certainty == Truth::Certain);
            holders.retain(|h| h.certainty == Truth::Certain);
        }
        DistrictState {
            id: id.clone(),
            stances,
            holders,
            claimed_in_range: None,
        }
    }

    /// Every claim ever made about a leaf district, as positions in `Atlas::claims`.
    #[must_use]
    pub fn history_of(&self, id: &DistrictId) -> Vec<usize> {
        let threads = self.threads.get(id).map(Vec::as_slice).unwrap_or_default();
        let all: BTreeSet<usize> = threads.iter().flat_map(Thread::statements).collect();
        all.into_iter().collect()
    }
}

/// Whether a message or event that happened on one of these days is listed on each of them.
pub(super) fn is_narrow(first: NaiveDate, last: NaiveDate) -> bool {
    days_between(first, last) < LISTED_RANGE_DAYS
}

/// Records of one day or of a narrow range of days, sorted by their first day.
#[derive(Debug, Clone)]
pub(super) struct DayIndex {
    /// First day, last day and record, ascending by first day.
    entries: Vec<(NaiveDate, NaiveDate, Dated)>,
}

impl DayIndex {
    /// Indexes records by their dates. A record of no known day, or with a range of more than
    /// [`LISTED_RANGE_DAYS`], is left out.
    pub(super) fn new<'a>(bounds: &Bounds<'_>, datings: impl Iterator<Item = &'a Dating>) -> Self {
        let entry = |(index, dating): (usize, &Dating)| {
            let of = |certainty| Dated { index, certainty };
            match bounds.known_day(dating) {
                KnownDay::On(day) => Some((day, day, of(Truth::Certain))),
                KnownDay::Between(first, last) => {
                    is_narrow(first, last).then_some((first, last, of(Truth::Possible)))
                }
                _ => None,
            }
        };
        let mut entries: Vec<_> = datings.enumerate().filter_map(entry).collect();
        entries.sort_by_key(|(first, _, record)| (*first, record.index));
        Self { entries }
    }

    /// The records of a day, in the order of the atlas.
    fn on(&self, day: NaiveDate) -> Vec<Dated> {
        let oldest = Days::new(LISTED_RANGE_DAYS.unsigned_abs());
        let oldest = day.checked_sub_days(oldest).unwrap_or(NaiveDate::MIN);
        let from = self.entries.partition_point(|(first, ..)| *first < oldest);
        let to = self.entries.partition_point(|(first, ..)| *first <= day);
        let current = self.entries[from..to].iter().filter(|e| e.1 >= day);
        let mut found: Vec<Dated> = current.map(|(_, _, record)| *record).collect();
        found.sort_by_key(|record| record.index);
        found
    }
}

/// The days on which contradictions are marked on the map.
#[derive(Debug, Clone)]
pub(super) struct MarkIndex {
    marks: Vec<(usize, MarkedDays)>,
}

#[derive(Debug, Clone)]
enum MarkedDays {
    /// The days of an EDTF set `{a,b}`, each marked by itself.
    Each(Vec<NaiveDate>),
    /// For any other date, all days of its extent.
    All(Extent),
}

impl MarkIndex {
    pub(super) fn new(atlas: &Atlas) -> Self {
        let mark = |(index, c): (usize, &crate::model::Contradiction)| {
            Some((index, marked_days(&c.mark.as_ref()?.when)?))
        };
        let marks = atlas.contradictions.iter().enumerate();
        Self {
            marks: marks.filter_map(mark).collect(),
        }
    }

    pub(super) fn on(&self, day: NaiveDate) -> Vec<usize> {
        let is_marked = |days: &MarkedDays| match days {
            MarkedDays::Each(days) => days.contains(&day),
            MarkedDays::All(extent) => extent.on(day) != Truth::Not,
        };
        let marked = self.marks.iter().filter(|(_, days)| is_marked(days));
        marked.map(|(index, _)| *index).collect()
    }
}

/// `None` where one end of the days is not known.
fn marked_days(when: &Edtf) -> Option<MarkedDays> {
    let set = when.as_str().strip_prefix('{');
    match set.and_then(|text| text.strip_suffix('}')) {
        Some(days) => {
            let days = days.split(',').filter_map(|day| day.trim().parse().ok());
            Some(MarkedDays::Each(days.collect()))
        }
        None => {
            let extent = when.extent();
            let bounded = extent.begins_earliest.is_some() && extent.ends_latest.is_some();
            bounded.then_some(MarkedDays::All(extent))
        }
    }
}
