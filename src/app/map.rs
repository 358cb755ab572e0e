//! The map in a rectangle: draws the scene, pans, zooms and selects.

use std::sync::Arc;

use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::commands::CommandId;
use super::pacing::HoverArea;
use super::widgets::Button;
use super::{Panel, access, widgets};
use crate::geometry::ScreenPoint;
use crate::model::{Atlas, RecordRef};
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Furniture, MapDetail, Scene, SceneContext, SceneKey};
use crate::session::{Action, Session};
use crate::timeline::Situation;

/// Height of the bands in which signs are read from left to right, in design units.
const BAND: f32 = 60.0;

/// One map in the map area.
pub(super) struct Pane<'a> {
    pub(super) session: &'a Session,
    pub(super) situation: &'a Arc<Situation>,
    /// Nothing is drawn outside this rectangle, and the pointer has no effect there.
    pub(super) clip: Rect,
    /// The key of the map's name in the language files, for screen readers and tests.
    pub(super) name: &'static str,
    /// Whether a tooltip names what is under the pointer.
    pub(super) has_tooltips: bool,
}

/// What a map shows.
pub(super) struct Seen {
    pub(super) scene: Arc<Scene>,
    /// What is under the pointer, in lines; empty where there is nothing.
    pub(super) under: Vec<String>,
}

/// Height of the buttons of layers above those that zoom, in design units.
const LAYERS: f32 = 46.0;

/// Draws the map with the given furniture; `controls` adds the buttons that zoom in, zoom out and
/// show the whole map.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    unit: f32,
    furniture: Furniture,
    controls: bool,
) -> Seen {
    p.resize(rect);
    let pane = Pane {
        session: p.session,
        situation: p.situation,
        clip: rect,
        name: "map",
        has_tooltips: true,
    };
    let seen = self::pane(ui, p, &pane, rect, unit, furniture);
    if controls {
        shown(ui, p, rect, unit);
        let size = 40.0 * unit;
        let buttons = [
            (CommandId::ZoomIn, widgets::Sign::Plus),
            (CommandId::ZoomOut, widgets::Sign::Minus),
            (CommandId::ZoomHome, widgets::Sign::Home),
        ];
        // A map that is lower than its buttons has none; keys and wheel do the same.
        let column = 3.0 * (size + 6.0 * unit) + 12.0 * unit;
        let fits = rect.height() >= column + LAYERS * unit;
        for (i, (command, sign)) in buttons.into_iter().enumerate().filter(|_| fits) {
            let corner = rect.right_bottom()
                - vec2(
                    size + 18.0 * unit,
                    (3 - i) as f32 * (size + 6.0 * unit) + 12.0 * unit,
                );
            let at = Rect::from_min_size(corner, vec2(size, size));
            Button::sign(at, sign).run(ui, p, command);
        }
    }
    seen
}

/// Draws one map and handles pointer and wheel.
pub(super) fn pane(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    pane: &Pane<'_>,
    rect: Rect,
    unit: f32,
    furniture: Furniture,
) -> Seen {
    let context = SceneContext {
        session: pane.session,
        situation: pane.situation,
        theme: p.theme,
        text: p.text,
        unit,
        furniture,
        detail: MapDetail::Whole,
    };
    live(ui, p, pane, rect, &context)
}

/// Draws one map as it is at present, and handles pointer and wheel.
pub(super) fn live(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    pane: &Pane<'_>,
    rect: Rect,
    context: &SceneContext<'_>,
) -> Seen {
    let child = clipped(ui, pane, rect);
    let screen = screen(&child, pane, rect, context.unit);
    let ground = color(p.theme.ground(pane.session.geometry()));
    child.painter().rect_filled(pane.clip, 0.0, ground);
    let key = SceneKey::map(context, pane.situation);
    let drawn = p.cache.map(pane.name, screen, &key, context, p.textures);
    drawn.show(screen, p.textures);
    let scene = Arc::clone(drawn.scene());
    let screen = drawn.screen(screen);
    let corner = screen.rect.min;
    let area = HoverArea::of_map(pane.clip, &scene, pane.session, (screen.view, corner));
    p.hover_areas.push(area);
    let under = pointer(ui, p, pane, &screen, &scene);
    Seen { scene, under }
}

/// The region of the window in which a map is drawn.
pub(super) fn clipped(ui: &mut Ui, pane: &Pane<'_>, rect: Rect) -> Ui {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(pane.clip.intersect(ui.clip_rect()));
    child
}

/// Where the map of a pane is drawn.
pub(super) fn screen<'a>(child: &'a Ui, pane: &Pane<'a>, rect: Rect, unit: f32) -> Screen<'a> {
    Screen {
        ui: child,
        rect,
        geometry: pane.session.geometry(),
        view: pane.session.viewport(),
        unit,
    }
}

/// Handles pointer and wheel on a map that is drawn. Returns what is under the pointer, in lines.
pub(super) fn pointer(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    pane: &Pane<'_>,
    screen: &Screen<'_>,
    scene: &Scene,
) -> Vec<String> {
    let (rect, unit, view) = (screen.rect, screen.unit, screen.view);
    let Pane {
        session,
        clip,
        name,
        has_tooltips,
        ..
    } = *pane;
    let response = ui.interact(clip, ui.scope_id().with(name), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, p.text.get(name)));
    let shown = (scene, rect, unit);
    access::things_on_map(ui, p, &response, (session, pane.situation), shown);
    let moved = response.drag_delta();
    if response.dragged() && moved != egui::Vec2::ZERO {
        p.actions.push(Action::Pan(moved.x, moved.y));
    }
    let Some(pointer) = response.hover_pos() else {
        return Vec::new();
    };
    let at = ScreenPoint {
        x: pointer.x - rect.left(),
        y: pointer.y - rect.top(),
    };
    let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta().y, i.zoom_delta()));
    let factor = f64::from(pinch) * f64::from(scroll / 240.0).exp();
    if (factor - 1.0).abs() > 1e-4 {
        p.actions.push(Action::Zoom(factor, at));
    }
    let symbol = scene
        .hits
        .iter()
        .rev()
        .find(|(r, _)| r.holds(at))
        .map(|(_, id)| id.clone());
    let tip = |id: &str| {
        let (timeline, lens) = (session.timeline(), session.lens());
        p.text.tip(timeline, pane.situation, lens, id)
    };
    let mut under = symbol.as_deref().map(tip).unwrap_or_default();
    if has_tooltips && !under.is_empty() {
        let response = response.clone();
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        widgets::tip_lines(response, &under, unit);
    }
    if symbol.is_none() && has_tooltips {
        let district = session.geometry().district_at(view.map_from_screen(at));
        under = district.map(tip).unwrap_or_default();
    }
    if response.clicked() {
        let district = || {
            session
                .geometry()
                .district_at(view.map_from_screen(at))
                .map(ToOwned::to_owned)
        };
        let near = f64::from(5.0 * unit) / view.scale;
        // A boundary has an id and no name, so that a room is told of the district instead.
        let boundary = || {
            if session.lecture().is_some() {
                return None;
            }
            session
                .geometry()
                .boundary_at(view.map_from_screen(at), near)
                .map(ToOwned::to_owned)
        };
        p.actions
            .push(Action::Select(symbol.or_else(boundary).or_else(district)));
    }
    under
}

/// The ids that a map shows, in an order that stays while names and lists move: districts and then
/// places as they are read, in bands from the top and in each from the left; then forces and messages
/// in the order of the atlas.
pub(super) fn in_reading_order(
    atlas: &Atlas,
    scene: &Scene,
    size: (f32, f32),
    unit: f32,
) -> Vec<String> {
    let mut found: Vec<((u8, i64), f32, &str)> = Vec::new();
    for (rect, id) in &scene.hits {
        let at = rect.centre();
        let is_seen = at.x >= 0.0 && at.y >= 0.0 && at.x <= size.0 && at.y <= size.1;
        if !is_seen || found.iter().any(|(.., known)| known == id) {
            continue;
        }
        let band = (at.y / (BAND * unit)) as i64;
        let order = match atlas.find(id) {
            Some(RecordRef::District(_) | RecordRef::Group(_)) => (0, band),
            Some(RecordRef::Unit(i) | RecordRef::Fix(i, _)) => (2, i as i64),
            Some(RecordRef::Message(i)) => (3, i as i64),
            Some(RecordRef::Contradiction(i)) => (4, i as i64),
            _ => (1, band),
        };
        found.push((order, at.x, id));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    found.into_iter().map(|(.., id)| id.to_owned()).collect()
}

/// Buttons for what the map shows, in its upper right corner, with keys T, M, H and Y.
fn shown(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let now = p.session.shown();
    let mut right = rect.right() - 14.0 * u;
    for (command, on) in [
        (CommandId::ShowToday, now.today),
        (CommandId::ShowHolders, now.holders),
        (CommandId::ShowMessages, now.messages),
        (CommandId::ShowTroops, now.troops),
    ] {
        let label = p.text.get(command.command().name);
        let width = ui
            .painter()
            .layout_no_wrap(label.clone(), face("regular", 14.0 * u), color(p.theme.ink))
            .size()
            .x
            + 24.0 * u;
        let at = Rect::from_min_size(
            egui::pos2(right - width, rect.top() + 12.0 * u),
            vec2(width, 30.0 * u),
        );
        Button::words(at, &label, 14.0 * u)
            .selected(on)
            .run(ui, p, command);
        right -= width + 6.0 * u;
    }
}
