//! What is searched: every text, name and id that a record or entry holds, with its field.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::query::Sought;
use super::{Hit, Matched};
use crate::model::{Atlas, EntryKind, PersonId, RecordRef, RecordView, Words, fold};

/// Fields that hold no words of the record: the source that was read, which is that of nearly all,
/// words of the format, and dates, which are sought as days.
const NOT_SEARCHED: [&str; 16] = [
    "source",
    "basis",
    "calendar",
    "fit",
    "extent",
    "qualifier",
    "unit",
    "when",
    "sent",
    "received",
    "deadline",
    "earliest",
    "latest",
    "slot",
    "letter",
    "rank",
];
/// Words before and after the one that was found.
const AROUND: (usize, usize) = (6, 10);

/// One entry of the index.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) hit: Hit,
    pub(super) title: Spelled,
    /// Names in all languages of what has a name; empty for other entries.
    pub(super) names: Vec<Spelled>,
    /// All texts with their fields, the names first.
    pub(super) texts: Vec<(String, Spelled)>,
    /// First and last possible day; `None` without a date, or with one that is open at an end.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
}

/// A text in the forms in which words are sought in it.
#[derive(Debug, Clone)]
pub(super) struct Spelled {
    text: String,
    /// The text in lower case, for exact spelling.
    pub(super) lower: String,
    /// The words of the text in lower case, each between blanks.
    pub(super) plain: String,
    /// The same of the key from [`fold`], which is equal for all spellings of a name.
    key: String,
}

impl Spelled {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            lower: text.to_lowercase(),
            plain: plain(text),
            key: plain(&fold(text)),
        }
    }

    /// The key of the whole text.
    pub(super) fn key(&self) -> &str {
        self.key.trim()
    }

    /// Whether a word of the text begins with a key.
    pub(super) fn has_word_from(&self, key: &str) -> bool {
        let mut found = self.key.match_indices(key);
        found.any(|(at, _)| self.key[..at].ends_with(' '))
    }

    /// Whether the text has a key as whole words.
    pub(super) fn has_key_words(&self, key: &str) -> bool {
        self.key.contains(&format!(" {key} "))
    }

    /// Whether the text contains `whole` as it is written, as whole words.
    pub(super) fn says(&self, whole: &str) -> bool {
        self.plain.contains(&plain(whole))
    }

    /// The words around the first place at which something sought occurs.
    pub(super) fn around(&self, sought: &Sought) -> String {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let begins = |from: usize| {
            let rest = words[from..].iter().take(8);
            sought.is_in(&Self::new(&rest.copied().collect::<Vec<_>>().join(" ")))
        };
        // The last place from which on it occurs is where it begins.
        let at = (0..words.len()).find(|i| begins(*i));
        let at = at.map_or(0, |from| {
            let next = (from..words.len()).take_while(|i| begins(*i));
            next.last().unwrap_or(from)
        });
        let (from, to) = (
            at.saturating_sub(AROUND.0),
            (at + AROUND.1).min(words.len()),
        );
        let mut around = words[from..to].join(" ");
        if from > 0 {
            around.insert_str(0, "… ");
        }
        if to < words.len() {
            around.push_str(" …");
        }
        around
    }
}

/// The words and numbers of a text in lower case, each between blanks. A comma within a number is
/// left out: `3,000` is `3000`.
pub(super) fn plain(text: &str) -> String {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let mut plain = String::from(" ");
    for (i, letter) in letters.iter().enumerate() {
        let is_digit = |at: Option<usize>| {
            let letter = at.and_then(|at| letters.get(at));
            letter.is_some_and(char::is_ascii_digit)
        };
        if *letter == ',' && is_digit(i.checked_sub(1)) && is_digit(Some(i + 1)) {
            continue;
        }
        // Combining marks are parts of their letter.
        if letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(letter) {
            plain.push(*letter);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

/// Everything in an atlas that has an entry, in the order of the index.
pub(super) fn subjects(atlas: &Atlas) -> Vec<RecordRef> {
    let many = |count: usize, at: fn(usize) -> RecordRef| (0..count).map(at);
    many(atlas.districts.len(), RecordRef::District)
        .chain(many(atlas.manifest.groups.len(), RecordRef::Group))
        .chain(many(atlas.places.len(), RecordRef::Place))
        .chain(many(atlas.parties.len(), RecordRef::Party))
        .chain(many(atlas.people.len(), RecordRef::Person))
        .chain(many(atlas.units.len(), RecordRef::Unit))
        .chain(many(atlas.glossary.terms().len(), RecordRef::Term))
        .chain(atlas.positioned_records().map(|(at, _)| at))
        .chain(many(atlas.contradictions.len(), RecordRef::Contradiction))
        .chain(many(atlas.sources.len(), RecordRef::Source))
        .collect()
}

/// The entry of something in an atlas, with its title in `language`.
pub(super) fn entry(atlas: &Atlas, language: &str, at: RecordRef) -> Entry {
    let reader = Reader { atlas, language };
    if let Some(record) = atlas.view(at) {
        return reader.dated(at, record);
    }
    match at {
        RecordRef::Contradiction(i) => {
            let c = &atlas.contradictions[i];
            let title = c.title.text(language);
            reader.entry(at, EntryKind::Contradiction, title, &json!(c))
        }
        RecordRef::Source(i) => {
            let s = &atlas.sources[i];
            let title = s.text("title").unwrap_or(s.id.as_str());
            reader.entry(at, EntryKind::Source, title, &json!(s))
        }
        _ => reader.named(at),
    }
}

struct Reader<'a> {
    atlas: &'a Atlas,
    language: &'a str,
}

impl Reader<'_> {
    /// An entry with a name.
    fn named(&self, at: RecordRef) -> Entry {
        let atlas = self.atlas;
        let (kind, value) = match at {
            RecordRef::District(i) => (EntryKind::District, json!(atlas.districts[i])),
            RecordRef::Group(i) => (EntryKind::District, json!(atlas.manifest.groups[i])),
            RecordRef::Place(i) => (EntryKind::Place, json!(atlas.places[i])),
            RecordRef::Party(i) => (EntryKind::Party, json!(atlas.parties[i])),
            RecordRef::Person(i) => (EntryKind::Person, json!(atlas.people[i])),
            RecordRef::Unit(i) => {
                let mut unit = json!(atlas.units[i]);
                // The reports of a force are entries of their own.
                unit["fixes"] = Value::Null;
                (EntryKind::Unit, unit)
            }
            _ => {
                let term = atlas.term(atlas.id_of(at));
                (EntryKind::Term, json!(term))
            }
        };
        let title = atlas.name(atlas.id_of(at), self.language);
        let mut entry = self.entry(at, kind, title, &value);
        let is_name =
            |field: &str| ["names", "term", "short", "forms", "as_written"].contains(&field);
        let names = entry.texts.iter().filter(|(field, _)| is_name(field));
        let one = |text: &Spelled| text.text.split(';').map(Spelled::new).collect::<Vec<_>>();
        entry.names = names.flat_map(|(_, text)| one(text)).collect();
        if let RecordRef::Unit(i) = at {
            let first = atlas.units[i].fixes.first();
            entry.hit.date = first.and_then(|f| f.head.dating.bounds().0);
        }
        entry
    }

    fn dated(&self, at: RecordRef, record: RecordView<'_>) -> Entry {
        let (atlas, language) = (self.atlas, self.language);
        let names = |people: &[PersonId]| {
            let names = people.iter().map(|p| atlas.name(p.as_str(), language));
            names.collect::<Vec<_>>().join(", ")
        };
        let (title, value) = match record {
            RecordView::Message(m) => (m.gist.text(language).to_owned(), json!(m)),
            RecordView::Claim(c) => {
                let area = c.area.as_ref().map(|a| atlas.name(a.as_str(), language));
                let written = c.area_as_written.as_deref();
                let written = written.map(|words| atlas.phrases.said_in(words, language));
                let area = area.or(written).unwrap_or("…");
                (format!("{}: {area}", names(&c.voices)), json!(c))
            }
            RecordView::Control(c) => (c.title.text(language).to_owned(), json!(c)),
            RecordView::Fix(unit, f) => {
                let mut value = json!(f);
                value["force"] = json!(unit.names);
                (f.title.text(language).to_owned(), value)
            }
            RecordView::Event(e) => (e.title.text(language).to_owned(), json!(e)),
        };
        let mut entry = self.entry(at, record.kind().into(), &title, &value);
        let (first, last) = record.head().dating.bounds();
        entry.hit.date = first;
        entry.days = first.zip(last);
        entry
    }

    fn entry(&self, at: RecordRef, kind: EntryKind, title: &str, value: &Value) -> Entry {
        let id = self.atlas.id_of(at);
        let mut texts = Vec::new();
        if let Value::Object(fields) = value {
            for (key, value) in fields {
                self.texts(key, value, &mut texts);
            }
        }
        // Names in all languages come first, because a hit shows where it was found.
        texts.sort_by_key(|(field, _)| field != "names");
        let texts = texts
            .into_iter()
            .map(|(field, text)| (field, Spelled::new(&text)));
        Entry {
            hit: Hit {
                id: id.to_owned(),
                kind,
                title: title.to_owned(),
                matched: Matched::default(),
                date: None,
            },
            title: Spelled::new(title),
            names: Vec::new(),
            texts: texts.collect(),
            days: None,
        }
    }

    /// The texts of a value, each with the innermost key that names a field.
    fn texts(&self, key: &str, value: &Value, out: &mut Vec<(String, String)>) {
        if NOT_SEARCHED.contains(&key) {
            return;
        }
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => {
                if ["min", "max"].contains(&key) {
                    out.push(("strength".to_owned(), number.to_string()));
                }
            }
            Value::String(text) => {
                for name in self.names_of(text) {
                    out.push((key.to_owned(), name));
                }
                out.push((key.to_owned(), text.clone()));
            }
            Value::Array(items) => items.iter().for_each(|item| self.texts(key, item, out)),
            Value::Object(fields) => {
                if let Some(page) = page(fields) {
                    out.push(("page".to_owned(), page));
                }
                for (inner, value) in fields {
                    // The keys of a text in several languages are tags of these.
                    let field = if inner.len() == 2 && value.is_string() && inner != "at" {
                        key
                    } else {
                        inner
                    };
                    self.texts(field, value, out);
                }
            }
        }
    }

    /// The names in all languages of what an id names; none where it names nothing.
    fn names_of(&self, id: &str) -> Vec<String> {
        let atlas = self.atlas;
        let names = match atlas.find(id) {
            Some(RecordRef::District(i)) => &atlas.districts[i].names,
            Some(RecordRef::Group(i)) => &atlas.manifest.groups[i].names,
            Some(RecordRef::Place(i)) => &atlas.places[i].names,
            Some(RecordRef::Party(i)) => &atlas.parties[i].names,
            Some(RecordRef::Person(i)) => &atlas.people[i].names,
            Some(RecordRef::Unit(i)) => &atlas.units[i].names,
            _ => &Words::default(),
        };
        names.0.values().cloned().collect()
    }
}

/// Page and note of a citation, as they are sought: `p. 174 n. 20`.
fn page(citation: &Map<String, Value>) -> Option<String> {
    let page = citation.get("page")?.as_u64()?;
    let note = citation.get("note").filter(|n| !n.is_null());
    let note = note.map_or_else(String::new, |n| format!(" n. {n}"));
    Some(format!("p. {page}{note}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_text_stand_between_blanks() {
        assert_eq!(plain("RGASPI f. 85, op. 3"), " rgaspi f 85 op 3 ");
        assert_eq!(plain("“3,000 men”, 1, 2"), " 3000 men 1 2 ");
        assert_eq!(plain("—"), " ");
    }
}
