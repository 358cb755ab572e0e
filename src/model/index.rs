//! Tables for the lookups of an `Atlas`, computed once when it is made.

use std::collections::HashMap;
use std::sync::OnceLock;

use strum::VariantArray;

use super::source::named_in;
use super::{AtlasParts, Citation, RecordRef, RecordView, fold};

/// The role in which a record names an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Role {
    /// A group names a district as its member.
    Member,
    /// A person, or a force, names its party.
    Party,
    /// A force names its commander.
    Commander,
    /// A message names its sender.
    Sender,
    /// A message names its addressee.
    Addressee,
    /// A message names an area or place that it is about.
    Subject,
    /// A message names the message that it answers.
    Answered,
    /// A claim names the person or body that makes it.
    Voice,
    /// A dated record, or a number in it, names the person or body that reports it.
    Teller,
    /// A claim names the district or group that it is about.
    Claimed,
    /// A claim names a party that should have the area, act in it or renounce it.
    Concerned,
    /// A control record names the area or place that is held.
    Held,
    /// A control record names the party that held the area.
    Holder,
    /// A control record names a party that did not hold the area.
    NotHolder,
    /// A report names the area or place where the force is.
    Position,
    /// A report names the area or place from which the force came.
    Origin,
    /// An event names a person or body that takes part.
    Participant,
    /// An event names an area or place where it happened.
    Site,
    /// A contradiction names a record or source that disagrees.
    Disagreeing,
    /// A contradiction names the area or place at which the map marks it.
    Marked,
    /// A dated record names a record that bounds its date.
    Bound,
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

/// Tables over [`AtlasParts`]; positions are those in its vectors.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Index {
    ids: HashMap<String, RecordRef>,
    /// Positions of the parts of each district.
    children: Vec<Vec<usize>>,
    /// Positions of districts without parts.
    leaves: Vec<usize>,
    /// By id, the records that name it with their role.
    naming: HashMap<String, Vec<(Role, RecordRef)>>,
    /// Computed when a source is first looked up, because it reads every reference of the atlas.
    sources: OnceLock<SourceIndex>,
}

#[derive(Debug, Clone, PartialEq)]
struct SourceIndex {
    /// By the reference of a citation, positions of the sources that it goes back to.
    behind: HashMap<String, Vec<usize>>,
    /// By the position of a source, the dated records that rest on it.
    resting: Vec<Vec<RecordRef>>,
}

impl Index {
    pub(super) fn new(parts: &AtlasParts) -> Self {
        let ids = ids(parts);
        let mut children = vec![Vec::new(); parts.districts.len()];
        for (i, district) in parts.districts.iter().enumerate() {
            let parent = district.parent.as_ref().map(|p| ids.get(p.as_str()));
            if let Some(Some(RecordRef::District(parent))) = parent {
                children[*parent].push(i);
            }
        }
        let is_leaf = |i: &usize| children[*i].is_empty();
        Self {
            leaves: (0..children.len()).filter(is_leaf).collect(),
            naming: naming(parts),
            ids,
            children,
            sources: OnceLock::new(),
        }
    }

    pub(super) fn find(&self, id: &str) -> Option<RecordRef> {
        self.ids.get(id).copied()
    }

    pub(super) fn children(&self, district: usize) -> &[usize] {
        &self.children[district]
    }

    pub(super) fn leaves(&self) -> &[usize] {
        &self.leaves
    }

    pub(super) fn naming(&self, id: &str, role: Role) -> impl Iterator<Item = RecordRef> {
        let all = self.naming.get(id).map(Vec::as_slice).unwrap_or_default();
        let with_role = all.iter().filter(move |(as_what, _)| *as_what == role);
        with_role.map(|(_, at)| *at)
    }

    pub(super) fn resting_on(&self, parts: &AtlasParts, source: usize) -> &[RecordRef] {
        &self.sources(parts).resting[source]
    }

    pub(super) fn sources_behind(&self, parts: &AtlasParts, citation: &Citation) -> &[usize] {
        let behind = &self.sources(parts).behind;
        let original = citation.original.as_ref();
        original
            .and_then(|text| behind.get(text))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn sources(&self, parts: &AtlasParts) -> &SourceIndex {
        self.sources.get_or_init(|| self.read_sources(parts))
    }

    fn read_sources(&self, parts: &AtlasParts) -> SourceIndex {
        let mentions: Vec<_> = parts.sources.iter().map(|s| s.mention()).collect();
        let mut behind: HashMap<String, Vec<usize>> = HashMap::new();
        let mut read = |cites: &[Citation]| {
            for original in cites.iter().filter_map(|c| c.original.as_ref()) {
                if !behind.contains_key(original) {
                    let folded = fold(original);
                    behind.insert(original.clone(), named_in(&mentions, &folded));
                }
            }
        };
        parts.records().for_each(|r| read(&r.head().cites));
        for person in &parts.people {
            read(&person.cites);
            person.offices.iter().for_each(|o| read(&o.cites));
        }
        parts.places.iter().for_each(|p| read(&p.cites));
        for contradiction in &parts.contradictions {
            read(&contradiction.cites);
            contradiction.tellings.iter().for_each(|t| read(&t.cites));
        }
        let mut resting = vec![Vec::new(); parts.sources.len()];
        for (at, record) in parts.positioned_records() {
            let mut on: Vec<usize> = Vec::new();
            for citation in &record.head().cites {
                if let Some(RecordRef::Source(i)) = self.find(citation.source.as_str()) {
                    on.push(i);
                }
                let original = citation.original.as_ref();
                on.extend(original.and_then(|o| behind.get(o)).into_iter().flatten());
            }
            on.sort_unstable();
            on.dedup();
            for i in on {
                resting[i].push(at);
            }
        }
        SourceIndex { behind, resting }
    }
}

fn ids(parts: &AtlasParts) -> HashMap<String, RecordRef> {
    let mut ids = HashMap::new();
    let mut add = |id: &str, at: RecordRef| {
        ids.entry(id.to_owned()).or_insert(at);
    };
    for (i, r) in parts.districts.iter().enumerate() {
        add(r.id.as_str(), RecordRef::District(i));
    }
    for (i, r) in parts.manifest.groups.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Group(i));
    }
    for (i, r) in parts.places.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Place(i));
    }
    for (i, r) in parts.parties.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Party(i));
    }
    for (i, r) in parts.people.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Person(i));
    }
    for (i, r) in parts.units.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Unit(i));
    }
    for (at, record) in parts.positioned_records() {
        add(record.head().id.as_str(), at);
    }
    for (i, r) in parts.sources.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Source(i));
    }
    for (i, r) in parts.contradictions.iter().enumerate() {
        add(r.id.as_str(), RecordRef::Contradiction(i));
    }
    for (i, r) in parts.glossary.terms().iter().enumerate() {
        add(r.id.as_str(), RecordRef::Term(i));
    }
    ids
}

fn naming(parts: &AtlasParts) -> HashMap<String, Vec<(Role, RecordRef)>> {
    let mut naming: HashMap<String, Vec<(Role, RecordRef)>> = HashMap::new();
    // A record is entered once per id and role, even where it names the id several times.
    let mut add = |id: &str, role: Role, by: RecordRef| {
        let all = naming.entry(id.to_owned()).or_default();
        let of_this = all.iter().rev().take_while(|(_, other)| *other == by);
        if !of_this.clone().any(|(other, _)| *other == role) {
            all.push((role, by));
        }
    };
    for (i, group) in parts.manifest.groups.iter().enumerate() {
        for id in &group.members {
            add(id.as_str(), Role::Member, RecordRef::Group(i));
        }
    }
    for (i, person) in parts.people.iter().enumerate() {
        if let Some(id) = &person.party {
            add(id.as_str(), Role::Party, RecordRef::Person(i));
        }
    }
    for (i, unit) in parts.units.iter().enumerate() {
        if let Some(id) = &unit.party {
            add(id.as_str(), Role::Party, RecordRef::Unit(i));
        }
        if let Some(id) = &unit.commander {
            add(id.as_str(), Role::Commander, RecordRef::Unit(i));
        }
    }
    for (at, record) in parts.positioned_records() {
        if let Some(id) = &record.head().told_by {
            add(id.as_str(), Role::Teller, at);
        }
        let dating = &record.head().dating;
        for id in dating.after.iter().chain(&dating.before) {
            add(id.as_str(), Role::Bound, at);
        }
        named_by(record, &mut |id, role| add(id, role, at));
    }
    for (i, contradiction) in parts.contradictions.iter().enumerate() {
        let at = RecordRef::Contradiction(i);
        for id in contradiction.named_records() {
            add(id.as_str(), Role::Disagreeing, at);
        }
        for id in &contradiction.sources {
            add(id.as_str(), Role::Disagreeing, at);
        }
        if let Some(mark) = &contradiction.mark {
            add(mark.area.as_str(), Role::Marked, at);
        }
    }
    naming
}

/// Adds what a dated record names besides what its head names.
fn named_by(record: RecordView<'_>, add: &mut impl FnMut(&str, Role)) {
    match record {
        RecordView::Message(r) => {
            for id in r.from.iter().filter_map(|c| c.person.as_ref()) {
                add(id.as_str(), Role::Sender);
            }
            for id in r.to.iter().filter_map(|c| c.person.as_ref()) {
                add(id.as_str(), Role::Addressee);
            }
            for id in &r.about {
                add(id.as_str(), Role::Subject);
            }
            if let Some(id) = &r.reply_to {
                add(id.as_str(), Role::Answered);
            }
        }
        RecordView::Claim(r) => {
            for id in &r.voices {
                add(id.as_str(), Role::Voice);
            }
            if let Some(id) = &r.area {
                add(id.as_str(), Role::Claimed);
            }
            for id in r.to.iter().chain(&r.by).chain(&r.of) {
                add(id.as_str(), Role::Concerned);
            }
        }
        RecordView::Control(r) => {
            if let Some(id) = &r.area {
                add(id.as_str(), Role::Held);
            }
            if let Some(id) = &r.holder {
                add(id.as_str(), Role::Holder);
            }
            for id in &r.not {
                add(id.as_str(), Role::NotHolder);
            }
        }
        RecordView::Fix(_, r) => {
            if let Some(id) = &r.at {
                add(id.as_str(), Role::Position);
            }
            if let Some(id) = &r.from {
                add(id.as_str(), Role::Origin);
            }
            for id in r.strength.iter().filter_map(|s| s.told_by.as_ref()) {
                add(id.as_str(), Role::Teller);
            }
        }
        RecordView::Event(r) => {
            for id in &r.people {
                add(id.as_str(), Role::Participant);
            }
            for id in &r.places {
                add(id.as_str(), Role::Site);
            }
        }
    }
}
