//! Every record of a day, as short titled sentences in a fixed order, so that a lecture change by
//! change leaves none out; and the words with which it ends.

use chrono::NaiveDate;

use super::Text;
use super::stance_of_areas::StanceOfAreas;
use crate::model::{
    Atlas, Claim, Control, Correspondent, Fix, FixKind, PartyId, PersonId, RecordId, RecordKind,
    RecordView, Stance, without_full_stop,
};
use crate::time::{Truth, days_between};
use crate::timeline::{KnownDay, Lens, Timeline};

/// Widest range of days, in days, of a record that is told on the first of them.
const WIDEST_DAYS: i64 = 31;

/// A record of a day, or several claims that say the same of several areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRecord {
    /// Ids of the records; more than one only for claims that say the same.
    pub ids: Vec<RecordId>,
    /// The kind of record.
    pub kind: RecordKind,
    /// What it is, in a few words and with a capital letter: the title of an event, form and ends of
    /// a message, what is claimed or held, where a force is.
    pub title: String,
    /// What it says, with the word on which it rests and what is known of its day where these are
    /// not plain.
    pub sentence: String,
    /// Whether the record is certainly of this day, or possibly of this or a later one.
    pub certainty: Truth,
    /// Ids of the areas that it is about, in their order.
    pub areas: Vec<String>,
    /// The message that states a claim.
    pub message: Option<RecordId>,
}

/// The order of the kinds within a day.
const KINDS: [RecordKind; 5] = [
    RecordKind::Events,
    RecordKind::Messages,
    RecordKind::Control,
    RecordKind::Claims,
    RecordKind::Units,
];

/// The day on which a record is told, with whether it is certainly of that day: its own day, the
/// first of a few possible ones, the day on which a state begins or as of which it is reported.
/// `None` for records of no known day.
fn told_on(timeline: &Timeline, record: RecordView<'_>) -> Option<(NaiveDate, Truth)> {
    let dating = &record.head().dating;
    let when = dating.when.as_ref().map(crate::time::Edtf::extent);
    let narrow = |first: NaiveDate, last: NaiveDate| {
        let certainty = if first == last {
            Truth::Certain
        } else {
            Truth::Possible
        };
        (days_between(first, last) < WIDEST_DAYS).then_some((first, certainty))
    };
    if let Some(period) = when.filter(|when| when.period) {
        let begun = period.begins_earliest.zip(period.begins_latest);
        let ended = period.ends_earliest.zip(period.ends_latest);
        let as_of = period.begins_latest.zip(period.ends_earliest);
        let (one, other) = if period.as_of { as_of } else { begun.or(ended) }?;
        return narrow(one.min(other), one.max(other));
    }
    match timeline.known_day(&record.head().id) {
        KnownDay::On(day) => Some((day, Truth::Certain)),
        KnownDay::Between(first, last) => narrow(first, last),
        KnownDay::NotAfter(_) | KnownDay::NotBefore(_) | KnownDay::Unknown => None,
    }
}

/// Whether a record belongs to the lens: all of it without a voice of its own, what was held and
/// where troops were through that of control, and of a party or voice its own words.
fn is_of_lens(record: RecordView<'_>, lens: &Lens, atlas: &Atlas) -> bool {
    let speaks = |person: &PersonId| match lens {
        Lens::Claims => true,
        Lens::Control => false,
        Lens::Party(party) => {
            let person = atlas.person(person.as_str());
            person.and_then(|p| p.party.as_ref()) == Some(party)
        }
        Lens::Voice(voice) => person == voice,
    };
    let of_senders =
        |ends: &[Correspondent]| ends.iter().any(|c| c.person.as_ref().is_some_and(speaks));
    match (record, lens) {
        (_, Lens::Claims) => true,
        (RecordView::Control(_) | RecordView::Event(_), Lens::Control) => true,
        (RecordView::Fix(_, fix), Lens::Control) => fix.kind != FixKind::Ordered,
        (RecordView::Message(message), _) => of_senders(&message.from),
        (RecordView::Claim(claim), _) => claim.voices.iter().any(speaks),
        (RecordView::Event(event), _) => event.people.iter().any(speaks),
        (RecordView::Fix(unit, fix), Lens::Party(party)) => {
            fix.kind == FixKind::Ordered && unit.party.as_ref() == Some(party)
        }
        (RecordView::Control(_) | RecordView::Fix(..), _) => false,
    }
}

impl Text {
    /// The days on which [`Self::day_records`] has a record, ascending, within the atlas's days.
    #[must_use]
    pub fn record_days(&self, timeline: &Timeline, lens: &Lens) -> Vec<NaiveDate> {
        let atlas = timeline.atlas();
        let span = atlas.manifest.span;
        let listed = atlas
            .records()
            .filter(|r| timeline.lists(r.head()) && is_of_lens(*r, lens, atlas));
        let mut days: Vec<NaiveDate> = listed
            .filter_map(|r| Some(told_on(timeline, r)?.0))
            .filter(|day| span.contains(*day))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Every record that is told on a day through a lens: events, messages, who held what, what was
    /// claimed, troops. A record of one of several days is told on the first, with the word
    /// "possibly"; one of no known day is told on none.
    #[must_use]
    pub fn day_records(&self, timeline: &Timeline, day: NaiveDate, lens: &Lens) -> Vec<DayRecord> {
        let atlas = timeline.atlas();
        let mut out: Vec<DayRecord> = Vec::new();
        let mut claims: Vec<(&Claim, Truth)> = Vec::new();
        for record in atlas.records() {
            if !timeline.lists(record.head()) || !is_of_lens(record, lens, atlas) {
                continue;
            }
            let Some((_, certainty)) = told_on(timeline, record).filter(|(d, _)| *d == day) else {
                continue;
            };
            if let RecordView::Claim(claim) = record {
                claims.push((claim, certainty));
                continue;
            }
            let (title, said, areas) = self.told(record, certainty, atlas);
            out.push(self.day_record(timeline, record, certainty, (title, said, areas)));
        }
        out.extend(self.claims_of_day(timeline, &claims));
        let place = |kind| KINDS.iter().position(|k| *k == kind);
        out.sort_by_key(|r| (place(r.kind), r.certainty != Truth::Certain));
        out
    }

    /// A record with its title and sentence, to which word and day are added.
    fn day_record(
        &self,
        timeline: &Timeline,
        record: RecordView<'_>,
        certainty: Truth,
        (title, said, areas): (String, String, Vec<String>),
    ) -> DayRecord {
        let (atlas, head) = (timeline.atlas(), record.head());
        let possible = certainty == Truth::Possible;
        // "Possibly held" says it already.
        let is_held =
            matches!(record, RecordView::Control(c) if c.holder.is_some() && c.area.is_some());
        let title = if possible && !is_held {
            self.with("possibly-so", &[("what", &title)])
        } else {
            title
        };
        let said = without_full_stop(&said);
        let sentence = self.with_word(said, &head.id, atlas);
        let sentence = if possible {
            let when = self.day_known(&head.dating, timeline.bounds_of(&head.id), atlas);
            let values = [("when", when.as_str()), ("sentence", &sentence)];
            self.with("possibly-when", &values)
        } else {
            sentence
        };
        DayRecord {
            ids: vec![head.id.clone()],
            kind: record.kind(),
            title: self.capitalized(&title),
            sentence: self.capitalized(&sentence),
            certainty,
            areas,
            message: None,
        }
    }

    /// Title, sentence and areas of a record other than a claim.
    fn told(
        &self,
        record: RecordView<'_>,
        certainty: Truth,
        atlas: &Atlas,
    ) -> (String, String, Vec<String>) {
        let language = self.language();
        let said = |words: &crate::model::Words| words.text(language).to_owned();
        match record {
            RecordView::Event(event) => {
                let areas = event.places.iter().map(ToString::to_string);
                (said(&event.title), said(&event.gist), areas.collect())
            }
            RecordView::Message(message) => {
                let areas = message.about.iter().map(ToString::to_string);
                let title = self.message_ends(message, atlas);
                (title, said(&message.gist), areas.collect())
            }
            RecordView::Control(control) => {
                let areas: Vec<String> = control.area.iter().map(ToString::to_string).collect();
                let title = self.held_title(control, &areas, certainty, atlas);
                (title, said(&control.title), areas)
            }
            RecordView::Fix(unit, fix) => {
                let name = unit.names.text(language);
                (
                    self.force_title(name, fix, atlas),
                    said(&fix.title),
                    areas_of(fix),
                )
            }
            RecordView::Claim(claim) => {
                let sentence = self.claim_sentence(claim, atlas);
                (sentence.clone(), sentence, Vec::new())
            }
        }
    }

    fn held_title(
        &self,
        control: &Control,
        areas: &[String],
        certainty: Truth,
        atlas: &Atlas,
    ) -> String {
        let Some(holder) = control.holder.as_ref().filter(|_| !areas.is_empty()) else {
            return control.title.text(self.language()).to_owned();
        };
        let party = self.in_sentence(holder.as_str(), atlas);
        let held = self.held(&party, certainty, control.extent);
        let named = self.areas(areas, atlas);
        self.with("change-held", &[("areas", &named), ("held", &held)])
    }

    fn force_title(&self, name: &str, fix: &Fix, atlas: &Atlas) -> String {
        let place = self.whereabouts(fix, atlas);
        let values = [("unit", name), ("place", place.as_str())];
        self.with("headline-unit", &values)
    }

    /// Claims that say the same of several areas are one record.
    fn claims_of_day(&self, timeline: &Timeline, claims: &[(&Claim, Truth)]) -> Vec<DayRecord> {
        let atlas = timeline.atlas();
        let mut groups: Vec<(Said<'_>, Vec<&Claim>)> = Vec::new();
        for (claim, certainty) in claims {
            let said = Said::new(claim, *certainty, atlas);
            let same = groups
                .iter_mut()
                .find(|(s, _)| s.stance.is_some() && *s == said);
            match same {
                Some((_, alike)) => alike.push(claim),
                None => groups.push((said, vec![claim])),
            }
        }
        let record = |(said, alike): (Said<'_>, Vec<&Claim>)| {
            let first = *alike.first()?;
            let areas: Vec<String> = (alike.iter().filter_map(|c| c.area.as_ref()))
                .map(ToString::to_string)
                .collect();
            let areas = atlas.gathered(&areas);
            let sentence = match &said.stance {
                Some(stance) => {
                    let answer = StanceOfAreas {
                        stance,
                        certainty: Truth::Certain,
                        who: said.who,
                    };
                    self.stance_of_areas(&answer, &areas, atlas)
                }
                None => self.claim_sentence(first, atlas),
            };
            let view = RecordView::Claim(first);
            let told = (sentence.clone(), self.if_condition(&sentence, first), areas);
            Some(DayRecord {
                ids: alike.iter().map(|c| c.head.id.clone()).collect(),
                message: first.message.clone(),
                ..self.day_record(timeline, view, said.certainty, told)
            })
        };
        groups.into_iter().filter_map(record).collect()
    }

    fn if_condition(&self, sentence: &str, claim: &Claim) -> String {
        if claim.condition.is_empty() {
            return sentence.to_owned();
        }
        let condition = claim.condition.text(self.language());
        let values = [("condition", without_full_stop(condition))];
        let condition = self.with("said-if", &values);
        [sentence, &condition].join(&self.get("list-semicolon"))
    }

    /// Headline and caption for the end of a lecture: that the record stops, and where.
    #[must_use]
    pub fn where_record_ends(&self, atlas: &Atlas) -> (String, String) {
        let span = atlas.manifest.span;
        let (from, to) = (self.date_in_full(span.start), self.date_in_full(span.end));
        let values = [("from", from.as_str()), ("to", &to)];
        let covers = match span.epilogue_end {
            Some(end) => {
                let end = self.date_in_full(end);
                let values = [values.as_slice(), &[("end", end.as_str())]].concat();
                self.with("record-covers-epilogue", &values)
            }
            None => self.with("record-covers", &values),
        };
        (self.get("record-ends"), covers)
    }
}

/// What a claim says, without its area.
#[derive(PartialEq)]
struct Said<'a> {
    stance: Option<Stance>,
    who: &'a str,
    certainty: Truth,
    told_by: Option<&'a PersonId>,
    basis: crate::model::Basis,
    message: Option<&'a RecordId>,
    condition: &'a crate::model::Words,
}

impl<'a> Said<'a> {
    fn new(claim: &'a Claim, certainty: Truth, atlas: &'a Atlas) -> Self {
        let voice = claim.voices.first().map_or("", |v| v.as_str());
        let party = atlas.person(voice).and_then(|p| p.party.as_ref());
        Self {
            stance: claim.stance().filter(|_| claim.area.is_some()),
            who: party.map_or(voice, PartyId::as_str),
            certainty,
            told_by: claim.head.told_by.as_ref(),
            basis: claim.head.basis,
            message: claim.message.as_ref(),
            condition: &claim.condition,
        }
    }
}

fn areas_of(fix: &Fix) -> Vec<String> {
    let areas = fix.from.iter().chain(&fix.at).chain(&fix.to);
    areas.map(ToString::to_string).collect()
}
