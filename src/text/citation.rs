//! Citations in short form, and what citations in every form are made of.

use serde_json::Value;

use crate::model::{Atlas, Citation, RecordRef, Source, fold};

/// `İsmayılov 2019, p. 174, n. 20`, for one line.
#[must_use]
pub fn short(atlas: &Atlas, cites: &[Citation]) -> String {
    let one = |c: &Citation| {
        let source = source_of(atlas, c);
        let author = source
            .and_then(family)
            .unwrap_or_else(|| c.source.to_string());
        let year = source
            .and_then(year)
            .map_or_else(String::new, |y| format!(" {y}"));
        let page = c.page.map_or_else(String::new, |p| format!(", p. {p}"));
        let note = c
            .note
            .as_ref()
            .map_or_else(|| ", no note".to_owned(), |n| format!(", n. {n}"));
        format!("{author}{year}{page}{note}")
    };
    cites.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The source a citation reads.
pub(crate) fn source_of<'a>(atlas: &'a Atlas, citation: &Citation) -> Option<&'a Source> {
    match atlas.find(citation.source.as_str())? {
        RecordRef::Source(i) => atlas.sources.get(i),
        _ => None,
    }
}

/// A text of its CSL item.
pub(crate) fn text<'a>(source: &'a Source, key: &str) -> Option<&'a str> {
    source.csl.get(key)?.as_str()
}

/// A source's title.
#[must_use]
pub fn title(source: &Source) -> Option<&str> {
    text(source, "title")
}

/// Given and family names of its authors.
pub(crate) fn names(source: &Source) -> Vec<(String, String)> {
    let part = |v: &Value, key: &str| {
        v.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let authors = source.csl.get("author").and_then(Value::as_array);
    authors
        .into_iter()
        .flatten()
        .map(|a| (part(a, "given"), part(a, "family") + &part(a, "literal")))
        .collect()
}

/// The first author's family name.
pub(crate) fn family(source: &Source) -> Option<String> {
    names(source).into_iter().next().map(|(_, family)| family)
}

/// The year it came out.
pub(crate) fn year(source: &Source) -> Option<i64> {
    source
        .csl
        .get("issued")?
        .get("date-parts")?
        .get(0)?
        .get(0)?
        .as_i64()
}

/// Whether a citation reads a source, or goes back to it: then its reference holds the source's title, or so much of it as references
/// usually give.
#[must_use]
pub fn rests_on(citation: &Citation, source: &Source) -> bool {
    if citation.source == source.id {
        return true;
    }
    let Some(original) = citation.original.as_deref().map(fold) else {
        return false;
    };
    let title = text(source, "title").map(fold).unwrap_or_default();
    // An archive's file is named whole; a book may lose its subtitle.
    let is_file = text(source, "type") == Some("collection");
    let start = title
        .char_indices()
        .nth(TITLE_START)
        .filter(|_| !is_file)
        .map_or(title.as_str(), |(at, _)| &title[..at]);
    let ends_well = |at: usize| {
        original[at + start.len()..]
            .chars()
            .next()
            .is_none_or(|c| !is_file || !c.is_ascii_digit())
    };
    !start.is_empty() && original.match_indices(start).any(|(at, _)| ends_well(at))
}

/// So many letters of a title are enough to know a book by.
const TITLE_START: usize = 18;
