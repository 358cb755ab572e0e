//! Where the parts of a kiosk's screen are.

use egui::{Rect, pos2, vec2};

use super::sizes::Sizes;
use crate::numeric::clamped;

/// Where the parts of a screen with a map are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layout {
    /// The map.
    pub(super) map: Rect,
    /// The texts.
    pub(super) story: Rect,
    /// The choices of a map.
    pub(super) chips: Rect,
    /// The days, or the steps of a scene.
    pub(super) band: Rect,
    /// What is always in sight: language, beginning again, help.
    pub(super) controls: Rect,
    /// Where everything that can be touched is low: the buttons of the texts, which are above it.
    pub(super) keys: Option<Rect>,
    /// Number of chips in a row.
    pub(super) chip_columns: usize,
    /// Whether the screen is upright.
    pub(super) is_upright: bool,
}

/// Margin, in design units.
pub(super) const MARGIN: f32 = 26.0;
/// Space between buttons, in design units.
pub(super) const GAP: f32 = 12.0;
/// Part of the width that the texts of a lying screen have, and their least and greatest width in
/// design units.
const STORY: (f32, f32, f32) = (0.36, 560.0, 720.0);
/// Height of the texts of an upright screen, as a part of the height.
const UPRIGHT_STORY: f32 = 0.23;
/// Height of the texts above the map where everything that can be touched is low, as a part of the
/// height.
const LOW_STORY: f32 = 0.34;

impl Layout {
    /// The layout of a screen with a number of chips and rows of controls.
    pub(super) fn new(
        whole: Rect,
        s: Sizes,
        is_low: bool,
        chips: usize,
        control_rows: usize,
    ) -> Self {
        let is_upright = whole.height() > whole.width();
        let (u, target) = (s.u, s.target);
        let margin = MARGIN * u;
        let rows = |count: usize| {
            let count = count as f32;
            count * target + (count - 1.0).max(0.0) * GAP * u
        };
        let controls_high = rows(control_rows) + 1.4 * GAP * u;
        let controls = bottom(whole, controls_high);
        let above = Rect::from_min_max(whole.min, pos2(whole.right(), controls.top()));
        let band_high = if is_upright {
            (target * 1.25 + 190.0 * u).min(above.height() * 0.3)
        } else {
            (target + 112.0 * u).min(above.height() * 0.3)
        };
        let band = bottom(above, band_high);
        let above = Rect::from_min_max(whole.min, pos2(whole.right(), band.top()));
        let chip_columns = if is_upright && chips <= 5 && !is_low {
            chips.max(1)
        } else {
            3
        };
        let chip_rows = chips.div_ceil(chip_columns);
        let chips_high = if chips == 0 {
            0.0
        } else {
            rows(chip_rows) + margin
        };
        if is_upright || is_low {
            let part = match (is_upright, is_low) {
                (_, false) => UPRIGHT_STORY,
                (true, true) => LOW_STORY,
                (false, true) => 0.3,
            };
            let story_high = part * whole.height();
            let (story, rest) = if is_low {
                let story = Rect::from_min_size(above.min, vec2(above.width(), story_high));
                (
                    story,
                    Rect::from_min_max(pos2(above.left(), story.bottom()), above.max),
                )
            } else {
                let high = story_high + chips_high;
                let lower = bottom(above, high);
                let story = Rect::from_min_size(lower.min, vec2(lower.width(), story_high));
                (
                    story,
                    Rect::from_min_max(above.min, pos2(above.right(), lower.top())),
                )
            };
            let chips = if is_low {
                bottom(rest, chips_high)
            } else {
                bottom(above, chips_high)
            };
            let mut map = rest;
            let mut keys = None;
            if is_low {
                let strip = Rect::from_min_max(
                    pos2(rest.left(), chips.top() - target - margin),
                    pos2(rest.right(), chips.top()),
                );
                map.max.y = strip.top();
                keys = Some(strip.shrink2(vec2(margin, 0.5 * margin)));
            }
            return Self {
                map,
                story: story.shrink2(vec2(margin, margin * 0.8)),
                chips: inside_row(chips, margin),
                band,
                controls,
                keys,
                chip_columns,
                is_upright,
            };
        }
        let least = STORY.1.min(0.5 * above.width() / u);
        let wide = clamped(STORY.0 * above.width(), least * u, STORY.2 * u);
        let side = Rect::from_min_max(pos2(above.right() - wide, above.top()), above.max);
        let chips = bottom(side, chips_high);
        let story = Rect::from_min_max(side.min, pos2(side.right(), chips.top()));
        Self {
            map: Rect::from_min_max(above.min, pos2(side.left(), above.bottom())),
            story: story.shrink2(vec2(margin, margin)),
            chips: inside_row(chips, margin),
            band,
            controls,
            keys: None,
            chip_columns,
            is_upright,
        }
    }
}

/// The lower part of a rectangle.
fn bottom(rect: Rect, high: f32) -> Rect {
    Rect::from_min_max(pos2(rect.left(), rect.bottom() - high), rect.max)
}

/// A rectangle without its margins left, right and below.
fn inside_row(rect: Rect, margin: f32) -> Rect {
    Rect::from_min_max(
        pos2(rect.left() + margin, rect.top()),
        pos2(
            rect.right() - margin,
            (rect.bottom() - margin).max(rect.top()),
        ),
    )
}

/// The cells of a grid that fills a rectangle, row by row.
pub(super) fn cells(rect: Rect, columns: usize, rows: usize, gap: f32) -> Vec<Rect> {
    let (columns, rows) = (columns.max(1), rows.max(1));
    let wide = (rect.width() - gap * (columns as f32 - 1.0)) / columns as f32;
    let high = (rect.height() - gap * (rows as f32 - 1.0)) / rows as f32;
    let cell = |i: usize| {
        let (column, row) = ((i % columns) as f32, (i / columns) as f32);
        let at = rect.min + vec2(column * (wide + gap), row * (high + gap));
        Rect::from_min_size(at, vec2(wide, high))
    };
    (0..columns * rows).map(cell).collect()
}

/// The places of a number of buttons in rows that all fill a rectangle's width.
pub(super) fn full_rows(rect: Rect, count: usize, columns: usize, gap: f32) -> Vec<Rect> {
    let columns = columns.max(1);
    let mut places = Vec::new();
    for (i, row) in cells(rect, 1, count.div_ceil(columns), gap)
        .into_iter()
        .enumerate()
    {
        let in_row = count.saturating_sub(i * columns).min(columns);
        places.extend(cells(row, in_row, 1, gap));
    }
    places.truncate(count);
    places
}
