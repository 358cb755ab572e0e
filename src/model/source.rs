//! The books and archives that were read or are cited. Citations refer to them; `text` formats
//! them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SourceId, Words, fold};

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
            year: self.year(),
        }
    }

    /// The year in which it appeared; `None` where none is known.
    fn year(&self) -> Option<String> {
        let parts = self.csl.get("issued")?.get("date-parts")?;
        let year = parts.get(0)?.get(0)?;
        let written = year.as_str().map(ToOwned::to_owned);
        written.or_else(|| Some(year.as_i64()?.to_string()))
    }
}

/// The sources that a reference names: those whose title it contains, or as much of it as references
/// usually give. Of books whose titles begin alike, as those of volumes do, it names the one whose
/// year it gives; a reference without a year names those of no known year.
#[must_use]
pub fn sources_named<'a>(sources: &'a [Source], reference: &str) -> Vec<&'a Source> {
    let mentions: Vec<Mention> = sources.iter().map(Source::mention).collect();
    let named = named_in(&mentions, &fold(reference));
    named.into_iter().map(|i| &sources[i]).collect()
}

/// Positions of the sources that a folded reference names, by their mentions.
pub(super) fn named_in(mentions: &[Mention], reference: &str) -> Vec<usize> {
    let named: Vec<&Mention> = mentions.iter().filter(|m| m.is_in(reference)).collect();
    let gives_year = |m: &Mention| {
        let words = |year: &String| {
            let mut words = reference.split(|c: char| !c.is_ascii_digit());
            words.any(|word| word == year)
        };
        m.year.as_ref().is_some_and(words)
    };
    let is_meant = |mention: &Mention| {
        let alike = || named.iter().filter(|m| m.start == mention.start);
        if alike().any(|m| gives_year(m)) {
            gives_year(mention)
        } else {
            mention.year.is_none() || alike().all(|m| m.year.is_some())
        }
    };
    (0..mentions.len())
        .filter(|i| mentions[*i].is_in(reference) && is_meant(&mentions[*i]))
        .collect()
}

/// The beginning of a source's title in the form that search compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    start: String,
    is_file: bool,
    year: Option<String>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_volumes_with_one_title_a_reference_names_that_of_its_year() {
        let source = |id: &str, title: &str, year: Option<i32>| {
            let issued = year.map(|y| format!(r#", "issued": {{"date-parts": [[{y}]]}}"#));
            let issued = issued.unwrap_or_default();
            let json = format!(r#"{{"id": "{id}", "type": "book", "title": "{title}"{issued}}}"#);
            serde_json::from_str::<Source>(&json).expect("a source")
        };
        let sources = [
            source("second", "Documents of foreign policy, vol. II", Some(1958)),
            source(
                "unknown",
                "Documents of foreign policy (volume not given)",
                None,
            ),
        ];
        let named = |reference: &str| {
            let named = sources_named(&sources, reference).into_iter();
            named.map(|s| s.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            named("Documents of foreign policy, vol. II, 1958, pp. 638–661"),
            ["second"]
        );
        assert_eq!(named("Documents of foreign policy, p. 50"), ["unknown"]);
        assert!(named("Letters, p. 50").is_empty());
    }
}
