//! Sizes of everything that is read or touched, from the size of the screen in millimetres and the
//! distance of the visitors' eyes from it.

use egui::Rect;

use crate::kiosk::ScreenConfig;

/// Least height of a capital letter, in millimetres, at a viewing distance of up to a metre.
const CAPITAL_MM: f32 = 7.3;
/// Viewing distance, in millimetres, for which that height is enough.
const DISTANCE_MM: f32 = 1000.0;
/// Least side of what can be touched, in millimetres.
const TARGET_MM: f32 = 20.0;
/// Height of a capital letter of the embedded typefaces, in font sizes.
const CAPITAL_EM: f32 = 0.714;
/// Smallest font size, in design units.
const LEAST_TEXT: f32 = 28.0;
/// Smallest font size on the map, in the design units of the map, less what the toolkit rounds off.
const LEAST_ON_MAP: f32 = 23.6;
/// Sides of the screen for which the layouts are given, in design units.
const LONG_SIDE: f32 = 1920.0;
const SHORT_SIDE: f32 = 1080.0;
/// How much larger the larger text is.
const LARGER: f32 = 1.25;

/// The screen as the installation describes it, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct KioskScreen {
    /// Visible width.
    pub(super) width_mm: f32,
    /// Visible height.
    pub(super) height_mm: f32,
    /// Distance of the visitors' eyes.
    pub(super) distance_mm: f32,
    /// The part of their sizes that letters and buttons have on it.
    pub(super) part: f32,
}

impl KioskScreen {
    pub(super) fn of(config: &ScreenConfig) -> Self {
        Self {
            width_mm: config.width_mm,
            height_mm: config.height_mm,
            distance_mm: config.viewing_distance_mm,
            part: config.part_of_sizes(),
        }
    }
}

impl Default for KioskScreen {
    /// A screen of 32 inches, seen from a metre.
    fn default() -> Self {
        Self {
            width_mm: 697.0,
            height_mm: 392.0,
            distance_mm: 1000.0,
            part: 1.0,
        }
    }
}

/// Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sizes {
    /// Points in a millimetre.
    pub(super) mm: f32,
    /// Points in a design unit of the layouts.
    pub(super) u: f32,
    /// Points in a design unit of the map.
    pub(super) map: f32,
    /// Font size of the smallest text.
    pub(super) text: f32,
    /// Height of a button.
    pub(super) target: f32,
}

impl Sizes {
    /// The sizes for a window on a screen. A window that is upright where the screen is given
    /// lying, or the other way, is on the same screen turned.
    pub(super) fn new(window: Rect, screen: KioskScreen, larger: bool) -> Self {
        let is_upright = window.height() > window.width();
        let (mut width, mut height) = (screen.width_mm.max(1.0), screen.height_mm.max(1.0));
        if is_upright != (height > width) {
            (width, height) = (height, width);
        }
        let mm = (window.width() / width).max(window.height() / height);
        let farther = (screen.distance_mm / DISTANCE_MM).max(1.0);
        let least = CAPITAL_MM * screen.part * farther * mm / CAPITAL_EM;
        let (long, short) = (
            window.width().max(window.height()),
            window.width().min(window.height()),
        );
        let by_window = (long / LONG_SIDE).min(short / SHORT_SIDE);
        let mut u = (least / LEAST_TEXT).max(by_window);
        if larger {
            u *= LARGER;
        }
        let text = LEAST_TEXT * u;
        Self {
            mm,
            u,
            map: text / LEAST_ON_MAP,
            text,
            target: (TARGET_MM * screen.part * mm).max(74.0 * u),
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, vec2};

    use super::*;

    #[test]
    fn letters_and_buttons_have_their_millimetres_on_every_screen() {
        for (pixels, width_mm, height_mm) in [
            ((1920.0, 1080.0), 697.0, 392.0),
            ((1080.0, 1920.0), 697.0, 392.0),
            ((3840.0, 2160.0), 1210.0, 680.0),
            ((3840.0, 2160.0), 941.0, 529.0),
            ((1920.0, 1080.0), 344.0, 194.0),
            ((1024.0, 768.0), 304.0, 228.0),
        ] {
            for distance_mm in [500.0, 1000.0, 2000.0] {
                let window = Rect::from_min_size(Pos2::ZERO, vec2(pixels.0, pixels.1));
                let config = ScreenConfig {
                    width_mm,
                    height_mm,
                    viewing_distance_mm: distance_mm,
                    ..ScreenConfig::default()
                };
                let screen = KioskScreen::of(&config);
                let part = config.part_of_sizes();
                // Only a screen below 21 inches may have less, whatever the distance.
                let is_small = width_mm.max(height_mm) < 460.0;
                assert!(is_small == (part < 1.0), "{width_mm} × {height_mm}: {part}");
                for larger in [false, true] {
                    let s = Sizes::new(window, screen, larger);
                    let farther = (distance_mm / 1000.0).max(1.0);
                    let capital = 7.3 * part * farther * s.mm;
                    assert!(s.text * CAPITAL_EM >= capital - 0.01, "{s:?}");
                    assert!(s.map * LEAST_ON_MAP >= s.text - 0.01);
                    assert!(s.target >= 20.0 * part * s.mm, "{s:?}");
                }
            }
        }
    }
}
