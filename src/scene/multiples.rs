//! Many small maps in a grid: one day through every lens, or one lens on many days. Each small map
//! is a [`Scene`]; the window draws the grid in a view, exports draw it on a plate.

use chrono::NaiveDate;

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Item, Layer, Stroke};
use super::typeface::Face;
use super::{Furniture, Legend, Scene, SceneContext};
use crate::geometry::{ScreenPoint, ScreenRect, Viewport};
use crate::numeric::clamped;
use crate::session::{Multiples, Session};
use crate::timeline::{DayRange, Lens};

/// Maximum number of days in the grid.
const MOST_DAYS: usize = 12;
/// Height of the title above a small map, in design units.
const TITLE: f32 = 40.0;
/// Distance between small maps, in design units.
const GAP: f32 = 14.0;

/// One small map.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Rectangle of the map, in points from the page's corner.
    pub map: ScreenRect,
    /// The visible part of the map.
    pub view: Viewport,
    /// The map, in points from the map's corner.
    pub scene: Scene,
    /// Day of the map; a click goes to it.
    pub day: NaiveDate,
    /// Lens of the map; a click sets it.
    pub lens: Lens,
    /// Title above the map.
    pub title: String,
}

/// A grid of small maps.
#[derive(Debug, Clone, Default)]
pub struct MultiplesPage {
    /// The small maps, row by row.
    pub cells: Vec<Cell>,
    /// Titles and lines around the maps, in points from the page's corner.
    pub around: Vec<Item>,
    /// Points per design unit of the maps.
    pub unit: f32,
    /// The content as a text alternative, for screen readers.
    pub title: String,
}

impl MultiplesPage {
    /// The grid of the view in a rectangle of the page.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, kind: Multiples, rect: ScreenRect) -> Self {
        let SceneContext {
            session,
            theme,
            text,
            unit: u,
            ..
        } = *view;
        let atlas = session.timeline().atlas();
        let pictures: Vec<(NaiveDate, Lens, String)> = match kind {
            Multiples::Capitals => {
                let mut lenses = vec![Lens::Claims, Lens::Control];
                lenses.extend(
                    atlas
                        .parties
                        .iter()
                        .filter(|p| p.capital)
                        .map(|p| Lens::Party(p.id.clone())),
                );
                lenses
                    .into_iter()
                    .map(|lens| (session.day(), lens.clone(), text.lens_title(&lens, atlas)))
                    .collect()
            }
            Multiples::Days => days(session)
                .into_iter()
                .map(|d| (d, session.lens().clone(), text.date_in_full(d)))
                .collect(),
        };
        let (columns, rows) = grid(pictures.len(), rect);
        let (w, h) = (rect.width() / columns as f32, rect.height() / rows as f32);
        let unit = u * clamped(w / (1000.0 * u), 0.5, 1.0);
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: None,
        };
        let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
        let mut cells = Vec::new();
        for (i, (day, lens, title)) in pictures.into_iter().enumerate() {
            let corner = rect
                .min
                .plus((i % columns) as f32 * w, (i / columns) as f32 * h);
            let map = ScreenRect {
                min: corner.plus(GAP * u / 2.0, TITLE * u),
                max: corner.plus(w - GAP * u / 2.0, h - GAP * u / 2.0),
            };
            let one = session.at(day, lens.clone()).without_signs();
            let one = one.fitted(map.width(), map.height());
            let situation = one.situation().clone();
            let scene = Scene::new(&SceneContext {
                session: &one,
                situation: &situation,
                theme,
                text,
                unit,
                furniture,
            });
            let style = TextStyle {
                face: Face::DisplayMedium,
                size: 22.0,
                color: theme.ink,
                halo: None,
            };
            s.text(
                Layer::Furniture,
                None,
                ScreenPoint::new(map.min.x, corner.y + TITLE * u * 0.55),
                &title,
                style,
            );
            let mut edge = map.corners().to_vec();
            edge.push(edge[0]);
            s.path(
                Layer::Furniture,
                None,
                edge,
                Stroke::solid(theme.ink, 1.2 * u),
            );
            cells.push(Cell {
                map,
                view: one.viewport(),
                scene,
                day,
                lens,
                title,
            });
        }
        let title = format!(
            "{}: {}",
            atlas.manifest.title.text(text.language()),
            text.lens_title(session.lens(), atlas)
        );
        Self {
            cells,
            around: s.items,
            unit,
            title,
        }
    }

    /// The grid on a plate of its own, `size` points large, with title, sources and the state
    /// string.
    #[must_use]
    pub fn plate(view: &SceneContext<'_>, kind: Multiples, size: (f32, f32)) -> Self {
        let k = (size.0 / 2400.0).min(size.1 / 1600.0).max(0.3);
        let margin = 60.0 * k;
        let rect = ScreenRect {
            min: ScreenPoint::new(margin, 170.0 * k),
            max: ScreenPoint::new(size.0 - margin, size.1 - 120.0 * k),
        };
        let mut page = Self::new(&SceneContext { unit: k, ..*view }, kind, rect);
        let SceneContext {
            session,
            theme,
            text,
            ..
        } = *view;
        let mut s = SceneBuilder::new(SceneContext { unit: k, ..*view });
        let atlas = s.context.atlas();
        let style = |face, size, color| TextStyle {
            face,
            size,
            color,
            halo: None,
        };
        let at = |x: f32, y: f32| ScreenPoint::new(margin + x * k, y * k);
        let rule = vec![at(0.0, 50.0), ScreenPoint::new(size.0 - margin, 50.0 * k)];
        s.path(
            Layer::Furniture,
            None,
            rule,
            Stroke::solid(theme.ink, 3.0 * k),
        );
        let title = match kind {
            Multiples::Capitals => text.date_in_full(session.day()),
            Multiples::Days => text.lens_title(session.lens(), atlas),
        };
        s.text(
            Layer::Furniture,
            None,
            at(0.0, 108.0),
            &title,
            style(Face::DisplayMedium, 64.0, theme.ink),
        );
        let name = atlas.manifest.title.text(text.language()).to_owned();
        let width = s.width(&name, style(Face::Regular, 22.0, theme.ink2));
        s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(size.0 - margin - width, 108.0 * k),
            &name,
            style(Face::Regular, 22.0, theme.ink2),
        );
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
            let y = size.1 - (86.0 - 24.0 * i as f32) * k;
            s.text(
                Layer::Furniture,
                None,
                ScreenPoint::new(margin, y),
                line,
                style(Face::Regular, 16.0, theme.ink2),
            );
        }
        page.around.append(&mut s.items);
        page
    }
}

/// Days on which something happens, in the range or otherwise among those that the time line shows:
/// a maximum of [`MOST_DAYS`], evenly distributed among them.
fn days(session: &Session) -> Vec<NaiveDate> {
    let range: DayRange = session.range().unwrap_or(session.visible_days());
    let all: Vec<NaiveDate> = session
        .timeline()
        .change_days()
        .iter()
        .copied()
        .filter(|d| range.holds(*d))
        .collect();
    if all.len() <= MOST_DAYS {
        return if all.is_empty() {
            vec![session.day()]
        } else {
            all
        };
    }
    (0..MOST_DAYS)
        .map(|i| all[i * (all.len() - 1) / (MOST_DAYS - 1)])
        .collect()
}

/// The numbers of columns and rows that leave the maps largest.
fn grid(count: usize, rect: ScreenRect) -> (usize, usize) {
    let count = count.max(1);
    let size = |columns: usize| {
        let rows = count.div_ceil(columns);
        (rect.width() / columns as f32).min(rect.height() / rows as f32 * 1.5)
    };
    let best = (1..=count)
        .max_by(|a, b| size(*a).total_cmp(&size(*b)).then(b.cmp(a)))
        .unwrap_or(1);
    (best, count.div_ceil(best))
}
