//! Reads the command line; calls `cli` or `app`; nothing else.

use std::process::ExitCode;

use araxes::cli::{Cli, Output, run};

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os());
    let (mut data, mut messages) = (std::io::stdout().lock(), std::io::stderr());
    let mut out = Output::new(&mut data, &mut messages);
    #[cfg(feature = "app")]
    if araxes::app::wants(&cli) {
        return match araxes::app::run(&cli, &mut out) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&mut out, &error),
        };
    }
    let outcome = match &cli.command {
        Some(command) => run(command, &cli, &mut out),
        None => Err(anyhow::anyhow!(
            "this build has no window; try `araxes at 1920-07-03` or `araxes --help`"
        )),
    };
    outcome.unwrap_or_else(|error| fail(&mut out, &error))
}

fn fail(out: &mut Output<'_>, error: &anyhow::Error) -> ExitCode {
    out.message(format_args!("araxes: {error:#}"));
    ExitCode::from(2)
}
