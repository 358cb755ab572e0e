//! What is drawn as one area: only what has one answer, the highest such area, every district once. Holders
//! have one ribbon around all that they hold, and a bracket where a part is held that nobody named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use araxes::geometry::MapPoint;
use araxes::model::{DistrictId, HeldExtent};
use araxes::scene::{
    AreaRef, Color, Furniture, Item, Layer, Legend, LegendSign, Scene, SceneContext, Shape,
    Texture, Theme,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::time::Truth;
use araxes::timeline::{Fill, Lens, Timeline};

fn session(folder: Option<&str>) -> Session {
    let files = folder.map_or_else(araxes::load::files::builtin, |folder| {
        araxes::load::files::read_folder(std::path::Path::new(folder)).expect("a folder")
    });
    let atlas = araxes::load::load(&files).atlas.expect("a clean atlas");
    let mut s = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    s.apply(Action::Resize(1200.0, 800.0));
    s
}

/// Looks at a point off the map: every area is still filled, but no name takes time.
fn look_away(session: &mut Session) {
    let far = MapPoint { x: 1e5, y: 1e5 };
    session.apply(Action::LookAt(far, 10.0));
}

fn scene(session: &mut Session, day: &str, lens: &Lens, theme: &Theme) -> Scene {
    session.apply(Action::SetLens(lens.clone()));
    session.apply(Action::Jump(day.parse().expect("a day")));
    session.apply(Action::Tick(10.0));
    let (situation, text) = (session.situation().clone(), Text::new("en"));
    Scene::new(&SceneContext {
        session,
        situation: &situation,
        theme,
        text: &text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        },
        detail: araxes::scene::MapDetail::Whole,
    })
}

fn lens(session: &Session, name: &str) -> Lens {
    Lens::named(name, session.timeline().atlas()).expect("a lens")
}

fn lenses(session: &Session) -> Vec<Lens> {
    let parties = session.timeline().atlas().parties.iter();
    let parties = parties.map(|p| Lens::Party(p.id.clone()));
    [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(parties)
        .collect()
}

/// Every day for the lenses of claims and control, every fourth one for each of the parties.
fn some_of(days: &[chrono::NaiveDate], lens: usize) -> impl Iterator<Item = &chrono::NaiveDate> {
    let (first, step) = if lens < 2 { (0, 1) } else { (lens % 4, 4) };
    days.iter().skip(first).step_by(step)
}

/// The drawn areas of a scene.
fn drawn(scene: &Scene) -> BTreeSet<String> {
    let fills = scene.items.iter().filter(|i| i.layer == Layer::Fill);
    fills.filter_map(|i| i.subject.clone()).collect()
}

fn leaves(session: &Session, area: &str) -> Vec<String> {
    let leaves = session
        .timeline()
        .atlas()
        .leaves_of(&DistrictId::from(area));
    leaves
        .into_iter()
        .map(|(leaf, _)| leaf.to_string())
        .collect()
}

#[test]
fn what_is_drawn_as_one_has_one_answer_and_every_district_is_drawn_once() {
    for folder in [
        None,
        Some("tests/fixtures/far-south"),
        Some("docs/example-atlas"),
    ] {
        let mut session = session(folder);
        look_away(&mut session);
        let days: Vec<_> = session.timeline().change_days().to_vec();
        let theme = Theme::paper();
        for (i, lens) in lenses(&session).into_iter().enumerate() {
            for day in some_of(&days, i) {
                let scene = scene(&mut session, &day.to_string(), &lens, &theme);
                let atlas = session.timeline().atlas();
                let fill = |leaf: &str| {
                    let state = session.situation().district(leaf).expect("a district");
                    if lens == Lens::Control {
                        // An unnamed part of a district is told by a bracket at its name.
                        let whole = state
                            .holders()
                            .filter(|(c, _)| c.extent == HeldExtent::Whole);
                        let whole = whole.filter_map(|(c, truth)| Some((c.holder.clone()?, truth)));
                        return (None, whole.collect::<BTreeMap<_, _>>(), None, false);
                    }
                    let Fill {
                        kind,
                        parties,
                        certainty,
                        hearsay,
                        ..
                    } = state.fill(&lens);
                    let parties = parties.into_iter().map(|p| (p, Truth::Certain));
                    (Some(kind), parties.collect(), certainty, hearsay)
                };
                let mut found: Vec<String> = Vec::new();
                for area in drawn(&scene) {
                    let leaves = leaves(&session, &area);
                    let first = fill(&leaves[0]);
                    assert!(
                        leaves.iter().all(|l| fill(l) == first),
                        "{day} {lens:?}: {area}"
                    );
                    found.extend(leaves);
                }
                found.sort();
                let mut all: Vec<String> =
                    atlas.leaf_districts().map(|d| d.id.to_string()).collect();
                all.sort();
                assert_eq!(found, all, "{day} {lens:?}");
            }
        }
    }
}

#[test]
fn a_district_is_one_area_where_its_parts_agree_and_several_where_they_differ() {
    let (mut session, theme) = (session(None), Theme::paper());
    let (moscow, claims) = (lens(&session, "moscow"), Lens::Claims);
    let areas = drawn(&scene(&mut session, "1920-07-03", &moscow, &theme));
    for one in [
        "zangezur-uezd",
        "nakhchivan-uezd",
        "sharur-daralagez-uezd",
        "karabakh",
    ] {
        assert!(areas.contains(one), "{one}: {areas:?}");
    }
    // Nothing is on record for the uezd of Yerevan, which is one answer too.
    assert!(areas.contains("erivan-uezd"), "{areas:?}");
    let areas = drawn(&scene(&mut session, "1920-07-24", &claims, &theme));
    // Yerevan claims and holds Sharur, and claims Daralagez.
    assert!(
        areas.contains("sharur") && areas.contains("daralagez"),
        "{areas:?}"
    );
    // A group without an answer leaves its members their names.
    let areas = drawn(&scene(&mut session, "1920-07-03", &claims, &theme));
    assert!(
        areas.contains("shusha-uezd") && !areas.contains("karabakh"),
        "{areas:?}"
    );
}

/// The lines of ribbons, by the number of connected areas they run around.
fn ribbons(scene: &Scene) -> Vec<&Item> {
    let bands = scene.items.iter().filter(|i| i.layer == Layer::Band);
    bands.collect()
}

fn texts<'a>(scene: &'a Scene, wanted: &'a str) -> impl Iterator<Item = &'a Item> {
    let is_wanted = move |i: &&Item| matches!(&i.shape, Shape::Text(run) if run.text == wanted);
    scene.items.iter().filter(is_wanted)
}

#[test]
fn a_part_that_nobody_named_has_a_bracket_at_the_name_and_no_ribbon() {
    let (mut session, theme) = (session(None), Theme::paper());
    let moscow = lens(&session, "moscow");
    let scene = scene(&mut session, "1920-07-03", &moscow, &theme);
    let brackets: Vec<_> = texts(&scene, "in part").collect();
    assert_eq!(brackets.len(), 1, "one for the five parts of Zangezur");
    assert_eq!(brackets[0].subject.as_deref(), Some("zangezur-uezd"));
    let signs = scene
        .legend
        .iter()
        .filter(|e| matches!(e.sign, LegendSign::Bracket(_)));
    let words: Vec<&str> = signs.map(|e| e.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Possibly held in part by Moscow, which part not stated",
            "Possibly held in part by Yerevan, which part not stated"
        ]
    );
}

#[test]
fn a_holder_has_one_ribbon_around_all_that_it_holds() {
    let (mut session, theme) = (session(None), Theme::paper());
    let scene = scene(&mut session, "1920-07-24", &Lens::Claims, &theme);
    let rings = |item: &Item| match &item.shape {
        Shape::MapRings { rings, .. } => rings.len(),
        other => panic!("{other:?}"),
    };
    // Yerevan certainly holds Vedibasar and Sharur, which touch; Ankara possibly the three parts of
    // Nakhchivan.
    let colors = |slot: usize| {
        let slots: Vec<_> = araxes::model::PaletteSlot::all().collect();
        theme.party(slots[slot])
    };
    let (yerevan, ankara) = (colors(1), colors(3));
    let of = |color: Color| {
        let bands = ribbons(&scene).into_iter();
        let of_color = bands.filter(
            move |i| matches!(&i.shape, Shape::MapRings { stroke, .. } if stroke.color == color),
        );
        of_color.map(rings).collect::<Vec<_>>()
    };
    assert_eq!(
        of(yerevan.mid),
        [1, 1],
        "edges and the line along the outline"
    );
    assert_eq!(of(yerevan.fill), [1], "the ribbon is filled");
    assert_eq!(of(ankara.mid), [1]);
    assert!(of(ankara.fill).is_empty(), "the ribbon is open");
    for letter in ["Y", "A"] {
        let along = texts(&scene, letter).filter(|i| i.layer == Layer::Place);
        assert!(along.count() >= 2, "{letter}");
    }
}

#[test]
fn every_ribbon_has_the_whole_color_of_its_party_and_a_letter() {
    let mut session = session(None);
    let days: Vec<_> = session.timeline().change_days().to_vec();
    for theme in [
        Theme::paper(),
        Theme::night(),
        Theme::print(),
        Theme::high_contrast(),
    ] {
        let slots: Vec<_> = araxes::model::PaletteSlot::all().collect();
        let parties = slots.iter().map(|slot| theme.party(*slot));
        // The edges have the whole color; inside a ribbon of a possible holding is a tint of it.
        let whole: BTreeSet<Color> = parties
            .flat_map(|p| [p.fill, p.mid, p.fill.over(theme.land, 0.3)])
            .collect();
        for day in days.iter().step_by(8) {
            let scene = scene(&mut session, &day.to_string(), &Lens::Control, &theme);
            let bands = ribbons(&scene);
            for band in &bands {
                let Shape::MapRings { stroke, .. } = &band.shape else {
                    panic!("{band:?}");
                };
                assert!(whole.contains(&stroke.color), "{day}: {stroke:?}");
            }
            let letters = scene
                .items
                .iter()
                .filter(|i| i.layer == Layer::Place && matches!(&i.shape, Shape::Text(_)));
            assert!(bands.is_empty() || letters.count() > 0, "{day}");
        }
    }
}

#[test]
fn only_what_is_claimed_and_held_is_solid() {
    let mut session = session(None);
    look_away(&mut session);
    let days: Vec<_> = session.timeline().change_days().to_vec();
    let theme = Theme::paper();
    let slots: Vec<_> = araxes::model::PaletteSlot::all().collect();
    let fills: BTreeMap<Color, usize> = slots
        .iter()
        .enumerate()
        .map(|(i, s)| (theme.party(*s).fill, i))
        .collect();
    for (i, lens) in lenses(&session).into_iter().enumerate() {
        for day in some_of(&days, i) {
            let scene = scene(&mut session, &day.to_string(), &lens, &theme);
            let sure = scene.items.iter().filter_map(|i| match &i.shape {
                Shape::Area {
                    area: AreaRef::District(id),
                    base_color: Some(color),
                    ..
                } if fills.contains_key(color) => Some(id),
                _ => None,
            });
            for id in sure {
                for leaf in leaves(&session, id) {
                    let state = session.situation().district(&leaf).expect("a district");
                    let fill = state.fill(&lens);
                    let holds = state
                        .holders()
                        .any(|(c, _)| c.holder.as_ref() == fill.parties.first());
                    let claims = state
                        .claimants()
                        .iter()
                        .any(|c| Some(&c.party) == fill.parties.first());
                    assert!(holds && claims, "{day} {lens:?}: {id}");
                }
            }
        }
    }
}

/// The claimants are found in one pass over all stances; each party's own answer says the same.
#[test]
fn claimants_are_the_parties_that_answer_with_themselves() {
    use araxes::model::{Question, StanceKind};

    let mut session = session(None);
    let atlas = Arc::clone(session.whole().atlas());
    let mut found = 0;
    for day in atlas.manifest.span.start.iter_days().take(106) {
        session.apply(Action::Jump(day));
        for state in session.situation().districts() {
            let claimants: Vec<_> = state.claimants().into_iter().map(|c| c.party).collect();
            let answers = atlas.parties.iter().filter(|party| {
                let answer = state.answer(&party.id, Question::Whose);
                answer.is_some_and(|s| s.stance.kind == StanceKind::Claims)
            });
            assert!(
                answers.map(|party| &party.id).eq(&claimants),
                "{day}: {claimants:?}"
            );
            found += claimants.len();
        }
    }
    assert!(found > 100, "{found}");
}

#[test]
fn a_gift_has_its_own_pattern() {
    let (mut session, theme) = (session(None), Theme::paper());
    let moscow = lens(&session, "moscow");
    let scene = scene(&mut session, "1920-07-03", &moscow, &theme);
    let texture = |wanted: &str| {
        scene.items.iter().find_map(|i| match &i.shape {
            Shape::Area {
                area: AreaRef::District(id),
                texture: Some(texture),
                ..
            } if id == wanted => Some(texture.clone()),
            _ => None,
        })
    };
    let Some(Texture::Given {
        from: Some(from),
        to,
        ..
    }) = texture("nakhchivan-uezd")
    else {
        panic!("{:?}", texture("nakhchivan-uezd"));
    };
    assert_eq!((from.text.as_str(), to.text.as_str()), ("M", "Y"));
    assert!(matches!(texture("zangezur-uezd"), Some(Texture::Hatch(_))));
}

#[test]
fn stripes_have_letters_where_colors_may_be_lost() {
    let mut session = session(None);
    for (theme, lettered) in [
        (Theme::paper(), false),
        (Theme::night(), false),
        (Theme::print(), true),
        (Theme::high_contrast(), true),
    ] {
        let scene = scene(&mut session, "1920-07-03", &Lens::Claims, &theme);
        let stripes: Vec<_> = scene
            .items
            .iter()
            .filter_map(|i| match &i.shape {
                Shape::Area {
                    texture: Some(Texture::Stripes(stripes)),
                    ..
                } => Some(stripes),
                _ => None,
            })
            .collect();
        assert!(!stripes.is_empty());
        for stripe in stripes.into_iter().flatten() {
            assert_eq!(stripe.letter.is_some(), lettered && stripe.color.is_some());
        }
    }
}
