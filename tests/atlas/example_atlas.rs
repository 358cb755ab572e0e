//! The example atlas of `docs/format.md`: it opens without a finding, the guide quotes it word for
//! word, and its days are as the guide says.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use araxes::load::{Files, files, load};
use araxes::time::Truth;
use araxes::timeline::{Fill, FillKind, Lens, Timeline};
use serde_json::Value;

fn example() -> Files {
    files::read_folder(Path::new("docs/example-atlas")).expect("the folder is there")
}

fn guide() -> String {
    fs::read_to_string("docs/format.md").expect("the guide is there")
}

/// The fenced blocks of the guide whose first line is "json" and a file's name: that name, and the text.
fn quotations(guide: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(file) = line.strip_prefix("```json ") {
            let block: Vec<&str> = lines.by_ref().take_while(|l| *l != "```").collect();
            out.push((file.to_owned(), block.join("\n")));
        }
    }
    out
}

#[test]
fn the_example_opens_without_a_finding() {
    let loaded = load(&example());
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let atlas = loaded.atlas.expect("an atlas");
    assert_eq!((atlas.districts.len(), atlas.parties.len()), (2, 2));
    assert_eq!((atlas.people.len(), atlas.messages.len()), (2, 1));
    assert_eq!((atlas.claims.len(), atlas.control.len()), (3, 1));
    assert_eq!((atlas.units.len(), atlas.sources.len()), (1, 1));
    assert_eq!(
        (atlas.contradictions.len(), atlas.glossary.terms().len()),
        (1, 1)
    );
}

#[test]
fn the_guide_quotes_every_file_of_the_example_word_for_word() {
    let (files, guide) = (example(), guide());
    let quoted = quotations(&guide);
    for (file, block) in &quoted {
        let text = files
            .get(file)
            .unwrap_or_else(|| panic!("the guide quotes {file}, which the example does not have"));
        let text = String::from_utf8(text.to_vec()).expect("UTF-8");
        assert!(
            text.contains(block),
            "not in {file} as the guide quotes it:\n{block}"
        );
    }
    for file in files.keys() {
        assert!(
            quoted.iter().any(|(name, _)| name == file),
            "the guide quotes nothing of {file}"
        );
    }
}

#[test]
fn a_misspelt_id_is_answered_as_the_guide_says() {
    let mut files = example();
    let claims = String::from_utf8(files["claims.json"].to_vec()).expect("UTF-8");
    let claims = claims.replacen("\"area\": \"alder\"", "\"area\": \"aldr\"", 1);
    files.insert("claims.json".to_owned(), claims.into_bytes().into());
    let findings = load(&files).findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(guide().contains(&format!("\n{}\n", findings[0])));
}

#[test]
fn the_colors_of_the_example_are_those_of_the_walk_through() {
    let atlas = load(&example()).atlas.expect("an atlas");
    let timeline = Timeline::new(Arc::new(atlas));
    let fill = |day: &str, lens: &str, district: &str| -> Fill {
        let situation = timeline.situation_on(day.parse().expect("a day"));
        let lens = Lens::named(lens, timeline.atlas()).expect("a lens");
        situation
            .district(district)
            .expect("a district")
            .fill(&lens)
    };
    let check = |day: &str, lens: &str, district: &str, kind: FillKind, parties: &[&str]| {
        let fill = fill(day, lens, district);
        let found: Vec<&str> = fill.parties.iter().map(|p| p.as_str()).collect();
        assert_eq!(
            (fill.kind, found.as_slice()),
            (kind, parties),
            "{day} {lens} {district}"
        );
    };
    check("1871-03-05", "claims", "alder", FillKind::Unknown, &[]);
    check("1871-03-05", "control", "birch", FillKind::Held, &["crown"]);
    check(
        "1871-03-20",
        "claims",
        "alder",
        FillKind::Claimed,
        &["league"],
    );
    check("1871-03-20", "claims", "birch", FillKind::Unknown, &[]);
    check(
        "1871-03-20",
        "league",
        "birch",
        FillKind::Recognises,
        &["crown"],
    );
    check("1871-03-20", "crown", "birch", FillKind::Unknown, &[]);
    check(
        "1871-04-15",
        "claims",
        "alder",
        FillKind::Claimed,
        &["league", "crown"],
    );
    check(
        "1871-05-10",
        "claims",
        "alder",
        FillKind::Claimed,
        &["league", "crown"],
    );
    let said = |day: &str| fill(day, "crown", "alder").certainty;
    assert_eq!(said("1871-03-31"), None);
    assert_eq!(said("1871-04-01"), Some(Truth::Possible));
    assert_eq!(said("1871-04-29"), Some(Truth::Possible));
    assert_eq!(said("1871-04-30"), Some(Truth::Certain));
}

/// The text below the heading that names a file, up to the next heading.
fn section<'a>(guide: &'a str, heading: &str) -> &'a str {
    let start = guide
        .find(&format!("\n### {heading}\n"))
        .unwrap_or_else(|| panic!("the guide has no heading {heading}"));
    let rest = &guide[start + 5..];
    rest.find("\n##").map_or(rest, |end| &rest[..end])
}

/// Keys of the GeoJSON around the properties of a record.
const GEOJSON: [&str; 4] = ["type", "features", "properties", "geometry"];

/// Every key of every object that a schema describes, with whether it is required.
fn keys<'a>(schema: &'a Value, out: &mut Vec<(&'a str, bool)>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    let required = object.get("required").and_then(Value::as_array);
    let is_required = |key: &str| required.is_some_and(|r| r.iter().any(|k| k == key));
    for (word, value) in object {
        match (word.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                for (key, schema) in properties {
                    if !GEOJSON.contains(&key.as_str()) {
                        out.push((key, is_required(key)));
                    }
                    keys(schema, out);
                }
            }
            ("$defs", Value::Object(definitions)) => {
                definitions.values().for_each(|schema| keys(schema, out));
            }
            (_, Value::Array(schemas)) => schemas.iter().for_each(|schema| keys(schema, out)),
            _ => keys(value, out),
        }
    }
}

#[test]
fn the_guide_lists_every_key_and_marks_those_that_are_required() {
    let (guide, schemas) = (guide(), araxes::load::schemas());
    let shared = section(&guide, "What dated records share");
    for (file, schema) in schemas.as_object().expect("one schema for each file") {
        let heading = if file.starts_with("base/") {
            "base/*.geojson"
        } else if file.starts_with("scenes/") {
            // A scene is a tour.
            "tours/*.json"
        } else {
            file
        };
        let own = section(&guide, &format!("`{heading}`"));
        let mut all = Vec::new();
        keys(schema, &mut all);
        for (key, required) in all {
            let mut listed = format!("`{key}`");
            if required {
                listed = format!("**{listed}**");
            }
            assert!(
                own.contains(&listed) || shared.contains(&listed),
                "{file}: the guide does not list {listed}"
            );
        }
    }
}
