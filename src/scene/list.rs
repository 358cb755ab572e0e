//! The display list: what to draw, as values in points. It depends on no toolkit; each painter in
//! `paint` is one `match` over its items.

use strum::IntoStaticStr;

use super::texture::Texture;
use super::theme::{Color, PartyColors};
use super::typeface::Face;
use crate::geometry::{MapArea, MapGeometry, MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Arm, Echelon, MessageKind, Place, PlaceKind};
use crate::timeline::FillKind;

/// Drawing order, from the bottom up. Each has a name, under which drawing programs show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum Layer {
    Land,
    #[strum(serialize = "fills")]
    Fill,
    Relief,
    Water,
    #[strum(serialize = "ribbons")]
    Band,
    #[strum(serialize = "boundaries")]
    Boundary,
    #[strum(serialize = "railways")]
    Railway,
    Selection,
    #[strum(serialize = "movements")]
    Trail,
    #[strum(serialize = "messages")]
    Arc,
    #[strum(serialize = "labels")]
    Label,
    #[strum(serialize = "places")]
    Place,
    #[strum(serialize = "stances")]
    Pill,
    #[strum(serialize = "troops")]
    Unit,
    #[strum(serialize = "marks")]
    Mark,
    #[strum(serialize = "seats")]
    Seat,
    Furniture,
}

/// One drawn element.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The layer in which it is drawn.
    pub layer: Layer,
    /// Id of the record or entity that it represents; `None` for decoration.
    pub subject: Option<String>,
    /// The shape that is drawn.
    pub shape: Shape,
}

/// Shapes. Positions are in points from the map's top left corner, widths and sizes in points.
/// Areas and lines of the map geometry are drawn through the viewport.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An area of the map geometry: a plain color, then a texture.
    Area {
        /// The area.
        area: AreaRef,
        /// Color below the texture; `None` for a texture alone.
        base_color: Option<Color>,
        /// Texture above the color; `None` for a plain color.
        texture: Option<Texture>,
        /// Opacity of both, 0 to 1.
        opacity: f32,
    },
    /// The relief of the map geometry.
    Relief(ReliefStyle),
    /// A line of the map geometry.
    MapLine {
        /// The line.
        line: LineRef,
        /// The stroke.
        stroke: Stroke,
    },
    /// Lines in map coordinates that the map geometry does not hold, such as ribbons.
    MapRings {
        /// The lines; a closed one ends at its first point.
        rings: std::sync::Arc<Vec<Vec<MapPoint>>>,
        /// The stroke.
        stroke: Stroke,
    },
    /// An open or closed line, or a filled convex polygon.
    Path {
        /// The vertices.
        points: Vec<ScreenPoint>,
        /// Whether the last vertex is joined to the first.
        closed: bool,
        /// Fill color; `None` for no fill.
        fill: Option<Color>,
        /// Outline; `None` for no outline.
        stroke: Option<Stroke>,
    },
    /// A filled circle or a ring.
    Circle {
        /// The center.
        at: ScreenPoint,
        /// The radius, in points.
        radius: f32,
        /// Fill color; `None` for no fill.
        fill: Option<Color>,
        /// Outline; `None` for no outline.
        stroke: Option<Stroke>,
    },
    /// A rectangle with round corners.
    Box {
        /// The rectangle.
        rect: ScreenRect,
        /// Radius of the corners, in points.
        round: f32,
        /// Fill color; `None` for no fill.
        fill: Option<Color>,
        /// Outline, drawn inside the rectangle; `None` for no outline.
        stroke: Option<Stroke>,
    },
    /// A small rectangle of color and texture, whose texture is anchored at the rectangle's corner.
    Sample {
        /// The rectangle.
        rect: ScreenRect,
        /// Color below the texture.
        base_color: Color,
        /// Texture above the color; `None` for a plain color.
        texture: Option<Texture>,
        /// Opacity of the texture, 0 to 1.
        opacity: f32,
        /// Scale of the texture relative to the map's, so that a small sample still shows its
        /// pattern.
        zoom: f32,
    },
    /// One line of text.
    Text(TextRun),
    /// One line of text along a curve.
    TextOnPath {
        /// The baseline, in the direction of reading. The text begins at its start, and it is at
        /// least as long as the text.
        path: Vec<ScreenPoint>,
        /// The text; its `at` is the start of the path, and its `angle` is 0.
        run: TextRun,
    },
}

impl Shape {
    /// Moves what is placed in points. Shapes drawn through the viewport stay where they are.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        let moved = |r: &ScreenRect| ScreenRect {
            min: r.min.plus(dx, dy),
            max: r.max.plus(dx, dy),
        };
        match self {
            Self::Path { points, .. } => points.iter_mut().for_each(|p| *p = p.plus(dx, dy)),
            Self::Circle { at, .. } => *at = at.plus(dx, dy),
            Self::Box { rect, .. } | Self::Sample { rect, .. } => *rect = moved(rect),
            Self::Text(run) => run.at = run.at.plus(dx, dy),
            Self::TextOnPath { path, run } => {
                path.iter_mut().for_each(|p| *p = p.plus(dx, dy));
                run.at = run.at.plus(dx, dy);
            }
            Self::Area { .. } | Self::Relief(_) | Self::MapLine { .. } | Self::MapRings { .. } => {}
        }
    }
}

/// How the relief of the map geometry is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliefStyle {
    /// Number of the scale for which it is made, by [`ReliefMap::step`].
    ///
    /// [`ReliefMap::step`]: crate::geometry::ReliefMap::step
    pub step: i32,
    /// Its color. A shading has its opacity in full shade.
    pub color: Color,
    /// What is drawn.
    pub kind: ReliefKind,
}

/// What of the relief is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReliefKind {
    /// Shade on slopes that face away from the light.
    Shading,
    /// Short strokes down the slopes.
    Hachures {
        /// The part of its width that a stroke loses where the slope faces the light, and gains
        /// where it faces away from it.
        light: f32,
    },
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Start of the baseline.
    pub at: ScreenPoint,
    /// The text.
    pub text: String,
    /// The typeface.
    pub face: Face,
    /// The font size, in points.
    pub size: f32,
    /// Additional space after each character, in points.
    pub tracking: f32,
    /// The text color.
    pub color: Color,
    /// Color and width in points of the outline around the letters; `None` for no outline.
    pub halo: Option<(Color, f32)>,
    /// Clockwise rotation about the start of the baseline, in radians.
    pub angle: f32,
}

/// Color, width and dash pattern of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// The color.
    pub color: Color,
    /// The width, in points.
    pub width: f32,
    /// The dash pattern.
    pub dash: Dash,
}

impl Stroke {
    /// A solid line, `width` points wide.
    #[must_use]
    pub const fn solid(color: Color, width: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Solid,
        }
    }

    /// A dashed line; width, dash and gap are in points.
    #[must_use]
    pub const fn dashed(color: Color, width: f32, dash: f32, gap: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Dashed(dash, gap),
        }
    }

    /// Round dots whose centers are `apart` points from each other.
    #[must_use]
    pub const fn dotted(color: Color, width: f32, apart: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Dotted(apart),
        }
    }
}

/// The dash pattern of a line; lengths are in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dash {
    /// An unbroken line.
    Solid,
    /// Lengths of a dash and a gap.
    Dashed(f32, f32),
    /// Round dots; the distance between their centers.
    Dotted(f32),
    /// A solid line with cross ticks; the distance between ticks, and the length of a tick.
    Ticked(f32, f32),
}

/// An area of the map geometry; a district may also be a district with parts or a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each names a vector or map of `MapGeometry`")]
pub enum AreaRef {
    District(String),
    Land(usize),
    Lake(usize),
}

/// A line of the map geometry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each names a vector or map of `MapGeometry`")]
pub enum LineRef {
    River(usize),
    Railway(usize),
    Border(usize),
    Frontier(usize),
    Boundary(usize),
    Outline(String),
    Shore(usize),
}

impl AreaRef {
    /// The area in the geometry of the atlas; `None` where the geometry lacks it.
    #[must_use]
    pub fn area<'g>(&self, geometry: &'g MapGeometry) -> Option<&'g MapArea> {
        match self {
            Self::District(id) => geometry.area_of(id),
            Self::Land(i) => geometry.land.get(*i),
            Self::Lake(i) => geometry.lakes.get(*i),
        }
    }
}

impl LineRef {
    /// The lines in the geometry of the atlas, in map units: one, or every ring of an outline.
    #[must_use]
    pub fn lines<'g>(&self, geometry: &'g MapGeometry) -> Vec<&'g [MapPoint]> {
        let rings = |area: Option<&'g MapArea>| -> Vec<&'g [MapPoint]> {
            let rings = area.into_iter().flat_map(|a| &a.rings);
            rings.map(Vec::as_slice).collect()
        };
        let (lines, i) = match self {
            Self::River(i) => (&geometry.rivers, i),
            Self::Railway(i) => (&geometry.railways, i),
            Self::Border(i) => (&geometry.borders, i),
            Self::Frontier(i) => (&geometry.frontiers, i),
            Self::Boundary(i) => (&geometry.boundaries, i),
            Self::Outline(id) => return rings(geometry.districts.get(id)),
            Self::Shore(i) => return rings(geometry.lakes.get(*i)),
        };
        let line = lines.get(*i).map(|line| line.points.as_slice());
        line.into_iter().collect()
    }
}

/// One line of the legend: a sample or a sign, and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// Place in the legend.
    pub rank: LegendRank,
    /// The sample or sign.
    pub sign: LegendSign,
    /// The text that explains it.
    pub words: String,
    /// Ids of the districts and places of which it is true; empty for a sign that is not of areas.
    pub areas: Vec<String>,
}

/// The headings of the legend, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegendGroup {
    /// What parties want.
    Wanted,
    /// Who holds what.
    Held,
    /// How well it is known.
    Certainty,
    /// Signs of troops.
    Troops,
    /// Messages and seats.
    Messages,
    /// Everything that does not change with the day.
    Ground,
}

/// The place of an entry in the legend: what is filled, what is held, then signs and remarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum LegendRank {
    Fill(FillKind),
    Held,
    HeldInPart,
    PossiblyHeld,
    Unit,
    Message,
    ToldTwice,
    TodaysBorders,
    Possible,
    Hearsay,
    Relief,
    TownHeld,
    OwnName,
    Reading,
    Frontier,
    Arm,
    Echelon,
    Strength,
    Move,
    PlaceNotStated,
    Aged,
    Seat,
    Boundary(u8),
    Railway,
    Place(PlaceSign),
}

impl LegendRank {
    /// The heading under which an entry stands.
    #[must_use]
    pub fn group(self) -> LegendGroup {
        match self {
            Self::Fill(FillKind::Held)
            | Self::Held
            | Self::HeldInPart
            | Self::PossiblyHeld
            | Self::TownHeld => LegendGroup::Held,
            Self::Fill(FillKind::Unknown)
            | Self::ToldTwice
            | Self::Possible
            | Self::Hearsay
            | Self::Boundary(_)
            | Self::Reading => LegendGroup::Certainty,
            Self::Fill(_) => LegendGroup::Wanted,
            Self::Unit | Self::Arm | Self::Echelon | Self::Aged | Self::Strength | Self::Move => {
                LegendGroup::Troops
            }
            Self::Message | Self::Seat | Self::PlaceNotStated => LegendGroup::Messages,
            Self::OwnName
            | Self::TodaysBorders
            | Self::Relief
            | Self::Frontier
            | Self::Railway
            | Self::Place(_) => LegendGroup::Ground,
        }
    }

    /// Whether an entry explains what the day or the lens decides. The legend of a window explains
    /// only that; a plate explains every sign on it.
    #[must_use]
    pub fn is_of_the_day(self) -> bool {
        self < Self::Aged && self != Self::Fill(FillKind::Unknown)
    }
}

/// The signs of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceSign {
    /// A square with a core.
    Capital,
    /// An open circle.
    Town,
    /// A dot.
    Village,
    /// A triangle.
    Peak,
    /// Two bows that face away from each other.
    Pass,
}

impl PlaceSign {
    /// The sign of a place.
    #[must_use]
    pub fn of(place: &Place) -> Self {
        match place.kind {
            PlaceKind::Capital => Self::Capital,
            PlaceKind::Peak => Self::Peak,
            PlaceKind::Pass | PlaceKind::Bridge => Self::Pass,
            _ if place.rank >= 4 => Self::Village,
            _ => Self::Town,
        }
    }
}

/// The sample or sign of a legend line.
#[derive(Debug, Clone, PartialEq)]
pub enum LegendSign {
    /// A sample of a district: base color, texture, and whether it is only possible.
    Fill(Option<Color>, Option<Texture>, bool),
    /// A roundel of a stance that only another party reports.
    Hearsay,
    /// A unit sign: fill color, line color, and whether its presence is only possible.
    Unit(Option<Color>, Color, bool),
    /// An arc of a message.
    Arc(Color),
    /// The mark of a kind of message.
    Message(MessageKind, Color),
    /// The sign of an event with contradicting reports.
    Twice,
    /// A line.
    Line(Stroke),
    /// The ribbon of one or more holders.
    Ribbon(Vec<LegendHolder>),
    /// The bracket at the name of a district of which a part is held.
    Bracket(Vec<LegendHolder>),
    /// The ring of a held town.
    Town(LegendHolder),
    /// A remark about how an area is read, without a sample.
    Reading,
    /// The mark of an arm in its frame.
    Arm(Arm),
    /// The mark of a force's size.
    Echelon(Echelon),
    /// A square of a hundred men and a disc of a gun.
    Strength(Color),
    /// An arrow, and whether the force arrived.
    Move(Color, bool),
    /// The ring of a person whose place is not stated.
    PlaceNotStated,
    /// Unit signs of one color that get paler.
    Aged(Color),
    /// A roundel with a party's letter, in its color.
    Seat(String, Color),
    /// The sign of a place.
    Place(PlaceSign),
    /// The beginning of a name in the language of the lens.
    OwnName(String),
}

/// A holder as it is shown in the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendHolder {
    /// The party's colors.
    pub colors: PartyColors,
    /// The party's letter.
    pub letter: String,
    /// Whether the holding is certain; otherwise its signs are open.
    pub is_certain: bool,
}
