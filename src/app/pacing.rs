//! Decides when the window is drawn: once for an input that changes something, and when a panel
//! requests it.
//!
//! egui requests two more frames after every event, so that widgets settle, and frames until the
//! pointer rests. On a machine without a graphics processor each frame costs tens of milliseconds.
//! Here a second pass inside the frame lets widgets settle unseen (`App::frame`), only requests by
//! panels and widgets are followed, and a move of the pointer over the same element draws nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use eframe::{UserEvent, egui};
use egui::{Pos2, Rect, ViewportId};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::window::WindowId;

use super::clock;
use super::monitors::Monitor;
use crate::geometry::{ScreenPoint, ScreenRect, Viewport};
use crate::scene::{Chart, Scene};
use crate::session::Session;

/// Mean processor time of a frame, in seconds, above which fades and other motions are skipped.
const SLOW_FRAME_S: f64 = 0.006;
/// Mean processor time of a frame, in seconds, below which fades and other motions resume.
const QUICK_FRAME_S: f64 = 0.003;
/// Weight of the previous mean, 0 to 1, in the running mean of the processor time of frames.
const MEAN_KEPT: f64 = 0.8;
/// Number of first frames that are left out of the mean, because they make glyphs and textures.
const FRAMES_PASSED_OVER: u32 = 3;

/// A part of the window that is one widget to egui but shows several elements.
pub(super) struct HoverArea {
    pub(super) rect: Rect,
    /// Identifies what is under a point. The window is drawn again when that changes.
    pub(super) under: Box<dyn Fn(Pos2) -> Vec<i64> + Send>,
}

impl HoverArea {
    /// The area of a chart with its clickable rectangles and those that say what they show.
    pub(super) fn of_chart(rect: Rect, chart: &Arc<Chart>, corner: Pos2) -> Self {
        let chart = Arc::clone(chart);
        let under = move |at: Pos2| {
            let at = ScreenPoint::new(at.x - corner.x, at.y - corner.y);
            let over = |list: &[(ScreenRect, String)]| {
                let found = list.iter().rposition(|(r, _)| r.holds(at));
                found.map_or(-1, |i| i as i64)
            };
            vec![over(&chart.hits), over(&chart.tips)]
        };
        Self {
            rect,
            under: Box::new(under),
        }
    }

    /// The area of a map: its clickable rectangles, and the districts below them.
    pub(super) fn of_map(
        rect: Rect,
        scene: &Arc<Scene>,
        session: &Session,
        (view, corner): (Viewport, Pos2),
    ) -> Self {
        let scene = Arc::clone(scene);
        let geometry = Arc::clone(session.geometry());
        let atlas = Arc::clone(session.whole().atlas());
        let under = move |at: Pos2| {
            let at = ScreenPoint::new(at.x - corner.x, at.y - corner.y);
            if let Some(i) = scene.hits.iter().rposition(|(r, _)| r.holds(at)) {
                return vec![i as i64];
            }
            let district = geometry.district_at(view.map_from_screen(at));
            let index =
                district.and_then(|id| atlas.districts.iter().position(|d| d.id.as_str() == id));
            index.map(|i| -1 - i as i64).into_iter().collect()
        };
        Self {
            rect,
            under: Box::new(under),
        }
    }
}

/// A further frame of a window that was requested.
pub(super) struct WantedFrame {
    pub(super) viewport: ViewportId,
    pub(super) delay: Duration,
    /// Number of passes of the window so far.
    passes: u64,
}

/// State that the panels and the event loop share.
#[derive(Clone, Default)]
pub(super) struct Pacing(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    ctx: Option<egui::Context>,
    /// Whether a frame is being drawn, and within it the panels.
    in_frame: bool,
    in_panels: bool,
    /// Whether panels of the main window were drawn in this frame.
    draws_root: bool,
    /// For each window for which panels or widgets requested a further frame, its shortest delay.
    wanted: Vec<(ViewportId, Duration)>,
    /// The monitors, in the order in which the toolkit counts them.
    monitors: Vec<Monitor>,
    /// Number of frames, their mean processor time in seconds, and whether that is slow.
    frames: u32,
    mean_s: f64,
    is_slow: bool,
    areas: Vec<HoverArea>,
    /// Whether moves of the pointer over the same element are skipped.
    skips_moves: bool,
    /// Position of the pointer, in points, that was not passed on to egui; `None` where egui has
    /// it.
    untold: Option<Pos2>,
    /// Position of the pointer, in points, when the window was last drawn.
    drawn_for: Option<Pos2>,
}

impl Pacing {
    fn state(&self) -> MutexGuard<'_, State> {
        // Every field is valid at any time, so a panic in another thread leaves no inconsistent
        // state.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces egui's handling of requests for frames of a window.
    pub(super) fn install(&self, ctx: &egui::Context, proxy: EventLoopProxy<UserEvent>) {
        // egui calls this from any thread, so the event loop's proxy needs a lock.
        let proxy = Mutex::new(proxy);
        self.observe(ctx, move |info| {
            let now = clock::now();
            let event = UserEvent::RequestRepaint {
                viewport_id: info.viewport_id,
                when: now.checked_add(info.delay).unwrap_or(now),
                cumulative_pass_nr: info.current_cumulative_pass_nr,
            };
            let proxy = proxy.lock().unwrap_or_else(PoisonError::into_inner);
            // A closed event loop draws no more frames, so the error is ignored.
            proxy.send_event(event).ok();
        });
    }

    /// Observes every request for a frame: those that are made while the panels are drawn are kept
    /// for the end of the frame, and those between two frames are passed to `wake` at once.
    ///
    /// egui's own callback is not used: egui does not call it while it believes that a frame is
    /// under way already, and the frames that it asks for while panels settle are not drawn here.
    /// A thread that has finished would then not be heard.
    pub(super) fn observe(
        &self,
        ctx: &egui::Context,
        wake: impl Fn(egui::RequestRepaintInfo) + Send + Sync + 'static,
    ) {
        self.state().ctx = Some(ctx.clone());
        let observed = self.clone();
        ctx.set_repaint_observer(move |info| {
            let mut state = observed.state();
            if !state.in_frame {
                // The lock is released, because the other side may take it too.
                drop(state);
                wake(info);
            } else if state.in_panels {
                state.want(info.viewport_id, info.delay);
            }
        });
        ctx.set_request_repaint_callback(|_| {});
    }

    /// Call before the panels of a pass of a window are drawn.
    pub(super) fn begin_panels(&self, of: ViewportId) {
        let mut state = self.state();
        state.in_panels = true;
        state.draws_root |= of == ViewportId::ROOT;
        state.wanted.retain(|(viewport, _)| *viewport != of);
    }

    /// Call after the panels of a pass of another window than the main one are drawn.
    pub(super) fn end_other_panels(&self) {
        self.state().in_panels = false;
    }

    /// The monitors, in the order in which the toolkit counts them.
    pub(super) fn monitors(&self) -> Vec<Monitor> {
        self.state().monitors.clone()
    }

    /// Call after the panels of a pass are drawn, with the areas in which moves of the pointer are
    /// examined.
    pub(super) fn end_panels(
        &self,
        areas: Vec<HoverArea>,
        skips_moves: bool,
        pointer: Option<Pos2>,
    ) {
        let mut state = self.state();
        state.in_panels = false;
        state.areas = areas;
        state.skips_moves = skips_moves;
        state.drawn_for = pointer;
    }

    /// Takes the pointer position that was not passed on to egui; `None` where egui has it.
    pub(super) fn take_untold(&self) -> Option<Pos2> {
        self.state().untold.take()
    }

    /// Whether the window has only just been opened.
    pub(super) fn is_opening(&self) -> bool {
        self.state().frames <= FRAMES_PASSED_OVER
    }

    /// Whether frames take so long that motions are skipped.
    pub(super) fn is_slow(&self) -> bool {
        self.state().is_slow
    }

    /// Notes the monitors that there are at present.
    fn see_monitors(&self, event_loop: &ActiveEventLoop) {
        let primary = event_loop.primary_monitor();
        let monitors = event_loop.available_monitors().map(|monitor| Monitor {
            is_primary: primary.as_ref() == Some(&monitor),
            pixels: Rect::from_min_size(
                Pos2::new(monitor.position().x as f32, monitor.position().y as f32),
                egui::vec2(monitor.size().width as f32, monitor.size().height as f32),
            ),
        });
        self.state().monitors = monitors.collect();
    }

    pub(super) fn begin_frame(&self) {
        self.state().in_frame = true;
    }

    /// Ends a frame, and returns the further ones that were requested.
    pub(super) fn end_frame(&self, cpu: Duration) -> Vec<WantedFrame> {
        let mut state = self.state();
        state.in_frame = false;
        if std::mem::take(&mut state.draws_root) {
            state.judge(cpu.as_secs_f64());
        }
        let wanted = std::mem::take(&mut state.wanted);
        let ctx = state.ctx.clone();
        // The lock is released here, because egui's lock must always be taken before it.
        drop(state);
        let frame = |(viewport, delay)| {
            let passes = ctx.as_ref()?.cumulative_pass_nr_for(viewport);
            Some(WantedFrame {
                viewport,
                delay,
                passes,
            })
        };
        wanted.into_iter().filter_map(frame).collect()
    }

    /// Whether the window looks the same with the pointer at `position`, in pixels, as with the
    /// pointer where the window was last drawn.
    pub(super) fn leaves_out(&self, position: (f64, f64)) -> bool {
        let mut state = self.state();
        let Some(ctx) = state.ctx.clone().filter(|_| state.skips_moves) else {
            return false;
        };
        let Some(before) = state.drawn_for else {
            return false;
        };
        // The lock is released here, because egui's lock must always be taken before it.
        drop(state);
        let scale = f64::from(ctx.pixels_per_point());
        let now = Pos2::new((position.0 / scale) as f32, (position.1 / scale) as f32);
        let widgets = [before, now].map(|at| widgets_at(&ctx, at));
        state = self.state();
        let same = [before, now].map(|at| state.parts_at(at));
        let leaves_out = widgets[0] == widgets[1] && same[0] == same[1];
        state.untold = leaves_out.then_some(now);
        leaves_out
    }
}

impl State {
    fn want(&mut self, viewport: ViewportId, delay: Duration) {
        match self.wanted.iter_mut().find(|(v, _)| *v == viewport) {
            Some((_, shortest)) => *shortest = delay.min(*shortest),
            None => self.wanted.push((viewport, delay)),
        }
    }

    /// Adds the processor time of a frame to the mean.
    fn judge(&mut self, cpu_s: f64) {
        self.frames = self.frames.saturating_add(1);
        if self.frames <= FRAMES_PASSED_OVER {
            return;
        }
        let is_first = self.frames == FRAMES_PASSED_OVER + 1;
        let kept = if is_first { 0.0 } else { MEAN_KEPT };
        self.mean_s = self.mean_s * kept + cpu_s * (1.0 - kept);
        let limit = if self.is_slow {
            QUICK_FRAME_S
        } else {
            SLOW_FRAME_S
        };
        self.is_slow = self.mean_s > limit;
    }

    fn parts_at(&self, at: Pos2) -> Vec<Vec<i64>> {
        let holding = self.areas.iter().filter(|area| area.rect.contains(at));
        holding.map(|area| (area.under)(at)).collect()
    }
}

/// Widgets of the topmost layer at a point, and those near enough to react to it.
fn widgets_at(ctx: &egui::Context, at: Pos2) -> Vec<egui::Id> {
    let Some(layer) = ctx.layer_id_at(at) else {
        return Vec::new();
    };
    let near = ctx.global_style().interaction.interact_radius;
    ctx.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer);
        let mut ids = Vec::new();
        for widget in widgets {
            for reach in [0.0, near] {
                if widget.interact_rect.expand(reach).contains(at) {
                    ids.push(widget.id);
                }
            }
        }
        ids
    })
}

/// An application whose window is drawn only when needed.
pub(super) struct Paced<H> {
    inner: H,
    pacing: Pacing,
    buttons_down: u32,
}

impl<H> Paced<H> {
    pub(super) fn new(inner: H, pacing: Pacing) -> Self {
        Self {
            inner,
            pacing,
            buttons_down: 0,
        }
    }
}

impl<H: ApplicationHandler<UserEvent>> ApplicationHandler<UserEvent> for Paced<H> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.pacing.see_monitors(event_loop);
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

    /// Raw mouse motion is dropped, because the pointer's position already contains it.
    fn device_event(&mut self, event_loop: &ActiveEventLoop, id: DeviceId, event: DeviceEvent) {
        if !matches!(event, DeviceEvent::MouseMotion { .. }) {
            self.inner.device_event(event_loop, id, event);
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match event {
            WindowEvent::RedrawRequested => {
                self.pacing.begin_frame();
                let before = clock::process_cpu();
                self.inner.window_event(event_loop, window, event);
                let cpu = clock::process_cpu().saturating_sub(before);
                let now = clock::now();
                for wanted in self.pacing.end_frame(cpu) {
                    let Some(when) = now.checked_add(wanted.delay) else {
                        continue;
                    };
                    let next = UserEvent::RequestRepaint {
                        viewport_id: wanted.viewport,
                        when,
                        cumulative_pass_nr: wanted.passes,
                    };
                    self.inner.user_event(event_loop, next);
                }
                return;
            }
            WindowEvent::KeyboardInput { .. } => self.pacing.see_monitors(event_loop),
            WindowEvent::CursorMoved { position, .. }
                if self.buttons_down == 0 && self.pacing.leaves_out((position.x, position.y)) =>
            {
                return;
            }
            WindowEvent::MouseInput { state, .. } => {
                self.buttons_down = if state.is_pressed() {
                    self.buttons_down + 1
                } else {
                    self.buttons_down.saturating_sub(1)
                };
            }
            WindowEvent::Focused(false) => self.buttons_down = 0,
            _ => {}
        }
        self.inner.window_event(event_loop, window, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.about_to_wait(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.inner.memory_warning(event_loop);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_request_between_two_frames_wakes_the_window_each_time() {
        let (ctx, pacing) = (egui::Context::default(), Pacing::default());
        let (tell, told) = channel();
        pacing.observe(&ctx, move |info| {
            tell.send(info.delay).ok();
        });
        for _ in 0..3 {
            pacing.begin_frame();
            // A widget that settles asks for frames; egui counts them as under way.
            let input = egui::RawInput::default();
            let mut output = ctx.run_ui(input, |ui| ui.ctx().request_repaint());
            output.textures_delta.clear();
            pacing.end_frame(Duration::ZERO);
            assert!(told.try_recv().is_err(), "within a frame nothing is woken");
        }
        for _ in 0..2 {
            ctx.request_repaint();
            assert_eq!(told.try_recv(), Ok(Duration::ZERO));
        }
    }
}
