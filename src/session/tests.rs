//! Tests of what each action changes in a session.

use std::sync::LazyLock;

use chrono::Days;

use super::*;
use crate::model::Tour;
use crate::time::FEWEST_VISIBLE_DAYS as FEWEST_DAYS;
use crate::timeline::Condition;

pub(super) fn session() -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        Session::new(
            Arc::new(Timeline::new(crate::load::fixtures::builtin())),
            "en",
        )
    });
    SESSION.clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn scrubbing_is_one_step_of_undo_and_a_lens_another() {
    let mut s = session();
    let start = s.day();
    (0..20).for_each(|_| s.apply(Action::StepDays(1)));
    s.apply(Action::SetLens(Lens::Control));
    s.apply(Action::Undo);
    assert_eq!(
        (s.lens.clone(), s.day()),
        (Lens::Claims, start + Days::new(20))
    );
    s.apply(Action::Undo);
    assert_eq!(s.day(), start);
    s.apply(Action::Redo);
    assert_eq!(s.day(), start + Days::new(20));
}

#[test]
fn no_day_outside_the_span_is_reached() {
    let mut s = session();
    s.apply(Action::StepDays(-5));
    assert_eq!(s.day(), s.timeline().atlas().manifest.span.start);
    s.apply(Action::StepDays(100_000));
    assert_eq!(s.day(), s.timeline().atlas().manifest.span.last());
}

#[test]
fn playing_moves_by_seconds_and_stops_at_the_end_of_the_main_part() {
    let mut s = session();
    s.apply(Action::TogglePlay);
    s.apply(Action::Tick(1.0));
    assert_eq!(
        s.day(),
        s.timeline().atlas().manifest.span.start + Days::new(2)
    );
    s.apply(Action::Tick(1000.0));
    assert_eq!(
        (s.day(), s.playing()),
        (s.timeline().atlas().manifest.span.end, false)
    );
}

#[test]
fn days_keep_to_the_clock_and_no_event_is_passed_over() {
    let mut s = session();
    let start = s.day();
    s.apply(Action::SetSpeed(4.0));
    s.apply(Action::SetPlaying(true));
    s.apply(Action::Tick(2.5));
    let passed = crate::time::days_between(start, s.day());
    assert_eq!(passed, 10, "frames are skipped, not days");
    let mut s = session();
    s.apply(Action::SetPace(Pace::Events));
    s.apply(Action::SetPlaying(true));
    let first = s.timeline().next_change(start, |_| true);
    s.apply(Action::Tick(60.0));
    assert_eq!(Some(s.day()), first, "one event after the other");
    s.apply(Action::Tick(3.0));
    assert_eq!(Some(s.day()), first, "it stays for its time");
    s.apply(Action::Tick(0.3));
    assert!(Some(s.day()) > first && s.playing());
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
            .filter(|x| atlas.claims[x.claim].head.told_by.is_some())
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
        fills: true,
    }));
    let before = s.day();
    s.apply(Action::NextChange);
    let atlas = s.timeline().atlas();
    let claim = atlas
        .claims
        .iter()
        .any(|c| c.head.dating.exact_day() == Some(s.day()));
    let event = atlas
        .events
        .iter()
        .any(|e| e.head.dating.exact_day() == Some(s.day()));
    assert!(s.day() > before && (claim || event), "{}", s.day());
}

#[test]
fn back_and_forward_go_through_the_selections() {
    let mut s = session();
    for id in ["sharur", "message-056", "goris-town"] {
        s.apply(Action::Select(Some(id.to_owned())));
    }
    s.apply(Action::Back);
    s.apply(Action::Back);
    assert_eq!(
        (s.selection(), s.can_go_back(), s.can_go_forward()),
        (Some("sharur"), false, true)
    );
    s.apply(Action::Forward);
    assert_eq!(s.selection(), Some("message-056"));
    s.apply(Action::Select(Some("baku-city".to_owned())));
    assert!(s.can_go_back() && !s.can_go_forward());
}

#[test]
fn a_range_plays_and_loops_within_itself() {
    let mut s = session();
    s.apply(Action::SetRange(Some(DayRange::between(
        day("1920-07-01"),
        day("1920-07-05"),
    ))));
    assert_eq!(s.day(), day("1920-07-05"));
    s.apply(Action::SetLoop(Loop::Again));
    s.apply(Action::TogglePlay);
    assert_eq!(s.day(), day("1920-07-01"));
    for _ in 0..40 {
        s.apply(Action::Tick(0.5));
        assert!(s.range().is_some_and(|r| r.holds(s.day())) && s.playing());
    }
    s.apply(Action::SetPace(Pace::Events));
    s.apply(Action::Tick(100.0));
    assert!(s.range().is_some_and(|r| r.holds(s.day())));
}

#[test]
fn a_day_outside_the_range_leaves_it_and_is_undone_in_one_step() {
    let mut s = session();
    let range = DayRange::between(day("1920-07-01"), day("1920-07-05"));
    s.apply(Action::SetRange(Some(range)));
    s.apply(Action::Jump(day("1920-07-03")));
    assert_eq!(s.range(), Some(range), "a day of the range keeps it");
    s.apply(Action::Jump(day("1920-07-24")));
    assert_eq!((s.range(), s.day()), (None, day("1920-07-24")));
    s.apply(Action::Undo);
    assert_eq!((s.range(), s.day()), (Some(range), day("1920-07-03")));
}

#[test]
fn two_voices_of_one_capital_differ_only_where_their_statements_do() {
    let mut s = session();
    s.apply(Action::Jump("1920-07-08".parse().expect("a day")));
    s.apply(Action::SetLens(Lens::Voice("chicherin".into())));
    let compare = Compare {
        day: s.day(),
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
    assert!(s.visible_days().holds(day) && s.visible_days().days() < 30);
    s.apply(Action::PanDays(10_000));
    assert_eq!(
        s.visible_days().last,
        s.timeline().atlas().manifest.span.last()
    );
    s.apply(Action::ZoomDays(1000.0, day));
    assert_eq!(s.visible_days().days(), FEWEST_DAYS);
    s.apply(Action::AllDays);
    assert_eq!(
        s.visible_days().first,
        s.timeline().atlas().manifest.span.start
    );
}

#[test]
fn a_filter_set_during_a_fade_ends_the_fade() {
    let mut s = session();
    s.apply(Action::Jump(day("1920-07-02")));
    s.apply(Action::Jump(day("1920-07-03")));
    s.apply(Action::SetLens(Lens::Party("moscow".into())));
    assert!(s.fading().is_some());
    s.apply(Action::Toggle(Condition::Archive("RGASPI".into())));
    assert!(s.fading().is_none() && s.glow().is_none());
    // The old situation still refers to positions of the old atlas.
    s.apply(Action::SetLens(Lens::Claims));
    s.apply(Action::Undo);
    s.apply(Action::Undo);
    if let Some((before, lens, _)) = s.fading() {
        before.districts().for_each(|d| drop(d.fill(lens)));
    }
}

#[test]
fn undo_across_a_filter_and_a_lens_keeps_to_one_atlas() {
    let mut s = session();
    s.apply(Action::Jump(day("1920-07-24")));
    for archive in ["RGASPI", "ARDA"] {
        s.apply(Action::SetLens(Lens::Control));
        s.apply(Action::Toggle(Condition::Archive(archive.into())));
        s.apply(Action::SetLens(Lens::Party("yerevan".into())));
        s.apply(Action::Tick(0.05));
    }
    for action in [Action::Undo, Action::Undo, Action::Redo, Action::Undo] {
        s.apply(action);
        if let Some((before, lens, _)) = s.fading() {
            before.districts().for_each(|d| drop(d.fill(lens)));
        }
        assert!(Arc::ptr_eq(s.situation().atlas(), s.timeline().atlas()));
    }
}

#[test]
fn a_reader_who_drags_the_edge_takes_it_back_in_one_step() {
    let mut s = session();
    s.apply(Action::SetCompare(Some(Compare {
        day: s.day(),
        lens: Lens::Control,
        style: CompareStyle::Swipe,
        split: 0.5,
        second: false,
    })));
    (0..20).for_each(|i| s.apply(Action::SetSplit(0.5 + i as f32 / 100.0)));
    s.apply(Action::Undo);
    assert_eq!(s.compare().map(|c| c.split), Some(0.5));
}

/// A tour of three steps; the second asks a question and shows two maps.
fn tour() -> Arc<Tour> {
    let text = r#"{"id": "t", "title": {"en": "T"}, "steps": [
        {"id": "a", "kind": "opening", "date": "1920-04-27", "lens": "claims", "layers": [],
         "headline": {"en": "A"}, "caption": {"en": "A."}, "short": true},
        {"id": "b", "kind": "question", "date": "1920-07-03", "range": "1920-07-02/1920-07-04",
         "compare": ["moscow", "baku"], "view": {"fit": ["nakhchivan-uezd"]}, "layers": ["fills"],
         "select": "message-056", "headline": {"en": "B"}, "caption": {"en": "B."},
         "ask": {"en": "Whose?"}, "reveal": {"en": "Two answers."}},
        {"id": "c", "kind": "closing", "date": "1920-07-24", "lens": "control",
         "view": {"centre": [45.4, 39.2], "width_km": 120}, "layers": ["holders", "troops"],
         "headline": {"en": "C"}, "caption": {"en": "C."}, "short": true}]}"#;
    Arc::new(serde_json::from_str(text).expect("a tour"))
}

#[test]
fn a_lecture_goes_through_its_steps_and_returns_to_the_exact_view() {
    let mut s = session();
    s.apply(Action::OpenTour(tour(), TourVersion::Whole));
    assert!(s.skin() == Skin::Lecture && s.day() == day("1920-04-27") && !s.is_detour());
    assert_eq!(
        s.shown(),
        Shown {
            troops: false,
            messages: false,
            holders: false,
            today: false,
            fills: false
        }
    );
    s.apply(Action::PreviousStep);
    s.apply(Action::NextStep);
    let at = |s: &Session| {
        s.lecture()
            .map(|l| (l.at(), l.revealed()))
            .expect("a lecture")
    };
    assert_eq!(at(&s), (1, false));
    assert_eq!(s.compare().map(|c| c.lens.name()), Some("baku"));
    let (state, view) = (s.state(), s.viewport());
    s.apply(Action::NextStep);
    assert_eq!(at(&s), (1, true), "the answer comes before the next step");
    assert!(!s.is_detour());
    for detour in [
        Action::Jump(day("1920-05-01")),
        Action::Pan(40.0, 0.0),
        Action::Home,
        Action::SetLens(Lens::Control),
        Action::Select(None),
    ] {
        s.apply(detour.clone());
        assert!(s.is_detour(), "{detour:?}");
        s.apply(Action::ReturnToStep);
        s.apply(Action::EndMotion);
        assert!(
            !s.is_detour() && s.state() == state && s.viewport() == view,
            "{detour:?}"
        );
    }
    // A detour would cover the answer.
    s.apply(Action::PreviousStep);
    s.apply(Action::SetLens(Lens::Control));
    s.apply(Action::NextStep);
    s.apply(Action::EndMotion);
    assert!(at(&s) == (1, true) && !s.is_detour() && s.state() == state);
    s.apply(Action::Jump(day("1920-05-01")));
    s.apply(Action::NextStep);
    assert_eq!(at(&s), (2, false));
    s.apply(Action::NextStep);
    assert_eq!(at(&s), (2, false), "it stays on the last step");
    s.apply(Action::Resize(700.0, 400.0));
    assert!(!s.is_detour(), "another size of the window is no detour");
    s.apply(Action::GoToStep(7));
    assert_eq!(at(&s), (2, false));
    s.apply(Action::CloseTour);
    assert!(s.skin() == Skin::Explore && s.lecture().is_none());
}

#[test]
fn a_lecture_leaves_the_view_of_the_research_skin_as_it_was() {
    let mut s = session();
    for action in [
        Action::Jump(day("1920-06-30")),
        Action::SetLens(Lens::Party("moscow".into())),
        Action::Select(Some("sharur".to_owned())),
        Action::Toggle(Condition::NoHearsay),
        Action::Zoom(3.0, crate::geometry::ScreenPoint { x: 9.0, y: 9.0 }),
    ] {
        s.apply(action);
    }
    let (state, view) = (s.state(), s.viewport());
    s.apply(Action::OpenTour(tour(), TourVersion::Whole));
    s.apply(Action::Resize(700.0, 400.0));
    s.apply(Action::GoToStep(2));
    assert!(s.filter().is_empty() && s.selection().is_none());
    assert_eq!(s.state_to_remember(), state, "what is kept is not the step");
    s.apply(Action::CloseTour);
    assert_eq!((s.state(), s.viewport()), (state.clone(), view));
    assert!(s.fading().is_none() && !s.moves());
    s.apply(Action::ResumeTour);
    assert_eq!(s.lecture().map(Lecture::at), Some(2));
    s.apply(Action::CloseTour);
    s.apply(Action::Undo);
    assert!(s.filter().is_empty(), "the steps of undo are the reader's");
    assert_ne!(s.state(), state);
}

#[test]
fn a_step_moves_the_map_before_the_colors_fade_and_old_fills_lie_over_new_ones() {
    let text = r#"{"id": "t", "title": {"en": "T"}, "steps": [
        {"id": "a", "date": "1920-06-01", "lens": "claims", "layers": ["fills"],
         "headline": {"en": "A"}, "caption": {"en": "A."}},
        {"id": "b", "date": "1920-07-03", "lens": "moscow", "layers": ["fills"],
         "view": {"fit": ["nakhchivan-uezd"]}, "transition": "move",
         "headline": {"en": "B"}, "caption": {"en": "B."}},
        {"id": "c", "date": "1920-07-24", "lens": "moscow", "layers": ["fills"],
         "view": {"fit": ["sharur"]}, "transition": "cut",
         "headline": {"en": "C"}, "caption": {"en": "C."}}]}"#;
    let tour: Arc<Tour> = Arc::new(serde_json::from_str(text).expect("a tour"));
    let mut s = session();
    s.apply(Action::OpenTour(Arc::clone(&tour), TourVersion::Whole));
    assert!(!s.moves(), "the first step is there at once");
    let from = s.viewport();
    s.apply(Action::NextStep);
    assert_eq!(s.viewport(), from);
    let opacity = |s: &Session| s.fading().map(|(_, _, left)| left);
    assert_eq!(opacity(&s), Some(1.0));
    s.apply(Action::Tick(0.4));
    let middle = s.viewport();
    assert!(middle != from && opacity(&s) == Some(1.0) && !s.is_detour());
    s.apply(Action::Tick(0.6));
    let to = s.viewport();
    assert!(to != middle && opacity(&s).is_some_and(|left| left > 0.2 && left < 0.8));
    s.apply(Action::Tick(0.5));
    assert!(opacity(&s).is_none() && s.glow().is_none() && s.viewport() == to);
    s.apply(Action::NextStep);
    assert!(!s.moves(), "a cut has no transition");
    s.apply(Action::Pan(30.0, 0.0));
    s.apply(Action::ReturnToStep);
    assert!(s.moves() && !s.is_detour(), "the map is seen to move back");
    s.apply(Action::SetStepped(true));
    assert!(!s.moves());
    s.apply(Action::PreviousStep);
    assert!(!s.moves() && s.viewport() == to, "a slow screen cuts");
}

#[test]
fn the_shorter_version_has_only_its_steps() {
    let mut s = session();
    s.apply(Action::OpenTour(tour(), TourVersion::Short));
    let ids = s
        .lecture()
        .map(|l| l.steps().map(|step| step.id.clone()).collect::<Vec<_>>());
    assert_eq!(ids, Some(vec!["a".to_owned(), "c".to_owned()]));
}

#[test]
fn a_session_changes_to_a_language_of_its_atlas_alone() {
    let mut s = session();
    s.apply(Action::SetLanguage("hy".to_owned()));
    assert_eq!(s.language(), "hy");
    s.apply(Action::SetLanguage("xx".to_owned()));
    assert_eq!(s.language(), "hy");
    s.apply(Action::Undo);
    assert_eq!(s.language(), "hy", "a language is no step of undo");
}
