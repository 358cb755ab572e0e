//! What every dated record shares: its id, its date, its citation chain, and on whose word it stands.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{
    AreaId, Claim, Control, DistrictId, Event, Fix, Message, PersonId, RecordId, SourceId, Unit,
    Words,
};
use crate::time::Edtf;

/// What a claim, a control record, a report of a force, a message and an event have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecordHead {
    /// Its id.
    pub id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// When it is of.
    #[serde(flatten)]
    pub dating: Dating,
    /// Where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// On what it rests.
    pub basis: Basis,
    /// Who reports it, where the words of the speaker or the fact itself are not on record (hearsay).
    #[serde(default)]
    pub told_by: Option<PersonId>,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
}

/// The kinds of dated records, in the order in which lists, lanes and tables show them. As a word, the key of a heading:
/// `messages`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RecordKind {
    /// Messages.
    Messages,
    /// Claims.
    Claims,
    /// Who held what.
    Control,
    /// Reports of forces.
    Units,
    /// Events.
    Events,
}

impl RecordKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

/// What a line of a list, or a thing found, is. As a word: `message`. The order is that of things found with the same
/// rank on the same day: a message stands before the claims it states.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum EntryKind {
    District,
    Place,
    Person,
    Unit,
    Message,
    Event,
    Claim,
    Control,
    Contradiction,
    Source,
}

impl EntryKind {
    /// Whether what it names has a date of its own.
    #[must_use]
    pub fn is_dated(self) -> bool {
        RecordKind::ALL.iter().any(|kind| Self::from(*kind) == self)
    }
}

impl From<RecordKind> for EntryKind {
    fn from(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Messages => Self::Message,
            RecordKind::Claims => Self::Claim,
            RecordKind::Control => Self::Control,
            RecordKind::Units => Self::Unit,
            RecordKind::Events => Self::Event,
        }
    }
}

/// Any dated record.
#[derive(Debug, Clone, Copy)]
pub enum RecordView<'a> {
    /// A message.
    Message(&'a Message),
    /// A claim.
    Claim(&'a Claim),
    /// Who held what.
    Control(&'a Control),
    /// A report, and the force it is of.
    Fix(&'a Unit, &'a Fix),
    /// An event.
    Event(&'a Event),
}

impl<'a> RecordView<'a> {
    /// Its kind.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Message(_) => RecordKind::Messages,
            Self::Claim(_) => RecordKind::Claims,
            Self::Control(_) => RecordKind::Control,
            Self::Fix(..) => RecordKind::Units,
            Self::Event(_) => RecordKind::Events,
        }
    }

    /// What it shares with every other record.
    #[must_use]
    pub fn head(self) -> &'a RecordHead {
        match self {
            Self::Message(r) => &r.head,
            Self::Claim(r) => &r.head,
            Self::Control(r) => &r.head,
            Self::Fix(_, r) => &r.head,
            Self::Event(r) => &r.head,
        }
    }

    /// Ids of the districts, groups and places that it is about.
    #[must_use]
    pub fn areas(self) -> Vec<&'a str> {
        let area = match self {
            Self::Message(r) => return r.about.iter().map(AreaId::as_str).collect(),
            Self::Event(r) => return r.places.iter().map(AreaId::as_str).collect(),
            Self::Claim(r) => r.area.as_ref().map(DistrictId::as_str),
            Self::Control(r) => r.area.as_ref().map(AreaId::as_str),
            Self::Fix(_, r) => r.at.as_ref().map(AreaId::as_str),
        };
        area.into_iter().collect()
    }
}

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

impl Dating {
    /// First and last day on which the record's instant may lie: its own bounds before the width of its EDTF.
    ///
    /// ```
    /// use araxes::{model::Dating, time::Edtf};
    ///
    /// let june = Edtf::parse("1920-06")?;
    /// let dating = Dating { when: Some(june), latest: "1920-06-20".parse().ok(), ..Dating::default() };
    /// assert_eq!(dating.bounds(), ("1920-06-01".parse().ok(), "1920-06-20".parse().ok()));
    /// assert_eq!(dating.exact_day(), None);
    /// # Ok::<(), araxes::time::EdtfError>(())
    /// ```
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

impl Citation {
    /// A source as a whole, without page or note.
    #[must_use]
    pub fn of_whole(source: SourceId) -> Self {
        Self {
            source,
            page: None,
            note: None,
            fit: Fit::None,
            original: None,
        }
    }
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
pub enum Authority {
    /// A governing body decides.
    Decision,
    /// A commissar, minister, government or commander addresses another.
    Official,
    /// A person writes inside their own side.
    Individual,
}
