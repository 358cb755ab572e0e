//! What is drawn, on screen and in files, without a display. One test program holds it
//! all, so that the crate is linked once.

mod district_labels;
mod drawn_areas;
#[cfg(feature = "app")]
mod one_drawing;
mod plates;
mod render;
mod selected;
mod slides;
mod staff_map;
mod take_home;
mod without_color;
