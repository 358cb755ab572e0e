//! Forces and their dated reports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{AreaId, PartyId, PersonId, RecordHead, UnitId, Words};

/// A force as the source names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its names.
    pub names: Words,
    /// Whose it is; `None`: the source does not say.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// Its size class.
    #[serde(default)]
    pub echelon: Echelon,
    /// Its arm.
    #[serde(default)]
    pub arm: Arm,
    /// Who led it.
    #[serde(default)]
    pub commander: Option<PersonId>,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// Its dated reports.
    pub fixes: Vec<Fix>,
}

/// One dated report of a force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fix {
    /// What it shares with every other record.
    #[serde(flatten)]
    pub head: RecordHead,
    /// District, group or place; `None`: described only.
    #[serde(default)]
    pub at: Option<AreaId>,
    /// Where, in the source's words.
    #[serde(default)]
    pub at_as_written: Option<String>,
    /// Where it came from.
    #[serde(default)]
    pub from: Option<AreaId>,
    /// What the report says of it.
    pub kind: FixKind,
    /// How many, by whose count.
    #[serde(default)]
    pub strength: Vec<Strength>,
    /// One neutral sentence.
    #[serde(default)]
    pub title: Words,
}

/// What a report says of a force at a place.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FixKind {
    /// It is there.
    Stands,
    /// It has come there.
    Arrives,
    /// It goes from there.
    Leaves,
    /// It is on the way there.
    BoundFor,
    /// It has been told to go there.
    Ordered,
    /// It is looked for there.
    Expected,
    /// It could be raised there.
    Potential,
}

/// One reported number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Strength {
    /// Lowest.
    #[serde(default)]
    pub min: Option<u32>,
    /// Highest.
    #[serde(default)]
    pub max: Option<u32>,
    /// How exact.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// Of what.
    pub unit: StrengthUnit,
    /// By whose count.
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
    /// As counted.
    #[default]
    Exactly,
    /// At most.
    UpTo,
    /// About.
    About,
}

/// What is counted.
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
    /// Men, arm not stated.
    #[default]
    Men,
    /// Bayonets: foot soldiers in the line.
    Bayonets,
    /// Infantry.
    Infantry,
    /// Cavalry.
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
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Echelon {
    /// The source does not say.
    #[default]
    Unstated,
    /// Army.
    Army,
    /// Corps.
    Corps,
    /// Division.
    Division,
    /// Brigade.
    Brigade,
    /// Regiment.
    Regiment,
    /// Battalion.
    Battalion,
    /// Company.
    Company,
    /// Detachment.
    Detachment,
    /// A delegation: people, not a force.
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
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Arm {
    /// The source does not say.
    #[default]
    Unstated,
    /// Infantry.
    Infantry,
    /// Cavalry.
    Cavalry,
    /// Artillery.
    Artillery,
    /// Several arms.
    Mixed,
    /// Machine guns.
    MachineGuns,
    /// Armoured train.
    Train,
    /// Militia or volunteers.
    Militia,
    /// Ships and their crews.
    Navy,
    /// Aircraft.
    Air,
}
