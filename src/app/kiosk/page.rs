//! What the parts of a kiosk are drawn with: buttons that answer a finger and a key, and texts.

use egui::{Align2, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Kiosk;
use super::sizes::Sizes;
use crate::app::Panel;
use crate::app::widgets::{Sign, draw_sign};
use crate::model::PartyId;
use crate::paint::screen::{color, face};
use crate::scene::{Color, Face};
use crate::session::{Action, Visit, VisitAction};

/// The window of a kiosk while a frame is drawn.
pub(super) struct Page<'x, 'p> {
    pub(super) ui: &'x mut Ui,
    pub(super) p: &'x mut Panel<'p>,
    pub(super) kiosk: &'x mut Kiosk,
    pub(super) visit: &'p Visit,
    pub(super) s: Sizes,
    /// Where the buttons of the texts are, if not with the texts.
    pub(super) low_keys: Option<Rect>,
    /// Whether buttons answer. Below a panel they do not.
    pub(super) is_live: bool,
}

/// What a button shows, besides its words.
#[derive(Debug, Clone, Copy)]
pub(super) enum Badge<'a> {
    None,
    Sign(Sign),
    /// The letter of a party on its color.
    Party(&'a PartyId),
}

/// A button before it is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    pub(super) rect: Rect,
    pub(super) badge: Badge<'a>,
    pub(super) words: &'a str,
    /// Its name for screen readers and tests.
    pub(super) name: &'a str,
    pub(super) is_on: bool,
    pub(super) is_round: bool,
    /// Font size, in those of the smallest text.
    pub(super) size: f32,
}

impl<'a> Key<'a> {
    pub(super) fn words(rect: Rect, words: &'a str) -> Self {
        Self {
            rect,
            badge: Badge::None,
            words,
            name: words,
            is_on: false,
            is_round: false,
            size: 1.0,
        }
    }

    pub(super) fn sign(rect: Rect, sign: Sign, name: &'a str) -> Self {
        Self {
            badge: Badge::Sign(sign),
            words: "",
            name,
            ..Self::words(rect, "")
        }
    }

    pub(super) fn badge(mut self, badge: Badge<'a>) -> Self {
        self.badge = badge;
        self
    }

    pub(super) fn on(mut self, is_on: bool) -> Self {
        self.is_on = is_on;
        self
    }

    pub(super) fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    pub(super) fn round(mut self) -> Self {
        self.is_round = true;
        self
    }
}

/// A text that is broken into lines.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) face: Face,
    /// Font size, in points.
    pub(super) size: f32,
    pub(super) color: Color,
    /// Space below it, in font sizes.
    pub(super) after: f32,
}

/// Height of a line, in font sizes.
const LINE: f32 = 1.32;
/// Height of a line on a button, in font sizes.
const KEY_LINE: f32 = 1.1;

impl<'p> Page<'_, 'p> {
    pub(super) fn visit(&self) -> &'p Visit {
        self.visit
    }

    pub(super) fn does(&mut self, action: VisitAction) {
        self.p.actions.push(Action::Visit(action));
    }

    pub(super) fn words(&self, key: &str) -> String {
        self.p.text.get(key)
    }

    /// The widget of a rectangle that can be pressed, and whether it was.
    pub(super) fn pressed(&mut self, rect: Rect, name: &str, is_on: bool) -> (Response, bool) {
        let at = (rect.min.x as i32, rect.min.y as i32);
        let id = self.ui.scope_id().with(("kiosk", name, at));
        let sense = if self.is_live {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = self.ui.interact(rect, id, sense);
        if self.is_live {
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
        }
        // The toolkit's own clicks of a pointer allow no wandering; only those of keys count.
        let by_key = response.clicked() && !response.clicked_by(egui::PointerButton::Primary);
        let tapped = self.is_live && self.kiosk.fingers.take_tap(rect).is_some();
        (response, by_key || tapped)
    }

    /// The place of a button of the texts: one of three places low on the screen, or the one with the
    /// texts.
    pub(super) fn place_of_key(&self, with_texts: Rect, which: usize) -> Rect {
        match self.low_keys {
            Some(strip) => super::layout::cells(strip, 3, 1, super::layout::GAP * self.s.u)[which],
            None => with_texts,
        }
    }

    /// Draws a button. Returns whether it was pressed.
    pub(super) fn key(&mut self, key: &Key<'_>) -> bool {
        let (response, pressed) = self.pressed(key.rect, key.name, key.is_on);
        let held = self.is_live && self.kiosk.fingers.holds(key.rect);
        let (theme, u) = (self.p.theme, self.s.u);
        let (fill, ink) = if key.is_on ^ held {
            (theme.ink, theme.page)
        } else {
            (theme.card, theme.ink)
        };
        let stroke = if response.has_focus() {
            Stroke::new(6.0 * u, color(theme.ink2))
        } else {
            Stroke::new(2.0 * u, color(theme.ink3))
        };
        let rect = key.rect;
        let radius = if key.is_round {
            rect.height() / 2.0
        } else {
            12.0 * u
        };
        self.ui
            .painter()
            .rect(rect, radius, color(fill), stroke, egui::StrokeKind::Inside);
        self.key_words(key, fill, ink);
        pressed
    }

    fn key_words(&self, key: &Key<'_>, fill: Color, ink: Color) {
        let (rect, u) = (key.rect, self.s.u);
        let size = self.s.text * key.size;
        let badge = match key.badge {
            Badge::None => 0.0,
            Badge::Sign(_) => 44.0 * u,
            Badge::Party(_) => 50.0 * u,
        };
        let gap = if key.words.is_empty() || badge == 0.0 {
            0.0
        } else {
            10.0 * u
        };
        let room = rect.width() - badge - gap - 16.0 * u;
        let regular = Face::Regular.width(key.words, size);
        let font = if regular <= room {
            Face::Regular
        } else {
            Face::Condensed
        };
        // Words that are too long or too many take the margins, and only then are set smaller.
        let most = (rect.width() - badge - gap).max(1.0);
        let wrapped = |size: f32, room: f32| (size, font.wrap(key.words, size, room.max(size)));
        let smaller = [1.0, 0.92, 0.85, 0.78].map(|part| (size * part, most));
        let tried = std::iter::once((size, room)).chain(smaller);
        let fitting = tried
            .map(|(size, room)| wrapped(size, room))
            .find(|(size, lines)| lines.len() as f32 * KEY_LINE * size <= rect.height());
        let (size, lines) = fitting.unwrap_or_else(|| wrapped(size, room));
        let sizes = lines.iter().map(|line| font.fitted(line, size, most));
        let size = sizes.fold(size, f32::min);
        let width = lines
            .iter()
            .map(|line| font.width(line, size))
            .fold(0.0, f32::max);
        let left = rect.center().x - (badge + gap + width) / 2.0;
        let at = pos2(left + badge / 2.0, rect.center().y);
        match key.badge {
            Badge::None => {}
            Badge::Sign(sign) => {
                let side = (rect.height() * 0.8).min(92.0 * u);
                draw_sign(
                    self.ui,
                    Rect::from_center_size(at, vec2(side, side)),
                    sign,
                    ink,
                );
            }
            Badge::Party(party) => self.roundel(at, 24.0 * u, party, fill),
        }
        let mut y = rect.center().y - (lines.len() as f32 - 1.0) / 2.0 * size * KEY_LINE;
        for line in &lines {
            let x = left + badge + gap + (width - font.width(line, size)) / 2.0;
            self.write(pos2(x, y), Align2::LEFT_CENTER, line, font, size, ink);
            y += size * KEY_LINE;
        }
    }

    /// The letter of a party in a disc of its color.
    pub(super) fn roundel(&self, at: Pos2, radius: f32, party: &PartyId, ground: Color) {
        let theme = self.p.theme;
        let party = self.p.session.whole().atlas().party(party.as_str());
        let Some(party) = party else { return };
        let colors = theme.party(party.slot.unwrap_or_default());
        let painter = self.ui.painter();
        painter.circle_filled(at, radius + 2.0 * self.s.u, color(ground));
        painter.circle_filled(at, radius, color(colors.line));
        let size = self.s.text;
        self.write(
            at,
            Align2::CENTER_CENTER,
            &party.letter,
            Face::SemiBold,
            size,
            theme.card,
        );
    }

    /// One line of text.
    pub(super) fn write(
        &self,
        at: Pos2,
        align: Align2,
        text: &str,
        font: Face,
        size: f32,
        ink: Color,
    ) {
        let font = face(font.name(), size);
        self.ui.painter().text(at, align, text, font, color(ink));
    }

    /// A text in the smallest size.
    pub(super) fn block(&self, text: impl Into<String>) -> Block {
        Block {
            text: text.into(),
            face: Face::Regular,
            size: self.s.text,
            color: self.p.theme.ink,
            after: 0.5,
        }
    }

    /// A heading.
    pub(super) fn heading(&self, text: impl Into<String>) -> Block {
        Block {
            face: Face::SerifSemiBold,
            size: self.s.text * 1.45,
            after: 0.35,
            ..self.block(text)
        }
    }

    /// A text of less weight, such as a source.
    pub(super) fn small(&self, text: impl Into<String>) -> Block {
        Block {
            color: self.p.theme.ink2,
            ..self.block(text)
        }
    }

    /// The blocks in the largest size in which they fit a rectangle, at most half as large again.
    pub(super) fn fitted(rect: Rect, blocks: Vec<Block>) -> Vec<Block> {
        const SCALES: [f32; 5] = [1.5, 1.38, 1.26, 1.16, 1.08];
        let scaled = |scale: f32| -> Vec<Block> {
            let all = blocks.iter().cloned();
            all.map(|block| Block {
                size: block.size * scale,
                ..block
            })
            .collect()
        };
        let fits = |blocks: &Vec<Block>| Self::height_of(blocks, rect.width()) <= rect.height();
        let larger = SCALES.into_iter().map(scaled).find(fits);
        larger.unwrap_or(blocks)
    }

    /// The size in which a line fits a width, at most `most` and at least that of the smallest text,
    /// in steps: each size takes memory for its letters.
    pub(super) fn size_of_line(&self, face: Face, line: &str, most: f32, room: f32) -> f32 {
        let step = 0.125 * self.s.text;
        let size = face.fitted(line, most, room);
        ((size / step).floor() * step).max(self.s.text)
    }

    /// Height of blocks in a width.
    pub(super) fn height_of(blocks: &[Block], width: f32) -> f32 {
        let lines = Self::lines_of(blocks, width);
        lines.iter().map(|line| line.high).sum()
    }

    fn lines_of(blocks: &[Block], width: f32) -> Vec<Line<'_>> {
        let mut all = Vec::new();
        for block in blocks.iter().filter(|b| !b.text.is_empty()) {
            let lines = block.face.wrap(&block.text, block.size, width);
            let count = lines.len();
            for (i, text) in lines.into_iter().enumerate() {
                let is_last = i + 1 == count;
                let after = if is_last { block.after } else { 0.0 };
                all.push(Line {
                    block,
                    text,
                    high: (LINE + after) * block.size,
                });
            }
        }
        all
    }

    /// Gives a screen reader a text that is drawn in a rectangle.
    pub(super) fn tell(&mut self, rect: Rect, told: &str, name: &str) {
        if self.is_live {
            let id = self.ui.scope_id().with(("kiosk-text", name));
            let read = self.ui.interact(rect, id, Sense::hover());
            read.widget_info(|| WidgetInfo::labeled(Role::Label, true, told));
        }
    }

    /// Draws a heading. Returns how high it is.
    pub(super) fn head(&mut self, rect: Rect, blocks: &[Block], name: &str) -> f32 {
        let told: Vec<&str> = blocks.iter().map(|b| b.text.as_str()).collect();
        let high = self.column_without_name(rect, blocks);
        let size = egui::vec2(rect.width(), high);
        self.tell(Rect::from_min_size(rect.min, size), &told.join(" "), name);
        high
    }

    /// Draws blocks that fit, without a name of their own. Returns how high they are.
    pub(super) fn column_without_name(&self, rect: Rect, blocks: &[Block]) -> f32 {
        let mut y = rect.top();
        for line in Self::lines_of(blocks, rect.width()) {
            let block = line.block;
            let middle = pos2(rect.left(), y + LINE * block.size / 2.0);
            let (align, font) = (Align2::LEFT_CENTER, block.face);
            self.write(middle, align, &line.text, font, block.size, block.color);
            y += line.high;
        }
        y - rect.top()
    }

    /// Draws blocks from the top of a rectangle. What does not fit follows on further pages, for
    /// which there is a button at the foot. Returns how high they are, at most the rectangle.
    pub(super) fn column(&mut self, rect: Rect, blocks: &[Block], name: &str) -> f32 {
        let told: Vec<&str> = blocks.iter().map(|b| b.text.as_str()).collect();
        let told = told.join(" ");
        self.tell(rect, &told, name);
        let lines = Self::lines_of(blocks, rect.width());
        let whole: f32 = lines.iter().map(|line| line.high).sum();
        let fits = whole <= rect.height() + 0.5 * self.s.text;
        let foot = if fits || self.low_keys.is_some() {
            0.0
        } else {
            self.s.target + 12.0 * self.s.u
        };
        let room = rect.height() - foot;
        let room = if fits { f32::INFINITY } else { room };
        let pages = in_pages(&lines, room);
        let count = pages.len();
        let at = self.kiosk.page_of(name, &told).min(count - 1);
        let mut y = rect.top();
        for line in &pages[at] {
            let block = line.block;
            let middle = pos2(rect.left(), y + LINE * block.size / 2.0);
            self.write(
                middle,
                Align2::LEFT_CENTER,
                &line.text,
                block.face,
                block.size,
                block.color,
            );
            y += line.high;
        }
        if !fits {
            let next = (at + 1) % count;
            let key = if next == 0 {
                "kiosk-text-first"
            } else {
                "kiosk-text-next"
            };
            let words = format!("{}  {} / {count}", self.words(key), at + 1);
            let min = pos2(rect.left(), rect.bottom() - self.s.target);
            let button = self.place_of_key(Rect::from_min_max(min, rect.max), 0);
            if self.key(&Key::words(button, &words)) {
                self.kiosk.turn_page(name, &told, next);
            }
            return rect.height();
        }
        y - rect.top()
    }
}

/// A line of a block.
struct Line<'b> {
    block: &'b Block,
    text: String,
    high: f32,
}

/// Lines in pages of a height. A heading stands on the page of what follows it.
fn in_pages<'l, 'b>(lines: &'l [Line<'b>], room: f32) -> Vec<Vec<&'l Line<'b>>> {
    let mut pages: Vec<Vec<&Line<'_>>> = Vec::new();
    let mut page: Vec<&Line<'_>> = Vec::new();
    let mut used = 0.0;
    for line in lines {
        if used + line.block.size * LINE > room && used > 0.0 {
            let is_text = |line: &&Line<'_>| line.block.face != Face::SemiBold;
            // A page of headings alone is broken where it is full.
            let kept = page.iter().rposition(is_text).map_or(page.len(), |i| i + 1);
            let heading = page.split_off(kept);
            used = heading.iter().map(|line| line.high).sum();
            pages.push(std::mem::replace(&mut page, heading));
        }
        used += line.high;
        page.push(line);
    }
    pages.push(page);
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(face: Face) -> Block {
        Block {
            text: String::new(),
            face,
            size: 10.0,
            color: Color::default(),
            after: 0.0,
        }
    }

    #[test]
    fn a_heading_stands_on_the_page_of_what_follows_it() {
        let (words, heading) = (block(Face::Regular), block(Face::SemiBold));
        let line = |block, text: &str| Line {
            block,
            text: text.to_owned(),
            high: LINE * 10.0,
        };
        let lines = [
            line(&heading, "Held"),
            line(&words, "Nobody"),
            line(&heading, "Towns"),
            line(&words, "Baku"),
        ];
        let pages = in_pages(&lines, 3.0 * LINE * 10.0 + 1.0);
        let texts: Vec<Vec<&str>> = pages
            .iter()
            .map(|page| page.iter().map(|line| line.text.as_str()).collect())
            .collect();
        assert_eq!(texts, [["Held", "Nobody"], ["Towns", "Baku"]]);
        assert_eq!(in_pages(&lines, f32::INFINITY).len(), 1);
    }
}
