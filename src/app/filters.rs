//! The filter panel: which records are drawn.

use std::sync::Arc;

use egui::{Context, Rect, RichText, Ui, vec2};

use super::Panel;
use super::widgets;
use crate::model::{Atlas, Authority, RecordKind};
use crate::numeric::clamped;
use crate::paint::screen::{color, face};
use crate::scene::Same;
use crate::session::Action;
use crate::timeline::{Condition, Filter, filter};

/// Maximum number of archives on offer.
const ARCHIVES: usize = 14;
/// Length in characters above which the name of a book is shortened.
const LONGEST_NAME: usize = 34;

/// Names of archives and books, each with the number of records that cite it.
type Archives = Arc<[(String, usize)]>;

/// The filter panel.
#[derive(Default)]
pub(super) struct Filters {
    pub(super) open: bool,
    /// Archives in order of use, with the atlas for which they were counted; `None` before the
    /// first use.
    archives: Option<(Same<Atlas>, Archives)>,
}

impl Filters {
    /// Draws the panel above the strip where it is open.
    pub(super) fn ui(&mut self, ctx: &Context, p: &mut Panel<'_>, strip: Rect, u: f32) {
        if !self.open {
            return;
        }
        let atlas = p.session.whole().atlas().clone();
        let key = Same::new(&atlas);
        if self.archives.as_ref().is_none_or(|(k, _)| *k != key) {
            let mut all = filter::archives(&atlas);
            all.truncate(ARCHIVES);
            self.archives = Some((key, all.into()));
        }
        let archives = self
            .archives
            .as_ref()
            .map(|(_, a)| Arc::clone(a))
            .unwrap_or_default();
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
                let height = clamped(strip.top() - 150.0 * u, 0.0, 470.0 * u);
                let column = |ui: &mut Ui, width: f32, name: &str, add: &mut dyn FnMut(&mut Ui)| {
                    ui.allocate_ui_with_layout(
                        vec2(width * u, height),
                        egui::Layout::top_down(egui::Align::Min),
                        |ui| {
                            ui.set_width(width * u);
                            egui::ScrollArea::vertical()
                                .id_salt(name)
                                .max_height(height)
                                .auto_shrink([false, true])
                                .show(ui, add);
                        },
                    );
                };
                ui.horizontal_top(|ui| {
                    column(ui, 240.0, "parties", &mut |ui| {
                        head(ui, p, "filter-parties", u);
                        for party in &atlas.parties {
                            let name = party.names.text(p.text.language());
                            check(
                                ui,
                                p,
                                Condition::Party(party.id.clone()),
                                &format!("{}  {name}", party.letter),
                            );
                        }
                    });
                    column(ui, 230.0, "sure", &mut |ui| {
                        head(ui, p, "filter-certainty", u);
                        for condition in [
                            Condition::NoHearsay,
                            Condition::DocumentsOnly,
                            Condition::CertainOnly,
                        ] {
                            check_words(ui, p, condition);
                        }
                        head(ui, p, "filter-authority", u);
                        for authority in [Authority::Decision, Authority::Official] {
                            check_words(ui, p, Condition::AtLeast(authority));
                        }
                        head(ui, p, "filter-kinds", u);
                        for kind in RecordKind::ALL {
                            check_words(ui, p, Condition::Hide(*kind));
                        }
                    });
                    column(ui, 330.0, "archives", &mut |ui| {
                        head(ui, p, "filter-archives", u);
                        for (name, count) in archives.iter() {
                            let short: String = name.chars().take(LONGEST_NAME).collect();
                            let short = if short.len() < name.len() {
                                short + "…"
                            } else {
                                short
                            };
                            check(
                                ui,
                                p,
                                Condition::Archive(name.clone()),
                                &format!("{short}  ({count})"),
                            );
                        }
                    });
                    column(ui, 320.0, "voices", &mut |ui| {
                        head(ui, p, "filter-voices", u);
                        for voice in widgets::voices(p.session) {
                            let name = atlas.name(voice.as_str(), p.text.language()).to_owned();
                            check(ui, p, Condition::Voice(voice), &name);
                        }
                    });
                });
                ui.separator();
                if ui
                    .add_enabled(
                        !p.session.filter().is_empty(),
                        egui::Button::new(p.text.get("filter-none")),
                    )
                    .clicked()
                {
                    p.actions.push(Action::SetFilter(Filter::default()));
                }
            });
        self.open &=
            open && !ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    }
}

fn head(ui: &mut Ui, p: &Panel<'_>, key: &str, u: f32) {
    ui.add_space(4.0 * u);
    ui.label(
        RichText::new(p.text.get(key))
            .font(face("semibold", 14.5 * u))
            .color(color(p.theme.ink)),
    );
}

/// A checkbox for a condition, named like its chip.
fn check_words(ui: &mut Ui, p: &mut Panel<'_>, condition: Condition) {
    let words = p.text.condition(&condition, p.session.whole().atlas());
    check(ui, p, condition, &words);
}

fn check(ui: &mut Ui, p: &mut Panel<'_>, condition: Condition, words: &str) {
    let mut on = p.session.filter().has(&condition);
    if ui.checkbox(&mut on, words).changed() {
        p.actions.push(Action::Toggle(condition));
    }
}
