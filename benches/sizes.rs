//! How load, situation and scene grow with the atlas: `cargo bench --bench sizes [S M L]`.
//!
//! `gen.py` makes the districts and claims, `araxes new` an atlas of them. From M to L there are ten
//! times as many of each; what takes more than twelve times as long is quadratic somewhere, and the
//! program ends with a fault.

#![allow(missing_docs, reason = "a program, not a library")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and tells what it read"
)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::Instant;

use araxes::load::{files, load};
use araxes::scene::{Furniture, LabelCache, Legend, Scene, SceneContext, Theme};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::Timeline;

/// From M to L everything may take so many times as long.
const MOST_GROWTH: f64 = 12.0;
/// Below this, in milliseconds, a time says nothing about growth.
const LEAST_MS: f64 = 1.0;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let sizes = ["S", "M", "L"]
        .into_iter()
        .filter(|s| asked.is_empty() || asked.iter().any(|a| a == s));
    let mut before: Option<(&str, Vec<(&str, f64)>)> = None;
    let mut grows = false;
    for size in sizes {
        let times = measure(&atlas_folder(size));
        for (i, (name, ms)) in times.iter().enumerate() {
            let growth = before
                .as_ref()
                .and_then(|(_, times)| Some(ms / times.get(i)?.1));
            let told = growth.map_or_else(String::new, |g| format!("   {g:>6.1} times"));
            println!("{size}  {name:<44} {ms:>10.2} ms{told}");
            let is_judged = size == "L" && before.as_ref().is_some_and(|(size, _)| *size == "M");
            if is_judged && *ms > LEAST_MS && growth.is_some_and(|g| g > MOST_GROWTH) {
                println!("   grows by more than {MOST_GROWTH}");
                grows = true;
            }
        }
        before = Some((size, times));
    }
    if grows {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// The atlas of a size, made once.
fn atlas_folder(size: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("size-{size}"));
    let atlas = folder.join("atlas");
    if !atlas.join("atlas.json").exists() {
        run(Command::new("python3")
            .args([
                concat!(env!("CARGO_MANIFEST_DIR"), "/benches/gen.py"),
                "--size",
                size,
                "--out",
            ])
            .arg(&folder));
        run(Command::new(env!("CARGO_BIN_EXE_araxes"))
            .arg("new")
            .arg(&atlas)
            .arg("--from")
            .arg(folder.join("districts.geojson")));
    }
    atlas
}

fn run(command: &mut Command) {
    let status = command.stdout(std::process::Stdio::null()).status();
    assert!(status.is_ok_and(|s| s.success()), "{command:?} failed");
}

/// The median of some runs, in milliseconds.
fn median(count: usize, mut run: impl FnMut()) -> f64 {
    let mut taken: Vec<f64> = (0..count)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    taken[taken.len() / 2]
}

fn measure(folder: &Path) -> Vec<(&'static str, f64)> {
    let mut times = Vec::new();
    let mut loaded = None;
    times.push((
        "load a folder",
        median(3, || {
            let files = files::read_folder(folder).expect("a folder");
            loaded = Some(load(&files).atlas.expect("an atlas without faults"));
        }),
    ));
    let atlas = Arc::new(loaded.expect("loaded"));
    let mut timeline = None;
    times.push((
        "sort its records",
        median(3, || timeline = Some(Timeline::new(Arc::clone(&atlas)))),
    ));
    let timeline = Arc::new(timeline.expect("sorted"));
    let span = atlas.manifest.span;
    let days = araxes::time::days_between(span.start, span.end);
    let day = |i: i64| span.start + chrono::TimeDelta::days((i * 397) % days.max(1));
    let mut i = 0;
    times.push((
        "situation on a day",
        median(21, || {
            i += 1;
            drop(black_box(timeline.situation_on(day(i))));
        }),
    ));
    times.push((
        "changes from a day to the next",
        median(11, || {
            i += 1;
            drop(black_box(
                timeline.changes(day(i), day(i) + chrono::TimeDelta::days(1)),
            ));
        }),
    ));
    let mut opened = None;
    times.push((
        "open: project, cut into triangles",
        median(1, || {
            opened = Some(Session::new(Arc::clone(&timeline), "en"));
        }),
    ));
    let mut session = opened.expect("opened");
    session.apply(Action::Resize(1384.0, 764.0));
    let (text, theme) = (Text::new("en"), Theme::paper());
    let furniture = Furniture {
        legend: Legend::Whole,
        scale_right: Some(92.0),
    };
    let draw = |session: &Session, labels: &mut LabelCache| {
        let context = SceneContext {
            session,
            situation: session.situation(),
            theme: &theme,
            text: &text,
            unit: 1.0,
            furniture,
        };
        drop(black_box(Scene::with_labels(&context, labels)));
    };
    times.push((
        "scene of a map seen for the first time",
        median(3, || draw(&session, &mut LabelCache::default())),
    ));
    let mut labels = LabelCache::default();
    draw(&session, &mut labels);
    times.push((
        "another day and its scene, camera still",
        median(11, || {
            i += 1;
            session.apply(Action::GoTo(day(i)));
            draw(&session, &mut labels);
        }),
    ));
    times
}
