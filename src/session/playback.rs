//! What moves by itself: playing, and the short motions that help the eye.

use std::sync::Arc;

use super::{Action, CompareStyle, Loop, Pace, Session, Skin};
use crate::model::DistrictId;
use crate::timeline::{Lens, Situation};

/// A day on which something happens stays this long when playing event by event at two a second.
const DWELL_S: f64 = 3.2;
/// A changed district lifts, stands and sinks (ART.md §7).
const LIFT_S: [f64; 3] = [0.18, 0.40, 0.32];
/// Fills cross over: a day's step, another lens.
pub(super) const DAY_FADE_S: f64 = 0.12;
pub(super) const LENS_FADE_S: f64 = 0.20;
/// Flickering shows each picture this long.
const FLICKER_S: f64 = 1.0;

/// Districts that changed with the last step, for the eye.
#[derive(Debug, Clone)]
pub(super) struct Glow {
    pub(super) districts: Vec<DistrictId>,
    pub(super) age_s: f64,
}

/// The picture before the last step, while it crosses over.
#[derive(Debug, Clone)]
pub(super) struct Fading {
    pub(super) situation: Arc<Situation>,
    pub(super) lens: Lens,
    pub(super) age_s: f64,
    pub(super) length_s: f64,
}

impl Session {
    /// Districts that changed with the last step, and how strongly they are marked just now, 0 to 1.
    #[must_use]
    pub fn glow(&self) -> Option<(&[DistrictId], f32)> {
        let glow = self.glow.as_ref()?;
        let [rise, stand, sink] = LIFT_S;
        let t = glow.age_s;
        let opacity = if self.reduced_motion {
            1.0
        } else if t < rise {
            t / rise
        } else {
            1.0 - ((t - rise - stand) / sink).clamp(0.0, 1.0)
        };
        Some((&glow.districts, opacity as f32))
    }

    /// The situation and lens before the last step, and how much of them is still seen, 0 to 1.
    #[must_use]
    pub fn fading(&self) -> Option<(&Situation, &Lens, f32)> {
        let fading = self.fading.as_ref()?;
        Some((
            &fading.situation,
            &fading.lens,
            (1.0 - fading.age_s / fading.length_s).clamp(0.0, 1.0) as f32,
        ))
    }

    /// Whether anything moves, so that seconds must be told to it.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.playing || self.glow.is_some() || self.fading.is_some() || self.flickers()
    }

    fn flickers(&self) -> bool {
        self.compare
            .as_ref()
            .is_some_and(|c| c.style == CompareStyle::Flicker)
            && !self.reduced_motion
    }

    pub(super) fn tick(&mut self, seconds: f64) {
        if let Some(glow) = &mut self.glow {
            glow.age_s += seconds;
            if glow.age_s > LIFT_S.iter().sum::<f64>() {
                self.glow = None;
            }
        }
        if let Some(fading) = &mut self.fading {
            fading.age_s += seconds;
            if fading.age_s >= fading.length_s {
                self.fading = None;
            }
        }
        if self.flickers() {
            self.since_flicker_s += seconds;
            if self.since_flicker_s >= FLICKER_S {
                self.since_flicker_s = 0.0;
                self.compare.iter_mut().for_each(|c| c.second = !c.second);
            }
        }
        if !self.playing {
            return;
        }
        self.since_step_s += seconds;
        let wait_s = match self.pace {
            Pace::Days => 1.0 / self.speed,
            Pace::Events => DWELL_S * 2.0 / self.speed,
        };
        while self.since_step_s >= wait_s {
            self.since_step_s -= wait_s;
            if !self.play_on() {
                return;
            }
        }
    }

    /// One step of playing; whether it goes on.
    fn play_on(&mut self) -> bool {
        let span = self.timeline.atlas().manifest.span;
        let (first, last) = self
            .range
            .map_or((span.start, span.end), |r| (r.first, r.last));
        let next = match self.pace {
            Pace::Days => self.day.succ_opt(),
            Pace::Events => self
                .timeline
                .next_change(self.day, |kind| self.shown.kind(kind)),
        };
        match next.filter(|day| *day <= last) {
            Some(day) => self.go(day),
            None if self.looping == Loop::Again || self.skin == Skin::Kiosk => self.go(first),
            None => {
                self.playing = false;
                return false;
            }
        }
        true
    }

    /// Marks for the eye what the step from `before` changed.
    pub(super) fn mark_changes(&mut self, before: &Arc<Situation>, lens: &Lens, action: &Action) {
        let same_day = before.day == self.situation.day && before.since == self.situation.since;
        let pairs = before.districts().zip(self.situation.districts());
        let changed = pairs
            .filter(|(b, a)| b.fill(lens) != a.fill(&self.lens))
            .map(|(_, a)| a.id.clone());
        let changed: Vec<DistrictId> = changed.collect();
        if changed.is_empty() || matches!(action, Action::GoTo(_) | Action::Restart) {
            // Scrubbing is its own motion.
            self.fading = None;
            return;
        }
        let length_s = if same_day { LENS_FADE_S } else { DAY_FADE_S };
        self.fading = (!self.reduced_motion).then(|| Fading {
            situation: Arc::clone(before),
            lens: lens.clone(),
            age_s: 0.0,
            length_s,
        });
        if !same_day && *lens == self.lens {
            self.glow = Some(Glow {
                districts: changed,
                age_s: 0.0,
            });
        }
    }
}
