//! `atlas.json`: what an atlas is called, which days and what ground it covers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AtlasTexts, DistrictId, PartyId, ScaleUnit, Words};
use crate::numeric::clamped;

/// `atlas.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Version of the package format; 1.
    pub format: u32,
    /// Id of the atlas.
    pub id: String,
    /// Title.
    pub title: Words,
    /// Subtitle.
    #[serde(default)]
    pub subtitle: Words,
    /// Days it covers.
    pub span: Span,
    /// First view: west, south, east, north in degrees.
    pub home: [f64; 4],
    /// Lambert conformal conic.
    pub projection: Projection,
    /// Languages it is written in.
    pub languages: Vec<String>,
    /// The capitals whose answers are compared.
    #[serde(default)]
    pub capitals: Vec<PartyId>,
    /// Named sets of districts.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Licence.
    #[serde(default)]
    pub licence: Option<String>,
    /// Credits.
    #[serde(default)]
    pub credits: Words,
    /// Units of the scale bar, the main one first.
    #[serde(default = "ScaleUnit::usual")]
    pub scale_units: Vec<ScaleUnit>,
    /// Whether the Julian calendar was in use, so that old-style dates stand beside the Gregorian ones.
    #[serde(default)]
    pub julian_calendar: bool,
    /// Names of the kinds of its districts, by the word that `districts.geojson` has.
    #[serde(default)]
    pub district_kinds: BTreeMap<String, Words>,
    /// Sentences in which it speaks of itself.
    #[serde(default)]
    pub texts: AtlasTexts,
}

/// The days an atlas covers, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    pub start: NaiveDate,
    /// Last day of the main part.
    pub end: NaiveDate,
    /// Last day of the epilogue.
    #[serde(default)]
    pub epilogue_end: Option<NaiveDate>,
}

impl Span {
    /// Last day of all.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.epilogue_end.unwrap_or(self.end)
    }

    /// Whether `day` is covered.
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

/// Parameters of the Lambert conformal conic projection, degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// First standard parallel.
    pub lat_1: f64,
    /// Second standard parallel.
    pub lat_2: f64,
    /// Latitude of origin.
    pub lat_0: f64,
    /// Central meridian.
    pub lon_0: f64,
}

/// A named set of districts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: DistrictId,
    /// Its names.
    pub names: Words,
    /// Its districts.
    pub members: Vec<DistrictId>,
    /// Whose reading the set is.
    #[serde(default)]
    pub note: Words,
}
