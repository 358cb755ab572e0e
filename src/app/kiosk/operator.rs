//! The operator's page of a kiosk: a press of three seconds in the corner, a PIN, and then how the
//! machine does, what visitors did, and what may be changed on the spot. Visitors never see it.

use std::time::Duration;

use eframe::egui;
use egui::{Align2, Area, Id, Order, Pos2, Rect, Sense, pos2, vec2};

use crate::app::clock;
use crate::app::widgets::Button;
use crate::kiosk::{
    Attempts, HEARTBEAT, Hour, Report, Request, Setting, WindowSettings, use_of_day,
};
use crate::load::files;
use crate::paint::screen::{color, face};
use crate::scene::Theme;
use crate::text::Text;

/// Side of the corner that is pressed, in millimetres.
const CORNER_MM: f32 = 30.0;
/// Seconds for which it is pressed.
const PRESS_S: f64 = 3.0;
/// Height of a button and of a line of text, in millimetres.
const BUTTON_MM: f32 = 22.0;
const LINE_MM: f32 = 9.0;
const GAP_MM: f32 = 4.0;
/// Width of the page, in millimetres.
const PAGE_MM: f32 = 330.0;
/// Digits of a PIN at most.
const MOST_DIGITS: usize = 12;
/// Seconds without a touch after which the page closes.
const LEFT_S: f64 = 60.0;
/// Seconds for which the glass can be cleaned.
const CLEAN_S: f64 = 60.0;
/// Seconds between two looks at the supervisor's report.
const LOOK_S: f64 = 2.0;
/// The idle times to choose, in seconds.
const IDLE_S: [f64; 3] = [60.0, 90.0, 120.0];

/// What the page tells beside the supervisor's report.
pub(in crate::app) struct Health<'a> {
    /// Processor time of the last frames.
    pub(in crate::app) frames: &'a [Duration],
    /// Title of the atlas that is shown.
    pub(in crate::app) title: &'a str,
}

/// What is open.
#[derive(Debug, Clone, PartialEq)]
enum Page {
    Closed,
    /// The digits so far.
    Pin(String),
    Open {
        /// Whether the operator is asked before the kiosk is closed.
        asks: bool,
    },
    /// Touches do nothing until that second.
    Cleaning {
        until_s: f64,
    },
}

/// The operator's page.
pub(in crate::app) struct Operator {
    settings: WindowSettings,
    page: Page,
    attempts: Attempts,
    /// Since when the corner is pressed.
    pressed_s: Option<f64>,
    /// Whether this press has opened the page already: something that sticks to the glass must not open it
    /// again.
    has_opened: bool,
    touched_s: f64,
    looked_s: f64,
    report: Report,
    today: Hour,
    /// What was last asked for, as a message for the operator.
    told: Option<&'static str>,
}

impl Operator {
    pub(in crate::app) fn new(settings: &WindowSettings) -> Self {
        Self {
            settings: settings.clone(),
            page: Page::Closed,
            attempts: Attempts::default(),
            pressed_s: None,
            has_opened: false,
            touched_s: 0.0,
            looked_s: f64::NEG_INFINITY,
            report: settings.report.clone(),
            today: Hour::default(),
            told: None,
        }
    }

    pub(in crate::app) fn is_open(&self) -> bool {
        self.page != Page::Closed
    }

    /// Draws the page where it is open. Returns what the operator asks for.
    pub(in crate::app) fn ui(
        &mut self,
        ui: &egui::Ui,
        text: &Text,
        theme: &Theme,
        health: &Health<'_>,
    ) -> Vec<Request> {
        let ctx = ui.ctx();
        let now_s = ui.input(|i| i.time);
        let whole = ctx.content_rect();
        let mm = whole.width() / self.settings.config.screen.width_mm.max(1.0);
        self.watch_corner(ui, whole, mm, now_s);
        // Something that lies on the glass, and trembles, is not the operator.
        if ui.input(|i| i.events.iter().any(is_deed)) {
            self.touched_s = now_s;
        }
        match self.page {
            Page::Closed => return Vec::new(),
            Page::Cleaning { until_s } if now_s >= until_s => {
                self.page = Page::Open { asks: false }
            }
            Page::Pin(_) | Page::Open { .. } if now_s - self.touched_s > LEFT_S => {
                self.page = Page::Closed;
                return Vec::new();
            }
            _ => {}
        }
        ctx.request_repaint_after(Duration::from_millis(500));
        let mut requests = Vec::new();
        Area::new(Id::unique("operator"))
            .order(Order::Debug)
            .fixed_pos(whole.min)
            .show(ctx, |ui| {
                ui.allocate_rect(whole, Sense::click_and_drag());
                ui.painter().rect_filled(whole, 0.0, color(theme.page));
                let sheet = Sheet {
                    whole,
                    mm,
                    text,
                    theme,
                };
                match self.page.clone() {
                    Page::Closed => {}
                    Page::Pin(digits) => self.pin(ui, &sheet, digits, now_s),
                    Page::Open { asks } => {
                        self.look(now_s);
                        requests = self.open(ui, &sheet, health, asks, now_s);
                    }
                    Page::Cleaning { until_s } => {
                        let left = format!("{:.0}", (until_s - now_s).ceil());
                        let words = text.with("operator-cleaning", &[("seconds", &left)]);
                        sheet.line(ui, whole.center(), Align2::CENTER_CENTER, &words);
                    }
                }
            });
        requests
    }

    /// Opens the page of the PIN after a long press in the upper left corner. Without a PIN in the
    /// configuration there is no page.
    fn watch_corner(&mut self, ui: &egui::Ui, whole: Rect, mm: f32, now_s: f64) {
        let corner = Rect::from_min_size(whole.min, vec2(CORNER_MM, CORNER_MM) * mm);
        let is_pressed = ui.input(|i| {
            let at = [i.pointer.press_origin(), i.pointer.latest_pos()];
            i.pointer.primary_down() && at.iter().all(|p| p.is_some_and(|p| corner.contains(p)))
        });
        if !is_pressed {
            (self.pressed_s, self.has_opened) = (None, false);
        }
        let has_page = !self.settings.config.operator.pin.is_empty();
        if !is_pressed || self.has_opened || self.is_open() || !has_page {
            return;
        }
        let since = *self.pressed_s.get_or_insert(now_s);
        if now_s - since >= PRESS_S {
            self.page = Page::Pin(String::new());
            self.has_opened = true;
            self.touched_s = now_s;
            self.told = None;
        }
        ui.ctx().request_repaint_after(Duration::from_millis(200));
    }

    /// Reads the supervisor's report and the counts of the day from time to time.
    fn look(&mut self, now_s: f64) {
        if now_s - self.looked_s < LOOK_S {
            return;
        }
        self.looked_s = now_s;
        let Some(folder) = &self.settings.folder else {
            return;
        };
        let bytes = files::read_file_if_present(&folder.join(HEARTBEAT));
        if let Some(report) = bytes.ok().flatten().and_then(|b| Report::read(&b).ok()) {
            self.report = report;
        }
        let csv = &self.settings.config.counts.path;
        self.today = use_of_day(csv.as_ref(), folder, clock::today());
    }

    fn pin(&mut self, ui: &mut egui::Ui, sheet: &Sheet<'_>, mut digits: String, now_s: f64) {
        let mm = sheet.mm;
        let (button, step) = (BUTTON_MM * mm, (BUTTON_MM + GAP_MM) * mm);
        let pad = Rect::from_center_size(
            sheet.whole.center(),
            vec2(2.0 * step + button, 3.0 * step + button),
        );
        let wait = self.attempts.wait_s(now_s).ceil();
        let above = pad.center_top() - vec2(0.0, 2.0 * LINE_MM * mm);
        let words = if wait > 0.0 {
            let wait = format!("{wait:.0}");
            sheet.text.with("operator-wait", &[("seconds", &wait)])
        } else if digits.is_empty() {
            sheet.text.get(self.told.unwrap_or("operator-pin"))
        } else {
            "• ".repeat(digits.len())
        };
        sheet.line(ui, above, Align2::CENTER_CENTER, &words);
        let (ok, back) = (
            sheet.text.get("operator-ok"),
            sheet.text.get("operator-close"),
        );
        let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", &back, "0", &ok];
        for (i, key) in keys.into_iter().enumerate() {
            let at = pad.min + vec2((i % 3) as f32, (i / 3) as f32) * step;
            // The way back has words, which take the width of all digits.
            let rect = if i == 9 {
                let below = pad.left_bottom() + vec2(0.0, GAP_MM * mm);
                Rect::from_min_size(below, vec2(pad.width(), button))
            } else {
                Rect::from_min_size(at, vec2(button, button))
            };
            let size = if i == 9 || i == 11 { 5.0 } else { 9.0 };
            if !Button::words(rect, key, size * mm)
                .show(ui, sheet.theme, key)
                .clicked()
            {
                continue;
            }
            match i {
                9 => {
                    self.page = Page::Closed;
                    return;
                }
                11 => {
                    let hash = &self.settings.config.operator.pin;
                    if self.attempts.try_pin(&digits, hash, now_s) {
                        self.page = Page::Open { asks: false };
                        self.looked_s = f64::NEG_INFINITY;
                        self.told = None;
                        return;
                    }
                    self.told = Some("operator-wrong");
                    digits.clear();
                }
                _ if digits.len() < MOST_DIGITS => digits.push_str(key),
                _ => {}
            }
        }
        self.page = Page::Pin(digits);
    }

    fn open(
        &mut self,
        ui: &mut egui::Ui,
        sheet: &Sheet<'_>,
        health: &Health<'_>,
        asks: bool,
        now_s: f64,
    ) -> Vec<Request> {
        let mm = sheet.mm;
        let width = (PAGE_MM * mm).min(sheet.whole.width() - 2.0 * GAP_MM * mm);
        let left = sheet.whole.center().x - width / 2.0;
        let buttons = self.buttons(sheet, asks);
        let columns = 3;
        let button = vec2(
            (width - (columns - 1) as f32 * GAP_MM * mm) / columns as f32,
            BUTTON_MM * mm,
        );
        let rows = buttons.len().div_ceil(columns);
        let height = rows as f32 * (BUTTON_MM + GAP_MM) * mm;
        let top = sheet.whole.bottom() - height - GAP_MM * mm;
        let mut y = sheet.whole.top() + 2.0 * GAP_MM * mm;
        for line in self.lines(sheet.text, health) {
            if y > top - LINE_MM * mm {
                break;
            }
            y = sheet.paragraph(ui, pos2(left, y), width, top, &line);
        }
        let mut requests = Vec::new();
        for (i, (deed, label, is_on)) in buttons.into_iter().enumerate() {
            let step = button + vec2(GAP_MM, GAP_MM) * mm;
            let at = pos2(left, top) + vec2((i % columns) as f32, (i / columns) as f32) * step;
            let rect = Rect::from_min_size(at, button);
            let shown = Button::words(rect, &label, 5.5 * mm).selected(is_on);
            if shown.show(ui, sheet.theme, &label).clicked() {
                requests.extend(self.act(deed, now_s));
            }
        }
        requests
    }

    /// The buttons of the page: what each does, its label, and whether it is on.
    fn buttons(&self, sheet: &Sheet<'_>, asks: bool) -> Vec<(Deed, String, bool)> {
        let text = sheet.text;
        if asks {
            return vec![
                (Deed::Ask(false), text.get("operator-stay"), false),
                (Deed::Close, text.get("operator-close"), false),
                (
                    Deed::Request(Request::ShutDown),
                    text.get("operator-shut-down-now"),
                    false,
                ),
            ];
        }
        let config = &self.settings.config;
        let low = config.screen.low_reach;
        let mut all = vec![(
            Deed::Request(Request::Set(Setting::LowReach(!low))),
            text.get("operator-low-reach"),
            low,
        )];
        for seconds in IDLE_S {
            let shown = format!("{seconds:.0}");
            all.push((
                Deed::Request(Request::Set(Setting::IdleAfterS(seconds))),
                text.with("operator-idle", &[("seconds", &shown)]),
                config.idle.after_s == seconds,
            ));
        }
        let name = |key: &str| text.get(key);
        all.extend([
            (Deed::Clean, name("operator-clean"), false),
            (
                Deed::Request(Request::Export),
                name("operator-export"),
                false,
            ),
            (
                Deed::Request(Request::Reload),
                name("operator-reload"),
                false,
            ),
            (Deed::Ask(true), name("operator-shut-down"), false),
            (Deed::Close, name("operator-close"), false),
        ]);
        all
    }

    fn act(&mut self, deed: Deed, now_s: f64) -> Option<Request> {
        match deed {
            Deed::Ask(asks) => self.page = Page::Open { asks },
            Deed::Close => self.page = Page::Closed,
            Deed::Clean => {
                let until_s = now_s + CLEAN_S;
                self.page = Page::Cleaning { until_s };
            }
            Deed::Request(request) => {
                self.told = Some(match request {
                    Request::Export => "operator-exported",
                    _ => "operator-asked",
                });
                return Some(request);
            }
        }
        None
    }

    /// How the machine does, what visitors did, and what is wrong.
    fn lines(&self, text: &Text, health: &Health<'_>) -> Vec<String> {
        let report = &self.report;
        let mut frames = health.frames.to_vec();
        frames.sort();
        let ms = |d: Option<&Duration>| {
            d.map_or_else(String::new, |d| format!("{:.0}", d.as_secs_f64() * 1e3))
        };
        let (middle, most) = (ms(frames.get(frames.len() / 2)), ms(frames.last()));
        let memory = report.memory_bytes.map_or_else(
            || "–".to_owned(),
            |bytes| (bytes / (1024 * 1024)).to_string(),
        );
        let uptime = report.uptime_s;
        let (days, hours) = (uptime / 86_400, uptime / 3600 % 24);
        let (days, hours) = (days.to_string(), hours.to_string());
        let minutes = (uptime / 60 % 60).to_string();
        let restarts = report.restarts.to_string();
        let mut lines = Vec::new();
        lines.extend(self.told.map(|key| text.get(key)));
        lines.push(text.with(
            "operator-uptime",
            &[
                ("version", report.version.as_str()),
                ("days", &days),
                ("hours", &hours),
                ("minutes", &minutes),
                ("restarts", &restarts),
            ],
        ));
        lines.push(text.with(
            "operator-work",
            &[("memory", &memory), ("median", &middle), ("most", &most)],
        ));
        let folder = match report.atlas.as_str() {
            "" => text.get("operator-built-in"),
            folder => folder.to_owned(),
        };
        let showing = match report.showing.as_str() {
            "last-good" => "operator-showing-last-good",
            "built-in" if !report.atlas.is_empty() => "operator-showing-built-in",
            _ => "operator-showing-wanted",
        };
        lines.push(text.with(
            "operator-atlas",
            &[("title", health.title), ("folder", &folder)],
        ));
        lines.push(text.get(showing));
        let visits = self.today.visits.to_string();
        let mean = self.today.seconds.checked_div(self.today.visits);
        let mean = mean.unwrap_or_default().to_string();
        lines.push(text.with("operator-today", &[("visits", &visits), ("seconds", &mean)]));
        let list = |key: &str, all: &[String]| {
            (!all.is_empty()).then(|| text.with(key, &[("list", &all.join("; "))]))
        };
        lines.extend(list("operator-refused", &report.atlas_refused));
        lines.extend(list("operator-faults", &report.config_faults));
        lines.extend(list("operator-not-written", &report.not_written));
        if let Some(failure) = &report.last_failure {
            lines.push(text.with("operator-failure", &[("failure", failure)]));
        }
        lines
    }
}

/// Whether an event is that of somebody who uses the page.
fn is_deed(event: &egui::Event) -> bool {
    use egui::{Event, TouchPhase};
    match event {
        Event::Key { pressed, .. } | Event::PointerButton { pressed, .. } => *pressed,
        Event::Touch { phase, .. } => *phase == TouchPhase::Start,
        _ => false,
    }
}

/// What a button of the page does.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Deed {
    /// Asks before the kiosk is closed, or no longer.
    Ask(bool),
    Close,
    Clean,
    Request(Request),
}

/// Where and how the page is drawn.
struct Sheet<'a> {
    whole: Rect,
    /// Points in a millimetre.
    mm: f32,
    text: &'a Text,
    theme: &'a Theme,
}

impl Sheet<'_> {
    fn line(&self, ui: &egui::Ui, at: Pos2, align: Align2, words: &str) {
        let font = face("regular", 7.0 * self.mm);
        ui.painter()
            .text(at, align, words, font, color(self.theme.ink));
    }

    /// Draws a paragraph above `bottom`. Returns where the next one begins.
    fn paragraph(&self, ui: &egui::Ui, at: Pos2, width: f32, bottom: f32, words: &str) -> f32 {
        let font = face("regular", 6.5 * self.mm);
        let painter = ui.painter().with_clip_rect(Rect::from_min_max(
            self.whole.min,
            pos2(self.whole.right(), bottom),
        ));
        let galley = painter.layout(words.to_owned(), font, color(self.theme.ink), width);
        let next = at.y + galley.size().y + 2.0 * self.mm;
        painter.galley(at, galley, color(self.theme.ink));
        next
    }
}

#[cfg(test)]
mod tests {
    use egui::{Event, Modifiers, PointerButton, RawInput};

    use super::*;

    /// A frame at a second, in which something is pressed or released in the corner.
    fn frame(ctx: &egui::Context, operator: &mut Operator, now_s: f64, pressed: Option<bool>) {
        let whole = Rect::from_min_size(Pos2::ZERO, vec2(700.0, 400.0));
        let event = |pressed| Event::PointerButton {
            pos: pos2(5.0, 5.0),
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let raw = RawInput {
            time: Some(now_s),
            screen_rect: Some(whole),
            events: pressed.map(event).into_iter().collect(),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(raw, |ui| operator.watch_corner(ui, whole, 1.0, now_s));
        // The toolkit refuses to drop textures that nobody has taken.
        output.textures_delta.clear();
    }

    #[test]
    fn what_sticks_to_the_corner_opens_the_page_once() {
        let mut settings = WindowSettings::default();
        settings.config.operator.pin = "hash".to_owned();
        let (ctx, mut operator) = (egui::Context::default(), Operator::new(&settings));
        frame(&ctx, &mut operator, 0.0, Some(true));
        frame(&ctx, &mut operator, 2.0, None);
        assert!(!operator.is_open());
        frame(&ctx, &mut operator, 3.1, None);
        assert!(operator.is_open());
        operator.page = Page::Closed;
        frame(&ctx, &mut operator, 70.0, None);
        frame(&ctx, &mut operator, 90.0, None);
        assert!(!operator.is_open());
        for (now_s, pressed) in [(91.0, Some(false)), (92.0, Some(true)), (95.1, None)] {
            frame(&ctx, &mut operator, now_s, pressed);
        }
        assert!(operator.is_open());
        let rests = Event::PointerMoved(pos2(5.0, 6.0));
        assert!(!is_deed(&rests), "trembling keeps no page open");
    }
}
