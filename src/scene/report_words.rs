//! The words of a report on the map, in lines of mixed style. `report_entry` sets them beside a sign.

use super::builder::{SceneBuilder, TextStyle};
use super::report_entry::ReportEntry;
use super::typeface::Face;
use crate::time::Truth;

/// Font sizes of a name and of the words below it, in design units.
pub(super) const NAME_SIZE: f32 = 15.5;
pub(super) const WORDS_SIZE: f32 = 15.0;
/// Height of a line as a multiple of its font size.
pub(super) const LINE: f32 = 1.14;
/// Width of a space, in ems.
pub(super) const SPACE: f32 = 0.26;

/// How much an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// Name, strength in words and squares, what is reported, and the day.
    Full,
    /// Name, strength in words, and the day.
    Brief,
    /// The name alone.
    Name,
    /// Nothing: a letter refers to the entry in a list.
    Keyed,
}

/// A form in which the entries of a block may be laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct EntryForm {
    /// Size of a sign as a share of its full size.
    pub(super) scale: f32,
    pub(super) wording: Wording,
    /// Maximum width of the words, in design units.
    pub(super) width: f32,
}

/// A line of words, in pieces of one style each.
pub(super) type Line = Vec<(String, TextStyle)>;

impl SceneBuilder<'_> {
    pub(super) fn line_width(&self, line: &Line) -> f32 {
        let spaces = line.len().saturating_sub(1) as f32 * SPACE * WORDS_SIZE * self.u;
        line.iter().map(|(w, s)| self.width(w, *s)).sum::<f32>() + spaces
    }

    /// The words of an entry in lines. A number is never parted from what it counts.
    pub(super) fn entry_lines(&self, entry: ReportEntry<'_>, form: EntryForm) -> Vec<Line> {
        if form.wording == Wording::Keyed {
            return Vec::new();
        }
        let (theme, text, u) = (self.context.theme, self.context.text, self.u);
        let style = |face, size, color| TextStyle {
            face,
            size,
            color,
            halo: Some(theme.land),
        };
        let bold = style(Face::SemiBold, NAME_SIZE, theme.ink);
        let plain = style(Face::Condensed, WORDS_SIZE, theme.ink);
        let italic = style(Face::Italic, WORDS_SIZE, theme.ink2);
        let name = entry.unit.names.text(text.language());
        let comma = text.get("list-comma");
        let comma = comma.trim_end();
        let strengths = entry.fix.strength.iter();
        let strengths = strengths
            .map(|s| text.strengths(std::slice::from_ref(s)))
            .filter(|s| !s.is_empty());
        let told: Vec<String> = self.said_of(entry, form.wording);
        let mut phrases: Vec<(String, TextStyle)> = Vec::new();
        let is_signed = entry.has_sign();
        if is_signed && form.wording != Wording::Name {
            phrases.extend(strengths.map(|s| (s, plain)));
            phrases.extend(told.into_iter().map(|t| (t, italic)));
        } else if !is_signed {
            let whereabouts = text.whereabouts(entry.fix, self.context.atlas());
            phrases.push((whereabouts, italic));
            if form.wording != Wording::Name {
                phrases.extend(strengths.map(|s| (s, italic)));
            }
            phrases.extend(told.into_iter().map(|t| (t, italic)));
        }
        let count = phrases.len();
        for (words, _) in phrases.iter_mut().take(count.saturating_sub(1)) {
            words.push_str(comma);
        }
        let width = form.width * u;
        if is_signed {
            let mut lines = self.flow(&[(name.to_owned(), bold)], width);
            lines.extend(self.flow(&phrases, width));
            lines
        } else {
            let name = text.with("report-of", &[("unit", name)]);
            let whole: Vec<_> = std::iter::once((name, italic)).chain(phrases).collect();
            self.flow(&whole, width)
        }
    }

    /// What a report says, and its day where that is not the day shown.
    fn said_of(&self, entry: ReportEntry<'_>, wording: Wording) -> Vec<String> {
        let text = self.context.text;
        if wording == Wording::Name && entry.has_sign() {
            return Vec::new();
        }
        let when = match (entry.report.age_days, entry.fix.head.dating.exact_day()) {
            (Some(1..), Some(day)) => Some(text.day_in(day, self.context.atlas())),
            (_, None) => Some(text.get("day-not-known")),
            _ => None,
        };
        let what = Some(entry)
            .filter(|e| e.has_sign() && wording == Wording::Full)
            .and_then(|e| text.fix_kind(e.fix.kind));
        let possibly = entry.report.certainty == Truth::Possible;
        let possibly = possibly.then(|| text.get("possibly"));
        [possibly, what, when].into_iter().flatten().collect()
    }

    /// Phrases in lines no wider than `width`, in points. A phrase with a number is broken at its
    /// spaces only where it alone is wider than a line.
    fn flow(&self, phrases: &[(String, TextStyle)], width: f32) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (phrase, style) in phrases {
            let fits = self.width(phrase, *style) <= width;
            let has_number = phrase.contains(char::is_numeric);
            let words: Vec<&str> = if fits && has_number {
                vec![phrase.as_str()]
            } else {
                phrase.split(' ').collect()
            };
            for word in words {
                let piece = (word.to_owned(), *style);
                let last = lines.last_mut().filter(|line| {
                    let mut longer = (*line).clone();
                    longer.push(piece.clone());
                    self.line_width(&longer) <= width
                });
                match last {
                    Some(line) => match line.last_mut().filter(|(_, s)| same_style(s, style)) {
                        Some((words, _)) => {
                            words.push(' ');
                            words.push_str(word);
                        }
                        None => line.push(piece),
                    },
                    None => lines.push(vec![piece]),
                }
            }
        }
        lines
    }
}

/// The height of a line, in design units.
pub(super) fn line_height(line: &Line) -> f32 {
    line.iter().map(|(_, s)| s.size * LINE).fold(0.0, f32::max)
}

/// Whether two pieces of a line may be one.
fn same_style(a: &TextStyle, b: &TextStyle) -> bool {
    a.face == b.face && a.size == b.size && a.color == b.color
}
