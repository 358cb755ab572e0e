//! Names of districts, each with its stance as letters below it. Their placement depends on the
//! size and shape of the district but not on the date, so that no name moves when the date changes.

use super::Same;
use super::builder::{PillPart, SceneBuilder, TextStyle};
use super::label_cache::{LabelKey, LabelPlacement, LabelPlacements};
use super::list::{Layer, Shape, TextRun};
use super::typeface::Face;
use crate::geometry::{MapArea, MapPoint, OrientedBox, ScreenPoint, ScreenRect};
use crate::model::District;
use crate::numeric::clamped;

/// Width and height reserved below a name for a pill of two letters and an arrow, in design units.
/// They are reserved even without a pill, so that names do not move.
const PILL_ROOM: (f32, f32) = (68.0, 28.0);
/// Width reserved for a pill of one letter and a sample, in design units, where space is short.
const PILL_ALONE: f32 = 48.0;
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
/// Least distance between a name and the edge of the map, in design units.
const EDGE: f32 = 8.0;
/// Least distance between two names, in design units.
const AIR: f32 = 3.0;

/// A district's name, and its name in the language of the lens where that differs, with their
/// style.
#[derive(Clone, Copy)]
struct Name<'a> {
    id: &'a str,
    words: &'a str,
    own: Option<&'a str>,
    style: TextStyle,
    /// Width and height reserved for a pill below, in design units.
    pill: (f32, f32),
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

    fn own_style(&self) -> TextStyle {
        TextStyle {
            face: Face::SerifItalic,
            size: self.style.size * 0.68,
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
    /// The point at a distance along the line from its middle, and at a distance below it, in
    /// points.
    fn at(&self, along: f32, down: f32) -> ScreenPoint {
        let (sin, cos) = self.angle.sin_cos();
        self.middle
            .plus(along * cos - down * sin, along * sin + down * cos)
    }
}

impl SceneBuilder<'_> {
    /// Names of districts, each with its pill below.
    pub(super) fn district_names(&mut self) {
        let context = self.context;
        let atlas = context.atlas();
        let leaves = atlas
            .districts
            .iter()
            .filter(|d| atlas.parts_of(&d.id).next().is_none());
        let mut ranked: Vec<_> = leaves.collect();
        ranked.sort_by_key(|d| d.context);
        let key = self.label_key();
        let known = self
            .labels
            .as_deref_mut()
            .and_then(|labels| labels.districts.get(&key));
        let mut places = LabelPlacements::new();
        for district in ranked {
            let Some(area) = context
                .geometry()
                .districts
                .get(district.id.as_str())
                .filter(|a| self.is_seen(a))
            else {
                continue;
            };
            let state = context.situation.district(district.id.as_str());
            let parts = state.map(|s| self.pill_parts(s)).unwrap_or_default();
            let own = self
                .own_language()
                .and_then(|l| district.names.exact(&l).map(ToOwned::to_owned));
            let name = district.names.text(context.text.language());
            let own = own.filter(|own| own != name && !district.context);
            let pill = if district.context {
                (0.0, 0.0)
            } else {
                PILL_ROOM
            };
            let name = Name {
                id: district.id.as_str(),
                words: name,
                own: own.as_deref(),
                style: self.class_of(district),
                pill,
            };
            let place = match known.as_ref().and_then(|k| k.get(places.len())) {
                Some(place) => *place,
                None => self.place_of(area, &name, district.context),
            };
            places.push(place);
            self.district_name(area, name, place, &parts);
        }
        if let Some(labels) = self.labels.as_deref_mut().filter(|_| known.is_none()) {
            labels.districts.keep(key, places);
        }
    }

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

    /// Style of a district's name: that of a uezd, of a part of one, or of a district shown only
    /// for context.
    fn class_of(&self, district: &District) -> TextStyle {
        let theme = self.context.theme;
        let halo = Some(theme.land);
        match (district.context, district.parent.is_some()) {
            (true, _) => TextStyle {
                face: Face::SerifItalic,
                size: 17.0,
                color: theme.ink3,
                halo,
            },
            (_, true) => TextStyle {
                face: Face::SerifSemiBold,
                size: 22.0,
                color: theme.ink,
                halo,
            },
            (_, false) => TextStyle {
                face: Face::SerifSemiBold,
                size: 26.0,
                color: theme.ink,
                halo,
            },
        }
    }

    /// The language of the party whose lens is chosen; `None` where it is the reader's.
    fn own_language(&self) -> Option<String> {
        let atlas = self.context.atlas();
        let party = self.context.session.lens().viewer(atlas);
        let language = party.and_then(|p| atlas.party(p.as_str())?.language.clone());
        language.filter(|l| l != self.context.text.language())
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

    /// Placement of a name: along the district where that is long and inclined, else horizontal.
    /// `None` where none fits.
    fn place_of(&self, area: &MapArea, name: &Name<'_>, context: bool) -> Option<LabelPlacement> {
        let inside = Self::variants(name)
            .enumerate()
            .find_map(|(variant, (n, whole))| {
                let along = if context {
                    None
                } else {
                    self.along(area, &n, whole)
                };
                Some((variant, along.or_else(|| self.level(area, &n, whole))?))
            });
        let over = || {
            let n = Self::last_variant(name);
            let (w, h) = self.block(&Name {
                pill: (n.pill.0.min(PILL_ALONE), n.pill.1),
                ..n
            });
            let rect = [0.7, 0.5].into_iter().find_map(|share| {
                self.candidate(area, (w, h), share)
                    .filter(|r| self.is_on_sheet(r))
            })?;
            Some((usize::MAX, self.level_at(&n, rect.centre(), h)))
        };
        let (variant, pose) = inside.or_else(over)?;
        Some(LabelPlacement {
            variant,
            middle: pose.middle,
            angle: pose.angle,
            tracking: pose.tracking,
        })
    }

    /// Draws a name at its placement; without a placement, only the pill.
    fn district_name(
        &mut self,
        area: &MapArea,
        name: Name<'_>,
        place: Option<LabelPlacement>,
        parts: &[PillPart],
    ) {
        if let Some(place) = place {
            let variant = Self::variants(&name)
                .nth(place.variant)
                .map_or_else(|| Self::last_variant(&name), |(n, _)| n);
            let pose = LabelPose {
                middle: place.middle,
                angle: place.angle,
                tracking: place.tracking,
            };
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
    /// inside the area too, otherwise only the names.
    fn level(&self, area: &MapArea, n: &Name<'_>, whole: bool) -> Option<LabelPose> {
        let (w, h) = self.block(n);
        let (first, second) = n.lines();
        let names = (
            self.wide(n, TRACKING * n.style.size * self.u),
            (first + second) * self.u,
        );
        let blocks = area
            .candidates
            .iter()
            .map(|s| ScreenRect::around(self.at(s.at), w, h));
        let mut free = blocks.filter(|r| self.is_for_a_name(r));
        let top = |r: &ScreenRect| ScreenPoint::new(r.centre().x, r.min.y + names.1 / 2.0);
        let rect = free.find(|r| {
            if whole {
                self.is_inside(area, r.centre(), (w, h), 0.0)
            } else {
                self.is_inside(area, top(r), names, 0.0)
            }
        })?;
        Some(self.level_at(n, rect.centre(), h))
    }

    /// Placement along the district, near its middle, with letters spread over much of its length.
    fn along(&self, area: &MapArea, n: &Name<'_>, whole: bool) -> Option<LabelPose> {
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
        let pill = (n.pill.0 * u, n.pill.1 * u);
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
    fn is_inside(
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
    fn is_for_a_name(&self, rect: &ScreenRect) -> bool {
        self.is_on_sheet(rect) && self.occupancy.is_free(&rect.expand(AIR * self.u))
    }

    fn is_on_sheet(&self, rect: &ScreenRect) -> bool {
        self.occupancy
            .frame()
            .expand(-EDGE * self.u)
            .holds_rect(rect)
    }

    fn set_name(&mut self, n: &Name<'_>, s: &LabelPose, parts: &[PillPart]) {
        let u = self.u;
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
        let pill = self.pill_middle(n, s);
        for piece in self.pieces(n, s) {
            self.occupancy.take(piece);
            if !piece.holds(pill) {
                self.hit(piece, n.id);
            }
        }
        let pieces = self.pieces(n, s);
        if let Some(whole) = pieces.into_iter().reduce(|a, b| a.union(&b)) {
            self.name_boxes.insert(n.id.to_owned(), whole);
        }
        if !parts.is_empty() {
            self.pill(n.id, pill, parts);
        }
    }
}
