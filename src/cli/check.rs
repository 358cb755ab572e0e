//! `araxes check`: reports every fault of a package at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson, glyphs};
use crate::kiosk::{atlas_fault, check_with_atlas, read_config, warnings};
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
        return Ok(tell(&kiosk_findings(file, &name, &text), args.format, out));
    }
    let files = match super::one_folder(args.folder.as_ref(), atlas)? {
        Some(folder) if !load::files::is_folder(folder) => {
            out.message(super::no_folder(folder));
            return Ok(ExitCode::from(2));
        }
        Some(folder) => match load::files::read_folder(folder) {
            Ok(files) => files,
            Err(error) => {
                out.message(format_args!("could not read the atlas: {error}"));
                return Ok(ExitCode::from(2));
            }
        },
        None => load::files::builtin(),
    };
    let loaded = load::load(&files);
    let mut findings = loaded.findings;
    findings.extend(loaded.atlas.iter().flat_map(glyphs::missing));
    Ok(tell(&findings, args.format, out))
}

/// What is wrong in the configuration of a kiosk. Where nothing is, what it names is looked up in
/// its atlas.
fn kiosk_findings(file: &Path, name: &str, text: &str) -> Vec<Finding> {
    let (config, findings) = read_config(name, text);
    if !findings.is_empty() {
        return findings;
    }
    let files = if config.atlas.is_empty() {
        Ok(load::files::builtin())
    } else {
        let folder = file.parent().unwrap_or(Path::new(""));
        load::files::read_folder(&folder.join(&config.atlas))
    };
    let files = match files {
        Ok(files) => files,
        Err(error) => return vec![atlas_fault(name, text, error.to_string())],
    };
    match load::load(&files).atlas {
        Some(atlas) => {
            let mut findings = check_with_atlas(name, text, &atlas);
            findings.extend(warnings(name, text, &atlas));
            findings
        }
        None => {
            let what = "the atlas has faults".to_owned();
            vec![atlas_fault(name, text, what)]
        }
    }
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
