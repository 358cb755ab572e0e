//! The relief of the land, over the fills.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, ReliefKind, ReliefStyle, Shape, Stroke};
use super::theme::Color;
use crate::geometry::ReliefMap;

/// Size of a cell of the heights, in design units, from which the legend says how far apart they
/// are: what lies between them is interpolated.
const INTERPOLATED: f64 = 18.0;

impl SceneBuilder<'_> {
    /// The relief, as the theme wants it.
    pub(super) fn relief(&mut self) {
        let Some(relief) = &self.context.geometry().relief else {
            return;
        };
        let (u, theme) = (self.u, self.context.theme);
        let view = self.context.session.viewport();
        let cell = relief.cell_km * view.scale / f64::from(u);
        let km = self.context.text.number(relief.cell_km);
        let step = ReliefMap::step(&view, u);
        let drawn = |color: Color, percent: u8| color.alpha(f32::from(percent) / 100.0);
        let light = f32::from(theme.hachures_light) / 100.0;
        let hachures = drawn(theme.hachures, theme.hachures_percent);
        for (color, kind) in [
            (
                drawn(theme.shading, theme.shading_percent),
                ReliefKind::Shading,
            ),
            (hachures, ReliefKind::Hachures { light }),
        ] {
            if color.0[3] > 0 {
                let style = ReliefStyle { step, color, kind };
                self.add(Layer::Relief, None, Shape::Relief(style));
            }
        }
        if cell > INTERPOLATED {
            let words = self.context.text.with("legend-relief", &[("km", &km)]);
            let sign = LegendSign::Line(Stroke::solid(hachures, 1.2 * u));
            self.explain(LegendRank::Relief, sign, words);
        }
    }
}
