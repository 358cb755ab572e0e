//! The sign of a unit: a frame with its arm inside, its size above, and the age of the report as
//! the opacity of its color. The map and the legend use the same sign.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::theme::Color;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Arm, Echelon, Fix, FixKind, Unit};
use crate::time::Truth;
use crate::timeline::UnitReport;

impl SceneBuilder<'_> {
    /// Draws the frame, and the leader to its place where the frame is placed apart from it.
    pub(super) fn sign(
        &mut self,
        unit: &Unit,
        fix: &Fix,
        report: &UnitReport,
        frame: ScreenRect,
        place: ScreenPoint,
    ) {
        let (u, theme) = (self.u, self.context.theme);
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
            // The leader is drawn below labels, so that a label it must cross stays legible.
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
        let rank = if there {
            LegendRank::Unit
        } else {
            LegendRank::UnitNotThere
        };
        self.explain(rank, sign, self.context.text.get(words));
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

/// Height above a frame that the mark of its size needs, in design units.
pub(super) const fn echelon_room(echelon: Echelon) -> f32 {
    match echelon {
        Echelon::Delegation | Echelon::Unstated => 2.0,
        _ => 17.0,
    }
}

/// Opacity by age in days: 100 % up to one, 82 % up to three, 62 % up to seven, then 45 %.
pub(super) fn opacity_for_age(age_days: Option<i64>) -> f32 {
    match age_days {
        Some(0..=1) => 1.0,
        Some(2..=3) => 0.82,
        Some(4..=7) => 0.62,
        _ => 0.45,
    }
}
