//! Textures as small repeating images. Each pixel's opacity comes from its distance to the nearest
//! mark, so that edges are smooth.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, TextureWrapMode, pos2};
use rayon::prelude::*;

use super::prepared::MapMeshes;
use super::relief::{Pen, image as tile_image};
use crate::geometry::{MapGeometry, MapPoint, ReliefMap, ReliefTile, Viewport};
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

/// How long a frame waits for images of the relief that are drawn apart. A quick machine has them in
/// that time, so that a map does not first show without them.
const WAIT: Duration = Duration::from_millis(15);

/// The image of a tile, the part of it to show, and its corners in map coordinates.
type TileLook = (ColorImage, Rect, (MapPoint, MapPoint));
/// A tile with its image; `None` where it shows nothing.
type Drawn = (Arc<ReliefTile>, Option<TileLook>);

/// How tiles of the relief are drawn: their lines at a number of pixels per kilometre and with a pen,
/// or, with `None`, their shade.
pub(super) type Drawing = Option<(f64, Pen)>;

/// The relief of a part of the map.
pub(super) struct ReliefView<'a> {
    /// The map and its relief.
    pub(super) geometry: &'a Arc<MapGeometry>,
    pub(super) map: &'a ReliefMap,
    /// The part that is seen, and the number of the scale for which tiles are made.
    pub(super) view: Viewport,
    pub(super) step: i32,
    pub(super) drawing: Drawing,
}

/// Some tiles as images, drawn on all processors: a scale that was not shown before needs about sixty
/// of them at once.
fn images(tiles: &[Arc<ReliefTile>], drawing: Drawing) -> Vec<Drawn> {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let lines = |tile: &Arc<ReliefTile>, (scale, pen)| {
        let image = tile_image(tile, scale, pen)?;
        Some((white(image.size, &image.cover), whole, image.bounds))
    };
    let draw = |tile: &Arc<ReliefTile>| {
        let look = match drawing {
            Some(drawing) => lines(tile, drawing),
            None => image_of_shade(tile),
        };
        (Arc::clone(tile), look)
    };
    tiles.par_iter().map(draw).collect()
}

/// The shade of a tile as an image; `None` where there is none.
fn image_of_shade(tile: &ReliefTile) -> Option<TileLook> {
    if tile.shade.is_empty() {
        return None;
    }
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    // The values lie in the middle of pixels.
    let side = ReliefTile::SHADES;
    let part = whole.shrink(0.5 / side as f32);
    Some((white([side, side], &tile.shade), part, tile.square))
}

/// A tile of the relief as it is drawn.
struct TileTexture {
    tile: Arc<ReliefTile>,
    /// For lines: pixels per kilometre, and the part of its width that a stroke loses in the light;
    /// `None` for shade.
    lines: Option<(f64, f32)>,
    /// Its image, the part of it to show, and its left top and right bottom corner in map
    /// coordinates; `None` where it shows nothing.
    look: Option<(TextureHandle, Rect, (MapPoint, MapPoint))>,
}

/// Images that a thread draws.
struct Coming {
    lines: Option<(f64, f32)>,
    drawn: Receiver<Vec<Drawn>>,
}

impl TileTexture {
    fn is_of(&self, tile: &Arc<ReliefTile>, lines: Option<(f64, f32)>) -> bool {
        Arc::ptr_eq(&self.tile, tile) && self.lines == lines
    }
}

/// The textures that have been uploaded to the window, and the meshes that use them.
#[derive(Default)]
pub struct Textures {
    made: HashMap<Texture, (TextureHandle, f32, f32)>,
    /// Tiles of the relief that have been drawn.
    relief: Vec<TileTexture>,
    /// Whether threads draw the relief, so that no frame waits for it.
    draws_apart: bool,
    coming: Option<Coming>,
    /// The views whose relief was not complete in this frame and the one before, by frame.
    incomplete: Vec<(Viewport, i32, u64)>,
    /// A texture of one white pixel; `None` before its first use.
    white: Option<TextureHandle>,
    pub(super) meshes: MapMeshes,
    /// Whether the display list that is being shown stands for another one.
    is_passing: bool,
}

impl Textures {
    /// Lets threads draw the relief. A map is then shown without what is not drawn yet, and the window
    /// is drawn again when it is.
    pub fn draw_apart(&mut self) {
        self.draws_apart = true;
    }

    /// Sets whether the display list that is shown next stands for another one that is being made. Its
    /// view is passed by, although it is shown in several frames, so that no thread draws relief for it.
    pub(crate) fn set_passing(&mut self, is_passing: bool) {
        self.is_passing = is_passing;
    }

    /// Takes the images that a thread has drawn since the last frame.
    pub fn receive(&mut self, ctx: &egui::Context) {
        self.receive_within(ctx, Duration::ZERO);
    }

    fn receive_within(&mut self, ctx: &egui::Context, wait: Duration) {
        use std::sync::mpsc::RecvTimeoutError;
        let Some(coming) = &self.coming else { return };
        let lines = coming.lines;
        let drawn = match coming.drawn.recv_timeout(wait) {
            Ok(drawn) => drawn,
            Err(RecvTimeoutError::Timeout) => return,
            Err(RecvTimeoutError::Disconnected) => Vec::new(),
        };
        self.coming = None;
        self.keep(ctx, drawn, lines);
    }

    fn keep(&mut self, ctx: &egui::Context, drawn: Vec<Drawn>, lines: Option<(f64, f32)>) {
        for (tile, look) in drawn {
            let look = look.map(|(image, part, bounds)| {
                let handle = ctx.load_texture("relief", image, TextureOptions::LINEAR);
                (handle, part, bounds)
            });
            self.relief.push(TileTexture { tile, lines, look });
        }
    }

    /// The tiles of a part of the map as white images, which a mesh gives a color, each with the part
    /// of the image to show and its corners in map coordinates. Tiles that show nothing are left out,
    /// and those that a thread has yet to draw.
    pub(super) fn relief(
        &mut self,
        ctx: &egui::Context,
        seen: &ReliefView<'_>,
    ) -> Vec<(egui::TextureId, Rect, (MapPoint, MapPoint))> {
        let lines = seen.drawing.map(|(scale, pen)| (scale, pen.light));
        let tiles = if self.draws_apart {
            let (tiles, are_all) = seen.map.made_tiles(&seen.view, seen.step);
            if are_all && self.missing(&tiles, lines).is_empty() {
                tiles
            } else {
                if self.is_at_rest(ctx, seen) {
                    self.draw_in_a_thread(ctx, seen, lines);
                } else {
                    ctx.request_repaint();
                }
                seen.map.made_tiles(&seen.view, seen.step).0
            }
        } else {
            let tiles = seen.map.tiles(&seen.view, seen.step);
            let drawn = images(&self.missing(&tiles, lines), seen.drawing);
            self.keep(ctx, drawn, lines);
            tiles
        };
        let known = |tile| self.relief.iter().find(|known| known.is_of(tile, lines));
        let known = tiles.iter().filter_map(known);
        let looks = known.filter_map(|known| known.look.as_ref());
        let shown =
            |(handle, part, bounds): &(TextureHandle, Rect, _)| (handle.id(), *part, *bounds);
        let looks: Vec<_> = looks.map(shown).collect();
        if !looks.is_empty() || !self.draws_apart {
            return looks;
        }
        // Until the first images of a new scale come, those of the last one stand for them.
        let light = |lines: Option<(f64, f32)>| lines.map(|(_, light)| light);
        let others = self.relief.iter().rev();
        let mut others = others.filter(|t| light(t.lines) == light(lines) && t.lines != lines);
        let last = others.next().map(|t| t.lines);
        let stand_ins = self.relief.iter().filter(|t| Some(t.lines) == last);
        stand_ins
            .filter_map(|t| t.look.as_ref())
            .map(shown)
            .collect()
    }

    /// Whether a view was the same in the frame before, or nothing has been drawn at all: what moves
    /// has the relief that is there.
    fn is_at_rest(&mut self, ctx: &egui::Context, seen: &ReliefView<'_>) -> bool {
        let now = ctx.cumulative_frame_nr();
        self.incomplete.retain(|(.., frame)| frame + 1 >= now);
        let is_seen =
            |(view, step, _): &&(Viewport, i32, u64)| (view, step) == (&seen.view, &seen.step);
        let frames = self
            .incomplete
            .iter()
            .filter(is_seen)
            .map(|(.., frame)| *frame);
        let frames: Vec<u64> = frames.collect();
        if !frames.contains(&now) {
            self.incomplete.push((seen.view, seen.step, now));
        }
        let stands = frames.iter().any(|frame| *frame < now) && !self.is_passing;
        stands || self.relief.is_empty()
    }

    /// The tiles of some that have not been drawn.
    fn missing(
        &self,
        tiles: &[Arc<ReliefTile>],
        lines: Option<(f64, f32)>,
    ) -> Vec<Arc<ReliefTile>> {
        let is_known = |tile: &Arc<ReliefTile>| self.relief.iter().any(|t| t.is_of(tile, lines));
        tiles
            .iter()
            .filter(|tile| !is_known(tile))
            .cloned()
            .collect()
    }

    /// Begins to draw what is missing of a part of the map, where no thread draws already: when its
    /// images come, the map is drawn again and asks for more.
    fn draw_in_a_thread(
        &mut self,
        ctx: &egui::Context,
        seen: &ReliefView<'_>,
        lines: Option<(f64, f32)>,
    ) {
        if self.coming.is_some() {
            return;
        }
        let (to_window, drawn) = channel();
        let (geometry, window) = (Arc::clone(seen.geometry), ctx.clone());
        let (view, step, drawing) = (seen.view, seen.step, seen.drawing);
        let of = |known: &TileTexture| (known.lines == lines).then(|| Arc::clone(&known.tile));
        let known: Vec<Arc<ReliefTile>> = self.relief.iter().filter_map(of).collect();
        // A map that has some of it already does not wait for its edges.
        let waits = known.is_empty();
        std::thread::spawn(move || {
            let Some(map) = &geometry.relief else { return };
            let draw = || {
                let mut tiles = map.tiles(&view, step);
                tiles.retain(|tile| !known.iter().any(|known| Arc::ptr_eq(known, tile)));
                images(&tiles, drawing)
            };
            // Threads of its own, so that the window never waits for those that it shares.
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            let threads = rayon::ThreadPoolBuilder::new().num_threads((cores - 1).max(1));
            let drawn = match threads.build() {
                Ok(threads) => threads.install(draw),
                Err(_) => draw(),
            };
            if to_window.send(drawn).is_ok() {
                window.request_repaint();
            }
        });
        self.coming = Some(Coming { lines, drawn });
        if waits {
            self.receive_within(ctx, WAIT);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Session;
    use crate::timeline::Timeline;

    #[test]
    fn a_map_gets_its_relief_when_a_thread_has_drawn_it() {
        // The tiles that one session has made are not another's.
        let session = || {
            let atlas = crate::load::load(&crate::load::files::builtin()).atlas;
            let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
            Session::new(Arc::new(timeline), "en")
        };
        let ctx = egui::Context::default();
        let pen = Pen {
            color: Color([0, 0, 0, 255]),
            light: 0.7,
            unit: 1.0,
        };
        let shown = |textures: &mut Textures, session: &Session, drawing| {
            let geometry = session.geometry();
            let map = geometry.relief.as_ref().expect("a relief");
            let view = session.viewport();
            let step = ReliefMap::step(&view, 1.0);
            let seen = ReliefView {
                geometry,
                map,
                view,
                step,
                drawing,
            };
            textures.relief(&ctx, &seen).len()
        };
        for drawing in [Some((2.0, pen)), None] {
            let (mut at_once, mut apart) = (Textures::default(), Textures::default());
            let all = shown(&mut at_once, &session(), drawing);
            assert!(all > 10, "{all} tiles");
            let session = session();
            apart.draw_apart();
            assert!(shown(&mut apart, &session, drawing) <= all);
            apart.receive_within(&ctx, Duration::from_mins(1));
            assert_eq!(shown(&mut apart, &session, drawing), all);
            assert!(apart.coming.is_none(), "nothing is drawn twice");
        }
    }
}
