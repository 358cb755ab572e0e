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

/// The projection of the map and its parameters, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// Which projection it is.
    #[serde(default)]
    pub kind: ProjectionKind,
    /// First standard parallel, in degrees; only a cone has one.
    pub lat_1: f64,
    /// Second standard parallel, in degrees; only a cone has one.
    pub lat_2: f64,
    /// Latitude of the origin, in degrees.
    pub lat_0: f64,
    /// Central meridian, in degrees.
    pub lon_0: f64,
}

/// The projections in which a map can be drawn.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ProjectionKind {
    /// Lambert's conformal cone, for a region of middle latitudes.
    #[default]
    Conic,
    /// Lambert's equal-area azimuthal projection, for a region at the equator, at a pole, or as wide as
    /// a continent.
    Azimuthal,
    /// Equal Earth, for the whole world.
    World,
}

impl ProjectionKind {
    /// The projection that suits a first view, given as west, south, east and north in degrees.
    ///
    /// ```
    /// use araxes::model::ProjectionKind;
    ///
    /// assert_eq!(ProjectionKind::suitable([44.0, 38.0, 48.0, 41.0]), ProjectionKind::Conic);
    /// assert_eq!(ProjectionKind::suitable([-10.0, -20.0, 10.0, 20.0]), ProjectionKind::Azimuthal);
    /// assert_eq!(ProjectionKind::suitable([-180.0, -90.0, 180.0, 90.0]), ProjectionKind::World);
    /// ```
    #[must_use]
    pub fn suitable([west, south, east, north]: [f64; 4]) -> Self {
        let (width, height) = (east - west, north - south);
        let is_middle = (south > 5.0 || north < -5.0) && south.abs().max(north.abs()) < 80.0;
        if width > 200.0 || height > 110.0 {
            Self::World
        } else if is_middle && width < 120.0 && height < 50.0 {
            Self::Conic
        } else {
            Self::Azimuthal
        }
    }
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
