//! Reports of a whole district or group of districts: a roster below its name, without a leader,
//! because no point within it is on record. Where none fits there, the roster has the district's
//! name as its heading and stands in the district, otherwise in a list at the edge of the map.

use super::builder::SceneBuilder;
use super::frontiers::Frontiers;
use super::list::{Layer, Shape, Stroke};
use super::occupancy::YieldingRank;
use super::report_entry::{ReportBlock, ReportEntry};
use super::report_words::{EntryForm, Wording};
use super::stacks::KEY_RADIUS;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::DistrictId;

/// Distances from a district's name to its roster, in design units, tried in turn.
const BELOW: [f32; 6] = [3.0, 8.0, 16.0, 28.0, 44.0, 62.0];
/// Distance between positions that are tried for a list, in design units.
const STEP: f32 = 36.0;
/// Maximum number of free positions of a list that are compared.
const MOST_COMPARED: usize = 160;
/// Area in square design units, of districts on record and of the map as a whole, that costs as much
/// to hide as a design unit of distance.
const HIDDEN: f32 = 30.0;
const AREA: f32 = 450.0;
/// Greatest share of a list that may hide districts on record before its signs and its words are
/// parted, or before words alone are left out of a narrow map: the situation in words tells them.
const MOST_HIDDEN: f32 = 0.04;
/// Width of a map, in design units, below which it is narrow.
const NARROW: f32 = 900.0;
/// Height of a map, in design units, below which a list that finds no free room is left out: it would
/// lie over most of the map. The situation in words tells it.
const LOW: f32 = 300.0;
/// What it costs to hide the name of a state, in design units of distance.
const NAME_OF_STATE: f32 = 220.0;
/// Distance from a list to its card's edge, in design units.
const PADDING: f32 = 8.0;
/// The forms of a roster, tried in turn.
const FORMS: [EntryForm; 5] = [
    form(Wording::Full, 230.0),
    form(Wording::Full, 160.0),
    form(Wording::Brief, 220.0),
    form(Wording::Brief, 140.0),
    form(Wording::Name, 130.0),
];

/// The forms of a list at the edge of the map, each with what it costs to say no more, in design
/// units of distance.
const LIST_FORMS: [(EntryForm, f32); 7] = [
    (form(Wording::Full, 470.0), 0.0),
    (form(Wording::Full, 320.0), 0.0),
    (form(Wording::Full, 230.0), 0.0),
    (form(Wording::Brief, 400.0), 160.0),
    (form(Wording::Brief, 300.0), 160.0),
    (form(Wording::Brief, 200.0), 160.0),
    (form(Wording::Name, 130.0), 420.0),
];

const fn form(wording: Wording, width: f32) -> EntryForm {
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

/// Reports that found no room where they belong: told in a list under the name of their place or
/// district.
pub(super) struct Listed<'a> {
    pub(super) heading: String,
    /// The letter that also stands at the place; `None` for a district.
    pub(super) key: Option<char>,
    /// Where the place or district is.
    pub(super) at: ScreenPoint,
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

    /// Draws reports as a list on a card, at the edge of the map where there is room.
    pub(super) fn list(&mut self, listed: &Listed<'_>) {
        if self.list_card(listed, false) {
            return;
        }
        // Signs and words in two cards of their own find room where one card of all is too large.
        let of = |signed: bool| Listed {
            heading: listed.heading.clone(),
            entries: listed
                .entries
                .iter()
                .copied()
                .filter(|e| e.has_sign() == signed)
                .collect(),
            ..*listed
        };
        let parts = [of(true), of(false)];
        if parts.iter().any(|part| part.entries.is_empty()) {
            self.list_card(listed, true);
        } else {
            for part in &parts {
                self.list_card(part, true);
            }
        }
    }

    /// One card of a list in free space; where there is none, only with `anyway`. Returns whether it
    /// was drawn.
    fn list_card(&mut self, listed: &Listed<'_>, anyway: bool) -> bool {
        let (u, theme) = (self.u, self.context.theme);
        let key_room = listed.key.map_or(0.0, |_| 2.0 * KEY_RADIUS + 6.0) * u;
        let card_size = |block: &ReportBlock<'_>| {
            let padding = 2.0 * PADDING * u;
            (block.size.0 + key_room + padding, block.size.1 + padding)
        };
        let mut found: Option<(f32, YieldingRank, ScreenRect, EntryForm)> = None;
        for (form, silence) in LIST_FORMS {
            let block = self.report_block(&listed.entries, form, Some(&listed.heading));
            let spots = self.list_spots(listed.at, card_size(&block));
            for (highest, name) in [
                (YieldingRank::Minor, 0.0),
                (YieldingRank::State, NAME_OF_STATE),
            ] {
                self.occupancy.let_names_yield(Some(highest));
                let Some((cost, rect)) = self.open_spot(&spots) else {
                    continue;
                };
                let cost = cost + (silence + name) * u;
                if found.as_ref().is_none_or(|(least, ..)| cost < *least) {
                    found = Some((cost, highest, rect, form));
                }
            }
        }
        let is_low = self.occupancy.frame().height() < LOW * u;
        // Of all forms the one that covers least.
        let crowded = || {
            let tried = LIST_FORMS.iter().filter_map(|(form, _)| {
                let block = self.report_block(&listed.entries, *form, Some(&listed.heading));
                let spots = self.list_spots(listed.at, card_size(&block));
                Some((YieldingRank::Town, self.least_covered(&spots)?, *form))
            });
            let covered = |(_, rect, _): &(_, ScreenRect, _)| self.occupancy.covered(rect);
            tried.min_by(|a, b| covered(a).total_cmp(&covered(b)))
        };
        let found = found.map(|(_, rank, card, form)| (rank, card, form));
        let found = found.or_else(|| crowded().filter(|_| anyway && !is_low));
        let is_open = |card: &ScreenRect| {
            let hidden = self.ground.as_ref().map_or(0.0, |g| g.hidden_record(card));
            hidden <= MOST_HIDDEN * card.width() * card.height()
        };
        let is_narrow = self.occupancy.frame().width() < NARROW * u;
        let has_sign = listed.entries.iter().any(ReportEntry::has_sign);
        let is_kept = anyway && (has_sign || !is_narrow);
        let found = found.filter(|(_, card, _)| is_kept || is_open(card));
        let Some((rank, card, form)) = found else {
            self.occupancy.let_names_yield(None);
            return false;
        };
        self.occupancy.let_names_yield(Some(rank));
        let block = self.report_block(&listed.entries, form, Some(&listed.heading));
        self.add(
            Layer::Unit,
            None,
            Shape::Box {
                rect: card,
                round: 3.0 * u,
                fill: Some(theme.card.alpha(0.93)),
                stroke: Some(Stroke::solid(theme.rule, 1.0 * u)),
            },
        );
        let corner = card.min.plus(PADDING * u + key_room, PADDING * u);
        let rect = ScreenRect::sized(corner, block.size.0, block.size.1);
        if let Some(key) = listed.key {
            let at = card
                .min
                .plus((PADDING + KEY_RADIUS) * u, (PADDING + KEY_RADIUS - 1.0) * u);
            self.key_disc(at, key);
        }
        self.draw_block(&block, &rect, false);
        self.occupancy.take(card);
        self.occupancy.let_names_yield(None);
        true
    }

    /// Rectangles of a size all over the frame, those near its edge and near a point first.
    fn list_spots(&self, at: ScreenPoint, size: (f32, f32)) -> Vec<(f32, ScreenRect)> {
        let frame = self.occupancy.frame();
        self.spots(size, |rect| {
            let edge = (rect.min.x - frame.min.x)
                .min(frame.max.x - rect.max.x)
                .min(rect.min.y - frame.min.y)
                .min(frame.max.y - rect.max.y);
            rect.nearest(at).distance(at) + 2.0 * edge
        })
    }

    /// Of some rectangles with their costs, the cheapest first, the best free one that hides little of
    /// the districts, with its cost in points; `None` where none is free.
    pub(super) fn open_spot(&self, spots: &[(f32, ScreenRect)]) -> Option<(f32, ScreenRect)> {
        let hidden = |rect: &ScreenRect| self.ground.as_ref().map_or(0.0, |g| g.hidden(rect));
        let cost = |rect: &ScreenRect| {
            let area = rect.width() * rect.height();
            (hidden(rect) / HIDDEN + area / AREA) / self.u
        };
        let free = spots.iter().filter(|(_, r)| self.occupancy.is_free(r));
        free.take(MOST_COMPARED)
            .map(|(distance, rect)| (distance + cost(rect), *rect))
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// Of some rectangles the one that overlaps names and signs least.
    pub(super) fn least_covered(&self, spots: &[(f32, ScreenRect)]) -> Option<ScreenRect> {
        let rects: Vec<ScreenRect> = spots.iter().map(|(_, rect)| *rect).collect();
        self.occupancy.best(&rects)
    }

    /// Rectangles of a size all over the frame, in the order of their cost.
    pub(super) fn spots(
        &self,
        (w, h): (f32, f32),
        cost: impl Fn(&ScreenRect) -> f32,
    ) -> Vec<(f32, ScreenRect)> {
        let (step, frame) = (STEP * self.u, self.occupancy.frame().expand(-6.0 * self.u));
        let steps = |room: f32| (0..=(room.max(0.0) / step).ceil() as u16).map(f32::from);
        let (across, down) = (frame.width() - w, frame.height() - h);
        let mut found: Vec<(f32, ScreenRect)> = Vec::new();
        for y in steps(down) {
            for x in steps(across) {
                let corner = frame.min.plus((x * step).min(across), (y * step).min(down));
                let rect = ScreenRect::sized(corner, w, h);
                found.push((cost(&rect), rect));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found
    }
}
