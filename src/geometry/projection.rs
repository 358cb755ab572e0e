//! The projection of the map, by `proj4rs`, with parameters from the atlas.

use geo_types::Coord;
use proj4rs::Proj;

use crate::model::{Projection, ProjectionKind};

/// A point of the map, in kilometres from the projection's origin; y grows southward, as on a
/// screen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MapPoint {
    /// Kilometres east of the central meridian.
    pub x: f64,
    /// Kilometres south of the latitude of origin.
    pub y: f64,
}

/// A conic projection runs to infinity toward the opposite pole; nothing farther than this from the
/// projection's origin, in kilometres, can be drawn.
const FARTHEST_KM: f64 = 1e5;

/// The least sum of the standard parallels of a cone, in degrees. A cone of a smaller sum is nearly a
/// cylinder, whose apex is too far away for exact numbers.
const LEAST_CONE: f64 = 0.2;

/// Degrees to map kilometres and back.
///
/// ```
/// use araxes::geometry::Projector;
/// use araxes::model::Projection;
///
/// let parameters = Projection { kind: Default::default(), lat_1: 45.1, lat_2: 45.3, lat_0: 45.2, lon_0: -30.0 };
/// let projector = Projector::new(&parameters).expect("parameters of a cone");
/// let north = projector.map_from_lon_lat((-30.0, 45.3).into());
/// assert!(north.x.abs() < 1e-6, "on the central meridian");
/// assert!((north.y + 11.1).abs() < 0.1, "a tenth of a degree is 11.1 km; y grows southward");
/// let back = projector.lon_lat_from_map(north);
/// assert!((back.y - 45.3).abs() < 1e-9);
/// ```
#[derive(Debug, Clone)]
pub struct Projector {
    degrees: Proj,
    sheet: Proj,
}

impl Projector {
    /// The projection of an atlas; `None` where its parameters define none.
    #[must_use]
    pub fn new(p: &Projection) -> Option<Self> {
        let is_latitude = |lat: f64| lat.abs() <= 90.0;
        if !(is_latitude(p.lat_0) && p.lon_0.abs() <= 360.0) {
            return None;
        }
        let kind = match p.kind {
            ProjectionKind::Conic => {
                let is_cone = [p.lat_1, p.lat_2].iter().all(|lat| lat.abs() < 90.0)
                    && (p.lat_1 + p.lat_2).abs() >= LEAST_CONE;
                if !is_cone || p.lat_0.abs() >= 90.0 {
                    return None;
                }
                format!(
                    "lcc +lat_1={} +lat_2={} +lat_0={}",
                    p.lat_1, p.lat_2, p.lat_0
                )
            }
            ProjectionKind::Azimuthal => format!("laea +lat_0={}", p.lat_0),
            ProjectionKind::World => "eqearth".to_owned(),
        };
        let sheet = format!(
            "+proj={kind} +lon_0={} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
            p.lon_0
        );
        Some(Self {
            degrees: Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs").ok()?,
            sheet: Proj::from_proj_string(&sheet).ok()?,
        })
    }

    /// The map point of a longitude and latitude in degrees.
    #[must_use]
    pub fn map_from_lon_lat(&self, c: Coord<f64>) -> MapPoint {
        self.try_map_from_lon_lat(c).unwrap_or_default()
    }

    /// The map point, or `None` where the projection has none; the loader refuses a package with
    /// such a position.
    #[must_use]
    pub fn try_map_from_lon_lat(&self, c: Coord<f64>) -> Option<MapPoint> {
        let mut point = (c.x.to_radians(), c.y.to_radians(), 0.0);
        proj4rs::transform::transform(&self.degrees, &self.sheet, &mut point).ok()?;
        let (x, y) = (point.0 / 1000.0, -point.1 / 1000.0);
        // Not a number is on no globe either.
        let is_on_the_globe = x.abs() < FARTHEST_KM && y.abs() < FARTHEST_KM;
        is_on_the_globe.then_some(MapPoint { x, y })
    }

    /// The longitude and latitude in degrees of a map point.
    #[must_use]
    pub fn lon_lat_from_map(&self, p: MapPoint) -> Coord<f64> {
        let mut point = (p.x * 1000.0, -p.y * 1000.0, 0.0);
        match proj4rs::transform::transform(&self.sheet, &self.degrees, &mut point) {
            Ok(()) if point.0.is_finite() && point.1.is_finite() => Coord {
                x: point.0.to_degrees(),
                y: point.1.to_degrees(),
            },
            _ => Coord::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_place() {
        let projector = Projector::new(&Projection {
            kind: ProjectionKind::Conic,
            lat_1: 39.0,
            lat_2: 41.0,
            lat_0: 39.5,
            lon_0: 45.5,
        })
        .expect("a cone");
        let shahtakhti = Coord { x: 45.07, y: 39.36 };
        let back = projector.lon_lat_from_map(projector.map_from_lon_lat(shahtakhti));
        assert!((back.x - shahtakhti.x).abs() < 1e-9 && (back.y - shahtakhti.y).abs() < 1e-9);
    }

    #[test]
    fn wide_regions_have_projections_that_reach_the_poles_and_round_the_equator() {
        let at = |kind, lat_0, lon_0| Projection {
            kind,
            lat_1: 0.0,
            lat_2: 0.0,
            lat_0,
            lon_0,
        };
        let all = [
            (
                at(ProjectionKind::World, 0.0, 0.0),
                [(180.0, 90.0), (-180.0, -90.0), (0.0, 0.0)],
            ),
            (
                at(ProjectionKind::Azimuthal, 90.0, 0.0),
                [(0.0, 90.0), (120.0, 60.0), (-60.0, 50.0)],
            ),
            (
                at(ProjectionKind::Azimuthal, 0.0, 180.0),
                [(179.0, -9.0), (-179.0, 9.0), (180.0, 0.0)],
            ),
        ];
        for (parameters, points) in all {
            let projector = Projector::new(&parameters).expect("a projection");
            for (x, y) in points {
                let map = projector.try_map_from_lon_lat(Coord { x, y });
                let map = map.unwrap_or_else(|| panic!("no place for {x} {y}"));
                let back = projector.lon_lat_from_map(map);
                assert!((back.y - y).abs() < 1e-3, "{y}: {back:?}");
            }
        }
        for (lat_1, lat_2, lat_0) in [
            (30.0, -30.0, 0.0),
            (90.0, 40.0, 60.0),
            (39.0, 41.0, 100.0),
            (39.0, 100.0, 40.0),
        ] {
            let cone = Projection {
                lat_1,
                lat_2,
                ..at(ProjectionKind::Conic, lat_0, 45.0)
            };
            assert!(Projector::new(&cone).is_none(), "{lat_1} {lat_2} {lat_0}");
        }
    }
}
