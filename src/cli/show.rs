//! `araxes show`: one record with all its fields, its citations and the records connected to it.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::{Map, Value, json};

use super::{Output, TextOrJson};
use crate::export::cite::{Style, citations_of, cite};
use crate::model::{Atlas, RecordId, RecordRef};
use crate::text::{RegisterRow, Text};
use crate::timeline::Timeline;

/// Options of `araxes show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Id of a record, such as message-056, or of a district, place, person, party, force,
    /// source or term.
    id: String,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(super) fn run(
    args: &ShowArgs,
    timeline: &Timeline,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas();
    let Some(at) = atlas.find(&args.id) else {
        bail!("no record `{}`; `araxes find` looks for words", args.id);
    };
    let record = record(timeline, &args.id, at)?;
    match args.format {
        TextOrJson::Json => out.json(&record),
        TextOrJson::Text => text(atlas, &record, out),
    }
    Ok(())
}

/// The kind as `log` and `find` name it, and the record with the keys of its file.
fn kind_and_fields(atlas: &Atlas, at: RecordRef) -> (&'static str, Value) {
    match at {
        RecordRef::District(i) => ("district", json!(atlas.districts[i])),
        RecordRef::Group(i) => ("district", json!(atlas.manifest.groups[i])),
        RecordRef::Place(i) => ("place", json!(atlas.places[i])),
        RecordRef::Party(i) => ("party", json!(atlas.parties[i])),
        RecordRef::Person(i) => ("person", json!(atlas.people[i])),
        RecordRef::Claim(i) => ("claim", json!(atlas.claims[i])),
        RecordRef::Control(i) => ("control", json!(atlas.control[i])),
        RecordRef::Unit(i) => ("unit", json!(atlas.units[i])),
        RecordRef::Fix(i, j) => ("unit", json!(atlas.units[i].fixes[j])),
        RecordRef::Message(i) => ("message", json!(atlas.messages[i])),
        RecordRef::Event(i) => ("event", json!(atlas.events[i])),
        RecordRef::Source(i) => ("source", json!(atlas.sources[i])),
        RecordRef::Contradiction(i) => ("contradiction", json!(atlas.contradictions[i])),
        RecordRef::Term(i) => ("term", json!(atlas.glossary.terms()[i])),
    }
}

/// The record, its possible days, the records connected to it, and its citations. All keys are
/// always present.
fn record(timeline: &Timeline, id: &str, at: RecordRef) -> anyhow::Result<Value> {
    let atlas = timeline.atlas();
    let rows = Text::new("en").register(timeline);
    let row = |id: &str| rows.iter().find(|r| r.id == id);
    let (kind, fields) = kind_and_fields(atlas, at);
    let (earliest, latest) = timeline.bounds_of(&RecordId::from(id));
    let links = |ids: BTreeSet<&str>| -> Vec<Value> {
        ids.into_iter().map(|id| link(id, row(id))).collect()
    };
    let (messages, claims) = (messages_of(atlas, id), claims_of(atlas, id));
    // What disagrees with a message may also disagree with a claim that it states, and the reverse.
    let chain: Vec<&str> = match at {
        RecordRef::Message(_) => claims.iter().copied().chain([id]).collect(),
        RecordRef::Claim(_) => messages.iter().copied().chain([id]).collect(),
        _ => vec![id],
    };
    let contradictions = chain
        .iter()
        .flat_map(|id| atlas.contradictions_of(id))
        .map(|c| c.id.as_str())
        .collect();
    let citations: Vec<Value> = citations_of(atlas, id)
        .unwrap_or_default()
        .iter()
        .map(|c| {
            let mut value = json!(c);
            value["chicago"] = json!(cite(atlas, c, Style::Chicago));
            value
        })
        .collect();
    let title = row(id)
        .map(|r| r.title.as_str())
        .filter(|t| !t.is_empty())
        .unwrap_or_else(|| atlas.name(id, "en"));
    Ok(json!({
        "id": id, "kind": kind, "title": title,
        "earliest": earliest, "latest": latest,
        "record": fields.as_object().context("a record is no object")?,
        "messages": links(messages),
        "claims": links(claims),
        "contradictions": links(contradictions),
        "citations": citations,
    }))
}

fn link(id: &str, row: Option<&RegisterRow>) -> Value {
    json!({
        "id": id, "kind": row.map(|r| r.kind), "title": row.map(|r| &r.title),
        "when": row.and_then(|r| r.when.as_ref()),
    })
}

/// Messages that state a claim, answer a message or are answered by it, come from or go to a
/// person, or are about an area.
fn messages_of<'a>(atlas: &'a Atlas, id: &str) -> BTreeSet<&'a str> {
    let stated_in = atlas.claim(id).and_then(|c| c.message.as_ref());
    let answers = atlas.message(id).and_then(|m| m.reply_to.as_ref());
    let others = atlas.messages.iter().filter(|m| {
        m.reply_to.as_ref().is_some_and(|r| r.as_str() == id)
            || m.claims.iter().any(|c| c.as_str() == id)
            || m.about.iter().any(|a| a.as_str() == id)
            || m.from
                .iter()
                .chain(&m.to)
                .any(|c| c.person.as_ref().is_some_and(|p| p.as_str() == id))
    });
    stated_in
        .into_iter()
        .chain(answers)
        .chain(others.map(|m| &m.head.id))
        .map(RecordId::as_str)
        .collect()
}

/// Claims that a message states, a person makes, or that are about an area.
fn claims_of<'a>(atlas: &'a Atlas, id: &str) -> BTreeSet<&'a str> {
    let stated = atlas.message(id).into_iter().flat_map(|m| &m.claims);
    let others = atlas.claims.iter().filter(|c| {
        c.message.as_ref().is_some_and(|m| m.as_str() == id)
            || c.voices.iter().any(|v| v.as_str() == id)
            || c.area.as_ref().is_some_and(|a| a.as_str() == id)
    });
    stated
        .chain(others.map(|c| &c.head.id))
        .map(RecordId::as_str)
        .collect()
}

fn text(atlas: &Atlas, record: &Value, out: &mut Output<'_>) {
    let word = |key: &str| record[key].as_str().unwrap_or("?");
    out.line(format_args!("{} · {}", word("id"), word("kind")));
    out.line(format_args!("  {}", word("title")));
    if !record["earliest"].is_null() || !record["latest"].is_null() {
        out.line(format_args!(
            "  {:<18} {} to {}",
            "dated between",
            word("earliest"),
            word("latest")
        ));
    }
    for (key, value) in record["record"].as_object().into_iter().flatten() {
        // The id is printed above, the citations below.
        if key == "id" || key == "cites" {
            continue;
        }
        if let Some(plain) = plain(atlas, value) {
            out.line(format_args!("  {:<18} {plain}", key.replace('_', " ")));
        }
    }
    for key in ["messages", "claims", "contradictions"] {
        for linked in record[key].as_array().into_iter().flatten() {
            let word = |key: &str| linked[key].as_str().unwrap_or_default();
            let when = linked["when"].as_str().unwrap_or("undated");
            out.line(format_args!(
                "  {:<18} {} · {when} · {}",
                key.trim_end_matches('s'),
                word("id"),
                word("title")
            ));
        }
    }
    for citation in record["citations"].as_array().into_iter().flatten() {
        let read = citation["chicago"].as_str().unwrap_or_default();
        out.line(format_args!("  {:<18} {read}", "cited"));
    }
}

/// A value in words, with names for ids; `None` where it is empty.
fn plain(atlas: &Atlas, value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(id) => {
            let name = atlas.name(id, "en");
            Some(if name == id {
                id.clone()
            } else {
                format!("{name} ({id})")
            })
        }
        Value::Array(items) => {
            let nested = items.iter().any(Value::is_object);
            let parts: Vec<String> = items.iter().filter_map(|v| plain(atlas, v)).collect();
            let between = if nested { "; " } else { ", " };
            (!parts.is_empty()).then(|| parts.join(between))
        }
        Value::Object(fields) => object(atlas, fields),
    }
}

fn object(atlas: &Atlas, fields: &Map<String, Value>) -> Option<String> {
    if let (Some(Value::String(only)), 1) = (fields.get("en"), fields.len()) {
        return Some(only.clone());
    }
    let parts: Vec<String> = fields
        .iter()
        .filter_map(|(key, v)| Some(format!("{} {}", key.replace('_', " "), plain(atlas, v)?)))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
