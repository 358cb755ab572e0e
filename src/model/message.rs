//! Telegrams, letters, notes, ultimatums and other messages. `scene` draws them as arcs, `text`
//! quotes them.

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
    /// The fields that all dated records share.
    #[serde(flatten, serialize_with = "write_head", deserialize_with = "read_head")]
    #[schemars(with = "MessageHead")]
    pub head: RecordHead,
    /// Date on which it was received.
    #[serde(default)]
    pub received: Option<Edtf>,
    /// The senders; several where they sign together.
    pub from: Vec<Correspondent>,
    /// The addressees.
    #[serde(default)]
    pub to: Vec<Correspondent>,
    /// The form of the message.
    pub kind: MessageKind,
    /// What it says, in one neutral sentence.
    pub gist: Words,
    /// The same in the words of a child of ten; empty where nobody has written it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Areas and places that it is about.
    #[serde(default)]
    pub about: Vec<AreaId>,
    /// The claims that it states.
    #[serde(default)]
    pub claims: Vec<RecordId>,
    /// The message that it answers.
    #[serde(default)]
    pub reply_to: Option<RecordId>,
    /// The deadline that it sets.
    #[serde(default)]
    pub deadline: Option<Edtf>,
    /// The addressee in the source's words, where no person is named.
    #[serde(default)]
    pub addressee_as_written: Option<String>,
}

/// The head of a message as its file writes it, with `sent` for `when`. Its basis is a document
/// unless the file says otherwise.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(crate) struct MessageHead {
    /// Id of the message.
    id: RecordId,
    /// Ids of the entries in the table of evidence.
    #[serde(default)]
    ledger: Vec<String>,
    /// Date on which it was sent; `None` where the source gives no date.
    #[serde(default)]
    sent: Option<Edtf>,
    /// First day that the source allows.
    #[serde(default)]
    earliest: Option<NaiveDate>,
    /// Last day that the source allows.
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
    /// The pages and notes where it is read.
    #[serde(default)]
    cites: Vec<Citation>,
    /// What the record rests on.
    #[serde(default = "document")]
    basis: Basis,
    /// The person or body that reports it.
    #[serde(default)]
    told_by: Option<PersonId>,
    /// A caution for the reader; empty where there is none.
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

/// A sender or addressee of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correspondent {
    /// Person or body; `None` where it is not stated.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Place of the person or body; `None` where it is not stated.
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
    /// A telegram.
    Telegram,
    /// A letter.
    Letter,
    /// A diplomatic note.
    Note,
    /// An ultimatum.
    Ultimatum,
    /// An order.
    Order,
    /// A decision of a body.
    Decision,
    /// A speech.
    Speech,
    /// A meeting, or talks.
    Talk,
    /// A conversation by telephone or direct wire.
    Phone,
    /// The source does not state the form.
    Unstated,
}
