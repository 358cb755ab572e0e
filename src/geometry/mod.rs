//! From degrees to map kilometres, and from there to points on the screen.
//!
//! The chain is longitude and latitude → [`Projector`] → [`MapPoint`] (kilometres) → [`Viewport`] →
//! [`ScreenPoint`] (points). [`MapGeometry`] holds everything that is projected once. The module
//! uses `model`; `session`, `scene` and `paint` use it.

mod contour;
mod dissolve;
mod field;
mod hachures;
mod heights;
mod inset;
mod map_geometry;
mod principal_axes;
mod projection;
mod relief;
mod relief_tile;
mod ring_index;
mod viewport;

pub use hachures::Hachure;
pub use map_geometry::{LabelSpot, MapArea, MapGeometry, MapLine};
pub use principal_axes::{OrientedBox, PrincipalAxes};
pub use projection::{MapPoint, Projector};
pub use relief::ReliefMap;
pub use relief_tile::ReliefTile;
pub use viewport::{ScreenPoint, ScreenRect, Viewport, ticks};
