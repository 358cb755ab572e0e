//! Lists of reports on cards, for what finds no room at its place or district: at the edge of the map
//! where they hide least. What finds no room there either is counted in a note.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, Shape, Stroke};
use super::occupancy::YieldingRank;
use super::report_entry::{ReportBlock, ReportEntry};
use super::report_words::{EntryForm, Wording};
use super::rosters::form;
use super::stacks::KEY_RADIUS;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};

/// Distance between positions that are tried for a list, in design units.
const STEP: f32 = 36.0;
/// Maximum number of free positions of a list that are compared.
const MOST_COMPARED: usize = 160;
/// Area in square design units, of districts on record and of the map as a whole, that costs as much
/// to hide as a design unit of distance.
const HIDDEN: f32 = 30.0;
const AREA: f32 = 450.0;
/// Greatest share of a list that may hide districts on record before its signs and its words are
/// parted, or before words alone are left out of a narrow map: the situation in words tells them.
const MOST_HIDDEN: f32 = 0.04;
/// Width of a map, in design units, below which it is narrow.
const NARROW: f32 = 900.0;
/// Height of a map, in design units, below which a list that finds no free room is left out: it would
/// lie over most of the map. The situation in words tells it.
const LOW: f32 = 300.0;
/// What it costs to hide the name of a state, in design units of distance.
const NAME_OF_STATE: f32 = 220.0;
/// Widths of the note of what has no room, in design units, tried in turn.
const NOTE_WIDTHS: [f32; 3] = [300.0, 170.0, 110.0];
/// Distance from a list to its card's edge, in design units.
const PADDING: f32 = 8.0;
/// The forms of a list at the edge of the map, each with what it costs to say no more, in design
/// units of distance.
const LIST_FORMS: [(EntryForm, f32); 7] = [
    (form(Wording::Full, 470.0), 0.0),
    (form(Wording::Full, 320.0), 0.0),
    (form(Wording::Full, 230.0), 0.0),
    (form(Wording::Brief, 400.0), 160.0),
    (form(Wording::Brief, 300.0), 160.0),
    (form(Wording::Brief, 200.0), 160.0),
    (form(Wording::Name, 130.0), 420.0),
];

/// Reports that found no room where they belong: told in a list under the name of their place or
/// district.
pub(super) struct Listed<'a> {
    pub(super) heading: String,
    /// The letter that also stands at the place; `None` for a district.
    pub(super) key: Option<char>,
    /// Where the place or district is.
    pub(super) at: ScreenPoint,
    pub(super) entries: Vec<ReportEntry<'a>>,
}

impl SceneBuilder<'_> {
    /// Draws lists of reports on cards, at the edge of the map where there is room, and a note of the
    /// reports for which there is none.
    pub(super) fn lists(&mut self, listed: &[Listed<'_>]) {
        let mut keys = Vec::new();
        let mut untold = 0;
        for reports in listed {
            let left_out = self.list(reports);
            if left_out > 0 {
                keys.extend(reports.key.map(String::from));
                untold += left_out;
            }
        }
        if untold > 0 {
            self.note_untold(&keys, untold);
        }
    }

    /// A note of the number of reports that have no room, with the letters that refer to them.
    fn note_untold(&mut self, keys: &[String], count: usize) {
        let (u, theme, text) = (self.u, self.context.theme, self.context.text);
        let words = text.with("reports-without-room", &[("count", &count.to_string())]);
        let words = if keys.is_empty() {
            words
        } else {
            text.named(&text.join(keys), &words)
        };
        let style = TextStyle {
            face: Face::Condensed,
            size: 14.0,
            color: theme.ink,
            halo: None,
        };
        let frame = self.occupancy.frame();
        let corner = ScreenPoint::new(frame.min.x, frame.max.y);
        let line_height = style.size * 1.2 * u;
        let wrapped = NOTE_WIDTHS.map(|room| {
            let lines = style.face.wrap(&words, style.size * u, room * u);
            let widths = lines.iter().map(|line| self.width(line, style));
            let wide = widths.fold(0.0, f32::max) + 2.0 * PADDING * u;
            let high = lines.len() as f32 * line_height + PADDING * u;
            (lines, self.list_spots(corner, (wide, high)))
        });
        self.occupancy.let_names_yield(Some(YieldingRank::Minor));
        let free = wrapped.iter().find_map(|(lines, spots)| {
            let (_, card) = self.open_spot(spots)?;
            Some((lines, card))
        });
        let found = free.or_else(|| {
            let hidden = |card: &ScreenRect| {
                let records = self.ground.as_ref().map_or(0.0, |g| g.hidden_record(card));
                self.occupancy.covered(card) + records
            };
            let all = wrapped
                .iter()
                .flat_map(|(lines, spots)| spots.iter().map(move |(_, card)| (lines, *card)));
            all.min_by(|(_, a), (_, b)| hidden(a).total_cmp(&hidden(b)))
        });
        self.occupancy.let_names_yield(Some(YieldingRank::Town));
        if let Some((lines, card)) = found {
            self.card(card);
            for (i, line) in lines.iter().enumerate() {
                let y = (PADDING / 2.0) * u + (i as f32 + 0.5) * line_height;
                let at = card.min.plus(PADDING * u, y);
                self.text(Layer::Unit, None, at, line, style);
            }
            self.occupancy.take(card);
        }
        self.occupancy.let_names_yield(None);
    }

    /// The card below a list.
    fn card(&mut self, rect: ScreenRect) {
        let (u, theme) = (self.u, self.context.theme);
        let shape = Shape::Box {
            rect,
            round: 3.0 * u,
            fill: Some(theme.card.alpha(0.93)),
            stroke: Some(Stroke::solid(theme.rule, 1.0 * u)),
        };
        self.add(Layer::Unit, None, shape);
    }

    /// Draws reports as a list on a card, at the edge of the map where there is room. Returns the
    /// number of reports that were left out.
    fn list(&mut self, listed: &Listed<'_>) -> usize {
        if self.list_card(listed, false) {
            return 0;
        }
        // Signs and words in two cards of their own find room where one card of all is too large.
        let of = |signed: bool| Listed {
            heading: listed.heading.clone(),
            entries: listed
                .entries
                .iter()
                .copied()
                .filter(|e| e.has_sign() == signed)
                .collect(),
            ..*listed
        };
        let parts = [of(true), of(false)];
        let is_parted = parts.iter().all(|part| !part.entries.is_empty());
        let cards = if is_parted {
            &parts[..]
        } else {
            std::slice::from_ref(listed)
        };
        let left_out = cards.iter().filter(|card| !self.list_card(card, true));
        left_out.map(|card| card.entries.len()).sum()
    }

    /// One card of a list in free space; where there is none, only with `anyway`. Returns whether it
    /// was drawn.
    fn list_card(&mut self, listed: &Listed<'_>, anyway: bool) -> bool {
        let u = self.u;
        let key_room = listed.key.map_or(0.0, |_| 2.0 * KEY_RADIUS + 6.0) * u;
        let card_size = |block: &ReportBlock<'_>| {
            let padding = 2.0 * PADDING * u;
            (block.size.0 + key_room + padding, block.size.1 + padding)
        };
        let mut found: Option<(f32, YieldingRank, ScreenRect, EntryForm)> = None;
        for (form, silence) in LIST_FORMS {
            let block = self.report_block(&listed.entries, form, Some(&listed.heading));
            let spots = self.list_spots(listed.at, card_size(&block));
            for (highest, name) in [
                (YieldingRank::Minor, 0.0),
                (YieldingRank::State, NAME_OF_STATE),
            ] {
                self.occupancy.let_names_yield(Some(highest));
                let Some((cost, rect)) = self.open_spot(&spots) else {
                    continue;
                };
                let cost = cost + (silence + name) * u;
                if found.as_ref().is_none_or(|(least, ..)| cost < *least) {
                    found = Some((cost, highest, rect, form));
                }
            }
        }
        let is_low = self.occupancy.frame().height() < LOW * u;
        // Of all forms the one that covers least.
        let crowded = || {
            let tried = LIST_FORMS.iter().filter_map(|(form, _)| {
                let block = self.report_block(&listed.entries, *form, Some(&listed.heading));
                let spots = self.list_spots(listed.at, card_size(&block));
                Some((YieldingRank::Town, self.least_covered(&spots)?, *form))
            });
            let covered = |(_, rect, _): &(_, ScreenRect, _)| self.occupancy.covered(rect);
            tried.min_by(|a, b| covered(a).total_cmp(&covered(b)))
        };
        let found = found.map(|(_, rank, card, form)| (rank, card, form));
        let found = found.or_else(|| crowded().filter(|_| anyway && !is_low));
        let is_open = |card: &ScreenRect| {
            let hidden = self.ground.as_ref().map_or(0.0, |g| g.hidden_record(card));
            hidden <= MOST_HIDDEN * card.width() * card.height()
        };
        let is_narrow = self.occupancy.frame().width() < NARROW * u;
        let has_sign = listed.entries.iter().any(ReportEntry::has_sign);
        let is_kept = anyway && (has_sign || !is_narrow);
        let found = found.filter(|(_, card, _)| is_kept || is_open(card));
        let Some((rank, card, form)) = found else {
            self.occupancy.let_names_yield(None);
            return false;
        };
        self.occupancy.let_names_yield(Some(rank));
        let block = self.report_block(&listed.entries, form, Some(&listed.heading));
        self.card(card);
        let corner = card.min.plus(PADDING * u + key_room, PADDING * u);
        let rect = ScreenRect::sized(corner, block.size.0, block.size.1);
        if let Some(key) = listed.key {
            let at = card
                .min
                .plus((PADDING + KEY_RADIUS) * u, (PADDING + KEY_RADIUS - 1.0) * u);
            self.key_disc(at, key);
        }
        self.draw_block(&block, &rect, false);
        self.occupancy.take(card);
        self.occupancy.let_names_yield(None);
        true
    }

    /// Rectangles of a size all over the frame, those near its edge and near a point first.
    fn list_spots(&self, at: ScreenPoint, size: (f32, f32)) -> Vec<(f32, ScreenRect)> {
        let frame = self.occupancy.frame();
        self.spots(size, |rect| {
            let edge = (rect.min.x - frame.min.x)
                .min(frame.max.x - rect.max.x)
                .min(rect.min.y - frame.min.y)
                .min(frame.max.y - rect.max.y);
            rect.nearest(at).distance(at) + 2.0 * edge
        })
    }

    /// Of some rectangles with their costs, the cheapest first, the best free one that hides little of
    /// the districts, with its cost in points; `None` where none is free.
    pub(super) fn open_spot(&self, spots: &[(f32, ScreenRect)]) -> Option<(f32, ScreenRect)> {
        let hidden = |rect: &ScreenRect| self.ground.as_ref().map_or(0.0, |g| g.hidden(rect));
        let cost = |rect: &ScreenRect| {
            let area = rect.width() * rect.height();
            (hidden(rect) / HIDDEN + area / AREA) / self.u
        };
        let free = spots.iter().filter(|(_, r)| self.occupancy.is_free(r));
        free.take(MOST_COMPARED)
            .map(|(distance, rect)| (distance + cost(rect), *rect))
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// Of some rectangles the one that overlaps names and signs least.
    pub(super) fn least_covered(&self, spots: &[(f32, ScreenRect)]) -> Option<ScreenRect> {
        let rects: Vec<ScreenRect> = spots.iter().map(|(_, rect)| *rect).collect();
        self.occupancy.best(&rects)
    }

    /// Rectangles of a size all over the frame, in the order of their cost.
    pub(super) fn spots(
        &self,
        (w, h): (f32, f32),
        cost: impl Fn(&ScreenRect) -> f32,
    ) -> Vec<(f32, ScreenRect)> {
        let (step, frame) = (STEP * self.u, self.occupancy.frame().expand(-6.0 * self.u));
        let steps = |room: f32| (0..=(room.max(0.0) / step).ceil() as u16).map(f32::from);
        let (across, down) = (frame.width() - w, frame.height() - h);
        let mut found: Vec<(f32, ScreenRect)> = Vec::new();
        for y in steps(down) {
            for x in steps(across) {
                let corner = frame.min.plus((x * step).min(across), (y * step).min(down));
                let rect = ScreenRect::sized(corner, w, h);
                found.push((cost(&rect), rect));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found
    }
}
