//! Telegrams, letters, notes, ultimatums and other words sent from one to another.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::IntoStaticStr;

use super::{
    AreaId, Basis, Calendar, Citation, Dating, PersonId, PlaceId, RecordHead, RecordId, Words,
};
use crate::time::Edtf;

/// One message. The date of its head is that of its sending, which `messages.json` calls `sent`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// What it shares with every other record.
    #[serde(flatten, serialize_with = "write_head", deserialize_with = "read_head")]
    #[schemars(with = "MessageHead")]
    pub head: RecordHead,
    /// When it was received.
    #[serde(default)]
    pub received: Option<Edtf>,
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
    pub about: Vec<AreaId>,
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

/// The head of a message as its file writes it: `sent` for `when`, and from a document unless it says otherwise.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(crate) struct MessageHead {
    /// Its id.
    id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    ledger: Vec<String>,
    /// When it was sent; `None`: the source gives nothing.
    #[serde(default)]
    sent: Option<Edtf>,
    /// First day the source allows.
    #[serde(default)]
    earliest: Option<NaiveDate>,
    /// Last day the source allows.
    #[serde(default)]
    latest: Option<NaiveDate>,
    /// Records that this one follows.
    #[serde(default)]
    after: Vec<RecordId>,
    /// Records that this one precedes.
    #[serde(default)]
    before: Vec<RecordId>,
    /// The date in the source's own form.
    #[serde(default)]
    as_written: Option<String>,
    /// The calendar of `as_written`.
    #[serde(default)]
    calendar: Calendar,
    /// Where it is read.
    #[serde(default)]
    cites: Vec<Citation>,
    /// On what it rests.
    #[serde(default = "document")]
    basis: Basis,
    /// Who reports it.
    #[serde(default)]
    told_by: Option<PersonId>,
    /// What to beware of.
    #[serde(default)]
    note: Words,
}

fn document() -> Basis {
    Basis::Document
}

fn read_head<'de, D: Deserializer<'de>>(from: D) -> Result<RecordHead, D::Error> {
    let head = MessageHead::deserialize(from)?;
    Ok(RecordHead {
        id: head.id,
        ledger: head.ledger,
        dating: Dating {
            when: head.sent,
            earliest: head.earliest,
            latest: head.latest,
            after: head.after,
            before: head.before,
            as_written: head.as_written,
            calendar: head.calendar,
        },
        cites: head.cites,
        basis: head.basis,
        told_by: head.told_by,
        note: head.note,
    })
}

fn write_head<S: Serializer>(head: &RecordHead, to: S) -> Result<S::Ok, S::Error> {
    let head = head.clone();
    MessageHead {
        id: head.id,
        ledger: head.ledger,
        sent: head.dating.when,
        earliest: head.dating.earliest,
        latest: head.dating.latest,
        after: head.dating.after,
        before: head.dating.before,
        as_written: head.dating.as_written,
        calendar: head.dating.calendar,
        cites: head.cites,
        basis: head.basis,
        told_by: head.told_by,
        note: head.note,
    }
    .serialize(to)
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
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
