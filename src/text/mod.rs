//! Every word of the interface, through Fluent; dates in words; sentences of what changed.

mod archive_words;
mod change;
mod change_tour;
pub mod citation;
mod day;
mod day_records;
mod declension;
mod facts;
mod finding;
mod footnote;
mod kiosk;
mod kiosk_card;
mod language;
mod naming;
mod narrative;
mod numbers;
#[cfg(test)]
pub(crate) mod pseudo;
mod register;
mod sentence;
mod sorting;
mod speaker;
mod stance_of_areas;
mod tip;
mod wording;

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu_collator::CollatorBorrowed;

use crate::model::{Atlas, Citation, FixKind, Forms, MessageKind, PartyId, word};
use crate::time::{Edtf, Truth};
use crate::timeline::{Fill, FillKind, KnownDay, Lens};

pub use day_records::DayRecord;
pub use facts::Fact;
pub use finding::{Finding, day_before};
pub use kiosk::{ChipWords, KIOSK_WORDS, SampleWords, SourceWords};
pub use kiosk_card::{Card, CardChoice, CardPart, CardRow, CardView, MOST_CARD_WORDS};
pub use language::{is_shipped, language_name};
pub use naming::{Naming, named_in};
pub use narrative::Paragraph;
pub use register::{RegisterRow, Said};
pub use speaker::Speaker;
pub use stance_of_areas::StanceOfAreas;

/// The words of the interface in one language, and the language of the records.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
    language: String,
    /// The order of names in this language.
    collator: Option<CollatorBorrowed<'static>>,
    /// The forms of names in this language, by the name as it stands alone.
    declensions: BTreeMap<String, Forms>,
}

impl Text {
    /// The interface in `language` where its file is shipped; in English otherwise, and message by
    /// message where that file lacks one. Records are shown in `language` either way.
    ///
    /// ```
    /// use araxes::text::Text;
    ///
    /// let text = Text::new("en");
    /// assert_eq!(text.get("next-day"), "Next day");
    /// ```
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self {
            bundle: language::bundle(language),
            language: language.to_owned(),
            collator: sorting::collator(language),
            declensions: BTreeMap::new(),
        }
    }

    /// The same with the names of an atlas, which sentences then decline where the language does.
    #[must_use]
    pub fn for_atlas(language: &str, atlas: &Atlas) -> Self {
        let declensions = atlas.declensions.0.get(language);
        Self {
            declensions: declensions.cloned().unwrap_or_default(),
            ..Self::new(language)
        }
    }

    /// Tag of the language in which records are shown, such as `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words for `key`; the key itself where there are none, so that a missing message is
    /// noticed.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words for `key`, with values for its variables. A message that writes `$to-dative` gets the
    /// dative of the name that is the value of `to`; likewise for every [`Case`](crate::model::Case).
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            // A number, not a text, lets the message choose a plural form.
            match value.parse::<u32>() {
                Ok(n) if *name == "count" => args.set((*name).to_owned(), n),
                _ => args.set((*name).to_owned(), (*value).to_owned()),
            }
        }
        for (name, case) in language::cases(&self.language, key) {
            if let Some((_, value)) = values.iter().find(|(given, _)| given == name) {
                args.set(
                    format!("{name}-{}", word(*case)),
                    self.declined(value, *case),
                );
            }
        }
        self.format(key, &args)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        self.bundle
            .format_pattern(pattern, Some(args), &mut Vec::new())
            .into_owned()
    }

    /// A day and month: `3 July`.
    #[must_use]
    pub fn day_month(&self, day: NaiveDate) -> String {
        self.date(day.day(), day.month())
    }

    /// The name of a month: `July`.
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> String {
        self.get(&format!("month-{}", day.month()))
    }

    /// A day of a month in words.
    fn date(&self, day: u32, month: u32) -> String {
        self.with(
            "day-of-month",
            &[
                ("day", &day.to_string()),
                ("month", &self.get(&format!("month-of-{month}"))),
            ],
        )
    }

    /// A year in words, given as in ISO 8601, where 0 is 1 BC.
    #[must_use]
    pub fn year(&self, year: i32) -> String {
        if year > 0 {
            return year.to_string();
        }
        self.with("year-before", &[("year", &(1 - year).to_string())])
    }

    /// Weekday and year: `Saturday, 1920`.
    #[must_use]
    pub fn weekday_year(&self, day: NaiveDate) -> String {
        let weekday = self.get(&format!("weekday-{}", day.weekday().number_from_monday()));
        self.with(
            "weekday-year",
            &[("weekday", &weekday), ("year", &self.year(day.year()))],
        )
    }

    /// A record's date in words, no more exact than the record gives it; `None` is undated.
    #[must_use]
    pub fn when(&self, when: Option<&Edtf>) -> String {
        let Some(when) = when else {
            return self.get("undated");
        };
        let full = |d: NaiveDate| {
            let year = self.year(d.year());
            self.with(
                "full-date",
                &[("date", &self.day_month(d)), ("year", &year)],
            )
        };
        if let Some(day) = when.exact_day() {
            return full(day);
        }
        let extent = when.extent();
        if let Some((a, b)) = extent.begins_latest.zip(extent.ends_earliest)
            && extent.as_of
        {
            let first = self.between(a.min(b), a.max(b));
            return self.with("as-of", &[("date", &first)]);
        }
        match (extent.begins_earliest, extent.ends_latest) {
            (Some(a), Some(b)) if a == b => self.with("about-date", &[("date", &full(a))]),
            (Some(a), Some(b)) => self.between(a, b),
            (None, Some(b)) if extent.period => self.with("until", &[("date", &full(b))]),
            (Some(a), None) if extent.period && extent.begins_latest == Some(a) => {
                self.with("since", &[("date", &full(a))])
            }
            (Some(a), None) if let Some(b) = extent.begins_latest.filter(|_| extent.period) => {
                self.with("begun-between", &[("from", &full(a)), ("to", &full(b))])
            }
            (None, Some(b)) => self.known_day(KnownDay::NotAfter(b)),
            (Some(a), None) => self.known_day(KnownDay::NotBefore(a)),
            (None, None) => self.get("undated"),
        }
    }

    /// A day of several, or the year or month that they fill.
    fn between(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return self.date_in_full(first);
        }
        let ends_month = last.succ_opt().is_some_and(|next| next.day() == 1);
        if first.day() == 1 && ends_month && first.year() == last.year() {
            let year = self.year(first.year());
            if (first.month(), last.month()) == (1, 12) {
                return year;
            }
            if first.month() == last.month() {
                let month = self.month(first);
                return self.with("month-year", &[("month", &month), ("year", &year)]);
            }
        }
        let (from, to) = (self.date_in_full(first), self.date_in_full(last));
        self.with("between-dates", &[("from", &from), ("to", &to)])
    }

    /// What is known of the day of a record: "some time after 17 May 1920".
    #[must_use]
    pub fn known_day(&self, day: KnownDay) -> String {
        let full = |day| self.date_in_full(day);
        match day {
            KnownDay::On(day) => full(day),
            KnownDay::Between(first, last) => self.between(first, last),
            KnownDay::NotAfter(last) => self.with("not-after", &[("date", &full(last))]),
            KnownDay::NotBefore(first) => self.with("some-time-after", &[("date", &full(first))]),
            KnownDay::Unknown => self.get("undated"),
        }
    }

    /// What a report says of a force, in words; `None` for the usual case, that it is there.
    #[must_use]
    pub fn fix_kind(&self, kind: FixKind) -> Option<String> {
        (kind != FixKind::Stands).then(|| self.get(&format!("fix-{}", word(kind))))
    }

    /// The authority of a voice, in words.
    #[must_use]
    pub fn authority(&self, authority: crate::model::Authority) -> String {
        self.get(&format!("authority-{}", word(authority)))
    }

    /// The kind of a message, in words.
    #[must_use]
    pub fn message_kind(&self, kind: MessageKind) -> String {
        self.get(&format!("message-{}", word(kind)))
    }

    /// A fill in the words of the legend: "claimed by Baku and Yerevan".
    #[must_use]
    pub fn fill(&self, fill: &Fill, lens: &Lens, atlas: &Atlas) -> String {
        let name = |p: &PartyId| atlas.name(p.as_str(), &self.language).to_owned();
        let names: Vec<String> = fill.parties.iter().map(name).collect();
        let parties = self.join(&names);
        let key = format!("legend-{}", word(fill.kind));
        let own = matches!(lens, Lens::Party(p) if fill.parties.first() == Some(p));
        let key = match fill.kind {
            FillKind::Claimed if own => "legend-claimed-own",
            FillKind::Occupy if own => "legend-occupy-own",
            _ => &key,
        };
        let certainty = fill.certainty.unwrap_or(Truth::Certain);
        self.with(
            key,
            &[("parties", &parties), ("certainty", word(certainty))],
        )
    }

    /// A fill by a claimant who also holds the district, in the words of the legend.
    #[must_use]
    pub fn claimed_and_held(&self, fill: &Fill, atlas: &Atlas) -> String {
        let names: Vec<String> = fill
            .parties
            .iter()
            .map(|p| atlas.name(p.as_str(), &self.language).to_owned())
            .collect();
        let certainty = fill.certainty.unwrap_or(Truth::Certain);
        self.with(
            "legend-claimed-and-held",
            &[
                ("parties", &self.join(&names)),
                ("certainty", word(certainty)),
            ],
        )
    }

    /// Names as a list: "a", "a and b", "a, b and c".
    #[must_use]
    pub fn join(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.with(
                "list-and",
                &[
                    ("first", &first.join(&self.get("list-comma"))),
                    ("last", last),
                ],
            ),
        }
    }

    /// A name with what is said of it, such as a term with its sentence.
    #[must_use]
    pub fn named(&self, name: &str, words: &str) -> String {
        self.with("named-words", &[("name", name), ("words", words)])
    }

    /// The lens in a word or two: that of a capital is called by its city.
    #[must_use]
    pub fn lens_name(&self, lens: &Lens, atlas: &Atlas) -> String {
        let party = match lens {
            Lens::Claims => return self.get("lens-claims"),
            Lens::Control => return self.get("lens-control"),
            Lens::Party(party) => atlas.party(party.as_str()),
            Lens::Voice(_) => None,
        };
        let seat = party.filter(|q| !q.capital).and_then(|q| q.seat.as_ref());
        let id = seat.map_or(lens.name(), |seat| seat.as_str());
        atlas.name(id, self.language()).to_owned()
    }

    /// The lens as a title.
    #[must_use]
    pub fn lens_title(&self, lens: &Lens, atlas: &Atlas) -> String {
        match lens {
            Lens::Claims => self.get("lens-title-claims"),
            Lens::Control => self.get("lens-title-control"),
            Lens::Party(_) | Lens::Voice(_) => self.with(
                "lens-title-of",
                &[("name", &self.in_sentence(lens.name(), atlas))],
            ),
        }
    }

    /// A sentence that says what the lens shows.
    #[must_use]
    pub fn lens_about(&self, lens: &Lens, atlas: &Atlas) -> String {
        match lens {
            Lens::Claims => self.get("lens-about-claims"),
            Lens::Control => self.get("lens-about-control"),
            Lens::Party(_) | Lens::Voice(_) => self.with(
                "lens-about-of",
                &[("name", &self.in_sentence(lens.name(), atlas))],
            ),
        }
    }

    /// Citations in short: page, note and archive.
    #[must_use]
    pub fn cites(&self, cites: &[Citation], atlas: &Atlas) -> String {
        let one = |c: &Citation| {
            let read = self.short_citation(std::slice::from_ref(c), atlas);
            match &c.original {
                Some(original) => format!("{read}: {original}"),
                None => read,
            }
        };
        let all = cites.iter().map(one).collect::<Vec<_>>();
        all.join(&self.get("list-semicolon"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Stance, StanceKind};
    use crate::timeline::{Change, ChangeQuestion};

    #[test]
    fn a_sentence_does_not_hang_on_the_words_of_another() {
        let mut text = Text::new("en");
        let other = "messages = Messages écrits\nclaims = Prétentions\nunits = Troupes\ncontrol = Contrôle\n";
        let other = FluentResource::try_new(other.to_owned()).expect("Fluent");
        text.bundle.add_resource_overriding(other);
        let atlas = crate::load::fixtures::builtin();
        use crate::model::RecordKind;
        use crate::timeline::Condition;
        let said = [
            RecordKind::Messages,
            RecordKind::Claims,
            RecordKind::Units,
            RecordKind::Control,
            RecordKind::Events,
        ]
        .map(|kind| text.condition(&Condition::Hide(kind), &atlas));
        assert_eq!(
            said,
            [
                "without messages",
                "without claims",
                "without troops",
                "without control",
                "without events"
            ]
        );
    }

    #[test]
    fn whatever_is_only_possible_says_possibly() {
        let text = Text::new("en");
        let atlas = crate::load::fixtures::builtin();
        let party: Option<PartyId> = Some("yerevan".into());
        let kinds = [
            StanceKind::Claims,
            StanceKind::Assigns,
            StanceKind::Recognises,
            StanceKind::Disputed,
            StanceKind::Renounces,
            StanceKind::Presses,
            StanceKind::Autonomy,
            StanceKind::Occupy,
            StanceKind::Evacuate,
            StanceKind::Declines,
            StanceKind::Opposes,
        ];
        for kind in kinds {
            let stance = Stance {
                kind,
                to: party.clone(),
                by: party.clone(),
                of: party.clone(),
            };
            let said = |truth| text.stance_on_day(&stance, truth, "Moscow", &atlas);
            let (possible, certain) = (said(Truth::Possible), said(Truth::Certain));
            assert!(possible.contains("possibly"), "{possible}");
            assert!(!certain.contains("possibly"), "{certain}");
            for lens in [Lens::Claims, Lens::Party("yerevan".into())] {
                let fill = |certainty| Fill {
                    kind: kind.into(),
                    parties: party.iter().cloned().collect(),
                    certainty: Some(certainty),
                    hearsay: false,
                    records: Vec::new(),
                };
                let legend = |truth| text.fill(&fill(truth), &lens, &atlas);
                assert!(legend(Truth::Possible).contains("possibly"));
                assert!(!legend(Truth::Certain).contains("possibly"));
                let told = |t| text.fill_sentence(&fill(t), &["sharur"], &lens, &atlas);
                assert!(told(Truth::Possible).contains("possibly"));
                assert!(!told(Truth::Certain).contains("possibly"));
            }
            let change = |certainty| Change {
                area: "sharur".to_owned(),
                question: ChangeQuestion::Asked(kind.question()),
                party: party.clone(),
                before: None,
                after: Some(crate::timeline::Answer {
                    stance: Some(stance.clone()),
                    certainty,
                    hearsay: false,
                    record: "a".into(),
                }),
                certainty,
                record: None,
            };
            let possible = text.change(&change(Truth::Possible), &atlas);
            assert!(possible.contains("possibly"), "{possible}");
        }
    }

    #[test]
    fn an_undated_record_is_told_with_what_is_known_of_its_day() {
        let text = Text::new("en");
        let day = |text: &str| text.parse().expect("a day");
        let said = |known| text.known_day(known);
        let after = KnownDay::NotBefore(day("1920-05-17"));
        assert_eq!(said(after), "some time after 17 May 1920");
        let upto = KnownDay::NotAfter(day("1920-07-14"));
        assert_eq!(said(upto), "not after 14 July 1920");
        assert_eq!(said(KnownDay::Unknown), "undated");
    }

    #[test]
    fn dates_are_said_no_more_exactly_than_they_are_known() {
        let text = Text::new("en");
        let said = |edtf: &str| text.when(Some(&Edtf::parse(edtf).expect("EDTF")));
        assert_eq!(said("1920-07-03"), "3 July 1920");
        assert_eq!(said("1920-05"), "May 1920");
        assert_eq!(said("1918"), "1918");
        assert_eq!(
            said("[1920-06-21..1920-06-30]"),
            "between 21 June 1920 and 30 June 1920"
        );
        assert_eq!(said("[1920-05-17..]"), "some time after 17 May 1920");
        assert_eq!(said("[..1920-07-14]"), "not after 14 July 1920");
        assert_eq!(said("[1920-07-14..]/.."), "some time after 14 July 1920");
        assert_eq!(said("1920-07-06/.."), "since 6 July 1920");
        assert_eq!(
            said("[1920-07-14..1920-07-24]/.."),
            "begun some time between 14 July 1920 and 24 July 1920"
        );
        assert_eq!(said("/1920-04-27"), "until 27 April 1920");
        let as_of = "..1920-07-13/1920-07-13..";
        assert_eq!(said(as_of), "as of 13 July 1920");
        assert_eq!(said("..1920-05/1920-05.."), "as of May 1920");
        assert_eq!(text.when(None), "undated");
    }
}
