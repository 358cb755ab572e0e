//! Rules between the records and files of a package: one function for each rule.

mod overlaps;
mod palette;
mod translations;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::Finding;
use super::json::Document;
use crate::model::{AtlasParts, Citation, Dating, FixKind, StanceKind};
use crate::time::Edtf;

type Documents = BTreeMap<String, Document>;

/// Checks every rule; each pushes what it finds.
pub(super) fn package(parts: &AtlasParts, documents: &Documents, findings: &mut Vec<Finding>) {
    let mut check = Check {
        documents,
        findings,
        ids: ids(documents),
    };
    check.unique();
    check.references();
    check.manifest(parts);
    check.districts(parts);
    check.claims(parts);
    check.dates(parts);
    check.units(parts);
    check.cited(parts);
    check.messages(parts);
    overlaps::check(parts, &mut check);
    palette::check(parts, &mut check);
    translations::check(parts, &mut check);
}

/// The kind of record that an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum IdKind {
    District,
    Group,
    Place,
    Party,
    Person,
    Unit,
    Source,
    Record,
}

struct Id {
    kind: IdKind,
    id: String,
    file: String,
    pointer: String,
}

struct Check<'a> {
    documents: &'a Documents,
    findings: &'a mut Vec<Finding>,
    ids: Vec<Id>,
}

/// Every id of the package with its position. Read from the JSON, so that a record with another
/// fault still counts as known.
fn ids(documents: &Documents) -> Vec<Id> {
    let mut out = Vec::new();
    let mut add = |kind, file: &str, pointer: String, value: &Value| {
        if let Some(id) = value.get("id").and_then(Value::as_str) {
            out.push(Id {
                kind,
                id: id.to_owned(),
                file: file.to_owned(),
                pointer: pointer + "/id",
            });
        }
    };
    for (file, document) in documents {
        let kind = match file.as_str() {
            "districts.geojson" => IdKind::District,
            "places.geojson" => IdKind::Place,
            "parties.json" => IdKind::Party,
            "people.json" => IdKind::Person,
            "units.json" => IdKind::Unit,
            "sources.json" => IdKind::Source,
            _ => IdKind::Record,
        };
        if let Some(features) = document.value.get("features").and_then(Value::as_array) {
            for (i, feature) in features.iter().enumerate() {
                let properties = feature.get("properties").unwrap_or(&Value::Null);
                add(kind, file, format!("/features/{i}/properties"), properties);
            }
        }
        for (i, group) in document
            .value
            .get("groups")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            add(IdKind::Group, file, format!("/groups/{i}"), group);
        }
        for (i, record) in document.value.as_array().into_iter().flatten().enumerate() {
            add(kind, file, format!("/{i}"), record);
            for (j, fix) in record
                .get("fixes")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .enumerate()
            {
                add(IdKind::Record, file, format!("/{i}/fixes/{j}"), fix);
            }
        }
    }
    out
}

/// Which keys refer to which kinds of record, at any depth; the value is one id or an array of ids.
const REFERENCES: [(&str, &[IdKind]); 27] = [
    ("voices", &[IdKind::Person]),
    ("told_by", &[IdKind::Person]),
    ("person", &[IdKind::Person]),
    ("people", &[IdKind::Person]),
    ("commander", &[IdKind::Person]),
    ("party", &[IdKind::Party]),
    ("holder", &[IdKind::Party]),
    ("not", &[IdKind::Party]),
    ("by", &[IdKind::Party]),
    ("of", &[IdKind::Party]),
    ("capitals", &[IdKind::Party]),
    ("seat", &[IdKind::Place]),
    ("place", &[IdKind::Place]),
    ("parent", &[IdKind::District]),
    ("left", &[IdKind::District]),
    ("right", &[IdKind::District]),
    ("members", &[IdKind::District]),
    ("area", &[IdKind::District, IdKind::Group, IdKind::Place]),
    ("at", &[IdKind::District, IdKind::Group, IdKind::Place]),
    ("about", &[IdKind::District, IdKind::Group, IdKind::Place]),
    ("places", &[IdKind::District, IdKind::Group, IdKind::Place]),
    ("source", &[IdKind::Source]),
    ("message", &[IdKind::Record]),
    ("claims", &[IdKind::Record]),
    ("records", &[IdKind::Record]),
    ("after", &[IdKind::Record]),
    ("before", &[IdKind::Record]),
];

impl Check<'_> {
    fn tell(&mut self, file: &str, pointer: &str, record: Option<&str>, what: String, hint: &str) {
        let at = self
            .documents
            .get(file)
            .map_or((1, 1), |d| d.position(pointer));
        self.findings
            .push(Finding::fault(file, at, record, what, hint));
    }

    /// File and JSON pointer of a record's key.
    fn at(&self, id: &str, key: &str) -> (String, String) {
        let found = self.ids.iter().find(|i| i.id == id);
        found.map_or_else(
            || (String::new(), String::new()),
            |i| {
                (
                    i.file.clone(),
                    format!("{}/{key}", i.pointer.trim_end_matches("/id")),
                )
            },
        )
    }

    fn tell_at(&mut self, id: &str, key: &str, what: String, hint: &str) {
        let (file, pointer) = self.at(id, key);
        self.tell(&file, &pointer, Some(id), what, hint);
    }

    fn unique(&mut self) {
        let mut seen: HashMap<&str, &Id> = HashMap::new();
        let mut told = Vec::new();
        for id in &self.ids {
            // Every id is kebab-case, also those of sources, although CSL would allow more.
            let kebab = !id.id.is_empty()
                && id
                    .id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if !kebab {
                let what = format!("`{}` is not kebab-case", id.id);
                told.push((
                    id.file.clone(),
                    id.pointer.clone(),
                    id.id.clone(),
                    what,
                    "write a-z, 0-9 and hyphens",
                ));
            }
            if let Some(first) = seen.insert(&id.id, id) {
                let what = format!("the id stands already in {}", first.file);
                told.push((
                    id.file.clone(),
                    id.pointer.clone(),
                    id.id.clone(),
                    what,
                    "ids are unique over the whole package: give this one another",
                ));
            }
        }
        for (file, pointer, id, what, hint) in told {
            self.tell(&file, &pointer, Some(&id), what, hint);
        }
    }

    fn references(&mut self) {
        let known: HashSet<(&str, IdKind)> =
            self.ids.iter().map(|i| (i.id.as_str(), i.kind)).collect();
        let mut told = Vec::new();
        for (file, document) in self.documents {
            if file.starts_with("base/") || file == "sources.json" {
                continue;
            }
            for (pointer, value) in document.pointers() {
                let mut segments = pointer.rsplit('/');
                let last = segments.next().unwrap_or_default();
                let key = if last.bytes().all(|b| b.is_ascii_digit()) {
                    segments.next().unwrap_or_default()
                } else {
                    last
                };
                let Some(id) = value.as_str() else { continue };
                let kinds: &[IdKind] = match (file.as_str(), key) {
                    ("claims.json", "to") => &[IdKind::Party],
                    ("units.json", "from") => &[IdKind::District, IdKind::Group, IdKind::Place],
                    ("messages.json", "reply_to") => &[IdKind::Record],
                    ("contradictions.json", "sources") => &[IdKind::Source],
                    ("contradictions.json", "about") => continue,
                    _ => match REFERENCES.iter().find(|(k, _)| *k == key) {
                        Some((_, kinds)) => kinds,
                        None => continue,
                    },
                };
                if !kinds.iter().any(|kind| known.contains(&(id, *kind))) {
                    let record = owner(document, pointer);
                    told.push((
                        file.clone(),
                        pointer.to_owned(),
                        record,
                        format!("`{key}` names `{id}`, which is not in the package"),
                    ));
                }
            }
        }
        for (file, pointer, record, what) in told {
            self.tell(
                &file,
                &pointer,
                record.as_deref(),
                what,
                "mend the id, or add what it names",
            );
        }
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

    fn districts(&mut self, parts: &AtlasParts) {
        let parents: HashMap<&str, &str> = parts
            .districts
            .iter()
            .filter_map(|d| Some((d.id.as_str(), d.parent.as_ref()?.as_str())))
            .collect();
        for district in &parts.districts {
            let (mut at, mut steps) = (district.id.as_str(), 0);
            while let Some(parent) = parents.get(at).filter(|_| steps <= parents.len()) {
                at = parent;
                steps += 1;
            }
            if steps > parents.len() {
                let what = "is its own ancestor".to_owned();
                self.tell_at(
                    district.id.as_str(),
                    "parent",
                    what,
                    "a parent may not lead back to its part",
                );
            } else if steps > 1 {
                let what = "is a part of a part".to_owned();
                self.tell_at(
                    district.id.as_str(),
                    "parent",
                    what,
                    "the parent of a part is a whole district",
                );
            }
            if district.kind.is_part() && district.parent.is_none() {
                self.tell_at(
                    district.id.as_str(),
                    "kind",
                    "a part without a parent".to_owned(),
                    "name its parent",
                );
            }
        }
        for boundary in &parts.boundaries {
            if boundary.left.is_none() && boundary.right.is_none() {
                self.tell_at(
                    &boundary.id,
                    "left",
                    "an arc with no district on either side".to_owned(),
                    "name the district on its left or right",
                );
            }
            if !(1..=3).contains(&boundary.precision) {
                self.tell_at(
                    &boundary.id,
                    "precision",
                    format!("precision {}", boundary.precision),
                    "1, 2 or 3",
                );
            }
        }
    }

    fn claims(&mut self, parts: &AtlasParts) {
        for claim in &parts.claims {
            let Some(kind) = claim.stance else { continue };
            let lacks = match kind {
                StanceKind::Assigns | StanceKind::Recognises if claim.to.is_none() => Some("to"),
                StanceKind::Occupy | StanceKind::Evacuate if claim.by.is_none() => Some("by"),
                StanceKind::Presses if claim.of.is_none() => Some("of"),
                _ => None,
            };
            if let Some(key) = lacks {
                self.tell_at(
                    claim.id.as_str(),
                    "stance",
                    format!("the stance needs `{key}`"),
                    "name the party",
                );
            }
            if claim.voices.is_empty() {
                self.tell_at(
                    claim.id.as_str(),
                    "voices",
                    "nobody says it".to_owned(),
                    "no statement, no claim: name whose words these are",
                );
            }
        }
        for control in &parts.control {
            if control
                .holder
                .as_ref()
                .is_some_and(|h| control.not.contains(h))
            {
                self.tell_at(
                    control.id.as_str(),
                    "not",
                    "the holder is also said not to hold".to_owned(),
                    "keep one of the two",
                );
            }
        }
    }

    fn dates(&mut self, parts: &AtlasParts) {
        let mut datings: Vec<(&str, Dating)> = Vec::new();
        datings.extend(
            parts
                .claims
                .iter()
                .map(|r| (r.id.as_str(), r.dating.clone())),
        );
        datings.extend(
            parts
                .control
                .iter()
                .map(|r| (r.id.as_str(), r.dating.clone())),
        );
        datings.extend(
            parts
                .events
                .iter()
                .map(|r| (r.id.as_str(), r.dating.clone())),
        );
        datings.extend(
            parts
                .units
                .iter()
                .flat_map(|u| &u.fixes)
                .map(|r| (r.id.as_str(), r.dating.clone())),
        );
        datings.extend(parts.messages.iter().map(|r| (r.id.as_str(), r.dating())));
        for (id, dating) in datings {
            if dating
                .earliest
                .zip(dating.latest)
                .is_some_and(|(a, b)| a > b)
            {
                self.tell_at(
                    id,
                    "earliest",
                    "the earliest day is after the latest".to_owned(),
                    "put the two in order",
                );
            }
        }
        for message in &parts.messages {
            let first = |date: &Option<Edtf>| date.as_ref().and_then(Edtf::earliest);
            let last = |date: &Option<Edtf>| date.as_ref().and_then(Edtf::latest);
            if first(&message.sent)
                .zip(last(&message.received))
                .is_some_and(|(sent, received)| received < sent)
            {
                self.tell_at(
                    message.id.as_str(),
                    "received",
                    "received before it was sent".to_owned(),
                    "put the two in order",
                );
            }
            if first(&message.sent)
                .zip(last(&message.deadline))
                .is_some_and(|(sent, deadline)| deadline < sent)
            {
                self.tell_at(
                    message.id.as_str(),
                    "deadline",
                    "the deadline is before the message".to_owned(),
                    "put the two in order",
                );
            }
        }
    }

    /// One report cannot place one force at two places on one day.
    fn units(&mut self, parts: &AtlasParts) {
        for unit in &parts.units {
            for (i, fix) in unit.fixes.iter().enumerate() {
                let stands = |f: &crate::model::Fix| {
                    f.kind == FixKind::Stands && f.at.is_some() && f.dating.exact_day().is_some()
                };
                let twice = unit.fixes[..i].iter().find(|other| {
                    stands(other)
                        && stands(fix)
                        && other.dating.exact_day() == fix.dating.exact_day()
                        && other.told_by == fix.told_by
                        && other.cites == fix.cites
                        && other.at != fix.at
                });
                if let Some(other) = twice {
                    let what = format!(
                        "one report has it stand here and, in {}, elsewhere on the same day",
                        other.id
                    );
                    self.tell_at(
                        fix.id.as_str(),
                        "at",
                        what,
                        "split the force, or correct a place or a day",
                    );
                }
            }
        }
    }

    fn cited(&mut self, parts: &AtlasParts) {
        let mut records: Vec<(&str, &[Citation])> = Vec::new();
        records.extend(
            parts
                .claims
                .iter()
                .map(|r| (r.id.as_str(), r.cites.as_slice())),
        );
        records.extend(
            parts
                .control
                .iter()
                .map(|r| (r.id.as_str(), r.cites.as_slice())),
        );
        records.extend(
            parts
                .events
                .iter()
                .map(|r| (r.id.as_str(), r.cites.as_slice())),
        );
        records.extend(
            parts
                .units
                .iter()
                .flat_map(|u| &u.fixes)
                .map(|r| (r.id.as_str(), r.cites.as_slice())),
        );
        records.extend(
            parts
                .messages
                .iter()
                .map(|r| (r.id.as_str(), r.cites.as_slice())),
        );
        for (id, cites) in records {
            if cites.is_empty() {
                self.tell_at(
                    id,
                    "cites",
                    "no citation".to_owned(),
                    "nothing is drawn without a source: add `cites`",
                );
            }
        }
    }

    /// A message and its claims name each other.
    fn messages(&mut self, parts: &AtlasParts) {
        let claims: HashMap<&str, Option<&str>> = parts
            .claims
            .iter()
            .map(|c| (c.id.as_str(), c.message.as_ref().map(|m| m.as_str())))
            .collect();
        let messages: HashMap<&str, &crate::model::Message> =
            parts.messages.iter().map(|m| (m.id.as_str(), m)).collect();
        for claim in &parts.claims {
            let Some(message) = claim
                .message
                .as_ref()
                .and_then(|m| messages.get(m.as_str()))
            else {
                continue;
            };
            if !message.claims.contains(&claim.id) {
                let what = format!("names {}, which does not name it back", message.id);
                self.tell_at(
                    claim.id.as_str(),
                    "message",
                    what,
                    "add the claim to the message's `claims`",
                );
            }
        }
        for message in &parts.messages {
            for claim in &message.claims {
                if claims
                    .get(claim.as_str())
                    .is_some_and(|m| *m != Some(message.id.as_str()))
                {
                    let what = format!("names {claim}, which names another message or none");
                    self.tell_at(
                        message.id.as_str(),
                        "claims",
                        what,
                        "set the claim's `message`",
                    );
                }
            }
        }
    }
}

/// Id of the innermost record around a JSON pointer.
fn owner(document: &Document, pointer: &str) -> Option<String> {
    let mut pointer = pointer;
    while let Some(at) = pointer.rfind('/') {
        pointer = &pointer[..at];
        let id = document
            .value
            .pointer(pointer)
            .and_then(|v| v.get("id"))
            .and_then(Value::as_str);
        if let Some(id) = id {
            return Some(id.to_owned());
        }
    }
    None
}
