//! `log`, `find`, `cite` and `show`.

use super::{araxes, good, has_keys, items, keys, texts};

fn log(arguments: &[&str]) -> Vec<String> {
    let ran = good(&[&["log", "--format", "json"], arguments].concat()).well();
    let json = ran.json();
    texts(&json["records"], "id")
        .into_iter()
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn the_log_has_every_record_with_every_key() {
    let all = good(&["log", "--format", "json"]).well().json();
    assert_eq!(keys(&all), ["records"]);
    for record in items(&all["records"]) {
        has_keys(
            record,
            "id kind when earliest latest as_written dated basis told_by note contradictions cites",
        );
        for cite in items(&record["cites"]) {
            has_keys(cite, "source page note fit original");
        }
    }
    let mut kinds = texts(&all["records"], "kind");
    kinds.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "claim",
            "contradiction",
            "control",
            "event",
            "message",
            "person",
            "place",
            "unit"
        ]
    );
}

#[test]
fn the_log_lists_the_kinds_that_are_asked_for() {
    for (kind, ids) in [
        ("messages", &["letter-1"][..]),
        ("claims", &["claim-1", "claim-2"]),
        ("control", &["control-1"]),
        ("units", &["fix-1", "fix-2"]),
        ("events", &["event-1"]),
        ("people", &["ada", "bo"]),
        ("places", &["ford", "northtown"]),
        ("contradictions", &["contradiction-1"]),
        ("messages,events", &["letter-1", "event-1"]),
    ] {
        assert_eq!(log(&["--kind", kind]), ids, "{kind}");
    }
    good(&["log", "--kind", "rumours"]).refused("rumours");
}

#[test]
fn the_log_of_a_range_holds_what_may_be_of_its_days() {
    assert_eq!(
        log(&["--from", "1900-06-01", "--to", "1900-06-01"]),
        ["event-1", "fix-1", "control-1", "contradiction-1"],
        "first what is of the day, then what began earlier, then what disagrees with it"
    );
    assert_eq!(log(&["--to", "1900-03-31"]), ["claim-1", "letter-1"]);
    // Dated to its month only.
    assert_eq!(
        log(&["--from", "1900-04-30", "--to", "1900-04-30"]),
        ["claim-2"]
    );
    let dated = log(&["--dated-only"]);
    assert_eq!(
        dated,
        [
            "claim-1",
            "letter-1",
            "claim-2",
            "control-1",
            "event-1",
            "fix-1",
            "fix-2"
        ]
    );
}

#[test]
fn a_range_is_cut_to_the_span_with_a_word() {
    let ran = good(&[
        "log",
        "--from",
        "1800-01-01",
        "--to",
        "1900-03-31",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.messages.contains("1900-01-01 to 1900-12-31"), "{ran:?}");
    assert_eq!(texts(&ran.json()["records"], "id"), ["claim-1", "letter-1"]);
    good(&["log", "--from", "1901-01-01", "--to", "1902-01-01"]).refused("1900-12-31");
    good(&["log", "--from", "1900-06-01", "--to", "1900-05-01"]).refused("before it begins");
}

#[test]
fn the_log_is_a_table_and_a_text_too() {
    let rows = good(&["log", "--format", "csv"]).well().csv();
    assert_eq!(
        rows[0],
        [
            "id",
            "kind",
            "when",
            "earliest",
            "latest",
            "until",
            "as_written",
            "title",
            "told_by",
            "note",
            "pages",
            "notes",
            "originals",
            "party",
            "voice",
            "addressee",
            "place",
            "stance",
            "concerns",
            "certainty",
            "basis",
            "hearsay",
            "teller",
            "source",
            "archive",
            "shelf_mark"
        ]
    );
    assert_eq!(rows.len(), 13);
    let letter = rows
        .iter()
        .find(|r| r[0] == "letter-1")
        .expect("the letter");
    assert_eq!(letter[1..4], ["message", "1900-03-01", "1900-03-01"]);
    let text = good(&["log", "--kind", "messages"]).well().data;
    assert!(
        text.contains("Ada claims Aster.") && text.contains("p. 1"),
        "{text}"
    );
}

#[test]
fn what_is_sought_is_found_with_every_key() {
    let found = good(&["find", "aster", "--format", "json"]).well().json();
    assert_eq!(keys(&found), ["hits"]);
    for hit in items(&found["hits"]) {
        assert_eq!(keys(hit), ["id", "kind", "title", "matched", "date"]);
        assert_eq!(keys(&hit["matched"]), ["field", "text"]);
    }
    assert_eq!(
        texts(&found["hits"], "id"),
        ["aster", "letter-1", "claim-1", "both"]
    );
    assert_eq!(
        (&found["hits"][0]["date"], &found["hits"][1]["date"]),
        (&serde_json::Value::Null, &"1900-03-01".into())
    );
    let text = good(&["find", "crossing"]).well().data;
    assert!(text.contains("event-1"), "{text}");
    let several = good(&["find", "west", "birch", "--format", "json"])
        .well()
        .json();
    assert_eq!(texts(&several["hits"], "id"), ["birch-west"]);
    let nothing = good(&["find", "zzz"]);
    assert_eq!((nothing.code, nothing.data.as_str()), (0, ""));
    assert!(nothing.messages.contains("nothing found"));
}

#[test]
fn what_is_found_and_a_footnote_are_told_in_a_language_of_the_atlas() {
    let found = araxes(&["find", "message-056", "--lang", "ru"]).well().data;
    assert!(found.starts_with("сообщение"), "{found}");
    let footnote = ["cite", "message-056", "--format", "footnote"];
    let english = araxes(&footnote).well().data;
    assert!(english.contains("Chicherin to Orjonikidze, telegram, 3 July 1920"));
    let russian = araxes(&[&footnote[..], &["--lang", "ru"]].concat()).well();
    assert!(russian.data.contains("цит. по"), "{}", russian.data);
    araxes(&["find", "Goris", "--lang", "ru", "--format", "json"]).refused("--lang");
    araxes(&["cite", "message-056", "--lang", "ru"]).refused("--lang");
}

#[test]
fn a_record_is_cited_in_three_styles() {
    let chicago = good(&["cite", "letter-1"]).well().data;
    assert!(chicago.contains("A Book (1950), 1"), "{chicago}");
    let bibtex = good(&["cite", "letter-1", "--format", "bibtex"])
        .well()
        .data;
    assert!(bibtex.starts_with("@book{book-letter-1,\n"), "{bibtex}");
    for field in ["title = {A book}", "year = {1950}", "pages = {1}"] {
        assert!(bibtex.contains(field), "{field}: {bibtex}");
    }
    let csl = good(&["cite", "letter-1", "--format", "csl-json"])
        .well()
        .json();
    let item = &csl[0];
    assert_eq!(
        (
            &item["id"],
            &item["title"],
            &item["locator"],
            &item["label"]
        ),
        (
            &"book-letter-1".into(),
            &"A book".into(),
            &"1".into(),
            &"page".into()
        )
    );
    assert_eq!(good(&["cite", "book"]).well().data, "A Book (1950).\n");
    let footnote = good(&["cite", "letter-1", "--format", "footnote"])
        .well()
        .data;
    assert!(footnote.ends_with(" 1950, 1.\n"), "{footnote}");
    good(&["cite", "letter-99"]).refused("no record `letter-99`");
    good(&["cite", "north"]).refused("no citation");
}

#[test]
fn a_record_is_shown_with_everything_that_it_holds() {
    let letter = good(&["show", "letter-1", "--format", "json"])
        .well()
        .json();
    assert_eq!(
        keys(&letter),
        [
            "id",
            "kind",
            "title",
            "earliest",
            "latest",
            "record",
            "messages",
            "claims",
            "contradictions",
            "references",
            "citations",
            "terms"
        ]
    );
    assert_eq!(
        (&letter["kind"], &letter["earliest"], &letter["latest"]),
        (
            &"message".into(),
            &"1900-03-01".into(),
            &"1900-03-01".into()
        )
    );
    assert_eq!(letter["record"]["from"][0]["person"], "ada");
    assert_eq!(texts(&letter["claims"], "id"), ["claim-1"]);
    has_keys(
        &letter["citations"][0],
        "source page note fit original chicago",
    );
    let claim = good(&["show", "claim-1", "--format", "json"]).well().json();
    assert_eq!(texts(&claim["messages"], "id"), ["letter-1"]);
    assert_eq!(claim["record"]["stance"], "claims");
    let fix = good(&["show", "fix-1", "--format", "json"]).well().json();
    assert_eq!(texts(&fix["contradictions"], "id"), ["contradiction-1"]);
    assert_eq!(fix["contradictions"][0]["tellings"], 2);
    let references = &letter["references"];
    assert!(references.is_object(), "{letter}");
    let ada = good(&["show", "ada", "--format", "json"]).well().json();
    assert_eq!(
        (texts(&ada["messages"], "id"), texts(&ada["claims"], "id")),
        (vec!["letter-1"], vec!["claim-1"])
    );
}

#[test]
fn every_kind_of_record_can_be_shown_in_words() {
    for (id, words) in [
        (
            "letter-1",
            &[
                "letter-1 · message",
                "Ada, place not stated (ada)",
                "1900-03-01",
                "claim-1",
                "A Book (1950), 1",
            ][..],
        ),
        (
            "claim-1",
            &[
                "claim-1 · claim",
                "Ada, North, official (ada)",
                "Aster (aster)",
                "letter-1",
                "Ada claims Aster.",
            ],
        ),
        (
            "control-1",
            &["control-1 · who held it", "South (south)", "1900-05-01"],
        ),
        (
            "fix-1",
            &["fix-1 · troops", "Ford (ford)", "The day of the crossing"],
        ),
        ("guards", &["guards · troops", "Guards", "North (north)"]),
        (
            "event-1",
            &["event-1 · event", "The guards reach the ford."],
        ),
        (
            "contradiction-1",
            &["contradiction-1 · told in more than one way", "One", "Two"],
        ),
        ("ada", &["ada · person", "North (north)", "official"]),
        ("ford", &["ford · place", "Ford"]),
        ("aster", &["aster · district", "Aster", "claim-1"]),
        ("both", &["both · district", "Aster (aster)", "claim-2"]),
        ("north", &["north · party", "Northtown (northtown)"]),
        ("book", &["book · source", "A book"]),
        ("ferryman", &["ferryman · word used", "man of the ferry"]),
    ] {
        let text = good(&["show", id]).well().data;
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    good(&["show", "letter-99"]).refused("no record `letter-99`");
}

/// The ids that `araxes find` gives for words of the built-in atlas, in order.
fn found(words: &str) -> Vec<String> {
    let json = araxes(&["find", words, "--format", "json"]).well().json();
    let ids = texts(&json["hits"], "id").into_iter();
    ids.map(ToOwned::to_owned).collect()
}

#[test]
fn a_word_of_a_note_finds_its_record_and_says_where() {
    let json = araxes(&["find", "cartridges", "--format", "json"])
        .well()
        .json();
    let hits = items(&json["hits"]);
    let hit = hits.iter().find(|hit| hit["id"] == "message-080");
    let hit = hit.unwrap_or_else(|| panic!("not found: {json}"));
    assert_eq!(hit["matched"]["field"], "note");
    let text = hit["matched"]["text"].as_str().expect("a text");
    assert!(text.contains("cartridges"), "{text}");
}

#[test]
fn ids_days_phrases_and_archives_are_found() {
    assert_eq!(
        found("claim-090").first().map(String::as_str),
        Some("claim-090")
    );
    assert_eq!(
        found("orjonikidze").first().map(String::as_str),
        Some("orjonikidze")
    );
    assert_eq!(
        found("Nakhchivan").first().map(String::as_str),
        Some("nakhchivan-town")
    );
    assert!(found("zzzz").is_empty());
    let of_day = araxes(&["find", "3 July Chicherin", "--format", "json"])
        .well()
        .json();
    let dates = items(&of_day["hits"]);
    assert!(!dates.is_empty(), "{of_day}");
    let archive = found("f. 64 op. 1 d. 21");
    assert!(!archive.is_empty() && archive.len() < 60, "{archive:?}");
    let everywhere = found("telegram");
    let phrase = found("\"of the telegram\"");
    assert!(
        !phrase.is_empty() && phrase.len() < everywhere.len(),
        "{phrase:?}"
    );
}

#[test]
fn a_message_reads_as_a_whole_page() {
    let page = araxes(&["show", "message-080"]).well().data;
    for words in [
        "message-080 · message",
        "Kind",
        "ultimatum",
        "Deadline",
        "Rests on",
        "Note",
        "cartridges",
        "States",
        "Told in 2 ways",
        "Answered by",
        "message-082",
        "Read in",
        "note attached to the sentence",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}
