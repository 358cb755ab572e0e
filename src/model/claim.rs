//! What a voice wanted for an area, and who held it. `timeline` derives the situation on a day from
//! these records.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{AreaId, Basis, DistrictId, PartyId, PersonId, RecordHead, RecordId, Words};

/// One statement about one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// The fields that all dated records share.
    #[serde(flatten)]
    pub head: RecordHead,
    /// The persons or bodies that make the statement; several where they sign together.
    pub voices: Vec<PersonId>,
    /// District or group; `None` where the source does not name it or merely describes it, so that
    /// it is not drawn.
    #[serde(default)]
    pub area: Option<DistrictId>,
    /// The area in the source's words.
    #[serde(default)]
    pub area_as_written: Option<String>,
    /// What is wanted; `None` where the claim is listed but states no stance.
    #[serde(default)]
    pub stance: Option<StanceKind>,
    /// The recipient, for `assigns`, `recognises` and `renounces`.
    #[serde(default)]
    pub to: Option<PartyId>,
    /// The party that acts, for `occupy`, `evacuate` and `opposes`.
    #[serde(default)]
    pub by: Option<PartyId>,
    /// The party that must renounce, for `presses`.
    #[serde(default)]
    pub of: Option<PartyId>,
    /// The condition on which the stance depends; empty where there is none.
    #[serde(default)]
    pub condition: Words,
    /// The message that states the claim.
    #[serde(default)]
    pub message: Option<RecordId>,
    /// Whether it is doubtful that this message states the claim.
    #[serde(default)]
    pub message_doubtful: bool,
    /// The last day on which it is in force, where the source itself gives one; `None`: until the
    /// voice makes another statement.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Order among records of one date; the greater has priority.
    #[serde(default)]
    pub rank: u8,
    /// The stance in the source's words.
    #[serde(default)]
    pub stance_as_written: Option<String>,
}

/// The eleven stances, grouped by the question that each answers.
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
    /// The speaker's party claims the area.
    Claims,
    /// The area is to be given to `to`.
    Assigns,
    /// The area belongs to `to`.
    Recognises,
    /// The area is disputed and its future open.
    Disputed,
    /// The speaker's party gives up its claim, to `to` where it is named.
    Renounces,
    /// The speaker's party demands that `of` renounces the area.
    Presses,
    /// The area is to be autonomous.
    Autonomy,
    /// Troops of `by` should occupy the area.
    Occupy,
    /// Troops of `by` must leave the area.
    Evacuate,
    /// The speaker's party will not take the area.
    Declines,
    /// The speaker's party opposes a taking of the area by `by`.
    Opposes,
}

/// The three questions that stances answer. A stance answers exactly one of them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// To whom the area should belong.
    Whose,
    /// Whose troops should be in the area.
    WhoseTroops,
    /// Against whom the speaker's party opposes a taking of the area.
    AgainstWhom,
}

impl Question {
    /// All questions, in the order in which a lens asks them.
    pub const ALL: [Self; 3] = [Self::Whose, Self::WhoseTroops, Self::AgainstWhom];
}

impl StanceKind {
    /// The question that the stance answers.
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

/// A stance with its parties. Two statements of one voice are the same if their stances are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Stance {
    /// The kind of stance.
    pub kind: StanceKind,
    /// The recipient.
    pub to: Option<PartyId>,
    /// The party that acts.
    pub by: Option<PartyId>,
    /// The party that must renounce.
    pub of: Option<PartyId>,
}

impl Claim {
    /// The claim's stance; `None` where the claim is listed but states none.
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

/// A statement about who held a district or place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Control {
    /// The fields that all dated records share.
    #[serde(flatten)]
    pub head: RecordHead,
    /// The party that held it; `None` where the source does not name it.
    #[serde(default)]
    pub holder: Option<PartyId>,
    /// The holder in the source's words.
    #[serde(default)]
    pub holder_as_written: Option<String>,
    /// Parties that, by the source, did *not* hold it.
    #[serde(default)]
    pub not: Vec<PartyId>,
    /// District, group or place; `None` where the source does not name it or merely describes it.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// The area in the source's words.
    #[serde(default)]
    pub area_as_written: Option<String>,
    /// Whether all of the area is held or a part.
    #[serde(default)]
    pub extent: HeldExtent,
    /// What the record says, in one neutral sentence.
    #[serde(default)]
    pub title: Words,
}

/// How much of an area is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeldExtent {
    /// All of the area.
    #[default]
    Whole,
    /// A part of the area.
    Part,
}
