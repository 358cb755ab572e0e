//! Makes a card of statements. What does not fit into its fifty words stands in `more`; nothing is
//! left out, and no word about certainty is.

use std::collections::BTreeSet;

use super::statement::{Statement, Writer};
use super::{Card, CardPart, CardRow, MOST_CARD_WORDS, word_count};
use crate::model::{CardTarget, Citation};
use crate::numeric::clamped;

/// Most statements that a card tells before `more`.
const MOST_STATEMENTS: usize = 3;
/// The forms in which a card is tried, each shorter than the one before.
const FORMS: [Form; 5] = [
    Form {
        short: false,
        counts_rest: true,
        has_pages: true,
    },
    Form {
        short: true,
        counts_rest: true,
        has_pages: true,
    },
    Form {
        short: false,
        counts_rest: false,
        has_pages: true,
    },
    Form {
        short: true,
        counts_rest: false,
        has_pages: true,
    },
    Form {
        short: true,
        counts_rest: false,
        has_pages: false,
    },
];

/// How much a card says of the same.
#[derive(Debug, Clone, Copy)]
struct Form {
    /// Whether people are told by their names alone.
    short: bool,
    /// Whether the number of other statements is told.
    counts_rest: bool,
    /// Whether the pages are told.
    has_pages: bool,
}

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
        let most = clamped(one_each(contents), 1, MOST_STATEMENTS);
        let counts = (1..=most).rev();
        let tried = counts.flat_map(|count| FORMS.map(|form| (count, form)));
        let tried = tried.map(|(count, form)| (count, self.composed(contents, count, form)));
        let found = { tried }.find(|(_, card)| card.word_count() <= MOST_CARD_WORDS);
        match found {
            Some((count, card)) => self.unfolded(card, contents, count),
            None => self.shortened(contents),
        }
    }

    /// A card whose first sentence is too long: in its brief form, or cut. The whole stands in `more`.
    fn shortened(&self, contents: &CardContents) -> Card {
        let mut brief = CardContents {
            target: contents.target.clone(),
            title: contents.title.clone(),
            day: contents.day.clone(),
            statements: contents.statements.clone(),
            more: contents.more.clone(),
        };
        let first = &mut brief.statements[0];
        let whole = self.sentence(&first.what);
        if let Some(text) = first.brief.take() {
            first.what = text;
        }
        let tried = FORMS.map(|form| self.composed(&brief, 1, form));
        let fits = |card: &Card| card.word_count() <= MOST_CARD_WORDS;
        let [.., last] = &tried;
        let card = match tried.iter().find(|card| fits(card)) {
            Some(card) => card.clone(),
            None => cut(last.clone()),
        };
        let mut card = self.unfolded(card, &brief, 1);
        let part = CardPart {
            heading: self.level_text("kiosk-more-whole"),
            lines: vec![self.without_kinds(&whole)],
        };
        card.more.insert(0, part);
        card
    }

    /// What a card shows at first.
    fn composed(&self, contents: &CardContents, count: usize, form: Form) -> Card {
        let (told, rest) = contents
            .statements
            .split_at(count.min(contents.statements.len()));
        let sentences: Vec<String> = told.iter().map(|s| self.sentence(&s.what)).collect();
        let mut what = sentences.join(" ");
        if form.counts_rest && !rest.is_empty() {
            let count = rest.len().to_string();
            let more = self.with_level("kiosk-more-answers", &[("count", &count)]);
            what = [what, more].join(" ");
        }
        let short = form.short || count > 1;
        let who = unique(told.iter().map(|s| of_form(&s.who, short)));
        let row = |key: &str, text: &str| CardRow {
            label: self.level_text(key),
            text: self.text.capitalized(&self.without_kinds(text)),
        };
        let title = self.without_kinds(&contents.title);
        let title = title.split(" (").next().filter(|_| form.short);
        Card {
            target: contents.target.clone(),
            title: title.map_or_else(|| self.without_kinds(&contents.title), str::to_owned),
            day: contents.day.clone(),
            what: self.without_kinds(&what),
            who: row(
                "kiosk-card-who",
                &who.join(&self.text.get("list-semicolon")),
            ),
            how_sure: row("kiosk-card-how-sure", &self.sure_of(told, short)),
            on_whose_word: CardRow {
                label: self.level_text("kiosk-card-word"),
                text: self.on_whose_word(&cites_of(told), !form.has_pages),
            },
            more: Vec::new(),
            record: told.iter().find_map(|s| s.record.clone()),
        }
    }

    /// The card with what unfolds.
    fn unfolded(&self, mut card: Card, contents: &CardContents, count: usize) -> Card {
        let (told, rest) = contents
            .statements
            .split_at(count.min(contents.statements.len()));
        if !rest.is_empty() {
            card.more.push(CardPart {
                heading: self.level_text("kiosk-more-others"),
                lines: rest.iter().map(|s| self.line(s)).collect(),
            });
        }
        card.more.extend(contents.more.iter().cloned());
        card.more.extend(self.conditions(told));
        card.more.extend(self.read_in(&cites_of(told)));
        let told = format!("{} {}", card.title, card.what);
        card.more.extend(self.words_used(&told));
        card
    }

    /// How sure several statements are: in one phrase where all are alike, otherwise by the names of
    /// those who made them.
    fn sure_of(&self, told: &[Statement], short: bool) -> String {
        let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
        for statement in told {
            let sure = of_form(&statement.sure, short).unwrap_or_default();
            match alike.iter_mut().find(|(other, _)| *other == sure) {
                Some((_, labels)) => labels.push(&statement.label),
                None => alike.push((sure, vec![&statement.label])),
            }
        }
        if let [(sure, _)] = alike.as_slice() {
            return sure.clone();
        }
        let one = |(sure, labels): &(String, Vec<&str>)| {
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
            of_form(&statement.sure, true).unwrap_or_default(),
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
}

/// A card whose sentence is cut with a sign, at the end of a part where it has one.
fn cut(mut card: Card) -> Card {
    let over = card.word_count().saturating_sub(MOST_CARD_WORDS);
    let keep = word_count(&card.what).saturating_sub(over);
    let words: Vec<&str> = card.what.split(' ').take(keep).collect();
    let kept = words.join(" ");
    let part = [". ", "; "].iter().filter_map(|end| kept.rfind(end)).max();
    let kept = part.map_or(kept.as_str(), |at| &kept[..at]);
    card.what = kept.trim_end_matches(['.', ';', ',', ':', '։']).to_owned() + " …";
    card
}

/// The first of several forms, or the last and shortest.
fn of_form(forms: &[String], short: bool) -> Option<String> {
    let form = if short { forms.last() } else { forms.first() };
    form.cloned()
}

/// The citations of statements, each once.
fn cites_of(told: &[Statement]) -> Vec<Citation> {
    let mut cites: Vec<Citation> = Vec::new();
    for cite in told.iter().flat_map(|s| &s.cites) {
        if !cites.contains(cite) {
            cites.push(cite.clone());
        }
    }
    cites
}

/// The texts that are there, each once, in their order.
fn unique(texts: impl Iterator<Item = Option<String>>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let there = texts.flatten().filter(|text| !text.is_empty());
    there.filter(|text| seen.insert(text.clone())).collect()
}

/// The number of statements before one by a speaker who has been told already: one card tells one
/// answer of each.
fn one_each(contents: &CardContents) -> usize {
    let mut seen = BTreeSet::new();
    let statements = contents.statements.iter();
    let new = statements.take_while(|s| s.label.is_empty() || seen.insert(&s.label));
    new.count()
}
