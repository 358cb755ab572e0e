//! Names of rivers along their course.

use super::builder::SceneBuilder;
use super::curve::{Curve, Letter, Setting};
use super::label_cache::CurvePlacement;
use super::list::TextRun;
use super::names::turn;
use super::occupancy::YieldingRank;
use super::slide_map::WATER_NAME;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};

/// Typeface of the names of rivers.
const RIVER_FACE: Face = Face::SerifItalic;
/// Greatest sum of the turns between the letters of a name, in radians.
const MOST_BENT: f32 = 1.9;
/// Distance between samples of a course, in design units.
const STEP: f32 = 4.0;

impl SceneBuilder<'_> {
    /// Whether a river is of the first grade, the font size of its name in points, and its tracking
    /// in ems.
    fn river_style(&self, id: &str) -> (bool, f32, f32) {
        let mut rivers = self.context.geometry().rivers.iter();
        let great = rivers.any(|r| r.id == id && r.grade == 1);
        let (size, tracking) = match (self.context.is_slide(), great) {
            (true, _) => (WATER_NAME, 0.2),
            (_, true) => (21.0, 0.34),
            (_, false) => (15.5, 0.12),
        };
        (great, size * self.u, tracking)
    }

    /// The baseline of a river's name along its course: where it bends least and lies on the fewest
    /// lines. `None` where it does not fit.
    pub(super) fn river_curve(&self, id: &str, name: &str) -> Option<CurvePlacement> {
        let (u, context) = (self.u, self.context);
        let (great, size, tracking) = self.river_style(id);
        let tracking = tracking * size;
        let gaps = name.chars().count() as f32;
        let length = RIVER_FACE.width(name, size) + tracking * gaps;
        let lines = context.geometry().rivers.iter().filter(|r| r.id == id);
        let paths: Vec<Vec<ScreenPoint>> = lines
            .map(|r| r.points.iter().map(|p| self.at(*p)).collect())
            .collect();
        let offset = if great { 17.0 } else { 9.0 } * u;
        // The middle of the small letters lies at the offset, so the baseline is below it.
        let down = size * 0.3;
        // No letter may lie outside the frame, so the rest of a long river need not be tried.
        let sight = self.occupancy.frame().expand(length + 40.0 * u + offset);
        let best = paths
            .iter()
            .flat_map(|p| along(p, length, STEP * u, &sight))
            .filter_map(|course| {
                [-offset, offset * 1.15].into_iter().find_map(|offset| {
                    let curve = Curve::new(&course)?.beside(offset + down)?;
                    let setting = Setting {
                        text: name,
                        face: RIVER_FACE,
                        size,
                        tracking,
                    };
                    let letters: Vec<Letter> = setting.letters(&curve).collect();
                    let shown = name.chars().filter(|c| !c.is_whitespace()).count();
                    let is_free = |l: &Letter| self.occupancy.is_free(&l.bounds(size));
                    let bend: f32 = letters
                        .windows(2)
                        .map(|w| turn(w[0].angle, w[1].angle).abs())
                        .sum();
                    if letters.len() < shown || bend > MOST_BENT || !letters.iter().all(is_free) {
                        return None;
                    }
                    let weight = |l: &Letter| self.line_grid.weight(&l.bounds(size));
                    let crossed: f32 = letters.iter().map(weight).sum();
                    Some((bend + 0.03 * crossed, curve.part(0.0, curve.length())))
                })
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(CurvePlacement {
            path: best.1,
            size,
            tracking,
        })
    }

    /// Draws a river's name at its place.
    pub(super) fn river_name(&mut self, name: &str, placed: &CurvePlacement) {
        let theme = self.context.theme;
        let run = TextRun {
            at: placed.path.first().copied().unwrap_or_default(),
            text: name.to_owned(),
            face: RIVER_FACE,
            size: placed.size,
            tracking: placed.tracking,
            color: theme.water_text,
            halo: Some((theme.land.alpha(0.8), 1.6 * self.u)),
            angle: 0.0,
        };
        let first = (self.occupancy.taken().len(), self.items.len());
        self.set_along(placed, None, run);
        self.gives_way(first, YieldingRank::Minor);
    }
}

/// Smooth pieces of a path that begin within the frame, each `length` points long, evenly sampled,
/// and in reading direction.
fn along(
    path: &[ScreenPoint],
    length: f32,
    step: f32,
    sight: &ScreenRect,
) -> Vec<Vec<ScreenPoint>> {
    let even = Curve::new(path).map_or_else(Vec::new, |c| c.even(step));
    let reach = 9usize;
    let smooth = |i: usize| {
        let part = &even[i.saturating_sub(reach)..(i + reach + 1).min(even.len())];
        let sum = part
            .iter()
            .fold(ScreenPoint::default(), |s, p| s.plus(p.x, p.y));
        ScreenPoint::new(sum.x / part.len() as f32, sum.y / part.len() as f32)
    };
    let count = (length / step).ceil() as usize + 2;
    let starts = (0..even.len().saturating_sub(count)).step_by(6);
    starts
        .filter(|i| sight.holds(even[*i]))
        .map(|i| {
            let mut piece: Vec<ScreenPoint> = (i..i + count).map(smooth).collect();
            if piece
                .first()
                .zip(piece.last())
                .is_some_and(|(a, b)| a.x > b.x)
            {
                piece.reverse();
            }
            piece
        })
        .collect()
}
