//! Araxes: an atlas of contested ground. A message, the stance it states, the colour on the map, the archive it comes from.
//!
//! Read the modules in this order: [`time`] and [`model`] say what an atlas is, [`load`] reads one, [`timeline`] answers
//! what was so on a day, [`session`] holds what the reader looks at, [`cli`] answers on the command line.

pub mod cli;
pub mod load;
pub mod model;
pub mod session;
pub mod time;
pub mod timeline;
