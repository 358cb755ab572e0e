//! The books and archives that were read or are cited.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, SourceId, Words, fold};

/// So many letters of a title are enough to know a book by.
const TITLE_START: usize = 18;

/// A source: CSL-JSON, kept whole, with a warning for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What to beware of.
    #[serde(default)]
    pub about: Words,
    /// Every CSL key.
    #[serde(flatten)]
    pub csl: serde_json::Map<String, serde_json::Value>,
}

impl Source {
    /// A text of its CSL item.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.csl.get(key)?.as_str()
    }

    /// How references to it are known in the citations of records.
    #[must_use]
    pub fn mention(&self) -> Mention {
        let title = self.text("title").map(fold).unwrap_or_default();
        // An archive's file is named whole; a book may lose its subtitle.
        let is_file = self.text("type") == Some("collection");
        let end = title
            .char_indices()
            .nth(TITLE_START)
            .filter(|_| !is_file)
            .map_or(title.len(), |(at, _)| at);
        Mention {
            start: title[..end].to_owned(),
            is_file,
        }
    }

    /// Whether a citation reads this source, or goes back to it: then its reference holds the source's title, or so much
    /// of it as references usually give.
    #[must_use]
    pub fn is_behind(&self, citation: &Citation) -> bool {
        citation.source == self.id
            || citation
                .original
                .as_deref()
                .is_some_and(|original| self.mention().is_in(&fold(original)))
    }
}

/// The beginning of a source's title as search compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    start: String,
    is_file: bool,
}

impl Mention {
    /// Whether a folded reference names the source.
    #[must_use]
    pub fn is_in(&self, original: &str) -> bool {
        let ends_well = |at: usize| {
            original[at + self.start.len()..]
                .chars()
                .next()
                .is_none_or(|c| !self.is_file || !c.is_ascii_digit())
        };
        !self.start.is_empty()
            && original
                .match_indices(&self.start)
                .any(|(at, _)| ends_well(at))
    }
}
