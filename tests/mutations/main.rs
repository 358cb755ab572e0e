//! What passes `araxes check` is drawn in every view and size, and no text makes a reader panic. As
//! many mutations as `ARAXES_MUTATIONS` says are tried, 3,000 without it; docs/robustness.md.

mod mutate;

use mutate::{Random, Tried, good, opens_and_draws, package, reads, seeds, text, tried};

use std::sync::Arc;

use araxes::load::load;
use araxes::session::Session;
use araxes::timeline::Timeline;

#[expect(
    clippy::disallowed_methods,
    reason = "the environment asks for more than usual"
)]
fn count() -> u64 {
    let told = std::env::var("ARAXES_MUTATIONS").ok();
    told.and_then(|n| n.parse().ok()).unwrap_or(3_000)
}

/// Settings are of the window.
const SETTINGS: Option<&str> = if cfg!(feature = "app") {
    Some("settings")
} else {
    None
};

#[test]
fn what_passes_the_check_is_drawn() {
    let good = good();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    // The processors share the numbers; each mutation depends on its own number alone.
    let each = |thread: usize| {
        let mut outcomes = Vec::new();
        for seed in (0..count()).skip(thread).step_by(threads) {
            let mut random = Random(seed);
            let files = package(&mut random, &good);
            outcomes.push((seed, tried(|| opens_and_draws(&files, &mut random))));
        }
        outcomes
    };
    let outcomes: Vec<(u64, Tried)> = std::thread::scope(|scope| {
        let each = &each;
        let all: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || each(thread)))
            .collect();
        let done = all.into_iter().map(|t| t.join().expect("a thread"));
        done.flatten().collect()
    });
    let accepted = outcomes.iter().filter(|(_, t)| t.accepted).count();
    let failed: Vec<_> = outcomes
        .iter()
        .filter_map(|(seed, t)| Some((seed, t.failed.as_ref()?)))
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {accepted} that opened: {failed:#?}",
        failed.len()
    );
    assert!(
        accepted as u64 * 40 > count(),
        "only {accepted} mutations open, so little is tried"
    );
    let slowest = outcomes.iter().map(|(_, t)| t.took).max();
    assert!(
        slowest.is_some_and(|took| took.as_secs() < 120),
        "one took {slowest:?}"
    );
}

#[test]
fn no_text_makes_a_reader_panic() {
    let atlas = load(&good()).atlas.expect("the good atlas");
    let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    let kinds = ["edtf", "typed", "filter", "state"];
    for what in kinds.into_iter().chain(SETTINGS) {
        for seed in 0..count() {
            let mut random = Random(seed);
            let input = text(&mut random, random_seed(what, seed));
            let outcome = tried(|| reads(what, &session, &input));
            assert_eq!(outcome.failed, None, "{what} {seed}: {input:?}");
        }
    }
}

fn random_seed(what: &str, seed: u64) -> &'static str {
    let all = seeds(what);
    all[seed as usize % all.len()]
}

/// A mutation of what nobody accepts would try little.
#[test]
fn every_text_from_which_mutations_begin_is_accepted() {
    let atlas = load(&good()).atlas.expect("the good atlas");
    let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    for what in ["filter", "state"].into_iter().chain(SETTINGS) {
        for seed in seeds(what) {
            assert_eq!(reads(what, &session, seed), Ok(true), "{what} {seed}");
        }
    }
}
