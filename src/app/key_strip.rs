//! The key below the map: every sign that the map, the matrix and the open chart show, with its
//! meaning. It can be folded; its first row says what the pointer is over.

use std::collections::HashSet;

use egui::text::LayoutJob;
use egui::{Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Panel;
use super::commands::CommandId;
use super::widgets::Button;
use crate::geometry::Viewport;
use crate::paint::screen::{Screen, color, face};
use crate::scene::{LegendEntry, LegendSign, legend_sign};

/// Height of the first row, in design units.
const HEAD: f32 = 32.0;
/// Height of a row of signs, in design units.
const ROW: f32 = 28.0;
/// Number of rows that are seen at once; the others are reached by scrolling.
const ROWS: f32 = 3.0;
/// The most lines of an entry; longer words end with an ellipsis, and screen readers have all of them.
const MOST_LINES: usize = 2;
/// The most signs that are drawn; of the others their number is told. Nobody reads more, and an atlas of
/// thousands of parties would need a second for them.
const MOST_SIGNS: usize = 200;
/// Width of a sign, and the space between entries, in design units.
const SIGN: f32 = 44.0;
const APART: f32 = 14.0;

/// Height of the strip in design units.
pub(super) fn height(is_open: bool) -> f32 {
    if is_open { HEAD + ROWS * ROW } else { HEAD }
}

/// Draws the strip. `entries` are the signs on the screen; `under` says what the pointer is over.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    is_open: bool,
    (entries, under): (&[LegendEntry], Option<&str>),
) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    let line = Stroke::new(1.5 * u, color(p.theme.ink));
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let label = p.text.get("key");
    let font = face("regular", 14.0 * u);
    let words = ui
        .painter()
        .layout_no_wrap(label.clone(), font.clone(), color(p.theme.ink));
    let at = Rect::from_min_size(
        rect.min + vec2(14.0, 4.0) * u,
        vec2(words.size().x + 24.0 * u, 25.0 * u),
    );
    Button::words(at, &label, 14.0 * u)
        .selected(is_open)
        .run(ui, p, CommandId::Key);
    let left = at.right() + 14.0 * u;
    let about = under.map_or_else(
        || {
            p.text
                .lens_about(p.session.lens(), p.session.whole().atlas())
        },
        ToOwned::to_owned,
    );
    let ink = if under.is_some() {
        p.theme.ink
    } else {
        p.theme.ink2
    };
    let room = Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(rect.right() - 12.0 * u, rect.top() + HEAD * u),
    );
    about_row(ui, room, u, &about, color(ink));
    if is_open {
        let body = Rect::from_min_max(pos2(rect.left(), rect.top() + HEAD * u), rect.max);
        signs(ui, p, body, u, entries);
    }
}

/// The words of the first row: in two lines of smaller letters where they are longer than it, and with
/// an ellipsis where they are longer than these.
fn about_row(ui: &Ui, room: Rect, u: f32, words: &str, ink: egui::Color32) {
    let layout = |size: f32, rows: usize| {
        let mut job = LayoutJob::simple(
            words.to_owned(),
            face("regular", size * u),
            ink,
            room.width(),
        );
        job.wrap.max_rows = rows;
        ui.painter().layout_job(job)
    };
    let galley = Some(layout(14.0, 1)).filter(|galley| !galley.elided);
    let galley = galley.unwrap_or_else(|| layout(12.0, 2));
    let top = room.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(room.left(), top), galley, ink);
}

/// The signs in rows, as many in a row as fit.
pub(super) fn signs(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, entries: &[LegendEntry]) {
    let inner = rect.shrink2(vec2(14.0 * u, 0.0));
    if !inner.is_positive() {
        return;
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .id_salt("key")
        .auto_shrink([false, false])
        .show(&mut child, |ui| flow(ui, p, u, entries));
}

/// Draws entries one after the other, in rows of the width that is left.
pub(super) fn flow(ui: &mut Ui, p: &mut Panel<'_>, u: f32, entries: &[LegendEntry]) {
    let width = (ui.available_width() - 12.0 * u).max(SIGN * u);
    let font = face("regular", 13.5 * u);
    let ink = color(p.theme.ink);
    let view = p.chart_context(u);
    let (mut x, mut top, mut row_height) = (0.0, 0.0, ROW * u);
    let mut placed = Vec::new();
    let signs: Vec<&LegendEntry> = entries
        .iter()
        .filter(|e| e.sign != LegendSign::Reading)
        .collect();
    let (shown, further) = p.text.first_of(&signs, MOST_SIGNS);
    for entry in shown {
        let words = p.text.capitalized(&entry.words);
        let room = (width - SIGN * u).max(1.0);
        let mut job = LayoutJob::simple(words.clone(), font.clone(), ink, room);
        job.wrap.max_rows = MOST_LINES;
        let galley = ui.painter().layout_job(job);
        let long = SIGN * u + galley.size().x + APART * u;
        if x > 0.0 && x + long > width {
            (x, top, row_height) = (0.0, top + row_height, ROW * u);
        }
        row_height = row_height.max(galley.size().y);
        placed.push((vec2(x, top), galley, words, entry));
        x += long;
    }
    let further = further.map(|words| {
        let words = p.text.capitalized(&words);
        ui.painter().layout(words, font, color(p.theme.ink2), width)
    });
    let below = further
        .as_ref()
        .map_or(0.0, |words| words.size().y + 8.0 * u);
    let size = vec2(width, top + row_height + below);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    if let Some(words) = further {
        let at = whole.left_bottom() - vec2(0.0, below);
        ui.painter().galley(at, words, ink);
    }
    for (i, (at, galley, words, entry)) in placed.into_iter().enumerate() {
        let corner = whole.min + at;
        let height = galley.size().y.max(ROW * u);
        let row = Rect::from_min_size(corner, vec2(SIGN * u + galley.size().x, height));
        if !ui.is_rect_visible(row) {
            continue;
        }
        let (items, room) = legend_sign(&view, &entry.sign);
        let middle = pos2(corner.x + (SIGN / 2.0 - 2.0) * u, row.center().y);
        let screen = Screen {
            ui,
            rect: Rect::from_center_size(middle, vec2(room.0, room.1)),
            geometry: p.session.geometry(),
            view: Viewport::default(),
            unit: u,
        };
        screen.draw(&items, p.textures);
        let top = row.center().y - galley.size().y / 2.0;
        ui.painter()
            .galley(pos2(corner.x + SIGN * u, top), galley, ink);
        let id = ui.scope_id().with(("sign", i));
        let response = ui.interact(row, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &words));
    }
}

/// Adds entries that say something new.
pub(super) fn add(entries: &mut Vec<LegendEntry>, further: &[LegendEntry]) {
    let mut known: HashSet<String> = entries.iter().map(|e| e.words.clone()).collect();
    let new = further.iter().filter(|e| known.insert(e.words.clone()));
    entries.extend(new.cloned());
}
