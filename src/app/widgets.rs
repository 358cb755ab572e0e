//! Buttons and lines of text in the style of the interface: ink on paper, no accent color.

use egui::{Align2, Context, Pos2, Rect, Response, RichText, Role, Sense, Stroke, Ui, WidgetInfo};

use super::Panel;
use super::commands::CommandId;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Atlas, Occurrence, PartyId, PersonId, Term};
use crate::paint::screen::{color, face};
use crate::scene::{Chart, Color, Face, Theme};
use crate::session::{Action, Session};
use crate::text::Text;

/// Least space beside the words of a button, on both sides together, in font sizes.
const BESIDE_WORDS: f32 = 0.6;

/// What a button shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ButtonContent<'a> {
    /// A text.
    Words(&'a str),
    /// A drawn sign, because no embedded typeface has it.
    Sign(Sign),
}

/// Signs that are drawn from lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Play,
    Pause,
    Back,
    Forward,
    First,
    Last,
    Plus,
    Minus,
    Home,
    Loop,
    Cross,
    List,
    Check,
    Star,
    Up,
    Down,
    /// An arrow to the right.
    Arrow,
    /// A page of text.
    Page,
    /// A box of an archive.
    Archive,
    /// A lozenge.
    Event,
}

/// Sets the interface style. Selection uses ink, not an accent color.
pub(super) fn style(ctx: &Context, theme: &Theme) {
    let mut v = egui::Visuals::light();
    let (ink, page, card, rule) = (
        color(theme.ink),
        color(theme.page),
        color(theme.card),
        color(theme.rule),
    );
    v.selection.bg_fill = ink;
    v.selection.stroke = Stroke::new(1.0, page);
    v.window_fill = card;
    v.panel_fill = card;
    v.extreme_bg_color = page;
    v.window_stroke = Stroke::new(1.5, ink);
    v.window_shadow = egui::Shadow::NONE;
    v.popup_shadow = egui::Shadow::NONE;
    for widget in [
        &mut v.widgets.inactive,
        &mut v.widgets.hovered,
        &mut v.widgets.active,
        &mut v.widgets.open,
    ] {
        widget.weak_bg_fill = card;
        widget.bg_fill = card;
        widget.bg_stroke = Stroke::new(1.2, rule);
        widget.fg_stroke = Stroke::new(1.2, ink);
    }
    v.widgets.hovered.bg_stroke = Stroke::new(1.6, ink);
    v.widgets.noninteractive.fg_stroke = Stroke::new(1.0, ink);
    ctx.set_visuals(v);
}

/// Scales the toolkit's own widgets: text, boxes, arrows and bars follow the points per design unit
/// `u`.
pub(super) fn scale(ctx: &Context, u: f32) {
    ctx.all_styles_mut(|style| {
        for (text, size) in [
            (egui::TextStyle::Small, 12.0),
            (egui::TextStyle::Body, 14.5),
            (egui::TextStyle::Button, 14.5),
            (egui::TextStyle::Heading, 18.0),
            (egui::TextStyle::Monospace, 13.0),
        ] {
            style.text_styles.insert(text, face("regular", size * u));
        }
        let s = &mut style.spacing;
        s.icon_width = 15.0 * u;
        s.icon_width_inner = 9.0 * u;
        s.icon_spacing = 6.0 * u;
        s.interact_size = egui::vec2(40.0, 20.0) * u;
        s.button_padding = egui::vec2(7.0, 3.0) * u;
        s.item_spacing = egui::vec2(8.0, 4.0) * u;
        s.scroll.bar_width = 9.0 * u;
        s.tooltip_width = 420.0 * u;
        // A tooltip that waits for the pointer to rest, a fade and a blinking cursor would draw the
        // window repeatedly.
        style.interaction.show_tooltips_only_when_still = false;
        style.animation_time = 0.0;
        style.visuals.text_cursor.blink = false;
    });
}

/// A button, configured before it is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Button<'a> {
    rect: Rect,
    content: ButtonContent<'a>,
    selected: bool,
    /// Font size, in points.
    size: f32,
}

impl<'a> Button<'a> {
    /// A button that shows a text, `size` points high.
    pub(super) fn words(rect: Rect, words: &'a str, size: f32) -> Self {
        Self {
            rect,
            content: ButtonContent::Words(words),
            selected: false,
            size,
        }
    }

    /// A button that shows a drawn sign.
    pub(super) fn sign(rect: Rect, sign: Sign) -> Self {
        Self {
            rect,
            content: ButtonContent::Sign(sign),
            selected: false,
            size: 0.0,
        }
    }

    /// Whether the button is drawn in ink, as one that is on or chosen.
    pub(super) fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Shows the button. `name` is its name for screen readers and tests, and its tooltip where the
    /// button does not show it.
    pub(super) fn show(self, ui: &mut Ui, theme: &Theme, name: &str) -> Response {
        let response = self.interact(ui, theme, name, name);
        if self.content == ButtonContent::Words(name) {
            response
        } else {
            response.on_hover_text(name)
        }
    }

    /// Shows the button with a name for screen readers and tests, and a tooltip that says more.
    pub(super) fn named(self, ui: &mut Ui, theme: &Theme, name: &str, about: &str) -> Response {
        self.interact(ui, theme, name, name).on_hover_text(about)
    }

    /// Shows the button of a command; a click runs the command.
    pub(super) fn run(self, ui: &mut Ui, p: &mut Panel<'_>, command: CommandId) {
        let name = command.command().name;
        let label = command.label(p);
        let response = self.interact(ui, p.theme, name, &label);
        if response.on_hover_text(command.hint(p)).clicked() {
            command.run(p);
        }
    }

    fn interact(self, ui: &mut Ui, theme: &Theme, id: &str, name: &str) -> Response {
        let id = ui.scope_id().with(id).with(self.rect.min.x as i32);
        let response = ui.interact(self.rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.selected, name));
        self.paint(ui, theme, &response);
        response
    }

    fn paint(self, ui: &Ui, theme: &Theme, response: &Response) {
        let (fill, ink) = if self.selected {
            (theme.ink, theme.page)
        } else {
            (theme.card, theme.ink)
        };
        let (width, line) = if response.has_focus() {
            (3.0, theme.ink)
        } else if response.hovered() {
            (2.0, theme.ink)
        } else {
            (1.2, theme.rule)
        };
        let radius = (self.rect.height() / 5.0).min(10.0);
        let stroke = Stroke::new(width, color(line));
        ui.painter().rect(
            self.rect,
            radius,
            color(fill),
            stroke,
            egui::StrokeKind::Inside,
        );
        match self.content {
            ButtonContent::Words(words) => {
                // A language with long words has them smaller rather than over the edge.
                let room = (self.rect.width() - self.size * BESIDE_WORDS).max(1.0);
                let (words, size) = Face::Regular.shortened(words, self.size, room);
                ui.painter().text(
                    self.rect.center(),
                    Align2::CENTER_CENTER,
                    words,
                    face("regular", size),
                    color(ink),
                );
            }
            ButtonContent::Sign(sign) => draw_sign(ui, self.rect, sign, ink),
        }
    }
}

/// Width of a button with words in a font size, in points.
pub(super) fn width_of_button(words: &str, size: f32) -> f32 {
    Face::Regular.width(words, size) + 1.6 * size
}

/// Draws a sign in the middle of a rectangle.
pub(super) fn draw_sign(ui: &Ui, rect: Rect, sign: Sign, ink: Color) {
    let m = rect.center();
    let r = rect.height().min(rect.width()) * 0.2;
    let c = color(ink);
    let stroke = Stroke::new((r * 0.3).max(1.5), c);
    let at = |x: f32, y: f32| Pos2::new(m.x + x * r, m.y + y * r);
    let painter = ui.painter();
    let chevron = |dx: f32, way: f32| {
        painter.add(egui::Shape::line(
            vec![
                at(dx + way * 0.5, -1.0),
                at(dx - way * 0.5, 0.0),
                at(dx + way * 0.5, 1.0),
            ],
            stroke,
        ));
    };
    match sign {
        Sign::Play => {
            painter.add(egui::Shape::convex_polygon(
                vec![at(-0.7, -1.2), at(1.2, 0.0), at(-0.7, 1.2)],
                c,
                Stroke::NONE,
            ));
        }
        Sign::Pause => {
            for x in [-0.6, 0.6] {
                painter.line_segment([at(x, -1.0), at(x, 1.0)], Stroke::new(r * 0.55, c));
            }
        }
        Sign::Back => chevron(0.0, 1.0),
        Sign::Forward => chevron(0.0, -1.0),
        Sign::First => {
            chevron(0.3, 1.0);
            painter.line_segment([at(-0.8, -1.0), at(-0.8, 1.0)], stroke);
        }
        Sign::Last => {
            chevron(-0.3, -1.0);
            painter.line_segment([at(0.8, -1.0), at(0.8, 1.0)], stroke);
        }
        Sign::Plus | Sign::Minus => {
            painter.line_segment([at(-1.0, 0.0), at(1.0, 0.0)], stroke);
            if sign == Sign::Plus {
                painter.line_segment([at(0.0, -1.0), at(0.0, 1.0)], stroke);
            }
        }
        Sign::Loop => {
            // An open circle with an arrow head at its end.
            let ring = |t: f32| at(1.05 * t.cos(), 1.05 * t.sin());
            let from = -1.2_f32;
            painter.add(egui::Shape::line(
                (0..=20).map(|i| ring(from + i as f32 * 0.26)).collect(),
                stroke,
            ));
            let end = ring(from);
            let head = vec![
                end + egui::vec2(-0.75, -0.45) * r,
                end,
                end + egui::vec2(-0.25, 0.8) * r,
            ];
            painter.add(egui::Shape::line(head, stroke));
        }
        Sign::Cross => {
            painter.line_segment([at(-0.9, -0.9), at(0.9, 0.9)], stroke);
            painter.line_segment([at(-0.9, 0.9), at(0.9, -0.9)], stroke);
        }
        Sign::List => {
            for y in [-0.8, 0.0, 0.8] {
                painter.circle_filled(at(-1.0, y), r * 0.2, c);
                painter.line_segment([at(-0.5, y), at(1.2, y)], stroke);
            }
        }
        Sign::Star => {
            let point = |i: usize| {
                let turn = i as f32 * std::f32::consts::PI / 5.0;
                let reach = if i.is_multiple_of(2) { 1.5 } else { 0.62 };
                at(reach * turn.sin(), -reach * turn.cos())
            };
            let corners: Vec<Pos2> = (0..10).map(point).collect();
            painter.add(egui::Shape::closed_line(corners, stroke));
        }
        Sign::Up | Sign::Down => {
            let way = if sign == Sign::Up { -0.6 } else { 0.6 };
            let corners = vec![at(-1.0, -way), at(0.0, way), at(1.0, -way)];
            painter.add(egui::Shape::line(corners, stroke));
        }
        Sign::Check => {
            painter.add(egui::Shape::line(
                vec![at(-1.0, 0.1), at(-0.3, 0.8), at(1.0, -0.8)],
                stroke,
            ));
        }
        Sign::Arrow => {
            painter.line_segment([at(-1.3, 0.0), at(1.3, 0.0)], stroke);
            let head = vec![at(0.5, -0.8), at(1.3, 0.0), at(0.5, 0.8)];
            painter.add(egui::Shape::line(head, stroke));
        }
        Sign::Page => {
            let thin = Stroke::new((r * 0.2).max(1.0), c);
            let edge = vec![
                at(-0.9, -1.3),
                at(0.4, -1.3),
                at(0.9, -0.8),
                at(0.9, 1.3),
                at(-0.9, 1.3),
            ];
            painter.add(egui::Shape::closed_line(edge, thin));
            for y in [-0.4, 0.2, 0.8] {
                painter.line_segment([at(-0.5, y), at(0.5, y)], thin);
            }
        }
        Sign::Archive => {
            let thin = Stroke::new((r * 0.2).max(1.0), c);
            for (top, foot, half) in [(-1.1, -0.4, 1.3), (-0.4, 1.2, 1.1)] {
                let edge = vec![
                    at(-half, top),
                    at(half, top),
                    at(half, foot),
                    at(-half, foot),
                ];
                painter.add(egui::Shape::closed_line(edge, thin));
            }
            painter.line_segment([at(-0.4, 0.1), at(0.4, 0.1)], stroke);
        }
        Sign::Event => {
            painter.add(egui::Shape::convex_polygon(
                vec![at(0.0, -1.1), at(1.1, 0.0), at(0.0, 1.1), at(-1.1, 0.0)],
                c,
                Stroke::NONE,
            ));
        }
        Sign::Home => {
            painter.add(egui::Shape::closed_line(
                vec![
                    at(-0.8, 1.0),
                    at(-0.8, -0.1),
                    at(0.0, -1.0),
                    at(0.8, -0.1),
                    at(0.8, 1.0),
                ],
                stroke,
            ));
        }
    }
}

/// A party's letter in a disc of its color, or in a ring where only another reports it.
pub(super) fn roundel(
    ui: &Ui,
    p: &Panel<'_>,
    party: &PartyId,
    at: Pos2,
    radius: f32,
    is_open: bool,
) {
    let Some(party) = p.session.whole().atlas().party(party.as_str()) else {
        return;
    };
    let line = color(p.theme.party(party.slot.unwrap_or_default()).line);
    let card = color(p.theme.card);
    let (fill, ink) = if is_open { (card, line) } else { (line, card) };
    let stroke = Stroke::new(radius * 0.16, line);
    ui.painter().circle(at, radius, fill, stroke);
    let font = face("semibold", radius * 1.3);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, party.letter.as_str(), font, ink);
}

/// Voices with a statement about an area on the map.
pub(super) fn voices(session: &Session) -> Vec<PersonId> {
    let claims = session
        .whole()
        .atlas()
        .claims
        .iter()
        .filter(|c| c.stance().is_some() && c.area.is_some());
    let mut voices: Vec<PersonId> = claims.flat_map(|c| c.voices.iter().cloned()).collect();
    voices.sort_unstable();
    voices.dedup();
    voices
}

/// A one-line name of what an id refers to.
pub(super) fn caption(atlas: &Atlas, id: &str, text: &Text) -> String {
    text.caption(atlas, id)
}

/// The id under the pointer on a drawn chart, with a tooltip that says what it shows and names it;
/// `None` where there is none. The caller decides what a click does.
pub(super) fn hovered_id<'h>(
    p: &Panel<'_>,
    response: &Response,
    chart: &'h Chart,
    corner: Pos2,
    u: f32,
) -> Option<&'h str> {
    let at = response.hover_pos()?;
    let local = ScreenPoint::new(at.x - corner.x, at.y - corner.y);
    let over = |list: &'h [(ScreenRect, String)]| {
        let found = list.iter().rev().find(|(r, _)| r.holds(local));
        found.map(|(_, words)| words.as_str())
    };
    let (id, tip) = (over(&chart.hits), over(&chart.tips));
    let mut lines: Vec<String> = tip.map(ToOwned::to_owned).into_iter().collect();
    if let Some(id) = id {
        let (timeline, lens) = (p.session.timeline(), p.session.lens());
        lines.extend(p.text.tip(timeline, p.situation, lens, id));
    }
    if lines.is_empty() {
        return None;
    }
    let response = response.clone();
    let response = match id {
        Some(_) => response.on_hover_cursor(egui::CursorIcon::PointingHand),
        None => response,
    };
    tip_lines(response, &lines, u);
    id
}

/// A tooltip of several lines at the pointer, the first in bold type.
pub(super) fn tip_lines(response: Response, lines: &[String], u: f32) {
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(400.0 * u);
        for (i, line) in lines.iter().enumerate() {
            let font = if i == 0 { "semibold" } else { "regular" };
            ui.label(RichText::new(line).font(face(font, 14.0 * u)));
        }
    });
}

/// Selects what a chart shows under the pointer when it is clicked, and names it in a tooltip.
pub(super) fn pick(p: &mut Panel<'_>, response: &Response, chart: &Chart, corner: Pos2, u: f32) {
    if let Some(id) = hovered_id(p, response, chart, corner, u)
        && response.clicked()
    {
        p.actions.push(Action::Select(Some(id.to_owned())));
    }
}

/// A text that wraps.
pub(super) fn words(ui: &mut Ui, text: &str, font: &str, size: f32, ink: Color) -> Response {
    words_in(ui, text, face(font, size), ink)
}

/// A text that wraps, in a given font.
pub(super) fn words_in(ui: &mut Ui, text: &str, font: egui::FontId, ink: Color) -> Response {
    ui.add(egui::Label::new(RichText::new(text).font(font).color(color(ink))).wrap())
}

/// A text that wraps, with the terms of a glossary underlined; with the term under the pointer.
pub(super) fn explained<'a>(
    ui: &mut Ui,
    text: &str,
    font: egui::FontId,
    ink: egui::Color32,
    terms: &[Occurrence<'a>],
) -> (Response, Option<&'a Term>) {
    let plain = egui::TextFormat::simple(font, ink);
    let marked = egui::TextFormat {
        underline: Stroke::new(1.0, ink.gamma_multiply(0.5)),
        ..plain.clone()
    };
    let mut job = egui::text::LayoutJob::default();
    let mut at = 0;
    for Occurrence { range, .. } in terms {
        job.append(&text[at..range.start], 0.0, plain.clone());
        job.append(&text[range.clone()], 0.0, marked.clone());
        at = range.end;
    }
    job.append(&text[at..], 0.0, plain);
    // The keyboard reaches the words that are explained where they are listed.
    let label = egui::Label::new(job).wrap().sense(Sense::CLICK);
    let (corner, galley, response) = label.layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(corner, galley.clone(), ink);
    let under = response.hover_pos().and_then(|pos| {
        let letter = galley.cursor_from_pos(pos - corner).index.0;
        let byte = text
            .char_indices()
            .nth(letter)
            .map_or(text.len(), |(at, _)| at);
        let term = terms
            .iter()
            .find(|o| (o.range.start..=o.range.end).contains(&byte));
        term.map(|o| o.term)
    });
    (response, under)
}

/// A text that wraps and can be clicked.
pub(super) fn link(ui: &mut Ui, text: &str, font: &str, size: f32, ink: Color) -> Response {
    let label = egui::Label::new(RichText::new(text).font(face(font, size)).color(color(ink)))
        .wrap()
        .sense(Sense::click());
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A thin horizontal rule.
pub(super) fn rule(ui: &mut Ui, ink: Color) {
    ui.add_space(6.0);
    let rect = ui.available_rect_before_wrap();
    ui.painter()
        .hline(rect.x_range(), rect.top(), Stroke::new(1.0, color(ink)));
    ui.add_space(8.0);
}
