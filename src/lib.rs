//! Araxes: an atlas of contested ground. A message, the stance it states, the colour on the map, the archive it comes from.
//!
//! Read the modules in this order: [`time`] and [`model`] say what an atlas is, [`load`] reads one, [`timeline`] answers
//! what was so on a day, [`session`] holds what the reader looks at, [`cli`] answers on the command line.

#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod geometry;
pub mod load;
pub mod model;
pub mod numeric;
pub mod paint;
pub mod scene;
pub mod session;
pub mod text;
pub mod time;
pub mod timeline;
