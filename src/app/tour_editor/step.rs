//! The texts and settings of the step that is edited.

use egui::{RichText, Ui};

use super::panel::{ask, name_field};
use super::{Order, count, exactly};
use crate::app::Panel;
use crate::load::LONGEST_TEXT;
use crate::model::{StepKind, StepLayer, StepTransition};
use crate::paint::screen::{color, face};
use crate::session::{Action, StepText, TourDraft};

/// Most words on one map: more could not be read before the next slide.
const MOST_CALLOUTS: usize = 4;

const LAYERS: [(StepLayer, &str); 5] = [
    (StepLayer::Fills, "tour-fills"),
    (StepLayer::Holders, "show-holders"),
    (StepLayer::Troops, "show-troops"),
    (StepLayer::Messages, "show-messages"),
    (StepLayer::Today, "show-today"),
];
const TRANSITIONS: [(StepTransition, &str); 3] = [
    (StepTransition::Cut, "tour-cut"),
    (StepTransition::Fade, "tour-fade"),
    (StepTransition::Move, "tour-move"),
];
const KINDS: [(StepKind, &str); 3] = [
    (StepKind::Opening, "tour-opening"),
    (StepKind::Day, "tour-day"),
    (StepKind::Closing, "tour-closing"),
];

/// Texts and settings of the step that is edited.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, u: f32, draft: &mut TourDraft) {
    let at = draft.at();
    ui.horizontal_wrapped(|ui| {
        let last = draft.tour().steps.len().saturating_sub(1);
        let up = ui.add_enabled(at > 0, egui::Button::new(p.text.get("tour-up")));
        if up.on_hover_text("Alt+↑").clicked() {
            draft.move_step(at, at - 1);
        }
        let down = ui.add_enabled(at < last, egui::Button::new(p.text.get("tour-down")));
        if down.on_hover_text("Alt+↓").clicked() {
            draft.move_step(at, at + 1);
        }
        if ui.button(p.text.get("tour-duplicate")).clicked() {
            draft.duplicate(at);
        }
        if ui.button(p.text.get("tour-delete")).clicked() {
            draft.remove(at);
        }
        if ui.button(p.text.get("tour-take-view")).clicked() {
            ask(p, Order::TakeView);
        }
    });
    for which in StepText::ALL {
        field(ui, p, u, draft, which);
    }
    callouts(ui, p, u, draft);
    settings(ui, p, draft);
}

/// Words on the map: each with its place and a button that removes it, and a button that adds words at
/// what is selected.
fn callouts(ui: &mut Ui, p: &Panel<'_>, u: f32, draft: &mut TourDraft) {
    let Some(step) = draft.step().cloned() else {
        return;
    };
    let (atlas, language) = (p.session.whole().atlas(), p.text.language());
    let new = p.session.present_callout();
    ui.horizontal(|ui| {
        let heading = RichText::new(p.text.get("tour-callouts")).font(face("semibold", 13.5 * u));
        ui.label(heading);
        let key = match &new {
            Some(new) => p.text.with(
                "tour-callout-add",
                &[("area", atlas.name(new.at.as_str(), language))],
            ),
            None => p.text.get("tour-callout-none"),
        };
        let is_full = step.callouts.len() >= MOST_CALLOUTS;
        let button = egui::Button::new(key);
        let added = ui.add_enabled(new.is_some() && !is_full, button).clicked();
        if let Some(new) = new.filter(|_| added) {
            draft.add_callout(new);
        }
    });
    for (i, callout) in step.callouts.iter().enumerate() {
        let mut text = exactly(&callout.text, draft.language()).to_owned();
        let area = atlas.name(callout.at.as_str(), language);
        let name = p.text.with("tour-callout", &[("area", area)]);
        ui.horizontal(|ui| {
            let room = ui.available_width() - 90.0 * u;
            let edit = egui::TextEdit::singleline(&mut text)
                .id(ui.scope_id().with((&step.id, "callout", i)))
                .font(face("regular", 15.0 * u))
                .hint_text(name.as_str())
                .char_limit(LONGEST_TEXT)
                .desired_width(room);
            let response = ui.add(edit).on_hover_text(callout.record.as_str());
            name_field(&response, &text, &name);
            if response.changed() {
                draft.set_callout(i, &text);
            }
            let remove = p.text.get("tour-callout-remove");
            if ui.button(remove).clicked() {
                draft.remove_callout(i);
            }
        });
    }
}

/// A text of the step, with the number of its words.
fn field(ui: &mut Ui, p: &Panel<'_>, u: f32, draft: &mut TourDraft, which: StepText) {
    let Some(step) = draft.step() else { return };
    let mut text = exactly(which.of(step), draft.language()).to_owned();
    let (key, rows) = match which {
        StepText::Headline => ("tour-headline", 1),
        StepText::Caption => ("tour-caption", 2),
        StepText::Notes => ("tour-notes", 4),
        StepText::Ask => ("tour-ask", 1),
        StepText::Reveal => ("tour-reveal", 1),
    };
    let name = p.text.get(key);
    let (least, most) = which.words();
    let words = count(&text);
    let is_off = words > most || (words > 0 && words < least);
    ui.horizontal(|ui| {
        ui.label(RichText::new(&name).font(face("semibold", 13.5 * u)));
        let limits = if least > 1 {
            format!("{least}–{most}")
        } else {
            most.to_string()
        };
        let values = [("count", words.to_string()), ("limit", limits)];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let key = match () {
            () if words > most => "tour-words-many",
            () if is_off => "tour-words-few",
            () => "tour-words",
        };
        let font = face(if is_off { "semibold" } else { "regular" }, 12.5 * u);
        let ink = if is_off { p.theme.ink } else { p.theme.ink2 };
        ui.label(
            RichText::new(p.text.with(key, &values))
                .font(font)
                .color(color(ink)),
        );
    });
    let edit = if rows == 1 {
        egui::TextEdit::singleline(&mut text)
    } else {
        egui::TextEdit::multiline(&mut text).desired_rows(rows)
    };
    let id = ui.scope_id().with((&step.id, which));
    let edit = edit
        .id(id)
        .font(face("regular", 15.0 * u))
        .char_limit(LONGEST_TEXT)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    name_field(&response, &text, &name);
    if response.changed() {
        draft.set_text(which, &text);
    }
}

/// Layers, kind, transition, time and version of the step.
fn settings(ui: &mut Ui, p: &mut Panel<'_>, draft: &mut TourDraft) {
    let Some(step) = draft.step().cloned() else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        for (layer, key) in LAYERS {
            let mut drawn = step.layers.contains(&layer);
            if ui.checkbox(&mut drawn, p.text.get(key)).changed() {
                draft.set_layer(layer, drawn);
                let shown = p.session.shown().with(layer, drawn);
                p.actions.push(Action::Show(shown));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (kind, key) in KINDS {
            let is = step.kind == kind || (kind, step.kind) == (StepKind::Day, StepKind::Question);
            let is_offered = step.ask.is_empty() || kind == StepKind::Day;
            let label = egui::Button::selectable(is, p.text.get(key));
            if ui.add_enabled(is_offered, label).clicked() && !is {
                draft.set_kind(kind);
            }
        }
        ui.separator();
        for (transition, key) in TRANSITIONS {
            let is = step.transition == transition;
            if ui.selectable_label(is, p.text.get(key)).clicked() {
                draft.set_transition(transition);
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let mut short = step.short;
        if ui.checkbox(&mut short, p.text.get("tour-short")).changed() {
            draft.set_short(short);
            let marked = draft.tour().steps.iter().filter(|s| s.short);
            let minutes = crate::session::TourPlan::minutes_of(marked, draft.language());
            let minutes = (minutes > 0.0).then_some(minutes.ceil().max(1.0) as u16);
            draft.set_short_minutes(minutes);
        }
        let mut seconds = step.dwell_s.unwrap_or_default();
        let label = ui.label(p.text.get("tour-dwell"));
        let value = egui::DragValue::new(&mut seconds)
            .range(0.0..=600.0)
            .suffix(" s");
        if ui.add(value).labelled_by(label.id).changed() {
            draft.set_dwell((seconds > 0.0).then_some(seconds));
        }
    });
}
