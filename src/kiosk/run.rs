//! Runs a kiosk: gives the supervisor its folder, its logs and the numbers of visits.

use std::cell::RefCell;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context as _;

use super::arrivals::Arrivals;
use super::counts::Counts;
use super::keep::{Keeper, keep_setting};
use super::logs::{LOG_PREFIX, LOG_SUFFIX, log_into};
use super::message::{Message, Request};
use super::plan::{KioskPlan, WindowSettings};
use super::report::{HEARTBEAT, Report};
use super::supervise::{Answer, Supervision, clock, supervise};
use super::watch::{Limits, Stage};
use crate::load::files;

/// Folder for exports, in the kiosk's folder, where the configuration names none.
const EXPORT: &str = "export";

/// How glibc, the C library of most Linux systems, manages a window's memory, as its manual describes
/// under "Memory Allocation Tunables": blocks of 256 KiB and more go back to the system when they are
/// freed. By itself it raises that limit to 32 MiB, so that images which are dropped leave holes between
/// others, and memory rises for hours. Other systems do not read this.
pub const MEMORY: (&str, &str) = (
    "GLIBC_TUNABLES",
    "glibc.malloc.mmap_threshold=262144:glibc.malloc.arena_max=2",
);

/// Runs a kiosk until the process receives a signal to end, or the operator closes it. `memory` is a
/// variable with its value for the windows: [`MEMORY`], where the system has none of its own.
///
/// # Errors
/// Signals cannot be received, or the process has a log already.
pub fn run(plan: KioskPlan, memory: Option<(&'static str, &'static str)>) -> anyhow::Result<()> {
    files::remove_left_over(&plan.folder);
    let _writes_the_rest_at_the_end = log_into(&plan.folder, plan.config.watch.log_days)?;
    for finding in &plan.findings {
        tracing::warn!("{finding}");
    }
    let stop = Arc::new(AtomicBool::new(false));
    for signal in signal_hook::consts::TERM_SIGNALS {
        signal_hook::flag::register(*signal, Arc::clone(&stop))
            .context("signals cannot be received")?;
    }
    let kiosk = RefCell::new(Kiosk::new(plan, memory));
    let limits = limits_of(&kiosk.borrow().plan);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "the kiosk starts");
    supervise(&mut Supervision {
        start: &mut |stage| kiosk.borrow_mut().start(stage),
        keep_atlas: &mut |stage| kiosk.borrow_mut().keep(stage),
        has_new_atlas: &mut || kiosk.borrow_mut().has_new_atlas(),
        hear: &mut |message| kiosk.borrow_mut().hear(message),
        report: &mut |report| kiosk.borrow_mut().report(report),
        stop: &stop,
        limits,
    });
    kiosk.borrow_mut().finish();
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the heartbeat tells the time to programs that watch the kiosk"
)]
fn unix_time_s() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// What a running kiosk consists of, except its window.
struct Kiosk {
    plan: KioskPlan,
    keeper: Keeper,
    arrivals: Arrivals,
    counts: Option<Counts>,
    begun: std::time::Instant,
    report: Report,
    /// A variable of the windows with its value.
    memory: Option<(&'static str, &'static str)>,
}

impl Kiosk {
    fn new(plan: KioskPlan, memory: Option<(&'static str, &'static str)>) -> Self {
        Self {
            keeper: Keeper::new(&plan.folder),
            arrivals: Arrivals::new(&plan),
            counts: counts_of(&plan),
            begun: clock(),
            report: Report::default(),
            memory,
            plan,
        }
    }

    fn now_s(&self) -> f64 {
        self.begun.elapsed().as_secs_f64()
    }

    /// Starts the window of a stage and tells it its settings.
    fn start(&mut self, stage: Stage) -> std::io::Result<Child> {
        let still = self.keeper.still();
        let atlas = match stage {
            Stage::Wanted => self.plan.atlas.clone(),
            Stage::LastGood => self
                .plan
                .atlas
                .as_ref()
                .and_then(|_| self.keeper.last_good()),
            Stage::BuiltIn | Stage::Still => None,
        };
        let mut command = Command::new(&self.plan.start.program);
        command.args(["kiosk", "--child"]);
        command.envs(self.memory);
        if let Some(atlas) = atlas {
            command.arg("--atlas").arg(atlas);
        }
        match stage {
            Stage::Wanted => {
                self.keeper.starts(&self.plan);
                command.args(&self.plan.start.options);
            }
            Stage::Still => {
                if let Some(still) = still {
                    command.arg("--still").arg(still);
                }
                // The driver of the graphics processor may be what fails.
                command.env("LIBGL_ALWAYS_SOFTWARE", "1");
            }
            Stage::LastGood | Stage::BuiltIn => {}
        }
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = pipes.stderr(Stdio::piped()).spawn()?;
        let settings = WindowSettings {
            config: self.plan.config.clone(),
            folder: Some(self.plan.folder.clone()),
            report: self.report.clone(),
        };
        if let Some(mut input) = process.stdin.take() {
            // A window that has ended already is found by its end.
            input
                .write_all(serde_json::json!(settings).to_string().as_bytes())
                .ok();
        }
        Ok(process)
    }

    fn keep(&mut self, stage: Stage) {
        self.keeper.keep(&self.plan, stage);
    }

    fn has_new_atlas(&mut self) -> bool {
        let now_s = self.now_s();
        self.arrivals.any(now_s)
    }

    fn hear(&mut self, message: Option<Message>) -> Answer {
        let now_s = self.now_s();
        match message {
            // Without a window nobody uses the kiosk.
            None => self.count(|counts| counts.used(false, now_s)),
            Some(Message::Beat { is_idle, .. }) => {
                self.count(|counts| counts.used(!is_idle, now_s));
            }
            Some(Message::Seen(what)) => self.count(|counts| counts.seen(what)),
            Some(Message::Request(request)) => return self.obey(request),
        }
        Answer::GoOn
    }

    fn count(&mut self, change: impl FnOnce(&mut Counts)) {
        let now = (self.plan.start.local_time)();
        let Some(counts) = &mut self.counts else {
            return;
        };
        change(counts);
        let outcome = counts.write(now).map_err(|error| format!("{error:#}"));
        self.note("counts", outcome);
    }

    /// Keeps what could not be written for the operator, and logs it once.
    fn note(&mut self, what: &str, outcome: Result<(), String>) {
        let begin = format!("{what}: ");
        let before = self.report.not_written.len();
        self.report.not_written.retain(|n| !n.starts_with(&begin));
        let failed_before = self.report.not_written.len() < before;
        if let Err(error) = outcome {
            if !failed_before {
                tracing::warn!(what, error, "cannot be written");
            }
            self.report.not_written.push(begin + &error);
        } else if failed_before {
            tracing::info!(what, "can be written again");
        }
    }

    fn obey(&mut self, request: Request) -> Answer {
        tracing::info!(?request, "the operator asks");
        match request {
            Request::ShutDown => return Answer::Stop,
            Request::Reload => return self.reload(),
            Request::Export => {
                let outcome = self.export().map_err(|error| format!("{error:#}"));
                self.note("export", outcome);
            }
            Request::Set(setting) => {
                let outcome = keep_setting(&self.plan.folder, setting);
                let failed = outcome.is_err();
                self.note("settings", outcome.map_err(|error| error.to_string()));
                if !failed {
                    return self.reload();
                }
            }
        }
        Answer::GoOn
    }

    /// Reads the configuration again; the present one stays where it cannot be read.
    fn reload(&mut self) -> Answer {
        match KioskPlan::read(&self.plan.start) {
            Ok((plan, _)) => {
                for finding in &plan.findings {
                    tracing::warn!("{finding}");
                }
                if plan.config.counts.path != self.plan.config.counts.path {
                    self.counts = counts_of(&plan);
                }
                self.arrivals.stop();
                self.arrivals = Arrivals::new(&plan);
                self.plan = plan;
            }
            Err(error) => tracing::error!("{error:#}"),
        }
        Answer::Restart
    }

    /// Copies the counts and the logs into the folder for exports.
    fn export(&self) -> anyhow::Result<()> {
        let named = self.plan.config.operator.export.as_str();
        let to = match named {
            "" => self.plan.folder.join(EXPORT),
            named => Path::new(named).to_owned(),
        };
        let counts = self.plan.config.counts.path.as_str();
        if !counts.is_empty()
            && let Some(bytes) = files::read_file_if_present(counts.as_ref())?
        {
            files::write_file_durably(&to.join("counts.csv"), &bytes)?;
        }
        if let Some(counts) = &self.counts {
            let hour = serde_json::to_vec_pretty(counts.hour())?;
            files::write_file_durably(&to.join("counts-hour.json"), &hour)?;
        }
        let logs = files::list(&self.plan.folder)?.into_iter().filter(|name| {
            name.starts_with(LOG_PREFIX) && name.ends_with(&format!(".{LOG_SUFFIX}"))
        });
        for name in logs {
            let bytes = files::read_file(&self.plan.folder.join(&name))?;
            files::write_file_durably(&to.join(&name), &bytes)?;
        }
        Ok(())
    }

    fn report(&mut self, report: &Report) {
        let not_written = std::mem::take(&mut self.report.not_written);
        let findings = self.plan.findings.iter().map(ToString::to_string);
        self.report = Report {
            unix_time_s: unix_time_s(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            atlas: self.plan.config.atlas.clone(),
            atlas_refused: self.arrivals.refused().to_vec(),
            config_faults: findings.collect(),
            not_written,
            ..report.clone()
        };
        // An hour that is over becomes a row also while nobody is there.
        self.count(|_| {});
        let path = self.plan.folder.join(HEARTBEAT);
        let text = format!("{}\n", serde_json::json!(self.report));
        let outcome = files::write_file(&path, text.as_bytes());
        self.note("heartbeat", outcome.map_err(|error| error.to_string()));
    }

    fn finish(&mut self) {
        self.arrivals.stop();
        let (now, now_s) = ((self.plan.start.local_time)(), self.now_s());
        if let Some(counts) = &mut self.counts
            && let Err(error) = counts.finish(now, now_s)
        {
            tracing::error!("counts: {error:#}");
        }
        self.report.running = false;
        let report = self.report.clone();
        self.report(&report);
    }
}

fn limits_of(plan: &KioskPlan) -> Limits {
    let watch = &plan.config.watch;
    let memory_mib = u64::from(watch.memory_mib);
    Limits {
        hung_s: watch.hung_s,
        memory: (memory_mib > 0).then_some(memory_mib * 1024 * 1024),
    }
}

fn counts_of(plan: &KioskPlan) -> Option<Counts> {
    let path = plan.config.counts.path.as_str();
    let now = (plan.start.local_time)();
    (!path.is_empty()).then(|| Counts::open(path.as_ref(), &plan.folder, now))
}
