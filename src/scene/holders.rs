//! Who holds what: a ribbon inside the outline of what a party holds, a ring around a town, and a
//! bracket at the name of a district of which an unnamed part is held. Each has the party's letter:
//! filled where the holding is certain, open where it is only possible.

use std::collections::BTreeMap;

use super::builder::{SceneBuilder, TextStyle};
use super::fill_style::{part_holders, whole_holders};
use super::list::{Layer, LegendHolder, LegendRank, LegendSign, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::model::PartyId;
use crate::time::Truth;

/// Distance of a ribbon's middle from the outline, in design units.
const MIDDLE: f32 = 7.4;
/// Width of a ribbon with its edges, in design units.
const WIDTH: f32 = 10.6;
/// Width of a ribbon between its edges, in design units.
const INNER_WIDTH: f32 = 7.4;
/// Distance of the line along the outline of a ribbon of a certain holding, and its width, in
/// design units.
const OUTER_LINE: (f32, f32) = (2.8, 3.2);
/// Radius of a letter's roundel, in design units.
pub(super) const ROUNDEL: f32 = 9.4;
/// Space around a roundel, in design units.
const ROUNDEL_AIR: f32 = 1.6;
/// Distance between the letters along a ribbon, in design units.
const APART: f32 = 150.0;
/// Distance between the places along a ribbon at which a letter is tried, in design units.
const STEP: f32 = 5.0;
/// Length of ribbon to either side of a letter that must be nearly straight, in design units.
const STRAIGHT: f32 = 14.0;
/// Least part of that length that its ends must be apart.
const STRAIGHTNESS: f32 = 0.9;

/// Opacity of the party's color inside a ribbon of a possible holding.
pub(super) const POSSIBLE_TINT: f32 = 0.3;

/// The holders of a ribbon, each with whether its holding is certain or possible.
pub(super) type Holders = Vec<(PartyId, Truth)>;

/// A place along a ribbon.
struct Spot {
    at: ScreenPoint,
    /// Distance along the ribbon, in points.
    along: f32,
    is_straight: bool,
}

impl<'a> SceneBuilder<'a> {
    /// The districts without parts that are held as a whole, by their holders.
    fn held_districts(&self) -> BTreeMap<Holders, Vec<&'a str>> {
        let mut held: BTreeMap<Holders, Vec<&'a str>> = BTreeMap::new();
        for state in self.context.situation.districts() {
            let holders = whole_holders(state).into_iter();
            let holders: Holders = holders.map(|(p, truth)| (p.clone(), truth)).collect();
            if !holders.is_empty() {
                held.entry(holders).or_default().push(state.id().as_str());
            }
        }
        held
    }

    /// Ribbons inside the outlines of what is held as a whole: one for each connected area of
    /// districts that have the same holders.
    pub(super) fn ribbons(&mut self) {
        let u = self.u;
        for (holders, districts) in self.held_districts() {
            let rings = self
                .context
                .geometry()
                .inset_of_union(&districts, self.km(MIDDLE));
            for (i, (party, truth)) in holders.iter().enumerate() {
                let (colors, land) = (self.colors_of(party), self.context.theme.land);
                let is_certain = *truth == Truth::Certain;
                let pieces = if holders.len() == 1 {
                    std::sync::Arc::clone(&rings)
                } else {
                    let pieces = rings
                        .iter()
                        .flat_map(|ring| self.share(ring, i, holders.len()));
                    std::sync::Arc::new(pieces.collect())
                };
                let inner = if is_certain {
                    colors.fill
                } else {
                    colors.fill.over(land, POSSIBLE_TINT)
                };
                for (color, width) in [(colors.mid, WIDTH), (inner, INNER_WIDTH)] {
                    let stroke = Stroke::solid(color, width * u);
                    let rings = std::sync::Arc::clone(&pieces);
                    self.add(Layer::Band, None, Shape::MapRings { rings, stroke });
                }
                if is_certain && holders.len() == 1 {
                    let (inside, width) = OUTER_LINE;
                    let rings = self
                        .context
                        .geometry()
                        .inset_of_union(&districts, self.km(inside));
                    let stroke = Stroke::solid(colors.mid, width * u);
                    self.add(Layer::Band, None, Shape::MapRings { rings, stroke });
                }
            }
            self.explain_ribbon(&holders, &districts);
        }
    }

    /// How many pieces a ribbon of several holders has in turn, each about [`APART`] long: a
    /// multiple of their number.
    fn count_of_pieces(&self, long: f32, holders: usize) -> usize {
        let turns = long / (APART * self.u * holders as f32);
        holders * turns.round().max(1.0) as usize
    }

    /// The pieces of a ring that belong to one of several holders, who follow each other in turn.
    fn share(&self, ring: &[MapPoint], holder: usize, holders: usize) -> Vec<Vec<MapPoint>> {
        let km = |a: &MapPoint, b: &MapPoint| (b.x - a.x).hypot(b.y - a.y);
        let long: f64 = ring.windows(2).map(|w| km(&w[0], &w[1])).sum();
        let points = long * self.context.session.viewport().scale;
        let piece = long / self.count_of_pieces(points as f32, holders) as f64;
        let mut pieces: Vec<Vec<MapPoint>> = Vec::new();
        let (mut along, mut number) = (0.0, 0_usize);
        let mut open: Vec<MapPoint> = ring.first().copied().into_iter().collect();
        for pair in ring.windows(2) {
            let (start, long) = (along, km(&pair[0], &pair[1]));
            along += long;
            while along > piece * (number + 1) as f64 {
                let part = (piece * (number + 1) as f64 - start) / long.max(1e-12);
                let cut = MapPoint {
                    x: pair[0].x + part * (pair[1].x - pair[0].x),
                    y: pair[0].y + part * (pair[1].y - pair[0].y),
                };
                open.push(cut);
                pieces.push(std::mem::replace(&mut open, vec![cut]));
                number += 1;
            }
            open.push(pair[1]);
        }
        pieces.push(open);
        let of_holder = pieces.into_iter().enumerate();
        let of_holder = of_holder.filter(|(i, _)| i % holders == holder);
        of_holder.map(|(_, piece)| piece).collect()
    }

    fn explain_ribbon(&mut self, holders: &Holders, districts: &[&str]) {
        let of = |truth: Truth| -> Vec<String> {
            let parties = holders.iter().filter(|(_, t)| *t == truth);
            parties.map(|(p, _)| self.name_of(p)).collect()
        };
        let text = self.context.text;
        let (certain, possible) = (of(Truth::Certain), of(Truth::Possible));
        let (rank, words) = match (certain.as_slice(), possible.as_slice()) {
            (_, []) => {
                let parties = text.join(&certain);
                let words = text.with("legend-held-by", &[("parties", &parties)]);
                (LegendRank::Held, words)
            }
            ([], _) => {
                let parties = text.join(&possible);
                let words = text.with("legend-possibly-held-by", &[("parties", &parties)]);
                (LegendRank::PossiblyHeld, words)
            }
            _ => {
                let (certain, possible) = (text.join(&certain), text.join(&possible));
                let parties = [("parties", certain.as_str()), ("possibly", &possible)];
                (LegendRank::Held, text.with("legend-held-by-both", &parties))
            }
        };
        for district in districts {
            if !self.is_drawn_area_seen(district) {
                continue;
            }
            let sign = LegendSign::Ribbon(self.legend_holders(holders));
            self.explain_of(rank, sign, words.clone(), district);
        }
    }

    pub(super) fn name_of(&self, party: &PartyId) -> String {
        let language = self.context.text.language();
        self.context
            .atlas()
            .name(party.as_str(), language)
            .to_owned()
    }

    pub(super) fn legend_holders(&self, holders: &[(PartyId, Truth)]) -> Vec<LegendHolder> {
        let holder = |(party, truth): &(PartyId, Truth)| LegendHolder {
            colors: self.colors_of(party),
            letter: self.letter_of(party),
            is_certain: *truth == Truth::Certain,
        };
        holders.iter().map(holder).collect()
    }

    /// The letters along the ribbons and at the rings of towns. They come after the names that stay
    /// in place while the date moves, and avoid them.
    pub(super) fn holder_letters(&mut self) {
        let mut placed: Vec<(ScreenPoint, (PartyId, Truth))> = Vec::new();
        for (holders, districts) in self.held_districts() {
            let rings = self
                .context
                .geometry()
                .inset_of_union(&districts, self.km(MIDDLE));
            for ring in rings.iter() {
                let points: Vec<ScreenPoint> = ring.iter().map(|p| self.at(*p)).collect();
                let before: Vec<ScreenPoint> = placed
                    .iter()
                    .filter(|(_, of)| holders.contains(of))
                    .map(|(at, _)| *at)
                    .collect();
                let letters = self.letters_along(&points, &holders, &before);
                placed.extend(letters.into_iter().map(|(at, i)| (at, holders[i].clone())));
            }
        }
        self.town_letters(&placed);
    }

    /// Letters along one ring of a ribbon, about [`APART`] from each other and at least one of each
    /// holder. `before` are the letters along other rings. Returns where they stand, each with the
    /// position of its holder.
    fn letters_along(
        &mut self,
        ring: &[ScreenPoint],
        holders: &Holders,
        before: &[ScreenPoint],
    ) -> Vec<(ScreenPoint, usize)> {
        let long: f32 = ring.windows(2).map(|w| w[0].distance(w[1])).sum();
        let spots = self.roundel_spots(ring);
        let spots: Vec<&Spot> = spots
            .iter()
            .filter(|s| self.is_point_on_map(s.at))
            .collect();
        if spots.is_empty() {
            return Vec::new();
        }
        let wanted: Vec<(f32, usize)> = if holders.len() == 1 {
            let seen = spots.len() as f32 * STEP * self.u;
            let count = (seen / (APART * self.u)).round().max(1.0) as usize;
            let middle = |i: usize| spots[(2 * i + 1) * spots.len() / (2 * count)].along;
            (0..count).map(|i| (middle(i), 0)).collect()
        } else {
            let count = self.count_of_pieces(long, holders.len());
            let middle = |i: usize| (i as f32 + 0.5) * long / count as f32;
            (0..count).map(|i| (middle(i), i % holders.len())).collect()
        };
        let reach = long / wanted.len() as f32 * 0.45;
        let mut placed: Vec<(ScreenPoint, usize)> = Vec::new();
        for (along, holder) in wanted {
            let mut near: Vec<&&Spot> = spots
                .iter()
                .filter(|s| (s.along - along).abs() <= reach)
                .collect();
            near.sort_by(|a, b| (a.along - along).abs().total_cmp(&(b.along - along).abs()));
            let apart = APART * 0.4 * self.u;
            let is_clear = |s: &&&Spot| {
                self.occupancy.is_free(&self.roundel_rect(s.at))
                    && placed.iter().all(|(other, _)| other.distance(s.at) > apart)
                    && before.iter().all(|other| other.distance(s.at) > apart)
            };
            let straight = near.iter().filter(|s| s.is_straight).find(|s| is_clear(s));
            let spot = straight.or_else(|| near.iter().find(|s| is_clear(s)));
            if let Some(at) = spot.map(|s| s.at) {
                self.holder_letter(at, &holders[holder]);
                placed.push((at, holder));
            }
        }
        for (holder, of_holder) in holders.iter().enumerate() {
            if placed.iter().any(|(_, of)| *of == holder) {
                continue;
            }
            // A letter along a ring beside it tells the holder of this one too.
            let is_beside = |s: &&&Spot| {
                let near = 3.0 * ROUNDEL * self.u;
                before.iter().any(|other| other.distance(s.at) < near)
            };
            if holders.len() == 1 && spots.iter().any(|s| is_beside(&s)) {
                continue;
            }
            let rects: Vec<ScreenRect> = spots.iter().map(|s| self.roundel_rect(s.at)).collect();
            if let Some(rect) = self.occupancy.best(&rects) {
                self.holder_letter(rect.centre(), of_holder);
                placed.push((rect.centre(), holder));
            }
        }
        placed
    }

    /// Places along a ring, [`STEP`] from each other.
    fn roundel_spots(&self, ring: &[ScreenPoint]) -> Vec<Spot> {
        let step = STEP * self.u;
        let mut points = Vec::new();
        let (mut along, mut next) = (0.0, step / 2.0);
        for pair in ring.windows(2) {
            let long = pair[0].distance(pair[1]);
            while next < along + long {
                points.push((pair[0].toward(pair[1], (next - along) / long), next));
                next += step;
            }
            along += long;
        }
        if points.is_empty() {
            points.extend(ring.first().map(|p| (*p, 0.0)));
        }
        let count = points.len();
        let reach = ((STRAIGHT / STEP).round() as usize).min(count / 2);
        let spot = |i: usize| {
            let (before, after) = (
                points[(i + count - reach) % count].0,
                points[(i + reach) % count].0,
            );
            Spot {
                at: points[i].0,
                along: points[i].1,
                is_straight: before.distance(after) >= 2.0 * reach as f32 * step * STRAIGHTNESS,
            }
        };
        (0..count).map(spot).collect()
    }

    pub(super) fn roundel_rect(&self, at: ScreenPoint) -> ScreenRect {
        let across = 2.0 * (ROUNDEL + ROUNDEL_AIR) * self.u;
        ScreenRect::around(at, across, across)
    }

    /// Whether a roundel at a point lies on the map as a whole.
    fn is_point_on_map(&self, at: ScreenPoint) -> bool {
        self.occupancy.frame().holds_rect(&self.roundel_rect(at))
    }

    pub(super) fn holder_letter(&mut self, at: ScreenPoint, (party, truth): &(PartyId, Truth)) {
        let (ink, letter) = (self.colors_of(party).line, self.letter_of(party));
        let land = self.context.theme.land;
        self.disc(Layer::Place, None, at, ROUNDEL + ROUNDEL_AIR, land);
        let is_open = *truth != Truth::Certain;
        self.roundel(Layer::Place, at, ROUNDEL, &letter, ink, is_open);
        self.occupancy.take(self.roundel_rect(at));
    }

    /// Brackets at the names of drawn areas of which an unnamed part is held.
    pub(super) fn brackets(&mut self) {
        for drawn in std::rc::Rc::clone(&self.drawn).iter() {
            let mut holders: Holders = Vec::new();
            for leaf in &drawn.leaves {
                let Some(state) = self.context.situation.district(leaf) else {
                    continue;
                };
                for (party, truth) in part_holders(state) {
                    match holders.iter_mut().find(|(known, _)| known == party) {
                        Some(known) => known.1 = known.1.max(truth),
                        None => holders.push((party.clone(), truth)),
                    }
                }
            }
            // On a slide a bracket without a name would say of nothing that it is held in part.
            let has_name = self.name_boxes.contains_key(&drawn.id);
            if holders.is_empty() || (self.context.is_slide() && !has_name) {
                continue;
            }
            for holder in &holders {
                let key = if holder.1 == Truth::Certain {
                    "legend-held-in-part"
                } else {
                    "legend-possibly-held-in-part"
                };
                let name = self.name_of(&holder.0);
                let words = self.context.text.with(key, &[("party", &name)]);
                let sign = LegendSign::Bracket(self.legend_holders(std::slice::from_ref(holder)));
                if self.is_drawn_area_seen(&drawn.id) {
                    self.explain_of(LegendRank::HeldInPart, sign, words, &drawn.id);
                }
            }
            self.bracket_at_name(&drawn.id, &holders);
        }
    }

    /// The districts under the middle and both ends of a rectangle, and whether each is a part of an
    /// area or the area itself; `None` where there is no district.
    fn lies_on(&self, rect: &ScreenRect, id: &str) -> [Option<bool>; 3] {
        let leaves = self.context.atlas().leaves_of(&id.into());
        let (view, middle) = (self.context.session.viewport(), rect.centre());
        [-0.5, 0.0, 0.5].map(|part| {
            let at = middle.plus(part * rect.width(), 0.0);
            let geometry = self.context.geometry();
            let district = geometry.district_at(view.map_from_screen(at))?;
            Some(leaves.iter().any(|(leaf, _)| leaf.as_str() == district))
        })
    }

    /// Whether a rectangle lies on a district that is no part of this one.
    fn lies_on_another(&self, rect: &ScreenRect, id: &str) -> bool {
        self.lies_on(rect, id).contains(&Some(false))
    }

    /// The free rectangle of a size within an area that is next to a point.
    fn free_within(&self, size: (f32, f32), id: &str, at: ScreenPoint) -> Option<ScreenRect> {
        let spots = self.spots(size, |rect| rect.centre().distance(at));
        let spots = spots.into_iter().map(|(_, rect)| rect);
        let is_within = |rect: &ScreenRect| self.lies_on(rect, id) == [Some(true); 3];
        spots
            .filter(|rect| self.occupancy.is_free(rect))
            .find(is_within)
    }

    fn bracket_at_name(&mut self, id: &str, holders: &Holders) {
        let u = self.u;
        let words = self.context.text.get("in-part");
        let style = TextStyle {
            face: Face::Italic,
            size: 15.5,
            color: self.context.theme.ink,
            halo: Some(self.context.theme.land),
        };
        let letter = 2.0 * ROUNDEL + 2.0;
        let wide = self.width(&words, style) + (letter * holders.len() as f32 + 22.0) * u;
        let high = (2.0 * ROUNDEL + 5.0) * u;
        let around = |x: f32, y: f32| ScreenRect::around(ScreenPoint::new(x, y), wide, high);
        let named = self.name_boxes.get(id).copied();
        let mut candidates: Vec<ScreenRect> = named.map_or_else(Vec::new, |name| {
            let (middle, air) = (name.centre(), 2.0 * u);
            let (below, above) = (name.max.y + high / 2.0 + air, name.min.y - high / 2.0 - air);
            // The large type of a slide needs more space between the name and the bracket.
            let aside = if self.context.is_slide() { 6.0 } else { 2.0 };
            let beside = wide / 2.0 + aside * air;
            let foot = name.max.y - high / 2.0;
            vec![
                around(middle.x, below),
                around(name.min.x + wide / 2.0, below),
                around(name.max.x - wide / 2.0, below),
                around(name.max.x + beside, foot),
                around(name.min.x - beside, foot),
                around(middle.x, above),
            ]
        });
        // A bracket is read of the district on which it lies. On a slide, in large type, it may be as
        // wide as one; there it is left out where it would lie on another.
        let anywhere = candidates.clone();
        candidates.retain(|rect| !self.lies_on_another(rect, id));
        let area = self.context.geometry().area_of(id);
        let area = area.filter(|area| self.is_seen(area));
        let inside = || {
            let inside = self.candidate(area?, (wide, high), 0.7);
            let inside = inside.filter(|rect| !self.lies_on_another(rect, id));
            let at = named.map(|name| name.centre());
            inside.or_else(|| self.free_within((wide, high), id, at?))
        };
        let rect = self.occupancy.first_free(candidates.iter().copied());
        let rect = rect.or_else(inside);
        let rect = rect.or_else(|| self.occupancy.best(&candidates));
        let crowded = || self.occupancy.best(&anywhere);
        let is_slide = self.context.is_slide();
        let Some(rect) = rect.or_else(|| crowded().filter(|_| !is_slide)) else {
            return;
        };
        self.occupancy.take(rect);
        self.hit(rect, id);
        // The same rectangle also stands for the parts that have no name of their own.
        if let Some(name) = named {
            let whole = name.union(&rect);
            for named_here in self.name_boxes.values_mut().filter(|b| **b == name) {
                *named_here = whole;
            }
        }
        let ink = self.context.theme.ink;
        for (x, foot) in [(rect.min.x + 2.0 * u, 5.0), (rect.max.x - 2.0 * u, -5.0)] {
            let (top, bottom) = (rect.min.y + 2.0 * u, rect.max.y - 2.0 * u);
            let line = [
                ScreenPoint::new(x + foot * u, top),
                ScreenPoint::new(x, top),
                ScreenPoint::new(x, bottom),
                ScreenPoint::new(x + foot * u, bottom),
            ];
            for (color, width) in [(self.context.theme.land, 4.4), (ink, 1.8)] {
                let stroke = Stroke::solid(color, width * u);
                self.path(Layer::Pill, None, line.to_vec(), stroke);
            }
        }
        let mut x = rect.min.x + (9.0 + ROUNDEL) * u;
        let middle = rect.centre().y;
        for (party, truth) in holders {
            let (ink, party) = (self.colors_of(party).line, self.letter_of(party));
            let at = ScreenPoint::new(x, middle);
            let is_open = *truth != Truth::Certain;
            self.roundel(Layer::Pill, at, ROUNDEL, &party, ink, is_open);
            x += letter * u;
        }
        let at = ScreenPoint::new(x - (ROUNDEL - 3.0) * u, middle);
        self.text(Layer::Pill, Some(id), at, &words, style);
    }
}
