//! What the window draws over its panels: the dialogs that write files, and the help page.

use std::sync::Arc;

use eframe::egui;

use super::panel::Panel;
use super::{App, clipboard, help, save, toast, widgets};
use crate::session::Skin;

impl App {
    /// Draws the dialogs that write files, and tells what became of the files.
    pub(super) fn dialogs(&mut self, ctx: &egui::Context, unit: f32) {
        let words = (&self.text, unit);
        if self.session.skin() == Skin::Explore {
            let (export, saver) = (&mut self.export, &mut self.saver);
            let picture = export.ui(ctx, &self.session, words.0, unit, saver);
            let list = self.desktop.list.list();
            self.save_dialog.ui(ctx, &self.session, list, words, saver);
            match picture {
                Some(Ok((pixels, w, h))) => {
                    let size = [w as usize, h as usize];
                    let image = egui::ColorImage::from_rgba_premultiplied(size, &pixels);
                    ctx.copy_image(image);
                    self.copied(ctx, clipboard::Copied::Picture);
                }
                Some(Err(reason)) => {
                    let words = self.text.with("copy-failed", &[("reason", &reason)]);
                    self.toast = Some(toast::Toast::long(words));
                }
                None => {}
            }
        }
        let words = (&self.text, unit);
        let folder = self.saver.folder();
        let of_tour = self.take_home.ui(ctx, &self.session, words, &folder);
        if let Some(path) = of_tour.as_ref().and_then(save::Saved::path) {
            self.saver.remember(save::folder_of(path));
        }
        if let Some(saved) = self.saver.poll().or(of_tour) {
            self.toast_saved(&saved);
        }
    }

    /// Gives the toolkit's own widgets the colors of the research window.
    pub(super) fn restyle(&self, ctx: &egui::Context) {
        let theme = self.desktop.layout.theme(&self.paper, &self.contrast);
        widgets::style(ctx, theme);
    }

    /// Draws the help page. Returns whether it stays open.
    pub(super) fn help_ui(&mut self, ui: &egui::Ui, unit: f32) -> bool {
        let situation = Arc::clone(self.session.situation());
        let mut panel = Panel {
            session: &self.session,
            situation: &situation,
            text: &self.text,
            theme: self.desktop.layout.theme(&self.paper, &self.contrast),
            textures: &mut self.textures,
            cache: &mut self.cache,
            hover_areas: &mut Vec::new(),
            actions: &mut Vec::new(),
            window_commands: &mut Vec::new(),
        };
        help::ui(ui.ctx(), &mut panel, unit)
    }

    /// Whether Esc closes something of the research skin before it clears the selection. The list of
    /// the search field closes itself.
    pub(super) fn escapes(&mut self, ctx: &egui::Context) -> bool {
        if !ctx.input(|i| i.key_pressed(egui::Key::Escape)) {
            return false;
        }
        if self.desktop.find.is_open() {
            return true;
        }
        std::mem::take(&mut self.desktop.filters.open)
    }

    /// Whether a dialog of the research skin is open, which takes the keys.
    pub(super) fn asks(&self) -> bool {
        self.export.is_open()
            || self.take_home.is_open()
            || self.save_dialog.is_open()
            || self.asks_kiosk
    }
}
