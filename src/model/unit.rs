//! Forces and their dated reports. `timeline` finds the reports that are current on a day; `scene`
//! draws them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{AreaId, PartyId, PersonId, RecordHead, UnitId, Words};

/// A force as the source names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Id of the force.
    pub id: UnitId,
    /// Names of the force, by language.
    pub names: Words,
    /// What it is called before a child of ten, inside a sentence; empty where its name will do.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// The party that it belongs to; `None` where the source does not say.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// Size class of the force.
    #[serde(default)]
    pub echelon: Echelon,
    /// Arm of the force.
    #[serde(default)]
    pub arm: Arm,
    /// The person who led it; `None` where the source does not say.
    #[serde(default)]
    pub commander: Option<PersonId>,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub note: Words,
    /// Whether the source treats the reports as those of one body, so that a later report replaces
    /// an earlier one. Otherwise the name only gathers reports, and each stands for itself.
    #[serde(default = "yes")]
    pub joined: bool,
    /// The dated reports of the force.
    pub fixes: Vec<Fix>,
}

fn yes() -> bool {
    true
}

/// One dated report of a force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fix {
    /// The fields that all dated records share.
    #[serde(flatten)]
    pub head: RecordHead,
    /// District, group or place; `None` where the source only describes it. For a force that
    /// leaves, the place that it leaves.
    #[serde(default)]
    pub at: Option<AreaId>,
    /// The place in the source's words.
    #[serde(default)]
    pub at_as_written: Option<String>,
    /// The place that it came from; never given for a force that leaves.
    #[serde(default)]
    pub from: Option<AreaId>,
    /// The place that a force that leaves goes to; `None` where the source does not say it.
    #[serde(default)]
    pub to: Option<AreaId>,
    /// What the report says about the force at the place.
    pub kind: FixKind,
    /// The reported numbers, each by one count.
    #[serde(default)]
    pub strength: Vec<Strength>,
    /// What the report says, in one neutral sentence.
    #[serde(default)]
    pub title: Words,
}

impl Fix {
    /// The place that the force left and the place to which it went or is to go; `None` where the
    /// report does not name both.
    #[must_use]
    pub fn journey(&self) -> Option<(&AreaId, &AreaId)> {
        match self.kind {
            FixKind::Leaves => self.at.as_ref().zip(self.to.as_ref()),
            _ => self.from.as_ref().zip(self.at.as_ref()),
        }
    }
}

/// What a report says about a force at a place.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FixKind {
    /// The force is there.
    Stands,
    /// The force has come there.
    Arrives,
    /// The force goes away from there.
    Leaves,
    /// The force is on the way there.
    BoundFor,
    /// The force was ordered to go there.
    Ordered,
    /// The force is expected there.
    Expected,
    /// The force could be raised there.
    Potential,
}

/// One reported number, or a range of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Strength {
    /// The lowest number; `None` where the report gives none.
    #[serde(default)]
    pub min: Option<u32>,
    /// The highest number; `None` where the report gives none.
    #[serde(default)]
    pub max: Option<u32>,
    /// How exact the number is.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// What is counted.
    pub unit: StrengthUnit,
    /// The person or body whose count it is; `None` where the source does not say.
    #[serde(default)]
    pub told_by: Option<PersonId>,
}

/// How exact a number is.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Qualifier {
    /// The number is as counted.
    #[default]
    Exactly,
    /// The number is a maximum.
    UpTo,
    /// The number is approximate.
    About,
}

/// What a number counts.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StrengthUnit {
    /// Men of an arm that is not stated.
    #[default]
    Men,
    /// Bayonets, which are foot soldiers in the line.
    Bayonets,
    /// Infantrymen.
    Infantry,
    /// Cavalrymen.
    Cavalry,
    /// Guns.
    Guns,
    /// Machine guns.
    MachineGuns,
    /// Gunners.
    Artillerymen,
    /// Officers.
    Officers,
    /// Battalions.
    Battalions,
    /// Batteries.
    Batteries,
    /// Regiments.
    Regiments,
    /// Companies.
    Companies,
    /// Armoured trains.
    Trains,
    /// Divisions.
    Divisions,
    /// Brigades.
    Brigades,
    /// Ships.
    Ships,
    /// Aircraft.
    Aircraft,
}

/// Size class of a force.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum Echelon {
    /// The source does not state the size.
    #[default]
    Unstated,
    /// An army.
    Army,
    /// A corps.
    Corps,
    /// A division.
    Division,
    /// A brigade.
    Brigade,
    /// A regiment.
    Regiment,
    /// A battalion.
    Battalion,
    /// A company.
    Company,
    /// A detachment of no stated size.
    Detachment,
    /// A delegation, which consists of people and is not a force.
    Delegation,
}

/// Arm of a force.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum Arm {
    /// The source does not state the arm.
    #[default]
    Unstated,
    /// Infantry.
    Infantry,
    /// Cavalry.
    Cavalry,
    /// Artillery.
    Artillery,
    /// Several arms together.
    Mixed,
    /// Machine guns.
    MachineGuns,
    /// An armoured train.
    Train,
    /// Militia or volunteers.
    Militia,
    /// Ships and their crews.
    Navy,
    /// Aircraft.
    Air,
}
