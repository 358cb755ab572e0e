//! Signs of troops on a slide: one for each party at a place or in a district, without words. A sign
//! stands wholly within its district where it finds room there, and never beyond or across a frontier
//! where there is any other room.

use std::collections::BTreeSet;

use super::builder::SceneBuilder;
use super::list::{Layer, Stroke};
use super::unit_sign::FRAME;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{AreaId, Fix, FixKind, PartyId};

/// Scale of signs of troops.
const TROOPS_SCALE: f32 = 1.3;
/// Space around a sign, to its sides and above and below, in design units.
const AIR: (f32, f32) = (8.0, 20.0);
/// Cost of a sign that lies beyond or across a frontier, and of one that lies wholly outside its
/// district.
const BEYOND: f32 = 500.0;
const OUTSIDE: f32 = 240.0;

impl SceneBuilder<'_> {
    /// Signs of the troops that reports put at places and in districts, without words: the callouts
    /// and the column tell them.
    pub(super) fn slide_troops(&mut self) {
        let (context, atlas) = (self.context, self.context.atlas());
        let mut drawn: Vec<(String, Option<PartyId>)> = Vec::new();
        for report in context.drawn_units() {
            let unit = &atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            let Some(at) = fix.at.as_ref().filter(|_| has_sign(fix)) else {
                continue;
            };
            // A place that the map does not name has none.
            let is_place = atlas.place(at.as_str()).is_some();
            if is_place && !context.is_wall() && !self.is_place_on_slide(at.as_str()) {
                continue;
            }
            // One sign for each party at a place, because a crowd of signs is not read from afar.
            let key = (at.to_string(), unit.party.clone());
            if drawn.contains(&key) {
                continue;
            }
            let Some((point, rect)) = self.place_of_troops(at) else {
                continue;
            };
            let scale = TROOPS_SCALE * self.u;
            let centre = rect.centre().plus(0.0, AIR.1 / 4.0 * self.u);
            let frame = ScreenRect::around(centre, FRAME.0 * scale, FRAME.1 * scale);
            // A sign beside its place or district is joined to it, so that it is not read of where it
            // stands.
            let is_inside = self.part_outside(&self.leaves_at(at, point), &frame) == 0.0;
            if is_place || !is_inside {
                let stroke = Stroke::solid(context.theme.ink, 2.0 * self.u);
                let end = frame.nearest(point);
                self.path(Layer::Trail, None, vec![point, end], stroke);
            }
            self.sign(unit, &report, frame);
            self.occupancy.take(rect);
            drawn.push(key);
        }
    }

    /// Where the sign of a place or district stands, and the point to which it belongs.
    fn place_of_troops(&self, at: &AreaId) -> Option<(ScreenPoint, ScreenRect)> {
        let u = self.u;
        let scale = TROOPS_SCALE * u;
        let size = (FRAME.0 * scale + AIR.0 * u, FRAME.1 * scale + AIR.1 * u);
        let points = self.callout_points(at.as_str());
        let leaves = self.leaves_at(at, *points.first()?);
        let inside = points
            .iter()
            .map(|point| (*point, ScreenRect::around(*point, size.0, size.1)))
            .find(|(_, rect)| {
                self.occupancy.is_free(rect) && self.part_outside(&leaves, rect) == 0.0
            });
        let is_district = self.context.atlas().place(at.as_str()).is_none();
        if let Some(found) = inside.filter(|_| is_district) {
            return Some(found);
        }
        let frontiers = self.frontiers();
        let own_cost = |point: ScreenPoint, rect: &ScreenRect| {
            let frame = rect.expand(-0.5 * AIR.0 * u);
            let beyond = !frontiers.is_on_the_side_of(point, &frame);
            let outside = self.part_outside(&leaves, rect);
            OUTSIDE * outside + if beyond { BEYOND } else { 0.0 }
        };
        let place = |point: ScreenPoint| {
            let cost = |rect: &ScreenRect| own_cost(point, rect);
            let (cost, rect) = self.callout_place(point, size, &cost)?;
            Some((cost, point, rect))
        };
        let best = points.into_iter().filter_map(place);
        let best = best.min_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, point, rect)| (point, rect))
    }

    /// The districts without parts to which a sign belongs: those of its district, or those of the
    /// drawn area around its place.
    fn leaves_at(&self, at: &AreaId, point: ScreenPoint) -> BTreeSet<String> {
        let atlas = self.context.atlas();
        if atlas.place(at.as_str()).is_none() {
            let leaves = atlas.leaves_of(&at.as_str().into()).into_iter();
            return leaves.map(|(leaf, _)| leaf.to_string()).collect();
        }
        let found = self.district_under(point);
        let around = self
            .drawn
            .iter()
            .find(|area| area.leaves.iter().any(|leaf| Some(leaf) == found.as_ref()));
        match around {
            Some(area) => area.leaves.iter().cloned().collect(),
            None => found.into_iter().collect(),
        }
    }

    fn district_under(&self, point: ScreenPoint) -> Option<String> {
        let map = self.context.session.viewport().map_from_screen(point);
        let found = self.context.geometry().district_at(map);
        found.map(str::to_owned)
    }

    /// Part of the corners and the middle of a rectangle that lies outside districts, 0 to 1.
    fn part_outside(&self, leaves: &BTreeSet<String>, rect: &ScreenRect) -> f32 {
        let points = rect.corners().into_iter().chain([rect.centre()]);
        let outside = points.filter(|point| {
            let found = self.district_under(*point);
            found.is_none_or(|id| !leaves.contains(&id))
        });
        outside.count() as f32 / 5.0
    }
}

/// Whether a report puts a force somewhere, so that it has a sign there.
pub(super) fn has_sign(fix: &Fix) -> bool {
    matches!(fix.kind, FixKind::Stands | FixKind::Arrives)
}
