//! The overview: a small picture of every slide, to choose the next one.

use std::sync::Arc;

use egui::{Context, Event, Key, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Room, picture};
use crate::app::Panel;
use crate::geometry::Viewport;
use crate::paint::prepared::Prepared;
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Face, Slide};
use crate::session::{Action, Session};

/// Distance between slides, and from the edges of the window, in design units.
const GAP: f32 = 22.0;
/// Height of a line of words below a slide and of the space around it, and font size, in design units.
const LINE: f32 = 31.0;
const AROUND_LINES: f32 = 9.0;
const TITLE: f32 = 24.0;
/// Greatest number of lines below a slide.
const MOST_LINES: usize = 2;

/// The overview, with the slides that are ready.
pub(super) struct Grid {
    /// The chosen slide, counted from 0.
    at: usize,
    columns: usize,
    /// Size of a small picture, in points.
    size: (f32, f32),
    ready: Vec<Ready>,
}

/// A small picture that is ready to be drawn where it stands.
struct Ready {
    slide: Arc<Slide>,
    parts: Vec<Prepared>,
}

impl Grid {
    pub(super) fn at(at: usize) -> Self {
        Self {
            at,
            columns: 1,
            size: (0.0, 0.0),
            ready: Vec::new(),
        }
    }

    /// Drops the small pictures, because they use textures that were dropped.
    pub(super) fn forget_pictures(&mut self) {
        self.ready.clear();
    }
}

/// Reads the keys of the overview. No other key counts while it is open.
pub(super) fn read(ctx: &Context, room: &mut Room, session: &Session, actions: &mut Vec<Action>) {
    let Some(grid) = &mut room.grid else { return };
    let count = session.lecture().map_or(0, |l| l.steps().len());
    let last = count.saturating_sub(1);
    let mut closes = false;
    ctx.input_mut(|i| {
        for event in std::mem::take(&mut i.events) {
            let Event::Key {
                key, pressed: true, ..
            } = event
            else {
                if !matches!(event, Event::Key { .. } | Event::Text(_)) {
                    i.events.push(event);
                }
                continue;
            };
            let at = grid.at;
            grid.at = match key {
                Key::ArrowRight | Key::PageDown => at + 1,
                Key::ArrowLeft | Key::PageUp => at.saturating_sub(1),
                Key::ArrowDown if at + grid.columns <= last => at + grid.columns,
                Key::ArrowUp if at >= grid.columns => at - grid.columns,
                Key::Home => 0,
                Key::End => last,
                Key::Enter | Key::Space => {
                    actions.push(Action::GoToStep(at));
                    closes = true;
                    at
                }
                Key::Escape | Key::G => {
                    closes = true;
                    at
                }
                _ => at,
            }
            .min(last);
        }
    });
    if closes {
        room.grid = None;
    }
}

/// Draws the overview.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, u: f32, room: &mut Room) {
    ui.painter().rect_filled(whole, 0.0, color(p.theme.beyond));
    let Some(grid) = &mut room.grid else { return };
    let Some(lecture) = p.session.lecture() else {
        return;
    };
    let titles: Vec<String> = lecture
        .steps()
        .map(|step| step.headline.text(p.text.language()).to_owned())
        .collect();
    // Every slide has a second line where one of the titles needs it.
    let high = |lines: usize| (lines as f32 * LINE + AROUND_LINES) * u;
    let (mut cells, mut columns) = self::cells(whole, titles.len(), high(1), u);
    let mut below = high(1);
    let is_long = |cell: &Rect| {
        let widths = titles
            .iter()
            .map(|title| Face::Regular.width(title, TITLE * u));
        widths.fold(0.0, f32::max) + 2.5 * TITLE * u > cell.width()
    };
    if cells.first().is_some_and(is_long) {
        below = high(MOST_LINES);
        (cells, columns) = self::cells(whole, titles.len(), below, u);
    }
    grid.columns = columns;
    let size = cells
        .first()
        .map_or((0.0, 0.0), |cell| (cell.width(), cell.height() - below));
    if grid.size != size {
        (grid.size, grid.ready) = (size, Vec::new());
    }
    let (mut is_made, mut is_chosen) = (false, false);
    for (i, (cell, title)) in cells.iter().zip(&titles).enumerate() {
        let picture = Rect::from_min_size(cell.min, vec2(size.0, size.1));
        // One slide a frame is made, so that the window goes on answering.
        if i == grid.ready.len() && !is_made {
            is_made = true;
            if let Some(made) = make(ui, p, picture, i) {
                grid.ready.push(made);
                ui.ctx().request_repaint();
            }
        }
        show(ui, p, grid, i, picture);
        let response = ui.interact(*cell, ui.scope_id().with(("slide", i)), Sense::click());
        let name = format!("{}. {title}", i + 1);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, i == grid.at, &name));
        let (width, ink) = if i == grid.at {
            (7.0, p.theme.ink)
        } else if response.hovered() {
            (3.0, p.theme.ink)
        } else {
            (1.5, p.theme.rule)
        };
        ui.painter().rect_stroke(
            picture.expand(width * u / 2.0),
            0.0,
            Stroke::new(width * u, color(ink)),
            egui::StrokeKind::Middle,
        );
        let under = Rect::from_min_max(pos2(cell.left(), picture.bottom()), cell.max);
        label(ui, p, under, &name, u);
        if response.clicked() {
            p.actions.push(Action::GoToStep(i));
            is_chosen = true;
        }
    }
    if is_chosen {
        room.grid = None;
    }
}

/// The words below a slide, in the size in which they fit.
fn label(ui: &Ui, p: &Panel<'_>, under: Rect, name: &str, u: f32) {
    let ink = color(p.theme.ink);
    let room = under.height() - AROUND_LINES * u;
    let layout = |size: f32| {
        let font = face("regular", size * u);
        ui.painter()
            .layout(name.to_owned(), font, ink, under.width())
    };
    let smaller = (0..12_u8).map(|step| layout(TITLE - f32::from(step)));
    let mut smaller = smaller.skip_while(|galley| galley.size().y > room + 2.0 * u);
    let galley = smaller.next().unwrap_or_else(|| layout(TITLE / 2.0));
    let top = under.top() + 0.6 * AROUND_LINES * u;
    ui.painter().galley(pos2(under.left(), top), galley, ink);
}

/// The cells of the overview, in rows, as large as the window allows, and how many a row has.
/// Below each slide are `line` points for its words.
fn cells(whole: Rect, count: usize, line: f32, u: f32) -> (Vec<Rect>, usize) {
    let gap = GAP * u;
    let shape = whole.height() / whole.width();
    let width_of = |columns: usize| {
        let rows = count.div_ceil(columns) as f32;
        let by_width = (whole.width() - gap * (columns as f32 + 1.0)) / columns as f32;
        let by_height = (whole.height() - gap * (rows + 1.0) - line * rows) / rows / shape;
        by_width.min(by_height)
    };
    let columns = (1..=count.max(1))
        .max_by(|a, b| width_of(*a).total_cmp(&width_of(*b)))
        .unwrap_or(1);
    let width = width_of(columns).max(1.0);
    let size = vec2(width, width * shape + line);
    let rows = count.div_ceil(columns) as f32;
    let used = vec2(
        size.x * columns as f32 + gap * (columns as f32 - 1.0),
        size.y * rows + gap * (rows - 1.0),
    );
    let corner = whole.center() - used / 2.0;
    let cell = |i: usize| {
        let (column, row) = ((i % columns) as f32, (i / columns) as f32);
        let at = corner + vec2(column * (size.x + gap), row * (size.y + gap));
        Rect::from_min_size(at, size)
    };
    ((0..count).map(cell).collect(), columns)
}

/// Makes a small picture of a step.
fn make(ui: &mut Ui, p: &mut Panel<'_>, picture: Rect, step: usize) -> Option<Ready> {
    let mut session = p.session.clone();
    session.apply(Action::GoToStep(step));
    let size = (picture.width(), picture.height());
    let slide = picture::slide(p, &session, size)?;
    let mut parts = Vec::new();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(picture));
    for map in &slide.maps {
        let rect = picture::placed(&map.rect, picture);
        child.set_clip_rect(rect);
        let screen = Screen {
            ui: &child,
            rect,
            geometry: p.session.geometry(),
            view: map.view,
            unit: map.unit,
        };
        parts.push(screen.prepare(&map.scene.items, p.textures));
    }
    child.set_clip_rect(picture);
    let screen = Screen {
        ui: &child,
        rect: picture,
        geometry: p.session.geometry(),
        view: Viewport::default(),
        unit: slide.column_unit,
    };
    parts.push(screen.prepare(&slide.around, p.textures));
    Some(Ready { slide, parts })
}

/// Draws a small picture, or bare paper until it is made.
fn show(ui: &mut Ui, p: &mut Panel<'_>, grid: &Grid, i: usize, picture: Rect) {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(picture));
    child.set_clip_rect(picture);
    child
        .painter()
        .rect_filled(picture, 0.0, color(p.theme.page));
    let Some(ready) = grid.ready.get(i) else {
        return;
    };
    let slide = &ready.slide;
    let maps = slide.maps.iter().map(|map| (map.rect, map.view, map.unit));
    let whole = crate::geometry::ScreenRect::sized(
        crate::geometry::ScreenPoint::new(0.0, 0.0),
        picture.width(),
        picture.height(),
    );
    let around = std::iter::once((whole, Viewport::default(), slide.column_unit));
    for ((rect, view, unit), part) in maps.chain(around).zip(&ready.parts) {
        let rect = picture::placed(&rect, picture);
        child.set_clip_rect(rect);
        if view != Viewport::default() {
            child.painter().rect_filled(rect, 0.0, color(slide.ground));
        }
        let screen = Screen {
            ui: &child,
            rect,
            geometry: p.session.geometry(),
            view,
            unit,
        };
        screen.show(part, p.textures);
    }
}
