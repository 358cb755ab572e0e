//! The map in a rectangle: draws the scene, pans, zooms, picks.

use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Panel, widgets};
use crate::geometry::ScreenPoint;
use crate::paint::screen::{self, color, face};
use crate::scene::Scene;
use crate::session::Action;

/// Draws the map; gives the scene's legend.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, unit: f32, controls: bool) -> Scene {
    p.actions.push(Action::Resize(rect.width(), rect.height()));
    let response = ui.interact(rect, ui.scope_id().with("map"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, p.text.get("map")));
    let mut view = p.session.view;
    view.size = (rect.width(), rect.height());
    let scene = Scene::new(p.session, p.situation, p.theme);
    let hits = screen::draw(ui, rect, &scene, p.session.ground(), view, p.theme, p.textures, unit);
    scale_bar(ui, p, rect, unit, view.scale);
    if response.dragged() {
        let d = response.drag_delta();
        p.actions.push(Action::Pan(d.x, d.y));
    }
    if let Some(pointer) = response.hover_pos() {
        let at = ScreenPoint { x: pointer.x - rect.left(), y: pointer.y - rect.top() };
        let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta().y, i.zoom_delta()));
        let factor = f64::from(pinch) * f64::from(scroll / 240.0).exp();
        if (factor - 1.0).abs() > 1e-4 {
            p.actions.push(Action::Zoom(factor, at));
        }
        if response.clicked() {
            let symbol = hits.iter().rev().find(|(r, _)| r.contains(pointer)).map(|(_, id)| id.clone());
            let district = || p.session.ground().district_at(view.map_from_screen(at)).map(ToOwned::to_owned);
            p.actions.push(Action::Select(symbol.or_else(district)));
        }
    }
    if controls {
        let size = 40.0 * unit;
        let middle = ScreenPoint { x: rect.width() / 2.0, y: rect.height() / 2.0 };
        let buttons = [
            ("zoom-in", widgets::Sign::Plus, Action::Zoom(1.4, middle)),
            ("zoom-out", widgets::Sign::Minus, Action::Zoom(1.0 / 1.4, middle)),
            ("zoom-home", widgets::Sign::Home, Action::Home),
        ];
        for (i, (key, sign, action)) in buttons.into_iter().enumerate() {
            let corner = rect.right_bottom() - vec2(size + 18.0 * unit, (3 - i) as f32 * (size + 6.0 * unit) + 12.0 * unit);
            let label = p.text.get(key);
            let at = Rect::from_min_size(corner, vec2(size, size));
            if widgets::button(ui, p, at, &label, widgets::Face::Sign(sign), false, 15.0 * unit).clicked() {
                p.actions.push(action);
            }
        }
    }
    scene
}

/// A bar of a round length between 90 and 230 points.
fn scale_bar(ui: &Ui, p: &Panel<'_>, rect: Rect, unit: f32, points_per_km: f64) {
    let lengths = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
    let wanted = f64::from(200.0 * unit) / points_per_km;
    let km = lengths.iter().rev().copied().find(|l| *l <= wanted).unwrap_or(1.0);
    let width = (km * points_per_km) as f32;
    let start = rect.right_bottom() - vec2(width + 96.0 * unit, 30.0 * unit);
    let painter = ui.painter_at(rect);
    let ink = color(p.theme.ink);
    painter.rect_filled(
        Rect::from_min_size(start - vec2(8.0, 22.0) * unit, vec2(width + 44.0 * unit, 40.0 * unit)),
        4.0,
        color(p.theme.card.alpha(0.7)),
    );
    painter.rect_filled(Rect::from_min_size(start, vec2(width / 2.0, 5.0 * unit)), 0.0, ink);
    painter.rect_stroke(
        Rect::from_min_size(start, vec2(width, 5.0 * unit)),
        0.0,
        Stroke::new(1.2 * unit, ink),
        egui::StrokeKind::Inside,
    );
    for (x, text) in [(0.0, "0".to_owned()), (width, format!("{km} km"))] {
        let at = pos2(start.x + x, start.y - 3.0 * unit);
        painter.text(at, egui::Align2::CENTER_BOTTOM, text, face("cond", 13.0 * unit), ink);
    }
}

/// The legend: just what is on the sheet, in one line each.
pub(super) fn legend(ui: &Ui, p: &mut Panel<'_>, scene: &Scene, rect: Rect, unit: f32) {
    let atlas = p.session.timeline().atlas();
    let entries: Vec<_> = scene.legend.iter().take(8).collect();
    let font = face("regular", 14.0 * unit);
    let mut x = rect.left() + 12.0 * unit;
    let mut rows = vec![Vec::new()];
    for entry in entries {
        let names: Vec<&str> = entry.parties.iter().map(|party| atlas.name(party.as_str(), p.text.language())).collect();
        let key =
            serde_json::to_value(entry.kind).ok().and_then(|v| v.as_str().map(|k| format!("legend-{k}"))).unwrap_or_default();
        let label = format!("{} · {}", p.text.get(&key), names.join(", "));
        let galley = ui.painter().layout_no_wrap(label, font.clone(), color(p.theme.ink));
        let width = galley.size().x + 62.0 * unit;
        if x + width > rect.right() && !rows.last().is_some_and(Vec::is_empty) {
            rows.push(Vec::new());
            x = rect.left() + 12.0 * unit;
        }
        if let Some(row) = rows.last_mut() {
            row.push((x, entry, galley));
        }
        x += width;
    }
    if scene.legend.is_empty() {
        return;
    }
    let line = 32.0 * unit;
    let height = rows.len() as f32 * line + 8.0 * unit;
    let right = rows.iter().flatten().map(|(x, _, g)| x + g.size().x + 54.0 * unit).fold(rect.left(), f32::max);
    let ground = Rect::from_min_max(pos2(rect.left(), rect.bottom() - height), pos2(right, rect.bottom()));
    ui.painter().rect_filled(ground, 4.0, color(p.theme.card.alpha(0.94)));
    for (i, row) in rows.into_iter().enumerate() {
        let middle = ground.top() + 4.0 * unit + line * (i as f32 + 0.5);
        for (x, entry, galley) in row {
            let sample = Rect::from_center_size(pos2(x + 17.0 * unit, middle), vec2(34.0, 20.0) * unit);
            crate::paint::textures::sample(
                ui,
                ui.painter(),
                sample,
                entry.ground,
                entry.texture.as_ref(),
                p.textures,
                unit,
                p.theme,
            );
            let at = pos2(x + 42.0 * unit, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color(p.theme.ink));
        }
    }
}
