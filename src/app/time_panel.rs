//! The time line: a histogram, five lanes, and the day under the pointer. Integer days only.

use chrono::{Datelike as _, Days, NaiveDate};
use egui::{Align2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Panel;
use crate::paint::screen::{color, face};
use crate::session::Action;
use crate::time::days_between;

/// A time line in `rect`; `lanes` adds the five lanes.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, unit: f32, lanes: bool) {
    let timeline = p.session.timeline();
    let atlas = timeline.atlas();
    let span = atlas.manifest.span;
    let last = if p.session.day > span.end { span.last() } else { span.end };
    let count = days_between(span.start, last).max(1) as f32;
    let left = rect.left() + if lanes { 90.0 * unit } else { 10.0 * unit };
    let right = rect.right() - 24.0 * unit;
    let x_of = |day: NaiveDate| left + (right - left) * days_between(span.start, day) as f32 / count;
    let response = ui.interact(rect, ui.scope_id().with("time"), Sense::click_and_drag());
    let value = days_between(span.start, p.session.day) as f64;
    response.widget_info(|| WidgetInfo::slider(true, value, p.text.get("date-slider")));
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        let days = ((pointer.x - left) / (right - left) * count).round().clamp(0.0, count) as u64;
        if let Some(day) = span.start.checked_add_days(Days::new(days)) {
            p.actions.push(Action::GoTo(day));
        }
    }
    let painter = ui.painter_at(rect);
    let ink = color(p.theme.ink);
    let axis = rect.bottom() - 26.0 * unit;
    let inside = |day: &NaiveDate| (span.start..=last).contains(day);
    let kinds: [(&str, Vec<NaiveDate>); 5] = [
        ("messages", atlas.messages.iter().filter_map(|m| m.dating().exact_day()).filter(inside).collect()),
        ("claims", atlas.claims.iter().filter_map(|c| c.dating.exact_day()).filter(inside).collect()),
        ("control", atlas.control.iter().filter_map(|c| c.dating.when.as_ref()?.extent().begins_latest).filter(inside).collect()),
        ("units", atlas.units.iter().flat_map(|u| &u.fixes).filter_map(|f| f.dating.exact_day()).filter(inside).collect()),
        ("events", atlas.events.iter().filter_map(|e| e.dating.exact_day()).filter(inside).collect()),
    ];
    let base = if lanes { rect.top() + 78.0 * unit } else { axis - 26.0 * unit };
    let mut per_day: std::collections::BTreeMap<NaiveDate, u32> = std::collections::BTreeMap::new();
    kinds.iter().flat_map(|(_, days)| days).for_each(|day| *per_day.entry(*day).or_default() += 1);
    let most = per_day.values().max().copied().unwrap_or(1) as f32;
    let width = ((right - left) / count * 0.7).max(1.5);
    painter.extend(egui::Shape::dotted_line(&[pos2(left, base), pos2(right, base)], color(p.theme.ink3), 6.0 * unit, 0.9 * unit));
    for (day, number) in &per_day {
        let height = (*number as f32 / most).sqrt() * 40.0 * unit;
        let bar = Rect::from_min_max(pos2(x_of(*day) - width / 2.0, base - height), pos2(x_of(*day) + width / 2.0, base));
        painter.rect_filled(bar, 0.0, color(p.theme.hatch));
    }
    if lanes {
        for (i, (key, days)) in kinds.iter().enumerate() {
            let y = base + (i as f32 + 1.0) * 16.5 * unit;
            painter.text(pos2(left - 12.0 * unit, y), Align2::RIGHT_CENTER, p.text.get(key), face("regular", 13.0 * unit), ink);
            painter.hline(left..=right, y, Stroke::new(1.0, color(p.theme.rule)));
            for day in days {
                painter.vline(x_of(*day), (y - 5.5 * unit)..=(y + 5.5 * unit), Stroke::new(2.0 * unit, ink));
            }
        }
    }
    painter.hline(left..=right, axis, Stroke::new(1.6 * unit, ink));
    let mut day = span.start;
    while day <= last {
        let x = x_of(day);
        if day.day() == 1 {
            painter.vline(x, (rect.top() + 30.0 * unit)..=axis, Stroke::new(1.0, color(p.theme.rule)));
            painter.text(
                pos2(x + 4.0 * unit, axis + 13.0 * unit),
                Align2::LEFT_CENTER,
                p.text.month(day),
                face("semibold", 15.0 * unit),
                ink,
            );
        } else if count < 150.0 && [10, 20].contains(&day.day()) {
            painter.vline(x, axis..=(axis + 5.0 * unit), Stroke::new(1.2 * unit, ink));
            painter.text(
                pos2(x, axis + 14.0 * unit),
                Align2::CENTER_CENTER,
                day.day().to_string(),
                face("regular", 13.0 * unit),
                color(p.theme.ink2),
            );
        }
        day = day + Days::new(1);
    }
    let x = x_of(p.session.day);
    painter.vline(x, (rect.top() + 24.0 * unit)..=(axis + 4.0 * unit), Stroke::new(3.0 * unit, ink));
    let handle = Rect::from_center_size(
        pos2(x, rect.top() + 15.0 * unit),
        vec2(if lanes { 34.0 } else { 64.0 }, if lanes { 24.0 } else { 40.0 }) * unit,
    );
    painter.rect_filled(handle, 5.0 * unit, ink);
    let size = if lanes { 15.0 } else { 24.0 };
    painter.text(
        handle.center(),
        Align2::CENTER_CENTER,
        p.session.day.day().to_string(),
        face("semibold", size * unit),
        color(p.theme.page),
    );
}
