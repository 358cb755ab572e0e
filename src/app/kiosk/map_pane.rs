//! The map of a kiosk: what is drawn, how fingers move it, and what lies under a tap.

use std::sync::Arc;

use egui::{Align2, Rect, Role, Sense, WidgetInfo, pos2, vec2};

use super::layout::GAP;
use super::page::{Key, Page};
use crate::app::compare;
use crate::app::widgets::Sign;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::CardTarget;
use crate::paint::screen::{Screen, color};
use crate::scene::{Face, Furniture, Legend, MapDetail, Scene, SceneContext, SceneKey};
use crate::session::{Action, Session, VisitAction, VisitScreen};

/// Distance from a finger, in millimetres, within which it touches a sign.
const REACH_MM: f32 = 9.0;
/// Greatest number of things under a finger that are listed.
const MOST_UNDER: usize = 6;
/// How much closer or wider a press of a button makes the map.
const ZOOM: f64 = 1.5;

impl Page<'_, '_> {
    /// Draws the map, or two where the step compares two, and follows the fingers on it.
    pub(super) fn map(&mut self, rect: Rect) {
        let second = compare::second(self.p);
        let second = second.as_deref().and_then(Option::as_ref);
        let Some(second) = second else {
            self.p.resize(rect);
            let session = self.p.session;
            let scene = self.one_map(rect, session, "map");
            self.fingers_on_map(rect, &scene);
            return;
        };
        let u = self.s.u;
        let is_upright = rect.height() > rect.width();
        let size = if is_upright {
            vec2(rect.width(), (rect.height() - 4.0 * u) / 2.0)
        } else {
            vec2((rect.width() - 4.0 * u) / 2.0, rect.height())
        };
        let first_rect = Rect::from_min_size(rect.min, size);
        let second_rect = Rect::from_min_size(rect.max - size, size);
        let head = self.s.text * 1.7;
        let below = |r: Rect| Rect::from_min_max(pos2(r.left(), r.top() + head), r.max);
        self.p.resize(below(first_rect));
        let sessions = [
            (self.p.session, first_rect, "map"),
            (second, second_rect, "second-map"),
        ];
        for (session, half, name) in sessions {
            self.map_title(
                Rect::from_min_size(half.min, vec2(half.width(), head)),
                session,
            );
            let scene = self.one_map(below(half), session, name);
            self.fingers_on_map(below(half), &scene);
        }
    }

    fn map_title(&self, rect: Rect, session: &Session) {
        let theme = self.p.theme;
        self.ui.painter().rect_filled(rect, 0.0, color(theme.card));
        let words = self
            .p
            .text
            .lens_title(session.lens(), session.whole().atlas());
        let size = self.s.text;
        let room = rect.width() - 2.0 * size;
        let font = if Face::SemiBold.width(&words, size) > room {
            Face::Condensed
        } else {
            Face::SemiBold
        };
        let at = pos2(rect.left() + size * 0.8, rect.center().y);
        self.write(at, Align2::LEFT_CENTER, &words, font, size, theme.ink);
    }

    fn one_map(&mut self, rect: Rect, session: &Session, name: &'static str) -> Arc<Scene> {
        let id = self.ui.scope_id().with(("kiosk", name));
        let told = self.map_in_words(session);
        if self.is_live {
            let response = self.ui.interact(rect, id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
        }
        let theme = self.p.theme;
        self.ui
            .painter()
            .rect_filled(rect, 0.0, color(theme.ground(session.geometry())));
        let situation = Arc::clone(session.situation());
        let tells_step = session
            .lecture()
            .is_some_and(|_| session.shows_step_records());
        let detail = if tells_step || session.lecture().is_some() {
            MapDetail::Slide
        } else {
            MapDetail::Wall
        };
        let context = SceneContext {
            session,
            situation: &situation,
            theme,
            text: self.p.text,
            unit: self.s.map,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail,
        };
        let key = SceneKey::map(&context, &situation);
        let scene = self.p.cache.scene(key, &context);
        let mut child = self.ui.new_child(egui::UiBuilder::new().max_rect(rect));
        child.set_clip_rect(rect.intersect(self.ui.clip_rect()));
        let screen = Screen {
            ui: &child,
            rect,
            geometry: session.geometry(),
            view: session.viewport(),
            unit: self.s.map,
        };
        self.p
            .cache
            .draw(&screen, &scene, &scene.items, self.p.textures);
        scene
    }

    /// The map in sentences, for screen readers.
    pub(super) fn map_in_words(&self, session: &Session) -> String {
        let atlas = session.timeline().atlas();
        let told = self
            .p
            .text
            .narrative(atlas, session.situation(), session.lens());
        let mut words = self.p.text.date_in_full(session.day());
        for paragraph in told {
            words.push_str(". ");
            words.push_str(&paragraph.heading);
            for (sentence, _) in paragraph.sentences {
                words.push(' ');
                words.push_str(&sentence);
            }
        }
        words
    }

    fn fingers_on_map(&mut self, rect: Rect, scene: &Scene) {
        if !self.is_live || self.visit().is_attract() {
            return;
        }
        let buttons = self.map_buttons(rect, scene);
        let (corner, mm) = (rect.min, self.s.mm);
        let local = |at: egui::Pos2| ScreenPoint::new(at.x - corner.x, at.y - corner.y);
        if let Some((by, factor, at)) = self.kiosk.fingers.motion(rect) {
            if by != egui::Vec2::ZERO {
                self.p.actions.push(Action::Pan(by.x, by.y));
            }
            if (factor - 1.0).abs() > 1e-4 {
                let zoom = Action::Zoom(f64::from(factor), local(at));
                self.p.actions.push(zoom);
            }
        }
        if buttons {
            return;
        }
        if let Some(at) = self.kiosk.fingers.take_tap(rect) {
            let targets = self.under(local(at), scene, REACH_MM * mm);
            self.does(VisitAction::TouchMap(targets));
        }
    }

    /// What lies under a finger, the nearest first: signs within reach, and the district.
    fn under(&self, at: ScreenPoint, scene: &Scene, reach: f32) -> Vec<String> {
        let session = self.p.session;
        let atlas = session.timeline().atlas();
        let away = |rect: &ScreenRect| rect.nearest(at).distance(at);
        let mut near: Vec<(f32, &str)> = scene
            .hits
            .iter()
            .rev()
            .map(|(rect, id)| (away(rect), id.as_str()))
            .filter(|(distance, _)| *distance <= reach)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        // A finger that lies on signs means these, and not others beside them.
        let is_on = near.iter().any(|(distance, _)| *distance <= 0.0);
        let mut ids: Vec<String> = Vec::new();
        for (distance, id) in near {
            let counts = !is_on || distance <= 0.25 * reach;
            let is_known = CardTarget::named(id, atlas).is_some();
            if counts && is_known && ids.iter().all(|known| known != id) {
                ids.push(id.to_owned());
            }
        }
        ids.truncate(MOST_UNDER - 1);
        let district = session
            .geometry()
            .district_at(session.viewport().map_from_screen(at));
        if let Some(district) = district
            && ids.is_empty()
            && CardTarget::named(district, atlas).is_some()
        {
            ids.push(district.to_owned());
        }
        ids
    }

    /// The buttons over the map. Returns whether one was pressed.
    fn map_buttons(&mut self, rect: Rect, scene: &Scene) -> bool {
        let (u, target) = (self.s.u, self.s.target);
        let gap = GAP * u;
        let middle = ScreenPoint::new(rect.width() / 2.0, rect.height() / 2.0);
        let is_free = self.visit().screen() == VisitScreen::FreeMap;
        let mut all = vec![
            (Sign::Home, "zoom-home", Some(Action::Home)),
            (
                Sign::Minus,
                "zoom-out",
                Some(Action::Zoom(1.0 / ZOOM, middle)),
            ),
            (Sign::Plus, "zoom-in", Some(Action::Zoom(ZOOM, middle))),
        ];
        if is_free {
            all.push((Sign::List, "kiosk-list", None));
        }
        let mut pressed = false;
        for (i, (sign, key, action)) in all.into_iter().enumerate() {
            let from_right = (i as f32 + 1.0) * (target + gap);
            let min = pos2(rect.right() - from_right, rect.bottom() - target - gap);
            let button = Rect::from_min_size(min, vec2(target, target));
            let name = self.words(key);
            if !self.key(&Key::sign(button, sign, &name)) {
                continue;
            }
            pressed = true;
            match action {
                Some(Action::Home) if self.p.session.lecture().is_some() => {
                    self.p.actions.push(Action::ReturnToStep);
                }
                Some(action) => self.p.actions.push(action),
                None => {
                    let ids = self.all_on_map(scene);
                    self.does(VisitAction::TouchMap(ids));
                }
            }
        }
        pressed
    }

    /// Everything on the map that has a card.
    fn all_on_map(&self, scene: &Scene) -> Vec<String> {
        let atlas = self.p.session.timeline().atlas();
        let mut ids: Vec<String> = Vec::new();
        for (_, id) in &scene.hits {
            let is_known = CardTarget::named(id, atlas).is_some();
            if is_known && ids.iter().all(|known| known != id) {
                ids.push(id.clone());
            }
        }
        ids
    }
}
