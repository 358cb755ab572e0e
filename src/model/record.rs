//! What every record shares: its date, its citation chain, and on whose word it stands.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PersonId, RecordId, SourceId, Words};
use crate::time::Edtf;

/// The date of a record, as the source gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dating {
    /// EDTF; `None` when the source gives nothing at all.
    #[serde(default)]
    pub when: Option<Edtf>,
    /// First day the source allows, overriding the width of `~` and `?`.
    #[serde(default)]
    pub earliest: Option<NaiveDate>,
    /// Last day the source allows.
    #[serde(default)]
    pub latest: Option<NaiveDate>,
    /// Records that this one follows.
    #[serde(default)]
    pub after: Vec<RecordId>,
    /// Records that this one precedes.
    #[serde(default)]
    pub before: Vec<RecordId>,
    /// The date in the source's own form.
    #[serde(default)]
    pub as_written: Option<String>,
    /// The calendar of `as_written`.
    #[serde(default)]
    pub calendar: Calendar,
}

/// Which calendar a source counts in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    /// The source does not say.
    #[default]
    Unstated,
    /// Gregorian.
    New,
    /// Julian.
    Old,
}

/// One link from a record to the page, note and archive it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// The source that was read.
    pub source: SourceId,
    /// Its page.
    #[serde(default)]
    pub page: Option<u32>,
    /// Its note; `None`: the page has no note for this.
    #[serde(default)]
    pub note: Option<NoteNumber>,
    /// How closely the note covers the statement.
    #[serde(default)]
    pub fit: Fit,
    /// The archive or book that the note names; not seen by this atlas.
    #[serde(default)]
    pub original: Option<String>,
}

/// A numbered note, or the mark of an unnumbered one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum NoteNumber {
    /// `20`
    Number(u32),
    /// `"*"`
    Mark(String),
}

impl std::fmt::Display for NoteNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(n) => write!(f, "{n}"),
            Self::Mark(m) => f.write_str(m),
        }
    }
}

/// How a note fits the statement it is cited for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// The note stands at the sentence.
    Direct,
    /// The note stands later and may or may not cover the sentence.
    Passage,
    /// No note covers it.
    #[default]
    None,
}

/// On what a record rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The source reports a document's words.
    Document,
    /// The author tells it.
    Narrative,
    /// The author's reading of whom or what a document means.
    Gloss,
    /// Inferred from what was done.
    Inference,
    /// The author's judgement: listed, never a stance.
    Author,
}

/// The weight of a voice, strongest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// A governing body decides.
    Decision,
    /// A commissar, minister, government or commander addresses another.
    Official,
    /// A person writes inside their own side.
    Individual,
}

/// Reporter and records that a dated statement shares; see [`Dating`].
pub(crate) type Teller = Option<PersonId>;

impl Dating {
    /// First and last day on which the record's instant may lie: its own bounds before the width of its EDTF.
    #[must_use]
    pub fn bounds(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let extent = self.when.as_ref().map(Edtf::extent).unwrap_or_default();
        (
            self.earliest.or(extent.begins_earliest),
            self.latest.or(extent.ends_latest),
        )
    }

    /// The day, where the source gives one.
    #[must_use]
    pub fn exact_day(&self) -> Option<NaiveDate> {
        self.when.as_ref().and_then(Edtf::exact_day)
    }
}

impl Words {
    /// Whether there is nothing to say; for notes that are usually absent.
    #[must_use]
    pub fn absent(&self) -> bool {
        self.is_empty()
    }
}
