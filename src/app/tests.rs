//! Tests of when the window is drawn.

use std::time::Duration;

use chrono::NaiveDate;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Rect, TouchPhase, vec2};

use super::*;
use crate::timeline::Timeline;

mod fit;

const SIZE: egui::Vec2 = vec2(1600.0, 900.0);

/// An egui context without a window. Tests run its frames as the event loop would.
struct Window {
    app: App,
    ctx: egui::Context,
    time: f64,
    /// Processor time of every frame.
    cpu: Duration,
}

impl Window {
    fn open() -> Self {
        let atlas = crate::load::load(&crate::load::files::builtin()).atlas;
        let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
        let ctx = egui::Context::default();
        let mut app = App::of(&ctx, Session::new(Arc::new(timeline), "en"));
        app.pacing = Pacing::default();
        app.pacing.observe(&ctx, |_| {});
        let mut window = Self {
            app,
            ctx,
            time: 0.0,
            cpu: Duration::from_millis(1),
        };
        // Many records change on this day.
        let day = NaiveDate::from_ymd_opt(1920, 6, 25).expect("a day");
        window.app.session.apply(Action::Jump(day));
        window.app.session.apply(Action::EndMotion);
        // Glyphs, sizes and layers settle in the first frames.
        for _ in 0..4 {
            window.frame(0.1, Vec::new());
        }
        window
    }

    /// Runs a frame, `seconds` after the previous one. Returns the delay of the next requested
    /// frame.
    fn frame(&mut self, seconds: f64, events: Vec<Event>) -> Option<Duration> {
        self.time += seconds;
        let mut input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            ..Default::default()
        };
        self.app.pacing.begin_frame();
        eframe::App::raw_input_hook(&mut self.app, &self.ctx, &mut input);
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        output.textures_delta.clear();
        let wanted = self.app.pacing.end_frame(self.cpu);
        wanted.into_iter().map(|frame| frame.delay).min()
    }

    fn press(&mut self, key: Key) -> Option<Duration> {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.frame(1.0, vec![event(true), event(false)])
    }

    /// A window whose frames are slow.
    fn slow() -> Self {
        let mut window = Self::open();
        window.cpu = Duration::from_millis(40);
        for _ in 0..4 {
            window.frame(0.1, Vec::new());
        }
        window
    }
}

#[test]
fn a_window_in_which_nothing_moves_asks_for_no_frame() {
    let mut window = Window::open();
    assert_eq!(window.frame(1.0, Vec::new()), None);
    let pointer = Event::PointerMoved(Pos2::new(500.0, 400.0));
    let wanted = window.frame(1.0, vec![pointer]);
    assert!(
        wanted.is_none_or(|w| w > Duration::from_millis(100)),
        "at most a tooltip: {wanted:?}"
    );
}

#[test]
fn a_day_is_seen_in_the_frame_of_its_key_and_where_frames_are_slow_one_more_ends_the_glow() {
    let mut window = Window::slow();
    let mut lit = 0;
    for _ in 0..30 {
        let day = window.app.session.day();
        let wanted = window.press(Key::ArrowRight);
        assert!(window.app.session.day() > day);
        assert!(window.app.session.fading().is_none(), "a slow screen cuts");
        assert_eq!(wanted.is_some(), window.app.session.glow().is_some());
        let Some(wanted) = wanted else { continue };
        lit += 1;
        assert!(
            wanted > Duration::from_millis(500),
            "the glow stands: {wanted:?}"
        );
        let ended = window.frame(wanted.as_secs_f64() + 0.01, Vec::new());
        assert!(
            window.app.session.glow().is_none(),
            "the next frame ends it"
        );
        assert_eq!(ended, None);
    }
    assert!(lit > 0, "some day changes something");
}

#[test]
fn motions_run_where_frames_are_quick() {
    let mut window = Window::open();
    let moved = (0..30).any(|_| {
        let wanted = window.press(Key::ArrowRight);
        window.app.session.fading().is_some() && wanted == Some(Duration::ZERO)
    });
    assert!(moved, "some day's step fades");
}

#[test]
fn a_playing_window_is_drawn_once_a_day() {
    let mut window = Window::slow();
    window.press(Key::Space);
    assert!(window.app.session.playing());
    let from = window.app.session.day();
    let mut seconds = 0.0;
    let mut frames = 0;
    let mut wanted = window.frame(0.0, Vec::new());
    while seconds < 10.0 {
        let wait = wanted.expect("it plays on").as_secs_f64();
        seconds += wait;
        frames += 1;
        wanted = window.frame(wait, Vec::new());
    }
    let days = (window.app.session.day() - from).num_days();
    assert!((19..=21).contains(&days), "two days a second: {days}");
    assert!(frames <= 2 * days, "{frames} frames for {days} days");
}

#[test]
fn a_notch_of_the_wheel_is_one_step_where_frames_are_slow() {
    let mut window = Window::slow();
    let at = Pos2::new(500.0, 400.0);
    window.frame(0.1, vec![Event::PointerMoved(at)]);
    let before = window.app.session.viewport().scale;
    let notch = Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 1.0),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    };
    let wanted = window.frame(0.1, vec![notch]);
    let after = window.app.session.viewport().scale;
    assert!(after > before * 1.1, "{before} {after}");
    assert!(
        wanted.is_none_or(|w| w > Duration::from_millis(100)),
        "{wanted:?}"
    );
    window.frame(0.1, Vec::new());
    assert_eq!(
        window.app.session.viewport().scale,
        after,
        "nothing is left of it"
    );
}

#[test]
fn moves_over_the_same_thing_are_left_out_and_told_later() {
    let mut window = Window::open();
    let at = |x: f64, y: f64| (x, y);
    let first = Pos2::new(500.0, 400.0);
    window.frame(0.1, vec![Event::PointerMoved(first)]);
    let free = (0..200).find(|i| {
        let y = 150.0 + 2.0 * f64::from(*i);
        window.frame(0.1, vec![Event::PointerMoved(Pos2::new(500.0, y as f32))]);
        window.app.pacing.leaves_out(at(501.0, y))
    });
    let y = 150.0 + 2.0 * f64::from(free.expect("somewhere two neighbouring points are alike"));
    assert!(
        !window.app.pacing.leaves_out(at(500.0, 880.0)),
        "the time line is not the map"
    );
    assert!(window.app.pacing.leaves_out(at(501.0, y)));
    window.frame(0.1, Vec::new());
    let known = window.ctx.input(|i| i.pointer.latest_pos());
    assert_eq!(
        known,
        Some(Pos2::new(501.0, y as f32)),
        "the next frame knows where it is"
    );
}

/// A file of settings may have been changed by hand, or written by another version.
#[test]
fn remembered_layouts_of_any_content_are_drawn_or_left_out() {
    let mut window = Window::open();
    for text in [
        "1e38 1e38 true true 1e38 true",
        "-1e38 0 true true -1 false",
    ] {
        let layout = explore::Layout::read(text);
        window.app.desktop.layout = layout.unwrap_or_else(|| panic!("`{text}` is a layout"));
        window.frame(0.1, Vec::new());
    }
    for text in [
        "",
        " ",
        "NaN 1 true",
        "1 inf true",
        "1 1 yes",
        "true",
        "1 1 true maybe",
        "\0",
    ] {
        assert!(explore::Layout::read(text).is_none(), "`{text}`");
    }
}
