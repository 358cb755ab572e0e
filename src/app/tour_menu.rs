//! The menu of lectures in the bar: the tours of the atlas and one's own, each started with one
//! click, and what makes a new one.

use std::sync::Arc;

use egui::{Response, RichText, Ui};

use super::commands::CommandId;
use super::tour_editor::{Editor, Order};
use super::{Panel, WindowCommand};
use crate::model::Tour;
use crate::session::{Action, TourPlan, TourVersion};

/// Shows the menu of a button while it is open.
pub(super) fn ui(p: &mut Panel<'_>, u: f32, button: &Response, editor: &mut Editor) {
    let menu = egui::Popup::menu(button).width(430.0 * u);
    menu.show(|ui| {
        let atlas = p.session.whole().atlas().clone();
        heading(ui, &p.text.get("tours-of-atlas"));
        for tour in &atlas.tours {
            start(ui, p, tour);
        }
        if ui.button(p.text.get("tours-changes")).clicked() {
            let tour = p.text.change_tour(p.session.whole(), p.session.lens());
            open(p, Arc::new(tour), TourVersion::Whole);
        }
        let own = editor.own(&atlas);
        if !own.is_empty() {
            ui.separator();
            heading(ui, &p.text.get("tours-own"));
        }
        for (path, tour) in &own {
            start(ui, p, tour);
            let title = tour.title.text(p.text.language());
            let label = p.text.with("tours-edit", &[("title", title)]);
            if ui.button(label).clicked() {
                ask(p, Order::Open(path.clone()));
            }
        }
        ui.separator();
        let home = CommandId::TakeHome;
        if ui.button(home.label(p)).clicked() {
            home.run(p);
        }
        ui.separator();
        heading(ui, &p.text.get("tours-make"));
        if ui.button(p.text.get("tours-keep")).clicked() {
            ask(p, Order::Keep);
        }
        if ui.button(p.text.get("tours-editor")).clicked() {
            ask(p, Order::Toggle);
        }
        if ui.button(p.text.get("tours-new")).clicked() {
            ask(p, Order::New);
        }
        for tour in &atlas.tours {
            let title = tour.title.text(p.text.language());
            let label = p.text.with("tours-copy", &[("title", title)]);
            if ui.button(label).clicked() {
                ask(p, Order::Copy(Arc::clone(tour)));
            }
        }
    });
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).strong());
}

fn ask(p: &mut Panel<'_>, order: Order) {
    p.window_commands.push(WindowCommand::Tour(order));
}

fn open(p: &mut Panel<'_>, tour: Arc<Tour>, version: TourVersion) {
    p.actions.push(Action::OpenTour(tour, version));
}

/// The buttons that start a tour, and its shorter version where it has one.
fn start(ui: &mut Ui, p: &mut Panel<'_>, tour: &Arc<Tour>) {
    let title = tour.title.text(p.text.language());
    let minutes = TourPlan::minutes_of(tour.steps.iter(), p.text.language());
    let steps = tour.steps.len().to_string();
    let label = p.text.with(
        "tours-start",
        &[
            ("title", title),
            ("count", &steps),
            ("minutes", &format!("{minutes:.0}")),
        ],
    );
    if ui.button(label).clicked() {
        open(p, Arc::clone(tour), TourVersion::Whole);
    }
    if let Some(minutes) = tour.short_minutes {
        let label = p.text.with(
            "tours-start-short",
            &[("title", title), ("minutes", &minutes.to_string())],
        );
        if ui.button(label).clicked() {
            open(p, Arc::clone(tour), TourVersion::Short);
        }
    }
}
