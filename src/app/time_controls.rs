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
use crate::scene::{Face, LineForm};
use crate::session::{Action, Loop, Pace};
use crate::time::TypedDateError;

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
    let speeds = SPEED * u + width_of_speed(p, u);
    let rows = speeds.max(width_of_playing(p, u)) + 2.0 * MARGIN * u;
    let most = clamped(whole * MOST_COLUMN, COLUMN.0 * u, COLUMN.1 * u);
    clamped(rows, COLUMN.0 * u, most)
}

/// How the foot of the window is arranged. The lower the window is, in design units, the less of its
/// height is for dates, and the more is for the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// A column with date and controls, and the time line with lanes beside it.
    Usual,
    /// The same with everything closer together.
    Close,
    /// The date and its controls in a row, and a time line without lanes below it.
    Row,
}

/// Heights of the forms, in design units.
const USUAL: f32 = 222.0;
const CLOSE: f32 = 178.0;
const ROW: f32 = 124.0;
/// Height of the first row of [`Form::Row`], least width of its date, and the size of the words beside
/// the date.
const FIRST: f32 = 50.0;
const LEAST_DATE: f32 = 230.0;
const BESIDE_DATE: f32 = 13.0;
/// Distance of those words' lines.
const LINE: f32 = 17.0;
/// Distance between controls in a row, and least width of the field of the date there.
const APART: f32 = 8.0;
const FIELD: f32 = 150.0;

impl Form {
    pub(super) fn height(self) -> f32 {
        match self {
            Self::Usual => USUAL,
            Self::Close => CLOSE,
            Self::Row => ROW,
        }
    }
}

/// Where the date and its controls stand in a column, in design units from the top of the panel.
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
    const USUAL: Self = Self {
        date: (42.0, 60.0),
        weekday: 90.0,
        transport: 106.0,
        playing: 152.0,
        field: 188.0,
    };
    const CLOSE: Self = Self {
        date: (25.0, 38.0),
        weekday: 60.0,
        transport: 71.0,
        playing: 114.0,
        field: 147.0,
    };
}

/// Draws the date, its controls, and the time line.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, form: Form, d: &mut Desktop) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    match form {
        Form::Usual => in_column(ui, p, rect, u, &Places::USUAL, d),
        Form::Close => in_column(ui, p, rect, u, &Places::CLOSE, d),
        Form::Row => in_row(ui, p, rect, u, d),
    }
}

/// Draws a line of the date with its left edge and middle at a point, no wider than some room.
fn line(
    ui: &Ui,
    p: &Panel<'_>,
    at: egui::Pos2,
    words: &str,
    (style, size): (Face, f32),
    room: f32,
) -> f32 {
    let size = style.fitted(words, size, room.max(1.0));
    let font = match style {
        Face::Display => "display",
        _ => "regular",
    };
    ui.painter().text(
        at,
        Align2::LEFT_CENTER,
        words,
        face(font, size),
        color(p.theme.ink),
    );
    style.width(words, size)
}

/// The day of the week with the year, and the date in the old style where it was in use.
fn weekday(p: &Panel<'_>) -> Vec<String> {
    let day = p.session.day();
    let old = p.text.old_style(day, p.session.timeline().atlas());
    [p.text.weekday_year(day)].into_iter().chain(old).collect()
}

fn in_column(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, at: &Places, d: &mut Desktop) {
    let left = rect.left() + MARGIN * u;
    let column = column(p, rect.width(), u);
    let right = rect.left() + column - 14.0 * u;
    let corner = |y: f32| pos2(left, rect.top() + y * u);
    let date = p.text.day_month(p.session.day());
    let size = (Face::Display, at.date.1 * u);
    line(ui, p, corner(at.date.0), &date, size, right - left);
    let words = weekday(p).join(" · ");
    let size = (Face::Regular, 15.5 * u);
    line(ui, p, corner(at.weekday), &words, size, right - left);
    transport(ui, p, corner(at.transport), u);
    let from = corner(at.transport) + vec2(SPEED, 5.0) * u;
    speed(ui, p, from, right, u);
    playing(ui, p, corner(at.playing), right, u);
    dates(ui, p, corner(at.field), right, u, d);
    let line = Rect::from_min_max(
        pos2(rect.left() + column, rect.top() + 6.0 * u),
        rect.max - vec2(0.0, 8.0 * u),
    );
    time_panel::ui(ui, p, line, u, LineForm::Lanes);
}

fn in_row(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, d: &mut Desktop) {
    let (left, right) = (rect.left() + MARGIN * u, rect.right() - MARGIN * u);
    let of_playing = width_of_playing(p, u);
    let of_speed = width_of_speed(p, u);
    let of_controls = (SPEED + APART) * u + of_speed;
    let is_one_row = right - left - of_controls - of_playing - 2.0 * APART * u > LEAST_DATE * u;
    let beside = if is_one_row {
        of_playing + APART * u
    } else {
        0.0
    };
    let controls = right - of_controls - beside;
    let middle = rect.top() + FIRST / 2.0 * u + 2.0 * u;
    let day = p.text.day_month(p.session.day());
    let room = controls - 2.0 * APART * u - left;
    let size = (Face::Display, 36.0 * u);
    let of_day = line(ui, p, pos2(left, middle), &day, size, room / 2.0);
    let beside = left + of_day + 1.5 * APART * u;
    let words_of = weekday(p);
    for (i, words) in words_of.iter().enumerate() {
        let from_middle = i as f32 - (words_of.len() as f32 - 1.0) / 2.0;
        let y = middle + from_middle * LINE * u;
        let size = (Face::Regular, BESIDE_DATE * u);
        line(ui, p, pos2(beside, y), words, size, left + room - beside);
    }
    let top = middle - 20.0 * u;
    transport(ui, p, pos2(controls, top), u);
    let from = pos2(controls + SPEED * u, top + 5.0 * u);
    speed(ui, p, from, from.x + of_speed, u);
    let below = rect.top() + FIRST * u;
    let column = (FIELD * u + width_of_epilogue(p, u)).max(of_playing) + APART * u;
    if is_one_row {
        playing(ui, p, pos2(right - of_playing, top + 6.0 * u), right, u);
    } else {
        playing(ui, p, pos2(left, below + 4.0 * u), left + column, u);
    }
    let row = if is_one_row { 22.0 } else { 38.0 };
    dates(ui, p, pos2(left, below + row * u), left + column, u, d);
    let line = Rect::from_min_max(
        pos2(left + column, below - 2.0 * u),
        rect.max - vec2(0.0, 4.0 * u),
    );
    time_panel::ui(ui, p, line, u, LineForm::Folded);
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
}

/// Width of the button of the speed.
fn width_of_speed(p: &Panel<'_>, u: f32) -> f32 {
    width_of_button(&speed_in_words(p), BUTTON * u).max(100.0 * u)
}

/// The button of the speed, from a corner to at most a right edge.
fn speed(ui: &mut Ui, p: &mut Panel<'_>, from: egui::Pos2, right: f32, u: f32) {
    let width = width_of_speed(p, u).min((right - from.x).max(60.0 * u));
    let at = Rect::from_min_size(from, vec2(width, 30.0 * u));
    Button::words(at, &speed_in_words(p), 13.5 * u).run(ui, p, CommandId::Faster);
}

/// Width of the buttons of how it plays.
fn width_of_playing(p: &Panel<'_>, u: f32) -> f32 {
    let widths = PLAYING.map(|(_, key)| width_of_button(&p.text.get(key), BUTTON * u));
    widths.iter().sum::<f32>() + 6.0 * u
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

/// The words of the button that leads to the part of the atlas outside the one that is shown, and
/// the day to which it leads.
fn epilogue(p: &Panel<'_>) -> Option<(String, chrono::NaiveDate)> {
    let span = p.session.timeline().atlas().manifest.span;
    if p.session.day() > span.end {
        return Some((p.text.back_to_main_part(span), span.end));
    }
    let first = p.session.timeline().next_change(span.end, |_| true)?;
    Some((p.text.get("to-epilogue"), first))
}

fn width_of_epilogue(p: &Panel<'_>, u: f32) -> f32 {
    epilogue(p).map_or(0.0, |(label, _)| width_of_button(&label, BUTTON * u))
}

/// The field of a typed date, and the button that leads to the epilogue.
fn dates(ui: &mut Ui, p: &mut Panel<'_>, corner: egui::Pos2, right: f32, u: f32, d: &mut Desktop) {
    let mut field_end = right;
    if let Some((label, target)) = epilogue(p) {
        // The field of the date keeps its half of the row.
        let width = width_of_epilogue(p, u).min((right - corner.x) / 2.0);
        let button_at =
            Rect::from_min_size(pos2(field_end - width, corner.y - u), vec2(width, 28.0 * u));
        field_end = button_at.left() - APART * u;
        let about = p
            .text
            .with("epilogue-about", &[("days", &p.text.date_in_full(target))]);
        let button = Button::words(button_at, &label, BUTTON * u);
        if button.named(ui, p.theme, &label, &about).clicked() {
            p.actions.push(Action::Jump(target));
        }
    }
    let field = Rect::from_min_max(corner, pos2(field_end, corner.y + 26.0 * u));
    date_field(ui, p, field, u, d);
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
        Err(error) => {
            let (key, typed) = match error {
                TypedDateError::Slashes => ("date-slashes", ""),
                TypedDateError::ShortYear(year) => ("date-short-year", year.as_str()),
                TypedDateError::Unreadable(typed) => ("date-unreadable", typed.as_str()),
            };
            p.text.with(key, &[("typed", typed)])
        }
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
