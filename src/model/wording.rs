//! What an atlas says about its own presentation: sentences about itself, units of the scale bar,
//! and palette slots. Plates and the legend show them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Party, Words};

/// Sentences in which an atlas describes itself. A missing one is replaced by a general one, or
/// omitted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AtlasTexts {
    /// The sources that were read, drawn at the foot of every plate and chart.
    #[serde(default)]
    pub plate_source: Words,
    /// A caution about what plates show, below the sources.
    #[serde(default)]
    pub plate_note: Words,
    /// What a boundary of precision 1 is drawn from.
    #[serde(default)]
    pub precision_1: Words,
    /// What a boundary of precision 2 is drawn from.
    #[serde(default)]
    pub precision_2: Words,
    /// What a boundary of precision 3 is drawn from.
    #[serde(default)]
    pub precision_3: Words,
    /// To whom the data of the map are owed and under which licences, at the foot of plates.
    #[serde(default)]
    pub map_credits: Words,
    /// Where the sources and licences of the boundaries are documented.
    #[serde(default)]
    pub boundary_source: Words,
}

/// A unit of length on the scale bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ScaleUnit {
    /// Metres.
    Metres,
    /// Kilometres.
    Km,
    /// Statute miles of 1.609344 km.
    Miles,
    /// Russian versts of 1.0668 km.
    Versts,
}

impl ScaleUnit {
    /// Length of the unit, in kilometres.
    #[must_use]
    pub const fn km(self) -> f64 {
        match self {
            Self::Metres => 0.001,
            Self::Km => 1.0,
            Self::Miles => 1.609_344,
            Self::Versts => 1.0668,
        }
    }

    /// The units of an atlas that names none.
    pub(super) fn usual() -> Vec<Self> {
        vec![Self::Km]
    }
}

/// Number of palette slots in every theme.
pub const PALETTE_SLOTS: u8 = 12;

/// A slot in the palette of every theme, written `party-1` to `party-12`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^party-([1-9]|1[0-2])$"))]
pub struct PaletteSlot(u8);

/// The error for a slot that no theme has.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no palette slot; the slots are `party-1` to `party-12`")]
pub struct UnknownSlot(String);

impl PaletteSlot {
    /// Every slot, in order.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        (1..=PALETTE_SLOTS).map(Self)
    }
}

impl Default for PaletteSlot {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<String> for PaletteSlot {
    type Error = UnknownSlot;

    fn try_from(text: String) -> Result<Self, UnknownSlot> {
        Self::all()
            .find(|slot| String::from(*slot) == text)
            .ok_or(UnknownSlot(text))
    }
}

impl From<PaletteSlot> for String {
    fn from(slot: PaletteSlot) -> Self {
        format!("party-{}", slot.0)
    }
}

/// Gives every party without a slot the first one that no party names, in the order of the file.
/// After the last slot the assignment begins again at the first.
pub(crate) fn assign_slots(parties: &mut [Party]) {
    let named: Vec<PaletteSlot> = parties.iter().filter_map(|p| p.slot).collect();
    let free: Vec<PaletteSlot> = PaletteSlot::all().filter(|s| !named.contains(s)).collect();
    let mut next = free.into_iter().chain(PaletteSlot::all().cycle());
    for party in parties.iter_mut().filter(|p| p.slot.is_none()) {
        party.slot = next.next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(id: usize, slot: Option<u8>) -> Party {
        Party {
            id: format!("p-{id}").as_str().into(),
            names: Words::default(),
            called: Words::default(),
            troops: Words::default(),
            seat: None,
            letter: "P".to_owned(),
            slot: slot.map(PaletteSlot),
            language: None,
            capital: true,
            lens: None,
            in_plain_words: crate::model::PlainParty::default(),
        }
    }

    #[test]
    fn parties_without_a_slot_take_the_free_ones_in_order() {
        let mut parties = vec![
            party(1, None),
            party(2, Some(1)),
            party(3, Some(3)),
            party(4, None),
        ];
        assign_slots(&mut parties);
        let slots: Vec<u8> = parties.iter().filter_map(|p| p.slot).map(|s| s.0).collect();
        assert_eq!(slots, [2, 1, 3, 4]);
        let mut many: Vec<Party> = (0..14).map(|i| party(i, None)).collect();
        assign_slots(&mut many);
        assert_eq!(many[11].slot, Some(PaletteSlot(12)));
        assert_eq!(many[13].slot, Some(PaletteSlot(2)));
    }

    #[test]
    fn a_slot_is_read_as_it_is_written() {
        for slot in PaletteSlot::all() {
            assert_eq!(PaletteSlot::try_from(String::from(slot)).ok(), Some(slot));
        }
        for wrong in ["party-0", "party-13", "party-01", "red", ""] {
            assert!(PaletteSlot::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
