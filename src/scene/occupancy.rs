//! Label collision: occupied rectangles, and the best free candidate.

use std::ops::Range;

use crate::geometry::{ScreenPoint, ScreenRect};

/// Side of a grid cell, in points: about as large as a name.
const CELL: f32 = 64.0;

/// Rank of a name that gives way to reports of troops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum YieldingRank {
    /// A region, range, river, peak or village: gives way to signs and lists.
    Minor,
    /// A state: gives way only to a list that finds no other room.
    State,
    /// A town: gives way only to a list that finds no room beside it either, and would hide a part of
    /// it.
    Town,
}

/// The occupied rectangles within a frame, all in points.
#[derive(Debug, Clone)]
pub(super) struct Occupancy {
    frame: ScreenRect,
    taken: Vec<ScreenRect>,
    /// Positions in `taken` by the cells that they touch, row by row. What lies outside the frame
    /// is counted in the cells at its edge.
    cells: Vec<Vec<u32>>,
    columns: usize,
    /// For each position in `taken`, 1 more than the number of the name that gives way to troops; 0
    /// for everything else.
    names: Vec<usize>,
    /// Whether each of `taken` is ignored, so that it is no obstacle.
    ignored: Vec<bool>,
    /// Whether each name that gives way still stands, and its rank.
    standing: Vec<(bool, YieldingRank)>,
    /// The highest rank of names that are no obstacle now; `None` where all are obstacles.
    yielding: Option<YieldingRank>,
}

impl Occupancy {
    pub(super) fn new(frame: ScreenRect) -> Self {
        let count = |length: f32| (length / CELL).ceil().max(1.0) as usize;
        let columns = count(frame.width());
        Self {
            frame,
            taken: Vec::new(),
            cells: vec![Vec::new(); columns * count(frame.height())],
            columns,
            names: Vec::new(),
            ignored: Vec::new(),
            standing: Vec::new(),
            yielding: None,
        }
    }

    /// Makes the name whose rectangles are those from a position on give way to troops. Returns its
    /// number.
    pub(super) fn make_yielding(&mut self, first: usize, rank: YieldingRank) -> usize {
        self.standing.push((true, rank));
        self.names[first..].fill(self.standing.len());
        self.standing.len() - 1
    }

    /// Makes names up to a rank no obstacles from now on; with `None` all are obstacles. A rectangle
    /// that is taken displaces the names of these ranks that it overlaps.
    pub(super) fn let_names_yield(&mut self, highest: Option<YieldingRank>) {
        self.yielding = highest;
    }

    /// The highest rank of names that are no obstacle now.
    pub(super) fn yielding(&self) -> Option<YieldingRank> {
        self.yielding
    }

    /// Whether a name gives way now, by its number.
    fn gives_way(&self, name: usize) -> bool {
        self.yielding
            .is_some_and(|highest| self.standing[name].1 <= highest)
    }

    /// Whether a name that gives way still stands, by its number.
    pub(super) fn stands(&self, name: usize) -> bool {
        self.standing[name].0
    }

    /// Makes the rectangles of some positions in `taken` no obstacles, or obstacles again.
    pub(super) fn ignore(&mut self, positions: Range<usize>, is_ignored: bool) {
        self.ignored[positions].fill(is_ignored);
    }

    /// Whether a rectangle is an obstacle, by its position in `taken`.
    fn obstructs(&self, position: u32) -> bool {
        if self.ignored[position as usize] {
            return false;
        }
        match self.names[position as usize] {
            0 => true,
            name => self.standing[name - 1].0 && !self.gives_way(name - 1),
        }
    }

    pub(super) fn frame(&self) -> ScreenRect {
        self.frame
    }

    /// The occupied rectangles, in the order in which they were added.
    pub(super) fn taken(&self) -> &[ScreenRect] {
        &self.taken
    }

    pub(super) fn take(&mut self, rect: ScreenRect) {
        if self.yielding.is_some() {
            let named = self.names.iter().zip(&self.taken);
            let displaced: Vec<usize> = named
                .filter(|(name, letter)| {
                    **name > 0 && self.gives_way(**name - 1) && letter.overlap(&rect) > 0.0
                })
                .map(|(name, _)| name - 1)
                .collect();
            for name in displaced {
                self.standing[name].0 = false;
            }
        }
        self.names.push(0);
        self.ignored.push(false);
        let position = self.taken.len() as u32;
        self.taken.push(rect);
        let (columns, rows) = self.cells_of(&rect);
        for row in rows {
            for column in columns.clone() {
                self.cells[row * self.columns + column].push(position);
            }
        }
    }

    /// Takes some rectangles and returns their positions in `taken`.
    pub(super) fn take_all(&mut self, rects: &[ScreenRect]) -> Range<usize> {
        let first = self.taken.len();
        rects.iter().for_each(|rect| self.take(*rect));
        first..self.taken.len()
    }

    /// Columns and rows of the cells that a rectangle touches.
    fn cells_of(
        &self,
        rect: &ScreenRect,
    ) -> (
        std::ops::RangeInclusive<usize>,
        std::ops::RangeInclusive<usize>,
    ) {
        let last = (self.columns - 1, self.cells.len() / self.columns - 1);
        // The conversion to `usize` turns a negative number into 0, the first cell.
        let cell = |at: f32, first: f32, last: usize| (((at - first) / CELL) as usize).min(last);
        let column = |x: f32| cell(x, self.frame.min.x, last.0);
        let row = |y: f32| cell(y, self.frame.min.y, last.1);
        (
            column(rect.min.x)..=column(rect.max.x),
            row(rect.min.y)..=row(rect.max.y),
        )
    }

    /// Positions in `taken` from the cells that a rectangle touches; a position may come several
    /// times.
    fn near(&self, rect: &ScreenRect) -> impl Iterator<Item = u32> {
        let (columns, rows) = self.cells_of(rect);
        rows.flat_map(move |row| {
            let row = row * self.columns;
            self.cells[row + columns.start()..=row + columns.end()].iter()
        })
        .flatten()
        .copied()
        .filter(|i| self.obstructs(*i))
    }

    /// Whether a rectangle lies within the frame and overlaps no occupied rectangle.
    pub(super) fn is_free(&self, rect: &ScreenRect) -> bool {
        let covers = |i: u32| self.taken[i as usize].overlap(rect) > 0.0;
        self.frame.holds_rect(rect) && !self.near(rect).any(covers)
    }

    /// Sum of the areas of occupied rectangles that a rectangle overlaps, in square points.
    pub(super) fn covered(&self, rect: &ScreenRect) -> f32 {
        let mut near: Vec<u32> = self.near(rect).collect();
        near.sort_unstable();
        near.dedup();
        let overlaps = near
            .into_iter()
            .map(|i| self.taken[i as usize].overlap(rect));
        overlaps.sum()
    }

    /// Whether an occupied rectangle contains a point.
    pub(super) fn is_taken(&self, p: ScreenPoint) -> bool {
        let point = ScreenRect { min: p, max: p };
        self.near(&point).any(|i| self.taken[i as usize].holds(p))
    }

    /// Length of the parts of a straight line that lie in occupied rectangles, in points.
    pub(super) fn crossed(&self, a: ScreenPoint, b: ScreenPoint) -> f32 {
        let long = a.distance(b);
        let count = (long / 3.0).ceil().max(1.0) as usize;
        let taken =
            (0..count).filter(|i| self.is_taken(a.toward(b, (*i as f32 + 0.5) / count as f32)));
        taken.count() as f32 * long / count as f32
    }

    /// Whether a straight line that begins at a point leaves occupied rectangles alone, other than
    /// those that hold the point itself.
    pub(super) fn is_clear_from(&self, from: ScreenPoint, to: ScreenPoint) -> bool {
        let count = (from.distance(to) / 2.0).ceil().max(1.0) as usize;
        let points = (0..=count).map(|i| from.toward(to, i as f32 / count as f32));
        let blocked = |p: ScreenPoint| {
            let point = ScreenRect { min: p, max: p };
            self.near(&point).any(|i| {
                let taken = &self.taken[i as usize];
                taken.holds(p) && !taken.holds(from)
            })
        };
        points.into_iter().all(|p| !blocked(p))
    }

    /// The first free candidate.
    pub(super) fn first_free(
        &self,
        candidates: impl IntoIterator<Item = ScreenRect>,
    ) -> Option<ScreenRect> {
        candidates.into_iter().find(|s| self.is_free(s))
    }

    /// The first free candidate, otherwise the one within the frame that overlaps least. `None`
    /// where no candidate lies within the frame.
    pub(super) fn best(&self, candidates: &[ScreenRect]) -> Option<ScreenRect> {
        self.first_free(candidates.iter().copied()).or_else(|| {
            let inside = candidates.iter().filter(|s| self.frame.holds_rect(s));
            inside
                .min_by(|a, b| self.covered(a).total_cmp(&self.covered(b)))
                .copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_finds_what_a_search_through_everything_finds() {
        let frame = ScreenRect::sized(ScreenPoint::new(3.0, 2.0), 700.0, 500.0);
        let mut occupancy = Occupancy::new(frame);
        let mut seed = 1_u32;
        let mut random = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as f32 / (1_u32 << 24) as f32 * below as f32
        };
        let mut rect = || {
            // Some rectangles lie partly or wholly outside the frame.
            let corner = ScreenPoint::new(random(900) - 100.0, random(700) - 100.0);
            ScreenRect::sized(corner, random(200), random(60))
        };
        (0..200).for_each(|_| occupancy.take(rect()));
        for _ in 0..500 {
            let asked = rect();
            let all = occupancy.taken().iter();
            let covered: f32 = all.clone().map(|t| t.overlap(&asked)).sum();
            assert_eq!(occupancy.covered(&asked), covered);
            let is_free = frame.holds_rect(&asked) && covered == 0.0;
            assert_eq!(occupancy.is_free(&asked), is_free);
            assert_eq!(
                occupancy.is_taken(asked.min),
                all.clone().any(|t| t.holds(asked.min))
            );
        }
    }

    #[test]
    fn a_free_spot_comes_before_a_nearer_taken_one() {
        let mut occupancy = Occupancy::new(ScreenRect::sized(ScreenPoint::default(), 100.0, 100.0));
        occupancy.take(ScreenRect::sized(ScreenPoint::default(), 40.0, 40.0));
        let near = ScreenRect::sized(ScreenPoint::new(10.0, 10.0), 20.0, 20.0);
        let free = ScreenRect::sized(ScreenPoint::new(60.0, 60.0), 20.0, 20.0);
        let outside = ScreenRect::sized(ScreenPoint::new(90.0, 90.0), 20.0, 20.0);
        assert_eq!(occupancy.best(&[near, outside, free]), Some(free));
        assert_eq!(occupancy.best(&[outside, near]), Some(near));
        assert_eq!(occupancy.first_free([near, outside]), None);
        let (left, right) = (ScreenPoint::new(0.0, 20.0), ScreenPoint::new(80.0, 20.0));
        assert!(
            (occupancy.crossed(left, right) - 40.0).abs() < 3.0,
            "half of it runs over what is taken"
        );
    }
}
