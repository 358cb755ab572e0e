//! Messages between people of whom none stands on the map: one row each in a strip at the edge of the
//! map. A row shows the sender's party, the mark of the message's kind, the addressee's party, and
//! says who wrote to whom. The items go on the scene's display list.

use super::arcs::NUMBER_RADIUS;
use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendRank, LegendSign, Shape, Stroke};
use super::occupancy::YieldingRank;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Correspondent, MessageKind};

/// Maximum numbers of rows, tried in turn; the last line says how many messages more there are.
const ROWS: [usize; 3] = [6, 4, 2];
/// The part of the strip that may lie on districts on record.
const MOST_HIDDEN: f32 = 0.1;
/// Maximum number of parties on one side of a row.
const MOST_PARTIES: usize = 3;
/// Radius of a party's roundel, in design units.
const ROUNDEL: f32 = 9.5;
/// Width of a kind's mark, and of the line on either side of it, in design units.
const MARK: (f32, f32) = (26.0, 9.0);
/// Font size of a caption, and the height of its lines, in design units.
const CAPTION: (f32, f32) = (15.0, 17.5);
/// Distance from the rows to the edge of the strip, in design units.
const PADDING: f32 = 7.0;
/// Greatest distance from the upper or lower edge of the map at which the strip is tried first, in
/// design units.
const EDGE: f32 = 44.0;
/// Least height of a row, in design units.
const ROW: f32 = 25.0;
/// Width of a map, in design units, below which the strip gives way to everything else.
const NARROW: f32 = 900.0;
/// Maximum widths of captions, in design units, tried in turn.
const WIDTHS: [f32; 4] = [460.0, 330.0, 240.0, 170.0];

/// A message in the strip.
pub(super) struct StripRow {
    /// Position of the message in the atlas.
    pub(super) index: usize,
    /// Its number among the messages of the day; `None` where they are not numbered.
    pub(super) number: Option<usize>,
    /// The addressees that have no arc.
    pub(super) to: Vec<Correspondent>,
    pub(super) selected: bool,
}

/// A party in a row.
#[derive(Debug, Clone, PartialEq)]
struct Head {
    letter: String,
    color: Color,
    /// Whether the place of the person is on record.
    is_placed: bool,
}

/// A row with its measures in points.
struct RowLayout<'r> {
    row: &'r StripRow,
    from: Vec<Head>,
    to: Vec<Head>,
    lines: Vec<String>,
    /// Width of everything left of the caption.
    signs: f32,
    width: f32,
    height: f32,
}

impl SceneBuilder<'_> {
    /// Draws the strip, at the lower or upper edge of the map where there is room. It has fewer rows
    /// where it would otherwise hide a district on record; the list of the day has all of them.
    pub(super) fn message_strip(&mut self, rows: &[StripRow]) {
        if rows.is_empty() {
            return;
        }
        let mut first = None;
        for most in ROWS {
            // All rows were tried already.
            if first.is_some() && rows.len() <= most {
                continue;
            }
            let (shown, more) = self.context.text.first_of(rows, most);
            let Some((strip, layouts)) = self.strip_place(shown, more.as_deref()) else {
                continue;
            };
            let ground = self.ground.as_ref();
            let hidden = ground.map_or(0.0, |ground| ground.hidden_record(&strip));
            let place = (self.occupancy.yielding(), strip, layouts, more);
            if hidden <= MOST_HIDDEN * strip.width() * strip.height() {
                first = Some(place);
                break;
            }
            first = first.or(Some(place));
        }
        if let Some((yielding, strip, layouts, more)) = first {
            self.occupancy.let_names_yield(yielding);
            self.draw_strip(strip, &layouts, more.as_deref());
        }
        self.occupancy.let_names_yield(None);
    }

    /// Where a strip of some rows stands; names may then give way to it as the occupancy is set.
    fn strip_place<'r>(
        &mut self,
        shown: &'r [StripRow],
        more: Option<&str>,
    ) -> Option<(ScreenRect, Vec<RowLayout<'r>>)> {
        let frame = self.occupancy.frame();
        let at_edge = |rect: &ScreenRect| {
            let margin = EDGE * self.u;
            frame.max.y - rect.max.y < margin || rect.min.y - frame.min.y < margin
        };
        // Names give way to the strip only where it finds no room among them.
        let ranks = [None, Some(YieldingRank::Minor), Some(YieldingRank::State)];
        for highest in ranks {
            self.occupancy.let_names_yield(highest);
            let found = [true, false].into_iter().find_map(|is_edge| {
                let tried = WIDTHS.into_iter().filter_map(|width| {
                    let layouts = self.strip_layouts(shown, width);
                    let mut spots = self.strip_spots(self.strip_size(&layouts, more));
                    spots.retain(|(_, rect)| !is_edge || at_edge(rect));
                    let (cost, rect) = self.open_spot(&spots)?;
                    Some((cost, rect, layouts))
                });
                let best = tried.min_by(|a, b| a.0.total_cmp(&b.0));
                best.map(|(_, rect, layouts)| (rect, layouts))
            });
            if found.is_some() {
                return found;
            }
        }
        // A narrow map beside another has no room for it. The list of the day tells the messages.
        if frame.width() < NARROW * self.u {
            return None;
        }
        let layouts = self.strip_layouts(shown, WIDTHS[WIDTHS.len() - 1]);
        let spots = self.strip_spots(self.strip_size(&layouts, more));
        Some((self.least_covered(&spots)?, layouts))
    }

    fn strip_layouts<'r>(&self, rows: &'r [StripRow], width: f32) -> Vec<RowLayout<'r>> {
        let rows = rows.iter();
        rows.map(|row| self.row_layout(row, width)).collect()
    }

    fn strip_size(&self, layouts: &[RowLayout<'_>], more: Option<&str>) -> (f32, f32) {
        let u = self.u;
        let widest = layouts.iter().map(|l| l.width).fold(0.0, f32::max);
        let more_width = more.map_or(0.0, |words| self.width(words, self.caption_style(false)));
        let last = more.map_or(0.0, |_| CAPTION.1 * u);
        let high = layouts.iter().map(|l| l.height).sum::<f32>() + last;
        (
            widest.max(more_width) + 2.0 * PADDING * u,
            high + 2.0 * PADDING * u,
        )
    }

    /// Rectangles for the strip: along the lower edge from the left, then along the upper edge, then
    /// farther inside.
    fn strip_spots(&self, size: (f32, f32)) -> Vec<(f32, ScreenRect)> {
        let frame = self.occupancy.frame();
        self.spots(size, |rect| {
            let foot = frame.max.y - rect.max.y;
            let top = rect.min.y - frame.min.y + 0.02 * frame.height();
            foot.min(top) * 4.0 + (rect.min.x - frame.min.x) * 0.15
        })
    }

    fn row_layout<'r>(&self, row: &'r StripRow, width: f32) -> RowLayout<'r> {
        let (u, context) = (self.u, self.context);
        let message = &context.atlas().messages[row.index];
        let (from, to) = (self.heads(&message.from), self.heads(&row.to));
        let text = context.text;
        let day = message.head.dating.exact_day();
        let values = [
            (
                "day",
                day.map_or_else(
                    || text.get("day-not-known"),
                    |d| text.day_in(d, context.atlas()),
                ),
            ),
            ("kind", text.message_kind(message.kind)),
            ("from", self.people(&message.from)),
            ("to", self.people(&row.to)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let key = if values[3].1.is_empty() {
            "message-caption-to-nobody"
        } else {
            "message-caption"
        };
        let style = self.caption_style(row.selected);
        let lines = style
            .face
            .wrap(&text.with(key, &values), style.size * u, width * u);
        let number = row.number.map_or(0.0, |_| 2.0 * NUMBER_RADIUS + 6.0);
        let side = |heads: &[Head]| heads.len() as f32 * (2.0 * ROUNDEL + 2.0) + MARK.1;
        let signs = (number + side(&from) + MARK.0 + side(&to) + 4.0) * u;
        let widest = lines
            .iter()
            .map(|l| self.width(l, style))
            .fold(0.0, f32::max);
        RowLayout {
            row,
            from,
            to,
            signs,
            width: signs + widest,
            height: (CAPTION.1 * lines.len() as f32).max(ROW) * u,
            lines,
        }
    }

    fn caption_style(&self, selected: bool) -> TextStyle {
        TextStyle {
            face: if selected {
                Face::SemiBold
            } else {
                Face::Condensed
            },
            size: CAPTION.0,
            color: self.context.theme.ink,
            halo: None,
        }
    }

    /// The parties of some people, each once; a person of no party on record has an empty roundel.
    fn heads(&self, people: &[Correspondent]) -> Vec<Head> {
        let mut heads: Vec<Head> = Vec::new();
        for person in people {
            if person.person.is_none() && person.place.is_none() {
                continue;
            }
            let party = self.party_of(person);
            let head = Head {
                letter: party
                    .as_ref()
                    .map_or_else(String::new, |p| self.letter_of(p)),
                color: party
                    .as_ref()
                    .map_or(self.context.theme.ink3, |p| self.colors_of(p).line),
                is_placed: person.place.is_some(),
            };
            if !heads.contains(&head) && heads.len() < MOST_PARTIES {
                heads.push(head);
            }
        }
        heads
    }

    /// The names of some people, each with the place where that is on record.
    fn people(&self, people: &[Correspondent]) -> String {
        let (atlas, text) = (self.context.atlas(), self.context.text);
        let name = |id: &str| atlas.name(id, text.language()).to_owned();
        let names = people.iter().filter_map(|c| {
            let place = c.place.as_ref().map(|p| name(p.as_str()));
            match (c.person.as_ref().map(|p| name(p.as_str())), place) {
                (Some(person), Some(place)) => {
                    Some(text.with("person-at", &[("person", &person), ("place", &place)]))
                }
                (person, place) => person.or(place),
            }
        });
        text.join(&names.collect::<Vec<_>>())
    }

    fn draw_strip(&mut self, strip: ScreenRect, layouts: &[RowLayout<'_>], more: Option<&str>) {
        let (u, theme) = (self.u, self.context.theme);
        self.add(
            Layer::Seat,
            None,
            Shape::Box {
                rect: strip,
                round: 3.0 * u,
                fill: Some(theme.card.alpha(0.93)),
                stroke: Some(Stroke::solid(theme.rule, 1.0 * u)),
            },
        );
        let mut y = strip.min.y + PADDING * u;
        let left = strip.min.x + PADDING * u;
        for layout in layouts {
            self.draw_row(ScreenPoint::new(left, y), layout);
            let rect = ScreenRect {
                min: ScreenPoint::new(strip.min.x, y),
                max: ScreenPoint::new(strip.max.x, y + layout.height),
            };
            let message = &self.context.atlas().messages[layout.row.index];
            self.hit(rect, message.head.id.as_str());
            y += layout.height;
        }
        if let Some(words) = more {
            let at = ScreenPoint::new(left, y + CAPTION.1 / 2.0 * u);
            self.text(Layer::Seat, None, at, words, self.caption_style(false));
        }
        self.occupancy.take(strip);
    }

    fn draw_row(&mut self, corner: ScreenPoint, layout: &RowLayout<'_>) {
        let (u, theme) = (self.u, self.context.theme);
        let message = &self.context.atlas().messages[layout.row.index];
        let id = message.head.id.as_str();
        let middle = corner.y + layout.height / 2.0;
        let mut x = corner.x;
        if let Some(number) = layout.row.number {
            let at = ScreenPoint::new(x + NUMBER_RADIUS * u, middle);
            self.message_number(Layer::Seat, id, at, number);
            x += (2.0 * NUMBER_RADIUS + 6.0) * u;
        }
        let party = message.from.iter().find_map(|c| self.party_of(c));
        let color = party.map_or(theme.ink3, |p| self.colors_of(&p).mid);
        x = self.row_heads(ScreenPoint::new(x, middle), &layout.from);
        let line = |x: f32, long: f32| {
            vec![
                ScreenPoint::new(x, middle),
                ScreenPoint::new(x + long, middle),
            ]
        };
        let stroke = Stroke::solid(color, 1.9 * u);
        self.path(Layer::Seat, Some(id), line(x, MARK.1 * u), stroke);
        x += MARK.1 * u;
        let mark = ScreenRect::sized(ScreenPoint::new(x, middle - 9.0 * u), MARK.0 * u, 18.0 * u);
        self.row_mark(mark, message.kind, color);
        x = mark.max.x;
        if !layout.to.is_empty() {
            self.path(Layer::Seat, Some(id), line(x, MARK.1 * u), stroke);
            self.row_heads(ScreenPoint::new(x + MARK.1 * u, middle), &layout.to);
        }
        let style = self.caption_style(layout.row.selected);
        let rows = layout.lines.len() as f32;
        let mut y = middle - (rows - 1.0) / 2.0 * CAPTION.1 * u;
        for words in &layout.lines {
            let at = ScreenPoint::new(corner.x + layout.signs, y);
            self.text(Layer::Seat, Some(id), at, words, style);
            y += CAPTION.1 * u;
        }
        let words = self.context.text.get("legend-message");
        self.explain(LegendRank::Message, LegendSign::Arc(theme.ink2), words);
    }

    /// The mark of a kind, in the layer of the strip.
    fn row_mark(&mut self, mark: ScreenRect, kind: MessageKind, color: Color) {
        let first = self.items.len();
        self.kind_mark(mark, kind, color);
        for item in &mut self.items[first..] {
            item.layer = Layer::Seat;
        }
    }

    /// The roundels of one side of a row, from a point to the right. Returns where they end.
    fn row_heads(&mut self, from: ScreenPoint, heads: &[Head]) -> f32 {
        let (u, theme) = (self.u, self.context.theme);
        let mut x = from.x;
        for head in heads {
            let at = ScreenPoint::new(x + ROUNDEL * u, from.y);
            if head.is_placed {
                self.roundel(Layer::Seat, at, ROUNDEL, &head.letter, head.color, false);
            } else {
                // A dotted ring stands for a person whose place is not stated.
                let radius = (ROUNDEL - 0.8) * u;
                let rim = Stroke::dotted(head.color, 1.8 * u, 3.9 * u);
                for (fill, stroke) in [(Some(theme.card), None), (None, Some(rim))] {
                    self.add(
                        Layer::Seat,
                        None,
                        Shape::Circle {
                            at,
                            radius,
                            fill,
                            stroke,
                        },
                    );
                }
                let style = TextStyle {
                    face: Face::SemiBold,
                    size: 13.0,
                    color: head.color,
                    halo: None,
                };
                self.text_centred(Layer::Seat, None, at, &head.letter, style);
                let words = self.context.text.get("place-not-stated");
                let sign = LegendSign::PlaceNotStated;
                self.explain(LegendRank::PlaceNotStated, sign, words);
            }
            x += (2.0 * ROUNDEL + 2.0) * u;
        }
        x
    }
}
