//! Transitions after a step: fills that fade, districts that glow, and two pictures that alternate.
//! Seconds come in through [`Action::Tick`](super::Action::Tick), so that no clock is needed and
//! tests can choose the time. `scene` reads the opacities.

use std::sync::Arc;

use crate::model::DistrictId;
use crate::numeric::clamped;
use crate::timeline::{Lens, Situation};

/// Seconds in which the mark of a changed district rises, stays and fades.
const GLOW_S: [f64; 3] = [0.18, 0.40, 0.32];
/// Seconds for which fills fade into each other after a step of days.
const DAY_FADE_S: f64 = 0.12;
/// Seconds for which fills fade into each other after a change of lens.
const LENS_FADE_S: f64 = 0.20;
/// Seconds by which the frame at the end of a glow comes after that end, so that the glow has ended
/// in it in spite of rounding.
const BEYOND_END_S: f64 = 0.005;
/// Seconds for which each of two alternating pictures is shown.
const FLICKER_S: f64 = 1.0;

/// The transitions that are under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Transition {
    /// Whether changes appear at once instead of fading.
    pub(super) reduced_motion: bool,
    /// Whether the screen is too slow for fades, so that changes appear at once.
    pub(super) stepped: bool,
    glow: Option<Glow>,
    fading: Option<Fading>,
    /// How the next change appears, where it is not the usual way.
    next: Option<StepFade>,
    since_flicker_s: f64,
}

/// How the change to a step of a tour appears, in seconds. Its districts do not glow, because the
/// step emphasizes some of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct StepFade {
    /// How long the fills before the change are shown until they fade.
    pub(super) delay_s: f64,
    /// For how long they fade; 0 where the change appears at once.
    pub(super) length_s: f64,
}

/// Districts that changed with the last step, with the age of their marks.
#[derive(Debug, Clone)]
struct Glow {
    districts: Vec<DistrictId>,
    age_s: f64,
}

/// The situation before the last step, while it fades.
#[derive(Debug, Clone)]
struct Fading {
    situation: Arc<Situation>,
    lens: Lens,
    age_s: f64,
    length_s: f64,
}

impl Transition {
    /// Ends all transitions at once.
    pub(super) fn clear(&mut self) {
        self.glow = None;
        self.fading = None;
        self.next = None;
    }

    /// Sets how the next change appears.
    pub(super) fn set_next(&mut self, fade: Option<StepFade>) {
        self.next = fade;
    }

    /// Whether a glow or a fade is under way.
    pub(super) fn moves(&self) -> bool {
        self.glow.is_some() || self.fading.is_some()
    }

    /// Whether changes appear at once.
    pub(super) fn cuts(&self) -> bool {
        self.reduced_motion || self.stepped
    }

    /// Seconds until a glow or a fade next looks different: zero while its opacity changes, and
    /// `None` where there is neither.
    pub(super) fn until_change_s(&self) -> Option<f64> {
        let glow = self.glow.as_ref().map(|glow| {
            let left = GLOW_S.iter().sum::<f64>() - glow.age_s;
            if self.cuts() {
                left.max(0.0) + BEYOND_END_S
            } else {
                0.0
            }
        });
        let fading = self.fading.as_ref().map(|_| 0.0);
        glow.into_iter().chain(fading).min_by(f64::total_cmp)
    }

    /// Districts that changed with the last step, and the opacity of their marks, 0 to 1.
    pub(super) fn glow(&self) -> Option<(&[DistrictId], f32)> {
        let glow = self.glow.as_ref()?;
        let [rise, stay, fade] = GLOW_S;
        let opacity = if self.cuts() {
            1.0
        } else if glow.age_s < rise {
            glow.age_s / rise
        } else {
            1.0 - clamped((glow.age_s - rise - stay) / fade, 0.0, 1.0)
        };
        Some((&glow.districts, opacity as f32))
    }

    /// The situation and lens before the last step, and the opacity at which they are still drawn,
    /// 0 to 1.
    pub(super) fn fading(&self) -> Option<(&Arc<Situation>, &Lens, f32)> {
        let fading = self.fading.as_ref()?;
        let left = 1.0 - clamped(fading.age_s / fading.length_s, 0.0, 1.0);
        Some((&fading.situation, &fading.lens, left as f32))
    }

    /// Starts the transition from one situation and lens to another. There is none while
    /// `scrubbing`, because dragging the date changes the picture continuously anyway.
    pub(super) fn start(
        &mut self,
        before: (&Arc<Situation>, &Lens),
        after: (&Arc<Situation>, &Lens),
        scrubbing: bool,
    ) {
        let step = self.next.take();
        if scrubbing {
            self.fading = None;
            return;
        }
        let pairs = before.0.districts().zip(after.0.districts());
        let changed = pairs.filter(|(b, a)| b.fill(before.1) != a.fill(after.1));
        let changed: Vec<DistrictId> = changed.map(|(_, a)| a.id().clone()).collect();
        if changed.is_empty() {
            self.fading = None;
            return;
        }
        let same_day = before.0.day == after.0.day && before.0.since == after.0.since;
        let usual_s = if same_day { LENS_FADE_S } else { DAY_FADE_S };
        let length_s = step.map_or(usual_s, |step| step.length_s);
        self.fading = (!self.cuts() && length_s > 0.0).then(|| Fading {
            situation: Arc::clone(before.0),
            lens: before.1.clone(),
            age_s: -step.map_or(0.0, |step| step.delay_s),
            length_s,
        });
        if step.is_some() {
            self.glow = None;
            return;
        }
        if !same_day && before.1 == after.1 {
            self.glow = Some(Glow {
                districts: changed,
                age_s: 0.0,
            });
        }
    }

    /// Seconds until the two alternating pictures are exchanged.
    pub(super) fn until_flicker_s(&self) -> f64 {
        (FLICKER_S - self.since_flicker_s).max(0.0)
    }

    /// Lets seconds pass, and returns whether the two alternating pictures are exchanged.
    pub(super) fn tick(&mut self, seconds: f64, flickers: bool) -> bool {
        if let Some(glow) = &mut self.glow {
            glow.age_s += seconds;
            if glow.age_s > GLOW_S.iter().sum::<f64>() {
                self.glow = None;
            }
        }
        if let Some(fading) = &mut self.fading {
            fading.age_s += seconds;
            if fading.age_s >= fading.length_s {
                self.fading = None;
            }
        }
        if !flickers {
            return false;
        }
        self.since_flicker_s += seconds;
        let turn = self.since_flicker_s >= FLICKER_S;
        if turn {
            self.since_flicker_s = 0.0;
        }
        turn
    }
}
