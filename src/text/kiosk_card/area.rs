//! Cards of districts and places.

use super::super::kiosk::alphabetical;
use super::fit::CardContents;
use super::statement::{Statement, Writer};
use super::{Card, CardPart};
use crate::model::{AreaId, CardTarget, DistrictId, PlaceId, Question, RecordView, StanceKind};
use crate::time::Truth;
use crate::timeline::{DistrictOnDay, Lens, StanceInForce};

/// Number of answers that come before who held the district.
const ANSWERS_BEFORE_HOLDER: usize = 2;

impl Writer<'_> {
    /// The answers about a district through the lens, who held it, and what happened there.
    pub(super) fn district(&self, id: &DistrictId) -> Card {
        let leaves: Vec<DistrictId> = self.leaves(id);
        let statements = self.of_leaves(&leaves, |leaf| self.answers(leaf, id.as_str()));
        let holders = self.of_leaves(&leaves, |leaf| self.holders(leaf));
        let has_control = *self.view.lens == Lens::Control;
        let (mut first, then) = if has_control {
            (holders, statements)
        } else {
            (statements, holders)
        };
        if first.is_empty() && then.is_empty() {
            let events = self.events_at(&self.around(id));
            first = if events.is_empty() {
                let key = match self.view.lens {
                    Lens::Claims => "kiosk-nothing-claimed",
                    Lens::Control => "kiosk-nothing-held",
                    Lens::Party(_) | Lens::Voice(_) => "kiosk-nothing-said",
                };
                vec![self.nothing(key, Vec::new())]
            } else {
                events
            };
        } else {
            // A party has one answer to each question; the other questions come after the holder.
            let most = match self.view.lens {
                Lens::Claims | Lens::Control => ANSWERS_BEFORE_HOLDER,
                Lens::Party(_) | Lens::Voice(_) => 1,
            };
            let at = first.len().min(most);
            first.splice(at..at, then);
        }
        let mut more = Vec::new();
        more.extend(self.this_day(&self.around(id)));
        more.extend(self.troops_at(&self.around(id)));
        more.extend(self.told_twice(&self.around(id)));
        self.fitted(&CardContents {
            target: CardTarget::District(id.clone()),
            title: self.text.capitalized(&self.name(id.as_str())),
            day: self.shown_day(),
            statements: first,
            more,
        })
    }

    /// The day shown, in words.
    pub(super) fn shown_day(&self) -> String {
        self.text.day_in(self.today(), self.atlas)
    }

    fn leaves(&self, id: &DistrictId) -> Vec<DistrictId> {
        let leaves = self.atlas.leaves_of(id).into_iter();
        leaves.map(|(leaf, _)| leaf).collect()
    }

    /// The ids of a district, of its parts, and of whatever it is a part of.
    fn around(&self, id: &DistrictId) -> Vec<String> {
        let mut all = vec![id.to_string()];
        all.extend(self.leaves(id).iter().map(ToString::to_string));
        let parent = self
            .atlas
            .district(id.as_str())
            .and_then(|d| d.parent.as_ref());
        all.extend(parent.map(ToString::to_string));
        all
    }

    /// Statements about several districts, each once; one that is not of all names its districts.
    fn of_leaves<'s>(
        &'s self,
        leaves: &[DistrictId],
        statements: impl Fn(DistrictOnDay<'s>) -> Vec<Statement>,
    ) -> Vec<Statement> {
        let mut all: Vec<(Statement, Vec<String>)> = Vec::new();
        for leaf in leaves {
            let Some(district) = self.view.situation.district(leaf.as_str()) else {
                continue;
            };
            for statement in statements(district) {
                let is_same = |s: &Statement| {
                    (&s.what, &s.who, &s.sure) == (&statement.what, &statement.who, &statement.sure)
                };
                match all.iter_mut().find(|(s, _)| is_same(s)) {
                    Some((same, areas)) => {
                        areas.push(leaf.to_string());
                        for cite in &statement.cites {
                            if !same.cites.contains(cite) {
                                same.cites.push(cite.clone());
                            }
                        }
                    }
                    None => all.push((statement, vec![leaf.to_string()])),
                }
            }
        }
        all.sort_by_key(|(_, areas)| std::cmp::Reverse(areas.len()));
        let named = |(mut statement, areas): (Statement, Vec<String>)| {
            if areas.len() < leaves.len() {
                let areas = self.atlas.gathered(&areas);
                let areas = self.text.areas(&areas, self.atlas);
                statement.what = self.of_area(&areas, &statement.what);
            }
            statement
        };
        all.into_iter().map(named).collect()
    }

    /// The answers of a district through the lens: of everyone the claimants come first.
    fn answers(&self, district: DistrictOnDay<'_>, asked: &str) -> Vec<Statement> {
        let told = |s: &StanceInForce| self.in_force(s, asked);
        match self.view.lens {
            Lens::Claims => {
                let by_party = district.answers(Question::Whose);
                let parties = self.atlas.parties_of(by_party.keys().copied());
                let mut answers: Vec<&StanceInForce> = parties
                    .into_iter()
                    .filter_map(|p| by_party.get(&p.id).copied())
                    .collect();
                // Claimants come first; among equals the alphabet decides, as for the choices of a map.
                answers.sort_by_cached_key(|s| {
                    let name = s.party.as_ref().map_or("", |p| p.as_str());
                    let is_claim = s.stance.kind == StanceKind::Claims;
                    let is_certain = s.certainty == Truth::Certain;
                    (!is_claim, !is_certain, alphabetical(&self.name(name)))
                });
                answers.into_iter().map(told).collect()
            }
            Lens::Control => Vec::new(),
            Lens::Party(party) => {
                let questions = Question::ALL.into_iter();
                let answers = questions.filter_map(|q| district.answer(party, q));
                answers.map(told).collect()
            }
            Lens::Voice(voice) => {
                let questions = Question::ALL.into_iter();
                let answers = questions.filter_map(|q| district.voice_answer(voice.as_str(), q));
                answers.map(told).collect()
            }
        }
    }

    fn holders(&self, district: DistrictOnDay<'_>) -> Vec<Statement> {
        let holders = district.holders();
        holders
            .map(|(control, truth)| self.held(control, truth))
            .collect()
    }

    /// What happened on the day in one of these areas.
    pub(super) fn events_at(&self, areas: &[String]) -> Vec<Statement> {
        let is_here =
            |places: &[AreaId]| places.iter().any(|p| areas.iter().any(|a| a == p.as_str()));
        let events = self.view.situation.events.iter();
        events
            .map(|dated| (&self.atlas.events[dated.index], dated.certainty))
            .filter(|(event, _)| is_here(&event.places))
            .map(|(event, truth)| self.event(event, truth))
            .collect()
    }

    /// Events of the day in these areas, and messages about them, for `more`.
    fn this_day(&self, areas: &[String]) -> Option<CardPart> {
        let is_here = |id: &str| areas.iter().any(|a| a == id);
        let situation = self.view.situation;
        let mut statements = self.events_at(areas);
        let messages = situation.messages.iter();
        let messages = messages
            .map(|dated| (&self.atlas.messages[dated.index], dated.certainty))
            .filter(|(message, _)| message.about.iter().any(|a| is_here(a.as_str())));
        statements.extend(messages.map(|(message, truth)| self.message(message, truth)));
        (!statements.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-day"),
            lines: statements.iter().map(|s| self.line(s)).collect(),
        })
    }

    /// The troops that were last reported in these areas, for `more`.
    fn troops_at(&self, areas: &[String]) -> Option<CardPart> {
        let situation = self.view.situation;
        let mut statements = Vec::new();
        for report in &situation.units {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            let at = fix.at.as_ref().map(AreaId::as_str);
            if at.is_some_and(|at| areas.iter().any(|a| a == at)) {
                statements.push(self.of_record(RecordView::Fix(unit, fix), report.certainty));
            }
        }
        (!statements.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-troops"),
            lines: statements.iter().map(|s| self.line(s)).collect(),
        })
    }

    /// The contradictions that are marked on the day in these areas.
    fn told_twice(&self, areas: &[String]) -> Option<CardPart> {
        let marked = self.view.situation.contradictions.iter();
        let marked = marked.map(|i| &self.atlas.contradictions[*i]);
        let here = marked.filter(|c| {
            let mark = c.mark.as_ref().map(|m| m.area.as_str());
            mark.is_some_and(|at| areas.iter().any(|a| a == at))
        });
        let lines: Vec<String> = here
            .map(|c| {
                let title = self.view.level.of(&c.title, &c.plain);
                title.text(self.text.language()).to_owned()
            })
            .collect();
        (!lines.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-twice"),
            lines,
        })
    }

    /// What happened at a place on the day, who held it, which troops were there; else the last that
    /// is told of it.
    pub(super) fn place(&self, id: &PlaceId) -> Card {
        let situation = self.view.situation;
        let areas = [id.to_string()];
        let mut statements = self.events_at(&areas);
        let holders = situation.places.iter().filter(|(place, _)| place == id);
        for holding in holders.flat_map(|(_, holders)| holders) {
            let control = &self.atlas.control[holding.control];
            statements.push(self.held(control, holding.certainty));
        }
        for report in &situation.units {
            let unit = &self.atlas.units[report.unit];
            let fix = &unit.fixes[report.fix];
            if fix.at.as_ref().is_some_and(|at| at.as_str() == id.as_str()) {
                statements.push(self.of_record(RecordView::Fix(unit, fix), report.certainty));
            }
        }
        for dated in &situation.messages {
            let message = &self.atlas.messages[dated.index];
            let ends = message.from.iter().chain(&message.to);
            if ends
                .filter(|c| c.place_stated)
                .any(|c| c.place.as_ref() == Some(id))
            {
                statements.push(self.message(message, dated.certainty));
            }
        }
        if statements.is_empty() {
            statements.push(self.last_told(id).unwrap_or_else(|| self.untold(id)));
        }
        let mut more = Vec::new();
        more.extend(self.told_twice(&areas));
        self.fitted(&CardContents {
            target: CardTarget::Place(id.clone()),
            title: self.text.capitalized(&self.name(id.as_str())),
            day: self.shown_day(),
            statements,
            more,
        })
    }

    /// The last event, report or holding of an exact day before the day shown.
    fn last_told(&self, id: &PlaceId) -> Option<Statement> {
        let is_here = |record: &RecordView<'_>| record.areas().contains(&id.as_str());
        let told = self
            .atlas
            .records()
            .filter(|r| !matches!(r, RecordView::Claim(_) | RecordView::Message(_)));
        let dated = told.filter(is_here).filter_map(|record| {
            let known = self.view.timeline.known_day(&record.head().id).exact();
            let day = known.or_else(|| begun(record))?;
            (day < self.today()).then_some((day, record))
        });
        let (day, record) = dated.max_by_key(|(day, _)| *day)?;
        let mut statement = self.of_record(record, Truth::Certain);
        let date = self.text.day_in(day, self.atlas);
        statement.map(|sentence| {
            let values = [("date", date.as_str()), ("sentence", sentence)];
            self.with_level("kiosk-last-told", &values)
        });
        Some(statement)
    }

    /// A place of which nothing is told by the day; one that no source names stands on the map for
    /// orientation.
    fn untold(&self, id: &PlaceId) -> Statement {
        let cites = self.atlas.place(id.as_str()).map(|p| p.cites.clone());
        let cites = cites.unwrap_or_default();
        let key = if cites.is_empty() {
            "kiosk-nothing-named"
        } else {
            "kiosk-nothing-here"
        };
        self.nothing(key, cites)
    }
}

/// The day on which a holding began, where it is known exactly.
fn begun(record: RecordView<'_>) -> Option<chrono::NaiveDate> {
    let when = record.head().dating.when.as_ref()?.extent();
    let first = when.begins_earliest.filter(|_| when.period)?;
    (when.begins_latest == Some(first)).then_some(first)
}
