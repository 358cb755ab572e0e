//! The atlas as a whole, and the lookup from an id to its record. `load` makes it; every other
//! module reads it.

use std::collections::{BTreeSet, HashSet};
use std::ops::Deref;
use std::sync::Arc;

use super::index::Index;
use super::wording::assign_slots;
use super::{
    AreaId, Base, Boundary, Citation, Claim, Contradiction, Control, Declensions, District,
    DistrictId, DistrictKind, Event, Glossary, Group, Kiosk, Manifest, Message, Party, PartyId,
    Person, Phrases, Place, PlaceId, RecordHead, RecordView, Role, Source, SourceId, Term, Tour,
    TourStep, Unit,
};

/// The contents of all files of a package, by file.
#[derive(Debug, Clone, PartialEq)]
pub struct AtlasParts {
    /// Contents of `atlas.json`.
    pub manifest: Manifest,
    /// Contents of `districts.geojson`.
    pub districts: Vec<District>,
    /// Contents of `boundaries.geojson`.
    pub boundaries: Vec<Boundary>,
    /// Contents of `places.geojson`.
    pub places: Vec<Place>,
    /// Contents of `base/*.geojson`.
    pub base: Base,
    /// Contents of `parties.json`.
    pub parties: Vec<Party>,
    /// Contents of `people.json`.
    pub people: Vec<Person>,
    /// Contents of `claims.json`.
    pub claims: Vec<Claim>,
    /// Contents of `control.json`.
    pub control: Vec<Control>,
    /// Contents of `units.json`.
    pub units: Vec<Unit>,
    /// Contents of `messages.json`.
    pub messages: Vec<Message>,
    /// Contents of `events.json`.
    pub events: Vec<Event>,
    /// Contents of `sources.json`.
    pub sources: Vec<Source>,
    /// Contents of `contradictions.json`.
    pub contradictions: Vec<Contradiction>,
    /// Contents of `glossary.json`.
    pub glossary: Glossary,
    /// Contents of `tours/*.json`, by the names of their files.
    pub tours: Vec<Arc<Tour>>,
    /// Contents of `scenes/*.json`: short tours for a kiosk, by the names of their files.
    pub scenes: Vec<Arc<Tour>>,
    /// Contents of `kiosk.json`.
    pub kiosk: Kiosk,
    /// Contents of `declensions.json`.
    pub declensions: Declensions,
    /// Contents of `phrases.json`.
    pub phrases: Phrases,
}

/// A loaded atlas: the contents of its files, which never change, and an index of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Atlas {
    parts: AtlasParts,
    index: Index,
}

impl Deref for Atlas {
    type Target = AtlasParts;

    fn deref(&self) -> &AtlasParts {
        &self.parts
    }
}

/// The position in the [`Atlas`] to which an id belongs.
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
    /// Position of the force, and of the report in the force's `fixes`.
    Fix(usize, usize),
    Message(usize),
    Event(usize),
    Source(usize),
    Contradiction(usize),
    Term(usize),
}

impl AtlasParts {
    /// Every dated record with its position: messages, claims, control, reports of forces, events.
    pub fn positioned_records(&self) -> impl Iterator<Item = (RecordRef, RecordView<'_>)> {
        let messages = (self.messages.iter().enumerate())
            .map(|(i, r)| (RecordRef::Message(i), RecordView::Message(r)));
        let claims = (self.claims.iter().enumerate())
            .map(|(i, r)| (RecordRef::Claim(i), RecordView::Claim(r)));
        let control = (self.control.iter().enumerate())
            .map(|(i, r)| (RecordRef::Control(i), RecordView::Control(r)));
        let fixes = self.units.iter().enumerate().flat_map(|(i, unit)| {
            let of_unit = unit.fixes.iter().enumerate();
            of_unit.map(move |(j, r)| (RecordRef::Fix(i, j), RecordView::Fix(unit, r)))
        });
        let events = (self.events.iter().enumerate())
            .map(|(i, r)| (RecordRef::Event(i), RecordView::Event(r)));
        messages
            .chain(claims)
            .chain(control)
            .chain(fixes)
            .chain(events)
    }

    /// Every dated record, by kind in the order of [`RecordKind::ALL`](super::RecordKind::ALL), and
    /// within a kind in the order of its file.
    pub fn records(&self) -> impl Iterator<Item = RecordView<'_>> {
        self.positioned_records().map(|(_, record)| record)
    }

    /// The head of every dated record, in the order of [`Self::records`].
    pub fn heads_mut(&mut self) -> impl Iterator<Item = &mut RecordHead> {
        let messages = self.messages.iter_mut().map(|r| &mut r.head);
        let claims = self.claims.iter_mut().map(|r| &mut r.head);
        let control = self.control.iter_mut().map(|r| &mut r.head);
        let fixes = self.units.iter_mut().flat_map(|u| &mut u.fixes);
        let events = self.events.iter_mut().map(|r| &mut r.head);
        messages
            .chain(claims)
            .chain(control)
            .chain(fixes.map(|r| &mut r.head))
            .chain(events)
    }

    /// Removes every dated record for which `keep` is false.
    pub fn retain_records(&mut self, keep: impl Fn(RecordView<'_>) -> bool) {
        self.messages.retain(|r| keep(RecordView::Message(r)));
        self.claims.retain(|r| keep(RecordView::Claim(r)));
        self.control.retain(|r| keep(RecordView::Control(r)));
        for unit in &mut self.units {
            let fixes = unit.fixes.iter();
            let kept: Vec<bool> = fixes.map(|r| keep(RecordView::Fix(unit, r))).collect();
            let mut kept = kept.into_iter();
            unit.fixes.retain(|_| kept.next().unwrap_or(true));
        }
        self.events.retain(|r| keep(RecordView::Event(r)));
    }

    /// Sets the kind of every area that a record names: district, group or place. An unknown id
    /// keeps the kind of a district, and the loader reports it.
    pub fn resolve_areas(&mut self) {
        let kinds = AreaKinds::new(self);
        let resolve = |area: &mut AreaId| kinds.resolve(area);
        let fixes = self.units.iter_mut().flat_map(|u| &mut u.fixes);
        let control = self.control.iter_mut().flat_map(|r| &mut r.area);
        let messages = self.messages.iter_mut().flat_map(|r| &mut r.about);
        let events = self.events.iter_mut().flat_map(|r| &mut r.places);
        let marks = self.contradictions.iter_mut().flat_map(|c| &mut c.mark);
        control
            .chain(messages)
            .chain(events)
            .chain(fixes.flat_map(|r| r.at.iter_mut().chain(&mut r.from).chain(&mut r.to)))
            .chain(marks.map(|m| &mut m.area))
            .for_each(&resolve);
        for tour in self.tours.iter_mut().chain(&mut self.scenes) {
            let steps = &mut Arc::make_mut(tour).steps;
            steps
                .iter_mut()
                .flat_map(TourStep::areas_mut)
                .for_each(&resolve);
        }
    }

    /// Sets the kind of every area that a tour names, as [`Self::resolve_areas`] does for those of
    /// the atlas.
    pub fn resolve_tour(&self, tour: &mut Tour) {
        let kinds = AreaKinds::new(self);
        let areas = tour.steps.iter_mut().flat_map(TourStep::areas_mut);
        areas.for_each(|area| kinds.resolve(area));
    }
}

/// The ids that are groups or places, by which the kind of an area is known.
struct AreaKinds {
    groups: HashSet<DistrictId>,
    places: HashSet<PlaceId>,
}

impl AreaKinds {
    fn new(parts: &AtlasParts) -> Self {
        Self {
            groups: (parts.manifest.groups.iter())
                .map(|g| g.id.clone())
                .collect(),
            places: parts.places.iter().map(|p| p.id.clone()).collect(),
        }
    }

    fn resolve(&self, area: &mut AreaId) {
        let id = area.as_str();
        if self.groups.contains(id) {
            *area = AreaId::Group(id.into());
        } else if self.places.contains(id) {
            *area = AreaId::Place(id.into());
        } else {
            *area = AreaId::District(id.into());
        }
    }
}

/// The lookups by id, one per line: name, result type, variant of [`RecordRef`], and field.
macro_rules! lookups {
    ($($name:ident: $type:ty = $variant:ident in $($field:ident).+;)*) => {
        impl Atlas {
            $(
                #[doc = concat!("The [`", stringify!($type), "`] of that id.")]
                #[must_use]
                pub fn $name(&self, id: &str) -> Option<&$type> {
                    match self.find(id)? {
                        RecordRef::$variant(i) => self.parts.$($field).+.get(i),
                        _ => None,
                    }
                }
            )*
        }
    };
}

lookups! {
    district: District = District in districts;
    group: Group = Group in manifest.groups;
    place: Place = Place in places;
    party: Party = Party in parties;
    person: Person = Person in people;
    unit: Unit = Unit in units;
    claim: Claim = Claim in claims;
    message: Message = Message in messages;
    source: Source = Source in sources;
    contradiction: Contradiction = Contradiction in contradictions;
}

impl Atlas {
    /// Makes the index of checked parts. Where an id occurs twice the first one is found; the
    /// loader refuses such a package.
    #[must_use]
    pub fn new(mut parts: AtlasParts) -> Self {
        assign_slots(&mut parts.parties);
        Self {
            index: Index::new(&parts),
            parts,
        }
    }

    /// The contents of the files, so that they can be changed and made an atlas again.
    #[must_use]
    pub fn into_parts(self) -> AtlasParts {
        self.parts
    }

    /// The position that `id` belongs to; `None` where the atlas does not have it.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<RecordRef> {
        self.index.find(id)
    }

    /// The dated record of that id; `None` where the id is unknown or that of an undated record.
    ///
    /// ```
    /// use araxes::load::{files, load};
    /// use araxes::model::RecordKind;
    ///
    /// let atlas = load(&files::builtin()).atlas.expect("the atlas inside the program is clean");
    /// let record = atlas.record("message-056").expect("a message");
    /// assert_eq!(record.kind(), RecordKind::Messages);
    /// assert!(!record.head().cites.is_empty());
    /// assert!(atlas.record("nakhchivan-uezd").is_none(), "a district is no dated record");
    /// ```
    #[must_use]
    pub fn record(&self, id: &str) -> Option<RecordView<'_>> {
        self.view(self.find(id)?)
    }

    /// The dated record at a position; `None` where the record there is not dated.
    #[must_use]
    pub fn view(&self, at: RecordRef) -> Option<RecordView<'_>> {
        Some(match at {
            RecordRef::Message(i) => RecordView::Message(self.messages.get(i)?),
            RecordRef::Claim(i) => RecordView::Claim(self.claims.get(i)?),
            RecordRef::Control(i) => RecordView::Control(self.control.get(i)?),
            RecordRef::Fix(i, j) => {
                let unit = self.units.get(i)?;
                RecordView::Fix(unit, unit.fixes.get(j)?)
            }
            RecordRef::Event(i) => RecordView::Event(self.events.get(i)?),
            RecordRef::District(_)
            | RecordRef::Group(_)
            | RecordRef::Place(_)
            | RecordRef::Party(_)
            | RecordRef::Person(_)
            | RecordRef::Unit(_)
            | RecordRef::Source(_)
            | RecordRef::Contradiction(_)
            | RecordRef::Term(_) => return None,
        })
    }

    /// The id of the record at a position.
    #[must_use]
    pub fn id_of(&self, at: RecordRef) -> &str {
        match at {
            RecordRef::District(i) => self.districts[i].id.as_str(),
            RecordRef::Group(i) => self.manifest.groups[i].id.as_str(),
            RecordRef::Place(i) => self.places[i].id.as_str(),
            RecordRef::Party(i) => self.parties[i].id.as_str(),
            RecordRef::Person(i) => self.people[i].id.as_str(),
            RecordRef::Claim(i) => self.claims[i].head.id.as_str(),
            RecordRef::Control(i) => self.control[i].head.id.as_str(),
            RecordRef::Unit(i) => self.units[i].id.as_str(),
            RecordRef::Fix(i, j) => self.units[i].fixes[j].head.id.as_str(),
            RecordRef::Message(i) => self.messages[i].head.id.as_str(),
            RecordRef::Event(i) => self.events[i].head.id.as_str(),
            RecordRef::Source(i) => self.sources[i].id.as_str(),
            RecordRef::Contradiction(i) => self.contradictions[i].id.as_str(),
            RecordRef::Term(i) => self.glossary.terms()[i].id.as_str(),
        }
    }

    /// Every record that names `id` in a role, in the order of the files.
    pub fn naming(&self, id: &str, role: Role) -> impl Iterator<Item = RecordRef> {
        self.index.naming(id, role)
    }

    /// The dated records that cite a source or go back to it, in the order of
    /// [`AtlasParts::records`].
    #[must_use]
    pub fn resting_on(&self, source: &SourceId) -> &[RecordRef] {
        match self.find(source.as_str()) {
            Some(RecordRef::Source(i)) => self.index.resting_on(&self.parts, i),
            _ => &[],
        }
    }

    /// The first source, other than the one that was read, to which a citation goes back; `None`
    /// where the atlas has none.
    #[must_use]
    pub fn source_behind(&self, citation: &Citation) -> Option<&Source> {
        let behind = self.index.sources_behind(&self.parts, citation);
        let mut sources = behind.iter().filter_map(|i| self.sources.get(*i));
        sources.find(|s| s.id != citation.source)
    }

    /// Whether a citation reads a source or goes back to it.
    #[must_use]
    pub fn is_behind(&self, source: &Source, citation: &Citation) -> bool {
        let behind = self.index.sources_behind(&self.parts, citation);
        let mut behind = behind.iter().filter_map(|i| self.sources.get(*i));
        citation.source == source.id || behind.any(|s| s.id == source.id)
    }

    /// The area that an id names, with its kind; an unknown id counts as that of a district.
    #[must_use]
    pub fn area(&self, id: &str) -> AreaId {
        if self.group(id).is_some() {
            AreaId::Group(id.into())
        } else if self.place(id).is_some() {
            AreaId::Place(id.into())
        } else {
            AreaId::District(id.into())
        }
    }

    /// Districts whose parent is `id`.
    pub fn parts_of(&self, id: &DistrictId) -> impl Iterator<Item = &District> {
        let children = match self.find(id.as_str()) {
            Some(RecordRef::District(i)) => self.index.children(i),
            _ => &[],
        };
        children.iter().map(|i| &self.districts[*i])
    }

    /// Districts without parts, in the order of the file.
    pub fn leaf_districts(&self) -> impl Iterator<Item = &District> {
        self.index.leaves().iter().map(|i| &self.districts[*i])
    }

    /// The leaf districts that an area covers: itself, its parts, or the parts of a group's
    /// members; each with whether it is the named area itself.
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

    /// The same districts as few areas: where all parts of a district are among them it stands for
    /// its parts, and a group for its members. Ids of other areas stay as they are, and the order is
    /// that of first appearance.
    #[must_use]
    pub fn gathered(&self, areas: &[String]) -> Vec<String> {
        let mut present: HashSet<&str> = HashSet::new();
        let mut out: Vec<&str> = areas.iter().map(String::as_str).collect();
        out.retain(|area| present.insert(area));
        // Of thousands of districts only those are looked at that have an area as a part.
        let mut around: BTreeSet<usize> = BTreeSet::new();
        for area in &out {
            let mut inner = Some(*area);
            while let Some(RecordRef::District(i)) = inner.and_then(|id| self.find(id)) {
                inner = self.districts[i]
                    .parent
                    .as_ref()
                    .map(|parent| parent.as_str());
                let outer = inner.and_then(|id| self.find(id));
                if !matches!(outer, Some(RecordRef::District(i)) if around.insert(i)) {
                    break;
                }
            }
        }
        let wholes = around.into_iter().map(|i| {
            let district = &self.districts[i];
            let parts: Vec<&str> = self.parts_of(&district.id).map(|p| p.id.as_str()).collect();
            (district.id.as_str(), parts)
        });
        let groups = self.manifest.groups.iter().map(|g| {
            let members: Vec<&str> = g.members.iter().map(DistrictId::as_str).collect();
            (g.id.as_str(), members)
        });
        for (whole, parts) in wholes.chain(groups) {
            if parts.is_empty() || !parts.iter().all(|part| present.contains(part)) {
                continue;
            }
            parts.iter().for_each(|part| {
                present.remove(part);
            });
            present.insert(whole);
            let parts: HashSet<&str> = parts.into_iter().collect();
            // The whole stands where the first of its parts stood.
            let mut is_first = true;
            out.retain_mut(|area| {
                if !parts.contains(area) {
                    return true;
                }
                *area = whole;
                std::mem::replace(&mut is_first, false)
            });
        }
        out.into_iter().map(ToOwned::to_owned).collect()
    }

    /// The name of any district, group, place, party, person, force or term in `language`; any other
    /// id is returned as it is.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a str, language: &str) -> &'a str {
        match self.find(id) {
            Some(RecordRef::District(i)) => self.districts[i].names.text(language),
            Some(RecordRef::Group(i)) => self.manifest.groups[i].names.text(language),
            Some(RecordRef::Place(i)) => self.places[i].names.text(language),
            Some(RecordRef::Party(i)) => self.parties[i].names.text(language),
            Some(RecordRef::Person(i)) => self.people[i].names.text(language),
            Some(RecordRef::Unit(i)) => self.units[i].names.text(language),
            Some(RecordRef::Term(i)) => self.glossary.terms()[i].term.text(language),
            _ => id,
        }
    }

    /// The position of a party in the order of the atlas.
    #[must_use]
    pub fn party_rank(&self, party: &PartyId) -> Option<usize> {
        match self.find(party.as_str()) {
            Some(RecordRef::Party(i)) => Some(i),
            _ => None,
        }
    }

    /// The parties of some ids, each once, in the order of the atlas. Where an atlas has thousands, one
    /// asks for those that say something, instead of looking at all.
    #[must_use]
    pub fn parties_of<'p>(&self, ids: impl IntoIterator<Item = &'p PartyId>) -> Vec<&Party> {
        let ranks = ids.into_iter().filter_map(|id| self.party_rank(id));
        let ranks: BTreeSet<usize> = ranks.collect();
        ranks.into_iter().map(|i| &self.parties[i]).collect()
    }

    /// The name of a kind of district in `language`; the word of the files where the manifest has
    /// no name for it.
    #[must_use]
    pub fn kind_name<'a>(&'a self, kind: &'a DistrictKind, language: &str) -> &'a str {
        self.manifest
            .district_kinds
            .get(kind.as_str())
            .map_or(kind.as_str(), |names| names.text(language))
    }

    /// The term of that id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        match self.find(id)? {
            RecordRef::Term(i) => self.glossary.terms().get(i),
            _ => None,
        }
    }

    /// The contradictions that name a record.
    pub fn contradictions_of(&self, record: &str) -> impl Iterator<Item = &Contradiction> {
        self.naming(record, Role::Disagreeing)
            .filter_map(|at| match at {
                RecordRef::Contradiction(i) => self.contradictions.get(i),
                _ => None,
            })
    }
}
