//! Troops: a frame for each unit with its arm, size, strength and the age of the report, and arrows
//! where a report states a move. It reads the unit reports of the situation; the items go on the
//! scene's display list.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, Shape, Stroke};
use super::theme::Color;
use super::typeface::Face;
use super::unit_sign::{echelon_room, opacity_for_age};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Fix, FixKind, Strength, StrengthUnit, Unit};
use crate::time::Truth;
use crate::timeline::UnitReport;

/// Width and height of a frame, in design units.
const FRAME: (f32, f32) = (46.0, 30.0);
/// Maximum width of the caption beside a frame, in design units.
const WORDS_WIDTH: f32 = 178.0;
/// Maximum distance from its place, in design units, at which a unit's full or shortened caption is
/// tried first.
const NEAR: f32 = 110.0;
/// Maximum distance at which the frame is placed with a leader around labels, in design units.
const FARTHER: f32 = 150.0;
/// Distance from its place, in design units, beyond which a leader must cross nothing.
const LEADER_CLEAR: f32 = 14.0;
/// Number of men per square; a disc is one gun. Above the maximum numbers of squares and discs none
/// are drawn, because the caption gives the number.
const MEN_A_SQUARE: u64 = 100;
/// Maximum number of squares.
const MOST_SQUARES: u64 = 40;
/// Maximum number of discs.
const MOST_GUNS: u64 = 20;

/// The caption beside a frame, broken into lines.
struct UnitCaption {
    lines: Vec<(String, TextStyle)>,
    squares: u16,
    guns: u16,
    width: f32,
    heap: f32,
    height: f32,
    /// Height above the frame that its size mark needs, in points.
    above: f32,
}

impl SceneBuilder<'_> {
    /// Arrows from the place that a unit left to the place that it reached or is bound for.
    pub(super) fn moves(&mut self) {
        let context = self.context;
        for report in context.drawn_units() {
            let unit = &context.atlas().units[report.unit];
            let fix = &unit.fixes[report.fix];
            let ends = fix.journey().and_then(|(f, t)| {
                context
                    .geometry()
                    .anchor_of(f.as_str())
                    .zip(context.geometry().anchor_of(t.as_str()))
            });
            let Some((from, to)) = ends.map(|(a, b)| (self.at(a), self.at(b))) else {
                continue;
            };
            let color = unit
                .party
                .as_ref()
                .map_or(context.theme.ink3, |p| self.colors_of(p).mid);
            let color = color.over(context.theme.land, opacity_for_age(report.age_days));
            let arrived = matches!(
                fix.kind,
                FixKind::Arrives | FixKind::Stands | FixKind::Leaves
            ) && report.certainty == Truth::Certain;
            self.arrow(unit.id.as_str(), from, to, color, arrived);
        }
    }

    /// A tapering, slightly bent arrow: solid and closed where the unit arrived, dashed and open
    /// where it is bound for.
    fn arrow(
        &mut self,
        subject: &str,
        from: ScreenPoint,
        to: ScreenPoint,
        color: Color,
        arrived: bool,
    ) {
        let (u, casing) = (self.u, self.context.theme.land);
        let long = from.distance(to);
        if long < 34.0 * u {
            return;
        }
        let normal = ScreenPoint::new(-(to.y - from.y) / long, (to.x - from.x) / long);
        let bend = from
            .toward(to, 0.5)
            .plus(normal.x * long * 0.1, normal.y * long * 0.1);
        let (start, end) = (10.0 * u / long, 1.0 - 9.0 * u / long);
        let on = |t: f32| from.toward(bend, t).toward(bend.toward(to, t), t);
        let course: Vec<ScreenPoint> = (0..=24)
            .map(|i| on(start + (end - start) * i as f32 / 24.0))
            .collect();
        let tip = course[24];
        let neck = (0..24)
            .rev()
            .find(|i| course[*i].distance(tip) >= 18.0 * u)
            .unwrap_or(0);
        let side = |i: usize, by: f32| {
            let (a, b) = (course[i.saturating_sub(1)], course[(i + 1).min(24)]);
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
    }

    /// Frames with their captions, each in free space near its place.
    pub(super) fn units(&mut self) {
        let context = self.context;
        for report in context.drawn_units() {
            let unit = &context.atlas().units[report.unit];
            let fix = &unit.fixes[report.fix];
            let Some(place) = &fix.at else { continue };
            // A unit on its way is drawn where it set out, because no report says where it is now.
            let here = if fix.kind == FixKind::BoundFor {
                fix.from.as_ref().unwrap_or(place)
            } else {
                place
            };
            let Some(at) = context
                .geometry()
                .anchor_of(here.as_str())
                .map(|p| self.at(p))
                .filter(|p| self.occupancy.frame().holds(*p))
            else {
                continue;
            };
            self.unit(unit, fix, &report, at);
        }
    }

    fn unit(&mut self, unit: &Unit, fix: &Fix, report: &UnitReport, place: ScreenPoint) {
        let full = self.unit_caption(unit, fix, report, true);
        let short = self.unit_caption(unit, fix, report, false);
        let far = f32::INFINITY;
        let clear = [(&full, NEAR, true), (&full, FARTHER, true)];
        let any = [
            (&full, NEAR, false),
            (&short, NEAR, true),
            (&short, NEAR, false),
            (&full, far, false),
            (&short, far, false),
        ];
        let found = clear
            .into_iter()
            .chain(any)
            .find_map(|(caption, reach, clear)| {
                let (rect, left) = self.unit_candidate(place, caption, reach, clear)?;
                Some((rect, left, caption))
            });
        let crowded = || {
            let candidates: Vec<ScreenRect> = self
                .candidates(place, &short)
                .into_iter()
                .map(|(r, _)| r)
                .collect();
            let best = self.occupancy.best(&candidates)?;
            Some((best, best.centre().x < place.x, &short))
        };
        let Some((rect, words_left, caption)) = found.or_else(crowded) else {
            return;
        };
        let u = self.u;
        let frame = self.frame_in(&rect, words_left, caption);
        let top = frame.min.y;
        self.sign(unit, fix, report, frame, place);
        let id = Some(unit.id.as_str());
        let mut y = top - 1.0 * u;
        for (line, style) in &caption.lines {
            let width = self.width(line, *style);
            let x = if words_left {
                frame.min.x - 7.0 * u - width
            } else {
                frame.max.x + 7.0 * u
            };
            let height = style.size * 1.16 * u;
            self.text(
                Layer::Unit,
                id,
                ScreenPoint::new(x, y + height / 2.0),
                line,
                *style,
            );
            y += height;
        }
        let start = if words_left {
            frame.min.x - 7.0 * u - caption.heap
        } else {
            frame.max.x + 7.0 * u
        };
        self.strength_pictogram(unit, caption, ScreenPoint::new(start, y + 3.0 * u));
        self.occupancy.take(rect);
        self.hit(rect, unit.id.as_str());
    }

    /// The caption beside a frame: with `full` the name, the strength, and the day where it is not
    /// the day shown; otherwise the strength alone.
    fn unit_caption(&self, unit: &Unit, fix: &Fix, report: &UnitReport, full: bool) -> UnitCaption {
        let (u, theme, text) = (self.u, self.context.theme, self.context.text);
        let halo = Some(theme.land);
        let name = TextStyle {
            face: Face::SemiBold,
            size: 14.5,
            color: theme.ink,
            halo,
        };
        let plain = TextStyle {
            face: Face::Condensed,
            size: 14.0,
            color: theme.ink,
            halo,
        };
        let small = TextStyle {
            face: Face::Italic,
            size: 12.5,
            color: theme.ink2,
            halo,
        };
        let mut lines = Vec::new();
        let mut push = |words: &str, style: TextStyle| {
            lines.extend(
                style
                    .face
                    .wrap(words, style.size * u, WORDS_WIDTH * u)
                    .into_iter()
                    .take(2)
                    .map(|l| (l, style)),
            );
        };
        let strength = text.strengths(&fix.strength);
        if full {
            push(unit.names.text(text.language()), name);
        }
        if !strength.is_empty() {
            push(&strength, plain);
        }
        if full {
            let when = match (report.age_days, fix.head.dating.exact_day()) {
                (Some(1..), Some(day)) => Some(text.day_month(day)),
                (_, None) => Some(text.get("day-not-known")),
                _ => None,
            };
            let what = text.fix_kind(fix.kind);
            let possibly = report.certainty == Truth::Possible;
            let possibly = possibly.then(|| text.get("possibly"));
            let said = [possibly, what, when]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ");
            if !said.is_empty() {
                push(&said, small);
            }
        }
        let (squares, guns) = if full {
            signs_of(&fix.strength)
        } else {
            (0, 0)
        };
        let words = lines
            .iter()
            .map(|(l, s): &(String, TextStyle)| self.width(l, *s))
            .fold(0.0, f32::max);
        let heap = (f32::from(squares.min(10)) * 7.6).max(f32::from(guns) * 8.0) * u;
        let rows = f32::from(squares.div_ceil(10)) * 7.6 + if guns > 0 { 8.0 } else { 0.0 };
        let high = lines.iter().map(|(_, s)| s.size * 1.16 * u).sum::<f32>()
            + rows * u
            + if rows > 0.0 { 3.0 * u } else { 0.0 };
        let height = high.max(FRAME.1 * u) + echelon_room(unit.echelon) * u;
        UnitCaption {
            lines,
            squares,
            guns,
            width: words.max(heap),
            heap,
            height,
            above: echelon_room(unit.echelon) * u,
        }
    }

    /// The strength as squares for men and discs for guns.
    fn strength_pictogram(&mut self, unit: &Unit, caption: &UnitCaption, at: ScreenPoint) {
        let u = self.u;
        let color = unit
            .party
            .as_ref()
            .map_or(self.context.theme.ink2, |p| self.colors_of(p).line);
        for i in 0..caption.squares {
            let corner = at.plus(f32::from(i % 10) * 7.6 * u, f32::from(i / 10) * 7.6 * u);
            let rect = ScreenRect::sized(corner, 6.4 * u, 6.4 * u);
            self.add(
                Layer::Unit,
                None,
                Shape::Box {
                    rect,
                    round: 0.0,
                    fill: Some(color),
                    stroke: None,
                },
            );
        }
        let y = f32::from(caption.squares.div_ceil(10)) * 7.6 * u + 4.0 * u;
        for i in 0..caption.guns {
            self.disc(
                Layer::Unit,
                None,
                at.plus((f32::from(i) * 8.0 + 3.2) * u, y),
                3.0,
                color,
            );
        }
    }

    /// The first candidate within `reach` design units of the place that overlaps nothing. With
    /// `clear`, its leader must cross nothing either.
    fn unit_candidate(
        &self,
        place: ScreenPoint,
        caption: &UnitCaption,
        reach: f32,
        clear: bool,
    ) -> Option<(ScreenRect, bool)> {
        let u = self.u;
        let candidates = self.candidates(place, caption).into_iter();
        candidates
            .filter(|(rect, _)| rect.nearest(place).distance(place) <= reach * u)
            .find(|(rect, left)| {
                // What is drawn at the place itself does not obstruct the leader.
                let end = self.frame_in(rect, *left, caption).nearest(place);
                let start = place.toward(
                    end,
                    (LEADER_CLEAR * u / place.distance(end).max(1.0)).min(1.0),
                );
                self.occupancy.is_free(&rect.expand(3.0 * u))
                    && (!clear || self.occupancy.crossed(start, end) == 0.0)
            })
    }

    /// The rectangle of the frame within the rectangle of a frame with its caption.
    fn frame_in(&self, rect: &ScreenRect, words_left: bool, caption: &UnitCaption) -> ScreenRect {
        let (w, h) = (FRAME.0 * self.u, FRAME.1 * self.u);
        let left = if words_left {
            rect.max.x - w
        } else {
            rect.min.x
        };
        ScreenRect::sized(ScreenPoint::new(left, rect.min.y + caption.above), w, h)
    }

    /// Candidate rectangles around a place for a frame with its caption, the nearest first; with
    /// whether the caption is left of the frame.
    fn candidates(&self, place: ScreenPoint, caption: &UnitCaption) -> Vec<(ScreenRect, bool)> {
        let u = self.u;
        let gap = if caption.width > 0.0 { 8.0 * u } else { 0.0 };
        let (w, h) = (FRAME.0 * u + gap + caption.width, caption.height);
        let mut candidates = Vec::new();
        for step in 0..15u8 {
            let reach = (16.0 + 9.0 * f32::from(step) + 1.2 * f32::from(step).powi(2)) * u;
            for i in 0..16u8 {
                // Sixteen directions, east and west first, because captions are wider than high.
                let turn = std::f32::consts::TAU / 16.0
                    * f32::from(i.div_ceil(2))
                    * if i % 2 == 0 { 1.0 } else { -1.0 };
                let (dy, dx) = turn.sin_cos();
                let left = dx < 0.0;
                let near = place.plus(dx * reach, dy * reach);
                let x = if left { near.x - w } else { near.x };
                let y = near.y - h / 2.0 + dy * h / 2.0;
                candidates.push((ScreenRect::sized(ScreenPoint::new(x, y), w, h), left));
            }
        }
        candidates
    }
}

/// Numbers of squares and discs that are drawn for a report; zero where there are too many to draw.
fn signs_of(strengths: &[Strength]) -> (u16, u16) {
    // Reports that disagree are not added up, only numbers from the same reporter are.
    let told = strengths.first().map(|s| &s.told_by);
    if !strengths.iter().all(|s| Some(&s.told_by) == told) {
        return (0, 0);
    }
    let (mut men, mut guns) = (0u64, 0u64);
    for s in strengths {
        let count = u64::from(s.max.or(s.min).unwrap_or(0));
        match s.unit {
            StrengthUnit::Men
            | StrengthUnit::Bayonets
            | StrengthUnit::Infantry
            | StrengthUnit::Cavalry => men += count,
            StrengthUnit::Guns => guns += count,
            _ => {}
        }
    }
    let drawn = |count: u64, most: u64| {
        u16::try_from(count)
            .ok()
            .filter(|n| u64::from(*n) <= most)
            .unwrap_or(0)
    };
    (
        drawn(men.div_ceil(MEN_A_SQUARE), MOST_SQUARES),
        drawn(guns, MOST_GUNS),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Qualifier;

    #[test]
    fn strengths_too_large_to_draw_are_given_as_numbers_only() {
        let of = |unit, n| Strength {
            min: Some(n),
            max: Some(n),
            qualifier: Qualifier::Exactly,
            unit,
            told_by: None,
        };
        let (men, guns) = (StrengthUnit::Men, StrengthUnit::Guns);
        assert_eq!(signs_of(&[of(men, 250), of(guns, 8)]), (3, 8));
        assert_eq!(signs_of(&[of(guns, 4_000_000_000)]), (0, 0));
        assert_eq!(
            signs_of(&[of(guns, u32::MAX), of(guns, u32::MAX)]),
            (0, 0),
            "the sum is no small number by accident"
        );
        assert_eq!(
            signs_of(&[of(men, u32::MAX), of(men, 200), of(guns, 2)]),
            (0, 2)
        );
    }
}
