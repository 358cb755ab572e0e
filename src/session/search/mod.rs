//! Search over all records and names in any spelling: diacritics are removed, Cyrillic and Armenian
//! are read as Latin. It may use `time` and `model`; the search field and `araxes find` show the
//! [`Hit`]s. `entry` gathers what is searched, `query` reads what is sought.

mod entry;
mod query;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atlas, EntryKind};
use entry::{Entry, entries};
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
    /// The first day of the atlas, which gives a typed day its year.
    near: NaiveDate,
}

impl SearchIndex {
    /// Makes the index of everything in an atlas, with titles in `language`.
    #[must_use]
    pub fn new(atlas: &Atlas, language: &str) -> Self {
        Self {
            entries: entries(atlas, language),
            near: atlas.manifest.span.start,
        }
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
        let query = Query::read(words, self.near);
        if query.is_empty() {
            return Vec::new();
        }
        let found = self.entries.iter().filter_map(|e| found(e, &query));
        let mut hits: Vec<(Priority, Hit)> = found.collect();
        hits.sort_by(|(pa, a), (pb, b)| {
            let place = |priority: &Priority, hit: &Hit| {
                // Of names the shorter one is more nearly what was sought, whatever its date.
                let is_name = priority.rank < 3;
                let length = if is_name {
                    hit.title.chars().count()
                } else {
                    0
                };
                let is_last = !is_name && is_of_many(hit.kind);
                let date = hit.date.filter(|_| !is_name);
                // A record of unknown date comes after those of known date.
                let is_undated = !is_name && date.is_none() && hit.kind.is_dated();
                (is_last, is_undated, date, kind_order(hit.kind), length)
            };
            (pa, place(pa, a), &a.id).cmp(&(pb, place(pb, b), &b.id))
        });
        hits.into_iter().map(|(_, hit)| hit).collect()
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

/// The hit of an entry; `None` where it does not hold all that is sought.
fn found(entry: &Entry, query: &Query) -> Option<(Priority, Hit)> {
    let is_of_day = query.days.map(|days| {
        let (first, last) = entry.days?;
        (first <= days.last && days.first <= last).then_some(first == last)
    });
    let names_day = |text: &entry::Spelled| query.day_words.iter().all(|w| w.is_in(text));
    let day_text = match is_of_day {
        None | Some(Some(_)) => None,
        Some(None) => Some(entry.texts.iter().find(|(_, text)| names_day(text))?),
    };
    let occurs = |sought: &Sought| {
        sought.is_in(&entry.title) || entry.texts.iter().any(|(_, text)| sought.is_in(text))
    };
    if !query.sought.iter().all(occurs) {
        return None;
    }
    let (rank, as_written) = rank(entry, query);
    let priority = Priority {
        rank,
        by_sound: !as_written,
        day_unsure: query.days.is_some() && is_of_day != Some(Some(true)),
    };
    let matched = matched(entry, query).or_else(|| {
        let (field, text) = day_text?;
        let text = text.around(query.day_words.first()?);
        Some(Matched {
            field: field.clone(),
            text,
        })
    });
    let hit = Hit {
        matched: matched.unwrap_or_else(|| Matched {
            field: "title".to_owned(),
            text: entry.hit.title.clone(),
        }),
        ..entry.hit.clone()
    };
    Some((priority, hit))
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
