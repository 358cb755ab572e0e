//! The search field in the bar. It searches all records, in any spelling (Ctrl+K). Its list closes by
//! Esc, by a click elsewhere, and when something is chosen.

use egui::text::{CCursor, CCursorRange};
use egui::{Align, Key, Modifiers, Rect, Response, RichText, ScrollArea, Sense, Ui, vec2};

use super::Panel;
use super::commands::{COMMANDS, Command};
use crate::model::{Atlas, EntryKind, fold, word};
use crate::paint::screen::{color, face};
use crate::scene::{Face, Same};
use crate::session::Action;
use crate::session::search::{Hit, Ranking, SearchIndex};
use crate::text::Text;

/// Number of results before which commands stand in the list.
const OFFERED: usize = 10;
/// Most commands among the results.
const COMMANDS_OFFERED: usize = 4;
/// Height of a row that was not drawn yet, in design units: about two lines.
const ROW: f32 = 44.0;
/// Greatest length of a result's title, in characters.
const LONGEST: usize = 150;

/// Number of entries of the index that are made in a frame: a hundred take some ten milliseconds.
const ENTRIES: usize = 150;

/// One result of a search.
enum Found {
    /// The position of an entry in the ranking.
    Entry(usize),
    Command(&'static Command),
}

/// What was found, with the words around it.
enum Shown {
    Hit(Hit),
    Command(&'static Command),
}

impl Shown {
    fn line(&self, text: &Text, atlas: &Atlas) -> String {
        let mut found_in = String::new();
        let (title, kind, date) = match self {
            Self::Hit(hit) => {
                let title = match hit.kind {
                    EntryKind::Claim => said(text, atlas, hit),
                    _ => hit.title.clone(),
                };
                if hit.matched.field != "title" && hit.matched.text != hit.title {
                    let field = text.field_label(&hit.matched.field);
                    found_in = format!("\n    {field}: {}", hit.matched.text);
                }
                (title, word(hit.kind), hit.date)
            }
            Self::Command(command) => {
                let keys = command.keys_in_words(text);
                (
                    format!("{}  {keys}", text.get(command.name)),
                    "command",
                    None,
                )
            }
        };
        let kind = text.get(&format!("kind-{kind}"));
        let date = date.map_or_else(String::new, |d| format!(" · {}", text.day_in(d, atlas)));
        let short: String = title.chars().take(LONGEST).collect();
        let end = if short.len() < title.len() { "…" } else { "" };
        format!("{short}{end}  ({kind}{date}){found_in}")
    }
}

/// What a claim says, which its title does not.
fn said(text: &Text, atlas: &Atlas, hit: &Hit) -> String {
    match atlas.record(&hit.id) {
        Some(crate::model::RecordView::Claim(claim)) if claim.stance().is_some() => {
            format!(
                "{} – {}",
                text.voices(atlas, claim),
                text.claim_sentence(claim, atlas)
            )
        }
        _ => hit.title.clone(),
    }
}

/// The search field and its results.
#[derive(Default)]
pub(super) struct Find {
    words: String,
    /// The text for which the results were found.
    asked: String,
    hits: Vec<Found>,
    /// The entries among the results; `None` before the first search.
    ranking: Option<Ranking>,
    /// Heights of the rows that were drawn, in points; `None` for those that were not seen yet.
    heights: Vec<Option<f32>>,
    chosen: usize,
    /// Whether the list of results is open.
    open: bool,
    /// Where the list was in the pass before.
    list_rect: Option<Rect>,
    /// Whether the field requests the focus.
    pub(super) wanted: bool,
    /// The search index with its atlas and language; `None` before the first search.
    index: Option<((Same<Atlas>, String), SearchIndex)>,
}

impl Find {
    /// Whether the list of results is open, which takes Esc.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Draws the field in `rect`, and the results below it.
    pub(super) fn ui(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let field = self.field(ui, p, rect, u);
        let is_new = self.words != self.asked;
        let was_made = self.part_made() >= 1.0;
        if field.has_focus() || is_new || self.open {
            self.make_index(ui, p);
        }
        let is_made = self.part_made() >= 1.0;
        if is_new || (self.open && is_made && !was_made) {
            self.asked.clone_from(&self.words);
            self.chosen = 0;
            self.hits = if is_made { self.look(p) } else { Vec::new() };
            self.heights = vec![None; self.hits.len()];
            self.open = !self.words.trim().is_empty();
        } else if field.gained_focus() {
            self.open = !self.words.trim().is_empty();
        }
        if !self.open {
            return;
        }
        let pressed = |ui: &Ui, key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        // The field has let go of the focus already where Enter or Esc was pressed in it.
        let is_here = field.has_focus() || field.lost_focus();
        let shown = self.hits.len();
        let before = self.chosen;
        if is_here && pressed(ui, Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(shown.saturating_sub(1));
        }
        if is_here && pressed(ui, Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        let moved = before != self.chosen;
        let enter = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            self.open = false;
            return;
        }
        let mut taken = enter.then_some(self.chosen);
        let list = self.list(ui, p, (rect, moved), u, &mut taken);
        if let Some(i) = taken.filter(|i| *i < self.hits.len()) {
            self.take(i, p);
            return;
        }
        // A click may have changed the size of the list, and a second pass sees the same click.
        let before = self.list_rect.replace(list.rect).unwrap_or(list.rect);
        let clicked = ui.input(|i| i.pointer.interact_pos().filter(|_| i.pointer.any_click()));
        let own = [list.rect, before, field.rect];
        if clicked.is_some_and(|at| !own.iter().any(|rect| rect.contains(at))) {
            (self.open, self.list_rect) = (false, None);
        }
    }

    /// The field itself. A click into it, or Ctrl+K, selects what it holds, so that the next search
    /// replaces it.
    fn field(&mut self, ui: &mut Ui, p: &Panel<'_>, rect: Rect, u: f32) -> Response {
        let hint = p.text.get("find");
        let font = face("regular", 15.0 * u);
        // A long hint is set smaller rather than cut.
        let hint_size = Face::Regular.fitted(&hint, 15.0 * u, (rect.width() - 24.0 * u).max(1.0));
        let edit = egui::TextEdit::singleline(&mut self.words)
            .id(egui::Id::unique("search-field"))
            .hint_text(
                RichText::new(hint.as_str())
                    .font(face("regular", hint_size))
                    .color(color(p.theme.ink3)),
            )
            .font(font)
            .margin(vec2(10.0, 6.0) * u)
            .desired_width((rect.width() - 20.0 * u).max(0.0));
        let field = ui.put(rect, edit);
        field.widget_info(|| {
            egui::WidgetInfo::text_edit(true, &self.words, &self.words, hint.as_str())
        });
        let is_wanted = std::mem::take(&mut self.wanted);
        if is_wanted {
            field.request_focus();
        }
        if (is_wanted || field.gained_focus()) && !self.words.is_empty() {
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field.id);
            if let Some(state) = &mut state {
                let end = CCursor::new(self.words.chars().count());
                let all = CCursorRange::two(CCursor::new(0), end);
                state.cursor.set_char_range(Some(all));
            }
            if let Some(state) = state {
                state.store(ui.ctx(), field.id);
            }
        }
        field
    }

    /// The list of results, which sets `taken` to the one that is clicked.
    fn list(
        &mut self,
        ui: &Ui,
        p: &Panel<'_>,
        (rect, moved): (Rect, bool),
        u: f32,
        taken: &mut Option<usize>,
    ) -> Response {
        let font = face("regular", 15.0 * u);
        let corner = rect.left_bottom() + vec2(0.0, 6.0 * u);
        let room = ui.ctx().content_rect().bottom() - corner.y - 30.0 * u;
        let atlas = p.session.whole().atlas();
        let area = egui::Area::new(ui.scope_id().with("found"))
            .order(egui::Order::Foreground)
            .fixed_pos(corner)
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(620.0 * u);
                    if self.part_made() < 1.0 {
                        let part = format!("{:.0}", 100.0 * self.part_made());
                        let words = p.text.with("find-reading", &[("part", &part)]);
                        ui.label(RichText::new(words).font(font.clone()));
                        return;
                    }
                    if self.hits.is_empty() {
                        ui.label(RichText::new(p.text.get("nothing-found")).font(font.clone()));
                        return;
                    }
                    let most = room.min(700.0 * u);
                    ScrollArea::vertical()
                        .max_height(most.max(60.0 * u))
                        .show(ui, |ui| {
                            for i in 0..self.hits.len() {
                                // A list of many hundred results words only the rows that are seen.
                                let known = self.heights[i].unwrap_or(ROW * u);
                                let corner = ui.cursor().min;
                                let size = vec2(ui.available_width(), known);
                                let is_seen = ui.is_rect_visible(Rect::from_min_size(corner, size));
                                if !(is_seen || i == self.chosen && moved) {
                                    ui.allocate_exact_size(size, Sense::hover());
                                    continue;
                                }
                                let Some(shown) = self.shown(i) else { continue };
                                let line =
                                    RichText::new(shown.line(p.text, atlas)).font(font.clone());
                                let row = egui::Button::selectable(i == self.chosen, line).wrap();
                                // Each has an id of its own, whatever stands above it.
                                let row = ui.push_id(("found", i), |ui| ui.add(row)).inner;
                                self.heights[i] = Some(row.rect.height());
                                if i == self.chosen && moved {
                                    row.scroll_to_me(Some(Align::Center));
                                }
                                if row.clicked() {
                                    *taken = Some(i);
                                }
                            }
                        });
                    // All of them are in the list, which scrolls.
                    let count = self.hits.len().to_string();
                    let words = p.text.with("find-all", &[("count", &count)]);
                    ui.label(RichText::new(words).font(face("semibold", 14.0 * u)));
                });
            });
        area.response
    }

    /// Goes to a result, or runs it where it is a command, and closes the list.
    fn take(&mut self, i: usize, p: &mut Panel<'_>) {
        (self.open, self.list_rect) = (false, None);
        match self.shown(i) {
            Some(Shown::Command(command)) => command.id.run(p),
            Some(Shown::Hit(hit)) => {
                let span = p.session.timeline().atlas().manifest.span;
                if let Some(day) = hit.date.filter(|d| span.contains(*d)) {
                    p.actions.push(Action::Jump(day));
                }
                p.actions.push(Action::Select(Some(hit.id.clone())));
            }
            None => {}
        }
    }

    /// The part of the index that is made, from 0 to 1.
    fn part_made(&self) -> f64 {
        self.index
            .as_ref()
            .map_or(0.0, |(_, index)| index.part_made())
    }

    /// Makes the next entries of the index of the atlas in the language shown, and asks for another
    /// frame while some are missing: those of a large atlas take longer than a frame may.
    fn make_index(&mut self, ui: &Ui, p: &Panel<'_>) {
        let atlas = p.session.whole().atlas();
        let key = (Same::new(atlas), p.text.language().to_owned());
        if self.index.as_ref().is_none_or(|(known, _)| *known != key) {
            self.index = Some((key, SearchIndex::begin(atlas)));
        }
        if let Some((_, index)) = &mut self.index
            && index.part_made() < 1.0
        {
            index.read(atlas, p.text.language(), ENTRIES);
            ui.ctx().request_repaint();
        }
    }

    /// A result with the words around what was sought.
    fn shown(&self, i: usize) -> Option<Shown> {
        match self.hits.get(i)? {
            Found::Command(command) => Some(Shown::Command(command)),
            Found::Entry(at) => {
                let ((_, index), ranking) = self.index.as_ref().zip(self.ranking.as_ref())?;
                index.hit(ranking, *at).map(Shown::Hit)
            }
        }
    }

    /// Searches all records, whatever the filters, and the names of commands.
    fn look(&mut self, p: &Panel<'_>) -> Vec<Found> {
        let words = self.words.trim();
        if words.is_empty() {
            return Vec::new();
        }
        let index = self.index.as_ref();
        self.ranking = index.map(|(_, index)| index.rank(words));
        let count = self.ranking.as_ref().map_or(0, Ranking::count);
        let mut hits: Vec<Found> = (0..count).map(Found::Entry).collect();
        let wanted = fold(words);
        let commands = COMMANDS
            .iter()
            .filter(|c| c.skins.contains(&p.session.skin()))
            .filter(|c| fold(&p.text.get(c.name)).contains(&wanted));
        // Commands stand among the first results, or nobody would find them below a hundred records.
        let commands: Vec<Found> = commands
            .take(COMMANDS_OFFERED)
            .map(Found::Command)
            .collect();
        let at = hits.len().min(OFFERED - commands.len());
        hits.splice(at..at, commands);
        hits
    }
}
