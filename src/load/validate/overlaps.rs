//! Leaf districts may touch and never overlap.

use std::collections::HashSet;

use geo::{Area as _, BooleanOps as _, BoundingRect as _};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::super::most_overlap;
use super::Check;
use crate::model::{AtlasParts, District};

/// Leaf districts may touch and never overlap.
pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    let parents: HashSet<&str> = (parts.districts.iter())
        .filter_map(|d| Some(d.parent.as_ref()?.as_str()))
        .collect();
    let is_leaf = |d: &&District| !parents.contains(d.id.as_str());
    let leaves: Vec<&District> = parts.districts.iter().filter(is_leaf).collect();
    let extent = |d: &District| {
        let rect = d.outline.bounding_rect()?;
        Some(([rect.min().x, rect.min().y], [rect.max().x, rect.max().y]))
    };
    let boxes = leaves.iter().enumerate().filter_map(|(i, d)| {
        let (min, max) = extent(d)?;
        Some(GeomWithData::new(Rectangle::from_corners(min, max), i))
    });
    let tree = RTree::bulk_load(boxes.collect());
    for (i, district) in leaves.iter().enumerate() {
        let Some((min, max)) = extent(district) else {
            continue;
        };
        let near = tree.locate_in_envelope_intersecting(AABB::from_corners(min, max));
        let mut before: Vec<usize> = near.map(|o| o.data).filter(|j| *j < i).collect();
        before.sort_unstable();
        for other in before.into_iter().map(|j| leaves[j]) {
            let shared = other.outline.intersection(&district.outline);
            let shared = shared.unsigned_area();
            let smaller = other.outline.unsigned_area();
            let smaller = smaller.min(district.outline.unsigned_area());
            if shared > most_overlap(smaller) {
                let what = format!("overlaps {} by {shared:.6} square degrees", other.id);
                check.tell_at(
                    district.id.as_str(),
                    "id",
                    what,
                    "let the two share the vertices of one boundary",
                );
            }
        }
    }
}
