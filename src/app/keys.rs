//! The keyboard, in every skin. The keys are those of the table of commands.

use egui::{Context, Event, Key};

use super::WindowCommand;
use super::commands::{COMMANDS, Command, Effect};
use crate::session::{Action, Session, Skin};

/// Keys that a focused button, edge or time line handles itself.
const KEPT: [Key; 3] = [Key::Space, Key::ArrowLeft, Key::ArrowRight];
/// Seconds after the last letter in a text field for which letters are no commands: whoever writes
/// on does not notice at once that a field lost the focus.
const QUIET_S: f64 = 1.2;

/// What was written into text fields lately.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// When a field last had letters, in seconds of the toolkit's clock.
    at: Option<f64>,
    /// Whether a field had the focus when the keys were read last.
    had_focus: bool,
}

/// Reads the keys of a frame. A focused text field receives its letters; commands with Ctrl or Alt
/// still run.
pub(super) fn read(
    ctx: &Context,
    session: &Session,
    lately: &mut Writing,
    actions: &mut Vec<Action>,
    window_commands: &mut Vec<WindowCommand>,
) {
    let writing = ctx.text_edit_focused();
    // Esc took the focus from a field before its command is looked for. It belongs to the field.
    let left_field = std::mem::replace(&mut lately.had_focus, writing) && !writing;
    let now = ctx.input(|i| i.time);
    let has_letters = ctx.input(|i| i.events.iter().any(|e| matches!(e, Event::Text(_))));
    if writing && has_letters {
        lately.at = Some(now);
    }
    let is_quiet =
        session.skin() == Skin::Explore && lately.at.is_some_and(|at| now - at < QUIET_S);
    if is_quiet && !writing && has_letters {
        lately.at = Some(now);
    }
    // The focused widget receives Space and the plain arrows, and Esc removes its focus.
    let focused = ctx.memory(|m| m.focused().is_some());
    // Esc closes an open menu, and letters are for its field.
    let has_menu = egui::Popup::is_any_open(ctx);
    // In a slow frame letters may follow the click that gives the focus to a field or opens a menu.
    let follows_click =
        session.skin() == Skin::Explore && ctx.input(|i| letters_after_click(&i.events));
    // No key leads out of a kiosk that a museum installed.
    let visit = session.visit();
    let can_leave = visit.is_none_or(|visit| !visit.settings().is_installed);
    let mut all: Vec<_> = COMMANDS
        .iter()
        .filter(|c| c.skins.contains(&session.skin()) && (can_leave || c.skins != [Skin::Kiosk]))
        .flat_map(|c| c.keys.iter().map(move |k| (k, c)))
        .filter(|(k, _)| !writing || k.modifiers.ctrl)
        .filter(|(k, _)| {
            let are_letters_kept = is_quiet || has_menu || follows_click;
            !are_letters_kept || k.modifiers.any() || !writes(k.logical_key)
        })
        .filter(|(k, _)| !focused || k.modifiers.any() || !KEPT.contains(&k.logical_key))
        .filter(|(k, _)| !(has_menu || left_field) || k.logical_key != Key::Escape)
        .collect();
    // egui matches Shift+X to a shortcut of plain X, so shortcuts with more modifiers are tried
    // first.
    let count = |m: egui::Modifiers| u8::from(m.ctrl) + u8::from(m.alt) + u8::from(m.shift);
    all.sort_by_key(|(k, _)| std::cmp::Reverse(count(k.modifiers)));
    let opened = all
        .iter()
        .copied()
        .filter(|(_, c)| opens_a_field(c, session));
    let opened = ctx.input_mut(|input| {
        let position =
            |k: &egui::KeyboardShortcut| input.events.iter().position(|event| is_press(event, k));
        let first = opened.filter_map(|(k, c)| Some((position(k)?, c)));
        let (at, command) = first.min_by_key(|(at, _)| *at)?;
        // In a slow frame the letters that follow are there already. They belong to the field.
        let later = input.events.split_off(at + 1);
        Some((command, later))
    });
    let mut run = |command: &Command| match (command.run)(session) {
        Effect::Act(action) => actions.push(action),
        Effect::WindowCommand(window_command) => window_commands.push(window_command),
    };
    ctx.input_mut(|input| {
        for (shortcut, command) in all {
            // In a slow frame a key may have been pressed several times.
            let (modifiers, key) = (shortcut.modifiers, shortcut.logical_key);
            for _ in 0..input.count_and_consume_key(modifiers, key) {
                run(command);
            }
        }
    });
    if let Some((command, later)) = opened {
        let letters = later.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let letters: Vec<&str> = letters.collect();
        // The first letter is that of the command itself.
        let own = usize::from(!command.keys.iter().any(|k| k.modifiers.ctrl));
        let words = letters.get(own..).unwrap_or_default().concat();
        if !words.is_empty() && (command.run)(session).writes_date() {
            lately.at = Some(now);
            window_commands.push(WindowCommand::WriteDate(words));
        }
    }
}

/// Whether a letter comes after the end of a click.
fn letters_after_click(events: &[Event]) -> bool {
    let is_click = |e: &Event| matches!(e, Event::PointerButton { pressed: false, .. });
    let click = events.iter().position(is_click);
    click.is_some_and(|at| events[at..].iter().any(|e| matches!(e, Event::Text(_))))
}

/// Whether a key writes a letter.
fn writes(key: Key) -> bool {
    !matches!(
        key,
        Key::Escape
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::F1
            | Key::F5
            | Key::Home
            | Key::End
    )
}

/// Whether a command moves the focus to a text field.
fn opens_a_field(command: &Command, session: &Session) -> bool {
    matches!(
        (command.run)(session),
        Effect::WindowCommand(WindowCommand::TypeDate | WindowCommand::Find)
    )
}

fn is_press(event: &Event, shortcut: &egui::KeyboardShortcut) -> bool {
    matches!(event, Event::Key { key, pressed: true, modifiers, .. }
        if *key == shortcut.logical_key && modifiers.matches_logically(shortcut.modifiers))
}
