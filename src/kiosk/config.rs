//! The configuration of a kiosk, `kiosk.toml`: every key has a default, and every fault of a file is
//! found at once, with its line and column.

use std::ops::Range;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::pin;
use crate::load::Finding;
use crate::model::Atlas;
use crate::timeline::Filter;

/// The file with every key, its default and a comment.
pub const EXAMPLE: &str = include_str!("../../assets/kiosk/kiosk.toml");

/// The configuration of a kiosk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct KioskConfig {
    /// Folder of the atlas; empty for the built-in one.
    pub atlas: String,
    /// Conditions on the records that are shown, as `--filter` takes them.
    pub filter: String,
    /// The screen and where visitors stand.
    pub screen: ScreenConfig,
    /// The languages to choose.
    pub languages: LanguageConfig,
    /// When the kiosk resets itself.
    pub idle: IdleConfig,
    /// What plays while nobody is there.
    pub attract: AttractConfig,
    /// When the screen is on.
    pub hours: HoursConfig,
    /// What visitors can open.
    pub panels: PanelConfig,
    /// The operator's page.
    pub operator: OperatorConfig,
    /// The numbers of visits.
    pub counts: CountConfig,
    /// Logs, heartbeat and limits.
    pub watch: WatchConfig,
}

/// The screen and where visitors stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScreenConfig {
    /// Visible width, in millimetres.
    pub width_mm: f32,
    /// Visible height, in millimetres.
    pub height_mm: f32,
    /// Distance of the eyes from the screen, in millimetres.
    pub viewing_distance_mm: f32,
    /// Whether everything that can be touched is kept within reach from a wheelchair.
    pub low_reach: bool,
}

impl Default for ScreenConfig {
    fn default() -> Self {
        Self {
            width_mm: 697.0,
            height_mm: 392.0,
            viewing_distance_mm: 1000.0,
            low_reach: false,
        }
    }
}

/// The languages that visitors can choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct LanguageConfig {
    /// Language tags in their order; empty for all languages of the atlas.
    pub shown: Vec<String>,
}

/// When the kiosk resets itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IdleConfig {
    /// Seconds without a touch before the countdown.
    pub after_s: f64,
    /// Length of the countdown, in seconds.
    pub countdown_s: f64,
}

impl Default for IdleConfig {
    fn default() -> Self {
        Self {
            after_s: 60.0,
            countdown_s: 30.0,
        }
    }
}

/// What plays while nobody is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct AttractConfig {
    /// Id of the tour; empty for the first one of the atlas.
    pub tour: String,
}

/// When the screen is on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct HoursConfig {
    /// Time of opening, `HH:MM`; empty where the screen is always on.
    pub open: String,
    /// Time of closing, `HH:MM`.
    pub close: String,
    /// Brightness outside these hours, 0 to 1.
    pub dimmed: f32,
}

/// What visitors can open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the names of the panels; see assets/kiosk/kiosk.toml"
)]
pub struct PanelConfig {
    pub scenes: bool,
    pub free_map: bool,
    pub how_to_read: bool,
    pub who_says_so: bool,
    pub plain_language: bool,
}

impl HoursConfig {
    /// Brightness of the screen at a time of the day, 0 to 1. Hours that end before they begin go
    /// past midnight.
    ///
    /// ```
    /// use araxes::kiosk::read_config;
    ///
    /// let text = "[hours]\nopen = \"10:00\"\nclose = \"18:00\"\ndimmed = 0.1";
    /// let (config, _) = read_config("kiosk.toml", text);
    /// let noon = "12:00:00".parse().expect("a time");
    /// let night = "18:00:00".parse().expect("a time");
    /// assert_eq!(config.hours.brightness(noon), 1.0);
    /// assert_eq!(config.hours.brightness(night), 0.1);
    /// ```
    #[must_use]
    pub fn brightness(&self, time: NaiveTime) -> f32 {
        let (Some(open), Some(close)) = (time_of(&self.open), time_of(&self.close)) else {
            return 1.0;
        };
        let is_open = if open <= close {
            (open..close).contains(&time)
        } else {
            time >= open || time < close
        };
        if is_open { 1.0 } else { self.dimmed }
    }
}

impl Default for PanelConfig {
    fn default() -> Self {
        Self {
            scenes: true,
            free_map: true,
            how_to_read: true,
            who_says_so: true,
            plain_language: true,
        }
    }
}

/// The operator's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct OperatorConfig {
    /// Hash of the PIN; empty where the page cannot be opened.
    pub pin: String,
    /// Folder that receives counts and logs; empty for `export` in the kiosk's folder.
    pub export: String,
}

/// The numbers of visits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct CountConfig {
    /// The CSV file; empty where nothing is counted.
    pub path: String,
}

/// Logs, heartbeat and limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WatchConfig {
    /// Folder for logs, heartbeat and the last good atlas; empty for the user's data folder.
    pub folder: String,
    /// Days for which logs are kept.
    pub log_days: u16,
    /// Seconds without a frame after which the window counts as hung.
    pub hung_s: f64,
    /// Memory in MiB above which the window is started again; 0 for no ceiling.
    pub memory_mib: u32,
}

impl Default for WatchConfig {
    fn default() -> Self {
        Self {
            folder: String::new(),
            log_days: 30,
            hung_s: 5.0,
            memory_mib: 1500,
        }
    }
}

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
                        let Some(value_read) = plain(&text[value.span()]) else {
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
                    let Some(value_read) = plain(&text[value.span()]) else {
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

/// The keys of a configuration with their defaults.
fn known_keys() -> toml::Table {
    toml::Table::try_from(KioskConfig::default()).unwrap_or_default()
}

/// A value alone, from the text of a file.
fn plain(text: &str) -> Option<toml::Value> {
    let mut table: toml::Table = toml::from_str(&format!("value = {text}")).ok()?;
    table.remove("value")
}

/// A time of day, `HH:MM`.
#[must_use]
pub fn time_of(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

#[cfg(test)]
mod tests {
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
