//! What the colors and signs of a slide's map mean: each as a sample, with the areas of which it is
//! true and a few words. What changed comes first, with the sample of before.

use std::collections::BTreeSet;

use super::list::{LegendEntry, LegendRank, LegendSign};
use super::page::PlatePage;
use crate::model::{DistrictId, TourStep};
use crate::session::Session;
use crate::timeline::{FillKind, Lens};

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
            rows.extend(self.held_rows(step, session, legend));
        }
        if shown.troops {
            rows.extend(self.troop_rows(session));
        }
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
        let (atlas, text) = (context.atlas(), context.text);
        let first = step.range.map_or(step.date, |range| range.first);
        let before = first.pred_opt().unwrap_or(first);
        let before = changes.then(|| session.timeline().situation_on(before));
        let told = leaves_told(step, session);
        let mut groups: Vec<(SlideRow, Vec<String>)> = Vec::new();
        for state in session.situation().districts() {
            if !told.contains(state.id.as_str()) {
                continue;
            }
            let paint = self.s.paint_through(state, lens);
            let sign = |paint: &super::fill_style::Paint| {
                let possible = paint.is_possible();
                LegendSign::Fill(paint.base_color, paint.texture.clone(), possible)
            };
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
                words: self.fill_words(&paint.fill, lens),
            };
            match groups.iter_mut().find(|(known, _)| *known == row) {
                Some((_, areas)) => areas.push(state.id.to_string()),
                None => groups.push((row, vec![state.id.to_string()])),
            }
        }
        groups.sort_by_key(|(row, areas)| (row.old.is_none(), std::cmp::Reverse(areas.len())));
        let named = |(row, areas): (SlideRow, Vec<String>)| SlideRow {
            areas: text.areas(&atlas.gathered(&areas), atlas),
            ..row
        };
        groups.into_iter().map(named).collect()
    }

    /// What a fill means, in few words, with who tells it where that is another.
    fn fill_words(&self, fill: &crate::timeline::Fill, lens: &Lens) -> String {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        let words = text.slide_fill(fill, lens, atlas);
        let teller = fill.records.iter().find_map(|record| {
            let record = atlas.record(record.as_str())?;
            record.head().told_by.as_ref()
        });
        match teller.filter(|_| fill.hearsay) {
            Some(teller) => {
                let who = atlas.name(teller.as_str(), text.language());
                text.with("slide-told-by", &[("words", &words), ("who", who)])
            }
            None => words,
        }
    }

    /// Who holds what.
    fn held_rows(
        &self,
        step: &TourStep,
        session: &Session,
        legend: &[LegendEntry],
    ) -> Vec<SlideRow> {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        let told = leaves_told(step, session);
        let is_held = |entry: &&LegendEntry| {
            matches!(
                entry.rank,
                LegendRank::Held
                    | LegendRank::HeldInPart
                    | LegendRank::PossiblyHeld
                    | LegendRank::TownHeld
            )
        };
        let is_told = |area: &String| told.contains(area) || atlas.place(area).is_some();
        legend
            .iter()
            .filter(is_held)
            .filter_map(|entry| {
                let areas: Vec<String> =
                    entry.areas.iter().filter(|a| is_told(a)).cloned().collect();
                (!areas.is_empty()).then(|| SlideRow {
                    old: None,
                    new: entry.sign.clone(),
                    areas: text.areas(&atlas.gathered(&areas), atlas),
                    words: entry.words.clone(),
                })
            })
            .collect()
    }

    /// The parties whose troops are drawn.
    fn troop_rows(&self, session: &Session) -> Vec<SlideRow> {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        let mut parties = BTreeSet::new();
        for report in super::drawn_units(session, session.situation()) {
            parties.extend(atlas.units[report.unit].party.clone());
        }
        parties
            .into_iter()
            .map(|party| {
                let colors = self.s.colors_of(&party);
                SlideRow {
                    old: None,
                    new: LegendSign::Unit(Some(colors.fill), colors.line, false),
                    areas: String::new(),
                    words: text.capitalized(&text.troops_called(party.as_str(), atlas)),
                }
            })
            .collect()
    }
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
