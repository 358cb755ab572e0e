//! A plate: the map in its frame with title, date, legend, the day's messages, scale bar, degrees
//! and sources. It makes a [`Scene`] of the map and display lists around it; the painters draw the
//! result on a page of its own.

use super::builder::{SceneBuilder, TextStyle};
use super::list::{Item, Layer, LegendEntry, Stroke};
use super::typeface::Face;
use super::{Color, Furniture, Legend, Scene, SceneContext};
use crate::geometry::{MapPoint, ScreenPoint, ScreenRect, Viewport};
use crate::session::{Action, Session};

/// Width and height of a plate, in design units; all other measures of a plate refer to them.
const DESIGN: (f32, f32) = (2400.0, 1600.0);
/// Design units of the plate in one design unit of the map.
const MAP_UNIT: f32 = 1.3;
/// Margin left of the column, in design units.
const MARGIN: f32 = 70.0;
/// Width of the column of texts beside the map, in design units.
const COLUMN: f32 = 500.0;
/// Distance from the neatline to the map, in design units, which contains the degrees.
pub(super) const GAP: f32 = 20.0;
/// Height of the strip below the neatline, in design units, which contains the sources.
const FOOT: f32 = 116.0;
/// Distance, in design units, by which the large date may exceed its column toward the map.
const DATE_BEYOND: f32 = 30.0;
/// Maximum number of the day's messages that are quoted beside the map.
const MESSAGES: usize = 4;
/// Maximum number of rows of the legend, in one column, above the map of an upright plate, which
/// also has the messages below them.
const UPRIGHT_ROWS: usize = 13;

/// A part of the map, by its center and its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detail {
    /// The center, in kilometres on the map.
    pub centre: MapPoint,
    /// Width of the part, from the left edge to the right, in kilometres.
    pub width_km: f64,
}

/// A whole plate, ready for a painter.
#[derive(Debug, Clone)]
pub struct Plate {
    /// Width and height in points.
    pub size: (f32, f32),
    /// The title as a text alternative, for screen readers.
    pub title: String,
    /// Color of the page, drawn behind everything.
    pub page_color: Color,
    /// Color of the water, drawn behind the map.
    pub water: Color,
    /// Rectangle of the map on the plate, in points.
    pub map: ScreenRect,
    /// The visible part of the map.
    pub view: Viewport,
    /// Points per design unit of the map.
    pub unit: f32,
    /// Points per design unit of everything around the map.
    pub column_unit: f32,
    /// The map, in points from the map's corner.
    pub scene: Scene,
    /// Everything around the map, in points from the plate's corner.
    pub around: Vec<Item>,
}

impl Plate {
    /// The plate of the view, `size` points large, of the whole map or of a detail of it.
    #[must_use]
    pub fn new(view: &SceneContext<'_>, size: (f32, f32), detail: Option<Detail>) -> Self {
        let wide = size.0 >= size.1;
        let k = if wide {
            (size.0 / DESIGN.0).min(size.1 / DESIGN.1)
        } else {
            (size.0 / DESIGN.1).min(size.1 / DESIGN.0)
        };
        let corner = if wide {
            ScreenPoint::new((MARGIN + COLUMN + 76.0) * k, 80.0 * k)
        } else {
            ScreenPoint::new(MARGIN * k, 720.0 * k)
        };
        let neat = ScreenRect {
            min: corner,
            max: ScreenPoint::new(size.0 - 50.0 * k, size.1 - FOOT * k),
        };
        let map = neat.expand(-GAP * k);
        let mut session: Session = view.session.clone();
        session.apply(Action::Resize(map.width(), map.height()));
        if let Some(detail) = detail {
            session.apply(Action::LookAt(detail.centre, detail.width_km));
        }
        let unit = MAP_UNIT * k;
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: Some(30.0),
        };
        let looked = SceneContext {
            session: &session,
            unit,
            furniture,
            ..*view
        };
        let scene = Scene::new(&looked);
        let SceneContext { theme, text, .. } = *view;
        let context = SceneContext {
            session: &session,
            unit: k,
            ..*view
        };
        let mut page = PlatePage {
            s: SceneBuilder::new(context),
            k,
            y: 0.0,
            left: MARGIN * k,
            width: COLUMN * k,
        };
        page.column(&scene.legend, wide, size);
        if wide {
            page.locator(size.1 - 56.0 * k);
        }
        page.frame(neat, map);
        page.sources(neat);
        let atlas = context.atlas();
        let title = format!(
            "{}: {}, {}",
            atlas.manifest.title.text(text.language()),
            text.lens_title(session.lens(), atlas),
            session.day()
        );
        let around = page.s.items;
        Self {
            size,
            title,
            page_color: theme.page,
            water: theme.lake,
            map,
            view: session.viewport(),
            unit,
            column_unit: k,
            scene,
            around,
        }
    }
}

pub(super) struct PlatePage<'a> {
    pub(super) s: SceneBuilder<'a>,
    pub(super) k: f32,
    /// Top of the next paragraph in the column, in points.
    pub(super) y: f32,
    pub(super) left: f32,
    pub(super) width: f32,
}

impl PlatePage<'_> {
    pub(super) fn style(face: Face, size: f32, color: Color) -> TextStyle {
        TextStyle {
            face,
            size,
            color,
            halo: None,
        }
    }

    fn rule(&mut self, color: Color, width: f32) {
        let (from, to) = (
            ScreenPoint::new(self.left, self.y),
            ScreenPoint::new(self.left + self.width, self.y),
        );
        self.s.path(
            Layer::Furniture,
            None,
            vec![from, to],
            Stroke::solid(color, width * self.k),
        );
    }

    /// Adds a paragraph to the column, indented by `indent` design units, with a maximum number of
    /// `lines`.
    fn words(&mut self, text: &str, style: TextStyle, indent: f32, lines: usize) {
        let all = style
            .face
            .wrap(text, style.size * self.k, self.width - indent * self.k);
        let cut = all.len() > lines;
        for (i, line) in all.into_iter().take(lines).enumerate() {
            let line = if cut && i + 1 == lines {
                line + "…"
            } else {
                line
            };
            self.y += style.size * 0.68 * self.k;
            self.s.text(
                Layer::Furniture,
                None,
                ScreenPoint::new(self.left + indent * self.k, self.y),
                &line,
                style,
            );
            self.y += style.size * 0.68 * self.k;
        }
    }

    fn right(&mut self, text: &str, style: TextStyle) {
        let width = self.s.width(text, style);
        self.s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(self.left + self.width - width, self.y),
            text,
            style,
        );
    }

    fn column(&mut self, legend: &[LegendEntry], wide: bool, size: (f32, f32)) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme, atlas, session) = (
            context.text,
            context.theme,
            context.atlas(),
            context.session,
        );
        let (ink, ink2) = (theme.ink, theme.ink2);
        self.y = 60.0 * k;
        self.rule(ink, 3.0);
        self.y += 26.0 * k;
        let name = Self::style(Face::SemiBold, 17.0, ink);
        self.s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(self.left, self.y),
            &text.get("app-name"),
            name,
        );
        let title = atlas.manifest.title.text(text.language()).to_owned();
        self.right(&title, Self::style(Face::Regular, 17.0, ink2));
        self.y += 84.0 * k;
        let day = text.day_month(session.day());
        let room = self.width / k + DATE_BEYOND;
        let date = Self::style(Face::Display, Face::Display.fitted(&day, 112.0, room), ink);
        self.s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(self.left - 4.0 * k, self.y),
            &day,
            date,
        );
        self.y += 88.0 * k;
        let weekday = Self::style(Face::Regular, 23.0, ink);
        self.s.text(
            Layer::Furniture,
            None,
            ScreenPoint::new(self.left, self.y),
            &text.weekday_year(session.day()),
            weekday,
        );
        if let Some(old) = text.old_style(session.day(), atlas) {
            self.right(&old, Self::style(Face::Regular, 17.0, ink2));
        }
        self.y += 32.0 * k;
        self.rule(theme.rule, 1.5);
        self.y += 16.0 * k;
        self.words(
            &text.lens_title(session.lens(), atlas),
            Self::style(Face::DisplayMedium, 44.0, ink),
            0.0,
            2,
        );
        self.words(
            &text.lens_about(session.lens(), atlas),
            Self::style(Face::Regular, 20.0, ink2),
            0.0,
            4,
        );
        if wide {
            self.y += 18.0 * k;
        } else {
            self.left += self.width + 60.0 * k;
            self.width = size.0 - self.left - 50.0 * k;
            self.y = 60.0 * k;
        }
        self.rule(theme.rule, 1.5);
        self.y += 14.0 * k;
        // On an upright page the map begins below the column, so a long legend has two columns.
        let columns = if !wide && legend.len() > UPRIGHT_ROWS {
            2
        } else {
            1
        };
        let (left, width, top) = (self.left, self.width, self.y);
        let rows = legend.len().div_ceil(columns).max(1);
        let mut foot = top;
        self.width = width / columns as f32;
        for (i, entry) in legend.iter().enumerate() {
            if i > 0 && i % rows == 0 {
                self.left += self.width;
                self.y = top;
            }
            let middle = self.y + 18.0 * k;
            // The signs of the legend are drawn half again as large as in the map's own legend.
            self.s.u = 1.45 * k;
            self.s
                .legend_sign(ScreenPoint::new(self.left + 26.0 * k, middle), &entry.sign);
            self.s.u = k;
            self.y += 4.0 * k;
            self.words(&entry.words, Self::style(Face::Regular, 19.0, ink), 72.0, 2);
            self.y = self.y.max(middle + 22.0 * k);
            foot = foot.max(self.y);
        }
        (self.left, self.width, self.y) = (left, width, foot);
        self.y += 14.0 * k;
        self.rule(ink, 1.5);
        self.y += 16.0 * k;
        self.told(if wide { size.1 - 60.0 * k } else { 700.0 * k });
        self.y += 10.0 * k;
    }

    /// The messages of the day, otherwise the last message before it, as far as they fit above
    /// `bottom`.
    fn told(&mut self, bottom: f32) {
        let (k, context) = (self.k, self.s.context);
        let (text, atlas, theme) = (context.text, context.atlas(), context.theme);
        let sent = context.sent_today();
        let several = sent.len() > 1;
        self.words(
            &text.get(if sent.is_empty() {
                "nothing-sent"
            } else {
                "what-was-sent"
            }),
            Self::style(Face::SemiBold, 20.0, theme.ink),
            0.0,
            1,
        );
        for (i, index) in sent.into_iter().enumerate().take(MESSAGES) {
            let message = &atlas.messages[index];
            if self.y + 150.0 * k > bottom {
                break;
            }
            self.y += 8.0 * k;
            let kind = text.message_kind(message.kind);
            let kind = if several {
                format!("{} · {kind}", i + 1)
            } else {
                kind
            };
            self.words(&kind, Self::style(Face::Italic, 16.0, theme.ink2), 0.0, 1);
            self.words(
                message.gist.text(text.language()),
                Self::style(Face::Regular, 18.0, theme.ink),
                0.0,
                6,
            );
            self.words(
                &text.cites(&message.head.cites, atlas),
                Self::style(Face::Italic, 15.0, theme.ink2),
                0.0,
                2,
            );
        }
    }

    /// The neatline, the outline of the map, and the degrees between them.
    fn frame(&mut self, neat: ScreenRect, map: ScreenRect) {
        let (k, context) = (self.k, self.s.context);
        let theme = context.theme;
        for (rect, width) in [(neat, 3.0), (map, 1.4)] {
            let mut points = rect.corners().to_vec();
            points.push(points[0]);
            self.s.path(
                Layer::Furniture,
                None,
                points,
                Stroke::solid(theme.ink, width * k),
            );
        }
        self.graticule(map);
    }

    fn sources(&mut self, neat: ScreenRect) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme) = (context.text, context.theme);
        self.left = neat.min.x;
        self.width = neat.width();
        self.y = neat.max.y + 22.0 * k;
        let small = Self::style(Face::Regular, 15.5, theme.ink2);
        self.words(&text.sources_line(context.atlas()), small, 0.0, 1);
        self.words(&text.plate_note(context.atlas()), small, 0.0, 1);
        let session = context.session;
        let mut last = text.with("plate-state", &[("state", &session.state())]);
        if !session.filter().is_empty() {
            let filter = text.conditions(session.filter(), session.whole().atlas());
            last = format!(
                "{}    {last}",
                text.with("drawn-only-from", &[("filter", &filter)])
            );
        }
        self.words(&last, small, 0.0, 1);
    }
}
