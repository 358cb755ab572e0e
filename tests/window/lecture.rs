//! The lecture as a lecturer gives it: with a clicker, a keyboard and a mouse, in the real window
//! without a display.

use std::sync::{Arc, LazyLock};

use araxes::app::App;
use araxes::session::{Action, Blank, Lecture, Session, Skin, TourVersion};
use araxes::timeline::{Lens, Timeline};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

type Window<'a> = Harness<'a, Option<App>>;

const SIZE: egui::Vec2 = egui::vec2(1280.0, 720.0);

fn session() -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = araxes::load::load(&araxes::load::files::builtin())
            .atlas
            .expect("the built-in atlas is clean");
        Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en")
    });
    SESSION.clone()
}

fn window_of(session: Session, size: egui::Vec2) -> Window<'static> {
    let mut session = Some(session);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(0.05)
        .build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                // Fonts are there from the next frame on.
                None => *app = session.take().map(|s| App::of(ui.ctx(), s)),
                Some(app) => app.frame(ui),
            },
            None,
        );
    harness.run_steps(4);
    harness
}

/// A lecture at its first step. Motions are left out, as on a slow screen.
fn lecture() -> Window<'static> {
    let mut session = session();
    session.apply(Action::SetReducedMotion(true));
    let tour = Arc::clone(&session.whole().atlas().tours[0]);
    session.apply(Action::OpenTour(tour, TourVersion::Whole));
    window_of(session, SIZE)
}

fn seen<'a>(h: &'a Window<'_>) -> &'a Session {
    h.state().as_ref().expect("a window").session()
}

fn at(h: &Window<'_>) -> usize {
    seen(h).lecture().map(Lecture::at).expect("a lecture")
}

fn press(h: &mut Window<'_>, key: Key) {
    with(h, Modifiers::NONE, key);
}

fn with(h: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run_steps(3);
}

fn mouse(h: &mut Window<'_>, at: Pos2, button: egui::PointerButton, pressed: bool) {
    h.event(egui::Event::PointerMoved(at));
    h.event(egui::Event::PointerButton {
        pos: at,
        button,
        pressed,
        modifiers: Modifiers::NONE,
    });
    h.run_steps(1);
}

fn click(h: &mut Window<'_>, at: Pos2, button: egui::PointerButton) {
    mouse(h, at, button, true);
    mouse(h, at, button, false);
    h.run_steps(2);
}

/// A point of the slide outside its map, and one within it.
const OUTSIDE: Pos2 = pos2(120.0, 560.0);
const INSIDE: Pos2 = pos2(1000.0, 300.0);

/// Goes to a step that shows one map and asks nothing.
fn to_plain_step(h: &mut Window<'_>) -> usize {
    let step = seen(h).lecture().expect("a lecture").steps().position(|s| {
        s.compare.is_none()
            && s.lens.as_deref() != Some("control")
            && s.reveal.is_empty()
            && s.date.to_string().as_str() > "1920-06-01"
    });
    let step = step.expect("a plain step");
    for digit in (step + 1).to_string().chars() {
        press(h, Key::from_name(&digit.to_string()).expect("a digit"));
    }
    press(h, Key::Enter);
    assert_eq!(at(h), step);
    step
}

#[test]
fn a_clicker_goes_forward_and_back_by_every_key_of_the_usual_programs() {
    let mut h = lecture();
    let steps = seen(&h).lecture().map_or(0, |l| l.steps().len());
    for key in [
        Key::PageDown,
        Key::ArrowRight,
        Key::ArrowDown,
        Key::Space,
        Key::N,
        Key::Enter,
    ] {
        let before = (at(&h), seen(&h).lecture().map(Lecture::revealed));
        press(&mut h, key);
        assert_ne!(
            (at(&h), seen(&h).lecture().map(Lecture::revealed)),
            before,
            "{key:?}"
        );
    }
    for key in [Key::PageUp, Key::ArrowLeft, Key::ArrowUp, Key::Backspace] {
        let before = (at(&h), seen(&h).lecture().map(Lecture::revealed));
        press(&mut h, key);
        assert_ne!(
            (at(&h), seen(&h).lecture().map(Lecture::revealed)),
            before,
            "{key:?}"
        );
    }
    press(&mut h, Key::End);
    assert_eq!(at(&h), steps - 1, "the last step of the deck");
    press(&mut h, Key::Home);
    assert_eq!(at(&h), 0);
    click(&mut h, OUTSIDE, egui::PointerButton::Primary);
    assert_eq!(at(&h), 1, "a click on the slide goes on");
    click(&mut h, OUTSIDE, egui::PointerButton::Secondary);
    assert_eq!(at(&h), 1, "the right button does nothing");
}

#[test]
fn keys_that_mean_nothing_here_do_nothing() {
    let mut h = lecture();
    to_plain_step(&mut h);
    let before = (at(&h), seen(&h).state(), seen(&h).viewport());
    for key in [
        Key::T,
        Key::M,
        Key::H,
        Key::Y,
        Key::J,
        Key::L,
        Key::R,
        Key::E,
        Key::C,
        Key::X,
        Key::F,
        Key::I,
        Key::A,
        Key::Num0,
        Key::Tab,
    ] {
        press(&mut h, key);
        assert_eq!(
            (at(&h), seen(&h).state(), seen(&h).viewport()),
            before,
            "{key:?}"
        );
    }
    for (modifiers, key) in [
        (Modifiers::SHIFT, Key::ArrowRight),
        (Modifiers::CTRL, Key::ArrowRight),
        (Modifiers::CTRL, Key::Z),
        (Modifiers::CTRL, Key::Num1),
        (Modifiers::CTRL, Key::K),
    ] {
        let state = seen(&h).state();
        with(&mut h, modifiers, key);
        // Programs for slides take Shift with an arrow as the arrow.
        if modifiers != Modifiers::SHIFT {
            assert_eq!(seen(&h).state(), state, "{modifiers:?} {key:?}");
        }
    }
    assert_eq!(seen(&h).skin(), Skin::Lecture);
}

#[test]
fn any_key_or_click_ends_a_blank_screen_and_does_nothing_else() {
    let mut h = lecture();
    let step = to_plain_step(&mut h);
    for (key, blank) in [
        (Key::B, Blank::Black),
        (Key::Period, Blank::Black),
        (Key::W, Blank::White),
        (Key::Comma, Blank::White),
    ] {
        for any in [
            Key::PageDown,
            Key::B,
            Key::Escape,
            Key::Num3,
            Key::G,
            Key::F1,
        ] {
            press(&mut h, key);
            assert_eq!(seen(&h).blank(), Some(blank), "{key:?}");
            press(&mut h, any);
            assert_eq!((seen(&h).blank(), at(&h)), (None, step), "{key:?} {any:?}");
            assert!(!seen(&h).is_detour());
        }
    }
    for place in [OUTSIDE, INSIDE] {
        press(&mut h, Key::B);
        click(&mut h, place, egui::PointerButton::Primary);
        assert_eq!((seen(&h).blank(), at(&h)), (None, step), "{place:?}");
        assert!(!seen(&h).is_detour());
    }
}

#[test]
fn a_number_and_enter_jump_and_zero_alone_moves_nothing() {
    let mut h = lecture();
    press(&mut h, Key::Num1);
    press(&mut h, Key::Num5);
    press(&mut h, Key::Enter);
    assert_eq!(at(&h), 14);
    for key in [Key::Num9, Key::Num9, Key::Enter] {
        press(&mut h, key);
    }
    assert_eq!(at(&h), 14, "there is no such step");
    for key in [Key::Num0, Key::Enter] {
        press(&mut h, key);
    }
    assert_eq!(at(&h), 14);
    for key in [Key::Num3, Key::Num7, Key::Backspace, Key::Enter] {
        press(&mut h, key);
    }
    assert_eq!(at(&h), 2, "Backspace takes a digit back");
}

#[test]
fn a_detour_returns_to_the_exact_step_and_the_next_step_ends_it() {
    let mut h = lecture();
    let step = to_plain_step(&mut h);
    let (state, view) = (seen(&h).state(), seen(&h).viewport());
    mouse(&mut h, INSIDE, egui::PointerButton::Primary, true);
    for x in 1..6 {
        h.event(egui::Event::PointerMoved(
            INSIDE + egui::vec2(20.0 * x as f32, 0.0),
        ));
        h.run_steps(1);
    }
    mouse(
        &mut h,
        INSIDE + egui::vec2(100.0, 0.0),
        egui::PointerButton::Primary,
        false,
    );
    assert!(seen(&h).is_detour() && seen(&h).viewport() != view);
    let label = format!("Detour – Enter returns to step {}", step + 1);
    assert!(h.query_by_label(&label).is_some());
    press(&mut h, Key::Enter);
    assert_eq!(
        (at(&h), seen(&h).state(), seen(&h).viewport()),
        (step, state.clone(), view)
    );
    with(&mut h, Modifiers::ALT, Key::Num2);
    assert_eq!(*seen(&h).lens(), Lens::Control);
    h.get(By::new().role(Role::Button).label(&label)).click();
    h.run_steps(3);
    assert_eq!(
        (at(&h), seen(&h).state(), seen(&h).viewport()),
        (step, state, view)
    );
    click(&mut h, INSIDE, egui::PointerButton::Primary);
    assert!(seen(&h).selection().is_some() && seen(&h).is_detour());
    press(&mut h, Key::PageDown);
    assert!(!seen(&h).is_detour() && at(&h) == step + 1);
    assert_eq!(
        seen(&h).selection(),
        seen(&h)
            .lecture()
            .and_then(|l| l.step())
            .and_then(|s| s.select.as_deref())
    );
}

#[test]
fn esc_asks_and_a_clicker_of_one_button_does_not_leave() {
    let mut h = lecture();
    let step = to_plain_step(&mut h);
    let asked = |h: &Window<'_>| h.query_by_label("Stay").is_some();
    press(&mut h, Key::Escape);
    assert!(asked(&h));
    press(&mut h, Key::F5);
    assert!(!asked(&h) && at(&h) == step);
    press(&mut h, Key::F5);
    assert_eq!((at(&h), seen(&h).skin()), (step, Skin::Lecture));
    press(&mut h, Key::Escape);
    h.run_steps(80);
    assert!(!asked(&h), "it is gone after a few seconds");
    with(&mut h, Modifiers::CTRL, Key::Q);
    assert!(asked(&h) && seen(&h).skin() == Skin::Lecture);
    press(&mut h, Key::Escape);
    assert_eq!(seen(&h).skin(), Skin::Explore);
    with(&mut h, Modifiers::SHIFT, Key::F5);
    assert_eq!(at(&h), step, "Shift+F5 goes on where it was left");
    press(&mut h, Key::Escape);
    press(&mut h, Key::Escape);
    press(&mut h, Key::F5);
    assert_eq!(at(&h), 0, "F5 begins");
}

#[test]
fn leaving_gives_back_the_view_of_the_research_skin() {
    let mut s = session();
    s.apply(Action::Jump("1920-06-30".parse().expect("a day")));
    s.apply(Action::SetLens(Lens::Party("moscow".into())));
    s.apply(Action::Select(Some("sharur".to_owned())));
    let mut h = window_of(s, SIZE);
    let (state, view) = (seen(&h).state(), seen(&h).viewport());
    press(&mut h, Key::F5);
    assert_eq!((seen(&h).skin(), at(&h)), (Skin::Lecture, 0));
    press(&mut h, Key::PageDown);
    assert_eq!(seen(&h).state_to_remember(), state);
    press(&mut h, Key::Escape);
    press(&mut h, Key::Escape);
    assert_eq!(
        (seen(&h).skin(), seen(&h).state(), seen(&h).viewport()),
        (Skin::Explore, state, view)
    );
}

#[test]
fn the_overview_chooses_by_arrows_and_by_click() {
    let mut h = lecture();
    press(&mut h, Key::G);
    h.run_steps(40);
    press(&mut h, Key::ArrowRight);
    press(&mut h, Key::ArrowRight);
    press(&mut h, Key::T);
    press(&mut h, Key::Enter);
    assert_eq!(at(&h), 2);
    press(&mut h, Key::G);
    press(&mut h, Key::End);
    press(&mut h, Key::Escape);
    assert_eq!(at(&h), 2, "Esc chooses nothing, and does not ask");
    assert!(h.query_by_label("Stay").is_none());
    press(&mut h, Key::G);
    h.run_steps(4);
    let headline = seen(&h)
        .lecture()
        .and_then(|l| l.steps().nth(4))
        .map(|s| s.headline.text("en").to_owned());
    let label = format!("5. {}", headline.expect("five steps"));
    h.get(By::new().role(Role::Button).label(&label)).click();
    h.run_steps(3);
    assert_eq!(at(&h), 4);
    press(&mut h, Key::G);
    press(&mut h, Key::Num7);
    press(&mut h, Key::Enter);
    assert_eq!(at(&h), 6, "a number jumps from the overview too");
}

#[test]
fn a_lecture_fits_every_size_of_window() {
    for size in [
        (800.0, 600.0),
        (1024.0, 768.0),
        (1280.0, 1024.0),
        (1080.0, 1920.0),
        (3840.0, 2160.0),
    ] {
        let mut s = session();
        s.apply(Action::SetReducedMotion(true));
        let tour = Arc::clone(&s.whole().atlas().tours[0]);
        s.apply(Action::OpenTour(tour, TourVersion::Whole));
        let mut h = window_of(s, egui::vec2(size.0, size.1));
        press(&mut h, Key::PageDown);
        let map = h.get(By::new().role(Role::Canvas).label("Map")).rect();
        let whole = egui::Rect::from_min_size(Pos2::ZERO, egui::vec2(size.0, size.1));
        assert!(whole.expand(0.5).contains_rect(map), "{size:?}: {map:?}");
        assert!(map.area() > 0.3 * whole.area(), "{size:?}: {map:?}");
    }
}
