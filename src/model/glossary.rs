//! Words that readers may not know, each with a sentence that explains it. `load` reads them;
//! `cli`, `app` and search show them beside the texts in which they stand.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::inflection::after_word;
use super::{TermId, Words};

/// One term of `glossary.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Id of the term.
    pub id: TermId,
    /// The term, by language.
    pub term: Words,
    /// A shorter form of the term that texts use; empty where there is none.
    #[serde(default)]
    pub short: Words,
    /// One sentence that explains the term, by language.
    pub sentence: Words,
    /// The same in the words of a child of ten; empty where nobody has written it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Further spellings in texts of any language, such as irregular plurals.
    #[serde(default)]
    pub forms: Vec<String>,
}

impl Term {
    /// Every spelling of the term in texts of `language`.
    pub fn spellings(&self, language: &str) -> impl Iterator<Item = &str> {
        let own = [&self.term, &self.short].map(|words| words.text(language));
        let forms = self.forms.iter().map(String::as_str);
        own.into_iter().chain(forms).filter(|s| !s.is_empty())
    }
}

/// A term at a place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// Position in the text, in bytes.
    pub range: Range<usize>,
    /// The term that stands there.
    pub term: &'a Term,
}

/// The terms of an atlas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
    spelled: Vec<Spelled>,
}

/// One spelling of one term in the texts of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spelled {
    /// `None` for the spellings of a language that the term does not have.
    language: Option<String>,
    text: String,
    /// Position of the term.
    term: usize,
}

impl Glossary {
    /// The glossary of these terms.
    #[must_use]
    pub fn new(terms: Vec<Term>) -> Self {
        let mut spelled = Vec::new();
        for (i, term) in terms.iter().enumerate() {
            let languages: BTreeSet<&String> =
                (term.term.0.keys()).chain(term.short.0.keys()).collect();
            let languages = languages.into_iter().map(|l| Some(l.clone()));
            for language in languages.chain([None]) {
                for text in term.spellings(language.as_deref().unwrap_or_default()) {
                    spelled.push(Spelled {
                        language: language.clone(),
                        text: text.to_owned(),
                        term: i,
                    });
                }
            }
        }
        // The longest spelling is tried first; among equals the order of the file decides.
        spelled.sort_by_key(|s| std::cmp::Reverse(s.text.len()));
        Self { terms, spelled }
    }

    /// The terms, in the order of the file.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that stand in a text, from its beginning on. Of several that begin at one place
    /// the longest counts. A term stands as whole words; a small letter of it matches a capital
    /// too, a capital only itself. Endings that the language gives a word, as the English plural,
    /// belong to the term.
    ///
    /// ```
    /// use araxes::model::{Glossary, Term};
    ///
    /// let term = r#"{"id": "uezd", "term": {"en": "uezd"}, "sentence": {"en": "A county."}}"#;
    /// let glossary = Glossary::new(vec![serde_json::from_str(term).expect("a term")]);
    /// let found = glossary.terms_in("Two uezds, no uezdy", "en");
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(found[0].range, 4..9);
    /// ```
    #[must_use]
    pub fn terms_in(&self, text: &str, language: &str) -> Vec<Occurrence<'_>> {
        let mut found = Vec::new();
        let mut before: Option<char> = None;
        let mut rest = text.char_indices();
        while let Some((at, letter)) = rest.next() {
            let begins = !before.is_some_and(char::is_alphanumeric);
            before = Some(letter);
            if !begins || !letter.is_alphanumeric() {
                continue;
            }
            let Some((length, term)) = self.longest_at(&text[at..], language) else {
                continue;
            };
            let range = at..at + length;
            while rest.offset() < range.end {
                before = rest.next().map(|(_, c)| c);
            }
            let term = &self.terms[term];
            found.push(Occurrence { range, term });
        }
        found
    }

    /// Length and term of the longest spelling with which `text` begins.
    fn longest_at(&self, text: &str, language: &str) -> Option<(usize, usize)> {
        let of_language = |s: &Spelled| match &s.language {
            Some(own) => own == language,
            None => !self.has(s.term, language),
        };
        // Few spellings match, so the quicker test of the letters comes first.
        self.spelled.iter().find_map(|s| {
            let length = length_at(text, &s.text, language)?;
            of_language(s).then_some((length, s.term))
        })
    }

    fn has(&self, term: usize, language: &str) -> bool {
        let term = &self.terms[term];
        term.term.exact(language).is_some() || term.short.exact(language).is_some()
    }

    /// The terms that stand in any of the texts, each once, in the order of their first occurrence.
    #[must_use]
    pub fn used_in<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        language: &str,
    ) -> Vec<&Term> {
        let mut used: Vec<&Term> = Vec::new();
        for text in texts {
            for Occurrence { term, .. } in self.terms_in(text, language) {
                if !used.iter().any(|u| u.id == term.id) {
                    used.push(term);
                }
            }
        }
        used
    }
}

/// Number of bytes that `spelling`, or a form of it in the language, takes at the beginning of `text`;
/// `None` where `text` does not begin with it as whole words.
fn length_at(text: &str, spelling: &str, language: &str) -> Option<usize> {
    let mut rest = text;
    let mut words = spelling.split(' ').peekable();
    while let Some(word) = words.next() {
        let is_last = words.peek().is_none();
        rest = after_word(rest, word, language, is_last)?;
        if !is_last {
            rest = rest.strip_prefix(' ')?;
        }
    }
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let terms = r#"[
            {"id": "uezd", "term": {"en": "uezd", "az": "qəza"}, "sentence": {"en": "A county."}, "forms": ["qəzası"]},
            {"id": "bureau", "term": {"en": "Caucasus Bureau of the Central Committee"}, "short": {"en": "Bureau"},
             "sentence": {"en": "An office."}},
            {"id": "committee", "term": {"en": "Central Committee"}, "sentence": {"en": "A body."}}
        ]"#;
        Glossary::new(serde_json::from_str(terms).expect("terms"))
    }

    fn found(text: &str, language: &str) -> Vec<(String, String)> {
        let glossary = glossary();
        let found = glossary.terms_in(text, language);
        let pair = |o: &Occurrence<'_>| (text[o.range.clone()].to_owned(), o.term.id.to_string());
        found.iter().map(pair).collect()
    }

    fn ids(text: &str, language: &str) -> Vec<String> {
        found(text, language)
            .into_iter()
            .map(|(_, id)| id)
            .collect()
    }

    #[test]
    fn the_longest_term_counts_and_its_words_are_not_searched_again() {
        let text = "The Caucasus Bureau of the Central Committee, not the Central Committee";
        assert_eq!(ids(text, "en"), ["bureau", "committee"]);
    }

    #[test]
    fn a_term_stands_as_whole_words_or_as_the_regular_plural() {
        let text = "uezd, uezds and “uezd”; Uezd’s; not uezdy, subuezd or uezdsman";
        let words: Vec<String> = found(text, "en").into_iter().map(|(w, _)| w).collect();
        assert_eq!(words, ["uezd", "uezds", "uezd", "Uezd"]);
    }

    #[test]
    fn a_capital_of_the_term_matches_only_a_capital() {
        assert_eq!(ids("the Bureau", "en"), ["bureau"]);
        assert!(ids("the bureau", "en").is_empty());
        assert_eq!(ids("Uezd by uezd", "en"), ["uezd", "uezd"]);
    }

    #[test]
    fn a_text_is_searched_for_the_spellings_of_its_language() {
        assert_eq!(ids("Naxçıvan qəzası, QƏZA", "az"), ["uezd", "uezd"]);
        assert!(ids("the uezd", "az").is_empty(), "the term has az words");
        assert_eq!(
            ids("qəzas", "az"),
            Vec::<String>::new(),
            "no English plural"
        );
        assert_eq!(ids("the uezd", "ru"), ["uezd"], "no ru words: the English");
    }

    #[test]
    fn a_term_is_found_with_the_endings_of_its_language() {
        let term = r#"[{"id": "uezd", "term": {"en": "uezd", "az": "qəza", "tr": "kaza", "ru": "уезд", "hy": "գավառ"},
             "sentence": {"en": "A county."}},
            {"id": "army", "term": {"en": "Red Army", "az": "Qızıl Ordu", "tr": "Kızıl Ordu", "ru": "Красная армия",
             "hy": "Կարմիր բանակ"}, "sentence": {"en": "An army."}}]"#;
        let glossary = Glossary::new(serde_json::from_str(term).expect("terms"));
        for (language, text, count) in [
            (
                "az",
                "Naxçıvan qəzasında, qəzaların, Qızıl Ordunun; qəzadır",
                3,
            ),
            (
                "tr",
                "Nahçıvan kazasının, kazalarda, Kızıl Ordu’nun; kazandı",
                3,
            ),
            (
                "ru",
                "в уезде, уездов, Красной армии, с Красной армией; уездный",
                4,
            ),
            ("hy", "գավառում, գավառների, Կարմիր բանակը; գավառապետ", 3),
        ] {
            let found = glossary.terms_in(text, language);
            assert_eq!(found.len(), count, "{language}: {found:#?}");
        }
    }

    #[test]
    fn the_terms_of_several_texts_are_each_given_once() {
        let glossary = glossary();
        let used = glossary.used_in(["an uezd of the Bureau", "uezd"], "en");
        let ids: Vec<&str> = used.iter().map(|t| t.id.as_str()).collect();
        assert_eq!(ids, ["uezd", "bureau"]);
    }
}
