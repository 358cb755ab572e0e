//! Lambert conformal conic, by `proj4rs`, parameters from the atlas.

use geo_types::Coord;
use proj4rs::Proj;

use crate::model::Projection;

/// A point on the sheet, kilometres east and south of the projection's origin (y grows downward, as on a screen).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MapPoint {
    /// East, km.
    pub x: f64,
    /// South, km.
    pub y: f64,
}

/// Degrees to the sheet and back.
#[derive(Debug, Clone)]
pub struct Projector {
    degrees: Proj,
    sheet: Proj,
}

impl Projector {
    /// The projection of an atlas; `None` where its parameters make no cone.
    #[must_use]
    pub fn new(p: &Projection) -> Option<Self> {
        let sheet = format!(
            "+proj=lcc +lat_1={} +lat_2={} +lat_0={} +lon_0={} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
            p.lat_1, p.lat_2, p.lat_0, p.lon_0
        );
        Some(Self {
            degrees: Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs").ok()?,
            sheet: Proj::from_proj_string(&sheet).ok()?,
        })
    }

    /// Where a longitude and latitude in degrees lies on the sheet.
    #[must_use]
    pub fn map_from_lon_lat(&self, c: Coord<f64>) -> MapPoint {
        let mut point = (c.x.to_radians(), c.y.to_radians(), 0.0);
        match proj4rs::transform::transform(&self.degrees, &self.sheet, &mut point) {
            Ok(()) => MapPoint {
                x: point.0 / 1000.0,
                y: -point.1 / 1000.0,
            },
            Err(_) => MapPoint::default(),
        }
    }

    /// The longitude and latitude in degrees of a point of the sheet.
    #[must_use]
    pub fn lon_lat_from_map(&self, p: MapPoint) -> Coord<f64> {
        let mut point = (p.x * 1000.0, -p.y * 1000.0, 0.0);
        match proj4rs::transform::transform(&self.sheet, &self.degrees, &mut point) {
            Ok(()) => Coord {
                x: point.0.to_degrees(),
                y: point.1.to_degrees(),
            },
            Err(_) => Coord::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_place() {
        let projector = Projector::new(&Projection {
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
}
