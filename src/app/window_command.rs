//! What the panels ask the window to do.

use eframe::egui;

use super::{App, lecture, tour_editor};
use crate::export::Picture;

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
    /// Copies a state string to the clipboard.
    CopyLink,
    /// Copies a text to the clipboard.
    Copy(String),
    /// Saves the table of records to a file.
    SaveTable,
    /// Opens or closes the presenter's view of a lecture.
    Presenter,
    /// Carries out a command of a lecture.
    Lecture(lecture::Order),
    /// Carries out a command of the maker of a tour.
    Tour(tour_editor::Order),
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
            WindowCommand::CopyLink => {
                ctx.copy_text(format!("araxes --state '{}'", self.session.state()));
                self.toast(self.text.get("copied"));
            }
            WindowCommand::Copy(text) => {
                ctx.copy_text(text);
                self.toast(self.text.get("copied"));
            }
            WindowCommand::SaveTable => {
                let path = format!("araxes-records-{}.csv", self.session.day());
                let saved = crate::export::records::records_csv(
                    self.session.timeline(),
                    self.text.language(),
                )
                .and_then(|bytes| {
                    Ok(crate::load::files::write_file(
                        std::path::Path::new(&path),
                        &bytes,
                    )?)
                });
                self.toast(match saved {
                    Ok(()) => self.text.with("saved", &[("path", &path)]),
                    Err(error) => error.to_string(),
                });
            }
        }
    }
}
