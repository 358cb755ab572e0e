//! The window onto the sheet.

use super::MapPoint;

/// A point on the screen, in points from the map's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    /// Right.
    pub x: f32,
    /// Down.
    pub y: f32,
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
        Self { centre: MapPoint { x: f64::midpoint(min.x, max.x), y: f64::midpoint(min.y, max.y) }, scale, size }
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
        self.scale = (self.scale * factor).clamp(0.2, 200.0);
        let now = self.map_from_screen(at);
        self.centre.x += held.x - now.x;
        self.centre.y += held.y - now.y;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_holds_the_point_under_the_pointer() {
        let view = Viewport { centre: MapPoint { x: 3.0, y: -7.0 }, scale: 2.0, size: (800.0, 600.0) };
        let at = ScreenPoint { x: 120.0, y: 410.0 };
        let before = view.map_from_screen(at);
        let after = view.zoomed(3.5, at).map_from_screen(at);
        assert!((before.x - after.x).abs() < 1e-9 && (before.y - after.y).abs() < 1e-9);
    }
}
