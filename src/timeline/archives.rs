//! What records go back to: archive files and books with the leaves and pages that are cited. It may
//! use `model`; the archive desk of the window, `araxes archives` and the list for a reading room
//! show it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Atlas, Citation, Leaves, Reference, SourceId, sources_named};

/// Everything that the records of an atlas go back to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArchiveDesk {
    /// Files of archives, in the order of archives and shelf marks.
    pub files: Vec<CitedFile>,
    /// Books, newspapers and pages of the web, in alphabetical order.
    pub printed: Vec<CitedFile>,
    /// Ids of dated records that go back to no archive, each read in print or only in the source.
    pub in_no_archive: Vec<String>,
    /// Number of dated records.
    pub record_count: usize,
}

/// One archive file, or one book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedFile {
    /// The archive, or the book.
    pub holder: String,
    /// The parts of the shelf mark with their labels; empty for a book.
    pub shelf: Vec<String>,
    /// The source of the atlas that describes it; `None` where the atlas has none.
    pub source: Option<SourceId>,
    /// The leaves and pages that are cited, in their order.
    pub leaves: Vec<CitedLeaves>,
    /// Leaves that different notes cite.
    pub cited_twice: Vec<CitedTwice>,
}

/// Leaves or pages that citations name alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedLeaves {
    /// As they are written, such as `l. 3–3v`; empty where only the file is named.
    pub written: String,
    numbers: Vec<Leaves>,
    /// Ids of the records, in the order of the files of the package.
    pub records: Vec<String>,
    /// The notes that name them, each once.
    pub cites: Vec<Citation>,
}

/// Two mentions of leaves of one file that have a leaf in common, by different notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedTwice {
    /// Number of the first common leaf.
    pub leaf: u32,
    /// The one note.
    pub first: Citation,
    /// The other note.
    pub second: Citation,
}

impl CitedFile {
    /// Ids of all records of the file, each once.
    #[must_use]
    pub fn records(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let all = self.leaves.iter().flat_map(|l| &l.records);
        all.map(String::as_str)
            .filter(|id| seen.insert(*id))
            .collect()
    }

    /// The archive with the shelf mark, or the book.
    #[must_use]
    pub fn name(&self) -> String {
        if self.shelf.is_empty() {
            self.holder.clone()
        } else {
            format!("{} {}", self.holder, self.shelf.join(", "))
        }
    }

    fn find_cited_twice(&mut self) {
        let mentions: Vec<(&Citation, Leaves)> = self
            .leaves
            .iter()
            .flat_map(|l| {
                let each = l.cites.iter();
                each.flat_map(|c| l.numbers.iter().map(move |n| (c, *n)))
            })
            .collect();
        let mut twice: Vec<CitedTwice> = Vec::new();
        for (i, (first, a)) in mentions.iter().enumerate() {
            for (second, b) in &mentions[i + 1..] {
                if a.meets(*b) && !is_same_note(first, second) {
                    let found = CitedTwice {
                        leaf: a.first.max(b.first),
                        first: (*first).clone(),
                        second: (*second).clone(),
                    };
                    let is_known = |t: &CitedTwice| {
                        t.leaf == found.leaf
                            && is_same_note(&t.first, &found.first)
                            && is_same_note(&t.second, &found.second)
                    };
                    if !twice.iter().any(is_known) {
                        twice.push(found);
                    }
                }
            }
        }
        twice.sort_by_key(|t| t.leaf);
        self.cited_twice = twice;
    }
}

/// Whether two citations are of one note. Without notes, of one page.
fn is_same_note(a: &Citation, b: &Citation) -> bool {
    a.source == b.source && a.note == b.note && (a.note.is_some() || a.page == b.page)
}

impl ArchiveDesk {
    /// The desk of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let mut files: BTreeMap<(String, Vec<String>), CitedFile> = BTreeMap::new();
        let mut desk = Self::default();
        for record in atlas.records() {
            let head = record.head();
            desk.record_count += 1;
            let mut is_in_archive = false;
            for cite in &head.cites {
                for reference in Reference::of(cite) {
                    is_in_archive |= reference.is_archive();
                    let key = (reference.holder.clone(), reference.shelf.clone());
                    let file = files.entry(key).or_insert_with(|| CitedFile {
                        source: source_of(atlas, cite, &reference),
                        holder: reference.holder.clone(),
                        shelf: reference.shelf.clone(),
                        leaves: Vec::new(),
                        cited_twice: Vec::new(),
                    });
                    add(file, reference, cite, head.id.as_str());
                }
            }
            if !is_in_archive {
                desk.in_no_archive.push(head.id.to_string());
            }
        }
        for mut file in files.into_values() {
            file.leaves.sort_by_key(|l| l.numbers.clone());
            if file.shelf.is_empty() {
                desk.printed.push(file);
            } else {
                // Many statements stand on one page of a book, and this means nothing.
                file.find_cited_twice();
                desk.files.push(file);
            }
        }
        desk.files
            .sort_by_key(|f| (f.holder.clone(), numbers_of(&f.shelf)));
        desk.printed.sort_by_key(|f| f.holder.to_lowercase());
        desk
    }

    /// The names of the archives, each once, in their order.
    #[must_use]
    pub fn archives(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.files.iter().map(|f| f.holder.as_str()).collect();
        names.dedup();
        names
    }
}

/// The source that describes a file: the one whose title names it, or part of which it is. Where
/// titles begin alike, as those of volumes do, the one that the whole reference names.
fn source_of(atlas: &Atlas, cite: &Citation, reference: &Reference) -> Option<SourceId> {
    let named = sources_named(&atlas.sources, &reference.file());
    let mut others = named.into_iter().filter(|s| s.id != cite.source);
    others.next().map(|s| s.id.clone())
}

fn add(file: &mut CitedFile, reference: Reference, cite: &Citation, record: &str) {
    let written = reference.leaves_as_written;
    let at = file.leaves.iter().position(|l| l.written == written);
    let at = at.unwrap_or_else(|| {
        file.leaves.push(CitedLeaves {
            written,
            numbers: reference.leaves,
            records: Vec::new(),
            cites: Vec::new(),
        });
        file.leaves.len() - 1
    });
    let leaves = &mut file.leaves[at];
    if !leaves.records.iter().any(|id| id == record) {
        leaves.records.push(record.to_owned());
    }
    if !leaves.cites.iter().any(|c| is_same_note(c, cite)) {
        leaves.cites.push(cite.clone());
    }
}

/// The numbers of a shelf mark, so that `d. 9` comes before `d. 18`.
fn numbers_of(shelf: &[String]) -> Vec<(u64, String)> {
    let number = |part: &String| {
        let digits = part
            .split(|c: char| !c.is_ascii_digit())
            .find(|d| !d.is_empty());
        let number = digits.and_then(|d| d.parse().ok()).unwrap_or(u64::MAX);
        (number, part.clone())
    };
    shelf.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_sorted_by_archive_fond_opis_delo_and_leaf() {
        let desk = ArchiveDesk::new(&crate::load::fixtures::builtin());
        assert_eq!(desk.archives(), ["ARPIISSA", "AVPRF", "GARF", "RGASPI"]);
        let of_rgaspi = desk.files.iter().filter(|f| f.holder == "RGASPI");
        let fonds: Vec<&str> = of_rgaspi.map(|f| f.shelf[0].as_str()).collect();
        assert_eq!(fonds.first(), Some(&"f. 2"));
        assert_eq!(fonds.last(), Some(&"f. 195"), "by number, not by letter");
        let file = |name: &str| desk.files.iter().find(|f| f.name() == name).expect(name);
        let chicherin = file("RGASPI f. 64, op. 1, d. 21");
        assert!(chicherin.records().contains(&"message-056"));
        assert_eq!(
            chicherin.source.as_ref().map(SourceId::as_str),
            Some("rgaspi-64-1-21")
        );
        let twice = &file("RGASPI f. 17, op. 3, d. 93").cited_twice;
        assert!(twice.iter().any(|t| t.leaf == 1) && twice.iter().any(|t| t.leaf == 6));
        let behind = |name: &str| {
            let book = desk.printed.iter().find(|f| f.name() == name);
            book.and_then(|f| f.source.as_ref()).map(SourceId::as_str)
        };
        let documents = "Dokumenty vneshney politiki SSSR";
        assert_eq!(behind(documents), Some("dvp-no-volume"));
        assert_eq!(
            behind(&format!("{documents}, vol. II, 1958")),
            Some("dvp-2-1958")
        );
        let printed = |name: &str| desk.printed.iter().any(|f| f.holder.starts_with(name));
        assert!(printed("Karabekir") && printed("Kommunist"));
        assert!(!desk.in_no_archive.is_empty());
        assert!(desk.in_no_archive.len() < desk.record_count);
    }
}
