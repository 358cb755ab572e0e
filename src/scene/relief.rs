//! The relief of the land, over the fills.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, Shape};
use crate::numeric::clamped;

/// Size of a relief cell, in design units, up to which the relief has its full opacity.
const RELIEF_WHOLE: f64 = 9.0;
/// Size of a relief cell, in design units, from which the relief is not drawn.
const RELIEF_GONE: f64 = 26.0;

impl SceneBuilder<'_> {
    /// The relief over the fills. It fades out at scales at which single cells of its grid could be
    /// seen.
    pub(super) fn relief(&mut self) {
        let Some(relief) = &self.context.geometry().relief else {
            return;
        };
        let cell = relief.cell_km * self.context.session.viewport().scale / f64::from(self.u);
        let fade = 1.0
            - clamped(
                (cell - RELIEF_WHOLE) / (RELIEF_GONE - RELIEF_WHOLE),
                0.0,
                1.0,
            ) as f32;
        let theme = self.context.theme;
        if fade > 0.0 {
            let opacity = f32::from(theme.relief_percent) / 100.0 * fade;
            self.add(
                Layer::Relief,
                None,
                Shape::Relief {
                    color: theme.relief,
                    opacity,
                },
            );
        }
        if fade < 1.0 {
            let words = self.context.text.with(
                "legend-relief",
                &[("km", &self.context.text.number(relief.cell_km))],
            );
            self.explain(
                LegendRank::Relief,
                LegendSign::Fill(Some(theme.beyond), None, false),
                words,
            );
        }
    }
}
