//! The archive desk: archives at the left, their files in the middle, and at the right the leaves of a
//! file with the records that hang on each.

use std::sync::Arc;

use egui::{Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use super::super::save_dialog::SaveWhat;
use super::super::widgets::{self, Button, link};
use super::super::{Panel, WindowCommand};
use crate::export::archives::source_of;
use crate::model::{Atlas, RecordView, Source};
use crate::paint::screen::{color, face};
use crate::scene::Same;
use crate::session::Action;
use crate::timeline::{ArchiveDesk, CitedFile, Timeline};

/// Widths of the first two columns, in design units.
const COLUMNS: [f32; 2] = [430.0, 400.0];

/// What is open in the view.
#[derive(Default)]
pub(in super::super) struct ArchiveView {
    /// The desk with the records for which it was made; `None` before the first time.
    desk: Option<(Same<Timeline>, Arc<ArchiveDesk>)>,
    part: Part,
    /// The chosen file, by its name.
    file: Option<String>,
}

/// What the middle column lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Part {
    /// Files of the first archive.
    #[default]
    First,
    Archive(String),
    /// Books, newspapers and pages of the web.
    Printed,
    /// Records in no archive.
    Nowhere,
}

impl ArchiveView {
    pub(in super::super) fn ui(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let key = Same::new(p.session.timeline());
        if self
            .desk
            .as_ref()
            .is_none_or(|(made_for, _)| *made_for != key)
        {
            let desk = ArchiveDesk::new(p.session.timeline().atlas());
            self.desk = Some((key, Arc::new(desk)));
        }
        let Some(desk) = self.desk.as_ref().map(|(_, desk)| Arc::clone(desk)) else {
            return;
        };
        if self.part == Part::First {
            let first = desk.archives().first().map(|name| (*name).to_owned());
            self.part = first.map_or(Part::Printed, Part::Archive);
        }
        let atlas = Arc::clone(p.session.timeline().atlas());
        let mut left = rect.left();
        let mut column = |width: f32| {
            let at = Rect::from_min_max(
                pos2(left, rect.top()),
                pos2((left + width).min(rect.right()), rect.bottom()),
            );
            left = at.right();
            at
        };
        let scale = (rect.width() / (1500.0 * u)).min(1.0);
        let [first, second] = COLUMNS.map(|width| column(width * u * scale));
        let third = column(f32::INFINITY);
        for edge in [second.left(), third.left()] {
            let stroke = Stroke::new(1.0 * u, color(p.theme.rule));
            ui.painter().vline(edge, rect.y_range(), stroke);
        }
        scrolled(ui, first, u, "archives", |ui| {
            self.archives(ui, p, &atlas, &desk, u);
        });
        scrolled(ui, second, u, "files", |ui| self.files(ui, p, &desk, u));
        let rows = Rect::from_min_max(third.min + vec2(0.0, 34.0 * u), third.max);
        scrolled(ui, rows, u, "leaves", |ui| {
            self.leaves(ui, p, &atlas, &desk, u);
        });
        let label = p.text.get("desk-for-room");
        let wide = widgets::width_of_button(&label, 14.0 * u);
        let wide = wide.min(third.width() - 20.0 * u);
        let at = Rect::from_min_size(
            pos2(third.right() - 16.0 * u - wide, third.top() + 7.0 * u),
            vec2(wide, 27.0 * u),
        );
        let button = Button::words(at, &label, 14.0 * u);
        if at.left() > third.left() && button.show(ui, p.theme, &label).clicked() {
            p.window_commands
                .push(WindowCommand::Save(SaveWhat::Archives));
        }
    }

    fn archives(&mut self, ui: &mut Ui, p: &Panel<'_>, atlas: &Atlas, desk: &ArchiveDesk, u: f32) {
        let count = |n: usize| p.text.with("desk-file-count", &[("count", &n.to_string())]);
        for name in desk.archives() {
            let files = desk.files.iter().filter(|f| f.holder == name);
            let described = files.clone().find_map(|f| source_of(atlas, f));
            let field = |key: &str| described.and_then(|s: &Source| s.text(key));
            let full = [field("archive"), field("archive-place")]
                .into_iter()
                .flatten();
            let full = full.collect::<Vec<_>>().join(&p.text.get("list-comma"));
            let mut ids: Vec<&str> = files.flat_map(CitedFile::records).collect();
            ids.sort_unstable();
            ids.dedup();
            let part = Part::Archive(name.to_owned());
            let line = format!("{name} · {}", count(ids.len()));
            self.choice(ui, p, part, &line, u);
            widgets::words(ui, &full, "regular", 13.0 * u, p.theme.ink2);
        }
        widgets::rule(ui, p.theme.rule);
        let words = p.text.get("desk-printed");
        self.choice(ui, p, Part::Printed, &words, u);
        let nowhere = desk.in_no_archive.len();
        let words = format!("{} · {}", p.text.get("desk-nowhere"), count(nowhere));
        self.choice(ui, p, Part::Nowhere, &words, u);
    }

    fn choice(&mut self, ui: &mut Ui, p: &Panel<'_>, part: Part, words: &str, u: f32) {
        let font = if self.part == part {
            "semibold"
        } else {
            "regular"
        };
        let line = egui::RichText::new(words)
            .font(face(font, 15.0 * u))
            .color(color(p.theme.ink));
        let is_chosen = self.part == part;
        let label = egui::Button::selectable(false, line)
            .frame(is_chosen)
            .wrap();
        if ui.add(label).clicked() {
            (self.part, self.file) = (part, None);
        }
    }

    fn files(&mut self, ui: &mut Ui, p: &Panel<'_>, desk: &ArchiveDesk, u: f32) {
        if self.part == Part::Nowhere {
            let (count, all) = (
                desk.in_no_archive.len().to_string(),
                desk.record_count.to_string(),
            );
            let values = [("count", count.as_str()), ("all", &all)];
            let words = p.text.with("desk-nowhere-about", &values);
            widgets::words(ui, &words, "regular", 14.5 * u, p.theme.ink2);
            return;
        }
        for file in self.listed(desk) {
            let records = file.records().len().to_string();
            let mut words = vec![p.text.with("desk-file-count", &[("count", &records)])];
            if !file.cited_twice.is_empty() {
                let count = file.cited_twice.len().to_string();
                words.push(p.text.with("desk-twice-count", &[("count", &count)]));
            }
            let name = if file.shelf.is_empty() {
                file.holder.clone()
            } else {
                file.shelf.join(", ")
            };
            let is_chosen = self.file.as_deref() == Some(&file.name());
            let font = if is_chosen { "semibold" } else { "regular" };
            let line = format!("{name}\n    {}", words.join(" · "));
            let line = egui::RichText::new(line)
                .font(face(font, 14.5 * u))
                .color(color(p.theme.ink));
            let label = egui::Button::selectable(false, line)
                .frame(is_chosen)
                .wrap();
            if ui.add(label).clicked() {
                self.file = Some(file.name());
            }
        }
    }

    /// The files that the middle column lists.
    fn listed<'a>(&self, desk: &'a ArchiveDesk) -> Vec<&'a CitedFile> {
        match &self.part {
            Part::Archive(name) => desk.files.iter().filter(|f| f.holder == *name).collect(),
            Part::Printed => desk.printed.iter().collect(),
            Part::First | Part::Nowhere => Vec::new(),
        }
    }

    fn leaves(&self, ui: &mut Ui, p: &mut Panel<'_>, atlas: &Atlas, desk: &ArchiveDesk, u: f32) {
        if self.part == Part::Nowhere {
            desk.in_no_archive
                .iter()
                .for_each(|id| record(ui, p, id, u));
            return;
        }
        let listed = self.listed(desk);
        let chosen = self.file.as_ref();
        let chosen = chosen.and_then(|name| listed.iter().find(|f| f.name() == *name));
        let Some(file) = chosen.or(listed.first()) else {
            return;
        };
        if link(ui, &file.name(), "semibold", 16.0 * u, p.theme.ink).clicked()
            && let Some(source) = &file.source
        {
            p.actions.push(Action::Select(Some(source.to_string())));
        }
        for twice in &file.cited_twice {
            let words = p.text.cited_twice(atlas, twice);
            widgets::words(ui, &words, "semibold", 14.0 * u, p.theme.ink);
        }
        let about = source_of(atlas, file).map(|s| s.about.text(p.text.language()).to_owned());
        if let Some(about) = about.filter(|about| !about.is_empty()) {
            widgets::words(ui, &about, "italic", 14.0 * u, p.theme.ink2);
        }
        for leaves in &file.leaves {
            widgets::rule(ui, p.theme.rule);
            let written = if leaves.written.is_empty() {
                p.text.get("desk-no-leaf")
            } else {
                leaves.written.clone()
            };
            let cites = p.text.short_citation(&leaves.cites, atlas);
            let line = format!("{written}    {cites}");
            widgets::words(ui, &line, "semibold", 14.0 * u, p.theme.ink);
            leaves.records.iter().for_each(|id| record(ui, p, id, u));
        }
    }
}

/// A record in a line that leads to it.
fn record(ui: &mut Ui, p: &mut Panel<'_>, id: &str, u: f32) {
    let atlas = p.session.timeline().atlas();
    let Some(record) = atlas.record(id) else {
        return;
    };
    let when = p.text.when(record.head().dating.when.as_ref());
    let kind = crate::model::EntryKind::from(record.kind());
    let kind = p.text.get(&format!("kind-{}", crate::model::word(kind)));
    let what = match record {
        RecordView::Claim(claim) => p.text.claim_sentence(claim, atlas),
        _ => p.text.caption(atlas, id),
    };
    let line = format!("{when} · {kind} · {what}");
    if link(ui, &line, "regular", 14.5 * u, p.theme.ink).clicked() {
        p.actions.push(Action::Select(Some(id.to_owned())));
    }
}

/// A column that scrolls.
fn scrolled(ui: &mut Ui, rect: Rect, u: f32, name: &str, add: impl FnOnce(&mut Ui)) {
    let inner = rect.shrink2(vec2(18.0, 8.0) * u);
    if !inner.is_positive() {
        return;
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt(name));
    child.set_clip_rect(inner);
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0) * u;
            ui.set_max_width((ui.available_width() - 12.0 * u).max(0.0));
            add(ui);
        });
}
