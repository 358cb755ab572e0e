//! The keyboard, in every skin: reads the table of commands.

use egui::Context;

use super::WindowCommand;
use super::commands::{COMMANDS, Effect};
use crate::session::{Action, Session};

/// Keys of what has the focus: a button, an edge, the time line.
const KEPT: [egui::Key; 3] = [
    egui::Key::Space,
    egui::Key::ArrowLeft,
    egui::Key::ArrowRight,
];

/// Reads the keys of a frame. A field that is written in keeps its letters; commands with Ctrl or Alt pass.
pub(super) fn read(
    ctx: &Context,
    session: &Session,
    actions: &mut Vec<Action>,
    window_commands: &mut Vec<WindowCommand>,
) {
    let writing = ctx.text_edit_focused();
    // What has the focus keeps Space and the plain arrows, and Esc gives the focus back.
    let focused = ctx.memory(|m| m.focused().is_some());
    let mut all: Vec<_> = COMMANDS
        .iter()
        .filter(|c| c.skins.contains(&session.skin()))
        .flat_map(|c| c.keys.iter().map(move |k| (k, c)))
        .filter(|(k, _)| !writing || k.modifiers.ctrl)
        .filter(|(k, _)| !focused || k.modifiers.any() || !KEPT.contains(&k.logical_key))
        .collect();
    // egui lets Shift+X answer to X: the more modifiers, the earlier.
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
