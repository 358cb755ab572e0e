//! Draws a display list on the screen, with egui's painter.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Mesh, Pos2, Rect, Shape as Paint, StrokeKind, Vec2,
    pos2, vec2,
};

use super::lines::{broken, runs_in_sight, simplified};
use super::relief::Pen;
use super::textures::{ReliefView, Textures};
use crate::geometry::{
    MapArea, MapGeometry, MapPoint, ReliefMap, ScreenPoint, ScreenRect, Viewport,
};
use crate::numeric::clamped;
use crate::scene::{
    Color, Dash, Item, ReliefKind, ReliefStyle, Shape, Stroke, TextRun, Texture, letters_along,
};

/// Bounds of the width and height of a letter, in font sizes.
const WIDEST_LETTER: f32 = 1.4;
const TALLEST_LETTER: f32 = 1.5;

/// A theme color as egui's type.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where a theme's color becomes the toolkit's"
)]
pub fn color(c: Color) -> Color32 {
    let [r, g, b, a] = c.0;
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// The font of a face of `scene`'s typefaces, by name, at a size in points.
#[must_use]
pub fn face(name: &str, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(name.into()))
}

/// Draws display lists into one rectangle of the window.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    /// The region of the window to which the shapes are added.
    pub ui: &'a egui::Ui,
    /// The rectangle in the window. Points of the display list count from its top left corner.
    pub rect: Rect,
    /// The areas and lines that the list refers to.
    pub geometry: &'a Arc<MapGeometry>,
    /// The visible part of the map.
    pub view: Viewport,
    /// Screen points per design unit.
    pub unit: f32,
}

impl Screen<'_> {
    /// Draws every item, in order.
    pub fn draw(&self, items: &[Item], textures: &mut Textures) {
        let painter = self.ui.painter_at(self.rect);
        let mut shapes = Vec::new();
        for item in items {
            self.item(&item.shape, textures, &mut shapes);
        }
        painter.extend(shapes);
    }

    /// Appends egui's shapes for one item.
    pub(super) fn item(&self, shape: &Shape, textures: &mut Textures, out: &mut Vec<Paint>) {
        match shape {
            Shape::Area {
                area,
                base_color,
                texture,
                opacity,
            } => {
                let Some(area) = area.area(self.geometry) else {
                    return;
                };
                if let Some(base_color) = base_color {
                    out.push(self.plain(area, color(base_color.alpha(*opacity))).into());
                }
                if let Some(texture) = texture {
                    out.push(self.textured(area, texture, *opacity, textures).into());
                }
            }
            Shape::Relief(relief) => self.relief(*relief, textures, out),
            Shape::MapLine { line, stroke } => {
                for points in line.lines(self.geometry) {
                    self.path(
                        out,
                        points.iter().map(|p| self.screen_from_map(*p)).collect(),
                        *stroke,
                    );
                }
            }
            Shape::MapRings { rings, stroke } => {
                for ring in rings.iter() {
                    self.path(
                        out,
                        ring.iter().map(|p| self.screen_from_map(*p)).collect(),
                        *stroke,
                    );
                }
            }
            Shape::Path {
                points,
                closed,
                fill,
                stroke,
            } => {
                let mut path: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
                if let Some(fill) = fill {
                    out.push(Paint::convex_polygon(
                        path.clone(),
                        color(*fill),
                        egui::Stroke::NONE,
                    ));
                }
                if let Some(stroke) = stroke {
                    path.extend(path.first().copied().filter(|_| *closed));
                    self.path(out, path, *stroke);
                }
            }
            Shape::Circle {
                at,
                radius,
                fill,
                stroke,
            } => {
                let centre = self.at(*at);
                if let Some(fill) = fill {
                    out.push(Paint::circle_filled(centre, *radius, color(*fill)));
                }
                match stroke {
                    Some(stroke) if stroke.dash == Dash::Solid => {
                        // The toolkit draws the line of a circle outside its radius, files half of
                        // it inside.
                        let inner = (radius - stroke.width / 2.0).max(0.0);
                        out.push(Paint::circle_stroke(centre, inner, plain_stroke(*stroke)));
                    }
                    Some(stroke) => {
                        let turn = |i: u8| std::f32::consts::TAU * f32::from(i) / 48.0;
                        let ring = (0..=48)
                            .map(|i| centre + *radius * Vec2::angled(turn(i)))
                            .collect();
                        self.path(out, ring, *stroke);
                    }
                    None => {}
                }
            }
            Shape::Box {
                rect,
                round,
                fill,
                stroke,
            } => {
                let radius = CornerRadius::same(clamped(round.round(), 0.0, 255.0) as u8);
                let fill = fill.map_or(Color32::TRANSPARENT, color);
                let stroke = stroke.map_or(egui::Stroke::NONE, plain_stroke);
                let rect = self.rect_of(rect);
                out.push(
                    egui::epaint::RectShape::new(rect, radius, fill, stroke, StrokeKind::Inside)
                        .into(),
                );
            }
            Shape::Sample {
                rect,
                base_color,
                texture,
                opacity,
                zoom,
            } => {
                let rect = self.rect_of(rect);
                out.push(Paint::rect_filled(rect, 0.0, color(*base_color)));
                if let Some(texture) = texture {
                    let corners = [
                        rect.left_top(),
                        rect.right_top(),
                        rect.right_bottom(),
                        rect.left_bottom(),
                    ];
                    let triangles = [
                        [corners[0], corners[1], corners[2]],
                        [corners[0], corners[2], corners[3]],
                    ];
                    let mesh = self.texture_mesh(
                        triangles.into_iter(),
                        rect.left_top(),
                        texture,
                        (*opacity, *zoom),
                        textures,
                    );
                    out.push(mesh.into());
                }
            }
            Shape::Text(run) => self.text(run, out),
            Shape::TextOnPath { path, run } => {
                for letter in letters_along(path, run) {
                    self.text(&letter, out);
                }
            }
        }
    }

    pub(super) fn relief(
        &self,
        relief: ReliefStyle,
        textures: &mut Textures,
        out: &mut Vec<Paint>,
    ) {
        let Some(map) = &self.geometry.relief else {
            return;
        };
        let drawing = match relief.kind {
            ReliefKind::Shading => None,
            ReliefKind::Hachures { light } => {
                let unit = self.unit * self.ui.pixels_per_point();
                // The images are made for the largest scale at which they are shown, so that a
                // small zoom needs no others.
                let scale = ReliefMap::largest_scale(relief.step) * f64::from(unit);
                let color = relief.color;
                Some((scale, Pen { color, light, unit }))
            }
        };
        let seen = ReliefView {
            geometry: self.geometry,
            map,
            view: self.view,
            step: relief.step,
            drawing,
        };
        for (id, part, bounds) in textures.relief(self.ui.ctx(), &seen) {
            let at = Rect::from_min_max(
                self.screen_from_map(bounds.0),
                self.screen_from_map(bounds.1),
            );
            let mut mesh = Mesh::with_texture(id);
            mesh.add_rect_with_uv(at, part, color(relief.color));
            out.push(mesh.into());
        }
    }

    fn at(&self, p: ScreenPoint) -> Pos2 {
        self.rect.min + vec2(p.x, p.y)
    }

    pub(super) fn screen_from_map(&self, p: MapPoint) -> Pos2 {
        self.at(self.view.screen_from_map(p))
    }

    fn rect_of(&self, r: &ScreenRect) -> Rect {
        Rect::from_min_max(self.at(r.min), self.at(r.max))
    }

    /// The triangles of an area that may be visible, in the window.
    fn triangles_in_sight(&self, area: &MapArea) -> impl Iterator<Item = [Pos2; 3]> {
        let seen = self.rect.intersect(self.ui.clip_rect());
        area.triangles
            .iter()
            .map(|triangle| triangle.map(|p| self.screen_from_map(p)))
            .filter(move |triangle| Rect::from_points(triangle).intersects(seen))
    }

    fn plain(&self, area: &MapArea, c: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for triangle in self.triangles_in_sight(area) {
            let i = mesh.vertices.len() as u32;
            triangle.iter().for_each(|p| mesh.colored_vertex(*p, c));
            mesh.add_triangle(i, i + 1, i + 2);
        }
        mesh
    }

    fn textured(
        &self,
        area: &MapArea,
        texture: &Texture,
        opacity: f32,
        textures: &mut Textures,
    ) -> Mesh {
        self.texture_mesh(
            self.triangles_in_sight(area),
            self.screen_from_map(area.anchor),
            texture,
            (opacity, 1.0),
            textures,
        )
    }

    /// Triangles with a repeating texture. The texture is anchored at a point of the map, so that
    /// it moves with the area, but its size in points stays the same.
    fn texture_mesh(
        &self,
        triangles: impl Iterator<Item = [Pos2; 3]>,
        anchor: Pos2,
        texture: &Texture,
        (opacity, zoom): (f32, f32),
        textures: &mut Textures,
    ) -> Mesh {
        let (id, period, degrees) = textures.get(self.ui, texture);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let period = period * self.unit * zoom;
        let mut mesh = Mesh::with_texture(id);
        for (i, triangle) in triangles.enumerate() {
            for pos in triangle {
                let d = pos - anchor;
                let uv = pos2(
                    (d.x * cos + d.y * sin) / period,
                    (d.y * cos - d.x * sin) / period,
                );
                mesh.vertices.push(egui::epaint::Vertex {
                    pos,
                    uv,
                    color: Color32::WHITE.gamma_multiply(opacity),
                });
            }
            let i = i as u32 * 3;
            mesh.add_triangle(i, i + 1, i + 2);
        }
        mesh
    }

    pub(super) fn path(&self, out: &mut Vec<Paint>, path: Vec<Pos2>, stroke: Stroke) {
        let clip = self.rect.intersect(self.ui.clip_rect());
        let line = plain_stroke(stroke);
        let path = simplified(path, 1.0 / self.ui.pixels_per_point());
        if stroke.dash != Dash::Solid {
            broken(&path, stroke, line, clip, out);
        }
        if matches!(stroke.dash, Dash::Solid | Dash::Ticked(..)) {
            for run in runs_in_sight(&path, clip.expand(stroke.width)) {
                out.push(Paint::line(run.to_vec(), line));
            }
        }
    }

    /// A rectangle that holds a line of text, which is not laid out for that: each letter is taken to be
    /// as wide as the widest ones.
    fn text_bounds(&self, run: &TextRun) -> Rect {
        let start = self.at(run.at);
        let letters = run.text.chars().count() as f32;
        let length = letters * (run.size * WIDEST_LETTER + run.tracking.max(0.0));
        let end = start + Vec2::angled(run.angle) * length;
        let halo = run.halo.map_or(0.0, |(_, width)| width);
        Rect::from_two_pos(start, end).expand(run.size * TALLEST_LETTER + halo)
    }

    /// A line of text: its halo, then its letters.
    pub(super) fn text(&self, run: &TextRun, out: &mut Vec<Paint>) {
        // A long chart has thousands of texts, few of them in sight.
        let seen = self.rect.intersect(self.ui.clip_rect());
        if !self.text_bounds(run).intersects(seen) {
            return;
        }
        let base = self.at(run.at);
        let format = egui::TextFormat {
            font_id: face(run.face.name(), run.size),
            color: color(run.color),
            extra_letter_spacing: run.tracking,
            ..Default::default()
        };
        let job = egui::text::LayoutJob::single_section(run.text.clone(), format);
        let galley = self.ui.painter().layout_job(job);
        // egui positions a text by its top left corner, the display list by its baseline.
        let down = galley
            .rows
            .first()
            .and_then(|r| Some(r.pos.y + r.glyphs.first()?.pos.y))
            .unwrap_or(run.size);
        let (sin, cos) = run.angle.sin_cos();
        let corner = base - vec2(-down * sin, down * cos);
        if let Some((halo, width)) = run.halo {
            for i in 0..12u8 {
                let shift = Vec2::angled(std::f32::consts::TAU * f32::from(i) / 12.0) * width;
                let letters = TextShape::new(corner + shift, Arc::clone(&galley), color(halo));
                out.push(
                    letters
                        .with_angle(run.angle)
                        .with_override_text_color(color(halo))
                        .into(),
                );
            }
        }
        out.push(
            TextShape::new(corner, galley, color(run.color))
                .with_angle(run.angle)
                .into(),
        );
    }
}

pub(super) fn plain_stroke(stroke: Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width, color(stroke.color))
}
