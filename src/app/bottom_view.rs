//! The views below the map: charts over time, tables and text. The strip above them names the
//! views, the range, and the active filters.

use egui::{Align2, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::commands::CommandId;
use super::desk::{ArchiveView, ListKeeper, ListView};
use super::long_work::LongWork;
use super::pacing::HoverArea;
use super::save_dialog::SaveWhat;
use super::widgets::{self, Button, link};
use super::{Panel, WindowCommand, changes, table};
use crate::export::Picture;
use crate::geometry::Viewport;
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Chart, ChartKind, SceneKey};
use crate::session::{Action, BottomView};
use crate::timeline::RangeMode;

/// Left edge of charts over time, in design units.
const LEFT: f32 = 300.0;
/// Height of a row of tabs, and of the heading of a view, in design units.
const TABS: f32 = 38.0;
const HEAD: f32 = 38.0;
/// Font size of a tab, in design units.
const TAB: f32 = 14.5;

/// How an open view shares its space with the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ViewPlace {
    /// Below the map.
    Below,
    /// In its place, as the reader asked for.
    Whole,
    /// In its place, because the window has no room for both.
    Only,
}

/// State of the views below the map that is kept between frames.
#[derive(Default)]
pub(super) struct BottomViewState {
    pub(super) table: table::Table,
    pub(super) archives: ArchiveView,
    pub(super) list: ListView,
}

/// The tabs: the views below the map, the two forms of the map, and the filters.
fn tabs(p: &Panel<'_>) -> Vec<(CommandId, bool)> {
    let view = |(view, _): &(BottomView, _)| {
        let on = p.session.bottom_view() == Some(*view);
        (CommandId::of_view(*view), on)
    };
    let others = [
        (CommandId::Compare, p.session.compare().is_some()),
        (CommandId::SmallMaps, p.session.multiples().is_some()),
        (CommandId::Filters, !p.session.filter().is_empty()),
    ];
    BottomView::ALL.iter().map(view).chain(others).collect()
}

/// Where the tabs are and the chips behind them, in points from the corner of their rows.
pub(super) struct Tabs {
    /// The tabs that have a place; those behind them are in a menu.
    shown: Vec<Rect>,
    /// The button of that menu.
    menu: Option<Rect>,
    chips: Vec<Rect>,
    /// Height of the strip.
    pub(super) height: f32,
}

impl Tabs {
    /// Tabs and chips in rows of a strip of some width. Where `is_one_row`, tabs that have no place
    /// beside the chips in the first row go into a menu.
    pub(super) fn new(ui: &Ui, p: &Panel<'_>, width: f32, u: f32, is_one_row: bool) -> Self {
        let wide = |words: &str, font: &str, size: f32| {
            let font = face(font, size * u);
            let galley = ui
                .painter()
                .layout_no_wrap(words.to_owned(), font, color(p.theme.ink));
            galley.size().x
        };
        let width = width - 28.0 * u;
        let button = |words: &str| wide(words, "regular", TAB) + 22.0 * u;
        let tabs = tabs(p).into_iter();
        let tabs: Vec<f32> = tabs
            .map(|(command, _)| button(&p.text.get(command.command().name)))
            .collect();
        let chips = chips(p).into_iter();
        let chips: Vec<f32> = chips
            .map(|chip| wide(&chip.words, "semibold", 13.5) + 44.0 * u)
            .collect();
        let apart = 5.0 * u;
        let sum = |widths: &[f32]| widths.iter().map(|w| w + apart).sum::<f32>();
        let menu = button(&p.text.get("more-views"));
        let (shown, menu) = if is_one_row && sum(&tabs) + sum(&chips) > width {
            let room = width - sum(&chips).min(width / 2.0) - menu;
            let fit = (0..tabs.len()).rfind(|n| sum(&tabs[..*n]) <= room);
            (fit.unwrap_or(0), Some(menu))
        } else {
            (tabs.len(), None)
        };
        let (mut x, mut row) = (0.0, 0.0);
        let mut place = |wide: f32| {
            if x > 0.0 && x + wide > width {
                (x, row) = (0.0, row + 1.0);
            }
            let at = Rect::from_min_size(pos2(x, row * (TABS - 4.0) * u), vec2(wide, 28.0 * u));
            x += wide + apart;
            at
        };
        let shown = tabs.into_iter().take(shown).map(&mut place).collect();
        let menu = menu.map(&mut place);
        let chips = chips.into_iter().map(&mut place).collect();
        let height = (row * (TABS - 4.0) + 38.0) * u;
        Self {
            shown,
            menu,
            chips,
            height,
        }
    }
}

/// Draws the tabs, and a chip for the range and for each condition of the filter.
pub(super) fn strip(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, places: &Tabs) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.page));
    let line = Stroke::new(1.5 * u, color(p.theme.ink));
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let corner = (rect.min + vec2(14.0, 5.0) * u).to_vec2();
    let mut tabs = tabs(p);
    let in_menu = tabs.split_off(places.shown.len().min(tabs.len()));
    for ((command, on), at) in tabs.into_iter().zip(&places.shown) {
        let label = p.text.get(command.command().name);
        Button::words(at.translate(corner), &label, TAB * u)
            .selected(on)
            .run(ui, p, command);
    }
    if let Some(at) = places.menu {
        more(ui, p, at.translate(corner), u, &in_menu);
    }
    for (chip, at) in chips(p).into_iter().zip(&places.chips) {
        match draw_chip(ui, p, at.translate(corner), u, &chip) {
            Some(true) => p.actions.push(chip.away),
            Some(false) => p.actions.push(chip.click),
            None => {}
        }
    }
}

/// The menu of the tabs that have no place.
fn more(ui: &mut Ui, p: &mut Panel<'_>, at: Rect, u: f32, tabs: &[(CommandId, bool)]) {
    let label = p.text.get("more-views");
    let button = Button::words(at, &label, TAB * u).selected(tabs.iter().any(|(_, on)| *on));
    let response = button.show(ui, p.theme, &label);
    let menu = egui::Popup::menu(&response).width(240.0 * u);
    menu.show(|ui| {
        for (command, on) in tabs {
            let label = p.text.get(command.command().name);
            let entry = ui.selectable_label(*on, label);
            if entry.on_hover_text(command.hint(p)).clicked() {
                command.run(p);
            }
        }
    });
}

/// A condition of what is shown.
struct Chip {
    name: String,
    words: String,
    /// What a click on the chip does, and one on its cross.
    click: Action,
    away: Action,
}

/// The range with its meaning, and each condition of the filter.
fn chips(p: &Panel<'_>) -> Vec<Chip> {
    let mut chips = Vec::new();
    if let Some(range) = p.session.range() {
        let (key, next) = match p.session.range_mode() {
            RangeMode::AtAnyTime => ("range-any", RangeMode::AllThrough),
            RangeMode::AllThrough => ("range-all", RangeMode::Cumulative),
            RangeMode::Cumulative => ("range-sum", RangeMode::AtAnyTime),
        };
        chips.push(Chip {
            name: "range".to_owned(),
            words: p.text.with(key, &[("days", &p.text.days(range))]),
            click: Action::SetRangeMode(next),
            away: Action::SetRange(None),
        });
    }
    let atlas = p.session.whole().atlas();
    chips.extend(p.session.filter().conditions().map(|condition| Chip {
        name: condition.to_string(),
        words: p.text.condition(condition, atlas),
        click: Action::Toggle(condition.clone()),
        away: Action::Toggle(condition.clone()),
    }));
    chips
}

/// Draws a chip. Returns whether its cross was clicked, where it was clicked at all.
fn draw_chip(ui: &mut Ui, p: &Panel<'_>, rect: Rect, u: f32, chip: &Chip) -> Option<bool> {
    let ink = color(p.theme.ink);
    let stroke = Stroke::new(1.4 * u, ink);
    let inside = egui::StrokeKind::Inside;
    ui.painter()
        .rect(rect, 13.0 * u, color(p.theme.card), stroke, inside);
    ui.painter().text(
        pos2(rect.left() + 13.0 * u, rect.center().y),
        Align2::LEFT_CENTER,
        &chip.words,
        face("semibold", 13.5 * u),
        ink,
    );
    let cross = Rect::from_min_max(pos2(rect.right() - 30.0 * u, rect.top()), rect.max);
    widgets::draw_sign(ui, cross, widgets::Sign::Cross, p.theme.ink);
    let body = Rect::from_min_max(rect.min, cross.left_bottom());
    let id = ui.scope_id().with(("chip", &chip.name));
    let body = ui.interact(body, id, Sense::click());
    let id = ui.scope_id().with(("chip-away", &chip.name));
    let away = ui.interact(cross, id, Sense::click());
    let take = p.text.with("take-away", &[("what", &chip.words)]);
    away.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &take));
    body.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &chip.words));
    (body.clicked() || away.clicked()).then(|| away.clicked())
}

/// Draws the chosen view.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    bottom_view: BottomView,
    place: ViewPlace,
    (state, keeper): (&mut BottomViewState, &mut ListKeeper),
) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    ui.painter().hline(
        rect.x_range(),
        rect.top(),
        Stroke::new(1.0 * u, color(p.theme.rule)),
    );
    let head = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + HEAD * u));
    let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), rect.max);
    heading(ui, p, head, u, bottom_view, place);
    if !body.is_positive() {
        return;
    }
    match bottom_view {
        BottomView::Ribbons => chart(ui, p, body, u, ChartKind::Ribbons),
        BottomView::Strengths => chart(ui, p, body, u, ChartKind::Strengths),
        BottomView::Network => chart(ui, p, body, u, ChartKind::Network),
        BottomView::Table => state.table.ui(ui, p, body, u),
        BottomView::Words => words(ui, p, body, u),
        BottomView::Changes => changes::ui(ui, p, body, u),
        BottomView::Archives => state.archives.ui(ui, p, body, u),
        BottomView::List => state.list.ui(ui, p, body, u, keeper),
    }
}

/// The heading of a view: its name, and buttons that take it out of the program, enlarge and close
/// it.
fn heading(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    view: BottomView,
    view_place: ViewPlace,
) {
    let command = CommandId::of_view(view);
    let middle = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 22.0 * u, middle),
        Align2::LEFT_CENTER,
        p.text.get(command.command().name),
        face("semibold", 16.0 * u),
        color(p.theme.ink),
    );
    let mut right = rect.right() - 12.0 * u;
    let mut place = |ui: &Ui, words: &str| {
        let font = face("regular", 14.0 * u);
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, color(p.theme.ink));
        let width = galley.size().x + 22.0 * u;
        right -= width + 6.0 * u;
        Rect::from_min_size(pos2(right, middle - 14.0 * u), vec2(width, 28.0 * u))
    };
    let close = p.text.get("close");
    let at_close = place(ui, &close);
    let size = match view_place {
        ViewPlace::Below => Some("view-whole"),
        ViewPlace::Whole => Some("view-below"),
        ViewPlace::Only => None,
    };
    let size = size.map(|key| {
        let words = p.text.get(key);
        (place(ui, &words), words)
    });
    let picture = match view {
        BottomView::Strengths => Some(Picture::Strengths),
        BottomView::Network => Some(Picture::Network),
        BottomView::Ribbons => Some(Picture::Ribbons),
        BottomView::Table
        | BottomView::Words
        | BottomView::Changes
        | BottomView::Archives
        | BottomView::List => None,
    };
    let out = match view {
        BottomView::Table => Some((
            p.text.get("export-table"),
            WindowCommand::Save(SaveWhat::Records),
        )),
        BottomView::Words => {
            let words = in_words(p);
            Some((p.text.get("copy"), WindowCommand::Copy(words)))
        }
        _ => picture.map(|picture| {
            let command = WindowCommand::Export(Some(picture));
            (p.text.get("export-this"), command)
        }),
    };
    let out = out.map(|(words, command)| (place(ui, &words), words, command));
    let size_of = 14.0 * u;
    if Button::words(at_close, &close, size_of)
        .show(ui, p.theme, &close)
        .clicked()
    {
        p.actions.push(Action::SetBottomView(None));
    }
    if let Some((at, words)) = size
        && Button::words(at, &words, size_of)
            .show(ui, p.theme, &words)
            .clicked()
    {
        p.window_commands.push(WindowCommand::WholeView);
    }
    if let Some((at, words, command)) = out
        && Button::words(at, &words, size_of)
            .show(ui, p.theme, &words)
            .clicked()
    {
        p.window_commands.push(command);
    }
}

/// The kind of chart of a view; `None` where the view is no chart.
fn kind_of(view: BottomView) -> Option<ChartKind> {
    match view {
        BottomView::Ribbons => Some(ChartKind::Ribbons),
        BottomView::Strengths => Some(ChartKind::Strengths),
        BottomView::Network => Some(ChartKind::Network),
        BottomView::Table
        | BottomView::Words
        | BottomView::Changes
        | BottomView::Archives
        | BottomView::List => None,
    }
}

/// The chart of a view in a width, with its signs; `None` where the view is no chart. After other long
/// work in the same frame it is the one that was shown last, if any.
pub(super) fn chart_of(
    p: &mut Panel<'_>,
    view: BottomView,
    width: f32,
    u: f32,
) -> Option<std::sync::Arc<Chart>> {
    let kind = kind_of(view)?;
    let view = p.chart_context(u);
    let (left, right) = ((LEFT * u).min(width * 0.3), width);
    let key = (SceneKey::chart(&view, p.situation), kind, (left, right));
    if !p.cache.charts.has(&key) && !p.cache.work.has_time(LongWork::Chart) {
        return p
            .cache
            .charts
            .last(|(_, last, size)| (last, size) == (&kind, &key.2));
    }
    let charts = &mut p.cache.charts;
    Some(charts.get(key, || Chart::new(kind, &view, left, right)))
}

fn chart(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, kind: ChartKind) {
    let view = match kind {
        ChartKind::Strengths => BottomView::Strengths,
        ChartKind::Network => BottomView::Network,
        ChartKind::Ribbons | ChartKind::Matrix => BottomView::Ribbons,
    };
    let Some(chart) = chart_of(p, view, rect.width(), u) else {
        return;
    };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect);
    // A narrow view may have no room for both columns of the network.
    ScrollArea::both()
        .id_salt(kind.key())
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            let size = vec2(chart.size.0.max(rect.width()), chart.size.1);
            let (at, response) = ui.allocate_exact_size(size, Sense::click());
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
            p.hover_areas.push(HoverArea::of_chart(at, &chart, at.min));
            widgets::pick(p, &response, &chart, at.min, u);
        });
}

/// The situation in words, as it is copied.
fn in_words(p: &Panel<'_>) -> String {
    let atlas = p.session.timeline().atlas();
    let mut copied = String::new();
    for paragraph in p.text.narrative(atlas, p.situation, p.session.lens()) {
        copied += &format!("{}\n", paragraph.heading);
        for (sentence, _) in &paragraph.sentences {
            copied += &format!("{sentence}\n");
        }
    }
    copied
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
                for (sentence, id) in &paragraph.sentences {
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
}
