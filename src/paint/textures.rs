//! Textures as small repeating images. Each pixel's opacity comes from its distance to the nearest
//! mark, so that edges are smooth.

use std::collections::HashMap;

use egui::{Color32, ColorImage, TextureHandle, TextureOptions, TextureWrapMode};

use crate::geometry::ReliefImage;
use crate::numeric::clamped;
use crate::scene::{Color, Texture, Tile};

/// Side of a texture's image, in pixels; it covers one period.
const SIDE: usize = 96;

/// The textures that have been uploaded to the window.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
    relief: Option<TextureHandle>,
}

impl Textures {
    /// The relief in white with its darkness as opacity, to be tinted. A window shows one atlas, so
    /// one is kept.
    pub(super) fn relief(&mut self, ui: &egui::Ui, relief: &ReliefImage) -> egui::TextureId {
        let handle = self.relief.get_or_insert_with(|| {
            let pixels = relief
                .darkness
                .iter()
                .map(|d| Color32::from_white_alpha(*d))
                .collect();
            let image = ColorImage::new([relief.width, relief.height], pixels);
            ui.ctx()
                .load_texture("relief", image, TextureOptions::LINEAR)
        });
        handle.id()
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
