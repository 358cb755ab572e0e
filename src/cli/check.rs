//! `araxes check`: reports every fault of a package at once.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{Output, TextOrJson};
use crate::load::{self, Severity};

/// Options of `araxes check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Atlas folder; without it the built-in atlas.
    folder: Option<PathBuf>,
    /// Output format.
    #[arg(long, value_enum, default_value_t)]
    format: TextOrJson,
}

pub(super) fn run(
    args: &CheckArgs,
    atlas: Option<&PathBuf>,
    out: &mut Output<'_>,
) -> anyhow::Result<ExitCode> {
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
    let faults = findings
        .iter()
        .filter(|f| f.severity == Severity::Fault)
        .count();
    match args.format {
        TextOrJson::Json => out.json(&json!({"findings": findings})),
        TextOrJson::Text => {
            findings.iter().for_each(|f| out.line(f));
            out.line(format_args!(
                "{faults} faults, {} warnings",
                findings.len() - faults
            ));
        }
    }
    Ok(if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
