//! The window, with one file per panel. Panels read the session and push actions; only
//! `Session::apply` changes it.

mod access;
mod back_buffer;
mod bar;
mod beat;
mod bench;
mod bottom_view;
mod changes;
mod clipboard;
mod clock;
mod commands;
mod compare;
mod damage;
mod desk;
mod dialogs;
mod explore;
mod export;
mod filters;
mod find;
mod focus;
mod fonts;
mod frame_cache;
mod help;
mod inspector;
mod key_strip;
mod keys;
mod kiosk;
mod lecture;
mod long_work;
mod machine;
mod map;
mod monitors;
mod open;
mod pacing;
mod panel;
mod planning;
mod presenter;
mod save;
mod save_dialog;
mod settings;
mod slide_images;
mod still;
mod table;
mod take_home;
mod time_controls;
mod time_panel;
mod toast;
mod tour_editor;
mod tour_menu;
mod voice_menu;
mod wheel;
mod widgets;
mod window_command;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui;

use crate::kiosk::KioskConfig;
use crate::numeric::clamped;
use crate::paint::textures::Textures;
use crate::scene::Theme;
use crate::session::{Action, Session, Skin, Visit};
use crate::text::Text;

use back_buffer::BackBuffer;
use frame_cache::FrameCache;
use pacing::{HoverArea, Pacing};
use panel::Panel;
use window_command::{WindowCommand, is_of_reader};

pub use clock::local_time;
pub use open::{NoDisplay, StartOptions, data_folder, measure, run};
pub use still::show_still;

/// Height, in points, of the screen for which design units are given.
const DESIGN_HEIGHT: f32 = 1080.0;
/// Widths of the window in design units: a wider one is drawn larger, and a narrower one smaller,
/// than its height asks for, so that the bar of an upright window holds its buttons.
const WIDEST: f32 = 2600.0;
const NARROWEST: f32 = 1060.0;
/// Least points in a design unit, and least width of the window in design units, whatever size the
/// reader chose.
const LEAST_UNIT: f32 = 0.45;
const LEAST_WIDTH: f32 = 760.0;
/// Greatest interval, in seconds, at which a kiosk is drawn, so that a supervisor sees it live.
const KIOSK_S: f64 = 1.0;
/// Least and greatest side of the texture for letters in a kiosk, which bounds their memory over a year.
const LETTERS_TEXTURE: [usize; 2] = [2048, 4096];
/// Maximum delay of a frame, in seconds, that counts as elapsed time. A longer one, as after the
/// machine slept, is cut to it. A slow machine may take seconds for a frame.
const LATE_S: f64 = 5.0;
/// The application's window.
pub struct App {
    session: Session,
    text: Text,
    paper: Theme,
    night: Theme,
    projector: Theme,
    contrast: Theme,
    textures: Textures,
    /// State of the research skin.
    desktop: explore::Desktop,
    /// The dialog that exports plates.
    export: export::Export,
    /// The dialog for what people take home from a lecture.
    take_home: take_home::TakeHome,
    /// Whether the help page is open.
    help: bool,
    /// The dialog that saves tables and lists.
    save_dialog: save_dialog::SaveDialog,
    /// The files that are being made.
    saver: save::Saver,
    /// What was given to the toolkit to copy in the last frame.
    copying: Option<clipboard::Copied>,
    /// A message about a finished action.
    toast: Option<toast::Toast>,
    /// What only the speaker of a lecture sees.
    presenter: presenter::Presenter,
    /// The window of a lecture.
    room: lecture::Room,
    /// The window of a kiosk, and whether the reader is asked before it is opened.
    kiosk: kiosk::Kiosk,
    asks_kiosk: bool,
    /// The machine side of a kiosk; `None` where the window was not opened as one.
    machine: Option<machine::Machine>,
    /// Points per design unit for which the toolkit's widgets were last sized.
    scaled_for: f32,
    /// Whether the window is to take the whole screen with its frame, because it opens for the first
    /// time and its size is not remembered.
    takes_screen: bool,
    /// Whether the window was last set to the full screen; `None` before the first frame.
    is_fullscreen: Option<bool>,
    /// Decides when the window is drawn.
    pacing: Pacing,
    /// What the panels computed for the last frames.
    cache: FrameCache,
    /// When the window was last drawn, in seconds of the toolkit's clock, and how many seconds
    /// after it the next frame was planned.
    drawn_at: Option<f64>,
    planned_s: f64,
    /// Whether the toolkit keeps settings, and when a change of the reader is to be saved, in
    /// seconds of the toolkit's clock.
    keeps_settings: bool,
    saves_at_s: Option<f64>,
}

/// Reads the sizes of the panels as the settings keep them, and writes them again; `None` where the
/// text does not give any.
#[must_use]
pub fn layout_again(text: &str) -> Option<String> {
    explore::Layout::read(text).map(|layout| layout.to_string())
}

impl App {
    fn new(
        cc: &eframe::CreationContext<'_>,
        mut session: Session,
        start: StartOptions,
        pacing: Pacing,
    ) -> Self {
        let remembered = cc
            .storage
            .and_then(|s| s.get_string(settings::SESSION))
            .filter(|_| session.skin() != Skin::Kiosk);
        let room = lecture::Room::in_window(start.windowed);
        let kiosk = start.kiosk.clone();
        let language = cc.storage.and_then(|s| s.get_string(settings::LANGUAGE));
        if let Some(language) = language.filter(|_| session.skin() == Skin::Explore) {
            session.apply(Action::SetLanguage(language));
        }
        start.open(&mut session, remembered.as_deref());
        let mut app = Self {
            room,
            pacing,
            ..Self::of(&cc.egui_ctx, session)
        };
        if let Some(kiosk) = kiosk {
            app.set_kiosk(&kiosk.settings.config);
            app.machine = Some(machine::Machine::new(kiosk.settings, kiosk.beats));
        }
        if let Some(layout) = cc.storage.and_then(|s| s.get_string(settings::LAYOUT)) {
            app.desktop.layout = explore::Layout::read(&layout).unwrap_or_default();
            app.restyle(&cc.egui_ctx);
        }
        if let Some(folder) = cc.storage.and_then(|s| s.get_string(settings::FOLDER)) {
            app.saver.remember(folder.into());
        }
        let knows_size = cc.storage.and_then(|s| s.get_string(settings::WINDOW));
        app.keeps_settings = cc.storage.is_some();
        app.takes_screen = knows_size.is_none() && app.session.skin() == Skin::Explore;
        app.keep_tours_in(eframe::storage_dir(open::APP_ID));
        app.keep_picture(cc);
        app.textures.draw_apart();
        app.cache.work.spread(long_work::SHARE);
        app
    }

    /// Makes frames draw only what changed, where the window is drawn by OpenGL.
    fn keep_picture(&self, cc: &eframe::CreationContext<'_>) {
        if let Some(gl) = &cc.gl {
            BackBuffer::install(&cc.egui_ctx, gl, self.background());
        }
    }

    fn background(&self) -> [f32; 4] {
        crate::paint::screen::color(self.paper.page).to_normalized_gamma_f32()
    }

    /// The window of a session in an egui context. Tests use it without eframe.
    #[must_use]
    pub fn of(ctx: &egui::Context, session: Session) -> Self {
        fonts::install(ctx);
        widgets::style(ctx, &Theme::paper());
        let text = Text::for_atlas(session.language(), session.whole().atlas());
        let presenter = presenter::Presenter::new(&session);
        Self {
            session,
            text,
            presenter,
            paper: Theme::paper(),
            night: Theme::night(),
            projector: Theme::projector(),
            contrast: Theme::high_contrast(),
            textures: Textures::default(),
            desktop: explore::Desktop::default(),
            export: export::Export::default(),
            take_home: take_home::TakeHome::default(),
            help: false,
            save_dialog: save_dialog::SaveDialog::default(),
            saver: save::Saver::default(),
            copying: None,
            toast: None,
            room: lecture::Room::default(),
            kiosk: kiosk::Kiosk::default(),
            asks_kiosk: false,
            machine: None,
            scaled_for: 0.0,
            takes_screen: false,
            is_fullscreen: None,
            pacing: Pacing::default(),
            cache: FrameCache::default(),
            drawn_at: None,
            planned_s: 0.0,
            keeps_settings: false,
            saves_at_s: None,
        }
    }

    /// Keeps the working list, tours of one's own, and unsaved work on them, in this data folder of the
    /// user.
    pub fn keep_tours_in(&mut self, folder: Option<std::path::PathBuf>) {
        let atlas = self.session.whole().atlas();
        let id = atlas.manifest.id.as_str();
        self.desktop.list = desk::ListKeeper::of_user(folder.clone(), id);
        self.desktop.editor = tour_editor::Editor::of_user(folder, atlas);
    }

    /// Opens the kiosk as its configuration says.
    pub fn set_kiosk(&mut self, config: &KioskConfig) {
        let settings = kiosk::settings_of(config, &self.session, &self.text);
        self.kiosk.set_screen(&config.screen);
        self.session.apply(Action::OpenKiosk(Arc::new(settings)));
        self.session.contested_day();
    }

    /// The session that the window shows.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Draws one frame.
    ///
    /// A change caused by input is visible in the same frame: a second pass draws the window again
    /// before it is shown.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        self.pacing.begin_panels(egui::ViewportId::ROOT);
        self.cache.begin_frame(ui.ctx().cumulative_frame_nr());
        let seconds = self.seconds_passed(ui.ctx());
        // The time is subtracted first, so that a message of this frame is shown for its full time.
        if let Some(toast) = &mut self.toast {
            toast.pass(seconds);
        }
        self.tell_copied(ui.ctx());
        let whole = ui.max_rect();
        let by_height = (whole.height() / DESIGN_HEIGHT).max(whole.width() / WIDEST);
        let mut unit = clamped(by_height.min(whole.width() / NARROWEST), 0.55, 4.0);
        if self.session.skin() == Skin::Explore {
            let size = self.desktop.layout.ui_size;
            let most = (whole.width() / LEAST_WIDTH).max(LEAST_UNIT);
            unit = clamped(unit * size, LEAST_UNIT, most);
        }
        if (self.scaled_for - unit).abs() > 0.01 {
            self.scaled_for = unit;
            widgets::scale(ui.ctx(), unit);
        }
        self.textures.receive(ui.ctx());
        if self.textures.trim() {
            self.cache.forget_meshes();
            self.room.forget_pictures();
        }
        let slow = self.pacing.is_slow();
        if slow != self.session.is_stepped() {
            self.session.apply(Action::SetStepped(slow));
        }
        if self.session.moves() || self.session.visit().is_some() {
            self.session.apply(Action::Tick(seconds));
        }
        if self.text.language() != self.session.language() {
            self.text = Text::for_atlas(self.session.language(), self.session.whole().atlas());
            self.presenter.change_language(&self.session);
        }
        if self.help {
            // The help page is read first, so that Esc closes it and not what is below it.
            self.help = self.help_ui(ui, unit);
        }
        if self.asks_kiosk {
            let answer = kiosk::question(ui.ctx(), &self.text, &self.paper, unit);
            self.asks_kiosk = answer.is_none();
            if answer == Some(true) {
                self.session.apply(Action::SetSkin(Skin::Kiosk));
            }
        }
        let mut acted = self.read_keys(ui.ctx());
        let mut hover_areas = Vec::new();
        let (actions, window_commands) = self.panels(ui, whole, unit, &mut hover_areas);
        acted |= self.act(ui.ctx(), actions, window_commands);
        self.dialogs(ui.ctx(), unit);
        let now = ui.input(|i| i.time);
        if let Some(wait) = self.desktop.editor.keep_copy(now, false) {
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(wait));
        }
        if self.desktop.list.has_news() {
            let words = desk::fault(&self.text, &self.desktop.list);
            self.toast = words.map(toast::Toast::long);
        }
        self.toast_ui(ui, unit);
        acted |= self.present(ui.ctx());
        if self.cache.is_behind() {
            ui.ctx().request_repaint();
        }
        self.plan(ui.ctx(), acted);
        let skips_moves = self.session.skin() == Skin::Explore;
        let pointer = ui.input(|i| i.pointer.latest_pos());
        self.pacing.end_panels(hover_areas, skips_moves, pointer);
    }

    /// Reads the keys of a frame and carries out what they ask for. Returns whether there was
    /// anything.
    fn read_keys(&mut self, ctx: &egui::Context) -> bool {
        let lectures = self.session.skin() == Skin::Lecture;
        // Ctrl+Q asks before it ends a lecture and does nothing in a kiosk. The size of everything
        // follows the window, so the toolkit's own zoom is off.
        let is_whole = self.session.skin() != Skin::Explore;
        if ctx.options(|o| o.zoom_with_keyboard || o.quit_shortcuts.is_empty() != is_whole) {
            ctx.options_mut(|o| {
                o.zoom_with_keyboard = false;
                let quit = egui::Options::default().quit_shortcuts;
                o.quit_shortcuts = if is_whole { Vec::new() } else { quit };
            });
        }
        if self.machine.as_ref().is_some_and(|m| m.is_operated()) {
            return false;
        }
        let (mut actions, mut window_commands) = (Vec::new(), Vec::new());
        if lectures {
            if self.session.lecture().is_none() {
                // The form of the window alone was asked for.
                window_commands.push(WindowCommand::Lecture(lecture::Order::Begin));
            } else if self.room.read(ctx, &self.session, &mut actions) {
                return self.act(ctx, actions, window_commands);
            }
        } else if self.asks() || self.help {
            return false;
        } else if self.session.skin() == Skin::Explore {
            if self.escapes(ctx) {
                return true;
            }
            let orders = self.desktop.editor.read(ctx).into_iter();
            window_commands.extend(orders.map(WindowCommand::Tour));
        }
        let writing = &mut self.desktop.writing;
        keys::read(
            ctx,
            &self.session,
            writing,
            &mut actions,
            &mut window_commands,
        );
        self.act(ctx, actions, window_commands)
    }

    /// Seconds since the previous frame; 0 in a second pass.
    fn seconds_passed(&mut self, ctx: &egui::Context) -> f64 {
        let now = ctx.input(|i| i.time);
        let before = self.drawn_at.replace(now).unwrap_or(now);
        let passed = (now - before).max(0.0);
        if self.session.visit().is_some() {
            // A kiosk counts every second since the last touch. It takes no more than one step in
            // a frame, whatever time has passed.
            passed
        } else {
            passed.min(self.planned_s + LATE_S)
        }
    }

    /// Keeps the presenter's window where there is one. Returns whether it asked for anything.
    fn present(&mut self, ctx: &egui::Context) -> bool {
        if self.session.skin() != Skin::Lecture {
            self.presenter.close();
            return false;
        }
        let actions = self.presenter.window(ctx, &self.session, &self.pacing);
        self.act(ctx, actions, Vec::new())
    }

    /// Draws the panels of the skin. Returns what they asked for.
    fn panels(
        &mut self,
        ui: &mut egui::Ui,
        whole: egui::Rect,
        unit: f32,
        hover_areas: &mut Vec<HoverArea>,
    ) -> (Vec<Action>, Vec<WindowCommand>) {
        let (mut actions, mut window_commands) = (Vec::new(), Vec::new());
        let skin = self.session.skin();
        if skin == Skin::Lecture && self.presenter.is_in_place() {
            return (self.presenter.in_place(ui, &self.session), window_commands);
        }
        let theme = match skin {
            Skin::Explore => self.desktop.layout.theme(&self.paper, &self.contrast),
            Skin::Lecture => &self.projector,
            Skin::Kiosk if self.session.visit().is_some_and(access::wants_contrast) => {
                &self.contrast
            }
            Skin::Kiosk => &self.night,
        };
        // The panels of the research skin cover the window, so a background would be painted in
        // vain.
        if skin != Skin::Explore {
            let page = crate::paint::screen::color(theme.page);
            ui.painter().rect_filled(whole, 0.0, page);
        }
        let situation = Arc::clone(self.session.situation());
        let mut panel = Panel {
            session: &self.session,
            situation: &situation,
            text: &self.text,
            theme,
            textures: &mut self.textures,
            cache: &mut self.cache,
            hover_areas,
            actions: &mut actions,
            window_commands: &mut window_commands,
        };
        match skin {
            Skin::Explore => explore::ui(ui, &mut panel, whole, unit, &mut self.desktop),
            Skin::Lecture => lecture::ui(ui, &mut panel, whole, &mut self.room),
            // The operator's page covers the window, and its touches are not a visitor's.
            Skin::Kiosk if self.machine.as_ref().is_some_and(|m| m.is_operated()) => {}
            Skin::Kiosk => kiosk::ui(ui, &mut panel, whole, &mut self.kiosk),
        }
        access::announce(ui, &mut panel);
        access::focus_ring(ui, &panel, unit);
        (actions, window_commands)
    }

    /// Carries out what was asked for. Returns whether there was anything.
    fn act(
        &mut self,
        ctx: &egui::Context,
        actions: Vec<Action>,
        window_commands: Vec<WindowCommand>,
    ) -> bool {
        let acted = !actions.is_empty() || !window_commands.is_empty();
        for window_command in window_commands {
            self.handle(ctx, window_command);
        }
        let before = self.session.day();
        let jumped = actions
            .iter()
            .any(|a| matches!(a, Action::NextChange | Action::PreviousChange));
        for action in actions {
            if is_of_reader(&action) {
                self.desktop.editor.note_session_changed();
            }
            self.session.apply(action);
        }
        if jumped && before != self.session.day() && self.session.skin() == Skin::Explore {
            self.toast(self.text.date_in_full(self.session.day()));
        }
        acted
    }

    fn fullscreen(ctx: &egui::Context, on: bool) {
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(on));
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        if let Some(machine) = &self.machine {
            machine.begin_frame(ui.ctx());
        }
        let before = clock::thread_cpu();
        self.frame(ui);
        let is_idle = self.session.visit().is_some_and(Visit::is_attract);
        if let Some(machine) = &mut self.machine {
            let cpu = clock::thread_cpu().saturating_sub(before);
            let words = (&self.text, &self.night);
            machine.frame(ui, &self.session, words, cpu, is_idle);
        }
        let fills_screen = match self.session.skin() {
            Skin::Explore => false,
            Skin::Lecture => !self.room.windowed,
            Skin::Kiosk => true,
        };
        if self.is_fullscreen != Some(fills_screen) {
            // Told at the first frame too: a program that was killed in a lecture left a window of
            // the screen's size to be restored.
            Self::fullscreen(ui.ctx(), fills_screen);
            self.is_fullscreen = Some(fills_screen);
        } else if std::mem::take(&mut self.takes_screen) {
            ui.ctx()
                .send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        } else if !fills_screen {
            monitors::bring_back(ui.ctx(), &self.pacing);
        }
    }

    /// Adds the pointer position that was not passed on to egui. Where frames are slow, it also makes
    /// a notch of the wheel scroll within one frame.
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw: &mut egui::RawInput) {
        if self.machine.is_some() {
            // The pictures on the screen need as much as the screen.
            let shown = raw.screen_rect.map_or(0.0, |rect| rect.size().max_elem());
            let pixels = (shown * ctx.pixels_per_point()) as usize;
            let [least, most] = LETTERS_TEXTURE;
            let side = clamped(pixels.next_power_of_two(), least, most);
            raw.max_texture_side = raw.max_texture_side.map(|most| most.min(side));
        }
        if let Some(pointer) = self.pacing.take_untold() {
            raw.events.insert(0, egui::Event::PointerMoved(pointer));
        }
        raw.events.extend(self.presenter.take_keys());
        if !self.session.is_stepped() {
            return;
        }
        let events = std::mem::take(&mut raw.events);
        raw.events
            .extend(events.into_iter().flat_map(wheel::in_small_steps));
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        self.background()
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        // Seconds of the toolkit's clock do not matter here: the copy is made at once.
        self.desktop.editor.keep_copy(0.0, true);
        if self.session.skin() != Skin::Kiosk {
            storage.set_string(settings::SESSION, self.session.state_to_remember());
            storage.set_string(settings::LAYOUT, self.desktop.layout.to_string());
            storage.set_string(settings::LANGUAGE, self.session.language().to_owned());
            // A folder whose name is no text is not remembered.
            if let Some(folder) = self.saver.folder().to_str() {
                storage.set_string(settings::FOLDER, folder.to_owned());
            }
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn auto_save_interval(&self) -> std::time::Duration {
        settings::SAVED_AFTER
    }
}

#[cfg(test)]
mod tests;
