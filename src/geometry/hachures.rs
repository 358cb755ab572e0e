//! Hachures after Lehmann: short strokes down the slope between contour lines, thicker where the
//! slope is steeper. They are made tile by tile, for the scale at which they are drawn.

use std::collections::BTreeMap;

use super::MapPoint;
use super::contour::{Lines, Sample};
use super::heights::Heights;
use crate::numeric::clamped;

/// Side of a tile, in design units at the scale for which it is made.
const TILE: f32 = 320.0;
/// Intervals between samples along a side of a tile.
const INSIDE: usize = 112;
/// Distance of samples, in design units.
const STEP: f32 = TILE / INSIDE as f32;
/// Intervals outside a tile on each side, where its strokes may end.
const MARGIN: usize = 14;
/// Intervals along a side of the sampled square.
const CELLS: usize = INSIDE + 2 * MARGIN;
/// Samples along a side of the sampled square.
const SIDE: usize = CELLS + 1;
/// Standard deviation of the smoothing of heights, in design units.
const SMOOTH: f64 = 3.6;
/// The interpolation of heights smooths them by this part of a cell.
const SMOOTHED: f64 = 0.55;
/// The slope, as rise over distance, below which there are no strokes.
const GENTLEST: f32 = 0.03;
/// The slope from which strokes are thickest.
const STEEPEST: f32 = 0.45;
/// Length of the shortest and of the longest stroke, in design units.
const LENGTHS: (f32, f32) = (2.2, 28.0);
/// Distance of strokes on the gentlest and on the steepest slopes, in design units.
const APART: (f32, f32) = (2.5, 1.75);
/// A stroke ends where another of its row is nearer than this part of their distance.
const NEAREST: f32 = 0.4;
/// Distance between points at which the course of a stroke is computed, in samples.
const LEAP: f32 = 0.4;
/// How far points of a course may lie from what is drawn, in samples.
const EXACT: f32 = 0.05;
/// The part of the height between two contour lines that a stroke bridges.
const BRIDGED: f32 = 0.95;
/// Width of a stroke on level ground, and what a slope of 1 adds to it, in design units.
const WIDTHS: (f32, f32) = (0.2, 2.3);
/// Heights in metres below which strokes are thinnest and above which they are thickest: seen from
/// above, the air makes lowlands paler than peaks.
const AIR: (f32, f32) = (500.0, 3300.0);
/// The part of their width that strokes in lowlands lose.
const PALER: f32 = 0.35;
/// Scale in design units per kilometre below which slopes count as steeper than they are.
const FULL_SLOPES: f64 = 5.0;
/// Scale in design units per kilometre from which contour lines are drawn too.
const WITH_CONTOURS: f64 = 30.0;
/// Height difference between drawn contour lines, in metres.
const CONTOUR_M: f32 = 200.0;
/// Hachures are made for scales of which each is this multiple of the one before.
const SCALES: f64 = 1.25;
/// The first and the last of these scales: about 0.02 and 330 design units per kilometre.
const STEPS: (i32, i32) = (-18, 26);
/// Samples between two values of [`Field::strength`].
const COARSE: usize = 14;

/// The number of the scale for which hachures are made that are drawn at `scale`, in design units
/// per kilometre.
pub(super) fn step_of(scale: f64) -> i32 {
    let step = (scale.max(1e-6).ln() / SCALES.ln()).round() as i32;
    clamped(step, STEPS.0, STEPS.1)
}

/// The scale of a step, in design units per kilometre.
pub(super) fn scale_of(step: i32) -> f64 {
    SCALES.powi(step)
}

/// Side of the tiles of a step, in kilometres.
pub(super) fn side_km(step: i32) -> f64 {
    f64::from(TILE) / scale_of(step)
}

/// How far a stroke can reach out of its tile, in kilometres.
pub(super) fn reach_km(step: i32) -> f64 {
    f64::from(LENGTHS.1) / scale_of(step)
}

/// The height difference between rows of strokes, in metres, at a scale in design units per
/// kilometre.
fn interval_m(scale: f64) -> f32 {
    const ROUND: [f32; 14] = [
        10.0, 20.0, 25.0, 50.0, 75.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 700.0,
        1000.0,
    ];
    // Rows on a slope of a quarter are about five design units long, and longer in close views.
    let wanted = 1250.0 / scale * (scale / 5.0).max(1.0).powf(0.35);
    let round = ROUND.into_iter().find(|r| f64::from(*r) >= wanted * 0.9);
    round.unwrap_or(ROUND[ROUND.len() - 1])
}

/// Distance of strokes on a slope, in samples.
fn apart(slope: f32) -> f32 {
    let part = (slope / STEEPEST).min(1.0);
    (APART.0 + (APART.1 - APART.0) * part) / STEP
}

/// A stroke of a tile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hachure {
    /// Index of its first point, and index after its last.
    points: (u32, u32),
    /// Its width on a slope whose light is that of level ground, in kilometres.
    width_km: f32,
    /// 1 where the slope faces the light in the north-west, −1 where it faces away from it.
    lit: f32,
}

impl Hachure {
    /// Its width in kilometres, where a slope that faces the light is narrower by the part `light`
    /// and one that faces away from it is wider by as much.
    #[must_use]
    pub fn width_km(&self, light: f32) -> f64 {
        f64::from(self.width_km * (1.0 - light * self.lit))
    }
}

/// The strokes that begin in one tile of the map, and the contour lines inside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HachureTile {
    /// The left top corner.
    corner: MapPoint,
    /// Points of all strokes, in kilometres from the corner.
    points: Vec<[f32; 2]>,
    /// The strokes.
    pub strokes: Vec<Hachure>,
    /// Contour lines, in views so close that they help.
    pub contours: Vec<Vec<MapPoint>>,
    /// Bounding box of everything in it; `None` where it is empty.
    pub bounds: Option<(MapPoint, MapPoint)>,
}

impl HachureTile {
    /// The course of a stroke, downhill.
    pub fn course(&self, stroke: &Hachure) -> impl Iterator<Item = MapPoint> {
        let (first, end) = stroke.points;
        let points = self.points.get(first as usize..end as usize);
        points.unwrap_or_default().iter().map(|[x, y]| MapPoint {
            x: self.corner.x + f64::from(*x),
            y: self.corner.y + f64::from(*y),
        })
    }

    /// The tile in a column and row of a step.
    pub(super) fn new(heights: &Heights, step: i32, (column, row): (i32, i32)) -> Self {
        let side = side_km(step);
        let corner = MapPoint {
            x: f64::from(column) * side,
            y: f64::from(row) * side,
        };
        let field = Field::new(heights, corner, scale_of(step));
        let mut making = Making {
            field: &field,
            near: Near::default(),
            tile: Self {
                corner,
                ..Self::default()
            },
        };
        let interval = interval_m(scale_of(step));
        let mut lines = Lines::new(SIDE);
        for (n, cells) in field.levels(interval) {
            let level = n as f32 * interval;
            making.near.clear();
            for line in lines.of(&field.heights, level, &cells) {
                making.row(&line, level - BRIDGED * interval);
            }
        }
        let mut tile = making.tile;
        if scale_of(step) >= WITH_CONTOURS {
            for (n, cells) in field.levels(CONTOUR_M) {
                for line in lines.of(&field.heights, n as f32 * CONTOUR_M, &cells) {
                    let place = |p: &Sample| {
                        let [x, y] = field.km(*p);
                        MapPoint {
                            x: corner.x + f64::from(x),
                            y: corner.y + f64::from(y),
                        }
                    };
                    tile.contours.push(line.iter().map(place).collect());
                }
            }
        }
        let courses = tile.strokes.iter().flat_map(|s| tile.course(s));
        let points = courses.chain(tile.contours.iter().flatten().copied());
        let (min, max) = super::map_geometry::bounds(points);
        tile.bounds = (min.x <= max.x).then_some((min, max));
        tile
    }
}

/// The smoothed heights of a tile and its margin.
struct Field {
    /// In metres, row by row from the left top.
    heights: Vec<f32>,
    step_km: f32,
    /// How many times slopes count as steeper than they are: in distant views smoothing takes of
    /// their height.
    steeper: f32,
    /// How strongly the relief is drawn, at every [`COARSE`]th sample.
    strength: Vec<f32>,
}

impl Field {
    fn new(heights: &Heights, corner: MapPoint, scale: f64) -> Self {
        let step_km = f64::from(STEP) / scale;
        let wanted = SMOOTH / f64::from(STEP);
        let given = SMOOTHED * heights.cell_km_at(step_km) / step_km;
        let kernel = kernel((wanted * wanted - given * given).max(0.0).sqrt());
        let reach = kernel.len() / 2;
        let side = SIDE + 2 * reach;
        let out = (MARGIN + reach) as f64 * step_km;
        let first = MapPoint {
            x: corner.x - out,
            y: corner.y - out,
        };
        let patch = heights.patch(first, step_km, (side, side));
        let raw = heights.sample(&patch);
        let mut across = Vec::with_capacity(side * SIDE);
        for row in raw.chunks_exact(side) {
            let sums = row.windows(kernel.len()).map(|around| {
                let products = around.iter().zip(&kernel).map(|(h, w)| h * w);
                products.sum::<f32>()
            });
            across.extend(sums);
        }
        let mut smooth = vec![0.0; SIDE * SIDE];
        for (j, out) in smooth.chunks_exact_mut(SIDE).enumerate() {
            for (weight, row) in kernel.iter().zip(across[j * SIDE..].chunks_exact(SIDE)) {
                out.iter_mut().zip(row).for_each(|(o, h)| *o += weight * h);
            }
        }
        let mut strength = Vec::new();
        for j in (0..=CELLS).step_by(COARSE) {
            for i in (0..=CELLS).step_by(COARSE) {
                strength.push(heights.strength(patch.lon_lat(i + reach, j + reach)));
            }
        }
        Self {
            heights: smooth,
            step_km: step_km as f32,
            steeper: (FULL_SLOPES / scale).max(1.0).sqrt() as f32,
            strength,
        }
    }

    /// The cells of the tile by the multiples of `interval` whose contour lines cross them.
    fn levels(&self, interval: f32) -> BTreeMap<i32, Vec<(u16, u16)>> {
        let mut levels: BTreeMap<i32, Vec<(u16, u16)>> = BTreeMap::new();
        for j in MARGIN..MARGIN + INSIDE {
            for i in MARGIN..MARGIN + INSIDE {
                let above = &self.heights[j * SIDE + i..j * SIDE + i + 2];
                let below = &self.heights[(j + 1) * SIDE + i..(j + 1) * SIDE + i + 2];
                let four = || above.iter().chain(below).copied();
                let least = four().fold(f32::INFINITY, f32::min);
                let most = four().fold(f32::NEG_INFINITY, f32::max);
                let level = |h: f32| (h / interval).floor() as i32;
                for n in level(least) + 1..=level(most) {
                    levels.entry(n).or_default().push((i as u16, j as u16));
                }
            }
        }
        levels
    }

    /// The height at a point in samples, and the rise over distance to the east and to the south;
    /// `None` near the rim.
    fn at(&self, (x, y): Sample) -> Option<(f32, f32, f32)> {
        let top = (CELLS - 2) as f32;
        if !(x >= 1.0 && y >= 1.0 && x < top && y < top) {
            return None;
        }
        let (i, j) = (x as usize, y as usize);
        let (u, v) = (x - i as f32, y - j as f32);
        let around = |up: usize| {
            let first = (j + up - 1) * SIDE + i - 1;
            &self.heights[first..first + 4]
        };
        let rows = [around(0), around(1), around(2), around(3)];
        let mix = |p: &[f32], q: &[f32], k: usize| {
            (p[k] * (1.0 - u) + p[k + 1] * u) * (1.0 - v) + (q[k] * (1.0 - u) + q[k + 1] * u) * v
        };
        let (above, here) = (rows[1], rows[2]);
        let per_metre = self.steeper / (2000.0 * self.step_km);
        Some((
            mix(above, here, 1),
            (mix(above, here, 2) - mix(above, here, 0)) * per_metre,
            (mix(here, rows[3], 1) - mix(rows[0], above, 1)) * per_metre,
        ))
    }

    /// A point in kilometres from the tile's corner.
    fn km(&self, (x, y): Sample) -> [f32; 2] {
        [x, y].map(|v| (v - MARGIN as f32) * self.step_km)
    }

    fn strength(&self, (x, y): Sample) -> f32 {
        let nearest = |v: f32| (v / COARSE as f32).round() as usize;
        let columns = CELLS / COARSE + 1;
        let at = nearest(y) * columns + nearest(x);
        self.strength.get(at).copied().unwrap_or_default()
    }
}

/// The length of a vector; faster than `hypot`, which guards against numbers far out of reach here.
fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

/// Weights of a Gauss filter; the single weight 1 where it would hardly smooth.
fn kernel(deviation: f64) -> Vec<f32> {
    if deviation < 0.3 {
        return vec![1.0];
    }
    let reach = (2.5 * deviation).ceil() as i32;
    let weight = |i: i32| (-f64::from(i * i) / (2.0 * deviation * deviation)).exp();
    let sum: f64 = (-reach..=reach).map(weight).sum();
    (-reach..=reach).map(|i| (weight(i) / sum) as f32).collect()
}

/// Points of the strokes of a row, by place.
struct Near {
    /// For each cell of the sampled square, the last point in it.
    last: Vec<u32>,
    /// Each point's stroke, and the point before it in the same cell.
    points: Vec<(Sample, u32, u32)>,
    used: Vec<usize>,
}

/// No point.
const NONE: u32 = u32::MAX;

impl Default for Near {
    fn default() -> Self {
        Self {
            last: vec![NONE; SIDE * SIDE],
            points: Vec::new(),
            used: Vec::new(),
        }
    }
}

impl Near {
    fn clear(&mut self) {
        self.used.drain(..).for_each(|cell| self.last[cell] = NONE);
        self.points.clear();
    }

    fn push(&mut self, (x, y): Sample, stroke: u32) {
        let cell = y as usize * SIDE + x as usize;
        self.points.push(((x, y), stroke, self.last[cell]));
        self.last[cell] = self.points.len() as u32 - 1;
        self.used.push(cell);
    }

    /// Whether a point of another stroke lies within a distance, at most that of two samples.
    fn holds(&self, (x, y): Sample, stroke: u32, within: f32) -> bool {
        let (left, right) = ((x - within) as usize, (x + within) as usize);
        let (top, bottom) = ((y - within) as usize, (y + within) as usize);
        (top..=bottom).any(|j| {
            (left..=right).any(|i| {
                let mut at = self.last[j * SIDE + i];
                while let Some(((a, b), other, before)) = self.points.get(at as usize) {
                    let near = (a - x).powi(2) + (b - y).powi(2) < within * within;
                    if near && *other != stroke {
                        return true;
                    }
                    at = *before;
                }
                false
            })
        })
    }
}

/// A tile that is being made.
struct Making<'a> {
    field: &'a Field,
    near: Near,
    tile: HachureTile,
}

impl Making<'_> {
    /// Adds the strokes that begin along a contour line, down to a height.
    fn row(&mut self, line: &[Sample], lowest: f32) {
        for start in self.starts(line) {
            self.stroke(start, lowest);
        }
    }

    /// Where strokes begin along a contour line: evenly, closer on steeper slopes. Half a distance
    /// is left at both ends, so that the rows of two tiles join without a seam.
    fn starts(&self, line: &[Sample]) -> Vec<Sample> {
        let middle = |a: Sample, b: Sample| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        let mut sums = vec![0.0];
        let mut sum = 0.0;
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let at = self.field.at(middle(a, b));
            let slope = at.map_or(0.0, |(_, east, south)| length(east, south));
            if slope >= GENTLEST {
                sum += length(b.0 - a.0, b.1 - a.1) / apart(slope);
            }
            sums.push(sum);
        }
        let count = sum.round() as usize;
        let each = sum / count.max(1) as f32;
        let mut k = 0;
        let start = |n: usize| {
            let wanted = (n as f32 + 0.5) * each;
            while k + 2 < sums.len() && sums[k + 1] < wanted {
                k += 1;
            }
            let part = (wanted - sums[k]) / (sums[k + 1] - sums[k]).max(1e-6);
            let (a, b) = (line[k], line[k + 1]);
            (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part)
        };
        (0..count).map(start).collect()
    }

    fn stroke(&mut self, (mut x, mut y): Sample, lowest: f32) {
        let id = self.tile.strokes.len() as u32;
        let mut course: Vec<Sample> = Vec::new();
        let (mut steepness, mut light, mut top) = (0.0, 0.0, None);
        while (course.len() as f32) * LEAP * STEP < LENGTHS.1 {
            let Some((height, east, south)) = self.field.at((x, y)) else {
                break;
            };
            let slope = length(east, south);
            let is_crowded = || self.near.holds((x, y), id, apart(slope) * NEAREST);
            if slope < GENTLEST * 0.6 || height < lowest || is_crowded() {
                break;
            }
            top.get_or_insert(height);
            course.push((x, y));
            steepness += slope;
            // Where the ground rises to the south-east, it faces the light.
            light += (east + south) / (slope * std::f32::consts::SQRT_2);
            x -= east / slope * LEAP;
            y -= south / slope * LEAP;
        }
        let count = course.len() as f32;
        let strength = course.first().map_or(0.0, |p| self.field.strength(*p));
        if count * LEAP * STEP < LENGTHS.0 || strength <= 0.0 {
            return;
        }
        course.iter().for_each(|p| self.near.push(*p, id));
        let slope = (steepness / count).min(STEEPEST);
        let above = (top.unwrap_or_default() - AIR.0) / (AIR.1 - AIR.0);
        let air = 1.0 - PALER * (1.0 - clamped(above, 0.0, 1.0));
        let width = (WIDTHS.0 + WIDTHS.1 * slope) * air * strength;
        let first = self.tile.points.len() as u32;
        let points = thinned(&course).into_iter().map(|p| self.field.km(p));
        self.tile.points.extend(points);
        self.tile.strokes.push(Hachure {
            points: (first, self.tile.points.len() as u32),
            width_km: width / STEP * self.field.step_km,
            lit: light / count,
        });
    }
}

/// A course with only as many points as are needed for its form (Douglas and Peucker).
fn thinned(course: &[Sample]) -> Vec<Sample> {
    let last = course.len() - 1;
    let mut keep = vec![false; course.len()];
    (keep[0], keep[last]) = (true, true);
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let ((ax, ay), (bx, by)) = (course[from], course[to]);
        let straight = length(bx - ax, by - ay).max(1e-6);
        let away = |k: usize| {
            let (x, y) = course[k];
            ((x - ax) * (by - ay) - (y - ay) * (bx - ax)).abs() / straight
        };
        let farthest = (from + 1..to).max_by(|a, b| away(*a).total_cmp(&away(*b)));
        if let Some(k) = farthest.filter(|k| away(*k) > EXACT) {
            keep[k] = true;
            open.extend([(from, k), (k, to)]);
        }
    }
    let kept = course.iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(p, _)| *p).collect()
}
