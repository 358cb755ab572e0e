//! The answer for one day: districts, holders, troops, messages, events (rules 3 to 5).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Timeline;
use super::control::Holding;
use super::lens::{Fill, FillKind, Lens};
use super::thread::{StanceInForce, Thread};
use super::units::UnitReport;
use crate::model::{Atlas, Authority, Dating, DistrictId, PartyId, Question, RecordId, StanceKind};
use crate::time::{Truth, days_between};

/// Two voices of one capital divide it when they spoke within this many days of each other.
pub const DIVIDED_DAYS: i64 = 30;
/// A record of unknown day is listed on a day when its range is at most this wide.
const LISTED_RANGE_DAYS: i64 = 31;

/// What was so on a day.
#[derive(Debug, Clone)]
pub struct Situation {
    /// The day; of a range its last.
    pub day: NaiveDate,
    /// First day of a range.
    pub since: Option<NaiveDate>,
    /// Leaf districts, in the order of the atlas.
    pub districts: Vec<DistrictState>,
    /// Places with a reported holder.
    pub places: Vec<(String, Vec<Holding>)>,
    /// Troops.
    pub units: Vec<UnitReport>,
    /// Positions in `Atlas::messages`, with whether they are certainly of the day.
    pub messages: Vec<Dated>,
    /// Positions in `Atlas::events`.
    pub events: Vec<Dated>,
    /// Positions in `Atlas::contradictions` marked on the day.
    pub contradictions: Vec<usize>,
}

/// A record by position, and whether it is of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Position in its vector.
    pub index: usize,
    /// Whether it is of the day.
    pub certainty: Truth,
}

/// One leaf district on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictState {
    /// Which.
    pub id: DistrictId,
    /// Everything said of it that is in force.
    pub stances: Vec<StanceInForce>,
    /// Who held it.
    pub holders: Vec<Holding>,
    /// Over a range: who claimed it on any day of it.
    pub claimed_in_range: Option<Vec<Claimant>>,
}

/// A party whose answer to *whose* is that it is its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimant {
    /// Who.
    pub party: PartyId,
    /// Known only from another's report.
    pub hearsay: bool,
    /// Whether it is in force.
    pub certainty: Truth,
    /// The record.
    pub record: RecordId,
}

impl Timeline {
    /// What was so on `day`.
    #[must_use]
    pub fn situation_on(&self, day: NaiveDate) -> Situation {
        let atlas = &self.atlas;
        let is_leaf = |id: &DistrictId| atlas.parts_of(id).next().is_none();
        let districts = atlas
            .districts
            .iter()
            .filter(|d| is_leaf(&d.id))
            .map(|d| self.district_on(&d.id, day))
            .collect();
        let places = self
            .control
            .areas()
            .filter(|area| atlas.district(area).is_none())
            .map(|area| (area.to_owned(), self.control.holders_on(atlas, area, day)))
            .map(|(area, holders)| {
                (
                    area,
                    holders
                        .into_iter()
                        .filter(|h| !self.certain_only || h.certainty == Truth::Certain)
                        .collect(),
                )
            })
            .collect();
        let mut units = Vec::new();
        self.units
            .iter()
            .for_each(|u| u.reports_on(day, &mut units));
        units.retain(|u| !self.certain_only || u.certainty == Truth::Certain);
        let marked =
            |c: &crate::model::Contradiction| c.mark.as_ref().is_some_and(|m| marks(&m.when, day));
        Situation {
            day,
            since: None,
            districts,
            places,
            units,
            messages: dated_on(
                atlas.messages.iter().map(crate::model::Message::dating),
                day,
            ),
            events: dated_on(atlas.events.iter().map(|e| e.dating.clone()), day),
            contradictions: (0..atlas.contradictions.len())
                .filter(|i| marked(&atlas.contradictions[*i]))
                .collect(),
        }
    }

    /// One leaf district on `day`.
    #[must_use]
    pub fn district_on(&self, id: &DistrictId, day: NaiveDate) -> DistrictState {
        let mut stances = Vec::new();
        for thread in self.threads.get(id).map(Vec::as_slice).unwrap_or_default() {
            thread.in_force(day, &mut stances);
        }
        let mut holders = self.control.holders_on(&self.atlas, id.as_str(), day);
        if self.certain_only {
            stances.retain(|s| s.certainty == Truth::Certain);
            holders.retain(|h| h.certainty == Truth::Certain);
        }
        DistrictState {
            id: id.clone(),
            stances,
            holders,
            claimed_in_range: None,
        }
    }

    /// Positions in `Atlas::claims` of everything ever said of a leaf district.
    #[must_use]
    pub fn history_of(&self, id: &DistrictId) -> Vec<usize> {
        let threads = self.threads.get(id).map(Vec::as_slice).unwrap_or_default();
        let all: BTreeSet<usize> = threads.iter().flat_map(Thread::statements).collect();
        all.into_iter().collect()
    }
}

/// A set `{a,b}` marks its days; a range marks all of it.
fn marks(when: &crate::time::Edtf, day: NaiveDate) -> bool {
    match when
        .as_str()
        .strip_prefix('{')
        .and_then(|s| s.strip_suffix('}'))
    {
        Some(days) => days.split(',').any(|d| d.trim().parse() == Ok(day)),
        None => when.extent().on(day) != Truth::Not,
    }
}

fn dated_on(datings: impl Iterator<Item = Dating>, day: NaiveDate) -> Vec<Dated> {
    datings
        .enumerate()
        .filter_map(|(index, dating)| {
            if let Some(exact) = dating.exact_day() {
                return (exact == day).then_some(Dated {
                    index,
                    certainty: Truth::Certain,
                });
            }
            let (earliest, latest) = dating.bounds();
            let (earliest, latest) = earliest.zip(latest)?;
            let narrow = days_between(earliest, latest) < LISTED_RANGE_DAYS;
            (narrow && (earliest..=latest).contains(&day)).then_some(Dated {
                index,
                certainty: Truth::Possible,
            })
        })
        .collect()
}

/// How a stance ranks as its capital's answer; greater wins (rule 3). Undated words that may not yet have been said never
/// outrank words that had been.
fn weight(
    atlas: &Atlas,
    s: &StanceInForce,
) -> (bool, Truth, bool, bool, Option<NaiveDate>, u8, usize) {
    let claim = &atlas.claims[s.claim];
    let authority = atlas
        .person(s.voice.as_str())
        .map_or(Authority::Individual, |p| p.authority);
    (
        claim.told_by.is_none(),
        s.certainty,
        authority != Authority::Individual,
        s.restated.is_some(),
        s.restated.or(claim.dating.bounds().1),
        claim.rank,
        s.claim,
    )
}

impl DistrictState {
    /// A party's answer to `question`: own words before hearsay, decisions and officials before individuals, then the
    /// latest; dated before undated.
    #[must_use]
    pub fn answer(
        &self,
        atlas: &Atlas,
        party: &PartyId,
        question: Question,
    ) -> Option<&StanceInForce> {
        self.stances
            .iter()
            .filter(|s| s.question == question && s.party.as_ref() == Some(party))
            .max_by_key(|s| weight(atlas, s))
    }

    /// A voice's answer to `question`.
    #[must_use]
    pub fn voice_answer(
        &self,
        atlas: &Atlas,
        voice: &str,
        question: Question,
    ) -> Option<&StanceInForce> {
        self.stances
            .iter()
            .filter(|s| s.question == question && s.voice.as_str() == voice)
            .max_by_key(|s| weight(atlas, s))
    }

    /// Every party whose answer to *whose* is `claims`.
    #[must_use]
    pub fn claimants(&self, atlas: &Atlas) -> Vec<Claimant> {
        if let Some(claimed) = &self.claimed_in_range {
            return claimed.clone();
        }
        let answers = atlas
            .parties
            .iter()
            .filter_map(|p| self.answer(atlas, &p.id, Question::Whose));
        answers
            .filter(|s| s.stance.kind == StanceKind::Claims)
            .filter_map(|s| {
                let claim = &atlas.claims[s.claim];
                Some(Claimant {
                    party: s.party.clone()?,
                    hearsay: claim.told_by.is_some(),
                    certainty: s.certainty,
                    record: claim.id.clone(),
                })
            })
            .collect()
    }

    /// To whom each capital gives it, as `(capital, recipient)`.
    #[must_use]
    pub fn assigned(&self, atlas: &Atlas) -> Vec<(PartyId, PartyId)> {
        let given = |s: &StanceInForce| match s.stance.kind {
            StanceKind::Assigns | StanceKind::Recognises => s.stance.to.clone(),
            _ => None,
        };
        let capitals = atlas.manifest.capitals.iter();
        capitals
            .filter_map(|c| Some((c.clone(), given(self.answer(atlas, c, Question::Whose)?)?)))
            .collect()
    }

    /// Capitals two of whose voices, in their own words and within [`DIVIDED_DAYS`], answer one question differently.
    #[must_use]
    pub fn divided(&self, atlas: &Atlas) -> Vec<PartyId> {
        let is_divided = |party: &&PartyId| {
            [Question::Whose, Question::WhoseTroops]
                .iter()
                .any(|question| {
                    let own: Vec<_> = self
                        .stances
                        .iter()
                        .filter(|s| s.question == *question && s.party.as_ref() == Some(*party))
                        .filter(|s| atlas.claims[s.claim].told_by.is_none())
                        .filter_map(|s| Some((s, s.restated?)))
                        .collect();
                    own.iter().enumerate().any(|(i, (a, day_a))| {
                        own[i + 1..].iter().any(|(b, day_b)| {
                            a.voice != b.voice
                                && outcome(a) != outcome(b)
                                && days_between(*day_a, *day_b).abs() <= DIVIDED_DAYS
                        })
                    })
                })
        };
        atlas
            .manifest
            .capitals
            .iter()
            .filter(is_divided)
            .cloned()
            .collect()
    }

    /// The number of different answers to *whose* among the capitals.
    #[must_use]
    pub fn contestedness(&self, atlas: &Atlas) -> usize {
        let answers = atlas
            .manifest
            .capitals
            .iter()
            .filter_map(|c| self.answer(atlas, c, Question::Whose));
        answers.map(outcome).collect::<BTreeSet<_>>().len()
    }

    /// Its colour through `lens`.
    #[must_use]
    pub fn fill(&self, atlas: &Atlas, lens: &Lens) -> Fill {
        match lens {
            Lens::Claims => self.claimed(atlas),
            Lens::Control => self.held(atlas),
            Lens::Party(party) => self.first_answer(atlas, |q| self.answer(atlas, party, q)),
            Lens::Voice(voice) => {
                self.first_answer(atlas, |q| self.voice_answer(atlas, voice.as_str(), q))
            }
        }
    }

    fn claimed(&self, atlas: &Atlas) -> Fill {
        let claimants = self.claimants(atlas);
        if claimants.is_empty() {
            return Fill::unknown();
        }
        Fill {
            kind: FillKind::Claimed,
            certainty: claimants.iter().map(|c| c.certainty).max(),
            hearsay: claimants.iter().all(|c| c.hearsay),
            records: claimants.iter().map(|c| c.record.clone()).collect(),
            parties: claimants.into_iter().map(|c| c.party).collect(),
        }
    }

    fn held(&self, atlas: &Atlas) -> Fill {
        let named: Vec<_> = self
            .holders
            .iter()
            .filter(|h| atlas.control[h.control].holder.is_some())
            .collect();
        if named.is_empty() {
            return Fill::unknown();
        }
        let mut parties: Vec<PartyId> = named
            .iter()
            .filter_map(|h| atlas.control[h.control].holder.clone())
            .collect();
        parties.sort();
        parties.dedup();
        Fill {
            kind: FillKind::Held,
            parties,
            certainty: named.iter().map(|h| h.certainty).max(),
            hearsay: named
                .iter()
                .all(|h| atlas.control[h.control].told_by.is_some()),
            records: named
                .iter()
                .map(|h| atlas.control[h.control].id.clone())
                .collect(),
        }
    }

    fn first_answer<'a>(
        &self,
        atlas: &Atlas,
        answer: impl Fn(Question) -> Option<&'a StanceInForce>,
    ) -> Fill {
        let questions = [
            Question::Whose,
            Question::WhoseTroops,
            Question::AgainstWhom,
        ];
        let answers: Vec<_> = questions.into_iter().filter_map(answer).collect();
        // What is only possible never hides what is certain, even on an earlier question.
        let certain = answers.iter().find(|s| s.certainty == Truth::Certain);
        certain.or(answers.first()).map_or_else(Fill::unknown, |s| {
            let colour = match s.stance.kind {
                StanceKind::Assigns | StanceKind::Recognises => &s.stance.to,
                StanceKind::Occupy | StanceKind::Evacuate => &s.stance.by,
                _ => &s.party,
            };
            Fill {
                kind: s.stance.kind.into(),
                parties: colour
                    .clone()
                    .or_else(|| s.party.clone())
                    .into_iter()
                    .collect(),
                certainty: Some(s.certainty),
                hearsay: atlas.claims[s.claim].told_by.is_some(),
                records: s
                    .records
                    .iter()
                    .map(|i| atlas.claims[*i].id.clone())
                    .collect(),
            }
        })
    }
}

/// What an answer comes to, whoever gives it and in whatever words: "it is mine" and "it is yours" agree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    Of(Option<PartyId>),
    NotOf(Option<PartyId>),
    Open,
    Autonomy,
    Troops(StanceKind, Option<PartyId>),
}

pub(super) fn outcome(s: &StanceInForce) -> Outcome {
    match s.stance.kind {
        StanceKind::Claims => Outcome::Of(s.party.clone()),
        StanceKind::Assigns | StanceKind::Recognises => Outcome::Of(s.stance.to.clone()),
        StanceKind::Renounces if s.stance.to.is_some() => Outcome::Of(s.stance.to.clone()),
        StanceKind::Renounces => Outcome::NotOf(s.party.clone()),
        StanceKind::Presses => Outcome::NotOf(s.stance.of.clone()),
        StanceKind::Disputed => Outcome::Open,
        StanceKind::Autonomy => Outcome::Autonomy,
        kind => Outcome::Troops(kind, s.stance.by.clone()),
    }
}
