//! Texts that lack a language of the atlas.

use std::collections::BTreeMap;

use super::{Check, Finding};
use crate::model::AtlasParts;

/// Texts without a language of the atlas: one warning for each file and language.
pub(super) fn check(parts: &AtlasParts, check: &mut Check<'_>) {
    for (file, document) in check.documents {
        let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, value) in document.pointers() {
            let Some(words) = value.as_object().filter(|o| o.contains_key("en")) else {
                continue;
            };
            for language in &parts.manifest.languages {
                *missing.entry(language).or_default() += usize::from(!words.contains_key(language));
            }
        }
        for (language, count) in missing.into_iter().filter(|(_, count)| *count > 0) {
            let what = format!("{count} texts have no `{language}`");
            check.findings.push(Finding::warning(
                file,
                (1, 1),
                what,
                "readers of that language see English, marked as such",
            ));
        }
    }
}
