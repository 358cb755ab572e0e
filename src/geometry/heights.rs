//! Heights of the ground at any place: the grid of an atlas, interpolated by cubic B-splines, which
//! leave no trace of its cells in slopes.

use std::sync::{Arc, OnceLock};

use super::{MapPoint, Projector};
use crate::model::Relief;

/// The projection is computed at every so many samples; between them degrees are interpolated.
const COARSE: usize = 16;
/// The number of times at most that a grid is halved for distant views.
const HALVINGS: usize = 8;
/// Relief is paler within this distance of the edge of its grid, in kilometres, so that it does not
/// break off.
const FADE_KM: f64 = 14.0;

/// Heights in even steps of longitude and latitude, in metres, row by row from the north-west.
#[derive(Debug, Clone)]
struct Grid {
    width: usize,
    height: usize,
    metres: Arc<[u16]>,
}

impl Grid {
    /// The grid of half as many columns and rows; each cell is the mean of four.
    fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut metres = Vec::with_capacity(width * height);
        for j in 0..height {
            let rows = self.metres[2 * j * self.width..].split_at(self.width);
            let pairs = rows.0.chunks_exact(2).zip(rows.1.chunks_exact(2));
            metres.extend(pairs.take(width).map(|(a, b)| {
                let sum: u32 = a.iter().chain(b).map(|m| u32::from(*m)).sum();
                ((sum + 2) / 4) as u16
            }));
        }
        Self {
            width,
            height,
            metres: metres.into(),
        }
    }

    /// The height at a place between the centers of cells; the outermost cells extend outward.
    fn at(&self, x: f64, y: f64) -> f32 {
        let (i, j) = (below(x), below(y));
        let (across, down) = (
            weights((x - i as f64) as f32),
            weights((y - j as f64) as f32),
        );
        let (i, j) = (i - 1, j - 1);
        let is_inside =
            i >= 0 && j >= 0 && i + 4 <= self.width as isize && j + 4 <= self.height as isize;
        let mut sum = 0.0;
        if is_inside {
            for (k, weight) in down.iter().enumerate() {
                let first = (j as usize + k) * self.width + i as usize;
                let four = &self.metres[first..first + 4];
                let row = four.iter().zip(across).map(|(m, w)| f32::from(*m) * w);
                sum += weight * row.sum::<f32>();
            }
            return sum;
        }
        let inside = |n: isize, count: usize| n.max(0).min(count as isize - 1) as usize;
        for (k, weight) in (0..).zip(down) {
            for (l, part) in (0..).zip(across) {
                let cell = inside(j + k, self.height) * self.width + inside(i + l, self.width);
                sum += weight * part * f32::from(self.metres[cell]);
            }
        }
        sum
    }
}

/// The greatest whole number that is not above `v`. The standard function is a call where the
/// processor is not known to have an instruction for it.
fn below(v: f64) -> isize {
    let whole = v as isize;
    if whole as f64 > v { whole - 1 } else { whole }
}

/// Weights of four neighbouring values in a uniform cubic B-spline, for a place between the two in
/// the middle.
fn weights(part: f32) -> [f32; 4] {
    let rest = 1.0 - part;
    let inner = |t: f32| (4.0 - 6.0 * t * t + 3.0 * t * t * t) / 6.0;
    [
        rest * rest * rest / 6.0,
        inner(part),
        inner(rest),
        part * part * part / 6.0,
    ]
}

/// The heights of an atlas on its map.
#[derive(Debug, Clone)]
pub(super) struct Heights {
    bbox: [f64; 4],
    cell_km: f64,
    whole: Grid,
    /// Grids of half, a quarter and so on as many columns and rows, made when they are first asked
    /// for.
    coarser: OnceLock<Vec<Grid>>,
    projector: Projector,
}

/// A rectangle of samples in even steps of the map, and where they lie in degrees.
pub(super) struct Patch {
    step_km: f64,
    width: usize,
    height: usize,
    /// Columns of `corners`.
    columns: usize,
    /// Longitude and latitude of every [`COARSE`]th sample.
    corners: Vec<(f64, f64)>,
}

impl Patch {
    /// Longitude and latitude of a sample.
    pub(super) fn lon_lat(&self, x: usize, y: usize) -> (f64, f64) {
        let (i, j) = (x / COARSE, y / COARSE);
        let part = |n: usize| (n % COARSE) as f64 / COARSE as f64;
        let (u, v) = (part(x), part(y));
        let at = |i: usize, j: usize| self.corners[j * self.columns + i];
        let (a, b, c, d) = (at(i, j), at(i + 1, j), at(i, j + 1), at(i + 1, j + 1));
        let mix = |p: f64, q: f64, r: f64, s: f64| {
            (p * (1.0 - u) + q * u) * (1.0 - v) + (r * (1.0 - u) + s * u) * v
        };
        (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
    }
}

impl Heights {
    pub(super) fn new(relief: &Relief, projector: &Projector) -> Self {
        Self {
            bbox: relief.bbox,
            cell_km: relief.cell_km,
            whole: Grid {
                width: relief.width,
                height: relief.height,
                metres: Arc::clone(&relief.heights),
            },
            coarser: OnceLock::new(),
            projector: projector.clone(),
        }
    }

    /// The least and greatest coordinates of the map that the grid covers; `None` where the
    /// projection cannot take it.
    pub(super) fn bounds(&self) -> Option<(MapPoint, MapPoint)> {
        let [west, south, east, north] = self.bbox;
        let steps = |a: f64, b: f64| (0..=20).map(move |i| a + (b - a) * f64::from(i) / 20.0);
        let lying = steps(west, east).flat_map(|lon| [(lon, south), (lon, north)]);
        let upright = steps(south, north).flat_map(|lat| [(west, lat), (east, lat)]);
        let edge = lying
            .chain(upright)
            .map(|at| self.projector.map_from_lon_lat(at.into()));
        let (min, max) = super::map_geometry::bounds(edge);
        let (wide, high) = (max.x - min.x, max.y - min.y);
        let is_area = wide.is_finite() && high.is_finite() && wide > 0.0 && high > 0.0;
        is_area.then_some((min, max))
    }

    /// A rectangle of samples, `step_km` apart, from a left top corner.
    pub(super) fn patch(
        &self,
        corner: MapPoint,
        step_km: f64,
        (width, height): (usize, usize),
    ) -> Patch {
        let (columns, rows) = (width / COARSE + 2, height / COARSE + 2);
        let away = |n: usize| (n * COARSE) as f64 * step_km;
        let mut corners = Vec::with_capacity(columns * rows);
        for j in 0..rows {
            for i in 0..columns {
                let at = self.projector.lon_lat_from_map(MapPoint {
                    x: corner.x + away(i),
                    y: corner.y + away(j),
                });
                corners.push((at.x, at.y));
            }
        }
        Patch {
            step_km,
            width,
            height,
            columns,
            corners,
        }
    }

    /// The grid for samples of a distance, and the side of its cells in kilometres: it has no more
    /// than about two cells between neighbouring samples.
    fn grid(&self, step_km: f64) -> (&Grid, f64) {
        let halvings = (step_km / self.cell_km).log2().floor().max(0.0) as usize;
        if halvings == 0 {
            return (&self.whole, self.cell_km);
        }
        let coarser = self.coarser.get_or_init(|| {
            let mut grids: Vec<Grid> = Vec::new();
            while grids.len() < HALVINGS {
                let last = grids.last().unwrap_or(&self.whole);
                if last.width.min(last.height) < 8 {
                    break;
                }
                let next = last.halved();
                grids.push(next);
            }
            grids
        });
        let halvings = halvings.min(coarser.len());
        let grid = halvings.checked_sub(1).map_or(&self.whole, |n| &coarser[n]);
        (grid, self.cell_km * (1u64 << halvings) as f64)
    }

    /// The side of the cells from which samples of a distance are taken, in kilometres.
    pub(super) fn cell_km_at(&self, step_km: f64) -> f64 {
        self.grid(step_km).1
    }

    /// The heights at the samples of a patch, in metres, row by row from the left top.
    pub(super) fn sample(&self, patch: &Patch) -> Vec<f32> {
        let grid = self.grid(patch.step_km).0;
        let [west, south, east, north] = self.bbox;
        let per_degree = (
            grid.width as f64 / (east - west),
            grid.height as f64 / (north - south),
        );
        let mut out = Vec::with_capacity(patch.width * patch.height);
        for y in 0..patch.height {
            for x in 0..patch.width {
                let (lon, lat) = patch.lon_lat(x, y);
                let column = (lon - west) * per_degree.0 - 0.5;
                let row = (north - lat) * per_degree.1 - 0.5;
                out.push(grid.at(column, row));
            }
        }
        out
    }

    /// How strongly the relief is drawn at a place in degrees: 0 outside its grid, 1 well inside.
    pub(super) fn strength(&self, (lon, lat): (f64, f64)) -> f32 {
        let [west, south, east, north] = self.bbox;
        let km = 111.2;
        let aside = (lon - west).min(east - lon) * km * lat.to_radians().cos();
        let along = (lat - south).min(north - lat) * km;
        crate::numeric::clamped(aside.min(along) / FADE_KM, 0.0, 1.0) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Projection;

    fn heights(metres: impl Fn(usize, usize) -> u16) -> Heights {
        let projection = Projection {
            kind: crate::model::ProjectionKind::Conic,
            lat_1: 39.0,
            lat_2: 41.0,
            lat_0: 40.0,
            lon_0: 45.0,
        };
        let cells = (0..60).flat_map(|j| (0..60).map(move |i| (i, j)));
        let relief = Relief {
            bbox: [44.5, 39.5, 45.5, 40.5],
            cell_km: 1.6,
            width: 60,
            height: 60,
            source: String::new(),
            heights: cells.map(|(i, j)| metres(i, j)).collect(),
        };
        let projector = Projector::new(&projection).expect("a projection");
        Heights::new(&relief, &projector)
    }

    #[test]
    fn an_even_slope_stays_even_between_cells() {
        let slope = heights(|i, _| 100 * i as u16);
        let patch = slope.patch(MapPoint { x: -20.0, y: 0.0 }, 0.5, (81, 3));
        let row = &slope.sample(&patch)[..81];
        let steps: Vec<f32> = row.windows(2).map(|w| w[1] - w[0]).collect();
        // A cell is 1.42 km wide here, and 100 m higher than the one to its west.
        for step in &steps {
            assert!((step - 35.2).abs() < 0.5, "{steps:?}");
        }
    }

    #[test]
    fn distant_views_see_the_mean_of_many_cells() {
        let rough = heights(|i, j| if (i + j) % 2 == 0 { 1000 } else { 2000 });
        let patch = rough.patch(MapPoint { x: -20.0, y: -20.0 }, 8.0, (5, 5));
        assert!(rough.cell_km_at(8.0) > 6.0);
        assert!(
            rough
                .sample(&patch)
                .iter()
                .all(|h| (h - 1500.0).abs() < 1.0)
        );
    }

    #[test]
    fn relief_fades_towards_the_edge_of_its_grid() {
        let flat = heights(|_, _| 0);
        assert_eq!(flat.strength((45.0, 40.0)), 1.0);
        assert_eq!(flat.strength((44.5, 40.0)), 0.0);
        assert_eq!(flat.strength((46.0, 40.0)), 0.0);
        let near = flat.strength((44.55, 40.0));
        assert!(near > 0.2 && near < 0.5, "{near}");
    }
}
