//! Lenses: through whose eyes the map is coloured, and what a district's colour then is.

use serde::Serialize;

use crate::model::{Atlas, PartyId, PersonId, RecordId, StanceKind};
use crate::time::Truth;

/// Through whose eyes the map is colored.
///
/// ```
/// use std::path::Path;
/// use araxes::load::{files, load};
/// use araxes::timeline::Lens;
///
/// let folder = files::read_folder(Path::new("docs/example-atlas")).expect("the folder is there");
/// let atlas = load(&folder).atlas.expect("an atlas without faults");
/// let lens = Lens::named("crown", &atlas).expect("a party of that atlas");
/// assert_eq!(lens.name(), "crown");
/// assert!(Lens::named("nobody", &atlas).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Lens {
    /// Nobody's: every claimant.
    #[default]
    Claims,
    /// Who held it.
    Control,
    /// As one party saw it.
    Party(PartyId),
    /// As one person or body saw it.
    Voice(PersonId),
}

/// An unknown name is answered with so many voices that there are.
const MOST_VOICES: usize = 8;

/// No lens has that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no lens `{name}`; choose claims, control, a party ({parties}) or a voice such as {voices}"
)]
pub struct UnknownLens {
    name: String,
    parties: String,
    voices: String,
}

impl Lens {
    /// The lens of that name in `atlas`.
    ///
    /// # Errors
    /// [`UnknownLens`], which lists what there is.
    pub fn named(name: &str, atlas: &Atlas) -> Result<Self, UnknownLens> {
        match name {
            "claims" => return Ok(Self::Claims),
            "control" => return Ok(Self::Control),
            _ => {}
        }
        if let Some(party) = atlas.party(name) {
            return Ok(Self::Party(party.id.clone()));
        }
        if let Some(person) = atlas.person(name) {
            return Ok(Self::Voice(person.id.clone()));
        }
        let parties: Vec<_> = atlas.parties.iter().map(|p| p.id.as_str()).collect();
        let mut voices: Vec<_> = atlas
            .claims
            .iter()
            .flat_map(|c| &c.voices)
            .map(PersonId::as_str)
            .collect();
        voices.sort_unstable();
        voices.dedup();
        let more = voices.len().saturating_sub(MOST_VOICES);
        voices.truncate(MOST_VOICES);
        let mut voices = voices.join(", ");
        if more > 0 {
            voices = format!("{voices} and {more} more");
        }
        Err(UnknownLens {
            name: name.to_owned(),
            parties: parties.join(", "),
            voices,
        })
    }

    /// The name by which [`Lens::named`] finds it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Claims => "claims",
            Self::Control => "control",
            Self::Party(id) => id.as_str(),
            Self::Voice(id) => id.as_str(),
        }
    }

    /// The party through whose eyes the map is seen; `None` for the neutral lenses, and for a voice
    /// that speaks for no party.
    #[must_use]
    pub fn viewer(&self, atlas: &Atlas) -> Option<PartyId> {
        match self {
            Self::Claims | Self::Control => None,
            Self::Party(id) => Some(id.clone()),
            Self::Voice(id) => atlas.person(id.as_str())?.party.clone(),
        }
    }
}

/// What a district's color means: the themes turn it into colors and textures.
///
/// ```
/// use araxes::timeline::{Fill, FillKind};
///
/// let fill = Fill::unknown();
/// assert_eq!(fill.kind, FillKind::Unknown);
/// assert!(fill.records.is_empty(), "a color without records does not exist");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fill {
    /// What is wanted or held.
    pub kind: FillKind,
    /// Whose colour: claimants, recipients, whose troops; the lens's own party else.
    pub parties: Vec<PartyId>,
    /// `None` where nothing is on record.
    pub certainty: Option<Truth>,
    /// Whether it is known only from another's report.
    pub hearsay: bool,
    /// The records it rests on.
    pub records: Vec<RecordId>,
}

impl Fill {
    /// Nothing on record.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            kind: FillKind::Unknown,
            parties: Vec::new(),
            certainty: None,
            hearsay: false,
            records: Vec::new(),
        }
    }
}

/// What a fill says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the words of the contract; see `StanceKind`")]
pub enum FillKind {
    Claimed,
    Assigns,
    Recognises,
    Disputed,
    Renounced,
    Pressed,
    Autonomy,
    Occupy,
    Evacuate,
    Declined,
    Opposed,
    Held,
    Unknown,
}

impl From<StanceKind> for FillKind {
    fn from(kind: StanceKind) -> Self {
        match kind {
            StanceKind::Claims => Self::Claimed,
            StanceKind::Assigns => Self::Assigns,
            StanceKind::Recognises => Self::Recognises,
            StanceKind::Disputed => Self::Disputed,
            StanceKind::Renounces => Self::Renounced,
            StanceKind::Presses => Self::Pressed,
            StanceKind::Autonomy => Self::Autonomy,
            StanceKind::Occupy => Self::Occupy,
            StanceKind::Evacuate => Self::Evacuate,
            StanceKind::Declines => Self::Declined,
            StanceKind::Opposes => Self::Opposed,
        }
    }
}
