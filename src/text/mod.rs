//! Every word of the interface, through Fluent; dates in words; sentences of what changed.

use chrono::{Datelike as _, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::model::{Atlas, PartyId, Stance, StanceKind};
use crate::time::old_style;
use crate::timeline::{Change, ChangeQuestion, Lens};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The interface in one language.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
    language: String,
}

impl Text {
    /// English, until the other four are written.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let mut bundle = FluentBundle::new(vec!["en".parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(include_str!("../../assets/text/en.ftl").to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { bundle, language: language.to_owned() }
    }

    /// Language of the records.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words for `key`; the key itself where there are none, so that a gap is seen.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words for `key` with names put in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
        let mut args = FluentArgs::new();
        values.iter().for_each(|(name, value)| args.set((*name).to_owned(), (*value).to_owned()));
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// `3 July`
    #[must_use]
    pub fn day_month(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), MONTHS[day.month0() as usize])
    }

    /// `July`
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> &'static str {
        MONTHS[day.month0() as usize]
    }

    /// `Saturday, 1920`
    #[must_use]
    pub fn weekday_year(&self, day: NaiveDate) -> String {
        format!("{}, {}", WEEKDAYS[day.weekday().num_days_from_monday() as usize], day.year())
    }

    /// `20 June old style`
    #[must_use]
    pub fn old_style(&self, day: NaiveDate) -> String {
        let (_, month, date) = old_style(day);
        self.with("old-style", &[("date", &format!("{date} {}", MONTHS[month as usize - 1]))])
    }

    /// The lens as a title.
    #[must_use]
    pub fn lens_title(&self, lens: &Lens, atlas: &Atlas) -> String {
        match lens {
            Lens::Claims => self.get("lens-title-claims"),
            Lens::Control => self.get("lens-title-control"),
            Lens::Party(_) | Lens::Voice(_) => self.with("lens-title-of", &[("name", atlas.name(lens.name(), &self.language))]),
        }
    }

    /// A stance as a sentence: "Moscow would give it to Yerevan".
    #[must_use]
    pub fn stance(&self, stance: &Stance, who: &str, atlas: &Atlas) -> String {
        let name = |id: &Option<PartyId>| id.as_ref().map_or("", |p| atlas.name(p.as_str(), &self.language)).to_owned();
        let key = match stance.kind {
            StanceKind::Claims => "claims-mine",
            StanceKind::Assigns => "assigns",
            StanceKind::Recognises => "recognises",
            StanceKind::Disputed => "disputed",
            StanceKind::Renounces => "renounces",
            StanceKind::Presses => "presses",
            StanceKind::Autonomy => "autonomy",
            StanceKind::Occupy if stance.by.as_ref().is_some_and(|p| atlas.name(p.as_str(), &self.language) == who) => {
                "occupy-own"
            }
            StanceKind::Occupy => "occupy",
            StanceKind::Evacuate => "evacuate",
            StanceKind::Declines => "declines",
            StanceKind::Opposes if stance.by.is_some() => "opposes",
            StanceKind::Opposes => "opposes-any",
        };
        self.with(key, &[("party", who), ("to", &name(&stance.to)), ("by", &name(&stance.by)), ("of", &name(&stance.of))])
    }

    /// What changed, as a sentence without the district's name.
    #[must_use]
    pub fn change(&self, change: &Change, atlas: &Atlas) -> String {
        let who = change.party.as_ref().map_or("", |p| atlas.name(p.as_str(), &self.language));
        match (&change.after, change.question) {
            (None, _) => format!("{who}: {}", self.get("now-nothing")),
            (Some(_), ChangeQuestion::Held) => self.with("held", &[("party", who)]),
            (Some(answer), _) => answer.stance.as_ref().map_or_else(String::new, |s| self.stance(s, who, atlas)),
        }
    }
}
