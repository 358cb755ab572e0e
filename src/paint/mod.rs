//! One room an output; each draws the same display list.

pub mod file;
#[cfg(feature = "app")]
pub mod screen;
pub mod svg;
#[cfg(feature = "app")]
pub mod textures;
