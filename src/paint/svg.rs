//! Writes a display list as SVG, from which `file` makes PNG and PDF.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};

use crate::geometry::{MapArea, MapGeometry, MapPoint, ScreenPoint, ScreenRect, Viewport, ticks};
use crate::scene::{
    AreaRef, Chart, Color, Dash, Item, LineRef, Mark, MultiplesPage, Outline, Plate, Shape, Stroke,
    TextRun, Texture, Theme, font_file,
};

/// Points of a path nearer than this to the one before are left out, in points.
const NEAREST: f32 = 0.3;

/// A display list and its rectangle on the page.
pub struct Part<'a> {
    /// The display list; its points count from the left top of `rect`.
    pub items: &'a [Item],
    /// The rectangle on the page. Items are clipped to it where `base_color` is given.
    pub rect: ScreenRect,
    /// Fills the rectangle behind the items; `None` for no background and no clipping.
    pub base_color: Option<Color>,
    /// The part of the map that it shows.
    pub view: Viewport,
    /// Points per design unit.
    pub unit: f32,
}

/// A plate as an SVG document. `embed` includes the fonts that it uses, for viewers that lack them.
#[must_use]
pub fn plate(plate: &Plate, geometry: &MapGeometry, embed: bool) -> String {
    let whole = ScreenRect::sized(ScreenPoint::default(), plate.size.0, plate.size.1);
    let view = plate.view;
    let map = Part {
        items: &plate.scene.items,
        rect: plate.map,
        base_color: Some(plate.water),
        view,
        unit: plate.unit,
    };
    let around = Part {
        items: &plate.around,
        rect: whole,
        base_color: None,
        view,
        unit: plate.column_unit,
    };
    document(
        plate.size,
        &plate.title,
        plate.page_color,
        &[map, around],
        geometry,
        embed,
    )
}

/// A chart as an SVG document on a page of one color, with `unit` points per design unit.
#[must_use]
pub fn chart(
    chart: &Chart,
    title: &str,
    page: Color,
    unit: f32,
    geometry: &MapGeometry,
    embed: bool,
) -> String {
    let rect = ScreenRect::sized(ScreenPoint::default(), chart.size.0, chart.size.1);
    let view = Viewport::fit(geometry.home.0, geometry.home.1, chart.size);
    document(
        chart.size,
        title,
        page,
        &[Part {
            items: &chart.items,
            rect,
            base_color: None,
            view,
            unit,
        }],
        geometry,
        embed,
    )
}

/// Small maps in a grid as an SVG document.
#[must_use]
pub fn multiples(
    sheet: &MultiplesPage,
    theme: &Theme,
    size: (f32, f32),
    geometry: &MapGeometry,
    embed: bool,
) -> String {
    let whole = ScreenRect::sized(ScreenPoint::default(), size.0, size.1);
    let view = Viewport::fit(geometry.home.0, geometry.home.1, size);
    let cells = sheet.cells.iter();
    let mut parts: Vec<Part<'_>> = cells
        .map(|c| Part {
            items: &c.scene.items,
            rect: c.map,
            base_color: Some(theme.lake),
            view: c.view,
            unit: sheet.unit,
        })
        .collect();
    parts.push(Part {
        items: &sheet.around,
        rect: whole,
        base_color: None,
        view,
        unit: 1.0,
    });
    document(size, &sheet.title, theme.page, &parts, geometry, embed)
}

/// Parts on a page as an SVG document.
#[must_use]
pub fn document(
    (w, h): (f32, f32),
    title: &str,
    page: Color,
    parts: &[Part<'_>],
    geometry: &MapGeometry,
    embed: bool,
) -> String {
    let view = Viewport::fit(geometry.home.0, geometry.home.1, (w, h));
    let mut svg = Svg {
        geometry,
        view,
        unit: 1.0,
        out: String::new(),
        patterns: BTreeMap::new(),
        faces: BTreeSet::new(),
    };
    svg.rect(
        &ScreenRect::sized(ScreenPoint::default(), w, h),
        0.0,
        Some(page),
        None,
    );
    let mut clips = String::new();
    for (i, part) in parts.iter().enumerate() {
        (svg.view, svg.unit) = (part.view, part.unit);
        let r = part.rect;
        let Some(base_color) = part.base_color else {
            let at = r.min;
            let moved = at != ScreenPoint::default();
            if moved {
                let _ = writeln!(
                    svg.out,
                    "<g transform=\"translate({:.2} {:.2})\">",
                    at.x, at.y
                );
            }
            part.items.iter().for_each(|item| svg.item(item));
            if moved {
                svg.out.push_str("</g>\n");
            }
            continue;
        };
        let (x, y, width, height) = (r.min.x, r.min.y, r.width(), r.height());
        let _ = writeln!(
            clips,
            "<clipPath id=\"map{i}\"><rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\"/></clipPath>"
        );
        let _ = writeln!(
            svg.out,
            "<g clip-path=\"url(#map{i})\"><g transform=\"translate({x:.2} {y:.2})\">"
        );
        svg.rect(
            &ScreenRect::sized(ScreenPoint::default(), width, height),
            0.0,
            Some(base_color),
            None,
        );
        part.items.iter().for_each(|item| svg.item(item));
        svg.out.push_str("</g></g>\n");
    }
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n<title>{}</title>\n<defs>\n",
        escape(title)
    );
    head.push_str(&clips);
    svg.patterns
        .values()
        .for_each(|(_, text)| head.push_str(text));
    if embed {
        head.push_str(&svg.embedded_faces());
    }
    head.push_str("</defs>\n");
    head + &svg.out + "</svg>\n"
}

struct Svg<'a> {
    geometry: &'a MapGeometry,
    view: Viewport,
    unit: f32,
    out: String,
    patterns: BTreeMap<String, (usize, String)>,
    faces: BTreeSet<&'static str>,
}

impl Svg<'_> {
    /// The fonts used so far, embedded in a style element.
    fn embedded_faces(&self) -> String {
        let mut out = String::from("<style>\n");
        for file in self.faces.iter().filter_map(|name| font_file(name)) {
            let style = if file.is_italic() { "italic" } else { "normal" };
            let data = BASE64.encode(file.bytes);
            let _ = writeln!(
                out,
                "@font-face{{font-family:'{}';font-style:{style};src:url(data:font/ttf;base64,{data})}}",
                file.family()
            );
        }
        out + "</style>\n"
    }

    fn item(&mut self, item: &Item) {
        match &item.shape {
            Shape::Area {
                area,
                base_color,
                texture,
                opacity,
            } => self.area(area, *base_color, texture.as_ref(), *opacity),
            Shape::Relief { color, opacity } => self.relief(*color, *opacity),
            Shape::MapLine { line, stroke } => {
                let lines: Vec<Vec<MapPoint>> = self.lines_of(line);
                lines
                    .iter()
                    .for_each(|points| self.map_line(points, *stroke));
            }
            Shape::MapRings { rings, stroke } => {
                rings.iter().for_each(|ring| self.map_line(ring, *stroke))
            }
            Shape::Path {
                points,
                closed,
                fill,
                stroke,
            } => self.path(points, *closed, *fill, *stroke),
            Shape::Circle {
                at,
                radius,
                fill,
                stroke,
            } => {
                let paint = paint(*fill, *stroke);
                let _ = writeln!(
                    self.out,
                    "<circle cx=\"{:.2}\" cy=\"{:.2}\" r=\"{radius:.2}\" {paint}/>",
                    at.x, at.y
                );
            }
            Shape::Box {
                rect,
                round,
                fill,
                stroke,
            } => self.rect(rect, *round, *fill, *stroke),
            Shape::Sample {
                rect,
                base_color,
                texture,
                opacity,
                zoom,
            } => {
                self.rect(rect, 0.0, Some(*base_color), None);
                if let Some(texture) = texture {
                    let id = self.pattern(texture, rect.min, *zoom);
                    let _ = writeln!(
                        self.out,
                        "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"url(#{id})\" fill-opacity=\"{opacity}\"/>",
                        rect.min.x,
                        rect.min.y,
                        rect.width(),
                        rect.height()
                    );
                }
            }
            Shape::Text(run) => self.text(run),
        }
    }

    /// The relief as a picture of one color whose opacity is the darkness of the relief.
    fn relief(&mut self, color: Color, opacity: f32) {
        let Some(relief) = &self.geometry.relief else {
            return;
        };
        let [r, g, b, _] = color.0;
        let pixels: Vec<u8> = relief
            .darkness
            .iter()
            .flat_map(|d| [r, g, b, (f32::from(*d) * opacity) as u8])
            .collect();
        let Ok(png) = super::file::png_of(relief.width, relief.height, &pixels) else {
            return;
        };
        let (a, c) = (
            self.view.screen_from_map(relief.bounds.0),
            self.view.screen_from_map(relief.bounds.1),
        );
        let _ = writeln!(
            self.out,
            "<image x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,{}\"/>",
            a.x,
            a.y,
            c.x - a.x,
            c.y - a.y,
            BASE64.encode(png)
        );
    }

    fn rect(&mut self, rect: &ScreenRect, round: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        // The outline of a box is drawn inside its edge, as on the screen.
        let inner = rect.expand(-stroke.map_or(0.0, |s| s.width / 2.0));
        let _ = writeln!(
            self.out,
            "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" rx=\"{round:.2}\" {}/>",
            inner.min.x,
            inner.min.y,
            inner.width().max(0.0),
            inner.height().max(0.0),
            paint(fill, stroke)
        );
    }

    fn path(
        &mut self,
        points: &[ScreenPoint],
        closed: bool,
        fill: Option<Color>,
        stroke: Option<Stroke>,
    ) {
        let mut d = trace(points.iter().copied());
        if closed {
            d.push('Z');
        }
        let _ = writeln!(self.out, "<path d=\"{d}\" {}/>", paint(fill, stroke));
        if let Some(Stroke {
            color,
            width,
            dash: Dash::Ticked(every, long),
        }) = stroke
        {
            let mut d = String::new();
            for (p, (nx, ny)) in ticks(points, every) {
                let (x, y) = (nx * long / 2.0, ny * long / 2.0);
                let _ = write!(
                    d,
                    "M{:.2} {:.2}L{:.2} {:.2}",
                    p.x - x,
                    p.y - y,
                    p.x + x,
                    p.y + y
                );
            }
            let _ = writeln!(
                self.out,
                "<path d=\"{d}\" {}/>",
                paint(None, Some(Stroke::solid(color, width * 0.875)))
            );
        }
    }

    fn map_line(&mut self, points: &[MapPoint], stroke: Stroke) {
        let path: Vec<ScreenPoint> = points
            .iter()
            .map(|p| self.view.screen_from_map(*p))
            .collect();
        self.path(&path, false, None, Some(stroke));
    }

    fn area_of(&self, area: &AreaRef) -> Option<&MapArea> {
        match area {
            AreaRef::District(id) => self.geometry.districts.get(id),
            AreaRef::Land(i) => self.geometry.land.get(*i),
            AreaRef::Lake(i) => self.geometry.lakes.get(*i),
        }
    }

    fn lines_of(&self, line: &LineRef) -> Vec<Vec<MapPoint>> {
        let geometry = self.geometry;
        match line {
            LineRef::River(i) => geometry
                .rivers
                .get(*i)
                .map(|l| l.points.clone())
                .into_iter()
                .collect(),
            LineRef::Railway(i) => geometry
                .railways
                .get(*i)
                .map(|l| l.points.clone())
                .into_iter()
                .collect(),
            LineRef::Border(i) => geometry
                .borders
                .get(*i)
                .map(|l| l.points.clone())
                .into_iter()
                .collect(),
            LineRef::Boundary(i) => geometry
                .boundaries
                .get(*i)
                .map(|l| l.points.clone())
                .into_iter()
                .collect(),
            LineRef::Outline(id) => geometry
                .districts
                .get(id)
                .map(|a| a.rings.clone())
                .unwrap_or_default(),
            LineRef::Shore(i) => geometry
                .lakes
                .get(*i)
                .map(|a| a.rings.clone())
                .unwrap_or_default(),
        }
    }

    fn area(
        &mut self,
        area: &AreaRef,
        base_color: Option<Color>,
        texture: Option<&Texture>,
        opacity: f32,
    ) {
        let Some(found) = self.area_of(area) else {
            return;
        };
        let anchor = self.view.screen_from_map(found.anchor);
        let rings = found
            .rings
            .iter()
            .map(|ring| trace(ring.iter().map(|p| self.view.screen_from_map(*p))) + "Z");
        let d: String = rings.collect();
        if let Some(base_color) = base_color {
            let _ = writeln!(
                self.out,
                "<path d=\"{d}\" fill-rule=\"evenodd\" {}/>",
                paint(Some(base_color.alpha(opacity)), None)
            );
        }
        if let Some(texture) = texture {
            let id = self.pattern(texture, anchor, 1.0);
            let _ = writeln!(
                self.out,
                "<path d=\"{d}\" fill-rule=\"evenodd\" fill=\"url(#{id})\" fill-opacity=\"{opacity}\"/>"
            );
        }
    }

    /// The id of a pattern for a texture anchored at a point; equal patterns are written once.
    fn pattern(&mut self, texture: &Texture, anchor: ScreenPoint, zoom: f32) -> String {
        let key = format!(
            "{texture:?} {:.2} {:.2} {:.4}",
            anchor.x,
            anchor.y,
            self.unit * zoom
        );
        let next = self.patterns.len();
        let scale = self.unit * zoom;
        let (id, _) = self
            .patterns
            .entry(key)
            .or_insert_with(|| (next, pattern(next, texture, anchor, scale)));
        format!("p{id}")
    }

    fn text(&mut self, run: &TextRun) {
        let turn = if run.angle == 0.0 {
            String::new()
        } else {
            format!(
                " transform=\"rotate({:.2} {:.2} {:.2})\"",
                run.angle.to_degrees(),
                run.at.x,
                run.at.y
            )
        };
        if let Some((halo, width)) = run.halo {
            let mut outline = Letters {
                x: run.at.x,
                y: run.at.y,
                d: String::new(),
            };
            run.face
                .outline(&run.text, run.size, run.tracking, &mut outline);
            let stroke = Stroke::solid(halo, width * 2.0);
            let _ = writeln!(
                self.out,
                "<path d=\"{}\" {}{turn}/>",
                outline.d,
                paint(Some(halo), Some(stroke))
            );
        }
        let mut x = run.at.x;
        for (file, text) in run.face.runs(&run.text) {
            self.faces.insert(file);
            let Some(font) = font_file(file) else {
                continue;
            };
            let spacing = if run.tracking > 0.0 {
                format!(" letter-spacing=\"{:.2}\"", run.tracking)
            } else {
                String::new()
            };
            let _ = writeln!(
                self.out,
                "<text x=\"{x:.2}\" y=\"{:.2}\" font-family=\"{}\"{} font-size=\"{:.2}\"{spacing} {} xml:space=\"preserve\"{turn}>{}</text>",
                run.at.y,
                font.family(),
                if font.is_italic() {
                    " font-style=\"italic\""
                } else {
                    ""
                },
                run.size,
                paint(Some(run.color), None),
                escape(&text)
            );
            x += run.face.width(&text, run.size) + run.tracking * text.chars().count() as f32;
        }
    }
}

/// The outlines of letters as SVG path data.
struct Letters {
    x: f32,
    y: f32,
    d: String,
}

impl Outline for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.d, "M{:.2} {:.2}", self.x + x, self.y + y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.d, "L{:.2} {:.2}", self.x + x, self.y + y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let _ = write!(
            self.d,
            "Q{:.2} {:.2} {:.2} {:.2}",
            self.x + cx,
            self.y + cy,
            self.x + x,
            self.y + y
        );
    }
    fn close(&mut self) {
        self.d.push('Z');
    }
}

fn trace(points: impl Iterator<Item = ScreenPoint>) -> String {
    let mut d = String::new();
    let mut last: Option<ScreenPoint> = None;
    let mut skipped = None;
    for p in points {
        if last.is_some_and(|l| l.distance(p) < NEAREST) {
            skipped = Some(p);
            continue;
        }
        let _ = write!(
            d,
            "{}{:.2} {:.2}",
            if last.is_none() { 'M' } else { 'L' },
            p.x,
            p.y
        );
        (last, skipped) = (Some(p), None);
    }
    if let Some(p) = skipped {
        let _ = write!(d, "L{:.2} {:.2}", p.x, p.y);
    }
    d
}

fn pattern(id: usize, texture: &Texture, anchor: ScreenPoint, scale: f32) -> String {
    let tile = texture.tile();
    let mut marks = String::new();
    for (mark, color) in &tile.marks {
        let fill = paint(Some(*color), None);
        let _ = match *mark {
            Mark::Bar(x, y, w, h) => {
                write!(
                    marks,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {fill}/>",
                    x - w,
                    y - h,
                    2.0 * w,
                    2.0 * h
                )
            }
            Mark::Disc(x, y, r) => {
                write!(marks, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {fill}/>")
            }
            Mark::Ring(x, y, r, half) => {
                let stroke = paint(None, Some(Stroke::solid(*color, 2.0 * half)));
                write!(marks, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {stroke}/>")
            }
            Mark::Cross(x, y, reach, half) => {
                let stroke = paint(None, Some(Stroke::solid(*color, 2.0 * half)));
                let (a, b, c, d) = (x - reach, y - reach, x + reach, y + reach);
                write!(
                    marks,
                    "<path d=\"M{a} {b}L{c} {d}M{c} {b}L{a} {d}\" {stroke}/>"
                )
            }
        };
    }
    format!(
        "<pattern id=\"p{id}\" patternUnits=\"userSpaceOnUse\" width=\"{p}\" height=\"{p}\" \
         patternTransform=\"translate({:.2} {:.2}) rotate({}) scale({scale:.4})\">{marks}</pattern>\n",
        anchor.x,
        anchor.y,
        tile.degrees,
        p = tile.period
    )
}

fn paint(fill: Option<Color>, stroke: Option<Stroke>) -> String {
    let hex = |c: Color| format!("#{:02X}{:02X}{:02X}", c.0[0], c.0[1], c.0[2]);
    let mut out = match fill {
        Some(c) if c.0[3] == 255 => format!("fill=\"{}\"", hex(c)),
        Some(c) => format!(
            "fill=\"{}\" fill-opacity=\"{:.3}\"",
            hex(c),
            f32::from(c.0[3]) / 255.0
        ),
        None => "fill=\"none\"".to_owned(),
    };
    if let Some(s) = stroke {
        let _ = write!(
            out,
            " stroke=\"{}\" stroke-width=\"{:.2}\" stroke-linejoin=\"round\"",
            hex(s.color),
            s.width
        );
        if s.color.0[3] < 255 {
            let _ = write!(
                out,
                " stroke-opacity=\"{:.3}\"",
                f32::from(s.color.0[3]) / 255.0
            );
        }
        match s.dash {
            Dash::Dashed(dash, gap) => {
                let _ = write!(out, " stroke-dasharray=\"{dash:.2} {gap:.2}\"");
            }
            Dash::Dotted(apart) => {
                let _ = write!(
                    out,
                    " stroke-linecap=\"round\" stroke-dasharray=\"0.01 {apart:.2}\""
                );
            }
            Dash::Solid | Dash::Ticked(..) => {}
        }
    }
    out
}

/// Text as XML holds it. Control characters, which no XML document may contain, are left out.
fn escape(text: &str) -> String {
    let is_allowed = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars()
        .filter(is_allowed)
        .collect::<String>()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a<b & \"c\""), "a&lt;b &amp; &quot;c&quot;");
    }

    #[test]
    fn control_characters_do_not_make_a_picture_unreadable() {
        let text = escape("a\u{0}b\u{8}c\u{1b}[1md\u{ffff}\ne");
        assert_eq!(text, "abc[1md\ne");
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{text}</title></svg>");
        let read = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
        assert!(read.is_ok(), "{read:?}");
    }
}
