//! What the terms of a glossary must agree on. That a text lacks a language is told with all others.

use std::collections::HashMap;

use super::{Check, Finding};
use crate::model::{AtlasParts, Term};

/// Longest term, in characters, that a margin or a line of notes has room for.
const LONGEST_TERM: usize = 60;
/// Longest sentence, in words, that is read in one breath.
const LONGEST_SENTENCE: usize = 45;

pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    let mut first: HashMap<(&str, &str), &str> = HashMap::new();
    for term in parts.glossary.terms() {
        let id = term.id.as_str();
        let mut shared = None;
        for language in &parts.manifest.languages {
            for spelling in term.spellings(language) {
                let owner = *first.entry((language, spelling)).or_insert(id);
                shared = shared.or((owner != id).then_some((spelling, owner)));
            }
        }
        if let Some((spelling, owner)) = shared {
            let what = format!("`{spelling}` is a spelling of `{owner}` too");
            check.tell_at(id, "term", what, "a spelling belongs to one term");
        }
        for (key, words) in [("term", &term.term), ("sentence", &term.sentence)] {
            if words.0.values().all(|text| text.trim().is_empty()) {
                let what = format!("the {key} is empty");
                check.tell_at(id, key, what, "write it in a language of the atlas");
            }
        }
        if term.forms.iter().any(|form| form.trim().is_empty()) {
            check.tell_at(id, "forms", "a form is empty".to_owned(), "remove it");
        }
        for (key, what, hint) in too_long(term) {
            warn(check, id, key, what, hint);
        }
    }
}

/// What is longer than readers have room for: its key, what to say of it, and the remedy.
fn too_long(term: &Term) -> Vec<(&'static str, String, &'static str)> {
    let mut told = Vec::new();
    let longest = term.term.0.values().map(|t| t.chars().count()).max();
    if longest.is_some_and(|n| n > LONGEST_TERM) {
        let what = format!("the term has more than {LONGEST_TERM} characters");
        told.push(("term", what, "put the long form into the sentence"));
    }
    let words = |t: &String| t.split_whitespace().count();
    let longest = term.sentence.0.values().map(words).max();
    if longest.is_some_and(|n| n > LONGEST_SENTENCE) {
        let what = format!("the sentence has more than {LONGEST_SENTENCE} words");
        told.push(("sentence", what, "shorten it"));
    }
    told
}

fn warn(check: &mut Check<'_>, id: &str, key: &str, what: String, hint: &str) {
    let (file, record) = check.place_of(id);
    let document = check.documents.get(&file);
    let at = document.map_or((1, 1), |d| d.position(&format!("{record}/{key}")));
    check.findings.push(Finding {
        record: Some(id.to_owned()),
        ..Finding::warning(&file, at, what, hint)
    });
}
