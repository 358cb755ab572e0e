//! Hachures after Lehmann: short strokes down the slope between contour lines, thicker where the
//! slope is steeper. Each row of them hangs from a contour line.

use super::contour::Sample;
use super::field::{Field, SIDE, STEP, length};
use crate::numeric::clamped;

/// The slope, as rise over distance, below which there are no strokes.
const GENTLEST: f32 = 0.028;
/// The slope from which strokes have their full width.
const GENTLE: f32 = 0.06;
/// The fewest strokes side by side: single ones on a plain would look like marks.
const FEWEST: f32 = 10.0;
/// The slope from which strokes are thickest.
const STEEPEST: f32 = 0.45;
/// Length of the shortest stroke, in design units.
const SHORTEST: f32 = 2.2;
/// Length of the longest stroke, in design units.
pub(super) const LONGEST: f32 = 28.0;
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
const WIDTHS: (f32, f32) = (0.22, 2.7);

/// The height difference between rows of strokes, in metres, at a scale in design units per
/// kilometre.
pub(super) fn interval_m(scale: f64) -> f32 {
    const ROUND: [f32; 14] = [
        10.0, 20.0, 25.0, 50.0, 75.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 700.0,
        1000.0,
    ];
    // Rows on a slope of a quarter are about five design units long, longer in close views and
    // shorter in distant ones, where smoothing leaves few steep slopes.
    let wanted = 1250.0 / scale * (scale / 5.0).powf(0.35);
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
    pub(super) points: (u32, u32),
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

/// Rows of strokes that are being made.
pub(super) struct Rows<'a> {
    field: &'a Field,
    near: Near,
    pub(super) strokes: Vec<Hachure>,
    /// Points of all strokes, in kilometres from the tile's left top corner.
    pub(super) points: Vec<[f32; 2]>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(field: &'a Field) -> Self {
        Self {
            field,
            near: Near::default(),
            strokes: Vec::new(),
            points: Vec::new(),
        }
    }

    /// Adds the strokes that begin along the contour lines of a height.
    pub(super) fn below(&mut self, lines: &[Vec<Sample>], height: f32, interval: f32) {
        self.near.clear();
        for line in lines {
            for start in self.starts(line) {
                self.stroke(start, height - BRIDGED * interval);
            }
        }
    }

    /// Where strokes begin along a contour line: evenly, closer on steeper slopes. Half a distance
    /// is left at both ends, so that the rows of two tiles join without a seam.
    fn starts(&self, line: &[Sample]) -> Vec<Sample> {
        let middle = |a: Sample, b: Sample| (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
        let mut counts = Vec::with_capacity(line.len());
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let at = self.field.at(middle(a, b));
            let slope = at.map_or(0.0, |(_, east, south)| length(east, south));
            let count = length(b.0 - a.0, b.1 - a.1) / apart(slope);
            counts.push(if slope < GENTLEST { 0.0 } else { count });
        }
        drop_short_runs(&mut counts);
        let mut sums = vec![0.0];
        let mut sum = 0.0;
        for count in counts {
            sum += count;
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
        let id = self.strokes.len() as u32;
        let mut course: Vec<Sample> = Vec::new();
        let (mut steepness, mut light, mut top) = (0.0, 0.0, None);
        while (course.len() as f32) * LEAP * STEP < LONGEST {
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
        if count * LEAP * STEP < SHORTEST || strength <= 0.0 {
            return;
        }
        course.iter().for_each(|p| self.near.push(*p, id));
        let slope = (steepness / count).min(STEEPEST);
        let drawn = Field::air(top.unwrap_or_default()) * strength;
        let fade = clamped(slope / GENTLE, 0.0, 1.0);
        let width = (WIDTHS.0 + WIDTHS.1 * slope) * drawn * fade;
        let first = self.points.len() as u32;
        let points = thinned(&course).into_iter().map(|p| self.field.km(p));
        self.points.extend(points);
        self.strokes.push(Hachure {
            points: (first, self.points.len() as u32),
            width_km: width / STEP * self.field.step_km,
            lit: light / count,
        });
    }
}

/// Sets to 0 the numbers of a contour line between two zeros that are too few together. At the ends
/// of the line, which may go on in the next tile, they stay.
fn drop_short_runs(counts: &mut [f32]) {
    let last = counts.len();
    let mut start = 0;
    while start < last {
        let end = counts[start..].iter().position(|c| *c == 0.0);
        let end = end.map_or(last, |n| start + n);
        let run = &mut counts[start..end];
        if start > 0 && end < last && run.iter().sum::<f32>() < FEWEST {
            run.fill(0.0);
        }
        start = end + 1;
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
