//! What those learn who do not see the window, and where the keys are: what the map and the time line
//! show, as nodes for screen readers with names, states and actions; the situation in words, announced
//! when it changes; and a ring around what has the focus of the keyboard.

use std::sync::Arc;

use egui::accesskit::{Action as Request, Live};
use egui::{Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Panel, map};
use crate::geometry::ScreenRect;
use crate::model::{RecordKind, word};
use crate::paint::screen::color;
use crate::scene::{Lanes, Scene};
use crate::session::{Action, Session, Skin, Visit, VisitChoice};
use crate::timeline::{Lens, Situation};

/// Whether the visitor of a kiosk chose the strongest contrast.
pub(super) fn wants_contrast(visit: &Visit) -> bool {
    visit.has(VisitChoice::HighContrast)
}

/// Width of the ring around what has the focus, and its distance, in design units.
const RING: f32 = 3.0;
const APART: f32 = 2.0;

/// The situation as it was announced last.
#[derive(Default)]
pub(super) struct Announced {
    of: Option<(Arc<Situation>, Lens, String)>,
    words: String,
}

/// A node without a widget of its own.
struct Node<'a> {
    rect: Rect,
    role: Role,
    name: &'a str,
    /// What is to be said beside the name.
    about: String,
    is_selected: Option<bool>,
    requests: &'a [Request],
}

impl Node<'_> {
    /// Adds the node. Returns the first of its requests that was made.
    fn add(&self, ui: &Ui, id: Id) -> Option<Request> {
        let response = ui.interact(self.rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(self.role, true, self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            if !self.about.is_empty() {
                node.set_description(self.about.as_str());
            }
            if let Some(is_selected) = self.is_selected {
                node.set_selected(is_selected);
            }
            self.requests.iter().for_each(|r| node.add_action(*r));
        });
        let mut made = None;
        ui.input_mut(|input| {
            input.consume_accesskit_action_requests(id, |request| {
                let is_ours = self.requests.contains(&request.action);
                made = made.or(Some(request.action).filter(|_| is_ours));
                is_ours
            });
        });
        made
    }
}

/// Whether a screen reader reads the window; a test counts as one. Nothing is worked out for none.
fn is_read(ui: &Ui, widget: &Response) -> bool {
    ui.ctx().has_accesskit_node(widget.id)
}

/// The districts, places, forces and messages of a map that is drawn in `rect`, in reading order, each
/// with what a tooltip says of it. The request to click selects.
pub(super) fn things_on_map(
    ui: &Ui,
    p: &mut Panel<'_>,
    canvas: &Response,
    (session, situation): (&Session, &Situation),
    (scene, rect, unit): (&Scene, Rect, f32),
) {
    if !is_read(ui, canvas) {
        return;
    }
    let atlas = session.timeline().atlas();
    let size = (rect.width(), rect.height());
    for id in map::in_reading_order(atlas, scene, size, unit) {
        let Some((hit, _)) = scene.hits.iter().find(|(_, of)| *of == id) else {
            continue;
        };
        let tip = p
            .text
            .tip(session.timeline(), situation, session.lens(), &id);
        let Some((name, about)) = tip.split_first() else {
            continue;
        };
        let node = Node {
            rect: placed(hit, rect.min).intersect(canvas.rect),
            role: Role::ListBoxOption,
            name,
            about: about.join(". "),
            is_selected: Some(session.selection() == Some(id.as_str())),
            requests: &[Request::Click],
        };
        if node.add(ui, canvas.id.with(&id)).is_some() {
            p.actions.push(Action::Select(Some(id)));
        }
    }
}

/// The lanes of the time line: each says what of its kind is on record for the day. The requests to
/// increment and to decrement go to the next and to the previous such day.
pub(super) fn lanes(ui: &Ui, p: &mut Panel<'_>, line: &Response, (drawn, unit): (&Lanes, f32)) {
    if !is_read(ui, line) {
        return;
    }
    let today = p.session.day();
    for kind in RecordKind::ALL.iter().copied() {
        let marks = p.session.timeline().lane_marks().iter();
        let days: Vec<_> = marks
            .filter(|mark| mark.kind == kind)
            .filter_map(|mark| mark.day)
            .collect();
        let count = days.iter().filter(|day| **day == today).count();
        let about = if count == 0 {
            p.text.get("nothing-on-record")
        } else {
            let count = count.to_string();
            p.text.with("records-of-day", &[("count", &count)])
        };
        let row = drawn.lane(kind, unit);
        let node = Node {
            rect: placed(&row, line.rect.min),
            role: Role::SpinButton,
            name: &p.text.get(word(kind)),
            about: p.text.named(&p.text.date_in_full(today), &about),
            is_selected: None,
            requests: &[Request::Increment, Request::Decrement, Request::Click],
        };
        let day = match node.add(ui, line.id.with(word(kind))) {
            Some(Request::Decrement) => days.iter().filter(|day| **day < today).max(),
            Some(_) => days.iter().filter(|day| **day > today).min(),
            None => None,
        };
        p.actions.extend(day.map(|day| Action::Jump(*day)));
    }
}

fn placed(rect: &ScreenRect, corner: Pos2) -> Rect {
    let at = |x: f32, y: f32| corner + vec2(x, y);
    Rect::from_min_max(at(rect.min.x, rect.min.y), at(rect.max.x, rect.max.y))
}

/// The situation in words, as a region that screen readers announce when it changes. While days play,
/// and while a kiosk plays to itself, nothing is announced.
pub(super) fn announce(ui: &Ui, p: &mut Panel<'_>) {
    let id = ui.scope_id().with("situation-in-words");
    let at = Rect::from_min_size(
        pos2(ui.max_rect().left(), ui.max_rect().top()),
        vec2(1.0, 1.0),
    );
    let response = ui.interact(at, id, Sense::hover());
    let is_busy = p.session.playing() || p.session.visit().is_some_and(Visit::is_attract);
    response.widget_info(|| WidgetInfo::new(Role::Status));
    if !is_read(ui, &response) {
        return;
    }
    let (situation, lens) = (p.session.situation(), p.session.lens());
    let language = p.text.language();
    let announced = &mut p.cache.announced;
    let is_told = announced.of.as_ref().is_some_and(|(of, through, tongue)| {
        Arc::ptr_eq(of, situation) && through == lens && tongue == language
    });
    if !is_told && !is_busy {
        let atlas = p.session.timeline().atlas();
        let mut words = Vec::new();
        for paragraph in p.text.narrative(atlas, situation, lens) {
            words.push(paragraph.heading);
            words.extend(
                paragraph
                    .sentences
                    .into_iter()
                    .map(|(sentence, _)| sentence),
            );
        }
        announced.words = words.join("\n");
        announced.of = Some((Arc::clone(situation), lens.clone(), language.to_owned()));
    }
    let words = announced.words.clone();
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_live(Live::Polite);
        node.set_value(words);
    });
}

/// A ring around the widget that has the focus of the keyboard, on every ground.
pub(super) fn focus_ring(ui: &Ui, p: &Panel<'_>, unit: f32) {
    let focused = ui.ctx().memory(|memory| memory.focused());
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else {
        return;
    };
    // The keys of a kiosk have a line of their own, and the slide of a lecture is the whole window.
    if p.session.skin() == Skin::Kiosk || !response.rect.is_positive() {
        return;
    }
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Foreground,
        Id::unique("focus-ring"),
    ));
    let window = ui.max_rect().shrink(RING * unit);
    let rect = response.rect.expand(APART * unit).intersect(window);
    let ring = |width: f32, ink| {
        let stroke = Stroke::new(width * unit, color(ink));
        painter.rect_stroke(rect, 4.0 * unit, stroke, egui::StrokeKind::Middle);
    };
    ring(RING + 2.0, p.theme.card);
    ring(RING, p.theme.ink);
}
