//! Where rivers, railways and boundaries run on the screen, so that names prefer clear ground.
//! `labels`, `names` and `rivers` ask it before they place a name.

use super::SceneContext;
use crate::geometry::{MapLine, ScreenPoint, ScreenRect};

/// Side of a cell, in design units: a third of the height of a name.
const CELL: f32 = 5.0;

/// Counts of crossed cells on a grid over the visible map, as sums over all cells above and to the
/// left, so that any rectangle is counted in four steps.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct LineGrid {
    cell: f32,
    columns: usize,
    rows: usize,
    /// The sum of weights of the cells above and to the left of each corner of a cell.
    sums: Vec<u32>,
}

impl LineGrid {
    /// The lines of the map that a scene draws.
    pub(super) fn new(context: &SceneContext<'_>) -> Self {
        let view = context.session.viewport();
        let cell = CELL * context.unit.max(0.05);
        let count = |length: f32| (length / cell).ceil().max(1.0) as usize;
        let (columns, rows) = (count(view.size.0), count(view.size.1));
        let mut weights = vec![0_u8; columns * rows];
        let geometry = context.geometry();
        let mut mark = |lines: &[MapLine], weight: fn(&MapLine) -> u8| {
            for line in lines {
                let points = line.points.iter().map(|p| view.screen_from_map(*p));
                let mut last: Option<ScreenPoint> = None;
                for p in points {
                    if let Some(a) = last.filter(|a| touches(view.size, *a, p)) {
                        let steps = (a.distance(p) / cell).ceil().max(1.0);
                        for i in 0..=steps as usize {
                            let at = a.toward(p, i as f32 / steps);
                            if at.x >= 0.0 && at.y >= 0.0 {
                                let (x, y) = ((at.x / cell) as usize, (at.y / cell) as usize);
                                if x < columns && y < rows {
                                    let known = &mut weights[y * columns + x];
                                    *known = (*known).max(weight(line));
                                }
                            }
                        }
                    }
                    last = Some(p);
                }
            }
        };
        mark(&geometry.rivers, |l| if l.grade == 1 { 4 } else { 2 });
        mark(&geometry.railways, |_| 3);
        mark(&geometry.boundaries, |_| 2);
        let mut sums = vec![0_u32; (columns + 1) * (rows + 1)];
        for y in 0..rows {
            let mut row = 0;
            for x in 0..columns {
                row += u32::from(weights[y * columns + x]);
                sums[(y + 1) * (columns + 1) + x + 1] = sums[y * (columns + 1) + x + 1] + row;
            }
        }
        Self {
            cell,
            columns,
            rows,
            sums,
        }
    }

    /// How much of the lines lies in a rectangle: the sum of the weights of the cells that they
    /// cross.
    pub(super) fn weight(&self, rect: &ScreenRect) -> f32 {
        if self.sums.is_empty() {
            return 0.0;
        }
        let index = |at: f32, most: usize| ((at / self.cell).max(0.0) as usize).min(most);
        let (x0, x1) = (
            index(rect.min.x, self.columns),
            index(rect.max.x + self.cell, self.columns),
        );
        let (y0, y1) = (
            index(rect.min.y, self.rows),
            index(rect.max.y + self.cell, self.rows),
        );
        let at = |x: usize, y: usize| self.sums[y * (self.columns + 1) + x];
        (at(x1, y1) + at(x0, y0) - at(x0, y1) - at(x1, y0)) as f32
    }
}

/// Whether the box around a line meets the visible map.
fn touches((wide, high): (f32, f32), a: ScreenPoint, b: ScreenPoint) -> bool {
    a.x.max(b.x) >= 0.0 && a.x.min(b.x) <= wide && a.y.max(b.y) >= 0.0 && a.y.min(b.y) <= high
}
