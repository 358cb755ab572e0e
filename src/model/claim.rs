//! What a voice wanted for an area, and who held it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{AreaId, Basis, DistrictId, PartyId, PersonId, RecordHead, RecordId, Words};

/// One statement about one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// What it shares with every other record.
    #[serde(flatten)]
    pub head: RecordHead,
    /// Whose words; several when they sign together.
    pub voices: Vec<PersonId>,
    /// District or group; `None`: unnamed or merely described, so nothing is painted.
    #[serde(default)]
    pub area: Option<DistrictId>,
    /// The area in the source's words.
    #[serde(default)]
    pub area_as_written: Option<String>,
    /// What is wanted; `None`: listed, no stance.
    #[serde(default)]
    pub stance: Option<StanceKind>,
    /// To whom (`assigns`, `recognises`, `renounces`).
    #[serde(default)]
    pub to: Option<PartyId>,
    /// By whom (`occupy`, `evacuate`, `opposes`).
    #[serde(default)]
    pub by: Option<PartyId>,
    /// Of whom (`presses`).
    #[serde(default)]
    pub of: Option<PartyId>,
    /// On what condition.
    #[serde(default)]
    pub condition: Words,
    /// The message that states it.
    #[serde(default)]
    pub message: Option<RecordId>,
    /// Whether that join is doubtful.
    #[serde(default)]
    pub message_doubtful: bool,
    /// Order among records of one date; later wins.
    #[serde(default)]
    pub rank: u8,
    /// The stance in the source's words.
    #[serde(default)]
    pub stance_as_written: Option<String>,
}

/// The eleven stances, by the question each answers.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StanceKind {
    /// Mine.
    Claims,
    /// To be given to `to`.
    Assigns,
    /// Is `to`'s.
    Recognises,
    /// Open.
    Disputed,
    /// Mine no more.
    Renounces,
    /// `of` must renounce.
    Presses,
    /// Autonomy.
    Autonomy,
    /// Troops of `by` should stand there.
    Occupy,
    /// Troops of `by` must leave.
    Evacuate,
    /// We will not occupy.
    Declines,
    /// A taking by `by` is opposed.
    Opposes,
}

/// The three questions that stances answer and never mix.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Whose should it be.
    Whose,
    /// Whose troops should stand there.
    WhoseTroops,
    /// Against whom.
    AgainstWhom,
}

impl Question {
    /// All of them, in the order in which a lens asks them.
    pub const ALL: [Self; 3] = [Self::Whose, Self::WhoseTroops, Self::AgainstWhom];
}

impl StanceKind {
    /// The question it answers.
    #[must_use]
    pub fn question(self) -> Question {
        match self {
            Self::Claims
            | Self::Assigns
            | Self::Recognises
            | Self::Disputed
            | Self::Renounces
            | Self::Presses
            | Self::Autonomy => Question::Whose,
            Self::Occupy | Self::Evacuate | Self::Declines => Question::WhoseTroops,
            Self::Opposes => Question::AgainstWhom,
        }
    }
}

/// A stance with its parties: the value that supersession compares.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Stance {
    /// Which.
    pub kind: StanceKind,
    /// To whom.
    pub to: Option<PartyId>,
    /// By whom.
    pub by: Option<PartyId>,
    /// Of whom.
    pub of: Option<PartyId>,
}

impl Claim {
    /// Its stance, unless it is only listed.
    #[must_use]
    pub fn stance(&self) -> Option<Stance> {
        let kind = self.stance.filter(|_| self.head.basis != Basis::Author)?;
        Some(Stance {
            kind,
            to: self.to.clone(),
            by: self.by.clone(),
            of: self.of.clone(),
        })
    }
}

/// One holder of one district or place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Control {
    /// What it shares with every other record.
    #[serde(flatten)]
    pub head: RecordHead,
    /// Who held it; `None`: not named.
    #[serde(default)]
    pub holder: Option<PartyId>,
    /// The holder in the source's words.
    #[serde(default)]
    pub holder_as_written: Option<String>,
    /// Who, the source says, did *not* hold it.
    #[serde(default)]
    pub not: Vec<PartyId>,
    /// District, group or place; `None`: unnamed or merely described.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// The area in the source's words.
    #[serde(default)]
    pub area_as_written: Option<String>,
    /// All of it or a part.
    #[serde(default)]
    pub extent: HeldExtent,
    /// One neutral sentence.
    #[serde(default)]
    pub title: Words,
}

/// How much of an area is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeldExtent {
    /// All of it.
    #[default]
    Whole,
    /// Some of it.
    Part,
}
