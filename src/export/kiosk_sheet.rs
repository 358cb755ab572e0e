//! Every text that a kiosk can show, on sheets of A4, for whoever answers for an exhibition to sign.

use std::sync::Arc;

use super::sheets::{Piece, Running, Sheets, Type, WIDTH};
use crate::model::{Atlas, CardTarget, ReadingLevel, Tour};
use crate::paint::file::PictureError;
use crate::scene::{Face, Theme};
use crate::session::{OwnPanel, Session};
use crate::text::{Card, CardView, KIOSK_WORDS, Text, language_name};
use crate::timeline::{Lens, Situation, Timeline};

/// Distance between lines to write on, in points.
const WRITING: f32 = 26.0;

/// The sheets in a language, with the museum's own panel, as the bytes of a PDF file.
///
/// # Errors
/// [`PictureError`] where the file could not be made.
pub fn kiosk_sheet(
    timeline: &Arc<Timeline>,
    language: &str,
    own: Option<&OwnPanel>,
) -> Result<Vec<u8>, PictureError> {
    let session = Session::new(Arc::clone(timeline), language);
    let (text, theme) = (Text::for_atlas(language, timeline.atlas()), Theme::print());
    let atlas = timeline.atlas();
    let title = format!(
        "{} – {}",
        atlas.manifest.title.text(language),
        text.get("sheet-title")
    );
    let how = |face, size: f32, line: f32, color| Type {
        face,
        size,
        line,
        color,
    };
    let types = Types {
        title: how(Face::DisplayMedium, 30.0, 36.0, theme.ink),
        heading: how(Face::SerifSemiBold, 16.0, 20.0, theme.ink),
        name: how(Face::SemiBold, 9.0, 12.5, theme.ink),
        body: how(Face::Serif, 9.6, 13.2, theme.ink),
        small: how(Face::Regular, 7.8, 10.6, theme.ink2),
    };
    let running = Running {
        left: title.clone(),
        how: types.small,
        rule: theme.rule,
    };
    let mut writer = Writer {
        sheets: Sheets::new(session.geometry(), running, theme.page),
        text: &text,
        timeline,
        types,
    };
    writer.front(&title, &theme);
    writer.first_screens();
    if let Some(own) = own {
        writer.part(own.title.text(language));
        writer.body(own.text.text(language));
    }
    writer.buttons();
    writer.general();
    let tours = atlas.scenes.iter().cloned();
    let mut all: Vec<Arc<Tour>> = tours.collect();
    all.push(text.kiosk_attract(timeline));
    all.iter().for_each(|tour| writer.tour(tour));
    writer.terms();
    writer.cards();
    writer.sheets.document(title, atlas, &text)
}

/// Ways to set texts.
#[derive(Clone, Copy)]
struct Types {
    title: Type,
    heading: Type,
    name: Type,
    body: Type,
    small: Type,
}

struct Writer<'a> {
    sheets: Sheets<'a>,
    text: &'a Text,
    timeline: &'a Timeline,
    types: Types,
}

impl<'a> Writer<'a> {
    fn atlas(&self) -> &'a Atlas {
        self.timeline.atlas()
    }

    fn front(&mut self, title: &str, theme: &Theme) {
        self.sheets.begin(Some(title), "");
        let heading = Piece::heading(1, title, self.types.title, WIDTH);
        self.sheets.add(heading.below(20.0));
        self.body(&self.text.get("sheet-about"));
        self.body(&self.text.sources_line(self.atlas()));
        let signed = self.text.get("sheet-signed");
        let signed = Piece::text(&signed, self.types.name, WIDTH);
        self.sheets.add(signed.below(40.0));
        let lines = Piece::lines_to_write(3, WRITING, theme.rule, WIDTH);
        self.sheets.add(lines.below(8.0));
    }

    /// Begins a part on a new page.
    fn part(&mut self, title: &str) {
        self.sheets.begin(Some(title), "");
        self.sheets
            .add(Piece::heading(1, title, self.types.heading, WIDTH));
    }

    fn name(&mut self, words: &str) {
        if !words.is_empty() {
            let piece = Piece::text(words, self.types.name, WIDTH);
            self.sheets.add(piece.below(8.0));
        }
    }

    fn body(&mut self, words: &str) {
        if !words.is_empty() {
            let piece = Piece::text(words, self.types.body, WIDTH);
            self.sheets.add(piece.below(3.0));
        }
    }

    fn small(&mut self, words: &str) {
        if !words.is_empty() {
            let piece = Piece::text(words, self.types.small, WIDTH);
            self.sheets.add(piece.below(2.0));
        }
    }

    /// A text, and below it its version in plain words where there is another.
    fn levels(&mut self, full: &str, plain: &str) {
        self.body(full);
        if !plain.is_empty() && plain != full {
            let plain = self.text.with("sheet-plain", &[("text", plain)]);
            self.body(&plain);
        }
    }

    fn first_screens(&mut self) {
        self.part(&self.text.get("sheet-first"));
        let (atlas, text) = (self.atlas(), self.text);
        for words in [
            text.kiosk_touch(atlas),
            text.kiosk_subject(atlas),
            text.kiosk_question(atlas),
            text.kiosk_after_scene(atlas),
        ] {
            self.body(&words);
        }
    }

    /// The words of buttons and notices, and the names of the languages.
    fn buttons(&mut self) {
        self.part(&self.text.get("sheet-buttons"));
        let values = [("seconds", "30"), ("step", "1"), ("count", "5")];
        for key in KIOSK_WORDS {
            self.body(&self.text.with(key, &values));
        }
        let languages = self.atlas().manifest.languages.iter();
        let names = languages.map(|tag| language_name(tag).unwrap_or(tag));
        self.body(&names.collect::<Vec<_>>().join(", "));
    }

    /// The choices of the map, its signs, and whose words all of it is.
    fn general(&mut self) {
        use ReadingLevel::{Full, Plain};
        let (atlas, text) = (self.atlas(), self.text);
        self.part(&text.get("sheet-choices"));
        let plain = text.kiosk_chips(atlas, Plain);
        for (chip, plain) in text.kiosk_chips(atlas, Full).iter().zip(&plain) {
            self.name(&chip.name);
            self.levels(&chip.about, &plain.about);
        }
        self.part(&text.get("sheet-signs"));
        let plain = text.kiosk_samples(atlas, Plain);
        for (sample, plain) in text.kiosk_samples(atlas, Full).iter().zip(&plain) {
            self.name(&sample.title);
            self.levels(&sample.about, &plain.about);
        }
        let words = text.kiosk_sources(atlas, Full);
        self.part(&words.title);
        self.levels(&words.about, &text.kiosk_sources(atlas, Plain).about);
        self.name(&words.voices);
        self.body(&words.lead);
        for (title, works) in &words.groups {
            self.name(title);
            works.iter().for_each(|work| self.body(work));
        }
        self.body(&words.missing);
    }

    fn tour(&mut self, tour: &Tour) {
        let language = self.text.language();
        self.part(tour.title.text(language));
        self.body(tour.about.text(language));
        for step in &tour.steps {
            let day = self.text.date_in_full(step.date);
            self.name(&format!("{day} – {}", step.headline.text(language)));
            self.levels(step.caption.text(language), step.plain.text(language));
            self.body(step.ask.text(language));
            self.body(step.reveal.text(language));
            for callout in &step.callouts {
                self.small(callout.text.text(language));
            }
        }
    }

    fn terms(&mut self) {
        let language = self.text.language();
        self.part(&self.text.get("sheet-terms"));
        for term in self.atlas().glossary.terms() {
            self.name(term.term.text(language));
            self.levels(term.sentence.text(language), term.plain.text(language));
        }
    }

    /// The cards of everything that can be touched, each where it says something new.
    fn cards(&mut self) {
        let atlas = self.atlas();
        let days = self.timeline.change_days().iter();
        let days: Vec<Situation> = days.map(|day| self.timeline.situation_on(*day)).collect();
        self.part(&self.text.get("sheet-places"));
        self.small(&self.text.get("sheet-places-about"));
        let districts = atlas.districts.iter();
        let mut targets: Vec<CardTarget> = districts
            .map(|d| CardTarget::District(d.id.clone()))
            .collect();
        let capitals = atlas.parties.iter().filter(|p| p.capital);
        targets.extend(capitals.map(|p| CardTarget::Party(p.id.clone())));
        targets.extend(atlas.places.iter().map(|p| CardTarget::Place(p.id.clone())));
        targets.extend(atlas.units.iter().map(|u| CardTarget::Unit(u.id.clone())));
        for target in &targets {
            let mut last: Option<Card> = None;
            for day in &days {
                let card = self.card(target, day, ReadingLevel::Full);
                let says = |card: &Card| (card.what.clone(), card.rows().map(|r| r.text.clone()));
                let is_new = last.as_ref().is_none_or(|last| says(last) != says(&card));
                if card.record.is_some() && is_new {
                    self.write_card(&card, target, day);
                }
                last = Some(card);
            }
        }
        self.part(&self.text.get("sheet-records"));
        let mut written = Vec::new();
        for day in &days {
            let messages = day.messages.iter().map(|d| &atlas.messages[d.index].head);
            let events = day.events.iter().map(|d| &atlas.events[d.index].head);
            let records = messages.chain(events).map(|head| head.id.clone());
            let marks = day.contradictions.iter();
            let marks =
                marks.map(|i| CardTarget::Contradiction(atlas.contradictions[*i].id.clone()));
            for target in records.map(CardTarget::Record).chain(marks) {
                if !written.contains(&target) {
                    let card = self.card(&target, day, ReadingLevel::Full);
                    self.write_card(&card, &target, day);
                    written.push(target);
                }
            }
        }
    }

    fn card(&self, target: &CardTarget, day: &Situation, level: ReadingLevel) -> Card {
        let view = CardView {
            timeline: self.timeline,
            situation: day,
            lens: &Lens::Claims,
            level,
        };
        self.text.kiosk_card(target, &view)
    }

    fn write_card(&mut self, card: &Card, target: &CardTarget, day: &Situation) {
        let from = self.text.day_month(day.day);
        let from = self.text.with("sheet-from", &[("day", &from)]);
        self.name(&format!("{}, {from}", card.title));
        let plain = self.card(target, day, ReadingLevel::Plain);
        self.levels(&card.what, &plain.what);
        for row in card.rows() {
            if !row.text.is_empty() {
                self.small(&format!("{} {}", row.label, row.text));
            }
        }
        for part in &card.more {
            let line = self.text.named(&part.heading, &part.lines.join(" "));
            self.small(&line);
        }
    }
}
