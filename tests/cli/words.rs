//! The answers of `at`, `log` and `changes` in words, as a reader sees them, and `--filter` in every command.

use std::collections::BTreeSet;

use araxes::export::cite::{Style, cite_record};

use super::{araxes, good, items, keys, texts};

/// The lines below the heading that begins so, up to the next empty line.
fn paragraph<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let mut lines = text.lines().skip_while(|l| !l.starts_with(heading));
    assert!(lines.next().is_some(), "no heading `{heading}`: {text}");
    lines.take_while(|l| !l.is_empty()).map(str::trim).collect()
}

#[test]
fn a_day_in_words_says_who_wants_what_on_whose_word_and_where_that_is_read() {
    let text = good(&["at", "1900-05-02"]).well().data;
    assert!(
        text.starts_with("1900-05-02 · Claims\n2 May 1900. "),
        "{text}"
    );
    assert_eq!(
        paragraph(&text, "Aster:"),
        [
            "whose: North claims it (Ada, own words, 1 March; p. 1, no note; claim-1)",
            "whose: South would give it to North (Bo, own words, April 1900, said of Both; p. 2, no note; claim-2)",
        ]
    );
    let birch = paragraph(&text, "West of Birch: no claim on record");
    assert_eq!(
        birch.last(),
        Some(&"held by South (since 1 May; p. 3, no note; control-1)")
    );
    assert_eq!(
        paragraph(&text, "Districts: no claim on record"),
        ["West of Birch"]
    );
    let possible = good(&["at", "1900-04-10", "--lens", "south"]).well().data;
    assert!(
        possible.contains("whose: South possibly would give it to North"),
        "{possible}"
    );
}

#[test]
fn troops_stand_by_party_with_place_and_age() {
    let text = good(&["at", "1900-06-05"]).well().data;
    assert_eq!(
        paragraph(&text, "Troops of North"),
        ["Guards: in Northtown (last reported 2 June; p. 4, no note; fix-2)"]
    );
    let text = good(&["at", "1900-06-01"]).well().data;
    assert_eq!(
        paragraph(&text, "Troops of North"),
        ["Guards: at Ford (reported 1 June; p. 4, no note; fix-1)"]
    );
    assert_eq!(
        paragraph(&text, "Events"),
        ["Crossing: The guards reach the ford. (p. 4, no note; event-1)"]
    );
    assert_eq!(
        paragraph(&text, "Told in more than one way"),
        [
            "The day of the crossing: 2 tellings (contradiction-1)",
            "– One",
            "– Two"
        ]
    );
}

#[test]
fn troops_are_wanted_and_never_occupied_in_the_words_of_a_party() {
    let text = araxes(&["at", "1920-07-16", "--lens", "moscow"])
        .well()
        .data;
    let line = text
        .lines()
        .find(|l| {
            l.contains("whose troops: Moscow wants Red Army troops there") && l.contains("16 July")
        })
        .unwrap_or_else(|| panic!("{text}"));
    for words in ["Orjonikidze, own words, ", "p. 176, n. 26; claim-"] {
        assert!(line.contains(words), "{words}: {line}");
    }
    for lens in ["claims", "moscow", "ankara", "yerevan", "baku", "control"] {
        for day in ["1920-05-02", "1920-06-29", "1920-07-16", "1920-07-30"] {
            let text = araxes(&["at", day, "--lens", lens]).well().data;
            for wrong in [
                "occupy Moscow",
                "evacuate ",
                "opposed Moscow",
                "leaves Iran",
                "leaves Turkey",
            ] {
                assert!(!text.contains(wrong), "{wrong} {day} {lens}: {text}");
            }
        }
    }
}

#[test]
fn what_has_no_day_stands_last_under_its_own_heading() {
    let text = araxes(&["at", "1920-08-10"]).well().data;
    let headings: Vec<&str> = text
        .lines()
        .filter(|l| !l.starts_with(' ') && !l.is_empty())
        .collect();
    assert!(
        headings.last().is_some_and(|h| h.starts_with("Undated")),
        "{headings:?}"
    );
    assert!(
        paragraph(&text, "Undated")
            .iter()
            .any(|l| l.contains("left Nakhchivan uezd for Turkey") && l.contains("undated")),
        "{text}"
    );
}

#[test]
fn every_line_of_a_day_names_its_record() {
    let ids: BTreeSet<String> = texts(
        &araxes(&["log", "--format", "json"]).well().json()["records"],
        "id",
    )
    .into_iter()
    .map(str::to_owned)
    .collect();
    for day in ["1920-05-01", "1920-07-14", "1920-07-24"] {
        let text = araxes(&["at", day]).well().data;
        let mut bare = false;
        for line in text.lines().skip(2) {
            if !line.starts_with("  ") {
                bare = line.starts_with("Districts: ") || line.is_empty();
                continue;
            }
            let id = line.trim_end_matches(')').rsplit(['(', ' ']).next();
            let named = id.is_some_and(|id| ids.contains(id));
            assert!(bare || named || line.starts_with("  – "), "{day}: {line}");
        }
    }
}

#[test]
fn the_log_of_a_day_begins_with_the_records_of_that_day() {
    let range = ["log", "--from", "1920-07-14", "--to", "1920-07-14"];
    let text = araxes(&range).well().data;
    let of_the_day = text
        .lines()
        .take_while(|l| l.starts_with("14 July ") || l.starts_with("since 14 July "))
        .count();
    assert!(of_the_day >= 10, "{of_the_day}: {text}");
    let headings: Vec<&str> = text
        .lines()
        .filter(|l| {
            ["Dated less", "Undated", "Told in"]
                .iter()
                .any(|h| l.starts_with(h))
        })
        .collect();
    assert_eq!(
        headings,
        [
            "Dated less exactly, or begun earlier",
            "Undated",
            "Told in more than one way"
        ]
    );
    let json = araxes(&[&range[..], &["--format", "json"]].concat())
        .well()
        .json();
    let dated: Vec<Option<&str>> = items(&json["records"])
        .iter()
        .map(|r| r["dated"].as_str())
        .collect();
    let first = |word: Option<&str>| dated.iter().position(|d| *d == word);
    assert_eq!(first(Some("within")), Some(0));
    assert!(first(Some("wider")) < first(Some("undated")), "{dated:?}");
    let only = araxes(&[&range[..], &["--dated-only"]].concat())
        .well()
        .data;
    assert!(!only.contains("\nUndated"), "{only}");
    for outside in ["1920-04-26", "1921-08-14"] {
        araxes(&["log", "--from", outside, "--to", outside]).refused("1920-04-27 to 1921-07-");
    }
}

#[test]
fn changes_say_what_was_before_and_what_is_now() {
    let text = good(&["changes", "1900-02-28", "1900-05-02"]).well().data;
    let lines: Vec<&str> = text.lines().skip(1).map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "Aster: North: nothing on record → North claims it (p. 1, no note; claim-1)",
            "Aster: South: nothing on record → South would give it to North (p. 2, no note; claim-2)",
            "West of Birch: South: nothing on record → South would give it to North (p. 2, no note; claim-2)",
            "West of Birch: South: nothing on record → held by South (p. 3, no note; control-1)",
        ]
    );
    let text = good(&["changes", "1900-04-10", "1900-05-02"]).well().data;
    assert!(
        text.contains(
            "Aster: South possibly would give it to North (p. 2, no note; claim-2) → South would give it to North"
        ),
        "{text}"
    );
}

/// Of every array in the answer of `at`, no record stands in it twice.
fn no_record_twice(answer: &serde_json::Value) {
    let once = |list: &serde_json::Value, key: &str| {
        let all = texts(list, key);
        let different: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), different.len(), "{all:?}");
    };
    for district in items(&answer["districts"]) {
        once(&district["stances"], "record");
        once(&district["holders"], "record");
    }
    once(&answer["units"], "record");
    for list in ["messages", "events", "contradictions", "undated"] {
        once(&answer[list], "id");
    }
}

#[test]
fn no_record_stands_twice_and_each_has_the_authority_of_its_voice() {
    let people = std::fs::read_to_string("data/nakhchivan-1920/people.json").expect("people");
    let people: serde_json::Value = serde_json::from_str(&people).expect("JSON");
    let authority = |id: &serde_json::Value| {
        let person = items(&people).iter().find(|p| p["id"] == *id);
        person.expect("a voice")["authority"].clone()
    };
    for day in ["1920-05-01", "1920-06-30", "1920-07-14", "1920-07-30"] {
        let answer = araxes(&["at", day, "--format", "json"]).well().json();
        no_record_twice(&answer);
        for district in items(&answer["districts"]) {
            for stance in items(&district["stances"]) {
                assert_eq!(stance["authority"], authority(&stance["voice"]), "{stance}");
                assert!(
                    items(&stance["voices"]).contains(&stance["voice"]),
                    "{stance}"
                );
            }
        }
    }
}

#[test]
fn json_holds_everything_that_a_record_holds() {
    let log = araxes(&["log", "--format", "json"]).well().json();
    let record = |id: &str| {
        let found = items(&log["records"]).iter().find(|r| r["id"] == id);
        found.unwrap_or_else(|| panic!("no {id}"))
    };
    assert_eq!(record("message-080")["deadline"], "1920-07-31");
    for (id, own) in [
        (
            "message-080",
            "form from to addressee_as_written received deadline gist about claims reply_to",
        ),
        (
            "claim-102",
            "voices authority question stance to by of condition area area_as_written message",
        ),
        ("control-007", "holder holder_as_written not area extent"),
        (
            "fix-015",
            "unit name party report at at_as_written from to strength",
        ),
        ("event-016", "gist people places"),
    ] {
        let has = keys(record(id));
        let shared = "kind when earliest latest as_written dated title told_by basis note contradictions cites";
        for key in shared.split(' ').chain(own.split(' ')) {
            assert!(has.contains(&key), "{key} of {id}");
        }
    }
    assert!(record("claim-102")["condition"].is_string());
    assert_eq!(record("control-007")["told_by"], "chicherin");
    assert_eq!(record("fix-015")["strength"][0]["told_by"], "mdivani");
    for r in items(&log["records"]) {
        if let Some(day) = r["when"]
            .as_str()
            .filter(|w| w.parse::<chrono::NaiveDate>().is_ok())
        {
            assert_eq!(
                (&r["earliest"], &r["latest"]),
                (&day.into(), &day.into()),
                "{r}"
            );
        }
    }
}

#[test]
fn a_filter_means_the_same_in_every_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let read = |name: &str| std::fs::read_to_string(file(name)).expect("a file");
    let (csv, map, plate) = (file("a.csv"), file("a.geojson"), file("a.svg"));
    let filter = ["--filter", "party:north"];
    let with = |arguments: &[&str]| good(&[arguments, &filter].concat());
    // Only the words of South and what it holds are left out.
    for answer in [
        with(&["at", "1900-06-01"]).well().data,
        with(&["at", "1900-06-01", "--format", "json"]).well().data,
        with(&["log"]).well().data,
        with(&["log", "--format", "json"]).well().data,
        with(&["changes", "1900-01-01", "1900-06-01"]).well().data,
        {
            assert_eq!(with(&["export", "--out", &csv]).code, 0);
            read("a.csv")
        },
        {
            assert_eq!(with(&["export", "--out", &map]).code, 0);
            read("a.geojson")
        },
    ] {
        assert!(answer.contains("claim-1"), "{answer}");
        for out in ["claim-2", "control-1"] {
            assert!(!answer.contains(out), "{out}: {answer}");
        }
    }
    assert_eq!(
        with(&["render", "--at", "1900-06-01", "--out", &plate]).code,
        0
    );
    let all = good(&["render", "--at", "1900-06-01", "--out", &file("b.svg")]);
    assert_eq!(all.code, 0);
    assert_ne!(read("a.svg"), read("b.svg"));
    // Lists keep the people, places and contradictions that the remaining records name.
    let of_ada = good(&[
        "log",
        "--format",
        "json",
        "--filter",
        "voice:ada,hide:messages,hide:control,hide:troops,hide:events",
    ]);
    let of_ada = of_ada.well().json();
    assert_eq!(texts(&of_ada["records"], "id"), ["claim-1", "ada"]);
    // What is only possible on the day, or certain on no day, is left out.
    let certain = good(&["at", "1900-04-10", "--filter", "certain-only"])
        .well()
        .data;
    assert!(
        !certain.contains("claim-2") && certain.contains("claim-1"),
        "{certain}"
    );
    let help = araxes(&["log", "--help"]).well().data;
    assert!(
        help.contains("A filter means the same in every command"),
        "{help}"
    );
}

#[test]
fn keys_and_ids_are_unique_over_all_records() {
    let log = araxes(&["log", "--format", "csv"]).well().csv();
    let ids: BTreeSet<&str> = log[1..].iter().map(|r| r[0].as_str()).collect();
    assert_eq!(ids.len(), log.len() - 1);
    let atlas = araxes::load::load(&araxes::load::files::builtin())
        .atlas
        .expect("a clean atlas");
    let (mut keys, mut items) = (BTreeSet::new(), BTreeSet::new());
    for id in ids {
        let entries = |style| cite_record(&atlas, id, style).expect("a record");
        for entry in entries(Style::Bibtex) {
            let key = entry.lines().next().expect("a line").to_owned();
            assert!(keys.insert(key.clone()), "{key} of {id}");
        }
        for item in entries(Style::CslJson) {
            let item: serde_json::Value = serde_json::from_str(&item).expect("JSON");
            assert!(items.insert(item["id"].to_string()), "{id}: {item}");
        }
    }
    let printed = araxes(&["cite", "message-056", "--format", "bibtex"])
        .well()
        .data;
    assert!(
        printed.starts_with("@article{ismayilov-2019-message-056,"),
        "{printed}"
    );
}
