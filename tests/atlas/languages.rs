//! The built-in atlas and the interface in five languages: every text in each, every letter drawn,
//! and no words of one language left in another.

use araxes::load::{files, load};
use araxes::scene::Face;
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 5] = ["en", "az", "tr", "ru", "hy"];

fn interface(language: &str) -> String {
    let path = format!("assets/text/{language}.ftl");
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The files of the built-in atlas that hold texts.
fn package() -> Vec<PathBuf> {
    let root = Path::new("data/nakhchivan-1920");
    let folders = ["", "tours", "scenes", "base"].map(|name| root.join(name));
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder of the atlas"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let ending = path.extension().and_then(|e| e.to_str());
            ending.is_some_and(|e| e == "json" || e == "geojson")
        })
        .collect();
    paths.sort();
    paths
}

/// Every text of the package in one language, with its file.
fn texts(language: &str) -> Vec<(String, String)> {
    fn collect(value: &Value, language: &str, file: &str, out: &mut Vec<(String, String)>) {
        match value {
            Value::Object(fields) => {
                if fields.contains_key("en")
                    && let Some(text) = fields.get(language).and_then(Value::as_str)
                {
                    out.push((file.to_owned(), text.to_owned()));
                }
                for inner in fields.values() {
                    collect(inner, language, file, out);
                }
            }
            Value::Array(items) => {
                for inner in items {
                    collect(inner, language, file, out);
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    for path in package() {
        let text = std::fs::read_to_string(&path).expect("a file of the atlas");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        collect(&value, language, &path.display().to_string(), &mut out);
    }
    out
}

#[test]
fn the_atlas_has_every_text_in_five_languages() {
    let files = files::read_folder(Path::new("data/nakhchivan-1920")).expect("the atlas");
    let findings = load(&files).findings;
    let lacking: Vec<String> = findings
        .iter()
        .map(ToString::to_string)
        .filter(|finding| finding.contains("texts have no"))
        .collect();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn every_letter_of_every_text_is_in_every_face() {
    let mut missing = BTreeSet::new();
    for language in LANGUAGES {
        let atlas = texts(language).into_iter().map(|(_, text)| text);
        for text in atlas.chain([interface(language)]) {
            for c in text.chars().filter(|c| *c != '\n') {
                for face in Face::ALL.into_iter().filter(|face| !face.has(c)) {
                    missing.insert(format!("{face:?} lacks {c:?} ({language})"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The words of a text that are written in Latin letters, without the variables and the names of
/// the variants of a message.
fn latin_words(text: &str) -> Vec<String> {
    let code = Regex::new(r"\{ *\$[\w-]+( *->| *\})|\[[\w-]+\]").expect("a pattern");
    let plain = code.replace_all(text, " ");
    let words = plain.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.chars().count() > 3 && word.chars().all(|c| c < '\u{370}'))
        .map(str::to_owned)
        .collect()
}

/// Words that stay in Latin letters everywhere: names of the program, of its files, of keys, formats,
/// languages, archives and suppliers of data; titles of what is printed in Latin letters; and the parts
/// of an archive's number that a text explains.
#[rustfmt::skip]
const LATIN: &[&str] = &[
    "ARAXES", "ARPIISSA", "AVPRF", "Araxes", "Azərbaycanca", "BibTeX", "Ctrl", "Earth", "Equal", "Excel", "JSON",
    "Markdown", "English", "Enter", "GARF", "GLOBE",
    "GSHHG", "GeoNames", "HTML", "Kamran", "Kommunist", "LGPL", "NKAO", "NOAA", "ODbL", "OpenStreetMap",
    "PPTX", "Qafan", "RGASPI", "RISTAT", "SOURCES", "Türkçe", "araxes", "claim", "contributors", "data",
    "delo", "fond", "list", "nakhchivan", "opis", "state", "İsmayılov",
];

#[test]
fn no_latin_words_are_left_in_cyrillic_and_armenian_texts() {
    let mut left = BTreeSet::new();
    for language in ["ru", "hy"] {
        for (file, text) in texts(language) {
            let words = latin_words(&text).into_iter();
            left.extend(words.map(|word| format!("{word} ({language}, {file})")));
        }
        let interface = interface(language);
        for line in interface.lines().filter(|line| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said);
            let words = latin_words(said).into_iter();
            left.extend(words.map(|word| format!("{word} ({language}, interface)")));
        }
    }
    left.retain(|found| !LATIN.contains(&found.split(' ').next().unwrap_or_default()));
    assert!(left.is_empty(), "{left:#?}");
}
