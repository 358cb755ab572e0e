//! One report of troops as the map tells it: a sign with words beside it, or words alone. `stacks`
//! and `rosters` lay entries out in blocks; the items go on the scene's display list.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendRank, LegendSign, Shape};
use super::report_words::{
    EntryForm, LINE, Line, NAME_SIZE, SPACE, WORDS_SIZE, Wording, line_height,
};
use super::theme::Color;
use super::typeface::Face;
use super::unit_sign::{FRAME, echelon_room};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Fix, FixKind, Strength, StrengthUnit, Unit};
use crate::timeline::UnitReport;

/// Distance from a sign to its words, and from the words to the squares, in design units.
const GAP: f32 = 7.0;
/// Distance between two entries of a block, in design units.
const BETWEEN: f32 = 5.0;
/// Number of men per square; a disc is one gun. Above the maximum numbers of squares and discs none
/// are drawn, because the words give the number.
const MEN_A_SQUARE: u64 = 100;
/// Maximum number of squares.
const MOST_SQUARES: u64 = 40;
/// Maximum number of discs.
const MOST_GUNS: u64 = 20;
/// Number of squares or discs in a row.
const IN_A_ROW: u16 = 10;
/// Side of a square, and the distance from one square or disc to the next, in design units.
const SQUARE: (f32, f32) = (6.4, 7.6);

/// One report of a force.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReportEntry<'a> {
    pub(super) unit: &'a Unit,
    pub(super) fix: &'a Fix,
    pub(super) report: UnitReport,
}

impl ReportEntry<'_> {
    /// Whether the report puts the force there. What was only expected or ordered, could be raised,
    /// is on its way or has left is told in words, without a sign.
    pub(super) fn has_sign(&self) -> bool {
        matches!(self.fix.kind, FixKind::Stands | FixKind::Arrives)
    }
}

/// An entry with its measures in points.
struct EntryLayout<'a> {
    entry: ReportEntry<'a>,
    lines: Vec<Line>,
    /// Numbers of squares and discs.
    squares: u16,
    guns: u16,
    /// Width and height of the words.
    words: (f32, f32),
    /// Width and height of the squares and discs.
    heap: (f32, f32),
    /// Width and height of the frame; zero without a sign.
    frame: (f32, f32),
    /// Height that the mark of size above the frame needs.
    above: f32,
}

/// The entries of one place or district, one below the other.
pub(super) struct ReportBlock<'a> {
    entries: Vec<EntryLayout<'a>>,
    heading: Option<(String, TextStyle)>,
    /// Width reserved for signs and the distance to the words, so that words begin on one line.
    sign_room: f32,
    /// Scale of signs, for the distances in between.
    u: f32,
    pub(super) size: (f32, f32),
}

impl EntryLayout<'_> {
    fn height(&self) -> f32 {
        let sign = if self.frame.1 > 0.0 {
            self.above + self.frame.1
        } else {
            0.0
        };
        sign.max(self.words.1 + self.above.min(self.words_rise()))
            .max(self.heap.1)
    }

    /// How far words that are higher than the frame begin below the top of the entry.
    fn words_rise(&self) -> f32 {
        if self.words.1 > self.frame.1 && self.frame.1 > 0.0 {
            (self.above + self.frame.1 - self.words.1).max(0.0)
        } else {
            self.above
        }
    }

    fn width(&self, sign_room: f32, gap: f32) -> f32 {
        let heap = if self.heap.0 > 0.0 {
            self.heap.0 + gap
        } else {
            0.0
        };
        sign_room + self.words.0 + heap
    }
}

impl<'a> ReportBlock<'a> {
    /// The rectangles of the signs within the block's rectangle.
    pub(super) fn frames(&self, rect: &ScreenRect, words_left: bool) -> Vec<ScreenRect> {
        let tops = self.tops(rect);
        let signed = self
            .entries
            .iter()
            .zip(tops)
            .filter(|(e, _)| e.frame.0 > 0.0);
        signed
            .map(|(e, top)| {
                let x = if words_left {
                    rect.max.x - e.frame.0
                } else {
                    rect.min.x
                };
                ScreenRect::sized(ScreenPoint::new(x, top + e.above), e.frame.0, e.frame.1)
            })
            .collect()
    }

    /// The rectangle of each entry, and of the heading, within the block's rectangle.
    pub(super) fn pieces(&self, rect: &ScreenRect, words_left: bool) -> Vec<ScreenRect> {
        let tops = self.tops(rect);
        let piece = |width: f32, top: f32, height: f32| {
            let x = if words_left {
                rect.max.x - width
            } else {
                rect.min.x
            };
            ScreenRect::sized(ScreenPoint::new(x, top), width, height)
        };
        let heading = self.heading.as_ref().map(|(words, style)| {
            let width = style.face.width(words, style.size * self.u);
            piece(width, rect.min.y, style.size * LINE * self.u)
        });
        let entries = self.entries.iter().zip(tops);
        let entries =
            entries.map(|(e, top)| piece(e.width(self.sign_room, GAP * self.u), top, e.height()));
        heading.into_iter().chain(entries).collect()
    }

    /// The tops of the entries.
    fn tops(&self, rect: &ScreenRect) -> Vec<f32> {
        let mut y = rect.min.y + self.heading_height();
        let mut tops = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            tops.push(y);
            y += entry.height() + BETWEEN * self.u;
        }
        tops
    }

    fn heading_height(&self) -> f32 {
        self.heading
            .as_ref()
            .map_or(0.0, |(_, style)| (style.size * LINE + 3.0) * self.u)
    }

    /// Ids of the forces.
    pub(super) fn units(&self) -> impl Iterator<Item = &'a str> {
        self.entries.iter().map(|e| e.entry.unit.id.as_str())
    }
}

impl SceneBuilder<'_> {
    /// The block of some entries in a form, with a heading where one is given.
    pub(super) fn report_block<'a>(
        &self,
        entries: &[ReportEntry<'a>],
        form: EntryForm,
        heading: Option<&str>,
    ) -> ReportBlock<'a> {
        let u = self.u;
        let style = TextStyle {
            face: Face::SerifSemiBold,
            size: NAME_SIZE,
            color: self.context.theme.ink,
            halo: Some(self.context.theme.land),
        };
        let entries: Vec<EntryLayout<'a>> = entries
            .iter()
            .map(|e| self.entry_layout(*e, form))
            .collect();
        let sign_room = entries
            .iter()
            .filter(|e| e.frame.0 > 0.0)
            .map(|e| e.frame.0 + GAP * u)
            .fold(0.0, f32::max);
        let mut block = ReportBlock {
            heading: heading.map(|words| (words.to_owned(), style)),
            sign_room,
            u,
            size: (0.0, 0.0),
            entries,
        };
        let widths = block.entries.iter().map(|e| e.width(sign_room, GAP * u));
        let wide = widths.fold(0.0, f32::max);
        let heading = block
            .heading
            .as_ref()
            .map_or(0.0, |(words, style)| self.width(words, *style));
        let high = block.entries.iter().map(EntryLayout::height).sum::<f32>();
        let between = BETWEEN * u * block.entries.len().saturating_sub(1) as f32;
        block.size = (wide.max(heading), block.heading_height() + high + between);
        block
    }

    fn entry_layout<'a>(&self, entry: ReportEntry<'a>, form: EntryForm) -> EntryLayout<'a> {
        let u = self.u;
        let lines = self.entry_lines(entry, form);
        let width = lines
            .iter()
            .map(|line| self.line_width(line))
            .fold(0.0, f32::max);
        let height = lines.iter().map(|line| line_height(line) * u).sum();
        let (squares, guns) = if form.wording == Wording::Full && entry.has_sign() {
            signs_of(&entry.fix.strength)
        } else {
            (0, 0)
        };
        let rows = squares.div_ceil(IN_A_ROW) + guns.div_ceil(IN_A_ROW);
        let in_a_row = squares.max(guns).min(IN_A_ROW);
        let heap = (
            f32::from(in_a_row) * SQUARE.1 * u,
            f32::from(rows) * SQUARE.1 * u,
        );
        let (frame, above) = if entry.has_sign() {
            let scale = form.scale * u;
            let above = echelon_room(entry.unit.echelon) * scale;
            ((FRAME.0 * scale, FRAME.1 * scale), above)
        } else {
            ((0.0, 0.0), 0.0)
        };
        EntryLayout {
            entry,
            lines,
            squares,
            guns,
            words: (width, height),
            heap,
            frame,
            above,
        }
    }

    /// Draws a block in its rectangle, with the words left or right of the signs.
    pub(super) fn draw_block(
        &mut self,
        block: &ReportBlock<'_>,
        rect: &ScreenRect,
        words_left: bool,
    ) {
        let u = self.u;
        let right_of = |x: f32, width: f32| if words_left { x - width } else { x };
        let edge = if words_left { rect.max.x } else { rect.min.x };
        if let Some((words, style)) = &block.heading {
            let x = right_of(edge, self.width(words, *style));
            let middle = rect.min.y + style.size * LINE * u / 2.0;
            self.text(
                Layer::Unit,
                None,
                ScreenPoint::new(x, middle),
                words,
                *style,
            );
        }
        let mut frames = block.frames(rect, words_left).into_iter();
        for (layout, top) in block.entries.iter().zip(block.tops(rect)) {
            let unit = layout.entry.unit;
            let frame = if layout.frame.0 > 0.0 {
                frames.next()
            } else {
                None
            };
            if let Some(frame) = frame {
                self.sign(unit, &layout.entry.report, frame);
            }
            let start = if words_left {
                edge - block.sign_room
            } else {
                edge + block.sign_room
            };
            let heap_room = if layout.heap.0 > 0.0 {
                layout.heap.0 + GAP * u
            } else {
                0.0
            };
            // The squares stand right of the words, on whichever side of the sign these are.
            let words_x = if words_left {
                start - heap_room - layout.words.0
            } else {
                start
            };
            let sign_middle = top + layout.above + layout.frame.1 / 2.0;
            let mut y = if layout.frame.1 >= layout.words.1 {
                sign_middle - layout.words.1 / 2.0
            } else {
                top + layout.above.min(layout.words_rise())
            };
            let words_top = y;
            for line in &layout.lines {
                let height = line_height(line) * u;
                let mut x = words_x;
                if words_left {
                    x += layout.words.0 - self.line_width(line);
                }
                for (words, style) in line {
                    let at = ScreenPoint::new(x, y + height / 2.0);
                    self.text(Layer::Unit, Some(unit.id.as_str()), at, words, *style);
                    x += self.width(words, *style) + SPACE * WORDS_SIZE * u;
                }
                y += height;
            }
            let heap_x = words_x + layout.words.0 + GAP * u;
            let heap_y = words_top + (layout.words.1 - layout.heap.1).max(0.0) / 2.0;
            self.strength_pictogram(layout, ScreenPoint::new(heap_x, heap_y));
        }
        for (piece, unit) in block
            .pieces(rect, words_left)
            .iter()
            .rev()
            .zip(block.units().collect::<Vec<_>>().into_iter().rev())
        {
            self.hit(*piece, unit);
        }
        for piece in block.pieces(rect, words_left) {
            self.occupancy.take(piece);
        }
    }

    /// The strength as squares for men and discs for guns.
    fn strength_pictogram(&mut self, layout: &EntryLayout<'_>, at: ScreenPoint) {
        let (u, text) = (self.u, self.context.text);
        let party = layout.entry.unit.party.as_ref();
        let color = party.map_or(self.context.theme.ink2, |p| self.colors_of(p).line);
        let spot = |i: u16| {
            at.plus(
                f32::from(i % IN_A_ROW) * SQUARE.1 * u,
                f32::from(i / IN_A_ROW) * SQUARE.1 * u,
            )
        };
        for i in 0..layout.squares {
            let rect = ScreenRect::sized(spot(i), SQUARE.0 * u, SQUARE.0 * u);
            self.add(Layer::Unit, None, square(rect, color));
        }
        let first = layout.squares.div_ceil(IN_A_ROW) * IN_A_ROW;
        for i in 0..layout.guns {
            let middle = spot(first + i).plus(SQUARE.0 * u / 2.0, SQUARE.0 * u / 2.0);
            self.disc(Layer::Unit, None, middle, 3.0, color);
        }
        if layout.squares + layout.guns > 0 {
            let sign = LegendSign::Strength(self.context.theme.ink2);
            self.explain(LegendRank::Strength, sign, text.get("legend-strength"));
        }
    }
}

fn square(rect: ScreenRect, color: Color) -> Shape {
    Shape::Box {
        rect,
        round: 0.0,
        fill: Some(color),
        stroke: None,
    }
}

/// Numbers of squares and discs that are drawn for a report; zero where there are too many to draw.
fn signs_of(strengths: &[Strength]) -> (u16, u16) {
    // Reports that disagree are not added up, only numbers from the same reporter are.
    let told = strengths.first().map(|s| &s.told_by);
    if !strengths.iter().all(|s| Some(&s.told_by) == told) {
        return (0, 0);
    }
    let (mut men, mut guns) = (0u64, 0u64);
    for s in strengths {
        let count = u64::from(s.max.or(s.min).unwrap_or(0));
        match s.unit {
            StrengthUnit::Men
            | StrengthUnit::Bayonets
            | StrengthUnit::Infantry
            | StrengthUnit::Cavalry => men += count,
            StrengthUnit::Guns => guns += count,
            _ => {}
        }
    }
    let drawn = |count: u64, most: u64| {
        u16::try_from(count)
            .ok()
            .filter(|n| u64::from(*n) <= most)
            .unwrap_or(0)
    };
    (
        drawn(men.div_ceil(MEN_A_SQUARE), MOST_SQUARES),
        drawn(guns, MOST_GUNS),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Qualifier;

    #[test]
    fn strengths_too_large_to_draw_are_given_as_numbers_only() {
        let of = |unit, n| Strength {
            min: Some(n),
            max: Some(n),
            qualifier: Qualifier::Exactly,
            unit,
            told_by: None,
        };
        let (men, guns) = (StrengthUnit::Men, StrengthUnit::Guns);
        assert_eq!(signs_of(&[of(men, 250), of(guns, 8)]), (3, 8));
        assert_eq!(signs_of(&[of(guns, 4_000_000_000)]), (0, 0));
        assert_eq!(
            signs_of(&[of(guns, u32::MAX), of(guns, u32::MAX)]),
            (0, 0),
            "the sum is no small number by accident"
        );
        assert_eq!(
            signs_of(&[of(men, u32::MAX), of(men, 200), of(guns, 2)]),
            (0, 2)
        );
    }
}
