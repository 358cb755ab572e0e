//! Pages of dated records: the day itself, messages, claims, control, events, and contradictions.

use egui::Ui;

use super::super::widgets::{caption, link, rule, words};
use super::Page;
use crate::model::{Atlas, Claim, Correspondent, Message, RecordView, Role};
use crate::session::Action;
use crate::time::Truth;
use crate::timeline::{Dated, Undated};

impl Page<'_, '_> {
    pub(super) fn day(&mut self, ui: &mut Ui) {
        let atlas = self.atlas();
        let language = self.p.text.language().to_owned();
        if let Some(compare) = self.p.session.compare() {
            super::super::compare::differences(ui, self.p, self.u, compare);
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
            .filter(|d| d.certainty == Truth::Certain)
            .collect();
        if !sent.is_empty() {
            self.head(ui, "messages");
        }
        for dated in sent {
            let m = &atlas.messages[dated.index];
            self.go(ui, m.gist.text(&language), m.head.id.as_str());
            self.small(ui, &self.p.text.short_citation(&m.head.cites, &atlas));
        }
        let certain: Vec<_> = situation
            .events
            .iter()
            .filter(|d| d.certainty == Truth::Certain)
            .collect();
        if !certain.is_empty() {
            self.head(ui, "events");
        }
        for dated in certain {
            let e = &atlas.events[dated.index];
            self.go(ui, e.title.text(&language), e.head.id.as_str());
        }
        self.possible_on_day(ui);
        self.changed_on(ui, self.p.session.day(), "what-changed");
        let told: Vec<String> = situation
            .contradictions
            .iter()
            .map(|i| atlas.contradictions[*i].id.to_string())
            .collect();
        self.list(ui, "told-two-ways", &told);
        let timeline = std::sync::Arc::clone(self.p.session.timeline());
        let open: Vec<&Undated> = timeline.undated_on(self.p.session.day()).collect();
        self.undated(ui, "undated-of-day", &open);
    }

    /// Messages and events of one of several days, of which the day is one.
    fn possible_on_day(&mut self, ui: &mut Ui) {
        let atlas = self.atlas();
        let possible = |d: &&Dated| d.certainty == Truth::Possible;
        let situation = self.p.situation;
        let messages = situation.messages.iter().filter(possible);
        let messages = messages.map(|d| atlas.messages[d.index].head.id.to_string());
        let events = situation.events.iter().filter(possible);
        let events = events.map(|d| atlas.events[d.index].head.id.to_string());
        let all: Vec<String> = messages.chain(events).collect();
        self.list(ui, "possibly-of-day", &all);
    }

    /// A heading and undated records below it, each with what is known of its day.
    pub(super) fn undated(&mut self, ui: &mut Ui, key: &str, records: &[&Undated]) {
        if records.is_empty() {
            return;
        }
        let atlas = self.atlas();
        self.head(ui, key);
        for undated in records {
            let told = caption(&atlas, undated.record.as_str(), self.p.text);
            let when = self.p.text.known_day(undated.day);
            self.go(ui, &format!("{when}: {told}"), undated.record.as_str());
        }
    }

    /// What changed on a day, in sentences, each with the districts that it describes.
    fn changed_on(&mut self, ui: &mut Ui, day: chrono::NaiveDate, key: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.head(ui, key);
        let changes = self.p.changes_of(day);
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

    /// A dated record: its content, date, sources and contradictions.
    pub(super) fn record(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let Some(record) = atlas.record(id) else {
            return;
        };
        let title = self.record_title(&atlas, record);
        self.title(ui, &title);
        match record {
            RecordView::Message(m) => {
                let facts = self.message_facts(m);
                self.small(ui, &facts);
                self.ends(ui, m);
                self.gist(ui, m.gist.text(self.p.text.language()));
            }
            RecordView::Claim(c) => {
                self.claimed(ui, c);
                self.when(ui, record);
            }
            RecordView::Control(c) => {
                self.gist(ui, c.title.text(self.p.text.language()));
                self.when(ui, record);
            }
            RecordView::Event(e) => {
                self.gist(ui, e.gist.text(self.p.text.language()));
                self.when(ui, record);
            }
            RecordView::Fix(..) => self.when(ui, record),
        }
        let head = record.head();
        self.note(ui, &head.note);
        if let RecordView::Claim(c) = record {
            self.claim_words(ui, c);
        }
        self.go_to_days(ui, id);
        self.cites_to_copy(ui, &head.cites);
        self.disagreements(ui, id);
        match record {
            RecordView::Message(m) => self.around_message(ui, m),
            RecordView::Event(e) => {
                let people = e.people.iter().map(ToString::to_string);
                let places = e.places.iter().map(ToString::to_string);
                let who: Vec<String> = people.chain(places).collect();
                self.list(ui, "who-and-where", &who);
            }
            RecordView::Claim(_) | RecordView::Control(_) | RecordView::Fix(..) => {}
        }
    }

    fn record_title(&self, atlas: &Atlas, record: RecordView<'_>) -> String {
        let text = self.p.text;
        match record {
            RecordView::Message(m) => {
                let names = |list: &[Correspondent]| {
                    let people = list.iter().filter_map(|c| c.person.as_ref());
                    let named: Vec<&str> = people
                        .map(|p| atlas.name(p.as_str(), text.language()))
                        .collect();
                    if named.is_empty() {
                        "…".to_owned()
                    } else {
                        named.join(", ")
                    }
                };
                let (from, to) = (names(&m.from), names(&m.to));
                text.with("from-to-people", &[("from", &from), ("to", &to)])
            }
            RecordView::Claim(c) => text.voices(atlas, c),
            RecordView::Control(c) => {
                let area = c.area.as_ref();
                let name = area.map(|a| atlas.name(a.as_str(), text.language()));
                let written = c.area_as_written.as_deref();
                name.or(written).unwrap_or("…").to_owned()
            }
            RecordView::Fix(..) | RecordView::Event(_) => text.title_of(atlas, record),
        }
    }

    fn when(&self, ui: &mut Ui, record: RecordView<'_>) {
        let when = record.head().dating.when.as_ref();
        self.small(ui, &self.p.text.when(when));
    }

    /// The form of a message, and the days on which it was sent, received and to be answered.
    fn message_facts(&self, m: &Message) -> String {
        let text = self.p.text;
        let mut facts = vec![
            text.message_kind(m.kind),
            text.when(m.head.dating.when.as_ref()),
        ];
        for (key, date) in [("received", &m.received), ("deadline", &m.deadline)] {
            if date.is_some() {
                facts.push(text.with(key, &[("date", &text.when(date.as_ref()))]));
            }
        }
        facts.join(" · ")
    }

    /// The area of a claim, and what is claimed.
    fn claimed(&mut self, ui: &mut Ui, claim: &Claim) {
        let atlas = self.atlas();
        let area = self.p.text.claimed_area(&atlas, claim);
        match &claim.area {
            Some(id) => self.go(ui, area, id.as_str()),
            None => self.small(ui, area),
        }
        if let Some(stance) = claim.stance() {
            let who = speaking_for(&atlas, claim, self.p.text.language());
            words(
                ui,
                &self.p.text.stance(&stance, who, &atlas),
                "semibold",
                18.0 * self.u,
                self.p.theme.ink,
            );
        }
    }

    /// The condition of a claim, who makes and who reports it, and the message that states it.
    fn claim_words(&mut self, ui: &mut Ui, claim: &Claim) {
        let atlas = self.atlas();
        self.note(ui, &claim.condition);
        for id in claim.voices.iter().chain(&claim.head.told_by) {
            self.go_record(ui, id.as_str());
        }
        let message = claim.message.as_ref().map(|m| m.as_str());
        if let Some(message) = message.and_then(|id| atlas.message(id)) {
            let gist = message.gist.text(self.p.text.language());
            self.go(ui, gist, message.head.id.as_str());
        }
    }

    /// What a message states, what it answers and what answers it, and what changed on its day.
    fn around_message(&mut self, ui: &mut Ui, m: &Message) {
        let atlas = self.atlas();
        if !m.claims.is_empty() {
            self.head(ui, "stance");
        }
        for claim in m.claims.iter().filter_map(|c| atlas.claim(c.as_str())) {
            let Some(stance) = claim.stance() else {
                continue;
            };
            let who = speaking_for(&atlas, claim, self.p.text.language());
            let area = self.p.text.claimed_area(&atlas, claim);
            let sentence = format!("{area}: {}", self.p.text.stance(&stance, who, &atlas));
            match &claim.area {
                Some(id) => self.go(ui, &sentence, id.as_str()),
                None => self.body(ui, &sentence),
            }
        }
        let answered: Vec<String> = m.reply_to.iter().map(ToString::to_string).collect();
        self.list(ui, "answers", &answered);
        self.list_naming(ui, "answered-by", m.head.id.as_str(), Role::Answered);
        if let Some(day) = m.head.dating.exact_day() {
            self.changed_on(ui, day, "changed-with-it");
        }
    }

    /// The senders and addressees of a message, with their places. Each links to its page.
    fn ends(&mut self, ui: &mut Ui, m: &Message) {
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

/// The name of the party for which a claim's first voice speaks; empty where it speaks for none.
fn speaking_for<'a>(atlas: &'a Atlas, claim: &'a Claim, language: &str) -> &'a str {
    let voice = claim.voices.first().and_then(|v| atlas.person(v.as_str()));
    let party = voice.and_then(|v| v.party.as_ref());
    party.map_or("", |p| atlas.name(p.as_str(), language))
}
