//! The command line, with one file per command. It may use every module except `app`. Commands
//! write data to stdout and messages to stderr, through [`Output`] only; `main` turns the result
//! into an exit code.

mod archives;
mod at;
mod changes;
mod check;
mod cite;
mod everything;
mod export;
mod find;
mod glyphs;
mod import;
mod interrupt;
mod json;
mod kiosk;
mod lecture;
mod log;
mod output;
pub mod render;
mod show;
mod take_home;
mod tour;
mod window;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::load;
use crate::model::{Atlas, nearest};
use crate::text::Text;
use crate::timeline::{Filter, Timeline};

pub use interrupt::leave_nothing_half_made;
pub use kiosk::{KioskArgs, kiosk_plan};
pub use lecture::{LectureArgs, LectureFiles};
pub use output::Output;
pub use window::{KioskSettings, WindowRequest, window_request};

/// An atlas of contested ground: who claimed what, who held it, and the message behind every
/// colour.
///
/// Without a command the atlas opens in a window. Every command answers from the built-in atlas,
/// Nakhchivan 1920, unless --atlas names another folder.
///
/// Examples:
///   araxes at 1920-07-03 --lens moscow              who should have what, as Moscow saw it
///   araxes changes 1920-07-13 1920-07-15            what two days changed
///   araxes log --from 1920-07-24 --to 1920-07-24    everything on record for a day
///   araxes cite message-056 --format bibtex         where that is read
///   araxes at 1920-07-03 --filter no-hearsay        without what only another reports
///   araxes check my-atlas/                          every fault in a folder at once
#[derive(Debug, Parser)]
#[command(
    name = "araxes",
    version,
    verbatim_doc_comment,
    subcommand_precedence_over_arg = true
)]
pub struct Cli {
    /// The command; without one the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of the window.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Atlas folder; without it the built-in atlas.
    #[arg(long, global = true, value_name = "DIR")]
    pub atlas: Option<PathBuf>,
    /// Use only some records: party:ID, voice:ID, archive:NAME, authority:official, hide:troops,
    /// telling:ID:1, no-hearsay, documents-only, certain-only; separated by commas.
    ///
    /// A filter means the same in every command. It leaves out every message, claim, holding,
    /// report of troops and event that fails a condition; lists also leave out people, places and
    /// contradictions that no remaining record names. voice and authority concern records with
    /// voices, party those with a party. certain-only leaves out what is only possible
    /// on the day asked for, and in lists what is certain on no day.
    #[arg(long, global = true, value_name = "CONDITIONS")]
    pub filter: Option<Filter>,
    /// Replaces files that are there; without it a command that would replace one is refused.
    #[arg(long, global = true)]
    pub force: bool,
}

/// Options of the window.
#[derive(Debug, Clone, Default, Args)]
pub struct WindowArgs {
    /// Atlas folder; without it the built-in atlas.
    #[arg(value_name = "ATLAS")]
    pub folder: Option<PathBuf>,
    /// Day to open at.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
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

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The situation on a day, seen through a lens.
    At(at::AtArgs),
    /// What differs between two days.
    Changes(changes::ChangesArgs),
    /// One record with all its fields and citations.
    Show(show::ShowArgs),
    /// Every record in the order of dates, with page and note.
    Log(log::LogArgs),
    /// Searches everything, in any spelling.
    Find(find::FindArgs),
    /// The citations of a record, in a citation style.
    Cite(cite::CiteArgs),
    /// Checks an atlas folder and reports every fault at once. Exit 0 clean, 1 faults, 2 could not
    /// read.
    Check(check::CheckArgs),
    /// Makes an atlas folder from any dated map data: GeoJSON and its kin. Exit 0 made, 1 faults and
    /// nothing made, 2 could not read.
    New(import::NewArgs),
    /// JSON Schemas of the package, for editors.
    Schema,
    /// Plates as PNG, SVG or PDF; ranges as frames or an animated GIF. Needs no display.
    Render(render::RenderArgs),
    /// What the records go back to, by archive, shelf mark and leaf; the list for a reading room.
    Archives(archives::ArchivesArgs),
    /// Data as files: GeoJSON and CSV of a day, Linked Places, BibTeX.
    Export(export::ExportArgs),
    /// The lecture: full screen, large type, change by change.
    Lecture(LectureArgs),
    /// Opens the window, gives it a fixed sequence of input, and prints the cost of each as JSON.
    BenchWindow(BenchWindowArgs),
    /// The kiosk: full screen, touch, plays by itself.
    Kiosk(KioskArgs),
}

/// Options of the measurement of the window.
#[derive(Debug, Clone, Args)]
pub struct BenchWindowArgs {
    /// Options of the window.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Approximate duration of the measurement, in seconds.
    #[arg(long, value_name = "N", default_value_t = 90.0)]
    pub seconds: f64,
}

/// The language of an answer in words.
#[derive(Debug, Clone, Default, Args)]
pub struct LanguageArgs {
    /// Language of an answer in words: a language of the atlas, such as en, az, tr, ru, hy.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
}

impl LanguageArgs {
    /// The words of an answer; English where no language is asked for.
    ///
    /// # Errors
    /// The atlas is not written in the language; or the answer is for a program, whose keys and
    /// values are the same in every language.
    fn text(&self, atlas: &Atlas, is_for_people: bool) -> anyhow::Result<Text> {
        let Some(language) = &self.lang else {
            return Ok(Text::new("en"));
        };
        known_language(language, atlas)?;
        if !is_for_people {
            bail!("--lang is given with --format text alone; other formats hold every language");
        }
        Ok(Text::for_atlas(language, atlas))
    }
}

/// Output as text for people or as JSON for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

impl Cli {
    /// Reads the command line; ends the program with usage and exit code 2 where it cannot be read.
    ///
    /// Options may come before or after the command: those before it are moved after it, so that
    /// the command itself accepts or refuses them.
    ///
    /// # Errors
    /// The arguments ask for help or are wrong; [`tell_of_arguments`] says so.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        Self::try_parse_from(options_behind_command(arguments.into_iter().collect()))
    }

    /// Options of the window, whichever command opens it.
    #[must_use]
    pub fn window(&self) -> &WindowArgs {
        match &self.command {
            Some(Command::Lecture(args)) => &args.window,
            Some(Command::Kiosk(args)) => &args.window,
            Some(Command::BenchWindow(args)) => &args.window,
            _ => &self.window,
        }
    }

    /// The picture that a kiosk shows when no atlas runs any more; `None` for everything else.
    #[must_use]
    pub fn still(&self) -> Option<&PathBuf> {
        match &self.command {
            Some(Command::Kiosk(args)) => args.still.as_ref(),
            _ => None,
        }
    }

    /// Whether a supervisor of a kiosk has started this process.
    #[must_use]
    pub fn is_supervised(&self) -> bool {
        matches!(&self.command, Some(Command::Kiosk(args)) if args.child)
    }

    /// The atlas folder; `None` for the built-in atlas.
    ///
    /// # Errors
    /// A folder is named twice, or before the command.
    pub fn folder(&self) -> anyhow::Result<Option<&PathBuf>> {
        self.refuse_folder_before_command()?;
        one_folder(self.window().folder.as_ref(), self.atlas.as_ref())
    }

    fn refuse_folder_before_command(&self) -> anyhow::Result<()> {
        match (&self.window.folder, &self.command) {
            (Some(folder), Some(_)) => bail!(
                "`{}` stands before the command; write --atlas {0}",
                folder.display()
            ),
            _ => Ok(()),
        }
    }

    /// Refuses options that would have no effect on the command.
    fn refuse_unused(&self, command: &Command) -> anyhow::Result<()> {
        self.refuse_folder_before_command()?;
        let takes_filter = !matches!(
            command,
            Command::Check(_) | Command::Cite(_) | Command::New(_) | Command::Schema
        );
        if self.filter.is_some() && !takes_filter {
            bail!("--filter has no effect on this command; leave it out");
        }
        let writes = matches!(
            command,
            Command::Render(_)
                | Command::Archives(_)
                | Command::Export(_)
                | Command::Lecture(_)
                | Command::Kiosk(_)
        );
        if self.force && !writes {
            bail!("--force has no effect on this command, which replaces no file; leave it out");
        }
        Ok(())
    }
}

fn one_folder<'a>(
    folder: Option<&'a PathBuf>,
    atlas: Option<&'a PathBuf>,
) -> anyhow::Result<Option<&'a PathBuf>> {
    if let (Some(folder), Some(atlas)) = (folder, atlas) {
        bail!(
            "two atlases, {} and {}; name one",
            folder.display(),
            atlas.display()
        );
    }
    Ok(folder.or(atlas))
}

/// Moves the options before a command to the position after it.
fn options_behind_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let program = Cli::command();
    let takes_value = |name: &str| {
        program
            .get_subcommands()
            .chain(std::iter::once(&program))
            .flat_map(clap::Command::get_arguments)
            .any(|a| a.get_long() == Some(name) && a.get_action().takes_values())
    };
    let mut at = 1;
    while let Some(text) = arguments.get(at).and_then(|a| a.to_str()) {
        match text.strip_prefix("--") {
            Some("" | "version") => return arguments,
            Some(name) => at += 1 + usize::from(!name.contains('=') && takes_value(name)),
            None if text == "-h" => at += 1,
            None => break,
        }
    }
    let is_command = |text: &OsString| {
        text.to_str()
            .is_some_and(|name| program.find_subcommand(name).is_some())
    };
    if arguments.get(at).is_some_and(is_command) {
        arguments[1..=at].rotate_right(1);
    }
    arguments
}

/// Writes the help that the arguments ask for, or what is wrong with them; returns the exit code.
pub fn tell_of_arguments(told: &clap::Error, out: &mut Output<'_>) -> ExitCode {
    match told.print() {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            out.message(format_args!("araxes: could not write the data: {error}"));
            ExitCode::from(2)
        }
        // The parser's codes are 0 and 2.
        _ => ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2)),
    }
}

/// Runs a command that needs no window. Returns the exit code of the program.
///
/// # Errors
/// Any failure that the reader must know of; the message names the cause.
pub fn run(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    let Some(command) = &cli.command else {
        bail!("no command; `araxes --help` lists them")
    };
    cli.refuse_unused(command)?;
    let atlas = cli.atlas.as_ref();
    let kept = |out: &mut Output<'_>| open_filtered(atlas, cli.filter.as_ref(), out);
    match command {
        Command::Check(args) => return check::run(args, atlas, out),
        Command::Schema => {
            out.json(&load::schemas());
            return Ok(ExitCode::SUCCESS);
        }
        Command::New(args) => return import::run(args, out),
        Command::At(args) => at::run(args, &kept(out)?, out)?,
        Command::Changes(args) => changes::run(args, &kept(out)?, out)?,
        Command::Show(args) => show::run(args, &kept(out)?, out)?,
        Command::Log(args) => log::run(args, &kept(out)?, out)?,
        Command::Find(args) => find::run(args, &kept(out)?, out)?,
        Command::Export(args) => {
            export::run(args, &kept(out)?, cli.filter.is_some(), out)?;
        }
        Command::Render(args) => render::run(args, open(atlas, out)?, cli.filter.as_ref(), out)?,
        Command::Archives(args) => archives::run(args, kept(out)?, out)?,
        Command::Cite(args) => cite::run(args, &open(atlas, out)?, out)?,
        Command::Lecture(args) => lecture::run(args, cli.folder()?, cli.filter.as_ref(), out)?,
        Command::Kiosk(args) if kiosk::prints(cli, args, std::io::stdin(), out)? => {}
        Command::Kiosk(_) | Command::BenchWindow(_) => {
            bail!("this build has no window; it can do `araxes at` and its kin")
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The built-in atlas, which a process loads once; `None` where it has faults.
fn builtin() -> Option<Arc<Atlas>> {
    static LOADED: LazyLock<Option<Arc<Atlas>>> = LazyLock::new(|| {
        let outcome = load::load(&load::files::builtin());
        outcome.atlas.map(Arc::new)
    });
    LOADED.clone()
}

/// Loads an atlas and makes its timeline, or fails and lists every fault.
///
/// # Errors
/// The folder cannot be read, or the package has faults.
fn open(atlas: Option<&PathBuf>, out: &mut Output<'_>) -> anyhow::Result<Timeline> {
    let files = match atlas {
        Some(folder) if !load::files::is_folder(folder) => bail!("{}", no_folder(folder)),
        Some(folder) => load::files::read_folder(folder).context("could not read the atlas")?,
        None => match builtin() {
            Some(atlas) => return Ok(Timeline::new(atlas)),
            None => load::files::builtin(),
        },
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

/// What is said of a path that is no folder, which may be a command that is spelled wrong.
fn no_folder(path: &Path) -> String {
    let name = path.display().to_string();
    if load::files::is_there(path) {
        return format!("could not read {name}: an atlas is a folder with atlas.json in it");
    }
    let program = Cli::command();
    let commands: Vec<&str> = program
        .get_subcommands()
        .map(clap::Command::get_name)
        .collect();
    match nearest(&name, commands) {
        Some(near) => format!(
            "could not read {name}: no folder and no command has this name; did you mean `{near}`?"
        ),
        None => format!(
            "could not read {name}: there is no such folder; `araxes --help` lists the commands"
        ),
    }
}

/// Loads an atlas as [`open`] does, with only the records that pass the filter.
fn open_filtered(
    atlas: Option<&PathBuf>,
    filter: Option<&Filter>,
    out: &mut Output<'_>,
) -> anyhow::Result<Timeline> {
    let whole = open(atlas, out)?;
    let Some(filter) = filter else {
        return Ok(whole);
    };
    known(filter, whole.atlas())?;
    Ok(Timeline::filtered(whole.atlas(), filter))
}

/// Refuses a filter with a name that the atlas does not have, because it would silently leave out
/// everything.
///
/// # Errors
/// The error lists the first such name.
fn known(filter: &Filter, atlas: &Atlas) -> anyhow::Result<()> {
    if let Some(name) = filter.unknown(atlas) {
        let (kind, id) = name.split_once(':').unwrap_or(("", &name));
        let ids: Vec<&str> = match kind {
            "party" => atlas.parties.iter().map(|p| p.id.as_str()).collect(),
            "voice" => atlas.people.iter().map(|p| p.id.as_str()).collect(),
            _ => atlas.contradictions.iter().map(|c| c.id.as_str()).collect(),
        };
        let near = nearest(id, ids).map(|near| format!("; did you mean `{kind}:{near}`?"));
        if let Some(near) = near {
            bail!("the atlas knows nothing of the name in `{name}`{near}");
        }
        bail!(
            "the atlas knows nothing of the name in `{name}`; `araxes find` looks for words, F in the window lists what there is"
        );
    }
    Ok(())
}

/// Refuses a language in which the atlas is not written.
///
/// # Errors
/// The error lists the languages of the atlas.
fn known_language(language: &str, atlas: &Atlas) -> anyhow::Result<()> {
    let languages = &atlas.manifest.languages;
    if !languages.iter().any(|l| l == language) {
        bail!(
            "the atlas has no language `{language}`; it has {}",
            languages.join(", ")
        );
    }
    Ok(())
}

/// A day within the atlas. The error for any other day gives the span of the atlas.
fn day_within(text: &str, atlas: &Atlas) -> anyhow::Result<NaiveDate> {
    let span = atlas.manifest.span;
    let day = typed(text, span.start)?;
    if !span.contains(day) {
        let covers = format!("the atlas, which covers {} to {}", span.start, span.last());
        let last = crate::time::read_typed_days(text, span.start).map_or(day, |days| days.last);
        if last >= span.start && last != day {
            bail!(
                "`{}` stands for its first day, which is outside {covers}; name a day",
                text.trim()
            );
        }
        bail!("{day} is outside {covers}");
    }
    Ok(day)
}

/// A typed day; a year by itself stands for its first day.
fn typed(text: &str, near: NaiveDate) -> Result<NaiveDate, crate::time::TypedDateError> {
    crate::time::read_typed(text, near).or_else(|error| {
        let digits = text.trim().trim_start_matches(['-', '+']);
        let is_year = digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let days = is_year.then(|| crate::time::read_typed_days(text, near));
        days.and_then(Result::ok)
            .map(|days| days.first)
            .ok_or(error)
    })
}

/// A range of days within the atlas. An end outside the span moves to the nearest day of it, and a
/// message reports that.
///
/// An end is not a day, or the range ends before it begins or is completely outside the span.
fn range_within(
    from: Option<&str>,
    to: Option<&str>,
    atlas: &Atlas,
    out: &mut Output<'_>,
) -> anyhow::Result<(Option<NaiveDate>, Option<NaiveDate>)> {
    let span = atlas.manifest.span;
    // A month or a year begins a range on its first day and ends it on its last.
    let days = |text: &str| crate::time::read_typed_days(text, span.start);
    let (from, to) = (from.map(days).transpose()?, to.map(days).transpose()?);
    let (from, to) = (from.map(|days| days.first), to.map(|days| days.last));
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        bail!("the range ends on {to}, before it begins on {from}");
    }
    let covers = format!("the atlas, which covers {} to {}", span.start, span.last());
    if from.is_some_and(|d| d > span.last()) || to.is_some_and(|d| d < span.start) {
        bail!("the range lies outside {covers}");
    }
    let within = (from.map(|d| span.clamp(d)), to.map(|d| span.clamp(d)));
    if within != (from, to) {
        out.message(format_args!("the range is cut to {covers}"));
    }
    Ok(within)
}
