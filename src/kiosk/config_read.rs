//! Reads `kiosk.toml`. Every fault of the file is found at once, with its line and column.

use std::ops::Range;

use serde::Deserialize as _;

use super::config::{KioskConfig, time_of};
use super::pin;
use crate::load::Finding;
use crate::model::{Atlas, Words};
use crate::timeline::Filter;

/// Reads a configuration. Where there is any finding it must not be used; keys with faults have
/// their defaults in it.
///
/// ```
/// use araxes::kiosk::read_config;
///
/// let (config, findings) = read_config("kiosk.toml", "[idle]\nafter_s = 45");
/// assert!(findings.is_empty() && config.idle.after_s == 45.0);
/// let (_, findings) = read_config("kiosk.toml", "[idle]\nafter = 45");
/// assert_eq!((findings[0].line, findings[0].column), (2, 1));
/// ```
#[must_use]
pub fn read_config(file: &str, text: &str) -> (KioskConfig, Vec<Finding>) {
    let mut findings = Vec::new();
    let (config, _) = read(file, text, &mut findings);
    (config, findings)
}

/// The keys that a file sets, each with the bytes of its value.
type Places = Vec<(String, Range<usize>)>;

fn read(file: &str, text: &str, findings: &mut Vec<Finding>) -> (KioskConfig, Places) {
    let mut reader = ConfigReader {
        file,
        text,
        findings,
    };
    reader.config()
}

struct ConfigReader<'a> {
    file: &'a str,
    text: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl ConfigReader<'_> {
    fn tell(&mut self, at: &Range<usize>, key: Option<&str>, what: String, hint: &str) {
        let place = place_in(self.text, at.start);
        let finding = Finding::fault(self.file, place, key, what, hint);
        self.findings.push(finding);
    }

    fn config(&mut self) -> (KioskConfig, Places) {
        let text = self.text;
        let document = match toml::de::DeTable::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let at = error.span().unwrap_or_default();
                let what = format!("not TOML: {}", error.message());
                self.tell(&at, None, what, "mend the syntax here");
                return (KioskConfig::default(), Places::new());
            }
        };
        // Each key is read by itself, so that one fault does not hide another.
        let mut good = toml::Table::new();
        let known = known_keys();
        let mut places = Vec::new();
        for (name, value) in document.get_ref() {
            let name_text = name.get_ref().as_ref();
            match value.get_ref() {
                toml::de::DeValue::Table(table)
                    if known.get(name_text).is_some_and(toml::Value::is_table) =>
                {
                    let keys = known[name_text].as_table().cloned().unwrap_or_default();
                    for (key, value) in table {
                        let key_text = key.get_ref().as_ref();
                        let full = format!("{name_text}.{key_text}");
                        if !keys.contains_key(key_text) {
                            self.unknown(
                                &key.span(),
                                &full,
                                keys.keys().map(|k| format!("{name_text}.{k}")),
                            );
                            continue;
                        }
                        let Some(value_read) = self.value(&key.span(), value, &full) else {
                            continue;
                        };
                        let mut inner = toml::Table::new();
                        inner.insert(key_text.to_owned(), value_read.clone());
                        let mut one = toml::Table::new();
                        one.insert(name_text.to_owned(), inner.into());
                        if self.fits(&value.span(), &full, one) {
                            let section = good
                                .entry(name_text)
                                .or_insert_with(|| toml::Table::new().into());
                            if let Some(section) = section.as_table_mut() {
                                section.insert(key_text.to_owned(), value_read);
                            }
                            places.push((full, value.span()));
                        }
                    }
                }
                _ if !known.contains_key(name_text) => {
                    self.unknown(&name.span(), name_text, known.keys().cloned());
                }
                _ => {
                    let Some(value_read) = self.value(&name.span(), value, name_text) else {
                        continue;
                    };
                    let mut one = toml::Table::new();
                    one.insert(name_text.to_owned(), value_read.clone());
                    if self.fits(&value.span(), name_text, one) {
                        good.insert(name_text.to_owned(), value_read);
                        places.push((name_text.to_owned(), value.span()));
                    }
                }
            }
        }
        let config: KioskConfig = good.try_into().unwrap_or_default();
        self.values(&config, &places);
        (config, places)
    }

    fn unknown(&mut self, at: &Range<usize>, name: &str, known: impl Iterator<Item = String>) {
        let near = known
            .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
        let hint = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
        self.tell(at, Some(name), "no key of that name".to_owned(), &hint);
    }

    /// A value alone. A table must stand in one pair of braces, so that its text is one piece.
    fn value(
        &mut self,
        key: &Range<usize>,
        value: &toml::Spanned<toml::de::DeValue<'_>>,
        name: &str,
    ) -> Option<toml::Value> {
        let read = self.text.get(value.span()).and_then(plain);
        if read.is_none() {
            let what = "cannot be read from a section of its own".to_owned();
            let hint = "write it in one piece, such as { en = \"…\" }";
            self.tell(key, Some(name), what, hint);
        }
        read
    }

    /// Whether a table with one key has a value of the right kind.
    fn fits(&mut self, at: &Range<usize>, name: &str, one: toml::Table) -> bool {
        match KioskConfig::deserialize(one) {
            Ok(_) => true,
            Err(error) => {
                let what = error.message().to_owned();
                self.tell(
                    at,
                    Some(name),
                    what,
                    "`araxes kiosk --example` shows its form",
                );
                false
            }
        }
    }

    /// The rules for values.
    fn values(&mut self, config: &KioskConfig, places: &[(String, Range<usize>)]) {
        let screen = &config.screen;
        let size = |value: f32| (50.0..=20_000.0).contains(&value);
        let idle = &config.idle;
        let time = |text: &str| text.is_empty() || time_of(text).is_some();
        let hours = &config.hours;
        let both = hours.open.is_empty() == hours.close.is_empty();
        let pin = &config.operator.pin;
        let rules = [
            (
                "screen.width_mm",
                size(screen.width_mm),
                "write millimetres, 50 to 20000",
            ),
            (
                "screen.height_mm",
                size(screen.height_mm),
                "write millimetres, 50 to 20000",
            ),
            (
                "screen.viewing_distance_mm",
                size(screen.viewing_distance_mm),
                "write millimetres, 50 to 20000",
            ),
            (
                "idle.after_s",
                (10.0..=3600.0).contains(&idle.after_s),
                "write seconds, 10 to 3600",
            ),
            (
                "idle.countdown_s",
                (5.0..=300.0).contains(&idle.countdown_s),
                "write seconds, 5 to 300",
            ),
            (
                "hours.open",
                time(&hours.open) && both,
                "write \"HH:MM\", and both times or none",
            ),
            (
                "hours.close",
                time(&hours.close) && both,
                "write \"HH:MM\", and both times or none",
            ),
            (
                "hours.dimmed",
                (0.0..=1.0).contains(&hours.dimmed),
                "write a number from 0 to 1",
            ),
            (
                "operator.pin",
                pin.is_empty() || pin::is_hash(pin),
                "put here what `araxes kiosk --hash-pin` prints, never the PIN itself",
            ),
            (
                "panels.own_text",
                config.panels.own_text.is_empty() == config.panels.own_title.is_empty(),
                "write the title and the text, or neither",
            ),
            (
                "panels.own_title",
                config.panels.own_text.is_empty() == config.panels.own_title.is_empty()
                    && short_enough(&config.panels.own_title),
                "write the title, at most 30 letters, and the text, or neither",
            ),
            (
                "watch.hung_s",
                (2.0..=120.0).contains(&config.watch.hung_s),
                "write seconds, 2 to 120",
            ),
            (
                "watch.log_days",
                (1..=3650).contains(&config.watch.log_days),
                "write days, 1 to 3650",
            ),
        ];
        for (name, holds, hint) in rules {
            let place = places.iter().find(|(key, _)| key == name);
            if let Some((key, at)) = place.filter(|_| !holds) {
                self.tell(at, Some(key), "not a possible value".to_owned(), hint);
            }
        }
    }
}

/// What a configuration without faults names that its atlas does not have.
#[must_use]
pub fn check_with_atlas(file: &str, text: &str, atlas: &Atlas) -> Vec<Finding> {
    let (config, places) = read(file, text, &mut Vec::new());
    let mut findings = Vec::new();
    let mut tell = |name: &str, what: String, hint: String| {
        let place = places.iter().find(|(key, _)| key == name);
        let at = place.map_or((1, 1), |(_, at)| place_in(text, at.start));
        findings.push(Finding::fault(file, at, Some(name), what, hint));
    };
    if !config.filter.is_empty() {
        match config.filter.parse::<Filter>() {
            Err(error) => tell(
                "filter",
                error.to_string(),
                "write it as the option --filter takes it".to_owned(),
            ),
            Ok(filter) => {
                if let Some(name) = filter.unknown(atlas) {
                    tell(
                        "filter",
                        format!("the atlas knows nothing of the name in `{name}`"),
                        "`araxes find` looks for names".to_owned(),
                    );
                }
            }
        }
    }
    let known = &atlas.manifest.languages;
    for tag in config.languages.shown.iter().filter(|t| !known.contains(t)) {
        tell(
            "languages.shown",
            format!("the atlas has no language `{tag}`"),
            format!("it has {}", known.join(", ")),
        );
    }
    let tour = &config.attract.tour;
    if !tour.is_empty() && !atlas.tours.iter().any(|t| t.id.as_str() == tour) {
        let ids: Vec<&str> = atlas.tours.iter().map(|t| t.id.as_str()).collect();
        tell(
            "attract.tour",
            format!("the atlas has no tour `{tour}`"),
            format!("it has {}", ids.join(", ")),
        );
    }
    let panels = &config.panels;
    for (name, words) in [
        ("panels.own_title", &panels.own_title),
        ("panels.own_text", &panels.own_text),
    ] {
        if let Some(tag) = words.0.keys().find(|tag| !known.contains(tag)) {
            tell(
                name,
                format!("the atlas has no language `{tag}`"),
                format!("it has {}", known.join(", ")),
            );
        }
    }
    findings
}

/// What a configuration without faults has that visitors may miss.
#[must_use]
pub fn warnings(file: &str, text: &str, atlas: &Atlas) -> Vec<Finding> {
    let (config, places) = read(file, text, &mut Vec::new());
    let mut findings = Vec::new();
    let mut warn = |name: &str, what: String, hint: String| {
        let place = places.iter().find(|(key, _)| key == name);
        let at = place.map_or((1, 1), |(_, at)| place_in(text, at.start));
        findings.push(Finding::warning(file, at, what, hint));
    };
    let screen = &config.screen;
    let (long_mm, short_mm) = screen.needed_mm();
    let (long, short) = (
        screen.width_mm.max(screen.height_mm),
        screen.width_mm.min(screen.height_mm),
    );
    if long < long_mm || short < short_mm {
        warn(
            "screen.width_mm",
            format!(
                "letters and buttons of the size that eyes and fingers need leave too little room for \
                 maps and texts on {long:.0} × {short:.0} mm at a distance of {:.0} mm; \
                 they have {:.0} % of that size",
                screen.viewing_distance_mm,
                100.0 * screen.part_of_sizes()
            ),
            format!(
                "take a screen of at least {long_mm:.0} × {short_mm:.0} mm, or let people come closer"
            ),
        );
    }
    let panels = &config.panels;
    let shown = match &config.languages.shown {
        shown if shown.is_empty() => &atlas.manifest.languages,
        shown => shown,
    };
    let lacks = |words: &Words| {
        let without = shown.iter().filter(|tag| words.exact(tag).is_none());
        without.cloned().collect::<Vec<_>>().join(", ")
    };
    for (name, words) in [
        ("panels.own_title", &panels.own_title),
        ("panels.own_text", &panels.own_text),
    ] {
        let lacking = lacks(words);
        let has_own = !panels.own_title.is_empty() || !panels.own_text.is_empty();
        if has_own && !lacking.is_empty() {
            warn(
                name,
                format!("the museum’s own panel is not written in {lacking}"),
                "readers of these languages see it in another one".to_owned(),
            );
        }
    }
    findings
}

/// The finding that the atlas of a configuration cannot be used.
#[must_use]
pub fn atlas_fault(file: &str, text: &str, what: String) -> Finding {
    let (_, places) = read(file, text, &mut Vec::new());
    let place = places.iter().find(|(key, _)| key == "atlas");
    let at = place.map_or((1, 1), |(_, at)| place_in(text, at.start));
    let hint = "`araxes check` with the folder of the atlas lists every fault";
    Finding::fault(file, at, Some("atlas"), what, hint)
}

/// Line and column, counted from 1, of a byte of a text.
fn place_in(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    (line, column)
}

/// Whether every title finds room on a button.
fn short_enough(titles: &Words) -> bool {
    titles
        .0
        .values()
        .all(|title| (1..=30).contains(&title.chars().count()))
}

/// The keys of a configuration with their defaults.
fn known_keys() -> toml::Table {
    toml::Table::try_from(KioskConfig::default()).unwrap_or_default()
}

/// A value alone, from the text of a file.
fn plain(text: &str) -> Option<toml::Value> {
    let mut table: toml::Table = toml::from_str(&format!("value = {text}")).ok()?;
    table.remove("value")
}

#[cfg(test)]
mod tests {
    use super::super::config::EXAMPLE;
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let (_, findings) = read_config("kiosk.toml", text);
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_example_has_every_key_with_its_default() {
        let (config, findings) = read_config("kiosk.toml", EXAMPLE);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(config, KioskConfig::default());
        for (name, value) in known_keys() {
            let keys = value
                .as_table()
                .map(|t| t.keys().cloned().collect::<Vec<_>>());
            for key in keys.unwrap_or_else(|| vec![name.clone()]) {
                let line = format!("\n{key} = ");
                assert!(
                    EXAMPLE.contains(&line),
                    "{name}.{key} is not in the example"
                );
            }
        }
    }

    #[test]
    fn every_fault_is_told_with_its_place() {
        let text = "atlas = 3\n[idle]\nafter_s = \"long\"\ncountdwn_s = 10\n[hours]\nopen = \"25:00\"\nclose = \"18:00\"\n[colours]\nred = 1\n";
        let all = told(text);
        assert_eq!(all.len(), 5, "{all:#?}");
        for (i, place) in ["1:9", "3:11", "4:1", "6:8", "8:2"].iter().enumerate() {
            let found = all
                .iter()
                .any(|t| t.starts_with(&format!("kiosk.toml:{place}: ")));
            assert!(found, "{i}: {all:#?}");
        }
        assert!(
            all.iter().any(|t| t.contains("`idle.countdown_s`")),
            "{all:#?}"
        );
    }

    #[test]
    fn what_is_no_toml_is_told_where_it_breaks() {
        let all = told("[idle\nafter_s = 3");
        assert!(
            all.len() == 1 && all[0].starts_with("kiosk.toml:1:"),
            "{all:?}"
        );
    }

    #[test]
    fn a_pin_in_plain_text_is_refused() {
        let all = told("[operator]\npin = \"1234\"");
        assert!(all.len() == 1 && all[0].contains("--hash-pin"), "{all:?}");
    }
}
