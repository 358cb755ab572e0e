//! Frontiers between states at the time of the atlas that no boundary of a district follows.

use super::builder::SceneBuilder;
use super::list::{Layer, LegendRank, LegendSign, LineRef, Shape, Stroke};

impl SceneBuilder<'_> {
    /// The frontiers, and their entry in the legend where one is in view.
    pub(super) fn frontiers(&mut self) {
        let (u, theme) = (self.u, self.context.theme);
        let frontiers = &self.context.geometry().frontiers;
        let frame = self.occupancy.frame();
        let is_seen = frontiers
            .iter()
            .flat_map(|f| &f.points)
            .any(|p| frame.holds(self.at(*p)));
        if !is_seen {
            return;
        }
        // A pale band under the dashes tells a frontier from the dashed boundary of a district.
        let band = Stroke::solid(theme.neighbours.alpha(0.16), 8.0 * u);
        let dashes = Stroke::dashed(theme.neighbours, 2.2 * u, 15.0 * u, 5.0 * u);
        for i in 0..frontiers.len() {
            for stroke in [band, dashes] {
                let line = LineRef::Frontier(i);
                self.add(Layer::Boundary, None, Shape::MapLine { line, stroke });
            }
        }
        let words = self.context.text.get("legend-frontier");
        self.explain(LegendRank::Frontier, LegendSign::Line(dashes), words);
    }
}
