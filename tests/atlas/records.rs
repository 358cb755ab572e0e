//! What an atlas looks up: its records as one, what names what, and what rests on a source.

use std::borrow::Cow;
use std::path::Path;

use araxes::load::{Files, files, load};
use araxes::model::{AreaId, Atlas, EntryKind, RecordKind, RecordRef, Role, word};
use araxes::timeline::{Condition, Filter};

fn good() -> Files {
    files::read_folder(Path::new("tests/fixtures/good")).expect("the good package is there")
}

fn opened(files: &Files) -> Atlas {
    let outcome = load(files);
    outcome
        .atlas
        .unwrap_or_else(|| panic!("{:#?}", outcome.findings))
}

fn with(file: &str, find: &str, put: &str) -> Atlas {
    let mut files = good();
    let text = String::from_utf8(files[file].to_vec()).expect("UTF-8");
    assert!(text.contains(find), "nothing to replace");
    let text = text.replace(find, put).into_bytes();
    files.insert(file.to_owned(), Cow::Owned(text));
    opened(&files)
}

#[test]
fn every_dated_record_is_met_once_kind_by_kind() {
    let atlas = opened(&good());
    let met: Vec<(&str, &str)> = atlas
        .records()
        .map(|r| (word(r.kind()), r.head().id.as_str()))
        .collect();
    let wanted = [
        ("messages", "letter-1"),
        ("claims", "claim-1"),
        ("claims", "claim-2"),
        ("control", "control-1"),
        ("units", "fix-1"),
        ("units", "fix-2"),
        ("events", "event-1"),
    ];
    assert_eq!(met, wanted);
    for (_, id) in wanted {
        let record = atlas.record(id).expect("a dated record");
        assert_eq!(record.head().id.as_str(), id);
        let at = atlas.find(id).expect("an id");
        assert_eq!(atlas.id_of(at), id);
    }
    assert!(atlas.record("aster").is_none() && atlas.record("nowhere").is_none());
    let kinds: Vec<RecordKind> = atlas.records().map(|r| r.kind()).collect();
    assert!(
        kinds.is_sorted(),
        "lists show the kinds in the order of their enum"
    );
    assert!(RecordKind::ALL.iter().all(|k| kinds.contains(k)));
}

#[test]
fn kinds_that_have_a_day_are_just_those_of_records() {
    let dated = [
        EntryKind::Message,
        EntryKind::Claim,
        EntryKind::Control,
        EntryKind::Unit,
        EntryKind::Event,
    ];
    let all = [
        EntryKind::District,
        EntryKind::Place,
        EntryKind::Party,
        EntryKind::Person,
        EntryKind::Contradiction,
        EntryKind::Source,
        EntryKind::Term,
    ];
    assert!(dated.iter().all(|k| k.is_dated()) && !all.iter().any(|k| k.is_dated()));
}

#[test]
fn areas_are_what_their_id_is_in_the_package() {
    let atlas = with(
        "messages.json",
        r#""claims": ["claim-1"]"#,
        r#""claims": ["claim-1"], "about": ["both", "aster", "ford"]"#,
    );
    let about = &atlas.messages[0].about;
    assert_eq!(
        *about,
        [
            AreaId::Group("both".into()),
            AreaId::District("aster".into()),
            AreaId::Place("ford".into())
        ]
    );
    assert_eq!(
        serde_json::to_value(about).expect("JSON"),
        serde_json::json!(["both", "aster", "ford"])
    );
}

#[test]
fn a_message_is_written_as_it_was_read() {
    let text = br#"[{"id": "letter-1", "from": [{"person": "ada"}], "to": [], "sent": "1900-03-01", "latest": "1900-03-02",
        "kind": "letter", "gist": {"en": "x"}, "claims": ["claim-1"], "cites": [{"source": "book"}]}]"#;
    let mut files = good();
    files.insert("messages.json".to_owned(), Cow::Borrowed(text));
    let atlas = opened(&files);
    let message = &atlas.messages[0];
    assert_eq!(message.head.dating.exact_day(), "1900-03-01".parse().ok());
    assert_eq!(
        message.head.basis,
        araxes::model::Basis::Document,
        "unless it says otherwise"
    );
    let written = serde_json::to_value(message).expect("JSON");
    assert_eq!(written["sent"], "1900-03-01");
    assert!(written.get("when").is_none());
    let again: araxes::model::Message = serde_json::from_value(written).expect("a message");
    assert_eq!(again, *message);
}

#[test]
fn what_names_an_id_is_known_by_the_role_in_which_it_names_it() {
    let atlas = opened(&good());
    let naming = |id: &str, role| -> Vec<&str> {
        atlas.naming(id, role).map(|at| atlas.id_of(at)).collect()
    };
    assert_eq!(naming("ada", Role::Sender), ["letter-1"]);
    assert_eq!(naming("ada", Role::Voice), ["claim-1"]);
    assert_eq!(naming("bo", Role::Addressee), ["letter-1"]);
    assert_eq!(naming("bo", Role::Sender), [""; 0]);
    assert_eq!(naming("north", Role::Party), ["ada", "guards"]);
    assert_eq!(naming("ford", Role::Position), ["fix-1"]);
    assert_eq!(naming("ford", Role::Site), ["event-1"]);
    assert_eq!(naming("birch", Role::Held), ["control-1"]);
    assert_eq!(naming("birch", Role::Member), ["both"]);
    let told: Vec<_> = atlas
        .contradictions_of("fix-1")
        .map(|c| c.id.as_str())
        .collect();
    assert_eq!(told, ["contradiction-1"]);
    assert_eq!(atlas.contradictions_of("fix-2").count(), 0);
}

#[test]
fn a_person_named_twice_in_one_role_is_met_once() {
    let atlas = with(
        "messages.json",
        r#"[{"person": "ada"}]"#,
        r#"[{"person": "ada"}, {"person": "bo"}, {"person": "ada"}]"#,
    );
    assert_eq!(atlas.naming("ada", Role::Sender).count(), 1);
}

#[test]
fn leaves_and_parts_are_those_of_the_outlines() {
    let atlas = opened(&good());
    let leaves: Vec<&str> = atlas.leaf_districts().map(|d| d.id.as_str()).collect();
    assert_eq!(leaves, ["aster", "birch-west"]);
    let parts: Vec<&str> = atlas
        .parts_of(&"birch".into())
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(parts, ["birch-west"]);
    let covered = |area: &str| -> Vec<(String, bool)> {
        let leaves = atlas.leaves_of(&area.into()).into_iter();
        leaves
            .map(|(id, direct)| (id.to_string(), direct))
            .collect()
    };
    assert_eq!(covered("aster"), [("aster".to_owned(), true)]);
    assert_eq!(covered("birch"), [("birch-west".to_owned(), false)]);
    assert_eq!(
        covered("both"),
        [
            ("aster".to_owned(), false),
            ("birch-west".to_owned(), false)
        ]
    );
}

#[test]
fn records_rest_on_what_they_read_and_on_what_that_goes_back_to() {
    let mut files = good();
    let sources = r#"[{"id": "book", "type": "book", "title": "A book"},
        {"id": "fond", "type": "collection", "title": "State archive f. 85 d. 2"}]"#;
    files.insert("sources.json".to_owned(), Cow::Borrowed(sources.as_bytes()));
    let events = String::from_utf8(files["events.json"].to_vec()).expect("UTF-8");
    let original = |o: &str| {
        events
            .replace(
                r#""page": 4}"#,
                &format!(r#""page": 4, "original": "{o}"}}"#),
            )
            .into_bytes()
    };
    files.insert(
        "events.json".to_owned(),
        Cow::Owned(original(
            "State archive, f. 85, d. 2, l. 1".replace(',', "").as_str(),
        )),
    );
    let atlas = opened(&files);
    let on = |id: &str| -> Vec<&str> {
        atlas
            .resting_on(&id.into())
            .iter()
            .map(|at| atlas.id_of(*at))
            .collect()
    };
    assert_eq!(on("book").len(), 7, "every record reads the book");
    assert_eq!(on("fond"), ["event-1"]);
    let behind = atlas.source_behind(&atlas.events[0].head.cites[0]);
    assert_eq!(behind.map(|s| s.id.as_str()), Some("fond"));
    assert!(
        atlas
            .source_behind(&atlas.claims[0].head.cites[0])
            .is_none()
    );
    files.insert(
        "events.json".to_owned(),
        Cow::Owned(original("State archive f. 85 d. 21")),
    );
    let atlas = opened(&files);
    assert!(
        atlas.resting_on(&"fond".into()).is_empty(),
        "file 21 is not file 2"
    );
}

#[test]
fn a_filter_leaves_out_records_and_what_the_index_knew_of_them() {
    let atlas = opened(&good());
    let hidden = Filter::default().toggled(Condition::Hide(RecordKind::Messages));
    let kept = hidden.kept(&atlas);
    assert!(kept.record("letter-1").is_none());
    assert_eq!(kept.naming("ada", Role::Sender).count(), 0);
    assert_eq!(kept.records().count(), atlas.records().count() - 1);
    for kind in RecordKind::ALL {
        let filter = Filter::default().toggled(Condition::Hide(*kind));
        assert!(filter.kept(&atlas).records().all(|r| r.kind() != *kind));
        assert_eq!(filter.to_string().parse(), Ok(filter));
    }
    assert!(matches!(kept.find("claim-1"), Some(RecordRef::Claim(0))));
}
