//! `araxes kiosk`: its options, and what `main` needs to supervise it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use chrono::NaiveDateTime;
use clap::Args;

use super::window::first_view;
use super::{Cli, Command, Output, WindowArgs, known_language, open_filtered};
use crate::export::kiosk_sheet;
use crate::kiosk::{EXAMPLE, KioskPlan, KioskStart, WindowSettings, hash_pin};
use crate::session::{OwnPanel, Skin};
use crate::timeline::{Filter, Timeline};

/// Bytes of a PIN or of a window's settings that are read at most.
const MOST_INPUT: u64 = 1_000_000;

/// Options of the kiosk.
#[derive(Debug, Clone, Default, Args)]
pub struct KioskArgs {
    /// Options of the window.
    #[command(flatten)]
    pub window: WindowArgs,
    /// Configuration file; `--example` prints one with every key. Where it has faults they are told,
    /// and the kiosk runs on the last one without faults.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Prints a configuration with every key, its default and a comment.
    #[arg(long, exclusive = true)]
    pub example: bool,
    /// Reads a PIN from the standard input and prints its hash, for `operator.pin`.
    #[arg(long, exclusive = true)]
    pub hash_pin: bool,
    /// Writes every text that the kiosk can show into a PDF, for whoever answers for the exhibition to
    /// sign; `--lang` chooses the language. With `--config` it is the kiosk of that configuration.
    #[arg(long, value_name = "FILE.pdf", conflicts_with = "unsupervised")]
    pub sheet: Option<PathBuf>,
    /// Opens the window in this process, without a supervisor that starts it again and counts
    /// visits: for trying a kiosk out.
    #[arg(long)]
    pub unsupervised: bool,
    /// Opens the window for the supervisor, which gives its settings on the standard input.
    #[arg(long, hide = true, conflicts_with = "config")]
    pub child: bool,
    /// With --child, shows only this picture.
    #[arg(long, hide = true, value_name = "FILE", requires = "child")]
    pub still: Option<PathBuf>,
}

impl KioskArgs {
    /// Whether this process opens the window itself.
    #[must_use]
    pub fn opens_window(&self) -> bool {
        self.child || self.unsupervised
    }
}

/// What the command line asks of a supervisor; `None` where it asks something else.
///
/// `program` is this program, `folder` the user's folder for data of this program.
///
/// # Errors
/// There is no configuration without faults, it names an atlas or a filter that the command line
/// names too, or an option names what the atlas does not have.
pub fn kiosk_plan(
    cli: &Cli,
    program: &Path,
    folder: Option<PathBuf>,
    local_time: fn() -> NaiveDateTime,
    out: &mut Output<'_>,
) -> anyhow::Result<Option<KioskPlan>> {
    let Some(Command::Kiosk(args)) = &cli.command else {
        return Ok(None);
    };
    if args.opens_window() || args.example || args.hash_pin || args.sheet.is_some() {
        return Ok(None);
    }
    let (plan, atlas) = KioskPlan::read(&start(cli, args, program, folder, local_time)?)?;
    for finding in &plan.findings {
        out.message(finding);
    }
    if !plan.findings.is_empty() {
        out.message("the kiosk runs on the last configuration without faults");
    }
    match atlas {
        Some(atlas) => {
            let timeline = Timeline::new(Arc::new(atlas));
            first_view(cli, Skin::Kiosk, timeline).map(drop)?;
        }
        // This is no reason to refuse anything: the kiosk then shows another atlas.
        None => out.message("the atlas has faults or cannot be read; `araxes check` lists them"),
    }
    Ok(Some(plan))
}

fn start(
    cli: &Cli,
    args: &KioskArgs,
    program: &Path,
    folder: Option<PathBuf>,
    local_time: fn() -> NaiveDateTime,
) -> anyhow::Result<KioskStart> {
    let window = &args.window;
    let mut options = Vec::new();
    for (name, value) in [
        ("--lens", &window.lens),
        ("--at", &window.at),
        ("--state", &window.state),
    ] {
        if let Some(value) = value {
            options.extend([name.to_owned(), value.clone()]);
        }
    }
    Ok(KioskStart {
        program: program.to_owned(),
        config_file: args.config.clone(),
        atlas: cli.folder()?.cloned(),
        filter: cli.filter.as_ref().map(ToString::to_string),
        language: window.lang.clone(),
        options,
        folder,
        local_time,
    })
}

/// The settings of a window: those that its supervisor gives, otherwise those of the configuration.
///
/// # Errors
/// They cannot be read, or have faults.
pub(super) fn window_settings(
    cli: &Cli,
    args: &KioskArgs,
    input: impl Read,
) -> anyhow::Result<WindowSettings> {
    if args.child {
        let mut text = String::new();
        input.take(MOST_INPUT).read_to_string(&mut text)?;
        return serde_json::from_str(&text).context("the supervisor's settings cannot be read");
    }
    let start = start(cli, args, Path::new(""), None, NaiveDateTime::default)?;
    Ok(WindowSettings {
        config: KioskPlan::config_alone(&start)?,
        ..WindowSettings::default()
    })
}

/// Does what needs no window: prints the example or the hash of a PIN, or writes the sheet of all
/// texts. Returns whether one of them was asked for.
///
/// # Errors
/// The standard input holds no PIN, or the sheet cannot be made.
pub(super) fn prints(
    cli: &Cli,
    args: &KioskArgs,
    input: impl Read,
    out: &mut Output<'_>,
) -> anyhow::Result<bool> {
    if let Some(path) = &args.sheet {
        let start = start(cli, args, Path::new(""), None, NaiveDateTime::default)?;
        let config = KioskPlan::config_alone(&start)?;
        let folder = (!config.atlas.is_empty()).then(|| PathBuf::from(&config.atlas));
        let filter: Filter = config.filter.parse()?;
        let timeline = open_filtered(folder.as_ref(), Some(&filter), out)?;
        let panels = config.panels;
        let own = (!panels.own_text.is_empty()).then_some(OwnPanel {
            title: panels.own_title,
            text: panels.own_text,
        });
        let language = args.window.lang.as_deref().unwrap_or("en");
        known_language(language, timeline.atlas())?;
        out.refuse_unwritable(path)?;
        let sheet = kiosk_sheet(&Arc::new(timeline), language, own.as_ref())?;
        out.file(path, &sheet)?;
        return Ok(true);
    }
    if args.example {
        out.bytes(EXAMPLE.as_bytes());
        return Ok(true);
    }
    if args.hash_pin {
        out.message("PIN, 4 to 12 digits");
        let mut text = String::new();
        let mut lines = std::io::BufReader::new(input.take(MOST_INPUT));
        std::io::BufRead::read_line(&mut lines, &mut text)?;
        out.line(hash_pin(text.trim())?);
        return Ok(true);
    }
    Ok(false)
}
