//! The kiosk without its window: its configuration, its PIN, and a supervisor that waits for a display.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{GOOD, araxes};

/// Writes a configuration whose folder is beside it. Returns the path of the file.
fn configuration(folder: &Path, text: &str) -> String {
    let file = folder.join("kiosk.toml");
    let text = format!("{text}\n[watch]\nfolder = \"kept\"\n");
    std::fs::write(&file, text).expect("written");
    file.to_str().expect("UTF-8").to_owned()
}

#[test]
fn the_example_is_a_configuration_without_faults() {
    let example = araxes(&["kiosk", "--example"]).well().data;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("kiosk.toml");
    std::fs::write(&file, &example).expect("written");
    let file = file.to_str().expect("UTF-8");
    araxes(&["check", "--kiosk", file]).well();
    for key in [
        "after_s",
        "viewing_distance_mm",
        "low_reach",
        "pin",
        "shown",
    ] {
        assert!(example.contains(&format!("\n{key} = ")), "{key}");
    }
}

#[test]
fn every_fault_of_a_configuration_is_told_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = configuration(
        folder.path(),
        "filter = \"party:mars\"\n[languages]\nshown = [\"zz\"]\n[attract]\ntour = \"none\"",
    );
    let ran = araxes(&["check", "--kiosk", &file]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for place in [
        "kiosk.toml:1:10: filter",
        "kiosk.toml:3:9: languages.shown",
        "kiosk.toml:5:8: attract.tour",
    ] {
        assert!(ran.data.contains(place), "{place}: {ran:?}");
    }
    let file = configuration(folder.path(), "atlas = \"nowhere\"");
    let ran = araxes(&["check", "--kiosk", &file, "--format", "json"]);
    let findings = &ran.json()["findings"];
    assert_eq!((ran.code, &findings[0]["line"]), (1, &1.into()), "{ran:?}");
    assert_eq!(findings[0]["record"], "atlas", "{ran:?}");
    let ran = araxes(&["check", "--kiosk", "nowhere.toml"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn a_screen_too_small_and_a_panel_in_too_few_languages_are_warnings() {
    let folder = tempfile::tempdir().expect("a folder");
    let warned = |text: &str, places: &[&str]| {
        let file = configuration(folder.path(), text);
        let ran = araxes(&["check", "--kiosk", &file]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let count = format!("0 faults, {} warnings", places.len());
        assert!(ran.data.contains(&count), "{ran:?}");
        for place in places {
            assert!(ran.data.contains(place), "{place}: {ran:?}");
        }
    };
    warned("[screen]\nwidth_mm = 527\nheight_mm = 296", &[]);
    warned(
        "[screen]\nwidth_mm = 344\nheight_mm = 194",
        &["kiosk.toml:2:12: warning"],
    );
    warned(
        "[screen]\nwidth_mm = 527\nheight_mm = 296\nviewing_distance_mm = 1500",
        &["kiosk.toml:2:12: warning"],
    );
    let own = "own_title = { en = \"This room\" }\nown_text = { en = \"Found in 1998.\" }";
    warned(
        &format!("[languages]\nshown = [\"en\", \"az\"]\n[panels]\n{own}"),
        &["kiosk.toml:4:13: warning", "kiosk.toml:5:12: warning"],
    );
    warned(
        &format!("[languages]\nshown = [\"en\"]\n[panels]\n{own}"),
        &[],
    );
    for (wrong, place) in [
        (
            "[panels]\nown_title = { en = \"This room\" }",
            "kiosk.toml:2:13: panels.own_title",
        ),
        (
            "[panels.own_title]\nen = \"This room\"",
            "panels.own_title: ",
        ),
        (
            "[panels]\nown_title = { zz = \"Room\" }\nown_text = { en = \"Found.\" }",
            "kiosk.toml:2:13: panels.own_title",
        ),
    ] {
        let file = configuration(folder.path(), wrong);
        let ran = araxes(&["check", "--kiosk", &file]);
        assert!(
            ran.code == 1 && ran.data.contains(place),
            "{place}: {ran:?}"
        );
    }
}

#[test]
fn a_kiosk_refuses_what_it_cannot_obey() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |text: &str, arguments: &[&str], words: &str| {
        let file = configuration(folder.path(), text);
        // Without a home of its own it would find the last good configuration of another kiosk.
        let run = Command::new(env!("CARGO_BIN_EXE_araxes"))
            .args(["kiosk", "--config", &file])
            .args(arguments)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XDG_DATA_HOME")
            .env("HOME", tempfile::tempdir().expect("a folder").path())
            .output()
            .expect("the program runs");
        let messages = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{messages}");
        assert!(messages.contains(words), "{words}: {messages}");
    };
    refused("[idle]\nafter = 3", &[], "did you mean `idle.after_s`?");
    refused("atlas = \"nowhere\"", &["--atlas", GOOD], "two atlases");
    refused(
        "filter = \"no-hearsay\"",
        &["--filter", "no-hearsay"],
        "twice",
    );
    refused("", &["--lens", "mars"], "no lens `mars`");
    refused("", &["--lang", "zz"], "no language `zz`");
}

#[test]
fn a_pin_is_hashed_and_what_is_none_is_refused() {
    let hash = |pin: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_araxes"))
            .args(["kiosk", "--hash-pin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut input = program.stdin.take().expect("a pipe");
        input.write_all(pin.as_bytes()).expect("written");
        drop(input);
        let output = program.wait_with_output().expect("it ends");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        (output.status.code(), text.trim().to_owned())
    };
    let (code, text) = hash("2468\n");
    assert!(code == Some(0) && text.starts_with("$argon2id$"), "{text}");
    let folder = tempfile::tempdir().expect("a folder");
    let file = configuration(folder.path(), &format!("[operator]\npin = \"{text}\""));
    araxes(&["check", "--kiosk", &file]).well();
    assert_eq!(hash("12\n"), (Some(2), String::new()));
}

#[cfg(unix)]
#[test]
fn without_a_display_a_kiosk_waits_for_one_and_a_signal_ends_it_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = configuration(folder.path(), "");
    let mut kiosk = Command::new(env!("CARGO_BIN_EXE_araxes"))
        .args(["kiosk", "--config", &file])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", folder.path())
        .env_remove("XDG_DATA_HOME")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let heartbeat = folder.path().join("kept/heartbeat.json");
    let (mut restarts, mut looked) = (0, 0);
    while restarts < 2 {
        looked += 1;
        assert!(looked < 600, "no heartbeat in two minutes");
        std::thread::sleep(Duration::from_millis(200));
        let text = std::fs::read_to_string(&heartbeat).unwrap_or_default();
        let report: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        restarts = report["restarts"].as_u64().unwrap_or_default();
        assert!(restarts == 0 || report["showing"] == "wanted", "{report}");
    }
    let id = kiosk.id().to_string();
    let killed = Command::new("kill").args(["-TERM", &id]).status();
    assert!(killed.expect("kill runs").success());
    let status = kiosk.wait().expect("it ends");
    assert_eq!(status.code(), Some(0));
    let kept = std::fs::read_to_string(folder.path().join("kept/last-good-kiosk.toml"));
    assert!(kept.expect("kept").contains("[watch]"));
}
