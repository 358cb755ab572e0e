//! `araxes show`: one record with all its fields, its citations and the records connected to it.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::{Map, Value, json};

use super::{LanguageArgs, Output, TextOrJson};
use crate::export::cite::{Style, citations_of, cite};
use crate::model::{Atlas, RecordId, RecordRef};
use crate::text::{Fact, RegisterRow, Text, named_in};
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
    /// Language of the words.
    #[command(flatten)]
    language: LanguageArgs,
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
    let words = (args.language).text(atlas, args.format == TextOrJson::Text)?;
    let record = record(timeline, &words, &args.id, at)?;
    match args.format {
        TextOrJson::Json => out.json(&record),
        TextOrJson::Text => text(timeline, &words, &record, at, out),
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
fn record(timeline: &Timeline, text: &Text, id: &str, at: RecordRef) -> anyhow::Result<Value> {
    let atlas = timeline.atlas();
    let rows = text.register(timeline);
    let row = |id: &str| rows.iter().find(|r| r.id == id);
    let (kind, fields) = kind_and_fields(atlas, at);
    let (earliest, latest) = timeline.bounds_of(&RecordId::from(id));
    let links = |ids: BTreeSet<&str>| -> Vec<Value> {
        ids.into_iter().map(|id| link(id, row(id))).collect()
    };
    let (messages, claims) = (messages_of(atlas, id), claims_of(atlas, id));
    let contradictions: Vec<Value> = timeline
        .contradictions_of(id)
        .into_iter()
        .map(|c| {
            let mut value = link(c.id.as_str(), row(c.id.as_str()));
            value["tellings"] = json!(c.tellings.len());
            value
        })
        .collect();
    let references: Map<String, Value> = named_in(atlas, id)
        .into_iter()
        .map(|naming| {
            let ids = naming.records.iter().map(|at| atlas.id_of(*at));
            let ids = ids.map(|id| link(id, row(id)));
            (naming.heading.to_owned(), ids.collect())
        })
        .collect();
    let facts = text.facts(atlas, at);
    let terms = text.terms_used(atlas, &facts, &timeline.contradictions_of(id));
    let terms = terms.iter().map(|t| {
        let language = text.language();
        let (term, sentence) = (t.term.text(language), t.sentence.text(language));
        json!({"id": t.id, "term": term, "sentence": sentence})
    });
    let citations: Vec<Value> = citations_of(atlas, id)
        .unwrap_or_default()
        .iter()
        .map(|c| {
            let mut value = json!(c);
            value["chicago"] = json!(cite(atlas, c, Style::Chicago));
            value
        })
        .collect();
    let title = row(id).map(|r| r.title.clone()).filter(|t| !t.is_empty());
    let title = title.unwrap_or_else(|| text.caption(atlas, id));
    Ok(json!({
        "id": id, "kind": kind, "title": title,
        "earliest": earliest, "latest": latest,
        "record": fields.as_object().context("a record is no object")?,
        "messages": links(messages),
        "claims": links(claims),
        "contradictions": contradictions,
        "references": references,
        "citations": citations,
        "terms": terms.collect::<Vec<_>>(),
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

/// The record as a page: what it holds, how else it is told, what names it, and where it is read.
fn text(timeline: &Timeline, text: &Text, record: &Value, at: RecordRef, out: &mut Output<'_>) {
    let (atlas, language) = (timeline.atlas(), text.language());
    let word = |key: &str| record[key].as_str().unwrap_or("?");
    let id = word("id");
    let kind = text.get(&format!("kind-{}", word("kind")));
    out.line(format_args!("{id} · {kind}"));
    out.line(format_args!("  {}", word("title")));
    out.line("");
    let mut texts = text.facts(atlas, at);
    let labels = texts.iter().map(|fact| fact.label.chars().count());
    let width = labels.fold(LABELS, usize::max);
    if !record["earliest"].is_null() || !record["latest"].is_null() {
        let between = format!("{} – {}", word("earliest"), word("latest"));
        line(out, width, &text.get("dated-between"), &between);
    }
    let (title, shown) = (word("title"), texts.iter());
    let shown = shown.filter(|fact| fact.text != title);
    facts(out, width, shown);
    if let RecordRef::Unit(i) = at {
        for (j, fix) in atlas.units[i].fixes.iter().enumerate() {
            let of_fix = text.facts(atlas, RecordRef::Fix(i, j));
            heading(
                out,
                &text.with("report-id", &[("id", fix.head.id.as_str())]),
            );
            facts(out, width, of_fix.iter());
            texts.extend(of_fix);
        }
    }
    let contradictions = timeline.contradictions_of(id);
    for c in &contradictions {
        let title = c.title.text(language);
        heading(
            out,
            &format!("{} ({})", text.named(&text.told_in_ways(c), title), c.id),
        );
        for (i, telling) in c.tellings.iter().enumerate() {
            out.line(format_args!(
                "    {}. {}",
                i + 1,
                telling.text.text(language)
            ));
        }
        if !c.handling.is_empty() {
            let handling = c.handling.text(language);
            line(out, width, &text.get("fact-handling"), handling);
        }
    }
    for (key, linked) in record["references"].as_object().into_iter().flatten() {
        heading(out, &text.get(key));
        for linked in linked.as_array().into_iter().flatten() {
            out.line(format_args!("    {}", linked_line(atlas, text, linked)));
        }
    }
    let cites = citations_of(atlas, id).unwrap_or_default();
    if !cites.is_empty() {
        heading(out, &text.get("read-in"));
    }
    for citation in &cites {
        let read = cite(atlas, citation, Style::Chicago).unwrap_or_default();
        let fit = text.fit(citation.fit);
        let fit = citation.note.as_ref().map(|_| format!(" ({fit})"));
        out.line(format_args!("    {read}{}", fit.unwrap_or_default()));
    }
    let terms = text.terms_used(atlas, &texts, &contradictions);
    if !terms.is_empty() {
        heading(out, &text.get("words-used"));
    }
    for term in terms {
        let (name, sentence) = (term.term.text(language), term.sentence.text(language));
        out.line(format_args!("    {}", text.named(name, sentence)));
    }
}

fn heading(out: &mut Output<'_>, text: &str) {
    out.line("");
    out.line(format_args!("  {text}"));
}

/// Least width of the labels, in characters.
const LABELS: usize = 22;

fn line(out: &mut Output<'_>, width: usize, label: &str, text: &str) {
    out.line(format_args!("  {label:<width$} {text}"));
}

/// The fields of a record. The id or date of the file stands behind the words.
fn facts<'f>(out: &mut Output<'_>, width: usize, facts: impl Iterator<Item = &'f Fact>) {
    for fact in facts {
        let code = fact.code.as_deref().filter(|code| *code != fact.text);
        let code = code.map_or_else(String::new, |code| format!(" ({code})"));
        line(out, width, &fact.label, &format!("{}{code}", fact.text));
    }
}

/// Id, date and title of a record that names the one shown.
fn linked_line(atlas: &Atlas, text: &Text, linked: &Value) -> String {
    let id = linked["id"].as_str().unwrap_or_default();
    let is_dated = atlas.record(id).is_some();
    let when = linked["when"].as_str().map(ToOwned::to_owned);
    let when = when.or_else(|| is_dated.then(|| text.get("undated")));
    let title = linked["title"].as_str().map(ToOwned::to_owned);
    let title = title.unwrap_or_else(|| text.caption(atlas, id));
    let parts = [Some(id.to_owned()), when, Some(title)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::Text;

    /// Fields whose values say nothing by themselves: ids of the table of evidence, whether a place
    /// is stated (the text says where it is not), and what is shown in other words, such as the title
    /// of the source.
    const OTHERWISE: [&str; 8] = [
        "ledger",
        "place_stated",
        "fit",
        "unit",
        "qualifier",
        "source",
        "calendar",
        "basis",
    ];

    /// Every value of a record that a page must show, with its key.
    fn values<'a>(key: &'a str, value: &'a Value, out: &mut Vec<(&'a str, &'a Value)>) {
        match value {
            Value::Null | Value::Bool(_) => {}
            _ if OTHERWISE.contains(&key) => {}
            Value::Array(items) => items.iter().for_each(|item| values(key, item, out)),
            Value::Object(fields) if fields.contains_key("en") && key != "names" => {
                values(key, &fields["en"], out);
            }
            Value::Object(fields) => fields.iter().for_each(|(inner, v)| values(inner, v, out)),
            Value::Number(_) | Value::String(_) => out.push((key, value)),
        }
    }

    #[test]
    fn the_page_of_every_record_shows_every_value_that_it_holds() {
        let atlas = crate::load::fixtures::builtin();
        let timeline = Timeline::new(Arc::clone(&atlas));
        let text = Text::new("en");
        let mut hidden = Vec::new();
        let people = atlas.people.iter().map(|r| r.id.as_str());
        let named = (atlas.units.iter().map(|r| r.id.as_str()))
            .chain(atlas.places.iter().map(|r| r.id.as_str()))
            .chain(atlas.parties.iter().map(|r| r.id.as_str()))
            .chain(atlas.districts.iter().map(|r| r.id.as_str()))
            .chain(atlas.contradictions.iter().map(|r| r.id.as_str()))
            .chain(atlas.glossary.terms().iter().map(|r| r.id.as_str()));
        let dated = atlas.records().map(|r| r.head().id.as_str());
        for id in dated.chain(people).chain(named) {
            let at = atlas.find(id).expect("an id of the atlas");
            let record = record(&timeline, &text, id, at).expect("a record");
            let (mut data, mut messages) = (Vec::new(), Vec::new());
            super::text(
                &timeline,
                &text,
                &record,
                at,
                &mut Output::new(&mut data, &mut messages),
            );
            let page = String::from_utf8(data).expect("UTF-8");
            let mut all = Vec::new();
            values("", &record["record"], &mut all);
            for (key, value) in all {
                let shown = match value {
                    Value::Number(n) => {
                        let grouped = n.as_f64().map(|n| text.number(n)).unwrap_or_default();
                        page.contains(&n.to_string())
                            || page.contains(&grouped)
                            || (key == "rank" && n.as_u64() == Some(0))
                    }
                    Value::String(word) => {
                        let is_default = ["unstated", "exactly"].contains(&word.as_str());
                        let is_form = key == "kind" && matches!(at, RecordRef::Message(_));
                        let form = || page.contains(&text.get(&format!("message-{word}")));
                        is_default
                            || page.contains(word)
                            || page.contains(&word.replace('-', " "))
                            || page.contains(atlas.name(word, "en"))
                            || (is_form && form())
                    }
                    _ => true,
                };
                if !shown {
                    hidden.push(format!("{id}: {key} {value}"));
                }
            }
        }
        assert!(hidden.is_empty(), "{} hidden: {hidden:#?}", hidden.len());
    }
}
