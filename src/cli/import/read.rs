//! The forms in which features come: GeoJSON, one feature a line, Linked Places, GeoJSON-T, TopoJSON.

use std::fmt;

use anyhow::bail;
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A feature of the input.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Feature {
    #[serde(default)]
    pub(super) id: Value,
    #[serde(default, rename = "@id")]
    pub(super) linked_id: Value,
    #[serde(default)]
    pub(super) properties: Option<Map<String, Value>>,
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
    arcs: Value,
    #[serde(default)]
    id: Value,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
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
    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
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
    objects: Option<serde_json::Map<String, Value>>,
}

/// Scale and origin of the whole numbers of TopoJSON.
#[derive(Debug, Clone, Copy, Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
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

/// Reads features.
///
/// # Errors
/// The text is no JSON, or none that has features.
pub(super) fn features(bytes: &[u8]) -> anyhow::Result<Read> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice::<Top>(bytes) {
        Ok(top) => of_top(top),
        Err(error) => match lines(bytes) {
            Some(read) => Ok(read),
            None => bail!("it is not JSON with a map: {error}"),
        },
    }
}

fn of_top(top: Top) -> anyhow::Result<Read> {
    let read = |features, form| Read {
        features,
        crs: top.crs.clone(),
        form,
        skipped: Vec::new(),
    };
    if top.kind == "Topology" {
        let objects = top.objects.unwrap_or_default();
        let arcs: Vec<Vec<[f64; 2]>> = top.arcs.iter().map(|a| arc(a, top.transform)).collect();
        let mut layers: Vec<(String, Vec<Geometry>)> = Vec::new();
        for (name, object) in objects {
            let geometry: Geometry = serde_json::from_value(object)?;
            let parts = match geometry.kind.as_str() {
                "GeometryCollection" => geometry.geometries,
                _ => vec![geometry],
            };
            layers.push((name, parts));
        }
        // The layers of a file are the same ground in other units: states, and the nation that they are.
        layers.sort_by_key(|(_, parts)| std::cmp::Reverse(parts.len()));
        let mut layers = layers.into_iter();
        let (_, parts) = layers.next().unwrap_or_default();
        let features = parts.into_iter().map(|part| of_topology(part, &arcs));
        let mut read = read(features.collect(), "TopoJSON");
        let others =
            layers.map(|(name, parts)| format!("the layer `{name}` of {} features", parts.len()));
        read.skipped = others.collect();
        return Ok(read);
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
            .and_then(of_top)
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

/// The positions of an arc of TopoJSON, which are differences where there is a transform.
fn arc(nested: &Nested, transform: Option<Transform>) -> Vec<[f64; 2]> {
    let Nested::List(positions) = nested else {
        return Vec::new();
    };
    let mut at = [0.0, 0.0];
    let position = |nested: &Nested| match (nested, transform) {
        (Nested::Position(p, _), None) => Some(*p),
        (Nested::Position(p, _), Some(t)) => {
            at = [at[0] + p[0], at[1] + p[1]];
            Some([
                at[0] * t.scale[0] + t.translate[0],
                at[1] * t.scale[1] + t.translate[1],
            ])
        }
        _ => None,
    };
    positions.iter().filter_map(position).collect()
}

fn of_topology(part: Geometry, arcs: &[Vec<[f64; 2]>]) -> Feature {
    let ring = |ring: &Value| {
        let mut positions: Vec<[f64; 2]> = Vec::new();
        for index in ring
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_i64)
        {
            let is_reversed = index < 0;
            let index = if is_reversed { !index } else { index };
            let Some(arc) = usize::try_from(index).ok().and_then(|i| arcs.get(i)) else {
                continue;
            };
            // The end of an arc is the beginning of the next.
            let again = usize::from(!positions.is_empty());
            if is_reversed {
                positions.extend(arc.iter().rev().skip(again));
            } else {
                positions.extend(arc.iter().skip(again));
            }
        }
        Nested::List(
            positions
                .into_iter()
                .map(|p| Nested::Position(p, false))
                .collect(),
        )
    };
    let list = |value: &Value, of: &dyn Fn(&Value) -> Nested| {
        Nested::List(value.as_array().into_iter().flatten().map(of).collect())
    };
    let coordinates = match part.kind.as_str() {
        "Polygon" => list(&part.arcs, &ring),
        "MultiPolygon" => list(&part.arcs, &|polygon| list(polygon, &ring)),
        _ => Nested::Nothing,
    };
    Feature {
        id: part.id,
        properties: part.properties,
        geometry: Some(Geometry {
            kind: part.kind,
            coordinates,
            ..Geometry::default()
        }),
        ..Feature::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_gives_its_features() {
        let read = |text: &str| features(text.as_bytes()).map(|r| (r.features.len(), r.form));
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
        let read_topology = features(topology.as_bytes()).expect("read");
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
    }
}
