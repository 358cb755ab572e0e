//! The archives and books that the records of an atlas go back to, as filters offer them. It may use
//! `model`.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Atlas, Citation, Reference};

/// Archives and books that records cite, with the number of records for each, the most cited first.
#[must_use]
pub fn archives(atlas: &Atlas) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in atlas.records() {
        let named: BTreeSet<String> = record.head().cites.iter().flat_map(archives_of).collect();
        named
            .into_iter()
            .for_each(|name| *counts.entry(name).or_default() += 1);
    }
    let mut out: Vec<_> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out
}

/// An archive, or a book, newspaper or page of the web, as the filters offer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedArchive {
    /// The name in a condition.
    pub name: String,
    /// The whole name as the citations give it: author, title and year of a book.
    pub whole_name: String,
    /// Whether it is an archive.
    pub is_archive: bool,
}

/// Every archive and book that records cite, archives first, both in alphabetical order.
#[must_use]
pub fn offered_archives(atlas: &Atlas) -> Vec<OfferedArchive> {
    let mut all: BTreeMap<String, OfferedArchive> = BTreeMap::new();
    for cite in atlas.records().flat_map(|r| &r.head().cites) {
        let references = Reference::of(cite);
        for name in archives_of(cite) {
            let of_name = references.iter().find(|r| r.holder.starts_with(&name));
            let is_archive = of_name.is_some_and(Reference::is_archive);
            let whole_name = of_name.map_or_else(|| name.clone(), |r| r.holder.clone());
            all.entry(name.clone()).or_insert(OfferedArchive {
                name,
                whole_name,
                is_archive,
            });
        }
    }
    let mut all: Vec<OfferedArchive> = all.into_values().collect();
    all.sort_by_key(|a| (!a.is_archive, a.whole_name.to_lowercase()));
    all
}

/// The archives and books that a citation goes back to, by the first words of each reference.
#[must_use]
pub fn archives_of(citation: &Citation) -> Vec<String> {
    let Some(original) = &citation.original else {
        return Vec::new();
    };
    let name = |part: &str| {
        let ends = [" f. ", ", ", " vol. ", " p. ", " (ed."]
            .iter()
            .filter_map(|end| part.find(end))
            .min();
        let name = part[..ends.unwrap_or(part.len())].trim();
        (!name.is_empty() && !name.starts_with("f. ")).then(|| name.to_owned())
    };
    original
        .split(';')
        .filter_map(|part| name(part.trim()))
        .collect()
}
