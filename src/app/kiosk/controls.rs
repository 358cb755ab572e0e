//! What is always in sight: beginning again, the scenes, help, the choices of the reader, and the
//! languages.

use egui::{Rect, Stroke, pos2, vec2};

use super::layout::{GAP, MARGIN};
use super::page::{Badge, Key, Page};
use crate::app::widgets::Sign;
use crate::paint::screen::color;
use crate::scene::Face;
use crate::session::{VisitAction, VisitPanel, VisitScreen};

/// A control with its words.
struct Control {
    words: String,
    sign: Option<Sign>,
    is_on: bool,
    action: VisitAction,
}

impl Page<'_, '_> {
    fn help(&self) -> Vec<Control> {
        let visit = self.visit();
        let settings = visit.settings();
        let open = |panel| VisitAction::Open(panel);
        let is_open = |panel| visit.panel() == Some(panel);
        let mut all = vec![Control {
            words: self.words("kiosk-again"),
            sign: Some(Sign::Loop),
            is_on: false,
            action: VisitAction::Reset,
        }];
        if visit.screen() != VisitScreen::Question && !settings.scenes.is_empty() {
            all.push(Control {
                words: self.words("kiosk-scenes"),
                sign: None,
                is_on: false,
                action: VisitAction::Ask,
            });
        }
        let panels = [
            (
                settings.has_how_to_read,
                "kiosk-how-to-read",
                VisitPanel::HowToRead,
            ),
            (
                settings.has_who_says_so,
                "kiosk-who-says-so",
                VisitPanel::WhoSaysSo,
            ),
            (true, "kiosk-choices", VisitPanel::Choices),
        ];
        for (_, key, panel) in panels.into_iter().filter(|(allowed, ..)| *allowed) {
            all.push(Control {
                words: self.words(key),
                sign: None,
                is_on: is_open(panel),
                action: open(panel),
            });
        }
        if let Some(own) = &settings.own_panel {
            all.push(Control {
                words: own.title.text(self.p.text.language()).to_owned(),
                sign: None,
                is_on: is_open(VisitPanel::Own),
                action: open(VisitPanel::Own),
            });
        }
        all
    }

    fn languages(&self) -> Vec<Control> {
        let visit = self.visit();
        let tags = visit.settings().languages.iter().enumerate();
        let all = tags.map(|(i, tag)| Control {
            words: language_name(tag),
            sign: None,
            is_on: i == visit.language(),
            action: VisitAction::Speak(i),
        });
        // One language is no choice.
        all.filter(|_| visit.settings().languages.len() > 1)
            .collect()
    }

    fn width_of(&self, control: &Control) -> f32 {
        let sign = if control.sign.is_some() { 54.0 } else { 0.0 };
        let words = Face::Condensed.width(&control.words, self.s.text);
        (words + (sign + 20.0) * self.s.u).max(self.s.target)
    }

    fn width_of_all(&self, all: &[Control]) -> f32 {
        let gaps = GAP * self.s.u * all.len().saturating_sub(1) as f32;
        all.iter()
            .map(|control| self.width_of(control))
            .sum::<f32>()
            + gaps
    }

    /// Number of rows that the controls take in a width.
    pub(super) fn control_rows(&self, width: f32) -> usize {
        let room = width - 2.0 * MARGIN * self.s.u;
        let (help, languages) = (self.help(), self.languages());
        let between = GAP * self.s.u;
        let both = self.width_of_all(&help) + between + self.width_of_all(&languages);
        if both <= room {
            return 1;
        }
        let rows = |all: &[Control]| match all.len() {
            0 => 0,
            _ if self.width_of_all(all) <= room => 1,
            _ => 2,
        };
        rows(&help) + rows(&languages)
    }

    pub(super) fn controls(&mut self, rect: Rect) {
        let (u, theme) = (self.s.u, self.p.theme);
        self.ui.painter().rect_filled(rect, 0.0, color(theme.card));
        let line = Stroke::new(2.0 * u, color(theme.rule));
        self.ui.painter().hline(rect.x_range(), rect.top(), line);
        let inner = rect.shrink2(vec2(MARGIN * u, 0.7 * GAP * u));
        let (help, languages) = (self.help(), self.languages());
        let rows = self.control_rows(rect.width());
        if rows <= 1 {
            let wide = [self.width_of_all(&help), self.width_of_all(&languages)];
            let between = 2.0 * GAP * u;
            let spare = (inner.width() - wide[0] - wide[1] - between).max(0.0);
            // Buttons grow a little with the room that there is, and no more.
            let count = (help.len() + languages.len()).max(1) as f32;
            let grow = (spare / count).min(44.0 * u);
            let left = wide[0] + grow * help.len() as f32;
            self.row(
                Rect::from_min_size(inner.min, vec2(left, inner.height())),
                help,
            );
            let right = wide[1] + grow * languages.len() as f32;
            let left = pos2(inner.right() - right, inner.top());
            self.row(Rect::from_min_max(left, inner.max), languages);
            return;
        }
        let mut all: Vec<Vec<Control>> = Vec::new();
        for group in [help, languages] {
            let takes = if self.width_of_all(&group) <= inner.width() {
                1
            } else {
                2
            };
            let each = group.len().div_ceil(takes).max(1);
            let mut group = group.into_iter().peekable();
            while group.peek().is_some() {
                all.push(group.by_ref().take(each).collect());
            }
        }
        let count = all.len().max(1) as f32;
        let gap = GAP * u;
        let high = (inner.height() - gap * (count - 1.0)) / count;
        for (i, row) in all.into_iter().enumerate() {
            let top = inner.top() + i as f32 * (high + gap);
            let min = pos2(inner.left(), top);
            self.row(Rect::from_min_size(min, vec2(inner.width(), high)), row);
        }
    }

    /// Buttons that fill a row, each as wide as its words ask for.
    fn row(&mut self, rect: Rect, all: Vec<Control>) {
        let gap = GAP * self.s.u;
        let spare = (rect.width() - self.width_of_all(&all)) / all.len().max(1) as f32;
        let mut x = rect.left();
        for control in all {
            let wide = self.width_of(&control) + spare;
            let place = Rect::from_min_size(pos2(x, rect.top()), vec2(wide, rect.height()));
            x += wide + gap;
            let mut key = Key::words(place, &control.words).on(control.is_on);
            if let Some(sign) = control.sign {
                key = key.badge(Badge::Sign(sign));
            }
            if self.key(&key) {
                self.does(control.action);
            }
        }
    }
}

/// A language by its own name; its tag where it is not known.
pub(super) fn language_name(tag: &str) -> String {
    crate::text::language_name(tag).unwrap_or(tag).to_owned()
}
