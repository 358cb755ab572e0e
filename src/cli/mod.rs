//! The command line: one file a command. Data go to stdout, messages to stderr.

mod at;
mod changes;
mod check;
pub mod cite;
mod export;
mod find;
mod import;
mod json;
mod log;
mod output;
pub mod render;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::load;
use crate::model::Atlas;
use crate::timeline::{Filter, Timeline};

pub use log::records_csv;
pub use output::Output;

/// An atlas of contested ground: who claimed what, who held it, and the message behind every colour.
///
/// Without a command the atlas opens in a window. Every command answers from the built-in atlas, Nakhchivan 1920, unless
/// --atlas names another folder.
///
/// Examples:
///   araxes at 1920-07-03 --lens moscow              who should have what, as Moscow saw it
///   araxes changes 1920-07-13 1920-07-15            what two days changed
///   araxes log --from 1920-07-24 --to 1920-07-24    everything on record for a day
///   araxes cite message-056 --format bibtex         where that is read
///   araxes at 1920-07-03 --filter no-hearsay        without what only another tells
///   araxes check my-atlas/                          every fault in a folder at once
#[derive(Debug, Parser)]
#[command(
    name = "araxes",
    version,
    verbatim_doc_comment,
    subcommand_precedence_over_arg = true
)]
pub struct Cli {
    /// What to do; nothing: open the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How the window opens.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Atlas folder; the built-in atlas else.
    #[arg(long, global = true, value_name = "DIR")]
    pub atlas: Option<PathBuf>,
    /// Draw only from some records: party:ID, voice:ID, archive:NAME, authority:official, hide:troops, telling:ID:1, no-hearsay,
    /// documents-only, certain-only; commas between.
    #[arg(long, global = true, value_name = "CONDITIONS")]
    pub filter: Option<Filter>,
}

/// How the window opens.
#[derive(Debug, Clone, Default, Args)]
pub struct WindowArgs {
    /// Atlas folder; the built-in atlas else.
    #[arg(value_name = "ATLAS")]
    pub folder: Option<PathBuf>,
    /// Day to open at.
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
    /// Lens to open with: claims, control, a party id or a voice id.
    #[arg(long, value_name = "LENS")]
    pub lens: Option<String>,
    /// Language of interface and records: en, az, tr, ru, hy.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// State string copied from the program: reopens that exact view.
    #[arg(long, value_name = "STRING")]
    pub state: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The state at a date, seen through a lens.
    At(at::AtArgs),
    /// What differs between two dates.
    Changes(changes::ChangesArgs),
    /// Everything on record, in date order, with page and note.
    Log(log::LogArgs),
    /// Searches everything, in any spelling.
    Find(find::FindArgs),
    /// Where a record is read, ready to cite.
    Cite(cite::CiteArgs),
    /// Checks an atlas folder and reports every fault at once. Exit 0 clean, 1 faults, 2 could not read.
    Check(check::CheckArgs),
    /// Makes an atlas folder from any dated GeoJSON.
    New(import::NewArgs),
    /// JSON Schemas of the package, for editors.
    Schema,
    /// Plates to PNG, SVG, PDF; ranges to frames or an animated GIF. Needs no display.
    Render(render::RenderArgs),
    /// Data to files: GeoJSON and CSV of a day, Linked Places, BibTeX.
    Export(export::ExportArgs),
    /// The lecture: full screen, large type, change by change.
    Lecture(LectureArgs),
    /// The kiosk: full screen, touch, plays by itself.
    Kiosk(KioskArgs),
}

/// How the lecture opens.
#[derive(Debug, Clone, Args)]
pub struct LectureArgs {
    /// Atlas folder; the built-in atlas else.
    pub folder: Option<PathBuf>,
    /// Tour to open.
    #[arg(long)]
    pub tour: Option<String>,
}

/// How the kiosk opens.
#[derive(Debug, Clone, Args)]
pub struct KioskArgs {
    /// Atlas folder; the built-in atlas else.
    pub folder: Option<PathBuf>,
    /// Configuration file.
    #[arg(long)]
    pub config: Option<PathBuf>,
}

/// Text for people, JSON for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Runs a command that needs no window.
///
/// # Errors
/// Anything that the reader must know; the exit code says with what the program then ends.
pub fn run(command: &Command, cli: &Cli, out: &mut Output) -> anyhow::Result<ExitCode> {
    let atlas = cli.atlas.as_ref();
    let kept = |out: &mut Output| open_filtered(atlas, cli.filter.as_ref(), out);
    match command {
        Command::Check(args) => return Ok(check::run(args, atlas, out)),
        Command::Schema => {
            out.json(&load::schemas());
            return Ok(ExitCode::SUCCESS);
        }
        Command::New(args) => import::run(args, out)?,
        Command::At(args) => at::run(args, &kept(out)?, out)?,
        Command::Changes(args) => changes::run(args, &kept(out)?, out)?,
        Command::Log(args) => log::run(args, &kept(out)?, out)?,
        Command::Find(args) => find::run(args, &kept(out)?, out)?,
        Command::Export(args) => export::run(args, &kept(out)?, out)?,
        Command::Render(args) => render::run(args, open(atlas, out)?, cli.filter.as_ref(), out)?,
        Command::Cite(args) => cite::run(args, &open(atlas, out)?, out)?,
        Command::Lecture(_) | Command::Kiosk(_) => {
            bail!("this build has no window; it can do `araxes at` and its kin")
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Loads an atlas and sorts it, or fails with every fault.
///
/// # Errors
/// The folder cannot be read, or the package has faults.
pub fn open(atlas: Option<&PathBuf>, out: &mut Output) -> anyhow::Result<Timeline> {
    let files = match atlas {
        Some(folder) => load::files::read_folder(folder)
            .with_context(|| format!("could not read {}", folder.display()))?,
        None => load::files::builtin(),
    };
    let outcome = load::load(&files);
    match outcome.atlas {
        Some(atlas) => Ok(Timeline::new(Arc::new(atlas))),
        None => {
            for finding in &outcome.findings {
                out.message(finding);
            }
            bail!("the atlas has faults; `araxes check` lists them")
        }
    }
}

/// The same, answering from just the records that pass.
fn open_filtered(
    atlas: Option<&PathBuf>,
    filter: Option<&Filter>,
    out: &mut Output,
) -> anyhow::Result<Timeline> {
    let whole = open(atlas, out)?;
    let Some(filter) = filter else {
        return Ok(whole);
    };
    known(filter, whole.atlas())?;
    Ok(Timeline::filtered(whole.atlas(), filter))
}

/// Refuses a filter that names what the atlas does not know: it would silently leave everything out.
///
/// # Errors
/// The first such name.
pub fn known(filter: &Filter, atlas: &Atlas) -> anyhow::Result<()> {
    if let Some(name) = filter.unknown(atlas) {
        bail!(
            "the atlas knows nothing of the name in `{name}`; `araxes find` looks for words, F in the window lists what there is"
        );
    }
    Ok(())
}

/// A day within the atlas, or words that name its span.
fn day_within(text: &str, atlas: &Atlas) -> anyhow::Result<NaiveDate> {
    let span = atlas.manifest.span;
    let day = crate::time::read_typed(text, span.start)?;
    if !span.contains(day) {
        bail!(
            "{day} is outside the atlas, which covers {} to {}",
            span.start,
            span.last()
        );
    }
    Ok(day)
}
