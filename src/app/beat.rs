//! Tells the supervisor of a kiosk that the window draws frames, and what visitors open.

use std::io::Write as _;
use std::time::Duration;

use eframe::egui;

use crate::kiosk::{Message, Request, Seen};

/// Seconds between two beats.
const BEAT_S: f64 = 0.5;

/// What a supervised window tells.
#[derive(Debug, Default)]
pub(super) struct Beat {
    /// When the last beat was sent, in seconds of the toolkit's clock, and whether it was idle.
    sent: Option<(f64, bool)>,
    /// Greatest processor time of a frame since the last beat.
    work: Duration,
    /// What was told of the present visit.
    told: Vec<Seen>,
    /// Whether a message could not be written: the supervisor is gone.
    is_alone: bool,
}

impl Beat {
    /// Whether no beat was sent yet, so that the next frame should follow at once.
    pub(super) fn is_new(&self) -> bool {
        self.sent.is_none()
    }

    /// Sends a beat where it is time for one, and what is new of `seen`. `work` is the processor time of
    /// the frame. Returns whether the supervisor is still there.
    pub(super) fn frame(
        &mut self,
        ctx: &egui::Context,
        work: Duration,
        is_idle: bool,
        seen: Vec<Seen>,
    ) -> bool {
        // A beat tells that a picture is on the screen. While the first frame is made there is none; on a
        // slow machine that frame may take longer than any later one.
        if ctx.cumulative_frame_nr() == 0 {
            return true;
        }
        let now_s = ctx.input(|i| i.time);
        self.work = self.work.max(work);
        let is_due = self
            .sent
            .is_none_or(|(sent, idle)| now_s - sent >= BEAT_S || idle != is_idle);
        if is_due {
            self.sent = Some((now_s, is_idle));
            let work = std::mem::take(&mut self.work);
            let work_ms = (work.as_secs_f64() * 1e4).round() / 10.0;
            self.tell(&Message::Beat { is_idle, work_ms });
        }
        if is_idle {
            self.told.clear();
        } else {
            for what in seen {
                if !self.told.contains(&what) {
                    self.told.push(what.clone());
                    self.tell(&Message::Seen(what));
                }
            }
        }
        !self.is_alone
    }

    /// Passes on what the operator asks for.
    pub(super) fn request(&mut self, request: Request) {
        self.tell(&Message::Request(request));
    }

    fn tell(&mut self, message: &Message) {
        let mut output = std::io::stdout();
        let written = writeln!(output, "{}", message.line()).and_then(|()| output.flush());
        self.is_alone |= written.is_err();
    }
}
