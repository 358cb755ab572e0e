//! Outlines moved inward: where a holder's band runs inside a district, and the lines along a
//! shore.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use geo::{Buffer as _, Simplify as _};
use geo_types::{LineString, MultiPolygon, Polygon};

use super::MapPoint;

/// Closed rings.
type Rings = Vec<Vec<MapPoint>>;

/// Distances are rounded to steps of 1/20 in their natural logarithm (about 5 %), so that a zoom
/// asks for few different insets.
const STEPS_PER_E: f64 = 20.0;
/// Cache capacity; the cache is cleared when full.
const CAPACITY: usize = 400;

/// Cache of insets. It holds results of a pure function, so a clone may start empty.
#[derive(Debug, Default)]
pub(super) struct Insets {
    made: Mutex<HashMap<(String, i32), Arc<Rings>>>,
}

impl Clone for Insets {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Insets {
    /// The outline `rings` of `district`, moved inward by about `km` kilometres.
    pub(super) fn get<'a>(
        &self,
        district: &str,
        km: f64,
        rings: impl FnOnce() -> &'a [Vec<MapPoint>],
    ) -> Arc<Rings> {
        let step = (km.max(1e-3).ln() * STEPS_PER_E).round() as i32;
        let key = (district.to_owned(), step);
        // A poisoned lock is no harm: entries are inserted whole.
        let mut made = self
            .made
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = made.get(&key) {
            return Arc::clone(known);
        }
        if made.len() >= CAPACITY {
            made.clear();
        }
        let new = Arc::new(inset(rings(), (f64::from(step) / STEPS_PER_E).exp()));
        made.insert(key, Arc::clone(&new));
        new
    }
}

fn inset(rings: &[Vec<MapPoint>], km: f64) -> Rings {
    let line =
        |ring: &Vec<MapPoint>| -> LineString<f64> { ring.iter().map(|p| (p.x, p.y)).collect() };
    let whole = MultiPolygon::new(
        rings
            .iter()
            .map(|r| Polygon::new(line(r), Vec::new()))
            .collect(),
    );
    let inner = whole.simplify(km * 0.12).buffer(-km);
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
    use super::*;

    #[test]
    fn an_inset_lies_inside_and_vanishes_when_too_deep() {
        let square = vec![
            vec![
                (0.0, 0.0),
                (10.0, 0.0),
                (10.0, 10.0),
                (0.0, 10.0),
                (0.0, 0.0),
            ]
            .into_iter()
            .map(|(x, y)| MapPoint { x, y })
            .collect::<Vec<_>>(),
        ];
        let inner = inset(&square, 2.0);
        assert!(
            inner
                .iter()
                .flatten()
                .all(|p| (1.9..=8.1).contains(&p.x) && (1.9..=8.1).contains(&p.y)),
            "{inner:?}"
        );
        assert!(!inner.is_empty());
        assert!(inset(&square, 6.0).is_empty());
    }
}
