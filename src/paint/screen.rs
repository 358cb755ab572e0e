//! A scene on the screen, through egui's painter.

use egui::{Color32, FontFamily, FontId, Mesh, Pos2, Rect, Shape as Paint, Stroke, Vec2, pos2, vec2};

use super::textures::{Textures, sample};
use crate::geometry::{Ground, MapPoint, Viewport};
use crate::model::{Arm, Echelon, FixKind};
use crate::scene::{AreaRef, Color, Dash, LabelClass, LineRef, PillPart, Scene, Shape, Texture, Theme};

/// Where things were drawn that can be clicked, topmost last.
pub type Hits = Vec<(Rect, String)>;

/// A theme colour for egui.
#[must_use]
pub fn color(c: Color) -> Color32 {
    let [r, g, b, a] = c.0;
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// A face by its name in `app::fonts`.
#[must_use]
pub fn face(name: &str, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(name.into()))
}

struct Screen<'a> {
    painter: egui::Painter,
    ground: &'a Ground,
    view: Viewport,
    origin: Pos2,
    theme: &'a Theme,
    unit: f32,
}

/// Draws `scene` into `rect`; `unit` is points a design unit.
#[expect(clippy::too_many_arguments, reason = "one call draws one map")]
pub fn draw(
    ui: &egui::Ui,
    rect: Rect,
    scene: &Scene,
    ground: &Ground,
    view: Viewport,
    theme: &Theme,
    textures: &mut Textures,
    unit: f32,
) -> Hits {
    let screen = Screen { painter: ui.painter_at(rect), ground, view, origin: rect.min, theme, unit };
    screen.painter.rect_filled(rect, 0.0, color(theme.lake));
    let mut hits = Hits::new();
    let mut taken: Vec<Rect> = Vec::new();
    let mut labels = Vec::new();
    for item in &scene.items {
        if let Shape::Label { class, .. } = &item.shape {
            labels.push((*class, item));
            continue;
        }
        if let Some(place) = screen.shape(ui, &item.shape, textures) {
            let is_symbol = !matches!(item.shape, Shape::Area { .. } | Shape::Line { .. });
            if is_symbol && !matches!(item.shape, Shape::Arc { .. } | Shape::Move { .. }) {
                taken.push(place);
            }
            if let Some(subject) = item.subject.clone().filter(|_| is_symbol) {
                hits.push((place, subject));
            }
        }
    }
    labels.sort_by_key(|(class, _)| *class);
    for (_, item) in labels {
        if let Some(place) = screen.label(&item.shape, &mut taken, rect)
            && let Some(subject) = &item.subject
        {
            hits.push((place, subject.clone()));
        }
    }
    hits
}

impl Screen<'_> {
    fn at(&self, p: MapPoint) -> Pos2 {
        let s = self.view.screen_from_map(p);
        self.origin + vec2(s.x, s.y)
    }

    fn shape(&self, ui: &egui::Ui, shape: &Shape, textures: &mut Textures) -> Option<Rect> {
        let u = self.unit;
        match shape {
            Shape::Area { area, ground, texture, possible } => {
                self.area(ui, area, *ground, texture.as_ref(), *possible, textures);
                None
            }
            Shape::Line { line, color: c, width, dash } => {
                self.line(line, *c, *width * u, *dash);
                None
            }
            Shape::Capital { at, color: c, ground } => {
                let rect = Rect::from_center_size(self.at(*at), Vec2::splat(13.0 * u));
                self.painter.rect_filled(rect, 0.0, color(*ground));
                self.painter.rect_stroke(rect, 0.0, Stroke::new(2.0 * u, color(*c)), egui::StrokeKind::Inside);
                self.painter.rect_filled(rect.shrink(4.0 * u), 0.0, color(*c));
                Some(rect.expand(3.0 * u))
            }
            Shape::Town { at, color: c, ground, radius } => {
                let centre = self.at(*at);
                self.painter.circle(centre, radius * u, color(*ground), Stroke::new(1.8 * u, color(*c)));
                Some(Rect::from_center_size(centre, Vec2::splat(2.4 * radius * u)))
            }
            Shape::HeldTown { at, color: c, possible } => {
                let centre = self.at(*at);
                self.painter.circle_stroke(centre, 9.5 * u, Stroke::new(5.6 * u, color(self.theme.land)));
                let alpha = if *possible { 0.42 } else { 1.0 };
                self.painter.circle_stroke(centre, 9.5 * u, Stroke::new(3.6 * u, color(c.alpha(alpha))));
                Some(Rect::from_center_size(centre, Vec2::splat(24.0 * u)))
            }
            Shape::Unit { at, slot, fill, line, mark, text, alpha, possible } => {
                let step = 42.0 * u * (*slot % 4) as f32;
                let column = 92.0 * u * (*slot / 4) as f32;
                let centre = self.at(*at) + vec2(46.0 * u + column, -34.0 * u - step);
                let rect = Rect::from_center_size(centre, vec2(46.0, 30.0) * u);
                let c = color(line.alpha(*alpha));
                if *slot == 0 {
                    self.painter.line_segment([self.at(*at), rect.left_bottom()], Stroke::new(2.0 * u, c));
                }
                self.painter.rect_filled(rect.expand(2.0 * u), 0.0, color(self.theme.land.alpha(0.9)));
                if let Some(fill) = fill {
                    let strength = if *possible { 0.5 } else { *alpha };
                    self.painter.rect_filled(rect, 0.0, color(fill.alpha(strength)));
                }
                self.frame(rect, c, *possible || fill.is_none() || mark.kind == FixKind::Expected);
                self.arm(rect, mark.arm, c);
                self.echelon(rect, mark.echelon, c);
                if !text.is_empty() {
                    let font = face("cond", 14.0 * u);
                    self.halo(rect.right_center() + vec2(4.0 * u, -8.0 * u), text, font, self.theme.ink, self.theme.land);
                }
                Some(rect)
            }
            Shape::Move { from, to, color: c, alpha } => {
                let (a, b) = (self.at(*from), self.at(*to));
                let along = b - a;
                if along.length() < 30.0 * u {
                    return None;
                }
                let n = along.normalized().rot90();
                let tip = a + along * 0.72;
                let tint = color(c.alpha(*alpha * 0.9));
                let body = vec![a + n * 1.1 * u, tip + n * 4.5 * u, tip - n * 4.5 * u, a - n * 1.1 * u];
                self.painter.add(Paint::convex_polygon(body, tint, Stroke::NONE));
                let head = vec![tip + n * 11.0 * u, tip + along.normalized() * 20.0 * u, tip - n * 11.0 * u];
                self.painter.add(Paint::convex_polygon(head, tint, Stroke::NONE));
                Some(Rect::from_center_size(tip, Vec2::splat(26.0 * u)))
            }
            Shape::Arc { from, to, color: c, possible } => Some(self.arc(*from, *to, *c, *possible)),
            Shape::Mark { at, slot } => {
                let centre = self.at(*at) + vec2(-30.0 * u - 34.0 * u * *slot as f32, -26.0 * u);
                let rect = Rect::from_center_size(centre, vec2(30.0, 24.0) * u);
                self.painter.rect(
                    rect,
                    12.0 * u,
                    color(self.theme.card),
                    Stroke::new(2.0 * u, color(self.theme.ink)),
                    egui::StrokeKind::Inside,
                );
                self.painter.text(centre, egui::Align2::CENTER_CENTER, "2×", face("semibold", 14.0 * u), color(self.theme.ink));
                Some(rect)
            }
            Shape::Pill { at, letters } => self.pill(self.at(*at) + vec2(0.0, 16.0 * u), letters, ui, textures),
            Shape::Label { .. } => None,
        }
    }

    fn area_of(&self, area: &AreaRef) -> Option<&crate::geometry::GroundArea> {
        match area {
            AreaRef::District(id) => self.ground.districts.get(id),
            AreaRef::Land(i) => self.ground.land.get(*i),
            AreaRef::Lake(i) => self.ground.lakes.get(*i),
        }
    }

    fn area(
        &self,
        ui: &egui::Ui,
        area: &AreaRef,
        ground: Option<Color>,
        texture: Option<&Texture>,
        possible: bool,
        textures: &mut Textures,
    ) {
        let Some(area) = self.area_of(area) else { return };
        let alpha = if possible { 0.5 } else { 1.0 };
        if let Some(ground) = ground {
            let mut mesh = Mesh::default();
            for (i, triangle) in area.triangles.iter().enumerate() {
                for p in triangle {
                    mesh.colored_vertex(self.at(*p), color(ground.alpha(alpha)));
                }
                let i = i as u32 * 3;
                mesh.add_triangle(i, i + 1, i + 2);
            }
            self.painter.add(mesh);
        }
        if let Some(texture) = texture {
            let (id, period, degrees) = textures.get(ui, texture);
            let anchor = self.at(area.anchor);
            let (sin, cos) = degrees.to_radians().sin_cos();
            let period = period * self.unit;
            let uv = |p: Pos2| {
                let d = p - anchor;
                pos2((d.x * cos + d.y * sin) / period, (d.y * cos - d.x * sin) / period)
            };
            let mut mesh = Mesh::with_texture(id);
            for (i, triangle) in area.triangles.iter().enumerate() {
                for p in triangle {
                    let pos = self.at(*p);
                    mesh.vertices.push(egui::epaint::Vertex { pos, uv: uv(pos), color: Color32::WHITE.gamma_multiply(alpha) });
                }
                let i = i as u32 * 3;
                mesh.add_triangle(i, i + 1, i + 2);
            }
            self.painter.add(mesh);
        }
    }

    fn line(&self, line: &LineRef, c: Color, width: f32, dash: Dash) {
        let lines: Vec<&[MapPoint]> = match line {
            LineRef::River(i) => self.ground.rivers.get(*i).map(|l| l.points.as_slice()).into_iter().collect(),
            LineRef::Railway(i) => self.ground.railways.get(*i).map(|l| l.points.as_slice()).into_iter().collect(),
            LineRef::Boundary(i) => self.ground.boundaries.get(*i).map(|l| l.points.as_slice()).into_iter().collect(),
            LineRef::Outline(id) => {
                self.ground.districts.get(id).into_iter().flat_map(|a| a.rings.iter().map(Vec::as_slice)).collect()
            }
            LineRef::Shore(i) => self.ground.lakes.get(*i).into_iter().flat_map(|a| a.rings.iter().map(Vec::as_slice)).collect(),
        };
        let u = self.unit;
        for points in lines {
            let path: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
            let stroke = Stroke::new(width, color(c));
            match dash {
                Dash::Solid => {
                    self.painter.add(Paint::line(path, stroke));
                }
                Dash::Dashed => {
                    self.painter.extend(Paint::dashed_line(&path, stroke, 10.0 * u, 5.5 * u));
                }
                Dash::Dotted => {
                    self.painter.extend(Paint::dotted_line(&path, color(c), 5.6 * u, width * 0.5));
                }
                Dash::Ticked => {
                    self.painter.add(Paint::line(path.clone(), stroke));
                    for (p, n) in ticks(&path, 13.4 * u) {
                        self.painter.line_segment([p - n * 3.6 * u, p + n * 3.6 * u], Stroke::new(1.4 * u, color(c)));
                    }
                }
            }
        }
    }

    fn frame(&self, rect: Rect, c: Color32, broken: bool) {
        let u = self.unit;
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        if broken {
            self.painter.extend(Paint::dashed_line(&corners, Stroke::new(2.2 * u, c), 4.5 * u, 3.5 * u));
        } else {
            self.painter.rect_stroke(rect, 0.0, Stroke::new(2.6 * u, c), egui::StrokeKind::Inside);
        }
    }

    fn arm(&self, rect: Rect, arm: Arm, c: Color32) {
        let stroke = Stroke::new(1.8 * self.unit, c);
        let cross = |one: bool| {
            self.painter.line_segment([rect.left_bottom(), rect.right_top()], stroke);
            if !one {
                self.painter.line_segment([rect.left_top(), rect.right_bottom()], stroke);
            }
        };
        match arm {
            Arm::Infantry => cross(false),
            Arm::Cavalry => cross(true),
            Arm::Artillery => {
                self.painter.circle_filled(rect.center(), 5.2 * self.unit, c);
            }
            Arm::Mixed => {
                cross(false);
                self.painter.circle_filled(rect.center(), 4.0 * self.unit, c);
            }
            Arm::Train => {
                let u = self.unit;
                let wagon = Rect::from_center_size(rect.center() - vec2(0.0, 2.0 * u), vec2(24.0, 10.0) * u);
                self.painter.rect_stroke(wagon, 1.0, stroke, egui::StrokeKind::Inside);
                for x in [-7.0, 7.0] {
                    self.painter.circle_filled(rect.center() + vec2(x * u, 7.0 * u), 3.0 * u, c);
                }
            }
            Arm::Militia => {
                let m = rect.center();
                let u = self.unit;
                self.painter
                    .add(Paint::line(vec![m + vec2(-9.0, 5.0) * u, m + vec2(0.0, -5.0) * u, m + vec2(9.0, 5.0) * u], stroke));
            }
            Arm::MachineGuns | Arm::Unstated => {}
        }
    }

    fn echelon(&self, rect: Rect, echelon: Echelon, c: Color32) {
        let u = self.unit;
        let top = rect.center_top() - vec2(0.0, 8.0 * u);
        let strokes = |n: i32| {
            for i in 0..n {
                let x = (i as f32 - (n - 1) as f32 / 2.0) * 6.5 * u;
                self.painter.line_segment([top + vec2(x, -5.0 * u), top + vec2(x, 5.0 * u)], Stroke::new(2.2 * u, c));
            }
        };
        let crosses = |n: i32| {
            for i in 0..n {
                let m = top + vec2((i as f32 - (n - 1) as f32 / 2.0) * 11.0 * u, 0.0);
                let stroke = Stroke::new(2.0 * u, c);
                self.painter.line_segment([m + vec2(-4.0, -5.0) * u, m + vec2(4.0, 5.0) * u], stroke);
                self.painter.line_segment([m + vec2(4.0, -5.0) * u, m + vec2(-4.0, 5.0) * u], stroke);
            }
        };
        match echelon {
            Echelon::Army => crosses(4),
            Echelon::Corps => crosses(3),
            Echelon::Division => crosses(2),
            Echelon::Regiment => strokes(3),
            Echelon::Battalion => strokes(2),
            Echelon::Company => strokes(1),
            Echelon::Detachment => {
                self.painter.circle_stroke(top, 3.8 * u, Stroke::new(1.8 * u, c));
            }
            Echelon::Delegation | Echelon::Unstated => {}
        }
    }

    /// A thin arc bent toward the page; an end off the map is cut at its frame, in the true direction.
    fn arc(&self, from: MapPoint, to: MapPoint, c: Color, possible: bool) -> Rect {
        let frame = self.painter.clip_rect().shrink(24.0 * self.unit);
        let keep = |p: Pos2| pos2(p.x.clamp(frame.left(), frame.right()), p.y.clamp(frame.top(), frame.bottom()));
        let u = self.unit;
        let seat = |p: MapPoint| {
            let centre = frame.center();
            let target = self.at(p);
            if frame.contains(target) {
                return target;
            }
            let d = target - centre;
            let t = (frame.width() / 2.0 / d.x.abs().max(0.01)).min(frame.height() / 2.0 / d.y.abs().max(0.01));
            keep(centre + d * t)
        };
        let (a, b) = (seat(from), seat(to));
        let n = (b - a).rot90() * 0.14;
        let bend = a + (b - a) * 0.5 + n;
        let curve: Vec<Pos2> = (0..=32)
            .map(|i| {
                let t = i as f32 / 32.0;
                let (p, q) = (a + (bend - a) * t, bend + (b - bend) * t);
                p + (q - p) * t
            })
            .collect();
        self.painter.add(Paint::line(curve.clone(), Stroke::new(5.0 * u, color(self.theme.land.alpha(0.85)))));
        let stroke = Stroke::new(1.9 * u, color(c));
        if possible {
            self.painter.extend(Paint::dashed_line(&curve, stroke, 7.0 * u, 5.0 * u));
        } else {
            self.painter.add(Paint::line(curve.clone(), stroke));
        }
        self.painter.circle_filled(b, 4.5 * u, color(c));
        let tape = Rect::from_center_size(curve[16], vec2(26.0, 18.0) * u);
        self.painter.rect(tape, 2.0, color(self.theme.card), stroke, egui::StrokeKind::Inside);
        for x in [-6.0, 0.0, 6.0] {
            self.painter.circle_filled(tape.center() + vec2(x * u, 0.0), 1.6 * u, color(c));
        }
        tape.expand(4.0 * u)
    }

    fn pill(&self, centre: Pos2, parts: &[PillPart], ui: &egui::Ui, textures: &mut Textures) -> Option<Rect> {
        if parts.is_empty() || parts.len() > 6 {
            return None;
        }
        let u = self.unit;
        let width = |p: &PillPart| match p {
            PillPart::Letter(..) | PillPart::Arrow => 20.0,
            PillPart::Sample(_) => 26.0,
        };
        let total: f32 = parts.iter().map(width).sum::<f32>() + 8.0;
        let rect = Rect::from_center_size(centre, vec2(total, 25.0) * u);
        if !self.painter.clip_rect().intersects(rect) {
            return None;
        }
        self.painter.rect(
            rect,
            12.5 * u,
            color(self.theme.card),
            Stroke::new(1.6 * u, color(self.theme.ink)),
            egui::StrokeKind::Inside,
        );
        let mut x = rect.left() + 4.0 * u;
        for part in parts {
            let w = width(part) * u;
            let m = pos2(x + w / 2.0, centre.y);
            match part {
                PillPart::Letter(letter, c, hearsay) => {
                    let ink = if *hearsay {
                        self.painter.circle_stroke(m, 8.8 * u, Stroke::new(1.6 * u, color(*c)));
                        color(*c)
                    } else {
                        self.painter.circle_filled(m, 8.8 * u, color(*c));
                        color(self.theme.card)
                    };
                    self.painter.text(m, egui::Align2::CENTER_CENTER, letter, face("semibold", 12.0 * u), ink);
                }
                PillPart::Arrow => {
                    let stroke = Stroke::new(1.8 * u, color(self.theme.ink));
                    self.painter.line_segment([m - vec2(6.0 * u, 0.0), m + vec2(6.0 * u, 0.0)], stroke);
                    self.painter
                        .add(Paint::line(vec![m + vec2(2.0, -4.0) * u, m + vec2(6.0, 0.0) * u, m + vec2(2.0, 4.0) * u], stroke));
                }
                PillPart::Sample(texture) => {
                    sample(
                        ui,
                        &self.painter,
                        Rect::from_center_size(m, vec2(20.0, 15.0) * u),
                        Some(self.theme.land),
                        Some(texture),
                        textures,
                        u,
                        self.theme,
                    );
                }
            }
            x += w;
        }
        Some(rect)
    }

    fn halo(&self, at: Pos2, text: &str, font: FontId, ink: Color, ground: Color) {
        let ground = color(ground.alpha(0.85));
        let around = self.painter.layout_no_wrap(text.to_owned(), font.clone(), ground);
        let r = 1.8 * self.unit;
        for (x, y) in [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7)] {
            self.painter.galley(at + vec2(x * r, y * r), around.clone(), ground);
        }
        let galley = self.painter.layout_no_wrap(text.to_owned(), font, color(ink));
        self.painter.galley(at, galley, color(ink));
    }

    /// Places a label where it covers nothing: beside, above, below; left out where there is no room.
    fn label(&self, shape: &Shape, taken: &mut Vec<Rect>, frame: Rect) -> Option<Rect> {
        let Shape::Label { at, text, class, color: ink, halo, below } = shape else { return None };
        let u = self.unit;
        let close = self.view.scale / f64::from(u) > 4.2;
        let (name, size) = match class {
            LabelClass::Region => ("serif-semibold", 30.0),
            LabelClass::District => ("serif-semibold", 24.0),
            LabelClass::Part => ("serif-semibold", 20.0),
            LabelClass::Capital => ("semibold", 21.0),
            LabelClass::Town => ("cond", 17.0),
            LabelClass::Village if close => ("cond", 15.5),
            LabelClass::Village => return None,
            LabelClass::Water => ("serif-italic", 19.0),
            LabelClass::Context => ("serif-italic", 17.0),
        };
        let font = face(name, size * u);
        let galley = self.painter.layout_no_wrap(text.clone(), font.clone(), color(*ink));
        let size = galley.size();
        let anchor = self.at(*at);
        let is_area = matches!(
            class,
            LabelClass::Region | LabelClass::District | LabelClass::Part | LabelClass::Water | LabelClass::Context
        );
        let spots: Vec<Vec2> = if is_area {
            vec![
                vec2(-size.x / 2.0, -size.y / 2.0 + below * u),
                vec2(-size.x / 2.0, -size.y - 20.0 * u),
                vec2(-size.x / 2.0, 32.0 * u),
            ]
        } else {
            let gap = 10.0 * u;
            vec![
                vec2(gap, -size.y / 2.0),
                vec2(-gap - size.x, -size.y / 2.0),
                vec2(-size.x / 2.0, -gap - size.y),
                vec2(-size.x / 2.0, gap),
            ]
        };
        for spot in spots {
            let rect = Rect::from_min_size(anchor + spot, size);
            if frame.contains_rect(rect) && !taken.iter().any(|t| t.intersects(rect.shrink(2.0 * u))) {
                self.halo(rect.min, text, font, *ink, *halo);
                taken.push(rect);
                return Some(rect);
            }
        }
        None
    }
}

fn ticks(path: &[Pos2], every: f32) -> Vec<(Pos2, Vec2)> {
    let mut out = Vec::new();
    let mut left = every;
    for pair in path.windows(2) {
        let along = pair[1] - pair[0];
        let length = along.length();
        if length < 1e-3 {
            continue;
        }
        let mut at = left;
        while at < length {
            out.push((pair[0] + along * (at / length), along.normalized().rot90()));
            at += every;
        }
        left = at - length;
    }
    out
}
