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
const MOST_BENT: f32 = 0.44;
/// Cost of crossing a label, independent of the length of the crossing. One of bend is half the
/// chord's length and costs 25.
const CROSSING: f32 = 12.0;
/// Radius of the number of a message, in design units.
pub(super) const NUMBER_RADIUS: f32 = 10.0;

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
            let (mut crossed, mut over) = (0.0, false);
            for p in between {
                let taken = self.occupancy.is_taken(p);
                crossed += match (frame.holds(p), taken && !over) {
                    (false, _) => 3.0,
                    (_, true) => CROSSING,
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
        let best = |skews: &[f32], step: usize| {
            let bends = (-29..=17)
                .step_by(step)
                .map(|i| usual + 0.02 * i as f32)
                .filter(|b| b.abs() <= MOST_BENT.max(usual));
            let variants = bends.flat_map(|b| skews.iter().map(move |s| (b, *s)));
            variants
                .map(|w| (cost(&w), w))
                .min_by(|x, y| x.0.total_cmp(&y.0))
                .unwrap_or((0.0, (usual, 0.0)))
        };
        let (least, coarse) = best(if many { &[0.0] } else { &[0.0, -0.18, 0.18] }, 4);
        // Only where every coarse variant crosses a label are finer ones tried.
        if many || least < CROSSING {
            return control(coarse);
        }
        control(best(&[0.0, -0.1, 0.1, -0.2, 0.2, -0.3, 0.3], 1).1)
    }

    /// A thin arc, with the mark of its kind in the middle.
    pub(super) fn arc(&mut self, arc: &Arc<'_>) {
        let (u, theme) = (self.u, self.context.theme);
        let &Arc {
            id,
            ends: (a, b),
            beside,
            color,
            repeat,
            selected,
            ..
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
        self.arc_mark(arc, &on);
        if !many {
            for pair in course.windows(2) {
                self.take_line(pair[0], pair[1]);
            }
        }
        self.explain(
            LegendRank::Message,
            LegendSign::Arc(theme.ink2),
            self.context.text.get("legend-message"),
        );
    }

    /// The mark of an arc's kind on the arc, with its number and the number of further signatories
    /// beside it, where these lie on no name or sign.
    fn arc_mark(&mut self, arc: &Arc<'_>, on: &impl Fn(f32) -> ScreenPoint) {
        let (u, theme) = (self.u, self.context.theme);
        let style = TextStyle {
            face: Face::SemiBold,
            size: 15.0,
            color: theme.ink,
            halo: Some(theme.land),
        };
        let more = if arc.further > 0 {
            format!("+{}", arc.further)
        } else {
            String::new()
        };
        let more_width = self.width(&more, style);
        let number_room = arc
            .number
            .map_or(0.0, |_| 2.0 * NUMBER_RADIUS * u + 4.0 * u);
        let more_room = if more.is_empty() {
            0.0
        } else {
            more_width + 5.0 * u
        };
        let (wide, high) = (26.0 * u + number_room + more_room, 2.0 * NUMBER_RADIUS * u);
        let mut shares = (2..=18)
            .map(|i| f32::from(i as u8) / 20.0)
            .collect::<Vec<_>>();
        shares.sort_by(|a, b| (a - 0.5).abs().total_cmp(&(b - 0.5).abs()));
        let places: Vec<ScreenRect> = shares
            .iter()
            .map(|t| ScreenRect::sized(on(*t).plus(-13.0 * u, -high / 2.0), wide, high))
            .collect();
        let Some(rect) = self.occupancy.best(&places) else {
            return;
        };
        let middle = rect.centre().y;
        let mark = ScreenRect::around(
            ScreenPoint::new(rect.min.x + 13.0 * u, middle),
            26.0 * u,
            18.0 * u,
        );
        self.kind_mark(mark, arc.kind, arc.color);
        self.hit(rect.expand(4.0 * u), arc.id);
        self.occupancy.take(rect);
        let mut right = mark.max.x;
        if let Some(number) = arc.number {
            let at = ScreenPoint::new(right + (4.0 + NUMBER_RADIUS) * u, middle);
            self.message_number(Layer::Mark, arc.id, at, number);
            right = at.x + NUMBER_RADIUS * u;
        }
        if !more.is_empty() {
            let at = ScreenPoint::new(right + 4.0 * u, middle);
            self.text(Layer::Mark, Some(arc.id), at, &more, style);
        }
    }

    /// The number of a message of the day, as beside the map.
    pub(super) fn message_number(
        &mut self,
        layer: Layer,
        id: &str,
        at: ScreenPoint,
        number: usize,
    ) {
        let (u, theme) = (self.u, self.context.theme);
        let circle = Shape::Circle {
            at,
            radius: (NUMBER_RADIUS - 0.7) * u,
            fill: Some(theme.card),
            stroke: Some(Stroke::solid(theme.ink, 1.4 * u)),
        };
        self.add(layer, Some(id), circle);
        let style = TextStyle {
            face: Face::SemiBold,
            size: 15.0,
            color: theme.ink,
            halo: None,
        };
        self.text_centred(layer, Some(id), at, &number.to_string(), style);
    }
}
