//! The page of a day in words, for the command line: what every district's record says, who held
//! it, where troops were, what was sent and happened, and last what has no day.

use std::collections::BTreeSet;

use super::sentence::certainty_key;
use super::{Paragraph, Text};
use crate::model::{Atlas, Control, PersonId, Question, RecordHead, RecordView};
use crate::time::Truth;
use crate::timeline::{
    DistrictOnDay, FillKind, Holding, Lens, Situation, StanceInForce, Timeline, UnitReport,
};

/// A line with the record or district that it is about.
type Line = (String, Option<String>);

/// Makes the paragraphs of one day.
struct DayPage<'a> {
    text: &'a Text,
    timeline: &'a Timeline,
    situation: &'a Situation,
    lens: &'a Lens,
    /// Ids of the records in the paragraphs above; contradictions between them are told.
    shown: BTreeSet<String>,
}

impl Text {
    /// The page of a day through a lens. Districts of which nothing is on record are named in one
    /// paragraph, and records of no known day stand in the last.
    #[must_use]
    pub fn day_page(
        &self,
        timeline: &Timeline,
        situation: &Situation,
        lens: &Lens,
    ) -> Vec<Paragraph> {
        let mut page = DayPage {
            text: self,
            timeline,
            situation,
            lens,
            shown: BTreeSet::new(),
        };
        let mut out = page.districts();
        out.push(page.places());
        out.extend(page.units());
        out.push(page.messages());
        out.push(page.events());
        out.push(page.contradictions());
        out.push(page.undated());
        out.retain(|p| !p.sentences.is_empty());
        out
    }
}

impl<'a> DayPage<'a> {
    fn atlas(&self) -> &'a Atlas {
        self.timeline.atlas()
    }

    fn name(&self, id: &str) -> String {
        self.atlas().name(id, self.text.language()).to_owned()
    }

    fn districts(&mut self) -> Vec<Paragraph> {
        let situation = self.situation;
        let mut out = Vec::new();
        let mut without = Vec::new();
        let nothing = self.text.get(match self.lens {
            Lens::Claims => "day-no-claim",
            Lens::Control => "day-no-holder",
            Lens::Party(_) | Lens::Voice(_) => "day-no-statement",
        });
        for state in situation.districts() {
            let fill = state.fill(self.lens);
            let id = state.id().as_str();
            let mut lines = Vec::new();
            if *self.lens != Lens::Control {
                lines.extend(self.stances(state));
            }
            lines.extend(self.holders(state.holdings()));
            if fill.kind == FillKind::Unknown {
                without.push(self.name(id));
            }
            if !lines.is_empty() {
                let heading = if fill.kind == FillKind::Unknown {
                    let values = [("district", &*self.name(id)), ("nothing", &nothing)];
                    self.text.with("day-district-without", &values)
                } else {
                    self.text
                        .fill_sentence(&fill, &[id], self.lens, self.atlas())
                };
                out.push(Paragraph {
                    heading,
                    sentences: lines,
                });
            }
        }
        if !without.is_empty() {
            let districts = without.join(&self.text.get("list-comma"));
            out.push(Paragraph {
                heading: self.text.with("day-without", &[("nothing", &nothing)]),
                sentences: vec![(districts, None)],
            });
        }
        out
    }

    /// The stances about a district that the lens shows, question by question. The answer of each
    /// party stands before its other words.
    fn stances(&mut self, state: DistrictOnDay<'_>) -> Vec<Line> {
        let atlas = self.atlas();
        let mut lines = Vec::new();
        for question in Question::ALL {
            let answers = state.answers(question);
            let answer = |s: &StanceInForce| answers.get(s.party.as_ref()?).copied();
            let key = match question {
                Question::Whose => "question-whose",
                Question::WhoseTroops => "question-troops",
                Question::AgainstWhom => "question-against",
            };
            let mut asked: Vec<&StanceInForce> = state
                .stances()
                .iter()
                .filter(|s| s.question == question && self.is_shown(s))
                .filter(|s| !self.is_outweighed(s, answer(s)))
                .collect();
            let order = |s: &StanceInForce| {
                let rank = s.party.as_ref().and_then(|party| atlas.party_rank(party));
                let is_answer = answer(s).is_some_and(|a| a == s);
                (rank.unwrap_or(usize::MAX), !is_answer, s.claim)
            };
            asked.sort_by_key(|s| order(s));
            for (claim, same) in by_claim(&asked) {
                let sentence = self.stance_line(claim, &same);
                lines.push((
                    self.text.with(key, &[("sentence", &sentence)]),
                    Some(atlas.claims[claim].head.id.to_string()),
                ));
            }
        }
        lines
    }

    /// Whether a stance belongs to the lens.
    fn is_shown(&self, s: &StanceInForce) -> bool {
        match self.lens {
            Lens::Claims | Lens::Control => true,
            Lens::Party(party) => s.party.as_ref() == Some(party),
            Lens::Voice(voice) => s.voice == *voice,
        }
    }

    /// Whether a stance is known only from another's report, and its party has since answered the
    /// question in its own words. `answer` is that of the party.
    fn is_outweighed(&self, s: &StanceInForce, answer: Option<&StanceInForce>) -> bool {
        let told = |s: &StanceInForce| self.atlas().claims[s.claim].head.told_by.is_some();
        told(s)
            && !matches!(self.lens, Lens::Voice(_))
            && answer.is_some_and(|a| {
                !told(a) && a.certainty == Truth::Certain && a.restated >= s.restated
            })
    }

    /// One claim as a sentence; `same` are the voices with which it is in force.
    fn stance_line(&mut self, claim: usize, same: &[&StanceInForce]) -> String {
        let (atlas, text) = (self.atlas(), self.text);
        let record = &atlas.claims[claim];
        self.shown.insert(record.head.id.to_string());
        let voices: Vec<&PersonId> = same.iter().map(|s| &s.voice).collect();
        let mut parties: Vec<String> = Vec::new();
        for s in same {
            let speaker = s.party.as_ref().map_or(s.voice.as_str(), |p| p.as_str());
            let name = self.name(speaker);
            if !parties.contains(&name) {
                parties.push(name);
            }
        }
        let Some(first) = same.first() else {
            return String::new();
        };
        let said = text.stance_on_day(&first.stance, first.certainty, &text.join(&parties), atlas);
        let run = first.since.zip(first.restated).filter(|(a, b)| a != b);
        let mut when = match run {
            Some((since, restated)) => text.with(
                "said-since",
                &[
                    ("first", &text.day_in(since, atlas)),
                    ("last", &text.day_in(restated, atlas)),
                ],
            ),
            None => self.day_of(&record.head),
        };
        if let Some(area) = record.area.as_ref().filter(|_| first.inherited) {
            let of = text.with("said-of", &[("area", &self.name(area.as_str()))]);
            when = [when, of].join(&text.get("list-comma"));
        }
        when = text.with_until(&when, record.until, atlas);
        let source = text.claim_source(record, &voices, &when, atlas);
        text.with(
            "sentence-source",
            &[("sentence", &said), ("source", &source)],
        )
    }

    fn day_of(&self, head: &RecordHead) -> String {
        let bounds = self.timeline.bounds_of(&head.id);
        self.text.day_known(&head.dating, bounds, self.atlas())
    }

    /// What stands behind a record other than a claim: teller, day, page, note and id.
    fn source(&self, head: &RecordHead, when: Option<String>) -> String {
        let told = self.text.others_word(head, self.atlas());
        let when: Vec<String> = told
            .into_iter()
            .chain(when)
            .filter(|w| !w.is_empty())
            .collect();
        let parts = [
            when.join(&self.text.get("list-comma")),
            self.text.pages(&head.cites, self.atlas()),
            head.id.to_string(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        parts.join(&self.text.get("list-semicolon"))
    }

    fn with_source(&self, sentence: &str, head: &RecordHead, when: Option<String>) -> String {
        let source = self.source(head, when);
        self.text.with(
            "sentence-source",
            &[("sentence", sentence), ("source", &source)],
        )
    }

    fn holders(&mut self, holders: &[Holding]) -> Vec<Line> {
        let line = |h: &Holding| self.holder(&self.atlas().control[h.control], h.certainty);
        let lines: Vec<Line> = holders.iter().map(line).collect();
        self.shown
            .extend(lines.iter().filter_map(|(_, id)| id.clone()));
        lines
    }

    fn holder(&self, control: &Control, certainty: Truth) -> Line {
        let said = match &control.holder {
            Some(holder) => self
                .text
                .held(&self.name(holder.as_str()), certainty, control.extent),
            None => {
                let not: Vec<String> = control.not.iter().map(|p| self.name(p.as_str())).collect();
                let values = [
                    ("who", self.text.join(&not)),
                    ("certainty", certainty_key(certainty).to_owned()),
                ];
                let values: Vec<(&str, &str)> =
                    values.iter().map(|(k, v)| (*k, v.as_str())).collect();
                self.text.with("not-held-by-whom", &values)
            }
        };
        (
            self.with_source(&said, &control.head, Some(self.day_of(&control.head))),
            Some(control.head.id.to_string()),
        )
    }

    /// Holders of towns and places, and holdings whose holder belongs to no party of the atlas.
    fn places(&mut self) -> Paragraph {
        let situation = self.situation;
        let mut sentences = Vec::new();
        for (place, holders) in &situation.places {
            for (sentence, id) in self.holders(holders) {
                let values = [
                    ("place", &*self.name(place.as_str())),
                    ("sentence", &sentence),
                ];
                let line = self.text.with("place-sentence", &values);
                sentences.push((line, id));
            }
        }
        for control in &self.atlas().control {
            if control.holder.is_none() && control.not.is_empty() && self.is_so(control) {
                let said = control.title.text(self.text.language());
                let day = Some(self.day_of(&control.head));
                let line = self.with_source(said, &control.head, day);
                self.shown.insert(control.head.id.to_string());
                sentences.push((line, Some(control.head.id.to_string())));
            }
        }
        Paragraph {
            heading: self.text.get("twin-places"),
            sentences,
        }
    }

    /// Whether a holding by an unnamed holder had begun by the day and may still last.
    fn is_so(&self, control: &Control) -> bool {
        let Some(extent) = control
            .head
            .dating
            .when
            .as_ref()
            .map(crate::time::Edtf::extent)
        else {
            return false;
        };
        let day = self.situation.day;
        let fades = chrono::Days::new(crate::timeline::AS_OF_DAYS);
        let open = extent
            .ends_earliest
            .or(extent.begins_latest)
            .filter(|_| !extent.goes_on);
        let last = extent
            .ends_latest
            .or(open.and_then(|d| d.checked_add_days(fades)));
        extent.begins_latest.is_some_and(|begun| begun <= day) && last.is_none_or(|d| day <= d)
    }

    /// Troops, in one paragraph a party.
    fn units(&mut self) -> Vec<Paragraph> {
        let (atlas, text) = (self.atlas(), self.text);
        let situation = self.situation;
        let mut out: Vec<Paragraph> = Vec::new();
        let reported = situation.units.iter();
        let parties = reported.filter_map(|r| atlas.units[r.unit].party.as_ref());
        let parties = atlas.parties_of(parties).into_iter();
        for party in parties.map(|p| Some(&p.id)).chain([None]) {
            let of_party = |r: &&UnitReport| atlas.units[r.unit].party.as_ref() == party;
            let sentences: Vec<Line> = situation
                .units
                .iter()
                .filter(of_party)
                .map(|r| self.unit(r))
                .collect();
            self.shown
                .extend(sentences.iter().filter_map(|(_, id)| id.clone()));
            let heading = match party {
                Some(id) => text.with("troops-party", &[("party", &self.name(id.as_str()))]),
                None => text.get("troops-no-party"),
            };
            out.push(Paragraph { heading, sentences });
        }
        out
    }

    fn unit(&self, report: &UnitReport) -> Line {
        let (atlas, text) = (self.atlas(), self.text);
        let unit = &atlas.units[report.unit];
        let fix = &unit.fixes[report.fix];
        let day = self.day_of(&fix.head);
        let when = match report.age_days {
            Some(age) if age > 0 && fix.head.dating.exact_day().is_some() => {
                text.with("last-reported", &[("date", &day)])
            }
            _ => text.with("reported-on", &[("date", &day)]),
        };
        let said = self.force(RecordView::Fix(unit, fix), report.certainty);
        (
            self.with_source(&said, &fix.head, Some(when)),
            Some(fix.head.id.to_string()),
        )
    }

    /// A force with its place and strength: "Bayazid division: in Nakhchivan uezd; 3,000 men".
    fn force(&self, record: RecordView<'_>, certainty: Truth) -> String {
        let RecordView::Fix(unit, fix) = record else {
            return self.text.title_of(self.atlas(), record);
        };
        let place = self.text.whereabouts(fix, self.atlas());
        let strength = self.text.strengths_told(fix, self.atlas());
        self.text.with(
            "force-sentence",
            &[
                ("unit", unit.names.text(self.text.language())),
                ("place", &place),
                ("strength", &strength),
                ("counted", if strength.is_empty() { "no" } else { "yes" }),
                ("certainty", certainty_key(certainty)),
            ],
        )
    }

    /// A message or event, possibly of the day.
    fn dated(&mut self, record: RecordView<'_>, certainty: Truth) -> Line {
        let head = record.head();
        self.shown.insert(head.id.to_string());
        let said = match record {
            RecordView::Event(event) => self.text.event_sentence(event),
            RecordView::Message(message) => self.text.message_sentence(message, self.atlas()),
            other => self.text.title_of(self.atlas(), other),
        };
        let day = (certainty == Truth::Possible).then(|| {
            self.text
                .with("possibly-this-day", &[("date", &self.day_of(head))])
        });
        (
            self.with_source(&said, head, day),
            Some(head.id.to_string()),
        )
    }

    fn messages(&mut self) -> Paragraph {
        let (atlas, situation) = (self.atlas(), self.situation);
        let mut sentences = Vec::new();
        for dated in &situation.messages {
            let message = &atlas.messages[dated.index];
            self.shown
                .extend(message.claims.iter().map(ToString::to_string));
            sentences.push(self.dated(RecordView::Message(message), dated.certainty));
        }
        for message in &atlas.messages {
            let ends = message
                .deadline
                .as_ref()
                .and_then(crate::time::Edtf::exact_day);
            if ends == Some(situation.day) {
                let gist = message.gist.text(self.text.language());
                let said = self.text.with("deadline-today", &[("gist", gist)]);
                let day = Some(self.day_of(&message.head));
                let line = self.with_source(&said, &message.head, day);
                sentences.push((line, Some(message.head.id.to_string())));
            }
        }
        Paragraph {
            heading: self.text.get("messages"),
            sentences,
        }
    }

    fn events(&mut self) -> Paragraph {
        let (atlas, situation) = (self.atlas(), self.situation);
        let mut sentences = Vec::new();
        for dated in &situation.events {
            let event = &atlas.events[dated.index];
            sentences.push(self.dated(RecordView::Event(event), dated.certainty));
        }
        Paragraph {
            heading: self.text.get("events"),
            sentences,
        }
    }

    /// Contradictions that are marked on the day, with what each telling says, and those that
    /// concern a record shown above.
    fn contradictions(&self) -> Paragraph {
        let (atlas, text) = (self.atlas(), self.text);
        let marked = &self.situation.contradictions;
        let mut sentences = Vec::new();
        for (index, c) in atlas.contradictions.iter().enumerate() {
            let concerns = c.named_records().any(|r| self.shown.contains(r.as_str()));
            if !concerns && !marked.contains(&index) {
                continue;
            }
            sentences.push((text.contradiction(c), Some(c.id.to_string())));
            if marked.contains(&index) {
                let telling = |t: &crate::model::Telling| {
                    let said = t.text.text(text.language());
                    (text.with("telling-line", &[("text", said)]), None)
                };
                sentences.extend(c.tellings.iter().map(telling));
            }
        }
        Paragraph {
            heading: text.get("told-two-ways"),
            sentences,
        }
    }

    /// Records of no known day that may be of this day, with what is known of theirs.
    fn undated(&self) -> Paragraph {
        let (atlas, day) = (self.atlas(), self.situation.day);
        let undated = self.timeline.undated_on(day);
        let open = undated
            .filter_map(|u| atlas.record(u.record.as_str()))
            .filter(|r| self.timeline.lists(r.head()) && self.is_of_lens(*r))
            .filter(|r| !self.shown.contains(r.head().id.as_str()));
        let line = |record: RecordView<'_>| {
            let head = record.head();
            let day = self.day_of(head);
            let said = match record {
                RecordView::Claim(claim) => {
                    let voices: Vec<&PersonId> = claim.voices.iter().collect();
                    let source = self.text.claim_source(claim, &voices, &day, self.atlas());
                    let said = self.text.claim_sentence(claim, self.atlas());
                    self.text.with(
                        "sentence-source",
                        &[("sentence", &said), ("source", &source)],
                    )
                }
                RecordView::Fix(..) => {
                    let said = self.force(record, Truth::Certain);
                    self.with_source(&said, head, Some(day))
                }
                other => {
                    let said = self.text.title_of(self.atlas(), other);
                    self.with_source(&said, head, Some(day))
                }
            };
            (said, Some(head.id.to_string()))
        };
        Paragraph {
            heading: self.text.get("day-undated"),
            sentences: open.map(line).collect(),
        }
    }

    /// Whether a record belongs to the lens: words of its party or voice; of other records all.
    fn is_of_lens(&self, record: RecordView<'_>) -> bool {
        let RecordView::Claim(claim) = record else {
            return true;
        };
        let party = |v: &PersonId| {
            self.atlas()
                .person(v.as_str())
                .and_then(|p| p.party.as_ref())
        };
        claim.voices.iter().any(|v| match self.lens {
            Lens::Claims => true,
            Lens::Control => false,
            Lens::Party(id) => party(v) == Some(id),
            Lens::Voice(id) => v == id,
        })
    }
}

/// The stances of one claim together, in the order of the first of each.
fn by_claim<'a>(stances: &[&'a StanceInForce]) -> Vec<(usize, Vec<&'a StanceInForce>)> {
    let mut out: Vec<(usize, Vec<&StanceInForce>)> = Vec::new();
    for s in stances {
        match out.iter_mut().find(|(claim, _)| *claim == s.claim) {
            Some((_, same)) => same.push(s),
            None => out.push((s.claim, vec![s])),
        }
    }
    out
}
