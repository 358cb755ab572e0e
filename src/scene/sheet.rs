//! The arrangement of a plate: where its map, its columns of texts and its foot are, for every size
//! and shape of the sheet. All measures are in design units of the page, of which one is a point on
//! a sheet of 1920 × 1080 or 1080 × 1920.

use crate::geometry::{MapPoint, ScreenPoint, ScreenRect};
use crate::numeric::clamped;

/// Longer and shorter side of the sheet on which a design unit is a point.
const DESIGN: (f32, f32) = (1920.0, 1080.0);
/// Distance from the neatline to the map, in which the degrees stand.
pub(super) const GAP: f32 = 19.0;
/// Margins left, right and above, and between a column and the neatline.
const MARGIN: f32 = 46.0;
/// Margin above the neatline.
const TOP: f32 = 40.0;
/// Height of the strip below the neatline for sources, credits and scale.
const FOOT: f32 = 122.0;
/// Height of that strip on a wide sheet, where it also has a part of the legend.
const WIDE_FOOT: f32 = 158.0;
/// Height of that strip on an upright sheet, which is narrow.
const UPRIGHT_FOOT: f32 = 214.0;
/// Height of that strip where only the sources are named.
const SKETCH_FOOT: f32 = 68.0;
/// Least and greatest width of the one column of a wide sheet.
const COLUMN: (f32, f32) = (400.0, 540.0);
/// Width of each of the three columns of a very wide sheet.
const PANORAMA_COLUMN: f32 = 470.0;
/// Width of the column of a sketch.
const SKETCH_COLUMN: f32 = 300.0;
/// Height of the title above the map of an upright sheet.
const UPRIGHT_HEAD: f32 = 226.0;
/// Least height that an upright sheet keeps for the columns below its map.
const UPRIGHT_COLUMNS: f32 = 560.0;
/// Ratio of width to height from which a sheet has columns on both sides of its map.
const PANORAMA_FROM: f32 = 2.3;
/// Ratio of a sheet to the design below which its map is a sketch.
const SKETCH_BELOW: f32 = 0.5;
/// Powers of that ratio by which the page and its map grow: more slowly than the sheet, so that a
/// larger one shows more.
const PAGE_POWER: f32 = 0.8;
const MAP_POWER: f32 = 0.75;
/// The power by which both shrink on a smaller sheet, so that its texts stay legible.
const SMALL_POWER: f32 = 0.5;
/// The same for a sketch.
const SKETCH_POWER: f32 = 0.3;

/// The ratio to the design below which the page shrinks with the sheet: its texts have no room there.
const LEAST_LEGIBLE: f32 = 0.17;
/// The most that the longer side of a map is of its shorter one. The rest of a longer sheet is bare: the
/// ground that the base map draws does not go on beside or above it.
const MOST_LONG: f32 = 4.0;

/// How the texts of a sheet are arranged around its map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// One column left of the map.
    Wide,
    /// One column left of the map and two right of it.
    Panorama,
    /// The title above the map, two columns below it.
    Upright,
    /// A title and a brief legend left of a sketch map.
    Sketch,
}

/// A column of texts, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// The arrangement of one sheet, in points.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) arrangement: Arrangement,
    /// Points per design unit of the page.
    pub(super) k: f32,
    /// Points per design unit of the map.
    pub(super) unit: f32,
    /// The neatline.
    pub(super) neat: ScreenRect,
    /// The columns, in the order in which they are read. The first has the title.
    pub(super) columns: Vec<Column>,
    /// The strip below everything else.
    pub(super) foot: Column,
}

impl Sheet {
    /// The arrangement of a sheet of that size, for a map whose first view has the corners `home`.
    pub(super) fn new(size: (f32, f32), home: (MapPoint, MapPoint)) -> Self {
        let upright = size.1 > size.0;
        let (long, short) = if upright {
            (size.1, size.0)
        } else {
            (size.0, size.1)
        };
        let ratio = (long / DESIGN.0).min(short / DESIGN.1);
        let arrangement = if ratio < SKETCH_BELOW {
            Arrangement::Sketch
        } else if upright {
            Arrangement::Upright
        } else if size.0 / size.1 >= PANORAMA_FROM {
            Arrangement::Panorama
        } else {
            Arrangement::Wide
        };
        let (k, unit) = match arrangement {
            Arrangement::Sketch => {
                let smaller = (ratio / LEAST_LEGIBLE).min(1.0);
                let of = |power| ratio.max(LEAST_LEGIBLE).powf(power) * smaller;
                (of(SKETCH_POWER), of(SMALL_POWER))
            }
            _ if ratio < 1.0 => (ratio.powf(SMALL_POWER), ratio.powf(SMALL_POWER)),
            _ => (ratio.powf(PAGE_POWER), ratio.powf(MAP_POWER)),
        };
        let page = Page {
            width: size.0 / k,
            height: size.1 / k,
            aspect: ((home.1.x - home.0.x) / (home.1.y - home.0.y)).abs() as f32,
        };
        let (neat, columns, foot) = match arrangement {
            Arrangement::Upright => page.upright(),
            Arrangement::Panorama => page.panorama(),
            Arrangement::Sketch => page.beside(SKETCH_COLUMN, SKETCH_FOOT),
            Arrangement::Wide => page.beside(page.column_width(), WIDE_FOOT),
        };
        let scaled = |c: Column| Column {
            left: c.left * k,
            width: c.width * k,
            top: c.top * k,
            bottom: c.bottom * k,
        };
        let [left, top, right, bottom] = neat.map(|edge| edge * k);
        Self {
            arrangement,
            k,
            unit,
            neat: ScreenRect {
                min: ScreenPoint::new(left, top),
                max: ScreenPoint::new(right, bottom),
            },
            columns: columns.into_iter().map(scaled).collect(),
            foot: scaled(foot),
        }
    }

    pub(super) fn is_sketch(&self) -> bool {
        self.arrangement == Arrangement::Sketch
    }
}

/// A sheet in design units, with the ratio of width to height of the map's first view.
struct Page {
    width: f32,
    height: f32,
    aspect: f32,
}

/// Left, top, right and bottom of the neatline, the columns, and the foot, in design units.
type Parts = ([f32; 4], Vec<Column>, Column);

impl Page {
    /// Width of the column that leaves the map no wider than its first view is.
    fn column_width(&self) -> f32 {
        let map = (self.height - TOP - WIDE_FOOT - 2.0 * GAP) * self.aspect + 2.0 * GAP;
        clamped(self.width - 2.6 * MARGIN - map, COLUMN.0, COLUMN.1)
    }

    fn beside(&self, column: f32, foot: f32) -> Parts {
        let column = column.min(0.4 * self.width);
        let left = MARGIN + column + 0.85 * MARGIN;
        let (right, bottom) = (self.width - 0.75 * MARGIN, self.height - foot);
        let (right, bottom) = not_too_long((left, TOP), (right, bottom));
        let text = Column {
            left: MARGIN,
            width: column,
            top: TOP,
            bottom: self.height - 24.0,
        };
        (
            [left, TOP, right, bottom],
            vec![text],
            self.foot_from(left, right, bottom),
        )
    }

    fn panorama(&self) -> Parts {
        let column = PANORAMA_COLUMN.min(self.width / 6.5);
        let apart = 0.85 * MARGIN;
        let left = MARGIN + column + apart;
        let right = self.width - MARGIN - 2.0 * (column + apart);
        let (right, bottom) = not_too_long((left, TOP), (right, self.height - FOOT));
        let of = |left: f32| Column {
            left,
            width: column,
            top: TOP,
            bottom: self.height - 24.0,
        };
        let columns = vec![
            of(MARGIN),
            of(right + apart),
            of(right + 2.0 * apart + column),
        ];
        (
            [left, TOP, right, bottom],
            columns,
            self.foot_from(left, right, bottom),
        )
    }

    fn upright(&self) -> Parts {
        let (left, right) = (MARGIN, self.width - MARGIN);
        let foot = self.height - UPRIGHT_FOOT;
        let top = TOP + UPRIGHT_HEAD;
        let map = 1.08 * (right - left - 2.0 * GAP) / self.aspect + 2.0 * GAP;
        let bottom = (top + map).min(foot - UPRIGHT_COLUMNS).max(top + 0.6 * map);
        let apart = 40.0;
        let half = (right - left - apart) / 2.0;
        let head = Column {
            left,
            width: right - left,
            top: TOP,
            bottom: top,
        };
        let of = |left: f32| Column {
            left,
            width: half,
            top: bottom + 26.0,
            bottom: foot - 10.0,
        };
        let columns = vec![head, of(left), of(left + half + apart)];
        (
            [left, top, right, bottom],
            columns,
            self.foot_from(left, right, foot),
        )
    }

    fn foot_from(&self, left: f32, right: f32, top: f32) -> Column {
        Column {
            left,
            width: right - left,
            top: top + 14.0,
            bottom: self.height - 12.0,
        }
    }
}

/// The right and bottom of a rectangle with that left and top, without what is too long.
fn not_too_long((left, top): (f32, f32), (right, bottom): (f32, f32)) -> (f32, f32) {
    let (width, height) = (right - left, bottom - top);
    (
        left + width.min(MOST_LONG * height),
        top + height.min(MOST_LONG * width),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_sheet_shows_more_and_a_small_one_stays_legible() {
        let home = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 290.0, y: 222.0 });
        let of = |w: f32, h: f32| Sheet::new((w, h), home);
        let (full, double) = (of(1920.0, 1080.0), of(3840.0, 2160.0));
        assert_eq!((full.k, full.unit), (1.0, 1.0));
        assert!(double.unit < 2.0 && double.unit > 1.5);
        assert_eq!(full.arrangement, Arrangement::Wide);
        assert_eq!(of(1080.0, 1920.0).arrangement, Arrangement::Upright);
        assert_eq!(of(3000.0, 700.0).arrangement, Arrangement::Panorama);
        assert_eq!(of(800.0, 500.0).arrangement, Arrangement::Sketch);
        for sheet in [
            full,
            double,
            of(1080.0, 1920.0),
            of(3000.0, 700.0),
            of(800.0, 500.0),
            of(200.0, 200.0),
            of(3508.0, 2480.0),
            of(400.0, 2400.0),
            of(10_000.0, 300.0),
            of(12_000.0, 1_000.0),
        ] {
            let (width, height) = (sheet.neat.width(), sheet.neat.height());
            assert!(width > 0.0 && height > 0.0);
            let longest = MOST_LONG * 1.001;
            assert!(width < longest * height && height < longest * width);
            for column in &sheet.columns {
                let apart = column.left + column.width <= sheet.neat.min.x
                    || column.left >= sheet.neat.max.x
                    || column.bottom <= sheet.neat.min.y
                    || column.top >= sheet.neat.max.y;
                assert!(apart, "{column:?} {:?}", sheet.neat);
            }
        }
    }
}
