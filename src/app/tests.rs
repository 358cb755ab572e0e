//! Tests of when the window is drawn.

use std::time::Duration;

use chrono::NaiveDate;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Rect, TouchPhase, vec2};

use super::*;
use crate::session::BottomView;
use crate::timeline::{Lens, Timeline};

mod fit;

const SIZE: egui::Vec2 = vec2(1600.0, 900.0);

/// An egui context without a window. Tests run its frames as the event loop would.
struct Window {
    app: App,
    ctx: egui::Context,
    time: f64,
    /// Processor time of every frame.
    cpu: Duration,
    /// What the last frame drew, in drawing order.
    drawn: Vec<egui::epaint::ClippedShape>,
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
            drawn: Vec::new(),
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
        self.drawn = output.shapes;
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

    /// Runs frames until none follows at once. Returns how many there were.
    fn settle(&mut self) -> usize {
        let mut frames = 0;
        while self.app.cache.is_behind() {
            self.frame(0.1, Vec::new());
            frames += 1;
            assert!(frames < 20, "the window never shows what was asked for");
        }
        frames
    }

    /// The texts of the last frame and where they stand, in drawing order.
    fn texts(&self) -> Vec<(&str, Pos2)> {
        self.drawn
            .iter()
            .filter_map(|drawn| match &drawn.shape {
                egui::Shape::Text(text) => Some((text.galley.text(), text.pos)),
                _ => None,
            })
            .collect()
    }

    /// The number of corners and the bounds of the meshes of the last frame, in drawing order.
    fn meshes(&self) -> Vec<(usize, Rect)> {
        self.drawn
            .iter()
            .filter_map(|drawn| match &drawn.shape {
                egui::Shape::Mesh(mesh) => Some((mesh.vertices.len(), mesh.calc_bounds())),
                _ => None,
            })
            .collect()
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

/// Maps and charts that take long are made over several frames: what is asked for is shown after a
/// few, and the same as where one frame makes all.
#[test]
fn work_that_is_spread_over_frames_ends_with_the_same_picture() {
    let (mut whole, mut spread) = (Window::open(), Window::open());
    // Every map and every chart takes longer than this.
    spread.app.cache.work.spread(Duration::ZERO);
    spread.frame(0.1, Vec::new());
    let step = |day| Action::Jump(NaiveDate::from_ymd_opt(1920, 7, day).expect("a day"));
    let steps: [Action; 8] = [
        step(3),
        step(14),
        Action::SetLens(Lens::Control),
        // A second map appears beside the first, whose size changes; then it is gone.
        compare::toggled(&whole.app.session),
        step(24),
        Action::SetCompare(None),
        Action::SetBottomView(Some(BottomView::Ribbons)),
        Action::SetBottomView(None),
    ];
    for action in steps {
        let mut frames = 0;
        for window in [&mut whole, &mut spread] {
            window.app.session.apply(action.clone());
            window.app.session.apply(Action::EndMotion);
            let wanted = window.frame(0.1, Vec::new());
            if window.app.cache.is_behind() {
                assert_eq!(wanted, Some(Duration::ZERO), "the rest follows at once");
            }
            frames = window.settle();
        }
        assert!((1..=8).contains(&frames), "{action:?}: {frames} frames");
        for window in [&mut whole, &mut spread] {
            // Highlights end, and panels that fade in.
            for _ in 0..4 {
                window.frame(3.0, Vec::new());
                window.settle();
            }
        }
        assert_eq!(whole.texts(), spread.texts(), "{action:?}");
        assert_eq!(whole.meshes(), spread.meshes(), "{action:?}");
    }
}

/// A map that appears is there in its first frame, in its own place.
#[test]
fn a_map_that_appears_waits_for_nothing() {
    let mut window = Window::open();
    let texts = |window: &Window| -> Vec<String> {
        let texts = window.texts();
        texts
            .iter()
            .map(|(text, at)| format!("{text} {at}"))
            .collect()
    };
    let known = texts(&window);
    window.app.cache = FrameCache::default();
    window.app.cache.work.spread(Duration::ZERO);
    window.frame(0.1, Vec::new());
    assert!(!window.app.cache.is_behind());
    assert_eq!(texts(&window), known);
    // Textures that are dropped take the meshes with them.
    window.app.cache.forget_meshes();
    window.frame(0.1, Vec::new());
    assert!(!window.app.cache.is_behind());
    assert_eq!(texts(&window), known);
}

/// A map that changes in each frame, as a slider is dragged or a map is moved, does not stand still:
/// where each of its parts takes longer than a frame has, every third one shows another map.
#[test]
fn a_map_in_motion_is_drawn_although_its_work_is_spread_over_frames() {
    let mut window = Window::open();
    window.app.cache.work.spread(Duration::ZERO);
    window.frame(0.1, Vec::new());
    let mut changed = 0;
    for _ in 0..12 {
        let last = window.meshes();
        window.app.session.apply(Action::Pan(7.0, 3.0));
        window.frame(0.1, Vec::new());
        changed += u32::from(window.meshes() != last);
    }
    assert!(changed >= 4, "{changed} of 12 frames showed another map");
}

/// Texts out of sight are left out without being laid out; no text is of which a corner is in sight.
#[test]
fn texts_of_which_a_part_is_in_sight_are_drawn() {
    use crate::geometry::{ScreenPoint, Viewport};
    use crate::paint::screen::Screen;
    use crate::scene::{Face, Item, Layer, Shape, TextRun};

    let window = Window::open();
    let ink = Theme::paper().ink;
    let ctx = window.ctx.clone();
    let geometry = window.app.session.geometry();
    let drawn_in = |rect: Rect, run: &TextRun| -> Vec<Rect> {
        let item = Item {
            layer: Layer::Label,
            subject: None,
            shape: Shape::Text(run.clone()),
        };
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.set_clip_rect(Rect::EVERYTHING);
            let screen = Screen {
                ui,
                rect,
                geometry,
                view: Viewport::default(),
                unit: 1.0,
            };
            screen.draw(std::slice::from_ref(&item), &mut Textures::default());
        });
        output.textures_delta.clear();
        let texts = output.shapes.iter().filter_map(|drawn| match &drawn.shape {
            egui::Shape::Text(text) => Some(text.visual_bounding_rect()),
            _ => None,
        });
        texts.collect()
    };
    let mut tried = 0;
    for text in ["i", "Ǆ‰—", "ШЩЖЮ Шаруро", "Նախիջևան", "jg|yÅ"] {
        for (step, face) in (0..18_u8).zip(Face::ALL.into_iter().cycle()) {
            let run = TextRun {
                at: ScreenPoint::new(400.0, 400.0),
                text: text.to_owned(),
                size: 8.0 + f32::from(step),
                face,
                color: ink,
                angle: f32::from(step) * 0.7 - 3.0,
                tracking: f32::from(step % 5) - 1.0,
                halo: (step % 2 == 0).then_some((ink, 3.0)),
            };
            let large = Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1600.0));
            for real in drawn_in(large, &run) {
                for corner in [
                    real.left_top(),
                    real.right_top(),
                    real.left_bottom(),
                    real.right_bottom(),
                ] {
                    // The same text, moved so that this corner is at the corner of a small rectangle.
                    let seen = Rect::from_center_size(corner, vec2(0.5, 0.5));
                    let mut moved = run.clone();
                    moved.at = ScreenPoint::new(400.0 - seen.min.x, 400.0 - seen.min.y);
                    assert!(!drawn_in(seen, &moved).is_empty(), "{run:?} at {corner}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}
