//! From degrees to the sheet and from the sheet to the screen.

mod ground;
mod inset;
mod lie;
mod memory;
mod projection;
mod relief;
mod viewport;

pub use ground::{Ground, GroundArea, GroundLine, LabelSpot};
pub use lie::{Lie, MapBox};
pub use memory::{NameMemory, NamePlace, NamePlaces};
pub use projection::{MapPoint, Projector};
pub use relief::ReliefImage;
pub use viewport::{ScreenPoint, ScreenRect, Viewport, ticks};
