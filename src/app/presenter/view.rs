//! What the presenter's view shows: this slide and the next one, notes, clock, time against a plan,
//! and a list of all steps to jump to.

mod bar;

use std::sync::Arc;
use std::time::Duration;

use egui::text::LayoutJob;
use egui::{Align2, Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Asked;
use super::timer::{Timer, minutes};
use crate::app::clock;
use crate::app::slide_images::{SlideImages, Wanted};
use crate::app::widgets::{Button, words};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::Theme;
use crate::session::{Action, Blank, Lecture, Session, TourPlan, TourVersion};
use crate::text::Text;

/// Size for which design units are given, in points.
const DESIGN: (f32, f32) = (1600.0, 900.0);
/// Part of the width that the slides have, 0 to 1.
const SLIDES: f32 = 0.56;
/// Height of the bar above, in design units.
const BAR: f32 = 74.0;
/// Space around everything, in design units.
const MARGIN: f32 = 20.0;
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
                let left = at.left() + 8.0 * u;
                let font = face("regular", 18.0 * u);
                let mut job = LayoutJob::simple(label.clone(), font, color(ink), at.right() - left);
                job.wrap.max_rows = 1;
                job.wrap.break_anywhere = true;
                let words = ui.painter().layout_job(job);
                let top = at.center().y - words.size().y / 2.0;
                let painter = ui.painter().with_clip_rect(at.intersect(rect));
                let is_cut = words.elided;
                painter.galley(pos2(left, top), words, color(ink));
                let response = if is_cut {
                    response.on_hover_text(headline)
                } else {
                    response
                };
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
