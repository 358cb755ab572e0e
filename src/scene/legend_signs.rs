//! Entries of the legend for the signs of seats, places and lines, and for the age of reports. They are read off
//! the display list, so that a sign is explained exactly where it is drawn.

use std::collections::BTreeSet;

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, LineRef, PlaceSign, Shape, Stroke};

/// Days from which a report counts as old, because its sign is paler.
const AGED_DAYS: i64 = 2;

impl SceneBuilder<'_> {
    /// Explains the signs that the display list contains.
    pub(super) fn explain_signs(&mut self) {
        self.explain_age();
        self.explain_places();
        self.explain_seats();
        self.explain_lines();
    }

    /// Whether any drawn unit is paler than a new report.
    fn explain_age(&mut self) {
        let context = self.context;
        let frames = self
            .items
            .iter()
            .filter(|item| item.layer == Layer::Unit && matches!(item.shape, Shape::Box { .. }));
        let drawn: BTreeSet<&str> = frames.filter_map(|i| i.subject.as_deref()).collect();
        let is_old = context.drawn_units().iter().any(|report| {
            let unit = &context.atlas().units[report.unit];
            report.age_days.is_some_and(|age| age >= AGED_DAYS) && drawn.contains(unit.id.as_str())
        });
        if is_old {
            let words = context.text.get("legend-aged");
            let sign = LegendSign::Aged(context.theme.ink2);
            self.explain(LegendRank::Aged, sign, words);
        }
    }

    /// Signs of places.
    fn explain_places(&mut self) {
        let (context, frame) = (self.context, self.occupancy.frame());
        let drawn = self.items.iter().filter(|i| i.layer == Layer::Place);
        let mut signs = BTreeSet::new();
        for item in drawn {
            let place = item
                .subject
                .as_deref()
                .and_then(|p| context.atlas().place(p));
            let Some(place) = place.filter(|p| {
                let at = context.geometry().places.get(p.id.as_str());
                at.is_some_and(|at| frame.holds(self.at(*at)))
            }) else {
                continue;
            };
            match item.shape {
                Shape::Circle { fill: None, .. } | Shape::Text(_) => {}
                _ => {
                    signs.insert(PlaceSign::of(place));
                }
            }
        }
        for sign in signs {
            let words = context.text.get(match sign {
                PlaceSign::Capital => "legend-place-capital",
                PlaceSign::Town => "legend-place-town",
                PlaceSign::Village => "legend-place-village",
                PlaceSign::Peak => "legend-place-peak",
                PlaceSign::Pass => "legend-place-pass",
            });
            self.explain(LegendRank::Place(sign), LegendSign::Place(sign), words);
        }
    }

    /// Capitals at the edge of the map.
    fn explain_seats(&mut self) {
        let context = self.context;
        let circles: Vec<Option<super::Color>> = self
            .items
            .iter()
            .filter(|item| item.layer == Layer::Seat)
            .filter_map(|item| match item.shape {
                Shape::Circle { fill, .. } => Some(fill),
                _ => None,
            })
            .collect();
        let capitals = context.atlas().parties.iter().filter(|p| p.capital);
        let drawn = capitals
            .map(|party| (self.letter_of(&party.id), self.colors_of(&party.id).line))
            .find(|(_, line)| circles.contains(&Some(*line)));
        if let Some((letter, line)) = drawn {
            let words = context.text.get("legend-seat");
            self.explain(LegendRank::Seat, LegendSign::Seat(letter, line), words);
        }
    }

    /// Boundaries by their precision, and railways.
    fn explain_lines(&mut self) {
        let (geometry, frame) = (self.context.geometry(), self.occupancy.frame());
        let mut found: Vec<(LegendRank, Stroke)> = Vec::new();
        for item in &self.items {
            let Shape::MapLine { line, stroke } = &item.shape else {
                continue;
            };
            let rank = match line {
                LineRef::Boundary(i) => {
                    let grade = geometry.boundaries.get(*i).map_or(1, |b| b.grade);
                    LegendRank::Boundary(crate::numeric::clamped(grade, 1, 3))
                }
                LineRef::Railway(_) => LegendRank::Railway,
                _ => continue,
            };
            if found.iter().any(|(known, _)| *known == rank) {
                continue;
            }
            let points = line.lines(geometry).into_iter().flatten();
            if points.into_iter().any(|p| frame.holds(self.at(*p))) {
                found.push((rank, *stroke));
            }
        }
        for (rank, stroke) in found {
            let words = match rank {
                LegendRank::Boundary(grade) => format!("legend-boundary-{grade}"),
                _ => "legend-railway".to_owned(),
            };
            let words = self.context.text.get(&words);
            self.explain(rank, LegendSign::Line(stroke), words);
        }
    }
}
