//! Names of states, regions, ranges and valleys, each along a line of the base map. They do not
//! depend on anything but the day on which they are set, and keep clear of what was placed before.

use std::sync::Arc;

use super::Same;
use super::builder::SceneBuilder;
use super::curve::{Curve, Letter, Setting, spline};
use super::label_cache::{CurvePlacement, LabelCache};
use super::line_grid::LineGrid;
use super::list::{Layer, Shape, TextRun};
use super::occupancy::YieldingRank;
use super::theme::Color;
use super::typeface::Face;
use crate::geometry::ScreenPoint;
use crate::model::{BaseFeature, BaseKind, DistrictId};
use crate::numeric::clamped;

/// Distance between samples of a smoothed line, in design units.
const STEP: f32 = 4.0;
/// Least distance between a letter and the edge of the map, in design units.
const EDGE: f32 = 12.0;
/// Least distance between a letter and other names, in design units.
const AIR: f32 = 5.0;
/// Greatest turn between two neighboring letters, in radians (20°).
const MOST_TURNED: f32 = 0.35;
/// Greatest angle of a letter from upright, in radians (66°), at which it is still read easily.
const STEEPEST: f32 = 1.15;
/// Part of the visible line that a name fills where its letters may be spread that far.
const FILLED: f32 = 0.72;
/// Factors on the font size that are tried in turn.
const SIZES: [f32; 4] = [1.0, 0.86, 0.74, 0.62];
/// Least font size of names in italics, in design units.
const LEAST_SIZE: f32 = 14.0;
/// Least font size of names in large letters, in design units.
const LEAST_LARGE: f32 = 19.0;
/// Greatest cost of the lines on which a name may lie: about half of its letters on a railway.
const MOST_CROSSED: f32 = 9.0;
/// Distances to the right of the line at which a name is tried, in font sizes.
const BESIDE: [f32; 7] = [0.0, 0.6, -0.6, 1.2, -1.2, 2.0, -2.0];
/// Parts of the free length by which a name is moved from the middle of its line.
const MOVED: [f32; 7] = [0.0, -0.25, 0.25, -0.5, 0.5, -0.9, 0.9];

/// Typeface of the names of regions that are set in large letters.
pub(super) const REGION_FACE: Face = Face::DisplayMedium;

/// Typeface, size and spacing of a class of names.
#[derive(Debug, Clone, Copy)]
struct NameClass {
    face: Face,
    /// Font size, in design units.
    size: f32,
    /// Least font size, in design units.
    least: f32,
    /// Least and greatest space between letters, in ems.
    tracking: (f32, f32),
    color: Color,
    /// The color of the ground, for the outline around the letters.
    halo: Color,
}

/// Which kinds of names are set in one pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamePass {
    /// States, which lie outside the districts.
    States,
    /// Regions.
    Regions,
    /// Ranges and valleys.
    Ground,
}

impl NamePass {
    const fn holds(self, kind: BaseKind) -> bool {
        match self {
            Self::States => matches!(kind, BaseKind::State),
            Self::Regions => matches!(kind, BaseKind::Region),
            Self::Ground => matches!(kind, BaseKind::Range | BaseKind::Valley),
        }
    }
}

impl SceneBuilder<'_> {
    /// Where the lines of the map run in this view.
    pub(super) fn grid_of_lines(&mut self) -> Arc<LineGrid> {
        let context = self.context;
        let (view, u) = (context.session.viewport(), self.u);
        let geometry = Same::new(context.session.geometry());
        let kept = self.labels.as_deref().and_then(|l| l.line_grid.as_ref());
        if let Some((_, _, _, grid)) =
            kept.filter(|(g, v, unit, _)| *g == geometry && *v == view && *unit == u)
        {
            return Arc::clone(grid);
        }
        let grid = Arc::new(LineGrid::new(&context));
        if let Some(labels) = self.labels.as_deref_mut() {
            labels.line_grid = Some((geometry, view, u, Arc::clone(&grid)));
        }
        grid
    }

    /// Names of one pass, the most important first. A name that the map has already, as that of a
    /// district or group, is left out.
    pub(super) fn curved_names(&mut self, pass: NamePass) {
        let context = self.context;
        let features = context.atlas().base.features.iter();
        let mut features: Vec<&BaseFeature> = features.filter(|f| pass.holds(f.kind)).collect();
        features.sort_by_key(|f| f.rank);
        let key = self.label_key();
        let layouts = |labels: &'_ mut LabelCache| labels.curves[pass as usize].get(&key);
        let known = self.labels.as_deref_mut().and_then(layouts);
        let mut placements = Vec::new();
        for feature in features {
            let placed = match known.as_ref().and_then(|k| k.get(placements.len())) {
                Some(placed) => placed.clone(),
                None => self.curve_of(feature, &|letter, size| self.is_over(feature, letter, size)),
            };
            let is_set = feature.is_set_on(context.situation.day) && !self.is_on_the_map(feature);
            if let Some(placed) = placed.as_ref().filter(|_| is_set) {
                self.set_curved(feature, placed);
            }
            placements.push(placed);
        }
        if let Some(labels) = self.labels.as_deref_mut().filter(|_| known.is_none()) {
            labels.curves[pass as usize].keep(key, placements);
        }
    }

    /// Whether a letter lies inside the area that its text names, where that has an outline.
    fn is_over(&self, feature: &BaseFeature, letter: &Letter, size: f32) -> bool {
        let area = feature.area.as_ref();
        let area = area.and_then(|area| self.context.geometry().area_of(area.as_str()));
        let rect = letter.bounds(size);
        area.is_none_or(|area| {
            self.is_inside(area, rect.centre(), (rect.width(), rect.height()), 0.0)
        })
    }

    /// Whether a district or group whose name is drawn is what a feature names, or is called the
    /// same.
    fn is_on_the_map(&self, feature: &BaseFeature) -> bool {
        let Some(area) = &feature.area else {
            return false;
        };
        let (atlas, language) = (self.context.atlas(), self.context.text.language());
        let name = feature.names.text(language).to_lowercase();
        let called_the_same = |id: &String| {
            let district = atlas.districts.iter().find(|d| d.id.as_str() == id);
            district.is_some_and(|d| d.names.text(language).to_lowercase() == name)
        };
        self.name_boxes.contains_key(area.as_str()) || self.name_boxes.keys().any(called_the_same)
    }

    fn class_of_name(&self, feature: &BaseFeature) -> NameClass {
        let theme = self.context.theme;
        let first = feature.rank <= 1;
        match feature.kind {
            BaseKind::State => NameClass {
                face: Face::DisplayMedium,
                size: if first { 34.0 } else { 26.0 },
                least: LEAST_LARGE,
                tracking: (0.3, if first { 2.4 } else { 1.2 }),
                color: theme.neighbours,
                halo: theme.beyond.alpha(0.55),
            },
            BaseKind::Region if feature.rank <= 2 => NameClass {
                face: REGION_FACE,
                size: if first { 30.0 } else { 26.0 },
                least: LEAST_LARGE,
                tracking: (0.3, 1.4),
                color: theme.ink2,
                halo: theme.land.alpha(0.7),
            },
            BaseKind::Region => NameClass {
                face: Face::SerifItalic,
                size: 18.0,
                least: LEAST_SIZE,
                tracking: (0.06, 0.3),
                color: theme.neighbours,
                halo: theme.beyond.alpha(0.8),
            },
            _ => NameClass {
                face: Face::SerifItalic,
                size: if first { 17.0 } else { 15.5 },
                least: LEAST_SIZE,
                tracking: (0.08, 0.5),
                color: theme.relief_text,
                halo: theme.land.alpha(0.75),
            },
        }
    }

    /// The baseline, font size and tracking of a name: on the first of its lines on which it finds
    /// room and all its letters, at a font size in points, are `accepted`. `None` where there is
    /// none.
    pub(super) fn curve_of(
        &self,
        feature: &BaseFeature,
        accepted: &dyn Fn(&Letter, f32) -> bool,
    ) -> Option<CurvePlacement> {
        let class = self.class_of_name(feature);
        let name = feature.names.text(self.context.text.language());
        let lines = self.context.geometry().names.iter();
        let mut lines = lines.filter(|l| l.id == feature.id);
        lines.find_map(|line| {
            let mut points: Vec<ScreenPoint> = line.points.iter().map(|p| self.at(*p)).collect();
            if points
                .first()
                .zip(points.last())
                .is_some_and(|(a, b)| a.x > b.x)
            {
                points.reverse();
            }
            let curve = Curve::new(&spline(&points, STEP * self.u))?;
            let sizes = SIZES.into_iter().map(|share| class.size * share);
            sizes.filter(|size| *size >= class.least).find_map(|size| {
                let class = NameClass { size, ..class };
                self.along_curve(&curve, name, &class, accepted)
            })
        })
    }

    /// The best free place of a name along a line or beside it, at one size.
    fn along_curve(
        &self,
        line: &Curve,
        name: &str,
        class: &NameClass,
        accepted: &dyn Fn(&Letter, f32) -> bool,
    ) -> Option<CurvePlacement> {
        let size = class.size * self.u;
        let frame = self.occupancy.frame().expand(-EDGE * self.u - size / 2.0);
        let width = class.face.width(name, size);
        let gaps = name.chars().count().saturating_sub(1).max(1) as f32;
        let (least, most) = (class.tracking.0 * size, class.tracking.1 * size);
        let mut best: Option<(f32, CurvePlacement)> = None;
        let is_worse = |best: &Option<(f32, CurvePlacement)>, cost: f32| {
            best.as_ref().is_some_and(|(known, _)| *known <= cost)
        };
        for beside in BESIDE {
            let aside = 3.0 * beside.abs();
            if is_worse(&best, aside) {
                break;
            }
            // The middle of the capital letters lies on the line, so the baseline is below it.
            let down = (beside + super::builder::BASELINE) * size;
            let Some(curve) = line.beside(down) else {
                continue;
            };
            let Some((from, to)) = curve.within(&frame) else {
                continue;
            };
            let room = to - from;
            if room < width + gaps * least {
                continue;
            }
            let spread = clamped((room * FILLED - width) / gaps, least, most);
            for tracking in [spread, f32::midpoint(spread, least), least] {
                let long = width + gaps * tracking;
                for moved in MOVED {
                    let apart = aside + 6.0 * moved.abs() + 5.0 * (spread - tracking) / size;
                    if is_worse(&best, apart) {
                        break;
                    }
                    let start = from + (room - long) / 2.0 * (1.0 + moved);
                    let path = curve.part(start, start + long + size * 0.1);
                    let setting = Setting {
                        text: name,
                        face: class.face,
                        size,
                        tracking,
                    };
                    let Some(crossed) = self.room_along(&path, setting, accepted) else {
                        continue;
                    };
                    if !is_worse(&best, apart + crossed) {
                        let placed = CurvePlacement {
                            path,
                            size,
                            tracking,
                        };
                        best = Some((apart + crossed, placed));
                    }
                }
            }
        }
        best.map(|(_, placed)| placed)
    }

    /// How much of the lines of the map a name would lie on. `None` where a letter lies on what was
    /// placed before, or the baseline bends too much.
    fn room_along(
        &self,
        path: &[ScreenPoint],
        setting: Setting<'_>,
        accepted: &dyn Fn(&Letter, f32) -> bool,
    ) -> Option<f32> {
        let curve = Curve::new(path)?;
        let letters: Vec<Letter> = setting.letters(&curve).collect();
        let is_smooth = letters
            .windows(2)
            .all(|w| turn(w[0].angle, w[1].angle).abs() <= MOST_TURNED);
        let air = AIR * self.u;
        let is_free = |l: &Letter| {
            l.angle.abs() <= STEEPEST
                && self.occupancy.is_free(&l.bounds(setting.size).expand(air))
                && accepted(l, setting.size)
        };
        if !is_smooth || !letters.iter().all(is_free) {
            return None;
        }
        let weight = |l: &Letter| self.line_grid.weight(&l.bounds(setting.size));
        let crossed: f32 = letters.iter().map(weight).sum();
        let cost = crossed * 12.0 * self.u / (setting.size * letters.len().max(1) as f32);
        (cost <= MOST_CROSSED).then_some(cost)
    }

    fn set_curved(&mut self, feature: &BaseFeature, placed: &CurvePlacement) {
        let class = self.class_of_name(feature);
        let name = feature.names.text(self.context.text.language());
        let area = feature.area.as_ref().map(DistrictId::as_str);
        let first = (self.occupancy.taken().len(), self.items.len());
        self.set_along(
            placed,
            area,
            TextRun {
                at: placed.path.first().copied().unwrap_or_default(),
                text: name.to_owned(),
                face: class.face,
                size: placed.size,
                tracking: placed.tracking,
                color: class.color,
                halo: Some((class.halo, 2.2 * self.u)),
                angle: 0.0,
            },
        );
        // Troops may stand where a region, range or valley has its name, which is then left out.
        let rank = if NamePass::States.holds(feature.kind) {
            YieldingRank::State
        } else {
            YieldingRank::Minor
        };
        self.gives_way(first, rank);
    }

    /// Draws a text along a curve, reserves its space, and makes it select what it names.
    pub(super) fn set_along(
        &mut self,
        placed: &CurvePlacement,
        subject: Option<&str>,
        run: TextRun,
    ) {
        let setting = Setting {
            text: &run.text,
            face: run.face,
            size: run.size,
            tracking: run.tracking,
        };
        let curve = Curve::new(&placed.path);
        for letter in curve.iter().flat_map(|c| setting.letters(c)) {
            let rect = letter.bounds(run.size);
            self.occupancy.take(rect);
            if let Some(subject) = subject {
                self.hit(rect, subject);
            }
        }
        let path = placed.path.clone();
        self.add(Layer::Label, subject, Shape::TextOnPath { path, run });
    }
}

/// The turn from one angle to another, in radians, at most half a circle.
pub(super) fn turn(a: f32, b: f32) -> f32 {
    let d = b - a;
    d - (d / std::f32::consts::TAU).round() * std::f32::consts::TAU
}
