//! The statements of one voice on one question about one district, in order, and which of them is
//! in force on a day (rule 1). The stances in force go into a `Situation`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

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
    /// The last day in force, where the source itself gives one.
    until: Option<NaiveDate>,
}

impl Statement {
    /// Whether the source itself says that it is no longer in force on a day.
    fn has_ended(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }
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
                    until: claim.until,
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
        // An end after a later statement changes nothing.
        let next = self.dated.iter().skip(1).map(|(day, _)| Some(*day));
        let next = next.chain([None]);
        let dated = self.dated.iter().zip(next);
        let ends = dated.flat_map(|((_, statements), next)| {
            let ends = statements.iter().filter_map(|s| s.until?.succ_opt());
            ends.filter(move |end| next.is_none_or(|next| *end < next))
        });
        let bounded = self.bounded.iter();
        let bounded = bounded.filter_map(|s| s.until?.succ_opt());
        let days = self.dated.iter().map(|(day, _)| *day);
        days.chain(ends).chain(bounded)
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
            let is_over = ended.is_some_and(|end| end <= day) || entry.has_ended(day);
            if certainty == Truth::Not || is_over {
                continue;
            }
            out.push(StanceInForce {
                claim: entry.claim,
                since: None,
                restated: None,
                until: earlier(entry.until, ended.and_then(|d| d.pred_opt())),
                certainty,
                records: vec![entry.claim],
                ..self.blank(entry)
            });
        }
        let Some(now) = count.checked_sub(1) else {
            return;
        };
        for entry in self.dated[now].1.iter().filter(|e| !e.has_ended(day)) {
            let run = self.run_around(now, &entry.stance);
            let (first, last) = (*run.start(), *run.end());
            let next = self.dated.get(last + 1).and_then(|(day, _)| day.pred_opt());
            let own = self
                .lasts_to(last, &entry.stance)
                .filter(|day| *day < NaiveDate::MAX);
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
                until: earlier(own, next),
                certainty: Truth::Certain,
                records,
                ..self.blank(entry)
            });
        }
    }

    /// The dated statements of one stance that follow each other without a gap, around one of them.
    fn run_around(&self, position: usize, stance: &Stance) -> RangeInclusive<usize> {
        let goes_on = |i: &usize| {
            let next = self.dated.get(i + 1).map(|(day, _)| *day);
            let last = self.lasts_to(*i, stance).map(|day| day.succ_opt());
            let reaches = next
                .zip(last)
                .is_some_and(|(next, last)| last.is_none_or(|day| day >= next));
            reaches && self.lasts_to(i + 1, stance).is_some()
        };
        let first = (0..position)
            .rev()
            .take_while(goes_on)
            .last()
            .unwrap_or(position);
        let last = (position..self.dated.len())
            .find(|i| !goes_on(i))
            .unwrap_or(position);
        first..=last
    }

    /// The last day of a stance as the statements of one day give it, the greatest day of all where
    /// they give none; `None` where they do not state it.
    fn lasts_to(&self, position: usize, stance: &Stance) -> Option<NaiveDate> {
        let (_, statements) = self.dated.get(position)?;
        let same = statements.iter().filter(|s| s.stance == *stance);
        same.map(|s| s.until.unwrap_or(NaiveDate::MAX)).max()
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

/// The earlier of two days, of which either may be unknown.
fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    a.into_iter().chain(b).min()
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
