//! The signs of the map on their own, for panels and pages that explain a map or a record in their
//! own texts.

use super::SceneContext;
use super::builder::SceneBuilder;
use super::list::{Item, LegendHolder, LegendSign};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{MessageKind, PartyId};
use crate::time::Truth;
use crate::timeline::Fill;

/// Width and height of a sign with the space around it, in design units.
const BOX: (f32, f32) = (44.0, 30.0);

/// Draws the sign of a legend entry. Returns its items, and the width and height in points that they
/// have room in.
#[must_use]
pub fn legend_sign(view: &SceneContext<'_>, sign: &LegendSign) -> (Vec<Item>, (f32, f32)) {
    drawn(view, |s, m| s.legend_sign(m, sign))
}

/// Draws the mark of a kind of message in the color of its sender's party. Returns the same as
/// [`legend_sign`].
#[must_use]
pub fn message_sign(
    view: &SceneContext<'_>,
    kind: MessageKind,
    party: Option<&PartyId>,
) -> (Vec<Item>, (f32, f32)) {
    drawn(view, |s, m| {
        let color = party.map_or(s.context.theme.ink2, |p| s.colors_of(p).mid);
        let rect = ScreenRect::around(m, 26.0 * s.u, 18.0 * s.u);
        s.kind_mark(rect, kind, color);
    })
}

/// The sample of a fill, as the map of the party `viewer` shows it.
#[must_use]
pub fn fill_sign(view: &SceneContext<'_>, fill: &Fill, viewer: Option<&PartyId>) -> LegendSign {
    let (base_color, texture) = SceneBuilder::new(*view).fill_style(fill, viewer, &[]);
    LegendSign::Fill(base_color, texture, fill.certainty == Some(Truth::Possible))
}

/// The ribbon of a holder.
#[must_use]
pub fn holder_sign(view: &SceneContext<'_>, holder: &PartyId, certainty: Truth) -> LegendSign {
    let s = SceneBuilder::new(*view);
    LegendSign::Ribbon(vec![LegendHolder {
        colors: s.colors_of(holder),
        letter: s.letter_of(holder),
        is_certain: certainty == Truth::Certain,
    }])
}

fn drawn(
    view: &SceneContext<'_>,
    draw: impl FnOnce(&mut SceneBuilder<'_>, ScreenPoint),
) -> (Vec<Item>, (f32, f32)) {
    let (w, h) = (BOX.0 * view.unit, BOX.1 * view.unit);
    let mut s = SceneBuilder::new(*view);
    draw(&mut s, ScreenPoint::new(w / 2.0, h / 2.0));
    (s.items, (w, h))
}
