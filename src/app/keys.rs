//! The keyboard, in every skin.

use egui::{Context, Key, Modifiers};

use crate::session::{Action, Session, Shown, Skin};

/// Reads the keys of a frame.
pub(super) fn read(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    if ctx.egui_wants_keyboard_input() {
        return;
    }
    let span = session.timeline().atlas().manifest.span;
    ctx.input_mut(|input| {
        let mut key = |modifiers, key, action: Action| {
            if input.consume_key(modifiers, key) {
                actions.push(action);
            }
        };
        if session.skin == Skin::Kiosk {
            key(Modifiers::CTRL | Modifiers::SHIFT, Key::Q, Action::SetSkin(Skin::Explore));
            return;
        }
        if session.skin == Skin::Lecture {
            key(Modifiers::NONE, Key::PageDown, Action::NextChange);
            key(Modifiers::NONE, Key::PageUp, Action::PreviousChange);
            key(Modifiers::NONE, Key::ArrowRight, Action::NextChange);
            key(Modifiers::NONE, Key::ArrowLeft, Action::PreviousChange);
            key(Modifiers::NONE, Key::B, Action::Blank);
            key(Modifiers::NONE, Key::Period, Action::Blank);
            key(Modifiers::NONE, Key::Escape, Action::SetSkin(Skin::Explore));
        }
        key(Modifiers::CTRL | Modifiers::SHIFT, Key::Z, Action::Redo);
        key(Modifiers::CTRL, Key::Z, Action::Undo);
        key(Modifiers::CTRL, Key::Y, Action::Redo);
        key(Modifiers::CTRL, Key::ArrowRight, Action::NextChange);
        key(Modifiers::CTRL, Key::ArrowLeft, Action::PreviousChange);
        key(Modifiers::SHIFT, Key::ArrowRight, Action::StepDays(7));
        key(Modifiers::SHIFT, Key::ArrowLeft, Action::StepDays(-7));
        key(Modifiers::NONE, Key::ArrowRight, Action::StepDays(1));
        key(Modifiers::NONE, Key::ArrowLeft, Action::StepDays(-1));
        key(Modifiers::NONE, Key::Home, Action::Jump(span.start));
        key(Modifiers::NONE, Key::End, Action::Jump(span.end));
        key(Modifiers::NONE, Key::Space, Action::TogglePlay);
        key(Modifiers::NONE, Key::J, Action::SetSpeed(session.speed / 2.0));
        key(Modifiers::NONE, Key::L, Action::SetSpeed(session.speed * 2.0));
        let shown = session.shown;
        key(Modifiers::NONE, Key::T, Action::Show(Shown { troops: !shown.troops, ..shown }));
        key(Modifiers::NONE, Key::M, Action::Show(Shown { messages: !shown.messages, ..shown }));
        key(Modifiers::NONE, Key::H, Action::Show(Shown { holders: !shown.holders, ..shown }));
        key(Modifiers::NONE, Key::Y, Action::Show(Shown { today: !shown.today, ..shown }));
        key(Modifiers::NONE, Key::F5, Action::SetSkin(Skin::Lecture));
        key(Modifiers::NONE, Key::Escape, Action::Select(None));
        let middle = crate::geometry::ScreenPoint { x: session.view.size.0 / 2.0, y: session.view.size.1 / 2.0 };
        key(Modifiers::NONE, Key::Plus, Action::Zoom(1.25, middle));
        key(Modifiers::NONE, Key::Equals, Action::Zoom(1.25, middle));
        key(Modifiers::NONE, Key::Minus, Action::Zoom(0.8, middle));
        key(Modifiers::NONE, Key::Num0, Action::Home);
    });
}
