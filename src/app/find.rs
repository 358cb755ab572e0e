//! The search field in the bar. It searches all records, in any spelling (Ctrl+K).

use egui::{Key, Rect, RichText, Ui, vec2};

use super::Panel;
use super::commands::{COMMANDS, Command};
use crate::model::{Atlas, fold, word};
use crate::paint::screen::{color, face};
use crate::scene::Same;
use crate::session::Action;
use crate::session::search::{Hit, SearchIndex};
use crate::text::Text;

/// Maximum number of results on offer.
const OFFERED: usize = 12;

/// One result of a search.
enum Found {
    Hit(Hit),
    Command(&'static Command),
}

impl Found {
    fn line(&self, text: &Text) -> String {
        let mut found_in = String::new();
        let (title, kind, date) = match self {
            Self::Hit(hit) => {
                if hit.matched.text != hit.title {
                    let field = text.field_label(&hit.matched.field);
                    found_in = format!("\n    {field}: {}", hit.matched.text);
                }
                (hit.title.clone(), word(hit.kind), hit.date)
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
        let date = date.map_or_else(String::new, |d| format!(" · {}", text.day_month(d)));
        format!("{title}  ({kind}{date}){found_in}")
    }
}

/// The search field and its results.
#[derive(Default)]
pub(super) struct Find {
    words: String,
    /// The text for which the results were found.
    asked: String,
    hits: Vec<Found>,
    chosen: usize,
    /// Whether the field requests the focus.
    pub(super) wanted: bool,
    /// The search index with its atlas; `None` before the first search.
    index: Option<(Same<Atlas>, SearchIndex)>,
}

impl Find {
    /// Draws the field in `rect`, and the results below it.
    pub(super) fn ui(&mut self, ui: &mut Ui, p: &mut Panel<'_>, rect: Rect, u: f32) {
        let hint = p.text.get("find");
        let font = face("regular", 15.0 * u);
        let edit = egui::TextEdit::singleline(&mut self.words)
            .hint_text(
                RichText::new(hint.as_str())
                    .font(font.clone())
                    .color(color(p.theme.ink3)),
            )
            .font(font.clone())
            .margin(vec2(10.0, 6.0) * u)
            .desired_width((rect.width() - 20.0 * u).max(0.0));
        let field = ui.put(rect, edit);
        field.widget_info(|| {
            egui::WidgetInfo::text_edit(true, &self.words, &self.words, hint.as_str())
        });
        if std::mem::take(&mut self.wanted) {
            field.request_focus();
        }
        if self.words != self.asked {
            self.asked.clone_from(&self.words);
            self.chosen = 0;
            self.hits = self.look(p);
        }
        if self.words.is_empty() {
            return;
        }
        let (up, down, enter, escape) = ui.input(|i| {
            (
                i.key_pressed(Key::ArrowUp),
                i.key_pressed(Key::ArrowDown),
                i.key_pressed(Key::Enter),
                i.key_pressed(Key::Escape),
            )
        });
        if down {
            self.chosen = (self.chosen + 1).min(self.hits.len().saturating_sub(1));
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        let mut taken = (enter && field.lost_focus()).then_some(self.chosen);
        egui::Area::new(ui.scope_id().with("found"))
            .order(egui::Order::Foreground)
            .fixed_pos(rect.left_bottom() + vec2(0.0, 6.0 * u))
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(520.0 * u);
                    if self.hits.is_empty() {
                        ui.label(RichText::new(p.text.get("nothing-found")).font(font.clone()));
                    }
                    for (i, hit) in self.hits.iter().enumerate() {
                        let line = RichText::new(hit.line(p.text)).font(font.clone());
                        if ui.selectable_label(i == self.chosen, line).clicked() {
                            taken = Some(i);
                        }
                    }
                });
            });
        if let Some(hit) = taken.and_then(|i| self.hits.get(i)) {
            let hit = match hit {
                Found::Command(command) => {
                    command.id.run(p);
                    self.words.clear();
                    return;
                }
                Found::Hit(hit) => hit,
            };
            if let Some(day) = hit
                .date
                .filter(|d| p.session.timeline().atlas().manifest.span.contains(*d))
            {
                p.actions.push(Action::Jump(day));
            }
            p.actions.push(Action::Select(Some(hit.id.clone())));
            self.words.clear();
        } else if escape {
            self.words.clear();
        }
    }

    /// Searches all records, whatever the filters, and then the names of commands.
    fn look(&mut self, p: &Panel<'_>) -> Vec<Found> {
        let words = self.words.trim();
        if words.is_empty() {
            return Vec::new();
        }
        let atlas = p.session.whole().atlas();
        let key = Same::new(atlas);
        if self.index.as_ref().is_none_or(|(k, _)| *k != key) {
            self.index = Some((key, SearchIndex::new(atlas, p.text.language())));
        }
        let hits = self
            .index
            .as_ref()
            .map(|(_, index)| index.find(words))
            .unwrap_or_default();
        let mut hits: Vec<Found> = hits.into_iter().map(Found::Hit).collect();
        let wanted = fold(words);
        let commands = COMMANDS
            .iter()
            .filter(|c| c.skins.contains(&p.session.skin()))
            .filter(|c| fold(&p.text.get(c.name)).contains(&wanted));
        let commands: Vec<Found> = commands.take(4).map(Found::Command).collect();
        hits.truncate(OFFERED - commands.len());
        hits.extend(commands);
        hits
    }
}
