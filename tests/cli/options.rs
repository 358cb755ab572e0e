//! Options stand before or after the command alike; one that is given is obeyed or refused.

use super::{GOOD, araxes, good};

#[test]
fn options_stand_before_or_after_the_command_alike() {
    for (before, after) in [
        (
            &["--atlas", GOOD, "--lens", "north", "at", "1900-03-02"][..],
            &["at", "1900-03-02", "--lens", "north", "--atlas", GOOD][..],
        ),
        (
            &["--format=json", "--atlas", GOOD, "log", "--kind", "events"],
            &[
                "log", "--kind", "events", "--atlas", GOOD, "--format", "json",
            ],
        ),
        (
            &["--atlas", GOOD, "--dated-only", "log"],
            &["log", "--dated-only", "--atlas", GOOD],
        ),
        (
            &[
                "--atlas",
                GOOD,
                "--history",
                "--format",
                "json",
                "at",
                "1900-03-02",
            ],
            &[
                "at",
                "1900-03-02",
                "--history",
                "--atlas",
                GOOD,
                "--format",
                "json",
            ],
        ),
        (
            &["--filter", "party:north", "--atlas", GOOD, "log"],
            &["log", "--filter", "party:north", "--atlas", GOOD],
        ),
        (
            &["--format", "json", "show", "letter-1", "--atlas", GOOD],
            &["--atlas", GOOD, "show", "letter-1", "--format", "json"],
        ),
    ] {
        let (before, after) = (araxes(before).well(), araxes(after).well());
        assert_eq!(before.data, after.data);
        assert!(!before.data.is_empty());
    }
}

#[test]
fn an_option_that_a_command_does_not_know_is_refused_wherever_it_stands() {
    for arguments in [
        &["--lens", "north", "log"][..],
        &["log", "--lens", "north"],
        &["--at", "1900-03-02", "find", "aster"],
        &["--state", "1900-03-02;north;", "at", "1900-03-02"],
        &["cite", "letter-1", "--lang", "en"],
        &["at", "1900-03-02", "--colour"],
    ] {
        good(arguments).refused("--");
    }
    good(&["--lens", "north", "at", "1900-03-02", "--lens", "south"]).refused("--lens");
}

#[test]
fn an_option_without_effect_is_refused() {
    // `--atlas` is taken by every command, though the schemas are those of any atlas.
    let schemas = araxes(&["schema", "--atlas", GOOD]).well().data;
    assert_eq!(schemas, araxes(&["schema"]).well().data);
    araxes(&["schema", "--filter", "no-hearsay"]).refused("--filter");
    good(&["cite", "letter-1", "--filter", "no-hearsay"]).refused("--filter");
    good(&["check", "--filter", "no-hearsay"]).refused("--filter");
    araxes(&[GOOD, "at", "1900-03-02"]).refused("--atlas");
}

#[test]
fn a_filter_is_obeyed_or_refused() {
    let all = good(&["log"]).well().data;
    let fewer = good(&["log", "--filter", "hide:claims"]).well().data;
    assert!(all.contains("claim-1") && !fewer.contains("claim-1"));
    good(&["log", "--filter", "party:mars"]).refused("party:mars");
    good(&["log", "--filter", "loud"]).refused("loud");
    good(&[
        "render",
        "--at",
        "1900-03-02",
        "--filter",
        "party:mars",
        "--out",
        "x.png",
    ])
    .refused("party:mars");
}

#[test]
fn usage_is_told_and_a_command_that_is_none_is_refused() {
    let help = araxes(&["--help"]).well().data;
    for command in [
        "lecture", "kiosk", "show", "at", "changes", "log", "find", "cite", "check", "render",
        "export", "new", "schema", "archives",
    ] {
        assert!(
            help.contains(&format!("\n  {command}")),
            "{command}: {help}"
        );
        assert!(
            araxes(&[command, "--help"])
                .well()
                .data
                .contains("Usage: araxes")
        );
    }
    assert!(araxes(&["--version"]).well().data.starts_with("araxes 0."));
    assert_eq!(
        araxes(&["--help", "at"]).well().data,
        araxes(&["at", "--help"]).well().data
    );
    araxes(&["at"]).refused("DATE");
    araxes(&["at", "1900-03-02", "1900-03-03", "--atlas", GOOD]).refused("1900-03-03");
}

#[test]
fn without_a_display_the_window_says_so_and_checks_its_options_first() {
    let no_window = |arguments: &[&str], words: &str| good(arguments).refused(words);
    no_window(&["--lens", "mars"], "no lens `mars`");
    no_window(&["--at", "1901-01-01"], "1900-01-01 to 1900-12-31");
    no_window(
        &["--at", "1901-01-01", "lecture"],
        "1900-01-01 to 1900-12-31",
    );
    no_window(&["kiosk", "--lens", "mars"], "no lens `mars`");
    no_window(&["--state", "1900-03-02;mars;"], "mars");
    no_window(&["--lang", "xx"], "no language `xx`");
    no_window(&["--filter", "party:mars"], "party:mars");
    good(&["kiosk", GOOD]).refused("two atlases");
    araxes(&[GOOD, "lecture"]).refused("--atlas");
}

#[test]
fn a_tour_is_named_by_its_id_or_its_file_or_refused_with_what_there_is() {
    let lecture = |arguments: &[&str]| araxes(&[&["lecture"], arguments].concat());
    let near = lecture(&["--tour", "eigthy-days"]);
    near.refused("did you mean `eighty-days`?");
    near.refused("two-armies-meet, whose-nakhchivan");
    lecture(&["--tour", "nowhere/mine.json"]).refused("nowhere/mine.json");
    good(&["lecture", "--tour", "mine"]).refused("the atlas has walk");
    for option in ["--at=1920-07-03", "--lens=moscow", "--filter=no-hearsay"] {
        let name = option.split('=').next().expect("a name");
        lecture(&["--tour", "eighty-days", option]).refused(name);
        araxes(&[option, "lecture", "--tour", "eighty-days"]).refused(name);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plain.json");
    let tour = r#"{"id": "plain", "title": {"en": "Plain"}, "steps": [
 {"id": "a", "date": "1920-07-03", "lens": "moscow",
  "headline": {"en": "One"}, "caption": {"en": "Two"}}]}"#;
    std::fs::write(&file, tour).expect("a file");
    let file = file.to_str().expect("UTF-8");
    lecture(&["--tour", file, "--short"]).refused("shorter version");
    lecture(&["--short"]).refused("--tour");
}

#[test]
fn a_tour_with_faults_is_not_opened_and_each_fault_has_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Mine.json");
    let tour = r#"{"id": "mine", "title": {"en": "Mine"}, "steps": [
 {"id": "a", "date": "1920-07-03", "lens": "mars",
  "headline": {"en": "One"}, "caption": {"en": "Two"}, "records": ["message-9999"]}]}"#;
    std::fs::write(&file, tour).expect("written");
    let path = file.to_str().expect("a path");
    let ran = araxes(&["lecture", "--tour", path]);
    ran.refused("nothing of it was opened");
    ran.refused("Mine.json:2:44: a: the atlas has no lens `mars`");
    ran.refused("Mine.json:3:68: a: `records` names `message-9999`");
}

#[test]
fn lecture_and_kiosk_refuse_what_the_atlas_does_not_have_wherever_it_stands() {
    for command in ["lecture", "kiosk"] {
        good(&[command, "--lang", "zz"]).refused("no language `zz`");
        good(&["--lang", "zz", command]).refused("no language `zz`");
        good(&[command, "--lens", "mars"]).refused("no lens `mars`");
        good(&["--at", "1901-01-01", command]).refused("1900-01-01 to 1900-12-31");
    }
    good(&["kiosk", "--state", "1900-03-02;mars;"]).refused("mars");
    // A lecture begins at a step, which sets all that a state string would.
    good(&["lecture", "--state", "1900-03-02;claims;"]).refused("--state is a view");
}
