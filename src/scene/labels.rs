//! Names of towns and waters, and the signs of places. Each label avoids those placed before it, and
//! none moves when only the date changes.

use super::builder::{SceneBuilder, TextStyle};
use super::label_cache::RiverPlacements;
use super::list::{Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{MapArea, MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Place, PlaceKind, RecordRef, Role};
use crate::time::Truth;

/// Scale, in points per kilometer at one point per design unit, from which every village has its
/// name.
const VILLAGE_SCALE: f64 = 6.0;
/// Greatest rank number of the towns that have their names even in crowded regions. Rank 1 is the
/// highest.
const LEADING_RANK: u8 = 2;
/// The places whose names are drawn in one pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceLabelPass {
    /// Capitals.
    Capitals,
    /// Places that are named on every day.
    Lasting,
    /// Places that are named because records of the day name them.
    OfTheDay,
}

impl SceneBuilder<'_> {
    /// Signs of places, and the rings of their controllers.
    pub(super) fn places(&mut self) {
        let (u, context) = (self.u, self.context);
        let (ink, card) = (context.theme.ink, context.theme.card);
        let stroke = Some(Stroke::solid(ink, 1.8 * u));
        for place in &context.atlas().places {
            let Some(at) = context
                .geometry()
                .places
                .get(place.id.as_str())
                .map(|p| self.at(*p))
            else {
                continue;
            };
            let id = Some(place.id.as_str());
            let half = match place.kind {
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
                    9.0
                }
                PlaceKind::Peak => {
                    let corners = vec![
                        at.plus(0.0, -6.0 * u),
                        at.plus(5.5 * u, 4.5 * u),
                        at.plus(-5.5 * u, 4.5 * u),
                    ];
                    self.solid(Layer::Place, id, corners, context.theme.relief_text);
                    7.0
                }
                PlaceKind::Pass | PlaceKind::Bridge => {
                    let stroke = Stroke::solid(context.theme.relief_text, 1.6 * u);
                    for side in [-1.0, 1.0] {
                        let bow = |y: f32| at.plus(side * (3.0 + y * y / 14.0) * u, y * u);
                        self.path(
                            Layer::Place,
                            id,
                            vec![bow(-6.0), bow(-3.0), bow(0.0), bow(3.0), bow(6.0)],
                            stroke,
                        );
                    }
                    7.0
                }
                _ if place.rank >= 4 => {
                    self.disc(Layer::Place, id, at, 3.0, ink);
                    5.0
                }
                _ => {
                    self.add(
                        Layer::Place,
                        id,
                        Shape::Circle {
                            at,
                            radius: 4.6 * u,
                            fill: Some(card),
                            stroke,
                        },
                    );
                    7.0
                }
            };
            let rect = ScreenRect::around(at, 2.0 * half * u, 2.0 * half * u);
            self.occupancy.take(rect);
            // A place that has a ring on any day reserves its space on every day, so that no name
            // moves with the date.
            if self.holders_ever(place.id.as_str()) > 0 {
                self.occupancy
                    .take(ScreenRect::around(at, 23.0 * u, 23.0 * u));
            }
            self.hit(rect.expand(4.0 * u), place.id.as_str());
        }
        for (place, holders) in context
            .situation
            .places
            .iter()
            .filter(|_| context.session.shown().holders)
        {
            let Some(at) = context
                .geometry()
                .places
                .get(place.as_str())
                .map(|p| self.at(*p))
            else {
                continue;
            };
            for (i, holder) in holders.iter().enumerate() {
                let Some(party) = &context.atlas().control[holder.control].holder else {
                    continue;
                };
                let color = self.colors_of(party).mid;
                let color = if holder.certainty == Truth::Possible {
                    color.over(context.theme.land, 0.42)
                } else {
                    color
                };
                let radius = (9.5 + 5.5 * i as f32) * u;
                let casing = Some(Stroke::solid(context.theme.land, 5.6 * u));
                self.add(
                    Layer::Place,
                    Some(place.as_str()),
                    Shape::Circle {
                        at,
                        radius,
                        fill: None,
                        stroke: casing,
                    },
                );
                let stroke = Some(Stroke::solid(color, 3.6 * u));
                self.add(
                    Layer::Place,
                    Some(place.as_str()),
                    Shape::Circle {
                        at,
                        radius,
                        fill: None,
                        stroke,
                    },
                );
            }
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
        let close = context.session.viewport().scale / f64::from(self.u) >= VILLAGE_SCALE;
        let of = |p: &&Place| match which {
            PlaceLabelPass::Capitals => p.kind == PlaceKind::Capital,
            PlaceLabelPass::Lasting => p.kind != PlaceKind::Capital && (p.rank < 4 || close),
            PlaceLabelPass::OfTheDay => {
                p.kind != PlaceKind::Capital
                    && p.rank >= 4
                    && !close
                    && self.spoken_of.contains(p.id.as_str())
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
            let (ink, halo) = (context.theme.ink, Some(context.theme.land));
            let style = match place.kind {
                PlaceKind::Capital => TextStyle {
                    face: Face::SemiBold,
                    size: 20.0,
                    color: ink,
                    halo,
                },
                PlaceKind::Peak | PlaceKind::Pass | PlaceKind::Bridge => TextStyle {
                    face: Face::Italic,
                    size: 14.0,
                    color: context.theme.relief_text,
                    halo,
                },
                _ if place.rank >= 4 => TextStyle {
                    face: Face::Condensed,
                    size: 15.5,
                    color: ink,
                    halo,
                },
                _ => TextStyle {
                    face: Face::Condensed,
                    size: 17.5,
                    color: ink,
                    halo,
                },
            };
            let at = self.at(context.geometry().places[place.id.as_str()]);
            let name = place.names.text(context.text.language());
            if !self.name_beside(place.id.as_str(), at, name, style) {
                self.unplaced.push((place.id.to_string(), style));
            }
        }
    }

    /// Draws a name in free space next to its sign. Returns whether there was any.
    fn name_beside(&mut self, id: &str, at: ScreenPoint, name: &str, style: TextStyle) -> bool {
        let u = self.u;
        let (w, h) = (self.width(name, style), style.size * 1.15 * u);
        let gap = self.gap_beside(id);
        let candidate = |dx: f32, dy: f32| ScreenRect::around(at.plus(dx, dy), w, h);
        let (side, above) = (gap + w / 2.0, gap + h / 2.0 - 2.0 * u);
        let candidates = [
            candidate(side, 0.0),
            candidate(-side, 0.0),
            candidate(side * 0.96, -above * 0.7),
            candidate(side * 0.96, above * 0.7),
            candidate(-side * 0.96, -above * 0.7),
            candidate(-side * 0.96, above * 0.7),
            candidate(0.0, -above),
            candidate(0.0, above),
        ];
        let Some(rect) = self.occupancy.first_free(candidates) else {
            return false;
        };
        self.place_name(id, rect, name, style);
        true
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
            (n, _) => (14.0 + 5.5 * (n - 1) as f32) * self.u,
        }
    }

    fn place_name(&mut self, id: &str, rect: ScreenRect, name: &str, style: TextStyle) {
        self.text(
            Layer::Label,
            Some(id),
            ScreenPoint::new(rect.min.x, rect.centre().y),
            name,
            style,
        );
        self.occupancy.take(rect);
        self.hit(rect, id);
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
        for (id, style) in std::mem::take(&mut self.unplaced) {
            let is_capital = style.face == Face::SemiBold;
            let Some(place) = context.atlas().place(&id) else {
                continue;
            };
            let at = self.at(context.geometry().places[id.as_str()]);
            let needed = is_capital || place.rank <= LEADING_RANK || self.spoken_of.contains(&id);
            if !self.occupancy.frame().holds(at) || !needed {
                continue;
            }
            let name = place.names.text(context.text.language());
            let size = (self.width(name, style), style.size * 1.15 * u);
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
            self.place_name(&id, rect, name, style);
        }
    }

    /// Free space for a name away from its sign, tried all around it at increasing distances. Space
    /// whose line crosses no name is preferred.
    fn farther(&self, at: ScreenPoint, (w, h): (f32, f32), gap: f32) -> Option<ScreenRect> {
        let u = self.u;
        let rings = [16.0_f32, 24.0, 34.0, 46.0, 58.0, 72.0].into_iter();
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

    /// Names of lakes in their middle, and of rivers along their course.
    pub(super) fn water_names(&mut self) {
        let context = self.context;
        let key = self.label_key();
        let known = self
            .labels
            .as_deref_mut()
            .and_then(|labels| labels.rivers.get(&key));
        let mut placements = RiverPlacements::new();
        for feature in &context.atlas().base.features {
            let name = feature.names.text(context.text.language());
            if name.is_empty() {
                continue;
            }
            if let Some(lake) = context.geometry().lakes.iter().find(|l| l.id == feature.id) {
                let style = TextStyle {
                    face: Face::SerifItalic,
                    size: 19.0,
                    color: context.theme.water_text,
                    halo: Some(context.theme.lake),
                };
                let size = (self.width(name, style), 24.0 * self.u);
                if let Some(rect) = self.candidate(lake, size, 0.8) {
                    self.text_centred(Layer::Label, None, rect.centre(), name, style);
                    self.occupancy.take(rect);
                }
            } else if context.geometry().rivers.iter().any(|r| r.id == feature.id) {
                let placed = match known.as_ref().and_then(|k| k.get(placements.len())) {
                    Some(placed) => placed.clone(),
                    None => self.river_letters(&feature.id, name),
                };
                self.river_name(&feature.id, placed.as_deref().unwrap_or_default());
                placements.push(placed);
            }
        }
        if let Some(labels) = self.labels.as_deref_mut().filter(|_| known.is_none()) {
            labels.rivers.keep(key, placements);
        }
    }
}
