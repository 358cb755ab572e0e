//! Keeps the window's picture in the graphics library between frames, so that a frame draws only
//! what changed.
//!
//! The toolkit draws the whole window in every frame. Without a graphics processor a frame's time
//! is nearly all spent on filling pixels, so here the shapes of a frame are compared with those of
//! the previous frame ([`super::damage`]), only those that touch the damage are handed on, clipped
//! to it, and drawn into a framebuffer object that keeps its content. The last shape copies that
//! framebuffer to the window.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eframe::egui_glow::CallbackFn;
use eframe::glow::{self, HasContext as _};
use egui::epaint::ClippedShape;
use egui::{FullOutput, PaintCallback, Rect, Shape, TextureId};

use super::damage::Picture;

/// First major version of OpenGL and of OpenGL ES that can copy between framebuffers.
const FIRST_VERSION: u32 = 3;

/// An egui plugin that replaces the shapes of each frame by those that draw what changed.
pub(super) struct BackBuffer {
    target: Arc<Mutex<Target>>,
    background: [f32; 4],
    shown: Picture,
    window: Option<(Rect, f32)>,
    /// Textures that were uploaded, whose new content would change what was drawn with them.
    textures: HashSet<TextureId>,
    /// Whether a texture was replaced since the last frame that was handed on.
    replaced: bool,
    /// Number of frames handed on.
    frames: u64,
}

/// The framebuffer that keeps the picture.
#[derive(Default)]
struct Target {
    framebuffer: Option<(glow::Framebuffer, glow::Renderbuffer)>,
    size: [u32; 2],
    /// Number of the last frame that was drawn into it; 0 where its content is lost.
    frame: u64,
    /// Whether the graphics library refused the framebuffer.
    refused: bool,
}

impl BackBuffer {
    /// Installs the plugin in a window drawn by this graphics context, where it is able to copy
    /// between framebuffers. `background` is the color on which a frame is drawn.
    pub(super) fn install(ctx: &egui::Context, gl: &glow::Context, background: [f32; 4]) {
        if gl.version().major >= FIRST_VERSION {
            ctx.add_plugin(Self {
                target: Arc::default(),
                background,
                shown: Picture::default(),
                window: None,
                textures: HashSet::new(),
                replaced: false,
                frames: 0,
            });
        }
    }

    /// Notes whether a texture that may be in use gets other content.
    fn note_textures(&mut self, output: &FullOutput) {
        let changed = output.textures_delta.set.iter();
        let replaced = changed.filter(|(_, d)| d.iter().any(egui::epaint::ImageDelta::is_whole));
        self.replaced |= replaced.clone().any(|(id, _)| self.textures.contains(id));
        self.textures.extend(replaced.map(|(id, _)| *id));
        self.textures
            .retain(|id| !output.textures_delta.free.contains(id));
    }
}

/// A shape that calls the graphics library.
fn callback(whole: Rect, draw: CallbackFn) -> ClippedShape {
    let callback = PaintCallback {
        rect: whole,
        callback: Arc::new(draw),
    };
    ClippedShape::new(whole, Shape::Callback(callback))
}

impl egui::Plugin for BackBuffer {
    fn debug_name(&self) -> &'static str {
        "back buffer"
    }

    fn output_hook(&mut self, ctx: &egui::Context, output: &mut FullOutput) {
        self.note_textures(output);
        let passes = &output.platform_output;
        let max_passes = ctx.options(|options| options.max_passes.get());
        let is_discarded = passes.requested_discard() && passes.num_completed_passes < max_passes;
        if is_discarded || ctx.viewport_id() != egui::ViewportId::ROOT {
            return;
        }
        let (drawn, refused) = {
            let target = lock(&self.target);
            (target.frame, target.refused)
        };
        if refused {
            return;
        }
        let pixels_per_point = output.pixels_per_point;
        let whole = ctx.input(egui::InputState::viewport_rect);
        let shapes = std::mem::take(&mut output.shapes);
        let is_kept = drawn == self.frames
            && self.window == Some((whole, pixels_per_point))
            && !std::mem::take(&mut self.replaced);
        let (picture, damage) = Picture::after(&self.shown, shapes, pixels_per_point);
        let damage = if is_kept { damage } else { vec![whole] };
        self.frames += 1;
        self.window = Some((whole, pixels_per_point));
        self.shown = picture;

        let (target, background) = (Arc::clone(&self.target), self.background);
        let frame = self.frames;
        let mut cleared = Vec::new();
        let mut drawn = Vec::new();
        for part in damage {
            let (below, shapes) = self.shown.within(part);
            let color = below.map_or(background, |color| color.to_normalized_gamma_f32());
            cleared.push((part, color));
            drawn.extend(shapes);
        }
        let begin = CallbackFn::new(move |info, painter| {
            let mut target = lock(&target);
            target.begin(painter.gl(), info.screen_size_px, frame);
            for (part, color) in &cleared {
                clear(painter.gl(), &info, *part, *color);
            }
        });
        output.shapes.push(callback(whole, begin));
        output.shapes.extend(drawn);
        let target = Arc::clone(&self.target);
        let end = CallbackFn::new(move |_, painter| lock(&target).end(painter.gl()));
        output.shapes.push(callback(whole, end));
    }
}

/// The lock on a target. Every field is valid at any time, so a panic elsewhere leaves no
/// inconsistent state.
fn lock(target: &Mutex<Target>) -> MutexGuard<'_, Target> {
    target.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(unsafe_code, reason = "calls of the graphics library")]
fn clear(gl: &glow::Context, info: &egui::PaintCallbackInfo, part: Rect, [r, g, b, a]: [f32; 4]) {
    let part = egui::PaintCallbackInfo {
        viewport: part,
        clip_rect: part,
        ..*info
    }
    .viewport_in_pixels();
    // SAFETY: the context is current while the toolkit paints.
    unsafe {
        gl.enable(glow::SCISSOR_TEST);
        gl.scissor(
            part.left_px,
            part.from_bottom_px,
            part.width_px,
            part.height_px,
        );
        gl.clear_color(r, g, b, a);
        gl.clear(glow::COLOR_BUFFER_BIT);
    }
}

#[expect(unsafe_code, reason = "calls of the graphics library")]
impl Target {
    /// Makes the framebuffer the one that is drawn into.
    fn begin(&mut self, gl: &glow::Context, size: [u32; 2], frame: u64) {
        if self.framebuffer.is_none() || self.size != size {
            self.make(gl, size);
        } else {
            self.frame = frame;
        }
        if let Some((framebuffer, _)) = self.framebuffer {
            // SAFETY: the context is current while the toolkit paints.
            unsafe { gl.bind_framebuffer(glow::FRAMEBUFFER, Some(framebuffer)) };
        }
    }

    /// Copies the framebuffer to the window.
    fn end(&self, gl: &glow::Context) {
        let Some((framebuffer, _)) = self.framebuffer else {
            return;
        };
        let [width, height] = self.size.map(|side| side as i32);
        // SAFETY: the context is current while the toolkit paints, and the framebuffer is its own.
        unsafe {
            gl.disable(glow::SCISSOR_TEST);
            gl.bind_framebuffer(glow::READ_FRAMEBUFFER, Some(framebuffer));
            gl.bind_framebuffer(glow::DRAW_FRAMEBUFFER, None);
            gl.blit_framebuffer(
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                glow::COLOR_BUFFER_BIT,
                glow::NEAREST,
            );
            gl.bind_framebuffer(glow::FRAMEBUFFER, None);
        }
    }

    /// Makes a framebuffer of this size, in place of the previous one.
    fn make(&mut self, gl: &glow::Context, size: [u32; 2]) {
        self.frame = 0;
        self.size = size;
        // SAFETY: the context is current while the toolkit paints; what is deleted was made here.
        unsafe {
            if let Some((framebuffer, colors)) = self.framebuffer.take() {
                gl.delete_framebuffer(framebuffer);
                gl.delete_renderbuffer(colors);
            }
            let (Ok(framebuffer), Ok(colors)) = (gl.create_framebuffer(), gl.create_renderbuffer())
            else {
                self.refused = true;
                return;
            };
            gl.bind_renderbuffer(glow::RENDERBUFFER, Some(colors));
            gl.renderbuffer_storage(
                glow::RENDERBUFFER,
                glow::RGBA8,
                size[0] as i32,
                size[1] as i32,
            );
            gl.bind_renderbuffer(glow::RENDERBUFFER, None);
            gl.bind_framebuffer(glow::FRAMEBUFFER, Some(framebuffer));
            gl.framebuffer_renderbuffer(
                glow::FRAMEBUFFER,
                glow::COLOR_ATTACHMENT0,
                glow::RENDERBUFFER,
                Some(colors),
            );
            let complete = gl.check_framebuffer_status(glow::FRAMEBUFFER);
            gl.bind_framebuffer(glow::FRAMEBUFFER, None);
            if complete == glow::FRAMEBUFFER_COMPLETE {
                self.framebuffer = Some((framebuffer, colors));
            } else {
                gl.delete_framebuffer(framebuffer);
                gl.delete_renderbuffer(colors);
                self.refused = true;
            }
        }
    }
}
