//! The legend of a plate: every sign that is drawn on it, under headings, with the districts of which
//! it is true. Entries with districts stand in two columns, short ones one after the other.

use super::list::{Layer, LegendEntry, LegendGroup, LegendSign};
use super::page::PlatePage;
use super::typeface::Face;
use crate::geometry::ScreenPoint;

/// Width of the sample and of the space after it, in design units.
const SAMPLE: f32 = 42.0;
/// Space between columns, in design units.
const APART: f32 = 14.0;
/// Least height of an entry, in design units.
const ROW: f32 = 22.5;
/// Least height of a group: its heading and a row, in design units.
const LEAST_GROUP: f32 = 60.0;
/// Font size of the entries, in design units.
const SIZE: f32 = 13.0;

/// The number of entries of a legend that stand in the column of a wide sheet. The others, of
/// messages and of the ground, stand in a strip below the map.
pub(super) fn below(legend: &[LegendEntry]) -> usize {
    let in_strip =
        |e: &LegendEntry| matches!(e.rank.group(), LegendGroup::Messages | LegendGroup::Ground);
    let first = legend.iter().position(in_strip);
    first.unwrap_or(legend.len())
}

impl PlatePage<'_> {
    /// The entries that do not stand in the column, one after the other over the whole width.
    pub(super) fn legend_strip(&mut self, legend: &[LegendEntry]) {
        self.flow(&legend[below(legend)..]);
    }

    /// The legend, as far as it fits above `bottom`; a last line says how many entries do not.
    pub(super) fn legend_block(&mut self, legend: &[LegendEntry], bottom: f32) {
        if legend.is_empty() {
            return;
        }
        self.space(10.0);
        self.rule(self.s.context.theme.ink, 1.2);
        self.space(3.0);
        let mut rest = legend;
        while let Some(first) = rest.first() {
            let group = first.rank.group();
            let end = rest.iter().take_while(|e| e.rank.group() == group).count();
            let (entries, further) = rest.split_at(end);
            if self.y + LEAST_GROUP * self.k > bottom {
                self.more(rest.len());
                return;
            }
            self.group(group, entries, bottom);
            rest = further;
        }
    }

    /// What is wanted and held, as far as it fits above `bottom`; a last line says how much of it does
    /// not.
    pub(super) fn brief_legend(&mut self, legend: &[LegendEntry], bottom: f32) {
        let brief =
            |e: &&LegendEntry| matches!(e.rank.group(), LegendGroup::Wanted | LegendGroup::Held);
        let entries: Vec<&LegendEntry> = legend.iter().filter(brief).collect();
        for (i, entry) in entries.iter().enumerate() {
            let others = entries.len() - i;
            // The line that says how many entries have no room needs room itself.
            let room = if others > 1 {
                bottom - ROW * self.k
            } else {
                bottom
            };
            let fits = self.fits(room, |page| {
                let entry = LegendEntry {
                    areas: Vec::new(),
                    ..LegendEntry::clone(entry)
                };
                page.entries(&[entry], 1, f32::MAX);
            });
            if !fits {
                self.fits(bottom, |page| page.more(others));
                return;
            }
        }
    }

    /// A line for entries that have no space.
    fn more(&mut self, count: usize) {
        let context = self.s.context;
        let words = context
            .text
            .with("and-more", &[("count", &count.to_string())]);
        let style = Self::style(Face::Condensed, SIZE, context.theme.ink2);
        self.words(&words, style, 0.0);
    }

    fn group(&mut self, group: LegendGroup, entries: &[LegendEntry], bottom: f32) {
        let context = self.s.context;
        self.space(5.0);
        let heading = context.text.get(match group {
            LegendGroup::Wanted => "legend-group-wanted",
            LegendGroup::Held => "legend-group-held",
            LegendGroup::Certainty => "legend-group-certainty",
            LegendGroup::Troops => "legend-group-troops",
            LegendGroup::Messages => "legend-group-messages",
            LegendGroup::Ground => "legend-group-ground",
        });
        let style = Self::style(Face::SemiBold, SIZE, context.theme.ink2);
        let beside = self.s.width(&heading, style) + APART * self.k;
        if group == LegendGroup::Messages && self.fits_beside(entries, beside) {
            let at = ScreenPoint::new(self.left, self.y + ROW / 2.0 * self.k);
            self.s.text(Layer::Furniture, None, at, &heading, style);
            self.left += beside;
            self.flow(entries);
            self.left -= beside;
            return;
        }
        self.words(&heading, style, 0.0);
        self.space(1.0);
        if entries.iter().any(|e| e.lists_areas()) {
            self.entries(entries, if entries.len() > 1 { 2 } else { 1 }, bottom);
        } else {
            let (remarks, signs): (Vec<_>, Vec<_>) = entries
                .iter()
                .cloned()
                .partition(|e| e.sign == LegendSign::Reading);
            self.flow(&signs);
            let style = Self::style(Face::Condensed, SIZE, context.theme.ink2);
            for remark in remarks {
                self.words(&remark.words, style, 0.0);
            }
        }
    }

    /// Whether short entries fit in one row beside their heading.
    fn fits_beside(&self, entries: &[LegendEntry], heading: f32) -> bool {
        let style = Self::style(Face::Regular, SIZE, self.s.context.theme.ink);
        let wide = |e: &LegendEntry| {
            let words = self.s.context.text.capitalized(&e.words);
            self.s.width(&words, style) + (e.sample_width() + APART) * self.k
        };
        entries.iter().map(wide).sum::<f32>() + heading <= self.width
    }

    /// Short entries one after the other, as many in a row as fit.
    fn flow(&mut self, entries: &[LegendEntry]) {
        let (left, width) = (self.left, self.width);
        let style = Self::style(Face::Regular, SIZE, self.s.context.theme.ink);
        let mut first = true;
        for entry in entries {
            let words = self.s.context.text.capitalized(&entry.words);
            let room = entry.sample_width() * self.k;
            let long = (room + self.s.width(&words, style)).min(width);
            if !first && self.left + long > left + width {
                self.left = left;
                self.space(ROW);
            }
            let middle = self.y + ROW / 2.0 * self.k;
            let sample = ScreenPoint::new(self.left + room / 2.0 - 3.0 * self.k, middle);
            self.sample(sample, &entry.sign);
            let at = ScreenPoint::new(self.left + room, middle);
            self.s.text(Layer::Furniture, None, at, &words, style);
            self.left += long + APART * self.k;
            first = false;
        }
        self.left = left;
        if !entries.is_empty() {
            self.space(ROW);
        }
    }

    /// Entries row by row, as far as they fit above `bottom`; each row is as high as its highest
    /// entry.
    fn entries(&mut self, entries: &[LegendEntry], columns: usize, bottom: f32) {
        let (left, width) = (self.left, self.width);
        let apart = APART * self.k;
        let column = (width - apart * (columns - 1) as f32) / columns as f32;
        let mut rest = entries.len();
        for row in entries.chunks(columns) {
            let (top, items) = (self.y, self.s.items.len());
            let mut foot = top;
            for (i, entry) in row.iter().enumerate() {
                self.left = left + i as f32 * (column + apart);
                self.width = column;
                self.y = top;
                self.entry(entry);
                foot = foot.max(self.y);
            }
            let is_last = row.len() == rest;
            let line = if is_last { 0.0 } else { ROW * self.k };
            if foot + line > bottom {
                self.s.items.truncate(items);
                self.y = top;
                break;
            }
            self.y = foot;
            rest -= row.len();
        }
        if rest > 0 {
            (self.left, self.width) = (left, width);
            self.more(rest);
        }
        (self.left, self.width) = (left, width);
    }

    fn entry(&mut self, entry: &LegendEntry) {
        let (k, context) = (self.k, self.s.context);
        let top = self.y;
        let middle = top + ROW / 2.0 * k;
        self.sample(ScreenPoint::new(self.left + 17.0 * k, middle), &entry.sign);
        self.space(3.0);
        let plain = Self::style(Face::Regular, SIZE, context.theme.ink);
        let words = context.text.capitalized(&entry.words);
        self.words(&words, plain, SAMPLE);
        if entry.lists_areas() {
            let names = self.area_names(&entry.areas);
            let small = Self::style(Face::Condensed, SIZE, context.theme.ink2);
            self.words(&names, small, SAMPLE);
            self.space(3.0);
        }
        self.y = self.y.max(top + ROW * k);
    }

    /// Draws a sign of the legend, centered on `m`.
    pub(super) fn sample(&mut self, m: ScreenPoint, sign: &LegendSign) {
        self.s.legend_sign(m, sign);
    }

    /// The names of areas, each district of which all parts are among them by its own name.
    fn area_names(&self, areas: &[String]) -> String {
        let context = self.s.context;
        let names: Vec<String> = context
            .atlas()
            .gathered(areas)
            .iter()
            .map(|a| context.atlas().name(a, context.text.language()).to_owned())
            .collect();
        names.join(&context.text.get("list-comma"))
    }
}

impl LegendEntry {
    /// Whether an entry lists the areas of which it is true.
    fn lists_areas(&self) -> bool {
        let group = self.rank.group();
        matches!(group, LegendGroup::Wanted | LegendGroup::Held) && !self.areas.is_empty()
    }

    /// Width of the sample and of the space after it, in design units.
    fn sample_width(&self) -> f32 {
        match self.sign {
            LegendSign::Place(_)
            | LegendSign::Seat(..)
            | LegendSign::PlaceNotStated
            | LegendSign::Hearsay => 25.0,
            _ => SAMPLE,
        }
    }
}
