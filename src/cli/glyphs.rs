//! Names that no shipped typeface can show. The loader knows no typefaces, so this is checked here.

use std::collections::BTreeSet;

use crate::load::Finding;
use crate::model::{Atlas, Words};
use crate::scene::Face;

/// The most characters that a finding lists.
const MOST_LISTED: usize = 10;

/// Whether every character of a text has a glyph.
pub(super) fn is_shown(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || Face::Regular.has(c))
}

/// A warning for each file with names that have characters without a glyph.
pub(super) fn missing(atlas: &Atlas) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut look = |file: &str, names: &mut dyn Iterator<Item = &Words>| {
        let languages = &atlas.manifest.languages;
        let texts = names.flat_map(|words| languages.iter().filter_map(|l| words.exact(l)));
        let texts: Vec<&str> = texts.filter(|text| !is_shown(text)).collect();
        let Some(first) = texts.first() else { return };
        let unknown = |c: &char| !c.is_whitespace() && !Face::Regular.has(*c);
        let characters: BTreeSet<char> = texts
            .iter()
            .flat_map(|t| t.chars())
            .filter(unknown)
            .collect();
        let listed: String = characters.iter().take(MOST_LISTED).collect();
        let what = format!(
            "{} names have characters that no typeface of the program has ({listed}), first `{first}`",
            texts.len()
        );
        let hint = "these characters are not drawn; write the names in Latin, Cyrillic, Greek or Armenian letters";
        out.push(Finding::warning(file, (1, 1), what, hint));
    };
    look(
        "districts.geojson",
        &mut atlas.districts.iter().map(|r| &r.names),
    );
    look("parties.json", &mut atlas.parties.iter().map(|r| &r.names));
    look("people.json", &mut atlas.people.iter().map(|r| &r.names));
    look("places.geojson", &mut atlas.places.iter().map(|r| &r.names));
    look("units.json", &mut atlas.units.iter().map(|r| &r.names));
    out
}
