//! The display list: what to draw, as values in points. No toolkit is known here; each room of `paint` is one `match` over it.

use super::texture::Texture;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};

/// From the bottom up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum Layer {
    Land,
    Fill,
    Relief,
    Water,
    Band,
    Boundary,
    Railway,
    Selection,
    Trail,
    Label,
    Place,
    Pill,
    Unit,
    Arc,
    Mark,
    Seat,
    Furniture,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where in the pile.
    pub layer: Layer,
    /// Id of what it stands for.
    pub subject: Option<String>,
    /// What to draw.
    pub shape: Shape,
}

/// Shapes. Points, widths and sizes are screen points from the map's left top corner; a ground reference is drawn through the view.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An area of the ground: plain colour, then texture.
    Area {
        /// Which.
        area: AreaRef,
        /// Below.
        base_color: Option<Color>,
        /// Above.
        texture: Option<Texture>,
        /// Opacity of both, 0 to 1.
        opacity: f32,
    },
    /// The relief of the ground, as a veil of one colour.
    Relief {
        /// The colour of the darkest slope.
        color: Color,
        /// Its opacity there, 0 to 1.
        opacity: f32,
    },
    /// Lines of the ground.
    MapLine {
        /// Which.
        line: LineRef,
        /// How.
        stroke: Stroke,
    },
    /// Lines on the sheet that belong to no list of the ground, such as bands.
    MapRings {
        /// Closed rings.
        rings: std::sync::Arc<Vec<Vec<MapPoint>>>,
        /// How.
        stroke: Stroke,
    },
    /// A line or a filled convex shape.
    Path {
        /// Its corners.
        points: Vec<ScreenPoint>,
        /// Whether the last joins the first.
        closed: bool,
        /// Inside.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A disc or ring.
    Circle {
        /// Its middle.
        at: ScreenPoint,
        /// Its radius.
        radius: f32,
        /// Inside.
        fill: Option<Color>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A rectangle with round corners.
    Box {
        /// Where.
        rect: ScreenRect,
        /// Radius of the corners.
        round: f32,
        /// Inside.
        fill: Option<Color>,
        /// Outline, inside the rectangle.
        stroke: Option<Stroke>,
    },
    /// A small piece of ground and texture, anchored at its own corner.
    Sample {
        /// Where.
        rect: ScreenRect,
        /// Below.
        base_color: Color,
        /// Above.
        texture: Option<Texture>,
        /// Opacity of the texture, 0 to 1.
        opacity: f32,
        /// Size of the texture against the map's, so that a small sample still shows it.
        zoom: f32,
    },
    /// One line of text.
    Text(TextRun),
}

impl Shape {
    /// Moves what is placed in points; what is drawn through the view stays.
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
            Self::Area { .. }
            | Self::Relief { .. }
            | Self::MapLine { .. }
            | Self::MapRings { .. } => {}
        }
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Where its baseline begins.
    pub at: ScreenPoint,
    /// The text.
    pub text: String,
    /// In which face.
    pub face: Face,
    /// Of which size in points.
    pub size: f32,
    /// Additional room after each character, in points.
    pub tracking: f32,
    /// In which colour.
    pub color: Color,
    /// A rim around the letters: colour and width.
    pub halo: Option<(Color, f32)>,
    /// Turned about its start, clockwise, in radians.
    pub angle: f32,
}

/// Colour, width in points, and how it is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in points.
    pub width: f32,
    /// Breaks.
    pub dash: Dash,
}

impl Stroke {
    /// Unbroken.
    #[must_use]
    pub const fn solid(color: Color, width: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Solid,
        }
    }

    /// Broken: dash and gap in points.
    #[must_use]
    pub const fn dashed(color: Color, width: f32, dash: f32, gap: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Dashed(dash, gap),
        }
    }

    /// Round dots so many points apart.
    #[must_use]
    pub const fn dotted(color: Color, width: f32, apart: f32) -> Self {
        Self {
            color,
            width,
            dash: Dash::Dotted(apart),
        }
    }
}

/// How a line is broken; lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Dash and gap.
    Dashed(f32, f32),
    /// Round dots, from middle to middle.
    Dotted(f32),
    /// A line with cross ticks: from tick to tick, and a tick's length.
    Ticked(f32, f32),
}

/// Which area of the ground.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each names a vector or map of `MapGeometry`")]
pub enum AreaRef {
    District(String),
    Land(usize),
    Lake(usize),
}

/// Which line of the ground.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each names a vector or map of `MapGeometry`")]
pub enum LineRef {
    River(usize),
    Railway(usize),
    Border(usize),
    Boundary(usize),
    Outline(String),
    Shore(usize),
}

/// One line of the legend: a sample or a sign, and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// Sorts the legend.
    pub rank: u8,
    /// What is drawn.
    pub sign: LegendSign,
    /// What it means.
    pub words: String,
}

/// The picture of a legend line.
#[derive(Debug, Clone, PartialEq)]
pub enum LegendSign {
    /// A piece of the map: ground, texture, whether only possible.
    Fill(Option<Color>, Option<Texture>, bool),
    /// A holder's band: its colour, whether in part, whether only possible.
    Band(Color, bool, bool),
    /// A roundel told by another.
    Hearsay,
    /// A troop sign: fill, line, whether only possibly there.
    Unit(Option<Color>, Color, bool),
    /// An arc of a message.
    Arc(Color),
    /// A thing told twice.
    Twice,
    /// A line.
    Line(Stroke),
}
