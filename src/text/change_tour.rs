//! A tour made of the record alone: a step for every day on which something of a lens changes or
//! something happens that the lens shows.

use chrono::NaiveDate;

use super::{Text, day_before};
use crate::model::{
    AreaId, DistrictId, RecordId, StepKind, StepLayer, StepTransition, StepView, Tour, TourStep,
    Words,
};
use crate::timeline::{Lens, Timeline};

/// Seconds that a step is shown when the tour plays without a speaker.
const DWELL_S: f64 = 12.0;

impl Text {
    /// The tour of the days on which something of a lens changes, with a first and a last slide.
    #[must_use]
    pub fn change_tour(&self, timeline: &Timeline, lens: &Lens) -> Tour {
        let atlas = timeline.atlas();
        let days = timeline.change_days();
        let step = |day: &NaiveDate| self.change_step(timeline, lens, *day);
        Tour {
            id: "changes".to_owned(),
            title: self.words(&self.lens_title(lens, atlas)),
            about: self.words(&self.lens_about(lens, atlas)),
            short_minutes: None,
            steps: days.iter().filter_map(step).collect(),
        }
    }

    fn words(&self, text: &str) -> Words {
        Words::in_language(self.language(), text)
    }

    fn change_step(&self, timeline: &Timeline, lens: &Lens, day: NaiveDate) -> Option<TourStep> {
        let situation = timeline.situation_on(day);
        let finding = self.finding(timeline, &situation, lens)?;
        let before = timeline.situation_on(day_before(timeline, day));
        let changed = |(a, b): (
            crate::timeline::DistrictOnDay<'_>,
            crate::timeline::DistrictOnDay<'_>,
        )| { (a.fill(lens) != b.fill(lens)).then(|| b.id.clone()) };
        let lights_up: Vec<DistrictId> = before
            .districts()
            .zip(situation.districts())
            .filter_map(changed)
            .collect();
        let fit = lights_up.iter().cloned().map(AreaId::District).collect();
        Some(TourStep {
            id: day.to_string(),
            kind: StepKind::Day,
            date: day,
            range: None,
            lens: Some(lens.name().to_owned()),
            compare: None,
            view: StepView {
                fit,
                ..StepView::default()
            },
            layers: vec![StepLayer::Fills],
            select: Some(finding.record.to_string()),
            headline: self.words(&self.capitalized(&finding.sentence)),
            caption: self.words(""),
            notes: Words::default(),
            ask: Words::default(),
            reveal: Words::default(),
            filter: None,
            callouts: Vec::new(),
            lights_up,
            dwell_s: Some(DWELL_S),
            transition: StepTransition::Move,
            records: vec![RecordId::from(finding.record.as_str())],
            other_days: std::collections::BTreeMap::new(),
            short: false,
        })
    }
}
