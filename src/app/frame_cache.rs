//! Cache of what the panels computed for the last frames, valid while everything it depends on
//! stays the same.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use eframe::egui;
use egui::Rect;

use super::access::Announced;
use super::clock;
use super::lecture::SlideKey;
use crate::geometry::Viewport;
use crate::model::PartyId;
use crate::paint::prepared::Prepared;
use crate::paint::screen::Screen;
use crate::paint::textures::Textures;
use crate::scene::{
    Cell, Chart, ChartKind, Item, LabelCache, Lanes, LineForm, MultiplesGrid, Same, Scene,
    SceneContext, SceneKey, Slide,
};
use crate::session::{Compare, Multiples, Session};
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

/// Processor time of a frame after which a panel leaves long work to the next one. A map of many
/// districts takes about as long.
const SHARE: Duration = Duration::from_millis(20);

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
    /// Whether long work of a frame is spread over several.
    spreads: bool,
    /// Number of the frame, of which there may be several passes, and the processor time of the
    /// window's thread when it began.
    frame: u64,
    began: Duration,
    /// Whether a panel waits for the next frame, and whether one has waited for this one.
    waits: bool,
    has_waited: bool,
}

/// A prepared display list is identified by the result that owns it and by where it is drawn.
struct PreparedKey {
    owner: Arc<dyn Any + Send + Sync>,
    view: Viewport,
    rect: Rect,
    clip: Rect,
    unit: f32,
    pixels_per_point: f32,
}

impl PartialEq for PreparedKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.owner, &other.owner)
            && self.view == other.view
            && self.rect == other.rect
            && self.clip == other.clip
            && self.unit == other.unit
            && self.pixels_per_point == other.pixels_per_point
    }
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
        let owner: Arc<dyn Any + Send + Sync> = Arc::<T>::clone(owner);
        let key = PreparedKey {
            owner,
            view: screen.view,
            rect: screen.rect,
            clip: screen.ui.clip_rect(),
            unit: screen.unit,
            pixels_per_point: screen.ui.pixels_per_point(),
        };
        let prepared = self.prepared.get(key, || screen.prepare(items, textures));
        screen.show(&prepared, textures);
    }

    /// The scene of a map.
    pub(super) fn scene(&mut self, key: SceneKey, context: &SceneContext<'_>) -> Arc<Scene> {
        let labels = &mut self.labels;
        self.scenes.get(key, || Scene::with_labels(context, labels))
    }

    /// Spreads long work over several frames, for a window that people use.
    pub(super) fn spread(&mut self) {
        self.spreads = true;
    }

    /// Begins a frame, or another pass of the same one.
    pub(super) fn begin_frame(&mut self, frame: u64) {
        if frame != self.frame {
            self.frame = frame;
            self.began = clock::thread_cpu();
            self.has_waited = std::mem::take(&mut self.waits);
        }
    }

    /// Whether a panel may begin long work: not after other long work in the same frame, but never
    /// does it wait for more than one frame.
    pub(super) fn has_time(&mut self) -> bool {
        let spent = clock::thread_cpu().saturating_sub(self.began);
        let has_time = !self.spreads || self.has_waited || spent < SHARE;
        self.waits |= !has_time;
        has_time
    }

    /// Drops prepared display lists, because they use meshes and textures that were dropped.
    pub(super) fn forget_meshes(&mut self) {
        self.prepared = Recent::default();
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

    #[test]
    fn long_work_waits_for_one_frame_after_other_long_work() {
        let mut cache = FrameCache::default();
        let long_frame = |cache: &mut FrameCache, number| {
            cache.begin_frame(number);
            while clock::thread_cpu().saturating_sub(cache.began) < 2 * SHARE {}
            let first = cache.has_time();
            // A second pass of a frame has no more time than the first.
            cache.begin_frame(number);
            assert_eq!(cache.has_time(), first);
            first
        };
        assert!(long_frame(&mut cache, 1), "a picture of one frame is whole");
        cache.spread();
        let frames = [2, 3, 4, 5].map(|number| long_frame(&mut cache, number));
        assert_eq!(frames, [false, true, false, true]);
        cache.begin_frame(6);
        assert!(cache.has_time());
    }
}
