//! One type for each kind of id, so that the compiler distinguishes a district from the town of the
//! same name. All modules use them.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Id of a district, of a part of one, or (in records) of a group of districts.
    ///
    /// ```
    /// use araxes::model::{DistrictId, PlaceId};
    ///
    /// let (district, town) = (DistrictId::from("goris"), PlaceId::from("goris-town"));
    /// assert_eq!(district.as_str(), "goris");
    /// assert_eq!(format!("{town}"), "goris-town");
    /// ```
    DistrictId
);
id!(
    /// Id of a town, pass, bridge, region or other named place.
    PlaceId
);
id!(
    /// Id of a claimant or belligerent: a capital, a council, a movement.
    PartyId
);
id!(
    /// Id of a person or body that speaks, writes or decides.
    PersonId
);
id!(
    /// Id of a force.
    UnitId
);
id!(
    /// Id of a claim, control, fix, message, event or contradiction.
    RecordId
);
id!(
    /// Id of a source in `sources.json`.
    SourceId
);
id!(
    /// Id of a term in `glossary.json`.
    TermId
);
