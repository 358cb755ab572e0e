//! Cuts outlines at the antimeridian, whose longitude is written as -180 by some and as 180 by others.
//!
//! Two positions in a row that lie more than half a turn apart are joined the shorter way round the globe.
//! Where they lie a whole turn apart, they are one place of the antimeridian, unless the step is an
//! edge of a map of the world: along a pole, or of a band around the globe. A band with a bay at its ends
//! looks like an island that touches the antimeridian, and is taken for that, which is far more usual.

use geo::{Area as _, BooleanOps as _, BoundingRect as _, MapCoords as _};
use geo_types::{Coord, LineString, MultiPolygon, Polygon, Rect};

use super::outlines::{LEAST_DEG2, on_globe};

/// Differences of longitude below this are none, in degrees.
const SAME: f64 = 1e-9;

/// Outlines within longitude ±180, and whether any had to be cut or turned for that; `None` where a ring
/// runs around a pole.
pub(super) fn cut(whole: MultiPolygon<f64>) -> Option<(MultiPolygon<f64>, bool)> {
    let mut out = Vec::new();
    let mut is_cut = false;
    for polygon in whole {
        if !rings(&polygon).any(leaves_the_map) {
            out.push(polygon);
            continue;
        }
        let unrolled = unrolled_polygon(&polygon)?;
        if unrolled.0 == [polygon.clone()] && !rings(&polygon).any(is_beyond) {
            out.push(polygon);
            continue;
        }
        is_cut = true;
        for turn in [-360.0, 0.0, 360.0] {
            let globe = Rect::new((-180.0 - turn, -90.0), (180.0 - turn, 90.0)).to_polygon();
            let part = unrolled.intersection(&globe);
            out.extend(part.map_coords(|c| {
                on_globe(Coord {
                    x: c.x + turn,
                    y: c.y,
                })
            }));
        }
    }
    Some((MultiPolygon::new(out), is_cut))
}

fn rings(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// Whether a ring goes beyond longitude ±180.
fn is_beyond(ring: &LineString<f64>) -> bool {
    ring.0.iter().any(|c| c.x.abs() > 180.0)
}

/// Whether a ring goes beyond longitude ±180, or from one edge of the map to the other.
fn leaves_the_map(ring: &LineString<f64>) -> bool {
    is_beyond(ring) || ring.lines().any(|edge| edge.dx().abs() > 180.0)
}

fn unrolled_polygon(polygon: &Polygon<f64>) -> Option<MultiPolygon<f64>> {
    let exterior = unrolled(polygon.exterior(), 0.0)?;
    let bounds = exterior.bounding_rect()?;
    let holes = polygon.interiors().iter();
    let holes = holes
        .map(|hole| unrolled(hole, bounds.center().x))
        .collect::<Option<Vec<_>>>()?;
    let is_beyond = |hole: &LineString<f64>| {
        let hole = hole.bounding_rect();
        hole.is_some_and(|h| h.min().x < bounds.min().x || h.max().x > bounds.max().x)
    };
    if bounds.width() < 360.0 - SAME || !holes.iter().any(is_beyond) {
        return Some(Polygon::new(exterior, holes).into());
    }
    // Where a band around the globe begins and ends, a hole lies at both ends.
    let whole = MultiPolygon::from(Polygon::new(exterior, Vec::new()));
    let turns = [-360.0, 0.0, 360.0];
    let each = holes
        .iter()
        .flat_map(|hole| turns.map(|turn| turned(hole, turn)));
    Some(each.fold(whole, |whole, hole| {
        whole.difference(&Polygon::new(hole, Vec::new()))
    }))
}

/// The ring with longitudes that go on beyond ±180 instead of jumping, as near to `middle` as whole turns
/// allow. `None` where it cannot be closed.
fn unrolled(ring: &LineString<f64>, middle: f64) -> Option<LineString<f64>> {
    let one_meridian = going_on(ring, true);
    let is_closed = |points: &[Coord<f64>]| points.first() == points.last();
    let mut points = if is_closed(&one_meridian) && !is_band(ring, &one_meridian) {
        one_meridian
    } else {
        let edges = going_on(ring, false);
        let is_area = area_of(&edges) > LEAST_DEG2;
        if is_closed(&edges) && is_area {
            edges
        } else {
            one_meridian
        }
    };
    let (first, last) = (*points.first()?, *points.last()?);
    if first != last {
        // A ring around a pole is closed along the edge of the map and through the pole.
        let mean = points.iter().map(|c| c.y).sum::<f64>() / points.len() as f64;
        let pole = 90.0_f64.copysign(mean);
        let far = points.iter().map(|c| c.y.abs()).fold(90.0, f64::min);
        if (last.x - first.x).abs() > 360.0 + SAME || far < 1.0 {
            return None;
        }
        points.extend([(last.x, pole), (first.x, pole)].map(Coord::from));
        points.push(first);
    }
    let ring = LineString::new(points);
    let own = ring.bounding_rect().map_or(0.0, |r| r.center().x);
    Some(turned(&ring, ((middle - own) / 360.0).round() * 360.0))
}

/// A ring some degrees farther east.
fn turned(ring: &LineString<f64>, turn: f64) -> LineString<f64> {
    ring.map_coords(|c| Coord {
        x: c.x + turn,
        y: c.y,
    })
}

/// Whether a ring is a band around the globe: its steps of a whole turn run along parallels, and nothing
/// is left of it where -180 and 180 are taken for one meridian.
fn is_band(ring: &LineString<f64>, one_meridian: &[Coord<f64>]) -> bool {
    let mut whole_turns = ring.lines().filter(|edge| is_whole_turn(edge.dx()));
    whole_turns.all(|edge| edge.dy() == 0.0) && area_of(one_meridian) <= LEAST_DEG2
}

fn area_of(points: &[Coord<f64>]) -> f64 {
    Polygon::new(LineString::new(points.to_vec()), Vec::new()).unsigned_area()
}

fn is_whole_turn(step: f64) -> bool {
    (step.abs() - 360.0).abs() < SAME
}

/// The places of a ring, each no more than half a turn from the one before. `one_meridian`: whether a step
/// of a whole turn stays where it is, except along a pole, or else goes round the globe.
fn going_on(ring: &LineString<f64>, one_meridian: bool) -> Vec<Coord<f64>> {
    let mut turn = 0.0;
    let mut points: Vec<Coord<f64>> = Vec::with_capacity(ring.0.len() + 3);
    let mut last: Option<Coord<f64>> = None;
    for c in &ring.0 {
        if let Some(last) = last {
            let step = c.x - last.x;
            let is_along_pole = c.y.abs() == 90.0 && last.y.abs() == 90.0;
            let is_edge = is_whole_turn(step) && (is_along_pole || !one_meridian);
            if step.abs() > 180.0 && !is_edge {
                turn -= 360.0_f64.copysign(step);
            }
        }
        last = Some(*c);
        let point = Coord {
            x: c.x + turn,
            y: c.y,
        };
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bounds of the parts of a ring after the cut, from west to east, and whether it was cut.
    fn parts(ring: &[(f64, f64)]) -> Option<(Vec<[f64; 2]>, f64, bool)> {
        let ring = LineString::from(ring.to_vec());
        let (whole, is_cut) = cut(MultiPolygon::new(vec![Polygon::new(ring, Vec::new())]))?;
        let bounds = whole.iter().filter_map(|p| {
            let bounds = p.bounding_rect()?;
            (p.unsigned_area() > LEAST_DEG2).then(|| [bounds.min().x, bounds.max().x])
        });
        let mut bounds: Vec<[f64; 2]> = bounds.collect();
        bounds.sort_by(|a, b| a[0].total_cmp(&b[0]));
        Some((bounds, whole.unsigned_area(), is_cut))
    }

    #[track_caller]
    fn check(ring: &[(f64, f64)], bounds: &[[f64; 2]], deg2: f64, is_cut: bool) {
        let found = parts(ring).expect("no ring around a pole");
        assert!((found.1 - deg2).abs() < 1e-3, "{found:?}");
        assert_eq!((found.0.as_slice(), found.2), (bounds, is_cut));
    }

    #[test]
    fn the_two_longitudes_of_the_antimeridian_are_one_meridian() {
        // An island that touches the antimeridian, one of whose places there is written from the other side.
        check(
            &[
                (-180.0, -16.0),
                (180.0, -16.0),
                (179.0, -17.0),
                (179.0, -15.0),
                (180.0, -15.5),
                (-180.0, -16.0),
            ],
            &[[179.0, 180.0]],
            1.25,
            true,
        );
        // A piece of the antimeridian itself, which is left where an island was cut in two.
        check(
            &[
                (-180.0, -16.5),
                (180.0, -16.5),
                (180.0, -16.4),
                (-180.0, -16.5),
            ],
            &[],
            0.0,
            true,
        );
        // Both sides, the eastern one without a place on the antimeridian.
        check(
            &[
                (-180.0, 1.0),
                (179.0, 0.0),
                (180.0, 2.0),
                (-179.0, 1.0),
                (-180.0, 1.0),
            ],
            &[[-180.0, -179.0], [179.0, 180.0]],
            1.0,
            true,
        );
    }

    #[test]
    fn a_hole_at_the_ends_of_a_band_is_whole_and_a_ring_around_a_pole_is_closed_through_it() {
        let ring = |x: [f64; 2], y: [f64; 2]| {
            let places = [
                (x[0], y[0]),
                (x[1], y[0]),
                (x[1], y[1]),
                (x[0], y[1]),
                (x[0], y[0]),
            ];
            LineString::from(places.to_vec())
        };
        for hole in [[170.0, -170.0], [170.0, 190.0], [-190.0, -170.0]] {
            let band = ring([-180.0, 180.0], [10.0, 20.0]);
            let band = Polygon::new(band, vec![ring(hole, [12.0, 18.0])]);
            let (whole, _) = cut(band.into()).expect("no ring around a pole");
            assert!((whole.unsigned_area() - 3480.0).abs() < 1e-3, "{whole:?}");
        }
        // The same ring with longitudes from -180 to 180 and from 0 to 360.
        for places in [[0.0, 120.0, -120.0, 0.0], [0.0, 180.0, 360.0, 0.0]] {
            let ring = places.map(|x| (x, 70.0));
            check(&ring, &[[-180.0, 0.0], [0.0, 180.0]], 7200.0, true);
        }
    }

    #[test]
    fn edges_of_a_map_of_the_world_stay() {
        let world = [
            (-180.0, -90.0),
            (180.0, -90.0),
            (180.0, 90.0),
            (-180.0, 90.0),
            (-180.0, -90.0),
        ];
        check(&world, &[[-180.0, 180.0]], 64_800.0, false);
        let band = [
            (-180.0, 60.0),
            (180.0, 60.0),
            (180.0, 70.0),
            (-180.0, 70.0),
            (-180.0, 60.0),
        ];
        check(&band, &[[-180.0, 180.0]], 3600.0, false);
        // All but a bay of the world, whose upper and lower edge run along the poles.
        let sea = [
            (-180.0, -90.0),
            (180.0, -90.0),
            (180.0, 90.0),
            (-180.0, 90.0),
            (-180.0, 10.0),
            (-170.0, 0.0),
            (-180.0, -10.0),
            (-180.0, -90.0),
        ];
        check(&sea, &[[-180.0, 180.0]], 64_700.0, false);
        // A coast around the pole, with the edge of the map along it.
        let antarctica = [
            (-180.0, -90.0),
            (180.0, -90.0),
            (180.0, -80.0),
            (0.0, -70.0),
            (-180.0, -80.0),
            (-180.0, -90.0),
        ];
        check(&antarctica, &[[-180.0, 180.0]], 5400.0, false);
    }
}
