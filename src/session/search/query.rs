//! What is sought: words, phrases, numbers, archive references and days.

use chrono::NaiveDate;

use super::entry::{Spelled, plain};
use crate::model::fold;
use crate::time::{DayRange, read_typed, read_typed_days};

/// What was typed into the search field.
#[derive(Debug, Clone, Default)]
pub(super) struct Query {
    /// Everything that must occur.
    pub(super) sought: Vec<Sought>,
    /// The days to which the records must belong.
    pub(super) days: Option<DayRange>,
    /// The words in which the days were typed.
    pub(super) day_words: Vec<Sought>,
    /// The key of all words, without phrases and numbers.
    pub(super) key: String,
    /// All words as typed, in lower case.
    pub(super) lower: String,
}

/// One word or phrase that must occur.
#[derive(Debug, Clone)]
pub(super) enum Sought {
    /// A word in any spelling, anywhere in a text.
    Word {
        lower: String,
        /// The key of the word, where its sound says enough to search for it.
        key: Option<String>,
    },
    /// Words as they are written, one after the other.
    Phrase(String),
}

/// Short names of the parts of an archive reference, which mean nothing without their number.
const LABELS: [&str; 9] = ["f", "op", "d", "l", "ll", "p", "pp", "n", "no"];
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('«', '»'), ('„', '“')];

impl Query {
    pub(super) fn read(text: &str, near: NaiveDate) -> Self {
        let (phrases, rest) = phrases(text);
        let mut tokens: Vec<&str> = rest.split_whitespace().collect();
        let mut query = Self {
            lower: text.trim().to_lowercase(),
            sought: phrases.into_iter().map(Sought::Phrase).collect(),
            ..Self::default()
        };
        if let Some((at, length, days)) = days(&tokens, near) {
            let typed = tokens.drain(at..at + length);
            query.day_words = typed.filter_map(|t| Sought::read(&[t])).collect();
            query.days = Some(days);
            query.lower = tokens.join(" ").to_lowercase();
        }
        let mut keys = Vec::new();
        let mut rest = tokens.as_slice();
        while let [first, after @ ..] = rest {
            let is_label = LABELS.contains(&plain(first).trim());
            let number = after
                .first()
                .filter(|n| n.starts_with(|c: char| c.is_ascii_digit()));
            let length = if is_label && number.is_some() { 2 } else { 1 };
            let read = Sought::read(&rest[..length]);
            if let Some(Sought::Word { .. }) = &read {
                keys.push(plain(&fold(first)).trim().to_owned());
            }
            query.sought.extend(read);
            rest = &rest[length..];
        }
        query.key = keys.join(" ");
        query
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sought.is_empty() && self.days.is_none()
    }
}

impl Sought {
    /// What one word, or the two words of an archive reference, seek; `None` for mere signs.
    fn read(words: &[&str]) -> Option<Self> {
        let text = words.join(" ");
        let parts = plain(&text);
        let parts = parts.trim();
        let has_digit = parts.contains(|c: char| c.is_ascii_digit());
        if parts.is_empty() {
            return None;
        }
        if has_digit || words.len() > 1 {
            return Some(Self::Phrase(format!(" {parts} ")));
        }
        let key = plain(&fold(&text)).trim().to_owned();
        // Of "zzzz" only a z is left, which says nothing of the word.
        let letters = parts.chars().count();
        let says_enough = !key.is_empty() && 2 * key.chars().count() > letters;
        Some(Self::Word {
            lower: text.to_lowercase(),
            key: says_enough.then_some(key),
        })
    }

    /// Whether a text holds it. A word is found by its sound from the beginning of a word of the
    /// text on, and as it is written anywhere, if it has three letters or more.
    pub(super) fn is_in(&self, text: &Spelled) -> bool {
        match self {
            Self::Phrase(phrase) => text.plain.contains(phrase),
            Self::Word { lower, key } => {
                let by_sound = key.as_ref().is_some_and(|key| text.has_word_from(key));
                let is_long = lower.chars().count() > 2;
                by_sound || (is_long && text.lower.contains(lower))
            }
        }
    }
}

/// The phrases in quotation marks, each between blanks, and the rest of a text.
fn phrases(text: &str) -> (Vec<String>, String) {
    let (mut phrases, mut rest) = (Vec::new(), String::new());
    let mut left = text;
    while let Some(at) = left.find(|c| QUOTES.iter().any(|(open, _)| *open == c)) {
        let open = left[at..].chars().next().unwrap_or('"');
        let after = &left[at + open.len_utf8()..];
        let close = QUOTES
            .iter()
            .find(|(o, _)| *o == open)
            .map_or('"', |(_, c)| *c);
        rest.push_str(&left[..at]);
        rest.push(' ');
        // A quotation mark that is never closed is no more than a sign.
        let Some(end) = after.find(close) else {
            left = after;
            continue;
        };
        let phrase = plain(&after[..end]);
        phrases.extend((!phrase.trim().is_empty()).then_some(phrase));
        left = &after[end + close.len_utf8()..];
    }
    rest.push_str(left);
    (phrases, rest)
}

/// The first day, month or range of days among words: its place, its number of words, its days.
fn days(words: &[&str], near: NaiveDate) -> Option<(usize, usize, DayRange)> {
    let starts = (0..words.len()).flat_map(|at| (1..=3).rev().map(move |length| (at, length)));
    let mut runs = starts.filter(|(at, length)| at + length <= words.len());
    runs.find_map(|(at, length)| Some((at, length, days_of(&words[at..at + length], near)?)))
}

fn days_of(words: &[&str], near: NaiveDate) -> Option<DayRange> {
    let text = words.join(" ");
    let is_number = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    let names_month = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let is_day = match words {
        [one] => one.starts_with(|c: char| c.is_ascii_digit()) && one.len() > 6,
        _ => words.iter().any(|w| is_number(w)) && words.iter().any(|w| names_month(w)),
    };
    if !is_day {
        return None;
    }
    if let Ok(typed) = read_typed_days(&text, near) {
        return Some(DayRange::between(typed.first, typed.last));
    }
    // "June 1920"
    let [month, year] = words else { return None };
    let first = read_typed(&format!("1 {month} {year}"), near).ok()?;
    let last = first
        .checked_add_months(chrono::Months::new(1))?
        .pred_opt()?;
    (year.len() == 4).then_some(DayRange { first, last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::read(text, NaiveDate::from_ymd_opt(1920, 5, 1).expect("a day"))
    }

    fn days(text: &str) -> Option<(String, String)> {
        let days = query(text).days?;
        Some((days.first.to_string(), days.last.to_string()))
    }

    #[test]
    fn days_and_months_are_read_among_words() {
        let one = |day: &str| Some((day.to_owned(), day.to_owned()));
        assert_eq!(days("30 June Politburo"), one("1920-06-30"));
        assert_eq!(days("Politburo 1920-06-30"), one("1920-06-30"));
        assert_eq!(days("Chicherin July 3, 1920"), one("1920-07-03"));
        let june = Some(("1920-06-01".to_owned(), "1920-06-30".to_owned()));
        assert_eq!(days("letters June 1920"), june);
        assert_eq!(query("30 June Politburo").sought.len(), 1);
        for none in [
            "f. 85 op. 3 d. 2",
            "3000 men",
            "may",
            "message-080",
            "11 points",
        ] {
            assert_eq!(days(none), None, "{none}");
        }
    }

    #[test]
    fn phrases_numbers_and_archive_references_are_sought_as_they_are_written() {
        let phrases = |text: &str| -> Vec<String> {
            let sought = query(text).sought.into_iter();
            let phrase = |s| match s {
                Sought::Phrase(p) => Some(p.trim().to_owned()),
                Sought::Word { .. } => None,
            };
            sought.filter_map(phrase).collect()
        };
        assert_eq!(phrases("f. 85 op. 3, d.2"), ["f 85", "op 3", "d 2"]);
        assert_eq!(phrases("“old Armenian land” Lenin"), ["old armenian land"]);
        assert_eq!(phrases("3,000 men"), ["3000"]);
        assert_eq!(phrases("an \"open quote"), Vec::<String>::new());
    }

    #[test]
    fn what_folding_leaves_of_doubled_letters_is_not_sought() {
        let read = |word: &str| match Sought::read(&[word]) {
            Some(Sought::Word { key, .. }) => key,
            _ => None,
        };
        assert_eq!(read("zzzz"), None);
        assert!(read("Shusha").is_some() && read("Гянджа").is_some());
    }
}
