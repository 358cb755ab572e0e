//! Whether what was copied reached the system's clipboard. The toolkit copies after a frame and returns
//! nothing; what goes wrong it only writes to its log, so this listens to that part of the log.

use std::sync::Mutex;

use log::{Level, Log, Metadata, Record};

use super::App;
use super::toast::Toast;

/// The part of the toolkit that copies.
const TARGET: &str = "egui_winit::clipboard";

struct Listener;

/// What the toolkit wrote of its clipboard.
#[derive(Debug, Default)]
struct Told {
    /// Why there is no clipboard for pictures, and without Wayland none for texts.
    missing: Option<String>,
    /// Whether texts do not go through Wayland.
    is_x11: bool,
    /// Why the last copy failed.
    failed: Option<String>,
}

static TOLD: Mutex<Told> = Mutex::new(Told {
    missing: None,
    is_x11: false,
    failed: None,
});

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == TARGET
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let words = record.args().to_string();
        let Ok(mut told) = TOLD.lock() else { return };
        match record.level() {
            Level::Error => told.failed = Some(words),
            Level::Warn => told.missing = Some(words),
            _ if words.contains("without a Wayland display") => told.is_x11 = true,
            _ => {}
        }
    }

    fn flush(&self) {}
}

/// Listens from now on. It does nothing where the log has another listener already.
pub(super) fn listen() {
    if log::set_logger(&Listener).is_ok() {
        log::set_max_level(log::LevelFilter::Debug);
    }
}

/// What was copied, and is told as soon as the toolkit has done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Copied {
    Text,
    Picture,
}

/// Why the last copy failed; `None` where it did not.
fn failure(what: Copied) -> Option<String> {
    let mut told = TOLD.lock().ok()?;
    let failed = told.failed.take();
    let needs_it = what == Copied::Picture || told.is_x11;
    failed.or_else(|| told.missing.clone().filter(|_| needs_it))
}

impl App {
    /// Copies a text and tells in the next frame whether it arrived.
    pub(super) fn copy(&mut self, ctx: &egui::Context, text: String) {
        ctx.copy_text(text);
        self.copied(ctx, Copied::Text);
    }

    /// Notes that something was given to the toolkit to copy.
    pub(super) fn copied(&mut self, ctx: &egui::Context, what: Copied) {
        self.copying = Some(what);
        ctx.request_repaint();
    }

    /// Tells whether the copy of the last frame arrived.
    pub(super) fn tell_copied(&mut self, ctx: &egui::Context) {
        if ctx.current_pass_index() > 0 {
            return;
        }
        let Some(what) = self.copying.take() else {
            return;
        };
        self.toast = Some(match failure(what) {
            Some(reason) => {
                let words = self.text.with("copy-failed", &[("reason", &reason)]);
                Toast::long(words)
            }
            None => Toast::short(self.text.get(match what {
                Copied::Text => "copied",
                Copied::Picture => "export-copied",
            })),
        });
    }
}
