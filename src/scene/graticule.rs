//! Degrees at the edges of a plate's map, anywhere on earth. They go on the plate's display list.

use super::builder::TextStyle;
use super::list::{Layer, Shape, Stroke, TextRun};
use super::page::PlatePage;
use super::sheet::GAP;
use super::typeface::Face;
use crate::geometry::{MapPoint, Projector, ScreenPoint, ScreenRect};
use crate::text::Text;

/// Candidate distances between lines, in minutes of arc, in order of priority.
const STEPS: [i32; 12] = [30, 60, 10, 120, 5, 300, 2, 600, 1, 900, 1800, 3600];
/// Minimum and maximum distance between neighboring meridians, in design units.
const SPACING: (f32, f32) = (90.0, 330.0);
/// Font size of the degrees, in design units.
const DEGREES: f32 = 15.0;
/// Least font size of the degrees, in points.
const LEAST_DEGREES_PT: f32 = 13.2;
/// Greatest font size of the degrees, as a multiple of the width of the gap in which they stand.
const MOST_OF_GAP: f32 = 1.2;
/// Number of samples along each edge of the map, from which the visible degrees are found.
const EDGE_SAMPLES: u16 = 24;
/// Number of points with which one meridian or parallel is drawn.
const COURSE_POINTS: u16 = 160;
/// Highest latitude at which a meridian is drawn, in degrees, because meridians meet at the poles.
const HIGHEST_LATITUDE: f64 = 89.0;

/// The degrees that a map shows. Longitudes are relative to the projection's central meridian, so
/// that a map across the antimeridian has one range.
struct DegreeRange {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

/// Whether a line has a constant longitude or a constant latitude.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Longitude,
    Latitude,
}

impl PlatePage<'_> {
    /// Ticks and labels on all four edges of `map`, each where a meridian or parallel crosses it.
    pub(super) fn graticule(&mut self, map: ScreenRect) {
        let context = self.s.context;
        let projection = &context.atlas().manifest.projection;
        let Some(projector) = Projector::new(projection) else {
            return;
        };
        let view = context.session.viewport();
        let range = DegreeRange::seen(map, |x, y| {
            let c = projector.lon_lat_from_map(view.map_from_screen(ScreenPoint::new(x, y)));
            (projection.lon_0 + wrapped(c.x - projection.lon_0), c.y)
        });
        let at = |lon: f64, lat: f64| -> ScreenPoint {
            let p: MapPoint = projector.map_from_lon_lat(geo_types::coord! { x: lon, y: lat });
            view.screen_from_map(p).plus(map.min.x, map.min.y)
        };
        let (lon, lat) = (
            f64::midpoint(range.west, range.east),
            f64::midpoint(range.south, range.north),
        );
        let per_degree = at(lon - 0.5, lat).distance(at(lon + 0.5, lat)) / self.k;
        let step = step(per_degree);
        self.meridians(map, &range, step, &at);
        self.parallels(map, &range, step, &at);
    }

    fn meridians(
        &mut self,
        map: ScreenRect,
        range: &DegreeRange,
        step: i32,
        at: &impl Fn(f64, f64) -> ScreenPoint,
    ) {
        let k = self.k;
        let lettered = range.west < 0.0 || range.east > 180.0;
        let mut written: Vec<(f32, f32, f32)> = Vec::new();
        for minutes in multiples(range.west, range.east, step) {
            let course: Vec<ScreenPoint> = along(range.south, range.north)
                .map(|lat| at(degrees(minutes), lat))
                .collect();
            for (edge, out) in [(map.min.y, -GAP * k), (map.max.y, GAP * k)] {
                let Some(x) = crossing(&course, |p| p.y - edge, |p| p.x) else {
                    continue;
                };
                let label = label(self.s.context.text, minutes, Axis::Longitude, lettered);
                let style = self.degree_style();
                let end = x + 10.0 * k + self.s.width(&label, style);
                // Near a pole meridians stand too close for all their numbers.
                let meets = |(y, a, b): &(f32, f32, f32)| *y == edge && *a < end && x < *b;
                if x > map.min.x + 30.0 * k && end < map.max.x && !written.iter().any(meets) {
                    written.push((edge, x, end + 4.0 * k));
                    self.tick(ScreenPoint::new(x, edge), ScreenPoint::new(x, edge + out));
                    let middle = ScreenPoint::new(x + 5.0 * k, edge + out / 2.0);
                    self.s.text(Layer::Furniture, None, middle, &label, style);
                }
            }
        }
    }

    fn parallels(
        &mut self,
        map: ScreenRect,
        range: &DegreeRange,
        step: i32,
        at: &impl Fn(f64, f64) -> ScreenPoint,
    ) {
        let k = self.k;
        let lettered = range.south < 0.0;
        for minutes in multiples(range.south, range.north, step) {
            let course: Vec<ScreenPoint> = along(range.west, range.east)
                .map(|lon| at(lon, degrees(minutes)))
                .collect();
            for (edge, out) in [(map.min.x, -GAP * k), (map.max.x, GAP * k)] {
                let Some(y) = crossing(&course, |p| p.x - edge, |p| p.y) else {
                    continue;
                };
                if y > map.min.y + 40.0 * k && y < map.max.y - 40.0 * k {
                    self.tick(ScreenPoint::new(edge, y), ScreenPoint::new(edge + out, y));
                    let style = self.degree_style();
                    let size = style.size * k;
                    let run = TextRun {
                        at: ScreenPoint::new(edge + out / 2.0 + size * 0.34, y - 5.0 * k),
                        text: label(self.s.context.text, minutes, Axis::Latitude, lettered),
                        face: style.face,
                        size,
                        tracking: 0.0,
                        color: style.color,
                        halo: None,
                        angle: -std::f32::consts::FRAC_PI_2,
                    };
                    self.s.add(Layer::Furniture, None, Shape::Text(run));
                }
            }
        }
    }

    fn degree_style(&self) -> TextStyle {
        let size = DEGREES.max(LEAST_DEGREES_PT / self.k.max(0.01));
        let size = size.min(GAP * MOST_OF_GAP);
        Self::style(Face::Condensed, size, self.s.context.theme.ink2)
    }

    fn tick(&mut self, from: ScreenPoint, to: ScreenPoint) {
        let line = Stroke::solid(self.s.context.theme.ink, 1.2 * self.k);
        self.s.path(Layer::Furniture, None, vec![from, to], line);
    }
}

impl DegreeRange {
    /// The range of `lon_lat`, in degrees, along the edges of a map; its arguments are points from
    /// the map's corner.
    fn seen(map: ScreenRect, lon_lat: impl Fn(f32, f32) -> (f64, f64)) -> Self {
        let (w, h) = (map.width(), map.height());
        let mut range = Self {
            west: f64::MAX,
            east: f64::MIN,
            south: f64::MAX,
            north: f64::MIN,
        };
        for i in 0..=EDGE_SAMPLES {
            let part = f32::from(i) / f32::from(EDGE_SAMPLES);
            for (x, y) in [
                (part * w, 0.0),
                (part * w, h),
                (0.0, part * h),
                (w, part * h),
            ] {
                let (lon, lat) = lon_lat(x, y);
                range.west = range.west.min(lon);
                range.east = range.east.max(lon);
                range.south = range.south.min(lat);
                range.north = range.north.max(lat);
            }
        }
        range.south = range.south.max(-HIGHEST_LATITUDE);
        range.north = range.north.min(HIGHEST_LATITUDE);
        range
    }
}

/// The distance between lines, in minutes, where one degree is `per_degree` design units wide.
fn step(per_degree: f32) -> i32 {
    let spacing = |minutes: &i32| per_degree * *minutes as f32 / 60.0;
    STEPS
        .into_iter()
        .find(|m| (SPACING.0..=SPACING.1).contains(&spacing(m)))
        .unwrap_or(if per_degree > SPACING.0 { 1 } else { 3600 })
}

/// All multiples of `step` minutes between two values in degrees, and one beyond each end.
fn multiples(from: f64, to: f64, step: i32) -> impl Iterator<Item = i32> {
    let steps = |value: f64| value * 60.0 / f64::from(step);
    let (first, last) = (steps(from).floor() as i32, steps(to).ceil() as i32);
    (first..=last).map(move |i| i * step)
}

/// Evenly spaced values from slightly below `from` to slightly above `to`.
fn along(from: f64, to: f64) -> impl Iterator<Item = f64> {
    let over = (to - from) * 0.1;
    let (from, to) = (from - over, to + over);
    (0..=COURSE_POINTS)
        .map(move |i| from + (to - from) * f64::from(i) / f64::from(COURSE_POINTS))
        .filter(|v| v.abs() <= 360.0)
}

fn degrees(minutes: i32) -> f64 {
    f64::from(minutes) / 60.0
}

/// A difference of longitudes, in degrees, brought into the range -180 to 180.
fn wrapped(lon: f64) -> f64 {
    (lon + 180.0).rem_euclid(360.0) - 180.0
}

/// The point at which a line crosses zero of `side`, by its value of `along`; `None` where it does
/// not cross.
fn crossing(
    course: &[ScreenPoint],
    side: impl Fn(&ScreenPoint) -> f32,
    along: impl Fn(&ScreenPoint) -> f32,
) -> Option<f32> {
    course.windows(2).find_map(|pair| {
        let (a, b) = (side(&pair[0]), side(&pair[1]));
        ((a < 0.0) != (b < 0.0))
            .then(|| along(&pair[0]) + (along(&pair[1]) - along(&pair[0])) * (a / (a - b)))
    })
}

/// A label such as `45°` or `45°30′`; with its letter, as in `70° W`, on a map that reaches south
/// of the equator or west of Greenwich.
fn label(text: &Text, minutes: i32, axis: Axis, lettered: bool) -> String {
    let minutes = match axis {
        Axis::Longitude => (minutes + 180 * 60).rem_euclid(360 * 60) - 180 * 60,
        Axis::Latitude => minutes,
    };
    let (whole, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let value = if rest == 0 {
        format!("{whole}°")
    } else {
        format!("{whole}°{rest:02}′")
    };
    if !lettered || minutes == 0 {
        return value;
    }
    let key = match (axis, minutes < 0) {
        (Axis::Longitude, true) => "longitude-west",
        (Axis::Longitude, false) => "longitude-east",
        (Axis::Latitude, true) => "latitude-south",
        (Axis::Latitude, false) => "latitude-north",
    };
    text.with(key, &[("degrees", &value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_neither_crowded_nor_missing_from_a_town_to_a_continent() {
        // From 10 design units per degree (a continent) to 100,000 (a town).
        for i in 0..200 {
            let per_degree = 10.0 * 1.0474f32.powi(i);
            let spacing = per_degree * step(per_degree) as f32 / 60.0;
            assert!(
                (75.0..=1700.0).contains(&spacing),
                "{per_degree} a degree: {spacing}"
            );
        }
        assert_eq!(step(494.0), 30);
    }

    #[test]
    fn lines_stand_closer_where_the_map_shows_less() {
        // A plate of 1734 design units shows 280, 150, 60 and 25 km; a degree is about 86 km wide.
        for (km, minutes) in [(280.0, 30), (150.0, 10), (60.0, 5), (25.0, 2)] {
            assert_eq!(step(1734.0 / km * 86.0), minutes, "{km} km");
        }
    }

    #[test]
    fn degree_labels_have_the_letter_of_their_hemisphere() {
        let text = Text::new("en");
        let lon = |m: i32, lettered| label(&text, m, Axis::Longitude, lettered);
        assert_eq!(lon(45 * 60 + 30, false), "45°30′");
        assert_eq!(lon(-70 * 60, true), "70° W");
        assert_eq!(lon(-30, true), "0°30′ W");
        assert_eq!(lon(181 * 60, true), "179° W");
        assert_eq!(label(&text, -40 * 60 - 5, Axis::Latitude, true), "40°05′ S");
        assert_eq!(label(&text, 0, Axis::Latitude, true), "0°");
    }
}
