//! The entries of a legend while a scene is drawn. The words of an entry stand once, however many areas
//! they are true of, and are found without a search through all others.

use std::collections::{HashMap, HashSet};

use super::{LegendEntry, LegendRank, LegendSign};

/// Legend entries in the order in which they were first needed.
#[derive(Debug, Default)]
pub(super) struct LegendEntries {
    entries: Vec<LegendEntry>,
    /// Positions in `entries` by their words.
    positions: HashMap<String, usize>,
    /// The areas of each position in `entries`.
    areas: HashSet<(usize, String)>,
}

impl LegendEntries {
    /// Adds an entry, unless its words are known, and the area of which it is true.
    pub(super) fn explain(
        &mut self,
        rank: LegendRank,
        sign: LegendSign,
        words: String,
        area: Option<&str>,
    ) {
        let position = self.positions.get(&words).copied().unwrap_or_else(|| {
            self.positions.insert(words.clone(), self.entries.len());
            self.entries.push(LegendEntry {
                rank,
                sign,
                words,
                areas: Vec::new(),
            });
            self.entries.len() - 1
        });
        if let Some(area) = area
            && self.areas.insert((position, area.to_owned()))
        {
            self.entries[position].areas.push(area.to_owned());
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &LegendEntry> {
        self.entries.iter()
    }

    /// Takes all entries, in the order in which they were first needed.
    pub(super) fn take(&mut self) -> Vec<LegendEntry> {
        std::mem::take(self).entries
    }

    /// Takes all entries, in the order of a legend.
    pub(super) fn take_sorted(&mut self) -> Vec<LegendEntry> {
        let mut entries = self.take();
        entries.sort_by(|a, b| {
            let order = |e: &LegendEntry| (e.rank.group(), e.rank);
            order(a).cmp(&order(b)).then_with(|| a.words.cmp(&b.words))
        });
        entries
    }
}
