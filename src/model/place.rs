//! Districts, their boundaries, places, the base map, parties and persons. `geometry` projects the
//! outlines and points; all other modules read the names.

use chrono::NaiveDate;
use geo_types::{LineString, MultiPolygon, Point};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{Authority, Citation, DistrictId, PaletteSlot, PartyId, PersonId, PlaceId, Words};
use crate::time::Edtf;

/// A district, or a part of one. Its outline is in degrees, longitude first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct District {
    /// Id of the district.
    pub id: DistrictId,
    /// Names of the district, by language.
    pub names: Words,
    /// Rank of the district in the administration.
    pub kind: DistrictKind,
    /// The district of which it is a part; `None` for a district that is part of none.
    #[serde(default)]
    pub parent: Option<DistrictId>,
    /// Area of the outline, in km².
    #[serde(default)]
    pub area_km2: Option<f64>,
    /// Area as printed at the time, in km².
    #[serde(default)]
    pub historical_area_km2: Option<f64>,
    /// Where that area is printed.
    #[serde(default)]
    pub historical_area_source: Option<String>,
    /// Whether it is drawn for orientation only.
    #[serde(default)]
    pub context: bool,
    /// Whether its names only describe it, because it has none of its own. They are set quietly, so
    /// that nobody takes them for official ones.
    #[serde(default)]
    pub described: bool,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub note: Words,
    /// The outline, in degrees.
    #[serde(skip, default = "no_outline")]
    pub outline: MultiPolygon<f64>,
}

fn no_outline() -> MultiPolygon<f64> {
    MultiPolygon::new(Vec::new())
}

/// Rank of a district in the administration of its time: `part` for a part of another district,
/// otherwise the atlas's own word, such as `uezd`, `county`, `province` or `canton`. The manifest's
/// `district_kinds` may name it in the atlas's languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
pub struct DistrictKind(String);

/// The error for a rank that is not one kebab-case word.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no kind of district; write one word in lower case, such as `county`")]
pub struct NotAKind(String);

impl DistrictKind {
    /// The word that the files use.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the district is a part of another district.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.0 == "part"
    }
}

impl TryFrom<String> for DistrictKind {
    type Error = NotAKind;

    fn try_from(text: String) -> Result<Self, NotAKind> {
        let is_word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.split('-').all(is_word) {
            Ok(Self(text))
        } else {
            Err(NotAKind(text))
        }
    }
}

impl From<DistrictKind> for String {
    fn from(kind: DistrictKind) -> Self {
        kind.0
    }
}

/// A boundary line between two districts, in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Boundary {
    /// Id of the boundary.
    pub id: String,
    /// District on the left; `None` where that side is outside the atlas.
    #[serde(default)]
    pub left: Option<DistrictId>,
    /// District on the right; `None` where that side is outside the atlas.
    #[serde(default)]
    pub right: Option<DistrictId>,
    /// What the line follows, such as a river or a crest.
    pub follows: String,
    /// How the course of the line is known.
    #[serde(default)]
    pub reason: Words,
    /// Precision of the line: 3 on a river, crest or surveyed line; 2 moderate; 1 conjectural.
    pub precision: u8,
    /// The line, in degrees.
    #[serde(skip, default = "no_line")]
    pub line: LineString<f64>,
}

fn no_line() -> LineString<f64> {
    LineString::new(Vec::new())
}

/// A named place. Its point is in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Id of the place.
    pub id: PlaceId,
    /// Ids of the entries in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// Names of the place, by language.
    pub names: Words,
    /// The kind of place.
    pub kind: PlaceKind,
    /// Importance, from 1 (capital) to 5 (village).
    pub rank: u8,
    /// Precision of the point, in kilometres.
    #[serde(default)]
    pub precision_km: Option<f64>,
    /// Where the coordinates are from.
    #[serde(default)]
    pub coordinate_source: Option<String>,
    /// Height above the sea, in metres, which the map shows beside the name of a peak or pass.
    #[serde(default)]
    pub height_m: Option<i32>,
    /// Where the height is from.
    #[serde(default)]
    pub height_source: Option<String>,
    /// The pages and notes where the source names the place.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub note: Words,
    /// The point, in degrees; `None` where the source only names or describes the place.
    #[serde(skip)]
    pub point: Option<Point<f64>>,
}

/// The kind of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum PlaceKind {
    Capital,
    City,
    Town,
    Village,
    Station,
    Pass,
    Bridge,
    Peak,
    Front,
    Region,
    Country,
    River,
    Railway,
    Line,
    Monastery,
}

/// Land, water and railways below the districts, and the relief.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Base {
    /// All features, in drawing order.
    pub features: Vec<BaseFeature>,
    /// Heights of the ground; `None` where the package has none.
    pub relief: Option<Relief>,
}

/// Relief: a grid of heights, row by row from the north-west, in even steps of longitude and
/// latitude.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Relief {
    /// West, south, east and north edge, in degrees.
    pub bbox: [f64; 4],
    /// Side of a cell, in kilometres.
    pub cell_km: f64,
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// Source of the heights.
    #[serde(default)]
    pub source: String,
    /// Heights of the cells above the sea, in metres; 0 where the ground lies lower.
    #[serde(skip)]
    pub heights: std::sync::Arc<[u16]>,
}

/// One feature of the base map. Its geometry is in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BaseFeature {
    /// Id of the feature.
    pub id: String,
    /// Names of the feature, by language.
    #[serde(default)]
    pub names: Words,
    /// The kind of feature.
    pub kind: BaseKind,
    /// Importance; 1 is the most important.
    #[serde(default)]
    pub rank: u8,
    /// Of a name of a region: the district or group that it names; `None` where it names none.
    #[serde(default)]
    pub area: Option<DistrictId>,
    /// First day on which a name is set; `None` where it is set from the beginning.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day on which a name is set; `None` where it is set to the end.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Why the feature is drawn or named as it is; empty where nothing needs to be said.
    #[serde(default)]
    pub note: Words,
    /// The geometry, in degrees.
    #[serde(skip, default = "no_geometry")]
    pub geometry: geo_types::Geometry<f64>,
}

fn no_geometry() -> geo_types::Geometry<f64> {
    geo_types::Geometry::LineString(no_line())
}

impl BaseFeature {
    /// Whether it is set on a day.
    #[must_use]
    pub fn is_set_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// The kind of a feature of the base map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum BaseKind {
    Land,
    Lake,
    River,
    Railway,
    /// A frontier between states at the time that no boundary of a district follows.
    Frontier,
    /// A frontier of today.
    Border,
    /// Coasts of the wider region, or its land, for the locator map.
    Coast,
    /// Line along which the name of a state is set.
    State,
    /// Line along which the name of a region is set.
    Region,
    /// Line along which the name of a mountain range is set.
    Range,
    /// Line along which the name of a valley or plain is set.
    Valley,
}

impl BaseKind {
    /// Whether the feature is only the line along which its name is set.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::State | Self::Region | Self::Range | Self::Valley
        )
    }
}

/// A claimant or belligerent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Id of the party.
    pub id: PartyId,
    /// Names of the party, by language.
    pub names: Words,
    /// What the party is called inside a sentence, where that differs from its name, such as
    /// `the Nakhchivan National Council`.
    #[serde(default)]
    pub called: Words,
    /// What its troops are called, such as `Armenian troops`; empty where they are called after the
    /// party.
    #[serde(default)]
    pub troops: Words,
    /// The place where the party has its seat; `None` where it has none.
    #[serde(default)]
    pub seat: Option<PlaceId>,
    /// The letter that is shown with the party's color.
    pub letter: String,
    /// The palette slot that themes color. A loaded atlas has one for every party; a file may omit
    /// it.
    #[serde(default)]
    pub slot: Option<PaletteSlot>,
    /// The language in which the party named the districts, where the atlas has those names.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether the party is one of the capitals.
    #[serde(default)]
    pub capital: bool,
    /// Whether its view is offered among the lenses and in the matrix. Where this is absent, only
    /// that of a capital is.
    #[serde(default)]
    pub lens: Option<bool>,
    /// What it is called before a child of ten.
    #[serde(default, skip_serializing_if = "PlainParty::is_empty")]
    pub in_plain_words: PlainParty,
}

/// What a party is called before a child of ten; its other names serve where one is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlainParty {
    /// As a speaker inside a sentence, such as `Nakhchivan’s council`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub name: Words,
    /// As the owner of land, such as `Armenia`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub country: Words,
    /// Its troops, such as `Armenian soldiers`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub troops: Words,
}

impl PlainParty {
    /// Whether nothing of it is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Party {
    /// Whether its view is offered among the lenses and in the matrix.
    #[must_use]
    pub fn offers_lens(&self) -> bool {
        self.lens.unwrap_or(self.capital)
    }
}

/// A person or body that speaks, writes or decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// Id of the person or body.
    pub id: PersonId,
    /// Ids of the entries in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// Whether it is a person or a body.
    pub kind: PersonKind,
    /// Names of the person or body, by language.
    pub names: Words,
    /// Who it is, before a child of ten, such as `Chicherin, Soviet Russia’s foreign minister`.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub plain: Words,
    /// The name in the source's spelling.
    #[serde(default)]
    pub as_written: Option<String>,
    /// The party that it speaks for; `None` where it speaks for none.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// The weight of its statements.
    pub authority: Authority,
    /// The reason for that weight.
    #[serde(default)]
    pub reason: Words,
    /// Offices with their dates.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// A caution for the reader; empty where there is none.
    #[serde(default)]
    pub note: Words,
    /// The pages and notes where the source names it.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// Whether a voice is a person or a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PersonKind {
    /// A single person.
    Person,
    /// A government, bureau, command, delegation or other body of several persons.
    Body,
}

/// An office as the source states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Title of the office.
    pub title: Words,
    /// Date for which the source states the office.
    #[serde(default)]
    pub when: Option<Edtf>,
    /// The title in the source's words.
    #[serde(default)]
    pub as_written: Option<String>,
    /// The pages and notes where the office is stated.
    #[serde(default)]
    pub cites: Vec<Citation>,
}
