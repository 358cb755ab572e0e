//! The kiosk skin: it plays until touched, and plays again when left alone.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::commands::CommandId;
use super::widgets::{self, Button, Sign, words};
use super::{Panel, map, time_panel};
use crate::kiosk::IdleConfig;
use crate::paint::screen::{color, face};
use crate::scene::{Face, Furniture, Legend};
use crate::session::Action;
use crate::timeline::Lens;

/// Maximum number of sentences about a district; the number of the others is given.
const MOST_SENTENCES: usize = 5;

/// Draws the skin for a museum.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    whole: Rect,
    u: f32,
    idle_s: &mut f64,
    idle: &IdleConfig,
) {
    let reset_s = idle.after_s + idle.countdown_s;
    let touched = ui.input(|i| i.pointer.any_down() || i.pointer.any_pressed());
    if touched {
        if *idle_s >= reset_s || (p.session.playing() && *idle_s > 5.0) {
            p.actions.push(Action::TogglePlay);
        }
        *idle_s = 0.0;
    } else {
        let before = *idle_s;
        *idle_s += p.seconds;
        if before < reset_s && *idle_s >= reset_s {
            p.actions.push(Action::Restart);
        }
    }
    let time = Rect::from_min_max(pos2(whole.left(), whole.bottom() - 294.0 * u), whole.max);
    let side = Rect::from_min_max(
        pos2(whole.right() - 684.0 * u, whole.top()),
        pos2(whole.right(), time.top()),
    );
    let map_rect = Rect::from_min_max(whole.min, pos2(side.left(), time.top()));
    map::ui(
        ui,
        p,
        map_rect,
        u * 1.3,
        Furniture {
            legend: Legend::Brief,
            scale_right: None,
            has_buttons: false,
        },
        false,
    );
    card(ui, p, side, u);
    bottom(ui, p, time, u);
    let left = reset_s - *idle_s;
    if *idle_s > idle.after_s && left > 0.0 && !p.session.playing() {
        let text = p
            .text
            .with("returning", &[("seconds", &format!("{left:.0}"))]);
        let rect = Rect::from_center_size(
            map_rect.center_top() + vec2(0.0, 60.0 * u),
            vec2(760.0, 72.0) * u,
        );
        ui.painter().rect_filled(rect, 12.0 * u, color(p.theme.ink));
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            text,
            face("regular", 28.0 * u),
            color(p.theme.page),
        );
    }
}

fn card(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.page));
    ui.painter().vline(
        rect.left(),
        rect.y_range(),
        Stroke::new(1.5 * u, color(p.theme.rule)),
    );
    let atlas = p.session.timeline().atlas().clone();
    let language = p.text.language().to_owned();
    let lenses_height = 2.0 * 104.0 * u + 24.0 * u;
    let inner = Rect::from_min_max(
        rect.min + vec2(40.0, 28.0) * u,
        rect.max - vec2(24.0 * u, lenses_height),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(inner);
    child.spacing_mut().item_spacing = vec2(8.0, 12.0) * u;
    let ink = p.theme.ink;
    words(
        &mut child,
        atlas.manifest.title.text(&language),
        "display",
        50.0 * u,
        ink,
    );
    widgets::rule(&mut child, p.theme.rule);
    let selected = p
        .session
        .selection()
        .and_then(|id| atlas.district(id).map(|d| (id, d)));
    match selected {
        Some((id, district)) => {
            words(
                &mut child,
                district.names.text(&language),
                "semibold",
                33.0 * u,
                ink,
            );
            let leaf = atlas
                .leaves_of(&crate::model::DistrictId::from(id))
                .into_iter()
                .next();
            let state = leaf.and_then(|(leaf, _)| p.situation.district(leaf.as_str()));
            let answers = state.into_iter().flat_map(|s| {
                atlas
                    .parties
                    .iter()
                    .filter_map(move |party| s.answer(&party.id, crate::model::Question::Whose))
            });
            let sentences: Vec<String> =
                answers.map(|s| p.text.stance_in_force(s, &atlas)).collect();
            if sentences.is_empty() {
                words(
                    &mut child,
                    &p.text.get("no-statement"),
                    "regular",
                    30.0 * u,
                    ink,
                );
            }
            let (shown, more) = p.text.first_of(&sentences, MOST_SENTENCES);
            for sentence in shown.iter().chain(&more) {
                words(&mut child, sentence, "regular", 30.0 * u, ink);
            }
        }
        None => {
            words(
                &mut child,
                &p.text.lens_title(p.session.lens(), &atlas),
                "semibold",
                33.0 * u,
                ink,
            );
            let message = p
                .situation
                .messages
                .iter()
                .find(|d| d.certainty == crate::time::Truth::Certain)
                .map(|d| &atlas.messages[d.index]);
            let text = message.map_or_else(
                || {
                    p.last_message()
                        .unwrap_or_else(|| p.text.get("touch-to-begin"))
                },
                |m| m.gist.text(&language).to_owned(),
            );
            words(&mut child, &text, "regular", 32.0 * u, ink);
            if let Some(m) = message {
                words(
                    &mut child,
                    &p.text.source_for_room(&m.head, &atlas),
                    "regular",
                    26.0 * u,
                    p.theme.ink3,
                );
            }
        }
    }
    let mut lenses = vec![
        (Lens::Claims, p.text.get("lens-claims")),
        (Lens::Control, p.text.get("lens-control")),
    ];
    lenses.extend(atlas.parties.iter().filter(|q| q.capital).map(|q| {
        (
            Lens::Party(q.id.clone()),
            q.names.text(&language).to_owned(),
        )
    }));
    for (i, (lens, label)) in lenses.into_iter().enumerate() {
        let at = pos2(
            rect.left() + 40.0 * u + (i % 3) as f32 * 205.0 * u,
            rect.bottom() - lenses_height + 8.0 * u + (i / 3) as f32 * 104.0 * u,
        );
        let button = Rect::from_min_size(at, vec2(193.0, 88.0) * u);
        let selected = *p.session.lens() == lens;
        let button = Button::words(button, &label, 28.0 * u).selected(selected);
        if button.show(ui, p.theme, &label).clicked() {
            p.actions.push(Action::SetLens(lens));
        }
    }
}

fn bottom(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.5 * u, color(p.theme.rule)),
    );
    let sign = if p.session.playing() {
        Sign::Pause
    } else {
        Sign::Play
    };
    let play = Rect::from_min_size(rect.min + vec2(40.0, 28.0) * u, vec2(116.0, 116.0) * u);
    Button::sign(play, sign)
        .selected(true)
        .run(ui, p, CommandId::Play);
    for (i, (command, sign)) in [
        (CommandId::PreviousDay, Sign::Back),
        (CommandId::NextDay, Sign::Forward),
    ]
    .into_iter()
    .enumerate()
    {
        let at = Rect::from_min_size(
            rect.min + vec2(40.0 + i as f32 * 104.0, 172.0) * u,
            vec2(92.0, 88.0) * u,
        );
        Button::sign(at, sign).run(ui, p, command);
    }
    let at = rect.min + vec2(182.0, 66.0) * u;
    let date = p.text.day_month(p.session.day());
    // The time line begins 540 design units from the left edge, the date 182.
    let size = Face::Display.fitted(&date, 70.0, 340.0);
    ui.painter().text(
        at,
        Align2::LEFT_CENTER,
        date,
        face("display", size * u),
        color(p.theme.ink),
    );
    let at = rect.min + vec2(184.0, 128.0) * u;
    ui.painter().text(
        at,
        Align2::LEFT_CENTER,
        p.text.weekday_year(p.session.day()),
        face("regular", 28.0 * u),
        color(p.theme.ink2),
    );
    let line = Rect::from_min_max(
        rect.min + vec2(540.0, 40.0) * u,
        rect.max - vec2(30.0, 70.0) * u,
    );
    time_panel::ui(ui, p, line, u * 1.5, false);
}
