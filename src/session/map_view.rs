//! The part of the map that is visible. It uses the `Viewport` of `geometry`, and keeps apart
//! whether the reader chose the part or it is fitted to the window.

use crate::geometry::{MapPoint, ScreenPoint, Viewport};

/// Size of the map before the window reports one, in points.
const FIRST_SIZE: (f32, f32) = (1384.0, 802.0);
/// Smallest valid side of a map, in points. A window that is being minimized reports smaller ones.
const LEAST_SIDE: f32 = 1.0;

/// The part of the map that is visible, and whether the reader chose it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MapView {
    /// Two opposite corners of the first view, in kilometres on the map.
    home: (MapPoint, MapPoint),
    viewport: Viewport,
    /// Two opposite corners of the part that a step of a tour shows instead of the first view.
    framed: Option<(MapPoint, MapPoint)>,
    /// Whether the reader moved the map. Otherwise it stays fitted to the window.
    moved: bool,
}

impl MapView {
    pub(super) fn new(home: (MapPoint, MapPoint)) -> Self {
        Self {
            home,
            viewport: Viewport::fit(home.0, home.1, FIRST_SIZE),
            framed: None,
            moved: false,
        }
    }

    pub(super) fn viewport(&self) -> &Viewport {
        &self.viewport
    }

    pub(super) fn is_moved(&self) -> bool {
        self.moved
    }

    /// Sets the size of the map, in points. A part that the reader chose keeps its width in
    /// kilometres.
    pub(super) fn resize(&mut self, width: f32, height: f32) {
        let is_map = width >= LEAST_SIDE && height >= LEAST_SIDE;
        if !is_map || self.viewport.size == (width, height) {
            return;
        }
        self.viewport.scale *= f64::from(width) / f64::from(self.viewport.size.0);
        self.viewport.size = (width, height);
        if !self.moved {
            self.fit();
        }
    }

    /// Shows the first view again.
    pub(super) fn show_home(&mut self) {
        self.show_frame(None);
    }

    /// Shows the part of the map between two corners, or the first view, and keeps it fitted to the
    /// window.
    pub(super) fn show_frame(&mut self, corners: Option<(MapPoint, MapPoint)>) {
        self.framed = corners;
        self.moved = false;
        self.fit();
    }

    /// Whether the map shows what was last framed.
    pub(super) fn shows_frame(&self, corners: Option<(MapPoint, MapPoint)>) -> bool {
        !self.moved && self.framed == corners
    }

    fn fit(&mut self) {
        let (min, max) = self.framed.unwrap_or(self.home);
        self.viewport = Viewport::fit(min, max, self.viewport.size);
    }

    pub(super) fn pan(&mut self, dx: f32, dy: f32) {
        self.viewport = self.viewport.panned(dx, dy);
        self.moved = true;
    }

    pub(super) fn zoom(&mut self, factor: f64, at: ScreenPoint) {
        self.viewport = self.viewport.zoomed(factor, at);
        self.moved = true;
    }

    /// Shows the part of the map with this center and this width in kilometres.
    pub(super) fn look_at(&mut self, centre: MapPoint, width_km: f64) {
        self.viewport.centre = centre;
        self.viewport.scale = f64::from(self.viewport.size.0) / width_km;
        self.moved = true;
    }

    /// Makes the next change of size fit the first view to the window again.
    pub(super) fn forget_moves(&mut self) {
        self.moved = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_survives_a_window_without_size() {
        let home = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 300.0, y: 200.0 });
        let mut view = MapView::new(home);
        view.resize(800.0, 600.0);
        view.look_at(MapPoint { x: 50.0, y: 50.0 }, 40.0);
        let before = *view.viewport();
        for size in [(0.0, 0.0), (0.0, 600.0), (f32::NAN, 10.0)] {
            view.resize(size.0, size.1);
        }
        view.resize(800.0, 600.0);
        assert_eq!(*view.viewport(), before);
    }
}
