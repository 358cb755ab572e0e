//! The research skin: bar, map, inspector, the views below the map, and time panel. The edges
//! between them can be dragged.

use egui::{CursorIcon, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::bottom_view::ViewPlace;
use super::desk::{self, ListKeeper};
use super::filters::{self, Filters};
use super::find::Find;
use super::tour_editor::{self, Editor};
use super::voice_menu::VoiceMenu;
use super::{Panel, bar, bottom_view, compare, inspector, key_strip, map, time_controls};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::{Furniture, Legend, LegendEntry, Theme};
use crate::session::Action;
use crate::timeline::{FillKind, Lens};

/// Heights of a window that is wider than high, in design units, below which dates have less of it and
/// the tabs one row, so that the map keeps its part where everything is drawn larger.
const LOW: f32 = 860.0;
const LOWEST: f32 = 640.0;
/// Width of a window, in design units, below which an upright one has the inspector below the map,
/// and the share of the height between bar and time line that it then has.
const UPRIGHT: f32 = 1300.0;
const UPRIGHT_RECORD: f32 = 0.42;
/// Greatest share of the space of map and view that a view below the map takes.
const MOST_VIEW: f32 = 0.6;
/// Least height of map and view together, in design units; in less, an open view has the place of
/// both.
const LEAST_FOR_BOTH: f32 = 330.0;
/// Least height for map and key, in design units, at which the key is unfolded.
const LEAST_FOR_KEY: f32 = 420.0;
/// Least height of a map, in design units.
const LEAST_MAP: f32 = 40.0;
/// Least and greatest factor of the size of everything.
const UI_SIZES: (f32, f32) = (0.4, 2.5);
/// Width of the editor of tours, in design units.
const EDITOR: f32 = 470.0;
/// Least width of map and inspector beside the editor, in design units.
const NARROW: f32 = 1000.0;

/// Whether the key below the map is unfolded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct KeyUnfolded {
    /// While no view is open, and while one is.
    pub(super) alone: bool,
    pub(super) with_view: bool,
}

/// What the reader set of the panels; sizes are in design units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Layout {
    pub(super) side: f32,
    pub(super) bottom_view: f32,
    pub(super) inspector: bool,
    pub(super) key: KeyUnfolded,
    /// Factor of everything that is drawn.
    pub(super) ui_size: f32,
    /// Whether an open view takes the place of the map.
    pub(super) whole_view: bool,
    /// Whether everything has the colors of the strongest contrast.
    pub(super) contrast: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            side: 536.0,
            bottom_view: 264.0,
            inspector: true,
            key: KeyUnfolded {
                alone: true,
                with_view: false,
            },
            ui_size: 1.0,
            whole_view: false,
            contrast: false,
        }
    }
}

impl Layout {
    /// The theme of the research window: the usual one, or that of the strongest contrast.
    pub(super) fn theme<'t>(&self, usual: &'t Theme, contrast: &'t Theme) -> &'t Theme {
        if self.contrast { contrast } else { usual }
    }

    /// Reads what the `Display` implementation of [`Layout`] writes, such as
    /// `536 380 true true 1 false false`. What an older version did not write has its first value.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let number = |p: Option<&str>| p?.parse::<f32>().ok().filter(|v| v.is_finite());
        let is_on = |p: Option<&str>, first| p.map_or(Some(first), |p| p.parse().ok());
        let first = Self::default();
        Some(Self {
            side: number(parts.next())?,
            bottom_view: number(parts.next())?,
            inspector: parts.next()?.parse().ok()?,
            key: KeyUnfolded {
                alone: is_on(parts.next(), first.key.alone)?,
                with_view: false,
            },
            ui_size: number(parts.next()).unwrap_or(first.ui_size),
            whole_view: is_on(parts.next(), first.whole_view)?,
            contrast: is_on(parts.next(), first.contrast)?,
        })
    }

    /// Makes everything larger or smaller by a factor; `None` returns to the usual size.
    pub(super) fn resize_ui(&mut self, factor: Option<f32>) {
        let size = factor.map_or(1.0, |factor| self.ui_size * factor);
        self.ui_size = clamped(size, UI_SIZES.0, UI_SIZES.1);
    }
}

impl std::fmt::Display for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            side,
            bottom_view,
            inspector,
            key,
            ui_size,
            whole_view,
            contrast,
        } = self;
        let key = key.alone;
        write!(
            f,
            "{side} {bottom_view} {inspector} {key} {ui_size} {whole_view} {contrast}"
        )
    }
}

/// State of the research skin: what the reader is typing, and what is open.
#[derive(Default)]
pub(super) struct Desktop {
    /// The text of the date field.
    pub(super) typed: String,
    /// Whether the date field requests the focus.
    pub(super) type_date: bool,
    /// Whether the caret of the date field moves behind what it holds.
    pub(super) writes_on: bool,
    /// The search field.
    pub(super) find: Find,
    pub(super) filters: Filters,
    /// The working list.
    pub(super) list: ListKeeper,
    /// The editor of tours.
    pub(super) editor: Editor,
    pub(super) layout: Layout,
    pub(super) bottom_view: bottom_view::BottomViewState,
    /// How many signs of the map further the reader asks for, in reading order.
    pub(super) walk: Option<i64>,
    /// What the inspector showed last, so that the page of another record begins at its top.
    pub(super) page: inspector::PageState,
    /// The menus of voices.
    pub(super) voices: VoiceMenu,
    /// Whether the key below the map has room to unfold.
    pub(super) key_fits: bool,
    /// What was written into text fields lately.
    pub(super) writing: super::keys::Writing,
}

/// Where the panels of the research skin are, in points.
struct Places {
    bar: Rect,
    map: Rect,
    key: Rect,
    strip: Rect,
    /// Empty where no view is open.
    view: Rect,
    /// Empty where the inspector is hidden.
    inspector: Rect,
    editor: Rect,
    time: Rect,
    /// Whether the inspector is below the map, in an upright window.
    is_upright: bool,
    /// Whether the key has room to unfold.
    key_fits: bool,
    time_form: time_controls::Form,
    tabs: bottom_view::Tabs,
    view_place: ViewPlace,
}

impl Places {
    fn new(ui: &Ui, p: &Panel<'_>, whole: Rect, u: f32, d: &Desktop) -> Self {
        let column = |top: f32, foot: f32, left: f32, right: f32| {
            Rect::from_min_max(pos2(left, top), pos2(right, foot.max(top)))
        };
        let (left, right) = (whole.left(), whole.right());
        let bar_foot = whole.top() + bar::height(ui, p, whole.width(), u);
        let is_open = p.session.bottom_view().is_some();
        let is_upright = whole.width() < UPRIGHT * u && whole.height() > whole.width();
        let is_low = |below: f32| whole.height() < below * u && !is_upright;
        let time_form = if is_low(LOWEST) {
            time_controls::Form::Row
        } else if is_low(LOW) || (is_open && !is_upright) {
            time_controls::Form::Close
        } else {
            time_controls::Form::Usual
        };
        let time_top = whole.bottom() - time_form.height() * u;
        let editor = if d.editor.is_open() {
            EDITOR * u
        } else if d.filters.open {
            (filters::WIDTH * u).min(whole.width() * 0.4)
        } else {
            0.0
        };
        let is_narrow = whole.width() - editor < NARROW * u && !is_upright;
        let shows_inspector = d.layout.inspector && !(editor > 0.0 && is_narrow);
        let side = if shows_inspector && !is_upright {
            clamped(d.layout.side * u, 300.0 * u, whole.width() * 0.45)
        } else {
            0.0
        };
        let (from, to) = (left + editor, right - side);
        let tabs = bottom_view::Tabs::new(ui, p, to - from, u, is_low(LOW));
        let strip_height = tabs.height;
        let record = if shows_inspector && is_upright {
            (time_top - bar_foot) * UPRIGHT_RECORD
        } else {
            0.0
        };
        let column_foot = time_top - record;
        // A low window has no room for more than the first row of the key.
        let room = column_foot - bar_foot - strip_height;
        let is_wanted = if is_open {
            d.layout.key.with_view
        } else {
            d.layout.key.alone
        };
        let key_fits = room > LEAST_FOR_KEY * u;
        let unfolds = is_wanted && key_fits;
        let key_height = key_strip::height(unfolds) * u;
        let for_map = room - key_height;
        let view_place = if for_map < LEAST_FOR_BOTH * u {
            ViewPlace::Only
        } else if d.layout.whole_view {
            ViewPlace::Whole
        } else {
            ViewPlace::Below
        };
        let view_height = match (is_open, view_place) {
            (false, _) => 0.0,
            (true, ViewPlace::Only | ViewPlace::Whole) => for_map,
            (true, ViewPlace::Below) => clamped(
                d.layout.bottom_view * u,
                (110.0 * u).min(for_map * 0.5),
                for_map * MOST_VIEW,
            ),
        };
        let view_top = column_foot - view_height;
        let strip_top = view_top - strip_height;
        let key_top = strip_top - key_height;
        let inspector = if is_upright {
            column(column_foot, time_top, left, right)
        } else {
            column(bar_foot, time_top, to, right)
        };
        Self {
            bar: column(whole.top(), bar_foot, left, right),
            map: column(bar_foot, key_top, from, to),
            key: column(key_top, strip_top, from, to),
            strip: column(strip_top, view_top, from, to),
            view: column(view_top, column_foot, from, to),
            inspector: if shows_inspector {
                inspector
            } else {
                Rect::NOTHING
            },
            editor: column(bar_foot, column_foot, left, from),
            time: column(time_top, whole.bottom(), left, right),
            is_upright,
            key_fits,
            time_form,
            tabs,
            view_place,
        }
    }
}

/// Draws the research skin.
pub(super) fn ui(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, unit: f32, d: &mut Desktop) {
    let at = Places::new(ui, p, whole, unit, d);
    d.key_fits = at.key_fits;
    // The keyboard reaches the panels in the order in which they are drawn.
    bar::ui(ui, p, at.bar, unit, d);
    let (mut signs, under) = map_area(ui, p, at.map, unit, d);
    if d.editor.is_open() {
        tour_editor::ui(ui, p, at.editor, unit, &mut d.editor);
    } else if d.filters.open {
        d.filters.ui(ui, p, at.editor, unit);
    }
    if at.inspector.is_positive() {
        let of_matrix = inspector::ui(ui, p, at.inspector, unit, &mut d.page);
        key_strip::add(&mut signs, &of_matrix);
        let star = inspector::star(p, at.inspector, unit);
        desk::star(ui, p, star, &d.list);
        inspector_edge(ui, p, &at, unit, d);
    }
    if let Some(open) = p.session.bottom_view() {
        let states = (&mut d.bottom_view, &mut d.list);
        bottom_view::ui(ui, p, at.view, unit, open, at.view_place, states);
        if let Some(chart) = bottom_view::chart_of(p, open, at.view.width(), unit) {
            key_strip::add(&mut signs, &chart.legend);
        }
        let edge =
            Rect::from_center_size(at.strip.center_top(), vec2(at.strip.width(), 8.0 * unit));
        let moved = dragged(ui, edge, "view-edge", CursorIcon::ResizeVertical);
        if let Some(moved) = moved.filter(|_| at.view_place == ViewPlace::Below) {
            let height = (at.view.height() - moved.y) / unit;
            d.layout.bottom_view = clamped(height, 110.0, 1600.0);
        }
    }
    signs.sort_by_key(|entry| (entry.rank.group(), entry.rank));
    let unfolds = at.key.height() > key_strip::height(false) * unit + 1.0;
    let said = under.join(" · ");
    let said = Some(said.as_str()).filter(|words| !words.is_empty());
    key_strip::ui(ui, p, at.key, unit, unfolds, (&signs, said));
    bottom_view::strip(ui, p, at.strip, unit, &at.tabs);
    time_controls::ui(ui, p, at.time, unit, at.time_form, d);
}

/// The map, two compared maps or small maps. Returns their signs and what is under the pointer.
fn map_area(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    d: &mut Desktop,
) -> (Vec<LegendEntry>, Vec<String>) {
    let walk = d.walk.take();
    if rect.height() < LEAST_MAP * u {
        return (Vec::new(), Vec::new());
    }
    let seen = match (p.session.compare(), p.session.multiples()) {
        (Some(c), _) => {
            let c = c.clone();
            compare::ui(ui, p, rect, u, &c, &mut d.voices)
        }
        (None, Some(kind)) => return (compare::multiples(ui, p, rect, u, kind), Vec::new()),
        (None, None) => {
            let furniture = Furniture {
                legend: Legend::None,
                scale_right: Some(92.0),
                has_buttons: true,
            };
            let seen = map::ui(ui, p, rect, u, furniture, true);
            blank_lens(ui, p, rect, u);
            vec![seen]
        }
    };
    if let (Some(steps), Some(first)) = (walk, seen.first()) {
        let atlas = p.session.timeline().atlas();
        let all = map::in_reading_order(atlas, &first.scene, p.session.viewport().size, u);
        let now = all.iter().position(|id| p.session.selection() == Some(id));
        let count = all.len() as i64;
        let next = match now {
            Some(now) => (now as i64 + steps).rem_euclid(count),
            None if steps < 0 => count - 1,
            None => 0,
        };
        if let Some(id) = all.get(next.max(0) as usize) {
            p.actions.push(Action::Select(Some(id.clone())));
        }
    }
    let mut signs = Vec::new();
    for one in &seen {
        key_strip::add(&mut signs, &one.scene.legend);
    }
    let under = seen.into_iter().map(|one| one.under);
    (signs, under.max_by_key(Vec::len).unwrap_or_default())
}

/// Where a lens shows nothing, says which others have something on the day.
fn blank_lens(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let has = |lens: &Lens| {
        let mut districts = p.situation.districts();
        districts.any(|d| d.fill(lens).kind != FillKind::Unknown)
    };
    if has(p.session.lens()) {
        return;
    }
    let lenses = super::commands::lenses(p.session);
    let others: Vec<Lens> = lenses.into_iter().filter(|lens| has(lens)).collect();
    let key = if others.is_empty() {
        "lens-blank-all"
    } else {
        "lens-blank"
    };
    let words = p.text.get(key);
    let corner = rect.min + vec2(16.0, 14.0) * u;
    egui::Area::new(ui.scope_id().with("blank-lens"))
        .order(egui::Order::Middle)
        .fixed_pos(corner)
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width((rect.width() * 0.5).min(420.0 * u));
                ui.style_mut().override_font_id = Some(face("regular", 15.0 * u));
                ui.label(words);
                ui.horizontal_wrapped(|ui| {
                    for lens in others {
                        let name = super::commands::lens_name(p, &lens);
                        if ui.button(name).clicked() {
                            p.actions.push(Action::SetLens(lens));
                        }
                    }
                });
            });
        });
}

/// The edge of the inspector, which is dragged.
fn inspector_edge(ui: &mut Ui, p: &Panel<'_>, at: &Places, u: f32, d: &mut Desktop) {
    let stroke = Stroke::new(1.5 * u, color(p.theme.ink));
    let rect = at.inspector;
    if at.is_upright {
        ui.painter().hline(rect.x_range(), rect.top(), stroke);
        return;
    }
    ui.painter().vline(rect.left(), rect.y_range(), stroke);
    let edge = Rect::from_center_size(rect.left_center(), vec2(8.0 * u, rect.height()));
    if let Some(moved) = dragged(ui, edge, "side-edge", CursorIcon::ResizeHorizontal) {
        d.layout.side = clamped((rect.width() - moved.x) / u, 300.0, 900.0);
    }
}

/// How far an edge is dragged in this frame, in points; `None` where it is not dragged.
fn dragged(ui: &Ui, edge: Rect, name: &str, cursor: CursorIcon) -> Option<egui::Vec2> {
    let response = ui.interact(edge, ui.scope_id().with(name), Sense::drag());
    let moved = response.dragged().then(|| response.drag_delta());
    response.on_hover_cursor(cursor);
    moved.filter(|v| *v != egui::Vec2::ZERO)
}
