//! The filters: what to draw from.

use std::sync::Arc;

use egui::{Context, Rect, RichText, Ui, vec2};

use super::Panel;
use super::widgets;
use crate::model::Authority;
use crate::paint::screen::{color, face};
use crate::session::Action;
use crate::timeline::{ChangeKind, Condition, Filter, filter};

/// So many archives are offered.
const ARCHIVES: usize = 14;

/// Names of archives and books, and how many records rest on each.
type Archives = Arc<[(String, usize)]>;

/// The panel.
#[derive(Default)]
pub(super) struct Filters {
    pub(super) open: bool,
    /// Archives by use, worked out once an atlas.
    archives: Option<(usize, Archives)>,
}

impl Filters {
    /// The panel above the strip, where it is open.
    pub(super) fn ui(&mut self, ctx: &Context, p: &mut Panel<'_>, strip: Rect, u: f32) {
        if !self.open {
            return;
        }
        let atlas = p.session.whole().atlas().clone();
        let key = Arc::as_ptr(&atlas) as usize;
        if self.archives.as_ref().is_none_or(|(k, _)| *k != key) {
            let mut all = filter::archives(&atlas);
            all.truncate(ARCHIVES);
            self.archives = Some((key, all.into()));
        }
        let archives = self.archives.as_ref().map(|(_, a)| Arc::clone(a)).unwrap_or_default();
        let font = face("regular", 14.5 * u);
        let mut open = true;
        egui::Window::new(RichText::new(p.text.get("filters")).font(face("semibold", 16.0 * u)))
            .id(egui::Id::unique("filters"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .pivot(egui::Align2::LEFT_BOTTOM)
            .fixed_pos(strip.left_top() + vec2(20.0 * u, -8.0 * u))
            .show(ctx, |ui| {
                ui.style_mut().override_font_id = Some(font);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0) * u;
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        head(ui, p, "filter-parties", u);
                        for party in &atlas.parties {
                            let name = party.names.text(p.text.language());
                            check(ui, p, Condition::Party(party.id.clone()), &format!("{}  {name}", party.letter));
                        }
                    });
                    ui.add_space(18.0 * u);
                    ui.vertical(|ui| {
                        head(ui, p, "filter-certainty", u);
                        for condition in [Condition::NoHearsay, Condition::DocumentsOnly, Condition::CertainOnly] {
                            let words = p.text.condition(&condition, &atlas);
                            check(ui, p, condition, &words);
                        }
                        head(ui, p, "filter-authority", u);
                        for authority in [Authority::Decision, Authority::Official] {
                            let condition = Condition::AtLeast(authority);
                            let words = p.text.condition(&condition, &atlas);
                            check(ui, p, condition, &words);
                        }
                        head(ui, p, "filter-kinds", u);
                        for kind in
                            [ChangeKind::Messages, ChangeKind::Claims, ChangeKind::Control, ChangeKind::Units, ChangeKind::Events]
                        {
                            let condition = Condition::Hide(kind);
                            let words = p.text.condition(&condition, &atlas);
                            check(ui, p, condition, &words);
                        }
                    });
                    ui.add_space(18.0 * u);
                    ui.vertical(|ui| {
                        head(ui, p, "filter-archives", u);
                        for (name, count) in archives.iter() {
                            check(ui, p, Condition::Archive(name.clone()), &format!("{name}  ({count})"));
                        }
                    });
                    ui.add_space(18.0 * u);
                    ui.vertical(|ui| {
                        head(ui, p, "filter-voices", u);
                        egui::ScrollArea::vertical().id_salt("voices").max_height(420.0 * u).show(ui, |ui| {
                            for voice in widgets::voices(p.session) {
                                let name = atlas.name(voice.as_str(), p.text.language()).to_owned();
                                check(ui, p, Condition::Voice(voice), &name);
                            }
                        });
                    });
                });
                ui.separator();
                if ui.add_enabled(!p.session.filter.is_empty(), egui::Button::new(p.text.get("filter-none"))).clicked() {
                    p.actions.push(Action::SetFilter(Filter::default()));
                }
            });
        self.open &= open && !ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    }
}

fn head(ui: &mut Ui, p: &Panel<'_>, key: &str, u: f32) {
    ui.add_space(4.0 * u);
    ui.label(RichText::new(p.text.get(key)).font(face("semibold", 14.5 * u)).color(color(p.theme.ink)));
}

fn check(ui: &mut Ui, p: &mut Panel<'_>, condition: Condition, words: &str) {
    let mut on = p.session.filter.has(&condition);
    if ui.checkbox(&mut on, words).changed() {
        p.actions.push(Action::Toggle(condition));
    }
}
