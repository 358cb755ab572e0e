//! The texts of a plate's page: title, finding, and the day's messages. What changed, the legend
//! and the foot are in the files beside this one. It writes paragraph after paragraph into columns,
//! on the display list of the page.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::builder::{BASELINE, SceneBuilder, TextStyle};
use super::callout::Callout;
use super::list::{Layer, Shape, Stroke, TextRun};
use super::page_legend::below;
use super::sheet::{Arrangement, Column, Sheet};
use super::typeface::Face;
use super::{Color, Scene};
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::text::Finding;
use crate::timeline::{FillKind, Lens};

/// Distance, in design units, by which the large date may exceed its column toward the map.
const DATE_BEYOND: f32 = 20.0;
/// Width of the program's name beside the title of the atlas, in design units.
const BESIDE_TITLE: f32 = 84.0;
/// Sizes of the headline that are tried until it fits in [`HEADLINE_LINES`] lines.
const HEADLINE_SIZES: [f32; 5] = [36.0, 33.0, 30.0, 27.0, 24.0];
const HEADLINE_LINES: usize = 3;
/// Height of a line of text, in its font size.
const LINE: f32 = 1.3;
/// Height of the heading above the day's messages, in design units.
const MESSAGES_HEADING: f32 = 39.0;
/// Height of a message of which only the ends are told, in design units.
const BRIEF_MESSAGE: f32 = 25.0;
/// Height of a message with what it says and where it is read, in design units.
const WHOLE_MESSAGE: f32 = 112.0;
/// Maximum number of messages for which that height is kept below the legend.
const KEPT_MESSAGES: usize = 4;

/// Height that is kept for what changed below an explanation of the lens, in design units.
const CHANGE_ROOM: f32 = 130.0;

/// Writes the texts of one plate.
pub(super) struct PlatePage<'a> {
    pub(super) s: SceneBuilder<'a>,
    pub(super) k: f32,
    /// Top of the next paragraph in the column, in points.
    pub(super) y: f32,
    pub(super) left: f32,
    pub(super) width: f32,
    /// What is on record for the day through the lens; `None` where nothing is, or over a range.
    finding: Option<Finding>,
    /// Ids of the messages that have an arc on the map, and with it their number.
    on_map: BTreeSet<String>,
}

impl<'a> PlatePage<'a> {
    pub(super) fn new(s: SceneBuilder<'a>, sheet: &Sheet) -> Self {
        let context = s.context;
        let session = context.session;
        let of_one_day = context.situation.since.is_none();
        let finding = of_one_day.then(|| {
            let timeline = session.timeline();
            context
                .text
                .finding(timeline, context.situation, session.lens())
        });
        let mut page = Self {
            s,
            k: sheet.k,
            y: 0.0,
            left: 0.0,
            width: 0.0,
            finding: finding.flatten(),
            on_map: BTreeSet::new(),
        };
        if let Some(first) = sheet.columns.first() {
            page.enter(first);
        }
        page
    }

    /// A page without a finding of its day, whose writer places its columns.
    pub(super) fn on(s: SceneBuilder<'a>, k: f32) -> Self {
        Self {
            s,
            k,
            y: 0.0,
            left: 0.0,
            width: 0.0,
            finding: None,
            on_map: BTreeSet::new(),
        }
    }

    /// The callout at the place of the finding.
    pub(super) fn callout(&self) -> Option<Callout> {
        let (finding, context) = (self.finding.as_ref()?, self.s.context);
        let record = context.atlas().record(finding.record.as_str())?;
        let date = context.text.day_in(finding.day, context.atlas());
        let key = if finding.taken {
            "callout-taken"
        } else {
            "callout-reported"
        };
        Some(Callout {
            area: finding.areas.first()?.clone(),
            words: context.text.with(key, &[("date", &date)]),
            cite: context.text.pages(&record.head().cites, context.atlas()),
        })
    }
}

impl PlatePage<'_> {
    pub(super) fn style(face: Face, size: f32, color: Color) -> TextStyle {
        TextStyle {
            face,
            size,
            color,
            halo: None,
        }
    }

    /// Goes to the top of a column.
    fn enter(&mut self, column: &Column) {
        (self.left, self.width, self.y) = (column.left, column.width, column.top);
    }

    /// Writes everything around the map but its frame and the foot.
    pub(super) fn write(&mut self, sheet: &Sheet, scene: &Scene) {
        let legend = scene.legend.as_slice();
        let arcs = scene.items.iter().filter(|i| i.layer == Layer::Arc);
        self.on_map = arcs.filter_map(|i| i.subject.clone()).collect();
        let columns = sheet.columns.as_slice();
        let bottom = |i: usize| columns.get(i).map_or(0.0, |c: &Column| c.bottom);
        match sheet.arrangement {
            Arrangement::Sketch => {
                self.title(true);
                self.finding_block(false);
                self.space(10.0);
                self.brief_legend(legend, bottom(0));
            }
            Arrangement::Wide => {
                self.title(false);
                let legend = &legend[..below(legend)];
                let rest = self.height_of(|page| page.legend_block(legend, bottom(0)));
                let room = bottom(0) - rest - self.message_room();
                let least = room - CHANGE_ROOM * self.k;
                if !self.fits(least, |page| page.finding_block(true)) {
                    self.finding_block(false);
                }
                // What changed is worth more than the words of a message.
                if !self.changes_block(room) {
                    self.changes_block(room + (WHOLE_MESSAGE - BRIEF_MESSAGE) * self.k);
                }
                self.legend_block(legend, bottom(0));
                self.messages_block(bottom(0));
                self.locator(bottom(0));
            }
            Arrangement::Panorama => {
                self.title(false);
                self.finding_block(true);
                self.changes_block(bottom(0));
                self.next_column(columns, 1);
                self.legend_block(legend, bottom(1));
                self.next_column(columns, 2);
                self.messages_block(bottom(2));
                self.locator(bottom(2));
            }
            Arrangement::Upright => {
                self.upright_head();
                self.next_column(columns, 1);
                self.changes_block(bottom(1) - self.message_room());
                self.messages_block(bottom(1));
                self.locator(bottom(1));
                self.next_column(columns, 2);
                self.legend_block(legend, bottom(2));
            }
        }
    }

    fn next_column(&mut self, columns: &[Column], i: usize) {
        if let Some(column) = columns.get(i) {
            self.enter(column);
        }
    }

    /// Title and finding side by side, over the map of an upright sheet.
    fn upright_head(&mut self) {
        let (left, width, top) = (self.left, self.width, self.y);
        self.width = width * 0.42;
        self.title(false);
        self.left = left + width * 0.42 + 40.0 * self.k;
        self.width = width - (self.left - left);
        self.y = top;
        self.finding_block(true);
        (self.left, self.width) = (left, width);
    }

    /// The height that a block would take, in points.
    pub(super) fn height_of(&mut self, block: impl FnOnce(&mut Self)) -> f32 {
        let (items, y) = (self.s.items.len(), self.y);
        block(self);
        let height = self.y - y;
        self.s.items.truncate(items);
        self.y = y;
        height
    }

    /// Writes a block if it ends above `bottom`; returns whether it does.
    pub(super) fn fits(&mut self, bottom: f32, block: impl FnOnce(&mut Self)) -> bool {
        let (items, y) = (self.s.items.len(), self.y);
        block(self);
        if self.y <= bottom {
            return true;
        }
        self.s.items.truncate(items);
        self.y = y;
        false
    }

    pub(super) fn space(&mut self, units: f32) {
        self.y += units * self.k;
    }

    pub(super) fn rule(&mut self, color: Color, width: f32) {
        let (from, to) = (
            ScreenPoint::new(self.left, self.y),
            ScreenPoint::new(self.left + self.width, self.y),
        );
        let stroke = Stroke::solid(color, width * self.k);
        self.s.path(Layer::Furniture, None, vec![from, to], stroke);
    }

    /// Adds a paragraph to the column, indented by `indent` design units, with all its lines.
    pub(super) fn words(&mut self, text: &str, style: TextStyle, indent: f32) {
        self.paragraph(text, style, indent, LINE);
    }

    /// Adds a paragraph whose lines are `line` font sizes high.
    pub(super) fn paragraph(&mut self, text: &str, style: TextStyle, indent: f32, line: f32) {
        let width = self.width - indent * self.k;
        let half = style.size * line / 2.0 * self.k;
        for words in style.face.wrap(text, style.size * self.k, width) {
            self.y += half;
            let at = ScreenPoint::new(self.left + indent * self.k, self.y);
            // A word that is wider than the paragraph has smaller letters.
            self.s
                .text_within(Layer::Furniture, at, &words, style, width);
            self.y += half;
        }
    }

    pub(super) fn right(&mut self, text: &str, style: TextStyle) {
        let width = self.s.width(text, style);
        let at = ScreenPoint::new(self.left + self.width - width, self.y);
        self.s.text(Layer::Furniture, None, at, text, style);
    }

    /// Name of the program and atlas, date, weekday and old-style date.
    fn title(&mut self, small: bool) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme, session) = (context.text, context.theme, context.session);
        let (ink, ink2) = (theme.ink, theme.ink2);
        self.space(1.0);
        self.rule(ink, 2.2);
        self.space(19.0);
        self.spaced(
            &text.get("plate-name"),
            Self::style(Face::SemiBold, 13.0, ink),
        );
        let title = context.atlas().manifest.title.text(text.language());
        let room = self.width / k - BESIDE_TITLE;
        let (title, size) = Face::Regular.shortened(title, 14.0, room);
        self.right(&title, Self::style(Face::Regular, size, ink2));
        let largest = if small { 58.0 } else { 68.0 };
        self.space(0.78 * largest);
        let day = text.day_month(session.day());
        let room = self.width / k + DATE_BEYOND;
        let size = Face::Display.fitted(&day, largest, room);
        let date = Self::style(Face::Display, size, ink);
        let at = ScreenPoint::new(self.left - 3.0 * k, self.y);
        self.s.text(Layer::Furniture, None, at, &day, date);
        self.space(0.78 * largest);
        let weekday = Self::style(Face::Regular, 17.0, ink);
        let at = ScreenPoint::new(self.left, self.y);
        let words = text.weekday_year(session.day());
        self.s.text(Layer::Furniture, None, at, &words, weekday);
        let fits = self.width > 360.0 * k;
        if let Some(old) = text
            .old_style(session.day(), context.atlas())
            .filter(|_| fits)
        {
            self.right(&old, Self::style(Face::Regular, 14.0, ink2));
        }
        self.space(20.0);
    }

    /// A line of letters with wide spaces.
    fn spaced(&mut self, text: &str, style: TextStyle) {
        let size = style.size * self.k;
        let run = TextRun {
            at: ScreenPoint::new(self.left, self.y + size * BASELINE),
            text: text.to_owned(),
            face: style.face,
            size,
            tracking: 0.14 * size,
            color: style.color,
            halo: None,
            angle: 0.0,
        };
        self.s.add(Layer::Furniture, None, Shape::Text(run));
    }

    /// The lens above the finding of the day, and what the map's colors mean.
    fn finding_block(&mut self, explained: bool) {
        let context = self.s.context;
        let (text, theme, atlas) = (context.text, context.theme, context.atlas());
        let lens = context.session.lens();
        let kicker = text.lens_title(lens, atlas);
        self.rule(theme.rule, 1.2);
        self.space(9.0);
        let of_one_day = context.situation.since.is_none();
        if of_one_day {
            let small = Self::style(Face::SemiBold, 15.0, theme.ink2);
            self.words(&kicker, small, 0.0);
            self.space(2.0);
        }
        let headline = match &self.finding {
            Some(finding) => finding.sentence.clone(),
            None if of_one_day => text.no_finding(context.session.day(), lens, atlas),
            None => kicker,
        };
        self.headline(&headline);
        self.space(4.0);
        let plain = Self::style(Face::Regular, 14.0, theme.ink2);
        if self.finding.is_none() && of_one_day {
            self.last_before(context.session.day(), plain);
        }
        if !explained {
            return;
        }
        let mut about = text.lens_about(lens, atlas);
        let of_eyes = matches!(lens, Lens::Party(_) | Lens::Voice(_));
        let mut fills = context.situation.districts().map(|d| d.fill(lens).kind);
        if of_eyes && fills.all(|kind| kind == FillKind::Unknown) {
            about = text.get("headline-lens-empty");
        }
        self.words(&about, plain, 0.0);
    }

    /// The headline, smaller where it is long.
    fn headline(&mut self, words: &str) {
        let face = Face::DisplayMedium;
        let lines = |size: f32| face.wrap(words, size * self.k, self.width).len();
        let fitting = HEADLINE_SIZES.into_iter();
        let size = fitting.clone().find(|size| lines(*size) <= HEADLINE_LINES);
        let size = size.or(fitting.last()).unwrap_or_default();
        let ink = self.s.context.theme.ink;
        self.words(words, Self::style(face, size, ink), 0.0);
    }

    /// The last finding before a day without one.
    fn last_before(&mut self, day: NaiveDate, style: TextStyle) {
        let context = self.s.context;
        let session = context.session;
        let last = context
            .text
            .finding_before(session.timeline(), day, session.lens());
        if let Some(last) = last {
            let date = context.text.day_in(last.day, context.atlas());
            let values = [("date", date.as_str()), ("sentence", &last.sentence)];
            let words = context.text.with("headline-last", &values);
            self.words(&words, style, 0.0);
            self.space(3.0);
        }
    }

    /// The messages of the day, with the numbers that they have on the map, as far as they fit above
    /// `bottom`; the number of the others is told.
    fn messages_block(&mut self, bottom: f32) {
        let context = self.s.context;
        let (text, theme) = (context.text, context.theme);
        let sent = context.sent_today();
        let key = if sent.is_empty() {
            "nothing-sent"
        } else {
            "what-was-sent"
        };
        let heading = Self::style(Face::SemiBold, 14.0, theme.ink);
        let shown = self.fits(bottom, |page| {
            page.space(12.0);
            page.rule(theme.ink, 1.2);
            page.space(8.0);
            page.words(&text.get(key), heading, 0.0);
        });
        if !shown {
            return;
        }
        let several = sent.len() > 1;
        for (i, index) in sent.iter().enumerate() {
            let id = context.atlas().messages[*index].head.id.as_str();
            let number = (several && self.on_map.contains(id)).then_some(i + 1);
            let after = sent.len() - i - 1;
            let kept = after.min(KEPT_MESSAGES) as f32 * BRIEF_MESSAGE * self.k;
            let least = bottom - if after > 0 { 20.0 * self.k } else { 0.0 };
            if self.fits(bottom - kept, |page| page.message(*index, number, true))
                || self.fits(least, |page| page.message(*index, number, false))
            {
                continue;
            }
            let left = (after + 1).to_string();
            let words = text.with("and-more-messages", &[("count", &left)]);
            let style = Self::style(Face::Italic, 13.0, theme.ink2);
            self.fits(bottom, |page| page.words(&words, style, 0.0));
            return;
        }
    }

    /// The height that is kept for the day's messages, in points: the first one whole.
    fn message_room(&self) -> f32 {
        let count = self.s.context.sent_today().len().min(KEPT_MESSAGES);
        let first = if count > 0 { WHOLE_MESSAGE } else { 0.0 };
        let further = BRIEF_MESSAGE * count.saturating_sub(1) as f32;
        (MESSAGES_HEADING + first + further) * self.k
    }

    /// One message: the mark of its kind, its number and its ends; with `whole` also what it says and
    /// where it is read.
    fn message(&mut self, index: usize, number: Option<usize>, whole: bool) {
        let (k, context) = (self.k, self.s.context);
        let (text, atlas, theme) = (context.text, context.atlas(), context.theme);
        let message = &atlas.messages[index];
        self.space(6.0);
        let party = message
            .from
            .iter()
            .filter_map(|from| atlas.person(from.person.as_ref()?.as_str()))
            .find_map(|person| person.party.clone());
        let color = party.map_or(theme.ink3, |p| self.s.colors_of(&p).mid);
        let middle = self.y + 9.0 * k;
        let mark = ScreenPoint::new(self.left + 13.0 * k, middle);
        self.s.kind_mark(
            ScreenRect::around(mark, 26.0 * k, 18.0 * k),
            message.kind,
            color,
        );
        let mut indent = 34.0;
        if let Some(number) = number {
            let at = ScreenPoint::new(self.left + 42.0 * k, middle);
            let stroke = Some(Stroke::solid(theme.ink, 1.3 * k));
            let circle = Shape::Circle {
                at,
                radius: 9.0 * k,
                fill: Some(theme.card),
                stroke,
            };
            self.s.add(Layer::Furniture, None, circle);
            let style = Self::style(Face::SemiBold, 13.0, theme.ink);
            self.s
                .text_centred(Layer::Furniture, None, at, &number.to_string(), style);
            indent = 58.0;
        }
        let ends = text.capitalized(&text.message_ends(message, atlas));
        self.words(&ends, Self::style(Face::SemiBold, 14.0, theme.ink), indent);
        if !whole {
            return;
        }
        let gist = message.gist.text(text.language());
        self.words(gist, Self::style(Face::Regular, 14.0, theme.ink), indent);
        let cites = text.cites(&message.head.cites, atlas);
        self.words(&cites, Self::style(Face::Italic, 13.0, theme.ink2), indent);
    }

    /// The neatline, the outline of the map, and the degrees between them.
    pub(super) fn frame(&mut self, neat: ScreenRect, map: ScreenRect) {
        let ink = self.s.context.theme.ink;
        for (rect, width) in [(neat, 2.2), (map, 1.0)] {
            let shape = Shape::Path {
                points: rect.corners().to_vec(),
                closed: true,
                fill: None,
                stroke: Some(Stroke::solid(ink, width * self.k)),
            };
            self.s.add(Layer::Furniture, None, shape);
        }
        self.graticule(map);
    }
}
