//! The foot of a slide: the number of the step, who speaks, and where it is read.

use std::cmp::Ordering;

use super::builder::TextStyle;
use super::list::{Layer, Shape, Stroke};
use super::page::PlatePage;
use super::slide::SlideLayout;
use super::slide_column::{LEAST, MARGIN};
use super::typeface::Face;
use crate::geometry::ScreenPoint;
use crate::model::{StepKind, TourStep};
use crate::session::Lecture;

/// Font size of the citation, in design units.
const CITE: f32 = 27.0;

impl PlatePage<'_> {
    /// The foot: number of the step, dots of all steps, who speaks, and where it is read.
    pub(super) fn slide_foot(&mut self, layout: &SlideLayout, lecture: &Lecture, step: &TourStep) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme, atlas) = (context.text, context.theme, context.atlas());
        let foot = layout.foot;
        let card = Shape::Box {
            rect: foot,
            round: 0.0,
            fill: Some(theme.card),
            stroke: None,
        };
        self.s.items.insert(
            0,
            super::Item {
                layer: Layer::Furniture,
                subject: None,
                shape: card,
            },
        );
        let left = foot.min.x + MARGIN * k;
        let count = lecture.steps().len();
        let values = [
            ("step", (lecture.at() + 1).to_string()),
            ("count", count.to_string()),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let number = text.with("step-of", &values);
        let style = Self::style(Face::SemiBold, LEAST, theme.ink);
        let at = ScreenPoint::new(left, foot.min.y + 40.0 * k);
        self.s.text(Layer::Furniture, None, at, &number, style);
        let apart = (foot.width() / k * 0.2 / count.max(1) as f32).min(26.0);
        for i in 0..count {
            let at = ScreenPoint::new(left + (9.0 + apart * i as f32) * k, foot.min.y + 84.0 * k);
            let (radius, fill) = match i.cmp(&lecture.at()) {
                Ordering::Less => (5.0, theme.ink),
                Ordering::Equal => (9.0, theme.ink),
                Ordering::Greater => (5.0, theme.card),
            };
            let circle = Shape::Circle {
                at,
                radius: radius * k,
                fill: Some(fill),
                stroke: Some(Stroke::solid(theme.ink, 2.0 * k)),
            };
            self.s.add(Layer::Furniture, None, circle);
        }
        let right = foot.max.x - 40.0 * k;
        let dots = left + (30.0 + apart * count as f32) * k;
        let beside = dots.max(left + self.s.width(&number, style)) + 24.0 * k;
        // The first and last slide say on their page whose telling it is.
        let calm = matches!(step.kind, StepKind::Opening | StepKind::Closing);
        if calm && step.select.is_none() {
            return;
        }
        // On a detour the map shows what the step's record does not say.
        let session = context.session;
        if session.is_detour() && !session.shows_step_records() {
            return;
        }
        let Some(speaker) = text.speaker(atlas, step) else {
            return;
        };
        let room = (right - beside) / k;
        let fitting = speaker.who.iter().find_map(|who| {
            let faces = [Face::Regular, Face::Condensed].into_iter();
            let face = faces.clone().find(|face| face.width(who, LEAST) <= room)?;
            Some((who, Self::style(face, LEAST, theme.ink)))
        });
        let cite = Self::style(Face::Regular, CITE, theme.ink2);
        let mut write = |words: &str, style: TextStyle, y: f32| {
            let at = ScreenPoint::new(right - self.s.width(words, style), foot.min.y + y * k);
            self.s.text(Layer::Furniture, None, at, words, style);
        };
        if let Some((who, style)) = fitting {
            write(who, style, 38.0);
        }
        // The pages alone where there is no room for author and year.
        let fits = |words: &&String| cite.face.width(words, CITE) <= room;
        let words = speaker.cites.iter().find(fits).or(speaker.cites.last());
        if let Some(words) = words {
            write(words, cite, 82.0);
        }
    }
}
