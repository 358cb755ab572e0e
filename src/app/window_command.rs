//! What the panels ask the window to do.

use eframe::egui;

use super::save_dialog::SaveWhat;
use super::{App, lecture, tour_editor};
use crate::export::Picture;
use crate::session::{Action, ListEdit};

/// What a panel asks the window to do. What it asks of the session is an
/// [`Action`](crate::session::Action).
#[derive(Debug, Clone, PartialEq)]
pub(super) enum WindowCommand {
    /// Opens or closes the export dialog, for a chart, or for the map area where it is `None`.
    Export(Option<Picture>),
    /// Opens or closes the dialog for what people take home from a lecture.
    TakeHome,
    /// Asks whether the kiosk is to be opened.
    AskKiosk,
    /// Opens or closes the help page.
    Help,
    /// Moves the focus to the search field.
    Find,
    /// Opens or closes the filters.
    Filters,
    /// Moves the focus to the date field.
    TypeDate,
    /// Shows or hides the inspector.
    HideInspector,
    /// Folds or unfolds the key below the map.
    Key,
    /// Lets the open view take the place of the map, or puts it below the map again.
    WholeView,
    /// Makes everything larger or smaller by a factor; `None` returns to the usual size.
    UiSize(Option<f32>),
    /// Shows the research window in colors of the strongest contrast, or in its own again.
    Contrast,
    /// Selects the sign of the map that comes this many places later in reading order.
    Walk(i64),
    /// Writes letters into the date field that came before it had the focus.
    WriteDate(String),
    /// Copies a state string to the clipboard.
    CopyLink,
    /// Copies a text to the clipboard.
    Copy(String),
    /// Opens the dialog that saves a table or a list.
    Save(SaveWhat),
    /// Puts a record on the working list, or takes it off.
    Star(String),
    /// Opens or closes the presenter's view of a lecture.
    Presenter,
    /// Carries out a command of a lecture.
    Lecture(lecture::Order),
    /// Carries out a command of the maker of a tour.
    Tour(tour_editor::Order),
}

/// Whether an action is a change that the reader made and can undo, and no consequence of the size
/// of the window or of passing time.
pub(super) fn is_of_reader(action: &Action) -> bool {
    !matches!(
        action,
        Action::Resize(..) | Action::Tick(_) | Action::Show(_) | Action::ShowStep(_)
    )
}

impl App {
    /// Carries out what a panel asks of the window.
    pub(super) fn handle(&mut self, ctx: &egui::Context, window_command: WindowCommand) {
        match window_command {
            WindowCommand::Lecture(order) => {
                let now = ctx.input(|i| i.time);
                for action in self.room.obey(order, &self.session, &self.text, now) {
                    self.session.apply(action);
                }
            }
            WindowCommand::Export(picture) => self.export.toggle(picture),
            WindowCommand::Presenter => {
                let monitors = self.pacing.monitors();
                self.presenter.toggle(ctx, &monitors, self.room.windowed);
            }
            WindowCommand::TakeHome => self.take_home.toggle(),
            WindowCommand::Tour(order) => {
                let editor = &mut self.desktop.editor;
                let outcome = editor.obey(order, &self.session, &self.text);
                for action in outcome.actions {
                    self.session.apply(action);
                }
                if let Some(words) = outcome.toast {
                    self.toast(words);
                }
            }
            WindowCommand::AskKiosk => self.asks_kiosk = true,
            WindowCommand::Help => self.help = !self.help,
            WindowCommand::Find => self.desktop.find.wanted = true,
            WindowCommand::Filters => self.desktop.filters.open = !self.desktop.filters.open,
            WindowCommand::TypeDate => self.desktop.type_date = true,
            WindowCommand::HideInspector => {
                self.desktop.layout.inspector = !self.desktop.layout.inspector;
            }
            // The help page has the whole key.
            WindowCommand::Key if !self.desktop.key_fits => self.help = true,
            WindowCommand::Key => {
                let unfolded = &mut self.desktop.layout.key;
                let key = if self.session.bottom_view().is_some() {
                    &mut unfolded.with_view
                } else {
                    &mut unfolded.alone
                };
                *key = !*key;
            }
            WindowCommand::WholeView => {
                self.desktop.layout.whole_view = !self.desktop.layout.whole_view;
            }
            WindowCommand::UiSize(factor) => self.desktop.layout.resize_ui(factor),
            WindowCommand::Contrast => {
                self.desktop.layout.contrast = !self.desktop.layout.contrast;
                self.restyle(ctx);
            }
            WindowCommand::Walk(steps) => {
                *self.desktop.walk.get_or_insert(0) += steps;
            }
            WindowCommand::WriteDate(words) => {
                self.desktop.typed.push_str(&words);
                self.desktop.writes_on = true;
            }
            WindowCommand::CopyLink => {
                self.copy(ctx, self.session.link());
            }
            WindowCommand::Copy(text) => self.copy(ctx, text),
            WindowCommand::Save(what) => self.save_dialog.open(what),
            WindowCommand::Star(record) => {
                let is_on = self.desktop.list.list().entry(&record).is_some();
                let title = self.text.caption(self.session.whole().atlas(), &record);
                self.desktop.list.edit(if is_on {
                    ListEdit::Remove(record)
                } else {
                    ListEdit::Add { record, title }
                });
            }
        }
    }
}
