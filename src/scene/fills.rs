//! Land, the fills of districts, the bands of their controllers, water, and lines.

use super::builder::{PillPart, SceneBuilder, parts_that_fit};
use super::list::{AreaRef, Dash, Layer, LegendRank, LegendSign, LineRef, Shape, Stroke};
use super::texture::Texture;
use super::theme::Color;
use crate::geometry::ScreenRect;
use crate::model::{HeldExtent, PartyId};
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Fill, FillKind, Lens};

/// Lines inside a shore: distance from it in design units, and opacity.
const WATERLINES: [(f32, f32); 3] = [(5.0, 0.55), (11.0, 0.38), (18.0, 0.22)];
/// Opacity of what is only possible.
const POSSIBLE: f32 = 0.5;
/// Width of a controller's band, in design units.
const BAND_WIDTH: f32 = 6.6;
/// Distance of a band's outer edge from the district's outline, in design units.
const BAND_INSIDE: f32 = 3.0;
/// Width of the casing on either side of a band, in design units.
const BAND_CASING: f32 = 1.6;

/// How a district is painted. `None` stands for no color or no texture.
pub(super) struct Paint {
    pub(super) fill: Fill,
    pub(super) base_color: Option<Color>,
    pub(super) texture: Option<Texture>,
}

impl SceneBuilder<'_> {
    pub(super) fn land(&mut self) {
        for i in 0..self.context.geometry().land.len() {
            let base_color = Some(self.context.theme.beyond);
            self.add(
                Layer::Land,
                None,
                Shape::Area {
                    area: AreaRef::Land(i),
                    base_color,
                    texture: None,
                    opacity: 1.0,
                },
            );
        }
    }

    pub(super) fn fills(&mut self) {
        let situation = self.context.situation;
        for state in situation.districts() {
            let area = AreaRef::District(state.id.to_string());
            let base_color = Some(self.context.theme.land);
            self.add(
                Layer::Fill,
                Some(state.id.as_str()),
                Shape::Area {
                    area: area.clone(),
                    base_color,
                    texture: None,
                    opacity: 1.0,
                },
            );
            let paint = self.paint_of(state);
            if paint.fill.kind == FillKind::Unknown {
                self.fading_fill(state, &paint);
                continue;
            }
            let possible = paint.fill.certainty == Some(Truth::Possible);
            let opacity = if possible { POSSIBLE } else { 1.0 };
            let shape = Shape::Area {
                area,
                base_color: paint.base_color,
                texture: paint.texture.clone(),
                opacity,
            };
            self.add(Layer::Fill, Some(state.id.as_str()), shape);
            self.fading_fill(state, &paint);
            if possible {
                self.possible_edge(state.id.as_str(), self.context.theme.outline);
            }
            self.explain_fill(&paint, possible);
        }
    }

    /// Draws the fill that a district had before the last step, while it fades out.
    fn fading_fill(&mut self, state: DistrictOnDay<'_>, now: &Paint) {
        let Some((before, lens, left)) = self.context.session.fading() else {
            return;
        };
        let Some(was) = before.district(state.id.as_str()) else {
            return;
        };
        let old = self.paint_through(was, lens);
        if old.fill == now.fill || (old.base_color, &old.texture) == (now.base_color, &now.texture)
        {
            return;
        }
        let possible = old.fill.certainty == Some(Truth::Possible);
        let opacity = left * if possible { POSSIBLE } else { 1.0 };
        let base_color = old.base_color.or(Some(self.context.theme.land));
        let area = AreaRef::District(state.id.to_string());
        self.add(
            Layer::Fill,
            None,
            Shape::Area {
                area,
                base_color,
                texture: old.texture,
                opacity,
            },
        );
    }

    fn explain_fill(&mut self, paint: &Paint, possible: bool) {
        let (text, theme) = (self.context.text, self.context.theme);
        let words = if paint.fill.kind == FillKind::Claimed && paint.base_color.is_some() {
            text.claimed_and_held(&paint.fill, self.context.atlas())
        } else {
            text.fill(
                &paint.fill,
                self.context.session.lens(),
                self.context.atlas(),
            )
        };
        self.explain(
            LegendRank::Fill(paint.fill.kind),
            LegendSign::Fill(paint.base_color, paint.texture.clone(), possible),
            words,
        );
        if possible {
            let words = self.context.text.get("legend-possible");
            self.explain(
                LegendRank::Possible,
                LegendSign::Fill(Some(theme.hatch_ground), None, true),
                words,
            );
        }
        if paint.fill.hearsay {
            self.explain(
                LegendRank::Hearsay,
                LegendSign::Hearsay,
                self.context.text.get("legend-hearsay"),
            );
        }
    }

    /// A dotted line inside the outline, which marks a fill as only possible.
    fn possible_edge(&mut self, district: &str, color: Color) {
        let rings = self.context.geometry().inset(district, self.km(4.0));
        let stroke = Stroke::dotted(color, 1.9 * self.u, 5.0 * self.u);
        self.add(Layer::Fill, None, Shape::MapRings { rings, stroke });
    }

    /// Length in map kilometers of a length in design units on the screen.
    fn km(&self, units: f32) -> f64 {
        f64::from(units * self.u) / self.context.session.viewport().scale
    }

    /// Color and texture of a district through the session's lens. The color shows the party, the
    /// texture the kind of fill. A controller of only a part gives no color; its band shows it.
    pub(super) fn paint_of(&self, state: DistrictOnDay<'_>) -> Paint {
        self.paint_through(state, self.context.session.lens())
    }

    /// Color and texture of a district through `lens`.
    pub(super) fn paint_through(&self, state: DistrictOnDay<'_>, lens: &Lens) -> Paint {
        let fill = state.fill(lens);
        let holders: Vec<(&PartyId, bool, bool)> = Self::holders(state).collect();
        let (base_color, texture) = self.fill_style(&fill, &holders);
        Paint {
            fill,
            base_color,
            texture,
        }
    }

    /// Base color and texture of a fill. Each holder is a party, whether it holds the whole
    /// district, and whether that is certain.
    pub(super) fn fill_style(
        &self,
        fill: &Fill,
        holders: &[(&PartyId, bool, bool)],
    ) -> (Option<Color>, Option<Texture>) {
        let theme = self.context.theme;
        let colors = |p: &PartyId| self.colors_of(p);
        let first = fill.parties.first().map_or(theme.nobody(), colors);
        let striped = || {
            Some(Texture::Stripes(
                fill.parties.iter().map(|p| Some(colors(p).fill)).collect(),
            ))
        };
        let holds = |p: &PartyId| {
            holders
                .iter()
                .any(|(holder, whole, _)| *holder == p && *whole)
        };
        let surely_holds = |p: &PartyId| {
            holders
                .iter()
                .any(|(holder, whole, sure)| *holder == p && *whole && *sure)
        };
        match fill.kind {
            FillKind::Claimed => match fill.parties.as_slice() {
                [one] if surely_holds(one) => (Some(first.fill), None),
                [_] => (None, Some(Texture::Stripes(vec![Some(first.fill), None]))),
                _ => (None, striped()),
            },
            FillKind::Held => match fill.parties.as_slice() {
                [one] if holds(one) => (Some(first.fill), None),
                [_] => (None, None),
                _ => (None, striped()),
            },
            FillKind::Assigns | FillKind::Recognises => {
                (Some(first.fill), Some(Texture::Dots(first.line)))
            }
            FillKind::Disputed => (Some(theme.hatch_ground), Some(Texture::Hatch(theme.hatch))),
            FillKind::Renounced => (None, Some(Texture::Rings(first.line))),
            FillKind::Occupy | FillKind::Evacuate => (None, Some(Texture::Pickets(first.line))),
            FillKind::Opposed => (None, Some(Texture::Crosses(first.line))),
            FillKind::Pressed | FillKind::Autonomy | FillKind::Declined => {
                (None, Some(Texture::Dashes(first.line)))
            }
            FillKind::Unknown => (None, None),
        }
    }

    /// Controllers of a district by the records: party, whether it holds the whole district, and
    /// whether that is certain.
    fn holders(state: DistrictOnDay<'_>) -> impl Iterator<Item = (&PartyId, bool, bool)> {
        state.holders().filter_map(|(control, certainty)| {
            Some((
                control.holder.as_ref()?,
                control.extent == HeldExtent::Whole,
                certainty == Truth::Certain,
            ))
        })
    }

    /// Bands inside the outlines of districts, in the colors of their controllers.
    pub(super) fn bands(&mut self) {
        let (u, situation) = (self.u, self.context.situation);
        // Through the lens of control, the fill already shows the controller of a whole district.
        let filled = *self.context.session.lens() == Lens::Control;
        for state in situation.districts() {
            let mut holders: Vec<(PartyId, bool, bool)> = Vec::new();
            for (party, whole, certain) in Self::holders(state) {
                match holders.iter_mut().find(|(p, ..)| p == party) {
                    Some(known) => *known = (party.clone(), known.1 || whole, known.2 || certain),
                    None => holders.push((party.clone(), whole, certain)),
                }
            }
            holders.retain(|(_, whole, _)| !(filled && *whole));
            for (i, (party, whole, certain)) in holders.into_iter().enumerate() {
                let middle = BAND_INSIDE + BAND_WIDTH / 2.0 + i as f32 * (BAND_WIDTH + BAND_CASING);
                let rings = self
                    .context
                    .geometry()
                    .inset(state.id.as_str(), self.km(middle));
                let colors = self.colors_of(&party);
                let casing = Stroke::solid(
                    self.context.theme.land,
                    (BAND_WIDTH + 2.0 * BAND_CASING) * u,
                );
                let color = if certain {
                    colors.mid
                } else {
                    colors.mid.over(self.context.theme.land, 0.42)
                };
                let width = BAND_WIDTH * u;
                let stroke = if whole {
                    Stroke::solid(color, width)
                } else {
                    Stroke::dashed(color, width, 30.0 * u, 16.0 * u)
                };
                if whole {
                    self.add(
                        Layer::Band,
                        None,
                        Shape::MapRings {
                            rings: rings.clone(),
                            stroke: casing,
                        },
                    );
                }
                self.add(Layer::Band, None, Shape::MapRings { rings, stroke });
                let name = self
                    .context
                    .atlas()
                    .name(party.as_str(), self.context.text.language())
                    .to_owned();
                let key = if whole {
                    "legend-held-by"
                } else {
                    "legend-held-in-part"
                };
                let words = self.context.text.with(key, &[("party", &name)]);
                let sign = LegendSign::Band(colors.mid, !whole, false);
                let rank = if whole {
                    LegendRank::Held
                } else {
                    LegendRank::HeldInPart
                };
                self.explain(rank, sign, words);
                if !certain && whole {
                    let inner = self
                        .context
                        .geometry()
                        .inset(state.id.as_str(), self.km(middle + BAND_WIDTH / 2.0 + 2.0));
                    let stroke = Stroke::dotted(colors.mid, 1.9 * u, 5.0 * u);
                    self.add(
                        Layer::Band,
                        None,
                        Shape::MapRings {
                            rings: inner,
                            stroke,
                        },
                    );
                    let words = self.context.text.get("legend-possibly-held");
                    self.explain(
                        LegendRank::PossiblyHeld,
                        LegendSign::Band(self.context.theme.ink3, false, true),
                        words,
                    );
                }
            }
        }
    }

    pub(super) fn water(&mut self) {
        let (u, theme) = (self.u, self.context.theme);
        for i in 0..self.context.geometry().lakes.len() {
            let lake = Shape::Area {
                area: AreaRef::Lake(i),
                base_color: Some(theme.lake),
                texture: None,
                opacity: 1.0,
            };
            self.add(Layer::Water, None, lake);
            let stroke = Stroke::solid(theme.shore, 1.3 * u);
            self.add(
                Layer::Water,
                None,
                Shape::MapLine {
                    line: LineRef::Shore(i),
                    stroke,
                },
            );
            let lake = &self.context.geometry().lakes[i];
            if self.is_seen(lake) {
                for (inside, opacity) in WATERLINES {
                    let rings = self.context.geometry().inset(&lake.id, self.km(inside));
                    let stroke = Stroke::solid(theme.shore.over(theme.lake, opacity), 0.8 * u);
                    self.add(Layer::Water, None, Shape::MapRings { rings, stroke });
                }
            }
        }
        for i in 0..self.context.geometry().rivers.len() {
            let width = if self.context.geometry().rivers[i].grade == 1 {
                5.6
            } else {
                1.5
            };
            let stroke = Stroke::solid(theme.river, width * u);
            self.add(
                Layer::Water,
                None,
                Shape::MapLine {
                    line: LineRef::River(i),
                    stroke,
                },
            );
        }
    }

    pub(super) fn lines(&mut self) {
        let (u, theme) = (self.u, self.context.theme);
        for (i, boundary) in self.context.geometry().boundaries.iter().enumerate() {
            let stroke = match boundary.grade {
                3 => Stroke::solid(theme.outline, 2.1 * u),
                2 => Stroke::dashed(theme.outline, 2.0 * u, 10.0 * u, 5.5 * u),
                _ => Stroke::dotted(theme.outline, 2.1 * u, 5.6 * u),
            };
            self.add(
                Layer::Boundary,
                None,
                Shape::MapLine {
                    line: LineRef::Boundary(i),
                    stroke,
                },
            );
        }
        if self.context.session.shown().today {
            for i in 0..self.context.geometry().borders.len() {
                let stroke = Stroke::dashed(theme.ink3, 1.4 * u, 12.0 * u, 5.0 * u);
                self.add(
                    Layer::Boundary,
                    None,
                    Shape::MapLine {
                        line: LineRef::Border(i),
                        stroke,
                    },
                );
            }
            self.explain(
                LegendRank::TodaysBorders,
                LegendSign::Line(Stroke::dashed(theme.ink3, 1.4 * u, 12.0 * u, 5.0 * u)),
                self.context.text.get("legend-today"),
            );
        }
        for i in 0..self.context.geometry().railways.len() {
            let stroke = Stroke {
                color: theme.ink3,
                width: 1.6 * u,
                dash: Dash::Ticked(13.4 * u, 7.2 * u),
            };
            self.add(
                Layer::Railway,
                None,
                Shape::MapLine {
                    line: LineRef::Railway(i),
                    stroke,
                },
            );
        }
    }

    /// Outlines of the districts that the last step changed, and of those that differ between two
    /// compared maps.
    pub(super) fn changed(&mut self) {
        let (u, theme, session) = (self.u, self.context.theme, self.context.session);
        for district in session.differing() {
            let line = LineRef::Outline(district.to_string());
            for (color, width) in [(theme.card, 5.5), (theme.ink, 2.4)] {
                let stroke = Stroke::solid(color, width * u);
                self.add(
                    Layer::Selection,
                    Some(district.as_str()),
                    Shape::MapLine {
                        line: line.clone(),
                        stroke,
                    },
                );
            }
        }
        let Some((districts, opacity)) = session.glow() else {
            return;
        };
        for district in districts {
            let line = LineRef::Outline(district.to_string());
            for (color, width, part) in [
                (theme.ink, 13.0, 0.10),
                (theme.ink, 9.0, 0.14),
                (theme.card, 6.0, 0.9),
                (theme.ink, 3.2, 0.9),
            ] {
                let stroke = Stroke::solid(color.alpha(part * opacity), width * u);
                self.add(
                    Layer::Selection,
                    None,
                    Shape::MapLine {
                        line: line.clone(),
                        stroke,
                    },
                );
            }
        }
    }

    /// A district's stance as the parts of a pill; empty where it has none.
    pub(super) fn pill_parts(&self, state: DistrictOnDay<'_>) -> Vec<PillPart> {
        let Paint { fill, texture, .. } = self.paint_of(state);
        if fill.kind == FillKind::Unknown {
            return Vec::new();
        }
        let letter = |p: &PartyId, hollow| {
            PillPart::Letter(self.letter_of(p), self.colors_of(p).line, hollow)
        };
        let viewer = self.context.session.lens().viewer(self.context.atlas());
        let hearsay = |p: &PartyId| match self.context.session.lens() {
            Lens::Claims => state.claimants().iter().any(|c| c.party == *p && c.hearsay),
            _ => fill.hearsay,
        };
        let mut parts: Vec<PillPart> = viewer.iter().map(|p| letter(p, fill.hearsay)).collect();
        match fill.kind {
            FillKind::Assigns | FillKind::Recognises => {
                parts.push(PillPart::Arrow);
                parts.extend(fill.parties.iter().map(|p| letter(p, false)));
            }
            FillKind::Claimed | FillKind::Held if viewer.is_none() => {
                parts.extend(fill.parties.iter().map(|p| letter(p, hearsay(p))));
            }
            FillKind::Claimed | FillKind::Held => {}
            _ => parts.extend(texture.map(PillPart::Sample)),
        }
        parts_that_fit(parts)
    }

    /// Whether any part of an area is on the screen.
    pub(super) fn is_seen(&self, area: &crate::geometry::MapArea) -> bool {
        let rect = ScreenRect {
            min: self.at(area.bounds.0),
            max: self.at(area.bounds.1),
        };
        rect.overlap(&self.occupancy.frame()) > 0.0
    }
}
