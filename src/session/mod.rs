//! What the reader looks at, and the one place that changes it.

pub mod search;

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::geometry::{Ground, ScreenPoint, Viewport};
use crate::timeline::{Lens, Timeline};

/// One program, three skins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Skin {
    /// For research.
    #[default]
    Explore,
    /// For the front of a room.
    Lecture,
    /// For a museum.
    Kiosk,
}

/// Everything a reader can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Goes to a day; a scrub merges with the scrub before it.
    GoTo(NaiveDate),
    /// Goes to a day of the reader's choice (typed, or from a list): a step that undo takes back.
    Jump(NaiveDate),
    /// Days forward or back.
    StepDays(i64),
    /// The next or previous day on which something on record happens.
    NextChange,
    /// And the previous.
    PreviousChange,
    /// Looks through another lens.
    SetLens(Lens),
    /// Shows or hides troops, messages, holders.
    Show(Shown),
    /// Selects a record, district, place or unit; `None` clears.
    Select(Option<String>),
    /// Plays or pauses.
    TogglePlay,
    /// Days a second.
    SetSpeed(f64),
    /// Seconds have passed.
    Tick(f64),
    /// Moves the map.
    Pan(f32, f32),
    /// Closer or wider at a point.
    Zoom(f64, ScreenPoint),
    /// The whole map.
    Home,
    /// The map has this size, in points.
    Resize(f32, f32),
    /// Another skin.
    SetSkin(Skin),
    /// Blanks the screen, or shows it again.
    Blank,
    /// Takes back the last step.
    Undo,
    /// And does it again.
    Redo,
    /// Back to the beginning, as a kiosk left alone.
    Restart,
}

/// What the map shows besides its fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Troops and their moves.
    pub troops: bool,
    /// Messages of the day, and seats.
    pub messages: bool,
    /// Who held what: bands and rings.
    pub holders: bool,
    /// Frontiers of today.
    pub today: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self { troops: true, messages: true, holders: true, today: false }
    }
}

/// What undo brings back.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    shown: Shown,
    day: NaiveDate,
    lens: Lens,
    selection: Option<String>,
}

/// What the reader looks at.
#[derive(Debug, Clone)]
pub struct Session {
    timeline: Arc<Timeline>,
    ground: Arc<Ground>,
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
    /// The map's window.
    pub view: Viewport,
    /// The skin.
    pub skin: Skin,
    /// Whether it plays.
    pub playing: bool,
    /// Days a second.
    pub speed: f64,
    /// Whether the screen is blank.
    pub blank: bool,
    language: String,
    moved: bool,
    since_step_s: f64,
    past: Vec<Place>,
    future: Vec<Place>,
    scrubbing: bool,
}

impl Session {
    /// Opens an atlas at its first day.
    #[must_use]
    pub fn new(timeline: Arc<Timeline>, language: &str) -> Self {
        let ground = Arc::new(Ground::new(timeline.atlas()));
        let day = timeline.atlas().manifest.span.start;
        let view = Viewport::fit(ground.home.0, ground.home.1, (1384.0, 802.0));
        Self {
            timeline,
            ground,
            day,
            day_before: day,
            lens: Lens::Claims,
            shown: Shown::default(),
            selection: None,
            view,
            skin: Skin::Explore,
            playing: false,
            speed: 2.0,
            blank: false,
            language: language.to_owned(),
            moved: false,
            since_step_s: 0.0,
            past: Vec::new(),
            future: Vec::new(),
            scrubbing: false,
        }
    }

    /// The answers.
    #[must_use]
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// The sheet.
    #[must_use]
    pub fn ground(&self) -> &Arc<Ground> {
        &self.ground
    }

    /// Language of records and interface.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    fn place(&self) -> Place {
        Place { shown: self.shown, day: self.day, lens: self.lens.clone(), selection: self.selection.clone() }
    }

    fn remember(&mut self, scrub: bool) {
        if !(scrub && self.scrubbing) {
            self.past.push(self.place());
            self.future.clear();
        }
        self.scrubbing = scrub;
    }

    fn go(&mut self, day: NaiveDate) {
        let day = self.timeline.atlas().manifest.span.clamp(day);
        if day != self.day {
            self.day_before = self.day;
            self.day = day;
        }
    }

    fn bring_back(&mut self, place: Place) {
        self.go(place.day);
        self.lens = place.lens;
        self.shown = place.shown;
        self.selection = place.selection;
        self.scrubbing = false;
    }

    /// The one place that changes a session.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::GoTo(day) => {
                self.remember(true);
                self.go(day);
            }
            Action::Jump(day) => {
                self.remember(false);
                self.go(day);
            }
            Action::StepDays(days) => {
                self.remember(true);
                let distance = Days::new(days.unsigned_abs());
                let to = if days < 0 { self.day.checked_sub_days(distance) } else { self.day.checked_add_days(distance) };
                self.go(to.unwrap_or(self.day));
            }
            Action::NextChange => {
                self.remember(true);
                self.go(self.timeline.next_change(self.day).unwrap_or(self.day));
            }
            Action::PreviousChange => {
                self.remember(true);
                self.go(self.timeline.previous_change(self.day).unwrap_or(self.day));
            }
            Action::SetLens(lens) => {
                if lens != self.lens {
                    self.remember(false);
                    self.lens = lens;
                }
            }
            Action::Show(shown) => {
                self.remember(false);
                self.shown = shown;
            }
            Action::Select(selection) => {
                if selection != self.selection {
                    self.remember(false);
                    self.selection = selection;
                }
            }
            Action::TogglePlay => {
                self.playing = !self.playing;
                self.since_step_s = 0.0;
                if self.playing && self.day >= self.timeline.atlas().manifest.span.end {
                    self.go(self.timeline.atlas().manifest.span.start);
                }
            }
            Action::SetSpeed(speed) => self.speed = speed.clamp(0.25, 16.0),
            Action::Tick(seconds) => self.tick(seconds),
            Action::Pan(dx, dy) => {
                self.view = self.view.panned(dx, dy);
                self.moved = true;
            }
            Action::Zoom(factor, at) => {
                self.view = self.view.zoomed(factor, at);
                self.moved = true;
            }
            Action::Home => {
                self.view = Viewport::fit(self.ground.home.0, self.ground.home.1, self.view.size);
                self.moved = false;
            }
            Action::Resize(width, height) => {
                if self.view.size != (width, height) {
                    self.view.size = (width, height);
                    if !self.moved {
                        self.apply(Action::Home);
                    }
                }
            }
            Action::SetSkin(skin) => {
                self.skin = skin;
                self.blank = false;
                self.moved = false;
            }
            Action::Blank => self.blank = !self.blank,
            Action::Undo => {
                if let Some(place) = self.past.pop() {
                    self.future.push(self.place());
                    self.bring_back(place);
                }
            }
            Action::Redo => {
                if let Some(place) = self.future.pop() {
                    self.past.push(self.place());
                    self.bring_back(place);
                }
            }
            Action::Restart => {
                self.go(self.timeline.atlas().manifest.span.start);
                self.lens = Lens::Claims;
                self.shown = Shown::default();
                self.selection = None;
                self.playing = true;
                self.past.clear();
                self.future.clear();
                self.apply(Action::Home);
            }
        }
    }

    fn tick(&mut self, seconds: f64) {
        if !self.playing {
            return;
        }
        self.since_step_s += seconds;
        while self.since_step_s * self.speed >= 1.0 {
            self.since_step_s -= 1.0 / self.speed;
            if self.day >= self.timeline.atlas().manifest.span.end {
                if self.skin == Skin::Kiosk {
                    self.go(self.timeline.atlas().manifest.span.start);
                } else {
                    self.playing = false;
                }
                return;
            }
            self.go(self.day.succ_opt().unwrap_or(self.day));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        let atlas = crate::load::load(&crate::load::files::builtin()).atlas.expect("the built-in atlas is clean");
        Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en")
    }

    #[test]
    fn scrubbing_is_one_step_of_undo_and_a_lens_another() {
        let mut s = session();
        let start = s.day;
        (0..20).for_each(|_| s.apply(Action::StepDays(1)));
        s.apply(Action::SetLens(Lens::Control));
        s.apply(Action::Undo);
        assert_eq!((s.lens.clone(), s.day), (Lens::Claims, start + Days::new(20)));
        s.apply(Action::Undo);
        assert_eq!(s.day, start);
        s.apply(Action::Redo);
        assert_eq!(s.day, start + Days::new(20));
    }

    #[test]
    fn no_day_outside_the_span_is_reached() {
        let mut s = session();
        s.apply(Action::StepDays(-5));
        assert_eq!(s.day, s.timeline().atlas().manifest.span.start);
        s.apply(Action::StepDays(100_000));
        assert_eq!(s.day, s.timeline().atlas().manifest.span.last());
    }

    #[test]
    fn playing_moves_by_seconds_and_stops_at_the_end_of_the_main_part() {
        let mut s = session();
        s.apply(Action::TogglePlay);
        s.apply(Action::Tick(1.0));
        assert_eq!(s.day, s.timeline().atlas().manifest.span.start + Days::new(2));
        s.apply(Action::Tick(1000.0));
        assert_eq!((s.day, s.playing), (s.timeline().atlas().manifest.span.end, false));
    }
}
