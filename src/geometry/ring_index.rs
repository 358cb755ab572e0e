//! The edges of an area near a box, without a look at each of them: labels are tried at hundreds of
//! places, outlines have thousands of edges.

use super::MapPoint;

/// So many edges in a row share a bounding box.
const EDGES: usize = 24;

/// Runs of edges of some rings, with their bounding boxes.
#[derive(Debug, Clone, Default)]
pub(super) struct RingIndex {
    runs: Vec<Run>,
}

/// Edges in a row.
#[derive(Debug, Clone)]
struct Run {
    ring: usize,
    /// The first point, and the last.
    from: usize,
    to: usize,
    min: MapPoint,
    max: MapPoint,
}

impl RingIndex {
    /// The index of closed rings.
    pub(super) fn new(rings: &[Vec<MapPoint>]) -> Self {
        let mut runs = Vec::new();
        for (ring, points) in rings.iter().enumerate() {
            let mut from = 0;
            while from + 1 < points.len() {
                let to = (from + EDGES).min(points.len() - 1);
                let (min, max) = super::map_geometry::bounds(points[from..=to].iter().copied());
                runs.push(Run {
                    ring,
                    from,
                    to,
                    min,
                    max,
                });
                from = to;
            }
        }
        Self { runs }
    }

    /// The edges of `rings` that may touch a box, among them all that do.
    pub(super) fn near<'a>(
        &'a self,
        rings: &'a [Vec<MapPoint>],
        min: MapPoint,
        max: MapPoint,
    ) -> impl Iterator<Item = (MapPoint, MapPoint)> {
        let touches = move |run: &&Run| {
            run.min.x <= max.x && run.max.x >= min.x && run.min.y <= max.y && run.max.y >= min.y
        };
        let edges = |run: &'a Run| {
            let points = &rings[run.ring][run.from..=run.to];
            points.windows(2).map(|pair| (pair[0], pair[1]))
        };
        self.runs.iter().filter(touches).flat_map(edges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edge_that_touches_a_box_is_found_and_few_others() {
        let circle: Vec<MapPoint> = (0..=1000)
            .map(|i| f64::from(i) / 1000.0 * std::f64::consts::TAU)
            .map(|t| MapPoint {
                x: 100.0 * t.cos(),
                y: 100.0 * t.sin(),
            })
            .collect();
        let rings = [circle];
        let index = RingIndex::new(&rings);
        let everywhere = MapPoint { x: 1e9, y: 1e9 };
        let nowhere = MapPoint { x: -1e9, y: -1e9 };
        assert_eq!(index.near(&rings, nowhere, everywhere).count(), 1000);
        let (min, max) = (MapPoint { x: 95.0, y: -5.0 }, MapPoint { x: 105.0, y: 5.0 });
        let near: Vec<_> = index.near(&rings, min, max).collect();
        let inside = |p: &MapPoint| p.x >= 95.0 && p.y.abs() <= 5.0;
        let touching = rings[0].windows(2).filter(|w| w.iter().any(inside)).count();
        let found = near.iter().filter(|(a, b)| inside(a) || inside(b)).count();
        assert_eq!(found, touching);
        assert!(near.len() < 100, "{}", near.len());
    }
}
