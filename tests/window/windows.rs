//! The window in every shape and over time: sizes from 200 × 200 on, drags, a kiosk left alone, and rest. No
//! pixels, no display; the clock is the test's own.

use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use araxes::app::App;
use araxes::session::{Action, Session, Skin, VisitScreen};
use araxes::timeline::Timeline;
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

struct Window {
    harness: Harness<'static, Option<App>>,
    /// Seconds since the window was opened.
    time: f64,
}

/// A session of the tiny invented world, made once.
fn session(day: &str) -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let files = araxes::load::files::read_folder(Path::new("tests/fixtures/good"));
        let atlas = araxes::load::load(&files.expect("the good package")).atlas;
        let timeline = Timeline::new(Arc::new(atlas.expect("a clean package")));
        Session::new(Arc::new(timeline), "en")
    });
    let mut session = SESSION.clone();
    session.apply(Action::Jump(day.parse().expect("a day")));
    session.apply(Action::EndMotion);
    session
}

impl Window {
    fn open(session: Session, size: (f32, f32)) -> Self {
        let mut session = Some(session);
        let harness = Harness::builder()
            .with_size(vec2(size.0, size.1))
            .build_ui_state(
                move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                    // Fonts are there from the next frame on.
                    None => *app = session.take().map(|s| App::of(ui.ctx(), s)),
                    Some(app) => app.frame(ui),
                },
                None,
            );
        let mut window = Self { harness, time: 1.0 };
        window.frames(4);
        window
    }

    fn session(&self) -> &Session {
        self.harness.state().as_ref().expect("a window").session()
    }

    fn day(&self) -> String {
        self.session().day().to_string()
    }

    /// One frame, so many seconds after the last one.
    fn later(&mut self, seconds: f64) {
        self.time += seconds;
        self.harness.input_mut().time = Some(self.time);
        self.harness.step();
    }

    /// Frames at sixty a second.
    fn frames(&mut self, count: usize) {
        (0..count).for_each(|_| self.later(1.0 / 60.0));
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.frames(3);
    }

    fn event(&mut self, event: egui::Event) {
        self.harness.event(event);
        self.frames(1);
    }

    fn pointer(&mut self, at: Pos2, pressed: bool) {
        self.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }

    /// Presses at the first of the points, moves through the others and lets go at the last.
    fn drag(&mut self, points: &[Pos2]) {
        self.event(egui::Event::PointerMoved(points[0]));
        self.pointer(points[0], true);
        for at in points {
            self.event(egui::Event::PointerMoved(*at));
        }
        self.pointer(points[points.len() - 1], false);
        self.frames(2);
    }

    fn time_line(&self) -> Rect {
        let slider = By::new().role(Role::Slider).label("Date");
        self.harness.get(slider).rect()
    }

    /// After how long the window wants to be drawn again of itself.
    fn next_frame(&self) -> Duration {
        let views = self.harness.output().viewport_output.values();
        views
            .map(|v| v.repaint_delay)
            .min()
            .unwrap_or(Duration::MAX)
    }

    /// Draws until nothing moves any more; how many frames that took.
    fn settle(&mut self) -> usize {
        for count in 0..600 {
            let wait = self.next_frame();
            if wait == Duration::MAX {
                return count;
            }
            self.later(wait.as_secs_f64().max(1.0 / 60.0));
        }
        panic!("still drawing after 600 frames");
    }
}

const SIZES: [(f32, f32); 9] = [
    (200.0, 200.0),
    (200.0, 1200.0),
    (1200.0, 200.0),
    (360.0, 640.0),
    (641.0, 480.0),
    (1080.0, 1920.0),
    (1440.0, 2560.0),
    (5120.0, 700.0),
    (7680.0, 1080.0),
];

#[test]
fn every_size_of_window_lives_in_every_skin_and_view() {
    for skin in [Skin::Explore, Skin::Lecture, Skin::Kiosk] {
        let mut session = session("1900-06-01");
        session.apply(Action::SetSkin(skin));
        session.apply(Action::Select(Some("aster".to_owned())));
        let mut window = Window::open(session, SIZES[0]);
        for size in SIZES {
            window.harness.set_size(vec2(size.0, size.1));
            window.frames(2);
            if skin != Skin::Explore {
                continue;
            }
            for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
                window.key(Modifiers::CTRL, view);
            }
            // Open and closed again: the inspector, the second map, small maps, filters, help.
            for key in [Key::I, Key::C, Key::G, Key::F, Key::F1] {
                window.key(Modifiers::NONE, key);
                let close = if matches!(key, Key::F | Key::F1) {
                    Key::Escape
                } else {
                    key
                };
                window.key(Modifiers::NONE, close);
            }
        }
        assert_eq!(window.session().skin(), skin);
    }
}

#[test]
fn a_window_squeezed_and_opened_again_keeps_day_and_map() {
    let mut window = Window::open(session("1900-06-01"), (1600.0, 900.0));
    window.key(Modifiers::NONE, Key::Plus);
    let scale = window.session().viewport().scale;
    for size in [(1.0, 1.0), (200.0, 200.0), (1600.0, 900.0)] {
        window.harness.set_size(vec2(size.0, size.1));
        window.frames(3);
    }
    assert_eq!(window.day(), "1900-06-01");
    let again = window.session().viewport().scale;
    assert!((again / scale - 1.0).abs() < 0.01, "{scale} became {again}");
}

#[test]
fn a_drag_along_the_lanes_moves_the_day_and_is_one_step_of_undo() {
    let mut window = Window::open(session("1900-06-01"), (1600.0, 900.0));
    let line = window.time_line();
    let at = |part: f32| pos2(line.left() + line.width() * part, line.bottom() - 12.0);
    let days: Vec<NaiveDate> = [0.3, 0.5, 0.7, 0.4]
        .into_iter()
        .scan((), |(), part| {
            window.drag(&[at(0.25), at(part)]);
            Some(window.session().day())
        })
        .collect();
    assert!(
        days[0] < days[3] && days[3] < days[1] && days[1] < days[2],
        "{days:?}"
    );
    assert_eq!(window.session().range(), None);
    let mut window = Window::open(session("1900-06-01"), (1600.0, 900.0));
    window.drag(&[at(0.3), at(0.5), at(0.7), at(0.9)]);
    assert_ne!(window.day(), "1900-06-01");
    window.key(Modifiers::CTRL, Key::Z);
    assert_eq!(window.day(), "1900-06-01");
}

#[test]
fn a_drag_beyond_either_end_stops_at_the_span() {
    let mut window = Window::open(session("1900-06-01"), (1600.0, 900.0));
    let line = window.time_line();
    let y = line.bottom() - 12.0;
    window.drag(&[pos2(line.center().x, y), pos2(5000.0, y)]);
    assert_eq!(window.day(), "1900-12-31");
    window.drag(&[pos2(line.center().x, y), pos2(-5000.0, y)]);
    assert_eq!(window.day(), "1900-01-01");
}

#[test]
fn a_drag_above_the_lanes_makes_a_range_whichever_way_it_goes() {
    let mut window = Window::open(session("1900-01-01"), (1600.0, 900.0));
    let line = window.time_line();
    let at = |part: f32| pos2(line.left() + line.width() * part, line.top() + 3.0);
    window.drag(&[at(0.4), at(0.5), at(0.6)]);
    let forward = window.session().range().expect("a range");
    assert!(forward.first < forward.last, "{forward:?}");
    assert!(forward.holds(window.session().day()), "the day lies in it");
    window.drag(&[at(0.6), at(0.5), at(0.4)]);
    let back = window.session().range().expect("a range");
    let near = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() <= 1;
    assert!(
        near(forward.first, back.first) && near(forward.last, back.last),
        "{forward:?} {back:?}"
    );
    window.key(Modifiers::NONE, Key::Backspace);
    assert_eq!(window.session().range(), None);
}

#[test]
fn at_rest_nothing_is_drawn_again() {
    for skin in [Skin::Explore, Skin::Lecture] {
        let mut session = session("1900-06-01");
        session.apply(Action::SetSkin(skin));
        let mut window = Window::open(session, (1600.0, 900.0));
        window.settle();
        for _ in 0..5 {
            window.later(1.0);
            assert_eq!(window.next_frame(), Duration::MAX, "{skin:?}");
        }
    }
}

#[test]
fn after_a_step_a_lens_or_a_click_the_window_comes_to_rest() {
    let mut window = Window::open(session("1900-06-01"), (1600.0, 900.0));
    window.settle();
    for (modifiers, key) in [
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::CTRL, Key::ArrowLeft),
        (Modifiers::NONE, Key::Num3),
        (Modifiers::NONE, Key::Plus),
        (Modifiers::CTRL, Key::L),
    ] {
        window.key(modifiers, key);
        let frames = window.settle();
        // A change lifts, stands and sinks for 0.9 s at sixty frames; a word stands for 2 s at five.
        assert!(frames < 80, "{key:?}: {frames} frames");
        window.later(1.0);
        assert_eq!(window.next_frame(), Duration::MAX, "{key:?}");
    }
}

#[test]
fn playing_goes_at_its_speed_however_seldom_it_is_drawn() {
    let mut window = Window::open(session("1900-09-01"), (1600.0, 900.0));
    window.settle();
    window.key(Modifiers::NONE, Key::Space);
    assert!(window.session().playing());
    let before = window.session().day();
    (0..100).for_each(|_| window.later(0.1));
    let days = (window.session().day() - before).num_days();
    let expected = 10.0 * window.session().speed();
    assert!(
        (days as f64 - expected).abs() <= 1.0,
        "{days} days in ten seconds"
    );
}

/// A kiosk that somebody has touched and left at its question.
fn left_kiosk() -> Window {
    let mut session = session("1900-06-01");
    session.apply(Action::SetSkin(Skin::Kiosk));
    let mut window = Window::open(session, (1920.0, 1080.0));
    let map = pos2(300.0, 300.0);
    window.pointer(map, true);
    window.pointer(map, false);
    let screen = window.session().visit().map(|visit| visit.screen());
    assert_eq!(screen, Some(VisitScreen::Question));
    window
}

#[test]
fn a_kiosk_left_alone_counts_down_and_begins_again() {
    let mut window = left_kiosk();
    let counts = |w: &Window| w.harness.query_by_label_contains("still here").is_some();
    (0..59).for_each(|_| window.later(1.0));
    assert!(!counts(&window), "not yet");
    (0..2).for_each(|_| window.later(1.0));
    assert!(counts(&window));
    (0..28).for_each(|_| window.later(1.0));
    let is_attract = |w: &Window| w.session().visit().is_some_and(|visit| visit.is_attract());
    assert!(!is_attract(&window));
    (0..3).for_each(|_| window.later(1.0));
    assert!(is_attract(&window) && !counts(&window));
    assert_eq!(window.session().skin(), Skin::Kiosk);
}

#[test]
fn a_kiosk_at_rest_is_drawn_once_a_second_for_its_countdown() {
    let mut window = left_kiosk();
    window.frames(120);
    (0..5).for_each(|_| window.later(1.0));
    assert!(
        window.next_frame() >= Duration::from_millis(900),
        "{:?}",
        window.next_frame()
    );
}
