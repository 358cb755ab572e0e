//! Tests of a visit, in real seconds.

use std::sync::Arc;

use super::*;
use crate::geometry::ScreenPoint;
use crate::session::tests::session;
use crate::session::{Action, Session, Skin};
use crate::timeline::Lens;

fn kiosk_with(change: impl FnOnce(&mut VisitSettings)) -> Session {
    let mut s = session();
    let mut settings = VisitSettings::of(s.whole().atlas(), "en");
    // The tours serve as scenes, whatever scenes the atlas has.
    settings.scenes.clone_from(&s.whole().atlas().tours);
    change(&mut settings);
    s.apply(Action::OpenKiosk(Arc::new(settings)));
    s
}

fn kiosk() -> Session {
    kiosk_with(|_| {})
}

fn does(s: &mut Session, action: VisitAction) {
    s.apply(Action::Visit(action));
}

fn visit(s: &Session) -> &Visit {
    s.visit().expect("a kiosk")
}

/// Lets seconds pass in steps of a length, as frames do.
fn wait(s: &mut Session, seconds: f64, step: f64) {
    let mut left = seconds;
    while left > 1e-9 {
        s.apply(Action::Tick(step.min(left)));
        left -= step;
    }
}

#[test]
fn the_countdown_comes_after_a_minute_and_the_attract_tour_after_ninety_seconds() {
    // However often the window is drawn: sixty times a second, or once.
    for step in [1.0 / 60.0, 0.25, 1.0] {
        let mut s = kiosk();
        does(&mut s, VisitAction::Begin(0));
        wait(&mut s, 59.0, step);
        assert_eq!(visit(&s).countdown_s(), None);
        wait(&mut s, 2.0, step);
        let left = visit(&s).countdown_s().expect("a countdown");
        assert!((left - 29.0).abs() < 1.1, "{left}");
        wait(&mut s, 27.5, step);
        assert!(!visit(&s).is_attract());
        wait(&mut s, 2.5, step);
        assert!(visit(&s).is_attract(), "drawn every {step} s");
    }
}

#[test]
fn a_touch_cancels_the_countdown() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    wait(&mut s, 85.0, 1.0);
    assert!(visit(&s).countdown_s().is_some());
    does(&mut s, VisitAction::Touch);
    assert_eq!(visit(&s).countdown_s(), None);
    wait(&mut s, 59.0, 1.0);
    assert_eq!(visit(&s).countdown_s(), None);
    assert_eq!(visit(&s).screen(), VisitScreen::Question);
}

/// The step, and whether its answer is shown.
fn shown(s: &Session) -> Option<(usize, bool)> {
    s.lecture()
        .map(|lecture| (lecture.at(), lecture.revealed()))
}

#[test]
fn the_attract_tour_gives_time_to_read_and_speaks_every_language_in_turn() {
    let mut s = kiosk();
    let mut spoken = vec![s.language().to_owned()];
    for _ in 0..12 {
        let step = shown(&s);
        wait(&mut s, 3.9, 0.3);
        assert_eq!(shown(&s), step);
        let rest = s.until_kiosk_s().expect("it plays");
        assert!(rest > 0.0 && rest < 90.0, "{rest}");
        wait(&mut s, rest + 0.01, 1.0);
        assert_ne!(shown(&s), step);
        spoken.push(s.language().to_owned());
    }
    let languages = &visit(&s).settings().languages;
    assert!(languages.iter().all(|l| spoken.contains(l)), "{spoken:?}");
}

#[test]
fn nothing_ends_a_tour_that_the_visitor_started_until_it_has_ended() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    does(&mut s, VisitAction::OpenScene(0));
    does(&mut s, VisitAction::Play);
    assert!(visit(&s).playing());
    let mut seconds = 0.0;
    while visit(&s).playing() {
        assert_eq!(visit(&s).countdown_s(), None);
        s.apply(Action::Tick(1.0));
        seconds += 1.0;
        assert!(seconds < 1200.0, "it ends");
    }
    assert_eq!(visit(&s).screen(), VisitScreen::Scene(0));
    wait(&mut s, 59.0, 1.0);
    assert_eq!(visit(&s).countdown_s(), None);
    wait(&mut s, 32.0, 1.0);
    assert!(visit(&s).is_attract());
}

#[test]
fn days_play_from_event_to_event_with_time_to_read() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    does(&mut s, VisitAction::OpenMap);
    does(&mut s, VisitAction::Play);
    for _ in 0..2 {
        let (from, due) = (s.day(), s.until_kiosk_s().expect("it plays"));
        assert!(due >= 4.0, "{due}");
        wait(&mut s, due - 0.05, 0.1);
        assert_eq!(s.day(), from);
        wait(&mut s, 0.1, 0.1);
        assert_eq!(Some(s.day()), s.timeline().next_change(from, |_| true));
    }
    // A machine that was held up for a minute skips nothing.
    let from = s.day();
    s.apply(Action::Tick(60.0));
    assert_eq!(Some(s.day()), s.timeline().next_change(from, |_| true));
    does(&mut s, VisitAction::Play);
    let paused = s.day();
    wait(&mut s, 30.0, 1.0);
    assert_eq!(s.day(), paused, "a pause pauses");
}

#[test]
fn a_reset_keeps_nothing_of_the_visitor_and_everything_of_the_museum() {
    let hidden: crate::timeline::Filter = "hide:troops,hide:messages".parse().expect("a filter");
    let mut s = kiosk_with(|settings| {
        settings.filter = hidden.clone();
        // What a kiosk works out once is not of the visitor.
        settings.contested = std::sync::OnceLock::from(None);
    });
    s.apply(Action::Resize(1080.0, 1400.0));
    let (fresh, fresh_view) = (format!("{:?}", visit(&s)), format!("{:?}", s.view()));
    for _ in 0..3 {
        does(&mut s, VisitAction::Begin(1));
        assert_ne!(s.language(), "en");
        for choice in VisitChoice::ALL {
            does(&mut s, VisitAction::Choose(choice));
        }
        does(&mut s, VisitAction::OpenScene(0));
        assert_eq!(
            s.filter(),
            &hidden,
            "a step cannot show what the museum leaves out"
        );
        does(&mut s, VisitAction::Next);
        does(&mut s, VisitAction::OpenMap);
        assert_eq!(s.filter(), &hidden);
        s.apply(Action::SetLens(Lens::Control));
        s.apply(Action::Zoom(4.0, ScreenPoint { x: 9.0, y: 9.0 }));
        does(&mut s, VisitAction::TouchMap(vec!["sharur".to_owned()]));
        assert_eq!(s.selection(), Some("sharur"));
        does(&mut s, VisitAction::Open(VisitPanel::HowToRead));
        does(&mut s, VisitAction::Reset);
        assert_eq!(format!("{:?}", visit(&s)), fresh);
        assert_eq!(format!("{:?}", s.view()), fresh_view);
        assert_eq!((s.language(), s.filter()), ("en", &hidden));
        assert!(!s.can_go_back() && !s.reduced_motion() && s.skin() == Skin::Kiosk);
        assert_eq!(s.viewport().size, (1080.0, 1400.0));
    }
}

#[test]
fn a_day_without_anything_leads_to_the_nearest_with_something() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    does(&mut s, VisitAction::OpenMap);
    let span = s.timeline().atlas().manifest.span;
    for day in span.start.iter_days().take_while(|d| *d <= span.end) {
        does(&mut s, VisitAction::Snap(day));
        let happened = s.day();
        assert!(span.start <= happened && happened <= span.end);
        let before = happened.pred_opt().expect("a day");
        assert_eq!(s.timeline().next_change(before, |_| true), Some(happened));
    }
}

#[test]
fn several_things_under_a_finger_are_a_list_to_choose_from() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    does(&mut s, VisitAction::OpenMap);
    let two = vec!["sharur".to_owned(), "nakhchivan-town".to_owned()];
    does(&mut s, VisitAction::TouchMap(two));
    let card = visit(&s).card().expect("a card");
    assert_eq!((card.targets().len(), card.target()), (2, None));
    does(&mut s, VisitAction::Pick(1));
    let target = visit(&s).card().and_then(VisitCard::target);
    assert_eq!(target, Some("nakhchivan-town"));
    assert_eq!(s.selection(), Some("nakhchivan-town"));
    does(&mut s, VisitAction::TouchMap(Vec::new()));
    assert_eq!((visit(&s).card(), s.selection()), (None, None));
}

#[test]
fn a_scene_seen_to_its_end_leads_back_to_the_question() {
    let mut s = kiosk();
    does(&mut s, VisitAction::Begin(0));
    does(&mut s, VisitAction::OpenScene(0));
    let mut presses = 0;
    while visit(&s).screen() == VisitScreen::Scene(0) {
        does(&mut s, VisitAction::Next);
        presses += 1;
        assert!(presses < 100);
    }
    assert_eq!(visit(&s).screen(), VisitScreen::Question);
    assert!(visit(&s).has_seen(0));
    assert!(s.lecture().is_none() && s.selection().is_none());
}

#[test]
fn the_research_window_is_as_it_was_after_a_kiosk_in_it() {
    let mut s = session();
    s.apply(Action::Jump("1920-07-03".parse().expect("a day")));
    s.apply(Action::SetLens(Lens::Control));
    let (before, state) = (format!("{:?}", s.view()), s.state());
    s.apply(Action::SetSkin(Skin::Kiosk));
    does(&mut s, VisitAction::Begin(1));
    does(&mut s, VisitAction::OpenMap);
    assert_eq!(s.state_to_remember(), state);
    s.apply(Action::SetSkin(Skin::Explore));
    assert_eq!((format!("{:?}", s.view()), s.language()), (before, "en"));
    assert!(s.visit().is_none());
}
