//! Every command that has a key: its words, its keys, and what it does. The keyboard, the tooltips, the help page and the search field
//! all read this one table.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Ask;
use crate::session::{Action, Desk, Loop, Pace, Session, Shown, Skin};
use crate::text::Text;
use crate::timeline::Lens;

/// Where the help page lists a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Time,
    Map,
    Views,
    Go,
    Lecture,
    Kiosk,
}

impl Group {
    pub(super) const SHOWN: [(Self, &'static str); 5] = [
        (Self::Time, "help-time"),
        (Self::Map, "help-map"),
        (Self::Views, "help-views"),
        (Self::Go, "help-go"),
        (Self::Lecture, "help-lecture"),
    ];
}

/// What a command does.
pub(super) enum Do {
    /// To the session.
    Act(Action),
    /// To the window.
    Ask(Ask),
}

/// One command.
pub(super) struct Command {
    /// The key of its words.
    pub(super) name: &'static str,
    pub(super) group: Group,
    pub(super) keys: &'static [KeyboardShortcut],
    /// The skins in which its keys are read.
    pub(super) skins: &'static [Skin],
    pub(super) run: fn(&Session) -> Do,
}

const ALL: &[Skin] = &[Skin::Explore, Skin::Lecture];
const EXPLORE: &[Skin] = &[Skin::Explore];
const LECTURE: &[Skin] = &[Skin::Lecture];
const KIOSK: &[Skin] = &[Skin::Kiosk];
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::CTRL;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers {
    ctrl: true,
    shift: true,
    ..Modifiers::NONE
};

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

macro_rules! commands {
    ($($name:literal $group:ident $skins:ident [$($keys:expr),*] $run:expr;)*) => {
        &[$(Command { name: $name, group: Group::$group, skins: $skins, keys: &[$($keys),*], run: $run }),*]
    };
}

/// All of them, in the order of the help page.
pub(super) static COMMANDS: &[Command] = commands! {
    "play" Time EXPLORE [key(Key::Space)] |_| Do::Act(Action::TogglePlay);
    "next-day" Time EXPLORE [key(Key::ArrowRight)] |_| Do::Act(Action::StepDays(1));
    "previous-day" Time EXPLORE [key(Key::ArrowLeft)] |_| Do::Act(Action::StepDays(-1));
    "next-week" Time ALL [with(SHIFT, Key::ArrowRight)] |_| Do::Act(Action::StepDays(7));
    "previous-week" Time ALL [with(SHIFT, Key::ArrowLeft)] |_| Do::Act(Action::StepDays(-7));
    "next-change" Time ALL [with(CTRL, Key::ArrowRight)] |_| Do::Act(Action::NextChange);
    "previous-change" Time ALL [with(CTRL, Key::ArrowLeft)] |_| Do::Act(Action::PreviousChange);
    "to-start" Time ALL [key(Key::Home)] |s| Do::Act(Action::Jump(s.timeline().atlas().manifest.span.start));
    "to-end" Time ALL [key(Key::End)] |s| Do::Act(Action::Jump(s.timeline().atlas().manifest.span.end));
    "slower" Time ALL [key(Key::J)] |s| Do::Act(Action::SetSpeed(s.speed / 2.0));
    "faster" Time ALL [key(Key::L)] |s| Do::Act(Action::SetSpeed(s.speed * 2.0));
    "loop" Time ALL [key(Key::R)] |s| Do::Act(Action::SetLoop(if s.looping == Loop::Once { Loop::Again } else { Loop::Once }));
    "by-events" Time ALL [key(Key::E)] |s| Do::Act(Action::SetPace(if s.pace == Pace::Days { Pace::Events } else { Pace::Days }));
    "type-date" Time EXPLORE [key(Key::D)] |_| Do::Ask(Ask::TypeDate);
    "all-days" Time EXPLORE [key(Key::A)] |_| Do::Act(Action::AllDays);
    "clear-range" Time EXPLORE [key(Key::Backspace)] |_| Do::Act(Action::SetRange(None));
    "show-troops" Map ALL [key(Key::T)] |s| Do::Act(Action::Show(Shown { troops: !s.shown.troops, ..s.shown }));
    "show-messages" Map ALL [key(Key::M)] |s| Do::Act(Action::Show(Shown { messages: !s.shown.messages, ..s.shown }));
    "show-holders" Map ALL [key(Key::H)] |s| Do::Act(Action::Show(Shown { holders: !s.shown.holders, ..s.shown }));
    "show-today" Map ALL [key(Key::Y)] |s| Do::Act(Action::Show(Shown { today: !s.shown.today, ..s.shown }));
    "zoom-in" Map ALL [key(Key::Plus), key(Key::Equals)] |s| Do::Act(Action::Zoom(1.25, middle(s)));
    "zoom-out" Map ALL [key(Key::Minus)] |s| Do::Act(Action::Zoom(0.8, middle(s)));
    "zoom-home" Map ALL [key(Key::Num0)] |_| Do::Act(Action::Home);
    "lens-1" Map EXPLORE [key(Key::Num1)] |s| lens(s, 0);
    "lens-2" Map EXPLORE [key(Key::Num2)] |s| lens(s, 1);
    "lens-3" Map EXPLORE [key(Key::Num3)] |s| lens(s, 2);
    "lens-4" Map EXPLORE [key(Key::Num4)] |s| lens(s, 3);
    "lens-5" Map EXPLORE [key(Key::Num5)] |s| lens(s, 4);
    "lens-6" Map EXPLORE [key(Key::Num6)] |s| lens(s, 5);
    "lens-7" Map EXPLORE [key(Key::Num7)] |s| lens(s, 6);
    "compare" Views EXPLORE [key(Key::C)] |s| Do::Act(super::compare::toggled(s));
    "swap" Views EXPLORE [key(Key::X)] |_| Do::Act(Action::SwapCompare);
    "small-maps" Views EXPLORE [key(Key::G)] |s| Do::Act(super::compare::multiples_toggled(s));
    "desk-ribbons" Views EXPLORE [with(CTRL, Key::Num1)] |s| desk(s, Desk::Ribbons);
    "desk-strengths" Views EXPLORE [with(CTRL, Key::Num2)] |s| desk(s, Desk::Strengths);
    "desk-network" Views EXPLORE [with(CTRL, Key::Num3)] |s| desk(s, Desk::Network);
    "desk-table" Views EXPLORE [with(CTRL, Key::Num4)] |s| desk(s, Desk::Table);
    "desk-words" Views EXPLORE [with(CTRL, Key::Num5)] |s| desk(s, Desk::Words);
    "filters" Views EXPLORE [key(Key::F)] |_| Do::Ask(Ask::Filters);
    "hide-inspector" Views EXPLORE [key(Key::I)] |_| Do::Ask(Ask::HideInspector);
    "still" Views ALL [with(SHIFT, Key::M)] |s| Do::Act(Action::SetStill(!s.still));
    "find" Go EXPLORE [with(CTRL, Key::K)] |_| Do::Ask(Ask::Find);
    "back" Go EXPLORE [with(ALT, Key::ArrowLeft)] |_| Do::Act(Action::Back);
    "forward" Go EXPLORE [with(ALT, Key::ArrowRight)] |_| Do::Act(Action::Forward);
    "undo" Go ALL [with(CTRL, Key::Z)] |_| Do::Act(Action::Undo);
    "redo" Go ALL [with(CTRL, Key::Y), with(CTRL_SHIFT, Key::Z)] |_| Do::Act(Action::Redo);
    "clear-selection" Go EXPLORE [key(Key::Escape)] |_| Do::Act(Action::Select(None));
    "copy-link" Go EXPLORE [with(CTRL, Key::L)] |_| Do::Ask(Ask::CopyLink);
    "export" Go EXPLORE [with(CTRL, Key::E)] |_| Do::Ask(Ask::Export(None));
    "help" Go ALL [key(Key::F1), key(Key::Questionmark)] |_| Do::Ask(Ask::Help);
    "lecture" Lecture EXPLORE [key(Key::F5)] |_| Do::Act(Action::SetSkin(Skin::Lecture));
    "lecture-next" Lecture LECTURE [key(Key::PageDown), key(Key::ArrowRight), key(Key::Space)] |_| Do::Act(Action::NextChange);
    "lecture-previous" Lecture LECTURE [key(Key::PageUp), key(Key::ArrowLeft)] |_| Do::Act(Action::PreviousChange);
    "lecture-blank" Lecture LECTURE [key(Key::B), key(Key::Period)] |_| Do::Act(Action::Blank);
    "lecture-leave" Lecture LECTURE [key(Key::Escape)] |_| Do::Act(Action::SetSkin(Skin::Explore));
    "kiosk-leave" Kiosk KIOSK [with(CTRL_SHIFT, Key::Q)] |_| Do::Act(Action::SetSkin(Skin::Explore));
};

fn middle(s: &Session) -> crate::geometry::ScreenPoint {
    crate::geometry::ScreenPoint {
        x: s.view.size.0 / 2.0,
        y: s.view.size.1 / 2.0,
    }
}

fn lens(s: &Session, i: usize) -> Do {
    Do::Act(Action::SetLens(
        lenses(s)
            .into_iter()
            .nth(i)
            .unwrap_or_else(|| s.lens.clone()),
    ))
}

fn desk(s: &Session, desk: Desk) -> Do {
    Do::Act(Action::SetDesk((s.desk != Some(desk)).then_some(desk)))
}

/// The lenses that the bar offers, in its order.
pub(super) fn lenses(s: &Session) -> Vec<Lens> {
    let parties = s
        .whole()
        .atlas()
        .parties
        .iter()
        .filter(|p| p.capital || p.letter == "N");
    [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(parties.map(|p| Lens::Party(p.id.clone())))
        .collect()
}

/// The command of that name.
pub(super) fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| c.name == name)
}

impl Command {
    /// Its keys as people read them: `Ctrl+K`.
    pub(super) fn keys_in_words(&self, text: &Text) -> String {
        let words = |k: &KeyboardShortcut| {
            let mut out = String::new();
            for (on, name) in [
                (k.modifiers.ctrl, "Ctrl+"),
                (k.modifiers.alt, "Alt+"),
                (k.modifiers.shift, "Shift+"),
            ] {
                if on {
                    out.push_str(name);
                }
            }
            out + &match k.logical_key {
                Key::ArrowLeft => text.get("key-left"),
                Key::ArrowRight => text.get("key-right"),
                Key::Space => text.get("key-space"),
                Key::Questionmark => "?".to_owned(),
                Key::Plus => "+".to_owned(),
                Key::Equals => "=".to_owned(),
                Key::Minus => "-".to_owned(),
                Key::Period => ".".to_owned(),
                Key::Escape => "Esc".to_owned(),
                other => other.name().to_owned(),
            }
        };
        self.keys.iter().map(words).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_of_a_skin_share_a_key() {
        for skin in [Skin::Explore, Skin::Lecture, Skin::Kiosk] {
            let mut seen: Vec<(KeyboardShortcut, &str)> = Vec::new();
            for command in COMMANDS.iter().filter(|c| c.skins.contains(&skin)) {
                for shortcut in command.keys {
                    let clash = seen.iter().find(|(k, _)| k == shortcut);
                    assert!(
                        clash.is_none(),
                        "{} and {} share {shortcut:?}",
                        command.name,
                        clash.map_or("", |c| c.1)
                    );
                    seen.push((*shortcut, command.name));
                }
            }
        }
    }

    #[test]
    fn every_command_and_group_has_words() {
        let text = Text::new("en");
        let groups = Group::SHOWN.iter().map(|(_, key)| *key);
        for name in COMMANDS.iter().map(|c| c.name).chain(groups) {
            assert_ne!(text.get(name), name, "no words for `{name}`");
        }
    }
}
