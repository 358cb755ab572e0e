//! Sentences that an atlas brings along, or general ones where it has none; its units of length and
//! its calendar.

use chrono::{Datelike as _, NaiveDate};

use super::{Text, citation};
use crate::model::{Atlas, ScaleUnit, Span, Words};
use crate::time::old_style;

impl Text {
    /// The atlas's own sentence, or the general one of that key.
    pub(super) fn own_or(&self, own: &Words, key: &str) -> String {
        if own.is_empty() {
            self.get(key)
        } else {
            own.text(&self.language).to_owned()
        }
    }

    /// The sources on which the atlas rests: its own sentence, else author, title and year of the
    /// source that its first message cites.
    #[must_use]
    pub fn sources_line(&self, atlas: &Atlas) -> String {
        let own = &atlas.manifest.texts.plate_source;
        if !own.is_empty() {
            return own.text(&self.language).to_owned();
        }
        let Some(source) = citation::main_source(atlas) else {
            return String::new();
        };
        let parts = [
            citation::family(source),
            citation::title(source).map(str::to_owned),
            citation::year(source).map(|year| year.to_string()),
        ];
        let known: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|p| !p.is_empty())
            .collect();
        self.with(
            "source-line",
            &[("source", &known.join(&self.get("list-comma")))],
        )
    }

    /// What readers of a plate should beware of.
    #[must_use]
    pub fn plate_note(&self, atlas: &Atlas) -> String {
        self.own_or(&atlas.manifest.texts.plate_note, "plate-note")
    }

    /// To whom the data of the map are owed; `None` where the atlas does not say.
    #[must_use]
    pub fn map_credits(&self, atlas: &Atlas) -> Option<String> {
        let credits = &atlas.manifest.texts.map_credits;
        (!credits.is_empty()).then(|| credits.text(&self.language).to_owned())
    }

    /// What a boundary of that precision, 1 to 3, is drawn from.
    #[must_use]
    pub fn precision(&self, precision: u8, atlas: &Atlas) -> String {
        let texts = &atlas.manifest.texts;
        match precision {
            1 => self.own_or(&texts.precision_1, "precision-1"),
            2 => self.own_or(&texts.precision_2, "precision-2"),
            _ => self.own_or(&texts.precision_3, "precision-3"),
        }
    }

    /// The atlas's sentence on the sources and licences of its boundaries, otherwise its credits.
    #[must_use]
    pub fn boundary_source<'a>(&self, atlas: &'a Atlas) -> Option<&'a str> {
        let manifest = &atlas.manifest;
        [&manifest.texts.boundary_source, &manifest.credits]
            .into_iter()
            .find(|words| !words.is_empty())
            .map(|words| words.text(&self.language))
    }

    /// `20 June old style`, where the Julian calendar was in use.
    #[must_use]
    pub fn old_style(&self, day: NaiveDate, atlas: &Atlas) -> Option<String> {
        let (_, month, date) = old_style(day);
        atlas
            .manifest
            .julian_calendar
            .then(|| self.with("old-style", &[("date", &self.date(date, month))]))
    }

    /// The way from the epilogue back to the main part: `Back to 1920`, `Back to 1828–1829`.
    #[must_use]
    pub fn back_to_main_part(&self, span: Span) -> String {
        let (first, last) = (span.start.year().to_string(), span.end.year().to_string());
        let years = if first == last {
            first
        } else {
            self.with("from-to", &[("from", &first), ("to", &last)])
        };
        self.with("to-main-part", &[("years", &years)])
    }

    /// A distance in the atlas's first unit of length, to the nearest ten.
    #[must_use]
    pub fn distance(&self, km: f64, atlas: &Atlas) -> String {
        let unit = atlas.manifest.scale_units.first().copied();
        let unit = unit.unwrap_or(ScaleUnit::Km);
        self.length((km / unit.km() / 10.0).round() * 10.0, unit)
    }

    /// `1,900 km`
    #[must_use]
    pub fn length(&self, count: f64, unit: ScaleUnit) -> String {
        let key = match unit {
            ScaleUnit::Metres => "metres",
            ScaleUnit::Km => "kilometres",
            ScaleUnit::Miles => "miles",
            ScaleUnit::Versts => "versts",
        };
        self.with(key, &[("count", &self.number(count))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_names_the_years_of_the_main_part() {
        let text = Text::new("en");
        let back = |start: &str, end: &str| {
            text.back_to_main_part(Span {
                start: start.parse().expect("a day"),
                end: end.parse().expect("a day"),
                epilogue_end: None,
            })
        };
        assert_eq!(back("1920-04-27", "1920-08-10"), "Back to 1920");
        assert_eq!(back("1828-03-01", "1829-12-31"), "Back to 1828–1829");
    }

    #[test]
    fn an_atlas_speaks_for_itself_or_in_general() {
        let text = Text::new("en");
        let own = crate::load::fixtures::builtin();
        let mut general = Atlas::clone(&own).into_parts();
        general.manifest.texts = crate::model::AtlasTexts::default();
        general.manifest.julian_calendar = false;
        general.manifest.scale_units = vec![ScaleUnit::Miles];
        let general = Atlas::new(general);
        let day = NaiveDate::from_ymd_opt(1920, 7, 3).expect("a day");
        assert_eq!(
            text.old_style(day, &own).as_deref(),
            Some("20 June old style")
        );
        assert_eq!(text.old_style(day, &general), None);
        assert!(text.sources_line(&own).ends_with("the documents say."));
        assert!(text.sources_line(&general).ends_with(", 2019"));
        assert_eq!(text.precision(2, &general), "Reconstructed: dashed");
        assert!(text.precision(2, &own).contains("within about 5 km"));
        assert_eq!(text.distance(1609.0, &own), "1,610 km");
        assert_eq!(text.distance(1609.0, &general), "1,000 miles");
    }
}
