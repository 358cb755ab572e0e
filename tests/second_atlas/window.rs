//! The window: every view, record and skin, by what is painted and what a screen reader is told.

use super::*;
use araxes::app::App;
use araxes::session::{Action, Multiples, Session, Skin};
use araxes::timeline::{Lens, Timeline};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

type Window = Harness<'static, Option<App>>;

fn window(all: &Files, language: &str, size: (f32, f32), actions: Vec<Action>) -> Window {
    let mut session = Session::new(Arc::new(Timeline::new(atlas_of(all))), language);
    session.apply(Action::Jump("1828-06-05".parse().expect("a day")));
    for action in actions {
        session.apply(action);
    }
    session.apply(Action::Tick(5.0));
    let mut session = Some(session);
    let mut harness = Harness::builder()
        .with_size(egui::vec2(size.0, size.1))
        .build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                // Fonts are there from the next frame on.
                None => *app = session.take().map(|s| App::of(ui.ctx(), s)),
                Some(app) => app.frame(ui),
            },
            None,
        );
    harness.run_steps(3);
    harness
}

/// Every text that is painted, and every name and value that a screen reader is told.
fn shown(h: &Window) -> String {
    fn painted(shape: &egui::Shape, out: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => out.push(text.galley.text().to_owned()),
            egui::Shape::Vec(all) => all.iter().for_each(|s| painted(s, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    h.output()
        .shapes
        .iter()
        .for_each(|s| painted(&s.shape, &mut out));
    let mut nodes = vec![h.root()];
    while let Some(node) = nodes.pop() {
        out.extend(node.accesskit_node().label());
        out.extend(node.accesskit_node().value());
        nodes.extend(node.children());
    }
    out.join("\n")
}

fn key(h: &mut Window, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run_steps(3);
}

const PLAIN: Modifiers = Modifiers::NONE;

#[test]
fn every_view_of_the_window_is_its_own() {
    let first = words_of_the_first_atlas();
    let mut h = window(&far_south(), "en", (1600.0, 900.0), Vec::new());
    let clean = |h: &Window, place: &str| has_none_of(&first, &shown(h), place);
    let start = shown(&h);
    for words in [
        "The Sundered Coast",
        "Regency",
        "Federation",
        "Kettle Bay",
        "5 June",
    ] {
        assert!(start.contains(words), "{words}: {start}");
    }
    clean(&h, "the window");
    for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        key(&mut h, PLAIN, number);
        clean(&h, "a lens");
        key(&mut h, Modifiers::CTRL, number);
        clean(&h, "a view below the map");
    }
    key(&mut h, Modifiers::CTRL, Key::Num5);
    for other in [
        Key::C,
        Key::C,
        Key::G,
        Key::G,
        Key::F,
        Key::Escape,
        Key::F1,
        Key::Escape,
    ] {
        key(&mut h, PLAIN, other);
        clean(&h, "compare, small maps, filters, help");
    }
    key(&mut h, Modifiers::CTRL, Key::K);
    h.event(egui::Event::Text("meseta".to_owned()));
    h.run_steps(3);
    clean(&h, "what is found");
    key(&mut h, PLAIN, Key::Enter);
    for typed in ["7/8/1828", "nonsense", "1850", "20 November 1828"] {
        key(&mut h, PLAIN, Key::D);
        h.event(egui::Event::Text(typed.to_owned()));
        h.run_steps(2);
        clean(&h, "the date field");
        for _ in typed.chars() {
            key(&mut h, PLAIN, Key::Backspace);
        }
        key(&mut h, PLAIN, Key::Escape);
    }
    key(&mut h, PLAIN, Key::D);
    h.event(egui::Event::Text("20 November 1828".to_owned()));
    key(&mut h, PLAIN, Key::Enter);
    let app = h.state().as_ref().expect("a window");
    assert_eq!(app.session().day().to_string(), "1828-11-20");
    key(&mut h, Modifiers::CTRL, Key::E);
    // One of the sizes it offers is 1920 pixels wide.
    let offered = shown(&h)
        .replace("1920 × 1080", "")
        .replace("1080 × 1920", "");
    assert_eq!(found_in(&first, &offered), None, "the export");
}

#[test]
fn every_record_in_the_inspector_and_every_skin_is_its_own() {
    let first = words_of_the_first_atlas();
    let records = [
        "northmarch",
        "plateau-east",
        "both-shores",
        "kettle-bay",
        "narrows",
        "isles",
        "ines-valdor",
        "army-of-the-north",
        "fix-05",
        "message-04",
        "claim-16",
        "control-07",
        "event-04",
        "contradiction-01",
        "gazette",
        "arc-middle",
        "arc-north",
    ];
    for (i, record) in records.into_iter().enumerate() {
        let language = if i % 2 == 0 { "en" } else { "es" };
        let select = vec![Action::Select(Some(record.to_owned()))];
        let h = window(&far_south(), language, (1366.0, 768.0), select);
        has_none_of(&first, &shown(&h), record);
    }
    for skin in [Skin::Lecture, Skin::Kiosk] {
        let mut h = window(
            &far_south(),
            "es",
            (1920.0, 1080.0),
            vec![Action::SetSkin(skin)],
        );
        for _ in 0..3 {
            has_none_of(&first, &shown(&h), "a skin");
            key(&mut h, PLAIN, Key::PageDown);
        }
    }
}

#[test]
fn a_week_and_a_single_district_open_in_every_view() {
    let first = words_of_the_first_atlas();
    for all in [one_week(), one_district()] {
        let mut h = window(&all, "en", (1366.0, 768.0), Vec::new());
        for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            key(&mut h, Modifiers::CTRL, number);
            has_none_of(&first, &shown(&h), "a small atlas");
        }
        for other in [Key::C, Key::C, Key::F5, Key::PageDown, Key::Escape] {
            key(&mut h, PLAIN, other);
        }
        let many = Action::SetMultiples(Some(Multiples::Days));
        let lens = Action::SetLens(Lens::Party("isles".into()));
        let h = window(&all, "en", (1366.0, 768.0), vec![lens, many]);
        has_none_of(&first, &shown(&h), "small maps");
    }
}
