//! Rules between the records and files of a package: one function for each rule.

mod glossary;
mod ground;
mod kiosk;
mod overlaps;
mod palette;
mod records;
mod references;
mod tours;
mod translations;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Finding;
use super::json::Document;
use crate::model::AtlasParts;
use references::{Id, IdKind, ids, ids_of};

type Documents = BTreeMap<String, Document>;

/// Checks every rule; each pushes what it finds. `causes` are the faults of files that could not be
/// read, and of required ones that are missing.
pub(super) fn package(
    parts: &AtlasParts,
    documents: &Documents,
    causes: &[Finding],
    findings: &mut Vec<Finding>,
) {
    let mut check = Check::new(documents, findings, ids(documents));
    let causes = causes.iter().map(|cause| cause.file.clone());
    check.unread = causes
        .filter(|file| !documents.contains_key(file))
        .collect();
    check.unique();
    check.references();
    check.manifest(parts);
    check.projection(parts);
    check.names_on_lines(parts);
    check.districts(parts);
    palette::check(parts, &mut check);
    overlaps::check(parts, &mut check);
    check.claims(parts);
    check.dates(parts);
    check.departures(parts);
    check.units(parts);
    check.cited(parts);
    check.note_pages();
    check.messages(parts);
    glossary::check(parts, &mut check);
    tours::check(parts, &mut check);
    kiosk::check(parts, &mut check);
    translations::check(parts, &mut check);
    translations::unused(parts, &mut check);
}

/// Checks the rules of a tour that is no part of the atlas.
pub(super) fn tour(parts: &AtlasParts, documents: &Documents, findings: &mut Vec<Finding>) {
    let mut check = Check::new(documents, findings, ids_of(parts));
    check.references();
    tours::check(parts, &mut check);
}

/// Gives an atlas whose parameters define no cone the projection that suits its first view, and warns
/// of it.
pub(super) fn mend_projection(
    parts: &mut AtlasParts,
    documents: &Documents,
    findings: &mut Vec<Finding>,
) {
    ground::mend_projection(parts, documents, findings);
}

struct Check<'a> {
    documents: &'a Documents,
    findings: &'a mut Vec<Finding>,
    ids: Vec<Id>,
    /// Id -> the first that is called so.
    first: HashMap<String, usize>,
    /// Files without which nothing is known of their records: those that could not be read, of which
    /// that is told already, and those that are absent, once it is told that references need them.
    unread: BTreeSet<String>,
}

impl<'a> Check<'a> {
    fn new(documents: &'a Documents, findings: &'a mut Vec<Finding>, ids: Vec<Id>) -> Self {
        let mut first = HashMap::new();
        for (i, id) in ids.iter().enumerate() {
            first.entry(id.text.clone()).or_insert(i);
        }
        Self {
            documents,
            findings,
            ids,
            first,
            unread: BTreeSet::new(),
        }
    }

    fn tell(&mut self, file: &str, pointer: &str, record: Option<&str>, what: String, hint: &str) {
        let at = self
            .documents
            .get(file)
            .map_or((1, 1), |d| d.position(pointer));
        self.findings
            .push(Finding::fault(file, at, record, what, hint));
    }

    /// Whether the records of a file are known. Where it is absent or cannot be read, rules that name its
    /// records say nothing: that is told of the file. Without the documents of a package nothing is known
    /// of its files.
    fn has_read(&self, file: &str) -> bool {
        !self.documents.contains_key("atlas.json") || self.documents.contains_key(file)
    }

    /// Whether an atlas has a lens; true where the file that would tell was not read.
    fn has_lens(&self, parts: &AtlasParts, name: &str) -> bool {
        ["claims", "control"].contains(&name)
            || self.has_party(parts, name)
            || self.has_person(parts, name)
    }

    /// Whether an atlas has a party; true where their file was not read.
    fn has_party(&self, parts: &AtlasParts, id: &str) -> bool {
        !self.has_read(IdKind::Party.file()) || parts.parties.iter().any(|p| p.id.as_str() == id)
    }

    /// Whether an atlas has a person or body; true where their file was not read.
    fn has_person(&self, parts: &AtlasParts, id: &str) -> bool {
        !self.has_read(IdKind::Person.file()) || parts.people.iter().any(|p| p.id.as_str() == id)
    }

    /// File of a record, and the JSON pointer to it.
    fn place_of(&self, id: &str) -> (String, String) {
        self.first.get(id).map_or_else(Default::default, |i| {
            let found = &self.ids[*i];
            let record = found.pointer.trim_end_matches("/id").to_owned();
            (found.file.clone(), record)
        })
    }

    fn tell_at(&mut self, id: &str, key: &str, what: String, hint: &str) {
        let (file, record) = self.place_of(id);
        self.tell(&file, &format!("{record}/{key}"), Some(id), what, hint);
    }

    fn manifest(&mut self, parts: &AtlasParts) {
        let manifest = &parts.manifest;
        if manifest.format != 1 {
            self.tell(
                "atlas.json",
                "/format",
                None,
                format!("format {} is not known", manifest.format),
                "this program reads format 1",
            );
        }
        if manifest.span.start > manifest.span.end || manifest.span.end > manifest.span.last() {
            self.tell(
                "atlas.json",
                "/span",
                None,
                "the span ends before it begins".to_owned(),
                "put its days in order",
            );
        }
    }
}
