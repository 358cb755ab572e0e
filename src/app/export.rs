//! Export: a plate of the current view, with a preview before it is saved.

use egui::{Context, RichText, TextureHandle, TextureOptions, Ui, vec2};

use crate::export::{Picture, PlateExporter, ThemeName};
use crate::load::files::write_file;
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

/// The export dialog.
#[derive(Default)]
pub(super) struct Export {
    open: bool,
    size: usize,
    theme: usize,
    form: usize,
    /// The picture that was asked for, such as a chart; `None` for what the map area shows.
    picture: Option<Picture>,
    /// The path of the file as the reader wrote it.
    path: String,
    /// The suggested path. A path that differs from it was written by the reader and stays.
    suggested: String,
    /// The last result or error; `None` before the first export.
    said: Option<String>,
    preview: Option<(String, TextureHandle)>,
}

impl Export {
    /// Opens or closes the dialog, for a chart, or for the map area where `picture` is `None`.
    pub(super) fn toggle(&mut self, picture: Option<Picture>) {
        self.open = !self.open;
        self.picture = picture;
        self.form = self.form.min(self.forms().len() - 1);
        self.said = None;
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

    /// Draws the dialog where it is open.
    pub(super) fn ui(&mut self, ctx: &Context, session: &Session, text: &Text, unit: f32) {
        if !self.open {
            return;
        }
        let chart = self
            .picture
            .map_or_else(|| session.lens().name().to_owned(), Picture::name);
        let suggested = format!("araxes-{}-{chart}.{}", session.day(), FORMS[self.form]);
        if self.path.is_empty() || self.path == self.suggested {
            self.path.clone_from(&suggested);
        }
        self.suggested = suggested;
        let mut open = true;
        let font = egui::FontId::new(15.0 * unit, egui::FontFamily::Name("regular".into()));
        egui::Window::new(RichText::new(text.get("export")).font(font.clone()))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                ui.style_mut().override_font_id = Some(font);
                ui.spacing_mut().item_spacing = vec2(10.0, 8.0) * unit;
                self.preview(ui, session, unit);
                self.choices(ui, text);
                self.buttons(ui, session, text);
                if let Some(said) = &self.said {
                    ui.label(said);
                }
            });
        self.open &= open && !ctx.input(|i| i.key_pressed(egui::Key::Escape));
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

    fn buttons(&mut self, ui: &mut Ui, session: &Session, text: &Text) {
        let what = self.what(session);
        let exporter = || {
            PlateExporter::new(session.clone(), THEMES[self.theme].0, SIZES[self.size])
                .with_picture(what)
        };
        let mut said = None;
        ui.horizontal(|ui| {
            let label = ui.label(text.get("export-to"));
            ui.add(egui::TextEdit::singleline(&mut self.path).desired_width(360.0))
                .labelled_by(label.id);
            if ui.button(text.get("export-save")).clicked() {
                let saved = exporter()
                    .picture(session.day(), FORMS[self.form])
                    .and_then(|bytes| {
                        let path = std::path::Path::new(&self.path);
                        Ok(write_file(path, &bytes)?)
                    });
                said = Some(match saved {
                    Ok(()) => text.with("export-saved", &[("path", &self.path)]),
                    Err(error) => error.to_string(),
                });
            }
            if ui.button(text.get("export-copy")).clicked() {
                said = Some(match exporter().pixels(session.day()) {
                    Ok((pixels, w, h)) => {
                        let image = egui::ColorImage::from_rgba_premultiplied(
                            [w as usize, h as usize],
                            &pixels,
                        );
                        ui.ctx().copy_image(image);
                        text.get("export-copied")
                    }
                    Err(error) => error.to_string(),
                });
            }
        });
        if said.is_some() {
            self.said = said;
        }
    }

    /// Draws a small image of the plate, which is made again only when something on it has changed.
    fn preview(&mut self, ui: &mut Ui, session: &Session, unit: f32) {
        let (w, h) = SIZES[self.size];
        let (w, h) = (w * PREVIEW / w.max(h), h * PREVIEW / w.max(h));
        let key = format!(
            "{} {w} {h} {} {:?} {:?}",
            session.state(),
            self.theme,
            self.what(session),
            session.visible_days()
        );
        if self.preview.as_ref().is_none_or(|(k, _)| *k != key) {
            let exporter = PlateExporter::new(session.clone(), THEMES[self.theme].0, (w, h))
                .with_picture(self.what(session));
            self.preview = exporter.pixels(session.day()).ok().map(|(pixels, w, h)| {
                let image =
                    egui::ColorImage::from_rgba_premultiplied([w as usize, h as usize], &pixels);
                (
                    key,
                    ui.ctx()
                        .load_texture("preview", image, TextureOptions::LINEAR),
                )
            });
        }
        if let Some((_, preview)) = &self.preview {
            let size = preview.size_vec2();
            let scale = (620.0 * unit / size.x).min(560.0 * unit / size.y);
            ui.image((preview.id(), size * scale));
        }
    }
}
