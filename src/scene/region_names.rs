//! Names of districts and groups along the lines that the base map has for them, while they are
//! drawn as one area: the name, below it the name in the language of the lens, and the pill.

use super::areas::Name;
use super::builder::{PillPart, SceneBuilder, TextStyle};
use super::curve::{Curve, Letter, Setting};
use super::label_cache::RegionPlacement;
use super::list::TextRun;
use crate::geometry::{MapArea, ScreenPoint, ScreenRect};
use crate::model::{BaseFeature, BaseKind};

/// Distance from the letters of a name to what stands below it, in font sizes.
const FOOT_GAP: f32 = 0.28;
/// Parts of the length of a name below which its foot is tried.
const FEET: [f32; 5] = [0.5, 0.36, 0.64, 0.2, 0.8];

impl SceneBuilder<'_> {
    /// The name of a region that is set along a line for a district or group.
    fn region_of(&self, area: &str) -> Option<&BaseFeature> {
        let day = self.context.situation.day;
        let mut features = self.context.atlas().base.features.iter();
        features.find(|f| {
            f.kind == BaseKind::Region
                && f.area.as_ref().is_some_and(|id| id.as_str() == area)
                && f.is_set_on(day)
        })
    }

    /// The placement of an area's name along its line, with all letters inside the area and space
    /// for its foot, without the second name if need be. `None` where it has no line, or no room on
    /// it.
    pub(super) fn region_place(&self, shape: &MapArea, name: &Name<'_>) -> Option<RegionPlacement> {
        let region = self.region_of(name.id)?;
        let is_inside = |letter: &Letter, size: f32| {
            let rect = letter.bounds(size);
            self.is_inside(shape, rect.centre(), (rect.width(), rect.height()), 0.0)
        };
        let curve = self.curve_of(region, &is_inside)?;
        let alone = Name { own: None, ..*name };
        let foot = self.foot_place(shape, name, region, &curve);
        let foot = foot.map(|rect| (rect, true)).or_else(|| {
            let rect = self.foot_place(shape, &alone, region, &curve)?;
            Some((rect, false))
        });
        let (foot, has_own) = foot?;
        Some(RegionPlacement {
            curve,
            foot: Some(foot).filter(|rect| rect.height() > 0.0),
            has_own,
        })
    }

    /// Free space inside an area for the foot of its name, below or above the letters.
    fn foot_place(
        &self,
        shape: &MapArea,
        name: &Name<'_>,
        region: &BaseFeature,
        curve: &super::label_cache::CurvePlacement,
    ) -> Option<ScreenRect> {
        let (wide, high) = self.foot_size(name);
        let line = Curve::new(&curve.path)?;
        if high == 0.0 {
            return Some(ScreenRect::around(line.at(line.length() / 2.0).0, 0.0, 0.0));
        }
        let letters: Vec<ScreenRect> = self.region_boxes(region, curve);
        let up = super::builder::BASELINE * 2.0;
        let below = FEET.into_iter().flat_map(|part| {
            let (at, angle) = line.at(part * line.length());
            // A steep name reaches farther down beside its middle.
            let tilt = angle.sin().abs() * wide / 2.0;
            let under = at.plus(0.0, curve.size * FOOT_GAP + high / 2.0 + tilt);
            let over = at.plus(0.0, -curve.size * (FOOT_GAP + up) - high / 2.0 - tilt);
            [under, over]
        });
        below
            .map(|centre| ScreenRect::around(centre, wide, high))
            .find(|rect| {
                self.is_for_a_name(rect)
                    && self.is_inside(shape, rect.centre(), (wide, high), 0.0)
                    && letters.iter().all(|l| l.overlap(rect) == 0.0)
            })
    }

    /// Width and height of the second name and the pill of a name, in points.
    fn foot_size(&self, name: &Name<'_>) -> (f32, f32) {
        let own = name.own.map(|own| (own, name.own_style()));
        let wide = own.map_or(0.0, |(own, style)| self.width(own, style));
        let high = own.map_or(0.0, |(_, style)| style.size * 1.2 * self.u);
        let (pill_wide, pill_high) = (name.pill.0 * self.u, name.pill.1 * self.u);
        (wide.max(pill_wide), high + pill_high)
    }

    fn region_boxes(
        &self,
        region: &BaseFeature,
        curve: &super::label_cache::CurvePlacement,
    ) -> Vec<ScreenRect> {
        let setting = Setting {
            text: region.names.text(self.context.text.language()),
            face: super::names::REGION_FACE,
            size: curve.size,
            tracking: curve.tracking,
        };
        let line = Curve::new(&curve.path);
        let letters = line.iter().flat_map(|line| setting.letters(line));
        letters.map(|l| l.bounds(curve.size)).collect()
    }

    /// The rectangles that a name along its line and its foot occupy.
    pub(super) fn boxes_of_region(
        &self,
        name: &Name<'_>,
        place: &RegionPlacement,
    ) -> Vec<ScreenRect> {
        let region = self.region_of(name.id);
        let boxes = region.map_or_else(Vec::new, |r| self.region_boxes(r, &place.curve));
        boxes.into_iter().chain(place.foot).collect()
    }

    /// Draws an area's name along its line, with its foot.
    pub(super) fn region_name(
        &mut self,
        name: &Name<'_>,
        place: &RegionPlacement,
        pill: &[PillPart],
    ) {
        let Some(region) = self.region_of(name.id) else {
            return;
        };
        let text = region.names.text(self.context.text.language()).to_owned();
        let theme = self.context.theme;
        let run = TextRun {
            at: place.curve.path.first().copied().unwrap_or_default(),
            text,
            face: super::names::REGION_FACE,
            size: place.curve.size,
            tracking: place.curve.tracking,
            color: theme.ink,
            halo: Some((theme.land.alpha(0.85), 2.2 * self.u)),
            angle: 0.0,
        };
        let mut whole = place.foot;
        for rect in self.boxes_of_region(name, place) {
            whole = Some(whole.map_or(rect, |w| w.union(&rect)));
        }
        self.set_along(&place.curve, Some(name.id), run);
        if let Some(foot) = place.foot {
            self.occupancy.take(foot);
            let own = name.own.filter(|_| place.has_own);
            self.region_foot(&Name { own, ..*name }, foot, pill);
        }
        // What belongs to the area stands below its foot, not below the whole length of its name.
        if let Some(rect) = place.foot.or(whole) {
            self.name_boxes.insert(name.id.to_owned(), rect);
        }
    }

    fn region_foot(&mut self, name: &Name<'_>, foot: ScreenRect, pill: &[PillPart]) {
        let middle = foot.centre().x;
        let mut top = foot.min.y;
        self.explain_own_name(name.own);
        if let Some(own) = name.own {
            let style = TextStyle {
                halo: Some(self.context.theme.land),
                ..name.own_style()
            };
            let high = style.size * 1.2 * self.u;
            let centre = ScreenPoint::new(middle, top + high / 2.0);
            self.text_centred(super::list::Layer::Label, Some(name.id), centre, own, style);
            top += high;
        }
        if !pill.is_empty() {
            let centre = ScreenPoint::new(middle, f32::midpoint(top, foot.max.y));
            self.pill(name.id, centre, pill);
        }
    }
}
