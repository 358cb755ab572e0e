//! What a kiosk says that stands in no record, and what a visitor can ask about. `load` reads
//! `kiosk.json`; `session` keeps the visitor's choices; `text` writes the cards.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Atlas, DistrictId, PartyId, PlaceId, RecordId, RecordRef, RecordView, SourceId, UnitId, Words,
};

/// Contents of `kiosk.json`. Whatever is missing is said in general words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kiosk {
    /// Asks for a touch, such as `Touch to begin`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub touch: Words,
    /// What the atlas is about, in one sentence for passers-by.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub subject: Words,
    /// The question that the scenes answer.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub question: Words,
    /// What is said after the last step of a scene.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub after_scene: Words,
    /// Id of the tour that plays while nobody touches the screen; the first tour where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attract: Option<String>,
    /// What each choice of a map shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chips: Vec<KioskChip>,
    /// The signs that are explained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub how_to_read: Vec<KioskSample>,
    /// Whose words the atlas tells.
    #[serde(default)]
    pub who_says_so: WhoSaysSo,
}

/// A choice of a map: everyone, or one capital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KioskChip {
    /// `claims`, or the id of a party.
    pub lens: String,
    /// What its map shows, in at most 10 words.
    pub full: Words,
    /// The same in plain words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
}

/// A sign of the map with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KioskSample {
    /// The sign.
    pub sign: SampleSign,
    /// What the sign looks like, in at most 4 words.
    pub title: Words,
    /// What it means, in at most 18 words.
    pub full: Words,
    /// The same in plain words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Where it can be seen on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<SampleShow>,
}

/// The signs that a kiosk explains.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SampleSign {
    /// A district in one whole color: claimed, and held by the claimant.
    Solid,
    /// Stripes or another pattern: said, whoever holds it.
    Pattern,
    /// A ribbon inside the outline: held.
    Ribbon,
    /// An open or dotted sign: only possible.
    Possible,
}

/// A day, lens and district of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SampleShow {
    /// The day.
    pub date: NaiveDate,
    /// `claims`, `control`, or the id of a party or of a person or body.
    pub lens: String,
    /// A district.
    pub area: DistrictId,
}

/// Whose words an atlas tells, and which others there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhoSaysSo {
    /// What was read, who wrote it, who wrote the sentences, and what is missing, in at most 120 words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub full: Words,
    /// The same in plain words, in at most 60.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Ids of everything that these texts state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordId>,
    /// Works that the source names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<VoiceGroup>,
    /// What the source names none of.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub missing: Words,
}

/// Works of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoiceGroup {
    /// The kind.
    pub title: Words,
    /// The works.
    pub works: Vec<VoiceWork>,
}

/// A work that the source names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoiceWork {
    /// Id of the work.
    pub source: SourceId,
    /// What it is, in at most 14 words.
    pub text: Words,
}

/// How much a text asks of its reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ReadingLevel {
    /// For adults.
    #[default]
    Full,
    /// For a child of ten.
    Plain,
}

impl ReadingLevel {
    /// The text of this level; the full one where there is no plain one.
    ///
    /// ```
    /// use araxes::model::{ReadingLevel, Words};
    ///
    /// let full = Words::in_language("en", "It is claimed.");
    /// let plain = Words::in_language("en", "Somebody wants it.");
    /// assert_eq!(ReadingLevel::Plain.of(&full, &plain), &plain);
    /// assert_eq!(ReadingLevel::Plain.of(&full, &Words::default()), &full);
    /// ```
    #[must_use]
    pub fn of<'a>(self, full: &'a Words, plain: &'a Words) -> &'a Words {
        match self {
            Self::Plain if !plain.is_empty() => plain,
            _ => full,
        }
    }
}

/// What a visitor asks about: whatever lies under a finger, or the day itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CardTarget {
    /// The day.
    Day,
    /// A district or group.
    District(DistrictId),
    /// A town or other place.
    Place(PlaceId),
    /// A capital or other party.
    Party(PartyId),
    /// A force.
    Unit(UnitId),
    /// A message, event, claim, holding or report.
    Record(RecordId),
    /// Records that disagree.
    Contradiction(RecordId),
}

impl CardTarget {
    /// What an id names, as far as there are cards of it. The seat of a capital stands for the
    /// capital, a report for its force. `None` for people, sources and terms, and for what is not
    /// in the atlas.
    ///
    /// ```
    /// use araxes::load::{files, load};
    /// use araxes::model::CardTarget;
    ///
    /// let atlas = load(&files::builtin()).atlas.expect("the atlas inside the program is clean");
    /// let target = CardTarget::named("moscow-city", &atlas);
    /// assert_eq!(target, Some(CardTarget::Party("moscow".into())));
    /// assert_eq!(CardTarget::named("nowhere", &atlas), None);
    /// ```
    #[must_use]
    pub fn named(id: &str, atlas: &Atlas) -> Option<Self> {
        Some(match atlas.find(id)? {
            RecordRef::District(_) | RecordRef::Group(_) => Self::District(id.into()),
            RecordRef::Place(_) => {
                let mut parties = atlas.parties.iter();
                let seated = |seat: &PlaceId| seat.as_str() == id;
                let capital = parties.find(|p| p.capital && p.seat.as_ref().is_some_and(seated));
                match capital {
                    Some(party) => Self::Party(party.id.clone()),
                    None => Self::Place(id.into()),
                }
            }
            RecordRef::Party(_) => Self::Party(id.into()),
            RecordRef::Unit(_) => Self::Unit(id.into()),
            RecordRef::Fix(..) => match atlas.record(id)? {
                RecordView::Fix(unit, _) => Self::Unit(unit.id.clone()),
                _ => return None,
            },
            RecordRef::Message(_)
            | RecordRef::Event(_)
            | RecordRef::Claim(_)
            | RecordRef::Control(_) => Self::Record(id.into()),
            RecordRef::Contradiction(_) => Self::Contradiction(id.into()),
            RecordRef::Person(_) | RecordRef::Source(_) | RecordRef::Term(_) => return None,
        })
    }

    /// The id; `None` for the day.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Day => None,
            Self::District(id) => Some(id.as_str()),
            Self::Place(id) => Some(id.as_str()),
            Self::Party(id) => Some(id.as_str()),
            Self::Unit(id) => Some(id.as_str()),
            Self::Record(id) | Self::Contradiction(id) => Some(id.as_str()),
        }
    }
}
