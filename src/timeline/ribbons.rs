//! A district through one party's eyes, over all the days of the atlas.

use super::{DayRange, Fill, FillKind, Lens, Timeline};
use crate::model::{DistrictId, PartyId};

/// What one party wanted for one district, from day to day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ribbon {
    /// The district.
    pub district: DistrictId,
    /// Whose eyes.
    pub party: PartyId,
    /// Runs of days of one answer, ascending; days without a statement are left out.
    pub runs: Vec<(DayRange, Fill)>,
}

impl Timeline {
    /// A ribbon a district and party, where there is any statement at all; in the order of the atlas. Worked out once.
    #[must_use]
    pub fn ribbons(&self) -> &[Ribbon] {
        self.ribbons.get_or_init(|| self.compute_ribbons())
    }

    fn compute_ribbons(&self) -> Vec<Ribbon> {
        let atlas = self.atlas();
        let parties: Vec<Lens> = atlas
            .parties
            .iter()
            .map(|p| Lens::Party(p.id.clone()))
            .collect();
        let mut out: Vec<Ribbon> = Vec::new();
        let leaves: Vec<&DistrictId> = self.threads.keys().collect();
        for district in atlas
            .districts
            .iter()
            .map(|d| &d.id)
            .filter(|id| leaves.contains(id))
        {
            let mut of_district: Vec<Ribbon> = atlas
                .parties
                .iter()
                .map(|p| Ribbon {
                    district: district.clone(),
                    party: p.id.clone(),
                    runs: Vec::new(),
                })
                .collect();
            let mut day = atlas.manifest.span.start;
            while day <= atlas.manifest.span.last() {
                let state = self.district_on(district, day);
                for (ribbon, lens) in of_district.iter_mut().zip(&parties) {
                    let fill = state.fill(atlas, lens);
                    if fill.kind == FillKind::Unknown {
                        continue;
                    }
                    match ribbon.runs.last_mut() {
                        Some((range, last))
                            if range.last.succ_opt() == Some(day) && *last == fill =>
                        {
                            range.last = day
                        }
                        _ => ribbon.runs.push((
                            DayRange {
                                first: day,
                                last: day,
                            },
                            fill,
                        )),
                    }
                }
                let Some(next) = day.succ_opt() else { break };
                day = next;
            }
            out.extend(of_district.into_iter().filter(|r| !r.runs.is_empty()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_ribbon_says_on_each_day_what_the_day_says() {
        let atlas = Arc::new(
            crate::load::load(&crate::load::files::builtin())
                .atlas
                .expect("clean"),
        );
        let t = Timeline::new(atlas.clone());
        assert!(t.ribbons().len() > 10);
        for day in [
            "1920-05-01",
            "1920-06-25",
            "1920-07-03",
            "1920-07-24",
            "1921-03-16",
        ] {
            let situation = t.situation_on(day.parse().expect("a day"));
            for ribbon in t.ribbons() {
                let state = situation
                    .districts
                    .iter()
                    .find(|d| d.id == ribbon.district)
                    .expect("a leaf");
                let said = state.fill(&atlas, &Lens::Party(ribbon.party.clone()));
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
