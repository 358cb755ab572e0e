//! Moves of troops: an arrow from the place that a report says a force left to the place that it
//! reached or is bound for, with its name and the day along the shaft. The items go on the scene's
//! display list.

use super::builder::{BASELINE, SceneBuilder, TextStyle};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke, TextRun};
use super::report_entry::ReportEntry;
use super::report_words::NAME_SIZE;
use super::theme::Color;
use super::typeface::Face;
use super::unit_sign::opacity_for_age;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{AreaId, FixKind};
use crate::time::Truth;

/// Least length of an arrow, in design units.
const SHORTEST: f32 = 34.0;
/// How far an arrow reaches into a district that no place within is on record for, in design units,
/// tried in turn.
const INTO_DISTRICT: [f32; 3] = [44.0, 30.0, 60.0];
/// Number of straight pieces of an arrow.
const PIECES: usize = 24;
/// Bends of an arrow as a share of its length, tried in turn.
const BENDS: [f32; 9] = [0.1, -0.1, 0.05, -0.05, 0.16, -0.16, 0.23, -0.23, 0.0];
/// Distance of the words from the middle of the shaft, in design units.
const BESIDE: f32 = 14.0;

/// An arrow's points from tail to tip.
type Course = Vec<ScreenPoint>;

impl SceneBuilder<'_> {
    /// Draws the arrow of a report that names both ends. Returns whether its name stands along it.
    pub(super) fn movement(&mut self, entry: &ReportEntry<'_>) -> bool {
        let Some((from, to)) = entry.fix.journey() else {
            return false;
        };
        let geometry = self.context.geometry();
        let anchor = |area: &AreaId| geometry.anchor_of(area.as_str()).map(|p| self.at(p));
        let Some((start, end)) = anchor(from).zip(anchor(to)) else {
            return false;
        };
        let u = self.u;
        let (tail_edge, tip_edge) = (
            self.edge_toward(from, start, end),
            self.edge_toward(to, end, start),
        );
        let inward = |edge: f32, at: ScreenPoint, other: ScreenPoint, by: f32| {
            let long = at.distance(other).max(1.0);
            at.toward(other, (edge - by * u / long).max(0.0))
        };
        let courses: Vec<Course> = INTO_DISTRICT
            .iter()
            .flat_map(|by| {
                let tail = inward(tail_edge, start, end, *by);
                let tip = inward(tip_edge, end, start, *by);
                BENDS.map(|bend| (tail, tip, bend))
            })
            .filter(|(tail, tip, _)| tail.distance(*tip) >= SHORTEST * u)
            .map(|(tail, tip, bend)| course(tail, tip, bend, u))
            .collect();
        let theme = self.context.theme;
        let party = entry.unit.party.as_ref().map(|p| self.colors_of(p));
        let pale = opacity_for_age(entry.report.age_days);
        let color = party.map_or(theme.ink3, |p| p.mid).over(theme.land, pale);
        let arrived = matches!(
            entry.fix.kind,
            FixKind::Arrives | FixKind::Stands | FixKind::Leaves
        ) && entry.report.certainty == Truth::Certain;
        let words = self.arrow_words(entry);
        let labelled = courses
            .iter()
            .filter(|c| self.crossings(c) == 0)
            .find_map(|c| {
                let runs = self.words_along(c, &words)?;
                Some((c, runs))
            });
        let (course, runs) = match labelled {
            Some((course, runs)) => (course, runs),
            None => {
                let clearest = courses.iter().min_by_key(|c| self.crossings(c));
                let Some(course) = clearest else { return false };
                (course, self.words_along(course, &words).unwrap_or_default())
            }
        };
        let id = entry.unit.id.as_str();
        self.arrow(id, course, color, arrived);
        let is_labelled = !runs.is_empty();
        for (run, pieces) in runs {
            self.add(Layer::Unit, Some(id), Shape::Text(run));
            for piece in pieces {
                self.hit(piece, id);
                self.occupancy.take(piece);
            }
        }
        let key = if arrived {
            "legend-arrived"
        } else {
            "legend-bound"
        };
        let sign = LegendSign::Move(theme.ink2, arrived);
        self.explain(LegendRank::Move, sign, self.context.text.get(key));
        is_labelled
    }

    /// The part of the way from an area's anchor toward a point at which the area is left: 0 for a
    /// place.
    fn edge_toward(&self, area: &AreaId, at: ScreenPoint, other: ScreenPoint) -> f32 {
        let Some(district) = area.district() else {
            return 0.0;
        };
        let leaves = self.context.atlas().leaves_of(district);
        let view = self.context.session.viewport();
        let holds = |p: ScreenPoint| {
            let found = self.context.geometry().district_at(view.map_from_screen(p));
            found.is_some_and(|id| leaves.iter().any(|(leaf, _)| leaf.as_str() == id))
        };
        let count = 60_u8;
        (0..=count)
            .rev()
            .map(|i| f32::from(i) / f32::from(count))
            .find(|t| holds(at.toward(other, *t)))
            .unwrap_or(0.0)
    }

    /// Number of points of a course that lie on a name or sign.
    fn crossings(&self, course: &Course) -> usize {
        let inner = course.iter().skip(2);
        inner.filter(|p| self.occupancy.is_taken(**p)).count()
    }

    /// The words of an arrow in the order in which they are tried, each line with its place: above
    /// the shaft where it is negative, below where it is positive, the lines nearest to it first.
    fn arrow_words(&self, entry: &ReportEntry<'_>) -> Vec<Vec<(String, i8)>> {
        let text = self.context.text;
        let name = entry.unit.names.text(text.language()).to_owned();
        let when = match entry.fix.head.dating.exact_day() {
            Some(day) => text.day_in(day, self.context.atlas()),
            None => text.get("day-not-known"),
        };
        let both = [name.as_str(), when.as_str()].join(&text.get("list-comma"));
        let mut variants = vec![
            vec![(both.clone(), -1)],
            vec![(both, 1)],
            vec![(name.clone(), -1), (when.clone(), 1)],
            vec![(name.clone(), 1), (when.clone(), -1)],
        ];
        if let Some((first, second)) = halves(&name) {
            variants.push(vec![
                (first.clone(), -2),
                (second.clone(), -1),
                (when.clone(), 1),
            ]);
            variants.push(vec![(first, 1), (second, 2), (when, -1)]);
        }
        variants
    }

    /// The words along a course, each with the rectangles that it covers; `None` where no variant
    /// finds room.
    fn words_along(
        &self,
        course: &Course,
        variants: &[Vec<(String, i8)>],
    ) -> Option<Vec<(TextRun, Vec<ScreenRect>)>> {
        let shares = [0.5, 0.42, 0.58, 0.36, 0.64];
        variants.iter().find_map(|variant| {
            shares.iter().find_map(|share| {
                let runs = variant.iter().map(|(words, row)| {
                    let (run, pieces) = self.run_along(course, words, *share, *row)?;
                    let free = pieces.iter().all(|p| self.occupancy.is_free(p));
                    free.then_some((run, pieces))
                });
                runs.collect::<Option<Vec<_>>>()
            })
        })
    }

    /// A line of words beside the course, centered at a share of its length; `None` where it is
    /// longer than the arrow.
    fn run_along(
        &self,
        course: &Course,
        words: &str,
        share: f32,
        row: i8,
    ) -> Option<(TextRun, Vec<ScreenRect>)> {
        let u = self.u;
        let theme = self.context.theme;
        let side = f32::from(row.signum());
        let style = TextStyle {
            face: Face::SemiBold,
            size: NAME_SIZE,
            color: theme.ink,
            halo: Some(theme.land),
        };
        let width = self.width(words, style);
        let (tail, tip) = (*course.first()?, *course.last()?);
        let long = tail.distance(tip) - 30.0 * u;
        let room = long * (1.0 - 2.0 * (share - 0.5).abs());
        if width > room {
            return None;
        }
        let middle = course[(share * PIECES as f32) as usize];
        // The words run along the chord over which they stand, and never upside down.
        let half = width / 2.0;
        let behind = course.iter().find(|p| p.distance(middle) <= half)?;
        let ahead = course.iter().rev().find(|p| p.distance(middle) <= half)?;
        let (mut dx, mut dy) = (ahead.x - behind.x, ahead.y - behind.y);
        if dx < 0.0 {
            (dx, dy) = (-dx, -dy);
        }
        let angle = dy.atan2(dx);
        let (sin, cos) = angle.sin_cos();
        // The shaft may bow out over the words, so they keep clear of its farthest point.
        let down = |p: &ScreenPoint| -(p.x - middle.x) * sin + (p.y - middle.y) * cos;
        let covered = course
            .iter()
            .filter(|p| p.distance(middle) <= half + 4.0 * u);
        let bow = covered.map(|p| down(p) * side).fold(0.0, f32::max);
        let further = f32::from(row.abs() - 1) * NAME_SIZE * 1.14 * u;
        let offset = side * (BESIDE * u + bow + further);
        let at =
            |along: f32, down: f32| middle.plus(along * cos - down * sin, along * sin + down * cos);
        let size = style.size * u;
        let run = TextRun {
            at: at(-half, offset + size * BASELINE),
            text: words.to_owned(),
            face: style.face,
            size,
            tracking: 0.0,
            color: style.color,
            halo: Some((theme.land.alpha(0.92), 2.0 * u)),
            angle,
        };
        let count = (width / size).ceil().max(1.0);
        let step = width / count;
        let pieces = (0..count as usize).map(|i| {
            let along = (i as f32 + 0.5) * step - half;
            let (w, h) = (step * cos + size * sin.abs(), size * cos + step * sin.abs());
            ScreenRect::around(at(along, offset), w, h)
        });
        Some((run, pieces.collect()))
    }

    /// A tapering arrow: solid and closed where the force arrived, dashed and open where it is bound
    /// for.
    fn arrow(&mut self, subject: &str, course: &Course, color: Color, arrived: bool) {
        let (u, casing) = (self.u, self.context.theme.land);
        let tip = course[PIECES];
        let neck = (0..PIECES)
            .rev()
            .find(|i| course[*i].distance(tip) >= 18.0 * u)
            .unwrap_or(0);
        let side = |i: usize, by: f32| {
            let (a, b) = (course[i.saturating_sub(1)], course[(i + 1).min(PIECES)]);
            let d = a.distance(b).max(1e-3);
            course[i].plus(-(b.y - a.y) / d * by, (b.x - a.x) / d * by)
        };
        let half = |i: usize| (1.1 + 3.4 * i as f32 / neck.max(1) as f32) * u;
        let id = Some(subject);
        for grow in [1.6 * u, 0.0] {
            let tint = if grow > 0.0 { casing } else { color };
            for i in 0..neck {
                let is_gap = !arrived && i % 3 == 2;
                if is_gap {
                    continue;
                }
                let quad = vec![
                    side(i, half(i) + grow),
                    side(i + 1, half(i + 1) + grow),
                    side(i + 1, -half(i + 1) - grow),
                    side(i, -half(i) - grow),
                ];
                self.solid(Layer::Trail, id, quad, tint);
            }
        }
        let head = vec![side(neck, 11.0 * u), tip, side(neck, -11.0 * u)];
        let fill = if arrived {
            color
        } else {
            self.context.theme.card
        };
        let stroke = Some(Stroke::solid(color, 2.2 * u));
        self.add(
            Layer::Trail,
            id,
            Shape::Path {
                points: head,
                closed: true,
                fill: Some(fill),
                stroke,
            },
        );
        self.hit(ScreenRect::around(tip, 26.0 * u, 26.0 * u), subject);
        for pair in course.windows(2) {
            self.take_line(pair[0], pair[1]);
        }
    }
}

/// The course of an arrow, bent by a share of its length, that leaves its ends a little free.
fn course(from: ScreenPoint, to: ScreenPoint, bend: f32, u: f32) -> Course {
    let long = from.distance(to).max(1.0);
    let normal = ScreenPoint::new(-(to.y - from.y) / long, (to.x - from.x) / long);
    let control = from
        .toward(to, 0.5)
        .plus(normal.x * long * bend, normal.y * long * bend);
    let (start, end) = (12.0 * u / long, 1.0 - 9.0 * u / long);
    let on = |t: f32| from.toward(control, t).toward(control.toward(to, t), t);
    (0..=PIECES)
        .map(|i| on(start + (end - start) * i as f32 / PIECES as f32))
        .collect()
}

/// A name in two lines of about one length; `None` for a single word.
fn halves(name: &str) -> Option<(String, String)> {
    let spaces = name.match_indices(' ').map(|(i, _)| i);
    let middle = name.len() / 2;
    let at = spaces.min_by_key(|i| i.abs_diff(middle))?;
    Some((name[..at].to_owned(), name[at + 1..].to_owned()))
}
