//! The outlines of what is selected: a boundary, or the districts that a record is about.

use super::builder::SceneBuilder;
use super::list::{Layer, LineRef, Shape, Stroke};
use crate::model::{Atlas, RecordRef, RecordView};

impl SceneBuilder<'_> {
    pub(super) fn selection(&mut self) {
        let selected = self.context.session.selection();
        // What a step selects is the source that its slide names.
        let by_step = self.step().and_then(|step| step.select.as_deref());
        let Some(id) = selected.filter(|id| by_step != Some(*id)) else {
            return;
        };
        let id = id.to_owned();
        for i in 0..self.context.geometry().boundaries.len() {
            if self.context.geometry().boundaries[i].id == id {
                for (color, width) in [
                    (self.context.theme.card, 9.0),
                    (self.context.theme.ink, 4.0),
                ] {
                    let stroke = Stroke::solid(color, width * self.u);
                    self.add(
                        Layer::Selection,
                        None,
                        Shape::MapLine {
                            line: LineRef::Boundary(i),
                            stroke,
                        },
                    );
                }
            }
        }
        let atlas = self.context.atlas();
        let named = selected_areas(atlas, &id);
        let areas = named.into_iter().filter(|area| atlas.place(area).is_none());
        let districts = areas.flat_map(|area| match atlas.group(area) {
            Some(group) => group.members.iter().map(ToString::to_string).collect(),
            None => vec![area.to_owned()],
        });
        let u = self.u;
        for district in districts.collect::<Vec<_>>() {
            let line = LineRef::Outline(district);
            let casing = Stroke::solid(self.context.theme.card, 9.0 * u);
            self.add(
                Layer::Selection,
                None,
                Shape::MapLine {
                    line: line.clone(),
                    stroke: casing,
                },
            );
            let stroke = Stroke::solid(self.context.theme.ink, 4.0 * u);
            self.add(Layer::Selection, None, Shape::MapLine { line, stroke });
        }
    }
}

/// The districts, groups and places that a selected id is or is about.
fn selected_areas<'a>(atlas: &'a Atlas, id: &'a str) -> Vec<&'a str> {
    match atlas.find(id) {
        Some(RecordRef::District(_) | RecordRef::Group(_)) => vec![id],
        Some(RecordRef::Message(i)) => {
            let claims = atlas.messages[i].claims.iter();
            let claims = claims.filter_map(|c| atlas.claim(c.as_str()));
            claims
                .filter_map(|c| Some(c.area.as_ref()?.as_str()))
                .collect()
        }
        Some(RecordRef::Contradiction(i)) => {
            let mark = atlas.contradictions[i].mark.iter();
            mark.map(|m| m.area.as_str()).collect()
        }
        Some(at) => atlas.view(at).map_or_else(Vec::new, RecordView::areas),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dated_record_leads_to_its_areas() {
        let atlas = crate::load::fixtures::two_vales();
        for (id, areas) in [
            ("aster", &["aster"][..]),
            ("both", &["both"]),
            ("letter-1", &["aster"]),
            ("claim-2", &["both"]),
            ("control-1", &["birch"]),
            ("fix-1", &["ford"]),
            ("event-1", &["ford"]),
            ("ada", &[]),
            ("nowhere", &[]),
        ] {
            assert_eq!(selected_areas(&atlas, id), areas, "{id}");
        }
    }
}
