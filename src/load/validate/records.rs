//! What claims, control records, reports, messages and their dates must agree on.

use std::collections::HashMap;

use serde_json::Value;

use super::Check;
use super::references::owner;
use crate::model::{AtlasParts, Dating, Fix, FixKind, Message, StanceKind};
use crate::time::Edtf;

impl Check<'_> {
    pub(super) fn claims(&mut self, parts: &AtlasParts) {
        for claim in &parts.claims {
            let Some(kind) = claim.stance else { continue };
            let lacks = match kind {
                StanceKind::Assigns | StanceKind::Recognises if claim.to.is_none() => Some("to"),
                StanceKind::Occupy | StanceKind::Evacuate if claim.by.is_none() => Some("by"),
                StanceKind::Presses if claim.of.is_none() => Some("of"),
                _ => None,
            };
            if let Some(key) = lacks {
                self.tell_at(
                    claim.head.id.as_str(),
                    "stance",
                    format!("the stance needs `{key}`"),
                    "name the party",
                );
            }
            if claim.voices.is_empty() {
                self.tell_at(
                    claim.head.id.as_str(),
                    "voices",
                    "nobody says it".to_owned(),
                    "no statement, no claim: name whose words these are",
                );
            }
        }
        for control in &parts.control {
            if control
                .holder
                .as_ref()
                .is_some_and(|h| control.not.contains(h))
            {
                self.tell_at(
                    control.head.id.as_str(),
                    "not",
                    "the holder is also said not to hold".to_owned(),
                    "keep one of the two",
                );
            }
        }
    }

    pub(super) fn dates(&mut self, parts: &AtlasParts) {
        for head in parts.records().map(|r| r.head()) {
            let Dating {
                earliest, latest, ..
            } = &head.dating;
            if earliest.zip(*latest).is_some_and(|(a, b)| a > b) {
                self.tell_at(
                    head.id.as_str(),
                    "earliest",
                    "the earliest day is after the latest".to_owned(),
                    "put the two in order",
                );
            }
        }
        let first = |date: &Option<Edtf>| date.as_ref().and_then(Edtf::earliest);
        for claim in &parts.claims {
            let head = &claim.head;
            if first(&head.dating.when)
                .zip(claim.until)
                .is_some_and(|(when, until)| until < when)
            {
                self.tell_at(
                    head.id.as_str(),
                    "until",
                    "its last day is before its first".to_owned(),
                    "put the two in order",
                );
            }
        }
        for message in &parts.messages {
            let last = |date: &Option<Edtf>| date.as_ref().and_then(Edtf::latest);
            if first(&message.head.dating.when)
                .zip(last(&message.received))
                .is_some_and(|(sent, received)| received < sent)
            {
                self.tell_at(
                    message.head.id.as_str(),
                    "received",
                    "received before it was sent".to_owned(),
                    "put the two in order",
                );
            }
            if first(&message.head.dating.when)
                .zip(last(&message.deadline))
                .is_some_and(|(sent, deadline)| deadline < sent)
            {
                self.tell_at(
                    message.head.id.as_str(),
                    "deadline",
                    "the deadline is before the message".to_owned(),
                    "put the two in order",
                );
            }
        }
    }

    /// A force leaves one place for another: only such a report has `to`, and it has no `from`.
    pub(super) fn departures(&mut self, parts: &AtlasParts) {
        for fix in parts.units.iter().flat_map(|u| &u.fixes) {
            let leaves = fix.kind == FixKind::Leaves;
            let (key, what, hint) = if leaves && fix.from.is_some() {
                (
                    "from",
                    "a force that leaves has no `from`",
                    "`at` is the place that it leaves; write where it goes into `to`",
                )
            } else if !leaves && fix.to.is_some() {
                (
                    "to",
                    "only a force that leaves has `to`",
                    "make the kind `leaves`, or write the place into `at`",
                )
            } else {
                continue;
            };
            self.tell_at(fix.head.id.as_str(), key, what.to_owned(), hint);
        }
    }

    /// One report cannot place one force at two places on one day.
    pub(super) fn units(&mut self, parts: &AtlasParts) {
        for unit in &parts.units {
            for (i, fix) in unit.fixes.iter().enumerate() {
                let stands = |f: &Fix| {
                    f.kind == FixKind::Stands
                        && f.at.is_some()
                        && f.head.dating.exact_day().is_some()
                };
                let twice = unit.fixes[..i].iter().find(|other| {
                    stands(other)
                        && stands(fix)
                        && other.head.dating.exact_day() == fix.head.dating.exact_day()
                        && other.head.told_by == fix.head.told_by
                        && other.head.cites == fix.head.cites
                        && other.at != fix.at
                });
                if let Some(other) = twice {
                    let what = format!(
                        "one report has it stand here and, in {}, elsewhere on the same day",
                        other.head.id
                    );
                    self.tell_at(
                        fix.head.id.as_str(),
                        "at",
                        what,
                        "split the force, or correct a place or a day",
                    );
                }
            }
        }
    }

    pub(super) fn cited(&mut self, parts: &AtlasParts) {
        for head in parts.records().map(|r| r.head()) {
            if head.cites.is_empty() {
                self.tell_at(
                    head.id.as_str(),
                    "cites",
                    "no citation".to_owned(),
                    "nothing is drawn without a source: add `cites`",
                );
            }
        }
    }

    /// The text of a note is printed on the page of its mark or on a later one.
    pub(super) fn note_pages(&mut self) {
        let mut told = Vec::new();
        for (file, document) in self.documents {
            document.each(|pointer, value| {
                let (Some(cite), Some(note_page)) =
                    (pointer.strip_suffix("/note_page"), value.as_u64())
                else {
                    return;
                };
                let cite = document.value.pointer(cite);
                let of_cite = |key: &str| cite.and_then(|c| c.get(key)).filter(|v| !v.is_null());
                let page = of_cite("page").and_then(Value::as_u64);
                let what = if of_cite("note").is_none() || page.is_none() {
                    "`note_page` without `page` and `note`"
                } else if page.is_some_and(|page| note_page < page) || note_page == 0 {
                    "the text of the note is before its mark"
                } else {
                    return;
                };
                told.push((
                    file.clone(),
                    pointer.to_owned(),
                    owner(document, pointer),
                    what,
                ));
            });
        }
        for (file, pointer, record, what) in told {
            let hint = "`page` is the page of the mark, `note_page` that of the note’s text";
            self.tell(&file, &pointer, record.as_deref(), what.to_owned(), hint);
        }
    }

    /// A message and its claims name each other.
    pub(super) fn messages(&mut self, parts: &AtlasParts) {
        let claims: HashMap<&str, Option<&str>> = parts
            .claims
            .iter()
            .map(|c| (c.head.id.as_str(), c.message.as_ref().map(|m| m.as_str())))
            .collect();
        let messages: HashMap<&str, &Message> = parts
            .messages
            .iter()
            .map(|m| (m.head.id.as_str(), m))
            .collect();
        for claim in &parts.claims {
            let Some(message) = claim
                .message
                .as_ref()
                .and_then(|m| messages.get(m.as_str()))
            else {
                continue;
            };
            if !message.claims.contains(&claim.head.id) {
                let what = format!("names {}, which does not name it back", message.head.id);
                self.tell_at(
                    claim.head.id.as_str(),
                    "message",
                    what,
                    "add the claim to the message's `claims`",
                );
            }
        }
        for message in &parts.messages {
            for claim in &message.claims {
                if claims
                    .get(claim.as_str())
                    .is_some_and(|m| *m != Some(message.head.id.as_str()))
                {
                    let what = format!("names {claim}, which names another message or none");
                    self.tell_at(
                        message.head.id.as_str(),
                        "claims",
                        what,
                        "set the claim's `message`",
                    );
                }
            }
        }
    }
}
