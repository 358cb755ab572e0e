//! Citations in short form, and what citations in every form are made of.

use serde_json::Value;

use crate::model::{Atlas, Citation, RecordRef, Source};

/// `İsmayılov 2019, p. 174, n. 20`, for one line.
#[must_use]
pub fn short(atlas: &Atlas, cites: &[Citation]) -> String {
    let one = |c: &Citation| {
        let source = source_of(atlas, c);
        let author = source.and_then(family).unwrap_or_else(|| c.source.to_string());
        let year = source.and_then(year).map_or_else(String::new, |y| format!(" {y}"));
        let page = c.page.map_or_else(String::new, |p| format!(", p. {p}"));
        let note = c.note.as_ref().map_or_else(|| ", no note".to_owned(), |n| format!(", n. {n}"));
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

/// Given and family names of its authors.
pub(crate) fn names(source: &Source) -> Vec<(String, String)> {
    let part = |v: &Value, key: &str| v.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let authors = source.csl.get("author").and_then(Value::as_array);
    authors.into_iter().flatten().map(|a| (part(a, "given"), part(a, "family") + &part(a, "literal"))).collect()
}

/// The first author's family name.
pub(crate) fn family(source: &Source) -> Option<String> {
    names(source).into_iter().next().map(|(_, family)| family)
}

/// The year it came out.
pub(crate) fn year(source: &Source) -> Option<i64> {
    source.csl.get("issued")?.get("date-parts")?.get(0)?.get(0)?.as_i64()
}
