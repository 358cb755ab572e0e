//! The title bar: title, lenses, search, skins. A narrow window has the lenses in a second row.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::Panel;
use super::commands::{self, CommandId};
use super::explore::Desktop;
use super::tour_menu;
use super::voice_menu::VoiceMenu;
use super::widgets::{self, Button};
use crate::paint::screen::{color, face};
use crate::session::Action;
use crate::text::language_name;
use crate::timeline::Lens;

/// Heights of the first and of the second row, in design units.
const ROW: f32 = 56.0;
const SECOND: f32 = 44.0;
/// Width of the button of voices, and the least and greatest width of the search field, in design
/// units.
const VOICES: f32 = 178.0;
const SEARCH: f32 = 170.0;
const MOST_SEARCH: f32 = 420.0;
/// Font size of the program's name, in design units.
const NAME: f32 = 30.0;
/// Distances from the edge and between buttons, in design units.
const EDGE: f32 = 24.0;
const APART: f32 = 6.0;

/// The commands at the right end, from the right.
const COMMANDS: [CommandId; 5] = [
    CommandId::Help,
    CommandId::Language,
    CommandId::Kiosk,
    CommandId::Lecture,
    CommandId::Export,
];

/// Widths of the parts of the bar, in points.
struct Widths {
    title: f32,
    /// Each lens with its name, or with its letter alone where the names have no room.
    lenses: Vec<f32>,
    commands: [f32; 5],
    has_rows: bool,
    has_names: bool,
}

impl Widths {
    fn new(ui: &Ui, p: &Panel<'_>, width: f32, u: f32) -> Self {
        let wide = |words: &str, size: f32| {
            let font = face("regular", size * u);
            let galley = ui
                .painter()
                .layout_no_wrap(words.to_owned(), font, color(p.theme.ink));
            galley.size().x
        };
        let title = &p.session.timeline().atlas().manifest.title;
        let name = name_end(ui, p, u);
        let title = name + 24.0 * u + wide(title.text(p.text.language()), 17.0);
        let lens = |has_name: bool| {
            move |lens: &Lens| {
                let roundel = if letter_of(p, lens).is_some() {
                    28.0 * u
                } else {
                    0.0
                };
                let name = commands::lens_name(p, lens);
                let has_name = has_name || roundel == 0.0;
                let name = if has_name { wide(&name, 15.5) } else { 0.0 };
                roundel + name + 22.0 * u - if has_name { 0.0 } else { 8.0 * u }
            }
        };
        let all = commands::lenses(p.session);
        let mut lenses: Vec<f32> = all.iter().map(lens(true)).collect();
        let words = COMMANDS.map(|command| wide(&label_of(p, command), 15.5) + 26.0 * u);
        let of_lenses = |lenses: &[f32]| {
            lenses.iter().map(|w| w + APART * u).sum::<f32>() + (VOICES + APART) * u
        };
        let of_commands = words.iter().map(|w| w + 8.0 * u).sum::<f32>() + EDGE * u;
        let search = (SEARCH + 16.0) * u;
        let has_rows = title + of_lenses(&lenses) + search + of_commands > width;
        let has_names = of_lenses(&lenses) + EDGE * u <= width;
        if !has_names {
            lenses = all.iter().map(lens(false)).collect();
        }
        Self {
            title,
            lenses,
            commands: words,
            has_rows,
            has_names,
        }
    }
}

/// Where the name of the program ends and the title of the atlas begins, in points from the left.
fn name_end(ui: &Ui, p: &Panel<'_>, u: f32) -> f32 {
    let font = face("display-medium", NAME * u);
    let words = p.text.get("app-name");
    let galley = ui.painter().layout_no_wrap(words, font, color(p.theme.ink));
    galley.size().x + (EDGE + 22.0) * u
}

/// Height of the bar in points, in a window of some width.
pub(super) fn height(ui: &Ui, p: &Panel<'_>, width: f32, u: f32) -> f32 {
    let has_rows = Widths::new(ui, p, width, u).has_rows;
    if has_rows {
        (ROW + SECOND) * u
    } else {
        ROW * u
    }
}

/// Draws the bar.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, bar: Rect, u: f32, d: &mut Desktop) {
    let widths = Widths::new(ui, p, bar.width(), u);
    let ink = color(p.theme.ink);
    ui.painter().rect_filled(bar, 0.0, color(p.theme.card));
    let line = Stroke::new(1.5 * u, ink);
    ui.painter().hline(bar.x_range(), bar.bottom(), line);
    let middle = bar.top() + ROW / 2.0 * u;
    let left = bar.left() + EDGE * u;
    let at_left = Align2::LEFT_CENTER;
    let name = p.text.get("app-name");
    let font = face("display-medium", NAME * u);
    ui.painter()
        .text(pos2(left, middle), at_left, name, font, ink);
    let title = &p.session.timeline().atlas().manifest.title;
    let title = title.text(p.text.language());
    let at = pos2(bar.left() + name_end(ui, p, u), middle);
    ui.painter()
        .text(at, at_left, title, face("regular", 17.0 * u), ink);
    let title_end = bar.left() + widths.title;
    let start = if widths.has_rows {
        pos2(left, bar.top() + (ROW + SECOND / 2.0 - 6.0) * u)
    } else {
        pos2(title_end, middle)
    };
    let mut x = start.x;
    let lenses = commands::lenses(p.session).into_iter().zip(&widths.lenses);
    for (i, (lens, width)) in lenses.enumerate() {
        let corner = pos2(x, start.y - 17.0 * u);
        let rect = Rect::from_min_size(corner, vec2(*width, 34.0 * u));
        lens_button(ui, p, rect, u, lens, i, widths.has_names);
        x += width + APART * u;
    }
    let corner = pos2(x, start.y - 17.0 * u);
    let rect = Rect::from_min_size(corner, vec2(VOICES, 34.0) * u);
    voices(ui, p, rect, u, &mut d.voices);
    let commands = widths.commands.iter().map(|w| w + 8.0 * u).sum::<f32>();
    let edge = bar.right() - EDGE * u;
    let (beside_title, behind_lenses) = (
        (title_end, edge - commands - 4.0 * u, middle),
        (rect.right() + 10.0 * u, edge, start.y),
    );
    // Where the bar has two rows, the search stands in the one that has more room for it.
    let of = |(from, to, _): (f32, f32, f32)| (to - from).min(MOST_SEARCH * u);
    let (from, to, y) = if !widths.has_rows {
        (behind_lenses.0, beside_title.1, middle)
    } else if of(behind_lenses) > of(beside_title) {
        behind_lenses
    } else {
        beside_title
    };
    if to - from > 60.0 * u {
        let half = 17.0 * u;
        let right = to.min(from + MOST_SEARCH * u);
        let rect = Rect::from_min_max(pos2(from, y - half), pos2(right, y + half));
        d.find.ui(ui, p, rect, u);
    }
    let mut right = bar.right() - (EDGE - 8.0) * u;
    for (command, width) in COMMANDS.into_iter().zip(widths.commands) {
        right -= width + 8.0 * u;
        let rect = Rect::from_min_size(pos2(right, middle - 17.0 * u), vec2(width, 34.0 * u));
        let words = label_of(p, command);
        let button = Button::words(rect, &words, 15.5 * u);
        if command == CommandId::Lecture {
            let response = button.show(ui, p.theme, &words);
            tour_menu::ui(p, u, &response, &mut d.editor);
        } else if command == CommandId::Language {
            let hint = p.text.get("language");
            let response = button.named(ui, p.theme, &hint, &hint);
            language_menu(p, u, &response);
        } else {
            button.run(ui, p, command);
        }
    }
}

/// The languages, each by its own name.
fn language_menu(p: &mut Panel<'_>, u: f32, button: &egui::Response) {
    let menu = egui::Popup::menu(button).width(180.0 * u);
    menu.show(|ui| {
        for tag in commands::languages(p.session) {
            let name = language_name(&tag).unwrap_or(&tag);
            let is_shown = tag == p.session.language();
            if ui.selectable_label(is_shown, name).clicked() {
                p.actions.push(Action::SetLanguage(tag));
            }
        }
    });
}

fn label_of(p: &Panel<'_>, command: CommandId) -> String {
    match command {
        CommandId::Help => "?".to_owned(),
        CommandId::Language => p.session.language().to_uppercase(),
        command => p.text.get(command.command().name),
    }
}

/// The letter and slot of a lens's party.
fn letter_of(p: &Panel<'_>, lens: &Lens) -> Option<crate::model::PartyId> {
    match lens {
        Lens::Party(party) => Some(party.clone()),
        _ => None,
    }
    .filter(|party| p.session.whole().atlas().party(party.as_str()).is_some())
}

/// A lens button with its party's letter and name.
fn lens_button(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    lens: Lens,
    i: usize,
    has_names: bool,
) {
    let name = commands::lens_name(p, &lens);
    let party = letter_of(p, &lens);
    let selected = *p.session.lens() == lens;
    // The text is drawn below, beside the party's letter, so the button itself has none.
    let button = Button::words(rect, "", 15.5 * u).selected(selected);
    let atlas = p.session.whole().atlas().clone();
    let hint = format!("{} ({})", p.text.lens_about(&lens, &atlas), i + 1);
    let response = button.named(ui, p.theme, &name, &hint);
    let ink = color(if selected { p.theme.page } else { p.theme.ink });
    let middle = rect.center().y;
    let mut x = rect.left() + 11.0 * u;
    if let Some(party) = &party {
        let radius = 10.5 * u;
        let at = pos2(rect.left() + 20.0 * u, middle);
        widgets::roundel(ui, p, party, at, radius, false);
        x += 28.0 * u;
    }
    if has_names || party.is_none() {
        let font = face("regular", 15.5 * u);
        let at = pos2(x, middle);
        ui.painter().text(at, Align2::LEFT_CENTER, &name, font, ink);
    }
    if response.clicked() {
        p.actions.push(Action::SetLens(lens));
    }
}

/// The button of the menu of voices.
fn voices(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, menu: &mut VoiceMenu) {
    let chosen = p.session.lens().clone();
    let is_voice = matches!(chosen, Lens::Voice(_));
    let shown = if is_voice {
        commands::lens_name(p, &chosen)
    } else {
        p.text.get("a-voice")
    };
    let button = Button::words(rect, "", 15.5 * u).selected(is_voice);
    let response = button.named(ui, p.theme, &shown, &p.text.get("a-voice-about"));
    let ink = color(if is_voice { p.theme.page } else { p.theme.ink });
    let room = rect.shrink2(vec2(10.0 * u, 0.0));
    ui.painter_at(room).text(
        room.left_center(),
        Align2::LEFT_CENTER,
        &shown,
        face("regular", 15.0 * u),
        ink,
    );
    if let Some(lens) = menu.ui(p, u, &response, false, &chosen) {
        p.actions.push(Action::SetLens(lens));
    }
}
