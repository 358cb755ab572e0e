//! The index against a replay that shares no code with it, and each rule on a tiny invented world.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Lens, Timeline};
use crate::model::{Atlas, Question, Stance};
use crate::time::Truth;

fn atlas_of(claims: &str, control: &str) -> Arc<Atlas> {
    let mut files = crate::load::files::read_folder(std::path::Path::new("tests/fixtures/good"))
        .expect("the good package");
    let set = |text: &str| std::borrow::Cow::Owned(text.as_bytes().to_vec());
    let cite = r#""cites": [{"source": "book", "page": 1}]"#;
    files.insert("claims.json".into(), set(&claims.replace("CITE", cite)));
    files.insert("control.json".into(), set(&control.replace("CITE", cite)));
    files.insert("messages.json".into(), set("[]"));
    let outcome = crate::load::load(&files);
    Arc::new(
        outcome
            .atlas
            .unwrap_or_else(|| panic!("{:#?}", outcome.findings)),
    )
}

fn claim(id: &str, voice: &str, area: &str, stance: &str, when: &str) -> String {
    format!(
        r#"{{"id": "{id}", "voices": ["{voice}"], "basis": "document", "area": "{area}", {stance}, "when": {when}, CITE}}"#
    )
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn claims_only(rows: &[String]) -> Timeline {
    Timeline::new(atlas_of(&format!("[{}]", rows.join(",")), "[]"))
}

const MINE: &str = r#""stance": "claims""#;
const OPEN: &str = r#""stance": "disputed""#;

#[test]
fn the_later_dated_record_ends_the_earlier_and_repeating_keeps_since() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-01\""),
        claim("b", "ada", "aster", MINE, "\"1900-03-10\""),
        claim("c", "ada", "aster", OPEN, "\"1900-03-20\""),
    ]);
    let on = |d: &str| t.state_on(&"aster".into(), day(d)).stances;
    assert_eq!(on("1900-03-12")[0].since, Some(day("1900-03-01")));
    assert_eq!(on("1900-03-12")[0].restated, Some(day("1900-03-10")));
    assert_eq!(on("1900-03-12")[0].until, Some(day("1900-03-19")));
    assert_eq!((on("1900-03-20").len(), on("1900-02-28").len()), (1, 0));
}

#[test]
fn on_one_day_the_part_beats_the_uezd() {
    let part = claim("b", "ada", "birch-west", OPEN, "\"1900-03-01\"")
        .replace("\"page\": 1", "\"page\": 2");
    let rows = [
        claim("a", "ada", "birch", MINE, "\"1900-03-01\""),
        part.replace("CITE", r#""cites": [{"source": "book", "page": 2}]"#),
    ];
    let t = claims_only(&rows);
    let on = t.state_on(&"birch-west".into(), day("1900-03-05")).stances;
    assert_eq!(on.iter().map(|s| s.inherited).collect::<Vec<_>>(), [false]);
}

#[test]
fn undated_words_are_possible_then_certain_and_never_end_dated_ones() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-05\""),
        claim("b", "ada", "aster", OPEN, "\"[1900-03-01..1900-03-10]\""),
        claim("c", "ada", "aster", MINE, "\"1900-03-20\""),
    ]);
    let truths = |d: &str| {
        t.state_on(&"aster".into(), day(d))
            .stances
            .iter()
            .map(|s| s.certainty)
            .collect::<Vec<_>>()
    };
    assert_eq!(truths("1900-03-02"), [Truth::Possible]);
    assert_eq!(truths("1900-03-06"), [Truth::Possible, Truth::Certain]);
    assert_eq!(truths("1900-03-12"), [Truth::Certain, Truth::Certain]);
    assert_eq!(truths("1900-03-20"), [Truth::Certain]);
}

#[test]
fn as_of_reports_fade_after_a_fortnight_and_stop_at_a_contrary_one() {
    let row = |id: &str, who: &str, when: &str| {
        format!(
            r#"{{"id": "{id}", "basis": "narrative", "holder": "{who}", "area": "aster", "when": "{when}", CITE}}"#
        )
    };
    let rows = [
        row("a", "north", "..1900-03-01/1900-03-01.."),
        row("b", "south", "..1900-03-11/1900-03-11.."),
    ];
    let t = Timeline::new(atlas_of("[]", &format!("[{}]", rows.join(","))));
    let on = |d: &str| {
        let state = t.state_on(&"aster".into(), day(d));
        state
            .holders
            .iter()
            .map(|h| (t.atlas().control[h.control].id.to_string(), h.certainty))
            .collect::<Vec<_>>()
    };
    assert_eq!(on("1900-03-01"), [("a".to_owned(), Truth::Certain)]);
    assert_eq!(
        on("1900-03-05"),
        [
            ("a".to_owned(), Truth::Possible),
            ("b".to_owned(), Truth::Possible)
        ]
    );
    assert_eq!(on("1900-03-11"), [("b".to_owned(), Truth::Certain)]);
    assert_eq!(on("1900-03-25"), [("b".to_owned(), Truth::Possible)]);
    assert_eq!(on("1900-03-26"), []);
    assert_eq!(on("1900-02-15"), [("a".to_owned(), Truth::Possible)]);
    assert_eq!(on("1900-02-14"), []);
}

#[test]
fn a_taking_told_twice_is_possible_then_certain() {
    let row = |id: &str, when: &str| {
        format!(
            r#"{{"id": "{id}", "basis": "narrative", "holder": "north", "area": "aster", "when": "{when}", CITE}}"#
        )
    };
    let t = Timeline::new(atlas_of(
        "[]",
        &format!(
            "[{},{}]",
            row("a", "1900-03-01/.."),
            row("b", "1900-03-11/..")
        ),
    ));
    let best = |d: &str| {
        t.state_on(&"aster".into(), day(d))
            .holders
            .iter()
            .map(|h| h.certainty)
            .max()
    };
    assert_eq!(
        (best("1900-03-05"), best("1900-03-11")),
        (Some(Truth::Possible), Some(Truth::Certain))
    );
}

#[test]
fn own_words_come_before_hearsay_and_officials_before_individuals() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-01\""),
        claim("b", "ada", "aster", OPEN, "\"1900-02-01\"")
            .replace("\"basis\"", "\"told_by\": \"bo\", \"basis\""),
    ]);
    let lens = Lens::named("north", t.atlas()).expect("a lens");
    let situation = t.situation_on(day("1900-03-02"));
    let fill = situation.district("aster").expect("a leaf").fill(&lens);
    assert_eq!((fill.hearsay, fill.records[0].as_str()), (false, "a"));
}

/// Day by day from the records alone: the last dated statement of each voice on each question, or nothing.
fn replay(
    atlas: &Atlas,
    district: &str,
    on: NaiveDate,
) -> Vec<(String, Question, Stance, NaiveDate)> {
    let mut out: Vec<(String, Question, Stance, NaiveDate)> = Vec::new();
    for voice in &atlas.people {
        for question in [Question::Whose, Question::WhoseTroops] {
            let said: Vec<_> = atlas
                .claims
                .iter()
                .filter(|c| {
                    c.voices.contains(&voice.id) && c.dating.exact_day().is_some_and(|d| d <= on)
                })
                .filter_map(|c| Some((c, c.stance()?)))
                .filter(|(c, s)| {
                    let named = c.area.as_ref().is_some_and(|a| {
                        let parent = atlas.district(district).and_then(|d| d.parent.clone());
                        let in_group = atlas
                            .group(a.as_str())
                            .is_some_and(|g| g.members.iter().any(|m| m.as_str() == district));
                        a.as_str() == district || parent.as_ref() == Some(a) || in_group
                    });
                    named && s.kind.question() == question
                })
                .collect();
            let Some(last) = said.iter().filter_map(|(c, _)| c.dating.exact_day()).max() else {
                continue;
            };
            let of_day: Vec<_> = said
                .iter()
                .filter(|(c, _)| c.dating.exact_day() == Some(last))
                .collect();
            let part_named = of_day
                .iter()
                .any(|(c, _)| c.area.as_ref().is_some_and(|a| a.as_str() == district));
            for (c, s) in of_day {
                let direct = c.area.as_ref().is_some_and(|a| a.as_str() == district);
                if direct || !part_named {
                    out.push((voice.id.to_string(), question, s.clone(), last));
                }
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

#[test]
fn the_index_agrees_with_a_naive_replay_on_every_day() {
    let atlas = Arc::new(
        crate::load::load(&crate::load::files::builtin())
            .atlas
            .expect("clean"),
    );
    let t = Timeline::new(atlas.clone());
    let mut on = atlas.manifest.span.start;
    while on <= atlas.manifest.span.end {
        for state in t.situation_on(on).districts() {
            let mut indexed: Vec<_> = state
                .stances
                .iter()
                .filter(|s| s.question != Question::AgainstWhom)
                .filter_map(|s| {
                    Some((
                        s.voice.to_string(),
                        s.question,
                        s.stance.clone(),
                        s.restated?,
                    ))
                })
                .collect();
            indexed.sort();
            indexed.dedup();
            assert_eq!(
                indexed,
                replay(&atlas, state.id.as_str(), on),
                "{} on {on}",
                state.id
            );
        }
        on = on.succ_opt().expect("a next day");
    }
}
