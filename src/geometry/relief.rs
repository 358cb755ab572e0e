//! Shaded relief in map coordinates: the grid in degrees is resampled to even kilometres, so that a
//! painter can draw it as a plain picture.

use super::{MapPoint, Projector};
use crate::model::Relief;
use crate::numeric::clamped;

/// Side of a pixel, in kilometres, where the relief is not too wide for it.
const PIXEL_KM: f64 = 0.8;
/// The most pixels of a relief: one so wide that it would have more gets larger pixels.
const MOST_PIXELS: f64 = 4e6;
/// The projection is computed at every so many pixels; between them degrees are interpolated.
const COARSE: usize = 16;

/// Darkness of the relief for each pixel in map coordinates.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReliefImage {
    /// Left top and right bottom corner, in map coordinates.
    pub bounds: (MapPoint, MapPoint),
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// 0 (flat, or facing the light) to 255 (the darkest slope), row by row from the left top.
    pub darkness: Vec<u8>,
    /// Side of the smallest thing it shows, a cell of the source or a pixel, in kilometres.
    pub cell_km: f64,
}

impl ReliefImage {
    /// The relief of an atlas in its projection; `None` where the projection cannot take it.
    #[must_use]
    pub fn new(relief: &Relief, projector: &Projector) -> Option<Self> {
        let [west, south, east, north] = relief.bbox;
        let steps = |a: f64, b: f64| (0..=20).map(move |i| a + (b - a) * f64::from(i) / 20.0);
        let at =
            |lon: f64, lat: f64| projector.map_from_lon_lat(geo_types::coord! { x: lon, y: lat });
        let edge = steps(west, east).flat_map(|lon| [at(lon, south), at(lon, north)]);
        let edge: Vec<MapPoint> = edge
            .chain(steps(south, north).flat_map(|lat| [at(west, lat), at(east, lat)]))
            .collect();
        let fold = |pick: fn(&MapPoint) -> f64, best: fn(f64, f64) -> f64| {
            edge.iter().map(pick).reduce(best)
        };
        let min = MapPoint {
            x: fold(|p| p.x, f64::min)?,
            y: fold(|p| p.y, f64::min)?,
        };
        let max = MapPoint {
            x: fold(|p| p.x, f64::max)?,
            y: fold(|p| p.y, f64::max)?,
        };
        let (wide, high) = (max.x - min.x, max.y - min.y);
        if !(wide.is_finite() && high.is_finite() && wide > 0.0 && high > 0.0) {
            return None;
        }
        let pixel_km = pixel_km(wide, high);
        let width = (wide / pixel_km).ceil() as usize;
        let height = (high / pixel_km).ceil() as usize;
        let max = MapPoint {
            x: min.x + width as f64 * pixel_km,
            y: min.y + height as f64 * pixel_km,
        };
        let shade = Shade::new(relief);
        let (columns, rows) = (width / COARSE + 2, height / COARSE + 2);
        let km = |i: usize| i as f64 * pixel_km;
        let grid: Vec<(f64, f64)> = (0..rows)
            .flat_map(|j| (0..columns).map(move |i| (i, j)))
            .map(|(i, j)| {
                let c = projector.lon_lat_from_map(MapPoint {
                    x: min.x + km(i * COARSE),
                    y: min.y + km(j * COARSE),
                });
                (c.x, c.y)
            })
            .collect();
        let mut darkness = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let (i, j) = (x / COARSE, y / COARSE);
                let (u, v) = (
                    (x % COARSE) as f64 / COARSE as f64,
                    (y % COARSE) as f64 / COARSE as f64,
                );
                let [a, b, c, d] = [
                    j * columns + i,
                    j * columns + i + 1,
                    (j + 1) * columns + i,
                    (j + 1) * columns + i + 1,
                ]
                .map(|n| grid[n]);
                let mix = |p: f64, q: f64, r: f64, s: f64| {
                    (p * (1.0 - u) + q * u) * (1.0 - v) + (r * (1.0 - u) + s * u) * v
                };
                darkness.push(shade.darkness(mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1)));
            }
        }
        Some(Self {
            bounds: (min, max),
            width,
            height,
            darkness,
            cell_km: if pixel_km > PIXEL_KM {
                relief.cell_km.max(pixel_km)
            } else {
                relief.cell_km
            },
        })
    }
}

/// The side of a pixel, in kilometres, such that neither all of them nor those of one side are too
/// many.
fn pixel_km(wide: f64, high: f64) -> f64 {
    let by_area = (wide * high / MOST_PIXELS).sqrt();
    let by_side = wide.max(high) / MOST_PIXELS.sqrt();
    PIXEL_KM.max(by_area).max(by_side)
}

/// The grid of greys, sampled by longitude and latitude. `flat` is its median and `darkest` its
/// first percentile, so that a few odd pixels do not set the range.
struct Shade<'a> {
    relief: &'a Relief,
    flat: f64,
    darkest: f64,
}

impl<'a> Shade<'a> {
    fn new(relief: &'a Relief) -> Self {
        let mut counts = [0usize; 256];
        relief
            .grey
            .iter()
            .for_each(|g| counts[usize::from(*g)] += 1);
        let quantile = |part: f64| {
            let mut left = (relief.grey.len() as f64 * part) as usize;
            counts
                .iter()
                .position(|n| {
                    left < *n || {
                        left -= n;
                        false
                    }
                })
                .unwrap_or(255) as f64
        };
        Self {
            relief,
            flat: quantile(0.5),
            darkest: quantile(0.01),
        }
    }

    fn darkness(&self, lon: f64, lat: f64) -> u8 {
        let [west, south, east, north] = self.relief.bbox;
        let (width, height) = (self.relief.width, self.relief.height);
        let x = (lon - west) / (east - west) * width as f64 - 0.5;
        let y = (north - lat) / (north - south) * height as f64 - 0.5;
        if x < 0.0 || y < 0.0 || x >= (width - 1) as f64 || y >= (height - 1) as f64 {
            return 0;
        }
        let (i, j, u, v) = (x as usize, y as usize, x.fract(), y.fract());
        let grey = |i: usize, j: usize| f64::from(self.relief.grey[j * width + i]);
        let grey = (grey(i, j) * (1.0 - u) + grey(i + 1, j) * u) * (1.0 - v)
            + (grey(i, j + 1) * (1.0 - u) + grey(i + 1, j + 1) * u) * v;
        clamped(
            (self.flat - grey) / (self.flat - self.darkest).max(1.0) * 255.0,
            0.0,
            255.0,
        ) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Projection;

    #[test]
    fn the_widest_relief_has_no_more_pixels_than_a_wide_one() {
        let projection = Projection {
            lat_1: 30.0,
            lat_2: 50.0,
            lat_0: 40.0,
            lon_0: 0.0,
        };
        let projector = Projector::new(&projection).expect("a projection");
        let relief = |bbox| Relief {
            bbox,
            cell_km: 0.9,
            width: 4,
            height: 2,
            source: String::new(),
            grey: vec![0, 50, 100, 150, 200, 250, 100, 100],
        };
        for bbox in [
            [-170.0, -60.0, 170.0, 80.0],
            [-179.0, 0.0, 179.0, 0.1],
            [0.0, -80.0, 0.01, 80.0],
        ] {
            if let Some(image) = ReliefImage::new(&relief(bbox), &projector) {
                assert!(image.width * image.height <= 4_100_000, "{bbox:?}");
                assert_eq!(image.darkness.len(), image.width * image.height);
            }
        }
        let near = ReliefImage::new(&relief([0.0, 40.0, 1.0, 41.0]), &projector);
        assert_eq!(near.map(|r| r.cell_km), Some(0.9));
    }
}
