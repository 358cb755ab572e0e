//! Where labels were placed: finding it takes longer than a frame should while the date is dragged, and does not depend on the date.

use std::sync::Arc;

use super::Same;
use crate::geometry::{MapGeometry, ScreenPoint, ScreenRect, Viewport};

/// So many layouts of a kind are kept.
const CAPACITY: usize = 16;

/// Layouts of labels, each with everything it depends on.
#[derive(Debug, Default)]
pub struct LabelCache {
    pub(super) districts: Layouts<LabelPlacements>,
    pub(super) rivers: Layouts<RiverPlacements>,
}

/// Everything that a layout depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelKey {
    pub(super) geometry: Same<MapGeometry>,
    pub(super) view: Viewport,
    pub(super) unit: f32,
    pub(super) language: String,
    /// The language of the lens's own names.
    pub(super) own_language: Option<String>,
    /// What was taken before, in order.
    pub(super) taken: Vec<ScreenRect>,
}

/// How the name of a district is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LabelPlacement {
    /// Which of the ways it may be set, in the order in which they are tried.
    pub(super) variant: usize,
    /// The middle of its line.
    pub(super) middle: ScreenPoint,
    /// Turned clockwise, in radians.
    pub(super) angle: f32,
    /// Additional room after each letter, in points.
    pub(super) tracking: f32,
}

/// A placement for each district in the order of names, `None` where it found no room.
pub(super) type LabelPlacements = Vec<Option<LabelPlacement>>;

/// For each river in the order of the atlas its letters with their middles and angles, where there was room.
pub(super) type RiverPlacements = Vec<Option<Vec<(ScreenPoint, f32, char)>>>;

/// Layouts of a kind, the one last used first.
#[derive(Debug)]
pub(super) struct Layouts<T>(Vec<(LabelKey, Arc<T>)>);

impl<T> Default for Layouts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Layouts<T> {
    /// The layout kept for a key.
    pub(super) fn get(&mut self, key: &LabelKey) -> Option<Arc<T>> {
        let found = self.0.iter().position(|(known, _)| known == key)?;
        self.0[..=found].rotate_right(1);
        Some(Arc::clone(&self.0[0].1))
    }

    /// Keeps a layout; the one longest unused makes room.
    pub(super) fn keep(&mut self, key: LabelKey, layout: T) {
        self.0.truncate(CAPACITY - 1);
        self.0.insert(0, (key, Arc::new(layout)));
    }
}
