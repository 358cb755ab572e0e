//! One function an output.

#[cfg(feature = "app")]
pub mod screen;
#[cfg(feature = "app")]
pub mod textures;
