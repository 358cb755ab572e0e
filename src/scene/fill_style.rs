//! How a fill is painted, and the letters that say it in a pill: the color shows the party, the
//! texture what is wanted.

use std::collections::HashSet;

use super::builder::{PillPart, SceneBuilder, parts_that_fit};
use super::texture::{Letter, Stripe, Texture};
use super::theme::Color;
use crate::model::{HeldExtent, PartyId};
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Fill, FillKind, Lens};

/// Opacity of what is only possible.
const POSSIBLE: f32 = 0.5;
/// Opacity over the land of the color of a party that holds a district, through the lens of
/// control. It is lighter than the whole color, which says that the party also claims it.
const HELD_TINT: f32 = 0.45;
/// Opacity over the land of the color inside the capsules of [`Texture::Given`].
pub(super) const GIVEN_TINT: f32 = 0.15;
/// Opacity over the land of the outlines of the capsules, so that a wish is paler than a claim.
const GIVEN_LINE: f32 = 0.6;

/// The most claimants of a district that have stripes, in the order of the atlas. More are finer than an
/// eye tells apart, and their image would be wider than a screen can take; record and legend name all.
const MOST_STRIPES: usize = 24;

/// How a district is painted. `None` stands for no color or no texture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paint {
    pub(super) fill: Fill,
    pub(super) base_color: Option<Color>,
    pub(super) texture: Option<Texture>,
}

impl Paint {
    pub(super) fn is_possible(&self) -> bool {
        self.fill.certainty == Some(Truth::Possible)
    }

    /// Whether the party that claims it also holds it, which the whole color says.
    pub(super) fn is_held_too(&self) -> bool {
        self.fill.kind == FillKind::Claimed && self.base_color.is_some()
    }

    pub(super) fn opacity(&self) -> f32 {
        if self.is_possible() { POSSIBLE } else { 1.0 }
    }
}

impl SceneBuilder<'_> {
    /// Color and texture of a district through `lens`.
    pub(super) fn paint_through(&self, state: DistrictOnDay<'_>, lens: &Lens) -> Paint {
        let fill = state.fill(lens);
        let holders = whole_holders(state);
        let giver = lens.viewer(self.context.atlas());
        let (base_color, texture) = self.fill_style(&fill, giver.as_ref(), &holders);
        Paint {
            fill,
            base_color,
            texture,
        }
    }

    /// Base color and texture of a fill, as the party `viewer` sees it. `holders` are the parties
    /// that hold the whole district.
    pub(super) fn fill_style(
        &self,
        fill: &Fill,
        viewer: Option<&PartyId>,
        holders: &[(&PartyId, Truth)],
    ) -> (Option<Color>, Option<Texture>) {
        let theme = self.context.theme;
        let colors = |p: &PartyId| self.colors_of(p);
        let first = fill.parties.first().map_or(theme.nobody(), colors);
        let stripe = |p: &PartyId| Stripe {
            color: Some(colors(p).fill),
            letter: theme.lettered_stripes.then(|| Letter {
                text: self.letter_of(p),
                color: theme.ink,
            }),
        };
        let tint = (theme.texture_tint_percent > 0).then(|| {
            let share = f32::from(theme.texture_tint_percent) / 100.0;
            first.fill.over(theme.land, share)
        });
        match fill.kind {
            FillKind::Claimed => match fill.parties.as_slice() {
                [one] if holders.contains(&(one, Truth::Certain)) => (Some(first.fill), None),
                [one] => {
                    let stripes = vec![stripe(one), Stripe::default()];
                    (None, Some(Texture::Stripes(stripes)))
                }
                all => {
                    let stripes = all.iter().take(MOST_STRIPES).map(stripe).collect();
                    (None, Some(Texture::Stripes(stripes)))
                }
            },
            FillKind::Held => match holders {
                [(_, Truth::Certain)] => (Some(first.fill.over(theme.land, HELD_TINT)), None),
                _ => (None, None),
            },
            FillKind::Assigns | FillKind::Recognises => {
                let letter = |p: &PartyId| Letter {
                    text: self.letter_of(p),
                    color: colors(p).line,
                };
                let to = fill.parties.first().map_or_else(
                    || Letter {
                        text: String::new(),
                        color: first.line,
                    },
                    letter,
                );
                let given = Texture::Given {
                    from: viewer.map(letter),
                    to,
                    is_own: fill.kind == FillKind::Recognises,
                    line: first.mid.over(theme.land, GIVEN_LINE),
                    tint: first.fill.over(theme.land, GIVEN_TINT),
                };
                (None, Some(given))
            }
            FillKind::Disputed => (Some(theme.hatch_ground), Some(Texture::Hatch(theme.hatch))),
            FillKind::Renounced => (tint, Some(Texture::Rings(first.line))),
            FillKind::Occupy | FillKind::Evacuate => (tint, Some(Texture::Pickets(first.line))),
            FillKind::Opposed => (tint, Some(Texture::Crosses(first.line))),
            FillKind::Pressed => (tint, Some(Texture::Angles(first.line))),
            FillKind::Autonomy => (tint, Some(Texture::Diamonds(first.line))),
            FillKind::Declined => (tint, Some(Texture::Dashes(first.line))),
            FillKind::Unknown => (None, None),
        }
    }

    /// A district's stance as the parts of a pill; empty where it has none.
    pub(super) fn pill_parts(
        &self,
        state: DistrictOnDay<'_>,
        paint: &Paint,
        lens: &Lens,
    ) -> Vec<PillPart> {
        let fill = &paint.fill;
        if fill.kind == FillKind::Unknown {
            return Vec::new();
        }
        let theme = self.context.theme;
        let letter = |p: &PartyId, hollow| {
            PillPart::Letter(self.letter_of(p), self.colors_of(p).line, hollow)
        };
        let viewer = lens.viewer(self.context.atlas());
        let claimants = match lens {
            Lens::Claims => state.claimants(),
            _ => Vec::new(),
        };
        let told: HashSet<&PartyId> = claimants
            .iter()
            .filter(|c| c.hearsay)
            .map(|c| &c.party)
            .collect();
        let hearsay = |p: &PartyId| match lens {
            Lens::Claims => told.contains(p),
            _ => fill.hearsay,
        };
        let mut parts: Vec<PillPart> = viewer.iter().map(|p| letter(p, fill.hearsay)).collect();
        match fill.kind {
            FillKind::Assigns | FillKind::Recognises => {
                parts.push(if fill.kind == FillKind::Recognises {
                    PillPart::Equals
                } else {
                    PillPart::Arrow
                });
                parts.extend(fill.parties.iter().map(|p| letter(p, false)));
            }
            // The letters of holders stand in their ribbons and brackets.
            FillKind::Held => {}
            FillKind::Claimed if viewer.is_none() => {
                parts.extend(fill.parties.iter().map(|p| letter(p, hearsay(p))));
            }
            FillKind::Claimed => {}
            // The gray of the hatching is too pale for so small a sample.
            FillKind::Disputed => parts.push(PillPart::Sample(Texture::Hatch(theme.ink2))),
            _ => parts.extend(paint.texture.clone().map(PillPart::Sample)),
        }
        parts_that_fit(parts)
    }
}

/// The parties that hold a whole district by the records, each once.
pub(super) fn whole_holders(state: DistrictOnDay<'_>) -> Vec<(&PartyId, Truth)> {
    holders(state, HeldExtent::Whole)
}

/// The parties that hold a part of a district by the records, which do not say which part, each
/// once. A party that holds the whole is not among them.
pub(super) fn part_holders(state: DistrictOnDay<'_>) -> Vec<(&PartyId, Truth)> {
    let whole = holders(state, HeldExtent::Whole);
    let mut parts = holders(state, HeldExtent::Part);
    parts.retain(|(party, _)| whole.iter().all(|(other, _)| other != party));
    parts
}

fn holders(state: DistrictOnDay<'_>, extent: HeldExtent) -> Vec<(&PartyId, Truth)> {
    let mut found: Vec<(&PartyId, Truth)> = Vec::new();
    for (control, certainty) in state.holders().filter(|(c, _)| c.extent == extent) {
        let Some(party) = &control.holder else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| *known == party) {
            Some(known) => known.1 = known.1.max(certainty),
            None => found.push((party, certainty)),
        }
    }
    found.sort();
    found
}
