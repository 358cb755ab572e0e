//! Dated records that are neither messages, claims, holdings nor reports of forces.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AreaId, PersonId, RecordHead, Words};

/// A dated event that belongs to no other kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// The fields that all dated records share.
    #[serde(flatten)]
    pub head: RecordHead,
    /// The event in a few words.
    pub title: Words,
    /// What happened, in one neutral sentence.
    pub gist: Words,
    /// The same in the words of a child of ten; empty where nobody has written it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Persons and bodies that take part.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// Where it happened, as ids of districts, groups or places.
    #[serde(default)]
    pub places: Vec<AreaId>,
}
