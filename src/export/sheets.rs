//! Texts and pictures on sheets of A4: lines, paragraphs, columns and pages.

use crate::geometry::{MapGeometry, ScreenPoint, ScreenRect, Viewport};
use crate::model::Atlas;
use crate::paint::file::PictureError;
use crate::paint::pdf::{self, PdfPage, PdfPart, PdfRole};
use crate::paint::svg::{self, About, Form, Letters, Part};
use crate::scene::{Color, Face, Item, Layer, Shape, Stroke, TextRun};
use crate::text::Text;

/// Width and height of a sheet of A4, in points.
pub(super) const SHEET: (f32, f32) = (595.28, 841.89);
/// Margin at the left and the right, in points.
const SIDE: f32 = 42.0;
/// First and last line of what flows on a page, in points from its upper edge.
const FLOW: (f32, f32) = (58.0, 796.0);
/// Space between two columns, in points.
const GUTTER: f32 = 16.0;
/// Width of what flows on a page, in points.
pub(super) const WIDTH: f32 = SHEET.0 - 2.0 * SIDE;
/// Width of one of two columns, in points.
pub(super) const COLUMN: f32 = (WIDTH - GUTTER) / 2.0;
/// Part of a line's height that is above its baseline.
const ASCENT: f32 = 0.77;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) face: Face,
    /// Font size, in points.
    pub(super) size: f32,
    /// Height of a line, in points.
    pub(super) line: f32,
    pub(super) color: Color,
}

/// What flows on a page as one piece.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    content: Content,
    width: f32,
    height: f32,
    /// Space above it, except at the top of a page, in points.
    pub(super) above: f32,
    role: PdfRole,
}

#[derive(Debug, Clone)]
enum Content {
    Items(Vec<Item>),
    Svg(String),
}

impl Piece {
    /// A paragraph broken into lines.
    pub(super) fn text(text: &str, how: Type, width: f32) -> Self {
        let mut items = Vec::new();
        let height = set(&mut items, text, how, (0.0, 0.0), width);
        Self::of_items(items, width, height, PdfRole::Paragraph)
    }

    /// A heading broken into lines.
    pub(super) fn heading(level: u16, text: &str, how: Type, width: f32) -> Self {
        Self {
            role: PdfRole::Heading(level),
            ..Self::text(text, how, width)
        }
    }

    /// A paragraph of parts that are set in their own ways, one below the other.
    pub(super) fn texts(texts: &[(&str, Type)], width: f32) -> Self {
        let (mut items, mut y) = (Vec::new(), 0.0);
        for (text, how) in texts {
            y += set(&mut items, text, *how, (0.0, y), width);
        }
        Self::of_items(items, width, y, PdfRole::Paragraph)
    }

    /// A paragraph beside a drawing at its left.
    pub(super) fn beside(
        sign: (Vec<Item>, (f32, f32)),
        texts: &[(&str, Type)],
        width: f32,
    ) -> Self {
        let (mut items, (w, h)) = sign;
        let mut y = (h - texts.first().map_or(h, |(_, how)| how.line)).max(0.0) / 2.0;
        for (text, how) in texts {
            y += set(&mut items, text, *how, (w + 4.0, y), width - w - 4.0);
        }
        Self::of_items(items, width, y.max(h), PdfRole::Paragraph)
    }

    /// Lines to write on.
    pub(super) fn lines_to_write(count: usize, apart: f32, color: Color, width: f32) -> Self {
        let line = |i: usize| {
            let y = apart * (i + 1) as f32 - 1.0;
            rule(y, width, Stroke::solid(color, 0.6))
        };
        let items = (0..count).map(line).collect();
        let height = apart * count as f32;
        Self::of_items(items, width, height, PdfRole::Decoration)
    }

    /// A line over the whole width.
    pub(super) fn rule(color: Color, thick: f32, width: f32) -> Self {
        let items = vec![rule(thick / 2.0, width, Stroke::solid(color, thick))];
        Self::of_items(items, width, thick, PdfRole::Decoration)
    }

    /// A picture with what it shows in words.
    pub(super) fn picture(svg: String, size: (f32, f32), alt: &str) -> Self {
        Self {
            content: Content::Svg(svg),
            width: size.0,
            height: size.1,
            above: 0.0,
            role: PdfRole::Figure(alt.to_owned()),
        }
    }

    fn of_items(items: Vec<Item>, width: f32, height: f32, role: PdfRole) -> Self {
        Self {
            content: Content::Items(items),
            width,
            height,
            above: 0.0,
            role,
        }
    }

    /// The same piece with space above it.
    pub(super) fn below(mut self, above: f32) -> Self {
        self.above = above;
        self
    }

    /// Its height with the space above it, in points.
    pub(super) fn height(&self) -> f32 {
        self.height + self.above
    }
}

/// Sets a text in lines from `at` on; returns the height of the lines.
fn set(items: &mut Vec<Item>, text: &str, how: Type, at: (f32, f32), width: f32) -> f32 {
    let lines = how.face.wrap(text, how.size, width);
    let count = lines.len();
    for (i, line) in lines.into_iter().enumerate() {
        let leading = (how.line - how.size) / 2.0;
        let y = at.1 + how.line * i as f32 + leading + how.size * (ASCENT + 0.1);
        items.push(Item {
            layer: Layer::Furniture,
            subject: None,
            shape: Shape::Text(TextRun {
                at: ScreenPoint::new(at.0, y),
                text: line,
                face: how.face,
                size: how.size,
                tracking: 0.0,
                color: how.color,
                halo: None,
                angle: 0.0,
            }),
        });
    }
    how.line * count as f32
}

fn rule(y: f32, width: f32, stroke: Stroke) -> Item {
    Item {
        layer: Layer::Furniture,
        subject: None,
        shape: Shape::Path {
            points: vec![ScreenPoint::new(0.0, y), ScreenPoint::new(width, y)],
            closed: false,
            fill: None,
            stroke: Some(stroke),
        },
    }
}

/// What stands at the head and the foot of every page.
#[derive(Debug, Clone)]
pub(super) struct Running {
    pub(super) left: String,
    pub(super) how: Type,
    pub(super) rule: Color,
}

/// Pages that are filled piece by piece.
pub(super) struct Sheets<'a> {
    geometry: &'a MapGeometry,
    running: Running,
    pages: Vec<PdfPage>,
    /// Where the next piece comes, in points from the upper edge of the page.
    y: f32,
    page: Color,
}

impl<'a> Sheets<'a> {
    pub(super) fn new(geometry: &'a MapGeometry, running: Running, page: Color) -> Self {
        Self {
            geometry,
            running,
            pages: Vec::new(),
            y: FLOW.1,
            page,
        }
    }

    /// Begins a page with the name that the list of contents has for it, and a text at the right of
    /// its head.
    pub(super) fn begin(&mut self, name: Option<&str>, right: &str) {
        let number = self.pages.len() + 1;
        self.pages.push(PdfPage {
            size: SHEET,
            name: name.map(ToOwned::to_owned),
            parts: Vec::new(),
        });
        self.y = FLOW.0;
        let how = self.running.how;
        let mut head = Vec::new();
        set(&mut head, &self.running.left, how, (0.0, 0.0), WIDTH);
        self.at_the_right(&mut head, right);
        head.push(rule(15.0, WIDTH, Stroke::solid(self.running.rule, 0.6)));
        let head = Piece::of_items(head, WIDTH, 17.0, PdfRole::Decoration);
        self.place(head, (SIDE, 30.0));
        let mut foot = Vec::new();
        self.at_the_right(&mut foot, &number.to_string());
        let foot = Piece::of_items(foot, WIDTH, 17.0, PdfRole::Decoration);
        self.place(foot, (SIDE, SHEET.1 - 36.0));
    }

    fn at_the_right(&self, items: &mut Vec<Item>, text: &str) {
        let how = self.running.how;
        let left = WIDTH - how.face.width(text, how.size);
        // Half an em is added, so that rounding of the width does not break the line.
        set(items, text, how, (left, 0.0), WIDTH + how.size);
    }

    /// Height that is left on the page, in points.
    pub(super) fn room(&self) -> f32 {
        FLOW.1 - self.y
    }

    /// Adds a piece, on a new page where it does not fit.
    pub(super) fn add(&mut self, piece: Piece) {
        if self.pages.is_empty() || (piece.height() > self.room() && self.y > FLOW.0) {
            self.begin(None, "");
        }
        let above = if self.y > FLOW.0 { piece.above } else { 0.0 };
        let (at, height) = ((SIDE, self.y + above), piece.height);
        self.place(piece, at);
        self.y = at.1 + height;
    }

    /// Adds pieces as wide as a column in two columns of about equal height, and on further pages
    /// where there is not room enough.
    pub(super) fn add_in_columns(&mut self, pieces: Vec<Piece>) {
        let mut rest: std::collections::VecDeque<Piece> = pieces.into();
        while let Some(first) = rest.front() {
            if first.height() > self.room() && self.y > FLOW.0 {
                self.begin(None, "");
            }
            let (top, room) = (self.y, self.room());
            let half = rest.iter().map(Piece::height).sum::<f32>() / 2.0;
            let mut foot = top;
            for (column, most) in [room.min(half + 6.0), room].into_iter().enumerate() {
                let x = SIDE + column as f32 * (COLUMN + GUTTER);
                let mut y = top;
                while let Some(piece) = rest.front() {
                    // A piece higher than a whole page would never fit.
                    if y > top && y - top + piece.height() > most {
                        break;
                    }
                    let above = if y > top { piece.above } else { 0.0 };
                    let Some(piece) = rest.pop_front() else { break };
                    let (at, height) = ((x, y + above), piece.height);
                    self.place(piece, at);
                    y = at.1 + height;
                }
                foot = foot.max(y);
            }
            self.y = foot;
        }
    }

    fn place(&mut self, piece: Piece, at: (f32, f32)) {
        // Letters may reach a little beyond their lines.
        const BEYOND: f32 = 4.0;
        let (svg, at, size) = match piece.content {
            Content::Svg(svg) => (svg, at, (piece.width, piece.height)),
            Content::Items(mut items) => {
                for item in &mut items {
                    item.shape.shift(BEYOND, BEYOND);
                }
                let size = (piece.width + 2.0 * BEYOND, piece.height + 2.0 * BEYOND);
                let at = (at.0 - BEYOND, at.1 - BEYOND);
                (self.svg(&items, size), at, size)
            }
        };
        if let Some(page) = self.pages.last_mut() {
            page.parts.push(PdfPart {
                svg,
                at,
                size,
                role: piece.role,
            });
        }
    }

    fn svg(&self, items: &[Item], size: (f32, f32)) -> String {
        let home = self.geometry.home;
        let part = Part {
            id: "page".to_owned(),
            items,
            rect: ScreenRect::sized(ScreenPoint::default(), size.0, size.1),
            base_color: None,
            view: Viewport::fit(home.0, home.1, size),
            unit: 1.0,
        };
        let form = Form {
            letters: Letters::Selectable,
            ..Form::default()
        };
        let clear = self.page.alpha(0.0);
        svg::document(size, clear, &[part], self.geometry, &form)
    }

    /// The pages as a PDF about an atlas.
    pub(super) fn document(
        self,
        title: String,
        atlas: &Atlas,
        text: &Text,
    ) -> Result<Vec<u8>, PictureError> {
        let about = About {
            title,
            sources: text.sources_line(atlas),
            language: text.language().to_owned(),
            ..About::default()
        };
        let authors = [atlas.manifest.title.text(text.language()).to_owned()];
        pdf::document(&self.finish(), &about, &authors)
    }

    /// The pages.
    pub(super) fn finish(self) -> Vec<PdfPage> {
        self.pages
    }
}
