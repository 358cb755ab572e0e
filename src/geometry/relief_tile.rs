//! A tile of the relief, made for the scale at which it is drawn.

use super::MapPoint;
use super::contour::{Lines, Sample};
use super::field::{self, Field, SIDE, TILE};
use super::hachures::{Hachure, LONGEST, Rows, interval_m};
use super::heights::Heights;
use crate::numeric::clamped;

/// Tiles are made for scales of which each is this multiple of the one before.
const SCALES: f64 = 1.4;
/// The first and the last of these scales: about 0.02 and 300 design units per kilometre.
const STEPS: (i32, i32) = (-12, 17);
/// Scale in design units per kilometre from which contour lines are drawn too.
const WITH_CONTOURS: f64 = 30.0;
/// Height difference between drawn contour lines, in metres.
const CONTOUR_M: f32 = 200.0;

/// The number of the scale for which relief is made that is drawn at `scale`, in design units
/// per kilometre.
pub(super) fn step_of(scale: f64) -> i32 {
    let step = (scale.max(1e-6).ln() / SCALES.ln()).round() as i32;
    clamped(step, STEPS.0, STEPS.1)
}

/// The scale of a step, in design units per kilometre.
pub(super) fn scale_of(step: i32) -> f64 {
    SCALES.powi(step)
}

/// Side of the tiles of a step, in kilometres.
pub(super) fn side_km(step: i32) -> f64 {
    f64::from(TILE) / scale_of(step)
}

/// How far a stroke can reach out of its tile, in kilometres.
pub(super) fn reach_km(step: i32) -> f64 {
    f64::from(LONGEST) / scale_of(step)
}

/// One tile of the relief: the strokes that begin in it, the contour lines and the shade inside it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReliefTile {
    /// Its column and row among the tiles of its scale.
    pub place: (i32, i32),
    /// Its left top and right bottom corner.
    pub square: (MapPoint, MapPoint),
    /// The shade at even points of its square, [`SHADES`] along each side, from 0 (none) to 255, row
    /// by row from the left top corner to the right bottom one; empty where there is none.
    ///
    /// [`SHADES`]: ReliefTile::SHADES
    pub shade: Vec<u8>,
    /// Points of all strokes, in kilometres from the corner.
    points: Vec<[f32; 2]>,
    /// The strokes.
    pub strokes: Vec<Hachure>,
    /// Contour lines, in views so close that they help.
    pub contours: Vec<Vec<MapPoint>>,
    /// Bounding box of its strokes and contour lines; `None` where it has none.
    pub bounds: Option<(MapPoint, MapPoint)>,
}

impl ReliefTile {
    /// Whether it has lines or shade.
    #[must_use]
    pub fn shows_anything(&self) -> bool {
        self.bounds.is_some() || !self.shade.is_empty()
    }

    /// Values of the shade along a side.
    pub const SHADES: usize = field::SHADES;

    /// The course of a stroke, downhill.
    pub fn course(&self, stroke: &Hachure) -> impl Iterator<Item = MapPoint> {
        let (first, end) = stroke.points;
        let points = self.points.get(first as usize..end as usize);
        points.unwrap_or_default().iter().map(|[x, y]| MapPoint {
            x: self.square.0.x + f64::from(*x),
            y: self.square.0.y + f64::from(*y),
        })
    }

    /// The tile in a column and row of a step.
    pub(super) fn new(heights: &Heights, step: i32, (column, row): (i32, i32)) -> Self {
        let side = side_km(step);
        let corner = MapPoint {
            x: f64::from(column) * side,
            y: f64::from(row) * side,
        };
        let field = Field::new(heights, corner, scale_of(step));
        let interval = interval_m(scale_of(step));
        let mut lines = Lines::new(SIDE);
        let mut rows = Rows::new(&field);
        for (n, cells) in field.levels(interval) {
            let level = n as f32 * interval;
            rows.below(&lines.of(&field.heights, level, &cells), level, interval);
        }
        let mut tile = Self {
            place: (column, row),
            square: (
                corner,
                MapPoint {
                    x: corner.x + side,
                    y: corner.y + side,
                },
            ),
            shade: field.shade(),
            strokes: rows.strokes,
            points: rows.points,
            contours: Vec::new(),
            bounds: None,
        };
        if scale_of(step) >= WITH_CONTOURS {
            for (n, cells) in field.levels(CONTOUR_M) {
                for line in lines.of(&field.heights, n as f32 * CONTOUR_M, &cells) {
                    let place = |p: &Sample| {
                        let [x, y] = field.km(*p);
                        MapPoint {
                            x: corner.x + f64::from(x),
                            y: corner.y + f64::from(y),
                        }
                    };
                    tile.contours.push(line.iter().map(place).collect());
                }
            }
        }
        let courses = tile.strokes.iter().flat_map(|s| tile.course(s));
        let points = courses.chain(tile.contours.iter().flatten().copied());
        let (min, max) = super::map_geometry::bounds(points);
        tile.bounds = (min.x <= max.x).then_some((min, max));
        tile
    }
}
