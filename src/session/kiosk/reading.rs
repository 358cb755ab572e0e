//! How long the texts of a step or a day take to read.

use crate::model::Words;
use crate::session::Session;
use crate::time::Truth;

/// Words that a visitor reads in a second.
const READ_WORDS_S: f64 = 2.5;
/// Shortest time for which a step or a day is shown, in seconds.
const LEAST_S: f64 = 4.0;
/// Greatest number of words that a card shows before it is unfolded.
const MOST_CARD_WORDS: usize = 50;

/// Number of words of a text in a language.
fn count(words: &Words, language: &str) -> usize {
    words.text(language).split_whitespace().count()
}

/// Seconds in which a number of words is read.
fn seconds_for(words: usize) -> f64 {
    (words as f64 / READ_WORDS_S).max(LEAST_S)
}

impl Session {
    /// Seconds for which the present step or day is shown while it plays.
    pub(super) fn reading_s(&self) -> f64 {
        let language = self.language.as_str();
        let Some(lecture) = &self.lecture else {
            return seconds_for(self.words_of_day());
        };
        let Some(step) = lecture.step() else {
            return LEAST_S;
        };
        let answer = lecture.revealed().then_some(&step.reveal);
        let callouts = step.callouts.iter().map(|callout| &callout.text);
        let level = self.visit.as_ref().map(|visit| visit.level());
        let told = level.unwrap_or_default().of(&step.caption, &step.plain);
        let texts = [&step.headline, told, &step.ask];
        let all = texts.into_iter().chain(answer).chain(callouts);
        let read = seconds_for(all.map(|words| count(words, language)).sum());
        step.dwell_s.unwrap_or_default().max(read)
    }

    /// Number of words that are shown of a day.
    fn words_of_day(&self) -> usize {
        let (atlas, language) = (self.situation.atlas(), self.language.as_str());
        let certain = |dated: &&crate::timeline::Dated| dated.certainty == Truth::Certain;
        let messages = self.situation.messages.iter().filter(certain);
        let events = self.situation.events.iter().filter(certain);
        let words: usize = messages
            .map(|d| count(&atlas.messages[d.index].gist, language))
            .chain(events.map(|d| count(&atlas.events[d.index].gist, language)))
            .sum();
        words.min(MOST_CARD_WORDS)
    }
}
