//! Pages of dated records: the day itself, messages, claims, control, events, and contradictions.

use egui::Ui;

use super::super::widgets::{caption, link, rule, words};
use super::Page;
use super::chain::{Chain, Said};
use crate::model::{Atlas, Claim, Correspondent, RecordRef, RecordView, Stance};
use crate::paint::screen::{color, face};
use crate::scene::message_number;
use crate::session::{Action, BottomView};
use crate::time::Truth;
use crate::timeline::{Change, Dated, DayRange, Undated};

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
        if self.p.session.compare().is_none() {
            let about = self.p.text.lens_about(self.p.session.lens(), &atlas);
            self.body(ui, &about);
        }
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
            let mut source = self.p.text.short_citation(&m.head.cites, &atlas);
            if range.is_some() {
                let known = self.p.session.timeline().known_day(&m.head.id);
                source = format!("{} · {source}", self.p.text.known_day(known));
            }
            self.numbered(ui, message_number(situation, dated.index), |page, ui| {
                page.go(ui, m.gist.text(&language), m.head.id.as_str());
                page.small(ui, &source);
            });
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
            if range.is_some() {
                let known = self.p.session.timeline().known_day(&e.head.id);
                self.small(ui, &self.p.text.known_day(known));
            }
        }
        self.possible_on_day(ui);
        match range {
            Some(range) => self.changed_between(ui, range, "what-changed"),
            None => self.changed_on(ui, self.p.session.day(), "what-changed"),
        }
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

    /// A paragraph with the number that a message has on the map.
    fn numbered(
        &mut self,
        ui: &mut Ui,
        number: Option<usize>,
        add: impl FnOnce(&mut Self, &mut Ui),
    ) {
        let Some(number) = number else {
            return add(self, ui);
        };
        let u = self.u;
        ui.horizontal_top(|ui| {
            let size = egui::vec2(24.0, 22.0) * u;
            let (at, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            let (ink, card) = (color(self.p.theme.ink), color(self.p.theme.card));
            let stroke = egui::Stroke::new(1.4 * u, ink);
            ui.painter().circle(at.center(), 9.5 * u, card, stroke);
            let font = face("semibold", 13.0 * u);
            let middle = egui::Align2::CENTER_CENTER;
            ui.painter()
                .text(at.center(), middle, number.to_string(), font, ink);
            ui.vertical(|ui| add(self, ui));
        });
    }

    /// What changed on a day against the day before.
    fn changed_on(&mut self, ui: &mut Ui, day: chrono::NaiveDate, key: &str) {
        let changes = self.p.changes_of(day);
        self.changed(ui, &changes, key);
    }

    /// What changed from the first day of a range to its last.
    fn changed_between(&mut self, ui: &mut Ui, range: DayRange, key: &str) {
        let changes = self.p.changes_between(Some(range.first), range.last);
        self.changed(ui, &changes, key);
    }

    /// Changes in sentences, each with the districts that it describes, and a link to the view that
    /// has their papers.
    fn changed(&mut self, ui: &mut Ui, changes: &[Change], key: &str) {
        let atlas = self.atlas();
        let language = self.language();
        self.head(ui, key);
        if changes.is_empty() {
            let range = self.p.session.range();
            let between = range.filter(|_| self.p.situation.since.is_some());
            let words = between.map_or("nothing-changed", |_| "nothing-changed-between");
            self.small(ui, &self.p.text.get(words));
            return;
        }
        for (sentence, districts) in self.p.text.changes(changes, &atlas) {
            self.body(ui, &sentence);
            ui.horizontal_wrapped(|ui| {
                for (i, district) in districts.into_iter().enumerate() {
                    if i > 0 {
                        ui.label(egui::RichText::new("·").font(face("semibold", 14.0 * self.u)));
                    }
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
        if key == "what-changed" {
            let words = self.p.text.get("changes-with-papers");
            let (size, ink) = (14.0 * self.u, self.p.theme.ink);
            if link(ui, &words, "semibold", size, ink).clicked() {
                let view = Some(BottomView::Changes);
                self.p.actions.push(Action::SetBottomView(view));
            }
        }
    }

    /// A dated record: the chain of its evidence, what others said on the day, then everything else
    /// that is known of it.
    pub(super) fn record(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        let (Some(record), Some(at)) = (atlas.record(id), atlas.find(id)) else {
            return;
        };
        let title = self.record_title(&atlas, record);
        self.title(ui, &title);
        self.when(ui, record);
        let head = record.head();
        match record {
            RecordView::Message(message) => self.message(ui, message),
            RecordView::Claim(claim) => self.claimed(ui, claim),
            RecordView::Control(control) => self.held(ui, control, Truth::Certain, true),
            RecordView::Event(event) => self.event(ui, event),
            RecordView::Fix(..) => {}
        }
        if !matches!(record, RecordView::Claim(_)) {
            self.note(ui, &head.note);
        }
        self.go_to_days(ui, id);
        let area = match record {
            RecordView::Claim(claim) => claim.area.as_ref().map(|a| a.as_str()),
            RecordView::Control(control) => control.area.as_ref().map(|a| a.as_str()),
            _ => None,
        };
        let district = area.map(crate::model::DistrictId::from);
        let leaf = district.and_then(|d| atlas.leaves_of(&d).into_iter().next());
        if let Some((leaf, _)) = leaf {
            self.others_on_day(ui, leaf.as_str());
        }
        self.disagreements(ui, id);
        self.head(ui, "all-fields");
        self.facts(
            ui,
            at,
            &["title", "gist", "note", "sent", "when", "condition"],
        );
        if let RecordView::Message(m) = record
            && let Some(day) = m.head.dating.exact_day()
        {
            self.changed_on(ui, day, "changed-with-it");
        }
    }

    /// A message with the stances that it states.
    fn message(&mut self, ui: &mut Ui, message: &crate::model::Message) {
        let atlas = self.atlas();
        self.gist(ui, message.gist.text(self.p.text.language()));
        let mut chain = Chain::default();
        self.message_link(ui, &mut chain, message, false);
        let claims = message.claims.iter();
        for claim in claims.filter_map(|id| atlas.claim(id.as_str())) {
            let Some(stance) = claim.stance() else {
                continue;
            };
            let said = said_of(&atlas, claim, &stance);
            let (sign, label) = (self.stance_sample(&said), self.p.text.get("stance"));
            chain.link(self, ui, (sign, &label), |page, ui| {
                let sentence = page.p.text.claim_sentence(claim, &page.atlas());
                page.go(ui, &sentence, claim.head.id.as_str());
            });
        }
        let head = &message.head;
        self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), true);
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
                let title = text.with("from-to-people", &[("from", &from), ("to", &to)]);
                text.capitalized(&title)
            }
            RecordView::Claim(c) => text.voices(atlas, c),
            RecordView::Control(c) => {
                let area = c.area.as_ref();
                let name = area.map(|a| atlas.name(a.as_str(), text.language()));
                let written = c.area_as_written.as_deref();
                let written = written.map(|words| atlas.phrases.said_in(words, text.language()));
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

    /// The area of a claim, what is claimed, and the chain of its evidence.
    fn claimed(&mut self, ui: &mut Ui, claim: &Claim) {
        let atlas = self.atlas();
        let area = self.p.text.claimed_area(&atlas, claim);
        match &claim.area {
            Some(id) => self.go(ui, area, id.as_str()),
            None => self.small(ui, area),
        }
        match claim.stance() {
            Some(stance) => self.said(ui, &said_of(&atlas, claim, &stance), true),
            None => {
                let mut chain = Chain::default();
                let message = claim.message.as_ref();
                if let Some(message) = message.and_then(|m| atlas.message(m.as_str())) {
                    self.message_link(ui, &mut chain, message, true);
                }
                self.note(ui, &claim.head.note);
                let head = &claim.head;
                self.paper(ui, &mut chain, (head.id.as_str(), &head.cites), true);
            }
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
        self.cites_to_copy(ui, c.id.as_str(), &c.cites);
    }
}

/// A claim's stance by its first voice.
fn said_of<'a>(atlas: &'a Atlas, claim: &'a Claim, stance: &'a Stance) -> Said<'a> {
    let voice = claim.voices.first().and_then(|v| atlas.person(v.as_str()));
    Said {
        claim,
        stance,
        party: voice.and_then(|v| v.party.as_ref()),
        certainty: Truth::Certain,
        facts: Vec::new(),
    }
}
