//! Texts for readers, by language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A name or sentence in one or more languages, keyed by language tag (`en`, `az`, `tr`, `ru`, `hy`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The text in `language`, if the atlas has it.
    #[must_use]
    pub fn exact(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The text in `language`, else in English, else in any language, with whether it is a fallback.
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

    /// The text in `language` or the nearest that the atlas has.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        self.get(language).0
    }

    /// Whether no language has any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
