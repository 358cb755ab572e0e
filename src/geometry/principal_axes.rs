//! The principal axes of an area, and whether a turned box fits into it: for names of districts
//! that follow their shape.

use super::ring_index::RingIndex;
use super::{MapArea, MapPoint};

/// The direction in which an area is longest, and how far it extends.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PrincipalAxes {
    /// The centroid.
    pub middle: MapPoint,
    /// The long axis, clockwise from the x axis, in radians; between a quarter turn either way.
    pub angle: f64,
    /// Extent along the long axis: four standard deviations, for a rectangle 1.15 times its length.
    pub long_km: f64,
    /// Extent across the long axis, measured in the same way.
    pub wide_km: f64,
}

impl PrincipalAxes {
    /// The axes of the area that triangles cover.
    #[must_use]
    pub fn of(triangles: &[[MapPoint; 3]]) -> Self {
        let weight = |[a, b, c]: &[MapPoint; 3]| {
            ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs()
        };
        let total = triangles.iter().map(weight).sum::<f64>().max(1e-9);
        let mean = |f: &dyn Fn(MapPoint) -> f64| {
            triangles
                .iter()
                .map(|t| t.iter().map(|p| f(*p)).sum::<f64>() * weight(t))
                .sum::<f64>()
        };
        let (mx, my) = (mean(&|p| p.x) / 3.0 / total, mean(&|p| p.y) / 3.0 / total);
        // The mean of f·g over a triangle is (Σ f·g over its corners + Σ f · Σ g) / 12.
        let second = |f: &dyn Fn(MapPoint) -> f64, g: &dyn Fn(MapPoint) -> f64| {
            let of = |t: &[MapPoint; 3]| {
                let corners: f64 = t.iter().map(|p| f(*p) * g(*p)).sum();
                let sums =
                    t.iter().map(|p| f(*p)).sum::<f64>() * t.iter().map(|p| g(*p)).sum::<f64>();
                (corners + sums) / 12.0 * weight(t)
            };
            triangles.iter().map(of).sum::<f64>() / total
        };
        let (x, y) = (|p: MapPoint| p.x - mx, |p: MapPoint| p.y - my);
        let (xx, yy, xy) = (second(&x, &x), second(&y, &y), second(&x, &y));
        let (middle, apart) = (f64::midpoint(xx, yy), ((xx - yy) / 2.0).hypot(xy));
        Self {
            middle: MapPoint { x: mx, y: my },
            angle: 0.5 * (2.0 * xy).atan2(xx - yy),
            long_km: 4.0 * (middle + apart).sqrt(),
            wide_km: 4.0 * (middle - apart).max(0.0).sqrt(),
        }
    }
}

/// A box in map coordinates, turned about its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrientedBox {
    /// The point about which it is turned.
    pub middle: MapPoint,
    /// Half its length.
    pub half_long_km: f64,
    /// Half its height.
    pub half_high_km: f64,
    /// Clockwise rotation, in radians.
    pub angle: f64,
}

impl OrientedBox {
    /// Half the width and height of the level rectangle around it.
    fn half_extent(&self, (sin, cos): (f64, f64)) -> (f64, f64) {
        let (long, high) = (self.half_long_km, self.half_high_km);
        (
            long * cos.abs() + high * sin.abs(),
            long * sin.abs() + high * cos.abs(),
        )
    }

    /// Whether a line segment runs through it, with the sine and cosine of its angle.
    fn is_crossed(&self, a: MapPoint, b: MapPoint, (sin, cos): (f64, f64)) -> bool {
        let level = |p: MapPoint| {
            let (x, y) = (p.x - self.middle.x, p.y - self.middle.y);
            (x * cos + y * sin, y * cos - x * sin)
        };
        let (a, b) = (level(a), level(b));
        // Clips the segment at one pair of sides after the other (Liang–Barsky).
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (start, way, half) in [
            (a.0, b.0 - a.0, self.half_long_km),
            (a.1, b.1 - a.1, self.half_high_km),
        ] {
            if way.abs() < 1e-12 {
                if start.abs() > half {
                    return false;
                }
                continue;
            }
            let (s, t) = ((-half - start) / way, (half - start) / way);
            (from, to) = (from.max(s.min(t)), to.min(s.max(t)));
        }
        from <= to
    }
}

impl MapArea {
    /// Whether a point lies in it.
    #[must_use]
    pub fn holds(&self, p: MapPoint) -> bool {
        let (min, max) = self.bounds;
        if !(min.x..=max.x).contains(&p.x) || !(min.y..=max.y).contains(&p.y) {
            return false;
        }
        let at_height = |x: f64| MapPoint { x, y: p.y };
        // The edges that a ray from the point to the right may cross.
        let edges = self.edges_near(p, at_height(max.x));
        let left_of = |(a, b): &(MapPoint, MapPoint)| {
            (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)
        };
        edges.filter(left_of).count() % 2 == 1
    }

    /// Whether its outline runs through a box.
    fn crosses(&self, b: &OrientedBox) -> bool {
        let turn = b.angle.sin_cos();
        let (wide, high) = b.half_extent(turn);
        let corner = |way: f64| MapPoint {
            x: b.middle.x + way * wide,
            y: b.middle.y + way * high,
        };
        let (min, max) = (corner(-1.0), corner(1.0));
        let is_far = |a: f64, b: f64, min: f64, max: f64| a.max(b) < min || a.min(b) > max;
        self.edges_near(min, max)
            .filter(|(a, b)| !is_far(a.x, b.x, min.x, max.x) && !is_far(a.y, b.y, min.y, max.y))
            .any(|(start, end)| b.is_crossed(start, end, turn))
    }

    /// The edges of its outline that may touch a box.
    fn edges_near(
        &self,
        min: MapPoint,
        max: MapPoint,
    ) -> impl Iterator<Item = (MapPoint, MapPoint)> {
        let index = self.edges.get_or_init(|| RingIndex::new(&self.rings));
        index.near(&self.rings, min, max)
    }

    /// Whether a box lies in it as a whole.
    #[must_use]
    pub fn holds_box(&self, b: &OrientedBox) -> bool {
        let (min, max) = self.bounds;
        let (wide, high) = b.half_extent(b.angle.sin_cos());
        // Most boxes that are tried are too large; their extents tell it without a look at edges.
        let is_within = b.middle.x - wide >= min.x
            && b.middle.x + wide <= max.x
            && b.middle.y - high >= min.y
            && b.middle.y + high <= max.y;
        is_within && self.holds(b.middle) && !self.crosses(b)
    }

    /// Whether a box lies in it at least in part.
    #[must_use]
    pub fn touches_box(&self, b: &OrientedBox) -> bool {
        let (min, max) = self.bounds;
        let reach = b.half_long_km + b.half_high_km;
        let near = |m: f64, min: f64, max: f64| m >= min - reach && m <= max + reach;
        near(b.middle.x, min.x, max.x)
            && near(b.middle.y, min.y, max.y)
            && (self.holds(b.middle) || self.crosses(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn p(x: f64, y: f64) -> MapPoint {
        MapPoint { x, y }
    }

    /// A strip 100 by 20, turned by an angle.
    fn strip(angle: f64) -> MapArea {
        let turn = |x: f64, y: f64| {
            p(
                x * angle.cos() - y * angle.sin(),
                x * angle.sin() + y * angle.cos(),
            )
        };
        let [a, b, c, d] = [
            turn(-50.0, -10.0),
            turn(50.0, -10.0),
            turn(50.0, 10.0),
            turn(-50.0, 10.0),
        ];
        let far = (p(-60.0, -60.0), p(60.0, 60.0));
        MapArea {
            rings: vec![vec![a, b, c, d, a]],
            triangles: vec![[a, b, c], [a, c, d]],
            bounds: far,
            ..MapArea::default()
        }
    }

    #[test]
    fn a_turned_strip_lies_as_it_is_turned() {
        for angle in [-0.5, -0.2, 0.0, 0.3, 0.5] {
            let axes = PrincipalAxes::of(&strip(angle).triangles);
            assert!((axes.angle - angle).abs() < 1e-9, "{angle}: {axes:?}");
            assert!(
                (axes.long_km - 400.0 / 12.0_f64.sqrt()).abs() < 1e-6
                    && (axes.wide_km * 5.0 - axes.long_km).abs() < 1e-6
            );
            assert!(axes.middle.x.abs() < 1e-9 && axes.middle.y.abs() < 1e-9);
        }
    }

    #[test]
    fn a_box_fits_only_where_it_lies_wholly_inside() {
        let strip = strip(0.4);
        let of = |half_long_km, half_high_km, angle| OrientedBox {
            middle: p(0.0, 0.0),
            half_long_km,
            half_high_km,
            angle,
        };
        assert!(strip.holds_box(&of(45.0, 8.0, 0.4)));
        assert!(
            !strip.holds_box(&of(45.0, 8.0, 0.0)),
            "it sticks out at its ends"
        );
        assert!(
            !strip.holds_box(&of(60.0, 15.0, 0.4)),
            "it is larger than the area"
        );
        assert!(!strip.holds_box(&OrientedBox {
            middle: p(0.0, 40.0),
            ..of(1.0, 1.0, 0.0)
        }));
        assert!(
            strip.touches_box(&of(45.0, 8.0, 0.0))
                && !strip.touches_box(&OrientedBox {
                    middle: p(0.0, 40.0),
                    ..of(1.0, 1.0, 0.0)
                })
        );
    }
}
