//! Textures: patterns that show what is wanted without relying on color. Each painter repeats the
//! [`Tile`] of a texture, so that all of them draw the same pattern.

use super::theme::Color;
use super::typeface::{Face, Outline};
use crate::numeric::clamped;

/// A texture by its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Texture {
    /// Claimed: 45° stripes, one for each claimant or for bare land.
    Stripes(Vec<Stripe>),
    /// Disputed: fine gray hatching.
    Hatch(Color),
    /// To be given to another party, or called its own: rows of open capsules that rise at 45°, with
    /// the letters of the giver and of the recipient in each.
    Given {
        /// The party that would give; `None` where the speaker is of no party.
        from: Option<Letter>,
        /// The recipient.
        to: Letter,
        /// Whether it is called the recipient's own: an equals sign stands in place of the arrow.
        is_own: bool,
        /// Color of the outlines, the recipient's.
        line: Color,
        /// Color between the outlines, a tint of the recipient's over the land.
        tint: Color,
    },
    /// Renounced: rings.
    Rings(Color),
    /// Occupation wanted: upright bars.
    Pickets(Color),
    /// Opposed: crosses.
    Crosses(Color),
    /// Autonomy wanted: diamonds.
    Diamonds(Color),
    /// Another party is to give it up: angles that point down.
    Angles(Color),
    /// Declined: horizontal dashes.
    Dashes(Color),
}

/// A stripe of a claimant or of bare land.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Stripe {
    /// The claimant's color; `None` for bare land.
    pub color: Option<Color>,
    /// The claimant's letter along the stripe; `None` in themes that tell the claimants by color.
    pub letter: Option<Letter>,
}

/// A party's letter and its color.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Letter {
    /// The letter.
    pub text: String,
    /// Its color.
    pub color: Color,
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
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A rectangle: x and y of its center, half its width, half its height.
    Bar(f32, f32, f32, f32),
    /// A disc: x and y of its center, and its radius.
    Disc(f32, f32, f32),
    /// A ring: x and y of its center, its radius, and half the width of its line.
    Ring(f32, f32, f32, f32),
    /// Two crossing strokes: x and y of their center, half their length, and half their width.
    Cross(f32, f32, f32, f32),
    /// A closed shape: x and y of the center of a disc that holds it, the radius of the disc, and
    /// the shape's rings; a point is inside where the rings wind around it.
    Polygon(f32, f32, f32, Vec<Vec<(f32, f32)>>),
}

/// Width of a stripe, in design units.
const STRIPE: f32 = 12.0;
/// Least distance between two letters of one stripe, in design units.
const LETTERS_APART: f32 = 46.0;
/// Font size of the letters in a stripe, in design units.
const STRIPE_LETTER: f32 = 11.5;
/// Number of rows of capsules in a tile of [`Texture::Given`], each with two capsules.
const GIVEN_ROWS: usize = 4;
/// Distance between the rows of [`Texture::Given`], in design units.
const GIVEN_PITCH: f32 = 35.0;
/// Length and width of a capsule of [`Texture::Given`], in design units.
const CAPSULE: (f32, f32) = (46.0, 15.5);
/// Width of the outlines of [`Texture::Given`], in design units.
const GIVEN_LINE: f32 = 1.2;
/// Font size of the letters of [`Texture::Given`], in design units.
const GIVEN_LETTER: f32 = 12.0;
/// Height of capital letters, in ems.
const CAPITALS: f32 = 0.714;

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
            Self::Stripes(stripes) => striped(stripes),
            Self::Given {
                from,
                to,
                is_own,
                line,
                tint,
            } => given((from.as_ref(), to, *is_own), *line, *tint),
            Self::Hatch(c) => one(8.5, -45.0, vec![Mark::Bar(4.25, 4.25, 0.6, 8.5)], c),
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
            Self::Diamonds(c) => one(20.0, 0.0, vec![diamond(5.0, 5.0), diamond(15.0, 15.0)], c),
            Self::Angles(c) => one(18.0, 0.0, vec![angle(4.5, 4.5), angle(13.5, 13.5)], c),
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

/// 45° stripes side by side. Where they have letters, the tile is long enough that a letter is
/// repeated only about every [`LETTERS_APART`].
fn striped(stripes: &[Stripe]) -> Tile {
    let lettered = stripes.iter().any(|s| s.letter.is_some());
    let one = STRIPE * stripes.len() as f32;
    let times = if lettered {
        (LETTERS_APART / one.max(1.0)).ceil().max(1.0)
    } else {
        1.0
    };
    let period = one * times;
    let count = stripes.len() * times as usize;
    let mut marks = Vec::new();
    for i in 0..count {
        let stripe = &stripes[i % stripes.len()];
        let middle = STRIPE * (i as f32 + 0.5);
        if let Some(color) = stripe.color {
            let bar = Mark::Bar(middle, period / 2.0, STRIPE / 2.0, period);
            marks.push((bar, color));
        }
    }
    // The letters come after the stripes, because they lie on them.
    for i in 0..count {
        let stripe = &stripes[i % stripes.len()];
        if let Some(letter) = &stripe.letter {
            // Letters of neighboring stripes stand at different places along them.
            let along = period * ((i as f32 * 0.38 + 0.25) % 1.0);
            let middle = (STRIPE * (i as f32 + 0.5), along);
            let mark = letters(&letter.text, STRIPE_LETTER, middle);
            marks.extend(around_the_tile(&mark, period).map(|m| (m, letter.color)));
        }
    }
    Tile {
        period,
        degrees: 45.0,
        marks,
    }
}

/// Rows of open capsules, in each the letters of giver and recipient with an arrow between them, or
/// with an equals sign where it is called the recipient's own.
fn given((from, to, is_own): (Option<&Letter>, &Letter, bool), line: Color, tint: Color) -> Tile {
    let period = GIVEN_PITCH * GIVEN_ROWS as f32;
    let mut marks = Vec::new();
    for i in 0..2 * GIVEN_ROWS {
        let row = i / 2;
        let middle = GIVEN_PITCH * (row as f32 + 0.5);
        // The capsules of neighboring rows stand at different places along them, as bricks do.
        let along = period * (0.125 + 0.25 * (row % 2) as f32 + 0.5 * (i % 2) as f32);
        // The rows rise to the right, so what reads upward in the tile reads to the right.
        let mut put = |mark: &Mark, color: Color| {
            marks.extend(around_the_tile(mark, period).map(|m| (m, color)));
        };
        put(&capsule(middle, along, 0.0), line);
        put(&capsule(middle, along, GIVEN_LINE), tint);
        if let Some(from) = from {
            let at = (middle, along + 13.0);
            put(&letters(&from.text, GIVEN_LETTER, at), from.color);
        }
        if is_own {
            for mark in &equals(middle, along) {
                put(mark, to.color);
            }
        } else {
            put(&arrow(middle, along - 1.0), to.color);
        }
        let at = (middle, along - 13.5);
        put(&letters(&to.text, GIVEN_LETTER, at), to.color);
    }
    Tile {
        period,
        degrees: 45.0,
        marks,
    }
}

/// An upright capsule around a point, smaller by `inset` on every side.
fn capsule(x: f32, y: f32, inset: f32) -> Mark {
    let radius = CAPSULE.1 / 2.0 - inset;
    let straight = (CAPSULE.0 - CAPSULE.1) / 2.0;
    let corner = |i: u8| {
        let (sin, cos) = (std::f32::consts::TAU * f32::from(i) / 24.0).sin_cos();
        // The first half of the turn is the lower end, the other the upper.
        let end = if i <= 12 { straight } else { -straight };
        (x + radius * cos, y + end + radius * sin)
    };
    let ends = (0..=12).chain(12..=24);
    let ends = ends.enumerate().map(|(k, i)| {
        let (cx, cy) = corner(i);
        // Where the ends meet the straight sides, the same turn belongs to both of them.
        match (k, i) {
            (13, 12) | (25, 24) => (cx, y - straight),
            _ => (cx, cy),
        }
    });
    Mark::Polygon(x, y, CAPSULE.0 / 2.0, vec![ends.collect()])
}

/// A mark, and once more on the other side of each edge of a tile that it crosses.
fn around_the_tile(mark: &Mark, period: f32) -> impl Iterator<Item = Mark> + use<> {
    let mark = mark.clone();
    [-1.0, 0.0, 1.0].into_iter().filter_map(move |k| {
        let Mark::Polygon(x, y, radius, rings) = &mark else {
            return (k == 0.0).then(|| mark.clone());
        };
        let y = y + k * period;
        if y + radius < 0.0 || y - radius > period {
            return None;
        }
        let ring = |ring: &Vec<(f32, f32)>| ring.iter().map(|p| (p.0, p.1 + k * period)).collect();
        Some(Mark::Polygon(
            *x,
            y,
            *radius,
            rings.iter().map(ring).collect(),
        ))
    })
}

/// An arrow that points up, with its middle at a point.
fn arrow(x: f32, y: f32) -> Mark {
    let outline = [
        (-0.75, 5.0),
        (0.75, 5.0),
        (0.75, -0.6),
        (3.1, -0.6),
        (0.0, -5.6),
        (-3.1, -0.6),
        (-0.75, -0.6),
    ];
    Mark::Polygon(
        x,
        y,
        6.5,
        vec![outline.map(|(a, b)| (x + a, y + b)).to_vec()],
    )
}

/// An equals sign around a point, read upward.
fn equals(x: f32, y: f32) -> [Mark; 2] {
    [-2.0, 2.0].map(|side| {
        let bar = [(-0.75, 4.0), (0.75, 4.0), (0.75, -4.0), (-0.75, -4.0)];
        let ring = bar.map(|(a, b)| (x + side + a, y + b)).to_vec();
        Mark::Polygon(x, y, 6.5, vec![ring])
    })
}

/// An open diamond around a point.
fn diamond(x: f32, y: f32) -> Mark {
    let ring = |r: f32| [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)].map(|(a, b)| (x + a, y + b));
    let mut inner = ring(2.0).to_vec();
    inner.reverse();
    Mark::Polygon(x, y, 4.0, vec![ring(3.9).to_vec(), inner])
}

/// An angle that points down, around a point.
fn angle(x: f32, y: f32) -> Mark {
    let outline = [
        (-4.0, -3.0),
        (0.0, 1.2),
        (4.0, -3.0),
        (4.0, -0.6),
        (0.0, 3.6),
        (-4.0, -0.6),
    ];
    Mark::Polygon(
        x,
        y,
        5.2,
        vec![outline.map(|(a, b)| (x + a, y + b)).to_vec()],
    )
}

/// A text that reads upward, centered on a point.
fn letters(text: &str, size: f32, (x, y): (f32, f32)) -> Mark {
    let mut flat = FlatOutline::default();
    Face::SemiBold.outline(text, size, 0.0, &mut flat);
    let (half_width, half_height) = (
        Face::SemiBold.width(text, size) / 2.0,
        size * CAPITALS / 2.0,
    );
    let turned = |(a, b): &(f32, f32)| (x + half_height + b, y + half_width - a);
    let rings = flat
        .rings
        .iter()
        .map(|ring| ring.iter().map(turned).collect());
    let radius = half_width.hypot(size * 0.6);
    Mark::Polygon(x, y, radius, rings.collect())
}

/// An outline of letters whose curves are replaced by short straight lines.
#[derive(Default)]
struct FlatOutline {
    rings: Vec<Vec<(f32, f32)>>,
}

impl Outline for FlatOutline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.rings.push(vec![(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        if let Some(ring) = self.rings.last_mut() {
            ring.push((x, y));
        }
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let Some(start) = self.rings.last().and_then(|ring| ring.last()).copied() else {
            return;
        };
        for t in [0.25_f32, 0.5, 0.75, 1.0] {
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            self.line_to(a * start.0 + b * cx + c * x, a * start.1 + b * cy + c * y);
        }
    }

    fn close(&mut self) {}
}

impl Mark {
    /// Distance of a point of the tile from the edge of the mark, in design units: positive inside,
    /// negative outside.
    #[must_use]
    pub fn inside(&self, x: f32, y: f32) -> f32 {
        match self {
            &Self::Bar(mx, my, w, h) => (w - (x - mx).abs()).min(h - (y - my).abs()),
            &Self::Disc(mx, my, r) => r - (x - mx).hypot(y - my),
            &Self::Ring(mx, my, r, half) => half - ((x - mx).hypot(y - my) - r).abs(),
            &Self::Cross(mx, my, reach, half) => {
                let (dx, dy) = (x - mx, y - my);
                let strokes = (half - (dx + dy).abs() * std::f32::consts::FRAC_1_SQRT_2)
                    .max(half - (dx - dy).abs() * std::f32::consts::FRAC_1_SQRT_2);
                strokes.min(reach - dx.abs().max(dy.abs()))
            }
            Self::Polygon(mx, my, radius, rings) => {
                let away = (x - mx).hypot(y - my) - radius;
                if away > 0.0 {
                    -away
                } else {
                    inside_rings(rings, (x, y))
                }
            }
        }
    }
}

/// Distance of a point from the nearest edge of some rings, negative where they do not wind around
/// it.
fn inside_rings(rings: &[Vec<(f32, f32)>], (x, y): (f32, f32)) -> f32 {
    let (mut nearest, mut winding) = (f32::INFINITY, 0);
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let along = ((x - a.0) * dx + (y - a.1) * dy) / (dx * dx + dy * dy).max(1e-9);
            let along = clamped(along, 0.0, 1.0);
            nearest = nearest.min((x - a.0 - along * dx).hypot(y - a.1 - along * dy));
            let side = dx * (y - a.1) - dy * (x - a.0);
            if a.1 <= y && b.1 > y && side > 0.0 {
                winding += 1;
            } else if a.1 > y && b.1 <= y && side < 0.0 {
                winding -= 1;
            }
        }
    }
    if winding == 0 { -nearest } else { nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(text: &str) -> Letter {
        Letter {
            text: text.to_owned(),
            color: Color([1, 2, 3, 255]),
        }
    }

    #[test]
    fn a_letter_has_ink_and_holes() {
        let mark = letters("O", 20.0, (30.0, 30.0));
        assert!(mark.inside(30.0, 30.0) < -2.0, "the hole of the O");
        let on_the_ring = (0..40).map(|i| 22.0 + i as f32 * 0.4);
        let ink = on_the_ring.filter(|y| mark.inside(30.0, *y) > 0.0).count();
        assert!(ink > 6, "{ink}");
        assert!(mark.inside(60.0, 30.0) < -10.0);
    }

    #[test]
    fn a_gift_names_giver_and_recipient_and_is_mostly_bare() {
        let texture = |is_own| Texture::Given {
            from: Some(letter("M")),
            to: letter("Y"),
            is_own,
            line: Color([4, 5, 6, 255]),
            tint: Color([7, 8, 9, 255]),
        };
        assert_ne!(texture(false).tile(), texture(true).tile());
        for tile in [texture(false).tile(), texture(true).tile()] {
            let shapes = tile.marks.iter();
            let shapes = shapes.filter(|(_, c)| c.0[0] == 1);
            // In each capsule two letters and an arrow or an equals sign.
            assert!(shapes.count() >= 3 * 2 * GIVEN_ROWS);
            let inked = |x: f32, y: f32| {
                let mut marks = tile.marks.iter().rev();
                let top = marks.find(|(m, _)| m.inside(x, y) > 0.0);
                top.is_some_and(|(_, c)| c.0[0] != 7)
            };
            let at = |i: usize| (i as f32 + 0.5) / 64.0 * tile.period;
            let count = (0..64 * 64)
                .filter(|i| inked(at(i % 64), at(i / 64)))
                .count();
            let share = count as f32 / 4096.0;
            assert!((0.04..0.25).contains(&share), "{share}");
        }
    }

    #[test]
    fn stripes_with_letters_keep_their_width_and_order() {
        let stripe = |i: u8, lettered: bool| Stripe {
            color: Some(Color([i, 0, 0, 255])),
            letter: lettered.then(|| letter("M")),
        };
        let plain = Texture::Stripes(vec![stripe(1, false), stripe(2, false)]).tile();
        let lettered = Texture::Stripes(vec![stripe(1, true), stripe(2, true)]).tile();
        assert_eq!(lettered.period % plain.period, 0.0);
        let bars = |tile: &Tile| -> Vec<u8> {
            let bars = tile.marks.iter();
            let bars = bars.filter(|(m, _)| matches!(m, Mark::Bar(..)));
            bars.map(|(_, c)| c.0[0]).collect()
        };
        assert_eq!(bars(&plain), [1, 2]);
        assert_eq!(bars(&lettered), [1, 2, 1, 2]);
    }
}
