//! Rules between the records and files of a package: one function for each rule.

mod ground;
mod records;
mod references;

use std::collections::{BTreeMap, HashMap};

use super::Finding;
use super::json::Document;
use crate::model::AtlasParts;
use references::{Id, ids};

type Documents = BTreeMap<String, Document>;

/// Keys of texts for readers, which are objects by language wherever they stand.
const TEXT_KEYS: [&str; 11] = [
    "about",
    "condition",
    "credits",
    "gist",
    "handling",
    "names",
    "note",
    "reason",
    "subtitle",
    "text",
    "title",
];

/// Checks every rule; each pushes what it finds.
pub(super) fn package(parts: &AtlasParts, documents: &Documents, findings: &mut Vec<Finding>) {
    let ids = ids(documents);
    let mut first = HashMap::new();
    for (i, id) in ids.iter().enumerate() {
        first.entry(id.id.clone()).or_insert(i);
    }
    let mut check = Check {
        documents,
        findings,
        ids,
        first,
    };
    check.unique();
    check.references();
    check.manifest(parts);
    check.projection(parts);
    check.districts(parts);
    check.palette(parts);
    check.overlaps(parts);
    check.claims(parts);
    check.dates(parts);
    check.units(parts);
    check.cited(parts);
    check.messages(parts);
    check.translations(parts);
}

struct Check<'a> {
    documents: &'a Documents,
    findings: &'a mut Vec<Finding>,
    ids: Vec<Id>,
    /// Id -> the first that is called so.
    first: HashMap<String, usize>,
}

impl Check<'_> {
    fn tell(&mut self, file: &str, pointer: &str, record: Option<&str>, what: String, hint: &str) {
        let at = self
            .documents
            .get(file)
            .map_or((1, 1), |d| d.position(pointer));
        self.findings
            .push(Finding::fault(file, at, record, what, hint));
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

    fn warn_at(&mut self, id: &str, key: &str, what: String, hint: &str) {
        let (file, record) = self.place_of(id);
        let pointer = format!("{record}/{key}");
        let at = self
            .documents
            .get(&file)
            .map_or((1, 1), |d| d.position(&pointer));
        self.findings.push(Finding {
            record: Some(id.to_owned()),
            ..Finding::warning(&file, at, what, hint)
        });
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

    /// Texts without a language of the atlas: one warning for each file and language.
    fn translations(&mut self, parts: &AtlasParts) {
        for (file, document) in self.documents {
            let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
            for (pointer, value) in document.pointers() {
                let key = pointer.rsplit('/').next().unwrap_or_default();
                let is_text = TEXT_KEYS.contains(&key);
                // A text in no language at all says nothing: it is left out, not missing.
                let words = value.as_object().filter(|o| is_text && !o.is_empty());
                let Some(words) = words else {
                    continue;
                };
                for language in &parts.manifest.languages {
                    *missing.entry(language).or_default() +=
                        usize::from(!words.contains_key(language));
                }
            }
            for (language, count) in missing.into_iter().filter(|(_, count)| *count > 0) {
                let what = format!("{count} texts have no `{language}`");
                let hint = if language == "en" {
                    "readers of English see another language, marked as such"
                } else {
                    "readers of that language see English, marked as such"
                };
                self.findings
                    .push(Finding::warning(file, (1, 1), what, hint));
            }
        }
    }
}
