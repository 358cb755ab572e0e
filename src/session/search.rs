//! Search over all records and names in any spelling: diacritics are removed, Cyrillic and Armenian
//! are read as Latin. It may use `model` and `timeline`; the search field and `araxes find` show
//! the [`Hit`]s.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atlas, EntryKind, PersonId, RecordView, Words, fold};

/// One search result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Id of the record, district, place, person or other entry.
    pub id: String,
    /// Kind of the entry.
    pub kind: EntryKind,
    /// Name of the entry, or its first words.
    pub title: String,
    /// The text in which the words occur.
    pub matched: String,
    /// First possible day; `None` for an entry without a date.
    pub date: Option<NaiveDate>,
}

/// Every entry of an atlas with its spellings, computed once.
#[derive(Debug, Clone, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
}

/// One entry of the index.
#[derive(Debug, Clone)]
struct Entry {
    hit: Hit,
    /// The title of the entry.
    name: Spelled,
    /// Names of a district or place in all languages; empty for other entries.
    names: Vec<Spelled>,
    /// All texts that are searched, the names in all languages first.
    texts: Vec<Spelled>,
}

/// A text in the forms in which words are sought in it.
#[derive(Debug, Clone)]
struct Spelled {
    text: String,
    /// The text in lower case, for exact spelling.
    lower: String,
    /// The key of the text from [`fold`], which is equal for all spellings of a name.
    key: String,
}

impl Spelled {
    fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            lower: text.to_lowercase(),
            key: fold(text),
        }
    }

    fn holds(&self, word: &Self) -> bool {
        self.key.contains(&word.key) || self.lower.contains(&word.lower)
    }

    /// The line of the text that contains a word; `None` where none does.
    fn line_with(&self, word: &Self) -> Option<&str> {
        self.text.lines().find(|l| Self::new(l).holds(word))
    }

    /// Whether the text contains `whole` as it is written, bounded by characters that are no
    /// letters.
    fn says(&self, whole: &str) -> bool {
        self.lower.match_indices(whole).any(|(at, found)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !is_letter(self.lower[..at].chars().next_back())
                && !is_letter(self.lower[at + found.len()..].chars().next())
        })
    }
}

/// A text in all its languages, one per line.
fn all(words: &Words) -> String {
    words.0.values().cloned().collect::<Vec<_>>().join("\n")
}

/// The title of a dated record, and the texts in which it is found.
fn words_of(atlas: &Atlas, record: RecordView<'_>, language: &str) -> (String, Vec<String>) {
    let cites = record.head().cites.iter();
    let archives: Vec<&str> = cites.filter_map(|c| c.original.as_deref()).collect();
    let archives = archives.join(" ");
    let names = |people: &mut dyn Iterator<Item = &PersonId>| {
        let names = people.map(|p| atlas.name(p.as_str(), language).to_owned());
        names.collect::<Vec<_>>()
    };
    match record {
        RecordView::Message(m) => {
            let ends = m.from.iter().chain(&m.to);
            let who = names(&mut ends.filter_map(|c| c.person.as_ref())).join(" ");
            let texts = vec![all(&m.gist), who, archives, m.head.id.to_string()];
            (m.gist.text(language).to_owned(), texts)
        }
        RecordView::Claim(c) => {
            let area = c.area_as_written.as_deref().unwrap_or("");
            let title = format!("{}: {area}", names(&mut c.voices.iter()).join(", "));
            (title.clone(), vec![title, all(&c.head.note), archives])
        }
        RecordView::Control(c) => (c.title.text(language).to_owned(), vec![all(&c.title)]),
        RecordView::Fix(_, f) => (f.title.text(language).to_owned(), vec![all(&f.title)]),
        RecordView::Event(e) => {
            let texts = vec![all(&e.title), all(&e.gist), archives];
            (e.title.text(language).to_owned(), texts)
        }
    }
}

impl SearchIndex {
    /// Makes the index of everything in an atlas, with titles in `language`.
    #[must_use]
    pub fn new(atlas: &Atlas, language: &str) -> Self {
        let mut entries = Vec::new();
        let mut add = |id: &str, kind, title: &str, texts: &[&str], date| {
            let hit = Hit {
                id: id.to_owned(),
                kind,
                title: title.to_owned(),
                matched: String::new(),
                date,
            };
            let names = match kind {
                EntryKind::District | EntryKind::Place => {
                    texts.first().map(|t| t.lines().map(Spelled::new).collect())
                }
                _ => None,
            };
            entries.push(Entry {
                hit,
                name: Spelled::new(title),
                names: names.unwrap_or_default(),
                texts: texts.iter().map(|t| Spelled::new(t)).collect(),
            });
        };
        for d in &atlas.districts {
            add(
                d.id.as_str(),
                EntryKind::District,
                d.names.text(language),
                &[&all(&d.names), d.id.as_str()],
                None,
            );
        }
        for g in &atlas.manifest.groups {
            add(
                g.id.as_str(),
                EntryKind::District,
                g.names.text(language),
                &[&all(&g.names)],
                None,
            );
        }
        for p in &atlas.places {
            add(
                p.id.as_str(),
                EntryKind::Place,
                p.names.text(language),
                &[&all(&p.names), p.id.as_str()],
                None,
            );
        }
        for p in &atlas.people {
            let written = p.as_written.as_deref().unwrap_or("");
            add(
                p.id.as_str(),
                EntryKind::Person,
                p.names.text(language),
                &[&all(&p.names), written, p.id.as_str()],
                None,
            );
        }
        for u in &atlas.units {
            let date = u.fixes.first().and_then(|f| f.head.dating.bounds().0);
            add(
                u.id.as_str(),
                EntryKind::Unit,
                u.names.text(language),
                &[&all(&u.names)],
                date,
            );
        }
        for record in atlas.records() {
            // Reports are found through their force.
            if matches!(record, RecordView::Fix(..)) {
                continue;
            }
            let head = record.head();
            let (title, texts) = words_of(atlas, record, language);
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            add(
                head.id.as_str(),
                record.kind().into(),
                &title,
                &texts,
                head.dating.bounds().0,
            );
        }
        for c in &atlas.contradictions {
            add(
                c.id.as_str(),
                EntryKind::Contradiction,
                c.title.text(language),
                &[&all(&c.title)],
                None,
            );
        }
        for t in atlas.glossary.terms() {
            let texts = [
                &all(&t.term),
                &all(&t.short),
                &t.forms.join("\n"),
                &all(&t.sentence),
            ];
            let texts = texts.map(String::as_str);
            let title = t.term.text(language);
            add(t.id.as_str(), EntryKind::Term, title, &texts, None);
        }
        for s in &atlas.sources {
            let text = s
                .csl
                .values()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ");
            let title = s.text("title").unwrap_or(s.id.as_str());
            add(
                s.id.as_str(),
                EntryKind::Source,
                title,
                &[&text, s.id.as_str()],
                None,
            );
        }
        Self { entries }
    }

    /// Everything in which all `words` occur, in order of priority: the area of exactly that name,
    /// areas with it in their name, titles that begin with it, other names, then texts. Names with
    /// exactly the spelling of `words` come before those that only sound like it. Within one
    /// priority the order is by date.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Hit> {
        let wanted: Vec<Spelled> = words
            .split_whitespace()
            .map(Spelled::new)
            .filter(|w| !w.key.is_empty())
            .collect();
        let Some(first) = wanted.first() else {
            return Vec::new();
        };
        let join =
            |form: fn(&Spelled) -> &str| wanted.iter().map(form).collect::<Vec<_>>().join(" ");
        let (key, lower) = (join(|w| &w.key), join(|w| &w.lower));
        let mut hits: Vec<(u8, bool, Hit)> = Vec::new();
        for entry in &self.entries {
            let occurs =
                |w: &Spelled| entry.name.holds(w) || entry.texts.iter().any(|t| t.holds(w));
            if !wanted.iter().all(occurs) {
                continue;
            }
            // A name of an area in any language of the atlas counts as its name.
            let is_area = matches!(entry.hit.kind, EntryKind::District | EntryKind::Place);
            let any_name =
                |test: &dyn Fn(&Spelled) -> bool| is_area && entry.names.iter().any(test);
            let (rank, as_written) = if any_name(&|n| n.key == key) {
                (0, any_name(&|n| n.lower == lower))
            } else if any_name(&|n| n.key.split(' ').any(|w| w == key)) {
                (1, any_name(&|n| n.says(&lower)))
            } else if entry.name.key.starts_with(&key) {
                (2, entry.name.lower.starts_with(&lower))
            } else if wanted.iter().all(|w| entry.name.holds(w)) {
                (3, true)
            } else {
                (4, true)
            };
            let matched = entry
                .texts
                .iter()
                .find(|t| t.holds(first))
                .and_then(|t| t.line_with(first))
                .unwrap_or(&entry.hit.title);
            let hit = Hit {
                matched: matched.to_owned(),
                ..entry.hit.clone()
            };
            hits.push((rank, as_written, hit));
        }
        hits.sort_by(|(ra, wa, a), (rb, wb, b)| {
            (ra, !wa, a.date, a.kind, &a.id).cmp(&(rb, !wb, b.date, b.kind, &b.id))
        });
        hits.into_iter().map(|(_, _, hit)| hit).collect()
    }
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
                "aster-mill",
                "old-aster",
                // Titles that begin with the word.
                "event-3",
                // Texts that contain the word, by date.
                "letter-1",
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
    fn nothing_is_found_where_a_word_is_missing_or_none_is_asked_for() {
        assert_eq!(ranked("aster zzz"), [""; 0]);
        assert_eq!(ranked("  "), [""; 0]);
    }
}
