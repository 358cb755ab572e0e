//! What the presenter's view shows: this slide and the next one, notes, clock, time against a plan,
//! and a list of all steps to jump to.

use std::sync::Arc;
use std::time::Duration;

use egui::{Align2, Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Asked;
use super::timer::{Timer, minutes};
use crate::app::clock;
use crate::app::slide_images::{SlideImages, Wanted};
use crate::app::widgets::{Button, words};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::{Color, Theme};
use crate::session::{Action, Blank, Lecture, Session, TourPace, TourPlan, TourVersion};
use crate::text::Text;

/// Size for which design units are given, in points.
const DESIGN: (f32, f32) = (1600.0, 900.0);
/// Part of the width that the slides have, 0 to 1.
const SLIDES: f32 = 0.56;
/// Height of the bar above, in design units.
const BAR: f32 = 74.0;
/// Space around everything, in design units.
const MARGIN: f32 = 20.0;
/// Minutes that are planned where the tour says nothing.
const MINUTES: f64 = 20.0;
/// Sizes of the notes, in design units.
const NOTES: (f32, f32, f32) = (16.0, 27.0, 60.0);
/// Width of the picture of a slide, in pixels.
const PICTURE: u32 = 960;
/// Seconds after a step before the picture of the next slide is made.
const NEXT_S: f64 = 1.3;

/// The presenter's view.
pub(super) struct View {
    text: Text,
    theme: Theme,
    images: SlideImages,
    timer: Timer,
    /// Size of the notes, in design units.
    notes_size: f32,
    /// Minutes that are planned, where the speaker has set them.
    minutes: Option<f64>,
    /// The step that was shown last, and when it was first shown.
    step: Option<(String, bool, f64)>,
}

/// What the parts of the view draw with.
struct Frame<'a> {
    session: &'a Session,
    lecture: &'a Lecture,
    u: f32,
    now: f64,
}

impl View {
    pub(super) fn set_text(&mut self, text: Text) {
        self.text = text;
    }

    pub(super) fn new(text: Text) -> Self {
        Self {
            text,
            theme: Theme::night(),
            images: SlideImages::default(),
            timer: Timer::default(),
            notes_size: NOTES.1,
            minutes: None,
            step: None,
        }
    }

    pub(super) fn title(&self) -> String {
        self.text.get("presenter")
    }

    /// Draws the view. `window` is `None` in place of the slide, and otherwise says whether the
    /// monitors can be exchanged.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        window: Option<bool>,
        asked: &mut Vec<Asked>,
    ) {
        let whole = ui.max_rect();
        ui.painter().rect_filled(whole, 0.0, color(self.theme.page));
        let Some(lecture) = session.lecture() else {
            return;
        };
        let u = clamped(
            (whole.width() / DESIGN.0).min(whole.height() / DESIGN.1),
            0.4,
            4.0,
        );
        let now = ui.input(|i| i.time);
        let frame = Frame {
            session,
            lecture,
            u,
            now,
        };
        self.follow(&frame);
        let bar = Rect::from_min_size(whole.min, vec2(whole.width(), BAR * u));
        self.bar(ui, bar, &frame, window, asked);
        let inner =
            Rect::from_min_max(pos2(whole.left(), bar.bottom()), whole.max).shrink(MARGIN * u);
        let split = inner.left() + inner.width() * SLIDES;
        let slides = Rect::from_min_max(inner.min, pos2(split, inner.bottom()));
        let notes = Rect::from_min_max(pos2(split + MARGIN * u, inner.top()), inner.max);
        self.slides(ui, slides, &frame, asked);
        self.notes(ui, notes, &frame);
        let (_, to_minute) = clock::time_of_day();
        let wait = if self.timer.runs() {
            1.0 - self.timer.passed_s(now).fract()
        } else {
            f64::from(to_minute)
        };
        let wait = Duration::from_secs_f64(wait.max(0.05));
        ui.ctx().request_repaint_after(wait);
    }

    /// Notes a change of step. The first one starts the clock.
    fn follow(&mut self, frame: &Frame<'_>) {
        let Some(step) = frame.lecture.step() else {
            return;
        };
        let revealed = frame.lecture.revealed();
        let is_same = |(id, shown, _): &(String, bool, f64)| *id == step.id && *shown == revealed;
        if self.step.as_ref().is_some_and(is_same) {
            return;
        }
        if self.step.is_some() && self.timer.is_new() {
            self.timer.start(frame.now);
        }
        self.step = Some((step.id.clone(), revealed, frame.now));
    }

    fn minutes(&self, lecture: &Lecture) -> f64 {
        let short = lecture.version() == TourVersion::Short;
        let of_tour = lecture.tour().short_minutes.filter(|_| short);
        self.minutes.or(of_tour.map(f64::from)).unwrap_or(MINUTES)
    }

    /// Clock, time against the plan, and buttons.
    fn bar(
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
        let clock = clock::hour_and_minute();
        let at = pos2(bar.left() + MARGIN * u, middle);
        let painter = ui.painter().clone();
        let clock = painter.text(
            at,
            Align2::LEFT_CENTER,
            clock,
            face("semibold", 38.0 * u),
            ink,
        );
        let planned = self.minutes(lecture);
        let plan = TourPlan::new(lecture.steps(), self.text.language(), planned);
        let passed = self.timer.passed_s(frame.now);
        let pace = plan.pace(lecture.at(), passed);
        let timer = Rect::from_min_size(
            pos2(clock.right() + 36.0 * u, bar.top() + 10.0 * u),
            vec2(420.0 * u, bar.height() - 20.0 * u),
        );
        self.plan(ui, timer, frame, &plan, pace);
        let mut x = timer.right() + 14.0 * u;
        let mut button = |ui: &mut Ui, theme: &Theme, label: &str, selected: bool| {
            let width = painter
                .layout_no_wrap(label.to_owned(), face("regular", 16.0 * u), ink)
                .size()
                .x
                + 22.0 * u;
            let at = Rect::from_min_size(pos2(x, middle - 18.0 * u), vec2(width, 36.0 * u));
            x += width + 7.0 * u;
            let button = Button::words(at, label, 16.0 * u).selected(selected);
            button.show(ui, theme, label).clicked()
        };
        let theme = self.theme.clone();
        let runs = self.timer.runs();
        let label = self.text.get(if runs {
            "presenter-pause"
        } else {
            "presenter-start"
        });
        if button(ui, &theme, &label, false) {
            if runs {
                self.timer.pause(frame.now);
            } else {
                self.timer.start(frame.now);
            }
        }
        if button(ui, &theme, &self.text.get("presenter-reset"), false) {
            self.timer.reset(frame.now);
        }
        for (label, change) in [("–1", -1.0), ("+1", 1.0)] {
            if button(ui, &theme, &format!("{label} min"), false) {
                self.minutes = Some((planned + change).max(1.0));
            }
        }
        for (key, blank) in [
            ("presenter-black", Blank::Black),
            ("presenter-white", Blank::White),
        ] {
            let is_on = frame.session.blank() == Some(blank);
            if button(ui, &theme, &self.text.get(key), is_on) {
                asked.push(Asked::Act(Action::Blank((!is_on).then_some(blank))));
            }
        }
        if lecture.tour().steps.iter().any(|step| step.short) {
            let is_short = lecture.version() == TourVersion::Short;
            let minutes = lecture.tour().short_minutes.unwrap_or_default().to_string();
            let label = self.text.with("presenter-short", &[("count", &minutes)]);
            if button(ui, &theme, &label, is_short) {
                self.minutes = None;
                asked.extend(other_version(lecture).into_iter().map(Asked::Act));
            }
        }
        if window == Some(true) && button(ui, &theme, &self.text.get("presenter-swap"), false) {
            asked.push(Asked::Swap);
        }
        let label = self.text.get(if window.is_some() {
            "presenter-close"
        } else {
            "presenter-to-slide"
        });
        if button(ui, &theme, &label, false) {
            asked.push(Asked::Close);
        }
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

    /// This slide, the next one, and the list of steps.
    fn slides(&mut self, ui: &mut Ui, rect: Rect, frame: &Frame<'_>, asked: &mut Vec<Asked>) {
        let u = frame.u;
        let height = (rect.width() * 9.0 / 16.0).min(rect.height() * 0.62);
        let this = Rect::from_min_size(rect.min, vec2(height * 16.0 / 9.0, height));
        self.this_slide(ui, this, frame);
        let line = Rect::from_min_size(
            pos2(rect.left(), this.bottom() + 8.0 * u),
            vec2(rect.width(), 36.0 * u),
        );
        self.step_line(ui, line, frame, asked);
        let below = Rect::from_min_max(pos2(rect.left(), line.bottom() + 10.0 * u), rect.max);
        let next_width = (rect.width() * 0.46).min(below.height() * 16.0 / 9.0);
        let next = Rect::from_min_size(below.min, vec2(next_width, next_width * 9.0 / 16.0));
        self.next_slide(ui, next, frame);
        let list = Rect::from_min_max(pos2(next.right() + 16.0 * u, below.top()), below.max);
        self.list(ui, list, frame, asked);
    }

    fn wanted(frame: &Frame<'_>, at: usize, revealed: bool) -> Wanted {
        Wanted {
            tour: Arc::clone(frame.lecture.tour()),
            version: frame.lecture.version(),
            at,
            revealed,
            width: PICTURE,
        }
    }

    fn this_slide(&mut self, ui: &Ui, rect: Rect, frame: &Frame<'_>) {
        let wanted = Self::wanted(frame, frame.lecture.at(), frame.lecture.revealed());
        let texture = self.images.get(ui.ctx(), frame.session, &wanted);
        picture(ui, rect, texture.as_ref());
        let stroke = Stroke::new(2.0 * frame.u, color(self.theme.ink));
        ui.painter()
            .rect_stroke(rect, 0.0, stroke, StrokeKind::Outside);
        let said = match frame.session.blank() {
            Some(Blank::Black) => "presenter-sees-black",
            Some(Blank::White) => "presenter-sees-white",
            None if frame.session.is_detour() => "presenter-sees-detour",
            None => return,
        };
        let card = Rect::from_center_size(
            pos2(rect.center().x, rect.top() + 40.0 * frame.u),
            vec2(rect.width() * 0.9, 48.0 * frame.u),
        );
        ui.painter().rect_filled(card, 8.0, color(self.theme.ink));
        ui.painter().text(
            card.center(),
            Align2::CENTER_CENTER,
            self.text.get(said),
            face("semibold", 22.0 * frame.u),
            color(self.theme.page),
        );
    }

    /// The number of the step, when it is to end, and buttons for those without a clicker.
    fn step_line(&self, ui: &mut Ui, rect: Rect, frame: &Frame<'_>, asked: &mut Vec<Asked>) {
        let (u, lecture) = (frame.u, frame.lecture);
        let (step, count) = (lecture.at() + 1, lecture.steps().len());
        let plan = TourPlan::new(lecture.steps(), self.text.language(), self.minutes(lecture));
        let said = self.text.with(
            "presenter-step",
            &[
                ("step", &step.to_string()),
                ("count", &count.to_string()),
                ("time", &minutes(plan.ends_s(lecture.at()))),
            ],
        );
        ui.painter().text(
            rect.left_center(),
            Align2::LEFT_CENTER,
            said,
            face("regular", 18.0 * u),
            color(self.theme.ink),
        );
        let mut right = rect.right();
        for (key, action) in [
            ("presenter-next", Action::NextStep),
            ("presenter-previous", Action::PreviousStep),
        ] {
            let at = Rect::from_min_max(
                pos2(right - 112.0 * u, rect.top()),
                pos2(right, rect.bottom()),
            );
            let label = self.text.get(key);
            let button = Button::words(at, &label, 17.0 * u);
            if button.show(ui, &self.theme, &label).clicked() {
                asked.push(Asked::Act(action));
            }
            right -= 120.0 * u;
        }
    }

    /// What the room sees next: the answer, the next step, or the end.
    fn next_slide(&mut self, ui: &Ui, rect: Rect, frame: &Frame<'_>) {
        let (u, lecture) = (frame.u, frame.lecture);
        let hides = !lecture.revealed() && lecture.step().is_some_and(|s| !s.reveal.is_empty());
        let (at, revealed, key) = match lecture.at() {
            at if hides => (at, true, "presenter-then-answer"),
            at if at + 1 < lecture.steps().len() => (at + 1, false, "presenter-then"),
            _ => {
                ui.painter().rect_filled(rect, 0.0, color(self.theme.card));
                ui.painter().text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    self.text.get("presenter-end"),
                    face("regular", 22.0 * u),
                    color(self.theme.ink2),
                );
                return;
            }
        };
        let wanted = Self::wanted(frame, at, revealed);
        let since = self.step.as_ref().map_or(frame.now, |(_, _, since)| *since);
        let wait = NEXT_S - (frame.now - since);
        // The picture is made after the change on the wall, which it would make stutter.
        let texture = if wait <= 0.0 {
            self.images.get(ui.ctx(), frame.session, &wanted)
        } else {
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(wait + 0.02));
            self.images.made(frame.session, &wanted)
        };
        picture(ui, rect, texture.as_ref());
        let tag = self.text.get(key);
        let galley =
            ui.painter()
                .layout_no_wrap(tag, face("semibold", 16.0 * u), color(self.theme.page));
        let at = Rect::from_min_size(rect.min, galley.size() + vec2(16.0, 8.0) * u);
        ui.painter().rect_filled(at, 0.0, color(self.theme.ink));
        let corner = at.min + vec2(8.0, 4.0) * u;
        ui.painter().galley(corner, galley, color(self.theme.page));
    }

    /// The steps with their headlines; a click jumps.
    fn list(&self, ui: &mut Ui, rect: Rect, frame: &Frame<'_>, asked: &mut Vec<Asked>) {
        let (u, lecture) = (frame.u, frame.lecture);
        let row = 30.0 * u;
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        child.set_clip_rect(rect);
        let area = egui::ScrollArea::vertical().id_salt("steps");
        area.auto_shrink(false).show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, step) in lecture.steps().enumerate() {
                let size = vec2(ui.available_width(), row);
                let (at, response) = ui.allocate_exact_size(size, Sense::click());
                let headline = step.headline.text(self.text.language());
                let label = format!("{}  {headline}", i + 1);
                let is_present = i == lecture.at();
                response
                    .widget_info(|| WidgetInfo::selected(Role::Button, true, is_present, &label));
                let (ground, ink) = if is_present {
                    (self.theme.ink, self.theme.page)
                } else if response.hovered() {
                    (self.theme.rule, self.theme.ink)
                } else {
                    (self.theme.page, self.theme.ink)
                };
                ui.painter().rect_filled(at, 4.0 * u, color(ground));
                let painter = ui.painter().with_clip_rect(at.intersect(rect));
                painter.text(
                    pos2(at.left() + 8.0 * u, at.center().y),
                    Align2::LEFT_CENTER,
                    &label,
                    face("regular", 18.0 * u),
                    color(ink),
                );
                if is_present && self.step.as_ref().is_some_and(|s| s.2 == frame.now) {
                    response.scroll_to_me(Some(egui::Align::Center));
                }
                if response.clicked() {
                    asked.push(Asked::Act(Action::GoToStep(i)));
                }
            }
        });
    }

    /// The notes in large type, with buttons for their size.
    fn notes(&mut self, ui: &mut Ui, rect: Rect, frame: &Frame<'_>) {
        let u = frame.u;
        let Some(step) = frame.lecture.step() else {
            return;
        };
        let language = self.text.language().to_owned();
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), 40.0 * u));
        let mut right = head.right();
        for (label, factor, key) in [
            ("A+", 1.12, "presenter-larger"),
            ("A–", 1.0 / 1.12, "presenter-smaller"),
        ] {
            let at = Rect::from_min_max(
                pos2(right - 52.0 * u, head.top()),
                pos2(right, head.bottom() - 4.0 * u),
            );
            let button = Button::words(at, label, 18.0 * u);
            if button.show(ui, &self.theme, &self.text.get(key)).clicked() {
                self.notes_size = clamped(self.notes_size * factor, NOTES.0, NOTES.2);
            }
            right -= 60.0 * u;
        }
        ui.painter().text(
            head.left_center(),
            Align2::LEFT_CENTER,
            self.text.get("presenter-notes"),
            face("semibold", 18.0 * u),
            color(self.theme.ink2),
        );
        let below = Rect::from_min_max(pos2(rect.left(), head.bottom() + 6.0 * u), rect.max);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(below));
        child.set_clip_rect(below);
        let area = egui::ScrollArea::vertical().id_salt(("notes", &step.id));
        let size = self.notes_size * u;
        let (ink, quiet) = (self.theme.ink, self.theme.ink2);
        area.auto_shrink(false).show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = size * 0.5;
            let mut part = |key: Option<&str>, text: &str| {
                if text.is_empty() {
                    return;
                }
                if let Some(key) = key {
                    words(ui, &self.text.get(key), "semibold", 17.0 * u, quiet);
                }
                for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
                    words(ui, paragraph, "regular", size, ink);
                }
            };
            let notes = step.notes.text(&language);
            if notes.is_empty() {
                part(None, &self.text.get("presenter-no-notes"));
            }
            part(None, notes);
            part(Some("presenter-asks"), step.ask.text(&language));
            part(Some("presenter-answers"), step.reveal.text(&language));
        });
    }
}

fn picture(ui: &Ui, rect: Rect, texture: Option<&egui::TextureHandle>) {
    if let Some(texture) = texture {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, uv, Color32::WHITE);
    }
}

/// The actions that change to the other version of a tour, at the present step or the next one that
/// the version has.
fn other_version(lecture: &Lecture) -> [Action; 2] {
    let tour = lecture.tour();
    let version = match lecture.version() {
        TourVersion::Whole => TourVersion::Short,
        TourVersion::Short => TourVersion::Whole,
    };
    let present = lecture.step().map(|step| step.id.as_str());
    let steps = tour.steps.iter();
    let at = steps.clone().position(|s| Some(s.id.as_str()) == present);
    let before = steps.take(at.unwrap_or(0));
    let is_shown = |step: &&crate::model::TourStep| version == TourVersion::Whole || step.short;
    let count = tour.steps.iter().filter(is_shown).count();
    let target = before.filter(is_shown).count().min(count.saturating_sub(1));
    [
        Action::OpenTour(Arc::clone(tour), version),
        Action::GoToStep(target),
    ]
}
