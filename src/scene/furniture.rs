//! The legend, which explains just what is on the map, and the scale bar.

use super::Legend;
use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LegendEntry, LegendGroup, LegendRank, LegendSign, Shape, Stroke};
use super::page_foot::{round_length, units_within};
use super::texture::Texture;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::ScaleUnit;

/// The part of the height of a map that its legend may cover.
const MOST_OF_MAP: f32 = 0.45;
/// Greatest length of the scale bar, in design units and as a share of the map's width.
const SCALE_BAR: f32 = 230.0;
const SCALE_SHARE: f32 = 0.3;
/// Height of a map, in design units, below which the bar would cover too much of it.
const LEAST_WITH_SCALE: f32 = 170.0;

const ROW: f32 = 28.0;
/// Width reserved for the legend before any name or sign is placed, in design units.
const RESERVED_WIDTH: f32 = 316.0;
pub(super) const SAMPLE: (f32, f32) = (34.0, 20.0);
/// Height of the line for one further unit of length on the scale bar, in design units.
const OTHER_UNIT: f32 = 22.0;

/// The keys of the words on the buttons of layers in the upper right corner of a window's map; their
/// font size, the space that each has beside its words, and around all, and the height of the row, in
/// design units.
const LAYER_WORDS: [&str; 4] = ["show-today", "show-holders", "show-messages", "show-troops"];
const LAYER_SIZE: f32 = 14.0;
const BESIDE_WORDS: f32 = 30.0;
const AROUND_LAYERS: f32 = 24.0;
const LAYERS_HEIGHT: f32 = 56.0;
/// The same of the zoom buttons in the lower right corner.
const ZOOM_BUTTONS: (f32, f32) = (62.0, 168.0);

/// Number of rows that troops and messages may add to a legend.
const LATER_ROWS: usize = 4;

impl SceneBuilder<'_> {
    /// Reserves the space of a legend before names and signs are placed.
    pub(super) fn reserve_legend(&mut self, legend: Legend) {
        let rows = match legend {
            Legend::None => return,
            Legend::Brief => 5.6,
            Legend::Whole => 11.0,
        };
        let (frame, height) = (self.occupancy.frame(), rows * ROW * self.u);
        let corner = ScreenPoint::new(frame.min.x, frame.max.y - height);
        self.occupancy
            .take(ScreenRect::sized(corner, RESERVED_WIDTH * self.u, height));
    }

    /// Reserves the space of the buttons that a window has over its map: layers in the upper right
    /// corner, zoom in the lower one.
    pub(super) fn reserve_buttons(&mut self) {
        self.occupancy.take(self.zoom_buttons());
        self.occupancy.take(self.layer_buttons());
    }

    /// The space of the buttons in the lower right corner.
    pub(super) fn zoom_buttons(&self) -> ScreenRect {
        let (u, frame) = (self.u, self.occupancy.frame());
        let (wide, high) = ZOOM_BUTTONS;
        let corner = frame.max.plus(-wide * u, -high * u);
        ScreenRect::sized(corner, wide * u, high * u)
    }

    /// The space of the buttons of layers, which is as wide as their words ask for.
    pub(super) fn layer_buttons(&self) -> ScreenRect {
        let (u, frame) = (self.u, self.occupancy.frame());
        let text = self.context.text;
        let wide = |key: &&str| Face::Regular.width(&text.get(key), LAYER_SIZE) + BESIDE_WORDS;
        let width = LAYER_WORDS.iter().map(wide).sum::<f32>() + AROUND_LAYERS;
        let corner = ScreenPoint::new(frame.max.x - width * u, frame.min.y);
        ScreenRect::sized(corner, width * u, LAYERS_HEIGHT * u)
    }

    /// Reserves the space of the legend as far as it is known before troops and messages are
    /// placed, which may add some rows to it.
    pub(super) fn reserve_known_legend(&mut self, legend: Legend) {
        let rows = self.map_legend_rows(legend, self.legend.iter());
        if !rows.is_empty() {
            let rect = self.legend_rect(&rows, LATER_ROWS);
            self.occupancy.take(rect);
        }
    }

    fn map_legend_style(&self) -> TextStyle {
        TextStyle {
            face: Face::Regular,
            size: 14.0,
            color: self.context.theme.ink,
            halo: None,
        }
    }

    /// The entries that the legend of a map shows, of all that are known so far.
    fn map_legend_rows<'e>(
        &self,
        legend: Legend,
        all: impl Iterator<Item = &'e LegendEntry>,
    ) -> Vec<LegendEntry> {
        let is_shown = |entry: &&LegendEntry| match (legend, entry.rank.group()) {
            (Legend::None, _) | (Legend::Whole, LegendGroup::Ground) => false,
            (Legend::Brief, _) => {
                entry.rank <= LegendRank::PossiblyHeld && entry.rank.is_of_the_day()
            }
            // The marks of arms and sizes are many, and a pointer over a sign names them.
            (Legend::Whole, LegendGroup::Troops) => entry.rank == LegendRank::Unit,
            // A remark is a sentence, too long for one row.
            (Legend::Whole, _) => entry.rank.is_of_the_day() && entry.sign != LegendSign::Reading,
        };
        let mut rows: Vec<LegendEntry> = all.filter(is_shown).cloned().collect();
        // A legend covers at most a part of the map.
        let room = self.occupancy.frame().height() * MOST_OF_MAP / (ROW * self.u);
        let most = (room as usize).max(3);
        if rows.len() > most {
            let further = rows.len() - (most - 1);
            rows.truncate(most - 1);
            if let Some(last) = rows.last() {
                let words = self
                    .context
                    .text
                    .with("and-more", &[("count", &further.to_string())]);
                rows.push(LegendEntry {
                    sign: LegendSign::Reading,
                    words,
                    areas: Vec::new(),
                    ..last.clone()
                });
            }
        }
        rows
    }

    /// The rectangle of a legend of some rows and a number of further ones.
    fn legend_rect(&self, rows: &[LegendEntry], further: usize) -> ScreenRect {
        let (u, frame, style) = (self.u, self.occupancy.frame(), self.map_legend_style());
        let widths = rows.iter().map(|r| self.width(&r.words, style));
        let widest = widths.fold(0.0, f32::max) + (SAMPLE.0 + 26.0) * u;
        let height = ((rows.len() + further) as f32 * ROW + 12.0) * u;
        let corner = ScreenPoint::new(frame.min.x + 14.0 * u, frame.max.y - 14.0 * u - height);
        ScreenRect::sized(corner, widest, height)
    }

    /// Draws the legend in the lower left corner, one entry per row. Returns all its entries, in
    /// order.
    pub(super) fn legend(&mut self, legend: Legend) -> Vec<LegendEntry> {
        let (u, theme) = (self.u, self.context.theme);
        let style = self.map_legend_style();
        let all = self.legend.take_sorted();
        let rows = self.map_legend_rows(legend, all.iter());
        if rows.is_empty() {
            return all;
        }
        let base_color = self.legend_rect(&rows, 0);
        let corner = base_color.min;
        let card = Some(theme.card.alpha(0.95));
        self.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect: base_color,
                round: 4.0 * u,
                fill: card,
                stroke: None,
            },
        );
        for (i, entry) in rows.into_iter().enumerate() {
            let middle = corner.y + (6.0 + ROW * (i as f32 + 0.5)) * u;
            let m = ScreenPoint::new(corner.x + (12.0 + SAMPLE.0 / 2.0) * u, middle);
            self.legend_sign(m, &entry.sign);
            let at = ScreenPoint::new(m.x + (SAMPLE.0 / 2.0 + 8.0) * u, middle);
            let words = self.context.text.capitalized(&entry.words);
            self.text(Layer::Furniture, None, at, &words, style);
        }
        all
    }

    pub(super) fn legend_sign(&mut self, m: ScreenPoint, sign: &LegendSign) {
        let (u, theme) = (self.u, self.context.theme);
        let layer = Layer::Furniture;
        let rect = ScreenRect::around(m, SAMPLE.0 * u, SAMPLE.1 * u);
        let edge = Some(Stroke::solid(theme.outline, 1.0 * u));
        match sign {
            LegendSign::Fill(
                _,
                Some(Texture::Given {
                    from,
                    to,
                    is_own,
                    line,
                    tint,
                }),
                possible,
            ) => {
                self.blank_sample(rect);
                self.sample_gift(rect, (from.as_ref(), to, *is_own), (*line, *tint));
                if *possible {
                    let stroke = Stroke::dotted(theme.outline, 1.9 * u, 5.0 * u);
                    self.rim(rect, Some(stroke));
                }
            }
            LegendSign::Fill(base_color, texture, possible) => {
                let base_color = base_color.unwrap_or(theme.land);
                let opacity = if *possible { 0.5 } else { 1.0 };
                self.add(
                    layer,
                    None,
                    Shape::Sample {
                        rect,
                        base_color,
                        texture: texture.clone(),
                        opacity,
                        zoom: 0.8,
                    },
                );
                let stroke = if *possible {
                    Some(Stroke::dotted(theme.outline, 1.9 * u, 5.0 * u))
                } else {
                    edge
                };
                self.rim(rect, stroke);
            }
            LegendSign::Ribbon(holders) => {
                self.blank_sample(rect);
                self.sample_ribbon(rect, holders);
                self.rim(rect, edge);
            }
            LegendSign::Bracket(holders) => self.sample_bracket(m, holders),
            LegendSign::Town(holder) => self.sample_town(m, holder),
            LegendSign::Reading => {}
            LegendSign::OwnName(letters) => {
                let style = TextStyle {
                    face: Face::SerifItalic,
                    size: 16.0,
                    color: theme.ink,
                    halo: None,
                };
                self.text_centred(layer, None, m, letters, style);
            }
            LegendSign::Hearsay => self.roundel(layer, m, 9.6, "M", theme.ink2, true),
            LegendSign::Unit(fill, line, possible) => {
                let frame = ScreenRect::around(m, 30.0 * u, 20.0 * u);
                if let Some(fill) = fill {
                    self.add(
                        layer,
                        None,
                        Shape::Box {
                            rect: frame,
                            round: 0.0,
                            fill: Some(*fill),
                            stroke: None,
                        },
                    );
                }
                let stroke = match (possible, fill) {
                    (true, _) => Stroke::dotted(*line, 2.2 * u, 4.4 * u),
                    (_, Some(_)) => Stroke::solid(*line, 2.2 * u),
                    _ => Stroke::dashed(*line, 2.2 * u, 4.0 * u, 3.0 * u),
                };
                self.rim(frame, Some(stroke));
            }
            LegendSign::Arc(color) => {
                let bow = (0..=10).map(|i| i as f32 / 10.0).map(|t| {
                    m.plus(
                        (t - 0.5) * 34.0 * u,
                        (8.0 * (2.0 * t - 1.0).powi(2) - 6.0) * u,
                    )
                });
                self.path(layer, None, bow.collect(), Stroke::solid(*color, 1.9 * u));
                let stroke = Some(Stroke::solid(*color, 1.4 * u));
                let rect = ScreenRect::around(m.plus(0.0, -5.0 * u), 15.0 * u, 10.0 * u);
                self.add(
                    layer,
                    None,
                    Shape::Box {
                        rect,
                        round: 1.0,
                        fill: Some(theme.card),
                        stroke,
                    },
                );
            }
            LegendSign::Message(kind, color) => {
                let first = self.items.len();
                self.kind_mark(ScreenRect::around(m, 26.0 * u, 18.0 * u), *kind, *color);
                for item in &mut self.items[first..] {
                    item.layer = layer;
                }
            }
            LegendSign::Line(stroke) => {
                self.path(
                    layer,
                    None,
                    vec![m.plus(-17.0 * u, 0.0), m.plus(17.0 * u, 0.0)],
                    *stroke,
                );
            }
            LegendSign::Arm(arm) => {
                let frame = ScreenRect::around(m, 30.0 * u, 20.0 * u);
                let inked = std::mem::replace(&mut self.u, u * 20.0 / 30.0);
                self.arm(layer, frame, *arm, theme.ink2);
                self.u = inked;
                self.rim(frame, Some(Stroke::solid(theme.ink2, 1.8 * u)));
            }
            LegendSign::Echelon(echelon) => {
                let frame = ScreenRect::around(m.plus(0.0, 9.0 * u), 30.0 * u, 0.0);
                self.echelon(layer, frame, *echelon, theme.ink2);
            }
            LegendSign::Strength(color) => {
                let square = ScreenRect::around(m.plus(-8.0 * u, 0.0), 8.0 * u, 8.0 * u);
                self.filled_box(square, 0.0, *color);
                self.disc(layer, None, m.plus(8.0 * u, 0.0), 4.0, *color);
            }
            LegendSign::Move(color, arrived) => {
                let shaft = vec![m.plus(-17.0 * u, 0.0), m.plus(6.0 * u, 0.0)];
                let stroke = if *arrived {
                    Stroke::solid(*color, 3.0 * u)
                } else {
                    Stroke::dashed(*color, 3.0 * u, 6.0 * u, 3.0 * u)
                };
                self.path(layer, None, shaft, stroke);
                let head = vec![
                    m.plus(5.0 * u, -6.0 * u),
                    m.plus(17.0 * u, 0.0),
                    m.plus(5.0 * u, 6.0 * u),
                ];
                self.add(
                    layer,
                    None,
                    Shape::Path {
                        points: head,
                        closed: true,
                        fill: Some(if *arrived { *color } else { theme.card }),
                        stroke: Some(Stroke::solid(*color, 1.6 * u)),
                    },
                );
            }
            LegendSign::PlaceNotStated => {
                let stroke = Some(Stroke::dotted(theme.ink2, 1.8 * u, 4.0 * u));
                self.add(
                    layer,
                    None,
                    Shape::Circle {
                        at: m,
                        radius: 10.0 * u,
                        fill: None,
                        stroke,
                    },
                );
            }
            LegendSign::Aged(_) | LegendSign::Seat(..) | LegendSign::Place(_) => {
                self.symbol_sign(m, sign);
            }
            LegendSign::Twice => {
                let stroke = Some(Stroke::solid(theme.ink, 1.6 * u));
                let rect = ScreenRect::around(m, 29.0 * u, 20.0 * u);
                self.add(
                    layer,
                    None,
                    Shape::Box {
                        rect,
                        round: 10.0 * u,
                        fill: Some(theme.card),
                        stroke,
                    },
                );
                self.text_centred(
                    layer,
                    None,
                    m,
                    "2×",
                    TextStyle {
                        face: Face::SemiBold,
                        size: 13.0,
                        color: theme.ink,
                        halo: None,
                    },
                );
            }
        }
    }

    pub(super) fn rim(&mut self, rect: ScreenRect, stroke: Option<Stroke>) {
        // A closed path has no notch at its first corner.
        self.add(
            Layer::Furniture,
            None,
            Shape::Path {
                points: rect.corners().to_vec(),
                closed: true,
                fill: None,
                stroke,
            },
        );
    }

    /// An arrow to true north, by the direction at the center of the map.
    pub(super) fn north(&mut self, foot: ScreenPoint) {
        let (u, theme) = (self.u, self.context.theme);
        let view = self.context.session.viewport();
        let up = self
            .context
            .geometry()
            .projector
            .as_ref()
            .map_or((0.0, -1.0), |projector| {
                let mut c = projector.lon_lat_from_map(view.centre);
                c.y += 0.01;
                let p = projector.map_from_lon_lat(c);
                let (dx, dy) = (p.x - view.centre.x, p.y - view.centre.y);
                ((dx / dx.hypot(dy)) as f32, (dy / dx.hypot(dy)) as f32)
            });
        let at = |along: f32, across: f32| {
            foot.plus(
                (up.0 * along - up.1 * across) * u,
                (up.1 * along + up.0 * across) * u,
            )
        };
        let stroke = Stroke::solid(theme.ink, 1.4 * u);
        self.solid(
            Layer::Furniture,
            None,
            vec![at(16.0, 0.0), at(-8.0, 5.5), at(-3.0, 0.0)],
            theme.ink,
        );
        self.path(
            Layer::Furniture,
            None,
            vec![at(16.0, 0.0), at(-8.0, -5.5), at(-3.0, 0.0), at(16.0, 0.0)],
            stroke,
        );
        let style = TextStyle {
            face: Face::SemiBold,
            size: 13.0,
            color: theme.ink,
            halo: None,
        };
        let north = self.context.text.get("north");
        self.text_centred(
            Layer::Furniture,
            None,
            foot.plus(0.0, 18.0 * u),
            &north,
            style,
        );
    }

    /// A bar in the atlas's first unit of length, and below it a line for each of its other units.
    pub(super) fn scale_bar(&mut self, right: f32) {
        let (u, theme) = (self.u, self.context.theme);
        if self.occupancy.frame().height() < LEAST_WITH_SCALE * u {
            return;
        }
        let per_km = self.context.session.viewport().scale;
        let most = (SCALE_BAR * u).min(self.occupancy.frame().width() * SCALE_SHARE);
        let most = f64::from(most) / per_km;
        let units = &self.context.atlas().manifest.scale_units;
        let (unit, others) = units_within(units, most);
        let count = round_length(most / unit.km());
        let km = count * unit.km();
        let width = (km * per_km) as f32;
        let style = TextStyle {
            face: Face::Condensed,
            size: 13.0,
            color: theme.ink,
            halo: None,
        };
        let text = self.context.text;
        // The text at the end of the bar extends beyond it, so the card must be wide enough for
        // both.
        let end_words = text.length(count, unit);
        let beyond = (self.width(&end_words, style) / 2.0 + 8.0 * u).max(36.0 * u);
        let right = (right * u).max(beyond - 6.0 * u);
        let frame = self.occupancy.frame();
        // The card always has space for one further unit, so that it is equally large in every
        // atlas of one or two units.
        let below = others.len().max(1) as f32 * OTHER_UNIT;
        let start = ScreenPoint::new(
            frame.max.x - right - width,
            frame.max.y - (16.0 + below) * u,
        );
        let height = (32.0 + below) * u;
        let rect = ScreenRect::sized(
            start.plus(-54.0 * u, -25.0 * u),
            54.0 * u + width + beyond,
            height,
        );
        self.filled_box(rect, 4.0 * u, theme.card.alpha(0.9));
        let half = ScreenRect::sized(start, width / 2.0, 5.0 * u);
        self.filled_box(half, 0.0, theme.ink);
        let whole = ScreenRect::sized(start, width, 5.0 * u);
        let stroke = Some(Stroke::solid(theme.ink, 1.2 * u));
        self.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect: whole,
                round: 0.0,
                fill: None,
                stroke,
            },
        );
        for (part, words) in [
            (0.0, "0".to_owned()),
            (0.5, text.number(count / 2.0)),
            (1.0, end_words),
        ] {
            // A short bar has no room for the number at its middle.
            if part == 0.5 && self.width(&words, style) * 2.5 > width / 2.0 {
                continue;
            }
            self.text_centred(
                Layer::Furniture,
                None,
                start.plus(width * part, -11.0 * u),
                &words,
                style,
            );
        }
        self.north(start.plus(-34.0 * u, -2.0 * u));
        for (i, other) in others.iter().enumerate() {
            let foot = start.plus(0.0, (12.0 + OTHER_UNIT * i as f32) * u);
            self.scale_line(foot, km, *other);
        }
        self.occupancy.take(rect);
    }

    fn filled_box(&mut self, rect: ScreenRect, round: f32, color: Color) {
        self.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect,
                round,
                fill: Some(color),
                stroke: None,
            },
        );
    }

    /// A thin line with its length in `unit`, at most `most_km` kilometers long.
    fn scale_line(&mut self, start: ScreenPoint, most_km: f64, unit: ScaleUnit) {
        let (u, theme) = (self.u, self.context.theme);
        let count = round_length(most_km / unit.km());
        let long = (count * unit.km() * self.context.session.viewport().scale) as f32;
        let stroke = Stroke::solid(theme.ink3, 1.2 * u);
        self.path(
            Layer::Furniture,
            None,
            vec![start, start.plus(long, 0.0)],
            stroke,
        );
        for x in [0.0, long] {
            let ends = vec![start.plus(x, -3.0 * u), start.plus(x, 3.0 * u)];
            self.path(Layer::Furniture, None, ends, stroke);
        }
        let words = self.context.text.length(count, unit);
        let style = TextStyle {
            face: Face::Condensed,
            size: 12.0,
            color: theme.ink2,
            halo: None,
        };
        let middle = start.plus(long / 2.0, 9.0 * u);
        self.text_centred(Layer::Furniture, None, middle, &words, style);
    }
}
