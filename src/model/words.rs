//! Names and sentences for readers, in one language or several. All records use them; `text`
//! chooses the language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
