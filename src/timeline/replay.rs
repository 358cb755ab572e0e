//! Compares the index of statements with a replay that shares no code with it and reads the records
//! day by day, on the built-in atlas and on generated ones.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::Timeline;
use super::rules::day;
use crate::load::fixtures::{builtin, two_vales_with};
use crate::model::{Atlas, Claim, Control, Dating, HeldExtent, PartyId, Question};
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

/// The first and last day that an undated claim may have: the narrowest of its own bounds and the
/// dates of the records that it follows or precedes.
fn bounds(atlas: &Atlas, dating: &Dating) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (mut first, mut last) = dating.bounds();
    for record in &dating.after {
        first = first.max(own_bounds(atlas, record.as_str()).0);
    }
    for record in &dating.before {
        last = match (last, own_bounds(atlas, record.as_str()).1) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    (first, last)
}

/// Whether words of unknown day count on `on`. They need two ends; the last alone is the day by
/// which they had been said.
fn counts(first: Option<NaiveDate>, last: Option<NaiveDate>, on: NaiveDate) -> Truth {
    match last {
        None => Truth::Not,
        Some(last) if on >= last && first.is_none_or(|f| f <= on) => Truth::Certain,
        Some(_) if first.is_some_and(|f| f <= on) => Truth::Possible,
        Some(_) => Truth::Not,
    }
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
            let lasts = |c: &Claim, day: NaiveDate| c.until.is_none_or(|until| until >= day);
            let said_by = |day: NaiveDate| days.iter().copied().filter(|d| *d <= day).max();
            // Whether a stance is said, and not ended by its source, on a day of the calendar.
            let holds = |claim: &Claim, day: NaiveDate| {
                let of_last = said_by(day).map(of_day).unwrap_or_default();
                let mut same = of_last.iter().filter(|c| c.stance() == claim.stance());
                same.any(|c| lasts(c, day))
            };
            // After the last day of all nothing ends any more.
            let ends = own.iter().filter_map(|c| c.until);
            let horizon = days.iter().copied().chain(ends).max();
            if let Some((last, horizon)) = said_by(on).zip(horizon) {
                for claim in of_day(last).into_iter().filter(|c| lasts(c, on)) {
                    let before = std::iter::successors(Some(on), NaiveDate::pred_opt);
                    let after = on.iter_days().take_while(|d| *d <= horizon + Days::new(1));
                    let end = after.clone().find(|d| !holds(claim, *d));
                    out.push(InForce {
                        since: before.take_while(|d| holds(claim, *d)).last(),
                        restated: Some(last),
                        until: end.map(|d| d - Days::new(1)),
                        ..in_force(claim)
                    });
                }
            }
            for claim in own.iter().filter(|c| c.head.dating.exact_day().is_none()) {
                let (earliest, latest) = bounds(atlas, &claim.head.dating);
                let end = latest.and_then(|l| days.iter().copied().find(|d| *d > l));
                let certainty = counts(earliest, latest, on);
                if certainty == Truth::Not || end.is_some_and(|e| e <= on) || !lasts(claim, on) {
                    continue;
                }
                let end = end.map(|d| d - Days::new(1));
                out.push(InForce {
                    certainty,
                    until: end.into_iter().chain(claim.until).min(),
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
    assert!(compared > 5_000, "{compared}");
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

/// A date within twelve days of March: a day, a choice of days, one end, a record that it follows or
/// precedes, one end and such a record for the other, or nothing.
fn dating() -> impl Strategy<Value = String> {
    let day = |d: u32| format!("1900-03-{d:02}");
    prop_oneof![
        6 => (1u32..=12).prop_map(move |d| format!(r#""when": "{}""#, day(d))),
        2 => (1u32..=8, 1u32..=4).prop_map(move |(d, n)| format!(r#""when": "[{}..{}]""#, day(d), day(d + n))),
        1 => (1u32..=12).prop_map(move |d| format!(r#""when": "[..{}]""#, day(d))),
        1 => (1u32..=12).prop_map(move |d| format!(r#""when": "[{}..]""#, day(d))),
        1 => Just(r#""after": ["claim-0"]"#.to_owned()),
        1 => Just(r#""before": ["claim-0"]"#.to_owned()),
        1 => (1u32..=12).prop_map(move |d| format!(r#""after": ["claim-0"], "latest": "{}""#, day(d))),
        1 => (1u32..=12).prop_map(move |d| format!(r#""when": "[{}..]", "before": ["claim-0"]"#, day(d))),
        1 => Just(r#""when": null"#.to_owned()),
    ]
}

/// The date of a claim, of which the source may also give the last day.
fn dating_of_claim() -> impl Strategy<Value = String> {
    let day = |d: u32| format!("1900-03-{d:02}");
    prop_oneof![
        3 => dating(),
        1 => (1u32..=12, 0u32..=3).prop_map(move |(d, n)| format!(r#""when": "{}", "until": "{}""#, day(d), day(d + n))),
        1 => (1u32..=8, 1u32..=4).prop_map(move |(d, n)| format!(r#""when": "[{}..{}]", "until": "{}""#, day(d), day(d + n), day(d + n + 1))),
    ]
}

prop_compose! {
    /// Voices, area, stance, date, page of the book, and which of two letters states the claim, if
    /// any.
    fn statement()(
        voice in 0..VOICES.len(),
        area in 0..AREAS.len(),
        stance in 0..STANCES.len(),
        dating in dating_of_claim(),
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

/// A holding or report on a day, as the index and the replay both give it.
type Found = (String, Truth);

/// The day of a report as of it.
fn as_of(c: &Control) -> Option<NaiveDate> {
    let when = c.head.dating.when.as_ref()?.as_str();
    when.strip_prefix("..")?.split('/').next()?.parse().ok()
}

/// Who held `leaf` on a day, from as-of reports of one known day, two ends or one, and from open
/// periods of a known first day.
fn holders_replayed(atlas: &Atlas, leaf: &str, on: NaiveDate) -> Vec<Found> {
    let fortnight = Days::new(14);
    let mut out = Vec::new();
    let about = |c: &&Control| {
        let parent = atlas.district(leaf).and_then(|d| d.parent.clone());
        let area = c.area.as_ref().map(|a| a.as_str());
        area == Some(leaf) || area.is_some() && area == parent.as_ref().map(|p| p.as_str())
    };
    let goes_on = |c: &Control| {
        let when = c.head.dating.when.as_ref().map(crate::time::Edtf::as_str);
        when.and_then(|w| w.strip_suffix("/.."))
            .and_then(|d| d.parse::<NaiveDate>().ok())
    };
    // The day on which another holder of the whole is dated: a taking ends what was before it, an
    // as-of report ends only as-of reports.
    let dated = |c: &Control| goes_on(c).or(as_of(c)).or(c.head.dating.exact_day());
    for c in atlas.control.iter().filter(about) {
        let others: Vec<NaiveDate> = atlas
            .control
            .iter()
            .filter(about)
            .filter(|o| o.holder != c.holder && o.extent == HeldExtent::Whole)
            .filter(|o| goes_on(c).is_none() || goes_on(o).is_some())
            .filter_map(dated)
            .collect();
        let (first, last) = as_of(c).map_or_else(
            || bounds(atlas, &c.head.dating),
            |day| (Some(day), Some(day)),
        );
        let known_by = goes_on(c).or(last);
        let next = others.iter().filter(|d| Some(**d) > known_by).min();
        let mut truth = match (goes_on(c), first, last) {
            (Some(begun), ..) if begun <= on => Truth::Certain,
            (None, Some(a), Some(b)) if a == on && b == on => Truth::Certain,
            (None, Some(a), Some(b)) if a <= on && on <= b + fortnight => Truth::Possible,
            (None, None, Some(b)) if b <= on && on <= b + fortnight => Truth::Possible,
            _ => Truth::Not,
        };
        // A contrary report before the day by which this one was made: it holds only after it.
        let contrary = others.iter().filter(|d| Some(**d) < known_by).max();
        if goes_on(c).is_none() && contrary.is_some_and(|d| on <= *d) {
            truth = Truth::Not;
        }
        if next.is_some_and(|d| on >= *d) {
            truth = Truth::Not;
        }
        let again =
            atlas.control.iter().filter(about).filter(|o| {
                o.head.id != c.head.id && o.holder == c.holder && goes_on(o) > known_by
            });
        let again = again.filter_map(goes_on).max();
        let is_direct = c.area.as_ref().is_some_and(|a| a.as_str() == leaf);
        let some_part = !is_direct && c.extent == HeldExtent::Part;
        if known_by.is_some() && again.is_some_and(|d| on < d) || some_part {
            truth = truth.and(Truth::Possible);
        }
        if truth != Truth::Not {
            out.push((c.head.id.to_string(), truth));
        }
    }
    out.sort();
    out
}

/// The reports of a force that are current on a day.
fn reports_replayed(atlas: &Atlas, on: NaiveDate) -> Vec<Found> {
    let week = Days::new(7);
    let mut out = Vec::new();
    for unit in &atlas.units {
        let days = || unit.fixes.iter().filter_map(|f| f.head.dating.exact_day());
        for fix in &unit.fixes {
            let day = fix.head.dating.exact_day();
            let (first, last) = bounds(atlas, &fix.head.dating);
            let (truth, made) = match day {
                Some(day) if day <= on => (Truth::Certain, Some(day)),
                Some(_) => (Truth::Not, None),
                None => (counts(first, last, on), last),
            };
            let replaced = match made {
                _ if truth == Truth::Not => true,
                Some(made) if !unit.joined => on > made + week,
                Some(made) => days().any(|d| d > made && d <= on),
                None => true,
            };
            if !replaced {
                out.push((fix.head.id.to_string(), truth));
            }
        }
    }
    out.sort();
    out
}

const PLACES: [&str; 3] = ["aster", "birch", "birch-west"];

prop_compose! {
    fn holding()(
        holder in 0..2usize,
        area in 0..PLACES.len(),
        part in proptest::bool::weighted(0.2),
        when in prop_oneof![
            3 => (1u32..=30).prop_map(|d| format!(r#""when": "1900-03-{d:02}/..""#)),
            3 => (1u32..=30).prop_map(|d| format!(r#""when": "..1900-03-{d:02}/1900-03-{d:02}..""#)),
            2 => (1u32..=20, 1u32..=9).prop_map(|(d, n)| format!(r#""when": "[1900-03-{d:02}..1900-03-{:02}]""#, d + n)),
            1 => (1u32..=30).prop_map(|d| format!(r#""when": "[..1900-03-{d:02}]""#)),
            1 => (1u32..=30).prop_map(|d| format!(r#""when": "[1900-03-{d:02}..]""#)),
            1 => Just(r#""when": null"#.to_owned()),
        ],
    ) -> String {
        let holder = ["north", "south"][holder];
        let (area, extent) = (PLACES[area], if part { "part" } else { "whole" });
        format!(r#""holder": "{holder}", "area": "{area}", "extent": "{extent}", {when}, "basis": "narrative", CITE"#)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holders_and_reports_agree_with_the_replay_on_generated_atlases(
        holdings in proptest::collection::vec(holding(), 0..8),
        fixes in proptest::collection::vec(dating(), 0..8),
        joined in proptest::bool::ANY,
    ) {
        let control: Vec<String> = holdings
            .iter()
            .enumerate()
            .map(|(i, row)| format!(r#"{{"id": "control-{i}", {row}}}"#))
            .collect();
        let fixes: Vec<String> = fixes
            .iter()
            .enumerate()
            .map(|(i, when)| format!(
                r#"{{"id": "fix-{i}", {}, "at": "ford", "kind": "stands", "basis": "narrative", CITE}}"#,
                when.replace("claim-0", "control-0").replace(r#"["control-0"]"#, if control.is_empty() { "[]" } else { r#"["control-0"]"# })
            ))
            .collect();
        let units = format!(
            r#"[{{"id": "guards", "names": {{"en": "Guards"}}, "party": "north", "joined": {joined}, "fixes": [{}]}}]"#,
            fixes.join(",")
        );
        let atlas = two_vales_with(&[
            ("control.json", &format!("[{}]", control.join(","))),
            ("units.json", &units),
            ("contradictions.json", "[]"),
        ]);
        let t = Timeline::new(Arc::clone(&atlas));
        let days = day("1900-02-10").iter_days().take_while(|d| *d <= day("1900-05-01"));
        for on in days {
            let situation = t.situation_on(on);
            for state in situation.districts() {
                let held = state.holdings().iter();
                let mut held: Vec<Found> = held
                    .map(|h| (atlas.control[h.control].head.id.to_string(), h.certainty))
                    .collect();
                held.sort();
                prop_assert_eq!(held, holders_replayed(&atlas, state.id.as_str(), on), "{} on {}", &state.id, on);
            }
            let reports = situation.units.iter();
            let mut reports: Vec<Found> = reports
                .map(|u| (atlas.units[u.unit].fixes[u.fix].head.id.to_string(), u.certainty))
                .collect();
            reports.sort();
            prop_assert_eq!(reports, reports_replayed(&atlas, on), "reports on {}", on);
        }
    }
}
