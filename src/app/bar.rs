//! The title bar: title, lenses, search, skins.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::Panel;
use super::commands::CommandId;
use super::find::Find;
use super::tour_editor::Editor;
use super::tour_menu;
use super::widgets::{self, Button};
use crate::paint::screen::{color, face};
use crate::session::Action;
use crate::timeline::Lens;

pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    bar: Rect,
    u: f32,
    find: &mut Find,
    editor: &mut Editor,
) {
    ui.painter().rect_filled(bar, 0.0, color(p.theme.card));
    ui.painter().hline(
        bar.x_range(),
        bar.bottom(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    let middle = bar.center().y;
    let ink = color(p.theme.ink);
    let name = p.text.get("app-name");
    ui.painter().text(
        pos2(bar.left() + 24.0 * u, middle),
        Align2::LEFT_CENTER,
        name,
        face("display-medium", 30.0 * u),
        ink,
    );
    let atlas = p.session.timeline().atlas().clone();
    let title = atlas.manifest.title.text(p.text.language());
    let title_width = ui
        .painter()
        .text(
            pos2(bar.left() + 150.0 * u, middle),
            Align2::LEFT_CENTER,
            title,
            face("regular", 17.0 * u),
            ink,
        )
        .width();
    let title_end = 150.0 * u + title_width + 24.0 * u;
    let mut x = bar.left() + title_end.max(304.0 * u);
    for (i, lens) in super::commands::lenses(p.session).into_iter().enumerate() {
        x = lens_button(ui, p, pos2(x, middle), u, lens, i);
    }
    voice_picker(
        ui,
        p,
        Rect::from_min_size(pos2(x, middle - 17.0 * u), vec2(190.0 * u, 34.0 * u)),
        u,
    );
    let left = x + 196.0 * u;
    let right = bar.right() - 392.0 * u;
    if right - left > 90.0 * u {
        let rect = Rect::from_min_max(
            pos2(left, middle - 17.0 * u),
            pos2(right.min(left + 320.0 * u), middle + 17.0 * u),
        );
        find.ui(ui, p, rect, u);
    }
    let mut right = bar.right() - 12.0 * u;
    for (command, width) in [
        (CommandId::Help, 38.0),
        (CommandId::Kiosk, 96.0),
        (CommandId::Lecture, 96.0),
        (CommandId::Export, 112.0),
    ] {
        let rect = Rect::from_min_size(
            pos2(right - width * u, middle - 17.0 * u),
            vec2(width, 34.0) * u,
        );
        let words = if command == CommandId::Help {
            "?".to_owned()
        } else {
            p.text.get(command.command().name)
        };
        let button = Button::words(rect, &words, 15.5 * u);
        if command == CommandId::Lecture {
            let response = button.show(ui, p.theme, &words);
            tour_menu::ui(p, u, &response, editor);
        } else {
            button.run(ui, p, command);
        }
        right -= (width + 8.0) * u;
    }
}

/// A lens button with its party's letter and name. Returns where the next button begins.
fn lens_button(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    at: egui::Pos2,
    u: f32,
    lens: Lens,
    i: usize,
) -> f32 {
    let atlas = p.session.whole().atlas().clone();
    let (name, letter) = match &lens {
        Lens::Claims => (p.text.get("lens-claims"), None),
        Lens::Control => (p.text.get("lens-control"), None),
        lens => {
            let party = atlas.party(lens.name());
            let seat = party.filter(|q| !q.capital).and_then(|q| q.seat.as_ref());
            let name = seat.map_or_else(
                || atlas.name(lens.name(), p.text.language()),
                |s| atlas.name(s.as_str(), p.text.language()),
            );
            (
                name.to_owned(),
                party.map(|q| {
                    (
                        q.letter.clone(),
                        p.theme.party(q.slot.unwrap_or_default()).line,
                    )
                }),
            )
        }
    };
    let selected = *p.session.lens() == lens;
    let font = face("regular", 15.5 * u);
    let text = ui
        .painter()
        .layout_no_wrap(name.clone(), font.clone(), color(p.theme.ink))
        .size()
        .x;
    let roundel = if letter.is_some() { 28.0 * u } else { 0.0 };
    let rect = Rect::from_min_size(
        pos2(at.x, at.y - 17.0 * u),
        vec2(text + roundel + 22.0 * u, 34.0 * u),
    );
    // The text is drawn below, beside the party's letter, so the button itself has none.
    let button = Button::words(rect, "", 15.5 * u).selected(selected);
    let response = button.show(ui, p.theme, &name);
    let ink = color(if selected { p.theme.page } else { p.theme.ink });
    if let Some((letter, c)) = letter {
        let m = pos2(rect.left() + 20.0 * u, at.y);
        ui.painter().circle(
            m,
            10.5 * u,
            color(c),
            Stroke::new(1.2 * u, color(p.theme.card)),
        );
        ui.painter().text(
            m,
            Align2::CENTER_CENTER,
            letter,
            face("semibold", 13.0 * u),
            color(p.theme.card),
        );
    }
    ui.painter().text(
        pos2(rect.left() + 11.0 * u + roundel, at.y),
        Align2::LEFT_CENTER,
        &name,
        font,
        ink,
    );
    let hint = format!("{} ({})", p.text.lens_about(&lens, &atlas), i + 1);
    if response.on_hover_text(hint).clicked() {
        p.actions.push(Action::SetLens(lens));
    }
    rect.right() + 6.0 * u
}

fn voice_picker(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let atlas = p.session.whole().atlas().clone();
    let shown = match p.session.lens() {
        Lens::Voice(id) => atlas.name(id.as_str(), p.text.language()).to_owned(),
        _ => p.text.get("a-voice"),
    };
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(rect.translate(vec2(0.0, 6.0 * u))));
    child.style_mut().override_font_id = Some(face("regular", 15.0 * u));
    let combo = egui::ComboBox::from_id_salt("voice")
        .selected_text(shown)
        .width(rect.width() - 10.0 * u)
        .height(500.0 * u);
    let response = combo.show_ui(&mut child, |ui| {
        for voice in widgets::voices(p.session) {
            let selected = *p.session.lens() == Lens::Voice(voice.clone());
            if ui
                .selectable_label(selected, atlas.name(voice.as_str(), p.text.language()))
                .clicked()
            {
                p.actions.push(Action::SetLens(Lens::Voice(voice)));
            }
        }
    });
    response.response.on_hover_text(p.text.get("a-voice-about"));
}
