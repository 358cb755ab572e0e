//! Where names were found to stand: working it out takes longer than a frame's share while the date is dragged, and it does not change
//! with the date.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::ScreenPoint;

/// So many layouts are remembered; then all are forgotten.
const CAPACITY: usize = 64;

/// How a name stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelPlacement {
    /// Which of the ways it may be set, in the order they are tried.
    pub variant: usize,
    /// The middle of its line.
    pub middle: ScreenPoint,
    /// Turned clockwise, in radians.
    pub angle: f32,
    /// Additional room after each letter, in points.
    pub tracking: f32,
}

/// One layout: a place a name in the order of names, `None` where it found none.
pub type LabelPlacements = Vec<Option<LabelPlacement>>;

/// Layouts found so far, by what they hang on. A memory of a pure function: two grounds with other memories are the same ground.
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
    /// The layout remembered for a key.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<Arc<LabelPlacements>> {
        // A poisoned memory is still a memory: whoever panicked left whole entries.
        self.found
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
            .cloned()
    }

    /// Remembers a layout.
    pub fn keep(&self, key: u64, places: LabelPlacements) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= CAPACITY {
            found.clear();
        }
        found.insert(key, Arc::new(places));
    }
}
