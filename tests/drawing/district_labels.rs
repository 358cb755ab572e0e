//! Names of districts and groups: they stay where they are while the date moves, lie inside what they
//! name, and are never steep.

use std::collections::BTreeMap;
use std::sync::Arc;

use araxes::geometry::ScreenPoint;
use araxes::scene::{
    Furniture, Layer, Legend, MapDetail, Scene, SceneContext, Shape, TextRun, Theme, letters_along,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};

fn session(language: &str, lens: &str, size: (f32, f32)) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin())
        .atlas
        .expect("the built-in atlas is clean");
    let mut s = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), language);
    s.apply(Action::Resize(size.0, size.1));
    s.apply(Action::SetLens(
        Lens::named(lens, s.timeline().atlas()).expect("a lens"),
    ));
    s
}

fn scene(session: &Session) -> Scene {
    let (situation, text, theme) = (
        session.situation().clone(),
        Text::new(session.language()),
        Theme::paper(),
    );
    let furniture = Furniture {
        legend: Legend::Whole,
        scale_right: Some(92.0),
        has_buttons: false,
    };
    Scene::new(&SceneContext {
        session,
        situation: &situation,
        theme: &theme,
        text: &text,
        unit: 1.0,
        furniture,
        detail: MapDetail::Whole,
    })
}

/// The names of areas on a day, by district or group: the reader's and, below it, the lens's own.
fn names(session: &mut Session, day: &str) -> BTreeMap<String, Vec<TextRun>> {
    session.apply(Action::Jump(day.parse().expect("a day")));
    session.apply(Action::Tick(10.0));
    let scene = scene(session);
    let mut found: BTreeMap<String, Vec<TextRun>> = BTreeMap::new();
    for item in scene.items {
        let (Layer::Label, Some(id), Shape::Text(run)) = (item.layer, item.subject, item.shape)
        else {
            continue;
        };
        if session.geometry().area_of(&id).is_some() {
            found.entry(id).or_default().push(run);
        }
    }
    found
}

#[test]
fn the_town_in_the_middle_has_its_name_on_every_day() {
    for size in [(1200.0, 800.0), (2000.0, 1400.0)] {
        let mut session = session("en", "moscow", size);
        for day in DAYS {
            session.apply(Action::Jump(day.parse().expect("a day")));
            session.apply(Action::Tick(10.0));
            let (situation, text, theme) =
                (session.situation().clone(), Text::new("en"), Theme::paper());
            let furniture = Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            };
            let view = SceneContext {
                session: &session,
                situation: &situation,
                theme: &theme,
                text: &text,
                unit: 1.0,
                furniture,
                detail: MapDetail::Whole,
            };
            let items = Scene::new(&view).items;
            let named = items.iter().any(|i| {
                i.subject.as_deref() == Some("nakhchivan-town") && matches!(i.shape, Shape::Text(_))
            });
            assert!(named, "{day} {size:?}");
        }
    }
}

const DAYS: [&str; 9] = [
    "1920-04-28",
    "1920-05-01",
    "1920-05-20",
    "1920-06-19",
    "1920-06-25",
    "1920-07-03",
    "1920-07-14",
    "1920-07-24",
    "1920-07-31",
];

#[test]
fn names_of_districts_stay_where_they_are_while_the_date_moves() {
    for (language, lens) in [
        ("en", "claims"),
        ("en", "control"),
        ("en", "moscow"),
        ("ru", "yerevan"),
        ("hy", "moscow"),
    ] {
        let mut session = session(language, lens, (1200.0, 800.0));
        // An area drawn as one and a part of it have names of different sizes.
        let mut known: BTreeMap<(String, String, u32), TextRun> = BTreeMap::new();
        for day in DAYS.into_iter().chain(DAYS) {
            let found = names(&mut session, day);
            assert!(found.len() >= 8, "{language} {lens}: {:?}", found.keys());
            for (id, runs) in found {
                for run in runs {
                    let key = (id.clone(), run.text.clone(), run.size.to_bits());
                    let first = known.entry(key).or_insert_with(|| run.clone());
                    assert_eq!(*first, run, "{language} {lens}: {id} moved by {day}");
                }
            }
        }
    }
}

#[test]
fn names_along_a_line_lie_inside_their_district_letter_by_letter() {
    for language in ["en", "az", "tr", "ru", "hy"] {
        let mut session = session(language, "claims", (2000.0, 1400.0));
        session.apply(Action::Jump("1920-07-24".parse().expect("a day")));
        session.apply(Action::Tick(10.0));
        let mut curved = 0;
        for item in scene(&session).items {
            let (Some(id), Shape::TextOnPath { path, run }) = (&item.subject, &item.shape) else {
                continue;
            };
            let area = session.geometry().area_of(id).expect("an area");
            for letter in letters_along(path, run) {
                let (sin, cos) = letter.angle.sin_cos();
                let wide = letter.face.width(&letter.text, letter.size) / 2.0;
                let up = letter.size * 0.35;
                let middle = letter.at.plus(wide * cos + up * sin, wide * sin - up * cos);
                let at = session.viewport().map_from_screen(middle);
                assert!(area.holds(at), "{language} {id}: {}", letter.text);
                assert!(letter.angle.abs() < 1.2, "{language} {id}: {}", letter.text);
            }
            curved += 1;
        }
        assert!(curved >= 2, "{language}: {curved}");
    }
}

#[test]
fn names_of_districts_lie_inside_and_are_never_steep() {
    let (mut inside, mut all) = (0, 0);
    for language in ["en", "az", "tr", "ru", "hy"] {
        let mut session = session(language, "moscow", (2000.0, 1400.0));
        for (id, runs) in names(&mut session, "1920-07-03") {
            for run in runs {
                assert!(run.angle.abs() <= 35_f32.to_radians(), "{id}: {run:?}");
                assert!(run.tracking <= run.size * 0.25, "{id}: {run:?}");
                let long = run.face.width(&run.text, run.size)
                    + run.tracking * run.text.chars().count() as f32;
                let (sin, cos) = run.angle.sin_cos();
                let held = [
                    (0.0, 0.0),
                    (long, 0.0),
                    (0.0, -0.7 * run.size),
                    (long, -0.7 * run.size),
                ]
                .into_iter()
                .all(|(x, y)| {
                    let corner = ScreenPoint::new(
                        run.at.x + x * cos - y * sin,
                        run.at.y + x * sin + y * cos,
                    );
                    let area = session.geometry().area_of(&id);
                    area.expect("an area")
                        .holds(session.viewport().map_from_screen(corner))
                });
                all += 1;
                inside += i32::from(held);
                // Only a name whose district is too small for it leaves it, and then it has shrunk.
                assert!(held || run.size < 21.0, "{language} {id}: {run:?}");
            }
        }
    }
    assert!(inside * 100 >= all * 95, "{inside} of {all} lie inside");
}
