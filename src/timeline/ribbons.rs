//! The answers of one party about one district over all days of the atlas. `scene` draws them as a
//! strip of color over a time line.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::district::DistrictOnDay;
use super::thread::Thread;
use super::{DayRange, Fill, FillKind, Lens, Timeline, Undated};
use crate::model::{DistrictId, PartyId, RecordId};

/// What one party wanted for one district, over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ribbon {
    /// Id of the district.
    pub district: DistrictId,
    /// Id of the party that answers.
    pub party: PartyId,
    /// Runs of days with the same fill, ascending. Days without a statement are left out.
    pub runs: Vec<(DayRange, Fill)>,
    /// Statements that are in force on no day, because one end or both are missing, in the order of
    /// the files.
    pub undated: Vec<Undated>,
}

impl Timeline {
    /// One ribbon for each district and party with any statement, in the order of the atlas. They
    /// are computed at the first call.
    #[must_use]
    pub fn ribbons(&self) -> &[Ribbon] {
        self.ribbons.get_or_init(|| self.compute_ribbons())
    }

    fn compute_ribbons(&self) -> Vec<Ribbon> {
        let atlas = self.atlas();
        let mut out: Vec<Ribbon> = Vec::new();
        let with_claims = |id: &&DistrictId| self.threads.contains_key(*id);
        let districts = atlas.districts.iter().map(|d| &d.id);
        for district in districts.filter(with_claims) {
            // Only a party whose voices have made a statement about the district has an answer.
            let threads = self.threads.get(district).into_iter().flatten();
            let speaking = atlas.parties_of(threads.filter_map(|t| t.party.as_ref()));
            let parties: Vec<Lens> = speaking.iter().map(|p| Lens::Party(p.id.clone())).collect();
            let mut of_district: Vec<Ribbon> = speaking
                .iter()
                .map(|p| Ribbon {
                    district: district.clone(),
                    party: p.id.clone(),
                    runs: Vec::new(),
                    undated: self.listed(district, &p.id),
                })
                .collect();
            for constant in self.constant_runs(district) {
                let state = self.state_on(district, constant.first);
                let state = DistrictOnDay::new(atlas, &state);
                for (ribbon, lens) in of_district.iter_mut().zip(&parties) {
                    let fill = state.fill(lens);
                    if fill.kind == FillKind::Unknown {
                        continue;
                    }
                    match ribbon.runs.last_mut() {
                        Some((range, last))
                            if range.last.succ_opt() == Some(constant.first) && *last == fill =>
                        {
                            range.last = constant.last;
                        }
                        _ => ribbon.runs.push((constant, fill)),
                    }
                }
            }
            let says = |r: &Ribbon| !r.runs.is_empty() || !r.undated.is_empty();
            out.extend(of_district.into_iter().filter(says));
        }
        out
    }

    /// The statements of a party's voices about a district that are in force on no day.
    fn listed(&self, district: &DistrictId, party: &PartyId) -> Vec<Undated> {
        let atlas = self.atlas();
        let threads = self.threads.get(district).into_iter().flatten();
        let own = threads.filter(|thread| thread.party.as_ref() == Some(party));
        let claims: BTreeSet<usize> = own.flat_map(Thread::listed).collect();
        let ids = claims.iter().map(|i| &atlas.claims[*i].head.id);
        let undated = |id: &RecordId| self.undated().iter().find(|u| u.record == *id).cloned();
        ids.filter_map(undated).collect()
    }

    /// The span cut at every day on which a statement about a district may begin or cease to be in
    /// force. Within one run the stances are the same.
    fn constant_runs(&self, district: &DistrictId) -> Vec<DayRange> {
        let span = self.atlas().manifest.span;
        let threads = self.threads.get(district);
        let cuts = threads.into_iter().flatten().flat_map(Thread::cut_days);
        let mut firsts: Vec<NaiveDate> = cuts.filter(|day| span.contains(*day)).collect();
        firsts.push(span.start);
        firsts.sort_unstable();
        firsts.dedup();
        let next = firsts.iter().skip(1).map(|day| day.pred_opt());
        let lasts = next.flatten().chain([span.last()]);
        let runs = firsts.iter().zip(lasts);
        runs.map(|(first, last)| DayRange {
            first: *first,
            last,
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ribbon_has_on_each_day_the_fill_of_that_day() {
        let t = Timeline::new(crate::load::fixtures::builtin());
        assert!(t.ribbons().len() > 10);
        let span = t.atlas().manifest.span;
        for day in span.start.iter_days().take_while(|d| *d <= span.last()) {
            let situation = t.situation_on(day);
            for ribbon in t.ribbons() {
                let state = situation.district(ribbon.district.as_str());
                let lens = Lens::Party(ribbon.party.clone());
                let said = state.expect("a leaf").fill(&lens);
                let run = ribbon
                    .runs
                    .iter()
                    .find(|(range, _)| range.holds(situation.day));
                assert_eq!(
                    run.map_or_else(Fill::unknown, |(_, f)| f.clone()),
                    said,
                    "{} {day}",
                    ribbon.district
                );
            }
        }
    }
}
