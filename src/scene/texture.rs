//! Textures: patterns that show what is wanted without relying on color. Each painter repeats the
//! [`Tile`] of a texture, so that all of them draw the same pattern.

use super::theme::Color;

/// A texture by its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Texture {
    /// Claimed: 45° stripes, one color per claimant; `None` is a stripe of bare land.
    Stripes(Vec<Option<Color>>),
    /// Disputed: fine gray hatching.
    Hatch(Color),
    /// Assigned to another party: filled dots.
    Dots(Color),
    /// Renounced: rings.
    Rings(Color),
    /// Occupation wanted: upright bars.
    Pickets(Color),
    /// Opposed: crosses.
    Crosses(Color),
    /// Autonomy, pressed or declined: horizontal dashes.
    Dashes(Color),
}

/// One square period of a texture, in design units.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Side of the square, in design units.
    pub period: f32,
    /// Rotation of the texture, clockwise, in degrees.
    pub degrees: f32,
    /// The marks drawn in the square; the rest is transparent.
    pub marks: Vec<(Mark, Color)>,
}

/// A mark in a tile, in design units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// A rectangle: x and y of its center, half its width, half its height.
    Bar(f32, f32, f32, f32),
    /// A disc: x and y of its center, and its radius.
    Disc(f32, f32, f32),
    /// A ring: x and y of its center, its radius, and half the width of its line.
    Ring(f32, f32, f32, f32),
    /// Two crossing strokes: x and y of their center, half their length, and half their width.
    Cross(f32, f32, f32, f32),
}

/// Width of a stripe, in design units.
const STRIPE: f32 = 12.0;

impl Texture {
    /// One period of the texture, with its marks.
    #[must_use]
    pub fn tile(&self) -> Tile {
        let one = |period, degrees, marks: Vec<Mark>, color: &Color| Tile {
            period,
            degrees,
            marks: marks.into_iter().map(|m| (m, *color)).collect(),
        };
        match self {
            Self::Stripes(colors) => {
                let period = STRIPE * colors.len() as f32;
                let bar = |i: usize| {
                    Mark::Bar(
                        STRIPE * (i as f32 + 0.5),
                        period / 2.0,
                        STRIPE / 2.0,
                        period,
                    )
                };
                let marks = colors
                    .iter()
                    .enumerate()
                    .filter_map(|(i, c)| Some((bar(i), (*c)?)))
                    .collect();
                Tile {
                    period,
                    degrees: 45.0,
                    marks,
                }
            }
            Self::Hatch(c) => one(8.5, -45.0, vec![Mark::Bar(4.25, 4.25, 0.6, 8.5)], c),
            Self::Dots(c) => one(
                13.0,
                0.0,
                vec![Mark::Disc(3.25, 3.25, 1.5), Mark::Disc(9.75, 9.75, 1.5)],
                c,
            ),
            Self::Rings(c) => one(18.0, 45.0, vec![Mark::Ring(9.0, 9.0, 3.2, 0.75)], c),
            Self::Pickets(c) => one(
                16.0,
                0.0,
                vec![
                    Mark::Bar(4.0, 4.0, 0.95, 3.2),
                    Mark::Bar(12.0, 12.0, 0.95, 3.2),
                ],
                c,
            ),
            Self::Crosses(c) => one(20.0, 0.0, vec![Mark::Cross(10.0, 10.0, 4.5, 0.85)], c),
            Self::Dashes(c) => one(
                16.0,
                0.0,
                vec![
                    Mark::Bar(4.0, 4.0, 3.2, 0.9),
                    Mark::Bar(12.0, 12.0, 3.2, 0.9),
                ],
                c,
            ),
        }
    }
}

impl Mark {
    /// Distance of a point of the tile from the edge of the mark, in design units: positive inside,
    /// negative outside.
    #[must_use]
    pub fn inside(&self, x: f32, y: f32) -> f32 {
        match *self {
            Self::Bar(mx, my, w, h) => (w - (x - mx).abs()).min(h - (y - my).abs()),
            Self::Disc(mx, my, r) => r - (x - mx).hypot(y - my),
            Self::Ring(mx, my, r, half) => half - ((x - mx).hypot(y - my) - r).abs(),
            Self::Cross(mx, my, reach, half) => {
                let (dx, dy) = (x - mx, y - my);
                let strokes = (half - (dx + dy).abs() * std::f32::consts::FRAC_1_SQRT_2)
                    .max(half - (dx - dy).abs() * std::f32::consts::FRAC_1_SQRT_2);
                strokes.min(reach - dx.abs().max(dy.abs()))
            }
        }
    }
}
