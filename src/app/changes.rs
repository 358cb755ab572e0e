//! The view of what changed between two days: by district and party, the answer before and after,
//! each with its paper.

use chrono::{Days, NaiveDate};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, vec2};

use super::Panel;
use super::widgets::{self, Sign};
use crate::numeric::clamped;
use crate::paint::screen::face;
use crate::session::Action;
use crate::timeline::{Answer, Change, DayRange};

/// Width of the names of districts, in design units.
const NAMES: f32 = 190.0;
/// Width of the view, in design units, below which the number of changes stands below the days.
const NARROW: f32 = 720.0;
/// Width of a party's letter and of the arrow, in design units.
const LETTER: f32 = 30.0;

/// The two days that the view compares: the ends of the range, the days of two compared pictures, or
/// the day with the one before it. The earlier one is `None` before the first day of the atlas.
pub(super) fn days(p: &Panel<'_>) -> (Option<NaiveDate>, NaiveDate) {
    let day = p.session.day();
    let range = p.session.range().filter(|r| r.first < r.last);
    if let Some(range) = range {
        return (Some(range.first), range.last);
    }
    let other = p.session.compare().map(|c| c.day);
    if let Some(other) = other.filter(|other| *other != day) {
        return (Some(day.min(other)), day.max(other));
    }
    let span = p.session.timeline().atlas().manifest.span;
    (day.pred_opt().filter(|before| span.contains(*before)), day)
}

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let (from, to) = days(p);
    let changes = p.changes_between(from, to);
    let inner = rect.shrink2(vec2(22.0, 6.0) * u);
    if !inner.is_positive() {
        return;
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect);
    child.style_mut().override_font_id = Some(face("regular", 14.5 * u));
    let count = changes.len().to_string();
    let count = p.text.with("changes-count", &[("count", &count)]);
    let is_narrow = inner.width() < NARROW * u;
    child.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0 * u;
        if let Some(from) = from {
            step(
                ui,
                p,
                u,
                from,
                |first| DayRange { first, last: to },
                Some(to),
            );
            let (at, _) = ui.allocate_exact_size(vec2(28.0, 24.0) * u, Sense::hover());
            widgets::draw_sign(ui, at.expand(6.0 * u), Sign::Arrow, p.theme.ink);
            step(ui, p, u, to, |last| DayRange { first: from, last }, None);
        }
        if !is_narrow {
            ui.add_space(14.0 * u);
            widgets::words(ui, &count, "semibold", 15.5 * u, p.theme.ink);
        }
    });
    if is_narrow {
        widgets::words(&mut child, &count, "semibold", 15.5 * u, p.theme.ink);
    }
    ScrollArea::vertical()
        .id_salt(("changes", from, to))
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0) * u;
            ui.set_max_width(clamped(inner.width() - 12.0 * u, 0.0, 1500.0 * u));
            for (areas, of_areas) in groups(&changes) {
                widgets::rule(ui, p.theme.rule);
                area(ui, p, u, &areas, of_areas);
            }
        });
}

/// A day with buttons that move it by a day and make a range with the other day.
fn step(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    u: f32,
    day: NaiveDate,
    range: impl Fn(NaiveDate) -> DayRange,
    before: Option<NaiveDate>,
) {
    let span = p.session.timeline().atlas().manifest.span;
    let earlier = day.checked_sub_days(Days::new(1));
    let later = day.checked_add_days(Days::new(1));
    let words = p.text.date_in_full(day);
    for (sign, key, to) in [
        (Sign::Back, "previous-day", earlier),
        (Sign::Forward, "next-day", later),
    ] {
        let (at, _) = ui.allocate_exact_size(vec2(26.0, 24.0) * u, Sense::hover());
        let name = format!("{words}: {}", p.text.get(key));
        let button = widgets::Button::sign(at, sign).show(ui, p.theme, &name);
        let to = to.filter(|d| span.contains(*d) && before.is_none_or(|b| *d < b));
        if let Some(to) = to.filter(|_| button.clicked()) {
            let range = range(to);
            if range.first < range.last {
                p.actions.push(Action::SetRange(Some(range)));
            }
        }
        if sign == Sign::Back {
            widgets::words(ui, &words, "semibold", 15.5 * u, p.theme.ink);
        }
    }
}

/// The changes by area; areas that changed alike stand together.
fn groups(changes: &[Change]) -> Vec<(Vec<&str>, &[Change])> {
    let alike = |a: &[Change], b: &[Change]| {
        let same = |(a, b): (&Change, &Change)| {
            (a.question, &a.party, &a.before, &a.after)
                == (b.question, &b.party, &b.before, &b.after)
        };
        a.len() == b.len() && a.iter().zip(b).all(same)
    };
    let mut groups: Vec<(Vec<&str>, &[Change])> = Vec::new();
    for of_area in changes.chunk_by(|a, b| a.area == b.area) {
        let name = of_area[0].area.as_str();
        match groups.iter_mut().find(|(_, known)| alike(known, of_area)) {
            Some((areas, _)) => areas.push(name),
            None => groups.push((vec![name], of_area)),
        }
    }
    groups
}

/// The changes of some areas: their names, and a row for each change.
fn area(ui: &mut Ui, p: &mut Panel<'_>, u: f32, areas: &[&str], changes: &[Change]) {
    let atlas = p.session.timeline().atlas().clone();
    let top = Layout::top_down(Align::Min);
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(NAMES * u, 0.0), top, |ui| {
            ui.set_width(NAMES * u);
            for area in areas {
                let name = atlas.name(area, p.text.language());
                let (size, ink) = (15.5 * u, p.theme.ink);
                if widgets::link(ui, name, "serif-semibold", size, ink).clicked() {
                    p.actions.push(Action::Select(Some((*area).to_owned())));
                }
            }
        });
        ui.vertical(|ui| {
            for change in changes {
                row(ui, p, u, change);
            }
        });
    });
}

/// One change: who, the answer before, and the answer after.
fn row(ui: &mut Ui, p: &mut Panel<'_>, u: f32, change: &Change) {
    let width = ((ui.available_width() - (2.0 * LETTER + 24.0) * u) / 2.0).max(60.0 * u);
    ui.horizontal_top(|ui| {
        let (at, _) = ui.allocate_exact_size(vec2(LETTER, 22.0) * u, Sense::hover());
        if let Some(party) = &change.party {
            widgets::roundel(ui, p, party, at.center(), 9.5 * u, false);
        }
        side(ui, p, (width, u), change, change.before.as_ref());
        let (at, _) = ui.allocate_exact_size(vec2(LETTER, 22.0) * u, Sense::hover());
        widgets::draw_sign(ui, at.expand(4.0 * u), Sign::Arrow, p.theme.ink);
        side(ui, p, (width, u), change, change.after.as_ref());
    });
}

/// One side of a change with its paper. A click leads to its record.
fn side(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    (width, u): (f32, f32),
    change: &Change,
    answer: Option<&Answer>,
) {
    let atlas = p.session.timeline().atlas().clone();
    let top = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), top, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 1.0 * u;
        let party = change.party.as_ref();
        let Some(answer) = answer else {
            let nothing = p.text.get("nothing-on-record");
            widgets::words(ui, &nothing, "italic", 14.0 * u, p.theme.ink2);
            return;
        };
        let sentence = p.text.answer(answer, party, &atlas);
        let (size, ink) = (15.0 * u, p.theme.ink);
        if widgets::link(ui, &sentence, "regular", size, ink).clicked() {
            let record = answer.record.to_string();
            p.actions.push(Action::Select(Some(record)));
        }
        let paper = p.text.paper_of(&answer.record, &atlas);
        widgets::words(ui, &paper, "italic", 13.5 * u, p.theme.ink2);
    });
}
