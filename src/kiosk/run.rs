//! Runs a kiosk: sets up its folder and its logs, and supervises windows that the same program
//! opens.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::Context as _;
use tracing_subscriber::fmt::writer::MakeWriterExt as _;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::config::KioskConfig;
use super::supervise::{Report, Supervision, supervise};
use super::watch::Stage;
use crate::load::files::{self, FolderStamp};

/// The copy of the last good atlas, the picture of it, and the heartbeat, in the kiosk's folder.
const LAST_GOOD: &str = "last-good-atlas";
const STILL: &str = "still.png";
const HEARTBEAT: &str = "heartbeat.json";
/// The time between two looks at the folder of the atlas.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// What a kiosk is started with.
#[derive(Debug, Clone)]
pub struct KioskPlan {
    /// The configuration.
    pub config: KioskConfig,
    /// The file that it was read from; `None` for the defaults.
    pub config_file: Option<PathBuf>,
    /// The folder of the wanted atlas; `None` for the built-in one.
    pub atlas: Option<PathBuf>,
    /// Options that every window receives, such as a language.
    pub options: Vec<String>,
    /// This program.
    pub program: PathBuf,
    /// The folder for logs, heartbeat and the last good atlas.
    pub folder: PathBuf,
}

/// Runs a kiosk until the process receives a signal to end.
///
/// # Errors
/// The folder cannot be written, or signals cannot be received.
pub fn run(plan: &KioskPlan) -> anyhow::Result<()> {
    // Without a first write, a folder that cannot be written would be noticed only in the logs.
    let heartbeat = plan.folder.join(HEARTBEAT);
    files::write_file(&heartbeat, b"{}\n")?;
    let _flushes_at_the_end = log_into(&plan.folder, plan.config.watch.log_days)?;
    let stop = Arc::new(AtomicBool::new(false));
    for signal in signal_hook::consts::TERM_SIGNALS {
        signal_hook::flag::register(*signal, Arc::clone(&stop))
            .context("signals cannot be received")?;
    }
    let memory_mib = u64::from(plan.config.watch.memory_mib);
    let mut arrivals = Arrivals::new(plan);
    supervise(&mut Supervision {
        command: &|stage| plan.command(stage),
        keep_atlas: &mut |stage| plan.keep(stage),
        has_new_atlas: &mut || arrivals.any(),
        report: &mut |report| write_heartbeat(&heartbeat, report),
        stop: &stop,
        most_memory: (memory_mib > 0).then_some(memory_mib * 1024 * 1024),
    });
    Ok(())
}

/// Writes the log as lines of JSON into a file a day, and warnings to standard error. The result
/// writes what is left when it is dropped.
fn log_into(
    folder: &Path,
    days: u16,
) -> anyhow::Result<tracing_appender::non_blocking::WorkerGuard> {
    let daily = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("kiosk")
        .filename_suffix("log")
        .max_log_files(usize::from(days))
        .build(folder)
        .with_context(|| format!("no log can be written in {}", folder.display()))?;
    // Lines that a full disk refuses are dropped; the kiosk goes on.
    let (writer, guard) = tracing_appender::non_blocking(daily);
    let lines = tracing_subscriber::fmt::layer().json().with_writer(writer);
    let warnings = tracing_subscriber::fmt::layer()
        .compact()
        .with_writer(std::io::stderr.with_max_level(tracing::Level::WARN));
    tracing_subscriber::registry()
        .with(lines)
        .with(warnings)
        .try_init()?;
    Ok(guard)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the heartbeat tells the time to programs that watch the kiosk"
)]
fn now() -> SystemTime {
    SystemTime::now()
}

fn write_heartbeat(path: &Path, report: &Report) {
    let since = now().duration_since(UNIX_EPOCH);
    let mut value = serde_json::json!(report);
    if let (Ok(since), Some(object)) = (since, value.as_object_mut()) {
        object.insert("unix_time_s".to_owned(), since.as_secs().into());
    }
    if let Err(error) = files::write_file(path, format!("{value}\n").as_bytes()) {
        tracing::warn!(%error, "no heartbeat");
    }
}

impl KioskPlan {
    /// The folder of the atlas of a stage; `None` for the built-in atlas.
    fn atlas_of(&self, stage: Stage) -> Option<PathBuf> {
        match stage {
            Stage::Wanted => self.atlas.clone(),
            Stage::LastGood => self.atlas.is_some().then(|| self.folder.join(LAST_GOOD)),
            Stage::BuiltIn | Stage::Still => None,
        }
    }

    /// The command that opens a window for a stage.
    fn command(&self, stage: Stage) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["kiosk", "--child"]);
        if let Some(atlas) = self.atlas_of(stage) {
            command.arg("--atlas").arg(atlas);
        }
        if let Some(file) = &self.config_file {
            command.arg("--config").arg(file);
        }
        let still = self.folder.join(STILL);
        if stage == Stage::Still && files::is_there(&still) {
            command.arg("--still").arg(still);
        }
        command.args(&self.options);
        command
    }

    /// Keeps a copy of the atlas that runs, and a picture of it.
    fn keep(&self, stage: Stage) {
        let kept = self.folder.join(LAST_GOOD);
        if stage == Stage::Wanted
            && let Some(atlas) = &self.atlas
            && let Err(error) = files::copy_folder(atlas, &kept)
        {
            tracing::warn!(%error, "the atlas cannot be kept");
        }
        let mut command = Command::new(&self.program);
        command.args([
            "render",
            "--view",
            "days",
            "--from",
            "0001-01-01",
            "--to",
            "9999-12-31",
        ]);
        command.args(["--theme", "night", "--size", "1920x1080", "--out"]);
        command.arg(self.folder.join(STILL));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(atlas) = self.atlas_of(stage) {
            command.arg("--atlas").arg(atlas);
        }
        // Nobody waits for the picture; the thread takes the process's end, so that none is left.
        match command.spawn() {
            Ok(mut process) => drop(std::thread::spawn(move || process.wait())),
            Err(error) => tracing::warn!(%error, "no picture of the atlas"),
        }
    }
}

/// Looks whether another atlas is in the folder of the wanted one, and whether it has no faults.
struct Arrivals<'a> {
    plan: &'a KioskPlan,
    /// The state of the folder that was last started or refused.
    known: Option<FolderStamp>,
    /// The state of the folder at the last look.
    seen: Option<FolderStamp>,
    looked: SystemTime,
    check: Option<Child>,
}

impl<'a> Arrivals<'a> {
    fn new(plan: &'a KioskPlan) -> Self {
        let seen = plan.atlas.as_deref().and_then(files::stamp_of);
        Self {
            plan,
            known: seen.clone(),
            seen,
            looked: now(),
            check: None,
        }
    }

    /// Whether a new atlas is there that has no faults.
    fn any(&mut self) -> bool {
        if let Some(check) = &mut self.check {
            return match check.try_wait() {
                Ok(None) => false,
                Ok(Some(status)) => {
                    self.check = None;
                    if !status.success() {
                        tracing::warn!(
                            "the new atlas has faults, so the old one stays; `araxes check` lists them"
                        );
                    }
                    status.success()
                }
                Err(error) => {
                    tracing::error!(%error, "the check of the new atlas is lost");
                    self.check = None;
                    false
                }
            };
        }
        let Some(atlas) = &self.plan.atlas else {
            return false;
        };
        let is_early = self
            .looked
            .elapsed()
            .is_ok_and(|passed| passed < LOOK_EVERY);
        if is_early {
            return false;
        }
        self.looked = now();
        let now = files::stamp_of(atlas);
        // A folder that is still being written differs from look to look.
        let is_settled = now == self.seen;
        self.seen.clone_from(&now);
        if now.is_some() && is_settled && now != self.known {
            self.known = now;
            let mut command = Command::new(&self.plan.program);
            command.arg("check").arg(atlas);
            command.stdout(Stdio::null()).stderr(Stdio::null());
            match command.spawn() {
                Ok(check) => self.check = Some(check),
                Err(error) => tracing::error!(%error, "the new atlas cannot be checked"),
            }
        }
        false
    }
}
