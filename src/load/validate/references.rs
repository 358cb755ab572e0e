//! Ids and what refers to them. Read from the JSON, so that a record with another fault still
//! counts as known.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::super::json::Document;
use super::{Check, Documents};
use crate::model::{AtlasParts, RecordKind};

/// The kind of record that an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(super) enum IdKind {
    District,
    Group,
    Place,
    Party,
    Person,
    #[strum(serialize = "force")]
    Unit,
    Source,
    Message,
    Claim,
    #[strum(serialize = "control record")]
    Control,
    Report,
    Event,
    Contradiction,
    Term,
    Boundary,
    #[strum(serialize = "feature of the base map")]
    Base,
}

impl IdKind {
    /// Of what the records of a file are.
    fn of_file(file: &str) -> Self {
        match file {
            "districts.geojson" => Self::District,
            "places.geojson" => Self::Place,
            "boundaries.geojson" => Self::Boundary,
            "parties.json" => Self::Party,
            "people.json" => Self::Person,
            "units.json" => Self::Unit,
            "sources.json" => Self::Source,
            "messages.json" => Self::Message,
            "claims.json" => Self::Claim,
            "control.json" => Self::Control,
            "events.json" => Self::Event,
            "contradictions.json" => Self::Contradiction,
            "glossary.json" => Self::Term,
            _ => Self::Base,
        }
    }

    /// The file in which records of the kind stand.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::District => "districts.geojson",
            Self::Group => "atlas.json",
            Self::Place => "places.geojson",
            Self::Boundary => "boundaries.geojson",
            Self::Party => "parties.json",
            Self::Person => "people.json",
            Self::Unit | Self::Report => "units.json",
            Self::Source => "sources.json",
            Self::Message => "messages.json",
            Self::Claim => "claims.json",
            Self::Control => "control.json",
            Self::Event => "events.json",
            Self::Contradiction => "contradictions.json",
            Self::Term => "glossary.json",
            Self::Base => "base",
        }
    }

    /// `a district`, `an event`
    fn one(self) -> String {
        let kind: &str = self.into();
        let article = if self == Self::Event { "an" } else { "a" };
        format!("{article} {kind}")
    }
}

/// An id, and where it stands.
pub(super) struct Id {
    pub(super) kind: IdKind,
    pub(super) text: String,
    pub(super) file: String,
    /// JSON pointer to the id itself.
    pub(super) pointer: String,
}

/// Every id of the package with its position.
pub(super) fn ids(documents: &Documents) -> Vec<Id> {
    let mut out = Vec::new();
    let mut add = |kind, file: &str, pointer: String, value: &Value| {
        if let Some(id) = value.get("id").and_then(Value::as_str) {
            out.push(Id {
                kind,
                text: id.to_owned(),
                file: file.to_owned(),
                pointer: pointer + "/id",
            });
        }
    };
    for (file, document) in documents {
        let kind = IdKind::of_file(file);
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
                add(IdKind::Report, file, format!("/{i}/fixes/{j}"), fix);
            }
        }
    }
    out
}

/// Every id of an atlas that a tour may name. They stand in no document here.
pub(super) fn ids_of(parts: &AtlasParts) -> Vec<Id> {
    let mut out = Vec::new();
    let mut add = |kind, id: &str| {
        out.push(Id {
            kind,
            text: id.to_owned(),
            file: String::new(),
            pointer: String::new(),
        });
    };
    let districts = parts.districts.iter();
    districts.for_each(|r| add(IdKind::District, r.id.as_str()));
    let groups = parts.manifest.groups.iter();
    groups.for_each(|r| add(IdKind::Group, r.id.as_str()));
    let places = parts.places.iter();
    places.for_each(|r| add(IdKind::Place, r.id.as_str()));
    let parties = parts.parties.iter();
    parties.for_each(|r| add(IdKind::Party, r.id.as_str()));
    let people = parts.people.iter();
    people.for_each(|r| add(IdKind::Person, r.id.as_str()));
    let units = parts.units.iter();
    units.for_each(|r| add(IdKind::Unit, r.id.as_str()));
    let sources = parts.sources.iter();
    sources.for_each(|r| add(IdKind::Source, r.id.as_str()));
    let told = parts.contradictions.iter();
    told.for_each(|r| add(IdKind::Contradiction, r.id.as_str()));
    let terms = parts.glossary.terms().iter();
    terms.for_each(|r| add(IdKind::Term, r.id.as_str()));
    for record in parts.records() {
        let kind = match record.kind() {
            RecordKind::Messages => IdKind::Message,
            RecordKind::Claims => IdKind::Claim,
            RecordKind::Control => IdKind::Control,
            RecordKind::Units => IdKind::Report,
            RecordKind::Events => IdKind::Event,
        };
        add(kind, record.head().id.as_str());
    }
    out
}

/// The most references to records of an absent file that are told one by one.
const MOST_UNFOLDED: usize = 4;

const AREAS: &[IdKind] = &[IdKind::District, IdKind::Group, IdKind::Place];
/// Records with a date of their own.
const DATED: &[IdKind] = &[
    IdKind::Message,
    IdKind::Claim,
    IdKind::Control,
    IdKind::Report,
    IdKind::Event,
];

/// What a step of a tour may name as a record: everything but lines of the map.
const TOLD: &[IdKind] = &[
    IdKind::District,
    IdKind::Group,
    IdKind::Place,
    IdKind::Party,
    IdKind::Person,
    IdKind::Unit,
    IdKind::Source,
    IdKind::Message,
    IdKind::Claim,
    IdKind::Control,
    IdKind::Report,
    IdKind::Event,
    IdKind::Contradiction,
    IdKind::Term,
];

/// Of what a key of a file names an id; `None`: it names none. A key may stand at any depth, alone or as an array.
fn referred(file: &str, key: &str) -> Option<&'static [IdKind]> {
    if file == "kiosk.json" {
        return match key {
            "records" => Some(TOLD),
            "area" => Some(&[IdKind::District]),
            "source" => Some(&[IdKind::Source]),
            _ => None,
        };
    }
    if file.starts_with("tours/") || file.starts_with("scenes/") {
        return match key {
            "records" | "record" | "select" => Some(TOLD),
            "at" | "fit" | "centre" => Some(AREAS),
            "lights_up" => Some(&[IdKind::District]),
            _ => None,
        };
    }
    Some(match (file, key) {
        ("claims.json", "area") => &[IdKind::District, IdKind::Group],
        ("claims.json", "to") => &[IdKind::Party],
        ("units.json", "from" | "to") => AREAS,
        ("messages.json", "reply_to") => &[IdKind::Message],
        ("contradictions.json", "sources") => &[IdKind::Source],
        ("contradictions.json", "about") => return None,
        (_, "voices" | "told_by" | "person" | "people" | "commander") => &[IdKind::Person],
        (_, "party" | "holder" | "not" | "by" | "of" | "capitals") => &[IdKind::Party],
        (_, "seat" | "place") => &[IdKind::Place],
        (_, "parent" | "left" | "right" | "members") => &[IdKind::District],
        (_, "area" | "at" | "about" | "places") => AREAS,
        (_, "source") => &[IdKind::Source],
        (_, "message") => &[IdKind::Message],
        (_, "claims") => &[IdKind::Claim],
        (_, "records" | "after" | "before") => DATED,
        _ => return None,
    })
}

impl Check<'_> {
    pub(super) fn unique(&mut self) {
        let mut seen: HashMap<&str, &Id> = HashMap::new();
        let mut told = Vec::new();
        for id in &self.ids {
            let is_kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if id.text.is_empty() || !id.text.bytes().all(is_kebab) {
                // Also those of sources, although CSL would allow more.
                let what = format!("`{}` is not kebab-case", id.text);
                told.push((id, what, "write a-z, 0-9 and hyphens"));
            }
            if let Some(first) = seen.insert(&id.text, id) {
                let what = format!("the id stands already in {}", first.file);
                let hint = "ids are unique over the whole package: give this one another";
                told.push((id, what, hint));
            }
        }
        let told: Vec<_> = told
            .into_iter()
            .map(|(id, what, hint)| {
                (
                    id.file.clone(),
                    id.pointer.clone(),
                    id.text.clone(),
                    what,
                    hint,
                )
            })
            .collect();
        for (file, pointer, id, what, hint) in told {
            self.tell(&file, &pointer, Some(&id), what, hint);
        }
    }

    pub(super) fn references(&mut self) {
        let mut told = Vec::new();
        // The references that need a file that is not there.
        let mut needed: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (file, document) in self.documents {
            if file.starts_with("base/") || file == "sources.json" {
                continue;
            }
            document.each(|pointer, value| {
                let mut segments = pointer.rsplit('/');
                let last = segments.next().unwrap_or_default();
                let key = if last.bytes().all(|b| b.is_ascii_digit()) {
                    segments.next().unwrap_or_default()
                } else {
                    last
                };
                let (Some(id), Some(kinds)) = (value.as_str(), referred(file, key)) else {
                    return;
                };
                let named = self.first.get(id).map(|i| self.ids[*i].kind);
                let (what, hint) = match named {
                    Some(kind) if kinds.contains(&kind) => return,
                    Some(kind) => {
                        let wanted: Vec<String> = kinds.iter().map(|k| k.one()).collect();
                        (
                            format!("`{key}` names `{id}`, which is {}", kind.one()),
                            format!("name {}", wanted.join(" or ")),
                        )
                    }
                    None => (
                        format!("`{key}` names `{id}`, which is not in the package"),
                        "mend the id, or add what it names".to_owned(),
                    ),
                };
                let record = owner(document, pointer);
                let fault = (file.clone(), pointer.to_owned(), record, what, hint);
                match self.absent(kinds).filter(|_| named.is_none()) {
                    Some(absent) => needed.entry(absent).or_default().push(fault),
                    None => told.push(fault),
                }
            });
        }
        for (file, pointer, record, what, hint) in told {
            self.tell(&file, &pointer, record.as_deref(), what, &hint);
        }
        for (file, faults) in needed {
            let count = faults.len();
            if count <= MOST_UNFOLDED && !self.unread.contains(file) {
                for (file, pointer, record, what, hint) in faults {
                    self.tell(&file, &pointer, record.as_deref(), what, &hint);
                }
                continue;
            }
            let is_told = !self.unread.insert(file.to_owned());
            let (what, hint) = if is_told {
                let what = format!("{count} references need its records, which cannot be read");
                (what, "mend what is told of this file first")
            } else {
                let what = format!("not in the package, and {count} references need it");
                let hint = "add the file, mend its name, or remove what names its records";
                (what, hint)
            };
            self.tell(file, "", None, what, hint);
        }
    }

    /// The first file for records of these kinds that was not read; `None` where all were.
    fn absent(&self, kinds: &[IdKind]) -> Option<&'static str> {
        let mut files = kinds.iter().map(|kind| kind.file());
        files.find(|file| !self.has_read(file))
    }
}

/// Id of the innermost record around a JSON pointer.
pub(super) fn owner(document: &Document, pointer: &str) -> Option<String> {
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
