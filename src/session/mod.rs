//! The state of the view, and the only function that changes it.
//!
//! [`Session`] composes four parts, each a plain value with its own tests: `time_control` (the date
//! and how it plays), `history` (undo, and back through selections), `map_view` (the visible part
//! of the map) and `transition` (fades and glows). `lecture` follows a tour, `tour_draft` makes
//! one and `tour_plan` says when each step is due; `kiosk` is a visit to a museum's screen. [`Action`] lists what a reader can do;
//! [`Session::apply`] carries it out. `working_list` holds the records that a reader has chosen. `compare` makes the second picture, `state` writes and reads
//! the state string, `search` finds records. The module may use the core below it and `geometry`;
//! `scene` and the panels read the result.

mod action;
mod apply;
mod compare;
mod history;
mod kiosk;
mod lecture;
mod map_view;
mod present_step;
pub mod search;
mod state;
mod time_control;
mod tour_draft;
mod tour_plan;
mod transition;
mod working_list;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::geometry::{MapGeometry, Viewport};
use crate::model::DistrictId;
use crate::time::DayRange;
use crate::timeline::{Filter, Lens, RangeMode, Situation, Timeline};

use history::{History, HistoryEntry};
use lecture::BeforeLecture;
use map_view::MapView;
use time_control::TimeControl;
use transition::Transition;

pub use action::{Action, BottomView, Compare, CompareStyle, Loop, Multiples, Pace, Shown, Skin};
pub use compare::Difference;
pub use kiosk::{
    OwnPanel, Visit, VisitAction, VisitCard, VisitChoice, VisitChoices, VisitPanel, VisitScreen,
    VisitSettings,
};
pub use lecture::{Blank, Lecture, TourVersion};
pub use present_step::LeftOut;
pub use state::{State, StateError, shell_word};
pub use tour_draft::{StepText, TourDraft};
pub use tour_plan::{TourPace, TourPlan};
pub use working_list::{ListEdit, ListEntry, ListError, WorkingList};

/// The state of the view: the day, the lens, the filter, the selection and the visible part of the
/// map, with the situation that follows from them.
///
/// ```
/// use std::sync::Arc;
/// use araxes::session::{Action, Session};
/// use araxes::timeline::{Lens, Timeline};
/// # let files = araxes::load::files::read_folder("docs/example-atlas".as_ref()).expect("files");
/// # let atlas = araxes::load::load(&files).atlas.expect("no faults");
/// let mut session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
/// let first = session.day();
/// session.apply(Action::StepDays(7));
/// session.apply(Action::SetLens(Lens::Control));
/// session.apply(Action::Undo);
/// assert_eq!(session.lens(), &Lens::Claims);
/// session.apply(Action::Undo);
/// assert_eq!(session.day(), first);
/// ```
#[derive(Debug, Clone)]
pub struct Session {
    /// The timeline of every record.
    whole: Arc<Timeline>,
    /// The timeline of the records that pass the filter.
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
    /// Districts that have different fills in the two compared pictures.
    differing: Vec<DistrictId>,
    bottom_view: Option<BottomView>,
    skin: Skin,
    blank: Option<Blank>,
    lecture: Option<Lecture>,
    /// The lecture that was left last.
    left_lecture: Option<Lecture>,
    /// The view of the research skin during a lecture or in a kiosk.
    before_lecture: Option<Box<BeforeLecture>>,
    /// The visit of a kiosk; `None` in the other forms of the window.
    visit: Option<Box<Visit>>,
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
        let mut map = MapView::new(geometry.home);
        map.set_land(geometry.land.iter().map(|area| area.bounds));
        Self {
            situation: Arc::new(timeline.situation_on(span.start)),
            whole: Arc::clone(&timeline),
            time: TimeControl::new(span),
            map,
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
            blank: None,
            lecture: None,
            left_lecture: None,
            before_lecture: None,
            visit: None,
            language: language.to_owned(),
        }
    }

    /// The timeline of the records that pass the filter.
    #[must_use]
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// The timeline of every record, whatever the filter.
    #[must_use]
    pub fn whole(&self) -> &Arc<Timeline> {
        &self.whole
    }

    /// The situation on the day, or over the range where one is set.
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

    /// The day whose situation is shown; within a range, the day of the handle on the time line.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.time.day
    }

    /// The day before the last step. The list of changes compares it with the present day.
    #[must_use]
    pub fn day_before(&self) -> NaiveDate {
        self.time.day_before
    }

    /// The range of days that is shown; `None` for one day.
    #[must_use]
    pub fn range(&self) -> Option<DayRange> {
        self.time.range
    }

    /// What the situation over the range contains.
    #[must_use]
    pub fn range_mode(&self) -> RangeMode {
        self.time.range_mode
    }

    /// The days that the time line shows.
    #[must_use]
    pub fn visible_days(&self) -> DayRange {
        self.time.visible_days
    }

    /// Whether the session plays.
    #[must_use]
    pub fn playing(&self) -> bool {
        self.time.playing
    }

    /// The speed of playing, in days per second.
    #[must_use]
    pub fn speed(&self) -> f64 {
        self.time.speed
    }

    /// What playing does at its end.
    #[must_use]
    pub fn looping(&self) -> Loop {
        self.time.looping
    }

    /// The steps in which playing advances.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.time.pace
    }

    /// The lens by which the map is colored.
    #[must_use]
    pub fn lens(&self) -> &Lens {
        &self.lens
    }

    /// The parts of the map that are shown besides its fills.
    #[must_use]
    pub fn shown(&self) -> Shown {
        self.shown
    }

    /// The id of the selected record, district, place or unit; `None` where nothing is selected.
    #[must_use]
    pub fn selection(&self) -> Option<&str> {
        self.selection.as_deref()
    }

    /// The filter that selects the records.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The second picture; `None` without a comparison.
    #[must_use]
    pub fn compare(&self) -> Option<&Compare> {
        self.compare.as_ref()
    }

    /// What differs between the small maps; `None` for one map.
    #[must_use]
    pub fn multiples(&self) -> Option<Multiples> {
        self.multiples
    }

    /// Districts that have different fills in the two compared pictures.
    #[must_use]
    pub fn differing(&self) -> &[DistrictId] {
        &self.differing
    }

    /// The view below the map; `None` where none is open.
    #[must_use]
    pub fn bottom_view(&self) -> Option<BottomView> {
        self.bottom_view
    }

    /// The visible part of the map.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        self.map.viewport()
    }

    /// The form of the window.
    #[must_use]
    pub fn skin(&self) -> Skin {
        self.skin
    }

    /// The color in which the screen is blank; `None` where it is not.
    #[must_use]
    pub fn blank(&self) -> Option<Blank> {
        self.blank
    }

    /// Whether changes appear at once instead of fading.
    #[must_use]
    pub fn reduced_motion(&self) -> bool {
        self.transition.reduced_motion
    }

    /// Whether there is a previous selection to return to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    /// Whether there is a later selection to return to.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// Whether changes appear at once because the screen is too slow for fades.
    #[must_use]
    pub fn is_stepped(&self) -> bool {
        self.transition.stepped
    }

    /// Districts that changed with the last step, and the opacity of their marks, 0 to 1.
    #[must_use]
    pub fn glow(&self) -> Option<(&[DistrictId], f32)> {
        self.transition.glow()
    }

    /// The situation and lens before the last step, and the opacity at which they are still drawn,
    /// 0 to 1.
    #[must_use]
    pub fn fading(&self) -> Option<(&Arc<Situation>, &Lens, f32)> {
        self.transition.fading()
    }

    /// Whether the session plays, fades, glows, alternates or moves the map, so that it needs [`Action::Tick`].
    #[must_use]
    pub fn moves(&self) -> bool {
        self.time.playing || self.transition.moves() || self.map.is_travelling() || self.flickers()
    }

    /// Seconds until the next visible change: zero during a fade, a glow or a motion of the map, the rest of the glow where
    /// changes appear at once, the rest of a day's wait while it only plays, and `None` where nothing
    /// moves.
    #[must_use]
    pub fn until_motion_s(&self) -> Option<f64> {
        let flicker = self.flickers().then(|| self.transition.until_flicker_s());
        let step = self.time.until_step_s();
        let travel = self.map.is_travelling().then_some(0.0);
        let all = step.into_iter().chain(flicker).chain(travel);
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
