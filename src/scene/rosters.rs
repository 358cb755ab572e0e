//! Reports of a whole district or group of districts: a roster below its name, without a leader,
//! because no point within it is on record. Where none fits there, the roster has the district's
//! name as its heading and stands in the district, otherwise in a list at the edge of the map (`report_lists`).

use super::builder::SceneBuilder;
use super::frontiers::Frontiers;
use super::report_entry::{ReportBlock, ReportEntry};
use super::report_words::{EntryForm, Wording};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::DistrictId;

/// Distances from a district's name to its roster, in design units, tried in turn.
const BELOW: [f32; 6] = [3.0, 8.0, 16.0, 28.0, 44.0, 62.0];
/// The forms of a roster, tried in turn.
const FORMS: [EntryForm; 5] = [
    form(Wording::Full, 230.0),
    form(Wording::Full, 160.0),
    form(Wording::Brief, 220.0),
    form(Wording::Brief, 140.0),
    form(Wording::Name, 130.0),
];

pub(super) const fn form(wording: Wording, width: f32) -> EntryForm {
    EntryForm {
        scale: 0.62,
        wording,
        width,
    }
}

/// The reports of one district or group.
pub(super) struct Roster<'a> {
    pub(super) area: DistrictId,
    pub(super) entries: Vec<ReportEntry<'a>>,
}

impl SceneBuilder<'_> {
    /// Draws a roster below its district's name or inside the district. Returns whether there was
    /// room.
    pub(super) fn roster(&mut self, roster: &Roster<'_>, frontiers: &Frontiers) -> bool {
        let name = self
            .context
            .atlas()
            .name(roster.area.as_str(), self.context.text.language())
            .to_owned();
        let inside = self.spots_inside(&roster.area);
        let name_box = self.name_boxes.get(roster.area.as_str()).copied();
        let heading = if self.is_named(&roster.area) {
            None
        } else {
            Some(name.as_str())
        };
        let tried = |form: &EntryForm| {
            let below = self.report_block(&roster.entries, *form, heading);
            if let Some(rect) =
                name_box.and_then(|b| self.below(&roster.area, &b, &below, frontiers))
            {
                return Some((below, rect));
            }
            let headed = self.report_block(&roster.entries, *form, Some(&name));
            let mut rects = inside
                .iter()
                .map(|at| ScreenRect::around(*at, headed.size.0, headed.size.1));
            let fits = |rect: &ScreenRect| {
                self.occupancy.is_free(&rect.expand(2.0 * self.u))
                    && self.is_in_area(&roster.area, rect)
            };
            let rect = rects.find(fits)?;
            Some((headed, rect))
        };
        // A roster that finds no room in its smallest form rarely finds any in a larger one.
        let (last, larger) = (FORMS[FORMS.len() - 1], &FORMS[..FORMS.len() - 1]);
        let found =
            tried(&last).and_then(|smallest| larger.iter().find_map(tried).or(Some(smallest)));
        let Some((block, rect)) = found else {
            return false;
        };
        self.draw_block(&block, &rect, false);
        true
    }

    /// Whether the name drawn for a district is its own, not that of a larger area.
    fn is_named(&self, area: &DistrictId) -> bool {
        let atlas = self.context.atlas();
        let Some(name_box) = self.name_boxes.get(area.as_str()) else {
            return false;
        };
        let parent = atlas.district(area.as_str()).and_then(|d| d.parent.clone());
        let holds = |members: &[DistrictId]| {
            members.contains(area) || parent.as_ref().is_some_and(|p| members.contains(p))
        };
        let groups = atlas.manifest.groups.iter();
        let groups = groups.filter(|g| holds(&g.members)).map(|g| g.id.clone());
        let mut larger = groups.chain(parent.clone());
        !larger.any(|id| self.name_boxes.get(id.as_str()) == Some(name_box))
    }

    /// Room below, beside or above the box of a name.
    fn below(
        &self,
        area: &DistrictId,
        name: &ScreenRect,
        block: &ReportBlock<'_>,
        frontiers: &Frontiers,
    ) -> Option<ScreenRect> {
        let (u, (w, h)) = (self.u, block.size);
        let middle = name.centre();
        let mut corners = Vec::new();
        for gap in BELOW.map(|gap| gap * u) {
            for shift in [0.0, -0.25, 0.25, -0.5, 0.5] {
                let x = middle.x - w / 2.0 + shift * w;
                corners.push(ScreenPoint::new(x, name.max.y + gap));
            }
        }
        for gap in BELOW.map(|gap| gap * u) {
            for y in [middle.y - h / 2.0, name.min.y, name.max.y - h] {
                corners.push(ScreenPoint::new(name.max.x + gap, y));
                corners.push(ScreenPoint::new(name.min.x - gap - w, y));
            }
            for shift in [0.0, -0.25, 0.25] {
                let x = middle.x - w / 2.0 + shift * w;
                corners.push(ScreenPoint::new(x, name.min.y - gap - h));
            }
        }
        let rects = corners.into_iter().map(|c| ScreenRect::sized(c, w, h));
        // The signs must stand inside the district; words may reach beyond it.
        let is_inside = |rect: &ScreenRect| {
            let frames = block.frames(rect, false);
            let beginning = ScreenRect::sized(rect.min, h.min(w), h);
            let frames = if frames.is_empty() {
                vec![beginning]
            } else {
                frames
            };
            frames.iter().all(|frame| self.is_in_area(area, frame))
        };
        rects
            .filter(|r| self.is_free_for(block, r) && is_inside(r))
            .find(|r| frontiers.is_on_the_side_of(middle, r))
    }

    fn is_free_for(&self, block: &ReportBlock<'_>, rect: &ScreenRect) -> bool {
        let pieces = block.pieces(rect, false);
        pieces
            .iter()
            .all(|p| self.occupancy.is_free(&p.expand(2.0 * self.u)))
    }

    /// Points of a district at which a label may be set, those nearest to its middle first.
    fn spots_inside(&self, area: &DistrictId) -> Vec<ScreenPoint> {
        let (context, frame) = (self.context, self.occupancy.frame());
        let geometry = context.geometry();
        let leaves = context.atlas().leaves_of(area);
        let leaves = leaves
            .iter()
            .filter_map(|(id, _)| geometry.districts.get(id.as_str()));
        let spots = leaves.flat_map(|a| &a.candidates).map(|s| self.at(s.at));
        let mut spots: Vec<ScreenPoint> = spots.filter(|p| frame.holds(*p)).collect();
        if let Some(middle) = geometry.anchor_of(area.as_str()).map(|p| self.at(p)) {
            spots.sort_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)));
        }
        spots
    }

    /// Whether any of a district is seen.
    pub(super) fn is_area_seen(&self, area: &DistrictId) -> bool {
        !self.spots_inside(area).is_empty()
    }

    /// Whether the corners and the middle of a rectangle lie in a district.
    fn is_in_area(&self, area: &DistrictId, rect: &ScreenRect) -> bool {
        let leaves = self.context.atlas().leaves_of(area);
        let view = self.context.session.viewport();
        let mut points = rect.corners().into_iter().chain([rect.centre()]);
        points.all(|p| {
            let found = self.context.geometry().district_at(view.map_from_screen(p));
            found.is_some_and(|id| leaves.iter().any(|(leaf, _)| leaf.as_str() == id))
        })
    }
}
