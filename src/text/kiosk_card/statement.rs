//! One statement of a card with what stands behind it: who, how sure, and where it is read.

use chrono::NaiveDate;

use super::super::Text;
use super::super::citation::main_source;
use super::CardView;
use crate::model::{
    Atlas, Basis, Citation, FULL_STOPS, PartyId, Person, PersonId, PersonKind, ReadingLevel,
    RecordHead, RecordId, Stance, StanceKind, Words,
};
use crate::time::Truth;

/// What is on record, with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// The sentence, without a full stop.
    pub(super) what: String,
    /// The same in fewer words, for a card that has no room for it.
    pub(super) brief: Option<String>,
    /// Who said or did it, in forms of decreasing length.
    pub(super) who: Vec<String>,
    /// By which name its certainty is told where there are several.
    pub(super) label: String,
    /// How sure it is, in forms of decreasing length.
    pub(super) sure: Vec<String>,
    /// On what condition it was said.
    pub(super) condition: Option<String>,
    /// Where it is read.
    pub(super) cites: Vec<Citation>,
    /// The record.
    pub(super) record: Option<RecordId>,
}

impl Statement {
    /// Changes the sentence in both lengths.
    pub(super) fn map(&mut self, change: impl Fn(&str) -> String) {
        self.what = change(&self.what);
        self.brief = self.brief.as_deref().map(change);
    }
}

/// What is known of the day and certainty of a statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Certainty<'a> {
    pub(super) truth: Truth,
    /// The day in words, where it is not the day shown.
    pub(super) when: Option<&'a str>,
    /// The condition on which it was said.
    pub(super) condition: &'a Words,
}

/// Writes cards.
pub(super) struct Writer<'a> {
    pub(super) text: &'a Text,
    pub(super) view: &'a CardView<'a>,
    pub(super) atlas: &'a Atlas,
}

impl<'a> Writer<'a> {
    pub(super) fn new(text: &'a Text, view: &'a CardView<'a>) -> Self {
        Self {
            text,
            view,
            atlas: view.timeline.atlas(),
        }
    }

    pub(super) fn is_plain(&self) -> bool {
        self.view.level == ReadingLevel::Plain
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.view.situation.day
    }

    pub(super) fn name(&self, id: &str) -> String {
        self.atlas.name(id, self.text.language()).to_owned()
    }

    /// A text in which the administration's own words for districts, which visitors do not know, give
    /// way to "district" in the names of districts.
    pub(super) fn without_kinds(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for d in &self.atlas.districts {
            let name = d.names.text(self.text.language());
            let kind = self.atlas.kind_name(&d.kind, self.text.language());
            // In some languages the kind has an ending in a name: "kazası" for "kaza".
            let Some((bare, last)) = name.rsplit_once(' ').filter(|_| text.contains(name)) else {
                continue;
            };
            if last.starts_with(kind) {
                let district = self.text.with("kiosk-district-named", &[("name", bare)]);
                // The longest forms first: "qəzasının" begins with "qəzası".
                let mut forms = self.text.forms_of_both(name, &district);
                forms.push((name, &district));
                forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
                for (form, of_district) in forms {
                    text = text.replace(form, of_district);
                }
            }
        }
        text
    }

    fn level_key(&self, key: &str) -> String {
        match self.view.level {
            ReadingLevel::Full => key.to_owned(),
            ReadingLevel::Plain => format!("plain-{key}"),
        }
    }

    /// The words of a key at the level of the reader.
    pub(super) fn level_text(&self, key: &str) -> String {
        self.text.get(&self.level_key(key))
    }

    pub(super) fn with_level(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.text.with(&self.level_key(key), values)
    }

    /// A text with a capital letter and a full stop.
    pub(super) fn sentence(&self, text: &str) -> String {
        let text = self.text.capitalized(text.trim());
        if text.ends_with(FULL_STOPS) || text.ends_with(['!', '?', '…']) || text.ends_with(".”")
        {
            return text;
        }
        self.text.with("kiosk-sentence", &[("sentence", &text)])
    }

    /// What was said in plain words is only possible: "perhaps …".
    pub(super) fn perhaps(&self, sentence: String, truth: Truth) -> String {
        if truth == Truth::Possible {
            self.text.with("kiosk-perhaps", &[("sentence", &sentence)])
        } else {
            sentence
        }
    }

    /// A person or body in forms of decreasing length.
    pub(super) fn person(&self, person: &Person) -> Vec<String> {
        let name = person.names.text(self.text.language()).to_owned();
        if self.is_plain() {
            let plain = person.plain.text(self.text.language());
            if plain.is_empty() {
                return vec![name];
            }
            let is_body = person.kind == PersonKind::Body;
            let short = if is_body { plain.to_owned() } else { name };
            return vec![plain.to_owned(), short];
        }
        vec![
            self.text.person_of_day(self.atlas, person, self.today()),
            name,
        ]
    }

    /// Several people: the first, and the number of the others.
    pub(super) fn people<'p>(&self, people: impl Iterator<Item = &'p PersonId>) -> Vec<String> {
        let people: Vec<&Person> = people
            .filter_map(|id| self.atlas.person(id.as_str()))
            .collect();
        let Some((first, others)) = people.split_first() else {
            return Vec::new();
        };
        let forms = self.person(first).into_iter().map(|form| {
            if others.is_empty() {
                return form;
            }
            let count = others.len().to_string();
            let values = [("first", form.as_str()), ("count", &count)];
            self.text.with("speaker-and-more", &values)
        });
        forms.collect()
    }

    /// Who tells it, and how sure that is, in forms of decreasing length.
    pub(super) fn sure(&self, head: &RecordHead, certainty: Certainty<'_>) -> Vec<String> {
        let text = self.text;
        let teller = head.told_by.as_ref();
        let teller = teller.and_then(|t| self.atlas.person(t.as_str()));
        let whose: Vec<String> = match teller.filter(|_| self.is_plain()) {
            Some(teller) => {
                let told = |who: String| text.with("kiosk-sure-told", &[("who", &who)]);
                self.person(teller).into_iter().map(told).collect()
            }
            None if self.is_plain() => vec![text.get(match head.basis {
                Basis::Document => "kiosk-sure-document",
                Basis::Narrative => "kiosk-sure-narrative",
                Basis::Gloss => "kiosk-sure-gloss",
                Basis::Inference => "kiosk-sure-inference",
                Basis::Author => "kiosk-sure-author",
            })],
            None => vec![text.whose_word(head, self.atlas)],
        };
        let possibly = self.possibly(head, certainty.truth);
        let condition = (!certainty.condition.is_empty()).then(|| self.level_text("kiosk-if"));
        let forms = whose.into_iter().map(|whose| {
            let when = certainty.when.map(str::to_owned);
            let parts = [Some(whose), when, condition.clone()].into_iter().flatten();
            let parts: Vec<String> = parts.collect();
            let known = parts.join(&text.get("list-comma"));
            let separator = if self.is_plain() {
                "list-semicolon"
            } else {
                "list-comma"
            };
            let both: Vec<String> = possibly.iter().cloned().chain([known]).collect();
            both.join(&text.get(separator))
        });
        forms.collect()
    }

    /// What is said first of a record that is only possible.
    fn possibly(&self, head: &RecordHead, truth: Truth) -> Option<String> {
        if truth != Truth::Possible {
            return None;
        }
        let when = head.dating.when.as_ref();
        let is_as_of = when.is_some_and(|when| when.extent().as_of);
        Some(self.text.get(match (self.is_plain(), is_as_of) {
            (false, _) => "possibly",
            (true, false) => "kiosk-sure-possible",
            (true, true) => "kiosk-sure-old",
        }))
    }

    /// What is known of the day of a record, where it is not exactly the day shown.
    pub(super) fn when(&self, head: &RecordHead) -> Option<String> {
        if head.dating.exact_day() == Some(self.today()) {
            return None;
        }
        if self.is_plain() && head.dating.exact_day().is_none() {
            let bounds = self.view.timeline.bounds_of(&head.id);
            let known = head.dating.when.is_some() || bounds != (None, None);
            return (!known).then(|| self.text.get("kiosk-sure-undated"));
        }
        let bounds = self.view.timeline.bounds_of(&head.id);
        Some(self.text.day_known(&head.dating, bounds, self.atlas))
    }

    /// Where it is read: author, year and pages; without pages in short.
    pub(super) fn on_whose_word(&self, cites: &[Citation], short: bool) -> String {
        let whole: Vec<Citation>;
        let cites = if cites.is_empty() {
            let main = main_source(self.atlas).into_iter();
            whole = main.map(|s| Citation::of_whole(s.id.clone())).collect();
            &whole
        } else {
            cites
        };
        let language = self.text.language();
        let source = cites
            .first()
            .and_then(|c| self.atlas.source(c.source.as_str()));
        let plain = source.map_or("", |source| source.plain.text(language));
        let one = cites.iter().all(|c| c.source == cites[0].source);
        if self.is_plain() && one && !plain.is_empty() {
            let pages = self.text.pages_for_room(cites, self.atlas);
            if cites.iter().all(|c| c.page.is_none()) {
                return plain.to_owned();
            }
            return [plain.to_owned(), pages].join(&self.text.get("list-comma"));
        }
        if short {
            let mut whole: Vec<Citation> = Vec::new();
            for cite in cites {
                if !whole.iter().any(|w| w.source == cite.source) {
                    whole.push(Citation::of_whole(cite.source.clone()));
                }
            }
            return self.text.citation_for_room(&whole, self.atlas);
        }
        self.text.citation_for_room(cites, self.atlas)
    }

    /// The name of a party as a speaker inside a sentence.
    pub(super) fn party_name(&self, id: &str) -> String {
        let plain = self.atlas.party(id).map(|p| &p.in_plain_words.name);
        match plain.filter(|w| self.is_plain() && !w.is_empty()) {
            Some(words) => words.text(self.text.language()).to_owned(),
            None => self.text.in_sentence(id, self.atlas),
        }
    }

    fn country(&self, id: Option<&PartyId>) -> String {
        let Some(id) = id else { return String::new() };
        let plain = self.atlas.party(id.as_str());
        match plain
            .map(|p| &p.in_plain_words.country)
            .filter(|w| !w.is_empty())
        {
            Some(words) => words.text(self.text.language()).to_owned(),
            None => self.party_name(id.as_str()),
        }
    }

    /// What the troops of a party are called.
    pub(super) fn troops(&self, id: &str) -> String {
        let plain = self.atlas.party(id).map(|p| &p.in_plain_words.troops);
        match plain.filter(|w| self.is_plain() && !w.is_empty()) {
            Some(words) => words.text(self.text.language()).to_owned(),
            None => self.text.troops_called(id, self.atlas),
        }
    }

    /// What a party wants of an area that is called "it".
    pub(super) fn stance(&self, stance: &Stance, truth: Truth, who: &str) -> String {
        let party = self.party_name(who);
        if !self.is_plain() {
            // The sentences of the record know "its own troops" by the name of the party.
            let name = self.name(who);
            return self.text.stance_on_day(stance, truth, &name, self.atlas);
        }
        let own = stance.by.as_ref().is_some_and(|by| by.as_str() == who);
        let troops = stance.by.as_ref().map(|p| self.troops(p.as_str()));
        let key = match stance.kind {
            StanceKind::Claims => "claims",
            StanceKind::Assigns => "assigns",
            StanceKind::Recognises => "recognises",
            StanceKind::Disputed => "disputed",
            StanceKind::Renounces if stance.to.is_some() => "renounces-to",
            StanceKind::Renounces => "renounces",
            StanceKind::Presses => "presses",
            StanceKind::Autonomy => "autonomy",
            StanceKind::Occupy if own => "occupy-own",
            StanceKind::Occupy => "occupy",
            StanceKind::Evacuate => "evacuate",
            StanceKind::Declines => "declines",
            StanceKind::Opposes if own => "opposes-own",
            StanceKind::Opposes if stance.by.is_some() => "opposes",
            StanceKind::Opposes => "opposes-any",
        };
        let values = [
            ("party", party),
            ("to", self.country(stance.to.as_ref())),
            ("of", self.country(stance.of.as_ref())),
            ("by", self.country(stance.by.as_ref())),
            ("troops", troops.unwrap_or_default()),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let said = self.text.with(&format!("kiosk-plain-{key}"), &values);
        self.perhaps(said, truth)
    }

    /// A sentence that calls an area "it", after the area.
    pub(super) fn of_area(&self, area: &str, sentence: &str) -> String {
        let key = if self.is_plain() {
            "kiosk-plain-of-area"
        } else {
            "claim-of-area"
        };
        self.text
            .with(key, &[("area", area), ("sentence", sentence)])
    }

    /// What is said where nothing is on record.
    pub(super) fn nothing(&self, key: &str, cites: Vec<Citation>) -> Statement {
        Statement {
            what: self.level_text(key),
            brief: None,
            who: vec![self.level_text("kiosk-nobody")],
            label: String::new(),
            sure: vec![self.level_text("kiosk-silence")],
            condition: None,
            cites,
            record: None,
        }
    }
}
