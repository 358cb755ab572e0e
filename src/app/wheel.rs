//! The wheel of the mouse, where frames are slow.

use eframe::egui;

/// Distance in points that the toolkit scrolls for a notch of the wheel.
const NOTCH: f32 = 40.0;
/// Greatest distance in points that the toolkit scrolls in one frame without smoothing.
const SMALL_STEP: f32 = 7.0;

/// Splits a notch of the wheel into steps small enough for the toolkit to scroll at once. It
/// spreads larger ones over several frames.
pub(super) fn in_small_steps(event: egui::Event) -> Vec<egui::Event> {
    let egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta,
        modifiers,
        phase,
        source,
    } = event
    else {
        return vec![event];
    };
    let count = (delta.length() * NOTCH / SMALL_STEP).ceil().max(1.0);
    let step = egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: delta * NOTCH / count,
        modifiers,
        phase,
        source,
    };
    vec![step; count as usize]
}
