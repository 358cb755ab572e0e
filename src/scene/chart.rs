//! Charts: display lists that are not maps. The window shows them below the map, exports place them
//! on a page of their own, and their numbers go into a table. It may use `session`, `timeline` and
//! `text`.

use chrono::Datelike as _;

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Item, Layer, Shape, Stroke};
use super::typeface::Face;
use super::{Color, SceneContext};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::time::TimeScale;

/// Margin at the sides of a page, in design units.
const PAGE_MARGIN: f32 = 60.0;
/// Height of the title above the chart, in design units.
const PAGE_HEAD: f32 = 170.0;
/// Height of the source lines below the chart, in design units.
const PAGE_FOOT: f32 = 110.0;
/// Width of a page, in design units.
const PAGE_WIDTH: f32 = 1800.0;

/// Maximum width of the matrix, in design units, so that its cells stay near the names of their
/// rows.
const MATRIX_WIDTH: f32 = 760.0;

/// A drawn chart.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// The display list, in points from the chart's corner.
    pub items: Vec<Item>,
    /// Rectangles that can be clicked, each with the id that a click selects.
    pub hits: Vec<(ScreenRect, String)>,
    /// Width and height in points.
    pub size: (f32, f32),
    /// The content as a table, with the header as its first row.
    pub table: Vec<Vec<String>>,
}

/// The kinds of charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// District by capital on the day.
    Matrix,
    /// District by capital over time.
    Ribbons,
    /// Reported strengths over time.
    Strengths,
    /// Senders and addressees of messages.
    Network,
}

impl Chart {
    /// A chart of the view. Those over time extend from `left` to `right`, in points; the others
    /// from 0 to `right`.
    #[must_use]
    pub fn new(kind: ChartKind, view: &SceneContext<'_>, left: f32, right: f32) -> Self {
        match kind {
            ChartKind::Matrix => super::matrix(view, right.min(MATRIX_WIDTH * view.unit), None),
            ChartKind::Ribbons => super::ribbons::ribbons(view, left, right),
            ChartKind::Strengths => super::strengths::strengths(view, left, right),
            ChartKind::Network => super::network::network(view, right),
        }
    }

    /// A chart on a page of its own, `width` points wide, with title, filter, sources and the state
    /// string.
    #[must_use]
    pub fn page(kind: ChartKind, view: &SceneContext<'_>, width: f32) -> Self {
        let k = width / PAGE_WIDTH;
        let view = SceneContext { unit: k, ..*view };
        let inner = width - 2.0 * PAGE_MARGIN * k;
        let left = if matches!(kind, ChartKind::Ribbons | ChartKind::Strengths) {
            330.0 * k
        } else {
            0.0
        };
        let mut chart = Self::new(kind, &view, left, inner);
        for item in &mut chart.items {
            item.shape.shift(PAGE_MARGIN * k, PAGE_HEAD * k);
        }
        let SceneContext {
            session,
            theme,
            text,
            ..
        } = view;
        let mut s = SceneBuilder::new(SceneContext { unit: k, ..view });
        let atlas = s.context.atlas();
        let style = |face, size, color| TextStyle {
            face,
            size,
            color,
            halo: None,
        };
        let at = |x: f32, y: f32| ScreenPoint::new(x * k, y * k);
        s.path(
            Layer::Furniture,
            None,
            vec![at(PAGE_MARGIN, 46.0), at(PAGE_WIDTH - PAGE_MARGIN, 46.0)],
            Stroke::solid(theme.ink, 3.0 * k),
        );
        let name = text.get(kind.key());
        s.text(
            Layer::Furniture,
            None,
            at(PAGE_MARGIN, 84.0),
            &name,
            style(Face::DisplayMedium, 44.0, theme.ink),
        );
        let title = atlas.manifest.title.text(text.language()).to_owned();
        let date = if kind == ChartKind::Matrix {
            text.date_in_full(session.day())
        } else {
            text.days(session.visible_days())
        };
        let line = format!("{title} · {date}");
        s.text(
            Layer::Furniture,
            None,
            at(PAGE_MARGIN, 126.0),
            &line,
            style(Face::Regular, 19.0, theme.ink2),
        );
        let foot = chart.size.1 / k + PAGE_HEAD + 34.0;
        let small = style(Face::Regular, 14.5, theme.ink2);
        let mut lines = vec![text.sources_line(atlas)];
        if !session.filter().is_empty() {
            lines.push(text.with(
                "drawn-only-from",
                &[(
                    "filter",
                    &text.conditions(session.filter(), session.whole().atlas()),
                )],
            ));
        }
        lines.push(text.with("plate-state", &[("state", &session.state())]));
        for (i, line) in lines.iter().enumerate() {
            s.text(
                Layer::Furniture,
                None,
                at(PAGE_MARGIN, foot + 22.0 * i as f32),
                line,
                small,
            );
        }
        chart.items.append(&mut s.items);
        chart.size = (width, chart.size.1 + (PAGE_HEAD + PAGE_FOOT) * k);
        chart
    }
}

impl ChartKind {
    /// The message key of the chart's name in `text`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Ribbons => "view-ribbons",
            Self::Strengths => "view-strengths",
            Self::Network => "view-network",
        }
    }
}

impl SceneBuilder<'_> {
    /// Light lines at the ticks of a time scale, a dark line at the day that is shown, and the
    /// range behind them.
    pub(super) fn time_grid(&mut self, scale: &TimeScale, top: f32, bottom: f32) {
        let (u, theme, session) = (self.u, self.context.theme, self.context.session);
        if let Some((a, b)) = session.range().and_then(|r| scale.extent(r)) {
            let rect = ScreenRect {
                min: ScreenPoint::new(a, top),
                max: ScreenPoint::new(b, bottom),
            };
            self.add(
                Layer::Land,
                None,
                Shape::Box {
                    rect,
                    round: 0.0,
                    fill: Some(theme.beyond),
                    stroke: None,
                },
            );
        }
        for (day, major) in scale.ticks(u) {
            let x = scale.x_from_day(day);
            if major {
                let line = Stroke::solid(theme.rule, 1.0 * u);
                self.path(
                    Layer::Land,
                    None,
                    vec![ScreenPoint::new(x, top), ScreenPoint::new(x, bottom)],
                    line,
                );
            }
        }
        if scale.days.holds(session.day()) {
            let x = scale.x_from_day(session.day());
            let line = Stroke::solid(theme.ink, 2.0 * u);
            self.path(
                Layer::Place,
                None,
                vec![ScreenPoint::new(x, top), ScreenPoint::new(x, bottom)],
                line,
            );
        }
    }

    /// Names of months and numbers of days below a line.
    pub(super) fn time_axis(&mut self, scale: &TimeScale, y: f32) {
        let (u, theme) = (self.u, self.context.theme);
        let line = Stroke::solid(theme.ink, 1.6 * u);
        self.path(
            Layer::Furniture,
            None,
            vec![
                ScreenPoint::new(scale.left, y),
                ScreenPoint::new(scale.right, y),
            ],
            line,
        );
        let long = scale.days.days() > 200;
        let mut free_from = f32::MIN;
        for (day, major) in scale.ticks(u) {
            let x = scale.x_from_day(day);
            let tick = Stroke::solid(theme.ink, 1.2 * u);
            self.path(
                Layer::Furniture,
                None,
                vec![
                    ScreenPoint::new(x, y),
                    ScreenPoint::new(x, y + if major { 9.0 } else { 5.0 } * u),
                ],
                tick,
            );
            let (words, style) = if major {
                let month = self.context.text.month(day);
                let words = if long && day.month() == 1 {
                    format!("{month} {}", day.year())
                } else {
                    month
                };
                (
                    words,
                    TextStyle {
                        face: Face::SemiBold,
                        size: 14.0,
                        color: theme.ink,
                        halo: None,
                    },
                )
            } else {
                (
                    day.day().to_string(),
                    TextStyle {
                        face: Face::Regular,
                        size: 12.5,
                        color: theme.ink2,
                        halo: None,
                    },
                )
            };
            let width = self.width(&words, style);
            let start = if major { x + 4.0 * u } else { x - width / 2.0 };
            if start > free_from && start + width < scale.right + 20.0 * u {
                self.text(
                    Layer::Furniture,
                    None,
                    ScreenPoint::new(start, y + 14.0 * u),
                    &words,
                    style,
                );
                free_from = start + width + 4.0 * u;
            }
        }
    }

    /// A filled rectangle without an outline.
    pub(super) fn bar(&mut self, layer: Layer, rect: ScreenRect, fill: Color) {
        self.add(
            layer,
            None,
            Shape::Box {
                rect,
                round: 0.0,
                fill: Some(fill),
                stroke: None,
            },
        );
    }
}
