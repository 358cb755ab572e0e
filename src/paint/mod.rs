//! Painters: each draws the same display list of `scene`.
//!
//! `screen` and `textures` draw it with egui, `svg` writes it as SVG, and `file` makes PNG and PDF
//! of that SVG, so that there are two painters to keep equal and not four.

mod clip;
pub mod file;
#[cfg(feature = "app")]
mod lines;
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
