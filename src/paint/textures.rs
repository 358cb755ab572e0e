//! Textures as small repeating images. Each pixel's opacity comes from its distance to the nearest
//! mark, so that edges are smooth.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, ColorImage, TextureHandle, TextureOptions, TextureWrapMode};

use super::prepared::MapMeshes;
use crate::geometry::ReliefImage;
use crate::numeric::clamped;
use crate::scene::{Color, Texture, Tile};

/// Side of a texture's image, in pixels; it covers one period.
const SIDE: usize = 96;

/// Maximum number of textures; an atlas uses a few dozen. All are dropped when it is exceeded.
const CAPACITY: usize = 256;

/// The textures that have been uploaded to the window, and the meshes that use them.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
    /// The most recently drawn relief; `None` before the first.
    relief: Option<(Arc<ReliefImage>, TextureHandle)>,
    /// A texture of one white pixel; `None` before its first use.
    white: Option<TextureHandle>,
    pub(super) meshes: MapMeshes,
}

impl Textures {
    /// The relief as a white image whose opacity is the darkness; the mesh gives it a color.
    pub(super) fn relief(&mut self, ui: &egui::Ui, relief: &Arc<ReliefImage>) -> egui::TextureId {
        if let Some((known, handle)) = &self.relief
            && Arc::ptr_eq(known, relief)
        {
            return handle.id();
        }
        let pixels = relief
            .darkness
            .iter()
            .map(|d| Color32::from_white_alpha(*d))
            .collect();
        let image = ColorImage::new([relief.width, relief.height], pixels);
        let handle = ui
            .ctx()
            .load_texture("relief", image, TextureOptions::LINEAR);
        let id = handle.id();
        self.relief = Some((Arc::clone(relief), handle));
        id
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
        let too_many = self.made.len() > CAPACITY;
        if too_many {
            self.made.clear();
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

fn image(tile: &Tile) -> ColorImage {
    let mut pixels = Vec::with_capacity(SIDE * SIDE * 4);
    let to_units = |i: usize| (i as f32 + 0.5) / SIDE as f32 * tile.period;
    for row in 0..SIDE {
        for column in 0..SIDE {
            let (x, y) = (to_units(column), to_units(row));
            let nearest = tile
                .marks
                .iter()
                .map(|(mark, c)| (mark.inside(x, y), *c))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (inside, Color([r, g, b, _])) = nearest.unwrap_or((-1.0, Color::default()));
            // The edge is about one pixel wide. Transparent pixels keep the mark's color, so that
            // filtering shows no dark seam.
            let alpha = clamped(inside * SIDE as f32 / tile.period / 2.0 + 0.5, 0.0, 1.0);
            pixels.extend([r, g, b, (alpha * 255.0) as u8]);
        }
    }
    ColorImage::from_rgba_unmultiplied([SIDE, SIDE], &pixels)
}
