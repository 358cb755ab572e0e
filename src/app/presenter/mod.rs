//! The presenter's view: what only the speaker sees. With a second monitor, or a lecture that keeps
//! to a window, it is a window of its own; on one full screen it takes the place of the slide.
//!
//! The window of its own is drawn when it changes, apart from the main window: it has a copy of the
//! session and sends back actions and keys, so that a key does the same in both.

mod timer;
mod view;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Context, Event, Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId};

use super::monitors::Monitor;
use super::pacing::Pacing;
use crate::model::Tour;
use crate::scene::Same;
use crate::session::{Action, Blank, Session, TourVersion};
use crate::text::Text;

use view::View;

/// Size of the window at first, in points.
const FIRST_SIZE: [f32; 2] = [1280.0, 760.0];

/// Where the presenter's view is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// Nowhere.
    #[default]
    Closed,
    /// In the main window, in place of the slide.
    InMainWindow,
    /// In a window of its own.
    Window {
        /// The monitors of the speaker and of the room; `None` where both stay where they are.
        monitors: Option<(usize, usize)>,
    },
}

/// What the presenter's view asks of the main window.
#[derive(Debug, Clone, PartialEq)]
enum Asked {
    Act(Action),
    /// Closes the view.
    Close,
    /// Exchanges the monitors of speaker and room.
    Swap,
}

/// What the window of the presenter and the main window share.
struct Shared {
    session: Option<Session>,
    view: View,
    asked: Vec<Asked>,
    /// Keys that were pressed in the presenter's window.
    keys: Vec<Event>,
}

/// The part of a session of which the presenter's view shows the present state.
type Shown = (
    Option<(Same<Tour>, TourVersion, usize, bool)>,
    Option<Blank>,
    bool,
);

/// The presenter's view.
pub(super) struct Presenter {
    place: Place,
    shared: Arc<Mutex<Shared>>,
    shown: Option<Shown>,
}

fn text_of(session: &Session) -> Text {
    Text::for_atlas(session.language(), session.whole().atlas())
}

impl Presenter {
    pub(super) fn new(session: &Session) -> Self {
        let shared = Shared {
            session: None,
            view: View::new(text_of(session)),
            asked: Vec::new(),
            keys: Vec::new(),
        };
        Self {
            place: Place::Closed,
            shared: Arc::new(Mutex::new(shared)),
            shown: None,
        }
    }

    /// Shows the view in the language that the session has now.
    pub(super) fn change_language(&mut self, session: &Session) {
        lock(&self.shared).view.set_text(text_of(session));
    }

    /// Whether the view takes the place of the slide.
    pub(super) fn is_in_place(&self) -> bool {
        self.place == Place::InMainWindow
    }

    /// Opens or closes the view. `windowed` says that the lecture keeps to a window.
    pub(super) fn toggle(&mut self, ctx: &Context, monitors: &[Monitor], windowed: bool) {
        if self.place != Place::Closed {
            self.close();
            return;
        }
        self.place = match monitors_of(monitors) {
            _ if windowed => Place::Window { monitors: None },
            Some((speaker, room)) => Place::Window {
                monitors: Some((speaker, room)),
            },
            None => Place::InMainWindow,
        };
        self.place_room(ctx);
    }

    /// Closes the view.
    pub(super) fn close(&mut self) {
        self.place = Place::Closed;
        self.shown = None;
        lock(&self.shared).keys.clear();
    }

    /// Keys that were pressed in the window of the presenter since this was last asked.
    pub(super) fn take_keys(&mut self) -> Vec<Event> {
        std::mem::take(&mut lock(&self.shared).keys)
    }

    /// Moves the slide to the monitor of the room.
    fn place_room(&self, ctx: &Context) {
        if let Place::Window {
            monitors: Some((_, room)),
        } = self.place
        {
            let id = ViewportId::ROOT;
            ctx.send_viewport_cmd_to(id, ViewportCommand::SetMonitor(room));
        }
    }

    /// Draws the view in place of the slide. Returns the actions that it asks for.
    pub(super) fn in_place(&mut self, ui: &mut Ui, session: &Session) -> Vec<Action> {
        let mut asked = Vec::new();
        lock(&self.shared).view.ui(ui, session, None, &mut asked);
        self.obey(ui.ctx(), asked)
    }

    /// Keeps the window of the presenter open where there is one, and tells it what has changed.
    /// Returns the actions that it asks for.
    pub(super) fn window(
        &mut self,
        ctx: &Context,
        session: &Session,
        pacing: &Pacing,
    ) -> Vec<Action> {
        let Place::Window { monitors } = self.place else {
            return Vec::new();
        };
        let asked = std::mem::take(&mut lock(&self.shared).asked);
        let actions = self.obey(ctx, asked);
        if self.place == Place::Closed {
            return actions;
        }
        let id = ViewportId::from_hash_of("presenter");
        let shown = shown(session);
        if self.shown.as_ref() != Some(&shown) {
            lock(&self.shared).session = Some(session.clone());
            self.shown = Some(shown);
            ctx.request_repaint_of(id);
        }
        let title = lock(&self.shared).view.title();
        let mut builder = ViewportBuilder::default()
            .with_title(title)
            .with_app_id(crate::app::open::APP_ID)
            .with_inner_size(FIRST_SIZE);
        if let Some((speaker, _)) = monitors {
            builder = builder.with_monitor(speaker);
        }
        let (shared, pacing) = (Arc::clone(&self.shared), pacing.clone());
        ctx.show_viewport_deferred(id, builder, move |ui, class| {
            let is_window = class == ViewportClass::Deferred;
            if is_window {
                pacing.begin_panels(id);
            }
            lock(&shared).draw(ui, monitors.is_some());
            if is_window {
                pacing.end_other_panels();
            }
        });
        actions
    }

    /// Carries out what the view asks for. Returns the actions among it.
    fn obey(&mut self, ctx: &Context, asked: Vec<Asked>) -> Vec<Action> {
        let mut actions = Vec::new();
        for asked in asked {
            match asked {
                Asked::Act(action) => actions.push(action),
                Asked::Close => self.close(),
                Asked::Swap => {
                    if let Place::Window {
                        monitors: Some((speaker, room)),
                    } = &mut self.place
                    {
                        std::mem::swap(speaker, room);
                        self.place_room(ctx);
                    }
                }
            }
        }
        actions
    }
}

impl Shared {
    /// Draws a pass of the window of the presenter.
    fn draw(&mut self, ui: &mut Ui, can_swap: bool) {
        let Some(session) = &self.session else {
            return;
        };
        if ui.ctx().current_pass_index() == 0 {
            let keys = ui.input(|i| i.events.iter().filter(|e| is_key(e)).cloned().collect());
            let keys: Vec<Event> = keys;
            self.keys.extend(keys);
        }
        // No key moves a focus here: every key is one of the lecture.
        ui.ctx().memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        if ui.input(|i| i.viewport().close_requested()) {
            self.asked.push(Asked::Close);
        }
        self.view.ui(ui, session, Some(can_swap), &mut self.asked);
        if !self.asked.is_empty() || !self.keys.is_empty() {
            ui.ctx().request_repaint_of(ViewportId::ROOT);
        }
    }
}

fn is_key(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_))
}

fn shown(session: &Session) -> Shown {
    let lecture = session.lecture();
    let step = lecture.map(|l| (Same::new(l.tour()), l.version(), l.at(), l.revealed()));
    (step, session.blank(), session.is_detour())
}

/// The monitors of the speaker and of the room: the first one, where the desktop has its bars, and
/// another. `None` where there is only one.
fn monitors_of(monitors: &[Monitor]) -> Option<(usize, usize)> {
    let speaker = monitors.iter().position(|m| m.is_primary).unwrap_or(0);
    let room = (0..monitors.len()).find(|i| *i != speaker)?;
    Some((speaker, room))
}

/// The lock on what is shared. A panic elsewhere leaves no inconsistent state.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speaker_stays_at_the_first_monitor_and_the_room_gets_another() {
        let monitor = |is_primary| Monitor {
            is_primary,
            pixels: egui::Rect::NOTHING,
        };
        assert_eq!(monitors_of(&[monitor(true)]), None);
        assert_eq!(monitors_of(&[]), None);
        assert_eq!(monitors_of(&[monitor(true), monitor(false)]), Some((0, 1)));
        assert_eq!(monitors_of(&[monitor(false), monitor(true)]), Some((1, 0)));
    }
}
