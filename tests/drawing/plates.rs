//! What a plate says beside its map: the finding of the day, the legend of what is drawn, and texts
//! that can be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use araxes::model::Atlas;
use araxes::scene::{
    Dash, Furniture, Layer, Legend, LegendRank, LegendSign, LineRef, MapDetail, PlaceSign, Plate,
    SceneContext, Shape, Theme,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};

/// Least size of a text on a sheet of 1920 × 1080, in pixels.
const LEAST_SIZE: f32 = 12.99;

fn atlas() -> Arc<Atlas> {
    let loaded = araxes::load::load(&araxes::load::files::builtin());
    Arc::new(loaded.atlas.expect("the built-in atlas"))
}

fn session_on(timeline: &Arc<Timeline>, day: &str, lens: &str) -> Session {
    let mut session = Session::new(Arc::clone(timeline), "en");
    let lens = Lens::named(lens, timeline.atlas()).expect("a lens");
    session.apply(Action::SetLens(lens));
    session.apply(Action::Jump(day.parse().expect("a day")));
    session.apply(Action::EndMotion);
    session
}

fn plate_of(session: &Session, size: (f32, f32)) -> Plate {
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let situation = Arc::clone(session.situation());
    let view = SceneContext {
        session,
        situation: &situation,
        theme: &theme,
        text: &text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        },
        detail: MapDetail::Whole,
    };
    Plate::new(&view, size, None)
}

/// The headline of a day: each row read against the records named beside it.
#[test]
fn the_headline_is_what_the_records_of_the_day_say() {
    let timeline = Timeline::new(atlas());
    let text = Text::new("en");
    let said = |day: &str, lens: &str| {
        let lens = Lens::named(lens, timeline.atlas()).expect("a lens");
        let situation = timeline.situation_on(day.parse().expect("a day"));
        let finding = text.finding(&timeline, &situation, &lens);
        finding.map_or_else(
            || text.no_finding(situation.day, &lens, timeline.atlas()),
            |f| f.sentence,
        )
    };
    for (day, lens, expected) in [
        // claim-006, claim-007
        (
            "1920-05-01",
            "claims",
            "Baku wants Armenian troops to leave Karabakh and Zangezur uezd",
        ),
        // Nothing is dated to this day.
        ("1920-05-05", "claims", "Nothing on record is dated 5 May"),
        (
            "1920-05-10",
            "adr",
            "Nothing from the Azerbaijan Democratic Republic is dated 10 May",
        ),
        // fix-014, message of the same order
        (
            "1920-06-25",
            "moscow",
            "Red Army units ordered to Nakhchivan uezd",
        ),
        // control-011 and control-012, both as Chicherin writes
        (
            "1920-07-02",
            "claims",
            "Reported: Jabrayil and Shusha held by Moscow",
        ),
        // claim-092 to claim-095
        (
            "1920-07-03",
            "moscow",
            "Moscow would give Sharur-Daralagez uezd and Nakhchivan uezd to Yerevan",
        ),
        // control-014 with fix-011
        ("1920-07-06", "claims", "Red Army troops take Goris"),
        // control-018 with fix-034
        ("1920-07-14", "control", "Armenian troops take Dahna gorge"),
        (
            "1920-07-15",
            "narimanov",
            "Nothing from N. Narimanov is dated 15 July",
        ),
        // control-023 with fix-042
        ("1920-07-24", "claims", "Armenian troops take Shahtakhti"),
        (
            "1920-07-24",
            "moscow",
            "Reported: Moscow calls Karabakh and Zangezur uezd Baku’s",
        ),
        // event-052; the claim of that day is undated
        ("1920-07-31", "claims", "The ultimatum runs out"),
        (
            "1920-07-31",
            "control",
            "No new holder on record for 31 July",
        ),
    ] {
        assert_eq!(said(day, lens), expected, "{day} {lens}");
    }
}

#[test]
fn a_headline_of_a_possible_record_says_so_and_none_is_long() {
    let timeline = Timeline::new(atlas());
    let text = Text::new("en");
    for day in timeline.change_days() {
        let situation = timeline.situation_on(*day);
        for lens in ["claims", "control", "moscow", "yerevan", "baku", "ankara"] {
            let lens = Lens::named(lens, timeline.atlas()).expect("a lens");
            let Some(finding) = text.finding(&timeline, &situation, &lens) else {
                continue;
            };
            let words = finding.sentence.split_whitespace().count();
            assert!(words <= 14, "{day}: {}", finding.sentence);
            let record = timeline.atlas().record(finding.record.as_str());
            let head = record.expect("its record").head();
            let told = head.told_by.is_some();
            let says = finding.sentence.starts_with("Reported: ");
            assert_eq!(told, says, "{day}: {}", finding.sentence);
        }
    }
}

/// The kinds of signs on a plate's map, as the words of the legend that must explain them.
fn drawn(plate: &Plate, session: &Session) -> BTreeSet<&'static str> {
    let (geometry, view) = (session.geometry(), plate.view);
    let on_map = |p: araxes::geometry::ScreenPoint| {
        (2.0..plate.map.width() - 2.0).contains(&p.x)
            && (2.0..plate.map.height() - 2.0).contains(&p.y)
    };
    let mut signs = BTreeSet::new();
    for item in &plate.scene.items {
        match (&item.layer, &item.shape) {
            (Layer::Boundary | Layer::Railway, Shape::MapLine { line, stroke }) => {
                let points = line.lines(geometry).into_iter().flatten();
                let seen = points.into_iter().any(|p| on_map(view.screen_from_map(*p)));
                match (line, stroke.dash) {
                    _ if !seen => {}
                    (LineRef::Railway(_), _) => drop(signs.insert("railway")),
                    (LineRef::Boundary(_), Dash::Solid) => drop(signs.insert("solid")),
                    (LineRef::Boundary(_), Dash::Dashed(..)) => drop(signs.insert("dashed")),
                    (LineRef::Boundary(_), Dash::Dotted(_)) => drop(signs.insert("dotted")),
                    _ => {}
                }
            }
            (Layer::Place, shape) if !matches!(shape, Shape::Text(_)) => {
                let id = item.subject.as_deref().unwrap_or_default();
                let at = geometry.places.get(id).map(|p| view.screen_from_map(*p));
                let place = session.timeline().atlas().place(id);
                if let Some(place) = place.filter(|_| at.is_some_and(on_map)) {
                    signs.insert(match PlaceSign::of(place) {
                        PlaceSign::Capital => "capital",
                        PlaceSign::Town => "town",
                        PlaceSign::Village => "village",
                        PlaceSign::Peak => "peak",
                        PlaceSign::Pass => "pass",
                    });
                }
            }
            (Layer::Seat, Shape::Circle { .. }) => drop(signs.insert("seat")),
            (Layer::Band, Shape::MapRings { .. }) => drop(signs.insert("ribbon")),
            (
                Layer::Trail,
                Shape::Path {
                    closed: true,
                    stroke: Some(_),
                    ..
                },
            ) => {
                signs.insert("arrow");
            }
            _ => {}
        }
    }
    signs
}

#[test]
fn the_legend_explains_every_sign_that_is_drawn_and_no_other() {
    let timeline = Arc::new(Timeline::new(atlas()));
    for (day, lens) in [
        ("1920-05-01", "claims"),
        ("1920-05-10", "adr"),
        ("1920-06-25", "moscow"),
        ("1920-07-03", "moscow"),
        ("1920-07-14", "control"),
        ("1920-07-24", "claims"),
    ] {
        let session = session_on(&timeline, day, lens);
        let plate = plate_of(&session, (1920.0, 1080.0));
        let legend = &plate.scene.legend;
        let has = |rank: LegendRank| legend.iter().any(|e| e.rank == rank);
        let explained = [
            ("railway", has(LegendRank::Railway)),
            ("solid", has(LegendRank::Boundary(3))),
            ("dashed", has(LegendRank::Boundary(2))),
            ("dotted", has(LegendRank::Boundary(1))),
            ("seat", has(LegendRank::Seat)),
            (
                "ribbon",
                has(LegendRank::Held) || has(LegendRank::PossiblyHeld),
            ),
            ("arrow", has(LegendRank::Move)),
            ("capital", has(LegendRank::Place(PlaceSign::Capital))),
            ("town", has(LegendRank::Place(PlaceSign::Town))),
            ("village", has(LegendRank::Place(PlaceSign::Village))),
            ("peak", has(LegendRank::Place(PlaceSign::Peak))),
            ("pass", has(LegendRank::Place(PlaceSign::Pass))),
        ];
        let explained: BTreeSet<&str> = explained
            .into_iter()
            .filter(|(_, is)| *is)
            .map(|(name, _)| name)
            .collect();
        assert_eq!(drawn(&plate, &session), explained, "{day} {lens}");
        let fills: BTreeSet<String> = plate
            .scene
            .items
            .iter()
            .filter(|item| item.layer == Layer::Fill)
            .filter_map(|item| match &item.shape {
                Shape::Area {
                    base_color,
                    texture,
                    opacity,
                    ..
                } if texture.is_some() || base_color.is_some_and(|c| c != Theme::paper().land) => {
                    Some(format!("{base_color:?} {texture:?} {}", *opacity < 1.0))
                }
                _ => None,
            })
            .collect();
        let samples: BTreeSet<String> = legend
            .iter()
            .filter_map(|e| match &e.sign {
                LegendSign::Fill(base, texture, possible) if !e.areas.is_empty() => {
                    Some(format!("{base:?} {texture:?} {possible}"))
                }
                _ => None,
            })
            .collect();
        assert!(
            fills.is_subset(&samples),
            "{day} {lens}: {fills:?} {samples:?}"
        );
    }
}

#[test]
fn no_text_of_a_page_is_too_small_to_read() {
    let timeline = Arc::new(Timeline::new(atlas()));
    for (day, lens) in [
        ("1920-07-03", "moscow"),
        ("1920-07-24", "claims"),
        ("1920-05-05", "adr"),
    ] {
        let session = session_on(&timeline, day, lens);
        for size in [(1920.0, 1080.0), (1080.0, 1920.0), (3840.0, 2160.0)] {
            let plate = plate_of(&session, size);
            for item in &plate.around {
                let Shape::Text(run) = &item.shape else {
                    continue;
                };
                assert!(
                    run.size >= LEAST_SIZE,
                    "{day} {size:?}: {} {}",
                    run.text,
                    run.size
                );
                let right = run.at.x + run.face.width(&run.text, run.size);
                let inside = run.angle != 0.0 || (run.at.x >= 0.0 && right <= size.0);
                assert!(inside && run.at.y <= size.1, "{day} {size:?}: {}", run.text);
                assert!(!run.text.ends_with('…'), "{day} {size:?}: {}", run.text);
            }
        }
    }
}

#[test]
fn an_upright_plate_has_the_messages_of_its_day() {
    let timeline = Arc::new(Timeline::new(atlas()));
    let session = session_on(&timeline, "1920-07-03", "moscow");
    let plate = plate_of(&session, (1080.0, 1920.0));
    let texts: Vec<&str> = plate
        .around
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Text(run) => Some(run.text.as_str()),
            _ => None,
        })
        .collect();
    let heading = texts.iter().position(|t| *t == "What was sent on this day");
    let heading = heading.expect("the heading");
    assert!(
        texts[heading + 1].starts_with("Telegram from G. Chicherin"),
        "{texts:?}"
    );
    assert!(texts.iter().any(|t| t.contains("GeoNames")), "credits");
}
