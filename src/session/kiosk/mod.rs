//! A visit to a kiosk as a plain value: which screen is shown, what lies over it, what the visitor
//! has chosen, and the seconds since the last touch. Seconds come in through
//! [`Action::Tick`](super::Action::Tick) and are those that really passed. `apply` carries out a
//! [`VisitAction`]; `reading` says how long a text takes to read.

mod apply;
mod reading;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::model::{Atlas, ReadingLevel, Tour, Words};
use crate::timeline::Filter;

/// What a kiosk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitScreen {
    /// A tour that plays by itself until somebody touches the screen.
    Attract,
    /// The question and the scenes to choose from.
    Question,
    /// A step of the scene with this position in the settings.
    Scene(usize),
    /// The map of every day.
    FreeMap,
}

/// What lies over a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitPanel {
    /// What the colors and signs of the map mean.
    HowToRead,
    /// On whose word all of it rests.
    WhoSaysSo,
    /// Level of language, size of type, contrast, motion and reach.
    Choices,
    /// The situation in sentences.
    Words,
    /// What the museum itself says.
    Own,
}

/// A panel of the museum's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPanel {
    /// The words of its button, which are its heading too.
    pub title: Words,
    /// Its text.
    pub text: Words,
}

/// A choice of the visitor that is either on or off, and lasts until the kiosk begins again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitChoice {
    /// Texts for a reader of ten.
    Plain,
    /// Larger type.
    LargerText,
    /// Colors of the strongest contrast.
    HighContrast,
    /// Changes appear at once.
    LessMotion,
    /// Everything that can be touched is in the lower part of the screen.
    LowReach,
}

impl VisitChoice {
    /// Every choice.
    pub const ALL: [Self; 5] = [
        Self::Plain,
        Self::LargerText,
        Self::HighContrast,
        Self::LessMotion,
        Self::LowReach,
    ];
}

/// What a visitor does in a kiosk.
#[derive(Debug, Clone, PartialEq)]
pub enum VisitAction {
    /// Touches the screen, which shows that somebody is there.
    Touch,
    /// Ends the attract tour, in the language with this position in the settings.
    Begin(usize),
    /// Chooses the language with this position in the settings.
    Speak(usize),
    /// Shows the question and the scenes.
    Ask,
    /// Opens a scene at its first step.
    OpenScene(usize),
    /// Opens the map of every day.
    OpenMap,
    /// Goes to the next step of the scene, or to the next day on which something happened.
    Next,
    /// Goes to the step or to such a day before.
    Previous,
    /// Goes to the day nearest to this one on which something happened.
    Snap(NaiveDate),
    /// Plays, or pauses where it plays.
    Play,
    /// Opens a panel over the screen; closes it where it is open.
    Open(VisitPanel),
    /// Closes the panel, or the card where no panel is open.
    Close,
    /// Touches the map where these records, districts or places are; nowhere where empty.
    TouchMap(Vec<String>),
    /// Chooses one of those that were touched.
    Pick(usize),
    /// Shows the rest of the card or panel, or hides it.
    Unfold,
    /// Turns a choice on or off.
    Choose(VisitChoice),
    /// Begins again for the next visitor.
    Reset,
}

/// What the installation sets for every visit.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitSettings {
    /// Seconds without a touch before the countdown.
    pub idle_s: f64,
    /// Length of the countdown, in seconds.
    pub countdown_s: f64,
    /// Tags of the languages to choose from, in their order; never empty.
    pub languages: Vec<String>,
    /// Position of the language that is spoken first.
    pub first_language: usize,
    /// The tour that plays while nobody is there; days play where there is none.
    pub attract: Option<Arc<Tour>>,
    /// The scenes, in their order.
    pub scenes: Vec<Arc<Tour>>,
    /// Whether the map of every day can be opened.
    pub has_map: bool,
    /// Whether the explanation of colors and signs can be opened.
    pub has_how_to_read: bool,
    /// Whether the page about the sources can be opened.
    pub has_who_says_so: bool,
    /// Whether there are texts for a reader of ten.
    pub has_plain: bool,
    /// What the museum itself says; `None` where it says nothing.
    pub own_panel: Option<OwnPanel>,
    /// Whether a museum installed it, so that no key leads out of it.
    pub is_installed: bool,
    /// Conditions on the records that every visit shows.
    pub filter: Filter,
    /// Choices that are on at the beginning of each visit.
    pub choices: VisitChoices,
    /// The day on which answers differ most, kept once it was sought; `None` where there is none.
    pub contested: OnceLock<Option<NaiveDate>>,
}

impl VisitSettings {
    /// The settings of an atlas without a configuration.
    #[must_use]
    pub fn of(atlas: &Atlas, language: &str) -> Self {
        let mut languages = atlas.manifest.languages.clone();
        if !languages.iter().any(|tag| tag == language) {
            languages.insert(0, language.to_owned());
        }
        let first = languages.iter().position(|tag| tag == language);
        Self {
            idle_s: 60.0,
            countdown_s: 30.0,
            first_language: first.unwrap_or_default(),
            languages,
            attract: attract_of(atlas),
            scenes: atlas.scenes.clone(),
            has_map: true,
            has_how_to_read: true,
            has_who_says_so: true,
            has_plain: true,
            own_panel: None,
            is_installed: false,
            filter: Filter::default(),
            choices: VisitChoices::default(),
            contested: OnceLock::new(),
        }
    }
}

/// The tour that the atlas names for passers-by, otherwise its first one.
fn attract_of(atlas: &Atlas) -> Option<Arc<Tour>> {
    let named = atlas.kiosk.attract.as_ref();
    let of_name = atlas.tours.iter().find(|tour| named == Some(&tour.id));
    of_name.or(atlas.tours.first()).cloned()
}

/// The choices that are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VisitChoices {
    plain: bool,
    larger_text: bool,
    high_contrast: bool,
    less_motion: bool,
    low_reach: bool,
}

impl VisitChoices {
    /// Whether a choice is on.
    #[must_use]
    pub fn has(self, choice: VisitChoice) -> bool {
        match choice {
            VisitChoice::Plain => self.plain,
            VisitChoice::LargerText => self.larger_text,
            VisitChoice::HighContrast => self.high_contrast,
            VisitChoice::LessMotion => self.less_motion,
            VisitChoice::LowReach => self.low_reach,
        }
    }

    /// The same choices with one turned on or off.
    #[must_use]
    pub fn with(mut self, choice: VisitChoice, on: bool) -> Self {
        *match choice {
            VisitChoice::Plain => &mut self.plain,
            VisitChoice::LargerText => &mut self.larger_text,
            VisitChoice::HighContrast => &mut self.high_contrast,
            VisitChoice::LessMotion => &mut self.less_motion,
            VisitChoice::LowReach => &mut self.low_reach,
        } = on;
        self
    }
}

/// What lies under the finger that touched the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitCard {
    targets: Vec<String>,
    picked: Option<usize>,
}

impl VisitCard {
    fn new(targets: Vec<String>) -> Self {
        let picked = (targets.len() == 1).then_some(0);
        Self { targets, picked }
    }

    /// Everything that was touched, by its id.
    #[must_use]
    pub fn targets(&self) -> &[String] {
        &self.targets
    }

    /// The id whose card is shown; `None` while the visitor chooses one of several.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.targets.get(self.picked?).map(String::as_str)
    }
}

/// A visit in progress, or the attract tour between two visits.
#[derive(Debug, Clone)]
pub struct Visit {
    settings: Arc<VisitSettings>,
    screen: VisitScreen,
    panel: Option<VisitPanel>,
    card: Option<VisitCard>,
    unfolded: bool,
    choices: VisitChoices,
    language: usize,
    /// Whether the scenes were seen to their end in this visit.
    seen: Vec<bool>,
    playing: bool,
    /// Seconds for which the present step or day has been shown while it plays.
    shown_s: f64,
    /// Seconds since the last touch.
    idle_s: f64,
    /// Language of the window before the kiosk was opened in it.
    language_before: String,
}

impl Visit {
    fn new(settings: Arc<VisitSettings>, language_before: String) -> Self {
        Self {
            screen: VisitScreen::Attract,
            panel: None,
            card: None,
            unfolded: false,
            choices: settings.choices,
            language: settings.first_language,
            seen: vec![false; settings.scenes.len()],
            playing: true,
            shown_s: 0.0,
            idle_s: 0.0,
            language_before,
            settings,
        }
    }

    /// What the installation sets.
    #[must_use]
    pub fn settings(&self) -> &Arc<VisitSettings> {
        &self.settings
    }

    /// What is shown.
    #[must_use]
    pub fn screen(&self) -> VisitScreen {
        self.screen
    }

    /// How much the texts ask of their reader.
    #[must_use]
    pub fn level(&self) -> ReadingLevel {
        if self.has(VisitChoice::Plain) {
            ReadingLevel::Plain
        } else {
            ReadingLevel::Full
        }
    }

    /// Whether nobody is there, so that the attract tour plays.
    #[must_use]
    pub fn is_attract(&self) -> bool {
        self.screen == VisitScreen::Attract
    }

    /// The panel over the screen; `None` where there is none.
    #[must_use]
    pub fn panel(&self) -> Option<VisitPanel> {
        self.panel
    }

    /// The card of what was touched; `None` where there is none.
    #[must_use]
    pub fn card(&self) -> Option<&VisitCard> {
        self.card.as_ref()
    }

    /// Whether the rest of the card or panel is shown.
    #[must_use]
    pub fn unfolded(&self) -> bool {
        self.unfolded
    }

    /// The choices that are on.
    #[must_use]
    pub fn choices(&self) -> VisitChoices {
        self.choices
    }

    /// Whether a choice is on.
    #[must_use]
    pub fn has(&self, choice: VisitChoice) -> bool {
        self.choices.has(choice)
    }

    /// Position of the language in the settings.
    #[must_use]
    pub fn language(&self) -> usize {
        self.language
    }

    /// Whether a scene was seen to its end in this visit.
    #[must_use]
    pub fn has_seen(&self, scene: usize) -> bool {
        self.seen.get(scene).copied().unwrap_or_default()
    }

    /// Whether a scene or the days play, because the visitor started them.
    #[must_use]
    pub fn playing(&self) -> bool {
        self.playing && !self.is_attract()
    }

    /// Seconds left of the countdown before the kiosk begins again; `None` before the countdown and
    /// where there is none.
    #[must_use]
    pub fn countdown_s(&self) -> Option<f64> {
        let counts = !self.is_attract() && self.idle_s >= self.settings.idle_s;
        counts.then(|| (self.end_s() - self.idle_s).max(0.0))
    }

    /// Seconds without a touch after which the kiosk begins again.
    fn end_s(&self) -> f64 {
        self.settings.idle_s + self.settings.countdown_s
    }

    /// Seconds until the countdown looks different, begins or ends.
    fn until_countdown_s(&self) -> f64 {
        match self.countdown_s() {
            None => self.settings.idle_s - self.idle_s,
            Some(left) => left - (left.ceil() - 1.0).max(0.0),
        }
    }
}
