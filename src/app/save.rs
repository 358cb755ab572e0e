//! Saving files: the field with the whole path, the system's dialog for it, the question before a file
//! is replaced, and the threads that make and write files while the window goes on.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::{Context, Ui};

use crate::load::files::{is_folder, is_there, missing_folder, write_file};
use crate::text::Text;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Saved {
    /// It is written at that path.
    At(PathBuf),
    /// It is not written, for that reason.
    Failed(String),
}

impl Saved {
    /// What happened, in words.
    pub(super) fn words(&self, text: &Text) -> String {
        match self {
            Self::At(path) => {
                let path = path.display().to_string();
                text.with("export-saved", &[("path", &path)])
            }
            Self::Failed(reason) => text.with("save-failed", &[("reason", reason)]),
        }
    }

    /// The path of a file that was written.
    pub(super) fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::At(path) => Some(path),
            Self::Failed(_) => None,
        }
    }
}

/// The folder of a file, as a whole path.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty());
    whole(folder.unwrap_or(Path::new(".")))
}

/// A path from the root on.
pub(super) fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The files that are being made, and the folder of the last one.
#[derive(Default)]
pub(super) struct Saver {
    folder: Option<PathBuf>,
    under_way: Vec<Receiver<Saved>>,
    /// What became of the last file.
    last: Option<Saved>,
}

impl Saver {
    /// The folder in which files were saved last, where it is still there; otherwise the one in which
    /// the program was started.
    pub(super) fn folder(&self) -> PathBuf {
        let remembered = self.folder.clone().filter(|folder| is_there(folder));
        remembered.unwrap_or_else(|| whole(Path::new(".")))
    }

    /// Takes the folder that an earlier session remembered.
    pub(super) fn remember(&mut self, folder: PathBuf) {
        self.folder = Some(folder);
    }

    pub(super) fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }

    /// What became of the last file; `None` before the first, and while one is being made.
    pub(super) fn last(&self) -> Option<&Saved> {
        self.last.as_ref().filter(|_| !self.is_busy())
    }

    pub(super) fn forget_last(&mut self) {
        self.last = None;
    }

    /// Makes a file on a thread of its own and writes it.
    pub(super) fn start(
        &mut self,
        ctx: &Context,
        path: &Path,
        make: impl FnOnce() -> anyhow::Result<Vec<u8>> + Send + 'static,
    ) {
        let path = whole(path);
        self.folder = Some(folder_of(&path));
        let (to_window, from_thread) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let written = make().and_then(|bytes| Ok(write_file(&path, &bytes)?));
            let saved = match written {
                Ok(()) => Saved::At(path),
                Err(error) => Saved::Failed(format!("{error:#}")),
            };
            // A window that has gone does not listen; then nothing is to be told.
            if to_window.send(saved).is_ok() {
                ctx.request_repaint();
            }
        });
        self.under_way.push(from_thread);
    }

    /// What has become of a file since the last frame.
    pub(super) fn poll(&mut self) -> Option<Saved> {
        let mut done = None;
        self.under_way.retain(|thread| match thread.try_recv() {
            Ok(saved) => {
                done = Some(saved);
                false
            }
            Err(TryRecvError::Empty) => true,
            Err(TryRecvError::Disconnected) => {
                done = Some(Saved::Failed("the thread that made it ended".to_owned()));
                false
            }
        });
        if done.is_some() {
            self.last.clone_from(&done);
        }
        done
    }
}

/// The field for the path of a file.
#[derive(Default)]
pub(super) struct SaveField {
    /// The path as the reader wrote it.
    path: String,
    /// The suggested path. A path that differs from it was written by the reader and stays.
    suggested: String,
    /// The answer of the system's dialog, where it is open; `None` in it where it gave no path.
    choosing: Option<Receiver<Option<PathBuf>>>,
    /// Whether the system's dialog gave no path.
    gave_none: bool,
    /// A file that is there already, where the reader is asked whether to replace it.
    asks: Option<PathBuf>,
    /// Why nothing can be saved at a path, and that path.
    refused: Option<(PathBuf, String)>,
}

impl SaveField {
    /// Forgets what was asked, for a dialog that is opened again.
    pub(super) fn reset(&mut self) {
        (self.asks, self.refused, self.gave_none) = (None, None, false);
    }

    /// Suggests a file in a folder, unless the reader has written a path.
    pub(super) fn suggest(&mut self, folder: &Path, name: &str) {
        let suggested = folder.join(name).display().to_string();
        if self.path.is_empty() || self.path == self.suggested {
            self.path.clone_from(&suggested);
        }
        self.suggested = suggested;
    }

    /// Draws the field with its buttons. Returns the path as soon as the reader wants the file there.
    pub(super) fn ui(&mut self, ui: &mut Ui, text: &Text) -> Option<PathBuf> {
        let mut wanted = self.chosen();
        let is_open = self.choosing.is_some();
        let label = ui.label(text.get("export-to"));
        ui.add(egui::TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY))
            .labelled_by(label.id);
        ui.horizontal(|ui| {
            // Where the system never answers, a path can be written all the same.
            let choose = egui::Button::new(text.get("save-choose"));
            if ui.add_enabled(!is_open, choose).clicked() {
                self.choose(ui.ctx());
            }
            let can_save = !self.path.trim().is_empty();
            let save = egui::Button::new(text.get("export-save"));
            if ui.add_enabled(can_save, save).clicked() {
                let path = self.typed();
                if is_folder(&path) {
                    self.refuse(text, "save-is-folder", path.clone(), &path);
                } else if let Some(folder) = missing_folder(&path) {
                    self.refuse(text, "save-no-folder", path.clone(), folder);
                } else if is_there(&path) {
                    self.asks = Some(path);
                } else {
                    wanted = Some(path);
                }
            }
        });
        // What was said of one path says nothing of another.
        let typed = self.typed();
        self.asks.take_if(|path| *path != typed);
        self.refused.take_if(|(path, _)| *path != typed);
        if let Some((_, words)) = &self.refused {
            ui.label(words);
        }
        if self.gave_none {
            ui.label(text.get("save-none-chosen"));
        }
        if let Some(path) = self.asks.clone() {
            let words = path.display().to_string();
            ui.label(text.with("save-replace-ask", &[("path", &words)]));
            ui.horizontal(|ui| {
                if ui.button(text.get("save-replace")).clicked() {
                    wanted = Some(path);
                    self.asks = None;
                }
                if ui.button(text.get("save-keep")).clicked() {
                    self.asks = None;
                }
            });
        }
        if wanted.is_some() {
            // What is saved next has a name of its own again.
            (self.path, self.gave_none, self.choosing) = (String::new(), false, None);
        }
        wanted
    }

    fn refuse(&mut self, text: &Text, key: &str, path: PathBuf, named: &Path) {
        let named = named.display().to_string();
        let words = text.with(key, &[("path", &named)]);
        (self.asks, self.refused) = (None, Some((path, words)));
    }

    /// The typed path, from the suggested folder on where it is only a name.
    fn typed(&self) -> PathBuf {
        let typed = PathBuf::from(self.path.trim());
        let folder = Path::new(&self.suggested).parent();
        folder.map_or(typed.clone(), |folder| folder.join(&typed))
    }

    /// Opens the system's dialog. It asks by itself before a file is replaced.
    fn choose(&mut self, ctx: &Context) {
        let path = self.typed();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        let dialog = rfd::AsyncFileDialog::new()
            .set_directory(folder_of(&path))
            .set_file_name(name.unwrap_or_default())
            .save_file();
        let (to_window, from_thread) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let chosen = pollster::block_on(dialog);
            let chosen = chosen.map(|file| file.path().to_owned());
            if to_window.send(chosen).is_ok() {
                ctx.request_repaint();
            }
        });
        (self.choosing, self.gave_none) = (Some(from_thread), false);
    }

    /// The path that the system's dialog has given.
    fn chosen(&mut self) -> Option<PathBuf> {
        let answer = match self.choosing.as_ref()?.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => None,
        };
        self.choosing = None;
        self.gave_none = answer.is_none();
        answer
    }
}
