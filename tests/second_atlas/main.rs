//! A second, invented atlas far away (`tests/fixtures/far-south`: southern hemisphere, 1828 and 1829, three parties, holes and
//! islands) goes through every command, plate, chart, view and skin, and nothing of the built-in atlas shows anywhere.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use araxes::load::{Files, files, load};
use araxes::model::{Atlas, Words};
use araxes::scene::Theme;
use serde_json::{Value, json};

mod commands;
mod pictures;
#[cfg(feature = "app")]
mod window;

const FOLDER: &str = "tests/fixtures/far-south";

fn atlas_of(files: &Files) -> Arc<Atlas> {
    let loaded = load(files);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    Arc::new(loaded.atlas.expect("no findings, so an atlas"))
}

fn far_south() -> Files {
    files::read_folder(Path::new(FOLDER)).expect("the fixture")
}

/// What must show nowhere: every name and source of the built-in atlas, its years, its units and its calendar.
fn words_of_the_first_atlas() -> BTreeSet<String> {
    let atlas = load(&files::builtin()).atlas.expect("it is clean");
    let mut words = BTreeSet::new();
    let mut names = |names: &Words| words.extend(names.0.values().cloned());
    atlas.districts.iter().for_each(|r| names(&r.names));
    atlas.manifest.groups.iter().for_each(|r| names(&r.names));
    atlas.places.iter().for_each(|r| names(&r.names));
    atlas.parties.iter().for_each(|r| names(&r.names));
    atlas.people.iter().for_each(|r| names(&r.names));
    atlas.units.iter().for_each(|r| names(&r.names));
    names(&atlas.manifest.title);
    names(&atlas.manifest.texts.plate_source);
    for source in &atlas.sources {
        words.extend(araxes::text::citation::title(source).map(str::to_owned));
    }
    words.extend(
        [
            "1919",
            "1920",
            "1921",
            "2019",
            "verst",
            "versts",
            "old style",
            "İsmayılov",
            "uezd",
            "okrug",
            "Nakhchivan",
            "Araks",
            "SOURCES.md",
        ]
        .map(str::to_owned),
    );
    words.retain(|w| w.chars().count() >= 4);
    words
}

/// Which of `words` stands in `text` as a word of its own, and what follows it.
fn found_in<'a>(words: &'a BTreeSet<String>, text: &'a str) -> Option<(&'a str, &'a str)> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.iter().find_map(|word| {
        let (at, _) = text.match_indices(word.as_str()).find(|(at, _)| {
            let (before, after) = (&text[..*at], &text[at + word.len()..]);
            !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
        })?;
        Some((word.as_str(), &text[at..]))
    })
}

fn has_none_of(words: &BTreeSet<String>, text: &str, place: &str) {
    if let Some((word, after)) = found_in(words, text) {
        let after: String = after.chars().take(120).collect();
        panic!("{place} says `{word}`: …{after}");
    }
}

struct Ran {
    done: bool,
    said: String,
    file: Vec<u8>,
}

/// Runs a command on an atlas folder; `name`: a file that it writes with `--out`.
fn run_on(folder: &Path, arguments: &[&str], name: Option<&str>) -> Ran {
    let out = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_araxes"));
    command.args(arguments).arg("--atlas").arg(folder);
    if let Some(name) = name {
        command.arg("--out").arg(out.path().join(name));
    }
    let run = command.env_remove("DISPLAY").output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let file = name.map(|name| std::fs::read(out.path().join(name)).unwrap_or_default());
    // What it wrote is named with the folder of the test, which is no matter of the atlas.
    let own = out.path().display().to_string();
    Ran {
        done: run.status.success(),
        said: (text(&run.stdout) + &text(&run.stderr)).replace(&own, ""),
        file: file.unwrap_or_default(),
    }
}

fn run(arguments: &[&str]) -> String {
    let ran = run_on(Path::new(FOLDER), arguments, None);
    assert!(ran.done, "{arguments:?}: {}", ran.said);
    assert!(!ran.said.trim().is_empty(), "{arguments:?} says nothing");
    ran.said
}

fn written(arguments: &[&str], name: &str) -> Vec<u8> {
    let ran = run_on(Path::new(FOLDER), arguments, Some(name));
    assert!(
        ran.done && !ran.file.is_empty(),
        "{arguments:?}: {}",
        ran.said
    );
    ran.file
}

#[test]
fn it_loads_without_a_finding_and_holds_what_it_promises() {
    let atlas = atlas_of(&far_south());
    let stances: BTreeSet<_> = atlas.claims.iter().filter_map(|c| c.stance).collect();
    assert_eq!(stances.len(), 11, "every stance");
    let words = |kind: fn(&araxes::model::Unit) -> Value| -> BTreeSet<String> {
        atlas.units.iter().map(|u| kind(u).to_string()).collect()
    };
    assert_eq!(words(|u| json!(u.echelon)).len(), 10, "every echelon");
    assert_eq!(words(|u| json!(u.arm)).len(), 10, "every arm");
    let holes = |d: &araxes::model::District| d.outline.iter().any(|p| !p.interiors().is_empty());
    assert_eq!(atlas.districts.iter().filter(|d| holes(d)).count(), 4);
    assert!(
        atlas.districts.iter().any(|d| d.outline.0.len() == 3),
        "islands"
    );
    let slots: BTreeSet<_> = atlas.parties.iter().map(|p| p.slot).collect();
    assert_eq!(slots.len(), 3);
    for theme in [
        Theme::paper(),
        Theme::night(),
        Theme::print(),
        Theme::high_contrast(),
    ] {
        let colors: BTreeSet<_> = slots
            .iter()
            .map(|slot| theme.party(slot.expect("a slot")).fill)
            .collect();
        assert_eq!(colors.len(), 3, "three parties, three colours");
    }
    let canton = atlas.district("hermit-canton").expect("the canton");
    assert_eq!(atlas.kind_name(&canton.kind, "es"), "cantón");
}

/// The fixture with one file changed.
fn edited(name: &str, edit: impl FnOnce(&mut Value)) -> Files {
    let mut all = far_south();
    let mut value: Value = serde_json::from_slice(&all[name]).expect("JSON");
    edit(&mut value);
    all.insert(name.to_owned(), value.to_string().into_bytes().into());
    all
}

fn one_week() -> Files {
    let mut all = edited("atlas.json", |atlas| {
        atlas["span"] = json!({"start": "1828-06-01", "end": "1828-06-07"});
    });
    // The tour tells other days.
    all.remove("tours/coast.json");
    all
}

fn one_district() -> Files {
    let mut all = edited("districts.geojson", |districts| {
        let features = districts["features"].as_array_mut().expect("features");
        features.retain(|f| f["properties"]["id"] == "northmarch");
    });
    let kept = [
        "atlas.json",
        "districts.geojson",
        "parties.json",
        "people.json",
        "sources.json",
        "claims.json",
        "places.geojson",
    ];
    all.retain(|name, _| kept.contains(&name.as_str()));
    let json = |name: &str| serde_json::from_slice::<Value>(&all[name]).expect("JSON");
    let (mut atlas, mut claims) = (json("atlas.json"), json("claims.json"));
    atlas["groups"] = json!([]);
    let rows = claims.as_array_mut().expect("claims");
    rows.retain(|c| c["area"] == "northmarch");
    for claim in rows {
        claim["message"] = Value::Null;
    }
    for (name, value) in [("atlas.json", atlas), ("claims.json", claims)] {
        all.insert(name.to_owned(), value.to_string().into_bytes().into());
    }
    all
}

fn folder_of(all: &Files) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in all {
        files::write_file_durably(&folder.path().join(name), bytes).expect("it is written");
    }
    folder
}

#[test]
fn a_week_and_a_single_district_are_atlases_too() {
    for all in [one_week(), one_district()] {
        atlas_of(&all);
        let folder = folder_of(&all);
        for arguments in [
            &["at", "1828-06-05"][..],
            &["changes", "1828-06-01", "1828-06-07"],
            &["log"],
            &["find", "Northmarch"],
            &["check"],
        ] {
            let ran = run_on(folder.path(), arguments, None);
            assert!(ran.done, "{arguments:?}: {}", ran.said);
        }
        for view in [
            "plate",
            "capitals",
            "days",
            "matrix",
            "ribbons",
            "strengths",
            "network",
        ] {
            let arguments = [
                "render",
                "--at",
                "1828-06-05",
                "--view",
                view,
                "--size",
                "600x400",
            ];
            let ran = run_on(folder.path(), &arguments, Some("a.svg"));
            assert!(ran.done && !ran.file.is_empty(), "{view}: {}", ran.said);
        }
    }
}

#[test]
fn a_report_without_a_title_is_called_by_its_force() {
    let text = araxes::text::Text::new("en");
    let atlas = atlas_of(&far_south());
    assert_eq!(text.caption(&atlas, "fix-16"), "Peace Party");
}
