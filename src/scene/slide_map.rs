//! What a slide's map has of its own: the emphasis of districts, names of what is told and no others,
//! and callouts. Everything that is read is at least 1/30 of the slide high.

use std::collections::BTreeSet;

use super::builder::{SceneBuilder, TextStyle};
use super::list::{AreaRef, Layer, Shape, Stroke};
use super::typeface::Face;
use crate::geometry::{ScreenPoint, ScreenRect};
use crate::model::{Place, PlaceKind, StepCallout, StepKind, TourStep};
use crate::session::Session;
use crate::timeline::Lens;

/// Font sizes of names of areas, places and waters, in design units. The map's unit is 1.5 times
/// that of the page, so 24 is the least.
pub(super) const AREA_NAME: f32 = 30.0;
pub(super) const PLACE_NAME: f32 = 24.5;
pub(super) const WATER_NAME: f32 = 25.0;
/// Font size of a callout, in design units.
const CALLOUT: f32 = 24.0;
/// Greatest width of the lines of a callout, in design units, tried in turn.
const CALLOUT_WIDTHS: [f32; 3] = [250.0, 330.0, 190.0];
/// Scale of pills, roundels and signs of troops.
pub(super) const SIGN_SCALE: f32 = 1.6;
/// Greatest number of points of a district at which a callout is tried.
const MOST_TARGETS: usize = 30;
/// Costs of a callout: of a design unit of distance, of a design unit of its leader on a name or sign,
/// and of lying wholly in emphasized districts.
const FAR: f32 = 0.7;
const CROSSED: f32 = 14.0;
const ON_LIT: f32 = 130.0;
/// Least distance from the edge of a map of a place whose mark and name are drawn because of troops or
/// of its holder, in design units.
const MARK_MARGIN: f32 = 40.0;
/// Half the width of the space of the sign of a place, in design units.
const PLACE_SIGN: f32 = 8.0;
/// Radius of the sign of a place with the ring of its holder, in design units of signs.
const RINGED_PLACE: f32 = 12.5;
/// Least distance of a callout from the point at which its leader ends, in design units.
const CLEAR: f32 = 12.0;
/// Distances of a callout from its place that are tried, in design units.
const REACHES: [f32; 11] = [
    18.0, 34.0, 54.0, 78.0, 106.0, 138.0, 174.0, 214.0, 260.0, 310.0, 370.0,
];
/// Lines of the shadow of a district that is emphasized: width in design units, and opacity.
const SHADOW: [(f32, f32); 4] = [(34.0, 0.07), (24.0, 0.09), (15.0, 0.12), (8.0, 0.16)];

impl SceneBuilder<'_> {
    /// The step that a slide's map shows; `None` on every other map, and on another day than that of
    /// the step.
    pub(super) fn step(&self) -> Option<&TourStep> {
        let session: &Session = self.context.session;
        let step = session.lecture()?.step()?;
        let is_slide = self.context.detail == super::MapDetail::Slide;
        (is_slide && step.date == session.day()).then_some(step)
    }

    /// The districts without parts that are emphasized.
    pub(super) fn lit(&self) -> BTreeSet<String> {
        let atlas = self.context.atlas();
        let lit = self.step().into_iter().flat_map(|step| &step.lights_up);
        let leaves = lit.flat_map(|area| atlas.leaves_of(area));
        leaves.map(|(leaf, _)| leaf.to_string()).collect()
    }

    /// The shadow around the emphasized districts, below their fills.
    pub(super) fn shadow(&mut self, lit: &BTreeSet<String>) {
        let districts: Vec<&str> = lit.iter().map(String::as_str).collect();
        if districts.is_empty() {
            return;
        }
        let rings = self.context.geometry().inset_of_union(&districts, 0.0);
        let ink = self.context.theme.ink;
        for (width, part) in SHADOW {
            let stroke = Stroke::solid(ink.alpha(part), width * self.u);
            let rings = std::sync::Arc::clone(&rings);
            self.add(Layer::Fill, None, Shape::MapRings { rings, stroke });
        }
        for id in lit {
            let area = AreaRef::District(id.clone());
            self.add(
                Layer::Fill,
                None,
                Shape::Area {
                    area,
                    base_color: Some(self.context.theme.land),
                    texture: None,
                    opacity: 1.0,
                },
            );
        }
    }

    /// The outline of the emphasized districts together.
    pub(super) fn lit_outline(&mut self, lit: &BTreeSet<String>) {
        let districts: Vec<&str> = lit.iter().map(String::as_str).collect();
        if districts.is_empty() {
            return;
        }
        let rings = self.context.geometry().inset_of_union(&districts, 0.0);
        let stroke = Stroke::solid(self.context.theme.ink, 3.4 * self.u);
        self.add(Layer::Selection, None, Shape::MapRings { rings, stroke });
    }

    /// The districts without parts that the step names: in its emphasis, in its callouts, or in its
    /// view where it has neither.
    pub(super) fn told_leaves(&self) -> BTreeSet<String> {
        let atlas = self.context.atlas();
        if self.context.is_wall() {
            let own = atlas.leaf_districts().filter(|district| !district.context);
            return own.map(|district| district.id.to_string()).collect();
        }
        let Some(step) = self.step() else {
            return BTreeSet::new();
        };
        // The first and last slide name only what their words name.
        let calm = matches!(step.kind, StepKind::Opening | StepKind::Closing);
        let view = step.view.fit.iter().filter_map(|area| area.district());
        let view =
            view.filter(|area| !calm || self.is_in_words(step, &self.short_name(area.as_str())));
        let callouts = step.callouts.iter().filter_map(|c| c.at.district());
        let named = step.lights_up.iter().chain(callouts).chain(view);
        let leaves = named.flat_map(|area| atlas.leaves_of(area));
        leaves.map(|(leaf, _)| leaf.to_string()).collect()
    }

    /// Whether the words that the room reads contain a name.
    fn is_in_words(&self, step: &TourStep, name: &str) -> bool {
        let language = self.context.text.language();
        let said = [&step.headline, &step.caption, &step.ask];
        let texts = said.into_iter().map(|words| words.text(language));
        let callouts = step.callouts.iter().map(|c| c.text.text(language));
        let has = |text: &str| {
            text.match_indices(name).any(|(at, _)| {
                let after = text[at + name.len()..].chars().next();
                let before = text[..at].chars().next_back();
                let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
                !is_letter(after) && !is_letter(before)
            })
        };
        !name.is_empty() && texts.chain(callouts).any(has)
    }

    /// Whether a place has its name on a slide: where the step names it, unless a district of the
    /// same name is told, whose name is on the map already.
    pub(super) fn is_place_told(&self, place: &Place) -> bool {
        let id = place.id.as_str();
        if self.context.is_wall() {
            return place.kind == PlaceKind::Capital || self.spoken_of.contains(id);
        }
        let Some(step) = self.step() else {
            return false;
        };
        let view = step.view.fit.iter().map(|area| area.as_str());
        let callouts = step.callouts.iter().map(|callout| callout.at.as_str());
        if view.chain(callouts).any(|area| area == id) {
            return true;
        }
        let (atlas, language) = (self.context.atlas(), self.context.text.language());
        let name = place.names.text(language);
        let is_district = atlas
            .districts
            .iter()
            .any(|district| district.names.text(language).contains(name) && !district.context);
        let is_capital = place.kind == PlaceKind::Capital;
        (is_capital || !is_district) && self.is_in_words(step, name)
    }

    /// Whether a slide shows a place: its step names it, or it has a mark.
    pub(super) fn is_place_on_slide(&self, id: &str) -> bool {
        let place = self.context.atlas().place(id);
        place.is_some_and(|place| self.is_place_told(place)) || self.is_place_marked(id)
    }

    /// Whether a slide shows troops or a holder at a place, so that it needs a name: where it lies
    /// well within the map.
    pub(super) fn is_place_marked(&self, place: &str) -> bool {
        let context = self.context;
        if context.is_wall() {
            return false;
        }
        let frame = self.occupancy.frame().expand(-MARK_MARGIN * self.u);
        let at = self.place_at(place);
        if at.is_none_or(|at| !frame.holds(at)) {
            return false;
        }
        let shown = context.session.shown();
        let units = &context.atlas().units;
        let is_here = |report: &crate::timeline::UnitReport| {
            let fix = &units[report.unit].fixes[report.fix];
            let at = fix.at.as_ref().map(|at| at.as_str());
            at == Some(place) && super::slide_troops::has_sign(fix)
        };
        self.has_ring(place) || (shown.troops && context.drawn_units().iter().any(is_here))
    }

    /// Whether the map shows who holds a place.
    fn has_ring(&self, place: &str) -> bool {
        let context = self.context;
        let has_holder = |h: &crate::timeline::Holding| {
            let control = &context.atlas().control[h.control];
            control.holder.is_some()
        };
        let mut places = context.situation.places.iter();
        let is_held = places.any(|(id, held)| id.as_str() == place && held.iter().any(has_holder));
        is_held && context.session.shown().holders
    }

    /// Names of a slide: those of places that the step needs, of areas and of main waters.
    pub(super) fn slide_names(&mut self, with_holders: bool) {
        if self.context.session.shown().messages {
            self.enlarged(Self::seats);
        }
        if self.context.session.shown().holders {
            self.enlarged(Self::reserve_rings);
        }
        self.slide_places();
        self.slide_area_names();
        if with_holders {
            self.enlarged(Self::brackets);
            self.enlarged(Self::holder_letters);
        }
        self.water_names();
        self.callout_names();
    }

    fn slide_places(&mut self) {
        let context = self.context;
        let mut places: Vec<&Place> = context.atlas().places.iter().collect();
        places.retain(|place| {
            context.geometry().places.contains_key(place.id.as_str())
                && self.is_place_on_slide(place.id.as_str())
        });
        places.sort_by_key(|place| place.rank);
        for place in &places {
            let at = self.at(context.geometry().places[place.id.as_str()]);
            let across = 2.0 * PLACE_SIGN * self.u;
            self.occupancy.take(ScreenRect::around(at, across, across));
        }
        for place in places {
            self.spoken_of.insert(place.id.to_string());
            self.place_label(place, false);
        }
    }

    /// Draws the callouts of the step, each near its place and over nothing that matters.
    pub(super) fn step_callouts(&mut self) {
        let Some(step) = self.step() else { return };
        let callouts = step.callouts.iter();
        let here = callouts.filter(|callout| self.is_on_this_map(callout, step));
        let here: Vec<StepCallout> = here.cloned().collect();
        let lit = self.lit();
        for callout in here {
            self.step_callout(&callout, &lit);
        }
    }

    /// Whether a callout of a step stands on this map.
    pub(super) fn is_on_this_map(&self, callout: &StepCallout, step: &TourStep) -> bool {
        let compared = step.compare.as_ref();
        compared.is_none_or(|lenses| self.is_of_lens(callout, lenses))
    }

    /// The name of the district of a callout, where it has none on the map and the words of the callout
    /// do not contain it.
    fn name_in_callout(&self, callout: &StepCallout) -> Option<String> {
        let words = callout.text.text(self.context.text.language());
        let atlas = self.context.atlas();
        let area = callout.at.district()?;
        let leaves = atlas.leaves_of(area);
        let is_named = self.name_boxes.keys().any(|named| {
            let mut others = atlas.leaves_of(&named.as_str().into()).into_iter();
            others.any(|(other, _)| leaves.iter().any(|(leaf, _)| *leaf == other))
        });
        let name = self.short_name(area.as_str());
        (!is_named && !words.contains(&name)).then_some(name)
    }

    /// Whether a callout belongs to this one of two maps: the one that it names, or whose lens has a
    /// voice of its record, otherwise the first.
    fn is_of_lens(&self, callout: &StepCallout, lenses: &[String; 2]) -> bool {
        let shown = self.context.session.lens().name();
        if let Some(lens) = &callout.lens {
            return lens == shown;
        }
        let atlas = self.context.atlas();
        let record = callout.record.as_str();
        let mut voices: Vec<&str> = Vec::new();
        if let Some(claim) = atlas.claim(record) {
            voices.extend(claim.voices.iter().map(|voice| voice.as_str()));
        }
        let parties = voices
            .iter()
            .filter_map(|voice| atlas.person(voice)?.party.as_ref());
        let speaks: BTreeSet<&str> = parties
            .map(|p| p.as_str())
            .chain(voices.iter().copied())
            .collect();
        let own = lenses.iter().find(|lens| speaks.contains(lens.as_str()));
        own.unwrap_or(&lenses[0]) == shown
    }

    fn step_callout(&mut self, callout: &StepCallout, lit: &BTreeSet<String>) {
        let (u, theme) = (self.u, self.context.theme);
        let area = callout.at.as_str();
        let targets = self.callout_points(area);
        let style = TextStyle {
            face: Face::SemiBold,
            size: CALLOUT,
            color: theme.ink,
            halo: None,
        };
        let words = callout.text.text(self.context.text.language());
        let name = self.name_in_callout(callout);
        let high = CALLOUT * 1.2 * u;
        let forms: Vec<(Vec<String>, (f32, f32))> = CALLOUT_WIDTHS
            .into_iter()
            .map(|width| {
                let wrapped = style.face.wrap(words, CALLOUT * u, width * u).into_iter();
                let lines: Vec<String> = name.iter().cloned().chain(wrapped).collect();
                let wide = lines
                    .iter()
                    .map(|l| self.width(l, style))
                    .fold(0.0, f32::max);
                let size = (wide + 20.0 * u, high * lines.len() as f32 + 12.0 * u);
                (lines, size)
            })
            .collect();
        let best = forms
            .iter()
            .flat_map(|form| targets.iter().map(move |at| (form, *at)))
            .filter_map(|((lines, size), at)| {
                let on_lit = |rect: &ScreenRect| ON_LIT * self.lit_part(rect, lit);
                let (cost, rect) = self.callout_place(at, *size, &on_lit)?;
                Some((cost + 6.0 * lines.len() as f32, rect, lines, at))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, rect, lines, at)) = best else {
            return;
        };
        let end = rect.nearest(at);
        let stroke = Stroke::solid(theme.ink, 2.0 * u);
        let casing = Stroke::solid(theme.card, 5.0 * u);
        let far = at.distance(end);
        // The sign of a place stays in sight: the leader ends beside it.
        let is_place = self.context.geometry().area_of(area).is_none();
        let beside = match (is_place, self.has_ring(area)) {
            (true, true) => RINGED_PLACE * self.sign_scale() * u,
            (true, false) => (PLACE_SIGN + 2.0) * u,
            (false, _) => 0.0,
        };
        if far > 4.0 * u + beside {
            let at = at.toward(end, beside / far);
            self.path(Layer::Mark, Some(area), vec![at, end], casing);
            self.path(Layer::Mark, Some(area), vec![at, end], stroke);
        }
        if !is_place {
            self.disc(Layer::Mark, Some(area), at, 4.5, theme.ink);
        }
        self.add(
            Layer::Mark,
            Some(callout.record.as_str()),
            Shape::Box {
                rect,
                round: 3.0 * u,
                fill: Some(theme.card),
                stroke: Some(Stroke::solid(theme.ink, 2.0 * u)),
            },
        );
        let mut middle = rect.min.plus(10.0 * u, 6.0 * u + high / 2.0);
        for line in lines {
            self.text(
                Layer::Mark,
                Some(callout.record.as_str()),
                middle,
                line,
                style,
            );
            middle = middle.plus(0.0, high);
        }
        self.occupancy.take(rect);
        self.take_line(at, end);
    }

    /// The points at which the leader of a callout may end: the sign of a place, otherwise points of
    /// a district that are clear of names and signs.
    pub(super) fn callout_points(&self, area: &str) -> Vec<ScreenPoint> {
        let geometry = self.context.geometry();
        let frame = self.occupancy.frame();
        let Some(anchor) = geometry.anchor_of(area).map(|at| self.at(at)) else {
            return Vec::new();
        };
        let shape = geometry.area_of(area);
        let clear = |at: &ScreenPoint| {
            let across = 14.0 * self.u;
            frame.holds(*at)
                && self
                    .occupancy
                    .is_free(&ScreenRect::around(*at, across, across))
        };
        let candidates = shape.into_iter().flat_map(|shape| &shape.candidates);
        let mut points: Vec<ScreenPoint> = candidates
            .map(|spot| self.at(spot.at))
            .filter(clear)
            .take(MOST_TARGETS)
            .collect();
        if points.is_empty() && frame.holds(anchor) {
            points.push(anchor);
        }
        points
    }

    /// The best rectangle for a callout or a sign, with its cost; `own_cost` is added to that of its
    /// distance and of what it covers.
    pub(super) fn callout_place(
        &self,
        at: ScreenPoint,
        (w, h): (f32, f32),
        own_cost: &dyn Fn(&ScreenRect) -> f32,
    ) -> Option<(f32, ScreenRect)> {
        let u = self.u;
        let frame = self.occupancy.frame().expand(-10.0 * u);
        let turns = (0..24u8).map(|i| std::f32::consts::TAU * f32::from(i) / 24.0);
        let rect = |(reach, turn): (f32, f32)| {
            let (y, x) = turn.sin_cos();
            let centre = at.plus(x * (reach * u + w / 2.0), y * (reach * u + h / 2.0));
            (reach, ScreenRect::around(centre, w, h))
        };
        let candidates = REACHES
            .into_iter()
            .flat_map(|reach| turns.clone().map(move |turn| (reach, turn)))
            .map(rect)
            .filter(|(_, rect)| frame.holds_rect(rect) && !rect.expand(CLEAR * u).holds(at));
        let mut best: Option<(f32, ScreenRect)> = None;
        for (reach, rect) in candidates {
            // The cheap parts of the cost come first: most candidates fail by them.
            let is_worse = |cost: f32| best.is_some_and(|(least, _)| cost >= least);
            let far = reach * FAR;
            if is_worse(far) {
                break;
            }
            let covered = self.occupancy.covered(&rect.expand(9.0 * u)) / (u * u);
            let near = far + covered * 2.0;
            if is_worse(near) {
                continue;
            }
            let crossed = near + self.occupancy.crossed(at, rect.nearest(at)) / u * CROSSED;
            if is_worse(crossed) {
                continue;
            }
            let cost = crossed + own_cost(&rect);
            if !is_worse(cost) {
                best = Some((cost, rect));
            }
        }
        best
    }

    /// Part of a rectangle that lies in emphasized districts, 0 to 1.
    fn lit_part(&self, rect: &ScreenRect, lit: &BTreeSet<String>) -> f32 {
        let view = self.context.session.viewport();
        let geometry = self.context.geometry();
        let points = (0..4).flat_map(|i| (0..3).map(move |j| (i, j)));
        let inside = points.filter(|(i, j)| {
            let p = ScreenPoint::new(
                rect.min.x + rect.width() * (*i as f32 + 0.5) / 4.0,
                rect.min.y + rect.height() * (*j as f32 + 0.5) / 3.0,
            );
            let district = geometry.district_at(view.map_from_screen(p));
            district.is_some_and(|id| lit.contains(id))
        });
        inside.count() as f32 / 12.0
    }
}

/// Whether a map shows who holds what: where a step has that layer, and in a window also through the
/// lens of control.
pub(super) fn shows_holders(session: &Session, is_slide: bool) -> bool {
    session.shown().holders || (*session.lens() == Lens::Control && !is_slide)
}
