//! The key of a scene: everything that a scene or chart depends on. The window compares keys to
//! decide whether a cached scene is still valid.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Furniture, MapDetail, SceneContext, Theme};
use crate::geometry::{MapGeometry, Viewport};
use crate::model::{DistrictId, Tour};
use crate::session::Shown;
use crate::time::DayRange;
use crate::timeline::{Filter, Lens, Situation, Timeline};

/// A shared value that is equal only to itself. The value is kept alive, so that no other value can
/// have its address.
#[derive(Debug)]
pub struct Same<T>(Arc<T>);

impl<T> Same<T> {
    /// Shares the ownership of a value.
    #[must_use]
    pub fn new(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Everything that a chart or a map reads from its context.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneKey {
    situation: Same<Situation>,
    timeline: Same<Timeline>,
    whole: Same<Timeline>,
    geometry: Same<MapGeometry>,
    day: NaiveDate,
    lens: Lens,
    shown: Shown,
    selection: Option<String>,
    filter: Filter,
    range: Option<DayRange>,
    /// Days that the time line and charts over time show; a map does not read them.
    visible_days: Option<DayRange>,
    differing: Vec<DistrictId>,
    theme: Theme,
    language: String,
    unit: f32,
    furniture: Furniture,
    detail: MapDetail,
    map: Option<MapKey>,
    /// The step of a lecture whose emphasis and callouts a slide's map draws.
    step: Option<(Same<Tour>, usize)>,
}

/// Everything that only a map reads: the viewport, and the glow and fade in progress.
#[derive(Debug, Clone, PartialEq)]
struct MapKey {
    view: Viewport,
    glow: Option<(Vec<DistrictId>, f32)>,
    /// The situation and lens before the last step, and the opacity at which they are drawn, 0 to
    /// 1. `None` when no fade is in progress.
    fading: Option<(Same<Situation>, Lens, f32)>,
}

impl SceneKey {
    /// The key of a chart; `situation` is the one in `context`.
    #[must_use]
    pub fn chart(context: &SceneContext<'_>, situation: &Arc<Situation>) -> Self {
        let session = context.session;
        Self {
            situation: Same::new(situation),
            timeline: Same::new(session.timeline()),
            whole: Same::new(session.whole()),
            geometry: Same::new(session.geometry()),
            day: session.day(),
            lens: session.lens().clone(),
            shown: session.shown(),
            selection: session.selection().map(ToOwned::to_owned),
            filter: session.filter().clone(),
            range: session.range(),
            visible_days: Some(session.visible_days()),
            differing: session.differing().to_vec(),
            theme: context.theme.clone(),
            language: context.text.language().to_owned(),
            unit: context.unit,
            furniture: context.furniture,
            detail: context.detail,
            map: None,
            step: session
                .lecture()
                .filter(|_| context.is_slide())
                .map(|lecture| (Same::new(lecture.tour()), lecture.at())),
        }
    }

    /// The key of a map; `situation` is the one in `context`.
    #[must_use]
    pub fn map(context: &SceneContext<'_>, situation: &Arc<Situation>) -> Self {
        let session = context.session;
        let glow = session.glow();
        let fading = session.fading();
        Self {
            map: Some(MapKey {
                view: session.viewport(),
                glow: glow.map(|(districts, opacity)| (districts.to_vec(), opacity)),
                fading: fading.map(|(before, lens, left)| (Same::new(before), lens.clone(), left)),
            }),
            visible_days: None,
            ..Self::chart(context, situation)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_key_names_is_never_replaced_by_another_at_its_place() {
        let first = Arc::new([1_u8; 64]);
        let place = Arc::as_ptr(&first) as usize;
        let key = Same::new(&first);
        drop(first);
        // If the first value were freed, one of these could be placed at its address.
        let others: Vec<Arc<[u8; 64]>> = (0..1000).map(|i| Arc::new([i as u8; 64])).collect();
        assert!(others.iter().all(|o| Arc::as_ptr(o) as usize != place));
        assert!(others.iter().all(|o| Same::new(o) != key));
        assert!(key == key.clone());
    }
}
