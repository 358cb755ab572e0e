//! Screen coordinates, and the part of the map that is seen.

use super::MapPoint;
use crate::numeric::clamped;

/// A point on the screen, in points from the top left corner of the map.
///
/// ```
/// use araxes::geometry::ScreenPoint;
///
/// let (a, b) = (ScreenPoint::new(0.0, 0.0), ScreenPoint::new(3.0, 4.0));
/// assert_eq!(a.distance(b), 5.0);
/// assert_eq!(a.toward(b, 0.5), ScreenPoint::new(1.5, 2.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    /// Points to the right.
    pub x: f32,
    /// Points down.
    pub y: f32,
}

impl ScreenPoint {
    /// The point with these coordinates.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// This point moved to the right by `dx` and down by `dy`.
    #[must_use]
    pub fn plus(self, dx: f32, dy: f32) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
        }
    }

    /// Distance to another point, in points.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point part of the way to another: 0 is this point, 1 the other.
    #[must_use]
    pub fn toward(self, other: Self, part: f32) -> Self {
        Self {
            x: self.x + (other.x - self.x) * part,
            y: self.y + (other.y - self.y) * part,
        }
    }
}

/// A rectangle on the screen, in points.
///
/// ```
/// use araxes::geometry::{ScreenPoint, ScreenRect};
///
/// let rect = ScreenRect::sized(ScreenPoint::new(10.0, 10.0), 100.0, 50.0);
/// assert!(rect.holds(ScreenPoint::new(60.0, 30.0)));
/// assert_eq!(rect.nearest(ScreenPoint::new(0.0, 30.0)), ScreenPoint::new(10.0, 30.0));
/// let moved = ScreenRect::sized(ScreenPoint::new(60.0, 10.0), 100.0, 50.0);
/// assert_eq!(rect.overlap(&moved), 50.0 * 50.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenRect {
    /// Left top corner.
    pub min: ScreenPoint,
    /// Right bottom corner.
    pub max: ScreenPoint,
}

impl ScreenRect {
    /// The rectangle with this left top corner and size.
    #[must_use]
    pub fn sized(min: ScreenPoint, width: f32, height: f32) -> Self {
        Self {
            min,
            max: min.plus(width, height),
        }
    }

    /// The rectangle with this center and size.
    #[must_use]
    pub fn around(centre: ScreenPoint, width: f32, height: f32) -> Self {
        Self::sized(centre.plus(-width / 2.0, -height / 2.0), width, height)
    }

    /// Width, in points.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// Height, in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> ScreenPoint {
        self.min.toward(self.max, 0.5)
    }

    /// The rectangle larger by `by` points on every side; smaller where `by` is negative.
    #[must_use]
    pub fn expand(&self, by: f32) -> Self {
        Self {
            min: self.min.plus(-by, -by),
            max: self.max.plus(by, by),
        }
    }

    /// Whether a point lies in it; its edges count.
    #[must_use]
    pub fn holds(&self, p: ScreenPoint) -> bool {
        (self.min.x..=self.max.x).contains(&p.x) && (self.min.y..=self.max.y).contains(&p.y)
    }

    /// Whether another rectangle lies in it as a whole.
    #[must_use]
    pub fn holds_rect(&self, other: &Self) -> bool {
        self.holds(other.min) && self.holds(other.max)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: ScreenPoint::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: ScreenPoint::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// The area both cover, in square points.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f32 {
        let width = self.max.x.min(other.max.x) - self.min.x.max(other.min.x);
        let height = self.max.y.min(other.max.y) - self.min.y.max(other.min.y);
        if width > 0.0 && height > 0.0 {
            width * height
        } else {
            0.0
        }
    }

    /// The point of it nearest to `p`.
    #[must_use]
    pub fn nearest(&self, p: ScreenPoint) -> ScreenPoint {
        ScreenPoint {
            x: clamped(p.x, self.min.x, self.max.x),
            y: clamped(p.y, self.min.y, self.max.y),
        }
    }

    /// Its corners, clockwise from the left top.
    #[must_use]
    pub fn corners(&self) -> [ScreenPoint; 4] {
        let (a, b) = (self.min, self.max);
        [
            a,
            ScreenPoint { x: b.x, y: a.y },
            b,
            ScreenPoint { x: a.x, y: b.y },
        ]
    }
}

/// The least side of a part of the map that is shown as a whole, in kilometres: a building.
const LEAST_SIDE_KM: f64 = 0.02;

/// The part of the map that is seen. Every change gives a new value.
///
/// ```
/// use araxes::geometry::{MapPoint, ScreenPoint, Viewport};
///
/// let corner = |x, y| MapPoint { x, y };
/// let view = Viewport::fit(corner(-50.0, -25.0), corner(50.0, 25.0), (800.0, 600.0));
/// assert_eq!(view.scale, 8.0, "points a kilometre: 100 km fill 800 points");
/// assert_eq!(view.screen_from_map(corner(0.0, 0.0)), ScreenPoint::new(400.0, 300.0));
/// let at = ScreenPoint::new(100.0, 100.0);
/// assert_eq!(view.zoomed(2.0, at).map_from_screen(at), view.map_from_screen(at));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The map point in the middle of the screen.
    pub centre: MapPoint,
    /// Screen points per kilometre.
    pub scale: f64,
    /// Width and height in screen points.
    pub size: (f32, f32),
}

impl Default for Viewport {
    /// A view for display lists that hold no geometry of a map, such as charts: one point a
    /// kilometre around the origin, and of no size.
    fn default() -> Self {
        Self {
            centre: MapPoint { x: 0.0, y: 0.0 },
            scale: 1.0,
            size: (0.0, 0.0),
        }
    }
}

impl Viewport {
    /// The viewport that shows a box of map coordinates as a whole.
    #[must_use]
    pub fn fit(min: MapPoint, max: MapPoint, size: (f32, f32)) -> Self {
        let side = |from: f64, to: f64| (to - from).max(LEAST_SIDE_KM);
        let (w, h) = (side(min.x, max.x), side(min.y, max.y));
        let scale = (f64::from(size.0) / w).min(f64::from(size.1) / h);
        Self {
            centre: MapPoint {
                x: f64::midpoint(min.x, max.x),
                y: f64::midpoint(min.y, max.y),
            },
            scale,
            size,
        }
    }

    /// The screen point at which a map point is seen.
    #[must_use]
    pub fn screen_from_map(&self, p: MapPoint) -> ScreenPoint {
        ScreenPoint {
            x: ((p.x - self.centre.x) * self.scale) as f32 + self.size.0 / 2.0,
            y: ((p.y - self.centre.y) * self.scale) as f32 + self.size.1 / 2.0,
        }
    }

    /// The map point seen at a screen point.
    #[must_use]
    pub fn map_from_screen(&self, p: ScreenPoint) -> MapPoint {
        MapPoint {
            x: f64::from(p.x - self.size.0 / 2.0) / self.scale + self.centre.x,
            y: f64::from(p.y - self.size.1 / 2.0) / self.scale + self.centre.y,
        }
    }

    /// The viewport after a drag by `dx` and `dy` screen points.
    #[must_use]
    pub fn panned(mut self, dx: f32, dy: f32) -> Self {
        self.centre.x -= f64::from(dx) / self.scale;
        self.centre.y -= f64::from(dy) / self.scale;
        self
    }

    /// The viewport with its scale multiplied by `factor`; the map point seen at `at` stays there.
    #[must_use]
    pub fn zoomed(mut self, factor: f64, at: ScreenPoint) -> Self {
        let held = self.map_from_screen(at);
        self.scale *= factor;
        let now = self.map_from_screen(at);
        self.centre.x += held.x - now.x;
        self.centre.y += held.y - now.y;
        self
    }
}

/// Points along a path every `every` points, each with the unit normal of the path there.
///
/// ```
/// use araxes::geometry::{ScreenPoint, ticks};
///
/// let path = [ScreenPoint::new(0.0, 0.0), ScreenPoint::new(25.0, 0.0)];
/// let marks = ticks(&path, 10.0);
/// assert_eq!(marks.len(), 2);
/// assert_eq!(marks[0].0, ScreenPoint::new(10.0, 0.0));
/// ```
#[must_use]
pub fn ticks(path: &[ScreenPoint], every: f32) -> Vec<(ScreenPoint, (f32, f32))> {
    let mut out = Vec::new();
    let mut left = every;
    for pair in path.windows(2) {
        let length = pair[0].distance(pair[1]);
        if length < 1e-3 {
            continue;
        }
        let normal = (
            -(pair[1].y - pair[0].y) / length,
            (pair[1].x - pair[0].x) / length,
        );
        let mut at = left;
        while at < length {
            out.push((pair[0].toward(pair[1], at / length), normal));
            at += every;
        }
        left = at - length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_holds_the_point_under_the_pointer() {
        let view = Viewport {
            centre: MapPoint { x: 3.0, y: -7.0 },
            scale: 2.0,
            size: (800.0, 600.0),
        };
        let at = ScreenPoint { x: 120.0, y: 410.0 };
        let before = view.map_from_screen(at);
        let after = view.zoomed(3.5, at).map_from_screen(at);
        assert!((before.x - after.x).abs() < 1e-9 && (before.y - after.y).abs() < 1e-9);
    }
}
