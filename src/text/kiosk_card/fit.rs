//! Makes a card of statements. What does not fit into its fifty words stands in `more`; nothing is
//! left out, and no word about certainty is.

use std::collections::BTreeSet;

use super::statement::{Statement, Writer};
use super::{Card, CardPart, CardRow, MOST_CARD_WORDS, word_count};
use crate::model::{CardTarget, Citation};

/// Most statements that a card tells before `more`.
const MOST_STATEMENTS: usize = 3;
/// Number of forms of decreasing length in which a card is tried.
const FORMS: usize = 4;

/// What a card tells.
pub(super) struct CardContents {
    pub(super) target: CardTarget,
    pub(super) title: String,
    pub(super) day: String,
    /// The statements, the most important first; at least one.
    pub(super) statements: Vec<Statement>,
    pub(super) more: Vec<CardPart>,
}

impl Writer<'_> {
    /// The card of at most fifty words: with as many statements as find room, and for these the
    /// longest form.
    pub(super) fn fitted(&self, contents: &CardContents) -> Card {
        let most = self.one_each(contents).clamp(1, MOST_STATEMENTS);
        for count in (1..=most).rev() {
            for form in 0..FORMS {
                let card = self.composed(contents, count, form);
                if card.word_count() <= MOST_CARD_WORDS {
                    return card;
                }
            }
        }
        self.cut(self.composed(contents, 1, FORMS - 1))
    }

    /// The number of statements before one by a speaker who has been told already: one card tells one
    /// answer of each.
    fn one_each(&self, contents: &CardContents) -> usize {
        let mut seen = BTreeSet::new();
        let statements = contents.statements.iter();
        let new = statements.take_while(|s| s.label.is_empty() || seen.insert(&s.label));
        new.count()
    }

    fn composed(&self, contents: &CardContents, count: usize, form: usize) -> Card {
        let count = count.min(contents.statements.len());
        let (told, rest) = contents.statements.split_at(count);
        let separator = self.text.get("list-semicolon");
        let sentences: Vec<String> = told.iter().map(|s| self.sentence(&s.what)).collect();
        let mut what = sentences.join(" ");
        if !rest.is_empty() {
            let count = rest.len().to_string();
            let more = self.with_level("kiosk-more-answers", &[("count", &count)]);
            what = [what, more].join(" ");
        }
        let form_of_who = if count > 1 { form.max(1) } else { form };
        let who: Vec<String> = unique(told.iter().map(|s| {
            let last = s.who.len().saturating_sub(1);
            s.who.get(form_of_who.min(last)).cloned()
        }));
        let sure = self.sure_of(told);
        let mut cites: Vec<Citation> = Vec::new();
        for cite in told.iter().flat_map(|s| &s.cites) {
            if !cites.contains(cite) {
                cites.push(cite.clone());
            }
        }
        let row = |key: &str, text: String| CardRow {
            label: self.level_text(key),
            text: self.text.capitalized(&text),
        };
        let what = self.without_kinds(&what);
        let sure = self.without_kinds(&sure);
        let word = self.on_whose_word(&cites, form >= FORMS - 1);
        let mut more = Vec::new();
        if !rest.is_empty() {
            more.push(CardPart {
                heading: self.level_text("kiosk-more-others"),
                lines: rest.iter().map(|s| self.line(s)).collect(),
            });
        }
        more.extend(contents.more.iter().cloned());
        more.extend(self.conditions(told));
        more.extend(self.read_in(&cites));
        more.extend(self.words_used(&what));
        Card {
            target: contents.target.clone(),
            title: self.without_kinds(&contents.title),
            day: contents.day.clone(),
            what,
            who: row("kiosk-card-who", who.join(&separator)),
            how_sure: row("kiosk-card-how-sure", sure),
            on_whose_word: CardRow {
                label: self.level_text("kiosk-card-word"),
                text: word,
            },
            more,
            record: told.iter().find_map(|s| s.record.clone()),
        }
    }

    /// How sure several statements are: in one phrase where all are alike, otherwise by the names of
    /// those who made them.
    fn sure_of(&self, told: &[Statement]) -> String {
        let mut alike: Vec<(&str, Vec<&str>)> = Vec::new();
        for statement in told {
            match alike.iter_mut().find(|(sure, _)| *sure == statement.sure) {
                Some((_, labels)) => labels.push(&statement.label),
                None => alike.push((&statement.sure, vec![&statement.label])),
            }
        }
        if let [(sure, _)] = alike.as_slice() {
            return (*sure).to_owned();
        }
        let one = |(sure, labels): &(&str, Vec<&str>)| {
            let labels: Vec<String> = labels.iter().map(|l| (*l).to_owned()).collect();
            let who = self.text.join(&labels);
            self.text
                .with("kiosk-sure-of", &[("who", &who), ("sure", sure)])
        };
        let all: Vec<String> = alike.iter().map(one).collect();
        all.join(&self.text.get("list-semicolon"))
    }

    /// A statement in one line, for `more`.
    pub(super) fn line(&self, statement: &Statement) -> String {
        let who = statement.who.last().map_or("", String::as_str);
        let parts = [
            who.to_owned(),
            statement.sure.clone(),
            self.on_whose_word(&statement.cites, false),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        let source = parts.join(&self.text.get("list-semicolon"));
        let what = self.text.capitalized(&statement.what);
        let values = [("sentence", what.as_str()), ("source", &source)];
        let line = self.text.with("sentence-source", &values);
        self.without_kinds(&line)
    }

    /// The conditions on which statements were made.
    fn conditions(&self, told: &[Statement]) -> Option<CardPart> {
        let lines: Vec<String> = unique(told.iter().map(|s| s.condition.clone()));
        (!lines.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-condition"),
            lines,
        })
    }

    /// Page, note and archive of each citation.
    fn read_in(&self, cites: &[Citation]) -> Option<CardPart> {
        let one = |cite: &Citation| {
            let cites = std::slice::from_ref(cite);
            self.text.cites(cites, self.atlas)
        };
        let lines: Vec<String> = cites.iter().map(one).collect();
        (!lines.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-read-in"),
            lines,
        })
    }

    /// The terms of the glossary in a text, explained.
    fn words_used(&self, text: &str) -> Option<CardPart> {
        let language = self.text.language();
        let terms = self.atlas.glossary.used_in([text], language);
        let lines: Vec<String> = (terms.iter())
            .map(|term| {
                let sentence = self.view.level.of(&term.sentence, &term.plain);
                let name = self.text.capitalized(term.term.text(language));
                let values = [
                    ("term", name.as_str()),
                    ("sentence", sentence.text(language)),
                ];
                self.text.with("kiosk-term", &values)
            })
            .collect();
        (!lines.is_empty()).then(|| CardPart {
            heading: self.level_text("kiosk-more-words"),
            lines,
        })
    }

    /// A card whose sentence is too long: the sentence is cut with a sign, and stands whole in `more`.
    fn cut(&self, mut card: Card) -> Card {
        let over = card.word_count().saturating_sub(MOST_CARD_WORDS);
        let whole = card.what.clone();
        let keep = word_count(&whole).saturating_sub(over);
        let words: Vec<&str> = whole.split(' ').take(keep).collect();
        card.what = words.join(" ") + "…";
        let part = CardPart {
            heading: self.level_text("kiosk-more-whole"),
            lines: vec![whole],
        };
        card.more.insert(0, part);
        card
    }
}

/// The texts that are there, each once, in their order.
fn unique(texts: impl Iterator<Item = Option<String>>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let there = texts.flatten().filter(|text| !text.is_empty());
    there.filter(|text| seen.insert(text.clone())).collect()
}
