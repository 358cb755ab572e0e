//! The spotlight and the pen.

use egui::{Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui};

use super::{HOLD_S, Room, wake_in};
use crate::app::Panel;
use crate::paint::screen::color;

/// Radius of the spotlight, in design units.
const LIGHT: f32 = 170.0;
/// Width of the edge over which its light fades, in design units.
const LIGHT_EDGE: f32 = 26.0;
/// How much of what lies outside the light is hidden, 0 to 1.
const DIM: f32 = 0.68;
/// Width of a stroke of the pen and of its halo, in design units.
const PEN: f32 = 7.0;
const PEN_HALO: f32 = 13.0;
/// Corners of the circle that bounds the light.
const CORNERS: u32 = 72;

/// What is written on the slide.
#[derive(Debug, Default)]
pub(super) struct Pen {
    pub(super) is_on: bool,
    strokes: Vec<Vec<Pos2>>,
}

impl Pen {
    pub(super) fn erase(&mut self) {
        self.strokes.clear();
    }
}

/// Draws what the pen wrote and the spotlight, and reads them. Returns whether the spotlight is on.
pub(super) fn ui(
    ui: &mut Ui,
    p: &Panel<'_>,
    whole: Rect,
    u: f32,
    room: &mut Room,
    page: &Response,
) -> bool {
    write(ui, whole, room);
    let painter = ui.painter();
    for stroke in &room.pen.strokes {
        for (width, ink) in [(PEN_HALO, p.theme.card), (PEN, p.theme.ink)] {
            let line = Stroke::new(width * u, color(ink));
            match stroke.as_slice() {
                [dot] => {
                    painter.circle_filled(*dot, width * u / 2.0, color(ink));
                }
                points => {
                    painter.add(Shape::line(points.to_vec(), line));
                }
            }
        }
    }
    let (at, is_down, held_s) = ui.input(|i| {
        let held = i.pointer.press_start_time().map(|from| i.time - from);
        (i.pointer.latest_pos(), i.pointer.any_down(), held)
    });
    let is_key = ui.input(|i| i.key_down(egui::Key::S) && !i.modifiers.any());
    let presses = page.is_pointer_button_down_on() && ui.input(|i| i.pointer.primary_down());
    let is_held = presses && held_s.is_some_and(|s| s >= HOLD_S);
    if presses && !is_held {
        wake_in(ui, HOLD_S - held_s.unwrap_or(0.0));
    }
    let is_lit = is_key || is_held;
    if is_held {
        room.was_lit = true;
    } else if !is_down && !ui.input(|i| i.pointer.any_released()) {
        room.was_lit = false;
    }
    if let Some(at) = at.filter(|_| is_lit) {
        painter.add(shade(whole, at, u, p));
    }
    is_lit
}

/// Reads the strokes of the pen, which lies over the map and the page.
fn write(ui: &mut Ui, whole: Rect, room: &mut Room) {
    if !room.pen.is_on {
        return;
    }
    let response = ui.interact(whole, ui.scope_id().with("pen"), Sense::click_and_drag());
    let response = response.on_hover_cursor(egui::CursorIcon::Crosshair);
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    let strokes = &mut room.pen.strokes;
    if response.drag_started() || response.clicked() {
        let from = ui.input(|i| i.pointer.press_origin()).unwrap_or(at);
        strokes.push(vec![from]);
    }
    let moved = |last: &Pos2| last.distance(at) > 1.0;
    if response.dragged()
        && let Some(stroke) = strokes.last_mut()
        && stroke.last().is_none_or(moved)
    {
        stroke.push(at);
    }
}

/// The shade around the light: rings of triangles from the edge of the light to beyond the window.
fn shade(whole: Rect, at: Pos2, u: f32, p: &Panel<'_>) -> Shape {
    let dark = color(p.theme.ink.alpha(DIM));
    let clear = color(p.theme.ink.alpha(0.0));
    let beyond = whole.width() + whole.height();
    let rings = [
        (LIGHT * u, clear),
        ((LIGHT + LIGHT_EDGE) * u, dark),
        (beyond, dark),
    ];
    let mut mesh = Mesh::default();
    for i in 0..CORNERS {
        let turn = std::f32::consts::TAU * i as f32 / CORNERS as f32;
        for (radius, paint) in rings {
            mesh.colored_vertex(at + radius * egui::Vec2::angled(turn), paint);
        }
    }
    let count = rings.len() as u32;
    for i in 0..CORNERS {
        let (a, b) = (i * count, (i + 1) % CORNERS * count);
        for ring in 0..count - 1 {
            mesh.add_triangle(a + ring, a + ring + 1, b + ring);
            mesh.add_triangle(b + ring, a + ring + 1, b + ring + 1);
        }
    }
    mesh.into()
}
