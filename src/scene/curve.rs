//! Curves on the screen along which a text runs: smoothing, distances along them, and the place of
//! each letter. `names` and `rivers` lay texts out with them; the painters draw what results.

use super::builder::BASELINE;
use super::list::TextRun;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::numeric::clamped;

/// Segments shorter than this, in points, are left out of a curve.
const NEAREST: f32 = 1e-3;

/// A line on the screen with the distance of each vertex from its start.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Curve {
    points: Vec<ScreenPoint>,
    /// Distance along the curve to each vertex, in points; as many as there are vertices.
    gone: Vec<f32>,
}

impl Curve {
    /// The curve through some points. `None` where fewer than two of them differ.
    pub(crate) fn new(path: &[ScreenPoint]) -> Option<Self> {
        let mut points: Vec<ScreenPoint> = Vec::with_capacity(path.len());
        let mut gone = Vec::with_capacity(path.len());
        for p in path {
            match (points.last(), gone.last()) {
                (Some(last), Some(so_far)) => {
                    let long = last.distance(*p);
                    if long < NEAREST {
                        continue;
                    }
                    gone.push(so_far + long);
                }
                _ => gone.push(0.0),
            }
            points.push(*p);
        }
        (points.len() >= 2).then_some(Self { points, gone })
    }

    /// Its length, in points.
    pub(crate) fn length(&self) -> f32 {
        self.gone.last().copied().unwrap_or_default()
    }

    /// The point at a distance from its start, and its direction there as a clockwise angle from
    /// the horizontal, in radians. Beyond an end the end counts.
    pub(crate) fn at(&self, distance: f32) -> (ScreenPoint, f32) {
        let last = self.points.len() - 2;
        let i = self
            .gone
            .partition_point(|g| *g <= distance)
            .saturating_sub(1)
            .min(last);
        let (a, b) = (self.points[i], self.points[i + 1]);
        let part = (distance - self.gone[i]) / (self.gone[i + 1] - self.gone[i]);
        let angle = (b.y - a.y).atan2(b.x - a.x);
        (a.toward(b, clamped(part, 0.0, 1.0)), angle)
    }

    /// The vertices between two distances from its start, with the points at both.
    pub(crate) fn part(&self, from: f32, to: f32) -> Vec<ScreenPoint> {
        let between = self.points.iter().zip(&self.gone);
        let between = between.filter(|(_, g)| **g > from && **g < to);
        std::iter::once(self.at(from).0)
            .chain(between.map(|(p, _)| *p))
            .chain([self.at(to).0])
            .collect()
    }

    /// Points on it, `step` points apart.
    pub(crate) fn even(&self, step: f32) -> Vec<ScreenPoint> {
        let count = (self.length() / step).floor() as usize;
        (0..=count).map(|i| self.at(i as f32 * step).0).collect()
    }

    /// The curve `by` points to its right, which is below it where it runs from left to right.
    pub(crate) fn beside(&self, by: f32) -> Option<Self> {
        let moved: Vec<ScreenPoint> = (0..self.points.len())
            .map(|i| {
                // The direction at a vertex is that from the vertex before to the vertex after.
                let a = self.points[i.saturating_sub(1)];
                let b = self.points[(i + 1).min(self.points.len() - 1)];
                let long = a.distance(b).max(NEAREST);
                let (x, y) = ((b.x - a.x) / long, (b.y - a.y) / long);
                self.points[i].plus(-y * by, x * by)
            })
            .collect();
        Self::new(&moved)
    }

    /// The distances at which it first enters `frame` and next leaves it, of the longest stretch
    /// within the frame. `None` where it does not touch the frame.
    pub(crate) fn within(&self, frame: &ScreenRect) -> Option<(f32, f32)> {
        let mut best: Option<(f32, f32)> = None;
        let mut open: Option<(f32, f32)> = None;
        let length = |s: (f32, f32)| s.1 - s.0;
        for (p, gone) in self.points.iter().zip(&self.gone) {
            open = match (frame.holds(*p), open) {
                (true, Some((from, _))) => Some((from, *gone)),
                (true, None) => Some((*gone, *gone)),
                (false, _) => None,
            };
            if let Some(stretch) = open
                && best.is_none_or(|b| length(stretch) > length(b))
            {
                best = Some(stretch);
            }
        }
        best
    }
}

/// A smooth curve through some points, sampled about every `step` points: a cubic spline with the
/// direction at each point parallel to the line between its neighbors (Catmull–Rom).
pub(crate) fn spline(path: &[ScreenPoint], step: f32) -> Vec<ScreenPoint> {
    let Some(last) = path.len().checked_sub(1).filter(|last| *last >= 2) else {
        return Curve::new(path).map_or_else(Vec::new, |c| {
            let mut points = c.even(step);
            points.extend(path.last());
            points
        });
    };
    let mut out = Vec::new();
    for i in 0..last {
        let (b, c) = (path[i], path[i + 1]);
        let a = if i == 0 { b } else { path[i - 1] };
        let d = if i + 1 == last { c } else { path[i + 2] };
        let count = (b.distance(c) / step).ceil().max(1.0) as usize;
        for j in 0..count {
            let t = j as f32 / count as f32;
            let blend = |a: f32, b: f32, c: f32, d: f32| {
                let (t2, t3) = (t * t, t * t * t);
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t2
                    + (3.0 * b - a - 3.0 * c + d) * t3)
            };
            out.push(ScreenPoint::new(
                blend(a.x, b.x, c.x, d.x),
                blend(a.y, b.y, c.y, d.y),
            ));
        }
    }
    out.extend(path.last());
    out
}

/// A text without a place: its words, typeface, font size and tracking in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) text: &'a str,
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) tracking: f32,
}

/// A letter at its place on a curve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) character: char,
    /// Start of its baseline.
    pub(super) at: ScreenPoint,
    /// Clockwise rotation about that point, in radians.
    pub(super) angle: f32,
    /// Its width, in points.
    wide: f32,
}

impl Letter {
    /// The upright rectangle around it, from its baseline to the height of capital letters.
    pub(super) fn bounds(&self, size: f32) -> ScreenRect {
        let (sin, cos) = self.angle.sin_cos();
        let (along, up) = (self.wide / 2.0, size * BASELINE);
        let centre = self.at.plus(along * cos + up * sin, along * sin - up * cos);
        let (sin, cos, high) = (sin.abs(), cos.abs(), size * 0.85);
        ScreenRect::around(
            centre,
            self.wide * cos + high * sin,
            self.wide * sin + high * cos,
        )
    }
}

impl Setting<'_> {
    /// Its letters along a curve, each turned about the middle of its width. Spaces are left out,
    /// and letters for which the curve is too short.
    pub(super) fn letters(self, curve: &Curve) -> impl Iterator<Item = Letter> {
        let mut start = 0.0;
        self.text.chars().filter_map(move |character| {
            let wide = self.face.advance(character, self.size);
            let middle = start + wide / 2.0;
            start += wide + self.tracking;
            if middle > curve.length() || character.is_whitespace() {
                return None;
            }
            let (at, angle) = curve.at(middle);
            let (sin, cos) = angle.sin_cos();
            Some(Letter {
                character,
                at: at.plus(-cos * wide / 2.0, -sin * wide / 2.0),
                angle,
                wide,
            })
        })
    }
}

/// The letters of a text along a baseline, each as a text of its own that is turned about the
/// middle of its width. Letters for which the path is too short are left out.
#[must_use]
pub fn letters_along(path: &[ScreenPoint], run: &TextRun) -> Vec<TextRun> {
    let setting = Setting {
        text: &run.text,
        face: run.face,
        size: run.size,
        tracking: run.tracking,
    };
    let curve = Curve::new(path);
    let letters = curve.iter().flat_map(|curve| setting.letters(curve));
    letters
        .map(|l| TextRun {
            at: l.at,
            text: l.character.to_string(),
            tracking: 0.0,
            angle: l.angle,
            ..run.clone()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(x: f32, y: f32) -> ScreenPoint {
        ScreenPoint::new(x, y)
    }

    #[test]
    fn distances_count_along_the_curve() {
        let curve = Curve::new(&[p(0.0, 0.0), p(30.0, 0.0), p(30.0, 0.0), p(30.0, 40.0)]);
        let curve = curve.expect("a curve");
        assert_eq!(curve.length(), 70.0);
        assert_eq!(curve.at(50.0).0, p(30.0, 20.0));
        assert_eq!(curve.at(90.0).0, p(30.0, 40.0));
        assert!((curve.at(50.0).1 - std::f32::consts::FRAC_PI_2).abs() < 1e-6);
        let part = curve.part(10.0, 40.0);
        assert_eq!(part, [p(10.0, 0.0), p(30.0, 0.0), p(30.0, 10.0)]);
        let frame = ScreenRect::sized(p(20.0, -5.0), 20.0, 60.0);
        let seen = curve.within(&frame).expect("it is in the frame");
        assert_eq!(seen, (30.0, 70.0));
        assert!(Curve::new(&[p(1.0, 1.0), p(1.0, 1.0)]).is_none());
    }

    #[test]
    fn a_spline_passes_through_its_points() {
        let through = [p(0.0, 0.0), p(100.0, 30.0), p(200.0, 0.0), p(320.0, -40.0)];
        let smooth = spline(&through, 4.0);
        for at in through {
            let near = smooth.iter().map(|s| s.distance(at));
            assert!(near.fold(f32::MAX, f32::min) < 0.01, "{at:?}");
        }
        assert!(smooth.windows(2).all(|w| w[0].distance(w[1]) < 6.0));
    }
}
