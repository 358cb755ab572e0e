//! The relief of the land, over the fills.

use super::builder::SceneBuilder;
use super::list::{HachureStyle, Layer, LegendRank, LegendSign, ReliefStyle, Shape, Stroke};
use crate::geometry::ReliefMap;
use crate::numeric::clamped;

/// Size of a cell of the heights, in design units, up to which the shading has its full opacity.
/// It is an image, whose pixels must not be seen.
const SHADING_WHOLE: f64 = 9.0;
/// Size of a cell of the heights, in design units, from which there is no shading.
const SHADING_GONE: f64 = 26.0;
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
        let gone = (cell - SHADING_WHOLE) / (SHADING_GONE - SHADING_WHOLE);
        let fade = 1.0 - clamped(gone, 0.0, 1.0) as f32;
        let words = self.context.text.with(
            "legend-relief",
            &[("km", &self.context.text.number(relief.cell_km))],
        );
        let opacity = f32::from(theme.shading_percent) / 100.0 * fade;
        if opacity > 0.0 {
            let color = theme.shading;
            let style = ReliefStyle::Shading { color, opacity };
            self.add(Layer::Relief, None, Shape::Relief(style));
        }
        let opacity = f32::from(theme.hachures_percent) / 100.0;
        if opacity > 0.0 {
            let color = theme.hachures.alpha(opacity);
            let style = ReliefStyle::Hachures(HachureStyle {
                step: ReliefMap::step(&view, u),
                color,
                light: f32::from(theme.hachures_light) / 100.0,
            });
            self.add(Layer::Relief, None, Shape::Relief(style));
            if cell > INTERPOLATED {
                let sign = LegendSign::Line(Stroke::solid(color, 1.2 * u));
                self.explain(LegendRank::Relief, sign, words);
            }
        }
    }
}
