//! Lenses: the party, voice or question by which the map is colored, and what the color of a
//! district then means. `scene` turns a [`Fill`] into colors and textures.

use serde::Serialize;

use crate::model::{Atlas, PartyId, PersonId, RecordId, Stance, StanceKind, nearest};
use crate::time::Truth;

/// The point of view by which the map is colored.
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
    /// The neutral view of all claims: every claimant of a district.
    #[default]
    Claims,
    /// The neutral view of control: who held a district.
    Control,
    /// The answers of one party.
    Party(PartyId),
    /// The answers of one person or body.
    Voice(PersonId),
}

/// Maximum number of voices that the error for an unknown lens lists.
const MOST_VOICES: usize = 8;

/// The error for a name that is no lens of the atlas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no lens `{name}`;{near} choose claims, control, a party ({parties}) or a voice such as {voices}"
)]
pub struct UnknownLens {
    name: String,
    /// What may have been meant, as a question; empty where nothing is alike.
    near: String,
    parties: String,
    voices: String,
}

impl Lens {
    /// The lens that `name` stands for in `atlas`: `claims`, `control`, or the id of a party or
    /// voice.
    ///
    /// # Errors
    /// [`UnknownLens`], which lists the lenses of the atlas.
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
        let ids = parties
            .iter()
            .copied()
            .chain(atlas.people.iter().map(|p| p.id.as_str()));
        let near = nearest(name, ids.chain(["claims", "control"]));
        Err(UnknownLens {
            name: name.to_owned(),
            near: near.map_or_else(String::new, |near| format!(" did you mean `{near}`?")),
            parties: parties.join(", "),
            voices,
        })
    }

    /// The name by which [`Lens::named`] finds the lens.
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
    /// The parties whose colors are shown: claimants, recipients or owners of troops, otherwise the
    /// lens's own party.
    pub parties: Vec<PartyId>,
    /// Whether the fill is certain or possible; `None` where nothing is on record.
    pub certainty: Option<Truth>,
    /// Whether the fill is known only from another's report.
    pub hearsay: bool,
    /// The records that the fill rests on.
    pub records: Vec<RecordId>,
}

impl Fill {
    /// What a stance of a party means as a color. `records` are those that it rests on.
    #[must_use]
    pub fn of_stance(
        stance: &Stance,
        party: Option<&PartyId>,
        certainty: Truth,
        hearsay: bool,
        records: Vec<RecordId>,
    ) -> Self {
        let color = match stance.kind {
            StanceKind::Assigns | StanceKind::Recognises => &stance.to,
            StanceKind::Occupy | StanceKind::Evacuate => &stance.by,
            _ => &None,
        };
        Self {
            kind: stance.kind.into(),
            parties: color.as_ref().or(party).cloned().into_iter().collect(),
            certainty: Some(certainty),
            hearsay,
            records,
        }
    }

    /// The fill for a district about which nothing is on record.
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

/// The meaning of a fill.
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
