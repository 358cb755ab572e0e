//! Leaf districts may touch and never overlap.

use geo::{Area as _, BooleanOps as _, BoundingRect as _};

use super::Check;
use crate::model::AtlasParts;

/// Overlap in square degrees up to which it counts as rounding; about 100 m².
const ROUNDING_DEG2: f64 = 1e-8;
/// Number of leaf districts above which the test is left out, because it compares every pair.
const MOST: usize = 400;

pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    let leaves: Vec<_> = parts
        .districts
        .iter()
        .filter(|d| {
            !parts
                .districts
                .iter()
                .any(|p| p.parent.as_ref() == Some(&d.id))
        })
        .collect();
    if leaves.len() > MOST {
        return;
    }
    let boxes: Vec<_> = leaves.iter().map(|d| d.outline.bounding_rect()).collect();
    for (i, a) in leaves.iter().enumerate() {
        for (j, b) in leaves.iter().enumerate().skip(i + 1) {
            let apart = boxes[i].zip(boxes[j]).is_none_or(|(p, q)| {
                p.max().x < q.min().x
                    || q.max().x < p.min().x
                    || p.max().y < q.min().y
                    || q.max().y < p.min().y
            });
            if apart {
                continue;
            }
            let shared = a.outline.intersection(&b.outline).unsigned_area();
            if shared > ROUNDING_DEG2 {
                let what = format!("overlaps {} by {shared:.6} square degrees", a.id);
                check.tell_at(
                    b.id.as_str(),
                    "id",
                    what,
                    "let the two share the vertices of one boundary",
                );
            }
        }
    }
}
