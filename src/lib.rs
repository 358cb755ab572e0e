//! Araxes: an atlas of contested ground. A message leads to the stance it states, the stance to a
//! color on the map, and the color back to the archive that the message comes from.
//!
//! Read the modules in this order; each uses only modules above it:
//!
//! 1. [`time`] and [`model`] define an atlas: dates as sources give them, typed records and ids.
//! 2. [`geometry`] projects an atlas to map kilometres and those to the screen.
//! 3. [`load`] turns the text of a package into an atlas, or into findings that say what is wrong.
//! 4. [`timeline`] answers what was so on a day; its documentation has the seven rules.
//! 5. [`session`] holds the state of the view; `Session::apply` alone changes it.
//! 6. [`text`] has the words: interface, dates, sentences, citations.
//! 7. [`scene`] decides what to draw, as a display list; [`paint`] draws that list on the screen, as
//!    SVG, PNG and PDF; [`export`] makes files of what a session shows.
//! 8. [`cli`] answers on the command line, and `app` (feature `app`) opens the window.

#[cfg(feature = "app")]
pub mod app;
pub mod characters;
pub mod cli;
pub mod export;
pub mod geometry;
pub mod kiosk;
pub mod load;
pub mod model;
pub mod numeric;
mod packed;
pub mod paint;
pub mod scene;
pub mod session;
pub mod text;
pub mod time;
pub mod timeline;
