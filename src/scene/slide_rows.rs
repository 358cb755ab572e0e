//! What the colors and signs of a slide's map mean: each as a sample, with the areas of which it is
//! true and a few words. What changed comes first, with the sample of before.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::fill_style::whole_holders;
use super::list::{LegendEntry, LegendRank, LegendSign};
use super::page::PlatePage;
use super::slide_column::LEAST;
use super::typeface::Face;
use crate::model::{Atlas, DistrictId, PartyId, PersonId, RecordId, TourStep};
use crate::session::Session;
use crate::time::Truth;
use crate::timeline::{FillKind, Holding, Lens, Situation};

/// Greatest number of areas that a row names.
const MOST_NAMES: usize = 4;

/// One sample with its meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SlideRow {
    /// The sample of before; `None` where nothing changed.
    pub(super) old: Option<LegendSign>,
    /// The sample that is on the map.
    pub(super) new: LegendSign,
    /// Names of the areas; empty for a sign that is not of areas.
    pub(super) areas: String,
    /// What it means.
    pub(super) words: String,
}

/// The heading of a map.
pub(super) struct LensHeading {
    pub(super) words: String,
    /// Whether it says who tells what the map shows.
    pub(super) has_teller: bool,
}

impl PlatePage<'_> {
    /// The rows of a step with one map: fills, holders and troops, as far as the step shows them.
    pub(super) fn slide_rows(
        &self,
        step: &TourStep,
        session: &Session,
        legend: &[LegendEntry],
    ) -> Vec<SlideRow> {
        let shown = session.shown();
        let mut rows = if shown.fills {
            self.fill_rows(step, session, true)
        } else {
            Vec::new()
        };
        if shown.holders {
            rows.extend(self.held_changes(step, session));
            rows.extend(self.held_signs(session, legend));
        }
        if shown.troops {
            rows.extend(self.troop_signs(session, legend));
        }
        let changed: Vec<LegendSign> = rows
            .iter()
            .filter(|row| row.old.is_some())
            .map(|row| row.new.clone())
            .collect();
        rows.retain(|row| row.old.is_some() || !changed.contains(&row.new));
        rows.sort_by_key(|row| row.old.is_none());
        rows
    }

    /// The fills of the districts that a step tells, alike ones together. With `changes`, what
    /// differs from the day before the step has the sample of that day.
    pub(super) fn fill_rows(
        &self,
        step: &TourStep,
        session: &Session,
        changes: bool,
    ) -> Vec<SlideRow> {
        let (context, lens) = (self.s.context, session.lens());
        let heading = self.lens_heading(step, session);
        let atlas = context.atlas();
        let before = changes.then(|| session.timeline().situation_on(day_before(step)));
        let told = leaves_told(step, session);
        let sign = |paint: &super::fill_style::Paint| {
            let possible = paint.is_possible();
            LegendSign::Fill(paint.base_color, paint.texture.clone(), possible)
        };
        let mut groups: Vec<(SlideRow, Vec<String>)> = Vec::new();
        for state in session.situation().districts() {
            if !told.contains(state.id.as_str()) {
                continue;
            }
            let paint = self.s.paint_through(state, lens);
            let old = before.as_ref().and_then(|s| s.district(state.id.as_str()));
            let old = old.map(|state| self.s.paint_through(state, lens));
            let is_other = |old: &super::fill_style::Paint| {
                let answer = |p: &super::fill_style::Paint| {
                    let fill = &p.fill;
                    (fill.kind, fill.parties.clone(), fill.certainty)
                };
                answer(old) != answer(&paint)
            };
            let old = old.filter(is_other);
            // Who holds it is told by the rows of holders.
            if paint.fill.kind == FillKind::Held
                || (paint.fill.kind == FillKind::Unknown && old.is_none())
            {
                continue;
            }
            let row = SlideRow {
                old: old.as_ref().map(sign),
                new: sign(&paint),
                areas: String::new(),
                words: self.fill_words(&paint, lens, heading.has_teller),
            };
            add_to(&mut groups, row, state.id.as_str());
        }
        // What the step names first is its subject, and stays where there is no room for all.
        let subject = step.lights_up.first().map(|area| atlas.leaves_of(area));
        let is_subject = |area: &String| {
            let mut leaves = subject.iter().flatten();
            leaves.any(|(leaf, _)| leaf.as_str() == area)
        };
        groups.sort_by_key(|(row, areas)| {
            let beside = !areas.iter().any(is_subject);
            (row.old.is_none(), beside, std::cmp::Reverse(areas.len()))
        });
        // The colors of the districts around, which the room sees too.
        for state in session.situation().districts() {
            let paint = self.s.paint_through(state, lens);
            let is_colored = !matches!(paint.fill.kind, FillKind::Held | FillKind::Unknown);
            if !is_colored || told.contains(state.id.as_str()) || !is_seen(session, &state.id) {
                continue;
            }
            let row = SlideRow {
                old: None,
                new: sign(&paint),
                areas: String::new(),
                words: self.fill_words(&paint, lens, false),
            };
            if groups.iter().all(|(known, _)| known.new != row.new) {
                groups.push((row, vec![state.id.to_string()]));
            }
        }
        let named = |(row, areas): (SlideRow, Vec<String>)| SlideRow {
            areas: self.names_of(&atlas.gathered(&areas)),
            ..row
        };
        groups.into_iter().map(named).collect()
    }

    /// What a fill means, in few words, with who tells it where that is another.
    fn fill_words(
        &self,
        paint: &super::fill_style::Paint,
        lens: &Lens,
        is_teller_known: bool,
    ) -> String {
        let context = self.s.context;
        let (text, atlas, fill) = (context.text, context.atlas(), &paint.fill);
        let words = if paint.is_held_too() {
            text.claimed_and_held(fill, atlas)
        } else {
            text.slide_fill(fill, lens, atlas)
        };
        match teller_of(fill, atlas).filter(|_| !is_teller_known) {
            Some(teller) => {
                let who = atlas.name(teller.as_str(), text.language());
                text.with("slide-told-by", &[("words", &words), ("who", who)])
            }
            None => words,
        }
    }

    /// The heading of a map: its lens, and who tells all of what is colored in the districts that the
    /// step tells, where one other does and the heading has room for it.
    pub(super) fn lens_heading(&self, step: &TourStep, session: &Session) -> LensHeading {
        let (text, atlas) = (self.s.context.text, self.s.context.atlas());
        let lens = session.lens();
        let title = text.lens_title(lens, atlas);
        let told = leaves_told(step, session);
        let states = session.situation().districts();
        let fills = states
            .filter(|state| told.contains(state.id.as_str()))
            .map(|state| self.s.paint_through(state, lens).fill)
            .filter(|fill| !matches!(fill.kind, FillKind::Held | FillKind::Unknown));
        let tellers: Option<BTreeSet<&PersonId>> =
            fills.map(|fill| teller_of(&fill, atlas)).collect();
        let teller = tellers.filter(|all| all.len() == 1);
        let told = teller.and_then(|teller| {
            let who = atlas.name(teller.first()?.as_str(), text.language());
            let words = text.with("lens-told", &[("lens", &title), ("who", who)]);
            let wide = Face::Condensed.width(&words, LEAST * self.k);
            (wide <= self.width).then_some(words)
        });
        LensHeading {
            has_teller: told.is_some(),
            words: told.unwrap_or(title),
        }
    }

    /// Names of areas as a list; beyond the fourth their number alone.
    fn names_of(&self, areas: &[String]) -> String {
        let text = self.s.context.text;
        let shown = if areas.len() > MOST_NAMES {
            &areas[..MOST_NAMES - 1]
        } else {
            areas
        };
        let mut names: Vec<String> = shown.iter().map(|a| self.s.short_name(a)).collect();
        if shown.len() < areas.len() {
            let count = (areas.len() - shown.len()).to_string();
            names.push(text.with("more-areas", &[("count", &count)]));
        }
        text.join(&names)
    }

    /// The districts and places of the step that have other holders than before it.
    fn held_changes(&self, step: &TourStep, session: &Session) -> Vec<SlideRow> {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        let before = session.timeline().situation_on(day_before(step));
        let now = session.situation();
        let mut groups: Vec<(SlideRow, Vec<String>)> = Vec::new();
        for leaf in leaves_told(step, session) {
            let (Some(old), Some(new)) = (before.district(&leaf), now.district(&leaf)) else {
                continue;
            };
            let (old, new) = (
                holders_of(whole_holders(old)),
                holders_of(whole_holders(new)),
            );
            let sign = |holders: &Holders| match holders.as_slice() {
                [] => LegendSign::Fill(None, None, false),
                _ => LegendSign::Ribbon(self.s.legend_holders(holders)),
            };
            if old != new {
                let row = self.held_row(sign(&old), sign(&new), &new);
                let words =
                    self.held_words(holdings_at(&before, &leaf), row.words.clone(), now, &leaf);
                add_to(&mut groups, SlideRow { words, ..row }, &leaf);
            }
        }
        for callout in &step.callouts {
            let id = callout.at.as_str();
            if atlas.place(id).is_none() {
                continue;
            }
            let (old, new) = (
                town_holders(&before, id, atlas),
                town_holders(now, id, atlas),
            );
            let sign = |holders: &Holders| {
                let first = self.s.legend_holders(holders).into_iter().next();
                first.map_or(LegendSign::Fill(None, None, false), LegendSign::Town)
            };
            if old != new {
                let row = self.held_row(sign(&old), sign(&new), &new);
                let words = self.held_words(holdings_at(&before, id), row.words.clone(), now, id);
                add_to(&mut groups, SlideRow { words, ..row }, id);
            }
        }
        let named = |(row, areas): (SlideRow, Vec<String>)| SlideRow {
            areas: self.names_of(&atlas.gathered(&areas)),
            words: if row.words.is_empty() {
                text.get("legend-no-holder")
            } else {
                row.words.clone()
            },
            ..row
        };
        groups.into_iter().map(named).collect()
    }

    fn held_row(&self, old: LegendSign, new: LegendSign, holders: &Holders) -> SlideRow {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        let of = |truth: Truth| {
            let parties = holders.iter().filter(|(_, t)| *t == truth);
            let names: Vec<String> = parties
                .map(|(p, _)| atlas.name(p.as_str(), text.language()).to_owned())
                .collect();
            let certainty = if truth == Truth::Certain {
                "certain"
            } else {
                "possible"
            };
            let values = [
                ("parties", text.join(&names)),
                ("certainty", certainty.to_owned()),
            ];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            (!names.is_empty()).then(|| text.with("slide-held", &values))
        };
        let words: Vec<String> = [of(Truth::Certain), of(Truth::Possible)]
            .into_iter()
            .flatten()
            .collect();
        SlideRow {
            old: Some(old),
            new,
            areas: String::new(),
            words: words.join(&text.get("list-comma")),
        }
    }

    /// What is said of the holders of an area, with who tells it where that is another; where the
    /// same records stand behind it as before, only its certainty differs, and that is said.
    fn held_words(&self, before: &[Holding], words: String, now: &Situation, area: &str) -> String {
        let text = self.s.context.text;
        let holdings = holdings_at(now, area);
        if words.is_empty() {
            return words;
        }
        let told = self.as_told(words.clone(), holdings);
        let records = |all: &[Holding]| all.iter().map(|h| h.control).collect::<BTreeSet<_>>();
        if records(before) != records(holdings) {
            return told;
        }
        if holdings.iter().any(|h| h.certainty == Truth::Possible) {
            return text.with("no-longer-certain", &[("sentence", &told)]);
        }
        // What another tells is as sure as the teller, whatever is known of the day.
        if told == words {
            return text.with("now-certain", &[("sentence", &words)]);
        }
        told
    }

    /// Words on holdings, with the teller where all of them are known from another's report: that of
    /// the step's own record, where several tell.
    fn as_told(&self, words: String, holdings: &[Holding]) -> String {
        let (text, atlas) = (self.s.context.text, self.s.context.atlas());
        let named = holdings.iter().map(|h| &atlas.control[h.control]);
        let named = named.filter(|control| control.holder.is_some());
        let step = self.s.context.session.lecture().and_then(|l| l.step());
        let is_of_step = |id: &RecordId| step.is_some_and(|step| step.records.contains(id));
        let told = named.map(|c| Some((is_of_step(&c.head.id), c.head.told_by.as_ref()?)));
        let tellers: Option<Vec<(bool, &PersonId)>> = told.collect();
        let tellers = tellers.unwrap_or_default();
        let own = tellers.iter().find(|(is_of_step, _)| *is_of_step);
        match own.or(tellers.first()).map(|(_, teller)| *teller) {
            Some(teller) => {
                let who = atlas.name(teller.as_str(), text.language());
                text.with("slide-told-by", &[("words", &words), ("who", who)])
            }
            None => words,
        }
    }

    /// The signs of holders that are on the map, each with its meaning.
    fn held_signs(&self, session: &Session, legend: &[LegendEntry]) -> Vec<SlideRow> {
        let now = session.situation();
        let is_held = |entry: &&LegendEntry| {
            matches!(
                entry.rank,
                LegendRank::Held
                    | LegendRank::HeldInPart
                    | LegendRank::PossiblyHeld
                    | LegendRank::TownHeld
            )
        };
        let row = |entry: &LegendEntry| {
            let areas = entry.areas.iter();
            let all: Vec<Holding> = areas
                .flat_map(|area| holdings_at(now, area).to_vec())
                .collect();
            SlideRow {
                old: None,
                new: entry.sign.clone(),
                areas: String::new(),
                words: self.as_told(entry.words.clone(), &all),
            }
        };
        legend.iter().filter(is_held).map(row).collect()
    }

    /// The parties whose troops are drawn.
    fn troop_signs(&self, session: &Session, legend: &[LegendEntry]) -> Vec<SlideRow> {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        if legend.iter().all(|entry| entry.rank != LegendRank::Unit) {
            return Vec::new();
        }
        let mut parties = BTreeSet::new();
        for report in super::drawn_units(session, session.situation()) {
            let unit = &atlas.units[report.unit];
            let at = unit.fixes[report.fix].at.as_ref();
            let at = at.and_then(|at| session.geometry().anchor_of(at.as_str()));
            let view = session.viewport();
            let is_seen = at.is_some_and(|at| {
                let p = view.screen_from_map(at);
                (0.0..view.size.0).contains(&p.x) && (0.0..view.size.1).contains(&p.y)
            });
            if is_seen && super::slide_troops::has_sign(&unit.fixes[report.fix]) {
                parties.extend(unit.party.clone());
            }
        }
        let row = |party: PartyId| {
            let colors = self.s.colors_of(&party);
            SlideRow {
                old: None,
                new: LegendSign::Unit(Some(colors.fill), colors.line, false),
                areas: String::new(),
                words: text.troops_called(party.as_str(), atlas),
            }
        };
        parties.into_iter().map(row).collect()
    }
}

/// The holders of an area, each with whether that is certain.
type Holders = Vec<(PartyId, Truth)>;

fn holders_of(holders: Vec<(&PartyId, Truth)>) -> Holders {
    let each = holders.into_iter();
    each.map(|(party, truth)| (party.clone(), truth)).collect()
}

/// The holders of a place.
fn town_holders(situation: &Situation, place: &str, atlas: &Atlas) -> Holders {
    let of_place = situation
        .places
        .iter()
        .filter(|(id, _)| id.as_str() == place);
    let mut holders = Holders::new();
    for holding in of_place.flat_map(|(_, held)| held) {
        let Some(party) = &atlas.control[holding.control].holder else {
            continue;
        };
        // Of several reports of one holder, the most certain counts.
        match holders.iter_mut().find(|(known, _)| known == party) {
            Some((_, truth)) => *truth = (*truth).max(holding.certainty),
            None => holders.push((party.clone(), holding.certainty)),
        }
    }
    holders
}

/// The holdings of a leaf district or place.
fn holdings_at<'a>(situation: &'a Situation, area: &str) -> &'a [Holding] {
    if let Some(district) = situation.district(area) {
        return district.holdings();
    }
    let place = situation.places.iter().find(|(id, _)| id.as_str() == area);
    place.map_or(&[], |(_, holdings)| holdings.as_slice())
}

/// Whether the middle of a district is on the map.
fn is_seen(session: &Session, district: &DistrictId) -> bool {
    let view = session.viewport();
    let middle = session.geometry().anchor_of(district.as_str());
    middle.is_some_and(|at| {
        let p = view.screen_from_map(at);
        (0.0..view.size.0).contains(&p.x) && (0.0..view.size.1).contains(&p.y)
    })
}

/// The day before the days that a step tells.
fn day_before(step: &TourStep) -> NaiveDate {
    let first = step.range.map_or(step.date, |range| range.first);
    first.pred_opt().unwrap_or(first)
}

/// Adds an area to the row that says the same of others.
fn add_to(groups: &mut Vec<(SlideRow, Vec<String>)>, row: SlideRow, area: &str) {
    match groups.iter_mut().find(|(known, _)| *known == row) {
        Some((_, areas)) => areas.push(area.to_owned()),
        None => groups.push((row, vec![area.to_owned()])),
    }
}

/// Who tells a fill that is known only from another's report.
fn teller_of<'a>(fill: &crate::timeline::Fill, atlas: &'a Atlas) -> Option<&'a PersonId> {
    let mut records = fill.records.iter().filter(|_| fill.hearsay);
    records.find_map(|record| atlas.record(record.as_str())?.head().told_by.as_ref())
}

/// The districts without parts that a step tells: those that it emphasizes, otherwise those that its
/// view must show.
pub(super) fn leaves_told(step: &TourStep, session: &Session) -> BTreeSet<String> {
    let atlas = session.timeline().atlas();
    let named: Vec<&DistrictId> = if step.lights_up.is_empty() {
        let fit = step.view.fit.iter();
        fit.filter_map(|area| area.district()).collect()
    } else {
        step.lights_up.iter().collect()
    };
    named
        .into_iter()
        .flat_map(|area| atlas.leaves_of(area))
        .map(|(leaf, _)| leaf.to_string())
        .collect()
}
