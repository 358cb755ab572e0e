//! Textures as small repeating images. Each pixel's opacity comes from its distance to the nearest
//! mark, so that edges are smooth.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, TextureWrapMode, pos2};
use rayon::prelude::*;

use super::prepared::MapMeshes;
use super::relief::{Pen, image as tile_image};
use crate::geometry::{MapPoint, ReliefTile};
use crate::numeric::clamped;
use crate::scene::{Color, Texture, Tile};

/// Least side of a texture's image, in pixels; it covers one period.
const SIDE: usize = 96;
/// Pixels per design unit of the image of a large tile, so that its letters are sharp.
const PIXELS_PER_UNIT: f32 = 3.0;

/// Maximum number of textures; an atlas uses a few dozen. All are dropped when it is exceeded.
const CAPACITY: usize = 256;

/// Maximum number of images of tiles of the relief; a view shows about sixty. All are dropped when it
/// is exceeded.
const TILES: usize = 240;

/// The image of a tile, the part of it to show, and its corners in map coordinates.
type TileLook = (ColorImage, Rect, (MapPoint, MapPoint));
/// A tile with its image.
type Drawn = (Arc<ReliefTile>, TileLook);

/// The lines of some tiles as images, drawn on all processors: a scale that was not shown before needs
/// about sixty of them at once.
fn images_of_lines(tiles: &[Arc<ReliefTile>], scale: f64, pen: Pen) -> Vec<Drawn> {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let draw = |tile: &Arc<ReliefTile>| {
        let image = tile_image(tile, scale, pen)?;
        let look = (white(image.size, &image.cover), whole, image.bounds);
        Some((Arc::clone(tile), look))
    };
    tiles.par_iter().filter_map(draw).collect()
}

/// The shade of a tile as an image; `None` where there is none.
fn image_of_shade(tile: Arc<ReliefTile>) -> Option<Drawn> {
    if tile.shade.is_empty() {
        return None;
    }
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    // The values lie in the middle of pixels.
    let side = ReliefTile::SHADES;
    let part = whole.shrink(0.5 / side as f32);
    let look = (white([side, side], &tile.shade), part, tile.square);
    Some((tile, look))
}

/// An image of a tile of the relief.
struct TileTexture {
    tile: Arc<ReliefTile>,
    /// For lines: pixels per kilometre, and the part of its width that a stroke loses in the light;
    /// `None` for shade.
    lines: Option<(f64, f32)>,
    handle: TextureHandle,
    /// The part of the image to show.
    part: Rect,
    /// Left top and right bottom corner, in map coordinates.
    bounds: (MapPoint, MapPoint),
}

/// The textures that have been uploaded to the window, and the meshes that use them.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
    /// Images of tiles of the relief.
    relief: Vec<TileTexture>,
    /// A texture of one white pixel; `None` before its first use.
    white: Option<TextureHandle>,
    pub(super) meshes: MapMeshes,
}

impl Textures {
    /// The shade or the lines of some tiles of the relief as white images, which a mesh gives a color,
    /// each with the part of the image to show and its corners in map coordinates. Lines are drawn at
    /// a number of pixels per kilometre. Tiles that show nothing are left out.
    pub(super) fn relief(
        &mut self,
        ui: &egui::Ui,
        tiles: &[Arc<ReliefTile>],
        pen: Option<(f64, Pen)>,
    ) -> Vec<(egui::TextureId, Rect, (MapPoint, MapPoint))> {
        let lines = pen.map(|(scale, pen)| (scale, pen.light));
        let is_of = |known: &TileTexture, tile: &Arc<ReliefTile>| {
            Arc::ptr_eq(&known.tile, tile) && known.lines == lines
        };
        let is_missing = |tile: &&Arc<ReliefTile>| !self.relief.iter().any(|t| is_of(t, tile));
        let missing: Vec<Arc<ReliefTile>> = tiles.iter().filter(is_missing).cloned().collect();
        let drawn = match pen {
            Some((scale, pen)) => images_of_lines(&missing, scale, pen),
            None => missing.into_iter().filter_map(image_of_shade).collect(),
        };
        for (tile, (image, part, bounds)) in drawn {
            let handle = ui
                .ctx()
                .load_texture("relief", image, TextureOptions::LINEAR);
            self.relief.push(TileTexture {
                tile,
                lines,
                handle,
                part,
                bounds,
            });
        }
        let known = |tile| self.relief.iter().find(|known| is_of(known, tile));
        let known = tiles.iter().filter_map(known);
        known.map(|t| (t.handle.id(), t.part, t.bounds)).collect()
    }

    /// A texture of one white pixel, for plain areas. The toolkit's own white pixel is part of its
    /// glyph image, which is filtered linearly: without a graphics processor that takes longer per
    /// pixel.
    pub(super) fn white(&mut self, ui: &egui::Ui) -> egui::TextureId {
        let handle = self.white.get_or_insert_with(|| {
            let pixel = ColorImage::filled([1, 1], Color32::WHITE);
            ui.ctx()
                .load_texture("white", pixel, TextureOptions::NEAREST)
        });
        handle.id()
    }

    /// Drops all textures and their meshes where there are too many, and returns whether it did.
    /// The caller must then drop everything that uses them, and must call it only between frames.
    pub fn trim(&mut self) -> bool {
        let too_many = self.made.len() > CAPACITY || self.relief.len() > TILES;
        if too_many {
            self.made.clear();
            self.relief.clear();
            self.meshes.clear();
        }
        too_many
    }

    /// Texture id, period in design units, and clockwise rotation in degrees.
    pub(super) fn get(&mut self, ui: &egui::Ui, texture: &Texture) -> (egui::TextureId, f32, f32) {
        let (handle, period, degrees) = self.made.entry(texture.clone()).or_insert_with(|| {
            let tile = texture.tile();
            let options = TextureOptions {
                wrap_mode: TextureWrapMode::Repeat,
                ..TextureOptions::LINEAR
            };
            (
                ui.ctx().load_texture("texture", image(&tile), options),
                tile.period,
                tile.degrees,
            )
        });
        (handle.id(), *period, *degrees)
    }
}

/// A white image of some opacities, which a mesh gives a color.
fn white(size: [usize; 2], opacities: &[u8]) -> ColorImage {
    let pixels = opacities.iter().map(|a| Color32::from_white_alpha(*a));
    ColorImage::new(size, pixels.collect())
}

fn image(tile: &Tile) -> ColorImage {
    let side = SIDE.max((tile.period * PIXELS_PER_UNIT) as usize);
    let to_units = |i: usize| (i as f32 + 0.5) / side as f32 * tile.period;
    let pixels_of_row = |row: usize| {
        (0..side).flat_map(move |column| {
            let (x, y) = (to_units(column), to_units(row));
            // Each mark lies over those before it. The edge of a mark is about one pixel wide.
            let (mut color, mut alpha) = ([0.0; 3], 0.0);
            let mut nearest = (f32::NEG_INFINITY, Color::default());
            for (mark, c) in &tile.marks {
                let inside = mark.inside(x, y);
                if inside > nearest.0 {
                    nearest = (inside, *c);
                }
                let over = clamped(inside * side as f32 / tile.period / 2.0 + 0.5, 0.0, 1.0);
                let whole = over + alpha * (1.0 - over);
                if over > 0.0 {
                    for (i, part) in color.iter_mut().enumerate() {
                        let below = *part * alpha * (1.0 - over);
                        *part = (f32::from(c.0[i]) * over + below) / whole;
                    }
                }
                alpha = whole;
            }
            // Transparent pixels keep the color of the nearest mark, so that filtering shows no
            // dark seam.
            let [r, g, b] = if alpha > 0.0 {
                color.map(|part| part.round() as u8)
            } else {
                let Color([r, g, b, _]) = nearest.1;
                [r, g, b]
            };
            [r, g, b, (alpha * 255.0) as u8]
        })
    };
    let rows = (0..side).into_par_iter();
    let pixels: Vec<u8> = rows.flat_map_iter(pixels_of_row).collect();
    ColorImage::from_rgba_unmultiplied([side, side], &pixels)
}
