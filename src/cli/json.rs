//! The answers of commands as JSON, in the forms of the command-line contract.

use geo_types::Point;
use serde_json::{Map, Value, json};

use crate::model::{
    Atlas, Citation, Correspondent, Group, HeldExtent, Message, RecordRef, Strength,
};
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
                "certainty": e.certainty, "places": event.places, "people": event.people, "cites": cites(&event.head.cites)})
        }).collect::<Vec<_>>(),
        "contradictions": situation.contradictions.iter().map(|i| {
            let c = &atlas.contradictions[*i];
            json!({"id": c.id, "title": c.title.text("en"), "area": c.mark.as_ref().map(|m| &m.area), "records": c.records,
                "tellings": c.tellings.iter().map(|t| t.text.text("en")).collect::<Vec<_>>()})
        }).collect::<Vec<_>>(),
    })
}

fn fill_in(object: &mut Map<String, Value>, atlas: &Atlas, state: DistrictOnDay<'_>, lens: &Lens) {
    let claimants = state.claimants();
    let assigned: Map<String, Value> = state
        .assigned()
        .into_iter()
        .map(|(from, to)| (from.to_string(), json!(to)))
        .collect();
    object.insert("fill".to_owned(), json!(state.fill(lens)));
    object.insert(
        "stances".to_owned(),
        state.stances.iter().map(|s| stance(atlas, s)).collect(),
    );
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

fn stance(atlas: &Atlas, s: &StanceInForce) -> Value {
    let claim = &atlas.claims[s.claim];
    json!({
        "party": s.party, "voice": s.voice, "voices": claim.voices,
        "authority": atlas.person(s.voice.as_str()).map(|p| p.authority), "told_by": claim.head.told_by, "basis": claim.head.basis,
        "question": s.question, "stance": s.stance.kind, "to": s.stance.to, "by": s.stance.by, "of": s.stance.of,
        "condition": (!claim.condition.is_empty()).then(|| claim.condition.text("en")),
        "area": claim.area, "area_as_written": claim.area_as_written, "inherited": s.inherited,
        "since": s.since, "restated": s.restated, "until": s.until, "when": claim.head.dating.when, "certainty": s.certainty,
        "record": claim.head.id, "records": s.records.iter().map(|i| &atlas.claims[*i].head.id).collect::<Vec<_>>(),
        "message": claim.message, "message_doubtful": claim.message_doubtful, "cites": cites(&claim.head.cites),
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
        "certainty": h.certainty, "told_by": control.head.told_by, "record": control.head.id, "cites": cites(&control.head.cites),
    })
}

fn unit(atlas: &Atlas, report: &UnitReport) -> Value {
    let unit = &atlas.units[report.unit];
    let fix = &unit.fixes[report.fix];
    json!({
        "id": unit.id, "party": unit.party, "name": unit.names.text("en"), "echelon": unit.echelon, "arm": unit.arm,
        "commander": unit.commander, "at": fix.at.as_ref().map(|at| located(atlas, at.as_str())),
        "from": fix.from.as_ref().map(|at| located(atlas, at.as_str())), "at_as_written": fix.at_as_written,
        "kind": fix.kind, "fix": fix.head.id, "age_days": report.age_days, "certainty": report.certainty,
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
    let one = |c: &Correspondent| {
        let party = c
            .person
            .as_ref()
            .and_then(|p| atlas.person(p.as_str()))
            .and_then(|p| p.party.clone());
        json!({"person": c.person, "party": party, "place": c.place, "place_stated": c.place_stated})
    };
    json!({
        "id": m.head.id, "kind": m.kind, "from": m.from.first().map(one),
        "signatories": m.from.iter().map(one).collect::<Vec<_>>(),
        "to": m.to.iter().map(one).collect::<Vec<_>>(), "addressee_as_written": m.addressee_as_written,
        "sent": m.head.dating.when, "received": m.received, "gist": m.gist.text("en"), "about": m.about, "claims": m.claims,
        "reply_to": m.reply_to, "deadline": m.deadline, "certainty": certainty, "cites": cites(&m.head.cites),
    })
}

/// Citations with all keys.
pub(super) fn cites(cites: &[Citation]) -> Value {
    json!(cites)
}
