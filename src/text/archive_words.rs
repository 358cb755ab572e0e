//! What the archive desk says of the leaves that records go back to.

use super::Text;
use crate::model::{Atlas, Citation};
use crate::timeline::CitedTwice;

impl Text {
    /// A leaf that two notes cite, in a sentence.
    #[must_use]
    pub fn cited_twice(&self, atlas: &Atlas, twice: &CitedTwice) -> String {
        let cite = |c: &Citation| self.pages(std::slice::from_ref(c), atlas);
        let values = [
            ("leaf", twice.leaf.to_string()),
            ("first", cite(&twice.first)),
            ("second", cite(&twice.second)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        self.with("desk-cited-twice", &values)
    }
}
