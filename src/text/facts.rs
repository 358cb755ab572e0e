//! Everything that a record holds, as labelled lines. `araxes show` prints them and the inspector
//! shows them, so that neither leaves out what the other has.

use serde_json::{Map, Value, json};

use super::Text;
use crate::model::{
    Atlas, Claim, Contradiction, Correspondent, Fix, Message, Person, RecordRef, RecordView, Term,
    Words, word,
};
use crate::time::Edtf;

/// One thing that a record holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Key of the field in the file of the record.
    pub key: String,
    /// What the field is, for readers.
    pub label: String,
    /// What it holds, in words.
    pub text: String,
    /// The id that the text names, or the date as the file writes it.
    pub code: Option<String>,
    /// Whether `code` is the id of a record or entry of the atlas.
    pub is_link: bool,
}

/// Fields in the order in which readers ask for them. Others follow, and the last ones end the list.
const FIRST: [&str; 38] = [
    "kind",
    "term",
    "short",
    "sentence",
    "forms",
    "title",
    "gist",
    "names",
    "sent",
    "when",
    "as_written",
    "calendar",
    "earliest",
    "latest",
    "until",
    "after",
    "before",
    "received",
    "deadline",
    "from",
    "to",
    "addressee_as_written",
    "voices",
    "stance",
    "stance_as_written",
    "by",
    "of",
    "condition",
    "holder",
    "holder_as_written",
    "not",
    "area",
    "area_as_written",
    "at",
    "at_as_written",
    "strength",
    "about",
    "claims",
];
const LAST: [&str; 6] = ["basis", "told_by", "reason", "note", "handling", "mark"];
/// Fields that stand elsewhere: the id in the heading, citations and reports below, and the table of
/// evidence, which is a matter of how the atlas was made.
const ELSEWHERE: [&str; 4] = ["id", "cites", "fixes", "ledger"];
/// Fields whose value is a word of the format, and not an id.
const WORDS: [&str; 12] = [
    "about",
    "arm",
    "authority",
    "basis",
    "calendar",
    "echelon",
    "extent",
    "kind",
    "language",
    "letter",
    "slot",
    "stance",
];

impl Text {
    /// What a record holds, field after field, without its id and its citations.
    #[must_use]
    pub fn facts(&self, atlas: &Atlas, at: RecordRef) -> Vec<Fact> {
        let fields = fields(atlas, at);
        let place = |key: &str| {
            let last = LAST.iter().position(|k| *k == key).map(|i| 1000 + i);
            let first = FIRST.iter().position(|k| *k == key);
            last.or(first).unwrap_or(FIRST.len())
        };
        let mut keys: Vec<&String> = fields.keys().collect();
        keys.sort_by_key(|key| place(key));
        let facts = Facts {
            text: self,
            atlas,
            at,
        };
        keys.into_iter()
            .filter(|key| !ELSEWHERE.contains(&key.as_str()))
            .flat_map(|key| facts.of(key, &fields[key]))
            .collect()
    }

    /// What a field of a record is called; its key where the interface has no words for it.
    #[must_use]
    pub fn field_label(&self, key: &str) -> String {
        let label = self.get(&format!("fact-{key}"));
        if label.starts_with("fact-") {
            return key.replace(['_', '-'], " ");
        }
        label
    }

    /// What a record or entry is called, in a line.
    #[must_use]
    pub fn caption(&self, atlas: &Atlas, id: &str) -> String {
        match atlas.find(id) {
            Some(RecordRef::Contradiction(i)) => atlas.contradictions[i]
                .title
                .text(self.language())
                .to_owned(),
            Some(RecordRef::Source(i)) => atlas.sources[i].text("title").unwrap_or(id).to_owned(),
            _ => match atlas.record(id) {
                Some(record @ RecordView::Fix(unit, _)) => {
                    let name = unit.names.text(self.language());
                    match self.title_of(atlas, record) {
                        title if title.is_empty() => name.to_owned(),
                        title => format!("{name}: {title}"),
                    }
                }
                Some(record) => self.title_of(atlas, record),
                None => atlas.name(id, self.language()).to_owned(),
            },
        }
    }

    /// The heading of a contradiction, with the number of its tellings.
    #[must_use]
    pub fn told_in_ways(&self, contradiction: &Contradiction) -> String {
        let count = contradiction.tellings.len().to_string();
        self.with("told-in-ways", &[("count", &count)])
    }

    /// The terms of the glossary that stand in the title, facts and contradictions of a record, in
    /// the order in which a reader meets them.
    #[must_use]
    pub fn terms_used<'a>(
        &self,
        atlas: &'a Atlas,
        facts: &[Fact],
        contradictions: &[&Contradiction],
    ) -> Vec<&'a Term> {
        let language = self.language();
        let tellings = |c: &&'a Contradiction| {
            let tellings = c.tellings.iter().map(|t| t.text.text(language));
            [c.title.text(language)].into_iter().chain(tellings)
        };
        let contradictions: Vec<&Contradiction> = contradictions
            .iter()
            .filter_map(|c| atlas.contradiction(c.id.as_str()))
            .collect();
        let told = contradictions.iter().flat_map(tellings);
        let texts = facts.iter().map(|f| f.text.as_str()).chain(told);
        atlas.glossary.used_in(texts, language)
    }
}

fn fields(atlas: &Atlas, at: RecordRef) -> Map<String, Value> {
    let value = match at {
        RecordRef::District(i) => json!(atlas.districts[i]),
        RecordRef::Group(i) => json!(atlas.manifest.groups[i]),
        RecordRef::Place(i) => json!(atlas.places[i]),
        RecordRef::Party(i) => json!(atlas.parties[i]),
        RecordRef::Person(i) => json!(atlas.people[i]),
        RecordRef::Claim(i) => json!(atlas.claims[i]),
        RecordRef::Control(i) => json!(atlas.control[i]),
        RecordRef::Unit(i) => json!(atlas.units[i]),
        RecordRef::Fix(i, j) => json!(atlas.units[i].fixes[j]),
        RecordRef::Message(i) => json!(atlas.messages[i]),
        RecordRef::Event(i) => json!(atlas.events[i]),
        RecordRef::Source(i) => json!(atlas.sources[i]),
        RecordRef::Contradiction(i) => json!(atlas.contradictions[i]),
        RecordRef::Term(i) => json!(atlas.glossary.terms()[i]),
    };
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// One record whose fields are put into words.
struct Facts<'a> {
    text: &'a Text,
    atlas: &'a Atlas,
    at: RecordRef,
}

impl Facts<'_> {
    fn fact(&self, key: &str, text: impl Into<String>) -> Fact {
        Fact {
            label: self.text.field_label(key),
            key: key.to_owned(),
            text: text.into(),
            code: None,
            is_link: false,
        }
    }

    fn link(&self, key: &str, id: &str, text: impl Into<String>) -> Fact {
        Fact {
            code: Some(id.to_owned()),
            is_link: true,
            ..self.fact(key, text)
        }
    }

    fn name<'s>(&'s self, id: &'s str) -> &'s str {
        self.atlas.name(id, self.text.language())
    }

    fn words(&self, words: &Words) -> String {
        words.text(self.text.language()).to_owned()
    }

    /// The lines of one field; none where it is empty or says no more than that nothing is stated.
    fn of(&self, key: &str, value: &Value) -> Vec<Fact> {
        let atlas = self.atlas;
        match (self.at, key) {
            (RecordRef::Message(i), "from") => self.ends(key, &atlas.messages[i].from),
            (RecordRef::Message(i), "to") => self.ends(key, &atlas.messages[i].to),
            (RecordRef::Message(i), "kind") => {
                vec![self.fact(key, self.text.message_kind(atlas.messages[i].kind))]
            }
            (RecordRef::Message(i), "claims") => self.stated(key, &atlas.messages[i]),
            (RecordRef::Claim(i), "stance") => self.stance(key, &atlas.claims[i]),
            (RecordRef::Claim(i), "voices") => self.voices(key, &atlas.claims[i]),
            (RecordRef::Claim(_), "rank") if value.as_u64() == Some(0) => Vec::new(),
            // The rank of a place is how large it is drawn; that of a claim orders one day's words.
            (RecordRef::Place(_), "rank") => self
                .plain(value)
                .map_or_else(Vec::new, |rank| vec![self.fact("place_rank", rank)]),
            (RecordRef::Fix(i, j), "strength") => self.strengths(key, &atlas.units[i].fixes[j]),
            (RecordRef::Person(i), "offices") => self.offices(key, &atlas.people[i]),
            (RecordRef::Party(i), "in_plain_words") => {
                let plain = &atlas.parties[i].in_plain_words;
                let words = [&plain.name, &plain.country, &plain.troops].into_iter();
                let words = words.filter(|words| !words.is_empty());
                words
                    .map(|words| self.fact(key, self.words(words)))
                    .collect()
            }
            (RecordRef::Contradiction(i), "tellings") => {
                self.tellings(key, &atlas.contradictions[i])
            }
            (RecordRef::Source(_), _) if key != "about" => self
                .plain(value)
                .map_or_else(Vec::new, |text| vec![self.fact(key, text)]),
            _ => self.generic(key, value),
        }
    }

    fn generic(&self, key: &str, value: &Value) -> Vec<Fact> {
        match value {
            Value::Null | Value::Bool(false) => Vec::new(),
            Value::Bool(true) => vec![self.fact(key, self.text.get("yes"))],
            Value::String(text) => self.string(key, text).into_iter().collect(),
            Value::Array(items) if key == "forms" => {
                let forms: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                let forms = forms.join(&self.text.get("list-comma"));
                let fact = (!forms.is_empty()).then(|| self.fact(key, forms));
                fact.into_iter().collect()
            }
            Value::Array(items) => items.iter().flat_map(|v| self.generic(key, v)).collect(),
            Value::Object(fields) if key == "names" => {
                let names = fields.iter().filter_map(|(language, name)| {
                    Some(format!("{} ({language})", name.as_str()?))
                });
                let names: Vec<String> = names.collect();
                vec![self.fact(key, names.join(&self.text.get("list-comma")))]
            }
            Value::Object(fields) if key == "mark" => self.mark(key, fields),
            Value::Object(_) => match serde_json::from_value::<Words>(value.clone()) {
                Ok(words) if words.is_empty() => Vec::new(),
                Ok(words) => vec![self.fact(key, self.words(&words))],
                Err(_) => {
                    let text = self.plain(value);
                    text.map(|text| self.fact(key, text)).into_iter().collect()
                }
            },
            Value::Number(_) => {
                let text = self.plain(value);
                text.map(|text| self.fact(key, text)).into_iter().collect()
            }
        }
    }

    fn string(&self, key: &str, text: &str) -> Option<Fact> {
        if key.ends_with("as_written") {
            return Some(self.fact(key, self.text.with("quoted", &[("words", text)])));
        }
        if ["when", "sent", "received", "deadline"].contains(&key) {
            let when = Edtf::parse(text).ok();
            return Some(Fact {
                code: Some(text.to_owned()),
                ..self.fact(key, self.text.when(when.as_ref()))
            });
        }
        if let Ok(day) = text.parse::<chrono::NaiveDate>() {
            return Some(Fact {
                code: Some(text.to_owned()),
                ..self.fact(key, self.text.date_in_full(day))
            });
        }
        // `about` is a word in a contradiction, and a list of areas in a message.
        let is_word = WORDS.contains(&key)
            && (key != "about" || matches!(self.at, RecordRef::Contradiction(_)));
        if is_word {
            if text == "unstated" {
                return None;
            }
            return Some(self.fact(key, self.word(key, text)));
        }
        Some(match self.atlas.find(text) {
            Some(_) => self.link(key, text, self.text.caption(self.atlas, text)),
            None => self.fact(key, text),
        })
    }

    /// A word of the format in the words of the interface; as it is where the interface has none.
    fn word(&self, key: &str, text: &str) -> String {
        if let (RecordRef::District(i), "kind") = (self.at, key) {
            let kind = &self.atlas.districts[i].kind;
            return self.atlas.kind_name(kind, self.text.language()).to_owned();
        }
        let known = format!("word-{key}-{text}");
        match self.text.get(&known) {
            words if words == known => text.replace('-', " "),
            words => words,
        }
    }

    /// The senders or addressees of a message, with what is known of their places.
    fn ends(&self, key: &str, ends: &[Correspondent]) -> Vec<Fact> {
        let line = |end: &Correspondent| {
            let place = match &end.place {
                Some(place) if end.place_stated => self.name(place.as_str()).to_owned(),
                Some(place) => {
                    let inferred = self.text.get("place-inferred");
                    format!("{} ({inferred})", self.name(place.as_str()))
                }
                None => self.text.get("place-not-stated"),
            };
            match &end.person {
                Some(person) => {
                    let name = self.name(person.as_str());
                    self.link(key, person.as_str(), format!("{name}, {place}"))
                }
                None => self.fact(key, format!("{}, {place}", self.text.get("not-named"))),
            }
        };
        ends.iter().map(line).collect()
    }

    /// The claims that a message states, each as a sentence.
    fn stated(&self, key: &str, message: &Message) -> Vec<Fact> {
        let claims = message.claims.iter();
        let line = |claim: &Claim| {
            let text = self.text.claim_sentence(claim, self.atlas);
            self.link(key, claim.head.id.as_str(), text)
        };
        let claims = claims.filter_map(|id| self.atlas.claim(id.as_str()));
        claims.map(line).collect()
    }

    /// The stance with its area in a sentence, after the word of the format.
    fn stance(&self, key: &str, claim: &Claim) -> Vec<Fact> {
        let sentence = self.text.claim_sentence(claim, self.atlas);
        vec![match claim.stance {
            Some(kind) => self.fact(key, format!("{}: {sentence}", self.word(key, word(kind)))),
            None => self.fact(key, sentence),
        }]
    }

    /// Whose words a claim is, with the weight of each voice and the reason for it.
    fn voices(&self, key: &str, claim: &Claim) -> Vec<Fact> {
        let voice = |id: &str| {
            let Some(person) = self.atlas.person(id) else {
                return self.fact(key, id);
            };
            let mut said = vec![self.words(&person.names)];
            said.extend(
                person
                    .party
                    .as_ref()
                    .map(|p| self.name(p.as_str()).to_owned()),
            );
            said.push(self.text.authority(person.authority));
            let said = said.join(&self.text.get("list-comma"));
            let reason = self.words(&person.reason);
            let text = if reason.is_empty() {
                said
            } else {
                format!("{said}: {reason}")
            };
            self.link(key, id, text)
        };
        claim.voices.iter().map(|v| voice(v.as_str())).collect()
    }

    /// Each reported number with the one whose count it is.
    fn strengths(&self, key: &str, fix: &Fix) -> Vec<Fact> {
        let line = |strength: &crate::model::Strength| {
            let number = self.text.strengths(std::slice::from_ref(strength));
            match &strength.told_by {
                Some(teller) => {
                    let who = self.name(teller.as_str());
                    let text = self
                        .text
                        .with("counted-by", &[("number", &number), ("who", who)]);
                    self.link(key, teller.as_str(), text)
                }
                None => self.fact(key, number),
            }
        };
        fix.strength.iter().map(line).collect()
    }

    fn offices(&self, key: &str, person: &Person) -> Vec<Fact> {
        let line = |office: &crate::model::Office| {
            let mut parts = vec![self.words(&office.title)];
            if let Some(when) = &office.when {
                parts.push(format!("{} ({when})", self.text.when(Some(when))));
            }
            let written = office.as_written.as_ref();
            parts.extend(written.map(|w| self.text.with("quoted", &[("words", w)])));
            parts.extend(self.read_in(&office.cites));
            self.fact(key, parts.join(" · "))
        };
        person.offices.iter().map(line).collect()
    }

    /// Each telling with the records that follow it, and where it is read.
    fn tellings(&self, key: &str, contradiction: &Contradiction) -> Vec<Fact> {
        let line = |(i, telling): (usize, &crate::model::Telling)| {
            let mut parts = vec![format!("{}. {}", i + 1, self.words(&telling.text))];
            let records: Vec<&str> = telling.records.iter().map(|r| r.as_str()).collect();
            if !records.is_empty() {
                parts.push(records.join(&self.text.get("list-comma")));
            }
            parts.extend(self.read_in(&telling.cites));
            self.fact(key, parts.join(" · "))
        };
        let tellings = contradiction.tellings.iter().enumerate();
        tellings.map(line).collect()
    }

    fn read_in(&self, cites: &[crate::model::Citation]) -> Option<String> {
        (!cites.is_empty()).then(|| self.text.cites(cites, self.atlas))
    }

    fn mark(&self, key: &str, fields: &Map<String, Value>) -> Vec<Fact> {
        let of = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default();
        let text = format!("{}, {}", self.name(of("area")), of("when"));
        vec![self.link(key, of("area"), text)]
    }

    /// A value as it stands in the file; `None` where it is empty.
    fn plain(&self, value: &Value) -> Option<String> {
        match value {
            Value::Null | Value::Bool(false) => None,
            Value::Bool(true) => Some(self.text.get("yes")),
            Value::Number(number) => Some(number.to_string()),
            Value::String(text) => Some(text.clone()),
            Value::Array(items) => {
                let parts: Vec<String> = items.iter().filter_map(|v| self.plain(v)).collect();
                (!parts.is_empty()).then(|| parts.join(&self.text.get("list-comma")))
            }
            Value::Object(fields) => {
                let part = |(key, v): (&String, &Value)| {
                    Some(format!("{} {}", key.replace('_', " "), self.plain(v)?))
                };
                let parts: Vec<String> = fields.iter().filter_map(part).collect();
                (!parts.is_empty()).then(|| parts.join(&self.text.get("list-comma")))
            }
        }
    }
}
