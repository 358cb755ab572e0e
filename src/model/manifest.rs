//! `atlas.json`: the title of an atlas, and the days and the area that it covers. All modules read
//! it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AtlasTexts, DistrictId, PartyId, ScaleUnit, Words};
use crate::numeric::clamped;

/// Contents of `atlas.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Version of the package format, which is 1.
    pub format: u32,
    /// Id of the atlas.
    pub id: String,
    /// Title of the atlas.
    pub title: Words,
    /// Subtitle of the atlas; empty where there is none.
    #[serde(default)]
    pub subtitle: Words,
    /// The days that the atlas covers.
    pub span: Span,
    /// The first view of the map, as west, south, east and north in degrees.
    pub home: [f64; 4],
    /// The projection of the map.
    pub projection: Projection,
    /// Tags of the languages in which the atlas is written, such as `en`.
    pub languages: Vec<String>,
    /// The capitals whose answers are compared.
    #[serde(default)]
    pub capitals: Vec<PartyId>,
    /// Named sets of districts.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Licence of the data.
    #[serde(default)]
    pub licence: Option<String>,
    /// People and institutions to be credited.
    #[serde(default)]
    pub credits: Words,
    /// Units of the scale bar, the main one first.
    #[serde(default = "ScaleUnit::usual")]
    pub scale_units: Vec<ScaleUnit>,
    /// Whether the Julian calendar was in use, so that old-style dates are shown beside the
    /// Gregorian ones.
    #[serde(default)]
    pub julian_calendar: bool,
    /// Names of the kinds of districts, by the word in `districts.geojson`.
    #[serde(default)]
    pub district_kinds: BTreeMap<String, Words>,
    /// Sentences in which the atlas describes itself.
    #[serde(default)]
    pub texts: AtlasTexts,
}

/// The days that an atlas covers, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    pub start: NaiveDate,
    /// Last day of the main part.
    pub end: NaiveDate,
    /// Last day of the epilogue; `None` where there is no epilogue.
    #[serde(default)]
    pub epilogue_end: Option<NaiveDate>,
}

impl Span {
    /// Last day of the epilogue, or of the main part where there is no epilogue.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.epilogue_end.unwrap_or(self.end)
    }

    /// Whether the atlas covers `day`.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.start..=self.last()).contains(&day)
    }

    /// The covered day nearest to `day`.
    #[must_use]
    pub fn clamp(&self, day: NaiveDate) -> NaiveDate {
        clamped(day, self.start, self.last())
    }
}

/// Parameters of the Lambert conformal conic projection, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// First standard parallel, in degrees.
    pub lat_1: f64,
    /// Second standard parallel, in degrees.
    pub lat_2: f64,
    /// Latitude of the origin, in degrees.
    pub lat_0: f64,
    /// Central meridian, in degrees.
    pub lon_0: f64,
}

/// A named set of districts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id of the group.
    pub id: DistrictId,
    /// Names of the group, by language.
    pub names: Words,
    /// Districts in the group.
    pub members: Vec<DistrictId>,
    /// By whose reading these districts form a group.
    #[serde(default)]
    pub note: Words,
}
