//! A tour: the steps of a lecture, each with a day, a lens, a view of the map and texts. `load`
//! reads tours from `tours/*.json`; `session` follows them; `scene` draws each step as a slide.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AreaId, DistrictId, RecordId, Words};
use crate::time::DayRange;

/// A lecture as an ordered list of steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tour {
    /// Id of the tour, which is the name of its file without `.json`.
    pub id: String,
    /// Title of the tour.
    pub title: Words,
    /// What the tour is about, in at most 40 words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub about: Words,
    /// Minutes that the shorter version takes; `None` where no step belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_minutes: Option<u16>,
    /// The steps, in their order.
    pub steps: Vec<TourStep>,
}

/// One step of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TourStep {
    /// Id of the step, unique in its tour.
    pub id: String,
    /// What kind of step it is.
    #[serde(default)]
    pub kind: StepKind,
    /// The day on which the map stands.
    pub date: NaiveDate,
    /// The days that are told, written `FIRST/LAST` and shown in place of the date.
    #[serde(default, with = "days", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub range: Option<DayRange>,
    /// Lens of the map: `claims`, `control`, a party or a voice. Absent where `compare` is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lens: Option<String>,
    /// Lenses of two maps of the day, the first one left or above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<[String; 2]>,
    /// The part of the map that is shown.
    #[serde(default, skip_serializing_if = "StepView::is_home")]
    pub view: StepView,
    /// What is drawn besides land, outlines and names. Without any, the map has no colors.
    #[serde(default)]
    pub layers: Vec<StepLayer>,
    /// A record or district whose source is shown and whose areas are outlined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    /// What the step finds, in at most 6 words.
    pub headline: Words,
    /// What happened, in at most 25 words.
    pub caption: Words,
    /// The caption in the words of a child of ten, in at most 20 words. A kiosk shows it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// What the speaker says, in 60 to 120 words. The room does not see it.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub notes: Words,
    /// A question for the room, in at most 15 words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub ask: Words,
    /// The answer, in at most 25 words, which the next press of a key shows.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub reveal: Words,
    /// Conditions on the records that are shown, as the option `--filter` takes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// Words at places of the map.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub callouts: Vec<StepCallout>,
    /// Districts that are emphasized.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lights_up: Vec<DistrictId>,
    /// Seconds for which the step is shown when the tour plays without a speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dwell_s: Option<f64>,
    /// How the map changes from the step before.
    #[serde(default)]
    pub transition: StepTransition,
    /// Ids of everything that the texts of the step state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordId>,
    /// For each record that is not of the step's days: the words of the step that say when it was.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub other_days: std::collections::BTreeMap<String, String>,
    /// Whether the step belongs to the shorter version of the tour.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub short: bool,
}

impl TourStep {
    /// Every area that the view and the callouts name, so that the loader can tell their kinds.
    pub(super) fn areas_mut(&mut self) -> impl Iterator<Item = &mut AreaId> {
        let centre = self
            .view
            .centre
            .iter_mut()
            .filter_map(|centre| match centre {
                StepCentre::Area(area) => Some(area),
                StepCentre::LonLat(_) => None,
            });
        let callouts = self.callouts.iter_mut().map(|callout| &mut callout.at);
        self.view.fit.iter_mut().chain(centre).chain(callouts)
    }
}

/// What kind of step it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// The first slide: what the tour is about and who speaks.
    Opening,
    /// A day, or a few days told together.
    #[default]
    Day,
    /// A day with a question for the room and an answer.
    Question,
    /// The last slide: where the source stops.
    Closing,
}

/// The part of the map that a step shows: areas that must be seen, or a center and a width. Without
/// either it is the first view of the atlas.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepView {
    /// Districts, groups and places that must all be seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fit: Vec<AreaId>,
    /// The center of the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<StepCentre>,
    /// Width of the map, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_km: Option<f64>,
}

impl StepView {
    /// Whether it is the first view of the atlas.
    #[must_use]
    pub fn is_home(&self) -> bool {
        *self == Self::default()
    }
}

/// The center of a step's map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum StepCentre {
    /// Id of a district, group or place.
    Area(AreaId),
    /// Longitude and latitude, in degrees.
    LonLat([f64; 2]),
}

/// A layer that a step draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepLayer {
    /// Fills of districts, through the lens.
    Fills,
    /// Holders, as ribbons along outlines and rings around towns.
    Holders,
    /// Troops and their moves.
    Troops,
    /// Messages of the day, and seats of capitals.
    Messages,
    /// Frontiers of today, for orientation.
    Today,
}

/// Words at a place of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepCallout {
    /// A district, group or place of the map.
    pub at: AreaId,
    /// At most 8 words.
    pub text: Words,
    /// The record that states it, which is one of the step's records.
    pub record: RecordId,
    /// Which of the two lenses that the step compares has it on its map; without it, the one whose
    /// voice the record has, otherwise the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lens: Option<String>,
}

/// How the map changes from the step before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepTransition {
    /// At once.
    Cut,
    /// The colors fade into each other; the map keeps its place.
    #[default]
    Fade,
    /// The map moves first, then the colors fade into each other.
    Move,
}

/// Days as text: `FIRST/LAST`.
mod days {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use crate::time::DayRange;

    #[expect(clippy::ref_option, reason = "the form that serde asks for")]
    pub(super) fn serialize<S: Serializer>(
        range: &Option<DayRange>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        range
            .map(|r| format!("{}/{}", r.first, r.last))
            .serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<DayRange>, D::Error> {
        let text = String::deserialize(from)?;
        let days = text.split_once('/').and_then(|(first, last)| {
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            (first <= last).then(|| DayRange::between(first, last))
        });
        let wrong = || D::Error::custom(format!("`{text}` is no range; write FIRST/LAST"));
        days.map(Some).ok_or_else(wrong)
    }
}
