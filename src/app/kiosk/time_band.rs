//! The band of days, and the steps of a scene.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use egui::{Align2, Rect, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use super::layout::{GAP, MARGIN};
use super::page::{Badge, Key, Page};
use crate::app::widgets::Sign;
use crate::paint::screen::color;
use crate::scene::Face;
use crate::session::VisitAction;
use crate::time::{DayRange, TimeScale};

/// Height of the tallest bar, in design units.
const BAR: f32 = 52.0;

impl Page<'_, '_> {
    fn ground_of_band(&self, rect: Rect) {
        let theme = self.p.theme;
        let painter = self.ui.painter();
        painter.rect_filled(rect, 0.0, color(theme.card));
        let line = Stroke::new(2.0 * self.s.u, color(theme.rule));
        painter.hline(rect.x_range(), rect.top(), line);
    }

    /// The button that plays or pauses, and those that go back and forward, by their names. Returns
    /// the space right of them, or left of them on an upright screen.
    fn steering(&mut self, rect: Rect, is_upright: bool, keys: &[&str]) -> Rect {
        let (u, target) = (self.s.u, self.s.target);
        let gap = GAP * u;
        let large = (1.25 * target).min(rect.height());
        let playing = self.visit().playing();
        let (sign, name) = if playing {
            (Sign::Pause, self.words("pause"))
        } else {
            (Sign::Play, self.words("play"))
        };
        let wide = large + keys.len() as f32 * (target + gap);
        let left = if is_upright {
            rect.right() - wide
        } else {
            rect.left()
        };
        let middle = if is_upright {
            rect.top() + large / 2.0
        } else {
            rect.center().y
        };
        let square =
            |x: f32, side: f32| Rect::from_min_size(pos2(x, middle - side / 2.0), vec2(side, side));
        let (play, back) = if is_upright {
            (square(rect.right() - large, large), left)
        } else {
            (square(left, large), left + large + gap)
        };
        if self.key(&Key::sign(play, sign, &name).round().on(true)) {
            self.does(VisitAction::Play);
        }
        let ways = [
            (Sign::Back, VisitAction::Previous),
            (Sign::Forward, VisitAction::Next),
        ];
        for (i, (key, (sign, action))) in keys.iter().zip(ways).enumerate() {
            let name = self.words(key);
            let button = square(back + i as f32 * (target + gap), target);
            if self.key(&Key::sign(button, sign, &name).round()) {
                self.does(action);
            }
        }
        if is_upright {
            let end = pos2(left - gap, rect.top() + large);
            Rect::from_min_max(rect.min, end)
        } else {
            let start = pos2(left + wide + 1.6 * gap, rect.top());
            Rect::from_min_max(start, rect.max)
        }
    }

    /// The days: play, back and forward, the date, and the band that a finger drags over.
    pub(super) fn days(&mut self, rect: Rect, is_upright: bool) {
        self.ground_of_band(rect);
        let u = self.s.u;
        let inner = rect.shrink2(vec2(MARGIN * u, 14.0 * u));
        let beside = self.steering(inner, is_upright, &["kiosk-day-before", "kiosk-day-after"]);
        let day = self.p.session.day();
        let (date, weekday) = (self.p.text.day_month(day), self.p.text.weekday_year(day));
        let theme = self.p.theme;
        let small = self.s.text;
        let widest = self.widest_date();
        let room = if is_upright {
            beside.width()
        } else {
            (widest * 1.02).min(0.34 * beside.width())
        };
        let size = self.size_of_line(Face::Display, &date, 2.35 * small, room);
        let middle = if is_upright {
            beside.center().y
        } else {
            inner.center().y
        };
        let at = pos2(beside.left(), middle - 0.7 * small);
        self.write(
            at,
            Align2::LEFT_CENTER,
            &date,
            Face::Display,
            size,
            theme.ink,
        );
        let at = pos2(beside.left(), middle + 1.4 * small);
        self.write(
            at,
            Align2::LEFT_CENTER,
            &weekday,
            Face::Regular,
            small,
            theme.ink2,
        );
        let line = if is_upright {
            Rect::from_min_max(pos2(inner.left(), beside.bottom() + 8.0 * u), inner.max)
        } else {
            Rect::from_min_max(
                pos2(beside.left() + room + 24.0 * u, inner.top()),
                inner.max,
            )
        };
        self.slider(line);
    }

    /// Width of the widest date of the atlas in the size of the date.
    fn widest_date(&self) -> f32 {
        let span = self.p.session.timeline().atlas().manifest.span;
        let months = span.start.iter_days().take_while(|day| *day <= span.end);
        let widest = months
            .filter(|day| day.day() == 28 || *day == span.start)
            .map(|day| Face::Display.width(&self.p.text.day_month(day), 2.35 * self.s.text));
        widest.fold(0.0, f32::max)
    }

    fn slider(&mut self, rect: Rect) {
        let (u, theme, session) = (self.s.u, self.p.theme, self.p.session);
        let span = session.timeline().atlas().manifest.span;
        let days = DayRange::between(span.start, span.end);
        let handle = vec2(1.9, 1.7) * self.s.text;
        let scale = TimeScale {
            left: rect.left() + handle.x / 2.0,
            right: rect.right() - handle.x / 2.0,
            days,
        };
        let (base, axis) = (rect.bottom() - 78.0 * u, rect.bottom() - 58.0 * u);
        let painter = self.ui.painter().clone();
        let mut counts: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for day in session.timeline().lane_marks().iter().filter_map(|m| m.day) {
            *counts.entry(day).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or(1) as f32;
        let wide = (scale.day_width() * 0.66).max(1.5 * u);
        let high = BAR.min((base - rect.top()) / u - 50.0).max(8.0);
        for day in span.start.iter_days().take_while(|day| *day <= span.end) {
            let x = scale.x_from_day(day);
            let count = counts.get(&day).copied().unwrap_or_default();
            if count == 0 {
                painter.circle_filled(pos2(x, base - 2.0 * u), 1.6 * u, color(theme.ink3));
                continue;
            }
            let top = base - (count as f32 / most).sqrt() * high * u;
            let bar = Rect::from_min_max(pos2(x - wide / 2.0, top), pos2(x + wide / 2.0, base));
            let ink = if day <= session.day() {
                theme.ink2
            } else {
                theme.hatch
            };
            painter.rect_filled(bar, 1.0 * u, color(ink));
        }
        let track = |from: f32, to: f32| {
            Rect::from_min_max(pos2(from, axis - 7.0 * u), pos2(to, axis + 7.0 * u))
        };
        let x = scale.x_from_day(session.day());
        painter.rect_filled(track(scale.left, scale.right), 7.0 * u, color(theme.rule));
        painter.rect_filled(track(scale.left, x), 7.0 * u, color(theme.ink));
        self.months(rect, &scale, axis);
        let stem = Stroke::new(4.0 * u, color(theme.ink));
        painter.vline(x, rect.top()..=axis + 14.0 * u, stem);
        let knob = Rect::from_min_size(pos2(x - handle.x / 2.0, rect.top()), handle);
        painter.rect_filled(knob, 9.0 * u, color(theme.ink));
        let number = session.day().day().to_string();
        let (size, page) = (1.2 * self.s.text, theme.page);
        self.write(
            knob.center(),
            Align2::CENTER_CENTER,
            &number,
            Face::SemiBold,
            size,
            page,
        );
        if !self.is_live {
            return;
        }
        let id = self.ui.scope_id().with("kiosk-days");
        let response = self.ui.interact(rect, id, Sense::hover());
        let value = crate::time::days_between(span.start, session.day()) as f64;
        let name = self.words("kiosk-days");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {value}")));
        let tapped = self.kiosk.fingers.take_tap(rect);
        let dragged = self.kiosk.fingers.dragged(rect).map(|finger| finger.at);
        if let Some(at) = tapped.or(dragged) {
            let day = scale.day_from_x(at.x);
            if self.p.session.nearest_event(day) != Some(session.day()) {
                self.does(VisitAction::Snap(day));
            }
        }
    }

    /// Names of months that find room.
    fn months(&self, rect: Rect, scale: &TimeScale, axis: f32) {
        let (u, theme, size) = (self.s.u, self.p.theme, self.s.text);
        let first = scale.days.first;
        let mut free = rect.left();
        for day in first.iter_days().take_while(|day| *day <= scale.days.last) {
            if day.day() != 1 && day != first {
                continue;
            }
            let x = scale.x_from_day(day);
            if day.day() == 1 {
                let line = Stroke::new(1.5 * u, color(theme.ink3));
                let stem = axis - 70.0 * u..=axis + 16.0 * u;
                self.ui.painter().vline(x, stem, line);
            }
            let name = self.p.text.month(day);
            let wide = Face::Regular.width(&name, size);
            let next = day.checked_add_months(chrono::Months::new(1));
            let next = next.and_then(|next| next.with_day(1));
            let edge = next.filter(|next| *next <= scale.days.last);
            let edge = edge.map_or(rect.right(), |next| scale.x_from_day(next));
            let left = x.max(free) + 4.0 * u;
            if left + wide > edge {
                continue;
            }
            let at = pos2(left, axis + 36.0 * u);
            self.write(
                at,
                Align2::LEFT_CENTER,
                &name,
                Face::Regular,
                size,
                theme.ink,
            );
            free = left + wide + 12.0 * u;
        }
    }

    /// The steps of a scene: play, back and forward, and how far one is.
    pub(super) fn steps(&mut self, rect: Rect, is_upright: bool) {
        self.ground_of_band(rect);
        let u = self.s.u;
        let inner = rect.shrink2(vec2(MARGIN * u, 14.0 * u));
        let Some(lecture) = self.p.session.lecture() else {
            return;
        };
        let (at, count) = (lecture.at(), lecture.steps().len());
        let hides = lecture.hides_answer();
        let dates: Vec<NaiveDate> = lecture.steps().map(|step| step.date).collect();
        let beside = self.steering(inner, is_upright, &["kiosk-step-before"]);
        let (theme, size) = (self.p.theme, self.s.text);
        let is_last = at + 1 == count && !hides;
        let key = match (hides, is_last) {
            (true, _) => "kiosk-answer",
            (false, true) => "kiosk-scene-end",
            (false, false) => "kiosk-step-after",
        };
        let words = self.words(key);
        let next = if is_upright {
            // The days below the line of steps reach below the buttons beside it.
            let top = beside.bottom() + 34.0 * u;
            Rect::from_min_max(pos2(inner.left(), top), inner.max)
        } else {
            let wide = (Face::Regular.width(&words, size) + 120.0 * u).max(0.28 * beside.width());
            let high = 1.24 * self.s.target;
            let min = pos2(beside.right() - wide, beside.center().y - high / 2.0);
            Rect::from_min_size(min, vec2(wide, high))
        };
        let button = Key::words(next, &words)
            .badge(Badge::Sign(Sign::Forward))
            .on(true);
        if self.key(&button) {
            self.does(VisitAction::Next);
        }
        let right = if is_upright {
            beside.right() - 30.0 * u
        } else {
            next.left() - 30.0 * u
        };
        let line = Rect::from_min_max(beside.min, pos2(right, beside.bottom()));
        let cells = super::layout::cells(line, count, 1, 10.0 * u);
        for (i, cell) in cells.into_iter().enumerate() {
            let ink = if i <= at { theme.ink } else { theme.rule };
            let bar = Rect::from_center_size(cell.center(), vec2(cell.width(), 14.0 * u));
            self.ui.painter().rect_filled(bar, 7.0 * u, color(ink));
        }
        let span = (dates.first(), dates.last());
        if let (Some(first), Some(last)) = span {
            let (first, last) = (self.p.text.day_month(*first), self.p.text.day_month(*last));
            let y = line.center().y + 46.0 * u;
            let at = pos2(line.left(), y);
            self.write(
                at,
                Align2::LEFT_CENTER,
                &first,
                Face::Regular,
                size,
                theme.ink2,
            );
            if last != first {
                let at = pos2(line.right(), y);
                self.write(
                    at,
                    Align2::RIGHT_CENTER,
                    &last,
                    Face::Regular,
                    size,
                    theme.ink2,
                );
            }
        }
        let step = (at + 1).to_string();
        let count = count.to_string();
        let words = self
            .p
            .text
            .with("step-of", &[("step", &step), ("count", &count)]);
        let at = pos2(line.left(), line.center().y - 42.0 * u);
        self.write(
            at,
            Align2::LEFT_CENTER,
            &words,
            Face::SemiBold,
            size,
            theme.ink,
        );
    }
}
