//! Tries mutations of one kind of input, and prints what came of them:
//! `cargo run --release --example fuzz -- package 100000 [SEED]`. The kinds are `package`, `new`,
//! `edtf`, `typed`, `filter`, `state` and `settings`. It ends with 1 where anything failed; docs/robustness.md.

#![expect(
    clippy::disallowed_methods,
    reason = "the time that a mutation takes is measured"
)]

#[path = "../tests/mutations/mutate.rs"]
mod mutate;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use araxes::cli::{Cli, Output, run};
use araxes::load::load;
use araxes::session::Session;
use araxes::timeline::Timeline;
use mutate::{Random, good, json, opens_and_draws, package, reads, seeds, text, tried};

/// The most failures that are printed.
const MOST_PRINTED: usize = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize| arguments.get(i).and_then(|n| n.parse::<u64>().ok());
    let (Some(what), Some(count)) = (arguments.first(), number(1)) else {
        say("fuzz package|new|edtf|typed|filter|state|settings COUNT [SEED]");
        return ExitCode::from(2);
    };
    let first = number(2).unwrap_or(0);
    let good = good();
    let atlas = load(&good).atlas.expect("the good atlas");
    let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    let folder = tempfile::tempdir().expect("a folder");
    let maps: Vec<String> = std::fs::read_dir("tests/fixtures/import")
        .expect("the fixtures")
        .map(|e| e.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == "geojson"))
        .map(|path| String::from_utf8_lossy(&std::fs::read(path).expect("read")).into_owned())
        .collect();
    std::panic::set_hook(Box::new(|_| {}));
    let begun = Instant::now();
    let (mut accepted, mut failed, mut slowest) = (0_u64, 0_usize, (Duration::ZERO, 0));
    for seed in first..first + count {
        let mut random = Random(seed);
        let outcome = match what.as_str() {
            "package" => {
                let files = package(&mut random, &good);
                tried(|| opens_and_draws(&files, &mut random))
            }
            "new" => {
                let map = &maps[random.below(maps.len())];
                let map = if random.below(4) == 0 {
                    text(&mut random, map)
                } else {
                    json(&mut random, map)
                };
                let from = folder.path().join("in.geojson");
                std::fs::write(&from, map).expect("written");
                tried(|| import(folder.path(), seed))
            }
            _ => {
                let all = seeds(what);
                let input = text(&mut random, all[seed as usize % all.len()]);
                tried(|| reads(what, &session, &input))
            }
        };
        accepted += u64::from(outcome.accepted);
        if outcome.took > slowest.0 {
            slowest = (outcome.took, seed);
        }
        if let Some(wrong) = outcome.failed {
            failed += 1;
            if failed <= MOST_PRINTED {
                say(&format!("seed {seed}: {wrong}"));
            }
        }
    }
    say(&format!(
        "{what}: {count} from seed {first}, {accepted} accepted, {failed} failed, {:.1} s, slowest {:.3} s (seed {}), {}",
        begun.elapsed().as_secs_f64(),
        slowest.0.as_secs_f64(),
        slowest.1,
        memory()
    ));
    ExitCode::from(u8::from(failed > 0))
}

/// Imports the file, and opens what was made.
fn import(folder: &std::path::Path, seed: u64) -> Result<bool, String> {
    let (to, from) = (
        folder.join(format!("atlas-{seed}")),
        folder.join("in.geojson"),
    );
    let arguments: [std::ffi::OsString; 5] = [
        "araxes".into(),
        "new".into(),
        to.clone().into(),
        "--from".into(),
        from.into(),
    ];
    let cli = Cli::read(arguments).map_err(|told| told.to_string())?;
    let (mut data, mut messages) = (Vec::new(), Vec::new());
    let outcome = run(&cli, &mut Output::new(&mut data, &mut messages));
    let made = to.is_dir();
    if made {
        let files = araxes::load::files::read_folder(&to).map_err(|e| e.to_string())?;
        std::fs::remove_dir_all(&to).map_err(|e| e.to_string())?;
        if !opens_and_draws(&files, &mut Random(seed))? {
            return Err("what was made does not open".to_owned());
        }
    } else if outcome.is_ok_and(|code| code == ExitCode::SUCCESS) {
        return Err("nothing was made, and the exit code says it was".to_owned());
    }
    let left = std::fs::read_dir(folder)
        .map_err(|e| e.to_string())?
        .count();
    if left != 1 {
        return Err(format!("{left} things are left in the folder"));
    }
    Ok(made)
}

/// The greatest memory that the process had, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    peak.map_or("memory unknown".to_owned(), |kb| {
        format!("at most {}", kb.trim())
    })
}

fn say(words: &str) {
    writeln!(std::io::stdout(), "{words}").ok();
}
