//! What differs between two days, as values; `text` makes sentences of them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Situation, Timeline};
use crate::model::{Atlas, DistrictId, PartyId, Question, RecordId, Stance};
use crate::time::Truth;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// District, or place for control.
    pub district: String,
    /// Which question.
    pub question: ChangeQuestion,
    /// Whose answer, or who holds.
    pub party: Option<PartyId>,
    /// Before; `None`: nothing on record.
    pub before: Option<Answer>,
    /// After.
    pub after: Option<Answer>,
    /// The record that makes the difference.
    pub record: Option<RecordId>,
}

/// A question, or who held it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeQuestion {
    /// Whose should it be.
    Whose,
    /// Whose troops should stand there.
    WhoseTroops,
    /// Against whom.
    AgainstWhom,
    /// Who held it.
    Held,
}

/// An answer on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What; `None` for a holding.
    #[serde(flatten)]
    pub stance: Option<Stance>,
    /// Whether in force.
    pub certainty: Truth,
    /// The record.
    pub record: RecordId,
}

/// Kinds of things that happen, for filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// Messages.
    Messages,
    /// Claims.
    Claims,
    /// Troops.
    Units,
    /// Control.
    Control,
    /// Events.
    Events,
}

impl Timeline {
    /// What differs between `from` and `to`.
    #[must_use]
    pub fn changes(&self, from: NaiveDate, to: NaiveDate) -> Vec<Change> {
        let (before, after) = (self.situation_on(from), self.situation_on(to));
        let atlas = self.atlas();
        let mut out = Vec::new();
        for (b, a) in before.districts.iter().zip(&after.districts) {
            for party in &atlas.parties {
                for (question, named) in [
                    (Question::Whose, ChangeQuestion::Whose),
                    (Question::WhoseTroops, ChangeQuestion::WhoseTroops),
                    (Question::AgainstWhom, ChangeQuestion::AgainstWhom),
                ] {
                    let answer = |state: &super::DistrictState| {
                        state.answer(atlas, &party.id, question).map(|s| Answer {
                            stance: Some(s.stance.clone()),
                            certainty: s.certainty,
                            record: atlas.claims[s.claim].id.clone(),
                        })
                    };
                    push(
                        &mut out,
                        b.id.as_str(),
                        named,
                        Some(&party.id),
                        answer(b),
                        answer(a),
                    );
                }
            }
        }
        let areas: Vec<DistrictId> = before.districts.iter().map(|d| d.id.clone()).collect();
        for area in &areas {
            held(atlas, area.as_str(), &before, &after, &mut out);
        }
        for (place, _) in &after.places {
            held(atlas, place, &before, &after, &mut out);
        }
        out
    }
}

fn held(atlas: &Atlas, area: &str, before: &Situation, after: &Situation, out: &mut Vec<Change>) {
    for party in &atlas.parties {
        let answer = |situation: &Situation| {
            let holders = situation
                .districts
                .iter()
                .find(|d| d.id.as_str() == area)
                .map(|d| &d.holders)
                .or_else(|| {
                    situation
                        .places
                        .iter()
                        .find(|(id, _)| id == area)
                        .map(|(_, h)| h)
                })?;
            let of_party = holders
                .iter()
                .filter(|h| atlas.control[h.control].holder.as_ref() == Some(&party.id));
            let best = of_party.max_by_key(|h| h.certainty)?;
            Some(Answer {
                stance: None,
                certainty: best.certainty,
                record: atlas.control[best.control].id.clone(),
            })
        };
        push(
            out,
            area,
            ChangeQuestion::Held,
            Some(&party.id),
            answer(before),
            answer(after),
        );
    }
}

fn push(
    out: &mut Vec<Change>,
    district: &str,
    question: ChangeQuestion,
    party: Option<&PartyId>,
    before: Option<Answer>,
    after: Option<Answer>,
) {
    let same = |a: &Option<Answer>, b: &Option<Answer>| match (a, b) {
        (Some(a), Some(b)) => a.stance == b.stance && a.certainty == b.certainty,
        (None, None) => true,
        _ => false,
    };
    if !same(&before, &after) {
        let record = after.as_ref().or(before.as_ref()).map(|a| a.record.clone());
        out.push(Change {
            district: district.to_owned(),
            question,
            party: party.cloned(),
            before,
            after,
            record,
        });
    }
}
