//! Tells the supervisor of a kiosk that the window draws frames.

use std::io::Write as _;

use crate::kiosk::{BEAT_BUSY, BEAT_IDLE};

/// Seconds between two beats.
const BEAT_S: f64 = 0.5;

/// The beats of a supervised window.
#[derive(Debug, Default)]
pub(super) struct Beat {
    /// When the last one was sent, in seconds of the toolkit's clock.
    sent_s: Option<f64>,
}

impl Beat {
    /// Sends a beat where it is time for one. Returns whether the supervisor is still there.
    pub(super) fn frame(&mut self, now_s: f64, is_idle: bool) -> bool {
        if self.sent_s.is_some_and(|sent| now_s - sent < BEAT_S) {
            return true;
        }
        self.sent_s = Some(now_s);
        let line = if is_idle { BEAT_IDLE } else { BEAT_BUSY };
        let mut output = std::io::stdout();
        writeln!(output, "{line}")
            .and_then(|()| output.flush())
            .is_ok()
    }
}
