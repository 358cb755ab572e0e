//! Names and sentences for readers, in one language or several. All records use them; `text`
//! chooses the language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// A name or sentence in one or more languages, keyed by language tag (`en`, `az`, `tr`, `ru`,
/// `hy`).
///
/// ```
/// use araxes::model::Words;
///
/// let words: Words = serde_json::from_str(r#"{"en": "Ganja", "az": "Gəncə"}"#).expect("words");
/// assert_eq!(words.exact("az"), Some("Gəncə"));
/// assert_eq!(words.get("ru"), ("Ganja", true), "English, marked as a fallback");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The text in `language`; `None` where the atlas has none.
    #[must_use]
    pub fn exact(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The text in `language`, otherwise in English, otherwise in any language; with whether it is
    /// such a fallback, because a fallback may not be shown unmarked.
    #[must_use]
    pub fn get(&self, language: &str) -> (&str, bool) {
        match self.exact(language) {
            Some(text) => (text, false),
            None => (
                self.exact("en")
                    .or_else(|| self.0.values().next().map(String::as_str))
                    .unwrap_or(""),
                true,
            ),
        }
    }

    /// The text of [`Words::get`] without the mark of a fallback; empty where there is no text at
    /// all.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        self.get(language).0
    }

    /// A text in one language.
    #[must_use]
    pub fn in_language(language: &str, text: &str) -> Self {
        Self(BTreeMap::from([(language.to_owned(), text.to_owned())]))
    }

    /// Whether no language has any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The form of a name inside a sentence, in languages whose names change with their place in it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Case {
    /// Who does something, where that differs from the name by itself, as with the Armenian article.
    Subject,
    /// Whose.
    Genitive,
    /// To whom.
    Dative,
    /// Whom.
    Accusative,
    /// By whom.
    Instrumental,
    /// Where.
    Locative,
    /// From whom.
    Ablative,
}

/// Contents of `declensions.json`: forms of names, by language, by the name as it stands alone, by
/// case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Declensions(pub BTreeMap<String, BTreeMap<String, Forms>>);

/// The forms of a name, by case.
pub type Forms = BTreeMap<Case, String>;

/// Contents of `phrases.json`: words of a source, as a record quotes them in a field such as
/// `area_as_written`, with what they say in other languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Phrases(pub BTreeMap<String, Words>);

impl Phrases {
    /// What words of a source say in `language`; the words themselves where that is not recorded.
    ///
    /// ```
    /// use araxes::model::Phrases;
    ///
    /// let phrases: Phrases = serde_json::from_str(r#"{"Gəncə şəhəri": {"en": "the town of Ganja"}}"#)
    ///     .expect("phrases");
    /// assert_eq!(phrases.said_in("Gəncə şəhəri", "en"), "the town of Ganja");
    /// assert_eq!(phrases.said_in("Gəncə şəhəri", "az"), "Gəncə şəhəri");
    /// ```
    #[must_use]
    pub fn said_in<'a>(&'a self, words: &'a str, language: &str) -> &'a str {
        let said = self.0.get(words).and_then(|said| said.exact(language));
        said.unwrap_or(words)
    }
}

/// The full stops of the languages that a text may be in: the second is the Armenian one.
pub const FULL_STOPS: [char; 2] = ['.', '։'];

/// A sentence without its full stop, to stand inside another.
#[must_use]
pub fn without_full_stop(sentence: &str) -> &str {
    sentence.trim_end_matches(FULL_STOPS)
}

/// The word that the files use for a value, such as `up-to` or `machine-guns`.
///
/// ```
/// use araxes::model::{StrengthUnit, word};
///
/// assert_eq!(word(StrengthUnit::MachineGuns), "machine-guns");
/// ```
#[must_use]
pub fn word(value: impl Into<&'static str>) -> &'static str {
    value.into()
}
