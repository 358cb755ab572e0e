//! Scenes: display lists of maps and charts, as plain values.
//!
//! A scene is made from a [`SceneContext`]: a session, the situation on its day, a theme and the
//! interface texts. The modules here may use the other pure modules of the crate, but no toolkit,
//! file or clock. `paint` draws the resulting items on the screen or as SVG.
//!
//! Areas and lines refer to the map geometry by index or id. Signs and labels are placed in points,
//! in a fixed order, and each avoids those placed before it.
//!
//! Maps: `list` is the display list; `builder` collects its items; `dissolve` finds what is drawn as
//! one area; `fills` paints areas, land, water and lines, in the colors of `fill_style`; `holders`
//! draws who holds what; `area_names` writes the names of areas, which `areas` and `region_names`
//! place; `labels`, `rivers` and `names` place other names, along a `curve` where they bend, on
//! clear ground by the `line_grid`; `troops` shares out reports of forces among `stacks` (at
//! places), `rosters` (of districts) and `moves` (arrows), which draw `report_entry`s with `unit_sign`s and keep to their
//! side of `frontiers`; `diplomacy`, `arcs` and `message_strip` draw messages; `marks` draws small
//! signs; `legend_entries` collects the legend; `furniture` draws it, with `samples`, and the scale
//! bar, `legend_sheet` one sign of it; `occupancy` finds label collisions.
//!
//! Charts: `chart`, `matrix`, `ribbons`, `strengths`, `network` and `lanes`.
//!
//! Pages: `plate`, `slide`, `chart_page`, `multiples`, `locator` and `graticule`.
//!
//! Caches: `key` says what a scene depends on; `label_cache` keeps placed labels.
//!
//! Styles: `theme` holds colors, `typeface` fonts and text widths, `texture` fill patterns.

mod arcs;
mod area_names;
mod areas;
mod builder;
mod callout;
mod chart;
mod chart_page;
mod curve;
mod diplomacy;
mod dissolve;
mod fill_style;
mod fills;
mod frontiers;
mod furniture;
mod graticule;
mod ground;
mod holders;
mod key;
mod label_cache;
mod labels;
mod lanes;
mod legend_entries;
mod legend_sheet;
mod legend_signs;
mod legend_symbols;
mod line_grid;
mod list;
mod locator;
mod marks;
mod matrix;
mod message_strip;
mod moves;
mod multiples;
mod names;
mod network;
mod occupancy;
mod page;
mod page_changes;
mod page_foot;
mod page_legend;
mod plate;
mod region_names;
mod relief;
mod report_entry;
mod report_lists;
mod report_words;
mod ribbons;
mod rivers;
mod rosters;
mod samples;
mod selection;
mod sheet;
mod slide;
mod slide_column;
mod slide_foot;
mod slide_map;
mod slide_names;
mod slide_rows;
mod slide_samples;
mod slide_troops;
mod stacks;
mod strengths;
mod texture;
mod theme;
mod town_holders;
mod troops;
mod typeface;
mod unit_sign;
mod whole_key;

use std::collections::BTreeSet;

use crate::geometry::{MapGeometry, ScreenRect};
use crate::model::{Atlas, FixKind};
use crate::session::Session;
use crate::text::Text;
use crate::timeline::{REPORT_DAYS, Situation, UnitReport};

use builder::SceneBuilder;
use labels::PlaceLabelPass;
use names::NamePass;

pub use crate::time::TimeScale;
pub use chart::{Chart, ChartKind};
pub use chart_page::ChartPage;
pub use curve::letters_along;
pub use key::{Same, SceneKey};
pub use label_cache::LabelCache;
pub use lanes::{Lanes, LineForm};
pub use legend_sheet::{fill_sign, holder_sign, legend_sign, message_sign};
pub use list::{
    AreaRef, Dash, Item, Layer, LegendEntry, LegendGroup, LegendHolder, LegendRank, LegendSign,
    LineRef, PlaceSign, ReliefKind, ReliefStyle, Shape, Stroke, TextRun,
};
pub use matrix::matrix;
pub use multiples::{Cell, MultiplesGrid, MultiplesPage};
pub use plate::{Detail, Plate};
pub use ribbons::ribbons_of;
pub use slide::{MAP_TITLE, Slide, SlideLayout, SlideMap};
pub use texture::{Letter, Mark, Stripe, Texture, Tile};
pub use theme::{Color, PartyColors, Theme};
pub use typeface::{FILES, Face, FontFile, Outline, font_file};
pub use whole_key::whole_key;

/// Greatest width, in days, of the range of possible days for which a report without an exact day
/// is drawn.
const WIDEST_DRAWN_DAYS: i64 = 12;
/// Radius of a sphere with the earth's surface, in km.
const EARTH_RADIUS_KM: f64 = 6371.0;

/// The display list of a map, with what can be clicked and the entries of its legend.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The items in drawing order, the bottom one first.
    pub items: Vec<Item>,
    /// Rectangles that can be clicked, with the id that each selects. Later ones lie on top.
    pub hits: Vec<(ScreenRect, String)>,
    /// Entries of the legend, in their order, whether or not it is drawn.
    pub legend: Vec<LegendEntry>,
}

/// Which of legend and scale bar a map shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Furniture {
    /// How much of the legend is drawn.
    pub legend: Legend,
    /// Distance from the right edge of the map to the scale bar, in design units; `None` draws no
    /// scale bar.
    pub scale_right: Option<f32>,
    /// Whether buttons of the window lie over the upper and the lower right corner. Nothing is
    /// placed below them.
    pub has_buttons: bool,
}

/// How much the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legend {
    /// Draws no legend.
    None,
    /// Explains only fills and bands, for reading from a distance.
    Brief,
    /// Explains every kind of sign on the map.
    Whole,
}

/// How much of a map is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MapDetail {
    /// Everything that the session shows.
    #[default]
    Whole,
    /// Outlines, fills, holders and the largest names: for pictures in which anything smaller could
    /// not be read.
    Sketch,
    /// What the present step of a lecture tells, in large type, for reading from far away.
    Slide,
    /// What is on record of the day, in the large type of a slide and without words at signs: for a
    /// screen on a wall, where a touch tells the rest.
    Wall,
}

/// Everything that a scene is made from.
#[derive(Clone, Copy)]
pub struct SceneContext<'a> {
    /// The session, with its day, lens, selection and viewport.
    pub session: &'a Session,
    /// The situation on the session's day.
    pub situation: &'a Situation,
    /// The colors.
    pub theme: &'a Theme,
    /// The texts of the interface language.
    pub text: &'a Text,
    /// Screen points per design unit.
    pub unit: f32,
    /// Which of legend and scale bar the map shows.
    pub furniture: Furniture,
    /// How much of the map is drawn.
    pub detail: MapDetail,
}

impl<'a> SceneContext<'a> {
    fn atlas(&self) -> &'a Atlas {
        self.session.timeline().atlas()
    }

    fn geometry(&self) -> &'a MapGeometry {
        self.session.geometry()
    }

    /// Whether only outlines, fills, holders and the largest names are drawn.
    fn is_sketch(&self) -> bool {
        self.detail == MapDetail::Sketch
    }

    /// Whether the map has large type, and signs without words.
    fn is_slide(&self) -> bool {
        matches!(self.detail, MapDetail::Slide | MapDetail::Wall)
    }

    /// Whether all that is on record of the day is drawn in the large type of a slide.
    fn is_wall(&self) -> bool {
        self.detail == MapDetail::Wall
    }

    /// Reports that are drawn on the day: those with an exact, recent day, and those that are
    /// possible on the day within a narrow range.
    fn drawn_units(&self) -> Vec<UnitReport> {
        drawn_units(self.session, self.situation)
    }

    fn sent_today(&self) -> Vec<usize> {
        sent(self.situation)
    }

    /// Great-circle distance of a place from the center of the view, rounded to 10 km. `None` where
    /// the place has no coordinates or the atlas no projection.
    fn distance_km(&self, place: &str) -> Option<f64> {
        let place = self.atlas().place(place)?.point?;
        let centre = self.session.viewport().centre;
        let projector = self.geometry().projector.as_ref()?;
        let centre = projector.lon_lat_from_map(centre);
        let (lat, lon) = (centre.y.to_radians(), centre.x.to_radians());
        let (lat2, lon2) = (place.y().to_radians(), place.x().to_radians());
        let h = ((lat2 - lat) / 2.0).sin().powi(2)
            + lat.cos() * lat2.cos() * ((lon2 - lon) / 2.0).sin().powi(2);
        Some((2.0 * EARTH_RADIUS_KM * h.sqrt().asin() / 10.0).round() * 10.0)
    }
}

/// Greatest number of messages that are numbered.
const MOST_NUMBERED: usize = 9;

/// Messages certainly sent on the day or within the range, in order.
fn sent(situation: &Situation) -> Vec<usize> {
    let certain = |d: &&crate::timeline::Dated| d.certainty == crate::time::Truth::Certain;
    let messages = situation.messages.iter().filter(certain);
    messages.map(|d| d.index).collect()
}

/// The number that a message has on the map and in the list beside it; `None` where it is the only
/// one, one of too many, or not certainly of the day.
#[must_use]
pub fn message_number(situation: &Situation, index: usize) -> Option<usize> {
    let sent = sent(situation);
    let are_numbered = sent.len() > 1 && sent.len() <= MOST_NUMBERED;
    let position = sent.iter().position(|i| *i == index);
    position.filter(|_| are_numbered).map(|i| i + 1)
}

fn drawn_units(session: &Session, situation: &Situation) -> Vec<UnitReport> {
    let atlas = session.timeline().atlas();
    let drawn = |u: &&UnitReport| {
        let fix = &atlas.units[u.unit].fixes[u.fix];
        let exact = fix.head.dating.exact_day().is_some();
        let in_range = situation
            .since
            .is_some_and(|since| fix.head.dating.exact_day().is_some_and(|day| day >= since));
        let recent = exact && (in_range || u.age_days.is_some_and(|age| age <= REPORT_DAYS));
        let (from, to) = session.timeline().bounds_of(&fix.head.id);
        // With a last possible day alone, the report counts from that day on.
        let width = to.map(|to| crate::time::days_between(from.unwrap_or(to), to));
        let narrow = !exact
            && width.is_some_and(|days| days <= WIDEST_DRAWN_DAYS)
            && to.is_some_and(|to| to >= situation.day);
        recent || narrow || session.selection() == Some(atlas.units[u.unit].id.as_str())
    };
    situation.units.iter().filter(drawn).copied().collect()
}

/// Places that the day's records name. Their labels are drawn at every scale.
fn spoken_of(session: &Session, situation: &Situation) -> BTreeSet<String> {
    let atlas = session.timeline().atlas();
    let mut places: BTreeSet<String> = situation
        .places
        .iter()
        .map(|(place, _)| place.to_string())
        .collect();
    for report in drawn_units(session, situation) {
        let fix = &atlas.units[report.unit].fixes[report.fix];
        places.extend(fix.at.iter().chain(&fix.to).map(ToString::to_string));
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

impl SceneBuilder<'_> {
    /// Places seats, the names of everything and the letters of holders, each so that it avoids
    /// those before it.
    fn names(&mut self, with_holders: bool) {
        self.seats();
        self.reserve_places();
        self.town_names(PlaceLabelPass::Capitals);
        self.curved_names(NamePass::States);
        self.district_names();
        if with_holders {
            self.brackets();
        }
        self.curved_names(NamePass::Regions);
        self.town_names(PlaceLabelPass::Lasting);
        self.water_names();
        self.curved_names(NamePass::Ground);
        self.town_names(PlaceLabelPass::Small);
        self.take_rings();
        if with_holders {
            self.holder_letters();
        }
        self.town_names(PlaceLabelPass::OfTheDay);
        self.callout_names();
    }
}

/// What a map is drawn for.
enum Purpose<'a> {
    /// A window, with label positions to reuse.
    Window(Option<&'a mut LabelCache>),
    /// A plate, with a callout at the place of its headline. Its page tells the messages that have
    /// no arc, so its map needs no strip of them.
    Plate(Option<callout::Callout>),
}

impl Scene {
    /// Makes the scene of a map.
    #[must_use]
    pub fn new(view: &SceneContext<'_>) -> Self {
        Self::draw(view, Purpose::Window(None))
    }

    /// Makes the scene of a plate's map, with a callout at the place of its headline.
    fn of_plate(view: &SceneContext<'_>, callout: Option<callout::Callout>) -> Self {
        Self::draw(view, Purpose::Plate(callout))
    }

    /// Makes the scene of a map and reuses cached label positions, for scenes that follow one
    /// another.
    #[must_use]
    pub fn with_labels(view: &SceneContext<'_>, labels: &mut LabelCache) -> Self {
        Self::draw(view, Purpose::Window(Some(labels)))
    }

    fn draw(view: &SceneContext<'_>, purpose: Purpose<'_>) -> Self {
        let (labels, callout, has_strip) = match purpose {
            Purpose::Window(labels) => (labels, None, true),
            Purpose::Plate(callout) => (None, callout, false),
        };
        let SceneContext {
            session, furniture, ..
        } = *view;
        let mut s = SceneBuilder::new(*view);
        s.spoken_of = spoken_of(session, view.situation);
        s.labels = labels;
        s.line_grid = s.grid_of_lines();
        s.drawn = s.dissolved(view.situation, session.lens()).into();
        s.land();
        s.fills();
        let sketch = view.is_sketch();
        let mut shown = session.shown();
        if sketch {
            (shown.troops, shown.messages) = (false, false);
        } else {
            s.relief();
        }
        s.water();
        // Through the lens of control, the ribbons are the answer.
        let shows_ribbons = slide_map::shows_holders(session, view.is_slide());
        if shows_ribbons {
            s.enlarged(SceneBuilder::ribbons);
        }
        s.frontier_lines();
        s.lines();
        let lit = s.lit();
        s.lit_outline(&lit);
        s.selection();
        s.changed();
        // Labels are placed in this order. Those that do not depend on the date come first, so that
        // they stay in place when the date changes.
        if let Some(right) = furniture.scale_right {
            s.scale_bar(right);
        }
        if furniture.has_buttons {
            s.reserve_buttons();
        }
        s.reserve_legend(furniture.legend);
        if sketch {
            s.district_names();
            if shows_ribbons {
                s.holder_letters();
            }
        } else if view.is_slide() {
            s.slide_names(shows_ribbons);
        } else {
            s.names(shows_ribbons);
        }
        s.reserve_known_legend(furniture.legend);
        let listed = match (shown.troops, view.is_slide()) {
            (false, _) => Vec::new(),
            (true, false) => s.troops(),
            (true, true) => {
                s.slide_troops();
                Vec::new()
            }
        };
        if view.is_wall() {
            s.enlarged(SceneBuilder::twice_told);
        } else if !sketch && !view.is_slide() {
            s.twice_told();
        }
        let in_strip = if shown.messages {
            s.enlarged(SceneBuilder::messages)
        } else {
            Vec::new()
        };
        // Lists and the strip may stand anywhere, so they come last.
        if !listed.is_empty() || !in_strip.is_empty() {
            s.ground = Some(ground::Ground::new(&s));
        }
        s.lists(&listed);
        if has_strip && !view.is_slide() {
            s.message_strip(&in_strip);
        }
        if !sketch {
            s.forget_displaced_places();
            s.places();
            s.selected_place();
        }
        s.remove_displaced();
        s.step_callouts();
        if let Some(callout) = callout.filter(|_| !sketch) {
            s.callout(&callout);
        }
        s.explain_signs();
        let explained = s.legend(furniture.legend);
        s.items.sort_by_key(|i| i.layer);
        Self {
            items: s.items,
            hits: s.hits,
            legend: explained,
        }
    }
}
