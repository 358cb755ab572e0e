//! The relief as SVG, and the hachures of its tiles as images for the screen.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};

use super::svg_text::{line, put};
use crate::geometry::{Hachure, MapPoint, ReliefTile, Viewport};
use crate::scene::Color;

/// Strokes whose widths differ by less than this factor are drawn in one path.
const WIDTH_CLASSES: f64 = 1.2;
/// Width of contour lines, in design units.
const CONTOUR_WIDTH: f64 = 0.6;
/// Coordinates are written in tenths of a point.
const GRAIN: f64 = 10.0;

/// With what hachures are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) color: Color,
    /// The part of its width that a stroke loses where the slope faces the light.
    pub(super) light: f32,
    /// Points of a design unit.
    pub(super) unit: f32,
}

/// Strokes of one width, and the tiles that they belong to.
type OfWidth<'t> = Vec<(&'t ReliefTile, &'t Hachure)>;

/// The strokes of some tiles by width, in points, at a scale in points per kilometre; the thinnest
/// first.
fn by_width<'t>(
    tiles: impl Iterator<Item = &'t ReliefTile>,
    light: f32,
    scale: f64,
) -> impl Iterator<Item = (f64, OfWidth<'t>)> {
    let mut classes: BTreeMap<i32, OfWidth<'t>> = BTreeMap::new();
    for tile in tiles {
        for stroke in &tile.strokes {
            let width = stroke.width_km(light) * scale;
            if width > 0.0 {
                let class = (width.ln() / WIDTH_CLASSES.ln()).round() as i32;
                classes.entry(class).or_default().push((tile, stroke));
            }
        }
    }
    let width = |class: i32| WIDTH_CLASSES.powi(class);
    classes
        .into_iter()
        .map(move |(class, strokes)| (width(class), strokes))
}

/// Writes hachures as SVG: one path for each width.
pub(super) fn hachures(out: &mut String, tiles: &[Arc<ReliefTile>], view: &Viewport, pen: Pen) {
    let [r, g, b, a] = pen.color.0;
    line(
        out,
        format_args!(
            "<g fill=\"none\" stroke=\"#{r:02X}{g:02X}{b:02X}\" stroke-opacity=\"{:.3}\" transform=\"scale({})\">",
            f32::from(a) / 255.0,
            1.0 / GRAIN
        ),
    );
    let tiles = || tiles.iter().map(Arc::as_ref);
    let mut path = |width: f64, d: &str| {
        if !d.is_empty() {
            let width = width * GRAIN;
            line(
                out,
                format_args!("<path stroke-width=\"{width:.1}\" d=\"{d}\"/>"),
            );
        }
    };
    for (width, strokes) in by_width(tiles(), pen.light, view.scale) {
        let mut d = String::new();
        for (tile, stroke) in strokes {
            trace(&mut d, tile.course(stroke), view);
        }
        path(width, &d);
    }
    let mut d = String::new();
    for contour in tiles().flat_map(|tile| &tile.contours) {
        trace(&mut d, contour.iter().copied(), view);
    }
    path(CONTOUR_WIDTH * f64::from(pen.unit), &d);
    out.push_str("</g>\n");
}

/// Appends a line in tenths of a point, relative from point to point; nothing where all of it lies
/// outside the view.
fn trace(d: &mut String, course: impl Iterator<Item = MapPoint>, view: &Viewport) {
    let start = d.len();
    let mut last: Option<(i32, i32)> = None;
    let mut is_seen = false;
    let (width, height) = view.size;
    for p in course {
        let at = view.screen_from_map(p);
        is_seen |= at.x >= 0.0 && at.y >= 0.0 && at.x <= width && at.y <= height;
        let tenths = |v: f32| (f64::from(v) * GRAIN).round() as i32;
        let (x, y) = (tenths(at.x), tenths(at.y));
        match last {
            None => {
                d.push('M');
                number(d, x);
                d.push(' ');
                number(d, y);
                d.push('l');
            }
            Some((before_x, before_y)) => {
                if !d.ends_with('l') {
                    d.push(' ');
                }
                number(d, x - before_x);
                d.push(' ');
                number(d, y - before_y);
            }
        }
        last = Some((x, y));
    }
    if !is_seen {
        d.truncate(start);
    }
}

/// Appends a number. The standard formatting takes several times as long.
fn number(out: &mut String, n: i32) {
    if n < 0 {
        out.push('-');
    }
    let mut digits = [0u8; 10];
    let mut left = n.unsigned_abs();
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    digits[first..]
        .iter()
        .for_each(|digit| out.push(char::from(b'0' + digit)));
}

/// Writes the shade of some tiles as an image of one color whose opacity is the darkness.
pub(super) fn shading(out: &mut String, tiles: &[Arc<ReliefTile>], view: &Viewport, color: Color) {
    let shaded = || tiles.iter().filter(|tile| !tile.shade.is_empty());
    let range = |of: fn(&ReliefTile) -> i32| {
        let all = || shaded().map(|tile| of(tile));
        Some((all().min()?, all().max()?))
    };
    let (Some(columns), Some(rows), Some(tile)) = (
        range(|tile| tile.place.0),
        range(|tile| tile.place.1),
        tiles.first(),
    ) else {
        return;
    };
    // Tiles share the values of their common edge.
    let each = ReliefTile::SHADES - 1;
    let size = |(first, last): (i32, i32)| (last - first + 1) as usize * each + 1;
    let (width, height) = (size(columns), size(rows));
    let [r, g, b, a] = color.0;
    let mut pixels = [r, g, b, 0].repeat(width * height);
    for tile in shaded() {
        let left = (tile.place.0 - columns.0) as usize * each;
        let top = (tile.place.1 - rows.0) as usize * each;
        for (j, row) in tile.shade.chunks_exact(ReliefTile::SHADES).enumerate() {
            let first = (top + j) * width + left;
            for (i, shade) in row.iter().enumerate() {
                let opacity = u16::from(*shade) * u16::from(a) / 255;
                pixels[(first + i) * 4 + 3] = opacity as u8;
            }
        }
    }
    let Ok(png) = super::file::png_of(width, height, &pixels) else {
        return;
    };
    let (min, max) = tile.square;
    let step = (max.x - min.x) / each as f64;
    let side = max.x - min.x;
    // The values lie in the middle of pixels.
    let corner = view.screen_from_map(MapPoint {
        x: f64::from(columns.0) * side - step / 2.0,
        y: f64::from(rows.0) * side - step / 2.0,
    });
    let points = |pixels: usize| pixels as f64 * step * view.scale;
    put(
        out,
        format_args!(
            "<image x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" preserveAspectRatio=\"none\" style=\"image-rendering:smooth\" href=\"data:image/png;base64,",
            corner.x,
            corner.y,
            points(width),
            points(height),
        ),
    );
    BASE64.encode_string(png, out);
    out.push_str("\"/>\n");
}

/// A tile as an image: how much of each pixel its lines cover.
#[cfg(any(feature = "app", test))]
pub(super) struct TileImage {
    /// Number of columns and rows.
    pub(super) size: [usize; 2],
    /// 0 to 255, row by row from the left top.
    pub(super) cover: Vec<u8>,
    /// Left top and right bottom corner, in map coordinates.
    pub(super) bounds: (MapPoint, MapPoint),
}

/// Draws the lines of a tile at a scale in pixels per kilometre, with a pen whose unit is in pixels;
/// `None` where there are none.
#[cfg(any(feature = "app", test))]
pub(super) fn image(tile: &ReliefTile, scale: f64, pen: Pen) -> Option<TileImage> {
    use resvg::tiny_skia;
    let unit = f64::from(pen.unit);
    let (min, max) = tile.bounds?;
    // Lines reach beyond their course by half their width.
    let margin = 2.0 * unit.max(1.0) / scale;
    let min = MapPoint {
        x: min.x - margin,
        y: min.y - margin,
    };
    let pixels = |km: f64| ((km + margin) * scale).ceil();
    let (width, height) = (pixels(max.x - min.x), pixels(max.y - min.y));
    let mut pixmap = tiny_skia::Pixmap::new(width as u32, height as u32)?;
    let mut paint = tiny_skia::Paint::default();
    paint.set_color(tiny_skia::Color::WHITE);
    let mut draw = |width: f64, courses: &mut dyn Iterator<Item = Vec<MapPoint>>| {
        let mut path = tiny_skia::PathBuilder::new();
        for course in courses {
            for (i, p) in course.into_iter().enumerate() {
                let at = [(p.x - min.x) * scale, (p.y - min.y) * scale].map(|v| v as f32);
                if i == 0 {
                    path.move_to(at[0], at[1]);
                } else {
                    path.line_to(at[0], at[1]);
                }
            }
        }
        let stroke = tiny_skia::Stroke {
            width: width as f32,
            ..tiny_skia::Stroke::default()
        };
        if let Some(path) = path.finish() {
            let whole = tiny_skia::Transform::identity();
            pixmap.stroke_path(&path, &paint, &stroke, whole, None);
        }
    };
    for (width, strokes) in by_width(std::iter::once(tile), pen.light, scale) {
        let courses = strokes
            .into_iter()
            .map(|(tile, s)| tile.course(s).collect());
        draw(width, &mut courses.into_iter());
    }
    draw(CONTOUR_WIDTH * unit, &mut tile.contours.iter().cloned());
    let cover = pixmap.pixels().iter().map(|p| p.alpha()).collect();
    Some(TileImage {
        size: [width as usize, height as usize],
        cover,
        bounds: (
            min,
            MapPoint {
                x: min.x + width / scale,
                y: min.y + height / scale,
            },
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Projector, ReliefMap};
    use crate::model::{Projection, Relief};

    /// A hill of 2,000 m in the middle of half a degree.
    fn hill() -> ReliefMap {
        let projection = Projection {
            kind: crate::model::ProjectionKind::Conic,
            lat_1: 39.0,
            lat_2: 41.0,
            lat_0: 40.0,
            lon_0: 45.0,
        };
        let cells = (0..60).flat_map(|j| (0..60).map(move |i| (f64::from(i), f64::from(j))));
        let height = |(x, y): (f64, f64)| 2000.0 - 100.0 * (x - 30.0).hypot(y - 30.0);
        let relief = Relief {
            bbox: [44.75, 39.75, 45.25, 40.25],
            cell_km: 0.93,
            width: 60,
            height: 60,
            source: String::new(),
            heights: cells.map(|at| height(at).max(0.0) as u16).collect(),
        };
        let projector = Projector::new(&projection).expect("a projection");
        ReliefMap::new(&relief, &projector).expect("a relief")
    }

    #[test]
    fn the_image_of_a_tile_shows_what_a_file_does() {
        let pen = Pen {
            color: Color([0, 0, 0, 255]),
            light: 0.7,
            unit: 1.0,
        };
        let whole = Viewport {
            centre: MapPoint::default(),
            scale: 8.0,
            size: (400.0, 400.0),
        };
        let tiles = hill().tiles(&whole, ReliefMap::step(&whole, 1.0));
        let tile = tiles
            .iter()
            .max_by_key(|tile| tile.strokes.len())
            .expect("a tile");
        let made = image(tile, 8.0, pen).expect("strokes");
        let [width, height] = made.size;
        let (min, max) = made.bounds;
        let view = Viewport {
            centre: MapPoint {
                x: f64::midpoint(min.x, max.x),
                y: f64::midpoint(min.y, max.y),
            },
            scale: 8.0,
            size: (width as f32, height as f32),
        };
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">"
        );
        hachures(&mut svg, &[Arc::clone(tile)], &view, pen);
        svg.push_str("</svg>");
        let (pixels, ..) = crate::paint::file::pixels(&svg).expect("pixels");
        let in_file = pixels.chunks_exact(4).map(|p| p[3]);
        assert_eq!(pixels.len(), made.cover.len() * 4);
        let ink: u64 = made.cover.iter().map(|c| u64::from(*c)).sum();
        let apart: u64 = in_file
            .zip(&made.cover)
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        assert!(ink > 255 * 1000, "{ink}");
        // A file rounds to tenths of a point.
        assert!(apart * 5 < ink, "{apart} of {ink}");
    }

    #[test]
    fn numbers_are_written_in_digits() {
        for n in [0, 7, -7, 10, -1234, i32::MAX, i32::MIN] {
            let mut out = String::new();
            number(&mut out, n);
            assert_eq!(out, n.to_string());
        }
    }

    #[test]
    fn a_line_outside_the_view_is_left_out() {
        let view = Viewport {
            centre: MapPoint::default(),
            scale: 1.0,
            size: (100.0, 100.0),
        };
        let at = |x, y| MapPoint { x, y };
        let mut d = String::new();
        trace(&mut d, [at(90.0, 0.0), at(95.0, 1.0)].into_iter(), &view);
        assert_eq!(d, "");
        trace(
            &mut d,
            [at(0.0, 0.0), at(1.5, -2.0), at(1.0, 0.0)].into_iter(),
            &view,
        );
        assert_eq!(d, "M500 500l15 -20 -5 20");
    }
}
