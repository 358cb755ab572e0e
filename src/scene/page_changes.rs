//! What changed since the last day on which anything did: each change as a sample before and after, a
//! sentence and where it is read.

use chrono::NaiveDate;

use super::list::{Layer, LegendSign, Stroke};
use super::page::PlatePage;
use super::typeface::Face;
use crate::geometry::ScreenPoint;
use crate::model::{HeldExtent, PartyId, RecordId};
use crate::text::day_before;
use crate::time::Truth;
use crate::timeline::{Answer, Change, ChangeQuestion, Lens, Situation};

/// Width of two samples and the arrow between them, in design units.
const SAMPLES: f32 = 100.0;

/// A change as the reader sees it, with all the areas that changed alike.
struct ChangeRow {
    /// Place in the order: new holders, what the lens shows, other stances, weaker knowledge.
    order: u8,
    change: Change,
    /// Holders that an area had before and has no more.
    before: Vec<PartyId>,
    areas: Vec<String>,
}

impl PlatePage<'_> {
    /// What changed, as far as it fits above `bottom`; the number of the other changes is told.
    /// Returns whether any change has room, or there is none.
    pub(super) fn changes_block(&mut self, bottom: f32) -> bool {
        let context = self.s.context;
        if context.situation.since.is_some() {
            return true;
        }
        let timeline = context.session.timeline();
        let day = context.session.day();
        let since = day_before(timeline, day);
        let before = timeline.situation_on(since);
        let rows = self.change_rows(since, day, &before);
        if rows.is_empty() {
            return true;
        }
        let date = context.text.day_in(since, context.atlas());
        let heading = context.text.with("changed-since", &[("date", &date)]);
        let ink = context.theme.ink;
        let start = (self.s.items.len(), self.y);
        self.space(10.0);
        self.rule(ink, 1.2);
        self.space(7.0);
        self.words(&heading, Self::style(Face::SemiBold, 14.0, ink), 0.0);
        for (i, row) in rows.iter().enumerate() {
            let last = i + 1 == rows.len();
            let room = if last { bottom } else { bottom - 18.0 * self.k };
            if self.fits(room, |page| page.change_row(row, &before)) {
                continue;
            }
            if i == 0 {
                self.s.items.truncate(start.0);
                self.y = start.1;
                return false;
            }
            let count = (rows.len() - i).to_string();
            let words = context.text.with("and-more", &[("count", &count)]);
            let style = Self::style(Face::Italic, 13.0, context.theme.ink2);
            self.words(&words, style, SAMPLES);
            return true;
        }
        true
    }

    /// The changes that concern the lens, alike ones together, the most telling first.
    fn change_rows(&self, since: NaiveDate, day: NaiveDate, before: &Situation) -> Vec<ChangeRow> {
        let context = self.s.context;
        let changes = context.session.timeline().changes(since, day);
        let mut rows: Vec<ChangeRow> = Vec::new();
        for change in &changes {
            let Some(order) = self.order_of(change, &changes, before) else {
                continue;
            };
            let lost = changes
                .iter()
                .filter(|c| is_lost(c) && c.area == change.area)
                .filter_map(|c| c.party.clone());
            // Of thousands of changes few have a new holder.
            let lost: Vec<PartyId> = if is_gained(change) {
                lost.collect()
            } else {
                Vec::new()
            };
            let like = |row: &&mut ChangeRow| {
                let same = |a: &Option<Answer>, b: &Option<Answer>| match (a, b) {
                    (Some(a), Some(b)) => a.stance == b.stance && a.certainty == b.certainty,
                    (None, None) => true,
                    _ => false,
                };
                row.order == order
                    && (row.change.question, &row.change.party) == (change.question, &change.party)
                    && same(&row.change.before, &change.before)
                    && same(&row.change.after, &change.after)
                    && row.before == lost
            };
            match rows.iter_mut().find(like) {
                Some(row) => row.areas.push(change.area.clone()),
                None => rows.push(ChangeRow {
                    order,
                    change: change.clone(),
                    before: lost,
                    areas: vec![change.area.clone()],
                }),
            }
        }
        rows.sort_by_key(|row| (row.order, std::cmp::Reverse(row.areas.len())));
        rows
    }

    /// The place of a change in the order; `None` where another tells it or the lens leaves it out.
    fn order_of(&self, change: &Change, all: &[Change], before: &Situation) -> Option<u8> {
        let context = self.s.context;
        let lens = context.session.lens();
        if change.question == ChangeQuestion::Held {
            let mut others = all.iter();
            let told = is_lost(change) && others.any(|c| is_gained(c) && c.area == change.area);
            let rises = change.after.as_ref().map(|a| a.certainty) == Some(Truth::Certain);
            return match (is_gained(change), is_lost(change)) {
                (true, _) => Some(0),
                (_, true) => (!told).then_some(5),
                _ if rises => Some(2),
                _ => Some(4),
            };
        }
        let of_lens = match lens {
            Lens::Claims => true,
            Lens::Control => false,
            Lens::Party(party) => change.party.as_ref() == Some(party),
            Lens::Voice(_) => change.party == lens.viewer(context.atlas()),
        };
        of_lens.then(|| 1 + 2 * u8::from(self.fills(change, before).is_none()))
    }

    /// The samples of a district before and after, where its fill through the lens differs.
    fn fills(&self, change: &Change, before: &Situation) -> Option<(LegendSign, LegendSign)> {
        let context = self.s.context;
        let lens = context.session.lens();
        let sign = |situation: &Situation, answer: Option<&Answer>| {
            let state = situation.district(&change.area)?;
            let paint = self.s.paint_through(state, lens);
            // A fill that answers another question is no sample of this change.
            let records = &paint.fill.records;
            if answer.is_some_and(|a| !records.is_empty() && !records.contains(&a.record)) {
                return None;
            }
            let possible = paint.fill.certainty == Some(Truth::Possible);
            Some(LegendSign::Fill(paint.base_color, paint.texture, possible))
        };
        let old = sign(before, change.before.as_ref())?;
        let new = sign(context.situation, change.after.as_ref())?;
        (old != new).then_some((old, new))
    }

    /// The samples of a change: of the fill, or of the holder's sign.
    fn samples(&self, row: &ChangeRow, before: &Situation) -> Option<(LegendSign, LegendSign)> {
        let change = &row.change;
        if change.question != ChangeQuestion::Held {
            return self.fills(change, before);
        }
        let context = self.s.context;
        let is_place = context.atlas().place(&change.area).is_some();
        let nothing = LegendSign::Fill(None, None, false);
        let sign = |party: Option<&PartyId>, answer: Option<&Answer>| {
            let Some(party) = party else {
                return nothing.clone();
            };
            let certainty = answer.map_or(Truth::Certain, |a| a.certainty);
            let holders = self.s.legend_holders(&[(party.clone(), certainty)]);
            let record = answer.map(|a| &a.record);
            let part = context
                .atlas()
                .control
                .iter()
                .any(|c| Some(&c.head.id) == record && c.extent == HeldExtent::Part);
            match holders.first() {
                Some(holder) if is_place => LegendSign::Town(holder.clone()),
                _ if part => LegendSign::Bracket(holders),
                _ => LegendSign::Ribbon(holders),
            }
        };
        let party = change.party.as_ref();
        let old = match &change.before {
            Some(answer) => sign(party, Some(answer)),
            None => sign(row.before.first(), None),
        };
        let new = match &change.after {
            Some(answer) => sign(party, Some(answer)),
            None => nothing.clone(),
        };
        Some((old, new))
    }

    fn change_row(&mut self, row: &ChangeRow, before: &Situation) {
        let (k, theme) = (self.k, self.s.context.theme);
        self.space(4.0);
        let top = self.y;
        let middle = top + 13.0 * k;
        if let Some((old, new)) = self.samples(row, before) {
            let at = |x: f32| ScreenPoint::new(self.left + x * k, middle);
            let (first, second, from, to) = (at(17.0), at(74.0), at(38.0), at(53.0));
            self.sample(first, &old);
            self.sample(second, &new);
            let stroke = Stroke::solid(theme.ink2, 1.5 * k);
            let head = vec![to.plus(-5.0 * k, -4.0 * k), to, to.plus(-5.0 * k, 4.0 * k)];
            self.s.path(Layer::Furniture, None, vec![from, to], stroke);
            self.s.path(Layer::Furniture, None, head, stroke);
        } else if let Some(party) = &row.change.party {
            let (letter, line) = (self.s.letter_of(party), self.s.colors_of(party).line);
            let at = ScreenPoint::new(self.left + 45.0 * k, middle);
            self.s
                .roundel(Layer::Furniture, at, 10.0, &letter, line, false);
        }
        let sentence = self.change_sentence(row);
        let sentence = match row.change.record.as_ref().map(|r| self.pages_of(r)) {
            Some(source) => {
                // A page and its number stay on one line.
                let source = source.replace(". ", ".\u{a0}");
                let values = [("sentence", sentence.as_str()), ("source", &source)];
                self.s.context.text.with("sentence-source", &values)
            }
            None => sentence,
        };
        let style = Self::style(Face::Regular, 14.0, theme.ink);
        self.words(&sentence, style, SAMPLES);
        self.y = self.y.max(top + 27.0 * k);
    }

    fn pages_of(&self, record: &RecordId) -> String {
        let context = self.s.context;
        let record = context.atlas().record(record.as_str());
        record.map_or_else(String::new, |r| {
            context.text.pages(&r.head().cites, context.atlas())
        })
    }

    fn change_sentence(&self, row: &ChangeRow) -> String {
        let context = self.s.context;
        let (text, atlas) = (context.text, context.atlas());
        text.change_of_areas(&row.change, &row.before, &row.areas, atlas)
    }
}

/// Whether a change is a new holder of an area.
fn is_gained(change: &Change) -> bool {
    change.question == ChangeQuestion::Held && change.before.is_none()
}

/// Whether a change is a holder that is no more on record.
fn is_lost(change: &Change) -> bool {
    change.question == ChangeQuestion::Held && change.after.is_none()
}
