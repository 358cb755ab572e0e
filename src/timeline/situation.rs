//! The answer for one day: districts, holders, troops, messages, events.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::Timeline;
use super::control::Holding;
use super::district::{DistrictOnDay, DistrictState};
use super::thread::Thread;
use super::units::UnitReport;
use crate::model::{Atlas, Dating, DistrictId, PlaceId};
use crate::time::{Edtf, Extent, Truth, days_between};

/// A record of unknown day is listed on a day when its range is at most this wide.
const LISTED_RANGE_DAYS: i64 = 31;

/// What was so on a day. It holds the atlas that its positions refer to.
#[derive(Debug, Clone)]
pub struct Situation {
    atlas: Arc<Atlas>,
    leaves: Arc<Leaves>,
    states: Vec<DistrictState>,
    /// The day; of a range its last.
    pub day: NaiveDate,
    /// First day of a range.
    pub since: Option<NaiveDate>,
    /// Places with a reported holder.
    pub places: Vec<(PlaceId, Vec<Holding>)>,
    /// Reports of troops that speak on the day.
    pub units: Vec<UnitReport>,
    /// Messages of the day, with whether they are certainly of it.
    pub messages: Vec<Dated>,
    /// Events of the day.
    pub events: Vec<Dated>,
    /// Positions in `Atlas::contradictions` marked on the day.
    pub contradictions: Vec<usize>,
}

/// A record by position, and whether it is of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Position in its vector.
    pub index: usize,
    /// Whether it is of the day.
    pub certainty: Truth,
}

/// The leaf districts of an atlas: those without parts, in its order.
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
    /// The atlas it answers for.
    #[must_use]
    pub fn atlas(&self) -> &Arc<Atlas> {
        &self.atlas
    }

    /// Leaf districts, in the order of the atlas.
    pub fn districts(&self) -> impl ExactSizeIterator<Item = DistrictOnDay<'_>> {
        let on_day = |state| DistrictOnDay::new(&self.atlas, state);
        self.states.iter().map(on_day)
    }

    /// A leaf district.
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
        Situation {
            states: states.collect(),
            places: places.collect(),
            units,
            messages: self.messages.on(day),
            events: self.events.on(day),
            contradictions: self.marked.on(day),
            day,
            since: None,
            atlas: Arc::clone(&self.atlas),
            leaves: Arc::clone(&self.leaves),
        }
    }

    /// One leaf district on `day`.
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

    /// Positions in `Atlas::claims` of everything ever said of a leaf district.
    #[must_use]
    pub fn history_of(&self, id: &DistrictId) -> Vec<usize> {
        let threads = self.threads.get(id).map(Vec::as_slice).unwrap_or_default();
        let all: BTreeSet<usize> = threads.iter().flat_map(Thread::statements).collect();
        all.into_iter().collect()
    }
}

/// Records that belong to a day or to a narrow range of days, by their first day.
#[derive(Debug, Clone)]
pub(super) struct DayIndex {
    /// First day, last day, the record; ascending.
    entries: Vec<(NaiveDate, NaiveDate, Dated)>,
}

impl DayIndex {
    /// Indexes records by their datings. Those of no known day and of a range wider than
    /// [`LISTED_RANGE_DAYS`] are of no day.
    pub(super) fn new<'a>(datings: impl Iterator<Item = &'a Dating>) -> Self {
        let entry = |(index, dating): (usize, &Dating)| {
            let of = |certainty| Dated { index, certainty };
            if let Some(day) = dating.exact_day() {
                return Some((day, day, of(Truth::Certain)));
            }
            let (earliest, latest) = dating.bounds();
            let (earliest, latest) = earliest.zip(latest)?;
            let narrow = days_between(earliest, latest) < LISTED_RANGE_DAYS;
            narrow.then_some((earliest, latest, of(Truth::Possible)))
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
    /// A set `{a,b}` marks its days.
    Each(Vec<NaiveDate>),
    /// Anything else marks all of its extent.
    All(Extent),
}

impl MarkIndex {
    pub(super) fn new(atlas: &Atlas) -> Self {
        let mark = |(index, c): (usize, &crate::model::Contradiction)| {
            Some((index, marked_days(&c.mark.as_ref()?.when)))
        };
        let marks = atlas.contradictions.iter().enumerate();
        Self {
            marks: marks.filter_map(mark).collect(),
        }
    }

    fn on(&self, day: NaiveDate) -> Vec<usize> {
        let is_marked = |days: &MarkedDays| match days {
            MarkedDays::Each(days) => days.contains(&day),
            MarkedDays::All(extent) => extent.on(day) != Truth::Not,
        };
        let marked = self.marks.iter().filter(|(_, days)| is_marked(days));
        marked.map(|(index, _)| *index).collect()
    }
}

fn marked_days(when: &Edtf) -> MarkedDays {
    let set = when.as_str().strip_prefix('{');
    match set.and_then(|text| text.strip_suffix('}')) {
        Some(days) => {
            let days = days.split(',').filter_map(|day| day.trim().parse().ok());
            MarkedDays::Each(days.collect())
        }
        None => MarkedDays::All(when.extent()),
    }
}
