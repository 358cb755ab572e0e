//! Every record in one list: for `araxes log`, the table in the window and its CSV.

use chrono::NaiveDate;

use super::Text;
use crate::model::{
    Atlas, Citation, Claim, Correspondent, EntryKind, PersonId, RecordView, Words, word,
};
use crate::timeline::Timeline;

/// One record, as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Id of the record.
    pub id: String,
    /// What it is: a dated record, a person, a place or a contradiction.
    pub kind: EntryKind,
    /// Its date as EDTF; `None` where undated.
    pub when: Option<String>,
    /// The first day on which it may be dated; `None` where unbounded.
    pub earliest: Option<NaiveDate>,
    /// The last day on which it may be dated; `None` where unbounded.
    pub latest: Option<NaiveDate>,
    /// The last day of a claim, where its source gives one.
    pub until: Option<NaiveDate>,
    /// Its date in the source's own form.
    pub as_written: Option<String>,
    /// One line that says what it is.
    pub title: String,
    /// The person or body that reports it, where it is hearsay.
    pub told_by: Option<String>,
    /// A caution for the reader; empty where there is none.
    pub note: String,
    /// Ids in the table of evidence.
    pub ledger: Vec<String>,
    /// The citations of its source.
    pub cites: Vec<Citation>,
    /// What it says of whom and where; empty for what has no day by its nature.
    pub said: Said,
}

/// Who speaks or acts in a dated record, of what and where, with names in the language of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Parties for which the voices speak, or that hold, or whose forces are told of.
    pub parties: Vec<String>,
    /// Voices, senders, or the people of an event.
    pub voices: Vec<String>,
    /// Addressees.
    pub addressees: Vec<String>,
    /// Areas and places.
    pub places: Vec<String>,
    /// The stance as a word of the format; empty where there is none.
    pub stance: &'static str,
    /// The party with which the stance is concerned.
    pub concerns: Option<String>,
    /// On what the record rests, as a word of the format.
    pub basis: &'static str,
    /// The name of the person or body that reports it, where it is hearsay.
    pub teller: Option<String>,
}

/// The last day that the source of a claim gives.
fn until_of(record: RecordView<'_>) -> Option<NaiveDate> {
    match record {
        RecordView::Claim(claim) => claim.until,
        _ => None,
    }
}

impl Text {
    /// Every record that passes the filter, in the order of the files. With a filter, of people,
    /// places and contradictions only those that a remaining record names.
    #[must_use]
    pub fn register(&self, timeline: &Timeline) -> Vec<RegisterRow> {
        let atlas = timeline.atlas();
        let language = self.language();
        let remaining = atlas.records().filter(|r| timeline.lists(r.head()));
        let dated = remaining.map(|record| {
            let head = record.head();
            let (earliest, latest) = match head.dating.exact_day() {
                Some(day) => (Some(day), Some(day)),
                None => timeline.bounds_of(&head.id),
            };
            RegisterRow {
                id: head.id.to_string(),
                kind: record.kind().into(),
                when: head.dating.when.as_ref().map(ToString::to_string),
                earliest,
                latest,
                until: until_of(record),
                as_written: head.dating.as_written.clone(),
                title: self.line(atlas, record),
                told_by: head.told_by.as_ref().map(ToString::to_string),
                note: head.note.text(language).to_owned(),
                ledger: head.ledger.clone(),
                cites: head.cites.clone(),
                said: self.who_of_what(atlas, record),
            }
        });
        let row =
            |id: &str, kind, title: &Words, ledger: &[String], cites: &[Citation]| RegisterRow {
                id: id.to_owned(),
                kind,
                when: None,
                earliest: None,
                latest: None,
                until: None,
                as_written: None,
                title: title.text(self.language()).to_owned(),
                told_by: None,
                note: String::new(),
                ledger: ledger.to_vec(),
                cites: cites.to_vec(),
                said: Said::default(),
            };
        let people = (atlas.people.iter()).map(|p| {
            row(
                p.id.as_str(),
                EntryKind::Person,
                &p.names,
                &p.ledger,
                &p.cites,
            )
        });
        let places = (atlas.places.iter()).map(|p| {
            row(
                p.id.as_str(),
                EntryKind::Place,
                &p.names,
                &p.ledger,
                &p.cites,
            )
        });
        let told = (atlas.contradictions.iter()).map(|c| {
            row(
                c.id.as_str(),
                EntryKind::Contradiction,
                &c.title,
                &c.ledger,
                &c.cites,
            )
        });
        let named = timeline.names_left();
        let is_left = |row: &RegisterRow| {
            row.kind.is_dated() || named.as_ref().is_none_or(|ids| ids.contains(&row.id))
        };
        let all = dated.chain(people).chain(places).chain(told);
        all.filter(is_left).collect()
    }

    /// Who speaks or acts in a record, of what and where.
    fn who_of_what(&self, atlas: &Atlas, record: RecordView<'_>) -> Said {
        let name = |id: &str| atlas.name(id, self.language()).to_owned();
        let written = |words: &str| atlas.phrases.said_in(words, self.language()).to_owned();
        let people = |ids: &mut dyn Iterator<Item = &PersonId>| -> Vec<String> {
            ids.map(|id| name(id.as_str())).collect()
        };
        let parties_of = |ids: &mut dyn Iterator<Item = &PersonId>| -> Vec<String> {
            let people = ids.filter_map(|id| atlas.person(id.as_str()));
            let mut names: Vec<String> = people
                .filter_map(|person| Some(name(person.party.as_ref()?.as_str())))
                .collect();
            names.dedup();
            names
        };
        let head = record.head();
        let mut said = Said {
            places: record.areas().into_iter().map(name).collect(),
            basis: word(head.basis),
            teller: head.told_by.as_ref().map(|id| name(id.as_str())),
            ..Said::default()
        };
        match record {
            RecordView::Message(m) => {
                let ends = |ends: &'_ [Correspondent]| -> Vec<PersonId> {
                    ends.iter().filter_map(|c| c.person.clone()).collect()
                };
                let (from, to) = (ends(&m.from), ends(&m.to));
                said.parties = parties_of(&mut from.iter());
                said.voices = people(&mut from.iter());
                said.addressees = people(&mut to.iter());
            }
            RecordView::Claim(c) => {
                said.parties = parties_of(&mut c.voices.iter());
                said.voices = people(&mut c.voices.iter());
                if said.places.is_empty() {
                    said.places
                        .extend(c.area_as_written.as_deref().map(written));
                }
                if let Some(stance) = c.stance() {
                    said.stance = word(stance.kind);
                    let party = stance.to.or(stance.by).or(stance.of);
                    said.concerns = party.map(|party| name(party.as_str()));
                }
            }
            RecordView::Control(c) => {
                let holder = c.holder.as_ref().map(|party| name(party.as_str()));
                let holder = holder.or(c.holder_as_written.as_deref().map(written));
                said.parties = holder.into_iter().collect();
                if said.places.is_empty() {
                    said.places
                        .extend(c.area_as_written.as_deref().map(written));
                }
            }
            RecordView::Fix(unit, _) => {
                said.parties = unit.party.iter().map(|p| name(p.as_str())).collect();
                said.voices = people(&mut unit.commander.iter());
            }
            RecordView::Event(e) => said.voices = people(&mut e.people.iter()),
        }
        said
    }

    /// The day of a claim in words, with its last day where its source gives one.
    pub(super) fn with_until(&self, day: &str, until: Option<NaiveDate>, atlas: &Atlas) -> String {
        let until = until.map(|last| self.with("until", &[("date", &self.day_in(last, atlas))]));
        match until {
            Some(until) => [day, until.as_str()].join(&self.get("list-comma")),
            None => day.to_owned(),
        }
    }

    /// A record in a line of the log: day, kind, what it says, teller, page, note and id.
    #[must_use]
    pub fn register_line(&self, timeline: &Timeline, row: &RegisterRow) -> String {
        let atlas = timeline.atlas();
        let record = atlas.record(&row.id);
        let day = record.map_or_else(String::new, |r| {
            let known = self.day_known(&r.head().dating, (row.earliest, row.latest), atlas);
            self.with_until(&known, until_of(r), atlas)
        });
        let said = match record {
            Some(RecordView::Message(message)) => self.message_sentence(message, atlas),
            Some(RecordView::Event(event)) => self.event_sentence(event),
            _ => row.title.clone(),
        };
        if let Some(contradiction) = atlas.contradiction(&row.id) {
            return format!("  {}", self.contradiction(contradiction));
        }
        let told = record.and_then(|r| self.others_word(r.head(), atlas));
        let parts = [
            said,
            told.unwrap_or_default(),
            self.pages(&row.cites, atlas),
            row.id.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        let kind = self.get(&format!("log-kind-{}", word(row.kind)));
        format!("{day:<14} {kind:<13} {}", parts.join(" · "))
    }

    /// A dated record in a line of the register: its own words where it has any.
    fn line(&self, atlas: &Atlas, record: RecordView<'_>) -> String {
        match record {
            RecordView::Claim(claim) => self.stance_line(atlas, claim),
            RecordView::Message(_)
            | RecordView::Control(_)
            | RecordView::Fix(..)
            | RecordView::Event(_) => self.title_of(atlas, record),
        }
    }

    /// What a dated record is called, in a line. A claim is called by who speaks of what.
    #[must_use]
    pub fn title_of(&self, atlas: &Atlas, record: RecordView<'_>) -> String {
        let language = self.language();
        match record {
            RecordView::Message(r) => r.gist.text(language).to_owned(),
            RecordView::Claim(r) => {
                format!("{}: {}", self.voices(atlas, r), self.claimed_area(atlas, r))
            }
            RecordView::Control(r) => r.title.text(language).to_owned(),
            RecordView::Fix(_, r) => r.title.text(language).to_owned(),
            RecordView::Event(r) => r.title.text(language).to_owned(),
        }
    }

    /// Who makes a claim.
    #[must_use]
    pub fn voices(&self, atlas: &Atlas, claim: &Claim) -> String {
        let voices = claim.voices.iter();
        let names: Vec<&str> = voices
            .map(|v| atlas.name(v.as_str(), self.language()))
            .collect();
        names.join(&self.get("list-comma"))
    }

    /// What a claim is about: the area by name, else in the source's words.
    #[must_use]
    pub fn claimed_area<'a>(&self, atlas: &'a Atlas, claim: &'a Claim) -> &'a str {
        let area = claim.area.as_ref();
        area.map(|a| atlas.name(a.as_str(), self.language()))
            .or_else(|| {
                let words = claim.area_as_written.as_deref()?;
                Some(atlas.phrases.said_in(words, self.language()))
            })
            .unwrap_or("…")
    }

    fn stance_line(&self, atlas: &Atlas, claim: &Claim) -> String {
        let sentence = self.claim_sentence(claim, atlas);
        if claim.stance().is_none() {
            return sentence;
        }
        let voices = self.voices(atlas, claim);
        self.with(
            "register-claim",
            &[("sentence", &sentence), ("voices", &voices)],
        )
    }
}
