//! The log of a kiosk: lines of JSON, one file a day, and warnings on standard error.

use std::path::Path;

use anyhow::Context as _;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::fmt::writer::MakeWriterExt as _;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Begin of the names of the log files.
pub(super) const LOG_PREFIX: &str = "kiosk";
/// Ending of the names of the log files.
pub(super) const LOG_SUFFIX: &str = "log";

/// Writes the log of this process into a folder from now on. Where the folder cannot be written,
/// only warnings go to standard error. The guard writes what is left when it is dropped.
///
/// # Errors
/// The process has a log already.
pub(super) fn log_into(folder: &Path, days: u16) -> anyhow::Result<Option<WorkerGuard>> {
    let warnings = tracing_subscriber::fmt::layer()
        .compact()
        .with_ansi(false)
        .with_writer(std::io::stderr.with_max_level(tracing::Level::WARN));
    let daily = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix(LOG_PREFIX)
        .filename_suffix(LOG_SUFFIX)
        .max_log_files(usize::from(days))
        .build(folder)
        .with_context(|| format!("no log can be written in {}", folder.display()));
    let (lines, guard, failed) = match daily {
        Ok(daily) => {
            // Lines that a full disk refuses are dropped; the kiosk goes on.
            let (writer, guard) = tracing_appender::non_blocking(daily);
            let lines = tracing_subscriber::fmt::layer().json().with_writer(writer);
            (Some(lines), Some(guard), None)
        }
        Err(error) => (None, None, Some(error)),
    };
    tracing_subscriber::registry()
        .with(lines)
        .with(warnings)
        .try_init()?;
    if let Some(error) = failed {
        tracing::warn!("{error:#}");
    }
    Ok(guard)
}
