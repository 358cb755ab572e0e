//! Reads the command line; calls `cli` or `app`; nothing else.

use std::process::ExitCode;

use anyhow::Context as _;
use araxes::cli::{Cli, Output, run};

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os());
    let (mut data, mut messages) = (std::io::stdout().lock(), std::io::stderr());
    let mut out = Output::new(&mut data, &mut messages);
    let outcome = obey(&cli, &mut out);
    let finished = out.finish().context("could not write the data");
    match outcome.and_then(|code| finished.map(|()| code)) {
        Ok(code) => code,
        Err(error) => {
            out.message(format_args!("araxes: {error:#}"));
            ExitCode::from(2)
        }
    }
}

fn obey(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    #[cfg(feature = "app")]
    if araxes::app::wants(cli) {
        return araxes::app::run(cli, out).map(|()| ExitCode::SUCCESS);
    }
    match &cli.command {
        Some(command) => run(command, cli, out),
        None => {
            anyhow::bail!("this build has no window; try `araxes at 1920-07-03` or `araxes --help`")
        }
    }
}
