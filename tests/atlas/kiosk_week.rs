//! Days of visits with a clock of their own: every visit is counted, and nothing grows.

use std::sync::Arc;

use araxes::kiosk::{Counts, Seen};
use araxes::load::{files, load};
use araxes::session::{
    Action, Session, VisitAction, VisitChoice, VisitPanel, VisitScreen, VisitSettings,
};
use araxes::timeline::Timeline;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Visits in a day, from ten to eighteen.
const VISITS: u32 = 400;
const OPEN_S: u32 = 8 * 3600;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % count.max(1)
    }
}

/// Something that a visitor may do.
fn deed(dice: &mut Dice, session: &Session) -> VisitAction {
    let visit = session.visit().expect("a kiosk");
    let atlas = session.whole().atlas();
    let scenes = visit.settings().scenes.len();
    let district = &atlas.districts[dice.below(atlas.districts.len())].id;
    let span = atlas.manifest.span;
    let day = span.start + TimeDelta::days(dice.below(96) as i64);
    match dice.below(14) {
        0 => VisitAction::OpenScene(dice.below(scenes)),
        1..=3 => VisitAction::Next,
        4 => VisitAction::Previous,
        5 | 6 => VisitAction::OpenMap,
        7 => VisitAction::TouchMap(vec![district.to_string()]),
        8 => VisitAction::Unfold,
        9 => VisitAction::Snap(day.min(span.end)),
        10 => VisitAction::Open(VisitPanel::HowToRead),
        11 => VisitAction::Choose(VisitChoice::ALL[dice.below(5)]),
        12 => VisitAction::Speak(dice.below(visit.settings().languages.len())),
        _ => VisitAction::Ask,
    }
}

/// Memory of this process in KiB; `None` where the system does not tell.
fn memory_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// A day with four visits in CI. `KIOSK_DAYS=7 cargo test --test atlas days_of_visits -- --nocapture` is a
/// week with 400 visits a day, and holds the memory to that of the first day.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment asks for the long form"
)]
fn days_of_visits_are_counted_and_leave_nothing_behind() {
    let days: Option<u32> = std::env::var("KIOSK_DAYS")
        .ok()
        .and_then(|d| d.parse().ok());
    let (days, visits) = days.map_or((1, 4), |days| (days, VISITS));
    let atlas = load(&files::builtin()).atlas.expect("no faults");
    let mut session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    let settings = VisitSettings::of(session.whole().atlas(), "en");
    session.apply(Action::Resize(1200.0, 700.0));
    session.apply(Action::OpenKiosk(Arc::new(settings)));
    let folder = tempfile::tempdir().expect("a folder");
    let csv = folder.path().join("counts.csv");
    let first = NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day");
    let at = |day: u32, second: f64| -> NaiveDateTime {
        let midnight = first.and_hms_opt(0, 0, 0).expect("midnight");
        let whole = TimeDelta::milliseconds((second * 1000.0) as i64);
        midnight + TimeDelta::days(i64::from(day)) + TimeDelta::hours(10) + whole
    };
    let mut counts = Counts::open(&csv, folder.path(), at(0, 0.0));
    let mut dice = Dice(7);
    let (mut memory, mut played_s) = (Vec::new(), 0.0);
    for day in 0..days {
        for visit in 0..visits {
            let mut second = f64::from(visit * (OPEN_S / visits));
            let base_s = f64::from(day) * 86_400.0;
            let language = dice.below(5);
            session.apply(Action::Visit(VisitAction::Begin(language)));
            counts.used(true, base_s + second);
            for _ in 0..3 + dice.below(6) {
                let deed = deed(&mut dice, &session);
                session.apply(Action::Visit(deed));
                session.apply(Action::Tick(1.5));
                second += 1.5;
                let spoken = session.language().to_owned();
                counts.seen(Seen::Language(spoken));
            }
            assert_ne!(
                session.visit().map(|v| v.screen()),
                Some(VisitScreen::Attract)
            );
            // The visitor leaves: a second a frame until the kiosk has begun again.
            while !session.visit().is_some_and(|v| v.is_attract()) {
                session.apply(Action::Tick(1.0));
                second += 1.0;
                played_s += 1.0;
                assert!(second < f64::from((visit + 1) * (OPEN_S / visits)) + 900.0);
            }
            counts.used(false, base_s + second);
            counts.write(at(day, second)).expect("written");
            let visit = session.visit().expect("a kiosk");
            assert_eq!(
                visit.choices(),
                visit.settings().choices,
                "nothing is left of it"
            );
            assert!(visit.card().is_none() && visit.panel().is_none());
        }
        memory.extend(memory_kib());
        println!("day {}: {:?} KiB", day + 1, memory.last());
    }
    counts.finish(at(days - 1, 40_000.0), 0.0).expect("written");
    let rows = std::fs::read_to_string(&csv).expect("the rows");
    let cells = rows.lines().skip(1).map(|row| row.split(',').nth(2));
    let counted: u32 = cells
        .map(|n| n.and_then(|n| n.parse::<u32>().ok()).expect("a number"))
        .sum();
    assert_eq!(counted, days * visits);
    println!(
        "{counted} visits counted in {} rows, {played_s} s waited",
        rows.lines().count() - 1
    );
    if days > 1
        && let (Some(first), Some(last)) = (memory.first(), memory.last())
    {
        assert!(*last as f64 <= 1.05 * *first as f64, "{memory:?}");
    }
}
