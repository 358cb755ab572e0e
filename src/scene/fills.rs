//! Land, the fills of districts, water, and lines.

use std::collections::BTreeMap;

use super::builder::SceneBuilder;
use super::dissolve::DrawnArea;
use super::fill_style::Paint;
use super::list::{AreaRef, Dash, Layer, LegendRank, LegendSign, LineRef, Shape, Stroke};
use super::theme::Color;
use crate::geometry::ScreenRect;
use crate::model::DistrictId;
use crate::timeline::{FillKind, Lens};

/// Lines inside a shore: distance from it in design units, and opacity.
const WATERLINES: [(f32, f32); 3] = [(5.0, 0.55), (11.0, 0.38), (18.0, 0.22)];

/// The side, in design units, below which an area is drawn as a disc, and the radius of that.
const LEAST_AREA: f32 = 3.0;

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

    /// The fills of the drawn areas.
    pub(super) fn fills(&mut self) {
        let lit = self.lit();
        let all = std::rc::Rc::clone(&self.drawn);
        let is_lit = |drawn: &&DrawnArea| drawn.leaves.iter().any(|leaf| lit.contains(leaf));
        let (above, below): (Vec<&DrawnArea>, Vec<&DrawnArea>) = all.iter().partition(is_lit);
        self.fills_of(&below);
        self.shadow(&lit);
        self.fills_of(&above);
        self.fading_fills();
    }

    fn fills_of(&mut self, areas: &[&DrawnArea]) {
        let is_colored = self.context.session.shown().fills;
        for drawn in areas {
            let DrawnArea { id, paint, .. } = drawn;
            let area = AreaRef::District(id.clone());
            let base_color = Some(self.context.theme.land);
            self.add(
                Layer::Fill,
                Some(id),
                Shape::Area {
                    area: area.clone(),
                    base_color,
                    texture: None,
                    opacity: 1.0,
                },
            );
            self.speck(drawn, is_colored);
            if !is_colored {
                continue;
            }
            if paint.fill.kind == FillKind::Unknown {
                self.explain_bare(id);
                continue;
            }
            let shape = Shape::Area {
                area,
                base_color: paint.base_color,
                texture: paint.texture.clone(),
                opacity: paint.opacity(),
            };
            self.add(Layer::Fill, Some(id), shape);
            // Who possibly held it is told by the open ribbon.
            if paint.is_possible() && paint.fill.kind != FillKind::Held {
                self.possible_edge(id, self.context.theme.outline);
            }
            self.explain_fill(drawn);
        }
    }

    /// Draws the fills of before the last step where they were others, while they fade out.
    fn fading_fills(&mut self) {
        let shown = self.context.session.shown().fills;
        let Some((before, lens, left)) = self.context.session.fading().filter(|_| shown) else {
            return;
        };
        let now: BTreeMap<&str, (&str, &Paint)> = self
            .drawn
            .iter()
            .flat_map(|d| {
                d.leaves
                    .iter()
                    .map(|l| (l.as_str(), (d.id.as_str(), &d.paint)))
            })
            .collect();
        let is_same = |old: &DrawnArea| {
            old.leaves.iter().all(|leaf| {
                now.get(leaf.as_str()).is_some_and(|(id, paint)| {
                    (paint.base_color, &paint.texture, paint.opacity())
                        == (
                            old.paint.base_color,
                            &old.paint.texture,
                            old.paint.opacity(),
                        )
                        && (old.paint.texture.is_none() || *id == old.id)
                })
            })
        };
        let old: Vec<DrawnArea> = self
            .dissolved(before, lens)
            .into_iter()
            .filter(|old| !is_same(old))
            .collect();
        let land = self.context.theme.land;
        for DrawnArea { id, paint, .. } in old {
            let opacity = left * paint.opacity();
            let base_color = paint.base_color.or(Some(land));
            let area = AreaRef::District(id);
            let texture = paint.texture;
            self.add(
                Layer::Fill,
                None,
                Shape::Area {
                    area,
                    base_color,
                    texture,
                    opacity,
                },
            );
        }
    }

    /// A disc in the place of an area that is too small to be seen.
    fn speck(&mut self, drawn: &DrawnArea, is_colored: bool) {
        let Some(area) = self.context.geometry().area_of(&drawn.id) else {
            return;
        };
        let (min, max) = (self.at(area.bounds.0), self.at(area.bounds.1));
        let least = LEAST_AREA * self.u;
        let at = min.toward(max, 0.5);
        let disc = ScreenRect::around(at, 2.0 * least, 2.0 * least);
        let is_out = disc.overlap(&self.occupancy.frame()) <= 0.0;
        if max.x - min.x >= least || max.y - min.y >= least || is_out {
            return;
        }
        let (theme, paint) = (self.context.theme, &drawn.paint);
        let marks = paint.texture.as_ref().map(|texture| texture.tile().marks);
        let of_texture = marks.and_then(|marks| marks.first().map(|(_, color)| *color));
        let painted = paint.base_color.or(of_texture).filter(|_| is_colored);
        let circle = Shape::Circle {
            at,
            radius: LEAST_AREA * self.u,
            fill: Some(painted.unwrap_or(theme.land)),
            stroke: Some(Stroke::solid(theme.outline, 1.2 * self.u)),
        };
        self.add(Layer::Fill, Some(&drawn.id), circle);
        self.hit(disc.expand(least), &drawn.id);
    }

    /// Explains the bare land of an area about which the lens has nothing.
    fn explain_bare(&mut self, area: &str) {
        if self.is_drawn_area_seen(area) {
            let words = self.context.text.get(match self.context.session.lens() {
                Lens::Claims => "day-no-claim",
                Lens::Control => "legend-no-holder",
                Lens::Party(_) | Lens::Voice(_) => "day-no-statement",
            });
            let sign = LegendSign::Fill(None, None, false);
            self.explain(LegendRank::Fill(FillKind::Unknown), sign, words);
        }
    }

    fn explain_fill(&mut self, drawn: &DrawnArea) {
        if !self.is_drawn_area_seen(&drawn.id) {
            return;
        }
        let (paint, text, atlas) = (&drawn.paint, self.context.text, self.context.atlas());
        // Through the lens of control the ribbons are explained.
        if paint.fill.kind != FillKind::Held {
            let words = if paint.is_held_too() {
                text.claimed_and_held(&paint.fill, atlas)
            } else {
                text.fill(&paint.fill, self.context.session.lens(), atlas)
            };
            self.explain_of(
                LegendRank::Fill(paint.fill.kind),
                LegendSign::Fill(paint.base_color, paint.texture.clone(), paint.is_possible()),
                words,
                &drawn.id,
            );
        }
        if paint.fill.hearsay {
            self.explain(
                LegendRank::Hearsay,
                LegendSign::Hearsay,
                self.context.text.get("legend-hearsay"),
            );
        }
        // Which districts a group is may be a reading, which its note then says.
        let note = atlas.group(&drawn.id).map(|group| &group.note);
        let note = note.filter(|note| !note.is_empty());
        if let Some(note) = note {
            let words = note.text(text.language()).to_owned();
            self.explain(LegendRank::Reading, LegendSign::Reading, words);
        }
    }

    /// A dotted line inside the outline, which marks a fill as only possible.
    fn possible_edge(&mut self, area: &str, color: Color) {
        let rings = self.context.geometry().inset(area, self.km(4.0));
        let stroke = Stroke::dotted(color, 1.9 * self.u, 5.0 * self.u);
        self.add(Layer::Fill, None, Shape::MapRings { rings, stroke });
    }

    /// Length in map kilometers of a length in design units on the screen.
    pub(super) fn km(&self, units: f32) -> f64 {
        f64::from(units * self.u) / self.context.session.viewport().scale
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
                4.2
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
        let drawn_as: BTreeMap<&str, usize> = self
            .drawn
            .iter()
            .enumerate()
            .flat_map(|(i, d)| d.leaves.iter().map(move |leaf| (leaf.as_str(), i)))
            .collect();
        let told = self.context.is_slide().then(|| self.told_leaves());
        let boundary_sides: Vec<(Option<DistrictId>, Option<DistrictId>)> = self
            .context
            .atlas()
            .boundaries
            .iter()
            .map(|b| (b.left.clone(), b.right.clone()))
            .collect();
        // Whether both sides of a boundary are drawn as one area.
        let is_inside: Vec<bool> = self
            .context
            .atlas()
            .boundaries
            .iter()
            .map(|b| {
                let side = |d: &Option<DistrictId>| drawn_as.get(d.as_ref()?.as_str()).copied();
                side(&b.left).is_some_and(|left| Some(left) == side(&b.right))
            })
            .collect();
        for (i, boundary) in self.context.geometry().boundaries.iter().enumerate() {
            let is_far = told.as_ref().is_some_and(|told| {
                let side =
                    |d: &Option<DistrictId>| d.as_ref().is_some_and(|d| told.contains(d.as_str()));
                !side(&boundary_sides[i].0) && !side(&boundary_sides[i].1)
            });
            let stroke = match boundary.grade {
                // On a slide what is not told is only hinted at.
                _ if is_far => Stroke::solid(theme.outline.alpha(0.22), 1.2 * u),
                _ if is_inside[i] => Stroke::dotted(theme.ink3, 1.3 * u, 4.6 * u),
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
            // A light edge tells it from the boundaries and rivers along which it runs.
            let edge = Stroke::solid(theme.land.alpha(0.85), 6.4 * u);
            let line = Stroke::dashed(theme.ink, 2.6 * u, 13.0 * u, 4.0 * u);
            for stroke in [edge, line] {
                for i in 0..self.context.geometry().borders.len() {
                    let line = LineRef::Border(i);
                    self.add(Layer::Railway, None, Shape::MapLine { line, stroke });
                }
            }
            self.explain(
                LegendRank::TodaysBorders,
                LegendSign::Line(line),
                self.context.text.get("legend-today"),
            );
        }
        let railways = if self.context.is_sketch() || self.context.is_slide() {
            0
        } else {
            self.context.geometry().railways.len()
        };
        for i in 0..railways {
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
        // On a slide the step says which districts are emphasized.
        let differing = if self.context.is_slide() {
            &[]
        } else {
            session.differing()
        };
        for district in differing {
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

    /// Whether any part of a district or group is on the screen.
    pub(super) fn is_drawn_area_seen(&self, id: &str) -> bool {
        let Some(area) = self.context.geometry().area_of(id) else {
            return false;
        };
        let frame = self.occupancy.frame();
        let outline = || area.rings.iter().flatten();
        let is_around = || {
            let middle = self
                .context
                .session
                .viewport()
                .map_from_screen(frame.centre());
            let middle = geo_types::Point::new(middle.x, middle.y);
            geo::Contains::contains(&area.polygons(), &middle)
        };
        self.is_seen(area) && (outline().any(|p| frame.holds(self.at(*p))) || is_around())
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
