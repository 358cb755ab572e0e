//! Moves the picture by a few pixels, so that no line of it burns into the screen.

use std::f64::consts::TAU;

use egui::{Rect, vec2};

/// How far the picture moves to each side, in pixels of a screen of 1080 lines.
const RADIUS: f32 = 4.0;
const LINES: f32 = 1080.0;
/// Places on its way, and seconds on each of them.
const PLACES: u32 = 12;
const PLACE_S: f64 = 60.0;

/// Where the picture is at a second: on a circle, by whole pixels, and always within the window.
pub(super) fn shifted(whole: Rect, now_s: f64, pixels_per_point: f32) -> Rect {
    let lines = whole.width().min(whole.height()) * pixels_per_point;
    let radius = (RADIUS * lines / LINES).round().max(1.0);
    let place = (now_s / PLACE_S).floor() % f64::from(PLACES);
    let angle = TAU * place / f64::from(PLACES);
    let by = vec2(angle.cos() as f32, angle.sin() as f32) * radius;
    let inner = whole.shrink(radius / pixels_per_point);
    inner.translate(by.round() / pixels_per_point)
}

#[cfg(test)]
mod tests {
    use egui::Pos2;

    use super::*;

    #[test]
    fn the_picture_goes_round_within_the_window_by_whole_pixels() {
        for (width, height, scale) in [(1920.0, 1080.0, 1.0), (1080.0, 1920.0, 2.0)] {
            let whole = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
            let mut places: Vec<Rect> = Vec::new();
            for minute in 0..24 {
                let now = shifted(whole, f64::from(minute) * 60.0 + 1.0, scale);
                assert!(whole.contains_rect(now), "{now:?}");
                assert_eq!(now, shifted(whole, f64::from(minute) * 60.0 + 59.0, scale));
                let pixel = now.min * scale;
                assert!((pixel - pixel.round()).length() < 1e-3, "{now:?}");
                assert!((now.center() - whole.center()).length() <= 8.0, "{now:?}");
                if !places.contains(&now) {
                    places.push(now);
                }
            }
            assert!(places.len() >= 8, "{places:?}");
        }
    }
}
