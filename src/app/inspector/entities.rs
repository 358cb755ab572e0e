//! What has no day of its own: forces, places, people, parties, sources, boundaries.

use egui::Ui;

use super::super::widgets::{rule, words};
use super::Page;
use crate::cli::cite;
use crate::model::{Citation, Fit, Unit};
use crate::text::citation;

/// A source on which more rests than this is told in numbers, the rest by search.
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
            let when = self.p.text.when(fix.dating.when.as_ref());
            words(ui, &when, "semibold", 15.5 * self.u, self.p.theme.ink);
            self.body(ui, fix.title.text(&language));
            if let Some(teller) = &fix.told_by {
                self.small(
                    ui,
                    &self.p.text.with(
                        "hearsay",
                        &[("who", atlas.name(teller.as_str(), &language))],
                    ),
                );
            }
            self.note(ui, &fix.note);
            self.cites(ui, &fix.cites);
            self.disagreements(ui, fix.id.as_str());
        }
    }

    /// What was reported of a force's strength, report beside report.
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
                        .told_by
                        .clone()
                        .or_else(|| fix.strength.iter().find_map(by_number));
                    let teller = teller.map_or_else(
                        || self.p.text.get("the-source"),
                        |t| atlas.name(t.as_str(), self.p.text.language()).to_owned(),
                    );
                    ui.label(self.p.text.when(fix.dating.when.as_ref()));
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
            .find(|(place, _)| place == id)
            .map(|(_, h)| h.clone())
            .unwrap_or_default();
        if holders.is_empty() {
            self.small(ui, &self.p.text.get("no-statement"));
        }
        for holding in holders {
            let control = &atlas.control[holding.control];
            self.go(ui, control.title.text(&language), control.id.as_str());
            self.cites(ui, &control.cites);
        }
        let fixes = atlas.units.iter().flat_map(|u| &u.fixes);
        let reports: Vec<String> = fixes
            .filter(|f| f.at.as_deref() == Some(id))
            .map(|f| f.id.to_string())
            .collect();
        self.list(ui, "units", &reports);
        let speaks = |m: &&crate::model::Message| m.about.iter().any(|a| a == id);
        let messages: Vec<String> = atlas
            .messages
            .iter()
            .filter(speaks)
            .map(|m| m.id.to_string())
            .collect();
        self.list(ui, "messages", &messages);
        let events = atlas
            .events
            .iter()
            .filter(|e| e.places.iter().any(|p| p == id));
        let events: Vec<String> = events.map(|e| e.id.to_string()).collect();
        self.list(ui, "events", &events);
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
        let id = &person.id;
        let has = |list: &[crate::model::Correspondent]| {
            list.iter().any(|c| c.person.as_ref() == Some(id))
        };
        let written: Vec<String> = atlas
            .messages
            .iter()
            .filter(|m| has(&m.from))
            .map(|m| m.id.to_string())
            .collect();
        self.list(ui, "letters-written", &written);
        let received: Vec<String> = atlas
            .messages
            .iter()
            .filter(|m| has(&m.to))
            .map(|m| m.id.to_string())
            .collect();
        self.list(ui, "letters-received", &received);
        let said: Vec<String> = atlas
            .claims
            .iter()
            .filter(|c| c.voices.contains(id))
            .map(|c| c.id.to_string())
            .collect();
        self.list(ui, "statements", &said);
        let told: Vec<String> = atlas
            .claims
            .iter()
            .filter(|c| c.told_by.as_ref() == Some(id))
            .map(|c| c.id.to_string())
            .collect();
        self.list(ui, "told-of-others", &told);
        let led: Vec<String> = atlas
            .units
            .iter()
            .filter(|u| u.commander.as_ref() == Some(id))
            .map(|u| u.id.to_string())
            .collect();
        self.list(ui, "led", &led);
        let events = atlas.events.iter().filter(|e| e.people.contains(id));
        let events: Vec<String> = events.map(|e| e.id.to_string()).collect();
        self.list(ui, "events", &events);
        self.head(ui, "sources");
        self.cites(ui, &person.cites);
    }

    pub(super) fn party(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.title(ui, atlas.name(id, &language));
        let people = atlas
            .people
            .iter()
            .filter(|p| p.party.as_ref().is_some_and(|q| q.as_str() == id));
        let people: Vec<String> = people.map(|p| p.id.to_string()).collect();
        self.list(ui, "people", &people);
        let units = atlas
            .units
            .iter()
            .filter(|u| u.party.as_ref().is_some_and(|q| q.as_str() == id));
        let units: Vec<String> = units.map(|u| u.id.to_string()).collect();
        self.list(ui, "units", &units);
    }

    /// A source, and everything that rests on it.
    pub(super) fn source(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let source = atlas.sources[i].clone();
        self.title(ui, citation::title(&source).unwrap_or(source.id.as_str()));
        let whole = Citation {
            source: source.id.clone(),
            page: None,
            note: None,
            fit: Fit::None,
            original: None,
        };
        if let Some(words) = cite::cite(&atlas, &whole, cite::Style::Chicago) {
            self.body(ui, &words);
        }
        self.note(ui, &source.about);
        self.cites_to_copy(ui, &[whole]);
        let rows = self.p.text.register(self.p.session.timeline());
        let rests = |cites: &[Citation]| cites.iter().any(|c| citation::rests_on(c, &source));
        for (kind, key) in [
            ("message", "messages"),
            ("claim", "claims"),
            ("control", "control"),
            ("unit", "units"),
            ("event", "events"),
        ] {
            let ids: Vec<String> = rows
                .iter()
                .filter(|r| r.kind == kind && rests(&r.cites))
                .map(|r| r.id.clone())
                .collect();
            if ids.len() > LISTED {
                self.head(ui, key);
                self.small(
                    ui,
                    &self
                        .p
                        .text
                        .with("so-many", &[("count", &ids.len().to_string())]),
                );
            } else {
                self.list(ui, key, &ids);
            }
        }
        let about: Vec<String> = atlas
            .contradictions
            .iter()
            .filter(|c| c.sources.contains(&source.id))
            .map(|c| c.id.to_string())
            .collect();
        self.list(ui, "told-two-ways", &about);
    }

    /// What a boundary follows, how well it is known, and why.
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
