//! The sign of a unit: a frame with its arm inside, its size above, and the age of the report as
//! the opacity of its color. The map and the legend use the same sign.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::theme::Color;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Arm, Echelon, Unit, word};
use crate::time::Truth;
use crate::timeline::UnitReport;

/// Width and height of the frame of a sign at full size, in design units.
pub(super) const FRAME: (f32, f32) = (46.0, 30.0);

impl SceneBuilder<'_> {
    /// Draws the sign of a force that a report puts at a place or in a district.
    pub(super) fn sign(&mut self, unit: &Unit, report: &UnitReport, frame: ScreenRect) {
        let theme = self.context.theme;
        // A sign in a roster is smaller, and its lines are thinner in proportion.
        let u = frame.height() / FRAME.1;
        let id = Some(unit.id.as_str());
        let party = unit.party.as_ref().map(|p| self.colors_of(p));
        let pale = opacity_for_age(report.age_days);
        let line = party
            .map_or(theme.ink2, |p| p.line)
            .over(theme.land, pale.max(0.6));
        let possible = report.certainty == Truth::Possible;
        let filled = |rect, fill| Shape::Box {
            rect,
            round: 0.0,
            fill: Some(fill),
            stroke: None,
        };
        self.add(Layer::Unit, None, filled(frame.expand(3.0 * u), theme.land));
        let fill = party.map_or(theme.hatch_ground, |p| {
            p.fill.over(theme.land, if possible { 0.5 } else { pale })
        });
        self.add(Layer::Unit, id, filled(frame, fill));
        let mut corners = frame.expand(-1.3 * u).corners().to_vec();
        corners.push(corners[0]);
        let stroke = if possible {
            Stroke::dotted(line, 2.6 * u, 4.6 * u)
        } else {
            Stroke::solid(line, 2.6 * u)
        };
        let inked = std::mem::replace(&mut self.u, u);
        self.arm(Layer::Unit, frame, unit.arm, line);
        self.path(Layer::Unit, id, corners, stroke);
        // The marks of size are too small for a slide.
        if !self.context.is_slide() {
            self.echelon(Layer::Unit, frame, unit.echelon, line);
        }
        self.u = inked;
        self.explain_sign(unit, possible);
    }

    fn explain_sign(&mut self, unit: &Unit, possible: bool) {
        let (text, theme) = (self.context.text, self.context.theme);
        let (words, rank) = if possible {
            ("legend-unit-possible", LegendRank::Unit)
        } else {
            ("legend-unit", LegendRank::Unit)
        };
        let sign = LegendSign::Unit(Some(theme.hatch_ground), theme.ink2, possible);
        self.explain(rank, sign, text.get(words));
        let arm = text.get(&format!("legend-arm-{}", word(unit.arm)));
        self.explain(LegendRank::Arm, LegendSign::Arm(unit.arm), arm);
        if !matches!(unit.echelon, Echelon::Unstated | Echelon::Delegation) {
            let size = text.get(&format!("legend-echelon-{}", word(unit.echelon)));
            self.explain(LegendRank::Echelon, LegendSign::Echelon(unit.echelon), size);
        }
    }

    /// The mark of an arm inside a frame; a short bar where the arm is not stated.
    pub(super) fn arm(&mut self, layer: Layer, frame: ScreenRect, arm: Arm, color: Color) {
        let u = self.u;
        let stroke = Stroke::solid(color, 1.8 * u);
        let [a, b, c, d] = frame.corners();
        let m = frame.centre();
        match arm {
            Arm::Infantry | Arm::Mixed => {
                self.path(layer, None, vec![a, c], stroke);
                self.path(layer, None, vec![b, d], stroke);
                if arm == Arm::Mixed {
                    self.disc(layer, None, m, 4.6, color);
                }
            }
            Arm::Cavalry => self.path(layer, None, vec![d, b], stroke),
            Arm::Artillery => self.disc(layer, None, m, 5.2, color),
            Arm::Train => {
                let wagon = ScreenRect::around(m.plus(0.0, -2.0 * u), 26.0 * u, 9.0 * u);
                self.add(
                    layer,
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
                    layer,
                    None,
                    Shape::Box {
                        rect: turret,
                        round: 1.0 * u,
                        fill: Some(color),
                        stroke: None,
                    },
                );
                for x in [-8.5, 0.0, 8.5] {
                    self.disc(layer, None, m.plus(x * u, 6.0 * u), 3.0, color);
                }
            }
            Arm::Militia => {
                let points = vec![
                    m.plus(-9.0 * u, 5.0 * u),
                    m.plus(0.0, -5.0 * u),
                    m.plus(9.0 * u, 5.0 * u),
                ];
                self.path(layer, None, points, stroke);
            }
            Arm::MachineGuns => {
                self.path(
                    layer,
                    None,
                    vec![m.plus(0.0, 9.0 * u), m.plus(0.0, -9.0 * u)],
                    stroke,
                );
                let head = vec![
                    m.plus(-5.0 * u, -3.0 * u),
                    m.plus(0.0, -9.0 * u),
                    m.plus(5.0 * u, -3.0 * u),
                ];
                self.path(layer, None, head, stroke);
            }
            Arm::Navy => {
                let at = |x: f32, y: f32| m.plus(x * u, y * u);
                self.path(layer, None, vec![at(0.0, -7.0), at(0.0, 8.0)], stroke);
                self.path(layer, None, vec![at(-5.0, -3.5), at(5.0, -3.5)], stroke);
                let flukes = (-6..=6).map(|i| i as f32 / 6.0);
                let flukes = flukes.map(|t| at(t * 8.5, 8.0 - 5.5 * t * t)).collect();
                self.path(layer, None, flukes, stroke);
                self.disc(layer, None, at(0.0, -8.0), 2.4, color);
            }
            Arm::Air => {
                // A propeller: two loops side by side.
                let loops = (0..=32).map(|i| i as f32 / 32.0 * std::f32::consts::TAU);
                let loops = loops
                    .map(|t| m.plus(13.0 * t.sin() * u, 6.0 * (2.0 * t).sin() * u))
                    .collect();
                self.path(layer, None, loops, stroke);
            }
            Arm::Unstated => {
                let bar = vec![m.plus(-7.0 * u, 0.0), m.plus(7.0 * u, 0.0)];
                self.path(layer, None, bar, Stroke::solid(color, 3.0 * u));
            }
        }
    }

    /// The mark of a force's size above its frame.
    pub(super) fn echelon(
        &mut self,
        layer: Layer,
        frame: ScreenRect,
        echelon: Echelon,
        color: Color,
    ) {
        let u = self.u;
        let top = ScreenPoint::new(frame.centre().x, frame.min.y - 9.0 * u);
        let mut strokes = |n: i32| {
            for i in 0..n {
                let x = (i as f32 - (n - 1) as f32 / 2.0) * 6.5 * u;
                self.path(
                    layer,
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
            Echelon::Army => self.crosses(layer, top, 4, color),
            Echelon::Corps => self.crosses(layer, top, 3, color),
            Echelon::Division => self.crosses(layer, top, 2, color),
            Echelon::Brigade => self.crosses(layer, top, 1, color),
            Echelon::Detachment => {
                let stroke = Some(Stroke::solid(color, 1.8 * u));
                self.add(
                    layer,
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

    fn crosses(&mut self, layer: Layer, top: ScreenPoint, n: i32, color: Color) {
        let (u, stroke) = (self.u, Stroke::solid(color, 2.0 * self.u));
        for i in 0..n {
            let m = top.plus((i as f32 - (n - 1) as f32 / 2.0) * 10.0 * u, 0.0);
            self.path(
                layer,
                None,
                vec![m.plus(-4.0 * u, -5.0 * u), m.plus(4.0 * u, 5.0 * u)],
                stroke,
            );
            self.path(
                layer,
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
