//! When each step of a tour is due, so that a speaker sees whether the time suffices. It knows no
//! clock: the window tells it how many seconds have passed.

use crate::model::{TourStep, Words};

/// Words that a speaker says in a second, without haste.
const SPOKEN_WORDS_S: f64 = 2.2;
/// Words that the room reads in a second.
const READ_WORDS_S: f64 = 2.5;
/// Shortest time of a step, in seconds.
const LEAST_STEP_S: f64 = 4.0;
/// Delay, in seconds, up to which a speaker is on time.
const TOLERANCE_S: f64 = 30.0;

/// Whether a speaker is on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourPace {
    /// Before the end of the time of the step.
    OnTime,
    /// Past the time of the step, by up to a tenth of the whole.
    Slow,
    /// Past that.
    Late,
}

/// When each step of a tour is due.
///
/// ```
/// use araxes::session::{TourPace, TourPlan};
///
/// let plan = TourPlan::of_lengths(&[1.0, 3.0], 40.0);
/// assert_eq!((plan.ends_s(0), plan.ends_s(1)), (10.0, 40.0));
/// assert_eq!(plan.pace(0, 9.0), TourPace::OnTime);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TourPlan {
    /// Second at which each step is to end.
    ends_s: Vec<f64>,
}

impl TourPlan {
    /// The plan of steps that together take this number of minutes, each as long as its notes and
    /// texts ask for.
    #[must_use]
    pub fn new<'a>(
        steps: impl Iterator<Item = &'a TourStep>,
        language: &str,
        minutes: f64,
    ) -> Self {
        let lengths: Vec<f64> = steps.map(|step| spoken_s(step, language)).collect();
        Self::of_lengths(&lengths, minutes * 60.0)
    }

    /// Minutes that steps take where a speaker says their notes without haste.
    #[must_use]
    pub fn minutes_of<'a>(steps: impl Iterator<Item = &'a TourStep>, language: &str) -> f64 {
        steps.map(|step| spoken_s(step, language)).sum::<f64>() / 60.0
    }

    /// The plan of steps of these relative lengths, which together take this number of seconds.
    #[must_use]
    pub fn of_lengths(lengths: &[f64], seconds: f64) -> Self {
        let whole: f64 = lengths.iter().sum();
        let mut passed = 0.0;
        let ends_s = lengths.iter().map(|length| {
            passed += length;
            seconds * passed / whole
        });
        Self {
            ends_s: ends_s.collect(),
        }
    }

    /// Second at which a step is to end; 0 where there is no such step.
    #[must_use]
    pub fn ends_s(&self, step: usize) -> f64 {
        self.ends_s.get(step).copied().unwrap_or_default()
    }

    /// Second at which a step is to begin.
    #[must_use]
    pub fn begins_s(&self, step: usize) -> f64 {
        step.checked_sub(1)
            .map_or(0.0, |before| self.ends_s(before))
    }

    /// Length of the whole, in seconds.
    #[must_use]
    pub fn whole_s(&self) -> f64 {
        self.ends_s.last().copied().unwrap_or_default()
    }

    /// Seconds by which a speaker is behind who is at a step after this number of seconds; negative
    /// where the step was not due yet, 0 within its time.
    #[must_use]
    pub fn behind_s(&self, step: usize, passed_s: f64) -> f64 {
        let (begins, ends) = (self.begins_s(step), self.ends_s(step));
        if passed_s > ends {
            passed_s - ends
        } else {
            (passed_s - begins).min(0.0)
        }
    }

    /// Whether a speaker is on time who is at a step after this number of seconds.
    #[must_use]
    pub fn pace(&self, step: usize, passed_s: f64) -> TourPace {
        let behind = self.behind_s(step, passed_s);
        let late = (self.whole_s() / 10.0).max(TOLERANCE_S);
        if behind <= TOLERANCE_S.min(self.whole_s() / 40.0) {
            TourPace::OnTime
        } else if behind <= late {
            TourPace::Slow
        } else {
            TourPace::Late
        }
    }
}

/// Seconds that a speaker needs for a step: for the notes, and at least for the room to read it.
fn spoken_s(step: &TourStep, language: &str) -> f64 {
    let count = |words: &Words| words.text(language).split_whitespace().count() as f64;
    let read = [&step.headline, &step.caption, &step.ask, &step.reveal];
    let read_s = read.into_iter().map(count).sum::<f64>() / READ_WORDS_S;
    let notes_s = count(&step.notes) / SPOKEN_WORDS_S;
    notes_s
        .max(step.dwell_s.unwrap_or_default())
        .max(read_s)
        .max(LEAST_STEP_S)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_shares_the_time_by_what_is_said() {
        let step = |notes: &str| -> TourStep {
            let text = format!(
                r#"{{"id": "a", "date": "1920-07-03", "headline": {{}}, "caption": {{}}, "notes": {{"en": "{notes}"}}}}"#
            );
            serde_json::from_str(&text).expect("a step")
        };
        let steps = [step(&"word ".repeat(60)), step(&"word ".repeat(120))];
        let plan = TourPlan::new(steps.iter(), "en", 3.0);
        assert!((plan.ends_s(0) - 60.0).abs() < 1e-9, "{plan:?}");
        assert!((plan.whole_s() - 180.0).abs() < 1e-9, "{plan:?}");
        assert_eq!(plan.begins_s(1), plan.ends_s(0));
    }

    #[test]
    fn a_speaker_is_on_time_slow_or_late() {
        let plan = TourPlan::of_lengths(&[1.0; 20], 1200.0);
        assert_eq!(plan.pace(0, 59.0), TourPace::OnTime);
        assert_eq!(plan.pace(0, 80.0), TourPace::OnTime);
        assert_eq!(plan.pace(0, 120.0), TourPace::Slow);
        assert_eq!(plan.pace(0, 300.0), TourPace::Late);
        assert_eq!(plan.pace(9, 300.0), TourPace::OnTime);
        assert_eq!(plan.behind_s(9, 300.0), -240.0);
        assert_eq!(
            TourPlan::of_lengths(&[], 60.0).pace(0, 0.0),
            TourPace::OnTime
        );
    }
}
