//! When the supervisor starts, stops and replaces the window of a kiosk. It is a plain value: times
//! come in as seconds, orders go out, so that every failure can be tested without a process.

use std::collections::VecDeque;

/// Least number of seconds within which a started window must beat for the first time, and the same in
/// those after which a window counts as hung: a slow machine also starts slowly.
const START_S: f64 = 30.0;
const START_HUNG: f64 = 6.0;
/// Failures within [`LOOP_S`] seconds after which the next stage is tried.
const LOOP_FAILURES: usize = 3;
/// The seconds within which failures count as one series.
const LOOP_S: f64 = 90.0;
/// Seconds for which a window has drawn after which its failure begins a new series: no atlas is to
/// blame for what ends a window that ran.
pub(super) const STEADY_S: f64 = 10.0;
/// Seconds of running without a failure after which an atlas counts as good.
const GOOD_S: f64 = 60.0;
/// Seconds between a failure and the next start: for the first failure of a series, the second and
/// so on; the last one for all further ones.
const WAIT_S: [f64; 6] = [0.0, 0.0, 1.0, 2.0, 5.0, 10.0];
/// Seconds between two attempts to find a display.
const DISPLAY_WAIT_S: f64 = 1.0;
/// Seconds after which the wanted atlas is tried again while another is shown.
const RETRY_S: f64 = 900.0;

/// What the window shows, from the best to the last resort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The atlas that the configuration names.
    Wanted,
    /// The copy of the atlas that last ran without a failure.
    LastGood,
    /// The atlas inside the program.
    BuiltIn,
    /// One picture of an atlas.
    Still,
}

impl Stage {
    fn next(self) -> Self {
        match self {
            Self::Wanted => Self::LastGood,
            Self::LastGood => Self::BuiltIn,
            Self::BuiltIn | Self::Still => Self::Still,
        }
    }
}

/// Why a window ended, or was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Failure {
    /// It ended by itself.
    Ended,
    /// It ended because its atlas has faults or cannot be read.
    BadAtlas,
    /// It gave no beat.
    Hung,
    /// It used more memory than allowed.
    Memory,
    /// It found no display.
    NoDisplay,
    /// It was ended so that another atlas or configuration is shown.
    Replaced,
}

/// How a window ended, as its exit code tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// In any other way: by itself, by a signal, or it could not be started.
    Other,
    /// Its atlas has faults or cannot be read.
    BadAtlas,
    /// There is no display. No atlas is to blame for that.
    NoDisplay,
}

/// What the supervisor must do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Start a window.
    Start(Stage),
    /// Kill the window; its end is then reported as [`Watch::ended`].
    Kill(Failure),
    /// Keep a copy of the atlas of this stage as the last good one.
    KeepAtlas(Stage),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    /// No window; the next starts at that second.
    Waiting { until_s: f64 },
    /// A window that has not beaten yet.
    Starting { since_s: f64 },
    /// A window that beats.
    Running {
        since_s: f64,
        beat_s: f64,
        is_good: bool,
    },
    /// A window that is being killed.
    Ending(Failure),
}

/// The state of a supervised window.
#[derive(Debug, Clone)]
pub struct Watch {
    state: State,
    stage: Stage,
    /// The seconds at which the failures of the present series happened.
    failures: VecDeque<f64>,
    /// When the present stage was chosen.
    stage_since_s: f64,
    limits: Limits,
    restarts: u64,
}

/// What a window may do before it is killed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Seconds without a beat after which it counts as hung.
    pub hung_s: f64,
    /// Memory in bytes above which it is started again; `None` for no ceiling.
    pub memory: Option<u64>,
}

impl Watch {
    /// Before the first start.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self {
            state: State::Waiting { until_s: 0.0 },
            stage: Stage::Wanted,
            failures: VecDeque::new(),
            stage_since_s: 0.0,
            limits,
            restarts: 0,
        }
    }

    /// What is shown.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How often a window was started after the first time.
    #[must_use]
    pub fn restarts(&self) -> u64 {
        self.restarts
    }

    /// Whether a window beats.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. })
    }

    /// The window was started.
    pub fn started(&mut self, now_s: f64) {
        self.state = State::Starting { since_s: now_s };
    }

    /// The window has drawn a frame.
    pub fn beat(&mut self, now_s: f64) {
        self.state = match self.state {
            State::Starting { .. } => State::Running {
                since_s: now_s,
                beat_s: now_s,
                is_good: false,
            },
            State::Running {
                since_s, is_good, ..
            } => State::Running {
                since_s,
                beat_s: now_s,
                is_good,
            },
            other => other,
        };
    }

    /// The window has ended, or could not be started.
    pub fn ended(&mut self, now_s: f64, end: End) -> Failure {
        let failure = match (self.state, end) {
            (State::Ending(failure), _) => failure,
            (_, End::BadAtlas) => Failure::BadAtlas,
            (_, End::NoDisplay) => Failure::NoDisplay,
            (_, End::Other) => Failure::Ended,
        };
        self.restarts += 1;
        let wait_s = match failure {
            Failure::Replaced => 0.0,
            Failure::NoDisplay => DISPLAY_WAIT_S,
            Failure::BadAtlas if self.stage != Stage::Still => {
                self.go_to(self.stage.next(), now_s);
                0.0
            }
            Failure::BadAtlas | Failure::Ended | Failure::Hung | Failure::Memory => {
                if self.failed(now_s) >= LOOP_FAILURES {
                    self.go_to(self.stage.next(), now_s);
                }
                let count = self.failures.len().max(1);
                WAIT_S[(count - 1).min(WAIT_S.len() - 1)]
            }
        };
        self.state = State::Waiting {
            until_s: now_s + wait_s,
        };
        failure
    }

    /// Notes a failure. Returns how many the present series has.
    fn failed(&mut self, now_s: f64) -> usize {
        self.failures.retain(|at| now_s - at < LOOP_S);
        self.failures.push_back(now_s);
        self.failures.len()
    }

    /// A new atlas or configuration is there: the window is replaced by one with the wanted atlas.
    /// Returns whether a window must be killed for it.
    pub fn replace(&mut self, now_s: f64) -> bool {
        self.retry(now_s);
        match self.state {
            State::Starting { .. } | State::Running { .. } => {
                self.state = State::Ending(Failure::Replaced);
                true
            }
            State::Waiting { .. } => {
                self.state = State::Waiting { until_s: now_s };
                false
            }
            State::Ending(_) => false,
        }
    }

    fn retry(&mut self, now_s: f64) {
        self.failures.clear();
        self.go_to(Stage::Wanted, now_s);
    }

    fn go_to(&mut self, stage: Stage, now_s: f64) {
        if stage != self.stage && stage != Stage::Still {
            // Each atlas has its own series of failures.
            self.failures.clear();
        }
        (self.stage, self.stage_since_s) = (stage, now_s);
    }

    /// What is to be done at this second. `memory` is what the window uses, in bytes; `is_idle` says
    /// that nobody uses it.
    pub fn tick(&mut self, now_s: f64, memory: Option<u64>, is_idle: bool) -> Option<Order> {
        if let State::Running {
            since_s, beat_s, ..
        } = self.state
            && beat_s - since_s >= STEADY_S
        {
            self.failures.clear();
        }
        match self.state {
            State::Waiting { until_s } if now_s >= until_s => Some(Order::Start(self.stage)),
            State::Starting { since_s }
                if now_s - since_s > START_S.max(START_HUNG * self.limits.hung_s) =>
            {
                Some(self.kill(Failure::Hung))
            }
            State::Running { beat_s, .. } if now_s - beat_s > self.limits.hung_s => {
                Some(self.kill(Failure::Hung))
            }
            State::Running { .. }
                if memory > self.limits.memory && self.limits.memory.is_some() =>
            {
                Some(self.kill(Failure::Memory))
            }
            State::Running {
                since_s,
                beat_s,
                is_good: false,
            } if now_s - since_s > GOOD_S => {
                self.failures.clear();
                let is_good = true;
                self.state = State::Running {
                    since_s,
                    beat_s,
                    is_good,
                };
                Some(Order::KeepAtlas(self.stage))
            }
            State::Running { .. }
                if is_idle
                    && self.stage != Stage::Wanted
                    && now_s - self.stage_since_s > RETRY_S =>
            {
                self.retry(now_s);
                Some(self.kill(Failure::Replaced))
            }
            _ => None,
        }
    }

    fn kill(&mut self, failure: Failure) -> Order {
        self.state = State::Ending(failure);
        Order::Kill(failure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(memory: Option<u64>) -> Limits {
        let hung_s = 5.0;
        Limits { hung_s, memory }
    }

    /// Starts a window at a second, and lets it beat once.
    fn start(watch: &mut Watch, at: f64) {
        assert!(
            matches!(watch.tick(at, None, true), Some(Order::Start(_))),
            "at {at}"
        );
        watch.started(at);
        watch.beat(at + 0.5);
    }

    #[test]
    fn a_window_that_ends_is_started_again_at_once() {
        let mut watch = Watch::new(limits(None));
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(3.0, None, true), None);
        assert_eq!(watch.ended(3.0, End::Other), Failure::Ended);
        assert_eq!(
            watch.tick(3.0, None, true),
            Some(Order::Start(Stage::Wanted))
        );
    }

    #[test]
    fn a_window_without_a_beat_is_killed_after_five_seconds() {
        let mut watch = Watch::new(limits(None));
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(5.4, None, true), None);
        assert_eq!(
            watch.tick(5.6, None, true),
            Some(Order::Kill(Failure::Hung))
        );
        assert_eq!(watch.tick(5.7, None, true), None, "it is killed once");
        assert_eq!(watch.ended(5.8, End::Other), Failure::Hung);
    }

    #[test]
    fn a_slow_machine_has_more_time_to_start() {
        for (hung_s, longest) in [(5.0, 30.0), (15.0, 90.0)] {
            let memory = None;
            let mut watch = Watch::new(Limits { hung_s, memory });
            watch.tick(0.0, None, true);
            watch.started(0.0);
            assert_eq!(watch.tick(longest - 0.5, None, true), None);
            let order = watch.tick(longest + 0.5, None, true);
            assert_eq!(order, Some(Order::Kill(Failure::Hung)));
        }
    }

    #[test]
    fn a_window_beyond_the_memory_ceiling_is_killed() {
        let mut watch = Watch::new(limits(Some(1000)));
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(1.0, Some(1000), true), None);
        assert_eq!(
            watch.tick(2.0, Some(1001), true),
            Some(Order::Kill(Failure::Memory))
        );
    }

    #[test]
    fn an_atlas_that_fails_again_and_again_is_replaced_and_tried_again_later() {
        let mut watch = Watch::new(limits(None));
        let mut now = 0.0;
        let mut shown = Vec::new();
        for _ in 0..12 {
            while watch.tick(now, None, true).is_none() {
                now += 0.1;
            }
            shown.push(watch.stage());
            watch.started(now);
            watch.ended(now + 0.2, End::Other);
        }
        assert_eq!(shown[0], Stage::Wanted);
        for stage in [Stage::LastGood, Stage::BuiltIn, Stage::Still] {
            assert!(shown.contains(&stage), "{shown:?}");
        }
        assert!(shown.is_sorted());
        assert!(now > 10.0, "a series of failures waits longer and longer");
        // A stage that runs is left for the wanted atlas after a quarter of an hour.
        while watch.tick(now, None, true).is_none() {
            now += 0.1;
        }
        watch.started(now);
        let mut orders = Vec::new();
        for _ in 0..1000 {
            now += 1.0;
            watch.beat(now);
            orders.extend(watch.tick(now, None, true));
        }
        assert_eq!(
            orders,
            [
                Order::KeepAtlas(Stage::Still),
                Order::Kill(Failure::Replaced)
            ]
        );
        watch.ended(now, End::Other);
        assert_eq!(watch.stage(), Stage::Wanted);
    }

    #[test]
    fn faults_of_a_window_that_ran_in_between_leave_its_atlas() {
        let mut watch = Watch::new(limits(None));
        let mut now = 0.0;
        for _ in 0..20 {
            start(&mut watch, now);
            for _ in 0..12 {
                now += 1.0;
                watch.beat(now);
                assert_eq!(watch.tick(now, None, true), None);
            }
            watch.ended(now, End::Other);
            assert_eq!(watch.stage(), Stage::Wanted);
        }
    }

    #[test]
    fn a_bad_atlas_is_replaced_at_once() {
        let mut watch = Watch::new(limits(None));
        watch.tick(0.0, None, true);
        watch.started(0.0);
        assert_eq!(watch.ended(0.3, End::BadAtlas), Failure::BadAtlas);
        assert_eq!(
            watch.tick(0.3, None, true),
            Some(Order::Start(Stage::LastGood))
        );
    }

    #[test]
    fn an_atlas_that_runs_for_a_minute_is_good_and_its_failures_are_forgotten() {
        let mut watch = Watch::new(limits(None));
        start(&mut watch, 0.0);
        watch.ended(1.0, End::Other);
        start(&mut watch, 1.0);
        let mut orders = Vec::new();
        for second in 2..70 {
            watch.beat(f64::from(second));
            orders.extend(watch.tick(f64::from(second), None, true));
        }
        assert_eq!(orders, [Order::KeepAtlas(Stage::Wanted)]);
        watch.ended(70.0, End::Other);
        assert_eq!(
            watch.tick(70.0, None, true),
            Some(Order::Start(Stage::Wanted))
        );
    }

    #[test]
    fn without_a_display_it_waits_and_keeps_its_atlas() {
        let mut watch = Watch::new(limits(None));
        start(&mut watch, 0.0);
        assert_eq!(watch.ended(1.0, End::Other), Failure::Ended);
        let mut now = 1.0;
        for _ in 0..100 {
            assert_eq!(
                watch.tick(now, None, true),
                Some(Order::Start(Stage::Wanted))
            );
            watch.started(now);
            assert_eq!(watch.ended(now + 0.1, End::NoDisplay), Failure::NoDisplay);
            assert_eq!(watch.tick(now + 1.0, None, true), None);
            now += 1.2;
        }
    }

    #[test]
    fn a_new_atlas_replaces_the_window_at_once_and_a_fallback_only_while_it_is_idle() {
        let mut watch = Watch::new(limits(None));
        start(&mut watch, 0.0);
        assert!(watch.replace(5.0), "the window must be killed");
        assert_eq!(watch.ended(5.1, End::Other), Failure::Replaced);
        start(&mut watch, 5.1);
        watch.ended(6.0, End::BadAtlas);
        start(&mut watch, 6.0);
        for (second, is_idle) in (7..2000).map(|s| (f64::from(s), s >= 1500)) {
            watch.beat(second);
            let order = watch.tick(second, None, is_idle);
            let kills = matches!(order, Some(Order::Kill(_)));
            assert!(!kills || is_idle, "{second}");
            if kills {
                return;
            }
        }
        panic!("the wanted atlas is never tried again");
    }
}
