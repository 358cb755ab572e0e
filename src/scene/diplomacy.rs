//! Diplomacy: the day's messages as arcs with a mark of their kind, and capitals outside the map as
//! seats on its frame. It reads the messages of the situation; the items go on the scene's display
//! list.

use std::collections::BTreeMap;

use super::arcs::Arc;
use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Correspondent, Message, PartyId};
use crate::time::Truth;

/// Distance of a seat from the frame inward, in design units.
const SEAT_INSIDE: f32 = 24.0;
/// Radius of a seat, in design units.
pub(super) const SEAT_RADIUS: f32 = 15.0;
/// Maximum number of messages that are numbered on one map.
const MOST_NUMBERED: usize = 9;

/// Where an end of a message is drawn.
#[derive(Debug, Clone, PartialEq)]
enum End {
    /// A place, on the map or on its frame.
    Place(String),
    /// The place of this end is not known; the text is the name of the person or body.
    NotStated(String),
}

impl SceneBuilder<'_> {
    /// Capitals of parties outside the map, placed on its frame in their true direction.
    pub(super) fn seats(&mut self) {
        let context = self.context;
        for party in &context.atlas().parties {
            let Some(seat) = party.seat.as_ref().filter(|_| party.capital) else {
                continue;
            };
            let Some(at) = context.geometry().places.get(seat.as_str()).copied() else {
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
            size: 13.5,
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
    /// of the map.
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
        let atlas = self.context.atlas();
        let person = c.person.as_ref().and_then(|p| atlas.person(p.as_str()));
        let party = person.and_then(|p| p.party.clone());
        let name = person.map_or_else(String::new, |p| {
            p.names.text(self.context.text.language()).to_owned()
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

    /// The day's messages as arcs from their senders to their addressees.
    pub(super) fn messages(&mut self) {
        let context = self.context;
        let mut drawn: Vec<(ScreenPoint, ScreenPoint)> = Vec::new();
        let mut unknown: BTreeMap<String, ScreenPoint> = BTreeMap::new();
        let made = self.made_the_selected();
        let sent = context.sent_today();
        let today = context
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
            let message = &context.atlas().messages[index];
            let is_selected = context.session.selection() == Some(message.head.id.as_str())
                || made.contains(&index);
            if !of_the_day && !is_selected {
                continue;
            }
            let (starts, further) = self.starts_of(message);
            let pairs = starts
                .iter()
                .flat_map(|start| message.to.iter().map(move |to| (start, to)));
            for (i, ((start, party), to)) in pairs.enumerate() {
                let (mut end, _) = self.end_of(to);
                if end == *start && to.place.is_none() {
                    let person = to
                        .person
                        .as_ref()
                        .and_then(|p| context.atlas().person(p.as_str()));
                    end = End::NotStated(person.map_or_else(String::new, |p| {
                        p.names.text(context.text.language()).to_owned()
                    }));
                }
                let (Some(a), Some(b)) = (
                    self.point_of(start, &mut unknown),
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
                    .map_or(context.theme.ink3, |p| self.colors_of(p).mid);
                let several = sent.len() > 1 && sent.len() <= MOST_NUMBERED;
                let number = sent
                    .iter()
                    .position(|i| *i == index)
                    .filter(|_| several)
                    .map(|i| i + 1);
                self.arc(&Arc {
                    id: message.head.id.as_str(),
                    ends: (a, b),
                    beside,
                    kind: message.kind,
                    color,
                    repeat: !of_the_day,
                    selected: is_selected,
                    number,
                    further: if i == 0 { further } else { 0 },
                });
            }
        }
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

    fn point_of(
        &mut self,
        end: &End,
        unknown: &mut BTreeMap<String, ScreenPoint>,
    ) -> Option<ScreenPoint> {
        let u = self.u;
        match end {
            End::Place(place) => {
                let p = self.context.geometry().anchor_of(place)?;
                let screen_from_map = self
                    .occupancy
                    .frame()
                    .expand(-SEAT_INSIDE * u)
                    .holds(self.at(p));
                let at = self.on_frame(p);
                let is_seat = self
                    .context
                    .atlas()
                    .parties
                    .iter()
                    .any(|p| p.capital && p.seat.as_ref().is_some_and(|s| s.as_str() == place));
                if !screen_from_map && !is_seat && !unknown.contains_key(place) {
                    let stroke = Some(Stroke::solid(self.context.theme.ink2, 2.0 * u));
                    let fill = Some(self.context.theme.card);
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
                        color: self.context.theme.ink,
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
                let theme = self.context.theme;
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
                let words = self.context.text.get("place-not-stated");
                self.text_centred(Layer::Seat, None, at.plus(0.0, 21.0 * u), name, bold);
                self.text_centred(Layer::Seat, None, at.plus(0.0, 36.0 * u), &words, small);
                self.occupancy.take(rect);
                unknown.insert(name.clone(), at);
                Some(at)
            }
        }
    }
}

fn same(a: ScreenPoint, b: ScreenPoint) -> bool {
    a.distance(b) < 1.0
}

#[cfg(test)]
mod tests {
    use std::sync::Arc as Shared;

    use crate::model::{Atlas, Correspondent, PersonId, PlaceId};
    use crate::scene::{Furniture, Layer, Legend, Scene, SceneContext, Shape, Theme};
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
            },
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
