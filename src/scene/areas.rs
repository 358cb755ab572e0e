//! Where the name of an area stands: along the area or horizontally in it, with room for a pill below.
//! The placement depends on the size and shape of the area but not on the date, so that no name of
//! an area moves when the date changes.

use super::Same;
use super::builder::{PillPart, SceneBuilder, TextStyle};
use super::label_cache::{LabelKey, LabelPlacement};
use super::list::{Layer, LegendRank, LegendSign, Shape, TextRun};
use super::typeface::Face;
use crate::geometry::{MapArea, MapPoint, OrientedBox, ScreenPoint, ScreenRect};
use crate::numeric::clamped;

/// Width and height reserved below a name for a pill of two letters and an arrow, in design units.
/// They are reserved even without a pill, so that names do not move.
pub(super) const PILL_ROOM: (f32, f32) = (74.0, 30.0);
/// Width reserved for a pill of one letter and a sample, in design units, where space is short.
const PILL_ALONE: f32 = 52.0;
/// Ratio of length to width from which a name may run along its district.
const LONG_ENOUGH: f64 = 1.45;
/// Least inclination of a district, in radians (9°), at which its name runs along it.
const LEAST_INCLINED: f64 = 0.16;
/// Greatest inclination of a district, in radians (34°), at which its name runs along it.
const MOST_INCLINED: f64 = 0.6;
/// Space between letters, in ems.
const TRACKING: f32 = 0.035;
/// Greatest space between the letters of a name that runs along a district, in ems.
const WIDEST_TRACKING: f32 = 0.22;
/// Factors on the font size that are tried in turn before a name may cross its district's outline.
const SIZES: [f32; 3] = [1.0, 0.9, 0.8];
/// How many letters of a second name are its sample in a legend.
const OWN_LETTERS: usize = 3;
/// Least font size of a second name, in design units.
const LEAST_SIZE: f32 = 15.0;
/// Distance of a name from the outline of its area, in design units, where there is room: the width
/// of a ribbon.
const RIBBON_ROOM: f32 = 14.0;
/// Least distance between a name and the edge of the map, in design units.
const EDGE: f32 = 8.0;
/// Least distance between two names, in design units.
const AIR: f32 = 3.0;

/// An area's name, and its name in the language of the lens where that differs, with their style.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) id: &'a str,
    pub(super) words: &'a str,
    pub(super) own: Option<&'a str>,
    pub(super) style: TextStyle,
    /// Width and height reserved for a pill below, in design units.
    pub(super) pill: (f32, f32),
}

impl Name<'_> {
    fn sized(self, share: f32) -> Self {
        Self {
            style: TextStyle {
                size: self.style.size * share,
                ..self.style
            },
            ..self
        }
    }

    pub(super) fn own_style(&self) -> TextStyle {
        TextStyle {
            face: Face::SerifItalic,
            size: (self.style.size * 0.68).max(LEAST_SIZE),
            ..self.style
        }
    }

    /// Heights of the two lines, in design units.
    fn lines(&self) -> (f32, f32) {
        (
            self.style.size * 1.2,
            self.own.map_or(0.0, |_| self.own_style().size * 1.2),
        )
    }
}

/// Position of a name: the middle of its first line, its angle in radians, and its tracking in
/// points.
#[derive(Clone, Copy)]
struct LabelPose {
    middle: ScreenPoint,
    angle: f32,
    tracking: f32,
}

impl LabelPose {
    const fn placement(&self, variant: usize) -> LabelPlacement {
        LabelPlacement {
            variant,
            middle: self.middle,
            angle: self.angle,
            tracking: self.tracking,
        }
    }

    /// The point at a distance along the line from its middle, and at a distance below it, in
    /// points.
    fn at(&self, along: f32, down: f32) -> ScreenPoint {
        let (sin, cos) = self.angle.sin_cos();
        self.middle
            .plus(along * cos - down * sin, along * sin + down * cos)
    }
}

/// The beginning of a second name, as its sample in a legend.
pub(super) fn own_sample(own: &str) -> String {
    own.chars().take(OWN_LETTERS).collect()
}

impl SceneBuilder<'_> {
    /// Everything that the placement of labels depends on.
    pub(super) fn label_key(&self) -> LabelKey {
        LabelKey {
            geometry: Same::new(self.context.session.geometry()),
            view: self.context.session.viewport(),
            unit: self.u,
            language: self.context.text.language().to_owned(),
            own_language: self.own_language(),
            taken: self.occupancy.taken().to_vec(),
        }
    }

    /// The variants of a name in the order in which they are tried, with whether the pill must fit
    /// inside too: by decreasing size, first with the pill, then the names alone. The second name
    /// is dropped before the first may cross its district's outline.
    fn variants<'n>(name: &Name<'n>) -> impl Iterator<Item = (Name<'n>, bool)> + use<'n> {
        let (name, alone) = (*name, Name { own: None, ..*name });
        let both = std::iter::once(name)
            .filter(|n| n.own.is_some())
            .chain([alone]);
        both.flat_map(|n| {
            [true, false]
                .into_iter()
                .flat_map(move |whole| SIZES.map(|share| (n.sized(share), whole)))
        })
    }

    /// The variant that may cross the outline a little, but overlap nothing else, where no other
    /// fits inside.
    fn last_variant<'n>(name: &Name<'n>) -> Name<'n> {
        Name { own: None, ..*name }.sized(SIZES[SIZES.len() - 1])
    }

    /// Placement of a name inside its area: along it where that is long and inclined, else
    /// horizontal. `None` where no variant of the name fits.
    pub(super) fn place_inside(
        &self,
        area: &MapArea,
        name: &Name<'_>,
        level: bool,
    ) -> Option<LabelPlacement> {
        let variants: Vec<(usize, (Name<'_>, bool))> = Self::variants(name).enumerate().collect();
        // The space of a ribbon is left free on every day, where there is room in some size.
        let tried = variants.chunks(SIZES.len()).flat_map(|sizes| {
            [RIBBON_ROOM, 0.0].into_iter().flat_map(move |room| {
                let each = sizes.iter();
                each.map(move |(i, (n, whole))| (*i, *n, *whole, room))
            })
        });
        let mut placed = tried.filter_map(|(variant, n, whole, room)| {
            let along = if level {
                None
            } else {
                self.along(area, &n, whole, room)
            };
            let pose = along.or_else(|| self.level(area, &n, whole, room))?;
            Some(pose.placement(variant))
        });
        placed.next()
    }

    /// Placement of a name that may cross the outline of its area. `None` where there is no space.
    pub(super) fn place_over(&self, area: &MapArea, name: &Name<'_>) -> Option<LabelPlacement> {
        let n = Self::last_variant(name);
        let (w, h) = self.block(&Name {
            pill: (n.pill.0.min(PILL_ALONE), n.pill.1),
            ..n
        });
        let rect = [0.7, 0.5].into_iter().find_map(|share| {
            self.candidate(area, (w, h), share)
                .filter(|r| self.is_on_sheet(r))
        })?;
        let pose = self.level_at(&n, rect.centre(), h);
        Some(pose.placement(usize::MAX))
    }

    /// Placement of a name in its full size, without a pill, inside its area.
    pub(super) fn place_quietly(&self, area: &MapArea, name: &Name<'_>) -> Option<LabelPlacement> {
        Some(self.level(area, name, false, RIBBON_ROOM)?.placement(0))
    }

    /// The variant and pose of a name at its placement.
    fn placed<'n>(name: &Name<'n>, place: &LabelPlacement) -> (Name<'n>, LabelPose) {
        let variant = Self::variants(name)
            .nth(place.variant)
            .map_or_else(|| Self::last_variant(name), |(n, _)| n);
        let pose = LabelPose {
            middle: place.middle,
            angle: place.angle,
            tracking: place.tracking,
        };
        (variant, pose)
    }

    /// The rectangles that a name at its placement and the space for its pill occupy.
    pub(super) fn boxes_of(&self, name: &Name<'_>, place: &LabelPlacement) -> Vec<ScreenRect> {
        let (variant, pose) = Self::placed(name, place);
        self.pieces(&variant, &pose)
    }

    /// Draws a name at its placement; without a placement, only the pill, in the area.
    pub(super) fn area_name(
        &mut self,
        area: &MapArea,
        name: Name<'_>,
        place: Option<LabelPlacement>,
        parts: &[PillPart],
    ) {
        if let Some(place) = place {
            let (variant, pose) = Self::placed(&name, &place);
            self.set_name(&variant, &pose, parts);
        } else if !parts.is_empty() {
            let size = self.pill_size(parts);
            if let Some(rect) = self.candidate(area, size, 0.5) {
                self.pill(name.id, rect.centre(), parts);
                self.occupancy.take(rect);
                self.name_boxes.insert(name.id.to_owned(), rect);
            }
        }
    }

    /// Width of the wider line, in points.
    fn wide(&self, n: &Name<'_>, tracking: f32) -> f32 {
        let first = self.width(n.words, n.style) + tracking * n.words.chars().count() as f32;
        first.max(n.own.map_or(0.0, |own| self.width(own, n.own_style())))
    }

    /// Width and height of the name, the second name and the pill together, in points.
    fn block(&self, n: &Name<'_>) -> (f32, f32) {
        let (first, second) = n.lines();
        let wide = self.wide(n, TRACKING * n.style.size * self.u);
        (
            wide.max(n.pill.0 * self.u),
            (first + second + n.pill.1) * self.u,
        )
    }

    fn level_at(&self, n: &Name<'_>, centre: ScreenPoint, high: f32) -> LabelPose {
        let middle = centre.plus(0.0, n.lines().0 * self.u / 2.0 - high / 2.0);
        LabelPose {
            middle,
            angle: 0.0,
            tracking: TRACKING * n.style.size * self.u,
        }
    }

    /// Horizontal placement in the largest free part of an area. With `whole` the pill must lie
    /// inside the area too, otherwise only the names; `room` is kept free inside the outline.
    fn level(&self, area: &MapArea, n: &Name<'_>, whole: bool, room: f32) -> Option<LabelPose> {
        let (w, h) = self.block(n);
        let (first, second) = n.lines();
        let names = (
            self.wide(n, TRACKING * n.style.size * self.u),
            (first + second) * self.u,
        );
        let room = 2.0 * room * self.u;
        let wider = |(w, h): (f32, f32)| (w + room, h + room);
        // Of thousands of small areas most are smaller than their names, which needs no trying.
        let (min, max) = area.bounds;
        let scale = self.context.session.viewport().scale;
        let extent = ((max.x - min.x) * scale, (max.y - min.y) * scale);
        let least = wider(if whole { (w, h) } else { names });
        if f64::from(least.0) > extent.0 || f64::from(least.1) > extent.1 {
            return None;
        }
        let blocks = area
            .candidates
            .iter()
            .map(|s| ScreenRect::around(self.at(s.at), w, h));
        let mut free = blocks.filter(|r| self.is_for_a_name(r));
        let top = |r: &ScreenRect| ScreenPoint::new(r.centre().x, r.min.y + names.1 / 2.0);
        let rect = free.find(|r| {
            if whole {
                self.is_inside(area, r.centre(), wider((w, h)), 0.0)
            } else {
                self.is_inside(area, top(r), wider(names), 0.0)
            }
        })?;
        Some(self.level_at(n, rect.centre(), h))
    }

    /// Placement along the district, near its middle, with letters spread over much of its length.
    fn along(&self, area: &MapArea, n: &Name<'_>, whole: bool, room: f32) -> Option<LabelPose> {
        let axes = area.axes;
        if axes.long_km < axes.wide_km * LONG_ENOUGH
            || !(LEAST_INCLINED..=MOST_INCLINED).contains(&axes.angle.abs())
        {
            return None;
        }
        let (u, scale) = (self.u, self.context.session.viewport().scale);
        let (size, angle) = (n.style.size * u, axes.angle as f32);
        let apart = ((axes.long_km * scale) as f32 * 0.45 - self.width(n.words, n.style))
            / n.words.chars().count().max(1) as f32;
        let tracking = clamped(apart, TRACKING * size, WIDEST_TRACKING * size);
        let (first, second) = n.lines();
        let names = (self.wide(n, tracking), (first + second) * u);
        let (sin, cos) = axes.angle.sin_cos();
        let mut tried: Vec<(f64, f64)> = (-4..=4)
            .flat_map(|i| {
                (-4..=4).map(move |j| {
                    (
                        f64::from(i) * 0.06 * axes.long_km,
                        f64::from(j) * 0.08 * axes.wide_km,
                    )
                })
            })
            .collect();
        tried.sort_by(|a, b| a.0.hypot(a.1).total_cmp(&b.0.hypot(b.1)));
        let mut poses = tried.into_iter().map(|(x, y)| {
            let middle = MapPoint {
                x: axes.middle.x + x * cos - y * sin,
                y: axes.middle.y + x * sin + y * cos,
            };
            // The middle of both lines and the pill is centered on the candidate point.
            let whole = LabelPose {
                middle: self.at(middle),
                angle,
                tracking,
            };
            LabelPose {
                middle: whole.at(0.0, -(second + n.pill.1) * u / 2.0),
                ..whole
            }
        });
        let room = 2.0 * room * u;
        let pill = (n.pill.0 * u + room, n.pill.1 * u + room);
        let names = (names.0 + room, names.1 + room);
        poses.find(|s| {
            self.is_inside(area, s.at(0.0, second * u / 2.0), names, angle)
                && (!whole || self.is_inside(area, self.pill_middle(n, s), pill, 0.0))
                && self.pieces(n, s).iter().all(|r| self.is_for_a_name(r))
        })
    }

    /// Center of the pill, which is horizontal. It is lower where an inclined name reaches down to
    /// it.
    fn pill_middle(&self, n: &Name<'_>, s: &LabelPose) -> ScreenPoint {
        let (first, second) = n.lines();
        let down = first / 2.0 + second + n.pill.1 / 2.0;
        s.at(0.0, self.u * (down + s.angle.sin().abs() * n.pill.0 * 0.4))
    }

    /// The rectangles that a name and its pill occupy. An inclined name is covered by several
    /// horizontal ones.
    fn pieces(&self, n: &Name<'_>, s: &LabelPose) -> Vec<ScreenRect> {
        let u = self.u;
        let (first, second) = n.lines();
        let (wide, high) = (self.wide(n, s.tracking), (first + second) * u);
        let count = if s.angle == 0.0 {
            1
        } else {
            (wide / (n.style.size * u)).ceil().max(2.0) as usize
        };
        let step = wide / count as f32;
        let piece = |i: usize| {
            ScreenRect::around(
                s.at((i as f32 + 0.5) * step - wide / 2.0, second * u / 2.0),
                step,
                high,
            )
        };
        let pill = ScreenRect::around(self.pill_middle(n, s), n.pill.0 * u, n.pill.1 * u);
        (0..count)
            .map(piece)
            .chain((n.pill.0 > 0.0).then_some(pill))
            .collect()
    }

    /// Whether a rectangle around a point of the screen lies inside an area and on no lake.
    pub(super) fn is_inside(
        &self,
        area: &MapArea,
        middle: ScreenPoint,
        (w, h): (f32, f32),
        angle: f32,
    ) -> bool {
        let view = self.context.session.viewport();
        let half = |long: f32| f64::from(long) / 2.0 / view.scale;
        let middle = view.map_from_screen(middle);
        let b = OrientedBox {
            middle,
            half_long_km: half(w),
            half_high_km: half(h),
            angle: f64::from(angle),
        };
        area.holds_box(&b)
            && !self
                .context
                .geometry()
                .lakes
                .iter()
                .any(|l| l.touches_box(&b))
    }

    /// Whether a rectangle, enlarged by the least distance between names, is free and away from the
    /// map's edge.
    pub(super) fn is_for_a_name(&self, rect: &ScreenRect) -> bool {
        self.is_on_sheet(rect) && self.occupancy.is_free(&rect.expand(AIR * self.u))
    }

    /// Explains the second line of a name, which is in the language of the lens.
    pub(super) fn explain_own_name(&mut self, own: Option<&str>) {
        let context = self.context;
        let atlas = context.atlas();
        let (Some(own), Some(party)) = (own, context.session.lens().viewer(atlas)) else {
            return;
        };
        let party = atlas.name(party.as_str(), context.text.language());
        let words = context.text.with("legend-own-name", &[("party", party)]);
        let sign = LegendSign::OwnName(own_sample(own));
        self.explain(LegendRank::OwnName, sign, words);
    }

    fn is_on_sheet(&self, rect: &ScreenRect) -> bool {
        self.occupancy
            .frame()
            .expand(-EDGE * self.u)
            .holds_rect(rect)
    }

    fn set_name(&mut self, n: &Name<'_>, s: &LabelPose, parts: &[PillPart]) {
        let u = self.u;
        self.explain_own_name(n.own);
        let (first, second) = n.lines();
        let own = n
            .own
            .map(|own| (own, n.own_style(), 0.0, f32::midpoint(first, second) - 1.5));
        for (words, style, tracking, down) in
            [(n.words, n.style, s.tracking, 0.0)].into_iter().chain(own)
        {
            // No space follows the last letter.
            let long =
                self.width(words, style) + tracking * (words.chars().count().max(1) - 1) as f32;
            let size = style.size * u;
            let run = TextRun {
                at: s.at(-long / 2.0, down * u + size * super::builder::BASELINE),
                text: words.to_owned(),
                face: style.face,
                size,
                tracking,
                color: style.color,
                halo: style.halo.map(|c| (c.alpha(0.92), 2.0 * u)),
                angle: s.angle,
            };
            self.add(Layer::Label, Some(n.id), Shape::Text(run));
        }
        // Without a pill, the space below the name is free for other signs.
        let pill = self.pill_middle(n, s);
        let drawn = if parts.is_empty() {
            self.pieces(
                &Name {
                    pill: (0.0, 0.0),
                    ..*n
                },
                s,
            )
        } else {
            self.pieces(n, s)
        };
        for piece in &drawn {
            self.occupancy.take(*piece);
            if !piece.holds(pill) {
                self.hit(*piece, n.id);
            }
        }
        if let Some(whole) = drawn.into_iter().reduce(|a, b| a.union(&b)) {
            self.name_boxes.insert(n.id.to_owned(), whole);
        }
        if !parts.is_empty() {
            self.pill(n.id, pill, parts);
        }
    }
}
