//! Tests of each of the seven rules in a small invented world.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Lens, Timeline};
use crate::load::fixtures::two_vales_with;
use crate::model::Atlas;
use crate::time::Truth;

fn atlas_of(claims: &str, control: &str) -> Arc<Atlas> {
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
            .map(|h| {
                (
                    t.atlas().control[h.control].head.id.to_string(),
                    h.certainty,
                )
            })
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
fn a_taking_reported_twice_is_possible_then_certain() {
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

/// Who holds Aster on a day, by the ids of the records, with `?` for a possible holding.
fn held(rows: &[(&str, &str, &str)], on: &str) -> String {
    let row = |(id, holder, when): &(&str, &str, &str)| {
        format!(
            r#"{{"id": "{id}", "basis": "narrative", "holder": "{holder}", "area": "aster", "when": "{when}", CITE}}"#
        )
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let t = Timeline::new(atlas_of("[]", &format!("[{}]", rows.join(","))));
    let state = t.state_on(&"aster".into(), day(on));
    let letter = |h: &super::Holding| {
        let sure = if h.certainty == Truth::Certain {
            ""
        } else {
            "?"
        };
        format!("{}{sure}", t.atlas().control[h.control].head.id)
    };
    let mut holders: Vec<String> = state.holders.iter().map(letter).collect();
    holders.sort();
    holders.join(" ")
}

#[test]
fn a_later_taking_by_another_ends_an_open_holding_and_nothing_else_does() {
    let taken = [
        ("a", "north", "1900-03-01/.."),
        ("b", "south", "1900-03-11/.."),
    ];
    assert_eq!(held(&taken, "1900-02-28"), "");
    assert_eq!(held(&taken, "1900-03-10"), "a");
    assert_eq!(held(&taken, "1900-03-11"), "b");
    assert_eq!(held(&taken, "1900-12-31"), "b");
    // A report as of a day ends no other holding, so both holders are reported on that day.
    let reported = [
        ("a", "north", "1900-03-01/.."),
        ("b", "south", "1900-03-11"),
    ];
    assert_eq!(held(&reported, "1900-03-11"), "a b");
    assert_eq!(held(&reported, "1900-04-11"), "a");
}

#[test]
fn a_closed_holding_ends_on_its_own_day_or_at_a_taking_before_it() {
    let closed = [("a", "north", "1900-03-01/1900-03-20")];
    assert_eq!(held(&closed, "1900-03-20"), "a");
    assert_eq!(held(&closed, "1900-03-21"), "");
    let cut = [
        ("a", "north", "1900-03-01/1900-03-20"),
        ("b", "south", "1900-03-11/1900-03-15"),
    ];
    assert_eq!(held(&cut, "1900-03-10"), "a");
    assert_eq!(held(&cut, "1900-03-11"), "b");
    // No record says that the first holder came back.
    assert_eq!(held(&cut, "1900-03-16"), "");
}

#[test]
fn three_holders_follow_one_another_and_two_of_one_day_hold_together() {
    let three = [
        ("a", "north", "1900-03-01/.."),
        ("b", "south", "1900-03-11/.."),
        ("c", "north", "1900-03-21/.."),
    ];
    for (on, expected) in [
        ("1900-03-05", "a?"),
        ("1900-03-15", "b"),
        ("1900-03-20", "b"),
        ("1900-03-21", "c"),
    ] {
        assert_eq!(held(&three, on), expected, "{on}");
    }
    let both = [
        ("a", "north", "1900-03-01/.."),
        ("b", "south", "1900-03-01/.."),
    ];
    assert_eq!(held(&both, "1900-03-05"), "a b");
}

/// The places of the guards' reports that are current on a day, with the age of each report in
/// days, and `?` for possible ones.
fn reported(rows: &[(&str, &str)], on: &str) -> Vec<String> {
    let row = |(i, (when, at)): (usize, &(&str, &str))| {
        format!(
            r#"{{"id": "fix-{i}", {when}, "at": "{at}", "kind": "stands", "basis": "narrative", CITE}}"#
        )
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    let units = format!(
        r#"[{{"id": "guards", "names": {{"en": "Guards"}}, "party": "north", "fixes": [{}]}}]"#,
        rows.join(",")
    );
    let t = Timeline::new(two_vales_with(&[
        ("units.json", &units),
        ("contradictions.json", "[]"),
    ]));
    let report = |r: &super::UnitReport| {
        let at = t.atlas().units[r.unit].fixes[r.fix]
            .at
            .clone()
            .expect("a place");
        let sure = if r.certainty == Truth::Certain {
            ""
        } else {
            "?"
        };
        let age = r
            .age_days
            .map_or_else(|| "-".to_owned(), |days| days.to_string());
        format!("{at}{sure} {age}")
    };
    t.situation_on(day(on)).units.iter().map(report).collect()
}

#[test]
fn the_last_dated_report_of_a_force_supersedes_the_earlier_ones() {
    let rows = [
        (r#""when": "1900-06-01""#, "ford"),
        (r#""when": "1900-06-05""#, "northtown"),
    ];
    assert_eq!(reported(&rows, "1900-05-31"), [""; 0]);
    assert_eq!(reported(&rows, "1900-06-01"), ["ford 0"]);
    assert_eq!(reported(&rows, "1900-06-04"), ["ford 3"]);
    assert_eq!(reported(&rows, "1900-06-05"), ["northtown 0"]);
    // However old the report grows, the guards are never moved to another place.
    assert_eq!(reported(&rows, "1900-07-05"), ["northtown 30"]);
}

#[test]
fn an_undated_report_is_possible_then_certain_until_a_dated_one_after_it() {
    let rows = [
        (r#""when": "1900-06-05""#, "ford"),
        (r#""when": "[1900-06-01..1900-06-10]""#, "aster"),
        (r#""when": "1900-06-20""#, "northtown"),
    ];
    assert_eq!(reported(&rows, "1900-05-31"), [""; 0]);
    assert_eq!(reported(&rows, "1900-06-01"), ["aster? -"]);
    // The report of the 5th may be older or younger than the undated one.
    assert_eq!(reported(&rows, "1900-06-06"), ["ford 1", "aster? -"]);
    assert_eq!(reported(&rows, "1900-06-12"), ["ford 7", "aster 2"]);
    assert_eq!(reported(&rows, "1900-06-20"), ["northtown 0"]);
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
