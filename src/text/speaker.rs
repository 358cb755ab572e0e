//! Who speaks on a slide: the voices of a record with office or party, by whom it is told, and where
//! it is read.

use chrono::NaiveDate;

use super::Text;
use crate::model::{
    Atlas, Basis, Citation, Correspondent, MessageKind, Person, PersonId, PersonKind, RecordHead,
    RecordRef, RecordView, StepKind, TourStep,
};
use crate::timeline::{Fill, FillKind, Lens};

/// Who speaks, and where it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Who speaks, in forms of decreasing length.
    pub who: Vec<String>,
    /// The citation, in forms of decreasing length.
    pub cites: Vec<String>,
}

/// How much is told of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Introduced {
    Office,
    Party,
    Name,
    PartyAlone,
}

impl Text {
    /// Who speaks in a step: in the record that it selects, otherwise in its first dated record;
    /// `None` where it has neither, and on a first or last slide that selects none: it tells of all.
    #[must_use]
    pub fn speaker(&self, atlas: &Atlas, step: &TourStep) -> Option<Speaker> {
        let selected = step.select.iter().map(String::as_str);
        let tells_all = matches!(step.kind, StepKind::Opening | StepKind::Closing);
        let records = step.records.iter().filter(|_| !tells_all);
        let records = records.map(|record| record.as_str());
        selected
            .chain(records)
            .find_map(|id| self.speaker_of(atlas, id, step.date))
    }

    fn speaker_of(&self, atlas: &Atlas, id: &str, day: NaiveDate) -> Option<Speaker> {
        if let Some(RecordRef::Contradiction(i)) = atlas.find(id) {
            let contradiction = &atlas.contradictions[i];
            return Some(Speaker {
                who: vec![self.told_in_ways(contradiction)],
                cites: self.citation_forms(&contradiction.cites, atlas),
            });
        }
        let record = atlas.record(id)?;
        let forms = [
            Introduced::Office,
            Introduced::Party,
            Introduced::Name,
            Introduced::PartyAlone,
        ];
        let mut who: Vec<String> = forms
            .into_iter()
            .map(|form| self.who_speaks(atlas, record, day, form))
            .collect();
        who.dedup();
        Some(Speaker {
            who,
            cites: self.citation_forms(&record.head().cites, atlas),
        })
    }

    fn citation_forms(&self, cites: &[Citation], atlas: &Atlas) -> Vec<String> {
        vec![
            self.citation_for_room(cites, atlas),
            self.pages_for_room(cites, atlas),
        ]
    }

    fn who_speaks(
        &self,
        atlas: &Atlas,
        record: RecordView<'_>,
        day: NaiveDate,
        form: Introduced,
    ) -> String {
        let head = record.head();
        let (kind, voices): (Option<String>, Vec<&PersonId>) = match record {
            RecordView::Message(message) => {
                let from = message.from.iter().filter_map(person_of);
                let kind = if message.kind == MessageKind::Unstated {
                    self.get("message")
                } else {
                    self.message_kind(message.kind)
                };
                (Some(kind), from.collect())
            }
            RecordView::Claim(claim) => (None, claim.voices.iter().collect()),
            RecordView::Control(_) | RecordView::Fix(..) | RecordView::Event(_) => {
                (None, Vec::new())
            }
        };
        let people: Vec<&Person> = voices
            .iter()
            .filter_map(|voice| atlas.person(voice.as_str()))
            .collect();
        let voices = match people.as_slice() {
            [] => String::new(),
            [only] => self.introduced(atlas, only, day, form),
            [first, second] => self.both(atlas, [first, second], form),
            [first, others @ ..] => {
                let first = self.introduced(atlas, first, day, form);
                let count = others.len().to_string();
                let values = [("first", first.as_str()), ("count", &count)];
                self.with("speaker-and-more", &values)
            }
        };
        let told = self.teller(atlas, head, day, form);
        let said = match (kind.filter(|_| !voices.is_empty()), voices.is_empty()) {
            (Some(kind), _) => {
                let values = [("kind", kind.as_str()), ("who", &voices)];
                self.with("speaker-by-kind", &values)
            }
            (None, _) => voices,
        };
        let parts: Vec<String> = [said, told].into_iter().filter(|p| !p.is_empty()).collect();
        self.capitalized(&parts.join(&self.get("list-semicolon")))
    }

    /// Two who speak, with their party where both are people of one.
    fn both(&self, atlas: &Atlas, people: [&Person; 2], form: Introduced) -> String {
        let [first, second] = people.map(|person| person.names.text(self.language()));
        let names = self.with("speaker-and-one", &[("first", first), ("second", second)]);
        let are_people = people
            .iter()
            .all(|person| person.kind == PersonKind::Person);
        let party = people[0].party.as_ref();
        let party = party.filter(|_| are_people && people[0].party == people[1].party);
        match (party, form) {
            (Some(party), Introduced::PartyAlone) => {
                atlas.name(party.as_str(), self.language()).to_owned()
            }
            (Some(party), Introduced::Office | Introduced::Party) => {
                let party = self.in_sentence(party.as_str(), atlas);
                self.with("speaker-side", &[("name", &names), ("party", &party)])
            }
            _ => names,
        }
    }

    /// By whom a record is told, where that is not its speaker.
    fn teller(&self, atlas: &Atlas, head: &RecordHead, day: NaiveDate, form: Introduced) -> String {
        if let Some(teller) = head.told_by.as_ref().and_then(|t| atlas.person(t.as_str())) {
            let who = self.introduced(atlas, teller, day, form);
            return self.with("word-told-by", &[("who", &who)]);
        }
        match head.basis {
            Basis::Document => String::new(),
            _ => self.whose_word(head, atlas),
        }
    }

    /// A person or body with the office of that day, or else the party.
    fn introduced(
        &self,
        atlas: &Atlas,
        person: &Person,
        day: NaiveDate,
        form: Introduced,
    ) -> String {
        let name = person.names.text(self.language());
        let of_day = |office: &&crate::model::Office| {
            let when = office.when.as_ref();
            when.is_none_or(|when| when.extent().on(day) != crate::time::Truth::Not)
        };
        let office = person.offices.iter().find(of_day);
        let office = office.filter(|_| form == Introduced::Office);
        if let Some(office) = office {
            let role = office.title.text(self.language());
            return self.with("speaker-role", &[("name", name), ("role", role)]);
        }
        let party = person.party.as_ref().filter(|_| form != Introduced::Name);
        if let (Some(party), Introduced::PartyAlone) = (party, form) {
            return atlas.name(party.as_str(), self.language()).to_owned();
        }
        // The name of a body says whose it is.
        let party = party.filter(|_| person.kind == PersonKind::Person);
        match party.map(|party| self.in_sentence(party.as_str(), atlas)) {
            // A party bears the name of a city, where the person need not be.
            Some(party) => self.with("speaker-side", &[("name", name), ("party", &party)]),
            None => name.to_owned(),
        }
    }

    /// A person or body with the office of that day, or else the party.
    #[must_use]
    pub fn person_of_day(&self, atlas: &Atlas, person: &Person, day: NaiveDate) -> String {
        self.introduced(atlas, person, day, Introduced::Office)
    }

    /// A fill in the few words of a slide: "claimed by Baku, possibly".
    #[must_use]
    pub fn slide_fill(&self, fill: &Fill, lens: &Lens, atlas: &Atlas) -> String {
        let names: Vec<String> = fill
            .parties
            .iter()
            .map(|p| atlas.name(p.as_str(), self.language()).to_owned())
            .collect();
        if fill.kind == FillKind::Unknown {
            return self.get(match lens {
                Lens::Claims => "day-no-claim",
                Lens::Control => "legend-no-holder",
                Lens::Party(_) | Lens::Voice(_) => "day-no-statement",
            });
        }
        let key = format!("slide-{}", crate::model::word(fill.kind));
        let troops = fill.parties.iter();
        let troops: Vec<String> = troops.map(|p| self.troops_of(p.as_str(), atlas)).collect();
        let possible = fill.certainty == Some(crate::time::Truth::Possible);
        let certainty = if possible { "possible" } else { "certain" };
        self.with(
            &key,
            &[
                ("parties", &self.join(&names)),
                ("troops", &self.join(&troops)),
                ("certainty", certainty),
            ],
        )
    }

    /// What the troops of a party are called.
    #[must_use]
    pub fn troops_called(&self, party: &str, atlas: &Atlas) -> String {
        self.troops_of(party, atlas)
    }

    /// A range of days without the year: `21–30 June`, `30 June – 2 July`.
    #[must_use]
    pub fn days_in_short(&self, range: crate::time::DayRange) -> String {
        use chrono::Datelike as _;
        let (first, last) = (range.first, range.last);
        if first == last {
            return self.day_month(first);
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            let day = format!("{}–{}", first.day(), last.day());
            return self.with(
                "day-of-month",
                &[
                    ("day", &day),
                    ("month", &self.get(&format!("month-of-{}", last.month()))),
                ],
            );
        }
        let values = [
            ("first", self.day_month(first)),
            ("last", self.day_month(last)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        self.with("days-in-short", &values)
    }
}

fn person_of(correspondent: &Correspondent) -> Option<&PersonId> {
    correspondent.person.as_ref()
}
