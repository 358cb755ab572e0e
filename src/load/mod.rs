//! Text in, atlas or findings out: every fault at once, each with its place and its remedy.
//!
//! An [`Atlas`] exists only if no finding is a fault, so nothing is half-loaded. The module uses
//! `time`, `model` and `geometry`, and the names of lenses and filters of `timeline`; its result goes
//! to `timeline`.

pub mod files;
mod finding;
#[cfg(test)]
pub(crate) mod fixtures;
mod geometry;
mod json;
mod records;
mod relief;
mod tour;
mod validate;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{
    Atlas, AtlasParts, Base, Claim, Contradiction, Control, Declensions, Event, Glossary, Kiosk,
    Manifest, Message, Party, Person, Phrases, Source, Term, Tour, Unit,
};

pub use files::{Files, FilesError};
pub use finding::{Finding, Severity};
pub use geometry::{crosses_itself, most_overlap};
pub(crate) use json::LONGEST_NAME;
#[cfg(feature = "app")]
pub(crate) use json::LONGEST_TEXT;
pub use tour::{LoadedTour, tour_file};

use json::Document;
use records::Reader;

/// What loading a package gives.
///
/// ```
/// use araxes::load::{Files, load};
///
/// let loaded = load(&Files::new());
/// assert!(loaded.atlas.is_none());
/// let first = loaded.findings.first().expect("an empty package has faults");
/// assert_eq!((first.file.as_str(), first.what.as_str()), ("atlas.json", "the file is missing"));
/// ```
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The atlas; `None` where any finding is a fault.
    pub atlas: Option<Atlas>,
    /// Files that cannot be read, then faults, then warnings; each by file, line and column.
    pub findings: Vec<Finding>,
}

/// File names that a package must have.
const REQUIRED: [&str; 4] = [
    "atlas.json",
    "districts.geojson",
    "parties.json",
    "sources.json",
];
/// File names that a package may have.
const OPTIONAL: [&str; 12] = [
    "boundaries.geojson",
    "places.geojson",
    "people.json",
    "claims.json",
    "control.json",
    "units.json",
    "messages.json",
    "events.json",
    "glossary.json",
    "kiosk.json",
    "declensions.json",
    "phrases.json",
];
/// The file of contradictions, read last because it names records of all others.
const LATE: &str = "contradictions.json";

/// Reads a package.
///
/// ```
/// use std::path::Path;
/// use araxes::load::{files, load};
///
/// let folder = files::read_folder(Path::new("docs/example-atlas")).expect("the folder is there");
/// let loaded = load(&folder);
/// assert!(loaded.findings.is_empty());
/// assert_eq!(loaded.atlas.expect("an atlas").districts.len(), 2);
/// ```
#[must_use]
pub fn load(files: &Files) -> Loaded {
    let mut causes = Vec::new();
    let documents = documents(files, &mut causes);
    let mut findings = Vec::new();
    let relief = relief::relief(files, &documents, &mut findings);
    let mut parts = parts(&documents, &mut findings);
    if let Some(parts) = &mut parts {
        parts.base.relief = relief;
        validate::mend_projection(parts, &documents, &mut findings);
    }
    if let Some(parts) = &parts {
        validate::package(parts, &documents, &causes, &mut findings);
    }
    // What a file that cannot be read leads to in others is told after it.
    let findings = [sorted(causes), sorted(findings)].concat();
    let clean = findings.iter().all(|f| f.severity == Severity::Warning);
    Loaded {
        atlas: parts.filter(|_| clean).map(Atlas::new),
        findings,
    }
}

/// Faults before warnings, each by file, line and column.
fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    let key = |f: &Finding| (f.severity, f.file.clone(), f.line, f.column, f.what.clone());
    findings.sort_by_cached_key(key);
    findings.dedup();
    findings
}

/// Whether a package may have a file of this name.
fn is_package_file(name: &str) -> bool {
    let is_base = name
        .strip_prefix("base/")
        .is_some_and(|n| n.ends_with(".geojson"));
    let is_relief = name == relief::TABLE || name == relief::PICTURE;
    let in_root = REQUIRED.contains(&name) || OPTIONAL.contains(&name) || name == LATE;
    in_root || is_base || is_relief || tour::is_tour(name) || tour::is_scene(name)
}

fn documents(files: &Files, findings: &mut Vec<Finding>) -> BTreeMap<String, Document> {
    let mut documents = BTreeMap::new();
    for name in REQUIRED {
        if !files.contains_key(name) {
            findings.push(Finding::fault(
                name,
                (1, 1),
                None,
                "the file is missing",
                "every package needs it; see docs/format.md",
            ));
        }
    }
    for (name, bytes) in files {
        if name == relief::PICTURE {
            continue;
        }
        if !is_package_file(name) {
            if name.ends_with("json") {
                findings.push(Finding::warning(
                    name,
                    (1, 1),
                    "no part of an atlas has this name",
                    "remove it or mend its name",
                ));
            }
            continue;
        }
        match Document::parse(name, bytes) {
            Ok((document, mut faults)) => {
                findings.append(&mut faults);
                documents.insert(name.clone(), document);
            }
            Err(fault) => findings.push(*fault),
        }
    }
    documents
}

fn tours(reader: &mut Reader<'_>, is_one: fn(&str) -> bool) -> Vec<Arc<Tour>> {
    let documents = reader.documents;
    let names = documents.keys().filter(|name| is_one(name));
    names
        .filter_map(|name| reader.one(name))
        .map(Arc::new)
        .collect()
}

fn parts(
    documents: &BTreeMap<String, Document>,
    findings: &mut Vec<Finding>,
) -> Option<AtlasParts> {
    let mut reader = Reader::new(documents, findings);
    let manifest: Option<Manifest> = reader.one("atlas.json");
    let districts = geometry::districts(&mut reader);
    let boundaries = geometry::boundaries(&mut reader);
    let places = geometry::places(&mut reader);
    let base = Base {
        features: geometry::base(&mut reader),
        relief: None,
    };
    let mut parts = AtlasParts {
        districts,
        boundaries,
        places,
        base,
        parties: reader.many::<Party>("parties.json"),
        people: reader.many::<Person>("people.json"),
        claims: reader.many::<Claim>("claims.json"),
        control: reader.many::<Control>("control.json"),
        units: reader.many::<Unit>("units.json"),
        messages: reader.many::<Message>("messages.json"),
        events: reader.many::<Event>("events.json"),
        sources: reader.many::<Source>("sources.json"),
        contradictions: reader.many::<Contradiction>(LATE),
        glossary: Glossary::new(reader.many::<Term>("glossary.json")),
        tours: tours(&mut reader, tour::is_tour),
        scenes: tours(&mut reader, tour::is_scene),
        kiosk: reader.one::<Kiosk>("kiosk.json").unwrap_or_default(),
        declensions: (reader.one::<Declensions>("declensions.json")).unwrap_or_default(),
        phrases: reader.one::<Phrases>("phrases.json").unwrap_or_default(),
        manifest: manifest?,
    };
    parts.resolve_areas();
    Some(parts)
}

/// One JSON Schema for each kind of file, keyed by its name, for editors; each describes the
/// whole file.
///
/// ```
/// let schemas = araxes::load::schemas();
/// assert!(schemas["claims.json"].is_object());
/// ```
#[must_use]
pub fn schemas() -> serde_json::Value {
    use schemars::schema_for;
    let mut schemas = serde_json::json!({
        "atlas.json": schema_for!(Manifest),
        "districts.geojson": collection_schema::<crate::model::District>(),
        "boundaries.geojson": collection_schema::<crate::model::Boundary>(),
        "places.geojson": collection_schema::<crate::model::Place>(),
        "base/*.geojson": collection_schema::<crate::model::BaseFeature>(),
        "base/relief.json": schema_for!(crate::model::Relief),
        "parties.json": schema_for!(Vec<Party>),
        "people.json": schema_for!(Vec<Person>),
        "claims.json": schema_for!(Vec<Claim>),
        "control.json": schema_for!(Vec<Control>),
        "units.json": schema_for!(Vec<Unit>),
        "messages.json": schema_for!(Vec<Message>),
        "events.json": schema_for!(Vec<Event>),
        "sources.json": schema_for!(Vec<Source>),
        "contradictions.json": schema_for!(Vec<Contradiction>),
        "glossary.json": schema_for!(Vec<Term>),
        "tours/*.json": schema_for!(Tour),
        "scenes/*.json": schema_for!(Tour),
        "kiosk.json": schema_for!(Kiosk),
        "declensions.json": schema_for!(Declensions),
        "phrases.json": schema_for!(Phrases),
    });
    leave_out_examples(&mut schemas);
    schemas
}

/// Cuts the descriptions, which are the comments of the code, before their first example in Rust.
fn leave_out_examples(schema: &mut serde_json::Value) {
    use serde_json::Value;
    match schema {
        Value::Object(object) => {
            if let Some(Value::String(text)) = object.get_mut("description")
                && let Some(at) = text.find("```")
            {
                text.truncate(at);
                text.truncate(text.trim_end().len());
            }
            object.values_mut().for_each(leave_out_examples);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_examples),
        _ => {}
    }
}

/// The schema of a GeoJSON file whose features carry the properties of a `T`.
fn collection_schema<T: schemars::JsonSchema>() -> serde_json::Value {
    let mut properties = schemars::schema_for!(T).as_value().clone();
    let mut hoisted = |key: &str| {
        let object = properties.as_object_mut();
        object.and_then(|o| o.remove(key)).unwrap_or_default()
    };
    // References in the schema of the properties are counted from the root of the document.
    let (dialect, mut definitions) = (hoisted("$schema"), hoisted("$defs"));
    if definitions.is_null() {
        definitions = serde_json::json!({});
    }
    serde_json::json!({
        "$schema": dialect,
        "title": format!("Features of {}", T::schema_name()),
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {"type": "array", "items": {
                "type": "object",
                "required": ["type", "properties", "geometry"],
                "properties": {
                    "type": {"const": "Feature"},
                    "properties": properties,
                    "geometry": {"type": ["object", "null"]},
                },
            }},
        },
        "$defs": definitions,
    })
}
