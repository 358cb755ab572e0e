//! What the pages of all records have in common: the record's fields, what names it, and the terms of
//! the glossary in its texts.

use egui::Ui;

use super::super::widgets::{self, link, words};
use super::Page;
use crate::model::RecordRef;
use crate::paint::screen::{color, face};
use crate::session::Action;

/// Maximum number of records listed below a heading.
const LISTED: usize = 60;

impl Page<'_, '_> {
    /// A text in which the terms of the glossary are explained.
    pub(super) fn text(
        &self,
        ui: &mut Ui,
        text: &str,
        font: egui::FontId,
        ink: crate::scene::Color,
    ) {
        let atlas = self.atlas();
        let language = self.p.text.language();
        let terms = atlas.glossary.terms_in(text, language);
        if terms.is_empty() {
            widgets::words_in(ui, text, font, ink);
            return;
        }
        let tip = face("regular", 14.0 * self.u);
        let (response, under) = widgets::explained(ui, text, font, color(ink), &terms);
        let Some(term) = under else { return };
        if response.clicked() {
            self.term.set(Some(term.id.to_string()));
        }
        let sentence = term.sentence.text(language);
        response
            .on_hover_cursor(egui::CursorIcon::Help)
            .on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(380.0 * self.u);
                ui.label(egui::RichText::new(sentence).font(tip));
            });
    }

    /// What names `id`, by the role in which it is named. Of many records only the number is given;
    /// search finds them.
    pub(super) fn named_in(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        for naming in crate::text::named_in(&atlas, id) {
            if naming.records.len() > LISTED {
                self.head(ui, naming.heading);
                let count = naming.records.len().to_string();
                self.small(ui, &self.p.text.with("so-many", &[("count", &count)]));
                continue;
            }
            let ids = naming.records.iter().map(|at| atlas.id_of(*at).to_owned());
            self.list(ui, naming.heading, &ids.collect::<Vec<_>>());
        }
    }

    /// The terms of the glossary that stand in the record's texts, each with its sentence.
    pub(super) fn words_used(&self, ui: &mut Ui, id: &str, at: RecordRef) {
        let atlas = self.atlas();
        let timeline = self.p.session.timeline();
        let mut facts = self.p.text.facts(&atlas, at);
        if let RecordRef::Unit(i) | RecordRef::Fix(i, _) = at {
            let fixes = 0..atlas.units[i].fixes.len();
            facts.extend(fixes.flat_map(|j| self.p.text.facts(&atlas, RecordRef::Fix(i, j))));
        }
        let contradictions = timeline.contradictions_of(id);
        let terms = self.p.text.terms_used(&atlas, &facts, &contradictions);
        let terms = terms.iter().filter(|term| term.id.as_str() != id);
        let language = self.language();
        let lines = terms.map(|t| (t.term.text(&language), t.sentence.text(&language)));
        let lines: Vec<String> = lines.map(|(t, s)| format!("{t}: {s}")).collect();
        if !lines.is_empty() {
            self.head(ui, "words-used");
        }
        for line in lines {
            words(ui, &line, "regular", 13.5 * self.u, self.p.theme.ink2);
        }
    }

    /// Everything that a record holds in labelled lines, except what the page shows by itself.
    pub(super) fn facts(&mut self, ui: &mut Ui, at: RecordRef, shown: &[&str]) {
        let atlas = self.atlas();
        for fact in self.p.text.facts(&atlas, at) {
            if shown.contains(&fact.key.as_str()) {
                continue;
            }
            let area = fact.text.parse().ok();
            let area: Option<f64> = area.filter(|_| fact.key.ends_with("_km2"));
            let text = area.map_or(fact.text, |km2| self.p.text.number(km2.round()));
            let line = format!("{}: {text}", fact.label);
            match fact.code.filter(|_| fact.is_link) {
                Some(id) => {
                    if link(ui, &line, "regular", 13.5 * self.u, self.p.theme.ink2).clicked() {
                        self.p.actions.push(Action::Select(Some(id)));
                    }
                }
                None => self.small(ui, &line),
            }
        }
    }
}
