//! Ids and short letters made from names in any script.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::latin;

/// Ids made from names in any script. Equal names have equal ids, and different names different
/// ones, even where the two have the same Latin letters.
pub(super) struct Ids {
    prefix: &'static str,
    by_name: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    met: BTreeMap<String, usize>,
    /// How many ids have a number because another name has the same letters.
    pub(super) numbered: usize,
}

impl Ids {
    pub(super) const fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            by_name: BTreeMap::new(),
            taken: BTreeSet::new(),
            met: BTreeMap::new(),
            numbered: 0,
        }
    }

    pub(super) fn get(&mut self, name: &str) -> String {
        if let Some(known) = self.by_name.get(name) {
            return known.clone();
        }
        let stem = kebab(self.prefix, name);
        let met = self.met.entry(stem.clone()).or_insert(0);
        let id = loop {
            *met += 1;
            let id = match *met {
                1 => stem.clone(),
                n => format!("{stem}-{n}"),
            };
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        self.numbered += usize::from(id != stem);
        self.by_name.insert(name.to_owned(), id.clone());
        id
    }
}

/// The longest id that is made of a name, in letters.
const LONGEST: usize = 60;

/// An id made of the letters and digits of a name, in Latin letters; the prefix alone where the
/// name has none.
pub(super) fn kebab(prefix: &str, text: &str) -> String {
    let start: String = text.chars().take(LONGEST).collect();
    // A single sign of another script may have many Latin letters.
    let plain: String = latin(&start)
        .to_ascii_lowercase()
        .chars()
        .take(LONGEST)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let parts = plain.split('-').filter(|p| !p.is_empty());
    std::iter::once(prefix)
        .chain(parts)
        .collect::<Vec<_>>()
        .join("-")
}

/// One or two letters for each name, as different as they can be.
pub(super) fn letters(names: &[&str]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let of = |name: &&str| {
        let plain = latin(&name.chars().take(LONGEST).collect::<String>()).to_uppercase();
        let words: Vec<Vec<char>> = plain
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(|w| w.chars().collect())
            .collect();
        let all: Vec<char> = words.iter().flatten().copied().collect();
        let first = all.first().copied().unwrap_or('?');
        let initials = words.get(1).and_then(|w| w.first());
        let seconds = initials.into_iter().chain(all.iter().skip(1));
        let pairs = seconds.map(|second| format!("{first}{second}"));
        let mut wanted = std::iter::once(first.to_string()).chain(pairs);
        let free = wanted.find(|letters| !taken.contains(letters));
        let letters = free.unwrap_or_else(|| first.to_string());
        taken.insert(letters.clone());
        letters
    };
    names.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_script_have_ids_of_their_own() {
        let mut ids = Ids::new("district");
        let all = [
            "Шарур",
            "Нахичевань",
            "Սյունիք",
            "شرور",
            "Barí",
            "Baré",
            "Bare",
            "—",
            "…",
            "名",
        ];
        let made: BTreeSet<String> = all.iter().map(|name| ids.get(name)).collect();
        assert_eq!(made.len(), all.len(), "{made:?}");
        assert_eq!(ids.get("Barí"), "district-bari");
        assert_eq!(ids.get("Bare"), "district-bare-2");
        assert!(ids.get(&"x".repeat(100_000)).len() < 100);
        assert_eq!(
            letters(&["France", "Finland", "Fiji", "Россия", "!"]),
            ["F", "FI", "FJ", "R", "?"]
        );
    }
}
