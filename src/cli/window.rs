//! What the command line asks of the window: the atlas, the form of the window, and the first view.
//! `main` gives the result to `app`.

use std::sync::Arc;

use anyhow::{Context as _, bail};

use super::{Cli, Command, KioskArgs, Output, day_within, known, known_language, open};
use crate::kiosk::{KioskConfig, read_config};
use crate::session::{Action, Session, Skin, State};
use crate::timeline::{Lens, Timeline};

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
    /// The configuration.
    pub config: KioskConfig,
    /// Whether the window tells a supervisor of its frames.
    pub beats: bool,
}

impl KioskSettings {
    fn of(args: &KioskArgs) -> anyhow::Result<Self> {
        let mut config = KioskConfig::default();
        if let Some(file) = &args.config {
            let text = String::from_utf8(crate::load::files::read_file(file)?)
                .with_context(|| format!("{}: not UTF-8", file.display()))?;
            let (read, findings) = read_config(&file.display().to_string(), &text);
            if let Some(first) = findings.first() {
                bail!("{first}; `araxes check --kiosk` lists every fault");
            }
            config = read;
        }
        Ok(Self {
            config,
            beats: args.child,
        })
    }
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
    let timeline = open(cli.folder()?, out)?;
    let kiosk = match &cli.command {
        Some(Command::Kiosk(args)) => Some(KioskSettings::of(args)?),
        _ => None,
    };
    let FirstView {
        session,
        state,
        mut actions,
    } = first_view(cli, skin, timeline)?;
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
