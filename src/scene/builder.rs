//! The builder of a scene, and the small signs that several modules draw: text, roundels, pills.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::SceneContext;
use super::dissolve::DrawnArea;
use super::ground::Ground;
use super::label_cache::LabelCache;
use super::legend_entries::LegendEntries;
use super::line_grid::LineGrid;
use super::list::{Item, Layer, LegendRank, LegendSign, Shape, Stroke, TextRun};
use super::occupancy::{Occupancy, YieldingRank};
use super::slide_map::SIGN_SCALE;
use super::texture::Texture;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::model::PartyId;

/// Distance from the middle of a line to its baseline, in ems: half the height of Noto's capital
/// letters (0.714 em).
pub(super) const BASELINE: f32 = 0.357;

/// Collects the items, hit rectangles and legend entries of a scene. `u` is the number of screen
/// points per design unit.
pub(super) struct SceneBuilder<'a> {
    pub(super) context: SceneContext<'a>,
    pub(super) u: f32,
    pub(super) items: Vec<Item>,
    pub(super) hits: Vec<(ScreenRect, String)>,
    pub(super) legend: LegendEntries,
    pub(super) occupancy: Occupancy,
    /// Places that the day's records name. Their labels are drawn at every scale. Empty for charts.
    pub(super) spoken_of: BTreeSet<String>,
    /// Cached label positions; `None` places every label anew.
    pub(super) labels: Option<&'a mut LabelCache>,
    /// Places whose names did not fit next to their signs.
    pub(super) unplaced: Vec<String>,
    /// The areas that are drawn as one on the day. Empty for charts.
    pub(super) drawn: Rc<[DrawnArea]>,
    /// For each drawn district name, the rectangle of the name and its pill, under the id of the
    /// drawn area and of each district that it stands for.
    pub(super) name_boxes: BTreeMap<String, ScreenRect>,
    /// Where rivers, railways and boundaries run; of no cells for charts and pages.
    pub(super) line_grid: Arc<LineGrid>,
    /// How much a card would hide of the districts; `None` until something may stand anywhere.
    pub(super) ground: Option<Ground>,
    /// Places that have their names on the map, and so their signs too.
    pub(super) named: BTreeSet<String>,
    /// Names that give way to troops, by their number in `occupancy`, each with the position of its
    /// item.
    pub(super) yielding: Vec<(usize, usize)>,
    /// Places whose names give way to troops, with the numbers of the names.
    pub(super) yielding_places: Vec<(usize, String)>,
}

/// Typeface, size and colors of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextStyle {
    pub(super) face: Face,
    /// Font size, in design units.
    pub(super) size: f32,
    pub(super) color: Color,
    pub(super) halo: Option<Color>,
}

/// A roundel or sign in a pill.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PillPart {
    /// A party's letter, its color, and whether it is drawn as a ring because only another party
    /// reports the stance.
    Letter(String, Color, bool),
    /// To be given to the party whose letter follows.
    Arrow,
    /// Called the own of the party whose letter follows.
    Equals,
    /// A sample of a texture.
    Sample(Texture),
    /// The number of further parts that do not fit.
    More(usize),
}

/// Font size of a letter in a roundel, in its radii.
const LETTER: f32 = 1.6;

/// Maximum number of parts in a pill.
const MOST_PARTS: usize = 6;

/// Limits the parts to those that fit in a pill. Where there are too many, the last part gives the
/// number left out.
pub(super) fn parts_that_fit(mut parts: Vec<PillPart>) -> Vec<PillPart> {
    if parts.len() > MOST_PARTS {
        let more = parts.len() - (MOST_PARTS - 1);
        parts.truncate(MOST_PARTS - 1);
        parts.push(PillPart::More(more));
    }
    parts
}

impl PillPart {
    fn width(&self) -> f32 {
        match self {
            Self::Letter(..) | Self::Arrow | Self::Equals => 21.5,
            Self::Sample(_) => 28.0,
            // Two digits have the width of a sample.
            Self::More(count) => 28.0 + 8.0 * (count.max(&1).ilog10() as f32 - 1.0).max(0.0),
        }
    }
}

impl<'a> SceneBuilder<'a> {
    pub(super) fn new(context: SceneContext<'a>) -> Self {
        let (width, height) = context.session.viewport().size;
        let frame =
            ScreenRect::sized(ScreenPoint::default(), width, height).expand(-2.0 * context.unit);
        Self {
            u: context.unit,
            context,
            items: Vec::new(),
            hits: Vec::new(),
            legend: LegendEntries::default(),
            occupancy: Occupancy::new(frame),
            spoken_of: BTreeSet::new(),
            labels: None,
            unplaced: Vec::new(),
            drawn: Rc::new([]),
            name_boxes: BTreeMap::new(),
            yielding: Vec::new(),
            yielding_places: Vec::new(),
            line_grid: Arc::default(),
            ground: None,
            named: BTreeSet::new(),
        }
    }

    pub(super) fn add(&mut self, layer: Layer, subject: Option<&str>, shape: Shape) {
        self.items.push(Item {
            layer,
            subject: subject.map(ToOwned::to_owned),
            shape,
        });
    }

    /// Lets the name that was drawn last give way to troops. Its rectangles and items are those from
    /// the two positions on. Returns its number.
    pub(super) fn gives_way(&mut self, first: (usize, usize), rank: YieldingRank) -> usize {
        let name = self.occupancy.make_yielding(first.0, rank);
        let items = first.1..self.items.len();
        self.yielding.extend(items.map(|item| (name, item)));
        name
    }

    /// Removes the names that gave way to troops.
    pub(super) fn remove_displaced(&mut self) {
        let displaced = self
            .yielding
            .iter()
            .filter(|(name, _)| !self.occupancy.stands(*name));
        let displaced: BTreeSet<usize> = displaced.map(|(_, item)| *item).collect();
        let mut position = 0;
        self.items.retain(|_| {
            position += 1;
            !displaced.contains(&(position - 1))
        });
    }

    pub(super) fn hit(&mut self, rect: ScreenRect, subject: &str) {
        self.hits.push((rect, subject.to_owned()));
    }

    pub(super) fn at(&self, p: MapPoint) -> ScreenPoint {
        self.context.session.viewport().screen_from_map(p)
    }

    pub(super) fn explain(&mut self, rank: LegendRank, sign: LegendSign, words: String) {
        self.legend.explain(rank, sign, words, None);
    }

    /// Adds an entry to the legend that is true of an area.
    pub(super) fn explain_of(
        &mut self,
        rank: LegendRank,
        sign: LegendSign,
        words: String,
        area: &str,
    ) {
        self.legend.explain(rank, sign, words, Some(area));
    }

    pub(super) fn colors_of(&self, party: &PartyId) -> super::PartyColors {
        let slot = self
            .context
            .atlas()
            .party(party.as_str())
            .and_then(|p| p.slot);
        self.context.theme.party(slot.unwrap_or_default())
    }

    pub(super) fn letter_of(&self, party: &PartyId) -> String {
        self.context
            .atlas()
            .party(party.as_str())
            .map_or_else(String::new, |p| p.letter.clone())
    }

    /// Width of a text, in points.
    pub(super) fn width(&self, text: &str, style: TextStyle) -> f32 {
        style.face.width(text, style.size * self.u)
    }

    /// A line of text to the right of `middle`, which lies at half the height of its capital
    /// letters.
    pub(super) fn text(
        &mut self,
        layer: Layer,
        subject: Option<&str>,
        middle: ScreenPoint,
        text: &str,
        style: TextStyle,
    ) {
        let size = style.size * self.u;
        let run = TextRun {
            at: middle.plus(0.0, size * BASELINE),
            text: text.to_owned(),
            face: style.face,
            size,
            tracking: 0.0,
            color: style.color,
            halo: style.halo.map(|c| (c.alpha(0.92), 2.0 * self.u)),
            angle: 0.0,
        };
        self.add(layer, subject, Shape::Text(run));
    }

    /// A line of text that takes no more than `room` points: in smaller letters, or cut.
    pub(super) fn text_within(
        &mut self,
        layer: Layer,
        middle: ScreenPoint,
        text: &str,
        style: TextStyle,
        room: f32,
    ) {
        let (text, size) = style.face.shortened(text, style.size, room / self.u);
        self.text(layer, None, middle, &text, TextStyle { size, ..style });
    }

    /// A line of text centered on `centre`.
    pub(super) fn text_centred(
        &mut self,
        layer: Layer,
        subject: Option<&str>,
        centre: ScreenPoint,
        text: &str,
        style: TextStyle,
    ) {
        let width = self.width(text, style);
        self.text(layer, subject, centre.plus(-width / 2.0, 0.0), text, style);
    }

    /// An open line through two or more points.
    pub(super) fn path(
        &mut self,
        layer: Layer,
        subject: Option<&str>,
        points: Vec<ScreenPoint>,
        stroke: Stroke,
    ) {
        self.add(
            layer,
            subject,
            Shape::Path {
                points,
                closed: false,
                fill: None,
                stroke: Some(stroke),
            },
        );
    }

    /// A filled convex polygon.
    pub(super) fn solid(
        &mut self,
        layer: Layer,
        subject: Option<&str>,
        points: Vec<ScreenPoint>,
        fill: Color,
    ) {
        self.add(
            layer,
            subject,
            Shape::Path {
                points,
                closed: true,
                fill: Some(fill),
                stroke: None,
            },
        );
    }

    pub(super) fn disc(
        &mut self,
        layer: Layer,
        subject: Option<&str>,
        at: ScreenPoint,
        radius: f32,
        fill: Color,
    ) {
        self.add(
            layer,
            subject,
            Shape::Circle {
                at,
                radius: radius * self.u,
                fill: Some(fill),
                stroke: None,
            },
        );
    }

    /// A party's letter in a disc, or in a ring where only another party reports its stance. The
    /// radius is in design units.
    pub(super) fn roundel(
        &mut self,
        layer: Layer,
        at: ScreenPoint,
        radius: f32,
        letter: &str,
        ink: Color,
        hollow: bool,
    ) {
        let (u, card) = (self.u, self.context.theme.card);
        let fill = if hollow { card } else { ink };
        let stroke = Some(Stroke::solid(ink, 1.6 * u));
        self.add(
            layer,
            None,
            Shape::Circle {
                at,
                radius: (radius - 0.8) * u,
                fill: Some(fill),
                stroke,
            },
        );
        let color = if hollow { ink } else { card };
        self.text_centred(
            layer,
            None,
            at,
            letter,
            TextStyle {
                face: Face::SemiBold,
                size: radius * LETTER,
                color,
                halo: None,
            },
        );
    }

    /// Scale of pills, roundels and signs of troops: larger on a slide, which is read from far
    /// away.
    pub(super) fn sign_scale(&self) -> f32 {
        if self.context.is_slide() {
            SIGN_SCALE
        } else {
            1.0
        }
    }

    /// Draws with the scale of signs.
    pub(super) fn enlarged<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> T {
        let unit = self.u;
        self.u *= self.sign_scale();
        let drawn = draw(self);
        self.u = unit;
        drawn
    }

    pub(super) fn pill_size(&self, parts: &[PillPart]) -> (f32, f32) {
        let u = self.u * self.sign_scale();
        (
            (parts.iter().map(PillPart::width).sum::<f32>() + 8.0) * u,
            26.0 * u,
        )
    }

    /// A stance as letters, centered on `centre`.
    pub(super) fn pill(&mut self, subject: &str, centre: ScreenPoint, parts: &[PillPart]) {
        let (width, height) = self.pill_size(parts);
        self.enlarged(|s| s.pill_of(subject, centre, parts, (width, height)));
    }

    fn pill_of(
        &mut self,
        subject: &str,
        centre: ScreenPoint,
        parts: &[PillPart],
        (width, height): (f32, f32),
    ) {
        let (u, theme) = (self.u, self.context.theme);
        let rect = ScreenRect::around(centre, width, height);
        let stroke = Some(Stroke::solid(theme.ink, 1.6 * u));
        self.add(
            Layer::Pill,
            Some(subject),
            Shape::Box {
                rect,
                round: height / 2.0,
                fill: Some(theme.card),
                stroke,
            },
        );
        self.hit(rect, subject);
        let mut x = rect.min.x + 4.0 * u;
        for part in parts {
            let width = part.width() * u;
            let m = ScreenPoint::new(x + width / 2.0, centre.y);
            match part {
                PillPart::Letter(letter, ink, hollow) => {
                    self.roundel(Layer::Pill, m, 9.4, letter, *ink, *hollow);
                }
                PillPart::Arrow => {
                    let stroke = Stroke::solid(theme.ink, 1.8 * u);
                    self.path(
                        Layer::Pill,
                        None,
                        vec![m.plus(-6.0 * u, 0.0), m.plus(6.0 * u, 0.0)],
                        stroke,
                    );
                    let head = vec![
                        m.plus(2.0 * u, -4.0 * u),
                        m.plus(6.0 * u, 0.0),
                        m.plus(2.0 * u, 4.0 * u),
                    ];
                    self.path(Layer::Pill, None, head, stroke);
                }
                PillPart::Equals => {
                    for y in [-3.2, 3.2] {
                        let bar = [-5.5, 5.5].map(|x| m.plus(x * u, y * u)).to_vec();
                        let stroke = Stroke::solid(theme.ink, 1.8 * u);
                        self.path(Layer::Pill, None, bar, stroke);
                    }
                }
                PillPart::More(count) => {
                    let style = TextStyle {
                        face: Face::SemiBold,
                        size: 15.0,
                        color: theme.ink,
                        halo: None,
                    };
                    self.text_centred(Layer::Pill, None, m, &format!("+{count}"), style);
                }
                PillPart::Sample(texture) => {
                    let rect = ScreenRect::around(m, 22.0 * u, 16.0 * u);
                    // Hatching is fine already; other patterns are larger than the sample.
                    let zoom = match texture {
                        Texture::Hatch(_) => 0.85,
                        _ => 0.55,
                    };
                    let texture = Some(texture.clone());
                    self.add(
                        Layer::Pill,
                        None,
                        Shape::Sample {
                            rect,
                            base_color: theme.land,
                            texture,
                            opacity: 1.0,
                            zoom,
                        },
                    );
                }
            }
            x += width;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pill_says_how_many_parts_it_leaves_out() {
        let parts = |count| parts_that_fit(vec![PillPart::Arrow; count]);
        assert_eq!(parts(6).len(), 6);
        assert!(parts(6).iter().all(|p| matches!(p, PillPart::Arrow)));
        let cut = parts(9);
        assert_eq!(cut.len(), 6);
        assert!(matches!(cut.last(), Some(PillPart::More(4))), "{cut:?}");
    }
}
