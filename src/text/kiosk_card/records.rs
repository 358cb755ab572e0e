//! Statements of records: answers, holdings, reports of forces, messages, events and claims.

use chrono::NaiveDate;

use super::super::sentence::certainty_key;
use super::statement::{Certainty, Statement, Writer};
use crate::model::{
    Citation, Claim, Control, Correspondent, Event, Fix, FixKind, HeldExtent, Message, PartyId,
    PersonId, RecordView, Strength, StrengthUnit, Unit, Words, without_full_stop,
};
use crate::time::Truth;
use crate::timeline::StanceInForce;

impl Writer<'_> {
    /// A stance that is in force in the area that is asked about.
    pub(super) fn in_force(&self, s: &StanceInForce, asked: &str) -> Statement {
        let claim = &self.atlas.claims[s.claim];
        let speaker = s.party.as_ref().map_or(s.voice.as_str(), |p| p.as_str());
        let date = |day: NaiveDate| self.text.day_in(day, self.atlas);
        let today = self.today();
        let mut when = match (s.since, s.restated) {
            (_, Some(day)) if day == today => None,
            (Some(first), Some(last)) if first != last && !self.is_plain() => Some(self.text.with(
                "said-since",
                &[("first", &date(first)), ("last", &date(last))],
            )),
            (_, Some(day)) => Some(self.with_level("kiosk-said", &[("date", &date(day))])),
            _ => self.when(&claim.head),
        };
        if let Some(area) = claim
            .area
            .as_ref()
            .filter(|area| s.inherited && area.as_str() != asked && !self.is_plain())
        {
            let of = self
                .text
                .with("said-of", &[("area", &self.name(area.as_str()))]);
            when = Some(when.map_or(of.clone(), |w| [w, of].join(&self.text.get("list-comma"))));
        }
        let certainty = Certainty {
            truth: s.certainty,
            when: when.as_deref(),
            condition: &claim.condition,
        };
        Statement {
            what: self.stance(&s.stance, s.certainty, speaker),
            brief: None,
            who: self.people(claim.voices.iter()),
            label: self.party_name(speaker),
            sure: self.sure(&claim.head, certainty),
            condition: self.condition(claim),
            cites: claim.head.cites.clone(),
            record: Some(claim.head.id.clone()),
        }
    }

    fn condition(&self, claim: &Claim) -> Option<String> {
        let words = claim.condition.text(self.text.language());
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// A reported holder of an area that is called "it", with how sure it is on the day.
    pub(super) fn held(&self, control: &Control, truth: Truth) -> Statement {
        let when = self.when(&control.head);
        let holder = control.holder.as_ref().map(PartyId::as_str);
        let what = match holder {
            Some(id) if self.is_plain() => {
                let key = match control.extent {
                    HeldExtent::Whole => "kiosk-plain-held",
                    HeldExtent::Part => "kiosk-plain-held-part",
                };
                let said = self.text.with(key, &[("troops", &self.troops(id))]);
                self.perhaps(said, truth)
            }
            Some(id) => self.text.held(&self.name(id), truth, control.extent),
            None => {
                let title = control.title.text(self.text.language());
                let title = without_full_stop(title);
                if truth == Truth::Possible {
                    self.text.with("kiosk-possibly", &[("sentence", title)])
                } else {
                    title.to_owned()
                }
            }
        };
        let who = match holder {
            Some(id) => self.troops(id),
            None => self.level_text("kiosk-no-holder"),
        };
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        Statement {
            what,
            brief: None,
            label: who.clone(),
            who: vec![who],
            sure: self.sure(&control.head, certainty),
            condition: None,
            cites: control.head.cites.clone(),
            record: Some(control.head.id.clone()),
        }
    }

    /// A report of a force, with how sure it is on the day. The sentence does not name the force.
    pub(super) fn report(&self, unit: &Unit, fix: &Fix, truth: Truth) -> Statement {
        let when = self.when(&fix.head);
        let mut who = Vec::new();
        let leader = unit.commander.as_ref();
        let leader = leader.and_then(|p| self.atlas.person(p.as_str()));
        let troops = match &unit.party {
            Some(party) => self.troops(party.as_str()),
            None => self.level_text("kiosk-no-party"),
        };
        if let Some(leader) = leader {
            let name = leader.names.text(self.text.language());
            let values = [("troops", troops.as_str()), ("leader", name)];
            who.push(self.text.with("kiosk-troops-under", &values));
        }
        who.push(troops.clone());
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let mut sure = self.sure(&fix.head, certainty);
        if never_came(unit, fix) {
            let separator = self.text.get("list-semicolon");
            for form in &mut sure {
                *form = [form.as_str(), &self.level_text("kiosk-no-arrival")].join(&separator);
            }
        }
        Statement {
            what: self.whereabouts(unit, fix, truth),
            brief: None,
            who,
            label: self.unit_name(unit),
            sure,
            condition: None,
            cites: fix.head.cites.clone(),
            record: Some(fix.head.id.clone()),
        }
    }

    /// What a force is called inside a sentence.
    pub(super) fn unit_name(&self, unit: &Unit) -> String {
        let plain = &unit.plain;
        let words = self.view.level.of(&unit.names, plain);
        words.text(self.text.language()).to_owned()
    }

    /// The men and guns of a report, with whoever counted them where that is not its teller.
    fn plain_strength(&self, fix: &Fix) -> String {
        let men = men_of(fix);
        let said = self.text.strengths(&men);
        let counted = men.first().and_then(|s| s.told_by.as_ref());
        let counted = counted.filter(|who| fix.head.told_by.as_ref() != Some(*who));
        let who = counted.and_then(|who| self.atlas.person(who.as_str()));
        match who.filter(|_| !said.is_empty()) {
            Some(who) => {
                let who = self.person(who).remove(0);
                let values = [("strength", said.as_str()), ("who", &who)];
                self.text.with("kiosk-plain-count", &values)
            }
            None => said,
        }
    }

    fn whereabouts(&self, unit: &Unit, fix: &Fix, truth: Truth) -> String {
        let strength = if self.is_plain() {
            self.plain_strength(fix)
        } else {
            self.text.strengths_told(fix, self.atlas)
        };
        let place = self.text.whereabouts(fix, self.atlas);
        let said = if self.is_plain() {
            let unit = self.unit_name(unit);
            let kind = crate::model::word(fix.kind);
            let said = match &fix.at {
                Some(at) => {
                    let name = self.name(at.as_str());
                    let spot = self.text.spot(at.as_str(), self.atlas);
                    let values = [("unit", unit.as_str()), ("place", &name), ("spot", &spot)];
                    self.text.with(&format!("kiosk-plain-{kind}"), &values)
                }
                None => self.text.with("kiosk-plain-somewhere", &[("unit", &unit)]),
            };
            self.perhaps(said, truth)
        } else {
            let values = [
                ("place", place.as_str()),
                ("certainty", certainty_key(truth)),
            ];
            self.text.with("kiosk-whereabouts", &values)
        };
        let parts: Vec<String> = [said, strength]
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect();
        parts.join(&self.text.get("list-semicolon"))
    }

    /// A message: its gist, its ends.
    pub(super) fn message(&self, message: &Message, truth: Truth) -> Statement {
        let gist = self.view.level.of(&message.gist, &message.plain);
        let when = self.when(&message.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let sure = self.sure(&message.head, certainty);
        Statement {
            what: gist.text(self.text.language()).to_owned(),
            brief: self.brief(&message.plain),
            who: self.ends(message),
            label: self.text.message_kind(message.kind),
            sure,
            condition: None,
            cites: message.head.cites.clone(),
            record: Some(message.head.id.clone()),
        }
    }

    /// The plain words of a record, as the shorter form for readers of the full ones.
    fn brief(&self, plain: &Words) -> Option<String> {
        let is_there = !self.is_plain() && !plain.is_empty();
        is_there.then(|| plain.text(self.text.language()).to_owned())
    }

    /// Sender and addressee of a message, in forms of decreasing length.
    fn ends(&self, message: &Message) -> Vec<String> {
        let people = |ends: &[Correspondent]| {
            let named: Vec<PersonId> = ends.iter().filter_map(|c| c.person.clone()).collect();
            self.people(named.iter())
        };
        let (from, to) = (people(&message.from), people(&message.to));
        let unnamed = || self.level_text("kiosk-no-sender");
        let from_forms = if from.is_empty() {
            vec![unnamed()]
        } else {
            from
        };
        let written = message.addressee_as_written.as_ref();
        let mut forms = Vec::new();
        // The addressee is told by name alone; only the sender has an office.
        let to = to.last().cloned().or_else(|| {
            let words = written.filter(|_| !self.is_plain())?;
            Some(self.text.as_written(words, self.atlas))
        });
        for from in &from_forms {
            forms.push(match &to {
                Some(to) => {
                    let values = [("from", from.as_str()), ("to", to)];
                    self.text.with("kiosk-from-to", &values)
                }
                None => from.clone(),
            });
        }
        forms.push(from_forms.last().cloned().unwrap_or_default());
        forms
    }

    /// An event: what happened, who took part.
    pub(super) fn event(&self, event: &Event, truth: Truth) -> Statement {
        let gist = self.view.level.of(&event.gist, &event.plain);
        let when = self.when(&event.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &Words::default(),
        };
        let mut who = self.people(event.people.iter());
        if who.is_empty() {
            who.extend(self.acting(event));
        }
        if who.is_empty() {
            who.push(self.level_text("kiosk-nobody-named"));
        }
        Statement {
            what: gist.text(self.text.language()).to_owned(),
            brief: self.brief(&event.plain),
            who,
            label: event.title.text(self.text.language()).to_owned(),
            sure: self.sure(&event.head, certainty),
            condition: None,
            cites: event.head.cites.clone(),
            record: Some(event.head.id.clone()),
        }
    }

    /// The forces that were reported on the day of an event, at a place of it and on the same page: who
    /// acted in an event that names nobody.
    fn acting(&self, event: &Event) -> Option<String> {
        let day = event.head.dating.exact_day()?;
        let on_page = |cites: &[Citation]| {
            let is_read = |c: &Citation| {
                let mut read = event.head.cites.iter();
                read.any(|e| (&e.source, e.page) == (&c.source, c.page))
            };
            cites.iter().any(is_read)
        };
        let is_it = |fix: &Fix| {
            fix.head.dating.exact_day() == Some(day)
                && fix.at.as_ref().is_some_and(|at| event.places.contains(at))
                && on_page(&fix.head.cites)
        };
        let units = self.atlas.units.iter();
        let units = units.filter(|unit| unit.fixes.iter().any(is_it));
        let names: Vec<String> = units.map(|unit| self.unit_name(unit)).collect();
        (!names.is_empty()).then(|| self.text.join(&names))
    }

    /// A claim with its area.
    pub(super) fn claim(&self, claim: &Claim, truth: Truth) -> Statement {
        let voice = claim.voices.first();
        let party = voice.and_then(|v| self.atlas.person(v.as_str())?.party.as_ref());
        let speaker = party.map_or(voice.map_or("", PersonId::as_str), |p| p.as_str());
        let area = claim.area.as_ref().map(|a| self.name(a.as_str()));
        let said = claim.stance().map(|s| self.stance(&s, truth, speaker));
        let what = match (area, said) {
            (Some(area), Some(said)) => self.of_area(&area, &said),
            (None, Some(said)) if claim.area_as_written.is_some() && self.is_plain() => {
                let words = claim.area_as_written.as_deref().unwrap_or_default();
                let area = self.text.as_written(words, self.atlas);
                self.of_area(&area, &said)
            }
            _ => self.text.claim_sentence(claim, self.atlas),
        };
        let when = self.when(&claim.head);
        let certainty = Certainty {
            truth,
            when: when.as_deref(),
            condition: &claim.condition,
        };
        Statement {
            what,
            brief: None,
            who: self.people(claim.voices.iter()),
            label: self.party_name(speaker),
            sure: self.sure(&claim.head, certainty),
            condition: self.condition(claim),
            cites: claim.head.cites.clone(),
            record: Some(claim.head.id.clone()),
        }
    }

    /// Any record as a statement that names its area.
    pub(super) fn of_record(&self, record: RecordView<'_>, truth: Truth) -> Statement {
        match record {
            RecordView::Message(message) => self.message(message, truth),
            RecordView::Event(event) => self.event(event, truth),
            RecordView::Claim(claim) => self.claim(claim, truth),
            RecordView::Control(control) => {
                let mut statement = self.held(control, truth);
                if let Some(area) = control.area.as_ref().filter(|_| control.holder.is_some()) {
                    statement.what = self.of_area(&self.name(area.as_str()), &statement.what);
                }
                statement
            }
            RecordView::Fix(unit, fix) => {
                let mut statement = self.report(unit, fix, truth);
                if !self.is_plain() {
                    let values = [
                        ("place", self.unit_name(unit)),
                        ("sentence", statement.what),
                    ];
                    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
                    statement.what = self.text.with("place-sentence", &values);
                }
                statement
            }
        }
    }
}

/// The first number of men of a report, and its guns: a child of ten does not know what else armies
/// count.
fn men_of(fix: &Fix) -> Vec<Strength> {
    let is_men = |s: &&Strength| {
        matches!(
            s.unit,
            StrengthUnit::Men | StrengthUnit::Bayonets | StrengthUnit::Infantry
        )
    };
    let men = fix.strength.iter().find(is_men).map(|s| Strength {
        unit: StrengthUnit::Men,
        ..s.clone()
    });
    let guns = fix.strength.iter().filter(|s| s.unit == StrengthUnit::Guns);
    men.into_iter().chain(guns.cloned()).collect()
}

/// Whether a force was on its way, ordered or expected somewhere, and no report has it there.
fn never_came(unit: &Unit, fix: &Fix) -> bool {
    let is_going = matches!(
        fix.kind,
        FixKind::BoundFor | FixKind::Ordered | FixKind::Expected
    );
    let came = |other: &Fix| matches!(other.kind, FixKind::Stands | FixKind::Arrives);
    is_going && fix.at.is_some() && !unit.fixes.iter().any(|f| came(f) && f.at == fix.at)
}
