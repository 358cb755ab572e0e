//! Opens the window: its options, and the event loop that draws it only when needed.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::bail;
use eframe::{UserEvent, egui};
use serde_json::Value;
use winit::event_loop::EventLoop;

use super::pacing::{Paced, Pacing};
use super::{App, bench, settings};
use crate::cli::KioskSettings;
use crate::session::{Action, Session, Skin, State, TourVersion};
use crate::text::Text;

/// The name of the program for the desktop, and of its data folder.
pub(super) const APP_ID: &str = "araxes";

/// There is no display on which a window could be opened.
#[derive(Debug, thiserror::Error)]
#[error("no window: {0}. Without a display `araxes at` and the other commands answer")]
pub struct NoDisplay(String);

impl NoDisplay {
    /// From an error of the toolkit, which may begin with the place in its source where it arose.
    pub(super) fn because(error: &impl std::fmt::Display) -> Self {
        Self(reason_of(&error.to_string()))
    }
}

/// The reason in an error of the toolkit, without a path of the machine that built the program.
fn reason_of(error: &str) -> String {
    let place = error.strip_prefix("os error at ");
    let reason = place.and_then(|text| text.split_once(": "));
    let reason = reason.map_or(error, |(_, reason)| reason);
    reason.trim_end_matches('.').to_owned()
}

/// Opens the window of a session and returns when it is closed.
///
/// # Errors
/// No display can be opened.
pub fn run(session: Session, start: StartOptions) -> anyhow::Result<()> {
    let title = &session.timeline().atlas().manifest.title;
    let title = title.text(session.language());
    let fullscreen = session.skin() != Skin::Explore && !start.windowed;
    let viewport = viewport(&format!("{title} – Araxes")).with_fullscreen(fullscreen);
    let native = eframe::NativeOptions {
        persist_window: !fullscreen,
        ..options(&viewport)
    };
    open(session, start, native)
}

/// Opens the window, gives it a fixed sequence of input for about `seconds` seconds, and returns
/// what that cost.
///
/// # Errors
/// No display can be opened.
pub fn measure(session: Session, start: StartOptions, seconds: f64) -> anyhow::Result<Value> {
    let mut session = session;
    start.open(&mut session, None);
    bench::run(session, options(&viewport("Araxes")), seconds)
}

/// The user's folder for data of this program; `None` where the system has none.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    eframe::storage_dir(APP_ID)
}

fn viewport(title: &str) -> egui::ViewportBuilder {
    egui::ViewportBuilder::default()
        .with_title(title)
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size([480.0, 320.0])
}

/// The options of the window. Multisampling and dithering are off, because lines and letters are
/// antialiased by themselves and no color in use shows bands. Both would cost time, most of all
/// without a graphics processor.
fn options(viewport: &egui::ViewportBuilder) -> eframe::NativeOptions {
    eframe::NativeOptions {
        viewport: viewport.clone(),
        multisampling: 0,
        dithering: false,
        ..Default::default()
    }
}

/// Opens the window and returns when it is closed.
fn open(
    session: Session,
    start: StartOptions,
    native: eframe::NativeOptions,
) -> anyhow::Result<()> {
    let event_loop = EventLoop::<UserEvent>::with_user_event()
        .build()
        .map_err(|error| NoDisplay::because(&error))?;
    // The toolkit looks for the clipboard before the application is made.
    super::clipboard::listen();
    let aside = settings::put_odd_aside();
    let pacing = Pacing::default();
    let (for_app, proxy) = (pacing.clone(), event_loop.create_proxy());
    let opened = Rc::new(Cell::new(false));
    let is_open = Rc::clone(&opened);
    let window = eframe::create_native(
        APP_ID,
        native,
        Box::new(move |cc| {
            is_open.set(true);
            for_app.install(&cc.egui_ctx, proxy);
            close_on_signal(&cc.egui_ctx);
            let aside = aside.or_else(|| settings::put_unread_aside(cc.storage));
            let mut app = App::new(cc, session, start, for_app);
            aside.iter().for_each(|unread| app.tell_unread(unread));
            Ok(Box::new(app))
        }),
        &event_loop,
    );
    event_loop.run_app(&mut Paced::new(window, pacing))?;
    if !opened.get() {
        bail!(
            "no window: the graphics system gave none. Without a display `araxes at` and the other commands answer"
        );
    }
    Ok(())
}

/// How long a window may take to close when the process is asked to end.
const LONGEST_CLOSE: std::time::Duration = std::time::Duration::from_secs(5);
/// Closes the window, and so saves its settings, when the process is asked to end.
#[cfg(unix)]
fn close_on_signal(ctx: &egui::Context) {
    use std::io::Read as _;
    let Ok((mut told, tell)) = std::os::unix::net::UnixStream::pair() else {
        return;
    };
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        let Ok(tell) = tell.try_clone() else { return };
        if signal_hook::low_level::pipe::register(signal, tell).is_err() {
            return;
        }
    }
    let ctx = ctx.clone();
    std::thread::spawn(move || {
        if told.read_exact(&mut [0]).is_err() {
            return;
        }
        // The toolkit notes the command in one frame and closes in the next.
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        let end = super::clock::now() + LONGEST_CLOSE;
        while super::clock::now() < end {
            ctx.request_repaint();
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        // A window that draws nothing any more cannot be asked to close.
        std::process::exit(0);
    });
}

#[cfg(not(unix))]
fn close_on_signal(_: &egui::Context) {}

/// Options for the first view. What they leave open is restored from the last session.
#[derive(Debug, Default)]
pub struct StartOptions {
    /// The view of a state string; `None` for the remembered one.
    pub state: Option<State>,
    /// Actions that are applied after that: day, lens, filter, and the tour of a lecture.
    pub actions: Vec<Action>,
    /// Whether a lecture keeps to a window instead of the full screen.
    pub windowed: bool,
    /// What a kiosk is set to.
    pub kiosk: Option<KioskSettings>,
}

impl StartOptions {
    /// Applies the options to a session, after the remembered view. A lecture begins at its first
    /// step; the remembered view is that of the research skin, to which it returns.
    pub(super) fn open(self, session: &mut Session, remembered: Option<&str>) {
        let lectures = session.skin() == Skin::Lecture;
        if lectures {
            session.apply(Action::SetSkin(Skin::Explore));
        }
        let remembered = remembered.and_then(|text| session.read_state(text).ok());
        match self.state.or(remembered) {
            Some(state) => session.apply(Action::Reopen(state)),
            None if session.skin() == Skin::Explore => {
                session.apply(Action::Jump(session.timeline().fullest_day()));
            }
            None => {}
        }
        self.actions.into_iter().for_each(|a| session.apply(a));
        if lectures && session.lecture().is_none() {
            let text = Text::for_atlas(session.language(), session.whole().atlas());
            let tour = super::lecture::default_tour(session, &text);
            session.apply(Action::OpenTour(tour, TourVersion::default()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_for_no_window_names_no_source_of_the_toolkit() {
        let error = "os error at /home/x/.cargo/winit/src/linux/mod.rs:765: neither WAYLAND_DISPLAY nor DISPLAY is set.";
        assert_eq!(
            reason_of(error),
            "neither WAYLAND_DISPLAY nor DISPLAY is set"
        );
        assert_eq!(
            reason_of("EventLoop can't be recreated"),
            "EventLoop can't be recreated"
        );
    }
}
