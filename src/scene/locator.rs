//! The locator map: a small map of the wider region with the capitals and the outline of the main
//! map. It is drawn at the foot of a plate's column.

use geo::{BooleanOps as _, BoundingRect};
use geo_types::{Coord, LineString, Polygon, Rect, coord};

use super::list::{Layer, Shape, Stroke};
use super::page::PlatePage;
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::PlaceKind;

/// Height of the locator map, in design units.
const HEIGHT: f32 = 168.0;
/// Distance of the outermost capitals from the edge, in design units.
const MARGIN: f32 = 30.0;

/// The projection of the locator map: plate carrée, with true distances at the middle parallel. It
/// shows directions and is not meant for measuring.
struct LocatorMap {
    frame: ScreenRect,
    middle: (f64, f64),
    squeeze: f64,
    scale: f64,
}

impl LocatorMap {
    fn new(frame: ScreenRect, inner: ScreenRect, lons: (f64, f64), lats: (f64, f64)) -> Self {
        let middle = (f64::midpoint(lons.0, lons.1), f64::midpoint(lats.0, lats.1));
        let squeeze = middle.1.to_radians().cos();
        let across = f64::from(inner.width()) / ((lons.1 - lons.0) * squeeze);
        Self {
            frame,
            middle,
            squeeze,
            scale: across.min(f64::from(inner.height()) / (lats.1 - lats.0)),
        }
    }

    fn at(&self, lon: f64, lat: f64) -> ScreenPoint {
        let x = (lon - self.middle.0) * self.squeeze * self.scale;
        self.frame
            .centre()
            .plus(x as f32, ((self.middle.1 - lat) * self.scale) as f32)
    }

    /// The part of the globe inside the frame, in degrees.
    fn window(&self) -> Rect<f64> {
        let (x, y) = (
            f64::from(self.frame.width()) / 2.0 / (self.squeeze * self.scale),
            f64::from(self.frame.height()) / 2.0 / self.scale,
        );
        let (lon, lat) = self.middle;
        Rect::new(
            coord! { x: lon - x, y: lat - y },
            coord! { x: lon + x, y: lat + y },
        )
    }

    /// The pieces of a line that are inside the frame.
    fn pieces(&self, line: &[(f64, f64)]) -> Vec<Vec<ScreenPoint>> {
        let points = line.iter().map(|(lon, lat)| self.at(*lon, *lat));
        let mut out: Vec<Vec<ScreenPoint>> = vec![Vec::new()];
        for p in points {
            if self.frame.expand(-1.0).holds(p) {
                if let Some(last) = out.last_mut() {
                    last.push(p);
                }
            } else if out.last().is_some_and(|l| !l.is_empty()) {
                out.push(Vec::new());
            }
        }
        out.retain(|piece| piece.len() > 1);
        out
    }
}

impl PlatePage<'_> {
    /// The locator map with its lower edge at `bottom`; none where the column has no space for it.
    pub(super) fn locator(&mut self, bottom: f32) {
        let (k, context) = (self.k, self.s.context);
        let (theme, atlas) = (context.theme, context.atlas());
        let top = bottom - HEIGHT * k;
        if self.y + 18.0 * k > top {
            return;
        }
        let mut frame = ScreenRect {
            min: ScreenPoint::new(self.left, top),
            max: ScreenPoint::new(self.left + self.width, bottom),
        };
        let seats = atlas.parties.iter().filter(|p| p.capital).filter_map(|p| {
            let seat = p.seat.as_ref()?;
            let place = atlas.place(seat.as_str())?.point?;
            Some((p.id.clone(), seat.clone(), place))
        });
        let seats: Vec<_> = seats.collect();
        let [west, south, east, north] = atlas.manifest.home;
        let span = |values: Vec<f64>| {
            values
                .iter()
                .fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)))
        };
        let lons = span(seats.iter().map(|s| s.2.x()).chain([west, east]).collect());
        let lats = span(
            seats
                .iter()
                .map(|s| s.2.y())
                .chain([south, north])
                .collect(),
        );
        let chart =
            |frame: ScreenRect| LocatorMap::new(frame, frame.expand(-MARGIN * k), lons, lats);
        // A frame wider than the land of the base map would show false sea at its sides.
        if let Some(bounds) = bounds_of(&context.geometry().region_land) {
            let known = chart(frame);
            let (a, b) = (
                known.at(bounds.min().x, 0.0).x,
                known.at(bounds.max().x, 0.0).x,
            );
            let half = (known.frame.centre().x - a).min(b - known.frame.centre().x);
            frame.max.x = frame
                .max
                .x
                .min(frame.min.x + 2.0 * half.max(HEIGHT / 2.0 * k));
        }
        let chart = chart(frame);
        let ground = if context.geometry().region_land.is_empty() {
            theme.beyond
        } else {
            theme.lake
        };
        let sheet = |fill, stroke| Shape::Box {
            rect: frame,
            round: 0.0,
            fill,
            stroke,
        };
        self.s
            .add(Layer::Furniture, None, sheet(Some(ground), None));
        self.region(&chart);
        self.grid(&chart);
        let coast = Stroke::solid(theme.shore, 1.3 * k);
        for piece in context
            .geometry()
            .coasts
            .iter()
            .flat_map(|c| chart.pieces(c))
        {
            self.s.path(Layer::Furniture, None, piece, coast);
        }
        let edge = Some(Stroke::solid(theme.rule, 1.5 * k));
        self.s.add(Layer::Furniture, None, sheet(None, edge));
        let (a, b) = (chart.at(west, north), chart.at(east, south));
        let rect = ScreenRect { min: a, max: b };
        let stroke = Some(Stroke::solid(theme.ink, 2.2 * k));
        self.s.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect,
                round: 0.0,
                fill: Some(theme.card.alpha(0.6)),
                stroke,
            },
        );
        let mut taken = vec![rect.expand(3.0 * k)];
        for (party, seat, point) in &seats {
            let p = chart.at(point.x(), point.y());
            let (letter, line) = (self.s.letter_of(party), self.s.colors_of(party).line);
            // A capital on the main map needs no letter and no name here.
            let screen_from_map = rect.holds(p);
            if screen_from_map {
                self.s.disc(Layer::Furniture, None, p, 3.4, line);
            } else {
                self.s
                    .roundel(Layer::Furniture, p, 9.6, &letter, line, false);
            }
            taken.push(ScreenRect::around(p, 20.0 * k, 20.0 * k));
            if !screen_from_map {
                self.name(&frame, &mut taken, p, seat.as_str(), Face::SemiBold);
            }
        }
        let seat = |id: &str| seats.iter().any(|(_, s, _)| s.as_str() == id);
        for place in atlas
            .places
            .iter()
            .filter(|p| p.kind == PlaceKind::City && p.rank <= 2 && !seat(p.id.as_str()))
        {
            let Some(point) = place.point else { continue };
            let p = chart.at(point.x(), point.y());
            if rect.expand(2.0 * k).holds(p) || taken.iter().any(|t| t.holds(p)) {
                continue;
            }
            self.s.disc(Layer::Furniture, None, p, 2.4, theme.ink2);
            self.name(&frame, &mut taken, p, place.id.as_str(), Face::Regular);
        }
    }

    /// The meridians and parallels of every tenth degree.
    fn grid(&mut self, chart: &LocatorMap) {
        let window = chart.window();
        let (from, to) = (window.min(), window.max());
        let line = Stroke::solid(self.s.context.theme.rule, 0.8 * self.k);
        let tens = |from: f64, to: f64| {
            (-18..=18)
                .map(|ten| f64::from(ten) * 10.0)
                .filter(move |at| (from..=to).contains(at))
        };
        let meridians = tens(from.x, to.x).map(|lon| [(lon, from.y), (lon, to.y)]);
        let parallels = tens(from.y, to.y).map(|lat| [(from.x, lat), (to.x, lat)]);
        for ends in meridians.chain(parallels) {
            let points = ends.iter().map(|(lon, lat)| chart.at(*lon, *lat)).collect();
            self.s.path(Layer::Furniture, None, points, line);
        }
    }

    /// The land of the wider region, with its shores.
    fn region(&mut self, chart: &LocatorMap) {
        let (k, context) = (self.k, self.s.context);
        let theme = context.theme;
        let window = chart.window();
        let shore = Stroke::solid(theme.shore, 1.1 * k);
        for polygon in &context.geometry().region_land {
            for part in &polygon.intersection(&window.to_polygon()) {
                let rings = std::iter::once((part.exterior(), theme.beyond))
                    .chain(part.interiors().iter().map(|lake| (lake, theme.lake)));
                for (ring, fill) in rings {
                    let points = ring.coords().map(|c| chart.at(c.x, c.y)).collect();
                    self.s.solid(Layer::Furniture, None, points, fill);
                    for piece in shores(ring, &window) {
                        let points = piece.iter().map(|c| chart.at(c.x, c.y)).collect();
                        self.s.path(Layer::Furniture, None, points, shore);
                    }
                }
            }
        }
    }

    /// A name beside its point, where there is space for it.
    fn name(
        &mut self,
        frame: &ScreenRect,
        taken: &mut Vec<ScreenRect>,
        p: ScreenPoint,
        id: &str,
        face: Face,
    ) {
        let (k, context) = (self.k, self.s.context);
        let capital = face == Face::SemiBold;
        let style = Self::style(
            face,
            if capital { 14.0 } else { 13.0 },
            if capital {
                context.theme.ink
            } else {
                context.theme.ink2
            },
        );
        let name = context.atlas().name(id, context.text.language()).to_owned();
        let (w, h) = (self.s.width(&name, style), 16.0 * k);
        let gap = if capital { 14.0 } else { 6.0 } * k;
        let candidates = [
            ScreenRect::sized(p.plus(gap, -h / 2.0), w, h),
            ScreenRect::sized(p.plus(-gap - w, -h / 2.0), w, h),
            ScreenRect::sized(p.plus(-w / 2.0, -gap - h), w, h),
            ScreenRect::sized(p.plus(-w / 2.0, gap), w, h),
        ];
        let free = |r: &&ScreenRect| {
            frame.expand(-3.0 * k).holds_rect(r) && taken.iter().all(|t| t.overlap(r) == 0.0)
        };
        let Some(rect) = candidates.iter().find(free).copied() else {
            return;
        };
        self.s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(rect.min.x, rect.centre().y),
            &name,
            style,
        );
        taken.push(rect);
    }
}

/// The bounding box of some polygons; `None` where there are none.
fn bounds_of(polygons: &[Polygon<f64>]) -> Option<Rect<f64>> {
    let corners = polygons.iter().filter_map(BoundingRect::bounding_rect);
    corners.reduce(|a, b| {
        Rect::new(
            coord! { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) },
            coord! { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) },
        )
    })
}

/// The parts of a ring that are shore, and not the edge at which the window cuts the land.
fn shores(ring: &LineString<f64>, window: &Rect<f64>) -> Vec<Vec<Coord<f64>>> {
    let (from, to) = (window.min(), window.max());
    let along = |a: f64, b: f64, edge: f64| (a - edge).abs() < 1e-6 && (b - edge).abs() < 1e-6;
    let mut out: Vec<Vec<Coord<f64>>> = Vec::new();
    for side in ring.lines() {
        let (a, b) = (side.start, side.end);
        let is_cut = along(a.x, b.x, from.x)
            || along(a.x, b.x, to.x)
            || along(a.y, b.y, from.y)
            || along(a.y, b.y, to.y);
        match out.last_mut() {
            _ if is_cut => out.push(Vec::new()),
            Some(last) if last.last() == Some(&a) => last.push(b),
            _ => out.push(vec![a, b]),
        }
    }
    out.retain(|piece| piece.len() > 1);
    out
}
