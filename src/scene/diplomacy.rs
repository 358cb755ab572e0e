//! Diplomacy: the day's messages as arcs with a mark of their kind or in a strip, and capitals outside
//! the map as seats on its frame. It reads the messages of the situation; the items go on the scene's display
//! list.

use std::collections::BTreeMap;

use super::arcs::Arc;
use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, Shape, Stroke};
use super::message_strip::StripRow;
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Correspondent, Message, PartyId};
use crate::time::Truth;

/// Distance of a seat from the frame inward, in design units.
const SEAT_INSIDE: f32 = 24.0;
/// Distance from the edge at which the sign of a town has room on the map, in design units.
const TOWN_INSIDE: f32 = 8.0;
/// Radius of a seat, in design units.
pub(super) const SEAT_RADIUS: f32 = 15.0;

/// Least distance between the ends of an arc, in design units.
const SHORTEST_ARC: f32 = 30.0;

/// Where an end of a message is drawn.
#[derive(Debug, Clone, PartialEq)]
enum End {
    /// A place, on the map or on its frame.
    Place(String),
    /// No point of the map or its frame is known for this end.
    NotStated,
}

impl SceneBuilder<'_> {
    /// Capitals of parties outside the map, placed on its frame in their true direction.
    pub(super) fn seats(&mut self) {
        let context = self.context;
        let mut placed: Vec<ScreenPoint> = Vec::new();
        for party in &context.atlas().parties {
            let Some(seat) = party.seat.as_ref().filter(|_| party.capital) else {
                continue;
            };
            let Some(at) = context.geometry().places.get(seat.as_str()).copied() else {
                continue;
            };
            if context.is_slide() && !context.is_wall() && !self.is_end_today(seat.as_str()) {
                continue;
            }
            if self
                .occupancy
                .frame()
                .expand(-SEAT_INSIDE * self.u)
                .holds(self.at(at))
            {
                continue;
            }
            let centre = self.beside_seats(self.on_frame(at), &placed);
            placed.push(centre);
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
                    fill: Some(context.theme.card),
                    stroke: None,
                },
            );
            self.solid(Layer::Seat, None, pointer, ink);
            let letter = self.letter_of(&party.id);
            self.roundel(Layer::Seat, centre, SEAT_RADIUS, &letter, ink, false);
            self.seat_name(seat.as_str(), centre);
        }
    }

    /// The point at which a seat stands whose place another may have taken: the nearest along the same
    /// edge of the frame.
    fn beside_seats(&self, centre: ScreenPoint, placed: &[ScreenPoint]) -> ScreenPoint {
        let apart = 2.0 * SEAT_RADIUS * self.u + 6.0 * self.u;
        let inside = self.occupancy.frame().expand(-SEAT_INSIDE * self.u);
        let is_free = |p: &ScreenPoint| placed.iter().all(|other| other.distance(*p) >= apart);
        let at_side = (centre.x - inside.min.x).min(inside.max.x - centre.x)
            < (centre.y - inside.min.y).min(inside.max.y - centre.y);
        let steps = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0].map(|step| step * apart);
        let mut moved = steps.into_iter().map(|by| {
            if at_side {
                centre.plus(0.0, by)
            } else {
                centre.plus(by, 0.0)
            }
        });
        let open = moved.find(|p| is_free(p) && inside.expand(1.0).holds(*p));
        open.unwrap_or(centre)
    }

    /// The point at which a seat stands whose point may lie under the buttons of the window: moved the
    /// shortest way along the frame, or into the map where buttons take the whole edge.
    fn beside_buttons(&self, centre: ScreenPoint) -> ScreenPoint {
        let around = SEAT_INSIDE * self.u;
        let buttons = [self.layer_buttons(), self.zoom_buttons()].map(|b| b.expand(around));
        let inside = self.occupancy.frame().expand(-around);
        let is_open = |p: &ScreenPoint| inside.holds(*p) && !buttons.iter().any(|b| b.holds(*p));
        // A point on the edge of a rectangle is held by it.
        let clear = 1.0;
        let [layers, zoom] = &buttons;
        let corner = ScreenPoint::new(zoom.min.x - clear, layers.max.y + clear);
        let held = buttons.iter().filter(|b| b.holds(centre));
        let moved = held.flat_map(|b| {
            [
                ScreenPoint::new(centre.x, b.max.y + clear),
                ScreenPoint::new(centre.x, b.min.y - clear),
                ScreenPoint::new(b.min.x - clear, centre.y),
                corner,
            ]
        });
        let near = moved.filter(is_open);
        let nearest = near.min_by(|a, b| a.distance(centre).total_cmp(&b.distance(centre)));
        nearest.unwrap_or(centre)
    }

    /// Whether a place is on record as an end of a message of the day.
    fn is_end_today(&self, place: &str) -> bool {
        let messages = self.context.sent_today().into_iter();
        let mut messages = messages.map(|i| &self.context.atlas().messages[i]);
        let is_at = |c: &Correspondent| c.place.as_ref().is_some_and(|at| at.as_str() == place);
        messages.any(|message| message.from.iter().chain(&message.to).any(is_at))
    }

    /// The name of a seat and its distance.
    fn seat_name(&mut self, seat: &str, centre: ScreenPoint) {
        let (u, context) = (self.u, self.context);
        let rect = ScreenRect::around(centre, 36.0 * u, 36.0 * u);
        self.occupancy.take(rect);
        self.hit(rect, seat);
        let name = context
            .atlas()
            .name(seat, context.text.language())
            .to_owned();
        let halo = Some(context.theme.land);
        let bold = TextStyle {
            face: Face::SemiBold,
            size: 16.0,
            color: context.theme.ink,
            halo,
        };
        let small = TextStyle {
            face: Face::Condensed,
            size: 15.0,
            color: context.theme.ink2,
            halo,
        };
        let far = context
            .distance_km(seat)
            .map(|km| context.text.distance(km, context.atlas()))
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

    /// The point of the frame at which a point outside the map is shown: on the ray from the center
    /// of the map, beside the buttons of the window.
    fn on_frame(&self, p: MapPoint) -> ScreenPoint {
        let frame = self.occupancy.frame().expand(-SEAT_INSIDE * self.u);
        let (centre, target) = (frame.centre(), self.at(p));
        if frame.holds(target) {
            return target;
        }
        let (dx, dy) = (target.x - centre.x, target.y - centre.y);
        let part = (frame.width() / 2.0 / dx.abs().max(0.01))
            .min(frame.height() / 2.0 / dy.abs().max(0.01));
        let on_frame = centre.plus(dx * part, dy * part);
        if self.context.furniture.has_buttons {
            self.beside_buttons(on_frame)
        } else {
            on_frame
        }
    }

    /// Where an end of a message is drawn, and its party. A person whose place is not stated stands
    /// nowhere, not even at the seat of the party: no record puts the person there.
    fn end_of(&self, c: &Correspondent) -> (End, Option<PartyId>) {
        let end = match &c.place {
            Some(place) => End::Place(place.to_string()),
            None => End::NotStated,
        };
        (end, self.party_of(c))
    }

    pub(super) fn party_of(&self, c: &Correspondent) -> Option<PartyId> {
        let atlas = self.context.atlas();
        atlas.person(c.person.as_ref()?.as_str())?.party.clone()
    }

    /// Whether a place is seen inside the frame.
    fn is_on_map(&self, place: &str) -> bool {
        let inner = self.occupancy.frame().expand(-TOWN_INSIDE * self.u);
        let anchor = self.context.geometry().anchor_of(place);
        anchor.is_some_and(|p| inner.holds(self.at(p)))
    }

    /// Draws the day's messages of which one end is on the map and the other is known, as arcs.
    /// Returns all others, for the strip.
    pub(super) fn messages(&mut self) -> Vec<StripRow> {
        let context = self.context;
        let mut drawn: Vec<(ScreenPoint, ScreenPoint)> = Vec::new();
        let mut off_map: BTreeMap<String, ScreenPoint> = BTreeMap::new();
        let made = self.made_the_selected();
        let today: Vec<(usize, bool)> = context
            .situation
            .messages
            .iter()
            .map(|d| (d.index, d.certainty == Truth::Certain))
            .collect();
        let earlier = made
            .iter()
            .filter(|i| today.iter().all(|(t, _)| t != *i))
            .map(|i| (*i, false));
        let mut rows: Vec<StripRow> = Vec::new();
        for (index, of_the_day) in today.iter().copied().chain(earlier).collect::<Vec<_>>() {
            let message = &context.atlas().messages[index];
            let is_selected = context.session.selection() == Some(message.head.id.as_str())
                || made.contains(&index);
            if !of_the_day && !is_selected {
                continue;
            }
            let number = super::message_number(context.situation, index);
            let (starts, further) = self.starts_of(message);
            let mut without_arc: Vec<&Correspondent> = Vec::new();
            let mut arcs = 0;
            for to in &message.to {
                let mut has_arc = false;
                for (start, party) in &starts {
                    let (end, _) = self.end_of(to);
                    let Some((a, b)) = self.ends_on_map(start, &end, &mut off_map) else {
                        continue;
                    };
                    let beside = drawn
                        .iter()
                        .filter(|(c, d)| same(*c, a) && same(*d, b) || same(*c, b) && same(*d, a))
                        .count();
                    drawn.push((a, b));
                    let color = party
                        .as_ref()
                        .map_or(context.theme.ink3, |p| self.colors_of(p).mid);
                    self.arc(&Arc {
                        id: message.head.id.as_str(),
                        ends: (a, b),
                        beside,
                        kind: message.kind,
                        color,
                        repeat: !of_the_day,
                        selected: is_selected,
                        number,
                        further: if arcs == 0 { further } else { 0 },
                    });
                    (has_arc, arcs) = (true, arcs + 1);
                }
                if !has_arc {
                    without_arc.push(to);
                }
            }
            if arcs == 0 || !without_arc.is_empty() {
                rows.push(StripRow {
                    index,
                    number,
                    to: without_arc.into_iter().cloned().collect(),
                    selected: is_selected,
                });
            }
        }
        rows
    }

    /// The two points of an arc; `None` where neither is on the map, one is not known, or both are
    /// the same.
    fn ends_on_map(
        &mut self,
        start: &End,
        end: &End,
        off_map: &mut BTreeMap<String, ScreenPoint>,
    ) -> Option<(ScreenPoint, ScreenPoint)> {
        let (End::Place(start), End::Place(end)) = (start, end) else {
            return None;
        };
        if !self.is_on_map(start) && !self.is_on_map(end) {
            return None;
        }
        let a = self.point_of(start, off_map)?;
        let b = self.point_of(end, off_map)?;
        (a.distance(b) >= SHORTEST_ARC * self.u).then_some((a, b))
    }

    /// The places from which a message is sent, each once, with the party of the signatory there;
    /// and the number of signatories whose place is unknown or already listed.
    fn starts_of(&self, message: &Message) -> (Vec<(End, Option<PartyId>)>, usize) {
        let mut starts: Vec<(End, Option<PartyId>)> = Vec::new();
        let mut further = 0;
        for from in &message.from {
            let start = self.end_of(from);
            let is_known = matches!(start.0, End::Place(_));
            if starts.is_empty() || (is_known && starts.iter().all(|(end, _)| *end != start.0)) {
                starts.push(start);
            } else {
                further += 1;
            }
        }
        (starts, further)
    }

    /// Messages that state the fill of the selected district.
    fn made_the_selected(&self) -> Vec<usize> {
        let (context, atlas) = (self.context, self.context.atlas());
        let selected = context.session.selection();
        let state = selected.and_then(|id| context.situation.district(id));
        let records = state
            .map(|s| s.fill(context.session.lens()).records)
            .unwrap_or_default();
        let messages = records
            .iter()
            .filter_map(|r| atlas.claim(r.as_str())?.message.clone());
        let mut made: Vec<usize> = messages
            .filter_map(|m| atlas.messages.iter().position(|n| n.head.id == m))
            .collect();
        made.sort_unstable();
        made.dedup();
        made
    }

    /// The point at which a place is drawn: on the map, or on its frame as a seat or an open ring.
    fn point_of(
        &mut self,
        place: &str,
        off_map: &mut BTreeMap<String, ScreenPoint>,
    ) -> Option<ScreenPoint> {
        let u = self.u;
        let p = self.context.geometry().anchor_of(place)?;
        let at = self.on_frame(p);
        let parties = &self.context.atlas().parties;
        let is_seat = parties
            .iter()
            .any(|p| p.capital && p.seat.as_ref().is_some_and(|s| s.as_str() == place));
        if !self.is_on_map(place) && !is_seat && !off_map.contains_key(place) {
            let theme = self.context.theme;
            self.add(
                Layer::Seat,
                None,
                Shape::Circle {
                    at,
                    radius: 11.0 * u,
                    fill: Some(theme.card),
                    stroke: Some(Stroke::solid(theme.ink2, 2.0 * u)),
                },
            );
            self.seat_name(place, at);
            off_map.insert(place.to_owned(), at);
        }
        Some(at)
    }
}

fn same(a: ScreenPoint, b: ScreenPoint) -> bool {
    a.distance(b) < 1.0
}

#[cfg(test)]
mod tests {
    use std::sync::Arc as Shared;

    use crate::model::{Atlas, Correspondent, PersonId, PlaceId};
    use crate::scene::{Furniture, Layer, Legend, MapDetail, Scene, SceneContext, Shape, Theme};
    use crate::session::{Action, Session};
    use crate::text::Text;
    use crate::timeline::Timeline;

    fn at(place: &str) -> Correspondent {
        Correspondent {
            person: None,
            place: Some(PlaceId::from(place)),
            place_stated: true,
        }
    }

    fn unplaced(person: &str) -> Correspondent {
        Correspondent {
            person: Some(PersonId::from(person)),
            ..Correspondent::default()
        }
    }

    /// How many arcs a message has on its day, and the signs beside them.
    fn drawn(atlas: Atlas, message: &str) -> (usize, Vec<String>) {
        let sent = atlas
            .message(message)
            .and_then(|m| m.head.dating.exact_day());
        let mut session = Session::new(Shared::new(Timeline::new(Shared::new(atlas))), "en");
        session.apply(Action::Resize(1600.0, 1000.0));
        session.apply(Action::Jump(sent.expect("a day")));
        session.apply(Action::Select(Some(message.to_owned())));
        session.apply(Action::Tick(10.0));
        let (situation, text, theme) =
            (session.situation().clone(), Text::new("en"), Theme::paper());
        let scene = Scene::new(&SceneContext {
            session: &session,
            situation: &situation,
            theme: &theme,
            text: &text,
            unit: 1.0,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Whole,
        });
        let (mut arcs, mut signs) = (0, Vec::new());
        for item in scene.items {
            if item.subject.as_deref() != Some(message) {
                continue;
            }
            match (item.layer, item.shape) {
                (Layer::Arc, Shape::Circle { .. }) => arcs += 1,
                (Layer::Mark, Shape::Text(run)) if run.text.starts_with('+') => {
                    signs.push(run.text);
                }
                _ => {}
            }
        }
        (arcs, signs)
    }

    #[test]
    fn every_addressee_and_every_signatory_is_drawn_or_counted() {
        let atlas = crate::load::load(&crate::load::files::builtin())
            .atlas
            .expect("clean");
        let index = atlas
            .messages
            .iter()
            .position(|m| {
                m.head.dating.exact_day().is_some() && m.from.len() == 1 && m.to.len() == 1
            })
            .expect("a message of a day");
        let id = atlas.messages[index].head.id.to_string();
        let with = |from: Vec<Correspondent>, to: Vec<Correspondent>| {
            let mut parts = atlas.clone().into_parts();
            (parts.messages[index].from, parts.messages[index].to) = (from, to);
            drawn(Atlas::new(parts), &id)
        };
        let towns = [
            "ordubad-town",
            "julfa-town",
            "goris-town",
            "shusha-town",
            "tiflis",
        ];
        let (here, there) = (|| vec![at("nakhchivan-town")], || towns.map(at).to_vec());
        assert_eq!(with(here(), there()), (5, vec![]), "five addressees");
        assert_eq!(with(there(), here()), (5, vec![]), "five signatories");
        let joined = vec![
            at("julfa-town"),
            at("julfa-town"),
            unplaced("nobody"),
            unplaced("none"),
        ];
        assert_eq!(with(joined, here()), (1, vec!["+3".to_owned()]));
    }
}
