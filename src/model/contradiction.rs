//! What is told in more than one way.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AreaId, Citation, RecordId, SourceId, Words};
use crate::time::Edtf;

/// Records that disagree, and how the atlas shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Its id.
    pub id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// What it is about, in a few words.
    pub title: Words,
    /// The kind of disagreement.
    pub about: String,
    /// The records that disagree.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// The sources it hangs on instead.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Each side in full.
    pub tellings: Vec<Telling>,
    /// How the atlas shows it.
    #[serde(default)]
    pub handling: Words,
    /// Where and when the map marks it.
    #[serde(default)]
    pub mark: Option<Mark>,
    /// Where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// What it says.
    pub text: Words,
    /// Records that say it.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// Where.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// A contradiction's place and days on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// District, group or place.
    pub area: AreaId,
    /// Days.
    pub when: Edtf,
}

impl Contradiction {
    /// Every record that it names, in order; some may be named twice.
    pub fn named_records(&self) -> impl Iterator<Item = &RecordId> {
        self.records
            .iter()
            .chain(self.tellings.iter().flat_map(|t| &t.records))
    }
}
