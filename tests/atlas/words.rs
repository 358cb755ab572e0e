//! The words of the interface and the program agree: every word is used, and every word asked for is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use araxes::scene::{
    Face, Furniture, Legend, MapDetail, SceneContext, Shape, Theme, matrix, ribbons_of,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Situation, Timeline};

const ENGLISH: &str = include_str!("../../assets/text/en.ftl");

fn keys() -> BTreeSet<&'static str> {
    ENGLISH
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .collect()
}

/// All sources, without their blanks and line breaks: rustfmt breaks a call anywhere.
fn sources(folder: &Path, out: &mut String) {
    let entries = fs::read_dir(folder).expect("src");
    for path in entries.map(|e| e.expect("an entry").path()) {
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            // Tests may ask for what is not there.
            let text = text
                .split("#[cfg(test)]\nmod tests")
                .next()
                .unwrap_or_default();
            out.extend(text.chars().filter(|c| !c.is_whitespace()));
        }
    }
}

/// The string literals of a source.
fn literals(source: &str) -> BTreeSet<&str> {
    source.split('"').filter(|part| part.len() < 40).collect()
}

#[test]
fn every_word_stands_once() {
    let path = "assets/text/en.ftl";
    let text = std::fs::read_to_string(path).expect("the words");
    let mut seen = BTreeSet::new();
    let keys = text.lines().filter_map(|line| line.split_once(" ="));
    let named = keys.filter(|(key, _)| !key.starts_with([' ', '#', '*', '[', '-']));
    let twice: Vec<&str> = named
        .map(|(key, _)| key)
        .filter(|key| !seen.insert(*key))
        .collect();
    assert_eq!(twice, Vec::<&str>::new(), "the first of two would be lost");
}

#[test]
fn every_word_is_used() {
    let mut source = String::new();
    sources(Path::new("src"), &mut source);
    let literals = literals(&source);
    // A key such as `month-7` is made of `month-{}` and the value of a record.
    let made = |key: &str| {
        let mut cuts = key.match_indices('-').map(|(i, _)| &key[..=i]);
        cuts.any(|start| {
            let mut patterns = literals.iter().filter(|l| l.starts_with(start));
            patterns.any(|l| l[start.len()..].starts_with('{'))
        })
    };
    let unused: Vec<&str> = keys()
        .into_iter()
        .filter(|key| !literals.contains(key) && !made(key))
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "no source names these");
}

#[test]
fn every_word_asked_for_is_there() {
    let mut source = String::new();
    sources(Path::new("src"), &mut source);
    let keys = keys();
    let mut asked = 0;
    for call in [
        "text.get(\"",
        "text.with(\"",
        "self.head(ui,\"",
        "self.list(ui,\"",
    ] {
        for after in source.split(call).skip(1) {
            let key = after.split('"').next().unwrap_or_default();
            asked += 1;
            assert!(keys.contains(key), "`{key}` is asked for and not there");
        }
    }
    assert!(asked > 100, "only {asked} were found");
}

/// What a chart is drawn from, without furniture.
fn context<'a>(
    session: &'a Session,
    situation: &'a Arc<Situation>,
    theme: &'a Theme,
    text: &'a Text,
) -> SceneContext<'a> {
    SceneContext {
        session,
        situation,
        theme,
        text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        },
        detail: MapDetail::Whole,
    }
}

/// The sentences of the matrix of a party's voices on a day.
fn voices_in_words(session: &mut Session, day: chrono::NaiveDate, party: &str) -> Vec<String> {
    session.apply(Action::Jump(day));
    session.apply(Action::Tick(10.0));
    let situation = session.situation().clone();
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let view = context(session, &situation, &theme, &text);
    let chart = matrix(&view, 900.0, Some(&party.into()));
    let texts = chart.items.into_iter().filter_map(|item| match item.shape {
        Shape::Text(run) => Some(run.text),
        _ => None,
    });
    texts.collect()
}

#[test]
fn voices_without_a_column_are_counted() {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
    let mut atlas = atlas.expect("clean").into_parts();
    // Every statement of the party by a voice of its own.
    let speakers: Vec<_> = atlas
        .people
        .iter()
        .filter(|p| p.party.as_ref().is_some_and(|p| p.as_str() == "moscow"))
        .map(|p| p.id.clone())
        .collect();
    let of_party = |v: &araxes::model::PersonId| speakers.contains(v);
    let claims = atlas
        .claims
        .iter_mut()
        .filter(|c| c.voices.iter().any(of_party));
    for (claim, speaker) in claims.zip(speakers.iter().cycle()) {
        claim.voices = vec![speaker.clone()];
    }
    let timeline = Timeline::new(Arc::new(araxes::model::Atlas::new(atlas)));
    let days = timeline.change_days().to_vec();
    let mut session = Session::new(Arc::new(timeline), "en");
    session.apply(Action::Resize(900.0, 600.0));
    let counted = days
        .into_iter()
        .flat_map(|day| voices_in_words(&mut session, day, "moscow"))
        .find(|words| words.contains("more voices"));
    assert!(
        counted.is_some(),
        "nowhere are there more than eight voices"
    );
}

#[test]
fn what_is_undated_is_whole_where_a_chart_is_narrow() {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
    let timeline = Timeline::new(Arc::new(atlas.expect("clean")));
    let session = Session::new(Arc::new(timeline), "en");
    let situation = session.situation().clone();
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let view = context(&session, &situation, &theme, &text);
    let mut told = Vec::new();
    for width in [220.0, 360.0, 1400.0] {
        let chart = ribbons_of(&view, &"jabrayil-uezd".into(), width);
        let mut words = String::new();
        for item in chart.items {
            let Shape::Text(run) = item.shape else {
                continue;
            };
            let right = run.at.x + run.face.width(&run.text, run.size);
            assert!(run.at.x >= 0.0 && right <= width + 4.0, "{width}: {run:?}");
            if run.face == Face::Italic {
                words += &format!("{} ", run.text);
            }
        }
        told.push(words);
    }
    assert!(told[0].contains("some time after"), "{}", told[0]);
    assert!(told.iter().all(|words| *words == told[0]), "{told:#?}");
}
