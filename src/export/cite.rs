//! The citations of a record in one of three styles: Chicago notes, BibTeX or CSL-JSON. It may use
//! `text::citation` for names and years; the command line prints the result, and the window copies
//! it.

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::model::{Atlas, Citation, NoteNumber, RecordRef, Source};
use crate::text::citation::{names, source_of, year};

/// Citation styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Style {
    /// Chicago notes.
    #[default]
    Chicago,
    /// BibTeX entries.
    Bibtex,
    /// CSL-JSON items.
    CslJson,
}

/// The citations of any record; `None` where the atlas has no record of that id.
#[must_use]
pub fn citations_of(atlas: &Atlas, id: &str) -> Option<Vec<Citation>> {
    let at = atlas.find(id)?;
    if let Some(record) = atlas.view(at) {
        return Some(record.head().cites.clone());
    }
    Some(match at {
        RecordRef::Unit(i) => {
            let fixes = atlas.units[i].fixes.iter();
            fixes.flat_map(|f| f.head.cites.clone()).collect()
        }
        RecordRef::Person(i) => atlas.people[i].cites.clone(),
        RecordRef::Place(i) => atlas.places[i].cites.clone(),
        RecordRef::Contradiction(i) => atlas.contradictions[i].cites.clone(),
        RecordRef::Source(i) => vec![Citation::of_whole(atlas.sources[i].id.clone())],
        _ => Vec::new(),
    })
}

/// One citation in one style; `None` where the atlas does not have its source.
#[must_use]
pub fn cite(atlas: &Atlas, citation: &Citation, style: Style) -> Option<String> {
    cite_with_key(atlas, citation, style, &key_of(citation))
}

/// The citations of any record in one style, with keys that no other record has; `None` where the
/// atlas has no record of that id. The key of a source cited as a whole is its id.
#[must_use]
pub fn cite_record(atlas: &Atlas, id: &str, style: Style) -> Option<Vec<String>> {
    let cites = citations_of(atlas, id)?;
    let one = |(i, c): (usize, &Citation)| {
        let key = match (c.source.as_str() == id, i) {
            (true, _) => key_of(c),
            (false, 0) => format!("{}-{id}", c.source),
            (false, _) => format!("{}-{id}-{}", c.source, i + 1),
        };
        cite_with_key(atlas, c, style, &key)
    };
    Some(cites.iter().enumerate().filter_map(one).collect())
}

fn cite_with_key(atlas: &Atlas, citation: &Citation, style: Style, key: &str) -> Option<String> {
    let source = source_of(atlas, citation)?;
    Some(match style {
        Style::Chicago => chicago(source, citation),
        Style::Bibtex => bibtex(source, citation, key),
        Style::CslJson => csl(source, citation, key).to_string(),
    })
}

/// The key of a citation alone: the source with page and note.
fn key_of(citation: &Citation) -> String {
    let page = citation.page.map(|p| format!("-p{p}"));
    let note = citation.note.as_ref().map(|n| match n {
        NoteNumber::Number(n) => format!("-n{n}"),
        NoteNumber::Mark(_) => "-note".to_owned(),
    });
    let parts = [page, note].into_iter().flatten();
    citation.source.to_string() + &parts.collect::<String>()
}

fn chicago(source: &Source, citation: &Citation) -> String {
    let authors: Vec<_> = names(source)
        .into_iter()
        .map(|(given, family)| format!("{given} {family}").trim().to_owned())
        .collect();
    let mut out = authors.join(" and ");
    let title = source.text("title").unwrap_or_default();
    if !out.is_empty() {
        out += ", ";
    }
    match source.text("container-title") {
        Some(journal) => {
            out += &format!("“{title},” {journal}");
            for (key, sign) in [("volume", " "), ("issue", ", no. ")] {
                let value = source
                    .csl
                    .get(key)
                    .map(|v| v.as_str().map_or_else(|| v.to_string(), ToOwned::to_owned));
                out += &value.map_or_else(String::new, |v| format!("{sign}{v}"));
            }
        }
        None => out += title,
    }
    out += &year(source).map_or_else(String::new, |y| format!(" ({y})"));
    out += &citation.page.map_or_else(String::new, |p| format!(": {p}"));
    out += &match (&citation.note, citation.page) {
        (Some(note), _) => format!(", n. {note}{}", printed_on(citation)),
        (None, Some(_)) => ", without a note".to_owned(),
        (None, None) => String::new(),
    };
    out += &citation
        .original
        .as_ref()
        .map_or_else(String::new, |o| format!(", citing {o}"));
    out + "."
}

/// Where the text of the note is printed, if not on the page of its mark.
fn printed_on(citation: &Citation) -> String {
    let elsewhere = citation.note_page.filter(|p| Some(*p) != citation.page);
    elsewhere.map_or_else(String::new, |p| format!(" (printed on p. {p})"))
}

fn bibtex(source: &Source, citation: &Citation, key: &str) -> String {
    let kind = if source.text("container-title").is_some() {
        "article"
    } else {
        "misc"
    };
    let mut fields = vec![("title", source.text("title").unwrap_or_default().to_owned())];
    let authors: Vec<_> = names(source)
        .into_iter()
        .map(|(given, family)| format!("{family}, {given}"))
        .collect();
    if !authors.is_empty() {
        fields.push(("author", authors.join(" and ")));
    }
    if let Some(journal) = source.text("container-title") {
        fields.push(("journal", journal.to_owned()));
    }
    if let Some(year) = year(source) {
        fields.push(("year", year.to_string()));
    }
    for key in ["volume", "issue"] {
        if let Some(value) = source.csl.get(key) {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), ToOwned::to_owned);
            fields.push((if key == "issue" { "number" } else { key }, value));
        }
    }
    if let Some(page) = citation.page {
        fields.push(("pages", page.to_string()));
    }
    let note = citation
        .note
        .as_ref()
        .map_or_else(|| "no note".to_owned(), |n| format!("note {n}"))
        + &printed_on(citation);
    let original = citation
        .original
        .as_ref()
        .map_or_else(String::new, |o| format!(", citing {o}"));
    fields.push(("note", note + &original));
    let body: Vec<_> = fields
        .iter()
        .map(|(key, value)| format!("  {key} = {{{}}}", value.replace(['{', '}'], "")))
        .collect();
    format!("@{kind}{{{key},\n{}\n}}", body.join(",\n"))
}

/// A citation as a CSL-JSON item, with page and note.
fn csl(source: &Source, citation: &Citation, key: &str) -> Value {
    let mut item = source.csl.clone();
    item.insert("id".to_owned(), json!(key));
    let note = citation
        .note
        .as_ref()
        .map_or_else(|| "no note".to_owned(), |n| format!("note {n}"))
        + &printed_on(citation);
    let original = citation
        .original
        .as_ref()
        .map_or_else(String::new, |o| format!("; citing {o}"));
    if let Some(page) = citation.page {
        item.insert("locator".to_owned(), json!(page.to_string()));
        item.insert("label".to_owned(), json!("page"));
    }
    item.insert("annote".to_owned(), json!(note + &original));
    Value::Object(item)
}
