//! A plate: the map in its frame with title, date, legend, the day's messages, scale bar, degrees
//! and sources. It makes a [`Scene`] of the map and display lists around it; the painters draw the
//! result on a page of its own. `sheet` arranges it, `page` and the files beside it write the texts.

use super::builder::SceneBuilder;
use super::list::Item;
use super::page::PlatePage;
use super::sheet::{GAP, Sheet};
use super::{Color, Furniture, Legend, MapDetail, Scene, SceneContext};
use crate::geometry::{MapPoint, ScreenRect, Viewport};
use crate::session::{Action, Session};

/// A part of the map, by its center and its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detail {
    /// The center, in kilometres on the map.
    pub centre: MapPoint,
    /// Width of the part, from the left edge to the right, in kilometres.
    pub width_km: f64,
}

/// A whole plate, ready for a painter.
#[derive(Debug, Clone)]
pub struct Plate {
    /// Width and height in points.
    pub size: (f32, f32),
    /// The title as a text alternative, for screen readers.
    pub title: String,
    /// Color of the page, drawn behind everything.
    pub page_color: Color,
    /// Color of what lies around the land, drawn behind the map.
    pub ground: Color,
    /// Rectangle of the map on the plate, in points.
    pub map: ScreenRect,
    /// The visible part of the map.
    pub view: Viewport,
    /// Points per design unit of the map.
    pub unit: f32,
    /// Points per design unit of everything around the map.
    pub column_unit: f32,
    /// The map, in points from the map's corner.
    pub scene: Scene,
    /// Everything around the map, in points from the plate's corner.
    pub around: Vec<Item>,
}

impl Plate {
    /// The plate of the view, `size` points large, of the whole map or of a detail of it.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, size: (f32, f32), detail: Option<Detail>) -> Self {
        Self::printed(view, size, detail, None)
    }

    /// The plate on paper of a known size, on which it tells its scale. `mm_per_point` is the
    /// length of one point of `size`, in millimetres.
    #[must_use]
    pub fn printed(
        view: &SceneContext<'_>,
        size: (f32, f32),
        detail: Option<Detail>,
        mm_per_point: Option<f64>,
    ) -> Self {
        let sheet = Sheet::new(size, view.geometry().home);
        let map = sheet.neat.expand(-GAP * sheet.k);
        let mut session: Session = view.session.clone();
        session.apply(Action::Resize(map.width(), map.height()));
        if let Some(detail) = detail {
            session.apply(Action::LookAt(detail.centre, detail.width_km));
        }
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        };
        let looked = SceneContext {
            session: &session,
            unit: sheet.unit,
            furniture,
            detail: if sheet.is_sketch() {
                MapDetail::Sketch
            } else {
                view.detail
            },
            ..*view
        };
        let SceneContext { theme, text, .. } = *view;
        let context = SceneContext {
            session: &session,
            unit: sheet.k,
            ..*view
        };
        let mut page = PlatePage::new(SceneBuilder::new(context), &sheet);
        let scene = Scene::of_plate(&looked, page.callout());
        page.write(&sheet, &scene);
        page.frame(sheet.neat, map);
        page.foot(&sheet, &scene.legend, mm_per_point);
        let atlas = context.atlas();
        let title = format!(
            "{}: {}, {}",
            atlas.manifest.title.text(text.language()),
            text.lens_title(session.lens(), atlas),
            session.day()
        );
        Self {
            size,
            title,
            page_color: theme.page,
            ground: theme.ground(view.geometry()),
            map,
            view: session.viewport(),
            unit: sheet.unit,
            column_unit: sheet.k,
            scene,
            around: page.s.items,
        }
    }
}
