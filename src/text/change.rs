//! What changed between two days, in sentences. None says more than its record does: what is only
//! possible says "possibly", what another reports or the author reads says so, and where only the
//! certainty differs the sentence says that and no change of the ground.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::Text;
use super::sentence::certainty_key;
use super::stance_of_areas::StanceOfAreas;
use crate::model::{Atlas, HeldExtent, PartyId, RecordId, RecordView};
use crate::time::Truth;
use crate::timeline::{Answer, Change, ChangeQuestion};

impl Text {
    /// What changed: each sentence once, with all the areas of which it is true, in order of
    /// appearance.
    #[must_use]
    pub fn changes<'a>(&self, changes: &'a [Change], atlas: &Atlas) -> Vec<(String, Vec<&'a str>)> {
        let mut alike: Vec<(&Change, Vec<&str>)> = Vec::new();
        let mut positions: HashMap<String, usize> = HashMap::new();
        let mut told: HashSet<(usize, &str)> = HashSet::new();
        for change in changes {
            let position = match positions.entry(self.change(change, atlas)) {
                Entry::Occupied(at) => *at.get(),
                Entry::Vacant(at) => {
                    alike.push((change, Vec::new()));
                    *at.insert(alike.len() - 1)
                }
            };
            if told.insert((position, change.area.as_str())) {
                alike[position].1.push(&change.area);
            }
        }
        let said = |(change, areas): (&Change, Vec<&'a str>)| {
            (self.change_of(change, areas.len(), atlas), areas)
        };
        alike.into_iter().map(said).collect()
    }

    /// What changed, as a sentence without the area's name: "Moscow possibly holds it".
    #[must_use]
    pub fn change(&self, change: &Change, atlas: &Atlas) -> String {
        self.change_of(change, 1, atlas)
    }

    /// The same of so many areas, which changed alike.
    fn change_of(&self, change: &Change, count: usize, atlas: &Atlas) -> String {
        let who = change
            .party
            .as_ref()
            .map_or("", |p| atlas.name(p.as_str(), &self.language));
        let count = count.to_string();
        let values = [("party", who), ("count", count.as_str())];
        let Some(answer) = &change.after else {
            return match change.question {
                ChangeQuestion::Held => self.with("held-no-more", &values),
                ChangeQuestion::Asked(_) => self.with("now-nothing", &values),
            };
        };
        let sentence = match &answer.stance {
            Some(stance) => self.stance_of(stance, answer.certainty, who, &count, atlas),
            None => {
                let extent = match extent_of(&answer.record, atlas) {
                    HeldExtent::Part => "part",
                    HeldExtent::Whole => "whole",
                };
                let certainty = certainty_key(answer.certainty);
                let more = [("certainty", certainty), ("extent", extent)];
                self.with("held", &[values, more].concat())
            }
        };
        let sentence = self.with_word(&sentence, &answer.record, atlas);
        self.of_certainty(change, sentence)
    }

    /// What changed, of areas that changed alike, with their names: "Ordubad: possibly held by
    /// Yerevan". `before` are holders that the areas had and have no more.
    #[must_use]
    pub fn change_of_areas(
        &self,
        change: &Change,
        before: &[PartyId],
        areas: &[String],
        atlas: &Atlas,
    ) -> String {
        let areas = atlas.gathered(areas);
        let who = change.party.as_ref().map_or("", |p| p.as_str());
        let party = self.in_sentence(who, atlas);
        let named = self.areas(&areas, atlas);
        let values = [("areas", named.as_str()), ("party", party.as_str())];
        let sentence = match (&change.after, change.question) {
            (None, ChangeQuestion::Held) => self.with("change-lost", &values),
            (None, ChangeQuestion::Asked(_)) => self.with("change-unsaid", &values),
            (Some(answer), _) => {
                let sentence = match &answer.stance {
                    Some(stance) => {
                        let certainty = answer.certainty;
                        let stance = StanceOfAreas {
                            stance,
                            certainty,
                            who,
                        };
                        self.stance_of_areas(&stance, &areas, atlas)
                    }
                    None => self.held_of_areas(answer, &party, before, &named, atlas),
                };
                let sentence = self.with_word(&sentence, &answer.record, atlas);
                self.of_certainty(change, sentence)
            }
        };
        self.capitalized(&sentence)
    }

    fn held_of_areas(
        &self,
        answer: &Answer,
        party: &str,
        before: &[PartyId],
        areas: &str,
        atlas: &Atlas,
    ) -> String {
        let extent = extent_of(&answer.record, atlas);
        let held = self.held(party, answer.certainty, extent);
        let earlier = before.iter().map(|p| self.in_sentence(p.as_str(), atlas));
        let earlier = self.join(&earlier.collect::<Vec<_>>());
        let key = if earlier.is_empty() {
            "change-held"
        } else {
            "change-holder"
        };
        self.with(
            key,
            &[("areas", areas), ("held", &held), ("before", &earlier)],
        )
    }

    /// A sentence that is true only of what is known: the answer itself is that of before.
    fn of_certainty(&self, change: &Change, sentence: String) -> String {
        let (Some(before), Some(after)) = (&change.before, &change.after) else {
            return sentence;
        };
        if before.stance != after.stance {
            return sentence;
        }
        if before.certainty == after.certainty {
            let is_own_now = before.hearsay && !after.hearsay;
            return if is_own_now {
                self.with("now-own-words", &[("sentence", &sentence)])
            } else {
                sentence
            };
        }
        let key = if after.certainty == Truth::Certain {
            "now-certain"
        } else {
            "no-longer-certain"
        };
        self.with(key, &[("sentence", &sentence)])
    }

    /// A sentence with the word on which its record rests, where that is not the speaker's own or
    /// a narrative.
    #[must_use]
    pub fn with_word(&self, sentence: &str, record: &RecordId, atlas: &Atlas) -> String {
        let head = atlas.record(record.as_str()).map(|r| r.head());
        match head.and_then(|head| self.others_word(head, atlas)) {
            Some(word) => self.with("sentence-word", &[("sentence", sentence), ("word", &word)]),
            None => sentence.to_owned(),
        }
    }

    /// An answer or a holding in words: "Moscow calls it disputed", "held by Moscow".
    #[must_use]
    pub fn answer(&self, answer: &Answer, party: Option<&PartyId>, atlas: &Atlas) -> String {
        let who = party.map_or("", |p| atlas.name(p.as_str(), &self.language));
        match &answer.stance {
            Some(stance) => self.stance_on_day(stance, answer.certainty, who, atlas),
            None => self.held(who, answer.certainty, extent_of(&answer.record, atlas)),
        }
    }

    /// On whose word a record is known, its day, and where it is read.
    #[must_use]
    pub fn paper_of(&self, record: &RecordId, atlas: &Atlas) -> String {
        let Some(view) = atlas.record(record.as_str()) else {
            return String::new();
        };
        let head = view.head();
        let who = match view {
            RecordView::Claim(claim) => self.voices(atlas, claim),
            _ => String::new(),
        };
        let parts = [
            who,
            self.others_word(head, atlas).unwrap_or_default(),
            self.when(head.dating.when.as_ref()),
            self.cites(&head.cites, atlas),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        parts.join(" · ")
    }

    /// What changed, with the answer before and after, their certainty and records: "Goris:
    /// nothing on record → held by Moscow (p. 178, no note; control-014)".
    #[must_use]
    pub fn change_in_full(&self, change: &Change, atlas: &Atlas) -> String {
        let who = change
            .party
            .as_ref()
            .map_or("", |p| atlas.name(p.as_str(), &self.language));
        let said = |answer: &Option<Answer>| {
            let Some(answer) = answer else {
                let nothing = self.get("nothing-on-record");
                return self.with("change-nothing", &[("who", who), ("nothing", &nothing)]);
            };
            let sentence = self.answer(answer, change.party.as_ref(), atlas);
            let record = atlas.record(answer.record.as_str());
            let word = record.and_then(|r| self.others_word(r.head(), atlas));
            let pages = record.map(|r| self.pages(&r.head().cites, atlas));
            let parts = word
                .into_iter()
                .chain(pages)
                .chain([answer.record.to_string()]);
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            let source = parts.join(&self.get("list-semicolon"));
            self.with(
                "sentence-source",
                &[("sentence", &sentence), ("source", &source)],
            )
        };
        self.with(
            "change-line",
            &[
                ("area", atlas.name(&change.area, &self.language)),
                ("before", &said(&change.before)),
                ("after", &said(&change.after)),
            ],
        )
    }
}

/// How much of its area a holding has.
fn extent_of(record: &RecordId, atlas: &Atlas) -> HeldExtent {
    match atlas.record(record.as_str()) {
        Some(RecordView::Control(control)) => control.extent,
        _ => HeldExtent::Whole,
    }
}
