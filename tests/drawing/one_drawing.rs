//! The screen and the export are one drawing: every item of a scene, drawn alone by both painters, lies within the same bounds in the
//! same colours, fills the same pixels, and has lines of the same widths and textures at the same phase.

use std::sync::Arc;

use araxes::app::App;
use araxes::geometry::{ScreenPoint, ScreenRect};
use araxes::paint::{screen::Screen, svg, textures::Textures};
use araxes::scene::{
    AreaRef, Color, Dash, Furniture, Item, Legend, MapDetail, ReliefKind, Scene, SceneContext,
    Shape, Stroke, Theme,
};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};
use egui::{Pos2, Rect, pos2, vec2};
use resvg::{tiny_skia as tiny, usvg};

const SIZE: (f32, f32) = (1200.0, 800.0);

/// What one painter made of an item.
#[derive(Debug, Default)]
struct Drawn {
    rect: Option<Rect>,
    /// Plain colours, red green blue alpha, multiplied by the opacity as the screen keeps them.
    colors: Vec<[u8; 4]>,
    /// Widths of lines.
    widths: Vec<f32>,
    /// Whether a repeating texture or a picture is in it.
    textured: bool,
    /// On the screen: points and where in the texture they lie.
    mapped: Vec<(Pos2, Pos2)>,
    /// In the export: from texture to sheet, and the side of a tile.
    pattern: Option<(tiny::Transform, f32)>,
    /// Turns a turned text back, so that letters are compared upright.
    level: tiny::Transform,
    is_text: bool,
    /// A line of the map: the screen leaves out what of it lies off the sheet, a file may keep it.
    is_map_line: bool,
    /// Hachures: the screen draws them as images, a file as lines.
    is_hachures: bool,
    /// The pixels that its fills cover; `None` where it fills nothing.
    filled: Option<tiny::Mask>,
}

impl Drawn {
    fn of(item: &Item) -> Self {
        let is_map_line = matches!(item.shape, Shape::MapLine { .. } | Shape::MapRings { .. });
        let is_hachures =
            matches!(item.shape, Shape::Relief(style) if style.kind != ReliefKind::Shading);
        let (Shape::Text(run) | Shape::TextOnPath { run, .. }) = &item.shape else {
            return Self {
                is_map_line,
                is_hachures,
                ..Self::default()
            };
        };
        let level = tiny::Transform::from_rotate_at(-run.angle.to_degrees(), run.at.x, run.at.y);
        Self {
            level,
            is_text: true,
            ..Self::default()
        }
    }

    fn cover(&mut self, rect: Rect) {
        self.rect = Some(self.rect.map_or(rect, |r| r.union(rect)));
    }

    /// Covers what of a piece of a line lies on the sheet; whether anything does.
    fn cover_line(&mut self, a: Pos2, b: Pos2) -> bool {
        let sheet = Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1));
        // The parts of the piece at which it comes in and goes out, side by side of the sheet.
        let (mut from, mut to) = (0.0_f32, 1.0_f32);
        let d = b - a;
        for (start, along, least, most) in [
            (a.x, d.x, sheet.min.x, sheet.max.x),
            (a.y, d.y, sheet.min.y, sheet.max.y),
        ] {
            if along == 0.0 {
                if start < least || start > most {
                    return false;
                }
                continue;
            }
            let (in_at, out_at) = ((least - start) / along, (most - start) / along);
            from = from.max(in_at.min(out_at));
            to = to.min(in_at.max(out_at));
        }
        if from <= to {
            self.cover(Rect::from_two_pos(a + d * from, a + d * to));
        }
        from <= to
    }

    /// Covers the pixels whose middle lies in a path.
    fn fill(&mut self, path: &tiny::Path, rule: tiny::FillRule, transform: tiny::Transform) {
        let empty = || tiny::Mask::new(SIZE.0 as u32, SIZE.1 as u32).expect("a size");
        let mask = self.filled.get_or_insert_with(empty);
        mask.fill_path(path, rule, false, transform);
    }

    /// The same for polygons without holes, of which none takes anything from another.
    fn fill_polygons<'a>(&mut self, polygons: impl Iterator<Item = &'a [Pos2]>) {
        let mut path = tiny::PathBuilder::new();
        for corners in polygons {
            let edges = corners.iter().zip(corners.iter().cycle().skip(1));
            let doubled_area: f32 = edges.map(|(a, b)| a.x * b.y - b.x * a.y).sum();
            // All turn one way, so that the winding of one does not undo that of another.
            let turned: Vec<Pos2> = if doubled_area < 0.0 {
                corners.iter().rev().copied().collect()
            } else {
                corners.to_vec()
            };
            for (i, p) in turned.iter().enumerate() {
                if i == 0 {
                    path.move_to(p.x, p.y);
                } else {
                    path.line_to(p.x, p.y);
                }
            }
            path.close();
        }
        if let Some(path) = path.finish() {
            self.fill(&path, tiny::FillRule::Winding, tiny::Transform::identity());
        }
    }

    fn color(&mut self, c: [u8; 4]) {
        if c[3] > 0 && !self.colors.contains(&c) {
            self.colors.push(c);
        }
    }

    fn width(&mut self, width: f32) {
        if !self.widths.iter().any(|w| (w - width).abs() < 0.02) {
            self.widths.push(width);
        }
    }
}

fn session(day: &str, lens: &str, zoom: f64, language: &str) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin())
        .atlas
        .expect("the built-in atlas is clean");
    let mut s = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), language);
    s.apply(Action::Resize(SIZE.0, SIZE.1));
    s.apply(Action::SetLens(
        Lens::named(lens, s.timeline().atlas()).expect("a lens"),
    ));
    s.apply(Action::Jump(day.parse().expect("a day")));
    s.apply(Action::Select(Some("nakhchivan".to_owned())));
    s.apply(Action::Tick(5.0));
    s.apply(Action::Zoom(
        zoom,
        ScreenPoint::new(SIZE.0 / 2.0, SIZE.1 / 2.0),
    ));
    s
}

/// Draws one item in a window without a window.
fn on_screen(
    ctx: &egui::Context,
    session: &Session,
    item: &Item,
    textures: &mut Textures,
) -> Drawn {
    let whole = Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1));
    let input = egui::RawInput {
        screen_rect: Some(whole),
        ..Default::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        let screen = Screen {
            ui,
            rect: whole,
            geometry: session.geometry(),
            view: session.viewport(),
            unit: 1.0,
        };
        screen.draw(std::slice::from_ref(item), textures);
    });
    // Nothing is painted to pixels here.
    output.textures_delta.clear();
    let mut drawn = Drawn::of(item);
    // egui draws a dot as a disc, the export as a short piece of a line with round ends.
    let dotted = stroke_of(item).is_some_and(|s| matches!(s.dash, Dash::Dotted(_)));
    output
        .shapes
        .iter()
        .for_each(|clipped| look_at(&clipped.shape, dotted, &mut drawn));
    drawn
}

/// The line of an item.
/// Whether fills cover any pixel of the sheet.
fn fills_any(drawn: &Drawn) -> bool {
    let mask = drawn.filled.as_ref();
    mask.is_some_and(|mask| mask.data().iter().any(|covered| *covered > 0))
}

fn stroke_of(item: &Item) -> Option<Stroke> {
    match &item.shape {
        Shape::MapLine { stroke, .. } | Shape::MapRings { stroke, .. } => Some(*stroke),
        Shape::Path { stroke, .. } | Shape::Circle { stroke, .. } | Shape::Box { stroke, .. } => {
            *stroke
        }
        Shape::Area { .. }
        | Shape::Relief(_)
        | Shape::Sample { .. }
        | Shape::Text(_)
        | Shape::TextOnPath { .. } => None,
    }
}

fn look_at(shape: &egui::Shape, dotted: bool, out: &mut Drawn) {
    let line = |stroke: egui::Stroke, out: &mut Drawn| {
        if stroke.width > 0.0 {
            out.color(stroke.color.to_array());
            out.width(stroke.width);
        }
    };
    match shape {
        egui::Shape::Noop => {}
        egui::Shape::Vec(all) => all.iter().for_each(|s| look_at(s, dotted, out)),
        egui::Shape::Circle(c) if out.is_map_line => {
            if out.cover_line(c.center, c.center) {
                out.color(c.fill.to_array());
                out.width(c.radius * 2.0);
            }
        }
        egui::Shape::Circle(c) => {
            // The toolkit draws the line outside the radius; a file draws it on both sides.
            let radius = c.radius + c.stroke.width / 2.0;
            let size = vec2(radius, radius) * 2.0;
            out.cover(Rect::from_center_size(c.center, size));
            out.color(c.fill.to_array());
            line(c.stroke, out);
            if c.fill.a() > 0
                && !dotted
                && let Some(disc) = tiny::PathBuilder::from_circle(c.center.x, c.center.y, c.radius)
            {
                out.fill(&disc, tiny::FillRule::Winding, tiny::Transform::identity());
            }
            if dotted && c.stroke.width == 0.0 {
                out.width(c.radius * 2.0);
            }
        }
        egui::Shape::LineSegment { points, stroke } if out.is_map_line => {
            if out.cover_line(points[0], points[1]) {
                line(*stroke, out);
            }
        }
        egui::Shape::LineSegment { points, stroke } => {
            out.cover(Rect::from_two_pos(points[0], points[1]));
            line(*stroke, out);
        }
        egui::Shape::Path(p) if out.is_map_line => {
            let pieces = p.points.windows(2).map(|w| (w[0], w[1]));
            let around = p.points.last().copied().zip(p.points.first().copied());
            let closing = around.into_iter().filter(|_| p.closed);
            let seen = pieces
                .chain(closing)
                .fold(false, |seen, (a, b)| out.cover_line(a, b) || seen);
            if let egui::epaint::ColorMode::Solid(color) = p.stroke.color
                && seen
            {
                line(egui::Stroke::new(p.stroke.width, color), out);
            }
        }
        egui::Shape::Path(p) => {
            p.points
                .iter()
                .for_each(|at| out.cover(Rect::from_min_max(*at, *at)));
            out.color(p.fill.to_array());
            if p.fill.a() > 0 {
                out.fill_polygons([p.points.as_slice()].into_iter());
            }
            if let egui::epaint::ColorMode::Solid(color) = p.stroke.color {
                line(egui::Stroke::new(p.stroke.width, color), out);
            }
        }
        egui::Shape::Rect(r) => {
            let inside = r.stroke.width == 0.0 || r.stroke_kind == egui::StrokeKind::Inside;
            assert!(inside, "a box's outline lies inside it");
            out.cover(r.rect);
            out.color(r.fill.to_array());
            if r.fill.a() > 0 {
                let (min, max) = (r.rect.min, r.rect.max);
                let corners = [min, pos2(max.x, min.y), max, pos2(min.x, max.y)];
                out.fill_polygons([corners.as_slice()].into_iter());
            }
            line(r.stroke, out);
        }
        egui::Shape::Mesh(m) => {
            let triangles: Vec<[Pos2; 3]> = m
                .indices
                .chunks_exact(3)
                .map(|t| [t[0], t[1], t[2]].map(|i| m.vertices[i as usize].pos))
                .collect();
            out.fill_polygons(triangles.iter().map(<[Pos2; 3]>::as_slice));
            m.vertices
                .iter()
                .for_each(|v| out.cover(Rect::from_min_max(v.pos, v.pos)));
            if m.texture_id == egui::TextureId::default() {
                m.vertices
                    .iter()
                    .for_each(|v| out.color(v.color.to_array()));
            } else {
                out.textured = true;
                out.mapped.extend(m.vertices.iter().map(|v| (v.pos, v.uv)));
            }
        }
        egui::Shape::Text(t) => {
            let (sin, cos) = t.angle.sin_cos();
            for row in &t.galley.rows {
                for letter in &row.row.visuals.mesh.vertices {
                    let p = row.pos + letter.pos.to_vec2();
                    let at = t.pos + vec2(p.x * cos - p.y * sin, p.x * sin + p.y * cos);
                    let mut level = tiny::Point::from_xy(at.x, at.y);
                    out.level.map_point(&mut level);
                    let level = pos2(level.x, level.y);
                    out.cover(Rect::from_min_max(level, level));
                }
            }
            match t.override_text_color {
                Some(color) => out.color(color.to_array()),
                None => {
                    let sections = t.galley.job.sections.iter();
                    sections.for_each(|s| out.color(s.format.color.to_array()));
                }
            }
        }
        other => panic!("no painter of ours draws {other:?}"),
    }
}

/// Draws one item into a document and reads that back.
fn in_export(session: &Session, item: &Item, options: &usvg::Options<'_>) -> Drawn {
    let whole = ScreenRect::sized(ScreenPoint::default(), SIZE.0, SIZE.1);
    let items = std::slice::from_ref(item);
    let part = svg::Part {
        id: "map".to_owned(),
        items,
        rect: whole,
        base_color: None,
        view: session.viewport(),
        unit: 1.0,
    };
    let text = svg::document(
        SIZE,
        Color([1, 2, 3, 255]),
        &[part],
        session.geometry(),
        &svg::Form::default(),
    );
    let tree = usvg::Tree::from_str(&text, options).unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut drawn = Drawn::of(item);
    // The first child is the page.
    tree.root()
        .children()
        .iter()
        .skip(1)
        .for_each(|node| read(node, 1.0, &mut drawn));
    drawn
}

fn read(node: &usvg::Node, opacity: f32, out: &mut Drawn) {
    match node {
        usvg::Node::Group(group) => {
            let opacity = opacity * group.opacity().get();
            group.children().iter().for_each(|n| read(n, opacity, out));
        }
        usvg::Node::Path(path) => read_path(path, path.abs_transform(), opacity, out),
        usvg::Node::Image(image) => {
            out.cover(rect_of(image.abs_bounding_box()));
            out.textured = true;
        }
        usvg::Node::Text(text) => {
            read_letters(text.flattened(), text.abs_transform(), opacity, out);
        }
    }
}

/// Letters as outlines: they know nothing of the turn of their text.
fn read_letters(group: &usvg::Group, turned: tiny::Transform, opacity: f32, out: &mut Drawn) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => {
                read_letters(inner, turned, opacity * inner.opacity().get(), out);
            }
            usvg::Node::Path(path) => read_path(path, turned, opacity, out),
            usvg::Node::Image(_) | usvg::Node::Text(_) => panic!("no letter is a picture"),
        }
    }
}

fn rect_of(r: tiny::Rect) -> Rect {
    Rect::from_min_max(pos2(r.left(), r.top()), pos2(r.right(), r.bottom()))
}

/// Covers what of a line of the map lies on the sheet; whether anything does.
fn cover_map_line(path: &tiny::Path, out: &mut Drawn) -> bool {
    let point = |p: tiny::Point| pos2(p.x, p.y);
    let (mut start, mut last, mut seen) = (Pos2::ZERO, Pos2::ZERO, false);
    for segment in path.segments() {
        let next = match segment {
            tiny::PathSegment::MoveTo(p) => {
                start = point(p);
                last = start;
                continue;
            }
            tiny::PathSegment::LineTo(p) => point(p),
            tiny::PathSegment::Close => start,
            tiny::PathSegment::QuadTo(..) | tiny::PathSegment::CubicTo(..) => {
                panic!("lines of the map are straight from point to point")
            }
        };
        seen = out.cover_line(last, next) || seen;
        last = next;
    }
    seen
}

fn read_path(path: &usvg::Path, transform: tiny::Transform, opacity: f32, out: &mut Drawn) {
    let dashes = path
        .stroke()
        .and_then(|s| tiny::StrokeDash::new(s.dasharray()?.to_vec(), s.dashoffset()));
    let drawn = dashes.map_or_else(|| Some(path.data().clone()), |d| path.data().dash(&d, 1.0));
    let Some(drawn) = drawn.and_then(|d| d.transform(transform.post_concat(out.level))) else {
        return;
    };
    if out.is_map_line {
        if !cover_map_line(&drawn, out) {
            return;
        }
    } else if let Some(bounds) = drawn.compute_tight_bounds() {
        // A round end reaches out by half the width, as does the rim of letters; other lines are
        // compared by their course.
        let reaches = |s: &&usvg::Stroke| out.is_text || s.linecap() == usvg::LineCap::Round;
        let stroke = path.stroke().filter(reaches);
        let out_by = stroke.map_or(0.0, |s| s.width().get() / 2.0);
        out.cover(rect_of(bounds).expand(out_by));
    } else {
        return;
    }
    if out.is_hachures {
        out.textured = true;
        return;
    }
    if let Some(fill) = path.fill().filter(|_| !out.is_text) {
        let rule = match fill.rule() {
            usvg::FillRule::NonZero => tiny::FillRule::Winding,
            usvg::FillRule::EvenOdd => tiny::FillRule::EvenOdd,
        };
        out.fill(path.data(), rule, transform);
    }
    let mut paint = |paint: &usvg::Paint, alpha: f32| match paint {
        usvg::Paint::Color(c) => {
            let alpha = (alpha * opacity * 255.0).round() as u8;
            let shown =
                araxes::paint::screen::color(araxes::scene::Color([c.red, c.green, c.blue, alpha]));
            out.color(shown.to_array());
        }
        usvg::Paint::Pattern(p) => {
            out.textured = true;
            out.pattern = Some((p.transform(), p.rect().width()));
        }
        usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) => {
            panic!("no gradients (ART.md §1)")
        }
    };
    if let Some(fill) = path.fill() {
        paint(fill.paint(), fill.opacity().get());
    }
    if let Some(stroke) = path.stroke() {
        paint(stroke.paint(), stroke.opacity().get());
        out.width(stroke.width().get());
    }
}

/// How many pixels one of the two covers, while the other covers neither them nor any pixel beside them.
fn strays(a: &tiny::Mask, b: &tiny::Mask) -> usize {
    let (wide, high) = (a.width() as usize, a.height() as usize);
    let (a, b) = (a.data(), b.data());
    let beside = |mask: &[u8], x: usize, y: usize| {
        let (left, top) = (x.saturating_sub(1), y.saturating_sub(1));
        (top..=(y + 1).min(high - 1)).any(|y| {
            mask[y * wide + left..=y * wide + (x + 1).min(wide - 1)]
                .iter()
                .any(|v| *v > 0)
        })
    };
    let mut count = 0;
    for y in 0..high {
        let row = y * wide..(y + 1) * wide;
        if a[row.clone()] == b[row.clone()] {
            continue;
        }
        for x in 0..wide {
            count += match (a[y * wide + x] > 0, b[y * wide + x] > 0) {
                (true, false) => usize::from(!beside(b, x, y)),
                (false, true) => usize::from(!beside(a, x, y)),
                _ => 0,
            };
        }
    }
    count
}

/// Whether both fill the same pixels, but for those along an edge. A box is held to that by its bounds, relief
/// by its own, and letters are no fills of a scene.
fn fills_alike(item: &Item, screen: &Drawn, export: &Drawn) -> bool {
    match &item.shape {
        Shape::Area { .. } | Shape::Sample { .. } | Shape::Path { .. } | Shape::Circle { .. } => {}
        _ => return true,
    }
    let empty = tiny::Mask::new(SIZE.0 as u32, SIZE.1 as u32).expect("a size");
    let filled = |drawn: &Drawn| drawn.filled.clone().unwrap_or_else(|| empty.clone());
    strays(&filled(screen), &filled(export)) == 0
}

/// How far the two rectangles may lie apart on each side.
fn tolerance(item: &Item) -> f32 {
    let of_ground = |stroke: &Stroke| match stroke.dash {
        Dash::Solid => 1.0,
        // Points nearer than 0.3 to the last are left out of a file: along a river the dashes drift, by no more than one of them.
        Dash::Dashed(dash, gap) => 1.0 + dash.max(gap),
        Dash::Dotted(apart) => 1.0 + apart,
        // Where a tick stands drifts likewise; it reaches out by half its length.
        Dash::Ticked(_, long) => 1.0 + long / 2.0,
    };
    match &item.shape {
        Shape::MapLine { stroke, .. } | Shape::MapRings { stroke, .. } => of_ground(stroke),
        // The screen's outline begins at the edge, the file's course half a width inside.
        Shape::Box { stroke, .. } => 0.5 + stroke.map_or(0.0, |s| s.width / 2.0),
        // The screen's dashed rings have 48 corners.
        Shape::Path { .. } | Shape::Circle { .. } => 1.5,
        // The screen sets letters at whole pixels, in boxes of whole pixels around their ink.
        Shape::Text(_) => 2.0,
        // Corners of the boxes of turned letters reach beyond their ink; where each letter stands is compared in
        // `names.rs`.
        Shape::TextOnPath { run, .. } => 2.0 + run.size * 0.5,
        // The images of the screen have a rim of two points, that of a file one of half a pixel.
        Shape::Relief(_) => 4.0,
        Shape::Area { .. } | Shape::Sample { .. } => 1.0,
    }
}

fn same_color(a: &[u8; 4], b: &[u8; 4]) -> bool {
    let grain = if a[3] == 255 && b[3] == 255 { 0 } else { 2 };
    (0..4).all(|i| a[i].abs_diff(b[i]) <= grain)
}

/// Whether every point of a textured area lies at the same phase of the texture in both, to a twentieth of a tile.
fn in_phase(screen: &Drawn, export: &Drawn) -> bool {
    let Some((transform, side)) = export.pattern else {
        return true;
    };
    let Some(back) = transform.invert() else {
        return false;
    };
    screen.mapped.iter().all(|(at, uv)| {
        let mut p = tiny::Point::from_xy(at.x, at.y);
        back.map_point(&mut p);
        let off = |a: f32, b: f32| ((a - b) - (a - b).round()).abs();
        off(p.x / side, uv.x) < 0.05 && off(p.y / side, uv.y) < 0.05
    })
}

/// What is not alike, in words; nothing where both painters made one drawing.
fn difference(item: &Item, screen: &Drawn, export: &Drawn) -> Option<String> {
    // The screen leaves out what lies off the sheet, of a line each dash; a file may keep it.
    let is_area = matches!(item.shape, Shape::Area { .. });
    let margin = if is_area { 0.0 } else { 20.0 };
    let sheet = Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1)).expand(margin);
    let seen = |drawn: &Drawn| {
        let rect = drawn.rect.filter(|r| r.intersects(sheet))?;
        Some(rect.intersect(sheet))
    };
    let far = match (seen(screen), seen(export)) {
        (None, None) => return None,
        (Some(a), Some(b)) => (a.min - b.min)
            .abs()
            .max_elem()
            .max((a.max - b.max).abs().max_elem()),
        // The box of an area may reach over a corner of the sheet that the area itself does not.
        (Some(_), None) if is_area && !fills_any(screen) => return None,
        (a, b) => return (a != b).then(|| "only one of them draws it".to_owned()),
    };
    let within =
        |a: &[[u8; 4]], b: &[[u8; 4]]| a.iter().all(|c| b.iter().any(|o| same_color(c, o)));
    let lines = |a: &[f32], b: &[f32]| a.iter().all(|w| b.iter().any(|o| (w - o).abs() < 0.02));
    // The screen leaves out the triangles of an area that lie off the sheet, so the bounds of what is left say nothing of
    // an area that reaches beyond it; its pixels on the sheet are compared below.
    let reaches_beyond = |drawn: &Drawn| drawn.rect.is_some_and(|r| !sheet.contains_rect(r));
    // Of hachures the screen keeps whole tiles, a file each stroke that can be seen; their pixels are compared in
    // `paint::relief`.
    let is_cut = is_area && reaches_beyond(export) || screen.is_hachures && reaches_beyond(screen);
    if far > tolerance(item) && !is_cut {
        return Some(format!("{far:.1} points apart"));
    }
    if !within(&screen.colors, &export.colors) || !within(&export.colors, &screen.colors) {
        return Some("other colours".to_owned());
    }
    if !screen.is_text
        && (!lines(&screen.widths, &export.widths) || !lines(&export.widths, &screen.widths))
    {
        return Some("other widths".to_owned());
    }
    if !fills_alike(item, screen, export) {
        return Some("other pixels filled".to_owned());
    }
    if screen.textured != export.textured || !in_phase(screen, export) {
        return Some("another texture".to_owned());
    }
    None
}

fn options() -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    araxes::scene::FILES
        .iter()
        .for_each(|f| options.fontdb_mut().load_font_data(f.bytes.to_vec()));
    options
}

#[test]
fn screen_and_export_draw_every_item_alike() {
    let options = options();
    let mut wrong = Vec::new();
    let mut kinds = std::collections::BTreeSet::new();
    for (day, lens, zoom, language, theme) in [
        ("1920-07-03", "moscow", 1.0, "en", Theme::paper()),
        ("1920-07-03", "moscow", 1.0, "hy", Theme::print()),
        ("1920-07-24", "control", 1.0, "en", Theme::night()),
        ("1920-05-01", "claims", 1.0, "ru", Theme::paper()),
        ("1920-06-19", "claims", 2.5, "en", Theme::high_contrast()),
        ("1920-06-19", "ankara", 2.5, "en", Theme::paper()),
    ] {
        let session = session(day, lens, zoom, language);
        let (situation, text) = (session.situation().clone(), Text::new(language));
        let furniture = Furniture {
            legend: Legend::Whole,
            scale_right: Some(92.0),
            has_buttons: false,
        };
        let view = SceneContext {
            session: &session,
            situation: &situation,
            theme: &theme,
            text: &text,
            unit: 1.0,
            furniture,
            detail: MapDetail::Whole,
        };
        let scene = Scene::new(&view);
        assert!(
            scene.items.len() > 200,
            "{day}: {} items",
            scene.items.len()
        );
        let ctx = egui::Context::default();
        drop(App::of(&ctx, session.clone()));
        let mut textures = Textures::default();
        for item in &scene.items {
            let (screen, export) = (
                on_screen(&ctx, &session, item, &mut textures),
                in_export(&session, item, &options),
            );
            kinds.insert(
                format!("{:?}", item.shape)
                    .split([' ', '('])
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            );
            if let Some(what) = difference(item, &screen, &export) {
                let seen = |d: &Drawn| {
                    format!("{:?} {:?} {:?} {:?}", d.rect, d.colors, d.widths, d.pattern)
                };
                let (item, screen, export) = (format!("{item:?}"), seen(&screen), seen(&export));
                let item: String = item.chars().take(500).collect();
                wrong.push(format!("{day} {lens} {language}: {what}: {item}\n   screen {screen}\n   export {export}"));
            }
        }
    }
    assert!(
        kinds.len() >= 10,
        "every kind of shape is looked at: {kinds:?}"
    );
    let shown: Vec<String> = wrong.iter().take(12).cloned().collect();
    assert!(
        wrong.is_empty(),
        "{} items differ:\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

/// The tiny world, its first district with a square hole in the middle, the corners of which go one way or the
/// other; or without.
fn with_hole(hole: Option<[(f64, f64); 5]>) -> Session {
    let mut files = araxes::load::files::read_folder(std::path::Path::new("tests/fixtures/good"))
        .expect("the good package");
    if let Some(hole) = hole {
        let text = String::from_utf8(files["districts.geojson"].to_vec()).expect("UTF-8");
        let outline = "[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]";
        let ring = hole.map(|(lon, lat)| format!("[{lon}, {lat}]")).join(", ");
        let text = text.replacen(outline, &format!("{outline}, [{ring}]"), 1);
        files.insert("districts.geojson".into(), text.into_bytes().into());
    }
    let loaded = araxes::load::load(&files);
    let atlas = loaded
        .atlas
        .unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    let mut session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    session.apply(Action::Resize(SIZE.0, SIZE.1));
    session.apply(Action::Jump("1900-03-02".parse().expect("a day")));
    session.apply(Action::Tick(5.0));
    session
}

#[test]
fn a_hole_is_left_open_by_both_and_a_lost_one_is_noticed() {
    let around = [
        (10.3, 50.3),
        (10.7, 50.3),
        (10.7, 50.7),
        (10.3, 50.7),
        (10.3, 50.3),
    ];
    let back = [
        (10.3, 50.3),
        (10.3, 50.7),
        (10.7, 50.7),
        (10.7, 50.3),
        (10.3, 50.3),
    ];
    let (options, theme, text) = (options(), Theme::paper(), Text::new("en"));
    let whole = with_hole(None);
    for hole in [around, back] {
        let session = with_hole(Some(hole));
        let situation = session.situation().clone();
        let scene = Scene::new(&SceneContext {
            session: &session,
            situation: &situation,
            theme: &theme,
            text: &text,
            unit: 1.0,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Whole,
        });
        let ctx = egui::Context::default();
        drop(App::of(&ctx, session.clone()));
        let mut textures = Textures::default();
        let is_aster = |i: &&Item| matches!(&i.shape, Shape::Area { area: AreaRef::District(id), .. } if id == "aster");
        let fills: Vec<&Item> = scene.items.iter().filter(is_aster).collect();
        assert!(!fills.is_empty(), "Aster is claimed");
        for item in fills {
            let (screen, export) = (
                on_screen(&ctx, &session, item, &mut textures),
                in_export(&session, item, &options),
            );
            assert_eq!(difference(item, &screen, &export), None);
            let covered = |drawn: &Drawn| {
                let mask = drawn.filled.as_ref().expect("a fill");
                mask.data().iter().filter(|v| **v > 0).count()
            };
            let lost = in_export(&whole, item, &options);
            assert_eq!(
                difference(item, &screen, &lost).as_deref(),
                Some("other pixels filled")
            );
            // The hole is 0.4 of each side, so 0.16 of the whole.
            let part = covered(&export) as f64 / covered(&lost) as f64;
            assert!((part - 0.84).abs() < 0.01, "{part}");
        }
    }
}
