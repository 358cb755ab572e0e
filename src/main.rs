//! Reads the command line; calls `cli` or `app`; nothing else.

use std::process::ExitCode;

use anyhow::Context as _;
use araxes::cli::{Cli, Output, WindowRequest, run, window_request};

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os());
    let (mut data, mut messages) = (std::io::stdout().lock(), std::io::stderr());
    let mut out = Output::new(&mut data, &mut messages);
    let outcome = window_request(&cli, &mut out).and_then(|request| match request {
        Some(request) => open_window(request, &mut out),
        None => run(&cli, &mut out),
    });
    let finished = out.finish().context("could not write the data");
    let outcome = outcome.and_then(|code| finished.map(|()| code));
    outcome.unwrap_or_else(|error| {
        out.message(format_args!("araxes: {error:#}"));
        ExitCode::from(2)
    })
}

#[cfg(feature = "app")]
fn open_window(request: WindowRequest, out: &mut Output<'_>) -> anyhow::Result<ExitCode> {
    let WindowRequest {
        session,
        state,
        actions,
        windowed,
        measured_s,
    } = request;
    let start = araxes::app::StartOptions {
        state,
        actions,
        windowed,
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
