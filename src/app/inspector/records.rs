//! What is dated: the day itself, messages, claims, holdings, events, and what is told in more than one way.

use egui::Ui;

use super::super::widgets::{link, rule, words};
use super::Page;
use crate::session::Action;

impl Page<'_, '_> {
    pub(super) fn day(&mut self, ui: &mut Ui) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        if let Some(compare) = self.p.session.compare().clone() {
            super::super::compare::differences(ui, self.p, self.u, &compare);
            rule(ui, self.p.theme.rule);
        }
        let range = self
            .p
            .session
            .range()
            .filter(|_| self.p.situation.since.is_some());
        let title = range.map_or_else(|| self.p.text.get("of-the-day"), |r| self.p.text.days(r));
        self.title(ui, &title);
        self.small(ui, &self.p.text.get("nothing-selected"));
        let situation = self.p.situation;
        let sent: Vec<_> = situation
            .messages
            .iter()
            .filter(|d| d.certainty == crate::time::Truth::Certain)
            .collect();
        if !sent.is_empty() {
            self.head(ui, "messages");
        }
        for dated in sent {
            let m = &atlas.messages[dated.index];
            self.go(ui, m.gist.text(&language), m.id.as_str());
            self.small(ui, &self.p.text.short_citation(&m.cites, &atlas));
        }
        let certain: Vec<_> = situation
            .events
            .iter()
            .filter(|d| d.certainty == crate::time::Truth::Certain)
            .collect();
        if !certain.is_empty() {
            self.head(ui, "events");
        }
        for dated in certain {
            let e = &atlas.events[dated.index];
            self.go(ui, e.title.text(&language), e.id.as_str());
        }
        self.changed_on(ui, self.p.session.day(), "what-changed");
        let told: Vec<String> = situation
            .contradictions
            .iter()
            .map(|i| atlas.contradictions[*i].id.to_string())
            .collect();
        self.list(ui, "told-two-ways", &told);
    }

    /// What a day changed, in sentences, each with the districts it is true of.
    fn changed_on(&mut self, ui: &mut Ui, day: chrono::NaiveDate, key: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.head(ui, key);
        let changes = match day
            .pred_opt()
            .filter(|before| atlas.manifest.span.contains(*before))
        {
            Some(before) => self.p.session.timeline().changes(before, day),
            None => Vec::new(),
        };
        if changes.is_empty() {
            self.small(ui, &self.p.text.get("nothing-changed"));
        }
        for (sentence, districts) in self.p.text.changes(&changes, &atlas) {
            self.body(ui, &sentence);
            ui.horizontal_wrapped(|ui| {
                for district in districts {
                    if link(
                        ui,
                        atlas.name(district, &language),
                        "semibold",
                        14.0 * self.u,
                        self.p.theme.ink2,
                    )
                    .clicked()
                    {
                        self.p
                            .actions
                            .push(Action::Select(Some(district.to_owned())));
                    }
                }
            });
        }
    }

    pub(super) fn message(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let m = &atlas.messages[i];
        let names = |list: &[crate::model::Correspondent]| {
            let named: Vec<&str> = list
                .iter()
                .filter_map(|c| Some(atlas.name(c.person.as_ref()?.as_str(), &language)))
                .collect();
            if named.is_empty() {
                "…".to_owned()
            } else {
                named.join(", ")
            }
        };
        let title = self.p.text.with(
            "from-to-people",
            &[("from", &names(&m.from)), ("to", &names(&m.to))],
        );
        self.title(ui, &title);
        let when = self.p.text.when(m.sent.as_ref());
        let kind = self.p.text.message_kind(m.kind);
        let mut facts = vec![kind, when];
        if let Some(received) = &m.received {
            facts.push(
                self.p
                    .text
                    .with("received", &[("date", &self.p.text.when(Some(received)))]),
            );
        }
        if let Some(deadline) = &m.deadline {
            facts.push(
                self.p
                    .text
                    .with("deadline", &[("date", &self.p.text.when(Some(deadline)))]),
            );
        }
        self.small(ui, &facts.join(" · "));
        self.ends(ui, m);
        words(
            ui,
            m.gist.text(&language),
            "serif",
            18.0 * self.u,
            self.p.theme.ink,
        );
        if !m.note.is_empty() {
            words(
                ui,
                m.note.text(&language),
                "italic",
                13.5 * self.u,
                self.p.theme.ink2,
            );
        }
        self.go_to_days(ui, m.id.as_str());
        self.cites_to_copy(ui, &m.cites);
        self.disagreements(ui, m.id.as_str());
        if !m.claims.is_empty() {
            self.head(ui, "stance");
        }
        for claim in m.claims.iter().filter_map(|c| atlas.claim(c.as_str())) {
            let Some(stance) = claim.stance() else {
                continue;
            };
            let party = claim
                .voices
                .first()
                .and_then(|v| atlas.person(v.as_str()))
                .and_then(|v| v.party.clone());
            let who = party
                .as_ref()
                .map_or("", |p| atlas.name(p.as_str(), &language));
            let area = claim
                .area
                .as_ref()
                .map_or(claim.area_as_written.as_deref().unwrap_or("…"), |a| {
                    atlas.name(a.as_str(), &language)
                });
            let sentence = format!("{area}: {}", self.p.text.stance(&stance, who, &atlas));
            match &claim.area {
                Some(id) => self.go(ui, &sentence, id.as_str()),
                None => self.body(ui, &sentence),
            }
        }
        let answered: Vec<String> = m.reply_to.iter().map(ToString::to_string).collect();
        self.list(ui, "answers", &answered);
        let id = m.id.clone();
        let answers: Vec<String> = atlas
            .messages
            .iter()
            .filter(|o| o.reply_to.as_ref() == Some(&id))
            .map(|o| o.id.to_string())
            .collect();
        self.list(ui, "answered-by", &answers);
        if let Some(day) = m.dating().exact_day() {
            self.changed_on(ui, day, "changed-with-it");
        }
    }

    /// Who wrote from where to whom; each leads to their page.
    fn ends(&mut self, ui: &mut Ui, m: &crate::model::Message) {
        let atlas = self.atlas();
        let language = self.language();
        for (key, list) in [("sender", &m.from), ("addressee", &m.to)] {
            for end in list {
                let Some(person) = &end.person else { continue };
                let place = match &end.place {
                    Some(place) if end.place_stated => {
                        atlas.name(place.as_str(), &language).to_owned()
                    }
                    Some(place) => format!(
                        "{} ({})",
                        atlas.name(place.as_str(), &language),
                        self.p.text.get("place-inferred")
                    ),
                    None => self.p.text.get("place-not-stated"),
                };
                let line = format!(
                    "{}: {}, {place}",
                    self.p.text.get(key),
                    atlas.name(person.as_str(), &language)
                );
                if link(ui, &line, "regular", 13.5 * self.u, self.p.theme.ink2).clicked() {
                    self.p
                        .actions
                        .push(Action::Select(Some(person.to_string())));
                }
            }
        }
        if let Some(written) = &m.addressee_as_written {
            self.small(ui, &format!("{}: {written}", self.p.text.get("addressee")));
        }
    }

    pub(super) fn claim(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let claim = &atlas.claims[i];
        let who: Vec<&str> = claim
            .voices
            .iter()
            .map(|v| atlas.name(v.as_str(), &language))
            .collect();
        self.title(ui, &who.join(", "));
        let area = claim
            .area
            .as_ref()
            .map_or(claim.area_as_written.as_deref().unwrap_or("…"), |a| {
                atlas.name(a.as_str(), &language)
            });
        match &claim.area {
            Some(id) => self.go(ui, area, id.as_str()),
            None => self.small(ui, area),
        }
        let party = claim
            .voices
            .first()
            .and_then(|v| atlas.person(v.as_str()))
            .and_then(|v| v.party.clone());
        let name = party
            .as_ref()
            .map_or("", |p| atlas.name(p.as_str(), &language));
        if let Some(stance) = claim.stance() {
            words(
                ui,
                &self.p.text.stance(&stance, name, &atlas),
                "semibold",
                18.0 * self.u,
                self.p.theme.ink,
            );
        }
        let when = self.p.text.when(claim.dating.when.as_ref());
        self.small(ui, &when);
        self.note(ui, &claim.note);
        self.note(ui, &claim.condition);
        let voices: Vec<String> = claim
            .voices
            .iter()
            .chain(&claim.told_by)
            .map(ToString::to_string)
            .collect();
        for id in &voices {
            self.go_record(ui, id);
        }
        if let Some(message) = claim
            .message
            .as_ref()
            .and_then(|m| atlas.message(m.as_str()))
        {
            self.go(ui, message.gist.text(&language), message.id.as_str());
        }
        self.go_to_days(ui, claim.id.as_str());
        self.cites_to_copy(ui, &claim.cites);
        self.disagreements(ui, claim.id.as_str());
    }

    pub(super) fn control(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        let control = &atlas.control[i];
        let area = control
            .area
            .as_deref()
            .map_or(control.area_as_written.as_deref().unwrap_or("…"), |a| {
                atlas.name(a, &language)
            });
        self.title(ui, area);
        words(
            ui,
            control.title.text(&language),
            "serif",
            18.0 * self.u,
            self.p.theme.ink,
        );
        let when = self.p.text.when(control.dating.when.as_ref());
        self.small(ui, &when);
        if !control.note.is_empty() {
            words(
                ui,
                control.note.text(&language),
                "italic",
                13.5 * self.u,
                self.p.theme.ink2,
            );
        }
        self.go_to_days(ui, control.id.as_str());
        self.cites_to_copy(ui, &control.cites);
        self.disagreements(ui, control.id.as_str());
    }

    pub(super) fn event(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let e = &atlas.events[i];
        self.title(ui, e.title.text(self.p.text.language()));
        words(
            ui,
            e.gist.text(self.p.text.language()),
            "serif",
            18.0 * self.u,
            self.p.theme.ink,
        );
        let when = self.p.text.when(e.dating.when.as_ref());
        self.small(ui, &when);
        self.note(ui, &e.note);
        self.go_to_days(ui, e.id.as_str());
        self.cites_to_copy(ui, &e.cites);
        self.disagreements(ui, e.id.as_str());
        let who: Vec<String> = e
            .people
            .iter()
            .map(ToString::to_string)
            .chain(e.places.iter().cloned())
            .collect();
        self.list(ui, "who-and-where", &who);
    }

    pub(super) fn contradiction(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let c = &atlas.contradictions[i].clone();
        words(
            ui,
            &self.p.text.get("told-two-ways"),
            "semibold",
            15.5 * self.u,
            self.p.theme.ink2,
        );
        self.title(ui, c.title.text(self.p.text.language()));
        self.tellings(ui, c);
        self.small(ui, c.handling.text(self.p.text.language()));
        self.cites_to_copy(ui, &c.cites);
        let records: Vec<String> = c.records.iter().map(ToString::to_string).collect();
        self.list(ui, "records", &records);
        let sources: Vec<String> = c.sources.iter().map(ToString::to_string).collect();
        self.list(ui, "sources", &sources);
    }
}
