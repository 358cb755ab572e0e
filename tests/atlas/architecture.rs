//! Which module may use which, and where outside crates may be named: the table of
//! `ARCHITECTURE.md`, held to its word.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate, and the modules it may use.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("characters", &[]),
    ("numeric", &[]),
    ("packed", &[]),
    ("time", &["numeric", "characters"]),
    ("model", &["time", "numeric"]),
    ("timeline", &["time", "model"]),
    ("geometry", &["model", "numeric"]),
    (
        "load",
        &[
            "time",
            "model",
            "timeline",
            "geometry",
            "packed",
            "characters",
        ],
    ),
    (
        "session",
        &[
            "time",
            "model",
            "timeline",
            "geometry",
            "numeric",
            "characters",
        ],
    ),
    ("text", &["time", "model", "timeline", "numeric", "packed"]),
    (
        "scene",
        &[
            "time",
            "model",
            "timeline",
            "geometry",
            "session",
            "text",
            "numeric",
            "packed",
            "characters",
        ],
    ),
    ("paint", &["scene", "geometry", "numeric"]),
    (
        "export",
        &[
            "time", "model", "timeline", "geometry", "session", "text", "scene", "paint",
            "numeric", "packed",
        ],
    ),
    ("kiosk", &["load", "model", "timeline"]),
    (
        "cli",
        &[
            "time",
            "model",
            "timeline",
            "geometry",
            "load",
            "session",
            "text",
            "scene",
            "paint",
            "export",
            "kiosk",
            "numeric",
            "characters",
        ],
    ),
    (
        "app",
        &[
            "time", "model", "timeline", "geometry", "load", "session", "text", "scene", "paint",
            "export", "numeric", "kiosk", "cli",
        ],
    ),
    ("lib", &[]),
    ("main", &["cli", "app", "kiosk", "load"]),
];

/// A name in the code, and the only files that may mention it.
const ONLY_IN: [(&str, &[&str]); 11] = [
    (
        "egui",
        &[
            "src/app/",
            "src/paint/lines.rs",
            "src/paint/prepared.rs",
            "src/paint/screen.rs",
            "src/paint/textures.rs",
        ],
    ),
    ("eframe", &["src/app/"]),
    ("egui_glow", &["src/app/back_buffer.rs"]),
    ("unsafe", &["src/app/back_buffer.rs"]),
    ("std::fs", &["src/load/files"]),
    (
        "SystemTime",
        &["src/app/bench.rs", "src/kiosk/run.rs", "src/load/files.rs"],
    ),
    (
        "Instant",
        &[
            "src/app/bench.rs",
            "src/app/clock.rs",
            "src/kiosk/run.rs",
            "src/kiosk/supervise.rs",
        ],
    ),
    ("std::env", &["src/main.rs"]),
    (
        "resvg",
        &[
            "src/paint/compact.rs",
            "src/paint/file.rs",
            "src/paint/relief.rs",
        ],
    ),
    ("proj4rs", &["src/geometry/projection.rs"]),
    ("jsonc_parser", &["src/load/json.rs"]),
];

/// Methods of a path that read the disk although no module of `std::fs` is named.
const DISK_METHODS: [&str; 4] = [".exists()", ".read_dir()", ".is_file()", ".is_dir()"];

/// A file longer than this wants to be split.
const MOST_LINES: usize = 600;

/// Every source file with its code: without comments, and without what stands under `#[cfg(test)]`.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    files.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a source");
        (path.display().to_string().replace('\\', "/"), text)
    };
    let texts: Vec<(String, String)> = files.iter().map(read).collect();
    let of_tests: Vec<String> = texts.iter().flat_map(test_files).collect();
    let is_program = |(name, _): &(String, String)| !of_tests.contains(name);
    let program = texts.into_iter().filter(is_program);
    program.map(|(name, text)| (name, code_of(&text))).collect()
}

/// The files that a file takes in for its tests only: `#[cfg(test)]` above `mod name;`.
fn test_files((file, text): &(String, String)) -> Vec<String> {
    let folder = match file.rsplit_once('/') {
        Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder,
        _ => file.trim_end_matches(".rs"),
    };
    let pairs = text.lines().zip(text.lines().skip(1));
    let modules = pairs.filter(|(attribute, _)| attribute.trim() == "#[cfg(test)]");
    let names = modules.filter_map(|(_, line)| line.trim().strip_prefix("mod ")?.strip_suffix(';'));
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The code without comments and without each item that follows a `#[cfg(test)]`.
fn code_of(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let mut code = String::new();
    let mut lines = text.lines().filter(is_code);
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            skip_item(&mut lines);
        } else {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// Skips one item: to its semicolon, or to the brace that closes it.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>) {
    let mut depth = 0;
    for line in lines {
        for c in line.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
        let is_end = line.trim_end().ends_with([';', '}']);
        if depth <= 0 && is_end {
            return;
        }
    }
}

/// `scene` for `src/scene/list.rs`, `main` for `src/main.rs`.
fn module_of(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    let end = inside.find(['/', '.']).unwrap_or(inside.len());
    &inside[..end]
}

/// The `x` of every `crate::x` and `araxes::x`, and of every name right inside `crate::{x, y}`.
fn used_modules(code: &str) -> Vec<&str> {
    let mut used = Vec::new();
    for path in code
        .split("crate::")
        .skip(1)
        .chain(code.split("araxes::").skip(1))
    {
        let Some(list) = path.strip_prefix('{') else {
            used.extend(first_name(path));
            continue;
        };
        let mut depth = 1;
        for piece in list.split_inclusive(['{', '}', ',']) {
            if depth == 1 {
                used.extend(first_name(piece));
            }
            match piece.chars().last() {
                Some('{') => depth += 1,
                Some('}') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    used
}

fn first_name(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    let end = end.unwrap_or(text.len());
    (0 < end).then_some(&text[..end])
}

#[test]
fn modules_use_only_what_is_below_them() {
    let mut broken = Vec::new();
    for (file, code) in sources() {
        let module = module_of(&file);
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            broken.push(format!("`{module}` is not in the table"));
            continue;
        };
        for used in used_modules(&code) {
            let is_module = MAY_USE.iter().any(|(name, _)| *name == used);
            if is_module && used != module && !allowed.contains(&used) {
                broken.push(format!("{file}: `{module}` uses `{used}`"));
            }
        }
        if code.contains("super::super::super::") {
            broken.push(format!("{file}: name a module far off as crate::module"));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_toolkit_the_disk_and_the_clock_stay_in_their_places() {
    let mut broken = Vec::new();
    for (file, code) in sources() {
        for (name, homes) in ONLY_IN {
            let mentioned = code.match_indices(name).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                let after = code[at + name.len()..].chars().next();
                let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
                !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
            });
            if mentioned && !homes.iter().any(|home| file.starts_with(home)) {
                broken.push(format!("{file} mentions `{name}`"));
            }
        }
        for method in DISK_METHODS {
            if code.contains(method) && !file.starts_with("src/load/files") {
                broken.push(format!("{file} reads the disk by `{method}`"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn no_file_is_so_long_that_it_hides_two() {
    let long = |file: &PathBuf| {
        let lines = fs::read_to_string(file).expect("a source").lines().count();
        (lines > MOST_LINES).then(|| format!("{}: {lines} lines", file.display()))
    };
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    let long: Vec<String> = files.iter().filter_map(long).collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_file_belongs_to_the_crate() {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    let is_declared = |file: &PathBuf| {
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .to_string();
        let folder = file.parent().expect("a folder");
        // `x/mod.rs` is declared beside `x`, `x/y.rs` in `x/mod.rs` or `x.rs`.
        let (name, folder) = if name == "mod" {
            let of = folder.file_name().expect("a name").to_string_lossy();
            (of.to_string(), folder.parent().expect("a folder"))
        } else {
            (name, folder)
        };
        let beside = folder.with_extension("rs");
        let owners = [folder.join("mod.rs"), folder.join("lib.rs"), beside];
        let mut texts = owners.iter().filter_map(|o| fs::read_to_string(o).ok());
        ["lib", "main"].contains(&name.as_str())
            || texts.any(|t| {
                t.lines()
                    .any(|l| l.trim_end().ends_with(&format!("mod {name};")))
            })
    };
    let stray: Vec<&PathBuf> = files.iter().filter(|f| !is_declared(f)).collect();
    assert!(stray.is_empty(), "no module declares {stray:#?}");
}

#[test]
fn every_form_of_path_is_seen() {
    assert_eq!(
        used_modules("use crate::time::Period; crate::scene::x()"),
        ["time", "scene"]
    );
    assert_eq!(
        used_modules("use crate::{\n  geometry::{a, b},\n  load,\n};"),
        ["geometry", "load"]
    );
    assert_eq!(used_modules("use araxes::cli::run;"), ["cli"]);
}

#[test]
fn what_follows_a_test_is_seen_again() {
    let text = "use crate::a;\n#[cfg(test)]\nmod rules;\nuse crate::b;\n#[cfg(test)]\nmod tests {\n    use crate::c;\n}\nuse crate::d;\n";
    assert_eq!(used_modules(&code_of(text)), ["a", "b", "d"]);
}
