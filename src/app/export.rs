//! Export: a plate of the current view, with a preview before it is saved.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use chrono::NaiveDate;
use egui::{Context, RichText, TextureHandle, TextureOptions, Ui, vec2};

use super::focus;
use super::save::{SaveField, Saver};
use crate::export::file_names::file_name;
use crate::export::{Picture, PlateExporter, ThemeName};
use crate::session::{Multiples, Session};
use crate::text::Text;

/// Sizes on offer: width and height, in pixels.
const SIZES: [(u32, u32); 5] = [
    (1800, 1200),
    (1920, 1080),
    (2400, 1600),
    (3840, 2160),
    (1080, 1920),
];
const THEMES: [(ThemeName, &str); 4] = [
    (ThemeName::Paper, "theme-paper"),
    (ThemeName::Night, "theme-night"),
    (ThemeName::Print, "theme-print"),
    (ThemeName::HighContrast, "theme-high-contrast"),
];
const FORMS: [&str; 4] = ["png", "svg", "pdf", "csv"];
/// Length of a preview's longer side, in pixels.
const PREVIEW: u32 = 900;

/// A picture as its pixels with width and height, or why there is none.
pub(super) type Pixels = Result<(Vec<u8>, u32, u32), String>;

/// The export dialog.
#[derive(Default)]
pub(super) struct Export {
    open: bool,
    size: usize,
    theme: usize,
    form: usize,
    /// The picture that was asked for, such as a chart; `None` for what the map area shows.
    picture: Option<Picture>,
    field: SaveField,
    /// A picture that is being made to be copied.
    copying: Option<Receiver<Pixels>>,
    /// The preview that was drawn last, or why there is none.
    preview: Option<Result<TextureHandle, String>>,
    /// What the preview shows, or was asked to show, and the thread that draws it.
    asked: String,
    coming: Option<Receiver<Pixels>>,
}

/// Draws a picture in a thread of its own, which may take a second.
fn draw_apart(ctx: &Context, exporter: PlateExporter, day: NaiveDate) -> Receiver<Pixels> {
    let (to_window, from_thread) = channel();
    let ctx = ctx.clone();
    std::thread::spawn(move || {
        let pixels = exporter.pixels(day).map_err(|error| error.to_string());
        if to_window.send(pixels).is_ok() {
            ctx.request_repaint();
        }
    });
    from_thread
}

/// What a thread has drawn, once, or why it has drawn nothing; `None` while it draws.
fn taken(thread: &mut Option<Receiver<Pixels>>) -> Option<Pixels> {
    let drawn = match thread.as_ref()?.try_recv() {
        Ok(drawn) => drawn,
        Err(TryRecvError::Empty) => return None,
        Err(TryRecvError::Disconnected) => Err("the thread that drew it ended".to_owned()),
    };
    *thread = None;
    Some(drawn)
}

impl Export {
    /// Opens or closes the dialog, for a chart, or for the map area where `picture` is `None`.
    pub(super) fn toggle(&mut self, picture: Option<Picture>) {
        self.open = !self.open;
        self.picture = picture;
        self.form = self.form.min(self.forms().len() - 1);
        self.field.reset();
    }

    /// What is drawn: the picture that was asked for, otherwise what the map area shows.
    fn what(&self, session: &Session) -> Picture {
        self.picture.unwrap_or(match session.multiples() {
            Some(Multiples::Capitals) => Picture::Capitals,
            Some(Multiples::Days) => Picture::Days,
            None => Picture::Plate,
        })
    }

    /// File formats on offer. A chart can also be saved as numbers.
    fn forms(&self) -> &'static [&'static str] {
        if self.picture.is_some() {
            &FORMS
        } else {
            &FORMS[..3]
        }
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// The name of the file, after what is in it: a chart over time is of no single day.
    fn name(&self, session: &Session) -> String {
        let atlas = session.whole().atlas().manifest.id.as_str();
        let day = match session.range() {
            Some(range) => format!("{}-{}", range.first, range.last),
            None => session.day().to_string(),
        };
        let lens = session.lens().name();
        let what = self.what(session);
        let name = what.name();
        let parts: Vec<&str> = match what {
            Picture::Plate => vec![atlas, &day, lens],
            Picture::Capitals | Picture::Matrix => vec![atlas, &day, &name],
            Picture::Days => vec![atlas, lens, &name],
            Picture::Ribbons | Picture::Strengths | Picture::Network => vec![atlas, &name],
        };
        file_name(&parts, self.forms()[self.form])
    }

    /// Draws the dialog where it is open. Returns a picture that is ready to be copied.
    pub(super) fn ui(
        &mut self,
        ctx: &Context,
        session: &Session,
        text: &Text,
        unit: f32,
        saver: &mut Saver,
    ) -> Option<Pixels> {
        let ready = taken(&mut self.copying);
        if !self.open {
            return ready;
        }
        self.field.suggest(&saver.folder(), &self.name(session));
        let mut open = true;
        let font = egui::FontId::new(15.0 * unit, egui::FontFamily::Name("regular".into()));
        let window = egui::Window::new(RichText::new(text.get("export")).font(font.clone()))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(egui::Align2::CENTER_TOP, vec2(0.0, 60.0 * unit))
            .show(ctx, |ui| {
                focus::scrolled(ui, unit, |ui| {
                    ui.style_mut().override_font_id = Some(font);
                    ui.spacing_mut().item_spacing = vec2(10.0, 8.0) * unit;
                    self.preview(ui, session, text, unit);
                    self.choices(ui, text);
                    self.buttons(ui, session, text, saver);
                    // The line has its place before there is anything to say, so that nothing moves.
                    let said = saver.last().map(|saved| saved.words(text));
                    let is_busy = saver.is_busy() || self.copying.is_some();
                    let busy = is_busy.then(|| text.get("export-busy"));
                    let said = busy.or(said).unwrap_or_else(|| " ".to_owned());
                    ui.add(egui::Label::new(said).wrap());
                });
            });
        focus::hold_focus(ctx, window);
        if !open || ctx.input(|i| i.key_pressed(egui::Key::Escape)) {
            self.open = false;
            saver.forget_last();
        }
        ready
    }

    fn choices(&mut self, ui: &mut Ui, text: &Text) {
        ui.horizontal(|ui| {
            for (i, form) in self.forms().iter().enumerate() {
                ui.selectable_value(&mut self.form, i, form.to_uppercase());
            }
            ui.separator();
            for (i, (_, key)) in THEMES.iter().enumerate() {
                ui.selectable_value(&mut self.theme, i, text.get(key));
            }
        });
        ui.horizontal(|ui| {
            for (i, (w, h)) in SIZES.iter().enumerate() {
                ui.selectable_value(&mut self.size, i, format!("{w} × {h}"));
            }
        });
    }

    fn buttons(&mut self, ui: &mut Ui, session: &Session, text: &Text, saver: &mut Saver) {
        let what = self.what(session);
        let exporter = PlateExporter::new(session.clone(), THEMES[self.theme].0, SIZES[self.size])
            .with_picture(what);
        let day = session.day();
        if let Some(path) = self.field.ui(ui, text) {
            let form = FORMS[self.form];
            saver.start(ui.ctx(), &path, move || exporter.picture(day, form));
            return;
        }
        let copy = egui::Button::new(text.get("export-copy"));
        let copy = ui.add_enabled(self.copying.is_none(), copy);
        let by_key = ui.input_mut(|i| i.consume_key(egui::Modifiers::COMMAND, egui::Key::P));
        if copy.on_hover_text("Ctrl+P").clicked() || (by_key && self.copying.is_none()) {
            self.copying = Some(draw_apart(ui.ctx(), exporter, day));
        }
    }

    /// Draws a small image of the plate, which is made again only when something on it has changed.
    fn preview(&mut self, ui: &mut Ui, session: &Session, text: &Text, unit: f32) {
        let (w, h) = SIZES[self.size];
        let (w, h) = (w * PREVIEW / w.max(h), h * PREVIEW / w.max(h));
        let key = format!(
            "{} {w} {h} {} {:?} {:?}",
            session.state(),
            self.theme,
            self.what(session),
            session.visible_days()
        );
        // The picture before stays until the next is there, and only one is drawn at a time.
        if let Some(drawn) = taken(&mut self.coming) {
            self.preview = Some(drawn.map(|(pixels, w, h)| {
                let size = [w as usize, h as usize];
                let image = egui::ColorImage::from_rgba_premultiplied(size, &pixels);
                ui.ctx()
                    .load_texture("preview", image, TextureOptions::LINEAR)
            }));
        }
        if self.coming.is_none() && self.asked != key {
            let exporter = PlateExporter::new(session.clone(), THEMES[self.theme].0, (w, h))
                .with_picture(self.what(session));
            self.asked = key;
            self.coming = Some(draw_apart(ui.ctx(), exporter, session.day()));
        }
        let size = match &self.preview {
            Some(Ok(preview)) => preview.size_vec2(),
            _ => vec2(w as f32, h as f32),
        };
        let size = size * (620.0 * unit / size.x).min(560.0 * unit / size.y);
        match &self.preview {
            Some(Ok(preview)) => ui.image((preview.id(), size)),
            Some(Err(reason)) => {
                let words = text.with("preview-failed", &[("reason", reason)]);
                ui.add_sized(size, egui::Label::new(words).wrap())
            }
            None => ui.allocate_response(size, egui::Sense::hover()),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_ends_without_a_picture_is_told_once() {
        let (to_window, from_thread) = channel();
        let mut thread = Some(from_thread);
        assert_eq!(taken(&mut thread), None);
        to_window.send(Ok((vec![0; 4], 1, 1))).expect("a receiver");
        assert_eq!(taken(&mut thread), Some(Ok((vec![0; 4], 1, 1))));
        assert!(thread.is_none());

        let (to_window, from_thread) = channel::<Pixels>();
        thread = Some(from_thread);
        drop(to_window);
        assert!(matches!(taken(&mut thread), Some(Err(_))));
        assert_eq!(taken(&mut thread), None);
    }
}
