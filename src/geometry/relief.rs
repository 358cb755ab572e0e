//! The relief of the land: heights, from which hachures and shade are made at the scale at which
//! they are drawn.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::heights::Heights;
use super::relief_tile::{ReliefTile, reach_km, scale_of, side_km, step_of};
use super::{MapPoint, Projector, Viewport};
use crate::model::Relief;

/// The most tiles that are kept: a large window shows about forty.
const TILES: usize = 160;
/// The most tiles that one view shows. A view that would show more has none.
const TILES_IN_SIGHT: i64 = 120;
/// The step and place of a tile.
type TileKey = (i32, (i32, i32));

/// The relief of an atlas on its map.
#[derive(Debug)]
pub struct ReliefMap {
    /// Side of a cell of the heights, in kilometres.
    pub cell_km: f64,
    heights: Heights,
    /// The least and greatest coordinates that the heights cover.
    bounds: (MapPoint, MapPoint),
    /// Tiles, the one last asked for first.
    tiles: Mutex<Vec<(TileKey, Arc<ReliefTile>)>>,
}

impl ReliefMap {
    /// The relief of an atlas in its projection; `None` where the projection cannot take it.
    #[must_use]
    pub fn new(relief: &Relief, projector: &Projector) -> Option<Self> {
        let heights = Heights::new(relief, projector);
        Some(Self {
            cell_km: relief.cell_km,
            bounds: heights.bounds()?,
            heights,
            tiles: Mutex::default(),
        })
    }

    /// The number of the scale for which the relief of a view is made. `unit` is the number of
    /// points of a design unit. Views of nearly the same scale have the same number, so that a
    /// small zoom needs no other tiles.
    #[must_use]
    pub fn step(view: &Viewport, unit: f32) -> i32 {
        step_of(view.scale / f64::from(unit))
    }

    /// The largest scale at which the tiles of a step are drawn, in design units per kilometre.
    #[must_use]
    pub fn largest_scale(step: i32) -> f64 {
        (scale_of(step) * scale_of(step + 1)).sqrt()
    }

    /// The tiles that can be seen in a view, made for the scale with the number `step`; none where
    /// they would be too many.
    #[must_use]
    pub fn tiles(&self, view: &Viewport, step: i32) -> Vec<Arc<ReliefTile>> {
        let places = self.places(view, step);
        self.make(step, &places);
        let places = places.into_iter();
        places
            .map(|place| self.tile(step, place))
            .filter(|tile| tile.shows_anything())
            .collect()
    }

    /// Those of the tiles that can be seen in a view that are made already, and whether they are all.
    #[must_use]
    pub fn made_tiles(&self, view: &Viewport, step: i32) -> (Vec<Arc<ReliefTile>>, bool) {
        let places = self.places(view, step);
        let made = self.made();
        let of = |place: &(i32, i32)| made.iter().find(|(key, _)| *key == (step, *place));
        let found = places.iter().filter_map(of);
        let found: Vec<_> = found.map(|(_, tile)| Arc::clone(tile)).collect();
        let are_all = found.len() == places.len();
        let shown = found.into_iter().filter(|tile| tile.shows_anything());
        (shown.collect(), are_all)
    }

    /// The places of the tiles that can be seen in a view; none where they would be too many.
    fn places(&self, view: &Viewport, step: i32) -> Vec<(i32, i32)> {
        let half = [view.size.0, view.size.1].map(|side| f64::from(side) / 2.0 / view.scale);
        let (side, reach) = (side_km(step), reach_km(step));
        let range = |centre: f64, half: f64, min: f64, max: f64| {
            let first = (centre - half - reach).max(min) / side;
            let last = (centre + half + reach).min(max) / side;
            (first.floor() as i32)..=(last.floor() as i32)
        };
        let (min, max) = self.bounds;
        let columns = range(view.centre.x, half[0], min.x, max.x);
        let rows = range(view.centre.y, half[1], min.y, max.y);
        let count = |r: &std::ops::RangeInclusive<i32>| {
            (i64::from(*r.end()) - i64::from(*r.start()) + 1).max(0)
        };
        if count(&columns) * count(&rows) > TILES_IN_SIGHT {
            return Vec::new();
        }
        rows.flat_map(|row| columns.clone().map(move |column| (column, row)))
            .collect()
    }

    /// The tiles made so far. A poisoned lock is no harm: entries are inserted whole.
    fn made(&self) -> std::sync::MutexGuard<'_, Vec<(TileKey, Arc<ReliefTile>)>> {
        self.tiles
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Makes those of some tiles that are not made yet, on all processors.
    fn make(&self, step: i32, places: &[(i32, i32)]) {
        let missing: Vec<(i32, i32)> = {
            let made = self.made();
            let is_missing =
                |place: &&(i32, i32)| !made.iter().any(|(key, _)| *key == (step, **place));
            places.iter().filter(is_missing).copied().collect()
        };
        let new = |place: &(i32, i32)| {
            let tile = ReliefTile::new(&self.heights, step, *place);
            ((step, *place), Arc::new(tile))
        };
        let new: Vec<_> = missing.par_iter().map(new).collect();
        let mut made = self.made();
        made.truncate(TILES.saturating_sub(new.len()));
        made.splice(0..0, new);
    }

    fn tile(&self, step: i32, place: (i32, i32)) -> Arc<ReliefTile> {
        let mut tiles = self.made();
        let key = (step, place);
        if let Some(i) = tiles.iter().position(|(known, _)| *known == key) {
            tiles[..=i].rotate_right(1);
        } else {
            tiles.truncate(TILES - 1);
            let tile = Arc::new(ReliefTile::new(&self.heights, step, place));
            tiles.insert(0, (key, tile));
        }
        Arc::clone(&tiles[0].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Projection;

    fn map(bbox: [f64; 4], metres: impl Fn(f64, f64) -> f64) -> Option<ReliefMap> {
        let projection = Projection {
            kind: crate::model::ProjectionKind::Conic,
            lat_1: 30.0,
            lat_2: 50.0,
            lat_0: 40.0,
            lon_0: 0.0,
        };
        let projector = Projector::new(&projection).expect("a projection");
        let (width, height) = (120, 120);
        let cells = (0..height).flat_map(|j| (0..width).map(move |i| (i, j)));
        let place = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
        let relief = Relief {
            bbox,
            cell_km: (bbox[3] - bbox[1]) * 111.2 / height as f64,
            width,
            height,
            source: String::new(),
            heights: cells
                .map(|(i, j)| metres(place(i, width), place(j, height)) as u16)
                .collect(),
        };
        ReliefMap::new(&relief, &projector)
    }

    /// A cone of 4,000 m in the middle of a square of a degree.
    fn cone() -> ReliefMap {
        let metres = |x: f64, y: f64| (4000.0 - 10_000.0 * (x - 0.5).hypot(y - 0.5)).max(0.0);
        map([0.0, 40.0, 1.0, 41.0], metres).expect("a relief")
    }

    /// The middle of the cone.
    fn peak(relief: &ReliefMap) -> MapPoint {
        let (min, max) = relief.bounds;
        MapPoint {
            x: f64::midpoint(min.x, max.x),
            y: f64::midpoint(min.y, max.y),
        }
    }

    fn view(centre: MapPoint, scale: f64) -> Viewport {
        Viewport {
            centre,
            scale,
            size: (800.0, 600.0),
        }
    }

    #[test]
    fn the_widest_relief_has_no_more_tiles_than_a_wide_one() {
        for bbox in [
            [-170.0, -60.0, 170.0, 80.0],
            [-179.0, 0.0, 179.0, 0.1],
            [0.0, -80.0, 0.01, 80.0],
        ] {
            if let Some(relief) = map(bbox, |x, _| x * 1000.0) {
                for scale in [1e-6, 0.01, 5.0, 200.0] {
                    let view = view(peak(&relief), scale);
                    let count = relief.tiles(&view, ReliefMap::step(&view, 1.0)).len();
                    assert!(count <= 20, "{bbox:?} {scale}: {count}");
                }
            }
        }
    }

    #[test]
    fn strokes_run_down_the_slope_and_are_thicker_away_from_the_light() {
        let relief = cone();
        let centre = peak(&relief);
        let view = view(centre, 8.0);
        let tiles = relief.tiles(&view, ReliefMap::step(&view, 1.0));
        let (mut lit, mut dark, mut count) = (0.0, 0.0, 0);
        for tile in &tiles {
            for stroke in &tile.strokes {
                let course: Vec<MapPoint> = tile.course(stroke).collect();
                let far = |p: &MapPoint| (p.x - centre.x).hypot(p.y - centre.y);
                let (first, last) = (&course[0], &course[course.len() - 1]);
                assert!(far(last) > far(first), "uphill from {first:?} to {last:?}");
                count += 1;
                let width = stroke.width_km(0.7);
                assert!(width > 0.0);
                // A straight line to the north-west and one to the south-east of the peak.
                let (x, y) = (first.x - centre.x, first.y - centre.y);
                if (x - y).abs() < 2.0 && far(first) > 5.0 {
                    let side = if x < 0.0 { &mut lit } else { &mut dark };
                    *side += width;
                }
            }
        }
        assert!(count > 500, "{count}");
        assert!(dark > 2.0 * lit && lit > 0.0, "{lit} {dark}");
    }

    #[test]
    fn hachures_look_the_same_at_every_scale_and_level_ground_has_none() {
        let relief = cone();
        let centre = peak(&relief);
        let widest = |scale: f64, unit: f32| {
            let view = view(centre, scale);
            let tiles = relief.tiles(&view, ReliefMap::step(&view, unit));
            let widths = tiles.iter().flat_map(|t| &t.strokes);
            widths
                .map(|s| s.width_km(0.0) * scale / f64::from(unit))
                .fold(0.0, f64::max)
        };
        for (scale, unit) in [(5.0, 1.0), (10.0, 2.0), (40.0, 1.0), (20.0, 4.0)] {
            let width = widest(scale, unit);
            assert!(width > 0.36 && width < 0.66, "{scale} {unit}: {width}");
        }
        let plain = map([0.0, 40.0, 1.0, 41.0], |_, _| 900.0).expect("a relief");
        let over_all = view(peak(&plain), 5.0);
        assert!(
            plain
                .tiles(&over_all, ReliefMap::step(&over_all, 1.0))
                .is_empty()
        );
    }

    #[test]
    fn a_tile_is_made_once_and_joins_its_neighbour() {
        let relief = cone();
        let view = view(peak(&relief), 8.0);
        let step = ReliefMap::step(&view, 1.0);
        let (none, are_all) = relief.made_tiles(&view, step);
        assert!(none.is_empty() && !are_all);
        let (first, again) = (relief.tiles(&view, step), relief.tiles(&view, step));
        assert!(first.iter().zip(&again).all(|(a, b)| Arc::ptr_eq(a, b)));
        let (made, are_all) = relief.made_tiles(&view, step);
        assert_eq!((made, are_all), (first.clone(), true));
        assert!(first.len() > 3, "the cone lies on several tiles");
        // Along each row of strokes neighbours are equally far apart, also across the edge of a tile.
        let starts: Vec<MapPoint> = first
            .iter()
            .flat_map(|t| t.strokes.iter().filter_map(|s| t.course(s).next()))
            .collect();
        let unit = 1.0 / view.scale;
        let far = |a: &MapPoint, b: &MapPoint| (a.x - b.x).hypot(a.y - b.y);
        let is_crowded = |i: &usize| {
            let p = &starts[*i];
            let others = starts[..*i].iter().chain(&starts[i + 1..]);
            others.into_iter().any(|o| far(o, p) < 0.9 * unit)
        };
        let tried = (0..starts.len()).step_by(20);
        let crowded = tried.clone().filter(is_crowded).count();
        assert!(crowded * 50 < tried.len(), "{crowded} of {}", tried.len());
    }

    #[test]
    fn a_shade_lies_on_the_side_away_from_the_light() {
        let relief = cone();
        let peak = peak(&relief);
        let shade = |x: f64, y: f64| {
            let at = MapPoint {
                x: peak.x + x,
                y: peak.y + y,
            };
            let view = Viewport {
                size: (1.0, 1.0),
                ..view(at, 8.0)
            };
            let tiles = relief.tiles(&view, ReliefMap::step(&view, 1.0));
            let holds = |tile: &&Arc<ReliefTile>| {
                let (min, max) = tile.square;
                (min.x..max.x).contains(&at.x) && (min.y..max.y).contains(&at.y)
            };
            let tile = tiles.iter().find(holds).expect("a tile");
            let (min, max) = tile.square;
            let part = |v: f64, min: f64, max: f64| {
                ((v - min) / (max - min) * (ReliefTile::SHADES - 1) as f64) as usize
            };
            let row = part(at.y, min.y, max.y) * ReliefTile::SHADES;
            tile.shade[row + part(at.x, min.x, max.x)]
        };
        assert!(shade(10.0, 10.0) > 40, "{}", shade(10.0, 10.0));
        assert_eq!(shade(-10.0, -10.0), 0);
    }
}
