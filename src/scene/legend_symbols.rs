//! The signs of the legend for seats, places and the age of reports: the map's own signs, drawn
//! small.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendSign, PlaceSign, Shape, Stroke};
use super::theme::Color;
use crate::geometry::{ScreenPoint, ScreenRect};

/// Size of a sign of the legend relative to the map's.
const SHARE: f32 = 0.66;

impl SceneBuilder<'_> {
    /// Draws one of the map's own signs, centered on `m`.
    pub(super) fn symbol_sign(&mut self, m: ScreenPoint, sign: &LegendSign) {
        let (first, unit) = (self.items.len(), self.u);
        self.u = unit * SHARE;
        match sign {
            LegendSign::Aged(color) => self.aged_sign(m, *color),
            LegendSign::Seat(letter, color) => {
                self.roundel(Layer::Furniture, m, 14.6, letter, *color, false);
            }
            LegendSign::Place(place) => self.place_symbol(m, *place),
            _ => {}
        }
        self.u = unit;
        for item in &mut self.items[first..] {
            item.layer = Layer::Furniture;
        }
    }

    fn furniture_box(&mut self, rect: ScreenRect, color: Color) {
        let shape = Shape::Box {
            rect,
            round: 0.0,
            fill: Some(color),
            stroke: None,
        };
        self.add(Layer::Furniture, None, shape);
    }

    fn ring(&mut self, at: ScreenPoint, radius: f32, stroke: Option<Stroke>) {
        let shape = Shape::Circle {
            at,
            radius: radius * self.u,
            fill: None,
            stroke,
        };
        self.add(Layer::Furniture, None, shape);
    }

    fn aged_sign(&mut self, m: ScreenPoint, color: Color) {
        let land = self.context.theme.land;
        for (i, opacity) in [(-1.0, 0.62), (0.0, 0.36), (1.0, 0.16)] {
            let at = m.plus(i * 18.0 * self.u, 0.0);
            let rect = ScreenRect::around(at, 15.0 * self.u, 20.0 * self.u);
            self.furniture_box(rect, color.over(land, opacity));
        }
    }

    fn place_symbol(&mut self, m: ScreenPoint, place: PlaceSign) {
        let (u, theme) = (self.u * 1.3, self.context.theme);
        match place {
            PlaceSign::Capital => {
                let rect = ScreenRect::around(m, 13.0 * u, 13.0 * u);
                self.rim(rect, Some(Stroke::solid(theme.ink, 2.0 * u)));
                self.furniture_box(rect.expand(-4.0 * u), theme.ink);
            }
            PlaceSign::Town => self.ring(m, 4.6 * 1.3, Some(Stroke::solid(theme.ink, 1.8 * u))),
            PlaceSign::Village => self.disc(Layer::Furniture, None, m, 3.0 * 1.3, theme.ink),
            PlaceSign::Peak => {
                let corners = vec![
                    m.plus(0.0, -6.0 * u),
                    m.plus(5.5 * u, 4.5 * u),
                    m.plus(-5.5 * u, 4.5 * u),
                ];
                self.solid(Layer::Furniture, None, corners, theme.relief_text);
            }
            PlaceSign::Pass => {
                let stroke = Stroke::solid(theme.relief_text, 1.6 * u);
                for side in [-1.0, 1.0] {
                    let bow = |y: f32| m.plus(side * (3.0 + y * y / 14.0) * u, y * u);
                    let bow = [-6.0, -3.0, 0.0, 3.0, 6.0].map(bow);
                    self.path(Layer::Furniture, None, bow.to_vec(), stroke);
                }
            }
        }
    }
}
