//! The views below the map: charts over time, tables and text. The strip above them names the
//! views, the range, and the active filters.

use egui::{Align2, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::commands::CommandId;
use super::desk::{ArchiveView, ListKeeper, ListView};
use super::pacing::HoverArea;
use super::widgets::{self, Button, link};
use super::{Panel, WindowCommand, table};
use crate::export::Picture;
use crate::geometry::Viewport;
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Chart, ChartKind, SceneKey};
use crate::session::{Action, BottomView};
use crate::timeline::RangeMode;

/// Left edge of charts over time, in design units, aligned with that of the time line.
const LEFT: f32 = 470.0;

/// State of the views below the map that is kept between frames.
#[derive(Default)]
pub(super) struct BottomViewState {
    pub(super) table: table::Table,
    pub(super) archives: ArchiveView,
    pub(super) list: ListView,
}

/// Draws the strip above the views below the map, with the names of the views, the range and the
/// filters.
pub(super) fn strip(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.page));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.5 * u, color(p.theme.ink)),
    );
    let mut x = rect.left() + 20.0 * u;
    let top = rect.top() + 5.0 * u;
    let size = 14.5 * u;
    let mut put = |ui: &mut Ui, p: &mut Panel<'_>, command: CommandId, on: bool| {
        let label = p.text.get(command.command().name);
        let width = ui
            .painter()
            .layout_no_wrap(label.clone(), face("regular", size), color(p.theme.ink))
            .size()
            .x
            + 22.0 * u;
        let at = Rect::from_min_size(pos2(x, top), vec2(width, 28.0 * u));
        x += width + 5.0 * u;
        Button::words(at, &label, size)
            .selected(on)
            .run(ui, p, command);
    };
    for (view, _) in BottomView::ALL {
        let on = p.session.bottom_view() == Some(view);
        put(ui, p, CommandId::of_view(view), on);
    }
    put(ui, p, CommandId::Compare, p.session.compare().is_some());
    put(ui, p, CommandId::SmallMaps, p.session.multiples().is_some());
    put(ui, p, CommandId::Filters, !p.session.filter().is_empty());
    let room = Rect::from_min_max(
        pos2(x + 6.0 * u, top),
        pos2(rect.right() - 16.0 * u, top + 28.0 * u),
    );
    chips(ui, p, room, u);
}

/// Draws the range with its meaning, and a chip for each condition. A click on its cross removes
/// it.
fn chips(ui: &mut Ui, p: &mut Panel<'_>, room: Rect, u: f32) {
    let mut x = room.left();
    let mut chip = |ui: &mut Ui, p: &Panel<'_>, name: &str, words: &str| -> Option<bool> {
        let font = face("semibold", 13.5 * u);
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, color(p.theme.ink));
        let width = galley.size().x + 44.0 * u;
        let rect = Rect::from_min_size(pos2(x, room.top() + 1.0 * u), vec2(width, 26.0 * u));
        if rect.right() > room.right() {
            return None;
        }
        x = rect.right() + 6.0 * u;
        ui.painter().rect(
            rect,
            13.0 * u,
            color(p.theme.card),
            Stroke::new(1.4 * u, color(p.theme.ink)),
            egui::StrokeKind::Inside,
        );
        ui.painter().galley(
            pos2(
                rect.left() + 13.0 * u,
                rect.center().y - galley.size().y / 2.0,
            ),
            galley,
            color(p.theme.ink),
        );
        let cross = Rect::from_min_max(pos2(rect.right() - 30.0 * u, rect.top()), rect.max);
        ui.painter().text(
            cross.center(),
            Align2::CENTER_CENTER,
            "×",
            face("semibold", 16.0 * u),
            color(p.theme.ink),
        );
        let body = ui.interact(
            Rect::from_min_max(rect.min, cross.left_bottom()),
            ui.scope_id().with(("chip", name)),
            Sense::click(),
        );
        let away = ui.interact(
            cross,
            ui.scope_id().with(("chip-away", name)),
            Sense::click(),
        );
        let take = p.text.with("take-away", &[("what", words)]);
        away.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &take));
        body.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words));
        (body.clicked() || away.clicked()).then(|| away.clicked())
    };
    if let Some(range) = p.session.range() {
        let (key, next) = match p.session.range_mode() {
            RangeMode::AtAnyTime => ("range-any", RangeMode::AllThrough),
            RangeMode::AllThrough => ("range-all", RangeMode::Cumulative),
            RangeMode::Cumulative => ("range-sum", RangeMode::AtAnyTime),
        };
        let words = p.text.with(key, &[("days", &p.text.days(range))]);
        match chip(ui, p, "range", &words) {
            Some(true) => p.actions.push(Action::SetRange(None)),
            Some(false) => p.actions.push(Action::SetRangeMode(next)),
            None => {}
        }
    }
    let atlas = p.session.whole().atlas().clone();
    for condition in p.session.filter().conditions() {
        let words = p.text.condition(condition, &atlas);
        if chip(ui, p, &condition.to_string(), &words).is_some() {
            p.actions.push(Action::Toggle(condition.clone()));
        }
    }
}

/// Draws the chosen view.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    bottom_view: BottomView,
    (state, keeper): (&mut BottomViewState, &mut ListKeeper),
) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.0 * u, color(p.theme.rule)),
    );
    match bottom_view {
        BottomView::Ribbons => chart(ui, p, rect, u, ChartKind::Ribbons),
        BottomView::Strengths => chart(ui, p, rect, u, ChartKind::Strengths),
        BottomView::Network => chart(ui, p, rect, u, ChartKind::Network),
        BottomView::Table => state.table.ui(ui, p, rect, u),
        BottomView::Words => words(ui, p, rect, u),
        BottomView::Archives => state.archives.ui(ui, p, rect, u),
        BottomView::List => state.list.ui(ui, p, rect, u, keeper),
    }
}

fn chart(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, kind: ChartKind) {
    let view = p.chart_context(u);
    let (left, right) = (LEFT * u, rect.width());
    let key = (SceneKey::chart(&view, p.situation), kind, (left, right));
    let chart = p
        .cache
        .charts
        .get(key, || Chart::new(kind, &view, left, right));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect);
    ScrollArea::vertical()
        .id_salt(kind.key())
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            let (at, response) =
                ui.allocate_exact_size(vec2(rect.width(), chart.size.1), Sense::click());
            response.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Image, true, p.text.get(kind.key()))
            });
            let screen = Screen {
                ui,
                rect: at,
                geometry: p.session.geometry(),
                view: Viewport::default(),
                unit: u,
            };
            p.cache.draw(&screen, &chart, &chart.items, p.textures);
            let area = HoverArea::of_hits(at, &chart, |chart| &chart.hits, at.min);
            p.hover_areas.push(area);
            widgets::pick(p, &response, &chart.hits, at.min, u);
        });
    let picture = match kind {
        ChartKind::Strengths => Picture::Strengths,
        ChartKind::Network => Picture::Network,
        ChartKind::Ribbons => Picture::Ribbons,
        ChartKind::Matrix => Picture::Matrix,
    };
    save(ui, p, rect, u, picture);
}

/// The button that opens the export of the chart that the view shows.
fn save(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, picture: Picture) {
    let label = p.text.get("export-this");
    let at = Rect::from_min_size(
        pos2(rect.right() - 132.0 * u, rect.top() + 8.0 * u),
        vec2(100.0, 28.0) * u,
    );
    let button = Button::words(at, &label, 14.0 * u);
    if button.show(ui, p.theme, &label).clicked() {
        p.window_commands.push(WindowCommand::Export(Some(picture)));
    }
}

/// The situation in sentences.
fn words(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let atlas = p.session.timeline().atlas().clone();
    let paragraphs = p.text.narrative(&atlas, p.situation, p.session.lens());
    let inner = Rect::from_min_max(
        rect.min + vec2(26.0, 10.0) * u,
        rect.max - vec2(20.0, 4.0) * u,
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect);
    let mut chosen = None;
    let mut copied = String::new();
    ScrollArea::vertical()
        .id_salt("words")
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0) * u;
            ui.set_max_width((1100.0 * u).min(inner.width()));
            for (i, paragraph) in paragraphs.iter().enumerate() {
                let (font, size) = if i == 0 {
                    ("display-medium", 26.0)
                } else {
                    ("semibold", 16.0)
                };
                ui.add_space(4.0 * u);
                widgets::words(ui, &paragraph.heading, font, size * u, p.theme.ink);
                copied += &format!("{}\n", paragraph.heading);
                for (sentence, id) in &paragraph.sentences {
                    copied += &format!("{sentence}\n");
                    match id {
                        Some(id)
                            if link(ui, sentence, "regular", 15.5 * u, p.theme.ink).clicked() =>
                        {
                            chosen = Some(id.clone());
                        }
                        Some(_) => {}
                        None => {
                            widgets::words(ui, sentence, "regular", 15.5 * u, p.theme.ink);
                        }
                    }
                }
            }
        });
    if chosen.is_some() {
        p.actions.push(Action::Select(chosen));
    }
    let label = p.text.get("copy");
    let at = Rect::from_min_size(
        pos2(rect.right() - 132.0 * u, rect.top() + 8.0 * u),
        vec2(100.0, 28.0) * u,
    );
    let button = Button::words(at, &label, 14.0 * u);
    if button.show(ui, p.theme, &label).clicked() {
        p.window_commands.push(WindowCommand::Copy(copied));
    }
}
