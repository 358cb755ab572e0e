//! What the records say and how they are read. One test program holds it
//! all, so that the crate is linked once.

mod answers;
mod architecture;
mod certainty;
mod evidence;
mod example_atlas;
mod files;
mod kiosk;
mod kiosk_week;
mod kiosk_words;
mod languages;
mod map_data_hashes;
mod names;
mod narrative;
mod network;
mod records;
mod texts;
mod tours;
mod validation;
mod words;
mod written;
