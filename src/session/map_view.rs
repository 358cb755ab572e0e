//! The part of the map that is visible. It uses the `Viewport` of `geometry`, and keeps apart
//! whether the reader chose the part or it is fitted to the window.

use crate::geometry::{MapPoint, ScreenPoint, Viewport};
use crate::numeric::clamped;

/// Size of the map before the window reports one, in points.
const FIRST_SIZE: (f32, f32) = (1384.0, 802.0);
/// Largest scale behind a fence, in times of the smallest.
const MOST_ZOOM: f64 = 10.0;
/// Least and greatest scale of a map that is not fenced, in points per kilometre. That of a large or
/// small atlas goes beyond them.
const LEAST_SCALE: f64 = 0.2;
const MOST_SCALE: f64 = 200.0;
/// Part of the land's extent that a window shows at most: the land of a base map is cut along
/// meridians, which come together towards a pole.
const FILLED: f64 = 0.7;
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
    /// Whether the map can be moved only within what the first view or the step shows.
    fenced: bool,
    /// Least and greatest corner of the land of the base map; `None` without one.
    land: Option<(MapPoint, MapPoint)>,
    /// The motion from one part of the map to another, while it is under way.
    travel: Option<Travel>,
}

/// A motion from one part of the map to another, with its age and length in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Travel {
    from: Viewport,
    age_s: f64,
    length_s: f64,
}

impl Travel {
    /// The part of the map that is seen on the way to `to`: the motion begins and ends slowly.
    fn seen(&self, to: &Viewport) -> Viewport {
        let part = clamped(self.age_s / self.length_s, 0.0, 1.0);
        let eased = if part < 0.5 {
            4.0 * part.powi(3)
        } else {
            1.0 - 4.0 * (1.0 - part).powi(3)
        };
        let between = |a: f64, b: f64| a + (b - a) * eased;
        let from = &self.from;
        // Widths in kilometres change evenly, so that every point of the map moves on a straight
        // line.
        let km_per_point = between(1.0 / from.scale, 1.0 / to.scale);
        Viewport {
            centre: MapPoint {
                x: between(from.centre.x, to.centre.x),
                y: between(from.centre.y, to.centre.y),
            },
            scale: 1.0 / km_per_point,
            size: to.size,
        }
    }
}

impl MapView {
    pub(super) fn new(home: (MapPoint, MapPoint)) -> Self {
        Self {
            home,
            viewport: Viewport::fit(home.0, home.1, FIRST_SIZE),
            framed: None,
            moved: false,
            fenced: false,
            land: None,
            travel: None,
        }
    }

    /// Sets the extent of the land of the base map, beyond which a reader does not zoom out or move the
    /// map: it would end in the middle of the window, with a false sea around it.
    pub(super) fn set_land(&mut self, corners: impl Iterator<Item = (MapPoint, MapPoint)>) {
        self.land = corners.reduce(|(a, b), (min, max)| {
            let least = MapPoint {
                x: a.x.min(min.x),
                y: a.y.min(min.y),
            };
            let greatest = MapPoint {
                x: b.x.max(max.x),
                y: b.y.max(max.y),
            };
            (least, greatest)
        });
    }

    /// The smallest scale at which the land of the base map fills the window; 0 without land.
    fn scale_of_land(&self) -> f64 {
        let (width, height) = self.viewport.size;
        self.land.map_or(0.0, |(min, max)| {
            let across = f64::from(width) / ((max.x - min.x) * FILLED);
            let down = f64::from(height) / ((max.y - min.y) * FILLED);
            across.max(down).min(self.least_scale())
        })
    }

    /// The part of the map that is seen, on the way to another part where the map is moving.
    pub(super) fn viewport(&self) -> Viewport {
        match &self.travel {
            Some(travel) => travel.seen(&self.viewport),
            None => self.viewport,
        }
    }

    /// Whether the map is moving from one part to another.
    pub(super) fn is_travelling(&self) -> bool {
        self.travel.is_some()
    }

    /// Lets seconds of a motion pass.
    pub(super) fn tick(&mut self, seconds: f64) {
        if let Some(travel) = &mut self.travel {
            travel.age_s += seconds;
            if travel.age_s >= travel.length_s {
                self.travel = None;
            }
        }
    }

    /// Ends a motion at its goal.
    pub(super) fn end_travel(&mut self) {
        self.travel = None;
    }

    /// Ends a motion where it is.
    fn stop(&mut self) {
        self.viewport = self.viewport();
        self.travel = None;
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
        self.travel = None;
        self.viewport.scale *= f64::from(width) / f64::from(self.viewport.size.0);
        self.viewport.size = (width, height);
        if self.moved {
            self.keep_inside();
        } else {
            self.fit();
        }
    }

    /// Sets whether the map can be moved only within what the first view or the step shows.
    pub(super) fn set_fence(&mut self, fenced: bool) {
        self.fenced = fenced;
        if self.moved {
            self.keep_inside();
        }
    }

    /// The parts of the map that are shown without a move of the reader.
    fn views(&self) -> impl Iterator<Item = Viewport> {
        let size = self.viewport.size;
        let corners = std::iter::once(self.home).chain(self.framed);
        corners.map(move |(min, max)| Viewport::fit(min, max, size))
    }

    /// The smallest scale behind a fence.
    fn least_scale(&self) -> f64 {
        self.views().map(|v| v.scale).fold(f64::INFINITY, f64::min)
    }

    /// Moves what is seen behind a fence to within it.
    fn keep_inside(&mut self) {
        if !self.fenced {
            self.keep_on_land();
            return;
        }
        let least = self.least_scale();
        self.viewport.scale = clamped(self.viewport.scale, least, least * MOST_ZOOM);
        let extent =
            |v: &Viewport, side: fn(&(f32, f32)) -> f32| f64::from(side(&v.size)) / v.scale / 2.0;
        let views: Vec<Viewport> = self.views().collect();
        let seen = self.viewport;
        let within = |at: fn(&Viewport) -> f64, side: fn(&(f32, f32)) -> f32| {
            let from = views.iter().map(|v| at(v) - extent(v, side));
            let to = views.iter().map(|v| at(v) + extent(v, side));
            let from = from.fold(f64::INFINITY, f64::min) + extent(&seen, side);
            let to = to.fold(f64::NEG_INFINITY, f64::max) - extent(&seen, side);
            if from > to {
                f64::midpoint(from, to)
            } else {
                clamped(at(&seen), from, to)
            }
        };
        let centre = MapPoint {
            x: within(|v| v.centre.x, |size| size.0),
            y: within(|v| v.centre.y, |size| size.1),
        };
        self.viewport.centre = centre;
    }

    /// Moves what is seen to where there is land of the base map, or to the middle of it where more is
    /// seen than there is. What the first view or the step shows can be seen in any case.
    fn keep_on_land(&mut self) {
        let Some((min, max)) = self.land else { return };
        let seen = self.viewport;
        let within = |at: fn(&MapPoint) -> f64, side: f32| {
            let half = f64::from(side) / seen.scale / 2.0;
            let (from, to) = (at(&min) + half, at(&max) - half);
            let middle = f64::midpoint(from, to);
            let (from, to) = (from.min(middle), to.max(middle));
            let shown = self.views().map(|view| at(&view.centre));
            let (from, to) = shown.fold((from, to), |(a, b), at| (a.min(at), b.max(at)));
            clamped(at(&seen.centre), from, to)
        };
        self.viewport.centre = MapPoint {
            x: within(|p| p.x, seen.size.0),
            y: within(|p| p.y, seen.size.1),
        };
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
        self.travel = None;
        self.fit();
    }

    /// Moves from another part of the map to the present one, in this number of seconds.
    pub(super) fn travel_from(&mut self, from: Viewport, length_s: f64) {
        self.travel = (from != self.viewport).then_some(Travel {
            from,
            age_s: 0.0,
            length_s,
        });
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
        self.stop();
        self.viewport = self.viewport.panned(dx, dy);
        self.moved = true;
        self.keep_inside();
    }

    pub(super) fn zoom(&mut self, factor: f64, at: ScreenPoint) {
        self.stop();
        let mut factor = factor;
        if self.fenced {
            // The limit is kept before the zoom, so that the point under the finger stays there.
            let (least, now) = (self.least_scale(), self.viewport.scale);
            factor = clamped(now * factor, least, least * MOST_ZOOM) / now;
        } else {
            let (now, first) = (self.viewport.scale, self.least_scale());
            factor = factor.max((self.scale_of_land() / now).min(1.0));
            let (least, most) = (LEAST_SCALE.min(first), MOST_SCALE.max(first * MOST_ZOOM));
            factor = clamped(now * factor, least.min(now), most.max(now)) / now;
        }
        self.viewport = self.viewport.zoomed(factor, at);
        self.moved = true;
        self.keep_inside();
    }

    /// Shows the part of the map with this center and this width in kilometres.
    pub(super) fn look_at(&mut self, centre: MapPoint, width_km: f64) {
        self.travel = None;
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
    fn a_map_of_the_world_and_one_of_a_field_are_zoomed_step_by_step() {
        for half in [20_000.0, 0.1] {
            let corner = |sign: f64| MapPoint {
                x: sign * half,
                y: sign * half / 2.0,
            };
            let mut view = MapView::new((corner(-1.0), corner(1.0)));
            let middle = ScreenPoint::new(500.0, 300.0);
            for factor in [1.25, 1.25, 0.8, 0.8] {
                let before = view.viewport().scale;
                view.zoom(factor, middle);
                let after = view.viewport().scale / before;
                assert!(
                    (after - factor).abs() < 1e-9,
                    "{half} km: {after}, not {factor}"
                );
            }
        }
    }

    #[test]
    fn a_reader_does_not_zoom_out_beyond_the_land_of_the_base_map() {
        let point = |x: f64, y: f64| MapPoint { x, y };
        let mut view = MapView::new((point(-100.0, -60.0), point(100.0, 60.0)));
        let land = [(point(-900.0, -500.0), point(500.0, 500.0))];
        view.set_land(land.into_iter());
        let middle = ScreenPoint::new(500.0, 300.0);
        (0..40).for_each(|_| view.zoom(0.8, middle));
        let width = |view: &MapView| {
            let seen = view.viewport();
            f64::from(seen.size.0) / seen.scale
        };
        let widest = width(&view);
        assert!((900.0..=981.0).contains(&widest), "{widest} km of 1,400");
        view.zoom(2.0, middle);
        assert!(width(&view) < 0.6 * widest);
    }

    #[test]
    fn a_reader_does_not_move_the_map_beyond_the_land_of_the_base_map() {
        let point = |x: f64, y: f64| MapPoint { x, y };
        let mut view = MapView::new((point(-100.0, -60.0), point(100.0, 60.0)));
        let land = [(point(-900.0, -500.0), point(500.0, 500.0))];
        view.set_land(land.into_iter());
        for (dx, dy) in [(-900.0, 0.0), (900.0, 0.0), (0.0, -900.0), (0.0, 900.0)] {
            (0..20).for_each(|_| view.pan(dx, dy));
            let seen = view.viewport();
            let corner = |x: f32, y: f32| seen.map_from_screen(ScreenPoint::new(x, y));
            let (a, b) = (corner(0.0, 0.0), corner(seen.size.0, seen.size.1));
            assert!(a.x >= -900.01 && a.y >= -500.01, "{a:?}");
            assert!(b.x <= 500.01 && b.y <= 500.01, "{b:?}");
        }
    }

    #[test]
    fn the_view_survives_a_window_without_size() {
        let home = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 300.0, y: 200.0 });
        let mut view = MapView::new(home);
        view.resize(800.0, 600.0);
        view.look_at(MapPoint { x: 50.0, y: 50.0 }, 40.0);
        let before = view.viewport();
        for size in [(0.0, 0.0), (0.0, 600.0), (f32::NAN, 10.0)] {
            view.resize(size.0, size.1);
        }
        view.resize(800.0, 600.0);
        assert_eq!(view.viewport(), before);
    }

    #[test]
    fn a_map_behind_a_fence_cannot_be_lost() {
        let home = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 300.0, y: 200.0 });
        let mut view = MapView::new(home);
        view.resize(800.0, 600.0);
        view.set_fence(true);
        let whole = view.viewport();
        let moves = [(9000.0, 0.0), (-9000.0, 4000.0), (30.0, -7000.0)];
        for (i, factor) in [0.1, 40.0, 0.5, 0.01, 1e9, 0.2].into_iter().enumerate() {
            let at = ScreenPoint::new(780.0, 10.0);
            view.zoom(factor, at);
            let (dx, dy) = moves[i % moves.len()];
            view.pan(dx, dy);
            let seen = view.viewport();
            assert!(seen.scale >= whole.scale && seen.scale <= whole.scale * MOST_ZOOM * 1.001);
            for corner in [ScreenPoint::new(0.0, 0.0), ScreenPoint::new(800.0, 600.0)] {
                let at = whole.screen_from_map(seen.map_from_screen(corner));
                assert!(
                    at.x > -0.1 && at.x < 800.1 && at.y > -0.1 && at.y < 600.1,
                    "{at:?}"
                );
            }
        }
        view.show_home();
        assert_eq!(view.viewport(), whole);
    }

    #[test]
    fn a_motion_begins_and_ends_where_it_should_and_a_hand_stops_it() {
        let home = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 300.0, y: 200.0 });
        let near = (MapPoint { x: 10.0, y: 10.0 }, MapPoint { x: 60.0, y: 40.0 });
        let mut view = MapView::new(home);
        let go = |view: &mut MapView| {
            let from = view.viewport();
            view.show_frame(Some(near));
            view.travel_from(from, 0.8);
        };
        let before = view.viewport();
        go(&mut view);
        assert!(view.viewport().centre.x - before.centre.x < 1e-9);
        view.tick(0.4);
        let middle = view.viewport();
        assert!(middle.scale > before.scale && view.shows_frame(Some(near)));
        view.pan(5.0, 0.0);
        assert!(!view.is_travelling() && view.viewport() == middle.panned(5.0, 0.0));
        go(&mut view);
        view.tick(0.9);
        let mut cut = MapView::new(home);
        cut.show_frame(Some(near));
        assert_eq!(view.viewport(), cut.viewport());
        go(&mut view);
        assert!(!view.is_travelling(), "there is no way to where it is");
    }
}
