//! Cuts lines and rings to a rectangle, so that no document contains what lies far off its page.

use crate::geometry::{ScreenPoint, ScreenRect};

/// The part of a ring within a rectangle, by the method of Sutherland and Hodgman: a ring that
/// follows the rectangle's edge where the original leaves it. Empty where nothing lies within.
pub(super) fn ring(points: &[ScreenPoint], rect: &ScreenRect) -> Vec<ScreenPoint> {
    if points.iter().all(|p| rect.holds(*p)) {
        return points.to_vec();
    }
    let sides: [&dyn Fn(ScreenPoint) -> f32; 4] = [
        &|p| p.x - rect.min.x,
        &|p| rect.max.x - p.x,
        &|p| p.y - rect.min.y,
        &|p| rect.max.y - p.y,
    ];
    let mut ring = points.to_vec();
    for inside in sides {
        let mut cut = Vec::with_capacity(ring.len());
        let Some(mut last) = ring.last().copied() else {
            return ring;
        };
        for p in ring {
            let (a, b) = (inside(last), inside(p));
            if (a < 0.0) != (b < 0.0) {
                cut.push(last.toward(p, a / (a - b)));
            }
            if b >= 0.0 {
                cut.push(p);
            }
            last = p;
        }
        ring = cut;
    }
    ring
}

/// The pieces of a line within a rectangle, each with the length of the line before it, at which
/// its dashes begin.
pub(super) fn line(points: &[ScreenPoint], rect: &ScreenRect) -> Vec<(f32, Vec<ScreenPoint>)> {
    if points.iter().all(|p| rect.holds(*p)) {
        return vec![(0.0, points.to_vec())];
    }
    let mut pieces: Vec<(f32, Vec<ScreenPoint>)> = Vec::new();
    let (mut before, mut goes_on) = (0.0, false);
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let length = a.distance(b);
        match within(a, b, rect) {
            Some((from, to)) => {
                let end = a.toward(b, to);
                match pieces.last_mut().filter(|_| goes_on && from == 0.0) {
                    Some((_, piece)) => piece.push(end),
                    None => pieces.push((before + length * from, vec![a.toward(b, from), end])),
                }
                goes_on = to == 1.0;
            }
            None => goes_on = false,
        }
        before += length;
    }
    pieces
}

/// The parts of the way from `a` to `b`, 0 to 1, at which it enters and leaves a rectangle, by the
/// method of Liang and Barsky; `None` where it misses the rectangle.
fn within(a: ScreenPoint, b: ScreenPoint, rect: &ScreenRect) -> Option<(f32, f32)> {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    for (step, room) in [
        (-dx, a.x - rect.min.x),
        (dx, rect.max.x - a.x),
        (-dy, a.y - rect.min.y),
        (dy, rect.max.y - a.y),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
            continue;
        }
        let at = room / step;
        if step < 0.0 {
            from = from.max(at);
        } else {
            to = to.min(at);
        }
    }
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: ScreenRect = ScreenRect {
        min: ScreenPoint::new(0.0, 0.0),
        max: ScreenPoint::new(10.0, 10.0),
    };

    fn points(all: &[(f32, f32)]) -> Vec<ScreenPoint> {
        all.iter().map(|(x, y)| ScreenPoint::new(*x, *y)).collect()
    }

    #[test]
    fn a_ring_follows_the_edge_where_it_leaves_the_page() {
        let cut = ring(
            &points(&[(-90.0, 2.0), (5.0, 2.0), (5.0, 8.0), (-90.0, 8.0)]),
            &RECT,
        );
        assert_eq!(
            cut,
            points(&[(0.0, 2.0), (5.0, 2.0), (5.0, 8.0), (0.0, 8.0)])
        );
        let around = points(&[(-9.0, -9.0), (19.0, -9.0), (19.0, 19.0), (-9.0, 19.0)]);
        assert_eq!(ring(&around, &RECT).len(), 4);
        assert!(ring(&points(&[(20.0, 0.0), (30.0, 0.0), (30.0, 9.0)]), &RECT).is_empty());
    }

    #[test]
    fn a_line_is_cut_into_pieces_that_know_where_their_dashes_begin() {
        let through = points(&[
            (-10.0, 5.0),
            (5.0, 5.0),
            (5.0, -5.0),
            (8.0, -5.0),
            (8.0, 5.0),
        ]);
        let pieces = line(&through, &RECT);
        assert_eq!(
            pieces,
            [
                (10.0, points(&[(0.0, 5.0), (5.0, 5.0), (5.0, 0.0)])),
                (33.0, points(&[(8.0, 0.0), (8.0, 5.0)])),
            ]
        );
        let inside = points(&[(1.0, 1.0), (2.0, 2.0)]);
        assert_eq!(line(&inside, &RECT), [(0.0, inside)]);
    }
}
