//! Ground and people: districts, their boundaries, places, the base map, parties and persons.

use geo_types::{LineString, MultiPolygon, Point};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{Authority, Citation, DistrictId, PaletteSlot, PartyId, PersonId, PlaceId, Words};
use crate::time::Edtf;

/// A district, or a part of one. Outline in degrees, longitude first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct District {
    /// Its id.
    pub id: DistrictId,
    /// Its names.
    pub names: Words,
    /// Its rank in the administration.
    pub kind: DistrictKind,
    /// The district of which it is a part.
    #[serde(default)]
    pub parent: Option<DistrictId>,
    /// Area of the outline, km².
    #[serde(default)]
    pub area_km2: Option<f64>,
    /// Printed area of the time, km².
    #[serde(default)]
    pub historical_area_km2: Option<f64>,
    /// Where that is printed.
    #[serde(default)]
    pub historical_area_source: Option<String>,
    /// Drawn for orientation only.
    #[serde(default)]
    pub context: bool,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// Outline, degrees.
    #[serde(skip, default = "no_outline")]
    pub outline: MultiPolygon<f64>,
}

fn no_outline() -> MultiPolygon<f64> {
    MultiPolygon::new(Vec::new())
}

/// Rank of a district in the administration of its time: `part` for a part of another district, else the atlas's own word,
/// such as `uezd`, `county`, `province` or `canton`. The manifest's `district_kinds` may name it in the atlas's languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
pub struct DistrictKind(String);

/// A rank that is not one kebab-case word.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no kind of district; write one word in lower case, such as `county`")]
pub struct NotAKind(String);

impl DistrictKind {
    /// The word of the files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a part of another district.
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

/// An arc between two districts. Line in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Boundary {
    /// Its id.
    pub id: String,
    /// District on the left; `None`: outside the atlas.
    #[serde(default)]
    pub left: Option<DistrictId>,
    /// District on the right.
    #[serde(default)]
    pub right: Option<DistrictId>,
    /// What it follows.
    pub follows: String,
    /// How it is known.
    #[serde(default)]
    pub reason: Words,
    /// 3 on a river, crest or surveyed line; 2 moderate; 1 conjectural.
    pub precision: u8,
    /// The line, degrees.
    #[serde(skip, default = "no_line")]
    pub line: LineString<f64>,
}

fn no_line() -> LineString<f64> {
    LineString::new(Vec::new())
}

/// A named place. Point in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// Its names.
    pub names: Words,
    /// What it is.
    pub kind: PlaceKind,
    /// 1 (capital) to 5 (village).
    pub rank: u8,
    /// How well the point is known, km.
    #[serde(default)]
    pub precision_km: Option<f64>,
    /// Whence the point.
    #[serde(default)]
    pub coordinate_source: Option<String>,
    /// Where the source names it.
    #[serde(default)]
    pub cites: Vec<Citation>,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// Where; `None`: named or described only.
    #[serde(skip)]
    pub point: Option<Point<f64>>,
}

/// What a place is.
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

/// Land, water and railways under the districts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Base {
    /// All features, in drawing order.
    pub features: Vec<BaseFeature>,
    /// Shaded relief, where the package has it.
    pub relief: Option<Relief>,
}

/// Shaded relief: a grid of greys, row by row from the north-west, in even steps of longitude and latitude.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Relief {
    /// West, south, east and north edge, in degrees.
    pub bbox: [f64; 4],
    /// Side of a cell, in kilometres.
    pub cell_km: f64,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Where the heights come from.
    #[serde(default)]
    pub source: String,
    /// 0 black to 255 white; flat ground is the middle one of all.
    #[serde(skip)]
    pub grey: Vec<u8>,
}

/// One feature of the base map. Geometry in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BaseFeature {
    /// Its id.
    pub id: String,
    /// Its names.
    #[serde(default)]
    pub names: Words,
    /// What it is.
    pub kind: BaseKind,
    /// 1 is most important.
    #[serde(default)]
    pub rank: u8,
    /// Geometry, degrees.
    #[serde(skip, default = "no_geometry")]
    pub geometry: geo_types::Geometry<f64>,
}

fn no_geometry() -> geo_types::Geometry<f64> {
    geo_types::Geometry::LineString(no_line())
}

/// What a feature of the base map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is its own explanation")]
pub enum BaseKind {
    Land,
    Lake,
    River,
    Railway,
    Border,
    /// Coasts of the wider region, for the small map of where the capitals lie.
    Coast,
}

/// A claimant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its names.
    pub names: Words,
    /// Where it sits.
    #[serde(default)]
    pub seat: Option<PlaceId>,
    /// The letter that stands beside its colour.
    pub letter: String,
    /// The palette slot that themes colour. A loaded atlas has one for every party; a file may leave it out.
    #[serde(default)]
    pub slot: Option<PaletteSlot>,
    /// The language in which it named the districts, where the atlas has those names.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether it is one of the capitals.
    #[serde(default)]
    pub capital: bool,
    /// Whether its view is offered among the lenses and in the matrix; where absent, that of a capital is.
    #[serde(default)]
    pub lens: Option<bool>,
}

impl Party {
    /// Whether its view is offered among the lenses and in the matrix.
    #[must_use]
    pub fn offers_lens(&self) -> bool {
        self.lens.unwrap_or(self.capital)
    }
}

/// A person or body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// Ids in the table of evidence.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// Person or body.
    pub kind: PersonKind,
    /// Its names.
    pub names: Words,
    /// The name in the source's spelling.
    #[serde(default)]
    pub as_written: Option<String>,
    /// For whom it speaks.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// The weight of its word.
    pub authority: Authority,
    /// Why that weight.
    #[serde(default)]
    pub reason: Words,
    /// Offices as dated.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// What to beware of.
    #[serde(default)]
    pub note: Words,
    /// Where the source names it.
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// Person or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PersonKind {
    /// One human being.
    Person,
    /// A government, bureau, command, delegation or other many.
    Body,
}

/// An office as the source states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its title.
    pub title: Words,
    /// When it is stated.
    #[serde(default)]
    pub when: Option<Edtf>,
    /// The title in the source's words.
    #[serde(default)]
    pub as_written: Option<String>,
    /// Where.
    #[serde(default)]
    pub cites: Vec<Citation>,
}
