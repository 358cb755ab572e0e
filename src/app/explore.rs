//! The research skin: bar, map, inspector, the views below the map, and time panel. The edges
//! between them can be dragged.

use egui::{Align2, CursorIcon, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::commands::CommandId;
use super::desk::{self, ListKeeper};
use super::filters::{self, Filters};
use super::find::Find;
use super::tour_editor::{self, Editor};
use super::widgets::{Button, Sign};
use super::{Panel, bar, bottom_view, compare, inspector, map, time_panel};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::{Face, Furniture, Legend};
use crate::session::{Action, Loop, Pace};

const BAR: f32 = 56.0;
const STRIP: f32 = 38.0;
const TIME: f32 = 222.0;
/// Width of the editor of tours, in design units.
const EDITOR: f32 = 470.0;
/// Least width of map and inspector beside the editor, in design units.
const NARROW: f32 = 1000.0;

/// Sizes of the panels, in design units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layout {
    pub(super) side: f32,
    pub(super) bottom_view: f32,
    pub(super) inspector: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            side: 536.0,
            bottom_view: 380.0,
            inspector: true,
        }
    }
}

impl Layout {
    /// Reads what the `Display` implementation of [`Layout`] writes, such as `536 380 true`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let number = |p: Option<&str>| p?.parse::<f32>().ok().filter(|v| v.is_finite());
        Some(Self {
            side: number(parts.next())?,
            bottom_view: number(parts.next())?,
            inspector: parts.next()?.parse().ok()?,
        })
    }
}

impl std::fmt::Display for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.side, self.bottom_view, self.inspector)
    }
}

/// State of the research skin: what the reader is typing, and what is open.
#[derive(Default)]
pub(super) struct Desktop {
    /// The text of the date field.
    pub(super) typed: String,
    /// Whether the date field requests the focus.
    pub(super) type_date: bool,
    /// The search field.
    pub(super) find: Find,
    pub(super) filters: Filters,
    /// The working list.
    pub(super) list: ListKeeper,
    /// The editor of tours.
    pub(super) editor: Editor,
    pub(super) layout: Layout,
    pub(super) bottom_view: bottom_view::BottomViewState,
    /// The party whose voices the matrix shows; `None` for a column per party.
    pub(super) opened: Option<crate::model::PartyId>,
}

/// Draws the research skin.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, unit: f32, d: &mut Desktop) {
    let bar_rect = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + BAR * unit));
    let time = Rect::from_min_max(pos2(whole.left(), whole.bottom() - TIME * unit), whole.max);
    let room = time.top() - bar_rect.bottom() - STRIP * unit;
    let bottom_height = if p.session.bottom_view().is_some() {
        clamped(d.layout.bottom_view * unit, 90.0 * unit, room * 0.85)
    } else {
        0.0
    };
    let bottom_rect = Rect::from_min_max(
        pos2(whole.left(), time.top() - bottom_height),
        pos2(whole.right(), time.top()),
    );
    let strip = Rect::from_min_max(
        pos2(whole.left(), bottom_rect.top() - STRIP * unit),
        pos2(whole.right(), bottom_rect.top()),
    );
    let making = if d.editor.is_open() {
        EDITOR * unit
    } else if d.filters.open {
        (filters::WIDTH * unit).min(whole.width() * 0.4)
    } else {
        0.0
    };
    // A narrow window has no space for both the editor and the inspector.
    let is_narrow = whole.width() - making < NARROW * unit;
    let has_inspector = d.layout.inspector && !(making > 0.0 && is_narrow);
    let side = if has_inspector {
        clamped(d.layout.side * unit, 300.0 * unit, whole.width() * 0.45)
    } else {
        0.0
    };
    let right = Rect::from_min_max(
        pos2(whole.right() - side, bar_rect.bottom()),
        pos2(whole.right(), strip.top()),
    );
    let map_rect = Rect::from_min_max(
        pos2(whole.left() + making, bar_rect.bottom()),
        pos2(right.left(), strip.top()),
    );
    let editor_rect = Rect::from_min_max(
        pos2(whole.left(), bar_rect.bottom()),
        pos2(map_rect.left(), strip.top()),
    );
    match (p.session.compare(), p.session.multiples()) {
        (Some(c), _) => {
            let c = c.clone();
            compare::ui(ui, p, map_rect, unit, &c);
        }
        (None, Some(kind)) => compare::multiples(ui, p, map_rect, unit, kind),
        (None, None) => map::ui(
            ui,
            p,
            map_rect,
            unit,
            Furniture {
                legend: Legend::Whole,
                scale_right: Some(92.0),
                has_buttons: true,
            },
            true,
        ),
    }
    if d.editor.is_open() {
        tour_editor::ui(ui, p, editor_rect, unit, &mut d.editor);
    } else if d.filters.open {
        d.filters.ui(ui, p, editor_rect, unit);
    }
    bar::ui(ui, p, bar_rect, unit, &mut d.find, &mut d.editor);
    if has_inspector {
        inspector::ui(ui, p, right, unit, &mut d.opened);
        let star = pos2(right.right() - 190.0 * unit, right.top() + 8.0 * unit);
        let star = Rect::from_min_size(star, vec2(32.0, 28.0) * unit);
        desk::star(ui, p, star, &d.list);
        ui.painter().vline(
            right.left(),
            right.y_range(),
            Stroke::new(1.5 * unit, color(p.theme.ink)),
        );
        let edge = Rect::from_center_size(
            pos2(right.left(), right.center().y),
            vec2(8.0 * unit, right.height()),
        );
        if let Some(dx) = dragged(ui, edge, "side-edge", CursorIcon::ResizeHorizontal).map(|v| v.x)
        {
            d.layout.side = clamped((side - dx) / unit, 300.0, 900.0);
        }
    }
    if let Some(open) = p.session.bottom_view() {
        bottom_view::ui(
            ui,
            p,
            bottom_rect,
            unit,
            open,
            (&mut d.bottom_view, &mut d.list),
        );
        let edge = Rect::from_center_size(strip.center_top(), vec2(strip.width(), 8.0 * unit));
        if let Some(dy) = dragged(ui, edge, "view-edge", CursorIcon::ResizeVertical).map(|v| v.y) {
            d.layout.bottom_view = clamped((bottom_height - dy) / unit, 90.0, 900.0);
        }
    }
    bottom_view::strip(ui, p, strip, unit);
    bottom(ui, p, time, unit, d);
}

/// How far an edge is dragged in this frame, in points; `None` where it is not dragged.
fn dragged(ui: &Ui, edge: Rect, name: &str, cursor: CursorIcon) -> Option<egui::Vec2> {
    let response = ui.interact(edge, ui.scope_id().with(name), Sense::drag());
    let moved = response.dragged().then(|| response.drag_delta());
    response.on_hover_cursor(cursor);
    moved.filter(|v| *v != egui::Vec2::ZERO)
}

fn bottom(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, d: &mut Desktop) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    let left = rect.left() + 26.0 * u;
    let day = p.session.day();
    let line = |y: f32, text: String, font: &str, size: f32, ink| {
        ui.painter().text(
            pos2(left, rect.top() + y * u),
            Align2::LEFT_CENTER,
            text,
            face(font, size * u),
            color(ink),
        );
    };
    let date = p.text.day_month(day);
    // The time line begins 380 design units from the left edge, the date 26.
    let size = Face::Display.fitted(&date, 60.0, 344.0);
    line(44.0, date, "display", size, p.theme.ink);
    line(94.0, p.text.weekday_year(day), "regular", 15.5, p.theme.ink);
    let atlas = p.session.timeline().atlas();
    if let Some(old) = p.text.old_style(day, atlas) {
        line(116.0, old, "regular", 14.0, p.theme.ink2);
    }
    transport(ui, p, pos2(left, rect.top() + 138.0 * u), u);
    let span = p.session.timeline().atlas().manifest.span;
    let (label, target) = if day > span.end {
        (p.text.back_to_main_part(span), Some(span.end))
    } else {
        (
            p.text.get("to-epilogue"),
            p.session.timeline().next_change(span.end, |_| true),
        )
    };
    if let Some(target) = target {
        let words = ui.painter().layout_no_wrap(
            label.clone(),
            face("regular", 14.0 * u),
            color(p.theme.ink),
        );
        // Two years need more space than one. The time line begins 380 design units from the left
        // edge.
        let width = (words.size().x / u + 14.0).max(104.0);
        let at = Rect::from_min_size(
            pos2(left + 246.0 * u, rect.top() + 187.0 * u),
            vec2(width, 28.0) * u,
        );
        let button = Button::words(at, &label, 14.0 * u);
        if button.show(ui, p.theme, &label).clicked() {
            p.actions.push(Action::Jump(target));
        }
    }
    date_field(
        ui,
        p,
        Rect::from_min_size(pos2(left, rect.top() + 188.0 * u), vec2(234.0, 26.0) * u),
        u,
        d,
    );
    let line = Rect::from_min_max(
        pos2(rect.left() + 380.0 * u, rect.top() + 6.0 * u),
        rect.max - vec2(0.0, 8.0 * u),
    );
    time_panel::ui(ui, p, line, u, true);
}

/// Back, play and forward; then loop, pace and speed.
fn transport(ui: &mut Ui, p: &mut Panel<'_>, corner: egui::Pos2, u: f32) {
    let play = if p.session.playing() {
        Sign::Pause
    } else {
        Sign::Play
    };
    let buttons = [
        (CommandId::PreviousChange, Sign::First),
        (CommandId::PreviousDay, Sign::Back),
        (CommandId::Play, play),
        (CommandId::NextDay, Sign::Forward),
        (CommandId::NextChange, Sign::Last),
    ];
    let size = vec2(40.0, 40.0) * u;
    for (i, (command, sign)) in buttons.into_iter().enumerate() {
        let at = Rect::from_min_size(corner + vec2(i as f32 * 45.0 * u, 0.0), size);
        Button::sign(at, sign)
            .selected(command == CommandId::Play)
            .run(ui, p, command);
    }
    let at = |i: usize| {
        let left = (236.0 + i as f32 * 40.0) * u;
        Rect::from_min_size(corner + vec2(left, 3.0 * u), vec2(36.0, 34.0) * u)
    };
    Button::sign(at(0), Sign::Loop)
        .selected(p.session.looping() == Loop::Again)
        .run(ui, p, CommandId::Loop);
    Button::sign(at(1), Sign::Events)
        .selected(p.session.pace() == Pace::Events)
        .run(ui, p, CommandId::ByEvents);
    let speed = if p.session.speed() >= 1.0 {
        format!("{:.0}×", p.session.speed())
    } else {
        format!("{}×", p.session.speed())
    };
    Button::words(at(2), &speed, 14.0 * u).run(ui, p, CommandId::Faster);
}

/// A field that takes a date in any usual form and shows how it was read before it is applied.
fn date_field(ui: &mut Ui, p: &mut Panel<'_>, field: Rect, u: f32, d: &mut Desktop) {
    let hint = p.text.get("type-date");
    let font = face("regular", 14.0 * u);
    let edit = egui::TextEdit::singleline(&mut d.typed)
        .hint_text(
            egui::RichText::new(hint.as_str())
                .font(font.clone())
                .color(color(p.theme.ink3)),
        )
        .font(font.clone())
        .desired_width((field.width() - 12.0 * u).max(0.0));
    let response = ui.put(field, edit);
    response.widget_info(|| egui::WidgetInfo::text_edit(true, &d.typed, &d.typed, hint.as_str()));
    if std::mem::take(&mut d.type_date) {
        response.request_focus();
    }
    if d.typed.trim().is_empty() {
        return;
    }
    let span = p.session.timeline().atlas().manifest.span;
    let read = crate::time::read_typed_days(&d.typed, p.session.day());
    let inside = |t: &crate::time::Typed| span.contains(t.first) && span.contains(t.last);
    let said = match &read {
        Ok(t) if !inside(t) => {
            let (from, to) = (
                p.text.date_in_full(span.start),
                p.text.date_in_full(span.last()),
            );
            p.text.with("date-outside", &[("from", &from), ("to", &to)])
        }
        Ok(t) if t.first != t.last => p.text.days(crate::timeline::DayRange {
            first: t.first,
            last: t.last,
        }),
        Ok(t) => {
            let atlas = p.session.timeline().atlas();
            let read = p.text.date_in_full(t.first);
            match p.text.old_style(t.first, atlas) {
                Some(old) => format!("{read} · {old}"),
                None => read,
            }
        }
        Err(error) => error.to_string(),
    };
    egui::Area::new(ui.scope_id().with("date-read"))
        .order(egui::Order::Foreground)
        .fixed_pos(field.left_top() - vec2(0.0, 34.0 * u))
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.label(egui::RichText::new(said).font(font));
            });
        });
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    if let (true, Ok(t)) = (entered, read)
        && inside(&t)
    {
        if t.first == t.last {
            p.actions.push(Action::Jump(t.first));
        } else {
            p.actions
                .push(Action::SetRange(Some(crate::timeline::DayRange {
                    first: t.first,
                    last: t.last,
                })));
        }
        d.typed.clear();
    } else if response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Escape)) {
        d.typed.clear();
    }
}
