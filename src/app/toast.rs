//! The message about a finished action.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui;

use super::App;
use super::save::{Saved, folder_of};
use super::settings::Unread;
use crate::session::Skin;

/// Time for which a short message is shown, in seconds.
const TOAST_S: f64 = 2.0;
/// Time for one with a path or a reason, which takes longer to read, in seconds.
const LONG_S: f64 = 12.0;
/// Widest message, in design units.
const WIDEST: f32 = 760.0;

/// A message about a finished action, with the seconds for which it is still shown.
pub(super) struct Toast {
    words: String,
    left: f64,
    /// A file that can be shown in its folder.
    file: Option<PathBuf>,
}

impl Toast {
    pub(super) fn short(words: String) -> Self {
        Self {
            words,
            left: TOAST_S,
            file: None,
        }
    }

    pub(super) fn long(words: String) -> Self {
        Self {
            left: LONG_S,
            ..Self::short(words)
        }
    }

    /// Lets time pass.
    pub(super) fn pass(&mut self, seconds: f64) {
        self.left -= seconds;
    }
}

impl App {
    pub(super) fn toast(&mut self, words: String) {
        self.toast = Some(Toast::short(words));
    }

    /// Tells that the settings could not be read, and whether they are kept; a visitor of a kiosk is told
    /// nothing of them.
    pub(super) fn tell_unread(&mut self, unread: &Unread) {
        if self.session.skin() == Skin::Kiosk {
            return;
        }
        let key = if unread.is_kept {
            "settings-unreadable"
        } else {
            "settings-not-kept"
        };
        let path = unread.file.display().to_string();
        self.toast = Some(Toast::long(self.text.with(key, &[("path", &path)])));
    }

    /// Tells that a file was written, with its whole path, or why not.
    pub(super) fn toast_saved(&mut self, saved: &Saved) {
        let toast = Toast::long(saved.words(&self.text));
        self.toast = Some(Toast {
            file: saved.path().cloned(),
            ..toast
        });
    }

    /// The message about a finished action, above the time line. A click closes it.
    pub(super) fn toast_ui(&mut self, ui: &egui::Ui, unit: f32) {
        let Some(toast) = &self.toast else {
            return;
        };
        let font = crate::paint::screen::face("semibold", 17.0 * unit);
        let small = crate::paint::screen::face("regular", 15.0 * unit);
        // One with buttons stands lower, where it covers no button of a dialog.
        let above = if toast.file.is_some() { 24.0 } else { 300.0 };
        let at = ui.max_rect().center_bottom() - egui::vec2(0.0, above * unit);
        let widest = (WIDEST * unit).min(ui.max_rect().width() - 40.0 * unit);
        // Its width is that of its words, and not what an earlier message left to it.
        let words =
            ui.painter()
                .layout(toast.words.clone(), font, ui.visuals().text_color(), widest);
        let (mut shows, mut closes) = (false, false);
        let area = egui::Area::new(egui::Id::unique("toast"))
            .order(egui::Order::Tooltip)
            .pivot(egui::Align2::CENTER_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(words.size().x.max(1.0));
                    ui.label(words);
                    if toast.file.is_some() {
                        ui.style_mut().override_font_id = Some(small);
                        ui.horizontal(|ui| {
                            shows = ui.button(self.text.get("show-in-folder")).clicked();
                            closes = ui.button(self.text.get("close-message")).clicked();
                        });
                    }
                });
            });
        closes |= toast.file.is_none() && area.response.clicked();
        let (is_over, left) = (toast.left <= 0.0, toast.left);
        let file = toast.file.clone().filter(|_| shows);
        if is_over || closes {
            self.toast = None;
            ui.ctx().request_repaint();
        } else {
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(left));
        }
        if let Some(file) = file {
            self.show_in_folder(&file);
        }
    }

    /// Opens the folder of a file in the system's program for files.
    pub(super) fn show_in_folder(&mut self, file: &std::path::Path) {
        let folder = folder_of(file);
        if let Err(error) = open::that_detached(&folder) {
            let values = [
                ("folder", folder.display().to_string()),
                ("reason", error.to_string()),
            ];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            self.toast = Some(Toast::long(self.text.with("folder-not-shown", &values)));
        }
    }
}
