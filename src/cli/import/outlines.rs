//! Outlines as an atlas needs them: in degrees, cut at the antimeridian, without repeated points and
//! crossings. What is mended is counted.

use geo::orient::Direction;
use geo::{Area as _, BooleanOps as _, Orient as _, Winding as _};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use serde_json::Value;

use super::antimeridian;
use super::read::{Geometry, Nested};
use crate::load::crosses_itself;

/// The area below which an outline is none, in square degrees; about a square metre.
pub(super) const LEAST_DEG2: f64 = 1e-10;
/// The longest edge that is left as it is, in degrees: on a map a parallel is bent.
const LONGEST_EDGE: f64 = 5.0;
/// The half circumference of the projection of web maps, in metres.
const WEB_MERCATOR: f64 = 20_037_508.342_789_244;

/// What was mended, in numbers of outlines, except for `points`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mended {
    pub(super) points: usize,
    pub(super) rings_closed: usize,
    pub(super) rings_dropped: usize,
    pub(super) crossings: usize,
    pub(super) turned: usize,
    pub(super) cut: usize,
    pub(super) heights: usize,
    /// Positions that are no two numbers.
    pub(super) no_positions: usize,
    /// Points and lines that stand in a collection beside an area.
    pub(super) without_area: usize,
}

impl Mended {
    /// One line for each kind of thing that was mended.
    pub(super) fn lines(&self) -> Vec<String> {
        let all = [
            (
                self.points,
                "positions that stand twice in a row are left out once",
            ),
            (self.rings_closed, "rings that were open are closed"),
            (
                self.rings_dropped,
                "rings of fewer than three places are left out",
            ),
            (
                self.crossings,
                "outlines that cross themselves are redrawn from what they enclose",
            ),
            (
                self.turned,
                "outlines ran against the rule of RFC 7946 and are turned",
            ),
            (self.cut, "outlines across the antimeridian are cut there"),
            (self.heights, "outlines have heights, which are left out"),
            (
                self.no_positions,
                "positions that are no two numbers are left out",
            ),
            (
                self.without_area,
                "points or lines beside the areas of a feature are left out",
            ),
        ];
        let told = all.iter().filter(|(count, _)| *count > 0);
        told.map(|(count, words)| format!("{count} {words}"))
            .collect()
    }
}

/// How the numbers of a file become degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coordinates {
    Degrees,
    WebMercator,
}

impl Coordinates {
    /// From the `crs` of a file, which old GeoJSON may have.
    ///
    /// # Errors
    /// The name of a system that is not known.
    pub(super) fn of(crs: &Value) -> Result<Self, String> {
        let named = crs.pointer("/properties/name").and_then(Value::as_str);
        let code = crs.pointer("/properties/code").map(ToString::to_string);
        let Some(name) = named.map(ToOwned::to_owned).or(code) else {
            return Ok(Self::Degrees);
        };
        let last = name.rsplit(':').next().unwrap_or_default().to_uppercase();
        match last.as_str() {
            "CRS84" | "4326" | "4258" | "4269" | "OGC:CRS84" => Ok(Self::Degrees),
            "3857" | "900913" | "3785" | "102100" => Ok(Self::WebMercator),
            _ => Err(name),
        }
    }

    fn degrees(self, [x, y]: [f64; 2]) -> Coord<f64> {
        match self {
            Self::Degrees => Coord { x, y },
            Self::WebMercator => Coord {
                x: x / WEB_MERCATOR * 180.0,
                y: (y / WEB_MERCATOR * std::f64::consts::PI)
                    .sinh()
                    .atan()
                    .to_degrees(),
            },
        }
    }
}

/// Why a geometry is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unusable {
    /// There is none.
    Missing,
    /// Points or lines.
    NoArea,
    /// Numbers too large for degrees.
    NoDegrees,
    /// A longitude where the latitude stands.
    TurnedRound,
    /// A ring around a pole.
    AroundPole,
    /// Less than a square metre.
    TooSmall,
}

impl Unusable {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Missing => "features without a geometry",
            Self::NoArea => {
                "features without a polygon, such as points or lines; a district is an area"
            }
            Self::NoDegrees => {
                "features with a position outside longitude ±360, latitude ±90; save them in WGS 84, in degrees"
            }
            Self::TurnedRound => {
                "features with a latitude above 90, where the longitude may stand; a position is [longitude, latitude]"
            }
            Self::AroundPole => "features whose ring runs around a pole; cut it at longitude 180",
            Self::TooSmall => "features of less than a square metre",
        }
    }
}

/// The area of a geometry.
pub(super) fn area(
    geometry: Option<&Geometry>,
    coordinates: Coordinates,
    mended: &mut Mended,
) -> Result<MultiPolygon<f64>, Unusable> {
    let geometry = geometry
        .filter(|g| !g.kind.is_empty())
        .ok_or(Unusable::Missing)?;
    let mut polygons = Vec::new();
    let mut has_heights = false;
    let lone = mended.without_area;
    collect(
        geometry,
        coordinates,
        mended,
        &mut polygons,
        &mut has_heights,
    )?;
    if polygons.is_empty() {
        mended.without_area = lone;
        return Err(Unusable::NoArea);
    }
    mended.heights += usize::from(has_heights);
    let (mut whole, is_cut) =
        antimeridian::cut(MultiPolygon::new(polygons)).ok_or(Unusable::AroundPole)?;
    mended.cut += usize::from(is_cut);
    let crosses = |p: &Polygon<f64>| {
        let mut rings = std::iter::once(p.exterior()).chain(p.interiors());
        rings.any(|ring| crosses_itself(ring).is_some())
    };
    if whole.iter().any(crosses) || parts_meet(&whole) {
        mended.crossings += 1;
        let nothing = MultiPolygon::new(Vec::new());
        let polygons = whole.0.iter().flat_map(|p| p.union(&nothing));
        let polygons: Vec<Polygon<f64>> = polygons.map(|p| p.orient(Direction::Default)).collect();
        whole = geo::unary_union(&polygons);
    }
    whole.0.retain(|p| p.unsigned_area() > LEAST_DEG2);
    if whole.0.is_empty() {
        return Err(Unusable::TooSmall);
    }
    let is_turned = |p: &Polygon<f64>| p.exterior().is_cw();
    mended.turned += usize::from(whole.iter().any(is_turned));
    Ok(densified(&whole.orient(Direction::Default)))
}

/// A position that lies beyond the edge of the globe, on that edge: unions and differences reckon in whole
/// numbers, and may end beyond the edge by one of them.
pub(super) fn on_globe(c: Coord<f64>) -> Coord<f64> {
    Coord {
        x: crate::numeric::clamped(c.x, -180.0, 180.0),
        y: crate::numeric::clamped(c.y, -90.0, 90.0),
    }
}

fn collect(
    geometry: &Geometry,
    coordinates: Coordinates,
    mended: &mut Mended,
    out: &mut Vec<Polygon<f64>>,
    has_heights: &mut bool,
) -> Result<(), Unusable> {
    let polygons = match (geometry.kind.as_str(), &geometry.coordinates) {
        ("Polygon", Nested::List(rings)) => vec![rings],
        ("MultiPolygon", Nested::List(polygons)) => polygons
            .iter()
            .filter_map(|polygon| match polygon {
                Nested::List(rings) => Some(rings),
                _ => None,
            })
            .collect(),
        ("GeometryCollection", _) => {
            for part in &geometry.geometries {
                collect(part, coordinates, mended, out, has_heights)?;
            }
            return Ok(());
        }
        _ => {
            mended.without_area += 1;
            return Ok(());
        }
    };
    for rings in polygons {
        let mut good = Vec::new();
        for (i, nested) in rings.iter().enumerate() {
            match ring(nested, coordinates, mended, has_heights)? {
                Some(ring) => good.push(ring),
                // Holes of an outline that is none are none either.
                None if i == 0 => break,
                None => {}
            }
        }
        let mut good = good.into_iter();
        if let Some(exterior) = good.next() {
            out.push(Polygon::new(exterior, good.collect()));
        }
    }
    Ok(())
}

/// A closed ring without repeated positions; `None` where too few are left.
fn ring(
    nested: &Nested,
    coordinates: Coordinates,
    mended: &mut Mended,
    has_heights: &mut bool,
) -> Result<Option<LineString<f64>>, Unusable> {
    let Nested::List(positions) = nested else {
        return Ok(None);
    };
    let mut points: Vec<Coord<f64>> = Vec::with_capacity(positions.len());
    for position in positions {
        let Nested::Position(numbers, has_height) = position else {
            mended.no_positions += 1;
            continue;
        };
        *has_heights |= has_height;
        let mut c = coordinates.degrees(*numbers);
        if !(c.x.abs() <= 360.0 && c.y.abs() <= 90.0 + 1e-6) {
            let is_turned = c.x.abs() <= 90.0 && c.y.abs() <= 180.0;
            return Err(if is_turned {
                Unusable::TurnedRound
            } else {
                Unusable::NoDegrees
            });
        }
        c.y = crate::numeric::clamped(c.y, -90.0, 90.0);
        if points.last() == Some(&c) {
            mended.points += 1;
        } else {
            points.push(c);
        }
    }
    if points.len() > 2 && points.first() != points.last() {
        mended.rings_closed += 1;
        points.extend(points.first().copied());
    }
    if points.len() < 4 {
        mended.rings_dropped += 1;
        return Ok(None);
    }
    Ok(Some(LineString::new(points)))
}

/// Whether parts of one area overlap, or a hole is not within its outline.
fn parts_meet(whole: &MultiPolygon<f64>) -> bool {
    let outlines: Vec<Polygon<f64>> = whole.iter().map(|p| p.orient(Direction::Default)).collect();
    let sum: f64 = whole
        .iter()
        .map(|p| Polygon::new(p.exterior().clone(), Vec::new()).unsigned_area())
        .sum();
    let has_holes = whole.iter().any(|p| !p.interiors().is_empty());
    if whole.0.len() < 2 && !has_holes {
        return false;
    }
    let union = geo::unary_union(&outlines).unsigned_area();
    let holes: f64 = whole
        .iter()
        .flat_map(|p| p.interiors())
        .map(|h| Polygon::new(h.clone(), Vec::new()).unsigned_area())
        .sum();
    (sum - holes - union).abs() > 1e-6 * sum.max(1e-9)
}

/// With positions between the ends of long edges, which on a map of a wide region are bent.
fn densified(whole: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let ring = |ring: &LineString<f64>| {
        let mut points: Vec<Coord<f64>> = Vec::with_capacity(ring.0.len());
        for edge in ring.lines() {
            let steps = ((edge.dx().abs().max(edge.dy().abs())) / LONGEST_EDGE)
                .ceil()
                .max(1.0);
            for i in 0..steps as usize {
                let part = i as f64 / steps;
                points.push(Coord {
                    x: edge.start.x + edge.dx() * part,
                    y: edge.start.y + edge.dy() * part,
                });
            }
        }
        points.extend(ring.0.last().copied());
        LineString::new(points)
    };
    let polygon = |p: &Polygon<f64>| {
        Polygon::new(ring(p.exterior()), p.interiors().iter().map(ring).collect())
    };
    MultiPolygon::new(whole.iter().map(polygon).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: &str, coordinates: &str) -> (Result<MultiPolygon<f64>, Unusable>, Mended) {
        let text = format!(r#"{{"type": "{kind}", "coordinates": {coordinates}}}"#);
        let geometry: Geometry = serde_json::from_str(&text).expect("a geometry");
        let mut mended = Mended::default();
        let area = area(Some(&geometry), Coordinates::Degrees, &mut mended);
        (area, mended)
    }

    #[track_caller]
    fn check(kind: &str, coordinates: &str, deg2: f64, words: &str) {
        let (area, mended) = read(kind, coordinates);
        let area = area.expect("an area").unsigned_area();
        assert!((area - deg2).abs() < 1e-3, "{area}");
        assert_eq!(mended.lines().join("; "), words);
    }

    #[test]
    fn what_other_programs_write_is_mended_and_told() {
        check("Polygon", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]", 1.0, "");
        check(
            "Polygon",
            "[[[0,0],[1,0],[1,0],[1,1],[0,1],[0,0]]]",
            1.0,
            "1 positions that stand twice in a row are left out once",
        );
        check(
            "Polygon",
            "[[[0,0],[1,0],[1,1],[0,1]]]",
            1.0,
            "1 rings that were open are closed",
        );
        check(
            "Polygon",
            "[[[0,0],[0,1],[1,1],[1,0],[0,0]]]",
            1.0,
            "1 outlines ran against the rule of RFC 7946 and are turned",
        );
        let crossing = "1 outlines that cross themselves are redrawn from what they enclose";
        check(
            "Polygon",
            "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]",
            2.0,
            crossing,
        );
        let twice = "[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[1,0],[3,0],[3,2],[1,2],[1,0]]]]";
        assert_eq!(read("MultiPolygon", twice).1.crossings, 1);
        check(
            "Polygon",
            "[[[0,0,9],[1,0,9],[1,1,9],[0,1,9],[0,0,9]]]",
            1.0,
            "1 outlines have heights, which are left out",
        );
        let cut = "1 outlines across the antimeridian are cut there";
        check(
            "Polygon",
            "[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]",
            2.0,
            cut,
        );
        check(
            "Polygon",
            "[[[170,0],[190,0],[190,1],[170,1],[170,0]]]",
            20.0,
            cut,
        );
        // A ring around the north pole is closed through it.
        check(
            "Polygon",
            "[[[0,60],[120,60],[-120,60],[0,60]]]",
            10_800.0,
            cut,
        );
        check(
            "Polygon",
            "[[[-180,80],[180,80],[180,90],[-180,90],[-180,80]]]",
            3600.0,
            "",
        );
    }

    #[test]
    fn what_is_no_area_is_not_taken() {
        for (kind, coordinates, why) in [
            ("Point", "[0,0]", Unusable::NoArea),
            ("Polygon", "[]", Unusable::NoArea),
            ("Polygon", "[[[0,0],[1,0]]]", Unusable::NoArea),
            (
                "Polygon",
                "[[[0,0],[1,0],[0,0],[1,0],[0,0]]]",
                Unusable::TooSmall,
            ),
            (
                "Polygon",
                "[[[0,0],[1e9,0],[1,1],[0,0]]]",
                Unusable::NoDegrees,
            ),
            (
                "Polygon",
                "[[[39,145],[40,145],[40,146],[39,145]]]",
                Unusable::TurnedRound,
            ),
            (
                "Polygon",
                "[[[0,0],[120,1],[-120,-1],[0,0]]]",
                Unusable::AroundPole,
            ),
            ("", "[]", Unusable::Missing),
        ] {
            assert_eq!(
                read(kind, coordinates).0.err(),
                Some(why),
                "{kind} {coordinates}"
            );
        }
    }
}
