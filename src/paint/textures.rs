//! Textures as small repeating images, drawn from distance fields so that their edges are smooth.

use std::collections::HashMap;

use egui::{ColorImage, TextureHandle, TextureOptions, TextureWrapMode};

use crate::scene::{Color, Texture};

/// Textures made so far.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
}

impl Textures {
    /// Texture id, period in design units, and turn in degrees.
    pub(super) fn get(&mut self, ui: &egui::Ui, texture: &Texture) -> (egui::TextureId, f32, f32) {
        let (handle, period, degrees) = self.made.entry(texture.clone()).or_insert_with(|| {
            let (image, period, degrees) = tile(texture);
            let options = TextureOptions { wrap_mode: TextureWrapMode::Repeat, ..TextureOptions::LINEAR };
            (ui.ctx().load_texture("texture", image, options), period, degrees)
        });
        (handle.id(), *period, *degrees)
    }
}

/// One period of a texture, drawn from a distance field so that its edges are smooth.
fn tile(texture: &Texture) -> (ColorImage, f32, f32) {
    const SIDE: usize = 96;
    type Ink = Box<dyn Fn(f32, f32) -> (Color, f32)>;
    let (period, degrees, ink): (f32, f32, Ink) = match texture.clone() {
        Texture::Stripes(colors) => {
            let count = colors.len() as f32;
            let pick = move |x: f32, _: f32| {
                let at = x / 12.0;
                let i = (at as usize).min(colors.len() - 1);
                let from_edge = (at - at.floor()).min(1.0 - (at - at.floor())) * 12.0;
                match colors[i] {
                    Some(c) => (c, 1.0),
                    // Bare land: keep the neighbour's colour under zero opacity so that linear filtering shows no dark seam.
                    None => (colors.iter().flatten().next().copied().unwrap_or_default(), (0.5 - from_edge).clamp(0.0, 0.5)),
                }
            };
            (12.0 * count, 45.0, Box::new(pick))
        }
        Texture::Hatch(c) => (8.5, -45.0, Box::new(move |x, _| (c, edge(0.6 - (x - 4.25).abs(), 8.5)))),
        Texture::Dots(c) => {
            let dot = |x: f32, y: f32, mx: f32, my: f32| 1.5 - ((x - mx).powi(2) + (y - my).powi(2)).sqrt();
            (13.0, 0.0, Box::new(move |x, y| (c, edge(dot(x, y, 3.25, 3.25).max(dot(x, y, 9.75, 9.75)), 13.0))))
        }
        Texture::Rings(c) => (
            18.0,
            45.0,
            Box::new(move |x, y| (c, edge(0.75 - (((x - 9.0).powi(2) + (y - 9.0).powi(2)).sqrt() - 3.2).abs(), 18.0))),
        ),
        Texture::Pickets(c) => (
            16.0,
            0.0,
            Box::new(move |x, y| {
                let post = |mx: f32, my: f32| (0.95 - (x - mx).abs()).min(3.2 - (y - my).abs());
                (c, edge(post(4.0, 4.0).max(post(12.0, 12.0)), 16.0))
            }),
        ),
        Texture::Crosses(c) => (
            20.0,
            0.0,
            Box::new(move |x, y| {
                let (a, b) = ((x - 10.0 + y - 10.0).abs() * 0.707, (x - y).abs() * 0.707);
                let reach = 4.5 - (x - 10.0).abs().max((y - 10.0).abs());
                (c, edge((0.85 - a).max(0.85 - b).min(reach), 20.0))
            }),
        ),
        Texture::Dashes(c) => (
            16.0,
            0.0,
            Box::new(move |x, y| {
                let dash = |mx: f32, my: f32| (0.9 - (y - my).abs()).min(3.2 - (x - mx).abs());
                (c, edge(dash(4.0, 4.0).max(dash(12.0, 12.0)), 16.0))
            }),
        ),
    };
    let mut pixels = Vec::with_capacity(SIDE * SIDE * 4);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let to_units = |i: usize| (i as f32 + 0.5) / SIDE as f32 * period;
            let (Color([r, g, b, _]), alpha) = ink(to_units(column), to_units(row));
            pixels.extend([r, g, b, (alpha * 255.0) as u8]);
        }
    }
    (ColorImage::from_rgba_unmultiplied([SIDE, SIDE], &pixels), period, degrees)
}

/// Opacity from a signed distance in design units, over about one texel.
fn edge(inside: f32, period: f32) -> f32 {
    (inside * 96.0 / period / 2.0 + 0.5).clamp(0.0, 1.0)
}
