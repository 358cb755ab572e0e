//! Citations in short form, and the parts of a source that every form of citation uses.

use serde_json::Value;

use super::Text;
use crate::model::{Atlas, Citation, RecordRef, Source, fold};

impl Text {
    /// Citations in one line: `İsmayılov 2019, p. 174, n. 20`.
    #[must_use]
    pub fn short_citation(&self, cites: &[Citation], atlas: &Atlas) -> String {
        let one = |c: &Citation| {
            let source = source_of(atlas, c);
            let author = source
                .and_then(family)
                .unwrap_or_else(|| c.source.to_string());
            let mut parts = vec![match source.and_then(year) {
                Some(year) => self.with(
                    "cite-author-year",
                    &[("author", &author), ("year", &year.to_string())],
                ),
                None => author,
            }];
            if let Some(page) = c.page {
                parts.push(self.with("cite-page", &[("page", &page.to_string())]));
            }
            parts.push(match &c.note {
                Some(note) => self.with("cite-note", &[("note", &note.to_string())]),
                None => self.get("cite-no-note"),
            });
            parts.join(&self.get("list-comma"))
        };
        let all: Vec<String> = cites.iter().map(one).collect();
        all.join(&self.get("list-semicolon"))
    }
}

/// The source that a citation names; `None` where the atlas has none of that id.
pub(crate) fn source_of<'a>(atlas: &'a Atlas, citation: &Citation) -> Option<&'a Source> {
    match atlas.find(citation.source.as_str())? {
        RecordRef::Source(i) => atlas.sources.get(i),
        _ => None,
    }
}

/// The text of a CSL field of a source; `None` where it is missing or not a text.
pub(crate) fn text<'a>(source: &'a Source, key: &str) -> Option<&'a str> {
    source.csl.get(key)?.as_str()
}

/// Title of a source, from its CSL item.
#[must_use]
pub fn title(source: &Source) -> Option<&str> {
    text(source, "title")
}

/// Given and family names of a source's authors; a body's name is in the second.
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

/// Family name of the first author; `None` where the source names none.
pub(crate) fn family(source: &Source) -> Option<String> {
    names(source).into_iter().next().map(|(_, family)| family)
}

/// Year of publication.
pub(crate) fn year(source: &Source) -> Option<i64> {
    source
        .csl
        .get("issued")?
        .get("date-parts")?
        .get(0)?
        .get(0)?
        .as_i64()
}

/// Whether a citation names a source, or its `original` reference contains the title of that source
/// or the beginning of it, as references usually do.
#[must_use]
pub fn rests_on(citation: &Citation, source: &Source) -> bool {
    if citation.source == source.id {
        return true;
    }
    let Some(original) = citation.original.as_deref().map(fold) else {
        return false;
    };
    let title = text(source, "title").map(fold).unwrap_or_default();
    // The title of an archive's file must occur as a whole; a book's may be cut before its
    // subtitle.
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

/// Number of characters at the beginning of a title that identify a book.
const TITLE_START: usize = 18;
