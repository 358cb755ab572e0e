//! What the map says of a selected place, and of what it has no room for.

use std::sync::Arc;

use araxes::geometry::{ScreenPoint, ScreenRect};
use araxes::scene::{Furniture, Layer, Legend, MapDetail, Scene, SceneContext, Shape, Theme};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::Timeline;

fn session(size: (f32, f32)) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
    let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
    let mut session = Session::new(Arc::new(timeline), "en");
    session.apply(Action::Resize(size.0, size.1));
    session.apply(Action::Jump("1920-07-03".parse().expect("a day")));
    session.apply(Action::EndMotion);
    session
}

fn scene(session: &Session, unit: f32) -> Scene {
    let situation = session.situation().clone();
    Scene::new(&SceneContext {
        session,
        situation: &situation,
        theme: &Theme::paper(),
        text: &Text::new("en"),
        unit,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: Some(92.0),
            has_buttons: true,
        },
        detail: MapDetail::Whole,
    })
}

/// Whether a place has its name on the map.
fn is_named(scene: &Scene, session: &Session, place: &str) -> bool {
    let name = session.timeline().atlas().name(place, "en");
    let is_name = |shape: &Shape| matches!(shape, Shape::Text(run) if run.text == name);
    scene.items.iter().any(|item| is_name(&item.shape))
}

/// Places in sight of a map, in its frame.
fn in_sight(session: &Session) -> Vec<String> {
    let view = session.viewport();
    let size = view.size;
    let frame = ScreenRect::sized(ScreenPoint::default(), size.0, size.1).expand(-3.0);
    let places = session.geometry().places.iter();
    let seen = places.filter(|(_, at)| frame.holds(view.screen_from_map(**at)));
    seen.map(|(id, _)| id.clone()).collect()
}

#[test]
fn a_selected_place_has_a_ring_and_its_name() {
    for (size, unit) in [((1200.0, 800.0), 1.0), ((900.0, 330.0), 1.4)] {
        let mut session = session(size);
        let places = in_sight(&session);
        assert!(places.len() > 10, "{}", places.len());
        for place in places {
            session.apply(Action::Select(Some(place.clone())));
            let scene = scene(&session, unit);
            let ring = scene.items.iter().any(|item| {
                item.layer == Layer::Mark
                    && item.subject.as_deref() == Some(place.as_str())
                    && matches!(item.shape, Shape::Circle { fill: None, .. })
            });
            assert!(ring, "{size:?}: no ring around {place}");
            assert!(
                is_named(&scene, &session, &place),
                "{size:?}: {place} has no name"
            );
        }
    }
}

#[test]
fn only_places_with_a_name_are_reached() {
    for (size, unit) in [
        ((1200.0, 800.0), 1.0),
        ((1150.0, 440.0), 2.0),
        ((1150.0, 220.0), 1.5),
    ] {
        let session = session(size);
        let scene = scene(&session, unit);
        let atlas = session.timeline().atlas();
        let reached = scene
            .hits
            .iter()
            .filter(|(_, id)| atlas.place(id).is_some());
        let unnamed: Vec<&str> = reached
            .map(|(_, id)| id.as_str())
            .filter(|id| !is_named(&scene, &session, id))
            .collect();
        assert_eq!(unnamed, Vec::<&str>::new(), "{size:?} {unit}");
    }
}

#[test]
fn reports_without_room_are_counted() {
    let note = |size, unit| {
        let scene = scene(&session(size), unit);
        let texts = scene.items.into_iter().filter_map(|item| match item.shape {
            Shape::Text(run) => Some(run.text),
            _ => None,
        });
        let all: Vec<String> = texts.collect();
        all.join(" ").contains("no room here")
    };
    assert!(!note((1400.0, 900.0), 1.0), "a large map has room for all");
    assert!(note((1150.0, 220.0), 1.5), "a low one says what it lacks");
}
