//! Cache of label placements. Finding them takes longer than a frame should while the date is
//! dragged, and they do not depend on the date.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Same;
use super::line_grid::LineGrid;
use crate::geometry::{MapGeometry, ScreenPoint, ScreenRect, Viewport};

/// Maximum number of layouts of each kind.
const CAPACITY: usize = 16;

/// Layouts of labels, each with everything it depends on.
#[derive(Debug, Default)]
pub struct LabelCache {
    pub(super) districts: Layouts<DistrictLabels>,
    pub(super) rivers: Layouts<CurvePlacements>,
    /// Names of states, regions, ranges and valleys, by their pass.
    pub(super) curves: [Layouts<CurvePlacements>; 3],
    /// Where the lines of the map run, with the part of the map and the unit that it depends on.
    pub(super) line_grid: Option<(Same<MapGeometry>, Viewport, f32, Arc<LineGrid>)>,
}

/// Everything that a layout depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LabelKey {
    pub(super) geometry: Same<MapGeometry>,
    pub(super) view: Viewport,
    pub(super) unit: f32,
    pub(super) language: String,
    /// The language of the lens's own names; `None` where it is the reader's.
    pub(super) own_language: Option<String>,
    /// Rectangles that were occupied before, in order.
    pub(super) taken: Vec<ScreenRect>,
}

/// How the name of a district is placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LabelPlacement {
    /// Index of the variant of the name, in the order in which variants are tried.
    pub(super) variant: usize,
    /// The middle of its first line.
    pub(super) middle: ScreenPoint,
    /// Clockwise rotation, in radians.
    pub(super) angle: f32,
    /// Additional space after each letter, in points.
    pub(super) tracking: f32,
}

/// The placements of the names of areas.
#[derive(Debug, Default)]
pub(super) struct DistrictLabels {
    /// For each district and group on the screen, where its name stands while it is drawn as one;
    /// `None` where there is no space.
    pub(super) names: BTreeMap<String, Option<LabelPlacement>>,
    /// For an area and a part of it, where the part's quiet name stands while the area is drawn as
    /// one, if there is space.
    pub(super) quiet: BTreeMap<(String, String), LabelPlacement>,
    /// Where the names of areas stand that are set along lines of the base map.
    pub(super) regions: BTreeMap<String, RegionPlacement>,
}

/// How the name of an area is placed along a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RegionPlacement {
    pub(super) curve: CurvePlacement,
    /// The space for its second name and its pill; `None` where it has neither.
    pub(super) foot: Option<ScreenRect>,
    /// Whether its second name is shown, for which there may be no space.
    pub(super) has_own: bool,
}

/// How a text is placed along a curve.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CurvePlacement {
    /// The baseline, which the text fills from its start.
    pub(super) path: Vec<ScreenPoint>,
    /// The font size, in points.
    pub(super) size: f32,
    /// Additional space after each letter, in points.
    pub(super) tracking: f32,
}

/// A placement for each name in the order in which names are placed; `None` where none fits.
pub(super) type CurvePlacements = Vec<Option<CurvePlacement>>;

/// Layouts of one kind, the most recently used first.
#[derive(Debug)]
pub(super) struct Layouts<T>(Vec<(LabelKey, Arc<T>)>);

impl<T> Default for Layouts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Layouts<T> {
    /// The cached layout of a key; `None` where there is none.
    pub(super) fn get(&mut self, key: &LabelKey) -> Option<Arc<T>> {
        let found = self.0.iter().position(|(known, _)| known == key)?;
        self.0[..=found].rotate_right(1);
        Some(Arc::clone(&self.0[0].1))
    }

    /// Adds a layout, and removes the least recently used one where the cache is full.
    pub(super) fn keep(&mut self, key: LabelKey, layout: impl Into<Arc<T>>) {
        self.0.truncate(CAPACITY - 1);
        self.0.insert(0, (key, layout.into()));
    }
}
