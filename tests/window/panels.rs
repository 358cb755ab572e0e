//! Every panel driven by its names, as a reader's hand or screen reader would: no pixels, no display.

use std::sync::{Arc, LazyLock};

use araxes::app::App;
use araxes::session::{Action, BottomView, CompareStyle, Session, Skin};
use araxes::timeline::{Condition, Lens, RangeMode, Timeline};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

pub(crate) type Window<'a> = Harness<'a, Option<App>>;

pub(crate) fn window(day: &str) -> Window<'static> {
    window_of(day, (1920.0, 1080.0))
}

pub(crate) fn window_of(day: &str, size: (f32, f32)) -> Window<'static> {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = araxes::load::load(&araxes::load::files::builtin())
            .atlas
            .expect("the built-in atlas is clean");
        Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en")
    });
    window_on(SESSION.clone(), day, size)
}

pub(crate) fn window_on(mut session: Session, day: &str, size: (f32, f32)) -> Window<'static> {
    session.apply(Action::Jump(day.parse().expect("a day")));
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
    harness.run_steps(4);
    harness
}

pub(crate) fn seen<'a>(h: &'a Window<'_>) -> &'a Session {
    h.state().as_ref().expect("a window").session()
}

pub(crate) fn press(h: &mut Window<'_>, label: &str) {
    button(h, label).click();
    h.run_steps(4);
}

pub(crate) fn button<'a>(h: &'a Window<'_>, label: &'a str) -> egui_kittest::Node<'a> {
    let mut all = h.get_all(By::new().role(Role::Button).label(label));
    all.next().unwrap_or_else(|| panic!("no button `{label}`"))
}

pub(crate) fn key(h: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run_steps(4);
}

pub(crate) fn write(h: &mut Window<'_>, text: &str) {
    h.event(egui::Event::Text(text.to_owned()));
    h.run_steps(3);
}

#[test]
fn lenses_days_and_undo() {
    let mut h = window("1920-07-03");
    press(&mut h, "Moscow");
    assert_eq!(*seen(&h).lens(), Lens::Party("moscow".into()));
    press(&mut h, "Next day");
    assert_eq!(seen(&h).day().to_string(), "1920-07-04");
    key(&mut h, Modifiers::CTRL, Key::ArrowRight);
    assert_eq!(seen(&h).day().to_string(), "1920-07-06");
    assert!(
        h.query_by_label("6 July 1920").is_some(),
        "the jump is said"
    );
    key(&mut h, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(seen(&h).day().to_string(), "1920-06-29");
    key(&mut h, Modifiers::CTRL, Key::Z);
    key(&mut h, Modifiers::CTRL, Key::Z);
    assert_eq!(
        (seen(&h).day().to_string().as_str(), seen(&h).lens().clone()),
        ("1920-07-03", Lens::Claims)
    );
    let slider = h.get(By::new().role(Role::Slider).label("Date"));
    assert!(slider.accesskit_node().numeric_value().is_some());
}

#[test]
fn views_of_the_desk_and_the_table() {
    let mut h = window("1920-07-03");
    for (label, bottom_view) in [
        ("Ribbons", BottomView::Ribbons),
        ("Strengths", BottomView::Strengths),
        ("Network", BottomView::Network),
        ("In words", BottomView::Words),
    ] {
        press(&mut h, label);
        assert_eq!(seen(&h).bottom_view(), Some(bottom_view), "{label}");
    }
    let said = h
        .get_all(By::new().role(Role::Label))
        .filter_map(|n| n.accesskit_node().value())
        .collect::<Vec<_>>();
    assert!(
        said.iter().any(|s| s.starts_with("3 July 1920")),
        "{said:?}"
    );
    press(&mut h, "Table");
    key(&mut h, Modifiers::NONE, Key::ArrowDown);
    let first = seen(&h).selection().map(ToOwned::to_owned).expect("a row");
    key(&mut h, Modifiers::NONE, Key::ArrowDown);
    let second = seen(&h).selection().map(ToOwned::to_owned).expect("a row");
    assert_ne!(first, second);
    let rows = |h: &Window<'_>| -> Vec<String> {
        let nodes = h.get_all(By::new().role(Role::Row));
        let mut rows: Vec<_> = nodes
            .filter_map(|n| Some((n.rect().top(), n.accesskit_node().label()?)))
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, label)| label).collect()
    };
    let kinds = |h: &Window<'_>| -> Vec<String> {
        let cell = |row: &String| row.split(" · ").nth(1).map(ToOwned::to_owned);
        rows(h).iter().filter_map(cell).collect()
    };
    let by_day = rows(&h);
    assert!(by_day.len() > 5, "{by_day:?}");
    press(&mut h, "What it is");
    let (by_kind, upward) = (rows(&h), kinds(&h));
    assert_ne!(by_day, by_kind, "the order changes");
    assert!(upward.is_sorted() && upward[0] == "claim", "{upward:?}");
    press(&mut h, "What it is");
    let downward = kinds(&h);
    let falls = downward.is_sorted_by(|a, b| a >= b);
    assert!(falls && downward[0] == "who held it", "{downward:?}");
    key(&mut h, Modifiers::CTRL, Key::Num4);
    assert_eq!(seen(&h).bottom_view(), None);
    // Back to what was selected before.
    press(&mut h, "Back");
    assert_eq!(seen(&h).selection(), Some(first.as_str()));
}

#[test]
fn filters_and_their_chips() {
    let mut h = window("1920-07-03");
    let all = seen(&h).timeline().atlas().claims.len();
    key(&mut h, Modifiers::NONE, Key::F);
    h.get(By::new().role(Role::CheckBox).label("no hearsay"))
        .click();
    h.run_steps(4);
    assert!(
        seen(&h).filter().has(&Condition::NoHearsay)
            && seen(&h).timeline().atlas().claims.len() < all
    );
    let name = "RGASPI";
    h.get(By::new().role(Role::CheckBox).label(name)).click();
    h.run_steps(4);
    assert!(
        seen(&h)
            .state()
            .contains(&format!("filter=archive:{name},no-hearsay")),
        "{}",
        seen(&h).state()
    );
    key(&mut h, Modifiers::NONE, Key::Escape);
    press(&mut h, "Take away: no hearsay");
    press(&mut h, &format!("Take away: {name} only"));
    assert!(seen(&h).filter().is_empty());
    assert_eq!(seen(&h).timeline().atlas().claims.len(), all);
}

#[test]
fn compare_swipes_swaps_and_closes() {
    let mut h = window("1920-07-08");
    key(&mut h, Modifiers::NONE, Key::C);
    assert!(seen(&h).compare().is_some() && h.query_by_label("Second map").is_some());
    press(&mut h, "Swipe");
    assert_eq!(
        seen(&h).compare().as_ref().map(|c| c.style),
        Some(CompareStyle::Swipe)
    );
    let edge = h.get(
        By::new()
            .role(Role::Slider)
            .label("Edge between the two maps"),
    );
    edge.focus();
    h.run_steps(2);
    key(&mut h, Modifiers::NONE, Key::ArrowRight);
    assert!(
        seen(&h).compare().as_ref().is_some_and(|c| c.split > 0.51),
        "the edge answers to the keyboard"
    );
    let (lens, other) = (
        seen(&h).lens().clone(),
        seen(&h).compare().as_ref().map(|c| c.lens.clone()),
    );
    press(&mut h, "Swap");
    assert_eq!(
        (
            Some(seen(&h).lens().clone()),
            seen(&h).compare().as_ref().map(|c| c.lens.clone())
        ),
        (other, Some(lens))
    );
    press(&mut h, "Close");
    assert!(seen(&h).compare().is_none());
    key(&mut h, Modifiers::NONE, Key::G);
    press(&mut h, "As Baku saw it");
    assert_eq!(
        (seen(&h).lens().clone(), seen(&h).multiples()),
        (Lens::Party("baku".into()), None)
    );
}

#[test]
fn what_is_typed_is_found_and_read_as_a_date() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::CTRL, Key::K);
    write(&mut h, "Нахичевань");
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&h).selection(), Some("nakhchivan-town"));
    key(&mut h, Modifiers::NONE, Key::D);
    write(&mut h, "11.VII.1920 old style");
    assert!(
        h.query_by_label("24 July 1920 · 11 July old style")
            .is_some(),
        "it is read back"
    );
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&h).day().to_string(), "1920-07-24");
    key(&mut h, Modifiers::NONE, Key::D);
    write(&mut h, "1920-07");
    key(&mut h, Modifiers::NONE, Key::Enter);
    let range = seen(&h).range().expect("a range");
    assert_eq!(
        (range.first.to_string().as_str(), range.days()),
        ("1920-07-01", 31)
    );
    press(&mut h, "1 July 1920 – 31 July 1920: on any day");
    assert_eq!(seen(&h).range_mode(), RangeMode::AllThrough);
    press(
        &mut h,
        "Take away: 1 July 1920 – 31 July 1920: on every day",
    );
    assert_eq!(seen(&h).range(), None);
    key(&mut h, Modifiers::NONE, Key::D);
    write(&mut h, "3/7/1920");
    assert!(
        h.query_by_label_contains("With slashes nobody can tell")
            .is_some(),
        "slashes are refused with the reason"
    );
}

#[test]
fn the_inspector_leads_from_message_to_person_and_back() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::CTRL, Key::K);
    write(&mut h, "f. 64, op. 1, d. 21, l. 3");
    key(&mut h, Modifiers::NONE, Key::Enter);
    let atlas = seen(&h).timeline().atlas().clone();
    let message = seen(&h)
        .selection()
        .map(ToOwned::to_owned)
        .expect("a record");
    assert!(
        araxes::export::cite::citations_of(&atlas, &message).is_some(),
        "{message}"
    );
    press(&mut h, "Chicago");
    assert!(h.query_by_label("Copied").is_some());
    h.get_by_label_contains("From: G. Chicherin").scroll_to_me();
    h.run_steps(4);
    h.get_by_label_contains("From: G. Chicherin").click();
    h.run_steps(4);
    assert_eq!(seen(&h).selection(), Some("chicherin"));
    key(&mut h, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(seen(&h).selection(), Some(message.as_str()));
    key(&mut h, Modifiers::NONE, Key::Escape);
    assert_eq!(seen(&h).selection(), None);
}

#[test]
fn help_opens_and_closes_and_lecture_steps() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::NONE, Key::F1);
    assert!(
        h.query_by_label_contains("drag above the lanes for a range")
            .is_some()
    );
    key(&mut h, Modifiers::NONE, Key::Escape);
    assert!(
        h.query_by_label_contains("drag above the lanes for a range")
            .is_none()
    );
    key(&mut h, Modifiers::NONE, Key::F5);
    assert_eq!(seen(&h).skin(), Skin::Lecture);
    key(&mut h, Modifiers::NONE, Key::PageDown);
    assert_eq!(seen(&h).lecture().map(|l| l.at()), Some(1));
    key(&mut h, Modifiers::NONE, Key::Escape);
    assert_eq!(seen(&h).skin(), Skin::Lecture, "it asks first");
    key(&mut h, Modifiers::NONE, Key::Escape);
    assert_eq!(seen(&h).skin(), Skin::Explore);
}

#[test]
fn everything_that_can_be_used_has_a_name_at_every_size() {
    for size in [
        (1366.0, 768.0),
        (1920.0, 1080.0),
        (3840.0, 2160.0),
        (800.0, 500.0),
    ] {
        let mut h = window_of("1920-07-03", size);
        for bottom_view in [None, Some(Key::Num1), Some(Key::Num4), Some(Key::Num5)] {
            if let Some(number) = bottom_view {
                key(&mut h, Modifiers::CTRL, number);
            }
            h.check_accessibility();
        }
        key(&mut h, Modifiers::NONE, Key::F);
        h.check_accessibility();
    }
}

/// A window on the built-in atlas with a glossary of one word.
fn window_with_glossary() -> Window<'static> {
    let mut files = araxes::load::files::builtin();
    let glossary = r#"[{"id": "term-town", "term": {"en": "town"}, "sentence": {"en": "A place with a market."}}]"#;
    let glossary = std::borrow::Cow::Borrowed(glossary.as_bytes());
    files.insert("glossary.json".to_owned(), glossary);
    // Tours and kiosk name words that this glossary does not have.
    let of_glossary = ["tours/", "scenes/", "kiosk.json"];
    files.retain(|name, _| !of_glossary.iter().any(|start| name.starts_with(start)));
    let atlas = araxes::load::load(&files).atlas.expect("clean");
    let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    window_on(session, "1920-07-27", (1920.0, 1080.0))
}

#[test]
fn the_inspector_shows_the_whole_of_a_record_and_explains_its_words() {
    let mut h = window_with_glossary();
    key(&mut h, Modifiers::CTRL, Key::K);
    write(&mut h, "message-080");
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&h).selection(), Some("message-080"));
    for words in [
        "Kind: ultimatum",
        "Deadline: 31 July 1920",
        "Rests on: document",
        "300,000 poods",
        "Told in 2 ways",
        "Answered by",
        "Words used here",
        "town: A place with a market.",
    ] {
        let mut all = h.query_all_by_label_contains(words);
        assert!(all.next().is_some(), "{words}");
    }
    h.check_accessibility();
}
