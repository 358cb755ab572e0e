//! `araxes check`: reports every fault of a package at once.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson};
use crate::load::{self, Finding, Severity};

/// Options of `araxes check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Atlas folder; without it the built-in atlas.
    #[arg(conflicts_with = "kiosk")]
    folder: Option<PathBuf>,
    /// Checks the configuration of a kiosk instead of an atlas.
    #[arg(long, value_name = "FILE", conflicts_with = "atlas")]
    kiosk: Option<PathBuf>,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(super) fn run(
    args: &CheckArgs,
    atlas: Option<&PathBuf>,
    out: &mut Output<'_>,
) -> anyhow::Result<ExitCode> {
    if let Some(file) = &args.kiosk {
        let bytes = match load::files::read_file(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                out.message(error);
                return Ok(ExitCode::from(2));
            }
        };
        let name = file.display().to_string();
        let text = String::from_utf8_lossy(&bytes);
        let (_, findings) = crate::kiosk::read_config(&name, &text);
        return Ok(tell(&findings, args.format, out));
    }
    let files = match super::one_folder(args.folder.as_ref(), atlas)? {
        Some(folder) => match load::files::read_folder(folder) {
            Ok(files) => files,
            Err(error) => {
                out.message(format_args!("could not read {}: {error}", folder.display()));
                return Ok(ExitCode::from(2));
            }
        },
        None => load::files::builtin(),
    };
    let findings = load::load(&files).findings;
    Ok(tell(&findings, args.format, out))
}

/// Writes findings with their number. Returns the exit code of the program.
fn tell(findings: &[Finding], format: TextOrJson, out: &mut Output<'_>) -> ExitCode {
    let faults = findings
        .iter()
        .filter(|f| f.severity == Severity::Fault)
        .count();
    match format {
        TextOrJson::Json => out.json(&json!({"findings": findings})),
        TextOrJson::Text => {
            findings.iter().for_each(|f| out.line(f));
            out.line(format_args!(
                "{faults} faults, {} warnings",
                findings.len() - faults
            ));
        }
    }
    if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
