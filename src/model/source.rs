//! The books and archives that were read or are cited. Citations refer to them; `text` formats
//! them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Citation, SourceId, Words, fold};

/// Number of characters of a title by which references identify a book.
const TITLE_START: usize = 18;

/// A source as a CSL-JSON item, complete, with a caution for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Id of the source.
    pub id: SourceId,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub about: Words,
    /// What it is called before a child of ten, such as `One article of 2019`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// Every key of the CSL-JSON item.
    #[serde(flatten)]
    pub csl: serde_json::Map<String, serde_json::Value>,
}

impl Source {
    /// The text of a key of the CSL-JSON item; `None` where the key is absent or no text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.csl.get(key)?.as_str()
    }

    /// The beginning of the title, by which references in the citations of records are recognized.
    #[must_use]
    pub fn mention(&self) -> Mention {
        let title = self.text("title").map(fold).unwrap_or_default();
        // References name an archive's file in full, but may omit the subtitle of a book.
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

    /// Whether a citation reads this source or goes back to it. It goes back to it if its reference
    /// contains the source's title, or as much of it as references usually give.
    #[must_use]
    pub fn is_behind(&self, citation: &Citation) -> bool {
        citation.source == self.id
            || citation
                .original
                .as_deref()
                .is_some_and(|original| self.mention().is_in(&fold(original)))
    }
}

/// The beginning of a source's title in the form that search compares.
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
