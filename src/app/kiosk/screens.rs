//! The screens without a time band: what plays while nobody is there, and the question with its
//! scenes.

use egui::{Align2, Rect, Stroke, pos2, vec2};

use super::layout::{GAP, Layout, MARGIN, cells, full_rows};
use super::page::{Badge, Block, Key, Page};
use super::tiles::TileKind;
use crate::app::widgets::{Sign, draw_sign};
use crate::model::TourStep;
use crate::numeric::clamped;
use crate::paint::screen::color;
use crate::scene::Face;
use crate::session::{VisitAction, VisitChoice};
use crate::text::language_name;

/// Height of the texts, in font sizes, below which a card takes the place of the choices of a map.
const CARD_LINES: f32 = 14.0;

/// Space beside the words of a choice, in design units.
const CHOICE_PAD: f32 = 18.0;
/// The part of a choice that its picture takes at least.
const LEAST_PICTURE: f32 = 0.24;

/// Ratio of width to height from which a picture above words is a strip, which shows little of a map.
const STRIP: f32 = 3.2;
/// The parts of the width of a choice that a picture beside its words takes, tried in turn.
const BESIDE: [f32; 2] = [0.36, 0.27];

/// Where the picture of a choice stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Picture {
    /// Above the words, of which the longest in the row are so high, in points.
    Above(f32),
    /// Left of the words, with this part of the width.
    Beside(f32),
}

/// A scene, or the map of every day, to choose from.
struct Choice {
    title: String,
    about: String,
    /// What its picture shows; `None` while that is not known.
    step: Option<TourStep>,
    is_seen: bool,
    action: VisitAction,
}

impl Page<'_, '_> {
    /// The attract tour: the map, what the step tells, and a bar that asks for a touch in every
    /// language.
    pub(super) fn attract(&mut self, whole: Rect) {
        let (u, theme, margin) = (self.s.u, self.p.theme, MARGIN * self.s.u);
        let visit = self.visit();
        let count = visit.settings().languages.len();
        let is_upright = whole.height() > whole.width();
        let columns = if is_upright { count.min(3) } else { count };
        let rows = count.div_ceil(columns.max(1));
        let each = (1.5 * self.s.target).max(3.6 * self.s.text);
        let high = rows as f32 * (each + GAP * u) + GAP * u + margin;
        let bar = Rect::from_min_max(pos2(whole.left(), whole.bottom() - high), whole.max);
        let above = Rect::from_min_max(whole.min, pos2(whole.right(), bar.top()));
        let (map, story) = if is_upright {
            let edge = above.bottom() - 0.33 * whole.height();
            (
                Rect::from_min_max(above.min, pos2(above.right(), edge)),
                Rect::from_min_max(pos2(above.left(), edge), above.max),
            )
        } else {
            let wide = clamped(0.4 * above.width(), 560.0 * u, 800.0 * u);
            let edge = above.right() - wide.min(0.5 * above.width());
            (
                Rect::from_min_max(above.min, pos2(edge, above.bottom())),
                Rect::from_min_max(pos2(edge, above.top()), above.max),
            )
        };
        self.map(map);
        self.ui.painter().rect_filled(story, 0.0, color(theme.page));
        let inner = story.shrink2(vec2(1.4 * margin, 1.2 * margin));
        let blocks = self.attract_blocks(inner);
        self.column(inner, &blocks, "attract");
        self.ui.painter().rect_filled(bar, 0.0, color(theme.card));
        let line = Stroke::new(2.0 * u, color(theme.rule));
        self.ui.painter().hline(bar.x_range(), bar.top(), line);
        let places = full_rows(
            bar.shrink2(vec2(margin, 0.8 * margin)),
            count,
            columns,
            GAP * u,
        );
        let atlas = self.p.session.whole().atlas();
        let languages = &visit.settings().languages;
        for (i, (tag, place)) in languages.iter().zip(places).enumerate() {
            let own = atlas.kiosk.touch.exact(tag);
            let touch = match own {
                Some(words) => words.to_owned(),
                None if *tag == self.p.text.language() => self.p.text.kiosk_touch(atlas),
                None => String::new(),
            };
            let name = language_name(tag).unwrap_or(tag).to_owned();
            let words = if touch.is_empty() { name } else { touch };
            let key = Key::words(place, &words)
                .on(i == visit.language())
                .size(1.15);
            if self.key(&key) {
                self.does(VisitAction::Begin(i));
            }
        }
        if self.kiosk.fingers.has_left {
            self.does(VisitAction::Begin(visit.language()));
        }
    }

    fn attract_blocks(&self, rect: Rect) -> Vec<Block> {
        let atlas = self.p.session.whole().atlas();
        let (text, language) = (self.p.text, self.p.text.language());
        let title = atlas.manifest.title.text(language);
        let size = self.size_of_line(Face::Display, title, 2.6 * self.s.text, rect.width());
        let question = text.kiosk_question(atlas);
        let mut all = vec![
            Block {
                face: Face::Display,
                size,
                after: 0.1,
                ..self.block(title)
            },
            Block {
                face: Face::SerifSemiBold,
                size: 1.3 * self.s.text,
                after: 0.9,
                ..self.block(question)
            },
        ];
        let step = self.step_blocks();
        if step.is_empty() {
            all.push(self.block(text.kiosk_subject(atlas)));
        }
        let title = Self::height_of(&all, rect.width());
        let below = Rect::from_min_max(pos2(rect.left(), rect.top() + title), rect.max);
        all.extend(Self::fitted(below, step));
        // What does not fit is left out from the end, because nobody is there to turn a page.
        while all.len() > 2 && Self::height_of(&all, rect.width()) > rect.height() {
            all.pop();
        }
        all
    }

    /// The question, the scenes and the map of every day.
    pub(super) fn question(&mut self, rect: Rect) {
        let (u, margin, theme) = (self.s.u, MARGIN * self.s.u, self.p.theme);
        let atlas = self.p.session.whole().atlas();
        let text = self.p.text;
        let is_upright = rect.height() > rect.width();
        let inner = rect.shrink2(vec2(1.5 * margin, 1.2 * margin));
        let question = text.kiosk_question(atlas);
        let visit = self.visit();
        let room = inner.width() - self.simple_words(inner);
        let size = self.size_of_line(Face::Display, &question, 3.3 * self.s.text, room);
        let any_seen = (0..visit.settings().scenes.len()).any(|i| visit.has_seen(i));
        let below = if any_seen {
            text.kiosk_after_scene(atlas)
        } else {
            text.kiosk_subject(atlas)
        };
        let head = [
            Block {
                face: Face::Display,
                size,
                after: 0.12,
                ..self.block(question)
            },
            Block {
                size: 1.12 * self.s.text,
                color: theme.ink2,
                after: 0.7,
                ..self.block(below)
            },
        ];
        let mut used = self.head(inner, &head, "question");
        if visit.has(VisitChoice::LowReach) {
            used = used.max(0.36 * rect.height());
        }
        let choices = self.scene_choices();
        let columns = match (is_upright, choices.len()) {
            (false, count) if count > 4 => 3,
            (false, count) if count > 3 => 2,
            (false, count) => count,
            (true, count) if count > 3 => 2,
            (true, _) => 1,
        };
        let rows = choices.len().div_ceil(columns.max(1));
        let body = Rect::from_min_max(pos2(inner.left(), inner.top() + used), inner.max);
        let places = cells(body, columns, rows, 1.5 * GAP * u);
        // Where one of the choices has no room for what it is about, all have only their titles.
        let high = |(choice, place): (&Choice, &Rect), blocks: usize| {
            let words = self.choice_words(choice);
            Self::height_of(&words[..blocks], place.width() - 2.0 * CHOICE_PAD * u)
        };
        let fits = |(choice, place): (&Choice, &Rect)| {
            let picture = LEAST_PICTURE * place.height();
            high((choice, place), 2) + CHOICE_PAD * 1.6 * u + picture <= place.height()
        };
        let blocks = if choices.iter().zip(&places).all(fits) {
            2
        } else {
            1
        };
        // All pictures of a row are as high as that above the longest words.
        let words = choices.iter().zip(&places);
        let words: Vec<f32> = words.map(|each| high(each, blocks)).collect();
        let rows = words.chunks(columns.max(1));
        let longest: Vec<f32> = rows
            .map(|row| row.iter().copied().fold(0.0, f32::max))
            .collect();
        let pad = CHOICE_PAD * u;
        let is_strip = |(place, words): (&Rect, &f32)| {
            place.width() > STRIP * (place.height() - words - 1.4 * pad).max(1.0)
        };
        let rows_of = places.chunks(columns.max(1)).zip(&longest);
        let has_strips = rows_of
            .filter_map(|(row, words)| Some((row.first()?, words)))
            .any(is_strip);
        let fits_beside = |part: &f32| {
            choices.iter().zip(&places).all(|(choice, place)| {
                let wide = (1.0 - part) * place.width() - 2.0 * pad;
                let high = Self::height_of(&self.choice_words(choice), wide);
                high + 1.2 * pad <= place.height()
            })
        };
        let beside = BESIDE.into_iter().find(fits_beside);
        let beside = beside.filter(|_| has_strips);
        for (i, (choice, place)) in choices.into_iter().zip(places).enumerate() {
            if let Some(part) = beside {
                self.choice(place, choice, Picture::Beside(part), 2);
            } else {
                let above = Picture::Above(longest[i / columns.max(1)]);
                self.choice(place, choice, above, blocks);
            }
        }
    }

    /// What a choice is called, and what it is about.
    fn choice_words(&self, choice: &Choice) -> [Block; 2] {
        [
            Block {
                face: Face::SerifSemiBold,
                size: 1.2 * self.s.text,
                after: 0.2,
                ..self.block(choice.title.clone())
            },
            self.small(choice.about.clone()),
        ]
    }

    /// The choice of simple words beside the question, where every hand reaches it. Returns the width
    /// that it takes.
    fn simple_words(&mut self, rect: Rect) -> f32 {
        let visit = self.visit();
        if !visit.settings().has_plain || visit.has(VisitChoice::LowReach) {
            return 0.0;
        }
        let words = self.words("kiosk-plain");
        let wide = Face::Regular.width(&words, self.s.text) + 110.0 * self.s.u;
        let wide = wide.min(0.4 * rect.width());
        let min = pos2(rect.right() - wide, rect.top());
        let place = Rect::from_min_size(min, vec2(wide, self.s.target));
        let on = visit.has(VisitChoice::Plain);
        let mut key = Key::words(place, &words).on(on);
        if on {
            key = key.badge(Badge::Sign(Sign::Check));
        }
        if self.key(&key) {
            self.does(VisitAction::Choose(VisitChoice::Plain));
        }
        wide + GAP * self.s.u
    }

    fn scene_choices(&mut self) -> Vec<Choice> {
        let visit = self.visit();
        let language = self.p.text.language();
        let scenes = visit.settings().scenes.iter().enumerate();
        let mut all: Vec<Choice> = scenes
            .filter(|(_, tour)| !tour.steps.is_empty())
            .map(|(i, tour)| Choice {
                title: tour.title.text(language).to_owned(),
                about: tour.about.text(language).to_owned(),
                step: self.picture_of(tour),
                is_seen: visit.has_seen(i),
                action: VisitAction::OpenScene(i),
            })
            .collect();
        if visit.settings().has_map {
            all.push(Choice {
                title: self.words("kiosk-free-map"),
                about: self.words("kiosk-free-map-about"),
                step: Some(self.p.session.present_step()),
                is_seen: false,
                action: VisitAction::OpenMap,
            });
        }
        all
    }

    /// Draws a choice with some of the blocks of its words.
    fn choice(&mut self, rect: Rect, choice: Choice, place: Picture, blocks: usize) {
        let (u, theme) = (self.s.u, self.p.theme);
        let name = format!("{}. {}", choice.title, choice.about);
        let (response, pressed) = self.pressed(rect, &name, choice.is_seen);
        let held = self.is_live && self.kiosk.fingers.holds(rect);
        let pad = CHOICE_PAD * u;
        let both = self.choice_words(&choice);
        let (picture, words) = match place {
            Picture::Above(words_high) => {
                let edge = (rect.bottom() - words_high - 1.4 * pad).max(rect.top() + 2.0);
                (
                    Rect::from_min_max(rect.min, pos2(rect.right(), edge)),
                    pos2(rect.left() + pad, edge + 0.6 * pad),
                )
            }
            Picture::Beside(part) => {
                let edge = rect.left() + part * rect.width();
                (
                    Rect::from_min_max(rect.min, pos2(edge, rect.bottom())),
                    pos2(edge + pad, rect.top() + 0.6 * pad),
                )
            }
        };
        let ground = if held { theme.rule } else { theme.card };
        self.ui.painter().rect_filled(rect, 14.0 * u, color(ground));
        if let Some(step) = &choice.step {
            self.tile(picture, step, TileKind::Scene);
        }
        let words = Rect::from_min_max(words, rect.max - vec2(pad, 0.0));
        self.column_without_name(words, &both[..blocks]);
        if choice.is_seen {
            let side = self.s.target;
            let at =
                Rect::from_min_size(rect.min, vec2(side, side)).translate(vec2(pad, pad) * 0.5);
            self.ui
                .painter()
                .circle_filled(at.center(), side * 0.4, color(theme.ink));
            draw_sign(self.ui, at, Sign::Check, theme.page);
        }
        let line = if response.has_focus() {
            Stroke::new(6.0 * u, color(theme.ink))
        } else {
            Stroke::new(2.0 * u, color(theme.ink3))
        };
        let inside = egui::StrokeKind::Inside;
        self.ui.painter().rect_stroke(rect, 4.0 * u, line, inside);
        if pressed {
            self.does(choice.action);
        }
    }

    /// The screen of a scene or of the map of every day.
    pub(super) fn map_screen(&mut self, whole: Rect, layout: &Layout) {
        let mut layout = *layout;
        let is_tight = layout.story.height() < CARD_LINES * self.s.text;
        let has_chips = !(self.visit().card().is_some() && is_tight && layout.keys.is_none());
        if !has_chips {
            layout.story.max.y = layout.chips.max.y;
        }
        let layout = &layout;
        let picks = self
            .visit()
            .card()
            .is_some_and(|card| card.target().is_none());
        // Where the list of what was touched lies over the map, the map does not answer.
        let covered = picks && layout.keys.is_some();
        if !covered {
            self.map(layout.map);
        }
        self.low_keys = layout.keys;
        self.story(layout);
        self.low_keys = None;
        if self.p.session.lecture().is_some() {
            self.steps(layout.band, layout.is_upright);
        } else {
            if has_chips {
                self.chips(layout);
            }
            self.days(layout.band, layout.is_upright);
        }
        let line = Stroke::new(2.0 * self.s.u, color(self.p.theme.rule));
        let painter = self.ui.painter();
        if layout.is_upright {
            painter.hline(whole.x_range(), layout.map.bottom(), line);
        } else if layout.map.right() < whole.right() - 1.0 {
            painter.vline(layout.map.right(), layout.map.y_range(), line);
        }
    }

    /// The seconds until the kiosk begins again, and the button that stops the countdown.
    pub(super) fn countdown(&mut self, whole: Rect, left_s: f64) {
        let (u, theme, text) = (self.s.u, self.p.theme, self.s.text);
        let veil = color(theme.page).gamma_multiply(0.82);
        self.ui.painter().rect_filled(whole, 0.0, veil);
        let size = vec2(
            (0.86 * whole.width()).min(1100.0 * u),
            10.5 * text + self.s.target,
        );
        let rect = Rect::from_center_size(whole.center(), size.min(whole.size()));
        let line = Stroke::new(4.0 * u, color(theme.ink));
        let inside = egui::StrokeKind::Inside;
        self.ui
            .painter()
            .rect(rect, 18.0 * u, color(theme.card), line, inside);
        let seconds = format!("{:.0}", left_s.ceil());
        let question = self.words("kiosk-still-here");
        let font = Face::SerifSemiBold;
        let asked = self.size_of_line(font, &question, 1.7 * text, rect.width() - 60.0 * u);
        let at = pos2(rect.center().x, rect.top() + 2.0 * text);
        self.write(at, Align2::CENTER_CENTER, &question, font, asked, theme.ink);
        let at = pos2(rect.center().x, rect.top() + 4.6 * text);
        self.write(
            at,
            Align2::CENTER_CENTER,
            &seconds,
            Face::Display,
            3.2 * text,
            theme.ink,
        );
        let words = self.p.text.with("returning", &[("seconds", &seconds)]);
        let at = pos2(rect.center().x, rect.top() + 7.2 * text);
        self.write(
            at,
            Align2::CENTER_CENTER,
            &words,
            Face::Regular,
            text,
            theme.ink2,
        );
        let min = pos2(
            rect.left() + 30.0 * u,
            rect.bottom() - 1.3 * self.s.target - 24.0 * u,
        );
        let button = Rect::from_min_max(min, rect.max - vec2(30.0, 24.0) * u);
        let stay = self.words("kiosk-stay");
        let was_live = std::mem::replace(&mut self.is_live, true);
        if self.key(&Key::words(button, &stay).on(true)) {
            self.does(VisitAction::Touch);
        }
        self.is_live = was_live;
    }
}
