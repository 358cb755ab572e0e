//! The keyboard, in every skin. The keys are those of the table of commands.

use egui::Context;

use super::WindowCommand;
use super::commands::{COMMANDS, Effect};
use crate::session::{Action, Session, Skin};

/// Keys that a focused button, edge or time line handles itself.
const KEPT: [egui::Key; 3] = [
    egui::Key::Space,
    egui::Key::ArrowLeft,
    egui::Key::ArrowRight,
];

/// Reads the keys of a frame. A focused text field receives its letters; commands with Ctrl or Alt
/// still run.
pub(super) fn read(
    ctx: &Context,
    session: &Session,
    actions: &mut Vec<Action>,
    window_commands: &mut Vec<WindowCommand>,
) {
    let writing = ctx.text_edit_focused();
    // The focused widget receives Space and the plain arrows, and Esc removes its focus.
    let focused = ctx.memory(|m| m.focused().is_some());
    // No key leads out of a kiosk that a museum installed.
    let visit = session.visit();
    let can_leave = visit.is_none_or(|visit| !visit.settings().is_installed);
    let mut all: Vec<_> = COMMANDS
        .iter()
        .filter(|c| c.skins.contains(&session.skin()) && (can_leave || c.skins != [Skin::Kiosk]))
        .flat_map(|c| c.keys.iter().map(move |k| (k, c)))
        .filter(|(k, _)| !writing || k.modifiers.ctrl)
        .filter(|(k, _)| !focused || k.modifiers.any() || !KEPT.contains(&k.logical_key))
        .collect();
    // egui matches Shift+X to a shortcut of plain X, so shortcuts with more modifiers are tried
    // first.
    let count = |m: egui::Modifiers| u8::from(m.ctrl) + u8::from(m.alt) + u8::from(m.shift);
    all.sort_by_key(|(k, _)| std::cmp::Reverse(count(k.modifiers)));
    ctx.input_mut(|input| {
        for (shortcut, command) in all {
            if input.consume_shortcut(shortcut) {
                match (command.run)(session) {
                    Effect::Act(action) => actions.push(action),
                    Effect::WindowCommand(window_command) => window_commands.push(window_command),
                }
            }
        }
    });
}
