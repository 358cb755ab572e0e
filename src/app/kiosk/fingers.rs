//! What fingers do on the screen. A tap may last long and wander; a finger or palm that rests is
//! ignored; each finger counts by itself, so that several do no harm. A mouse is one finger.

use egui::{Event, PointerButton, Pos2, Rect, TouchPhase, Vec2};

use crate::numeric::clamped;

/// Longest time of a tap, in seconds.
const TAP_S: f64 = 2.0;
/// Greatest distance that a finger wanders during a tap, in millimetres.
const WANDER_MM: f32 = 8.0;
/// Seconds of rest after which a finger is ignored until it leaves the screen.
const REST_S: f64 = 10.0;
/// Most seconds that one frame counts. Windows with a finger on them are drawn at least once a second, so that a
/// longer wait is that of a slow machine, which must not make a long press of a tap.
const MOST_FRAME_S: f64 = 1.25;
/// Most fingers that are followed at once. Further ones are ignored.
const MOST_FINGERS: usize = 10;

/// Which finger it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FingerId {
    Mouse,
    Touch(u64, u64),
}

/// A finger on the screen.
#[derive(Debug, Clone)]
pub(super) struct Finger {
    id: FingerId,
    /// Where it touched the screen, where it is, and where it was in the frame before.
    pub(super) start: Pos2,
    pub(super) at: Pos2,
    before: Pos2,
    since_s: f64,
    /// Where it has rested, and since when.
    rest: (Pos2, f64),
    /// Whether it went farther than a tap may.
    pub(super) has_moved: bool,
    is_ignored: bool,
}

/// The fingers on the screen, and the taps of the frame.
#[derive(Debug, Default)]
pub(super) struct Fingers {
    down: Vec<Finger>,
    /// Seconds for which frames have counted, and the time of the last one.
    clock_s: f64,
    frame_s: Option<f64>,
    /// Where each tap of the frame began, and where it ended.
    taps: Vec<(Pos2, Pos2)>,
    /// Whether a finger touched the screen, moved or left it in this frame.
    pub(super) is_active: bool,
    /// Whether a finger left the screen in this frame, after a tap or a swipe.
    pub(super) has_left: bool,
    /// Whether the last input came from a touch screen and not from a mouse.
    pub(super) is_touch: bool,
}

impl Fingers {
    /// Follows the fingers through the events of a frame. `now_s` is the time of the frame in
    /// seconds, `mm` the points in a millimetre.
    pub(super) fn read(&mut self, events: &[Event], now_s: f64, mm: f32) {
        self.taps.clear();
        (self.is_active, self.has_left) = (false, false);
        let passed = now_s - self.frame_s.replace(now_s).unwrap_or(now_s);
        self.clock_s += clamped(passed, 0.0, MOST_FRAME_S);
        let now_s = self.clock_s;
        for finger in &mut self.down {
            finger.before = finger.at;
        }
        let has_touch = events.iter().any(|e| matches!(e, Event::Touch { .. }));
        let touches = self.down.iter().any(|f| f.id != FingerId::Mouse);
        // The toolkit repeats the first finger as a mouse.
        let is_mouse = !has_touch && !touches;
        self.is_touch = has_touch || (self.is_touch && events.is_empty()) || touches;
        for event in events {
            match event {
                Event::Touch {
                    device_id,
                    id,
                    phase,
                    pos,
                    ..
                } => {
                    let id = FingerId::Touch(device_id.0, id.0);
                    match phase {
                        TouchPhase::Start => self.begins(id, *pos, now_s),
                        TouchPhase::Move => self.moves(id, *pos, now_s, mm),
                        TouchPhase::End => self.ends(id, Some(*pos), now_s, mm),
                        TouchPhase::Cancel => self.ends(id, None, now_s, mm),
                    }
                }
                Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed,
                    ..
                } if is_mouse => {
                    if *pressed {
                        self.begins(FingerId::Mouse, *pos, now_s);
                    } else {
                        self.ends(FingerId::Mouse, Some(*pos), now_s, mm);
                    }
                }
                Event::PointerMoved(pos) if is_mouse => {
                    self.moves(FingerId::Mouse, *pos, now_s, mm);
                }
                Event::PointerGone if is_mouse => self.ends(FingerId::Mouse, None, now_s, mm),
                _ => {}
            }
        }
        for finger in &mut self.down {
            if now_s - finger.rest.1 >= REST_S {
                finger.is_ignored = true;
            }
        }
    }

    fn begins(&mut self, id: FingerId, at: Pos2, now_s: f64) {
        self.down.retain(|f| f.id != id);
        if self.down.len() >= MOST_FINGERS {
            return;
        }
        self.is_active = true;
        self.down.push(Finger {
            id,
            start: at,
            at,
            before: at,
            since_s: now_s,
            rest: (at, now_s),
            has_moved: false,
            is_ignored: false,
        });
    }

    fn moves(&mut self, id: FingerId, at: Pos2, now_s: f64, mm: f32) {
        let Some(finger) = self.down.iter_mut().find(|f| f.id == id) else {
            return;
        };
        finger.at = at;
        let wander = WANDER_MM * mm;
        finger.has_moved |= at.distance(finger.start) > wander;
        if at.distance(finger.rest.0) > wander {
            finger.rest = (at, now_s);
        } else if now_s - finger.rest.1 >= REST_S {
            finger.is_ignored = true;
        }
        self.is_active |= !finger.is_ignored;
    }

    fn ends(&mut self, id: FingerId, at: Option<Pos2>, now_s: f64, mm: f32) {
        if let Some(at) = at {
            self.moves(id, at, now_s, mm);
        }
        let Some(place) = self.down.iter().position(|f| f.id == id) else {
            return;
        };
        let finger = self.down.remove(place);
        if finger.is_ignored || at.is_none() {
            return;
        }
        (self.is_active, self.has_left) = (true, true);
        if !finger.has_moved && now_s - finger.since_s <= TAP_S {
            self.taps.push((finger.start, finger.at));
        }
    }

    /// Takes a tap that began in a rectangle. Returns where it began.
    pub(super) fn take_tap(&mut self, rect: Rect) -> Option<Pos2> {
        let place = self
            .taps
            .iter()
            .position(|(start, _)| rect.contains(*start))?;
        Some(self.taps.remove(place).0)
    }

    /// Whether a finger that can become a tap lies on a rectangle.
    pub(super) fn holds(&self, rect: Rect) -> bool {
        let mut on = self.live().filter(|f| !f.has_moved);
        on.any(|f| rect.contains(f.start))
    }

    /// Ignores all fingers until they leave the screen, and what they did in this frame.
    pub(super) fn ignore(&mut self) {
        self.taps.clear();
        self.has_left = false;
        self.down.iter_mut().for_each(|f| f.is_ignored = true);
    }

    fn live(&self) -> impl Iterator<Item = &Finger> {
        self.down.iter().filter(|f| !f.is_ignored)
    }

    /// The finger that drags from within a rectangle; `None` where none or several do.
    pub(super) fn dragged(&self, rect: Rect) -> Option<&Finger> {
        let mut on = self.live().filter(|f| rect.contains(f.start));
        let finger = on.next()?;
        (on.next().is_none() && finger.has_moved).then_some(finger)
    }

    /// How fingers that began in a rectangle move a picture in it: by how much, how much larger, and
    /// around which point. One finger moves it; two move it and make it larger or smaller.
    pub(super) fn motion(&mut self, rect: Rect) -> Option<(Vec2, f32, Pos2)> {
        let on = |f: &&mut Finger| !f.is_ignored && rect.contains(f.start);
        let mut fingers: Vec<&mut Finger> = self.down.iter_mut().filter(on).collect();
        match fingers.as_mut_slice() {
            [one] if one.has_moved => {
                let by = one.at - one.before;
                (by != Vec2::ZERO).then_some((by, 1.0, one.at))
            }
            [a, b, ..] => {
                // Neither of the two is a tap any more.
                (a.has_moved, b.has_moved) = (true, true);
                let middle = |p: Pos2, q: Pos2| p + (q - p) / 2.0;
                let (from, to) = (middle(a.before, b.before), middle(a.at, b.at));
                let (wide, now) = (a.before.distance(b.before), a.at.distance(b.at));
                let factor = if wide > 1.0 { now / wide } else { 1.0 };
                let moves = from != to || wide != now;
                moves.then_some((to - from, factor, to))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, TouchDeviceId, TouchId, pos2};

    use super::*;

    const MM: f32 = 3.0;
    const BUTTON: Rect = Rect {
        min: Pos2 { x: 100.0, y: 100.0 },
        max: Pos2 { x: 160.0, y: 160.0 },
    };

    fn touch(id: u64, phase: TouchPhase, x: f32, y: f32) -> Event {
        Event::Touch {
            device_id: TouchDeviceId(1),
            id: TouchId(id),
            phase,
            pos: pos2(x, y),
            force: None,
        }
    }

    fn mouse(pressed: bool, x: f32, y: f32) -> Event {
        Event::PointerButton {
            pos: pos2(x, y),
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        }
    }

    /// Whether a finger that is down for some seconds and moves by some millimetres taps.
    fn taps(seconds: f64, wander_mm: f32) -> bool {
        let mut fingers = Fingers::default();
        fingers.read(&[touch(1, TouchPhase::Start, 130.0, 130.0)], 5.0, MM);
        let x = 130.0 + wander_mm * MM;
        fingers.read(
            &[touch(1, TouchPhase::Move, x, 130.0)],
            5.0 + seconds / 2.0,
            MM,
        );
        assert!(fingers.holds(BUTTON) == (wander_mm <= 8.0));
        let end = [
            touch(1, TouchPhase::End, 130.0, 130.0),
            mouse(false, 130.0, 130.0),
        ];
        fingers.read(&end, 5.0 + seconds, MM);
        fingers.take_tap(BUTTON).is_some()
    }

    #[test]
    fn a_tap_may_last_two_seconds_and_wander_eight_millimetres() {
        assert!(taps(0.05, 0.0) && taps(1.9, 7.9) && taps(0.4, 7.5));
        assert!(!taps(2.2, 0.0), "a long press is no tap");
        assert!(!taps(0.4, 9.0), "a swipe is no tap");
    }

    #[test]
    fn a_tap_on_a_machine_that_is_held_up_is_a_tap() {
        let mut fingers = Fingers::default();
        fingers.read(&[touch(1, TouchPhase::Start, 130.0, 130.0)], 5.0, MM);
        fingers.read(&[touch(1, TouchPhase::End, 130.0, 130.0)], 9.0, MM);
        assert!(fingers.take_tap(BUTTON).is_some());
    }

    #[test]
    fn a_palm_that_rests_is_ignored_and_others_still_tap() {
        let mut fingers = Fingers::default();
        fingers.read(&[touch(1, TouchPhase::Start, 500.0, 500.0)], 0.0, MM);
        for tenth in 1..110 {
            let tremble = if tenth % 2 == 0 { 503.0 } else { 499.0 };
            let now = f64::from(tenth) / 10.0;
            fingers.read(&[touch(1, TouchPhase::Move, tremble, 500.0)], now, MM);
        }
        assert!(
            !fingers.is_active && fingers.live().next().is_none(),
            "it shows no visitor"
        );
        fingers.read(&[touch(2, TouchPhase::Start, 130.0, 130.0)], 11.0, MM);
        fingers.read(&[touch(2, TouchPhase::End, 130.0, 130.0)], 11.2, MM);
        assert!(fingers.take_tap(BUTTON).is_some());
        fingers.read(&[touch(1, TouchPhase::End, 500.0, 500.0)], 12.0, MM);
        assert!(!fingers.has_left && fingers.down.is_empty());
    }

    #[test]
    fn two_fingers_make_a_picture_larger_and_move_it_and_neither_taps() {
        let mut fingers = Fingers::default();
        let map = Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0));
        let start = [
            touch(1, TouchPhase::Start, 300.0, 300.0),
            touch(2, TouchPhase::Start, 400.0, 300.0),
        ];
        fingers.read(&start, 0.0, MM);
        assert_eq!(fingers.motion(map), None);
        fingers.read(&[touch(2, TouchPhase::Move, 500.0, 300.0)], 0.1, MM);
        let (by, factor, at) = fingers.motion(map).expect("a pinch");
        assert_eq!(
            (by, factor, at),
            (Vec2::new(50.0, 0.0), 2.0, pos2(400.0, 300.0))
        );
        let end = [
            touch(1, TouchPhase::End, 300.0, 300.0),
            touch(2, TouchPhase::End, 500.0, 300.0),
        ];
        fingers.read(&end, 0.2, MM);
        assert!(fingers.take_tap(map).is_none());
    }

    #[test]
    fn a_mouse_is_a_finger_and_the_mouse_that_repeats_a_finger_is_none() {
        let mut fingers = Fingers::default();
        fingers.read(
            &[mouse(true, 130.0, 130.0), mouse(false, 131.0, 130.0)],
            0.0,
            MM,
        );
        assert!(fingers.take_tap(BUTTON).is_some());
        let both = [
            touch(1, TouchPhase::Start, 130.0, 130.0),
            mouse(true, 130.0, 130.0),
        ];
        fingers.read(&both, 1.0, MM);
        let both = [
            touch(1, TouchPhase::End, 130.0, 130.0),
            mouse(false, 130.0, 130.0),
            Event::PointerGone,
        ];
        fingers.read(&both, 1.1, MM);
        assert!(fingers.take_tap(BUTTON).is_some());
        assert!(fingers.take_tap(BUTTON).is_none(), "one tap, not two");
    }

    #[test]
    fn more_fingers_than_hands_have_do_no_harm() {
        let mut fingers = Fingers::default();
        for id in 0..200 {
            fingers.read(&[touch(id, TouchPhase::Start, 130.0, 130.0)], 0.0, MM);
        }
        assert_eq!(fingers.down.len(), MOST_FINGERS);
        (1..12).for_each(|second| fingers.read(&[], f64::from(second), MM));
        assert!(fingers.live().next().is_none());
    }
}
