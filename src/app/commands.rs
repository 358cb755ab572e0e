//! The table of commands: name, keys and effect of each. The keyboard, the tooltips, the help page
//! and the search field all read it.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::lecture::Order;
use super::tour_editor::Order as TourOrder;
use super::{Panel, WindowCommand};
use crate::session::{Action, Blank, BottomView, Loop, Pace, Session, Shown, Skin};
use crate::text::{Text, is_shipped};
use crate::timeline::Lens;

/// The section of the help page that lists a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Time,
    Map,
    Views,
    Go,
    Lecture,
    Kiosk,
    /// Commands that the row of another command tells.
    Unlisted,
}

impl Group {
    pub(super) const SHOWN: [(Self, &'static str); 6] = [
        (Self::Time, "help-time"),
        (Self::Map, "help-map"),
        (Self::Views, "help-views"),
        (Self::Go, "help-go"),
        (Self::Lecture, "help-lecture"),
        (Self::Kiosk, "kiosk"),
    ];
}

/// The effect of a command.
pub(super) enum Effect {
    /// Changes the session.
    Act(Action),
    /// Changes the window.
    WindowCommand(WindowCommand),
}

impl Effect {
    /// Whether it moves the focus to the date field.
    pub(super) fn writes_date(&self) -> bool {
        matches!(self, Self::WindowCommand(WindowCommand::TypeDate))
    }
}

/// One command of the table.
pub(super) struct Command {
    pub(super) id: CommandId,
    /// The key of its name in the language files.
    pub(super) name: &'static str,
    pub(super) group: Group,
    pub(super) keys: &'static [KeyboardShortcut],
    /// The skins in which its keyboard shortcuts are active.
    pub(super) skins: &'static [Skin],
    pub(super) run: fn(&Session) -> Effect,
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
    ($($id:ident $name:literal $group:ident $skins:ident [$($keys:expr),*] $run:expr;)*) => {
        /// The id of a command. Buttons, keys, menu entries and the search field use the same id,
        /// so that all have the same effect.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum CommandId { $($id),* }

        /// All commands, in the order of the help page.
        pub(super) static COMMANDS: &[Command] = &[$(Command {
            id: CommandId::$id,
            name: $name,
            group: Group::$group,
            skins: $skins,
            keys: &[$($keys),*],
            run: $run,
        }),*];
    };
}

commands! {
    Play "play" Time EXPLORE [key(Key::Space)] |_| Effect::Act(Action::TogglePlay);
    NextDay "next-day" Time EXPLORE [key(Key::ArrowRight)] |_| Effect::Act(Action::StepDays(1));
    PreviousDay "previous-day" Time EXPLORE [key(Key::ArrowLeft)] |_| Effect::Act(Action::StepDays(-1));
    NextWeek "next-week" Time EXPLORE [with(SHIFT, Key::ArrowRight)] |_| Effect::Act(Action::StepDays(7));
    PreviousWeek "previous-week" Time EXPLORE [with(SHIFT, Key::ArrowLeft)] |_| Effect::Act(Action::StepDays(-7));
    NextChange "next-change" Time EXPLORE [with(CTRL, Key::ArrowRight)] |_| Effect::Act(Action::NextChange);
    PreviousChange "previous-change" Time EXPLORE [with(CTRL, Key::ArrowLeft)] |_| Effect::Act(Action::PreviousChange);
    ToStart "to-start" Time EXPLORE [key(Key::Home)] |s| Effect::Act(Action::Jump(s.timeline().atlas().manifest.span.start));
    ToEnd "to-end" Time EXPLORE [key(Key::End)] |s| Effect::Act(Action::Jump(s.timeline().atlas().manifest.span.end));
    Slower "slower" Time EXPLORE [key(Key::J)] |s| Effect::Act(Action::SetSpeed(s.speed() / 2.0));
    Faster "faster" Time EXPLORE [key(Key::L)] |s| Effect::Act(Action::SetSpeed(faster(s.speed())));
    Loop "loop" Time EXPLORE [key(Key::R)] |s| Effect::Act(Action::SetLoop(if s.looping() == Loop::Once { Loop::Again } else { Loop::Once }));
    ByEvents "by-events" Time EXPLORE [key(Key::E)] |s| Effect::Act(Action::SetPace(if s.pace() == Pace::Days { Pace::Events } else { Pace::Days }));
    TypeDate "type-date" Time EXPLORE [key(Key::D)] |_| Effect::WindowCommand(WindowCommand::TypeDate);
    AllDays "all-days" Time EXPLORE [key(Key::A)] |_| Effect::Act(Action::AllDays);
    ClearRange "clear-range" Time EXPLORE [key(Key::Backspace)] |_| Effect::Act(Action::SetRange(None));
    ShowTroops "show-troops" Map EXPLORE [key(Key::T)] |s| Effect::Act(Action::Show(Shown { troops: !s.shown().troops, ..s.shown() }));
    ShowMessages "show-messages" Map EXPLORE [key(Key::M)] |s| Effect::Act(Action::Show(Shown { messages: !s.shown().messages, ..s.shown() }));
    ShowHolders "show-holders" Map EXPLORE [key(Key::H)] |s| Effect::Act(Action::Show(Shown { holders: !s.shown().holders, ..s.shown() }));
    ShowToday "show-today" Map EXPLORE [key(Key::Y)] |s| Effect::Act(Action::Show(Shown { today: !s.shown().today, ..s.shown() }));
    ZoomIn "zoom-in" Map ALL [key(Key::Plus), key(Key::Equals)] |s| Effect::Act(Action::Zoom(1.25, middle(s)));
    ZoomOut "zoom-out" Map ALL [key(Key::Minus)] |s| Effect::Act(Action::Zoom(0.8, middle(s)));
    ZoomHome "zoom-home" Map EXPLORE [key(Key::Num0)] |_| Effect::Act(Action::Home);
    Lens1 "lens-1" Map EXPLORE [key(Key::Num1)] |s| lens(s, 0);
    Lens2 "lens-2" Map EXPLORE [key(Key::Num2)] |s| lens(s, 1);
    Lens3 "lens-3" Map EXPLORE [key(Key::Num3)] |s| lens(s, 2);
    Lens4 "lens-4" Map EXPLORE [key(Key::Num4)] |s| lens(s, 3);
    Lens5 "lens-5" Map EXPLORE [key(Key::Num5)] |s| lens(s, 4);
    Lens6 "lens-6" Map EXPLORE [key(Key::Num6)] |s| lens(s, 5);
    Lens7 "lens-7" Map EXPLORE [key(Key::Num7)] |s| lens(s, 6);
    Compare "compare" Views EXPLORE [key(Key::C)] |s| Effect::Act(super::compare::toggled(s));
    Swap "swap" Views EXPLORE [key(Key::X)] |_| Effect::Act(Action::SwapCompare);
    SmallMaps "small-maps" Views EXPLORE [key(Key::G)] |s| Effect::Act(super::compare::multiples_toggled(s));
    ViewRibbons "view-ribbons" Views EXPLORE [with(CTRL, Key::Num1)] |s| bottom_view(s, BottomView::Ribbons);
    ViewStrengths "view-strengths" Views EXPLORE [with(CTRL, Key::Num2)] |s| bottom_view(s, BottomView::Strengths);
    ViewNetwork "view-network" Views EXPLORE [with(CTRL, Key::Num3)] |s| bottom_view(s, BottomView::Network);
    ViewTable "view-table" Views EXPLORE [with(CTRL, Key::Num4)] |s| bottom_view(s, BottomView::Table);
    ViewWords "view-words" Views EXPLORE [with(CTRL, Key::Num5)] |s| bottom_view(s, BottomView::Words);
    ViewArchives "view-archives" Views EXPLORE [with(CTRL, Key::Num6)] |s| bottom_view(s, BottomView::Archives);
    ViewList "view-list" Views EXPLORE [with(CTRL, Key::Num7)] |s| bottom_view(s, BottomView::List);
    Star "list-star" Views EXPLORE [key(Key::S)] star;
    ViewChanges "view-changes" Views EXPLORE [with(CTRL, Key::Num8)] |s| bottom_view(s, BottomView::Changes);
    Filters "filters" Views EXPLORE [key(Key::F)] |_| Effect::WindowCommand(WindowCommand::Filters);
    Key "show-key" Views EXPLORE [key(Key::U)] |_| Effect::WindowCommand(WindowCommand::Key);
    NextSign "next-sign" Map EXPLORE [key(Key::N)] |_| Effect::WindowCommand(WindowCommand::Walk(1));
    PreviousSign "previous-sign" Map EXPLORE [with(SHIFT, Key::N)] |_| Effect::WindowCommand(WindowCommand::Walk(-1));
    Larger "ui-larger" Views EXPLORE [with(CTRL, Key::Plus), with(CTRL, Key::Equals)] |_| Effect::WindowCommand(WindowCommand::UiSize(Some(1.1)));
    Smaller "ui-smaller" Views EXPLORE [with(CTRL, Key::Minus)] |_| Effect::WindowCommand(WindowCommand::UiSize(Some(1.0 / 1.1)));
    UsualSize "ui-usual" Views EXPLORE [with(CTRL, Key::Num0)] |_| Effect::WindowCommand(WindowCommand::UiSize(None));
    Contrast "theme-high-contrast" Views EXPLORE [with(CTRL_SHIFT, Key::H)] |_| Effect::WindowCommand(WindowCommand::Contrast);
    Language "next-language" Views EXPLORE [with(CTRL_SHIFT, Key::L)] next_language;
    HideInspector "hide-inspector" Views EXPLORE [key(Key::I)] |_| Effect::WindowCommand(WindowCommand::HideInspector);
    ReducedMotion "reduced-motion" Views EXPLORE [with(SHIFT, Key::M)] |s| Effect::Act(Action::SetReducedMotion(!s.reduced_motion()));
    Find "find" Go EXPLORE [with(CTRL, Key::K)] |_| Effect::WindowCommand(WindowCommand::Find);
    Back "back" Go EXPLORE [with(ALT, Key::ArrowLeft)] |_| Effect::Act(Action::Back);
    Forward "forward" Go EXPLORE [with(ALT, Key::ArrowRight)] |_| Effect::Act(Action::Forward);
    Undo "undo" Go EXPLORE [with(CTRL, Key::Z)] |_| Effect::Act(Action::Undo);
    Redo "redo" Go EXPLORE [with(CTRL, Key::Y), with(CTRL_SHIFT, Key::Z)] |_| Effect::Act(Action::Redo);
    ClearSelection "clear-selection" Go EXPLORE [key(Key::Escape)] |_| Effect::Act(Action::Select(None));
    CopyLink "copy-link" Go EXPLORE [with(CTRL, Key::L)] |_| Effect::WindowCommand(WindowCommand::CopyLink);
    Export "export" Go EXPLORE [with(CTRL, Key::E)] |_| Effect::WindowCommand(WindowCommand::Export(None));
    TakeHome "take-home-lecture" Go EXPLORE [with(CTRL_SHIFT, Key::E)] |_| Effect::WindowCommand(WindowCommand::TakeHome);
    Help "help" Go ALL [key(Key::F1), key(Key::Questionmark)] |_| Effect::WindowCommand(WindowCommand::Help);
    Lecture "lecture" Lecture EXPLORE [key(Key::F5)] |_| order(Order::Begin);
    LectureResume "lecture-resume" Lecture EXPLORE [with(SHIFT, Key::F5)] |_| order(Order::Resume);
    Kiosk "kiosk" Kiosk EXPLORE [] |_| Effect::WindowCommand(WindowCommand::AskKiosk);
    TourKeep "tours-keep" Lecture EXPLORE [key(Key::K)] |_| Effect::WindowCommand(WindowCommand::Tour(TourOrder::Keep));
    TourEditor "tours-editor" Lecture EXPLORE [with(CTRL, Key::M)] |_| Effect::WindowCommand(WindowCommand::Tour(TourOrder::Toggle));
    LectureNext "lecture-next" Lecture LECTURE [key(Key::PageDown), key(Key::ArrowRight), key(Key::ArrowDown), key(Key::Space), key(Key::N)] |_| order(Order::Next);
    LecturePrevious "lecture-previous" Lecture LECTURE [key(Key::PageUp), key(Key::ArrowLeft), key(Key::ArrowUp), key(Key::Backspace)] |_| order(Order::Previous);
    LectureEnter "lecture-enter" Lecture LECTURE [key(Key::Enter)] |_| order(Order::Enter);
    LectureFirst "lecture-first" Lecture LECTURE [key(Key::Home)] |_| order(Order::First);
    LectureLast "lecture-last" Lecture LECTURE [key(Key::End)] |_| order(Order::Last);
    LectureGrid "lecture-grid" Lecture LECTURE [key(Key::G)] |_| order(Order::Overview);
    LectureBlank "lecture-blank" Lecture LECTURE [key(Key::B), key(Key::Period)] |_| order(Order::Blank(Blank::Black));
    LectureWhite "lecture-white" Lecture LECTURE [key(Key::W), key(Key::Comma)] |_| order(Order::Blank(Blank::White));
    LectureSlider "lecture-slider" Lecture LECTURE [key(Key::D)] |_| order(Order::Slider);
    LectureLens1 "lecture-lenses" Lecture LECTURE [with(ALT, Key::Num1)] |s| lecture_lens(s, 0);
    LectureLens2 "lens-2" Unlisted LECTURE [with(ALT, Key::Num2)] |s| lecture_lens(s, 1);
    LectureLens3 "lens-3" Unlisted LECTURE [with(ALT, Key::Num3)] |s| lecture_lens(s, 2);
    LectureLens4 "lens-4" Unlisted LECTURE [with(ALT, Key::Num4)] |s| lecture_lens(s, 3);
    LectureLens5 "lens-5" Unlisted LECTURE [with(ALT, Key::Num5)] |s| lecture_lens(s, 4);
    LectureLens6 "lens-6" Unlisted LECTURE [with(ALT, Key::Num6)] |s| lecture_lens(s, 5);
    LectureLens7 "lens-7" Unlisted LECTURE [with(ALT, Key::Num7)] |s| lecture_lens(s, 6);
    LecturePen "lecture-pen" Lecture LECTURE [with(CTRL, Key::P)] |_| order(Order::Pen);
    LectureErase "lecture-erase" Lecture LECTURE [key(Key::E)] |_| order(Order::Erase);
    LectureAgain "lecture-again" Lecture LECTURE [key(Key::F5)] |_| order(Order::Again);
    LectureWindow "lecture-window" Lecture LECTURE [key(Key::F11)] |_| order(Order::Window);
    Presenter "presenter" Lecture LECTURE [key(Key::P)] |_| Effect::WindowCommand(WindowCommand::Presenter);
    LectureLeave "lecture-leave" Lecture LECTURE [key(Key::Escape), with(CTRL, Key::Q)] |_| order(Order::Leave);
    KioskLeave "kiosk-leave" Kiosk KIOSK [with(CTRL_SHIFT, Key::Q)] |_| Effect::Act(Action::SetSkin(Skin::Explore));
}

fn middle(s: &Session) -> crate::geometry::ScreenPoint {
    crate::geometry::ScreenPoint {
        x: s.viewport().size.0 / 2.0,
        y: s.viewport().size.1 / 2.0,
    }
}

/// Twice the speed. The slowest follows the fastest, so that one button reaches every speed.
fn faster(speed: f64) -> f64 {
    if speed >= 16.0 { 0.5 } else { speed * 2.0 }
}

fn lens(s: &Session, i: usize) -> Effect {
    Effect::Act(Action::SetLens(
        lenses(s)
            .into_iter()
            .nth(i)
            .unwrap_or_else(|| s.lens().clone()),
    ))
}

/// Puts the selected record on the working list or takes it off; without one it opens the list.
fn star(s: &Session) -> Effect {
    let selected = s
        .selection()
        .filter(|id| s.whole().atlas().find(id).is_some());
    match selected {
        Some(id) => Effect::WindowCommand(WindowCommand::Star(id.to_owned())),
        None => bottom_view(s, BottomView::List),
    }
}

fn order(order: Order) -> Effect {
    Effect::WindowCommand(WindowCommand::Lecture(order))
}

fn lecture_lens(s: &Session, i: usize) -> Effect {
    let lens = lenses(s).into_iter().nth(i);
    order(Order::Lens(lens.unwrap_or_else(|| s.lens().clone())))
}

fn bottom_view(s: &Session, bottom_view: BottomView) -> Effect {
    Effect::Act(Action::SetBottomView(
        (s.bottom_view() != Some(bottom_view)).then_some(bottom_view),
    ))
}

/// The languages of the atlas in which the interface is shipped, in the order of the atlas.
pub(super) fn languages(s: &Session) -> Vec<String> {
    let languages = s.whole().atlas().manifest.languages.iter();
    languages.filter(|tag| is_shipped(tag)).cloned().collect()
}

fn next_language(s: &Session) -> Effect {
    let languages = languages(s);
    let now = languages.iter().position(|tag| tag == s.language());
    let next = now.map_or(0, |now| (now + 1) % languages.len());
    let next = languages.get(next).cloned();
    Effect::Act(Action::SetLanguage(next.unwrap_or_default()))
}

/// The lenses that the bar offers, in order.
pub(super) fn lenses(s: &Session) -> Vec<Lens> {
    let parties = s.whole().atlas().parties.iter().filter(|p| p.offers_lens());
    [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(parties.map(|p| Lens::Party(p.id.clone())))
        .collect()
}

/// What a lens is called: a party by the city of its capital or seat.
pub(super) fn lens_name(p: &Panel<'_>, lens: &Lens) -> String {
    p.text.lens_name(lens, p.session.whole().atlas())
}

impl CommandId {
    /// The command with this id.
    pub(super) fn command(self) -> &'static Command {
        // One macro makes the ids and the table in the same order.
        &COMMANDS[self as usize]
    }

    /// A short description of what the command does at present.
    pub(super) fn label(self, p: &Panel<'_>) -> String {
        let pauses = self == Self::Play && p.session.playing();
        p.text
            .get(if pauses { "pause" } else { self.command().name })
    }

    /// A tooltip: what the command does, with the keys that do it in the current skin.
    pub(super) fn hint(self, p: &Panel<'_>) -> String {
        let command = self.command();
        let label = self.label(p);
        let keys = command.keys_in_words(p.text);
        if keys.is_empty() || !command.skins.contains(&p.session.skin()) {
            label
        } else {
            format!("{label}  ({keys})")
        }
    }

    /// Adds the command's effect to the lists of the frame.
    pub(super) fn run(self, p: &mut Panel<'_>) {
        match (self.command().run)(p.session) {
            Effect::Act(action) => p.actions.push(action),
            Effect::WindowCommand(command) => p.window_commands.push(command),
        }
    }

    /// The command that opens or closes a view below the map.
    pub(super) fn of_view(view: BottomView) -> Self {
        match view {
            BottomView::Ribbons => Self::ViewRibbons,
            BottomView::Strengths => Self::ViewStrengths,
            BottomView::Network => Self::ViewNetwork,
            BottomView::Table => Self::ViewTable,
            BottomView::Words => Self::ViewWords,
            BottomView::Archives => Self::ViewArchives,
            BottomView::List => Self::ViewList,
            BottomView::Changes => Self::ViewChanges,
        }
    }
}

impl Command {
    /// The command's keys as readers write them, such as `Ctrl+K`.
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
                Key::Comma => ",".to_owned(),
                Key::ArrowUp => text.get("key-up"),
                Key::ArrowDown => text.get("key-down"),
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
    fn each_id_leads_to_its_own_row() {
        for (i, command) in COMMANDS.iter().enumerate() {
            assert_eq!(command.id as usize, i, "{}", command.name);
            assert_eq!(command.id.command().name, command.name);
        }
    }

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
