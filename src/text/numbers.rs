//! Numbers and counts in words.

use fluent_bundle::FluentArgs;

use super::Text;
use crate::model::{Qualifier, Strength, word};

impl Text {
    /// A number to the nearest tenth, with separated thousands.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        let tenths = (value * 10.0).round();
        let (whole, tenth) = (tenths.abs() / 10.0, tenths.abs() % 10.0);
        let digits = format!("{:.0}", whole.trunc());
        let mut out = String::from(if tenths < 0.0 { "-" } else { "" });
        // Some languages write four digits without a separator.
        let separated = self.get("thousands-from").parse().unwrap_or(4);
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && digits.len() >= separated && (digits.len() - i).is_multiple_of(3) {
                out.push_str(&self.get("thousands"));
            }
            out.push(c);
        }
        if tenth > 0.0 {
            let tenth = format!("{tenth:.0}");
            out.push_str(&self.get("decimal"));
            out.push_str(&tenth);
        }
        out
    }

    /// The first `most` of what there is, and the words that say how many more there are.
    #[must_use]
    pub fn first_of<'a, T>(&self, all: &'a [T], most: usize) -> (&'a [T], Option<String>) {
        let (first, rest) = all.split_at(most.min(all.len()));
        let count = rest.len();
        let words = (count > 0).then(|| self.with("and-more", &[("count", &count.to_string())]));
        (first, words)
    }

    /// Reported numbers in words: "2,000 infantry, up to 200 cavalry".
    #[must_use]
    pub fn strengths(&self, strengths: &[Strength]) -> String {
        strengths
            .iter()
            .map(|s| self.strength(s))
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(&self.get("list-comma"))
    }

    fn strength(&self, s: &Strength) -> String {
        let number = |n: u32| self.number(f64::from(n));
        let (shown, count) = match (s.min, s.max) {
            (Some(a), Some(b)) if a != b => (
                self.with("from-to", &[("from", &number(a)), ("to", &number(b))]),
                b,
            ),
            (Some(n), None) => (self.with("at-least", &[("count", &number(n))]), n),
            (_, Some(n)) => (number(n), n),
            (None, None) => return String::new(),
        };
        let shown = match s.qualifier {
            Qualifier::Exactly => shown,
            Qualifier::UpTo => self.with("up-to", &[("count", &shown)]),
            Qualifier::About => self.with("about", &[("count", &shown)]),
        };
        let unit = word(s.unit);
        let mut args = FluentArgs::new();
        args.set("n", count);
        args.set("count", shown);
        self.format(&format!("strength-{unit}"), &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_strengths_and_lists_read_well() {
        let text = Text::new("en");
        assert_eq!(text.number(15500.0), "15,500");
        assert_eq!(text.number(0.93), "0.9");
        let of = |unit, n| Strength {
            min: Some(n),
            max: Some(n),
            qualifier: Qualifier::Exactly,
            unit,
            told_by: None,
        };
        let all = [
            of(crate::model::StrengthUnit::Infantry, 2000),
            of(crate::model::StrengthUnit::Guns, 1),
        ];
        assert_eq!(text.strengths(&all), "2,000 infantry, 1 gun");
        assert_eq!(
            text.join(&["a".into(), "b".into(), "c".into()]),
            "a, b and c"
        );
    }

    #[test]
    fn a_number_carries_its_tenths_and_keeps_its_sign() {
        let text = Text::new("en");
        let said = [0.96, 999.96, -0.5, -1200.0, -0.04, 2.04, 1e6].map(|n| text.number(n));
        assert_eq!(
            said,
            ["1", "1,000", "-0.5", "-1,200", "0", "2", "1,000,000"]
        );
    }

    #[test]
    fn what_is_not_shown_is_counted() {
        let text = Text::new("en");
        assert_eq!(text.first_of(&[1, 2, 3], 3), (&[1, 2, 3][..], None));
        let (shown, more) = text.first_of(&[1, 2, 3, 4, 5], 3);
        assert_eq!(
            (shown, more.as_deref()),
            (&[1, 2, 3][..], Some("and 2 more"))
        );
    }
}
