//! The monitors of the desktop, and a window that none of them shows.

use eframe::egui;
use egui::{Context, Pos2, Rect, ViewportCommand};

use super::pacing::Pacing;

/// A monitor of the desktop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Monitor {
    /// Whether the desktop has its bars and menus there.
    pub(super) is_primary: bool,
    /// The part of the desktop that it shows, in pixels; empty where the system does not tell.
    pub(super) pixels: Rect,
}

/// How much of a window's upper edge must be on a monitor, in pixels, so that it can be taken hold
/// of.
const LEAST_SEEN: f32 = 64.0;
/// How far from the corner of a monitor a window is put that was on none, in pixels.
const CORNER: f32 = 40.0;

/// Where a window goes that no monitor shows, because the one on which it was is gone: a position in
/// pixels. `None` where it can be seen, or where the places of the monitors are not known.
fn place_on_a_monitor(window: Rect, monitors: &[Monitor]) -> Option<Pos2> {
    let shown = monitors.iter().filter(|m| m.pixels.is_positive());
    let edge = window.with_max_y(window.top() + LEAST_SEEN);
    let is_seen = |monitor: &&Monitor| {
        let seen = monitor.pixels.intersect(edge);
        seen.width() >= LEAST_SEEN.min(edge.width()) && seen.height() > LEAST_SEEN / 4.0
    };
    if !window.is_positive() || shown.clone().any(|m| is_seen(&m)) {
        return None;
    }
    let primary = shown.clone().find(|m| m.is_primary);
    let monitor = primary.or_else(|| shown.clone().next())?;
    Some(monitor.pixels.min + egui::vec2(CORNER, CORNER))
}

/// Moves a window that has just been opened where no monitor shows it to one that there is.
pub(super) fn bring_back(ctx: &Context, pacing: &Pacing) {
    if !pacing.is_opening() {
        return;
    }
    let scale = ctx.pixels_per_point();
    let Some(window) = ctx.input(|i| i.viewport().outer_rect) else {
        return;
    };
    if let Some(to) = place_on_a_monitor(window * scale, &pacing.monitors()) {
        let to = (to.to_vec2() / scale).to_pos2();
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(to));
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn a_window_of_a_monitor_that_is_gone_is_brought_back() {
        let monitor = |x, is_primary| Monitor {
            is_primary,
            pixels: Rect::from_min_size(Pos2::new(x, 0.0), vec2(1920.0, 1080.0)),
        };
        let at = |x, y| Rect::from_min_size(Pos2::new(x, y), vec2(900.0, 600.0));
        let both = [monitor(-1920.0, false), monitor(0.0, true)];
        for seen in [
            at(0.0, 0.0),
            at(-1900.0, 500.0),
            at(1800.0, 900.0),
            at(-400.0, -10.0),
        ] {
            assert_eq!(place_on_a_monitor(seen, &both), None, "{seen:?}");
        }
        for lost in [at(5000.0, 3000.0), at(100.0, 1090.0), at(100.0, -700.0)] {
            assert_eq!(place_on_a_monitor(lost, &both), Some(Pos2::new(40.0, 40.0)));
        }
        let left = at(-1900.0, 500.0);
        assert_eq!(
            place_on_a_monitor(left, &both[1..]),
            Some(Pos2::new(40.0, 40.0))
        );
        assert_eq!(place_on_a_monitor(left, &[]), None);
    }
}
