//! What the reader looks at, and the one place that changes it.
//!
//! [`Session`] composes four parts, each a plain value with its own tests: `time_control` (the date
//! and how it plays), `history` (undo, and back through what was selected), `map_view` (which part
//! of the map is seen) and `transition` (what moves for the eye). [`Action`] lists what a reader can
//! do; [`Session::apply`] alone carries it out. `compare` makes a second picture, `state` writes and
//! reads the line that reopens a view, `search` finds records. It may use the core below it and
//! `geometry`; scenes and panels read the result.

mod action;
mod apply;
mod compare;
mod history;
mod map_view;
pub mod search;
mod state;
mod time_control;
mod transition;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::geometry::{MapGeometry, Viewport};
use crate::model::DistrictId;
use crate::time::DayRange;
use crate::timeline::{Filter, Lens, RangeMode, Situation, Timeline};

use history::{History, HistoryEntry};
use map_view::MapView;
use time_control::TimeControl;
use transition::Transition;

pub use action::{Action, BottomView, Compare, CompareStyle, Loop, Multiples, Pace, Shown, Skin};
pub use compare::Difference;
pub use state::{State, StateError};

/// What the reader looks at.
#[derive(Debug, Clone)]
pub struct Session {
    /// Answers from every record.
    whole: Arc<Timeline>,
    /// Answers from the records that pass the filter.
    timeline: Arc<Timeline>,
    geometry: Arc<MapGeometry>,
    situation: Arc<Situation>,
    time: TimeControl,
    map: MapView,
    history: History,
    transition: Transition,
    lens: Lens,
    shown: Shown,
    selection: Option<String>,
    filter: Filter,
    compare: Option<Compare>,
    multiples: Option<Multiples>,
    /// Districts of which the two compared pictures say different things.
    differing: Vec<DistrictId>,
    bottom_view: Option<BottomView>,
    skin: Skin,
    blank: bool,
    language: String,
}

impl Session {
    /// Opens an atlas at its first day.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, language: &str) -> Self {
        let geometry = Arc::new(MapGeometry::new(timeline.atlas()));
        Self::open(timeline, geometry, language)
    }

    fn open(timeline: Arc<Timeline>, geometry: Arc<MapGeometry>, language: &str) -> Self {
        let span = timeline.atlas().manifest.span;
        Self {
            situation: Arc::new(timeline.situation_on(span.start)),
            whole: Arc::clone(&timeline),
            time: TimeControl::new(span),
            map: MapView::new(geometry.home),
            timeline,
            geometry,
            history: History::default(),
            transition: Transition::default(),
            lens: Lens::Claims,
            shown: Shown::default(),
            selection: None,
            filter: Filter::default(),
            compare: None,
            multiples: None,
            differing: Vec::new(),
            bottom_view: None,
            skin: Skin::Explore,
            blank: false,
            language: language.to_owned(),
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

    /// Outlines, rivers and places in map units.
    #[must_use]
    pub fn geometry(&self) -> &Arc<MapGeometry> {
        &self.geometry
    }

    /// Language of records and interface, as a tag such as `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The day.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.time.day
    }

    /// The day before the last step, from which *what changed* is told.
    #[must_use]
    pub fn day_before(&self) -> NaiveDate {
        self.time.day_before
    }

    /// Days looked at together.
    #[must_use]
    pub fn range(&self) -> Option<DayRange> {
        self.time.range
    }

    /// What the range asks for.
    #[must_use]
    pub fn range_mode(&self) -> RangeMode {
        self.time.range_mode
    }

    /// Days that the time line shows.
    #[must_use]
    pub fn visible_days(&self) -> DayRange {
        self.time.visible_days
    }

    /// Whether it plays.
    #[must_use]
    pub fn playing(&self) -> bool {
        self.time.playing
    }

    /// Days a second.
    #[must_use]
    pub fn speed(&self) -> f64 {
        self.time.speed
    }

    /// What playing does at its end.
    #[must_use]
    pub fn looping(&self) -> Loop {
        self.time.looping
    }

    /// How playing goes on.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.time.pace
    }

    /// The lens.
    #[must_use]
    pub fn lens(&self) -> &Lens {
        &self.lens
    }

    /// What the map shows besides its fills.
    #[must_use]
    pub fn shown(&self) -> Shown {
        self.shown
    }

    /// The id of what is selected.
    #[must_use]
    pub fn selection(&self) -> Option<&str> {
        self.selection.as_deref()
    }

    /// The filter in force.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The second picture.
    #[must_use]
    pub fn compare(&self) -> Option<&Compare> {
        self.compare.as_ref()
    }

    /// Many small pictures instead of one.
    #[must_use]
    pub fn multiples(&self) -> Option<Multiples> {
        self.multiples
    }

    /// Districts of which the two compared pictures say different things.
    #[must_use]
    pub fn differing(&self) -> &[DistrictId] {
        &self.differing
    }

    /// The view below the map.
    #[must_use]
    pub fn bottom_view(&self) -> Option<BottomView> {
        self.bottom_view
    }

    /// Which part of the map is seen.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        *self.map.viewport()
    }

    /// The skin.
    #[must_use]
    pub fn skin(&self) -> Skin {
        self.skin
    }

    /// Whether the screen is blank.
    #[must_use]
    pub fn blank(&self) -> bool {
        self.blank
    }

    /// Whether things cut instead of moving.
    #[must_use]
    pub fn reduced_motion(&self) -> bool {
        self.transition.reduced_motion
    }

    /// Whether something selected before can be gone back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    /// Whether something selected later can be gone forward to.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// Whether motions are cut to their ends, because the screen is too slow for them.
    #[must_use]
    pub fn is_stepped(&self) -> bool {
        self.transition.stepped
    }

    /// Districts that changed with the last step, and how strongly they are marked now, 0 to 1.
    #[must_use]
    pub fn glow(&self) -> Option<(&[DistrictId], f32)> {
        self.transition.glow()
    }

    /// The situation and lens before the last step, and how much of them is still seen, 0 to 1.
    #[must_use]
    pub fn fading(&self) -> Option<(&Arc<Situation>, &Lens, f32)> {
        self.transition.fading()
    }

    /// Whether anything moves, so that seconds must be told to it.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.time.playing || self.transition.moves() || self.flickers()
    }

    /// Seconds until something is next seen to move: none while a fade or glow is under way, its
    /// end where motions are cut, the rest of a day's wait while it only plays, `None` where nothing
    /// moves.
    #[must_use]
    pub fn until_motion_s(&self) -> Option<f64> {
        let flicker = self.flickers().then(|| self.transition.until_flicker_s());
        let step = self.time.until_step_s();
        let all = step.into_iter().chain(flicker);
        all.chain(self.transition.until_change_s())
            .min_by(f64::total_cmp)
    }

    fn flickers(&self) -> bool {
        let alternates = |c: &Compare| c.style == CompareStyle::Flicker;
        self.compare.as_ref().is_some_and(alternates) && !self.reduced_motion()
    }

    fn view(&self) -> HistoryEntry {
        HistoryEntry {
            shown: self.shown,
            day: self.time.day,
            lens: self.lens.clone(),
            selection: self.selection.clone(),
            filter: self.filter.clone(),
            range: self.time.range,
            range_mode: self.time.range_mode,
            compare: self.compare.clone(),
            multiples: self.multiples,
        }
    }

    fn answer(&self) -> Situation {
        let TimeControl {
            range,
            range_mode,
            day,
            ..
        } = self.time;
        match range {
            Some(range) if range_mode != RangeMode::Cumulative || range.holds(day) => {
                self.timeline.situation_over(range, range_mode, day)
            }
            _ => self.timeline.situation_on(day),
        }
    }
}

#[cfg(test)]
mod tests;
