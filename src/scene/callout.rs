//! A callout: what a plate's headline says, at the place where it happened, with where it is read. It
//! is drawn only where it covers nothing.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};

/// Distances of a callout from its place that are tried, in design units.
const REACHES: [f32; 7] = [22.0, 34.0, 48.0, 64.0, 82.0, 102.0, 124.0];
/// Distance from its place at which its leader begins, in design units.
const CLEAR: f32 = 15.0;

/// What a callout says.
#[derive(Debug, Clone)]
pub(super) struct Callout {
    /// Id of the place or district at which it stands.
    pub(super) area: String,
    /// What happened.
    pub(super) words: String,
    /// The page and note where it is read.
    pub(super) cite: String,
}

impl SceneBuilder<'_> {
    /// Draws a callout near its place, where it and its leader cover nothing.
    pub(super) fn callout(&mut self, callout: &Callout) {
        let (u, theme) = (self.u, self.context.theme);
        let geometry = self.context.geometry();
        let Some(at) = geometry.anchor_of(&callout.area).map(|p| self.at(p)) else {
            return;
        };
        if !self.occupancy.frame().holds(at) {
            return;
        }
        let bold = TextStyle {
            face: Face::SemiBold,
            size: 14.0,
            color: theme.ink,
            halo: None,
        };
        let small = TextStyle {
            face: Face::Italic,
            size: 13.0,
            color: theme.ink2,
            halo: None,
        };
        let words = self.width(&callout.words, bold);
        let cite = self.width(&callout.cite, small);
        let size = (words.max(cite) + 14.0 * u, 42.0 * u);
        let Some(rect) = self.callout_rect(at, size) else {
            return;
        };
        let end = rect.nearest(at);
        let start = at.toward(end, (CLEAR * u / at.distance(end).max(1.0)).min(1.0));
        let stroke = Stroke::solid(theme.ink, 1.3 * u);
        self.path(Layer::Mark, Some(&callout.area), vec![start, end], stroke);
        self.add(
            Layer::Mark,
            Some(&callout.area),
            Shape::Box {
                rect,
                round: 2.0 * u,
                fill: Some(theme.card),
                stroke: Some(stroke),
            },
        );
        let left = rect.min.x + 7.0 * u;
        let first = ScreenPoint::new(left, rect.min.y + 13.0 * u);
        self.text(Layer::Mark, None, first, &callout.words, bold);
        let second = ScreenPoint::new(left, rect.min.y + 30.0 * u);
        self.text(Layer::Mark, None, second, &callout.cite, small);
        self.occupancy.take(rect);
    }

    fn callout_rect(&self, at: ScreenPoint, (w, h): (f32, f32)) -> Option<ScreenRect> {
        let u = self.u;
        let turns = (0..16u8).map(|i| std::f32::consts::TAU * f32::from(i) / 16.0);
        let candidates = REACHES
            .into_iter()
            .flat_map(|reach| turns.clone().map(move |turn| (reach, turn)));
        let rect = |(reach, turn): (f32, f32)| {
            let (y, x) = turn.sin_cos();
            let centre = at.plus(x * (reach * u + w / 2.0), y * (reach * u + h / 2.0));
            ScreenRect::around(centre, w, h)
        };
        candidates.map(rect).find(|rect| {
            let end = rect.nearest(at);
            let start = at.toward(end, (CLEAR * u / at.distance(end).max(1.0)).min(1.0));
            self.occupancy.is_free(&rect.expand(4.0 * u))
                && self.occupancy.crossed(start, end) == 0.0
        })
    }
}
