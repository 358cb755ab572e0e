//! Charts: display lists that are not maps. The window shows them below the map, `chart_page` places
//! them on a page of their own, and their numbers go into a table. It may use `session`, `timeline` and
//! `text`.

use chrono::Datelike as _;

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Item, Layer, LegendEntry, Shape, Stroke};
use super::typeface::Face;
use super::{Color, SceneContext};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::PartyId;
use crate::time::TimeScale;

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
    /// Rectangles that say in words what they show, for tooltips. Later ones lie on top.
    pub tips: Vec<(ScreenRect, String)>,
    /// Width and height in points.
    pub size: (f32, f32),
    /// The content as a table, with the header as its first row.
    pub table: Vec<Vec<String>>,
    /// The colors and textures in it, for the legend of a page.
    pub legend: Vec<LegendEntry>,
    /// The parties whose letters are in it and not explained there, for the legend of a page.
    pub parties: Vec<PartyId>,
    /// Whether a label found no room.
    pub(super) cramped: bool,
}

/// The space of a chart, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartSpace {
    /// Where its days begin.
    pub(super) left: f32,
    /// Its right edge.
    pub(super) right: f32,
    /// Factor of the heights of its rows.
    pub(super) stretch: f32,
    /// Whether it is alone on a page, where it has room for words.
    pub(super) is_page: bool,
}

impl ChartSpace {
    /// Where its texts begin, in points.
    pub(super) fn indent(self, unit: f32) -> f32 {
        if self.is_page { 0.0 } else { 26.0 * unit }
    }
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
        let right = if kind == ChartKind::Matrix {
            right.min(MATRIX_WIDTH * view.unit)
        } else {
            right
        };
        let space = ChartSpace {
            left,
            right,
            stretch: 1.0,
            is_page: false,
        };
        Self::in_space(kind, view, space)
    }

    pub(super) fn in_space(kind: ChartKind, view: &SceneContext<'_>, space: ChartSpace) -> Self {
        match kind {
            ChartKind::Matrix => super::matrix::drawn(view, space, None),
            ChartKind::Ribbons => super::ribbons::ribbons(view, space),
            ChartKind::Strengths => super::strengths::strengths(view, space),
            ChartKind::Network => super::network::network(view, space),
        }
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
        let only_years = scale.months_between_ticks(u) >= 12;
        let names_years = scale.names_years(u);
        let mut told_year = scale.days.first.year();
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
            if names_years && !only_years && day.month() > 1 {
                continue;
            }
            let (words, style) = if major {
                let month = self.context.text.month(day);
                let words = if names_years {
                    self.context.text.year(day.year())
                } else if long && day.year() != told_year {
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
                told_year = day.year();
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
