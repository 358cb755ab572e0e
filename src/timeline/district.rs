//! One district on a day: the answer of each capital, the claimants, and the fill of the map
//! through a lens (rules 3 to 5). It reads the positions of a `Situation`; `scene` and `text` use
//! the result.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;

use chrono::NaiveDate;

use super::bounds::Bounds;
use super::control::Holding;
use super::lens::{Fill, FillKind, Lens};
use super::thread::StanceInForce;
use crate::model::{
    Atlas, Authority, Control, DistrictId, PartyId, Question, RecordId, StanceKind,
};
use crate::time::{Truth, days_between};

/// Days between the answers of two voices of one capital within which they count as divided.
pub const DIVIDED_DAYS: i64 = 30;

/// What is on record for one leaf district on a day, by positions in the atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictState {
    /// Id of the district.
    pub id: DistrictId,
    /// Every stance about the district that is in force.
    pub stances: Vec<StanceInForce>,
    /// The reported holders.
    pub holders: Vec<Holding>,
    /// For a range of days, whoever claimed the district on any day of it; `None` for one day.
    pub claimed_in_range: Option<Vec<Claimant>>,
}

/// A [`DistrictState`] together with the atlas whose positions it holds. Only a
/// [`Situation`](super::Situation) and a [`Timeline`](super::Timeline) make one, each with its own
/// atlas, so the positions of one atlas are never looked up in another.
#[derive(Debug, Clone, Copy)]
pub struct DistrictOnDay<'a> {
    atlas: &'a Atlas,
    state: &'a DistrictState,
}

impl<'a> DistrictOnDay<'a> {
    pub(super) fn new(atlas: &'a Atlas, state: &'a DistrictState) -> Self {
        Self { atlas, state }
    }

    /// Id of the district.
    #[must_use]
    pub fn id(&self) -> &'a DistrictId {
        &self.state.id
    }

    /// Every stance about the district that is in force.
    #[must_use]
    pub fn stances(&self) -> &'a [StanceInForce] {
        &self.state.stances
    }

    /// The reported holders, as positions in `Atlas::control`.
    #[must_use]
    pub fn holdings(&self) -> &'a [Holding] {
        &self.state.holders
    }

    /// The control records of the reported holders, with whether each is certain.
    pub fn holders(&self) -> impl Iterator<Item = (&'a Control, Truth)> + use<'a> {
        let atlas = self.atlas;
        let holders = self.state.holders.iter();
        holders.map(|h| (&atlas.control[h.control], h.certainty))
    }
}

impl Deref for DistrictOnDay<'_> {
    type Target = DistrictState;

    fn deref(&self) -> &DistrictState {
        self.state
    }
}

/// A party that answers *whose* with itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimant {
    /// Id of the party.
    pub party: PartyId,
    /// Whether the claim is known only from another's report.
    pub hearsay: bool,
    /// Whether the claim is certainly or only possibly in force.
    pub certainty: Truth,
    /// The claim record.
    pub record: RecordId,
}

/// The order of stances as their capital's answer; the greatest is the answer (rule 3). Undated
/// words that may be later than the day asked for never come before words that are certainly
/// earlier.
fn weight(
    atlas: &Atlas,
    s: &StanceInForce,
) -> (bool, Truth, bool, bool, Option<NaiveDate>, u8, usize) {
    let claim = &atlas.claims[s.claim];
    let authority = atlas
        .person(s.voice.as_str())
        .map_or(Authority::Individual, |p| p.authority);
    (
        claim.head.told_by.is_none(),
        s.certainty,
        authority != Authority::Individual,
        s.restated.is_some(),
        s.restated
            .or_else(|| Bounds::new(atlas).of(&claim.head.dating).1),
        claim.rank,
        s.claim,
    )
}

impl<'a> DistrictOnDay<'a> {
    /// A party's answer to `question`, in order of priority: its own words before hearsay, certain
    /// before possible, decisions and officials before individuals, dated words before undated,
    /// then the latest, then the higher rank.
    #[must_use]
    pub fn answer(&self, party: &PartyId, question: Question) -> Option<&'a StanceInForce> {
        self.state
            .stances
            .iter()
            .filter(|s| s.question == question && s.party.as_ref() == Some(party))
            .max_by_key(|s| weight(self.atlas, s))
    }

    /// The answers of all parties to `question`, by party: as [`answer`](Self::answer), in one pass over
    /// the stances.
    #[must_use]
    pub fn answers(&self, question: Question) -> HashMap<&'a PartyId, &'a StanceInForce> {
        let mut answers: HashMap<&PartyId, &StanceInForce> = HashMap::new();
        let stances = self.state.stances.iter();
        for stance in stances.filter(|s| s.question == question) {
            let Some(party) = &stance.party else { continue };
            let known = answers.entry(party).or_insert(stance);
            if weight(self.atlas, stance) >= weight(self.atlas, known) {
                *known = stance;
            }
        }
        answers
    }

    /// A voice's answer to `question`; `None` where the voice has given none.
    #[must_use]
    pub fn voice_answer(&self, voice: &str, question: Question) -> Option<&'a StanceInForce> {
        self.state
            .stances
            .iter()
            .filter(|s| s.question == question && s.voice.as_str() == voice)
            .max_by_key(|s| weight(self.atlas, s))
    }

    /// Every party whose answer to *whose* is `claims`.
    #[must_use]
    pub fn claimants(&self) -> Vec<Claimant> {
        let atlas = self.atlas;
        if let Some(claimed) = &self.state.claimed_in_range {
            return claimed.clone();
        }
        // Of thousands of parties only those are looked at that say something of the district.
        let answers = self.answers(Question::Whose).into_iter();
        let ranked = answers.filter_map(|(party, s)| Some((atlas.party_rank(party)?, s)));
        let ranked: BTreeMap<usize, &StanceInForce> = ranked.collect();
        ranked
            .into_values()
            .filter(|s| s.stance.kind == StanceKind::Claims)
            .filter_map(|s| {
                let claim = &atlas.claims[s.claim];
                Some(Claimant {
                    party: s.party.clone()?,
                    hearsay: claim.head.told_by.is_some(),
                    certainty: s.certainty,
                    record: claim.head.id.clone(),
                })
            })
            .collect()
    }

    /// The district's recipients in the eyes of each capital, as pairs `(capital, recipient)`.
    #[must_use]
    pub fn assigned(&self) -> Vec<(PartyId, PartyId)> {
        let atlas = self.atlas;
        let given = |s: &StanceInForce| match s.stance.kind {
            StanceKind::Assigns | StanceKind::Recognises => s.stance.to.clone(),
            _ => None,
        };
        let capitals = atlas.manifest.capitals.iter();
        capitals
            .filter_map(|c| Some((c.clone(), given(self.answer(c, Question::Whose)?)?)))
            .collect()
    }

    /// Capitals of which two voices, in their own words and within [`DIVIDED_DAYS`], give different
    /// answers to one question.
    #[must_use]
    pub fn divided(&self) -> Vec<PartyId> {
        let atlas = self.atlas;
        let is_divided = |party: &&PartyId| {
            [Question::Whose, Question::WhoseTroops]
                .iter()
                .any(|question| {
                    let own: Vec<_> = self
                        .state
                        .stances
                        .iter()
                        .filter(|s| s.question == *question && s.party.as_ref() == Some(*party))
                        .filter(|s| atlas.claims[s.claim].head.told_by.is_none())
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
    pub fn contestedness(&self) -> usize {
        let atlas = self.atlas;
        let answers = atlas
            .manifest
            .capitals
            .iter()
            .filter_map(|c| self.answer(c, Question::Whose));
        answers.map(outcome).collect::<BTreeSet<_>>().len()
    }

    /// What the district's color means through `lens`.
    #[must_use]
    pub fn fill(&self, lens: &Lens) -> Fill {
        match lens {
            Lens::Claims => self.claimed(),
            Lens::Control => self.held(),
            Lens::Party(party) => self.first_answer(|q| self.answer(party, q)),
            Lens::Voice(voice) => self.first_answer(|q| self.voice_answer(voice.as_str(), q)),
        }
    }

    fn claimed(&self) -> Fill {
        let claimants = self.claimants();
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

    fn held(&self) -> Fill {
        let atlas = self.atlas;
        let named: Vec<_> = self
            .state
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
                .all(|h| atlas.control[h.control].head.told_by.is_some()),
            records: named
                .iter()
                .map(|h| atlas.control[h.control].head.id.clone())
                .collect(),
        }
    }

    fn first_answer(&self, answer: impl Fn(Question) -> Option<&'a StanceInForce>) -> Fill {
        let atlas = self.atlas;
        let answers: Vec<_> = Question::ALL.into_iter().filter_map(answer).collect();
        // A possible answer never hides a certain one, even if the certain one answers a later
        // question.
        let certain = answers.iter().find(|s| s.certainty == Truth::Certain);
        certain.or(answers.first()).map_or_else(Fill::unknown, |s| {
            let records = s.records.iter();
            Fill::of_stance(
                &s.stance,
                s.party.as_ref(),
                s.certainty,
                atlas.claims[s.claim].head.told_by.is_some(),
                records.map(|i| atlas.claims[*i].head.id.clone()).collect(),
            )
        })
    }
}

/// What an answer means for the district, independent of the speaker and the wording: "it is mine"
/// and "it is yours" have the same outcome.
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
