//! The order of names in a language: ə after e in Azerbaijani, ı before i in Turkish, Ё beside Е in
//! Russian.

use std::cmp::Ordering;

use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::Text;

/// The order of a language; that of all scripts together where the language has none of its own.
pub(super) fn collator(language: &str) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    Collator::try_new((&locale).into(), Default::default()).ok()
}

impl Text {
    /// Which of two names comes first in a list in this language.
    ///
    /// ```
    /// use araxes::text::Text;
    ///
    /// let mut names = ["Əli", "Zaqatala", "Eyvaz", "Fuad"];
    /// names.sort_by(|a, b| Text::new("az").compare(a, b));
    /// assert_eq!(names, ["Eyvaz", "Əli", "Fuad", "Zaqatala"]);
    /// ```
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(a, b),
            None => a.cmp(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_order() {
        for (language, in_order) in [
            ("en", ["Ankara", "Élan", "Elvin", "Zeki"]),
            ("az", ["Eldar", "Əhməd", "Şuşa", "Zəngəzur"]),
            ("tr", ["Cebesoy", "Çiçerin", "Iğdır", "İsmet"]),
            ("ru", ["Ёлкин", "Еремеев", "Жданов", "Эривань"]),
            ("hy", ["Անկարա", "Բաքու", "Երևան", "Օրդուբադ"]),
        ] {
            let text = Text::new(language);
            let mut names = in_order;
            names.reverse();
            names.sort_by(|a, b| text.compare(a, b));
            assert_eq!(names, in_order, "{language}");
        }
    }
}
