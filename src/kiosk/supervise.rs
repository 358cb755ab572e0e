//! Keeps a window on the screen: starts it as a process of its own, listens to its beats, and obeys
//! [`Watch`]. A beat is a line that the window writes to its standard output when it draws a frame;
//! a window that cannot write it any more has lost its supervisor and ends itself.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use super::message::Message;
use super::report::Report;
use super::watch::{End, Failure, Limits, Order, STEADY_S, Stage, Watch};
use super::{EXIT_BAD_ATLAS, EXIT_NO_DISPLAY};

/// How often the supervisor looks after its window.
const POLL: Duration = Duration::from_millis(100);
/// Seconds between two reports.
const REPORT_S: f64 = 5.0;
/// Lines of windows' messages that are logged in an hour; a series of crashes must not fill a disk.
const LINES_AN_HOUR: u32 = 500;
const HOUR_S: f64 = 3600.0;
/// Messages of a window that wait to be heard at most; a window that sends more waits itself.
const MOST_WAITING: usize = 1000;

/// What the supervisor does after a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Nothing.
    GoOn,
    /// Replaces the window, because what it shows has changed.
    Restart,
    /// Ends the kiosk.
    Stop,
}

/// What a supervisor works with.
pub struct Supervision<'a> {
    /// Starts a window for a stage. Its standard output and standard error are pipes.
    pub start: &'a mut dyn FnMut(Stage) -> std::io::Result<Child>,
    /// Keeps a copy of the atlas of a stage as the last good one.
    pub keep_atlas: &'a mut dyn FnMut(Stage),
    /// Whether another atlas is there than the one that was started last. Asked while the window is
    /// idle.
    pub has_new_atlas: &'a mut dyn FnMut() -> bool,
    /// Receives each message of the window, and `None` when the window has ended.
    pub hear: &'a mut dyn FnMut(Option<Message>) -> Answer,
    /// Receives a report every few seconds and after each change.
    pub report: &'a mut dyn FnMut(&Report),
    /// Ends the supervision, and the window with it, once it is true.
    pub stop: &'a AtomicBool,
    /// What a window may do before it is killed.
    pub limits: Limits,
}

/// A message from the window that was started as the given one.
struct Line {
    window: u64,
    message: Message,
}

/// The window that runs, with its number.
struct Window {
    process: Child,
    number: u64,
    is_idle: bool,
    /// When it drew its first frame.
    drew_s: Option<f64>,
    /// Greatest processor time of a frame, in milliseconds, since it has drawn for some time.
    most_work_ms: f64,
}

/// A supervision that goes on.
struct Supervisor<'a, 'b> {
    with: &'a mut Supervision<'b>,
    begun: Instant,
    watch: Watch,
    window: Option<Window>,
    /// How many windows were started.
    started: u64,
    last_failure: Option<String>,
    sender: SyncSender<Line>,
    lines: Receiver<Line>,
    budget: std::sync::Arc<AtomicU32>,
}

/// Keeps a window on the screen until `stop` is true or the operator closes the kiosk.
pub fn supervise(with: &mut Supervision<'_>) {
    let (sender, lines) = sync_channel(MOST_WAITING);
    let mut supervisor = Supervisor {
        watch: Watch::new(with.limits),
        with,
        begun: clock(),
        window: None,
        started: 0,
        last_failure: None,
        sender,
        lines,
        budget: std::sync::Arc::default(),
    };
    let (mut reported_s, mut budget_s) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    while !supervisor.with.stop.load(Ordering::Relaxed) {
        let now_s = supervisor.now_s();
        if now_s - budget_s >= HOUR_S {
            budget_s = now_s;
            supervisor.budget.store(LINES_AN_HOUR, Ordering::Relaxed);
        }
        let answer = supervisor.hear();
        if answer == Answer::Stop {
            tracing::info!("the operator closes the kiosk");
            break;
        }
        if answer == Answer::Restart {
            supervisor.replace();
        }
        let changed = supervisor.look_after();
        let now_s = supervisor.now_s();
        if changed || now_s - reported_s >= REPORT_S {
            reported_s = now_s;
            supervisor.report();
        }
    }
    supervisor.finish();
}

impl Supervisor<'_, '_> {
    fn now_s(&self) -> f64 {
        self.begun.elapsed().as_secs_f64()
    }

    /// Passes on what the present window tells, waiting a moment for the first message.
    fn hear(&mut self) -> Answer {
        let mut next = self.lines.recv_timeout(POLL).ok();
        let mut answer = Answer::GoOn;
        while let Some(line) = next {
            let now_s = self.now_s();
            if let Some(window) = self.window.as_mut().filter(|w| w.number == line.window) {
                if let Message::Beat { is_idle, work_ms } = line.message {
                    window.is_idle = is_idle;
                    if window.drew_s.is_none() {
                        tracing::info!("the window draws");
                    }
                    if now_s - *window.drew_s.get_or_insert(now_s) >= STEADY_S {
                        window.most_work_ms = window.most_work_ms.max(work_ms);
                    }
                    self.watch.beat(now_s);
                }
                answer = (self.with.hear)(Some(line.message));
                if answer != Answer::GoOn {
                    break;
                }
            }
            next = self.lines.try_recv().ok();
        }
        answer
    }

    /// Does what is due. Returns whether anything has changed.
    fn look_after(&mut self) -> bool {
        let changed = self.find_end();
        let now_s = self.now_s();
        let memory = self.memory();
        let is_idle = self.window.as_ref().is_some_and(|w| w.is_idle);
        match self.watch.tick(now_s, memory, is_idle) {
            Some(Order::Start(stage)) => {
                self.start(stage);
                return true;
            }
            Some(Order::Kill(failure)) => {
                let failure: &'static str = failure.into();
                tracing::warn!(failure, memory, "the window is killed");
                kill(&mut self.window);
            }
            Some(Order::KeepAtlas(stage)) => (self.with.keep_atlas)(stage),
            None => {}
        }
        if is_idle && (self.with.has_new_atlas)() {
            tracing::info!("another atlas is there");
            self.replace();
        }
        changed
    }

    /// Notices that the window has ended. Returns whether it has.
    fn find_end(&mut self) -> bool {
        let Some(status) = self.window.as_mut().and_then(|w| ended(&mut w.process)) else {
            return false;
        };
        self.window = None;
        (self.with.hear)(None);
        let end = match status.code() {
            Some(code) if code == i32::from(EXIT_BAD_ATLAS) => End::BadAtlas,
            Some(code) if code == i32::from(EXIT_NO_DISPLAY) => End::NoDisplay,
            _ => End::Other,
        };
        let failure = self.watch.ended(self.now_s(), end);
        let name: &'static str = failure.into();
        let next = stage_name(self.watch.stage());
        if failure == Failure::Replaced {
            tracing::info!(next, "the window is replaced");
            return true;
        }
        let failed = format!("{name}: {status}");
        // A display that is away for hours would fill the log.
        if self.last_failure.as_ref() != Some(&failed) || failure != Failure::NoDisplay {
            tracing::warn!(failure = name, %status, next, "the window has ended");
        }
        self.last_failure = Some(failed);
        true
    }

    fn start(&mut self, stage: Stage) {
        self.started += 1;
        match (self.with.start)(stage) {
            Ok(mut process) => {
                listen(&mut process, self.started, &self.sender, &self.budget);
                let (stage, id) = (stage_name(stage), process.id());
                tracing::info!(stage, process = id, "window started");
                self.window = Some(Window {
                    process,
                    number: self.started,
                    is_idle: false,
                    drew_s: None,
                    most_work_ms: 0.0,
                });
                self.watch.started(self.now_s());
            }
            Err(error) => {
                tracing::error!(%error, "the window cannot be started");
                self.last_failure = Some(error.to_string());
                self.watch.ended(self.now_s(), End::Other);
            }
        }
    }

    /// Replaces the window by one with the wanted atlas and the present configuration.
    fn replace(&mut self) {
        if self.watch.replace(self.now_s()) {
            kill(&mut self.window);
        }
    }

    fn memory(&self) -> Option<u64> {
        let window = self.window.as_ref()?;
        resident_bytes(window.process.id())
    }

    fn report(&mut self) {
        let report = Report {
            running: self.watch.is_running(),
            showing: stage_name(self.watch.stage()).to_owned(),
            restarts: self.watch.restarts(),
            uptime_s: self.now_s() as u64,
            memory_bytes: self.memory(),
            most_work_ms: self.window.as_ref().map_or(0.0, |w| w.most_work_ms),
            last_failure: self.last_failure.clone(),
            ..Report::default()
        };
        (self.with.report)(&report);
    }

    fn finish(mut self) {
        kill(&mut self.window);
        if let Some(window) = &mut self.window
            && let Err(error) = window.process.wait()
        {
            tracing::error!(%error, "the window cannot be waited for");
        }
        (self.with.hear)(None);
        tracing::info!("stopped");
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a supervisor measures how long its window has been silent"
)]
pub(super) fn clock() -> Instant {
    Instant::now()
}

/// Reads what a window writes, in threads that end with it.
fn listen(
    process: &mut Child,
    number: u64,
    sender: &SyncSender<Line>,
    budget: &std::sync::Arc<AtomicU32>,
) {
    if let Some(output) = process.stdout.take() {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let Some(message) = Message::read(&line) else {
                    continue;
                };
                let line = Line {
                    window: number,
                    message,
                };
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
    }
    if let Some(messages) = process.stderr.take() {
        let budget = std::sync::Arc::clone(budget);
        std::thread::spawn(move || log(messages, &budget));
    }
}

/// Logs the messages of a window as far as the budget goes, and reads the others so that it is never
/// blocked.
fn log(messages: impl Read, budget: &AtomicU32) {
    let lines = BufReader::new(messages).split(b'\n').map_while(Result::ok);
    for line in lines {
        let less = |left: u32| left.checked_sub(1);
        let relaxed = Ordering::Relaxed;
        if budget.fetch_update(relaxed, relaxed, less).is_ok() {
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
    use std::cell::{Cell, RefCell};
    use std::process::{Command, Stdio};

    use super::*;
    use crate::kiosk::Request;

    /// What happened while scripts were supervised.
    struct Ran {
        started: Vec<Stage>,
        report: Report,
        messages: Vec<Message>,
    }

    /// Supervises shell scripts for some seconds.
    fn run(script: &dyn Fn(Stage) -> String, seconds: f64, most_memory: Option<u64>) -> Ran {
        let (started, messages) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        let stop = AtomicBool::new(false);
        let begun = clock();
        let last = Cell::new(None);
        let look = || stop.store(begun.elapsed().as_secs_f64() > seconds, Ordering::Relaxed);
        supervise(&mut Supervision {
            start: &mut |stage| {
                started.borrow_mut().push(stage);
                let mut command = Command::new("sh");
                command.arg("-c").arg(script(stage));
                let pipes = command.stdin(Stdio::null()).stdout(Stdio::piped());
                pipes.stderr(Stdio::piped()).spawn()
            },
            keep_atlas: &mut |_| {},
            has_new_atlas: &mut || {
                look();
                false
            },
            hear: &mut |message| {
                let is_stop = message == Some(Message::Request(Request::ShutDown));
                messages.borrow_mut().extend(message);
                if is_stop { Answer::Stop } else { Answer::GoOn }
            },
            report: &mut |report| {
                last.set(Some(report.clone()));
                look();
            },
            stop: &stop,
            limits: Limits {
                hung_s: 5.0,
                memory: most_memory,
            },
        });
        Ran {
            started: started.into_inner(),
            report: last.take().expect("a report"),
            messages: messages.into_inner(),
        }
    }

    fn beat() -> String {
        let (is_idle, work_ms) = (true, 1.0);
        Message::Beat { is_idle, work_ms }.line()
    }

    fn beats() -> String {
        let line = beat();
        format!("while :; do echo '{line}'; sleep 0.1; done")
    }

    #[test]
    fn a_window_that_beats_is_left_alone() {
        let ran = run(&|_| beats(), 1.5, None);
        assert_eq!(ran.started, [Stage::Wanted]);
        assert_eq!(ran.report.restarts, 0);
        assert!(ran.messages.len() > 5);
    }

    #[test]
    fn a_window_that_crashes_is_replaced_and_one_with_a_bad_atlas_at_once() {
        let script = |stage| match stage {
            Stage::Wanted => "exit 3".to_owned(),
            Stage::LastGood => "kill -SEGV $$".to_owned(),
            _ => beats(),
        };
        let ran = run(&script, 8.0, None);
        use Stage::{BuiltIn, LastGood, Wanted};
        assert_eq!(ran.started, [Wanted, LastGood, LastGood, LastGood, BuiltIn]);
        let report = ran.report;
        assert_eq!((report.showing.as_str(), report.restarts), ("built-in", 4));
    }

    #[test]
    fn a_window_that_stops_itself_is_killed() {
        let beat = beat();
        let script = |_| format!("echo '{beat}'; kill -STOP $$");
        let ran = run(&script, 7.0, None);
        assert!(ran.started.len() == 2, "{:?}", ran.started);
        let failure = ran.report.last_failure.expect("a failure");
        assert!(failure.starts_with("hung"), "{failure}");
    }

    #[test]
    fn the_operator_closes_it() {
        let line = Message::Request(Request::ShutDown).line();
        let ran = run(&|_| format!("echo '{line}'; sleep 60"), 30.0, None);
        assert_eq!(ran.started, [Stage::Wanted]);
        assert_eq!(ran.messages.len(), 1);
    }

    #[test]
    fn memory_of_this_process_is_known() {
        let bytes = resident_bytes(std::process::id());
        assert!(cfg!(not(target_os = "linux")) || bytes.is_some_and(|b| b > 1_000_000));
    }
}
