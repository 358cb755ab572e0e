//! The inspector: the selection with its citations, and contradicting reports. `district` shows a
//! district through every lens; `records` shows dated records; `entities` shows places, people,
//! forces, sources and boundaries; `facts` has what all pages share.

mod chain;
mod district;
mod entities;
mod facts;
mod records;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Rect, ScrollArea, Ui, vec2};

use super::commands::CommandId;
use super::pacing::HoverArea;
use super::widgets::{self, Button, link, rule, words};
use super::{Panel, WindowCommand, focus};
use crate::export::cite;
use crate::geometry::Viewport;
use crate::model::{Atlas, Citation, Contradiction, PartyId, RecordRef};
use crate::paint::screen::{Screen, color, face};
use crate::scene::{Chart, LegendEntry, SceneKey, matrix};
use crate::session::Action;
use crate::timeline::{Condition, Filter};

/// Margin left and right of a page, in design units, and the space of its scroll bar.
const MARGIN: f32 = 28.0;
const SCROLL_BAR: f32 = 12.0;
/// Distance to which the matrix may extend beyond the left margin, in design units.
const MATRIX_EDGE: f32 = 10.0;
/// Least height of the inspector, in design units, at which the matrix has a place of its own below
/// the page; in a lower one it is the end of the page.
const LEAST_WITH_MATRIX: f32 = 520.0;

/// What the inspector remembers between frames.
#[derive(Default)]
pub(super) struct PageState {
    /// The party whose voices the matrix shows; `None` for a column per party.
    opened: Option<PartyId>,
    /// The selection and the day of the page that was drawn last.
    shown: Option<(Option<String>, NaiveDate)>,
}

/// Draws the page of the selection, or of the day where nothing is selected. Returns the signs of
/// the matrix.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    rect: Rect,
    u: f32,
    state: &mut PageState,
) -> Vec<LegendEntry> {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    // Two voices with their evidence leave no space for the matrix.
    let compares = p.session.compare().is_some() && p.session.selection().is_some();
    let is_low = rect.height() <= LEAST_WITH_MATRIX * u;
    let mut signs = Vec::new();
    let mut foot = rect.bottom();
    if !compares && !is_low {
        let chart = matrix_of(p, rect.width() - 2.0 * MARGIN * u, u, state.opened.as_ref());
        let height = matrix_height(&chart, u).min(rect.height() * 0.55);
        foot -= height;
        let panel = Rect::from_min_max(egui::pos2(rect.left(), foot), rect.max);
        ui.painter().rect_filled(panel, 0.0, color(p.theme.page));
        let line = egui::Stroke::new(1.5 * u, color(p.theme.ink));
        ui.painter().hline(panel.x_range(), foot, line);
        matrix_panel(ui, p, panel, u, (&chart, &mut state.opened));
        signs.clone_from(&chart.legend);
    }
    navigation(
        ui,
        p,
        Rect::from_min_size(rect.min, vec2(rect.width(), 40.0 * u)),
        u,
    );
    let rect = Rect::from_min_max(
        rect.min + vec2(0.0, 40.0 * u),
        egui::pos2(rect.right(), foot),
    );
    let inner = rect.shrink2(vec2(MARGIN, 4.0) * u);
    if !inner.is_positive() {
        return signs; // The window is too small for a line of the page.
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect);
    let id = p.session.selection().map(ToOwned::to_owned);
    let page = Some((id.clone(), p.session.day()));
    let is_new = state.shown != page;
    state.shown = page;
    let mut area = ScrollArea::vertical()
        .id_salt(("inspector", id.clone()))
        .auto_shrink([false, false]);
    if is_new {
        // The evidence stands at the top of a page.
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 5.0) * u;
        ui.spacing_mut().button_padding = vec2(8.0, 2.0) * u;
        // The scroll bar needs its own space.
        ui.set_max_width((ui.available_width() - SCROLL_BAR * u).max(0.0));
        let found = id
            .as_deref()
            .and_then(|id| p.session.timeline().atlas().find(id));
        let mut page = Page {
            p,
            u,
            term: std::cell::Cell::new(None),
        };
        match (id.as_deref(), found) {
            (Some(id), Some(RecordRef::District(_) | RecordRef::Group(_))) => {
                page.district(ui, id);
            }
            (Some(id), Some(RecordRef::Place(_))) => page.place(ui, id),
            (Some(id), Some(RecordRef::Party(_))) => page.party(ui, id),
            (_, Some(RecordRef::Unit(i))) => page.unit(ui, i, None),
            (_, Some(RecordRef::Fix(i, j))) => page.unit(ui, i, Some(j)),
            (
                Some(id),
                Some(
                    RecordRef::Message(_)
                    | RecordRef::Claim(_)
                    | RecordRef::Control(_)
                    | RecordRef::Event(_),
                ),
            ) => page.record(ui, id),
            (_, Some(RecordRef::Person(i))) => page.person(ui, i),
            (_, Some(RecordRef::Source(i))) => page.source(ui, i),
            (_, Some(RecordRef::Contradiction(i))) => page.contradiction(ui, i),
            (_, Some(RecordRef::Term(i))) => page.term(ui, i),
            (Some(id), None) => page.elsewhere(ui, id),
            (None, _) => page.day(ui),
        }
        if let (Some(id), Some(at)) = (id.as_deref(), found) {
            page.named_in(ui, id);
            page.words_used(ui, id, at);
        }
        if let Some(term) = page.term.take() {
            page.p.actions.push(Action::Select(Some(term)));
        }
        ui.add_space(20.0 * u);
        if !compares && is_low {
            rule(ui, page.p.theme.rule);
            let width = ui.available_width() - MATRIX_EDGE * u;
            let chart = matrix_of(page.p, width, u, state.opened.as_ref());
            let (_, at) = ui.allocate_space(vec2(width, matrix_height(&chart, u)));
            // The page cuts off what reaches beyond its margins.
            let left = at.left() + (MATRIX_EDGE - MARGIN) * u;
            let panel = Rect::from_x_y_ranges(left..=rect.right(), at.y_range());
            matrix_panel(ui, page.p, panel, u, (&chart, &mut state.opened));
            signs.clone_from(&chart.legend);
        }
        focus::follow_focus(ui);
    });
    signs
}

/// Back, forward, and the link to this view.
fn navigation(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
    let (back, forward) = (p.session.can_go_back(), p.session.can_go_forward());
    let mut x = rect.left() + 22.0 * u;
    for (command, sign, on) in [
        (CommandId::Back, widgets::Sign::Back, back),
        (CommandId::Forward, widgets::Sign::Forward, forward),
    ] {
        let at = Rect::from_min_size(egui::pos2(x, rect.top() + 8.0 * u), vec2(30.0, 28.0) * u);
        if !(back || forward) {
            continue;
        }
        if on {
            Button::sign(at, sign).run(ui, p, command);
        }
        x += 36.0 * u;
    }
    if p.session.selection().is_some() {
        let label = p.text.get("to-the-day");
        let width = widgets::width_of_button(&label, 14.0 * u).max(120.0 * u);
        let corner = egui::pos2(x, rect.top() + 8.0 * u);
        let at = Rect::from_min_size(corner, vec2(width, 28.0 * u));
        Button::words(at, &label, 14.0 * u).run(ui, p, CommandId::ClearSelection);
    }
    let label = p.text.get("link");
    let at = link_button(p, rect, u);
    Button::words(at, &label, 14.0 * u).run(ui, p, CommandId::CopyLink);
}

/// Where the button is that copies the link to this view.
fn link_button(p: &Panel<'_>, rect: Rect, u: f32) -> Rect {
    let width = widgets::width_of_button(&p.text.get("link"), 14.0 * u).max(128.0 * u);
    let corner = rect.right_top() + vec2(-22.0 * u - width, 8.0 * u);
    Rect::from_min_size(corner, vec2(width, 28.0 * u))
}

/// Where the star of the working list is, beside the button that copies the link.
pub(super) fn star(p: &Panel<'_>, rect: Rect, u: f32) -> Rect {
    let corner = link_button(p, rect, u).left_top() - vec2(40.0 * u, 0.0);
    Rect::from_min_size(corner, vec2(32.0, 28.0) * u)
}

/// The stance matrix, `width` points wide.
fn matrix_of(p: &mut Panel<'_>, width: f32, u: f32, opened: Option<&PartyId>) -> Arc<Chart> {
    let view = p.chart_context(u);
    let key = (SceneKey::chart(&view, p.situation), width, opened.cloned());
    p.cache.matrices.get(key, || {
        let mut chart = matrix(&view, width, opened);
        for item in &mut chart.items {
            item.shape.shift(MATRIX_EDGE * u, 0.0);
        }
        chart
    })
}

/// Height of the matrix with its heading, in points.
fn matrix_height(chart: &Chart, u: f32) -> f32 {
    chart.size.1 + 52.0 * u
}

/// Draws the stance matrix with its heading in a panel. A click on a party shows its voices.
fn matrix_panel(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    panel: Rect,
    u: f32,
    (chart, opened): (&Arc<Chart>, &mut Option<PartyId>),
) {
    let head = panel.left_top() + vec2(MARGIN, 18.0) * u;
    ui.painter().text(
        head,
        egui::Align2::LEFT_CENTER,
        p.text.get("matrix"),
        face("semibold", 15.5 * u),
        color(p.theme.ink),
    );
    let corner = panel.left_top() + vec2(MARGIN, 34.0) * u;
    let inside = Rect::from_min_max(corner - vec2(MATRIX_EDGE * u, 0.0), panel.max);
    let screen = Screen {
        ui,
        rect: inside,
        geometry: p.session.geometry(),
        view: Viewport::default(),
        unit: u,
    };
    p.cache.draw(&screen, chart, &chart.items, p.textures);
    p.hover_areas
        .push(HoverArea::of_chart(panel, chart, corner));
    let response = ui.interact(panel, ui.scope_id().with("matrix"), egui::Sense::click());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, p.text.get("matrix")));
    let label = p.text.get("export-this");
    let wide = widgets::width_of_button(&label, 13.5 * u).max(94.0 * u);
    let save = Rect::from_min_size(
        egui::pos2(panel.right() - 22.0 * u - wide, panel.top() + 6.0 * u),
        vec2(wide, 24.0 * u),
    );
    let button = Button::words(save, &label, 13.5 * u);
    if button.show(ui, p.theme, &label).clicked() {
        let matrix = Some(crate::export::Picture::Matrix);
        p.window_commands.push(WindowCommand::Export(matrix));
    } else if let Some(id) = widgets::hovered_id(p, &response, chart, corner, u)
        && response.clicked()
    {
        // A click on a column's head shows its party's voices; any other selects.
        match p.session.whole().atlas().party(id) {
            Some(party) => {
                *opened = (opened.as_ref() != Some(&party.id)).then(|| party.id.clone());
            }
            None => p.actions.push(Action::Select(Some(id.to_owned()))),
        }
    }
}

struct Page<'a, 'b> {
    p: &'a mut Panel<'b>,
    u: f32,
    /// Id of a term that was clicked in a text.
    term: std::cell::Cell<Option<String>>,
}

impl Page<'_, '_> {
    fn atlas(&self) -> std::sync::Arc<Atlas> {
        self.p.session.timeline().atlas().clone()
    }

    fn language(&self) -> String {
        self.p.text.language().to_owned()
    }

    fn title(&self, ui: &mut Ui, text: &str) {
        words(ui, text, "display-medium", 32.0 * self.u, self.p.theme.ink);
    }

    fn body(&self, ui: &mut Ui, text: &str) {
        self.text(ui, text, face("regular", 15.5 * self.u), self.p.theme.ink);
    }

    fn small(&self, ui: &mut Ui, text: &str) {
        self.text(ui, text, face("regular", 13.5 * self.u), self.p.theme.ink2);
    }

    fn note(&self, ui: &mut Ui, text: &crate::model::Words) {
        if !text.is_empty() {
            let font = face("italic", 13.5 * self.u);
            let text = text.text(self.p.text.language());
            self.text(ui, text, font, self.p.theme.ink2);
        }
    }

    fn gist(&self, ui: &mut Ui, text: &str) {
        self.text(ui, text, face("serif", 18.0 * self.u), self.p.theme.ink);
    }

    fn head(&self, ui: &mut Ui, key: &str) {
        self.heading(ui, &self.p.text.get(key));
    }

    fn heading(&self, ui: &mut Ui, text: &str) {
        rule(ui, self.p.theme.rule);
        words(ui, text, "semibold", 15.5 * self.u, self.p.theme.ink);
    }

    fn go(&mut self, ui: &mut Ui, text: &str, id: &str) {
        if link(ui, text, "regular", 15.5 * self.u, self.p.theme.ink).clicked() {
            self.p.actions.push(Action::Select(Some(id.to_owned())));
        }
    }

    /// A line that names a record with its date and leads to it.
    fn go_record(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        if atlas.find(id).is_none() {
            return;
        }
        let told = widgets::caption(&atlas, id, self.p.text);
        let day = self.p.session.timeline().bounds_of(&id.into());
        let when = match day {
            (Some(a), Some(b)) if a == b => format!("{}  ", self.p.text.day_in(a, &atlas)),
            _ => String::new(),
        };
        self.go(ui, &format!("{when}{told}"), id);
    }

    /// A heading and the records below it, where there are any.
    fn list(&mut self, ui: &mut Ui, key: &str, ids: &[String]) {
        if ids.is_empty() {
            return;
        }
        self.head(ui, key);
        for id in ids {
            self.go_record(ui, id);
        }
    }

    /// A link to the days of a record, where these are not just the session's day.
    fn go_to_days(&mut self, ui: &mut Ui, id: &str) {
        let Some(life) = self.p.session.timeline().life_of(id) else {
            return;
        };
        if life.holds(self.p.session.day()) && life.first == life.last {
            return;
        }
        let label = self.p.text.with(
            "go-to-days",
            &[("days", &self.p.text.date_in_full(life.first))],
        );
        if link(ui, &label, "semibold", 13.5 * self.u, self.p.theme.ink).clicked() {
            self.p.actions.push(Action::Jump(life.first));
        }
    }

    fn cites(&mut self, ui: &mut Ui, cites: &[Citation]) {
        let atlas = self.atlas();
        for c in cites {
            let read = format!(
                "{}  {}",
                self.p.text.get("read-in"),
                self.p.text.short_citation(std::slice::from_ref(c), &atlas)
            );
            let fit = c.note.as_ref().map(|_| self.p.text.fit(c.fit));
            let read = fit.map_or(read.clone(), |fit| format!("{read} ({fit})"));
            if link(ui, &read, "regular", 13.5 * self.u, self.p.theme.ink2).clicked() {
                self.p
                    .actions
                    .push(Action::Select(Some(c.source.to_string())));
            }
            if let Some(original) = &c.original {
                let cited = format!(
                    "{}  {original}  ({})",
                    self.p.text.get("cites"),
                    self.p.text.get("not-seen")
                );
                match atlas.source_behind(c) {
                    Some(source) => {
                        if link(ui, &cited, "regular", 13.5 * self.u, self.p.theme.ink2).clicked() {
                            self.p
                                .actions
                                .push(Action::Select(Some(source.id.to_string())));
                        }
                    }
                    None => self.small(ui, &cited),
                }
            }
        }
    }

    /// Citations with buttons that copy them, for the entry `id` that a page describes.
    fn cites_to_copy(&mut self, ui: &mut Ui, id: &str, cites: &[Citation]) {
        let mut chain = chain::Chain::default();
        self.paper(ui, &mut chain, (id, cites), true);
    }

    /// The buttons that copy the citations of the record `id`: as a footnote that names the document
    /// first, and in three styles.
    fn copy_buttons(&mut self, ui: &mut Ui, id: &str, cites: &[Citation]) {
        let atlas = self.atlas();
        ui.style_mut().override_font_id = Some(face("regular", 13.5 * self.u));
        ui.label(self.p.text.get("copy"));
        if ui.button(self.p.text.get("footnote-one")).clicked()
            && let Some(note) = self.p.text.footnote(&atlas, id)
        {
            self.p.window_commands.push(WindowCommand::Copy(note));
        }
        for (label, style) in [
            ("Chicago", cite::Style::Chicago),
            ("BibTeX", cite::Style::Bibtex),
            ("CSL-JSON", cite::Style::CslJson),
        ] {
            if ui.button(label).clicked() {
                let all: Vec<String> = cites
                    .iter()
                    .filter_map(|c| cite::cite(&atlas, c, style))
                    .collect();
                let text = if style == cite::Style::CslJson {
                    format!("[{}]", all.join(",\n"))
                } else {
                    all.join("\n")
                };
                self.p.window_commands.push(WindowCommand::Copy(text));
            }
        }
    }

    /// An id that is not among the records that pass the filters: a boundary, or a record that they
    /// hide.
    fn elsewhere(&mut self, ui: &mut Ui, id: &str) {
        let atlas = self.atlas();
        if let Some(i) = atlas.boundaries.iter().position(|b| b.id == id) {
            return self.boundary(ui, i);
        }
        if self.p.session.whole().atlas().find(id).is_none() {
            return self.day(ui);
        }
        let told = widgets::caption(self.p.session.whole().atlas(), id, self.p.text);
        self.gist(ui, &told);
        self.body(ui, &self.p.text.get("hidden-by-filters"));
        let words = self
            .p
            .text
            .conditions(self.p.session.filter(), self.p.session.whole().atlas());
        self.small(ui, &words);
        ui.style_mut().override_font_id = Some(face("regular", 14.0 * self.u));
        if ui.button(self.p.text.get("filter-none")).clicked() {
            self.p.actions.push(Action::SetFilter(Filter::default()));
        }
    }

    fn disagreements(&mut self, ui: &mut Ui, record: &str) {
        let timeline = std::sync::Arc::clone(self.p.session.timeline());
        for c in timeline.contradictions_of(record) {
            self.heading(ui, &self.p.text.told_in_ways(c));
            self.go(ui, c.title.text(self.p.text.language()), c.id.as_str());
            self.tellings(ui, c);
            self.note(ui, &c.handling);
        }
    }

    /// Every version of a contradiction. Where the versions cite different records, each has a
    /// switch that draws only its own.
    fn tellings(&mut self, ui: &mut Ui, c: &Contradiction) {
        let language = self.language();
        for (i, telling) in c.tellings.iter().enumerate() {
            let told = format!("{}. {}", i + 1, telling.text.text(&language));
            self.text(ui, &told, face("serif", 15.5 * self.u), self.p.theme.ink);
            let others = c.tellings.iter().flat_map(|t| &t.records);
            if telling.records.is_empty() || others.clone().all(|r| telling.records.contains(r)) {
                continue;
            }
            let condition = Condition::Telling(c.id.clone(), i);
            let on = self.p.session.filter().has(&condition);
            let key = if on {
                "draw-all-tellings"
            } else {
                "draw-this-telling"
            };
            if link(
                ui,
                &self.p.text.get(key),
                "semibold",
                13.5 * self.u,
                self.p.theme.ink2,
            )
            .clicked()
            {
                self.p.actions.push(Action::Toggle(condition));
            }
        }
    }
}
