//! Pages of entities without a day: forces, places, people, parties, sources, boundaries.

use egui::Ui;

use super::super::widgets::{rule, words};
use super::Page;
use crate::export::cite;
use crate::model::{Citation, RecordKind, RecordRef, Role, Unit, word};
use crate::text::citation;
use crate::time::Truth;

/// Maximum number of records listed for a source. Of more, only the number is given, and search
/// finds them.
const LISTED: usize = 60;

impl Page<'_, '_> {
    pub(super) fn unit(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let unit = &atlas.units[i];
        self.title(ui, unit.names.text(&language));
        let party = unit
            .party
            .as_ref()
            .map(|p| atlas.name(p.as_str(), &language).to_owned());
        self.small(
            ui,
            &party.unwrap_or_else(|| self.p.text.get("party-not-stated")),
        );
        if let Some(commander) = &unit.commander {
            let line = self.p.text.with(
                "under",
                &[("name", atlas.name(commander.as_str(), &language))],
            );
            self.go(ui, &line, commander.as_str());
        }
        self.go_to_days(ui, unit.id.as_str());
        self.strengths(ui, unit);
        for fix in &unit.fixes {
            rule(ui, self.p.theme.rule);
            let when = self.p.text.when(fix.head.dating.when.as_ref());
            words(ui, &when, "semibold", 15.5 * self.u, self.p.theme.ink);
            self.body(ui, fix.title.text(&language));
            if let Some(teller) = &fix.head.told_by {
                self.small(
                    ui,
                    &self.p.text.with(
                        "hearsay",
                        &[("who", atlas.name(teller.as_str(), &language))],
                    ),
                );
            }
            self.note(ui, &fix.head.note);
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
        self.list_naming(ui, "units", id, Role::Position);
        self.list_naming(ui, "messages", id, Role::Subject);
        self.list_naming(ui, "events", id, Role::Site);
    }

    pub(super) fn person(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let person = &atlas.people[i];
        self.title(ui, person.names.text(&language));
        let party = person
            .party
            .as_ref()
            .map(|p| atlas.name(p.as_str(), &language).to_owned());
        let authority = self.p.text.authority(person.authority);
        self.small(
            ui,
            &party
                .into_iter()
                .chain([authority])
                .collect::<Vec<_>>()
                .join(" · "),
        );
        self.note(ui, &person.reason);
        if let Some(written) = &person.as_written {
            self.small(ui, &self.p.text.with("as-written", &[("name", written)]));
        }
        for office in &person.offices {
            self.body(ui, office.title.text(&language));
            let when = self.p.text.when(office.when.as_ref());
            self.small(ui, &when);
        }
        self.note(ui, &person.note);
        let id = person.id.as_str();
        self.list_naming(ui, "letters-written", id, Role::Sender);
        self.list_naming(ui, "letters-received", id, Role::Addressee);
        self.list_naming(ui, "statements", id, Role::Voice);
        let is_claim = |at: &RecordRef| matches!(at, RecordRef::Claim(_));
        let told = atlas.naming(id, Role::Teller).filter(is_claim);
        self.list_refs(ui, "told-of-others", &told.collect::<Vec<_>>());
        self.list_naming(ui, "led", id, Role::Commander);
        self.list_naming(ui, "events", id, Role::Participant);
        self.head(ui, "sources");
        self.cites(ui, &person.cites);
    }

    pub(super) fn party(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.title(ui, atlas.name(id, &language));
        let is_person = |at: &RecordRef| matches!(at, RecordRef::Person(_));
        let (people, units): (Vec<_>, Vec<_>) = atlas.naming(id, Role::Party).partition(is_person);
        self.list_refs(ui, "people", &people);
        self.list_refs(ui, "units", &units);
    }

    /// A source, and all records that cite it.
    pub(super) fn term(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.language();
        let term = &atlas.glossary.terms()[i];
        self.title(ui, term.term.text(&language));
        if !term.short.is_empty() {
            self.small(ui, term.short.text(&language));
        }
        self.body(ui, term.sentence.text(&language));
    }

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
        let resting = atlas.resting_on(&source.id);
        for kind in RecordKind::ALL {
            let is_of_kind = |at: &&RecordRef| atlas.view(**at).is_some_and(|r| r.kind() == *kind);
            let found: Vec<RecordRef> = resting.iter().filter(is_of_kind).copied().collect();
            if found.len() > LISTED {
                self.head(ui, word(*kind));
                let count = found.len().to_string();
                self.small(ui, &self.p.text.with("so-many", &[("count", &count)]));
            } else {
                self.list_refs(ui, word(*kind), &found);
            }
        }
        self.list_naming(ui, "told-two-ways", source.id.as_str(), Role::Disagreeing);
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
