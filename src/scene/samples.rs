//! Samples of the legend for what is held and what is to be given.

use super::builder::{SceneBuilder, TextStyle};
use super::furniture::SAMPLE;
use super::holders::POSSIBLE_TINT;
use super::list::{Layer, LegendHolder, Shape, Stroke};
use super::texture::Letter;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};

impl SceneBuilder<'_> {
    /// A sample of bare land.
    pub(super) fn blank_sample(&mut self, rect: ScreenRect) {
        let base_color = self.context.theme.land;
        self.add(
            Layer::Furniture,
            None,
            Shape::Sample {
                rect,
                base_color,
                texture: None,
                opacity: 1.0,
                zoom: 1.0,
            },
        );
    }

    /// One capsule of the texture of what is to be given to another party.
    pub(super) fn sample_gift(
        &mut self,
        rect: ScreenRect,
        (from, to, is_own): (Option<&Letter>, &Letter, bool),
        (line, tint): (Color, Color),
    ) {
        let (u, middle) = (self.u, rect.centre());
        self.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect,
                round: rect.height() / 2.0,
                fill: Some(tint),
                stroke: Some(Stroke::solid(line, 1.3 * u)),
            },
        );
        let style = |color| TextStyle {
            face: Face::SemiBold,
            size: 13.0,
            color,
            halo: None,
        };
        if let Some(from) = from {
            let at = middle.plus(-9.0 * u, 0.0);
            self.text_centred(Layer::Furniture, None, at, &from.text, style(from.color));
        }
        let at = middle.plus(9.5 * u, 0.0);
        self.text_centred(Layer::Furniture, None, at, &to.text, style(to.color));
        if is_own {
            for y in [-1.8, 1.8] {
                let bar = [-1.6, 4.4].map(|x| middle.plus(x * u, y * u)).to_vec();
                let stroke = Stroke::solid(to.color, 1.4 * u);
                self.path(Layer::Furniture, None, bar, stroke);
            }
            return;
        }
        let tip = middle.plus(4.2 * u, 0.0);
        let shaft = vec![middle.plus(-1.2 * u, 0.0), tip];
        let head = vec![
            tip.plus(-2.6 * u, -2.6 * u),
            tip,
            tip.plus(-2.6 * u, 2.6 * u),
        ];
        for points in [shaft, head] {
            let stroke = Stroke::solid(to.color, 1.4 * u);
            self.path(Layer::Furniture, None, points, stroke);
        }
    }

    /// The ribbon along the middle of a sample, with the holders' letters in it.
    pub(super) fn sample_ribbon(&mut self, rect: ScreenRect, holders: &[LegendHolder]) {
        let (u, land) = (self.u, self.context.theme.land);
        let middle = rect.centre();
        let share = rect.width() / holders.len().max(1) as f32;
        for (i, holder) in holders.iter().enumerate() {
            let inner = if holder.is_certain {
                holder.colors.fill
            } else {
                holder.colors.fill.over(land, POSSIBLE_TINT)
            };
            let left = rect.min.x + share * i as f32;
            for (color, width) in [(holder.colors.mid, 10.6), (inner, 7.4)] {
                let line = vec![
                    ScreenPoint::new(left, middle.y),
                    ScreenPoint::new(left + share, middle.y),
                ];
                self.path(
                    Layer::Furniture,
                    None,
                    line,
                    Stroke::solid(color, width * u),
                );
            }
        }
        for (i, holder) in holders.iter().enumerate() {
            let x = rect.min.x + share * (i as f32 + 0.5);
            self.sample_letter(ScreenPoint::new(x, middle.y), holder);
        }
    }

    fn sample_letter(&mut self, at: ScreenPoint, holder: &LegendHolder) {
        let (ink, is_open) = (holder.colors.line, !holder.is_certain);
        self.roundel(Layer::Furniture, at, 8.4, &holder.letter, ink, is_open);
    }

    pub(super) fn sample_bracket(&mut self, m: ScreenPoint, holders: &[LegendHolder]) {
        let u = self.u;
        let stroke = Stroke::solid(self.context.theme.ink, 1.6 * u);
        for side in [-1.0, 1.0] {
            let x = side * (SAMPLE.0 / 2.0 - 1.0) * u;
            let (foot, half) = (x - side * 4.0 * u, SAMPLE.1 / 2.0 * u);
            let line = [(foot, -half), (x, -half), (x, half), (foot, half)];
            let line = line.map(|(x, y)| m.plus(x, y)).to_vec();
            self.path(Layer::Furniture, None, line, stroke);
        }
        let first = -8.0 * (holders.len() as f32 - 1.0);
        for (i, holder) in holders.iter().enumerate() {
            self.sample_letter(m.plus((first + 16.0 * i as f32) * u, 0.0), holder);
        }
    }

    pub(super) fn sample_town(&mut self, m: ScreenPoint, holder: &LegendHolder) {
        let u = self.u;
        let ring = m.plus(-7.0 * u, 0.0);
        let lines: &[(f32, f32)] = if holder.is_certain {
            &[(7.0, 3.2)]
        } else {
            &[(5.6, 1.2), (8.4, 1.2)]
        };
        let lines = lines.iter().map(|l| (*l, holder.colors.mid));
        for ((radius, width), color) in lines.chain([((3.2, 1.4), self.context.theme.ink)]) {
            self.add(
                Layer::Furniture,
                None,
                Shape::Circle {
                    at: ring,
                    radius: radius * u,
                    fill: None,
                    stroke: Some(Stroke::solid(color, width * u)),
                },
            );
        }
        self.sample_letter(m.plus(9.0 * u, 0.0), holder);
    }
}
