//! Texts that lack a language of the atlas.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding};
use crate::model::AtlasParts;

/// Keys of texts for readers, which are objects by language wherever they stand.
const TEXT_KEYS: [&str; 26] = [
    "about",
    "after_scene",
    "ask",
    "caption",
    "condition",
    "credits",
    "full",
    "gist",
    "handling",
    "headline",
    "missing",
    "names",
    "note",
    "notes",
    "plain",
    "question",
    "reason",
    "reveal",
    "sentence",
    "short",
    "subject",
    "subtitle",
    "term",
    "text",
    "title",
    "touch",
];

/// Keys of objects all of whose values are such texts.
const TEXT_TABLES: [&str; 3] = ["district_kinds", "in_plain_words", "texts"];

/// The file all of whose values are such texts.
const PHRASES: &str = "phrases.json";

/// Phrases that no record quotes. Nothing is said of them where a file could not be read, because its
/// records may quote them.
pub(super) fn unused(parts: &AtlasParts, check: &mut Check<'_>) {
    if !check.unread.is_empty() {
        return;
    }
    let mut quoted: BTreeSet<&str> = BTreeSet::new();
    for document in check.documents.values() {
        document.each(|pointer, value| {
            quoted.extend(value.as_str().filter(|_| pointer.ends_with("_as_written")));
        });
    }
    let phrases = parts.phrases.0.keys();
    for phrase in phrases.filter(|phrase| !quoted.contains(phrase.as_str())) {
        let what = format!("no record quotes `{phrase}`");
        let hint = "write it letter by letter as in a field such as `area_as_written`";
        check
            .findings
            .push(Finding::warning(PHRASES, (1, 1), what, hint));
    }
}

/// Texts without a language of the atlas: one warning for each file and language.
pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    for (file, document) in check.documents {
        let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
        document.each(|pointer, value| {
            let mut keys = pointer.rsplit('/');
            let is_text = keys.next().is_some_and(|key| TEXT_KEYS.contains(&key))
                || keys.next().is_some_and(|key| TEXT_TABLES.contains(&key))
                || (file == PHRASES && pointer.matches('/').count() == 1);
            // A text in no language at all says nothing: it is left out, not missing.
            let words = value.as_object().filter(|o| is_text && !o.is_empty());
            let Some(words) = words else {
                return;
            };
            for language in &parts.manifest.languages {
                *missing.entry(language).or_default() += usize::from(!words.contains_key(language));
            }
        });
        for (language, count) in missing.into_iter().filter(|(_, count)| *count > 0) {
            let what = format!("{count} texts have no `{language}`");
            let hint = if language == "en" {
                "readers of English see another language, marked as such"
            } else {
                "readers of that language see English, marked as such"
            };
            check
                .findings
                .push(Finding::warning(file, (1, 1), what, hint));
        }
    }
}
