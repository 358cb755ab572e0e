//! Nothing is told by color alone: what two areas say that are painted with different colors also
//! differs in pattern or letters.

use std::collections::BTreeMap;
use std::sync::Arc;

use araxes::scene::{
    AreaRef, Color, Furniture, Layer, Legend, MapDetail, Scene, SceneContext, Shape, Stripe,
    Texture, Theme,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};

/// A texture as one sees it who sees no colors.
fn without_color(texture: &Texture) -> Texture {
    let none = Color::default();
    let letter = |letter: &araxes::scene::Letter| araxes::scene::Letter {
        text: letter.text.clone(),
        color: none,
    };
    match texture {
        Texture::Stripes(stripes) => {
            let bare = |stripe: &Stripe| Stripe {
                color: stripe.color.map(|_| none),
                letter: stripe.letter.as_ref().map(letter),
            };
            Texture::Stripes(stripes.iter().map(bare).collect())
        }
        Texture::Given {
            from, to, is_own, ..
        } => Texture::Given {
            from: from.as_ref().map(letter),
            to: letter(to),
            is_own: *is_own,
            line: none,
            tint: none,
        },
        Texture::Hatch(_) => Texture::Hatch(none),
        Texture::Rings(_) => Texture::Rings(none),
        Texture::Pickets(_) => Texture::Pickets(none),
        Texture::Crosses(_) => Texture::Crosses(none),
        Texture::Diamonds(_) => Texture::Diamonds(none),
        Texture::Angles(_) => Texture::Angles(none),
        Texture::Dashes(_) => Texture::Dashes(none),
    }
}

/// What is painted in an area, in order.
type Painted = Vec<(Option<Color>, Option<Texture>)>;

/// What is painted in each area on record, and the letters of parties that stand in it.
fn answers(scene: &Scene, session: &Session) -> BTreeMap<String, (Painted, Vec<String>)> {
    let (atlas, view) = (session.timeline().atlas(), session.viewport());
    let mut found: BTreeMap<String, (Painted, Vec<String>)> = BTreeMap::new();
    for item in &scene.items {
        if let Shape::Area {
            area: AreaRef::District(id),
            base_color,
            texture,
            ..
        } = &item.shape
            && item.layer == Layer::Fill
        {
            let painted = (*base_color, texture.clone());
            found.entry(id.clone()).or_default().0.push(painted);
        }
    }
    // Land on which nothing is on record has a color of its own, and no pattern.
    found.retain(|_, (painted, _)| painted.len() > 1);
    let letters = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(run) => Some(run),
        _ => None,
    });
    for run in letters.filter(|run| atlas.parties.iter().any(|p| p.letter == run.text)) {
        // A letter begins left of its middle, and stands on its baseline.
        let (wide, high) = (run.face.width(&run.text, run.size), 0.357 * run.size);
        let middle = run.at.plus(wide / 2.0, -high);
        let district = session.geometry().district_at(view.map_from_screen(middle));
        for (area, (_, letters)) in &mut found {
            let mut leaves = atlas.leaves_of(&area.as_str().into()).into_iter();
            if leaves.any(|(leaf, _)| Some(leaf.as_str()) == district) {
                letters.push(run.text.clone());
            }
        }
    }
    for (_, letters) in found.values_mut() {
        letters.sort();
        letters.dedup();
    }
    found
}

#[test]
fn areas_of_different_colors_differ_in_pattern_or_letters() {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
    let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
    let mut session = Session::new(Arc::new(timeline), "en");
    session.apply(Action::Resize(1400.0, 900.0));
    let days = session.timeline().change_days().to_vec();
    let parties = session.timeline().atlas().parties.iter();
    let parties = parties.map(|p| Lens::Party(p.id.clone()));
    let lenses: Vec<Lens> = [Lens::Claims, Lens::Control]
        .into_iter()
        .chain(parties)
        .collect();
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let mut compared = 0;
    // Every day through three lenses, so that each lens has days of all months.
    let looks = (0..3).flat_map(|turn| days.iter().zip(lenses.iter().cycle().skip(turn)));
    for (day, lens) in looks {
        session.apply(Action::SetLens(lens.clone()));
        session.apply(Action::Jump(*day));
        session.apply(Action::EndMotion);
        let situation = session.situation().clone();
        let scene = Scene::new(&SceneContext {
            session: &session,
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
        });
        let answers: Vec<_> = answers(&scene, &session).into_iter().collect();
        for (i, (a, (painted_a, letters_a))) in answers.iter().enumerate() {
            for (b, (painted_b, letters_b)) in &answers[i + 1..] {
                if painted_a == painted_b {
                    continue;
                }
                compared += 1;
                let patterns = |painted: &Painted| -> Vec<_> {
                    let seen = painted.iter().map(|(_, t)| t.as_ref().map(without_color));
                    seen.collect()
                };
                assert!(
                    patterns(painted_a) != patterns(painted_b) || letters_a != letters_b,
                    "{day} {lens:?}: {a} and {b} differ in color alone, both with {letters_a:?}"
                );
            }
        }
    }
    assert!(compared > 100, "only {compared} pairs were compared");
}
