//! Lists what differs between the situations of two days, as values. `text` makes sentences of the
//! list, `cli` makes JSON of it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Holding, StanceInForce, Timeline};
use crate::model::{Atlas, PartyId, Question, RecordId, Stance};
use crate::time::Truth;

/// One difference between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Id of the area: a district, or for a difference in holders a district or place.
    #[serde(rename = "district")]
    pub area: String,
    /// The question that is answered differently, or that the holders differ.
    pub question: ChangeQuestion,
    /// The party that gives the answer or holds the area; always present.
    pub party: Option<PartyId>,
    /// The answer on the earlier day; `None` where nothing is on record.
    pub before: Option<Answer>,
    /// The answer on the later day; `None` where nothing is on record.
    pub after: Option<Answer>,
    /// Whether there is certainly a difference; only possible where one of the two answers is.
    pub certainty: Truth,
    /// The record of the answer on the later day, or of the one on the earlier day where there is
    /// no later one.
    pub record: Option<RecordId>,
}

/// What a [`Change`] is about: who held an area, or one of the three questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeQuestion {
    /// Who held the area.
    Held,
    /// What a party answered to the question.
    #[serde(untagged)]
    Asked(Question),
}

/// An answer, or a holding, on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The stance; `None` for a holding.
    #[serde(flatten)]
    pub stance: Option<Stance>,
    /// Whether it is certainly or only possibly in force on the day.
    pub certainty: Truth,
    /// Whether it is known only from another's report.
    pub hearsay: bool,
    /// The record that gives it.
    pub record: RecordId,
}

impl Timeline {
    /// Everything that differs between the days `from` and `to`.
    #[must_use]
    pub fn changes(&self, from: NaiveDate, to: NaiveDate) -> Vec<Change> {
        let (before, after) = (self.situation_on(from), self.situation_on(to));
        let atlas = self.atlas();
        let mut out = Vec::new();
        for (b, a) in before.districts().zip(after.districts()) {
            let asked = Question::ALL.map(|q| (q, b.answers(q), a.answers(q)));
            let speak = asked.iter().flat_map(|(_, b, a)| b.keys().chain(a.keys()));
            for party in atlas.parties_of(speak.copied()) {
                for (question, before, after) in &asked {
                    let answer = |s: &&StanceInForce| {
                        let head = &atlas.claims[s.claim].head;
                        Answer {
                            stance: Some(s.stance.clone()),
                            certainty: s.certainty,
                            hearsay: head.told_by.is_some(),
                            record: head.id.clone(),
                        }
                    };
                    let subject = Subject {
                        area: b.id.as_str(),
                        question: ChangeQuestion::Asked(*question),
                        party: &party.id,
                    };
                    let (before, after) = (before.get(&party.id), after.get(&party.id));
                    push(&mut out, subject, before.map(answer), after.map(answer));
                }
            }
        }
        for (b, a) in before.states().iter().zip(after.states()) {
            held(atlas, b.id.as_str(), (&b.holders, &a.holders), &mut out);
        }
        for ((place, b), (_, a)) in before.places.iter().zip(&after.places) {
            held(atlas, place.as_str(), (b, a), &mut out);
        }
        out
    }
}

/// One party's answer to one question about one area.
#[derive(Clone, Copy)]
struct Subject<'a> {
    area: &'a str,
    question: ChangeQuestion,
    party: &'a PartyId,
}

/// Adds the differences between the holders of an area before and after.
fn held(atlas: &Atlas, area: &str, holders: (&[Holding], &[Holding]), out: &mut Vec<Change>) {
    let both = holders.0.iter().chain(holders.1);
    let parties = both.filter_map(|h| atlas.control[h.control].holder.as_ref());
    for party in atlas.parties_of(parties) {
        let answer = |holders: &[Holding]| {
            let of_party = holders
                .iter()
                .filter(|h| atlas.control[h.control].holder.as_ref() == Some(&party.id));
            let best = of_party.max_by_key(|h| h.certainty)?;
            let head = &atlas.control[best.control].head;
            Some(Answer {
                stance: None,
                certainty: best.certainty,
                hearsay: head.told_by.is_some(),
                record: head.id.clone(),
            })
        };
        let subject = Subject {
            area,
            question: ChangeQuestion::Held,
            party: &party.id,
        };
        push(out, subject, answer(holders.0), answer(holders.1));
    }
}

/// Adds a change, unless the two answers are the same. What was only told by another and is now said
/// in a party's own words is a change, because the map shows the two differently.
fn push(
    out: &mut Vec<Change>,
    subject: Subject<'_>,
    before: Option<Answer>,
    after: Option<Answer>,
) {
    let same = |a: &Option<Answer>, b: &Option<Answer>| match (a, b) {
        (Some(a), Some(b)) => {
            let is_same_word = a.stance.is_none() || a.hearsay == b.hearsay;
            a.stance == b.stance && a.certainty == b.certainty && is_same_word
        }
        (None, None) => true,
        _ => false,
    };
    if !same(&before, &after) {
        let record = after.as_ref().or(before.as_ref()).map(|a| a.record.clone());
        let truths = before.iter().chain(&after).map(|a| a.certainty);
        out.push(Change {
            certainty: truths.min().unwrap_or(Truth::Certain),
            area: subject.area.to_owned(),
            question: subject.question,
            party: Some(subject.party.clone()),
            before,
            after,
            record,
        });
    }
}
