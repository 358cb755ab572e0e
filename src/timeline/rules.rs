//! Tests of rules 1 to 5 and of the changes between two days, in a small invented world.
//! `rules_held` has the tests of rules 6 and 7.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Lens, Timeline};
use crate::load::fixtures::two_vales_with;
use crate::model::{Atlas, RecordKind};
use crate::time::Truth;

pub(super) fn atlas_of(claims: &str, control: &str) -> Arc<Atlas> {
    two_vales_with(&[
        ("claims.json", claims),
        ("control.json", control),
        ("messages.json", "[]"),
    ])
}

fn claim(id: &str, voice: &str, area: &str, stance: &str, when: &str) -> String {
    format!(
        r#"{{"id": "{id}", "voices": ["{voice}"], "basis": "document", "area": "{area}", {stance}, "when": {when}, CITE}}"#
    )
}

pub(super) fn day(text: &str) -> NaiveDate {
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
fn a_last_day_of_the_source_ends_a_claim_and_nobody_renounces() {
    let until =
        |row: String, last: &str| row.replace("CITE", &format!(r#""until": "{last}", CITE"#));
    let t = claims_only(&[
        until(
            claim("a", "ada", "aster", MINE, "\"1900-03-01\""),
            "1900-03-09",
        ),
        until(
            claim("b", "ada", "aster", MINE, "\"1900-03-10\""),
            "1900-03-14",
        ),
        until(
            claim("c", "ada", "aster", MINE, "\"1900-03-20\""),
            "1900-03-25",
        ),
    ]);
    let on = |d: &str| t.state_on(&"aster".into(), day(d)).stances;
    // The second begins on the day after the first ended, so that both are one run.
    let run = |d: &str| (on(d)[0].since, on(d)[0].until);
    let first = (Some(day("1900-03-01")), Some(day("1900-03-14")));
    assert_eq!((run("1900-03-05"), run("1900-03-12")), (first, first));
    assert!(on("1900-03-15").is_empty() && on("1900-03-26").is_empty());
    let third = (Some(day("1900-03-20")), Some(day("1900-03-25")));
    assert_eq!(run("1900-03-22"), third, "after a gap a claim is new");
    let days = [1, 10, 15, 20, 26].map(|d| day(&format!("1900-03-{d:02}")));
    assert!(days.iter().all(|d| t.change_days().contains(d)));
    let ended = t.changes(day("1900-03-14"), day("1900-03-15"));
    assert!(
        ended.iter().all(|c| c.after.is_none()) && ended.len() == 1,
        "{ended:?}"
    );
    let ribbons = t.ribbons();
    let runs: Vec<_> = ribbons
        .iter()
        .flat_map(|r| &r.runs)
        .map(|(days, _)| (days.first, days.last))
        .collect();
    // Another record begins a run of its own, as a repeated statement does.
    let expected = [("01", "09"), ("10", "14"), ("20", "25")]
        .map(|(a, b)| (day(&format!("1900-03-{a}")), day(&format!("1900-03-{b}"))));
    assert_eq!(runs, expected);
}

#[test]
fn on_one_day_the_part_has_priority_over_the_uezd() {
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

/// The certainties of all stances about Aster on a day, with three rows of which the second is `b`.
fn truths_of(second: &str, on: &str) -> Vec<Truth> {
    let row = |id: &str, stance: &str, when: &str| {
        format!(
            r#"{{"id": "{id}", "voices": ["ada"], "basis": "document", "area": "aster", {stance}, {when}, CITE}}"#
        )
    };
    let t = claims_only(&[
        row("a", MINE, r#""when": "1900-03-05""#),
        row("b", OPEN, second),
        row("c", MINE, r#""when": "1900-03-20""#),
    ]);
    let stances = t.state_on(&"aster".into(), day(on)).stances;
    stances.iter().map(|s| s.certainty).collect()
}

#[test]
fn a_color_needs_two_ends_and_without_them_a_word_is_listed_on_every_day() {
    let mine = [Truth::Certain];
    for one_ended in [
        r#""when": "[1900-03-01..]""#,
        r#""when": null"#,
        r#""when": null, "after": ["a"]"#,
        r#""when": null, "earliest": "1900-03-01""#,
    ] {
        for (on, expected) in [
            ("1900-03-01", &[][..]),
            ("1900-03-10", &mine[..]),
            ("1900-12-31", &mine[..]),
        ] {
            assert_eq!(truths_of(one_ended, on), expected, "{one_ended} on {on}");
        }
    }
}

#[test]
fn words_said_not_after_a_day_are_in_force_from_that_day() {
    for not_after in [
        r#""when": "[..1900-03-10]""#,
        r#""when": null, "latest": "1900-03-10""#,
    ] {
        assert_eq!(truths_of(not_after, "1900-03-04"), [], "{not_after}");
        assert_eq!(truths_of(not_after, "1900-03-09"), [Truth::Certain]);
        let both = [Truth::Certain, Truth::Certain];
        assert_eq!(truths_of(not_after, "1900-03-10"), both);
        assert_eq!(truths_of(not_after, "1900-03-20"), [Truth::Certain]);
    }
}

#[test]
fn named_records_are_ends_and_the_narrowest_ends_count() {
    let truths = |second: &str, on: &str| truths_of(second, on);
    let named = r#""when": null, "after": ["a"], "before": ["c"]"#;
    assert_eq!(truths(named, "1900-03-04"), []);
    assert_eq!(
        truths(named, "1900-03-05"),
        [Truth::Possible, Truth::Certain]
    );
    assert_eq!(
        truths(named, "1900-03-20"),
        [Truth::Certain, Truth::Certain]
    );
    let narrow = r#""when": "[1900-03-08..1900-03-10]", "after": ["a"], "before": ["c"]"#;
    assert_eq!(truths(narrow, "1900-03-07"), [Truth::Certain]);
    assert_eq!(
        truths(narrow, "1900-03-08"),
        [Truth::Possible, Truth::Certain]
    );
    assert_eq!(
        truths(narrow, "1900-03-10"),
        [Truth::Certain, Truth::Certain]
    );
}

#[test]
fn what_is_not_dated_well_enough_is_listed_on_the_days_it_may_be_of() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-05\""),
        claim("b", "ada", "aster", OPEN, "\"[1900-03-01..1900-03-10]\""),
        claim("c", "ada", "aster", OPEN, "\"[1900-03-12..]\""),
        claim("d", "ada", "birch", OPEN, "\"[..1900-03-15]\""),
        claim("e", "bo", "birch-west", OPEN, "null"),
    ]);
    let on = |d: &str| -> Vec<String> {
        let listed = t
            .undated_on(day(d))
            .filter(|u| u.kind == RecordKind::Claims);
        listed.map(|u| u.record.to_string()).collect()
    };
    assert_eq!(on("1900-03-11"), ["d", "e"]);
    assert_eq!(on("1900-03-14"), ["c", "d", "e"]);
    assert_eq!(
        on("1900-03-15"),
        ["c", "e"],
        "`d` is in force from this day"
    );
    let about = |d: &str| -> Vec<String> {
        let d = d.into();
        let listed = t.undated_about(&d).filter(|u| u.kind == RecordKind::Claims);
        listed.map(|u| u.record.to_string()).collect()
    };
    assert_eq!(about("aster"), ["c"]);
    assert_eq!(about("birch-west"), ["d", "e"]);
}

#[test]
fn words_of_one_end_change_nothing_between_two_days() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"[1900-03-01..]\""),
        claim("b", "bo", "aster", MINE, "null"),
    ]);
    assert_eq!(t.changes(day("1900-02-01"), day("1900-12-31")), []);
    assert!(t.ribbons().iter().all(|r| r.runs.is_empty()));
    assert_eq!(t.ribbons().iter().flat_map(|r| &r.undated).count(), 2);
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

#[test]
fn words_of_ones_own_after_hearsay_are_a_change() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-01\"")
            .replace("\"basis\"", "\"told_by\": \"bo\", \"basis\""),
        claim("b", "ada", "aster", MINE, "\"1900-03-10\""),
    ]);
    let changes = t.changes(day("1900-03-05"), day("1900-03-10"));
    let [change] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    let heard = |answer: &Option<super::Answer>| answer.as_ref().map(|a| a.hearsay);
    assert_eq!(
        (heard(&change.before), heard(&change.after)),
        (Some(true), Some(false))
    );
    assert_eq!(t.changes(day("1900-03-10"), day("1900-03-12")), []);
}

#[test]
fn changes_are_what_differs_between_two_days_whichever_comes_first() {
    let t = Timeline::new(atlas_of(
        &format!(
            "[{},{},{}]",
            claim("a", "ada", "aster", MINE, "\"1900-03-01\""),
            claim("b", "ada", "aster", OPEN, "\"1900-03-10\""),
            claim(
                "c",
                "bo",
                "aster",
                r#""stance": "occupy", "by": "south""#,
                "\"1900-03-10\""
            ),
        ),
        r#"[{"id": "d", "basis": "narrative", "holder": "south", "area": "ford", "when": "1900-03-10/..", CITE}]"#,
    ));
    let told = |from: &str, to: &str| -> Vec<String> {
        let word = |answer: &Option<super::Answer>| {
            answer
                .as_ref()
                .map_or("-".to_owned(), |a| a.record.to_string())
        };
        t.changes(day(from), day(to))
            .iter()
            .map(|c| {
                let party = c.party.as_ref().expect("a party");
                let (before, after) = (word(&c.before), word(&c.after));
                let question = serde_json::json!(c.question);
                let question = question.as_str().expect("a word");
                format!("{} {question} {party} {before} {after}", c.area)
            })
            .collect()
    };
    assert_eq!(
        told("1900-03-05", "1900-03-10"),
        [
            "aster whose north a b",
            "aster whose-troops south - c",
            "ford held south - d",
        ]
    );
    assert_eq!(
        told("1900-03-10", "1900-03-05"),
        [
            "aster whose north b a",
            "aster whose-troops south c -",
            "ford held south d -",
        ]
    );
    assert_eq!(told("1900-03-10", "1900-04-10"), [""; 0]);
    assert_eq!(told("1900-03-01", "1900-03-05"), [""; 0]);
}

#[test]
fn repeating_a_stance_is_no_change_and_becoming_certain_is_one() {
    let t = claims_only(&[
        claim("a", "ada", "aster", MINE, "\"1900-03-01\""),
        claim("b", "ada", "aster", MINE, "\"1900-03-10\""),
        claim("c", "bo", "aster", OPEN, "\"[1900-03-05..1900-03-08]\""),
    ]);
    assert_eq!(t.changes(day("1900-03-09"), day("1900-03-10")), []);
    let certain = t.changes(day("1900-03-06"), day("1900-03-08"));
    let truths: Vec<_> = certain
        .iter()
        .map(|c| {
            (
                c.before.as_ref().map(|a| a.certainty),
                c.after.as_ref().map(|a| a.certainty),
            )
        })
        .collect();
    assert_eq!(truths, [(Some(Truth::Possible), Some(Truth::Certain))]);
}
