//! Names of districts and groups on a slide: few, large, each with its pill below, where they cover
//! nothing and leave their area as little as possible. They follow the step, not every day of the
//! atlas, so that they may stand better than on a map whose day is dragged.

use std::collections::BTreeSet;

use super::builder::{PillPart, SceneBuilder, TextStyle};
use super::dissolve::DrawnArea;
use super::list::Layer;
use super::slide_map::AREA_NAME;
use super::typeface::Face;
use crate::geometry::{MapArea, ScreenPoint, ScreenRect};
use crate::model::{BaseKind, RecordRef};
use crate::timeline::FillKind;

/// Font sizes that are tried, in design units, each with its cost.
const SIZES: [(f32, f32); 3] = [(AREA_NAME, 0.0), (27.0, 25.0), (24.0, 55.0)];
/// Height of a line, in font sizes.
const LINE: f32 = 1.06;
/// Space around a name, in design units.
const AIR: f32 = 5.0;
/// Space at both sides of a name on a wall, where there are more names, in design units.
const WALL_AIR: f32 = 14.0;
/// Cost of a name that lies wholly outside its area.
const OUTSIDE: f32 = 420.0;
/// Cost of leaving out the pill.
const WITHOUT_PILL: f32 = 110.0;
/// Cost of a pill whose middle lies outside its area.
const PILL_OUTSIDE: f32 = 160.0;
/// Cost of a square design unit of a name that covers another.
const COVERED: f32 = 3.0;
/// Greatest cost of the name of an area that has a callout, which then says it.
const MOST_BESIDE_CALLOUT: f32 = 230.0;
/// Greatest cost of the name of an area that the step names without emphasis, and of one that it
/// does not name.
const MOST_TOLD: f32 = 320.0;
const MOST_UNTOLD: f32 = 120.0;

/// How much a step says of an area; the least is named first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Lit,
    Told,
    Colored,
}

/// An area that may have a name.
struct Named<'d> {
    id: String,
    rank: Rank,
    /// Number of its districts.
    count: usize,
    leaves: Vec<String>,
    pill: &'d [PillPart],
}

/// A name in lines of a size, with the pill below, as wide and high as both.
struct Form<'p> {
    lines: Vec<String>,
    style: TextStyle,
    pill: &'p [PillPart],
    size: (f32, f32),
    cost: f32,
}

impl SceneBuilder<'_> {
    /// The name of a district or group on a slide: that of the base map's region of the area where the
    /// full name is made of it, as *Nakhchivan uezd* of *Nakhchivan*; otherwise the full name.
    pub(super) fn short_name(&self, id: &str) -> String {
        let (atlas, language) = (self.context.atlas(), self.context.text.language());
        let full = atlas.name(id, language);
        let mut regions = atlas.base.features.iter().filter(|feature| {
            feature.kind == BaseKind::Region
                && feature
                    .area
                    .as_ref()
                    .is_some_and(|area| area.as_str() == id)
        });
        let region = regions.next().map(|feature| feature.names.text(language));
        region
            .and_then(|region| shortened(full, region))
            .unwrap_or_else(|| full.to_owned())
    }

    /// Names of the areas that the step names, and of others that have a color, with their pills.
    pub(super) fn slide_area_names(&mut self) {
        let (told, lit) = (self.told_leaves(), self.lit());
        let drawn = std::rc::Rc::clone(&self.drawn);
        let mut areas: Vec<Named<'_>> = drawn
            .iter()
            .flat_map(|area| self.named_of(area, &told, &lit))
            .collect();
        areas.sort_by_key(|area| (area.rank, area.count));
        for area in areas {
            let Some(shape) = self.context.geometry().area_of(&area.id) else {
                continue;
            };
            if self.is_seen(shape) {
                self.slide_area_name(&area, shape);
            }
        }
    }

    /// What is named of a drawn area: all of it, or only the parts that the step names where it does
    /// not name all.
    fn named_of<'d>(
        &self,
        area: &'d DrawnArea,
        told: &BTreeSet<String>,
        lit: &BTreeSet<String>,
    ) -> Vec<Named<'d>> {
        let atlas = self.context.atlas();
        let named = |id: &str, rank: Rank, leaves: Vec<String>, pill: &'d [PillPart]| Named {
            id: id.to_owned(),
            rank,
            count: leaves.len(),
            leaves,
            pill,
        };
        let of_step: Vec<String> = area
            .leaves
            .iter()
            .filter(|leaf| told.contains(*leaf))
            .cloned()
            .collect();
        if of_step.len() == area.leaves.len() {
            let is_lit = area.leaves.iter().any(|leaf| lit.contains(leaf));
            let rank = if is_lit { Rank::Lit } else { Rank::Told };
            return vec![named(&area.id, rank, of_step, &area.pill)];
        }
        if !of_step.is_empty() {
            let parts = atlas.gathered(&of_step).into_iter();
            let part = |id: String| {
                let leaves = atlas.leaves_of(&id.as_str().into()).into_iter();
                let leaves: Vec<String> = leaves.map(|(leaf, _)| leaf.to_string()).collect();
                let is_lit = leaves.iter().any(|leaf| lit.contains(leaf));
                let rank = if is_lit { Rank::Lit } else { Rank::Told };
                named(&id, rank, leaves, &area.pill)
            };
            return parts.map(part).collect();
        }
        let district = match atlas.find(&area.id) {
            Some(RecordRef::District(i)) => Some(&atlas.districts[i]),
            _ => None,
        };
        let is_ground = district.is_some_and(|d| d.context || d.described);
        let is_colored = area.paint.fill.kind != FillKind::Unknown && !area.pill.is_empty();
        if is_ground || !is_colored {
            return Vec::new();
        }
        vec![named(
            &area.id,
            Rank::Colored,
            area.leaves.clone(),
            &area.pill,
        )]
    }

    fn slide_area_name(&mut self, area: &Named<'_>, shape: &MapArea) {
        let name = self.short_name(&area.id);
        let mut forms = self.name_forms(&name, area.pill);
        if !area.pill.is_empty() {
            // Where the pill finds no room, the name alone may.
            let alone = self.name_forms(&name, &[]).into_iter();
            forms.extend(alone.map(|form| Form {
                cost: form.cost + WITHOUT_PILL,
                ..form
            }));
        }
        let mut spots: Vec<ScreenPoint> = shape
            .candidates
            .iter()
            .map(|spot| self.at(spot.at))
            .collect();
        spots.push(self.at(shape.anchor));
        let leaves: BTreeSet<&str> = area.leaves.iter().map(String::as_str).collect();
        let middle = self.at(shape.anchor);
        let mut best: Option<(f32, &Form<'_>, ScreenRect)> = None;
        for form in &forms {
            for at in &spots {
                let rect = ScreenRect::around(*at, form.size.0, form.size.1);
                let least = best.as_ref().map_or(f32::INFINITY, |(least, ..)| *least);
                let own = form.cost + self.cost_of_pill(form, &rect, &leaves);
                let cost = self.name_cost(&rect, &leaves, middle, least - own);
                if let Some(cost) = cost {
                    best = Some((cost + own, form, rect));
                }
            }
        }
        let most = match area.rank {
            Rank::Lit | Rank::Told if self.has_callout(&area.id) => MOST_BESIDE_CALLOUT,
            Rank::Lit => f32::INFINITY,
            Rank::Told => MOST_TOLD,
            Rank::Colored => MOST_UNTOLD,
        };
        if let Some((_, form, rect)) = best.filter(|(cost, ..)| *cost <= most) {
            self.set_area_name(&area.id, form, rect);
            return;
        }
        // A pill without a name says what the color says.
        if area.pill.is_empty() || area.rank == Rank::Colored {
            return;
        }
        let size = self.pill_size(area.pill);
        let rects = spots
            .iter()
            .map(|at| ScreenRect::around(*at, size.0, size.1));
        let costs = rects.filter_map(|rect| {
            let cost = self.name_cost(&rect, &leaves, middle, MOST_BESIDE_CALLOUT)?;
            Some((cost, rect))
        });
        if let Some((_, rect)) = costs.min_by(|a, b| a.0.total_cmp(&b.0)) {
            self.occupancy.take(rect);
            self.pill(&area.id, rect.centre(), area.pill);
        }
    }

    /// Whether a callout of the step stands at an area on this map.
    fn has_callout(&self, area: &str) -> bool {
        let Some(step) = self.step() else {
            return false;
        };
        let mut callouts = step.callouts.iter();
        callouts.any(|callout| callout.at.as_str() == area && self.is_on_this_map(callout, step))
    }

    /// What it costs that the pill of a form lies outside its area.
    fn cost_of_pill(&self, form: &Form<'_>, rect: &ScreenRect, leaves: &BTreeSet<&str>) -> f32 {
        if form.pill.is_empty() {
            return 0.0;
        }
        let (_, high) = self.pill_size(form.pill);
        let centre = ScreenPoint::new(rect.centre().x, rect.max.y - high / 2.0);
        let map = self.context.session.viewport().map_from_screen(centre);
        let district = self.context.geometry().district_at(map);
        let is_inside = district.is_some_and(|id| leaves.contains(id));
        if is_inside { 0.0 } else { PILL_OUTSIDE }
    }

    /// A name on one line and on two, in each size.
    fn name_forms<'p>(&self, name: &str, pill: &'p [PillPart]) -> Vec<Form<'p>> {
        let mut splits = vec![vec![name.to_owned()]];
        splits.extend(split_in_two(name).map(|(first, second)| vec![first, second]));
        let (pill_wide, pill_high) = if pill.is_empty() {
            (0.0, 0.0)
        } else {
            let (wide, high) = self.pill_size(pill);
            (wide, high + 5.0 * self.u)
        };
        let land = self.context.theme.land;
        let forms = splits.iter().flat_map(|lines| {
            SIZES.into_iter().map(move |(size, cost)| {
                let style = TextStyle {
                    face: Face::SerifSemiBold,
                    size,
                    color: self.context.theme.ink,
                    halo: Some(land),
                };
                let widths = lines.iter().map(|line| self.width(line, style));
                let wide = widths.fold(pill_wide, f32::max);
                let high = lines.len() as f32 * size * LINE * self.u + pill_high;
                Form {
                    lines: lines.clone(),
                    style,
                    pill,
                    size: (wide, high),
                    cost: cost + 15.0 * (lines.len() - 1) as f32,
                }
            })
        });
        forms.collect()
    }

    /// Cost of a name in a rectangle: what it covers, what of it lies outside its area, and its
    /// distance from the middle. `None` where it leaves the map or costs no less than `most`.
    fn name_cost(
        &self,
        rect: &ScreenRect,
        leaves: &BTreeSet<&str>,
        middle: ScreenPoint,
        most: f32,
    ) -> Option<f32> {
        let u = self.u;
        let frame = self.occupancy.frame().expand(-6.0 * u);
        if !frame.holds_rect(rect) {
            return None;
        }
        // Beside each other two names read as one.
        let aside = if self.context.is_wall() {
            WALL_AIR
        } else {
            AIR
        };
        let (wide, high) = (
            rect.width() + 2.0 * aside * u,
            rect.height() + 2.0 * AIR * u,
        );
        let around = ScreenRect::around(rect.centre(), wide, high);
        let covered = self.occupancy.covered(&around) / (u * u);
        let cheap = covered * COVERED + middle.distance(rect.centre()) / u * 0.12;
        if cheap >= most {
            return None;
        }
        let (view, geometry) = (self.context.session.viewport(), self.context.geometry());
        let points = (0..5).flat_map(|i| (0..3).map(move |j| (i, j)));
        let outside = points.filter(|(i, j)| {
            let p = ScreenPoint::new(
                rect.min.x + rect.width() * *i as f32 / 4.0,
                rect.min.y + rect.height() * *j as f32 / 2.0,
            );
            let district = geometry.district_at(view.map_from_screen(p));
            district.is_none_or(|id| !leaves.contains(id))
        });
        let outside = outside.count() as f32 / 15.0;
        Some(cheap + outside * OUTSIDE).filter(|cost| *cost < most)
    }

    fn set_area_name(&mut self, id: &str, form: &Form<'_>, rect: ScreenRect) {
        let u = self.u;
        let line = form.style.size * LINE * u;
        let mut middle = ScreenPoint::new(rect.centre().x, rect.min.y + line / 2.0);
        for words in &form.lines {
            self.text_centred(Layer::Label, Some(id), middle, words, form.style);
            middle = middle.plus(0.0, line);
        }
        self.occupancy.take(rect);
        self.hit(rect, id);
        self.name_boxes.insert(id.to_owned(), rect);
        if !form.pill.is_empty() {
            let (_, high) = self.pill_size(form.pill);
            let centre = ScreenPoint::new(rect.centre().x, rect.max.y - high / 2.0);
            self.pill(id, centre, form.pill);
        }
    }
}

/// The name of a region in the letters of a full name that begins with it, all but its last one.
/// `None` where it does not.
fn shortened(full: &str, region: &str) -> Option<String> {
    // Capitals of Armenian have no ligature.
    if full.contains('և') {
        let short = shortened(&full.replace('և', "եվ"), region)?;
        return Some(short.replace("եվ", "և"));
    }
    // Capitals of Turkic languages are not told apart from other letters by their case alone.
    let plain = |c: char| match c {
        'I' | 'İ' | 'ı' | 'i' => 'i',
        c => c.to_lowercase().next().unwrap_or(c),
    };
    let pairs = full.chars().zip(region.chars());
    let common = pairs.take_while(|(a, b)| plain(*a) == plain(*b)).count();
    let count = region.chars().count();
    let ends = full.chars().nth(common).is_none_or(char::is_whitespace);
    let is_whole = common == count && ends;
    // An adjective that is made of a name has most of its letters.
    let is_stem = common >= 4 && common + 1 >= count && !ends;
    if !is_whole && !is_stem {
        return None;
    }
    let rest = region.chars().skip(common).flat_map(char::to_lowercase);
    Some(full.chars().take(common).chain(rest).collect())
}

/// A name as two lines, broken at the space or hyphen nearest to its middle.
fn split_in_two(name: &str) -> Option<(String, String)> {
    let count = name.chars().count() as isize;
    let breaks = name.char_indices().enumerate().filter_map(|(i, (at, c))| {
        let after = at + c.len_utf8();
        match c {
            '-' => Some((i as isize, after, after)),
            c if c.is_whitespace() => Some((i as isize, at, after)),
            _ => None,
        }
    });
    let (_, end, start) = breaks.min_by_key(|(i, ..)| (2 * i - count).abs())?;
    let (first, second) = (name[..end].to_owned(), name[start..].to_owned());
    (!second.is_empty()).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_gives_its_name_to_a_district_that_is_called_after_it() {
        let short = |full, region| shortened(full, region);
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(short("Nakhchivan uezd", "NAKHCHIVAN"), name("Nakhchivan"));
        assert_eq!(short("Naxçıvan qəzası", "NAXÇIVAN"), name("Naxçıvan"));
        assert_eq!(
            short("Нахичеванский уезд", "НАХИЧЕВАНЬ"),
            name("Нахичевань")
        );
        assert_eq!(short("Зангезурский уезд", "ЗАНГЕЗУР"), name("Зангезур"));
        assert_eq!(short("Karabakh", "KARABAKH"), name("Karabakh"));
        assert_eq!(short("Նախիջևանի գավառ", "ՆԱԽԻՋԵՎԱՆ"), name("Նախիջևան"));
        assert_eq!(short("Sharur", "SHUSHA"), None);
    }

    #[test]
    fn a_name_breaks_near_its_middle_and_keeps_its_hyphen() {
        let two = |name| split_in_two(name);
        let lines = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(two("Sharur-Daralagez"), lines("Sharur-", "Daralagez"));
        assert_eq!(two("Jabrayil uezd"), lines("Jabrayil", "uezd"));
        assert_eq!(two("Ordubad"), None);
    }
}
