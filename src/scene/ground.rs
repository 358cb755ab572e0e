//! How much of the districts a card would hide: a grid over the map with a weight for each cell, so
//! that lists and the strip of messages stand where they cover least. It reads the map's geometry.

use super::builder::SceneBuilder;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::numeric::clamped;

/// Side of a cell, in design units.
const CELL: f32 = 44.0;
/// Weights of a district on record, and of one that is drawn for orientation only. Everything else
/// weighs nothing.
const RECORDED: f32 = 1.0;
const CONTEXT: f32 = 0.35;

/// The grid.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    corner: ScreenPoint,
    /// Side of a cell, in points.
    side: f32,
    columns: usize,
    weights: Vec<f32>,
}

impl Ground {
    pub(super) fn new(s: &SceneBuilder<'_>) -> Self {
        let frame = s.occupancy.frame();
        let side = CELL * s.u;
        let count = |length: f32| (length / side).ceil().max(1.0) as usize;
        let (columns, rows) = (count(frame.width()), count(frame.height()));
        let atlas = s.context.atlas();
        let view = s.context.session.viewport();
        let geometry = s.context.geometry();
        let weight = |i: usize| {
            let (column, row) = ((i % columns) as f32, (i / columns) as f32);
            let middle = frame.min.plus((column + 0.5) * side, (row + 0.5) * side);
            let id = geometry.district_at(view.map_from_screen(middle));
            match id.and_then(|id| atlas.district(id)) {
                Some(district) if !district.context => RECORDED,
                Some(_) => CONTEXT,
                None => 0.0,
            }
        };
        Self {
            corner: frame.min,
            side,
            columns,
            weights: (0..columns * rows).map(weight).collect(),
        }
    }

    /// How much of the districts a rectangle hides, in square points.
    pub(super) fn hidden(&self, rect: &ScreenRect) -> f32 {
        self.hidden_from(rect, 0.0)
    }

    /// How much of the districts on record a rectangle hides, in square points.
    pub(super) fn hidden_record(&self, rect: &ScreenRect) -> f32 {
        self.hidden_from(rect, CONTEXT)
    }

    /// The area that a rectangle hides of cells that weigh more than some weight.
    fn hidden_from(&self, rect: &ScreenRect, above: f32) -> f32 {
        let rows = self.weights.len() / self.columns;
        // The cells from the one that holds a side of the rectangle to that of the opposite side.
        let cells = |from: f32, to: f32, count: usize| {
            let cell = |at: f32| clamped(at / self.side, 0.0, count as f32) as usize;
            cell(from)..(cell(to) + 1).min(count)
        };
        let (left, top) = (self.corner.x, self.corner.y);
        let columns = cells(rect.min.x - left, rect.max.x - left, self.columns);
        let mut hidden = 0.0;
        for row in cells(rect.min.y - top, rect.max.y - top, rows) {
            for column in columns.clone() {
                let weight = self.weights[row * self.columns + column];
                if weight > above {
                    let (x, y) = (column as f32 * self.side, row as f32 * self.side);
                    let cell = ScreenRect::sized(self.corner.plus(x, y), self.side, self.side);
                    hidden += weight * cell.overlap(rect);
                }
            }
        }
        hidden
    }
}
