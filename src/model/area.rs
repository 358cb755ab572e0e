//! The area that a record is about. The records of `model` refer to it; every other module looks it
//! up in the `Atlas`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{DistrictId, PlaceId};

/// A district, a group of districts, or a place. The files contain only the id; the loader
/// determines its kind ([`AtlasParts::resolve_areas`](super::AtlasParts::resolve_areas)). An id
/// read from a file alone counts as that of a district.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaId {
    /// Id of a district, or of a part of one.
    District(DistrictId),
    /// Id of a named set of districts.
    Group(DistrictId),
    /// Id of a place.
    Place(PlaceId),
}

impl AreaId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::District(id) | Self::Group(id) => id.as_str(),
            Self::Place(id) => id.as_str(),
        }
    }

    /// The id of the district or group; `None` for a place.
    #[must_use]
    pub fn district(&self) -> Option<&DistrictId> {
        match self {
            Self::District(id) | Self::Group(id) => Some(id),
            Self::Place(_) => None,
        }
    }
}

impl fmt::Display for AreaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for AreaId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AreaId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        DistrictId::deserialize(from).map(Self::District)
    }
}

impl JsonSchema for AreaId {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "AreaId".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
