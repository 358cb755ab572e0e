//! Arcs of messages: bent around labels, with the mark of their kind in the middle. The arcs go on
//! the scene's display list after the labels are placed.

use super::builder::{SceneBuilder, TextStyle};
use super::diplomacy::SEAT_RADIUS;
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::MessageKind;
use crate::numeric::clamped;

/// Distance from its ends, in design units, within which an arc may cross what is drawn there.
const ARC_ENDS: f32 = 14.0;
/// Maximum height of an arc's bend, as a fraction of its chord.
const MOST_BENT: f32 = 0.34;

/// A message between two points.
pub(super) struct Arc<'a> {
    pub(super) id: &'a str,
    pub(super) ends: (ScreenPoint, ScreenPoint),
    /// Number of arcs between the same ends that are drawn already.
    pub(super) beside: usize,
    pub(super) kind: MessageKind,
    pub(super) color: Color,
    /// Whether the message was sent on another day and is drawn for what it led to on this one.
    pub(super) repeat: bool,
    pub(super) selected: bool,
    /// Its number among the messages of the day; `None` where they are not numbered.
    pub(super) number: Option<usize>,
    /// Number of signatories without an arc of their own.
    pub(super) further: usize,
}

impl SceneBuilder<'_> {
    /// The control point of an arc from `a` to `b`. The arc bends toward the center of the map,
    /// more for each further one between the same ends, and so that it crosses as few labels and
    /// signs as possible.
    fn bend(&self, a: ScreenPoint, b: ScreenPoint, beside: usize) -> ScreenPoint {
        let long = a.distance(b);
        let (mut nx, mut ny) = (-(b.y - a.y) / long, (b.x - a.x) / long);
        let middle = self.occupancy.frame().centre();
        let chord = a.toward(b, 0.5);
        if (middle.x - chord.x) * nx + (middle.y - chord.y) * ny < 0.0 {
            (nx, ny) = (-nx, -ny);
        }
        let usual = 0.14 + 0.07 * beside as f32;
        let (u, frame) = (self.u, self.occupancy.frame());
        // Over a range there are many arcs and no reader follows a single one, so a coarser test is
        // enough.
        let many = self.context.situation.since.is_some();
        let apart = if many { 20.0 } else { 9.0 } * u;
        let count = clamped((long / apart).ceil(), 8.0, 400.0);
        let control = |(part, skew): (f32, f32)| {
            a.toward(b, 0.5 + skew)
                .plus(nx * part * long * 2.0, ny * part * long * 2.0)
        };
        let cost = |variant: &(f32, f32)| {
            let control = control(*variant);
            let on = |t: f32| a.toward(control, t).toward(control.toward(b, t), t);
            let course = (0..=count as usize).map(|i| on(i as f32 / count));
            // What is drawn at the very ends belongs to the ends and is no obstacle.
            let between = course.filter(|p| p.distance(a).min(p.distance(b)) > ARC_ENDS * u);
            // Crossing a label costs as much as 16 % more bend, independent of the length of the
            // crossing.
            let (mut crossed, mut over) = (0.0, false);
            for p in between {
                let taken = self.occupancy.is_taken(p);
                crossed += match (frame.holds(p), taken && !over) {
                    (false, _) => 3.0,
                    (_, true) => 4.0,
                    _ if taken => 0.75,
                    _ => 0.0,
                };
                over = taken;
            }
            crossed
                + (variant.0 - usual).abs() * 25.0
                + variant.1.abs() * 8.0
                + if variant.0 < 0.0 { 1.0 } else { 0.0 }
        };
        let skews: &[f32] = if many { &[0.0] } else { &[0.0, -0.18, 0.18] };
        let bends = (-10..=14)
            .step_by(if many { 4 } else { 2 })
            .map(|i| usual + 0.02 * i as f32);
        let variants = bends
            .filter(|b| b.abs() <= MOST_BENT.max(usual))
            .flat_map(|b| skews.iter().map(move |s| (b, *s)));
        let best = variants
            .map(|w| (cost(&w), w))
            .min_by(|x, y| x.0.total_cmp(&y.0))
            .map_or((usual, 0.0), |(_, w)| w);
        control(best)
    }

    /// A thin arc, with the mark of its kind in the middle.
    pub(super) fn arc(&mut self, arc: &Arc<'_>) {
        let (u, theme) = (self.u, self.context.theme);
        let &Arc {
            id,
            ends: (a, b),
            beside,
            kind,
            color,
            repeat,
            selected,
            number,
            further,
        } = arc;
        let long = a.distance(b);
        let control = self.bend(a, b, beside);
        let on = |t: f32| a.toward(control, t).toward(control.toward(b, t), t);
        let trim = SEAT_RADIUS * u / long;
        let course: Vec<ScreenPoint> = (0..=40)
            .map(|i| on(trim + (1.0 - 1.6 * trim) * i as f32 / 40.0))
            .collect();
        // Over a range there are many arcs, so they are thinner and have no halo.
        let many = self.context.situation.since.is_some() && !selected;
        let width = if selected {
            3.2
        } else if many {
            1.1
        } else {
            1.9
        } * u;
        if !many {
            self.path(
                Layer::Arc,
                Some(id),
                course.clone(),
                Stroke::solid(theme.land, width + 3.2 * u),
            );
        }
        let stroke = if repeat {
            Stroke::dashed(color, width, 7.0 * u, 5.0 * u)
        } else {
            Stroke::solid(color, width)
        };
        self.path(Layer::Arc, Some(id), course.clone(), stroke);
        // The addressee's end has a small open ring, so that an arc is not taken for an arrow.
        let ring = Some(Stroke::solid(color, 1.9 * u));
        self.add(
            Layer::Arc,
            Some(id),
            Shape::Circle {
                at: course[40],
                radius: 4.0 * u,
                fill: Some(theme.card),
                stroke: ring,
            },
        );
        let places: Vec<ScreenRect> = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]
            .iter()
            .map(|t| ScreenRect::around(on(*t), 26.0 * u, 18.0 * u))
            .collect();
        let Some(mark) = self.occupancy.best(&places) else {
            return;
        };
        self.kind_mark(mark, kind, color);
        self.occupancy.take(mark);
        self.hit(mark.expand(5.0 * u), id);
        let mut right = mark.max.x;
        if let Some(number) = number {
            let at = ScreenPoint::new(right + 12.0 * u, mark.centre().y);
            let stroke = Some(Stroke::solid(theme.ink, 1.4 * u));
            self.add(
                Layer::Mark,
                Some(id),
                Shape::Circle {
                    at,
                    radius: 8.5 * u,
                    fill: Some(theme.card),
                    stroke,
                },
            );
            let style = TextStyle {
                face: Face::SemiBold,
                size: 11.5,
                color: theme.ink,
                halo: None,
            };
            self.text_centred(Layer::Mark, Some(id), at, &number.to_string(), style);
            self.occupancy
                .take(ScreenRect::around(at, 18.0 * u, 18.0 * u));
            right = at.x + 9.0 * u;
        }
        if further > 0 {
            let style = TextStyle {
                face: Face::SemiBold,
                size: 11.5,
                color: theme.ink,
                halo: Some(theme.land),
            };
            let words = format!("+{further}");
            let width = self.width(&words, style);
            let at = ScreenPoint::new(right + 4.0 * u + width / 2.0, mark.centre().y);
            self.text_centred(Layer::Mark, Some(id), at, &words, style);
            self.occupancy.take(ScreenRect::around(at, width, 14.0 * u));
        }
        self.explain(
            LegendRank::Message,
            LegendSign::Arc(theme.ink2),
            self.context.text.get("legend-message"),
        );
    }
}
