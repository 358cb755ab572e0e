//! Names inside sentences, in the case that the sentence asks for.

use super::Text;
use crate::model::{Case, word};

impl Text {
    /// A name, or a list of names as [`Text::join`] makes it, in a case. Where the atlas does not know
    /// the form, the message `name-` with the case says it by other words, such as "the side of", or the
    /// name stays as it is.
    pub(super) fn declined(&self, name: &str, case: Case) -> String {
        if name.is_empty() {
            return String::new();
        }
        self.known_form(name, case).unwrap_or_else(|| {
            let key = format!("name-{}", word(case));
            if self.bundle.has_message(&key) {
                self.with(&key, &[("name", name)])
            } else {
                name.to_owned()
            }
        })
    }

    /// The forms of two names in each case of which both have one.
    pub(super) fn forms_of_both<'a>(&'a self, one: &str, other: &str) -> Vec<(&'a str, &'a str)> {
        let forms = |name: &str| self.declensions.get(name).into_iter().flatten();
        let other = |case: &Case| forms(other).find(|(c, _)| *c == case);
        forms(one)
            .filter_map(|(case, form)| Some((form.as_str(), other(case)?.1.as_str())))
            .collect()
    }

    /// The form of a name, or of each name of a list; `None` where one of them is not known.
    fn known_form(&self, name: &str, case: Case) -> Option<String> {
        if let Some(form) = self
            .declensions
            .get(name)
            .and_then(|forms| forms.get(&case))
        {
            return Some(form.clone());
        }
        let between = self.with("list-and", &[("first", "\n"), ("last", "\n")]);
        let between = [between.trim_matches('\n'), &self.get("list-comma")].map(str::to_owned);
        let separator = between.iter().find(|s| name.contains(s.as_str()))?;
        let (first, rest) = name.split_once(separator.as_str())?;
        let forms = [self.known_form(first, case)?, self.known_form(rest, case)?];
        Some(forms.join(separator))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_name_is_declined_where_the_atlas_knows_how() {
        let mut text = Text::new("ru");
        let forms = |form: &str| BTreeMap::from([(Case::Dative, form.to_owned())]);
        text.declensions = BTreeMap::from([
            ("Эривань".to_owned(), forms("Эривани")),
            ("Москва".to_owned(), forms("Москве")),
        ]);
        assert_eq!(text.declined("Эривань", Case::Dative), "Эривани");
        let both = text.join(&["Эривань".to_owned(), "Москва".to_owned()]);
        assert_eq!(text.declined(&both, Case::Dative), "Эривани и Москве");
        assert!(text.declined("Лондон", Case::Dative).contains("Лондон"));
    }
}
