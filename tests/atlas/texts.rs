//! Every text of the built-in atlas keeps the rules of its language: lengths, words that take a
//! side, quotation marks, terms that need an explanation, and no language inside another.

use std::collections::BTreeMap;

use araxes::load::files;
use serde_json::{Map, Value};

/// Most words of a text, by the key under which it stands.
const LENGTHS: [(&str, usize); 4] = [("gist", 30), ("note", 45), ("text", 45), ("handling", 45)];

/// Beginnings of words that an English text of the atlas may only quote: they take a side, make a
/// people of an army or a government, or are no plain English.
const QUOTED_ONLY: [&str; 20] = [
    "by him",
    "by the article",
    "the turks",
    "the armenians",
    "the azerbaijanis",
    "the russians",
    "the kemalists",
    "tatars",
    "liberat",
    "bandit",
    "so-called",
    "annex",
    "insurgent",
    "separatist",
    "traitor",
    "enemy",
    "enemies",
    "invader",
    "aggressor",
    "known line",
];

/// Words that a visitor cannot know; the glossary must have each that a text uses. So must it every
/// word of capitals.
const UNEXPLAINED: [&str; 9] = [
    "bureau",
    "centre",
    "uezd",
    "okrug",
    "pood",
    "bayonets",
    "dashnak",
    "musavat",
    "politburo",
];

/// Words of English that no field with the words of the article contains.
const ENGLISH: [&str; 12] = [
    "the",
    "of",
    "and",
    "by",
    "not",
    "from",
    "early",
    "late",
    "undated",
    "unstated",
    "gloss",
    "narrative",
];

/// Letters of Azerbaijani and Turkish that English does not have.
const FOREIGN: &str = "əğışçöü";

/// One text in one language, with what is needed to find it.
struct Passage {
    file: String,
    id: String,
    key: String,
    language: String,
    text: String,
}

impl Passage {
    fn fault(&self, what: &str) -> String {
        format!(
            "{} {} {} ({}): {what}: {}",
            self.file, self.id, self.key, self.language, self.text
        )
    }

    fn is_english(&self) -> bool {
        self.language == "en"
    }
}

/// The parsed files of the built-in atlas that hold texts: all but the pictures and the base map.
fn parsed() -> Vec<(String, Value)> {
    let builtin = files::builtin();
    let texts = builtin
        .iter()
        .filter(|(name, _)| name.ends_with("json") && !name.starts_with("base/"));
    let read = |bytes: &[u8]| serde_json::from_slice(bytes).expect("JSON");
    texts
        .map(|(name, bytes)| (name.clone(), read(bytes)))
        .collect()
}

/// The id of a record is that of the nearest object around a field that has one.
fn id_of<'a>(fields: &'a Map<String, Value>, around: &'a str) -> &'a str {
    fields.get("id").and_then(Value::as_str).unwrap_or(around)
}

/// Objects with the key `en` hold one text in several languages.
fn collect(value: &Value, file: &str, id: &str, key: &str, out: &mut Vec<Passage>) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| collect(v, file, id, key, out)),
        Value::Object(fields) if fields.get("en").is_some_and(Value::is_string) => {
            let said = fields.iter().filter_map(|(l, v)| Some((l, v.as_str()?)));
            out.extend(said.map(|(language, text)| Passage {
                file: file.to_owned(),
                id: id.to_owned(),
                key: key.to_owned(),
                language: language.clone(),
                text: text.to_owned(),
            }));
        }
        Value::Object(fields) => {
            let id = id_of(fields, id);
            fields
                .iter()
                .for_each(|(key, v)| collect(v, file, id, key, out));
        }
        _ => {}
    }
}

fn passages() -> Vec<Passage> {
    let mut out = Vec::new();
    for (file, value) in parsed() {
        collect(&value, &file, "", "", &mut out);
    }
    assert!(out.len() > 1000, "only {} texts were found", out.len());
    out
}

/// Fields with the article's own words, as record id, key and words.
fn collect_as_written(value: &Value, id: &str, out: &mut Vec<(String, String, String)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|v| collect_as_written(v, id, out)),
        Value::Object(fields) => {
            let id = id_of(fields, id);
            for (key, v) in fields {
                if let (true, Some(words)) = (key.ends_with("as_written"), v.as_str()) {
                    out.push((id.to_owned(), key.clone(), words.to_owned()));
                }
                collect_as_written(v, id, out);
            }
        }
        _ => {}
    }
}

/// A text without what stands between curly quotation marks.
fn outside_quotes(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a word of the text begins with `start`; both in small letters.
fn has_word(text: &str, start: &str) -> bool {
    let mut found = text.match_indices(start);
    found.any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Words of letters, with their apostrophes and brackets left out.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// Whether a word is an abbreviation in capitals; Roman numbers and names of files such as
/// SOURCES.md are none.
fn is_abbreviation(word: &str) -> bool {
    (2..=5).contains(&word.chars().count())
        && word.chars().all(char::is_uppercase)
        && !word.chars().all(|c| "IVX".contains(c))
}

/// All terms and short forms of the glossary in English, in small letters.
fn explained() -> String {
    let parsed = parsed();
    let glossary = parsed.iter().find(|(file, _)| file == "glossary.json");
    let mut terms = Vec::new();
    if let Some((file, value)) = glossary {
        collect(value, file, "", "", &mut terms);
    }
    let named = terms
        .iter()
        .filter(|t| t.is_english() && (t.key == "term" || t.key == "short"));
    let texts: Vec<&str> = named.map(|t| t.text.as_str()).collect();
    texts.join("\n").to_lowercase()
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn captions_are_short() {
    let long = |p: &Passage| {
        let (_, most) = LENGTHS.iter().find(|(key, _)| *key == p.key)?;
        let count = p.text.split_whitespace().count();
        let fault = || p.fault(&format!("{count} words, {most} are allowed"));
        (p.is_english() && count > *most).then(fault)
    };
    none(&passages().iter().filter_map(long).collect::<Vec<_>>());
}

#[test]
fn words_that_take_a_side_are_only_quoted() {
    let mut faults = Vec::new();
    for passage in passages().iter().filter(|p| p.is_english()) {
        let own = outside_quotes(&passage.text).to_lowercase();
        let taken = QUOTED_ONLY.iter().filter(|word| has_word(&own, word));
        faults
            .extend(taken.map(|word| passage.fault(&format!("`{word}` outside quotation marks"))));
    }
    none(&faults);
}

#[test]
fn quotation_marks_are_curly_and_closed() {
    let mut faults = Vec::new();
    for passage in &passages() {
        if passage.text.contains(['"', '\'']) {
            faults.push(passage.fault("a straight quotation mark or apostrophe"));
        }
        let count = |mark: char| passage.text.matches(mark).count();
        if passage.is_english() && count('“') != count('”') {
            faults.push(passage.fault("a quotation that is not closed"));
        }
    }
    none(&faults);
}

#[test]
fn what_a_visitor_cannot_know_is_in_the_glossary() {
    let explained = explained();
    // Each missing term, with the first record that uses it.
    let mut missing = BTreeMap::new();
    // Credits name data sets and licences as their makers do.
    let told = |p: &&Passage| p.is_english() && p.key != "map_credits";
    for passage in passages().iter().filter(told) {
        let text = passage.text.to_lowercase();
        let terms = UNEXPLAINED.iter().filter(|term| has_word(&text, term));
        let capitals = words_of(&passage.text).filter(|word| is_abbreviation(word));
        let used = terms.map(|t| (*t).to_owned());
        for term in used.chain(capitals.map(str::to_lowercase)) {
            if !has_word(&explained, &term) {
                missing.entry(term).or_insert_with(|| passage.id.clone());
            }
        }
    }
    assert!(
        missing.is_empty(),
        "glossary.json does not have {missing:#?}"
    );
}

#[test]
fn no_azerbaijani_stands_in_an_english_sentence() {
    let mut faults = Vec::new();
    for passage in passages().iter().filter(|p| p.is_english()) {
        let own = outside_quotes(&passage.text);
        // A word with a capital is a name: Alagöz, Ünüvar.
        let foreign = |word: &&str| {
            word.starts_with(char::is_lowercase) && word.contains(|c| FOREIGN.contains(c))
        };
        faults.extend(
            words_of(&own)
                .filter(foreign)
                .map(|word| passage.fault(word)),
        );
    }
    none(&faults);
}

#[test]
fn a_word_has_one_spelling() {
    let all: String = passages()
        .iter()
        .filter(|p| p.is_english())
        .map(|p| p.text.to_lowercase() + "\n")
        .collect();
    for [one, other] in [
        ["sovietis", "sovietiz"],
        ["colour", "color "],
        ["armoured", "armored"],
    ] {
        let both = all.contains(one) && all.contains(other);
        assert!(!both, "both `{one}` and `{other}` are in use");
    }
}

#[test]
fn words_of_the_article_are_neither_english_nor_dates_of_ours() {
    let mut written = Vec::new();
    for (_, value) in parsed() {
        collect_as_written(&value, "", &mut written);
    }
    assert!(written.len() > 100, "only {} were found", written.len());
    let is_ours = |words: &str| {
        let iso = |part: &str| {
            let digits = |c: char| c.is_ascii_digit() || c == '-';
            part.len() >= 7
                && part.starts_with("19")
                && part.contains('-')
                && part.chars().all(digits)
        };
        let parts = || words.split(|c: char| c.is_whitespace() || ",;()[]".contains(c));
        parts().any(|part| iso(part) || ENGLISH.contains(&part.to_lowercase().as_str()))
    };
    let ours = written.iter().filter(|(_, _, words)| is_ours(words));
    let faults: Vec<String> = ours
        .map(|(id, key, words)| format!("{id} {key}: {words}"))
        .collect();
    none(&faults);
}
