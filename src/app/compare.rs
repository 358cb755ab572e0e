//! Comparison of two maps, and small multiples, in the map area.

use std::sync::Arc;

use egui::{Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::commands::CommandId;
use super::voice_menu::VoiceMenu;
use super::widgets::{self, link};
use super::{Panel, key_strip, map};
use crate::geometry::{ScreenRect, Viewport};
use crate::numeric::clamped;
use crate::paint::screen::{Screen, color, face};
use crate::scene::{
    Face, Furniture, Legend, LegendEntry, MapDetail, MultiplesGrid, SceneContext, SceneKey,
};
use crate::session::{Action, Compare, CompareStyle, Difference, Multiples, Session};
use crate::timeline::{Fill, FillKind, Lens};

const HEAD: f32 = 44.0;
/// Greatest and least font size of a heading, in design units.
const HEADING: f32 = 15.0;
const LEAST_HEADING: f32 = 11.0;
/// Width of two compared maps, in design units, below which what they show stands in a row of its own.
const NARROW: f32 = 880.0;

/// The action that opens or closes a comparison. A new one shows the neighboring lens on the same
/// day, so that a difference is visible at once.
pub(super) fn toggled(s: &Session) -> Action {
    if s.compare().is_some() {
        return Action::SetCompare(None);
    }
    let atlas = s.whole().atlas();
    let capital = |lens: &Lens| {
        atlas
            .parties
            .iter()
            .filter(|p| p.capital)
            .map(|p| Lens::Party(p.id.clone()))
            .find(|l| l != lens)
    };
    let lens = capital(s.lens()).unwrap_or(Lens::Control);
    Action::SetCompare(Some(Compare {
        day: s.day(),
        lens,
        style: CompareStyle::Side,
        split: 0.5,
        second: false,
    }))
}

/// The action that opens or closes the small multiples.
pub(super) fn multiples_toggled(s: &Session) -> Action {
    Action::SetMultiples(s.multiples().is_none().then(Multiples::default))
}

/// The session of the second map; `None` where there is none.
pub(super) fn second(p: &mut Panel<'_>) -> Option<Arc<Option<Session>>> {
    let compare = p.session.compare()?;
    let context = SceneContext {
        session: p.session,
        situation: p.situation,
        theme: p.theme,
        text: p.text,
        unit: 1.0,
        furniture: Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        },
        detail: MapDetail::Whole,
    };
    let key = (SceneKey::map(&context, p.situation), compare.clone());
    let session = p.session;
    Some(p.cache.seconds.get(key, || session.second()))
}

/// Draws the two maps in `rect`. Returns what they show.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    compare: &Compare,
    voices: &mut VoiceMenu,
) -> Vec<map::Seen> {
    let rows = if rect.width() < NARROW * u { 2.0 } else { 1.0 };
    let head = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + rows * HEAD * u));
    let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), rect.max);
    let second = second(p);
    let Some(second) = second.as_deref().and_then(Option::as_ref) else {
        return Vec::new();
    };
    let situation = Arc::clone(second.situation());
    let furniture = Furniture {
        legend: Legend::None,
        scale_right: None,
        has_buttons: false,
    };
    let plain = Furniture {
        legend: Legend::None,
        scale_right: Some(92.0),
        has_buttons: false,
    };
    let seen = match compare.style {
        CompareStyle::Side => {
            let middle = body.center().x;
            let left = Rect::from_min_max(body.min, pos2(middle - 1.0, body.bottom()));
            let right = Rect::from_min_max(pos2(middle + 1.0, body.top()), body.max);
            let first = map::ui(ui, p, left, u, furniture, false);
            let pane = map::Pane {
                session: second,
                situation: &situation,
                clip: right,
                name: "second-map",
                has_tooltips: true,
            };
            let other = map::pane(ui, p, &pane, right, u, plain);
            ui.painter().vline(
                middle,
                body.y_range(),
                Stroke::new(2.0 * u, color(p.theme.ink)),
            );
            vec![first, other]
        }
        CompareStyle::Swipe => {
            let x = body.left() + body.width() * clamped(compare.split, 0.02, 0.98);
            let first = map::ui(ui, p, body, u, furniture, false);
            let clip = Rect::from_min_max(pos2(x, body.top()), body.max);
            let pane = map::Pane {
                session: second,
                situation: &situation,
                clip,
                name: "second-map",
                has_tooltips: true,
            };
            let other = map::pane(ui, p, &pane, body, u, plain);
            edge(ui, p, body, x, u, compare);
            vec![first, other]
        }
        CompareStyle::Flicker if compare.second => {
            p.resize(body);
            let pane = map::Pane {
                session: second,
                situation: &situation,
                clip: body,
                name: "second-map",
                has_tooltips: true,
            };
            vec![map::pane(ui, p, &pane, body, u, furniture)]
        }
        CompareStyle::Flicker => vec![map::ui(ui, p, body, u, furniture, false)],
    };
    header(ui, p, head, u, compare, voices);
    seen
}

/// The edge between two maps, which is dragged, or moved with the arrow keys when it has the focus.
fn edge(ui: &mut Ui, p: &mut Panel<'_>, body: Rect, x: f32, u: f32, compare: &Compare) {
    let grip = Rect::from_center_size(pos2(x, body.center().y), vec2(48.0, 48.0) * u);
    let response = ui.interact(grip, ui.scope_id().with("edge"), Sense::click_and_drag());
    let label = p.text.get("compare-edge");
    response.widget_info(|| WidgetInfo::slider(true, f64::from(compare.split), &label));
    let mut split = compare.split;
    if let Some(at) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        split = (at.x - body.left()) / body.width();
    }
    if response.has_focus() {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        let (left, right) = ui.input_mut(|i| {
            (
                i.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowLeft),
                i.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowRight),
            )
        });
        split += (right as f32 - left as f32) * 0.02;
    }
    let split = clamped(split, 0.02, 0.98);
    if (split - compare.split).abs() > 1e-4 {
        p.actions.push(Action::SetSplit(split));
    }
    let (ink, card) = (color(p.theme.ink), color(p.theme.card));
    ui.painter()
        .vline(x, body.y_range(), Stroke::new(3.0 * u, ink));
    let width = if response.has_focus() { 3.5 } else { 2.0 };
    ui.painter()
        .circle(grip.center(), 22.0 * u, card, Stroke::new(width * u, ink));
    for way in [-1.0, 1.0] {
        let m = grip.center() + vec2(way * 8.0 * u, 0.0);
        let points = vec![
            m + vec2(-way * 3.0, -6.0) * u,
            m + vec2(way * 3.0, 0.0) * u,
            m + vec2(-way * 3.0, 6.0) * u,
        ];
        ui.painter()
            .add(egui::Shape::line(points, Stroke::new(2.0 * u, ink)));
    }
    response
        .on_hover_cursor(egui::CursorIcon::ResizeHorizontal)
        .on_hover_text(label);
}

/// The heading of a comparison: what is on the left, how the two are shown, and what is on the right.
fn header(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    compare: &Compare,
    voices: &mut VoiceMenu,
) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    let line = Stroke::new(1.5 * u, color(p.theme.ink));
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
    let atlas = p.session.whole().atlas().clone();
    let side = |day, lens: &Lens| {
        let day = p.text.day_in(day, &atlas);
        format!("{day} · {}", p.text.lens_title(lens, &atlas))
    };
    let (first, second) = (
        side(p.session.day(), p.session.lens()),
        side(compare.day, &compare.lens),
    );
    let shown_second = compare.style == CompareStyle::Flicker && compare.second;
    let font = |on: bool, size: f32| face(if on { "semibold" } else { "regular" }, size * u);
    // In a narrow window the headings have a row of their own above the controls.
    let is_narrow = rect.width() < NARROW * u;
    let row = |ui: &mut Ui, top: f32| {
        let corner = rect.min + vec2(0.0, top * u);
        let row = Rect::from_min_size(corner, vec2(rect.width(), HEAD * u));
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .id_salt(("compared", top as i32))
                .max_rect(row.shrink2(vec2(12.0, 5.0) * u))
                .layout(egui::Layout::right_to_left(egui::Align::Center)),
        );
        child.style_mut().override_font_id = Some(face("regular", 14.5 * u));
        child.spacing_mut().item_spacing.x = 5.0 * u;
        child
    };
    let mut child = row(ui, if is_narrow { HEAD } else { 0.0 });
    let set = |compare: Compare| Action::SetCompare(Some(compare));
    let close = child.button(p.text.get("close"));
    if close.on_hover_text(CommandId::Compare.hint(p)).clicked() {
        CommandId::Compare.run(p);
    }
    let swap = child.button(p.text.get("swap"));
    if swap.on_hover_text(CommandId::Swap.hint(p)).clicked() {
        CommandId::Swap.run(p);
    }
    for (style, key) in [
        (CompareStyle::Flicker, "flicker"),
        (CompareStyle::Swipe, "swipe"),
        (CompareStyle::Side, "side-by-side"),
    ] {
        let label = child.selectable_label(compare.style == style, p.text.get(key));
        if label.clicked() {
            p.actions.push(set(Compare {
                style,
                ..compare.clone()
            }));
        }
    }
    child.separator();
    let step = |days: i64| {
        let day = compare
            .day
            .checked_add_signed(chrono::TimeDelta::days(days));
        day.filter(|d| atlas.manifest.span.contains(*d))
    };
    for (label, key, day) in [
        ("›", "next-day", step(1)),
        ("=", "same-day", Some(p.session.day())),
        ("‹", "previous-day", step(-1)),
    ] {
        let button = child.button(label).on_hover_text(p.text.get(key));
        if let Some(day) = day.filter(|_| button.clicked()) {
            p.actions.push(set(Compare {
                day,
                ..compare.clone()
            }));
        }
    }
    // Either heading opens the menu of lenses and voices of its map.
    if is_narrow {
        child = row(ui, 0.0);
    }
    let room = child.available_width() / 2.0 - 8.0 * u;
    let heading = |ui: &mut Ui, words: &str, on: bool| {
        // Letters become a little smaller before words are cut.
        let fitted = Face::SemiBold.fitted(words, HEADING, room / u - 28.0);
        let size = clamped(fitted, LEAST_HEADING, HEADING);
        let words = egui::RichText::new(words).font(font(on, size));
        let button = egui::Button::new(words).truncate();
        let height = 30.0 * u;
        ui.add_sized(vec2(room.max(40.0 * u), height), button)
    };
    let button = heading(&mut child, &second, shown_second);
    if let Some(lens) = voices.ui(p, u, &button, true, &compare.lens) {
        p.actions.push(set(Compare {
            lens,
            ..compare.clone()
        }));
    }
    let button = heading(&mut child, &first, !shown_second);
    if let Some(lens) = voices.ui(p, u, &button, true, p.session.lens()) {
        p.actions.push(Action::SetLens(lens));
    }
}

/// Draws small multiples in `rect`. A click opens one of them as the map. Returns their signs.
pub(super) fn multiples(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    kind: Multiples,
) -> Vec<LegendEntry> {
    p.resize(rect);
    ui.painter().rect_filled(rect, 0.0, color(p.theme.page));
    let view = p.chart_context(u);
    let head = HEAD * u;
    let room = ScreenRect::sized(
        crate::geometry::ScreenPoint::new(6.0 * u, 0.0),
        rect.width() - 12.0 * u,
        rect.height() - head - 4.0 * u,
    );
    let key = (
        SceneKey::map(&view, p.situation),
        kind,
        (room.width(), room.height()),
    );
    let make = || MultiplesGrid::new(&view, kind, room);
    let sheet = p.cache.multiples.get(key.clone(), make);
    let corner = pos2(rect.left(), rect.top() + head);
    let mut signs = Vec::new();
    let mut is_busy = false;
    for i in 0..sheet.count() {
        // One map is drawn in a frame, so that the window answers meanwhile.
        let key = (key.clone(), i);
        let is_new = !p.cache.small_maps.has(&key);
        if is_new && is_busy {
            ui.ctx().request_repaint();
            break;
        }
        is_busy |= is_new;
        let cell = p.cache.small_maps.get(key, || sheet.cell(&view, i));
        let Some(cell) = cell.as_ref() else { break };
        key_strip::add(&mut signs, &cell.scene.legend);
        let at = Rect::from_min_max(
            corner + vec2(cell.map.min.x, cell.map.min.y),
            corner + vec2(cell.map.max.x, cell.map.max.y),
        );
        ui.painter()
            .rect_filled(at, 0.0, color(p.theme.ground(p.session.geometry())));
        let screen = Screen {
            ui,
            rect: at,
            geometry: p.session.geometry(),
            view: cell.view,
            unit: sheet.unit,
        };
        p.cache.draw(&screen, &sheet, &cell.scene.items, p.textures);
        let response = ui.interact(at, ui.scope_id().with(("cell", i)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &cell.title));
        if response.clicked() {
            p.actions.push(Action::SetMultiples(None));
            p.actions.push(Action::Jump(cell.day));
            p.actions.push(Action::SetLens(cell.lens.clone()));
        }
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text(p.text.get("open-large"));
    }
    let around = Screen {
        ui,
        rect: Rect::from_min_max(corner, rect.max),
        geometry: p.session.geometry(),
        view: Viewport::default(),
        unit: u,
    };
    p.cache.draw(&around, &sheet, &sheet.around, p.textures);
    let line = Rect::from_min_max(
        rect.min + vec2(16.0, 6.0) * u,
        pos2(rect.right() - 12.0 * u, rect.top() + head),
    );
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(line)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    child.style_mut().override_font_id = Some(face("regular", 15.0 * u));
    for (choice, key) in [
        (Multiples::Capitals, "by-capitals"),
        (Multiples::Days, "by-days"),
    ] {
        if child
            .selectable_label(kind == choice, p.text.get(key))
            .clicked()
        {
            p.actions.push(Action::SetMultiples(Some(choice)));
        }
    }
    if child
        .button(p.text.get("close"))
        .on_hover_text(CommandId::SmallMaps.hint(p))
        .clicked()
    {
        CommandId::SmallMaps.run(p);
    }
    signs
}

/// The differences between two maps, in sentences.
pub(super) fn differences(ui: &mut Ui, p: &mut Panel<'_>, u: f32, compare: &Compare) {
    let atlas = p.session.timeline().atlas().clone();
    let whole = p.session.whole().atlas().clone();
    let all = p.session.differences();
    let count = p
        .text
        .with("differ-count", &[("count", &all.len().to_string())]);
    widgets::words(ui, &count, "semibold", 17.0 * u, p.theme.ink);
    let mut groups: Vec<(Vec<&str>, &Difference)> = Vec::new();
    for d in &all {
        let told = |f: &Fill| (f.kind, f.parties.clone(), f.certainty, f.hearsay);
        let same =
            |o: &Difference| told(&o.first) == told(&d.first) && told(&o.second) == told(&d.second);
        match groups.iter_mut().find(|(_, o)| same(o)) {
            Some((districts, _)) => districts.push(d.district.as_str()),
            None => groups.push((vec![d.district.as_str()], d)),
        }
    }
    let same_day = compare.day == p.session.day();
    let mut chosen = None;
    for (districts, d) in groups {
        ui.horizontal_wrapped(|ui| {
            for (i, id) in districts.iter().enumerate() {
                if i > 0 {
                    ui.label(egui::RichText::new("·").font(face("semibold", 16.0 * u)));
                }
                if link(
                    ui,
                    atlas.name(id, p.text.language()),
                    "serif-semibold",
                    16.0 * u,
                    p.theme.ink,
                )
                .clicked()
                {
                    chosen = Some((*id).to_owned());
                }
            }
        });
        for (fill, day, lens) in [
            (&d.first, p.session.day(), p.session.lens()),
            (&d.second, compare.day, &compare.lens),
        ] {
            // The districts are listed above the sentence.
            let what = p.text.fill_clause(fill, districts.len(), lens, &atlas);
            let whose = p.text.lens_title(lens, &atlas);
            let line = if fill.kind == FillKind::Unknown {
                format!("{whose}: {what}")
            } else {
                what
            };
            let line = if same_day {
                line
            } else {
                format!("{}: {line}", p.text.day_in(day, p.session.whole().atlas()))
            };
            widgets::words(ui, &line, "regular", 14.5 * u, p.theme.ink);
            // The paper of each side is a link to its record.
            for record in &fill.records {
                let paper = p.text.paper_of(record, &whole);
                let (size, ink) = (13.5 * u, p.theme.ink2);
                if link(ui, &paper, "italic", size, ink).clicked() {
                    chosen = Some(record.to_string());
                }
            }
        }
    }
    if let Some(id) = chosen {
        p.actions.push(Action::Select(Some(id)));
    }
}
