//! The foot of the research window: the date, how it plays, the field for a typed date, and the time
//! line.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::commands::CommandId;
use super::explore::Desktop;
use super::widgets::{Button, Sign, width_of_button};
use super::{Panel, time_panel};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::Face;
use crate::session::{Action, Loop, Pace};

/// Least and greatest width of the column of the date, and its margin on the left, in design units.
const COLUMN: (f32, f32) = (380.0, 560.0);
const MARGIN: f32 = 26.0;
/// Greatest part of the window's width that the column takes, where that is more than its least width.
const MOST_COLUMN: f32 = 0.3;
/// Distance from the margin to the button of the speed, and font size of buttons, in design units.
const SPEED: f32 = 230.0;
const BUTTON: f32 = 14.0;

/// Width of the column of the date: as wide as its rows of buttons ask for.
fn column(p: &Panel<'_>, whole: f32, u: f32) -> f32 {
    let of = |words: &str| width_of_button(words, BUTTON * u);
    let speeds = SPEED * u + of(&speed_in_words(p));
    let rows = PLAYING
        .iter()
        .map(|(_, key)| of(&p.text.get(key)) + 6.0 * u);
    let rows = speeds.max(rows.sum::<f32>()) + 2.0 * MARGIN * u;
    let most = clamped(whole * MOST_COLUMN, COLUMN.0 * u, COLUMN.1 * u);
    clamped(rows, COLUMN.0 * u, most)
}

/// Height of the panel, in design units, below which everything stands closer together.
const LOW: f32 = 200.0;

/// Where the date and its controls stand, in design units from the top of the panel.
struct Places {
    /// Middle of the date, and its font size.
    date: (f32, f32),
    /// Middle of the line with the day of the week.
    weekday: f32,
    /// Upper edges of the rows of controls.
    transport: f32,
    playing: f32,
    field: f32,
}

impl Places {
    fn of_height(height: f32) -> Self {
        if height < LOW {
            Self {
                date: (25.0, 38.0),
                weekday: 60.0,
                transport: 71.0,
                playing: 114.0,
                field: 147.0,
            }
        } else {
            Self {
                date: (42.0, 60.0),
                weekday: 90.0,
                transport: 106.0,
                playing: 152.0,
                field: 188.0,
            }
        }
    }
}

/// Draws the date, its controls, and the time line beside them.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, d: &mut Desktop) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    let left = rect.left() + MARGIN * u;
    let column = column(p, rect.width(), u);
    let right = rect.left() + column - 14.0 * u;
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
    let room = (right - left) / u;
    let at = Places::of_height(rect.height() / u);
    let size = Face::Display.fitted(&date, at.date.1, room);
    line(at.date.0, date, "display", size, p.theme.ink);
    let atlas = p.session.timeline().atlas();
    let old = p.text.old_style(day, atlas);
    let parts = [p.text.weekday_year(day)].into_iter().chain(old);
    let parts: Vec<String> = parts.collect();
    let words = parts.join(" · ");
    let size = Face::Regular.fitted(&words, 15.5, room);
    line(at.weekday, words, "regular", size, p.theme.ink);
    let corner = |y: f32| pos2(left, rect.top() + y * u);
    transport(ui, p, corner(at.transport), right, u);
    playing(ui, p, corner(at.playing), right, u);
    let span = p.session.timeline().atlas().manifest.span;
    let (label, target) = if day > span.end {
        (p.text.back_to_main_part(span), Some(span.end))
    } else {
        (
            p.text.get("to-epilogue"),
            p.session.timeline().next_change(span.end, |_| true),
        )
    };
    let mut field_end = right;
    if let Some(target) = target {
        // The field of the date keeps its half of the row.
        let width = width_of_button(&label, BUTTON * u).min((right - left) / 2.0);
        let button_at = Rect::from_min_size(
            pos2(field_end - width, rect.top() + (at.field - 1.0) * u),
            vec2(width, 28.0 * u),
        );
        field_end = button_at.left() - 8.0 * u;
        let about = p
            .text
            .with("epilogue-about", &[("days", &p.text.date_in_full(target))]);
        let button = Button::words(button_at, &label, 14.0 * u);
        if button.named(ui, p.theme, &label, &about).clicked() {
            p.actions.push(Action::Jump(target));
        }
    }
    let field = Rect::from_min_max(
        pos2(left, rect.top() + at.field * u),
        pos2(field_end, rect.top() + (at.field + 26.0) * u),
    );
    date_field(ui, p, field, u, d);
    let line = Rect::from_min_max(
        pos2(rect.left() + column, rect.top() + 6.0 * u),
        rect.max - vec2(0.0, 8.0 * u),
    );
    time_panel::ui(ui, p, line, u, true);
}

/// The commands that choose how it plays, with the keys of their words.
const PLAYING: [(CommandId, &str); 2] = [
    (CommandId::ByEvents, "by-events"),
    (CommandId::Loop, "loop"),
];

/// How fast it plays.
fn speed_in_words(p: &Panel<'_>) -> String {
    let speed = p.session.speed();
    if speed >= 1.0 {
        let count = p.text.number(speed);
        p.text.with("days-a-second", &[("count", &count)])
    } else {
        let seconds = p.text.number(1.0 / speed);
        p.text.with("seconds-a-day", &[("seconds", &seconds)])
    }
}

/// Back, play and forward.
fn transport(ui: &mut Ui, p: &mut Panel<'_>, corner: egui::Pos2, right: f32, u: f32) {
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
    let speed = speed_in_words(p);
    let from = corner + vec2(SPEED, 5.0) * u;
    let width = width_of_button(&speed, BUTTON * u).max(100.0 * u);
    let width = width.min((right - from.x).max(60.0 * u));
    let at = Rect::from_min_size(from, vec2(width, 30.0 * u));
    Button::words(at, &speed, 13.5 * u).run(ui, p, CommandId::Faster);
}

/// How it plays, in words: the steps, and what it does at its end.
fn playing(ui: &mut Ui, p: &mut Panel<'_>, corner: egui::Pos2, right: f32, u: f32) {
    let words = PLAYING.map(|(_, key)| p.text.get(key));
    let widths = words
        .each_ref()
        .map(|words| width_of_button(words, BUTTON * u));
    let gap = 6.0 * u;
    let room = right - corner.x - gap;
    let narrower = (room / widths.iter().sum::<f32>()).min(1.0);
    let mut x = corner.x;
    for (((command, _), words), width) in PLAYING.into_iter().zip(&words).zip(widths) {
        let on = match command {
            CommandId::ByEvents => p.session.pace() == Pace::Events,
            _ => p.session.looping() == Loop::Again,
        };
        let width = width * narrower;
        let at = Rect::from_min_size(pos2(x, corner.y), vec2(width, 27.0 * u));
        Button::words(at, words, BUTTON * u)
            .selected(on)
            .run(ui, p, command);
        x += width + gap;
    }
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
    if std::mem::take(&mut d.writes_on)
        && let Some(mut state) = TextEditState::load(ui.ctx(), response.id)
    {
        let end = CCursor::new(d.typed.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), response.id);
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
    let enters = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    let leaves = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Escape));
    match read {
        Ok(t) if enters && inside(&t) => {
            let action = if t.first == t.last {
                Action::Jump(t.first)
            } else {
                Action::SetRange(Some(crate::timeline::DayRange {
                    first: t.first,
                    last: t.last,
                }))
            };
            p.actions.push(action);
            d.typed.clear();
            return;
        }
        // What cannot be read stays to be mended.
        _ if enters => response.request_focus(),
        _ if leaves => {
            d.typed.clear();
            return;
        }
        _ => {}
    }
    if !(response.has_focus() || enters) {
        return;
    }
    let room = ui.max_rect().right() - field.left();
    egui::Area::new(ui.scope_id().with("date-read"))
        .order(egui::Order::Foreground)
        .pivot(Align2::LEFT_BOTTOM)
        .fixed_pos(field.left_top() - vec2(0.0, 6.0 * u))
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                // A bubble is as wide as its words, up to a width that is easily read.
                let ink = color(p.theme.ink);
                let most = (460.0 * u).min((room - 40.0 * u).max(80.0 * u));
                let galley = ui.painter().layout(said.clone(), font, ink, most);
                let (at, told) = ui.allocate_exact_size(galley.size(), Sense::hover());
                told.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
                ui.painter().galley(at.min, galley, ink);
            });
        });
}
