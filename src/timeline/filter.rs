//! What the reader draws from. A filter makes a smaller atlas, so that map, matrix, time line, table and every export follow
//! it alike: none of them knows that it is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::thread::Bounds;
use super::{RecordKind, Timeline};
use crate::model::{Atlas, Authority, Basis, Citation, Dating, PartyId, PersonId, RecordId};

/// One condition in force; each is a chip in the window and a word in the state string.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Records of this party; several parties: of any of them.
    Party(PartyId),
    /// Words of this person or body; several: of any of them.
    Voice(PersonId),
    /// Records for which this archive or book is cited; several: any of them.
    Archive(String),
    /// Voices of at least this authority.
    AtLeast(Authority),
    /// Without what only another tells.
    NoHearsay,
    /// Only what a document says: no narrative, gloss or inference.
    DocumentsOnly,
    /// Only what is certain on the day.
    CertainOnly,
    /// Without records of this kind.
    Hide(RecordKind),
    /// Of a contradiction, only this telling (counted from 0): the records of the others are put aside.
    Telling(RecordId, usize),
}

/// Conditions, all of which hold at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter(BTreeSet<Condition>);

/// A text that is no filter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no filter; write party:ID, voice:ID, archive:NAME, authority:official, hide:troops, telling:ID:1, no-hearsay, \
     documents-only or certain-only, with commas between"
)]
pub struct FilterError(String);

const KINDS: [(RecordKind, &str); 5] = [
    (RecordKind::Messages, "messages"),
    (RecordKind::Claims, "claims"),
    (RecordKind::Units, "troops"),
    (RecordKind::Control, "control"),
    (RecordKind::Events, "events"),
];

impl Filter {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The conditions in force, in a fixed order.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.0.iter()
    }

    /// Whether a condition is in force.
    #[must_use]
    pub fn has(&self, condition: &Condition) -> bool {
        self.0.contains(condition)
    }

    /// With one condition more, or less where it was in force. Of authorities, and of one contradiction's tellings, only one
    /// is in force at a time.
    #[must_use]
    pub fn toggled(&self, condition: Condition) -> Self {
        let mut out = self.clone();
        if out.0.remove(&condition) {
            return out;
        }
        out.0.retain(|other| match (other, &condition) {
            (Condition::AtLeast(_), Condition::AtLeast(_)) => false,
            (Condition::Telling(a, _), Condition::Telling(b, _)) => a != b,
            _ => true,
        });
        out.0.insert(condition);
        out
    }

    /// The first name in it that `atlas` does not know, with what it was to be.
    #[must_use]
    pub fn unknown(&self, atlas: &Atlas) -> Option<String> {
        self.0.iter().find_map(|c| {
            let known = match c {
                Condition::Party(id) => atlas.party(id.as_str()).is_some(),
                Condition::Voice(id) => atlas.person(id.as_str()).is_some(),
                Condition::Archive(name) => archives(atlas).iter().any(|(n, _)| n == name),
                Condition::Telling(id, which) => atlas
                    .contradictions
                    .iter()
                    .any(|c| c.id == *id && *which < c.tellings.len()),
                _ => true,
            };
            (!known).then(|| c.to_string())
        })
    }

    /// Whether only what is certain is shown.
    #[must_use]
    pub fn certain_only(&self) -> bool {
        self.has(&Condition::CertainOnly)
    }

    /// The atlas with just the records that pass. Dates that hang on other records are worked out before those are left out.
    #[must_use]
    pub fn kept(&self, whole: &Atlas) -> Atlas {
        let mut atlas = whole.clone();
        let bounds = Bounds::new(whole);
        let aside = self.put_aside(whole);
        let kept = |id: &RecordId| !aside.contains(id);
        let shows = |kind| !self.has(&Condition::Hide(kind));
        let speaks = |people: &[PersonId]| self.passes_people(whole, people);
        let settle = |dating: &mut Dating| {
            if !dating.after.is_empty() || !dating.before.is_empty() {
                (dating.earliest, dating.latest) = bounds.of(dating);
                dating.after.clear();
                dating.before.clear();
            }
        };
        atlas.claims.retain(|c| {
            shows(RecordKind::Claims)
                && kept(&c.id)
                && self.passes(c.basis, c.told_by.is_some(), &c.cites)
                && speaks(&c.voices)
                && self.authority().is_none_or(|least| {
                    c.voices.iter().any(|v| {
                        whole
                            .person(v.as_str())
                            .is_some_and(|p| p.authority <= least)
                    })
                })
        });
        atlas.claims.iter_mut().for_each(|c| settle(&mut c.dating));
        atlas.control.retain(|c| {
            let party = c.holder.iter().chain(&c.not);
            shows(RecordKind::Control)
                && kept(&c.id)
                && self.passes(c.basis, c.told_by.is_some(), &c.cites)
                && self.passes_parties(party)
        });
        atlas.control.iter_mut().for_each(|c| settle(&mut c.dating));
        atlas.messages.retain(|m| {
            let people: Vec<PersonId> = m
                .from
                .iter()
                .chain(&m.to)
                .filter_map(|c| c.person.clone())
                .collect();
            shows(RecordKind::Messages)
                && kept(&m.id)
                && self.passes(m.basis, m.told_by.is_some(), &m.cites)
                && speaks(&people)
        });
        for m in &mut atlas.messages {
            let mut dating = m.dating();
            settle(&mut dating);
            (m.earliest, m.latest, m.after, m.before) =
                (dating.earliest, dating.latest, dating.after, dating.before);
        }
        atlas.events.retain(|e| {
            shows(RecordKind::Events)
                && kept(&e.id)
                && self.passes(e.basis, e.told_by.is_some(), &e.cites)
                && (e.people.is_empty() || speaks(&e.people))
        });
        atlas.events.iter_mut().for_each(|e| settle(&mut e.dating));
        for unit in &mut atlas.units {
            let of_party = self.passes_parties(unit.party.iter());
            unit.fixes.retain(|f| {
                shows(RecordKind::Units)
                    && of_party
                    && kept(&f.id)
                    && self.passes(f.basis, f.told_by.is_some(), &f.cites)
            });
            unit.fixes.iter_mut().for_each(|f| settle(&mut f.dating));
        }
        atlas.reindexed()
    }

    fn authority(&self) -> Option<Authority> {
        self.0.iter().find_map(|c| match c {
            Condition::AtLeast(authority) => Some(*authority),
            _ => None,
        })
    }

    /// Records of the tellings not chosen, unless the chosen one needs them too.
    fn put_aside(&self, atlas: &Atlas) -> BTreeSet<RecordId> {
        let mut aside = BTreeSet::new();
        for condition in &self.0 {
            let Condition::Telling(id, chosen) = condition else {
                continue;
            };
            let Some(c) = atlas.contradictions.iter().find(|c| c.id == *id) else {
                continue;
            };
            let Some(telling) = c.tellings.get(*chosen) else {
                continue;
            };
            let others = c
                .tellings
                .iter()
                .flat_map(|t| &t.records)
                .filter(|r| !telling.records.contains(r));
            aside.extend(others.cloned());
        }
        aside
    }

    fn passes(&self, basis: Basis, hearsay: bool, cites: &[Citation]) -> bool {
        let mut wanted = self.0.iter().filter_map(|c| match c {
            Condition::Archive(name) => Some(name),
            _ => None,
        });
        let cited = |name: &String| cites.iter().any(|c| archives_of(c).contains(name));
        let left_out = (hearsay && self.has(&Condition::NoHearsay))
            || (basis != Basis::Document && self.has(&Condition::DocumentsOnly));
        !left_out && (wanted.clone().next().is_none() || wanted.any(cited))
    }

    fn passes_parties<'a>(&self, mut parties: impl Iterator<Item = &'a PartyId>) -> bool {
        let none_wanted = !self.0.iter().any(|c| matches!(c, Condition::Party(_)));
        none_wanted || parties.any(|p| self.has(&Condition::Party(p.clone())))
    }

    fn passes_people(&self, atlas: &Atlas, people: &[PersonId]) -> bool {
        let voices = !self.0.iter().any(|c| matches!(c, Condition::Voice(_)));
        let parties: Vec<&PartyId> = people
            .iter()
            .filter_map(|p| atlas.person(p.as_str())?.party.as_ref())
            .collect();
        (voices
            || people
                .iter()
                .any(|p| self.has(&Condition::Voice(p.clone()))))
            && self.passes_parties(parties.into_iter())
    }
}

/// Archives and books that records rest on, with how many records rest on each, the most used first.
#[must_use]
pub fn archives(atlas: &Atlas) -> Vec<(String, usize)> {
    let claims = atlas.claims.iter().map(|c| &c.cites);
    let control = atlas.control.iter().map(|c| &c.cites);
    let fixes = atlas.units.iter().flat_map(|u| &u.fixes).map(|f| &f.cites);
    let sent = atlas.messages.iter().map(|m| &m.cites);
    let events = atlas.events.iter().map(|e| &e.cites);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for cites in claims.chain(control).chain(fixes).chain(sent).chain(events) {
        let named: BTreeSet<String> = cites.iter().flat_map(archives_of).collect();
        named
            .into_iter()
            .for_each(|name| *counts.entry(name).or_default() += 1);
    }
    let mut out: Vec<_> = counts.into_iter().collect();
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out
}

/// The archives and books a citation goes back to, by the first words of each reference.
#[must_use]
pub fn archives_of(citation: &Citation) -> Vec<String> {
    let Some(original) = &citation.original else {
        return Vec::new();
    };
    let name = |part: &str| {
        let ends = [" f. ", ", ", " vol. ", " p. ", " (ed."]
            .iter()
            .filter_map(|end| part.find(end))
            .min();
        let name = part[..ends.unwrap_or(part.len())].trim();
        (!name.is_empty() && !name.starts_with("f. ")).then(|| name.to_owned())
    };
    original
        .split(';')
        .filter_map(|part| name(part.trim()))
        .collect()
}

/// What a name in a filter cannot hold as it is: the signs that part conditions, parts of a state string, and
/// words on a command line.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b'%')
    .add(b'+')
    .add(b',')
    .add(b';')
    .add(b'=')
    .add(b'\'')
    .add(b'"')
    .add(b'`')
    .add(b'$')
    .add(b'\\');

/// A name as a filter writes it: a blank is `+`, signs that part things are `%` and two hexadecimal digits.
fn escaped(name: &str) -> String {
    utf8_percent_encode(name, ESCAPED)
        .to_string()
        .replace(' ', "+")
}

fn unescaped(text: &str) -> Option<String> {
    let blanks = text.replace('+', " ");
    let name = percent_decode_str(&blanks).decode_utf8().ok()?;
    Some(name.into_owned())
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, condition) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            write!(f, "{condition}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Party(id) => write!(f, "party:{id}"),
            Self::Voice(id) => write!(f, "voice:{id}"),
            Self::Archive(name) => write!(f, "archive:{}", escaped(name)),
            Self::AtLeast(Authority::Decision) => f.write_str("authority:decision"),
            Self::AtLeast(Authority::Official) => f.write_str("authority:official"),
            Self::AtLeast(Authority::Individual) => f.write_str("authority:individual"),
            Self::NoHearsay => f.write_str("no-hearsay"),
            Self::DocumentsOnly => f.write_str("documents-only"),
            Self::CertainOnly => f.write_str("certain-only"),
            Self::Hide(kind) => write!(
                f,
                "hide:{}",
                KINDS
                    .iter()
                    .find(|(k, _)| k == kind)
                    .map_or("", |(_, word)| word)
            ),
            Self::Telling(id, which) => write!(f, "telling:{id}:{}", which + 1),
        }
    }
}

impl FromStr for Filter {
    type Err = FilterError;

    fn from_str(text: &str) -> Result<Self, FilterError> {
        let parts = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        Ok(Self(
            parts.map(Condition::from_str).collect::<Result<_, _>>()?,
        ))
    }
}

impl FromStr for Condition {
    type Err = FilterError;

    fn from_str(text: &str) -> Result<Self, FilterError> {
        let wrong = || FilterError(text.to_owned());
        Ok(
            match text
                .split_once(':')
                .map_or((text, None), |(key, value)| (key, Some(value)))
            {
                ("no-hearsay", None) => Self::NoHearsay,
                ("documents-only", None) => Self::DocumentsOnly,
                ("certain-only", None) => Self::CertainOnly,
                ("party", Some(id)) => Self::Party(PartyId::from(id)),
                ("voice", Some(id)) => Self::Voice(PersonId::from(id)),
                ("archive", Some(name)) => Self::Archive(unescaped(name).ok_or_else(wrong)?),
                ("authority", Some("decision")) => Self::AtLeast(Authority::Decision),
                ("authority", Some("official")) => Self::AtLeast(Authority::Official),
                ("authority", Some("individual")) => Self::AtLeast(Authority::Individual),
                ("hide", Some(word)) => Self::Hide(
                    KINDS
                        .iter()
                        .find(|(_, w)| *w == word)
                        .map(|(k, _)| *k)
                        .ok_or_else(wrong)?,
                ),
                ("telling", Some(rest)) => {
                    let (id, which) = rest.rsplit_once(':').ok_or_else(wrong)?;
                    let which: usize = which.parse().map_err(|_| wrong())?;
                    Self::Telling(RecordId::from(id), which.checked_sub(1).ok_or_else(wrong)?)
                }
                _ => return Err(wrong()),
            },
        )
    }
}

impl Timeline {
    /// The same questions, answered from just the records that pass.
    #[must_use]
    pub fn filtered(whole: &Arc<Atlas>, filter: &Filter) -> Self {
        let mut timeline = Self::new(Arc::new(filter.kept(whole)));
        timeline.certain_only = filter.certain_only();
        timeline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atlas() -> Arc<Atlas> {
        crate::load::fixtures::builtin()
    }

    #[test]
    fn a_filter_reads_back_what_it_writes() {
        let text = "party:baku,voice:chicherin,archive:Genotsid+armyan,authority:official,no-hearsay,hide:events,telling:c-1:2";
        let filter: Filter = text.parse().expect("a filter");
        assert_eq!(filter.conditions().count(), 7);
        assert_eq!(filter.to_string().parse::<Filter>(), Ok(filter));
        let awkward = Condition::Archive(r#"Д'Arc, "A+B"; 100% = x: `$y` \\"#.to_owned());
        let filter = Filter::default().toggled(awkward);
        let text = filter.to_string();
        assert!(
            !text.contains([',', ';', '\'', '"', ' ', '$', '`', '=']),
            "{text}"
        );
        assert_eq!(text.parse::<Filter>(), Ok(filter));
        for wrong in [
            "archive:%ff",
            "partei:baku",
            "hide:moon",
            "telling:x:0",
            "no-hearsay:1",
        ] {
            assert!(wrong.parse::<Filter>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_that_the_atlas_does_not_know_are_told() {
        let whole = atlas();
        let unknown = |text: &str| text.parse::<Filter>().expect("a filter").unknown(&whole);
        assert_eq!(
            unknown("party:baku,voice:chicherin,archive:RGASPI,no-hearsay"),
            None
        );
        assert_eq!(
            unknown("no-hearsay,party:mars").as_deref(),
            Some("party:mars")
        );
        assert_eq!(
            unknown("archive:Atlantis").as_deref(),
            Some("archive:Atlantis")
        );
    }

    #[test]
    fn no_hearsay_leaves_no_record_told_by_another() {
        let whole = atlas();
        let kept = Filter::default().toggled(Condition::NoHearsay).kept(&whole);
        assert!(whole.claims.iter().any(|c| c.told_by.is_some()));
        assert!(
            kept.claims.iter().all(|c| c.told_by.is_none())
                && kept.messages.iter().all(|m| m.told_by.is_none())
        );
        assert!(kept.claims.len() > whole.claims.len() / 2);
    }

    #[test]
    fn one_archive_alone() {
        let whole = atlas();
        let kept = Filter::default()
            .toggled(Condition::Archive("RGASPI".into()))
            .kept(&whole);
        assert!(!kept.claims.is_empty() && kept.claims.len() < whole.claims.len());
        let rests = |c: &Citation| c.original.as_ref().is_some_and(|o| o.contains("RGASPI"));
        assert!(kept.claims.iter().all(|c| c.cites.iter().any(rests)));
        assert_eq!(archives(&whole)[0].0, "RGASPI");
    }

    #[test]
    fn one_telling_puts_the_records_of_the_others_aside() {
        let whole = atlas();
        let told = whole.contradictions.iter().find(|c| {
            let of = |i: usize| {
                c.tellings
                    .get(i)
                    .map(|t: &crate::model::Telling| t.records.clone())
                    .unwrap_or_default()
            };
            !of(0).is_empty() && !of(1).is_empty() && of(0) != of(1)
        });
        let told = told.expect("a contradiction between records");
        let kept = Filter::default()
            .toggled(Condition::Telling(told.id.clone(), 0))
            .kept(&whole);
        let gone = told.tellings[1]
            .records
            .iter()
            .filter(|r| !told.tellings[0].records.contains(r));
        let gone: Vec<_> = gone.collect();
        assert!(
            !gone.is_empty() && gone.iter().all(|r| kept.find(r.as_str()).is_none()),
            "{}",
            told.id
        );
        assert!(
            told.tellings[0]
                .records
                .iter()
                .all(|r| kept.find(r.as_str()).is_some())
        );
    }
}
