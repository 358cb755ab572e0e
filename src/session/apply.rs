//! The one place that changes a session.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::{Action, DayRange, Filter, Lens, Session, Shown, Skin};
use crate::geometry::Viewport;
use crate::time::days_between;

/// The time line shows at least so many days.
pub(super) const FEWEST_DAYS: i64 = 7;

impl Session {
    /// The one place that changes a session.
    pub fn apply(&mut self, action: Action) {
        let asked = (
            self.range,
            self.range_mode,
            self.day,
            Arc::clone(&self.timeline),
        );
        let lens = self.lens.clone();
        self.change(action.clone());
        let now = (self.range, self.range_mode, self.day);
        let answer_holds =
            (asked.0, asked.1, asked.2) == now && Arc::ptr_eq(&asked.3, &self.timeline);
        if !answer_holds || lens != self.lens {
            let before = Arc::clone(&self.situation);
            if !answer_holds {
                self.situation = Arc::new(self.answer());
            }
            if Arc::ptr_eq(&asked.3, &self.timeline) {
                self.mark_changes(&before, &lens, &action);
            }
        }
        let compares = matches!(
            action,
            Action::SetCompare(_)
                | Action::SwapCompare
                | Action::Undo
                | Action::Redo
                | Action::Restart
        );
        if (self.compare.is_some() && (!answer_holds || lens != self.lens)) || compares {
            self.differing = self.differences().into_iter().map(|d| d.district).collect();
        }
    }

    fn change(&mut self, action: Action) {
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
                let to = if days < 0 {
                    self.day.checked_sub_days(distance)
                } else {
                    self.day.checked_add_days(distance)
                };
                self.go(to.unwrap_or(self.day));
            }
            Action::NextChange => {
                self.remember(true);
                let shown = self.shown;
                self.go(self
                    .timeline
                    .next_change(self.day, |k| shown.kind(k))
                    .unwrap_or(self.day));
            }
            Action::PreviousChange => {
                self.remember(true);
                let shown = self.shown;
                self.go(self
                    .timeline
                    .previous_change(self.day, |k| shown.kind(k))
                    .unwrap_or(self.day));
            }
            Action::SetLens(lens) if lens != self.lens => {
                self.remember(false);
                self.lens = lens;
            }
            Action::Show(shown) => {
                self.remember(false);
                self.shown = shown;
            }
            Action::Select(selection) if selection != self.selection => {
                self.remember(false);
                self.select(selection);
            }
            Action::SetLens(_) | Action::Select(_) => {}
            Action::Back if self.visited_to > 1 => {
                self.visited_to -= 1;
                self.selection = self.visited.get(self.visited_to - 1).cloned();
            }
            Action::Forward if self.visited_to < self.visited.len() => {
                self.visited_to += 1;
                self.selection = self.visited.get(self.visited_to - 1).cloned();
            }
            Action::Back | Action::Forward => {}
            Action::Toggle(condition) => {
                self.remember(false);
                self.set_filter(self.filter.toggled(condition));
            }
            Action::SetFilter(filter) => {
                self.remember(false);
                self.set_filter(filter);
            }
            Action::SetRange(range) => {
                self.remember(self.range.is_some() && range.is_some());
                self.range = range;
                if let Some(range) = range.filter(|r| !r.holds(self.day)) {
                    self.go(range.last);
                }
            }
            Action::SetRangeMode(mode) => {
                self.remember(false);
                self.range_mode = mode;
            }
            Action::ZoomDays(factor, about) => self.zoom_days(factor, about),
            Action::PanDays(days) => self.show_days(
                self.days.first + chrono::TimeDelta::days(days),
                self.days.days(),
            ),
            Action::AllDays => {
                let span = self.timeline.atlas().manifest.span;
                self.days = self.main_part();
                if self.day > span.end {
                    self.days.last = span.last();
                }
            }
            Action::TogglePlay => {
                self.playing = !self.playing;
                self.since_step_s = 0.0;
                let span = self.timeline.atlas().manifest.span;
                let (first, last) = self
                    .range
                    .map_or((span.start, span.end), |r| (r.first, r.last));
                if self.playing && self.day >= last {
                    self.go(first);
                }
            }
            Action::SetSpeed(speed) => self.speed = speed.clamp(0.25, 16.0),
            Action::SetLoop(looping) => self.looping = looping,
            Action::SetPace(pace) => self.pace = pace,
            Action::SetReducedMotion(reduced_motion) => self.reduced_motion = reduced_motion,
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
                self.view =
                    Viewport::fit(self.geometry.home.0, self.geometry.home.1, self.view.size);
                self.moved = false;
            }
            Action::Resize(width, height) => {
                if self.view.size != (width, height) {
                    // A part of the sheet that was chosen stays chosen: as many kilometres from left to right as before.
                    self.view.scale *= f64::from(width) / f64::from(self.view.size.0).max(1.0);
                    self.view.size = (width, height);
                    if !self.moved {
                        self.change(Action::Home);
                    }
                }
            }
            Action::SetBottomView(bottom_view) => self.bottom_view = bottom_view,
            Action::SetCompare(compare) => {
                // Dragging the edge is one step.
                let dragging = self
                    .compare
                    .as_ref()
                    .zip(compare.as_ref())
                    .is_some_and(|(a, b)| a.split != b.split);
                self.remember(dragging);
                self.compare = compare;
                self.multiples = None;
            }
            Action::SwapCompare => {
                self.remember(false);
                if let Some(mut compare) = self.compare.take() {
                    let day = compare.day;
                    compare.day = self.day;
                    std::mem::swap(&mut compare.lens, &mut self.lens);
                    self.go(day);
                    self.compare = Some(compare);
                }
            }
            Action::SetMultiples(multiples) => {
                self.remember(false);
                self.multiples = multiples;
                self.compare = None;
            }
            Action::SetSkin(skin) => {
                self.skin = skin;
                self.blank = false;
                self.moved = false;
                if skin != Skin::Explore {
                    (self.range, self.compare, self.multiples) = (None, None, None);
                }
            }
            Action::Blank => self.blank = !self.blank,
            Action::Undo => {
                if let Some(look) = self.past.pop() {
                    self.future.push(self.look());
                    self.restore(look);
                }
            }
            Action::Redo => {
                if let Some(look) = self.future.pop() {
                    self.past.push(self.look());
                    self.restore(look);
                }
            }
            Action::Restart => {
                self.go(self.timeline.atlas().manifest.span.start);
                self.lens = Lens::Claims;
                self.shown = Shown::default();
                self.selection = None;
                self.playing = true;
                self.set_filter(Filter::default());
                (self.range, self.compare, self.multiples) = (None, None, None);
                self.past.clear();
                self.future.clear();
                self.change(Action::Home);
            }
        }
    }

    fn zoom_days(&mut self, factor: f64, about: NaiveDate) {
        let all = days_between(
            self.timeline.atlas().manifest.span.start,
            self.timeline.atlas().manifest.span.last(),
        ) + 1;
        let wide = ((self.days.days() as f64 / factor).round() as i64).clamp(FEWEST_DAYS, all);
        let part = days_between(self.days.first, about) as f64 / self.days.days() as f64;
        self.show_days(
            about - chrono::TimeDelta::days((part * wide as f64).round() as i64),
            wide,
        );
    }

    /// So many days from `first` on, moved to lie within the span.
    fn show_days(&mut self, first: NaiveDate, wide: i64) {
        let span = self.timeline.atlas().manifest.span;
        let latest = span.last() - chrono::TimeDelta::days(wide - 1);
        let first = first.min(latest).max(span.start);
        self.days = DayRange {
            first,
            last: (first + chrono::TimeDelta::days(wide - 1)).min(span.last()),
        };
    }
}
