//! Citations in short form, and the parts of a source that every form of citation uses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Text;
use crate::model::{Atlas, Citation, Fit, RecordRef, Source};

impl Text {
    /// How closely a note covers the statement for which it is cited, in words.
    #[must_use]
    pub fn fit(&self, fit: Fit) -> String {
        self.get(match fit {
            Fit::Direct => "fit-direct",
            Fit::Passage => "fit-passage",
            Fit::None => "fit-none",
        })
    }

    /// Citations in one line: `İsmayılov 2019, p. 174, n. 20`.
    #[must_use]
    pub fn short_citation(&self, cites: &[Citation], atlas: &Atlas) -> String {
        self.citations(cites, atlas, None)
    }

    /// Citations in one line, without author and year of the main source: `p. 174, n. 20`.
    #[must_use]
    pub fn pages(&self, cites: &[Citation], atlas: &Atlas) -> String {
        self.citations(cites, atlas, main_source(atlas))
    }

    /// Citations in one line for a room: each source once with its pages, `İsmayılov 2019, pp.
    /// 172–174`. A room cannot look up a note, and that there is none concerns only who reads the article.
    #[must_use]
    pub fn citation_for_room(&self, cites: &[Citation], atlas: &Atlas) -> String {
        self.for_room(cites, atlas, None)
    }

    /// The same without author and year of the main source: `p. 174`.
    #[must_use]
    pub fn pages_for_room(&self, cites: &[Citation], atlas: &Atlas) -> String {
        self.for_room(cites, atlas, main_source(atlas))
    }

    fn for_room(&self, cites: &[Citation], atlas: &Atlas, unnamed: Option<&Source>) -> String {
        // Each source once, with all its pages.
        let mut sources: Vec<(&Citation, BTreeSet<u32>)> = Vec::new();
        for cite in cites {
            match sources.iter_mut().find(|(c, _)| c.source == cite.source) {
                Some((_, pages)) => pages.extend(cite.page),
                None => sources.push((cite, cite.page.into_iter().collect())),
            }
        }
        let one = |(cite, pages): &(&Citation, BTreeSet<u32>)| {
            let is_named = pages.is_empty() || unnamed.is_none_or(|main| main.id != cite.source);
            let named = is_named.then(|| self.named_source(cite, atlas));
            let pages = (!pages.is_empty()).then(|| self.pages_in_short(pages));
            let parts: Vec<String> = named.into_iter().chain(pages).collect();
            parts.join(&self.get("list-comma"))
        };
        let all: Vec<String> = sources.iter().map(one).collect();
        all.join(&self.get("list-semicolon"))
    }

    /// Pages in their order, those that follow each other as a range: `pp. 172–174, 180`.
    fn pages_in_short(&self, pages: &BTreeSet<u32>) -> String {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for page in pages {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == *page => *last = *page,
                _ => ranges.push((*page, *page)),
            }
        }
        let one = |(first, last): &(u32, u32)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        };
        let told: Vec<String> = ranges.iter().map(one).collect();
        let told = told.join(&self.get("list-comma"));
        let count = pages.len().to_string();
        self.with("cite-pages", &[("pages", &told), ("count", &count)])
    }

    /// A source by its author and year.
    fn named_source(&self, cite: &Citation, atlas: &Atlas) -> String {
        let source = source_of(atlas, cite);
        let author = source
            .and_then(family)
            .unwrap_or_else(|| cite.source.to_string());
        match source.and_then(year) {
            Some(year) => self.with(
                "cite-author-year",
                &[("author", &author), ("year", &year.to_string())],
            ),
            None => author,
        }
    }

    fn citations(&self, cites: &[Citation], atlas: &Atlas, unnamed: Option<&Source>) -> String {
        let one = |c: &Citation| {
            let is_named = c.page.is_none() || unnamed.is_none_or(|main| main.id != c.source);
            let named = is_named.then(|| self.named_source(c, atlas));
            let mut parts: Vec<String> = named.into_iter().collect();
            if let Some(page) = c.page {
                parts.push(self.with("cite-page", &[("page", &page.to_string())]));
            }
            parts.push(match &c.note {
                Some(note) => {
                    let note = note.to_string();
                    match c.note_page.filter(|page| Some(*page) != c.page) {
                        Some(page) => self.with(
                            "cite-note-elsewhere",
                            &[("note", &note), ("page", &page.to_string())],
                        ),
                        None => self.with("cite-note", &[("note", &note)]),
                    }
                }
                None => self.get("cite-no-note"),
            });
            parts.join(&self.get("list-comma"))
        };
        let all: Vec<String> = cites.iter().map(one).collect();
        all.join(&self.get("list-semicolon"))
    }
}

/// The citations of a record or entry; none where it has no citations of its own.
#[must_use]
pub fn cites_of(atlas: &Atlas, at: RecordRef) -> Vec<Citation> {
    if let Some(record) = atlas.view(at) {
        return record.head().cites.clone();
    }
    match at {
        RecordRef::Unit(i) => {
            let fixes = atlas.units[i].fixes.iter();
            fixes.flat_map(|f| f.head.cites.clone()).collect()
        }
        RecordRef::Person(i) => atlas.people[i].cites.clone(),
        RecordRef::Place(i) => atlas.places[i].cites.clone(),
        RecordRef::Contradiction(i) => atlas.contradictions[i].cites.clone(),
        RecordRef::Source(i) => vec![Citation::of_whole(atlas.sources[i].id.clone())],
        _ => Vec::new(),
    }
}

/// The source that a citation names; `None` where the atlas has none of that id.
pub(crate) fn source_of<'a>(atlas: &'a Atlas, citation: &Citation) -> Option<&'a Source> {
    atlas.source(citation.source.as_str())
}

/// The source on which the atlas rests: that which its first message cites, otherwise its first.
pub(crate) fn main_source(atlas: &Atlas) -> Option<&Source> {
    let cited = atlas.messages.first().and_then(|m| m.head.cites.first());
    cited
        .and_then(|c| source_of(atlas, c))
        .or(atlas.sources.first())
}

/// Title of a source, from its CSL item.
#[must_use]
pub fn title(source: &Source) -> Option<&str> {
    source.text("title")
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
