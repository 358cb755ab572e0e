//! What the window of a lecture knows and the session does not.

use std::sync::Arc;

use egui::{Context, Event, Key};

use super::grid::Grid;
use super::tools::Pen;
use crate::geometry::Viewport;
use crate::model::Tour;
use crate::session::{Action, Session, TourVersion};

/// Seconds after which a typed number is forgotten.
const TYPED_S: f64 = 5.0;
/// Seconds for which the question before leaving is shown.
const ASKS_S: f64 = 3.0;
/// Maximum number of digits of a step's number.
const MOST_DIGITS: usize = 3;
/// Keys whose repetition while they are held counts as further presses.
const REPEATED: [Key; 8] = [
    Key::PageDown,
    Key::PageUp,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Plus,
    Key::Minus,
];

/// The state of the lecture's window.
#[derive(Default)]
pub(in crate::app) struct Room {
    /// Whether the lecture keeps to a window instead of the full screen.
    pub(in crate::app) windowed: bool,
    /// The tour that was opened last, and which steps of it.
    pub(in crate::app) tour: Option<(Arc<Tour>, TourVersion)>,
    /// The number that is being typed, and the time at which it is forgotten.
    typed: Option<(String, f64)>,
    /// The time until which the question before leaving is shown.
    asks_until: Option<f64>,
    /// The overview of every slide, where it is open.
    pub(super) grid: Option<Grid>,
    pub(super) pen: Pen,
    /// Whether the time line stays on the slide.
    pub(super) has_slider: bool,
    /// Whether the spotlight was on while the button was held, so that its release is no click.
    pub(super) was_lit: bool,
    /// The step and the part of the map on which the pen wrote.
    written_on: Option<(usize, bool, Viewport)>,
}

impl Room {
    /// The state before the first frame.
    pub(in crate::app) fn in_window(windowed: bool) -> Self {
        Self {
            windowed,
            ..Self::default()
        }
    }

    /// Follows the session: opening a tour is remembered, and what was written is gone with the
    /// step, or the part of the map, on which it was written.
    pub(super) fn follow(&mut self, session: &Session) {
        let Some(lecture) = session.lecture() else {
            return;
        };
        let (tour, version) = (lecture.tour(), lecture.version());
        let is_same = |(known, v): &(Arc<Tour>, _)| Arc::ptr_eq(known, tour) && *v == version;
        if !self.tour.as_ref().is_some_and(is_same) {
            self.tour = Some((Arc::clone(tour), version));
            self.grid = None;
        }
        let now = (lecture.at(), lecture.revealed(), session.viewport());
        if self.written_on != Some(now) {
            self.pen.erase();
            self.written_on = Some(now);
        }
    }

    /// The state of a lecture that begins. What belongs to the installation is kept.
    pub(super) fn begin(&mut self) {
        *self = Self {
            windowed: self.windowed,
            tour: self.tour.take(),
            ..Self::default()
        };
    }

    /// Drops pictures that use dropped textures.
    pub(in crate::app) fn forget_pictures(&mut self) {
        if let Some(grid) = &mut self.grid {
            grid.forget_pictures();
        }
    }

    /// The number that is being typed, with the seconds until it is forgotten.
    pub(super) fn typed(&self, now: f64) -> Option<(&str, f64)> {
        let (number, until) = self.typed.as_ref()?;
        (*until > now).then_some((number.as_str(), until - now))
    }

    /// Takes the typed number, and closes the entry.
    pub(super) fn take_typed(&mut self, now: f64) -> Option<usize> {
        let number = self.typed(now).and_then(|(number, _)| number.parse().ok());
        self.typed = None;
        number
    }

    /// Seconds for which the question before leaving is still shown; `None` where it is not.
    pub(super) fn asks(&self, now: f64) -> Option<f64> {
        let left = self.asks_until? - now;
        (left > 0.0).then_some(left)
    }

    pub(super) fn ask(&mut self, now: f64) {
        self.asks_until = Some(now + ASKS_S);
    }

    pub(super) fn stop_asking(&mut self) {
        self.asks_until = None;
    }

    /// Reads the keys that are no commands of the table: any key while the screen is blank, digits,
    /// and those of the overview. Returns whether no other key of the frame counts.
    pub(in crate::app) fn read(
        &mut self,
        ctx: &Context,
        session: &Session,
        actions: &mut Vec<Action>,
    ) -> bool {
        // No key moves a focus here, and none repeats by accident.
        ctx.memory_mut(|m| {
            if let Some(focused) = m.focused() {
                m.surrender_focus(focused);
            }
        });
        ctx.input_mut(|i| {
            i.events.retain(|e| match e {
                Event::Key {
                    key, repeat: true, ..
                } => REPEATED.contains(key),
                _ => true,
            });
        });
        if session.blank().is_some() {
            let pressed = ctx.input_mut(|i| {
                let pressed = i.pointer.any_pressed() || i.events.iter().any(is_press);
                i.events.retain(|e| !is_key(e));
                pressed
            });
            if pressed {
                actions.push(Action::Blank(None));
            }
            return true;
        }
        self.read_digits(ctx);
        let now = ctx.input(|i| i.time);
        if self.grid.is_some() && self.typed(now).is_none() {
            super::grid::read(ctx, self, session, actions);
            return true;
        }
        false
    }

    /// Reads the number of a step. A number already typed takes Backspace.
    fn read_digits(&mut self, ctx: &Context) {
        ctx.input_mut(|i| {
            let now = i.time;
            let mut typed = self.typed(now).map(|(n, _)| n.to_owned());
            let before = typed.clone();
            i.events.retain(|event| {
                let Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } = event
                else {
                    return true;
                };
                if modifiers.ctrl || modifiers.alt || modifiers.command {
                    return true;
                }
                if let Some(digit) = digit(*key) {
                    let number = typed.get_or_insert_default();
                    if number.len() < MOST_DIGITS {
                        number.push(digit);
                    }
                    return false;
                }
                if *key == Key::Backspace
                    && let Some(number) = &mut typed
                {
                    number.pop();
                    return false;
                }
                true
            });
            if typed != before {
                let number = typed.filter(|number| !number.is_empty());
                self.typed = number.map(|number| (number, now + TYPED_S));
                self.asks_until = None;
            }
        });
    }
}

/// Whether an event is the press of a key.
fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. } | Event::Text(_))
}

/// Whether an event comes from a key.
fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_))
}

fn digit(key: Key) -> Option<char> {
    Some(match key {
        Key::Num0 => '0',
        Key::Num1 => '1',
        Key::Num2 => '2',
        Key::Num3 => '3',
        Key::Num4 => '4',
        Key::Num5 => '5',
        Key::Num6 => '6',
        Key::Num7 => '7',
        Key::Num8 => '8',
        Key::Num9 => '9',
        _ => return None,
    })
}
