//! Telegrams, letters, notes, ultimatums and other words sent from one to another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::Teller;
use super::{Basis, Calendar, Citation, PersonId, PlaceId, RecordId, Words};
use crate::time::Edtf;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// Its id.
    pub id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// When it was sent; `None`: the source gives nothing.
    #[serde(default)]
    pub sent: Option<Edtf>,
    /// When it was received.
    #[serde(default)]
    pub received: Option<Edtf>,
    /// First day the source allows.
    #[serde(default)]
    pub earliest: Option<chrono::NaiveDate>,
    /// Last day the source allows.
    #[serde(default)]
    pub latest: Option<chrono::NaiveDate>,
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
    /// Where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// On what it rests.
    #[serde(default = "document")]
    pub basis: Basis,
    /// Who reports it.
    #[serde(default)]
    pub told_by: Teller,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// Who sent it; several when they sign together.
    pub from: Vec<Correspondent>,
    /// To whom.
    #[serde(default)]
    pub to: Vec<Correspondent>,
    /// Its form.
    pub kind: MessageKind,
    /// What it says, in one neutral sentence.
    pub gist: Words,
    /// Areas and places it speaks of.
    #[serde(default)]
    pub about: Vec<String>,
    /// Stances it states.
    #[serde(default)]
    pub claims: Vec<RecordId>,
    /// What it answers.
    #[serde(default)]
    pub reply_to: Option<RecordId>,
    /// Its deadline.
    #[serde(default)]
    pub deadline: Option<Edtf>,
    /// The addressee in the source's words, where no person is named.
    #[serde(default)]
    pub addressee_as_written: Option<String>,
}

fn document() -> Basis {
    Basis::Document
}

impl Message {
    /// Its date in the shape that all records share.
    #[must_use]
    pub fn dating(&self) -> super::Dating {
        super::Dating {
            when: self.sent.clone(),
            earliest: self.earliest,
            latest: self.latest,
            after: self.after.clone(),
            before: self.before.clone(),
            as_written: self.as_written.clone(),
            calendar: self.calendar,
        }
    }
}

/// One end of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correspondent {
    /// Person or body; `None`: not stated.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Where they were; `None`: not stated.
    #[serde(default)]
    pub place: Option<PlaceId>,
    /// Whether the source itself states the place.
    #[serde(default)]
    pub place_stated: bool,
}

/// The form of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// Telegram.
    Telegram,
    /// Letter.
    Letter,
    /// Diplomatic note.
    Note,
    /// Ultimatum.
    Ultimatum,
    /// Order.
    Order,
    /// Decision of a body.
    Decision,
    /// Speech.
    Speech,
    /// Meeting or talks.
    Talk,
    /// Telephone or direct wire.
    Phone,
    /// The source does not say in what form.
    Unstated,
}
