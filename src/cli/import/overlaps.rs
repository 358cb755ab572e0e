//! Districts of an atlas may touch and never overlap. Slivers between neighbours, and enclaves that
//! were drawn over their surroundings, are cut out; other overlaps are faults, unless the larger of two
//! districts is to lose them.

use geo::{Area as _, BooleanOps as _, BoundingRect as _};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::Report;
use super::districts::District;
use super::outlines::LEAST_DEG2;
use crate::load::most_overlap;

/// Part of the smaller of two districts up to which an overlap is a sliver.
const SLIVER: f64 = 0.02;
/// Part of the smaller of two districts from which on it is an enclave in the larger.
const ENCLAVE: f64 = 0.95;

/// The most pairs that a line of the report names.
const MOST_NAMED: usize = 5;

/// Cuts what overlaps out of the larger of two districts where that is a sliver or an enclave, or where
/// `cut_all` says so, and reports it.
pub(super) fn mend(districts: &mut [District], cut_all: bool, report: &mut Report) {
    let boxes = districts.iter().enumerate().filter_map(|(i, d)| {
        let rect = d.outline.bounding_rect()?;
        let (min, max) = (rect.min(), rect.max());
        Some(GeomWithData::new(
            Rectangle::from_corners([min.x, min.y], [max.x, max.y]),
            i,
        ))
    });
    let tree = RTree::bulk_load(boxes.collect());
    let (mut slivers, mut enclaves, mut asked) = (0, Vec::new(), Vec::new());
    let mut left = Vec::new();
    for i in 0..districts.len() {
        let Some(rect) = districts[i].outline.bounding_rect() else {
            continue;
        };
        let (min, max) = (rect.min(), rect.max());
        let near = tree
            .locate_in_envelope_intersecting(AABB::from_corners([min.x, min.y], [max.x, max.y]));
        let mut before: Vec<usize> = near.map(|o| o.data).filter(|j| *j < i).collect();
        before.sort_unstable();
        for j in before {
            let (a, b) = (&districts[i].outline, &districts[j].outline);
            let (area_a, area_b) = (a.unsigned_area(), b.unsigned_area());
            let smaller = area_a.min(area_b);
            let shared = a.intersection(b).unsigned_area();
            if shared <= most_overlap(smaller) {
                continue;
            }
            let part = shared / smaller;
            // An enclave is cut out of what surrounds it, a sliver from the larger of two.
            let (cut, by) = if area_a > area_b { (i, j) } else { (j, i) };
            let is_enclave = part >= ENCLAVE && area_a.max(area_b) > 1.5 * smaller;
            if part > SLIVER && !is_enclave && !cut_all {
                left.push((j, i));
                continue;
            }
            let mut rest = districts[cut].outline.difference(&districts[by].outline);
            rest.0.retain(|p| p.unsigned_area() > LEAST_DEG2);
            if rest.0.is_empty() {
                report.faults.push(format!(
                    "nothing of `{}` is left outside `{}`; leave one of the two out, or give them one id",
                    districts[cut].name, districts[by].name
                ));
                continue;
            }
            districts[cut].outline = rest;
            if part > SLIVER && !is_enclave {
                asked.push(format!(
                    "`{}` gives up {:.0}% of `{}`",
                    districts[cut].name,
                    part * 100.0,
                    districts[by].name
                ));
            } else if is_enclave {
                enclaves.push(format!(
                    "`{}` lies in `{}`",
                    districts[by].name, districts[cut].name
                ));
            } else {
                slivers += 1;
            }
        }
    }
    if slivers > 0 {
        report.mended.push(format!(
            "{slivers} pairs of districts overlapped by less than {}% and are cut along one of their lines",
            SLIVER * 100.0
        ));
    }
    // What two districts shared may have been cut out of both for a third.
    for (a, b) in left {
        let (a, b) = (&districts[a], &districts[b]);
        let smaller = a.outline.unsigned_area().min(b.outline.unsigned_area());
        let shared = a.outline.intersection(&b.outline).unsigned_area();
        if shared > most_overlap(smaller) {
            report.faults.push(format!(
                "`{}` and `{}` overlap by {shared:.6} square degrees, {:.0}% of the smaller; mend their boundary, or take it from the larger of the two with --cut-overlaps",
                a.name,
                b.name,
                shared / smaller * 100.0
            ));
        }
    }
    let mut tell = |pairs: &[String], words: &str| {
        if !pairs.is_empty() {
            let first = pairs[..pairs.len().min(MOST_NAMED)].join(", ");
            let more = if pairs.len() > MOST_NAMED { " …" } else { "" };
            let count = pairs.len();
            report
                .mended
                .push(format!("{count} {words}: {first}{more}"));
        }
    };
    tell(&enclaves, "enclaves are cut out of what surrounds them");
    tell(
        &asked,
        "overlaps are taken from the larger of two districts, as asked",
    );
}
