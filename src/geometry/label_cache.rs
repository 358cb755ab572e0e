//! Cache of label placements: placing the names of districts takes longer than a frame has, and the
//! result does not depend on the date.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::ScreenPoint;

/// Cache capacity; the cache is cleared when full.
const CAPACITY: usize = 64;

/// Where and how a name is set on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelPlacement {
    /// Index of the way it is set, in the order in which the ways are tried.
    pub variant: usize,
    /// The middle of its line of text.
    pub middle: ScreenPoint,
    /// Clockwise rotation, in radians.
    pub angle: f32,
    /// Additional space after each letter, in points.
    pub tracking: f32,
}

/// The placements of one layout, in the order of its names; `None` where a name has no space.
pub type LabelPlacements = Vec<Option<LabelPlacement>>;

/// Layouts by the hash of what they depend on. They are results of a pure function, so a clone may
/// start empty.
#[derive(Debug, Default)]
pub struct LabelCache {
    found: Mutex<HashMap<u64, Arc<LabelPlacements>>>,
}

impl Clone for LabelCache {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl LabelCache {
    /// The layout kept for a key.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<Arc<LabelPlacements>> {
        // A poisoned lock is no harm: entries are inserted whole.
        self.found
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
            .cloned()
    }

    /// Keeps a layout for a key.
    pub fn keep(&self, key: u64, places: LabelPlacements) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= CAPACITY {
            found.clear();
        }
        found.insert(key, Arc::new(places));
    }
}
