//! GeoJSON features to districts, boundaries, places and the base map.

use geo_types::{Coord, Geometry, LineString, MultiPolygon, Polygon};
use serde_json::Value;

use super::json::Document;
use super::records::{Keys, Reader, Record};
use super::{Finding, Severity};
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
    let value = match document.with_coordinates(value) {
        Ok(value) => value,
        Err((at, what)) => {
            let hint = "write arrays of numbers";
            findings.push(Finding::fault(&document.name, at, Some(id), what, hint));
            return Err(());
        }
    };
    let value = &value;
    let report = |findings: &mut Vec<Finding>, what: String, hint: &str| {
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
            findings,
            format!("a position of {count} numbers"),
            "a position is [longitude, latitude]",
        );
        return Err(());
    }
    if let Some(short) = too_short(value) {
        report(
            findings,
            short,
            "a ring needs four positions, the last equal to the first",
        );
        return Err(());
    }
    let geometry = parsed.and_then(|g| Geometry::<f64>::try_from(g).map_err(|e| e.to_string()));
    let geometry = match geometry {
        Ok(geometry) => geometry,
        Err(error) => {
            report(
                findings,
                format!("not a GeoJSON geometry: {error}"),
                "see RFC 7946",
            );
            return Err(());
        }
    };
    let before = findings.len();
    use geo::CoordsIter as _;
    if geometry
        .coords_iter()
        .any(|c| !(c.x.abs() <= 180.0 && c.y.abs() <= 90.0))
    {
        report(
            findings,
            "a position lies outside longitude ±180, latitude ±90".to_owned(),
            "write degrees, longitude first",
        );
    }
    let geometry = without_repeated(document, pointer, id, geometry, findings);
    let polygons: &[Polygon<f64>] = match &geometry {
        Geometry::Polygon(p) => std::slice::from_ref(p),
        Geometry::MultiPolygon(m) => &m.0,
        _ => &[],
    };
    for ring in polygons.iter().flat_map(rings_of) {
        if let Some(c) = crosses_itself(ring) {
            report(
                findings,
                format!(
                    "a ring crosses itself at longitude {:.5}, latitude {:.5}",
                    c.x, c.y
                ),
                "redraw it so that no two of its edges cross",
            );
        }
    }
    if findings.len() == before {
        let mut report = |what: String, hint: &str| {
            findings.push(Finding::fault(
                &document.name,
                document.position(pointer),
                Some(id),
                what,
                hint,
            ));
        };
        parts(polygons, &mut report);
    }
    if findings[before..]
        .iter()
        .any(|f| f.severity == Severity::Fault)
    {
        Err(())
    } else {
        Ok(Some(geometry))
    }
}

fn rings_of(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// The area below which an outline is none, in square degrees; about a hundredth of a square metre.
const LEAST_DEG2: f64 = 1e-12;

/// Overlap in square degrees up to which it counts as rounding, of two areas of which the smaller has
/// that size: about 100 m², or a millionth of it.
#[must_use]
pub fn most_overlap(smaller_deg2: f64) -> f64 {
    (smaller_deg2 * 1e-6).max(1e-8)
}

/// Finds outlines without an area, holes outside their outline, and parts that overlap.
fn parts(polygons: &[Polygon<f64>], report: &mut impl FnMut(String, &str)) {
    use geo::{Area as _, BooleanOps as _, BoundingRect as _};
    use rstar::primitives::{GeomWithData, Rectangle};
    use rstar::{AABB, RTree};
    let at = |ring: &LineString<f64>| {
        let c = ring.0.first().copied().unwrap_or_default();
        format!("longitude {:.5}, latitude {:.5}", c.x, c.y)
    };
    for polygon in polygons {
        let outline = Polygon::new(polygon.exterior().clone(), Vec::new());
        let area = outline.unsigned_area();
        if area < LEAST_DEG2 {
            let what = format!("an outline without an area at {}", at(polygon.exterior()));
            report(what, "remove it, or draw it larger");
            continue;
        }
        let mut left = area;
        for hole in polygon.interiors() {
            let inner = Polygon::new(hole.clone(), Vec::new());
            let size = inner.unsigned_area();
            left -= size;
            let outside = size - outline.intersection(&inner).unsigned_area();
            if outside > most_overlap(size) {
                let what = format!("a hole lies outside its outline at {}", at(hole));
                report(what, "draw it inside, or make it a polygon of its own");
            }
        }
        if left < LEAST_DEG2.max(area * 1e-9) {
            let what = format!(
                "holes leave nothing of the outline at {}",
                at(polygon.exterior())
            );
            report(what, "remove the hole that is as large as the outline");
        }
    }
    let boxes = polygons.iter().enumerate().filter_map(|(i, p)| {
        let rect = p.bounding_rect()?;
        let (min, max) = (rect.min(), rect.max());
        Some(GeomWithData::new(
            Rectangle::from_corners([min.x, min.y], [max.x, max.y]),
            i,
        ))
    });
    let tree = RTree::bulk_load(boxes.collect());
    for (i, polygon) in polygons.iter().enumerate() {
        let Some(rect) = polygon.bounding_rect() else {
            continue;
        };
        let (min, max) = (rect.min(), rect.max());
        let near = tree
            .locate_in_envelope_intersecting(AABB::from_corners([min.x, min.y], [max.x, max.y]));
        for other in near.map(|o| o.data).filter(|j| *j < i) {
            let other = &polygons[other];
            let smaller = polygon.unsigned_area().min(other.unsigned_area());
            if polygon.intersection(other).unsigned_area() > most_overlap(smaller) {
                let what = format!(
                    "two parts of the area overlap at {}",
                    at(polygon.exterior())
                );
                report(what, "draw their common ground once");
            }
        }
    }
}

/// The geometry without positions that stand twice in a row, of which a warning tells.
fn without_repeated(
    document: &Document,
    pointer: &str,
    id: &str,
    geometry: Geometry<f64>,
    findings: &mut Vec<Finding>,
) -> Geometry<f64> {
    use geo::{CoordsIter as _, RemoveRepeatedPoints as _};
    if !matches!(geometry, Geometry::Polygon(_) | Geometry::MultiPolygon(_)) {
        return geometry;
    }
    let before = geometry.coords_count();
    let mended = geometry.remove_repeated_points();
    let count = before - mended.coords_count();
    if count > 0 {
        let what = format!("{count} positions stand twice in a row and are taken once");
        let hint = "nothing is lost; leave the repeated ones out";
        findings.push(Finding {
            record: Some(id.to_owned()),
            ..Finding::warning(&document.name, document.position(pointer), what, hint)
        });
    }
    mended
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

/// Where two edges of a closed ring cross or lie on each other, by a sweep over the edges' bounding
/// boxes; `None` where none do. Edges may touch at their ends.
#[must_use]
pub fn crosses_itself(ring: &LineString<f64>) -> Option<Coord<f64>> {
    use geo::line_intersection::{LineIntersection, line_intersection};
    use rstar::{AABB, RTree, primitives::GeomWithData, primitives::Line};
    let edges: Vec<geo_types::Line<f64>> = ring.lines().filter(|e| e.start != e.end).collect();
    let tree = RTree::bulk_load(
        edges
            .iter()
            .enumerate()
            .map(|(i, e)| {
                GeomWithData::new(Line::new([e.start.x, e.start.y], [e.end.x, e.end.y]), i)
            })
            .collect(),
    );
    edges.iter().enumerate().find_map(|(i, edge)| {
        let (a, b) = (edge.start, edge.end);
        let near = AABB::from_corners([a.x.min(b.x), a.y.min(b.y)], [a.x.max(b.x), a.y.max(b.y)]);
        let mut near = tree
            .locate_in_envelope_intersecting(near)
            .filter(|other| other.data > i);
        near.find_map(|other| match line_intersection(*edge, edges[other.data])? {
            LineIntersection::SinglePoint {
                intersection,
                is_proper,
            } => is_proper.then_some(intersection),
            LineIntersection::Collinear { intersection } => Some(intersection.start),
        })
    })
}
