//! Cards of a kiosk: what is on record of whatever a visitor touches, in at most fifty words: where
//! and when, what, who, how sure, and on whose word. `more` holds the rest.
//!
//! `statement` says who, how sure and on whose word, `records` what a record says; `area` has the
//! cards of districts and places, `thing` those of troops, messages, events, capitals,
//! contradictions and days; `fit` makes a card of statements.

mod area;
mod fit;
mod records;
mod statement;
mod thing;

use super::Text;
use crate::model::{Atlas, CardTarget, ReadingLevel, RecordId, RecordRef};
use crate::timeline::{Lens, Situation, Timeline};

use statement::Writer;

/// Most words that a card shows before `more` is touched.
pub const MOST_CARD_WORDS: usize = 50;

/// What a card is seen through.
#[derive(Debug, Clone, Copy)]
pub struct CardView<'a> {
    /// The index of the atlas that is shown.
    pub timeline: &'a Timeline,
    /// The situation on the day shown.
    pub situation: &'a Situation,
    /// The lens of the map.
    pub lens: &'a Lens,
    /// How much the words ask of their reader.
    pub level: ReadingLevel,
}

/// What is on record of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What was touched.
    pub target: CardTarget,
    /// What it is called.
    pub title: String,
    /// The day, or what is known of it.
    pub day: String,
    /// What is on record, in sentences.
    pub what: String,
    /// Who said or did it.
    pub who: CardRow,
    /// How sure it is.
    pub how_sure: CardRow,
    /// On whose word it is known.
    pub on_whose_word: CardRow,
    /// What unfolds.
    pub more: Vec<CardPart>,
    /// The first record that it tells; `None` where nothing is on record.
    pub record: Option<RecordId>,
}

/// A line of a card with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRow {
    /// What the line says.
    pub label: String,
    /// The words.
    pub text: String,
}

/// A part of what unfolds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPart {
    /// The heading.
    pub heading: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// One of several things under a finger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardChoice {
    /// The thing.
    pub target: CardTarget,
    /// What it is called.
    pub title: String,
    /// What kind of thing it is.
    pub kind: String,
}

impl Card {
    /// Who, how sure and on whose word, in the order in which they stand.
    #[must_use]
    pub fn rows(&self) -> [&CardRow; 3] {
        [&self.who, &self.how_sure, &self.on_whose_word]
    }

    /// The number of words that it shows at first, with its labels.
    #[must_use]
    pub fn word_count(&self) -> usize {
        let rows = self.rows().into_iter().flat_map(|r| [&r.label, &r.text]);
        let all = [&self.title, &self.day, &self.what].into_iter().chain(rows);
        all.map(|text| word_count(text)).sum()
    }
}

/// The number of words of a text: what has a letter or digit between spaces.
fn word_count(text: &str) -> usize {
    let has_sign = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(has_sign).count()
}

impl Text {
    /// The card of a thing on the day of a situation.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use araxes::model::{CardTarget, ReadingLevel};
    /// use araxes::text::{CardView, Text};
    /// use araxes::timeline::{Lens, Timeline};
    /// # let files = araxes::load::files::read_folder("docs/example-atlas".as_ref()).expect("files");
    /// # let atlas = araxes::load::load(&files).atlas.expect("no faults");
    /// let timeline = Timeline::new(Arc::new(atlas));
    /// let situation = timeline.situation_on("1871-03-12".parse().expect("a day"));
    /// let view = CardView {
    ///     timeline: &timeline,
    ///     situation: &situation,
    ///     lens: &Lens::Claims,
    ///     level: ReadingLevel::Full,
    /// };
    /// let card = Text::new("en").kiosk_card(&CardTarget::District("alder".into()), &view);
    /// assert_eq!(card.what, "The League claims it.");
    /// assert_eq!(card.how_sure.text, "Own words, said 10 March");
    /// ```
    #[must_use]
    pub fn kiosk_card(&self, target: &CardTarget, view: &CardView<'_>) -> Card {
        let writer = Writer::new(self, view);
        match target {
            CardTarget::Day => writer.day(),
            CardTarget::District(id) => writer.district(id),
            CardTarget::Place(id) => writer.place(id),
            CardTarget::Party(id) => writer.party(id),
            CardTarget::Unit(id) => writer.unit(id),
            CardTarget::Record(id) => writer.record(id),
            CardTarget::Contradiction(id) => writer.contradiction(id),
        }
    }

    /// The things that ids name, each once and in their order, for a choice between them. What has
    /// no card is left out.
    #[must_use]
    pub fn kiosk_choices<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i str>,
        view: &CardView<'_>,
    ) -> Vec<CardChoice> {
        let atlas = view.timeline.atlas();
        let mut all: Vec<CardChoice> = Vec::new();
        for id in ids {
            let Some(target) = CardTarget::named(id, atlas) else {
                continue;
            };
            if all.iter().any(|choice| choice.target == target) {
                continue;
            }
            let (title, kind) = self.choice_words(&target, atlas);
            all.push(CardChoice {
                target,
                title,
                kind,
            });
        }
        all
    }

    fn choice_words(&self, target: &CardTarget, atlas: &Atlas) -> (String, String) {
        let id = target.id().unwrap_or_default();
        let name = || self.capitalized(atlas.name(id, self.language()));
        match (target, atlas.find(id)) {
            (CardTarget::District(_), _) => (name(), self.get("kiosk-kind-district")),
            (CardTarget::Place(_), Some(RecordRef::Place(i))) => {
                let kind = crate::model::word(atlas.places[i].kind);
                (name(), self.get(&format!("kiosk-kind-{kind}")))
            }
            (CardTarget::Party(_), _) => (name(), self.get("kiosk-kind-capital")),
            (CardTarget::Unit(_), _) => (name(), self.get("kiosk-kind-unit")),
            (CardTarget::Record(_), Some(RecordRef::Message(i))) => {
                let ends = self.message_ends(&atlas.messages[i], atlas);
                (self.capitalized(&ends), self.get("kiosk-kind-message"))
            }
            (CardTarget::Contradiction(_), Some(RecordRef::Contradiction(i))) => {
                let ways = self.told_in_ways(&atlas.contradictions[i]);
                (self.caption(atlas, id), ways)
            }
            (CardTarget::Record(_), Some(RecordRef::Claim(_))) => {
                (self.caption(atlas, id), self.get("kiosk-kind-claim"))
            }
            (CardTarget::Record(_), Some(RecordRef::Control(_))) => {
                (self.caption(atlas, id), self.get("kiosk-kind-held"))
            }
            (CardTarget::Record(_), _) => (self.caption(atlas, id), self.get("kiosk-kind-event")),
            _ => (self.get("kiosk-kind-day"), String::new()),
        }
    }
}
