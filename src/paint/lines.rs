//! Lines as far as they are visible and with the detail that is: at a small scale, a boundary has
//! many points in one pixel; at a large scale it has tens of thousands of dots, of which only a few
//! hundred are visible.

use egui::{Pos2, Rect, Shape as Paint, pos2, vec2};
use geo::{LineString, Simplify as _};

use crate::geometry::{ScreenPoint, ticks};
use crate::scene::{Dash, Stroke};

/// Distance from the clip rectangle, in points, beyond which no mark can reach into it.
const REACH: f32 = 40.0;

/// Maximum distance, in pixels, between a line and its simplified form.
const TOLERANCE_PX: f32 = 0.2;

/// A line without the points that change it by less than a fifth of a pixel (Douglas–Peucker).
/// `pixel` is the length of a pixel in points.
pub(super) fn simplified(path: Vec<Pos2>, pixel: f32) -> Vec<Pos2> {
    if path.len() < 3 {
        return path;
    }
    let line: LineString<f32> = path.iter().map(|p| (p.x, p.y)).collect();
    let line = line.simplify(TOLERANCE_PX * pixel);
    line.0.iter().map(|c| pos2(c.x, c.y)).collect()
}

/// The parts of a path whose segments may touch a rectangle.
pub(super) fn runs_in_sight(path: &[Pos2], seen: Rect) -> Vec<&[Pos2]> {
    let mut runs = Vec::new();
    let mut start = None;
    for (i, pair) in path.windows(2).enumerate() {
        let is_seen = seen.intersects(Rect::from_two_pos(pair[0], pair[1]));
        match (is_seen, start) {
            (true, None) => start = Some(i),
            (false, Some(first)) => {
                runs.push(&path[first..=i]);
                start = None;
            }
            _ => {}
        }
    }
    runs.extend(start.map(|first| &path[first..]));
    runs
}

/// The dashes, dots or ticks of a path that are visible within a rectangle.
pub(super) fn broken(
    path: &[Pos2],
    stroke: Stroke,
    line: egui::Stroke,
    clip: Rect,
    out: &mut Vec<Paint>,
) {
    let seen = clip.expand(REACH + stroke.width);
    match stroke.dash {
        Dash::Solid => {}
        Dash::Dashed(dash, gap) => dashed(path, line, (dash, gap), seen, out),
        Dash::Dotted(apart) => dotted(path, line.color, (apart, stroke.width * 0.5), seen, out),
        Dash::Ticked(every, long) => {
            let points: Vec<ScreenPoint> =
                path.iter().map(|p| ScreenPoint::new(p.x, p.y)).collect();
            for (p, (nx, ny)) in ticks(&points, every) {
                let (p, n) = (pos2(p.x, p.y), vec2(nx, ny) * long / 2.0);
                if seen.contains(p) {
                    let thin = egui::Stroke::new(line.width * 0.875, line.color);
                    out.push(Paint::line_segment([p - n, p + n], thin));
                }
            }
        }
    }
}

/// Dots along a path, the first at its start.
fn dotted(
    path: &[Pos2],
    color: egui::Color32,
    (apart, radius): (f32, f32),
    seen: Rect,
    out: &mut Vec<Paint>,
) {
    // Without a least distance, the number of dots would be infinite.
    let apart = apart.max(0.1);
    let mut at = 0.0;
    for pair in path.windows(2) {
        let (start, vector) = (pair[0], pair[1] - pair[0]);
        let length = vector.length();
        let is_seen = seen.intersects(Rect::from_two_pos(pair[0], pair[1]));
        if !is_seen && at < length {
            at += ((length - at) / apart).ceil() * apart;
        }
        while at < length {
            let point = start + vector * (at / length);
            if seen.contains(point) {
                out.push(Paint::circle_filled(point, radius, color));
            }
            at += apart;
        }
        at -= length;
    }
}

/// Dashes along a path, the first at its start; a dash continues around corners.
fn dashed(
    path: &[Pos2],
    line: egui::Stroke,
    (dash, gap): (f32, f32),
    seen: Rect,
    out: &mut Vec<Paint>,
) {
    let (dash, gap) = (dash.max(0.1), gap.max(0.1));
    let mut at = 0.0;
    let mut is_drawing = false;
    let mut segment = |a: Pos2, b: Pos2| {
        if seen.intersects(Rect::from_two_pos(a, b)) {
            out.push(Paint::line_segment([a, b], line));
        }
    };
    for pair in path.windows(2) {
        let (start, vector) = (pair[0], pair[1] - pair[0]);
        let length = vector.length();
        let mut from = start;
        if !seen.intersects(Rect::from_two_pos(pair[0], pair[1])) && at < length {
            at += ((length - at) / (dash + gap)).floor() * (dash + gap);
        }
        while at < length {
            let point = start + vector * (at / length);
            if is_drawing {
                segment(from, point);
                at += gap;
            } else {
                from = point;
                at += dash;
            }
            is_drawing = !is_drawing;
        }
        if is_drawing {
            segment(from, pair[1]);
        }
        at -= length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Color;

    const CLIP: Rect = Rect {
        min: Pos2::new(0.0, 0.0),
        max: Pos2::new(800.0, 600.0),
    };

    fn marks(stroke: Stroke, path: &[Pos2]) -> Vec<Paint> {
        let mut out = Vec::new();
        broken(
            path,
            stroke,
            super::super::screen::plain_stroke(stroke),
            CLIP,
            &mut out,
        );
        out
    }

    #[test]
    fn marks_far_outside_are_not_made() {
        let far = [pos2(-200_000.0, 300.0), pos2(200_000.0, 300.0)];
        let ink = Color([1, 2, 3, 255]);
        for stroke in [
            Stroke::dotted(ink, 2.0, 5.0),
            Stroke::dashed(ink, 2.0, 9.0, 5.0),
            Stroke {
                color: ink,
                width: 2.0,
                dash: Dash::Ticked(9.0, 6.0),
            },
        ] {
            let count = marks(stroke, &far).len();
            assert!((50..250).contains(&count), "{stroke:?}: {count}");
        }
    }

    #[test]
    fn a_path_is_drawn_where_it_may_be_visible() {
        let path: Vec<Pos2> = [-500.0, -50.0, 50.0, 900.0, 950.0, 700.0]
            .iter()
            .map(|x| pos2(*x, 300.0))
            .collect();
        let runs = runs_in_sight(&path, CLIP);
        assert_eq!(runs, [&path[1..4], &path[4..6]]);
        assert_eq!(runs_in_sight(&path[3..5], CLIP), [] as [&[Pos2]; 0]);
    }

    #[test]
    fn a_simplified_line_keeps_its_ends_and_stays_near() {
        let path: Vec<Pos2> = (0..=4000)
            .map(|i| pos2(i as f32 / 10.0, (i as f32 / 300.0).sin() * 40.0))
            .collect();
        let simple = simplified(path.clone(), 1.0);
        assert_eq!((simple[0], simple.last()), (path[0], path.last()));
        assert!(simple.len() < path.len() / 10, "{}", simple.len());
        for p in &path {
            let near = simple.windows(2).any(|s| {
                let line = s[1] - s[0];
                let along =
                    crate::numeric::clamped((*p - s[0]).dot(line) / line.length_sq(), 0.0, 1.0);
                (s[0] + line * along).distance(*p) <= TOLERANCE_PX + 1e-3
            });
            assert!(near, "{p:?}");
        }
    }

    #[test]
    fn marks_in_sight_stand_where_the_toolkit_sets_them() {
        let path = [pos2(10.0, 10.0), pos2(300.0, 40.0), pos2(310.0, 500.0)];
        let ink = Color([1, 2, 3, 255]);
        let stroke = Stroke::dashed(ink, 2.0, 9.0, 5.0);
        let line = super::super::screen::plain_stroke(stroke);
        assert_eq!(
            marks(stroke, &path),
            Paint::dashed_line(&path, line, 9.0, 5.0)
        );
        let stroke = Stroke::dotted(ink, 2.0, 5.0);
        let dots = Paint::dotted_line(&path, line.color, 5.0, 1.0);
        assert_eq!(marks(stroke, &path), dots);
    }
}
