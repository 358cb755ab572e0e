//! Conditions on the records that the reader wants to see. A filter makes a smaller atlas, so that
//! the map, the matrix, the time line, tables and exports follow it without knowing of it. It may
//! use `model` and `time`; a `Session` holds the resulting `Timeline`.
//!
//! A filter means the same wherever it is used. It leaves out every message, claim, holding, report
//! and event that fails a condition, and in lists every person, place and contradiction that no
//! remaining record names. `certain-only` also leaves out what is only possible on the day that is
//! shown, and in lists what is certain on no day.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::Timeline;
use super::bounds::Bounds;
use super::offered::{archives, archives_of};
use crate::model::{
    Atlas, Authority, Basis, PartyId, PersonId, RecordHead, RecordId, RecordKind, RecordView, word,
};

/// One condition of a filter; the window shows each as a chip, the state string writes each as a
/// word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Only records of this party. Several such conditions let any of their parties through.
    Party(PartyId),
    /// Only words of this person or body. Several such conditions let any of their voices through.
    Voice(PersonId),
    /// Only records that cite this archive or book. Several such conditions let any of them
    /// through.
    Archive(String),
    /// Only voices of at least this authority.
    AtLeast(Authority),
    /// Without records that are known only from another's report.
    NoHearsay,
    /// Only records that rest on a document, not on a narrative, gloss or inference.
    DocumentsOnly,
    /// Only what is certain on the day.
    CertainOnly,
    /// Without records of this kind.
    Hide(RecordKind),
    /// Of a contradiction, only this version, counted from 0. Records of the other versions are
    /// left out.
    Telling(RecordId, usize),
}

/// A set of conditions, all of which must be met. It reads what it writes.
///
/// ```
/// use araxes::timeline::Filter;
///
/// let filter: Filter = "no-hearsay,party:league".parse().expect("a filter");
/// assert_eq!(filter.conditions().count(), 2);
/// assert_eq!(filter.to_string().parse(), Ok(filter));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter(BTreeSet<Condition>);

/// The error for a text that is not a filter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no filter; write party:ID, voice:ID, archive:NAME, authority:official, hide:troops, telling:ID:1, no-hearsay, \
     documents-only or certain-only, with commas between"
)]
pub struct FilterError(String);

/// The word for a kind of record in a `hide:` condition.
fn hidden_word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Units => "troops",
        kind => word(kind),
    }
}

impl Filter {
    /// Whether the filter has no condition and lets every record through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The conditions, in a fixed order.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.0.iter()
    }

    /// Whether the filter has this condition.
    #[must_use]
    pub fn has(&self, condition: &Condition) -> bool {
        self.0.contains(condition)
    }

    /// The filter with this condition added, or removed if it has it. At most one authority and one
    /// version of each contradiction can be chosen, so a new one replaces the old one.
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

    /// The first name in the filter that `atlas` does not have, with the kind of name it should be;
    /// `None` where the atlas has all.
    #[must_use]
    pub fn unknown(&self, atlas: &Atlas) -> Option<String> {
        self.0.iter().find_map(|c| {
            let known = match c {
                Condition::Party(id) => atlas.party(id.as_str()).is_some(),
                Condition::Voice(id) => atlas.person(id.as_str()).is_some(),
                Condition::Archive(name) => archives(atlas).iter().any(|(n, _)| n == name),
                Condition::Telling(id, which) => atlas
                    .contradiction(id.as_str())
                    .is_some_and(|c| *which < c.tellings.len()),
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

    /// The atlas with just the records that pass. Dates that depend on other records are resolved
    /// before those are left out.
    #[must_use]
    pub fn kept(&self, whole: &Atlas) -> Atlas {
        let aside = self.put_aside(whole);
        let mut parts = whole.clone().into_parts();
        parts.retain_records(|r| !aside.contains(&r.head().id) && self.lets_through(whole, r));
        let bounds = Bounds::new(whole);
        for head in parts.heads_mut() {
            let dating = &mut head.dating;
            if !dating.after.is_empty() || !dating.before.is_empty() {
                (dating.earliest, dating.latest) = bounds.of(dating);
                dating.after.clear();
                dating.before.clear();
            }
        }
        Atlas::new(parts)
    }

    /// How many dated records of a timeline of all records pass the filter.
    #[must_use]
    pub fn count(&self, whole: &Timeline) -> usize {
        let atlas = whole.atlas();
        let aside = self.put_aside(atlas);
        let passing = atlas.records().filter(|r| {
            let head = r.head();
            let is_sure = !self.certain_only() || whole.is_certain_once(head);
            is_sure && !aside.contains(&head.id) && self.lets_through(atlas, *r)
        });
        passing.count()
    }

    /// Whether a record meets every condition except the choice of a version of a contradiction.
    fn lets_through(&self, atlas: &Atlas, record: RecordView<'_>) -> bool {
        let shown = !self.has(&Condition::Hide(record.kind()));
        shown && self.passes(record.head()) && self.is_of_wanted(atlas, record)
    }

    /// Whether a record has the parties, voices and authority that the filter asks for.
    fn is_of_wanted(&self, atlas: &Atlas, record: RecordView<'_>) -> bool {
        match record {
            RecordView::Claim(c) => {
                let weighs = |least: Authority| {
                    let voices = c.voices.iter().filter_map(|v| atlas.person(v.as_str()));
                    voices.into_iter().any(|p| p.authority <= least)
                };
                self.passes_people(atlas, &c.voices) && self.authority().is_none_or(weighs)
            }
            RecordView::Control(c) => self.passes_parties(c.holder.iter().chain(&c.not)),
            RecordView::Message(m) => {
                let ends = m.from.iter().chain(&m.to);
                let people: Vec<_> = ends.filter_map(|c| c.person.clone()).collect();
                self.passes_people(atlas, &people)
            }
            RecordView::Event(e) => e.people.is_empty() || self.passes_people(atlas, &e.people),
            RecordView::Fix(unit, _) => self.passes_parties(unit.party.iter()),
        }
    }

    fn authority(&self) -> Option<Authority> {
        self.0.iter().find_map(|c| match c {
            Condition::AtLeast(authority) => Some(*authority),
            _ => None,
        })
    }

    /// Records of the versions that were not chosen, except those that the chosen version needs
    /// too.
    fn put_aside(&self, atlas: &Atlas) -> BTreeSet<RecordId> {
        let mut aside = BTreeSet::new();
        for condition in &self.0 {
            let Condition::Telling(id, chosen) = condition else {
                continue;
            };
            let Some(c) = atlas.contradiction(id.as_str()) else {
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

    /// Whether the head of a record meets the conditions on archives, hearsay and basis.
    fn passes(&self, head: &RecordHead) -> bool {
        let mut wanted = self.0.iter().filter_map(|c| match c {
            Condition::Archive(name) => Some(name),
            _ => None,
        });
        let cited = |name: &String| head.cites.iter().any(|c| archives_of(c).contains(name));
        let left_out = (head.told_by.is_some() && self.has(&Condition::NoHearsay))
            || (head.basis != Basis::Document && self.has(&Condition::DocumentsOnly));
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

/// Characters that a name in a filter must escape: those that separate conditions, parts of a state
/// string, and words on a command line.
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

/// A name as a filter writes it: a space becomes `+`, and each separator becomes `%` and two
/// hexadecimal digits.
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
            Self::Hide(kind) => write!(f, "hide:{}", hidden_word(*kind)),
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
                    RecordKind::ALL
                        .iter()
                        .copied()
                        .find(|kind| hidden_word(*kind) == word)
                        .ok_or_else(wrong)?,
                ),
                ("telling", Some(rest)) => {
                    let (id, which) = rest.rsplit_once(':').ok_or_else(wrong)?;
                    let which: usize = which.parse().ok().ok_or_else(wrong)?;
                    Self::Telling(RecordId::from(id), which.checked_sub(1).ok_or_else(wrong)?)
                }
                _ => return Err(wrong()),
            },
        )
    }
}

impl Timeline {
    /// A timeline that answers from just the records that pass `filter`.
    #[must_use]
    pub fn filtered(whole: &Arc<Atlas>, filter: &Filter) -> Self {
        let mut timeline = Self::new(Arc::new(filter.kept(whole)));
        timeline.certain_only = filter.certain_only();
        timeline.filtered = !filter.is_empty();
        timeline
    }

    /// Whether lists show a record that has passed the filter. With `certain-only` it needs a last
    /// possible day, after which it is certain; a period needs a known beginning or end.
    #[must_use]
    pub fn lists(&self, head: &RecordHead) -> bool {
        !self.certain_only || self.is_certain_once(head)
    }

    /// Whether a record is certain on some day.
    fn is_certain_once(&self, head: &RecordHead) -> bool {
        let extent = head.dating.when.as_ref().map(crate::time::Edtf::extent);
        match extent.filter(|e| e.period) {
            Some(period) => period.begins_latest.is_some() || period.ends_earliest.is_some(),
            None => self.bounds_of(&head.id).1.is_some(),
        }
    }

    /// The people, places and contradictions that the listed records name; `None` without a filter.
    #[must_use]
    pub fn names_left(&self) -> Option<BTreeSet<String>> {
        if !self.filtered {
            return None;
        }
        let atlas = self.atlas();
        let mut names = BTreeSet::new();
        for record in atlas.records().filter(|r| self.lists(r.head())) {
            let head = record.head();
            names.extend(record.areas().into_iter().map(str::to_owned));
            names.extend(head.told_by.iter().map(ToString::to_string));
            let contradictions = atlas.contradictions_of(head.id.as_str());
            names.extend(contradictions.map(|c| c.id.to_string()));
            match record {
                RecordView::Claim(c) => names.extend(c.voices.iter().map(ToString::to_string)),
                RecordView::Message(m) => {
                    for end in m.from.iter().chain(&m.to) {
                        names.extend(end.person.iter().map(ToString::to_string));
                        names.extend(end.place.iter().map(ToString::to_string));
                    }
                }
                RecordView::Event(e) => names.extend(e.people.iter().map(ToString::to_string)),
                RecordView::Fix(unit, fix) => {
                    names.extend(unit.commander.iter().map(ToString::to_string));
                    let places = fix.from.iter().chain(&fix.to);
                    names.extend(places.map(ToString::to_string));
                    let tellers = fix.strength.iter().filter_map(|s| s.told_by.as_ref());
                    names.extend(tellers.map(ToString::to_string));
                }
                RecordView::Control(_) => {}
            }
        }
        Some(names)
    }
}

#[cfg(test)]
mod tests {
    use super::super::offered::offered_archives;
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
    fn names_that_the_atlas_does_not_have_are_reported() {
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
    fn no_hearsay_leaves_no_record_reported_by_another() {
        let whole = atlas();
        let kept = Filter::default().toggled(Condition::NoHearsay).kept(&whole);
        assert!(whole.claims.iter().any(|c| c.head.told_by.is_some()));
        assert!(
            kept.claims.iter().all(|c| c.head.told_by.is_none())
                && kept.messages.iter().all(|m| m.head.told_by.is_none())
        );
        assert!(kept.claims.len() > whole.claims.len() / 2);
    }

    #[test]
    fn every_archive_is_offered_and_each_condition_counts_what_it_keeps() {
        let whole = atlas();
        let offered = offered_archives(&whole);
        assert_eq!(offered.len(), archives(&whole).len());
        let archives: Vec<&str> = offered
            .iter()
            .filter(|a| a.is_archive)
            .map(|a| a.name.as_str())
            .collect();
        assert_eq!(archives, ["ARPIISSA", "AVPRF", "GARF", "RGASPI"]);
        let karabekir = offered
            .iter()
            .find(|a| a.name == "Karabekir")
            .expect("his memoirs");
        assert_eq!(karabekir.whole_name, "Karabekir, İstiklal Harbimiz, 1960");
        let timeline = Timeline::new(Arc::clone(&whole));
        assert_eq!(Filter::default().count(&timeline), whole.records().count());
        for text in [
            "archive:GARF",
            "no-hearsay",
            "party:baku,certain-only",
            "hide:troops",
        ] {
            let filter: Filter = text.parse().expect("a filter");
            let kept = Timeline::filtered(&whole, &filter);
            let listed = kept
                .atlas()
                .records()
                .filter(|r| kept.lists(r.head()))
                .count();
            assert_eq!(filter.count(&timeline), listed, "{text}");
            assert!(listed > 0 && listed < whole.records().count(), "{text}");
        }
    }

    #[test]
    fn one_archive_alone() {
        let whole = atlas();
        let kept = Filter::default()
            .toggled(Condition::Archive("RGASPI".into()))
            .kept(&whole);
        assert!(!kept.claims.is_empty() && kept.claims.len() < whole.claims.len());
        let rests =
            |c: &crate::model::Citation| c.original.as_ref().is_some_and(|o| o.contains("RGASPI"));
        assert!(kept.claims.iter().all(|c| c.head.cites.iter().any(rests)));
        assert_eq!(archives(&whole)[0].0, "RGASPI");
    }

    #[test]
    fn choosing_one_telling_leaves_out_the_records_of_the_others() {
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
