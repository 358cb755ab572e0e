//! How long the answers take that a reader waits for: `cargo bench`. Medians of many runs in one process; compare within one run, the
//! machines are noisy.

#![allow(missing_docs, reason = "a program, not a library")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and tells what it read"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use araxes::scene::{Chart, ChartKind, Furniture, Legend, Scene, SceneContext, Theme};
use araxes::session::{Action, Session, search::SearchIndex};
use araxes::text::Text;
use araxes::timeline::{Condition, DayRange, Filter, RangeMode, Timeline};

fn median(name: &str, budget_ms: Option<f64>, mut run: impl FnMut()) {
    run();
    let mut taken: Vec<Duration> = (0..41)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    let ms = taken[taken.len() / 2].as_secs_f64() * 1e3;
    let budget = budget_ms.map_or_else(String::new, |b| format!("   budget {b} ms"));
    println!("{name:<44} {ms:>9.3} ms{budget}");
}

fn main() {
    let atlas = Arc::new(
        araxes::load::load(&araxes::load::files::builtin())
            .atlas
            .expect("the built-in atlas is clean"),
    );
    let whole = Arc::new(Timeline::new(atlas.clone()));
    let day = "1920-07-14".parse().expect("a day");
    median("load the built-in atlas", None, || {
        drop(black_box(araxes::load::load(
            &araxes::load::files::builtin(),
        )));
    });
    median("situation on a day", Some(2.0), || {
        drop(black_box(whole.situation_on(day)));
    });
    let range = DayRange::between("1920-06-25".parse().expect("a day"), day);
    median("situation over twenty days", None, || {
        drop(black_box(whole.situation_over(
            range,
            RangeMode::AtAnyTime,
            day,
        )));
    });
    let filter = Filter::default().toggled(Condition::NoHearsay);
    median("another filter", None, || {
        drop(black_box(Timeline::filtered(&atlas, &filter)));
    });
    let index = SearchIndex::new(&atlas, "en");
    median("search index", None, || {
        drop(black_box(SearchIndex::new(&atlas, "en")));
    });
    median("search: Gəncə", Some(50.0), || {
        drop(black_box(index.find("Gəncə")));
    });
    median("search: f. 64, op. 1, d. 21", Some(50.0), || {
        drop(black_box(index.find("f. 64, op. 1, d. 21")));
    });
    let mut session = Session::new(whole, "en");
    session.apply(Action::Jump(day));
    session.apply(Action::Resize(1384.0, 764.0));
    session.apply(Action::Tick(5.0));
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let furniture = Furniture {
        legend: Legend::Whole,
        scale_right: Some(92.0),
        has_buttons: false,
    };
    let situation = session.situation().clone();
    let view = SceneContext {
        session: &session,
        situation: &situation,
        theme: &theme,
        text: &text,
        unit: 1.0,
        furniture,
        detail: araxes::scene::MapDetail::Whole,
    };
    median("the display list of the map", Some(2.0), || {
        drop(black_box(Scene::new(&view)));
    });
    median("the display list of the ribbons", None, || {
        drop(black_box(Chart::new(
            ChartKind::Ribbons,
            &view,
            470.0,
            1920.0,
        )));
    });
    median("the display list of the network", None, || {
        drop(black_box(Chart::new(
            ChartKind::Network,
            &view,
            470.0,
            1920.0,
        )));
    });
    let mut scrubbed = session.clone();
    let mut at = 0;
    median("a day's step with its situation", Some(2.0), || {
        at = (at + 1) % 100;
        let to = scrubbed.timeline().atlas().manifest.span.start + chrono::Days::new(at);
        scrubbed.apply(Action::GoTo(to));
    });
}
