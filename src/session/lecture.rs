//! A lecture in progress: the tour, the step, and whether the reader has left the step's view.

use std::sync::Arc;

use super::history::{History, HistoryEntry};
use super::map_view::MapView;
use super::time_control::TimeControl;
use super::transition::StepFade;
use super::{Compare, CompareStyle, Session, Shown, Skin};
use crate::geometry::{MapPoint, Projector};
use crate::model::{StepCentre, StepTransition, StepView, Tour, TourStep};
use crate::timeline::{Filter, Lens};

/// Margin around the areas that a step shows, as a fraction of their extent.
const MARGIN: f64 = 0.12;
/// Least width of the part of the map that a step shows, in kilometres.
const LEAST_WIDTH_KM: f64 = 70.0;
/// Seconds for which the map moves to a step.
const TRAVEL_S: f64 = 0.8;
/// Seconds for which the fills of a step fade in.
const FADE_S: f64 = 0.4;

/// The color of a blank screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Black.
    Black,
    /// White.
    White,
}

/// Which steps of a tour are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TourVersion {
    /// Every step.
    #[default]
    Whole,
    /// The steps of the shorter version; every step where the tour has none.
    Short,
}

/// A lecture in progress.
#[derive(Debug, Clone)]
pub struct Lecture {
    tour: Arc<Tour>,
    version: TourVersion,
    /// Positions of the steps of the version in the tour.
    steps: Vec<usize>,
    /// Position in `steps`.
    at: usize,
    revealed: bool,
    /// The view and the corners of the map as the step sets them.
    set: Option<(HistoryEntry, Option<(MapPoint, MapPoint)>)>,
}

impl Lecture {
    pub(super) fn new(tour: Arc<Tour>, version: TourVersion) -> Self {
        let has_short = tour.steps.iter().any(|step| step.short);
        let all = version == TourVersion::Whole || !has_short;
        let steps = (0..tour.steps.len()).filter(|i| all || tour.steps[*i].short);
        Self {
            steps: steps.collect(),
            tour,
            version,
            at: 0,
            revealed: false,
            set: None,
        }
    }

    /// The tour.
    #[must_use]
    pub fn tour(&self) -> &Arc<Tour> {
        &self.tour
    }

    /// Which steps of the tour are shown.
    #[must_use]
    pub fn version(&self) -> TourVersion {
        self.version
    }

    /// Position of the present step in the version, counted from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The steps of the version, in their order.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = &TourStep> + Clone {
        self.steps.iter().map(|i| &self.tour.steps[*i])
    }

    /// The present step; `None` in a tour without steps.
    #[must_use]
    pub fn step(&self) -> Option<&TourStep> {
        self.steps().nth(self.at)
    }

    /// Whether the answer to the step's question is shown.
    #[must_use]
    pub fn revealed(&self) -> bool {
        self.revealed
    }

    /// Whether the next press of a key shows the answer to the step's question.
    #[must_use]
    pub fn hides_answer(&self) -> bool {
        !self.revealed && self.step().is_some_and(|step| !step.reveal.is_empty())
    }
}

/// The view of the research skin before a lecture, which it has again afterwards.
#[derive(Debug, Clone)]
pub(super) struct BeforeLecture {
    view: HistoryEntry,
    time: TimeControl,
    map: MapView,
    history: History,
    /// The state string of the view.
    state: String,
}

impl Session {
    /// The lecture in progress; `None` where there is none.
    #[must_use]
    pub fn lecture(&self) -> Option<&Lecture> {
        self.lecture.as_ref()
    }

    /// The lecture that was left last; `None` before any was left.
    #[must_use]
    pub fn left_lecture(&self) -> Option<&Lecture> {
        self.left_lecture.as_ref()
    }

    /// The state string of the research skin, which a lecture in progress does not change.
    #[must_use]
    pub fn state_to_remember(&self) -> String {
        match &self.before_lecture {
            Some(before) => before.state.clone(),
            None => self.state(),
        }
    }

    /// Whether the view differs from the one that the present step sets.
    #[must_use]
    pub fn is_detour(&self) -> bool {
        let set = self.lecture.as_ref().and_then(|l| l.set.as_ref());
        set.is_some_and(|(view, frame)| *view != self.view() || !self.map.shows_frame(*frame))
    }

    /// Whether day, lens, comparison and filter are those of the present step, so that what the
    /// step tells is told of what the map shows.
    #[must_use]
    pub fn shows_step_records(&self) -> bool {
        let set = self.lecture.as_ref().and_then(|l| l.set.as_ref());
        set.is_some_and(|(step, _)| {
            let now = self.view();
            (&now.lens, now.day, now.range) == (&step.lens, step.day, step.range)
                && now.compare == step.compare
                && now.filter == step.filter
        })
    }

    pub(super) fn open_tour(&mut self, tour: Arc<Tour>, version: TourVersion) {
        self.open_lecture(Lecture::new(tour, version));
    }

    pub(super) fn resume_tour(&mut self) {
        if let Some(lecture) = self.left_lecture.clone() {
            self.open_lecture(lecture);
        }
    }

    fn open_lecture(&mut self, lecture: Lecture) {
        if self.skin == Skin::Explore {
            self.remember_view();
        }
        self.set_skin(Skin::Lecture);
        self.lecture = Some(lecture);
        self.show_step(StepTransition::Cut);
    }

    /// Keeps the view of the research skin, so that it can be returned to.
    pub(super) fn remember_view(&mut self) {
        self.before_lecture = Some(Box::new(BeforeLecture {
            view: self.view(),
            time: self.time.clone(),
            map: self.map,
            history: self.history.clone(),
            state: self.state(),
        }));
    }

    pub(super) fn close_tour(&mut self) {
        if let Some(lecture) = self.lecture.take() {
            self.left_lecture = Some(lecture);
        }
        self.set_skin(Skin::Explore);
        self.return_to_view();
    }

    /// Returns to the view of the research skin that was kept.
    pub(super) fn return_to_view(&mut self) {
        if let Some(before) = self.before_lecture.take() {
            let BeforeLecture {
                view,
                time,
                map,
                history,
                state: _,
            } = *before;
            self.restore(view);
            (self.time, self.map, self.history) = (time, map, history);
            self.time.set_playing(false);
        }
        self.transition.set_next(Some(StepFade {
            delay_s: 0.0,
            length_s: 0.0,
        }));
    }

    /// Shows the present step again. The map moves back, so that the room sees where it returns to.
    pub(super) fn return_to_step(&mut self) {
        self.show_step(StepTransition::Move);
    }

    /// Shows the present step after a change of step.
    fn show_other_step(&mut self) {
        let step = self.lecture.as_ref().and_then(Lecture::step);
        self.show_step(step.map_or(StepTransition::Cut, |step| step.transition));
    }

    pub(super) fn next_step(&mut self) {
        let is_detour = self.is_detour();
        let Some(lecture) = &mut self.lecture else {
            return;
        };
        if lecture.hides_answer() {
            lecture.revealed = true;
            // What a detour shows would cover the answer.
            if is_detour {
                self.return_to_step();
            }
        } else if lecture.at + 1 < lecture.steps.len() {
            (lecture.at, lecture.revealed) = (lecture.at + 1, false);
            self.show_other_step();
        }
    }

    pub(super) fn previous_step(&mut self) {
        let is_detour = self.is_detour();
        let Some(lecture) = &mut self.lecture else {
            return;
        };
        if lecture.revealed {
            lecture.revealed = false;
            if is_detour {
                self.return_to_step();
            }
        } else if lecture.at > 0 {
            lecture.at -= 1;
            self.show_other_step();
        }
    }

    pub(super) fn go_to_step(&mut self, at: usize) {
        let Some(lecture) = &mut self.lecture else {
            return;
        };
        if at < lecture.steps.len() {
            (lecture.at, lecture.revealed) = (at, false);
            self.show_step(StepTransition::Cut);
        }
    }

    /// Shows the present step as the tour has it.
    pub(super) fn show_step(&mut self, transition: StepTransition) {
        let Some(step) = self.lecture.as_ref().and_then(Lecture::step).cloned() else {
            return;
        };
        let (from, had_fills) = (self.map.viewport(), self.shown.fills);
        let frame = self.take_view_of(&step);
        if transition == StepTransition::Move && !self.transition.cuts() {
            self.map.travel_from(from, TRAVEL_S);
        }
        // Fills that were not shown before, or are shown no more, do not fade: the fading picture
        // would show what neither step shows.
        let fades = transition != StepTransition::Cut && had_fills && self.shown.fills;
        self.transition.clear();
        self.transition.set_next(Some(StepFade {
            delay_s: if self.map.is_travelling() {
                TRAVEL_S
            } else {
                0.0
            },
            length_s: if fades { FADE_S } else { 0.0 },
        }));
        self.history.forget_steps();
        let view = self.view();
        if let Some(lecture) = &mut self.lecture {
            lecture.set = Some((view, frame));
        }
    }

    /// Takes day, lens, what is shown, selection, filter and part of the map from a step. Returns
    /// the corners of that part. A lens or filter that the atlas does not have leaves the present
    /// one; the loader tells such faults of an atlas's own tours.
    pub(super) fn take_view_of(&mut self, step: &TourStep) -> Option<(MapPoint, MapPoint)> {
        let atlas = Arc::clone(self.whole.atlas());
        self.time.set_playing(false);
        self.time.range = None;
        self.time.go(step.date);
        let named = |name: &String| Lens::named(name, &atlas).ok();
        let (first, second) = match &step.compare {
            Some([first, second]) => (named(first), named(second)),
            None => (step.lens.as_ref().and_then(named), None),
        };
        self.lens = first.unwrap_or_else(|| self.lens.clone());
        self.compare = second.map(|lens| Compare {
            day: step.date,
            lens,
            style: CompareStyle::Side,
            split: 0.5,
            second: false,
        });
        self.multiples = None;
        self.shown = Shown::of(&step.layers);
        self.selection.clone_from(&step.select);
        let filter: Option<Filter> = step.filter.as_ref().and_then(|f| f.parse().ok());
        self.set_filter(self.with_kiosk_filter(filter.unwrap_or_default()));
        let frame = self.frame_of(&step.view);
        self.map.show_frame(frame);
        frame
    }

    /// Two opposite corners of what a step shows, in kilometres on the map; `None` for the first
    /// view.
    fn frame_of(&self, view: &StepView) -> Option<(MapPoint, MapPoint)> {
        let geometry = &self.geometry;
        if let Some(centre) = &view.centre {
            let at = match centre {
                StepCentre::Area(area) => geometry.anchor_of(area.as_str())?,
                StepCentre::LonLat([lon, lat]) => {
                    let projector = Projector::new(&self.timeline.atlas().manifest.projection)?;
                    projector.map_from_lon_lat(geo_types::coord! { x: *lon, y: *lat })
                }
            };
            let half = view.width_km.unwrap_or(LEAST_WIDTH_KM) / 2.0;
            let corner = |x: f64| MapPoint { x, y: at.y };
            return Some((corner(at.x - half), corner(at.x + half)));
        }
        let boxes = view
            .fit
            .iter()
            .filter_map(|area| self.box_of(area.as_str()));
        let (min, max) = boxes.reduce(|(a, b), (c, d)| {
            let min = MapPoint {
                x: a.x.min(c.x),
                y: a.y.min(c.y),
            };
            let max = MapPoint {
                x: b.x.max(d.x),
                y: b.y.max(d.y),
            };
            (min, max)
        })?;
        let beyond = |from: f64, to: f64| {
            let least = (LEAST_WIDTH_KM - (to - from)).max(0.0) / 2.0;
            least.max(MARGIN * (to - from))
        };
        let (x, y) = (beyond(min.x, max.x), MARGIN * (max.y - min.y));
        let min = MapPoint {
            x: min.x - x,
            y: min.y - y,
        };
        Some((
            min,
            MapPoint {
                x: max.x + x,
                y: max.y + y,
            },
        ))
    }

    /// Two opposite corners around an area: around the members of a group, or a place's point.
    fn box_of(&self, id: &str) -> Option<(MapPoint, MapPoint)> {
        match self.geometry.area_of(id) {
            Some(area) => Some(area.bounds),
            None => self.geometry.anchor_of(id).map(|at| (at, at)),
        }
    }
}
