//! Making a tour: keeps the present view as a step, edits and orders the steps, previews and saves
//! them. `panel` draws the list and the fields, `shelf` has the files.

mod panel;
mod shelf;
mod step;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Key, Modifiers};

use super::clock;
use super::slide_images::SlideImages;
use crate::load::{self, files};
use crate::model::{Atlas, Tour, Words};
use crate::session::{Action, LeftOut, Session, TourDraft, TourVersion};
use crate::text::Text;

use shelf::{OwnTour, SetAside, Shelf, Unsaved};

pub(super) use panel::ui;

/// Longest time in seconds between a change and its copy on the disk.
const KEPT_S: f64 = 1.5;

/// A command of the maker of a tour.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Order {
    /// Opens or closes the editor.
    Toggle,
    /// Keeps the present view as a step.
    Keep,
    /// Gives the present step the present view.
    TakeView,
    /// Begins a new tour.
    New,
    /// Begins a copy of a tour.
    Copy(Arc<Tour>),
    /// Opens a file.
    Open(PathBuf),
    /// Saves to the file of the tour, or to a new one.
    Save,
    /// Saves to a file; where `true`, even if another is there.
    SaveAs(PathBuf, bool),
    /// Gives the tour from the present step on.
    Preview,
    /// Edits a step and shows its view.
    Show(usize),
    Undo,
    Redo,
    /// Opens the work that was not saved last time.
    Restore,
    /// Forgets the work that was not saved last time.
    Discard,
    /// The reader has seen that the work of last time could not be read.
    CloseSetAside,
}

/// What carrying out a command asks of the window.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) actions: Vec<Action>,
    pub(super) toast: Option<String>,
}

/// The path that is being written.
#[derive(Debug, Clone, PartialEq)]
struct PathEntry {
    saves: bool,
    path: String,
}

/// The editor of tours.
#[derive(Default)]
pub(super) struct Editor {
    is_open: bool,
    draft: Option<TourDraft>,
    /// The file of the tour; `None` where it was never saved.
    file: Option<PathBuf>,
    entry: Option<PathEntry>,
    /// A file that would be replaced, until the reader says so.
    replaces: Option<PathBuf>,
    /// A command that would give up unsaved work, until the reader says so.
    gives_up: Option<Order>,
    /// The last result or error, with what the file could do better.
    said: Vec<String>,
    /// Whether the last change was made here, so that Ctrl+Z undoes it.
    changed_last: bool,
    /// Position of the step to which the list was scrolled last.
    scrolled_to: Option<usize>,
    images: SlideImages,
    shelf: Shelf,
    /// Work that was not saved when the program last ended.
    unsaved: Option<Unsaved>,
    /// The file of such work that could not be read, until the reader has seen it.
    set_aside: Option<SetAside>,
    /// The tour as it is kept for the next start.
    kept: Option<Arc<Tour>>,
    /// When the first change was made that is not kept yet.
    changed_at: Option<f64>,
    /// The tour of the last frame as it was made and as it is given, and when it changed.
    seen: Option<(Arc<Tour>, Arc<Tour>, f64)>,
}

impl Editor {
    /// The editor of a user with this data folder.
    pub(super) fn of_user(folder: Option<PathBuf>, atlas: &Atlas) -> Self {
        let shelf = Shelf::new(folder, atlas);
        let (unsaved, set_aside) = match shelf.unsaved(atlas) {
            Some(Ok(unsaved)) => (Some(unsaved), None),
            Some(Err(set_aside)) => (None, Some(set_aside)),
            None => (None, None),
        };
        Self {
            shelf,
            unsaved,
            set_aside,
            ..Self::default()
        }
    }

    /// Whether the panel is shown: while a tour is made, or unsaved work is offered.
    pub(super) fn is_open(&self) -> bool {
        self.is_open || self.unsaved.is_some() || self.set_aside.is_some()
    }

    /// Titles and tours of one's own, with their files.
    pub(super) fn own(&mut self, atlas: &Atlas) -> Vec<(PathBuf, Arc<Tour>)> {
        let own = self.shelf.own(atlas).iter();
        own.map(|OwnTour { path, tour }| (path.clone(), Arc::clone(tour)))
            .collect()
    }

    /// Notes that the session was changed after the tour, so that Ctrl+Z undoes that.
    pub(super) fn note_session_changed(&mut self) {
        self.changed_last = false;
    }

    /// Reads the keys that belong to the editor while it is open.
    pub(super) fn read(&mut self, ctx: &Context) -> Vec<Order> {
        let Some(draft) = self.draft.as_mut().filter(|_| self.is_open) else {
            return Vec::new();
        };
        let mut orders = Vec::new();
        ctx.input_mut(|i| {
            let at = draft.at();
            if i.consume_key(Modifiers::ALT, Key::ArrowUp)
                && let Some(to) = at.checked_sub(1)
            {
                draft.move_step(at, to);
                self.changed_last = true;
            }
            if i.consume_key(Modifiers::ALT, Key::ArrowDown) {
                draft.move_step(at, at + 1);
                self.changed_last = true;
            }
            if i.consume_key(Modifiers::CTRL, Key::S) {
                orders.push(Order::Save);
            }
            if i.consume_key(Modifiers::NONE, Key::F5) {
                orders.push(Order::Preview);
            }
            if self.changed_last && i.consume_key(Modifiers::CTRL, Key::Z) {
                orders.push(Order::Undo);
            }
            if self.changed_last && i.consume_key(Modifiers::CTRL, Key::Y) {
                orders.push(Order::Redo);
            }
        });
        orders
    }

    /// Carries out a command.
    pub(super) fn obey(&mut self, order: Order, session: &Session, text: &Text) -> Outcome {
        let gives_up = matches!(order, Order::New | Order::Copy(_) | Order::Open(_));
        let is_changed = self.draft.as_ref().is_some_and(TourDraft::is_changed);
        if gives_up && is_changed && self.gives_up.as_ref() != Some(&order) {
            self.is_open = true;
            self.gives_up = Some(order);
            return Outcome::default();
        }
        if gives_up {
            self.gives_up = None;
        }
        let mut out = Outcome::default();
        match order {
            Order::Toggle => self.is_open = !self.is_open,
            Order::Keep => out.toast = Some(self.keep(session, text)),
            Order::TakeView => {
                let view = session.present_step();
                self.change(|draft| draft.take_view(&view));
            }
            Order::New => {
                let title = text.get("tour-new-title");
                self.begin(TourDraft::new(&title, text.language()), None);
            }
            Order::Copy(tour) => {
                let title = tour.title.text(text.language()).to_owned();
                let title = text.with("tour-copy-title", &[("title", &title)]);
                self.begin(TourDraft::copy(&tour, &title, text.language()), None);
                out.actions = self.show(0);
            }
            Order::Open(path) => out = self.open(&path, session, text),
            Order::Save => self.save_here(session, text),
            Order::SaveAs(path, replaces) => self.save_as(path, replaces, session, text),
            Order::Preview => out.actions = self.preview(session),
            Order::Show(at) => out.actions = self.show(at),
            Order::Undo => self.change(TourDraft::undo),
            Order::Redo => self.change(TourDraft::redo),
            Order::Restore => {
                if let Some(unsaved) = self.unsaved.take() {
                    let mut draft = TourDraft::of(Arc::new(unsaved.tour), text.language());
                    draft.note_unsaved();
                    self.begin(draft, unsaved.file);
                    out.actions = self.show(0);
                }
            }
            Order::CloseSetAside => self.set_aside = None,
            Order::Discard => {
                self.unsaved = None;
                self.shelf.discard();
            }
        }
        out
    }

    /// The tour as it is given, and the time at which it last changed.
    fn as_given(&mut self, session: &Session, draft: &TourDraft, now: f64) -> (Arc<Tour>, f64) {
        let tour = draft.tour();
        match &self.seen {
            Some((seen, given, since)) if Arc::ptr_eq(seen, tour) => (Arc::clone(given), *since),
            _ => {
                let given = session.with_named_records(tour);
                self.seen = Some((Arc::clone(tour), Arc::clone(&given), now));
                (given, now)
            }
        }
    }

    fn begin(&mut self, draft: TourDraft, file: Option<PathBuf>) {
        self.draft = Some(draft);
        self.file = file;
        self.is_open = true;
        self.said.clear();
        (self.entry, self.replaces) = (None, None);
    }

    fn change(&mut self, change: impl FnOnce(&mut TourDraft)) {
        if let Some(draft) = &mut self.draft {
            change(draft);
            self.changed_last = true;
        }
    }

    /// Keeps the present view as a step, of a new tour where none is open. Returns what was done.
    fn keep(&mut self, session: &Session, text: &Text) -> String {
        let title = text.get("tour-new-title");
        let draft = self
            .draft
            .get_or_insert_with(|| TourDraft::new(&title, text.language()));
        let at = draft.keep(session.present_step());
        let title = draft.tour().title.text(text.language()).to_owned();
        (self.is_open, self.changed_last) = (true, true);
        let step = (at + 1).to_string();
        let kept = text.with("tour-kept", &[("step", &step), ("title", &title)]);
        match session.left_out_of_step() {
            Some(LeftOut::OtherDay) => format!("{kept} {}", text.get("tour-left-day")),
            Some(LeftOut::SmallMaps) => format!("{kept} {}", text.get("tour-left-maps")),
            None => kept,
        }
    }

    fn show(&mut self, at: usize) -> Vec<Action> {
        let Some(draft) = &mut self.draft else {
            return Vec::new();
        };
        draft.show(at);
        let step = draft.step().cloned();
        let show = step.map(|step| Action::ShowStep(Box::new(step)));
        show.into_iter().collect()
    }

    fn preview(&self, session: &Session) -> Vec<Action> {
        let Some(draft) = self.draft.as_ref().filter(|d| d.step().is_some()) else {
            return Vec::new();
        };
        let tour = session.with_named_records(draft.tour());
        vec![
            Action::OpenTour(tour, TourVersion::Whole),
            Action::GoToStep(draft.at()),
        ]
    }

    fn open(&mut self, path: &Path, session: &Session, text: &Text) -> Outcome {
        let bytes = match files::read_file(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.said = vec![error.to_string()];
                return Outcome::default();
            }
        };
        let name = path.to_string_lossy();
        let loaded = load::tour_file(&name, &bytes, session.whole().atlas());
        let mut said: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
        let Some(tour) = loaded.tour else {
            said.insert(0, text.with("tour-has-faults", &[("path", &name)]));
            self.said = said;
            self.is_open = true;
            return Outcome::default();
        };
        let draft = TourDraft::of(Arc::new(tour), text.language());
        self.begin(draft, Some(path.to_path_buf()));
        self.shelf.remember(path);
        Outcome {
            actions: self.show(0),
            toast: None,
        }
    }

    fn save_here(&mut self, session: &Session, text: &Text) {
        let Some(draft) = &self.draft else { return };
        let path = match &self.file {
            Some(file) => file.clone(),
            None => {
                let title = draft.tour().title.text(draft.language());
                let path = self
                    .shelf
                    .free_path(TourDraft::new(title, "en").tour().id.as_str());
                if let Some(folder) = path.parent() {
                    // Where it cannot be made, saving says that the folder is not there.
                    files::make_folder(folder).ok();
                }
                path
            }
        };
        self.save(&path, session, text);
    }

    fn save_as(&mut self, path: PathBuf, replaces: bool, session: &Session, text: &Text) {
        let is_other = self.file.as_ref() != Some(&path) && files::is_there(&path);
        if is_other && !replaces {
            self.replaces = Some(path);
            return;
        }
        self.replaces = None;
        self.save(&path, session, text);
    }

    /// Saves the tour, whole or not at all, and says what its file could do better.
    fn save(&mut self, path: &Path, session: &Session, text: &Text) {
        let Some(draft) = &mut self.draft else { return };
        if draft.tour().title.is_empty() {
            draft.set_title(&text.get("tour-new-title"));
        }
        let tour = session.with_named_records(draft.tour());
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = TourDraft::of(tour, draft.language()).file_text(&stem);
        if let Err(error) = files::write_file(path, bytes.as_bytes()) {
            self.said = vec![error.to_string()];
            return;
        }
        draft.note_saved();
        let shown = path.to_string_lossy();
        self.said = vec![text.with("saved", &[("path", &shown)])];
        let loaded = load::tour_file(&shown, bytes.as_bytes(), session.whole().atlas());
        let told = loaded.findings.iter().map(|f| match &f.record {
            Some(step) => format!("{step}: {}", f.what),
            None => f.what.clone(),
        });
        self.said.extend(told);
        self.file = Some(path.to_path_buf());
        self.entry = None;
        self.shelf.remember(path);
        self.shelf.discard();
        (self.kept, self.changed_at) = (None, None);
    }

    /// Keeps a copy of unsaved work on the disk, soon after a change or, where `ends`, at once.
    /// Returns the seconds until the next copy is due.
    pub(super) fn keep_copy(&mut self, now: f64, ends: bool) -> Option<f64> {
        let draft = self.draft.as_ref()?;
        let tour = draft.tour();
        let is_kept = self
            .kept
            .as_ref()
            .is_some_and(|kept| Arc::ptr_eq(kept, tour));
        if is_kept {
            return None;
        }
        if !draft.is_changed() {
            if self.kept.take().is_some() {
                self.shelf.discard();
            }
            self.changed_at = None;
            return None;
        }
        let changed_at = *self.changed_at.get_or_insert(now);
        let wait = changed_at + KEPT_S - now;
        if wait > 0.0 && !ends {
            return Some(wait);
        }
        let unsaved = Unsaved {
            when: clock::hour_and_minute(),
            file: self.file.clone(),
            tour: Tour::clone(tour),
        };
        self.kept = Some(Arc::clone(tour));
        self.changed_at = None;
        if let Err(error) = self.shelf.keep(&unsaved) {
            self.said = vec![error.to_string()];
        }
        None
    }
}

/// The number of words of a text.
fn count(text: &str) -> usize {
    let has_sign = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(has_sign).count()
}

/// The text of a language exactly, to be edited.
fn exactly<'a>(words: &'a Words, language: &str) -> &'a str {
    words.exact(language).unwrap_or_default()
}
