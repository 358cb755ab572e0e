//! Reads the command line; calls `cli` or `app`; nothing else.

use std::process::ExitCode;

use anyhow::Context as _;
use araxes::cli::{
    Cli, Output, WindowRequest, leave_nothing_half_made, run, tell_of_arguments, window_request,
};

fn main() -> ExitCode {
    let (mut data, mut messages) = (std::io::stdout().lock(), std::io::stderr());
    let mut out = Output::new(&mut data, &mut messages);
    let cli = match Cli::read(std::env::args_os()) {
        Ok(cli) => cli,
        Err(told) => return tell_of_arguments(&told, &mut out),
    };
    if cli.force {
        out.replace_files();
    }
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
    let request = match window_request(cli, out) {
        Ok(Some(request)) => request,
        Ok(None) => {
            leave_nothing_half_made();
            return run(cli, out);
        }
        // A supervisor shows another atlas when it learns that this one cannot be read.
        Err(error) if cli.is_supervised() => {
            out.message(format_args!("araxes: {error:#}"));
            return Ok(ExitCode::from(araxes::kiosk::EXIT_BAD_ATLAS));
        }
        Err(error) => return Err(error),
    };
    match open_window(request, out) {
        Err(error) if cli.is_supervised() => {
            out.message(format_args!("araxes: {error:#}"));
            Ok(window_failed(&error))
        }
        outcome => outcome,
    }
}

/// The exit code that tells a supervisor why its window could not be opened.
#[cfg(feature = "app")]
fn window_failed(error: &anyhow::Error) -> ExitCode {
    if error.is::<araxes::app::NoDisplay>() {
        ExitCode::from(araxes::kiosk::EXIT_NO_DISPLAY)
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(not(feature = "app"))]
fn window_failed(_: &anyhow::Error) -> ExitCode {
    ExitCode::FAILURE
}

/// Supervises a kiosk until it is stopped; `None` where the command line asks something else.
#[cfg(feature = "app")]
fn kiosk(cli: &Cli, out: &mut Output<'_>) -> anyhow::Result<Option<ExitCode>> {
    use araxes::app;
    if let Some(file) = cli.still() {
        let shown = araxes::load::files::read_file(file)
            .map_err(anyhow::Error::from)
            .and_then(|picture| app::show_still(&picture));
        return Ok(Some(match shown {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                out.message(format_args!("araxes: {error:#}"));
                window_failed(&error)
            }
        }));
    }
    let program = std::env::current_exe().context("the program does not find itself")?;
    let plan = araxes::cli::kiosk_plan(cli, &program, app::data_folder(), app::local_time, out)?;
    let Some(plan) = plan else {
        return Ok(None);
    };
    let memory = araxes::kiosk::MEMORY;
    let is_set = std::env::var_os(memory.0).is_some();
    araxes::kiosk::run(plan, (!is_set).then_some(memory))?;
    Ok(Some(ExitCode::SUCCESS))
}

#[cfg(not(feature = "app"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "it is called like that of a program with a window"
)]
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
