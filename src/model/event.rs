//! Dated records that are neither words, holdings nor reports of forces.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AreaId, PersonId, RecordHead, Words};

/// Anything else with a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// What it shares with every other record.
    #[serde(flatten)]
    pub head: RecordHead,
    /// A few words.
    pub title: Words,
    /// One neutral sentence.
    pub gist: Words,
    /// Who.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// Where: district, group or place ids.
    #[serde(default)]
    pub places: Vec<AreaId>,
}
