//! The drawing of a step: the whole slide, or its maps alone.

use crate::geometry::{MapGeometry, ScreenPoint, ScreenRect, Viewport};
use crate::paint::svg::{self, Form, Part};
use crate::scene::{Item, LegendEntry, LegendRank, MAP_TITLE, SceneContext, Shape, Slide};

/// The drawing of a step.
pub(super) struct StepPicture(Slide);

impl StepPicture {
    /// The slide of the present step, `size` points large; `None` where there is no step. It is
    /// without relief, of which nothing could be seen in a picture of a third of a page, and which
    /// would be most of the file.
    pub(super) fn new(view: &SceneContext<'_>, size: (f32, f32)) -> Option<Self> {
        let mut slide = Slide::new(view, size)?;
        for map in &mut slide.maps {
            let is_kept = |item: &Item| !matches!(item.shape, Shape::Relief(_));
            map.scene.items.retain(is_kept);
            map.scene
                .legend
                .retain(|entry| entry.rank != LegendRank::Relief);
        }
        Some(Self(slide))
    }

    /// The entries of the legend of its maps, each once.
    pub(super) fn legend(&self) -> Vec<LegendEntry> {
        let mut out: Vec<LegendEntry> = Vec::new();
        for entry in self.0.maps.iter().flat_map(|map| &map.scene.legend) {
            let same = |e: &&mut LegendEntry| e.words == entry.words && e.sign == entry.sign;
            match out.iter_mut().find(same) {
                Some(known) => {
                    for area in &entry.areas {
                        if !known.areas.contains(area) {
                            known.areas.push(area.clone());
                        }
                    }
                }
                None => out.push(entry.clone()),
            }
        }
        out.sort_by_key(|entry| entry.rank);
        out
    }

    /// The whole slide as an SVG document.
    pub(super) fn whole(&self, geometry: &MapGeometry, form: &Form) -> String {
        svg::slide(&self.0, geometry, form)
    }

    /// The maps alone as an SVG document, two of them with their titles, and its width and height in
    /// points.
    pub(super) fn maps(&self, geometry: &MapGeometry, form: &Form) -> (String, (f32, f32)) {
        let rects = self.0.maps.iter().map(|map| map.rect);
        let cut = rects.reduce(|a, b| ScreenRect {
            min: ScreenPoint::new(a.min.x.min(b.min.x), a.min.y.min(b.min.y)),
            max: ScreenPoint::new(a.max.x.max(b.max.x), a.max.y.max(b.max.y)),
        });
        let mut cut = cut.unwrap_or_default();
        if self.0.maps.len() > 1 {
            cut.min.y -= MAP_TITLE * self.0.column_unit;
        }
        let inside = |item: &&Item| is_in(&item.shape, &cut);
        let mut around: Vec<Item> = self.0.around.iter().filter(inside).cloned().collect();
        for item in &mut around {
            item.shape.shift(-cut.min.x, -cut.min.y);
        }
        let svg = self.document(geometry, form, &around, cut);
        (svg, (cut.width(), cut.height()))
    }

    /// What of the slide is in a rectangle of it. `around` is in the points of the rectangle.
    fn document(
        &self,
        geometry: &MapGeometry,
        form: &Form,
        around: &[Item],
        cut: ScreenRect,
    ) -> String {
        let mut parts: Vec<Part<'_>> = Vec::new();
        for (i, map) in self.0.maps.iter().enumerate() {
            let at = map.rect.min.plus(-cut.min.x, -cut.min.y);
            parts.push(Part {
                id: format!("map-{}", i + 1),
                items: &map.scene.items,
                rect: ScreenRect::sized(at, map.rect.width(), map.rect.height()),
                base_color: Some(self.0.ground),
                view: map.view,
                unit: map.unit,
            });
        }
        let size = (cut.width(), cut.height());
        parts.push(Part {
            id: "page".to_owned(),
            items: around,
            rect: ScreenRect::sized(ScreenPoint::default(), size.0, size.1),
            base_color: None,
            view: Viewport::fit(geometry.home.0, geometry.home.1, size),
            unit: self.0.column_unit,
        });
        svg::document(size, self.0.page_color, &parts, geometry, form)
    }
}

/// Whether a shape that is placed in points lies in a rectangle.
fn is_in(shape: &Shape, rect: &ScreenRect) -> bool {
    match shape {
        Shape::Path { points, .. } => points.iter().all(|p| rect.holds(*p)),
        Shape::Circle { at, .. } => rect.holds(*at),
        Shape::Box { rect: own, .. } | Shape::Sample { rect: own, .. } => {
            rect.holds(own.min) && rect.holds(own.max)
        }
        Shape::Text(run) | Shape::TextOnPath { run, .. } => rect.holds(run.at),
        Shape::Area { .. } | Shape::Relief(_) | Shape::MapLine { .. } | Shape::MapRings { .. } => {
            false
        }
    }
}
