//! Search over all records and names in any spelling: diacritics are removed, Cyrillic and Armenian
//! are read as Latin. It may use `time` and `model`; the search field and `araxes find` show the
//! [`Hit`]s. `entry` gathers what is searched, `query` reads what is sought.

mod entry;
mod query;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atlas, EntryKind, RecordRef};
use entry::Entry;
use query::{Query, Sought};

/// One search result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Id of the record, district, place, person or other entry.
    pub id: String,
    /// Kind of the entry.
    pub kind: EntryKind,
    /// Name of the entry, or its first words.
    pub title: String,
    /// Where the words occur.
    pub matched: Matched,
    /// First possible day; `None` for an entry without a date.
    pub date: Option<NaiveDate>,
}

/// The place in an entry at which a search found it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Matched {
    /// Key of the field in the file of the entry, such as `note`; of a citation that of its part,
    /// such as `original`.
    pub field: String,
    /// The words that were found, with those around them.
    pub text: String,
}

/// Every entry of an atlas with its spellings, computed once.
#[derive(Debug, Clone, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    /// What has no entry yet, the last first.
    rest: Vec<RecordRef>,
    /// The first day of the atlas, which gives a typed day its year.
    near: NaiveDate,
}

/// What a search found, in the order of [`SearchIndex::find`].
#[derive(Debug, Clone)]
pub struct Ranking {
    query: Query,
    /// Positions of the entries in the index.
    found: Vec<usize>,
}

impl Ranking {
    /// How many entries were found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }
}

impl SearchIndex {
    /// Makes the index of everything in an atlas, with titles in `language`.
    #[must_use]
    pub fn new(atlas: &Atlas, language: &str) -> Self {
        let mut index = Self::begin(atlas);
        index.read(atlas, language, usize::MAX);
        index
    }

    /// An index of an atlas without entries, for [`Self::read`].
    #[must_use]
    pub fn begin(atlas: &Atlas) -> Self {
        let mut rest = entry::subjects(atlas);
        rest.reverse();
        Self {
            entries: Vec::new(),
            rest,
            near: atlas.manifest.span.start,
        }
    }

    /// Makes at most `count` entries more, of the same atlas and language each time.
    pub fn read(&mut self, atlas: &Atlas, language: &str, count: usize) {
        let from = self.rest.len().saturating_sub(count);
        let next = self.rest.drain(from..).rev();
        let next = next.map(|at| entry::entry(atlas, language, at));
        self.entries.extend(next);
    }

    /// The part of the entries that are made, from 0 to 1.
    #[must_use]
    pub fn part_made(&self) -> f64 {
        let all = (self.entries.len() + self.rest.len()).max(1);
        1.0 - self.rest.len() as f64 / all as f64
    }

    /// Everything in which all of `words` occur: words in any spelling, phrases in quotation marks,
    /// numbers, parts of an archive reference (`f. 85 op. 3`) and ids. A day or month narrows the
    /// result to the records of these days and to texts that name it.
    ///
    /// The order is by priority: the entry of exactly that id, entries of exactly that name, entries
    /// with it in their name, titles that begin with it, other names and titles, then texts. Names
    /// with exactly the spelling of `words` come before those that only sound like it. Within one
    /// priority the order is by date.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Hit> {
        let ranking = self.rank(words);
        let hits = (0..ranking.count()).filter_map(|i| self.hit(&ranking, i));
        hits.collect()
    }

    /// The same without the words around those that were found, which take most of the time.
    #[must_use]
    pub fn rank(&self, words: &str) -> Ranking {
        let query = Query::read(words, self.near);
        let entries = self.entries.iter().enumerate();
        let found = entries.filter(|_| !query.is_empty()).filter_map(|(i, e)| {
            let priority = priority(e, &query)?;
            // Of names the shorter one is more nearly what was sought, whatever its date.
            let is_name = priority.rank < 3;
            let length = if is_name {
                e.hit.title.chars().count()
            } else {
                0
            };
            let is_last = !is_name && is_of_many(e.hit.kind);
            let date = e.hit.date.filter(|_| !is_name);
            // A record of unknown date comes after those of known date.
            let is_undated = !is_name && date.is_none() && e.hit.kind.is_dated();
            let place = (is_last, is_undated, date, kind_order(e.hit.kind), length);
            Some(((priority, place, &e.hit.id), i))
        });
        let mut found: Vec<_> = found.collect();
        found.sort();
        let found = found.into_iter().map(|(_, i)| i).collect();
        Ranking { query, found }
    }

    /// One of the entries that were found, with the words around what was sought.
    #[must_use]
    pub fn hit(&self, ranking: &Ranking, i: usize) -> Option<Hit> {
        let entry = self.entries.get(*ranking.found.get(i)?)?;
        Some(hit(entry, &ranking.query))
    }
}

/// Whether an entry speaks of many records, so that these come before it where only a text was
/// found.
fn is_of_many(kind: EntryKind) -> bool {
    matches!(
        kind,
        EntryKind::Contradiction | EntryKind::Source | EntryKind::Term
    )
}

/// Order of entries of one priority and date: a town before the district around it.
fn kind_order(kind: EntryKind) -> (bool, EntryKind) {
    (kind != EntryKind::Place, kind)
}

/// What decides the order of hits; the least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Priority {
    rank: u8,
    /// Whether only the sound of the name is that of the words.
    by_sound: bool,
    /// Whether the day sought is only one of several possible days of the record, or only named in
    /// a text.
    day_unsure: bool,
}

/// The text of an entry that names the day sought.
fn day_text<'e>(entry: &'e Entry, query: &Query) -> Option<&'e (String, entry::Spelled)> {
    let names_day = |text: &entry::Spelled| query.day_words.iter().all(|w| w.is_in(text));
    entry.texts.iter().find(|(_, text)| names_day(text))
}

/// Whether a record is of the days sought: `None` where it is not, otherwise whether its day is
/// certain. Without days in the query every record is.
fn is_of_day(entry: &Entry, query: &Query) -> Option<bool> {
    let Some(days) = query.days else {
        return Some(true);
    };
    let (first, last) = entry.days?;
    (first <= days.last && days.first <= last).then_some(first == last)
}

/// What decides the place of an entry; `None` where it does not hold all that is sought.
fn priority(entry: &Entry, query: &Query) -> Option<Priority> {
    let occurs = |sought: &Sought| {
        sought.is_in(&entry.title) || entry.texts.iter().any(|(_, text)| sought.is_in(text))
    };
    if !query.sought.iter().all(occurs) {
        return None;
    }
    let of_day = is_of_day(entry, query);
    if of_day.is_none() && day_text(entry, query).is_none() {
        return None;
    }
    let (rank, as_written) = rank(entry, query);
    Some(Priority {
        rank,
        by_sound: !as_written,
        day_unsure: of_day != Some(true),
    })
}

/// The hit of an entry that holds all that is sought.
fn hit(entry: &Entry, query: &Query) -> Hit {
    let of_day = || {
        let (field, text) = day_text(entry, query).filter(|_| is_of_day(entry, query).is_none())?;
        let text = text.around(query.day_words.first()?);
        Some(Matched {
            field: field.clone(),
            text,
        })
    };
    let matched = matched(entry, query).or_else(of_day);
    Hit {
        matched: matched.unwrap_or_else(|| Matched {
            field: "title".to_owned(),
            text: entry.hit.title.clone(),
        }),
        ..entry.hit.clone()
    }
}

/// Rank of an entry, and whether it is written as sought.
fn rank(entry: &Entry, query: &Query) -> (u8, bool) {
    let (key, lower) = (query.key.as_str(), query.lower.as_str());
    // The id of what has a name is often its name, and then no more than that.
    if entry.hit.id == lower {
        return (u8::from(!entry.names.is_empty()), true);
    }
    if key.is_empty() {
        return (5, true);
    }
    // A name in any language of the atlas counts as the entry's name.
    let any_name = |test: &dyn Fn(&entry::Spelled) -> bool| entry.names.iter().any(test);
    if any_name(&|n| n.key() == key) {
        (1, any_name(&|n| n.lower == lower))
    } else if any_name(&|n| n.has_key_words(key)) {
        (2, any_name(&|n| n.says(lower)))
    } else if entry.title.key().starts_with(key) {
        (3, entry.title.lower.starts_with(lower))
    } else if query.sought.iter().all(|w| w.is_in(&entry.title)) {
        (4, true)
    } else {
        (5, true)
    }
}

/// The text in which most of what is sought occurs, the title first, then the others in order.
fn matched(entry: &Entry, query: &Query) -> Option<Matched> {
    let count = |text: &entry::Spelled| query.sought.iter().filter(|w| w.is_in(text)).count();
    let title = ("title", &entry.title);
    let texts = entry
        .texts
        .iter()
        .map(|(field, text)| (field.as_str(), text));
    let (field, text) = std::iter::once(title)
        .chain(texts)
        .filter(|(_, text)| count(text) > 0)
        .reduce(|best, next| {
            if count(next.1) > count(best.1) {
                next
            } else {
                best
            }
        })?;
    let first = query.sought.iter().find(|w| w.is_in(text))?;
    Some(Matched {
        field: field.to_owned(),
        text: text.around(first),
    })
}

/// Everything in an atlas in which all `words` occur; see [`SearchIndex::find`].
#[must_use]
pub fn find(atlas: &Atlas, words: &str, language: &str) -> Vec<Hit> {
    SearchIndex::new(atlas, language).find(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_found_in_every_script() {
        let atlas = crate::load::fixtures::builtin();
        let index = SearchIndex::new(&atlas, "en");
        for names in [
            ["Naxçıvan", "Нахичевань", "Նախիջևան", "Nakhchivan"],
            ["Zəngəzur", "Зангезур", "Զանգեզուր", "Zangezur"],
        ] {
            let found: Vec<String> = names
                .iter()
                .map(|n| {
                    index
                        .find(n)
                        .first()
                        .map(|h| h.id.clone())
                        .unwrap_or_default()
                })
                .collect();
            assert!(
                found.iter().all(|id| *id == found[0] && !id.is_empty()),
                "{names:?}: {found:?}"
            );
        }
        assert!(
            index
                .find("f. 64 d. 21")
                .iter()
                .any(|h| h.kind == EntryKind::Message),
            "an archive's reference is found"
        );
    }

    /// The built-in atlas with the names of its places in one language only.
    fn with_names_in(language: &str) -> Atlas {
        let mut parts = Atlas::clone(&crate::load::fixtures::builtin()).into_parts();
        for place in &mut parts.places {
            place.names.0.retain(|l, _| l == language);
        }
        Atlas::new(parts)
    }

    #[test]
    fn a_place_listed_in_one_language_is_found_in_every_spelling() {
        let atlas = with_names_in("az");
        let index = SearchIndex::new(&atlas, "az");
        let id = atlas
            .places
            .iter()
            .find(|p| p.names.text("az") == "Gəncə")
            .map(|p| p.id.to_string())
            .expect("the atlas has the town");
        for name in ["Gəncə", "Gence", "Ganja", "Гянджа", "Գանձակ"] {
            let first = index.find(name).into_iter().next().map(|h| h.id);
            assert_eq!(first.as_deref(), Some(id.as_str()), "{name}");
        }
    }

    #[test]
    fn names_that_differ_do_not_find_one_another_first() {
        let atlas = crate::load::fixtures::builtin();
        let index = SearchIndex::new(&atlas, "en");
        let titles = |words: &str, count: usize| -> Vec<String> {
            let hits = index.find(words).into_iter().take(count);
            hits.map(|h| h.title).collect()
        };
        for p in &atlas.places {
            let name = p.names.text("en");
            let first = titles(name, 1);
            assert!(
                first
                    .iter()
                    .any(|t| t.to_lowercase().contains(&name.to_lowercase())),
                "{name} finds {first:?} first"
            );
        }
        assert!(!titles("Baku", 20).iter().any(|t| t == "Batum"));
        assert!(!titles("Goris", 20).iter().any(|t| t == "Gori"));
        assert!(!titles("Shusha", 20).iter().any(|t| t == "Sharur"));
    }

    /// The ids found for `words` in a world in which one word occurs in names and in texts.
    fn ranked(words: &str) -> Vec<String> {
        let named = |id: &str, name: &str| {
            format!(
                r#"{{"type": "Feature", "properties": {{"id": "{id}", "names": {name}, "kind": "town", "rank": 3}}, "geometry": null}}"#
            )
        };
        let places = [
            named("northtown", r#"{"en": "Northtown"}"#),
            named("ford", r#"{"en": "Ford"}"#),
            named("aster-mill", r#"{"en": "Aster mill"}"#),
            named("old-aster", r#"{"en": "Old Aster"}"#),
            named("morning", r#"{"en": "Morning", "ru": "Астер"}"#),
        ];
        let event = |id: &str, when: &str, title: &str, gist: &str| {
            format!(
                r#"{{"id": "{id}", "when": "{when}", "basis": "narrative", "title": {{"en": "{title}"}}, "gist": {{"en": "{gist}"}}, CITE}}"#
            )
        };
        let events = [
            event(
                "event-1",
                "1900-06-01",
                "Crossing",
                "The guards leave Aster.",
            ),
            event(
                "event-2",
                "1900-05-01",
                "Crossing",
                "The guards reach Aster.",
            ),
            event("event-3", "1900-07-01", "Aster burns", "Fire."),
        ];
        let atlas = crate::load::fixtures::two_vales_with(&[
            (
                "places.geojson",
                &format!(
                    r#"{{"type": "FeatureCollection", "features": [{}]}}"#,
                    places.join(",")
                ),
            ),
            ("events.json", &format!("[{}]", events.join(","))),
        ]);
        find(&atlas, words, "en")
            .into_iter()
            .map(|h| h.id)
            .collect()
    }

    #[test]
    fn names_come_before_beginnings_before_parts_of_names_before_texts() {
        assert_eq!(
            ranked("aster"),
            [
                // Areas of exactly that name in any language of the atlas.
                "aster",
                "morning",
                // Areas that have the word in their name.
                "old-aster",
                "aster-mill",
                // Titles that begin with the word.
                "event-3",
                // Texts that contain the word, by date.
                "letter-1",
                "claim-1",
                // A group of which the area is a member.
                "both",
                "event-2",
                "event-1",
            ]
        );
        // Of two areas with the same name, the one with the sought spelling comes first.
        assert_eq!(ranked("Астер")[..2], ["morning", "aster"]);
        assert_eq!(ranked("Астер")[2..], ranked("aster")[2..]);
        assert_eq!(ranked("ASTER mill"), ["aster-mill"]);
        assert_eq!(ranked("mill aster"), ["aster-mill"], "in any order");
        assert_eq!(ranked("guards aster"), ["event-2", "event-1"]);
    }

    #[test]
    fn the_man_comes_before_his_letters_and_the_town_before_its_uezd() {
        let atlas = crate::load::fixtures::builtin();
        let index = SearchIndex::new(&atlas, "en");
        for (words, first) in [
            ("Bayazid", "bayazid"),
            ("Gence", "ganja"),
            ("Gəncə", "ganja"),
            ("Karakhan", "karakhan"),
            ("S. Orjonikidze", "orjonikidze"),
            ("Orconikidze", "orjonikidze"),
            ("Çiçerin", "chicherin"),
            ("Goris", "goris-town"),
            ("Sharur 3 July", "message-056"),
            ("bayonets", "term-bayonets"),
        ] {
            let hits = index.find(words);
            assert_eq!(hits.first().map(|h| h.id.as_str()), Some(first), "{words}");
        }
        let unit = |words: &str| {
            index
                .find(words)
                .iter()
                .take(4)
                .any(|h| h.kind == EntryKind::Unit)
        };
        assert!(
            unit("Bayazid"),
            "the division comes before what is told of it"
        );
    }

    #[test]
    fn nothing_is_found_where_a_word_is_missing_or_none_is_asked_for() {
        assert_eq!(ranked("aster zzz"), [""; 0]);
        assert_eq!(ranked("  "), [""; 0]);
    }
}
