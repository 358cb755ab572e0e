//! The only file that reads clocks and the process's use of time and memory. The core gets seconds
//! only through `Action::Tick`.

use std::path::Path;
use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};

/// The current time.
#[expect(
    clippy::disallowed_methods,
    reason = "the window is where time comes in"
)]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Processor time that all threads of the process have used.
pub(super) fn process_cpu() -> Duration {
    ProcessTime::now().as_duration()
}

/// Processor time that this thread has used.
pub(super) fn thread_cpu() -> Duration {
    ThreadTime::now().as_duration()
}

/// Current and peak resident memory, in megabytes; `None` where the system does not report it.
pub(super) fn memory_mb() -> Option<(f64, f64)> {
    let bytes = crate::load::files::read_file(Path::new("/proc/self/status")).ok()?;
    let status = String::from_utf8(bytes).ok()?;
    let kilobytes = |key: &str| -> Option<f64> {
        let line = status.lines().find(|line| line.starts_with(key))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    Some((kilobytes("VmRSS:")? / 1024.0, kilobytes("VmHWM:")? / 1024.0))
}

/// The time of day here, in minutes after midnight, and the seconds until the next minute.
pub(super) fn time_of_day() -> (u32, u32) {
    use chrono::Timelike as _;
    let now = chrono::Local::now();
    (now.hour() * 60 + now.minute(), 60 - now.second().min(59))
}

/// The time of day here, such as `21:14`.
pub(super) fn hour_and_minute() -> String {
    let (minutes, _) = time_of_day();
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The day and the time of the day here.
#[must_use]
pub fn local_time() -> chrono::NaiveDateTime {
    chrono::Local::now().naive_local()
}

/// The day here.
pub(super) fn today() -> chrono::NaiveDate {
    local_time().date()
}
