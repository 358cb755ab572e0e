//! From degrees to the sheet and from the sheet to the screen.

mod inset;
mod label_cache;
mod map_geometry;
mod principal_axes;
mod projection;
mod relief;
mod viewport;

pub use label_cache::{LabelCache, LabelPlacement, LabelPlacements};
pub use map_geometry::{LabelSpot, MapArea, MapGeometry, MapLine};
pub use principal_axes::{OrientedBox, PrincipalAxes};
pub use projection::{MapPoint, Projector};
pub use relief::ReliefImage;
pub use viewport::{ScreenPoint, ScreenRect, Viewport, ticks};
