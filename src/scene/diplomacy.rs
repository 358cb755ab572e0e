//! Diplomacy: the day's messages as arcs with a mark of their kind, capitals beyond the sheet as seats on its frame,
//! and the marks of what is told in more than one way.

use std::collections::BTreeMap;

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendSign, Shape, Stroke};
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Correspondent, MessageKind, PartyId};
use crate::numeric::clamped;
use crate::time::Truth;

/// How far inside the frame a seat stands, in design units.
const SEAT_INSIDE: f32 = 24.0;
const SEAT_RADIUS: f32 = 15.0;
/// Messages of one picture are numbered up to so many.
const MOST_NUMBERED: usize = 9;
/// So near to its ends an arc may run over what stands there, in design units.
const ARC_ENDS: f32 = 14.0;
/// The furthest an arc goes around names, as a part of its chord.
const MOST_BENT: f32 = 0.34;

/// Where an end of a message is drawn.
#[derive(Debug, Clone, PartialEq)]
enum End {
    /// A place, on the sheet or on its frame.
    Place(String),
    /// The source does not say where.
    NotStated(String),
}

impl SceneBuilder<'_> {
    /// Capitals of parties beyond the sheet, on its frame in their true direction.
    pub(super) fn seats(&mut self) {
        let look = self.look;
        for party in &look.atlas().parties {
            let Some(seat) = party.seat.as_ref().filter(|_| party.capital) else {
                continue;
            };
            let Some(at) = look.geometry().places.get(seat.as_str()).copied() else {
                continue;
            };
            if self
                .occupancy
                .frame()
                .expand(-SEAT_INSIDE * self.u)
                .holds(self.at(at))
            {
                continue;
            }
            let centre = self.on_frame(at);
            let ink = self.colors_of(&party.id).line;
            let toward = self.at(at);
            let d = centre.distance(toward).max(1.0);
            let (nx, ny) = ((toward.x - centre.x) / d, (toward.y - centre.y) / d);
            let u = self.u;
            let base = centre.plus(nx * 13.0 * u, ny * 13.0 * u);
            let pointer = vec![
                base.plus(-ny * 7.0 * u, nx * 7.0 * u),
                centre.plus(nx * 26.0 * u, ny * 26.0 * u),
                base.plus(ny * 7.0 * u, -nx * 7.0 * u),
            ];
            self.add(
                Layer::Seat,
                None,
                Shape::Circle {
                    at: centre,
                    radius: (SEAT_RADIUS + 2.5) * u,
                    fill: Some(look.theme.card),
                    stroke: None,
                },
            );
            self.solid(Layer::Seat, None, pointer, ink);
            let letter = self.letter_of(&party.id);
            self.roundel(Layer::Seat, centre, SEAT_RADIUS, &letter, ink, false);
            self.seat_name(seat.as_str(), centre);
        }
    }

    /// A seat's name and how far it is.
    fn seat_name(&mut self, seat: &str, centre: ScreenPoint) {
        let (u, look) = (self.u, self.look);
        let rect = ScreenRect::around(centre, 36.0 * u, 36.0 * u);
        self.occupancy.take(rect);
        self.hit(rect, seat);
        let name = look.atlas().name(seat, look.text.language()).to_owned();
        let halo = Some(look.theme.land);
        let bold = TextStyle {
            face: Face::SemiBold,
            size: 16.0,
            color: look.theme.ink,
            halo,
        };
        let small = TextStyle {
            face: Face::Condensed,
            size: 13.5,
            color: look.theme.ink2,
            halo,
        };
        let far = look
            .distance_km(seat)
            .map(|km| look.text.distance(km, look.atlas()))
            .unwrap_or_default();
        let (w, h) = (
            self.width(&name, bold).max(self.width(&far, small)),
            38.0 * u,
        );
        let reach = 22.0 * u;
        let candidates = [
            ScreenRect::sized(centre.plus(reach, -h / 2.0), w, h),
            ScreenRect::sized(centre.plus(-reach - w, -h / 2.0), w, h),
            ScreenRect::sized(centre.plus(-w / 2.0, reach), w, h),
            ScreenRect::sized(centre.plus(-w / 2.0, -reach - h), w, h),
        ];
        let Some(rect) = self.occupancy.first_free(candidates) else {
            return;
        };
        let left = rect.min.x >= centre.x;
        let x = |width: f32| if left { rect.min.x } else { rect.max.x - width };
        let (wide, narrow) = (self.width(&name, bold), self.width(&far, small));
        self.text(
            Layer::Seat,
            None,
            ScreenPoint::new(x(wide), rect.min.y + 10.0 * u),
            &name,
            bold,
        );
        self.text(
            Layer::Seat,
            None,
            ScreenPoint::new(x(narrow), rect.min.y + 28.0 * u),
            &far,
            small,
        );
        self.occupancy.take(rect);
    }

    /// Where a point beyond the sheet shows on its frame: on the ray from the middle.
    fn on_frame(&self, p: MapPoint) -> ScreenPoint {
        let frame = self.occupancy.frame().expand(-SEAT_INSIDE * self.u);
        let (centre, target) = (frame.centre(), self.at(p));
        if frame.holds(target) {
            return target;
        }
        let (dx, dy) = (target.x - centre.x, target.y - centre.y);
        let part = (frame.width() / 2.0 / dx.abs().max(0.01))
            .min(frame.height() / 2.0 / dy.abs().max(0.01));
        centre.plus(dx * part, dy * part)
    }

    fn end_of(&self, c: &Correspondent) -> (End, Option<PartyId>) {
        let atlas = self.look.atlas();
        let person = c.person.as_ref().and_then(|p| atlas.person(p.as_str()));
        let party = person.and_then(|p| p.party.clone());
        let name = person.map_or_else(String::new, |p| {
            p.names.text(self.look.text.language()).to_owned()
        });
        let seat = party
            .as_ref()
            .and_then(|p| atlas.party(p.as_str())?.seat.clone());
        match (&c.place, seat) {
            (Some(place), _) => (End::Place(place.to_string()), party),
            (None, Some(seat)) => (End::Place(seat.to_string()), party),
            (None, None) => (End::NotStated(name), party),
        }
    }

    /// The day's messages from their senders to those they are written to.
    pub(super) fn messages(&mut self) {
        let look = self.look;
        let mut drawn: Vec<(ScreenPoint, ScreenPoint)> = Vec::new();
        let mut unknown: BTreeMap<String, ScreenPoint> = BTreeMap::new();
        let made = self.made_the_selected();
        let sent = look.sent_today();
        let today = look
            .situation
            .messages
            .iter()
            .map(|d| (d.index, d.certainty == Truth::Certain));
        let today: Vec<(usize, bool)> = today.collect();
        let earlier = made
            .iter()
            .filter(|i| today.iter().all(|(t, _)| t != *i))
            .map(|i| (*i, false));
        for (index, of_the_day) in today.iter().copied().chain(earlier).collect::<Vec<_>>() {
            let message = &look.atlas().messages[index];
            let is_selected =
                look.session.selection() == Some(message.id.as_str()) || made.contains(&index);
            if !of_the_day && !is_selected {
                continue;
            }
            let Some(from) = message.from.first() else {
                continue;
            };
            let (start, party) = self.end_of(from);
            for to in message.to.iter().take(3) {
                let (mut end, _) = self.end_of(to);
                if end == start && to.place.is_none() {
                    let person = to
                        .person
                        .as_ref()
                        .and_then(|p| look.atlas().person(p.as_str()));
                    end = End::NotStated(person.map_or_else(String::new, |p| {
                        p.names.text(look.text.language()).to_owned()
                    }));
                }
                let (Some(a), Some(b)) = (
                    self.point_of(&start, &mut unknown),
                    self.point_of(&end, &mut unknown),
                ) else {
                    continue;
                };
                if a.distance(b) < 30.0 * self.u {
                    continue;
                }
                let beside = drawn
                    .iter()
                    .filter(|(c, d)| same(*c, a) && same(*d, b) || same(*c, b) && same(*d, a))
                    .count();
                drawn.push((a, b));
                let color = party
                    .as_ref()
                    .map_or(look.theme.ink3, |p| self.colors_of(p).mid);
                let several = sent.len() > 1 && sent.len() <= MOST_NUMBERED;
                let number = sent
                    .iter()
                    .position(|i| *i == index)
                    .filter(|_| several)
                    .map(|i| i + 1);
                self.arc(
                    message.id.as_str(),
                    (a, b),
                    beside,
                    message.kind,
                    color,
                    !of_the_day,
                    is_selected,
                    number,
                );
            }
        }
    }

    /// Messages that made the colour of the selected district.
    fn made_the_selected(&self) -> Vec<usize> {
        let (look, atlas) = (self.look, self.look.atlas());
        let selected = look.session.selection();
        let state = selected.and_then(|id| look.situation.district(id));
        let records = state
            .map(|s| s.fill(look.session.lens()).records)
            .unwrap_or_default();
        let messages = records
            .iter()
            .filter_map(|r| atlas.claim(r.as_str())?.message.clone());
        let mut made: Vec<usize> = messages
            .filter_map(|m| atlas.messages.iter().position(|n| n.id == m))
            .collect();
        made.sort_unstable();
        made.dedup();
        made
    }

    fn point_of(
        &mut self,
        end: &End,
        unknown: &mut BTreeMap<String, ScreenPoint>,
    ) -> Option<ScreenPoint> {
        let u = self.u;
        match end {
            End::Place(place) => {
                let p = self.look.geometry().anchor_of(place)?;
                let screen_from_map = self
                    .occupancy
                    .frame()
                    .expand(-SEAT_INSIDE * u)
                    .holds(self.at(p));
                let at = self.on_frame(p);
                let is_seat = self
                    .look
                    .atlas()
                    .parties
                    .iter()
                    .any(|p| p.capital && p.seat.as_ref().is_some_and(|s| s.as_str() == place));
                if !screen_from_map && !is_seat && !unknown.contains_key(place) {
                    let stroke = Some(Stroke::solid(self.look.theme.ink2, 2.0 * u));
                    let fill = Some(self.look.theme.card);
                    self.add(
                        Layer::Seat,
                        None,
                        Shape::Circle {
                            at,
                            radius: 11.0 * u,
                            fill,
                            stroke,
                        },
                    );
                    self.seat_name(place, at);
                    unknown.insert(place.clone(), at);
                }
                Some(at)
            }
            End::NotStated(name) => {
                if let Some(known) = unknown.get(name) {
                    return Some(*known);
                }
                let frame = self.occupancy.frame();
                let wide = self.width(
                    name,
                    TextStyle {
                        face: Face::SemiBold,
                        size: 14.0,
                        color: self.look.theme.ink,
                        halo: None,
                    },
                );
                let width = wide.max(120.0 * u) + 12.0 * u;
                let candidates: Vec<ScreenRect> = (1..9)
                    .map(|i| {
                        ScreenPoint::new(
                            frame.max.x - width / 2.0 - 6.0 * u,
                            frame.min.y + (40.0 + 62.0 * i as f32) * u,
                        )
                    })
                    .map(|at| ScreenRect::around(at, width, 56.0 * u))
                    .collect();
                let rect = self.occupancy.best(&candidates)?;
                let at = ScreenPoint::new(rect.centre().x, rect.min.y + 13.0 * u);
                let theme = self.look.theme;
                self.disc(Layer::Seat, None, at, 12.0, theme.card);
                let stroke = Some(Stroke::dotted(theme.ink2, 2.0 * u, 4.4 * u));
                self.add(
                    Layer::Seat,
                    None,
                    Shape::Circle {
                        at,
                        radius: 11.0 * u,
                        fill: None,
                        stroke,
                    },
                );
                let halo = Some(theme.land);
                let bold = TextStyle {
                    face: Face::SemiBold,
                    size: 14.0,
                    color: theme.ink,
                    halo,
                };
                let small = TextStyle {
                    face: Face::Italic,
                    size: 12.5,
                    color: theme.ink2,
                    halo,
                };
                let words = self.look.text.get("place-not-stated");
                self.text_centred(Layer::Seat, None, at.plus(0.0, 21.0 * u), name, bold);
                self.text_centred(Layer::Seat, None, at.plus(0.0, 36.0 * u), &words, small);
                self.occupancy.take(rect);
                unknown.insert(name.clone(), at);
                Some(at)
            }
        }
    }

    /// The control point of an arc from `a` to `b`: bent toward the page, more for each further one between the same ends, and so that it
    /// crosses as few names and signs as may be.
    fn bend(&self, a: ScreenPoint, b: ScreenPoint, beside: usize) -> ScreenPoint {
        let long = a.distance(b);
        let (mut nx, mut ny) = (-(b.y - a.y) / long, (b.x - a.x) / long);
        let middle = self.occupancy.frame().centre();
        let chord = a.toward(b, 0.5);
        if (middle.x - chord.x) * nx + (middle.y - chord.y) * ny < 0.0 {
            (nx, ny) = (-nx, -ny);
        }
        let usual = 0.14 + 0.07 * beside as f32;
        let (u, frame) = (self.u, self.occupancy.frame());
        // Over a range there are many, and nobody follows one of them.
        let many = self.look.situation.since.is_some();
        let apart = if many { 20.0 } else { 9.0 } * u;
        let count = clamped((long / apart).ceil(), 8.0, 400.0);
        let control = |(part, skew): (f32, f32)| {
            a.toward(b, 0.5 + skew)
                .plus(nx * part * long * 2.0, ny * part * long * 2.0)
        };
        let cost = |variant: &(f32, f32)| {
            let control = control(*variant);
            let on = |t: f32| a.toward(control, t).toward(control.toward(b, t), t);
            let course = (0..=count as usize).map(|i| on(i as f32 / count));
            // What stands at the very ends belongs to the ends.
            let between = course.filter(|p| p.distance(a).min(p.distance(b)) > ARC_ENDS * u);
            // To cross a name costs as much as a bend of 16 % more, however short the way over it.
            let (mut crossed, mut over) = (0.0, false);
            for p in between {
                let taken = self.occupancy.is_taken(p);
                crossed += match (frame.holds(p), taken && !over) {
                    (false, _) => 3.0,
                    (_, true) => 4.0,
                    _ if taken => 0.75,
                    _ => 0.0,
                };
                over = taken;
            }
            crossed
                + (variant.0 - usual).abs() * 25.0
                + variant.1.abs() * 8.0
                + if variant.0 < 0.0 { 1.0 } else { 0.0 }
        };
        let skews: &[f32] = if many { &[0.0] } else { &[0.0, -0.18, 0.18] };
        let bends = (-10..=14)
            .step_by(if many { 4 } else { 2 })
            .map(|i| usual + 0.02 * i as f32);
        let variants = bends
            .filter(|b| b.abs() <= MOST_BENT.max(usual))
            .flat_map(|b| skews.iter().map(move |s| (b, *s)));
        let best = variants
            .map(|w| (cost(&w), w))
            .min_by(|x, y| x.0.total_cmp(&y.0))
            .map_or((usual, 0.0), |(_, w)| w);
        control(best)
    }

    /// A thin arc; its kind marked in the middle.
    #[expect(clippy::too_many_arguments, reason = "one call draws one arc")]
    fn arc(
        &mut self,
        id: &str,
        (a, b): (ScreenPoint, ScreenPoint),
        beside: usize,
        kind: MessageKind,
        color: Color,
        repeat: bool,
        selected: bool,
        number: Option<usize>,
    ) {
        let (u, theme) = (self.u, self.look.theme);
        let long = a.distance(b);
        let control = self.bend(a, b, beside);
        let on = |t: f32| a.toward(control, t).toward(control.toward(b, t), t);
        let trim = SEAT_RADIUS * u / long;
        let course: Vec<ScreenPoint> = (0..=40)
            .map(|i| on(trim + (1.0 - 1.6 * trim) * i as f32 / 40.0))
            .collect();
        // Over a range there are many: they step back behind what they are about.
        let many = self.look.situation.since.is_some() && !selected;
        let width = if selected {
            3.2
        } else if many {
            1.1
        } else {
            1.9
        } * u;
        if !many {
            self.path(
                Layer::Arc,
                Some(id),
                course.clone(),
                Stroke::solid(theme.land, width + 3.2 * u),
            );
        }
        let stroke = if repeat {
            Stroke::dashed(color, width, 7.0 * u, 5.0 * u)
        } else {
            Stroke::solid(color, width)
        };
        self.path(Layer::Arc, Some(id), course.clone(), stroke);
        // The addressee's end: a small open ring, so that an arc is no arrow.
        let ring = Some(Stroke::solid(color, 1.9 * u));
        self.add(
            Layer::Arc,
            Some(id),
            Shape::Circle {
                at: course[40],
                radius: 4.0 * u,
                fill: Some(theme.card),
                stroke: ring,
            },
        );
        let places: Vec<ScreenRect> = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]
            .iter()
            .map(|t| ScreenRect::around(on(*t), 26.0 * u, 18.0 * u))
            .collect();
        let Some(mark) = self.occupancy.best(&places) else {
            return;
        };
        self.kind_mark(mark, kind, color);
        self.occupancy.take(mark);
        self.hit(mark.expand(5.0 * u), id);
        if let Some(number) = number {
            let at = ScreenPoint::new(mark.max.x + 12.0 * u, mark.centre().y);
            let stroke = Some(Stroke::solid(theme.ink, 1.4 * u));
            self.add(
                Layer::Mark,
                Some(id),
                Shape::Circle {
                    at,
                    radius: 8.5 * u,
                    fill: Some(theme.card),
                    stroke,
                },
            );
            let style = TextStyle {
                face: Face::SemiBold,
                size: 11.5,
                color: theme.ink,
                halo: None,
            };
            self.text_centred(Layer::Mark, Some(id), at, &number.to_string(), style);
            self.occupancy
                .take(ScreenRect::around(at, 18.0 * u, 18.0 * u));
        }
        self.explain(
            70,
            LegendSign::Arc(theme.ink2),
            self.look.text.get("legend-message"),
        );
    }

    /// The mark of a message's kind: tape, flap, corner, hourglass, tick, bubbles, chevrons.
    fn kind_mark(&mut self, rect: ScreenRect, kind: MessageKind, color: Color) {
        let u = self.u;
        let m = rect.centre();
        let stroke = Stroke::solid(color, 1.6 * u);
        let p = |x: f32, y: f32| m.plus(x * u, y * u);
        let card = Some(self.look.theme.card);
        self.add(
            Layer::Mark,
            None,
            Shape::Box {
                rect,
                round: 2.0 * u,
                fill: card,
                stroke: Some(stroke),
            },
        );
        match kind {
            MessageKind::Telegram => {
                for (x, long) in [(-8.0, 3.0), (-3.0, 3.0), (2.0, 1.0), (6.0, 3.0)] {
                    self.path(
                        Layer::Mark,
                        None,
                        vec![p(x, 0.0), p(x + long, 0.0)],
                        Stroke::solid(color, 2.2 * u),
                    );
                }
            }
            MessageKind::Letter => self.path(
                Layer::Mark,
                None,
                vec![p(-12.0, -8.0), p(0.0, 2.0), p(12.0, -8.0)],
                stroke,
            ),
            MessageKind::Note => {
                for (y, long) in [(-3.5, 5.0), (0.0, 7.0), (3.5, 7.0)] {
                    self.path(Layer::Mark, None, vec![p(-7.0, y), p(long, y)], stroke);
                }
            }
            MessageKind::Ultimatum => {
                let glass = vec![
                    p(-5.0, -6.0),
                    p(5.0, -6.0),
                    p(-5.0, 6.0),
                    p(5.0, 6.0),
                    p(-5.0, -6.0),
                ];
                self.path(Layer::Mark, None, glass, stroke);
            }
            MessageKind::Decision => {
                self.path(
                    Layer::Mark,
                    None,
                    vec![p(-6.0, 0.0), p(-1.5, 4.5), p(6.5, -5.0)],
                    Stroke::solid(color, 2.2 * u),
                );
            }
            MessageKind::Order => {
                for x in [-5.0, 1.0] {
                    self.path(
                        Layer::Mark,
                        None,
                        vec![p(x, -5.0), p(x + 4.5, 0.0), p(x, 5.0)],
                        stroke,
                    );
                }
            }
            MessageKind::Talk | MessageKind::Speech | MessageKind::Phone => {
                for x in [-5.5, 0.0, 5.5] {
                    self.disc(Layer::Mark, None, p(x, 0.0), 1.9, color);
                }
            }
            MessageKind::Unstated => {
                let ring = Some(Stroke::dotted(color, 1.6 * u, 3.2 * u));
                self.add(
                    Layer::Mark,
                    None,
                    Shape::Circle {
                        at: m,
                        radius: 4.5 * u,
                        fill: None,
                        stroke: ring,
                    },
                );
            }
        }
    }

    /// Marks at places of which the record tells in more than one way.
    pub(super) fn twice_told(&mut self) {
        let (u, look) = (self.u, self.look);
        for index in &look.situation.contradictions {
            let contradiction = &look.atlas().contradictions[*index];
            let Some(mark) = &contradiction.mark else {
                continue;
            };
            let Some(at) = look
                .geometry()
                .anchor_of(mark.area.as_str())
                .map(|p| self.at(p))
            else {
                continue;
            };
            if !self.occupancy.frame().holds(at) {
                continue;
            }
            let (w, h) = (31.0 * u, 23.0 * u);
            let mut candidates = Vec::new();
            for reach in [26.0, 40.0, 58.0, 80.0, 110.0] {
                for (dx, dy) in [
                    (-1.0, -0.5),
                    (-1.0, 0.5),
                    (0.0, -1.0),
                    (0.0, 1.0),
                    (1.0, -0.5),
                    (1.0, 0.5),
                    (-1.0, 0.0),
                    (1.0, 0.0),
                ] {
                    candidates.push(ScreenRect::around(
                        at.plus(dx * reach * u, dy * reach * u),
                        w,
                        h,
                    ));
                }
            }
            let Some(rect) = self.occupancy.best(&candidates) else {
                continue;
            };
            let id = Some(contradiction.id.as_str());
            let (ink, card) = (look.theme.ink, look.theme.card);
            self.path(
                Layer::Mark,
                id,
                vec![at, rect.nearest(at)],
                Stroke::dotted(ink, 1.8 * u, 4.0 * u),
            );
            let stroke = Some(Stroke::solid(ink, 1.8 * u));
            self.add(
                Layer::Mark,
                id,
                Shape::Box {
                    rect,
                    round: h / 2.0,
                    fill: Some(card),
                    stroke,
                },
            );
            self.text_centred(
                Layer::Mark,
                id,
                rect.centre(),
                "2×",
                TextStyle {
                    face: Face::SemiBold,
                    size: 13.5,
                    color: ink,
                    halo: None,
                },
            );
            self.occupancy.take(rect);
            self.hit(rect.expand(4.0 * u), contradiction.id.as_str());
            self.explain(80, LegendSign::Twice, look.text.get("legend-twice"));
        }
    }
}

fn same(a: ScreenPoint, b: ScreenPoint) -> bool {
    a.distance(b) < 1.0
}
