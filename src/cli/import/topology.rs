//! TopoJSON: layers of geometries that are made of arcs, which they share.

use anyhow::bail;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::read::{Feature, Geometry, Nested};

/// Scale and origin of the whole numbers of TopoJSON.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

/// The features of a layer, or of the greatest one, and what is skipped.
///
/// # Errors
/// A layer that the file does not have, or that is none.
pub(super) fn features(
    arcs: &[Nested],
    transform: Option<Transform>,
    objects: Option<Map<String, Value>>,
    wanted: Option<&str>,
) -> anyhow::Result<(Vec<Feature>, Vec<String>)> {
    let arcs: Vec<Vec<[f64; 2]>> = arcs.iter().map(|a| arc(a, transform)).collect();
    let mut layers: Vec<(String, Vec<Geometry>)> = Vec::new();
    for (name, object) in objects.unwrap_or_default() {
        let geometry: Geometry = serde_json::from_value(object)?;
        let parts = match geometry.kind.as_str() {
            "GeometryCollection" => geometry.geometries,
            _ => vec![geometry],
        };
        layers.push((name, parts));
    }
    if let Some(wanted) = wanted
        && !layers.iter().any(|(name, _)| name == wanted)
    {
        let names: Vec<&str> = layers.iter().map(|(name, _)| name.as_str()).collect();
        let meant = super::meant(wanted, &names);
        bail!("no layer `{wanted}`; it has {}{meant}", names.join(", "));
    }
    // The layers of a file are the same ground in other units: states, and the nation that they are.
    layers.sort_by_key(|(name, parts)| {
        let is_wanted = wanted == Some(name.as_str());
        (!is_wanted, std::cmp::Reverse(parts.len()))
    });
    let mut layers = layers.into_iter();
    let (_, parts) = layers.next().unwrap_or_default();
    let count = parts.len();
    let features = parts.into_iter().filter_map(|part| feature(part, &arcs));
    let features: Vec<Feature> = features.collect();
    let mut skipped: Vec<String> = layers
        .map(|(name, parts)| {
            let count = parts.len();
            format!("the layer `{name}` of {count} features; --layer {name} takes it")
        })
        .collect();
    let without_arc = count - features.len();
    if without_arc > 0 {
        skipped.push(format!(
            "{without_arc} features with an arc that the file does not have"
        ));
    }
    Ok((features, skipped))
}

/// The positions of an arc, which are differences where there is a transform.
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

/// The feature of a geometry; `None` where it names an arc that is not there.
fn feature(part: Geometry, arcs: &[Vec<[f64; 2]>]) -> Option<Feature> {
    let ring = |ring: &Value| -> Option<Nested> {
        let mut positions: Vec<[f64; 2]> = Vec::new();
        for index in ring.as_array()? {
            let index = index.as_i64()?;
            let is_reversed = index < 0;
            let index = if is_reversed { !index } else { index };
            let arc = arcs.get(usize::try_from(index).ok()?)?;
            // The end of an arc is the beginning of the next.
            let again = usize::from(!positions.is_empty());
            if is_reversed {
                positions.extend(arc.iter().rev().skip(again));
            } else {
                positions.extend(arc.iter().skip(again));
            }
        }
        let positions = positions.into_iter().map(|p| Nested::Position(p, false));
        Some(Nested::List(positions.collect()))
    };
    let list = |value: &Value, of: &dyn Fn(&Value) -> Option<Nested>| -> Option<Nested> {
        let all: Option<Vec<Nested>> = value.as_array()?.iter().map(of).collect();
        Some(Nested::List(all?))
    };
    let coordinates = match part.kind.as_str() {
        "Polygon" => list(&part.arcs, &ring)?,
        "MultiPolygon" => list(&part.arcs, &|polygon| list(polygon, &ring))?,
        _ => Nested::Nothing,
    };
    Some(Feature {
        id: part.id,
        properties: part.properties,
        geometry: Some(Geometry {
            kind: part.kind,
            coordinates,
            ..Geometry::default()
        }),
        ..Feature::default()
    })
}
