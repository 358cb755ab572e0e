//! The statements of one voice on one question about one district, in order, and which of them is
//! in force on a day (rule 1). The stances in force go into a `Situation`.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::bounds::{Bounds, KnownDay};
use crate::model::{Atlas, DistrictId, PartyId, PersonId, Question, Stance};
use crate::time::Truth;

/// A voice's statements on one question about one leaf district.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    pub(super) voice: PersonId,
    pub(super) party: Option<PartyId>,
    pub(super) question: Question,
    /// Statements with an exact day: ascending days, each with the statements that count on it.
    dated: Vec<(NaiveDate, Vec<Statement>)>,
    /// Statements without an exact day, each in force from one of its bounds on.
    bounded: Vec<Statement>,
    /// Statements whose day is not known well enough for them to be in force on any day.
    listed: Vec<Statement>,
}

#[derive(Debug, Clone)]
struct Statement {
    claim: usize,
    stance: Stance,
    /// Whether the claim names this district itself and not its parent district or group.
    direct: bool,
    day: KnownDay,
}

/// One stance that is in force on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StanceInForce {
    /// Position of the record in `Atlas::claims`.
    pub claim: usize,
    /// The person or body that makes the statement.
    pub voice: PersonId,
    /// The party that the voice speaks for; `None` where it speaks for none.
    pub party: Option<PartyId>,
    /// What the voice wants.
    pub stance: Stance,
    /// The question that the stance answers.
    pub question: Question,
    /// Day on which this run of the same stance was first stated; `None` where the day is not
    /// known.
    pub since: Option<NaiveDate>,
    /// Day on which the stance was last stated; `None` where the day is not known.
    pub restated: Option<NaiveDate>,
    /// Last day in force; `None` where no record ends it.
    pub until: Option<NaiveDate>,
    /// Whether it is certainly or only possibly in force on the day asked for.
    pub certainty: Truth,
    /// Whether the statement names the district's parent or group and applies to the district
    /// through it.
    pub inherited: bool,
    /// Every record of this run of the same stance, oldest first, as positions in `Atlas::claims`.
    pub records: Vec<usize>,
}

/// All threads of each leaf district.
pub(super) fn threads(atlas: &Atlas, bounds: &Bounds<'_>) -> BTreeMap<DistrictId, Vec<Thread>> {
    type Key = (PersonId, Question, Option<PartyId>);
    let mut gathered: BTreeMap<DistrictId, BTreeMap<Key, Vec<Statement>>> = BTreeMap::new();
    for (index, claim) in atlas.claims.iter().enumerate() {
        let (Some(area), Some(stance)) = (&claim.area, claim.stance()) else {
            continue;
        };
        let question = stance.kind.question();
        let opponent = stance
            .by
            .clone()
            .filter(|_| question == Question::AgainstWhom);
        let day = bounds.known_day(&claim.head.dating);
        for (district, direct) in atlas.leaves_of(area) {
            for voice in &claim.voices {
                let key = (voice.clone(), question, opponent.clone());
                let entry = Statement {
                    claim: index,
                    stance: stance.clone(),
                    direct,
                    day,
                };
                gathered
                    .entry(district.clone())
                    .or_default()
                    .entry(key)
                    .or_default()
                    .push(entry);
            }
        }
    }
    gathered
        .into_iter()
        .map(|(district, voices)| {
            let threads = voices
                .into_iter()
                .map(|((voice, question, _), entries)| {
                    let party = atlas.person(voice.as_str()).and_then(|p| p.party.clone());
                    Thread::new(atlas, voice, party, question, entries)
                })
                .collect();
            (district, threads)
        })
        .collect()
}

impl Thread {
    fn new(
        atlas: &Atlas,
        voice: PersonId,
        party: Option<PartyId>,
        question: Question,
        entries: Vec<Statement>,
    ) -> Self {
        let mut by_day: BTreeMap<NaiveDate, Vec<Statement>> = BTreeMap::new();
        let (mut bounded, mut listed) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry.day {
                KnownDay::On(day) => by_day.entry(day).or_default().push(entry),
                day if day.first_in_force().is_some() => bounded.push(entry),
                _ => listed.push(entry),
            }
        }
        let dated = by_day
            .into_iter()
            .map(|(day, entries)| (day, standing_together(atlas, entries)))
            .collect();
        Self {
            voice,
            party,
            question,
            dated,
            bounded,
            listed,
        }
    }

    pub(super) fn change_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.dated.iter().map(|(day, _)| *day)
    }

    /// Days on which the stance in force may differ from that of the day before.
    pub(super) fn cut_days(&self) -> impl Iterator<Item = NaiveDate> {
        let bounds = self.bounded.iter();
        let bounds = bounds.flat_map(|s| [s.day.first_in_force(), s.day.last()]);
        self.change_days().chain(bounds.flatten())
    }

    /// Appends the stances that are in force on `day` to `out`.
    pub(super) fn in_force(&self, day: NaiveDate, out: &mut Vec<StanceInForce>) {
        let count = self.dated.partition_point(|(d, _)| *d <= day);
        for entry in &self.bounded {
            let certainty = entry.day.in_force_on(day);
            let after = |latest| self.dated.partition_point(|(d, _)| *d <= latest);
            let next = entry.day.last();
            let next = next.and_then(|latest| self.dated.get(after(latest)));
            let ended = next.map(|(day, _)| *day);
            if certainty == Truth::Not || ended.is_some_and(|end| end <= day) {
                continue;
            }
            out.push(StanceInForce {
                claim: entry.claim,
                since: None,
                restated: None,
                until: ended.and_then(|d| d.checked_sub_days(Days::new(1))),
                certainty,
                records: vec![entry.claim],
                ..self.blank(entry)
            });
        }
        let Some(now) = count.checked_sub(1) else {
            return;
        };
        for entry in &self.dated[now].1 {
            let says_it = |i: &usize| self.dated[*i].1.iter().any(|e| e.stance == entry.stance);
            let first = (0..now).rev().take_while(says_it).last().unwrap_or(now);
            let end = (now + 1..self.dated.len()).find(|i| !says_it(i));
            let records = self.dated[first..=now]
                .iter()
                .flat_map(|(_, entries)| {
                    entries
                        .iter()
                        .filter(|e| e.stance == entry.stance)
                        .map(|e| e.claim)
                })
                .collect();
            out.push(StanceInForce {
                claim: entry.claim,
                since: Some(self.dated[first].0),
                restated: Some(self.dated[now].0),
                until: end.and_then(|i| self.dated[i].0.checked_sub_days(Days::new(1))),
                certainty: Truth::Certain,
                records,
                ..self.blank(entry)
            });
        }
    }

    /// Every statement ever made, in order, for the history of a district.
    pub(super) fn statements(&self) -> impl Iterator<Item = usize> {
        self.dated
            .iter()
            .flat_map(|(_, entries)| entries)
            .chain(&self.bounded)
            .chain(&self.listed)
            .map(|e| e.claim)
    }

    /// The statements that are in force on no day.
    pub(super) fn listed(&self) -> impl Iterator<Item = usize> {
        self.listed.iter().map(|e| e.claim)
    }

    fn blank(&self, entry: &Statement) -> StanceInForce {
        StanceInForce {
            claim: entry.claim,
            voice: self.voice.clone(),
            party: self.party.clone(),
            stance: entry.stance.clone(),
            question: self.question,
            since: None,
            restated: None,
            until: None,
            certainty: Truth::Not,
            inherited: !entry.direct,
            records: Vec::new(),
        }
    }
}

/// Of one day's statements, those that count. Where one names the part and another document names
/// only the parent district, the part has priority. Statements of a later `rank` come last.
fn standing_together(atlas: &Atlas, mut entries: Vec<Statement>) -> Vec<Statement> {
    let document = |e: &Statement| {
        (
            atlas.claims[e.claim].message.clone(),
            atlas.claims[e.claim].head.cites.clone(),
        )
    };
    let direct: Vec<_> = entries.iter().filter(|e| e.direct).map(document).collect();
    if !direct.is_empty() {
        entries.retain(|e| {
            let (message, cites) = document(e);
            e.direct
                || direct.iter().any(|(m, c)| {
                    if message.is_some() {
                        *m == message
                    } else {
                        *c == cites
                    }
                })
        });
    }
    entries.sort_by_key(|e| atlas.claims[e.claim].rank);
    entries
}
