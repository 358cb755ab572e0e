//! The sign of one entry of a legend on its own, for pages that explain a map in their own texts.

use super::SceneContext;
use super::builder::SceneBuilder;
use super::list::{Item, LegendSign};
use crate::geometry::ScreenPoint;

/// Width and height of a sign with the space around it, in design units.
const BOX: (f32, f32) = (44.0, 30.0);

/// Draws the sign of a legend entry. Returns its items, and the width and height in points that they
/// have room in.
#[must_use]
pub fn legend_sign(view: &SceneContext<'_>, sign: &LegendSign) -> (Vec<Item>, (f32, f32)) {
    let (w, h) = (BOX.0 * view.unit, BOX.1 * view.unit);
    let mut s = SceneBuilder::new(*view);
    s.legend_sign(ScreenPoint::new(w / 2.0, h / 2.0), sign);
    (s.items, (w, h))
}
