//! The lecture skin: a column with the changes of the day, and a large map.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::widgets::words;
use super::{Panel, map};
use crate::paint::screen::{color, face};
use crate::scene::{Furniture, Legend};

/// Maximum number of changes in the column; the number of the others is given.
const MOST_CHANGES: usize = 4;

/// Draws the skin for a lecture.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, u: f32) {
    if p.session.blank().is_some() {
        ui.painter().rect_filled(whole, 0.0, color(p.theme.ink));
        return;
    }
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - 86.0 * u), whole.max);
    let column = Rect::from_min_max(whole.min, pos2(whole.left() + 716.0 * u, foot.top()));
    let map_rect = Rect::from_min_max(
        pos2(column.right(), whole.top()),
        pos2(whole.right(), foot.top()),
    );
    map::ui(
        ui,
        p,
        map_rect,
        u * 1.35,
        Furniture {
            legend: Legend::Brief,
            scale_right: None,
            has_buttons: false,
        },
        false,
    );
    ui.painter().vline(
        map_rect.left(),
        map_rect.y_range(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    let atlas = p.session.timeline().atlas().clone();
    let language = p.text.language().to_owned();
    let inner = column.shrink2(vec2(64.0, 48.0) * u);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(column);
    child.spacing_mut().item_spacing = vec2(8.0, 10.0) * u;
    let ink = p.theme.ink;
    words(
        &mut child,
        &p.text.lens_title(p.session.lens(), &atlas),
        "regular",
        30.0 * u,
        ink,
    );
    super::widgets::rule(&mut child, ink);
    words(
        &mut child,
        &p.text.day_month(p.session.day()),
        "display",
        120.0 * u,
        ink,
    );
    words(
        &mut child,
        &p.text.weekday_year(p.session.day()),
        "regular",
        30.0 * u,
        p.theme.ink2,
    );
    let first = p
        .situation
        .messages
        .iter()
        .find(|d| d.certainty == crate::time::Truth::Certain)
        .map(|d| &atlas.messages[d.index]);
    let event = p
        .situation
        .events
        .iter()
        .find(|d| d.certainty == crate::time::Truth::Certain)
        .map(|d| &atlas.events[d.index]);
    if let Some(gist) = first.map(|m| &m.gist).or(event.map(|e| &e.gist)) {
        words(&mut child, gist.text(&language), "serif", 34.0 * u, ink);
    } else if let Some(last) = p.last_message() {
        words(&mut child, &last, "serif", 30.0 * u, p.theme.ink2);
    }
    super::widgets::rule(&mut child, p.theme.rule);
    words(
        &mut child,
        &p.text.get("what-changed"),
        "semibold",
        28.0 * u,
        ink,
    );
    let changes = p.changes_of(p.session.day());
    let sentences = p.text.changes(&changes, &atlas);
    if sentences.is_empty() {
        words(
            &mut child,
            &p.text.get("nothing-changed"),
            "regular",
            25.0 * u,
            p.theme.ink2,
        );
    }
    let (shown, more) = p.text.first_of(&sentences, MOST_CHANGES);
    for (sentence, districts) in shown {
        let names: Vec<String> = districts
            .iter()
            .map(|d| atlas.name(d, &language).to_owned())
            .collect();
        words(
            &mut child,
            &p.text.join(&names),
            "serif-semibold",
            27.0 * u,
            ink,
        );
        words(&mut child, sentence, "regular", 25.0 * u, p.theme.ink2);
    }
    if let Some(more) = more {
        words(&mut child, &more, "regular", 25.0 * u, p.theme.ink2);
    }
    ui.painter().rect_filled(foot, 0.0, color(p.theme.card));
    ui.painter()
        .hline(foot.x_range(), foot.top(), Stroke::new(1.5 * u, color(ink)));
    let days = p.session.timeline().change_days();
    let step = days.partition_point(|d| *d <= p.session.day());
    let label = p.text.with(
        "step-of",
        &[
            ("step", &step.to_string()),
            ("count", &days.len().to_string()),
        ],
    );
    ui.painter().text(
        pos2(foot.left() + 64.0 * u, foot.center().y),
        Align2::LEFT_CENTER,
        label,
        face("semibold", 27.0 * u),
        color(ink),
    );
    let cites = first
        .map(|m| &m.head.cites)
        .or(event.map(|e| &e.head.cites));
    if let Some(cites) = cites {
        let source = p.text.short_citation(cites, &atlas);
        ui.painter().text(
            pos2(foot.right() - 40.0 * u, foot.center().y),
            Align2::RIGHT_CENTER,
            source,
            face("regular", 26.0 * u),
            color(p.theme.ink2),
        );
    }
}
