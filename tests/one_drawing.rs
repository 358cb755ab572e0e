//! The screen and the export are one drawing: every item of a scene, drawn alone by both painters, covers the same ground in the same
//! colours.

#![cfg(feature = "app")]

use std::sync::Arc;

use araxes::app::App;
use araxes::geometry::{ScreenPoint, ScreenRect};
use araxes::paint::{screen::Screen, svg, textures::Textures};
use araxes::scene::{Color, Furniture, Item, Legend, Scene, Shape, Stroke, Theme, View};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};
use egui::{Color32, Pos2, Rect, pos2, vec2};
use resvg::usvg;

const SIZE: (f32, f32) = (1200.0, 800.0);

/// What one painter made of an item.
#[derive(Debug, Default)]
struct Drawn {
    rect: Option<Rect>,
    /// Plain colours, red green blue alpha, sorted.
    colors: Vec<[u8; 4]>,
    /// Whether a repeating texture or a picture is in it.
    textured: bool,
}

impl Drawn {
    fn cover(&mut self, rect: Rect) {
        self.rect = Some(self.rect.map_or(rect, |r| r.union(rect)));
    }

    fn color(&mut self, c: [u8; 4]) {
        if c[3] > 0 && !self.colors.contains(&c) {
            self.colors.push(c);
        }
    }
}

fn session(day: &str, lens: &str, zoom: f64) -> Session {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas.expect("the built-in atlas is clean");
    let mut s = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en");
    s.apply(Action::Resize(SIZE.0, SIZE.1));
    s.apply(Action::SetLens(Lens::named(lens, s.timeline().atlas()).expect("a lens")));
    s.apply(Action::Jump(day.parse().expect("a day")));
    s.apply(Action::Select(Some("nakhchivan".to_owned())));
    s.apply(Action::Tick(5.0));
    s.apply(Action::Zoom(zoom, ScreenPoint::new(SIZE.0 / 2.0, SIZE.1 / 2.0)));
    s
}

/// Draws one item in a window without a window.
fn on_screen(ctx: &egui::Context, session: &Session, item: &Item, textures: &mut Textures) -> Drawn {
    let whole = Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1));
    let input = egui::RawInput { screen_rect: Some(whole), ..Default::default() };
    let mut output = ctx.run_ui(input, |ui| {
        let screen = Screen { ui, rect: whole, ground: session.ground(), view: session.view, unit: 1.0 };
        screen.draw(std::slice::from_ref(item), textures);
    });
    // Nothing is painted to pixels here.
    output.textures_delta.clear();
    let mut drawn = Drawn::default();
    output.shapes.iter().for_each(|clipped| look_at(&clipped.shape, &mut drawn));
    drawn
}

fn look_at(shape: &egui::Shape, out: &mut Drawn) {
    let rgba = |c: Color32| {
        let [r, g, b, a] = c.to_srgba_unmultiplied();
        [r, g, b, a]
    };
    let stroke_color = |s: &egui::epaint::PathStroke| match s.color {
        egui::epaint::ColorMode::Solid(c) => Some(c),
        egui::epaint::ColorMode::UV(_) => None,
    };
    match shape {
        egui::Shape::Noop => {}
        egui::Shape::Vec(all) => all.iter().for_each(|s| look_at(s, out)),
        egui::Shape::Circle(c) => {
            out.cover(Rect::from_center_size(c.center, vec2(c.radius, c.radius) * 2.0));
            out.color(rgba(c.fill));
            if c.stroke.width > 0.0 {
                out.color(rgba(c.stroke.color));
            }
        }
        egui::Shape::LineSegment { points, stroke } => {
            out.cover(Rect::from_two_pos(points[0], points[1]));
            out.color(rgba(stroke.color));
        }
        egui::Shape::Path(p) => {
            p.points.iter().for_each(|at| out.cover(Rect::from_min_max(*at, *at)));
            out.color(rgba(p.fill));
            if p.stroke.width > 0.0 {
                stroke_color(&p.stroke).into_iter().for_each(|c| out.color(rgba(c)));
            }
        }
        egui::Shape::Rect(r) => {
            out.cover(r.rect);
            out.color(rgba(r.fill));
            if r.stroke.width > 0.0 {
                out.color(rgba(r.stroke.color));
            }
        }
        egui::Shape::Mesh(m) => {
            m.vertices.iter().for_each(|v| out.cover(Rect::from_min_max(v.pos, v.pos)));
            if m.texture_id == egui::TextureId::default() {
                m.vertices.iter().for_each(|v| out.color(rgba(v.color)));
            } else {
                out.textured = true;
            }
        }
        egui::Shape::Text(t) => {
            let (sin, cos) = t.angle.sin_cos();
            for c in
                [t.galley.rect.left_top(), t.galley.rect.right_top(), t.galley.rect.left_bottom(), t.galley.rect.right_bottom()]
            {
                let at = t.pos + vec2(c.x * cos - c.y * sin, c.x * sin + c.y * cos);
                out.cover(Rect::from_min_max(at, at));
            }
            t.galley.job.sections.iter().for_each(|s| out.color(rgba(s.format.color)));
        }
        other => panic!("no painter of ours draws {other:?}"),
    }
}

/// Draws one item into a document and reads that back.
fn in_export(session: &Session, item: &Item, options: &usvg::Options<'_>) -> Drawn {
    let whole = ScreenRect::sized(ScreenPoint::default(), SIZE.0, SIZE.1);
    let items = std::slice::from_ref(item);
    let part = svg::Part { items, rect: whole, ground: None, view: session.view, unit: 1.0 };
    let text = svg::document(SIZE, "one item", Color([1, 2, 3, 255]), &[part], session.ground(), false);
    let tree = usvg::Tree::from_str(&text, options).unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut drawn = Drawn::default();
    // The first child is the page.
    tree.root().children().iter().skip(1).for_each(|node| read(node, 1.0, &mut drawn));
    drawn
}

fn read(node: &usvg::Node, opacity: f32, out: &mut Drawn) {
    let rect = |r: tiny::Rect| Rect::from_min_max(pos2(r.left(), r.top()), pos2(r.right(), r.bottom()));
    match node {
        usvg::Node::Group(group) => {
            let opacity = opacity * group.opacity().get();
            group.children().iter().for_each(|n| read(n, opacity, out));
        }
        usvg::Node::Path(path) => {
            out.cover(rect(path.abs_bounding_box()));
            let mut paint = |paint: &usvg::Paint, alpha: f32| match paint {
                usvg::Paint::Color(c) => out.color([c.red, c.green, c.blue, (alpha * opacity * 255.0).round() as u8]),
                _ => out.textured = true,
            };
            if let Some(fill) = path.fill() {
                paint(fill.paint(), fill.opacity().get());
            }
            if let Some(stroke) = path.stroke() {
                paint(stroke.paint(), stroke.opacity().get());
            }
        }
        usvg::Node::Image(image) => {
            out.cover(rect(image.abs_bounding_box()));
            out.textured = true;
        }
        usvg::Node::Text(text) => {
            // The letters' own boxes leave out the turn of the text.
            let mut letters = Drawn::default();
            text.flattened().children().iter().for_each(|n| read(n, opacity, &mut letters));
            letters.colors.into_iter().for_each(|c| out.color(c));
            out.cover(rect(text.abs_bounding_box()));
        }
    }
}

use resvg::tiny_skia as tiny;

/// How far the two rectangles may lie apart: a dash or dot may end short of its line's end, a box's outline lies inside it.
fn tolerance(item: &Item) -> f32 {
    let of = |stroke: &Stroke| match stroke.dash {
        araxes::scene::Dash::Solid => 1.0,
        araxes::scene::Dash::Dashed(dash, gap) => 1.0 + dash.max(gap),
        araxes::scene::Dash::Dotted(apart) => 1.0 + apart,
        araxes::scene::Dash::Ticked(every, long) => 1.0 + every.min(long),
    };
    match &item.shape {
        Shape::Ground { stroke, .. } | Shape::Sheet { stroke, .. } => of(stroke),
        Shape::Path { stroke, .. } | Shape::Circle { stroke, .. } => stroke.as_ref().map_or(1.0, of),
        Shape::Box { stroke, .. } => 1.0 + stroke.map_or(0.0, |s| s.width / 2.0),
        Shape::Text(_) | Shape::Area { .. } | Shape::Relief { .. } | Shape::Sample { .. } => 1.0,
    }
}

/// The screen tells the line in which letters stand, the export the letters: these lie in that, in its middle, and unless the line is
/// turned they are as long.
fn letters_in_line(item: &Item, line: Rect, letters: Rect) -> bool {
    let Shape::Text(run) = &item.shape else { return false };
    let halo = run.halo.map_or(0.0, |h| h.1);
    let long = (line.width() - letters.width()).abs() <= run.size * 0.5 + run.tracking + 2.0 * halo;
    let apart = (line.center() - letters.center()).length() - run.tracking / 2.0;
    line.expand(2.0 + halo).contains_rect(letters) && apart <= run.size * 0.45 + 1.0 && (long || run.angle != 0.0)
}

fn same_color(a: &[u8; 4], b: &[u8; 4]) -> bool {
    // The screen keeps colours multiplied by their opacity: the fainter, the coarser.
    let grain = (3.0 * 255.0 / f32::from(a[3].max(1))).min(40.0);
    a[3].abs_diff(b[3]) <= 3 && (0..3).all(|i| f32::from(a[i].abs_diff(b[i])) <= grain)
}

#[test]
fn screen_and_export_draw_every_item_alike() {
    let mut options = usvg::Options::default();
    araxes::scene::FILES.iter().for_each(|f| options.fontdb_mut().load_font_data(f.bytes.to_vec()));
    let (theme, text) = (Theme::paper(), Text::new("en"));
    let mut wrong = Vec::new();
    let mut kinds = std::collections::BTreeSet::new();
    for (day, lens, zoom) in [
        ("1920-07-03", "moscow", 1.0),
        ("1920-07-24", "control", 1.0),
        ("1920-05-01", "claims", 1.0),
        ("1920-06-19", "ankara", 2.5),
    ] {
        let session = session(day, lens, zoom);
        let situation = session.situation().clone();
        let furniture = Furniture { legend: Legend::Whole, scale_right: Some(92.0) };
        let view = View { session: &session, situation: &situation, theme: &theme, text: &text, unit: 1.0, furniture };
        let scene = Scene::new(&view);
        assert!(scene.items.len() > 200, "{day}: {} items", scene.items.len());
        let ctx = egui::Context::default();
        drop(App::of(&ctx, session.clone()));
        let mut textures = Textures::default();
        for item in &scene.items {
            let (screen, export) = (on_screen(&ctx, &session, item, &mut textures), in_export(&session, item, &options));
            kinds.insert(format!("{:?}", item.shape).split([' ', '(']).next().unwrap_or_default().to_owned());
            let near = match (screen.rect, export.rect) {
                (Some(a), Some(b)) if matches!(item.shape, Shape::Text(_)) => letters_in_line(item, a, b),
                (Some(a), Some(b)) => {
                    let t = tolerance(item);
                    (a.min - b.min).abs().max_elem() <= t && (a.max - b.max).abs().max_elem() <= t
                }
                (a, b) => a.is_none() == b.is_none(),
            };
            let known = |c: &[u8; 4], all: &[[u8; 4]]| all.iter().any(|o| same_color(c, o));
            let colors =
                screen.colors.iter().all(|c| known(c, &export.colors)) && export.colors.iter().all(|c| known(c, &screen.colors));
            if !near || !colors || screen.textured != export.textured {
                wrong.push(format!("{day} {lens}: {item:?}\n   screen {screen:?}\n   export {export:?}"));
            }
        }
    }
    assert!(kinds.len() >= 9, "every kind of shape is looked at: {kinds:?}");
    let shown: Vec<&String> = wrong.iter().take(12).collect();
    assert!(
        wrong.is_empty(),
        "{} items differ:\n{}",
        wrong.len(),
        shown.iter().map(|s| s.chars().take(900).collect::<String>()).collect::<Vec<_>>().join("\n")
    );
}
