//! The atlas's geometry on the sheet, made once: outlines, triangles, lines, points.

use std::collections::BTreeMap;

use geo::{InteriorPoint as _, TriangulateEarcut as _};
use geo_types::{Geometry, LineString, MultiPolygon, Polygon};

use super::{MapPoint, Projector};
use crate::model::{Atlas, BaseKind};

/// An area on the sheet.
#[derive(Debug, Clone, Default)]
pub struct GroundArea {
    /// District or base feature id.
    pub id: String,
    /// Rings, exteriors and interiors alike.
    pub rings: Vec<Vec<MapPoint>>,
    /// Triangles, three points each.
    pub triangles: Vec<[MapPoint; 3]>,
    /// Where its label stands.
    pub anchor: MapPoint,
    /// Smallest box: min, max.
    pub bounds: (MapPoint, MapPoint),
}

/// A line on the sheet.
#[derive(Debug, Clone)]
pub struct GroundLine {
    /// Its id.
    pub id: String,
    /// Its points.
    pub points: Vec<MapPoint>,
    /// Boundary precision or base rank.
    pub grade: u8,
}

/// Everything on the sheet that no date moves.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// Leaf districts and parents, by id.
    pub districts: BTreeMap<String, GroundArea>,
    /// Land.
    pub land: Vec<GroundArea>,
    /// Lakes.
    pub lakes: Vec<GroundArea>,
    /// Rivers.
    pub rivers: Vec<GroundLine>,
    /// Railways.
    pub railways: Vec<GroundLine>,
    /// Boundaries.
    pub boundaries: Vec<GroundLine>,
    /// Places with a point.
    pub places: BTreeMap<String, MapPoint>,
    /// The first view: min, max.
    pub home: (MapPoint, MapPoint),
}

impl Ground {
    /// Projects an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let Some(projector) = Projector::new(&atlas.manifest.projection) else { return Self::default() };
        let mut ground = Self::default();
        for district in &atlas.districts {
            ground.districts.insert(district.id.to_string(), area(&projector, district.id.as_str(), &district.outline));
        }
        for boundary in &atlas.boundaries {
            ground.boundaries.push(line(&projector, &boundary.id, &boundary.line, boundary.precision));
        }
        for place in &atlas.places {
            if let Some(point) = place.point {
                ground.places.insert(place.id.to_string(), projector.map_from_lon_lat(point.0));
            }
        }
        for feature in &atlas.base.features {
            let many = match &feature.geometry {
                Geometry::Polygon(p) => MultiPolygon::new(vec![p.clone()]),
                Geometry::MultiPolygon(m) => m.clone(),
                _ => MultiPolygon::new(Vec::new()),
            };
            let lines: Vec<&LineString<f64>> = match &feature.geometry {
                Geometry::LineString(l) => vec![l],
                Geometry::MultiLineString(m) => m.iter().collect(),
                _ => Vec::new(),
            };
            match feature.kind {
                BaseKind::Land => ground.land.push(area(&projector, &feature.id, &many)),
                BaseKind::Lake => ground.lakes.push(area(&projector, &feature.id, &many)),
                BaseKind::River => ground.rivers.extend(lines.iter().map(|l| line(&projector, &feature.id, l, feature.rank))),
                BaseKind::Railway => ground.railways.extend(lines.iter().map(|l| line(&projector, &feature.id, l, feature.rank))),
                BaseKind::Border => {}
            }
        }
        let [west, south, east, north] = atlas.manifest.home;
        let corners = [(west, south), (west, north), (east, south), (east, north)];
        ground.home = bounds(corners.iter().map(|(x, y)| projector.map_from_lon_lat(geo_types::coord! { x: *x, y: *y })));
        ground
    }

    /// Where an id stands on the sheet: a place's point or a district's anchor.
    #[must_use]
    pub fn anchor_of(&self, id: &str) -> Option<MapPoint> {
        self.places.get(id).copied().or_else(|| self.districts.get(id).map(|d| d.anchor))
    }

    /// The smallest district that holds a point of the sheet.
    #[must_use]
    pub fn district_at(&self, p: MapPoint) -> Option<&str> {
        let holds = |a: &GroundArea| {
            let (min, max) = a.bounds;
            (min.x..=max.x).contains(&p.x) && (min.y..=max.y).contains(&p.y) && a.triangles.iter().any(|t| in_triangle(p, t))
        };
        let size = |a: &GroundArea| (a.bounds.1.x - a.bounds.0.x) * (a.bounds.1.y - a.bounds.0.y);
        self.districts.values().filter(|a| holds(a)).min_by(|a, b| size(a).total_cmp(&size(b))).map(|a| a.id.as_str())
    }
}

fn bounds(points: impl Iterator<Item = MapPoint>) -> (MapPoint, MapPoint) {
    let far = f64::INFINITY;
    points.fold((MapPoint { x: far, y: far }, MapPoint { x: -far, y: -far }), |(min, max), p| {
        (MapPoint { x: min.x.min(p.x), y: min.y.min(p.y) }, MapPoint { x: max.x.max(p.x), y: max.y.max(p.y) })
    })
}

fn line(projector: &Projector, id: &str, line: &LineString<f64>, grade: u8) -> GroundLine {
    GroundLine { id: id.to_owned(), points: line.coords().map(|c| projector.map_from_lon_lat(*c)).collect(), grade }
}

fn area(projector: &Projector, id: &str, outline: &MultiPolygon<f64>) -> GroundArea {
    let projected = |ring: &LineString<f64>| -> Vec<MapPoint> { ring.coords().map(|c| projector.map_from_lon_lat(*c)).collect() };
    let on_sheet = |ring: &LineString<f64>| -> LineString<f64> { projected(ring).iter().map(|p| (p.x, p.y)).collect() };
    let mut out = GroundArea { id: id.to_owned(), ..GroundArea::default() };
    let mut largest: Option<Polygon<f64>> = None;
    for polygon in outline {
        let flat = Polygon::new(on_sheet(polygon.exterior()), polygon.interiors().iter().map(on_sheet).collect());
        let corner = |c: geo_types::Coord<f64>| MapPoint { x: c.x, y: c.y };
        out.triangles.extend(flat.earcut_triangles().iter().map(|t| [corner(t.v1()), corner(t.v2()), corner(t.v3())]));
        out.rings.push(projected(polygon.exterior()));
        out.rings.extend(polygon.interiors().iter().map(projected));
        use geo::Area as _;
        if largest.as_ref().is_none_or(|l| l.unsigned_area() < flat.unsigned_area()) {
            largest = Some(flat);
        }
    }
    if let Some(point) = largest.and_then(|p| p.interior_point()) {
        out.anchor = MapPoint { x: point.x(), y: point.y() };
    }
    out.bounds = bounds(out.rings.iter().flatten().copied());
    out
}

fn in_triangle(p: MapPoint, [a, b, c]: &[MapPoint; 3]) -> bool {
    let side = |a: &MapPoint, b: &MapPoint| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let (d, e, f) = (side(a, b), side(b, c), side(c, a));
    !((d < 0.0 || e < 0.0 || f < 0.0) && (d > 0.0 || e > 0.0 || f > 0.0))
}
