//! A page that lists every key and explains how the map is read.

use egui::{Context, RichText, vec2};

use super::commands::{COMMANDS, Group};
use crate::paint::screen::{color, face};
use crate::scene::Theme;
use crate::text::Text;

/// The groups of commands in each column.
const COLUMNS: [&[Group]; 3] = [
    &[Group::Time],
    &[Group::Map, Group::Lecture],
    &[Group::Views, Group::Go],
];

/// Draws the page over everything else. Returns whether it stays open.
pub(super) fn ui(ctx: &Context, text: &Text, theme: &Theme, u: f32) -> bool {
    let mut open = true;
    let head = |words: String, size: f32| {
        RichText::new(words)
            .font(face("semibold", size * u))
            .color(color(theme.ink))
    };
    let body = |words: String| {
        RichText::new(words)
            .font(face("regular", 14.5 * u))
            .color(color(theme.ink))
    };
    egui::Window::new(RichText::new(text.get("help")).font(face("display-medium", 30.0 * u)))
        .id(egui::Id::unique("help"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(18.0 * u))
        .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ctx, |ui| {
            ui.spacing_mut().item_spacing = vec2(14.0, 3.0) * u;
            ui.set_max_width(1080.0 * u);
            ui.label(body(text.get("help-about")));
            ui.add_space(8.0 * u);
            ui.horizontal_top(|ui| {
                for column in COLUMNS {
                    ui.vertical(|ui| {
                        for (group, key) in Group::SHOWN {
                            if !column.contains(&group) {
                                continue;
                            }
                            ui.label(head(text.get(key), 17.0));
                            egui::Grid::new(key)
                                .num_columns(2)
                                .show(ui, |ui| list(ui, text, theme, group, u));
                            ui.add_space(8.0 * u);
                        }
                    });
                }
            });
            ui.label(body(text.get("help-mouse")));
        });
    open && !ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
}

fn list(ui: &mut egui::Ui, text: &Text, theme: &Theme, group: Group, u: f32) {
    for command in COMMANDS.iter().filter(|c| c.group == group) {
        ui.label(
            RichText::new(command.keys_in_words(text))
                .font(face("semibold", 14.5 * u))
                .color(color(theme.ink2)),
        );
        ui.label(
            RichText::new(text.get(command.name))
                .font(face("regular", 14.5 * u))
                .color(color(theme.ink)),
        );
        ui.end_row();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_commands_stands_in_one_column() {
        for (group, key) in Group::SHOWN {
            let times = COLUMNS.iter().filter(|c| c.contains(&group)).count();
            assert_eq!(times, 1, "{key}");
        }
    }
}
