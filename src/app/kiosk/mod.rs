//! The skin for a museum: it plays until touched, and plays again when left alone.
//!
//! `sizes` makes points of millimetres, `layout` says where everything is, `fingers` tells taps from
//! swipes, `page` draws buttons and texts. `screens` has the attract tour and the question;
//! `map_pane`, `story` and `time_band` are the parts of a screen with a map; `controls` are always in
//! sight; `panels` lie over a screen; `tiles` are small pictures of the map. `operator` is the page of
//! those who look after the machine. `question` asks before a kiosk is opened in the research window,
//! `settings` reads the configuration, `shift` moves the picture against burn-in. What is shown is in the session's
//! [`Visit`](crate::session::Visit).

mod controls;
mod fingers;
mod layout;
mod map_pane;
pub(super) mod operator;
mod page;
mod panels;
mod question;
mod screens;
mod settings;
mod shift;
mod sizes;
mod story;
mod tiles;
mod time_band;

use egui::{CursorIcon, Event, FocusDirection, Key, Rect, Ui, pos2};

use super::Panel;
use crate::kiosk::ScreenConfig;
use crate::session::{VisitAction, VisitChoice, VisitScreen};
use fingers::Fingers;
use layout::Layout;
use page::Page;
use sizes::{KioskScreen, Sizes};
use tiles::Tiles;

pub(super) use question::question;
pub(super) use settings::settings_of;

/// Seconds without motion after which the pointer of a mouse is hidden.
const POINTER_S: f32 = 2.0;
/// Most texts of which the page is kept.
const MOST_PAGES: usize = 8;

/// What the window of a kiosk knows and the session does not.
#[derive(Default)]
pub(super) struct Kiosk {
    screen: KioskScreen,
    fingers: Fingers,
    /// For each text that takes several pages: its name, the text, and the page.
    pages: Vec<(String, String, usize)>,
    tiles: Tiles,
    /// Whether the picture moves by a few pixels.
    shifts: bool,
}

impl Kiosk {
    /// Sets the size of the screen and where visitors stand.
    pub(super) fn set_screen(&mut self, screen: &ScreenConfig) {
        self.screen = KioskScreen::of(screen);
        self.shifts = screen.pixel_shift;
    }

    /// The page of a text that is shown, counted from 0.
    fn page_of(&self, name: &str, text: &str) -> usize {
        let known = self.pages.iter().find(|(n, t, _)| n == name && t == text);
        known.map_or(0, |(_, _, page)| *page)
    }

    fn turn_page(&mut self, name: &str, text: &str, page: usize) {
        self.pages.retain(|(known, ..)| known != name);
        self.pages.truncate(MOST_PAGES - 1);
        self.pages
            .insert(0, (name.to_owned(), text.to_owned(), page));
    }
}

/// Draws the skin for a museum.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, kiosk: &mut Kiosk) {
    let Some(visit) = p.session.visit() else {
        return;
    };
    let s = Sizes::new(whole, kiosk.screen, visit.has(VisitChoice::LargerText));
    // The picture that moves is smaller by a few pixels, its letters are not.
    let whole = if kiosk.shifts {
        let (now_s, scale) = (ui.input(|i| i.time), ui.ctx().pixels_per_point());
        shift::shifted(whole, now_s, scale)
    } else {
        whole
    };
    let (events, now_s) = ui.input(|i| (i.events.clone(), i.time));
    kiosk.fingers.read(&events, now_s, s.mm);
    kiosk.tiles.begin_frame();
    let has_key = keys(ui, &events);
    let is_somebody = kiosk.fingers.is_active || has_key;
    let countdown = visit.countdown_s();
    let mut page = Page {
        is_live: countdown.is_none(),
        ui,
        p,
        kiosk,
        visit,
        s,
        low_keys: None,
    };
    if is_somebody {
        page.does(VisitAction::Touch);
        if countdown.is_some() {
            page.kiosk.fingers.ignore();
        }
    }
    if visit.is_attract() {
        page.attract(whole);
        if has_key {
            page.does(VisitAction::Begin(visit.language()));
        }
    } else {
        page.visited(whole);
    }
    if let Some(left_s) = countdown {
        page.countdown(whole, left_s);
    }
    hide_pointer(ui, kiosk);
}

impl Page<'_, '_> {
    /// The screens of a visit, with the controls below.
    fn visited(&mut self, whole: Rect) {
        let visit = self.visit();
        let rows = self.control_rows(whole.width());
        let is_low = visit.has(VisitChoice::LowReach);
        let has_chips = visit.screen() == VisitScreen::FreeMap;
        let chips = if has_chips {
            self.chip_words().len()
        } else {
            0
        };
        let layout = Layout::new(whole, self.s, is_low, chips, rows);
        let above = Rect::from_min_max(whole.min, pos2(whole.right(), layout.controls.top()));
        match (visit.panel(), visit.screen()) {
            (Some(panel), _) => {
                let theme = self.p.theme;
                let page = crate::paint::screen::color(theme.page);
                self.ui.painter().rect_filled(above, 0.0, page);
                let top = if is_low { 0.36 * above.height() } else { 0.0 };
                let low = Rect::from_min_max(pos2(above.left(), above.top() + top), above.max);
                self.panel(low, panel);
            }
            (None, VisitScreen::Question) => self.question(above),
            (None, _) => self.map_screen(whole, &layout),
        }
        self.controls(layout.controls);
    }
}

/// Whether a key was pressed. The first one gives a button the focus, from which the arrow keys go on.
fn keys(ui: &Ui, events: &[Event]) -> bool {
    let pressed = events.iter().find_map(|event| match event {
        Event::Key {
            key, pressed: true, ..
        } => Some(*key),
        _ => None,
    });
    let by_reader = events
        .iter()
        .any(|event| matches!(event, Event::AccessKitActionRequest(_)));
    let moves = matches!(
        pressed,
        Some(
            Key::ArrowDown
                | Key::ArrowUp
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Enter
                | Key::Space
        )
    );
    if moves && ui.memory(|m| m.focused().is_none()) {
        ui.memory_mut(|m| m.move_focus(FocusDirection::Next));
    }
    pressed.is_some() || by_reader
}

/// Hides the pointer on a touch screen, and that of a mouse when it has not moved for a while.
fn hide_pointer(ui: &Ui, kiosk: &Kiosk) {
    let still_s = ui.input(|i| i.pointer.time_since_last_movement());
    if kiosk.fingers.is_touch || still_s >= POINTER_S {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    }
}
