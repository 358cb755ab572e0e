//! The window onto the sheet.

use super::MapPoint;
use crate::numeric::clamped;

/// A point on the screen, in points from the map's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    /// Right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl ScreenPoint {
    /// A point.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// This far away.
    #[must_use]
    pub fn plus(self, dx: f32, dy: f32) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
        }
    }

    /// How far from another.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// Part of the way to another: 0 here, 1 there.
    #[must_use]
    pub fn toward(self, other: Self, part: f32) -> Self {
        Self {
            x: self.x + (other.x - self.x) * part,
            y: self.y + (other.y - self.y) * part,
        }
    }
}

/// A rectangle on the screen, in points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenRect {
    /// Left top.
    pub min: ScreenPoint,
    /// Right bottom.
    pub max: ScreenPoint,
}

impl ScreenRect {
    /// By its left top corner and its size.
    #[must_use]
    pub fn sized(min: ScreenPoint, width: f32, height: f32) -> Self {
        Self {
            min,
            max: min.plus(width, height),
        }
    }

    /// By its middle and its size.
    #[must_use]
    pub fn around(centre: ScreenPoint, width: f32, height: f32) -> Self {
        Self::sized(centre.plus(-width / 2.0, -height / 2.0), width, height)
    }

    /// Width.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// Height.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> ScreenPoint {
        self.min.toward(self.max, 0.5)
    }

    /// Larger on every side; smaller where negative.
    #[must_use]
    pub fn expand(&self, by: f32) -> Self {
        Self {
            min: self.min.plus(-by, -by),
            max: self.max.plus(by, by),
        }
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn holds(&self, p: ScreenPoint) -> bool {
        (self.min.x..=self.max.x).contains(&p.x) && (self.min.y..=self.max.y).contains(&p.y)
    }

    /// Whether another lies in it whole.
    #[must_use]
    pub fn holds_rect(&self, other: &Self) -> bool {
        self.holds(other.min) && self.holds(other.max)
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

/// Which part of the sheet is seen. Every change gives a new value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The sheet point in the middle.
    pub centre: MapPoint,
    /// Screen points a kilometre.
    pub scale: f64,
    /// Width and height in screen points.
    pub size: (f32, f32),
}

impl Viewport {
    /// Shows a box of the sheet whole, with a margin.
    #[must_use]
    pub fn fit(min: MapPoint, max: MapPoint, size: (f32, f32)) -> Self {
        let (w, h) = ((max.x - min.x).max(1.0), (max.y - min.y).max(1.0));
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

    /// Sheet to screen.
    #[must_use]
    pub fn screen_from_map(&self, p: MapPoint) -> ScreenPoint {
        ScreenPoint {
            x: ((p.x - self.centre.x) * self.scale) as f32 + self.size.0 / 2.0,
            y: ((p.y - self.centre.y) * self.scale) as f32 + self.size.1 / 2.0,
        }
    }

    /// Screen to sheet.
    #[must_use]
    pub fn map_from_screen(&self, p: ScreenPoint) -> MapPoint {
        MapPoint {
            x: f64::from(p.x - self.size.0 / 2.0) / self.scale + self.centre.x,
            y: f64::from(p.y - self.size.1 / 2.0) / self.scale + self.centre.y,
        }
    }

    /// Moved by a drag on the screen.
    #[must_use]
    pub fn panned(mut self, dx: f32, dy: f32) -> Self {
        self.centre.x -= f64::from(dx) / self.scale;
        self.centre.y -= f64::from(dy) / self.scale;
        self
    }

    /// Closer or wider; the sheet point under `at` stays there.
    #[must_use]
    pub fn zoomed(mut self, factor: f64, at: ScreenPoint) -> Self {
        let held = self.map_from_screen(at);
        self.scale = clamped(self.scale * factor, 0.2, 200.0);
        let now = self.map_from_screen(at);
        self.centre.x += held.x - now.x;
        self.centre.y += held.y - now.y;
        self
    }
}

/// Points along a path at even distances, each with the normal of the path there.
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
