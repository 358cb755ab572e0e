//! The configuration of a kiosk, `kiosk.toml`: every key has a default.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::model::Words;

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
    /// Whether the whole picture moves by a few pixels, so that no line stands in one place for a
    /// year.
    pub pixel_shift: bool,
}

impl Default for ScreenConfig {
    fn default() -> Self {
        Self {
            width_mm: 697.0,
            height_mm: 392.0,
            viewing_distance_mm: 1000.0,
            low_reach: false,
            pixel_shift: false,
        }
    }
}

/// Viewing distance, in millimetres, up to which letters have their least height.
const DISTANCE_MM: f32 = 1000.0;
/// The smallest lying screen for that distance, in millimetres: 21 inches.
const LEAST_MM: (f32, f32) = (460.0, 258.0);

impl ScreenConfig {
    /// The least width and height of a lying screen, in millimetres, on which maps, texts and buttons
    /// find room in their sizes.
    #[must_use]
    pub fn needed_mm(&self) -> (f32, f32) {
        let farther = (self.viewing_distance_mm / DISTANCE_MM).max(1.0);
        (LEAST_MM.0 * farther, LEAST_MM.1 * farther)
    }

    /// The part of their sizes that letters and buttons have: less than 1 on a screen below the smallest
    /// one, where they would otherwise lie over each other. The viewing distance takes nothing from it.
    #[must_use]
    pub fn part_of_sizes(&self) -> f32 {
        let (long, short) = (
            self.width_mm.max(self.height_mm),
            self.width_mm.min(self.height_mm),
        );
        let (long_mm, short_mm) = LEAST_MM;
        (long / long_mm).min(short / short_mm).min(1.0)
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
    pub own_title: Words,
    pub own_text: Words,
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
            own_title: Words::default(),
            own_text: Words::default(),
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

/// A time of day, `HH:MM`.
#[must_use]
pub fn time_of(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}
