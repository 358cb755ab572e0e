//! The dialog for what people take home from a lecture. A file is made on a thread of its own, so
//! that the window goes on, and is written only when it is whole.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, RichText, Ui, vec2};

use super::focus;
use super::save::{SaveField, Saved, whole};
use crate::export::file_names::file_name;
use crate::export::lecture::{HandoutOptions, TourExporter, TourFile, TourFileError};
use crate::load::files::write_file;
use crate::model::Tour;
use crate::session::{Session, Skin, TourVersion};
use crate::text::Text;

/// The forms on offer, with the keys of their names.
const FORMS: [(&str, &str); 4] = [
    ("take-home-handout", "take-home-handout-about"),
    ("take-home-sheet", "take-home-sheet-about"),
    ("take-home-slides", "take-home-slides-about"),
    ("take-home-page", "take-home-page-about"),
];

/// The dialog.
#[derive(Default)]
pub(super) struct TakeHome {
    open: bool,
    form: usize,
    notes: bool,
    /// Id of the tour that was chosen; `None` for the one that is given.
    tour: Option<String>,
    field: SaveField,
    /// The last result or error; `None` before the first.
    said: Option<Saved>,
    work: Option<Work>,
}

/// A file that is being made.
struct Work {
    from_thread: Receiver<Progress>,
    /// Set where the reader does not want the file any more.
    is_cancelled: Arc<AtomicBool>,
    done: (usize, usize),
}

/// What the thread tells.
enum Progress {
    /// Number of steps done, and of all.
    Steps(usize, usize),
    /// The file is written at that path, or why there is none.
    End(Saved),
}

impl Drop for Work {
    fn drop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl TakeHome {
    /// Opens or closes the dialog. A file that is being made goes on being made.
    pub(super) fn toggle(&mut self) {
        self.open = !self.open;
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Draws the dialog where it is open, in the research skin alone: the room of a lecture does not
    /// see it. Returns what is to be told where it is not drawn.
    pub(super) fn ui(
        &mut self,
        ctx: &Context,
        session: &Session,
        words: (&Text, f32),
        folder: &Path,
    ) -> Option<Saved> {
        let (text, unit) = words;
        let told = self.listen();
        if !self.open || session.skin() != Skin::Explore {
            return told;
        }
        let mut open = true;
        let font = egui::FontId::new(15.0 * unit, egui::FontFamily::Name("regular".into()));
        let window = egui::Window::new(RichText::new(text.get("take-home")).font(font.clone()))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                focus::scrolled(ui, unit, |ui| {
                    ui.style_mut().override_font_id = Some(font);
                    ui.spacing_mut().item_spacing = vec2(10.0, 10.0) * unit;
                    ui.set_width(620.0 * unit);
                    self.content(ui, session, text, folder);
                });
            });
        focus::hold_focus(ctx, window);
        self.open &= open && !ctx.input(|i| i.key_pressed(egui::Key::Escape));
        None
    }

    fn content(&mut self, ui: &mut Ui, session: &Session, text: &Text, folder: &Path) {
        let Some((tour, version)) = self.tour_of(session) else {
            ui.label(text.get("take-home-no-tour"));
            return;
        };
        let is_idle = self.work.is_none();
        ui.add_enabled_ui(is_idle, |ui| {
            self.tours(ui, session, &tour, text);
            for (i, (name, about)) in FORMS.iter().enumerate() {
                let chosen = ui.radio_value(&mut self.form, i, text.get(name));
                chosen.on_hover_text(text.get(about));
            }
            ui.label(text.get(FORMS[self.form.min(FORMS.len() - 1)].1));
            let may_have_notes = matches!(self.form, 0 | 3);
            ui.add_enabled_ui(may_have_notes, |ui| {
                ui.checkbox(&mut self.notes, text.get("take-home-notes"));
            });
        });
        let name = self.name(&tour);
        self.field.suggest(folder, &name);
        if is_idle {
            if let Some(path) = self.field.ui(ui, text) {
                self.said = None;
                self.work = Some(self.begin(ui.ctx(), session, (tour, version), &path));
            }
        } else {
            self.progress(ui, text);
        }
        if let Some(said) = &self.said {
            ui.label(said.words(text));
        }
    }

    /// The tour that is chosen, otherwise the one that is given, otherwise the first of the atlas.
    fn tour_of(&self, session: &Session) -> Option<(Arc<Tour>, TourVersion)> {
        let given = session.lecture();
        let given = given.map(|l| (Arc::clone(l.tour()), l.version()));
        let all = &session.whole().atlas().tours;
        let chosen = self.tour.as_ref().and_then(|id| {
            let is_given = given.as_ref().is_some_and(|(tour, _)| tour.id == *id);
            let of_atlas = all
                .iter()
                .find(|tour| tour.id == *id)
                .filter(|_| !is_given)?;
            Some((Arc::clone(of_atlas), TourVersion::Whole))
        });
        let first = || Some((Arc::clone(all.first()?), TourVersion::Whole));
        chosen.or(given).or_else(first)
    }

    fn tours(&mut self, ui: &mut Ui, session: &Session, tour: &Arc<Tour>, text: &Text) {
        let title = |tour: &Tour| tour.title.text(text.language()).to_owned();
        let given = session.lecture().map(|l| l.tour());
        let atlas = session.whole().atlas();
        let others = atlas
            .tours
            .iter()
            .filter(|t| given.is_none_or(|g| g.id != t.id));
        ui.horizontal(|ui| {
            let label = ui.label(text.get("take-home-tour"));
            egui::ComboBox::from_id_salt("take-home-tour")
                .selected_text(title(tour))
                .width(360.0)
                .show_ui(ui, |ui| {
                    for other in given.into_iter().chain(others) {
                        let is_chosen = other.id == tour.id;
                        if ui.selectable_label(is_chosen, title(other)).clicked() {
                            self.tour = Some(other.id.clone());
                        }
                    }
                })
                .response
                .labelled_by(label.id);
        });
    }

    /// The file that is asked for.
    fn file(&self) -> TourFile {
        match self.form {
            0 => TourFile::Handout(HandoutOptions {
                notes: self.notes,
                blanks: false,
            }),
            1 => TourFile::Handout(HandoutOptions {
                notes: false,
                blanks: true,
            }),
            2 => TourFile::Slides,
            _ => TourFile::Page { notes: self.notes },
        }
    }

    /// The name of the file, after what is in it.
    fn name(&self, tour: &Tour) -> String {
        let kind = ["handout", "sheet", "slides", "lecture"][self.form.min(FORMS.len() - 1)];
        file_name(&[tour.id.as_str(), kind], self.file().ending())
    }

    /// How far the work has come and the button that ends it.
    fn progress(&mut self, ui: &mut Ui, text: &Text) {
        let Some(work) = &self.work else { return };
        let (done, count) = work.done;
        let values = [("step", done.to_string()), ("count", count.to_string())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let mut is_cancelled = false;
        ui.horizontal(|ui| {
            let part = done as f32 / count.max(1) as f32;
            let bar = egui::ProgressBar::new(part).text(text.with("take-home-progress", &values));
            ui.add(bar.desired_width(ui.available_width() * 0.75));
            is_cancelled = ui.button(text.get("take-home-cancel")).clicked();
        });
        if is_cancelled {
            self.work = None;
            self.said = Some(Saved::Failed(text.get("take-home-cancelled")));
        }
    }

    /// Begins to make the file.
    fn begin(
        &self,
        ctx: &Context,
        session: &Session,
        what: (Arc<Tour>, TourVersion),
        path: &Path,
    ) -> Work {
        let (to_window, from_thread) = channel();
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let job = Job {
            session: session.clone(),
            what,
            file: self.file(),
            path: whole(path),
            is_cancelled: Arc::clone(&is_cancelled),
            to_window,
            ctx: ctx.clone(),
        };
        std::thread::spawn(move || job.run());
        Work {
            from_thread,
            is_cancelled,
            done: (0, 0),
        }
    }

    /// Takes in what the thread tells. Returns what has become of the file.
    fn listen(&mut self) -> Option<Saved> {
        let work = self.work.as_mut()?;
        let mut end = None;
        while let Ok(progress) = work.from_thread.try_recv() {
            match progress {
                Progress::Steps(done, count) => work.done = (done, count),
                Progress::End(result) => end = Some(result),
            }
        }
        let said = end?;
        self.work = None;
        self.said = Some(said.clone());
        Some(said)
    }
}

/// What the thread needs.
struct Job {
    session: Session,
    what: (Arc<Tour>, TourVersion),
    file: TourFile,
    path: PathBuf,
    is_cancelled: Arc<AtomicBool>,
    to_window: Sender<Progress>,
    ctx: Context,
}

impl Job {
    fn run(self) {
        let (tour, version) = self.what.clone();
        let exporter = TourExporter::new(&self.session, tour, version, self.file.theme());
        let made = exporter.file(self.file, &mut |done, count| {
            self.tell(Progress::Steps(done, count));
            if self.is_cancelled.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        let end = match made {
            Err(TourFileError::Cancelled) => return,
            Err(error) => Saved::Failed(error.to_string()),
            Ok(_) if self.is_cancelled.load(Ordering::Relaxed) => return,
            Ok(bytes) => match write_file(&self.path, &bytes) {
                Ok(()) => Saved::At(self.path.clone()),
                Err(error) => Saved::Failed(error.to_string()),
            },
        };
        self.tell(Progress::End(end));
    }

    fn tell(&self, progress: Progress) {
        // A window that has gone does not listen; then nothing is to be told.
        if self.to_window.send(progress).is_ok() {
            self.ctx.request_repaint();
        }
    }
}
