//! The message about a finished action.

use std::time::Duration;

use eframe::egui;

use super::App;

/// Time for which a message is shown, in seconds.
const TOAST_S: f64 = 2.0;

impl App {
    pub(super) fn toast(&mut self, words: String) {
        self.toast = Some((words, TOAST_S));
    }

    /// The message about a finished action, above the time line.
    pub(super) fn toast_ui(&mut self, ui: &egui::Ui, unit: f32) {
        let Some((words, left)) = &self.toast else {
            return;
        };
        let font = crate::paint::screen::face("semibold", 17.0 * unit);
        let at = ui.max_rect().center_bottom() - egui::vec2(0.0, 300.0 * unit);
        egui::Area::new(egui::Id::unique("toast"))
            .order(egui::Order::Tooltip)
            .pivot(egui::Align2::CENTER_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.label(egui::RichText::new(words.as_str()).font(font))
                });
            });
        if *left <= 0.0 {
            self.toast = None;
            ui.ctx().request_repaint();
        } else {
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(*left));
        }
    }
}
