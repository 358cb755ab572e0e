//! The answers of commands as JSON, in the forms of the command-line contract.

use std::collections::BTreeSet;

use geo_types::Point;
use serde_json::{Map, Value, json};

use crate::model::{
    Atlas, Citation, Correspondent, Group, HeldExtent, Message, Person, PersonId, RecordId,
    RecordRef, RecordView, StanceKind, Strength, Words,
};
use crate::text::{RegisterRow, Text};
use crate::time::Truth;
use crate::timeline::{
    DistrictOnDay, Holding, Lens, Situation, StanceInForce, Timeline, UnitReport,
};

/// The situation on a day.
pub(super) fn situation(
    timeline: &Timeline,
    situation: &Situation,
    lens: &Lens,
    history: bool,
) -> Value {
    let atlas = timeline.atlas();
    let districts: Vec<Value> = atlas
        .districts
        .iter()
        .map(|d| {
            let parts: Vec<_> = atlas.parts_of(&d.id).map(|p| p.id.as_str()).collect();
            let mut value = json!({
                "id": d.id, "parent": d.parent, "parts": parts, "name": d.names.text("en"),
                "fill": null, "stances": [], "claimants": [], "assigned": {}, "divided": [], "contestedness": 0, "holders": [],
            });
            if let (Some(state), Some(object)) = (situation.district(d.id.as_str()), value.as_object_mut()) {
                fill_in(object, atlas, state, lens);
                if history {
                    let all = timeline.history_of(&d.id).into_iter().map(|i| json!(atlas.claims[i].head.id)).collect();
                    object.insert("history".to_owned(), Value::Array(all));
                }
            }
            value
        })
        .collect();
    let places: Vec<Value> = situation
        .places
        .iter()
        .map(|(id, holders)| json!({"id": id, "holders": holders.iter().map(|h| holding(atlas, h)).collect::<Vec<_>>()}))
        .collect();
    json!({
        "date": situation.day, "lens": lens.name(),
        "districts": districts,
        "places": places,
        "units": situation.units.iter().map(|u| unit(atlas, u)).collect::<Vec<_>>(),
        "messages": situation.messages.iter().map(|m| message(atlas, &atlas.messages[m.index], m.certainty)).collect::<Vec<_>>(),
        "events": situation.events.iter().map(|e| {
            let event = &atlas.events[e.index];
            json!({"id": event.head.id, "title": event.title.text("en"), "gist": event.gist.text("en"), "when": event.head.dating.when,
                "certainty": e.certainty, "places": event.places, "people": event.people, "told_by": event.head.told_by,
                "note": told_words(&event.head.note), "cites": cites(&event.head.cites)})
        }).collect::<Vec<_>>(),
        "contradictions": contradictions(atlas, situation),
        "undated": undated(timeline, situation),
    })
}

/// Contradictions that are marked on the day, and those that concern a record of it.
fn contradictions(atlas: &Atlas, situation: &Situation) -> Vec<Value> {
    let districts = || situation.districts();
    let stances = districts().flat_map(|d| d.stances());
    let holdings = districts().flat_map(|d| d.holdings());
    let in_places = situation.places.iter().flat_map(|(_, holders)| holders);
    let holders = holdings
        .chain(in_places)
        .map(|h| &atlas.control[h.control].head.id);
    let fixes = situation
        .units
        .iter()
        .map(|u| &atlas.units[u.unit].fixes[u.fix].head.id);
    let messages = situation.messages.iter().map(|m| &atlas.messages[m.index]);
    let messages = messages.flat_map(|m| m.claims.iter().chain([&m.head.id]));
    let events = situation
        .events
        .iter()
        .map(|e| &atlas.events[e.index].head.id);
    let shown: BTreeSet<&RecordId> = stances
        .map(|s| &atlas.claims[s.claim].head.id)
        .chain(holders)
        .chain(fixes)
        .chain(messages)
        .chain(events)
        .collect();
    let all = atlas.contradictions.iter().enumerate();
    let told = all.filter_map(|(index, c)| {
        let marked = situation.contradictions.contains(&index);
        let concerns = c.named_records().any(|r| shown.contains(r));
        (marked || concerns).then(|| {
            json!({"id": c.id, "title": c.title.text("en"), "area": c.mark.as_ref().map(|m| &m.area), "marked": marked,
                "records": c.records, "tellings": c.tellings.iter().map(|t| t.text.text("en")).collect::<Vec<_>>(),
                "handling": told_words(&c.handling)})
        })
    });
    told.collect()
}

/// The records of no known day that may be of the day and do not count on it.
fn undated(timeline: &Timeline, situation: &Situation) -> Vec<Value> {
    let rows = Text::new("en").register(timeline);
    let open = timeline.undated_on(situation.day);
    open.filter_map(|u| rows.iter().find(|row| row.id == u.record.as_str()))
        .map(|row| self::row(timeline, row, Some("undated")))
        .collect()
}

/// A record of the log with everything that it holds; `dated` says how its date lies to the days
/// that are asked for.
pub(super) fn row(timeline: &Timeline, e: &RegisterRow, dated: Option<&str>) -> Value {
    let atlas = timeline.atlas();
    let contradictions: Vec<_> = atlas.contradictions_of(&e.id).map(|c| &c.id).collect();
    let mut value = json!({
        "id": e.id, "kind": e.kind, "when": e.when, "earliest": e.earliest, "latest": e.latest, "until": e.until,
        "as_written": e.as_written, "dated": dated, "title": e.title, "told_by": e.told_by, "basis": null,
        "note": (!e.note.is_empty()).then_some(&e.note), "contradictions": contradictions, "ledger": e.ledger,
        "cites": cites(&e.cites),
    });
    let (Some(record), Some(object)) = (atlas.record(&e.id), value.as_object_mut()) else {
        return value;
    };
    object.insert("basis".to_owned(), json!(record.head().basis));
    let own = match record {
        RecordView::Message(m) => json!({
            "form": m.kind, "from": m.from.iter().map(|c| correspondent(atlas, c)).collect::<Vec<_>>(),
            "to": m.to.iter().map(|c| correspondent(atlas, c)).collect::<Vec<_>>(),
            "addressee_as_written": m.addressee_as_written, "received": m.received, "deadline": m.deadline,
            "gist": m.gist.text("en"), "about": m.about, "claims": m.claims, "reply_to": m.reply_to,
        }),
        RecordView::Claim(c) => json!({
            "voices": c.voices, "authority": strongest(atlas, c.voices.iter()).map(|p| p.authority),
            "question": c.stance.map(StanceKind::question), "stance": c.stance, "to": c.to, "by": c.by, "of": c.of,
            "stance_as_written": c.stance_as_written, "condition": told_words(&c.condition),
            "area": c.area, "area_as_written": c.area_as_written,
            "message": c.message, "message_doubtful": c.message_doubtful,
        }),
        RecordView::Control(c) => json!({
            "holder": c.holder, "holder_as_written": c.holder_as_written, "not": c.not,
            "area": c.area, "area_as_written": c.area_as_written, "extent": c.extent,
        }),
        RecordView::Fix(unit, fix) => json!({
            "unit": unit.id, "name": unit.names.text("en"), "party": unit.party, "commander": unit.commander,
            "report": fix.kind, "at": fix.at, "at_as_written": fix.at_as_written, "from": fix.from, "to": fix.to,
            "strength": fix.strength.iter().map(strength).collect::<Vec<_>>(),
        }),
        RecordView::Event(event) => json!({
            "gist": event.gist.text("en"), "people": event.people, "places": event.places,
        }),
    };
    if let Value::Object(own) = own {
        object.extend(own);
    }
    value
}

/// A text in English; `null` where there is none.
fn told_words(words: &Words) -> Option<&str> {
    (!words.is_empty()).then(|| words.text("en"))
}

/// Of the voices of a record the one with the greatest authority, the first of several.
fn strongest<'a>(
    atlas: &'a Atlas,
    voices: impl Iterator<Item = &'a PersonId>,
) -> Option<&'a Person> {
    voices
        .filter_map(|v| atlas.person(v.as_str()))
        .min_by_key(|p| p.authority)
}

fn fill_in(object: &mut Map<String, Value>, atlas: &Atlas, state: DistrictOnDay<'_>, lens: &Lens) {
    let claimants = state.claimants();
    let assigned: Map<String, Value> = state
        .assigned()
        .into_iter()
        .map(|(from, to)| (from.to_string(), json!(to)))
        .collect();
    object.insert("fill".to_owned(), json!(state.fill(lens)));
    object.insert("stances".to_owned(), stances(atlas, &state));
    let claimants =
        claimants.iter().map(|c| json!({"party": c.party, "hearsay": c.hearsay, "certainty": c.certainty, "record": c.record}));
    object.insert("claimants".to_owned(), claimants.collect());
    object.insert("assigned".to_owned(), Value::Object(assigned));
    object.insert("divided".to_owned(), json!(state.divided()));
    object.insert("contestedness".to_owned(), json!(state.contestedness()));
    object.insert(
        "holders".to_owned(),
        state.holders.iter().map(|h| holding(atlas, h)).collect(),
    );
}

/// The stances in force, each record once: words of several voices stand together.
fn stances(atlas: &Atlas, state: &DistrictOnDay<'_>) -> Value {
    let mut records: Vec<Vec<&StanceInForce>> = Vec::new();
    for s in state.stances() {
        match records.iter_mut().find(|same| same[0].claim == s.claim) {
            Some(same) => same.push(s),
            None => records.push(vec![s]),
        }
    }
    records.iter().map(|same| stance(atlas, same)).collect()
}

/// One record with the voices with which it is in force; the voice of the greatest authority speaks
/// for them.
fn stance(atlas: &Atlas, same: &[&StanceInForce]) -> Value {
    let voice = strongest(atlas, same.iter().map(|s| &s.voice));
    let speaks = |s: &&&StanceInForce| voice.is_some_and(|p| p.id == s.voice);
    let s = same.iter().find(speaks).unwrap_or(&same[0]);
    let claim = &atlas.claims[s.claim];
    json!({
        "party": s.party, "voice": s.voice, "voices": same.iter().map(|s| &s.voice).collect::<Vec<_>>(),
        "authority": voice.map(|p| p.authority), "told_by": claim.head.told_by, "basis": claim.head.basis,
        "question": s.question, "stance": s.stance.kind, "to": s.stance.to, "by": s.stance.by, "of": s.stance.of,
        "stance_as_written": claim.stance_as_written, "condition": told_words(&claim.condition),
        "area": claim.area, "area_as_written": claim.area_as_written, "inherited": s.inherited,
        "since": s.since, "restated": s.restated, "until": s.until, "when": claim.head.dating.when, "certainty": s.certainty,
        "record": claim.head.id, "records": s.records.iter().map(|i| &atlas.claims[*i].head.id).collect::<Vec<_>>(),
        "message": claim.message, "message_doubtful": claim.message_doubtful, "note": told_words(&claim.head.note),
        "cites": cites(&claim.head.cites),
    })
}

fn holding(atlas: &Atlas, h: &Holding) -> Value {
    let control = &atlas.control[h.control];
    let extent = control
        .head
        .dating
        .when
        .as_ref()
        .map(crate::time::Edtf::extent)
        .unwrap_or_default();
    let since = extent
        .begins_earliest
        .filter(|_| extent.begins_earliest == extent.begins_latest && !extent.as_of);
    json!({
        "party": control.holder, "not": control.not,
        "extent": match control.extent { HeldExtent::Whole => "whole", HeldExtent::Part => "part" },
        "since": since, "as_of": extent.begins_latest.filter(|_| extent.as_of),
        "certainty": h.certainty, "told_by": control.head.told_by, "basis": control.head.basis, "title": told_words(&control.title),
        "note": told_words(&control.head.note), "when": control.head.dating.when, "record": control.head.id, "cites": cites(&control.head.cites),
    })
}

fn unit(atlas: &Atlas, report: &UnitReport) -> Value {
    let unit = &atlas.units[report.unit];
    let fix = &unit.fixes[report.fix];
    json!({
        "id": unit.id, "party": unit.party, "name": unit.names.text("en"), "echelon": unit.echelon, "arm": unit.arm,
        "commander": unit.commander, "at": fix.at.as_ref().map(|at| located(atlas, at.as_str())),
        "from": fix.from.as_ref().map(|at| located(atlas, at.as_str())), "to": fix.to.as_ref().map(|at| located(atlas, at.as_str())), "at_as_written": fix.at_as_written,
        "kind": fix.kind, "title": told_words(&fix.title), "note": told_words(&fix.head.note), "when": fix.head.dating.when, "fix": fix.head.id, "age_days": report.age_days, "certainty": report.certainty,
        "told_by": fix.head.told_by, "strength": fix.strength.iter().map(strength).collect::<Vec<_>>(),
        "record": fix.head.id, "cites": cites(&fix.head.cites),
    })
}

fn strength(s: &Strength) -> Value {
    json!({"unit": s.unit, "min": s.min, "max": s.max, "qualifier": s.qualifier, "told_by": s.told_by})
}

/// A place or district, with a point where it has one.
fn located(atlas: &Atlas, id: &str) -> Value {
    use geo::InteriorPoint as _;
    let point = match atlas.find(id) {
        Some(RecordRef::Place(i)) => atlas.places[i].point,
        Some(RecordRef::District(i)) => atlas.districts[i].outline.interior_point(),
        Some(RecordRef::Group(i)) => middle_of(atlas, &atlas.manifest.groups[i]),
        _ => None,
    };
    let rounded = |x: f64| (x * 1e5).round() / 1e5;
    json!({"place": id, "lon": point.map(|p| rounded(p.x())), "lat": point.map(|p| rounded(p.y()))})
}

/// The middle of a group: a point inside the member that lies nearest to the mean of all members.
fn middle_of(atlas: &Atlas, group: &Group) -> Option<Point<f64>> {
    use geo::InteriorPoint as _;
    let outlines = group
        .members
        .iter()
        .filter_map(|id| atlas.district(id.as_str()));
    let points: Vec<Point<f64>> = outlines
        .filter_map(|d| d.outline.interior_point())
        .collect();
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), p| {
        (x + p.x() / count, y + p.y() / count)
    });
    let distance = |p: &Point<f64>| (p.x() - x).hypot(p.y() - y);
    points
        .into_iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

fn message(atlas: &Atlas, m: &Message, certainty: Truth) -> Value {
    let ends = |ends: &[Correspondent]| -> Vec<Value> {
        ends.iter().map(|c| correspondent(atlas, c)).collect()
    };
    json!({
        "id": m.head.id, "kind": m.kind, "from": m.from.first().map(|c| correspondent(atlas, c)),
        "signatories": ends(&m.from), "to": ends(&m.to), "addressee_as_written": m.addressee_as_written,
        "sent": m.head.dating.when, "received": m.received, "gist": m.gist.text("en"), "about": m.about, "claims": m.claims,
        "reply_to": m.reply_to, "deadline": m.deadline, "certainty": certainty, "told_by": m.head.told_by, "basis": m.head.basis,
        "note": told_words(&m.head.note), "cites": cites(&m.head.cites),
    })
}

fn correspondent(atlas: &Atlas, c: &Correspondent) -> Value {
    let person = c.person.as_ref().and_then(|p| atlas.person(p.as_str()));
    let party = person.and_then(|p| p.party.as_ref());
    json!({"person": c.person, "party": party, "place": c.place, "place_stated": c.place_stated})
}

/// Citations with all keys.
pub(super) fn cites(cites: &[Citation]) -> Value {
    json!(cites)
}
