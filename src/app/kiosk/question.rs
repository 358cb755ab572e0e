//! The question before a kiosk is opened in the research window.

use egui::{Context, Key, Modifiers, RichText, vec2};

use crate::app::commands::CommandId;
use crate::paint::screen::{color, face};
use crate::scene::Theme;
use crate::text::Text;

/// Asks whether the kiosk is to be opened, and names the way back. Returns the answer; `None` while
/// there is none.
pub(in crate::app) fn question(ctx: &Context, text: &Text, theme: &Theme, u: f32) -> Option<bool> {
    let mut answer = None;
    let words = |words: String, size: f32| {
        RichText::new(words)
            .font(face("regular", size * u))
            .color(color(theme.ink))
    };
    let keys = CommandId::KioskLeave.command().keys_in_words(text);
    egui::Window::new(words(text.get("kiosk-open-title"), 24.0))
        .id(egui::Id::unique("kiosk-question"))
        .collapsible(false)
        .resizable(false)
        .anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(ctx, |ui| {
            ui.set_max_width(460.0 * u);
            ui.label(words(
                text.with("kiosk-open-about", &[("keys", &keys)]),
                15.0,
            ));
            ui.add_space(10.0 * u);
            ui.horizontal(|ui| {
                for (key, is_yes) in [("kiosk-open", true), ("kiosk-open-not", false)] {
                    if ui.button(words(text.get(key), 16.0)).clicked() {
                        answer = Some(is_yes);
                    }
                }
            });
        });
    let escaped = ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
    answer.or(escaped.then_some(false))
}
