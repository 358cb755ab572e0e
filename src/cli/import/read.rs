//! The forms in which features come: GeoJSON, one feature a line, Linked Places, GeoJSON-T, TopoJSON.
//! [`topology`] has what is peculiar to the last.

use std::fmt;

use anyhow::bail;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::topology::{self, Transform};

/// A feature of the input.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Feature {
    #[serde(default)]
    pub(super) id: Value,
    #[serde(default, rename = "@id")]
    pub(super) linked_id: Value,
    #[serde(default)]
    pub(super) properties: Option<Properties>,
    #[serde(default)]
    pub(super) geometry: Option<Geometry>,
    #[serde(default)]
    pub(super) when: Value,
    /// Names of a feature of Linked Places.
    #[serde(default)]
    pub(super) names: Value,
}

/// A geometry as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub(super) struct Geometry {
    #[serde(default, rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) coordinates: Nested,
    #[serde(default)]
    pub(super) geometries: Vec<Self>,
    #[serde(default)]
    pub(super) when: Value,
    /// Arcs of a TopoJSON geometry.
    #[serde(default)]
    pub(super) arcs: Value,
    #[serde(default)]
    pub(super) id: Value,
    #[serde(default)]
    pub(super) properties: Option<Properties>,
}

/// The properties of a feature. Of a key that stands twice the last value is taken, and it is told.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Properties {
    values: Map<String, Value>,
    /// Whether a key stands twice.
    has_repeated: bool,
}

impl Properties {
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.values.keys()
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PropertiesVisitor)
    }
}

struct PropertiesVisitor;

impl<'de> Visitor<'de> for PropertiesVisitor {
    type Value = Properties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the properties of a feature")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
        let mut properties = Properties::default();
        while let Some((key, value)) = map.next_entry()? {
            properties.has_repeated |= properties.values.insert(key, value).is_some();
        }
        Ok(properties)
    }
}

/// Nested coordinates.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Nested {
    /// No coordinates, or something that is none.
    #[default]
    Nothing,
    /// A position, and whether it has more than two numbers.
    Position([f64; 2], bool),
    /// A list of positions or of lists.
    List(Vec<Self>),
}

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(NestedVisitor)
            .map(|item| match item {
                Item::Nested(nested) => nested,
                Item::Number(_) | Item::Other => Self::Nothing,
            })
    }
}

/// What an array of coordinates may hold.
enum Item {
    Number(f64),
    Nested(Nested),
    Other,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestedVisitor)
    }
}

struct NestedVisitor;

impl<'de> Visitor<'de> for NestedVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }
    fn visit_f64<E>(self, number: f64) -> Result<Item, E> {
        Ok(Item::Number(number))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Item, E> {
        Ok(Item::Number(number as f64))
    }
    fn visit_unit<E>(self) -> Result<Item, E> {
        Ok(Item::Other)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Item, E> {
        Ok(Item::Other)
    }
    fn visit_str<E>(self, _: &str) -> Result<Item, E> {
        Ok(Item::Other)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        while map
            .next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?
            .is_some()
        {}
        Ok(Item::Other)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Item, A::Error> {
        let (mut numbers, mut count, mut list) = ([f64::NAN; 2], 0, Vec::new());
        while let Some(item) = seq.next_element::<Item>()? {
            match item {
                Item::Number(number) => {
                    if let Some(place) = numbers.get_mut(count) {
                        *place = number;
                    }
                    count += 1;
                }
                Item::Nested(nested) => list.push(nested),
                Item::Other => list.push(Nested::Nothing),
            }
        }
        Ok(Item::Nested(if count >= 2 {
            Nested::Position(numbers, count > 2)
        } else {
            Nested::List(list)
        }))
    }
}

/// A whole file, whichever form it has.
#[derive(Debug, Default, Deserialize)]
struct Top {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    features: Option<Vec<Feature>>,
    #[serde(default)]
    crs: Value,
    #[serde(flatten)]
    single: Feature,
    #[serde(default)]
    arcs: Vec<Nested>,
    #[serde(default)]
    transform: Option<Transform>,
    #[serde(default)]
    objects: Option<Map<String, Value>>,
}

/// The features of a file, and what is said of how they were read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) features: Vec<Feature>,
    pub(super) crs: Value,
    /// The form of the file, in words.
    pub(super) form: &'static str,
    /// Messages about what could not be read.
    pub(super) skipped: Vec<String>,
}

/// Reads features; of TopoJSON those of `layer`, or of its greatest layer.
///
/// # Errors
/// The text is no JSON, or none that has features.
pub(super) fn features(bytes: &[u8], layer: Option<&str>) -> anyhow::Result<Read> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(why) = not_utf8(bytes) {
        bail!("{why}; save it as UTF-8");
    }
    let mut read = match serde_json::from_slice::<Top>(bytes) {
        Ok(top) => of_top(top, layer)?,
        Err(error) => match lines(bytes) {
            Some(read) => read,
            None if bytes.trim_ascii().is_empty() => bail!("the file is empty"),
            None => of_array(bytes)
                .ok_or_else(|| anyhow::anyhow!("it is not JSON with a map: {error}"))?,
        },
    };
    let repeated = |f: &&Feature| f.properties.as_ref().is_some_and(|p| p.has_repeated);
    let repeated = read.features.iter().filter(repeated).count();
    if repeated > 0 {
        read.skipped.push(format!(
            "the first values of keys that stand twice in the properties of {repeated} features"
        ));
    }
    Ok(read)
}

/// Features in an array by themselves; `None` where the text is none.
fn of_array(bytes: &[u8]) -> Option<Read> {
    let features: Vec<Feature> = serde_json::from_slice(bytes).ok()?;
    (!features.is_empty()).then_some(Read {
        features,
        form: "GeoJSON, in an array by themselves",
        ..Read::default()
    })
}

/// Why a text is not in UTF-8; `None` where it is.
fn not_utf8(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some("the file is in UTF-16".to_owned());
    }
    let good = std::str::from_utf8(bytes).err()?.valid_up_to();
    let line = bytes[..good].split(|b| *b == b'\n').count();
    Some(format!(
        "line {line}, byte {}: the file is not in UTF-8, but perhaps in that of an older system",
        good + 1
    ))
}

fn of_top(top: Top, layer: Option<&str>) -> anyhow::Result<Read> {
    let read = |features, form| Read {
        features,
        crs: top.crs.clone(),
        form,
        skipped: Vec::new(),
    };
    if top.kind == "Topology" {
        let (features, skipped) = topology::features(&top.arcs, top.transform, top.objects, layer)?;
        return Ok(Read {
            skipped,
            ..read(features, "TopoJSON")
        });
    }
    if layer.is_some() {
        bail!("--layer names a layer of TopoJSON, and this is none");
    }
    match top.features {
        Some(features) => {
            let linked = features.iter().any(|f| f.linked_id.is_string());
            let form = if linked {
                "Linked Places"
            } else if features.iter().any(|f| f.when.is_object()) {
                "GeoJSON-T"
            } else {
                "GeoJSON"
            };
            Ok(read(features, form))
        }
        None if top.kind == "Feature" => Ok(read(vec![top.single], "one GeoJSON feature")),
        None => {
            bail!("it has no `features`: neither a FeatureCollection nor a Feature nor a Topology")
        }
    }
}

/// One feature or collection a line; `None` where the text does not look so.
fn lines(bytes: &[u8]) -> Option<Read> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut read = Read {
        form: "one GeoJSON feature a line",
        ..Read::default()
    };
    let mut unread = 0;
    for line in text.lines() {
        // A record separator may stand before each line (RFC 8142).
        let line = line.trim_start_matches('\u{1e}').trim();
        if line.is_empty() {
            continue;
        }
        if !line.starts_with('{') {
            return None;
        }
        match serde_json::from_str::<Top>(line)
            .map_err(anyhow::Error::from)
            .and_then(|top| of_top(top, None))
        {
            Ok(more) => read.features.extend(more.features),
            Err(_) => unread += 1,
        }
    }
    if unread > 0 {
        read.skipped
            .push(format!("{unread} lines that are no JSON of a feature"));
    }
    (!read.features.is_empty()).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_gives_its_features() {
        let read = |text: &str| features(text.as_bytes(), None).map(|r| (r.features.len(), r.form));
        let feature = r#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0,5],[1,1],[0,0]]]}}"#;
        let collection = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        assert_eq!(read(&collection).ok(), Some((1, "GeoJSON")));
        assert_eq!(
            read(&format!("\u{feff}{collection}")).ok(),
            Some((1, "GeoJSON"))
        );
        assert_eq!(read(feature).ok(), Some((1, "one GeoJSON feature")));
        let two = format!("\u{1e}{feature}\n\n{feature}\n{{broken\n");
        assert_eq!(read(&two).ok(), Some((2, "one GeoJSON feature a line")));
        let topology = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[10,20]},
            "arcs":[[[0,0],[1,0],[0,1]],[[0,0],[1,1]]],
            "objects":{"x":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],"id":"a"}]}}}"#;
        let read_topology = features(topology.as_bytes(), None).expect("read");
        let geometry = read_topology.features[0]
            .geometry
            .as_ref()
            .expect("a geometry");
        let position = |x, y| Nested::Position([x, y], false);
        let ring = vec![
            position(10.0, 20.0),
            position(11.0, 20.0),
            position(11.0, 21.0),
            position(10.0, 20.0),
        ];
        assert_eq!(geometry.coordinates, Nested::List(vec![Nested::List(ring)]));
        for text in [
            "",
            "[]",
            "{}",
            "null",
            "{\"type\":\"Point\"}",
            "[[[[",
            "<svg/>",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        let told = |bytes: &[u8]| features(bytes, None).map_err(|e| e.to_string()).err();
        assert_eq!(
            told(b"\xff\xfe{\0}\0").as_deref(),
            Some("the file is in UTF-16; save it as UTF-8")
        );
        let latin = told(b"{\n\"a\": \"\xe9\"}").unwrap_or_default();
        assert!(
            latin.starts_with("line 2, byte 9: the file is not in UTF-8"),
            "{latin}"
        );
    }
}
