//! The built-in atlas against the table of evidence, and the golden answers worked by hand from the article.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use araxes::load::{files, load};
use araxes::model::{Atlas, Citation};
use araxes::time::Truth;
use araxes::timeline::{FillKind, Lens, Timeline};

/// The built-in atlas, loaded once for all tests.
fn timeline() -> &'static Timeline {
    static TIMELINE: LazyLock<Timeline> = LazyLock::new(|| {
        let outcome = load(&files::builtin());
        let faults: Vec<_> = outcome
            .findings
            .iter()
            .filter(|f| f.severity == araxes::load::Severity::Fault)
            .map(ToString::to_string)
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
        Timeline::new(Arc::new(outcome.atlas.expect("no faults, so an atlas")))
    });
    &TIMELINE
}

/// Ledger ids, and citations, of every record.
fn records(atlas: &Atlas) -> Vec<(Vec<String>, Vec<Citation>)> {
    let heads = atlas.records().map(|r| r.head());
    let mut out: Vec<_> = heads.map(|r| (r.ledger.clone(), r.cites.clone())).collect();
    out.extend(
        atlas
            .contradictions
            .iter()
            .map(|r| (r.ledger.clone(), r.cites.clone())),
    );
    out.extend(
        atlas
            .people
            .iter()
            .filter(|r| !r.ledger.is_empty())
            .map(|r| (r.ledger.clone(), r.cites.clone())),
    );
    out.extend(
        atlas
            .places
            .iter()
            .filter(|r| !r.ledger.is_empty())
            .map(|r| (r.ledger.clone(), r.cites.clone())),
    );
    out
}

#[test]
fn every_record_of_the_table_is_in_the_atlas_or_left_out_with_a_reason() {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let held: HashSet<String> = records(atlas)
        .into_iter()
        .flat_map(|(ids, _)| ids)
        .collect();
    let table = include_str!("../evidence/ids.tsv");
    let mut count = 0;
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let (id, record, reason) = (fields[0], fields[6], fields[7]);
        count += 1;
        if record.is_empty() {
            assert!(!reason.is_empty(), "{id} is left out without a reason");
        } else {
            assert!(atlas.find(record).is_some(), "{id}: no record {record}");
            let is_district = atlas.district(record).is_some() || atlas.group(record).is_some();
            assert!(
                is_district || held.contains(id),
                "{id}: {record} does not name it"
            );
        }
    }
    assert_eq!(count, 408 + 55 + 50 + 56);
}

#[test]
fn every_record_has_its_page() {
    for (ids, cites) in records(timeline().atlas()) {
        assert!(
            !cites.is_empty() && cites.iter().all(|c| c.page.is_some()),
            "{ids:?}"
        );
    }
}

#[test]
fn captions_are_at_most_thirty_words() {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let captions = atlas
        .messages
        .iter()
        .map(|m| m.gist.text("en"))
        .chain(atlas.events.iter().map(|e| e.gist.text("en")));
    for caption in captions {
        assert!(
            !caption.is_empty() && caption.split_whitespace().count() <= 30,
            "{caption}"
        );
    }
}

/// `district kind parties` for each district named.
fn check(day: &str, lens: &str, expected: &[(&str, FillKind, &[&str])]) {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let situation = timeline.situation_on(day.parse().expect("a day"));
    let lens = Lens::named(lens, atlas).expect("a lens");
    for (district, kind, parties) in expected {
        let state = situation
            .district(district)
            .unwrap_or_else(|| panic!("{district}"));
        let fill = state.fill(&lens);
        let named: Vec<&str> = fill.parties.iter().map(|p| p.as_str()).collect();
        assert_eq!(
            (fill.kind, named.as_slice()),
            (*kind, *parties),
            "{day} {district} through {}",
            lens.name()
        );
    }
}

const NAKHCHIVAN: [&str; 3] = ["nakhchivan", "julfa", "ordubad"];
const SHARUR: [&str; 2] = ["sharur", "daralagez"];
const ZANGEZUR: [&str; 5] = ["goris", "kafan", "meghri", "sisian", "zangezur-east"];
const KARABAKH: [&str; 3] = ["shusha-uezd", "jabrayil-uezd", "jevanshir-uezd"];

fn all<'a>(
    districts: &[&'a str],
    kind: FillKind,
    parties: &'a [&'a str],
) -> Vec<(&'a str, FillKind, &'a [&'a str])> {
    districts.iter().map(|d| (*d, kind, parties)).collect()
}

#[test]
fn on_19_june_chicherin_wants_four_areas_under_russian_troops() {
    for area in [&["nakhchivan", "julfa"][..], &ZANGEZUR, &KARABAKH] {
        check(
            "1920-06-19",
            "chicherin",
            &all(area, FillKind::Occupy, &["moscow"]),
        );
        check(
            "1920-06-19",
            "moscow",
            &all(area, FillKind::Occupy, &["moscow"]),
        );
    }
    check(
        "1920-06-19",
        "chicherin",
        &[("ordubad", FillKind::Unknown, &[])],
    );
}

#[test]
fn on_30_june_baku_is_told_to_claim_six_districts() {
    for area in [&NAKHCHIVAN[..], &SHARUR, &ZANGEZUR, &KARABAKH] {
        check(
            "1920-06-30",
            "baku",
            &all(area, FillKind::Claimed, &["baku"]),
        );
    }
}

#[test]
fn on_3_july_moscow_gives_to_yerevan_and_calls_disputed() {
    for area in [&NAKHCHIVAN[..], &SHARUR] {
        check(
            "1920-07-03",
            "moscow",
            &all(area, FillKind::Assigns, &["yerevan"]),
        );
        check(
            "1920-07-03",
            "chicherin",
            &all(area, FillKind::Assigns, &["yerevan"]),
        );
    }
    for area in [&ZANGEZUR[..], &KARABAKH] {
        check(
            "1920-07-03",
            "moscow",
            &all(area, FillKind::Disputed, &["moscow"]),
        );
    }
    check(
        "1920-07-03",
        "yerevan",
        &all(&SHARUR, FillKind::Claimed, &["yerevan"]),
    );
    check(
        "1920-07-03",
        "baku",
        &all(&SHARUR, FillKind::Disputed, &["baku"]),
    );
}

#[test]
fn on_13_july_bakus_bureau_claims_nakhchivan() {
    check(
        "1920-07-13",
        "baku",
        &all(&NAKHCHIVAN, FillKind::Claimed, &["baku"]),
    );
    check(
        "1920-07-13",
        "control",
        &all(&NAKHCHIVAN, FillKind::Held, &["ankara"]),
    );
}

#[test]
fn on_14_july_the_telegram_from_baku_is_moscows_mens() {
    check(
        "1920-07-14",
        "baku",
        &all(&NAKHCHIVAN, FillKind::Claimed, &["baku"]),
    );
    check(
        "1920-07-14",
        "orjonikidze",
        &all(&KARABAKH, FillKind::Recognises, &["baku"]),
    );
    check(
        "1920-07-14",
        "orjonikidze",
        &all(
            &["nakhchivan", "ordubad", "sharur", "daralagez"],
            FillKind::Recognises,
            &["yerevan"],
        ),
    );
    check(
        "1920-07-14",
        "moscow",
        &all(&KARABAKH, FillKind::Disputed, &["moscow"]),
    );
    let timeline = timeline();
    let situation = timeline.situation_on("1920-07-14".parse().expect("a day"));
    for id in KARABAKH {
        let state = situation.district(id).expect("Karabakh");
        assert!(
            state.divided().iter().any(|p| p.as_str() == "moscow"),
            "{id}"
        );
    }
}

#[test]
fn on_15_july_the_bureau_renounces_and_names_no_recipient() {
    for area in [&NAKHCHIVAN[..], &SHARUR] {
        check(
            "1920-07-15",
            "baku",
            &all(area, FillKind::Renounced, &["baku"]),
        );
    }
    let timeline = timeline();
    let situation = timeline.situation_on("1920-07-15".parse().expect("a day"));
    let state = situation.district("sharur").expect("Sharur");
    let bureau: Vec<_> = state
        .stances
        .iter()
        .filter(|s| s.voice.as_str() == "bureau-akp")
        .collect();
    assert!(bureau.iter().all(|s| s.stance.to.is_none()));
    assert!(
        bureau
            .iter()
            .any(|s| s.stance.by.as_ref().is_some_and(|p| p.as_str() == "moscow"))
    );
}

#[test]
fn on_18_july_moscow_still_assigns_and_now_wants_troops() {
    check(
        "1920-07-18",
        "moscow",
        &all(&NAKHCHIVAN, FillKind::Assigns, &["yerevan"]),
    );
    let timeline = timeline();
    let situation = timeline.situation_on("1920-07-18".parse().expect("a day"));
    let state = situation.district("julfa").expect("Julfa");
    let answer = state
        .answer(&"moscow".into(), araxes::model::Question::WhoseTroops)
        .expect("an answer");
    assert_eq!(answer.stance.kind, araxes::model::StanceKind::Occupy);
    let whose = state
        .answer(&"moscow".into(), araxes::model::Question::Whose)
        .expect("an answer");
    assert_eq!(
        whose.restated.map(|d| d.to_string()).as_deref(),
        Some("1920-07-04")
    );
}

#[test]
fn on_24_july_shahtakhti_is_taken_and_told_twice() {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let situation = timeline.situation_on("1920-07-24".parse().expect("a day"));
    let (_, holders) = situation
        .places
        .iter()
        .find(|(id, _)| id.as_str() == "shahtakhti")
        .expect("Shahtakhti");
    assert!(holders.iter().any(|h| h.certainty == Truth::Certain
        && atlas.control[h.control].holder == Some("yerevan".into())));
    let told: Vec<&str> = situation
        .contradictions
        .iter()
        .map(|i| atlas.contradictions[*i].id.as_str())
        .collect();
    assert!(told.contains(&"contradiction-013"), "{told:?}");
    let report = |fix: &str| {
        situation
            .units
            .iter()
            .find(|u| atlas.units[u.unit].fixes[u.fix].head.id.as_str() == fix)
            .copied()
    };
    assert_eq!(
        report("fix-043").map(|u| u.certainty),
        None,
        "of Arabler the article gives no last day, so it is listed"
    );
    assert_eq!(
        report("fix-039").and_then(|u| u.age_days),
        Some(1),
        "the Kuban regiments left on the 23rd"
    );
    check(
        "1920-07-24",
        "control",
        &[
            ("sharur", FillKind::Held, &["yerevan"]),
            ("vedibasar", FillKind::Held, &["yerevan"]),
        ],
    );
}

#[test]
fn on_31_july_yerevan_claims_nakhchivan_and_sharur() {
    check(
        "1920-07-31",
        "yerevan",
        &all(
            &["nakhchivan", "julfa", "ordubad", "sharur"],
            FillKind::Claimed,
            &["yerevan"],
        ),
    );
    check(
        "1920-07-31",
        "ankara",
        &all(&["goris"], FillKind::Occupy, &["ankara"]),
    );
}

#[test]
fn soviet_power_in_nakhchivan_has_no_day() {
    let timeline = timeline();
    let event = timeline
        .atlas()
        .events
        .iter()
        .find(|e| e.head.id.as_str() == "event-051")
        .expect("event-051");
    assert_eq!(event.head.dating.exact_day(), None);
}

/// The days of the atlas.
fn days(timeline: &Timeline) -> impl Iterator<Item = chrono::NaiveDate> {
    let span = timeline.atlas().manifest.span;
    let days = span.start.iter_days();
    days.take_while(move |day| *day <= span.end)
}

#[test]
fn on_no_day_is_anything_colored_by_words_without_two_ends() {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let mut lenses = vec![Lens::Claims, Lens::Control];
    lenses.extend(atlas.parties.iter().map(|p| Lens::Party(p.id.clone())));
    let undated: HashSet<&str> = timeline
        .undated()
        .iter()
        .filter(|u| u.day.last().is_none())
        .map(|u| u.record.as_str())
        .collect();
    assert!(!undated.is_empty());
    for day in days(timeline) {
        let situation = timeline.situation_on(day);
        for (state, lens) in situation
            .districts()
            .flat_map(|s| lenses.iter().map(move |l| (s, l)))
        {
            for record in state.fill(lens).records {
                let known = timeline.known_day(&record);
                let place = format!("{day} {lens:?} {}: {record}", state.id());
                assert!(!undated.contains(record.as_str()), "{place}");
                assert!(known.first().is_none_or(|first| first <= day), "{place}");
            }
        }
        for report in &situation.units {
            let fix = &atlas.units[report.unit].fixes[report.fix].head.id;
            assert!(!undated.contains(fix.as_str()), "{day} {fix}");
        }
    }
}

#[test]
fn before_anyone_speaks_of_nakhchivan_it_is_bare() {
    let nothing = FillKind::Unknown;
    for (day, lens) in [
        ("1920-05-02", "baku"),
        ("1920-05-17", "claims"),
        ("1920-05-17", "yerevan"),
        ("1920-05-17", "ankara"),
    ] {
        let bare: Vec<(&str, FillKind, &[&str])> = ["nakhchivan", "julfa", "ordubad"]
            .map(|district| (district, nothing, &[][..]))
            .to_vec();
        check(day, lens, &bare);
    }
}

#[test]
fn zangezur_except_meghri_leaves_meghri_out() {
    check(
        "1920-07-10",
        "control",
        &[
            ("sisian", FillKind::Held, &["moscow"]),
            ("meghri", FillKind::Unknown, &[]),
        ],
    );
}

/// The pages and notes on which a record is read, as the golden table writes them.
fn pages(atlas: &Atlas, record: &str) -> Vec<String> {
    let cites = araxes::export::cite::citations_of(atlas, record).expect("a record");
    let note = |c: &Citation| c.note.as_ref().map_or("-".to_owned(), ToString::to_string);
    let page = |c: &Citation| c.page.expect("every record has its page");
    cites
        .iter()
        .map(|c| format!("{}:{}", page(c), note(c)))
        .collect()
}

/// What each of eight lenses shows on the eight days, and the pages and notes on which that rests, against
/// the table; its header says how the table was made.
#[test]
fn the_eight_lenses_show_on_the_eight_days_what_the_table_says() {
    let timeline = timeline();
    let atlas = timeline.atlas();
    let mut wrong = Vec::new();
    for row in include_str!("../evidence/golden.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let fields: Vec<&str> = row.split('\t').collect();
        let day = fields[0].parse().expect("a day");
        let lens = Lens::named(fields[1], atlas).expect("a lens");
        let mut groups: Vec<(String, Vec<String>, BTreeSet<String>)> = Vec::new();
        for state in timeline.situation_on(day).districts() {
            let fill = state.fill(&lens);
            if fill.kind == FillKind::Unknown {
                continue;
            }
            let kind = serde_json::to_value(fill.kind).expect("a word");
            let parties: Vec<&str> = fill.parties.iter().map(|p| p.as_str()).collect();
            let mut key = format!("{} {}", kind.as_str().expect("a word"), parties.join("+"));
            key += if fill.certainty == Some(Truth::Possible) {
                " possible"
            } else {
                ""
            };
            key += if fill.hearsay { " hearsay" } else { "" };
            let read = fill.records.iter().flat_map(|r| pages(atlas, r.as_str()));
            match groups.iter_mut().find(|(k, ..)| *k == key) {
                Some((_, districts, pages)) => {
                    districts.push(state.id.to_string());
                    pages.extend(read);
                }
                None => groups.push((key, vec![state.id.to_string()], read.collect())),
            }
        }
        let fills: Vec<String> = groups
            .iter()
            .map(|(key, districts, _)| format!("{key}: {}", districts.join(",")))
            .collect();
        let pages: Vec<String> = groups
            .iter()
            .map(|(_, _, pages)| pages.iter().cloned().collect::<Vec<_>>().join(","))
            .collect();
        let shown = [fields[0], fields[1], &fills.join("; "), &pages.join("; ")].join("\t");
        if shown != row {
            wrong.push(shown);
        }
    }
    assert!(wrong.is_empty(), "the program shows:\n{}", wrong.join("\n"));
}

/// The pages and notes of the table of evidence, by its ids. Read apart from the records: by two readers, line
/// by line, before there was a program.
#[test]
fn every_page_and_note_of_a_statement_is_that_of_the_table_of_evidence() {
    let timeline = timeline();
    let table = include_str!("../evidence/ids.tsv");
    let rows: HashMap<&str, Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .map(|fields| (fields[0], fields))
        .collect();
    let notes = |text: &'static str| -> BTreeSet<&str> {
        let all = text.split(',').map(str::trim);
        all.filter(|n| !n.is_empty() && *n != "-").collect()
    };
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for (ids, cites) in records(timeline.atlas()) {
        let read: BTreeSet<String> = cites
            .iter()
            .filter_map(|c| c.note.as_ref())
            .map(ToString::to_string)
            .collect();
        let unnoted = cites.iter().any(|c| c.note.is_none());
        for id in ids {
            let (note, pages) = (rows[id.as_str()][3], rows[id.as_str()][5]);
            if !id.starts_with(['M', 'P', 'C', 'T', 'E']) {
                continue; // The ledger lists people, places and contradictions by line alone.
            }
            let listed: BTreeSet<&str> = pages.split(',').map(str::trim).collect();
            let on_page = |c: &Citation| {
                c.page
                    .is_some_and(|p| listed.contains(p.to_string().as_str()))
            };
            let same_notes = if notes(note).is_empty() {
                unnoted
            } else {
                read.iter().map(String::as_str).eq(notes(note))
            };
            compared += 1;
            if !same_notes || !cites.iter().all(on_page) {
                wrong.push(format!("{id}: p. {pages} n. {note}, not {cites:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 400, "{compared}");
}
