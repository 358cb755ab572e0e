//! The keyboard in what lies over the window or scrolls: a dialog holds it, a page is scrolled by it
//! and to what it has reached.

use egui::{Context, Ui};

/// Height of a dialog's frame with its distance from the edges of the window, in design units.
const DIALOG_FRAME: f32 = 150.0;
/// What is shown around what the keyboard has reached, in points.
const FOLLOWED: f32 = 12.0;

/// Keeps the keyboard within a window that lies over everything else.
pub(super) fn hold_focus<R>(ctx: &Context, window: Option<egui::InnerResponse<R>>) {
    if let Some(window) = window {
        let layer = window.response.layer_id;
        ctx.memory_mut(|m| m.set_modal_layer(layer));
    }
}

/// Draws the content of a dialog, which scrolls where the window is too low for it.
pub(super) fn scrolled(ui: &mut Ui, unit: f32, content: impl FnOnce(&mut Ui)) {
    let most = ui.ctx().content_rect().height() - DIALOG_FRAME * unit;
    egui::ScrollArea::vertical()
        .max_height(most.max(80.0 * unit))
        .min_scrolled_height(most.max(80.0 * unit))
        .show(ui, |ui| {
            content(ui);
            follow_focus(ui);
        });
}

/// Scrolls a page without fields by the usual keys; `page` is the height that is seen.
pub(super) fn scroll_by_keys(ui: &Ui, page: f32) {
    let end = 1e6;
    for (key, down) in [
        (egui::Key::PageDown, 0.9 * page),
        (egui::Key::PageUp, -0.9 * page),
        (egui::Key::Space, 0.9 * page),
        (egui::Key::ArrowDown, 0.1 * page),
        (egui::Key::ArrowUp, -0.1 * page),
        (egui::Key::End, end),
        (egui::Key::Home, -end),
    ] {
        if ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, key)) {
            ui.scroll_with_delta(egui::vec2(0.0, -down));
        }
    }
}

/// Scrolls to what the keyboard has reached, once. Called at the end of what scrolls.
pub(super) fn follow_focus(ui: &Ui) {
    let memory = ui.scope_id().with("followed");
    let Some(id) = ui.memory(|m| m.focused()) else {
        ui.data_mut(|d| d.remove::<egui::Id>(memory));
        return;
    };
    let followed = ui.data(|d| d.get_temp::<egui::Id>(memory));
    let Some(reached) = ui.ctx().read_response(id).filter(|_| followed != Some(id)) else {
        return;
    };
    // What is seen of it lies within the page: of what is hidden nothing is, and another panel lies
    // elsewhere.
    let seen = reached.interact_rect;
    let is_here = ui.min_rect().contains(reached.rect.center())
        && (!seen.is_positive() || ui.clip_rect().contains_rect(seen));
    if reached.layer_id == ui.layer_id() && is_here {
        ui.data_mut(|d| d.insert_temp(memory, id));
        ui.scroll_to_rect(reached.rect.expand(FOLLOWED), None);
    }
}
