//! Pages of entities without a day: forces, places, people, parties, sources, boundaries.

use egui::Ui;

use super::super::widgets::{rule, words};
use super::Page;
use crate::export::cite;
use crate::model::{Citation, Party, RecordRef, Unit};
use crate::text::citation;
use crate::timeline::{Fill, FillKind, Lens};

impl Page<'_, '_> {
    /// A force. The page begins with the report that was chosen, else with the one that the map
    /// shows on the day.
    pub(super) fn unit(&mut self, ui: &mut Ui, i: usize, chosen: Option<usize>) {
        let atlas = self.atlas();
        let language = self.language();
        let unit = &atlas.units[i];
        self.title(ui, unit.names.text(&language));
        if unit.party.is_none() {
            self.small(ui, &self.p.text.get("party-not-stated"));
        }
        let drawn = self.p.situation.units.iter().find(|r| r.unit == i);
        let first = chosen.or(drawn.map(|r| r.fix));
        if let Some(first) = first {
            self.report(ui, unit, first, true);
            self.disagreements(ui, unit.fixes[first].head.id.as_str());
        }
        self.strengths(ui, unit);
        self.note(ui, &unit.note);
        self.go_to_days(ui, unit.id.as_str());
        let others = (0..unit.fixes.len()).filter(|j| Some(*j) != first);
        for (n, j) in others.enumerate() {
            if n == 0 {
                self.head(ui, "other-reports");
            } else {
                rule(ui, self.p.theme.rule);
            }
            self.report(ui, unit, j, false);
            let shown = ["title", "when", "note", "strength", "told_by", "basis"];
            self.facts(ui, RecordRef::Fix(i, j), &shown);
            self.disagreements(ui, unit.fixes[j].head.id.as_str());
        }
        self.head(ui, "all-fields");
        self.facts(ui, RecordRef::Unit(i), &["note"]);
        if let Some(first) = first {
            let shown = ["title", "when", "note", "strength"];
            self.facts(ui, RecordRef::Fix(i, first), &shown);
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
        let of_place = self.p.situation.places.iter();
        let of_place = of_place.filter(|(place, _)| place.as_str() == id);
        let holders: Vec<_> = of_place.flat_map(|(_, h)| h.iter().copied()).collect();
        for holding in &holders {
            let control = &atlas.control[holding.control];
            self.held(ui, control, holding.certainty, true);
        }
        let seat_of = |p: &&crate::model::Party| p.seat.as_ref().is_some_and(|s| s.as_str() == id);
        let parties: Vec<_> = atlas.parties.iter().filter(seat_of).collect();
        for party in &parties {
            self.party_on_day(ui, party);
        }
        if holders.is_empty() && parties.is_empty() {
            self.head(ui, "held-by");
            self.small(ui, &self.p.text.get("no-statement"));
        }
        self.disagreements(ui, id);
        self.head(ui, "all-fields");
        if let Some(at) = atlas.find(id) {
            self.facts(ui, at, &[]);
        }
        let Some(place) = atlas.place(id).filter(|p| !p.cites.is_empty()) else {
            return;
        };
        self.head(ui, "sources");
        self.cites(ui, &place.cites);
    }

    /// What a party wanted on the day, and what it sent and received.
    fn party_on_day(&mut self, ui: &mut Ui, party: &Party) {
        let atlas = self.atlas();
        let lens = Lens::Party(party.id.clone());
        let title = self.day_words();
        let name = self.p.text.lens_title(&lens, &atlas);
        self.heading(ui, &format!("{name} · {title}"));
        let mut alike: Vec<(Fill, Vec<&str>)> = Vec::new();
        for district in &atlas.districts {
            let id = district.id.as_str();
            let Some(state) = self.p.situation.district(id) else {
                continue;
            };
            let fill = state.fill(&lens);
            if fill.kind == FillKind::Unknown {
                continue;
            }
            let told = |f: &Fill| (f.kind, f.parties.clone(), f.certainty, f.hearsay);
            match alike.iter_mut().find(|(f, _)| told(f) == told(&fill)) {
                Some((_, districts)) => districts.push(id),
                None => alike.push((fill, vec![id])),
            }
        }
        if alike.is_empty() {
            self.small(ui, &self.p.text.get("no-statement"));
        }
        for (fill, districts) in alike {
            let sentence = self.p.text.fill_sentence(&fill, &districts, &lens, &atlas);
            match fill.records.first() {
                Some(record) => self.go(ui, &sentence, record.as_str()),
                None => self.body(ui, &sentence),
            }
        }
        let of_party = |ends: &[crate::model::Correspondent]| {
            let people = ends.iter().filter_map(|c| c.person.as_ref());
            let mut people = people.filter_map(|p| atlas.person(p.as_str()));
            people.any(|p| p.party.as_ref() == Some(&party.id))
        };
        let messages = self.p.situation.messages.iter();
        let messages = messages.map(|d| &atlas.messages[d.index]);
        let messages = messages.filter(|m| of_party(&m.from) || of_party(&m.to));
        let ids: Vec<String> = messages.map(|m| m.head.id.to_string()).collect();
        self.list(ui, "sent-or-received", &ids);
        let forces = self.p.situation.units.iter();
        let forces = forces.map(|r| &atlas.units[r.unit]);
        let forces = forces.filter(|u| u.party.as_ref() == Some(&party.id));
        let ids: Vec<String> = forces.map(|u| u.id.to_string()).collect();
        self.list(ui, "troops", &ids);
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
        if let Some(party) = atlas.party(id) {
            self.party_on_day(ui, party);
        }
        self.head(ui, "all-fields");
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
        let id = source.id.to_string();
        self.cites_to_copy(ui, &id, &[whole]);
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
