//! From JSON to typed records, one by one, so that every bad record is found and not only the
//! first.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::Document;
use super::{Finding, Record};
use crate::time::Edtf;

/// Keys whose text is an EDTF date in any record.
const DATE_KEYS: [&str; 4] = ["when", "sent", "received", "deadline"];

/// Reads the files of a package and collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) documents: &'a BTreeMap<String, Document>,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        documents: &'a BTreeMap<String, Document>,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        for document in documents.values() {
            dates(document, findings);
        }
        Self {
            documents,
            findings,
        }
    }

    /// Reads a file that is one record.
    pub(super) fn one<T: Record>(&mut self, name: &str) -> Option<T> {
        let document = self.documents.get(name)?;
        let keys = Keys::of::<T>();
        self.record(document, "", &document.value, &keys)
    }

    /// Reads a file that is an array of records; those at fault are left out.
    pub(super) fn many<T: Record>(&mut self, name: &str) -> Vec<T> {
        let Some(document) = self.documents.get(name) else {
            return Vec::new();
        };
        let Some(items) = document.value.as_array() else {
            self.findings.push(Finding::fault(
                name,
                document.position(""),
                None,
                "not an array of records",
                "write `[ … ]`",
            ));
            return Vec::new();
        };
        let keys = Keys::of::<T>();
        items
            .iter()
            .enumerate()
            .filter_map(|(i, item)| self.record(document, &format!("/{i}"), item, &keys))
            .collect()
    }

    /// Reads the record at `pointer`; `None` where it is at fault, and the finding has been pushed.
    pub(super) fn record<T: Record>(
        &mut self,
        document: &Document,
        pointer: &str,
        value: &Value,
        keys: &Keys,
    ) -> Option<T> {
        let id = value.get("id").and_then(Value::as_str);
        keys.check(document, pointer, value, id, self.findings);
        let error = match serde_path_to_error::deserialize::<_, T>(value) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let mut at = pointer.to_owned();
        for segment in error.path().iter() {
            use serde_path_to_error::Segment;
            match segment {
                Segment::Seq { index } => at.push_str(&format!("/{index}")),
                Segment::Map { key } => at.push_str(&format!("/{key}")),
                Segment::Enum { .. } | Segment::Unknown => {}
            }
        }
        let what = error.inner().to_string();
        if !is_date_error(&what) {
            let hint = if what.starts_with("missing field") {
                "add it"
            } else {
                "see docs/format.md for what stands here"
            };
            self.findings.push(Finding::fault(
                &document.name,
                document.position(&at),
                id,
                what,
                hint,
            ));
        }
        None
    }
}

/// Whether an error is about a date: [`dates`] has reported it, with its exact position.
fn is_date_error(what: &str) -> bool {
    what.contains("EDTF date")
        || what.contains("has slashes")
        || what.contains("ends before it begins")
        || what.contains("lies outside the years")
}

fn dates(document: &Document, findings: &mut Vec<Finding>) {
    for (pointer, value) in document.pointers() {
        let is_date = pointer
            .rsplit('/')
            .next()
            .is_some_and(|key| DATE_KEYS.contains(&key));
        let Some(text) = value.as_str().filter(|_| is_date) else {
            continue;
        };
        if let Err(error) = Edtf::parse(text) {
            let record = pointer
                .split('/')
                .nth(1)
                .and_then(|i| document.value.pointer(&format!("/{i}/id")))
                .and_then(Value::as_str);
            let hint = "write YYYY-MM-DD, YYYY-MM, [first..last], begin/end or ..day/day..";
            findings.push(Finding::fault(
                &document.name,
                document.position(pointer),
                record,
                error.to_string(),
                hint,
            ));
        }
    }
}

/// The keys that a kind of record may have, from its schema; `allowed` is `None` where any may be.
pub(super) struct Keys {
    allowed: Option<Vec<String>>,
    /// For a key that holds an array of objects: the keys of those objects.
    nested: Vec<(String, Keys)>,
}

impl Keys {
    pub(super) fn of<T: schemars::JsonSchema>() -> Self {
        let schema = schemars::schema_for!(T);
        let root = schema.as_value();
        Self::from(root, root)
    }

    fn from(schema: &Value, root: &Value) -> Self {
        let resolved = |schema: &'_ Value| -> Option<Value> {
            let name = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
            root.pointer(name).cloned()
        };
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return Self {
                allowed: None,
                nested: Vec::new(),
            };
        };
        let open = schema
            .get("additionalProperties")
            .is_some_and(|a| *a != Value::Bool(false));
        let nested = properties
            .iter()
            .filter_map(|(key, property)| {
                let keys = Self::from(&resolved(property.get("items")?)?, root);
                Some((key.clone(), keys))
            })
            .collect();
        Self {
            allowed: (!open).then(|| properties.keys().cloned().collect()),
            nested,
        }
    }

    fn check(
        &self,
        document: &Document,
        pointer: &str,
        value: &Value,
        id: Option<&str>,
        findings: &mut Vec<Finding>,
    ) {
        let Some(object) = value.as_object() else {
            return;
        };
        for key in object.keys() {
            let Some(allowed) = &self.allowed else { break };
            if !allowed.contains(key) {
                let near = allowed
                    .iter()
                    .map(|a| (strsim::levenshtein(a, key), a))
                    .min_by_key(|(distance, _)| *distance)
                    .filter(|(distance, _)| *distance <= 2);
                let hint = near.map_or_else(
                    || "remove it; see docs/format.md".to_owned(),
                    |(_, near)| format!("did you mean `{near}`?"),
                );
                let at = document.position(&format!("{pointer}/{key}"));
                findings.push(Finding::fault(
                    &document.name,
                    at,
                    id,
                    format!("unknown key `{key}`"),
                    hint,
                ));
            }
        }
        for (key, keys) in &self.nested {
            for (i, item) in object
                .get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .enumerate()
            {
                let id = item.get("id").and_then(Value::as_str).or(id);
                keys.check(
                    document,
                    &format!("{pointer}/{key}/{i}"),
                    item,
                    id,
                    findings,
                );
            }
        }
    }
}
