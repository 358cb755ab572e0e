//! What the map must be: districts, boundaries, and a projection in which all of it can be drawn.

use std::collections::HashMap;

use geo::CoordsIter as _;
use geo_types::{Coord, Geometry};

use super::Check;
use crate::geometry::Projector;
use crate::model::{AtlasParts, BaseFeature, BaseKind, DistrictId};

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
                parts.districts.iter().any(|d| d.id == *id) || groups.any(|g| g.id == *id)
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
            let what = "no cone has these parameters, so nothing can be drawn".to_owned();
            let hint = "give two parallels on one side of the equator, in degrees";
            self.tell("atlas.json", "/projection", None, what, hint);
            return;
        };
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
        let corners = [(west, south), (east, north)].map(Coord::from);
        if lost(&projector, corners.into_iter()).is_some() || west >= east || south >= north {
            let what = "the first view is no rectangle of the map".to_owned();
            let hint = "write west, south, east, north in degrees";
            self.tell("atlas.json", "/home", None, what, hint);
        }
    }
}

/// The first position without a place in the projection.
fn lost(projector: &Projector, mut coords: impl Iterator<Item = Coord<f64>>) -> Option<Coord<f64>> {
    coords.find(|c| projector.try_map_from_lon_lat(*c).is_none())
}
