//! The geometry of an atlas in map coordinates, made once when it opens: outlines, triangles,
//! lines, points.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use geo::{InteriorPoint, TriangulateEarcut as _};
use geo_types::{Geometry, LineString, MultiPolygon, Polygon};

use super::dissolve::{Composite, Unions, union};
use super::inset::Insets;
use super::principal_axes::PrincipalAxes;
use super::ring_index::RingIndex;
use super::{MapPoint, Projector, ReliefMap};
use crate::model::{Atlas, BaseKind, Boundary, District, DistrictId};
use crate::numeric::clamped;

/// Width from which on the edges of the first view are bent on the map, in degrees.
const WIDE_VIEW: f64 = 15.0;

/// An area in map coordinates.
#[derive(Debug, Clone, Default)]
pub struct MapArea {
    /// Id of the district or base feature.
    pub id: String,
    /// Closed rings of all polygons, each polygon's exterior before its holes; a point is inside
    /// where an odd number of them holds it.
    pub rings: Vec<Vec<MapPoint>>,
    /// How many of the rings belong to each polygon.
    pub rings_of_polygons: Vec<usize>,
    /// The area as triangles, holes left out.
    pub triangles: Vec<[MapPoint; 3]>,
    /// A point inside the largest polygon: anchor of labels and textures.
    pub anchor: MapPoint,
    /// Bounding box: least and greatest `x` and `y`.
    pub bounds: (MapPoint, MapPoint),
    /// Points at which a label may be set, those with most space first.
    pub candidates: Vec<LabelSpot>,
    /// The direction and lengths of its principal axes.
    pub axes: PrincipalAxes,
    /// The edges of its rings by place, made when they are first asked for.
    pub(super) edges: OnceLock<RingIndex>,
}

impl MapArea {
    /// Its polygons with their holes, in map coordinates.
    #[must_use]
    pub fn polygons(&self) -> MultiPolygon<f64> {
        let mut rings = self
            .rings
            .iter()
            .map(|ring| -> LineString<f64> { ring.iter().map(|p| (p.x, p.y)).collect() });
        let polygon = |count: &usize| {
            let exterior = rings.next()?;
            let interiors = rings.by_ref().take(count.saturating_sub(1)).collect();
            Some(Polygon::new(exterior, interiors))
        };
        MultiPolygon::new(self.rings_of_polygons.iter().filter_map(polygon).collect())
    }
}

/// A point inside an area and the space around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelSpot {
    /// The point, in map coordinates.
    pub at: MapPoint,
    /// Distance to the nearer of the edges on its left and right.
    pub half_width_km: f64,
    /// Distance to the nearer of the edges above and below.
    pub half_height_km: f64,
}

/// A line in map coordinates.
#[derive(Debug, Clone)]
pub struct MapLine {
    /// Id of the boundary or base feature.
    pub id: String,
    /// Its vertices, in order.
    pub points: Vec<MapPoint>,
    /// Precision of a boundary (1 conjectural to 3 surveyed) or rank of a base feature (1 first).
    pub grade: u8,
}

/// All geometry that does not depend on the date.
#[derive(Debug, Clone, Default)]
pub struct MapGeometry {
    /// Districts, those with parts too, by id.
    pub districts: BTreeMap<String, MapArea>,
    /// Land areas of the base map.
    pub land: Vec<MapArea>,
    /// Lakes of the base map.
    pub lakes: Vec<MapArea>,
    /// Rivers of the base map.
    pub rivers: Vec<MapLine>,
    /// Railways of the base map.
    pub railways: Vec<MapLine>,
    /// Frontiers between states at the time that no boundary of a district follows.
    pub frontiers: Vec<MapLine>,
    /// Frontiers of today.
    pub borders: Vec<MapLine>,
    /// Lines along which names of states, regions, ranges and valleys are set. A name has several
    /// where it may be set along any of them, the best first.
    pub names: Vec<MapLine>,
    /// Coasts of the wider region, in degrees (longitude, latitude): they reach beyond where the
    /// map's projection is good.
    pub coasts: Vec<Vec<(f64, f64)>>,
    /// Land of the wider region, in degrees, with its inland seas as holes. Where there is any,
    /// all other ground of the locator map is sea.
    pub region_land: Vec<Polygon<f64>>,
    /// The relief; `None` where the atlas has none.
    pub relief: Option<Arc<ReliefMap>>,
    /// Boundaries between districts.
    pub boundaries: Vec<MapLine>,
    /// Positions in `boundaries` of the frontiers of what the atlas is about: one side is a district
    /// that it records, the other lies outside it or is drawn for orientation only.
    pub frontier_boundaries: Vec<usize>,
    /// Where groups of districts are drawn: at the anchor of the member nearest to the mean of all.
    pub groups: BTreeMap<String, MapPoint>,
    /// Places that have coordinates, by id.
    pub places: BTreeMap<String, MapPoint>,
    /// Bounding box of the first view.
    pub home: (MapPoint, MapPoint),
    /// The projection; `None` where its parameters define no cone.
    pub projector: Option<Projector>,
    /// Districts with parts and groups, by id.
    composites: BTreeMap<String, Composite>,
    unions: Unions,
    insets: Insets,
}

impl MapGeometry {
    /// Projects everything in an atlas that has coordinates.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let Some(projector) = Projector::new(&atlas.manifest.projection) else {
            return Self::default();
        };
        let mut geometry = Self {
            projector: Some(projector.clone()),
            ..Self::default()
        };
        for district in &atlas.districts {
            geometry.districts.insert(
                district.id.to_string(),
                area(&projector, district.id.as_str(), &district.outline),
            );
        }
        for group in &atlas.manifest.groups {
            let members = group.members.iter();
            let anchors = members.filter_map(|m| Some(geometry.districts.get(m.as_str())?.anchor));
            let anchor = middle_of(&anchors.collect::<Vec<_>>());
            geometry
                .groups
                .extend(anchor.map(|a| (group.id.to_string(), a)));
        }
        let with_parts = atlas
            .districts
            .iter()
            .filter(|d| atlas.parts_of(&d.id).next().is_some());
        let groups = atlas.manifest.groups.iter().map(|g| &g.id);
        for id in with_parts.map(|d| &d.id).chain(groups) {
            let leaves = atlas.leaves_of(id).into_iter();
            let leaves = leaves.map(|(leaf, _)| leaf.to_string()).collect();
            let composite = Composite::new(leaves);
            geometry.composites.insert(id.to_string(), composite);
        }
        for boundary in &atlas.boundaries {
            if is_frontier(atlas, boundary) {
                geometry.frontier_boundaries.push(geometry.boundaries.len());
            }
            geometry.boundaries.push(line(
                &projector,
                &boundary.id,
                &boundary.line,
                boundary.precision,
            ));
        }
        for place in &atlas.places {
            if let Some(point) = place.point {
                geometry
                    .places
                    .insert(place.id.to_string(), projector.map_from_lon_lat(point.0));
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
                BaseKind::Land => geometry.land.push(area(&projector, &feature.id, &many)),
                BaseKind::Lake => geometry.lakes.push(area(&projector, &feature.id, &many)),
                BaseKind::River => geometry.rivers.extend(
                    lines
                        .iter()
                        .map(|l| line(&projector, &feature.id, l, feature.rank)),
                ),
                BaseKind::Railway => geometry.railways.extend(
                    lines
                        .iter()
                        .map(|l| line(&projector, &feature.id, l, feature.rank)),
                ),
                BaseKind::Coast => {
                    geometry.coasts.extend(
                        lines
                            .iter()
                            .map(|l| l.coords().map(|c| (c.x, c.y)).collect::<Vec<_>>()),
                    );
                    geometry.region_land.extend(many);
                }
                BaseKind::Frontier => geometry.frontiers.extend(
                    lines
                        .iter()
                        .map(|l| line(&projector, &feature.id, l, feature.rank)),
                ),
                BaseKind::Border => geometry.borders.extend(
                    lines
                        .iter()
                        .map(|l| line(&projector, &feature.id, l, feature.rank)),
                ),
                BaseKind::State | BaseKind::Region | BaseKind::Range | BaseKind::Valley => {
                    let set_along = lines.iter();
                    geometry
                        .names
                        .extend(set_along.map(|l| line(&projector, &feature.id, l, feature.rank)));
                }
            }
        }
        geometry.relief = atlas
            .base
            .relief
            .as_ref()
            .and_then(|r| ReliefMap::new(r, &projector))
            .map(Arc::new);
        let [west, south, east, north] = atlas.manifest.home;
        // The edges of a wide view bulge beyond its corners.
        let steps = if east - west > WIDE_VIEW { 32 } else { 1 };
        let part = |i: i32| f64::from(i) / f64::from(steps);
        let mut points = Vec::new();
        for i in 0..=steps {
            let (x, y) = (
                west + (east - west) * part(i),
                south + (north - south) * part(i),
            );
            points.extend([(x, south), (x, north), (west, y), (east, y)]);
        }
        geometry.home = bounds(
            points
                .iter()
                .map(|(x, y)| projector.map_from_lon_lat(geo_types::coord! { x: *x, y: *y })),
        );
        geometry
    }

    /// The point at which an id is drawn: a place's point, a district's anchor or a group's.
    #[must_use]
    pub fn anchor_of(&self, id: &str) -> Option<MapPoint> {
        self.places
            .get(id)
            .copied()
            .or_else(|| self.districts.get(id).map(|d| d.anchor))
            .or_else(|| self.groups.get(id).copied())
    }

    /// The nearest boundary within `km` kilometres of a point.
    #[must_use]
    pub fn boundary_at(&self, p: MapPoint, km: f64) -> Option<&str> {
        let far = |l: &MapLine| {
            l.points
                .windows(2)
                .map(|w| distance_km(p, w[0], w[1]))
                .fold(f64::INFINITY, f64::min)
        };
        let near = self
            .boundaries
            .iter()
            .map(|l| (far(l), l))
            .filter(|(d, _)| *d <= km);
        near.min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, l)| l.id.as_str())
    }

    /// The area of a district, or of a group. Where a district or group has parts, it is the union
    /// of the parts.
    #[must_use]
    pub fn area_of(&self, id: &str) -> Option<&MapArea> {
        match self.composites.get(id) {
            Some(composite) => Some(composite.area(id, &self.districts)),
            None => self.districts.get(id),
        }
    }

    /// The outline of a district, group or lake moved inward by `km` kilometres; empty where
    /// nothing is left.
    #[must_use]
    pub fn inset(&self, id: &str, km: f64) -> Arc<Vec<Vec<MapPoint>>> {
        let area = || {
            self.area_of(id)
                .or_else(|| self.lakes.iter().find(|l| l.id == id))
        };
        self.insets.get(id, km, || {
            area().map_or_else(|| MultiPolygon::new(Vec::new()), MapArea::polygons)
        })
    }

    /// The outlines of the union of some districts, moved inward by `km` kilometres: at least one
    /// for each of its connected areas that is wide enough.
    #[must_use]
    pub fn inset_of_union(&self, districts: &[&str], km: f64) -> Arc<Vec<Vec<MapPoint>>> {
        let key = districts.join("+");
        self.insets.get(&key, km, || {
            let areas = districts.iter().filter_map(|id| self.districts.get(*id));
            let whole = self.unions.get(&key, || union(areas));
            MultiPolygon::clone(&whole)
        })
    }

    /// The smallest district that holds a point.
    #[must_use]
    pub fn district_at(&self, p: MapPoint) -> Option<&str> {
        let size = |a: &MapArea| (a.bounds.1.x - a.bounds.0.x) * (a.bounds.1.y - a.bounds.0.y);
        self.districts
            .values()
            .filter(|a| a.holds(p))
            .min_by(|a, b| size(a).total_cmp(&size(b)))
            .map(|a| a.id.as_str())
    }
}

fn is_frontier(atlas: &Atlas, boundary: &Boundary) -> bool {
    let district = |side: &Option<DistrictId>| atlas.district(side.as_ref()?.as_str());
    let (left, right) = (district(&boundary.left), district(&boundary.right));
    let is_recorded = |side: Option<&District>| side.is_some_and(|d| !d.context);
    left.is_some() != right.is_some() || is_recorded(left) != is_recorded(right)
}

/// Of some points the one nearest to their mean, so that it lies inside one of the areas they stand in.
fn middle_of(points: &[MapPoint]) -> Option<MapPoint> {
    let count = points.len() as f64;
    let sum = |of: fn(&MapPoint) -> f64| points.iter().map(of).sum::<f64>();
    let mean = (sum(|p| p.x) / count, sum(|p| p.y) / count);
    let far = |p: &MapPoint| (p.x - mean.0).hypot(p.y - mean.1);
    points
        .iter()
        .copied()
        .min_by(|a, b| far(a).total_cmp(&far(b)))
}

pub(super) fn bounds(points: impl Iterator<Item = MapPoint>) -> (MapPoint, MapPoint) {
    let far = f64::INFINITY;
    points.fold(
        (MapPoint { x: far, y: far }, MapPoint { x: -far, y: -far }),
        |(min, max), p| {
            (
                MapPoint {
                    x: min.x.min(p.x),
                    y: min.y.min(p.y),
                },
                MapPoint {
                    x: max.x.max(p.x),
                    y: max.y.max(p.y),
                },
            )
        },
    )
}

fn line(projector: &Projector, id: &str, line: &LineString<f64>, grade: u8) -> MapLine {
    MapLine {
        id: id.to_owned(),
        points: line
            .coords()
            .map(|c| projector.map_from_lon_lat(*c))
            .collect(),
        grade,
    }
}

fn area(projector: &Projector, id: &str, outline: &MultiPolygon<f64>) -> MapArea {
    let projected = |ring: &LineString<f64>| -> LineString<f64> {
        let points = ring.coords().map(|c| projector.map_from_lon_lat(*c));
        points.map(|p| (p.x, p.y)).collect()
    };
    let flat = outline.iter().map(|polygon| {
        let holes = polygon.interiors().iter().map(projected).collect();
        Polygon::new(projected(polygon.exterior()), holes)
    });
    area_of_polygons(id, &flat.collect())
}

/// An area from its polygons in map coordinates.
pub(super) fn area_of_polygons(id: &str, polygons: &MultiPolygon<f64>) -> MapArea {
    let corner = |c: geo_types::Coord<f64>| MapPoint { x: c.x, y: c.y };
    let points =
        |ring: &LineString<f64>| -> Vec<MapPoint> { ring.coords().map(|c| corner(*c)).collect() };
    let mut out = MapArea {
        id: id.to_owned(),
        ..MapArea::default()
    };
    let mut largest: Option<&Polygon<f64>> = None;
    for polygon in polygons {
        out.triangles.extend(
            polygon
                .earcut_triangles()
                .iter()
                .map(|t| [corner(t.v1()), corner(t.v2()), corner(t.v3())]),
        );
        out.rings_of_polygons.push(1 + polygon.interiors().len());
        out.rings.push(points(polygon.exterior()));
        out.rings.extend(polygon.interiors().iter().map(points));
        use geo::Area as _;
        if largest.is_none_or(|l| l.unsigned_area() < polygon.unsigned_area()) {
            largest = Some(polygon);
        }
    }
    if let Some(point) = largest.and_then(InteriorPoint::interior_point) {
        out.anchor = MapPoint {
            x: point.x(),
            y: point.y(),
        };
    }
    out.bounds = bounds(out.rings.iter().flatten().copied());
    out.candidates = candidates(&out);
    out.axes = PrincipalAxes::of(&out.triangles);
    out
}

/// Points of a grid of this many columns and rows are tried for a label.
const SPOT_GRID: i32 = 14;
/// The number of candidates kept for each area.
const SPOTS_KEPT: usize = 96;

fn candidates(area: &MapArea) -> Vec<LabelSpot> {
    let (min, max) = area.bounds;
    let (w, h) = (max.x - min.x, max.y - min.y);
    let grid = (1..SPOT_GRID).flat_map(|i| (1..SPOT_GRID).map(move |j| (i, j)));
    let tried = grid.map(|(i, j)| MapPoint {
        x: min.x + w * f64::from(i) / f64::from(SPOT_GRID),
        y: min.y + h * f64::from(j) / f64::from(SPOT_GRID),
    });
    let mut candidates: Vec<LabelSpot> = tried
        .chain([area.anchor])
        .filter_map(|at| candidate(area, at))
        .filter(|s| s.half_width_km > 0.0)
        .collect();
    let room = |s: &LabelSpot| s.half_width_km.min(2.5 * s.half_height_km);
    candidates.sort_by(|a, b| room(b).total_cmp(&room(a)));
    candidates.truncate(SPOTS_KEPT);
    candidates
}

/// The space around a point, by rays in four directions to the first edge; `None` outside the area.
fn candidate(area: &MapArea, at: MapPoint) -> Option<LabelSpot> {
    let far = f64::INFINITY;
    let (mut left, mut right, mut above, mut below) = (far, far, far, far);
    let mut inside = false;
    for ring in &area.rings {
        for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
            if (a.y > at.y) != (b.y > at.y) {
                let x = a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x) - at.x;
                inside ^= x > 0.0;
                if x > 0.0 {
                    right = right.min(x);
                } else {
                    left = left.min(-x);
                }
            }
            if (a.x > at.x) != (b.x > at.x) {
                let y = a.y + (at.x - a.x) / (b.x - a.x) * (b.y - a.y) - at.y;
                if y > 0.0 {
                    below = below.min(y);
                } else {
                    above = above.min(-y);
                }
            }
        }
    }
    inside.then_some(LabelSpot {
        at,
        half_width_km: left.min(right),
        half_height_km: above.min(below),
    })
}

/// Distance from a point to a line segment.
fn distance_km(p: MapPoint, a: MapPoint, b: MapPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy).max(1e-12);
    let along = clamped(along, 0.0, 1.0);
    (p.x - a.x - along * dx).hypot(p.y - a.y - along * dy)
}
