//! Every command, in each of its forms.

use super::*;

#[test]
fn every_command_answers_in_its_own_words() {
    let first = words_of_the_first_atlas();
    let mut said = Vec::new();
    for lens in [
        "claims",
        "control",
        "regency",
        "federation",
        "isles",
        "ines-valdor",
    ] {
        for format in ["text", "json", "csv", "geojson"] {
            for day in ["1828-06-05", "1828-08-12", "1829-12-31"] {
                said.push(run(&["at", day, "--lens", lens, "--format", format]));
            }
        }
    }
    said.push(run(&["at", "1.3.1828", "--format", "json", "--history"]));
    said.push(run(&[
        "at",
        "1828-08-12",
        "--filter",
        "no-hearsay,party:regency",
    ]));
    for format in ["text", "json"] {
        said.push(run(&[
            "changes",
            "1828-03-01",
            "1829-02-01",
            "--format",
            format,
        ]));
        for word in ["meseta", "Harrow", "Gaviotin", "vellamar"] {
            said.push(run(&["find", word, "--format", format]));
        }
    }
    for format in ["text", "json", "csv"] {
        said.push(run(&["log", "--format", format]));
        said.push(run(&[
            "log",
            "--from",
            "1828-06-01",
            "--to",
            "1828-06-30",
            "--format",
            format,
        ]));
    }
    for format in ["chicago", "bibtex", "csl-json"] {
        for record in [
            "message-01",
            "claim-05",
            "control-03",
            "fix-04",
            "event-02",
            "gazette",
        ] {
            said.push(run(&["cite", record, "--format", format]));
        }
    }
    said.push(run(&["check"]));
    for (arguments, name) in [
        (
            &["export", "--at", "1828-06-05", "--lens", "regency"][..],
            "a.geojson",
        ),
        (&["export", "--at", "1828-06-05"], "a.csv"),
        (&["export"], "a.csv"),
        (&["export"], "a.lpf.json"),
        (&["export"], "a.bib"),
        (&["export", "--at", "1828-06-05"], "a.csl.json"),
    ] {
        let file = written(arguments, name);
        said.push(String::from_utf8(file).expect("UTF-8"));
    }
    for text in &said {
        has_none_of(&first, text, "a command");
    }
    let log = run(&["log"]);
    for words in [
        "listed",
        "Ondal 1874, p. ",
        "the Narrows and what lies beyond",
    ] {
        assert!(log.contains(words), "{words}");
    }
    assert!(
        said.iter().any(|s| s.contains("district of islands")),
        "kinds have names"
    );
    // A wrong day is refused in terms of this atlas.
    for day in ["1/2/1828", "31 June 1828", "1900-01-01"] {
        let ran = run_on(Path::new(FOLDER), &["at", day], None);
        assert!(!ran.done);
        has_none_of(&first, &ran.said, "a refusal");
    }
    // The schema describes the format and is of no atlas: its examples may name any.
    assert!(!built_in(&["schema"]).is_empty());
    // The words are such that the built-in atlas itself is found out.
    assert!(found_in(&first, &built_in(&["at", "1920-07-03"])).is_some());
}

/// What a command says of no folder.
fn built_in(arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(arguments)
        .output()
        .expect("it runs");
    String::from_utf8_lossy(&run.stdout).into_owned()
}
