//! What changed on a slide, with a sample of the map before and after, and what the signs of its map
//! mean.

use std::collections::BTreeSet;

use super::builder::TextStyle;
use super::furniture::SAMPLE;
use super::list::{Layer, LegendSign, Stroke};
use super::page::PlatePage;
use super::slide_column::LEAST;
use super::slide_rows::SlideRow;
use super::texture::Texture;
use super::typeface::Face;
use crate::geometry::ScreenPoint;

/// Scale of the samples of the legend, and of those with letters in them.
const SAMPLE_SCALE: f32 = 2.0;
const LETTERED_SCALE: f32 = 2.8;
/// Length of the arrow between two samples with the space around it, in design units.
const ARROW: f32 = 52.0;
/// Height of a row of signs, in design units.
const SIGN_ROW: f32 = 60.0;
/// Greatest number of signs.
pub(super) const MOST_SIGNS: usize = 5;
/// Space between a sample and its words, in design units.
const SAMPLE_GAP: f32 = 20.0;
impl PlatePage<'_> {
    /// What changed, and what the signs of the map mean, above `bottom`: so many of the changes and
    /// of the signs. Returns whether all of that has room.
    pub(super) fn rows(
        &mut self,
        rows: &[SlideRow],
        (most, most_signs): (usize, usize),
        bottom: f32,
    ) -> bool {
        let context = self.s.context;
        let (text, theme) = (context.text, context.theme);
        let count = rows.iter().filter(|row| row.old.is_some()).count();
        let (changes, legend) = rows.split_at(count);
        let shown = count.min(most);
        // What changed and finds no room is on the map, so that its sign has a meaning too.
        let left_out = changes[shown..].iter().map(|row| SlideRow {
            old: None,
            areas: String::new(),
            ..row.clone()
        });
        let mut legend: Vec<SlideRow> = left_out.chain(legend.iter().cloned()).collect();
        let told: Vec<LegendSign> = changes[..shown].iter().map(|row| row.new.clone()).collect();
        legend.retain(|row| !told.contains(&row.new) && !row.words.is_empty());
        let mut meanings = BTreeSet::new();
        legend.retain(|row| meanings.insert(row.words.clone()));
        if shown > 0 {
            self.space(18.0);
            self.rule(theme.ink2, 1.6);
            self.space(8.0);
            let style = Self::style(Face::SemiBold, LEAST, theme.ink);
            self.words(&text.get("what-changed"), style, 0.0);
            changes[..shown].iter().for_each(|row| self.slide_row(row));
            if shown < count {
                let style = Self::style(Face::Regular, LEAST, theme.ink2);
                self.space(4.0);
                self.words(&self.those_left_out(&changes[shown..], style), style, 0.0);
            }
        }
        legend.truncate(most_signs);
        if !legend.is_empty() {
            self.space(14.0);
            if shown == 0 {
                self.space(8.0);
                self.rule(theme.ink2, 1.6);
                self.space(14.0);
            }
            self.signs(&legend);
        }
        self.y <= bottom
    }

    /// The areas of rows that have no room, by name where the names fit on a line, otherwise how many
    /// rows there are.
    fn those_left_out(&self, rows: &[SlideRow], style: TextStyle) -> String {
        let text = self.s.context.text;
        let areas: Vec<String> = rows.iter().map(|row| row.areas.clone()).collect();
        if areas.iter().all(|areas| !areas.is_empty()) {
            let named = text.with("and-areas", &[("areas", &text.join(&areas))]);
            if self.s.width(&named, style) <= self.width {
                return named;
            }
        }
        text.with("and-more", &[("count", &rows.len().to_string())])
    }

    /// Signs with their meaning, one after the other, as many in a row as fit.
    pub(super) fn signs(&mut self, signs: &[SlideRow]) {
        let (k, context) = (self.k, self.s.context);
        let style = Self::style(Face::Condensed, LEAST, context.theme.ink);
        let mut x = 0.0;
        for sign in signs {
            let words = context.text.capitalized(&sign.words);
            let scale = scale_of(&sign.new);
            let beside = SAMPLE.0 * scale + SAMPLE_GAP;
            let wide = beside * k + self.s.width(&words, style);
            if x > 0.0 && x + wide > self.width {
                x = 0.0;
                self.space(SIGN_ROW);
            }
            let middle = self.y + SIGN_ROW / 2.0 * k;
            let at = ScreenPoint::new(self.left + x + SAMPLE.0 * scale / 2.0 * k, middle);
            self.large_sample(at, &sign.new, scale);
            if wide > self.width {
                let top = self.y;
                self.y = middle - LEAST * 0.58 * k;
                self.paragraph(&words, style, beside, 1.16);
                self.y = self.y.max(top + SIGN_ROW * k);
                x = 0.0;
                continue;
            }
            let at = ScreenPoint::new(self.left + x + beside * k, middle);
            self.s.text(Layer::Furniture, None, at, &words, style);
            x += wide + 34.0 * k;
        }
        if x > 0.0 {
            self.space(SIGN_ROW);
        }
    }

    /// One row: the sample before and after, the areas, and what it means.
    fn slide_row(&mut self, row: &SlideRow) {
        let (k, theme) = (self.k, self.s.context.theme);
        self.space(10.0);
        let top = self.y;
        let scale = row
            .old
            .as_ref()
            .map_or(0.0, scale_of)
            .max(scale_of(&row.new));
        let wide = SAMPLE.0 * scale;
        let indent = 2.0 * wide + ARROW + SAMPLE_GAP;
        let middle = top + 28.0 * k;
        let at = |x: f32| ScreenPoint::new(self.left + x * k, middle);
        let (first, second) = (at(wide / 2.0), at(1.5 * wide + ARROW));
        let (from, to) = (at(wide + 10.0), at(wide + ARROW - 10.0));
        if let Some(old) = &row.old {
            self.large_sample(first, old, scale);
        }
        self.large_sample(second, &row.new, scale);
        let stroke = Stroke::solid(theme.ink, 2.6 * k);
        let head = vec![to.plus(-9.0 * k, -8.0 * k), to, to.plus(-9.0 * k, 8.0 * k)];
        self.s.path(Layer::Furniture, None, vec![from, to], stroke);
        self.s.path(Layer::Furniture, None, head, stroke);
        self.y = top;
        let name = Self::style(Face::SerifSemiBold, LEAST, theme.ink);
        self.paragraph(&row.areas, name, indent, 1.16);
        let words = Self::style(Face::Condensed, LEAST, theme.ink);
        self.paragraph(&row.words, words, indent, 1.16);
        self.y = self.y.max(top + 56.0 * k);
    }

    /// A sample of the legend that is seen from the last row.
    fn large_sample(&mut self, at: ScreenPoint, sign: &LegendSign, scale: f32) {
        let unit = std::mem::replace(&mut self.s.u, self.k * scale);
        self.sample(at, sign);
        self.s.u = unit;
    }
}

/// The scale of a sample: so large that letters in it are read from the last row.
fn scale_of(sign: &LegendSign) -> f32 {
    match sign {
        LegendSign::Fill(_, Some(Texture::Given { .. }), _)
        | LegendSign::Ribbon(_)
        | LegendSign::Bracket(_)
        | LegendSign::Town(_) => LETTERED_SCALE,
        _ => SAMPLE_SCALE,
    }
}
