//! What the reader looks at, and the one place that changes it.
//!
//! `action` what a reader can do; `apply` the one place that changes a session; `playback` what moves by itself; `compare` two
//! pictures; `state` the line that reopens a view; `search` finding things.

mod action;
mod apply;
mod compare;
mod playback;
pub mod search;
mod state;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::geometry::{MapGeometry, MapPoint, Viewport};
use crate::model::DistrictId;
use crate::timeline::{DayRange, Filter, Lens, RangeMode, Situation, Timeline};

pub use action::{Action, BottomView, Compare, CompareStyle, Loop, Multiples, Pace, Shown, Skin};
pub use compare::Difference;
pub use state::{State, StateError};

/// What undo brings back.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    shown: Shown,
    day: NaiveDate,
    lens: Lens,
    selection: Option<String>,
    filter: Filter,
    range: Option<DayRange>,
    range_mode: RangeMode,
    compare: Option<Compare>,
    multiples: Option<Multiples>,
}

/// What the reader looks at.
#[derive(Debug, Clone)]
pub struct Session {
    /// Every record.
    whole: Arc<Timeline>,
    /// The records that pass the filter.
    timeline: Arc<Timeline>,
    geometry: Arc<MapGeometry>,
    situation: Arc<Situation>,
    /// The day.
    pub day: NaiveDate,
    /// The day before the last step, for what changed.
    pub day_before: NaiveDate,
    /// The lens.
    pub lens: Lens,
    /// What the map shows.
    pub shown: Shown,
    /// What is selected.
    pub selection: Option<String>,
    /// What is drawn from.
    pub filter: Filter,
    /// Days looked at together.
    pub range: Option<DayRange>,
    /// What that means.
    pub range_mode: RangeMode,
    /// Days that the time line shows.
    pub days: DayRange,
    /// The second picture.
    pub compare: Option<Compare>,
    /// Many small pictures.
    pub multiples: Option<Multiples>,
    /// Districts marked as differing.
    pub differing: Vec<DistrictId>,
    /// The view below the map.
    pub bottom_view: Option<BottomView>,
    /// The map's window.
    pub view: Viewport,
    /// The skin.
    pub skin: Skin,
    /// Whether it plays.
    pub playing: bool,
    /// Days a second.
    pub speed: f64,
    /// What playing does at its end.
    pub looping: Loop,
    /// How playing goes on.
    pub pace: Pace,
    /// Whether things cut instead of moving.
    pub reduced_motion: bool,
    /// Whether the screen is blank.
    pub blank: bool,
    language: String,
    moved: bool,
    since_step_s: f64,
    since_flicker_s: f64,
    glow: Option<playback::Glow>,
    fading: Option<playback::Fading>,
    past: Vec<Look>,
    future: Vec<Look>,
    /// What was selected, in order, and how many of them lie behind.
    visited: Vec<String>,
    visited_to: usize,
    scrubbing: bool,
}

impl Session {
    /// Opens an atlas at its first day.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, language: &str) -> Self {
        let geometry = Arc::new(MapGeometry::new(timeline.atlas()));
        let span = timeline.atlas().manifest.span;
        let view = Viewport::fit(geometry.home.0, geometry.home.1, (1384.0, 802.0));
        Self {
            situation: Arc::new(timeline.situation_on(span.start)),
            whole: Arc::clone(&timeline),
            timeline,
            geometry,
            day: span.start,
            day_before: span.start,
            lens: Lens::Claims,
            shown: Shown::default(),
            selection: None,
            filter: Filter::default(),
            range: None,
            range_mode: RangeMode::default(),
            days: DayRange {
                first: span.start,
                last: span.end,
            },
            compare: None,
            multiples: None,
            differing: Vec::new(),
            bottom_view: None,
            view,
            skin: Skin::Explore,
            playing: false,
            speed: 2.0,
            looping: Loop::default(),
            pace: Pace::default(),
            reduced_motion: false,
            blank: false,
            language: language.to_owned(),
            moved: false,
            since_step_s: 0.0,
            since_flicker_s: 0.0,
            glow: None,
            fading: None,
            past: Vec::new(),
            future: Vec::new(),
            visited: Vec::new(),
            visited_to: 0,
            scrubbing: false,
        }
    }

    /// The answers, from the records that pass the filter.
    #[must_use]
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// The answers from every record, whatever the filter.
    #[must_use]
    pub fn whole(&self) -> &Arc<Timeline> {
        &self.whole
    }

    /// The situation looked at: of the day, or over the range.
    #[must_use]
    pub fn situation(&self) -> &Arc<Situation> {
        &self.situation
    }

    /// The sheet.
    #[must_use]
    pub fn geometry(&self) -> &Arc<MapGeometry> {
        &self.geometry
    }

    /// Language of records and interface.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is something to go back to, and forward to.
    #[must_use]
    pub fn can_go(&self) -> (bool, bool) {
        (self.visited_to > 1, self.visited_to < self.visited.len())
    }

    fn look(&self) -> Look {
        Look {
            shown: self.shown,
            day: self.day,
            lens: self.lens.clone(),
            selection: self.selection.clone(),
            filter: self.filter.clone(),
            range: self.range,
            range_mode: self.range_mode,
            compare: self.compare.clone(),
            multiples: self.multiples,
        }
    }

    fn remember(&mut self, scrub: bool) {
        if !(scrub && self.scrubbing) {
            self.past.push(self.look());
            self.future.clear();
        }
        self.scrubbing = scrub;
    }

    fn go(&mut self, day: NaiveDate) {
        let span = self.timeline.atlas().manifest.span;
        let day = span.clamp(day);
        if day != self.day {
            self.day_before = self.day;
            self.day = day;
        }
        if !self.days.holds(day) {
            // The time line follows; into the epilogue, and back from it, whole.
            self.days = if day > span.end {
                DayRange {
                    first: span.start,
                    last: span.last(),
                }
            } else {
                self.main_part()
            };
        } else if day <= span.end
            && self.days
                == (DayRange {
                    first: span.start,
                    last: span.last(),
                })
            && self.day_before > span.end
        {
            self.days = self.main_part();
        }
    }

    fn main_part(&self) -> DayRange {
        let span = self.timeline.atlas().manifest.span;
        DayRange {
            first: span.start,
            last: span.end,
        }
    }

    fn set_filter(&mut self, filter: Filter) {
        if filter != self.filter {
            self.timeline = if filter.is_empty() {
                Arc::clone(&self.whole)
            } else {
                Arc::new(Timeline::filtered(self.whole.atlas(), &filter))
            };
            self.filter = filter;
        }
    }

    fn select(&mut self, selection: Option<String>) {
        if let Some(id) = selection
            .as_ref()
            .filter(|id| self.visited.get(self.visited_to.wrapping_sub(1)) != Some(*id))
        {
            self.visited.truncate(self.visited_to);
            self.visited.push(id.clone());
            self.visited_to = self.visited.len();
        }
        self.selection = selection;
    }

    fn restore(&mut self, look: Look) {
        self.go(look.day);
        self.lens = look.lens;
        self.shown = look.shown;
        self.selection = look.selection;
        self.set_filter(look.filter);
        self.range = look.range;
        self.range_mode = look.range_mode;
        self.compare = look.compare;
        self.multiples = look.multiples;
        self.scrubbing = false;
    }

    /// Looks at a part of the sheet: its middle, and how many kilometres wide the map is.
    pub fn look_at(&mut self, centre: MapPoint, width_km: f64) {
        self.view.centre = centre;
        self.view.scale = f64::from(self.view.size.0) / width_km;
        self.moved = true;
    }

    fn answer(&self) -> Situation {
        match self.range {
            Some(range) if self.range_mode != RangeMode::Cumulative || range.holds(self.day) => {
                self.timeline
                    .situation_over(range, self.range_mode, self.day)
            }
            _ => self.timeline.situation_on(self.day),
        }
    }
}

#[cfg(test)]
mod tests;
