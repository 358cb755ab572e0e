//! Where a record is of.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{DistrictId, PlaceId};

/// A district, a group of districts, or a place. In the files it is the id alone: whose id it is, the loader finds out
/// ([`AtlasParts::resolve_areas`](super::AtlasParts::resolve_areas)). As read from a file alone it counts as a district's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaId {
    /// A district, or a part of one.
    District(DistrictId),
    /// A named set of districts.
    Group(DistrictId),
    /// A place.
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

    /// The district or group; `None` for a place.
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
