//! The words of a step: its day and lens, its texts, and the records on which they rest.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use crate::export::cite::{self, Style};
use crate::model::{
    Atlas, Citation, PersonId, RecordId, RecordRef, RecordView, SourceId, StepLayer, TourStep,
    Words, without_full_stop,
};
use crate::scene::SceneContext;
use crate::text::Text;
use crate::timeline::{DayRange, Fill, Lens, Timeline};

/// A text in the language of the file, or in another where there is none in that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) text: String,
    /// Tag of the language of the text, where it is not that of the file.
    pub(super) other_language: Option<String>,
}

impl Said {
    fn new(words: &Words, language: &str) -> Self {
        let (text, is_fallback) = words.get(language);
        let is_text = |(_, other): &(&String, &String)| other.as_str() == text;
        let own = words.0.iter().find(is_text).filter(|_| is_fallback);
        Self {
            text: text.to_owned(),
            other_language: own.map(|(tag, _)| tag.clone()),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// What a source is to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SourceKind {
    /// A dated record, or a contradiction between records.
    Record,
    /// A person or body.
    Person,
    /// A word that is explained, or a reading of the map.
    Word,
    /// A book or article as a whole.
    Book,
}

/// A record on which a step rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StepSource {
    pub(super) kind: SourceKind,
    pub(super) id: String,
    /// When it was; empty where it has no date.
    pub(super) when: String,
    /// What it says.
    pub(super) says: String,
    /// Page, note and archive.
    pub(super) cites: String,
}

/// The words of a step.
#[derive(Debug, Clone, Default)]
pub(super) struct StepWords {
    /// Number of the step, counted from 1.
    pub(super) number: usize,
    /// The day or days that are told.
    pub(super) when: String,
    /// Whose view is drawn; of two maps, both.
    pub(super) lens: String,
    pub(super) headline: Said,
    pub(super) caption: Said,
    pub(super) ask: Said,
    pub(super) reveal: Said,
    pub(super) notes: Said,
    pub(super) sources: Vec<StepSource>,
    /// Every citation of the step's records.
    pub(super) cites: Vec<Citation>,
    /// Books and articles that the step names as a whole.
    pub(super) books: Vec<SourceId>,
    /// What the map shows, in sentences.
    pub(super) alt: String,
}

impl StepWords {
    pub(super) fn new(step: &TourStep, number: usize, view: &SceneContext<'_>) -> Self {
        let (text, timeline) = (view.text, view.session.whole());
        let atlas = timeline.atlas();
        let said = |words: &Words| Said::new(words, text.language());
        let days = step.range.unwrap_or(DayRange {
            first: step.date,
            last: step.date,
        });
        let records = &step.records;
        let mut sources: Vec<StepSource> = records
            .iter()
            .filter_map(|id| source(text, timeline, id.as_str(), step.date))
            .collect();
        sources.sort_by_key(|s| s.kind);
        let book = |id: &RecordId| Some(atlas.source(id.as_str())?.id.clone());
        let books: Vec<SourceId> = records.iter().filter_map(book).collect();
        let cites = records.iter().filter(|id| book(id).is_none());
        let cites = cites.filter_map(|id| cite::citations_of(atlas, id.as_str()));
        let when = told_days(days, text);
        let lens = lenses(step, text, atlas);
        Self {
            number,
            alt: alt(step, &when, &lens, view),
            when,
            lens,
            headline: said(&step.headline),
            caption: said(&step.caption),
            ask: said(&step.ask),
            reveal: said(&step.reveal),
            notes: said(&step.notes),
            sources,
            cites: cites.flatten().collect(),
            books,
        }
    }
}

/// The days that are told, with the year.
fn told_days(days: DayRange, text: &Text) -> String {
    if days.first.year() != days.last.year() {
        return text.days(days);
    }
    let year = days.first.year().to_string();
    text.with(
        "full-date",
        &[("date", &text.days_in_short(days)), ("year", &year)],
    )
}

/// Titles of the lenses of a step; empty where its map has no colors.
fn lenses(step: &TourStep, text: &Text, atlas: &Atlas) -> String {
    let names: Vec<&String> = match &step.compare {
        Some(both) => both.iter().collect(),
        None => step.lens.iter().collect(),
    };
    let answers = |layer: &StepLayer| matches!(layer, StepLayer::Fills | StepLayer::Holders);
    if !step.layers.iter().any(answers) {
        return String::new();
    }
    let titles = names
        .iter()
        .filter_map(|name| Lens::named(name, atlas).ok());
    let titles: Vec<String> = titles.map(|lens| text.lens_title(&lens, atlas)).collect();
    titles.join(&text.get("list-semicolon"))
}

/// What the map of a step shows, in sentences: the day, the lens, what the districts that are
/// emphasized mean, and the words on the map.
fn alt(step: &TourStep, when: &str, lens: &str, view: &SceneContext<'_>) -> String {
    let (text, atlas) = (view.text, view.session.whole().atlas());
    let mut head = vec![when.to_owned()];
    head.extend((!lens.is_empty()).then(|| lens.to_owned()));
    let mut sentences = vec![text.with("take-home-map", &[("what", &head.join(", "))])];
    if step.layers.contains(&StepLayer::Fills) {
        let mut told = BTreeSet::new();
        let lens = view.session.lens();
        let mut groups: Vec<(Fill, Vec<String>)> = Vec::new();
        for (leaf, _) in step.lights_up.iter().flat_map(|id| atlas.leaves_of(id)) {
            let Some(state) = view.situation.district(leaf.as_str()) else {
                continue;
            };
            let leaf = leaf.to_string();
            if !told.insert(leaf.clone()) {
                continue;
            }
            let mut fill = state.fill(lens);
            fill.records.clear();
            match groups.iter_mut().find(|(other, _)| *other == fill) {
                Some((_, leaves)) => leaves.push(leaf),
                None => groups.push((fill, vec![leaf])),
            }
        }
        let sentence = |(fill, leaves): &(Fill, Vec<String>)| {
            let areas = atlas.gathered(leaves);
            let areas: Vec<&str> = areas.iter().map(|area| area.as_ref()).collect();
            text.fill_sentence(fill, &areas, lens, atlas)
        };
        sentences.extend(groups.iter().map(sentence));
    }
    for callout in &step.callouts {
        let place = atlas.name(callout.at.as_str(), text.language());
        let words = callout.text.text(text.language());
        sentences.push(format!("{place}: {words}."));
    }
    sentences.join(" ")
}

/// A record as a source of a step; `None` where the atlas does not have it.
fn source(text: &Text, timeline: &Timeline, id: &str, day: NaiveDate) -> Option<StepSource> {
    let atlas = timeline.atlas();
    let at = atlas.find(id)?;
    let language = text.language();
    let all = cite::citations_of(atlas, id).unwrap_or_default();
    let mut cites = text.cites(&all, atlas);
    let mut when = String::new();
    let kind = match at {
        RecordRef::Person(_) => SourceKind::Person,
        RecordRef::Source(_) => SourceKind::Book,
        RecordRef::Term(_)
        | RecordRef::District(_)
        | RecordRef::Group(_)
        | RecordRef::Place(_)
        | RecordRef::Party(_) => SourceKind::Word,
        _ => SourceKind::Record,
    };
    let says = match (atlas.view(at), at) {
        (Some(record), _) => {
            let head = record.head();
            let known = text.day_known(&head.dating, timeline.bounds_of(&head.id), atlas);
            when = text.capitalized(&known);
            says(text, atlas, record)
        }
        (None, RecordRef::Contradiction(i)) => {
            let told = &atlas.contradictions[i];
            text.named(told.title.text(language), &text.told_in_ways(told))
        }
        (None, RecordRef::Source(i)) => {
            cites = String::new();
            let whole = Citation::of_whole(atlas.sources[i].id.clone());
            cite::cite(atlas, &whole, Style::Chicago)?
        }
        (None, RecordRef::Term(i)) => {
            let term = &atlas.glossary.terms()[i];
            text.named(term.term.text(language), term.sentence.text(language))
        }
        (None, RecordRef::Group(i)) => {
            let group = &atlas.manifest.groups[i];
            let note = group.note.text(language);
            if note.is_empty() {
                group.names.text(language).to_owned()
            } else {
                note.to_owned()
            }
        }
        (None, RecordRef::Person(i)) => {
            // Many records name a person; those of the step tell where the step's words are read.
            cites = String::new();
            text.person_of_day(atlas, &atlas.people[i], day)
        }
        (None, _) => text.caption(atlas, id),
    };
    Some(StepSource {
        kind,
        id: id.to_owned(),
        when,
        says,
        cites,
    })
}

/// What a dated record says, in a sentence, and on whose word.
fn says(text: &Text, atlas: &Atlas, record: RecordView<'_>) -> String {
    let said = match record {
        RecordView::Message(message) => text.message_sentence(message, atlas),
        RecordView::Event(event) => text.event_sentence(event),
        RecordView::Claim(claim) => {
            let voices: Vec<&PersonId> = claim.voices.iter().collect();
            let names = voices
                .iter()
                .map(|v| atlas.name(v.as_str(), text.language()));
            let names: Vec<String> = names.map(ToOwned::to_owned).collect();
            let sentence = text.claim_sentence(claim, atlas);
            let values = [
                ("sentence", sentence.as_str()),
                ("voices", &text.join(&names)),
            ];
            text.with("register-claim", &values)
        }
        RecordView::Control(_) => text.title_of(atlas, record),
        RecordView::Fix(..) => text.caption(atlas, record.head().id.as_str()),
    };
    if record.head().told_by.is_none() {
        return said;
    }
    let told = text.whose_word(record.head(), atlas);
    format!("{} ({told})", without_full_stop(&said))
}
