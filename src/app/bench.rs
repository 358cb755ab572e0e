//! `araxes bench-window`: opens the real window, gives it a fixed sequence of input, and reports
//! what each input cost.
//!
//! Input enters as window events, as the window system would send them; real input is ignored
//! meanwhile. An input is finished when no frame was drawn for a set time after it, so that frames
//! that follow without further input count as its cost.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::time::{Duration, Instant};

use eframe::{UserEvent, egui};
use serde_json::{Value, json};
use winit::application::ApplicationHandler;
use winit::dpi::PhysicalPosition;
use winit::event::{
    DeviceEvent, DeviceId, ElementState, MouseButton, MouseScrollDelta, StartCause, TouchPhase,
    WindowEvent,
};
use winit::event_loop::{ActiveEventLoop, ControlFlow};
use winit::window::WindowId;

use super::pacing::{Paced, Pacing};
use super::{App, clock};

/// Width and height of the window in pixels.
pub(super) const SIZE: (f32, f32) = (1920.0, 1080.0);
/// Time after which an input is ended even if its frames continue.
const LONGEST: Duration = Duration::from_secs(6);

/// Maximum share of the total time for each part of the sequence. Parts not listed have no limit.
const SHARES: [(&str, f64); 6] = [
    ("step", 0.25),
    ("pointer", 0.2),
    ("pointer_sweep", 0.06),
    ("scrub", 0.12),
    ("zoom", 0.15),
    ("pan", 0.06),
];

/// One input of the sequence.
#[derive(Debug, Clone, Copy)]
enum Input {
    /// No input for a duration.
    Wait(Duration),
    /// A key, pressed and released.
    Key(egui::Key),
    /// Moves the pointer to a position in pixels.
    Move(f32, f32),
    /// Presses or releases the left button.
    Button(ElementState),
    /// Turns the wheel by a number of notches.
    Wheel(f32),
}

/// One input, the part of the sequence to which it belongs, and how long no frame may be drawn
/// before it is finished.
#[derive(Debug, Clone, Copy)]
struct Step {
    part: &'static str,
    input: Input,
    quiet: Duration,
}

/// What one input cost. All times are in milliseconds.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_field_names, reason = "the unit belongs to each name")]
struct Cost {
    cpu_ms: f64,
    /// Processor time of `cpu_ms` spent on panels, scenes and actions.
    own_ms: f64,
    /// Processor time of `cpu_ms` spent in the rest of the main thread: tessellation, upload and
    /// the graphics library.
    window_ms: f64,
    /// Wall-clock time of each frame.
    frames_ms: Vec<f64>,
    /// Wall-clock time from the input to the end of its first frame; `None` where it caused no
    /// frame.
    picture_ms: Option<f64>,
}

/// State that the window and the sequence of input share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    keys: Vec<egui::Event>,
    own: Duration,
    ctx: Option<egui::Context>,
}

/// The window, with the processor time of its own work measured.
pub(super) struct TimedApp {
    app: App,
    shared: Rc<RefCell<Shared>>,
}

impl TimedApp {
    pub(super) fn new(app: App, ctx: &egui::Context, shared: Rc<RefCell<Shared>>) -> Self {
        shared.borrow_mut().ctx = Some(ctx.clone());
        Self { app, shared }
    }
}

impl eframe::App for TimedApp {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let start = clock::thread_cpu();
        self.app.ui(ui, frame);
        self.shared.borrow_mut().own += clock::thread_cpu().saturating_sub(start);
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, raw: &mut egui::RawInput) {
        raw.events.append(&mut self.shared.borrow_mut().keys);
        self.app.raw_input_hook(ctx, raw);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// The input in progress, and what was measured since it began.
struct Running {
    step: Step,
    since: Instant,
    last: Instant,
    cpu: Duration,
    thread: Duration,
    own: Duration,
    cost: Cost,
}

/// Sends the sequence of input through an application.
pub(super) struct Course<H> {
    inner: H,
    shared: Rc<RefCell<Shared>>,
    started: Instant,
    first_frame_ms: Option<f64>,
    steps: VecDeque<Step>,
    running: Option<Running>,
    window: Option<WindowId>,
    costs: BTreeMap<&'static str, Vec<Cost>>,
    /// When each part began; `seconds` is the total time to which the shares refer.
    begun: BTreeMap<&'static str, Instant>,
    seconds: f64,
    memory: Vec<(&'static str, f64)>,
}

impl<H: ApplicationHandler<UserEvent>> Course<H> {
    pub(super) fn new(
        inner: H,
        shared: Rc<RefCell<Shared>>,
        started: Instant,
        seconds: f64,
        days: usize,
    ) -> Self {
        Self {
            inner,
            shared,
            started,
            first_frame_ms: None,
            steps: course(seconds, days),
            running: None,
            window: None,
            costs: BTreeMap::new(),
            begun: BTreeMap::new(),
            seconds,
            memory: Vec::new(),
        }
    }

    /// Ends the input in progress where it is finished, and sends the next.
    fn drive(&mut self, event_loop: &ActiveEventLoop) {
        let now = clock::now();
        if let Some(running) = &self.running {
            let until = match running.step.input {
                Input::Wait(long) => running.since + long,
                _ => (running.last + running.step.quiet).min(running.since + LONGEST),
            };
            if now < until {
                let wake = match event_loop.control_flow() {
                    ControlFlow::WaitUntil(other) => other.min(until),
                    ControlFlow::Poll => now,
                    ControlFlow::Wait => until,
                };
                event_loop.set_control_flow(ControlFlow::WaitUntil(wake));
                return;
            }
        }
        if let Some(running) = self.running.take() {
            self.finish(running);
        }
        let Some(window) = self.window else {
            return;
        };
        let Some(step) = self.next_step() else {
            event_loop.exit();
            return;
        };
        let now = clock::now();
        self.running = Some(Running {
            step,
            since: now,
            last: now,
            cpu: clock::process_cpu(),
            thread: clock::thread_cpu(),
            own: self.shared.borrow().own,
            cost: Cost::default(),
        });
        self.give(event_loop, window, step.input);
        event_loop.set_control_flow(ControlFlow::WaitUntil(now));
    }

    /// The next input. Inputs of a part that has used its share of time are skipped.
    fn next_step(&mut self) -> Option<Step> {
        loop {
            let step = self.steps.pop_front()?;
            let now = clock::now();
            let begun = *self.begun.entry(step.part).or_insert(now);
            let share = SHARES.iter().find(|(part, _)| *part == step.part);
            let longest = share.map(|(_, share)| Duration::from_secs_f64(share * self.seconds));
            if longest.is_none_or(|longest| now - begun < longest) {
                return Some(step);
            }
        }
    }

    fn give(&mut self, event_loop: &ActiveEventLoop, window: WindowId, input: Input) {
        let device_id = DeviceId::dummy();
        let event = match input {
            Input::Wait(_) => return,
            Input::Key(key) => {
                let mut shared = self.shared.borrow_mut();
                for pressed in [true, false] {
                    shared.keys.push(egui::Event::Key {
                        key,
                        physical_key: None,
                        pressed,
                        repeat: false,
                        modifiers: egui::Modifiers::NONE,
                    });
                }
                let pass = shared
                    .ctx
                    .as_ref()
                    .map_or(0, egui::Context::cumulative_pass_nr);
                drop(shared);
                let event = UserEvent::RequestRepaint {
                    viewport_id: egui::ViewportId::ROOT,
                    when: clock::now(),
                    cumulative_pass_nr: pass,
                };
                return self.inner.user_event(event_loop, event);
            }
            Input::Move(x, y) => WindowEvent::CursorMoved {
                device_id,
                position: PhysicalPosition::new(f64::from(x), f64::from(y)),
            },
            Input::Button(state) => WindowEvent::MouseInput {
                device_id,
                state,
                button: MouseButton::Left,
            },
            Input::Wheel(notches) => WindowEvent::MouseWheel {
                device_id,
                delta: MouseScrollDelta::LineDelta(0.0, notches),
                phase: TouchPhase::Moved,
            },
        };
        self.inner.window_event(event_loop, window, event);
    }

    fn finish(&mut self, running: Running) {
        let ms = |now: Duration, then: Duration| now.saturating_sub(then).as_secs_f64() * 1e3;
        let mut cost = running.cost;
        cost.cpu_ms = ms(clock::process_cpu(), running.cpu);
        cost.own_ms = ms(self.shared.borrow().own, running.own);
        cost.window_ms = ms(clock::thread_cpu(), running.thread) - cost.own_ms;
        self.costs.entry(running.step.part).or_default().push(cost);
        if self
            .steps
            .front()
            .is_none_or(|next| next.part != running.step.part)
            && let Some((now, _)) = clock::memory_mb()
        {
            self.memory.push((running.step.part, now));
        }
    }

    /// All measurements.
    pub(super) fn report(&self) -> Value {
        let parts: serde_json::Map<String, Value> = self
            .costs
            .iter()
            .filter(|(part, _)| !part.starts_with('('))
            .map(|(part, costs)| ((*part).to_owned(), summary(costs)))
            .collect();
        let memory: serde_json::Map<String, Value> = self
            .memory
            .iter()
            .map(|(part, mb)| ((*part).to_owned(), tenths(*mb)))
            .collect();
        json!({
            "size": [SIZE.0, SIZE.1],
            "start_to_first_frame_ms": self.first_frame_ms.map(tenths),
            "peak_memory_mb": clock::memory_mb().map(|(_, peak)| tenths(peak)),
            "memory_after_mb": memory,
            "parts": parts,
        })
    }
}

impl<H: ApplicationHandler<UserEvent>> ApplicationHandler<UserEvent> for Course<H> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.resumed(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.suspended(event_loop);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.inner.new_events(event_loop, cause);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.inner.user_event(event_loop, event);
    }

    fn device_event(&mut self, _: &ActiveEventLoop, _: DeviceId, _: DeviceEvent) {}

    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match event {
            WindowEvent::RedrawRequested => {
                let start = clock::now();
                self.inner.window_event(event_loop, window, event);
                let end = clock::now();
                if self.first_frame_ms.is_none() {
                    self.first_frame_ms = Some((end - self.started).as_secs_f64() * 1e3);
                    self.window = Some(window);
                    // The window must settle before the first input.
                    self.steps.push_front(Step {
                        part: "(start)",
                        input: Input::Wait(Duration::from_secs(2)),
                        quiet: Duration::ZERO,
                    });
                }
                if let Some(running) = &mut self.running {
                    running.last = end;
                    running
                        .cost
                        .frames_ms
                        .push((end - start).as_secs_f64() * 1e3);
                    let since = (end - running.since).as_secs_f64() * 1e3;
                    running.cost.picture_ms.get_or_insert(since);
                }
            }
            WindowEvent::CursorMoved { .. }
            | WindowEvent::CursorEntered { .. }
            | WindowEvent::CursorLeft { .. }
            | WindowEvent::MouseInput { .. }
            | WindowEvent::MouseWheel { .. }
            | WindowEvent::KeyboardInput { .. }
            | WindowEvent::ModifiersChanged(_) => {}
            other => self.inner.window_event(event_loop, window, other),
        }
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.about_to_wait(event_loop);
        self.drive(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.exiting(event_loop);
    }
}

fn tenths(x: f64) -> Value {
    json!((x * 10.0).round() / 10.0)
}

/// Median, 95th percentile and maximum of a list of values.
fn spread(mut all: Vec<f64>) -> Value {
    all.sort_by(f64::total_cmp);
    let at = |part: f64| {
        all.get(((all.len() as f64 - 1.0).max(0.0) * part).round() as usize)
            .copied()
    };
    json!({
        "median": at(0.5).map(tenths),
        "p95": at(0.95).map(tenths),
        "max": all.last().copied().map(tenths),
    })
}

fn summary(costs: &[Cost]) -> Value {
    let frames: usize = costs.iter().map(|c| c.frames_ms.len()).sum();
    let sum = |of: fn(&Cost) -> f64| costs.iter().map(of).sum::<f64>();
    let a_frame = |ms: f64| {
        if frames == 0 {
            Value::Null
        } else {
            tenths(ms / frames as f64)
        }
    };
    let (cpu, own, window) = (sum(|c| c.cpu_ms), sum(|c| c.own_ms), sum(|c| c.window_ms));
    json!({
        "inputs": costs.len(),
        "frames": frames,
        "frames_per_input": (frames as f64 / costs.len().max(1) as f64 * 100.0).round() / 100.0,
        "cpu_per_input_ms": spread(costs.iter().map(|c| c.cpu_ms).collect()),
        "own_per_input_ms": spread(costs.iter().map(|c| c.own_ms).collect()),
        "cpu_per_frame_ms": {
            "own": a_frame(own),
            "window": a_frame(window),
            "other_threads": a_frame((cpu - own - window).max(0.0)),
        },
        "frame_ms": spread(costs.iter().flat_map(|c| c.frames_ms.iter().copied()).collect()),
        "input_to_picture_ms": spread(costs.iter().filter_map(|c| c.picture_ms).collect()),
    })
}

/// The fixed sequence of input, about `seconds` long.
fn course(seconds: f64, days: usize) -> VecDeque<Step> {
    let ms = Duration::from_millis;
    let mut steps = VecDeque::new();
    let mut add = |part, input, quiet| steps.push_back(Step { part, input, quiet });
    let count = (seconds / 6.0).max(8.0) as usize;
    add("idle", Input::Wait(ms(5000)), ms(0));
    for i in 0..count {
        let key = if i % 8 == 7 {
            egui::Key::ArrowLeft
        } else {
            egui::Key::ArrowRight
        };
        add("step", Input::Key(key), ms(1200));
    }
    // Moves the pointer over the map along a curve that crosses districts, signs, the inspector and
    // the time line.
    let at = |i: usize, of: usize| {
        let t = i as f32 / of as f32 * std::f32::consts::TAU;
        (
            SIZE.0 * (0.42 + 0.37 * t.sin()),
            SIZE.1 * (0.5 + 0.42 * (2.0 * t).sin()),
        )
    };
    for i in 0..count {
        let (x, y) = at(i, count);
        add("pointer", Input::Move(x, y), ms(800));
    }
    for i in 0..400 {
        let (x, y) = at(i, 400);
        add("pointer_sweep", Input::Move(x, y), ms(8));
    }
    // Drags the day over the whole time line and back.
    let (left, right, line) = (472.0, 1894.0, 985.0);
    add("(press)", Input::Move(left, line), ms(800));
    add("(press)", Input::Button(ElementState::Pressed), ms(200));
    for i in 0..=2 * days {
        let day = if i <= days { i } else { 2 * days - i };
        let part = day as f32 / days.max(1) as f32;
        add(
            "scrub",
            Input::Move(left + (right - left) * part, line),
            ms(30),
        );
    }
    add("(release)", Input::Button(ElementState::Released), ms(1500));
    // Zooms in and out at three places.
    for (x, y) in [(690.0, 440.0), (500.0, 300.0), (900.0, 520.0)] {
        add("(place)", Input::Move(x, y), ms(900));
        for notches in [1.0_f32; 10].into_iter().chain([-1.0; 10]) {
            add("zoom", Input::Wheel(notches), ms(400));
        }
    }
    // Drags the map in a circle at a large scale.
    for _ in 0..5 {
        add("(closer)", Input::Wheel(1.0), ms(400));
    }
    add("(place)", Input::Move(690.0, 440.0), ms(900));
    add("(press)", Input::Button(ElementState::Pressed), ms(200));
    for i in 1..=60 {
        let t = i as f32 / 60.0 * std::f32::consts::TAU;
        add(
            "pan",
            Input::Move(690.0 + 200.0 * t.sin(), 240.0 + 200.0 * t.cos()),
            ms(30),
        );
    }
    add("(release)", Input::Button(ElementState::Released), ms(1500));
    add("(play)", Input::Key(egui::Key::Space), ms(50));
    add("play", Input::Wait(ms(6000)), ms(0));
    add("(pause)", Input::Key(egui::Key::Space), ms(1500));
    add("idle_again", Input::Wait(ms(5000)), ms(0));
    steps
}

/// Opens a session's window, runs the sequence, and returns the measurements.
pub(super) fn run(
    session: crate::session::Session,
    mut options: eframe::NativeOptions,
    seconds: f64,
) -> anyhow::Result<Value> {
    let started = clock::now();
    let event_loop = winit::event_loop::EventLoop::<UserEvent>::with_user_event().build()?;
    options.viewport.inner_size = Some(egui::vec2(SIZE.0, SIZE.1));
    options.persist_window = false;
    let span = session.timeline().atlas().manifest.span;
    let days = crate::time::days_between(span.start, span.end).max(1) as usize;
    let shared = Rc::new(RefCell::new(Shared::default()));
    let for_app = Rc::clone(&shared);
    let pacing = Pacing::default();
    let (paced, proxy) = (pacing.clone(), event_loop.create_proxy());
    let inner = eframe::create_native(
        "araxes-bench",
        options,
        Box::new(move |cc| {
            paced.install(&cc.egui_ctx, proxy);
            let app = App {
                pacing: paced,
                ..App::of(&cc.egui_ctx, session)
            };
            app.keep_picture(cc);
            Ok(Box::new(TimedApp::new(app, &cc.egui_ctx, for_app)))
        }),
        &event_loop,
    );
    let inner = Paced::new(inner, pacing);
    let mut course = Course::new(inner, shared, started, seconds, days);
    event_loop.run_app(&mut course)?;
    Ok(course.report())
}
