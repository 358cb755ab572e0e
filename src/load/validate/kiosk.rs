//! The rules of `kiosk.json`, and of texts in plain words wherever they stand: what they name is in
//! the package, and they are short enough for a visitor who stands.

use std::collections::HashSet;

use super::tours::count;
use super::{Check, Finding};
use crate::model::{AtlasParts, Kiosk, Words};

const FILE: &str = "kiosk.json";
/// Most words of a record in plain words, so that its card has room for who, how sure and on whose
/// word.
const PLAIN_WORDS: usize = 24;

pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    if check.documents.contains_key(FILE) {
        let mut rules = Rules { parts, check };
        rules.attract(&parts.kiosk);
        rules.chips(&parts.kiosk);
        rules.samples(&parts.kiosk);
        rules.sources(&parts.kiosk);
    }
    plain(parts, check);
}

/// Texts of records in plain words that are too long for a card.
fn plain(parts: &AtlasParts, check: &mut Check<'_>) {
    let messages = parts.messages.iter().map(|r| (&r.head.id, &r.plain));
    let events = parts.events.iter().map(|r| (&r.head.id, &r.plain));
    let told = parts.contradictions.iter().map(|r| (&r.id, &r.plain));
    for (id, words) in messages.chain(events).chain(told) {
        for (language, text) in &words.0 {
            let n = count(text);
            if n > PLAIN_WORDS {
                let what = format!(
                    "`plain` has {n} words in `{language}`; a card has room for {PLAIN_WORDS}"
                );
                let (file, record) = check.place_of(id.as_str());
                let at = format!("{record}/plain");
                check.tell(&file, &at, Some(id.as_str()), what, "say it in fewer");
                as_warning(check);
            }
        }
    }
}

/// Makes the last finding a warning.
fn as_warning(check: &mut Check<'_>) {
    if let Some(last) = check.findings.last_mut() {
        *last = Finding {
            severity: crate::load::Severity::Warning,
            ..last.clone()
        };
    }
}

struct Rules<'r, 'a> {
    parts: &'r AtlasParts,
    check: &'r mut Check<'a>,
}

impl Rules<'_, '_> {
    fn fault(&mut self, pointer: &str, what: impl Into<String>, hint: &str) {
        self.check.tell(FILE, pointer, None, what.into(), hint);
    }

    fn words(&mut self, pointer: &str, words: &Words, most: usize) {
        for (language, text) in &words.0 {
            let n = count(text);
            if n > most {
                let what = format!("{n} words in `{language}`; {most} can be taken in");
                self.fault(pointer, what, "say it in fewer");
                as_warning(self.check);
            }
        }
    }

    fn attract(&mut self, kiosk: &Kiosk) {
        self.words("/touch", &kiosk.touch, 6);
        self.words("/subject", &kiosk.subject, 25);
        self.words("/question", &kiosk.question, 10);
        self.words("/after_scene", &kiosk.after_scene, 14);
        let Some(name) = &kiosk.attract else { return };
        let is_unread = self.check.unread.contains(&format!("tours/{name}.json"));
        if !is_unread && !self.parts.tours.iter().any(|tour| tour.id == *name) {
            let what = format!("the package has no tour `{name}`");
            let hint = "name the file of a tour without `.json`, or leave `attract` out";
            self.fault("/attract", what, hint);
        }
    }

    fn chips(&mut self, kiosk: &Kiosk) {
        let mut seen = HashSet::new();
        for (i, chip) in kiosk.chips.iter().enumerate() {
            let pointer = format!("/chips/{i}");
            let is_known = chip.lens == "claims" || self.check.has_party(self.parts, &chip.lens);
            if !is_known {
                let what = format!("`{}` is neither `claims` nor a party", chip.lens);
                self.fault(&format!("{pointer}/lens"), what, "mend the id");
            }
            if !seen.insert(&chip.lens) {
                let what = format!("`{}` stands twice", chip.lens);
                self.fault(&format!("{pointer}/lens"), what, "keep one of the two");
            }
            self.words(&format!("{pointer}/full"), &chip.full, 10);
            self.words(&format!("{pointer}/plain"), &chip.plain, 10);
        }
    }

    fn samples(&mut self, kiosk: &Kiosk) {
        let mut seen = HashSet::new();
        let span = self.parts.manifest.span;
        for (i, sample) in kiosk.how_to_read.iter().enumerate() {
            let pointer = format!("/how_to_read/{i}");
            if !seen.insert(sample.sign) {
                let what = "the sign is explained twice";
                self.fault(&format!("{pointer}/sign"), what, "keep one of the two");
            }
            self.words(&format!("{pointer}/title"), &sample.title, 4);
            self.words(&format!("{pointer}/full"), &sample.full, 18);
            self.words(&format!("{pointer}/plain"), &sample.plain, 14);
            let Some(show) = &sample.show else { continue };
            if !span.contains(show.date) {
                let hint = format!("the atlas covers {} to {}", span.start, span.last());
                let what = format!("{} is outside the atlas", show.date);
                self.fault(&format!("{pointer}/show/date"), what, &hint);
            }
            if !self.check.has_lens(self.parts, &show.lens) {
                let what = format!("the atlas has no lens `{}`", show.lens);
                let hint = "write claims, control, or the id of a party or of a person or body";
                self.fault(&format!("{pointer}/show/lens"), what, hint);
            }
        }
    }

    fn sources(&mut self, kiosk: &Kiosk) {
        let says = &kiosk.who_says_so;
        self.words("/who_says_so/full", &says.full, 120);
        self.words("/who_says_so/plain", &says.plain, 60);
        if !says.full.is_empty() && says.records.is_empty() {
            let hint = "name the sources and people of which the text tells";
            self.fault("/who_says_so", "no `records`", hint);
            as_warning(self.check);
        }
        let mut seen = HashSet::new();
        for (i, group) in says.voices.iter().enumerate() {
            for (j, work) in group.works.iter().enumerate() {
                let pointer = format!("/who_says_so/voices/{i}/works/{j}");
                self.words(&format!("{pointer}/text"), &work.text, 14);
                if !seen.insert(&work.source) {
                    let what = format!("`{}` stands twice", work.source);
                    self.fault(&format!("{pointer}/source"), what, "name a work once");
                }
            }
        }
    }
}
