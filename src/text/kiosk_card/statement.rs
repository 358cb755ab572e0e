//! One statement of a card with what stands behind it: who, how sure, and where it is read.

use chrono::NaiveDate;

use super::super::Text;
use super::super::citation::main_source;
use super::super::sentence::certainty_key;
use super::CardView;
use crate::model::{
    Atlas, Basis, Citation, Claim, Control, Correspondent, Event, Fix, FixKind, HeldExtent,
    Message, PartyId, Person, PersonId, ReadingLevel, RecordHead, RecordId, RecordView, Stance,
    StanceKind, Unit, Words,
};
use crate::time::Truth;
use crate::timeline::StanceInForce;

/// What is on record, with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// The sentence, without a full stop.
    pub(super) what: String,
    /// Who said or did it, in forms of decreasing length.
    pub(super) who: Vec<String>,
    /// By which name its certainty is told where there are several.
    pub(super) label: String,
    /// How sure it is.
    pub(super) sure: String,
    /// On what condition it was said.
    pub(super) condition: Option<String>,
    /// Where it is read.
    pub(super) cites: Vec<Citation>,
    /// The record.
    pub(super) record: Option<RecordId>,
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

    fn level_key(&self, key: &str) -> String {
        match self.view.level {
            ReadingLevel::Full => key.to_owned(),
            ReadingLevel::Plain => format!("{key}-plain"),
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
        if text.ends_with(['.', '!', '?', '…']) || text.ends_with(".”") {
            return text;
        }
        self.text.with("kiosk-sentence", &[("sentence", &text)])
    }

    /// What was said is only possible: "perhaps: …".
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
            return vec![if plain.is_empty() {
                name
            } else {
                plain.to_owned()
            }];
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

    /// Who tells it, and how sure that is.
    pub(super) fn sure(&self, head: &RecordHead, certainty: Certainty<'_>) -> String {
        if self.is_plain() {
            return self.plain_sure(head, certainty);
        }
        let text = self.text;
        let mut parts = Vec::new();
        if certainty.truth == Truth::Possible {
            parts.push(text.get("possibly"));
        }
        parts.push(text.whose_word(head, self.atlas));
        parts.extend(certainty.when.map(str::to_owned));
        if !certainty.condition.is_empty() {
            parts.push(text.get("kiosk-if"));
        }
        parts.join(&text.get("list-comma"))
    }

    fn plain_sure(&self, head: &RecordHead, certainty: Certainty<'_>) -> String {
        let text = self.text;
        let extent = head.dating.when.as_ref().map(crate::time::Edtf::extent);
        let mut parts = Vec::new();
        if certainty.truth == Truth::Possible {
            let as_of = extent.is_some_and(|e| e.as_of);
            parts.push(text.get(if as_of {
                "kiosk-sure-old"
            } else {
                "kiosk-sure-possible"
            }));
        }
        let teller = head.told_by.as_ref();
        parts.push(match teller.and_then(|t| self.atlas.person(t.as_str())) {
            Some(teller) => {
                let who = self.person(teller).remove(0);
                text.with("kiosk-sure-told", &[("who", &who)])
            }
            None => text.get(match head.basis {
                Basis::Document => "kiosk-sure-document",
                Basis::Narrative => "kiosk-sure-narrative",
                Basis::Gloss => "kiosk-sure-gloss",
                Basis::Inference => "kiosk-sure-inference",
                Basis::Author => "kiosk-sure-author",
            }),
        });
        parts.extend(certainty.when.map(str::to_owned));
        if !certainty.condition.is_empty() {
            parts.push(text.get("kiosk-if-plain"));
        }
        parts.join(&text.get("list-semicolon"))
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

    /// Where it is read: author, year and pages; pages alone in short.
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
            return self.text.pages_for_room(cites, self.atlas);
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
    fn stance(&self, stance: &Stance, truth: Truth, who: &str) -> String {
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

    /// A stance that is in force.
    pub(super) fn in_force(&self, s: &StanceInForce) -> Statement {
        let claim = &self.atlas.claims[s.claim];
        let speaker = s.party.as_ref().map_or(s.voice.as_str(), |p| p.as_str());
        let date = |day: NaiveDate| self.text.day_in(day, self.atlas);
        let today = self.today();
        let mut when = match (s.since, s.restated) {
            (_, Some(day)) if day == today => None,
            (Some(first), Some(last)) if first != last && !self.is_plain() => Some(self.text.with(
                "said-since",
                &[("first", &date(first)), ("last", &date(last))],
            )),
            (_, Some(day)) => Some(self.with_level("kiosk-said", &[("date", &date(day))])),
            _ => self.when(&claim.head),
        };
        if let Some(area) = claim
            .area
            .as_ref()
            .filter(|_| s.inherited && !self.is_plain())
        {
            let of = self
                .text
                .with("said-of", &[("area", &self.name(area.as_str()))]);
            when = Some(when.map_or(of.clone(), |w| [w, of].join(&self.text.get("list-comma"))));
        }
        let certainty = Certainty {
            truth: s.certainty,
            when: when.as_deref(),
            condition: &claim.condition,
        };
        Statement {
            what: self.stance(&s.stance, s.certainty, speaker),
            who: self.people(claim.voices.iter()),
            label: self.party_name(speaker),
            sure: self.sure(&claim.head, certainty),
            condition: self.condition(claim),
            cites: claim.head.cites.clone(),
            record: Some(claim.head.id.clone()),
        }
    }

    fn condition(&self, claim: &Claim) -> Option<String> {
        let words = claim.condition.text(self.text.language());
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// A reported holder of an area that is called "it", with how sure it is on the day.
    pub(super) fn held(&self, control: &Control, truth: Truth) -> Statement {
        let when = self.when(&control.head);
        let holder = control.holder.as_ref().map(PartyId::as_str);
        let what = match holder {
            Some(id) if self.is_plain() => {
                let key = match control.extent {
                    HeldExtent::Whole => "kiosk-plain-held",
                    HeldExtent::Part => "kiosk-plain-held-part",
                };
                let said = self.text.with(key, &[("troops", &self.troops(id))]);
                self.perhaps(said, truth)
            }
            Some(id) => self.text.held(&self.name(id), truth, control.extent),
            None => {
                let title = control.title.text(self.text.language());
                self.perhaps(title.trim_end_matches('.').to_owned(), truth)
            }
        };
        let who = match holder {
            Some(id) => self.troops(id),
            None => self.level_text("kiosk-no-holder"),
        };
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        Statement {
            what,
            label: who.clone(),
            who: vec![who],
            sure: self.sure(&control.head, certainty),
            condition: None,
            cites: control.head.cites.clone(),
            record: Some(control.head.id.clone()),
        }
    }

    /// A report of a force, with how sure it is on the day. The sentence does not name the force.
    pub(super) fn report(&self, unit: &Unit, fix: &Fix, truth: Truth) -> Statement {
        let when = self.when(&fix.head);
        let mut who = Vec::new();
        let leader = unit.commander.as_ref();
        let leader = leader.and_then(|p| self.atlas.person(p.as_str()));
        let troops = match &unit.party {
            Some(party) => self.troops(party.as_str()),
            None => self.level_text("kiosk-no-party"),
        };
        if let Some(leader) = leader {
            let name = leader.names.text(self.text.language());
            let values = [("troops", troops.as_str()), ("leader", name)];
            who.push(self.text.with("kiosk-troops-under", &values));
        }
        who.push(troops.clone());
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let mut sure = self.sure(&fix.head, certainty);
        if self.never_came(unit, fix) {
            let parts = [sure, self.level_text("kiosk-no-arrival")];
            sure = parts.join(&self.text.get("list-semicolon"));
        }
        Statement {
            what: self.whereabouts(unit, fix, truth),
            who,
            label: self.unit_name(unit),
            sure,
            condition: None,
            cites: fix.head.cites.clone(),
            record: Some(fix.head.id.clone()),
        }
    }

    /// What a force is called inside a sentence.
    pub(super) fn unit_name(&self, unit: &Unit) -> String {
        let plain = &unit.plain;
        let words = self.view.level.of(&unit.names, plain);
        words.text(self.text.language()).to_owned()
    }

    /// Whether a force was on its way, ordered or expected somewhere, and no report has it there.
    fn never_came(&self, unit: &Unit, fix: &Fix) -> bool {
        let is_going = matches!(
            fix.kind,
            FixKind::BoundFor | FixKind::Ordered | FixKind::Expected
        );
        let came = |other: &Fix| matches!(other.kind, FixKind::Stands | FixKind::Arrives);
        is_going && fix.at.is_some() && !unit.fixes.iter().any(|f| came(f) && f.at == fix.at)
    }

    fn whereabouts(&self, unit: &Unit, fix: &Fix, truth: Truth) -> String {
        let strength = self.text.strengths_told(fix, self.atlas);
        let place = self.text.whereabouts(fix, self.atlas);
        let said = if self.is_plain() {
            let unit = self.unit_name(unit);
            let at = fix.at.as_ref().map(|at| self.name(at.as_str()));
            let kind = crate::model::word(fix.kind);
            let said = match at {
                Some(at) => {
                    let values = [("unit", unit.as_str()), ("place", &at)];
                    self.text.with(&format!("kiosk-plain-{kind}"), &values)
                }
                None => self.text.with("kiosk-plain-somewhere", &[("unit", &unit)]),
            };
            self.perhaps(said, truth)
        } else {
            let values = [
                ("place", place.as_str()),
                ("certainty", certainty_key(truth)),
            ];
            self.text.with("kiosk-whereabouts", &values)
        };
        let parts: Vec<String> = [said, strength]
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect();
        parts.join(&self.text.get("list-semicolon"))
    }

    /// A message: its gist, its ends.
    pub(super) fn message(&self, message: &Message, truth: Truth) -> Statement {
        let gist = self.view.level.of(&message.gist, &message.plain);
        let when = self.when(&message.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let sure = self.sure(&message.head, certainty);
        Statement {
            what: gist.text(self.text.language()).to_owned(),
            who: self.ends(message),
            label: self.text.message_kind(message.kind),
            sure,
            condition: None,
            cites: message.head.cites.clone(),
            record: Some(message.head.id.clone()),
        }
    }

    /// Sender and addressee of a message, in forms of decreasing length.
    fn ends(&self, message: &Message) -> Vec<String> {
        let people = |ends: &[Correspondent]| {
            let named: Vec<PersonId> = ends.iter().filter_map(|c| c.person.clone()).collect();
            self.people(named.iter())
        };
        let (from, to) = (people(&message.from), people(&message.to));
        let unnamed = || self.level_text("kiosk-no-sender");
        let from_forms = if from.is_empty() {
            vec![unnamed()]
        } else {
            from
        };
        let written = message.addressee_as_written.as_ref();
        let mut forms = Vec::new();
        // The addressee is told by name alone; only the sender has an office.
        let to = to.last().cloned().or_else(|| {
            let words = written.filter(|_| !self.is_plain())?;
            Some(self.text.with("quoted", &[("words", words)]))
        });
        for from in &from_forms {
            forms.push(match &to {
                Some(to) => {
                    let values = [("from", from.as_str()), ("to", to)];
                    self.text.with("kiosk-from-to", &values)
                }
                None => from.clone(),
            });
        }
        forms.push(from_forms.last().cloned().unwrap_or_default());
        forms
    }

    /// An event: what happened, who took part.
    pub(super) fn event(&self, event: &Event, truth: Truth) -> Statement {
        let gist = self.view.level.of(&event.gist, &event.plain);
        let when = self.when(&event.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let mut who = self.people(event.people.iter());
        if who.is_empty() {
            who.push(self.level_text("kiosk-nobody-named"));
        }
        Statement {
            what: gist.text(self.text.language()).to_owned(),
            who,
            label: event.title.text(self.text.language()).to_owned(),
            sure: self.sure(&event.head, certainty),
            condition: None,
            cites: event.head.cites.clone(),
            record: Some(event.head.id.clone()),
        }
    }

    /// A claim with its area.
    pub(super) fn claim(&self, claim: &Claim, truth: Truth) -> Statement {
        let voice = claim.voices.first();
        let party = voice.and_then(|v| self.atlas.person(v.as_str())?.party.as_ref());
        let speaker = party.map_or(voice.map_or("", PersonId::as_str), |p| p.as_str());
        let area = claim.area.as_ref().map(|a| self.name(a.as_str()));
        let said = claim.stance().map(|s| self.stance(&s, truth, speaker));
        let what = match (area, said) {
            (Some(area), Some(said)) => self
                .text
                .with("claim-of-area", &[("area", &area), ("sentence", &said)]),
            _ => self.text.claim_sentence(claim, self.atlas),
        };
        let when = self.when(&claim.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &claim.condition,
        };
        Statement {
            what,
            who: self.people(claim.voices.iter()),
            label: self.party_name(speaker),
            sure: self.sure(&claim.head, certainty),
            condition: self.condition(claim),
            cites: claim.head.cites.clone(),
            record: Some(claim.head.id.clone()),
        }
    }

    /// Any record as a statement that names its area.
    pub(super) fn of_record(&self, record: RecordView<'_>, truth: Truth) -> Statement {
        match record {
            RecordView::Message(message) => self.message(message, truth),
            RecordView::Event(event) => self.event(event, truth),
            RecordView::Claim(claim) => self.claim(claim, truth),
            RecordView::Control(control) => {
                let mut statement = self.held(control, truth);
                if let Some(area) = control.area.as_ref().filter(|_| control.holder.is_some()) {
                    let values = [
                        ("place", self.name(area.as_str())),
                        ("sentence", statement.what),
                    ];
                    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
                    statement.what = self.text.with("place-sentence", &values);
                }
                statement
            }
            RecordView::Fix(unit, fix) => {
                let mut statement = self.report(unit, fix, truth);
                if !self.is_plain() {
                    let values = [
                        ("place", self.unit_name(unit)),
                        ("sentence", statement.what),
                    ];
                    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
                    statement.what = self.text.with("place-sentence", &values);
                }
                statement
            }
        }
    }

    /// What is said where nothing is on record.
    pub(super) fn nothing(&self, key: &str, cites: Vec<Citation>) -> Statement {
        Statement {
            what: self.level_text(key),
            who: vec![self.level_text("kiosk-nobody")],
            label: String::new(),
            sure: self.level_text("kiosk-silence"),
            condition: None,
            cites,
            record: None,
        }
    }
}
