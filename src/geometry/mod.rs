//! From degrees to the sheet and from the sheet to the screen.

mod ground;
mod projection;
mod viewport;

pub use ground::{Ground, GroundArea, GroundLine};
pub use projection::{MapPoint, Projector};
pub use viewport::{ScreenPoint, Viewport};
