//! The one file that reads clocks and what the process has used: the core gets its seconds through `Action::Tick`.

use std::path::Path;
use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};

/// The time now.
#[expect(
    clippy::disallowed_methods,
    reason = "the window is where time comes in"
)]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Processor time of all threads of the process so far.
pub(super) fn process_cpu() -> Duration {
    ProcessTime::now().as_duration()
}

/// Processor time of this thread so far.
pub(super) fn thread_cpu() -> Duration {
    ThreadTime::now().as_duration()
}

/// Resident memory now and at its peak, in megabytes; nothing where the system does not tell it.
pub(super) fn memory_mb() -> Option<(f64, f64)> {
    let bytes = crate::load::files::read_file(Path::new("/proc/self/status")).ok()?;
    let status = String::from_utf8(bytes).ok()?;
    let kilobytes = |key: &str| -> Option<f64> {
        let line = status.lines().find(|line| line.starts_with(key))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    Some((kilobytes("VmRSS:")? / 1024.0, kilobytes("VmHWM:")? / 1024.0))
}
