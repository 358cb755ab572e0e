//! The window: one file a panel. Panels read the session and push actions; `Session::apply` alone changes it.

mod bar;
mod bottom_view;
mod commands;
mod compare;
mod explore;
mod export;
mod filters;
mod find;
mod fonts;
mod help;
mod inspector;
mod keys;
mod kiosk;
mod lecture;
mod map;
mod table;
mod time_panel;
mod widgets;

use std::sync::Arc;

use eframe::egui;

use crate::export::Picture;
use crate::numeric::clamped;
use crate::paint::textures::Textures;
use crate::scene::Theme;
use crate::session::{Action, Session, Skin, State};
use crate::text::Text;
use crate::timeline::Situation;

/// The height in points of the screen for which sizes are given.
const DESIGN_HEIGHT: f32 = 1080.0;
/// Where the window remembers its lens and day.
const STORAGE_KEY: &str = "session";
/// And how its room is shared out.
const LAYOUT_KEY: &str = "layout";
/// A word of what was done stands this long.
const TOAST_S: f64 = 2.0;

/// Opens the window on a session and stays until it is closed.
///
/// # Errors
/// No display.
pub fn run(session: Session, start: StartOptions) -> anyhow::Result<()> {
    let title = session.timeline().atlas().manifest.title.text("en");
    let fullscreen = session.skin() != Skin::Explore;
    let viewport = egui::ViewportBuilder::default()
        .with_title(format!("{title} – Araxes"))
        .with_app_id("araxes")
        .with_inner_size([1600.0, 900.0])
        .with_min_inner_size([480.0, 320.0])
        .with_fullscreen(fullscreen);
    let native = eframe::NativeOptions {
        viewport,
        multisampling: 4,
        persist_window: !fullscreen,
        ..Default::default()
    };
    eframe::run_native(
        "araxes",
        native,
        Box::new(move |cc| Ok(Box::new(App::new(cc, session, start)))),
    )
    .map_err(|error| {
        anyhow::anyhow!(
            "no window: {error}. Without a display `araxes at` and the other commands answer"
        )
    })
}

/// What is fixed of the first view; the rest is remembered from last time.
#[derive(Debug, Default)]
pub struct StartOptions {
    /// The view of a state string, instead of the remembered one.
    pub state: Option<State>,
    /// Carried out after that: day, lens, filter.
    pub actions: Vec<Action>,
}

impl StartOptions {
    /// Brings a session to what is fixed, over what was remembered.
    fn open(self, session: &mut Session, remembered: Option<&str>) {
        let remembered = remembered.and_then(|text| session.read_state(text).ok());
        if let Some(state) = self.state.or(remembered) {
            session.apply(Action::Reopen(state));
        }
        self.actions.into_iter().for_each(|a| session.apply(a));
    }
}

/// The window.
pub struct App {
    session: Session,
    text: Text,
    paper: Theme,
    night: Theme,
    textures: Textures,
    /// What the research skin has open.
    desktop: explore::Desktop,
    /// The dialog that saves plates.
    export: export::Export,
    /// Whether the help page is open.
    help: bool,
    /// A word of what was just done, and how long it still stands.
    toast: Option<(String, f64)>,
    /// Seconds since anybody touched the kiosk.
    idle_s: f64,
    /// The unit for which the toolkit's widgets were last sized.
    scaled_for: f32,
    /// The skin for which the window was last made full screen or not.
    skin_shown: Option<Skin>,
}

/// What a panel asks of the window; what it asks of the session is an [`Action`].
#[derive(Debug, Clone, PartialEq)]
enum WindowCommand {
    /// The dialog that saves pictures, of the map or of a chart.
    Export(Option<Picture>),
    /// The help page, or away with it.
    Help,
    /// The search field takes the keys.
    Find,
    /// The filters, or away with them.
    Filters,
    /// The date field takes the keys.
    TypeDate,
    /// The inspector, or away with it.
    HideInspector,
    /// A state string to the clipboard.
    CopyLink,
    /// A text to the clipboard.
    Copy(String),
    /// The table of records to a file.
    SaveTable,
}

/// What a panel may read while it pushes actions.
struct Panel<'a> {
    session: &'a Session,
    situation: &'a Situation,
    text: &'a Text,
    theme: &'a Theme,
    textures: &'a mut Textures,
    actions: &'a mut Vec<Action>,
    window_commands: &'a mut Vec<WindowCommand>,
}

impl Panel<'_> {
    /// The last message on record before the day, in a line: what a quiet day stands on.
    fn last_message(&self) -> Option<String> {
        let atlas = self.session.timeline().atlas();
        let sent = atlas
            .messages
            .iter()
            .filter_map(|m| Some((m.head.dating.exact_day()?, m)));
        let (day, message) = sent
            .filter(|(day, _)| *day < self.session.day())
            .max_by_key(|(day, _)| *day)?;
        let gist = message.gist.text(self.text.language());
        Some(self.text.with(
            "last-message",
            &[("date", &self.text.day_month(day)), ("gist", gist)],
        ))
    }
}

impl App {
    fn new(cc: &eframe::CreationContext<'_>, mut session: Session, start: StartOptions) -> Self {
        let remembered = cc
            .storage
            .and_then(|s| s.get_string(STORAGE_KEY))
            .filter(|_| session.skin() != Skin::Kiosk);
        start.open(&mut session, remembered.as_deref());
        let mut app = Self::of(&cc.egui_ctx, session);
        if let Some(layout) = cc.storage.and_then(|s| s.get_string(LAYOUT_KEY)) {
            app.desktop.layout = explore::Layout::read(&layout).unwrap_or_default();
        }
        app
    }

    /// The window of a session, in a context: also for tests, which have no eframe.
    #[must_use]
    pub fn of(ctx: &egui::Context, session: Session) -> Self {
        fonts::install(ctx);
        widgets::style(ctx, &Theme::paper());
        let text = Text::new(session.language());
        Self {
            session,
            text,
            paper: Theme::paper(),
            night: Theme::night(),
            textures: Textures::default(),
            desktop: explore::Desktop::default(),
            export: export::Export::default(),
            help: false,
            toast: None,
            idle_s: 0.0,
            scaled_for: 0.0,
            skin_shown: None,
        }
    }

    /// What is looked at.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let whole = ui.max_rect();
        let unit = clamped(
            (whole.height() / DESIGN_HEIGHT).max(whole.width() / 2600.0),
            0.55,
            4.0,
        );
        let (mut actions, mut window_commands) = (Vec::new(), Vec::new());
        if (self.scaled_for - unit).abs() > 0.01 {
            self.scaled_for = unit;
            widgets::scale(ui.ctx(), unit);
        }
        if self.help {
            // Read first: Esc closes the page, not what lies below it.
            self.help = help::ui(ui.ctx(), &self.text, &self.paper, unit);
        }
        let (open, skin) = (self.export.is_open(), self.session.skin());
        if !open && !self.desktop.filters.open {
            keys::read(ui.ctx(), &self.session, &mut actions, &mut window_commands);
        }
        let theme = if skin == Skin::Kiosk {
            &self.night
        } else {
            &self.paper
        };
        ui.painter()
            .rect_filled(whole, 0.0, crate::paint::screen::color(theme.page));
        let situation = Arc::clone(self.session.situation());
        let mut panel = Panel {
            session: &self.session,
            situation: &situation,
            text: &self.text,
            theme,
            textures: &mut self.textures,
            actions: &mut actions,
            window_commands: &mut window_commands,
        };
        match skin {
            Skin::Explore => explore::ui(ui, &mut panel, whole, unit, &mut self.desktop),
            Skin::Lecture => lecture::ui(ui, &mut panel, whole, unit),
            Skin::Kiosk => kiosk::ui(ui, &mut panel, whole, unit, &mut self.idle_s),
        }
        for window_command in window_commands {
            self.handle(ui.ctx(), window_command);
        }
        if skin == Skin::Explore {
            self.export.ui(ui.ctx(), &self.session, &self.text, unit);
        }
        // The time that has really passed: `stable_dt` guesses it where frames are seldom.
        let seconds = f64::from(ui.input(|i| i.unstable_dt)).min(0.5);
        if self.session.moves() {
            actions.push(Action::Tick(seconds));
        }
        let before = (self.session.day(), Arc::clone(self.session.situation()));
        let jumped = actions
            .iter()
            .any(|a| matches!(a, Action::NextChange | Action::PreviousChange));
        for action in actions {
            self.session.apply(action);
        }
        if jumped && before.0 != self.session.day() && skin == Skin::Explore {
            self.toast(self.text.date_in_full(self.session.day()));
        }
        self.toast_ui(ui, unit, seconds);
        if !Arc::ptr_eq(&before.1, self.session.situation()) || self.session.moves() {
            // What moves for the eye wants every frame; playing by itself does not.
            let smooth = self.session.glow().is_some()
                || self.session.fading().is_some()
                || !self.session.moves();
            let wait = if smooth { 0 } else { 100 };
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(wait));
        } else if skin == Skin::Kiosk {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs(1));
        }
    }

    fn handle(&mut self, ctx: &egui::Context, window_command: WindowCommand) {
        match window_command {
            WindowCommand::Export(picture) => self.export.toggle(picture),
            WindowCommand::Help => self.help = !self.help,
            WindowCommand::Find => self.desktop.find.wanted = true,
            WindowCommand::Filters => self.desktop.filters.open = !self.desktop.filters.open,
            WindowCommand::TypeDate => self.desktop.type_date = true,
            WindowCommand::HideInspector => {
                self.desktop.layout.inspector = !self.desktop.layout.inspector
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

    fn toast(&mut self, words: String) {
        self.toast = Some((words, TOAST_S));
    }

    /// A word of what was just done, above the time line.
    fn toast_ui(&mut self, ui: &egui::Ui, unit: f32, seconds: f64) {
        let Some((words, left)) = &mut self.toast else {
            return;
        };
        *left -= seconds;
        let font = crate::paint::screen::face("semibold", 17.0 * unit);
        let at = ui.max_rect().center_bottom() - egui::vec2(0.0, 300.0 * unit);
        egui::Area::new(egui::Id::unique("toast"))
            .order(egui::Order::Tooltip)
            .pivot(egui::Align2::CENTER_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.label(egui::RichText::new(words.as_str()).font(font))
                });
            });
        if *left <= 0.0 {
            self.toast = None;
        }
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_millis(200));
    }

    fn fullscreen(ctx: &egui::Context, on: bool) {
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(on));
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
        if self.skin_shown != Some(self.session.skin()) {
            if self.skin_shown.is_some() || self.session.skin() != Skin::Explore {
                Self::fullscreen(ui.ctx(), self.session.skin() != Skin::Explore);
            }
            self.skin_shown = Some(self.session.skin());
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if self.session.skin() != Skin::Kiosk {
            storage.set_string(STORAGE_KEY, self.session.state());
            storage.set_string(LAYOUT_KEY, self.desktop.layout.to_string());
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
