//! How load, situation and scene grow with the atlas: `cargo bench --bench sizes [-- FILTER]`.
//!
//! `gen.py` makes the districts and claims, `araxes new` an atlas of them. S has 30 districts, M 300
//! and L 3,000; claims and vertices grow with them. From M to L a median may grow to twelve times its
//! value: a larger growth means work that is quadratic in districts or records.

#![allow(missing_docs, reason = "a program, not a library")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use araxes::load::{files, load};
use araxes::scene::{Furniture, LabelCache, Legend, Scene, SceneContext, Theme};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::Timeline;
use chrono::{NaiveDate, TimeDelta};
use divan::{Bencher, black_box};

const SIZES: [&str; 3] = ["S", "M", "L"];

fn main() {
    divan::main();
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

/// The timeline of a size, loaded once.
fn timeline(size: &str) -> Arc<Timeline> {
    static LOADED: [LazyLock<Arc<Timeline>>; 3] = [
        LazyLock::new(|| loaded("S")),
        LazyLock::new(|| loaded("M")),
        LazyLock::new(|| loaded("L")),
    ];
    let i = SIZES.iter().position(|s| *s == size).expect("a size");
    Arc::clone(&LOADED[i])
}

fn loaded(size: &str) -> Arc<Timeline> {
    let files = files::read_folder(&atlas_folder(size)).expect("a folder");
    let atlas = load(&files).atlas.expect("an atlas without faults");
    Arc::new(Timeline::new(Arc::new(atlas)))
}

/// A day of the atlas's span that differs from call to call.
fn day(timeline: &Timeline, i: i64) -> NaiveDate {
    let span = timeline.atlas().manifest.span;
    let days = araxes::time::days_between(span.start, span.end);
    span.start + TimeDelta::days((i * 397) % days.max(1))
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn load_a_folder(bencher: Bencher<'_, '_>, size: &str) {
    let folder = atlas_folder(size);
    bencher.bench(|| {
        let files = files::read_folder(&folder).expect("a folder");
        load(&files).atlas.expect("an atlas without faults")
    });
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn index_its_records(bencher: Bencher<'_, '_>, size: &str) {
    let timeline = timeline(size);
    bencher.bench(|| Timeline::new(Arc::clone(timeline.atlas())));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn project_and_triangulate(bencher: Bencher<'_, '_>, size: &str) {
    let timeline = timeline(size);
    bencher.bench(|| Session::new(Arc::clone(&timeline), "en"));
}

#[divan::bench(args = SIZES, sample_count = 21, sample_size = 1)]
fn situation_on_a_day(bencher: Bencher<'_, '_>, size: &str) {
    let timeline = timeline(size);
    let mut i = 0;
    bencher.bench_local(|| {
        i += 1;
        timeline.situation_on(day(&timeline, i))
    });
}

#[divan::bench(args = SIZES, sample_count = 11, sample_size = 1)]
fn changes_to_the_next_day(bencher: Bencher<'_, '_>, size: &str) {
    let timeline = timeline(size);
    let mut i = 0;
    bencher.bench_local(|| {
        i += 1;
        let from = day(&timeline, i);
        timeline.changes(from, from + TimeDelta::days(1))
    });
}

/// A session with a map of a usual size.
fn session(size: &str) -> Session {
    let mut session = Session::new(timeline(size), "en");
    session.apply(Action::Resize(1384.0, 764.0));
    session
}

fn scene(session: &Session, labels: &mut LabelCache) {
    let (text, theme) = (Text::new("en"), Theme::paper());
    let context = SceneContext {
        session,
        situation: session.situation(),
        theme: &theme,
        text: &text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::Whole,
            scale_right: Some(92.0),
            has_buttons: false,
        },
        detail: araxes::scene::MapDetail::Whole,
    };
    drop(black_box(Scene::with_labels(&context, labels)));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn scene_of_a_new_camera(bencher: Bencher<'_, '_>, size: &str) {
    let session = session(size);
    bencher.bench_local(|| scene(&session, &mut LabelCache::default()));
}

#[divan::bench(args = SIZES, sample_count = 11, sample_size = 1)]
fn another_day_and_its_scene(bencher: Bencher<'_, '_>, size: &str) {
    let mut session = session(size);
    let mut labels = LabelCache::default();
    scene(&session, &mut labels);
    let mut i = 0;
    bencher.bench_local(|| {
        i += 1;
        let day = day(session.timeline(), i);
        session.apply(Action::GoTo(day));
        scene(&session, &mut labels);
    });
}
