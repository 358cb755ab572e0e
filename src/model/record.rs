//! The fields that every dated record shares: its id, its date, its citations, and what it rests
//! on. The kinds of records embed [`RecordHead`]; [`RecordView`] reads any of them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{
    AreaId, Claim, Control, DistrictId, Event, Fix, Message, PersonId, RecordId, SourceId, Unit,
    Words,
};
use crate::time::Edtf;

/// The fields that claims, control records, reports of forces, messages and events have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecordHead {
    /// Id of the record, unique in the package.
    pub id: RecordId,
    /// Ids of the entries in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// The date of the record.
    #[serde(flatten)]
    pub dating: Dating,
    /// The pages and notes where the record is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// What the record rests on.
    pub basis: Basis,
    /// The person or body that reports it, where the words of the speaker or the fact itself are
    /// not on record (hearsay). `None` where it is not hearsay.
    #[serde(default)]
    pub told_by: Option<PersonId>,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub note: Words,
}

/// The kinds of dated records, in the order in which lists, lanes and tables show them. As text it
/// is the key of a heading, such as `messages`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RecordKind {
    /// Messages, which are words sent from one to another.
    Messages,
    /// Claims, which are statements about an area.
    Claims,
    /// Control records, which say who held an area.
    Control,
    /// Reports of forces.
    Units,
    /// Events of any other kind.
    Events,
}

impl RecordKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

/// The kind of a line of a list or of a search result. As text it is a word such as `message`. The
/// order is that of results of the same priority on the same day: a message comes before the claims
/// it states.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum EntryKind {
    District,
    Place,
    Party,
    Person,
    Unit,
    Message,
    Event,
    Claim,
    Control,
    Contradiction,
    Source,
    Term,
}

impl EntryKind {
    /// Whether entries of this kind have a date of their own.
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

/// A reference to a dated record of any kind.
#[derive(Debug, Clone, Copy)]
pub enum RecordView<'a> {
    /// A message.
    Message(&'a Message),
    /// A claim.
    Claim(&'a Claim),
    /// A control record.
    Control(&'a Control),
    /// A report, with its force.
    Fix(&'a Unit, &'a Fix),
    /// An event.
    Event(&'a Event),
}

impl<'a> RecordView<'a> {
    /// The kind of the record.
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

    /// The fields that all dated records share.
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

    /// Ids of the districts, groups and places that the record is about.
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
    /// The date in EDTF; `None` where the source gives none at all.
    #[serde(default)]
    pub when: Option<Edtf>,
    /// First day that the source allows; it overrides the width of `~` and `?`.
    #[serde(default)]
    pub earliest: Option<NaiveDate>,
    /// Last day that the source allows; it overrides the width of `~` and `?`.
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
    /// First and last possible day of the record. `earliest` and `latest` have priority over the
    /// width of the EDTF date. `None` where there is no bound.
    ///
    /// ```
    /// use araxes::{model::Dating, time::Edtf};
    ///
    /// let june = Edtf::parse("1920-06")?;
    /// let latest = "1920-06-20".parse().ok();
    /// let dating = Dating { when: Some(june), latest, ..Dating::default() };
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

    /// The day of the record; `None` where the source does not give exactly one.
    #[must_use]
    pub fn exact_day(&self) -> Option<NaiveDate> {
        self.when.as_ref().and_then(Edtf::exact_day)
    }
}

/// The calendar of a date in a source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    /// The source does not state the calendar.
    #[default]
    Unstated,
    /// The Gregorian calendar.
    New,
    /// The Julian calendar.
    Old,
}

/// A reference from a record to the page, note and archive that it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// The source that was read.
    pub source: SourceId,
    /// Page on which the statement and the mark of its note stand; `None` where the source is cited
    /// as a whole.
    #[serde(default)]
    pub page: Option<u32>,
    /// Note on the page; `None` where the page has no note for the statement.
    #[serde(default)]
    pub note: Option<NoteNumber>,
    /// Page on which the text of the note is printed, where it is not `page`.
    #[serde(default)]
    pub note_page: Option<u32>,
    /// How closely the note covers the statement.
    #[serde(default)]
    pub fit: Fit,
    /// The archive or book that the note names; it was not read for this atlas.
    #[serde(default)]
    pub original: Option<String>,
}

impl Citation {
    /// A citation of a source as a whole, without page or note.
    #[must_use]
    pub fn of_whole(source: SourceId) -> Self {
        Self {
            source,
            page: None,
            note: None,
            note_page: None,
            fit: Fit::None,
            original: None,
        }
    }
}

/// The number of a note, or the mark of an unnumbered one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum NoteNumber {
    /// A number, such as `20`.
    Number(u32),
    /// A mark, such as `"*"`.
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

/// How closely a note covers the statement for which it is cited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// The note is at the sentence.
    Direct,
    /// The note is later on and may or may not cover the sentence.
    Passage,
    /// No note covers it.
    #[default]
    None,
}

/// What a record rests on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Basis {
    /// The source reports the words of a document.
    Document,
    /// The author states it in the narrative.
    Narrative,
    /// The author's reading of whom or what a document means.
    Gloss,
    /// An inference from what was done.
    Inference,
    /// The author's judgement, which is listed and never counts as a stance.
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
    /// A person writes within their own side.
    Individual,
}
