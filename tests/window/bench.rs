//! The research window as a place of work: evidence first, what changed, room at every size, keys.

use std::sync::Arc;

use araxes::session::{Action, BottomView, Session};
use araxes::timeline::{DayRange, Timeline};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use crate::panels::{Window, button, key, press, seen, window, window_of, window_on, write};

/// Upper edge of the words in the record, which stands on the right.
fn top_of(h: &Window<'_>, words: &str) -> f32 {
    let mut all = h.query_all_by_label_contains(words);
    let node = all
        .find(|node| node.rect().left() > 1370.0)
        .unwrap_or_else(|| panic!("`{words}` is not there"));
    node.rect().top()
}

fn builtin(language: &str) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin());
    let atlas = atlas.atlas.expect("the built-in atlas is clean");
    Session::new(Arc::new(Timeline::new(Arc::new(atlas))), language)
}

#[test]
fn evidence_opens_the_page_of_a_district() {
    let mut session = builtin("en");
    session.apply(Action::SetLens(araxes::timeline::Lens::Party(
        "moscow".into(),
    )));
    session.apply(Action::Select(Some("nakhchivan".to_owned())));
    let h = window_on(session, "1920-07-03", (1920.0, 1080.0));
    let order = [
        "Telegram from G. Chicherin to S. Orjonikidze",
        "G. Chicherin to S. Orjonikidze · said 3 July",
        "İsmayılov 2019, p. 174, n. 20",
        "RGASPI f. 64, op. 1, d. 21",
        "Footnote",
        "Others on 3 July",
        "Baku claims it",
        "What each capital wanted, over time",
    ];
    let tops: Vec<f32> = order.iter().map(|words| top_of(&h, words)).collect();
    assert!(tops.is_sorted(), "{tops:?}");
}

#[test]
fn what_changed_between_two_days_is_a_view_with_the_papers() {
    let mut session = builtin("en");
    let day = |text: &str| text.parse().expect("a day");
    let range = DayRange::between(day("1920-07-13"), day("1920-07-15"));
    session.apply(Action::SetRange(Some(range)));
    let mut h = window_on(session, "1920-07-14", (1920.0, 1080.0));
    key(&mut h, Modifiers::CTRL, Key::Num8);
    assert_eq!(seen(&h).bottom_view(), Some(BottomView::Changes));
    let timeline = seen(&h).timeline().clone();
    let count = timeline.changes(range.first, range.last).len();
    let words = format!("{count} differences");
    assert!(h.query_by_label(&words).is_some(), "{words}");
    // Eight of Baku's answers, two of them told by another before, and five of holders.
    assert_eq!(count, 15);
    assert!(h.query_all_by_label("Baku gives it up").next().is_some());
    // A message of a range has its day.
    top_of(&h, "13 July 1920 · İsmayılov 2019");
    press(&mut h, "15 July 1920: Next day");
    let last = seen(&h).range().map(|r| r.last);
    assert_eq!(last, Some(day("1920-07-16")));
    h.check_accessibility();
}

#[test]
fn letters_written_on_are_no_commands_and_esc_leaves_only_the_field() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::NONE, Key::N);
    let selected = seen(&h).selection().map(ToOwned::to_owned);
    assert!(selected.is_some(), "the first sign of the map");
    key(&mut h, Modifiers::NONE, Key::D);
    write(&mut h, "nonsense");
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert!(h.query_by_label_contains("is not a day").is_some());
    let (speed, looping) = (seen(&h).speed(), seen(&h).looping());
    // The field loses the focus while somebody still writes; the rest of the word is no command.
    h.event(egui::Event::Text("l".to_owned()));
    // A key press of the test driver takes more than a second of its clock, so the bare events.
    for letter in [Key::Escape, Key::L] {
        h.event(egui::Event::Key {
            key: letter,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    h.run_steps(1);
    assert_eq!((speed, looping), (seen(&h).speed(), seen(&h).looping()));
    h.run_steps(4);
    assert!(h.query_by_label_contains("is not a day").is_none());
    assert_eq!(seen(&h).selection(), selected.as_deref());
}

#[test]
fn a_date_that_is_typed_faster_than_it_is_drawn_keeps_its_order() {
    let mut h = window("1920-07-03");
    // The caret of an earlier date is remembered.
    key(&mut h, Modifiers::NONE, Key::D);
    write(&mut h, "4 July");
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&h).day().to_string(), "1920-07-04");
    // A letter soon after others is no command; a key press takes more than a second of the clock.
    key(&mut h, Modifiers::NONE, Key::Escape);
    key(&mut h, Modifiers::NONE, Key::Escape);
    // All of this comes in one frame.
    let events = &mut h.input_mut().events;
    events.push(egui::Event::Key {
        key: Key::D,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    events.extend(
        "d13 July -"
            .chars()
            .map(|c| egui::Event::Text(c.to_string())),
    );
    h.run_steps(3);
    write(&mut h, " 15 July");
    key(&mut h, Modifiers::NONE, Key::Enter);
    let range = seen(&h).range().map(|r| (r.first, r.last));
    let days = range.map(|(first, last)| format!("{first} {last}"));
    assert_eq!(days.as_deref(), Some("1920-07-13 1920-07-15"));
}

#[test]
fn an_open_view_leaves_map_and_record_their_size() {
    for size in [(1920.0, 1080.0), (3840.0, 2160.0)] {
        let mut h = window_of("1920-07-03", size);
        let map = |h: &Window<'_>| h.get(By::new().role(Role::Canvas).label("Map")).rect();
        let record = |h: &Window<'_>| h.get(By::new().role(Role::Table)).rect().bottom();
        let (before, foot) = (map(&h), record(&h));
        key(&mut h, Modifiers::CTRL, Key::Num4);
        let after = map(&h);
        assert!((after.width() - before.width()).abs() < 1.0);
        assert!(after.height() > 0.75 * before.height(), "{after:?}");
        assert!(record(&h) > foot - 1.0);
        key(&mut h, Modifiers::CTRL, Key::Num4);
        assert!((map(&h).height() - before.height()).abs() < 1.0);
    }
}

#[test]
fn a_voice_is_chosen_by_typing_and_esc_closes_the_menu() {
    let mut h = window("1920-07-03");
    press(&mut h, "A voice…");
    assert!(h.query_by_label("G. Chicherin").is_some());
    write(&mut h, "orjon");
    assert!(h.query_by_label("G. Chicherin").is_none());
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(seen(&h).lens().name(), "orjonikidze");
    press(&mut h, "S. Orjonikidze");
    assert!(h.query_by_label("G. Chicherin").is_some());
    key(&mut h, Modifiers::NONE, Key::Escape);
    h.run_steps(3);
    assert!(h.query_by_label("G. Chicherin").is_none());
}

#[test]
fn every_sign_of_the_map_can_be_reached_by_key() {
    let mut h = window("1920-07-03");
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..80 {
        key(&mut h, Modifiers::NONE, Key::N);
        reached.extend(seen(&h).selection().map(ToOwned::to_owned));
    }
    for id in ["message-056", "nakhchivan-uezd", "baku-city"] {
        assert!(reached.contains(id), "{id} in {reached:?}");
    }
}

#[test]
fn everything_is_made_larger_and_smaller() {
    let mut h = window("1920-07-03");
    let height = |h: &Window<'_>| button(h, "Copy a link to this view").rect().height();
    let usual = height(&h);
    key(&mut h, Modifiers::CTRL, Key::Minus);
    assert!(height(&h) < usual);
    key(&mut h, Modifiers::CTRL, Key::Num0);
    assert!((height(&h) - usual).abs() < 0.1);
    key(&mut h, Modifiers::CTRL, Key::Plus);
    assert!(height(&h) > usual);
}

#[test]
fn no_button_lies_over_another_at_any_size_or_language() {
    for (language, size) in [
        ("en", (1920.0, 1080.0)),
        ("ru", (1366.0, 768.0)),
        ("ru", (1080.0, 1920.0)),
        ("en", (3840.0, 2160.0)),
        ("en", (1060.0, 620.0)),
    ] {
        let mut h = window_on(builtin(language), "1920-07-03", size);
        key(&mut h, Modifiers::CTRL, Key::Num1);
        let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        let nodes: Vec<_> = h.get_all(By::new().role(Role::Button)).collect();
        let all: Vec<(String, egui::Rect)> = nodes
            .iter()
            .map(|n| (n.accesskit_node().label().unwrap_or_default(), n.rect()))
            .filter(|(_, rect)| rect.is_positive())
            .collect();
        for (i, (label, rect)) in all.iter().enumerate() {
            let at = format!("{language} {size:?}: {label}");
            assert!(whole.expand(1.0).contains_rect(*rect), "{at} {rect:?}");
            for (other, over) in &all[i + 1..] {
                let shared = rect.intersect(*over);
                let apart = shared.width() < 1.0 || shared.height() < 1.0;
                assert!(apart, "{at} and {other}: {rect:?} {over:?}");
            }
        }
    }
}

#[test]
fn an_upright_window_has_the_record_below_the_map() {
    let h = window_of("1920-07-03", (1080.0, 1920.0));
    let map = h.get(By::new().role(Role::Canvas).label("Map")).rect();
    let record = button(&h, "Copy a link to this view").rect();
    assert!(record.top() > map.bottom());
    assert!(map.width() > 1000.0 && map.height() > 400.0, "{map:?}");
}
