//! Small pictures of the map without words: of the scenes to choose from, and of signs that are
//! explained.

use std::sync::Arc;

use egui::Rect;

use super::page::Page;
use crate::geometry::Viewport;
use crate::model::TourStep;
use crate::paint::screen::{Screen, color};
use crate::scene::{Furniture, Item, Legend, MapDetail, Same, Scene, SceneContext, Shape, Theme};
use crate::session::{Action, Session};
use crate::timeline::Timeline;

/// Most pictures that are kept.
const CAPACITY: usize = 24;

/// Everything that a picture depends on.
#[derive(Debug, Clone, PartialEq)]
struct TileKey {
    timeline: Same<Timeline>,
    step: TourStep,
    theme: Theme,
    size: (f32, f32),
    unit: f32,
}

/// The items of a picture, and the part of the map that they show.
struct Tile {
    items: Vec<Item>,
    view: Viewport,
}

/// The pictures made so far, the one used last first.
#[derive(Default)]
pub(super) struct Tiles(Vec<(TileKey, Arc<Tile>)>);

impl Page<'_, '_> {
    /// Draws the map of a step without words.
    pub(super) fn tile(&mut self, rect: Rect, step: &TourStep) {
        let key = TileKey {
            timeline: Same::new(self.p.session.timeline()),
            step: step.clone(),
            theme: self.p.theme.clone(),
            size: (rect.width(), rect.height()),
            unit: self.s.map,
        };
        let known = self
            .kiosk
            .tiles
            .0
            .iter()
            .position(|(known, _)| *known == key);
        if let Some(at) = known {
            self.kiosk.tiles.0[..=at].rotate_right(1);
        } else {
            let made = Arc::new(self.made(&key));
            self.kiosk.tiles.0.truncate(CAPACITY - 1);
            self.kiosk.tiles.0.insert(0, (key, made));
        }
        let tile = Arc::clone(&self.kiosk.tiles.0[0].1);
        self.ui
            .painter()
            .rect_filled(rect, 0.0, color(self.p.theme.lake));
        let mut child = self.ui.new_child(egui::UiBuilder::new().max_rect(rect));
        child.set_clip_rect(rect.intersect(self.ui.clip_rect()));
        let screen = Screen {
            ui: &child,
            rect,
            geometry: self.p.session.geometry(),
            view: tile.view,
            unit: self.s.map,
        };
        self.p
            .cache
            .draw(&screen, &tile, &tile.items, self.p.textures);
    }

    fn made(&self, key: &TileKey) -> Tile {
        let mut session: Session = self.p.session.clone();
        session.apply(Action::Resize(key.size.0, key.size.1));
        session.apply(Action::ShowStep(Box::new(key.step.clone())));
        session.apply(Action::Select(None));
        session.apply(Action::EndMotion);
        let situation = Arc::clone(session.situation());
        let context = SceneContext {
            session: &session,
            situation: &situation,
            theme: self.p.theme,
            text: self.p.text,
            unit: key.unit,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Sketch,
        };
        let is_ground = |item: &Item| {
            matches!(
                item.shape,
                Shape::Area { .. }
                    | Shape::MapLine { .. }
                    | Shape::MapRings { .. }
                    | Shape::Relief(_)
            )
        };
        let mut items = Scene::new(&context).items;
        items.retain(is_ground);
        Tile {
            items,
            view: session.viewport(),
        }
    }
}
