//! Names of rivers, letter by letter along their course.

use super::builder::SceneBuilder;
use super::list::{Layer, Shape, TextRun};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::numeric::clamped;

/// Typeface of the names of rivers.
const RIVER_FACE: Face = Face::SerifItalic;
/// Greatest sum of the turns between the letters of a name, in radians.
const MOST_BENT: f32 = 1.9;

impl SceneBuilder<'_> {
    /// Whether a river is of the first grade, the font size of its name in points, and its tracking
    /// in ems.
    fn river_style(&self, id: &str) -> (bool, f32, f32) {
        let mut rivers = self.context.geometry().rivers.iter();
        let great = rivers.any(|r| r.id == id && r.grade == 1);
        let (size, tracking) = if great { (21.0, 0.34) } else { (15.5, 0.12) };
        (great, size * self.u, tracking)
    }

    /// The letters of a river's name along its course, each with its center and its angle in
    /// radians. `None` where they do not fit.
    pub(super) fn river_letters(
        &self,
        id: &str,
        name: &str,
    ) -> Option<Vec<(ScreenPoint, f32, char)>> {
        let (u, context) = (self.u, self.context);
        let (great, size, tracking) = self.river_style(id);
        let face = RIVER_FACE;
        let length: f32 = name
            .chars()
            .map(|c| face.advance(c, size) + tracking * size)
            .sum();
        let lines = context.geometry().rivers.iter().filter(|r| r.id == id);
        let paths: Vec<Vec<ScreenPoint>> = lines
            .map(|r| r.points.iter().map(|p| self.at(*p)).collect())
            .collect();
        let offset = if great { 17.0 } else { 9.0 } * u;
        // No letter may lie outside the frame, so the rest of a long river need not be tried.
        let sight = self.occupancy.frame().expand(length + 40.0 * u + offset);
        let best = paths
            .iter()
            .flat_map(|p| along(p, length, 4.0 * u, &sight))
            .filter_map(|course| {
                [-offset, offset * 1.15].into_iter().find_map(|offset| {
                    let placed = letters(&course, name, face, size, tracking, offset)?;
                    let free = placed.iter().all(|(at, _, _)| {
                        self.occupancy
                            .is_free(&ScreenRect::around(*at, size * 0.8, size * 0.8))
                    });
                    let bend: f32 = placed.windows(2).map(|w| turn(w[0].1, w[1].1).abs()).sum();
                    free.then_some((bend, placed))
                })
            });
        let (_, placed) = best
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(bend, _)| *bend <= MOST_BENT)?;
        Some(placed)
    }

    /// Draws the letters of a river's name.
    pub(super) fn river_name(&mut self, id: &str, letters: &[(ScreenPoint, f32, char)]) {
        let (u, context) = (self.u, self.context);
        let (_, size, _) = self.river_style(id);
        let face = RIVER_FACE;
        for &(at, angle, c) in letters.iter().filter(|(_, _, c)| !c.is_whitespace()) {
            self.occupancy
                .take(ScreenRect::around(at, size * 0.8, size * 0.8));
            // `at` is the letter's center; its start lies half its width back along the line and
            // down at the baseline.
            let (half, down) = (face.advance(c, size) / 2.0, size * 0.3);
            let (sin, cos) = angle.sin_cos();
            let run = TextRun {
                at: at.plus(-half * cos - down * sin, -half * sin + down * cos),
                text: c.to_string(),
                face,
                size,
                tracking: 0.0,
                color: context.theme.water_text,
                halo: Some((context.theme.land.alpha(0.8), 1.6 * u)),
                angle,
            };
            self.add(Layer::Label, None, Shape::Text(run));
        }
    }
}

fn turn(a: f32, b: f32) -> f32 {
    let d = b - a;
    d - (d / std::f32::consts::TAU).round() * std::f32::consts::TAU
}

/// Smooth pieces of a path that begin within the frame, each `length` points long, evenly sampled,
/// and in reading direction.
fn along(
    path: &[ScreenPoint],
    length: f32,
    step: f32,
    sight: &ScreenRect,
) -> Vec<Vec<ScreenPoint>> {
    let mut even: Vec<ScreenPoint> = Vec::new();
    let mut left = 0.0;
    for pair in path.windows(2) {
        let long = pair[0].distance(pair[1]);
        if long < 1e-3 {
            continue;
        }
        while left <= long {
            even.push(pair[0].toward(pair[1], left / long));
            left += step;
        }
        left -= long;
    }
    let reach = 9usize;
    let smooth = |i: usize| {
        let part = &even[i.saturating_sub(reach)..(i + reach + 1).min(even.len())];
        let sum = part
            .iter()
            .fold(ScreenPoint::default(), |s, p| s.plus(p.x, p.y));
        ScreenPoint::new(sum.x / part.len() as f32, sum.y / part.len() as f32)
    };
    let count = (length / step).ceil() as usize + 2;
    let starts = (0..even.len().saturating_sub(count)).step_by(6);
    starts
        .filter(|i| sight.holds(even[*i]))
        .map(|i| {
            let mut piece: Vec<ScreenPoint> = (i..i + count).map(smooth).collect();
            if piece
                .first()
                .zip(piece.last())
                .is_some_and(|(a, b)| a.x > b.x)
            {
                piece.reverse();
            }
            piece
        })
        .collect()
}

/// Center and angle, in radians, of each letter along a course, `offset` points below it (above it
/// where negative).
fn letters(
    course: &[ScreenPoint],
    name: &str,
    face: Face,
    size: f32,
    tracking: f32,
    offset: f32,
) -> Option<Vec<(ScreenPoint, f32, char)>> {
    let mut out = Vec::new();
    let (mut gone, mut at) = (0.0, 0usize);
    let mut want = 0.0;
    for c in name.chars() {
        let wide = face.advance(c, size);
        let middle = want + wide / 2.0;
        while at + 1 < course.len() && gone + course[at].distance(course[at + 1]) < middle {
            gone += course[at].distance(course[at + 1]);
            at += 1;
        }
        let (a, b) = (course.get(at)?, course.get(at + 1)?);
        let angle = (b.y - a.y).atan2(b.x - a.x);
        let p = a.toward(
            *b,
            clamped((middle - gone) / a.distance(*b).max(1e-3), 0.0, 1.0),
        );
        let (sin, cos) = angle.sin_cos();
        out.push((p.plus(-sin * offset, cos * offset), angle, c));
        want += wide + tracking * size;
    }
    Some(out)
}
