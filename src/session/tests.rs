//! What a reader does, and what then is looked at.

use chrono::Days;

use super::apply::FEWEST_DAYS;
use super::*;
use crate::timeline::Condition;

pub(super) fn session() -> Session {
    let atlas = crate::load::load(&crate::load::files::builtin())
        .atlas
        .expect("the built-in atlas is clean");
    Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en")
}

#[test]
fn scrubbing_is_one_step_of_undo_and_a_lens_another() {
    let mut s = session();
    let start = s.day;
    (0..20).for_each(|_| s.apply(Action::StepDays(1)));
    s.apply(Action::SetLens(Lens::Control));
    s.apply(Action::Undo);
    assert_eq!(
        (s.lens.clone(), s.day),
        (Lens::Claims, start + Days::new(20))
    );
    s.apply(Action::Undo);
    assert_eq!(s.day, start);
    s.apply(Action::Redo);
    assert_eq!(s.day, start + Days::new(20));
}

#[test]
fn no_day_outside_the_span_is_reached() {
    let mut s = session();
    s.apply(Action::StepDays(-5));
    assert_eq!(s.day, s.timeline().atlas().manifest.span.start);
    s.apply(Action::StepDays(100_000));
    assert_eq!(s.day, s.timeline().atlas().manifest.span.last());
}

#[test]
fn playing_moves_by_seconds_and_stops_at_the_end_of_the_main_part() {
    let mut s = session();
    s.apply(Action::TogglePlay);
    s.apply(Action::Tick(1.0));
    assert_eq!(
        s.day,
        s.timeline().atlas().manifest.span.start + Days::new(2)
    );
    s.apply(Action::Tick(1000.0));
    assert_eq!(
        (s.day, s.playing),
        (s.timeline().atlas().manifest.span.end, false)
    );
}

#[test]
fn a_filter_is_followed_by_the_situation_and_taken_back_by_undo() {
    let mut s = session();
    s.apply(Action::Jump("1920-07-03".parse().expect("a day")));
    let hearsay = |s: &Session| {
        let atlas = s.timeline().atlas();
        s.situation()
            .districts()
            .flat_map(|d| d.stances())
            .filter(|x| atlas.claims[x.claim].told_by.is_some())
            .count()
    };
    assert!(hearsay(&s) > 0);
    s.apply(Action::Toggle(Condition::NoHearsay));
    assert_eq!(hearsay(&s), 0);
    s.apply(Action::Undo);
    assert!(hearsay(&s) > 0 && s.filter.is_empty());
}

#[test]
fn hidden_kinds_are_stepped_over() {
    let mut s = session();
    s.apply(Action::Show(Shown {
        messages: false,
        troops: false,
        holders: false,
        today: false,
    }));
    let before = s.day;
    s.apply(Action::NextChange);
    let atlas = s.timeline().atlas();
    let claim = atlas
        .claims
        .iter()
        .any(|c| c.dating.exact_day() == Some(s.day));
    let event = atlas
        .events
        .iter()
        .any(|e| e.dating.exact_day() == Some(s.day));
    assert!(s.day > before && (claim || event), "{}", s.day);
}

#[test]
fn back_and_forward_walk_what_was_selected() {
    let mut s = session();
    for id in ["sharur", "message-056", "goris-town"] {
        s.apply(Action::Select(Some(id.to_owned())));
    }
    s.apply(Action::Back);
    s.apply(Action::Back);
    assert_eq!(
        (s.selection.as_deref(), s.can_go()),
        (Some("sharur"), (false, true))
    );
    s.apply(Action::Forward);
    assert_eq!(s.selection.as_deref(), Some("message-056"));
    s.apply(Action::Select(Some("baku-city".to_owned())));
    assert_eq!(s.can_go(), (true, false));
}

#[test]
fn a_range_plays_and_loops_within_itself() {
    let mut s = session();
    let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
    s.apply(Action::SetRange(Some(DayRange::between(
        day("1920-07-01"),
        day("1920-07-05"),
    ))));
    assert_eq!(s.day, day("1920-07-05"));
    s.apply(Action::SetLoop(Loop::Again));
    s.apply(Action::TogglePlay);
    assert_eq!(s.day, day("1920-07-01"));
    for _ in 0..40 {
        s.apply(Action::Tick(0.5));
        assert!(s.range.is_some_and(|r| r.holds(s.day)) && s.playing);
    }
    s.apply(Action::SetPace(Pace::Events));
    s.apply(Action::Tick(100.0));
    assert!(s.range.is_some_and(|r| r.holds(s.day)));
}

#[test]
fn two_voices_of_one_capital_part_where_their_words_do() {
    let mut s = session();
    s.apply(Action::Jump("1920-07-08".parse().expect("a day")));
    s.apply(Action::SetLens(Lens::Voice("chicherin".into())));
    let compare = Compare {
        day: s.day,
        lens: Lens::Voice("orjonikidze".into()),
        style: CompareStyle::Side,
        split: 0.5,
        second: false,
    };
    s.apply(Action::SetCompare(Some(compare)));
    assert!(!s.differing.is_empty());
    s.apply(Action::SwapCompare);
    assert_eq!(s.lens, Lens::Voice("orjonikidze".into()));
    let second = s.second().expect("a second picture");
    assert_eq!(
        (second.lens.clone(), second.differing.clone()),
        (Lens::Voice("chicherin".into()), s.differing.clone())
    );
}

#[test]
fn the_time_line_zooms_about_a_day_and_stays_in_the_span() {
    let mut s = session();
    let day: NaiveDate = "1920-07-03".parse().expect("a day");
    s.apply(Action::ZoomDays(4.0, day));
    assert!(s.days.holds(day) && s.days.days() < 30);
    s.apply(Action::PanDays(10_000));
    assert_eq!(s.days.last, s.timeline().atlas().manifest.span.last());
    s.apply(Action::ZoomDays(1000.0, day));
    assert_eq!(s.days.days(), FEWEST_DAYS);
    s.apply(Action::AllDays);
    assert_eq!(s.days.first, s.timeline().atlas().manifest.span.start);
}
