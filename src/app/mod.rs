//! The window: one file a panel. Panels read the session and push actions; `Session::apply` alone changes it.

mod explore;
mod export;
mod find;
mod fonts;
mod inspector;
mod keys;
mod kiosk;
mod lecture;
mod map;
mod time_panel;
mod widgets;

use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use eframe::egui;

use crate::cli::{Cli, Command, Output, open};
use crate::paint::textures::Textures;
use crate::scene::Theme;
use crate::session::{Action, Session, Skin};
use crate::text::Text;
use crate::timeline::{Lens, Situation};

/// The height in points of the screen for which sizes are given.
const DESIGN_HEIGHT: f32 = 1080.0;
/// Where the window remembers its lens and day.
const STORAGE_KEY: &str = "session";

/// Whether a command line asks for the window.
#[must_use]
pub fn wants(cli: &Cli) -> bool {
    matches!(cli.command, None | Some(Command::Lecture(_) | Command::Kiosk(_)))
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// No display, an atlas with faults, an unknown lens or day.
pub fn run(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<()> {
    let (skin, folder) = match &cli.command {
        Some(Command::Lecture(args)) => (Skin::Lecture, args.folder.as_ref()),
        Some(Command::Kiosk(args)) => (Skin::Kiosk, args.folder.as_ref()),
        _ => (Skin::Explore, cli.window.folder.as_ref()),
    };
    let timeline = open(folder.or(cli.atlas.as_ref()), out)?;
    let mut session = Session::new(Arc::new(timeline), cli.window.lang.as_deref().unwrap_or("en"));
    let mut told = Told::default();
    if let Some(state) = &cli.window.state {
        told = Told::read(state, &session).with_context(|| format!("`{state}` is no state of this atlas"))?;
    }
    if let Some(lens) = &cli.window.lens {
        told.lens = Some(Lens::named(lens, session.timeline().atlas())?);
    }
    if let Some(day) = &cli.window.at {
        let span = session.timeline().atlas().manifest.span;
        let day = crate::time::read_typed(day, span.start)?;
        if !span.contains(day) {
            bail!("{day} is outside the atlas, which covers {} to {}", span.start, span.last());
        }
        told.day = Some(day);
    }
    session.apply(Action::SetSkin(skin));
    session.playing = skin == Skin::Kiosk;
    let title = session.timeline().atlas().manifest.title.text("en").to_owned();
    let fullscreen = skin != Skin::Explore;
    let viewport = egui::ViewportBuilder::default()
        .with_title(format!("{title} – Araxes"))
        .with_app_id("araxes")
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size([800.0, 500.0])
        .with_fullscreen(fullscreen);
    let options = eframe::NativeOptions { viewport, multisampling: 4, persist_window: !fullscreen, ..Default::default() };
    eframe::run_native("araxes", options, Box::new(move |cc| Ok(Box::new(App::new(cc, session, told)))))
        .map_err(|error| anyhow::anyhow!("no window: {error}. Without a display `araxes at 1920-07-03` and its kin answer"))
}

/// What the command line or a state string fixes; the rest is remembered from last time.
#[derive(Debug, Default)]
struct Told {
    day: Option<NaiveDate>,
    lens: Option<Lens>,
    selection: Option<String>,
}

impl Told {
    /// `1920-07-03;moscow;sharur`
    fn read(state: &str, session: &Session) -> Option<Self> {
        let mut parts = state.split(';');
        let day = parts.next()?.parse().ok()?;
        let lens = Lens::named(parts.next()?, session.timeline().atlas()).ok()?;
        Some(Self { day: Some(day), lens: Some(lens), selection: parts.next().filter(|s| !s.is_empty()).map(ToOwned::to_owned) })
    }
}

/// The window.
pub struct App {
    session: Session,
    text: Text,
    paper: Theme,
    night: Theme,
    textures: Textures,
    /// The situation of the day last drawn.
    situation: Situation,
    /// What the reader types as a date.
    typed_date: String,
    /// Whether that is not a day, and why.
    typed_wrong: Option<String>,
    /// The dialog that saves plates.
    export: export::Export,
    /// What is looked for.
    find: find::Find,
    /// Seconds since anybody touched the kiosk.
    idle_s: f64,
    /// The skin for which the window was last made full screen or not.
    skin_shown: Option<Skin>,
}

/// What a panel may read while it pushes actions.
struct Panel<'a> {
    session: &'a Session,
    situation: &'a Situation,
    text: &'a Text,
    theme: &'a Theme,
    textures: &'a mut Textures,
    actions: &'a mut Vec<Action>,
}

impl Panel<'_> {
    /// The last message on record before the day, in a line: what a quiet day stands on.
    fn last_message(&self) -> Option<String> {
        let atlas = self.session.timeline().atlas();
        let sent = atlas.messages.iter().filter_map(|m| Some((m.dating().exact_day()?, m)));
        let (day, message) = sent.filter(|(day, _)| *day < self.session.day).max_by_key(|(day, _)| *day)?;
        let gist = message.gist.text(self.text.language());
        Some(self.text.with("last-message", &[("date", &self.text.day_month(day)), ("gist", gist)]))
    }
}

impl App {
    fn new(cc: &eframe::CreationContext<'_>, mut session: Session, told: Told) -> Self {
        fonts::install(&cc.egui_ctx);
        widgets::style(&cc.egui_ctx, &Theme::paper());
        let remembered = cc.storage.and_then(|s| s.get_string(STORAGE_KEY)).unwrap_or_default();
        let remembered =
            if session.skin == Skin::Kiosk { Told::default() } else { Told::read(&remembered, &session).unwrap_or_default() };
        if let Some(lens) = told.lens.or(remembered.lens) {
            session.apply(Action::SetLens(lens));
        }
        if let Some(day) = told.day.or(remembered.day) {
            session.apply(Action::Jump(day));
        }
        if told.selection.is_some() {
            session.apply(Action::Select(told.selection));
        }
        let situation = session.timeline().situation_on(session.day);
        let text = Text::new(session.language());
        Self {
            session,
            text,
            paper: Theme::paper(),
            night: Theme::night(),
            textures: Textures::default(),
            situation,
            typed_date: String::new(),
            typed_wrong: None,
            export: export::Export::default(),
            find: find::Find::default(),
            idle_s: 0.0,
            skin_shown: None,
        }
    }

    fn fullscreen(ctx: &egui::Context, on: bool) {
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(on));
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let whole = ui.max_rect();
        let unit = (whole.height() / DESIGN_HEIGHT).max(whole.width() / 2600.0).clamp(0.55, 4.0);
        let mut actions = Vec::new();
        if self.situation.day != self.session.day {
            self.situation = self.session.timeline().situation_on(self.session.day);
        }
        if !self.export.is_open() {
            keys::read(ui.ctx(), &self.session, &mut actions);
        }
        let export_key = egui::KeyboardShortcut::new(egui::Modifiers::CTRL, egui::Key::E);
        let mut wants_export = self.session.skin == Skin::Explore && ui.input_mut(|i| i.consume_shortcut(&export_key));
        let theme = if self.session.skin == Skin::Kiosk { &self.night } else { &self.paper };
        ui.painter().rect_filled(whole, 0.0, crate::paint::screen::color(theme.page));
        let mut panel = Panel {
            session: &self.session,
            situation: &self.situation,
            text: &self.text,
            theme,
            textures: &mut self.textures,
            actions: &mut actions,
        };
        match self.session.skin {
            Skin::Explore => {
                wants_export |= {
                    let fields =
                        explore::Fields { typed: &mut self.typed_date, wrong: &mut self.typed_wrong, find: &mut self.find };
                    explore::ui(ui, &mut panel, whole, unit, fields)
                };
            }
            Skin::Lecture => lecture::ui(ui, &mut panel, whole, unit),
            Skin::Kiosk => kiosk::ui(ui, &mut panel, whole, unit, &mut self.idle_s),
        }
        if wants_export {
            self.export.toggle();
        }
        if self.session.skin == Skin::Explore {
            self.export.ui(ui.ctx(), &self.session, &self.text, unit);
        }
        let seconds = f64::from(ui.input(|i| i.stable_dt)).min(0.5);
        if self.session.playing {
            actions.push(Action::Tick(seconds));
        }
        for action in actions {
            self.session.apply(action);
        }
        if self.skin_shown != Some(self.session.skin) {
            if self.skin_shown.is_some() || self.session.skin != Skin::Explore {
                Self::fullscreen(ui.ctx(), self.session.skin != Skin::Explore);
            }
            self.skin_shown = Some(self.session.skin);
        }
        if self.session.day != self.situation.day {
            ui.ctx().request_repaint();
        }
        if self.session.playing {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        } else if self.session.skin == Skin::Kiosk {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if self.session.skin != Skin::Kiosk {
            let selection = self.session.selection.as_deref().unwrap_or_default();
            storage.set_string(STORAGE_KEY, format!("{};{};{selection}", self.session.day, self.session.lens.name()));
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
