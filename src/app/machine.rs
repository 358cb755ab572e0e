//! A kiosk as a machine: the beats for its supervisor, the refusal of close requests, the hours in
//! which the screen is on, and the operator's page. What visitors see is drawn elsewhere.

use std::collections::VecDeque;
use std::io::Write as _;
use std::time::Duration;

use eframe::egui;
use egui::{Color32, Id, LayerId, Order, Sense, ViewportCommand};

use super::beat::Beat;
use super::clock;
use super::kiosk::operator::{Health, Operator};
use crate::kiosk::{KioskConfig, Request, Seen, WindowSettings};
use crate::scene::Theme;
use crate::session::{Session, Visit, VisitCard, VisitScreen};
use crate::text::Text;

/// Frames whose own work is kept for the operator's page.
const FRAMES: usize = 600;
/// Processor time of a frame from which the log of the supervisor tells what was shown.
const LONG_WORK: Duration = Duration::from_millis(100);
/// Seconds between two requests for the full screen, and how many follow one another at most.
const FULL_SCREEN_S: f64 = 4.0;
const FULL_SCREEN_TRIES: u8 = 8;
/// Difference between the window and the screen that does not matter, in points.
const FULL_SCREEN_SLACK: f32 = 2.0;
/// Seconds between two looks at the time of the day.
const HOURS_LOOK_S: f64 = 5.0;

/// The machine side of a kiosk's window.
pub(super) struct Machine {
    settings: WindowSettings,
    /// `None` without a supervisor.
    beat: Option<Beat>,
    operator: Operator,
    /// Processor time of the last frames.
    frames: VecDeque<Duration>,
    /// Brightness of the screen, 0 to 1, and when it was last worked out.
    brightness: f32,
    looked_s: f64,
    /// When the full screen was last asked for, and how often it may still be.
    asked_s: Option<f64>,
    tries: u8,
}

impl Machine {
    /// `beats` says that a supervisor listens.
    pub(super) fn new(settings: WindowSettings, beats: bool) -> Self {
        Self {
            operator: Operator::new(&settings),
            settings,
            beat: beats.then(Beat::default),
            frames: VecDeque::new(),
            brightness: 1.0,
            looked_s: f64::NEG_INFINITY,
            asked_s: None,
            tries: FULL_SCREEN_TRIES,
        }
    }

    /// The configuration.
    pub(super) fn config(&self) -> &KioskConfig {
        &self.settings.config
    }

    /// Whether the supervisor waits for the first picture.
    pub(super) fn is_new(&self) -> bool {
        self.beat.as_ref().is_some_and(Beat::is_new)
    }

    /// Whether the operator's page is open; then nothing else hears a touch or a key.
    pub(super) fn is_operated(&self) -> bool {
        self.operator.is_open()
    }

    /// Before the panels of a frame: outside the hours of the museum they hear nothing.
    pub(super) fn begin_frame(&self, ctx: &egui::Context) {
        if self.brightness < 1.0 && !self.is_operated() {
            ctx.input_mut(|i| i.events.clear());
        }
    }

    /// What is done after the panels of a frame: `cpu` is the processor time that they took, and
    /// `is_idle` says that no visitor is there.
    pub(super) fn frame(
        &mut self,
        ui: &egui::Ui,
        session: &Session,
        (text, theme): (&Text, &Theme),
        cpu: Duration,
        is_idle: bool,
    ) {
        let ctx = ui.ctx();
        // A further pass belongs to the frame of the first one.
        let before = match ctx.current_pass_index() {
            0 => Duration::ZERO,
            _ => self.frames.pop_back().unwrap_or_default(),
        };
        if self.frames.len() >= FRAMES {
            self.frames.pop_front();
        }
        let work = before + cpu;
        self.frames.push_back(work);
        if work > LONG_WORK && self.beat.is_some() {
            tell_long(ctx, session, work);
        }
        let now_s = ui.input(|i| i.time);
        if now_s - self.looked_s >= HOURS_LOOK_S {
            self.looked_s = now_s;
            let (minutes, _) = clock::time_of_day();
            let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
            self.brightness = time.map_or(1.0, |time| self.config().hours.brightness(time));
        }
        if self.brightness < 1.0 {
            dim(ctx, self.brightness);
        }
        let health = Health {
            frames: self.frames.make_contiguous(),
            title: session.whole().atlas().manifest.title.text("en"),
        };
        let requests = self.operator.ui(ui, text, theme, &health);
        let mut is_there = true;
        if let Some(beat) = &mut self.beat {
            requests.into_iter().for_each(|r| beat.request(r));
            is_there = beat.frame(ctx, work, is_idle, seen(session));
        } else if requests.contains(&Request::ShutDown) {
            is_there = false;
        }
        self.refuse_close(ctx, is_there);
        self.keep_full_screen(ctx, now_s);
    }

    /// Asks for the full screen again where the window does not fill it: a window manager that is busy
    /// while the window opens may pass over the first request.
    fn keep_full_screen(&mut self, ctx: &egui::Context, now_s: f64) {
        let (window, screen) = ctx.input(|i| (i.content_rect().size(), i.viewport().monitor_size));
        let Some(screen) = screen else { return };
        let lacks = screen - window;
        if lacks.max_elem() <= FULL_SCREEN_SLACK {
            self.tries = FULL_SCREEN_TRIES;
            self.asked_s = None;
            return;
        }
        let asked_s = *self.asked_s.get_or_insert(now_s);
        if self.tries > 0 && now_s - asked_s >= FULL_SCREEN_S {
            self.tries -= 1;
            self.asked_s = Some(now_s);
            // A request for what the toolkit believes to be so already is not passed on.
            for on in [false, true] {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on));
            }
        }
    }

    /// Keeps the window open against every request, while a supervisor is there.
    fn refuse_close(&self, ctx: &egui::Context, is_there: bool) {
        if !is_there {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else if self.beat.is_some() && ctx.input(|i| i.viewport().close_requested()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }
}

/// Tells on standard error, which the supervisor logs, what a frame showed that took long.
fn tell_long(ctx: &egui::Context, session: &Session, work: Duration) {
    let screen = session.visit().map(Visit::screen);
    let card = session.visit().and_then(Visit::card);
    let letters = ctx.fonts(|fonts| fonts.font_atlas_fill_ratio());
    // Without its supervisor the window closes; nothing more can be told then.
    _ = writeln!(
        std::io::stderr(),
        "a frame took {} ms: {screen:?} on {} with card {card:?}, texture of letters {:.0} % full",
        work.as_millis(),
        session.day(),
        100.0 * letters
    );
}

/// Darkens the whole window and takes its touches.
fn dim(ctx: &egui::Context, brightness: f32) {
    let id = Id::unique("closed-hours");
    let rect = ctx.content_rect();
    egui::Area::new(id)
        .order(Order::Foreground)
        .fixed_pos(rect.min)
        .show(ctx, |ui| {
            ui.allocate_rect(rect, Sense::click_and_drag());
            let night = Color32::BLACK.gamma_multiply(1.0 - brightness);
            let layer = LayerId::new(Order::Foreground, id);
            ctx.layer_painter(layer).rect_filled(rect, 0.0, night);
        });
}

/// What a visitor sees that is counted.
fn seen(session: &Session) -> Vec<Seen> {
    let Some(visit) = session.visit() else {
        return Vec::new();
    };
    let settings = visit.settings();
    let language = settings.languages.get(visit.language()).cloned();
    let mut all: Vec<Seen> = language.into_iter().map(Seen::Language).collect();
    match visit.screen() {
        VisitScreen::Scene(scene) => {
            let tour = settings.scenes.get(scene);
            all.extend(tour.map(|tour| Seen::Scene(tour.id.clone())));
        }
        VisitScreen::FreeMap => all.push(Seen::Lens(session.lens().name().to_owned())),
        VisitScreen::Attract | VisitScreen::Question => {}
    }
    let atlas = session.whole().atlas();
    let target = visit.card().and_then(VisitCard::target);
    let district = target.filter(|id| atlas.district(id).is_some());
    all.extend(district.map(|id| Seen::District(id.to_owned())));
    all
}
