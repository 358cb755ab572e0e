//! Areas made of several districts: the union of their outlines, without the lines between them.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock};

use geo::orient::Direction;
use geo::{Area as _, Orient as _, unary_union};
use geo_types::{MultiPolygon, Polygon};

use super::MapArea;

/// Part of the whole area below which a polygon or a hole is a remainder of outlines that do not
/// quite meet, and is left out.
const REMAINDER: f64 = 1e-6;
/// Cache capacity of unions of any districts; cleared when full.
const CAPACITY: usize = 64;

/// A district with parts or a group: the districts without parts that it consists of, and their
/// union, made when it is first asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Composite {
    pub(super) leaves: Vec<String>,
    area: OnceLock<MapArea>,
}

impl Composite {
    pub(super) fn new(leaves: Vec<String>) -> Self {
        Self {
            leaves,
            area: OnceLock::new(),
        }
    }

    /// The union of its districts.
    pub(super) fn area(&self, id: &str, districts: &BTreeMap<String, MapArea>) -> &MapArea {
        self.area.get_or_init(|| {
            let parts = self.leaves.iter().filter_map(|leaf| districts.get(leaf));
            super::map_geometry::area_of_polygons(id, &union(parts))
        })
    }
}

/// Cache of unions of any districts, by their ids. It holds results of a pure function, so a clone
/// may start empty.
#[derive(Debug, Default)]
pub(super) struct Unions(Mutex<HashMap<String, Arc<MultiPolygon<f64>>>>);

impl Clone for Unions {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Unions {
    /// The cached union under `key`, or the one that `make` gives.
    pub(super) fn get(
        &self,
        key: &str,
        make: impl FnOnce() -> MultiPolygon<f64>,
    ) -> Arc<MultiPolygon<f64>> {
        // A poisoned lock is no harm: entries are inserted whole.
        let mut made = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = made.get(key) {
            return Arc::clone(known);
        }
        if made.len() >= CAPACITY {
            made.clear();
        }
        let new = Arc::new(make());
        made.insert(key.to_owned(), Arc::clone(&new));
        new
    }
}

/// The union of some areas.
pub(super) fn union<'a>(areas: impl Iterator<Item = &'a MapArea>) -> MultiPolygon<f64> {
    let polygons: Vec<Polygon<f64>> = areas
        .flat_map(|area| area.polygons().0)
        .map(|polygon| polygon.orient(Direction::Default))
        .collect();
    let whole = unary_union(&polygons);
    let least = whole.unsigned_area() * REMAINDER;
    let kept = whole
        .0
        .into_iter()
        .filter(|polygon| polygon.unsigned_area() > least);
    let without_remainders = kept.map(|polygon| {
        let (exterior, mut holes) = polygon.into_inner();
        holes.retain(|hole| Polygon::new(hole.clone(), Vec::new()).unsigned_area() > least);
        Polygon::new(exterior, holes)
    });
    without_remainders.collect()
}

#[cfg(test)]
mod tests {
    use geo_types::polygon;

    use super::*;
    use crate::geometry::map_geometry::area_of_polygons;

    fn square(x: f64, y: f64, side: f64) -> MapArea {
        let ring = polygon![(x: x, y: y), (x: x + side, y: y), (x: x + side, y: y + side), (x: x, y: y + side)];
        area_of_polygons("square", &MultiPolygon::new(vec![ring]))
    }

    #[test]
    fn neighbors_become_one_ring_whichever_way_they_are_wound() {
        let (left, mut right) = (square(0.0, 0.0, 4.0), square(4.0, 0.0, 4.0));
        right.rings[0].reverse();
        let whole = union([&left, &right].into_iter());
        assert_eq!(whole.0.len(), 1);
        assert!(whole.0[0].interiors().is_empty());
        assert!((whole.unsigned_area() - 32.0).abs() < 1e-6);
        let on_the_line = |x: f64, y: f64| (x - 4.0).abs() < 1e-6 && y > 0.1 && y < 3.9;
        assert!(
            !whole.0[0]
                .exterior()
                .coords()
                .any(|c| on_the_line(c.x, c.y))
        );
    }

    #[test]
    fn areas_apart_stay_apart_and_remainders_are_left_out() {
        let far = union([square(0.0, 0.0, 4.0), square(9.0, 0.0, 4.0)].iter());
        assert_eq!(far.0.len(), 2);
        // The corner of the second lies a millionth beside the line of the first.
        let near = [square(0.0, 0.0, 4.0), square(4.0 + 1e-7, 0.0, 4.0)];
        assert!(
            union(near.iter())
                .0
                .iter()
                .all(|p| p.interiors().is_empty())
        );
    }

    #[test]
    fn an_enclave_stays_a_hole() {
        let around = [
            square(0.0, 0.0, 3.0),
            square(3.0, 0.0, 3.0),
            square(6.0, 0.0, 3.0),
            square(0.0, 3.0, 3.0),
            square(6.0, 3.0, 3.0),
            square(0.0, 6.0, 3.0),
            square(3.0, 6.0, 3.0),
            square(6.0, 6.0, 3.0),
        ];
        let whole = union(around.iter());
        assert_eq!((whole.0.len(), whole.0[0].interiors().len()), (1, 1));
    }
}
