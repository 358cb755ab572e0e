//! Who holds which town: a ring around its sign for each holder, and a letter beside the rings.

use super::MapDetail;
use super::builder::SceneBuilder;
use super::holders::{Holders, ROUNDEL};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::PartyId;
use crate::time::Truth;

/// Radius of the ring around a held town, and the distance to the ring of the next holder, in
/// design units.
const RING: (f32, f32) = (9.5, 5.5);
/// Distance from a town, in design units, within which a letter of a ribbon also tells who holds the
/// town.
const NEAR: f32 = 34.0;

impl SceneBuilder<'_> {
    /// Rings around the towns whose holders are on record: one line where the holding is certain,
    /// two thin lines where it is only possible.
    pub(super) fn town_rings(&mut self) {
        let (u, land) = (self.u, self.context.theme.land);
        for (place, at, holders) in self.held_towns() {
            let id = Some(place.as_str());
            for (i, (party, truth)) in holders.iter().enumerate() {
                let color = self.colors_of(party).mid;
                let radius = RING.0 + RING.1 * i as f32;
                let lines: &[(f32, f32)] = if *truth == Truth::Certain {
                    &[(0.0, 3.6)]
                } else {
                    &[(-1.5, 1.2), (1.5, 1.2)]
                };
                let casing = [(land, 0.0, 5.8)].into_iter();
                let lines = lines.iter().map(|(out, width)| (color, *out, *width));
                for (color, out, width) in casing.chain(lines) {
                    let stroke = Some(Stroke::solid(color, width * u));
                    let radius = (radius + out) * u;
                    self.add(
                        Layer::Place,
                        id,
                        Shape::Circle {
                            at,
                            radius,
                            fill: None,
                            stroke,
                        },
                    );
                }
                let name = self.name_of(party);
                let key = if *truth == Truth::Certain {
                    "legend-town-held-by"
                } else {
                    "legend-town-possibly-held-by"
                };
                let words = self.context.text.with(key, &[("party", &name)]);
                let holder = self.legend_holders(&[(party.clone(), *truth)]);
                if let Some(holder) = holder.into_iter().next() {
                    let sign = LegendSign::Town(holder);
                    self.explain_of(LegendRank::TownHeld, sign, words, place.as_str());
                }
            }
        }
    }

    /// Reserves the space of the rings, so that no name of a slide lies below one.
    pub(super) fn reserve_rings(&mut self) {
        for (_, at, holders) in self.held_towns() {
            let radius = RING.0 + RING.1 * holders.len().saturating_sub(1) as f32 + 3.0;
            let across = 2.0 * radius * self.u;
            self.occupancy.take(ScreenRect::around(at, across, across));
        }
    }

    /// The towns on the map whose holders are on record, with their positions and holders.
    fn held_towns(&self) -> Vec<(String, ScreenPoint, Holders)> {
        let context = self.context;
        let frame = self.occupancy.frame();
        let is_slide = context.detail == MapDetail::Slide;
        let towns = context.situation.places.iter().filter_map(|(place, held)| {
            let at = self.at(*context.geometry().places.get(place.as_str())?);
            let holder = |h: &crate::timeline::Holding| {
                let party = context.atlas().control[h.control].holder.clone()?;
                Some((party, h.certainty))
            };
            let mut holders: Holders = Vec::new();
            for (party, truth) in held.iter().filter_map(holder) {
                match holders.iter_mut().find(|(known, _)| *known == party) {
                    Some(known) => known.1 = known.1.max(truth),
                    None => holders.push((party, truth)),
                }
            }
            let is_seen = frame.holds(at) && (!is_slide || self.is_place_on_slide(place.as_str()));
            is_seen.then(|| (place.to_string(), at, holders))
        });
        towns.collect()
    }

    /// Letters beside the rings of towns, but where the same letter of a ribbon is near.
    pub(super) fn town_letters(&mut self, of_ribbons: &[(ScreenPoint, (PartyId, Truth))]) {
        // A sketch has no towns.
        if self.context.is_sketch() {
            return;
        }
        for (_, at, holders) in self.held_towns() {
            let outer = RING.0 + RING.1 * holders.len().saturating_sub(1) as f32;
            // The large type of a slide leaves room for whole letters outside the rings.
            let apart = if self.context.is_slide() { 4.5 } else { 0.0 };
            let far = (outer + ROUNDEL + apart) * self.u;
            for holder in &holders {
                let near = NEAR * self.u;
                let is_near = |(p, of): &(ScreenPoint, (PartyId, Truth))| {
                    of == holder && p.distance(at) < near
                };
                if holders.len() == 1 && of_ribbons.iter().any(is_near) {
                    continue;
                }
                let around = (0..16_u8).map(|i| {
                    let turn = std::f32::consts::TAU * (f32::from(i) / 16.0 + 0.125);
                    at.plus(far * turn.cos(), far * turn.sin())
                });
                let rects: Vec<ScreenRect> = around.map(|p| self.roundel_rect(p)).collect();
                if let Some(rect) = self.occupancy.best(&rects) {
                    self.holder_letter(rect.centre(), holder);
                }
            }
        }
    }
}
