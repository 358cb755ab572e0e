//! The view of the working list: each chosen record with its footnote, the reader's note, and when the
//! document was seen.

use egui::{Id, Rect, RichText, ScrollArea, Ui, pos2, vec2};

use super::super::save_dialog::SaveWhat;
use super::super::widgets::{self, Button, Sign};
use super::super::{Panel, WindowCommand, clock};
use super::ListKeeper;
use super::keeper::Fault;
use crate::export::working_list::{ListForm, list_as};
use crate::paint::screen::{color, face};
use crate::session::{Action, ListEdit, ListEntry};
use crate::text::Text;

/// Width of a column of signs at the left of an entry, in design units.
const SIGNS: f32 = 110.0;

/// What is being typed in the view.
#[derive(Default)]
pub(in super::super) struct ListView {
    /// The record of the note that is being written, with the note.
    note: Option<(String, String)>,
    /// The record whose shelf mark is being written, with day and shelf mark.
    seen: Option<(String, String, String)>,
}

/// The button above a record that puts it on the list or takes it off.
pub(in super::super) fn star(ui: &mut Ui, p: &mut Panel<'_>, at: Rect, keeper: &ListKeeper) {
    let Some(id) = p.session.selection() else {
        return;
    };
    if p.session.whole().atlas().find(id).is_none() {
        return;
    }
    let is_on = keeper.list().entry(id).is_some();
    let name = p.text.get(if is_on { "list-remove" } else { "list-add" });
    let button = Button::sign(at, Sign::Star).selected(is_on);
    if button.show(ui, p.theme, &name).clicked() {
        p.window_commands.push(WindowCommand::Star(id.to_owned()));
    }
}

impl ListView {
    pub(in super::super) fn ui(
        &mut self,
        ui: &mut Ui,
        p: &mut Panel<'_>,
        rect: Rect,
        u: f32,
        keeper: &mut ListKeeper,
    ) {
        Self::head(ui, p, rect, u, keeper);
        let inner = Rect::from_min_max(
            rect.min + vec2(26.0, 42.0) * u,
            rect.max - vec2(20.0, 4.0) * u,
        );
        if !inner.is_positive() {
            return;
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
        child.set_clip_rect(inner);
        child.style_mut().override_font_id = Some(face("regular", 14.5 * u));
        ScrollArea::vertical()
            .id_salt("working-list")
            .auto_shrink([false, false])
            .show(&mut child, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 5.0) * u;
                ui.set_max_width((1300.0 * u).min(inner.width() - 14.0 * u));
                if let Some(words) = fault(p.text, keeper) {
                    widgets::words(ui, &words, "semibold", 15.0 * u, p.theme.ink);
                }
                let entries = keeper.list().entries.clone();
                if entries.is_empty() {
                    let words = p.text.get("list-empty");
                    widgets::words(ui, &words, "regular", 15.5 * u, p.theme.ink2);
                }
                for (i, entry) in entries.iter().enumerate() {
                    self.entry(ui, p, (i, entry), u, keeper);
                }
            });
    }

    /// The buttons above the list, and where it is kept.
    fn head(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, keeper: &mut ListKeeper) {
        let mut x = rect.left() + 26.0 * u;
        let mut button = |ui: &mut Ui, p: &Panel<'_>, key: &str| {
            let label = p.text.get(key);
            let font = face("regular", 14.0 * u);
            let ink = color(p.theme.ink);
            let size = ui.painter().layout_no_wrap(label.clone(), font, ink).size();
            let at = Rect::from_min_size(
                pos2(x, rect.top() + 8.0 * u),
                vec2(size.x + 22.0 * u, 27.0 * u),
            );
            x = at.right() + 6.0 * u;
            Button::words(at, &label, 14.0 * u)
                .show(ui, p.theme, &label)
                .clicked()
        };
        let is_empty = keeper.list().entries.is_empty();
        if !is_empty {
            if button(ui, p, "list-export") {
                p.window_commands.push(WindowCommand::Save(SaveWhat::List));
            }
            if button(ui, p, "list-copy") {
                let atlas = p.session.whole().atlas();
                let notes = list_as(ListForm::Footnotes, atlas, keeper.list(), p.text);
                p.window_commands.push(WindowCommand::Copy(notes));
            }
            if button(ui, p, "list-by-date") {
                let whole = p.session.whole();
                let mut ids: Vec<String> = keeper
                    .list()
                    .entries
                    .iter()
                    .map(|e| e.record.clone())
                    .collect();
                ids.sort_by_key(|id| {
                    let (first, last) = whole.bounds_of(&id.as_str().into());
                    let day = first.or(last);
                    (day.is_none(), day)
                });
                keeper.edit(ListEdit::Sort(ids));
            }
        }
        if keeper.can_undo() && button(ui, p, "list-undo") {
            keeper.undo();
        }
        if let Some(path) = keeper.path() {
            let path = path.display().to_string();
            let words = p.text.with("list-kept-in", &[("path", &path)]);
            let font = face("regular", 13.0 * u);
            let at = pos2(rect.right() - 24.0 * u, rect.top() + 21.0 * u);
            let ink = color(p.theme.ink2);
            if ui
                .painter()
                .layout_no_wrap(words.clone(), font.clone(), ink)
                .size()
                .x
                < at.x - x
            {
                ui.painter()
                    .text(at, egui::Align2::RIGHT_CENTER, words, font, ink);
            }
        }
    }

    fn entry(
        &mut self,
        ui: &mut Ui,
        p: &mut Panel<'_>,
        (i, entry): (usize, &ListEntry),
        u: f32,
        keeper: &mut ListKeeper,
    ) {
        let id = &entry.record;
        let atlas = p.session.whole().atlas();
        let note = p.text.footnote(atlas, id).unwrap_or_else(|| {
            let values = [("record", id.as_str()), ("title", &entry.title)];
            p.text.with("list-missing", &values)
        });
        ui.push_id(("list", id), |ui| {
            widgets::rule(ui, p.theme.rule);
            ui.horizontal_top(|ui| {
                Self::signs(ui, p, id, u, keeper);
                ui.vertical(|ui| {
                    let line = format!("{}. {note}", i + 1);
                    if widgets::link(ui, &line, "serif", 16.5 * u, p.theme.ink).clicked() {
                        p.actions.push(Action::Select(Some(id.clone())));
                    }
                    let title = p.text.caption(p.session.whole().atlas(), id);
                    if title != *id {
                        widgets::words(ui, &title, "regular", 13.5 * u, p.theme.ink2);
                    }
                    self.note(ui, p, entry, keeper);
                    self.seen(ui, p, entry, u, keeper);
                });
            });
        });
    }

    /// Up, down and off.
    fn signs(ui: &mut Ui, p: &Panel<'_>, id: &str, u: f32, keeper: &mut ListKeeper) {
        let (at, _) = ui.allocate_exact_size(vec2(SIGNS, 30.0) * u, egui::Sense::hover());
        let button = |i: usize| {
            let left = at.left() + i as f32 * 34.0 * u;
            Rect::from_min_size(pos2(left, at.top()), vec2(30.0, 28.0) * u)
        };
        let record = id.to_owned();
        for (i, sign, key, places) in [
            (0, Sign::Up, "list-up", -1),
            (1, Sign::Down, "list-down", 1),
        ] {
            let name = p.text.get(key);
            if Button::sign(button(i), sign)
                .show(ui, p.theme, &name)
                .clicked()
            {
                let record = record.clone();
                keeper.edit(ListEdit::Move { record, places });
            }
        }
        let name = p.text.get("list-remove");
        if Button::sign(button(2), Sign::Cross)
            .show(ui, p.theme, &name)
            .clicked()
        {
            keeper.edit(ListEdit::Remove(record));
        }
    }

    /// The reader's note. It is kept as soon as the field is left.
    fn note(&mut self, ui: &mut Ui, p: &Panel<'_>, entry: &ListEntry, keeper: &mut ListKeeper) {
        let typed = self
            .note
            .as_ref()
            .filter(|(record, _)| *record == entry.record);
        let mut note = typed.map_or_else(|| entry.note.clone(), |(_, note)| note.clone());
        let hint = p.text.get("list-note");
        let lines = note.lines().count().max(1);
        let edit = egui::TextEdit::multiline(&mut note)
            .id(Id::unique(("list-note", &entry.record)))
            .hint_text(RichText::new(hint.as_str()).color(color(p.theme.ink3)))
            .desired_rows(lines)
            .desired_width(f32::INFINITY);
        let field = ui.add(edit);
        field.widget_info(|| egui::WidgetInfo {
            label: Some(hint.clone()),
            ..egui::WidgetInfo::text_edit(true, &note, &note, hint.as_str())
        });
        if field.changed() {
            self.note = Some((entry.record.clone(), note.clone()));
        }
        if field.lost_focus() && self.note.take().is_some() {
            let record = entry.record.clone();
            keeper.edit(ListEdit::Note { record, note });
        }
    }

    /// Whether, when and where the document was seen. It is kept as soon as a field is left.
    fn seen(
        &mut self,
        ui: &mut Ui,
        p: &Panel<'_>,
        entry: &ListEntry,
        u: f32,
        keeper: &mut ListKeeper,
    ) {
        let record = entry.record.clone();
        ui.horizontal(|ui| {
            let mut is_seen = entry.seen.is_some();
            if ui
                .checkbox(&mut is_seen, p.text.get("list-seen-by-me"))
                .changed()
            {
                let shelf_mark = if is_seen {
                    shelf_mark_of(p, &record)
                } else {
                    String::new()
                };
                keeper.edit(ListEdit::Seen {
                    record: record.clone(),
                    day: is_seen.then(clock::today),
                    shelf_mark,
                });
                self.seen = None;
                return;
            }
            let Some(day) = entry.seen else { return };
            let typed = self.seen.clone().filter(|(of, _, _)| *of == record);
            let kept = || (record.clone(), day.to_string(), entry.shelf_mark.clone());
            let (_, mut day, mut shelf_mark) = typed.unwrap_or_else(kept);
            let mut is_left = false;
            let mut is_changed = false;
            for (key, text, width) in [
                ("list-seen-day", &mut day, 110.0),
                ("list-shelf-mark", &mut shelf_mark, 420.0),
            ] {
                let label = ui.label(p.text.get(key));
                let edit = egui::TextEdit::singleline(text).desired_width(width * u);
                let field = ui.add(edit).labelled_by(label.id);
                is_changed |= field.changed();
                is_left |= field.lost_focus();
            }
            if is_changed {
                self.seen = Some((record.clone(), day.clone(), shelf_mark.clone()));
            }
            if is_left && self.seen.take().is_some() {
                // A day that cannot be read is not taken.
                let read = crate::time::read_typed(&day, clock::today()).ok();
                keeper.edit(ListEdit::Seen {
                    record: record.clone(),
                    day: read.or(entry.seen),
                    shelf_mark,
                });
            }
        });
    }
}

/// The archive reference of a record's first citation, as a beginning for the reader's own.
fn shelf_mark_of(p: &Panel<'_>, id: &str) -> String {
    let cites = crate::export::cite::citations_of(p.session.whole().atlas(), id);
    let originals = cites.into_iter().flatten().find_map(|c| c.original);
    originals.unwrap_or_default()
}

/// Why the list is not that of its file.
pub(in super::super) fn fault(text: &Text, keeper: &ListKeeper) -> Option<String> {
    let path = keeper
        .path()
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    Some(match keeper.fault()? {
        Fault::Unreadable(why) => {
            let values = [("path", path.as_str()), ("error", why)];
            text.with("list-unreadable", &values)
        }
        Fault::NotWritten(why) => text.with("list-not-kept", &[("error", why)]),
    })
}
