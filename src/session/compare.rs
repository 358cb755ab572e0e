//! Two pictures of one ground: the second session, and where the two part.

use std::sync::Arc;

use super::history::History;
use super::transition::Transition;
use super::{Session, Shown};
use crate::model::DistrictId;
use crate::timeline::{Fill, Lens};

/// A district of which two pictures say different things.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Which.
    pub district: DistrictId,
    /// What the first says.
    pub first: Fill,
    /// What the second says.
    pub second: Fill,
}

impl Session {
    /// The second picture of a comparison, as a session that sees the same part of the sheet.
    #[must_use]
    pub fn second(&self) -> Option<Self> {
        let compare = self.compare.as_ref()?;
        let mut other = self.at(compare.day, compare.lens.clone());
        other.differing = self.differences().into_iter().map(|d| d.district).collect();
        Some(other)
    }

    /// The same view on another day through another lens, without what moves and without history.
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
            language: self.language.clone(),
        }
    }

    /// The same view with just the fills and names: for small pictures.
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

    /// The same view fitted to a map of this size, in points.
    #[must_use]
    pub fn fitted(mut self, width: f32, height: f32) -> Self {
        self.map.show_home();
        self.map.resize(width, height);
        self
    }

    /// Districts of which the two pictures say different things: another kind, other parties, another certainty.
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
