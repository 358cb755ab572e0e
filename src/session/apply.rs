//! `Session::apply`, the only function that changes a session. It uses the other parts of `session`
//! and asks `timeline` for the situation.

use std::sync::Arc;

use super::{Action, Compare, RangeMode, Session, Skin, VisitSettings};
use crate::geometry::Projector;
use crate::session::history::HistoryEntry;
use crate::time::DayRange;
use crate::timeline::{Filter, Lens, Situation, Timeline};

/// What the situation (range, mode, day, records) and the transition (lens) depend on.
struct Asked {
    range: Option<DayRange>,
    range_mode: RangeMode,
    day: chrono::NaiveDate,
    timeline: Arc<Timeline>,
    situation: Arc<Situation>,
    lens: Lens,
}

impl Session {
    /// Carries out one action. This is the only way to change a session, so undo, playback, the
    /// state string and tests use one mechanism.
    pub fn apply(&mut self, action: Action) {
        // These two come with every frame; a new size, and seconds while nothing moves, change
        // nothing below.
        match action {
            Action::Resize(width, height) => return self.map.resize(width, height),
            Action::Tick(_) if !self.moves() && self.visit.is_none() => return,
            _ => {}
        }
        let asked = self.asked();
        let scrubbing = matches!(action, Action::GoTo(_));
        let compares = matches!(
            action,
            Action::SetCompare(_)
                | Action::SwapCompare
                | Action::Undo
                | Action::Redo
                | Action::OpenKiosk(_)
                | Action::Visit(_)
                | Action::SetSkin(_)
                | Action::OpenTour(..)
                | Action::NextStep
                | Action::PreviousStep
                | Action::GoToStep(_)
                | Action::ReturnToStep
                | Action::ShowStep(_)
                | Action::ResumeTour
                | Action::CloseTour
        );
        self.change(action);
        let changed = self.answer_again(&asked, scrubbing);
        self.transition.set_next(None);
        if compares || (changed && self.compare.is_some()) {
            self.differing = self.differences().into_iter().map(|d| d.district).collect();
        }
    }

    fn asked(&self) -> Asked {
        Asked {
            range: self.time.range,
            range_mode: self.time.range_mode,
            day: self.time.day,
            timeline: Arc::clone(&self.timeline),
            situation: Arc::clone(&self.situation),
            lens: self.lens.clone(),
        }
    }

    /// Recomputes the situation if anything that it depends on has changed, and starts the
    /// transition from the old one. Returns whether the situation or the lens differs.
    fn answer_again(&mut self, asked: &Asked, scrubbing: bool) -> bool {
        let same_records = Arc::ptr_eq(&asked.timeline, &self.timeline);
        let same_days = (asked.range, asked.range_mode, asked.day)
            == (self.time.range, self.time.range_mode, self.time.day);
        if !(same_records && same_days) {
            self.situation = Arc::new(self.answer());
        } else if asked.lens == self.lens {
            return false;
        }
        if same_records {
            let before = (&asked.situation, &asked.lens);
            let after = (&self.situation, &self.lens);
            self.transition.start(before, after, scrubbing);
        } else {
            // Another set of records has no transition, because every fill may differ.
            self.transition.clear();
        }
        true
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::GoTo(day) => {
                self.record_continuous();
                self.time.go(day);
            }
            Action::Jump(day) => {
                self.record();
                // A day outside the range would be told beside a map of other days.
                if self.time.range.is_some_and(|range| !range.holds(day)) {
                    self.time.set_range(None);
                }
                self.time.go(day);
            }
            Action::StepDays(days) => {
                self.record_continuous();
                self.time.step(days);
            }
            Action::NextChange => {
                self.record_continuous();
                if let Some(day) = self.next_change(self.time.day) {
                    self.time.go(day);
                }
            }
            Action::PreviousChange => {
                self.record_continuous();
                let shown = self.shown;
                let day = self
                    .timeline
                    .previous_change(self.time.day, |k| shown.kind(k));
                if let Some(day) = day {
                    self.time.go(day);
                }
            }
            Action::SetRange(range) => {
                let adjusts = self.time.range.is_some() && range.is_some();
                self.record_if(adjusts);
                self.time.set_range(range);
            }
            Action::SetRangeMode(mode) => {
                self.record();
                self.time.range_mode = mode;
            }
            Action::ZoomDays(factor, about) => self.time.zoom_days(factor, about),
            Action::PanDays(days) => self.time.pan_days(days),
            Action::ShowDays(days) => self.time.show_days(days),
            Action::AllDays => self.time.show_all_days(),
            Action::TogglePlay => self.time.set_playing(!self.time.playing),
            Action::SetPlaying(playing) => self.time.set_playing(playing),
            Action::SetSpeed(speed) => self.time.set_speed(speed),
            Action::SetLoop(looping) => self.time.looping = looping,
            Action::SetPace(pace) => self.time.pace = pace,
            Action::SetReducedMotion(reduced) => {
                self.transition.reduced_motion = reduced;
                self.map.end_travel();
            }
            Action::SetStepped(stepped) => {
                self.transition.stepped = stepped;
                self.map.end_travel();
            }
            Action::Tick(seconds) => self.tick(seconds),
            Action::EndMotion => {
                self.transition.clear();
                self.map.end_travel();
            }
            action => self.change_view(action),
        }
    }

    /// The actions that concern neither the date nor playing.
    fn change_view(&mut self, action: Action) {
        match action {
            Action::SetLens(lens) if lens != self.lens => {
                self.record();
                self.lens = lens;
            }
            Action::Show(shown) => {
                self.record();
                self.shown = shown;
            }
            Action::Select(selection) if selection != self.selection => {
                self.record();
                if let Some(id) = &selection {
                    self.history.visit(id);
                }
                self.selection = selection;
            }
            Action::Back => {
                if let Some(id) = self.history.back() {
                    self.selection = Some(id.to_owned());
                }
            }
            Action::Forward => {
                if let Some(id) = self.history.forward() {
                    self.selection = Some(id.to_owned());
                }
            }
            Action::Toggle(condition) => {
                self.record();
                self.set_filter(self.filter.toggled(condition));
            }
            Action::SetFilter(filter) => {
                self.record();
                self.set_filter(filter);
            }
            Action::Pan(dx, dy) => self.map.pan(dx, dy),
            Action::Zoom(factor, at) => self.map.zoom(factor, at),
            Action::Home => self.map.show_home(),
            Action::LookAt(centre, width_km) => self.map.look_at(centre, width_km),
            Action::SetBottomView(view) => self.bottom_view = view,
            Action::SetLanguage(language)
                if self.whole.atlas().manifest.languages.contains(&language) =>
            {
                self.language = language;
            }
            Action::SetLanguage(_) => {}
            Action::SetCompare(compare) => {
                self.record();
                self.compare = compare;
                self.multiples = None;
            }
            Action::SetSplit(split) => {
                self.record_continuous();
                if let Some(compare) = &mut self.compare {
                    compare.split = split;
                }
            }
            Action::SwapCompare => self.swap_compare(),
            Action::SetMultiples(multiples) => {
                self.record();
                self.multiples = multiples;
                self.compare = None;
            }
            Action::SetSkin(Skin::Explore) if self.visit.is_some() => self.close_kiosk(),
            Action::SetSkin(Skin::Explore) if self.lecture.is_some() => self.close_tour(),
            Action::SetSkin(Skin::Kiosk) => {
                let settings = VisitSettings::of(self.whole.atlas(), &self.language);
                self.open_kiosk(Arc::new(settings));
            }
            Action::OpenKiosk(settings) => self.open_kiosk(settings),
            Action::Visit(action) => self.visit_does(action),
            Action::SetSkin(skin) => self.set_skin(skin),
            Action::Blank(blank) => self.blank = blank,
            Action::OpenTour(tour, version) => self.open_tour(tour, version),
            Action::NextStep => self.next_step(),
            Action::PreviousStep => self.previous_step(),
            Action::GoToStep(at) => self.go_to_step(at),
            Action::ReturnToStep => self.return_to_step(),
            Action::ResumeTour => self.resume_tour(),
            Action::CloseTour => self.close_tour(),
            Action::ShowStep(step) => {
                self.record();
                self.take_view_of(&step);
            }
            Action::Undo => {
                let now = self.view();
                if let Some(view) = self.history.undo(|| now) {
                    self.restore(view);
                }
            }
            Action::Redo => {
                let now = self.view();
                if let Some(view) = self.history.redo(|| now) {
                    self.restore(view);
                }
            }
            Action::Reopen(state) => {
                state.actions.into_iter().for_each(|a| self.apply(a));
                if let Some((lon, lat, km)) = state.map
                    && let Some(projector) =
                        Projector::new(&self.timeline.atlas().manifest.projection)
                {
                    let degrees = geo_types::coord! { x: lon, y: lat };
                    self.map.look_at(projector.map_from_lon_lat(degrees), km);
                }
                self.history.forget_steps();
                self.transition.clear();
            }
            _ => {}
        }
    }

    /// Records the view for undo.
    fn record(&mut self) {
        self.record_if(false);
    }

    /// Records the view for undo, once for all steps of one continuous motion.
    fn record_continuous(&mut self) {
        self.record_if(true);
    }

    fn record_if(&mut self, continuous: bool) {
        let view = self.view();
        self.history.record(|| view, continuous);
    }

    fn next_change(&self, day: chrono::NaiveDate) -> Option<chrono::NaiveDate> {
        let shown = self.shown;
        self.timeline.next_change(day, |kind| shown.kind(kind))
    }

    fn tick(&mut self, seconds: f64) {
        self.map.tick(seconds);
        let flickers = self.flickers();
        if self.transition.tick(seconds, flickers)
            && let Some(compare) = &mut self.compare
        {
            compare.second = !compare.second;
        }
        let (timeline, shown) = (&self.timeline, self.shown);
        let next_event = |day| timeline.next_change(day, |kind| shown.kind(kind));
        self.time.tick(seconds, next_event);
        self.tick_kiosk(seconds);
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        if filter == self.filter {
            return;
        }
        self.timeline = if filter.is_empty() {
            Arc::clone(&self.whole)
        } else {
            Arc::new(Timeline::filtered(self.whole.atlas(), &filter))
        };
        self.filter = filter;
    }

    /// Exchanges the two compared pictures.
    fn swap_compare(&mut self) {
        self.record();
        let Some(compare) = self.compare.take() else {
            return;
        };
        let lens = std::mem::replace(&mut self.lens, compare.lens);
        let day = self.time.day;
        self.time.go(compare.day);
        self.compare = Some(Compare {
            day,
            lens,
            ..compare
        });
    }

    pub(super) fn set_skin(&mut self, skin: Skin) {
        self.skin = skin;
        self.blank = None;
        self.map.forget_moves();
        if skin != Skin::Explore {
            self.time.range = None;
            (self.compare, self.multiples) = (None, None);
        }
    }

    pub(super) fn restore(&mut self, view: HistoryEntry) {
        let HistoryEntry {
            shown,
            day,
            lens,
            selection,
            filter,
            range,
            range_mode,
            compare,
            multiples,
        } = view;
        self.time.go(day);
        self.time.range = range;
        self.time.range_mode = range_mode;
        self.set_filter(filter);
        (self.lens, self.shown, self.selection) = (lens, shown, selection);
        (self.compare, self.multiples) = (compare, multiples);
    }
}
