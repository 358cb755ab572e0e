//! Every record as GeoJSON: one feature per record, with its days and the areas that it is about.

use geo_types::{Geometry, GeometryCollection, MultiPoint, MultiPolygon};
use serde_json::{Value, json};

use crate::export::records;
use crate::model::{Atlas, DistrictId, RecordRef};
use crate::timeline::Timeline;

/// One feature per record, in the order of dates. Its geometry contains the outlines and points of
/// the areas it is about, and is `null` where the source names none on the map.
pub(super) fn geojson(timeline: &Timeline) -> Value {
    let atlas = timeline.atlas();
    let rows = records::in_date_order(timeline, "en");
    let features: Vec<Value> = rows
        .iter()
        .map(|row| {
            let areas = areas_of(atlas, &row.id);
            json!({
                "type": "Feature",
                "id": row.id,
                "geometry": geometry_of(atlas, &areas),
                "properties": {
                    "id": row.id, "kind": row.kind, "title": row.title, "areas": areas,
                    "when": row.when, "earliest": row.earliest, "latest": row.latest, "until": row.until,
                    "as_written": row.as_written, "told_by": row.told_by, "note": row.note,
                    "cites": row.cites,
                },
            })
        })
        .collect();
    json!({"type": "FeatureCollection", "features": features})
}

/// The districts, groups and places that a record is about.
fn areas_of<'a>(atlas: &'a Atlas, id: &str) -> Vec<&'a str> {
    let Some(at) = atlas.find(id) else {
        return Vec::new();
    };
    if let Some(record) = atlas.view(at) {
        return record.areas();
    }
    let area = match at {
        RecordRef::Place(i) => Some(atlas.places[i].id.as_str()),
        RecordRef::Contradiction(i) => {
            let mark = atlas.contradictions[i].mark.as_ref();
            mark.map(|m| m.area.as_str())
        }
        _ => None,
    };
    area.into_iter().collect()
}

/// The outlines of areas as one geometry and their points as another, both in a collection.
fn geometry_of(atlas: &Atlas, areas: &[&str]) -> Value {
    let (mut outlines, mut points) = (Vec::new(), Vec::new());
    for area in areas {
        let members = match atlas.group(area) {
            Some(group) => group.members.iter().map(DistrictId::as_str).collect(),
            None => vec![*area],
        };
        let districts = members.into_iter().filter_map(|id| atlas.district(id));
        outlines.extend(districts.flat_map(|d| d.outline.iter().cloned()));
        points.extend(atlas.place(area).and_then(|p| p.point));
    }
    let outline =
        (!outlines.is_empty()).then(|| Geometry::MultiPolygon(MultiPolygon::new(outlines)));
    let point = match points.as_slice() {
        [] => None,
        [one] => Some(Geometry::Point(*one)),
        _ => Some(Geometry::MultiPoint(MultiPoint::new(points))),
    };
    let geometry = match (outline, point) {
        (Some(a), Some(b)) => Geometry::GeometryCollection(GeometryCollection(vec![a, b])),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return Value::Null,
    };
    serde_json::to_value(geojson::Geometry::from(&geometry)).unwrap_or(Value::Null)
}
