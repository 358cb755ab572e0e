//! Room on the sheet: what is taken, and the best free spot for what comes next.

use std::hash::{Hash as _, Hasher};

use crate::geometry::{ScreenPoint, ScreenRect};

/// What is taken so far.
#[derive(Debug, Clone)]
pub(super) struct Occupancy {
    frame: ScreenRect,
    taken: Vec<ScreenRect>,
}

impl Occupancy {
    pub(super) fn new(frame: ScreenRect) -> Self {
        Self {
            frame,
            taken: Vec::new(),
        }
    }

    pub(super) fn frame(&self) -> ScreenRect {
        self.frame
    }

    pub(super) fn take(&mut self, rect: ScreenRect) {
        self.taken.push(rect);
    }

    /// Whether a rectangle lies on the sheet and covers nothing.
    pub(super) fn is_free(&self, rect: &ScreenRect) -> bool {
        self.frame.holds_rect(rect) && self.covered(rect) == 0.0
    }

    /// The area of what a rectangle covers, in square points.
    pub(super) fn covered(&self, rect: &ScreenRect) -> f32 {
        self.taken.iter().map(|t| t.overlap(rect)).sum()
    }

    /// What all placing hangs on, as a number: the frame and what is taken, in order.
    pub(super) fn hash(&self, state: &mut impl Hasher) {
        for r in std::iter::once(&self.frame).chain(&self.taken) {
            [r.min.x, r.min.y, r.max.x, r.max.y]
                .map(f32::to_bits)
                .hash(state);
        }
    }

    /// Whether something stands at a point.
    pub(super) fn is_taken(&self, p: ScreenPoint) -> bool {
        self.taken.iter().any(|t| t.holds(p))
    }

    /// How much of a straight line runs over what is taken, in points.
    pub(super) fn crossed(&self, a: ScreenPoint, b: ScreenPoint) -> f32 {
        let long = a.distance(b);
        let count = (long / 3.0).ceil().max(1.0) as usize;
        let taken =
            (0..count).filter(|i| self.is_taken(a.toward(b, (*i as f32 + 0.5) / count as f32)));
        taken.count() as f32 * long / count as f32
    }

    /// The first free one of `spots`.
    pub(super) fn first_free(
        &self,
        candidates: impl IntoIterator<Item = ScreenRect>,
    ) -> Option<ScreenRect> {
        candidates.into_iter().find(|s| self.is_free(s))
    }

    /// The first free one of `spots`, else that on the sheet which covers least.
    pub(super) fn best(&self, candidates: &[ScreenRect]) -> Option<ScreenRect> {
        self.first_free(candidates.iter().copied()).or_else(|| {
            let screen_from_map = candidates.iter().filter(|s| self.frame.holds_rect(s));
            screen_from_map
                .min_by(|a, b| self.covered(a).total_cmp(&self.covered(b)))
                .copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_spot_comes_before_a_nearer_taken_one() {
        let mut occupancy = Occupancy::new(ScreenRect::sized(ScreenPoint::default(), 100.0, 100.0));
        occupancy.take(ScreenRect::sized(ScreenPoint::default(), 40.0, 40.0));
        let near = ScreenRect::sized(ScreenPoint::new(10.0, 10.0), 20.0, 20.0);
        let free = ScreenRect::sized(ScreenPoint::new(60.0, 60.0), 20.0, 20.0);
        let outside = ScreenRect::sized(ScreenPoint::new(90.0, 90.0), 20.0, 20.0);
        assert_eq!(occupancy.best(&[near, outside, free]), Some(free));
        assert_eq!(occupancy.best(&[outside, near]), Some(near));
        assert_eq!(occupancy.first_free([near, outside]), None);
        let (left, right) = (ScreenPoint::new(0.0, 20.0), ScreenPoint::new(80.0, 20.0));
        assert!(
            (occupancy.crossed(left, right) - 40.0).abs() < 3.0,
            "half of it runs over what is taken"
        );
    }
}
