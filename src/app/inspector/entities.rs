//! Pages of entities without a day: forces, places, people, parties, sources, boundaries.

use egui::Ui;

use super::super::widgets::{rule, words};
use super::Page;
use crate::export::cite;
use crate::model::{Citation, RecordRef, Unit};
use crate::text::citation;
use crate::time::Truth;

impl Page<'_, '_> {
    pub(super) fn unit(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let unit = &atlas.units[i];
        self.title(ui, unit.names.text(&language));
        if unit.party.is_none() {
            self.small(ui, &self.p.text.get("party-not-stated"));
        }
        self.note(ui, &unit.note);
        self.facts(ui, RecordRef::Unit(i), &["note"]);
        self.go_to_days(ui, unit.id.as_str());
        self.strengths(ui, unit);
        for (j, fix) in unit.fixes.iter().enumerate() {
            rule(ui, self.p.theme.rule);
            let when = self.p.text.when(fix.head.dating.when.as_ref());
            words(ui, &when, "semibold", 15.5 * self.u, self.p.theme.ink);
            self.body(ui, fix.title.text(&language));
            self.note(ui, &fix.head.note);
            self.facts(ui, RecordRef::Fix(i, j), &["title", "when", "note"]);
            self.cites(ui, &fix.head.cites);
            self.disagreements(ui, fix.head.id.as_str());
        }
    }

    /// The strengths reported for a force, one report beside the other.
    fn strengths(&self, ui: &mut Ui, unit: &Unit) {
        let told = unit.fixes.iter().filter(|f| !f.strength.is_empty());
        if told.clone().next().is_none() {
            return;
        }
        let atlas = self.atlas();
        self.head(ui, "strength-reported");
        let font = crate::paint::screen::face("regular", 14.0 * self.u);
        ui.style_mut().override_font_id = Some(font);
        egui::Grid::new("strengths")
            .num_columns(3)
            .striped(true)
            .show(ui, |ui| {
                for fix in told {
                    let by_number = |s: &crate::model::Strength| s.told_by.clone();
                    let teller = fix
                        .head
                        .told_by
                        .clone()
                        .or_else(|| fix.strength.iter().find_map(by_number));
                    let teller = teller.map_or_else(
                        || self.p.text.get("the-source"),
                        |t| atlas.name(t.as_str(), self.p.text.language()).to_owned(),
                    );
                    ui.label(self.p.text.when(fix.head.dating.when.as_ref()));
                    ui.label(teller);
                    ui.label(self.p.text.strengths(&fix.strength));
                    ui.end_row();
                }
            });
    }

    pub(super) fn place(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.title(ui, atlas.name(id, &language));
        if let Some(at) = atlas.find(id) {
            self.facts(ui, at, &[]);
        }
        self.disagreements(ui, id);
        self.head(ui, "held-by");
        let holders = self
            .p
            .situation
            .places
            .iter()
            .find(|(place, _)| place.as_str() == id)
            .map(|(_, h)| h.clone())
            .unwrap_or_default();
        if holders.is_empty() {
            self.small(ui, &self.p.text.get("no-statement"));
        }
        for holding in holders {
            let control = &atlas.control[holding.control];
            let told = control.title.text(&language);
            let told = match holding.certainty {
                Truth::Possible => self.p.text.with("possibly-so", &[("what", told)]),
                _ => told.to_owned(),
            };
            self.go(ui, &told, control.head.id.as_str());
            self.cites(ui, &control.head.cites);
        }
        let Some(place) = atlas.place(id).filter(|p| !p.cites.is_empty()) else {
            return;
        };
        self.head(ui, "sources");
        self.cites(ui, &place.cites);
    }

    pub(super) fn person(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let person = &atlas.people[i];
        self.title(ui, person.names.text(&language));
        self.note(ui, &person.note);
        self.facts(ui, RecordRef::Person(i), &["note"]);
        self.head(ui, "sources");
        self.cites(ui, &person.cites);
    }

    pub(super) fn party(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.title(ui, atlas.name(id, &language));
        if let Some(at) = atlas.find(id) {
            self.facts(ui, at, &[]);
        }
    }

    /// A term of the glossary.
    pub(super) fn term(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let term = &atlas.glossary.terms()[i];
        self.title(ui, term.term.text(&language));
        self.gist(ui, term.sentence.text(&language));
        self.facts(ui, RecordRef::Term(i), &["sentence"]);
    }

    /// A source; the records that cite it follow.
    pub(super) fn source(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let source = &atlas.sources[i];
        self.title(ui, citation::title(source).unwrap_or(source.id.as_str()));
        let whole = Citation::of_whole(source.id.clone());
        if let Some(words) = cite::cite(&atlas, &whole, cite::Style::Chicago) {
            self.body(ui, &words);
        }
        self.note(ui, &source.about);
        self.cites_to_copy(ui, &[whole]);
        self.facts(ui, RecordRef::Source(i), &["title", "about"]);
        self.disagreements(ui, source.id.as_str());
    }

    /// What a boundary follows, how exactly it is known, and why.
    pub(super) fn boundary(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let boundary = &atlas.boundaries[i];
        let outside = self.p.text.get("outside");
        let name = |id: &Option<crate::model::DistrictId>| {
            id.as_ref().map_or(outside.clone(), |d| {
                atlas.name(d.as_str(), &language).to_owned()
            })
        };
        let title = self
            .p
            .text
            .join(&[name(&boundary.left), name(&boundary.right)]);
        self.small(ui, &self.p.text.get("boundary"));
        self.title(ui, &title);
        self.body(ui, &self.p.text.precision(boundary.precision, &atlas));
        words(
            ui,
            boundary.reason.text(&language),
            "serif",
            18.0 * self.u,
            self.p.theme.ink,
        );
        if let Some(source) = self.p.text.boundary_source(&atlas) {
            self.small(ui, source);
        }
    }
}
