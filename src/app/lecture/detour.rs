//! What the reader has changed since the step began: a badge that leads back, a card that says what
//! the map shows instead, and a time line.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::{Order, Room, orders, picture, wake_in};
use crate::app::widgets::Button;
use crate::app::{Panel, time_panel};
use crate::model::{DistrictId, Question, RecordView};
use crate::paint::screen::{color, face};
use crate::scene::{Color, LineForm, SlideLayout};
use crate::session::Session;
use crate::time::Truth;

/// Part of the height, from the lower edge, in which the pointer shows the time line.
const EDGE: f32 = 0.035;
/// Height of the title above each of two maps, in design units.
const TITLE: f32 = 74.0;
/// Height of the time line, in design units.
const SLIDER: f32 = 118.0;

/// Whether the map shows another day, lens or filter than the step.
pub(super) fn is_elsewhere(session: &Session) -> bool {
    session.is_detour() && !session.shows_step_records()
}

/// Draws what belongs to a detour, over the slide.
pub(super) fn ui(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    whole: Rect,
    layout: &SlideLayout,
    u: f32,
    room: &mut Room,
) {
    let step = p.session.lecture().and_then(|l| l.step());
    let chosen = p.session.selection().map(ToOwned::to_owned);
    let is_chosen = chosen.is_some() && step.is_some_and(|step| step.select != chosen);
    if p.session.is_detour() && (is_chosen || is_elsewhere(p.session)) {
        let column = picture::placed(&layout.column, whole);
        let chosen = chosen.as_deref().filter(|_| is_chosen);
        Column::new(p, column, layout.column_unit).draw(ui, p, chosen);
        if is_elsewhere(p.session) {
            map_titles(ui, p, whole, layout);
        }
    }
    slider(ui, p, whole, u, room);
    if p.session.is_detour() {
        badge(ui, p, whole, layout, u, room);
    }
}

/// The lens of each of two maps, over the title that the slide has for it.
fn map_titles(ui: &Ui, p: &Panel<'_>, whole: Rect, layout: &SlideLayout) {
    let Some(compare) = p.session.compare() else {
        return;
    };
    let lenses = [p.session.lens(), &compare.lens];
    let (k, atlas) = (layout.column_unit, p.session.whole().atlas());
    for (map, lens) in layout.maps.iter().zip(lenses) {
        let map = picture::placed(map, whole);
        let line = 2.0 * k;
        let corner = pos2(map.left() + line, map.top() - (TITLE - 1.0) * k + line);
        let strip = Rect::from_min_max(corner, map.right_top() - vec2(line, line));
        ui.painter().rect_filled(strip, 0.0, color(p.theme.page));
        ui.painter().text(
            pos2(map.left() + 40.0 * k, strip.center().y),
            egui::Align2::LEFT_CENTER,
            p.text.lens_title(lens, atlas),
            face("semibold", 36.0 * k),
            color(p.theme.ink),
        );
    }
}

/// The button that returns to the step.
fn badge(
    ui: &mut Ui,
    p: &mut Panel<'_>,
    whole: Rect,
    layout: &SlideLayout,
    u: f32,
    room: &mut Room,
) {
    let at = p.session.lecture().map_or(0, |l| l.at()) + 1;
    let label = p.text.with("lecture-detour", &[("step", &at.to_string())]);
    let size = 30.0 * u;
    let width = ui
        .painter()
        .layout_no_wrap(label.clone(), face("regular", size), color(p.theme.ink))
        .size()
        .x
        + 48.0 * u;
    let Some(map) = layout.maps.last().map(|map| picture::placed(map, whole)) else {
        return;
    };
    let width = width.min(whole.width() * 0.9);
    let corner = pos2(
        (map.right() - 20.0 * u - width).max(whole.left() + 8.0 * u),
        map.top() + 20.0 * u,
    );
    let rect = Rect::from_min_size(corner, vec2(width, 60.0 * u));
    let response = Button::words(rect, &label, size).show(ui, p.theme, &label);
    if response.clicked() {
        orders::obey(Order::Again, p, room, ui.input(|i| i.time));
    }
}

/// The time line, while the pointer is at the lower edge of the window, or for as long as it is
/// wanted.
fn slider(ui: &mut Ui, p: &mut Panel<'_>, whole: Rect, u: f32, room: &mut Room) {
    let rect = Rect::from_min_max(pos2(whole.left(), whole.bottom() - SLIDER * u), whole.max);
    let zone = |height: f32| whole.bottom() - height;
    let memory = ui.scope_id().with("slider-open");
    let was_open = ui.data(|d| d.get_temp::<bool>(memory)).unwrap_or(false);
    let pointer = ui.input(|i| i.pointer.hover_pos());
    let from = zone(if was_open {
        SLIDER * u
    } else {
        EDGE * whole.height()
    });
    let is_near = pointer.is_some_and(|at| at.y >= from && whole.contains(at));
    let is_held = was_open && ui.input(|i| i.pointer.any_down());
    let open = room.has_slider || is_held || (is_near && super::is_pointer_awake(ui));
    ui.data_mut(|d| d.insert_temp(memory, open));
    if !open {
        return;
    }
    wake_in(ui, super::POINTER_S);
    ui.interact(rect, ui.scope_id().with("slider"), Sense::click_and_drag());
    ui.painter().rect_filled(rect, 0.0, color(p.theme.card));
    let line = rect.shrink2(vec2(48.0, 6.0) * u);
    time_panel::ui(ui, p, line, u * 1.5, LineForm::Plain);
}

/// One text of the card.
struct Line {
    words: String,
    font: &'static str,
    size: f32,
    ink: Color,
    /// Distance from the line above, in design units.
    above: f32,
}

/// The card over the column of texts.
struct Column {
    rect: Rect,
    inner: Rect,
    u: f32,
    ink: Color,
    quiet: Color,
    sizes: Sizes,
}

/// Font sizes of a card, in design units.
#[derive(Clone, Copy)]
struct Sizes {
    date: f32,
    title: f32,
    words: f32,
    source: f32,
}

/// The sizes of a card, and those that are taken where these leave something untold.
const SIZES: Sizes = Sizes {
    date: 104.0,
    title: 54.0,
    words: 40.0,
    source: 32.0,
};
const SMALL_SIZES: Sizes = Sizes {
    date: 64.0,
    title: 44.0,
    words: 36.0,
    source: 27.0,
};

impl Column {
    fn new(p: &Panel<'_>, rect: Rect, u: f32) -> Self {
        let margin = vec2(56.0, 44.0) * u;
        Self {
            rect,
            inner: rect.shrink2(margin),
            u,
            ink: p.theme.ink,
            quiet: p.theme.ink2,
            sizes: SIZES,
        }
    }

    fn line(&self, words: String, font: &'static str, size: f32) -> Line {
        Line {
            words,
            font,
            size,
            ink: self.ink,
            above: 4.0,
        }
    }

    /// Draws as many entries as there is space for, in small type where large type leaves one out, and
    /// says how many there are besides.
    fn draw(mut self, ui: &mut Ui, p: &Panel<'_>, chosen: Option<&str>) {
        ui.painter()
            .rect_filled(self.rect, 0.0, color(p.theme.page));
        let (mut head, mut entries) = self.texts(p, chosen);
        let lines = || head.iter().chain(entries.iter().flatten());
        let gaps = 14.0 * self.u * entries.len() as f32;
        let end = lines().fold(self.inner.top() + gaps, |y, line| {
            self.put(ui, line, y, false)
        });
        if end > self.inner.bottom() {
            self.sizes = SMALL_SIZES;
            (head, entries) = self.texts(p, chosen);
        }
        let mut y = self.inner.top();
        for line in &head {
            y = self.put(ui, line, y, true);
        }
        let more = |left: usize| p.text.with("and-more", &[("count", &left.to_string())]);
        let line = |words| Line {
            ink: self.quiet,
            ..self.line(words, "regular", 36.0)
        };
        let reserved = 60.0 * self.u;
        for (i, entry) in entries.iter().enumerate() {
            let end = entry
                .iter()
                .fold(y + 14.0 * self.u, |y, line| self.put(ui, line, y, false));
            let is_last = i + 1 == entries.len();
            let room = if is_last { 0.0 } else { reserved };
            if end + room > self.inner.bottom() {
                self.put(ui, &line(more(entries.len() - i)), y + 14.0 * self.u, true);
                return;
            }
            y = entry
                .iter()
                .fold(y + 14.0 * self.u, |y, line| self.put(ui, line, y, true));
        }
    }

    /// The lens and day where they are not those of the step, and the entries.
    fn texts(&self, p: &Panel<'_>, chosen: Option<&str>) -> (Vec<Line>, Vec<Vec<Line>>) {
        let mut head = Vec::new();
        if is_elsewhere(p.session) {
            head.extend(self.day(p));
        }
        let entries = match chosen {
            Some(id) => {
                let (title, told) = self.told_of(p, id);
                head.push(title);
                told
            }
            None => self.told_on_day(p),
        };
        (head, entries)
    }

    /// Writes a line below `y`, or only measures it. Returns where it ends.
    fn put(&self, ui: &Ui, line: &Line, y: f32, writes: bool) -> f32 {
        let top = y + line.above * self.u;
        let layout = |size: f32| {
            ui.painter().layout(
                line.words.clone(),
                face(line.font, size * self.u),
                color(line.ink),
                self.inner.width(),
            )
        };
        let mut galley = layout(line.size);
        // A date stays on one line.
        if line.font == "display" && galley.rows.len() > 1 {
            let one = ui.painter().layout_no_wrap(
                line.words.clone(),
                face(line.font, line.size * self.u),
                color(line.ink),
            );
            galley = layout(line.size * self.inner.width() / one.size().x * 0.98);
        }
        let end = top + galley.size().y;
        if writes {
            ui.painter()
                .galley(pos2(self.inner.left(), top), galley, color(line.ink));
        }
        end
    }

    /// The lens and the day that the map shows.
    fn day(&self, p: &Panel<'_>) -> [Line; 3] {
        let atlas = p.session.whole().atlas();
        let day = p.session.day();
        [
            self.line(p.text.lens_title(p.session.lens(), atlas), "regular", 38.0),
            self.line(p.text.day_month(day), "display", self.sizes.date),
            Line {
                ink: self.quiet,
                ..self.line(p.text.weekday_year(day), "regular", 36.0)
            },
        ]
    }

    /// What the records of the day tell, one entry per record.
    fn told_on_day(&self, p: &Panel<'_>) -> Vec<Vec<Line>> {
        let atlas = p.session.timeline().atlas();
        let language = p.text.language();
        let events = p
            .situation
            .events
            .iter()
            .filter(|d| is_certain(d.certainty));
        let events = events.map(|d| &atlas.events[d.index]);
        let messages = p
            .situation
            .messages
            .iter()
            .filter(|d| is_certain(d.certainty));
        let messages = messages.map(|d| &atlas.messages[d.index]);
        let told = events
            .map(|e| (e.gist.text(language), &e.head.cites))
            .chain(messages.map(|m| (m.gist.text(language), &m.head.cites)));
        let entries = told.map(|(gist, cites)| {
            let source = p.text.citation_for_room(cites, atlas);
            self.entry(gist.to_owned(), source)
        });
        let entries: Vec<_> = entries.collect();
        if !entries.is_empty() {
            return entries;
        }
        let last = p.last_message();
        last.map(|words| self.entry(words, String::new()))
            .into_iter()
            .collect()
    }

    fn entry(&self, words: String, source: String) -> Vec<Line> {
        let mut lines = vec![self.line(words, "serif", self.sizes.words)];
        if !source.is_empty() {
            lines.push(Line {
                ink: self.quiet,
                ..self.line(source, "regular", self.sizes.source)
            });
        }
        lines
    }

    /// The name of what was clicked, and what is told of it: of a district who says what.
    fn told_of(&self, p: &Panel<'_>, id: &str) -> (Line, Vec<Vec<Line>>) {
        let atlas = p.session.timeline().atlas();
        let language = p.text.language();
        let title = |words: String| Line {
            above: 16.0,
            ..self.line(words, "serif-semibold", self.sizes.title)
        };
        if let Some(record) = atlas.record(id) {
            let head = record.head();
            let gist = match record {
                RecordView::Message(message) => p.text.message_sentence(message, atlas),
                RecordView::Event(event) => event.gist.text(language).to_owned(),
                _ => p.text.caption(atlas, id),
            };
            let source = p.text.citation_for_room(&head.cites, atlas);
            return (
                title(p.text.title_of(atlas, record)),
                vec![self.entry(gist, source)],
            );
        }
        let leaf = atlas.leaves_of(&DistrictId::from(id)).into_iter().next();
        let state = leaf.and_then(|(leaf, _)| p.situation.district(leaf.as_str()));
        let Some(state) = state else {
            return (title(p.text.caption(atlas, id)), Vec::new());
        };
        let asked = [
            Question::Whose,
            Question::WhoseTroops,
            Question::AgainstWhom,
        ];
        let answers = atlas
            .parties
            .iter()
            .flat_map(|party| asked.map(|question| state.answer(&party.id, question)));
        let mut entries: Vec<Vec<Line>> = answers
            .flatten()
            .map(|s| {
                let claim = &atlas.claims[s.claim];
                let who = s.party.as_ref().map_or_else(
                    || atlas.name(s.voice.as_str(), language),
                    |party| atlas.name(party.as_str(), language),
                );
                let said = p.text.stance_on_day(&s.stance, s.certainty, who, atlas);
                self.entry(said, p.text.citation_for_room(&claim.head.cites, atlas))
            })
            .collect();
        if entries.is_empty() {
            entries.push(self.entry(p.text.get("no-statement"), String::new()));
        }
        (title(atlas.name(id, language).to_owned()), entries)
    }
}

fn is_certain(certainty: Truth) -> bool {
    certainty == Truth::Certain
}
