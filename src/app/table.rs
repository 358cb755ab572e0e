//! A table of all records that pass the filters.

use chrono::NaiveDate;
use egui::{Align, Key, Rect, RichText, ScrollArea, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use super::Panel;
use crate::export::records;
use crate::model::word;
use crate::paint::screen::{color, face};
use crate::scene::Same;
use crate::session::Action;
use crate::text::RegisterRow;
use crate::timeline::Timeline;

/// The keys of the columns' names in the language files.
const COLUMNS: [&str; 5] = [
    "column-when",
    "column-kind",
    "column-what",
    "column-read-in",
    "column-archive",
];

/// Least width of all columns, in design units.
const LEAST_WIDTH: f32 = 1000.0;

/// The table and how it is sorted.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<(RegisterRow, [String; 5])>,
    /// The records, language, sort column and direction for which the rows were made; `None` before the first
    /// time.
    made_for: Option<(Same<Timeline>, String, usize, bool)>,
    sort: usize,
    backward: bool,
    chosen: Option<usize>,
    /// The day for which the table was last scrolled.
    day: Option<NaiveDate>,
}

impl Table {
    pub(super) fn ui(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let inner = Rect::from_min_max(
            rect.min + vec2(20.0, 4.0) * u,
            rect.max - vec2(12.0, 2.0) * u,
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
        child.set_clip_rect(rect);
        child.style_mut().override_font_id = Some(face("regular", 14.0 * u));
        // Columns that are wider than the view are reached by scrolling.
        ScrollArea::horizontal()
            .id_salt("columns")
            .auto_shrink([false, false])
            .show(&mut child, |ui| {
                ui.set_min_width(inner.width().max(LEAST_WIDTH * u));
                self.records(ui, p, u);
            });
    }

    fn records(&mut self, ui: &mut Ui, p: &mut Panel<'_>, u: f32) {
        let is_made = self.make(p);
        let width = ui.available_width();
        let moved = self.keys(ui, p);
        let selected = p.session.selection();
        let mut clicked = None;
        let mut builder = TableBuilder::new(ui)
            .id_salt("records")
            .striped(true)
            .sense(egui::Sense::click())
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(Column::initial(190.0 * u).resizable(true).clip(true))
            .column(Column::initial(120.0 * u).resizable(true).clip(true))
            .column(
                Column::initial((width - 860.0 * u).max(260.0 * u))
                    .resizable(true)
                    .clip(true),
            )
            .column(Column::initial(230.0 * u).resizable(true).clip(true))
            .column(Column::remainder().clip(true));
        let day = p.session.day();
        let has_new_day = self.day.replace(day) != Some(day);
        if let Some(row) = self.chosen.filter(|_| moved) {
            builder = builder.scroll_to_row(row, None);
        } else if is_made || (has_new_day && self.sort == 0) {
            let row = self.chosen.or(self.row_of(day)).filter(|_| self.sort == 0);
            builder = builder.scroll_to_row(row.unwrap_or(0), Some(Align::Center));
        }
        let mut sorted = None;
        builder
            .header(28.0 * u, |mut header| {
                for (i, key) in COLUMNS.iter().enumerate() {
                    header.col(|ui| {
                        let words = RichText::new(p.text.get(key)).font(face("semibold", 14.0 * u));
                        let head = ui.add(egui::Button::new(words).frame(false));
                        if self.sort == i {
                            // A small triangle that points up in ascending order. It is drawn,
                            // because no embedded typeface has one.
                            let m = head.rect.right_center() + vec2(9.0 * u, 0.0);
                            let way = if self.backward { 1.0 } else { -1.0 };
                            let corners = vec![
                                m + vec2(-4.5, -way * 3.0) * u,
                                m + vec2(4.5, -way * 3.0) * u,
                                m + vec2(0.0, way * 4.0) * u,
                            ];
                            ui.painter().add(egui::Shape::convex_polygon(
                                corners,
                                color(p.theme.ink),
                                egui::Stroke::NONE,
                            ));
                        }
                        if head.on_hover_text(p.text.get("sort-by")).clicked() {
                            sorted = Some(i);
                        }
                    });
                }
            })
            .body(|body| {
                body.rows(24.0 * u, self.rows.len(), |mut row| {
                    let i = row.index();
                    let Some((record, cells)) = self.rows.get(i) else {
                        return;
                    };
                    row.set_selected(selected == Some(record.id.as_str()));
                    // What is of the day shown stands out.
                    let is_of_day = match (record.earliest, record.latest) {
                        (Some(first), Some(last)) => first <= day && day <= last,
                        _ => false,
                    };
                    let font = if is_of_day { "semibold" } else { "regular" };
                    for cell in cells {
                        row.col(|ui| {
                            let cell = RichText::new(cell).font(face(font, 14.0 * u));
                            ui.add(egui::Label::new(cell).truncate().selectable(false));
                        });
                    }
                    let response = row.response();
                    response.widget_info(|| {
                        egui::WidgetInfo::labeled(egui::Role::Row, true, cells.join(" · "))
                    });
                    if response.clicked() {
                        clicked = Some(i);
                    }
                });
            });
        if let Some(i) = sorted {
            self.backward = self.sort == i && !self.backward;
            self.sort = i;
        }
        if let Some(i) = clicked {
            self.choose(i, p);
        }
    }

    /// Moves through the rows with the arrow keys when no text field has the focus. Returns whether
    /// the chosen row changed.
    fn keys(&mut self, ui: &Ui, p: &mut Panel<'_>) -> bool {
        if ui.ctx().text_edit_focused() || self.rows.is_empty() {
            return false;
        }
        let none = egui::Modifiers::NONE;
        let (down, up) = ui.input_mut(|i| {
            (
                i.consume_key(none, Key::ArrowDown),
                i.consume_key(none, Key::ArrowUp),
            )
        });
        if !(down || up) {
            return false;
        }
        let last = self.rows.len() - 1;
        let next = match self.chosen {
            None => self.row_of(p.session.day()).unwrap_or(0),
            Some(i) if down => (i + 1).min(last),
            Some(i) => i.saturating_sub(1),
        };
        self.choose(next, p);
        true
    }

    fn choose(&mut self, i: usize, p: &mut Panel<'_>) {
        self.chosen = Some(i);
        if let Some((row, _)) = self.rows.get(i) {
            p.actions.push(Action::Select(Some(row.id.clone())));
        }
    }

    /// The first row of a day or after it, in the order of days; `None` in any other order.
    fn row_of(&self, day: NaiveDate) -> Option<usize> {
        let is_after = |(row, _): &(RegisterRow, _)| {
            row.kind.is_dated() && row.earliest.is_some_and(|first| first >= day)
        };
        let is_forward = self.sort == 0 && !self.backward;
        self.rows.iter().position(is_after).filter(|_| is_forward)
    }

    /// Makes the rows again where the filter, the language or the order has changed. Returns whether it did.
    fn make(&mut self, p: &Panel<'_>) -> bool {
        let language = p.text.language().to_owned();
        let timeline = Same::new(p.session.timeline());
        let key = (timeline, language, self.sort, self.backward);
        if self.made_for.as_ref() == Some(&key) {
            return false;
        }
        self.made_for = Some(key);
        self.rows = rows(p.session.timeline(), p);
        // Records of known days first, then the undated, people, places and contradictions.
        self.rows.sort_by_key(|(row, _)| records::order(row));
        let sort = self.sort;
        if sort > 0 {
            self.rows.sort_by(|(_, x), (_, y)| x[sort].cmp(&y[sort]));
        }
        if self.backward {
            self.rows.reverse();
        }
        self.chosen = p
            .session
            .selection()
            .as_ref()
            .and_then(|id| self.rows.iter().position(|(r, _)| r.id == *id));
        true
    }
}

fn rows(timeline: &Timeline, p: &Panel<'_>) -> Vec<(RegisterRow, [String; 5])> {
    let atlas = timeline.atlas();
    let cells = |r: &RegisterRow| {
        let when = r
            .when
            .as_ref()
            .and_then(|w| crate::time::Edtf::parse(w).ok());
        let archives: Vec<&str> = r
            .cites
            .iter()
            .filter_map(|c| c.original.as_deref())
            .collect();
        [
            if r.kind.is_dated() {
                p.text.when(when.as_ref())
            } else {
                String::new()
            },
            p.text.get(&format!("kind-{}", word(r.kind))),
            r.title.clone(),
            p.text
                .short_citation(r.cites.get(..1).unwrap_or_default(), atlas),
            archives.join("; "),
        ]
    };
    p.text
        .register(timeline)
        .into_iter()
        .map(|r| {
            let c = cells(&r);
            (r, c)
        })
        .collect()
}
