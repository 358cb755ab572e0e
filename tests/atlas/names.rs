//! Names on the map: states stand on ground that nobody disputes, no sign stands without a name, no name is too small to
//! read, and a name that bends is one word.

use std::collections::BTreeSet;
use std::sync::Arc;

use araxes::geometry::{MapGeometry, ScreenPoint, ScreenRect};
use araxes::model::BaseKind;
use araxes::paint::svg;
use araxes::scene::{
    Color, Furniture, Layer, Legend, Plate, Scene, SceneContext, Shape, Theme, letters_along,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::Timeline;
use resvg::{tiny_skia, usvg};

fn session(language: &str, day: &str, size: (f32, f32)) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin())
        .atlas
        .expect("the built-in atlas is clean");
    let mut s = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), language);
    s.apply(Action::Resize(size.0, size.1));
    s.apply(Action::Jump(day.parse().expect("a day")));
    s.apply(Action::Tick(10.0));
    s
}

/// Calls `look` with a context of the session, without furniture.
fn with_context<T>(session: &Session, look: impl FnOnce(&SceneContext<'_>) -> T) -> T {
    let (situation, text) = (session.situation().clone(), Text::new(session.language()));
    look(&SceneContext {
        session,
        situation: &situation,
        theme: &Theme::paper(),
        text: &text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: Some(30.0),
            has_buttons: false,
        },
        detail: araxes::scene::MapDetail::Whole,
    })
}

#[test]
fn states_stand_on_ground_that_no_record_disputes() {
    let session = session("en", "1920-07-03", (1200.0, 800.0));
    let atlas = session.timeline().atlas();
    let geometry: &MapGeometry = session.geometry();
    let disputed: BTreeSet<String> = atlas
        .claims
        .iter()
        .filter_map(|c| c.area.as_ref())
        .flat_map(|area| atlas.leaves_of(area))
        .map(|(leaf, _)| leaf.to_string())
        .collect();
    assert!(disputed.contains("julfa") && disputed.contains("shusha-uezd"));
    let states = atlas
        .base
        .features
        .iter()
        .filter(|f| f.kind == BaseKind::State);
    let mut looked_at = 0;
    for state in states {
        for line in geometry.names.iter().filter(|l| l.id == state.id) {
            for pair in line.points.windows(2) {
                for i in 0..=20 {
                    let part = f64::from(i) / 20.0;
                    let at = araxes::geometry::MapPoint {
                        x: pair[0].x + (pair[1].x - pair[0].x) * part,
                        y: pair[0].y + (pair[1].y - pair[0].y) * part,
                    };
                    let on = geometry.district_at(at).unwrap_or_default();
                    assert!(!disputed.contains(on), "{} stands on {on}", state.id);
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 500);
}

#[test]
fn no_sign_of_a_place_stands_without_its_name() {
    for (language, day) in [
        ("en", "1920-07-24"),
        ("hy", "1920-07-03"),
        ("ru", "1920-05-01"),
    ] {
        for size in [(1200.0, 800.0), (2600.0, 1700.0), (700.0, 500.0)] {
            let session = session(language, day, size);
            let scene = with_context(&session, Scene::new);
            let of = |layer: Layer, text: bool| -> BTreeSet<&str> {
                let items = scene.items.iter().filter(|i| i.layer == layer);
                items
                    .filter(|i| matches!(i.shape, Shape::Text(_)) == text)
                    .filter_map(|i| i.subject.as_deref())
                    .collect()
            };
            // A ring around a held town is not its sign.
            let held: BTreeSet<String> = session
                .situation()
                .places
                .iter()
                .map(|(place, _)| place.to_string())
                .collect();
            let named = of(Layer::Label, true);
            let signs = of(Layer::Place, false);
            assert!(signs.len() > 5, "{language} {day} {size:?}: {signs:?}");
            for sign in signs {
                assert!(
                    named.contains(sign) || held.contains(sign),
                    "{language} {day} {size:?}: {sign}"
                );
            }
        }
    }
}

#[test]
fn states_regions_and_ranges_have_their_names_in_every_language() {
    for (language, names) in [
        ("en", ["PERSIA", "AZERBAIJAN", "ARMENIA", "TURKEY"]),
        ("az", ["İRAN", "AZƏRBAYCAN", "ERMƏNİSTAN", "TÜRKİYƏ"]),
        ("tr", ["İRAN", "AZERBAYCAN", "ERMENİSTAN", "TÜRKİYE"]),
        ("ru", ["ПЕРСИЯ", "АЗЕРБАЙДЖАН", "АРМЕНИЯ", "ТУРЦИЯ"]),
        ("hy", ["ՊԱՐՍԿԱՍՏԱՆ", "ԱԴՐԲԵՋԱՆ", "ՀԱՅԱՍՏԱՆ", "ԹՈՒՐՔԻԱ"]),
    ] {
        let session = session(language, "1920-07-24", (1500.0, 900.0));
        let scene = with_context(&session, Scene::new);
        let set: Vec<&str> = scene
            .items
            .iter()
            .filter_map(|i| match &i.shape {
                Shape::TextOnPath { run, .. } => Some(run.text.as_str()),
                _ => None,
            })
            .collect();
        for name in names {
            assert!(set.contains(&name), "{language}: {name} is not in {set:?}");
        }
    }
}

#[test]
fn no_name_on_the_map_of_a_plate_is_too_small_to_read() {
    for (language, day) in [("en", "1920-07-24"), ("ru", "1920-07-03")] {
        let session = session(language, day, (1200.0, 800.0));
        let plate = with_context(&session, |view| Plate::new(view, (1920.0, 1080.0), None));
        let labels = plate.scene.items.iter().filter(|i| i.layer == Layer::Label);
        let runs = labels.filter_map(|i| match &i.shape {
            Shape::Text(run) | Shape::TextOnPath { run, .. } => Some(run),
            _ => None,
        });
        // A design unit of the map is a pixel or more at this size.
        let small: BTreeSet<String> = runs
            .filter(|run| run.size / plate.unit < 13.0 - 0.01)
            .map(|run| format!("{:.1} {}", run.size / plate.unit, run.text))
            .collect();
        assert!(small.is_empty(), "{day}: {small:#?}");
    }
}

#[test]
fn letters_on_a_curve_stand_alike() {
    let mut options = usvg::Options::default();
    araxes::scene::FILES
        .iter()
        .for_each(|f| options.fontdb_mut().load_font_data(f.bytes.to_vec()));
    let size = (1200.0, 800.0);
    let (mut names, mut letters) = (0, 0);
    for language in ["en", "ru", "hy", "az"] {
        let session = session(language, "1920-07-03", size);
        for item in with_context(&session, Scene::new).items {
            let Shape::TextOnPath { path, run } = &item.shape else {
                continue;
            };
            names += 1;
            let drawn = svg::document(
                size,
                Color([1, 2, 3, 255]),
                &[svg::Part {
                    id: "map".to_owned(),
                    items: std::slice::from_ref(&item),
                    rect: ScreenRect::sized(ScreenPoint::default(), size.0, size.1),
                    base_color: None,
                    view: session.viewport(),
                    unit: 1.0,
                }],
                session.geometry(),
                &svg::Form::default(),
            );
            let in_one_font = run.face.runs(&run.text).len() == 1;
            assert!(
                !in_one_font || drawn.contains(&format!(">{}</tspan></textPath>", run.text)),
                "{run:?}: one word"
            );
            let tree = usvg::Tree::from_str(&drawn, &options).expect("an SVG");
            let mut placed = Vec::new();
            glyphs(tree.root(), &mut placed);
            let wanted = letters_along(path, run);
            assert_eq!(placed.len(), wanted.len(), "{}", run.text);
            for (at, letter) in placed.iter().zip(&wanted) {
                letters += 1;
                let off = (at.x - letter.at.x).hypot(at.y - letter.at.y);
                assert!(
                    off < 1.0,
                    "{language} {}: {} is {off} points away",
                    run.text,
                    letter.text
                );
            }
        }
    }
    assert!(
        names > 30 && letters > 200,
        "{names} names of {letters} letters"
    );
}

/// Where the glyphs of all texts of a group start, but for spaces.
fn glyphs(group: &usvg::Group, out: &mut Vec<ScreenPoint>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => glyphs(inner, out),
            usvg::Node::Text(text) => {
                let spans = text.layouted().iter();
                let placed = spans.flat_map(|s| &s.positioned_glyphs);
                for glyph in placed.filter(|g| !g.text.trim().is_empty()) {
                    let mut start = tiny_skia::Point::from_xy(0.0, 0.0);
                    glyph.transform().map_point(&mut start);
                    out.push(ScreenPoint::new(start.x, start.y));
                }
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}
