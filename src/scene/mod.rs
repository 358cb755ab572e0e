//! What to draw, as values: one display list that the window and every export draw alike. It knows no toolkit.
//!
//! A scene is made for a window onto the sheet: the ground stays in map units, signs and words are placed in points, by rank, none on
//! another. Rooms: [`list`](self) the display list; `fills` what is wanted and held; `areas` names of districts; `labels` other names; `troops`; `diplomacy`;
//! `furniture` legend and scale; `room` what is taken; `typeface` the faces and their widths; `theme` the colours.

mod arcs;
mod areas;
mod builder;
mod chart;
mod diplomacy;
mod fills;
mod furniture;
mod graticule;
mod key;
mod label_cache;
mod labels;
mod lanes;
mod list;
mod locator;
mod marks;
mod matrix;
mod multiples;
mod network;
mod occupancy;
mod plate;
mod ribbons;
mod rivers;
mod strengths;
mod texture;
mod theme;
mod troops;
mod typeface;
mod unit_sign;

use std::collections::BTreeSet;

use crate::geometry::{MapGeometry, ScreenRect};
use crate::model::{Atlas, FixKind};
use crate::session::Session;
use crate::text::Text;
use crate::timeline::{Situation, UnitReport};

use labels::PlaceLabelPass;

pub use crate::time::TimeScale;
pub use chart::{Chart, ChartKind};
pub use key::{Same, SceneKey};
pub use label_cache::LabelCache;
pub use lanes::Lanes;
pub use list::{
    AreaRef, Dash, Item, Layer, LegendEntry, LegendSign, LineRef, Shape, Stroke, TextRun,
};
pub use matrix::matrix;
pub use multiples::{Cell, MultiplesPage};
pub use plate::{Detail, Plate};
pub use ribbons::ribbons_of;
pub use texture::{Mark, Texture, Tile};
pub use theme::{Color, PartyColors, Theme};
pub use typeface::{FILES, Face, FontFile, Outline, font_file};

/// Reports older than this many days are listed, not drawn.
const OLDEST_DRAWN_DAYS: i64 = 7;
/// A report whose day is not known is drawn on the days it may be of, where those are no more than this.
const WIDEST_DRAWN_DAYS: i64 = 12;
/// Radius of a sphere with the earth's surface, in km.
const EARTH_RADIUS_KM: f64 = 6371.0;

/// A display list.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Bottom to top.
    pub items: Vec<Item>,
    /// What can be clicked, topmost last: where, and the id it stands for.
    pub hits: Vec<(ScreenRect, String)>,
    /// What a legend would explain, in its order.
    pub legend: Vec<LegendEntry>,
}

/// Which furniture a sheet carries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Furniture {
    /// The legend.
    pub legend: Legend,
    /// Room kept at the right of the scale, in design units; `None` for no scale.
    pub scale_right: Option<f32>,
}

/// How much the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legend {
    /// Nothing.
    None,
    /// Fills and bands: for reading from afar.
    Brief,
    /// Every kind of sign on the sheet.
    Whole,
}

/// What is looked at, and in which dress.
#[derive(Clone, Copy)]
pub struct SceneContext<'a> {
    /// Whose day, lens, selection and window.
    pub session: &'a Session,
    /// The situation on that day.
    pub situation: &'a Situation,
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub text: &'a Text,
    /// Points a design unit (ART.md gives sizes at 1).
    pub unit: f32,
    /// Legend and scale.
    pub furniture: Furniture,
}

impl<'a> SceneContext<'a> {
    fn atlas(&self) -> &'a Atlas {
        self.session.timeline().atlas()
    }

    fn geometry(&self) -> &'a MapGeometry {
        self.session.geometry()
    }

    /// Reports that are drawn on the day: of a known, recent day, or possible today within a narrow range.
    fn drawn_units(&self) -> Vec<UnitReport> {
        drawn_units(self.session, self.situation)
    }

    /// Messages sent on the day for certain, in order: so they are numbered on the sheet and beside it.
    fn sent_today(&self) -> Vec<usize> {
        let certain = |d: &&crate::timeline::Dated| d.certainty == crate::time::Truth::Certain;
        self.situation
            .messages
            .iter()
            .filter(certain)
            .map(|d| d.index)
            .collect()
    }

    /// How far a place lies from the middle of the first view, along the great circle, to 10 km.
    fn distance_km(&self, place: &str) -> Option<f64> {
        let place = self.atlas().place(place)?.point?;
        let [west, south, east, north] = self.atlas().manifest.home;
        let (lat, lon) = (
            f64::midpoint(south, north).to_radians(),
            f64::midpoint(west, east).to_radians(),
        );
        let (lat2, lon2) = (place.y().to_radians(), place.x().to_radians());
        let h = ((lat2 - lat) / 2.0).sin().powi(2)
            + lat.cos() * lat2.cos() * ((lon2 - lon) / 2.0).sin().powi(2);
        Some((2.0 * EARTH_RADIUS_KM * h.sqrt().asin() / 10.0).round() * 10.0)
    }
}

fn drawn_units(session: &Session, situation: &Situation) -> Vec<UnitReport> {
    let atlas = session.timeline().atlas();
    let drawn = |u: &&UnitReport| {
        let fix = &atlas.units[u.unit].fixes[u.fix];
        let exact = fix.head.dating.exact_day().is_some();
        let in_range = situation
            .since
            .is_some_and(|since| fix.head.dating.exact_day().is_some_and(|day| day >= since));
        let recent = exact && (in_range || u.age_days.is_some_and(|age| age <= OLDEST_DRAWN_DAYS));
        let (from, to) = fix.head.dating.bounds();
        let width = from.map(|from| crate::time::days_between(from, to.unwrap_or(situation.day)));
        let narrow = !exact
            && width.is_some_and(|days| days <= WIDEST_DRAWN_DAYS)
            && to.is_none_or(|to| to >= situation.day);
        recent || narrow || session.selection() == Some(atlas.units[u.unit].id.as_str())
    };
    situation.units.iter().filter(drawn).copied().collect()
}

/// Places that the day's records name: they keep their name at every scale.
fn spoken_of(session: &Session, situation: &Situation) -> BTreeSet<String> {
    let atlas = session.timeline().atlas();
    let mut places: BTreeSet<String> = situation
        .places
        .iter()
        .map(|(place, _)| place.to_string())
        .collect();
    for report in drawn_units(session, situation) {
        let fix = &atlas.units[report.unit].fixes[report.fix];
        places.extend(fix.at.iter().map(ToString::to_string));
        places.extend(
            fix.from
                .iter()
                .filter(|_| fix.kind != FixKind::Potential)
                .map(ToString::to_string),
        );
    }
    places.extend(
        situation
            .contradictions
            .iter()
            .filter_map(|i| Some(atlas.contradictions[*i].mark.as_ref()?.area.to_string())),
    );
    places.extend(session.selection().map(ToOwned::to_owned));
    places
}

impl Scene {
    /// Draws what is looked at.
    #[must_use]
    pub fn new(view: &SceneContext<'_>) -> Self {
        Self::draw(view, None)
    }

    /// The same with labels where they were placed before, for pictures that follow one another.
    #[must_use]
    pub fn with_labels(view: &SceneContext<'_>, labels: &mut LabelCache) -> Self {
        Self::draw(view, Some(labels))
    }

    fn draw(view: &SceneContext<'_>, labels: Option<&mut LabelCache>) -> Self {
        let SceneContext {
            session, furniture, ..
        } = *view;
        let mut s = builder::SceneBuilder::new(*view);
        s.spoken_of = spoken_of(session, view.situation);
        s.labels = labels;
        s.land();
        s.fills();
        s.relief();
        s.water();
        let shown = session.shown();
        if shown.holders {
            s.bands();
        }
        s.lines();
        s.selection();
        s.changed();
        // Room goes by rank: what stays where it is first, what moves with the date last.
        if let Some(right) = furniture.scale_right {
            s.scale_bar(right);
        }
        s.reserve_legend(furniture.legend);
        s.seats();
        s.places();
        s.town_names(PlaceLabelPass::Capitals);
        s.district_names();
        s.town_names(PlaceLabelPass::Lasting);
        s.water_names();
        s.take_rings();
        s.town_names(PlaceLabelPass::OfTheDay);
        s.callout_names();
        if shown.troops {
            s.moves();
        }
        s.twice_told();
        if shown.troops {
            s.units();
        }
        if shown.messages {
            s.messages();
        }
        let explained = s.legend(furniture.legend);
        s.items.sort_by_key(|i| i.layer);
        Self {
            items: s.items,
            hits: s.hits,
            legend: explained,
        }
    }
}
