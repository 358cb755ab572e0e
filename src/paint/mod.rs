//! Painters: each draws the same display list of `scene`.
//!
//! `screen` and `textures` draw it with egui, `svg` writes it as SVG, and `file` makes PNG and `pdf`
//! PDF of that SVG, so that there are two painters to keep equal and not four.
//! `compact` puts many of its documents into one page for browsers.

mod clip;
pub mod compact;
pub mod file;
#[cfg(feature = "app")]
mod lines;
pub mod pdf;
#[cfg(feature = "app")]
pub mod prepared;
mod relief;
#[cfg(feature = "app")]
pub mod screen;
pub mod svg;
mod svg_form;
mod svg_letters;
mod svg_text;
#[cfg(feature = "app")]
pub mod textures;
