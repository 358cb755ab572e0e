//! When the window is drawn next: after an input, while something moves, and once after a change, so
//! that the toolkit saves the settings.

use std::time::Duration;

use eframe::egui;

use super::machine::Machine;
use super::{App, KIOSK_S, settings};
use crate::session::Skin;

/// How much later than the toolkit may save a frame is drawn for it, in seconds.
const SAVE_SLACK_S: f64 = 0.1;

impl App {
    /// Requests another pass where an input may have changed what was already drawn, and the next
    /// frame where something moves.
    pub(super) fn plan(&mut self, ctx: &egui::Context, acted: bool) {
        let is_move = |e: &egui::Event| {
            matches!(e, egui::Event::PointerMoved(_) | egui::Event::MouseMoved(_))
        };
        let (touched, scrolls) = ctx.input(|i| {
            let touched = i.pointer.any_down() || !i.events.iter().all(is_move);
            (touched, i.smooth_scroll_delta() != egui::Vec2::ZERO)
        });
        if acted || (touched && ctx.current_pass_index() == 0) {
            ctx.request_discard("an input may have changed what is drawn");
            if !ctx.will_discard() {
                ctx.request_repaint();
            }
        }
        if scrolls && !self.session.is_stepped() {
            ctx.request_repaint();
        }
        let is_new = self.machine.as_ref().is_some_and(Machine::is_new);
        let kiosk = self.session.until_kiosk_s();
        let kiosk = kiosk.map(|wait| if is_new { 0.0 } else { wait.min(KIOSK_S) });
        let moving = self.session.until_motion_s();
        let next = moving.into_iter().chain(kiosk).min_by(f64::total_cmp);
        self.planned_s = next.unwrap_or(0.0);
        match next {
            Some(wait) if wait <= 0.0 => ctx.request_repaint(),
            Some(wait) => ctx.request_repaint_after(Duration::from_secs_f64(wait)),
            None => {}
        }
        if let Some(wait) = self.until_save_s(ctx.input(|i| i.time), acted) {
            ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    /// Seconds until the frame in which the toolkit saves what the reader changed; `None` where
    /// nothing is to be saved. The toolkit saves only when it draws.
    fn until_save_s(&mut self, now_s: f64, acted: bool) -> Option<f64> {
        if acted && self.keeps_settings && self.session.skin() != Skin::Kiosk {
            self.saves_at_s = Some(now_s + settings::SAVED_AFTER.as_secs_f64() + SAVE_SLACK_S);
        }
        let left = self
            .saves_at_s
            .map(|at| at - now_s)
            .filter(|left| *left > 0.0);
        if left.is_none() {
            self.saves_at_s = None;
        }
        left
    }
}
