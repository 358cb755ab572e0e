//! Contradictions between records. The map marks them, and a filter can choose one version.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AreaId, Citation, RecordId, SourceId, Words};
use crate::time::Edtf;

/// Records that disagree, and how the atlas shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Id of the contradiction.
    pub id: RecordId,
    /// Ids of the entries in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// What the contradiction is about, in a few words.
    pub title: Words,
    /// The title in the words of a child of ten; empty where nobody has written it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// The kind of disagreement, such as a date or a number.
    pub about: String,
    /// The records that disagree.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// The sources that disagree, where no single records do.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// The versions, each in full.
    pub tellings: Vec<Telling>,
    /// How the atlas shows the contradiction.
    #[serde(default)]
    pub handling: Words,
    /// The place and days on which the map marks it; `None` where it is only listed.
    #[serde(default)]
    pub mark: Option<Mark>,
    /// The pages and notes where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// One version of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// What the version says.
    pub text: Words,
    /// Records that follow this version.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// The pages and notes where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// The place and days of a contradiction on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// District, group or place.
    pub area: AreaId,
    /// The days on which the mark is drawn.
    pub when: Edtf,
}

impl Contradiction {
    /// Every record that the contradiction names, in order; some may be named twice.
    pub fn named_records(&self) -> impl Iterator<Item = &RecordId> {
        self.records
            .iter()
            .chain(self.tellings.iter().flat_map(|t| &t.records))
    }
}
