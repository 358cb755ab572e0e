//! GeoJSON features to districts, boundaries, places and the base map.

use geo_types::{Geometry, LineString, MultiPolygon};
use serde_json::Value;

use super::Finding;
use super::json::Document;
use super::records::{Keys, Reader, Record};
use crate::model::{BaseFeature, Boundary, District, Place};

pub(super) fn districts(reader: &mut Reader<'_>) -> Vec<District> {
    let mut out = Vec::new();
    for (mut district, geometry, at) in features::<District>(reader, "districts.geojson") {
        match geometry {
            Some(Geometry::Polygon(p)) => district.outline = MultiPolygon::new(vec![p]),
            Some(Geometry::MultiPolygon(m)) => district.outline = m,
            _ => {
                fault(
                    reader,
                    "districts.geojson",
                    &at,
                    district.id.as_str(),
                    "a district needs a Polygon or MultiPolygon",
                );
                continue;
            }
        }
        out.push(district);
    }
    out
}

pub(super) fn boundaries(reader: &mut Reader<'_>) -> Vec<Boundary> {
    let mut out = Vec::new();
    for (mut boundary, geometry, at) in features::<Boundary>(reader, "boundaries.geojson") {
        match geometry {
            Some(Geometry::LineString(line)) => boundary.line = line,
            _ => {
                fault(
                    reader,
                    "boundaries.geojson",
                    &at,
                    &boundary.id,
                    "a boundary needs a LineString",
                );
                continue;
            }
        }
        out.push(boundary);
    }
    out
}

pub(super) fn places(reader: &mut Reader<'_>) -> Vec<Place> {
    let mut out = Vec::new();
    for (mut place, geometry, at) in features::<Place>(reader, "places.geojson") {
        match geometry {
            None => {}
            Some(Geometry::Point(point)) => place.point = Some(point),
            Some(_) => {
                fault(
                    reader,
                    "places.geojson",
                    &at,
                    place.id.as_str(),
                    "a place needs a Point or no geometry",
                );
                continue;
            }
        }
        out.push(place);
    }
    out
}

pub(super) fn base(reader: &mut Reader<'_>) -> Vec<BaseFeature> {
    let names: Vec<String> = reader
        .documents
        .keys()
        .filter(|n| n.starts_with("base/") && n.ends_with(".geojson"))
        .cloned()
        .collect();
    let mut out = Vec::new();
    for name in names {
        for (mut feature, geometry, at) in features::<BaseFeature>(reader, &name) {
            match geometry {
                Some(geometry) => {
                    feature.geometry = geometry;
                    out.push(feature);
                }
                None => fault(
                    reader,
                    &name,
                    &at,
                    &feature.id,
                    "a feature of the base map needs a geometry",
                ),
            }
        }
    }
    out
}

fn fault(reader: &mut Reader<'_>, file: &str, pointer: &str, id: &str, what: &str) {
    if let Some(document) = reader.documents.get(file) {
        let at = document.position(pointer);
        reader.findings.push(Finding::fault(
            file,
            at,
            Some(id),
            what,
            "mend its geometry",
        ));
    }
}

/// Each feature's properties as a record, its geometry, and the pointer to that geometry.
fn features<T: Record>(
    reader: &mut Reader<'_>,
    file: &str,
) -> Vec<(T, Option<Geometry<f64>>, String)> {
    let Some(document) = reader.documents.get(file) else {
        return Vec::new();
    };
    let Some(items) = document.value.get("features").and_then(Value::as_array) else {
        let what = "not a GeoJSON FeatureCollection";
        reader.findings.push(Finding::fault(
            file,
            document.position(""),
            None,
            what,
            "write {\"type\": \"FeatureCollection\", \"features\": […]}",
        ));
        return Vec::new();
    };
    let keys = Keys::of::<T>();
    let mut out = Vec::new();
    for (i, feature) in items.iter().enumerate() {
        let properties = format!("/features/{i}/properties");
        let Some(value) = feature.get("properties") else {
            let at = document.position(&format!("/features/{i}"));
            reader.findings.push(Finding::fault(
                file,
                at,
                None,
                "a feature without properties",
                "add `properties` with an `id`",
            ));
            continue;
        };
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
        let record = reader.record::<T>(document, &properties, value, &keys);
        let pointer = format!("/features/{i}/geometry");
        let value = feature.get("geometry");
        let Ok(geometry) = geometry(document, &pointer, value, id, reader.findings) else {
            continue;
        };
        if let Some(record) = record {
            out.push((record, geometry, pointer));
        }
    }
    out
}

/// The geometry of a feature; `None` where it is null. `Err(())`: a finding has been pushed.
fn geometry(
    document: &Document,
    pointer: &str,
    value: Option<&Value>,
    id: &str,
    findings: &mut Vec<Finding>,
) -> Result<Option<Geometry<f64>>, ()> {
    let Some(value) = value.filter(|v| !v.is_null()) else {
        return Ok(None);
    };
    let mut report = |what: String, hint: &str| {
        findings.push(Finding::fault(
            &document.name,
            document.position(pointer),
            Some(id),
            what,
            hint,
        ));
    };
    let parsed =
        serde_json::from_value::<geojson::Geometry>(value.clone()).map_err(|e| e.to_string());
    // `geojson` accepts any number of positions, and the conversion below would fail without saying
    // where; so short positions and rings are found first.
    if let Some(count) = short_position(value) {
        report(
            format!("a position of {count} numbers"),
            "a position is [longitude, latitude]",
        );
        return Err(());
    }
    if let Some(short) = too_short(value) {
        report(
            short,
            "a ring needs four positions, the last equal to the first",
        );
        return Err(());
    }
    let geometry = parsed.and_then(|g| Geometry::<f64>::try_from(g).map_err(|e| e.to_string()));
    let geometry = match geometry {
        Ok(geometry) => geometry,
        Err(error) => {
            report(format!("not a GeoJSON geometry: {error}"), "see RFC 7946");
            return Err(());
        }
    };
    let before = findings.len();
    let mut report = |what: String, hint: &str| {
        findings.push(Finding::fault(
            &document.name,
            document.position(pointer),
            Some(id),
            what,
            hint,
        ));
    };
    use geo::CoordsIter as _;
    if geometry
        .coords_iter()
        .any(|c| !(c.x.abs() <= 180.0 && c.y.abs() <= 90.0))
    {
        report(
            "a position lies outside longitude ±180, latitude ±90".to_owned(),
            "write degrees, longitude first",
        );
    }
    let rings: Vec<&LineString<f64>> = match &geometry {
        Geometry::Polygon(p) => std::iter::once(p.exterior()).chain(p.interiors()).collect(),
        Geometry::MultiPolygon(m) => m
            .iter()
            .flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()))
            .collect(),
        _ => Vec::new(),
    };
    for ring in rings {
        if crosses_itself(ring) {
            report(
                "a ring crosses itself".to_owned(),
                "redraw it so that no two of its edges cross",
            );
        }
    }
    if findings.len() > before {
        Err(())
    } else {
        Ok(Some(geometry))
    }
}

/// The length of the first position that lacks longitude or latitude. Checked before the
/// conversion, which assumes that both are present.
fn short_position(geometry: &Value) -> Option<usize> {
    fn within(value: &Value) -> Option<usize> {
        let items = value.as_array()?;
        let is_position = items.is_empty() || items.iter().any(Value::is_number);
        if is_position {
            Some(items.len()).filter(|n| *n < 2)
        } else {
            items.iter().find_map(within)
        }
    }
    let own = geometry.get("coordinates").and_then(within);
    own.or_else(|| {
        geometry
            .get("geometries")?
            .as_array()?
            .iter()
            .find_map(short_position)
    })
}

/// What is wrong with a ring of fewer than four positions, or one left open. Checked before the
/// conversion, which closes rings without a word.
fn too_short(value: &Value) -> Option<String> {
    let polygons: Vec<&Value> = match value.get("type")?.as_str()? {
        "Polygon" => vec![value.get("coordinates")?],
        "MultiPolygon" => value.get("coordinates")?.as_array()?.iter().collect(),
        _ => return None,
    };
    for ring in polygons
        .into_iter()
        .filter_map(Value::as_array)
        .flatten()
        .filter_map(Value::as_array)
    {
        if ring.len() < 4 {
            return Some(format!("a ring of {} positions", ring.len()));
        }
        if ring.first() != ring.last() {
            return Some("a ring is not closed".to_owned());
        }
    }
    None
}

/// Whether any two edges of a closed ring cross, by a sweep over the edges' bounding boxes.
fn crosses_itself(ring: &LineString<f64>) -> bool {
    use geo::line_intersection::{LineIntersection, line_intersection};
    use rstar::{AABB, RTree, primitives::GeomWithData, primitives::Line};
    let edges: Vec<geo_types::Line<f64>> = ring.lines().collect();
    let count = edges.len();
    let tree = RTree::bulk_load(
        edges
            .iter()
            .enumerate()
            .map(|(i, e)| {
                GeomWithData::new(Line::new([e.start.x, e.start.y], [e.end.x, e.end.y]), i)
            })
            .collect(),
    );
    edges.iter().enumerate().any(|(i, edge)| {
        let (a, b) = (edge.start, edge.end);
        let near = AABB::from_corners([a.x.min(b.x), a.y.min(b.y)], [a.x.max(b.x), a.y.max(b.y)]);
        tree.locate_in_envelope_intersecting(near).any(|other| {
            let j = other.data;
            let adjacent = j == i + 1 || (i == 0 && j + 1 == count);
            j > i
                && match line_intersection(*edge, edges[j]) {
                    None => false,
                    Some(LineIntersection::SinglePoint { is_proper, .. }) => is_proper || !adjacent,
                    Some(LineIntersection::Collinear { .. }) => true,
                }
        })
    })
}
