//! The atlas as a whole, and the records that belong to no other room.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::Teller;
use super::wording::assign_slots;
use super::{
    AtlasTexts, Base, Basis, Boundary, Citation, Claim, Control, Dating, District, DistrictId,
    DistrictKind, Message, Party, PartyId, Person, PersonId, Place, RecordId, ScaleUnit, SourceId,
    Unit, Words,
};
use crate::numeric::clamped;
use crate::time::Edtf;

/// A loaded atlas: every record, and the way from an id to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Atlas {
    /// `atlas.json`.
    pub manifest: Manifest,
    /// `districts.geojson`.
    pub districts: Vec<District>,
    /// `boundaries.geojson`.
    pub boundaries: Vec<Boundary>,
    /// `places.geojson`.
    pub places: Vec<Place>,
    /// `base/*.geojson`.
    pub base: Base,
    /// `parties.json`.
    pub parties: Vec<Party>,
    /// `people.json`.
    pub people: Vec<Person>,
    /// `claims.json`.
    pub claims: Vec<Claim>,
    /// `control.json`.
    pub control: Vec<Control>,
    /// `units.json`.
    pub units: Vec<Unit>,
    /// `messages.json`.
    pub messages: Vec<Message>,
    /// `events.json`.
    pub events: Vec<Event>,
    /// `sources.json`.
    pub sources: Vec<Source>,
    /// `contradictions.json`.
    pub contradictions: Vec<Contradiction>,
    index: HashMap<String, RecordRef>,
}

/// Where in the [`Atlas`] an id leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each variant is a position in the vector of its name"
)]
pub enum RecordRef {
    District(usize),
    Group(usize),
    Place(usize),
    Party(usize),
    Person(usize),
    Claim(usize),
    Control(usize),
    Unit(usize),
    Fix(usize, usize),
    Message(usize),
    Event(usize),
    Source(usize),
    Contradiction(usize),
}

/// `atlas.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Version of the package format; 1.
    pub format: u32,
    /// Id of the atlas.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Subtitle.
    #[serde(default)]
    pub subtitle: Words,
    /// Days it covers.
    pub span: Span,
    /// First view: west, south, east, north in degrees.
    pub home: [f64; 4],
    /// Lambert conformal conic.
    pub projection: Projection,
    /// Languages it is written in.
    pub languages: Vec<String>,
    /// The capitals whose answers are compared.
    #[serde(default)]
    pub capitals: Vec<PartyId>,
    /// Named sets of districts.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Licence.
    #[serde(default)]
    pub licence: Option<String>,
    /// Credits.
    #[serde(default)]
    pub credits: Words,
    /// Units of the scale bar, the main one first.
    #[serde(default = "ScaleUnit::usual")]
    pub scale_units: Vec<ScaleUnit>,
    /// Whether the Julian calendar was in use, so that old-style dates stand beside the Gregorian ones.
    #[serde(default)]
    pub julian_calendar: bool,
    /// Names of the kinds of its districts, by the word that `districts.geojson` has.
    #[serde(default)]
    pub district_kinds: BTreeMap<String, Words>,
    /// Sentences in which it speaks of itself.
    #[serde(default)]
    pub texts: AtlasTexts,
}

/// The days an atlas covers, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    pub start: NaiveDate,
    /// Last day of the main part.
    pub end: NaiveDate,
    /// Last day of the epilogue.
    #[serde(default)]
    pub epilogue_end: Option<NaiveDate>,
}

impl Span {
    /// Last day of all.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.epilogue_end.unwrap_or(self.end)
    }

    /// Whether `day` is covered.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.start..=self.last()).contains(&day)
    }

    /// The covered day nearest to `day`.
    #[must_use]
    pub fn clamp(&self, day: NaiveDate) -> NaiveDate {
        clamped(day, self.start, self.last())
    }
}

/// Parameters of the Lambert conformal conic projection, degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// First standard parallel.
    pub lat_1: f64,
    /// Second standard parallel.
    pub lat_2: f64,
    /// Latitude of origin.
    pub lat_0: f64,
    /// Central meridian.
    pub lon_0: f64,
}

/// A named set of districts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: DistrictId,
    /// Its names.
    pub names: Words,
    /// Its districts.
    pub members: Vec<DistrictId>,
    /// Whose reading the set is.
    #[serde(default)]
    pub note: Words,
}

/// Anything else with a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its id.
    pub id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// When.
    #[serde(flatten)]
    pub dating: Dating,
    /// Where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// On what it rests.
    pub basis: Basis,
    /// Who reports it.
    #[serde(default)]
    pub told_by: Teller,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// A few words.
    pub title: Words,
    /// One neutral sentence.
    pub gist: Words,
    /// Who.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// Where: district, group or place ids.
    #[serde(default)]
    pub places: Vec<String>,
}

/// A source: CSL-JSON, kept whole, with a warning for readers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What to beware of.
    #[serde(default)]
    pub about: Words,
    /// Every CSL key.
    #[serde(flatten)]
    pub csl: serde_json::Map<String, serde_json::Value>,
}

/// Records that disagree, and how the atlas shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Its id.
    pub id: RecordId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// What it is about, in a few words.
    pub title: Words,
    /// The kind of disagreement.
    pub about: String,
    /// The records that disagree.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// The sources it hangs on instead.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Each side in full.
    pub tellings: Vec<Telling>,
    /// How the atlas shows it.
    #[serde(default)]
    pub handling: Words,
    /// Where and when the map marks it.
    #[serde(default)]
    pub mark: Option<Mark>,
    /// Where it is read.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// What it says.
    pub text: Words,
    /// Records that say it.
    #[serde(default)]
    pub records: Vec<RecordId>,
    /// Where.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// A contradiction's place and days on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// District or place.
    pub area: String,
    /// Days.
    pub when: Edtf,
}

/// Everything that the files hold, before the index is made.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of `Atlas`")]
pub struct AtlasParts {
    pub manifest: Manifest,
    pub districts: Vec<District>,
    pub boundaries: Vec<Boundary>,
    pub places: Vec<Place>,
    pub base: Base,
    pub parties: Vec<Party>,
    pub people: Vec<Person>,
    pub claims: Vec<Claim>,
    pub control: Vec<Control>,
    pub units: Vec<Unit>,
    pub messages: Vec<Message>,
    pub events: Vec<Event>,
    pub sources: Vec<Source>,
    pub contradictions: Vec<Contradiction>,
}

impl Atlas {
    /// Makes the index over checked parts. Where an id occurs twice the first wins; the loader refuses such a package.
    #[must_use]
    pub fn new(parts: AtlasParts) -> Self {
        let AtlasParts {
            manifest,
            districts,
            boundaries,
            places,
            base,
            mut parties,
            people,
            claims,
            control,
            units,
            messages,
            events,
            sources,
            contradictions,
        } = parts;
        assign_slots(&mut parties);
        Self {
            manifest,
            districts,
            boundaries,
            places,
            base,
            parties,
            people,
            claims,
            control,
            units,
            messages,
            events,
            sources,
            contradictions,
            index: HashMap::new(),
        }
        .reindexed()
    }

    /// The same records with the index made anew, after some were left out.
    #[must_use]
    pub fn reindexed(mut self) -> Self {
        let mut index = HashMap::new();
        let mut add = |id: &str, at: RecordRef| {
            index.entry(id.to_owned()).or_insert(at);
        };
        self.districts
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::District(i)));
        self.manifest
            .groups
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Group(i)));
        self.places
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Place(i)));
        self.parties
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Party(i)));
        self.people
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Person(i)));
        self.claims
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Claim(i)));
        self.control
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Control(i)));
        for (i, unit) in self.units.iter().enumerate() {
            add(unit.id.as_str(), RecordRef::Unit(i));
            unit.fixes
                .iter()
                .enumerate()
                .for_each(|(j, r)| add(r.id.as_str(), RecordRef::Fix(i, j)));
        }
        self.messages
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Message(i)));
        self.events
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Event(i)));
        self.sources
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Source(i)));
        self.contradictions
            .iter()
            .enumerate()
            .for_each(|(i, r)| add(r.id.as_str(), RecordRef::Contradiction(i)));
        self.index = index;
        self
    }

    /// Where `id` leads, if anywhere.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<RecordRef> {
        self.index.get(id).copied()
    }

    /// The district of that id.
    #[must_use]
    pub fn district(&self, id: &str) -> Option<&District> {
        match self.find(id)? {
            RecordRef::District(i) => self.districts.get(i),
            _ => None,
        }
    }

    /// The group of that id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        match self.find(id)? {
            RecordRef::Group(i) => self.manifest.groups.get(i),
            _ => None,
        }
    }

    /// The place of that id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        match self.find(id)? {
            RecordRef::Place(i) => self.places.get(i),
            _ => None,
        }
    }

    /// The party of that id.
    #[must_use]
    pub fn party(&self, id: &str) -> Option<&Party> {
        match self.find(id)? {
            RecordRef::Party(i) => self.parties.get(i),
            _ => None,
        }
    }

    /// The person or body of that id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<&Person> {
        match self.find(id)? {
            RecordRef::Person(i) => self.people.get(i),
            _ => None,
        }
    }

    /// The message of that id.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<&Message> {
        match self.find(id)? {
            RecordRef::Message(i) => self.messages.get(i),
            _ => None,
        }
    }

    /// The claim of that id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        match self.find(id)? {
            RecordRef::Claim(i) => self.claims.get(i),
            _ => None,
        }
    }

    /// Districts whose parent is `id`.
    pub fn parts_of<'a>(&'a self, id: &'a DistrictId) -> impl Iterator<Item = &'a District> {
        self.districts
            .iter()
            .filter(move |d| d.parent.as_ref() == Some(id))
    }

    /// The leaf districts that an area covers: itself, its parts, or the parts of a group's members; each with whether it
    /// is the named area itself.
    #[must_use]
    pub fn leaves_of(&self, area: &DistrictId) -> Vec<(DistrictId, bool)> {
        if let Some(group) = self.group(area.as_str()) {
            return group
                .members
                .iter()
                .flat_map(|m| self.leaves_of(m))
                .map(|(id, _)| (id, false))
                .collect();
        }
        let parts: Vec<_> = self.parts_of(area).map(|d| (d.id.clone(), false)).collect();
        if parts.is_empty() {
            vec![(area.clone(), true)]
        } else {
            parts
        }
    }

    /// A name for any id, in `language`.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        match self.find(id) {
            Some(RecordRef::District(i)) => self.districts[i].names.text(language),
            Some(RecordRef::Group(i)) => self.manifest.groups[i].names.text(language),
            Some(RecordRef::Place(i)) => self.places[i].names.text(language),
            Some(RecordRef::Party(i)) => self.parties[i].names.text(language),
            Some(RecordRef::Person(i)) => self.people[i].names.text(language),
            Some(RecordRef::Unit(i)) => self.units[i].names.text(language),
            _ => id,
        }
    }

    /// A kind of district in `language`; its word in the files where the manifest gives it no name.
    #[must_use]
    pub fn kind_name<'a>(&'a self, kind: &'a DistrictKind, language: &str) -> &'a str {
        self.manifest
            .district_kinds
            .get(kind.as_str())
            .map_or(kind.as_str(), |names| names.text(language))
    }

    /// The contradictions that name a record.
    pub fn contradictions_of<'a>(
        &'a self,
        record: &'a str,
    ) -> impl Iterator<Item = &'a Contradiction> {
        self.contradictions.iter().filter(move |c| {
            c.records
                .iter()
                .chain(c.tellings.iter().flat_map(|t| &t.records))
                .any(|r| r.as_str() == record)
        })
    }
}
