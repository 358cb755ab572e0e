//! How the kiosk does: a file for the programs that watch it, and for the operator's page.

use serde::{Deserialize, Serialize};

/// Name of the file in the kiosk's folder.
pub const HEARTBEAT: &str = "heartbeat.json";

/// How the kiosk does.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// When this was written, in seconds since 1970; 0 where it was not.
    pub unix_time_s: u64,
    /// Version of the program.
    pub version: String,
    /// Whether a window draws frames.
    pub running: bool,
    /// What it shows: `wanted`, `last-good`, `built-in` or `still`.
    pub showing: String,
    /// Folder of the wanted atlas; empty for the built-in one.
    pub atlas: String,
    /// How often a window was started after the first time.
    pub restarts: u64,
    /// Seconds since the supervisor began.
    pub uptime_s: u64,
    /// Memory of the window, in bytes; `None` where the system does not tell.
    pub memory_bytes: Option<u64>,
    /// Greatest processor time, in milliseconds, that the window's own thread took for the panels of a
    /// frame since it has drawn for ten seconds; 0 before.
    pub most_work_ms: f64,
    /// Why the last window ended; `None` where none has.
    pub last_failure: Option<String>,
    /// Why a new atlas was not taken; empty where none was refused.
    pub atlas_refused: Vec<String>,
    /// What is wrong in the configuration, in place of which the last good one runs; empty where
    /// nothing is.
    pub config_faults: Vec<String>,
    /// What could not be written, such as the counts; empty where all could.
    pub not_written: Vec<String>,
}

impl Report {
    /// Reads the file.
    ///
    /// # Errors
    /// It is no report.
    pub fn read(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }
}
