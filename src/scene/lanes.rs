//! The time line: the number of records per day, a lane for each kind of record with certain and
//! possible days, the duration of the selection, the range, and the day that is shown. The panel of
//! the window draws the display list and reads its clickable rectangles.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::list::{Item, Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{RecordKind, word};
use crate::numeric::clamped;
use crate::time::TimeScale;

/// Height of a time line with lanes, in design units, below which its rows are lower.
const LOW: f32 = 190.0;
/// Least width of the names of the lanes, and what is free on either side of them, in design units.
const NAMES: f32 = 90.0;
const BESIDE_NAMES: f32 = 12.0;
/// Greatest part of the width that the names of the lanes take; longer ones are set smaller.
const MOST_NAMES: f32 = 0.25;

/// What a time line shows above its axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineForm {
    /// The number of records per day and a lane for each kind of record.
    Lanes,
    /// The number of records per day, for a window that is too low for lanes. A range is dragged in
    /// it as in the form with lanes.
    Folded,
    /// The number of records per day, and a large handle; without ranges.
    Plain,
}

/// Measures of the rows of a time line, in design units.
#[derive(Debug, Clone, Copy)]
struct Rows {
    /// Height of a lane, and font size of its name.
    lane: f32,
    name: f32,
    /// Height of the tallest bar of the histogram.
    histogram: f32,
    /// Lower edge of the histogram, at which the lanes begin.
    base: f32,
}

impl Rows {
    const USUAL: Self = Self {
        lane: 16.0,
        name: 13.0,
        histogram: 40.0,
        base: 72.0,
    };
    const LOW: Self = Self {
        lane: 13.4,
        name: 11.5,
        histogram: 22.0,
        base: 52.0,
    };

    /// Without lanes: the rows in which a screen reader finds them lie between the base, at some height,
    /// and the axis.
    const fn folded(base: f32) -> Self {
        Self {
            lane: 5.0,
            name: 0.0,
            histogram: 20.0,
            base,
        }
    }
}

/// A drawn time line.
#[derive(Debug, Clone)]
pub struct Lanes {
    /// The display list, in points from the corner of the time line.
    pub items: Vec<Item>,
    /// Rectangles of the marks that can be clicked, each with the id of its record.
    pub hits: Vec<(ScreenRect, String)>,
    /// The scale between days and points.
    pub scale: TimeScale,
    /// Lower edge, in points, of the zone in which a drag makes a range; below it a drag moves the
    /// day.
    pub range_zone: f32,
    /// Rectangle of the handle of the day.
    pub handle: ScreenRect,
    rows: Rows,
}

impl Lanes {
    /// The row of a lane with its name, in points, with `unit` points in a design unit.
    #[must_use]
    pub fn lane(&self, kind: RecordKind, unit: f32) -> ScreenRect {
        let row = RecordKind::ALL.iter().position(|known| *known == kind);
        let height = self.rows.lane * unit;
        let middle = self.range_zone + (row.unwrap_or_default() as f32 + 0.75) * height;
        let corner = ScreenPoint::new(0.0, middle - height / 2.0);
        ScreenRect::sized(corner, self.scale.right, height)
    }

    /// The time line, `width` by `height` points large.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, (width, height): (f32, f32), form: LineForm) -> Self {
        let SceneContext {
            session, unit: u, ..
        } = *view;
        let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
        let left = if form == LineForm::Lanes {
            s.names_of_lanes(width)
        } else {
            10.0 * u
        };
        let scale = TimeScale {
            left,
            right: width - 24.0 * u,
            days: session.visible_days(),
        };
        let axis = height - 26.0 * u;
        let rows = match form {
            LineForm::Lanes if height < LOW * u => Rows::LOW,
            LineForm::Lanes => Rows::USUAL,
            LineForm::Folded => Rows::folded(axis / u - 3.0),
            LineForm::Plain => Rows {
                base: axis / u - 26.0,
                ..Rows::USUAL
            },
        };
        let base = rows.base * u;
        let mut hits = Vec::new();
        s.range(&scale, base, axis);
        s.months(&scale, 28.0 * u, axis);
        s.histogram(&scale, base, rows);
        if form == LineForm::Lanes {
            s.lane_rows(&scale, rows, &mut hits);
            s.life(
                &scale,
                base + (RecordKind::ALL.len() as f32 * rows.lane + 11.0) * u,
            );
        }
        s.time_axis(&scale, axis);
        let handle = s.handle(&scale, axis, form != LineForm::Plain);
        s.items.sort_by_key(|i| i.layer);
        Self {
            items: s.items,
            hits,
            scale,
            range_zone: base,
            handle,
            rows,
        }
    }
}

impl SceneBuilder<'_> {
    fn lane_style(&self) -> TextStyle {
        TextStyle {
            face: Face::Regular,
            size: 13.0,
            color: self.context.theme.ink,
            halo: None,
        }
    }

    /// Width that the names of the lanes take in a time line of some width, in points.
    fn names_of_lanes(&self, width: f32) -> f32 {
        let style = self.lane_style();
        let names = RecordKind::ALL.iter();
        let names = names.map(|kind| self.context.text.get(word(*kind)));
        let widest = names.map(|name| self.width(&name, style));
        let beside = 2.0 * BESIDE_NAMES * self.u;
        let needed = widest.fold(0.0, f32::max) + beside;
        clamped(
            needed,
            NAMES * self.u,
            (width * MOST_NAMES).max(NAMES * self.u),
        )
    }

    fn range(&mut self, scale: &TimeScale, base: f32, axis: f32) {
        let (u, theme) = (self.u, self.context.theme);
        let Some((a, b)) = self.context.session.range().and_then(|r| scale.extent(r)) else {
            return;
        };
        let whole = ScreenRect {
            min: ScreenPoint::new(a, 28.0 * u),
            max: ScreenPoint::new(b, axis),
        };
        self.bar(Layer::Land, whole, theme.beyond);
        for x in [a, b] {
            let line = Stroke::solid(theme.ink, 2.0 * u);
            self.path(
                Layer::Selection,
                None,
                vec![ScreenPoint::new(x, 28.0 * u), ScreenPoint::new(x, axis)],
                line,
            );
            let grip = ScreenRect::around(
                ScreenPoint::new(x, f32::midpoint(28.0 * u, base)),
                7.0 * u,
                22.0 * u,
            );
            self.add(
                Layer::Selection,
                None,
                Shape::Box {
                    rect: grip,
                    round: 3.0 * u,
                    fill: Some(theme.ink),
                    stroke: None,
                },
            );
        }
    }

    fn months(&mut self, scale: &TimeScale, top: f32, axis: f32) {
        let line = Stroke::solid(self.context.theme.rule, 1.0 * self.u);
        for (day, _) in scale.ticks(self.u).into_iter().filter(|(_, major)| *major) {
            let x = scale.x_from_day(day);
            self.path(
                Layer::Land,
                None,
                vec![ScreenPoint::new(x, top), ScreenPoint::new(x, axis)],
                line,
            );
        }
    }

    /// Bars of the number of records per day, by its square root, so that one record is visible
    /// beside twenty; a dotted line where there is none.
    fn histogram(&mut self, scale: &TimeScale, base: f32, rows: Rows) {
        let (u, theme) = (self.u, self.context.theme);
        let mut counts: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for mark in self.context.session.timeline().lane_marks() {
            if let Some(day) = mark.day {
                *counts.entry(day).or_default() += 1;
            }
        }
        let most = counts.values().max().copied().unwrap_or(1) as f32;
        let ends = vec![
            ScreenPoint::new(scale.left, base),
            ScreenPoint::new(scale.right, base),
        ];
        self.path(
            Layer::Land,
            None,
            ends,
            Stroke::dotted(theme.ink3, 1.8 * u, 6.0 * u),
        );
        let width = clamped(scale.day_width() * 0.7, 1.5, 26.0 * u);
        for (day, count) in counts.into_iter().filter(|(d, _)| scale.days.holds(*d)) {
            let height = (count as f32 / most).sqrt() * rows.histogram * u;
            let x = scale.x_from_day(day);
            let rect = ScreenRect {
                min: ScreenPoint::new(x - width / 2.0, base - height),
                max: ScreenPoint::new(x + width / 2.0, base),
            };
            self.bar(Layer::Fill, rect, theme.hatch);
        }
    }

    fn lane_rows(&mut self, scale: &TimeScale, rows: Rows, hits: &mut Vec<(ScreenRect, String)>) {
        let (u, theme, session) = (self.u, self.context.theme, self.context.session);
        let room = scale.left / u - 2.0 * BESIDE_NAMES;
        for (i, kind) in RecordKind::ALL.iter().enumerate() {
            let y = (rows.base + (i as f32 + 0.75) * rows.lane) * u;
            let words = self.context.text.get(word(*kind));
            let style = self.lane_style();
            let name = TextStyle {
                size: style.face.fitted(&words, style.size.min(rows.name), room),
                ..style
            };
            let width = self.width(&words, name);
            self.text(
                Layer::Furniture,
                None,
                ScreenPoint::new(scale.left - BESIDE_NAMES * u - width, y),
                &words,
                name,
            );
            let ends = vec![
                ScreenPoint::new(scale.left, y),
                ScreenPoint::new(scale.right, y),
            ];
            self.path(Layer::Land, None, ends, Stroke::solid(theme.rule, 1.0 * u));
            let marks = session
                .timeline()
                .lane_marks()
                .iter()
                .filter(|m| m.kind == *kind);
            for mark in marks {
                let chosen = session.selection() == Some(mark.id.as_str());
                // Possible days of several records overlap: the darker, the more records may be of
                // the day.
                for (extent, color, half) in [
                    (mark.fade, theme.hatch.alpha(0.22), 3.0),
                    (mark.core, theme.hatch, 2.2),
                ] {
                    let Some((a, b)) = extent.and_then(|r| scale.extent(r)) else {
                        continue;
                    };
                    let rect = ScreenRect {
                        min: ScreenPoint::new(a, y - half * u),
                        max: ScreenPoint::new(b, y + half * u),
                    };
                    self.bar(Layer::Band, rect, if chosen { theme.ink2 } else { color });
                    hits.push((
                        ScreenRect {
                            min: rect.min.plus(0.0, -3.0 * u),
                            max: rect.max.plus(0.0, 3.0 * u),
                        },
                        mark.id.to_string(),
                    ));
                }
                if let Some(day) = mark.day.filter(|d| scale.days.holds(*d)) {
                    let x = scale.x_from_day(day);
                    let (half, wide) = if chosen { (7.5, 4.5) } else { (5.5, 2.0) };
                    let line = Stroke::solid(theme.ink, wide * u);
                    self.path(
                        Layer::Unit,
                        None,
                        vec![
                            ScreenPoint::new(x, y - half * u),
                            ScreenPoint::new(x, y + half * u),
                        ],
                        line,
                    );
                    hits.push((
                        ScreenRect::around(ScreenPoint::new(x, y), 7.0 * u, rows.lane * u),
                        mark.id.to_string(),
                    ));
                }
            }
        }
    }

    /// The duration of the selection, with its end in words.
    fn life(&mut self, scale: &TimeScale, y: f32) {
        let (u, theme, session) = (self.u, self.context.theme, self.context.session);
        let Some(id) = session.selection() else {
            return;
        };
        let Some(life) = session.timeline().life_of(id) else {
            return;
        };
        let Some((a, b)) = scale.extent(life) else {
            return;
        };
        let rect = ScreenRect {
            min: ScreenPoint::new(a, y - 4.5 * u),
            max: ScreenPoint::new(b.max(a + 4.0 * u), y + 4.5 * u),
        };
        let stroke = Some(Stroke::solid(theme.ink, 1.2 * u));
        self.add(
            Layer::Mark,
            None,
            Shape::Box {
                rect,
                round: 0.0,
                fill: Some(theme.hatch),
                stroke,
            },
        );
        let words = self.context.text.days(life);
        let style = TextStyle {
            face: Face::Regular,
            size: 12.5,
            color: theme.ink,
            halo: Some(theme.card),
        };
        let width = self.width(&words, style);
        let x = if rect.max.x + 8.0 * u + width < scale.right {
            rect.max.x + 8.0 * u
        } else {
            (rect.min.x - 8.0 * u - width).max(scale.left)
        };
        self.text(Layer::Mark, None, ScreenPoint::new(x, y), &words, style);
    }

    fn handle(&mut self, scale: &TimeScale, axis: f32, small: bool) -> ScreenRect {
        let (u, theme, day) = (self.u, self.context.theme, self.context.session.day());
        let x = clamped(scale.x_from_day(day), scale.left, scale.right);
        let line = Stroke::solid(theme.ink, 3.0 * u);
        self.path(
            Layer::Seat,
            None,
            vec![
                ScreenPoint::new(x, 22.0 * u),
                ScreenPoint::new(x, axis + 4.0 * u),
            ],
            line,
        );
        let (w, h, size) = if small {
            (34.0, 24.0, 15.0)
        } else {
            (64.0, 40.0, 24.0)
        };
        let rect = ScreenRect::around(ScreenPoint::new(x, 15.0 * u), w * u, h * u);
        self.add(
            Layer::Furniture,
            None,
            Shape::Box {
                rect,
                round: 5.0 * u,
                fill: Some(theme.ink),
                stroke: None,
            },
        );
        let style = TextStyle {
            face: Face::SemiBold,
            size,
            color: theme.page,
            halo: None,
        };
        self.text_centred(
            Layer::Furniture,
            None,
            rect.centre(),
            &day.day().to_string(),
            style,
        );
        rect
    }
}
