//! The dialog that saves tables and lists: all records, the list for a reading room, the working list.

use std::sync::Arc;

use egui::{Context, RichText, vec2};

use super::focus;
use super::save::{SaveField, Saver};
use crate::export::archives::{archives_csv, archives_pdf};
use crate::export::file_names::file_name;
use crate::export::records::{records_csv, with_bom};
use crate::export::working_list::{ListForm, list_as};
use crate::session::{Session, WorkingList};
use crate::text::Text;

/// What is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SaveWhat {
    /// All records that pass the filters.
    Records,
    /// The list for a reading room.
    Archives,
    /// The working list.
    List,
}

impl SaveWhat {
    /// The endings on offer with the keys of their names.
    fn forms(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Records => vec![("csv", "form-csv")],
            Self::Archives => vec![("pdf", "form-pdf"), ("csv", "form-csv")],
            Self::List => ListForm::ALL.map(|(_, key, ending)| (ending, key)).to_vec(),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Records => "save-records",
            Self::Archives => "save-archives",
            Self::List => "save-list",
        }
    }

    /// The name of the file, after what is in it.
    fn name(self, session: &Session, ending: &str) -> String {
        let atlas = session.whole().atlas().manifest.id.as_str();
        let what = match self {
            Self::Records => "records",
            Self::Archives => "archives",
            Self::List => "working-list",
        };
        let mut parts = vec![atlas, what];
        if self != Self::List && !session.filter().is_empty() {
            parts.push("filtered");
        }
        file_name(&parts, ending)
    }
}

/// The dialog.
#[derive(Default)]
pub(super) struct SaveDialog {
    what: Option<SaveWhat>,
    form: usize,
    bom: bool,
    field: SaveField,
}

impl SaveDialog {
    pub(super) fn open(&mut self, what: SaveWhat) {
        *self = Self {
            what: Some(what),
            bom: self.bom,
            ..Self::default()
        };
    }

    pub(super) fn is_open(&self) -> bool {
        self.what.is_some()
    }

    /// Draws the dialog where it is open.
    pub(super) fn ui(
        &mut self,
        ctx: &Context,
        session: &Session,
        list: &WorkingList,
        words: (&Text, f32),
        saver: &mut Saver,
    ) {
        let Some(what) = self.what else { return };
        let (text, unit) = words;
        let font = egui::FontId::new(15.0 * unit, egui::FontFamily::Name("regular".into()));
        let forms = what.forms();
        let (ending, _) = forms[self.form.min(forms.len() - 1)];
        self.field
            .suggest(&saver.folder(), &what.name(session, ending));
        let (mut open, mut wanted) = (true, None);
        let window = egui::Window::new(RichText::new(text.get(what.title())).font(font.clone()))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                focus::scrolled(ui, unit, |ui| {
                    ui.style_mut().override_font_id = Some(font);
                    ui.spacing_mut().item_spacing = vec2(10.0, 10.0) * unit;
                    ui.set_width(700.0 * unit);
                    if what == SaveWhat::Records {
                        let records = session.timeline().atlas().records().count().to_string();
                        ui.label(text.with("save-records-about", &[("count", &records)]));
                    }
                    ui.horizontal(|ui| {
                        for (i, (_, key)) in forms.iter().enumerate() {
                            ui.selectable_value(&mut self.form, i, text.get(key));
                        }
                    });
                    ui.add_enabled_ui(ending == "csv", |ui| {
                        ui.checkbox(&mut self.bom, text.get("save-bom"));
                    });
                    wanted = self.field.ui(ui, text);
                });
            });
        focus::hold_focus(ctx, window);
        if let Some(path) = wanted {
            let bom = self.bom && ending == "csv";
            let job = Job {
                what,
                form: self.form,
                ending,
                // The list may hold records that the filters leave out.
                timeline: Arc::clone(match what {
                    SaveWhat::List => session.whole(),
                    SaveWhat::Records | SaveWhat::Archives => session.timeline(),
                }),
                list: list.clone(),
                language: text.language().to_owned(),
            };
            saver.start(ctx, &path, move || {
                let bytes = job.bytes()?;
                Ok(if bom { with_bom(&bytes) } else { bytes })
            });
            self.what = None;
        }
        if !open || ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.what = None;
        }
    }
}

/// What the thread needs.
struct Job {
    what: SaveWhat,
    form: usize,
    ending: &'static str,
    timeline: Arc<crate::timeline::Timeline>,
    list: WorkingList,
    language: String,
}

impl Job {
    fn bytes(&self) -> anyhow::Result<Vec<u8>> {
        let (timeline, language) = (&self.timeline, self.language.as_str());
        match self.what {
            SaveWhat::Records => records_csv(timeline, language),
            SaveWhat::Archives if self.ending == "pdf" => {
                Ok(archives_pdf(timeline, language, None)?)
            }
            SaveWhat::Archives => archives_csv(timeline, language, None),
            SaveWhat::List => {
                let form = ListForm::ALL
                    .get(self.form)
                    .map_or(ListForm::default(), |f| f.0);
                let text = Text::new(language);
                Ok(list_as(form, timeline.atlas(), &self.list, &text).into_bytes())
            }
        }
    }
}
