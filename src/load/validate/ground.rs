//! What the map must be: districts, boundaries, and a projection in which all of it can be drawn.

use std::collections::HashMap;

use geo::CoordsIter as _;
use geo_types::{Coord, Geometry};

use super::references::IdKind;
use super::{Check, Documents, Finding};
use crate::geometry::Projector;
use crate::model::{AtlasParts, BaseFeature, BaseKind, DistrictId, Projection, ProjectionKind};

impl Check<'_> {
    pub(super) fn districts(&mut self, parts: &AtlasParts) {
        let parents: HashMap<&str, &str> = parts
            .districts
            .iter()
            .filter_map(|d| Some((d.id.as_str(), d.parent.as_ref()?.as_str())))
            .collect();
        for district in &parts.districts {
            let (mut at, mut steps) = (district.id.as_str(), 0);
            while let Some(parent) = parents.get(at).filter(|_| steps <= parents.len()) {
                at = parent;
                steps += 1;
            }
            if steps > parents.len() {
                let what = "is its own ancestor".to_owned();
                self.tell_at(
                    district.id.as_str(),
                    "parent",
                    what,
                    "a parent may not lead back to its part",
                );
            } else if steps > 1 {
                let what = "is a part of a part".to_owned();
                self.tell_at(
                    district.id.as_str(),
                    "parent",
                    what,
                    "the parent of a part is a whole district",
                );
            }
            if district.kind.is_part() && district.parent.is_none() {
                self.tell_at(
                    district.id.as_str(),
                    "kind",
                    "a part without a parent".to_owned(),
                    "name its parent",
                );
            }
        }
        for boundary in &parts.boundaries {
            if boundary.left.is_none() && boundary.right.is_none() {
                self.tell_at(
                    &boundary.id,
                    "left",
                    "an arc with no district on either side".to_owned(),
                    "name the district on its left or right",
                );
            }
            if !(1..=3).contains(&boundary.precision) {
                self.tell_at(
                    &boundary.id,
                    "precision",
                    format!("precision {}", boundary.precision),
                    "1, 2 or 3",
                );
            }
        }
    }

    /// Every name that is set along a line has one, and names an area of the package or none.
    pub(super) fn names_on_lines(&mut self, parts: &AtlasParts) {
        for feature in parts.base.features.iter().filter(|f| f.kind.is_name()) {
            let (file, properties) = self.place_of(&feature.id);
            let is_line = matches!(
                feature.geometry,
                Geometry::LineString(_) | Geometry::MultiLineString(_)
            );
            if !is_line {
                let pointer = properties.replace("/properties", "/geometry");
                let what = "a name is set along a line".to_owned();
                let hint = "give a LineString, or a MultiLineString of lines to choose from";
                self.tell(&file, &pointer, Some(&feature.id), what, hint);
            }
            if feature.names.is_empty() {
                let what = "a name without a text".to_owned();
                self.tell(&file, &properties, Some(&feature.id), what, "add `names`");
            }
            let is_known = |id: &DistrictId| {
                let mut groups = parts.manifest.groups.iter();
                parts.districts.iter().any(|d| d.id == *id)
                    || groups.any(|g| g.id == *id)
                    || !self.has_read(IdKind::District.file())
            };
            if let Some(area) = feature.area.as_ref().filter(|area| !is_known(area)) {
                let what = format!("`area` names `{area}`, which is no district and no group");
                let hint = "mend the id, or leave it out";
                self.tell_at(&feature.id, "area", what, hint);
            }
        }
    }

    /// The projection is one, and everything on the map has a place in it.
    pub(super) fn projection(&mut self, parts: &AtlasParts) {
        let Some(projector) = Projector::new(&parts.manifest.projection) else {
            let what = "no projection has these parameters, so nothing can be drawn".to_owned();
            let hint = "give latitudes within ±90 and a longitude within ±360; the parallels of a cone lie on one side of the equator";
            self.tell("atlas.json", "/projection", None, what, hint);
            return;
        };
        if let Some((what, hint)) = wrong_home(parts.manifest.home) {
            self.tell("atlas.json", "/home", None, what.to_owned(), hint);
        } else {
            self.districts_in_view(parts);
        }
        let mut told: Vec<(&str, Coord<f64>)> = Vec::new();
        for district in &parts.districts {
            let lost = lost(&projector, district.outline.coords_iter());
            told.extend(lost.map(|c| (district.id.as_str(), c)));
        }
        for boundary in &parts.boundaries {
            let lost = lost(&projector, boundary.line.coords_iter());
            told.extend(lost.map(|c| (boundary.id.as_str(), c)));
        }
        for place in &parts.places {
            let lost = lost(&projector, place.point.iter().map(|p| p.0));
            told.extend(lost.map(|c| (place.id.as_str(), c)));
        }
        // Coasts stand on the small map of the wider region alone, which has a projection of its own.
        let is_on_map = |f: &&BaseFeature| f.kind != BaseKind::Coast;
        for feature in parts.base.features.iter().filter(is_on_map) {
            let lost = lost(&projector, feature.geometry.coords_iter());
            told.extend(lost.map(|c| (feature.id.as_str(), c)));
        }
        for (id, c) in told {
            let (file, properties) = self.place_of(id);
            let pointer = properties.replace("/properties", "/geometry");
            let what = format!(
                "longitude {}, latitude {} has no place in the projection",
                c.x, c.y
            );
            let hint = "correct the position, or choose a projection for this part of the globe";
            self.tell(&file, &pointer, Some(id), what, hint);
        }
        let [west, south, east, north] = parts.manifest.home;
        let corners = [(west, south), (east, south), (west, north), (east, north)];
        if lost(&projector, corners.map(Coord::from).into_iter()).is_some() {
            let what = "the first view reaches where the projection has no place".to_owned();
            let hint = "make it smaller, or choose another projection";
            self.tell("atlas.json", "/home", None, what, hint);
        }
    }

    /// Warns of a first view in which no district lies.
    fn districts_in_view(&mut self, parts: &AtlasParts) {
        use geo::BoundingRect as _;
        let [west, south, east, north] = parts.manifest.home;
        let is_seen = |rect: geo_types::Rect<f64>| {
            let (min, max) = (rect.min(), rect.max());
            let turns = [-360.0, 0.0, 360.0];
            let across = turns.iter().any(|t| min.x + t <= east && max.x + t >= west);
            across && min.y <= north && max.y >= south
        };
        let mut rects = parts
            .districts
            .iter()
            .filter_map(|d| d.outline.bounding_rect());
        if !parts.districts.is_empty() && !rects.any(is_seen) {
            let at = self
                .documents
                .get("atlas.json")
                .map_or((1, 1), |d| d.position("/home"));
            let what = "no district lies in the first view";
            let hint = "write west, south, east, north of the districts, in degrees";
            self.findings
                .push(Finding::warning("atlas.json", at, what, hint));
        }
    }
}

/// The least side of the first view, in degrees; some ten metres.
const LEAST_SIDE: f64 = 1e-4;

/// What is wrong with a first view, and how to mend it.
fn wrong_home([west, south, east, north]: [f64; 4]) -> Option<(&'static str, &'static str)> {
    const HINT: &str = "write west, south, east, north in degrees";
    if west >= east || south >= north {
        return Some(("the first view is no rectangle of the map", HINT));
    }
    if east - west < LEAST_SIDE || north - south < LEAST_SIDE {
        return Some(("the first view is smaller than ten metres", HINT));
    }
    let is_on_globe = south >= -90.0 && north <= 90.0 && west >= -360.0 && east <= 360.0;
    if !is_on_globe || east - west > 360.0 {
        let hint =
            "write latitudes within ±90, and longitudes within ±360 that are at most a turn apart";
        return Some(("the first view reaches beyond the globe", hint));
    }
    None
}

/// Gives an atlas whose parallels define no cone the projection that suits its first view.
pub(super) fn mend_projection(
    parts: &mut AtlasParts,
    documents: &Documents,
    findings: &mut Vec<Finding>,
) {
    let (projection, home) = (&mut parts.manifest.projection, parts.manifest.home);
    let parallels = [projection.lat_1, projection.lat_2];
    let is_mendable = projection.kind == ProjectionKind::Conic
        && Projector::new(projection).is_none()
        && parallels.iter().all(|lat| lat.abs() <= 90.0)
        && wrong_home(home).is_none();
    if !is_mendable {
        return;
    }
    let suitable = match ProjectionKind::suitable(home) {
        ProjectionKind::Conic => ProjectionKind::Azimuthal,
        wide => wide,
    };
    let mended = Projection {
        kind: suitable,
        ..*projection
    };
    if Projector::new(&mended).is_some() {
        let name: &str = suitable.into();
        let at = documents
            .get("atlas.json")
            .map_or((1, 1), |d| d.position("/projection"));
        let what =
            format!("these parallels define no cone; the map has the projection `{name}` instead");
        let hint =
            format!("write \"kind\": \"{name}\", or two parallels on one side of the equator");
        findings.push(Finding::warning("atlas.json", at, what, hint));
        *projection = mended;
    }
}

/// The first position without a place in the projection.
fn lost(projector: &Projector, mut coords: impl Iterator<Item = Coord<f64>>) -> Option<Coord<f64>> {
    coords.find(|c| projector.try_map_from_lon_lat(*c).is_none())
}
