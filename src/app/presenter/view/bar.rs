//! The bar above the presenter's view: clock, time against the plan, and buttons.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::{Frame, MARGIN, View, other_version};
use crate::app::clock;
use crate::app::presenter::Asked;
use crate::app::presenter::timer::minutes;
use crate::app::widgets::Button;
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::Color;
use crate::session::{Action, Blank, Lecture, TourPace, TourPlan, TourVersion};

/// Minutes that are planned where the tour says nothing.
const MINUTES: f64 = 20.0;
/// Font size of a button, space around its words, and space between two, in design units.
const LETTERS: f32 = 16.0;
const AROUND: f32 = 22.0;
const BETWEEN: f32 = 7.0;
/// Least size of the buttons where long words need more than the bar.
const LEAST_SIZE: f32 = 0.6;

/// What a button of the bar does.
enum BarOrder {
    Clock,
    Reset,
    Planned(f64),
    Blank(Option<Blank>),
    OtherVersion,
    Ask(Asked),
}

impl View {
    pub(super) fn minutes(&self, lecture: &Lecture) -> f64 {
        let short = lecture.version() == TourVersion::Short;
        let of_tour = lecture.tour().short_minutes.filter(|_| short);
        self.minutes.or(of_tour.map(f64::from)).unwrap_or(MINUTES)
    }

    /// Clock, time against the plan, and buttons.
    pub(super) fn bar(
        &mut self,
        ui: &mut Ui,
        bar: Rect,
        frame: &Frame<'_>,
        window: Option<bool>,
        asked: &mut Vec<Asked>,
    ) {
        let (u, lecture) = (frame.u, frame.lecture);
        let ink = color(self.theme.ink);
        ui.painter().rect_filled(bar, 0.0, color(self.theme.card));
        let middle = bar.center().y;
        let clock = ui.painter().text(
            pos2(bar.left() + MARGIN * u, middle),
            Align2::LEFT_CENTER,
            clock::hour_and_minute(),
            face("semibold", 38.0 * u),
            ink,
        );
        let planned = self.minutes(lecture);
        let plan = TourPlan::new(lecture.steps(), self.text.language(), planned);
        let pace = plan.pace(lecture.at(), self.timer.passed_s(frame.now));
        let timer = Rect::from_min_size(
            pos2(clock.right() + 36.0 * u, bar.top() + 10.0 * u),
            vec2(420.0 * u, bar.height() - 20.0 * u),
        );
        self.plan(ui, timer, frame, &plan, pace);
        let buttons = self.buttons(frame, window);
        let painter = ui.painter().clone();
        let width = |label: &str, u: f32| {
            let font = face("regular", LETTERS * u);
            let words = painter.layout_no_wrap(label.to_owned(), font, ink);
            words.size().x + AROUND * u
        };
        let left = timer.right() + 14.0 * u;
        let wanted: f32 = buttons
            .iter()
            .map(|(label, ..)| width(label, u) + BETWEEN * u)
            .sum();
        // Where the words of a language are too long for the bar, all buttons are smaller.
        let room = bar.right() - MARGIN * u - left;
        let u = u * clamped(room / wanted.max(1.0), LEAST_SIZE, 1.0);
        let mut x = left;
        let mut pressed = Vec::new();
        for (label, is_on, order) in buttons {
            let size = vec2(width(&label, u), 36.0 * u);
            let at = Rect::from_min_size(pos2(x, middle - size.y / 2.0), size);
            x += size.x + BETWEEN * u;
            let button = Button::words(at, &label, LETTERS * u).selected(is_on);
            if button.show(ui, &self.theme, &label).clicked() {
                pressed.push(order);
            }
        }
        for order in pressed {
            match order {
                BarOrder::Clock if self.timer.runs() => self.timer.pause(frame.now),
                BarOrder::Clock => self.timer.start(frame.now),
                BarOrder::Reset => self.timer.reset(frame.now),
                BarOrder::Planned(change) => self.minutes = Some((planned + change).max(1.0)),
                BarOrder::Blank(blank) => asked.push(Asked::Act(Action::Blank(blank))),
                BarOrder::OtherVersion => {
                    self.minutes = None;
                    asked.extend(other_version(lecture).into_iter().map(Asked::Act));
                }
                BarOrder::Ask(what) => asked.push(what),
            }
        }
    }

    /// The buttons from left to right: words, whether it is on, and what it does.
    fn buttons(&self, frame: &Frame<'_>, window: Option<bool>) -> Vec<(String, bool, BarOrder)> {
        let (lecture, text) = (frame.lecture, &self.text);
        let clock = if self.timer.runs() {
            "presenter-pause"
        } else {
            "presenter-start"
        };
        let mut buttons = vec![
            (text.get(clock), false, BarOrder::Clock),
            (text.get("presenter-reset"), false, BarOrder::Reset),
            ("–1 min".to_owned(), false, BarOrder::Planned(-1.0)),
            ("+1 min".to_owned(), false, BarOrder::Planned(1.0)),
        ];
        for (key, blank) in [
            ("presenter-black", Blank::Black),
            ("presenter-white", Blank::White),
        ] {
            let is_on = frame.session.blank() == Some(blank);
            let order = BarOrder::Blank((!is_on).then_some(blank));
            buttons.push((text.get(key), is_on, order));
        }
        if lecture.tour().steps.iter().any(|step| step.short) {
            let is_short = lecture.version() == TourVersion::Short;
            let minutes = lecture.tour().short_minutes.unwrap_or_default().to_string();
            let label = text.with("presenter-short", &[("count", &minutes)]);
            buttons.push((label, is_short, BarOrder::OtherVersion));
        }
        if window == Some(true) {
            buttons.push((
                text.get("presenter-swap"),
                false,
                BarOrder::Ask(Asked::Swap),
            ));
        }
        let close = if window.is_some() {
            "presenter-close"
        } else {
            "presenter-to-slide"
        };
        buttons.push((text.get(close), false, BarOrder::Ask(Asked::Close)));
        buttons
    }

    /// The time that has passed, against the plan, in words and as a bar.
    fn plan(&self, ui: &Ui, rect: Rect, frame: &Frame<'_>, plan: &TourPlan, pace: TourPace) {
        let (u, at) = (frame.u, frame.lecture.at());
        let passed = self.timer.passed_s(frame.now);
        let painter = ui.painter();
        let text = format!("{} / {}", minutes(passed), minutes(plan.whole_s()));
        painter.text(
            rect.left_top(),
            Align2::LEFT_TOP,
            text,
            face("semibold", 26.0 * u),
            color(self.theme.ink),
        );
        let behind = plan.behind_s(at, passed);
        let (key, value) = match pace {
            _ if self.timer.is_new() => ("presenter-not-started", 0.0),
            TourPace::OnTime if behind < 0.0 => ("presenter-early", -behind),
            TourPace::OnTime => ("presenter-on-time", plan.ends_s(at) - passed),
            TourPace::Slow => ("presenter-slow", behind),
            TourPace::Late => ("presenter-late", behind),
        };
        let said = self.text.with(key, &[("time", &minutes(value))]);
        painter.text(
            pos2(rect.right(), rect.top() + 7.0 * u),
            Align2::RIGHT_TOP,
            said,
            face("regular", 17.0 * u),
            color(self.theme.ink),
        );
        let track = Rect::from_min_max(
            pos2(rect.left(), rect.bottom() - 14.0 * u),
            rect.right_bottom(),
        );
        let x = |seconds: f64| {
            let part = clamped(seconds / plan.whole_s().max(1.0), 0.0, 1.0) as f32;
            track.left() + track.width() * part
        };
        painter.rect_filled(track, 3.0 * u, color(self.theme.rule));
        let step =
            Rect::from_x_y_ranges(x(plan.begins_s(at))..=x(plan.ends_s(at)), track.y_range());
        painter.rect_filled(step, 3.0 * u, color(self.theme.ink3));
        let done = Rect::from_x_y_ranges(track.left()..=x(passed), track.y_range().shrink(4.0 * u));
        painter.rect_filled(done, 2.0 * u, color(self.color_of(pace)));
    }

    /// Green, amber or red, in the colors of the theme.
    fn color_of(&self, pace: TourPace) -> Color {
        let timing = self.theme.timing;
        match pace {
            TourPace::OnTime => timing[0],
            TourPace::Slow => timing[1],
            TourPace::Late => timing[2],
        }
    }
}
