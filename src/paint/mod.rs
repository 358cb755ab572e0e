//! One function an output.

#[cfg(feature = "app")]
pub mod screen;
