//! Outlines moved inward: where a holder's band runs inside a district, and the lines along a
//! shore.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use geo::{Buffer as _, Simplify as _};
use geo_types::{LineString, MultiPolygon};

use super::MapPoint;

/// Closed rings.
type Rings = Vec<Vec<MapPoint>>;
/// Insets by the id of their district or lake.
type ById = HashMap<String, Arc<Rings>>;

/// Distances are rounded to steps of 1/20 in their natural logarithm (about 5 %), so that a zoom
/// asks for few different insets.
const STEPS_PER_E: f64 = 20.0;
/// So many distances are kept, each with every outline asked for: a view asks for about six.
const DISTANCES: usize = 12;

/// Cache of insets. It holds results of a pure function, so a clone may start empty.
#[derive(Debug, Default)]
pub(super) struct Insets {
    /// By distance, the one last asked for first.
    made: Mutex<Vec<(i32, ById)>>,
}

impl Clone for Insets {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Insets {
    /// The `outline` of `district`, moved inward by about `km` kilometres.
    pub(super) fn get(
        &self,
        district: &str,
        km: f64,
        outline: impl FnOnce() -> MultiPolygon<f64>,
    ) -> Arc<Rings> {
        let step = (km.max(1e-3).ln() * STEPS_PER_E).round() as i32;
        // A poisoned lock is no harm: entries are inserted whole.
        let mut made = self
            .made
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(i) = made.iter().position(|(known, _)| *known == step) {
            made[..=i].rotate_right(1);
        } else {
            made.truncate(DISTANCES - 1);
            made.insert(0, (step, HashMap::new()));
        }
        let made = &mut made[0].1;
        if let Some(known) = made.get(district) {
            return Arc::clone(known);
        }
        let new = Arc::new(inset(&outline(), (f64::from(step) / STEPS_PER_E).exp()));
        made.insert(district.to_owned(), Arc::clone(&new));
        new
    }
}

/// Exteriors shrink and holes grow, whichever way their rings are wound.
fn inset(outline: &MultiPolygon<f64>, km: f64) -> Rings {
    let inner = outline.simplify(km * 0.12).buffer(-km);
    let back = |l: &LineString<f64>| l.coords().map(|c| MapPoint { x: c.x, y: c.y }).collect();
    inner
        .iter()
        .flat_map(|p| {
            std::iter::once(p.exterior())
                .chain(p.interiors())
                .map(back)
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use geo_types::Polygon;

    use super::*;

    /// A square ring from `min` to `max`, wound either way.
    fn square(min: f64, max: f64, clockwise: bool) -> LineString<f64> {
        let mut ring = vec![(min, min), (max, min), (max, max), (min, max), (min, min)];
        if clockwise {
            ring.reverse();
        }
        ring.into()
    }

    /// How far a point lies outside the square from `min` to `max` at least along one axis;
    /// negative inside.
    fn outside(p: &MapPoint, min: f64, max: f64) -> f64 {
        (min - p.x).max(p.x - max).max((min - p.y).max(p.y - max))
    }

    #[test]
    fn outlines_of_one_distance_do_not_push_each_other_out() {
        let insets = Insets::default();
        let outline = || Polygon::new(square(0.0, 9.0, false), Vec::new()).into();
        let get = |i: usize, km: f64| insets.get(&format!("district-{i}"), km, outline);
        let first = get(0, 1.0);
        for i in 1..1000 {
            get(i, 1.0);
        }
        assert!(
            Arc::ptr_eq(&first, &get(0, 1.0)),
            "a thousand districts at one scale"
        );
        for step in 0..DISTANCES {
            get(0, 2.0 + step as f64);
        }
        assert!(!Arc::ptr_eq(&first, &get(0, 1.0)), "other scales make room");
    }

    #[test]
    fn an_inset_lies_inside_and_vanishes_when_too_deep() {
        let whole = MultiPolygon::from(Polygon::new(square(0.0, 10.0, false), Vec::new()));
        let inner = inset(&whole, 2.0);
        assert!(
            inner.iter().flatten().all(|p| outside(p, 2.0, 8.0) < 0.1),
            "{inner:?}"
        );
        assert!(!inner.is_empty());
        assert!(inset(&whole, 6.0).is_empty());
    }

    #[test]
    fn a_band_runs_inside_a_district_around_its_hole_whatever_the_winding() {
        for (outer, inner) in [(false, true), (true, false), (false, false), (true, true)] {
            let polygon = Polygon::new(square(0.0, 30.0, outer), vec![square(10.0, 20.0, inner)]);
            let rings = inset(&MultiPolygon::from(polygon), 2.0);
            assert_eq!(rings.len(), 2, "winding {outer} {inner}");
            for p in rings.iter().flatten() {
                assert!(outside(p, 2.0, 28.0) < 0.1, "outside the district: {p:?}");
                let away = |v: f64| (10.0 - v).max(v - 20.0).max(0.0);
                assert!(away(p.x).hypot(away(p.y)) > 1.9, "near the hole: {p:?}");
            }
        }
    }

    #[test]
    fn an_island_in_a_hole_has_its_own_band() {
        let ring = Polygon::new(square(0.0, 40.0, true), vec![square(10.0, 30.0, true)]);
        let island = Polygon::new(square(15.0, 25.0, true), Vec::new());
        let rings = inset(&MultiPolygon::new(vec![ring, island]), 2.0);
        assert_eq!(rings.len(), 3);
        let on_island = rings
            .iter()
            .filter(|r| r.iter().all(|p| outside(p, 17.0, 23.0) < 0.1));
        assert_eq!(on_island.count(), 1, "{rings:?}");
    }
}
