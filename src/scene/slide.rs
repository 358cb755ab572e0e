//! A slide: the present step of a lecture as one picture. It makes a [`Scene`] of each map and a
//! display list of everything around them; the window, files for projectors and pages to take home
//! all draw the result.
//!
//! `slide_column` writes the texts, `slide_rows` finds what the map's colors and signs mean and what
//! changed, `slide_map` draws names, callouts and emphasis on the map.

use super::builder::SceneBuilder;
use super::list::{Item, Layer, Stroke};
use super::page::PlatePage;
use super::{Color, Furniture, Legend, MapDetail, Scene, SceneContext};
use crate::geometry::{ScreenPoint, ScreenRect, Viewport};
use crate::model::{StepKind, TourStep};
use crate::numeric::clamped;
use crate::session::{Action, Session};
use crate::timeline::Lens;

/// Shorter side of a slide, in design units.
const SHORT_SIDE: f32 = 1080.0;
/// Points per design unit of a map, in those of the page.
const MAP_UNIT: f32 = 1.5;
/// Height of the foot, in design units.
const FOOT: f32 = 112.0;
/// Part of the width that the column of texts has, and its least and greatest width in design units.
const COLUMN: (f32, f32, f32) = (0.425, 600.0, 860.0);
/// The same of the first and last slide.
const CALM_COLUMN: (f32, f32, f32) = (0.54, 700.0, 1160.0);
/// Height of the texts above the map of an upright slide, in design units.
const UPRIGHT_HEAD: f32 = 960.0;
/// Part of the width of the texts left of two maps, and their greatest width in design units.
const PAIR_COLUMN: (f32, f32) = (0.4, 660.0);
/// Ratio of width to height from which two maps have room beside the texts.
const PAIR_FROM: f32 = 1.2;
/// Width of a map, in design units, below which its title is higher, because its words take more
/// lines.
const NARROW_MAP: f32 = 520.0;
/// Height of such a title, in design units.
const NARROW_TITLE: f32 = 344.0;
/// Height of the texts above two maps beside each other, in design units.
const BAND: f32 = 376.0;
/// Height of the texts above two maps below each other, in design units.
const UPRIGHT_BAND: f32 = 620.0;
/// Height of the title above each of two maps, in design units.
pub const MAP_TITLE: f32 = 204.0;

/// How the parts of a slide are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SlideForm {
    /// Texts left, one map right.
    Beside,
    /// Texts above one map.
    Above,
    /// Texts left, two maps right.
    Pair,
    /// Texts in a band above two maps.
    Band,
}

/// Where the parts of a slide are, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct SlideLayout {
    pub(super) form: SlideForm,
    /// Points per design unit of the texts.
    pub column_unit: f32,
    /// Points per design unit of the maps.
    pub map_unit: f32,
    /// The texts.
    pub column: ScreenRect,
    /// The maps, one or two.
    pub maps: Vec<ScreenRect>,
    /// The foot, with the number of the step and who speaks.
    pub foot: ScreenRect,
}

impl SlideLayout {
    /// The layout of a slide of that size for a step.
    #[must_use]
    pub fn new(size: (f32, f32), step: &TourStep) -> Self {
        let (w, h) = size;
        let k = (w.min(h) / SHORT_SIDE).max(0.01);
        let upright = h > w;
        let top = h - FOOT * k;
        let rect = |left: f32, top: f32, right: f32, bottom: f32| ScreenRect {
            min: ScreenPoint::new(left, top),
            max: ScreenPoint::new(right, bottom),
        };
        let foot = rect(0.0, top, w, h);
        let calm = matches!(step.kind, StepKind::Opening | StepKind::Closing);
        let (form, column, maps) = if step.compare.is_some() {
            let title = MAP_TITLE * k;
            if w / h >= PAIR_FROM {
                let edge = (PAIR_COLUMN.0 * w).min(PAIR_COLUMN.1 * k);
                let is_narrow = (w - edge) / 2.0 < NARROW_MAP * k;
                let title = if is_narrow { NARROW_TITLE * k } else { title };
                let middle = f32::midpoint(edge, w);
                let maps = vec![rect(edge, title, middle, top), rect(middle, title, w, top)];
                let column = rect(0.0, 0.0, edge, top);
                return Self::of(SlideForm::Pair, k, column, maps, foot);
            }
            let band = if upright { UPRIGHT_BAND } else { BAND } * k;
            let column = rect(0.0, 0.0, w, band);
            let maps = if upright {
                let half = (top - band) / 2.0;
                vec![
                    rect(0.0, band + title, w, band + half),
                    rect(0.0, band + half + title, w, top),
                ]
            } else {
                vec![
                    rect(0.0, band + title, w / 2.0, top),
                    rect(w / 2.0, band + title, w, top),
                ]
            };
            (SlideForm::Band, column, maps)
        } else if upright {
            let head = UPRIGHT_HEAD * k;
            let maps = vec![rect(0.0, head, w, top)];
            (SlideForm::Above, rect(0.0, 0.0, w, head), maps)
        } else {
            let (share, least, most) = if calm { CALM_COLUMN } else { COLUMN };
            let edge = clamped(share * w / k, least, most) * k;
            let maps = vec![rect(edge, 0.0, w, top)];
            (SlideForm::Beside, rect(0.0, 0.0, edge, top), maps)
        };
        Self::of(form, k, column, maps, foot)
    }

    fn of(
        form: SlideForm,
        k: f32,
        column: ScreenRect,
        maps: Vec<ScreenRect>,
        foot: ScreenRect,
    ) -> Self {
        Self {
            form,
            column_unit: k,
            map_unit: k * MAP_UNIT,
            column,
            maps,
            foot,
        }
    }
}

/// A map of a slide.
#[derive(Debug, Clone)]
pub struct SlideMap {
    /// Its rectangle on the slide, in points.
    pub rect: ScreenRect,
    /// The visible part of the map.
    pub view: Viewport,
    /// Points per design unit.
    pub unit: f32,
    /// The map, in points from the corner of the rectangle.
    pub scene: Scene,
    /// The lens by which it is colored.
    pub lens: Lens,
}

/// The present step of a lecture, ready for a painter.
#[derive(Debug, Clone)]
pub struct Slide {
    /// Width and height in points.
    pub size: (f32, f32),
    /// The title as a text alternative, for screen readers.
    pub title: String,
    /// Color of the page, drawn behind everything.
    pub page_color: Color,
    /// Color of what lies around the land, drawn behind the maps.
    pub ground: Color,
    /// The maps: one, or two where the step compares two lenses.
    pub maps: Vec<SlideMap>,
    /// Everything around the maps, in points from the slide's corner.
    pub around: Vec<Item>,
    /// Points per design unit of everything around the maps.
    pub column_unit: f32,
}

impl Slide {
    /// The slide of the present step, `size` points large; `None` without a lecture.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, size: (f32, f32)) -> Option<Self> {
        let lecture = view.session.lecture()?;
        let step = lecture.step()?;
        let layout = SlideLayout::new(size, step);
        let sessions = sessions(view.session, &layout);
        let maps: Vec<SlideMap> = sessions
            .iter()
            .zip(&layout.maps)
            .map(|(session, rect)| {
                let situation = std::sync::Arc::clone(session.situation());
                let context = Self::map_context(view, session, &situation, layout.map_unit);
                SlideMap {
                    rect: *rect,
                    view: session.viewport(),
                    unit: layout.map_unit,
                    scene: Scene::new(&context),
                    lens: session.lens().clone(),
                }
            })
            .collect();
        let context = SceneContext {
            unit: layout.column_unit,
            ..*view
        };
        let mut page = PlatePage::on(SceneBuilder::new(context), layout.column_unit);
        page.slide(&layout, &maps, &sessions);
        let language = view.text.language();
        let title = format!(
            "{}: {}",
            lecture.tour().title.text(language),
            step.headline.text(language)
        );
        Some(Self {
            size,
            title,
            page_color: view.theme.page,
            ground: view.theme.ground(view.geometry()),
            maps,
            around: page.s.items,
            column_unit: layout.column_unit,
        })
    }

    /// The context of a slide's map, for windows that draw the map themselves.
    #[must_use]
    pub fn map_context<'a>(
        view: &SceneContext<'a>,
        session: &'a Session,
        situation: &'a crate::timeline::Situation,
        unit: f32,
    ) -> SceneContext<'a> {
        SceneContext {
            session,
            situation,
            unit,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Slide,
            ..*view
        }
    }
}

/// The session of each map, with its size.
fn sessions(session: &Session, layout: &SlideLayout) -> Vec<Session> {
    let mut first = session.clone();
    first.apply(Action::EndMotion);
    if let Some(rect) = layout.maps.first() {
        first.apply(Action::Resize(rect.width(), rect.height()));
    }
    let second = first.second().filter(|_| layout.maps.len() > 1);
    std::iter::once(first).chain(second).collect()
}

impl PlatePage<'_> {
    /// Writes everything around the maps of a slide.
    fn slide(&mut self, layout: &SlideLayout, maps: &[SlideMap], sessions: &[Session]) {
        let context = self.s.context;
        let Some(lecture) = context.session.lecture() else {
            return;
        };
        let Some(step) = lecture.step() else { return };
        match (layout.form, step.kind) {
            (SlideForm::Pair | SlideForm::Band, _) => {
                self.compared(layout, lecture, step, sessions);
            }
            (_, StepKind::Opening | StepKind::Closing) => self.calm_page(layout, lecture, step),
            _ => self.told_page(layout, lecture, step, maps, sessions),
        }
        self.lines_between(layout);
        self.slide_foot(layout, lecture, step);
    }

    /// The lines between texts, maps and foot.
    fn lines_between(&mut self, layout: &SlideLayout) {
        let stroke = Stroke::solid(self.s.context.theme.ink, 1.6 * self.k);
        let (foot, column) = (layout.foot, layout.column);
        let mut lines = vec![vec![foot.min, ScreenPoint::new(foot.max.x, foot.min.y)]];
        match layout.form {
            SlideForm::Beside => {
                let x = column.max.x;
                lines.push(vec![
                    ScreenPoint::new(x, column.min.y),
                    ScreenPoint::new(x, foot.min.y),
                ]);
            }
            SlideForm::Above => lines.push(vec![
                ScreenPoint::new(column.min.x, column.max.y),
                column.max,
            ]),
            SlideForm::Pair | SlideForm::Band => {
                if layout.form == SlideForm::Pair {
                    let x = column.max.x;
                    let (top, bottom) = (column.min.y, foot.min.y);
                    lines.push(vec![ScreenPoint::new(x, top), ScreenPoint::new(x, bottom)]);
                }
                for map in &layout.maps {
                    lines.push(vec![map.min, ScreenPoint::new(map.max.x, map.min.y)]);
                }
                if let [first, second] = layout.maps.as_slice()
                    && second.min.x > first.min.x
                {
                    let x = second.min.x;
                    let top = match layout.form {
                        SlideForm::Pair => column.min.y,
                        _ => column.max.y,
                    };
                    lines.push(vec![
                        ScreenPoint::new(x, top),
                        ScreenPoint::new(x, foot.min.y),
                    ]);
                }
            }
        }
        for line in lines {
            self.s.path(Layer::Furniture, None, line, stroke);
        }
    }
}
