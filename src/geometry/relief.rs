//! The relief of the land: heights, from which hachures and a shading are made at the scale at
//! which they are drawn.

use std::sync::{Arc, Mutex, OnceLock};

use super::hachures::{HachureTile, reach_km, scale_of, side_km, step_of};
use super::heights::Heights;
use super::{MapPoint, Projector, Viewport};
use crate::model::Relief;
use crate::numeric::clamped;

/// Side of a pixel of the shading, in kilometres, where the relief is not too wide for it.
const PIXEL_KM: f64 = 1.4;
/// The most pixels of a shading: one so wide that it would have more gets larger pixels.
const MOST_PIXELS: f64 = 4e6;
/// The most tiles of hachures that are kept: a large window shows about forty.
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
    shading: OnceLock<Arc<Shading>>,
    /// Tiles of hachures, the one last asked for first.
    tiles: Mutex<Vec<(TileKey, Arc<HachureTile>)>>,
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
            shading: OnceLock::new(),
            tiles: Mutex::default(),
        })
    }

    /// The number of the scale for which the hachures of a view are made. `unit` is the number of
    /// points of a design unit. Views of nearly the same scale have the same number, so that a
    /// small zoom needs no other hachures.
    #[must_use]
    pub fn step(view: &Viewport, unit: f32) -> i32 {
        step_of(view.scale / f64::from(unit))
    }

    /// The largest scale at which the hachures of a step are drawn, in design units per kilometre.
    #[must_use]
    pub fn largest_scale(step: i32) -> f64 {
        (scale_of(step) * scale_of(step + 1)).sqrt()
    }

    /// The hachures that can be seen in a view, made for the scale with the number `step`.
    #[must_use]
    pub fn hachures(&self, view: &Viewport, step: i32) -> Vec<Arc<HachureTile>> {
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
            .map(|place| self.tile(step, place))
            .filter(|tile| tile.bounds.is_some())
            .collect()
    }

    fn tile(&self, step: i32, place: (i32, i32)) -> Arc<HachureTile> {
        // A poisoned lock is no harm: entries are inserted whole.
        let mut tiles = self
            .tiles
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let key = (step, place);
        if let Some(i) = tiles.iter().position(|(known, _)| *known == key) {
            tiles[..=i].rotate_right(1);
        } else {
            tiles.truncate(TILES - 1);
            let tile = Arc::new(HachureTile::new(&self.heights, step, place));
            tiles.insert(0, (key, tile));
        }
        Arc::clone(&tiles[0].1)
    }

    /// The shading, made when it is first asked for.
    #[must_use]
    pub fn shading(&self) -> Arc<Shading> {
        let made = || Arc::new(Shading::new(&self.heights, self.bounds));
        Arc::clone(self.shading.get_or_init(made))
    }
}

/// How dark the shade is on each even square of the map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shading {
    /// Left top and right bottom corner, in map coordinates.
    pub bounds: (MapPoint, MapPoint),
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// 0 (flat, or facing the light) to 255 (in full shade), row by row from the left top.
    pub darkness: Vec<u8>,
}

/// A light: where it stands, in degrees clockwise from north, and its part of the shade.
const LIGHTS: [(f32, f32); 2] = [(315.0, 0.72), (350.0, 0.28)];
/// How much of the shade comes from forms of several kilometres.
const LARGE_FORMS: f32 = 0.4;
/// Cells of the mean heights that show large forms, in pixels.
const LARGE: usize = 5;
/// How many times the slopes are steeper than in nature before they are lit.
const STEEPER: f32 = 3.6;
/// How dark a slope is that gets no light at all, where 1 is full shade.
const DARKEST: f32 = 1.7;
/// Sine of the height of the lights above the horizon.
const ELEVATION: f32 = 0.64;

impl Shading {
    fn new(heights: &Heights, (min, max): (MapPoint, MapPoint)) -> Self {
        let (wide, high) = (max.x - min.x, max.y - min.y);
        let pixel_km = pixel_km(wide, high);
        let size = |km: f64| (km / pixel_km).ceil().max(1.0) as usize;
        let (width, height) = (size(wide), size(high));
        let max = MapPoint {
            x: min.x + width as f64 * pixel_km,
            y: min.y + height as f64 * pixel_km,
        };
        let middle = |step: f64| MapPoint {
            x: min.x + step / 2.0,
            y: min.y + step / 2.0,
        };
        let patch = heights.patch(middle(pixel_km), pixel_km, (width, height));
        let fine = Slopes {
            metres: heights.sample(&patch),
            width,
            height,
            step_km: pixel_km as f32,
        };
        let large_km = pixel_km * LARGE as f64;
        let (columns, rows) = (width / LARGE + 2, height / LARGE + 2);
        let coarse_patch = heights.patch(middle(pixel_km), large_km, (columns, rows));
        let coarse = Slopes {
            metres: heights.sample(&coarse_patch),
            width: columns,
            height: rows,
            step_km: large_km as f32,
        };
        let shades = coarse.shades();
        let mut darkness = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let (i, j) = (x / LARGE, y / LARGE);
                let part = |n: usize| (n % LARGE) as f32 / LARGE as f32;
                let (u, v) = (part(x), part(y));
                let row = |j: usize| {
                    shades[j * columns + i] * (1.0 - u) + shades[j * columns + i + 1] * u
                };
                let large = row(j) * (1.0 - v) + row(j + 1) * v;
                let shade = fine.shade(x, y) * (1.0 - LARGE_FORMS) + large * LARGE_FORMS;
                let above = (fine.metres[y * width + x] - 700.0) / 2800.0;
                let air = 0.7 + 0.5 * clamped(above, 0.0, 1.0);
                let strength = heights.strength(patch.lon_lat(x, y));
                darkness.push((clamped(shade * DARKEST * air * strength, 0.0, 1.0) * 255.0) as u8);
            }
        }
        Self {
            bounds: (min, max),
            width,
            height,
            darkness,
        }
    }
}

/// Heights in metres in even steps, row by row.
struct Slopes {
    metres: Vec<f32>,
    width: usize,
    height: usize,
    step_km: f32,
}

impl Slopes {
    /// How much darker than flat ground a place is; negative where it is lighter.
    fn shade(&self, x: usize, y: usize) -> f32 {
        let at = |x: usize, y: usize| self.metres[y * self.width + x];
        let (left, right) = (x.saturating_sub(1), (x + 1).min(self.width - 1));
        let (top, bottom) = (y.saturating_sub(1), (y + 1).min(self.height - 1));
        let per_metre = STEEPER / (2000.0 * self.step_km);
        let east = (at(right, y) - at(left, y)) * per_metre;
        let south = (at(x, bottom) - at(x, top)) * per_metre;
        let length = (1.0 + east * east + south * south).sqrt();
        let level = (1.0 - ELEVATION * ELEVATION).sqrt();
        let lit = |degrees: f32| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            // Ground that rises away from the light faces it.
            (ELEVATION + level * (south * cos - east * sin)) / length
        };
        let shades = LIGHTS.map(|(degrees, part)| (ELEVATION - lit(degrees)) * part);
        shades.iter().sum()
    }

    fn shades(&self) -> Vec<f32> {
        let rows = 0..self.height;
        rows.flat_map(|y| (0..self.width).map(move |x| self.shade(x, y)))
            .collect()
    }
}

/// The side of a pixel, in kilometres, such that neither all of them nor those of one side are too
/// many.
fn pixel_km(wide: f64, high: f64) -> f64 {
    let by_area = (wide * high / MOST_PIXELS).sqrt();
    let by_side = wide.max(high) / MOST_PIXELS.sqrt();
    PIXEL_KM.max(by_area).max(by_side)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Projection;

    fn map(bbox: [f64; 4], metres: impl Fn(f64, f64) -> f64) -> Option<ReliefMap> {
        let projection = Projection {
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
    fn the_widest_relief_has_no_more_pixels_than_a_wide_one() {
        for bbox in [
            [-170.0, -60.0, 170.0, 80.0],
            [-179.0, 0.0, 179.0, 0.1],
            [0.0, -80.0, 0.01, 80.0],
        ] {
            if let Some(relief) = map(bbox, |x, _| x * 1000.0) {
                let shading = relief.shading();
                assert!(shading.width * shading.height <= 4_100_000, "{bbox:?}");
                assert_eq!(shading.darkness.len(), shading.width * shading.height);
                let all = view(peak(&relief), 0.01);
                assert!(relief.hachures(&all, ReliefMap::step(&all, 1.0)).len() <= 120);
            }
        }
    }

    #[test]
    fn strokes_run_down_the_slope_and_are_thicker_away_from_the_light() {
        let relief = cone();
        let centre = peak(&relief);
        let view = view(centre, 8.0);
        let tiles = relief.hachures(&view, ReliefMap::step(&view, 1.0));
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
                    if x < 0.0 {
                        lit += width
                    } else {
                        dark += width
                    };
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
            let tiles = relief.hachures(&view, ReliefMap::step(&view, unit));
            let widths = tiles.iter().flat_map(|t| &t.strokes);
            widths
                .map(|s| s.width_km(0.0) * scale / f64::from(unit))
                .fold(0.0, f64::max)
        };
        for (scale, unit) in [(5.0, 1.0), (10.0, 2.0), (40.0, 1.0), (20.0, 4.0)] {
            let width = widest(scale, unit);
            assert!(width > 0.4 && width < 0.6, "{scale} {unit}: {width}");
        }
        let plain = map([0.0, 40.0, 1.0, 41.0], |_, _| 900.0).expect("a relief");
        let over_all = view(peak(&plain), 5.0);
        assert!(
            plain
                .hachures(&over_all, ReliefMap::step(&over_all, 1.0))
                .is_empty()
        );
    }

    #[test]
    fn a_tile_is_made_once_and_joins_its_neighbour() {
        let relief = cone();
        let view = view(peak(&relief), 8.0);
        let step = ReliefMap::step(&view, 1.0);
        let (first, again) = (relief.hachures(&view, step), relief.hachures(&view, step));
        assert!(first.iter().zip(&again).all(|(a, b)| Arc::ptr_eq(a, b)));
        assert!(first.len() > 3, "the cone lies on several tiles");
        // Along each row of strokes neighbours are equally far apart, also across the edge of a tile.
        let starts: Vec<MapPoint> = first
            .iter()
            .flat_map(|t| t.strokes.iter().filter_map(|s| t.course(s).next()))
            .collect();
        let crowded = starts.iter().enumerate().filter(|(i, p)| {
            let others = starts[..*i].iter();
            let unit = 1.0 / view.scale;
            others
                .into_iter()
                .any(|o| (o.x - p.x).hypot(o.y - p.y) < 0.9 * unit)
        });
        assert!(
            crowded.count() * 100 < starts.len(),
            "{} strokes",
            starts.len()
        );
    }

    #[test]
    fn a_shade_lies_on_the_side_away_from_the_light() {
        let relief = cone();
        let shading = relief.shading();
        let at = |x: f64, y: f64| {
            let (min, max) = shading.bounds;
            let column = (x - min.x) / (max.x - min.x) * shading.width as f64;
            let row = (y - min.y) / (max.y - min.y) * shading.height as f64;
            shading.darkness[row as usize * shading.width + column as usize]
        };
        let peak = peak(&relief);
        assert!(at(peak.x + 10.0, peak.y + 10.0) > 60);
        assert_eq!(at(peak.x - 10.0, peak.y - 10.0), 0);
    }
}
