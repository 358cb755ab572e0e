//! Small pictures of the map without words: of the scenes to choose from, and of signs that are
//! explained.

use std::sync::Arc;

use egui::Rect;

use super::page::Page;
use crate::geometry::Viewport;
use crate::model::{StepLayer, Tour, TourStep};
use crate::paint::screen::{Screen, color};
use crate::scene::{
    Furniture, Item, Layer, Legend, MapDetail, Same, Scene, SceneContext, Shape, Theme,
};
use crate::session::{Action, Session};
use crate::timeline::{Fill, FillKind, Lens, Timeline};

/// Size of lines and patterns of a scene's picture, in those of the large map.
const SCENE: f32 = 0.5;
/// That of a sample, whose letters are as large as those of the large map.
const SAMPLE: f32 = 1.6;

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TileKind {
    /// A scene to choose: the ground and the colors.
    Scene,
    /// A sign that is explained: the letters of holders too.
    Sample,
}

impl TileKind {
    fn scale(self) -> f32 {
        match self {
            Self::Scene => SCENE,
            Self::Sample => SAMPLE,
        }
    }
}
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
    kind: TileKind,
}

/// The items of a picture, and the part of the map that they show.
struct Tile {
    items: Vec<Item>,
    view: Viewport,
}

/// The pictures made so far, the one used last first.
#[derive(Default)]
pub(super) struct Tiles {
    made: Vec<(TileKey, Arc<Tile>)>,
    /// For each tour the step that its picture shows.
    steps: Vec<(Same<Tour>, TourStep)>,
    /// Whether this frame has made something already. The rest follows in the next ones, so that no
    /// frame takes long.
    is_busy: bool,
}

impl Tiles {
    /// Before a frame is drawn.
    pub(super) fn begin_frame(&mut self) {
        self.is_busy = false;
    }
}

impl Page<'_, '_> {
    /// Draws the map of a step without words.
    pub(super) fn tile(&mut self, rect: Rect, step: &TourStep, kind: TileKind) {
        let key = TileKey {
            timeline: Same::new(self.p.session.timeline()),
            step: step.clone(),
            theme: self.p.theme.clone(),
            size: (rect.width(), rect.height()),
            unit: kind.scale() * self.s.map,
            kind,
        };
        let known = self
            .kiosk
            .tiles
            .made
            .iter()
            .position(|(known, _)| *known == key);
        if let Some(at) = known {
            self.kiosk.tiles.made[..=at].rotate_right(1);
        } else if self.waits_for_next_frame() {
            let ground = color(self.p.theme.ground(self.p.session.geometry()));
            self.ui.painter().rect_filled(rect, 0.0, ground);
            return;
        } else {
            let made = Arc::new(self.made(&key));
            self.kiosk.tiles.made.truncate(CAPACITY - 1);
            self.kiosk.tiles.made.insert(0, (key, made));
        }
        let tile = Arc::clone(&self.kiosk.tiles.made[0].1);
        self.ui.painter().rect_filled(
            rect,
            0.0,
            color(self.p.theme.ground(self.p.session.geometry())),
        );
        let mut child = self.ui.new_child(egui::UiBuilder::new().max_rect(rect));
        child.set_clip_rect(rect.intersect(self.ui.clip_rect()));
        let screen = Screen {
            ui: &child,
            rect,
            geometry: self.p.session.geometry(),
            view: tile.view,
            unit: kind.scale() * self.s.map,
        };
        self.p
            .cache
            .draw(&screen, &tile, &tile.items, self.p.textures);
    }

    /// Whether something new must wait because this frame has made something; otherwise it is made
    /// now.
    fn waits_for_next_frame(&mut self) -> bool {
        let waits = std::mem::replace(&mut self.kiosk.tiles.is_busy, true);
        if waits {
            self.ui.ctx().request_repaint();
        }
        waits
    }

    /// The step of a scene that its picture shows: the first of those with the most districts in
    /// color. `None` while it is not known.
    pub(super) fn picture_of(&mut self, tour: &Arc<Tour>) -> Option<TourStep> {
        let key = Same::new(tour);
        let known = self
            .kiosk
            .tiles
            .steps
            .iter()
            .find(|(known, _)| *known == key);
        if let Some((_, step)) = known {
            return Some(step.clone());
        }
        if self.waits_for_next_frame() {
            return None;
        }
        let mut session: Session = self.p.session.clone();
        let mut best: Option<(usize, &TourStep)> = None;
        for step in &tour.steps {
            session.apply(Action::ShowStep(Box::new(step.clone())));
            let shows = |layer| step.layers.contains(&layer);
            let lens = if shows(StepLayer::Fills) {
                session.lens().clone()
            } else {
                Lens::Control
            };
            let is_colored =
                |fill: &Fill| !matches!(fill.kind, FillKind::Unknown | FillKind::Disputed);
            let districts = session.situation().districts();
            let colored = districts.filter(|d| is_colored(&d.fill(&lens))).count();
            let is_drawn = shows(StepLayer::Fills) || shows(StepLayer::Holders);
            let count = if is_drawn { colored } else { 0 };
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, step));
            }
        }
        let (_, step) = best?;
        self.kiosk.tiles.steps.truncate(CAPACITY - 1);
        self.kiosk.tiles.steps.insert(0, (key, step.clone()));
        Some(step.clone())
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
        // Of the texts only the letters of holders are as large as those of the large map.
        let is_letter = |item: &Item| match &item.shape {
            Shape::Circle { .. } => item.layer == Layer::Place,
            Shape::Text(run) => item.layer == Layer::Place && run.text.chars().count() == 1,
            _ => false,
        };
        let mut items = Scene::new(&context).items;
        items.retain(|item| is_ground(item) || (key.kind == TileKind::Sample && is_letter(item)));
        Tile {
            items,
            view: session.viewport(),
        }
    }
}
