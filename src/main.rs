//! Reads the command line; calls `cli` or `app`; nothing else.

use std::process::ExitCode;

use anyhow::Context as _;
use araxes::cli::{Cli, Output, WindowRequest, run, window_request};

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os());
    let (mut data, mut messages) = (std::io::stdout().lock(), std::io::stderr());
    let mut out = Output::new(&mut data, &mut messages);
    let outcome = kiosk(&cli, &mut out).and_then(|code| match code {
        Some(code) => Ok(code),
        None => window_or_command(&cli, &mut out),
    });
    let finished = out.finish().context("could not write the data");
    let outcome = outcome.and_then(|code| finished.map(|()| code));
    outcome.unwrap_or_else(|error| {
        out.message(format_args!("araxes: {error:#}"));
        ExitCode::from(2)
    })
}

fn window_or_command(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    match window_request(cli, out) {
        Ok(Some(request)) => open_window(request, out),
        Ok(None) => run(cli, out),
        // A supervisor shows another atlas when it learns that this one cannot be read.
        Err(error) if cli.is_supervised() => {
            out.message(format_args!("araxes: {error:#}"));
            Ok(ExitCode::from(araxes::kiosk::EXIT_BAD_ATLAS))
        }
        Err(error) => Err(error),
    }
}

/// Supervises a kiosk until it is stopped; `None` where the command line asks something else.
#[cfg(feature = "app")]
fn kiosk(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<Option<ExitCode>> {
    let program = std::env::current_exe().context("the program does not find itself")?;
    if let Some(file) = cli.still() {
        araxes::app::show_still(&araxes::load::files::read_file(file)?)?;
        return Ok(Some(ExitCode::SUCCESS));
    }
    let Some(plan) = araxes::cli::kiosk_plan(cli, &program, araxes::app::data_folder(), out)?
    else {
        return Ok(None);
    };
    araxes::kiosk::run(&plan)?;
    Ok(Some(ExitCode::SUCCESS))
}

#[cfg(not(feature = "app"))]
fn kiosk(_: &Cli, _: &mut Output<'_>) -> anyhow::Result<Option<ExitCode>> {
    Ok(None)
}

#[cfg(feature = "app")]
fn open_window(request: WindowRequest, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    let WindowRequest {
        session,
        state,
        actions,
        windowed,
        kiosk,
        measured_s,
    } = request;
    let start = araxes::app::StartOptions {
        state,
        actions,
        windowed,
        kiosk,
    };
    match measured_s {
        Some(seconds) => out.json(&araxes::app::measure(session, start, seconds)?),
        None => araxes::app::run(session, start)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "app"))]
fn open_window(_: WindowRequest, _: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    anyhow::bail!("this build has no window; `araxes --help` lists what works without one")
}
