//! Who may use whom, and where outside crates may live.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, the rooms it may use, the outside crates only it (and those named again) may use.
const ROOMS: [(&str, &[&str]); 12] = [
    ("time", &[]),
    ("model", &["time"]),
    ("timeline", &["time", "model"]),
    ("geometry", &["model"]),
    ("load", &["time", "model", "geometry"]),
    (
        "session",
        &["time", "model", "timeline", "geometry", "load"],
    ),
    ("text", &["time", "model", "timeline"]),
    (
        "scene",
        &["time", "model", "timeline", "geometry", "session", "text"],
    ),
    ("paint", &["model", "scene", "geometry"]),
    (
        "cli",
        &[
            "time", "model", "timeline", "geometry", "load", "session", "text", "scene", "paint",
        ],
    ),
    (
        "app",
        &[
            "time", "model", "timeline", "geometry", "load", "session", "scene", "paint", "text",
            "cli",
        ],
    ),
    ("main", &["cli", "app"]),
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("src")
        .map(|e| e.expect("an entry").path())
    {
        if entry.is_dir() {
            sources(&entry, out);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            out.push(entry);
        }
    }
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    for (room, may) in ROOMS {
        let mut files = Vec::new();
        let folder = Path::new("src").join(room);
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
        for file in files {
            if file.ends_with("timeline/rules.rs") {
                continue; // Tests: they load a package.
            }
            let whole = fs::read_to_string(&file).expect("a source");
            // Tests at a file's end may load a package.
            let text = whole.split("#[cfg(test)]").next().unwrap_or_default();
            for part in text.split("crate::").skip(1) {
                let used: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let is_room = ROOMS.iter().any(|(r, _)| *r == used);
                assert!(
                    !is_room || used == room || may.contains(&used.as_str()),
                    "{}: {room} may not use {used}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn the_toolkit_the_disk_and_the_clock_stay_in_their_rooms() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    for file in files {
        let path = file.display().to_string();
        let text = fs::read_to_string(&file).expect("a source");
        let is_window = path.starts_with("src/app") || path.starts_with("src/paint/");
        assert!(
            is_window || !text.contains("egui"),
            "{path} knows the toolkit"
        );
        assert!(
            path == "src/load/files.rs" || !text.contains("std::fs"),
            "{path} touches the disk"
        );
        assert!(
            !text.contains("SystemTime")
                && !text.contains("Instant::now")
                && !text.contains("std::env"),
            "{path} reads clock or environment"
        );
        assert!(
            text.lines().count() <= 600,
            "{path} is long enough for a room of its own"
        );
    }
}
