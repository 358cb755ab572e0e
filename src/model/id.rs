//! One type an id: a district is never mistaken for the town of the same name.

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
    /// A district, a part of one, or (in records) a group of districts.
    DistrictId
);
id!(
    /// A town, pass, bridge, region or other named place.
    PlaceId
);
id!(
    /// A claimant or belligerent: a capital, a council, a movement.
    PartyId
);
id!(
    /// A person or a body that speaks, writes or decides.
    PersonId
);
id!(
    /// A force.
    UnitId
);
id!(
    /// A claim, control, fix, message, event or contradiction.
    RecordId
);
id!(
    /// A source in `sources.json`.
    SourceId
);
