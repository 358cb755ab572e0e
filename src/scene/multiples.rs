//! Many small maps in a grid: one day through every lens, or one lens on many days. Each small map
//! is a [`Scene`]; the window draws the grid in a view, exports draw it on a plate.

use chrono::NaiveDate;

use super::builder::{SceneBuilder, TextStyle};
use super::chart_page::foot;
use super::list::{Item, Layer, LegendEntry, LegendRank, Stroke};
use super::typeface::Face;
use super::{Furniture, Legend, MapDetail, Scene, SceneContext};
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
    /// Points per design unit of the titles and lines around them.
    pub page_unit: f32,
    /// The content as a text alternative, for screen readers.
    pub title: String,
    /// Days of the range on which the map changed, where the maps are days.
    change_days: usize,
}

/// What a small map shows.
#[derive(Debug, Clone)]
struct Picture {
    day: NaiveDate,
    lens: Lens,
    title: String,
    /// The day of the map before it, since which changes are marked.
    before: Option<NaiveDate>,
}

/// A grid whose small maps are not drawn yet, so that a window can draw them one after the other.
#[derive(Debug, Clone, Default)]
pub struct MultiplesGrid {
    /// What each map shows and its rectangle, in points from the page's corner, row by row.
    places: Vec<(Picture, ScreenRect)>,
    /// Titles and lines around the maps, in points from the page's corner.
    pub around: Vec<Item>,
    /// Points per design unit of the maps.
    pub unit: f32,
    change_days: usize,
}

impl MultiplesGrid {
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
        let (pictures, change_days) = match kind {
            Multiples::Capitals => {
                let mut lenses = vec![Lens::Claims, Lens::Control];
                let capitals = atlas.parties.iter().filter(|p| p.capital);
                lenses.extend(capitals.map(|p| Lens::Party(p.id.clone())));
                let picture = |lens: Lens| Picture {
                    day: session.day(),
                    title: text.lens_title(&lens, atlas),
                    lens,
                    before: None,
                };
                (lenses.into_iter().map(picture).collect::<Vec<_>>(), 0)
            }
            Multiples::Days => {
                let (days, changes) = days(session);
                let before = std::iter::once(None).chain(days.iter().copied().map(Some));
                let pictures = days.iter().zip(before).map(|(day, before)| Picture {
                    day: *day,
                    lens: session.lens().clone(),
                    title: text.date_in_full(*day),
                    before,
                });
                (pictures.collect(), changes)
            }
        };
        let (columns, rows) = grid(pictures.len(), rect);
        let (w, h) = (rect.width() / columns as f32, rect.height() / rows as f32);
        let unit = u * clamped(w / (1000.0 * u), 0.5, 1.0);
        let mut s = SceneBuilder::new(SceneContext { unit: u, ..*view });
        let mut places = Vec::new();
        for (i, picture) in pictures.into_iter().enumerate() {
            let title = &picture.title;
            let corner = rect
                .min
                .plus((i % columns) as f32 * w, (i / columns) as f32 * h);
            let map = ScreenRect {
                min: corner.plus(GAP * u / 2.0, TITLE * u),
                max: corner.plus(w - GAP * u / 2.0, h - GAP * u / 2.0),
            };
            let style = TextStyle {
                face: Face::DisplayMedium,
                size: 22.0,
                color: theme.ink,
                halo: None,
            };
            let at = ScreenPoint::new(map.min.x, corner.y + TITLE * u * 0.55);
            s.text_within(Layer::Furniture, at, title, style, map.width());
            let mut edge = map.corners().to_vec();
            edge.push(edge[0]);
            s.path(
                Layer::Furniture,
                None,
                edge,
                Stroke::solid(theme.ink, 1.2 * u),
            );
            places.push((picture, map));
        }
        Self {
            places,
            around: s.items,
            unit,
            change_days,
        }
    }

    /// Number of small maps.
    #[must_use]
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Rectangle of a small map, in points from the page's corner; `None` beyond the last.
    #[must_use]
    pub fn place(&self, i: usize) -> Option<ScreenRect> {
        self.places.get(i).map(|(_, map)| *map)
    }

    /// Draws a small map of the same view as the grid; `None` beyond the last.
    #[must_use]
    pub fn cell(&self, view: &SceneContext<'_>, i: usize) -> Option<Cell> {
        let (picture, map) = self.places.get(i)?.clone();
        let Picture {
            day,
            lens,
            title,
            before,
        } = picture;
        let one = view.session.at(day, lens.clone()).without_signs();
        let mut one = one.fitted(map.width(), map.height());
        if let Some(before) = before {
            one = one.marking_changes_since(before);
        }
        let situation = one.situation().clone();
        let scene = Scene::new(&SceneContext {
            session: &one,
            situation: &situation,
            theme: view.theme,
            text: view.text,
            unit: self.unit,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: MapDetail::Sketch,
        });
        Some(Cell {
            map,
            view: one.viewport(),
            scene,
            day,
            lens,
            title,
        })
    }
}

impl MultiplesPage {
    /// The grid of the view with all its maps, in a rectangle of the page.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, kind: Multiples, rect: ScreenRect) -> Self {
        let grid = MultiplesGrid::new(view, kind, rect);
        let cells = (0..grid.count()).filter_map(|i| grid.cell(view, i));
        let atlas = view.session.timeline().atlas();
        let title = format!(
            "{}: {}",
            atlas.manifest.title.text(view.text.language()),
            view.text.lens_title(view.session.lens(), atlas)
        );
        Self {
            cells: cells.collect(),
            around: grid.around,
            unit: grid.unit,
            page_unit: view.unit,
            title,
            change_days: grid.change_days,
        }
    }

    /// Entries of the legends of all maps about fills and holders.
    fn legend(&self) -> Vec<LegendEntry> {
        let all = self.cells.iter().flat_map(|cell| &cell.scene.legend);
        let of_fills = |e: &&LegendEntry| {
            matches!(
                e.rank,
                LegendRank::Fill(_)
                    | LegendRank::Held
                    | LegendRank::HeldInPart
                    | LegendRank::PossiblyHeld
                    | LegendRank::TownHeld
                    | LegendRank::Hearsay
            )
        };
        all.filter(of_fills).cloned().collect()
    }

    /// How many days are shown of those on which the map changed.
    fn count_in_words(&self, view: &SceneContext<'_>) -> String {
        let SceneContext { session, text, .. } = *view;
        let days = text.days(session.range().unwrap_or(session.visible_days()));
        let count = self.change_days.to_string();
        // The first map shows the state before the changes.
        let shown = self.cells.len().saturating_sub(1);
        if self.change_days == 0 {
            text.with("days-unchanged", &[("days", &days)])
        } else if shown < self.change_days {
            let values = [
                ("shown", &*shown.to_string()),
                ("count", &count),
                ("days", &days),
            ];
            text.with("days-changed-some", &values)
        } else {
            text.with("days-changed", &[("count", &count), ("days", &days)])
        }
    }

    /// The grid on a plate of its own, `size` points large, with title, sources and the state
    /// string.
    #[must_use]
    pub fn plate(view: &SceneContext<'_>, kind: Multiples, size: (f32, f32)) -> Self {
        let k = (size.0 / 1800.0).min(size.1 / 1012.0).max(0.3);
        let margin = 44.0 * k;
        let page_view = SceneContext { unit: k, ..*view };
        let inner = size.0 - 2.0 * margin;
        let mut foot = foot(&page_view);
        if kind == Multiples::Days {
            foot.insert(0, view.text.get("changed-outlined"));
        }
        let foot_height = (20.0 * foot.len() as f32 + 26.0) * k;
        let grid = |legend_height: f32| ScreenRect {
            min: ScreenPoint::new(margin - GAP * k / 2.0, 104.0 * k),
            max: ScreenPoint::new(
                size.0 - margin + GAP * k / 2.0,
                size.1 - foot_height - legend_height,
            ),
        };
        // The height of the legend follows from its entries, which do not depend on the maps' size.
        let mut page = Self::new(&page_view, kind, grid(60.0 * k));
        let mut s = SceneBuilder::new(page_view);
        let legend_height = s.legend_rows(page.legend(), ScreenPoint::default(), inner) + 12.0 * k;
        s.items.clear();
        page = Self::new(&page_view, kind, grid(legend_height));
        let legend_top = size.1 - foot_height - legend_height + 6.0 * k;
        s.legend_rows(page.legend(), ScreenPoint::new(margin, legend_top), inner);
        let SceneContext {
            session,
            theme,
            text,
            ..
        } = page_view;
        let atlas = s.context.atlas();
        let style = |face, size, color| TextStyle {
            face,
            size,
            color,
            halo: None,
        };
        let at = |x: f32, y: f32| ScreenPoint::new(margin + x * k, y * k);
        let rule = vec![at(0.0, 36.0), ScreenPoint::new(size.0 - margin, 36.0 * k)];
        s.path(
            Layer::Furniture,
            None,
            rule,
            Stroke::solid(theme.ink, 2.4 * k),
        );
        let title = match kind {
            Multiples::Capitals => text.date_in_full(session.day()),
            Multiples::Days => text.lens_title(session.lens(), atlas),
        };
        let large = style(Face::DisplayMedium, 44.0, theme.ink);
        s.text(Layer::Furniture, None, at(0.0, 76.0), &title, large);
        let name = atlas.manifest.title.text(text.language()).to_owned();
        let beside = match kind {
            Multiples::Capitals => name,
            Multiples::Days => format!("{} · {name}", page.count_in_words(view)),
        };
        let face = Face::Regular;
        let room = inner / k - s.width(&title, large) / k - 30.0;
        let small = style(face, face.fitted(&beside, 17.0, room), theme.ink2);
        let width = s.width(&beside, small);
        let right = ScreenPoint::new(size.0 - margin - width, 78.0 * k);
        s.text(Layer::Furniture, None, right, &beside, small);
        for (i, line) in foot.iter().rev().enumerate() {
            let y = size.1 - (24.0 + 20.0 * i as f32) * k;
            let small = style(Face::Regular, 13.0, theme.ink2);
            s.text_within(
                Layer::Furniture,
                ScreenPoint::new(margin, y),
                line,
                small,
                inner,
            );
        }
        page.around.append(&mut s.items);
        page
    }
}

/// Days of small maps: the first of the range, or otherwise of the days that the time line shows,
/// and those on which the map through the lens is another than on the day before. Of too many, a
/// number evenly distributed among them. Also the number of days with a change.
fn days(session: &Session) -> (Vec<NaiveDate>, usize) {
    let range: DayRange = session.range().unwrap_or(session.visible_days());
    let mut all = vec![range.first];
    for day in session.timeline().change_days() {
        let last = all[all.len() - 1];
        let changed = || {
            let one = session.at(*day, session.lens().clone()).without_signs();
            !one.changed_since(last).is_empty()
        };
        if *day > range.first && range.holds(*day) && changed() {
            all.push(*day);
        }
    }
    let changes = all.len() - 1;
    if all.len() > MOST_DAYS {
        all = (0..MOST_DAYS)
            .map(|i| all[i * (all.len() - 1) / (MOST_DAYS - 1)])
            .collect();
    }
    (all, changes)
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
