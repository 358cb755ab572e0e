//! The lecture skin: the slide of the present step with a live map in it, and what lies over it.
//!
//! `room` keeps what the window knows and the session does not: a number being typed, the question
//! before leaving, the tools. `orders` carries out the commands of the table. `picture` draws the
//! slide; `detour` tells what the reader has changed and leads back; `grid` shows every slide;
//! `tools` has the pen and the spotlight.

mod detour;
mod grid;
mod orders;
mod picture;
mod room;
mod tools;

use egui::{Align2, CursorIcon, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Panel;
use super::widgets::Button;
use crate::paint::screen::{color, face};
use crate::session::Blank;

pub(super) use orders::{Order, default_tour};
pub(super) use picture::SlideKey;
pub(super) use room::Room;

/// Shorter side of a slide, in design units.
const SHORT_SIDE: f32 = 1080.0;
/// Seconds without motion after which the pointer is hidden.
const POINTER_S: f64 = 2.0;
/// Seconds for which the left button is held until it lights the spotlight.
const HOLD_S: f64 = 0.45;

/// Points per design unit in a window of this size.
pub(super) fn unit(whole: Rect) -> f32 {
    (whole.width().min(whole.height()) / SHORT_SIDE).max(0.2)
}

/// Draws the skin for a lecture.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, room: &mut Room) {
    let u = unit(whole);
    room.follow(p.session);
    if let Some(blank) = p.session.blank() {
        // The press that ends it must not reach what lies below.
        ui.interact(whole, ui.scope_id().with("blank"), Sense::click_and_drag());
        let paint = match blank {
            Blank::Black => egui::Color32::BLACK,
            Blank::White => egui::Color32::WHITE,
        };
        ui.painter().rect_filled(whole, 0.0, paint);
        ui.ctx().set_cursor_icon(CursorIcon::None);
        return;
    }
    if room.grid.is_some() {
        grid::ui(ui, p, whole, u, room);
        return;
    }
    let page = ui.interact(whole, ui.scope_id().with("slide"), Sense::click_and_drag());
    page.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, picture::title(p)));
    let layout = picture::ui(ui, p, whole);
    if let Some(layout) = &layout {
        detour::ui(ui, p, whole, layout, u, room);
    }
    let is_lit = tools::ui(ui, p, whole, u, room, &page);
    if page.clicked() && !room.was_lit {
        orders::obey(Order::Next, p, room, ui.input(|i| i.time));
    }
    typed(ui, p, whole, u, room);
    question(ui, p, whole, u, room);
    hide_pointer(ui, is_lit);
}

/// Hides the pointer when it has not moved for a while, so that it covers nothing.
fn hide_pointer(ui: &Ui, is_lit: bool) {
    let still_s = ui.input(|i| f64::from(i.pointer.time_since_last_movement()));
    if is_lit || still_s >= POINTER_S {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    } else {
        wake_in(ui, POINTER_S - still_s);
    }
}

/// Whether the pointer moved a moment ago, so that it is shown.
fn is_pointer_awake(ui: &Ui) -> bool {
    ui.input(|i| f64::from(i.pointer.time_since_last_movement()) < POINTER_S)
}

/// Requests a frame in this number of seconds.
fn wake_in(ui: &Ui, seconds: f64) {
    let wait = std::time::Duration::try_from_secs_f64(seconds + 0.01);
    ui.ctx().request_repaint_after(wait.unwrap_or_default());
}

/// The number that is being typed.
fn typed(ui: &Ui, p: &Panel<'_>, whole: Rect, u: f32, room: &Room) {
    let now = ui.input(|i| i.time);
    let Some((number, left_s)) = room.typed(now) else {
        return;
    };
    wake_in(ui, left_s);
    let count = p.session.lecture().map_or(0, |l| l.steps().len());
    let words = p.text.with(
        "lecture-typed",
        &[("step", number), ("count", &count.to_string())],
    );
    chip(
        ui,
        p,
        pos2(whole.left() + 48.0 * u, whole.bottom() - 132.0 * u),
        &words,
        u,
    );
}

/// A short text on a card whose lower left corner is at `corner`.
fn chip(ui: &Ui, p: &Panel<'_>, corner: egui::Pos2, words: &str, u: f32) {
    let galley = ui.painter().layout_no_wrap(
        words.to_owned(),
        face("semibold", 32.0 * u),
        color(p.theme.ink),
    );
    let size = galley.size() + vec2(44.0, 24.0) * u;
    let rect = Rect::from_min_size(corner - vec2(0.0, size.y), size);
    card(ui, p, rect, u);
    ui.painter()
        .galley(rect.min + vec2(22.0, 12.0) * u, galley, color(p.theme.ink));
}

/// The ground of what lies over a slide.
fn card(ui: &Ui, p: &Panel<'_>, rect: Rect, u: f32) {
    ui.painter().rect(
        rect,
        10.0 * u,
        color(p.theme.card),
        egui::Stroke::new(2.0 * u, color(p.theme.ink)),
        egui::StrokeKind::Inside,
    );
}

/// The question before the lecture is left.
fn question(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, u: f32, room: &mut Room) {
    let now = ui.input(|i| i.time);
    let Some(left_s) = room.asks(now) else {
        return;
    };
    wake_in(ui, left_s);
    let size = vec2(880.0, 232.0) * u;
    let rect = Rect::from_center_size(whole.center(), size.min(whole.size() * 0.96));
    card(ui, p, rect, u);
    let at = pos2(rect.center().x, rect.top() + 66.0 * u);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        p.text.get("lecture-ask"),
        face("serif-semibold", 44.0 * u),
        color(p.theme.ink),
    );
    let half = vec2(rect.width() / 2.0 - 36.0 * u, 76.0 * u);
    let row = rect.bottom() - 112.0 * u;
    for (order, key, left) in [
        (Order::Stay, "lecture-stay", rect.left() + 24.0 * u),
        (Order::Leave, "lecture-leave", rect.center().x + 12.0 * u),
    ] {
        let label = p.text.get(key);
        let button = Button::words(Rect::from_min_size(pos2(left, row), half), &label, 32.0 * u);
        if button.show(ui, p.theme, &label).clicked() {
            orders::obey(order, p, room, now);
        }
    }
}
