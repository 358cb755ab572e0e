//! The slide of the present step, with its maps live.

use std::sync::Arc;

use egui::{Rect, Ui, pos2, vec2};

use crate::app::{Panel, compare, map};
use crate::geometry::{ScreenRect, Viewport};
use crate::paint::screen::{Screen, color};
use crate::scene::{MapDetail, Same, SceneContext, Slide, SlideLayout, Theme};
use crate::session::{Action, Session, TourVersion};

/// Everything that a slide depends on.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct SlideKey {
    tour: Same<crate::model::Tour>,
    timeline: Same<crate::timeline::Timeline>,
    version: TourVersion,
    at: usize,
    revealed: bool,
    size: (f32, f32),
    theme: Theme,
    language: String,
}

/// The slide of the session's present step, whatever the reader has changed since; `None` where
/// there is no step.
pub(super) fn slide(p: &mut Panel<'_>, session: &Session, size: (f32, f32)) -> Option<Arc<Slide>> {
    let lecture = session.lecture()?;
    let key = SlideKey {
        tour: Same::new(lecture.tour()),
        timeline: Same::new(session.whole()),
        version: lecture.version(),
        at: lecture.at(),
        revealed: lecture.revealed(),
        size,
        theme: p.theme.clone(),
        language: p.text.language().to_owned(),
    };
    let (theme, text) = (p.theme, p.text);
    let view = p.chart_context(1.0);
    let made = p.cache.slides.get(key, || {
        let mut step = session.clone();
        step.apply(Action::ReturnToStep);
        step.apply(Action::EndMotion);
        let situation = Arc::clone(step.situation());
        let context = SceneContext {
            session: &step,
            situation: &situation,
            theme,
            text,
            ..view
        };
        Slide::new(&context, size).map(Arc::new)
    });
    (*made).clone()
}

/// The title of the present slide, for screen readers.
pub(super) fn title(p: &Panel<'_>) -> String {
    let step = p.session.lecture().and_then(|lecture| lecture.step());
    step.map_or_else(String::new, |step| {
        let language = p.text.language();
        format!(
            "{}. {}",
            step.headline.text(language),
            step.caption.text(language)
        )
    })
}

/// Draws the slide. Returns its layout.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect) -> Option<SlideLayout> {
    let size = (whole.width(), whole.height());
    let session = p.session;
    let slide = slide(p, session, size)?;
    let layout = SlideLayout::new(size, session.lecture()?.step()?);
    ui.painter()
        .rect_filled(whole, 0.0, color(slide.page_color));
    let rects: Vec<Rect> = layout.maps.iter().map(|r| placed(r, whole)).collect();
    if let Some(first) = rects.first() {
        p.resize(*first);
        maps(ui, p, &rects, &slide, layout.map_unit);
    }
    around(ui, p, whole, &slide);
    Some(layout)
}

/// A rectangle of a slide in the window.
pub(super) fn placed(rect: &ScreenRect, whole: Rect) -> Rect {
    Rect::from_min_max(
        whole.min + vec2(rect.min.x, rect.min.y),
        pos2(whole.left() + rect.max.x, whole.top() + rect.max.y),
    )
}

/// Draws everything around the maps.
pub(super) fn around(ui: &Ui, p: &mut Panel<'_>, whole: Rect, slide: &Arc<Slide>) {
    let screen = Screen {
        ui,
        rect: whole,
        geometry: p.session.geometry(),
        view: Viewport::default(),
        unit: slide.column_unit,
    };
    p.cache.draw(&screen, slide, &slide.around, p.textures);
}

/// Draws the maps, as the slide has them, or as they are at present where the reader has changed
/// something or the map moves.
fn maps(ui: &mut Ui, p: &mut Panel<'_>, rects: &[Rect], slide: &Arc<Slide>, unit: f32) {
    let second = compare::second(p);
    let second = second.as_deref().and_then(Option::as_ref);
    let session = p.session;
    let sessions = [Some(session), second];
    let names = ["map", "second-map"];
    let is_step = !session.is_detour() && !session.moves();
    for (i, ((session, name), rect)) in sessions.into_iter().zip(names).zip(rects).enumerate() {
        let Some(session) = session else { continue };
        let situation = Arc::clone(session.situation());
        let pane = map::Pane {
            session,
            situation: &situation,
            clip: *rect,
            name,
            has_tooltips: false,
        };
        let drawn = slide
            .maps
            .get(i)
            .filter(|m| is_step && m.view == session.viewport());
        match drawn {
            Some(drawn) => {
                ui.painter().rect_filled(*rect, 0.0, color(slide.ground));
                let child = map::clipped(ui, &pane, *rect);
                let screen = map::screen(&child, &pane, *rect, drawn.unit);
                p.cache.draw(&screen, slide, &drawn.scene.items, p.textures);
                map::pointer(ui, p, &pane, &screen, &drawn.scene);
            }
            None => {
                let detail = detail(p.session);
                let context = SceneContext {
                    detail,
                    ..Slide::map_context(&p.chart_context(unit), session, &situation, unit)
                };
                map::live(ui, p, &pane, *rect, &context);
            }
        }
    }
}

/// How much is drawn of the map: callouts and emphasis of the step only on the step's own day and
/// lens.
fn detail(session: &Session) -> MapDetail {
    if super::detour::is_elsewhere(session) {
        MapDetail::Whole
    } else {
        MapDetail::Slide
    }
}
