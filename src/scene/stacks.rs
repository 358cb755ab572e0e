//! Reports of a place: the signs stand close to it, one below the other, on its side of any frontier.
//! Several have a bracket. Where nothing fits, a letter stands at the place and the reports follow in a
//! list.

use super::builder::{SceneBuilder, TextStyle};
use super::frontiers::Frontiers;
use super::list::{Layer, Shape, Stroke};
use super::report_entry::{ReportBlock, ReportEntry};
use super::report_words::{EntryForm, Wording};
use super::typeface::Face;
use super::unit_sign::FRAME;
use crate::geometry::{ScreenPoint, ScreenRect};

/// Maximum distance from a place to a sign, in design units: twice the width of a sign.
pub(super) const SIGN_REACH: f32 = 2.0 * FRAME.0;
/// Maximum length of a leader, in design units.
const LEADER: f32 = 28.0;
/// Maximum length of a leader where no shorter one finds room, in design units.
const LONG_LEADER: f32 = 66.0;
/// Distance from a place at which its leader begins, in design units: outside its ring.
const LEADER_START: f32 = 11.0;
/// Length from which a leader is drawn, in design units.
const LEADER_DRAWN: f32 = 5.0;
/// Width of the bracket that joins several entries, in design units.
const BRACKET: f32 = 7.0;
/// Radius of the letter that stands for reports told in a list, in design units.
pub(super) const KEY_RADIUS: f32 = 10.0;
/// Number of forms in which reports are stacked together before they are parted.
const LARGE: usize = 5;
/// The forms of a stack, tried in turn.
const FORMS: [EntryForm; 9] = [
    form(1.0, Wording::Full, 240.0),
    form(1.0, Wording::Full, 190.0),
    form(1.0, Wording::Full, 130.0),
    form(0.76, Wording::Full, 190.0),
    form(0.76, Wording::Full, 130.0),
    form(0.76, Wording::Brief, 240.0),
    form(0.76, Wording::Brief, 130.0),
    form(0.6, Wording::Brief, 110.0),
    form(0.6, Wording::Name, 100.0),
];

const fn form(scale: f32, wording: Wording, width: f32) -> EntryForm {
    EntryForm {
        scale,
        wording,
        width,
    }
}

/// The forms of signs whose words stand in a list, tried in turn.
const KEYED_FORMS: [EntryForm; 3] = [
    form(0.76, Wording::Keyed, 0.0),
    form(0.6, Wording::Keyed, 0.0),
    form(0.5, Wording::Keyed, 0.0),
];

/// The reports of one place.
pub(super) struct Stack<'a> {
    pub(super) place: String,
    pub(super) at: ScreenPoint,
    pub(super) entries: Vec<ReportEntry<'a>>,
}

/// The rectangles of a stack: its signs, its entries, and the part next to its place.
struct Outline {
    frames: Vec<ScreenRect>,
    pieces: Vec<ScreenRect>,
    column: ScreenRect,
}

impl Outline {
    /// The outline of a block whose corner is the origin.
    fn of(block: &ReportBlock<'_>, words_left: bool, u: f32) -> Self {
        let rect = ScreenRect::sized(ScreenPoint::default(), block.size.0, block.size.1);
        Self {
            frames: block.frames(&rect, words_left),
            pieces: block.pieces(&rect, words_left),
            column: column(block, &rect, words_left, u),
        }
    }

    fn moved_to(&self, corner: ScreenPoint) -> Self {
        let moved = |r: &ScreenRect| ScreenRect {
            min: r.min.plus(corner.x, corner.y),
            max: r.max.plus(corner.x, corner.y),
        };
        Self {
            frames: self.frames.iter().map(moved).collect(),
            pieces: self.pieces.iter().map(moved).collect(),
            column: moved(&self.column),
        }
    }

    fn top(&self) -> f32 {
        let tops = self.pieces.iter().map(|p| p.min.y);
        tops.fold(f32::INFINITY, f32::min)
    }

    fn foot(&self) -> f32 {
        let feet = self.pieces.iter().map(|p| p.max.y);
        feet.fold(f32::NEG_INFINITY, f32::max)
    }
}

/// What a stack is placed around: its place, the frontiers near it, and the maximum length of its
/// leader in points; without a leader, `None`.
struct Surroundings {
    at: ScreenPoint,
    near: Frontiers,
    leader: Option<f32>,
}

/// A rectangle for a block, and whether its words are left of its signs.
type Spot = (ScreenRect, bool);

impl SceneBuilder<'_> {
    /// Draws the reports of a place beside it: all in one stack, otherwise signs and words apart,
    /// otherwise each by itself. Returns those that found no room.
    pub(super) fn stack<'a>(
        &mut self,
        stack: &Stack<'a>,
        frontiers: &Frontiers,
    ) -> Vec<ReportEntry<'a>> {
        let mut around = Surroundings {
            at: stack.at,
            near: frontiers.near(stack.at, 2.0 * SIGN_REACH * self.u),
            leader: Some(LEADER * self.u),
        };
        if self.stacked(&stack.entries, &FORMS[..LARGE], &around) {
            return Vec::new();
        }
        let parts = [true, false].map(|signed| {
            let entries = stack.entries.iter().copied();
            entries
                .filter(|e| e.has_sign() == signed)
                .collect::<Vec<_>>()
        });
        let mut left: Vec<ReportEntry<'a>> = Vec::new();
        for part in parts {
            if part.is_empty() || self.stacked(&part, &FORMS, &around) {
                continue;
            }
            for entry in part {
                if !self.stacked(&[entry], &FORMS, &around) {
                    left.push(entry);
                }
            }
        }
        around.leader = Some(LONG_LEADER * self.u);
        if !left.is_empty() && self.stacked(&left, &FORMS, &around) {
            return Vec::new();
        }
        left.retain(|entry| !self.stacked(&[*entry], &FORMS, &around));
        left
    }

    /// Draws reports in the first form that finds room beside their place. Returns whether any did.
    fn stacked(
        &mut self,
        entries: &[ReportEntry<'_>],
        forms: &[EntryForm],
        around: &Surroundings,
    ) -> bool {
        let tried = |form: &EntryForm| {
            let block = self.report_block(entries, *form, None);
            let spot = self.stack_spot(&block, around)?;
            Some((block, spot))
        };
        // Most stacks that find no room in their smallest form find none in a larger one either.
        let (last, larger) = (forms.last(), forms.split_last().map_or(&[][..], |(_, l)| l));
        let found = last
            .and_then(tried)
            .and_then(|smallest| larger.iter().find_map(tried).or(Some(smallest)));
        let Some((block, (rect, words_left))) = found else {
            return false;
        };
        self.leader(around.at, &block, (&rect, words_left));
        self.draw_block(&block, &rect, words_left);
        true
    }

    /// The best rectangle for a stack near its place; `None` where there is none.
    fn stack_spot(&self, block: &ReportBlock<'_>, around: &Surroundings) -> Option<Spot> {
        let outlines = [false, true].map(|left| Outline::of(block, left, self.u));
        let mut best: Option<(f32, Spot)> = None;
        for (rect, left) in self.stack_candidates(around, block.size) {
            let outline = outlines[usize::from(left)].moved_to(rect.min);
            let cost = self.stack_cost(&outline, around);
            if let Some(cost) = cost.filter(|c| best.as_ref().is_none_or(|(least, _)| c < least)) {
                best = Some((cost, (rect, left)));
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// How unfavorable a position of a stack is; `None` where it breaks a rule.
    fn stack_cost(&self, stack: &Outline, around: &Surroundings) -> Option<f32> {
        let (u, at, near) = (self.u, around.at, &around.near);
        let column = &stack.column;
        let end = column.nearest(at);
        let long = at.distance(end);
        let start = at.toward(end, (LEADER_START * u / long.max(0.1)).min(1.0));
        let mut frames = stack.frames.iter();
        let within = frames.all(|f| f.nearest(at).distance(at) <= SIGN_REACH * u);
        let leader = long - LEADER_START * u;
        if !within || around.leader.is_some_and(|longest| leader > longest) {
            return None;
        }
        let is_free = |piece: &ScreenRect| self.occupancy.is_free(&piece.expand(2.0 * u));
        if !stack.pieces.iter().all(is_free) || !is_free(&column.expand(-2.0 * u)) {
            return None;
        }
        let same_side = stack.frames.iter().all(|f| near.is_on_the_side_of(at, f));
        if !same_side || near.is_crossed(at, end) {
            return None;
        }
        if around.leader.is_none() {
            return Some(long).filter(|long| *long <= FRAME.0 * u);
        }
        if !self.occupancy.is_clear_from(at, end) {
            return None;
        }
        // A leader to a sign must not run over the words beside it.
        let passes = |part: u8| start.toward(end, f32::from(part) / 10.0);
        let over_words =
            |p: ScreenPoint| !column.holds(p) && stack.pieces.iter().any(|piece| piece.holds(p));
        if (0..10).map(passes).any(over_words) {
            return None;
        }
        let across = stack.pieces.iter().any(|p| !near.is_on_the_side_of(at, p));
        let middle = f32::midpoint(stack.top(), stack.foot());
        let off = (middle - at.y).abs() * 0.25;
        Some(start.distance(end) + off + if across { 40.0 * u } else { 0.0 })
    }

    /// Rectangles of a size around a place: beside it, then above and below it.
    fn stack_candidates(&self, around: &Surroundings, (w, h): (f32, f32)) -> Vec<Spot> {
        let (u, at) = (self.u, around.at);
        let gaps = [14.0, 19.0, 24.0, 30.0, 37.0, 46.0, 56.0, 68.0].map(|gap| gap * u);
        let longest = around.leader.unwrap_or(LONG_LEADER * u) + LEADER_START * u;
        let gaps: Vec<f32> = gaps.into_iter().filter(|gap| *gap <= longest).collect();
        let mut found = Vec::new();
        for left in [false, true] {
            for gap in gaps.iter().copied() {
                let x = if left { at.x - gap - w } else { at.x + gap };
                for share in [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95] {
                    let corner = ScreenPoint::new(x, at.y - share * h);
                    found.push((ScreenRect::sized(corner, w, h), left));
                }
                for y in [
                    at.y + 4.0 * u,
                    at.y + 12.0 * u,
                    at.y - 4.0 * u - h,
                    at.y - 12.0 * u - h,
                ] {
                    found.push((ScreenRect::sized(ScreenPoint::new(x, y), w, h), left));
                }
            }
            for gap in gaps.iter().copied() {
                for shift in [0.5, 0.1, 0.9, -0.4, 1.3, -0.9] {
                    let edge = shift * FRAME.0 * u;
                    let x = if left { at.x + edge - w } else { at.x - edge };
                    for y in [at.y + gap, at.y - gap - h] {
                        found.push((ScreenRect::sized(ScreenPoint::new(x, y), w, h), left));
                    }
                }
            }
        }
        found
    }

    /// The leader from a place to its stack, and the bracket of several signs.
    fn leader(
        &mut self,
        at: ScreenPoint,
        block: &ReportBlock<'_>,
        (rect, left): (&ScreenRect, bool),
    ) {
        let (u, theme) = (self.u, self.context.theme);
        let frames = block.frames(rect, left);
        let column = column(block, rect, left, u);
        let id = block.units().next();
        let end = column.nearest(at);
        let start = at.toward(end, (LEADER_START * u / at.distance(end).max(0.1)).min(1.0));
        let mut lines = Vec::new();
        if start.distance(end) > LEADER_DRAWN * u {
            lines.push(vec![start, end]);
            self.take_line(start, end);
        }
        if let [first, .., last] = frames.as_slice() {
            let x = if left { column.max.x } else { column.min.x };
            let (top, foot) = (first.centre().y, last.centre().y);
            let tick = if left {
                x - BRACKET * u
            } else {
                x + BRACKET * u
            };
            let corner = ScreenPoint::new;
            lines.push(vec![
                corner(tick, top),
                corner(x, top),
                corner(x, foot),
                corner(tick, foot),
            ]);
            self.occupancy.take(ScreenRect {
                min: corner(x.min(tick), top),
                max: corner(x.max(tick), foot),
            });
        }
        let strokes = [
            Stroke::solid(theme.land, 4.4 * u),
            Stroke::solid(theme.ink2, 1.6 * u),
        ];
        for stroke in strokes {
            for line in &lines {
                self.path(Layer::Trail, id, line.clone(), stroke);
            }
        }
    }

    /// The signs of reports that a list tells, close to their place, with a letter that refers to the
    /// list; the letter alone where the signs find no room.
    pub(super) fn keyed_place(
        &mut self,
        (at, key): (ScreenPoint, char),
        entries: &[ReportEntry<'_>],
        frontiers: &Frontiers,
    ) {
        let u = self.u;
        let across = 2.0 * (KEY_RADIUS + 1.0) * u;
        let signed = entries.iter().copied().filter(ReportEntry::has_sign);
        let signed: Vec<ReportEntry<'_>> = signed.collect();
        let mut around = Surroundings {
            at,
            near: frontiers.near(at, 2.0 * SIGN_REACH * u),
            leader: None,
        };
        // Signs close to their place need no leader where none finds a way.
        let signs = [Some(LONG_LEADER * u), None]
            .into_iter()
            .find_map(|leader| {
                around.leader = leader;
                KEYED_FORMS.iter().find_map(|form| {
                    let block = self.report_block(&signed, *form, None);
                    let (rect, words_left) = self.stack_spot(&block, &around)?;
                    Some((block, rect, words_left))
                })
            });
        let beside: Vec<ScreenRect> = match signs.filter(|_| !signed.is_empty()) {
            Some((block, rect, words_left)) => {
                if around.leader.is_some() {
                    self.leader(at, &block, (&rect, words_left));
                }
                self.draw_block(&block, &rect, words_left);
                let frames = block.frames(&rect, words_left);
                frames
                    .into_iter()
                    .flat_map(|f| around_frame(f, across))
                    .collect()
            }
            None => {
                let rings = [22.0_f32, 28.0, 36.0, 46.0, 58.0, 72.0].into_iter();
                let spots = rings.flat_map(|reach| {
                    (0..16).map(move |i| {
                        let (y, x) = (std::f32::consts::TAU * i as f32 / 16.0).sin_cos();
                        at.plus(x * reach * u, y * reach * u)
                    })
                });
                spots
                    .map(|p| ScreenRect::around(p, across, across))
                    .collect()
            }
        };
        let same_side = beside.into_iter();
        let same_side: Vec<ScreenRect> = same_side
            .filter(|r| around.near.is_on_the_side_of(at, r))
            .collect();
        if let Some(rect) = self.occupancy.best(&same_side) {
            self.key_disc(rect.centre(), key);
            self.occupancy.take(rect);
        }
    }

    /// A letter in a disc of ink, which joins a place and its entry in a list.
    pub(super) fn key_disc(&mut self, at: ScreenPoint, key: char) {
        let (u, theme) = (self.u, self.context.theme);
        let shape = Shape::Circle {
            at,
            radius: KEY_RADIUS * u,
            fill: Some(theme.ink),
            stroke: Some(Stroke::solid(theme.card, 1.6 * u)),
        };
        self.add(Layer::Unit, None, shape);
        let style = TextStyle {
            face: Face::SemiBold,
            size: 15.0,
            color: theme.card,
            halo: None,
        };
        self.text_centred(Layer::Unit, None, at, &key.to_string(), style);
    }
}

/// The part of a block next to its place: the column of signs with the bracket, or the nearer end
/// of the words where no entry has a sign.
fn column(block: &ReportBlock<'_>, rect: &ScreenRect, words_left: bool, u: f32) -> ScreenRect {
    let frames = block.frames(rect, words_left);
    let joined = frames.iter().copied().reduce(|a, b| a.union(&b));
    let Some(mut column) = joined else {
        return block
            .pieces(rect, words_left)
            .into_iter()
            .reduce(|a, b| a.union(&b))
            .unwrap_or(*rect);
    };
    if frames.len() > 1 {
        if words_left {
            column.max.x += BRACKET * u;
        } else {
            column.min.x -= BRACKET * u;
        }
    }
    column
}

/// Squares of a side that touch a frame from its right, left, top and foot.
fn around_frame(frame: ScreenRect, side: f32) -> [ScreenRect; 4] {
    let (middle, half) = (frame.centre(), side / 2.0);
    [
        ScreenPoint::new(frame.max.x + half, middle.y),
        ScreenPoint::new(frame.min.x - half, middle.y),
        ScreenPoint::new(middle.x, frame.min.y - half),
        ScreenPoint::new(middle.x, frame.max.y + half),
    ]
    .map(|at| ScreenRect::around(at, side, side))
}
