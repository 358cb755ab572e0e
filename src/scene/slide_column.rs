//! The texts of a slide: lens, date, headline, caption, question and answer. Each block takes the
//! largest type that fits.

use super::SlideMap;
use super::builder::BASELINE;
use super::list::{Layer, Shape, TextRun};
use super::page::PlatePage;
use super::slide::{SlideForm, SlideLayout};
use super::slide_samples::MOST_SIGNS;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Party, StepKind, TourStep};
use crate::session::{Lecture, Session};
use crate::timeline::Lens;

/// Least font size of what the room must read, in design units: 1/30 of the height of a slide.
pub(super) const LEAST: f32 = 36.0;
/// Height of a line of a title above one of two maps, in design units, and the most lines.
const TITLE_LINE: f32 = 42.0;
const MOST_TITLE_LINES: usize = 2;
/// Margin of the column, in design units.
pub(super) const MARGIN: f32 = 60.0;
/// Height of a line of a caption and of a headline, in font sizes.
const CAPTION_LINE: f32 = 1.24;
const HEADLINE_LINE: f32 = 1.1;
/// Height of a line of the sources, in font sizes.
const SOURCE_LINE: f32 = 1.2;
/// Width of the outline that strengthens the strokes of a display face, in font sizes.
const STRENGTH: f32 = 0.009;
/// Greatest number of rows of what changed.
const MOST_ROWS: usize = 3;

/// Greatest number of parties whose letters the first slide explains, the radius of a letter and the
/// height of their rows, in design units.
const MOST_LETTERS: usize = 8;
const LETTER: f32 = 23.0;
const LETTER_ROW: f32 = 52.0;

/// Font sizes of the texts of a slide, in design units.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    date: f32,
    headline: f32,
    caption: f32,
}

/// The sizes that are tried in turn.
const SIZES: [Sizes; 7] = [
    sizes(156.0, 64.0, 48.0),
    sizes(140.0, 60.0, 46.0),
    sizes(128.0, 56.0, 44.0),
    sizes(112.0, 52.0, 42.0),
    sizes(100.0, 48.0, 40.0),
    sizes(88.0, 44.0, 38.0),
    sizes(76.0, 40.0, 36.0),
];

/// The same of the first and last slide, which have no date.
const CALM_SIZES: [Sizes; 6] = [
    sizes(0.0, 100.0, 54.0),
    sizes(0.0, 88.0, 50.0),
    sizes(0.0, 76.0, 46.0),
    sizes(0.0, 64.0, 42.0),
    sizes(0.0, 52.0, 38.0),
    sizes(0.0, 46.0, 36.0),
];

const fn sizes(date: f32, headline: f32, caption: f32) -> Sizes {
    Sizes {
        date,
        headline,
        caption,
    }
}

impl PlatePage<'_> {
    /// Goes to the top of a column with margins.
    fn enter_rect(&mut self, rect: ScreenRect, margin: f32) {
        self.left = rect.min.x + margin * self.k;
        self.width = rect.width() - 2.0 * margin * self.k;
        self.y = rect.min.y;
    }

    /// A step that tells a day: its texts, and below them what changed and what the map's signs
    /// mean, as far as there is room.
    pub(super) fn told_page(
        &mut self,
        layout: &SlideLayout,
        lecture: &Lecture,
        step: &TourStep,
        maps: &[SlideMap],
        sessions: &[Session],
    ) {
        let (Some(map), Some(session)) = (maps.first(), sessions.first()) else {
            return;
        };
        self.enter_rect(layout.column, MARGIN);
        let rows = self.slide_rows(step, session, &map.scene.legend);
        let kicker = self.kicker(lecture, step, session);
        let bottom = layout.column.max.y - 22.0 * self.k;
        let start = self.s.items.len();
        // Large letters are worth more than a third row, a first row more than large letters, and the
        // meaning of the signs more than either.
        let wanted = [
            (MOST_ROWS, MOST_SIGNS, 3),
            (2, MOST_SIGNS, 4),
            (1, MOST_SIGNS, 5),
            (1, MOST_SIGNS, 7),
            (0, MOST_SIGNS, 7),
            (0, 4, 7),
            (1, 2, 7),
            (0, 3, 7),
            (0, 2, 7),
            (1, 0, 7),
        ];
        for (most, most_signs, most_tried) in wanted {
            for sizes in &SIZES[..most_tried] {
                self.enter_rect(layout.column, MARGIN);
                self.space(34.0);
                self.told(lecture, step, &kicker, *sizes);
                if self.rows(&rows, (most, most_signs), bottom) {
                    return;
                }
                self.s.items.truncate(start);
            }
        }
        for sizes in SIZES {
            self.s.items.truncate(start);
            self.enter_rect(layout.column, MARGIN);
            self.space(34.0);
            self.told(lecture, step, &kicker, sizes);
            if self.y <= bottom {
                return;
            }
        }
    }

    /// What the map shows, above the date: the lens where anything is colored by it, otherwise
    /// troops or messages, and the title of the tour where nothing is drawn.
    fn kicker(&self, lecture: &Lecture, step: &TourStep, session: &Session) -> String {
        let context = self.s.context;
        let (text, atlas, shown) = (context.text, context.atlas(), context.session.shown());
        match (shown.fills, shown.holders, shown.troops, shown.messages) {
            (true, ..) => self.lens_heading(step, session).words,
            (_, true, ..) => text.lens_title(&Lens::Control, atlas),
            (_, _, true, _) => text.get("units"),
            (.., true) => text.get("messages"),
            _ => lecture.tour().title.text(text.language()).to_owned(),
        }
    }

    /// Lens, date, headline and caption of a step, in these sizes.
    fn told(&mut self, lecture: &Lecture, step: &TourStep, kicker: &str, sizes: Sizes) {
        let context = self.s.context;
        let (text, theme) = (context.text, context.theme);
        let fits = Face::SemiBold.width(kicker, LEAST * self.k) <= self.width;
        let face = if fits {
            Face::SemiBold
        } else {
            Face::Condensed
        };
        self.words(kicker, Self::style(face, LEAST, theme.ink), 0.0);
        self.space(8.0);
        self.rule(theme.ink, 2.4);
        self.date(step, sizes.date);
        self.space(10.0);
        let words = step.headline.text(text.language());
        self.display(words, Face::DisplayMedium, sizes.headline, HEADLINE_LINE);
        self.space(12.0);
        self.said(lecture, step, sizes.caption);
    }

    /// The days that are told, on one line, and the weekday and year below.
    fn date(&mut self, step: &TourStep, size: f32) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme) = (context.text, context.theme);
        let (days, year) = match step.range {
            Some(range) => (
                text.days_in_short(range),
                chrono::Datelike::year(&step.date).to_string(),
            ),
            None => (text.day_month(step.date), text.weekday_year(step.date)),
        };
        let size = Face::Display.fitted(&days, size, self.width / k);
        self.space(0.62 * size + 4.0);
        let at = ScreenPoint::new(self.left - 0.03 * size * k, self.y);
        self.display_line(at, &days, Face::Display, size * k, theme.ink);
        self.space(0.62 * size);
        let style = Self::style(Face::Regular, LEAST, theme.ink2);
        self.paragraph(&year, style, 0.0, 1.2);
    }

    /// The caption, with the question where there is one; once the answer is shown, question and
    /// answer take the place of the caption.
    fn said(&mut self, lecture: &Lecture, step: &TourStep, size: f32) {
        let context = self.s.context;
        let (language, ink) = (context.text.language(), context.theme.ink);
        let caption = Self::style(Face::Serif, size, ink);
        let ask = Self::style(Face::SerifSemiBold, size, ink);
        if !lecture.revealed() {
            self.paragraph(step.caption.text(language), caption, 0.0, CAPTION_LINE);
        }
        if step.ask.is_empty() {
            return;
        }
        self.space(if lecture.revealed() { 0.0 } else { 14.0 });
        self.paragraph(step.ask.text(language), ask, 0.0, CAPTION_LINE);
        if lecture.revealed() {
            self.space(10.0);
            self.paragraph(step.reveal.text(language), caption, 0.0, CAPTION_LINE);
        }
    }

    /// A paragraph in a display face, whose thin strokes are strengthened, because a projector loses
    /// them.
    fn display(&mut self, text: &str, face: Face, size: f32, line: f32) {
        let (k, ink) = (self.k, self.s.context.theme.ink);
        for words in face.wrap(text, size * k, self.width) {
            self.space(size * line / 2.0);
            self.display_line(
                ScreenPoint::new(self.left, self.y),
                &words,
                face,
                size * k,
                ink,
            );
            self.space(size * line / 2.0);
        }
    }

    fn display_line(
        &mut self,
        middle: ScreenPoint,
        words: &str,
        face: Face,
        size: f32,
        color: Color,
    ) {
        let run = TextRun {
            at: middle.plus(0.0, size * BASELINE),
            text: words.to_owned(),
            face,
            size,
            tracking: 0.0,
            color,
            halo: Some((color, size * STRENGTH)),
            angle: 0.0,
        };
        self.s.add(Layer::Furniture, None, Shape::Text(run));
    }

    /// The first and the last slide: the title of the tour, the headline, the caption, and whose
    /// telling this is.
    pub(super) fn calm_page(&mut self, layout: &SlideLayout, lecture: &Lecture, step: &TourStep) {
        let context = self.s.context;
        let (text, theme) = (context.text, context.theme);
        let language = text.language();
        let title = lecture.tour().title.text(language);
        let opening = step.kind == StepKind::Opening;
        let sources = text.sources_line(context.atlas());
        let bottom = layout.column.max.y - 40.0 * self.k;
        let start = self.s.items.len();
        let sizes = CALM_SIZES.into_iter();
        let with_letters = sizes.clone().map(|sizes| (sizes, opening));
        for (sizes, has_letters) in with_letters.chain(sizes.map(|sizes| (sizes, false))) {
            self.s.items.truncate(start);
            self.enter_rect(layout.column, 1.3 * MARGIN);
            // Letters are worth more than air.
            let air = if has_letters { 0.6 } else { 1.0 };
            self.space(70.0 * air);
            if opening {
                self.display(title, Face::Display, sizes.headline * 1.5, 1.0);
                self.space(34.0 * air);
                self.rule(theme.ink, 2.4);
                self.space(34.0 * air);
                let headline = step.headline.text(language);
                let size = (sizes.headline * 0.66).max(LEAST);
                self.display(headline, Face::DisplayMedium, size, HEADLINE_LINE);
            } else {
                let small = Self::style(Face::SemiBold, LEAST, theme.ink);
                self.paragraph(title, small, 0.0, 1.2);
                self.space(8.0);
                self.rule(theme.ink, 2.4);
                self.space(40.0);
                let headline = step.headline.text(language);
                self.display(headline, Face::DisplayMedium, sizes.headline, HEADLINE_LINE);
            }
            self.space(26.0 * air);
            let caption = Self::style(Face::Serif, sizes.caption, theme.ink);
            self.paragraph(step.caption.text(language), caption, 0.0, CAPTION_LINE);
            if has_letters {
                self.space(22.0);
                self.party_letters();
            }
            self.space(if has_letters { 16.0 } else { 40.0 });
            self.rule(theme.ink2, 1.6);
            self.space(16.0);
            if self.source_lines(&sources, bottom) {
                return;
            }
        }
    }

    /// Writes the sources above `bottom`, cut where there is no room for all; returns whether they are
    /// whole.
    fn source_lines(&mut self, sources: &str, bottom: f32) -> bool {
        let small = Self::style(Face::Regular, LEAST, self.s.context.theme.ink2);
        let mut lines = small.face.wrap(sources, LEAST * self.k, self.width);
        let room = ((bottom - self.y) / (LEAST * SOURCE_LINE * self.k)).max(1.0) as usize;
        let is_whole = lines.len() <= room;
        if !is_whole {
            lines.truncate(room);
            if let Some(last) = lines.last_mut() {
                last.push_str(" …");
            }
        }
        for line in lines {
            self.paragraph(&line, small, 0.0, SOURCE_LINE);
        }
        is_whole
    }

    /// The letters of the parties with their names, and what an open letter says.
    fn party_letters(&mut self) {
        let (k, context) = (self.k, self.s.context);
        let (text, atlas) = (context.text, context.atlas());
        let parties = atlas.parties.iter().filter(|party| party.offers_lens());
        let parties: Vec<&Party> = parties.take(MOST_LETTERS).collect();
        let name = |party: &Party| atlas.name(party.id.as_str(), text.language()).to_owned();
        let mut signs: Vec<(&Party, String, bool)> = parties
            .iter()
            .map(|party| (*party, name(party), false))
            .collect();
        let open = parties
            .first()
            .map(|party| (*party, text.get("slide-letters-open"), true));
        signs.extend(open);
        let style = Self::style(Face::Condensed, LEAST, context.theme.ink);
        let beside = 2.0 * LETTER + 12.0;
        let mut x = 0.0;
        for (party, words, is_open) in signs {
            let wide = beside * k + self.s.width(&words, style);
            if x > 0.0 && x + wide > self.width {
                x = 0.0;
                self.space(LETTER_ROW);
            }
            let middle = self.y + LETTER_ROW / 2.0 * k;
            let at = ScreenPoint::new(self.left + x + LETTER * k, middle);
            let ink = self.s.colors_of(&party.id).line;
            self.s
                .roundel(Layer::Furniture, at, LETTER, &party.letter, ink, is_open);
            let at = ScreenPoint::new(self.left + x + beside * k, middle);
            self.s.text(Layer::Furniture, None, at, &words, style);
            x += wide + 30.0 * k;
        }
        self.space(LETTER_ROW);
    }

    /// A step that compares two lenses: its texts, and the lens of each map above it.
    pub(super) fn compared(
        &mut self,
        layout: &SlideLayout,
        lecture: &Lecture,
        step: &TourStep,
        sessions: &[Session],
    ) {
        let language = self.s.context.text.language().to_owned();
        let column = layout.column;
        let bottom = column.max.y - 14.0 * self.k;
        // Where the maps are below the texts and there is width, the caption stands beside the date.
        let in_two = layout.form == SlideForm::Band && column.width() > column.height() * 2.0;
        let start = self.s.items.len();
        for sizes in SIZES {
            self.s.items.truncate(start);
            self.enter_rect(column, MARGIN);
            let (left, whole) = (self.left, self.width);
            if in_two {
                self.width = 0.4 * whole;
            }
            self.space(if in_two { 18.0 } else { 34.0 });
            self.date(step, sizes.date * 0.86);
            self.space(12.0);
            let headline = step.headline.text(&language);
            self.display(headline, Face::DisplayMedium, sizes.headline, HEADLINE_LINE);
            let foot = self.y;
            self.space(14.0);
            if in_two {
                self.left = left + 0.44 * whole;
                self.width = 0.56 * whole;
                self.y = column.min.y;
                self.space(30.0);
            }
            self.said(lecture, step, sizes.caption);
            if self.y.max(foot) <= bottom {
                break;
            }
        }
        // Two titles of different weight would not be of one rank.
        let fit = sessions.iter().zip(&layout.maps).all(|(session, map)| {
            let words = self.title_of_map(step, session, *map);
            Face::SemiBold.width(&words, LEAST * self.k) <= self.width
        });
        let face = if fit { Face::SemiBold } else { Face::Condensed };
        let titles: Vec<Vec<String>> = sessions
            .iter()
            .zip(&layout.maps)
            .map(|(session, map)| {
                let words = self.title_of_map(step, session, *map);
                let mut lines = face.wrap(&words, LEAST * self.k, self.width);
                if lines.len() > MOST_TITLE_LINES {
                    lines.truncate(MOST_TITLE_LINES);
                    lines.last_mut().into_iter().for_each(|line| line.push('…'));
                }
                lines
            })
            .collect();
        // What is below the titles begins at one height, also where only one of them has two lines.
        let further = titles
            .iter()
            .map(|lines| lines.len().saturating_sub(1))
            .max();
        let down = further.unwrap_or_default() as f32 * TITLE_LINE;
        for ((session, map), title) in sessions.iter().zip(&layout.maps).zip(&titles) {
            let top = match layout.form {
                SlideForm::Pair => column.min.y,
                _ => map.min.y - super::slide::MAP_TITLE * self.k,
            };
            self.map_title(step, session, *map, top, (title, face, down));
        }
    }

    /// The title of one of two maps, above which the page then stands.
    fn title_of_map(&mut self, step: &TourStep, session: &Session, map: ScreenRect) -> String {
        (self.left, self.width) = self.title_room(map);
        self.lens_heading(step, session).words
    }

    /// Left end and width of the title of one of two maps.
    fn title_room(&self, map: ScreenRect) -> (f32, f32) {
        let (left, right) = (map.min.x + 26.0 * self.k, map.max.x - 20.0 * self.k);
        (left, right - left)
    }

    /// The lens of one of two maps, and below it what its colors mean, as far as there is room: `down`
    /// design units lower than below a title of one line.
    fn map_title(
        &mut self,
        step: &TourStep,
        session: &Session,
        map: ScreenRect,
        top: f32,
        (title, face, down): (&[String], Face, f32),
    ) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme) = (context.text, context.theme);
        (self.left, self.width) = self.title_room(map);
        let style = Self::style(face, LEAST, theme.ink);
        for (i, line) in title.iter().enumerate() {
            let at = ScreenPoint::new(self.left, top + (38.0 + i as f32 * TITLE_LINE) * k);
            self.s
                .text_within(Layer::Furniture, at, line, style, self.width);
        }
        self.y = top + (66.0 + down) * k;
        let mut rows = self.fill_rows(step, session, false);
        if rows.is_empty() {
            let nothing = text.capitalized(&text.get("day-no-statement"));
            let none = Self::style(Face::Condensed, LEAST, theme.ink2);
            self.words(&nothing, none, 0.0);
        }
        // As many as have room; the pills on the map say the others.
        let bottom = map.min.y + 2.0 * k;
        while !rows.is_empty() && !self.fits(bottom, |page| page.signs(&rows)) {
            rows.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_is_below_the_least() {
        for sizes in SIZES.into_iter().chain(CALM_SIZES) {
            assert!(sizes.caption >= LEAST && sizes.headline >= LEAST);
        }
    }
}
