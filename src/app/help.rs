//! A page with the key to every sign, every command with its keys, and how the map is read.

use egui::{Context, RichText, ScrollArea, vec2};

use super::commands::{COMMANDS, Command, Effect, Group, lens_name};
use super::{Panel, focus, key_strip};
use crate::paint::screen::{color, face};
use crate::scene::{Face, LegendEntry, LegendGroup, whole_key};
use crate::session::Action;

/// The groups of commands in each column.
const COLUMNS: [&[Group]; 3] = [
    &[Group::Time],
    &[Group::Map, Group::Lecture],
    &[Group::Views, Group::Go, Group::Kiosk],
];

/// Font size of the words, and the space between columns, in design units.
const WORDS: f32 = 14.5;
const APART: f32 = 14.0;

/// The groups of the key with the keys of their headings.
const SIGNS: [(LegendGroup, &str); 6] = [
    (LegendGroup::Wanted, "legend-group-wanted"),
    (LegendGroup::Held, "legend-group-held"),
    (LegendGroup::Certainty, "legend-group-certainty"),
    (LegendGroup::Troops, "legend-group-troops"),
    (LegendGroup::Messages, "legend-group-messages"),
    (LegendGroup::Ground, "legend-group-ground"),
];

/// Draws the page over everything else. Returns whether it stays open.
pub(super) fn ui(ctx: &Context, p: &mut Panel<'_>, u: f32) -> bool {
    let mut open = true;
    let (text, theme) = (p.text, p.theme);
    let head = |words: String, size: f32| {
        RichText::new(words)
            .font(face("semibold", size * u))
            .color(color(theme.ink))
    };
    let body = |words: String| {
        RichText::new(words)
            .font(face("regular", WORDS * u))
            .color(color(theme.ink))
    };
    let room = ctx.content_rect().size() - vec2(60.0, 110.0) * u;
    let window =
        egui::Window::new(RichText::new(text.get("help")).font(face("display-medium", 30.0 * u)))
            .id(egui::Id::unique("help"))
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .frame(egui::Frame::window(&ctx.global_style()).inner_margin(18.0 * u))
            .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .show(ctx, |ui| {
                ui.spacing_mut().item_spacing = vec2(APART, 3.0) * u;
                let width = room.x.min(1240.0 * u).max(0.0);
                ScrollArea::vertical()
                    .max_height(room.y.max(0.0))
                    .min_scrolled_height(room.y.max(0.0))
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        ui.set_width(width);
                        focus::scroll_by_keys(ui, room.y);
                        ui.label(body(text.get("help-about")));
                        ui.add_space(8.0 * u);
                        ui.label(head(text.get("key"), 19.0));
                        let all = whole_key(&p.chart_context(u));
                        for (group, key) in SIGNS {
                            let of_group = all.iter().filter(|e| e.rank.group() == group);
                            let of_group: Vec<LegendEntry> = of_group.cloned().collect();
                            if !of_group.is_empty() {
                                ui.label(head(text.get(key), 15.0));
                                ui.push_id(key, |ui| key_strip::flow(ui, p, u, &of_group));
                            }
                        }
                        ui.label(body(text.get("key-time-line")));
                        ui.add_space(12.0 * u);
                        ui.horizontal_top(|ui| {
                            for columns in COLUMNS.chunks(columns_in_one(p, width, u)) {
                                ui.vertical(|ui| {
                                    for (group, key) in Group::SHOWN {
                                        if !columns.iter().any(|column| column.contains(&group)) {
                                            continue;
                                        }
                                        ui.label(head(text.get(key), 17.0));
                                        egui::Grid::new(key)
                                            .num_columns(2)
                                            .show(ui, |ui| list(ui, p, group, u));
                                        ui.add_space(8.0 * u);
                                    }
                                });
                            }
                        });
                        ui.label(body(text.get("help-mouse")));
                    });
            });
    focus::hold_focus(ctx, window);
    let closes = |key| ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, key));
    open && !closes(egui::Key::Escape) && !closes(egui::Key::F1)
}

/// How many columns of keys stand one below the other so that the page is no wider than some width.
fn columns_in_one(p: &Panel<'_>, width: f32, u: f32) -> usize {
    let words = Face::SemiBold;
    let column = |groups: &[Group]| {
        let shown = COMMANDS.iter().filter(|c| groups.contains(&c.group));
        let (mut keys, mut names) = (0.0_f32, 0.0_f32);
        for command in shown.filter(|c| !c.keys.is_empty()) {
            keys = keys.max(words.width(&command.keys_in_words(p.text), WORDS));
            names = names.max(words.width(&name_of(p, command), WORDS));
        }
        keys + names + 2.0 * APART
    };
    let widths = COLUMNS.map(column);
    let fits = |in_one: &usize| {
        let widest = |columns: &[f32]| columns.iter().copied().fold(0.0, f32::max);
        widths.chunks(*in_one).map(widest).sum::<f32>() * u <= width
    };
    (1..COLUMNS.len()).find(fits).unwrap_or(COLUMNS.len())
}

/// The name of a command. A lens is called by its name, which other atlases have others for.
fn name_of(p: &Panel<'_>, command: &Command) -> String {
    match (command.run)(p.session) {
        Effect::Act(Action::SetLens(lens)) => {
            let name = lens_name(p, &lens);
            p.text.with("lens-named", &[("name", &name)])
        }
        _ => p.text.get(command.name),
    }
}

fn list(ui: &mut egui::Ui, p: &Panel<'_>, group: Group, u: f32) {
    let of_group = COMMANDS.iter().filter(|c| c.group == group);
    for command in of_group.filter(|c| !c.keys.is_empty()) {
        let name = name_of(p, command);
        ui.label(
            RichText::new(command.keys_in_words(p.text))
                .font(face("semibold", WORDS * u))
                .color(color(p.theme.ink2)),
        );
        ui.label(
            RichText::new(name)
                .font(face("regular", WORDS * u))
                .color(color(p.theme.ink)),
        );
        ui.end_row();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_with_keys_stands_in_a_group_that_is_shown() {
        for command in COMMANDS.iter().filter(|c| !c.keys.is_empty()) {
            let is_shown = Group::SHOWN
                .iter()
                .any(|(group, _)| *group == command.group);
            let told = is_shown || command.group == Group::Unlisted;
            assert!(told, "{} stands nowhere", command.name);
        }
    }

    #[test]
    fn every_group_of_commands_stands_in_one_column() {
        for (group, key) in Group::SHOWN {
            let times = COLUMNS.iter().filter(|c| c.contains(&group)).count();
            assert_eq!(times, 1, "{key}");
        }
    }
}
