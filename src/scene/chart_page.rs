//! A chart on a page of its own, with a title for readers, a legend, and its sources. The chart
//! takes the room that the page has: its type is as large as it allows, then its rows are as high.

use chrono::{Datelike as _, NaiveDate};

use super::SceneContext;
use super::builder::{SceneBuilder, TextStyle};
use super::chart::{Chart, ChartKind, ChartSpace};
use super::list::{Item, Layer, LegendEntry, Stroke};
use super::typeface::Face;
use crate::geometry::ScreenPoint;
use crate::model::PartyId;
use crate::numeric::clamped;
use crate::text::Text;
use crate::timeline::DayRange;

/// Margin at the sides of a page, in design units.
const MARGIN: f32 = 60.0;
/// Height of the title above the chart, in design units.
const HEAD: f32 = 158.0;
/// Distance from the chart to its legend, in design units.
const ABOVE_LEGEND: f32 = 14.0;
/// Height of a row of the legend, in design units.
const LEGEND_ROW: f32 = 28.0;
/// Font size of the sources, in design units.
const FOOT: f32 = 14.5;
/// Height of a line of the sources, in design units.
const FOOT_LINE: f32 = 22.0;
/// Width of the names left of a chart over time, in design units.
const NAMES: f32 = 330.0;
/// A page with which the design is made: width and height in pixels, and its pixels per design unit.
const DESIGN: (f32, f32, f32) = (1920.0, 1080.0, 1.067);
/// Smallest and largest type of a chart, relative to the usual for the size of its page.
const TYPE: (f32, f32) = (0.3, 1.2);
/// Number of sizes of type that are tried between the two.
const STEPS: usize = 5;
/// Largest factor of the heights of rows.
const TALLEST: f32 = 3.8;

/// A chart on a page of its own.
#[derive(Debug, Clone, Default)]
pub struct ChartPage {
    /// The page with the chart; its size is that of the page.
    pub chart: Chart,
    /// Points per design unit.
    pub unit: f32,
    /// The title.
    pub title: String,
    /// The content as a text alternative, line by line.
    pub about: String,
}

impl Chart {
    /// A chart on a page of its own, `size` points large, with title, legend, filter, sources and
    /// the state string.
    #[must_use]
    pub fn page(kind: ChartKind, view: &SceneContext<'_>, size: (f32, f32)) -> ChartPage {
        let (w, h, unit) = DESIGN;
        let usual = (size.0 * size.1 / (w * h)).sqrt() * unit;
        let (mut least, mut most) = (usual * TYPE.0, usual * TYPE.1);
        let mut layout = Layout::filling(kind, view, size, most);
        if !layout.fits() {
            layout = Layout::filling(kind, view, size, least);
            for _ in 0..STEPS {
                let between = f32::midpoint(least, most);
                let tried = Layout::filling(kind, view, size, between);
                if tried.fits() {
                    (least, layout) = (between, tried);
                } else {
                    most = between;
                }
            }
        }
        layout.page(kind)
    }
}

/// A chart and its legend for a page, in one size of type.
struct Layout<'a> {
    view: SceneContext<'a>,
    size: (f32, f32),
    chart: Chart,
    /// The legend, in points from its corner.
    legend: Vec<Item>,
    legend_height: f32,
    /// Height of the page that all of it needs.
    height: f32,
    foot: Vec<String>,
}

impl<'a> Layout<'a> {
    /// The layout whose rows are as high as the page has room for.
    fn filling(kind: ChartKind, view: &SceneContext<'a>, size: (f32, f32), k: f32) -> Self {
        let plain = Self::new(kind, view, size, k, 1.0);
        let left = size.1 - plain.height;
        if left <= 0.0 {
            return plain;
        }
        let more = Self::new(kind, view, size, k, 2.0).height - plain.height;
        let stretch = (1.0 + left / more.max(1.0)).min(TALLEST);
        Self::new(kind, view, size, k, stretch)
    }

    fn new(
        kind: ChartKind,
        view: &SceneContext<'a>,
        size: (f32, f32),
        k: f32,
        stretch: f32,
    ) -> Self {
        let view = SceneContext { unit: k, ..*view };
        let inner = size.0 - 2.0 * MARGIN * k;
        let over_time = matches!(kind, ChartKind::Ribbons | ChartKind::Strengths);
        let space = ChartSpace {
            left: if over_time { NAMES * k } else { 0.0 },
            right: inner,
            stretch,
            is_page: true,
        };
        let mut chart = Chart::in_space(kind, &view, space);
        let mut s = SceneBuilder::new(view);
        let atlas = s.context.atlas();
        let parties = atlas.parties_of(&chart.parties).into_iter();
        let parties: Vec<PartyId> = parties.map(|p| p.id.clone()).collect();
        let entries = std::mem::take(&mut chart.legend);
        let mut legend_height = s.party_row(&parties, inner);
        let top = ScreenPoint::new(0.0, legend_height);
        legend_height += s.legend_rows(entries, top, inner);
        if legend_height > 0.0 {
            legend_height += ABOVE_LEGEND * k;
        }
        let size_of_foot = FOOT * k;
        let lines = foot(&view).into_iter();
        let foot = lines
            .flat_map(|line| Face::Regular.wrap(&line, size_of_foot, inner))
            .collect::<Vec<_>>();
        let height =
            (HEAD + FOOT_LINE * foot.len() as f32 + 40.0) * k + chart.size.1 + legend_height;
        Self {
            view,
            size,
            chart,
            legend: s.items,
            legend_height,
            height,
            foot,
        }
    }

    fn fits(&self) -> bool {
        let inner = self.size.0 - 2.0 * MARGIN * self.view.unit;
        let room = self.height <= self.size.1 + 0.5 && self.chart.size.0 <= inner + 0.5;
        room && !self.chart.cramped
    }

    fn page(self, kind: ChartKind) -> ChartPage {
        let Self {
            view,
            size,
            mut chart,
            mut legend,
            legend_height,
            foot,
            ..
        } = self;
        let SceneContext {
            session,
            theme,
            text,
            unit: k,
            ..
        } = view;
        let top = HEAD * k;
        for item in &mut chart.items {
            item.shape.shift(MARGIN * k, top);
        }
        for (rect, _) in &mut chart.hits {
            rect.min = rect.min.plus(MARGIN * k, top);
            rect.max = rect.max.plus(MARGIN * k, top);
        }
        let below = size.1 - (FOOT_LINE * foot.len() as f32 + 34.0) * k - legend_height;
        let legend_top = below.min(top + chart.size.1 + 40.0 * k) + ABOVE_LEGEND * k;
        for item in &mut legend {
            item.shape.shift(MARGIN * k, legend_top);
        }
        let mut s = SceneBuilder::new(view);
        let atlas = s.context.atlas();
        let style = |face, size, color| TextStyle {
            face,
            size,
            color,
            halo: None,
        };
        let right = size.0 - MARGIN * k;
        let at = |y: f32| ScreenPoint::new(MARGIN * k, y);
        let line = vec![at(46.0 * k), ScreenPoint::new(right, 46.0 * k)];
        s.path(
            Layer::Furniture,
            None,
            line,
            Stroke::solid(theme.ink, 3.0 * k),
        );
        let title = kind.title(text, &view);
        let face = Face::DisplayMedium;
        let room = right - MARGIN * k;
        let large = style(face, 44.0, theme.ink);
        s.text_within(Layer::Furniture, at(84.0 * k), &title, large, room);
        let name = atlas.manifest.title.text(text.language()).to_owned();
        let date = if kind == ChartKind::Matrix {
            text.date_in_full(session.day())
        } else {
            text.days(session.visible_days())
        };
        let subtitle = format!("{name} · {date}");
        let small = style(Face::Regular, 19.0, theme.ink2);
        s.text_within(Layer::Furniture, at(124.0 * k), &subtitle, small, room);
        let small = style(Face::Regular, FOOT, theme.ink2);
        let last = size.1 - 28.0 * k;
        for (i, line) in foot.iter().rev().enumerate() {
            let y = last - FOOT_LINE * k * i as f32;
            s.text(Layer::Furniture, None, at(y), line, small);
        }
        let rows = chart.table.iter().map(|row| row.join(", "));
        let about = std::iter::once(subtitle).chain(rows).collect::<Vec<_>>();
        chart.items.append(&mut legend);
        chart.items.append(&mut s.items);
        chart.size = size;
        ChartPage {
            chart,
            unit: k,
            title: format!("{name}: {title}"),
            about: about.join("\n"),
        }
    }
}

/// The lines at the foot of a page: sources, filter and state string.
pub(super) fn foot(view: &SceneContext<'_>) -> Vec<String> {
    let SceneContext { session, text, .. } = *view;
    let mut lines = vec![text.sources_line(session.timeline().atlas())];
    if !session.filter().is_empty() {
        let filter = text.conditions(session.filter(), session.whole().atlas());
        lines.push(text.with("drawn-only-from", &[("filter", &filter)]));
    }
    lines.push(text.with("plate-state", &[("state", &session.state())]));
    lines
}

impl ChartKind {
    /// The title of a page, with its days.
    fn title(self, text: &Text, view: &SceneContext<'_>) -> String {
        let days = if self == Self::Matrix {
            text.date_in_full(view.session.day())
        } else {
            months(text, view.session.visible_days())
        };
        let key = match self {
            Self::Matrix => "chart-matrix",
            Self::Ribbons => "chart-ribbons",
            Self::Strengths => "chart-strengths",
            Self::Network => "chart-network",
        };
        text.with(key, &[("days", &days)])
    }
}

/// The months of a range of days: "May to August 1920".
fn months(text: &Text, days: DayRange) -> String {
    let (first, last) = (days.first, days.last);
    let month = |day: NaiveDate| text.month(day);
    let (from, to) = (month(first), month(last));
    let (first_year, year) = (first.year().to_string(), last.year().to_string());
    if first_year != year {
        return text.with(
            "months-of-years",
            &[
                ("from", &from),
                ("first", &first_year),
                ("to", &to),
                ("year", &year),
            ],
        );
    }
    if first.month() == last.month() {
        return text.with("month-of-year", &[("month", &to), ("year", &year)]);
    }
    let values = [("from", &*from), ("to", &to), ("year", &year)];
    text.with("months-of-year", &values)
}

impl SceneBuilder<'_> {
    /// Letters of parties with their names, side by side; returns the height.
    fn party_row(&mut self, parties: &[PartyId], width: f32) -> f32 {
        let u = self.u;
        let style = self.legend_style();
        let (mut x, mut y) = (0.0, 0.0);
        for party in parties {
            let atlas = self.context.atlas();
            let name = atlas.name(party.as_str(), self.context.text.language());
            let needs = (self.width(name, style) + 52.0 * u).min(width);
            if x > 0.0 && x + needs > width {
                (x, y) = (0.0, y + LEGEND_ROW * u);
            }
            let middle = ScreenPoint::new(x + 10.0 * u, y + LEGEND_ROW * u / 2.0);
            let (letter, line) = (self.letter_of(party), self.colors_of(party).line);
            self.roundel(Layer::Furniture, middle, 9.0, &letter, line, false);
            let at = middle.plus(16.0 * u, 0.0);
            self.text_within(Layer::Furniture, at, name, style, needs - 26.0 * u);
            x += needs;
        }
        if parties.is_empty() {
            0.0
        } else {
            y + LEGEND_ROW * u
        }
    }

    /// A legend in as many columns as the width has room for, each entry once; returns the height.
    pub(super) fn legend_rows(
        &mut self,
        mut entries: Vec<LegendEntry>,
        top: ScreenPoint,
        width: f32,
    ) -> f32 {
        let u = self.u;
        entries.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.words.cmp(&b.words)));
        // Through several lenses one claim has several wordings.
        let mut kept: Vec<LegendEntry> = Vec::new();
        for entry in entries {
            let same = |k: &LegendEntry| {
                k.words == entry.words || (k.rank, &k.sign) == (entry.rank, &entry.sign)
            };
            if !kept.iter().any(same) {
                kept.push(entry);
            }
        }
        let entries = kept;
        let style = self.legend_style();
        let widest = entries
            .iter()
            .map(|e| self.width(&e.words, style) + 76.0 * u)
            .fold(0.0, f32::max);
        let columns = clamped((width / widest.max(1.0)) as usize, 1, entries.len().max(1));
        let rows = entries.len().div_ceil(columns);
        let step = (width / columns as f32).min(widest);
        for (i, entry) in entries.iter().enumerate() {
            let (column, row) = ((i / rows) as f32, (i % rows) as f32);
            let middle = top.plus(column * step + 18.0 * u, (row + 0.5) * LEGEND_ROW * u);
            self.legend_sign(middle, &entry.sign);
            let room = step - 52.0 * u;
            let at = middle.plus(26.0 * u, 0.0);
            self.text_within(Layer::Furniture, at, &entry.words, style, room);
        }
        rows as f32 * LEGEND_ROW * u
    }

    fn legend_style(&self) -> TextStyle {
        TextStyle {
            face: Face::Regular,
            size: 14.5,
            color: self.context.theme.ink,
            halo: None,
        }
    }
}
