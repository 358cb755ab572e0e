//! Compares the index of statements with a replay that shares no code with it and reads the records
//! day by day, on the built-in atlas and on generated ones.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::Timeline;
use super::rules::day;
use crate::load::fixtures::{builtin, two_vales_with};
use crate::model::{Atlas, Claim, PartyId, Question};
use crate::time::Truth;

/// A claim in force on a day, with everything that the index reports about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct InForce {
    voice: String,
    question: Question,
    claim: String,
    certainty: Truth,
    since: Option<NaiveDate>,
    restated: Option<NaiveDate>,
    until: Option<NaiveDate>,
    inherited: bool,
}

/// Whether a claim covers a leaf district: by its own id, or by that of its parent district or of a
/// group around it.
fn speaks_of(atlas: &Atlas, claim: &Claim, leaf: &str) -> bool {
    let parent = atlas.district(leaf).and_then(|d| d.parent.clone());
    let names = |area: &str| area == leaf || parent.as_ref().is_some_and(|p| p.as_str() == area);
    let Some(area) = claim.area.as_ref().map(|a| a.as_str()) else {
        return false;
    };
    let group = atlas.group(area);
    names(area) || group.is_some_and(|g| g.members.iter().any(|m| names(m.as_str())))
}

fn is_direct(claim: &Claim, leaf: &str) -> bool {
    claim.area.as_ref().is_some_and(|a| a.as_str() == leaf)
}

/// The claims of one day that count. A claim that names a part excludes one that names its parent
/// district, unless both come from one document.
fn standing<'a>(of_day: &[&'a Claim], leaf: &str) -> Vec<&'a Claim> {
    let direct: Vec<&Claim> = of_day
        .iter()
        .copied()
        .filter(|c| is_direct(c, leaf))
        .collect();
    let one_document = |a: &Claim, b: &Claim| match &a.message {
        Some(message) => b.message.as_ref() == Some(message),
        None => a.head.cites == b.head.cites,
    };
    let stands = |c: &&&'a Claim| {
        direct.is_empty() || is_direct(c, leaf) || direct.iter().any(|d| one_document(c, d))
    };
    of_day.iter().filter(stands).copied().collect()
}

/// The first and last day that a record's own date allows.
fn own_bounds(atlas: &Atlas, id: &str) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let claims = atlas
        .claims
        .iter()
        .map(|r| (&r.head.id, r.head.dating.bounds()));
    let control = atlas
        .control
        .iter()
        .map(|r| (&r.head.id, r.head.dating.bounds()));
    let fixes = atlas.units.iter().flat_map(|u| &u.fixes);
    let fixes = fixes.map(|r| (&r.head.id, r.head.dating.bounds()));
    let messages = atlas
        .messages
        .iter()
        .map(|r| (&r.head.id, r.head.dating.bounds()));
    let events = atlas
        .events
        .iter()
        .map(|r| (&r.head.id, r.head.dating.bounds()));
    let mut all = claims
        .chain(control)
        .chain(fixes)
        .chain(messages)
        .chain(events);
    all.find(|(other, _)| other.as_str() == id)
        .map(|(_, bounds)| bounds)
        .unwrap_or_default()
}

/// The first and last day that an undated claim may have; the dates of records that it follows or
/// precedes have priority over its own bounds.
fn bounds(atlas: &Atlas, claim: &Claim) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let dating = &claim.head.dating;
    let after = dating
        .after
        .iter()
        .filter_map(|r| own_bounds(atlas, r.as_str()).0)
        .max();
    let before = dating
        .before
        .iter()
        .filter_map(|r| own_bounds(atlas, r.as_str()).1)
        .min();
    let own = dating.bounds();
    (after.or(own.0), before.or(own.1))
}

fn replay(atlas: &Atlas, leaf: &str, on: NaiveDate) -> Vec<InForce> {
    let mut out = Vec::new();
    let said: Vec<(&Claim, Question, Option<PartyId>)> = atlas
        .claims
        .iter()
        .filter(|c| speaks_of(atlas, c, leaf))
        .filter_map(|c| {
            let stance = c.stance()?;
            let question = stance.kind.question();
            // The question *against whom* is separate for each opponent.
            let opponent = stance.by.filter(|_| question == Question::AgainstWhom);
            Some((c, question, opponent))
        })
        .collect();
    let mut asked: Vec<(Question, Option<PartyId>)> =
        said.iter().map(|(_, q, o)| (*q, o.clone())).collect();
    asked.sort();
    asked.dedup();
    for voice in &atlas.people {
        for (question, opponent) in &asked {
            let own: Vec<&Claim> = said
                .iter()
                .filter(|(c, q, o)| c.voices.contains(&voice.id) && q == question && o == opponent)
                .map(|(c, ..)| *c)
                .collect();
            let mut days: Vec<NaiveDate> = own
                .iter()
                .filter_map(|c| c.head.dating.exact_day())
                .collect();
            days.sort();
            days.dedup();
            let of_day = |d: NaiveDate| -> Vec<&Claim> {
                let said_then = own
                    .iter()
                    .copied()
                    .filter(|c| c.head.dating.exact_day() == Some(d));
                standing(&said_then.collect::<Vec<_>>(), leaf)
            };
            let in_force = |claim: &Claim| InForce {
                voice: voice.id.to_string(),
                question: *question,
                claim: claim.head.id.to_string(),
                certainty: Truth::Certain,
                since: None,
                restated: None,
                until: None,
                inherited: !is_direct(claim, leaf),
            };
            if let Some(last) = days.iter().copied().filter(|d| *d <= on).max() {
                for claim in of_day(last) {
                    let repeats =
                        |d: &NaiveDate| of_day(*d).iter().any(|c| c.stance() == claim.stance());
                    let run = days.iter().rev().skip_while(|d| **d > last);
                    let end = days.iter().find(|d| **d > last && !repeats(d));
                    out.push(InForce {
                        since: run.take_while(|d| repeats(d)).last().copied(),
                        restated: Some(last),
                        until: end.map(|d| *d - Days::new(1)),
                        ..in_force(claim)
                    });
                }
            }
            for claim in own.iter().filter(|c| c.head.dating.exact_day().is_none()) {
                let (earliest, latest) = bounds(atlas, claim);
                let end = latest.and_then(|l| days.iter().copied().find(|d| *d > l));
                if earliest.is_some_and(|e| e > on) || end.is_some_and(|e| e <= on) {
                    continue;
                }
                let certain = latest.is_some_and(|l| l <= on);
                out.push(InForce {
                    certainty: if certain {
                        Truth::Certain
                    } else {
                        Truth::Possible
                    },
                    until: end.map(|d| d - Days::new(1)),
                    ..in_force(claim)
                });
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

/// Compares index and replay on every day from `first` to `last`, and returns how many claims in
/// force were compared.
fn compare(atlas: &Arc<Atlas>, first: NaiveDate, last: NaiveDate) -> Result<usize, TestCaseError> {
    let t = Timeline::new(Arc::clone(atlas));
    let mut compared = 0;
    for on in first.iter_days().take_while(|d| *d <= last) {
        for state in t.situation_on(on).districts() {
            let mut indexed: Vec<InForce> = state
                .stances
                .iter()
                .map(|s| InForce {
                    voice: s.voice.to_string(),
                    question: s.question,
                    claim: atlas.claims[s.claim].head.id.to_string(),
                    certainty: s.certainty,
                    since: s.since,
                    restated: s.restated,
                    until: s.until,
                    inherited: s.inherited,
                })
                .collect();
            indexed.sort();
            indexed.dedup();
            compared += indexed.len();
            let replayed = replay(atlas, state.id.as_str(), on);
            prop_assert_eq!(indexed, replayed, "{} on {}", &state.id, on);
        }
    }
    Ok(compared)
}

#[test]
fn the_index_agrees_with_the_replay_on_every_day_of_the_built_in_atlas() {
    let atlas = builtin();
    let span = atlas.manifest.span;
    let compared = compare(&atlas, span.start, span.end).expect("one answer");
    assert!(compared > 10_000, "{compared}");
}

const VOICES: [&str; 3] = [r#""ada""#, r#""bo""#, r#""ada", "bo""#];
const AREAS: [&str; 4] = ["aster", "birch", "birch-west", "both"];
const STANCES: [&str; 9] = [
    r#""stance": "claims""#,
    r#""stance": "disputed""#,
    r#""stance": "assigns", "to": "north""#,
    r#""stance": "assigns", "to": "south""#,
    r#""stance": "occupy", "by": "north""#,
    r#""stance": "evacuate", "by": "south""#,
    r#""stance": "declines""#,
    r#""stance": "opposes", "by": "north""#,
    r#""stance": "opposes", "by": "south""#,
];

/// A date within twelve days of March: a day, a choice of days, an open end, or only a record that
/// it follows or precedes.
fn dating() -> impl Strategy<Value = String> {
    let day = |d: u32| format!("1900-03-{d:02}");
    prop_oneof![
        6 => (1u32..=12).prop_map(move |d| format!(r#""when": "{}""#, day(d))),
        2 => (1u32..=8, 1u32..=4).prop_map(move |(d, n)| format!(r#""when": "[{}..{}]""#, day(d), day(d + n))),
        1 => (1u32..=12).prop_map(move |d| format!(r#""when": "[..{}]""#, day(d))),
        1 => (1u32..=12).prop_map(move |d| format!(r#""when": "[{}..]""#, day(d))),
        1 => Just(r#""after": ["claim-0"]"#.to_owned()),
        1 => Just(r#""before": ["claim-0"]"#.to_owned()),
    ]
}

prop_compose! {
    /// Voices, area, stance, date, page of the book, and which of two letters states the claim, if
    /// any.
    fn statement()(
        voice in 0..VOICES.len(),
        area in 0..AREAS.len(),
        stance in 0..STANCES.len(),
        dating in dating(),
        page in 1u32..=2,
        letter in proptest::option::of(0usize..2),
    ) -> (String, Option<usize>) {
        let mut row = format!(
            r#""voices": [{}], "area": "{}", {}, {dating}, "basis": "document", "cites": [{{"source": "book", "page": {page}}}]"#,
            VOICES[voice], AREAS[area], STANCES[stance]
        );
        if let Some(letter) = letter {
            write!(row, r#", "message": "letter-{letter}""#).expect("a string");
        }
        (row, letter)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_agrees_with_the_replay_on_generated_atlases(
        statements in proptest::collection::vec(statement(), 1..14)
    ) {
        let claims: Vec<String> = statements
            .iter()
            .enumerate()
            .map(|(i, (row, _))| format!(r#"{{"id": "claim-{i}", {row}}}"#))
            // A record cannot follow itself.
            .map(|row| if row.contains(r#""id": "claim-0""#) {
                row.replace(r#"["claim-0"]"#, "[]")
            } else {
                row
            })
            .collect();
        let letter = |n: usize| {
            let stated = statements.iter().enumerate().filter(|(_, (_, letter))| *letter == Some(n));
            let ids: Vec<String> = stated.map(|(i, _)| format!(r#""claim-{i}""#)).collect();
            format!(
                r#"{{"id": "letter-{n}", "from": [{{"person": "ada"}}], "kind": "letter", "gist": {{"en": "A letter."}}, "claims": [{}], CITE}}"#,
                ids.join(",")
            )
        };
        let atlas = two_vales_with(&[
            ("claims.json", &format!("[{}]", claims.join(","))),
            ("messages.json", &format!("[{},{}]", letter(0), letter(1))),
        ]);
        compare(&atlas, day("1900-02-27"), day("1900-03-16"))?;
    }
}
