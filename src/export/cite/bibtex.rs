//! Entries of BibTeX. `biblatex` writes them, with its rules for what must be escaped.

use biblatex::{Chunk, Entry, EntryType, Spanned};
use serde_json::Value;

use super::behind;
use crate::model::{Citation, Source};
use crate::text::citation::year;

/// Fields of an entry with the keys of the CSL item from which they come.
const FIELDS: [(&str, &str); 9] = [
    ("title", "title"),
    ("journal", "container-title"),
    ("volume", "volume"),
    ("number", "issue"),
    ("publisher", "publisher"),
    ("address", "publisher-place"),
    ("howpublished", "archive"),
    ("language", "language"),
    ("url", "URL"),
];

/// A citation as an entry with that key.
pub(super) fn entry(source: &Source, citation: &Citation, key: &str) -> String {
    let kind = match source.text("type") {
        Some("book") => EntryType::Book,
        Some(_) if source.text("container-title").is_some() => EntryType::Article,
        _ => EntryType::Misc,
    };
    let mut entry = Entry::new(key.to_owned(), kind);
    let normal = |text: &str| Spanned::detached(Chunk::Normal(text.to_owned()));
    for (field, key) in FIELDS {
        let text = match source.csl.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => continue,
        };
        entry.set(field, vec![normal(&text)]);
    }
    for role in ["author", "editor"] {
        let names = names(source, role);
        if !names.is_empty() {
            entry.set(role, names);
        }
    }
    if let Some(year) = year(source) {
        entry.set("year", vec![normal(&year.to_string())]);
    }
    if let Some(page) = citation.page {
        entry.set("pages", vec![normal(&page.to_string())]);
    }
    entry.set("note", vec![normal(&behind(citation, ", "))]);
    // It fails only for a date, and none is set.
    entry.to_bibtex_string().unwrap_or_default()
}

/// Names in a role. The name of a body is verbatim, so that it is not divided.
fn names(source: &Source, role: &str) -> Vec<Spanned<Chunk>> {
    let all = source.csl.get(role).and_then(Value::as_array);
    let mut chunks = Vec::new();
    for name in all.into_iter().flatten() {
        let part = |key: &str| name.get(key).and_then(Value::as_str);
        if !chunks.is_empty() {
            chunks.push(Spanned::detached(Chunk::Normal(" and ".to_owned())));
        }
        let chunk = match (part("family"), part("given")) {
            (Some(family), Some(given)) => Chunk::Normal(format!("{family}, {given}")),
            (Some(family), None) => Chunk::Verbatim(family.to_owned()),
            (None, _) => Chunk::Verbatim(part("literal").unwrap_or_default().to_owned()),
        };
        chunks.push(Spanned::detached(chunk));
    }
    chunks
}
