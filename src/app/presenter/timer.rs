//! How long a speaker has been speaking.

/// A stopwatch on the toolkit's clock.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Timer {
    /// Seconds that passed before it was paused last.
    before_s: f64,
    /// Second of the toolkit's clock at which it was started; `None` while it stands.
    since: Option<f64>,
}

impl Timer {
    /// Seconds that have passed at `now`.
    pub(super) fn passed_s(&self, now: f64) -> f64 {
        self.before_s + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    pub(super) fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it was never started since it was reset.
    pub(super) fn is_new(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn start(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    pub(super) fn pause(&mut self, now: f64) {
        self.before_s = self.passed_s(now);
        self.since = None;
    }

    /// Begins at zero again, and goes on running where it ran.
    pub(super) fn reset(&mut self, now: f64) {
        self.before_s = 0.0;
        self.since = self.since.map(|_| now);
    }
}

/// Seconds as minutes and seconds, such as `8:05`.
pub(super) fn minutes(seconds: f64) -> String {
    let seconds = seconds.max(0.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_does_not_count() {
        let mut timer = Timer::default();
        assert!(timer.is_new());
        timer.start(10.0);
        timer.start(15.0);
        timer.pause(40.0);
        assert_eq!(timer.passed_s(100.0), 30.0);
        timer.start(100.0);
        assert_eq!((timer.passed_s(105.0), timer.runs()), (35.0, true));
        timer.reset(105.0);
        assert_eq!(timer.passed_s(107.0), 2.0);
        assert_eq!(minutes(485.9), "8:05");
    }
}
