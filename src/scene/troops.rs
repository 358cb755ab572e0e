//! Troops: the reports of the day by where they belong. Reports of a place go to `stacks`, those of a
//! district to `rosters`, moves between two places on record to `moves`. It reads the unit reports of
//! the situation; the items go on the scene's display list.

use std::collections::BTreeSet;

use super::builder::SceneBuilder;
use super::occupancy::YieldingRank;
use super::report_entry::ReportEntry;
use super::report_lists::Listed;
use super::rosters::Roster;
use super::stacks::Stack;
use crate::geometry::ScreenPoint;
use crate::model::{AreaId, FixKind};

impl<'a> SceneBuilder<'a> {
    /// Arrows of moves, signs at places, and rosters under the names of districts. Returns what found
    /// no room there, for lists.
    pub(super) fn troops(&mut self) -> Vec<Listed<'a>> {
        let context = self.context;
        let atlas = context.atlas();
        let frontiers = self.frontiers();
        let entries: Vec<ReportEntry<'a>> = context
            .drawn_units()
            .into_iter()
            .map(|report| {
                let unit = &atlas.units[report.unit];
                let fix = &unit.fixes[report.fix];
                ReportEntry { unit, fix, report }
            })
            .collect();
        self.occupancy.let_names_yield(Some(YieldingRank::Minor));
        // A move with its name and day along the arrow needs no second mention.
        let told: BTreeSet<&str> = entries
            .iter()
            .filter(|entry| self.movement(entry) && !entry.has_sign())
            .map(|entry| entry.fix.head.id.as_str())
            .collect();
        let (mut stacks, mut rosters): (Vec<Stack<'a>>, Vec<Roster<'a>>) = (Vec::new(), Vec::new());
        for entry in &entries {
            if told.contains(entry.fix.head.id.as_str()) {
                continue;
            }
            match where_told(entry) {
                Some(AreaId::Place(place)) => {
                    let known = stacks.iter_mut().find(|s| s.place == place.as_str());
                    if let Some(stack) = known {
                        stack.entries.push(*entry);
                    } else if let Some(at) = self.seen_place(place.as_str()) {
                        stacks.push(Stack {
                            place: place.to_string(),
                            at,
                            entries: vec![*entry],
                        });
                    }
                }
                Some(AreaId::District(area) | AreaId::Group(area)) => {
                    let known = rosters.iter_mut().find(|r| r.area == *area);
                    if let Some(roster) = known {
                        roster.entries.push(*entry);
                    } else if self.is_area_seen(area) {
                        rosters.push(Roster {
                            area: area.clone(),
                            entries: vec![*entry],
                        });
                    }
                }
                None => {}
            }
        }
        let mut listed: Vec<Listed<'a>> = Vec::new();
        let name = |id: &str| atlas.name(id, context.text.language()).to_owned();
        let mut keys = 'a'..='z';
        for mut stack in stacks {
            in_order(&mut stack.entries);
            let left = self.stack(&stack, &frontiers);
            if left.is_empty() {
                continue;
            }
            let key = keys.next();
            if let Some(key) = key {
                self.keyed_place((stack.at, key), &left, &frontiers);
            }
            listed.push(Listed {
                heading: name(&stack.place),
                key,
                at: stack.at,
                entries: left,
            });
        }
        self.occupancy.let_names_yield(None);
        for mut roster in rosters {
            in_order(&mut roster.entries);
            let has_room = [None, Some(YieldingRank::Minor)]
                .into_iter()
                .any(|highest| {
                    self.occupancy.let_names_yield(highest);
                    self.roster(&roster, &frontiers)
                });
            self.occupancy.let_names_yield(None);
            if has_room {
                continue;
            }
            let anchor = context.geometry().anchor_of(roster.area.as_str());
            listed.push(Listed {
                heading: name(roster.area.as_str()),
                key: None,
                at: anchor.map_or(self.occupancy.frame().centre(), |p| self.at(p)),
                entries: roster.entries,
            });
        }
        listed
    }

    /// The point of a place that is seen.
    fn seen_place(&self, place: &str) -> Option<ScreenPoint> {
        let at = self.context.geometry().places.get(place).copied()?;
        Some(self.at(at)).filter(|p| self.occupancy.frame().holds(*p))
    }
}

/// Where a report is told: a force on its way where it set out, because no report says where it is
/// now.
fn where_told<'a>(entry: &ReportEntry<'a>) -> Option<&'a AreaId> {
    let fix = entry.fix;
    let from = fix.from.as_ref().filter(|_| fix.kind == FixKind::BoundFor);
    from.or(fix.at.as_ref())
}

/// Signs before words, and fresh reports before older ones.
fn in_order(entries: &mut [ReportEntry<'_>]) {
    entries.sort_by_key(|e| (!e.has_sign(), e.report.age_days.unwrap_or(i64::MAX)));
}
