//! When the supervisor starts, stops and replaces the window of a kiosk. It is a plain value: times
//! come in as seconds, orders go out, so that every failure can be tested without a process.

use std::collections::VecDeque;

/// Seconds without a beat after which the window counts as hung.
const HUNG_S: f64 = 5.0;
/// Seconds within which a started window must beat for the first time.
const START_S: f64 = 30.0;
/// Failures within [`LOOP_S`] seconds after which the next stage is tried.
const LOOP_FAILURES: usize = 3;
/// The seconds within which failures count as one series.
const LOOP_S: f64 = 90.0;
/// Seconds of running without a failure after which an atlas counts as good.
const GOOD_S: f64 = 60.0;
/// Seconds between a failure and the next start: for the first failure of a series, the second and
/// so on; the last one for all further ones.
const WAIT_S: [f64; 6] = [0.0, 0.0, 1.0, 2.0, 5.0, 10.0];
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
    most_memory: Option<u64>,
    restarts: u64,
}

impl Watch {
    /// Before the first start. `most_memory` is the ceiling in bytes; `None` sets none.
    #[must_use]
    pub fn new(most_memory: Option<u64>) -> Self {
        Self {
            state: State::Waiting { until_s: 0.0 },
            stage: Stage::Wanted,
            failures: VecDeque::new(),
            stage_since_s: 0.0,
            most_memory,
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

    /// The window has ended, or could not be started. `is_bad_atlas` says that it could not read its
    /// atlas.
    pub fn ended(&mut self, now_s: f64, is_bad_atlas: bool) -> Failure {
        let failure = match self.state {
            State::Ending(failure) => failure,
            _ if is_bad_atlas => Failure::BadAtlas,
            _ => Failure::Ended,
        };
        self.restarts += 1;
        self.failures.retain(|at| now_s - at < LOOP_S);
        self.failures.push_back(now_s);
        if failure == Failure::BadAtlas || self.failures.len() >= LOOP_FAILURES {
            self.go_to(self.stage.next(), now_s);
        }
        let count = self.failures.len().saturating_sub(1).min(WAIT_S.len() - 1);
        let wait = if failure == Failure::BadAtlas {
            0.0
        } else {
            WAIT_S[count]
        };
        self.state = State::Waiting {
            until_s: now_s + wait,
        };
        failure
    }

    /// A new atlas is there, or the operator asks for the wanted one.
    pub fn retry(&mut self, now_s: f64) {
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

    /// What is to be done at this second. `memory` is what the window uses, in bytes.
    pub fn tick(&mut self, now_s: f64, memory: Option<u64>) -> Option<Order> {
        match self.state {
            State::Waiting { until_s } if now_s >= until_s => Some(Order::Start(self.stage)),
            State::Starting { since_s } if now_s - since_s > START_S => {
                Some(self.kill(Failure::Hung))
            }
            State::Running { beat_s, .. } if now_s - beat_s > HUNG_S => {
                Some(self.kill(Failure::Hung))
            }
            State::Running { .. } if memory > self.most_memory && self.most_memory.is_some() => {
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
                if self.stage != Stage::Wanted && now_s - self.stage_since_s > RETRY_S =>
            {
                self.retry(now_s);
                Some(self.kill(Failure::Ended))
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

    /// Starts a window at a second, and lets it beat once.
    fn start(watch: &mut Watch, at: f64) {
        assert!(
            matches!(watch.tick(at, None), Some(Order::Start(_))),
            "at {at}"
        );
        watch.started(at);
        watch.beat(at + 0.5);
    }

    #[test]
    fn a_window_that_ends_is_started_again_at_once() {
        let mut watch = Watch::new(None);
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(3.0, None), None);
        assert_eq!(watch.ended(3.0, false), Failure::Ended);
        assert_eq!(watch.tick(3.0, None), Some(Order::Start(Stage::Wanted)));
    }

    #[test]
    fn a_window_without_a_beat_is_killed_after_five_seconds() {
        let mut watch = Watch::new(None);
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(5.4, None), None);
        assert_eq!(watch.tick(5.6, None), Some(Order::Kill(Failure::Hung)));
        assert_eq!(watch.tick(5.7, None), None, "it is killed once");
        assert_eq!(watch.ended(5.8, false), Failure::Hung);
    }

    #[test]
    fn a_window_beyond_the_memory_ceiling_is_killed() {
        let mut watch = Watch::new(Some(1000));
        start(&mut watch, 0.0);
        assert_eq!(watch.tick(1.0, Some(1000)), None);
        assert_eq!(
            watch.tick(2.0, Some(1001)),
            Some(Order::Kill(Failure::Memory))
        );
    }

    #[test]
    fn an_atlas_that_fails_again_and_again_is_replaced_and_tried_again_later() {
        let mut watch = Watch::new(None);
        let mut now = 0.0;
        let mut shown = Vec::new();
        for _ in 0..12 {
            while watch.tick(now, None).is_none() {
                now += 0.1;
            }
            shown.push(watch.stage());
            watch.started(now);
            watch.ended(now + 0.2, false);
        }
        assert_eq!(shown[0], Stage::Wanted);
        for stage in [Stage::LastGood, Stage::BuiltIn, Stage::Still] {
            assert!(shown.contains(&stage), "{shown:?}");
        }
        assert!(shown.is_sorted());
        assert!(now > 10.0, "a series of failures waits longer and longer");
        // A stage that runs is left for the wanted atlas after a quarter of an hour.
        while watch.tick(now, None).is_none() {
            now += 0.1;
        }
        watch.started(now);
        let mut orders = Vec::new();
        for _ in 0..1000 {
            now += 1.0;
            watch.beat(now);
            orders.extend(watch.tick(now, None));
        }
        assert_eq!(
            orders,
            [Order::KeepAtlas(Stage::Still), Order::Kill(Failure::Ended)]
        );
        watch.ended(now, false);
        assert_eq!(watch.stage(), Stage::Wanted);
    }

    #[test]
    fn a_bad_atlas_is_replaced_at_once() {
        let mut watch = Watch::new(None);
        watch.tick(0.0, None);
        watch.started(0.0);
        assert_eq!(watch.ended(0.3, true), Failure::BadAtlas);
        assert_eq!(watch.tick(0.3, None), Some(Order::Start(Stage::LastGood)));
    }

    #[test]
    fn an_atlas_that_runs_for_a_minute_is_good_and_its_failures_are_forgotten() {
        let mut watch = Watch::new(None);
        start(&mut watch, 0.0);
        watch.ended(1.0, false);
        start(&mut watch, 1.0);
        let mut orders = Vec::new();
        for second in 2..70 {
            watch.beat(f64::from(second));
            orders.extend(watch.tick(f64::from(second), None));
        }
        assert_eq!(orders, [Order::KeepAtlas(Stage::Wanted)]);
        watch.ended(70.0, false);
        assert_eq!(watch.tick(70.0, None), Some(Order::Start(Stage::Wanted)));
    }
}
