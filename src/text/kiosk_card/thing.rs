//! Cards of troops, single records, capitals, contradictions and days.

use super::super::finding::Finding;
use super::fit::CardContents;
use super::statement::{Statement, Writer};
use super::{Card, CardPart};
use crate::model::{
    CardTarget, Claim, Contradiction, DistrictId, PartyId, Question, RecordId, RecordKind,
    RecordView, Telling, UnitId,
};
use crate::time::Truth;
use crate::timeline::Lens;

impl Writer<'_> {
    /// Where a force was last reported by the day.
    pub(super) fn unit(&self, id: &UnitId) -> Card {
        let situation = self.view.situation;
        let unit = self.atlas.units.iter().find(|u| u.id == *id);
        let mut statements = Vec::new();
        let mut more = Vec::new();
        if let Some(unit) = unit {
            let is_of_unit = |position: usize| self.atlas.units[position].id == *id;
            let reports = situation.units.iter().filter(|r| is_of_unit(r.unit));
            for report in reports {
                let fix = &unit.fixes[report.fix];
                statements.push((fix.at.is_none(), self.report(unit, fix, report.certainty)));
            }
            // A report without a place says least about the map.
            statements.sort_by_key(|(is_nowhere, _)| *is_nowhere);
            let others = unit.fixes.iter().filter(|fix| {
                let told = |(_, s): &(bool, Statement)| s.record.as_ref() == Some(&fix.head.id);
                !statements.iter().any(told)
            });
            let others: Vec<Statement> = others
                .map(|fix| self.report(unit, fix, Truth::Certain))
                .collect();
            if statements.is_empty() {
                statements.extend(others.first().cloned().map(|s| (false, s)));
            }
            let ids = unit.fixes.iter().map(|fix| &fix.head.id);
            more.extend(self.disagreeing(ids));
            more.extend(self.part("kiosk-more-reports", &others));
        }
        let statements: Vec<Statement> = statements.into_iter().map(|(_, s)| s).collect();
        let title = unit.map_or_else(|| id.to_string(), |u| self.unit_name(u));
        self.card(CardTarget::Unit(id.clone()), &title, statements, more)
    }

    fn part(&self, key: &str, statements: &[Statement]) -> Option<CardPart> {
        (!statements.is_empty()).then(|| CardPart {
            heading: self.level_text(key),
            lines: statements.iter().map(|s| self.line(s)).collect(),
        })
    }

    fn card(
        &self,
        target: CardTarget,
        title: &str,
        mut statements: Vec<Statement>,
        more: Vec<CardPart>,
    ) -> Card {
        if statements.is_empty() {
            statements.push(self.nothing("kiosk-nothing-here", Vec::new()));
        }
        self.fitted(&CardContents {
            target,
            title: self.text.capitalized(title),
            day: self.shown_day(),
            statements,
            more,
        })
    }

    /// The contradictions that name one of several records.
    fn disagreeing<'r>(&self, ids: impl Iterator<Item = &'r RecordId>) -> Option<CardPart> {
        let mut lines: Vec<String> = Vec::new();
        for contradiction in ids.flat_map(|id| self.atlas.contradictions_of(id.as_str())) {
            let line = self.title_of(contradiction);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        (!lines.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-twice"),
            lines,
        })
    }

    fn title_of(&self, contradiction: &Contradiction) -> String {
        let title = self
            .view
            .level
            .of(&contradiction.title, &contradiction.plain);
        title.text(self.text.language()).to_owned()
    }

    /// A message, event, claim or holding.
    pub(super) fn record(&self, id: &RecordId) -> Card {
        let target = CardTarget::Record(id.clone());
        let Some(record) = self.atlas.record(id.as_str()) else {
            return self.card(target, id.as_str(), Vec::new(), Vec::new());
        };
        let text = self.text;
        let mut more = Vec::new();
        let mut stated = Vec::new();
        let title = match record {
            RecordView::Message(message) => {
                let claims = message.claims.iter();
                let claims = claims.filter_map(|c| self.atlas.claim(c.as_str()));
                stated.extend(claims.map(|claim| self.claim(claim, Truth::Certain)));
                if message.kind == crate::model::MessageKind::Unstated {
                    text.get("message")
                } else {
                    text.message_kind(message.kind)
                }
            }
            RecordView::Event(event) => event.title.text(text.language()).to_owned(),
            RecordView::Claim(claim) => {
                let area = claim.area.as_ref().map(|a| self.name(a.as_str()));
                area.unwrap_or_else(|| text.get("area-not-named"))
            }
            RecordView::Control(control) => {
                let area = control.area.as_ref().map(|a| self.name(a.as_str()));
                area.unwrap_or_else(|| text.get("area-not-named"))
            }
            RecordView::Fix(unit, _) => self.unit_name(unit),
        };
        more.extend(self.part("kiosk-more-stated", &stated));
        more.extend(self.disagreeing(std::iter::once(id)));
        let head = record.head();
        let mut statement = match record {
            RecordView::Control(control) => self.held(control, self.truth_of(id)),
            other => self.of_record(other, self.truth_of(id)),
        };
        let note = head.note.text(text.language());
        if !note.is_empty() && !self.is_plain() {
            more.push(CardPart {
                heading: text.get("kiosk-more-note"),
                lines: vec![note.to_owned()],
            });
        }
        // The day stands beside the title, so that the certainty need not tell it again.
        let bounds = self.view.timeline.bounds_of(id);
        let day = text.day_known(&head.dating, bounds, self.atlas);
        self.without_day(&mut statement, &day);
        self.fitted(&CardContents {
            target,
            title: text.capitalized(&title),
            day: text.capitalized(&day),
            statements: vec![statement],
            more,
        })
    }

    /// A statement whose certainty does not tell again a day that the card tells elsewhere.
    fn without_day(&self, statement: &mut Statement, day: &str) {
        let separators = ["list-comma", "list-semicolon"].map(|key| self.text.get(key));
        for form in &mut statement.sure {
            for separator in &separators {
                if let Some(sure) = form.strip_suffix(&format!("{separator}{day}")) {
                    *form = sure.to_owned();
                }
            }
        }
    }

    /// Whether a record is certainly or only possibly so on the day shown.
    fn truth_of(&self, id: &RecordId) -> Truth {
        let situation = self.view.situation;
        let is_it = |kind: RecordKind, index: usize| match kind {
            RecordKind::Messages => self.atlas.messages[index].head.id == *id,
            RecordKind::Events => self.atlas.events[index].head.id == *id,
            _ => self.atlas.control[index].head.id == *id,
        };
        let messages = situation.messages.iter();
        let messages = messages.filter(|d| is_it(RecordKind::Messages, d.index));
        let events = situation.events.iter();
        let events = events.filter(|d| is_it(RecordKind::Events, d.index));
        let places = situation.places.iter().flat_map(|(_, holders)| holders);
        let districts = situation.districts().flat_map(|d| d.holdings().to_vec());
        let held = places.copied().chain(districts);
        let held = held.filter(|h| is_it(RecordKind::Control, h.control));
        let dated = messages.chain(events).map(|d| d.certainty);
        dated
            .chain(held.map(|h| h.certainty))
            .max()
            .unwrap_or(Truth::Certain)
    }

    /// What a party wants of the district about which the atlas has most to tell, and its last word by
    /// the day.
    pub(super) fn party(&self, id: &PartyId) -> Card {
        let lens = Lens::Party(id.clone());
        let (timeline, situation) = (self.view.timeline, self.view.situation);
        let found = self.text.finding(timeline, situation, &lens);
        let found = found.or_else(|| self.text.finding_before(timeline, self.today(), &lens));
        let last = found.as_ref().and_then(|f| self.of_finding(f));
        let mut more = Vec::new();
        let statement = match (self.of_focus(id), last) {
            (Some(answer), last) => {
                let last: Vec<Statement> = last.into_iter().collect();
                more.extend(self.part("kiosk-more-last", &last));
                answer
            }
            (None, Some(last)) if self.is_of_focus(&last) => last,
            (None, Some(mut last)) => {
                let area = self.focus().map(|leaf| self.name(leaf.as_str()));
                let area = area.unwrap_or_default();
                last.map(|sentence| {
                    let values = [("area", area.as_str()), ("sentence", sentence)];
                    self.with_level("kiosk-party-silent", &values)
                });
                last
            }
            (None, None) => self.nothing("kiosk-nothing-of-party", Vec::new()),
        };
        let sent = situation.messages.iter().filter(|dated| {
            let message = &self.atlas.messages[dated.index];
            let ends = message.from.iter().chain(&message.to);
            let mut people = ends.filter_map(|c| self.atlas.person(c.person.as_ref()?.as_str()));
            people.any(|person| person.party.as_ref() == Some(id))
        });
        let sent: Vec<Statement> = sent
            .map(|dated| self.message(&self.atlas.messages[dated.index], dated.certainty))
            .filter(|s| s.record != statement.record)
            .collect();
        more.extend(self.part("kiosk-more-letters", &sent));
        let title = self.name(id.as_str());
        self.card(CardTarget::Party(id.clone()), &title, vec![statement], more)
    }

    /// The leaf district of which most claims speak.
    fn focus(&self) -> Option<DistrictId> {
        let mut counts: Vec<(DistrictId, usize)> = Vec::new();
        let areas = self.atlas.claims.iter().filter_map(|c| c.area.as_ref());
        for (leaf, _) in areas.flat_map(|area| self.atlas.leaves_of(area)) {
            match counts.iter_mut().find(|(id, _)| *id == leaf) {
                Some((_, count)) => *count += 1,
                None => counts.push((leaf, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        let first = counts.into_iter().find(|(_, count)| *count == most);
        first.map(|(leaf, _)| leaf)
    }

    /// A party's answer about that district, to the first question that it has answered.
    fn of_focus(&self, party: &PartyId) -> Option<Statement> {
        let leaf = self.focus()?;
        let district = self.view.situation.district(leaf.as_str())?;
        let mut questions = Question::ALL.into_iter();
        let answer = questions.find_map(|question| district.answer(party, question))?;
        let claim = &self.atlas.claims[answer.claim];
        let asked = claim.area.as_ref().map_or(leaf.as_str(), |a| a.as_str());
        let mut statement = self.in_force(answer, asked);
        statement.what = match self.plain_message(claim) {
            Some(plain) => plain,
            None => self.of_area(&self.name(asked), &statement.what),
        };
        Some(statement)
    }

    /// The plain words of the message in which somebody says a claim, for a reader of plain words: they
    /// say better than a rule what is claimed. A message in which another tells it says more than that.
    fn plain_message(&self, claim: &Claim) -> Option<String> {
        let own = claim.head.told_by.is_none() && self.is_plain();
        let id = claim.message.as_ref().filter(|_| own)?;
        match self.atlas.record(id.as_str())? {
            RecordView::Message(message) if !message.plain.is_empty() => {
                Some(message.plain.text(self.text.language()).to_owned())
            }
            _ => None,
        }
    }

    /// Whether a statement is about the district of which the atlas has most to tell.
    fn is_of_focus(&self, statement: &Statement) -> bool {
        let record = statement.record.as_ref();
        let record = record.and_then(|id| self.atlas.record(id.as_str()));
        let (Some(record), Some(focus)) = (record, self.focus()) else {
            return false;
        };
        let mut areas: Vec<String> = record.areas().iter().map(|a| (*a).to_owned()).collect();
        if let RecordView::Message(message) = record {
            let claims = message.claims.iter();
            let claims = claims.filter_map(|id| self.atlas.claim(id.as_str()));
            areas.extend(
                claims
                    .filter_map(|c| c.area.as_ref())
                    .map(ToString::to_string),
            );
        }
        areas.iter().any(|area| {
            let leaves = self.atlas.leaves_of(&area.as_str().into());
            leaves.iter().any(|(leaf, _)| *leaf == focus)
        })
    }

    /// What a finding says, with what stands behind its record.
    fn of_finding(&self, finding: &Finding) -> Option<Statement> {
        let record = self.atlas.record(finding.record.as_str())?;
        let truth = self.truth_of(&finding.record);
        let mut statement = self.of_record(record, truth);
        if let RecordView::Claim(claim) = record {
            statement.what = self.plain_message(claim).unwrap_or(statement.what);
        }
        // A message and an event say more in their own words than by their form.
        let has_words = matches!(record, RecordView::Message(_) | RecordView::Event(_));
        if !self.is_plain() && !has_words {
            finding.sentence.clone_into(&mut statement.what);
        }
        if finding.day != self.today() {
            let date = self.text.day_in(finding.day, self.atlas);
            self.without_day(&mut statement, &date);
            statement.map(|sentence| {
                let values = [("date", date.as_str()), ("sentence", sentence)];
                self.with_level("kiosk-last-said", &values)
            });
        }
        Some(statement)
    }

    /// Records that disagree: who tells each version; the versions unfold.
    pub(super) fn contradiction(&self, id: &RecordId) -> Card {
        let target = CardTarget::Contradiction(id.clone());
        let Some(contradiction) = self.atlas.contradiction(id.as_str()) else {
            return self.card(target, id.as_str(), Vec::new(), Vec::new());
        };
        let tellers: Vec<String> = contradiction
            .tellings
            .iter()
            .map(|t| self.teller(t))
            .collect();
        let mut who: Vec<String> = Vec::new();
        for teller in tellers {
            if !who.contains(&teller) {
                who.push(teller);
            }
        }
        let told = contradiction.tellings.iter();
        let cites = contradiction.cites.iter();
        let mut cites: Vec<_> = cites.cloned().collect();
        cites.extend(told.clone().flat_map(|t| t.cites.iter().cloned()));
        let lines = told.map(|t| t.text.text(self.text.language()).to_owned());
        let more = CardPart {
            heading: self.level_text("kiosk-more-tellings"),
            lines: lines.collect(),
        };
        let statement = Statement {
            what: self.title_of(contradiction),
            brief: None,
            who: vec![who.join(&self.text.get("list-semicolon"))],
            label: String::new(),
            sure: vec![self.level_text("kiosk-all-kept")],
            condition: None,
            cites,
            record: Some(id.clone()),
        };
        let title = self.text.told_in_ways(contradiction);
        self.card(target, &title, vec![statement], vec![more])
    }

    /// By whom one version of a contradiction is told.
    fn teller(&self, telling: &Telling) -> String {
        let records = telling.records.iter();
        let mut records = records.filter_map(|r| self.atlas.record(r.as_str()));
        let shortest = |id: &crate::model::PersonId| {
            let person = self.atlas.person(id.as_str())?;
            self.person(person).pop()
        };
        let Some(record) = records.next() else {
            return self.level_text("kiosk-the-author");
        };
        let head = record.head();
        let told_by = head.told_by.as_ref();
        let is_word = head.basis == crate::model::Basis::Document;
        let voice = match record {
            RecordView::Message(message) if is_word => {
                message.from.iter().find_map(|c| c.person.as_ref())
            }
            RecordView::Claim(claim) if is_word => claim.voices.first(),
            _ => None,
        };
        let who = told_by.or(voice).and_then(shortest);
        who.unwrap_or_else(|| self.level_text("kiosk-the-author"))
    }

    /// What happened on the day through the lens: first what is certainly of the day, then what may be.
    pub(super) fn day(&self) -> Card {
        let (timeline, situation) = (self.view.timeline, self.view.situation);
        let mut statements: Vec<Statement> = Vec::new();
        let mut others: Vec<Statement> = Vec::new();
        for told in self
            .text
            .day_records(timeline, self.today(), self.view.lens)
        {
            let record = told
                .ids
                .first()
                .and_then(|id| self.atlas.record(id.as_str()));
            let Some(record) = record else { continue };
            let statement = self.of_record(record, told.certainty);
            let is_told = matches!(record, RecordView::Event(_) | RecordView::Message(_));
            if is_told && told.certainty == Truth::Certain {
                statements.push(statement);
            } else {
                others.push(statement);
            }
        }
        let found = self.text.finding(timeline, situation, self.view.lens);
        let before = || {
            self.text
                .finding_before(timeline, self.today(), self.view.lens)
        };
        if statements.is_empty() {
            let found = found.or_else(before);
            statements.extend(found.as_ref().and_then(|f| self.of_finding(f)));
        }
        if statements.is_empty() {
            statements.push(self.nothing("kiosk-nothing-that-day", Vec::new()));
        }
        others.retain(|s| s.record != statements[0].record);
        let more = self.part("kiosk-more-day", &others);
        let title = self.text.get("kiosk-this-day");
        self.card(
            CardTarget::Day,
            &title,
            statements,
            more.into_iter().collect(),
        )
    }
}
