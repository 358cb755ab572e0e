//! `araxes kiosk`: its configuration, and what `main` needs to supervise it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;

use super::window::first_view;
use super::{Cli, Command, Output, WindowArgs, open};
use crate::kiosk::{EXAMPLE, KioskConfig, KioskPlan, read_config};
use crate::load::files;
use crate::session::Skin;

/// The last configuration without faults, in the kiosk's folder.
const LAST_CONFIG: &str = "last-good-kiosk.toml";

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
    /// Opens the window in this process, without a supervisor that starts it again: for trying a
    /// kiosk out.
    #[arg(long)]
    pub unsupervised: bool,
    /// Opens the window for the supervisor.
    #[arg(long, hide = true)]
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
/// The configuration cannot be read and there is no earlier one, or names an atlas or a filter that
/// the command line names too.
pub fn kiosk_plan(
    cli: &Cli,
    program: &Path,
    folder: Option<PathBuf>,
    out: &mut Output<'_>,
) -> anyhow::Result<Option<KioskPlan>> {
    let Some(Command::Kiosk(args)) = &cli.command else {
        return Ok(None);
    };
    if args.opens_window() || args.example {
        return Ok(None);
    }
    refuse_unknown(cli, out)?;
    let (mut config, text) = match &args.config {
        Some(file) => configuration(file, folder.as_deref(), out)?,
        None => (KioskConfig::default(), String::new()),
    };
    if let Some(atlas) = cli.folder()? {
        if !config.atlas.is_empty() {
            bail!(
                "two atlases, {} and {} of the configuration; name one",
                atlas.display(),
                config.atlas
            );
        }
        config.atlas = atlas.to_string_lossy().into_owned();
    }
    if cli.filter.is_some() && !config.filter.is_empty() {
        bail!("a filter is given twice, by --filter and by the configuration; give one");
    }
    let folder = match config.watch.folder.as_str() {
        "" => {
            folder.context("there is no folder for data of programs; name one as watch.folder")?
        }
        named => PathBuf::from(named),
    };
    let kept = args.config.as_ref().map(|_| folder.join(LAST_CONFIG));
    if let Some(kept) = &kept {
        files::write_file(kept, text.as_bytes())?;
    }
    let atlas = (!config.atlas.is_empty()).then(|| PathBuf::from(&config.atlas));
    Ok(Some(KioskPlan {
        options: options(cli, args, &config),
        config,
        config_file: kept,
        atlas,
        program: program.to_owned(),
        folder,
    }))
}

/// Refuses options that the atlas does not know. An atlas that cannot be read is no reason to refuse
/// anything: the kiosk then shows another one.
fn refuse_unknown(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<()> {
    match open(cli.folder()?, out) {
        Ok(timeline) => first_view(cli, Skin::Kiosk, timeline).map(drop),
        Err(error) => {
            out.message(format_args!("{error:#}"));
            Ok(())
        }
    }
}

/// Reads a configuration, or the last good one where this one has faults. Returns also its text.
fn configuration(
    file: &Path,
    folder: Option<&Path>,
    out: &mut Output<'_>,
) -> anyhow::Result<(KioskConfig, String)> {
    let text = String::from_utf8(files::read_file(file)?)
        .with_context(|| format!("{}: not UTF-8", file.display()))?;
    let (config, findings) = read_config(&file.display().to_string(), &text);
    if findings.is_empty() {
        return Ok((config, text));
    }
    for finding in &findings {
        out.message(finding);
    }
    let named = (!config.watch.folder.is_empty()).then(|| Path::new(&config.watch.folder));
    let earlier = named.or(folder).map(|folder| folder.join(LAST_CONFIG));
    let earlier = earlier.and_then(|path| files::read_file_if_present(&path).ok().flatten());
    let earlier = earlier.and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(earlier) = earlier else {
        bail!(
            "{} has faults, and there is no earlier one without",
            file.display()
        );
    };
    out.message(format_args!(
        "the kiosk runs on the last configuration without faults"
    ));
    let (config, _) = read_config(LAST_CONFIG, &earlier);
    Ok((config, earlier))
}

/// The options that every window receives.
fn options(cli: &Cli, args: &KioskArgs, config: &KioskConfig) -> Vec<String> {
    let mut options = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            options.extend([name.to_owned(), value]);
        }
    };
    let filter = (!config.filter.is_empty()).then(|| config.filter.clone());
    add(
        "--filter",
        filter.or(cli.filter.as_ref().map(ToString::to_string)),
    );
    let window = &args.window;
    let first = config.languages.shown.first();
    add("--lang", window.lang.clone().or(first.cloned()));
    add("--lens", window.lens.clone());
    add("--at", window.at.clone());
    add("--state", window.state.clone());
    options
}

pub(super) fn print_example(out: &mut Output<'_>) {
    out.bytes(EXAMPLE.as_bytes());
}
