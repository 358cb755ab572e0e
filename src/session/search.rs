//! Search over everything, in any spelling: diacritics folded, Cyrillic and Armenian read as Latin.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atlas, Words, fold};

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: &'static str,
    /// Its name or first words.
    pub title: String,
    /// The text that matched.
    pub matched: String,
    /// Its first possible day.
    pub date: Option<NaiveDate>,
}

/// Of one rank and day, in this order: a message before the claims it states.
const KINDS: [&str; 10] = [
    "district",
    "place",
    "person",
    "unit",
    "message",
    "event",
    "claim",
    "control",
    "contradiction",
    "source",
];

/// Everything that can be found, its spellings worked out once.
#[derive(Debug, Clone, Default)]
pub struct SearchIndex {
    entries: Vec<IndexedText>,
}

#[derive(Debug, Clone)]
struct IndexedText {
    hit: Hit,
    name: String,
    /// Each text and its folded form.
    texts: Vec<(String, String)>,
}

impl SearchIndex {
    /// Everything in an atlas.
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
            let texts = texts.iter().map(|t| ((*t).to_owned(), fold(t))).collect();
            entries.push(IndexedText {
                hit,
                name: fold(title),
                texts,
            });
        };
        let all = |words: &Words| words.0.values().cloned().collect::<Vec<_>>().join(" ");
        for d in &atlas.districts {
            add(
                d.id.as_str(),
                "district",
                d.names.text(language),
                &[&all(&d.names), d.id.as_str()],
                None,
            );
        }
        for g in &atlas.manifest.groups {
            add(
                g.id.as_str(),
                "district",
                g.names.text(language),
                &[&all(&g.names)],
                None,
            );
        }
        for p in &atlas.places {
            add(
                p.id.as_str(),
                "place",
                p.names.text(language),
                &[&all(&p.names), p.id.as_str()],
                None,
            );
        }
        for p in &atlas.people {
            let written = p.as_written.as_deref().unwrap_or("");
            add(
                p.id.as_str(),
                "person",
                p.names.text(language),
                &[&all(&p.names), written, p.id.as_str()],
                None,
            );
        }
        for u in &atlas.units {
            let date = u.fixes.first().and_then(|f| f.dating.bounds().0);
            add(
                u.id.as_str(),
                "unit",
                u.names.text(language),
                &[&all(&u.names)],
                date,
            );
        }
        for m in &atlas.messages {
            let ends = m.from.iter().chain(&m.to);
            let who: Vec<&str> = ends
                .filter_map(|c| Some(atlas.name(c.person.as_ref()?.as_str(), language)))
                .collect();
            let archives: Vec<&str> = m
                .cites
                .iter()
                .filter_map(|c| c.original.as_deref())
                .collect();
            let texts = [
                &*all(&m.gist),
                &who.join(" "),
                &archives.join(" "),
                m.id.as_str(),
            ];
            add(
                m.id.as_str(),
                "message",
                m.gist.text(language),
                &texts,
                m.dating().bounds().0,
            );
        }
        for e in &atlas.events {
            let archives: Vec<&str> = e
                .cites
                .iter()
                .filter_map(|c| c.original.as_deref())
                .collect();
            let texts = [&*all(&e.title), &all(&e.gist), &archives.join(" ")];
            add(
                e.id.as_str(),
                "event",
                e.title.text(language),
                &texts,
                e.dating.bounds().0,
            );
        }
        for c in &atlas.claims {
            let area = c.area_as_written.as_deref().unwrap_or("");
            let who: Vec<&str> = c
                .voices
                .iter()
                .map(|v| atlas.name(v.as_str(), language))
                .collect();
            let title = format!("{}: {area}", who.join(", "));
            let archives: Vec<&str> = c
                .cites
                .iter()
                .filter_map(|c| c.original.as_deref())
                .collect();
            add(
                c.id.as_str(),
                "claim",
                &title,
                &[&title, &all(&c.note), &archives.join(" ")],
                c.dating.bounds().0,
            );
        }
        for c in &atlas.control {
            add(
                c.id.as_str(),
                "control",
                c.title.text(language),
                &[&all(&c.title)],
                c.dating.bounds().0,
            );
        }
        for c in &atlas.contradictions {
            add(
                c.id.as_str(),
                "contradiction",
                c.title.text(language),
                &[&all(&c.title)],
                None,
            );
        }
        for s in &atlas.sources {
            let text = s
                .csl
                .values()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ");
            let title = s
                .csl
                .get("title")
                .and_then(|t| t.as_str())
                .unwrap_or(s.id.as_str());
            add(
                s.id.as_str(),
                "source",
                title,
                &[&text, s.id.as_str()],
                None,
            );
        }
        Self { entries }
    }

    /// Everything in which all `words` occur: first what is called so, then what begins so, then names, then texts; by date.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Hit> {
        let wanted: Vec<String> = fold(words)
            .split_whitespace()
            .map(ToOwned::to_owned)
            .collect();
        let Some(first) = wanted.first() else {
            return Vec::new();
        };
        let whole = wanted.join(" ");
        let mut hits: Vec<(u8, Hit)> = Vec::new();
        for entry in &self.entries {
            let occurs = |w: &String| {
                entry.name.contains(w.as_str())
                    || entry.texts.iter().any(|(_, t)| t.contains(w.as_str()))
            };
            if !wanted.iter().all(occurs) {
                continue;
            }
            // A name in another language of the atlas is as much its name.
            let is_name =
                |t: &str| t == whole || t.split_whitespace().eq(wanted.iter().map(String::as_str));
            let called = is_name(&entry.name)
                || entry
                    .texts
                    .first()
                    .is_some_and(|(_, t)| t.split(' ').any(|w| w == whole));
            let rank = match () {
                () if called && matches!(entry.hit.kind, "district" | "place") => 0,
                () if entry.name.starts_with(&whole) => 1,
                () if wanted.iter().all(|w| entry.name.contains(w.as_str())) => 2,
                () => 3,
            };
            let matched = entry
                .texts
                .iter()
                .find(|(_, t)| t.contains(first.as_str()))
                .map_or(&entry.hit.title, |(text, _)| text);
            hits.push((
                rank,
                Hit {
                    matched: matched.clone(),
                    ..entry.hit.clone()
                },
            ));
        }
        let order = |kind: &str| KINDS.iter().position(|k| *k == kind);
        hits.sort_by(|(ra, a), (rb, b)| {
            (ra, a.date, order(a.kind), &a.id).cmp(&(rb, b.date, order(b.kind), &b.id))
        });
        hits.into_iter().map(|(_, hit)| hit).collect()
    }
}

/// Everything in an atlas in which all `words` occur.
#[must_use]
pub fn find(atlas: &Atlas, words: &str, language: &str) -> Vec<Hit> {
    SearchIndex::new(atlas, language).find(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_found_in_every_script() {
        let atlas = crate::load::load(&crate::load::files::builtin())
            .atlas
            .expect("clean");
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
                .any(|h| h.kind == "message"),
            "an archive's reference is found"
        );
    }
}
