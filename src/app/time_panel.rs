//! The time line and its input: drag the day, drag a range above it, zoom with the wheel.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, PointerButton, Rect, Sense, Ui, WidgetInfo};

use super::pacing::HoverArea;
use super::{Panel, access, widgets};
use crate::geometry::{ScreenPoint, Viewport};
use crate::paint::screen::{Screen, face};
use crate::scene::{Lanes, LineForm, SceneKey};
use crate::session::Action;
use crate::time::days_between;
use crate::timeline::DayRange;

/// What a drag changes.
#[derive(Debug, Clone, Copy)]
enum Grip {
    Day,
    /// A range that begins on this day.
    Range(chrono::NaiveDate),
    /// The visible days; the position of the pointer in points at the last step.
    Line(f32),
}

/// Maximum number of records under the pointer that are named; the number of the others is given.
const MOST_LISTED: usize = 4;
/// Distance in design units within which the pointer takes an edge of the range.
const EDGE: f32 = 9.0;

/// Draws a time line in `rect`. Where it is not plain it has ranges, zoom and the lanes for screen
/// readers.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, unit: f32, form: LineForm) {
    let lanes = form != LineForm::Plain;
    let view = p.chart_context(unit);
    let size = (rect.width(), rect.height());
    let key = (SceneKey::chart(&view, p.situation), size, form);
    let line = p.cache.lanes.get(key, || Lanes::new(&view, size, form));
    let response = ui.interact(rect, ui.scope_id().with("time"), Sense::click_and_drag());
    let span = p.session.timeline().atlas().manifest.span;
    let value = days_between(span.start, p.session.day()) as f64;
    response.widget_info(|| WidgetInfo::slider(true, value, p.text.get("date-slider")));
    let screen = Screen {
        ui,
        rect,
        geometry: p.session.geometry(),
        view: Viewport::default(),
        unit,
    };
    p.cache.draw(&screen, &line, &line.items, p.textures);
    if lanes {
        p.hover_areas.push(hover_area(&line, rect));
        access::lanes(ui, p, &response, (&line, unit));
    }
    let to_local = |at: egui::Pos2| ScreenPoint::new(at.x - rect.left(), at.y - rect.top());
    let memory = Id::unique("time-grip");
    if response.drag_started() {
        let from = ui
            .input(|i| i.pointer.press_origin())
            .unwrap_or(rect.center());
        let grip = grip(
            p,
            &line,
            to_local(from),
            lanes && !response.dragged_by(PointerButton::Middle),
            unit,
        );
        let grip = if response.dragged_by(PointerButton::Middle) {
            Grip::Line(from.x)
        } else {
            grip
        };
        ui.data_mut(|d| d.insert_temp(memory, grip));
    }
    if let Some(at) = response.interact_pointer_pos() {
        let local = to_local(at);
        let day = line.scale.day_from_x(local.x);
        if response.dragged() {
            match ui.data(|d| d.get_temp::<Grip>(memory)).unwrap_or(Grip::Day) {
                Grip::Day if day == p.session.day() => {}
                Grip::Day => p.actions.push(Action::GoTo(day)),
                Grip::Range(anchor) => {
                    let range = Some(DayRange::between(anchor, day));
                    if range != p.session.range() {
                        p.actions.push(Action::SetRange(range));
                    }
                }
                Grip::Line(from) => {
                    let days = ((from - at.x) / line.scale.day_width()).round() as i64;
                    if days != 0 {
                        p.actions.push(Action::PanDays(days));
                        ui.data_mut(|d| d.insert_temp(memory, Grip::Line(at.x)));
                    }
                }
            }
        } else if response.clicked() {
            match line
                .hits
                .iter()
                .rev()
                .find(|(r, _)| lanes && r.holds(local))
            {
                Some((_, id)) => {
                    p.actions.push(Action::GoTo(day));
                    p.actions.push(Action::Select(Some(id.clone())));
                }
                None => p.actions.push(Action::GoTo(day)),
            }
        }
    }
    if lanes && response.double_clicked() {
        p.actions.push(Action::AllDays);
    }
    if let Some(at) = response.hover_pos().filter(|_| lanes) {
        let local = to_local(at);
        let day = line.scale.day_from_x(local.x);
        let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta()));
        let factor = f64::from(pinch) * f64::from(scroll.y / 160.0).exp();
        if (factor - 1.0).abs() > 0.004 {
            p.actions.push(Action::ZoomDays(factor, day));
        }
        if scroll.x.abs() > 1.0 {
            p.actions.push(Action::PanDays(
                (-scroll.x / line.scale.day_width()).round() as i64,
            ));
        }
        if !response.dragged() {
            hover(p, &response, &line, local, unit);
        }
    }
    if response.has_focus() {
        keys(ui, p, &response);
    }
}

/// The records at a point, else the day, as they appear in the tooltip of [`hover`].
fn hover_area(line: &Arc<Lanes>, rect: Rect) -> HoverArea {
    let line = Arc::clone(line);
    let under = move |at: egui::Pos2| {
        let at = ScreenPoint::new(at.x - rect.left(), at.y - rect.top());
        let hits = line
            .hits
            .iter()
            .enumerate()
            .filter(|(_, (r, _))| r.holds(at));
        let mut under: Vec<i64> = hits.map(|(i, _)| i as i64).collect();
        if under.is_empty() && at.x < line.scale.left {
            under.push(-1);
        } else if under.is_empty() {
            let day = line.scale.day_from_x(at.x);
            under.extend([
                days_between(line.scale.days.first, day),
                i64::from(at.y < line.range_zone),
            ]);
        }
        under
    };
    HoverArea {
        rect,
        under: Box::new(under),
    }
}

fn grip(p: &Panel<'_>, line: &Lanes, at: ScreenPoint, ranges: bool, unit: f32) -> Grip {
    if !ranges {
        return Grip::Day;
    }
    if let Some(range) = p.session.range()
        && at.y > line.handle.max.y
    {
        let near = |day| {
            (line.scale.x_from_day(day) - at.x).abs() < EDGE * unit + line.scale.day_width() / 2.0
        };
        if near(range.first) {
            return Grip::Range(range.last);
        }
        if near(range.last) {
            return Grip::Range(range.first);
        }
    }
    let zone = at.y < line.range_zone
        && !line.handle.expand(3.0 * unit).holds(at)
        && at.x >= line.scale.left;
    if zone {
        Grip::Range(line.scale.day_from_x(at.x))
    } else {
        Grip::Day
    }
}

/// Tooltip for the records under the pointer, else for the day.
fn hover(p: &Panel<'_>, response: &egui::Response, line: &Lanes, at: ScreenPoint, unit: f32) {
    let atlas = p.session.timeline().atlas();
    let under = line.hits.iter().filter(|(r, _)| r.holds(at));
    let mut told: Vec<String> = under
        .map(|(_, id)| widgets::caption(atlas, id, p.text))
        .collect();
    told.dedup();
    let (shown, more) = p.text.first_of(&told, MOST_LISTED);
    told = shown.iter().cloned().chain(more).collect();
    if told.is_empty() {
        if at.x < line.scale.left {
            told.push(p.text.get("key-time-line"));
        } else {
            let day = line.scale.day_from_x(at.x);
            told.push(p.text.date_in_full(day));
            let marks = p.session.timeline().lane_marks().iter();
            let count = marks.filter(|mark| mark.day == Some(day)).count();
            if count > 0 {
                let count = count.to_string();
                told.push(p.text.with("records-of-day", &[("count", &count)]));
            }
        }
        if at.y < line.range_zone {
            told.push(p.text.get("range-hint"));
        }
    }
    let font = face("regular", 13.5 * unit);
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(420.0 * unit);
        for line in told {
            ui.label(egui::RichText::new(line).font(font.clone()));
        }
    });
}

/// With the focus on it, the time line reacts to the arrow keys like a slider.
fn keys(ui: &Ui, p: &mut Panel<'_>, response: &egui::Response) {
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
    for (key, days) in [
        (Key::ArrowLeft, -1),
        (Key::ArrowRight, 1),
        (Key::PageUp, -7),
        (Key::PageDown, 7),
    ] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            p.actions.push(Action::StepDays(days));
        }
    }
}
