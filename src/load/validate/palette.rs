//! Parties that share a colour.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding};
use crate::model::{AtlasParts, PALETTE_SLOTS, PaletteSlot};

/// The most characters of a letter, which stands in a circle on the map.
const LONGEST_LETTER: usize = 3;

/// A party is known by its letter where colours do not tell it.
fn letters(parts: &AtlasParts, check: &mut Check<'_>) {
    let mut shared = 0;
    let mut seen = BTreeSet::new();
    for party in &parts.parties {
        let letter = party.letter.trim();
        let count = letter.chars().count();
        if !(1..=LONGEST_LETTER).contains(&count) {
            let what = format!("a letter of {count} characters");
            let hint = "give one to three, which fit into a circle on the map";
            check.tell_at(party.id.as_str(), "letter", what, hint);
        } else if !seen.insert(letter) {
            shared += 1;
        }
    }
    if shared > 0 {
        check.findings.push(Finding::warning(
            "parties.json",
            (1, 1),
            format!("{shared} parties have the letter of another"),
            "give each a letter of its own, or two letters",
        ));
    }
}

/// Two parties in one palette slot cannot be told apart by their colours.
pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    letters(parts, check);
    let mut first: BTreeMap<PaletteSlot, &str> = BTreeMap::new();
    for party in &parts.parties {
        let Some(slot) = party.slot else { continue };
        let id = party.id.as_str();
        let Some(other) = first.get(&slot) else {
            first.insert(slot, id);
            continue;
        };
        let what = format!(
            "has the palette slot `{}`, as `{other}` has",
            String::from(slot)
        );
        let (file, record) = check.place_of(id);
        let pointer = format!("{record}/slot");
        let at = check
            .documents
            .get(&file)
            .map_or((1, 1), |d| d.position(&pointer));
        let hint = "give each its own slot, or leave `slot` out";
        check.findings.push(Finding {
            record: Some(id.to_owned()),
            ..Finding::warning(&file, at, what, hint)
        });
    }
    let count = parts.parties.len();
    if count > usize::from(PALETTE_SLOTS) {
        check.findings.push(Finding::warning(
            "parties.json",
            (1, 1),
            format!("{count} parties, but only {PALETTE_SLOTS} colours: some share one"),
            "choose with `slot` which of them may share a colour",
        ));
    }
}
