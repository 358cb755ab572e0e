//! Cache of what the panels computed for the last frames, valid while everything it depends on
//! stays the same.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui;
use egui::Rect;

use super::access::Announced;
use super::lecture::SlideKey;
use super::long_work::{LongWork, WorkQueue};
use crate::geometry::{MapGeometry, Viewport};
use crate::model::PartyId;
use crate::paint::prepared::Prepared;
use crate::paint::screen::Screen;
use crate::paint::textures::Textures;
use crate::scene::{
    Cell, Chart, ChartKind, Item, LabelCache, Lanes, LineForm, MultiplesGrid, Same, Scene,
    SceneContext, SceneKey, Slide,
};
use crate::session::{Compare, Multiples, Session, Skin};
use crate::timeline::{Change, Timeline};

/// Maximum number of results of each kind: enough for all that a window shows at once.
const CAPACITY: usize = 24;

/// The most recent results of a function, each with everything it depends on.
pub(super) struct Recent<K, V>(Vec<(K, Arc<V>)>);

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Recent<K, V> {
    /// The result for a key, cached or newly made. The least recently used one is removed where
    /// there are too many.
    pub(super) fn get(&mut self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(i) = self.0.iter().position(|(known, _)| *known == key) {
            self.0[..=i].rotate_right(1);
        } else {
            let made = Arc::new(make());
            self.0.truncate(CAPACITY - 1);
            self.0.insert(0, (key, made));
        }
        Arc::clone(&self.0[0].1)
    }

    /// The most recent result whose key meets a condition.
    pub(super) fn last(&self, is_meant: impl Fn(&K) -> bool) -> Option<Arc<V>> {
        let found = self.0.iter().find(|(key, _)| is_meant(key));
        found.map(|(_, cached)| Arc::clone(cached))
    }

    /// Whether the result for a key is cached.
    pub(super) fn has(&self, key: &K) -> bool {
        self.0.iter().any(|(known, _)| known == key)
    }
}

/// Width and height of a picture, in points.
type Size = (f32, f32);
/// What a grid of small maps depends on.
pub(super) type MultiplesKey = (SceneKey, Multiples, Size);

/// Results cached between frames.
#[derive(Default)]
pub(super) struct FrameCache {
    scenes: Recent<SceneKey, Scene>,
    pub(super) lanes: Recent<(SceneKey, Size, LineForm), Lanes>,
    pub(super) charts: Recent<(SceneKey, ChartKind, Size), Chart>,
    pub(super) matrices: Recent<(SceneKey, f32, Option<PartyId>), Chart>,
    /// Changes of a day against the day before.
    pub(super) changes: Recent<(Same<Timeline>, Option<NaiveDate>, NaiveDate), Vec<Change>>,
    pub(super) multiples: Recent<MultiplesKey, MultiplesGrid>,
    /// Small maps of these grids, each by its number.
    pub(super) small_maps: Recent<(MultiplesKey, usize), Option<Cell>>,
    /// Sessions of the second map of a comparison.
    pub(super) seconds: Recent<(SceneKey, Compare), Option<Session>>,
    /// Slides of a lecture.
    pub(super) slides: Recent<SlideKey, Option<Arc<Slide>>>,
    /// What screen readers were told of the situation.
    pub(super) announced: Announced,
    labels: LabelCache,
    prepared: Recent<PreparedKey, Prepared>,
    pub(super) work: WorkQueue,
    /// Whether a map of this pass is one before the one asked for.
    lags: bool,
    /// What each pane of a skin shows, and what follows as soon as its meshes are made.
    shown_maps: HashMap<(Skin, &'static str), ShownMap>,
}

/// Where a display list is drawn in the window.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    rect: Rect,
    clip: Rect,
    unit: f32,
    pixels_per_point: f32,
}

impl Place {
    fn of(screen: &Screen<'_>) -> Self {
        Self {
            rect: screen.rect,
            clip: screen.ui.clip_rect(),
            unit: screen.unit,
            pixels_per_point: screen.ui.pixels_per_point(),
        }
    }
}

/// A prepared display list is identified by the result that owns it and by where it is drawn.
struct PreparedKey {
    owner: Arc<dyn Any + Send + Sync>,
    view: Viewport,
    place: Place,
}

impl PreparedKey {
    fn new<T: Any + Send + Sync>(screen: &Screen<'_>, owner: &Arc<T>) -> Self {
        let owner: Arc<dyn Any + Send + Sync> = Arc::<T>::clone(owner);
        let (view, place) = (screen.view, Place::of(screen));
        Self { owner, view, place }
    }
}

impl PartialEq for PreparedKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.owner, &other.owner)
            && self.view == other.view
            && self.place == other.place
    }
}

/// The scene of a map, and what it was made for.
struct ViewedScene {
    key: SceneKey,
    place: Place,
    view: Viewport,
    scene: Arc<Scene>,
}

impl ViewedScene {
    fn is_of(&self, key: &SceneKey, place: &Place) -> bool {
        self.key == *key && self.place == *place
    }

    /// The part of the window and of the map that it was made for.
    fn screen<'a>(&self, screen: Screen<'a>) -> Screen<'a> {
        Screen {
            rect: self.place.rect,
            unit: self.place.unit,
            view: self.view,
            ..screen
        }
    }
}

/// A map as a pane draws it.
pub(super) struct DrawnMap {
    viewed: ViewedScene,
    prepared: Arc<Prepared>,
}

impl DrawnMap {
    pub(super) fn scene(&self) -> &Arc<Scene> {
        &self.viewed.scene
    }

    /// The part of the window and of the map that it was made for.
    pub(super) fn screen<'a>(&self, screen: Screen<'a>) -> Screen<'a> {
        self.viewed.screen(screen)
    }

    pub(super) fn show(&self, screen: Screen<'_>, textures: &mut Textures) {
        self.screen(screen).show(&self.prepared, textures);
    }
}

/// What the pane of a map shows.
struct ShownMap {
    geometry: Arc<MapGeometry>,
    now: Arc<DrawnMap>,
    /// A scene whose meshes are not made yet.
    next: Option<ViewedScene>,
    /// The frame in which it appeared.
    appeared: Option<u64>,
    /// Whether it was drawn in this frame. One that was not is forgotten, so that a map that appears
    /// again does not begin with an old picture.
    is_drawn: bool,
}

impl FrameCache {
    /// Draws the display list of a cached result.
    pub(super) fn draw<T: Any + Send + Sync>(
        &mut self,
        screen: &Screen<'_>,
        owner: &Arc<T>,
        items: &[Item],
        textures: &mut Textures,
    ) {
        let key = PreparedKey::new(screen, owner);
        let prepared = self.prepared.get(key, || screen.prepare(items, textures));
        screen.show(&prepared, textures);
    }

    /// The scene of a map.
    pub(super) fn scene(&mut self, key: SceneKey, context: &SceneContext<'_>) -> Arc<Scene> {
        let labels = &mut self.labels;
        self.scenes.get(key, || Scene::with_labels(context, labels))
    }

    /// Begins a frame, or another pass of the same one.
    pub(super) fn begin_frame(&mut self, number: u64) {
        self.lags = false;
        if self.work.begin_frame(number) {
            self.shown_maps
                .retain(|_, shown| std::mem::take(&mut shown.is_drawn));
        }
    }

    /// Whether another frame follows at once, because something in this one is not yet what it is to
    /// be.
    pub(super) fn is_behind(&self) -> bool {
        self.lags || self.work.has_waiting()
    }

    /// What the pane of a map draws in this frame. A map that takes long is made over several frames,
    /// first its scene and then its meshes; until then it is the one before it. A map that appears is
    /// made at once, because no other can stand for it.
    pub(super) fn map(
        &mut self,
        pane: &'static str,
        screen: Screen<'_>,
        key: &SceneKey,
        context: &SceneContext<'_>,
        textures: &mut Textures,
    ) -> Arc<DrawnMap> {
        let pane_of_skin = (context.session.skin(), pane);
        let place = Place::of(&screen);
        let viewed = |scene| ViewedScene {
            key: key.clone(),
            place,
            view: screen.view,
            scene,
        };
        // In the first frame a map takes its place: the second pass may give it another one.
        let frame = self.work.frame();
        let shown = self.shown_maps.remove(&pane_of_skin).filter(|shown| {
            let is_new = shown.appeared == frame;
            self.work.spreads() && !is_new && Arc::ptr_eq(&shown.geometry, screen.geometry)
        });
        let shown = match shown {
            None => {
                let viewed = viewed(self.scene(key.clone(), context));
                ShownMap {
                    geometry: Arc::clone(screen.geometry),
                    now: self.drawn(viewed, screen, textures),
                    next: None,
                    appeared: frame,
                    is_drawn: true,
                }
            }
            Some(shown) if shown.now.viewed.is_of(key, &place) => ShownMap {
                next: None,
                is_drawn: true,
                ..shown
            },
            Some(shown) => {
                // A scene is shown even where another one is asked for meanwhile, so that a map in
                // motion does not stand still.
                let next = shown.next.or_else(|| {
                    let is_next = self.scenes.has(key) || self.work.has_time(LongWork::Scene(pane));
                    is_next.then(|| viewed(self.scene(key.clone(), context)))
                });
                let (now, next) = match next {
                    Some(next) if self.may_draw(&next, screen, pane) => {
                        (self.drawn(next, screen, textures), None)
                    }
                    next => (shown.now, next),
                };
                ShownMap {
                    now,
                    next,
                    is_drawn: true,
                    ..shown
                }
            }
        };
        let is_behind = !shown.now.viewed.is_of(key, &place);
        self.lags |= is_behind;
        textures.set_passing(is_behind);
        let now = Arc::clone(&shown.now);
        self.shown_maps.insert(pane_of_skin, shown);
        now
    }

    /// Whether the meshes of a scene are there, or may be made in this frame.
    fn may_draw(&mut self, viewed: &ViewedScene, screen: Screen<'_>, pane: &'static str) -> bool {
        let key = PreparedKey::new(&viewed.screen(screen), &viewed.scene);
        self.prepared.has(&key) || self.work.has_time(LongWork::Meshes(pane))
    }

    fn drawn(
        &mut self,
        viewed: ViewedScene,
        screen: Screen<'_>,
        textures: &mut Textures,
    ) -> Arc<DrawnMap> {
        let screen = viewed.screen(screen);
        let key = PreparedKey::new(&screen, &viewed.scene);
        let items = &viewed.scene.items;
        let prepared = self.prepared.get(key, || screen.prepare(items, textures));
        // The pane may have moved since the scene was made.
        let place = Place::of(&screen);
        let viewed = ViewedScene { place, ..viewed };
        Arc::new(DrawnMap { viewed, prepared })
    }

    /// Drops prepared display lists, because they use meshes and textures that were dropped.
    pub(super) fn forget_meshes(&mut self) {
        self.prepared = Recent::default();
        self.shown_maps.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_made_once_and_the_longest_unused_makes_room() {
        let mut recent = Recent::default();
        let mut made = 0;
        let mut get = |key: usize| {
            *recent.get(key, || {
                made += 1;
                key * 10
            })
        };
        for key in 0..CAPACITY {
            assert_eq!(get(key), key * 10);
            // A result that is requested every time is never the least recently used.
            assert_eq!(get(0), 0);
        }
        assert_eq!(get(CAPACITY), CAPACITY * 10);
        assert_eq!(
            (get(0), get(1)),
            (0, 10),
            "the second made room and is made again"
        );
        assert_eq!(made, CAPACITY + 2);
    }
}
