//! Araxes: an atlas of contested ground. A message, the stance it states, the colour on the map, the archive it comes from.
//!
//! Read the modules in this order: [`time`] and [`model`] say what an atlas is, [`load`] reads one, [`timeline`] answers
//! what was so on a day.

pub mod model;
pub mod time;
pub mod timeline;
