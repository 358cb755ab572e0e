//! The shipped language files, and the words of one of them. To add a language: its file in
//! `assets/text`, and its tag in [`TAGS`].

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use crate::model::Case;
use crate::packed;

/// Tags of the shipped files.
const TAGS: [&str; 5] = ["en", "az", "tr", "ru", "hy"];

/// Tag and text of each file. English comes first: another file replaces its messages one by one.
static LANGUAGES: LazyLock<[(&str, &str); 5]> =
    LazyLock::new(|| TAGS.map(|tag| (tag, packed::text(&format!("assets/text/{tag}.ftl")))));

/// Tags of languages with the names by which those who speak them know them.
const NAMES: [(&str, &str); 16] = [
    ("az", "Azərbaycanca"),
    ("cs", "Čeština"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
];

/// A language by its own name; `None` where it is not known here.
#[must_use]
pub fn language_name(tag: &str) -> Option<&'static str> {
    let known = NAMES.iter().find(|(known, _)| *known == tag);
    known.map(|(_, name)| *name)
}

/// Whether the interface is shipped in a language.
#[must_use]
pub fn is_shipped(tag: &str) -> bool {
    TAGS.contains(&tag)
}

/// The variables of a message that are names in a case, with the case: `to` and the dative for
/// `$to-dative`.
pub(super) fn cases(language: &str, key: &str) -> &'static [(&'static str, Case)] {
    let messages = CASES.get(language);
    messages.and_then(|m| m.get(key)).map_or(&[], Vec::as_slice)
}

/// Of each language, the names in a case of each message that has some.
type CasesOfMessages = HashMap<&'static str, Vec<(&'static str, Case)>>;

static CASES: LazyLock<HashMap<&'static str, CasesOfMessages>> = LazyLock::new(|| {
    let of_file = |text: &'static str| {
        let mut messages = CasesOfMessages::new();
        let mut key = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split_once(" =").map_or(line, |(key, _)| key);
            }
            for found in variables(line).filter_map(case_of) {
                let cases = messages.entry(key).or_default();
                if !cases.contains(&found) {
                    cases.push(found);
                }
            }
        }
        messages
    };
    LANGUAGES
        .iter()
        .map(|(tag, text)| (*tag, of_file(text)))
        .collect()
});

/// The names of the variables in a line of a language file.
fn variables(line: &str) -> impl Iterator<Item = &str> {
    line.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)));
        &rest[..end.unwrap_or(rest.len())]
    })
}

/// The variable and the case of `to-dative`; `None` for a variable that is no name in a case.
fn case_of(variable: &str) -> Option<(&str, Case)> {
    let (name, case) = variable.rsplit_once('-')?;
    Some((name, case.parse().ok()?))
}

/// The messages in `language` where its file is shipped, and in English where the file or a message
/// of it is missing.
pub(super) fn bundle(language: &str) -> FluentBundle<FluentResource> {
    #[cfg(test)]
    if language == super::pseudo::TAG {
        let mut bundle = bundle_of(language, &*LANGUAGES);
        bundle.set_transform(Some(|words| super::pseudo::pseudo(words).into()));
        return bundle;
    }
    bundle_of(language, &*LANGUAGES)
}

fn bundle_of(language: &str, files: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let is_shipped = files.iter().any(|(tag, _)| *tag == language);
    let locale = if is_shipped { language } else { "en" };
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for (tag, text) in files {
        if *tag == "en" || *tag == locale {
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn a_message_that_a_language_file_lacks_is_english() {
        let files = [LANGUAGES[0], ("xx", "lens-claims = Prétentions\n")];
        let words = |language: &str, key: &str| {
            let bundle = bundle_of(language, &files);
            let pattern = bundle.get_message(key).and_then(|m| m.value());
            let pattern = pattern.expect("a message");
            bundle
                .format_pattern(pattern, None, &mut Vec::new())
                .into_owned()
        };
        assert_eq!(words("xx", "lens-claims"), "Prétentions");
        assert_eq!(words("xx", "lens-control"), "Control");
        assert_eq!(words("yy", "lens-claims"), "Claims");
    }

    /// The messages of a file, each with the names of its variables.
    fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split_once(" =").expect("a message").0;
                assert!(
                    messages.insert(key, BTreeSet::new()).is_none(),
                    "{key} twice"
                );
            }
            let variables = variables(line).map(|v| case_of(v).map_or(v, |(name, _)| name));
            messages.entry(key).or_default().extend(variables);
        }
        messages
    }

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let english = messages(LANGUAGES[0].1);
        for (tag, text) in *LANGUAGES {
            assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{tag}");
            let mut own = messages(text);
            own.retain(|key, _| case_of(key).is_none_or(|(name, _)| name != "name"));
            let keys = |m: &BTreeMap<&'static str, _>| m.keys().copied().collect::<Vec<_>>();
            assert_eq!(keys(&own), keys(&english), "{tag}");
            for (key, variables) in &english {
                assert_eq!(&own[key], variables, "{tag}: {key}");
            }
        }
    }
}
