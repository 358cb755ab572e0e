//! What a kiosk says besides its cards: the words of the atlas, or general ones where it has none.

use std::sync::Arc;

use super::{Text, citation};
use crate::model::{Atlas, ReadingLevel, SampleShow, SampleSign, Source, Tour, TourStep, latin};
use crate::timeline::{Lens, Timeline};

/// The messages of buttons and notices that a kiosk shows beside the words of its atlas.
pub const KIOSK_WORDS: [&str; 38] = [
    "returning",
    "kiosk-still-here",
    "kiosk-stay",
    "kiosk-again",
    "kiosk-scenes",
    "kiosk-how-to-read",
    "kiosk-who-says-so",
    "kiosk-choices",
    "kiosk-choices-title",
    "kiosk-plain",
    "kiosk-larger-text",
    "kiosk-contrast",
    "kiosk-less-motion",
    "kiosk-low-reach",
    "kiosk-words",
    "kiosk-free-map",
    "kiosk-free-map-about",
    "kiosk-held",
    "kiosk-list",
    "kiosk-which",
    "kiosk-close",
    "kiosk-more",
    "kiosk-less",
    "kiosk-text-next",
    "kiosk-text-first",
    "kiosk-days",
    "kiosk-day-before",
    "kiosk-day-after",
    "kiosk-step-before",
    "kiosk-step-after",
    "kiosk-answer",
    "kiosk-scene-end",
    "step-of",
    "play",
    "pause",
    "zoom-home",
    "zoom-in",
    "zoom-out",
];

/// A choice of a map in the words of a kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChipWords {
    /// The lens of the map.
    pub lens: Lens,
    /// What the choice is called: everyone, or the capital.
    pub name: String,
    /// What its map shows.
    pub about: String,
}

/// A sign of the map in the words of a kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleWords {
    /// The sign.
    pub sign: SampleSign,
    /// What it looks like.
    pub title: String,
    /// What it means.
    pub about: String,
    /// Where it can be seen; `None` where the atlas names no place.
    pub show: Option<SampleShow>,
}

/// Whose words an atlas tells, in the words of a kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceWords {
    /// The heading.
    pub title: String,
    /// What was read, and who wrote the sentences.
    pub about: String,
    /// The heading of the other voices; empty where none are named.
    pub voices: String,
    /// What is said before them.
    pub lead: String,
    /// Headings with the works below each.
    pub groups: Vec<(String, Vec<String>)>,
    /// What the source names none of; empty where the atlas does not say.
    pub missing: String,
}

impl Text {
    /// The words that ask for a touch.
    #[must_use]
    pub fn kiosk_touch(&self, atlas: &Atlas) -> String {
        self.own_or(&atlas.kiosk.touch, "kiosk-touch")
    }

    /// What the atlas is about, for passers-by: its own sentence, or its subtitle.
    #[must_use]
    pub fn kiosk_subject(&self, atlas: &Atlas) -> String {
        let (own, subtitle) = (&atlas.kiosk.subject, &atlas.manifest.subtitle);
        let words = if own.is_empty() { subtitle } else { own };
        words.text(self.language()).to_owned()
    }

    /// The question that the scenes answer.
    #[must_use]
    pub fn kiosk_question(&self, atlas: &Atlas) -> String {
        self.own_or(&atlas.kiosk.question, "kiosk-question")
    }

    /// What is said after the last step of a scene.
    #[must_use]
    pub fn kiosk_after_scene(&self, atlas: &Atlas) -> String {
        self.own_or(&atlas.kiosk.after_scene, "kiosk-after-scene")
    }

    /// What a step tells, without its answer.
    #[must_use]
    pub fn kiosk_step(&self, step: &TourStep, level: ReadingLevel) -> String {
        let words = level.of(&step.caption, &step.plain);
        words.text(self.language()).to_owned()
    }

    /// The tour that plays while nobody touches the screen: the one that `kiosk.json` names,
    /// otherwise the first one, otherwise one made of the record alone.
    #[must_use]
    pub fn kiosk_attract(&self, timeline: &Timeline) -> Arc<Tour> {
        let atlas = timeline.atlas();
        let is_named = |tour: &&Arc<Tour>| atlas.kiosk.attract.as_ref() == Some(&tour.id);
        let named = atlas.tours.iter().find(is_named);
        match named.or(atlas.tours.first()) {
            Some(tour) => Arc::clone(tour),
            None => Arc::new(self.change_tour(timeline, &Lens::Claims)),
        }
    }

    /// The choices of a map: everyone, then the capitals in the alphabet of the language, so that
    /// none is first by choice.
    #[must_use]
    pub fn kiosk_chips(&self, atlas: &Atlas, level: ReadingLevel) -> Vec<ChipWords> {
        let mut capitals: Vec<(String, Lens)> = (atlas.parties.iter().filter(|p| p.capital))
            .map(|p| {
                let name = p.names.text(self.language()).to_owned();
                (name, Lens::Party(p.id.clone()))
            })
            .collect();
        capitals.sort_by_cached_key(|(name, _)| alphabetical(name));
        let everyone = (self.get("kiosk-everyone"), Lens::Claims);
        let all = std::iter::once(everyone).chain(capitals);
        all.map(|(name, lens)| ChipWords {
            about: self.chip_about(&lens, level, atlas),
            name,
            lens,
        })
        .collect()
    }

    fn chip_about(&self, lens: &Lens, level: ReadingLevel, atlas: &Atlas) -> String {
        let chips = &atlas.kiosk.chips;
        if let Some(chip) = chips.iter().find(|chip| chip.lens == lens.name()) {
            let words = level.of(&chip.full, &chip.plain);
            return words.text(self.language()).to_owned();
        }
        match (lens, level) {
            (Lens::Claims, ReadingLevel::Full) => self.get("kiosk-chip-everyone"),
            (Lens::Claims, ReadingLevel::Plain) => self.get("kiosk-chip-everyone-plain"),
            _ => {
                let name = self.in_sentence(lens.name(), atlas);
                self.with("kiosk-chip-of", &[("name", &name)])
            }
        }
    }

    /// The signs that are explained: those of the atlas, or the four general ones.
    #[must_use]
    pub fn kiosk_samples(&self, atlas: &Atlas, level: ReadingLevel) -> Vec<SampleWords> {
        let language = self.language();
        let own = atlas.kiosk.how_to_read.iter().map(|sample| SampleWords {
            sign: sample.sign,
            title: sample.title.text(language).to_owned(),
            about: level
                .of(&sample.full, &sample.plain)
                .text(language)
                .to_owned(),
            show: sample.show.clone(),
        });
        let own: Vec<SampleWords> = own.collect();
        if !own.is_empty() {
            return own;
        }
        let general = [
            (SampleSign::Solid, "solid"),
            (SampleSign::Pattern, "pattern"),
            (SampleSign::Ribbon, "ribbon"),
            (SampleSign::Possible, "possible"),
        ];
        let plain = match level {
            ReadingLevel::Full => "",
            ReadingLevel::Plain => "-plain",
        };
        let words = |(sign, key): (SampleSign, &str)| SampleWords {
            sign,
            title: self.get(&format!("kiosk-sample-{key}")),
            about: self.get(&format!("kiosk-sample-{key}-about{plain}")),
            show: None,
        };
        general.map(words).into()
    }

    /// The words of the glossary that stand in the names of the map, each with what it means.
    #[must_use]
    pub fn kiosk_words_of_map(&self, atlas: &Atlas, level: ReadingLevel) -> Vec<String> {
        let language = self.language();
        let districts = atlas.districts.iter().filter(|d| !d.context);
        let names = districts.map(|d| d.names.text(language));
        let terms = atlas.glossary.used_in(names, language).into_iter();
        let told = terms.map(|term| {
            let sentence = level.of(&term.sentence, &term.plain).text(language);
            let name = self.capitalized(term.term.text(language));
            let values = [("term", name.as_str()), ("sentence", sentence)];
            self.with("kiosk-term", &values)
        });
        told.collect()
    }

    /// Whose words the atlas tells: its own text, or its sources by author, title and year.
    #[must_use]
    pub fn kiosk_sources(&self, atlas: &Atlas, level: ReadingLevel) -> SourceWords {
        let language = self.language();
        let own = &atlas.kiosk.who_says_so;
        let about = match level.of(&own.full, &own.plain) {
            words if words.is_empty() => self.sources_line(atlas),
            words => words.text(language).to_owned(),
        };
        let mut groups: Vec<(String, Vec<String>)> = (own.voices.iter())
            .map(|group| {
                let works = group.works.iter();
                let works = works.map(|work| work.text.text(language).to_owned());
                (group.title.text(language).to_owned(), works.collect())
            })
            .collect();
        if groups.is_empty() {
            let main = citation::main_source(atlas).map(|source| &source.id);
            let others = atlas.sources.iter().filter(|s| Some(&s.id) != main);
            let works: Vec<String> = others.filter(|s| !is_archive(s)).map(line_of).collect();
            if !works.is_empty() {
                groups.push((self.get("kiosk-works"), works));
            }
        }
        let archives = archives(atlas);
        if !archives.is_empty() {
            groups.push((self.get("kiosk-archives"), archives));
        }
        let has_others = !groups.is_empty();
        let lead = match level {
            ReadingLevel::Full => "kiosk-voices-lead",
            ReadingLevel::Plain => "kiosk-voices-lead-plain",
        };
        let only_with_others = |key: &str| {
            if has_others {
                self.get(key)
            } else {
                String::new()
            }
        };
        SourceWords {
            title: self.get("kiosk-who-says-so"),
            about,
            voices: only_with_others("kiosk-voices"),
            lead: only_with_others(lead),
            groups,
            missing: own.missing.text(language).to_owned(),
        }
    }
}

fn is_archive(source: &Source) -> bool {
    source.text("archive").is_some()
}

/// Author, title and year of a source.
fn line_of(source: &Source) -> String {
    let parts = [
        citation::family(source),
        citation::title(source).map(str::to_owned),
        citation::year(source).map(|year| year.to_string()),
    ];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    known.join(", ")
}

/// The archives that sources name, each once with its place.
fn archives(atlas: &Atlas) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for source in atlas.sources.iter().filter(|s| is_archive(s)) {
        let parts = [source.text("archive"), source.text("archive-place")];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        let line = parts.join(", ");
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all
}

/// By what names of one language are sorted: those in Latin letters without their marks, which
/// Unicode puts behind Z.
pub(super) fn alphabetical(name: &str) -> String {
    let plain = latin(name);
    let is_latin = plain.chars().next() == name.chars().next()
        || name.starts_with(|c: char| ('\u{c0}'..='\u{24f}').contains(&c));
    if is_latin { plain } else { name.to_owned() }
}
