//! What is told beside the map: a step of a scene, a day, the card of what was touched, or the list of
//! several such things. Below it are the choices of a map.

use egui::{Rect, pos2, vec2};

use super::layout::{GAP, Layout, cells};
use super::page::{Badge, Block, Key, Page};
use crate::app::widgets::Sign;
use crate::model::CardTarget;
use crate::paint::screen::color;
use crate::scene::Face;
use crate::session::{Action, VisitAction};
use crate::text::{Card, CardView};
use crate::timeline::Lens;

impl Page<'_, '_> {
    pub(super) fn card_view(&self) -> CardView<'_> {
        CardView {
            timeline: self.p.session.timeline(),
            situation: self.p.situation,
            lens: self.p.session.lens(),
            level: self.visit().level(),
        }
    }

    /// The texts beside the map.
    pub(super) fn story(&mut self, layout: &Layout) {
        let theme = self.p.theme;
        let margin = super::layout::MARGIN * self.s.u;
        let ground = layout.story.union(layout.chips).expand(margin);
        let ground = Rect::from_min_max(ground.min, pos2(ground.right(), layout.band.top()));
        let ground = if layout.chips.top() >= layout.story.bottom() - margin && !layout.is_upright {
            ground
        } else {
            layout.story.expand(margin)
        };
        self.ui
            .painter()
            .rect_filled(ground, 0.0, color(theme.page));
        let rect = layout.story;
        let Some(card) = self.visit().card().cloned() else {
            if self.p.session.lecture().is_some() {
                let blocks = Self::fitted(rect, self.step_blocks());
                self.column(rect, &blocks, "story");
            } else {
                self.day(rect);
            }
            return;
        };
        let close = self.words("kiosk-close");
        let side = self.s.target;
        let corner = Rect::from_min_size(pos2(rect.right() - side, rect.top()), vec2(side, side));
        let corner = self.place_of_key(corner, 2);
        let head_right = match self.low_keys {
            Some(_) => rect.right(),
            None => corner.left() - GAP * self.s.u,
        };
        match card.target().and_then(|id| {
            let atlas = self.p.session.timeline().atlas();
            CardTarget::named(id, atlas)
        }) {
            Some(target) => {
                let text = self.p.text;
                let told = text.kiosk_card(&target, &self.card_view());
                let mut title = vec![self.heading(told.title.clone())];
                if !told.day.is_empty() {
                    title.push(self.small(told.day.clone()));
                }
                let right = pos2(head_right, rect.bottom());
                self.card(rect, Rect::from_min_max(rect.min, right), &title, &told);
            }
            None => {
                let mut list = rect;
                if self.low_keys.is_some() {
                    list = layout.map.shrink(margin);
                    let ground = color(theme.page);
                    self.ui.painter().rect_filled(layout.map, 0.0, ground);
                }
                self.choices(list, card.targets());
            }
        }
        if self.key(&Key::sign(corner, Sign::Cross, &close)) {
            self.does(VisitAction::Close);
        }
    }

    /// A step of a scene.
    pub(super) fn step_blocks(&self) -> Vec<Block> {
        let (text, session) = (self.p.text, self.p.session);
        let Some(lecture) = session.lecture() else {
            return Vec::new();
        };
        let Some(step) = lecture.step() else {
            return Vec::new();
        };
        let atlas = session.whole().atlas();
        let language = text.language();
        let days = match step.range {
            Some(range) => text.days_in_short(range),
            None => text.day_month(step.date),
        };
        let mut blocks = vec![
            self.small(format!("{} · {days}", lecture.tour().title.text(language))),
            self.heading(step.headline.text(language)),
            Block {
                size: self.s.text * 1.12,
                ..self.block(text.kiosk_step(step, self.visit().level()))
            },
        ];
        if !step.ask.is_empty() {
            blocks.push(Block {
                face: Face::SemiBold,
                ..self.block(step.ask.text(language))
            });
        }
        if lecture.revealed() {
            blocks.push(self.block(step.reveal.text(language)));
        }
        if let Some(speaker) = text.speaker(atlas, step) {
            let who = speaker.who.first().cloned().unwrap_or_default();
            let cites = speaker.cites.first().cloned().unwrap_or_default();
            let both: Vec<String> = [who, cites].into_iter().filter(|w| !w.is_empty()).collect();
            blocks.push(self.small(both.join(", ")));
        }
        blocks
    }

    /// A day, through the lens.
    fn day(&mut self, rect: Rect) {
        let text = self.p.text;
        let atlas = self.p.session.timeline().atlas();
        let chips = text.kiosk_chips(atlas, self.visit().level());
        let chip = chips.into_iter().find(|c| c.lens == *self.p.session.lens());
        let about = chip.map_or_else(
            || text.lens_about(self.p.session.lens(), atlas),
            |c| c.about,
        );
        let title = [Block {
            face: Face::SerifSemiBold,
            size: self.s.text * 1.25,
            after: 0.5,
            ..self.block(about)
        }];
        let card = text.kiosk_card(&CardTarget::Day, &self.card_view());
        self.card(rect, rect, &title, &card);
    }

    /// What a card says at first.
    fn card_blocks(&self, card: &Card, rect: Rect) -> Vec<Block> {
        let mut blocks = vec![self.block(card.what.clone())];
        for row in card.rows() {
            if !row.text.is_empty() {
                let line = self.p.text.named(&row.label, &row.text);
                let line = line.replace("?:", "?");
                blocks.push(Block {
                    after: 0.25,
                    ..self.small(line)
                });
            }
        }
        // Below a day the words on the map are explained, where they fit.
        if self.visit().card().is_none() {
            let atlas = self.p.session.timeline().atlas();
            let words = self.p.text.kiosk_words_of_map(atlas, self.visit().level());
            let explained = words.into_iter().map(|line| self.small(line));
            let all: Vec<Block> = blocks.iter().cloned().chain(explained).collect();
            if Self::height_of(&all, rect.width()) <= rect.height() {
                return all;
            }
        }
        blocks
    }

    /// Draws a card, with its title in `head`.
    fn card(&mut self, rect: Rect, head: Rect, title: &[Block], card: &Card) {
        let gap = GAP * self.s.u;
        let mut used = self.head(head, title, "card-title");
        if head.width() < rect.width() {
            used = used.max(self.s.target + gap);
        }
        let has_more = !card.more.is_empty();
        let unfolded = self.visit().unfolded();
        let foot = if has_more && self.low_keys.is_none() {
            self.s.target + gap
        } else {
            0.0
        };
        let body = Rect::from_min_max(
            pos2(rect.left(), rect.top() + used),
            pos2(rect.right(), rect.bottom() - foot),
        );
        let blocks = if unfolded {
            let mut blocks = Vec::new();
            for part in &card.more {
                blocks.push(Block {
                    face: Face::SemiBold,
                    after: 0.1,
                    ..self.block(part.heading.clone())
                });
                blocks.extend(part.lines.iter().map(|line| self.block(line.clone())));
            }
            blocks
        } else {
            self.card_blocks(card, body)
        };
        let blocks = Self::fitted(body, blocks);
        self.column(body, &blocks, if unfolded { "card-more" } else { "card" });
        if has_more {
            let key = if unfolded { "kiosk-less" } else { "kiosk-more" };
            let words = self.words(key);
            let min = pos2(rect.left(), rect.bottom() - self.s.target);
            let place = self.place_of_key(Rect::from_min_max(min, rect.max), 1);
            if self.key(&Key::words(place, &words)) {
                self.does(VisitAction::Unfold);
            }
        }
    }

    /// The things under a finger, to choose one of them.
    fn choices(&mut self, rect: Rect, targets: &[String]) {
        let text = self.p.text;
        let ids = targets.iter().map(String::as_str);
        let all = text.kiosk_choices(ids, &self.card_view());
        let gap = GAP * self.s.u;
        let side = self.s.target;
        let head = Rect::from_min_max(rect.min, pos2(rect.right() - side - gap, rect.bottom()));
        let question = [self.heading(self.words("kiosk-which"))];
        let used = self.column_without_name(head, &question).max(side + gap);
        let body = Rect::from_min_max(pos2(rect.left(), rect.top() + used), rect.max);
        let high = self.s.target * 1.1;
        let rows = (((body.height() + gap) / (high + gap)) as usize).max(1);
        let columns = if body.width() > 900.0 * self.s.u {
            2
        } else {
            1
        };
        let fits = rows * columns;
        let shown = if all.len() <= fits {
            fits
        } else {
            (fits - 1).max(1)
        };
        let count = all.len().div_ceil(shown).max(1);
        let told = targets.join(" ");
        let at = self.kiosk.page_of("choices", &told).min(count - 1);
        let body = Rect::from_min_size(
            body.min,
            vec2(body.width(), rows as f32 * (high + gap) - gap),
        );
        let mut places = cells(body, columns, rows, gap).into_iter();
        let page = all.iter().skip(at * shown).take(shown);
        for choice in page {
            let Some(place) = places.next() else { break };
            let words = format!("{} – {}", choice.title, choice.kind);
            if self.key(&Key::words(place, &words)) {
                let id = choice.target.id();
                let target = targets.iter().position(|target| {
                    let atlas = self.p.session.timeline().atlas();
                    CardTarget::named(target, atlas).as_ref() == Some(&choice.target)
                        || Some(target.as_str()) == id
                });
                if let Some(target) = target {
                    self.does(VisitAction::Pick(target));
                }
            }
        }
        if count > 1
            && let Some(place) = places.next()
        {
            let words = format!("{}  {} / {count}", self.words("kiosk-text-next"), at + 1);
            if self.key(&Key::words(place, &words)) {
                self.kiosk.turn_page("choices", &told, (at + 1) % count);
            }
        }
    }

    /// Everyone, the capitals, and who held what.
    pub(super) fn chips(&mut self, layout: &Layout) {
        let chips = self.chip_words();
        if chips.is_empty() || layout.chips.height() <= 1.0 {
            return;
        }
        let gap = GAP * self.s.u;
        let rows = chips.len().div_ceil(layout.chip_columns);
        let places = cells(layout.chips, layout.chip_columns, rows, gap);
        let lens = self.p.session.lens().clone();
        for ((words, chip), place) in chips.into_iter().zip(places) {
            let mut key = Key::words(place, &words).on(lens == chip);
            if let Lens::Party(party) = &chip {
                key = key.badge(Badge::Party(party));
            }
            if self.key(&key) {
                self.p.actions.push(Action::SetLens(chip.clone()));
                self.does(VisitAction::Touch);
            }
        }
    }

    /// The choices of a map, each with its name.
    pub(super) fn chip_words(&self) -> Vec<(String, Lens)> {
        let atlas = self.p.session.timeline().atlas();
        let chips = self.p.text.kiosk_chips(atlas, self.visit().level());
        let mut all: Vec<(String, Lens)> = chips.into_iter().map(|c| (c.name, c.lens)).collect();
        all.push((self.words("kiosk-held"), Lens::Control));
        all
    }
}
