//! Writes a display list as SVG, from which `file` makes PNG and PDF.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::{MapGeometry, MapPoint, ScreenPoint, ScreenRect, Viewport, ticks};
use crate::scene::{
    AreaRef, ChartPage, Color, Dash, Item, MultiplesPage, Plate, ReliefKind, ReliefStyle, Shape,
    Slide, Stroke, Texture, Theme,
};

use super::clip;
pub use super::svg_form::{About, Form, Letters};
pub use super::svg_text::escape;
use super::svg_text::{line, paint, pattern, put, trace};

/// Distance beyond the edge of a page, in points, up to which lines and areas of the map are
/// written.
const BEYOND_PAGE: f32 = 24.0;

/// A display list and its rectangle on the page.
pub struct Part<'a> {
    /// Id of the group that contains it.
    pub id: String,
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

/// A plate as an SVG document.
#[must_use]
pub fn plate(plate: &Plate, geometry: &MapGeometry, form: &Form) -> String {
    let whole = ScreenRect::sized(ScreenPoint::default(), plate.size.0, plate.size.1);
    let view = plate.view;
    let map = Part {
        id: MAP.to_owned(),
        items: &plate.scene.items,
        rect: plate.map,
        base_color: Some(plate.ground),
        view,
        unit: plate.unit,
    };
    let around = Part {
        id: "page".to_owned(),
        items: &plate.around,
        rect: whole,
        base_color: None,
        view,
        unit: plate.column_unit,
    };
    document(plate.size, plate.page_color, &[map, around], geometry, form)
}

/// A slide as an SVG document.
#[must_use]
pub fn slide(slide: &Slide, geometry: &MapGeometry, form: &Form) -> String {
    let whole = ScreenRect::sized(ScreenPoint::default(), slide.size.0, slide.size.1);
    let alone = slide.maps.len() == 1;
    let maps = slide.maps.iter().enumerate();
    let mut parts: Vec<Part<'_>> = maps
        .map(|(i, map)| Part {
            id: if alone {
                MAP.to_owned()
            } else {
                format!("{MAP}-{}", i + 1)
            },
            items: &map.scene.items,
            rect: map.rect,
            base_color: Some(slide.ground),
            view: map.view,
            unit: map.unit,
        })
        .collect();
    parts.push(Part {
        id: "page".to_owned(),
        items: &slide.around,
        rect: whole,
        base_color: None,
        view: Viewport::fit(geometry.home.0, geometry.home.1, slide.size),
        unit: slide.column_unit,
    });
    document(slide.size, slide.page_color, &parts, geometry, form)
}

/// A chart as an SVG document on a page of one color.
#[must_use]
pub fn chart(sheet: &ChartPage, page: Color, geometry: &MapGeometry, form: &Form) -> String {
    let size = sheet.chart.size;
    let part = Part {
        id: "chart".to_owned(),
        items: &sheet.chart.items,
        rect: ScreenRect::sized(ScreenPoint::default(), size.0, size.1),
        base_color: None,
        view: Viewport::fit(geometry.home.0, geometry.home.1, size),
        unit: sheet.unit,
    };
    document(size, page, &[part], geometry, form)
}

/// Small maps in a grid as an SVG document.
#[must_use]
pub fn multiples(
    sheet: &MultiplesPage,
    theme: &Theme,
    size: (f32, f32),
    geometry: &MapGeometry,
    form: &Form,
) -> String {
    let whole = ScreenRect::sized(ScreenPoint::default(), size.0, size.1);
    let view = Viewport::fit(geometry.home.0, geometry.home.1, size);
    let cells = sheet.cells.iter().enumerate();
    let mut parts: Vec<Part<'_>> = cells
        .map(|(i, c)| Part {
            id: format!("{MAP}-{}", i + 1),
            items: &c.scene.items,
            rect: c.map,
            base_color: Some(theme.ground(geometry)),
            view: c.view,
            unit: sheet.unit,
        })
        .collect();
    parts.push(Part {
        id: "page".to_owned(),
        items: &sheet.around,
        rect: whole,
        base_color: None,
        view,
        unit: sheet.page_unit,
    });
    document(size, theme.page, &parts, geometry, form)
}

/// Id of the group of a map that is alone on its page.
const MAP: &str = "map";

/// Parts on a page as an SVG document. Each part is a layer, and a map has a layer for each kind of
/// its content.
#[must_use]
pub fn document(
    (w, h): (f32, f32),
    page: Color,
    parts: &[Part<'_>],
    geometry: &MapGeometry,
    form: &Form,
) -> String {
    let view = Viewport::fit(geometry.home.0, geometry.home.1, (w, h));
    let whole = ScreenRect::sized(ScreenPoint::default(), w, h);
    let mut svg = Svg {
        geometry,
        form,
        view,
        unit: 1.0,
        visible: whole,
        out: String::new(),
        defs: String::new(),
        patterns: BTreeMap::new(),
        faces: BTreeSet::new(),
        curves: 0,
        ids: BTreeSet::new(),
    };
    svg.rect(&whole, 0.0, Some(page), None);
    parts.iter().for_each(|part| svg.part(part));
    let About {
        title,
        description,
        language,
        ..
    } = &form.about;
    let (width, height) = match form.paper_mm {
        Some((width, height)) => (format!("{width}mm"), format!("{height}mm")),
        None => (w.to_string(), h.to_string()),
    };
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {w} {h}\" role=\"img\""
    );
    if !language.is_empty() {
        let tag = escape(language);
        put(
            &mut head,
            format_args!(" lang=\"{tag}\" xml:lang=\"{tag}\""),
        );
    }
    line(
        &mut head,
        format_args!(
            " aria-labelledby=\"title desc\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<defs>",
            escape(title),
            escape(description)
        ),
    );
    head.push_str(&svg.defs);
    svg.patterns
        .values()
        .for_each(|(_, text)| head.push_str(text));
    if form.letters == Letters::Fonts {
        head.push_str(&svg.embedded_faces());
    }
    head.push_str("</defs>\n");
    head + &svg.out + "</svg>\n"
}

pub(super) struct Svg<'a> {
    geometry: &'a MapGeometry,
    pub(super) form: &'a Form,
    view: Viewport,
    unit: f32,
    /// What of the map is written, in the points of the part.
    visible: ScreenRect,
    pub(super) out: String,
    defs: String,
    patterns: BTreeMap<String, (usize, String)>,
    /// Names of the font files that were used.
    pub(super) faces: BTreeSet<&'static str>,
    /// Ids of the groups of subjects.
    ids: BTreeSet<String>,
    /// Number of curves with a text so far, from which their ids are made.
    pub(super) curves: usize,
}

impl Svg<'_> {
    /// Writes a part as a layer, and the items of a map as layers within it.
    fn part(&mut self, part: &Part<'_>) {
        (self.view, self.unit) = (part.view, part.unit);
        let (at, w, h) = (part.rect.min, part.rect.width(), part.rect.height());
        let inside = ScreenRect::sized(ScreenPoint::default(), w, h);
        self.visible = inside.expand(BEYOND_PAGE);
        let mut attributes = String::new();
        if at != ScreenPoint::default() {
            put(
                &mut attributes,
                format_args!(" transform=\"translate({:.2} {:.2})\"", at.x, at.y),
            );
        }
        if part.base_color.is_some() {
            put(
                &mut attributes,
                format_args!(" clip-path=\"url(#clip-{})\"", part.id),
            );
            line(
                &mut self.defs,
                format_args!(
                    "<clipPath id=\"clip-{}\"><rect width=\"{w:.2}\" height=\"{h:.2}\"/></clipPath>",
                    part.id
                ),
            );
        }
        self.open_layer(&part.id, &part.id, &attributes);
        match part.base_color {
            Some(base_color) => {
                self.rect(&inside, 0.0, Some(base_color), None);
                for items in part.items.chunk_by(|a, b| a.layer == b.layer) {
                    self.layer(&part.id, items);
                }
            }
            None => part.items.iter().for_each(|item| self.item(item)),
        }
        self.out.push_str("</g>\n");
    }

    /// Opens a group that drawing programs show as a layer. `name` is its id without the id of the
    /// map.
    fn open_layer(&mut self, id: &str, name: &str, attributes: &str) {
        let label = name.replace('-', " ");
        let mut letters = label.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let label: String = first.chain(letters).collect();
        line(
            &mut self.out,
            format_args!(
                "<g id=\"{id}\" inkscape:groupmode=\"layer\" inkscape:label=\"{label}\"{attributes}>"
            ),
        );
    }

    /// Writes items of one layer of a map, those of one subject together.
    fn layer(&mut self, map: &str, items: &[Item]) {
        let Some(first) = items.first() else { return };
        let name: &'static str = first.layer.into();
        let id = match map.strip_prefix(MAP) {
            Some("") => name.to_owned(),
            _ => format!("{map}-{name}"),
        };
        self.open_layer(&id, name, "");
        for same in items.chunk_by(|a, b| a.subject == b.subject) {
            let Some(subject) = same.first().and_then(|item| item.subject.as_deref()) else {
                same.iter().for_each(|item| self.item(item));
                continue;
            };
            let record = escape(subject);
            let mut own = format!("{id}-{record}");
            let mut count = 1;
            while self.ids.contains(&own) {
                count += 1;
                own = format!("{id}-{record}-{count}");
            }
            put(
                &mut self.out,
                format_args!("<g id=\"{own}\" data-record=\"{record}\">"),
            );
            self.ids.insert(own);
            if let Some(name) = self.form.about.names.get(subject) {
                put(
                    &mut self.out,
                    format_args!("<title>{}</title>", escape(name)),
                );
            }
            same.iter().for_each(|item| self.item(item));
            self.out.push_str("</g>\n");
        }
        self.out.push_str("</g>\n");
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
        self.cross_ticks(points, stroke);
    }

    /// Writes the ticks across a line that has some.
    fn cross_ticks(&mut self, points: &[ScreenPoint], stroke: Option<Stroke>) {
        let Some(Stroke {
            color,
            width,
            dash: Dash::Ticked(every, long),
        }) = stroke
        else {
            return;
        };
        let mut d = String::new();
        let all = ticks(points, every).into_iter();
        for (p, (nx, ny)) in all.filter(|(p, _)| self.visible.holds(*p)) {
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
        if !d.is_empty() {
            let stroke = Stroke::solid(color, width * 0.875);
            line(
                &mut self.out,
                format_args!("<path d=\"{d}\" {}/>", paint(None, Some(stroke))),
            );
        }
    }

    /// A line of the map, as far as it is visible.
    fn map_line(&mut self, points: &[MapPoint], stroke: Stroke) {
        let path: Vec<ScreenPoint> = points
            .iter()
            .map(|p| self.view.screen_from_map(*p))
            .collect();
        let visible = self.visible.expand(stroke.width);
        let paint = paint(None, Some(stroke));
        let dashes = matches!(stroke.dash, Dash::Dashed(..) | Dash::Dotted(_));
        if dashes {
            for (before, piece) in clip::line(&path, &visible) {
                let offset = if before > 0.0 {
                    format!(" stroke-dashoffset=\"{before:.2}\"")
                } else {
                    String::new()
                };
                let d = trace(piece.into_iter());
                line(
                    &mut self.out,
                    format_args!("<path d=\"{d}\" {paint}{offset}/>"),
                );
            }
            return;
        }
        let pieces = clip::line(&path, &visible).into_iter();
        let d: String = pieces.map(|(_, piece)| trace(piece.into_iter())).collect();
        if !d.is_empty() {
            line(&mut self.out, format_args!("<path d=\"{d}\" {paint}/>"));
        }
        self.cross_ticks(&path, Some(stroke));
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
        let rings = found.rings.iter().filter_map(|ring| {
            let points: Vec<ScreenPoint> =
                ring.iter().map(|p| self.view.screen_from_map(*p)).collect();
            let seen = clip::ring(&points, &self.visible);
            (!seen.is_empty()).then(|| trace(seen.into_iter()) + "Z")
        });
        let d: String = rings.collect();
        if d.is_empty() {
            return;
        }
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
}
