//! The rules of tours: their days, lenses and views are those of the atlas, what they state has its
//! records, and their texts are short enough for the last row of a hall.

use std::collections::{BTreeSet, HashSet};

use super::references::IdKind;
use super::{Check, Finding};
use crate::load::finding::Severity;
use crate::load::tour::{is_scene, is_tour, name_of};
use crate::model::{AreaId, AtlasParts, FULL_STOPS, StepCentre, StepKind, Tour, TourStep, Words};
use crate::time::DayRange;
use crate::timeline::{Condition, Filter};

/// Most words of a text, by its key.
const MOST_WORDS: [(&str, usize); 6] = [
    ("headline", 6),
    ("caption", 25),
    ("plain", 20),
    ("ask", 15),
    ("reveal", 25),
    ("notes", 120),
];
/// Fewest words of the notes of a step.
const FEWEST_NOTES: usize = 60;
/// Most words of a callout.
const CALLOUT_WORDS: usize = 8;
/// Most words of what a tour is about.
const ABOUT_WORDS: usize = 40;
/// Most words of the title of a scene, and of what it is about.
const SCENE_WORDS: (usize, usize) = (4, 14);
/// Fewest and most steps of a scene, which a visitor follows by touching.
const SCENE_STEPS: (usize, usize) = (2, 6);
/// Widest map of a step, in kilometres: half of the globe.
const WIDEST_KM: f64 = 20_000.0;

/// Checks every tour among the documents.
pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    let documents = check.documents;
    for (file, document) in documents
        .iter()
        .filter(|(name, _)| is_tour(name) || is_scene(name))
    {
        // One that cannot be read has been told already.
        let Ok(tour) = serde_json::from_value::<Tour>(document.value.clone()) else {
            continue;
        };
        let mut rules = Rules {
            parts,
            file,
            at: String::new(),
            record: tour.id.clone(),
            check,
        };
        rules.tour(&tour);
        rules.steps(&tour);
    }
}

/// The number of words of a text: what has a letter or digit between spaces.
pub(super) fn count(text: &str) -> usize {
    let has_sign = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(has_sign).count()
}

/// The rules of one tour.
struct Rules<'r, 'a> {
    check: &'r mut Check<'a>,
    parts: &'r AtlasParts,
    file: &'r str,
    /// JSON pointer to the step; empty for the tour itself.
    at: String,
    /// Id of the step or of the tour.
    record: String,
}

impl Rules<'_, '_> {
    fn fault(&mut self, key: &str, what: impl Into<String>, hint: &str) {
        let pointer = format!("{}/{key}", self.at);
        let (file, record) = (self.file, Some(self.record.as_str()));
        self.check.tell(file, &pointer, record, what.into(), hint);
    }

    fn warn(&mut self, key: &str, what: impl Into<String>, hint: &str) {
        self.fault(key, what, hint);
        if let Some(last) = self.check.findings.last_mut() {
            *last = Finding {
                severity: Severity::Warning,
                ..last.clone()
            };
        }
    }

    fn tour(&mut self, tour: &Tour) {
        let name = name_of(self.file);
        if name != tour.id {
            let hint = format!("call the file {}.json, or the tour `{name}`", tour.id);
            self.fault("id", "the id is not the name of the file", &hint);
        }
        if tour.title.is_empty() {
            self.fault("title", "the tour has no title", "add one");
        }
        self.words("about", &tour.about, 0, ABOUT_WORDS);
        let marked = tour.steps.iter().any(|step| step.short);
        if marked && tour.short_minutes.is_none() {
            let what = "steps are marked `short`, and nothing says how long they take";
            self.warn("steps", what, "add `short_minutes`");
        } else if !marked && tour.short_minutes.is_some() {
            let what = "no step belongs to the shorter version";
            self.warn(
                "short_minutes",
                what,
                "mark its steps with `\"short\": true`",
            );
        }
        if tour.short_minutes == Some(0) {
            self.fault("short_minutes", "no minutes at all", "write their number");
        }
        let Some((first, last)) = tour.steps.first().zip(tour.steps.last()) else {
            self.fault("steps", "the tour has no steps", "add one");
            return;
        };
        if is_scene(self.file) {
            self.scene(tour);
            return;
        }
        if first.kind != StepKind::Opening {
            let hint =
                "say what the tour is about and whose words it tells: `\"kind\": \"opening\"`";
            self.warn("steps/0", "the first step is no opening", hint);
        }
        if last.kind != StepKind::Closing {
            let hint = "say where the sources stop: `\"kind\": \"closing\"`";
            let last = format!("steps/{}", tour.steps.len() - 1);
            self.warn(&last, "the last step is no closing", hint);
        }
    }

    /// A scene is read standing: it is short, has neither opening nor closing, and says everything
    /// in plain words too.
    fn scene(&mut self, tour: &Tour) {
        let (title, about) = SCENE_WORDS;
        self.words("title", &tour.title, 1, title);
        self.words("about", &tour.about, 1, about);
        let (fewest, most) = SCENE_STEPS;
        if !(fewest..=most).contains(&tour.steps.len()) {
            let what = format!("{} steps; a scene has {fewest} to {most}", tour.steps.len());
            self.warn("steps", what, "tell it in as many, or make it a tour");
        }
        for (i, step) in tour.steps.iter().enumerate() {
            if step.plain.is_empty() {
                let hint = "say the caption in the words of a child of ten";
                self.warn(&format!("steps/{i}"), "no words for `plain`", hint);
            }
            if step.records.is_empty() {
                let hint = "name what bears the words of the step";
                self.warn(&format!("steps/{i}"), "no `records`", hint);
            }
        }
    }

    fn steps(&mut self, tour: &Tour) {
        let mut seen = HashSet::new();
        let mut before: Option<&TourStep> = None;
        for (i, step) in tour.steps.iter().enumerate() {
            self.at = format!("/steps/{i}");
            self.record.clone_from(&step.id);
            let is_kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if step.id.is_empty() || !step.id.bytes().all(is_kebab) {
                let what = format!("`{}` is not kebab-case", step.id);
                self.fault("id", what, "write a-z, 0-9 and hyphens");
            }
            if !seen.insert(&step.id) {
                let hint = "ids are unique in a tour: give this step another";
                self.fault("id", "a step before has the same id", hint);
            }
            self.days(step);
            if let Some(earlier) = before.filter(|b| b.date > step.date) {
                let what = format!("the tour goes back from {} to {}", earlier.date, step.date);
                let hint = "put the steps in the order of their days, or say in the text that the tour goes back";
                self.warn("date", what, hint);
            }
            before = Some(step);
            self.lenses(step);
            self.view(step);
            self.filter(step);
            self.question(step);
            self.texts(step);
            self.records(step);
            let mut layers = HashSet::new();
            if !step
                .layers
                .iter()
                .all(|layer| layers.insert(format!("{layer:?}")))
            {
                self.fault("layers", "a layer stands twice", "keep one of the two");
            }
            if step.dwell_s.is_some_and(|s| !s.is_finite() || s <= 0.0) {
                let hint = "write the seconds for which the step is shown";
                self.fault("dwell_s", "a step is shown for more than no time", hint);
            }
        }
    }

    fn days(&mut self, step: &TourStep) {
        let span = &self.parts.manifest.span;
        let hint = format!("the atlas covers {} to {}", span.start, span.last());
        let range = step
            .range
            .unwrap_or(DayRange::between(step.date, step.date));
        if !span.contains(step.date) {
            self.fault("date", format!("{} is outside the atlas", step.date), &hint);
        } else if !span.contains(range.first) || !span.contains(range.last) {
            self.fault("range", "the range goes beyond the atlas", &hint);
        }
        if !(range.first..=range.last).contains(&step.date) {
            let what = format!("the range does not hold the day of the map, {}", step.date);
            self.fault("range", what, "the map stands on a day that is told");
        }
        if step.range.is_some_and(|r| r.first == r.last) {
            self.fault(
                "range",
                "the range is one day",
                "leave it out; `date` says it",
            );
        }
    }

    fn lenses(&mut self, step: &TourStep) {
        let hint = "give either the lens of one map or, in `compare`, those of two";
        match (&step.lens, &step.compare) {
            (Some(lens), None) => self.lens("lens", lens),
            (None, Some([first, second])) => {
                self.lens("compare/0", first);
                self.lens("compare/1", second);
                if first == second {
                    self.fault("compare", "the two maps are the same", "name two lenses");
                }
            }
            (Some(_), Some(_)) => self.fault("compare", "both `lens` and `compare`", hint),
            (None, None) => self.fault("", "neither `lens` nor `compare`", hint),
        }
    }

    fn lens(&mut self, key: &str, name: &str) {
        if !self.check.has_lens(self.parts, name) {
            let hint = "write claims, control, or the id of a party or of a person or body";
            self.fault(key, format!("the atlas has no lens `{name}`"), hint);
        }
    }

    fn view(&mut self, step: &TourStep) {
        let view = &step.view;
        let hint = "write `fit` alone, or `centre` with `width_km`, or leave `view` out";
        match (view.fit.is_empty(), &view.centre, view.width_km) {
            (_, None, None) | (true, Some(_), Some(_)) => {}
            _ => self.fault(
                "view",
                "the view is said in more than one way, or in half",
                hint,
            ),
        }
        if view
            .width_km
            .is_some_and(|km| !(1.0..=WIDEST_KM).contains(&km))
        {
            let hint = "write the width of the map in kilometres";
            self.fault("view/width_km", "no width of a map", hint);
        }
        for (i, area) in view.fit.iter().enumerate() {
            self.on_map(&format!("view/fit/{i}"), area);
        }
        match &view.centre {
            Some(StepCentre::Area(area)) => self.on_map("view/centre", area),
            Some(StepCentre::LonLat([lon, lat])) => {
                let on_globe = (-180.0..=180.0).contains(lon) && (-90.0..=90.0).contains(lat);
                if !on_globe {
                    let hint = "write longitude and latitude, in degrees";
                    self.fault("view/centre", "no place of the globe", hint);
                }
            }
            None => {}
        }
        for (i, callout) in step.callouts.iter().enumerate() {
            self.on_map(&format!("callouts/{i}/at"), &callout.at);
            let compared = step.compare.as_ref();
            let is_compared = |lens| compared.is_some_and(|both| both.contains(lens));
            if let Some(lens) = callout.lens.as_ref().filter(|lens| !is_compared(lens)) {
                let what = format!("`{lens}` is none of two lenses that the step compares");
                let hint = "write one of those in `compare`, or leave it out";
                self.fault(&format!("callouts/{i}/lens"), what, hint);
            }
        }
    }

    /// A place that the source only names has no point; a district always has an outline.
    fn on_map(&mut self, key: &str, area: &AreaId) {
        let mut places = self.parts.places.iter();
        if places.any(|p| p.id.as_str() == area.as_str() && p.point.is_none()) {
            let what = format!("`{area}` is nowhere on the map");
            self.fault(
                key,
                what,
                "name a district, a group or a place with a point",
            );
        }
    }

    fn filter(&mut self, step: &TourStep) {
        let Some(text) = &step.filter else { return };
        let parts = self.parts;
        let unknown = |condition: &Condition| match condition {
            Condition::Party(id) => !self.check.has_party(parts, id.as_str()),
            Condition::Voice(id) => !self.check.has_person(parts, id.as_str()),
            Condition::Telling(id, which) => {
                self.check.has_read(IdKind::Contradiction.file())
                    && !(parts.contradictions.iter())
                        .any(|c| c.id == *id && *which < c.tellings.len())
            }
            _ => false,
        };
        let hint = "write it as the option --filter takes it";
        match text.parse::<Filter>() {
            Err(error) => self.fault("filter", error.to_string(), hint),
            Ok(filter) => {
                if let Some(condition) = filter.conditions().find(|c| unknown(c)) {
                    let what = format!("the atlas does not have what `{condition}` names");
                    self.fault("filter", what, hint);
                }
            }
        }
    }

    fn question(&mut self, step: &TourStep) {
        let (ask, reveal) = (!step.ask.is_empty(), !step.reveal.is_empty());
        if step.kind == StepKind::Question && !(ask && reveal) {
            let what = "a question needs `ask` and `reveal`";
            self.fault("kind", what, "add what is missing, or make it a `day`");
        } else if step.kind != StepKind::Question && (ask || reveal) {
            let key = if ask { "ask" } else { "reveal" };
            let what = "only a question asks and reveals";
            self.fault(key, what, "write `\"kind\": \"question\"`");
        }
    }

    fn texts(&mut self, step: &TourStep) {
        for (key, most) in MOST_WORDS {
            let (words, fewest) = match key {
                "headline" => (&step.headline, 1),
                "caption" => (&step.caption, 1),
                "plain" => (&step.plain, 0),
                "ask" => (&step.ask, 0),
                "reveal" => (&step.reveal, 0),
                _ => (&step.notes, 0),
            };
            self.words(key, words, fewest, most);
        }
        for (language, text) in &step.notes.0 {
            let n = count(text);
            if (1..FEWEST_NOTES).contains(&n) {
                let what = format!("{n} words in `{language}`; {FEWEST_NOTES} fill half a minute");
                self.warn("notes", what, "tell the speaker more");
            }
        }
        for (i, callout) in step.callouts.iter().enumerate() {
            self.words(
                &format!("callouts/{i}/text"),
                &callout.text,
                1,
                CALLOUT_WORDS,
            );
        }
        let stops = |text: &String| text.trim_end().ends_with(FULL_STOPS);
        if step.headline.0.values().any(stops) {
            self.warn("headline", "a headline has no full stop", "leave it out");
        }
    }

    fn words(&mut self, key: &str, words: &Words, fewest: usize, most: usize) {
        if fewest > 0 && words.0.values().all(|text| count(text) == 0) {
            self.warn(key, "no words", "the room reads them: add some");
        }
        for (language, text) in &words.0 {
            let n = count(text);
            if n > most {
                let what = format!("{n} words in `{language}`; {most} can be taken in");
                self.warn(key, what, "say it in fewer");
            }
        }
    }

    fn records(&mut self, step: &TourStep) {
        let records: BTreeSet<&str> = step.records.iter().map(|r| r.as_str()).collect();
        if records.len() < step.records.len() {
            self.fault("records", "a record stands twice", "name each once");
        }
        for (i, callout) in step.callouts.iter().enumerate() {
            if !records.contains(callout.record.as_str()) {
                let what = format!("`{}` is not among the step’s records", callout.record);
                let hint = "add it to `records`: a callout states what a record holds";
                self.fault(&format!("callouts/{i}/record"), what, hint);
            }
        }
        let texts = [
            &step.headline,
            &step.caption,
            &step.plain,
            &step.notes,
            &step.ask,
            &step.reveal,
        ];
        let callouts = step.callouts.iter().map(|c| &c.text);
        let told: Vec<&str> = (texts.into_iter().chain(callouts))
            .filter_map(|words| words.exact("en"))
            .collect();
        for (record, words) in &step.other_days {
            let key = format!("other_days/{record}");
            if !records.contains(record.as_str()) {
                let what = format!("`{record}` is not among the step’s records");
                self.fault(&key, what, "add it to `records`, or leave it out here");
            }
            if !told.iter().any(|text| text.contains(words)) {
                let what = format!("no text of the step in `en` has the words “{words}”");
                let hint = "copy the words of the step that say when it was";
                self.fault(&key, what, hint);
            }
        }
    }
}
