//! The finding of a day: the headline of a plate, written by rule from what is on record for the day
//! through a lens. Its sentence says no more than its record does: whatever is only possible says
//! "possibly", and what another reports says "reported".
//!
//! The rule, the first that has a record being the finding:
//!
//! 1. A taking: a holding that begins on the day, in the source's own words.
//! 2. Another new holder of an area, as reported or possible.
//! 3. Troops at a place: they came, left, stood there, or set out from one place for another.
//! 4. An ultimatum, a decision or an order that states what a party wants; troops ordered somewhere.
//! 5. A stance that is stated on the day.
//! 6. An event, by its title.
//! 7. A message of any other kind, by its form and its ends.
//!
//! Through the lens of control only holders and troops count. Through the eyes of a party or voice
//! only its own words count, which are 4, 5 and 7; an order to its own troops is a party's word. Within one rule the record that says most about the map comes
//! first: a certain one before a possible one, a new answer before one that is repeated, one of more
//! areas before one of fewer.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::Text;
use super::sentence::certainty_key;
use super::stance_of_areas::StanceOfAreas;
use crate::model::{
    Atlas, Basis, Claim, Control, FixKind, HeldExtent, Message, MessageKind, PartyId, RecordId,
    RecordView, Stance,
};
use crate::time::Truth;
use crate::timeline::{Answer, Change, ChangeQuestion, Dated, Lens, Situation, Timeline};

/// Number of words above which a headline of a message leaves out its addressees.
const MOST_WORDS: usize = 10;
/// Maximum number of change days before a day that are searched for the last finding.
const SEARCHED_DAYS: usize = 40;

/// What happened on a day, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The day.
    pub day: NaiveDate,
    /// The sentence, with a capital letter and without a full stop.
    pub sentence: String,
    /// Ids of the areas that it is about; empty where it is about none.
    pub areas: Vec<String>,
    /// The record that it rests on.
    pub record: RecordId,
    /// Whether it is a taking of its areas.
    pub taken: bool,
}

/// The rule by which a finding was found; the least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rule {
    Taken,
    NewHolder,
    TroopsAt,
    Decided,
    Stated,
    Event,
    Message,
}

/// A finding with its place in the order.
type Candidate = ((Rule, u8, Reverse<usize>), Finding);

impl Text {
    /// What is on record for a day through a lens; `None` where nothing is.
    #[must_use]
    pub fn finding(
        &self,
        timeline: &Timeline,
        situation: &Situation,
        lens: &Lens,
    ) -> Option<Finding> {
        let day = DayRecords {
            text: self,
            timeline,
            atlas: timeline.atlas(),
            situation,
            lens,
        };
        let mut all = Vec::new();
        if matches!(lens, Lens::Claims | Lens::Control) {
            day.holders(&mut all);
        }
        day.troops(&mut all);
        if *lens != Lens::Control {
            day.decisions(&mut all);
            day.stances(&mut all);
            day.messages(&mut all);
        }
        if *lens == Lens::Claims {
            day.events(&mut all);
        }
        all.into_iter()
            .min_by(|(a, _), (b, _)| a.cmp(b))
            .map(|(_, finding)| finding)
    }

    /// The last finding before a day through a lens.
    #[must_use]
    pub fn finding_before(
        &self,
        timeline: &Timeline,
        day: NaiveDate,
        lens: &Lens,
    ) -> Option<Finding> {
        let days = timeline.change_days();
        let earlier = &days[..days.partition_point(|d| *d < day)];
        let mut latest = earlier.iter().rev().take(SEARCHED_DAYS);
        latest.find_map(|d| self.finding(timeline, &timeline.situation_on(*d), lens))
    }

    /// The headline of a day without a finding.
    #[must_use]
    pub fn no_finding(&self, day: NaiveDate, lens: &Lens, atlas: &Atlas) -> String {
        let date = self.day_in(day, atlas);
        match lens {
            Lens::Claims => self.with("headline-nothing", &[("date", &date)]),
            Lens::Control => self.with("headline-no-holder", &[("date", &date)]),
            Lens::Party(_) | Lens::Voice(_) => self.with(
                "headline-nothing-of",
                &[
                    ("who", &self.in_sentence(lens.name(), atlas)),
                    ("date", &date),
                ],
            ),
        }
    }
}

/// What is on record for one day.
struct DayRecords<'a> {
    text: &'a Text,
    timeline: &'a Timeline,
    atlas: &'a Atlas,
    situation: &'a Situation,
    lens: &'a Lens,
}

impl DayRecords<'_> {
    fn day(&self) -> NaiveDate {
        self.situation.day
    }

    fn candidate(rule: Rule, order: u8, finding: Finding) -> Candidate {
        ((rule, order, Reverse(finding.areas.len())), finding)
    }

    fn of(&self, sentence: &str, areas: Vec<String>, record: &RecordId) -> Finding {
        Finding {
            day: self.day(),
            sentence: self.text.capitalized(sentence),
            areas,
            record: record.clone(),
            taken: false,
        }
    }

    /// The sentence of a record that another reports says so.
    fn told(&self, sentence: &str, told: bool) -> String {
        if told {
            self.text.with("headline-told", &[("sentence", sentence)])
        } else {
            sentence.to_owned()
        }
    }

    fn holders(&self, all: &mut Vec<Candidate>) {
        let before = self.day().pred_opt().unwrap_or(self.day());
        let changes = self.timeline.changes(before, self.day());
        let mut groups: Vec<(HolderGroup<'_>, Vec<String>)> = Vec::new();
        for change in &changes {
            let Some(group) = self.new_holder(change) else {
                continue;
            };
            // The area is that which the record names, not each of its parts.
            let area = group.control.area.as_ref();
            let area = area.map_or_else(|| change.area.clone(), ToString::to_string);
            match groups.iter_mut().find(|(g, _)| g.is_like(&group)) {
                Some((_, areas)) => areas.push(area),
                None => groups.push((group, vec![area])),
            }
        }
        for (group, areas) in groups {
            let areas = self.atlas.gathered(&areas);
            all.push(self.holder_finding(&group, areas));
        }
    }

    /// The new holding behind a change; `None` where the change is no new holder of the area.
    fn new_holder<'c>(&'c self, change: &'c Change) -> Option<HolderGroup<'c>> {
        let after: &Answer = change.after.as_ref()?;
        let party = change.party.as_ref()?;
        if change.question != ChangeQuestion::Held || change.before.is_some() {
            return None;
        }
        let RecordView::Control(control) = self.atlas.record(after.record.as_str())? else {
            return None;
        };
        let extent = control.head.dating.when.as_ref()?.extent();
        let begun = (extent.begins_earliest, extent.begins_latest);
        let taken = extent.period
            && !extent.as_of
            && begun == (Some(self.day()), Some(self.day()))
            && control.head.told_by.is_none()
            && after.certainty == Truth::Certain;
        Some(HolderGroup {
            party,
            control,
            certainty: after.certainty,
            taken,
            by_troops: taken && self.has_troops(party, &change.area),
        })
    }

    /// Whether a report of the day has troops of a party at an area.
    fn has_troops(&self, party: &PartyId, area: &str) -> bool {
        self.situation.units.iter().any(|report| {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            unit.party.as_ref() == Some(party)
                && matches!(fix.kind, FixKind::Arrives | FixKind::Stands)
                && fix.head.dating.exact_day() == Some(self.day())
                && fix.at.as_ref().is_some_and(|at| at.as_str() == area)
        })
    }

    fn holder_finding(&self, group: &HolderGroup<'_>, areas: Vec<String>) -> Candidate {
        let text = self.text;
        let names = text.areas(&areas, self.atlas);
        let party = text.in_sentence(group.party.as_str(), self.atlas);
        let sentence = if group.by_troops {
            let troops = text.troops_of(group.party.as_str(), self.atlas);
            text.with("headline-takes", &[("troops", &troops), ("areas", &names)])
        } else {
            let key = if group.taken {
                "headline-now-held"
            } else {
                "headline-held"
            };
            let extent = match group.control.extent {
                HeldExtent::Part => "part",
                HeldExtent::Whole => "whole",
            };
            let sentence = text.with(
                key,
                &[
                    ("party", &party),
                    ("areas", &names),
                    ("extent", extent),
                    ("certainty", certainty_key(group.certainty)),
                ],
            );
            self.told(&sentence, group.control.head.told_by.is_some())
        };
        let rule = if group.taken {
            Rule::Taken
        } else {
            Rule::NewHolder
        };
        // A town or place is named before a district, because a report of a place is more exact.
        let place = areas.iter().any(|a| self.atlas.place(a).is_some());
        let order = 2 * u8::from(group.certainty != Truth::Certain) + u8::from(!place);
        let mut finding = self.of(&sentence, areas, &group.control.head.id);
        finding.taken = group.taken;
        Self::candidate(rule, order, finding)
    }

    fn troops(&self, all: &mut Vec<Candidate>) {
        for report in &self.situation.units {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            let Some(at) = fix.at.as_ref() else { continue };
            // Of what troops did, only an order to its own is a party's word.
            let own = fix.kind == FixKind::Ordered && unit.party == self.lens.viewer(self.atlas);
            let of_lens = match self.lens {
                Lens::Claims => true,
                Lens::Control => fix.kind != FixKind::Ordered,
                Lens::Party(_) => own,
                Lens::Voice(_) => false,
            };
            if fix.head.dating.exact_day() != Some(self.day()) || !of_lens {
                continue;
            }
            let (rule, order) = match fix.kind {
                FixKind::Arrives => (Rule::TroopsAt, 0),
                FixKind::Leaves => (Rule::TroopsAt, 1),
                FixKind::BoundFor if fix.from.is_some() => (Rule::TroopsAt, 2),
                FixKind::Stands => (Rule::TroopsAt, 3),
                FixKind::Ordered => (Rule::Decided, 4),
                // What has not come to be is told only where the day has nothing else.
                FixKind::BoundFor => (Rule::Message, 100),
                FixKind::Expected | FixKind::Potential => (Rule::Message, 101),
            };
            let name = unit.names.text(self.text.language());
            let place = self.atlas.name(at.as_str(), self.text.language());
            let named = fix.kind == FixKind::Stands && name.contains(place);
            let sentence = if named {
                name.to_owned()
            } else {
                let place = self.text.whereabouts(fix, self.atlas);
                let values = [("unit", name), ("place", place.as_str())];
                self.text.with("headline-unit", &values)
            };
            let told = fix.head.told_by.is_some();
            let areas = vec![at.to_string()];
            let finding = self.of(&self.told(&sentence, told), areas, &fix.head.id);
            all.push(Self::candidate(rule, order * 2 + u8::from(told), finding));
        }
    }

    /// Messages that are certainly of the day, through the lens.
    fn sent(&self) -> impl Iterator<Item = &Message> {
        let certain = |d: &&Dated| d.certainty == Truth::Certain;
        let messages = self.situation.messages.iter().filter(certain);
        messages
            .map(|d| &self.atlas.messages[d.index])
            .filter(|m| self.is_of_lens(m.from.iter().filter_map(|c| c.person.as_ref())))
    }

    /// Whether one of several people or bodies belongs to the lens.
    fn is_of_lens<'p>(&self, mut people: impl Iterator<Item = &'p crate::model::PersonId>) -> bool {
        match self.lens {
            Lens::Claims | Lens::Control => true,
            Lens::Party(party) => people.any(|p| {
                let person = self.atlas.person(p.as_str());
                person.and_then(|p| p.party.as_ref()) == Some(party)
            }),
            Lens::Voice(voice) => people.any(|p| p == voice),
        }
    }

    /// Ultimatums, decisions and orders that state what a party wants.
    fn decisions(&self, all: &mut Vec<Candidate>) {
        for message in self.sent() {
            let order = match message.kind {
                MessageKind::Ultimatum => 0,
                MessageKind::Decision => 1,
                MessageKind::Order => 2,
                _ => continue,
            };
            let claims = message.claims.iter();
            let claims: Vec<&Claim> = claims
                .filter_map(|id| self.atlas.claim(id.as_str()))
                .filter(|c| self.is_of_lens(c.voices.iter()))
                .collect();
            for (sentence, areas, claim) in self.stated(&claims) {
                let kind = self.text.message_kind(message.kind);
                let values = [("kind", kind.as_str()), ("sentence", &sentence)];
                let sentence = self.text.with("headline-by-kind", &values);
                let told = message.head.told_by.is_some() || claim.head.told_by.is_some();
                let sentence = self.told(&sentence, told);
                let finding = self.of(&sentence, areas, &message.head.id);
                all.push(Self::candidate(Rule::Decided, order, finding));
            }
        }
    }

    /// Stances of the day, in the order of the atlas.
    fn stances(&self, all: &mut Vec<Candidate>) {
        let of_day = |c: &&Claim| {
            c.head.dating.exact_day() == Some(self.day()) && self.is_of_lens(c.voices.iter())
        };
        let claims: Vec<&Claim> = self.atlas.claims.iter().filter(of_day).collect();
        let new = self.new_answers();
        for (sentence, areas, claim) in self.stated(&claims) {
            let told = claim.head.told_by.is_some();
            let repeated = !new.contains(&claim.head.id);
            let read = matches!(
                claim.head.basis,
                Basis::Gloss | Basis::Inference | Basis::Author
            );
            let order = 4 * u8::from(read) + 2 * u8::from(told) + u8::from(repeated);
            let sentence = if read {
                let inferred = claim.head.basis == Basis::Inference;
                let basis = if inferred { "inference" } else { "gloss" };
                let values = [("sentence", sentence.as_str()), ("basis", basis)];
                self.text.with("headline-read", &values)
            } else {
                sentence
            };
            let sentence = self.told(&sentence, told);
            let finding = self.of(&sentence, areas, &claim.head.id);
            all.push(Self::candidate(Rule::Stated, order, finding));
        }
    }

    /// Records of the answers that differ from those of the day before.
    fn new_answers(&self) -> HashSet<RecordId> {
        let before = self.day().pred_opt().unwrap_or(self.day());
        let changes = self.timeline.changes(before, self.day());
        let asked = changes
            .into_iter()
            .filter(|c| c.question != ChangeQuestion::Held);
        asked.filter_map(|c| Some(c.after?.record)).collect()
    }

    /// What claims state: each stance of a party once, with its areas and its first claim. Claims
    /// whose area is not named are left out.
    fn stated<'c>(&self, claims: &[&'c Claim]) -> Vec<(String, Vec<String>, &'c Claim)> {
        let mut groups: Vec<(Stance, String, Vec<String>, &'c Claim)> = Vec::new();
        let mut positions: HashMap<(Stance, &str, bool), usize> = HashMap::new();
        for claim in claims {
            let (Some(stance), Some(area)) = (claim.stance(), claim.area.as_ref()) else {
                continue;
            };
            let voice = claim.voices.first().map_or("", |v| v.as_str());
            let party = self.atlas.person(voice).and_then(|p| p.party.as_ref());
            let who = party.map_or(voice, PartyId::as_str);
            let told = claim.head.told_by.is_some();
            match positions.entry((stance.clone(), who, told)) {
                Entry::Occupied(at) => groups[*at.get()].2.push(area.to_string()),
                Entry::Vacant(at) => {
                    at.insert(groups.len());
                    groups.push((stance, who.to_owned(), vec![area.to_string()], claim));
                }
            }
        }
        let said = |(stance, who, areas, claim): (Stance, String, Vec<String>, &'c Claim)| {
            let areas = self.atlas.gathered(&areas);
            let answer = StanceOfAreas {
                stance: &stance,
                certainty: Truth::Certain,
                who: &who,
            };
            let sentence = self.text.stance_of_areas(&answer, &areas, self.atlas);
            (sentence, areas, claim)
        };
        groups.into_iter().map(said).collect()
    }

    fn events(&self, all: &mut Vec<Candidate>) {
        let certain = |d: &&Dated| d.certainty == Truth::Certain;
        for dated in self.situation.events.iter().filter(certain) {
            let event = &self.atlas.events[dated.index];
            let title = event.title.text(self.text.language());
            let areas = event.places.iter().map(ToString::to_string).collect();
            let sentence = self.told(title, event.head.told_by.is_some());
            let finding = self.of(&sentence, areas, &event.head.id);
            all.push(Self::candidate(Rule::Event, 0, finding));
        }
    }

    fn messages(&self, all: &mut Vec<Candidate>) {
        for message in self.sent() {
            let order = match message.kind {
                MessageKind::Ultimatum | MessageKind::Decision | MessageKind::Order => 2,
                _ => 3,
            };
            let mut sentence = self.text.message_ends(message, self.atlas);
            if sentence.split_whitespace().count() > MOST_WORDS {
                let mut unaddressed = message.clone();
                (unaddressed.to, unaddressed.addressee_as_written) = (Vec::new(), None);
                sentence = self.text.message_ends(&unaddressed, self.atlas);
            }
            let sentence = self.told(&sentence, message.head.told_by.is_some());
            let finding = self.of(&sentence, Vec::new(), &message.head.id);
            all.push(Self::candidate(Rule::Message, order, finding));
        }
    }
}

/// The holder of areas that one record names, or several alike.
struct HolderGroup<'a> {
    party: &'a PartyId,
    control: &'a Control,
    certainty: Truth,
    taken: bool,
    by_troops: bool,
}

impl HolderGroup<'_> {
    /// Whether one sentence can be said of both.
    fn is_like(&self, other: &Self) -> bool {
        let told = |g: &Self| g.control.head.told_by.as_ref().map(ToString::to_string);
        (self.party, self.certainty, self.taken, self.by_troops)
            == (other.party, other.certainty, other.taken, other.by_troops)
            && self.control.extent == other.control.extent
            && told(self) == told(other)
    }
}

/// The last day before `day` on which something changed or happened, otherwise the day before it.
#[must_use]
pub fn day_before(timeline: &Timeline, day: NaiveDate) -> NaiveDate {
    timeline
        .previous_change(day, |_| true)
        .or_else(|| day.checked_sub_days(Days::new(1)))
        .unwrap_or(day)
}
