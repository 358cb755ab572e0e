//! Looks whether another atlas is in the folder of the wanted one, and whether it has no faults.

use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

use super::plan::KioskPlan;
use crate::load::files::{self, FolderStamp};

/// Seconds between two looks at the folder.
const LOOK_S: f64 = 10.0;
/// Findings of a refused atlas that are kept for the operator.
const MOST_FINDINGS: usize = 5;

/// A check that runs, and its first findings once it has ended.
#[derive(Debug)]
struct Check {
    process: Child,
    list: JoinHandle<Vec<String>>,
}

/// What is known of the folder of the wanted atlas.
#[derive(Debug)]
pub(super) struct Arrivals {
    program: PathBuf,
    atlas: Option<PathBuf>,
    /// The state of the folder that was last started or refused.
    known: Option<FolderStamp>,
    /// The state of the folder at the last look.
    seen: Option<FolderStamp>,
    looked_s: f64,
    check: Option<Check>,
    refused: Vec<String>,
}

impl Arrivals {
    pub(super) fn new(plan: &KioskPlan) -> Self {
        let seen = plan.atlas.as_deref().and_then(files::stamp_of);
        Self {
            program: plan.start.program.clone(),
            atlas: plan.atlas.clone(),
            known: seen.clone(),
            seen,
            looked_s: 0.0,
            check: None,
            refused: Vec::new(),
        }
    }

    /// Why the last atlas that came was not taken; empty where none was refused.
    pub(super) fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Whether a new atlas is there that has no faults.
    pub(super) fn any(&mut self, now_s: f64) -> bool {
        if let Some(check) = &mut self.check {
            return match check.process.try_wait() {
                Ok(None) => false,
                Ok(Some(status)) => self.finish(status),
                Err(error) => {
                    tracing::error!(%error, "the check of the new atlas is lost");
                    self.check = None;
                    false
                }
            };
        }
        let Some(atlas) = &self.atlas else {
            return false;
        };
        if now_s - self.looked_s < LOOK_S {
            return false;
        }
        self.looked_s = now_s;
        let stamp = files::stamp_of(atlas);
        // A folder that is still being written differs from look to look.
        let is_settled = stamp == self.seen;
        self.seen.clone_from(&stamp);
        if is_settled && stamp != self.known {
            self.known = stamp;
            match start_check(&self.program, atlas) {
                Ok(check) => self.check = Some(check),
                Err(error) => tracing::error!(%error, "the new atlas cannot be checked"),
            }
        }
        false
    }

    /// The check has ended. Returns whether the atlas is good.
    fn finish(&mut self, status: ExitStatus) -> bool {
        let list = self.check.take().and_then(|check| check.list.join().ok());
        self.refused.clear();
        if status.success() {
            return true;
        }
        self.refused = list.unwrap_or_default();
        if self.refused.is_empty() {
            let what = format!("the folder of the atlas cannot be read ({status})");
            self.refused.push(what);
        }
        let findings = self.refused.join("; ");
        tracing::warn!(findings, "the new atlas has faults, so the old one stays");
        false
    }

    /// Ends the check that runs, so that no process is left.
    pub(super) fn stop(&mut self) {
        if let Some(mut check) = self.check.take() {
            check.process.kill().ok();
            check.process.wait().ok();
        }
    }
}

/// Starts the check of an atlas as a process, so that no atlas can harm the supervisor.
fn start_check(program: &Path, atlas: &Path) -> std::io::Result<Check> {
    let mut command = Command::new(program);
    command.arg("check").arg(atlas);
    command.stdin(Stdio::null()).stderr(Stdio::null());
    let mut process = command.stdout(Stdio::piped()).spawn()?;
    // The list may be longer than a pipe holds, so another thread reads it while the check runs.
    let output = process.stdout.take();
    let list = std::thread::spawn(move || output.map(first_lines).unwrap_or_default());
    Ok(Check { process, list })
}

/// Reads a list of findings to its end and keeps the first ones.
fn first_lines(output: impl Read) -> Vec<String> {
    let mut first = Vec::new();
    for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        if first.len() < MOST_FINDINGS {
            first.push(String::from_utf8_lossy(&line).into_owned());
        }
    }
    first
}
