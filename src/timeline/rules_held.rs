//! Tests of rule 6, who held an area, and rule 7, where forces were reported, in a small invented
//! world.

use super::rules::{atlas_of, day};
use super::{Holding, Timeline, UnitReport};
use crate::load::fixtures::two_vales_with;
use crate::time::Truth;

/// The holders of a leaf district on a day, by the ids of their records, with whether each is
/// certain; each row is an id, a holder, an area, its extent and a date.
fn holders_on(rows: &[[&str; 5]], leaf: &str, on: &str) -> Vec<(String, Truth)> {
    let row = |[id, who, area, extent, when]: &[&str; 5]| {
        format!(
            r#"{{"id": "{id}", "basis": "narrative", "holder": "{who}", "area": "{area}", "extent": "{extent}", {when}, CITE}}"#
        )
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let t = Timeline::new(atlas_of("[]", &format!("[{}]", rows.join(","))));
    let state = t.state_on(&leaf.into(), day(on));
    let of = |h: &Holding| {
        let id = t.atlas().control[h.control].head.id.to_string();
        (id, h.certainty)
    };
    state.holders.iter().map(of).collect()
}

fn certain(id: &str) -> (String, Truth) {
    (id.to_owned(), Truth::Certain)
}

fn possible(id: &str) -> (String, Truth) {
    (id.to_owned(), Truth::Possible)
}

#[test]
fn as_of_reports_are_never_carried_back_and_fade_after_a_fortnight_or_at_a_contrary_one() {
    let rows = [
        [
            "a",
            "north",
            "aster",
            "whole",
            r#""when": "..1900-03-01/1900-03-01..""#,
        ],
        [
            "b",
            "south",
            "aster",
            "whole",
            r#""when": "..1900-03-11/1900-03-11..""#,
        ],
    ];
    let on = |d: &str| holders_on(&rows, "aster", d);
    assert_eq!(on("1900-02-28"), []);
    assert_eq!(on("1900-03-01"), [certain("a")]);
    assert_eq!(on("1900-03-10"), [possible("a")]);
    assert_eq!(on("1900-03-11"), [certain("b")]);
    assert_eq!(on("1900-03-25"), [possible("b")]);
    assert_eq!(on("1900-03-26"), []);
    // The source itself gives an earlier end.
    let earlier = r#""when": "..1900-03-11/1900-03-11..", "earliest": "1900-03-08""#;
    let rows = [["a", "north", "aster", "whole", earlier]];
    assert_eq!(holders_on(&rows, "aster", "1900-03-07"), []);
    assert_eq!(holders_on(&rows, "aster", "1900-03-08"), [possible("a")]);
}

#[test]
fn a_report_as_of_a_month_is_possible_from_its_first_day() {
    let rows = [[
        "a",
        "north",
        "aster",
        "whole",
        r#""when": "..1900-03/1900-03..""#,
    ]];
    let on = |d: &str| holders_on(&rows, "aster", d);
    assert_eq!(
        (on("1900-02-28"), on("1900-03-01")),
        (vec![], vec![possible("a")])
    );
    assert_eq!(
        (on("1900-04-14"), on("1900-04-15")),
        (vec![possible("a")], vec![])
    );
}

#[test]
fn a_holding_needs_two_ends_and_its_unknown_beginning_is_not_before_its_known_days() {
    let on = |when: &str, d: &str| {
        let when = format!(r#""when": "{when}""#);
        holders_on(&[["a", "north", "aster", "whole", &when]], "aster", d)
    };
    let until = "/[1900-03-10..1900-03-20]";
    assert_eq!(on(until, "1900-03-09"), []);
    assert_eq!(on(until, "1900-03-10"), [certain("a")]);
    assert_eq!(on(until, "1900-03-20"), [possible("a")]);
    assert_eq!(on(until, "1900-03-21"), []);
    assert_eq!(on("[1900-03-10..]/..", "1900-03-20"), []);
    assert_eq!(
        on("[1900-03-10..]/[..1900-03-20]", "1900-03-15"),
        [possible("a")]
    );
    assert_eq!(on("1900-03-10/", "1900-03-24"), [possible("a")]);
    assert_eq!(on("1900-03-10/", "1900-03-25"), []);
}

#[test]
fn a_report_about_one_area_never_colors_another() {
    let whole = r#""when": "1900-03-01/..""#;
    let west = [["a", "north", "birch-west", "whole", whole]];
    for (leaf, held) in [("birch-west", 1), ("aster", 0)] {
        assert_eq!(holders_on(&west, leaf, "1900-03-05").len(), held, "{leaf}");
    }
    // Of an unnamed part of a district no part is held for certain.
    let part = [["a", "north", "birch", "part", whole]];
    assert_eq!(
        holders_on(&part, "birch-west", "1900-03-05"),
        [possible("a")]
    );
    let town = [["a", "north", "ford", "whole", whole]];
    assert_eq!(holders_on(&town, "aster", "1900-03-05"), []);
}

#[test]
fn who_takes_a_part_does_not_end_the_holding_of_the_rest() {
    let rows = [
        ["a", "north", "aster", "whole", r#""when": "1900-03-01/..""#],
        ["b", "south", "aster", "part", r#""when": "1900-03-11/..""#],
    ];
    let held = holders_on(&rows, "aster", "1900-03-15");
    assert_eq!(held, [certain("a"), certain("b")]);
}

#[test]
fn a_taking_on_one_of_several_days_leaves_the_former_holder_only_possible_on_them() {
    let rows = [
        ["a", "north", "aster", "whole", r#""when": "1900-03-01/..""#],
        [
            "b",
            "south",
            "aster",
            "whole",
            r#""when": "[1900-03-10..1900-03-15]/..""#,
        ],
    ];
    let on = |d: &str| holders_on(&rows, "aster", d);
    assert_eq!(on("1900-03-09"), [certain("a")]);
    assert_eq!(on("1900-03-12"), [possible("a"), possible("b")]);
    assert_eq!(on("1900-03-15"), [certain("b")]);
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
    let letter = |h: &Holding| {
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
    reported_by(true, rows, on)
}

/// The same for a force whose reports are joined or stand each for itself.
fn reported_by(joined: bool, rows: &[(&str, &str)], on: &str) -> Vec<String> {
    let row = |(i, (when, at)): (usize, &(&str, &str))| {
        format!(
            r#"{{"id": "fix-{i}", {when}, "at": "{at}", "kind": "stands", "basis": "narrative", CITE}}"#
        )
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    let units = format!(
        r#"[{{"id": "guards", "names": {{"en": "Guards"}}, "party": "north", "joined": {joined}, "fixes": [{}]}}]"#,
        rows.join(",")
    );
    let t = Timeline::new(two_vales_with(&[
        ("units.json", &units),
        ("contradictions.json", "[]"),
    ]));
    let report = |r: &UnitReport| {
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
fn a_report_with_one_end_places_no_force() {
    let rows = [
        (r#""when": "[1900-06-01..]""#, "aster"),
        (r#""when": null"#, "northtown"),
    ];
    assert_eq!(reported(&rows, "1900-06-10"), [""; 0]);
    let by = [(r#""when": "[..1900-06-05]""#, "ford")];
    assert_eq!(reported(&by, "1900-06-04"), [""; 0]);
    assert_eq!(reported(&by, "1900-06-06"), ["ford 1"]);
}

#[test]
fn reports_that_the_source_does_not_join_stand_each_for_itself() {
    let rows = [
        (r#""when": "1900-06-01""#, "ford"),
        (r#""when": "1900-06-05""#, "northtown"),
        (r#""when": "[1900-06-02..1900-06-04]""#, "aster"),
    ];
    let apart = |on: &str| reported_by(false, &rows, on);
    assert_eq!(apart("1900-06-03"), ["ford 2", "aster? -"]);
    assert_eq!(apart("1900-06-08"), ["ford 7", "northtown 3", "aster 4"]);
    assert_eq!(apart("1900-06-12"), ["northtown 7"]);
    assert_eq!(apart("1900-06-13"), [""; 0]);
    assert_eq!(reported(&rows, "1900-06-08"), ["northtown 3"]);
}
