//! The filters: which records are drawn. They have a place of their own at the left of the map, and each
//! says how many records it would keep.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, RichText, ScrollArea, Stroke, Ui, vec2};

use super::widgets::{self, Button, Sign};
use super::{Panel, focus};
use crate::model::{Authority, PersonId, RecordKind};
use crate::paint::screen::{color, face};
use crate::scene::Same;
use crate::session::Action;
use crate::timeline::offered::{OfferedArchive, offered_archives};
use crate::timeline::{Condition, Filter, Timeline};

/// Width of the panel, in design units.
pub(super) const WIDTH: f32 = 400.0;
/// Height of its head, in design units.
const HEAD: f32 = 74.0;

/// The filters.
#[derive(Default)]
pub(super) struct Filters {
    pub(super) open: bool,
    /// What is offered, for all records of an atlas; `None` before the first use.
    offered: Option<(Same<Timeline>, Arc<[OfferedArchive]>)>,
    /// How many records each condition would keep beside the others in force, with those.
    counts: Option<(Same<Timeline>, Filter, BTreeMap<String, usize>)>,
}

impl Filters {
    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let whole = Arc::clone(p.session.whole());
        let key = Same::new(&whole);
        if self.offered.as_ref().is_none_or(|(k, _)| *k != key) {
            self.offered = Some((key.clone(), offered_archives(whole.atlas()).into()));
        }
        let filter = p.session.filter();
        let is_counted = |(k, f, _): &(Same<Timeline>, Filter, _)| *k == key && f == filter;
        if !self.counts.as_ref().is_some_and(is_counted) {
            self.counts = Some((key, filter.clone(), BTreeMap::new()));
        }
        ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
        let stroke = Stroke::new(1.5 * u, color(p.theme.ink));
        ui.painter().vline(rect.right(), rect.y_range(), stroke);
        self.head(ui, p, rect, u);
        let inner = Rect::from_min_max(
            rect.min + vec2(20.0, HEAD) * u,
            rect.max - vec2(6.0, 6.0) * u,
        );
        if !inner.is_positive() {
            return;
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
        child.set_clip_rect(inner);
        child.style_mut().override_font_id = Some(face("regular", 14.5 * u));
        ScrollArea::vertical()
            .id_salt("filters")
            .auto_shrink([false, false])
            .show(&mut child, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 3.0) * u;
                ui.set_max_width((ui.available_width() - 14.0 * u).max(0.0));
                self.conditions(ui, p, u);
                focus::follow_focus(ui);
            });
    }

    /// The name of the panel, how many records pass, and the button that lets all pass.
    fn head(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let at = |x: f32, y: f32| rect.min + vec2(x, y) * u;
        let line = |ui: &Ui, y: f32, words: String, font: &str, size: f32| {
            let font = face(font, size * u);
            let align = egui::Align2::LEFT_CENTER;
            ui.painter()
                .text(at(20.0, y), align, words, font, color(p.theme.ink));
        };
        line(ui, 22.0, p.text.get("filters"), "semibold", 16.0);
        let whole = p.session.whole();
        let passing = p.session.filter().count(whole).to_string();
        let all = whole.atlas().records().count().to_string();
        let values = [("count", passing.as_str()), ("all", &all)];
        line(
            ui,
            48.0,
            p.text.with("filter-passing", &values),
            "regular",
            14.0,
        );
        let cross = Rect::from_min_size(at(WIDTH - 44.0, 8.0), vec2(30.0, 28.0) * u);
        let close = p.text.get("filters-close");
        if Button::sign(cross, Sign::Cross)
            .show(ui, p.theme, &close)
            .clicked()
        {
            self.open = false;
        }
        if !p.session.filter().is_empty() {
            let label = p.text.get("filter-none");
            let at = Rect::from_min_size(at(WIDTH - 156.0, 8.0), vec2(106.0, 28.0) * u);
            let button = Button::words(at, &label, 14.0 * u);
            if button.show(ui, p.theme, &label).clicked() {
                p.actions.push(Action::SetFilter(Filter::default()));
            }
        }
        let rule = at(0.0, HEAD - 4.0).y;
        let stroke = Stroke::new(1.0 * u, color(p.theme.rule));
        ui.painter().hline(rect.x_range(), rule, stroke);
    }

    fn conditions(&mut self, ui: &mut Ui, p: &mut Panel<'_>, u: f32) {
        head(ui, p, "filter-certainty", u);
        for (condition, tip) in [
            (Condition::NoHearsay, "only-no-hearsay-about"),
            (Condition::DocumentsOnly, "only-documents-about"),
            (Condition::CertainOnly, "only-certain-about"),
        ] {
            let words = words_of(p, &condition);
            self.check(ui, p, condition, (&words, tip), u);
        }
        let offered = self.offered.as_ref().map(|(_, all)| Arc::clone(all));
        for (key, is_archive) in [("filter-archives", true), ("filter-printed", false)] {
            head(ui, p, key, u);
            let all = offered.iter().flat_map(|all| all.iter());
            let mut all: Vec<_> = all.filter(|a| a.is_archive == is_archive).collect();
            all.sort_by(|a, b| p.text.compare(&a.whole_name, &b.whole_name));
            for archive in all {
                let condition = Condition::Archive(archive.name.clone());
                self.check(ui, p, condition, (&archive.whole_name, ""), u);
            }
        }
        let atlas = Arc::clone(p.session.whole().atlas());
        head(ui, p, "filter-parties", u);
        for party in &atlas.parties {
            let name = party.names.text(p.text.language());
            let words = format!("{}  {name}", party.letter);
            self.check(ui, p, Condition::Party(party.id.clone()), (&words, ""), u);
        }
        head(ui, p, "filter-authority", u);
        for authority in [Authority::Decision, Authority::Official] {
            let condition = Condition::AtLeast(authority);
            let words = words_of(p, &condition);
            self.check(ui, p, condition, (&words, ""), u);
        }
        head(ui, p, "filter-kinds", u);
        for kind in RecordKind::ALL {
            let condition = Condition::Hide(*kind);
            let words = words_of(p, &condition);
            self.check(ui, p, condition, (&words, ""), u);
        }
        head(ui, p, "filter-voices", u);
        let language = p.text.language();
        // By party, and within a party by name.
        let mut voices = widgets::voices(p.session);
        let place = |voice: &PersonId| {
            let person = atlas.person(voice.as_str());
            let party = person.and_then(|person| person.party.as_ref());
            let place = party.and_then(|id| atlas.party_rank(id));
            (place.is_none(), place)
        };
        let name = |voice: &PersonId| atlas.name(voice.as_str(), language).to_owned();
        voices.sort_by(|a, b| {
            let by_name = || p.text.compare(&name(a), &name(b));
            place(a).cmp(&place(b)).then_with(by_name)
        });
        for voice in voices {
            let name = atlas.name(voice.as_str(), language).to_owned();
            self.check(ui, p, Condition::Voice(voice), (&name, ""), u);
        }
    }

    /// A box for a condition, with the number of records that would pass with it, or that pass now
    /// where it is on. `words` are its name and the key of what explains it, which may be empty.
    fn check(
        &mut self,
        ui: &mut Ui,
        p: &mut Panel<'_>,
        condition: Condition,
        words: (&str, &str),
        u: f32,
    ) {
        let is_on = p.session.filter().has(&condition);
        let count = self.count(p, &condition, is_on);
        let count = p.text.number(count as f64);
        let mut on = is_on;
        let row = ui.scope(|ui| {
            ui.horizontal_top(|ui| {
                let width = (ui.available_width() - 52.0 * u).max(40.0 * u);
                let response = ui
                    .allocate_ui_with_layout(
                        vec2(width, 0.0),
                        egui::Layout::left_to_right(egui::Align::Min).with_main_wrap(true),
                        |ui| {
                            ui.set_max_width(width);
                            ui.add(egui::Checkbox::new(&mut on, words.0))
                        },
                    )
                    .inner;
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                    ui.label(RichText::new(count).color(color(p.theme.ink2)));
                });
                response
            })
            .inner
        });
        let response = row.inner;
        let response = if words.1.is_empty() {
            response
        } else {
            response.on_hover_text(p.text.get(words.1))
        };
        if response.changed() {
            p.actions.push(Action::Toggle(condition));
        }
    }

    fn count(&mut self, p: &Panel<'_>, condition: &Condition, is_on: bool) -> usize {
        let Some((_, filter, counts)) = &mut self.counts else {
            return 0;
        };
        let count = || {
            let with = if is_on {
                filter.clone()
            } else {
                filter.toggled(condition.clone())
            };
            with.count(p.session.whole())
        };
        *counts.entry(condition.to_string()).or_insert_with(count)
    }
}

/// A condition in the words of its chip.
fn words_of(p: &Panel<'_>, condition: &Condition) -> String {
    p.text.condition(condition, p.session.whole().atlas())
}

fn head(ui: &mut Ui, p: &Panel<'_>, key: &str, u: f32) {
    ui.add_space(8.0 * u);
    let words = RichText::new(p.text.get(key))
        .font(face("semibold", 14.5 * u))
        .color(color(p.theme.ink));
    ui.label(words);
}
