//! Pages of dated records: the day itself, messages, claims, control, events, and contradictions.

use egui::Ui;

use super::super::widgets::{caption, link, rule, words};
use super::Page;
use crate::model::{Atlas, Claim, Correspondent, RecordRef, RecordView};
use crate::session::Action;
use crate::time::Truth;
use crate::timeline::{Dated, DayRange, Undated};

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
        self.contradictions(ui);
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

    /// The contradictions of the day or range, each with the number of its tellings.
    fn contradictions(&mut self, ui: &mut Ui) {
        let timeline = std::sync::Arc::clone(self.p.session.timeline());
        let day = self.p.situation.day;
        let first = self.p.situation.since.unwrap_or(day);
        let found = timeline.contradictions_over(DayRange::between(first, day));
        if !found.is_empty() {
            self.head(ui, "told-two-ways");
        }
        for c in found {
            let title = c.title.text(self.p.text.language());
            let line = format!("{title} · {}", self.p.text.told_in_ways(c));
            self.go(ui, &line, c.id.as_str());
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
        let (Some(record), Some(at)) = (atlas.record(id), atlas.find(id)) else {
            return;
        };
        let title = self.record_title(&atlas, record);
        self.title(ui, &title);
        self.when(ui, record);
        match record {
            RecordView::Message(m) => self.gist(ui, m.gist.text(self.p.text.language())),
            RecordView::Claim(c) => self.claimed(ui, c),
            RecordView::Control(c) => self.gist(ui, c.title.text(self.p.text.language())),
            RecordView::Event(e) => self.gist(ui, e.gist.text(self.p.text.language())),
            RecordView::Fix(..) => {}
        }
        let head = record.head();
        self.note(ui, &head.note);
        self.go_to_days(ui, id);
        self.cites_to_copy(ui, &head.cites);
        self.facts(ui, at, &["title", "gist", "note", "sent", "when"]);
        self.disagreements(ui, id);
        if let RecordView::Message(m) = record
            && let Some(day) = m.head.dating.exact_day()
        {
            self.changed_on(ui, day, "changed-with-it");
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

    /// The date of a record, and its id.
    fn when(&self, ui: &mut Ui, record: RecordView<'_>) {
        let head = record.head();
        let when = self.p.text.when(head.dating.when.as_ref());
        self.small(ui, &format!("{when} · {}", head.id));
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

    pub(super) fn contradiction(&mut self, ui: &mut Ui, i: usize) {
        let atlas = self.atlas();
        let c = &atlas.contradictions[i].clone();
        words(
            ui,
            &self.p.text.told_in_ways(c),
            "semibold",
            15.5 * self.u,
            self.p.theme.ink2,
        );
        self.title(ui, c.title.text(self.p.text.language()));
        self.tellings(ui, c);
        let at = RecordRef::Contradiction(i);
        self.facts(ui, at, &["title", "tellings"]);
        self.cites_to_copy(ui, &c.cites);
    }
}

/// The name of the party for which a claim's first voice speaks; empty where it speaks for none.
fn speaking_for<'a>(atlas: &'a Atlas, claim: &'a Claim, language: &str) -> &'a str {
    let voice = claim.voices.first().and_then(|v| atlas.person(v.as_str()));
    let party = voice.and_then(|v| v.party.as_ref());
    party.map_or("", |p| atlas.name(p.as_str(), language))
}
