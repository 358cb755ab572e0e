//! Names of places and waters, and the signs of places. Each label avoids those placed before it,
//! prefers ground without lines, and does not move when only the date changes. A place has a sign
//! only where it has its name.

use super::builder::{SceneBuilder, TextStyle};
use super::label_cache::CurvePlacements;
use super::list::{Layer, Shape, Stroke};
use super::occupancy::YieldingRank;
use super::slide_map::{PLACE_NAME, WATER_NAME};
use super::typeface::Face;
use crate::geometry::{MapArea, MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Place, PlaceKind, RecordRef, Role};

/// Scale, in points per kilometer at one point per design unit, from which every village has its
/// name where there is any room.
const VILLAGE_SCALE: f64 = 6.0;
/// The same for small towns and villages of some importance, where there is room to spare.
const SMALL_TOWN_SCALE: f64 = 3.0;
/// Rank number of small towns and important villages; those with a greater one are villages.
const SMALL_TOWN_RANK: u8 = 4;
/// Greatest rank number of the towns that have their names even in crowded regions. Rank 1 is the
/// highest.
const LEADING_RANK: u8 = 2;
/// Cost of a label's place for each unit of weight of the lines that it lies on; the least good
/// side of a sign costs 1.7.
const LINE_COST: f32 = 0.07;
/// Least distance between two names of one river, which the base map may hold in several pieces,
/// in design units.
const REPEATED: f32 = 700.0;

/// The places whose names are drawn in one pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceLabelPass {
    /// Capitals.
    Capitals,
    /// Places that are named on every day.
    Lasting,
    /// Small towns and villages that are named where there is room to spare.
    Small,
    /// Places that are named because records of the day name them.
    OfTheDay,
}

/// A line of a place's name, with its style.
type NameLine = (String, TextStyle);

impl SceneBuilder<'_> {
    /// Reserves the space of the signs of places. That of places that will have no name is reserved
    /// too, because the names of places come later, and no name moves with the date.
    pub(super) fn reserve_places(&mut self) {
        let (u, context) = (self.u, self.context);
        for place in &context.atlas().places {
            let Some(at) = self.place_at(place.id.as_str()) else {
                continue;
            };
            let across = 2.0 * half_of(place) * u;
            self.occupancy.take(ScreenRect::around(at, across, across));
            // A place that has a ring on any day reserves its space on every day, so that no name
            // moves with the date.
            if self.holders_ever(place.id.as_str()) > 0 {
                self.occupancy
                    .take(ScreenRect::around(at, 23.0 * u, 23.0 * u));
            }
        }
    }

    pub(super) fn place_at(&self, id: &str) -> Option<ScreenPoint> {
        let places = &self.context.geometry().places;
        places.get(id).map(|p| self.at(*p))
    }

    /// Signs of the places that have their names, and the rings of their controllers.
    pub(super) fn places(&mut self) {
        let context = self.context;
        for place in &context.atlas().places {
            let id = place.id.as_str();
            if let Some(at) = self.place_at(id).filter(|_| self.named.contains(id)) {
                self.place_sign(place, at);
                let across = 2.0 * half_of(place) * self.u;
                let rect = ScreenRect::around(at, across, across);
                self.hit(rect.expand(4.0 * self.u), id);
            }
        }
        if context.session.shown().holders {
            self.enlarged(Self::town_rings);
        }
    }

    fn place_sign(&mut self, place: &Place, at: ScreenPoint) {
        let (u, theme) = (self.u, self.context.theme);
        let (ink, card) = (theme.ink, theme.card);
        let id = Some(place.id.as_str());
        match place.kind {
            PlaceKind::Capital => {
                let rect = ScreenRect::around(at, 13.0 * u, 13.0 * u);
                let stroke = Some(Stroke::solid(ink, 2.0 * u));
                self.add(
                    Layer::Place,
                    id,
                    Shape::Box {
                        rect,
                        round: 0.0,
                        fill: Some(card),
                        stroke,
                    },
                );
                self.add(
                    Layer::Place,
                    id,
                    Shape::Box {
                        rect: rect.expand(-4.0 * u),
                        round: 0.0,
                        fill: Some(ink),
                        stroke: None,
                    },
                );
            }
            PlaceKind::Peak => {
                let corners = vec![
                    at.plus(0.0, -6.0 * u),
                    at.plus(5.5 * u, 4.5 * u),
                    at.plus(-5.5 * u, 4.5 * u),
                ];
                self.solid(Layer::Place, id, corners, theme.relief_text);
            }
            PlaceKind::Pass | PlaceKind::Bridge => {
                let stroke = Stroke::solid(theme.relief_text, 1.6 * u);
                for side in [-1.0, 1.0] {
                    let bow = |y: f32| at.plus(side * (3.0 + y * y / 14.0) * u, y * u);
                    self.path(
                        Layer::Place,
                        id,
                        vec![bow(-6.0), bow(-3.0), bow(0.0), bow(3.0), bow(6.0)],
                        stroke,
                    );
                }
            }
            _ if place.rank >= SMALL_TOWN_RANK => self.disc(Layer::Place, id, at, 3.0, ink),
            _ => self.add(
                Layer::Place,
                id,
                Shape::Circle {
                    at,
                    radius: 4.6 * u,
                    fill: Some(card),
                    stroke: Some(Stroke::solid(ink, 1.8 * u)),
                },
            ),
        }
    }

    /// The largest free rectangle of that size, in points, inside an area. The factor `share` of
    /// the size must fit between the outlines. `None` where none is free.
    pub(super) fn candidate(
        &self,
        area: &MapArea,
        size: (f32, f32),
        share: f32,
    ) -> Option<ScreenRect> {
        let scale = self.context.session.viewport().scale;
        let fits = |s: &&crate::geometry::LabelSpot| {
            s.half_width_km * scale * 2.0 >= f64::from(size.0 * share)
                && s.half_height_km * scale * 2.0 >= f64::from(size.1 * share)
        };
        let rect = |at: MapPoint| ScreenRect::around(self.at(at), size.0, size.1);
        self.occupancy
            .first_free(area.candidates.iter().filter(fits).map(|s| rect(s.at)))
    }

    /// Number of records, of any day, that state who controls a place, at most two. Each may be
    /// drawn as a ring around it.
    fn holders_ever(&self, place: &str) -> usize {
        let atlas = self.context.atlas();
        let names_holder = |at: &RecordRef| matches!(at, RecordRef::Control(i) if atlas.control[*i].holder.is_some());
        let records = atlas.naming(place, Role::Held).filter(names_holder);
        if self.context.session.shown().holders {
            records.count().min(2)
        } else {
            0
        }
    }

    /// Names of the places of one pass.
    pub(super) fn town_names(&mut self, which: PlaceLabelPass) {
        let context = self.context;
        let scale = context.session.viewport().scale / f64::from(self.u);
        let close = scale >= VILLAGE_SCALE;
        let of = |p: &&Place| match (which, p.kind) {
            (PlaceLabelPass::Capitals, kind) => kind == PlaceKind::Capital,
            (_, PlaceKind::Capital) => false,
            (PlaceLabelPass::Lasting, _) => p.rank < SMALL_TOWN_RANK || close,
            (PlaceLabelPass::Small, _) => {
                p.rank == SMALL_TOWN_RANK && scale >= SMALL_TOWN_SCALE && !close
            }
            (PlaceLabelPass::OfTheDay, _) => {
                p.rank >= SMALL_TOWN_RANK
                    && !close
                    && self.spoken_of.contains(p.id.as_str())
                    && !self.named.contains(p.id.as_str())
            }
        };
        let mut places: Vec<&Place> = context
            .atlas()
            .places
            .iter()
            .filter(|p| context.geometry().places.contains_key(p.id.as_str()))
            .filter(of)
            .collect();
        places.sort_by_key(|p| p.rank);
        for place in places {
            self.place_label(place, which == PlaceLabelPass::Small);
        }
    }

    /// The name of a place beside its sign, with `to_spare` only where there is room to spare.
    pub(super) fn place_label(&mut self, place: &Place, to_spare: bool) {
        let lines = self.name_lines(place);
        let at = self.at(self.context.geometry().places[place.id.as_str()]);
        let is_placed = self.name_beside(place.id.as_str(), at, &lines, to_spare);
        if !is_placed && !to_spare {
            self.unplaced.push(place.id.to_string());
        }
    }

    /// The name of a place, and below it its height where it is a peak or pass whose height is
    /// known.
    fn name_lines(&self, place: &Place) -> Vec<NameLine> {
        let (text, theme) = (self.context.text, self.context.theme);
        let is_ground = matches!(
            place.kind,
            PlaceKind::Peak | PlaceKind::Pass | PlaceKind::Bridge
        );
        let (face, size, color) = match place.kind {
            PlaceKind::Capital => (Face::SemiBold, 20.0, theme.ink),
            _ if is_ground => (Face::Italic, 14.5, theme.relief_text),
            _ if place.rank >= SMALL_TOWN_RANK => (Face::Condensed, 15.5, theme.ink),
            _ => (Face::Condensed, 17.5, theme.ink),
        };
        let size = if self.context.is_slide() {
            PLACE_NAME
        } else {
            size
        };
        let style = TextStyle {
            face,
            size,
            color,
            halo: Some(theme.land),
        };
        let name = place.names.text(text.language()).to_owned();
        let height = place
            .height_m
            .filter(|_| is_ground && !self.context.is_slide());
        let height = height.map(|m| {
            (
                text.number(f64::from(m)),
                TextStyle {
                    size: 14.0,
                    ..style
                },
            )
        });
        std::iter::once((name, style)).chain(height).collect()
    }

    /// Width and height of the lines of a name, in points.
    fn size_of_lines(&self, lines: &[NameLine]) -> (f32, f32) {
        let widths = lines.iter().map(|(words, style)| self.width(words, *style));
        let heights = lines.iter().map(|(_, style)| style.size * 1.15 * self.u);
        (widths.fold(0.0, f32::max), heights.sum())
    }

    /// Draws a name in free space next to its sign, where it lies on the fewest lines; with
    /// `to_spare` only where there is space around it and no line below it. Returns whether there
    /// was any.
    fn name_beside(
        &mut self,
        id: &str,
        at: ScreenPoint,
        lines: &[NameLine],
        to_spare: bool,
    ) -> bool {
        let u = self.u;
        let (w, h) = self.size_of_lines(lines);
        let gap = self.gap_beside(id);
        let candidate = |dx: f32, dy: f32| ScreenRect::around(at.plus(dx, dy), w, h);
        let (side, above) = (gap + w / 2.0, gap + h / 2.0 - 2.0 * u);
        // Each place with its cost: the right side is best, above and below are worst.
        let candidates = [
            (0.0, candidate(side, 0.0)),
            (0.5, candidate(-side, 0.0)),
            (0.7, candidate(side * 0.96, -above * 0.7)),
            (0.8, candidate(side * 0.96, above * 0.7)),
            (1.1, candidate(-side * 0.96, -above * 0.7)),
            (1.2, candidate(-side * 0.96, above * 0.7)),
            (1.4, candidate(side * 0.6, -above)),
            (1.5, candidate(side * 0.6, above)),
            (1.6, candidate(0.0, -above)),
            (1.7, candidate(0.0, above)),
            (1.7, candidate(-side * 0.6, -above)),
            (1.7, candidate(-side * 0.6, above)),
        ];
        let air = if to_spare { 5.0 * u } else { 0.0 };
        let free = candidates
            .into_iter()
            .filter(|(_, r)| self.is_clear_of_others(r, at, gap, air))
            .map(|(cost, r)| {
                // The line on which the place itself lies is not held against its name.
                let lines = self.line_grid.weight(&r.expand(-1.5 * u));
                (cost + lines * LINE_COST, r)
            });
        let best = free.min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, rect)) = best.filter(|(cost, _)| !to_spare || *cost < 2.2) else {
            return false;
        };
        self.place_name(id, rect, at, lines);
        true
    }

    /// Whether a name's rectangle is free, with `air` points around it on the sides that do not
    /// face its sign.
    fn is_clear_of_others(&self, r: &ScreenRect, at: ScreenPoint, gap: f32, air: f32) -> bool {
        let mut wide = r.expand(air.max(0.0));
        // The sign itself is reserved; the space between it and the name stays out of the question.
        if r.min.x >= at.x + gap * 0.5 {
            wide.min.x = r.min.x;
        }
        if r.max.x <= at.x - gap * 0.5 {
            wide.max.x = r.max.x;
        }
        if r.min.y >= at.y {
            wide.min.y = r.min.y;
        }
        if r.max.y <= at.y {
            wide.max.y = r.max.y;
        }
        self.occupancy.is_free(&wide)
    }

    /// Distance from a sign's center to its name, in points. It clears the rings of all controllers
    /// of any day, so that the name stays in place, and the ends of arcs at a capital.
    fn gap_beside(&self, id: &str) -> f32 {
        let holders = self.holders_ever(id);
        let is_capital = self
            .context
            .atlas()
            .place(id)
            .is_some_and(|p| p.kind == PlaceKind::Capital);
        match (holders, is_capital) {
            (0, false) => 9.0 * self.u,
            (0, true) => 14.0 * self.u,
            // The rings are as large as all signs.
            (n, _) => (14.0 + 5.5 * (n - 1) as f32) * self.u * self.sign_scale(),
        }
    }

    /// Draws the lines of a name in a rectangle, against the side of it that faces the sign.
    fn place_name(&mut self, id: &str, rect: ScreenRect, at: ScreenPoint, lines: &[NameLine]) {
        let first = (self.occupancy.taken().len(), self.items.len());
        let (all, _) = self.size_of_lines(lines);
        let mut top = rect.min.y;
        for (words, style) in lines {
            let left_over = all - self.width(words, *style);
            let share = if rect.min.x >= at.x {
                0.0
            } else if rect.max.x <= at.x {
                1.0
            } else {
                0.5
            };
            let high = style.size * 1.15 * self.u;
            let middle = ScreenPoint::new(rect.min.x + left_over * share, top + high / 2.0);
            self.text(Layer::Label, Some(id), middle, words, *style);
            top += high;
        }
        self.occupancy.take(rect);
        self.hit(rect, id);
        self.named.insert(id.to_owned());
        let place = self.context.atlas().place(id);
        let is_minor = place.is_some_and(|p| {
            p.rank >= 4
                || matches!(
                    p.kind,
                    PlaceKind::Peak | PlaceKind::Pass | PlaceKind::Bridge
                )
        });
        let rank = if is_minor && !self.spoken_of.contains(id) && self.holders_ever(id) == 0 {
            YieldingRank::Minor
        } else {
            YieldingRank::Town
        };
        let name = self.gives_way(first, rank);
        self.yielding_places.push((name, id.to_owned()));
    }

    /// Leaves out the signs of the places whose names gave way to troops.
    pub(super) fn forget_displaced_places(&mut self) {
        for (name, place) in &self.yielding_places {
            if !self.occupancy.stands(*name) {
                self.named.remove(place);
                self.hits.retain(|(_, id)| id != place);
            }
        }
    }

    /// Reserves the space of second rings. That of the first ring is reserved on every day, so that
    /// no name of a district moves with the date.
    pub(super) fn take_rings(&mut self) {
        let context = self.context;
        for (place, holders) in context
            .situation
            .places
            .iter()
            .filter(|(_, h)| context.session.shown().holders && h.len() > 1)
        {
            let Some(at) = context
                .geometry()
                .places
                .get(place.as_str())
                .map(|p| self.at(*p))
            else {
                continue;
            };
            let across = 2.0 * (9.5 + 5.5 * (holders.len() - 1) as f32) + 4.0;
            self.occupancy
                .take(ScreenRect::around(at, across * self.u, across * self.u));
        }
    }

    /// Names that did not fit next to their signs, of places that the day names or of leading
    /// towns. They are drawn farther away, joined by a thin line. They come after all other names,
    /// so that none of those moves with the date.
    pub(super) fn callout_names(&mut self) {
        let (u, context) = (self.u, self.context);
        for id in std::mem::take(&mut self.unplaced) {
            let Some(place) = context.atlas().place(&id) else {
                continue;
            };
            let at = self.at(context.geometry().places[id.as_str()]);
            let needed = place.kind == PlaceKind::Capital
                || place.rank <= LEADING_RANK
                || self.spoken_of.contains(&id);
            if !self.occupancy.frame().holds(at) || !needed {
                continue;
            }
            let lines = self.name_lines(place);
            let size = self.size_of_lines(&lines);
            let Some(rect) = self.farther(at, size, self.gap_beside(&id)) else {
                continue;
            };
            let end = rect.nearest(at);
            let start = at.toward(
                end,
                (self.gap_beside(&id) * 0.7 / at.distance(end).max(1.0)).min(1.0),
            );
            self.path(
                Layer::Trail,
                Some(&id),
                vec![start, end],
                Stroke::solid(context.theme.land, 3.4 * u),
            );
            self.path(
                Layer::Trail,
                Some(&id),
                vec![start, end],
                Stroke::solid(context.theme.ink, 1.1 * u),
            );
            self.take_line(start, end);
            self.place_name(&id, rect, at, &lines);
        }
    }

    /// Free space for a name away from its sign, tried all around it at increasing distances. Space
    /// whose line crosses no name is preferred.
    fn farther(&self, at: ScreenPoint, (w, h): (f32, f32), gap: f32) -> Option<ScreenRect> {
        let u = self.u;
        let rings = [16.0_f32, 24.0, 34.0, 46.0, 58.0, 72.0, 90.0, 112.0].into_iter();
        let candidates = rings.flat_map(|reach| {
            (0..16).map(move |i| (reach, std::f32::consts::TAU * i as f32 / 16.0))
        });
        let rect = |(reach, turn): (f32, f32)| {
            let (y, x) = turn.sin_cos();
            // The distance is measured to the near edge of the name, not to its center.
            ScreenRect::around(
                at.plus(x * (reach * u + w / 2.0), y * (reach * u + h / 2.0)),
                w,
                h,
            )
        };
        let free: Vec<ScreenRect> = candidates
            .map(rect)
            .filter(|r| self.occupancy.is_free(r))
            .collect();
        let clear = free.iter().find(|r| {
            let end = r.nearest(at);
            self.occupancy
                .crossed(at.toward(end, gap / at.distance(end).max(gap)), end)
                == 0.0
        });
        clear.or(free.first()).copied()
    }

    /// Reserves the space of a thin line, so that no later label lies across it.
    pub(super) fn take_line(&mut self, a: ScreenPoint, b: ScreenPoint) {
        let u = self.u;
        let count = (a.distance(b) / (5.0 * u)).ceil().max(1.0);
        for i in 0..=count as usize {
            self.occupancy.take(ScreenRect::around(
                a.toward(b, i as f32 / count),
                4.0 * u,
                4.0 * u,
            ));
        }
    }

    /// Whether a river may have its name: on a slide only a great one.
    fn is_named_river(&self, id: &str) -> bool {
        let mut pieces = self.context.geometry().rivers.iter();
        let only_great = self.context.is_slide();
        pieces.any(|river| river.id == id && (river.grade == 1 || !only_great))
    }

    /// Names of lakes in their middle, and of rivers along their course.
    pub(super) fn water_names(&mut self) {
        let context = self.context;
        let key = self.label_key();
        let known = self
            .labels
            .as_deref_mut()
            .and_then(|labels| labels.rivers.get(&key));
        let mut placements = CurvePlacements::new();
        // The names of rivers so far, with their starts.
        let mut named: Vec<(&str, ScreenPoint)> = Vec::new();
        for feature in &context.atlas().base.features {
            let name = feature.names.text(context.text.language());
            if name.is_empty() {
                continue;
            }
            if let Some(lake) = context.geometry().lakes.iter().find(|l| l.id == feature.id) {
                let style = TextStyle {
                    face: Face::SerifItalic,
                    size: if context.is_slide() { WATER_NAME } else { 19.0 },
                    color: context.theme.water_text,
                    halo: Some(context.theme.lake),
                };
                let size = (self.width(name, style), 24.0 * self.u);
                if let Some(rect) = self.candidate(lake, size, 0.8) {
                    self.text_centred(Layer::Label, None, rect.centre(), name, style);
                    self.occupancy.take(rect);
                }
            } else if self.is_named_river(&feature.id) {
                let placed = match known.as_ref().and_then(|k| k.get(placements.len())) {
                    Some(placed) => placed.clone(),
                    None => self.river_curve(&feature.id, name),
                };
                let start = placed.as_ref().and_then(|p| p.path.first().copied());
                let is_repeated = |at: &ScreenPoint| {
                    let near = |(other, p): &(&str, ScreenPoint)| {
                        *other == name && p.distance(*at) < REPEATED * self.u
                    };
                    named.iter().any(near)
                };
                if let Some((placed, start)) =
                    placed.as_ref().zip(start.filter(|at| !is_repeated(at)))
                {
                    named.push((name, start));
                    self.river_name(name, placed);
                }
                placements.push(placed);
            }
        }
        if let Some(labels) = self.labels.as_deref_mut().filter(|_| known.is_none()) {
            labels.rivers.keep(key, placements);
        }
    }
}

/// Half the width of the space reserved for a place's sign, in design units.
fn half_of(place: &Place) -> f32 {
    match place.kind {
        PlaceKind::Capital => 9.0,
        PlaceKind::Peak | PlaceKind::Pass | PlaceKind::Bridge => 7.0,
        _ if place.rank >= SMALL_TOWN_RANK => 5.0,
        _ => 7.0,
    }
}
