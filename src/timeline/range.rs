//! The situation over a range of days, in one of three meanings. The result is a `Situation` like
//! that of one day, so that scenes and tables need not distinguish them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::district::{DistrictOnDay, outcome};
use super::{Claimant, DistrictState, Holding, Situation, StanceInForce, Timeline, UnitReport};
use crate::model::{PartyId, Question};
use crate::time::{DayRange, Truth, days_between};

/// Length of a range up to which every day of it is looked at.
const MOST_DAYS: i64 = 3_660;

/// What the situation over a range contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RangeMode {
    /// Whatever was so on any day of the range.
    #[default]
    AtAnyTime,
    /// Only what was so on every day of the range.
    AllThrough,
    /// The fills of the last day, with every message and report since the first day of the range.
    Cumulative,
}

impl Timeline {
    /// The days of a range that must be looked at: all, or of a long range the first, the last and
    /// those on which something on record happens.
    fn days_of(&self, range: DayRange) -> Vec<NaiveDate> {
        if range.days() <= MOST_DAYS {
            let days = range.first.iter_days();
            return days.take_while(|d| *d <= range.last).collect();
        }
        let changes = self.change_days().iter().copied();
        let within = changes.filter(|d| range.holds(*d));
        let mut days: Vec<NaiveDate> = within.chain([range.first, range.last]).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The situation over a range. A cumulative one ends on `day`, the others on the range's last
    /// day.
    #[must_use]
    pub fn situation_over(&self, range: DayRange, mode: RangeMode, day: NaiveDate) -> Situation {
        let range = match mode {
            RangeMode::Cumulative => DayRange {
                first: range.first.min(day),
                last: day,
            },
            _ => range,
        };
        let days: Vec<Situation> = self
            .days_of(range)
            .into_iter()
            .map(|d| self.situation_on(d))
            .collect();
        let Some(last) = days.last() else {
            return self.situation_on(day);
        };
        let mut out = last.clone();
        out.since = Some(range.first);
        gather(&mut out.messages, days.iter().flat_map(|s| &s.messages));
        gather(&mut out.events, days.iter().flat_map(|s| &s.events));
        out.contradictions = days
            .iter()
            .flat_map(|s| s.contradictions.iter().copied())
            .collect();
        out.contradictions.sort_unstable();
        out.contradictions.dedup();
        match mode {
            RangeMode::Cumulative => out.units = self.reported(&days, range.last),
            RangeMode::AtAnyTime => {
                out.units = self.reported(&days, range.last);
                for (i, state) in out.states_mut().iter_mut().enumerate() {
                    at_any_time(&self.on_each_day(&days, i), state);
                }
                for (i, (_, holders)) in out.places.iter_mut().enumerate() {
                    *holders = union(
                        days.iter()
                            .filter_map(|s| s.places.get(i))
                            .flat_map(|(_, h)| h),
                    );
                }
            }
            RangeMode::AllThrough => {
                // One report counts at most once a day, so it counts on every day if its total
                // equals the number of days.
                let mut spoken: HashMap<(usize, usize), usize> = HashMap::new();
                for u in days.iter().flat_map(|s| &s.units) {
                    *spoken.entry((u.unit, u.fix)).or_default() += 1;
                }
                out.units
                    .retain(|u| spoken.get(&(u.unit, u.fix)) == Some(&days.len()));
                for (i, state) in out.states_mut().iter_mut().enumerate() {
                    all_through(&self.on_each_day(&days, i), state);
                }
                for (i, (_, holders)) in out.places.iter_mut().enumerate() {
                    let each: Vec<&Vec<Holding>> = days
                        .iter()
                        .filter_map(|s| s.places.get(i))
                        .map(|(_, h)| h)
                        .collect();
                    holders.retain(|h| {
                        each.iter()
                            .all(|day| day.iter().any(|o| o.control == h.control))
                    });
                }
            }
        }
        out
    }

    /// One leaf district, by its position, on each of the days.
    fn on_each_day<'a>(&'a self, days: &'a [Situation], leaf: usize) -> Vec<DistrictOnDay<'a>> {
        let states = days.iter().filter_map(|s| s.states().get(leaf));
        states
            .map(|state| DistrictOnDay::new(self.atlas(), state))
            .collect()
    }

    /// Every report that is current on any of the days, with its age on `last`.
    fn reported(&self, days: &[Situation], last: NaiveDate) -> Vec<UnitReport> {
        let mut found: BTreeMap<(usize, usize), UnitReport> = BTreeMap::new();
        for report in days.iter().flat_map(|s| &s.units) {
            let known = found.entry((report.unit, report.fix)).or_insert(*report);
            known.certainty = known.certainty.max(report.certainty);
            let exact = self.atlas().units[report.unit].fixes[report.fix]
                .head
                .dating
                .exact_day();
            known.age_days = exact.map_or(report.age_days, |d| Some(days_between(d, last)));
        }
        found.into_values().collect()
    }
}

fn gather<'a>(out: &mut Vec<super::Dated>, all: impl Iterator<Item = &'a super::Dated>) {
    let mut found: BTreeMap<usize, Truth> = BTreeMap::new();
    for dated in all {
        let truth = found.entry(dated.index).or_insert(dated.certainty);
        *truth = (*truth).max(dated.certainty);
    }
    *out = found
        .into_iter()
        .map(|(index, certainty)| super::Dated { index, certainty })
        .collect();
}

fn union<'a>(holders: impl Iterator<Item = &'a Holding>) -> Vec<Holding> {
    let mut found: BTreeMap<usize, Truth> = BTreeMap::new();
    for h in holders {
        let truth = found.entry(h.control).or_insert(h.certainty);
        *truth = (*truth).max(h.certainty);
    }
    found
        .into_iter()
        .map(|(control, certainty)| Holding { control, certainty })
        .collect()
}

fn at_any_time(states: &[DistrictOnDay<'_>], out: &mut DistrictState) {
    let mut stances: Vec<StanceInForce> = Vec::new();
    let mut claimed: Vec<Claimant> = Vec::new();
    // Positions in the two vectors, of which one district may have thousands.
    let mut position_of_stance = HashMap::new();
    let mut position_of_party: HashMap<PartyId, usize> = HashMap::new();
    for state in states {
        for s in state.stances() {
            match position_of_stance.entry((s.claim, &s.voice)) {
                Entry::Occupied(at) => {
                    let known: &mut StanceInForce = &mut stances[*at.get()];
                    if known.certainty < s.certainty {
                        *known = s.clone();
                    }
                }
                Entry::Vacant(at) => {
                    at.insert(stances.len());
                    stances.push(s.clone());
                }
            }
        }
        for c in state.claimants() {
            match position_of_party.entry(c.party.clone()) {
                Entry::Occupied(at) => {
                    let known = &mut claimed[*at.get()];
                    known.certainty = known.certainty.max(c.certainty);
                    known.hearsay &= c.hearsay;
                }
                Entry::Vacant(at) => {
                    at.insert(claimed.len());
                    claimed.push(c);
                }
            }
        }
    }
    out.holders = union(states.iter().flat_map(|s| &s.holders));
    out.stances = stances;
    out.claimed_in_range = Some(claimed);
}

fn all_through(states: &[DistrictOnDay<'_>], out: &mut DistrictState) {
    out.stances.retain_mut(|s| {
        let same = |o: &&StanceInForce| o.voice == s.voice && o.stance == s.stance;
        let each: Option<Vec<Truth>> = states
            .iter()
            .map(|d| Some(d.stances.iter().find(same)?.certainty))
            .collect();
        s.certainty = each
            .as_ref()
            .and_then(|truths| truths.iter().min().copied())
            .unwrap_or(Truth::Not);
        s.certainty != Truth::Not
    });
    // A capital whose answer changed within the range has no answer throughout, even if one of its
    // voices kept its own.
    for question in Question::ALL {
        let answers: Vec<_> = states.iter().map(|d| d.answers(question)).collect();
        let speak = answers.iter().flat_map(|of_day| of_day.keys().copied());
        let speak: HashSet<&PartyId> = speak.collect();
        let has_changed = |party: &PartyId| {
            let mut outcomes = answers
                .iter()
                .map(|of_day| of_day.get(party).map(|s| outcome(s)));
            let first = outcomes.next();
            outcomes.any(|other| Some(other) != first)
        };
        let changed: HashSet<&PartyId> = speak
            .into_iter()
            .filter(|party| has_changed(party))
            .collect();
        out.stances.retain(|s| {
            let has_changed = s.party.as_ref().is_some_and(|p| changed.contains(p));
            s.question != question || !has_changed
        });
    }
    out.holders.retain_mut(|h| {
        let each: Option<Vec<Truth>> = states
            .iter()
            .map(|d| Some(d.holders.iter().find(|o| o.control == h.control)?.certainty))
            .collect();
        h.certainty = each
            .and_then(|truths| truths.into_iter().min())
            .unwrap_or(Truth::Not);
        h.certainty != Truth::Not
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Lens;

    #[test]
    fn any_time_holds_what_each_day_holds_and_all_through_only_what_all_do() {
        let t = Timeline::new(crate::load::fixtures::builtin());
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let range = DayRange::between(day("1920-07-20"), day("1920-06-25"));
        let any = t.situation_over(range, RangeMode::AtAnyTime, range.last);
        let all = t.situation_over(range, RangeMode::AllThrough, range.last);
        for on in range.first.iter_days().take_while(|d| *d <= range.last) {
            let (here, any, all) = (
                t.situation_on(on),
                any.districts().collect::<Vec<_>>(),
                all.districts().collect::<Vec<_>>(),
            );
            for (i, state) in here.districts().enumerate() {
                for lens in [Lens::Claims, Lens::Control] {
                    let of = |s: DistrictOnDay<'_>| s.fill(&lens);
                    let (here, wide, narrow) = (of(state), of(any[i]), of(all[i]));
                    assert!(
                        here.parties.iter().all(|p| wide.parties.contains(p)),
                        "{} {on} any {lens:?}",
                        state.id
                    );
                    assert!(
                        narrow.parties.iter().all(|p| here.parties.contains(p)),
                        "{} {on} all {lens:?}",
                        state.id
                    );
                }
                let whose =
                    |s: DistrictOnDay<'_>| s.answer(&"moscow".into(), Question::Whose).map(outcome);
                if let Some(narrow) = whose(all[i]) {
                    assert_eq!(whose(state), Some(narrow), "{} {on}", state.id);
                }
            }
        }
        let sent = |s: &Situation| {
            s.messages
                .iter()
                .filter(|m| m.certainty == Truth::Certain)
                .count()
        };
        assert!(sent(&any) > sent(&t.situation_on(range.last)));
        let sum = t.situation_over(range, RangeMode::Cumulative, day("1920-07-03"));
        assert_eq!(sum.day, day("1920-07-03"));
    }
}
