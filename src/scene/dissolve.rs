//! The drawn areas of a day: the highest districts and groups all of whose parts have the same
//! answer, so that what is said once is drawn once. Fills, pills and names stand on drawn areas;
//! clicks still find each part.

use std::collections::HashMap;

use super::builder::{PillPart, SceneBuilder};
use super::fill_style::{Paint, part_holders, whole_holders};
use crate::model::PartyId;
use crate::time::Truth;
use crate::timeline::{Fill, FillKind, Lens, Situation};

/// An area that is drawn as one.
#[derive(Debug, Clone)]
pub(super) struct DrawnArea {
    /// Id of the district or group.
    pub(super) id: String,
    /// The districts without parts that it consists of.
    pub(super) leaves: Vec<String>,
    /// How each of them is painted.
    pub(super) paint: Paint,
    /// Their stance in letters.
    pub(super) pill: Vec<PillPart>,
}

/// What is on record for one district, as far as it decides what is drawn as one.
struct Answer {
    id: String,
    paint: Paint,
    pill: Vec<PillPart>,
    /// Holders of the whole district, where the answer is who holds it.
    held_by: Option<Vec<(PartyId, Truth)>>,
    in_part: Vec<(PartyId, Truth)>,
}

impl Answer {
    fn agrees(&self, other: &Self) -> bool {
        // Who holds an unnamed part of a district may not hold any of one of its parts.
        let fill = |a: &Self| {
            let fill = &a.paint.fill;
            let is_claim = a.held_by.is_none();
            is_claim.then(|| {
                (
                    fill.kind,
                    fill.parties.clone(),
                    fill.certainty,
                    fill.hearsay,
                )
            })
        };
        fill(self) == fill(other)
            && self.held_by == other.held_by
            && self.paint.base_color == other.paint.base_color
            && self.paint.texture == other.paint.texture
            && self.pill == other.pill
    }
}

impl SceneBuilder<'_> {
    /// The drawn areas of a situation through a lens, in the order of their first districts. Each
    /// district without parts belongs to one of them. A group is drawn as one only where something
    /// is on record for it; without an answer its members keep their names.
    pub(super) fn dissolved(&self, situation: &Situation, lens: &Lens) -> Vec<DrawnArea> {
        let atlas = self.context.atlas();
        let is_colored = self.context.session.shown().fills;
        let answers: Vec<Answer> = situation
            .districts()
            .map(|state| {
                let mut paint = self.paint_through(state, lens);
                let mut pill = self.pill_parts(state, &paint, lens);
                if !is_colored {
                    (paint.base_color, paint.texture) = (None, None);
                    pill.clear();
                    if *lens != Lens::Control {
                        paint.fill = Fill::unknown();
                    }
                }
                let in_part = part_holders(state).into_iter();
                let held_by = (*lens == Lens::Control).then(|| {
                    let whole = whole_holders(state).into_iter();
                    whole.map(|(p, truth)| (p.clone(), truth)).collect()
                });
                Answer {
                    id: state.id.to_string(),
                    paint,
                    pill,
                    held_by,
                    in_part: in_part.map(|(p, truth)| (p.clone(), truth)).collect(),
                }
            })
            .collect();
        let position: HashMap<&str, usize> = answers
            .iter()
            .enumerate()
            .map(|(i, a)| (a.id.as_str(), i))
            .collect();
        let leaves = |id| -> Vec<usize> {
            let leaves = atlas.leaves_of(id).into_iter();
            let mut found: Vec<usize> = leaves
                .filter_map(|(leaf, _)| position.get(leaf.as_str()).copied())
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        // Districts come before groups of the same districts.
        let districts = atlas.districts.iter().map(|d| (&d.id, false));
        let groups = atlas.manifest.groups.iter().map(|g| (&g.id, true));
        let mut candidates: Vec<(&str, bool, Vec<usize>)> = districts
            .chain(groups)
            .map(|(id, is_group)| (id.as_str(), is_group, leaves(id)))
            .collect();
        candidates.sort_by_key(|(.., leaves)| std::cmp::Reverse(leaves.len()));
        let mut is_drawn = vec![false; answers.len()];
        let mut out: Vec<(usize, DrawnArea)> = Vec::new();
        for (id, is_group, leaves) in candidates {
            let Some(first) = leaves.first().map(|i| &answers[*i]) else {
                continue;
            };
            let mut others = leaves.iter().map(|i| &answers[*i]);
            let is_answered = first
                .held_by
                .as_ref()
                .map_or(first.paint.fill.kind != FillKind::Unknown, |held_by| {
                    !held_by.is_empty()
                });
            let is_on_record = is_answered
                || (!first.in_part.is_empty()
                    && others.clone().all(|a| a.in_part == first.in_part));
            if leaves.iter().any(|i| is_drawn[*i])
                || !others.all(|a| a.agrees(first))
                || (is_group && !is_on_record)
            {
                continue;
            }
            leaves.iter().for_each(|i| is_drawn[*i] = true);
            let area = DrawnArea {
                id: id.to_owned(),
                leaves: leaves.iter().map(|i| answers[*i].id.clone()).collect(),
                paint: first.paint.clone(),
                pill: first.pill.clone(),
            };
            out.push((leaves[0], area));
        }
        out.sort_by_key(|(first, _)| *first);
        out.into_iter().map(|(_, area)| area).collect()
    }
}
