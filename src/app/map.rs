//! The map in a rectangle: draws the scene, pans, zooms, picks.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::{Panel, widgets};
use crate::geometry::ScreenPoint;
use crate::model::{Atlas, RecordRef};
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Furniture, Scene, View};
use crate::session::{Action, Shown};

/// Draws the map with the furniture asked for; `controls` adds the buttons for closer, wider, whole.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, unit: f32, furniture: Furniture, controls: bool) {
    p.actions.push(Action::Resize(rect.width(), rect.height()));
    let response = ui.interact(rect, ui.scope_id().with("map"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, p.text.get("map")));
    let view = p.session.view;
    let looked = View { session: p.session, situation: p.situation, theme: p.theme, text: p.text, unit, furniture };
    let scene = Scene::new(&looked);
    ui.painter().rect_filled(rect, 0.0, color(p.theme.lake));
    Screen { ui, rect, ground: p.session.ground(), view, unit }.draw(&scene.items, p.textures);
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
        let symbol = scene.hits.iter().rev().find(|(r, _)| r.holds(at)).map(|(_, id)| id.clone());
        if let Some(id) = &symbol {
            let told = caption(p.session.timeline().atlas(), id, p.text.language());
            let font = face("regular", 14.0 * unit);
            response.clone().on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(380.0 * unit);
                ui.label(egui::RichText::new(told).font(font));
            });
        }
        if response.clicked() {
            let district = || p.session.ground().district_at(view.map_from_screen(at)).map(ToOwned::to_owned);
            let near = f64::from(5.0 * unit) / view.scale;
            let boundary = || p.session.ground().boundary_at(view.map_from_screen(at), near).map(ToOwned::to_owned);
            p.actions.push(Action::Select(symbol.or_else(boundary).or_else(district)));
        }
    }
    if controls {
        shown(ui, p, rect, unit);
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
}

/// What a thing on the map is, in a line.
fn caption(atlas: &Atlas, id: &str, language: &str) -> String {
    let words = match atlas.find(id) {
        Some(RecordRef::Message(i)) => atlas.messages[i].gist.text(language),
        Some(RecordRef::Contradiction(i)) => atlas.contradictions[i].title.text(language),
        _ => atlas.name(id, language),
    };
    words.to_owned()
}

/// Buttons for what the map shows, in its right upper corner; keys T, M, H, Y.
fn shown(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let now = p.session.shown;
    let mut right = rect.right() - 14.0 * u;
    for (key, on, then) in [
        ("show-today", now.today, Shown { today: !now.today, ..now }),
        ("show-holders", now.holders, Shown { holders: !now.holders, ..now }),
        ("show-messages", now.messages, Shown { messages: !now.messages, ..now }),
        ("show-troops", now.troops, Shown { troops: !now.troops, ..now }),
    ] {
        let label = p.text.get(key);
        let width = ui.painter().layout_no_wrap(label.clone(), face("regular", 14.0 * u), color(p.theme.ink)).size().x + 24.0 * u;
        let at = Rect::from_min_size(egui::pos2(right - width, rect.top() + 12.0 * u), vec2(width, 30.0 * u));
        if widgets::button(ui, p, at, &label, widgets::Face::Words(&label), on, 14.0 * u).clicked() {
            p.actions.push(Action::Show(then));
        }
        right -= width + 6.0 * u;
    }
}
