//! The outlines of what is selected: a boundary, or the districts that a record is about.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Layer, LineRef, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::ScreenRect;
use crate::model::{Atlas, RecordRef, RecordView};

/// Radius of the ring around a selected place, in design units.
const RING: f32 = 17.0;

impl SceneBuilder<'_> {
    /// What the reader selected. What a step selects is the source that its slide names.
    fn selected(&self) -> Option<String> {
        let selected = self.context.session.selection();
        let by_step = self.step().and_then(|step| step.select.as_deref());
        selected
            .filter(|id| by_step != Some(*id))
            .map(ToOwned::to_owned)
    }

    /// A ring around a selected place, and its name on a card where it has none on the map.
    pub(super) fn selected_place(&mut self) {
        let (u, context) = (self.u, self.context);
        let Some(id) = self.selected() else { return };
        let frame = self.occupancy.frame();
        let place = context.atlas().place(&id);
        let at = self.place_at(&id).filter(|at| frame.holds(*at));
        let (Some(place), Some(at)) = (place, at) else {
            return;
        };
        let theme = context.theme;
        for (color, width) in [(theme.card, 6.0), (theme.ink, 2.6)] {
            let ring = Shape::Circle {
                at,
                radius: RING * u,
                fill: None,
                stroke: Some(Stroke::solid(color, width * u)),
            };
            self.add(Layer::Mark, Some(&id), ring);
        }
        if self.named.contains(&id) {
            return;
        }
        let name = place.names.text(context.text.language()).to_owned();
        let style = TextStyle {
            face: Face::Condensed,
            size: 17.5,
            color: theme.ink,
            halo: None,
        };
        let (across, high) = (self.width(&name, style) + 16.0 * u, 28.0 * u);
        let (beside, above) = (RING * u + across / 2.0, RING * u + high / 2.0);
        let spots = [(beside, 0.0), (-beside, 0.0), (0.0, above), (0.0, -above)];
        let spots = spots.map(|(x, y)| ScreenRect::around(at.plus(x, y), across, high));
        let seen: Vec<ScreenRect> = spots.into_iter().filter(|r| frame.holds_rect(r)).collect();
        if let Some(rect) = self.occupancy.best(&seen) {
            let card = Shape::Box {
                rect,
                round: 3.0 * u,
                fill: Some(theme.card),
                stroke: Some(Stroke::solid(theme.ink, 1.4 * u)),
            };
            self.add(Layer::Mark, Some(&id), card);
            self.text_centred(Layer::Mark, Some(&id), rect.centre(), &name, style);
            self.hit(rect, &id);
        }
    }

    pub(super) fn selection(&mut self) {
        let Some(id) = self.selected() else { return };
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
