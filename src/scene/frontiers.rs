//! Frontiers between states on the screen. Those that no boundary of a district follows are drawn
//! here. A sign of troops and its leader must stay on the side of the frontier on
//! which their place lies; `stacks` and `rosters` ask here.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, LineRef, Shape, Stroke};
use crate::geometry::{ScreenPoint, ScreenRect};

/// The pieces of frontiers near what is seen, in points.
#[derive(Debug, Clone, Default)]
pub(super) struct Frontiers {
    pieces: Vec<(ScreenPoint, ScreenPoint)>,
}

impl SceneBuilder<'_> {
    /// The frontiers, and their entry in the legend where one is in view.
    pub(super) fn frontier_lines(&mut self) {
        let (u, theme) = (self.u, self.context.theme);
        let frontiers = &self.context.geometry().frontiers;
        let frame = self.occupancy.frame();
        let is_seen = frontiers
            .iter()
            .flat_map(|f| &f.points)
            .any(|p| frame.holds(self.at(*p)));
        if !is_seen {
            return;
        }
        // A pale band under the dashes tells a frontier from the dashed boundary of a district.
        let band = Stroke::solid(theme.neighbours.alpha(0.16), 8.0 * u);
        let dashes = Stroke::dashed(theme.neighbours, 2.2 * u, 15.0 * u, 5.0 * u);
        for i in 0..frontiers.len() {
            for stroke in [band, dashes] {
                let line = LineRef::Frontier(i);
                self.add(Layer::Boundary, None, Shape::MapLine { line, stroke });
            }
        }
        let words = self.context.text.get("legend-frontier");
        self.explain(LegendRank::Frontier, LegendSign::Line(dashes), words);
    }

    /// The pieces of frontiers that touch the frame.
    pub(super) fn frontiers(&self) -> Frontiers {
        let geometry = self.context.geometry();
        let frame = self.occupancy.frame();
        let followed = geometry.frontier_boundaries.iter();
        let lines = followed.map(|i| &geometry.boundaries[*i]);
        let lines = lines.chain(&geometry.frontiers);
        let mut pieces = Vec::new();
        for line in lines {
            let mut ends = line.points.iter().map(|p| self.at(*p));
            let Some(mut from) = ends.next() else {
                continue;
            };
            for to in ends {
                if may_touch(&frame, from, to) {
                    pieces.push((from, to));
                }
                from = to;
            }
        }
        Frontiers { pieces }
    }
}

impl Frontiers {
    /// The pieces that come within `reach` points of a point.
    pub(super) fn near(&self, at: ScreenPoint, reach: f32) -> Self {
        let around = ScreenRect::around(at, 2.0 * reach, 2.0 * reach);
        let pieces = self.pieces.iter().copied();
        Self {
            pieces: pieces.filter(|(a, b)| may_touch(&around, *a, *b)).collect(),
        }
    }

    /// Whether a straight line crosses a frontier.
    pub(super) fn is_crossed(&self, from: ScreenPoint, to: ScreenPoint) -> bool {
        self.pieces
            .iter()
            .any(|(a, b)| segments_cross(from, to, *a, *b))
    }

    /// Whether every corner of a rectangle can be reached from a point, and from each other, without
    /// crossing a frontier.
    pub(super) fn is_on_the_side_of(&self, at: ScreenPoint, rect: &ScreenRect) -> bool {
        let [a, b, c, d] = rect.corners();
        let crosses = |p, q| self.is_crossed(p, q);
        ![a, b, c, d].into_iter().any(|corner| crosses(at, corner))
            && !crosses(a, c)
            && !crosses(b, d)
    }
}

/// Whether the bounding box of a piece overlaps a rectangle.
fn may_touch(rect: &ScreenRect, a: ScreenPoint, b: ScreenPoint) -> bool {
    a.x.min(b.x) <= rect.max.x
        && a.x.max(b.x) >= rect.min.x
        && a.y.min(b.y) <= rect.max.y
        && a.y.max(b.y) >= rect.min.y
}

/// Whether two straight lines cross. Lines that only touch count as crossing.
pub(super) fn segments_cross(
    a: ScreenPoint,
    b: ScreenPoint,
    c: ScreenPoint,
    d: ScreenPoint,
) -> bool {
    let turn = |p: ScreenPoint, q: ScreenPoint, r: ScreenPoint| {
        (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    };
    let (c_side, d_side) = (turn(a, b, c), turn(a, b, d));
    let (a_side, b_side) = (turn(c, d, a), turn(c, d, b));
    let differ = |p: f32, q: f32| (p <= 0.0 && q >= 0.0) || (p >= 0.0 && q <= 0.0);
    // Two lines on one line are taken as not crossing: no area lies between them.
    let flat = c_side == 0.0 && d_side == 0.0;
    !flat && differ(c_side, d_side) && differ(a_side, b_side)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(x: f32, y: f32) -> ScreenPoint {
        ScreenPoint::new(x, y)
    }

    #[test]
    fn a_sign_beyond_a_frontier_is_told_from_one_before_it() {
        let frontiers = Frontiers {
            pieces: vec![(p(50.0, -100.0), p(50.0, 100.0))],
        };
        let rect = |x: f32| ScreenRect::sized(p(x, -5.0), 20.0, 10.0);
        assert!(frontiers.is_on_the_side_of(p(0.0, 0.0), &rect(20.0)));
        assert!(!frontiers.is_on_the_side_of(p(0.0, 0.0), &rect(60.0)));
        assert!(
            !frontiers.is_on_the_side_of(p(0.0, 0.0), &rect(40.0)),
            "across it"
        );
        assert!(frontiers.is_crossed(p(0.0, 0.0), p(60.0, 30.0)));
        let none = frontiers.near(p(300.0, 0.0), 20.0);
        assert!(!none.is_crossed(p(0.0, 0.0), p(60.0, 30.0)));
    }
}
