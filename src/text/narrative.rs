//! The situation in sentences: a text alternative to the map, for readers and screen readers. Every
//! sentence is one message of the language file, because word order differs by language.

use crate::model::{Atlas, PartyId, RecordHead, word};
use crate::time::Truth;
use crate::timeline::{Condition, DayRange, Fill, FillKind, Filter, Lens, Situation};

use super::Text;

/// A heading and the sentences below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The subject of the sentences.
    pub heading: String,
    /// Each sentence with the id of the record or district it is about; `None` where there is none.
    pub sentences: Vec<(String, Option<String>)>,
}

impl Text {
    /// The situation through a lens, in sentences.
    #[must_use]
    pub fn narrative(&self, atlas: &Atlas, situation: &Situation, lens: &Lens) -> Vec<Paragraph> {
        let day = match situation.since {
            Some(first) => self.days(DayRange {
                first,
                last: situation.day,
            }),
            None => self.date_in_full(situation.day),
        };
        let heading = self.with(
            "twin-title",
            &[("date", &day), ("lens", &self.lens_title(lens, atlas))],
        );
        let mut out = vec![Paragraph {
            heading,
            sentences: self.fills_in_words(atlas, situation, lens),
        }];
        if *lens != Lens::Control {
            out.push(Paragraph {
                heading: self.get("held-by"),
                sentences: self.fills_in_words(atlas, situation, &Lens::Control),
            });
        }
        out.push(Paragraph {
            heading: self.get("twin-places"),
            sentences: self.places_in_words(atlas, situation),
        });
        out.push(Paragraph {
            heading: self.get("units"),
            sentences: self.units_in_words(atlas, situation),
        });
        let sure = |truth: Truth| {
            if truth == Truth::Possible {
                "possible"
            } else {
                "certain"
            }
        };
        let messages = situation.messages.iter().map(|d| {
            let m = &atlas.messages[d.index];
            let (gist, source) = (m.gist.text(&self.language), self.source_of(&m.head, atlas));
            let said = self.with(
                "twin-record",
                &[
                    ("what", gist),
                    ("source", &source),
                    ("certainty", sure(d.certainty)),
                ],
            );
            (said, Some(m.head.id.to_string()))
        });
        out.push(Paragraph {
            heading: self.get("messages"),
            sentences: messages.collect(),
        });
        let events = situation.events.iter().map(|d| {
            let e = &atlas.events[d.index];
            let (gist, source) = (e.gist.text(&self.language), self.source_of(&e.head, atlas));
            let said = self.with(
                "twin-record",
                &[
                    ("what", gist),
                    ("source", &source),
                    ("certainty", sure(d.certainty)),
                ],
            );
            (said, Some(e.head.id.to_string()))
        });
        out.push(Paragraph {
            heading: self.get("events"),
            sentences: events.collect(),
        });
        let told = situation.contradictions.iter().map(|i| {
            let c = &atlas.contradictions[*i];
            (
                c.title.text(&self.language).to_owned(),
                Some(c.id.to_string()),
            )
        });
        out.push(Paragraph {
            heading: self.get("told-two-ways"),
            sentences: told.collect(),
        });
        out.retain(|p| !p.sentences.is_empty());
        out
    }

    /// One sentence for each fill, with all the districts that have it; last those with nothing on
    /// record.
    fn fills_in_words(
        &self,
        atlas: &Atlas,
        situation: &Situation,
        lens: &Lens,
    ) -> Vec<(String, Option<String>)> {
        let mut groups: Vec<(Fill, Vec<&str>)> = Vec::new();
        for state in situation.districts() {
            let fill = state.fill(lens);
            let same = |f: &Fill| {
                (f.kind, &f.parties, f.certainty, f.hearsay)
                    == (fill.kind, &fill.parties, fill.certainty, fill.hearsay)
            };
            match groups.iter_mut().find(|(f, _)| same(f)) {
                Some((_, districts)) => districts.push(state.id().as_str()),
                None => groups.push((fill, vec![state.id().as_str()])),
            }
        }
        groups.sort_by_key(|(f, _)| f.kind == FillKind::Unknown);
        let sentence = |(fill, districts): (Fill, Vec<&str>)| {
            let first = districts.first().map(|d| (*d).to_owned());
            (self.fill_sentence(&fill, &districts, lens, atlas), first)
        };
        groups.into_iter().map(sentence).collect()
    }

    /// A fill as a sentence: "Sharur and Ordubad: Moscow would give them to Yerevan."
    #[must_use]
    pub fn fill_sentence(
        &self,
        fill: &Fill,
        districts: &[&str],
        lens: &Lens,
        atlas: &Atlas,
    ) -> String {
        let name = |id: &&str| atlas.name(id, &self.language).to_owned();
        let names: Vec<String> = districts.iter().map(name).collect();
        self.fill_of(fill, (&self.join(&names), names.len()), lens, atlas)
    }

    /// The same for districts that are named elsewhere: only their number counts.
    #[must_use]
    pub fn fill_clause(&self, fill: &Fill, count: usize, lens: &Lens, atlas: &Atlas) -> String {
        let sentence = self.fill_of(fill, ("", count), lens, atlas);
        sentence.trim_start_matches([':', '.', '՝', ' ']).to_owned()
    }

    fn fill_of(
        &self,
        fill: &Fill,
        (districts, count): (&str, usize),
        lens: &Lens,
        atlas: &Atlas,
    ) -> String {
        let name = |id: &str| atlas.name(id, &self.language).to_owned();
        let parties: Vec<String> = fill.parties.iter().map(|p| name(p.as_str())).collect();
        let party: Option<PartyId> = lens.viewer(atlas);
        let who = match lens {
            Lens::Party(_) | Lens::Voice(_) => name(lens.name()),
            _ => String::new(),
        };
        let own = matches!(lens, Lens::Party(_)) && fill.parties.first() == party.as_ref();
        let (certainty, hearsay) = (
            if fill.certainty == Some(Truth::Possible) {
                "possible"
            } else {
                "certain"
            },
            if fill.hearsay { "yes" } else { "no" },
        );
        let kind = word(fill.kind);
        let key = match fill.kind {
            FillKind::Claimed if party.is_some() => format!("twin-{kind}-own"),
            FillKind::Occupy if own => format!("twin-{kind}-own"),
            _ => format!("twin-{kind}"),
        };
        let values = [
            ("districts", districts.to_owned()),
            ("count", count.to_string()),
            ("parties", self.join(&parties)),
            ("who", who),
            ("certainty", certainty.to_owned()),
            ("hearsay", hearsay.to_owned()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        self.with(&key, &values)
    }

    fn places_in_words(
        &self,
        atlas: &Atlas,
        situation: &Situation,
    ) -> Vec<(String, Option<String>)> {
        let mut out = Vec::new();
        for (place, holders) in &situation.places {
            let holder = |h: &crate::timeline::Holding| atlas.control[h.control].holder.clone();
            for (i, h) in holders.iter().enumerate() {
                // Of several reports of one holder, only the most certain becomes a sentence.
                let surer = |(j, o): (usize, &crate::timeline::Holding)| {
                    holder(o) == holder(h)
                        && (o.certainty > h.certainty || (o.certainty == h.certainty && j < i))
                };
                let Some(party) = holder(h).filter(|_| !holders.iter().enumerate().any(surer))
                else {
                    continue;
                };
                let certainty = if h.certainty == Truth::Possible {
                    "possible"
                } else {
                    "certain"
                };
                let who = atlas.name(party.as_str(), &self.language);
                let head = &atlas.control[h.control].head;
                let values = [
                    ("place", atlas.name(place.as_str(), &self.language)),
                    ("who", who),
                    ("certainty", certainty),
                    ("source", &self.source_of(head, atlas)),
                ];
                out.push((self.with("twin-place", &values), Some(head.id.to_string())));
            }
        }
        out
    }

    fn units_in_words(
        &self,
        atlas: &Atlas,
        situation: &Situation,
    ) -> Vec<(String, Option<String>)> {
        let one = |r: &crate::timeline::UnitReport| {
            let unit = &atlas.units[r.unit];
            let fix = &unit.fixes[r.fix];
            let place = fix.at.as_ref().map_or_else(
                || self.get("place-not-stated"),
                |a| atlas.name(a.as_str(), &self.language).to_owned(),
            );
            let when = self.when(fix.head.dating.when.as_ref());
            let strength = self.strengths(&fix.strength);
            let values = [
                ("unit", unit.names.text(&self.language)),
                ("place", &place),
                ("when", &when),
                ("strength", &strength),
                ("counted", if strength.is_empty() { "no" } else { "yes" }),
                ("kind", word(fix.kind)),
                ("certainty", word(r.certainty)),
                ("source", &self.source_of(&fix.head, atlas)),
            ];
            (
                self.with("twin-unit", &values),
                Some(fix.head.id.to_string()),
            )
        };
        situation.units.iter().map(one).collect()
    }

    /// On whose word a record is known, where that is not its own, and where it is read.
    #[must_use]
    pub fn source_of(&self, head: &RecordHead, atlas: &Atlas) -> String {
        self.word_and(head, self.short_citation(&head.cites, atlas), atlas)
    }

    /// The same for a room, which cannot look up a note.
    #[must_use]
    pub fn source_for_room(&self, head: &RecordHead, atlas: &Atlas) -> String {
        self.word_and(head, self.citation_for_room(&head.cites, atlas), atlas)
    }

    fn word_and(&self, head: &RecordHead, read: String, atlas: &Atlas) -> String {
        let parts = self.others_word(head, atlas).into_iter().chain([read]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(&self.get("list-semicolon"))
    }

    /// A day with its year: `3 July 1920`.
    #[must_use]
    pub fn date_in_full(&self, day: chrono::NaiveDate) -> String {
        self.when(Some(&crate::time::Edtf::day(day)))
    }

    /// A range of days: `25 June 1920 – 3 July 1920`; one day where both are the same.
    #[must_use]
    pub fn days(&self, range: DayRange) -> String {
        if range.first == range.last {
            return self.date_in_full(range.first);
        }
        self.with(
            "from-day-to-day",
            &[
                ("from", &self.date_in_full(range.first)),
                ("to", &self.date_in_full(range.last)),
            ],
        )
    }

    /// A condition of a filter, in the words of its chip.
    #[must_use]
    pub fn condition(&self, condition: &Condition, atlas: &Atlas) -> String {
        let name = |id: &str| atlas.name(id, &self.language).to_owned();
        match condition {
            Condition::Party(p) => self.with("only-party", &[("name", &name(p.as_str()))]),
            Condition::Voice(v) => self.with("only-voice", &[("name", &name(v.as_str()))]),
            Condition::Archive(a) => self.with("only-archive", &[("name", a)]),
            Condition::AtLeast(authority) => self.get(&format!("only-{}", word(*authority))),
            Condition::NoHearsay => self.get("only-no-hearsay"),
            Condition::DocumentsOnly => self.get("only-documents"),
            Condition::CertainOnly => self.get("only-certain"),
            Condition::Hide(kind) => self.with("without-kind", &[("kind", word(*kind))]),
            Condition::Telling(id, which) => {
                let told = atlas.contradictions.iter().find(|c| c.id == *id);
                let title = told.map_or(id.as_str(), |c| c.title.text(&self.language));
                self.with(
                    "only-telling",
                    &[("number", &(which + 1).to_string()), ("title", title)],
                )
            }
        }
    }

    /// All conditions of a filter in a line.
    #[must_use]
    pub fn conditions(&self, filter: &Filter, atlas: &Atlas) -> String {
        let all: Vec<String> = filter
            .conditions()
            .map(|c| self.condition(c, atlas))
            .collect();
        all.join(" · ")
    }
}
