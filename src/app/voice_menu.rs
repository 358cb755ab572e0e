//! The menu of voices: every person or body with a statement on the map, by the party for which they
//! speak. What is typed narrows the list.

use std::collections::BTreeMap;

use egui::{Key, Response, RichText, ScrollArea, Ui};

use super::Panel;
use super::widgets;
use crate::model::{PersonId, fold};
use crate::paint::screen::face;
use crate::timeline::Lens;

/// Width of the menu, and the greatest height of its list, in design units.
const WIDTH: f32 = 380.0;
const HEIGHT: f32 = 520.0;

/// What the reader typed into the open menu.
#[derive(Default)]
pub(super) struct VoiceMenu {
    typed: String,
}

impl VoiceMenu {
    /// Shows the menu of a button while it is open, with the lenses of the bar above the voices
    /// where `with_lenses`. Returns the lens that was chosen.
    pub(super) fn ui(
        &mut self,
        p: &Panel<'_>,
        u: f32,
        button: &Response,
        with_lenses: bool,
        chosen: &Lens,
    ) -> Option<Lens> {
        let opens = button.clicked();
        if opens {
            self.typed.clear();
        }
        let menu = egui::Popup::menu(button)
            .width(WIDTH * u)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
        let shown = menu.show(|ui| self.list(ui, p, u, opens, with_lenses, chosen));
        let taken = shown.and_then(|shown| shown.inner);
        if taken.is_some() {
            egui::Popup::close_id(&button.ctx, egui::Popup::default_response_id(button));
        }
        taken
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        p: &Panel<'_>,
        u: f32,
        opens: bool,
        with_lenses: bool,
        chosen: &Lens,
    ) -> Option<Lens> {
        ui.style_mut().override_font_id = Some(face("regular", 15.0 * u));
        let hint = p.text.get("type-a-name");
        let edit = egui::TextEdit::singleline(&mut self.typed)
            .hint_text(hint.as_str())
            .desired_width(f32::INFINITY);
        let field = ui.add(edit);
        field.widget_info(|| {
            egui::WidgetInfo::text_edit(true, &self.typed, &self.typed, hint.as_str())
        });
        if opens || !(field.has_focus() || field.lost_focus()) {
            field.request_focus();
        }
        let enters = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        let typed = fold(self.typed.trim());
        let mut first = None;
        let mut taken = None;
        ScrollArea::vertical()
            .max_height(HEIGHT * u)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for (heading, lenses) in groups(p, with_lenses) {
                    let found = |lens: &&Lens| {
                        typed.is_empty()
                            || fold(&super::commands::lens_name(p, lens)).contains(&typed)
                    };
                    let lenses: Vec<&Lens> = lenses.iter().filter(found).collect();
                    if lenses.is_empty() {
                        continue;
                    }
                    if let Some(heading) = heading {
                        ui.add_space(4.0 * u);
                        ui.label(RichText::new(heading).font(face("semibold", 14.0 * u)));
                    }
                    for lens in lenses {
                        first.get_or_insert_with(|| lens.clone());
                        let name = super::commands::lens_name(p, lens);
                        if ui.selectable_label(lens == chosen, name).clicked() {
                            taken = Some(lens.clone());
                        }
                    }
                }
                if first.is_none() {
                    ui.label(p.text.get("nothing-found"));
                }
            });
        taken.or(first.filter(|_| enters))
    }
}

/// The lenses of the menu under their headings: those of the bar, and the voices of each party.
fn groups(p: &Panel<'_>, with_lenses: bool) -> Vec<(Option<String>, Vec<Lens>)> {
    let atlas = p.session.whole().atlas();
    let language = p.text.language();
    let mut groups = Vec::new();
    if with_lenses {
        groups.push((None, super::commands::lenses(p.session)));
    }
    let voices = widgets::voices(p.session);
    let rank_of = |voice: &PersonId| {
        let person = atlas.person(voice.as_str())?;
        atlas.party_rank(person.party.as_ref()?)
    };
    // By the order of the parties; those without one come last.
    let mut by_party: BTreeMap<(bool, Option<usize>), Vec<&PersonId>> = BTreeMap::new();
    for voice in &voices {
        let rank = rank_of(voice);
        by_party
            .entry((rank.is_none(), rank))
            .or_default()
            .push(voice);
    }
    for ((_, rank), mut of_party) in by_party {
        let weight = |v: &PersonId| atlas.person(v.as_str()).map(|p| p.authority);
        let name = |v: &PersonId| atlas.name(v.as_str(), language).to_owned();
        of_party.sort_by(|a, b| {
            let by_name = || p.text.compare(&name(a), &name(b));
            weight(a).cmp(&weight(b)).then_with(by_name)
        });
        let heading = match rank {
            Some(rank) => atlas.parties[rank].names.text(language).to_owned(),
            None => p.text.get("no-party"),
        };
        let lenses = of_party.into_iter().cloned().map(Lens::Voice).collect();
        groups.push((Some(heading), lenses));
    }
    groups
}
