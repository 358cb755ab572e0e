//! Small marks: of the kinds of messages, and of places with contradictory records. They go on the
//! scene's display list and into the legend.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::ScreenRect;
use crate::model::MessageKind;

impl SceneBuilder<'_> {
    /// The mark of a message's kind: tape, flap, corner, hourglass, tick, bubbles or chevrons.
    pub(super) fn kind_mark(&mut self, rect: ScreenRect, kind: MessageKind, color: Color) {
        let u = self.u;
        let m = rect.centre();
        let stroke = Stroke::solid(color, 1.6 * u);
        let p = |x: f32, y: f32| m.plus(x * u, y * u);
        let card = Some(self.context.theme.card);
        self.add(
            Layer::Mark,
            None,
            Shape::Box {
                rect,
                round: 2.0 * u,
                fill: card,
                stroke: Some(stroke),
            },
        );
        match kind {
            MessageKind::Telegram => {
                for (x, long) in [(-8.0, 3.0), (-3.0, 3.0), (2.0, 1.0), (6.0, 3.0)] {
                    self.path(
                        Layer::Mark,
                        None,
                        vec![p(x, 0.0), p(x + long, 0.0)],
                        Stroke::solid(color, 2.2 * u),
                    );
                }
            }
            MessageKind::Letter => self.path(
                Layer::Mark,
                None,
                vec![p(-12.0, -8.0), p(0.0, 2.0), p(12.0, -8.0)],
                stroke,
            ),
            MessageKind::Note => {
                for (y, long) in [(-3.5, 5.0), (0.0, 7.0), (3.5, 7.0)] {
                    self.path(Layer::Mark, None, vec![p(-7.0, y), p(long, y)], stroke);
                }
            }
            MessageKind::Ultimatum => {
                let glass = vec![
                    p(-5.0, -6.0),
                    p(5.0, -6.0),
                    p(-5.0, 6.0),
                    p(5.0, 6.0),
                    p(-5.0, -6.0),
                ];
                self.path(Layer::Mark, None, glass, stroke);
            }
            MessageKind::Decision => {
                self.path(
                    Layer::Mark,
                    None,
                    vec![p(-6.0, 0.0), p(-1.5, 4.5), p(6.5, -5.0)],
                    Stroke::solid(color, 2.2 * u),
                );
            }
            MessageKind::Order => {
                for x in [-5.0, 1.0] {
                    self.path(
                        Layer::Mark,
                        None,
                        vec![p(x, -5.0), p(x + 4.5, 0.0), p(x, 5.0)],
                        stroke,
                    );
                }
            }
            MessageKind::Talk | MessageKind::Speech | MessageKind::Phone => {
                for x in [-5.5, 0.0, 5.5] {
                    self.disc(Layer::Mark, None, p(x, 0.0), 1.9, color);
                }
            }
            MessageKind::Unstated => {
                let ring = Some(Stroke::dotted(color, 1.6 * u, 3.2 * u));
                self.add(
                    Layer::Mark,
                    None,
                    Shape::Circle {
                        at: m,
                        radius: 4.5 * u,
                        fill: None,
                        stroke: ring,
                    },
                );
            }
        }
    }

    /// Marks at places about which records contradict each other.
    pub(super) fn twice_told(&mut self) {
        let (u, context) = (self.u, self.context);
        for index in &context.situation.contradictions {
            let contradiction = &context.atlas().contradictions[*index];
            let Some(mark) = &contradiction.mark else {
                continue;
            };
            let Some(at) = context
                .geometry()
                .anchor_of(mark.area.as_str())
                .map(|p| self.at(p))
            else {
                continue;
            };
            if !self.occupancy.frame().holds(at) {
                continue;
            }
            let (w, h) = (33.0 * u, 24.0 * u);
            let rings = [24.0_f32, 30.0, 37.0, 45.0, 54.0, 64.0, 76.0].into_iter();
            let candidates: Vec<ScreenRect> = rings
                .flat_map(|reach| (0..16).map(move |i| (reach, i as f32)))
                .map(|(reach, i)| {
                    let (y, x) = (std::f32::consts::TAU * (i - 0.5) / 16.0).sin_cos();
                    ScreenRect::around(at.plus(x * (reach + 5.0) * u, y * reach * u), w, h)
                })
                .collect();
            let Some(rect) = self.occupancy.best(&candidates) else {
                continue;
            };
            let id = Some(contradiction.id.as_str());
            let (ink, card) = (context.theme.ink, context.theme.card);
            // A badge that stands farther from its place is joined to it by a thin line.
            let end = rect.nearest(at);
            let start = at.toward(end, (14.0 * u / at.distance(end).max(0.1)).min(1.0));
            if start.distance(end) > 9.0 * u {
                let line = vec![start, end];
                self.path(Layer::Trail, id, line, Stroke::solid(ink, 1.1 * u));
            }
            let stroke = Some(Stroke::solid(ink, 1.8 * u));
            self.add(
                Layer::Mark,
                id,
                Shape::Box {
                    rect,
                    round: h / 2.0,
                    fill: Some(card),
                    stroke,
                },
            );
            self.text_centred(
                Layer::Mark,
                id,
                rect.centre(),
                &format!("{}×", contradiction.tellings.len().max(2)),
                TextStyle {
                    face: Face::SemiBold,
                    size: 15.0,
                    color: ink,
                    halo: None,
                },
            );
            self.occupancy.take(rect);
            self.hit(rect.expand(4.0 * u), contradiction.id.as_str());
            self.explain(
                LegendRank::ToldTwice,
                LegendSign::Twice,
                context.text.get("legend-twice"),
            );
        }
    }
}
