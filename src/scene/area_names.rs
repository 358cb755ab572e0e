//! Names of drawn areas, each with its stance as letters below it, and quiet names of the parts of an
//! area that is drawn as one.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use super::SceneContext;
use super::areas::{Name, PILL_ROOM};
use super::builder::{SceneBuilder, TextStyle};
use super::label_cache::DistrictLabels;
use super::typeface::Face;
use crate::geometry::{MapArea, ScreenRect};
use crate::model::{RecordRef, Words};

/// Font size of the quiet names of parts, in design units.
const QUIET_SIZE: f32 = 16.5;

/// Rank of the places that have no name on a day on which no record names them.
const UNNAMED_RANK: u8 = 4;

/// Rank of an area, which decides how its name is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AreaRank {
    Group,
    District,
    Part,
    /// A part whose name only describes it.
    Described,
    /// A district shown only for context.
    Context,
}

/// An area that may have a name.
struct NamedArea<'a> {
    id: &'a str,
    names: &'a Words,
    rank: AreaRank,
    /// The districts without parts that it consists of.
    leaves: Vec<String>,
    /// The parts or members, which have quiet names while it is drawn as one.
    parts: Vec<&'a str>,
}

impl<'a> SceneBuilder<'a> {
    /// Names of drawn areas, each with its pill below, and quiet names of their parts.
    pub(super) fn district_names(&mut self) {
        let key = self.label_key();
        let known = self
            .labels
            .as_deref_mut()
            .and_then(|labels| labels.districts.get(&key));
        let labels = known.unwrap_or_else(|| {
            let new = Arc::new(self.district_labels());
            if let Some(labels) = self.labels.as_deref_mut() {
                labels.districts.keep(key, Arc::clone(&new));
            }
            new
        });
        let drawn = Rc::clone(&self.drawn);
        for area in drawn.iter() {
            let Some(place) = labels.names.get(&area.id) else {
                continue;
            };
            let (Some(named), Some(shape)) = (
                NamedArea::of(&self.context, &area.id),
                self.seen_area(&area.id),
            ) else {
                continue;
            };
            let own = self.own_name(&named);
            let name = self.full_name(&named, own.as_deref());
            let is_named = place.is_some() || labels.regions.contains_key(&area.id);
            match labels.regions.get(&area.id) {
                Some(place) => self.region_name(&name, place, &area.pill),
                None => self.area_name(shape, name, *place, &area.pill),
            }
            for part in named.parts.iter().copied() {
                let quiet = labels.quiet.get(&(area.id.clone(), part.to_owned()));
                let (Some(place), Some(named), Some(shape)) = (
                    quiet,
                    NamedArea::of(&self.context, part),
                    self.seen_area(part),
                ) else {
                    continue;
                };
                let name = self.quiet_name(&named);
                // A pill without a name stands wherever there is room, maybe on a part's name.
                let boxes = self.boxes_of(&name, place);
                if is_named || boxes.iter().all(|rect| self.occupancy.is_free(rect)) {
                    self.area_name(shape, name, Some(*place), &[]);
                }
            }
            // A part without a name of its own is found at the name that stands for it.
            let Some(rect) = self.name_boxes.get(&area.id).copied() else {
                continue;
            };
            let parts = named.parts.iter().map(|part| (*part).to_owned());
            for id in parts.chain(area.leaves.iter().cloned()) {
                self.name_boxes.entry(id).or_insert(rect);
            }
        }
    }

    /// Placements of the names of every area that may be drawn as one on some day, and of the quiet
    /// names of its parts. They do not depend on which of them is drawn.
    fn district_labels(&mut self) -> DistrictLabels {
        let atlas = self.context.atlas();
        let districts = atlas.districts.iter().map(|d| d.id.as_str());
        let ids = districts.chain(atlas.manifest.groups.iter().map(|g| g.id.as_str()));
        let context = self.context;
        let mut areas: Vec<NamedArea<'_>> = ids
            .filter(|id| self.seen_area(id).is_some())
            .filter_map(|id| NamedArea::of(&context, id))
            .collect();
        areas.sort_by_key(|a| a.rank == AreaRank::Context);
        let mut labels = DistrictLabels::default();
        let mut boxes: BTreeMap<&str, Vec<ScreenRect>> = BTreeMap::new();
        for area in &areas {
            let own = self.own_name(area);
            let name = self.full_name(area, own.as_deref());
            let along_a_line = self
                .seen_area(area.id)
                .and_then(|shape| self.region_place(shape, &name));
            if let Some(place) = along_a_line {
                boxes.insert(area.id, self.boxes_of_region(&name, &place));
                labels.regions.insert(area.id.to_owned(), place);
                labels.names.insert(area.id.to_owned(), None);
                continue;
            }
            let place = self
                .seen_area(area.id)
                .and_then(|shape| self.place_inside(shape, &name, area.rank == AreaRank::Context));
            if let Some(place) = place {
                boxes.insert(area.id, self.boxes_of(&name, &place));
                labels.names.insert(area.id.to_owned(), Some(place));
            }
        }
        let base = self.occupancy.clone();
        // Names that cross an outline must be clear of all that may be drawn beside them.
        let mut of_leaf: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut taken = Vec::with_capacity(areas.len());
        for (i, area) in areas.iter().enumerate() {
            for leaf in &area.leaves {
                of_leaf.entry(leaf).or_default().push(i);
            }
            let boxes = boxes.get(area.id).map_or(&[][..], Vec::as_slice);
            taken.push(self.occupancy.take_all(boxes));
        }
        for (i, area) in areas.iter().enumerate() {
            if labels.names.contains_key(area.id) {
                continue;
            }
            // A district and the group around it are never drawn on the same day.
            let leaves = area
                .leaves
                .iter()
                .filter_map(|leaf| of_leaf.get(leaf.as_str()));
            let instead: Vec<usize> = leaves.flatten().copied().collect();
            for j in &instead {
                self.occupancy.ignore(taken[*j].clone(), true);
            }
            let own = self.own_name(area);
            let name = self.full_name(area, own.as_deref());
            let place = self
                .seen_area(area.id)
                .and_then(|shape| self.place_over(shape, &name));
            for j in &instead {
                self.occupancy.ignore(taken[*j].clone(), false);
            }
            if let Some(place) = &place {
                let own_boxes = self.boxes_of(&name, place);
                taken[i] = self.occupancy.take_all(&own_boxes);
                boxes.insert(area.id, own_boxes);
            }
            labels.names.insert(area.id.to_owned(), place);
        }
        for area in areas.iter().filter(|a| !a.parts.is_empty()) {
            self.occupancy = base.clone();
            let taken = boxes.get(area.id).into_iter().flatten();
            taken.for_each(|rect| self.occupancy.take(*rect));
            for part in &area.parts {
                if self.is_named_already(area, part) {
                    continue;
                }
                let (Some(named), Some(shape)) =
                    (NamedArea::of(&context, part), self.seen_area(part))
                else {
                    continue;
                };
                let name = self.quiet_name(&named);
                if let Some(place) = self.place_quietly(shape, &name) {
                    let key = (area.id.to_owned(), (*part).to_owned());
                    labels.quiet.insert(key, place);
                }
            }
        }
        self.occupancy = base;
        labels
    }

    /// Whether a part needs no quiet name: a town of the same name lies in it, or its name repeats
    /// that of the area around it.
    fn is_named_already(&self, around: &NamedArea<'_>, part: &str) -> bool {
        let (atlas, language) = (self.context.atlas(), self.context.text.language());
        let name = atlas.name(part, language);
        let geometry = self.context.geometry();
        let shape = geometry.area_of(part);
        let is_town_of_the_name = atlas.places.iter().any(|place| {
            let at = geometry.places.get(place.id.as_str());
            place.rank < UNNAMED_RANK
                && place.names.text(language) == name
                && shape.zip(at).is_some_and(|(shape, at)| shape.holds(*at))
        });
        // Without its last letters, the first word is the same in each grammatical case.
        let first = around.names.text(language).split_whitespace().next();
        let letters = first.map_or(0, |word| word.chars().count());
        let stem: String = first
            .unwrap_or_default()
            .chars()
            .take(letters.saturating_sub(3))
            .collect();
        is_town_of_the_name || (stem.chars().count() >= 4 && name.contains(&stem))
    }

    /// The shape of a district or group, if any of it is on the screen.
    fn seen_area(&self, id: &str) -> Option<&'a MapArea> {
        let context = self.context;
        context.geometry().area_of(id).filter(|a| self.is_seen(a))
    }

    /// Style of a name: that of a group, of a district, of a part of one, or of a district shown
    /// only for context.
    fn class_of(&self, rank: AreaRank) -> TextStyle {
        let theme = self.context.theme;
        let (face, size, color) = match rank {
            AreaRank::Group => (Face::SerifSemiBold, 29.0, theme.ink),
            AreaRank::District => (Face::SerifSemiBold, 26.0, theme.ink),
            AreaRank::Part => (Face::SerifSemiBold, 22.0, theme.ink),
            AreaRank::Described => (Face::SerifItalic, QUIET_SIZE, theme.ink3),
            AreaRank::Context => (Face::SerifItalic, 17.0, theme.ink3),
        };
        TextStyle {
            face,
            size,
            color,
            halo: Some(theme.land),
        }
    }

    /// The language of the party whose lens is chosen; `None` where it is the reader's.
    pub(super) fn own_language(&self) -> Option<String> {
        let atlas = self.context.atlas();
        let party = self.context.session.lens().viewer(atlas);
        let language = party.and_then(|p| atlas.party(p.as_str())?.language.clone());
        language.filter(|l| l != self.context.text.language())
    }

    /// The name of an area in the language of the lens, where it is another than the reader's.
    fn own_name(&self, area: &NamedArea<'_>) -> Option<String> {
        let own = area.names.exact(&self.own_language()?)?;
        let is_other = own != area.names.text(self.context.text.language());
        (is_other && area.rank != AreaRank::Context).then(|| own.to_owned())
    }

    fn full_name<'n>(&self, area: &NamedArea<'n>, own: Option<&'n str>) -> Name<'n> {
        let has_pill = area.rank != AreaRank::Context;
        Name {
            id: area.id,
            words: area.names.text(self.context.text.language()),
            own,
            style: self.class_of(area.rank),
            pill: if has_pill { PILL_ROOM } else { (0.0, 0.0) },
        }
    }

    /// The name of a part while the area around it is drawn as one.
    fn quiet_name<'n>(&self, area: &NamedArea<'n>) -> Name<'n> {
        let theme = self.context.theme;
        let style = TextStyle {
            face: Face::SerifItalic,
            size: QUIET_SIZE,
            color: theme.ink2,
            halo: Some(theme.land),
        };
        Name {
            style,
            pill: (0.0, 0.0),
            ..self.full_name(area, None)
        }
    }
}

impl<'a> NamedArea<'a> {
    /// The district or group of an id; `None` where there is none.
    fn of(context: &SceneContext<'a>, id: &str) -> Option<Self> {
        let (atlas, sketch) = (context.atlas(), context.is_sketch());
        let (id, names, rank, mut parts): (_, _, _, Vec<&str>) = match atlas.find(id)? {
            RecordRef::District(i) => {
                let district = &atlas.districts[i];
                let rank = match &district.parent {
                    // A sketch has no room for the names of what is beside its subject.
                    _ if district.context && sketch => return None,
                    _ if district.context => AreaRank::Context,
                    _ if district.described => AreaRank::Described,
                    Some(_) => AreaRank::Part,
                    None => AreaRank::District,
                };
                let parts = atlas.parts_of(&district.id).map(|d| d.id.as_str());
                (&district.id, &district.names, rank, parts.collect())
            }
            RecordRef::Group(i) => {
                let group = &atlas.manifest.groups[i];
                let members = group.members.iter().map(|m| m.as_str());
                (&group.id, &group.names, AreaRank::Group, members.collect())
            }
            _ => return None,
        };
        if sketch {
            parts.clear();
        }
        let leaves = atlas.leaves_of(id).into_iter();
        Some(Self {
            id: id.as_str(),
            names,
            rank,
            leaves: leaves.map(|(leaf, _)| leaf.to_string()).collect(),
            parts,
        })
    }
}
