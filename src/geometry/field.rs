//! The smoothed heights of one tile of the relief: slopes, and the shade on them.

use std::collections::BTreeMap;

use super::MapPoint;
use super::contour::Sample;
use super::heights::Heights;
use crate::numeric::clamped;

/// Side of a tile, in design units at the scale for which it is made.
pub(super) const TILE: f32 = 320.0;
/// Intervals between samples along a side of a tile.
pub(super) const INSIDE: usize = 112;
/// Distance of samples, in design units.
pub(super) const STEP: f32 = TILE / INSIDE as f32;
/// Intervals outside a tile on each side, where its strokes may end.
pub(super) const MARGIN: usize = 14;
/// Intervals along a side of the sampled square.
pub(super) const CELLS: usize = INSIDE + 2 * MARGIN;
/// Samples along a side of the sampled square.
pub(super) const SIDE: usize = CELLS + 1;
/// Standard deviation of the smoothing of heights, in design units.
const SMOOTH: f64 = 3.6;
/// The interpolation of heights smooths them by this part of a cell.
const SMOOTHED: f64 = 0.55;
/// Samples between two values of [`Field::strength`].
const COARSE: usize = 14;
/// Scale in design units per kilometre below which slopes count as steeper than they are.
const FULL_SLOPES: f64 = 5.0;
/// Heights in metres below which relief is palest and above which it is strongest: seen from above,
/// the air makes lowlands paler than peaks.
const AIR: (f32, f32) = (500.0, 3500.0);
/// The part of their strength that lowlands lose.
const PALER: f32 = 0.45;
/// Values of the shade along a side of a tile.
pub(super) const SHADES: usize = 57;
/// Lights: where each stands, in degrees clockwise from north, and its part of the whole.
const LIGHTS: [(f32, f32); 2] = [(315.0, 0.72), (350.0, 0.28)];
/// Forms that are shaded: half of their extent, in samples, and their part of the shade.
const FORMS: [(usize, f32); 2] = [(1, 0.6), (8, 0.4)];
/// How many times slopes are steeper than in nature before they are lit.
const STEEPER: f32 = 3.6;
/// Sine of the height of the lights above the horizon.
const ELEVATION: f32 = 0.64;
/// How dark a slope is that gets no light at all, where 1 is full shade.
const DARKEST: f32 = 1.8;

/// The smoothed heights of a tile and its margin.
pub(super) struct Field {
    /// In metres, row by row from the left top.
    pub(super) heights: Vec<f32>,
    pub(super) step_km: f32,
    /// How many times slopes count as steeper than they are: in distant views smoothing takes of
    /// their height.
    steeper: f32,
    /// How strongly the relief is drawn, at every [`COARSE`]th sample.
    strength: Vec<f32>,
}

impl Field {
    pub(super) fn new(heights: &Heights, corner: MapPoint, scale: f64) -> Self {
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
    pub(super) fn levels(&self, interval: f32) -> BTreeMap<i32, Vec<(u16, u16)>> {
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
    pub(super) fn at(&self, (x, y): Sample) -> Option<(f32, f32, f32)> {
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

    /// How much of the light of level ground is missing at every second sample of the tile and its
    /// edges, from 0 (none) to 255, row by row; empty where none is missing anywhere.
    pub(super) fn shade(&self) -> Vec<u8> {
        let mut shade = Vec::with_capacity(SHADES * SHADES);
        for j in (MARGIN..=MARGIN + INSIDE).step_by(INSIDE / (SHADES - 1)) {
            for i in (MARGIN..=MARGIN + INSIDE).step_by(INSIDE / (SHADES - 1)) {
                let dark = FORMS.map(|(reach, part)| part * self.darkness(i, j, reach));
                let drawn = Self::air(self.heights[j * SIDE + i]);
                let drawn = drawn * self.strength((i as f32, j as f32));
                let dark = dark.iter().sum::<f32>() * DARKEST * drawn;
                shade.push((clamped(dark, 0.0, 1.0) * 255.0) as u8);
            }
        }
        if shade.iter().all(|s| *s == 0) {
            shade.clear();
        }
        shade
    }

    /// How much darker than level ground a slope is, measured between samples `reach` to either
    /// side; negative where it is lighter.
    fn darkness(&self, i: usize, j: usize, reach: usize) -> f32 {
        let at = |i: usize, j: usize| self.heights[j * SIDE + i];
        let per_metre = STEEPER * self.steeper / (2000.0 * self.step_km * reach as f32);
        let east = (at(i + reach, j) - at(i - reach, j)) * per_metre;
        let south = (at(i, j + reach) - at(i, j - reach)) * per_metre;
        let distance = (1.0 + east * east + south * south).sqrt();
        let level = (1.0 - ELEVATION * ELEVATION).sqrt();
        let dark = |degrees: f32| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            // Ground that rises away from the light faces it.
            ELEVATION - (ELEVATION + level * (south * cos - east * sin)) / distance
        };
        LIGHTS
            .iter()
            .map(|(degrees, part)| part * dark(*degrees))
            .sum()
    }

    /// Aerial perspective: the part of full strength with which ground of a height is drawn.
    pub(super) fn air(height: f32) -> f32 {
        let above = (height - AIR.0) / (AIR.1 - AIR.0);
        1.0 - PALER * (1.0 - clamped(above, 0.0, 1.0))
    }

    /// A point in kilometres from the tile's corner.
    pub(super) fn km(&self, (x, y): Sample) -> [f32; 2] {
        [x, y].map(|v| (v - MARGIN as f32) * self.step_km)
    }

    pub(super) fn strength(&self, (x, y): Sample) -> f32 {
        let nearest = |v: f32| (v / COARSE as f32).round() as usize;
        let columns = CELLS / COARSE + 1;
        let at = nearest(y) * columns + nearest(x);
        self.strength.get(at).copied().unwrap_or_default()
    }
}

/// The length of a vector; faster than `hypot`, which guards against numbers far out of reach here.
pub(super) fn length(x: f32, y: f32) -> f32 {
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
