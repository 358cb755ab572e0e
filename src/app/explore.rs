//! Explore: bar, map, inspector, time.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::find::Find;
use super::widgets::{self, Face, Sign};
use super::{Panel, inspector, map, time_panel};
use crate::paint::screen::{color, face};
use crate::scene::{Furniture, Legend};
use crate::session::{Action, Skin};
use crate::timeline::Lens;

/// What the reader is writing.
pub(super) struct Fields<'a> {
    /// A date.
    pub(super) typed: &'a mut String,
    /// Why that is no day.
    pub(super) wrong: &'a mut Option<String>,
    /// Words to look for.
    pub(super) find: &'a mut Find,
}

/// The skin for research; whether the reader asked for an export.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, unit: f32, fields: Fields<'_>) -> bool {
    let bar = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + 56.0 * unit));
    let time = Rect::from_min_max(pos2(whole.left(), whole.bottom() - 222.0 * unit), whole.max);
    let side = (536.0 * unit).min(whole.width() * 0.36);
    let right = Rect::from_min_max(pos2(whole.right() - side, bar.bottom()), pos2(whole.right(), time.top()));
    let sheet = Rect::from_min_max(pos2(whole.left(), bar.bottom()), pos2(right.left(), time.top()));
    map::ui(ui, p, sheet, unit, Furniture { legend: Legend::Whole, scale_right: Some(92.0) }, true);
    let wants_export = top_bar(ui, p, bar, unit, fields.find);
    inspector::ui(ui, p, right, unit);
    ui.painter().vline(right.left(), right.y_range(), Stroke::new(1.5 * unit, color(p.theme.ink)));
    bottom(ui, p, time, unit, fields.typed, fields.wrong);
    wants_export
}

fn top_bar(ui: &mut Ui, p: &mut Panel<'_>, bar: Rect, u: f32, find: &mut Find) -> bool {
    ui.painter().rect_filled(bar, 0.0, color(p.theme.card));
    ui.painter().hline(bar.x_range(), bar.bottom(), Stroke::new(1.5 * u, color(p.theme.ink)));
    let middle = bar.center().y;
    ui.painter().text(
        pos2(bar.left() + 24.0 * u, middle),
        Align2::LEFT_CENTER,
        p.text.get("app-name"),
        face("display-medium", 30.0 * u),
        color(p.theme.ink),
    );
    let atlas = p.session.timeline().atlas().clone();
    let title = atlas.manifest.title.text(p.text.language());
    ui.painter().text(
        pos2(bar.left() + 150.0 * u, middle),
        Align2::LEFT_CENTER,
        title,
        face("regular", 17.0 * u),
        color(p.theme.ink),
    );
    let mut x = bar.left() + 304.0 * u;
    let mut lenses = vec![(Lens::Claims, p.text.get("lens-claims"), None), (Lens::Control, p.text.get("lens-control"), None)];
    lenses.extend(atlas.parties.iter().filter(|party| party.capital || party.letter == "N").map(|party| {
        let seat = party.seat.as_ref().filter(|_| !party.capital);
        let name = seat.map_or(party.names.text(p.text.language()), |s| atlas.name(s.as_str(), p.text.language())).to_owned();
        (Lens::Party(party.id.clone()), name, Some((party.letter.clone(), p.theme.party(&party.slot).line)))
    }));
    for (lens, name, letter) in lenses {
        let selected = p.session.lens == lens;
        let text = ui.painter().layout_no_wrap(name.clone(), face("regular", 15.5 * u), color(p.theme.ink)).size().x;
        let roundel = if letter.is_some() { 28.0 * u } else { 0.0 };
        let rect = Rect::from_min_size(pos2(x, middle - 17.0 * u), vec2(text + roundel + 22.0 * u, 34.0 * u));
        let response = widgets::button(ui, p, rect, &name, Face::Words(""), selected, 15.5 * u);
        let ink = color(if selected { p.theme.page } else { p.theme.ink });
        if let Some((letter, c)) = letter {
            let m = pos2(rect.left() + 20.0 * u, middle);
            ui.painter().circle(m, 10.5 * u, color(c), Stroke::new(1.2 * u, color(p.theme.card)));
            ui.painter().text(m, Align2::CENTER_CENTER, letter, face("semibold", 13.0 * u), color(p.theme.card));
        }
        ui.painter().text(
            pos2(rect.left() + 11.0 * u + roundel, middle),
            Align2::LEFT_CENTER,
            &name,
            face("regular", 15.5 * u),
            ink,
        );
        if response.clicked() {
            p.actions.push(Action::SetLens(lens));
        }
        x = rect.right() + 6.0 * u;
    }
    voice_picker(ui, p, Rect::from_min_size(pos2(x, middle - 17.0 * u), vec2(190.0 * u, 34.0 * u)), u);
    let left = x + 196.0 * u;
    let right = bar.right() - 350.0 * u;
    if right - left > 90.0 * u {
        find.ui(
            ui,
            p,
            Rect::from_min_max(pos2(left, middle - 17.0 * u), pos2(right.min(left + 320.0 * u), middle + 17.0 * u)),
            u,
        );
    }
    for (i, (key, skin)) in [("kiosk", Skin::Kiosk), ("lecture", Skin::Lecture)].into_iter().enumerate() {
        let rect =
            Rect::from_min_size(pos2(bar.right() - (i as f32 + 1.0) * 112.0 * u, middle - 17.0 * u), vec2(102.0, 34.0) * u);
        let label = p.text.get(key);
        if widgets::button(ui, p, rect, &label, Face::Words(&label), false, 15.5 * u).clicked() {
            p.actions.push(Action::SetSkin(skin));
        }
    }
    let rect = Rect::from_min_size(pos2(bar.right() - 336.0 * u, middle - 17.0 * u), vec2(102.0, 34.0) * u);
    let label = p.text.get("export");
    widgets::button(ui, p, rect, &label, Face::Words(&label), false, 15.5 * u).clicked()
}

fn voice_picker(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let atlas = p.session.timeline().atlas().clone();
    let mut voices: Vec<_> =
        atlas.claims.iter().filter(|c| c.stance().is_some() && c.area.is_some()).flat_map(|c| &c.voices).collect();
    voices.sort_unstable();
    voices.dedup();
    let shown = match &p.session.lens {
        Lens::Voice(id) => atlas.name(id.as_str(), p.text.language()).to_owned(),
        _ => p.text.get("a-voice"),
    };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect.translate(vec2(0.0, 6.0 * u))));
    child.style_mut().override_font_id = Some(face("regular", 15.0 * u));
    egui::ComboBox::from_id_salt("voice").selected_text(shown).width(rect.width() - 10.0 * u).height(500.0 * u).show_ui(
        &mut child,
        |ui| {
            for voice in voices {
                let selected = p.session.lens == Lens::Voice(voice.clone());
                if ui.selectable_label(selected, atlas.name(voice.as_str(), p.text.language())).clicked() {
                    p.actions.push(Action::SetLens(Lens::Voice(voice.clone())));
                }
            }
        },
    );
}

fn bottom(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, typed: &mut String, wrong: &mut Option<String>) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.5 * u, color(p.theme.ink)));
    let left = rect.left() + 26.0 * u;
    let day = p.session.day;
    ui.painter().text(
        pos2(left, rect.top() + 44.0 * u),
        Align2::LEFT_CENTER,
        p.text.day_month(day),
        face("display", 60.0 * u),
        color(p.theme.ink),
    );
    ui.painter().text(
        pos2(left, rect.top() + 94.0 * u),
        Align2::LEFT_CENTER,
        p.text.weekday_year(day),
        face("regular", 15.5 * u),
        color(p.theme.ink),
    );
    ui.painter().text(
        pos2(left, rect.top() + 116.0 * u),
        Align2::LEFT_CENTER,
        p.text.old_style(day),
        face("regular", 14.0 * u),
        color(p.theme.ink2),
    );
    let size = 42.0 * u;
    let play = if p.session.playing { ("pause", Sign::Pause) } else { ("play", Sign::Play) };
    let buttons = [
        ("previous-change", Sign::First, Action::PreviousChange),
        ("previous-day", Sign::Back, Action::StepDays(-1)),
        (play.0, play.1, Action::TogglePlay),
        ("next-day", Sign::Forward, Action::StepDays(1)),
        ("next-change", Sign::Last, Action::NextChange),
    ];
    for (i, (key, sign, action)) in buttons.into_iter().enumerate() {
        let at = Rect::from_min_size(pos2(left + i as f32 * 48.0 * u, rect.top() + 140.0 * u), vec2(size, size));
        let label = p.text.get(key);
        if widgets::button(ui, p, at, &label, Face::Sign(sign), i == 2, 15.0 * u).clicked() {
            p.actions.push(action);
        }
    }
    let span = p.session.timeline().atlas().manifest.span;
    let (key, target) = if day > span.end {
        ("to-main-part", Some(span.end))
    } else {
        ("to-epilogue", p.session.timeline().next_change(span.end))
    };
    if let Some(target) = target {
        let label = p.text.get(key);
        let at = Rect::from_min_size(pos2(left + 246.0 * u, rect.top() + 187.0 * u), vec2(96.0, 28.0) * u);
        if widgets::button(ui, p, at, &label, Face::Words(&label), false, 14.0 * u).clicked() {
            p.actions.push(Action::Jump(target));
        }
    }
    let field = Rect::from_min_size(pos2(left, rect.top() + 188.0 * u), vec2(234.0, 26.0) * u);
    let hint = p.text.get("type-date");
    let edit = egui::TextEdit::singleline(typed)
        .hint_text(egui::RichText::new(hint.as_str()).font(face("regular", 14.0 * u)).color(color(p.theme.ink3)))
        .font(face("regular", 14.0 * u))
        .desired_width(field.width() - 12.0 * u);
    let response = ui.put(field, edit);
    response.widget_info(|| egui::WidgetInfo::text_edit(true, typed.as_str(), typed.as_str(), hint.as_str()));
    if response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter)) && !typed.is_empty() {
        match crate::time::read_typed(typed, day) {
            Ok(read) if p.session.timeline().atlas().manifest.span.contains(read) => {
                p.actions.push(Action::Jump(read));
                typed.clear();
                *wrong = None;
            }
            Ok(read) => {
                let span = p.session.timeline().atlas().manifest.span;
                *wrong = Some(format!("{read}: {} … {}", span.start, span.last()));
            }
            Err(error) => *wrong = Some(error.to_string()),
        }
    }
    if let Some(wrong) = wrong {
        let at = pos2(left + 354.0 * u, rect.bottom() - 10.0 * u);
        ui.painter().text(at, Align2::LEFT_CENTER, wrong.as_str(), face("italic", 14.0 * u), color(p.theme.ink));
    }
    let line = Rect::from_min_max(pos2(rect.left() + 380.0 * u, rect.top() + 6.0 * u), rect.max - vec2(0.0, 8.0 * u));
    time_panel::ui(ui, p, line, u, true);
}
