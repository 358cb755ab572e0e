//! A tour made of the record alone: a step for every record of a day that a lens shows, and for every
//! day on which a fill or a holder changes, between a first and a last slide. So *change by change* has the
//! same form as a tour that somebody wrote.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Text;
use crate::model::{
    AreaId, Atlas, DistrictId, HeldExtent, PersonId, RecordId, StepKind, StepLayer, StepTransition,
    StepView, Tour, TourStep, Words,
};
use crate::time::Truth;
use crate::timeline::{Dated, FillKind, Lens, Situation, Timeline};

/// Time to read a word, and the least time of a step, in seconds.
const WORD_S: f64 = 0.4;
const LEAST_S: f64 = 6.0;
/// Greatest number of words of a caption; what is longer is cut with a sign.
const MOST_WORDS: usize = 34;

/// One record of a day, as a step tells it.
struct Told {
    record: RecordId,
    headline: String,
    caption: String,
    areas: Vec<AreaId>,
    is_message: bool,
}

/// A day with what its steps share.
struct Day {
    date: NaiveDate,
    lights_up: Vec<DistrictId>,
    fills_change: bool,
    holders_change: bool,
    troops_move: bool,
}

impl Text {
    /// The tour of the days on which something of a lens changes or is said.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use araxes::text::Text;
    /// use araxes::timeline::{Lens, Timeline};
    /// # let files = araxes::load::files::read_folder("docs/example-atlas".as_ref()).expect("files");
    /// # let atlas = araxes::load::load(&files).atlas.expect("no faults");
    /// let timeline = Timeline::new(Arc::new(atlas));
    /// let tour = Text::new("en").change_tour(&timeline, &Lens::Claims);
    /// assert!(tour.steps.len() > 2, "a first slide, steps, a last slide");
    /// ```
    #[must_use]
    pub fn change_tour(&self, timeline: &Timeline, lens: &Lens) -> Tour {
        let atlas = timeline.atlas();
        let days = timeline.change_days();
        let told = days
            .iter()
            .flat_map(|day| self.steps_of(timeline, lens, *day));
        let steps: Vec<TourStep> = told.collect();
        let title = self.lens_title(lens, atlas);
        let span = atlas.manifest.span;
        let first = days.first().copied().unwrap_or(span.start);
        let last = steps.last().map_or(first, |step| step.date);
        let opening = TourStep {
            headline: self.said(&self.get("change-tour-opening")),
            caption: self.said(&self.lens_about(lens, atlas)),
            ..plain_step("opening", StepKind::Opening, first, lens)
        };
        let values = self.day_in(last, atlas);
        let closing = TourStep {
            headline: self.said(&self.get("change-tour-closing")),
            caption: self.said(&self.with("change-tour-last", &[("date", &values)])),
            ..plain_step("closing", StepKind::Closing, last, lens)
        };
        let about = self.lens_about(lens, atlas);
        Tour {
            id: "changes".to_owned(),
            title: self.said(&title),
            about: self.said(&about),
            short_minutes: None,
            steps: std::iter::once(opening)
                .chain(steps)
                .chain([closing])
                .collect(),
        }
    }

    fn said(&self, text: &str) -> Words {
        Words::in_language(self.language(), text)
    }

    /// The steps of a day: one for each of its records; none where nothing of the lens is on record
    /// for it and no color changes.
    fn steps_of(&self, timeline: &Timeline, lens: &Lens, date: NaiveDate) -> Vec<TourStep> {
        let atlas = timeline.atlas();
        let situation = timeline.situation_on(date);
        let before = timeline.situation_on(date.pred_opt().unwrap_or(date));
        let day = day_of(timeline, lens, date, (&before, &situation));
        let mut told = self.records_of(timeline, lens, &situation);
        let finding = self.finding(timeline, &situation, lens);
        if let Some(finding) = finding {
            let sentence = self.capitalized(&finding.sentence);
            let message = atlas.claim(finding.record.as_str());
            let message = message.and_then(|claim| claim.message.clone());
            let record = message.unwrap_or_else(|| finding.record.clone());
            match told.iter().position(|t| t.record == record) {
                Some(at) => {
                    told[..=at].rotate_right(1);
                    told[0].headline = sentence;
                }
                None => told.insert(0, self.told_of(timeline, &finding.record, sentence)),
            }
        }
        if told.is_empty() && (day.fills_change || day.holders_change) {
            told.extend(self.bare_change(timeline, lens, date));
        }
        let count = told.len();
        let numbered = told.into_iter().enumerate();
        numbered
            .map(|(i, told)| self.step_of(&day, lens, told, (i, count)))
            .collect()
    }

    fn step_of(&self, day: &Day, lens: &Lens, told: Told, (i, count): (usize, usize)) -> TourStep {
        let mut layers = Vec::new();
        if *lens != Lens::Control || day.fills_change {
            layers.push(StepLayer::Fills);
        }
        if *lens == Lens::Control || day.holders_change {
            layers.push(StepLayer::Holders);
        }
        if day.troops_move {
            layers.push(StepLayer::Troops);
        }
        if told.is_message {
            layers.push(StepLayer::Messages);
        }
        let lit = day.lights_up.iter().cloned().map(AreaId::District);
        let fit: Vec<AreaId> = if day.lights_up.is_empty() {
            // A town alone would be shown without its surroundings.
            let mut areas = told.areas;
            if areas.iter().all(|area| area.district().is_none()) {
                areas.clear();
            }
            areas
        } else {
            lit.collect()
        };
        let caption = if count > 1 {
            let values = [
                ("at", (i + 1).to_string()),
                ("count", count.to_string()),
                ("words", told.caption),
            ];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            self.with("change-tour-one-of", &values)
        } else {
            told.caption
        };
        let words = caption.split_whitespace().count() + told.headline.split_whitespace().count();
        let id = if count > 1 {
            format!("{}-{}", day.date, i + 1)
        } else {
            day.date.to_string()
        };
        TourStep {
            view: StepView {
                fit,
                ..StepView::default()
            },
            layers,
            select: Some(told.record.to_string()),
            headline: self.said(&told.headline),
            caption: self.said(&caption),
            lights_up: day.lights_up.clone(),
            dwell_s: Some((words as f64 * WORD_S).max(LEAST_S)),
            transition: StepTransition::Move,
            records: vec![told.record],
            ..plain_step(&id, StepKind::Day, day.date, lens)
        }
    }

    /// The messages and events of the day that the lens shows.
    fn records_of(&self, timeline: &Timeline, lens: &Lens, situation: &Situation) -> Vec<Told> {
        let atlas = timeline.atlas();
        let certain = |dated: &&Dated| dated.certainty == Truth::Certain;
        let mut told = Vec::new();
        for dated in situation.messages.iter().filter(certain) {
            let message = &atlas.messages[dated.index];
            let senders = message.from.iter().filter_map(|from| from.person.as_ref());
            let claims = message
                .claims
                .iter()
                .filter_map(|id| atlas.claim(id.as_str()));
            let voices = claims.flat_map(|claim| &claim.voices);
            if is_of_lens(atlas, lens, senders.chain(voices)) {
                let headline = self.capitalized(&self.message_ends(message, atlas));
                told.push(Told {
                    record: message.head.id.clone(),
                    headline,
                    caption: self.in_brief(message.gist.text(self.language())),
                    areas: message.about.clone(),
                    is_message: true,
                });
            }
        }
        if !matches!(lens, Lens::Claims | Lens::Control) {
            return told;
        }
        for dated in situation.events.iter().filter(certain) {
            let event = &atlas.events[dated.index];
            told.push(Told {
                record: event.head.id.clone(),
                headline: event.title.text(self.language()).to_owned(),
                caption: self.in_brief(event.gist.text(self.language())),
                areas: event.places.clone(),
                is_message: false,
            });
        }
        told
    }

    /// A record that is neither a message nor an event of the day, such as a holding.
    fn told_of(&self, timeline: &Timeline, record: &RecordId, headline: String) -> Told {
        let atlas = timeline.atlas();
        let view = atlas.record(record.as_str());
        let areas = view.map_or_else(Vec::new, |view| view.areas());
        let word = view.map_or_else(String::new, |view| self.whose_word(view.head(), atlas));
        let note = view.map_or("", |view| view.head().note.text(self.language()));
        let caption = if note.is_empty() {
            self.capitalized(&word)
        } else {
            self.in_brief(note)
        };
        Told {
            record: record.clone(),
            headline,
            caption,
            areas: areas.into_iter().map(|a| area_id(atlas, a)).collect(),
            is_message: false,
        }
    }

    /// What changes on a day for which no record is dated: the sentences of the change.
    fn bare_change(&self, timeline: &Timeline, lens: &Lens, date: NaiveDate) -> Option<Told> {
        let atlas = timeline.atlas();
        let before = date.pred_opt().unwrap_or(date);
        let viewer = lens.viewer(atlas);
        let mut changes = timeline.changes(before, date);
        changes.retain(|change| viewer.is_none() || change.party == viewer);
        let record = changes.iter().find_map(|change| change.record.clone())?;
        let sentences = self.changes(&changes, atlas);
        let (first, areas) = sentences.first()?;
        let areas: Vec<String> = areas.iter().map(|area| (*area).to_owned()).collect();
        let named = self.areas(&atlas.gathered(&areas), atlas);
        let caption = self.with("change-tour-change", &[("areas", &named), ("words", first)]);
        Some(Told {
            record,
            headline: self.get("change-tour-known"),
            caption,
            areas: areas.iter().map(|a| area_id(atlas, a)).collect(),
            is_message: false,
        })
    }

    /// A text of at most [`MOST_WORDS`] words, with a sign where it is cut.
    fn in_brief(&self, text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() <= MOST_WORDS {
            return text.to_owned();
        }
        let kept = words[..MOST_WORDS].join(" ");
        self.with("change-tour-cut", &[("words", kept.trim_end_matches(','))])
    }
}

/// The kind of an area, by its id.
fn area_id(atlas: &Atlas, id: &str) -> AreaId {
    if atlas.place(id).is_some() {
        AreaId::Place(id.into())
    } else if atlas.group(id).is_some() {
        AreaId::Group(id.into())
    } else {
        AreaId::District(id.into())
    }
}

/// Whether one of several people or bodies belongs to a lens.
fn is_of_lens<'p>(
    atlas: &Atlas,
    lens: &Lens,
    mut people: impl Iterator<Item = &'p PersonId>,
) -> bool {
    match lens {
        Lens::Claims | Lens::Control => true,
        Lens::Party(party) => people.any(|person| {
            let person = atlas.person(person.as_str());
            person.and_then(|person| person.party.as_ref()) == Some(party)
        }),
        Lens::Voice(voice) => people.any(|person| person == voice),
    }
}

/// What changes on the map of a lens from one day to the next.
fn day_of(
    timeline: &Timeline,
    lens: &Lens,
    day: NaiveDate,
    (before, after): (&Situation, &Situation),
) -> Day {
    let atlas = timeline.atlas();
    let (mut lit, mut fills_change, mut holders_change) = (BTreeSet::new(), false, false);
    for (b, a) in before.districts().zip(after.districts()) {
        let (old, new) = (b.fill(lens), a.fill(lens));
        let look = |fill: &crate::timeline::Fill| {
            (
                fill.kind,
                fill.parties.clone(),
                fill.certainty,
                fill.hearsay,
            )
        };
        let fills_differ = look(&old) != look(&new);
        let held = |state: crate::timeline::DistrictOnDay<'_>| -> Vec<_> {
            let holders = state
                .holders()
                .filter(|(c, _)| c.extent == HeldExtent::Whole);
            holders
                .map(|(c, truth)| (c.holder.clone(), c.extent, truth))
                .collect()
        };
        let shows_holders = matches!(lens, Lens::Claims | Lens::Control);
        let held_differ = shows_holders && held(b) != held(a);
        fills_change |= fills_differ && new.kind != FillKind::Held;
        holders_change |= held_differ;
        if fills_differ || held_differ {
            lit.insert(a.id.clone());
        }
    }
    let troops_move = matches!(lens, Lens::Claims | Lens::Control)
        && after.units.iter().any(|report| {
            let fix = &atlas.units[report.unit].fixes[report.fix];
            fix.head.dating.exact_day() == Some(day)
        });
    Day {
        date: day,
        lights_up: lit.into_iter().collect(),
        fills_change,
        holders_change,
        troops_move,
    }
}

/// A step without colors.
fn plain_step(id: &str, kind: StepKind, date: NaiveDate, lens: &Lens) -> TourStep {
    TourStep {
        id: id.to_owned(),
        kind,
        date,
        range: None,
        lens: Some(lens.name().to_owned()),
        compare: None,
        view: StepView::default(),
        layers: Vec::new(),
        select: None,
        headline: Words::default(),
        caption: Words::default(),
        plain: Words::default(),
        notes: Words::default(),
        ask: Words::default(),
        reveal: Words::default(),
        filter: None,
        callouts: Vec::new(),
        lights_up: Vec::new(),
        dwell_s: Some(LEAST_S),
        transition: StepTransition::Fade,
        records: Vec::new(),
        other_days: std::collections::BTreeMap::new(),
        short: false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn timeline() -> Timeline {
        let atlas = crate::load::load(&crate::load::files::builtin()).atlas;
        Timeline::new(Arc::new(atlas.expect("the built-in atlas has no faults")))
    }

    #[test]
    fn every_message_and_event_of_a_day_has_a_step() {
        let timeline = timeline();
        let atlas = timeline.atlas();
        let tour = Text::new("en").change_tour(&timeline, &Lens::Claims);
        let told: BTreeSet<&str> = tour
            .steps
            .iter()
            .flat_map(|step| step.records.iter().map(|record| record.as_str()))
            .collect();
        let messages = atlas.messages.iter().map(|m| &m.head);
        let heads = messages.chain(atlas.events.iter().map(|e| &e.head));
        let span = atlas.manifest.span;
        let of_a_day = heads.filter(|head| {
            let day = head.dating.exact_day();
            day.is_some_and(|day| span.contains(day))
        });
        for head in of_a_day {
            assert!(told.contains(head.id.as_str()), "{} has no step", head.id);
        }
    }

    #[test]
    fn every_step_between_the_first_and_the_last_tells_something_of_its_lens() {
        let timeline = timeline();
        for lens in ["claims", "control", "moscow", "baku", "chicherin"] {
            let lens = Lens::named(lens, timeline.atlas()).expect("a lens");
            let tour = Text::new("en").change_tour(&timeline, &lens);
            let [first, steps @ .., last] = tour.steps.as_slice() else {
                panic!("two slides at least")
            };
            assert_eq!(first.kind, StepKind::Opening);
            assert_eq!(last.kind, StepKind::Closing);
            assert!(!steps.is_empty());
            for step in steps {
                assert!(!step.headline.text("en").is_empty(), "{}", step.id);
                assert!(!step.caption.text("en").is_empty(), "{}", step.id);
                assert!(!step.records.is_empty(), "{}", step.id);
            }
        }
    }
}
