//! Carries out what a visitor does, and lets the seconds of a visit pass.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Visit, VisitAction, VisitCard, VisitChoice, VisitScreen, VisitSettings};
use crate::model::StepTransition;
use crate::session::lecture::Lecture;
use crate::session::{Session, Skin, TourVersion};
use crate::time::days_between;
use crate::timeline::{Filter, Lens};

impl Session {
    /// The visit of a kiosk; `None` in the other forms of the window.
    #[must_use]
    pub fn visit(&self) -> Option<&Visit> {
        self.visit.as_deref()
    }

    /// Seconds until a kiosk shows something else by itself; `None` in the other forms of the
    /// window.
    #[must_use]
    pub fn until_kiosk_s(&self) -> Option<f64> {
        let visit = self.visit()?;
        let wait_s = if visit.playing {
            self.reading_s() - visit.shown_s
        } else {
            visit.until_countdown_s()
        };
        Some(wait_s.max(0.0))
    }

    /// Opens the kiosk in the attract tour.
    pub(in crate::session) fn open_kiosk(&mut self, settings: Arc<VisitSettings>) {
        if self.skin == Skin::Explore {
            self.remember_view();
        }
        let language = match &self.visit {
            Some(visit) => visit.language_before.clone(),
            None => self.language.clone(),
        };
        self.visit = Some(Box::new(Visit::new(settings, language)));
        self.begin_again();
    }

    /// Leaves the kiosk for the research skin, in the view that it had before.
    pub(in crate::session) fn close_kiosk(&mut self) {
        if let Some(visit) = self.visit.take() {
            self.language = visit.language_before;
        }
        self.lecture = None;
        self.map.set_fence(false);
        self.set_filter(Filter::default());
        self.set_skin(Skin::Explore);
        self.return_to_view();
    }

    /// The filter that a step of a tour asks for, with what the installation leaves out.
    pub(in crate::session) fn with_kiosk_filter(&self, filter: Filter) -> Filter {
        match &self.visit {
            None => filter,
            Some(visit) => {
                let all = visit.settings.filter.conditions();
                all.fold(filter, |filter, condition| {
                    if filter.has(condition) {
                        filter
                    } else {
                        filter.toggled(condition.clone())
                    }
                })
            }
        }
    }

    /// Begins as if newly opened, with the attract tour. What belongs to the installation is kept.
    fn begin_again(&mut self) {
        let Some(visit) = &self.visit else { return };
        let (settings, before) = (Arc::clone(&visit.settings), visit.language_before.clone());
        let language = &settings.languages[visit.settings.first_language];
        let new = Self::open(
            Arc::clone(&self.whole),
            Arc::clone(&self.geometry),
            language,
        );
        let (size, stepped) = (self.map.viewport().size, self.is_stepped());
        let view_before = self.before_lecture.take();
        *self = new;
        self.skin = Skin::Kiosk;
        self.before_lecture = view_before;
        self.transition.stepped = stepped;
        self.transition.reduced_motion = settings.choices.has(VisitChoice::LessMotion);
        self.map.resize(size.0, size.1);
        self.map.set_fence(true);
        self.set_filter(settings.filter.clone());
        if let Some(tour) = &settings.attract {
            self.lecture = Some(Lecture::new(Arc::clone(tour), TourVersion::Whole));
        }
        self.visit = Some(Box::new(Visit::new(settings, before)));
        if self.lecture.is_some() {
            self.show_step(StepTransition::Cut);
        }
    }

    /// Lets seconds of a visit pass. At most one step is taken, so that a machine that was held up
    /// skips nothing.
    pub(in crate::session) fn tick_kiosk(&mut self, seconds: f64) {
        let Some(visit) = &mut self.visit else { return };
        if !visit.playing {
            visit.idle_s += seconds;
            if visit.idle_s >= visit.end_s() {
                self.begin_again();
            }
            return;
        }
        visit.shown_s += seconds;
        let (shown_s, is_attract) = (visit.shown_s, visit.is_attract());
        if shown_s < self.reading_s() {
            return;
        }
        if is_attract {
            self.next_of_attract();
        } else if !self.goes_on() {
            self.set_kiosk_playing(false);
        }
        if let Some(visit) = &mut self.visit {
            visit.shown_s = 0.0;
        }
    }

    /// The answer to the step of the attract tour, or the next step in the next language.
    fn next_of_attract(&mut self) {
        let at = |s: &Self| s.lecture.as_ref().map(Lecture::at);
        let before = at(self);
        if !self.goes_on() {
            if self.lecture.is_some() {
                self.go_to_step(0);
            } else {
                let first = self.timeline.atlas().manifest.span.start;
                self.time.go(first);
            }
        }
        let answers = before.is_some() && before == at(self);
        if let Some(visit) = self.visit.as_mut().filter(|_| !answers) {
            visit.language = (visit.language + 1) % visit.settings.languages.len();
            self.language
                .clone_from(&visit.settings.languages[visit.language]);
        }
    }

    /// Shows the answer, the next step or the next day. Returns whether there was one.
    fn goes_on(&mut self) -> bool {
        match &self.lecture {
            Some(lecture) => {
                let before = (lecture.at(), lecture.revealed());
                self.next_step();
                let now = self.lecture.as_ref().map(|l| (l.at(), l.revealed()));
                now != Some(before)
            }
            None => self.go_to_event(self.timeline.next_change(self.time.day, |_| true)),
        }
    }

    fn go_to_event(&mut self, day: Option<NaiveDate>) -> bool {
        let end = self.timeline.atlas().manifest.span.end;
        let day = day.filter(|day| *day <= end);
        if let Some(day) = day {
            self.time.go(day);
        }
        day.is_some()
    }

    fn set_kiosk_playing(&mut self, playing: bool) {
        if let Some(visit) = &mut self.visit {
            (visit.playing, visit.shown_s) = (playing, 0.0);
        }
    }

    /// Carries out what a visitor does.
    pub(in crate::session) fn visit_does(&mut self, action: VisitAction) {
        let Some(visit) = &mut self.visit else { return };
        visit.idle_s = 0.0;
        let begins = matches!(action, VisitAction::Begin(_));
        if visit.is_attract() != begins {
            return;
        }
        match action {
            VisitAction::Touch => {}
            VisitAction::Begin(language) => {
                self.speak(language);
                self.ask();
            }
            VisitAction::Speak(language) => self.speak(language),
            VisitAction::Ask => self.ask(),
            VisitAction::OpenScene(scene) => self.open_scene(scene),
            VisitAction::OpenMap => self.open_map(),
            VisitAction::Next => self.next_in_kiosk(),
            VisitAction::Previous => {
                self.rest();
                if self.lecture.is_some() {
                    self.previous_step();
                } else {
                    self.go_to_event(self.timeline.previous_change(self.time.day, |_| true));
                }
            }
            VisitAction::Snap(day) => {
                self.rest();
                if let Some(day) = self.nearest_event(day) {
                    self.time.go(day);
                }
            }
            VisitAction::Play => self.play(),
            VisitAction::Open(panel) => {
                visit.panel = (visit.panel != Some(panel)).then_some(panel);
                visit.unfolded = false;
                self.set_kiosk_playing(false);
            }
            VisitAction::Close => {
                visit.unfolded = false;
                if visit.panel.take().is_none() {
                    visit.card = None;
                    self.select_of_step();
                }
            }
            VisitAction::TouchMap(targets) => {
                visit.unfolded = false;
                visit.panel = None;
                visit.card = (!targets.is_empty()).then(|| VisitCard::new(targets));
                self.set_kiosk_playing(false);
                self.select_card();
            }
            VisitAction::Pick(at) => {
                if let Some(card) = &mut visit.card {
                    card.picked = (at < card.targets.len()).then_some(at);
                }
                self.select_card();
            }
            VisitAction::Unfold => visit.unfolded = !visit.unfolded,
            VisitAction::Choose(choice) => {
                let on = !visit.has(choice);
                visit.choices = visit.choices.with(choice, on);
                if choice == VisitChoice::LessMotion {
                    self.transition.reduced_motion = on;
                    self.map.end_travel();
                }
            }
            VisitAction::Reset => self.begin_again(),
        }
    }

    fn speak(&mut self, language: usize) {
        if let Some(visit) = &mut self.visit
            && let Some(tag) = visit.settings.languages.get(language)
        {
            visit.language = language;
            self.language.clone_from(tag);
        }
    }

    /// Closes what lies over the screen and stops playing.
    fn rest(&mut self) {
        if let Some(visit) = &mut self.visit {
            (visit.panel, visit.card, visit.unfolded) = (None, None, false);
            (visit.playing, visit.shown_s) = (false, 0.0);
        }
        self.select_of_step();
    }

    fn set_screen(&mut self, screen: VisitScreen) {
        self.lecture = None;
        self.rest();
        if let Some(visit) = &mut self.visit {
            visit.screen = screen;
        }
        self.history.forget_steps();
    }

    /// Shows the question, or the map where there is nothing to choose from.
    fn ask(&mut self) {
        let settings = self.visit.as_ref().map(|visit| &visit.settings);
        if settings.is_some_and(|s| s.scenes.is_empty() && s.has_map) {
            return self.open_map();
        }
        self.set_screen(VisitScreen::Question);
        self.show_everything(Lens::Claims);
    }

    fn open_map(&mut self) {
        let settings = self.visit.as_ref().map(|visit| &visit.settings);
        if !settings.is_some_and(|s| s.has_map) {
            return;
        }
        self.set_screen(VisitScreen::FreeMap);
        self.show_everything(Lens::Claims);
    }

    /// The whole map with everything on it, on the day on which answers differ most.
    fn show_everything(&mut self, lens: Lens) {
        self.time.range = None;
        (self.compare, self.multiples) = (None, None);
        (self.lens, self.shown) = (lens, super::super::Shown::default());
        self.set_filter(self.with_kiosk_filter(Filter::default()));
        self.map.show_home();
        if let Some(day) = self.contested_day().and_then(|day| self.nearest_event(day)) {
            self.time.go(day);
        }
        self.transition.clear();
    }

    fn open_scene(&mut self, scene: usize) {
        let settings = self.visit.as_ref().map(|visit| &visit.settings);
        let Some(tour) = settings.and_then(|s| s.scenes.get(scene)).cloned() else {
            return;
        };
        self.set_screen(VisitScreen::Scene(scene));
        self.lecture = Some(Lecture::new(tour, TourVersion::Whole));
        self.show_step(StepTransition::Cut);
    }

    /// The next step or day. After the last step of a scene comes the question again.
    fn next_in_kiosk(&mut self) {
        self.rest();
        if self.goes_on() {
            return;
        }
        if let Some(visit) = &mut self.visit
            && let VisitScreen::Scene(scene) = visit.screen
        {
            if let Some(seen) = visit.seen.get_mut(scene) {
                *seen = true;
            }
            self.ask();
        }
    }

    /// Plays or pauses. From the end it plays from the beginning.
    fn play(&mut self) {
        let Some(visit) = &self.visit else { return };
        let playing = !visit.playing;
        self.rest();
        self.set_kiosk_playing(playing);
        if !playing {
            return;
        }
        match &self.lecture {
            Some(lecture) => {
                let is_last = lecture.at() + 1 == lecture.steps().len();
                if is_last && !lecture.hides_answer() {
                    self.go_to_step(0);
                }
            }
            None => {
                let end = self.timeline.atlas().manifest.span.end;
                let next = self.timeline.next_change(self.time.day, |_| true);
                if next.is_none_or(|day| day > end) {
                    let first = self.timeline.atlas().manifest.span.start;
                    self.time.go(self.nearest_event(first).unwrap_or(first));
                }
            }
        }
    }

    /// Selects what the card tells.
    fn select_card(&mut self) {
        let card = self.visit.as_ref().and_then(|visit| visit.card.as_ref());
        self.selection = card.and_then(VisitCard::target).map(str::to_owned);
    }

    /// Selects what the step selects, or nothing.
    fn select_of_step(&mut self) {
        let step = self.lecture.as_ref().and_then(Lecture::step);
        self.selection = step.and_then(|step| step.select.clone());
    }

    /// The day of the main part nearest to a day on which something happened; the earlier one of
    /// two that are equally near.
    #[must_use]
    pub fn nearest_event(&self, day: NaiveDate) -> Option<NaiveDate> {
        let span = self.timeline.atlas().manifest.span;
        let (before, after) = (day.succ_opt()?, day.pred_opt()?);
        let before = self.timeline.previous_change(before, |_| true);
        let after = self.timeline.next_change(after, |_| true);
        let days = before.into_iter().chain(after);
        days.filter(|d| *d >= span.start && *d <= span.end)
            .min_by_key(|d| days_between(day, *d).abs())
    }

    /// The day on which the free map begins. Finding it takes long, so that it is found once, and the window of a
    /// kiosk asks before its first frame.
    pub(crate) fn contested_day(&self) -> Option<NaiveDate> {
        let settings = &self.visit.as_ref()?.settings;
        *settings.contested.get_or_init(|| self.most_contested_day())
    }

    /// The day of the main part on which the capitals gave the most different answers; the first of
    /// several. On it the map shows best that there was no one answer.
    fn most_contested_day(&self) -> Option<NaiveDate> {
        let span = self.timeline.atlas().manifest.span;
        let days = self.timeline.change_days().iter().copied();
        let days = days.filter(|day| *day >= span.start && *day <= span.end);
        let answers = |day: NaiveDate| -> usize {
            let situation = self.timeline.situation_on(day);
            situation.districts().map(|d| d.contestedness()).sum()
        };
        days.map(|day| (answers(day), day))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, day)| day)
    }
}
