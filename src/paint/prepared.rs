//! Display lists as meshes that are kept between frames, so that unchanged parts are neither
//! projected nor tessellated again.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::Tessellator;
use egui::{Mesh, Rect, Shape as Paint, TextureId};

use super::screen::Screen;
use super::textures::Textures;
use crate::geometry::{MapGeometry, MapPoint, Viewport};
use crate::scene::{
    AreaRef, Color, Dash, Item, LineRef, ReliefStyle, Shape, Stroke, TextRun, Texture,
    letters_along,
};

/// Maximum number of cameras whose meshes are kept: a map, a second one beside it, and a few small
/// ones.
const CAMERAS: usize = 4;
/// Maximum number of meshes per camera; all of a camera's meshes are dropped when it is exceeded. A
/// fade makes one mesh for every opacity.
const MESHES: usize = 6000;
/// Width of the line that smooths the edge of an area, in pixels.
const EDGE_PX: f32 = 1.0;

/// A display list as meshes. Texts are laid out in each frame, because the toolkit may move its
/// glyphs to another image, and the relief is put together in each, because its images may come later.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
enum Piece {
    Mesh(Arc<Mesh>),
    Text(TextRun),
    Relief(ReliefStyle),
}

/// Meshes of parts of a map, by camera, the most recently used camera first.
#[derive(Default)]
pub(super) struct MapMeshes {
    cameras: Vec<(Camera, HashMap<PartKey, Arc<Mesh>>)>,
}

/// What the meshes of a map depend on besides the part that they draw.
#[derive(Debug, Clone)]
struct Camera {
    geometry: Arc<MapGeometry>,
    view: Viewport,
    rect: Rect,
    clip: Rect,
    unit: f32,
    pixels_per_point: f32,
}

impl PartialEq for Camera {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.geometry, &other.geometry)
            && self.view == other.view
            && self.rect == other.rect
            && self.clip == other.clip
            && self.unit == other.unit
            && self.pixels_per_point == other.pixels_per_point
    }
}

/// A part of a map, and how it is painted. An opacity is given as the bits of its `f32`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum PartKey {
    Fill(AreaRef, Color),
    Texture(AreaRef, Texture, u32),
    Line(LineRef, StrokeKey),
    Rings(Rings, StrokeKey),
}

/// A stroke as a hash key: its color, the bits of its width, its kind of dash, and the bits of its
/// lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct StrokeKey(Color, u32, u8, [u32; 2]);

impl From<Stroke> for StrokeKey {
    fn from(stroke: Stroke) -> Self {
        let (kind, a, b) = match stroke.dash {
            Dash::Solid => (0, 0.0, 0.0),
            Dash::Dashed(dash, gap) => (1, dash, gap),
            Dash::Dotted(apart) => (2, apart, 0.0),
            Dash::Ticked(every, long) => (3, every, long),
        };
        Self(
            stroke.color,
            stroke.width.to_bits(),
            kind,
            [a, b].map(f32::to_bits),
        )
    }
}

/// Rings in map coordinates, equal only to themselves. They are kept alive, so that no other rings
/// can have their address.
#[derive(Debug, Clone)]
struct Rings(Arc<Vec<Vec<MapPoint>>>);

impl PartialEq for Rings {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Rings {}

impl std::hash::Hash for Rings {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).hash(state);
    }
}

impl MapMeshes {
    /// Drops every mesh. Call it when the textures that they use are dropped.
    pub(super) fn clear(&mut self) {
        self.cameras.clear();
    }

    /// The meshes of a camera. The least recently used camera is removed where there are too many.
    fn of(&mut self, camera: &Camera) -> &mut HashMap<PartKey, Arc<Mesh>> {
        if let Some(i) = self.cameras.iter().position(|(c, _)| c == camera) {
            self.cameras[..=i].rotate_right(1);
        } else {
            self.cameras.truncate(CAMERAS - 1);
            self.cameras.insert(0, (camera.clone(), HashMap::new()));
        }
        let meshes = &mut self.cameras[0].1;
        if meshes.len() > MESHES {
            meshes.clear();
        }
        meshes
    }
}

impl Screen<'_> {
    /// Makes the meshes of a display list.
    #[must_use]
    pub fn prepare(&self, items: &[Item], textures: &mut Textures) -> Prepared {
        let mut making = Making {
            screen: self,
            camera: self.camera(),
            tessellator: self.tessellator(),
            open: Mesh::default(),
            pieces: Vec::new(),
        };
        for (i, item) in items.iter().enumerate() {
            if !is_covered(item, items.get(i + 1)) {
                making.item(&item.shape, textures);
            }
        }
        making.flush();
        Prepared {
            pieces: making.pieces,
        }
    }

    /// Draws a prepared display list.
    pub fn show(&self, prepared: &Prepared, textures: &mut Textures) {
        let painter = self.ui.painter_at(self.rect);
        let mut shapes = Vec::with_capacity(prepared.pieces.len());
        for piece in &prepared.pieces {
            match piece {
                Piece::Mesh(mesh) => shapes.push(Paint::Mesh(Arc::clone(mesh))),
                Piece::Text(run) => self.text(run, &mut shapes),
                Piece::Relief(relief) => self.relief(*relief, textures, &mut shapes),
            }
        }
        painter.extend(shapes);
        textures.set_passing(false);
    }

    fn camera(&self) -> Camera {
        Camera {
            geometry: Arc::clone(self.geometry),
            view: self.view,
            rect: self.rect,
            clip: self.ui.clip_rect(),
            unit: self.unit,
            pixels_per_point: self.ui.pixels_per_point(),
        }
    }

    fn tessellator(&self) -> Tessellator {
        let options = self.ui.ctx().tessellation_options(|options| *options);
        // Without prepared discs, the tessellator does not depend on the glyph image, whose size
        // may change.
        let mut tessellator =
            Tessellator::new(self.ui.pixels_per_point(), options, [1, 1], Vec::new());
        tessellator.set_clip_rect(self.rect.intersect(self.ui.clip_rect()));
        tessellator
    }
}

/// Whether the next item paints the same area with an opaque color.
fn is_covered(item: &Item, next: Option<&Item>) -> bool {
    let Shape::Area {
        area,
        texture: None,
        ..
    } = &item.shape
    else {
        return false;
    };
    match next.map(|next| &next.shape) {
        Some(Shape::Area {
            area: above,
            base_color: Some(Color([.., 255])),
            opacity,
            ..
        }) => above == area && *opacity >= 1.0,
        _ => false,
    }
}

/// A display list whose meshes are being made.
struct Making<'a> {
    screen: &'a Screen<'a>,
    camera: Camera,
    tessellator: Tessellator,
    /// Consecutive shapes of an item that are collected in one mesh.
    open: Mesh,
    pieces: Vec<Piece>,
}

impl Making<'_> {
    fn item(&mut self, shape: &Shape, textures: &mut Textures) {
        match shape {
            Shape::Area {
                area,
                base_color,
                texture,
                opacity,
            } => {
                if !self.screen.is_in_sight(area) {
                    return;
                }
                if let Some(base_color) = base_color {
                    let key = PartKey::Fill(area.clone(), base_color.alpha(*opacity));
                    let plain = Shape::Area {
                        area: area.clone(),
                        base_color: Some(*base_color),
                        texture: None,
                        opacity: *opacity,
                    };
                    self.part(key, &plain, textures);
                }
                if let Some(texture) = texture {
                    let bits = opacity.to_bits();
                    let key = PartKey::Texture(area.clone(), texture.clone(), bits);
                    let textured = Shape::Area {
                        area: area.clone(),
                        base_color: None,
                        texture: Some(texture.clone()),
                        opacity: *opacity,
                    };
                    self.part(key, &textured, textures);
                }
            }
            Shape::MapLine { line, stroke } => {
                let key = PartKey::Line(line.clone(), (*stroke).into());
                self.part(key, shape, textures);
            }
            Shape::MapRings { rings, stroke } => {
                let key = PartKey::Rings(Rings(Arc::clone(rings)), (*stroke).into());
                self.part(key, shape, textures);
            }
            Shape::Text(run) => {
                self.flush();
                self.pieces.push(Piece::Text(run.clone()));
            }
            Shape::Relief(relief) => {
                self.flush();
                self.pieces.push(Piece::Relief(*relief));
            }
            Shape::TextOnPath { path, run } => {
                self.flush();
                let letters = letters_along(path, run).into_iter().map(Piece::Text);
                self.pieces.extend(letters);
            }
            _ => {
                let mut shapes = Vec::new();
                self.screen.item(shape, textures, &mut shapes);
                for shape in shapes {
                    match shape {
                        Paint::Mesh(mesh) if mesh.texture_id != TextureId::default() => {
                            self.flush();
                            self.pieces.push(Piece::Mesh(mesh));
                        }
                        shape => self.tessellator.tessellate_shape(shape, &mut self.open),
                    }
                }
                // Each item is a mesh of its own, so that a change of one does not redraw others.
                self.flush();
            }
        }
    }

    /// Adds the mesh of a part of the map, cached or newly made.
    fn part(&mut self, key: PartKey, shape: &Shape, textures: &mut Textures) {
        let kept = textures.meshes.of(&self.camera).get(&key).map(Arc::clone);
        let mesh = kept.unwrap_or_else(|| {
            let mesh = Arc::new(self.mesh_of(shape, textures));
            textures
                .meshes
                .of(&self.camera)
                .insert(key, Arc::clone(&mesh));
            mesh
        });
        if !mesh.is_empty() {
            self.flush();
            self.pieces.push(Piece::Mesh(mesh));
        }
    }

    fn mesh_of(&mut self, shape: &Shape, textures: &mut Textures) -> Mesh {
        let mut shapes = Vec::new();
        self.screen.item(shape, textures, &mut shapes);
        let mut out = match shapes.first() {
            Some(Paint::Mesh(mesh)) => Mesh::clone(mesh),
            _ => Mesh::default(),
        };
        let is_plain = out.texture_id == TextureId::default();
        let mut white = None;
        if let Shape::Area {
            area,
            base_color: Some(base_color),
            opacity,
            ..
        } = shape
        {
            white = Some(textures.white(self.screen.ui));
            let line = self.screen.edges(area, base_color.alpha(*opacity));
            shapes.extend(line);
        }
        // Lines use any white pixel, so they may join a mesh of a plain area.
        for shape in shapes
            .into_iter()
            .filter(|s| is_plain && !matches!(s, Paint::Mesh(_)))
        {
            self.tessellator.tessellate_shape(shape, &mut out);
        }
        // The texture is set last, because the tessellator accepts no mesh with a texture of its
        // own.
        if let Some(white) = white {
            out.texture_id = white;
        }
        out
    }

    fn flush(&mut self) {
        if !self.open.is_empty() {
            let mesh = std::mem::take(&mut self.open);
            self.pieces.push(Piece::Mesh(Arc::new(mesh)));
        }
    }
}

impl Screen<'_> {
    fn is_in_sight(&self, area: &AreaRef) -> bool {
        let Some(area) = area.area(self.geometry) else {
            return false;
        };
        let bounds = Rect::from_two_pos(
            self.screen_from_map(area.bounds.0),
            self.screen_from_map(area.bounds.1),
        );
        bounds.intersects(self.rect.intersect(self.ui.clip_rect()))
    }

    /// Lines in an area's own color along its outline, because the edges of triangles are not
    /// antialiased.
    fn edges(&self, area: &AreaRef, fill: Color) -> Vec<Paint> {
        let (Some(area), Color([.., 255])) = (area.area(self.geometry), fill) else {
            return Vec::new();
        };
        let stroke = Stroke::solid(fill, EDGE_PX / self.ui.pixels_per_point());
        let mut lines = Vec::new();
        for ring in &area.rings {
            let points = ring.iter().map(|p| self.screen_from_map(*p)).collect();
            self.path(&mut lines, points, stroke);
        }
        lines
    }
}
