//! The comparison of two pictures of one map: the session of the second picture, and the districts
//! in which the two differ. `scene` draws both sessions in the same way.

use std::sync::Arc;

use super::history::History;
use super::transition::Transition;
use super::{Session, Shown};
use crate::model::{Control, DistrictId, HeldExtent, PartyId};
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Fill, Lens};

/// A district that has different fills in the two pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Id of the district.
    pub district: DistrictId,
    /// Fill in the first picture.
    pub first: Fill,
    /// Fill in the second picture.
    pub second: Fill,
}

impl Session {
    /// The session of the second picture, with the same part of the map; `None` where there is no
    /// comparison.
    #[must_use]
    pub fn second(&self) -> Option<Self> {
        let compare = self.compare.as_ref()?;
        let mut other = self.at(compare.day, compare.lens.clone());
        other.differing = self.differences().into_iter().map(|d| d.district).collect();
        Some(other)
    }

    /// The same view on another day through another lens, without transitions and without history.
    #[must_use]
    pub fn at(&self, day: chrono::NaiveDate, lens: Lens) -> Self {
        let mut time = self.time.clone();
        time.set_range(None);
        time.go(day);
        time.playing = false;
        Self {
            situation: Arc::new(self.timeline.situation_on(time.day)),
            whole: Arc::clone(&self.whole),
            timeline: Arc::clone(&self.timeline),
            geometry: Arc::clone(&self.geometry),
            time,
            map: self.map,
            history: History::default(),
            transition: Transition::default(),
            lens,
            shown: self.shown,
            selection: self.selection.clone(),
            filter: self.filter.clone(),
            compare: None,
            multiples: self.multiples,
            differing: self.differing.clone(),
            bottom_view: self.bottom_view,
            skin: self.skin,
            blank: self.blank,
            lecture: self.lecture.clone(),
            left_lecture: None,
            before_lecture: None,
            visit: None,
            language: self.language.clone(),
        }
    }

    /// The same view with only fills and names, for small maps.
    #[must_use]
    pub fn without_signs(mut self) -> Self {
        let holders = self.lens == Lens::Control;
        self.shown = Shown {
            troops: false,
            messages: false,
            holders,
            ..self.shown
        };
        self
    }

    /// The same view with a mark on the districts that look different than on an earlier day.
    #[must_use]
    pub fn marking_changes_since(mut self, before: chrono::NaiveDate) -> Self {
        self.differing = self.changed_since(before);
        self
    }

    /// Districts whose fill through the lens, or whose holders where these are shown, are others
    /// than on an earlier day.
    #[must_use]
    pub fn changed_since(&self, before: chrono::NaiveDate) -> Vec<DistrictId> {
        let earlier = self.timeline.situation_on(before);
        let pairs = earlier.districts().zip(self.situation.districts());
        pairs
            .filter(|(b, a)| self.look(*b) != self.look(*a))
            .map(|(_, a)| a.id().clone())
            .collect()
    }

    /// What is drawn of a district: its fill without the records that it comes from, and its
    /// holders. Where no holders are shown, those that the fill names still change its look.
    fn look<'a>(&self, state: DistrictOnDay<'a>) -> (Fill, Vec<Holder<'a>>) {
        let mut fill = state.fill(&self.lens);
        fill.records.clear();
        let shown = self.shown.holders;
        let holder = |(control, certainty): (&'a Control, Truth)| {
            (control.holder.as_ref(), control.extent, certainty)
        };
        let holders = state.holders().map(holder).filter(|(holder, ..)| {
            shown || holder.is_some_and(|party| fill.parties.contains(party))
        });
        let holders = holders.collect();
        (fill, holders)
    }

    /// The same view fitted to a map of this size, in points.
    #[must_use]
    pub fn fitted(mut self, width: f32, height: f32) -> Self {
        self.map.show_home();
        self.map.resize(width, height);
        self
    }

    /// Districts whose fills differ between the two pictures in kind, parties or certainty.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let Some(compare) = &self.compare else {
            return Vec::new();
        };
        let other = self.timeline.situation_on(compare.day);
        let pairs = self.situation.districts().zip(other.districts());
        pairs
            .map(|(a, b)| (a.id.clone(), a.fill(&self.lens), b.fill(&compare.lens)))
            .filter(|(_, a, b)| {
                (a.kind, &a.parties, a.certainty) != (b.kind, &b.parties, b.certainty)
            })
            .map(|(district, first, second)| Difference {
                district,
                first,
                second,
            })
            .collect()
    }
}

/// A holder with how much it holds, and how certain that is.
type Holder<'a> = (Option<&'a PartyId>, HeldExtent, Truth);
