//! What lies over a screen: how to read the map, whose words it tells, the choices of the reader, and
//! the map in words.

use egui::{Rect, pos2, vec2};

use super::layout::{GAP, MARGIN, cells};
use super::page::{Badge, Block, Key, Page};
use super::tiles::TileKind;
use crate::app::widgets::Sign;
use crate::model::{AreaId, SampleShow, StepLayer, StepView, TourStep};
use crate::paint::screen::color;
use crate::scene::Face;
use crate::session::{VisitAction, VisitChoice, VisitPanel};
use crate::text::SampleWords;

impl Page<'_, '_> {
    /// Draws a panel.
    pub(super) fn panel(&mut self, rect: Rect, panel: VisitPanel) {
        let (u, margin, theme) = (self.s.u, MARGIN * self.s.u, self.p.theme);
        self.ui.painter().rect_filled(rect, 0.0, color(theme.page));
        let inner = rect.shrink2(vec2(1.5 * margin, 1.2 * margin));
        let side = self.s.target;
        let corner = Rect::from_min_size(pos2(inner.right() - side, inner.top()), vec2(side, side));
        let key = match panel {
            VisitPanel::HowToRead => "kiosk-how-to-read",
            VisitPanel::WhoSaysSo => "kiosk-who-says-so",
            VisitPanel::Choices => "kiosk-choices-title",
            VisitPanel::Words => "kiosk-words",
            VisitPanel::Own => "",
        };
        let own = self.visit().settings().own_panel.as_ref();
        let title = match own.filter(|_| panel == VisitPanel::Own) {
            Some(own) => own.title.text(self.p.text.language()).to_owned(),
            None => self.words(key),
        };
        let room = corner.left() - inner.left() - GAP * u;
        let size = self.size_of_line(Face::Display, &title, 2.4 * self.s.text, room);
        let heading = [Block {
            face: Face::Display,
            size,
            after: 0.3,
            ..self.block(title)
        }];
        let head = Rect::from_min_max(inner.min, pos2(corner.left() - GAP * u, inner.bottom()));
        let used = self.head(head, &heading, "panel-title").max(side + GAP * u);
        let body = Rect::from_min_max(pos2(inner.left(), inner.top() + used), inner.max);
        match panel {
            VisitPanel::HowToRead => self.how_to_read(body),
            VisitPanel::WhoSaysSo => self.who_says_so(body),
            VisitPanel::Choices => self.reader_choices(body),
            VisitPanel::Words => self.in_words(body),
            VisitPanel::Own => self.own_words(body),
        }
        let close = self.words("kiosk-close");
        if self.key(&Key::sign(corner, Sign::Cross, &close)) {
            self.does(VisitAction::Close);
        }
    }

    fn how_to_read(&mut self, rect: Rect) {
        let text = self.p.text;
        let atlas = self.p.session.whole().atlas();
        let samples = text.kiosk_samples(atlas, self.visit().level());
        let is_upright = rect.height() > rect.width();
        let count = samples.len().max(1);
        let columns = if is_upright { 1 } else { count.min(4) };
        let rows = count.div_ceil(columns);
        let places = cells(rect, columns, rows, 2.0 * GAP * self.s.u);
        let in_place = |sample: &SampleWords, place: &Rect| {
            let width = if is_upright {
                0.5 * place.width()
            } else {
                place.width()
            };
            Self::height_of(&self.sample_blocks(sample), width) <= 0.8 * place.height()
        };
        if !samples.iter().zip(&places).all(|(s, p)| in_place(s, p)) {
            // A small screen has no room for pictures: the words follow on pages.
            let blocks: Vec<Block> = samples.iter().flat_map(|s| self.sample_blocks(s)).collect();
            self.column(rect, &blocks, "samples");
            return;
        }
        // All have the same size of type and the same height of picture.
        let parts: Vec<(Rect, Rect)> = places
            .iter()
            .map(|place| self.parts_of_sample(*place, &samples, is_upright))
            .collect();
        let scale = |(sample, (_, words)): (&SampleWords, &(Rect, Rect))| {
            let blocks = self.sample_blocks(sample);
            let fitted = Self::fitted(*words, blocks.to_vec());
            fitted[0].size / blocks[0].size
        };
        let scale = samples
            .iter()
            .zip(&parts)
            .map(scale)
            .fold(f32::INFINITY, f32::min);
        for (sample, (picture, words)) in samples.iter().zip(parts) {
            let blocks = self.sample_blocks(sample).map(|block| Block {
                size: block.size * scale,
                ..block
            });
            if let Some(show) = &sample.show {
                let step = self.step_of(show);
                self.tile(picture, &step, TileKind::Sample);
            }
            self.head(words, &blocks, &sample.title);
        }
    }

    /// Where the picture and the words of a sample are.
    fn parts_of_sample(&self, rect: Rect, all: &[SampleWords], is_upright: bool) -> (Rect, Rect) {
        let gap = 1.5 * GAP * self.s.u;
        if all.iter().all(|sample| sample.show.is_none()) {
            return (Rect::from_min_size(rect.min, vec2(0.0, 0.0)), rect);
        }
        if is_upright {
            let wide = 0.42 * rect.width();
            let picture = Rect::from_min_size(rect.min, vec2(wide, rect.height()));
            let left = pos2(picture.right() + gap, rect.top());
            return (picture, Rect::from_min_max(left, rect.max));
        }
        let high =
            |sample: &SampleWords| Self::height_of(&self.sample_blocks(sample), rect.width());
        let high = all.iter().map(high).fold(0.0, f32::max);
        let edge = (rect.bottom() - high - gap).min(rect.top() + 0.62 * rect.height());
        let edge = edge.max(rect.top() + 1.0);
        let picture = Rect::from_min_max(rect.min, pos2(rect.right(), edge));
        let top = pos2(rect.left(), edge + gap);
        (picture, Rect::from_min_max(top, rect.max))
    }

    /// What a sign looks like and means.
    fn sample_blocks(&self, sample: &SampleWords) -> [Block; 2] {
        [
            Block {
                face: Face::SerifSemiBold,
                size: 1.15 * self.s.text,
                after: 0.2,
                ..self.block(sample.title.clone())
            },
            self.block(sample.about.clone()),
        ]
    }

    /// The view of a sample as a step.
    fn step_of(&self, show: &SampleShow) -> TourStep {
        TourStep {
            date: show.date,
            range: None,
            compare: None,
            lens: Some(show.lens.clone()),
            view: StepView {
                fit: vec![AreaId::District(show.area.clone())],
                ..StepView::default()
            },
            layers: vec![StepLayer::Fills, StepLayer::Holders],
            select: None,
            ..self.p.session.present_step()
        }
    }

    fn who_says_so(&mut self, rect: Rect) {
        let text = self.p.text;
        let atlas = self.p.session.whole().atlas();
        let words = text.kiosk_sources(atlas, self.visit().level());
        let unfolded = self.visit().unfolded();
        let has_voices = !words.groups.is_empty();
        let foot = if has_voices {
            self.s.target + 1.5 * GAP * self.s.u
        } else {
            0.0
        };
        let body = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - foot));
        // A line of more than seventy letters is hard to follow.
        let widest = 38.0 * self.s.text;
        let column = Rect::from_min_size(body.min, vec2(body.width().min(widest), body.height()));
        let blocks = if unfolded {
            let mut blocks = vec![self.block(words.lead)];
            for (title, works) in words.groups {
                blocks.push(Block {
                    face: Face::SemiBold,
                    after: 0.1,
                    ..self.block(title)
                });
                for work in works {
                    blocks.push(Block {
                        after: 0.2,
                        ..self.block(work)
                    });
                }
            }
            blocks.push(self.block(words.missing));
            blocks
        } else {
            vec![Block {
                size: 1.15 * self.s.text,
                ..self.block(words.about)
            }]
        };
        let blocks = Self::fitted(column, blocks);
        self.column(column, &blocks, if unfolded { "voices" } else { "sources" });
        if !has_voices {
            return;
        }
        let label = if unfolded {
            self.words("kiosk-less")
        } else {
            words.voices
        };
        let min = pos2(rect.left(), rect.bottom() - self.s.target);
        let size = vec2(column.width(), self.s.target);
        if self.key(&Key::words(Rect::from_min_size(min, size), &label)) {
            self.does(VisitAction::Unfold);
        }
    }

    /// What the museum itself says.
    fn own_words(&mut self, rect: Rect) {
        let Some(own) = &self.visit().settings().own_panel else {
            return;
        };
        let paragraphs = own.text.text(self.p.text.language()).split("\n\n");
        let blocks = paragraphs
            .map(|paragraph| self.block(paragraph.trim()))
            .collect();
        let widest = 38.0 * self.s.text;
        let column = Rect::from_min_size(rect.min, vec2(rect.width().min(widest), rect.height()));
        let blocks = Self::fitted(column, blocks);
        self.column(column, &blocks, "own");
    }

    fn reader_choices(&mut self, rect: Rect) {
        let u = self.s.u;
        let has_plain = self.visit().settings().has_plain;
        let keys = [
            "kiosk-plain",
            "kiosk-larger-text",
            "kiosk-contrast",
            "kiosk-less-motion",
            "kiosk-low-reach",
        ];
        let all: Vec<(VisitChoice, &str)> = VisitChoice::ALL
            .into_iter()
            .zip(keys)
            .filter(|(choice, _)| has_plain || *choice != VisitChoice::Plain)
            .collect();
        let columns = if rect.width() > 1200.0 * u { 2 } else { 1 };
        let rows = (all.len() + 1).div_ceil(columns);
        let each = (1.7 * self.s.target).min(rect.height() / rows as f32 - GAP * u);
        let each = each.max(self.s.target);
        let high = rows as f32 * (each + GAP * u);
        let wide = match columns {
            1 => rect.width().min(1000.0 * u),
            _ => rect.width(),
        };
        let size = vec2(wide, high.min(rect.height()));
        // They stand low, where every hand reaches them.
        let body = Rect::from_min_size(pos2(rect.left(), rect.bottom() - size.y), size);
        let mut places = cells(body, columns, rows, GAP * u).into_iter();
        for ((choice, key), place) in all.into_iter().zip(places.by_ref()) {
            let words = self.words(key);
            let on = self.visit().has(choice);
            let mut button = Key::words(place, &words).on(on).size(1.2);
            if on {
                button = button.badge(Badge::Sign(Sign::Check));
            }
            if self.key(&button) {
                self.does(VisitAction::Choose(choice));
            }
        }
        let words = self.words("kiosk-words");
        if let Some(place) = places.next()
            && self.key(&Key::words(place, &words).size(1.2))
        {
            self.does(VisitAction::Open(VisitPanel::Words));
        }
    }

    fn in_words(&mut self, rect: Rect) {
        let session = self.p.session;
        let atlas = session.timeline().atlas();
        let told = self
            .p
            .text
            .narrative(atlas, session.situation(), session.lens());
        let mut blocks = Vec::new();
        for paragraph in told {
            blocks.push(Block {
                face: Face::SemiBold,
                after: 0.1,
                ..self.block(paragraph.heading)
            });
            let sentences = paragraph.sentences.into_iter();
            let sentences: Vec<String> = sentences.map(|(sentence, _)| sentence).collect();
            blocks.push(self.block(sentences.join(" ")));
        }
        let widest = 40.0 * self.s.text;
        let size = vec2(rect.width().min(widest), rect.height());
        self.column(Rect::from_min_size(rect.min, size), &blocks, "in-words");
    }
}
