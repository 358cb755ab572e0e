//! Writes a display list as SVG, from which `file` makes PNG and PDF.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};

use crate::geometry::{MapGeometry, MapPoint, ScreenPoint, ScreenRect, Viewport, ticks};
use crate::scene::{
    AreaRef, Chart, Color, Dash, Item, MultiplesPage, Plate, ReliefKind, ReliefStyle, Shape,
    Stroke, TextRun, Texture, Theme, font_file, letters_along,
};

use super::svg_text::{Letters, escape, line, paint, pattern, put, trace};

/// A display list and its rectangle on the page.
pub struct Part<'a> {
    /// The display list. Its points count from the top left corner of `rect`.
    pub items: &'a [Item],
    /// The rectangle on the page. Items are clipped to it where `base_color` is given.
    pub rect: ScreenRect,
    /// Fills the rectangle behind the items; `None` for no background and no clipping.
    pub base_color: Option<Color>,
    /// The part of the map that the items show.
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
        curves: 0,
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
                line(
                    &mut svg.out,
                    format_args!("<g transform=\"translate({:.2} {:.2})\">", at.x, at.y),
                );
            }
            part.items.iter().for_each(|item| svg.item(item));
            if moved {
                svg.out.push_str("</g>\n");
            }
            continue;
        };
        let (x, y, width, height) = (r.min.x, r.min.y, r.width(), r.height());
        line(
            &mut clips,
            format_args!(
                "<clipPath id=\"map{i}\"><rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\"/></clipPath>"
            ),
        );
        line(
            &mut svg.out,
            format_args!(
                "<g clip-path=\"url(#map{i})\"><g transform=\"translate({x:.2} {y:.2})\">"
            ),
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
    /// Number of curves with a text so far, from which their ids are made.
    curves: usize,
}

impl Svg<'_> {
    /// The fonts used so far, embedded in a style element.
    fn embedded_faces(&self) -> String {
        let mut out = String::from("<style>\n");
        for file in self.faces.iter().filter_map(|name| font_file(name)) {
            let style = if file.is_italic() { "italic" } else { "normal" };
            let data = BASE64.encode(file.bytes);
            line(
                &mut out,
                format_args!(
                    "@font-face{{font-family:'{}';font-style:{style};src:url(data:font/ttf;base64,{data})}}",
                    file.family()
                ),
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
            Shape::Relief(relief) => self.relief(*relief),
            Shape::MapLine { line, stroke } => {
                let lines = line.lines(self.geometry);
                lines
                    .iter()
                    .for_each(|points| self.map_line(points, *stroke));
            }
            Shape::MapRings { rings, stroke } => {
                rings.iter().for_each(|ring| self.map_line(ring, *stroke));
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
                line(
                    &mut self.out,
                    format_args!(
                        "<circle cx=\"{:.2}\" cy=\"{:.2}\" r=\"{radius:.2}\" {paint}/>",
                        at.x, at.y
                    ),
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
                    line(
                        &mut self.out,
                        format_args!(
                            "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"url(#{id})\" fill-opacity=\"{opacity}\"/>",
                            rect.min.x,
                            rect.min.y,
                            rect.width(),
                            rect.height()
                        ),
                    );
                }
            }
            Shape::Text(run) => self.text(run),
            Shape::TextOnPath { path, run } => self.text_on_path(path, run),
        }
    }

    fn relief(&mut self, relief: ReliefStyle) {
        let Some(map) = &self.geometry.relief else {
            return;
        };
        let tiles = map.tiles(&self.view, relief.step);
        match relief.kind {
            ReliefKind::Shading => {
                super::relief::shading(&mut self.out, &tiles, &self.view, relief.color);
            }
            ReliefKind::Hachures { light } => {
                let pen = super::relief::Pen {
                    color: relief.color,
                    light,
                    unit: self.unit,
                };
                super::relief::hachures(&mut self.out, &tiles, &self.view, pen);
            }
        }
    }

    fn rect(&mut self, rect: &ScreenRect, round: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        // The outline of a box is drawn inside its edge, as on the screen.
        let inner = rect.expand(-stroke.map_or(0.0, |s| s.width / 2.0));
        line(
            &mut self.out,
            format_args!(
                "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" rx=\"{round:.2}\" {}/>",
                inner.min.x,
                inner.min.y,
                inner.width().max(0.0),
                inner.height().max(0.0),
                paint(fill, stroke)
            ),
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
        line(
            &mut self.out,
            format_args!("<path d=\"{d}\" {}/>", paint(fill, stroke)),
        );
        if let Some(Stroke {
            color,
            width,
            dash: Dash::Ticked(every, long),
        }) = stroke
        {
            let mut d = String::new();
            for (p, (nx, ny)) in ticks(points, every) {
                let (x, y) = (nx * long / 2.0, ny * long / 2.0);
                put(
                    &mut d,
                    format_args!(
                        "M{:.2} {:.2}L{:.2} {:.2}",
                        p.x - x,
                        p.y - y,
                        p.x + x,
                        p.y + y
                    ),
                );
            }
            line(
                &mut self.out,
                format_args!(
                    "<path d=\"{d}\" {}/>",
                    paint(None, Some(Stroke::solid(color, width * 0.875)))
                ),
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

    fn area(
        &mut self,
        area: &AreaRef,
        base_color: Option<Color>,
        texture: Option<&Texture>,
        opacity: f32,
    ) {
        let Some(found) = area.area(self.geometry) else {
            return;
        };
        let anchor = self.view.screen_from_map(found.anchor);
        let rings = found
            .rings
            .iter()
            .map(|ring| trace(ring.iter().map(|p| self.view.screen_from_map(*p))) + "Z");
        let d: String = rings.collect();
        if let Some(base_color) = base_color {
            line(
                &mut self.out,
                format_args!(
                    "<path d=\"{d}\" fill-rule=\"evenodd\" {}/>",
                    paint(Some(base_color.alpha(opacity)), None)
                ),
            );
        }
        if let Some(texture) = texture {
            let id = self.pattern(texture, anchor, 1.0);
            line(
                &mut self.out,
                format_args!(
                    "<path d=\"{d}\" fill-rule=\"evenodd\" fill=\"url(#{id})\" fill-opacity=\"{opacity}\"/>"
                ),
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

    /// A text along a curve as one `textPath`, so that it stays one word for search and editing.
    fn text_on_path(&mut self, path: &[ScreenPoint], run: &TextRun) {
        if let Some((halo, width)) = run.halo {
            let mut d = String::new();
            for letter in letters_along(path, run) {
                let mut outline = Letters::turned(letter.at, letter.angle);
                let (text, size) = (&letter.text, letter.size);
                letter.face.outline(text, size, 0.0, &mut outline);
                d.push_str(&outline.d);
            }
            let stroke = Stroke::solid(halo, width * 2.0);
            let paint = paint(Some(halo), Some(stroke));
            line(&mut self.out, format_args!("<path d=\"{d}\" {paint}/>"));
        }
        let id = format!("curve{}", self.curves);
        self.curves += 1;
        line(
            &mut self.out,
            format_args!(
                "<defs><path id=\"{id}\" d=\"{}\"/></defs>",
                trace(path.iter().copied())
            ),
        );
        let mut start = 0.0;
        for (file, text) in run.face.runs(&run.text) {
            self.faces.insert(file);
            let Some(font) = font_file(file) else {
                continue;
            };
            let style = if font.is_italic() {
                " font-style=\"italic\""
            } else {
                ""
            };
            line(
                &mut self.out,
                format_args!(
                    "<text font-family=\"{}\"{style} font-size=\"{:.2}\" letter-spacing=\"{:.3}\" font-kerning=\"none\" {} xml:space=\"preserve\"><textPath href=\"#{id}\" startOffset=\"{start:.2}\">{}</textPath></text>",
                    font.family(),
                    run.size,
                    run.tracking,
                    paint(Some(run.color), None),
                    escape(&text)
                ),
            );
            start += run.face.width(&text, run.size) + run.tracking * text.chars().count() as f32;
        }
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
            let mut outline = Letters::turned(run.at, 0.0);
            run.face
                .outline(&run.text, run.size, run.tracking, &mut outline);
            let stroke = Stroke::solid(halo, width * 2.0);
            line(
                &mut self.out,
                format_args!(
                    "<path d=\"{}\" {}{turn}/>",
                    outline.d,
                    paint(Some(halo), Some(stroke))
                ),
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
            line(
                &mut self.out,
                format_args!(
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
                ),
            );
            x += run.face.width(&text, run.size) + run.tracking * text.chars().count() as f32;
        }
    }
}
