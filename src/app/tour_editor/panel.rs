//! The panel of the editor: files, and the list of steps with small pictures. `step` has the texts and
//! settings of one step.

use std::sync::Arc;
use std::time::Duration;

use egui::{Align2, Color32, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Editor, Order, PathEntry, exactly, step};
use crate::app::slide_images::Wanted;
use crate::app::{Panel, WindowCommand, focus};
use crate::load::LONGEST_NAME;
use crate::model::TourStep;
use crate::paint::screen::{color, face};
use crate::session::{TourDraft, TourVersion};
use crate::text::Text;
use crate::timeline::Lens;

/// Height of a row of the list, in design units.
const ROW: f32 = 74.0;
/// Width of the small picture of a slide, in pixels.
const PICTURE: u32 = 320;
/// Seconds without a change after which small pictures are made.
const REST_S: f64 = 0.6;
/// Most lines about a saved file.
const MOST_SAID: usize = 3;

pub(super) fn ask(p: &mut Panel<'_>, order: Order) {
    p.window_commands.push(WindowCommand::Tour(order));
}

/// Draws the panel.
pub(in crate::app) fn ui(ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32, editor: &mut Editor) {
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    let line = Stroke::new(1.5 * u, color(p.theme.ink));
    ui.painter().vline(rect.right(), rect.y_range(), line);
    let inner = rect.shrink2(vec2(14.0, 10.0) * u);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.set_clip_rect(rect);
    let ui = &mut child;
    ui.spacing_mut().item_spacing = vec2(6.0, 5.0) * u;
    if let Some(unsaved) = &editor.unsaved {
        let title = unsaved.tour.title.text(p.text.language()).to_owned();
        let said = p.text.with(
            "tour-unsaved",
            &[("time", &unsaved.when), ("title", &title)],
        );
        ui.label(RichText::new(said).font(face("semibold", 16.0 * u)));
        ui.horizontal(|ui| {
            for (key, order) in [
                ("tour-restore", Order::Restore),
                ("tour-discard", Order::Discard),
            ] {
                if ui.button(p.text.get(key)).clicked() {
                    ask(p, order);
                }
            }
        });
        ui.separator();
    }
    if let Some(set_aside) = &editor.set_aside {
        let path = set_aside.file.display().to_string();
        let values = [("path", path.as_str()), ("error", &set_aside.error)];
        let said = p.text.with("tour-unsaved-unreadable", &values);
        ui.label(RichText::new(said).font(face("semibold", 16.0 * u)));
        if ui.button(p.text.get("close-message")).clicked() {
            ask(p, Order::CloseSetAside);
        }
        ui.separator();
    }
    if !editor.is_open {
        return;
    }
    head(ui, p, u, editor);
    questions(ui, p, editor);
    let Some(mut draft) = editor.draft.take() else {
        ui.label(p.text.get("tour-none"));
        for line in &editor.said {
            ui.label(line);
        }
        return;
    };
    let before = Arc::clone(draft.tour());
    title(ui, p, u, &mut draft);
    for line in editor.said.iter().take(MOST_SAID) {
        ui.label(RichText::new(line).font(face("regular", 13.0 * u)));
    }
    let room = ui.available_height();
    let rows = draft.tour().steps.len() as f32 * (ROW + 4.0) * u + 4.0;
    let list = rows.min(room * 0.42).max(ROW * u);
    steps(ui, p, u, editor, &mut draft, list);
    ui.separator();
    egui::ScrollArea::vertical()
        .id_salt("tour-step")
        .auto_shrink(false)
        .show(ui, |ui| {
            if draft.step().is_some() {
                step::ui(ui, p, u, &mut draft);
            }
            focus::follow_focus(ui);
        });
    if !Arc::ptr_eq(&before, draft.tour()) {
        editor.changed_last = true;
        editor.said.clear();
    }
    editor.draft = Some(draft);
}

/// The buttons for files, and the path where one is written.
fn head(ui: &mut Ui, p: &mut Panel<'_>, u: f32, editor: &mut Editor) {
    let has_steps = editor.draft.as_ref().is_some_and(|d| d.step().is_some());
    ui.horizontal_wrapped(|ui| {
        let keep = p.text.get("tour-keep");
        if ui.button(RichText::new(keep).strong()).clicked() {
            ask(p, Order::Keep);
        }
        ui.add_enabled_ui(has_steps, |ui| {
            if ui.button(p.text.get("tour-preview")).clicked() {
                ask(p, Order::Preview);
            }
            if ui.button(p.text.get("tour-save")).clicked() {
                ask(p, Order::Save);
            }
            if ui.button(p.text.get("tour-save-as")).clicked() {
                let path = editor.file.clone().unwrap_or_else(|| {
                    let id = editor.draft.as_ref().map(|d| d.tour().id.clone());
                    editor.shelf.free_path(&id.unwrap_or_default())
                });
                editor.entry = Some(PathEntry {
                    saves: true,
                    path: path.to_string_lossy().into_owned(),
                });
            }
        });
        if ui.button(p.text.get("tour-open")).clicked() {
            editor.entry = Some(PathEntry {
                saves: false,
                path: String::new(),
            });
        }
        if ui.button(p.text.get("tour-new")).clicked() {
            ask(p, Order::New);
        }
        if ui.button(p.text.get("tour-close")).clicked() {
            ask(p, Order::Toggle);
        }
        let draft = editor.draft.as_ref();
        let all = [
            ("undo", Order::Undo, draft.is_some_and(TourDraft::can_undo)),
            ("redo", Order::Redo, draft.is_some_and(TourDraft::can_redo)),
        ];
        for (key, order, is_possible) in all {
            let button = egui::Button::new(p.text.get(key));
            if ui.add_enabled(is_possible, button).clicked() {
                ask(p, order);
            }
        }
    });
    let Some(entry) = &mut editor.entry else {
        return;
    };
    let mut closes = false;
    ui.horizontal(|ui| {
        let label = ui.label(p.text.get("tour-path"));
        let edit = egui::TextEdit::singleline(&mut entry.path).desired_width(240.0 * u);
        let response = ui.add(edit).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        let key = if entry.saves {
            "tour-save"
        } else {
            "tour-open-it"
        };
        if ui.button(p.text.get(key)).clicked() || entered {
            let path = std::path::PathBuf::from(entry.path.trim());
            if entry.saves {
                ask(p, Order::SaveAs(path, false));
            } else {
                ask(p, Order::Open(path));
                closes = true;
            }
        }
        closes |= ui.button(p.text.get("tour-cancel")).clicked();
    });
    if closes {
        editor.entry = None;
    }
}

/// What must be answered before something is lost.
fn questions(ui: &mut Ui, p: &mut Panel<'_>, editor: &mut Editor) {
    if let Some(path) = editor.replaces.clone() {
        let shown = path.to_string_lossy().into_owned();
        ui.label(p.text.with("tour-replace-ask", &[("path", &shown)]));
        ui.horizontal(|ui| {
            if ui.button(p.text.get("tour-replace")).clicked() {
                ask(p, Order::SaveAs(path, true));
            }
            if ui.button(p.text.get("tour-keep-file")).clicked() {
                editor.replaces = None;
            }
        });
    }
    if let Some(order) = editor.gives_up.clone() {
        ui.label(p.text.get("tour-give-up-ask"));
        ui.horizontal(|ui| {
            if ui.button(p.text.get("tour-save-first")).clicked() {
                ask(p, Order::Save);
                ask(p, order.clone());
            }
            if ui.button(p.text.get("tour-give-up")).clicked() {
                ask(p, order);
            }
            if ui.button(p.text.get("tour-cancel")).clicked() {
                editor.gives_up = None;
            }
        });
    }
}

fn title(ui: &mut Ui, p: &Panel<'_>, u: f32, draft: &mut TourDraft) {
    let mut text = exactly(&draft.tour().title, draft.language()).to_owned();
    let name = p.text.get("tour-title");
    let edit = egui::TextEdit::singleline(&mut text)
        .font(face("semibold", 19.0 * u))
        .hint_text(name.as_str())
        .char_limit(LONGEST_NAME)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    name_field(&response, &text, &name);
    if response.changed() {
        draft.set_title(&text);
    }
    let minutes = crate::session::TourPlan::minutes_of(draft.tour().steps.iter(), draft.language());
    let steps = draft.tour().steps.len().to_string();
    let said = p.text.with(
        "tour-length",
        &[("count", &steps), ("minutes", &format!("{minutes:.0}"))],
    );
    let star = if draft.is_changed() {
        format!("{said} · {}", p.text.get("tour-changed"))
    } else {
        said
    };
    ui.label(RichText::new(star).font(face("regular", 13.5 * u)));
}

/// Names a field for screen readers and tests.
pub(super) fn name_field(response: &egui::Response, text: &str, name: &str) {
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        ..WidgetInfo::text_edit(true, text, text, name)
    });
}

/// The list of steps. A row is dragged to another place; a click edits it and shows its view.
fn steps(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    u: f32,
    editor: &mut Editor,
    draft: &mut TourDraft,
    height: f32,
) {
    let now = ui.input(|i| i.time);
    let (tour, since) = editor.as_given(p.session, draft, now);
    let rests = now - since >= REST_S;
    if !rests {
        let wait = Duration::from_secs_f64(REST_S - (now - since) + 0.02);
        ui.ctx().request_repaint_after(wait);
    }
    // One picture is made in a frame, so that the window keeps answering.
    let mut may_make = rests;
    let mut moved = None;
    egui::ScrollArea::vertical()
        .id_salt("tour-steps")
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (i, step) in tour.steps.iter().enumerate() {
                let size = vec2(ui.available_width(), ROW * u);
                let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
                let is_present = i == draft.at();
                let label = row_label(p.text, i, step);
                response
                    .widget_info(|| WidgetInfo::selected(Role::Button, true, is_present, &label));
                row(ui, p, u, rect, (i, step, is_present));
                if ui.is_rect_visible(rect) {
                    let wanted = Wanted {
                        tour: Arc::clone(&tour),
                        version: TourVersion::Whole,
                        at: i,
                        revealed: false,
                        width: PICTURE,
                    };
                    let images = &mut editor.images;
                    let mut texture = images.made(p.session, &wanted);
                    if texture.is_none() && may_make {
                        texture = images.get(ui.ctx(), p.session, &wanted);
                        may_make = false;
                        ui.ctx().request_repaint();
                    }
                    let texture = texture.or_else(|| images.last_of(&step.id));
                    let h = rect.height() - 8.0 * u;
                    let at = Rect::from_min_size(
                        rect.min + vec2(30.0, 4.0) * u,
                        vec2(h * 16.0 / 9.0, h),
                    );
                    picture(ui, p, at, texture.as_ref());
                }
                if is_present && editor.scrolled_to != Some(i) {
                    editor.scrolled_to = Some(i);
                    response.scroll_to_me(Some(egui::Align::Center));
                }
                response.dnd_set_drag_payload(i);
                if let Some(from) = response.dnd_hover_payload::<usize>() {
                    let y = if *from < i { rect.bottom() } else { rect.top() };
                    let stroke = Stroke::new(4.0 * u, color(p.theme.ink));
                    ui.painter().hline(rect.x_range(), y, stroke);
                }
                if let Some(from) = response.dnd_release_payload::<usize>() {
                    moved = Some((*from, i));
                }
                if response.clicked() {
                    ask(p, Order::Show(i));
                }
            }
        });
    if let Some((from, to)) = moved {
        draft.move_step(from, to);
    }
}

fn row_label(text: &Text, i: usize, step: &TourStep) -> String {
    let headline = step.headline.text(text.language());
    let headline = if headline.is_empty() {
        text.get("tour-no-headline")
    } else {
        headline.to_owned()
    };
    format!("{}. {headline}", i + 1)
}

fn picture(ui: &Ui, p: &Panel<'_>, at: Rect, texture: Option<&egui::TextureHandle>) {
    ui.painter().rect_filled(at, 0.0, color(p.theme.page));
    if let Some(texture) = texture {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), at, uv, Color32::WHITE);
    }
    let stroke = Stroke::new(1.0, color(p.theme.rule));
    let kind = egui::StrokeKind::Outside;
    ui.painter().rect_stroke(at, 0.0, stroke, kind);
}

/// Number, headline, day and lens of a step.
fn row(
    ui: &Ui,
    p: &Panel<'_>,
    u: f32,
    rect: Rect,
    (i, step, is_present): (usize, &TourStep, bool),
) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if is_present {
        let stroke = Stroke::new(2.5 * u, color(p.theme.ink));
        painter.rect(
            rect,
            6.0 * u,
            color(p.theme.page),
            stroke,
            egui::StrokeKind::Inside,
        );
    }
    let ink = color(p.theme.ink);
    painter.text(
        pos2(rect.left() + 8.0 * u, rect.center().y),
        Align2::LEFT_CENTER,
        (i + 1).to_string(),
        face("semibold", 16.0 * u),
        ink,
    );
    let left = rect.left() + 40.0 * u + (rect.height() - 8.0 * u) * 16.0 / 9.0;
    let room = rect.right() - left - 8.0 * u;
    let headline = step.headline.text(p.text.language());
    let (headline, shade) = if headline.is_empty() {
        (p.text.get("tour-no-headline"), p.theme.ink3)
    } else {
        (headline.to_owned(), p.theme.ink)
    };
    let font = face("semibold", 15.5 * u);
    let galley = painter.layout(headline, font, color(shade), room);
    let head_height = galley.size().y.min(42.0 * u);
    painter.galley(pos2(left, rect.top() + 8.0 * u), galley, ink);
    painter.text(
        pos2(left, rect.top() + 12.0 * u + head_height),
        Align2::LEFT_TOP,
        told(p, step),
        face("regular", 13.5 * u),
        color(p.theme.ink2),
    );
}

/// The day or range of a step, and its lens or lenses.
fn told(p: &Panel<'_>, step: &TourStep) -> String {
    let days = step.range.map_or_else(
        || p.text.date_in_full(step.date),
        |range| p.text.days(range),
    );
    let atlas = p.session.whole().atlas();
    let lens = |name: &String| {
        let lens = Lens::named(name, atlas);
        lens.map_or_else(|_| name.clone(), |lens| p.text.lens_title(&lens, atlas))
    };
    let lenses: Vec<String> = match &step.compare {
        Some(both) => both.iter().map(lens).collect(),
        None => step.lens.iter().map(lens).collect(),
    };
    format!("{days} · {}", lenses.join(" | "))
}
