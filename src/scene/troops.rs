//! Troops: a frame a unit with its arm, size, strength and the age of the report; arrows where a report tells of a move.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendSign, Shape, Stroke};
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Arm, Echelon, Fix, FixKind, Strength, StrengthUnit, Unit};
use crate::time::Truth;
use crate::timeline::UnitReport;

/// A frame, in design units (ART.md §5).
const FRAME: (f32, f32) = (46.0, 30.0);
/// How wide the words beside a frame may run.
const WORDS_WIDTH: f32 = 178.0;
/// Within this reach of its place a unit has its words, or less of them, before it is put further off.
const NEAR: f32 = 110.0;
/// So far its leader may go around names.
const FARTHER: f32 = 150.0;
/// From so far off its place on, a leader must run over nothing.
const LEADER_CLEAR: f32 = 14.0;
/// A square stands for so many men; more squares than this are not drawn, the number says it.
const MEN_A_SQUARE: u32 = 100;
const MOST_SQUARES: u32 = 40;

/// The words beside a frame, cut to lines.
struct UnitCaption {
    lines: Vec<(String, TextStyle)>,
    squares: u32,
    guns: u32,
    width: f32,
    heap: f32,
    height: f32,
    /// Room above the frame.
    above: f32,
}

impl SceneBuilder<'_> {
    /// Arrows from where a unit set out to where it went or is bound.
    pub(super) fn moves(&mut self) {
        let look = self.look;
        for report in look.drawn_units() {
            let unit = &look.atlas().units[report.unit];
            let fix = &unit.fixes[report.fix];
            let ends = fix.from.as_deref().zip(fix.at.as_deref());
            let ends = ends.and_then(|(f, t)| {
                look.geometry()
                    .anchor_of(f)
                    .zip(look.geometry().anchor_of(t))
            });
            let Some((from, to)) = ends.map(|(a, b)| (self.at(a), self.at(b))) else {
                continue;
            };
            let color = unit
                .party
                .as_ref()
                .map_or(look.theme.ink3, |p| self.colors_of(p).mid);
            let color = color.over(look.theme.land, opacity_for_age(report.age_days));
            let arrived = matches!(
                fix.kind,
                FixKind::Arrives | FixKind::Stands | FixKind::Leaves
            ) && report.certainty == Truth::Certain;
            self.arrow(unit.id.as_str(), from, to, color, arrived);
        }
    }

    /// A tapering arrow, bent a little; solid and closed where it arrived, dashed and open where it is bound for.
    fn arrow(
        &mut self,
        subject: &str,
        from: ScreenPoint,
        to: ScreenPoint,
        color: Color,
        arrived: bool,
    ) {
        let (u, casing) = (self.u, self.look.theme.land);
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
        let fill = if arrived { color } else { self.look.theme.card };
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

    /// Frames with their words, each in free room near its place.
    pub(super) fn units(&mut self) {
        let look = self.look;
        for report in look.drawn_units() {
            let unit = &look.atlas().units[report.unit];
            let fix = &unit.fixes[report.fix];
            let Some(place) = &fix.at else { continue };
            // One on the way is drawn where it set out; where it is now nobody reported.
            let here = if fix.kind == FixKind::BoundFor {
                fix.from.as_ref().unwrap_or(place)
            } else {
                place
            };
            let Some(at) = look
                .geometry()
                .anchor_of(here)
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

    /// What is said beside a frame: name, strength, day where it is not today's; `full` or the strength alone.
    fn unit_caption(&self, unit: &Unit, fix: &Fix, report: &UnitReport, full: bool) -> UnitCaption {
        let (u, theme, text) = (self.u, self.look.theme, self.look.text);
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
            let when = match (report.age_days, fix.dating.exact_day()) {
                (Some(1..), Some(day)) => Some(text.day_month(day)),
                (_, None) => Some(text.get("day-not-known")),
                _ => None,
            };
            let what = text.fix_kind(fix.kind);
            let said = [what, when]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ");
            if !said.is_empty() {
                push(&said, small);
            }
        }
        let men = |s: &Strength| match s.unit {
            StrengthUnit::Men
            | StrengthUnit::Bayonets
            | StrengthUnit::Infantry
            | StrengthUnit::Cavalry => s.max.or(s.min).unwrap_or(0),
            _ => 0,
        };
        let guns = |s: &Strength| {
            if s.unit == StrengthUnit::Guns {
                s.max.or(s.min).unwrap_or(0)
            } else {
                0
            }
        };
        // Reports that disagree on one arm are not added up: only what stands side by side is.
        let told = fix.strength.first().and_then(|s| s.told_by.clone());
        let of_one = || fix.strength.iter().filter(|s| s.told_by == told);
        let agree = of_one().count() == fix.strength.len();
        let squares = if full && agree {
            of_one().map(men).sum::<u32>().div_ceil(MEN_A_SQUARE)
        } else {
            0
        };
        let squares = if squares > MOST_SQUARES { 0 } else { squares };
        let guns = if full && agree {
            of_one().map(guns).sum()
        } else {
            0
        };
        let words = lines
            .iter()
            .map(|(l, s): &(String, TextStyle)| self.width(l, *s))
            .fold(0.0, f32::max);
        let heap = (squares.min(10) as f32 * 7.6).max(guns as f32 * 8.0) * u;
        let rows = squares.div_ceil(10) as f32 * 7.6 + if guns > 0 { 8.0 } else { 0.0 };
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

    /// Men in squares, guns in discs.
    fn strength_pictogram(&mut self, unit: &Unit, caption: &UnitCaption, at: ScreenPoint) {
        let u = self.u;
        let color = unit
            .party
            .as_ref()
            .map_or(self.look.theme.ink2, |p| self.colors_of(p).line);
        for i in 0..caption.squares {
            let corner = at.plus((i % 10) as f32 * 7.6 * u, (i / 10) as f32 * 7.6 * u);
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
        let y = caption.squares.div_ceil(10) as f32 * 7.6 * u + 4.0 * u;
        for i in 0..caption.guns {
            self.disc(
                Layer::Unit,
                None,
                at.plus((i as f32 * 8.0 + 3.2) * u, y),
                3.0,
                color,
            );
        }
    }

    /// The first free spot no further from the place than `reach` design units; to which a `clear` leader runs over nothing else.
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
                // What stands at the place itself is in no leader's way.
                let end = self.frame_in(rect, *left, caption).nearest(place);
                let start = place.toward(
                    end,
                    (LEADER_CLEAR * u / place.distance(end).max(1.0)).min(1.0),
                );
                self.occupancy.is_free(&rect.expand(3.0 * u))
                    && (!clear || self.occupancy.crossed(start, end) == 0.0)
            })
    }

    /// Where the frame stands in the room of a sign and its words.
    fn frame_in(&self, rect: &ScreenRect, words_left: bool, caption: &UnitCaption) -> ScreenRect {
        let (w, h) = (FRAME.0 * self.u, FRAME.1 * self.u);
        let left = if words_left {
            rect.max.x - w
        } else {
            rect.min.x
        };
        ScreenRect::sized(ScreenPoint::new(left, rect.min.y + caption.above), w, h)
    }

    /// Rectangles around a place for a frame and its words, the nearest first; whether the words stand left of the frame.
    fn candidates(&self, place: ScreenPoint, caption: &UnitCaption) -> Vec<(ScreenRect, bool)> {
        let u = self.u;
        let gap = if caption.width > 0.0 { 8.0 * u } else { 0.0 };
        let (w, h) = (FRAME.0 * u + gap + caption.width, caption.height);
        let mut candidates = Vec::new();
        for step in 0..15u8 {
            let reach = (16.0 + 9.0 * f32::from(step) + 1.2 * f32::from(step).powi(2)) * u;
            for i in 0..16u8 {
                // Sixteen ways, east and west first: words run along.
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

    fn sign(
        &mut self,
        unit: &Unit,
        fix: &Fix,
        report: &UnitReport,
        frame: ScreenRect,
        place: ScreenPoint,
    ) {
        let (u, theme) = (self.u, self.look.theme);
        let id = Some(unit.id.as_str());
        let party = unit.party.as_ref().map(|p| self.colors_of(p));
        let pale = opacity_for_age(report.age_days);
        let line = party
            .map_or(theme.ink2, |p| p.line)
            .over(theme.land, pale.max(0.6));
        let there = matches!(
            fix.kind,
            FixKind::Stands | FixKind::Arrives | FixKind::BoundFor
        );
        let possible = report.certainty == Truth::Possible;
        let near = frame.nearest(place);
        if near.distance(place) > 12.0 * u {
            // Below names: where it must run over one, that stays legible.
            self.path(
                Layer::Trail,
                id,
                vec![place, near],
                Stroke::solid(theme.land, 5.0 * u),
            );
            self.path(
                Layer::Trail,
                id,
                vec![place, near],
                Stroke::solid(line, 2.0 * u),
            );
            self.take_line(place, near);
        }
        let casing = Some(theme.land);
        self.add(
            Layer::Unit,
            id,
            Shape::Box {
                rect: frame.expand(3.0 * u),
                round: 0.0,
                fill: casing,
                stroke: None,
            },
        );
        let fill = party
            .filter(|_| there)
            .map(|p| p.fill.over(theme.land, if possible { 0.5 } else { pale }));
        let mut corners = frame.expand(-1.3 * u).corners().to_vec();
        corners.push(corners[0]);
        self.add(
            Layer::Unit,
            id,
            Shape::Box {
                rect: frame,
                round: 0.0,
                fill: fill.or(casing),
                stroke: None,
            },
        );
        let stroke = match (possible, there) {
            (true, _) => Stroke::dotted(line, 2.6 * u, 4.6 * u),
            (_, false) => Stroke::dashed(line, 2.6 * u, 4.5 * u, 3.5 * u),
            _ => Stroke::solid(line, 2.6 * u),
        };
        self.arm(frame, unit.arm, line);
        self.path(Layer::Unit, id, corners, stroke);
        self.echelon(frame, unit.echelon, line);
        let words = match (there, possible) {
            (_, true) => "legend-unit-possible",
            (true, _) => "legend-unit",
            _ => "legend-unit-not-there",
        };
        let sign = LegendSign::Unit(
            Some(theme.hatch_ground).filter(|_| there),
            theme.ink2,
            possible,
        );
        self.explain(if there { 60 } else { 61 }, sign, self.look.text.get(words));
    }

    fn arm(&mut self, frame: ScreenRect, arm: Arm, color: Color) {
        let u = self.u;
        let stroke = Stroke::solid(color, 1.8 * u);
        let [a, b, c, d] = frame.corners();
        let m = frame.centre();
        match arm {
            Arm::Infantry | Arm::Mixed => {
                self.path(Layer::Unit, None, vec![a, c], stroke);
                self.path(Layer::Unit, None, vec![b, d], stroke);
                if arm == Arm::Mixed {
                    self.disc(Layer::Unit, None, m, 4.6, color);
                }
            }
            Arm::Cavalry => self.path(Layer::Unit, None, vec![d, b], stroke),
            Arm::Artillery => self.disc(Layer::Unit, None, m, 5.2, color),
            Arm::Train => {
                let wagon = ScreenRect::around(m.plus(0.0, -2.0 * u), 26.0 * u, 9.0 * u);
                self.add(
                    Layer::Unit,
                    None,
                    Shape::Box {
                        rect: wagon,
                        round: 1.0 * u,
                        fill: Some(color),
                        stroke: None,
                    },
                );
                let turret = ScreenRect::around(m.plus(0.0, -8.0 * u), 9.0 * u, 5.0 * u);
                self.add(
                    Layer::Unit,
                    None,
                    Shape::Box {
                        rect: turret,
                        round: 1.0 * u,
                        fill: Some(color),
                        stroke: None,
                    },
                );
                for x in [-8.5, 0.0, 8.5] {
                    self.disc(Layer::Unit, None, m.plus(x * u, 6.0 * u), 3.0, color);
                }
            }
            Arm::Militia => {
                let points = vec![
                    m.plus(-9.0 * u, 5.0 * u),
                    m.plus(0.0, -5.0 * u),
                    m.plus(9.0 * u, 5.0 * u),
                ];
                self.path(Layer::Unit, None, points, stroke);
            }
            Arm::MachineGuns => {
                self.path(
                    Layer::Unit,
                    None,
                    vec![m.plus(0.0, 9.0 * u), m.plus(0.0, -9.0 * u)],
                    stroke,
                );
                let head = vec![
                    m.plus(-5.0 * u, -3.0 * u),
                    m.plus(0.0, -9.0 * u),
                    m.plus(5.0 * u, -3.0 * u),
                ];
                self.path(Layer::Unit, None, head, stroke);
            }
            Arm::Navy => {
                let at = |x: f32, y: f32| m.plus(x * u, y * u);
                self.path(Layer::Unit, None, vec![at(0.0, -7.0), at(0.0, 8.0)], stroke);
                self.path(
                    Layer::Unit,
                    None,
                    vec![at(-5.0, -3.5), at(5.0, -3.5)],
                    stroke,
                );
                let flukes = (-6..=6).map(|i| i as f32 / 6.0);
                let flukes = flukes.map(|t| at(t * 8.5, 8.0 - 5.5 * t * t)).collect();
                self.path(Layer::Unit, None, flukes, stroke);
                self.disc(Layer::Unit, None, at(0.0, -8.0), 2.4, color);
            }
            Arm::Air => {
                // A propeller: two loops side by side.
                let loops = (0..=32).map(|i| i as f32 / 32.0 * std::f32::consts::TAU);
                let loops = loops
                    .map(|t| m.plus(13.0 * t.sin() * u, 6.0 * (2.0 * t).sin() * u))
                    .collect();
                self.path(Layer::Unit, None, loops, stroke);
            }
            Arm::Unstated => {}
        }
    }

    fn echelon(&mut self, frame: ScreenRect, echelon: Echelon, color: Color) {
        let u = self.u;
        let top = ScreenPoint::new(frame.centre().x, frame.min.y - 9.0 * u);
        let mut strokes = |n: i32| {
            for i in 0..n {
                let x = (i as f32 - (n - 1) as f32 / 2.0) * 6.5 * u;
                self.path(
                    Layer::Unit,
                    None,
                    vec![top.plus(x, -5.5 * u), top.plus(x, 5.5 * u)],
                    Stroke::solid(color, 2.2 * u),
                );
            }
        };
        match echelon {
            Echelon::Regiment => strokes(3),
            Echelon::Battalion => strokes(2),
            Echelon::Company => strokes(1),
            Echelon::Army => self.crosses(top, 4, color),
            Echelon::Corps => self.crosses(top, 3, color),
            Echelon::Division => self.crosses(top, 2, color),
            Echelon::Brigade => self.crosses(top, 1, color),
            Echelon::Detachment => {
                let stroke = Some(Stroke::solid(color, 1.8 * u));
                self.add(
                    Layer::Unit,
                    None,
                    Shape::Circle {
                        at: top,
                        radius: 3.8 * u,
                        fill: None,
                        stroke,
                    },
                );
            }
            Echelon::Delegation | Echelon::Unstated => {}
        }
    }

    fn crosses(&mut self, top: ScreenPoint, n: i32, color: Color) {
        let (u, stroke) = (self.u, Stroke::solid(color, 2.0 * self.u));
        for i in 0..n {
            let m = top.plus((i as f32 - (n - 1) as f32 / 2.0) * 10.0 * u, 0.0);
            self.path(
                Layer::Unit,
                None,
                vec![m.plus(-4.0 * u, -5.0 * u), m.plus(4.0 * u, 5.0 * u)],
                stroke,
            );
            self.path(
                Layer::Unit,
                None,
                vec![m.plus(4.0 * u, -5.0 * u), m.plus(-4.0 * u, 5.0 * u)],
                stroke,
            );
        }
    }
}

/// Room above a frame for the mark of its size.
const fn echelon_room(echelon: Echelon) -> f32 {
    match echelon {
        Echelon::Delegation | Echelon::Unstated => 2.0,
        _ => 17.0,
    }
}

/// 100 % to one day, 82 to three, 62 to seven, then 45 (ART.md §5).
fn opacity_for_age(age_days: Option<i64>) -> f32 {
    match age_days {
        Some(0..=1) => 1.0,
        Some(2..=3) => 0.82,
        Some(4..=7) => 0.62,
        _ => 0.45,
    }
}
