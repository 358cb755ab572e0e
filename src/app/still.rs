//! One picture on the whole screen: what a kiosk shows when no atlas runs any more.

use eframe::egui;

use super::beat::Beat;
use super::open::NoDisplay;

/// Seconds between two frames, each of which tells the supervisor that the window is there.
const FRAME_S: f64 = 1.0;

struct Still {
    picture: egui::TextureHandle,
    beat: Beat,
}

/// Shows a picture, given as PNG, until the window is closed or its supervisor ends.
///
/// # Errors
/// The picture is no PNG with 8 bits a channel, or no display can be opened.
pub fn show_still(png: &[u8]) -> anyhow::Result<()> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = reader.next_frame(&mut pixels)?;
    let size = [frame.width as usize, frame.height as usize];
    pixels.truncate(frame.buffer_size());
    let image = match (frame.color_type, frame.bit_depth) {
        (png::ColorType::Rgba, png::BitDepth::Eight) => {
            egui::ColorImage::from_rgba_unmultiplied(size, &pixels)
        }
        (png::ColorType::Rgb, png::BitDepth::Eight) => egui::ColorImage::from_rgb(size, &pixels),
        (kind, depth) => anyhow::bail!("a picture of {kind:?} with {depth:?} bits cannot be shown"),
    };
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Araxes")
            .with_app_id("araxes")
            .with_fullscreen(true),
        persist_window: false,
        ..Default::default()
    };
    let shown = eframe::run_native(
        "araxes",
        native,
        Box::new(move |cc| {
            cc.egui_ctx.options_mut(|o| o.quit_shortcuts.clear());
            let options = egui::TextureOptions::LINEAR;
            let picture = cc.egui_ctx.load_texture("still", image, options);
            let beat = Beat::default();
            Ok(Box::new(Still { picture, beat }))
        }),
    );
    Ok(shown.map_err(|error| NoDisplay::because(&error))?)
}

impl eframe::App for Still {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let screen = ui.max_rect();
        let (size, room) = (self.picture.size_vec2(), screen.size());
        let scale = (room.x / size.x).min(room.y / size.y);
        let rect = egui::Rect::from_center_size(screen.center(), size * scale);
        let whole = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        let untinted = egui::Color32::WHITE;
        ui.painter().image(self.picture.id(), rect, whole, untinted);
        let work = std::time::Duration::ZERO;
        if !self.beat.frame(ui.ctx(), work, true, Vec::new()) {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        } else if ui.input(|i| i.viewport().close_requested()) {
            let refusal = egui::ViewportCommand::CancelClose;
            ui.ctx().send_viewport_cmd(refusal);
        }
        let wait_s = if self.beat.is_new() { 0.0 } else { FRAME_S };
        let next = std::time::Duration::from_secs_f64(wait_s);
        ui.ctx().request_repaint_after(next);
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        [0.0, 0.0, 0.0, 1.0]
    }
}
