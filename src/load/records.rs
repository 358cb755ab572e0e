//! From JSON to typed records, one by one, so that every bad record is found and not only the
//! first.

use std::collections::{BTreeMap, HashSet};

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Finding;
use super::json::Document;
use crate::model::{
    BaseFeature, Boundary, Claim, Contradiction, Control, Dating, Declensions, District, Event,
    Fix, Kiosk, Manifest, Message, MessageHead, Party, Person, Phrases, Place, RecordHead, Source,
    Term, Tour, Unit,
};
use crate::time::Edtf;

/// Keys whose text is an EDTF date in any record. A date under another key is told all the same,
/// but only as the first fault of its record.
const DATE_KEYS: [&str; 4] = ["when", "sent", "received", "deadline"];

/// Reads the files of a package and collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) documents: &'a BTreeMap<String, Document>,
    pub(super) findings: &'a mut Vec<Finding>,
    /// File and JSON pointer of every date that is told already.
    bad_dates: HashSet<(String, String)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        documents: &'a BTreeMap<String, Document>,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        let mut bad_dates = HashSet::new();
        for (name, document) in documents {
            let unreadable = dates(document, findings).into_iter();
            bad_dates.extend(unreadable.map(|pointer| (name.clone(), pointer)));
        }
        Self {
            documents,
            findings,
            bad_dates,
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
        let faults = match read::<T>(value) {
            Ok(record) => return Some(record),
            Err(faults) => faults,
        };
        for Misread { at, what } in faults {
            let at = format!("{pointer}{at}");
            let place_of_date = (document.name.clone(), at);
            if self.bad_dates.contains(&place_of_date) {
                continue;
            }
            let hint = if what.starts_with("missing field") {
                "add it"
            } else {
                "see docs/format.md for what stands here"
            };
            let place = document.position(&place_of_date.1);
            self.findings
                .push(Finding::fault(&document.name, place, id, what, hint));
        }
        None
    }
}

/// Why a value is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misread {
    /// JSON pointer from the value to what is wrong in it; empty: the value itself.
    at: String,
    what: String,
}

/// What can be read from a value of a package.
pub(crate) trait Record: DeserializeOwned + schemars::JsonSchema {
    /// What is wrong in structs that serde flattens into this one: it tells their faults without a place, so they are
    /// read once more by themselves.
    fn within(_: &Value) -> Vec<Misread> {
        Vec::new()
    }
}

/// A value as a record, or all that is wrong with it, as far as serde and the flattened structs tell.
fn read<T: Record>(value: &Value) -> Result<T, Vec<Misread>> {
    serde_path_to_error::deserialize(value).map_err(|error: serde_path_to_error::Error<_>| {
        use serde_path_to_error::Segment;
        let mut at = String::new();
        for segment in error.path() {
            match segment {
                Segment::Seq { index } => at.push_str(&format!("/{index}")),
                Segment::Map { key } => at.push_str(&format!("/{key}")),
                Segment::Enum { .. } | Segment::Unknown => {}
            }
        }
        let mut faults = T::within(value);
        if !faults.iter().any(|f| f.at.starts_with(&at)) {
            let error: serde_json::Error = error.into_inner();
            let what = error.to_string();
            faults.insert(0, Misread { at, what });
        }
        faults
    })
}

fn faults<T: Record>(value: &Value) -> Vec<Misread> {
    read::<T>(value).err().unwrap_or_default()
}

impl Record for Dating {}
impl Record for MessageHead {}
impl Record for RecordHead {
    fn within(value: &Value) -> Vec<Misread> {
        faults::<Dating>(value)
    }
}
impl Record for Claim {
    fn within(value: &Value) -> Vec<Misread> {
        let mut faults = faults::<RecordHead>(value);
        // A struct beside a flattened one is read without its keys, so that the key is told here.
        let until = value.get("until").filter(|until| !until.is_null());
        let is_day = |until: &Value| {
            let text = until.as_str();
            text.is_some_and(|text| text.parse::<chrono::NaiveDate>().is_ok())
        };
        if until.is_some_and(|until| !is_day(until)) {
            faults.push(Misread {
                at: "/until".to_owned(),
                what: "`until` is no day, such as 1920-07-31".to_owned(),
            });
        }
        faults
    }
}
impl Record for Control {
    fn within(value: &Value) -> Vec<Misread> {
        faults::<RecordHead>(value)
    }
}
impl Record for Event {
    fn within(value: &Value) -> Vec<Misread> {
        faults::<RecordHead>(value)
    }
}
impl Record for Fix {
    fn within(value: &Value) -> Vec<Misread> {
        faults::<RecordHead>(value)
    }
}
impl Record for Message {
    fn within(value: &Value) -> Vec<Misread> {
        faults::<MessageHead>(value)
    }
}
impl Record for Unit {
    fn within(value: &Value) -> Vec<Misread> {
        let fixes = value.get("fixes").and_then(Value::as_array);
        let of_fix = |(i, fix): (usize, &Value)| {
            let below = move |f: Misread| Misread {
                at: format!("/fixes/{i}{}", f.at),
                ..f
            };
            faults::<Fix>(fix).into_iter().map(below)
        };
        fixes
            .into_iter()
            .flatten()
            .enumerate()
            .flat_map(of_fix)
            .collect()
    }
}
impl Record for BaseFeature {}
impl Record for Boundary {}
impl Record for Contradiction {}
impl Record for District {}
impl Record for Manifest {}
impl Record for Party {}
impl Record for Person {}
impl Record for Place {}
impl Record for Source {}
impl Record for Term {}
impl Record for Declensions {}
impl Record for Phrases {}
impl Record for Kiosk {}
impl Record for Tour {}

/// Tells every text that should be a date and is none; gives back where they stand.
fn dates(document: &Document, findings: &mut Vec<Finding>) -> Vec<String> {
    let mut unreadable = Vec::new();
    document.each(|pointer, value| {
        let is_date = pointer
            .rsplit('/')
            .next()
            .is_some_and(|key| DATE_KEYS.contains(&key));
        let Some(text) = value.as_str().filter(|_| is_date) else {
            return;
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
            unreadable.push(pointer.to_owned());
        }
    });
    unreadable
}

/// The keys that a kind of record may have, from its schema; `allowed` is `None` where any may be.
pub(super) struct Keys {
    allowed: Option<Vec<String>>,
    /// For a key that holds an array of objects: the keys of those objects.
    nested: Vec<(String, Self)>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
    #[expect(dead_code, reason = "only whether it can be read matters here")]
    struct Treaty {
        id: String,
        signed: Edtf,
    }
    impl Record for Treaty {}

    #[test]
    fn a_date_under_a_key_that_no_list_knows_is_told_and_not_swallowed() {
        let text = br#"[{"id": "peace", "signed": "3/7/1920"}]"#;
        let (document, _) = Document::parse("treaties.json", text).expect("JSON");
        let documents = BTreeMap::from([("treaties.json".to_owned(), document)]);
        let mut findings = Vec::new();
        let read = Reader::new(&documents, &mut findings).many::<Treaty>("treaties.json");
        assert!(read.is_empty());
        let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("treaties.json:1:28: peace: "),
            "{told:?}"
        );
    }

    #[test]
    fn a_fault_in_the_head_of_a_record_has_its_exact_place() {
        let claim = serde_json::json!({"id": "c", "basis": "document", "voices": [], "latest": "soon",
            "cites": [{"source": "book", "page": "one"}]});
        let at = |faults: Vec<Misread>| faults.into_iter().map(|f| f.at).collect::<Vec<_>>();
        assert_eq!(at(faults::<Claim>(&claim)), ["/cites/0/page", "/latest"]);
        let unit = serde_json::json!({"id": "u", "names": {}, "fixes": [{"id": "f", "kind": "stands", "basis": "hope"}]});
        assert_eq!(at(faults::<Unit>(&unit)), ["/fixes/0/basis"]);
        let message =
            serde_json::json!({"id": "m", "from": [], "kind": "letter", "gist": {}, "sent": 3});
        assert_eq!(at(faults::<Message>(&message)), ["/sent"]);
    }
}
