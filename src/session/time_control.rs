//! The date, how it plays, and which days the time line shows. It uses only `time` and the span of
//! the atlas; `Session::apply` calls it when seconds pass.

use chrono::{Days, NaiveDate};

use super::{Loop, Pace};
use crate::model::Span;
use crate::numeric::clamped;
use crate::time::DayRange;
use crate::timeline::RangeMode;

/// Seconds on each day when playing event by event at a speed of 2; at other speeds proportionally
/// more or less.
const DWELL_S: f64 = 3.2;
/// Slowest and fastest speed of playing, in days per second.
const SPEEDS: (f64, f64) = (0.25, 16.0);
/// Speed at first, in days per second.
const FIRST_SPEED: f64 = 2.0;

/// The date, how it plays, and which days the time line shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TimeControl {
    span: Span,
    pub(super) day: NaiveDate,
    /// The day before the last step. The list of changes compares it with the present day.
    pub(super) day_before: NaiveDate,
    /// The range of days that is shown; `None` for one day.
    pub(super) range: Option<DayRange>,
    pub(super) range_mode: RangeMode,
    /// The days that the time line shows.
    pub(super) visible_days: DayRange,
    pub(super) playing: bool,
    /// Speed of playing, in days per second.
    pub(super) speed: f64,
    pub(super) looping: Loop,
    pub(super) pace: Pace,
    since_step_s: f64,
}

impl TimeControl {
    pub(super) fn new(span: Span) -> Self {
        Self {
            span,
            day: span.start,
            day_before: span.start,
            range: None,
            range_mode: RangeMode::default(),
            visible_days: DayRange::between(span.start, span.end),
            playing: false,
            speed: FIRST_SPEED,
            looping: Loop::default(),
            pace: Pace::default(),
            since_step_s: 0.0,
        }
    }

    /// Goes to the covered day nearest to `day`, and moves the visible part of the time line to
    /// contain it.
    pub(super) fn go(&mut self, day: NaiveDate) {
        let day = self.span.clamp(day);
        if day != self.day {
            self.day_before = self.day;
            self.day = day;
        }
        let left_epilogue = day <= self.span.end
            && self.visible_days == self.whole_span()
            && self.day_before > self.span.end;
        if !self.visible_days.holds(day) {
            let in_epilogue = day > self.span.end;
            self.visible_days = if in_epilogue {
                self.whole_span()
            } else {
                self.main_part()
            };
        } else if left_epilogue {
            self.visible_days = self.main_part();
        }
    }

    /// Goes this number of days forward, or back where negative.
    pub(super) fn step(&mut self, days: i64) {
        let distance = Days::new(days.unsigned_abs());
        let to = if days < 0 {
            self.day.checked_sub_days(distance)
        } else {
            self.day.checked_add_days(distance)
        };
        let beyond = if days < 0 {
            self.span.start
        } else {
            self.span.last()
        };
        self.go(to.unwrap_or(beyond));
    }

    /// Sets the range, and goes to its last day unless the present day is already in it.
    pub(super) fn set_range(&mut self, range: Option<DayRange>) {
        self.range = range;
        if let Some(range) = range.filter(|r| !r.holds(self.day)) {
            self.go(range.last);
        }
    }

    pub(super) fn zoom_days(&mut self, factor: f64, about: NaiveDate) {
        self.visible_days = self.visible_days.zoomed(factor, about, self.whole_span());
    }

    pub(super) fn pan_days(&mut self, days: i64) {
        self.visible_days = self.visible_days.panned(days, self.whole_span());
    }

    /// Shows these days on the time line, as far as the atlas covers them.
    pub(super) fn show_days(&mut self, days: DayRange) {
        let whole = self.whole_span();
        self.visible_days = DayRange::between(whole.nearest(days.first), whole.nearest(days.last));
    }

    /// Shows the main part on the time line, with the epilogue where the present day is in it.
    pub(super) fn show_all_days(&mut self) {
        self.visible_days = if self.day > self.span.end {
            self.whole_span()
        } else {
            self.main_part()
        };
    }

    /// Starts playing or pauses. Playing from the end begins again at the start.
    pub(super) fn set_playing(&mut self, playing: bool) {
        self.playing = playing;
        self.since_step_s = 0.0;
        let played = self.played_days();
        if playing && self.day >= played.last {
            self.go(played.first);
        }
    }

    pub(super) fn set_speed(&mut self, days_a_second: f64) {
        if days_a_second.is_finite() {
            self.speed = clamped(days_a_second, SPEEDS.0, SPEEDS.1);
        }
    }

    /// Lets seconds pass. `next_event` gives the next day on which something happens.
    ///
    /// Days keep to the clock: where a frame took long, several pass at once. An event is never passed
    /// over: each is shown for its full time from the frame in which it appears.
    pub(super) fn tick(
        &mut self,
        seconds: f64,
        next_event: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) {
        if !self.playing {
            return;
        }
        self.since_step_s += seconds;
        let wait_s = self.wait_s();
        while self.since_step_s >= wait_s && self.playing {
            let next = match self.pace {
                Pace::Days => {
                    self.since_step_s -= wait_s;
                    self.day.succ_opt()
                }
                Pace::Events => {
                    self.since_step_s = 0.0;
                    next_event(self.day)
                }
            };
            let played = self.played_days();
            match next.filter(|day| *day <= played.last) {
                Some(day) => self.go(day),
                None if self.looping == Loop::Again => self.go(played.first),
                None => self.playing = false,
            }
        }
    }

    /// Seconds for which each step is shown.
    fn wait_s(&self) -> f64 {
        match self.pace {
            Pace::Days => 1.0 / self.speed,
            Pace::Events => DWELL_S * FIRST_SPEED / self.speed,
        }
    }

    /// Seconds until the next step; `None` where it does not play.
    pub(super) fn until_step_s(&self) -> Option<f64> {
        let wait_s = self.wait_s();
        self.playing.then(|| (wait_s - self.since_step_s).max(0.0))
    }

    /// The days that playing runs through: the range where one is set, otherwise the main part.
    fn played_days(&self) -> DayRange {
        self.range.unwrap_or_else(|| self.main_part())
    }

    fn main_part(&self) -> DayRange {
        DayRange::between(self.span.start, self.span.end)
    }

    fn whole_span(&self) -> DayRange {
        DayRange::between(self.span.start, self.span.last())
    }
}
