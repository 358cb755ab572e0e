//! Keeps a window on the screen: starts it as a process of its own, listens to its beats, and obeys
//! [`Watch`]. A beat is a line that the window writes to its standard output when it draws a frame;
//! a window that cannot write it any more has lost its supervisor and ends itself.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::watch::{Order, Stage, Watch};

/// Exit code of a window whose atlas has faults or cannot be read.
pub const EXIT_BAD_ATLAS: u8 = 3;
/// The line that a window writes for a beat while nobody uses it, and while a visitor does.
pub const BEAT_IDLE: &str = "beat idle";
/// See [`BEAT_IDLE`].
pub const BEAT_BUSY: &str = "beat busy";

/// How often the supervisor looks after its window.
const POLL: Duration = Duration::from_millis(100);
/// Seconds between two reports.
const REPORT_S: f64 = 5.0;
/// Lines of a window's messages that are logged for each start.
const MOST_LINES: usize = 200;

/// What a supervisor works with.
pub struct Supervision<'a> {
    /// The command that starts a window for a stage.
    pub command: &'a dyn Fn(Stage) -> Command,
    /// Keeps a copy of the atlas of a stage as the last good one.
    pub keep_atlas: &'a mut dyn FnMut(Stage),
    /// Whether another atlas is there than the one that was started last. Asked while the window is
    /// idle.
    pub has_new_atlas: &'a mut dyn FnMut() -> bool,
    /// Receives a report every few seconds and after each change.
    pub report: &'a mut dyn FnMut(&Report),
    /// Ends the supervision, and the window with it, once it is true.
    pub stop: &'a AtomicBool,
    /// Memory in bytes above which the window is started again; `None` for no ceiling.
    pub most_memory: Option<u64>,
}

/// How the window does.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Report {
    /// Whether a window draws frames.
    pub running: bool,
    /// What it shows: `wanted`, `last-good`, `built-in` or `still`.
    pub showing: &'static str,
    /// How often it was started after the first time.
    pub restarts: u64,
    /// Seconds since the supervisor began.
    pub uptime_s: u64,
    /// Memory of the window, in bytes; `None` where the system does not tell.
    pub memory_bytes: Option<u64>,
    /// Why the last window ended; `None` where none has.
    pub last_failure: Option<String>,
}

/// A line from the window that was started as the given one.
struct Line {
    window: u64,
    is_idle: bool,
}

/// The window that runs, with its number.
struct Window {
    process: Child,
    number: u64,
    is_idle: bool,
}

/// Keeps a window on the screen until `stop` is true.
pub fn supervise(with: &mut Supervision<'_>) {
    let begun = clock();
    let now_s = || begun.elapsed().as_secs_f64();
    let (sender, lines) = channel();
    let mut watch = Watch::new(with.most_memory);
    let mut window: Option<Window> = None;
    let mut started: u64 = 0;
    let mut last_failure = None;
    let mut reported_s = f64::NEG_INFINITY;
    while !with.stop.load(Ordering::Relaxed) {
        hear(&lines, &mut window, &mut watch, &now_s);
        let mut changed = false;
        if let Some(status) = window.as_mut().and_then(|w| ended(&mut w.process)) {
            window = None;
            let is_bad_atlas = status.code() == Some(i32::from(EXIT_BAD_ATLAS));
            let failure: &'static str = watch.ended(now_s(), is_bad_atlas).into();
            tracing::warn!(failure, status = %status, stage = stage_name(watch.stage()), "the window has ended");
            last_failure = Some(format!("{failure}: {status}"));
            changed = true;
        }
        let memory = window.as_ref().and_then(|w| resident_bytes(w.process.id()));
        match watch.tick(now_s(), memory) {
            Some(Order::Start(stage)) => {
                started += 1;
                match start((with.command)(stage), started, &sender) {
                    Ok(process) => {
                        tracing::info!(
                            stage = stage_name(stage),
                            process = process.id(),
                            "window started"
                        );
                        let number = started;
                        window = Some(Window {
                            process,
                            number,
                            is_idle: false,
                        });
                        watch.started(now_s());
                    }
                    Err(error) => {
                        tracing::error!(%error, "the window cannot be started");
                        last_failure = Some(error.to_string());
                        watch.ended(now_s(), false);
                    }
                }
                changed = true;
            }
            Some(Order::Kill(failure)) => {
                let failure: &'static str = failure.into();
                tracing::warn!(failure, memory, "the window is killed");
                kill(&mut window);
            }
            Some(Order::KeepAtlas(stage)) => (with.keep_atlas)(stage),
            None => {}
        }
        let is_idle = window.as_ref().is_some_and(|w| w.is_idle);
        if is_idle && (with.has_new_atlas)() {
            tracing::info!("another atlas is there");
            watch.retry(now_s());
            kill(&mut window);
        }
        if changed || now_s() - reported_s >= REPORT_S {
            reported_s = now_s();
            (with.report)(&Report {
                running: watch.is_running(),
                showing: stage_name(watch.stage()),
                restarts: watch.restarts(),
                uptime_s: reported_s as u64,
                memory_bytes: memory,
                last_failure: last_failure.clone(),
            });
        }
    }
    kill(&mut window);
    if let Some(window) = &mut window
        && let Err(error) = window.process.wait()
    {
        tracing::error!(%error, "the window cannot be waited for");
    }
    tracing::info!("stopped");
}

#[expect(
    clippy::disallowed_methods,
    reason = "a supervisor measures how long its window has been silent"
)]
fn clock() -> Instant {
    Instant::now()
}

/// Passes on the beats of the present window, waiting a moment for the first.
fn hear(
    lines: &Receiver<Line>,
    window: &mut Option<Window>,
    watch: &mut Watch,
    now_s: &impl Fn() -> f64,
) {
    let mut next = lines.recv_timeout(POLL).ok();
    while let Some(line) = next {
        if let Some(window) = window.as_mut().filter(|w| w.number == line.window) {
            window.is_idle = line.is_idle;
            watch.beat(now_s());
        }
        next = lines.try_recv().ok();
    }
}

fn start(mut command: Command, number: u64, sender: &Sender<Line>) -> std::io::Result<Child> {
    let pipes = command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut process = pipes.stderr(Stdio::piped()).spawn()?;
    if let Some(output) = process.stdout.take() {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let is_idle = line == BEAT_IDLE;
                let is_beat = is_idle || line == BEAT_BUSY;
                if is_beat
                    && sender
                        .send(Line {
                            window: number,
                            is_idle,
                        })
                        .is_err()
                {
                    return;
                }
            }
        });
    }
    if let Some(messages) = process.stderr.take() {
        std::thread::spawn(move || log(messages));
    }
    Ok(process)
}

/// Logs the first messages of a window, and reads the others so that it is never blocked.
fn log(messages: impl Read) {
    let lines = BufReader::new(messages).split(b'\n').map_while(Result::ok);
    for (i, line) in lines.enumerate() {
        if i < MOST_LINES {
            let line = String::from_utf8_lossy(&line);
            tracing::warn!(target: "window", "{line}");
        }
    }
}

fn ended(process: &mut Child) -> Option<ExitStatus> {
    process.try_wait().unwrap_or_else(|error| {
        tracing::error!(%error, "the state of the window is unknown");
        None
    })
}

/// Kills the window, also one that is stopped; its end is found in the next round.
fn kill(window: &mut Option<Window>) {
    if let Some(window) = window
        && let Err(error) = window.process.kill()
    {
        tracing::error!(%error, "the window cannot be killed");
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Wanted => "wanted",
        Stage::LastGood => "last-good",
        Stage::BuiltIn => "built-in",
        Stage::Still => "still",
    }
}

/// Memory of a process that is in use, in bytes; `None` where the system does not tell.
fn resident_bytes(process: u32) -> Option<u64> {
    // Format: proc_pid_status(5); the value is in kibibytes.
    let path = format!("/proc/{process}/status");
    let bytes = crate::load::files::read_file(path.as_ref()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let line = text.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

#[cfg(all(test, unix))]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Supervises shell scripts for some seconds. Returns the stages that were started, and the last
    /// report.
    fn run(
        script: &dyn Fn(Stage) -> String,
        seconds: f64,
        most_memory: Option<u64>,
    ) -> (Vec<Stage>, Report) {
        let started = RefCell::new(Vec::new());
        let stop = AtomicBool::new(false);
        let begun = clock();
        let mut last = None;
        supervise(&mut Supervision {
            command: &|stage| {
                started.borrow_mut().push(stage);
                let mut command = Command::new("sh");
                command.arg("-c").arg(script(stage));
                command
            },
            keep_atlas: &mut |_| {},
            has_new_atlas: &mut || {
                stop.store(begun.elapsed().as_secs_f64() > seconds, Ordering::Relaxed);
                false
            },
            report: &mut |report| {
                last = Some(report.clone());
                stop.store(begun.elapsed().as_secs_f64() > seconds, Ordering::Relaxed);
            },
            stop: &stop,
            most_memory,
        });
        (started.into_inner(), last.expect("a report"))
    }

    const BEATS: &str = "while :; do echo 'beat idle'; sleep 0.1; done";

    #[test]
    fn a_window_that_beats_is_left_alone() {
        let (started, report) = run(&|_| BEATS.to_owned(), 1.5, None);
        assert_eq!(started, [Stage::Wanted]);
        assert!(report.restarts == 0);
    }

    #[test]
    fn a_window_that_crashes_is_replaced_and_one_with_a_bad_atlas_at_once() {
        let script = |stage| match stage {
            Stage::Wanted => "exit 3".to_owned(),
            Stage::LastGood => "kill -SEGV $$".to_owned(),
            _ => BEATS.to_owned(),
        };
        let (started, report) = run(&script, 8.0, None);
        use Stage::{BuiltIn, LastGood, Wanted};
        assert_eq!(started, [Wanted, LastGood, LastGood, LastGood, BuiltIn]);
        assert_eq!((report.showing, report.restarts), ("built-in", 4));
    }

    #[test]
    fn a_window_that_stops_itself_is_killed() {
        let script = |_| "echo 'beat idle'; kill -STOP $$".to_owned();
        let (started, report) = run(&script, 7.0, None);
        assert!(started.len() == 2, "{started:?}");
        let failure = report.last_failure.expect("a failure");
        assert!(failure.starts_with("hung"), "{failure}");
    }

    #[test]
    fn memory_of_this_process_is_known() {
        let bytes = resident_bytes(std::process::id());
        assert!(cfg!(not(target_os = "linux")) || bytes.is_some_and(|b| b > 1_000_000));
    }
}
