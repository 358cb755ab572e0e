//! What the command line asks of the window: the atlas, the form of the window, and the first view.
//! `main` gives the result to `app`.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;

use super::kiosk::window_settings;
use super::{Cli, Command, Output, day_within, known, known_language, open};
use crate::kiosk::WindowSettings;
use crate::model::Atlas;
use crate::session::{Action, Session, Skin, State};
use crate::timeline::{Filter, Lens, Timeline};

/// A session for the window, and the part of its view that the command line fixes. The window
/// restores the other parts from the last time.
#[derive(Debug)]
pub struct WindowRequest {
    /// The atlas in the form of the window, at its first day.
    pub session: Session,
    /// The view of a state string; `None` where none is given.
    pub state: Option<State>,
    /// The actions of the other options, which have priority over the state string and the restored
    /// view.
    pub actions: Vec<Action>,
    /// Whether a lecture keeps to a window instead of the full screen.
    pub windowed: bool,
    /// What a kiosk is set to; `None` for another form of the window.
    pub kiosk: Option<KioskSettings>,
    /// For about how many seconds the window is to be measured, where it is not to be used.
    pub measured_s: Option<f64>,
}

/// What the window of a kiosk is set to.
#[derive(Debug, Clone)]
pub struct KioskSettings {
    /// The configuration and what else the supervisor tells.
    pub settings: WindowSettings,
    /// Whether the window tells a supervisor of its frames.
    pub beats: bool,
}

/// What the command line asks of the window; `None` where it names a command without a window.
///
/// # Errors
/// An atlas with faults; an unknown lens, day, language or filter; or an unreadable state string.
pub fn window_request(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<Option<WindowRequest>> {
    let skin = match &cli.command {
        None | Some(Command::BenchWindow(_)) => Skin::Explore,
        Some(Command::Lecture(args)) if args.makes_files() => return Ok(None),
        Some(Command::Lecture(args)) => {
            args.refuse_unheeded()?;
            Skin::Lecture
        }
        Some(Command::Kiosk(args)) if args.opens_window() => Skin::Kiosk,
        Some(_) => return Ok(None),
    };
    let kiosk = match &cli.command {
        Some(Command::Kiosk(args)) => Some(KioskSettings {
            settings: window_settings(cli, args, std::io::stdin())?,
            beats: args.child,
        }),
        _ => None,
    };
    let named = kiosk
        .as_ref()
        .map(|kiosk| PathBuf::from(&kiosk.settings.config.atlas));
    let named = named.filter(|path| !path.as_os_str().is_empty());
    let folder = match cli.folder()? {
        // The supervisor names the atlas, which may be another one than the configuration's.
        None if !cli.is_supervised() => named.as_ref(),
        folder => folder,
    };
    let timeline = open(folder, out)?;
    let atlas = Arc::clone(timeline.atlas());
    let FirstView {
        mut session,
        state,
        mut actions,
    } = first_view(cli, skin, timeline)?;
    if let Some(kiosk) = &kiosk {
        session = configured(session, &atlas, kiosk, out);
        actions.extend(filter_of(&atlas, kiosk, out).map(Action::SetFilter));
    }
    if let Some(Command::Lecture(args)) = &cli.command
        && (args.tour.is_some()
            || args.window.lens.is_some()
            || args.window.at.is_some()
            || cli.filter.is_some())
    {
        actions.extend(args.open_tour(&session, cli.filter.as_ref(), out)?);
    }
    Ok(Some(WindowRequest {
        session,
        state,
        actions,
        windowed: matches!(&cli.command, Some(Command::Lecture(args)) if args.windowed),
        kiosk,
        measured_s: match &cli.command {
            Some(Command::BenchWindow(args)) => Some(args.seconds),
            _ => None,
        },
    }))
}

/// A kiosk's session in the first language of its configuration that the atlas has.
fn configured(
    session: Session,
    atlas: &Atlas,
    kiosk: &KioskSettings,
    out: &mut Output<'_>,
) -> Session {
    let Some(first) = kiosk.settings.config.languages.shown.first() else {
        return session;
    };
    if let Err(error) = known_language(first, atlas) {
        out.message(error);
        return session;
    }
    let mut session = Session::new(Arc::clone(session.whole()), first);
    session.apply(Action::SetSkin(Skin::Kiosk));
    session
}

/// The filter of a kiosk's configuration, where the atlas knows its names. A supervisor may show
/// another atlas than the one for which it was written.
fn filter_of(atlas: &Atlas, kiosk: &KioskSettings, out: &mut Output<'_>) -> Option<Filter> {
    let text = &kiosk.settings.config.filter;
    if text.is_empty() {
        return None;
    }
    let read = text.parse::<Filter>().map_err(anyhow::Error::from);
    match read.and_then(|filter| known(&filter, atlas).map(|()| filter)) {
        Ok(filter) => Some(filter),
        Err(error) => {
            out.message(format_args!("the filter of the configuration: {error:#}"));
            None
        }
    }
}

/// A session with what the options of the window ask of it.
pub(super) struct FirstView {
    session: Session,
    state: Option<State>,
    actions: Vec<Action>,
}

/// Opens a session and heeds the options of the window.
///
/// # Errors
/// An unknown lens, day, language or filter, or an unreadable state string.
pub(super) fn first_view(cli: &Cli, skin: Skin, timeline: Timeline) -> anyhow::Result<FirstView> {
    let window = cli.window();
    let atlas = Arc::clone(timeline.atlas());
    let language = window.lang.as_deref().unwrap_or("en");
    known_language(language, &atlas)?;
    let mut session = Session::new(Arc::new(timeline), language);
    session.apply(Action::SetSkin(skin));
    let state = window.state.as_deref().map(|text| session.read_state(text));
    let state = state
        .transpose()
        .context("that is no state of this atlas")?;
    let mut actions = Vec::new();
    if window.lang.is_some() {
        // The window would go on in the language of the last time.
        actions.push(Action::SetLanguage(language.to_owned()));
    }
    if let Some(day) = &window.at {
        actions.push(Action::Jump(day_within(day, &atlas)?));
    }
    if let Some(lens) = &window.lens {
        actions.push(Action::SetLens(Lens::named(lens, &atlas)?));
    }
    if let Some(filter) = &cli.filter {
        known(filter, &atlas)?;
        actions.push(Action::SetFilter(filter.clone()));
    }
    Ok(FirstView {
        session,
        state,
        actions,
    })
}
