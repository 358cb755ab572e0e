//! Textures as small repeating images. Each pixel's opacity comes from its distance to the nearest
//! mark, so that edges are smooth.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, ColorImage, TextureHandle, TextureOptions, TextureWrapMode};

use super::prepared::MapMeshes;
use super::relief::{TileImage, image as tile_image};
use crate::geometry::{HachureTile, MapPoint, Shading};
use crate::numeric::clamped;
use crate::scene::{Color, HachureStyle, Texture, Tile};

/// Least side of a texture's image, in pixels; it covers one period.
const SIDE: usize = 96;
/// Pixels per design unit of the image of a large tile, so that its letters are sharp.
const PIXELS_PER_UNIT: f32 = 3.0;

/// Maximum number of textures; an atlas uses a few dozen. All are dropped when it is exceeded.
const CAPACITY: usize = 256;

/// Maximum number of images of tiles of hachures; a view shows about thirty. All are dropped when it
/// is exceeded.
const TILES: usize = 120;

/// The image of a tile of hachures.
struct TileTexture {
    tile: Arc<HachureTile>,
    /// Pixels per kilometre.
    scale: f64,
    light: f32,
    handle: TextureHandle,
    /// Left top and right bottom corner, in map coordinates.
    bounds: (MapPoint, MapPoint),
}

/// The textures that have been uploaded to the window, and the meshes that use them.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
    /// The most recently drawn shading; `None` before the first.
    shading: Option<(Arc<Shading>, TextureHandle)>,
    /// Images of tiles of hachures.
    hachures: Vec<TileTexture>,
    /// A texture of one white pixel; `None` before its first use.
    white: Option<TextureHandle>,
    pub(super) meshes: MapMeshes,
}

impl Textures {
    /// The shading as a white image whose opacity is the darkness; the mesh gives it a color.
    pub(super) fn shading(&mut self, ui: &egui::Ui, shading: &Arc<Shading>) -> egui::TextureId {
        if let Some((known, handle)) = &self.shading
            && Arc::ptr_eq(known, shading)
        {
            return handle.id();
        }
        let image = white([shading.width, shading.height], &shading.darkness);
        let handle = ui
            .ctx()
            .load_texture("shading", image, TextureOptions::LINEAR);
        let id = handle.id();
        self.shading = Some((Arc::clone(shading), handle));
        id
    }

    /// A tile of hachures as a white image, drawn at a scale in pixels per kilometre with `unit`
    /// pixels per design unit, and the corners of the image in map coordinates.
    pub(super) fn hachures(
        &mut self,
        ui: &egui::Ui,
        tile: &Arc<HachureTile>,
        (scale, unit): (f64, f64),
        style: &HachureStyle,
    ) -> Option<(egui::TextureId, (MapPoint, MapPoint))> {
        let is_it = |t: &TileTexture| {
            Arc::ptr_eq(&t.tile, tile) && t.scale == scale && t.light == style.light
        };
        if let Some(known) = self.hachures.iter().find(|t| is_it(t)) {
            return Some((known.handle.id(), known.bounds));
        }
        let TileImage {
            size,
            cover,
            bounds,
        } = tile_image(tile, scale, unit, style)?;
        let handle = ui
            .ctx()
            .load_texture("hachures", white(size, &cover), TextureOptions::LINEAR);
        let id = handle.id();
        self.hachures.push(TileTexture {
            tile: Arc::clone(tile),
            scale,
            light: style.light,
            handle,
            bounds,
        });
        Some((id, bounds))
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
        let too_many = self.made.len() > CAPACITY || self.hachures.len() > TILES;
        if too_many {
            self.made.clear();
            self.hachures.clear();
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
    let mut pixels = Vec::with_capacity(side * side * 4);
    let to_units = |i: usize| (i as f32 + 0.5) / side as f32 * tile.period;
    for row in 0..side {
        for column in 0..side {
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
            pixels.extend([r, g, b, (alpha * 255.0) as u8]);
        }
    }
    ColorImage::from_rgba_unmultiplied([side, side], &pixels)
}
