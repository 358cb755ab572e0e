//! `at` and `changes`.

use super::{araxes, good, has_keys, items, keys, texts};

const DISTRICT: &str =
    "id parent parts name fill stances claimants assigned divided contestedness holders";
const FILL: &str = "kind parties certainty hearsay records";
const STANCE: &str = "party voice authority told_by basis question stance to by of area inherited \
                      since restated until when certainty record message cites";
const HOLDER: &str = "party not extent since as_of certainty told_by record cites";
const CITE: &str = "source page note fit original";
const UNIT: &str =
    "id party name at from to kind fix age_days certainty strength told_by title note record cites";
const MESSAGE: &str =
    "id kind from to sent gist claims deadline addressee_as_written told_by note cites";

/// Every object of an answer of `at` has every key of the contract.
fn has_every_key(answer: &serde_json::Value) {
    has_keys(answer, "date lens districts places units messages events");
    let cites = |record: &serde_json::Value| {
        items(&record["cites"])
            .iter()
            .for_each(|c| has_keys(c, CITE));
    };
    let holders = |record: &serde_json::Value| {
        for holder in items(&record["holders"]) {
            has_keys(holder, HOLDER);
            cites(holder);
        }
    };
    for district in items(&answer["districts"]) {
        has_keys(district, DISTRICT);
        if items(&district["parts"]).is_empty() {
            has_keys(&district["fill"], FILL);
        } else {
            assert!(district["fill"].is_null(), "a uezd with parts has no fill");
        }
        for stance in items(&district["stances"]) {
            has_keys(stance, STANCE);
            cites(stance);
        }
        for claimant in items(&district["claimants"]) {
            has_keys(claimant, "party hearsay certainty");
        }
        holders(district);
    }
    for place in items(&answer["places"]) {
        has_keys(place, "id holders");
        holders(place);
    }
    for unit in items(&answer["units"]) {
        has_keys(unit, UNIT);
        if !unit["at"].is_null() {
            has_keys(&unit["at"], "place lon lat");
        }
        for strength in items(&unit["strength"]) {
            has_keys(strength, "unit min max told_by");
        }
        cites(unit);
    }
    for message in items(&answer["messages"]) {
        has_keys(message, MESSAGE);
        if !message["from"].is_null() {
            has_keys(&message["from"], "person party place");
        }
        for to in items(&message["to"]) {
            has_keys(to, "person");
        }
        cites(message);
    }
    for event in items(&answer["events"]) {
        has_keys(event, "id cites");
        cites(event);
    }
}

#[test]
fn the_example_of_the_contract_is_what_the_program_answers() {
    let ran = araxes(&["at", "1920-07-03", "--lens", "moscow", "--format", "json"]).well();
    let answer = ran.json();
    has_every_key(&answer);
    assert_eq!(
        (&answer["date"], &answer["lens"]),
        (&"1920-07-03".into(), &"moscow".into())
    );
    let district = |id: &str| {
        let found = items(&answer["districts"]).iter().find(|d| d["id"] == id);
        found.unwrap_or_else(|| panic!("no {id}"))
    };
    let sharur = district("sharur");
    assert_eq!(sharur["parent"], "sharur-daralagez-uezd");
    assert_eq!(sharur["fill"]["kind"], "assigns");
    assert_eq!(sharur["fill"]["parties"], serde_json::json!(["yerevan"]));
    assert_eq!(sharur["assigned"]["moscow"], "yerevan");
    let stance = items(&sharur["stances"])
        .iter()
        .find(|s| s["voice"] == "chicherin" && s["question"] == "whose")
        .expect("Chicherin's answer");
    let told = [
        "party",
        "stance",
        "to",
        "area",
        "since",
        "basis",
        "authority",
    ]
    .map(|k| &stance[k]);
    assert_eq!(
        told,
        [
            "moscow",
            "assigns",
            "yerevan",
            "sharur-daralagez-uezd",
            "1920-07-03",
            "document",
            "official"
        ]
    );
    assert_eq!(stance["inherited"], true);
    let cite = &stance["cites"][0];
    assert_eq!(
        (&cite["source"], &cite["page"], &cite["note"]),
        (&"ismayilov-2019".into(), &174.into(), &20.into())
    );
    let uezd = district("sharur-daralagez-uezd");
    assert!(uezd["fill"].is_null());
    assert_eq!(uezd["parts"], serde_json::json!(["sharur", "daralagez"]));
}

#[test]
fn what_is_not_on_record_is_null_or_empty_and_never_left_out() {
    let answer = good(&["at", "1900-01-01", "--format", "json"])
        .well()
        .json();
    has_every_key(&answer);
    let aster = &answer["districts"][0];
    assert_eq!(
        aster["fill"],
        serde_json::json!({"kind": "unknown", "parties": [], "certainty": null, "hearsay": false, "records": []})
    );
    assert!(aster["parent"].is_null() && items(&aster["stances"]).is_empty());
    for list in ["units", "messages", "events"] {
        assert!(items(&answer[list]).is_empty(), "{list}");
    }
    let later = good(&["at", "1900-06-01", "--format", "json"])
        .well()
        .json();
    has_every_key(&later);
    assert_eq!(later["units"][0]["at"]["place"], "ford");
    assert_eq!(later["events"][0]["id"], "event-1");
}

#[test]
fn each_kind_of_lens_answers_and_an_unknown_one_names_those_that_there_are() {
    let kind = |day: &str, lens: &str, at: usize| {
        let answer = good(&["at", day, "--lens", lens, "--format", "json"])
            .well()
            .json();
        answer["districts"][at]["fill"]["kind"]
            .as_str()
            .map(ToOwned::to_owned)
    };
    for (day, lens, district, expected) in [
        ("1900-03-02", "claims", 0, "claimed"),
        ("1900-03-02", "control", 0, "unknown"),
        ("1900-05-02", "control", 2, "held"),
        ("1900-05-02", "claims", 2, "unknown"),
        ("1900-03-02", "north", 0, "claimed"),
        ("1900-05-02", "south", 2, "assigns"),
        ("1900-03-02", "ada", 0, "claimed"),
        ("1900-05-02", "bo", 2, "assigns"),
    ] {
        assert_eq!(
            kind(day, lens, district).as_deref(),
            Some(expected),
            "{day} {lens}"
        );
    }
    good(&["at", "1900-03-02", "--lens", "mars"]).refused("no lens `mars`");
    let ran = good(&["at", "1900-03-02", "--lens", "mars"]);
    for name in ["claims", "control", "north", "south", "ada"] {
        assert!(ran.messages.contains(name), "{name}: {ran:?}");
    }
}

#[test]
fn a_day_outside_the_span_is_refused_and_the_span_named() {
    for arguments in [
        &["at", "1899-12-31"][..],
        &["at", "1901-01-01", "--format", "json"],
        &["changes", "1899-12-31", "1900-02-01"],
        &["changes", "1900-02-01", "1901-01-01"],
        &["render", "--at", "1901-01-01", "--out", "nowhere.png"],
        &["export", "--at", "1901-01-01", "--out", "nowhere.csv"],
    ] {
        good(arguments).refused("1900-01-01 to 1900-12-31");
    }
    good(&["at", "1/2/1900"]).refused("slashes");
    good(&["at", "someday"]).refused("someday");
}

#[test]
fn days_are_read_as_people_write_them() {
    let json = |day: &str| good(&["at", day, "--format", "json"]).well().json();
    for day in ["2.3.1900", "2 March 1900", "2.III.1900"] {
        assert_eq!(json(day)["date"], "1900-03-02", "{day}");
    }
}

#[test]
fn the_state_of_a_day_in_words_names_what_is_on_record() {
    let text = good(&["at", "1900-06-01", "--lens", "north"]).well().data;
    assert!(text.starts_with("1900-06-01 · North\n"), "{text}");
    for words in [
        "Aster",
        "claim-1",
        "fix-1",
        "Crossing: The guards reach the ford.",
        "contradiction-1",
        "p. 1",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_table_of_a_day_has_a_row_for_each_leaf_district() {
    let rows = good(&["at", "1900-03-02", "--format", "csv"]).well().csv();
    assert_eq!(
        rows[0],
        [
            "date",
            "lens",
            "district",
            "kind",
            "parties",
            "certainty",
            "hearsay",
            "records"
        ]
    );
    let districts: Vec<&str> = rows[1..].iter().map(|r| r[2].as_str()).collect();
    assert_eq!(districts, ["aster", "birch-west"]);
    assert_eq!(
        rows[1],
        [
            "1900-03-02",
            "claims",
            "aster",
            "claimed",
            "north",
            "certain",
            "false",
            "claim-1"
        ]
    );
}

#[test]
fn the_map_of_a_day_reads_as_geojson_again() {
    let text = good(&["at", "1900-03-02", "--format", "geojson"])
        .well()
        .data;
    let map: geojson::FeatureCollection = text.parse().expect("GeoJSON");
    assert_eq!(map.features.len(), 2);
    for feature in &map.features {
        let geometry = feature.geometry.clone().expect("an outline");
        let outline: geo_types::MultiPolygon<f64> = geometry.try_into().expect("polygons");
        assert!(outline.iter().all(|p| p.exterior().is_closed()));
        let fill = feature.property("fill").expect("a fill");
        has_keys(fill, FILL);
    }
    assert_eq!(map.features[0].property("id"), Some(&"aster".into()));
}

#[test]
fn the_history_of_a_district_is_told_where_it_is_asked_for() {
    let plain = good(&["at", "1900-12-01", "--format", "json"])
        .well()
        .json();
    assert!(!keys(&plain["districts"][0]).contains(&"history"));
    let told = good(&["at", "1900-12-01", "--history", "--format", "json"])
        .well()
        .json();
    assert_eq!(
        told["districts"][0]["history"],
        serde_json::json!(["claim-1", "claim-2"])
    );
    good(&["at", "1900-12-01", "--history"]).refused("--format json");
}

#[test]
fn changes_tell_what_differs_before_and_after() {
    let told = good(&["changes", "1900-02-28", "1900-05-02", "--format", "json"])
        .well()
        .json();
    assert_eq!(keys(&told), ["from", "to", "changes"]);
    for change in items(&told["changes"]) {
        has_keys(change, "district question party before after record");
    }
    let rows: Vec<_> = texts(&told["changes"], "district")
        .into_iter()
        .zip(texts(&told["changes"], "question"))
        .zip(texts(&told["changes"], "party"))
        .zip(texts(&told["changes"], "record"))
        .map(|(((d, q), p), r)| format!("{d} {q} {p} {r}"))
        .collect();
    assert_eq!(
        rows,
        [
            "aster whose north claim-1",
            "aster whose south claim-2",
            "birch-west whose south claim-2",
            "birch-west held south control-1",
        ]
    );
    let first = &told["changes"][0];
    assert!(first["before"].is_null());
    assert_eq!(
        (&first["after"]["kind"], &first["after"]["record"]),
        (&"claims".into(), &"claim-1".into())
    );
    let text = good(&["changes", "1900-02-28", "1900-05-02"]).well().data;
    assert!(
        text.starts_with("1900-02-28 → 1900-05-02: 4 differences\n"),
        "{text}"
    );
    let none = good(&["changes", "1900-02-01", "1900-02-02", "--format", "json"]).well();
    assert!(items(&none.json()["changes"]).is_empty());
}
